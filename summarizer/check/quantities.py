"""How much of something a text speaks of: few, some, many, most or all, and where a claim says another."""

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.check.number_words import CARDINALS
from summarizer.check.tables import list_words
from summarizer.check.words import Words, find_root

_FEW, _SOME, _MANY, _MOST, _ALL = range(1, 6)
# "No" and "none" count as hardly any here; that they deny is judged elsewhere.
_LEVELS: dict[tuple[str, ...], int] = {
    tuple(phrase.split()): level
    for level, phrases in (
        (_FEW, "nobody|no one|none|hardly any|barely any|scarcely any|almost no|almost none|next to no|very few|only a few|few|hardly anyone"
            "|barely anyone|almost nobody|almost no one|little|very little|not a single|not one|only a handful|only a minority|virtually no|virtually none"),
        (_SOME, "a few|some|several|certain|various|a handful|a number of|einige|manche|mehrere|a minority|sometimes"
            "|partly|partially|part|parts"),
        (_MANY, "many|much|a great deal|numerous|a lot of|half|dozens|hundreds|often|frequently|viele|oft"),
        (_MOST, "most|the majority|a majority|almost all|nearly all|the bulk of|usually|mostly|largely|almost every"
            "|nearly every|virtually all|almost everyone|nearly everyone|meist|die meisten|almost always|nearly always|almost the entire|nearly the entire|virtually the entire|almost the whole|nearly the whole|almost entirely|nearly entirely|almost completely|nearly completely"),
        (_ALL, "all|every|everyone|everybody|always|entire|entirely|whole|completely|only|alle|jeder|each|both"),
    )
    for phrase in phrases.split("|")
}  # fmt: skip
_BY_LAST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(_LEVELS, key=len, reverse=True):
    _BY_LAST.setdefault(_phrase[0], []).append(_phrase)
# What "all" alone cannot be set against: two children are "both", and each has its own.
_PAIRWISE = frozenset(("both", "each"))


class Quantity(NamedTuple):
    """A word for how much: its place, its level, and the next few content words, which say of what."""

    at: int
    level: int
    of: frozenset[str]


class Shift(NamedTuple):
    """Words of both texts that say how much of the same thing; `found` is None where the claim has none."""

    found: int | None
    expected: int
    weaker: bool  # whether the evidence has hardly any, so that the claim says the opposite


def find_quantities(words: Words) -> list[Quantity]:
    """The words for how much of a text, in order.

    >>> from summarizer.check.words import split_words
    >>> [(q.level, sorted(q.of)) for q in find_quantities(split_words("Hardly any wells dried up.", "en"))]
    [(1, ['dri', 'well'])]
    """
    keys = words.keys
    found: list[Quantity] = []
    last = -1
    for at in [i for i, k in enumerate(keys) if k in _BY_LAST]:
        listed = _BY_LAST[keys[at]]
        phrase = next((p for p in listed if len(p) == 1 or tuple(keys[at : at + len(p)]) == p), None)
        if phrase is None or at <= last:
            continue
        last = at + len(phrase) - 1
        # "half of all rivers" is no "all"; "all but three" is not all.
        of = at > 0 and keys[at - 1] == "of" and _LEVELS[phrase] == _ALL
        if not of and keys[last + 1 : last + 2] != ["but"]:
            found.append(Quantity(at, _LEVELS[phrase], frozenset(_next_roots(words, last))))
    return found


def compare_quantities(
    claim: Words, mine: Sequence[Quantity], evidence: Words, theirs: Sequence[Quantity]
) -> Shift | None:
    """Where "some lawmakers" have become "all lawmakers", or "hardly any wells" "most wells"."""
    if not mine and not any(q.level == _FEW for q in theirs):
        return None
    same = claim.root_set - _PEOPLE <= evidence.root_set
    told = {q.level for q in theirs if evidence.keys[q.at] != "only"}
    for own in mine:
        if own.level == _ALL and (_ALL in told or claim.keys[own.at] in _PAIRWISE):
            continue
        if own.level == _ALL and (counted := _find_part(evidence, own)):
            return Shift(own.at, counted, weaker=False)
        for other in theirs:
            if not same and _FEW in (own.level, other.level):
                continue  # another verb may make up for it: "few survived", "most died"
            if own.of & other.of and _conflicts(own.level, other.level):
                return Shift(own.at, other.at, weaker=other.level == _FEW)
    if mine or not same:
        return None
    for other in theirs:
        if other.level == _FEW and other.of and len(other.of & claim.root_set) >= min(2, len(other.of)):
            return None if _has_denial(claim) else Shift(None, other.at, weaker=True)
    return None


def _find_part(evidence: Words, own: Quantity) -> int | None:
    """The number in "two of the five", which is not all of them; None where none stands there."""
    if "of" not in evidence.key_set:
        return None
    for j, key in enumerate(evidence.keys):
        if key == "of" and j:
            number = evidence.keys[j - 1]
            counted = number.isdecimal() or number in CARDINALS["en"]
            if counted and not own.of.isdisjoint(_next_roots(evidence, j)):
                return j - 1
    return None


def _conflicts(claim: int, evidence: int) -> bool:
    """Whether the claim says more, or hardly any says less."""
    if _FEW in (evidence, claim):
        return abs(claim - evidence) >= _MANY - _FEW
    return claim == _ALL and evidence < _ALL


def _has_denial(words: Words) -> bool:
    return not _DENIALS.isdisjoint(words.key_set)


_PEOPLE = frozenset((find_root("people", "en"),))
_DENIALS = frozenset(
    list_words("no not none nobody never hardly barely scarcely few little neither nor without")
)


def _next_roots(words: Words, at: int) -> list[str]:
    """The next few content words, past function words."""
    found = []
    for root in words.roots[at + 1 : at + 8]:
        if root:
            found.append(root)
            if len(found) == 3:
                break
    return found
