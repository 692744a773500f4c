"""Tests of the conversation: no server, no event loop; replies are handed to the generator."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.clean import clean_article
from summarizer.drafts import Reply, Request
from summarizer.errors import (
    AuthenticationError,
    ContextOverflowError,
    ModelTimeoutError,
    RefusalError,
    ReplyError,
    SummarizerError,
    UnreachableError,
)
from summarizer.pipeline import Options, converse
from summarizer.prompt import load_prompt
from summarizer.records import Provenance, Summary, Usage

TEXT = """Ferry line to close in May

The island council of Tarn will close the ferry line in May, its chair, Ida Holm, said on Monday.

“The boats are forty years old and the engines fail every week,” Holm told residents.

The captain, Per Lund, rejected the plan. He said that 300 people would lose their way to work.

“We will strike before we let this happen,” Lund said.
"""
PROVENANCE = Provenance(summarizer="0", engine="model", created="2026-01-01T00:00:00+00:00", model="m")

ACTORS = [
    {"name": "Ida Holm", "role": "chair", "aliases": []},
    {"name": "Per Lund", "role": "captain", "aliases": []},
]


def claim(who: str, says: str, *at: int, how: str = "indirect", kind: str = "fact") -> dict[str, Any]:
    """A claim as a model writes it."""
    return {"at": list(at), "who": who, "how": how, "kind": kind, "says": says}


GOOD = {
    "headline": "Tarn to close ferry line in May",
    "gist": "The island council of Tarn will close the ferry line in May.",
    "actors": ACTORS,
    "claims": [
        claim(
            "Ida Holm", "The island council of Tarn will close the ferry line in May.", 2, kind="commitment"
        ),
        claim("Ida Holm", "The boats are forty years old and the engines fail every week.", 3, how="direct"),
        claim("Per Lund", "300 people would lose their way to work.", 5, kind="prediction"),
        claim("Per Lund", "Lund's crew will strike before they let this happen.", 6, kind="commitment"),
    ],
    "positions": [{"at": [4], "who": "Per Lund", "stance": "opposes", "issue": "the plan"}],
}
NOTHING: dict[str, Any] = {"headline": "", "gist": "", "actors": [], "claims": [], "positions": []}

Answer = Callable[[Request], Reply | SummarizerError]


def reply(request: Request, content: dict[str, Any] | str, **fields: Any) -> Reply:
    """A reply of 10 tokens in and 5 out."""
    text = content if isinstance(content, str) else json.dumps(content)
    return Reply(request.id, text, usage=Usage(requests=1, tokens_in=10, tokens_out=5, cost=0.5), **fields)


def hold(answer: Answer, text: str = TEXT, **options: Any) -> tuple[Summary, list[Request]]:
    """Hold a whole conversation; the summary, and what was asked."""
    asked: list[Request] = []
    conversation = converse(clean_article(text), load_prompt("summary"), Options(**options), PROVENANCE)
    try:
        requests = next(conversation)
        while True:
            asked += requests
            requests = conversation.send(tuple(answer(r) for r in requests))
    except StopIteration as end:
        return end.value, asked


def test_one_good_reply_is_one_request():
    """What passes its checks is not asked again; evidence is cut from the article, not from the reply."""
    summary, asked = hold(lambda r: reply(r, GOOD), rounds=0)
    assert [r.id for r in asked] == ["read-1"]
    assert [c.speaker for c in summary.claims] == ["Ida Holm", "Ida Holm", "Per Lund", "Per Lund"]
    assert summary.usage.tokens_in == 10
    assert summary.usage.cost == 0.5
    for evidence in (e for c in summary.claims for e in c.evidence):
        assert summary.text[evidence.start : evidence.end] == evidence.quote
        assert TEXT[evidence.raw_start : evidence.raw_end] == evidence.quote
    assert summary.doubtful == ()
    assert summary.complete


def test_a_changed_number_goes_back_once_and_the_mended_claim_replaces_it():
    """The second round is told what differs, and touches nothing that was fine."""
    wrong_claim = claim("Per Lund", "800 people would lose their way to work.", 5)
    wrong = GOOD | {"claims": [*GOOD["claims"][:2], wrong_claim, GOOD["claims"][3]]}

    def answer(request: Request) -> Reply:
        if request.id == "read-1":
            return reply(request, wrong)
        assert "800" in request.messages[-1].content
        assert "300" in request.messages[-1].content
        return reply(request, NOTHING | {"actors": ACTORS, "claims": [GOOD["claims"][2]]})

    summary, asked = hold(answer)
    assert [r.id for r in asked] == ["read-1", "repair-1"]
    good, _ = hold(lambda r: reply(r, GOOD), rounds=0)
    assert summary.claims == good.claims
    assert summary.positions == good.positions
    assert summary.usage.requests == 2


def test_a_second_round_that_mends_nothing_leaves_the_item_marked():
    """What still differs stands as it is, with its verdict; it is neither dropped nor passed off as fine."""
    wrong = GOOD | {"claims": [claim("Per Lund", "800 people would lose their way to work.", 5)]}
    summary, asked = hold(lambda r: reply(r, wrong))
    assert len(asked) == 2
    (item,) = [c for c in summary.claims if "800" in c.text]
    assert item.verdict == "disputed"
    (check,) = [c for c in item.checks if c.outcome == "differs"]
    assert (check.expected, check.found) == ("300", "800")


def test_a_statement_that_no_claim_cites_is_asked_for_and_added():
    """Coverage: the second round names the sentences left out."""
    short = GOOD | {"claims": GOOD["claims"][:1]}

    def answer(request: Request) -> Reply:
        return reply(request, short if request.id == "read-1" else NOTHING | {"claims": GOOD["claims"][1:]})

    summary, _ = hold(answer)
    assert [c.evidence[0].sentences for c in summary.claims] == [(2,), (3,), (5,), (6,)]
    assert summary.uncited == ()


def test_a_cut_reply_keeps_its_complete_items_and_asks_for_the_rest():
    """Nothing that was paid for is lost, and the follow-up shows what has arrived."""
    text = json.dumps(GOOD)
    cut = text[: text.index("\"Lund's crew") - 10]

    def answer(request: Request) -> Reply:
        if request.id == "read-1":
            return reply(request, cut, cut=True)
        assert "forty years" in request.messages[-2].content
        return reply(
            request,
            NOTHING | {"claims": GOOD["claims"][2:], "positions": GOOD["positions"], "actors": ACTORS},
        )

    summary, asked = hold(answer, rounds=0)
    good, _ = hold(lambda r: reply(r, GOOD), rounds=0)
    assert len(asked) == 2
    assert summary.claims == good.claims
    assert summary.positions == good.positions


def test_a_reply_that_is_cut_for_ever_ends_and_says_so():
    """Continuations are bounded; what is there is kept and the loss is a problem."""
    text = json.dumps(GOOD)
    cut = text[: text.index("\"Lund's crew") - 10]
    summary, asked = hold(lambda r: reply(r, cut, cut=True), rounds=0)
    assert 2 <= len(asked) <= 6
    assert len(summary.claims) == 3
    assert not summary.complete
    assert any("cut off" in p.message for p in summary.problems)


def test_an_unreadable_reply_is_asked_for_once_more():
    """One bad reply costs a request; two are an error."""
    replies = iter(["I am sorry, but no.", json.dumps(GOOD)])
    summary, asked = hold(lambda r: reply(r, next(replies)), rounds=0)
    assert len(asked) == 2
    assert len(summary.claims) == 4
    with pytest.raises(ReplyError):
        hold(lambda r: reply(r, "I am sorry, but no."))


def test_a_refusal_is_an_error_with_the_models_words():
    """A model that declines is not taken for one that found nothing."""
    with pytest.raises(RefusalError, match="not about politics"):
        hold(lambda r: reply(r, "", refusal="not about politics"))


@pytest.mark.parametrize("error", [AuthenticationError("wrong key"), ModelTimeoutError("no answer in 1 s")])
def test_an_error_for_everything_is_raised(error: SummarizerError):
    """When nothing could be read there is no summary."""
    with pytest.raises(type(error), match=str(error)):
        hold(lambda _: error)


def long_text(paragraphs: int) -> str:
    """An article with a statement of its own in each paragraph."""
    return "\n\n".join(
        f"The keeper of lighthouse {n}, Ann Bro{n:03}, said that its lamp {n} had failed on {n} nights of the "
        f"winter and that nobody at the ministry had answered letter {n} about it."
        for n in range(1, paragraphs + 1)
    )


def answer_part(request: Request) -> Reply:
    """One claim for the first sentence of a part."""
    if request.id == "merge":
        return reply(
            request, {"headline": "Lamps fail", "gist": "Lamps failed on many nights of the winter."}
        )
    first, last = request.numbers
    assert last >= first
    said = claim(f"Ann Bro{first:03}", f"Lamp {first} had failed on {first} nights of the winter.", first)
    return reply(request, NOTHING | {"gist": f"Lamp {first} failed.", "claims": [said]})


def test_a_long_article_is_read_in_parts_and_gets_its_headline_from_one_more_call():
    """Parts are asked side by side, cover every sentence once, and are joined in order."""
    summary, asked = hold(answer_part, long_text(300), rounds=0)
    parts = [r.numbers for r in asked if r.id != "merge"]
    assert len(parts) > 1
    assert [n for first, last in parts for n in range(first, last + 1)] == list(range(1, 301))
    assert asked[-1].id == "merge"
    assert summary.headline.text == "Lamps fail"
    assert [c.evidence[0].sentences for c in summary.claims] == [(first,) for first, _ in parts]


def test_a_part_that_fails_is_reported_by_its_sentences_and_the_rest_kept():
    """One time-out of many parts costs that part only, and the summary says that it is not whole."""

    def answer(request: Request) -> Reply | SummarizerError:
        return ModelTimeoutError("no answer in 1 s") if request.id == "read-2" else answer_part(request)

    summary, asked = hold(answer, long_text(300), rounds=0)
    first, last = next(r.numbers for r in asked if r.id == "read-2")
    assert not summary.complete
    (problem,) = [p for p in summary.problems if p.stage == "model"]
    assert f"sentences {first} to {last}" in problem.message
    assert len(summary.claims) == len([r for r in asked if r.id.startswith("read")]) - 1


def test_a_context_that_is_smaller_than_told_makes_the_parts_smaller():
    """The server's word on its context goes before ours; nothing of the article is left out."""

    def answer(request: Request) -> Reply | SummarizerError:
        return ContextOverflowError("too long") if request.tokens > 4_000 else answer_part(request)

    summary, _ = hold(answer, long_text(300), rounds=0, context_tokens=16_000)
    assert summary.complete
    assert len(summary.claims) > 3


