"""What a text sets apart from what it says: "the coach, not his keeper", "in euros rather than in dollars".

A claim that says of the one refused what the evidence says of the one chosen tells the opposite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.check.polarity import Polarity, Turn
from summarizer.check.polarity_words import (
    AUXILIARIES,
    BE_FORMS,
    BREAKS,
    DETERMINERS,
    HARMLESS,
    QUOTES,
    SAYING,
    SENTENCE_ENDS,
)
from summarizer.check.tables import list_words
from summarizer.check.words import Words, find_root, is_past


class Contrast(NamedTuple):
    """What a text chooses, what it refuses, and what it says of them.

    Args:
        at: index of the word that refuses.
        first: index of the first word refused.
        chosen: roots of what is chosen, without those of what is refused.
        refused: likewise of what is refused.
        frame: roots of the rest of the sentence.
    """

    at: int
    first: int
    chosen: frozenset[str]
    refused: frozenset[str]
    frame: frozenset[str]


def find_contrasts(words: Words) -> list[Contrast]:
    """The contrasts of a text.

    >>> from summarizer.check.words import split_words
    >>> for text in ("Sand, not salt, was used.", "It was used not on roads but on rails."):
    ...     for c in find_contrasts(split_words(text, "en")):
    ...         sorted(c.chosen), sorted(c.refused), sorted(c.frame)
    (['sand'], ['salt'], ['used'])
    (['rail'], ['road'], ['used'])
    """
    if words.key_set.isdisjoint(_SIGNS):
        return []
    found = []
    for at, side, refused in _read_contrasts(words.keys, words.tokens):
        chosen = _cut_to_size(words, at, side, refused)
        ours = {words.roots[i] for i in chosen} - {""}
        theirs = {words.roots[i] for i in refused} - {""}
        sentence = _find_sentence(words.keys, at)
        rest = {words.roots[i] for i in sentence if i not in chosen and i not in refused} - {""}
        if ours - theirs and theirs - ours:
            first = next(i for i in refused if words.roots[i])
            found.append(
                Contrast(at, first, frozenset(ours - theirs), frozenset(theirs - ours), frozenset(rest))
            )
    return found


def _cut_to_size(words: Words, at: int, chosen: range, refused: range) -> range:
    """What is chosen, no longer than what is refused where a verb may stand next to it and no link does."""
    most = sum(1 for i in refused if words.roots[i])
    inside = [i for i in chosen if words.roots[i]]
    if not most or len(inside) <= most:
        return chosen
    if chosen.stop < refused.start and words.keys[refused.start] not in _LINKS:
        return range(inside[-most], chosen.stop)
    return range(chosen.start, inside[most - 1] + 1) if at == 0 else chosen


_SIGNS = frozenset(("not", "rather", "instead", "sooner"))


def _read_contrasts(keys: Sequence[str], tokens: Sequence[str]) -> Iterator[tuple[int, range, range]]:
    """For each contrast the index of its sign, and where what is chosen and what is refused stand."""
    for i, key in enumerate(keys):
        following = keys[i + 1 : i + 2]
        if key == "not" and following and (key, following[0]) not in HARMLESS:
            other = _find_other_side(keys, i)
            if other:
                yield i, other, range(i + 1, other.start - 1)
            elif i and keys[i - 1] in (",", "and", "but"):
                first = _skip_aside(keys, i + 1)
                refused = range(first, _find_end(keys, first))
                if refused and keys[first] not in AUXILIARIES and not _has_verb(keys, tokens, refused):
                    yield i, _find_side_before(keys, tokens, i - 1, keys[first]), refused
        elif key in ("rather", "instead") and following in (["than"], ["of"]):
            first = i + 2
            refused = range(first, _find_end(keys, first))
            before = i - 1 if i and keys[i - 1] == "," else i
            if refused:
                yield i, _find_side_before(keys, tokens, before, keys[first]), refused
        elif key in ("rather", "sooner") and i and keys[i - 1] in ("would", "'d", "i'd", "she'd", "he'd"):
            than = next((j for j in range(i + 1, min(len(keys), i + _LONG)) if keys[j] == "than"), 0)
            if than > i + 1:
                yield i, range(i + 1, than), range(than + 1, _find_end(keys, than + 1))


_LONG = 14  # words of one side at most


def _find_other_side(keys: Sequence[str], at: int) -> range | None:
    """What stands after the "but" of "not because of A but because of B", which begins as what is refused."""
    first = keys[at + 1]
    for j in range(at + 2, min(len(keys) - 1, at + _LONG)):
        if keys[j] in SENTENCE_ENDS:
            return None
        if keys[j] == "but":
            alike = (keys[j + 1] == first and first in _LINKS) or {first, keys[j + 1]} <= DETERMINERS
            return range(j + 1, _find_end(keys, j + 1)) if alike else None
    return None


def _skip_aside(keys: Sequence[str], first: int) -> int:
    """The word after what commas part from a "not": "and not, as was said, by lightning"."""
    if keys[first : first + 1] != [","]:
        return first
    end = next((j for j in range(first + 1, min(len(keys), first + _LONG)) if keys[j] in BREAKS), first)
    return end + 1


def _find_end(keys: Sequence[str], first: int) -> int:
    """Where a side ends."""
    for j in range(first, min(len(keys), first + _LONG)):
        if keys[j] in BREAKS or (j > first and (keys[j] in _ENDING or keys[j] in QUOTES)):
            return j
    return min(len(keys), first + _LONG)


def _has_verb(keys: Sequence[str], tokens: Sequence[str], side: range) -> bool:
    """Whether a side has a verb of its own, so that it is no mere name or thing."""
    return any(keys[j] in AUXILIARIES or keys[j] in BE_FORMS for j in side) or (
        is_past(keys[side.start]) and tokens[side.start][0].islower()
    )


def _find_side_before(keys: Sequence[str], tokens: Sequence[str], end: int, link: str) -> range:
    """What is chosen, before a contrast: from the same link on, or the things named last."""
    stop = next((j for j in range(end - 1, -1, -1) if keys[j] in SENTENCE_ENDS), -1) + 1
    if link in _LINKS:
        for j in range(end - 1, max(stop - 1, end - _LONG), -1):
            if keys[j] == link:
                return range(j, end)
    first = end
    for j in range(end - 1, max(stop - 1, end - _NAMED), -1):
        verbal = is_past(keys[j]) and tokens[j][0].islower()
        if keys[j] in BREAKS or keys[j] in AUXILIARIES or keys[j] in BE_FORMS or keys[j] in SAYING or verbal:
            break
        if keys[j] in _LINKS and keys[j] != "of":
            break
        first = j
    return range(first, end)


_NAMED = 7  # words that name one thing
_LINKS = frozenset(
    list_words("on to by in from for with at because of against before after over about through into that")
)
_ENDING = frozenset(
    list_words("who which that but while whereas although though said says as when if after before until")
)


def _find_sentence(keys: Sequence[str], at: int) -> range:
    first = next((j for j in range(at, -1, -1) if keys[j] in SENTENCE_ENDS), -1) + 1
    return range(first, next((j for j in range(at, len(keys)) if keys[j] in SENTENCE_ENDS), len(keys)))


def find_turned_contrast(
    claim: Words, mine: Polarity, contrasts: Sequence[Contrast], theirs: Polarity
) -> Turn | None:
    """Where a claim says of what the evidence refuses what it says of what it chooses, by its contrasts.

    >>> from summarizer.check.polarity import find_polarity
    >>> from summarizer.check.words import split_words
    >>> texts = ("Salt was used on the rails.", "Sand, not salt, was used on the rails.")
    >>> claim, evidence = (split_words(text, "en") for text in texts)
    >>> find_turned_contrast(claim, find_polarity(claim), find_contrasts(evidence), find_polarity(evidence))
    Turn(found=0, expected=2)
    """
    if not contrasts or not mine.weak <= theirs.weak | _OF_CONTRAST or not _AS_TOLD.isdisjoint(claim.key_set):
        return None
    own = find_contrasts(claim)
    if any(n not in {c.at for c in own} for n in mine.negators):
        return None
    left_out = frozenset().union(*(c.refused for c in own)) if own else frozenset()
    for contrast in contrasts:
        refused, chosen = contrast.refused - contrast.frame, contrast.chosen - contrast.frame
        rest = claim.root_set - contrast.refused - contrast.chosen
        if (
            refused
            and chosen
            and refused <= claim.root_set - left_out
            and (claim.root_set - left_out).isdisjoint(chosen)
            and len(rest & contrast.frame) >= max(1, _SAME * len(rest))
        ):
            return Turn(next(i for i, r in enumerate(claim.roots) if r in refused), contrast.at)
    return None


def agrees_by_contrast(one: Words, mine: Polarity, other: Words) -> bool:
    """Whether a text denies, or tells as a mistake, what the other refuses: "the captain did not"."""
    if not mine.negators and _AS_TOLD.isdisjoint(one.key_set):
        return False
    return any(
        not c.refused.isdisjoint(one.root_set) and c.chosen.isdisjoint(one.root_set)
        for c in find_contrasts(other)
    )


_SAME = 0.6  # share of a claim's other words that the evidence says of what it chooses
_OF_CONTRAST = frozenset(("rather", "instead"))
# What was said, or thought, at first may be what turned out otherwise.
_AS_TOLD = frozenset(
    list_words(
        """
        first initially originally earlier reported reportedly thought believed assumed assume wrongly falsely
        supposed mistakenly announced promised planned scheduled expected
        """
    )
)


def find_turned_ellipsis(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """Where a claim gives to the second of two what only the first did, or denies it of the first.

    >>> from summarizer.check.polarity import find_polarity
    >>> from summarizer.check.words import split_words
    >>> texts = ("The tea is good.", "The coffee is good, the tea isn't.")
    >>> claim, evidence = (split_words(text, "en") for text in texts)
    >>> find_turned_ellipsis(claim, find_polarity(claim), evidence, find_polarity(evidence))
    Turn(found=1, expected=7)
    """
    if not theirs.elliptic or mine.elliptic or not mine.weak <= theirs.weak:
        return None
    for at, subject, first in _read_ellipses(evidence):
        leader = next(r for r in first if r)
        said = frozenset(first)
        rest = claim.root_set - subject
        if len(rest & said) < max(1, _SAME * len(rest)):
            continue
        if not mine.negators and subject <= claim.root_set:
            if rest & (said - {leader}) and (leader not in claim.root_set or "both" in claim.key_set):
                return Turn(next(i for i, r in enumerate(claim.roots) if r in subject), at)
        elif (
            len(mine.negators) == len(theirs.negators) == 1
            and leader in claim.root_set
            and subject.isdisjoint(claim.root_set)
            and any(claim.roots[head] in said for head in mine.heads)
        ):
            return Turn(mine.negators[0], None)
    return None


def agrees_by_ellipsis(claim: Words, mine: Polarity, evidence: Words) -> bool:
    """Whether a claim denies in full what its evidence denies in short: "the tea is not good"."""
    return bool(mine.negators) and any(
        subject <= claim.root_set and next(r for r in first if r) not in claim.root_set
        for _, subject, first in _read_ellipses(evidence)
    )


def _read_ellipses(words: Words) -> Iterator[tuple[int, frozenset[str], list[str]]]:
    """For each "…, the tea isn't" its negator, the roots of its subject and those of the clause before it."""
    keys = words.keys
    for i, key in enumerate(keys):
        short = key in _SHORT or (key in ("not", "never") and i > 0 and keys[i - 1] in AUXILIARIES)
        if not (short or (key == "none" and i > 0)):
            continue
        following = keys[i + 1] if i + 1 < len(keys) else "."
        if following not in BREAKS and following not in QUOTES and following not in _AFTER_SHORT:
            continue
        begin = i
        while begin and keys[begin - 1] not in BREAKS and keys[begin - 1] not in _JOINING:
            begin -= 1
        start = next((j for j in range(begin - 1, -1, -1) if keys[j] in ".!?"), -1) + 1
        first = words.roots[start:begin]
        subject = frozenset(r for r in words.roots[begin:i] if r) - frozenset(first)
        if subject and any(first) and len(subject) <= _NAMED:
            yield i, subject, first


_SHORT = frozenset(key for key in AUXILIARIES if key.endswith("n't")) | {"cannot", "isn't", "aren't"}
_AFTER_SHORT = frozenset(("and", "either", "yet", "so"))
_JOINING = frozenset(list_words("and but while whereas although though"))


def find_turned_refusal(claim: Words, mine: Polarity, evidence: Words) -> Turn | None:
    """Where a claim has done what somebody was asked to do, and would not: "asked to leave, he refused".

    >>> from summarizer.check.polarity import find_polarity
    >>> from summarizer.check.words import split_words
    >>> texts = ("Ann signed the form.", "Ann was told to sign the form and would not.")
    >>> claim, evidence = (split_words(text, "en") for text in texts)
    >>> find_turned_refusal(claim, find_polarity(claim), evidence)
    Turn(found=1, expected=9)
    """
    if mine.negators or mine.weak or not _asks(evidence) or _asks(claim) or "if" in claim.key_set:
        return None
    for verb, at in _read_refusals(evidence):
        place = next((k for k, r in enumerate(claim.roots) if r == verb), None)
        if place and (claim.keys[place - 1] != "to" or claim.roots[place - 2] in _AGREEING):
            return Turn(place, at)
    return None


def _asks(words: Words) -> bool:
    """Whether somebody may be asked something in a text."""
    return not (_ASKING.isdisjoint(words.root_set) and _ASKING.isdisjoint(words.key_set))


def _read_refusals(words: Words) -> Iterator[tuple[str, int]]:
    """The root of each verb that somebody was asked to do, and the index of what refuses it in short."""
    keys = words.keys
    for i, key in enumerate(keys):
        short = i > 0 and (key in _SHORT or (key == "not" and keys[i - 1] in AUXILIARIES))
        following = keys[i + 1] if i + 1 < len(keys) else "."
        if not (short or key in ("refused", "declined")) or following not in (*BREAKS, *QUOTES, "and"):
            continue
        for j in range(_find_sentence(keys, i).start, i - 1):
            near = (*words.roots[max(0, j - _ASKED) : j], *keys[max(0, j - _ASKED) : j])
            if keys[j] == "to" and words.roots[j + 1] and not _ASKING.isdisjoint(near):
                yield words.roots[j + 1], i


_ASKED = 6  # words before "to" among which it stands that somebody was asked
_ASKING = frozenset(
    find_root(w, "en") for w in list_words("ask order urge invite request beg instruct want")
) | {"tell", "tells", "told"}
_AGREEING = frozenset(find_root(w, "en") for w in list_words("agree decide begin consent"))
