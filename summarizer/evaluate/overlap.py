"""How far two passages are the same, and which belongs to which. Only letters and digits count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.records import Span


@dataclass(frozen=True, slots=True)
class Match:
    """A gold passage and the found one that it is aligned with; sizes are counts of letters and digits."""

    gold: int  # index
    found: int  # index
    common: int
    gold_size: int
    found_size: int

    @property
    def iou(self) -> float:
        """Intersection over union, above 0 to 1."""
        return self.common / (self.gold_size + self.found_size - self.common)

    @property
    def recall(self) -> float:
        """Share of the gold passage."""
        return self.common / self.gold_size


def find_letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The offsets of letters and digits within spans: quotation marks and spaces at an edge do not matter.

    >>> sorted(find_letters('"No!" he', [(0, 5)]))
    [1, 2]
    """
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def align(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> list[Match]:
    """One-to-one pairs, the best intersection over union first; earlier passages first among equals.

    >>> align([frozenset({1, 2})], [frozenset({2}), frozenset({1, 2, 3})])
    [Match(gold=0, found=1, common=2, gold_size=2, found_size=3)]
    """
    pairs = [
        (-common / len(x | y), i, j, common)
        for i, x in enumerate(gold)
        for j, y in enumerate(found)
        if (common := len(x & y))
    ]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    matches = []
    for _, i, j, common in sorted(pairs):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            matches.append(Match(i, j, common, len(gold[i]), len(found[j])))
    return matches


def divide(part: float, whole: float) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return divide(2 * precision * recall, precision + recall)
