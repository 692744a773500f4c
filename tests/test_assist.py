"""The mode "assist": the built-in engine reads, a model adds, the checks decide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from server import Server, reply

from summarizer import Summarizer
from summarizer.clean import clean_article
from summarizer.cli.main import run
from summarizer.drafts import Reply
from summarizer.errors import PromptError
from summarizer.pipeline import Options, converse, list_requests
from summarizer.prompt import load_prompt
from summarizer.records import Claim, Provenance, Summary

TEXT = """\
Lindholm opens its harbour at night

“It pays for itself,” said Jonas Behrend, a spokesman of the city.

The dockers are weighing a strike.

Work begins in May.

“Nobody asked us.”
"""
PROVENANCE = Provenance(summarizer="0", engine="model", created="2026-01-01T00:00:00+00:00")


def summarize(text: str = TEXT, **values: object) -> Summary:
    """A summary in mode assist, for which a model replies with these values."""
    empty = {"claims": [], "positions": [], "headline": "", "gist": "", "actors": []}
    conversation = converse(clean_article(text), load_prompt("assist"), Options(rounds=0), PROVENANCE)
    requests = next(conversation)
    try:
        conversation.send(tuple(Reply(r.id, json.dumps(empty | values)) for r in requests))
    except StopIteration as end:
        return end.value
    raise AssertionError("one round is enough")


def say(at: int, who: str, says: str, how: str = "indirect") -> dict[str, object]:
    """A claim as a model writes it."""
    return {"at": [at], "who": who, "says": says, "how": how, "kind": "opinion"}


def list_claims(summary: Summary) -> list[tuple[str | None, str]]:
    """Who says what."""
    return [(claim.speaker, claim.text) for claim in summary.claims]


def test_the_model_is_told_what_is_found_and_what_is_left():
    """Statements with their speaker, and the numbers of all other sentences but headings."""
    (request,) = list_requests(clean_article(TEXT), load_prompt("assist"), Options())
    asked = request.messages[-1].content
    assert "[2] Jonas Behrend" in asked
    assert "Left: [3] [4]" in asked
    assert "[1]" not in asked.partition("</article>")[2]


def test_a_prompt_that_shows_nothing_found_is_asked_as_before():
    """The variables cost only those who use them."""
    (request,) = list_requests(clean_article(TEXT), load_prompt("summary"), Options())
    assert "Jonas Behrend" in request.messages[-1].content
    assert "Left:" not in request.messages[-1].content


def test_what_the_engine_found_stays_and_the_model_adds():
    """A claim about a sentence that was left comes in, in the order of the article."""
    summary = summarize(claims=[say(3, "The dockers", "There may be a strike.")])
    assert list_claims(summary) == [
        ("Jonas Behrend", "It pays for itself."),
        ("The dockers", "There may be a strike."),
    ]


def test_a_claim_about_what_is_found_already_changes_nothing():
    """The model cannot replace the engine's reading, nor double it."""
    summary = summarize(claims=[say(2, "The dockers", "It pays for itself.", "direct")])
    assert list_claims(summary) == list_claims(summarize())


def test_a_claim_whose_speaker_does_not_stand_there_is_not_taken():
    """The article itself says when work begins, whoever the model names."""
    summary = summarize(claims=[say(4, "Jonas Behrend", "Work begins in May.")])
    assert "Work begins in May." not in [c.text for c in summary.claims]


def test_the_model_names_a_speaker_whom_the_engine_does_not_know():
    """A quotation without a frame gets the speaker that the model gives, if the checks find nothing wrong."""
    text = "“Nobody asked us.”\n\nThe dockers of Lindholm met on Monday.\n"
    assert ("The dockers", "Nobody asked us.") not in list_claims(summarize(text))
    summary = summarize(text, claims=[say(1, "The dockers", "Nobody asked us.", "direct")])
    assert list_claims(summary) == [("The dockers", "Nobody asked us.")]


def test_headline_and_gist_are_the_models():
    """They are what a model writes better than sentences picked from the article."""
    summary = summarize(headline="Harbour to open at night", gist="The city opens its harbour at night.")
    assert summary.headline.text == "Harbour to open at night"
    assert summary.gist.text == "The city opens its harbour at night."
    assert summarize().gist.text


def test_positions_are_joined():
    """One that the engine has is not doubled; a new one that passes its checks is added."""
    held = {"who": "The dockers", "stance": "supports", "issue": "a strike", "at": [3]}
    names = [(p.holder, p.issue) for p in summarize(positions=[held, held]).positions]
    assert len(names) == len(set(names))
    assert ("The dockers", "a strike") in names


def test_a_position_whose_holder_does_not_stand_there_is_not_taken():
    """A small model gives everybody an opinion."""
    held = {"who": "Jonas Behrend", "stance": "supports", "issue": "a strike", "at": [3]}
    assert "Jonas Behrend" not in [p.holder for p in summarize(positions=[held]).positions]


def test_what_is_not_taken_is_no_problem():
    """A wrong citation of a claim that is dropped anyway is not told."""
    summary = summarize(claims=[say(4, "Jonas Behrend", "The dockers are weighing a strike.")])
    assert not [p for p in summary.problems if p.stage == "check"]


def test_what_is_found_is_shown_before_the_model_has_answered():
    """With on_claim the engine's claims come first, and no claim on their sentences again."""
    values = {
        "claims": [say(2, "Jonas Behrend", "It will pay.")],
        "positions": [],
        "headline": "H",
        "gist": "G",
    }
    seen: list[Claim] = []
    with Server(answer=reply(values | {"actors": []})) as server:
        options = Options(base_url=server.url, rounds=0)
        Summarizer("m", prompt="assist", options=options).summarize(TEXT, on_claim=seen.append)
    assert [c.text for c in seen][:1] == ["It pays for itself."]
    assert "It will pay." not in [c.text for c in seen]


def test_the_mode_is_a_flag(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    """`--mode assist` asks by the prompt of that name."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert run([str(tmp_path / "a.txt"), "--mode", "assist", "--model", "ollama/m", "--dry-run", "-q"]) == 0
    assert "Left: [3] [4]" in capsys.readouterr().out


def test_a_wrong_mode_in_a_prompt_is_told(tmp_path: Path):
    """With the modes there are."""
    text = Path(load_prompt("assist").path).read_text("utf-8").replace('mode = "assist"', 'mode = "help"')
    (tmp_path / "p.toml").write_text(text, "utf-8")
    with pytest.raises(PromptError, match="mode"):
        load_prompt(tmp_path / "p.toml")
