"""How well `summarizer compare` joins names and groups issues without a model, on invented sets.

    python benchmarks/compare.py [--threshold 0.6] [--wrong]

Each set is a text file: a paragraph is one issue (or one actor). A pair of two entries that belong together and
are put together is right. "tuned" sets were at hand when the rules were written, "held out" ones were written
before they were measured, and no rule was changed for them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from summarizer.compare.issues import THRESHOLD, Wordings, group_wordings, read_wording
from summarizer.language import guess_language

FOLDER = Path(__file__).parent / "compare"


def read_groups(path: Path) -> list[list[str]]:
    """The paragraphs of a file, each with its lines; lines that begin with "#" are left out."""
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    groups = [[line for line in p.splitlines() if line and not line.startswith("#")] for p in paragraphs]
    return [group for group in groups if group]


def score_pairs(gold: Sequence[Iterable[int]], found: Sequence[Iterable[int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs that stand in one group."""
    right = {frozenset(pair) for group in gold for pair in combinations(group, 2)}
    made = {frozenset(pair) for group in found for pair in combinations(group, 2)}
    both = len(right & made)
    precision, recall = both / max(1, len(made)), both / max(1, len(right))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def measure_issues(path: Path, threshold: float, *, show: bool = False) -> tuple[float, float, float]:
    """Scores of grouping by wording on one set."""
    groups = read_groups(path)
    texts = [text for group in groups for text in group]
    items = [Wordings(read_wording(t, _guess(t)), Counter([t])) for t in texts]
    numbers = iter(range(len(texts)))
    gold = [[next(numbers) for _ in group] for group in groups]
    found = group_wordings(items, threshold)
    if show:
        for star in found:
            homes = {at for at, group in enumerate(gold) for index in star if index in group}
            if len(homes) > 1 or len(star) < max(len(gold[at]) for at in homes):
                print("   ", " | ".join(texts[index] for index in star))
    return score_pairs(gold, found)


def _guess(text: str) -> str:
    """The language of a wording: too short for counting, but German writes umlauts and articles."""
    german = {"der", "die", "das", "den", "ein", "eine", "des", "von", "auf", "im", "am", "und"}
    umlauts = any(c in "äöüß" for c in text)
    return guess_language(text) or ("de" if umlauts or german & set(text.split()) else "en")


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--wrong", action="store_true", help="show the groups that are not as they should be")
    options = parser.parse_args()
    for path in sorted(FOLDER.glob("issues_*.txt")):
        scores = measure_issues(path, options.threshold, show=options.wrong)
        print(f"{path.stem:<16} precision {scores[0]:.3f}  recall {scores[1]:.3f}  F1 {scores[2]:.3f}")


if __name__ == "__main__":
    main()
