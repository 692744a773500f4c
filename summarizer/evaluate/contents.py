"""Statements against gold: what is found, how exactly, and whose it is said to be.

exact     the same letters and digits
t0.3      more than .3 of the gold is found (Gender Gap Tracker, asymmetric: rewards whole paragraphs)
t0.8      more than .8 of it
iou0.5    intersection over union of at least .5
prop      letters found, right or wrong, over all (Citron's overlap, SpkAtt-2023)
speaker   right speakers among the pairs at t0.3 whose gold has a speaker
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.evaluate.items import Item, is_bare_pronoun, is_same_speaker
from summarizer.evaluate.overlap import align, divide, find_letters, harmonic

# By which kinds statements are reported; the headline is on the quoted ones, where people agree best.
GROUPS: dict[str, tuple[str, ...]] = {
    "all": ("direct", "mixed", "indirect"),
    "quoted": ("direct", "mixed"),
    "direct": ("direct",),
    "mixed": ("mixed",),
    "indirect": ("indirect",),
}
MEASURES = ("exact", "t0.3", "t0.8", "iou0.5", "prop")


def count_contents(text: str, gold: Sequence[Item], found: Sequence[Item]) -> Counter[str]:
    """What the figures of one article are made of, for items of one group of kinds; counts add up.

    Args:
        text: of the article.
        gold: what is to be found.
        found: what was.
    """
    theirs = [find_letters(text, item.spans) for item in gold]
    ours = [find_letters(text, item.spans) for item in found]
    counts: Counter[str] = Counter(
        gold=len(gold),
        found=len(found),
        gold_letters=sum(map(len, theirs)),
        found_letters=sum(map(len, ours)),
    )
    for match in align(theirs, ours):
        counts["common"] += match.common
        counts["exact"] += theirs[match.gold] == ours[match.found]
        counts["t0.3"] += match.recall > 0.3
        counts["t0.8"] += match.recall > 0.8
        counts["iou0.5"] += match.iou >= 0.5
        if match.recall > 0.3:
            right = is_same_speaker(gold[match.gold], found[match.found])
            if right is not None:
                counts["speakers"] += 1
                counts["speakers_right"] += right
                if is_bare_pronoun(gold[match.gold]):
                    counts["pronouns"] += 1
                    counts["pronouns_right"] += right
    return counts


def rate_contents(counts: Counter[str], measure: str) -> tuple[float, float, float]:
    """Precision, recall and F1 by one of MEASURES, from summed counts.

    >>> rate_contents(Counter({"gold": 4, "found": 2, "exact": 1}), "exact")
    (0.5, 0.25, 0.3333333333333333)
    """
    if measure == "prop":
        precision = divide(counts["common"], counts["found_letters"])
        recall = divide(counts["common"], counts["gold_letters"])
    else:
        precision = divide(counts[measure], counts["found"])
        recall = divide(counts[measure], counts["gold"])
    return precision, recall, harmonic(precision, recall)
