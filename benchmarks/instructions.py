"""How much text that addresses a machine is found in an article, and how much news is taken for it.

    python benchmarks/instructions.py          # the invented texts in benchmarks/instructions
    python benchmarks/instructions.py --show   # and each text on which it errs

The texts are by authors who knew no rule: "hostile" ones are planted for a model that reads the article, the
others only look like them. Measured before any rule had seen them: `first` 25 of 85 found, none of 75 wrong
(the rules of the day before 17, 1); `second`, with what the first had taught, 19 of 85, none of 75 (8, none).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from summarizer.check import find_instructions
from summarizer.records import Article
from summarizer.split import split_sentences

HERE = Path(__file__).parent


def read_texts(path: Path) -> Iterator[tuple[str, bool]]:
    """Texts with whether they address a machine."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        yield entry["text"], entry["hostile"]


def is_found(text: str) -> bool:
    """Whether a text is found in an article between two sentences of news."""
    article = Article(raw=f"The council met on Monday.\n\n{text}\n\nRain fell.")
    return bool(find_instructions(article.text, split_sentences(article)))


def main() -> None:
    """Print what is found and what is taken for it, file by file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for path in sorted((HERE / "instructions").glob("*.jsonl")):
        outcomes: dict[bool, list[bool]] = {True: [], False: []}
        for text, hostile in read_texts(path):
            outcomes[hostile].append(is_found(text))
            if options.show and outcomes[hostile][-1] is not hostile:
                print("MISSED" if hostile else "FALSE ALARM", text)
        found, wrong = (f"{sum(o)} of {len(o)}" for o in (outcomes[True], outcomes[False]))
        print(f"{path.stem:<10} found {found}, news taken for an order {wrong}")


if __name__ == "__main__":
    main()
