"""Whether a claim says the opposite of its evidence: by a negation more or less, or by an opposite word.

Every content word of a text gets a polarity: denied or not, by the negators whose scope it is in. A word
that claim and evidence share with different polarity is a difference where it is what a negator denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.check.polarity_words import (
    AXES,
    CLAUSE_WORDS,
    HARMLESS,
    NEGATORS,
    NOT_PREFIXED,
    ONLY_WITH_TO,
    PREDICATES,
    PREFIXES,
    SOFT,
)
from summarizer.check.words import Words

_REACH = 9  # words that a negator denies at most
_CONTEXT = 5  # content words on each side that say what an opposite is about
_BREAKS = frozenset(",;:.!?…–—()")


class Opposite(NamedTuple):
    """A word that has opposites: which pairs, on which side, denied or not, and the words around it."""

    index: int
    pair: int
    sign: int
    parties: bool
    soft: bool
    before: frozenset[str]
    after: frozenset[str]


@dataclass(slots=True)
class Polarity:
    """Which words of a text are denied.

    Args:
        denied: for each word the number of negators over it.
        soft: for each word whether something weaker leans against it.
        heads: index of a word that a negator denies first -> index of the negator.
        places: root -> indexes of its words.
        opposites: words that have opposites.
    """

    denied: list[int]
    soft: list[bool]
    heads: dict[int, int]
    places: dict[str, list[int]]
    opposites: list[Opposite] = field(default_factory=list)


class Turn(NamedTuple):
    """Where claim and evidence say the opposite: indexes of words in each; None where the text lacks one."""

    found: int | None
    expected: int | None


def find_polarity(words: Words) -> Polarity:
    """The polarity of every word of a text, in one pass.

    >>> words = split_words("He denied having refused to sign.", "en")
    >>> [(k, d) for k, d, r in zip(words.keys, find_polarity(words).denied, words.roots) if r]
    [('denied', 0), ('refused', 1), ('sign', 2)]
    """
    keys, roots, tokens = words.keys, words.roots, words.tokens
    language = words.language if words.language in NEGATORS else "en"
    negators = NEGATORS[language]
    count = len(keys)
    denied, soft = [0] * count, [False] * count
    heads: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    active: list[list[int]] = []  # [index of the negator, last index in scope, whether its head is found]
    softness = -1
    for i in range(count):
        key, root = keys[i], roots[i]
        if key in _BREAKS or key in CLAUSE_WORDS:
            active.clear()
            softness = -1
        elif root:
            places.setdefault(root, []).append(i)
            if active:
                for entry in active:
                    if i <= entry[1]:
                        denied[i] += 1
                        if not entry[2]:
                            entry[2] = 1
                            heads[i] = entry[0]
            soft[i] = i <= softness
        if key in negators and _denies(keys, tokens, i):
            if key == "nor" and active:
                continue
            active.append([i, i + _REACH, 0])
        elif key in SOFT:
            softness = i + _REACH
            # What is turned down can stand before: "the plan was rejected".
            for back in range(max(0, i - 6), i):
                if roots[back]:
                    soft[back] = True
    polarity = Polarity(denied, soft, heads, places)
    axes = AXES.get(language)
    if axes:
        polarity.opposites = _find_opposites(words, polarity, axes)
    return polarity


def _denies(keys: Sequence[str], tokens: Sequence[str], i: int) -> bool:
    key = keys[i]
    following = keys[i + 1] if i + 1 < len(keys) else ""
    if (key, following) in HARMLESS:
        return False
    if key == "not" and i and keys[i - 1] == "or":  # "whether or not"
        return False
    if key == "no":
        # "No. 10", "no, he said"
        return not (following[:1].isdigit() or following in ("", ",", ".", "-", "”", '"', "’")) and (
            i == 0 or keys[i - 1] not in ("“", '"') or following not in (",", ".")
        )
    if key in ONLY_WITH_TO:
        return following == "to" and tokens[i].islower()
    return True


def _find_opposites(
    words: Words, polarity: Polarity, axes: dict[str, tuple[tuple[int, int, bool], ...]]
) -> list[Opposite]:
    found = []
    for i, (key, root) in enumerate(zip(words.keys, words.roots, strict=True)):
        entries = axes.get(root or key)
        if entries is None:
            continue
        if key.startswith("declin") and i + 1 < len(words.keys) and words.keys[i + 1] == "to":
            continue
        before, after = _look_around(words, i)
        for pair, sign, parties in entries:
            turned = -sign if polarity.denied[i] % 2 else sign
            found.append(Opposite(i, pair, turned, parties, polarity.soft[i], before, after))
    return found


def _look_around(words: Words, i: int) -> tuple[frozenset[str], frozenset[str]]:
    """The content words before and after a word, within its clause."""
    roots, keys = words.roots, words.keys
    sides = []
    for steps in (range(i - 1, -1, -1), range(i + 1, len(roots))):
        side: list[str] = []
        for step in steps:
            if keys[step] in ";.!?" or (keys[step] in CLAUSE_WORDS and side):
                break
            if roots[step]:
                side.append(roots[step])
                if len(side) == _CONTEXT:
                    break
        sides.append(frozenset(side))
    return sides[0], sides[1]


def compare_negation(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """The first word that one text denies and the other says; None where there is none."""
    mismatched: list[tuple[int, int]] = []
    matched = 0
    for root, indexes in mine.places.items():
        others = theirs.places.get(root)
        flip = 0
        if others is None:
            others, flip = _find_prefixed(root, theirs)
            if others is None:
                continue
        ours = {mine.denied[i] % 2 for i in indexes}
        against = {(theirs.denied[i] + flip) % 2 for i in others}
        if ours & against:
            if 1 in ours and any(theirs.denied[i] or flip for i in others):
                matched += 1
            continue
        if any(mine.soft[i] for i in indexes) or any(theirs.soft[i] for i in others):
            continue
        mismatched.append((indexes[0], others[0]))
        if flip:
            return Turn(indexes[0], others[0])
    if not mismatched:
        return None
    for i, j in mismatched:
        if i in mine.heads and not _is_excused(theirs, evidence):
            return Turn(mine.heads[i], j)
        if j in theirs.heads and not _is_excused(mine, claim):
            return Turn(i, theirs.heads[j])
    if not matched and len(mismatched) >= 2 and len(mine.heads) != len(theirs.heads):
        i, j = mismatched[0]
        if not (_is_excused(mine, claim) or _is_excused(theirs, evidence)):
            return Turn(i, j)
    return None


def _is_excused(polarity: Polarity, words: Words) -> bool:
    """Whether a text says no in a way that the scopes do not show: any weak negator stands for one."""
    return any(key in SOFT for key in words.keys) and not polarity.heads


def _find_prefixed(root: str, polarity: Polarity) -> tuple[list[int] | None, int]:
    """The places of a word that a prefix makes the opposite of `root`, or of which `root` is that."""
    for prefix in PREFIXES:
        if root.startswith(prefix) and len(root) - len(prefix) >= 3:
            bare = root[len(prefix) :]
            if bare in polarity.places and bare not in NOT_PREFIXED:
                return polarity.places[bare], 1
        if len(root) >= 3 and root not in NOT_PREFIXED and (places := polarity.places.get(prefix + root)):
            return places, 1
    return None, 0


def compare_opposites(claim: Polarity, evidence: Polarity) -> Turn | None:
    """The first word of the claim whose opposite the evidence has in its place; None where there is none."""
    if not claim.opposites or not evidence.opposites:
        return None
    by_pair: dict[int, list[Opposite]] = {}
    for other in evidence.opposites:
        by_pair.setdefault(other.pair, []).append(other)
    for word in claim.opposites:
        others = by_pair.get(word.pair)
        if not others or word.soft:
            continue
        scored = [(_count_shared(word, o), o) for o in others]
        best = max(score for score, _ in scored)
        if best == 0:
            continue
        nearest = [o for score, o in scored if score == best]
        if any(o.sign == word.sign or o.soft for o in nearest):
            continue
        if all(score == 0 for score, o in scored if o.sign == word.sign) or best >= 2:
            return Turn(word.index, nearest[0].index)
    return None


_COMPLEMENT = frozenset(("before", "after"))


def _count_shared(a: Opposite, b: Opposite) -> int:
    """How much two words are about the same: shared words around them; on the same side where sides exchange."""
    if a.parties:
        return len(a.before & b.before)
    return len((a.before | a.after) & (b.before | b.after))
