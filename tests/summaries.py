"""Summaries made by hand, for tests of what comes after the line."""

from __future__ import annotations

import re
from hashlib import sha256

from summarizer.records import (
    Actor,
    Attribution,
    Check,
    Claim,
    ClaimKind,
    Evidence,
    Line,
    Metadata,
    Outcome,
    Position,
    Problem,
    Provenance,
    Sentence,
    Source,
    Stance,
    Summary,
    Usage,
    Verdict,
)

TEXT = (
    "Mayor Ida Brandt backed the tram on Monday. “It will carry 6 million people a year,” she said. "
    "The drivers’ union rejected the plan. Its chair, Omar Vale, reportedly called it a gift to builders. "
    "The council votes in May."
)


def make_sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences of a text in which each ends with a full stop or a closing quotation."""
    spans = [m.span() for m in re.finditer(r"\S[^.]*\.(?:”)?", text)]
    return tuple(Sentence(number=n, start=s, end=e, paragraph=0) for n, (s, e) in enumerate(spans, 1))


def cite(*numbers: int, part: str | None = None, text: str = TEXT) -> tuple[Evidence, ...]:
    """Evidence in the sentences of these numbers, all of them or one part."""
    sentences = make_sentences(text)
    start, end = sentences[numbers[0] - 1].start, sentences[numbers[-1] - 1].end
    if part is not None:
        start = text.index(part, start)
        end = start + len(part)
    quote = text[start:end]
    return (Evidence(sentences=numbers, quote=quote, start=start, end=end, raw_start=start, raw_end=end),)


def make_summary(text: str = TEXT, **changes: object) -> Summary:
    """A summary with one of everything: a disputed claim, an unsupported position, a problem, a model's costs."""
    number = Check(name="number", outcome=Outcome.DIFFERS, expected="6 million", found="8 million")
    absent = Check(name="evidence", outcome=Outcome.DIFFERS, message="no sentence shows it")
    fields: dict[str, object] = {
        "headline": Line(text="Mayor and union at odds over the tram"),
        "gist": Line(text="The mayor backs a new tram. The drivers’ union rejects it."),
        "actors": (
            Actor(name="Ida Brandt", role="mayor", aliases=("Brandt", "Mayor Ida Brandt")),
            Actor(name="Omar Vale", role="chair of the drivers’ union"),
        ),
        "positions": (
            Position(holder="Ida Brandt", stance=Stance.SUPPORTS, issue="the tram", evidence=cite(1)),
            Position(
                holder="drivers’ union",
                stance=Stance.OPPOSES,
                issue="the tram",
                evidence=cite(3),
                checks=(absent,),
                verdict=Verdict.UNSUPPORTED,
            ),
        ),
        "claims": (
            Claim(
                text="The tram is a gift to builders.",
                speaker="Omar Vale",
                attribution=Attribution.INDIRECT,
                kind=ClaimKind.OPINION,
                evidence=cite(4, part="a gift to builders"),
                hedges=("reportedly",),
            ),
            Claim(
                text="The tram will carry 8 million people a year.",
                speaker="Ida Brandt",
                attribution=Attribution.DIRECT,
                kind=ClaimKind.PREDICTION,
                evidence=cite(2, part="It will carry 6 million people a year"),
                checks=(number,),
                verdict=Verdict.DISPUTED,
            ),
            Claim(
                text="The council votes in May.",
                speaker=None,
                attribution=Attribution.NARRATOR,
                kind=ClaimKind.FACT,
                evidence=cite(5),
            ),
        ),
        "problems": (Problem(stage="parse", message="sentence 99 does not exist", item="{“who”: …}"),),
        "usage": Usage(requests=2, retries=1, tokens_in=1200, tokens_out=80, cost=0.00123, seconds=2.34),
        "provenance": Provenance(
            summarizer="0.1.0",
            engine="model",
            created="2025-03-04T10:00:00Z",
            model="small-model",
            prompt="summary",
            prompt_hash="0123456789abcdef",
        ),
        "source": Source(
            metadata=Metadata(
                site="Tram News", url="https://news.example/tram_(line)?a=1&b=2", date="2025-03-04"
            ),
            raw_sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            raw_length=len(text),
        ),
        "text": text,
        "sentences": make_sentences(text),
    }
    return Summary.model_validate(fields | changes)
