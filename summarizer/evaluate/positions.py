"""Positions against gold, as SEESAW has them: an article's set of (holder, target, polarity).

Holders and targets are matched by the last word of their names. A target is looked for in the words of the
issue that a summary states; an issue that names nothing the gold knows has no gold, and is only counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.evaluate.items import Stand
from summarizer.evaluate.overlap import find_letters
from summarizer.records import Span, Stance

_Pair = tuple[str, str]


def count_positions(
    text: str, gold: Sequence[Stand], found: Sequence[Stand], entities: Iterable[str] = ()
) -> Counter[str]:
    """What the figures of one article are made of; counts add up.

    Args:
        text: of the article.
        gold: what is to be found.
        found: what was.
        entities: names of whatever the gold has looked at, also where nobody has a stance on it.
    """
    theirs: dict[_Pair, list[Stand]] = {}
    for stand in gold:
        theirs.setdefault((last_word(stand.holder), last_word(stand.target)), []).append(stand)
    known = {last_word(name) for name in entities} | {target for _, target in theirs}
    ours: dict[_Pair, list[Stand]] = {}
    aside = 0
    for stand in found:
        targets = set(re.findall(r"[^\W_]+", stand.target.lower())) & known
        aside += not targets
        for target in targets:
            ours.setdefault((last_word(stand.holder), target), []).append(stand)
    holders = {holder for holder, _ in theirs}
    counts: Counter[str] = Counter(
        holders=len(holders),
        holders_found=len(holders & {last_word(stand.holder) for stand in found}),
        pairs=len(theirs),
        pairs_found=len(ours),
        aside=aside,
    )
    for pair in theirs.keys() & ours.keys():
        counts["pairs_right"] += 1
        counts["polarity_right"] += not _polarities(theirs[pair]).isdisjoint(_polarities(ours[pair]))
        shown = find_letters(text, _spans(theirs[pair]))
        counts["evidence_right"] += not shown.isdisjoint(find_letters(text, _spans(ours[pair])))
    return counts


def last_word(name: str) -> str:
    """The word of a name that articles use alone.

    >>> last_word("the Republican Party")
    'party'
    """
    words = re.findall(r"[^\W_]+", name.lower())
    return words[-1] if words else ""


def _polarities(stands: Iterable[Stand]) -> set[Stance]:
    both = (Stance.SUPPORTS, Stance.OPPOSES)
    return {s for stand in stands for s in (both if stand.stance is Stance.MIXED else (stand.stance,))}


def _spans(stands: Iterable[Stand]) -> Iterable[Span]:
    return (span for stand in stands for span in stand.spans)
