"""What changed from one variant to another, article by article: the articles that moved most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.evaluate.contents import GROUPS
from summarizer.evaluate.figures import BY_KEY
from summarizer.evaluate.items import Item, is_same_speaker, take_annotation
from summarizer.evaluate.overlap import align, find_letters
from summarizer.evaluate.tally import Outcome, Tally

_LONGEST = 90  # characters of a content
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Moved:
    """An article, by how much it moved (the mean of its content F1 and its pair F1), and what changed."""

    id: str
    change: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was found of an article's gold: for each statement whether its speaker is right; what else."""

    found: dict[int, bool | None]
    extra: tuple[Item, ...]


def find_moved(
    base: Sequence[Outcome],
    other: Sequence[Outcome],
    before: Sequence[Tally],
    after: Sequence[Tally],
    most: int = 3,
) -> tuple[Moved, ...]:
    """The articles that moved most from one variant to the other, either way.

    Args:
        base: outcomes of the articles, of one run.
        other: likewise of the other variant.
        before: counts of the articles.
        after: likewise of the other variant.
        most: how many.
    """
    changes = [
        (_measure_move(one, two), index) for index, (one, two) in enumerate(zip(before, after, strict=True))
    ]
    largest = sorted(changes, key=lambda c: (-abs(c[0]), c[1]))[:most]
    return tuple(
        Moved(base[index].article.id, change, describe_change(base[index], other[index]))
        for change, index in largest
        if change
    )


def _measure_move(before: Tally, after: Tally) -> float:
    changes = []
    for key in ("content_f1", "pairs_f1"):
        one, two = BY_KEY[key].compute(before), BY_KEY[key].compute(after)
        if one is not None or two is not None:
            changes.append((two or 0.0) - (one or 0.0))
    return sum(changes) / len(changes) if changes else 0.0


def describe_change(before: Outcome, after: Outcome) -> tuple[str, ...]:
    """What an article's outcomes differ in, a line each: found or lost statements, speakers, positions."""
    lines = [f"failed now: {after.error}"] if after.error and not before.error else []
    lines += [f"failed before: {before.error}"] if before.error and not after.error else []
    text = before.article.text
    gold = [take_annotation(a) for a in before.article.statements]
    one, two = _read(text, gold, before.items), _read(text, gold, after.items)
    for index, item in enumerate(gold):
        shown = f"{_shorten(text, item)} ({item.speaker or 'nobody named'})"
        if index in two.found and index not in one.found:
            lines.append(f"found now: {shown}")
        elif index in one.found and index not in two.found:
            lines.append(f"lost: {shown}")
        elif index in one.found and one.found[index] != two.found[index]:
            lines.append(f"speaker {'right' if two.found[index] else 'wrong'} now: {shown}")
    lines += [f"not in the gold, new: {_shorten(text, item)}" for item in _new(two.extra, one.extra)]
    lines += [f"not in the gold, gone: {_shorten(text, item)}" for item in _new(one.extra, two.extra)]
    if before.article.positions:
        was = {f"{s.holder} {s.stance} {s.target}" for s in before.stands}
        now = {f"{s.holder} {s.stance} {s.target}" for s in after.stands}
        lines += [f"position now: {stand}" for stand in sorted(now - was)]
        lines += [f"position gone: {stand}" for stand in sorted(was - now)]
    more = len(lines) - _MOST_LINES
    return (*lines[:_MOST_LINES], *([f"and {more} more"] if more > 0 else []))


def _read(text: str, gold: Sequence[Item], items: Sequence[Item]) -> _Reading:
    items = [item for item in items if item.kind in GROUPS["all"]]
    matches = align(
        [find_letters(text, item.spans) for item in gold], [find_letters(text, item.spans) for item in items]
    )
    good = [match for match in matches if match.iou >= 0.5]
    taken = {match.found for match in good}
    return _Reading(
        {match.gold: is_same_speaker(gold[match.gold], items[match.found]) for match in good},
        tuple(item for index, item in enumerate(items) if index not in taken),
    )


def _new(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    known = {item.spans for item in others}
    return [item for item in items if item.spans not in known]


def _shorten(text: str, item: Item) -> str:
    shown = " ".join(" … ".join(text[start:end] for start, end in item.spans).split())
    return f"“{shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + '…'}”"
