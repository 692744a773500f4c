"""How well `summarizer compare` joins names and groups issues without a model, on invented sets.

    python benchmarks/compare.py [--threshold 0.6] [--wrong]

Each set is a text file in benchmarks/compare. Two entries that belong together and are put together are a
right pair. "tuned" sets were at hand when the rules were written; "held out" ones were written before they
were measured, and no rule was changed for them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from summarizer.compare.actors import join_actors
from summarizer.compare.collect import Collected
from summarizer.compare.issues import THRESHOLD, Wordings, group_wordings, read_wording
from summarizer.compare.records import ComparedArticle
from summarizer.language import guess_language
from summarizer.records import Actor, ActorKind

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


def read_articles(path: Path) -> tuple[list[Collected], list[list[str]]]:
    """The articles of a set of actors, and for each of their actors who it is."""
    articles, who = [], []
    for number, lines in enumerate(read_groups(path)):
        fields = [[cell.strip() for cell in line.split("|")] for line in lines]
        actors = tuple(
            Actor(
                name=name,
                role=role or None,
                kind=ActorKind(kind),
                aliases=tuple(a.strip() for a in aliases.split(",") if a.strip()),
            )
            for _, name, role, kind, aliases in fields
        )
        language = "de" if any("ministerin" in (a.role or "") + a.name for a in actors) else "en"
        about = ComparedArticle(id=f"{number:03}", title="")
        articles.append(Collected(about, language, actors, {}, ()))
        who.append([cells[0] for cells in fields])
    return articles, who


def measure_actors(path: Path, *, show: bool = False) -> tuple[float, float, float]:
    """Scores of joining names on one set. "name?" is somebody whom the articles leave open."""
    articles, who = read_articles(path)
    joined = join_actors(articles)
    places = [(at, actor.name) for at, article in enumerate(articles) for actor in article.actors]
    gold: dict[str, list[int]] = {}
    found: dict[int, list[int]] = {}
    for index, ((at, name), person) in enumerate(zip(places, (w for each in who for w in each), strict=True)):
        gold.setdefault(f"{person}{index}" if person.endswith("?") else person, []).append(index)
        found.setdefault(joined.group_of[joined.nodes[at][name]], []).append(index)
    if show:
        people = {index: person for person, each in gold.items() for index in each}
        for group in found.values():
            names = {people[index] for index in group}
            if len(names) > 1 or len(group) < max(len(gold[name]) for name in names):
                print("   ", " | ".join(f"{people[i]}: {places[i][1]}" for i in group))
    return score_pairs(list(gold.values()), list(found.values()))


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
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem.startswith("issues"):
            scores = measure_issues(path, options.threshold, show=options.wrong)
        else:
            scores = measure_actors(path, show=options.wrong)
        print(f"{path.stem:<18} precision {scores[0]:.3f}  recall {scores[1]:.3f}  F1 {scores[2]:.3f}")


if __name__ == "__main__":
    main()
