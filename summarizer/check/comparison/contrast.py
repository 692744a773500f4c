"""Whether a claim says of the one refused what its evidence says of the one chosen: "not salt but sand"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.check.lexicon.polarity_words import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    QUOTES,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root
from summarizer.check.passage.contrasts import NAMED, Contrast, find_contrasts, find_sentence
from summarizer.check.passage.polarity import Polarity, Turn


def find_turned_contrast(
    claim: Words, mine: Polarity, contrasts: Sequence[Contrast], theirs: Polarity
) -> Turn | None:
    """Where a claim says of what the evidence refuses what it says of what it chooses, by its contrasts.

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
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
    contrasts = find_contrasts(other)
    own = find_contrasts(one) if contrasts else []
    return any(
        not (c.refused | _read_apposed(other, c.first)).isdisjoint(one.root_set)
        and (
            c.chosen.isdisjoint(one.root_set)
            # "for a dyer, not for a bishop" for "for a dyer rather than for a bishop"
            or any(o.refused <= c.refused and not o.chosen.isdisjoint(c.chosen) for o in own)
        )
        for c in contrasts
    )


def tells_chosen(claim: Words, contrasts: Sequence[Contrast]) -> bool:
    """Whether a claim tells what its evidence chooses, and has what that refuses as its owner alone.

    "The mayor's deputy signed it" for "it was not the mayor but her deputy who signed it".
    """
    for contrast in contrasts:
        places = [i for i, r in enumerate(claim.roots) if r in contrast.refused]
        if places and contrast.chosen <= claim.root_set and all(_owns(claim, i) for i in places):
            return True
    return False


def _owns(words: Words, at: int) -> bool:
    return words.tokens[at].endswith(("’s", "'s")) or words.keys[at + 1 : at + 2] in (["'"], ["’"])


def _read_apposed(words: Words, first: int) -> frozenset[str]:
    """What a comma adds to what is refused: "and not her brother Owen, [the pathologist], who asked"."""
    commas = [j for j in range(first, min(len(words), first + _APPOSED)) if words.keys[j] in BREAKS][:2]
    if len(commas) < 2 or words.keys[commas[0] + 1] not in DETERMINERS:
        return frozenset()
    return frozenset(words.roots[commas[0] + 1 : commas[1]]) - {""}


_APPOSED = 12  # words of somebody's name and of what is added to it


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

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
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
        if subject and any(first) and len(subject) <= NAMED:
            yield i, subject, first


_SHORT = frozenset(key for key in AUXILIARIES if key.endswith("n't")) | {"cannot", "isn't", "aren't"}


_AFTER_SHORT = frozenset(("and", "either", "yet", "so"))


_JOINING = frozenset(list_words("and but while whereas although though"))


def find_turned_refusal(claim: Words, mine: Polarity, evidence: Words) -> Turn | None:
    """Where a claim has done what somebody was asked to do, and would not: "asked to leave, he refused".

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
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
        for j in range(find_sentence(keys, i).start, i - 1):
            near = (*words.roots[max(0, j - _ASKED) : j], *keys[max(0, j - _ASKED) : j])
            if keys[j] == "to" and words.roots[j + 1] and not _ASKING.isdisjoint(near):
                yield words.roots[j + 1], i


_ASKED = 6  # words before "to" among which it stands that somebody was asked


_ASKING = frozenset(
    find_root(w, "en") for w in list_words("ask order urge invite request beg instruct want")
) | {"tell", "tells", "told"}


_AGREEING = frozenset(find_root(w, "en") for w in list_words("agree decide begin consent"))
