"""What is shown of a summary and in which order, the same in every format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.records import (
    Actor,
    Attribution,
    Claim,
    ClaimKind,
    Evidence,
    Line,
    Outcome,
    Position,
    Sentence,
    Span,
    Stance,
    Summary,
    Usage,
    Verdict,
    list_cited,
)

# Signs stand beside the words, never for them: they are for the eye that scans.
STANCE_SIGNS = {Stance.SUPPORTS: "+", Stance.OPPOSES: "−", Stance.MIXED: "±", Stance.NEUTRAL: "○"}
VERDICT_SIGNS = {Verdict.SUPPORTED: "", Verdict.DISPUTED: "≠", Verdict.UNSUPPORTED: "✗"}

# The field of an item that says what it is about; the item may have been cut off anywhere.
_ITEM = re.compile(r'\{.*?"(?:says|issue|name)": *("(?:[^"\\]|\\.)*")', re.DOTALL)

_UNNAMED = "Speaker not named"
_NARRATOR = "The article itself"
_MOST_ALIASES = 3
_LONGEST_SIDES = 100  # characters of what article and claim have, side by side
_LONGEST_ITEM = 2_000  # characters of a problem's item that are looked at


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one speaker, in the order of the article; `actor` where the summary lists the speaker."""

    name: str
    actor: Actor | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence that something cites, and the parts of it that serve as evidence, relative to its text."""

    number: int
    text: str
    spans: tuple[Span, ...]


def group_claims(summary: Summary) -> tuple[Group, ...]:
    """Claims by speaker, both in the order of the article; what has no evidence comes last."""
    actors = {actor.name: actor for actor in summary.actors}
    groups: dict[tuple[str | None, bool], list[Claim]] = {}
    for claim in sorted(summary.claims, key=lambda c: _find_start(c.evidence)):
        narrated = claim.speaker is None and claim.attribution is Attribution.NARRATOR
        groups.setdefault((claim.speaker, narrated), []).append(claim)
    return tuple(
        Group(
            name=name_speaker(speaker, claims[0].attribution),
            actor=actors.get(speaker) if speaker is not None else None,
            claims=tuple(claims),
        )
        for (speaker, narrated), claims in groups.items()
    )


def name_speaker(speaker: str | None, attribution: Attribution) -> str:
    """A claim's speaker in words, also where the article itself speaks or does not tell who does."""
    if speaker is not None:
        return speaker
    return _NARRATOR if attribution is Attribution.NARRATOR else _UNNAMED


def _find_start(evidence: Sequence[Evidence]) -> float:
    return min((e.start for e in evidence), default=float("inf"))


def describe_actor(actor: Actor | None) -> str:
    """Role and other spellings: "Kremlin spokesperson, also Dimitri Peskov"."""
    if actor is None:
        return ""
    parts = [actor.role] if actor.role else []
    # A part of the name, or the name with a title, tells a reader nothing new.
    words = set(actor.name.split())
    variants = [a for a in actor.aliases if not (words >= set(a.split()) or words <= set(a.split()))]
    variants = [a for a in variants if a != actor.role]
    if variants:
        parts.append("also " + ", ".join(variants[:_MOST_ALIASES]))
    return ", ".join(parts)


def describe_claim(claim: Claim) -> str:
    """How a claim stands in the article: "indirect", "direct, opinion, via Reuters, reportedly"."""
    parts = [] if claim.attribution is Attribution.NARRATOR else [str(claim.attribution)]
    if claim.kind is not ClaimKind.FACT:
        parts.append(str(claim.kind))
    if claim.via:
        parts.append(f"via {claim.via}")
    parts += [f"“{hedge}”" for hedge in claim.hedges]
    return ", ".join(parts)


def explain_verdict(item: Claim | Position | Line) -> tuple[str, ...]:
    """What differs, a line a difference; empty for a supported item.

    A check that names both sides becomes "article: 6 million · claim: 8 million"; any other, and one whose
    sides are as long as what is shown anyway, its message.
    """
    if item.verdict is Verdict.SUPPORTED:
        return ()
    label = "claim" if isinstance(item, Claim) else "position" if isinstance(item, Position) else "summary"
    lines = []
    for check in item.checks:
        if check.outcome is not Outcome.DIFFERS:
            continue
        sides = check.expected and check.found
        # What stands in another sentence differs in nothing: the message says which is nearer.
        short = sides and check.name != "support" and len(f"{check.expected}{check.found}") <= _LONGEST_SIDES
        if short or (sides and not check.message):
            # What a sentence says shows by itself; who says it has to be said.
            whose = "speaker in the " if check.name == "speaker" else ""
            lines.append(f"{whose}article: {check.expected} · {label}: {check.found}")
        else:
            lines.append(check.message or check.name)
    return tuple(dict.fromkeys(lines))


