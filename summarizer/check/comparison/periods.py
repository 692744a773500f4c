"""Spans of the calendar that a text counts from its own day: "next week", "by the end of the month"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words


def find_other_period(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A period of the claim where the evidence has another that is told from the same day: indexes in both.

    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("It votes next month.", "It is to vote next week.")
    >>> find_other_period(*(split_words(text, "en") for text in texts))
    (3, 5)
    """
    if _UNITS.isdisjoint(claim.key_set) or _UNITS.isdisjoint(evidence.key_set):
        return None
    theirs = list(_read_periods(evidence))
    for which, unit, at in _read_periods(claim):
        others = [(u, j) for w, u, j in theirs if w == which]
        if others and all(u != unit for u, _ in others) and unit not in evidence.key_set:
            return at, others[0][1]
    return None


def _read_periods(words: Words) -> Iterator[tuple[str, str, int]]:
    """Each period: from which side of the day it is told, its unit, and the unit's index."""
    keys = words.keys
    for at, key in enumerate(keys):
        if key not in _UNITS or not at:
            continue
        if which := _WHICH.get(keys[at - 1]):
            yield which, key, at
        elif keys[at - 1] == "the" and (
            "end" in keys[max(0, at - 3) : at] or keys[at + 1 : at + 3] == ["is", "out"]
        ):
            yield "end", key, at


_UNITS = frozenset(list_words("week weekend month quarter year decade century"))
_WHICH = {
    "next": "next",
    "coming": "next",
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
}
