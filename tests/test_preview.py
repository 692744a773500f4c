"""Claims shown while their reply is still written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from server import Server, reply
from test_conversation import GOOD, TEXT

from summarizer import Options, Summarizer, Summary
from summarizer.clean import clean_article
from summarizer.cli.main import run
from summarizer.drafts import Message, Request
from summarizer.pipeline import Preview
from summarizer.records import Claim, Verdict

ARTICLE = clean_article(TEXT)
REPLY = json.dumps(GOOD | {"claims": [*GOOD["claims"], GOOD["claims"][0]]}, indent=1)
READ = Request("read-1", (Message("user", "…"),), {}, 100, 5, numbers=(1, 9))


@pytest.fixture
def server() -> Iterator[Server]:
    """A server whose every reply is a good one for TEXT, in pieces."""
    with Server(answer=reply(GOOD)) as running:
        yield running


@given(st.lists(st.integers(0, len(REPLY)), max_size=30))
def test_look_shows_each_claim_once_wherever_the_reply_is_parted(ends: list[int]) -> None:
    """In the order of the reply, checked, however many pieces it comes in; a repeated claim is one."""
    shown: list[Claim] = []
    preview = Preview(ARTICLE, shown.append)
    for end in (*sorted(ends), len(REPLY)):
        preview.look(READ, REPLY[:end])
    assert [c.text for c in shown] == [c["says"] for c in GOOD["claims"]]
    assert all(c.verdict is Verdict.SUPPORTED and c.evidence for c in shown)


def test_look_shows_a_claim_before_the_next_has_begun() -> None:
    """That is what it is for."""
    shown: list[Claim] = []
    preview = Preview(ARTICLE, shown.append)
    first_end = REPLY.index("}", REPLY.index('"says"'))
    preview.look(READ, REPLY[:first_end])
    assert shown == []
    preview.look(READ, REPLY[: first_end + 1])
    assert len(shown) == 1


@given(st.text(alphabet='{}[]":,ab1 ', max_size=60))
def test_look_takes_anything(text: str) -> None:
    """A reply that is no JSON, or not yet, shows nothing and breaks nothing."""
    preview = Preview(ARTICLE, lambda _: None)
    for end in range(len(text) + 1):
        preview.look(READ, text[:end])


def test_look_leaves_other_requests_alone() -> None:
    """What the second round mends replaces something; what the verifier says is no claim."""
    shown: list[Claim] = []
    Preview(ARTICLE, shown.append).look(Request("repair-1", (), {}, 100, 5, numbers=(1, 9)), REPLY)
    assert shown == []


@pytest.mark.parametrize("model", ["m", "gpt-5.4-mini"])
def test_on_claim_comes_with_a_streamed_reply(server: Server, model: str) -> None:
    """Also from OpenAI's models, which otherwise answer in one piece; the summary is the same."""
    shown: list[Claim] = []
    reader = Summarizer(model, options=Options(base_url=server.url, api_key="k", rounds=0))
    summary = reader.summarize(TEXT, on_claim=shown.append)
    assert server.chats[0].body["stream"] is True
    assert [c.text for c in shown] == [c.text for c in summary.claims]


def test_stream_prints_claims_then_the_summary(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, as an object a line, and with the summary in a file."""
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    flags = ("a.txt", "--stream", "--model", "m", "--base-url", server.url, "--rounds", "0")
    assert run(flags) == 0
    text = capsys.readouterr().out
    assert text.startswith("  • Ida Holm: The island council of Tarn will close the ferry line in May.")
    assert text.index("Per Lund: 300") < text.index(GOOD["headline"])
    assert run((*flags, "--format", "json")) == 0
    *claims, last = capsys.readouterr().out.splitlines()
    assert [Claim.model_validate(json.loads(line)["claim"]).speaker for line in claims] == [
        "Ida Holm", "Ida Holm", "Per Lund", "Per Lund",
    ]  # fmt: skip
    summary = Summary.model_validate(json.loads(last)["summary"])
    assert run((*flags, "-o", "a.json")) == 0
    assert "300 people" in capsys.readouterr().out
    assert Summary.model_validate_json(Path("a.json").read_text("utf-8")).claims == summary.claims


def test_stream_of_the_built_in_engine_is_its_summary(capsys: pytest.CaptureFixture[str]) -> None:
    """It is there at once."""
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert run(("a.txt", "--stream", "--model", "extractive")) == 0
    assert "Positions" in capsys.readouterr().out
