"""What was found in an article, in the form that is scored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.drafts import Reading
from summarizer.evaluate.gold import Annotation
from summarizer.extractive import read_statements
from summarizer.records import Attribution, Span, Stance, Summary

# Words of a name that do not tell one speaker from another.
_COMMON_WORDS = """
the a an of and in for to mr mrs ms dr sen rep gov president secretary former said he she they it we i you
who his her their
"""
_PRONOUN_WORDS = """
i you he she it we they who this that these those him her us them himself herself themselves
ich du er sie es wir ihr wer dieser diese dieses man
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())


@dataclass(frozen=True, slots=True)
class Item:
    """A statement: of the gold, or found. `names` are other names of the speaker."""

    kind: str
    spans: tuple[Span, ...]
    speaker: str | None = None
    speaker_span: Span | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """A position: of the gold, or found."""

    holder: str
    stance: Stance
    target: str
    spans: tuple[Span, ...]


def split_name(name: str | None) -> frozenset[str]:
    """The words of a name that tell one speaker from another.

    >>> sorted(split_name("the former President Ann Lee"))
    ['ann', 'lee']
    """
    words = re.findall(r"[^\W_]+", (name or "").lower())
    return frozenset(word for word in words if word not in _COMMON and len(word) > 1)


def is_same_speaker(gold: Item, found: Item) -> bool | None:
    """Whether both name the same speaker; None where the gold names none.

    They do if the places overlap where they are named, or if a word is common to their names.
    """
    one, other = gold.speaker_span, found.speaker_span
    if one is None and not gold.speaker:
        return None
    if one and other and max(one[0], other[0]) < min(one[1], other[1]):
        return True
    theirs = _join_names((gold.speaker, *gold.names))
    return not theirs.isdisjoint(_join_names((found.speaker, *found.names)))


def is_bare_pronoun(item: Item) -> bool:
    """Whether a gold speaker is a pronoun of which nobody says for whom it stands."""
    return not item.names and (item.speaker or "").strip().lower() in _PRONOUNS


def take_annotation(annotation: Annotation) -> Item:
    """A gold statement as an item."""
    return Item(
        kind=annotation.kind.value,
        spans=annotation.content_spans,
        speaker=annotation.speaker,
        speaker_span=annotation.speaker_span,
        names=annotation.names,
    )


def take_summary(summary: Summary) -> tuple[Item, ...]:
    """The claims of a summary that somebody makes; what the article itself states has no gold.

    A summary says who speaks by name and not where, so the place is looked up: it is that of the article's
    statement in the evidence, as the built-in engine reads it, if its speaker is the claim's.
    """
    known = {actor.name: actor.aliases for actor in summary.actors}
    reading = read_statements(summary.text, summary.sentences, language=summary.source.metadata.language)
    items = []
    for claim in summary.claims:
        if claim.attribution is not Attribution.NARRATOR:
            spans = tuple((e.start, e.end) for e in claim.evidence)
            names = known.get(claim.speaker or "", ())
            place = find_speaker(reading, spans, {claim.speaker, *names}) if claim.speaker else None
            items.append(Item(claim.attribution.value, spans, claim.speaker, place, names))
    return tuple(items)


def take_stands(summary: Summary) -> tuple[Stand, ...]:
    """The positions of a summary."""
    return tuple(
        Stand(p.holder, p.stance, p.issue, tuple((e.start, e.end) for e in p.evidence))
        for p in summary.positions
    )


def take_positions(annotations: Iterable[Annotation]) -> tuple[Stand, ...]:
    """The gold's positions that name a holder, a target and a stance."""
    return tuple(
        Stand(a.speaker, a.stance, a.extra["target"], a.content_spans)
        for a in annotations
        if a.speaker and a.stance and a.extra.get("target")
    )


def _join_names(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset().union(*(split_name(name) for name in names))


def find_speaker(reading: Reading, spans: tuple[Span, ...], names: set[str]) -> Span | None:
    """Where the article names one of these names as the speaker of what overlaps the spans most."""
    best, place = 0, None
    for statement in reading.statements:
        if statement.speaker is None or statement.speaker_span is None:
            continue
        actor = reading.actors[statement.speaker]
        if names.isdisjoint((actor.name, *actor.aliases)):
            continue
        common = sum(
            max(0, min(end, b) - max(start, a)) for start, end in spans for a, b in statement.content
        )
        if common > best:
            best, place = common, statement.speaker_span
    return place