def describe_item(item: str) -> str:
    """What a problem is about, for people: of an item of a model's reply the words, not the JSON.

    >>> describe_item('{"who": "Ann Lee", "says": "It will stay.", "at": [9')
    '“It will stay.”'
    """
    found = _ITEM.match(item[:_LONGEST_ITEM])
    try:
        return f"“{json.loads(found[1])}”" if found else item
    except ValueError:  # the escapes of a reply can be anything
        return item


def list_numbers(evidence: Iterable[Evidence]) -> str:
    """The numbers of the sentences cited, in brackets, runs of three or more joined.

    >>> one = Evidence(sentences=(2, 3, 4, 7), quote="", start=0, end=0, raw_start=0, raw_end=0)
    >>> list_numbers([one])
    '[2–4,7]'
    """
    runs: list[list[int]] = []
    for number in list_cited(evidence):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{r[0]}–{r[-1]}" if len(r) > 2 else ",".join(map(str, r)) for r in runs]
    return f"[{','.join(parts)}]" if parts else ""


def collect_cited(summary: Summary) -> tuple[Cited, ...]:
    """Every sentence that a claim, a position or an uncited statement points to, once, in order."""
    items: list[Sequence[Evidence]] = [c.evidence for c in summary.claims]
    items += [p.evidence for p in summary.positions]
    items.append(summary.uncited)
    sentences = {s.number: s for s in summary.sentences}
    spans: dict[int, set[Span]] = {}
    for evidence in (e for group in items for e in group):
        for number in evidence.sentences:
            if sentence := sentences.get(number):
                spans.setdefault(number, set()).update(_overlap(sentence, evidence))
    return tuple(
        Cited(number, summary.text[sentences[number].start : sentences[number].end], _join(spans[number]))
        for number in sorted(spans)
    )


def _overlap(sentence: Sentence, evidence: Evidence) -> tuple[Span, ...]:
    """The part of a sentence that a passage covers, from the sentence's start; none, or one span."""
    start, end = max(sentence.start, evidence.start), min(sentence.end, evidence.end)
    return ((start - sentence.start, end - sentence.start),) if start < end else ()


def _join(spans: set[Span]) -> tuple[Span, ...]:
    """Overlapping spans as one, sorted."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def describe_source(summary: Summary) -> str:
    """Where the article comes from, as far as is known: "Radio Nord · Ann Lee · 2025-03-04"."""
    known = summary.source.metadata
    return " · ".join(part for part in (known.site, known.author, shorten_date(known.date or "")) if part)


def shorten_date(date: str) -> str:
    """A date without the time of day.

    >>> shorten_date("2025-03-04T10:00:00+00:00"), shorten_date("2025"), shorten_date("Tuesday, 4 March")
    ('2025-03-04', '2025', 'Tuesday, 4 March')
    """
    return re.sub(r"^(\d{4}-\d\d-\d\d)[T ].*", r"\1", date)


def describe_run(summary: Summary) -> str:
    """What made the summary and what it took, on one line."""
    made = summary.provenance
    parts = [made.model or made.engine]
    if made.prompt:
        parts.append(f"prompt {made.prompt}" + (f" {made.prompt_hash[:12]}" if made.prompt_hash else ""))
    parts.append(f"summarizer {made.summarizer}")
    parts += describe_usage(summary.usage)
    return " · ".join(parts)


def describe_usage(usage: Usage) -> list[str]:
    """Tokens, cost and time in words; only the time where no request was made.

    >>> describe_usage(Usage(requests=1, tokens_in=1200, tokens_cached=1000, tokens_out=80, seconds=2.34))
    ['1,200 tokens in (1,000 cached), 80 out', 'price unknown', '2.3 s']
    """
    parts = []
    if usage.requests:
        cached = f" ({usage.tokens_cached:,} cached)" if usage.tokens_cached else ""
        parts.append(f"{usage.tokens_in:,} tokens in{cached}, {usage.tokens_out:,} out")
        parts.append("price unknown" if usage.cost is None else format_cost(usage.cost))
    if usage.recalled:
        parts.append(f"{usage.recalled} {'reply' if usage.recalled == 1 else 'replies'} kept from before")
    if usage.retries:
        parts.append(f"{usage.retries} {'retry' if usage.retries == 1 else 'retries'}")
    parts.append(f"{usage.seconds * 1000:.0f} ms" if usage.seconds < 1 else f"{usage.seconds:.1f} s")
    return parts


def format_cost(dollars: float) -> str:
    """US dollars with as many digits as tell something.

    >>> [format_cost(d) for d in (0, 0.00001, 0.00123, 0.5, 12.345)]
    ['$0.00', '<$0.0001', '$0.0012', '$0.50', '$12.35']
    """
    if 0 < dollars < 0.0001:
        return "<$0.0001"
    return f"${dollars:.2f}" if dollars == 0 or dollars >= 0.1 else f"${dollars:.4f}"
