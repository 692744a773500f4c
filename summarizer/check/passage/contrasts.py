"""What a text sets apart from what it says: "the coach, not his keeper", "in euros, not in dollars"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.check.lexicon.polarity_words import (
    AUXILIARIES,
    BE_FORMS,
    BREAKS,
    DETERMINERS,
    HARMLESS,
    QUOTES,
    SAYING,
    SENTENCE_ENDS,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past


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

    >>> from summarizer.check.lexicon.words import split_words
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
        sentence = find_sentence(words.keys, at)
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


_SIGNS = frozenset(("not", "never", "rather", "instead", "sooner"))


def _read_contrasts(keys: Sequence[str], tokens: Sequence[str]) -> Iterator[tuple[int, range, range]]:
    """For each contrast the index of its sign, and where what is chosen and what is refused stand."""
    for i, key in enumerate(keys):
        following = keys[i + 1 : i + 2]
        if key in _REFUSING and following and (key, following[0]) not in HARMLESS:
            other = _find_other_side(keys, i)
            if other:
                yield i, other, range(i + 1, other.start - 1)
            elif i and keys[i - 1] in (",", "and", "but"):
                first = _skip_aside(keys, i + 1)
                refused = range(first, _find_end(keys, first))
                if key == "never" and keys[first : first + 1] != [] and keys[first] not in _LINKS:
                    continue  # "and never told her"
                if refused and keys[first] not in AUXILIARIES and not _has_verb(keys, tokens, refused):
                    yield i, _find_side_before(keys, tokens, i - 1, keys[first]), refused
        elif key in ("rather", "instead") and following in (["than"], ["of"]):
            first = _skip_aside(keys, i + 2)
            refused = range(first, _find_end(keys, first))
            before = i - 1 if i and keys[i - 1] == "," else i
            if refused:
                yield i, _find_side_before(keys, tokens, before, keys[first]), refused
        elif key in ("rather", "sooner") and i and keys[i - 1] in ("would", "'d", "i'd", "she'd", "he'd"):
            than = next((j for j in range(i + 1, min(len(keys), i + _LONG)) if keys[j] == "than"), 0)
            if than > i + 1:
                yield i, range(i + 1, than), range(than + 1, _find_end(keys, than + 1))


_REFUSING = frozenset(("not", "never"))
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
    for j in range(end - 1, max(stop - 1, end - NAMED), -1):
        verbal = is_past(keys[j]) and tokens[j][0].islower()
        if keys[j] in BREAKS or keys[j] in AUXILIARIES or keys[j] in BE_FORMS or keys[j] in SAYING or verbal:
            break
        if keys[j] in _LINKS and keys[j] != "of":
            break
        first = j
    return range(first, end)


NAMED = 7  # words that name one thing


_LINKS = frozenset(
    list_words("on to by in from for with at because of against before after over about through into that")
)


_ENDING = frozenset(
    list_words("who which that but while whereas although though said says as when if after before until")
)


def find_sentence(keys: Sequence[str], at: int) -> range:
    """The words of the sentence in which a word stands."""
    first = next((j for j in range(at, -1, -1) if keys[j] in SENTENCE_ENDS), -1) + 1
    return range(first, next((j for j in range(at, len(keys)) if keys[j] in SENTENCE_ENDS), len(keys)))
