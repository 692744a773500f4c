"""Which of two is better: a paired bootstrap by article, and a plain word for it."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import mul

from summarizer.evaluate.figures import Figure
from summarizer.evaluate.tally import Tally, sum_tallies

RESAMPLES = 2_000
LEVEL = 0.95
# With fewer articles that differ, not even all of them on one side would be unlikely enough by chance:
# five of five have a probability of 2 / 2**5 = .06, six of six of .03.
LEAST_ARTICLES = 6
# Nobody makes more gold than that by hand, so a larger number is no help.
_MOST_NEEDED = 20_000


class Word(StrEnum):
    """What a difference comes to."""

    BETTER = "better"
    WORSE = "worse"
    MORE = "more"  # for figures of which neither is better
    LESS = "less"
    UNCLEAR = "cannot tell"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Difference:
    """How a figure of one differs from that of another on the same articles.

    Args:
        change: the other's figure minus the base's.
        low: where the interval of LEVEL begins.
        high: where it ends.
        word: what it comes to.
        needed: with how many articles such a difference would show, where it cannot be told with these;
            None where it is so small that no useful number would do.
    """

    change: float
    low: float
    high: float
    word: Word
    needed: int | None = None


def draw_samples(articles: int, resamples: int = RESAMPLES, seed: int = 0) -> list[list[int]]:
    """How often each article is in each of the samples, drawn with replacement; the same every time."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    samples = []
    for _ in range(resamples):
        drawn = Counter(dice.choices(range(articles), k=articles))
        samples.append([drawn[i] for i in range(articles)])
    return samples


def compare_figure(
    figure: Figure, base: Sequence[Tally], other: Sequence[Tally], samples: Sequence[Sequence[int]]
) -> Difference | None:
    """The difference in a figure between two results on the same articles; None where it cannot be measured.

    Args:
        figure: which one.
        base: counts of each article.
        other: counts of the same articles in the same order.
        samples: from `draw_samples` for that many articles.
    """
    before, after = figure.compute(sum_tallies(base)), figure.compute(sum_tallies(other))
    if before is None or after is None:
        return None
    differing = sum(
        any(a.get(key, 0) != b.get(key, 0) for key in figure.needs) for a, b in zip(base, other, strict=True)
    )
    if not differing:
        return Difference(0.0, 0.0, 0.0, Word.SAME)
    changes = sorted(_resample(figure, base, other, samples))
    change = after - before
    if not changes:
        return Difference(change, change, change, Word.UNCLEAR)
    if not (change or any(changes)):
        return Difference(0.0, 0.0, 0.0, Word.SAME)  # as when all there is is right on both sides
    low, high = _quantile(changes, (1 - LEVEL) / 2), _quantile(changes, (1 + LEVEL) / 2)
    if (low > 0 or high < 0) and differing >= LEAST_ARTICLES:
        return Difference(change, low, high, _judge(figure, change))
    return Difference(
        change, low, high, Word.UNCLEAR, _estimate_needed(change, low, high, len(base), differing)
    )


def _resample(
    figure: Figure, base: Sequence[Tally], other: Sequence[Tally], samples: Sequence[Sequence[int]]
) -> list[float]:
    """The difference in each of the samples in which it can be measured."""
    columns = [
        (key, [a.get(key, 0) for a in base], [b.get(key, 0) for b in other])
        for key in figure.needs
        if any(key in a for a in base) or any(key in b for b in other)
    ]
    changes = []
    for weights in samples:
        one = {key: sum(map(mul, weights, column)) for key, column, _ in columns}
        two = {key: sum(map(mul, weights, column)) for key, _, column in columns}
        before, after = figure.compute(one), figure.compute(two)
        if before is not None and after is not None:
            changes.append(after - before)
    return changes


def _judge(figure: Figure, change: float) -> Word:
    if figure.better == 0:
        return Word.MORE if change > 0 else Word.LESS
    return Word.BETTER if (change > 0) == (figure.better > 0) else Word.WORSE


def _estimate_needed(change: float, low: float, high: float, articles: int, differing: int) -> int | None:
    """Articles with which an interval around the same difference would leave zero out.

    Its width shrinks with the root of their number. At least so many that enough of them would differ.
    """
    width = (high - low) / 2
    if not change:
        return None
    needed = max(articles * (width / abs(change)) ** 2, articles * LEAST_ARTICLES / differing, articles + 1)
    return None if needed > _MOST_NEEDED else _round_up(needed)


def _round_up(number: float) -> int:
    """Two digits are more than such an estimate is good for.

    >>> _round_up(1234.5), _round_up(41.2)
    (1300, 42)
    """
    step: int = 10 ** max(0, math.floor(math.log10(number)) - 1)
    return math.ceil(number / step) * step


def _quantile(ordered: Sequence[float], share: float) -> float:
    """A quantile, between two values as far as its place is between theirs.

    >>> _quantile([0.0, 1.0, 2.0, 3.0], 0.5)
    1.5
    """
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
