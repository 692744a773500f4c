"""What comes out: the article, its sentences, and the checked summary. Frozen pydantic models.

Every span is a half-open pair of code-point offsets, `text[start:end]`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Literal

from pydantic import BaseModel, ConfigDict

from summarizer.errors import CheckError

SCHEMA_VERSION: Literal["1"] = "1"

Span = tuple[int, int]


class Record(BaseModel):
    """Base of the records: immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Edit(Record):
    """One change that cleaning made: `raw[start:end]` became `replacement`.

    `reason` is a short word for people and programs: "script", "cookie-notice", "whitespace", "markup"…
    """

    start: int
    end: int
    replacement: str = ""
    reason: str = "markup"


class Metadata(Record):
    """What is known about an article besides its text; None where nothing tells."""

    title: str | None = None
    url: str | None = None
    date: str | None = None  # ISO 8601, as precise as the source: "2025-03-04" or with a time
    author: str | None = None
    site: str | None = None
    language: str | None = None  # a BCP 47 code: "en", "de"


class Article(Record):
    r"""A cleaned article: the raw input and the edits that lead from it to `text`.

    Edits are sorted by `start` and do not overlap. The text is derived, so it cannot contradict them.

    >>> article = Article(raw="a\r\nb", edits=(Edit(start=1, end=3, replacement="\n"),))
    >>> article.text
    'a\nb'
    >>> article.to_raw(2, 3), article.from_raw(3, 4)
    ((3, 4), (2, 3))
    """

    raw: str
    edits: tuple[Edit, ...] = ()
    metadata: Metadata = Metadata()

    @cached_property
    def text(self) -> str:
        """The cleaned text: `raw` with all edits applied."""
        parts: list[str] = []
        at = 0
        for edit in self.edits:
            parts += (self.raw[at : edit.start], edit.replacement)
            at = edit.end
        parts.append(self.raw[at:])
        return "".join(parts)

    @cached_property
    def _map(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """For each edit its [start, end) in the text and in the raw input, as four sorted lists."""
        growth = [len(e.replacement) - (e.end - e.start) for e in self.edits]
        before = [0, *accumulate(growth)]
        raw_starts = [e.start for e in self.edits]
        raw_ends = [e.end for e in self.edits]
        starts = [e.start + shift for e, shift in zip(self.edits, before, strict=False)]
        ends = [start + len(e.replacement) for e, start in zip(self.edits, starts, strict=True)]
        return starts, ends, raw_starts, raw_ends

    def to_raw(self, start: int, end: int) -> Span:
        """The raw span that the text span came from.

        A character that an edit wrote leads to the whole raw span that it replaced. Text removed just
        outside the span stays outside. An empty span leads to an empty span.

        Raises:
            ValueError: the span is not within the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span ({start}, {end}) is not within the text of {len(self.text)} characters")
        starts, ends, raw_starts, raw_ends = self._map
        # The character at `start`: the last edit that begins at or before it decides.
        i = bisect_right(starts, start) - 1
        if i < 0:
            raw_start = start
        elif start < ends[i]:
            raw_start = raw_starts[i]
        else:
            raw_start = raw_ends[i] + start - ends[i]
        if end == start:
            return raw_start, raw_start
        last = end - 1
        i = bisect_right(starts, last) - 1
        if i < 0:
            return raw_start, end
        return raw_start, raw_ends[i] if last < ends[i] else raw_ends[i] + end - ends[i]

    def from_raw(self, start: int, end: int) -> Span:
        """The text span that holds what is left of a raw span; empty if nothing is.

        Raises:
            ValueError: the span is not within the raw input.
        """
        if not 0 <= start <= end <= len(self.raw):
            raise ValueError(
                f"span ({start}, {end}) is not within the raw input of {len(self.raw)} characters"
            )
        starts, ends, raw_starts, raw_ends = self._map
        i = bisect_right(raw_starts, start) - 1
        if i < 0:
            text_start = start
        elif start < raw_ends[i]:
            text_start = starts[i]
        else:
            text_start = ends[i] + start - raw_ends[i]
        i = bisect_left(raw_starts, end) - 1
        if i < 0:
            return text_start, end
        return text_start, max(text_start, ends[i] if end <= raw_ends[i] else ends[i] + end - raw_ends[i])


class SentenceKind(StrEnum):
    """What a sentence is in the layout of the article."""

    SENTENCE = "sentence"
    HEADING = "heading"
    ITEM = "item"


class Sentence(Record):
    """A numbered span of the article. Numbers start at 1; paragraphs (lines) at 0."""

    number: int
    start: int
    end: int
    paragraph: int
    kind: SentenceKind = SentenceKind.SENTENCE


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNKNOWN = "unknown"


class Actor(Record):
    """A person, organisation, office or group that the article names. Names are unique in a summary."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    kind: ActorKind = ActorKind.UNKNOWN


class Evidence(Record):
    """A verbatim passage: `text[start:end] == quote`, and `raw[raw_start:raw_end]` is its source."""

    sentences: tuple[int, ...]
    quote: str
    start: int
    end: int
    raw_start: int
    raw_end: int


def list_cited(evidence: Iterable[Evidence]) -> tuple[int, ...]:
    """The numbers of the sentences that passages stand in, in order, each once."""
    return tuple(sorted({number for passage in evidence for number in passage.sentences}))


class Outcome(StrEnum):
    """How a check ended. UNKNOWN is "cannot tell": never a warning."""

    PASSED = "passed"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class Check(Record):
    """One test of an item against its evidence.

    `expected` is what the article has, `found` what the item has; `article_span` and `item_span` say
    where each stands, in the article's text and in the item's own sentence.
    """

    name: str
    outcome: Outcome
    message: str = ""
    expected: str | None = None
    found: str | None = None
    article_span: Span | None = None
    item_span: Span | None = None
    by: Literal["rule", "model"] = "rule"


class Verdict(StrEnum):
    """What the checks together say."""

    SUPPORTED = "supported"
    DISPUTED = "disputed"
    UNSUPPORTED = "unsupported"


class Attribution(StrEnum):
    """In whose words a claim stands in the article."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATOR = "narrator"


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    FACT = "fact"
    OPINION = "opinion"
    PREDICTION = "prediction"
    COMMITMENT = "commitment"
    DEMAND = "demand"


class Stance(StrEnum):
    """Where an actor stands on an issue."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class Claim(Record):
    """One statement that somebody makes, as one sentence that stands alone.

    `speaker` is an actor's name, or None where the article does not tell (and for the narrator);
    `via` the actor who relays it ("X says that Y said"); `hedges` the article's own reservations
    ("reportedly", "may").
    """

    text: str
    speaker: str | None
    attribution: Attribution
    kind: ClaimKind
    evidence: tuple[Evidence, ...]
    via: str | None = None
    hedges: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    verdict: Verdict = Verdict.SUPPORTED


class Position(Record):
    """An actor's stance on an issue."""

    holder: str
    stance: Stance
    issue: str
    evidence: tuple[Evidence, ...]
    checks: tuple[Check, ...] = ()
    verdict: Verdict = Verdict.SUPPORTED


class Line(Record):
    """A headline or gist with its checks against the whole article."""

    text: str
    checks: tuple[Check, ...] = ()
    verdict: Verdict = Verdict.SUPPORTED


class Problem(Record):
    """Something that was lost, left out or not done, so that nothing is lost silently.

    `stage` is the stage that reports it ("parse", "budget", "model"…), `item` the text concerned.
    """

    stage: str
    message: str
    item: str | None = None


class Usage(Record):
    """What a summary took. Tokens are those the server reports; `cost` is in US dollars, None if unknown.

    `recalled` counts replies that were kept from an earlier time: they are no requests and cost nothing.
    """

    requests: int = 0
    retries: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    cost: float | None = None
    seconds: float = 0.0
    recalled: int = 0

    def __add__(self, other: Usage) -> Usage:
        """Sum of both; the cost is unknown as soon as one that made requests is."""
        costs = [u.cost for u in (self, other) if u.requests]
        return Usage(
            requests=self.requests + other.requests,
            retries=self.retries + other.retries,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_cached=self.tokens_cached + other.tokens_cached,
            tokens_out=self.tokens_out + other.tokens_out,
            cost=None if None in costs else sum(c for c in costs if c is not None) if costs else 0.0,
            seconds=self.seconds + other.seconds,
            recalled=self.recalled + other.recalled,
        )


class Provenance(Record):
    """What made a summary: enough to make it again."""

    summarizer: str  # version of this package
    engine: Literal["extractive", "model"]
    created: str  # ISO 8601, UTC
    model: str | None = None
    prompt: str | None = None
    prompt_hash: str | None = None
    language: str | None = None  # of the summary, where one was asked for
    # Who gave second opinions, and on which prompt; None where nobody was asked.
    verifier: str | None = None
    verify_prompt: str | None = None
    verify_prompt_hash: str | None = None


class Source(Record):
    """Which input a summary is of: its metadata, and the SHA-256 of the raw input as UTF-8."""

    metadata: Metadata
    raw_sha256: str
    raw_length: int


class Summary(Record):
    """Who holds which position and who claims what in one article, checked."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    headline: Line
    gist: Line
    actors: tuple[Actor, ...]
    positions: tuple[Position, ...]
    claims: tuple[Claim, ...]
    # Statements of the article that no claim cites: shown, and asked for in the second round.
    uncited: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()
    usage: Usage = Usage()
    provenance: Provenance
    source: Source
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def complete(self) -> bool:
        """Whether the whole article was read: no part of it failed or was left out for its cost."""
        return not any(p.stage in ("model", "budget") for p in self.problems)

    @property
    def doubtful(self) -> tuple[Claim | Position | Line, ...]:
        """Every item that is disputed or unsupported."""
        items: tuple[Claim | Position | Line, ...] = (self.headline, self.gist, *self.positions, *self.claims)
        return tuple(i for i in items if i.verdict is not Verdict.SUPPORTED)

    def require_supported(self) -> Summary:
        """This summary, if nothing in it is doubtful.

        Raises:
            CheckError: something is disputed or unsupported; the message names the first such item.
        """
        if not (doubtful := self.doubtful):
            return self
        first = doubtful[0]
        what = f"{first.holder} {first.stance} {first.issue}" if isinstance(first, Position) else first.text
        raise CheckError(f"{len(doubtful)} of the summary's items are disputed or unsupported, first: {what}")
