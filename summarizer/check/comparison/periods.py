"""Spans of the calendar told without a number: "next week", "the first half", "annual", "hours later"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.check.lexicon.number_words import CARDINALS, MONTHS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words


def find_other_period(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A period of the claim where the evidence has another that is told in the same way: indexes in both.

    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("It votes next month.", "It is to vote next week.")
    >>> find_other_period(*(split_words(text, "en") for text in texts))
    (3, 5)
    """
    if not _UNITS.isdisjoint(claim.key_set) and not _UNITS.isdisjoint(evidence.key_set):
        theirs = list(_read_periods(evidence))
        for which, unit, at in _read_periods(claim):
            others = [(u, j) for w, u, j in theirs if w == which]
            if others and all(u != unit for u, _ in others) and unit not in evidence.key_set:
                return at, others[0][1]
    if not _LENGTHS.isdisjoint(claim.key_set) and (other := _find_other_length(claim, evidence)):
        return other
    return (
        _find_other_span(claim, evidence)
        or _find_month_outside(claim, evidence)
        or _find_other_quarter(claim, evidence)
    )


def _read_periods(words: Words) -> Iterator[tuple[str, str, int]]:
    """Each period: from which side of the day or year it is told, its unit, and the unit's index."""
    keys = words.keys
    for at, key in enumerate(keys):
        if key not in _UNITS or not at:
            continue
        if which := _WHICH.get(keys[at - 1]):
            yield which, key, at
        elif keys[at - 1] in _PARTS_OF_YEARS:
            yield keys[at - 1], key, at
        elif key == "weekend" and keys[at - 1] == "the" and keys[max(0, at - 2)] in ("by", "until", "before"):
            yield "end", "week", at
        elif keys[at - 1] == "the" and (
            "end" in keys[max(0, at - 3) : at] or keys[at + 1 : at + 3] == ["is", "out"]
        ):
            yield "end", key, at


def _find_month_outside(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A month of the claim that does not lie in the quarter or half of which alone the evidence speaks."""
    if _MONTHS_IN.keys().isdisjoint(evidence.key_set) or not MONTHS.keys().isdisjoint(evidence.key_set):
        return None
    told = [(_PARTS_OF_YEARS[w], unit, at) for w, unit, at in _read_periods(evidence) if w in _PARTS_OF_YEARS]
    if len(told) != 1 or told[0][1] not in _MONTHS_IN:
        return None
    which, unit, at = told[0]
    months = _MONTHS_IN[unit]
    if (
        "year" not in evidence.keys[at + 1 : at + 4]
        and not evidence.keys[min(at + 2, len(evidence) - 1)].isdecimal()
    ):
        return None  # of a match
    for i, key in enumerate(claim.keys):
        month = MONTHS.get(key)
        if month and i and claim.tokens[i][0].isupper() and claim.keys[i - 1] in ("in", "last"):
            return (i, at) if (month - 1) // months + 1 != which else None
    return None


def _find_other_quarter(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A quarter told by its months where the evidence tells another by its number, or the other way round."""
    if "quarter" not in claim.key_set | evidence.key_set or not _FISCAL.isdisjoint(
        claim.key_set | evidence.key_set
    ):
        return None
    for told, counted, back in ((claim, evidence, False), (evidence, claim, True)):
        months = list(_read_quarters(told))
        quarters = [
            (_PARTS_OF_YEARS[w], at)
            for w, u, at in _read_periods(counted)
            if u == "quarter" and w in _PARTS_OF_YEARS
        ]
        if len(months) == len(quarters) == 1 and months[0][0] != quarters[0][0]:
            at = months[0][1], quarters[0][1]
            return at[::-1] if back else at
    return None


def _read_quarters(words: Words) -> Iterator[tuple[int, int]]:
    """Each quarter told by its months: "between April and June", "the three months to June"; and an index."""
    keys = words.keys
    if MONTHS.keys().isdisjoint(words.key_set):
        return
    for at, key in enumerate(keys):
        month = MONTHS.get(key, 0)
        if not month or month % 3 or at < 2 or not words.tokens[at][0].isupper():
            continue
        first = MONTHS.get(keys[at - 2], 0) if keys[at - 1] in ("and", "to", "-", "–", "through") else 0
        months = keys[max(0, at - _MONTHS) : at]
        whole = "months" in months and not {"three", "3"}.isdisjoint(months) and not _UNTIL.isdisjoint(months)
        if first == month - 2 or whole:
            yield month // 3, at


def _find_other_length(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """Figures of another period of the year: "its annual profit" for "its half-year profit"."""
    for i, length in _read_lengths(claim):
        noun = next((r for r in claim.roots[i + 1 :] if r), "")
        others = list(_read_lengths(evidence))
        if any(other == length for _, other in others) or _stands_alone(evidence, length):
            continue
        for j, _ in others:
            if noun and noun in evidence.roots[j + 1 : j + 4]:
                return i, j
    return None


def _stands_alone(words: Words, unit: str) -> bool:
    """Whether a unit stands in a text, and not as part of "half-year"."""
    return any(key == unit and words.keys[max(0, i - 1)] != "-" for i, key in enumerate(words.keys))


def _read_lengths(words: Words) -> Iterator[tuple[int, str]]:
    """Each word that says which period figures are of: its last index, and the unit."""
    for at, key in enumerate(words.keys):
        length = _LENGTHS_OF.get(key)
        if length and words.keys[at - 2 : at] == ["half", "-"]:
            length = "half"
        if length and (
            key not in _UNITS or (at > 1 and words.keys[at - 1] == "-" and words.keys[at - 2] in _WHOLES)
        ):
            yield at, length


def _find_other_span(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A vague span of another unit between two events: "days before" for "hours after"."""
    if _SPANS.isdisjoint(claim.key_set) or _SPANS.isdisjoint(evidence.key_set):
        return None
    mine, theirs = list(_read_spans(claim)), list(_read_spans(evidence))
    if len(mine) == len(theirs) == 1 and claim.keys[mine[0]] != evidence.keys[theirs[0]]:
        return mine[0], theirs[0]
    return None


def _read_spans(words: Words) -> Iterator[int]:
    """The index of each span that is told without a number: "weeks after the vote", "hours later"."""
    keys = words.keys
    for at, key in enumerate(keys[:-1]):
        counted = at and (keys[at - 1][0].isdecimal() or keys[at - 1] in _COUNTS)
        if key in _SPANS and keys[at + 1] in _STEPS and not counted:
            yield at


_UNITS = frozenset(list_words("week weekend month quarter half year decade century"))
_WHICH = {
    "next": "next",
    "coming": "next",
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
}
_PARTS_OF_YEARS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS_IN = {"quarter": 3, "half": 6}
# Of which period figures are.
_LENGTHS_OF = {
    "annual": "year", "yearly": "year", "quarterly": "quarter", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour", "year": "year", "half": "half", "quarter": "quarter", "month": "month",
}  # fmt: skip
_LENGTHS = frozenset(_LENGTHS_OF)
_FISCAL = frozenset(("fiscal", "financial"))
_UNTIL = frozenset(("to", "through", "until", "ending", "ended"))
_MONTHS = 6  # words from "three months" to their last: "three months to the end of June"
_WHOLES = frozenset(("full", "whole", "half", *_PARTS_OF_YEARS))
_SPANS = frozenset(list_words("seconds minutes hours days weeks months years decades centuries"))
_STEPS = frozenset(list_words("after before later earlier ago"))
_COUNTS = CARDINALS["en"].keys() | frozenset(list_words("one few several many some both more couple of"))
