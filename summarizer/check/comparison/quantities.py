"""Where a claim says another quantity than its evidence: "all" for "most"."""

# A row of a table is one line, so that it reads and compares as one.

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.check.lexicon.number_words import CARDINALS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root
from summarizer.check.passage.quantities import ALL, FEW, MANY, Quantity, list_next_roots

# What "all" alone cannot be set against: two children are "both", and each has its own.
_PAIRWISE = frozenset(("both", "each"))


class Shift(NamedTuple):
    """Words of both texts that say how much of the same thing; `found` is None where the claim has none."""

    found: int | None
    expected: int
    weaker: bool  # whether the evidence has hardly any, so that the claim says the opposite


def compare_quantities(
    claim: Words, mine: Sequence[Quantity], evidence: Words, theirs: Sequence[Quantity]
) -> Shift | None:
    """Where "some lawmakers" have become "all lawmakers", or "hardly any wells" "most wells"."""
    if not mine and not any(q.level <= FEW for q in theirs):
        return None
    same = claim.root_set - _PEOPLE <= evidence.root_set
    told = {q.level for q in theirs if evidence.keys[q.at] != "only"}
    for own in mine:
        if own.level == ALL and (ALL in told or claim.keys[own.at] in _PAIRWISE or _is_counted(claim, own)):
            continue
        if own.level == ALL and (counted := _find_part(evidence, own)) is not None:
            return Shift(own.at, counted, weaker=False)
        alike = [other for other in theirs if own.of & other.of]
        for other in alike:
            low = min(own.level, other.level) <= FEW
            both = max(own.level, other.level) <= FEW
            if low and not (same or both):
                continue  # another verb may make up for it: "few survived", "most died"
            if both and any(o.level == own.level for o in alike):
                continue
            if _conflicts(own.level, other.level):
                return Shift(own.at, other.at, weaker=other.level <= FEW)
    if mine or not same:
        return None
    for other in theirs:
        if other.level <= FEW and other.of and len(other.of & claim.root_set) >= min(2, len(other.of)):
            return None if _has_denial(claim) else Shift(None, other.at, weaker=True)
    return None


def _is_counted(claim: Words, own: Quantity) -> bool:
    """Whether "only" says that a number is small: "only two of the five"."""
    following = claim.keys[own.at + 1] if own.at + 1 < len(claim) else ""
    return claim.keys[own.at] == "only" and (following[:1].isdecimal() or following in CARDINALS["en"])


def _find_part(evidence: Words, own: Quantity) -> int | None:
    """The number in "two of the five", which is not all of them; None where none stands there."""
    if "of" not in evidence.key_set:
        return None
    for j, key in enumerate(evidence.keys):
        if key == "of" and j:
            number = evidence.keys[j - 1]
            counted = number.isdecimal() or number in CARDINALS["en"]
            if counted and not own.of.isdisjoint(list_next_roots(evidence, j)):
                return j - 1
    return None


def _conflicts(claim: int, evidence: int) -> bool:
    """Whether the claim says more, or hardly any, or none, says less."""
    if max(claim, evidence) <= FEW:
        return claim != evidence
    if min(claim, evidence) <= FEW:
        return abs(max(claim, FEW) - max(evidence, FEW)) >= MANY - FEW
    return claim == ALL and evidence < ALL


def _has_denial(words: Words) -> bool:
    return not _DENIALS.isdisjoint(words.key_set)


_PEOPLE = frozenset((find_root("people", "en"),))


_DENIALS = frozenset(
    list_words("no not none nobody never hardly barely scarcely few little neither nor without")
)
