"""Make summarizer/data/senses.txt.gz from the files of WordNet.

    python benchmarks/build_senses.py DICT     # DICT: the folder with data.noun, index.noun, index.sense…

One line a word, sorted: the word, a tab, "*" if it is first a noun, a tab, its senses, a tab, the wider ones
(more general nouns and verbs, near adjectives), a tab, those of its opposites. A sense is its kind and a
number in base 36 that means nothing outside the file.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parent.parent / "summarizer" / "data" / "senses.txt.gz"
KINDS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
# One word, or a verb with a particle.
LEMMA = re.compile(
    r"[a-z]{2,16}|[a-z]{2,12}_(?:up|down|off|out|on|in|over|away|back|through|together|apart|aside)"
)
Sense = tuple[str, str]  # kind and offset


def read_senses(folder: Path) -> tuple[dict[str, set[Sense]], dict[Sense, list[tuple[str, Sense]]]]:
    """The senses of each word, and from each sense the pointers to others."""
    words: dict[str, set[Sense]] = defaultdict(set)
    pointers: dict[Sense, list[tuple[str, Sense]]] = {}
    for kind, name in KINDS.items():
        for line in (folder / f"index.{name}").read_text().splitlines():
            if not line.startswith(" ") and LEMMA.fullmatch(line.split()[0]):
                lemma, _, count, *rest = line.split()
                words[lemma].update((kind, offset) for offset in rest[len(rest) - int(count) :])
        for line in (folder / f"data.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            at = 4 + 2 * int(fields[3], 16)
            found = pointers[kind, fields[0]] = []
            for n in range(int(fields[at])):
                symbol, offset, other, _ = fields[at + 1 + 4 * n : at + 5 + 4 * n]
                found.append((symbol, ("a" if other == "s" else other, offset)))
    return words, pointers


def find_first_kinds(folder: Path) -> dict[str, str]:
    """What a word is most often in the texts that were counted: a kind, "n" for a noun."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    kinds = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    for line in (folder / "index.sense").read_text().splitlines():
        key, _, _, count = line.split()
        lemma, _, rest = key.partition("%")
        counts[lemma][kinds[rest[0]]] += 2 * int(count) + (kinds[rest[0]] == "n")
    return {word: max(found, key=lambda kind: found[kind]) for word, found in counts.items()}


def main(folder: Path) -> int:
    """Read, number and write."""
    words, pointers = read_senses(folder)
    first = find_first_kinds(folder)

    def follow(sense: Sense, *symbols: str) -> set[Sense]:
        return {other for symbol, other in pointers[sense] if symbol in symbols}

    def widen(sense: Sense) -> set[Sense]:
        if sense[0] == "n":
            near = follow(sense, "@", "@i")
            return near.union(*(follow(s, "@") for s in near))
        return follow(sense, "@", "$") if sense[0] == "v" else follow(sense, "&", "^")

    numbers: dict[Sense, str] = {}

    def write(senses: set[Sense]) -> str:
        return " ".join(sorted(numbers.setdefault(s, s[0] + to_base_36(len(numbers))) for s in senses))

    lines = []
    for word in sorted(words):
        own = set(words[word])
        own |= {other for sense in words[word] for other in follow(sense, "+", "\\")}
        wider = {other for sense in own for other in widen(sense)} - own
        # The opposite of an adjective is the opposite of those near it, too.
        heads = words[word] | {h for s in words[word] if s[0] == "a" for h in follow(s, "&")}
        opposite = {other for sense in heads for other in follow(sense, "!")}
        star = "*" if first.get(word) == "n" else ""
        lines.append(f"{word}\t{star}\t{write(own)}\t{write(wider)}\t{write(opposite)}")
    text = "\n" + "\n".join(lines) + "\n"
    OUT.write_bytes(gzip.compress(text.encode("ascii"), mtime=0))
    print(f"{len(lines)} words, {OUT.stat().st_size} bytes")
    return 0


def to_base_36(number: int) -> str:
    """A number in digits and letters."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = digits[number % 36]
    while number := number // 36:
        text = digits[number % 36] + text
    return text


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
