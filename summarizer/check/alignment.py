"""A claim in nearly the words of its evidence: which words were put in, left out or replaced.

Where most of a claim stands in the evidence in order, what differs is known word by word, and no scope has to
be guessed: an inserted "not", one name in another's place, a dropped "reportedly".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from summarizer.check.number_words import UNITS
from summarizer.check.polarity import Polarity, Turn
from summarizer.check.words import Words

_SHARED = 0.75  # share of a claim's words that must stand in the evidence in order
_FEWEST = 5  # words of a claim below which nothing is aligned
_STRETCH = 2.0  # how many times longer the passage that they stand in may be
_LONGEST = 400  # words of evidence beyond which nothing is aligned, to stay linear


class Gap(NamedTuple):
    """Words of the claim and words of the evidence that stand in each other's place, as index lists."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]


def align_words(claim: Words, evidence: Words) -> list[Gap] | None:
    """Where a claim departs from the evidence; None where it is not in nearly the same words.

    >>> from summarizer.check.words import split_words
    >>> claim = split_words("The tax would not be raised this year.")
    >>> [g.mine for g in align_words(claim, split_words("He said the tax would be raised this year."))]
    [(3,)]
    """
    mine = [i for i, k in enumerate(claim.keys) if k[0].isalnum()]
    theirs = [j for j, k in enumerate(evidence.keys) if k[0].isalnum()]
    if len(mine) < _FEWEST or len(theirs) > _LONGEST:
        return None
    a, b = [claim.keys[i] for i in mine], [evidence.keys[j] for j in theirs]
    if LCSseq.similarity(a, b) < _SHARED * len(a):
        return None
    codes = LCSseq.opcodes(a, b)
    equal = [c for c in codes if c.tag == "equal"]
    if equal[-1].dest_end - equal[0].dest_start > _STRETCH * len(a) + 4:
        return None
    # Before the first and after the last common word, only as much of the evidence as the claim has there.
    low = max(0, equal[0].dest_start - equal[0].src_start)
    high = equal[-1].dest_end + len(a) - equal[-1].src_end
    gaps: list[Gap] = []
    # An insertion next to a deletion is a replacement.
    pending: tuple[list[int], list[int]] = ([], [])
    for code in codes:
        if code.tag == "equal":
            _close(pending, gaps)
            pending = ([], [])
            continue
        pending[0].extend(mine[code.src_start : code.src_end])
        pending[1].extend(theirs[j] for j in range(code.dest_start, code.dest_end) if low <= j < high)
    _close(pending, gaps)
    return gaps


def _close(pending: tuple[list[int], list[int]], gaps: list[Gap]) -> None:
    if pending[0] or pending[1]:
        gaps.append(Gap(tuple(pending[0]), tuple(pending[1])))


def find_inserted_negation(gaps: Sequence[Gap], mine: Polarity, theirs: Polarity) -> Turn | None:
    """A negator that only one side of a gap has, where nothing else there could make up for it."""
    if len(gaps) > _FEW:
        return None
    ours, others = set(mine.negators), set(theirs.negators)
    for gap in gaps:
        put_in = [i for i in gap.mine if i in ours]
        left_out = [j for j in gap.theirs if j in others]
        if bool(put_in) == bool(left_out):
            continue
        rest = (gap.theirs if put_in else gap.mine), (theirs if put_in else mine)
        if any(index in rest[1].opposed for index in rest[0]):
            continue
        if put_in and len(gap.mine) <= len(put_in) + 2:
            return Turn(put_in[0], gap.theirs[0] if gap.theirs else None)
        if left_out and len(gap.theirs) <= len(left_out) + 2:
            return Turn(gap.mine[0] if gap.mine else None, left_out[0])
    return None


def find_swapped_words(gaps: Sequence[Gap], claim: Words, evidence: Words) -> tuple[int, int] | None:
    """Two words that have changed places: "rebels took it from soldiers" for "soldiers took it from rebels".

    Indexes of the first in the claim and of what stands there in the evidence.
    """
    if len(gaps) > _FEW:
        return None
    sides = [
        ({claim.roots[i] for i in g.mine} - {""}, {evidence.roots[j] for j in g.theirs} - {""}) for g in gaps
    ]
    for a, (mine, theirs) in enumerate(sides):
        for other_mine, other_theirs in sides[a + 1 :]:
            if mine & other_theirs and other_mine & theirs and not mine & theirs:
                first = next(i for i in gaps[a].mine if claim.roots[i] in mine & other_theirs)
                return first, next(j for j in gaps[a].theirs if evidence.roots[j] in other_mine & theirs)
    return None


def find_exchanged_unit(gaps: Sequence[Gap], claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A unit or scale in another's place where no number stands before it: "days later" for "hours later"."""
    for gap in gaps:
        if len(gap.mine) != 1 or not gap.theirs:
            continue
        # What the claim leaves out before the unit makes the gap longer on the other side.
        mine, theirs = UNITS.get(claim.keys[gap.mine[0]]), UNITS.get(evidence.keys[gap.theirs[-1]])
        if mine and theirs and mine[0] == theirs[0] and mine[1] != theirs[1]:
            return gap.mine[0], gap.theirs[-1]
    return None


_FEW = 4  # gaps beyond which a claim is a paraphrase


def find_exchanged_opposite(gaps: Sequence[Gap], mine: Polarity, theirs: Polarity) -> Turn | None:
    """An opposite in a word's place."""
    ours = {o.at: o for o in mine.opposites}
    others = {o.at: o for o in theirs.opposites}
    for gap in gaps:
        for i in gap.mine:
            for j in gap.theirs:
                a, b = ours.get(i), others.get(j)
                if a and b and a.pair == b.pair and a.sign != b.sign and a.root != b.root:
                    return Turn(i, j)
    return None