def test_a_missing_headline_is_taken_from_the_article_and_noted():
    """A summary always has a headline and a gist; where the model gave none they are the article's words."""
    summary, _ = hold(lambda r: reply(r, GOOD | {"headline": "", "gist": ""}), rounds=0)
    assert summary.headline.text
    assert summary.gist.text in TEXT
    assert any("headline and gist" in p.message for p in summary.problems)


def test_options_reach_the_request_over_the_prompts_parameters():
    """A seed from the caller is sent; a temperature goes before that of the prompt file."""
    _, asked = hold(lambda r: reply(r, GOOD), rounds=0, parameters={"seed": 7, "temperature": 0.5})
    assert asked[0].parameters == {"seed": 7, "temperature": 0.5}


def test_a_cited_sentence_that_was_not_shown_is_a_problem_not_evidence():
    """A made-up number loses its item, and the reader is told."""
    made_up = GOOD | {"claims": [*GOOD["claims"], claim("Per Lund", "The ferry is new.", 99)]}
    summary, _ = hold(lambda r: reply(r, made_up), rounds=0)
    assert len(summary.claims) == 4
    assert any("99" in p.message or "99" in (p.item or "") for p in summary.problems)


def test_what_two_rounds_lose_alike_is_told_once():
    """The same made-up citation in both rounds is one problem."""
    made_up = GOOD | {
        "claims": [claim("Per Lund", "800 would lose it.", 5), claim("Per Lund", "It is new.", 99)]
    }
    summary, asked = hold(lambda r: reply(r, made_up))
    assert len(asked) == 2
    told = [p for p in summary.problems if p.stage == "parse"]
    assert told
    assert len(told) == len(set(told))


def test_a_server_that_dies_later_costs_only_what_was_not_read():
    """What has been paid for is kept, whatever the error: the rest is named, the second round is not had."""
    wrong_claim = claim("Per Lund", "800 people would lose their way to work.", 5)
    wrong = GOOD | {"claims": [*GOOD["claims"][:2], wrong_claim, GOOD["claims"][3]]}

    def answer(request: Request) -> Reply | SummarizerError:
        return reply(request, wrong) if request.id == "read-1" else UnreachableError("nobody answers")

    summary, asked = hold(answer)
    assert [r.id for r in asked] == ["read-1", "repair-1"]
    assert len(summary.claims) == 4
    assert any("nobody answers" in p.message for p in summary.problems)
