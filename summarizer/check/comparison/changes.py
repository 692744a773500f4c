"""By how much something goes up or down: whether a claim has the same amount go the other way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from summarizer.check.lexicon.number_words import FRACTIONS, PERCENT
from summarizer.check.lexicon.polarity_words import BREAKS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root
from summarizer.check.passage.polarity import Polarity, Turn


class Change(NamedTuple):
    """A word that says up (+1) or down (-1), and the amount beside it: "6.4 percent higher"."""

    at: int
    sign: int
    amount: str


def find_turned_change(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """Where a claim has by the same amount more of what the evidence has less of, whatever the words.

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("The port lost a third of its passengers.", "Passengers at the port rose by a third.")
    >>> claim, evidence = (split_words(text, "en") for text in texts)
    >>> find_turned_change(claim, find_polarity(claim), evidence, find_polarity(evidence))
    Turn(found=2, expected=4)
    """
    if _AMOUNTS.isdisjoint(claim.key_set & evidence.key_set) or not _BETWEEN.isdisjoint(
        claim.key_set | evidence.key_set
    ):
        return None
    others = {change.amount: change for change in _read_changes(evidence, theirs)}
    for change in islice(_read_changes(claim, mine), _MOST) if others else ():
        other = others.get(change.amount)
        if other is None or evidence.keys.count(change.amount) > 1 or claim.keys.count(change.amount) > 1:
            continue
        if other.sign != change.sign and len(claim.root_set & evidence.root_set - {change.amount}) >= _SHARED:
            return Turn(change.at, other.at)
    return None


_MOST = 6  # changes of a claim that are compared: time stays linear
_SHARED = 2  # roots that both texts must have besides


def _read_changes(words: Words, polarity: Polarity) -> Iterator[Change]:
    """The changes of a text that have an amount and are not denied."""
    keys = words.keys
    for i, root in enumerate(words.roots):
        sign = _SIGNS.get(root or keys[i], 0)
        if not sign or polarity.denied[i] or polarity.soft[i]:
            continue
        if keys[i] in _COMPARATIVES:
            amount = _read_before(words, i)
        else:
            amount = _read_after(words, i) or (keys[i].endswith("er") and _read_before(words, i)) or ""
        if amount:
            yield Change(i, sign, amount)


def _read_before(words: Words, i: int) -> str:
    """The amount right before a comparative: "6.4 percent higher", "a third more"."""
    keys = words.keys
    if i and keys[i - 1] in FRACTIONS:
        return keys[i - 1]
    return keys[i - 2] if i > 1 and keys[i - 1] in PERCENT and keys[i - 2][0].isdecimal() else ""


def _read_after(words: Words, i: int) -> str:
    """The amount right behind a verb: "rose by nearly 6 percent", "lost a third"; no level: "rose to 6"."""
    for j in range(i + 1, min(len(words), i + _NEAR)):
        key = words.keys[j]
        if key in FRACTIONS:
            return key
        if key[0].isdecimal():
            return key if words.keys[j + 1 : j + 2] and words.keys[j + 1] in PERCENT else ""
        if key not in _ABOUT or key in BREAKS:
            return ""
    return ""


_NEAR = 6
_AMOUNTS = frozenset((*FRACTIONS, *PERCENT))
_ABOUT = frozenset(
    list_words(
        """
        by a an about around almost nearly roughly just only over more than less well some up another as much
        """
    )
)
_UP = (
    "rise increase grow climb gain surge jump soar advance rally swell add up high dear expensive large more"
)
_DOWN = (
    "fall drop decline lose shed slow ease dip decrease slip sink plunge tumble cut shrink slide slump down "
    "low cheap few small less"
)
_COMPARATIVES = frozenset(list_words("more less fewer"))
_SIGNS = {
    root: sign
    for sign, listed in ((1, _UP), (-1, _DOWN))
    for word in list_words(listed)
    for root in (find_root(word, "en") or word,)
}
_BETWEEN = frozenset(("against", "versus"))  # "the euro gained 5% against the pound" is "the pound lost"
