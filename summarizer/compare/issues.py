"""Wordings of issues -> groups that mean the same issue, without a model.

Two wordings are alike by the words they share, rare words counting more; small words, endings and empty
heads ("the plan to", "the question of") do not count. A word that turns an issue round ("a ban on night
flights" against "night flights") keeps wordings apart: who supports the one opposes the other. What only its
own article explains ("the plan") is the issue of that article that it points to, or stays by itself.

Groups are stars: every wording is like the one in the middle, so that no chain of likenesses leads from one
issue to another.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from summarizer.check.lexicon.places import COUNTRIES
from summarizer.check.lexicon.words import find_root, split_words
from summarizer.compare.names import fold, is_pointer
from summarizer.compare.tables import DETERMINERS, EMPTY, OTHER_WORDS, REVERSERS

# Wordings as alike as this are one issue: twice the weight of the words they share, of that of all their
# words (Dice). Measured by benchmarks/compare.py; a lower one joins issues, a higher one splits them.
THRESHOLD = 0.6

_CONTAINED = 0.65
_MORE = 2  # words
_LONGEST = 300  # characters of a wording that are looked at
_SHORTEST_PART = 4  # letters of each part of a compound


# Any other form of these words turns round as well, but for forms that are other words.
_REVERSER_ROOTS = {
    language: frozenset(root for w in sorted(REVERSERS) if len(root := find_root(w, language)) > 2)
    for language in ("en", "de")
}


# Who does a thing is not the thing: "reporters" are not "the report", "the governor" not "the government".
_AGENT = re.compile(r"(?:[^aeiou]ers?|ors?|ists?|ants?|ians?)$")
_SAME = {"legislation": "law", "centre": "center", "theatre": "theater", "defence": "defense"}
# "Marenian" for "Marenia"; those of the real world are in a table.
_PEOPLE = re.compile(r"^(?P<land>\w{3,}a)ns?$")
# A compound that ends with what turns its head round: "Nachtflugverbot".
_GERMAN_TAIL = re.compile(
    r"^(?P<head>\w{4,}?)s?(?P<tail>verbot|ausstieg|austritt|abbau|schließung|abriss|senkung|kürzung|streichung"
    r"|stopp|abschaffung|aufhebung|rückzug|boykott|lockerung)(?:e[ns]?|s|en)?$"
)
_ADJECTIVE = re.compile(r"(?:ial|ional|ical|ive)$")


@dataclass(frozen=True, slots=True)
class Content:
    """What a wording is about.

    Args:
        roots: of its words; none where all are empty.
        reversers: roots of the words that turn it round.
        empty: roots of its empty heads.
        local: only its own article explains it: "the plan", "this man", "her supporters".
    """

    roots: frozenset[str]
    reversers: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    local: bool = False


@lru_cache(maxsize=1 << 16)
def read_wording(wording: str, language: str = "") -> Content:
    """The content of a wording.

    >>> sorted(read_wording("the plan to ban night flights", "en").roots)
    ['fly', 'night']
    >>> read_wording("the proposal").local, read_wording("the strike").local, read_wording("strikes").local
    (True, True, False)
    """
    language = language if language in ("de", "en") else ""
    split = split_words(wording[:_LONGEST], language)
    pairs = [(k, t) for k, t in zip(split.keys, split.tokens, strict=True) if k[0].isalnum()]
    name = len(pairs) > 1 and all(t[0].isupper() for _, t in pairs) and language != "de"
    roots, reversers, empty = set(), set(), set()
    capital = False
    for at, (word, token) in enumerate(pairs):
        key = _SAME.get(word, word)
        if language == "de" and (tail := _GERMAN_TAIL.search(key)):
            reversers.add(find_root(tail["tail"], language))
            key = tail["head"]
        proper = name or (at > 0 and token[0].isupper() and language != "de")
        capital |= proper or (at == 0 and token[0].isupper() and len(pairs) == 1)
        if not proper and _turns_round(key, language):
            reversers.add(find_root(key, language) or key)
        elif not proper and key in EMPTY:
            empty.add(find_root(key, language))
        elif country := COUNTRIES.get(key):
            capital = True
            roots.add(f"@{country}")
        elif proper and (people := _PEOPLE.search(key)):
            roots.add(_level(fold(find_root(people["land"], language))))
        elif root := find_root(find_root(key, language) or key, language):
            roots.add(_mark(key, _level(fold(root)), language))
    if not roots and reversers:
        # "the ban" alone: the word says what it is about
        roots, reversers = reversers, set()
    pointed = bool(pairs) and pairs[0][0] in DETERMINERS
    single = len(roots) + len(reversers) == 1 and not (language == "de" and len(max(roots, default="")) > 8)
    local = not roots or (single and pointed and not capital) or is_pointer(tuple(k for k, _ in pairs))
    return Content(frozenset(roots), frozenset(reversers), frozenset(empty), local)


def _turns_round(key: str, language: str) -> bool:
    if key in REVERSERS:
        return True
    roots = _REVERSER_ROOTS.get(language or "en", frozenset())
    return key not in OTHER_WORDS and find_root(key, language) in roots


def _mark(key: str, root: str, language: str) -> str:
    """A root that tells a doer, and an adjective, from the thing done."""
    if language == "de" or len(key) < 5:
        return root
    return f"{root}+er" if _AGENT.search(key) else f"{root}+al" if _ADJECTIVE.search(key) else root


def _level(root: str) -> str:
    """One spelling for British and American, and for long stems one ending.

    >>> _level("colour") == _level("color"), _level("programm") == _level("program")
    (True, True)
    """
    if len(root) > 4 and root.endswith("our"):
        root = root[:-3] + "or"
    if len(root) > 6 and root.endswith(("at", "is", "iz")):
        root = root[:-2]
    return root[:-1] if len(root) > 5 and root[-1] == root[-2] else root


@dataclass(slots=True)
class Wordings:
    """The wordings of one content, by how many positions use each."""

    content: Content
    texts: Counter[str]
    # "the plan", where its article has only one: it counts, but names nothing.
    pointers: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How many positions there are."""
        return self.texts.total() + self.pointers.total()

    @property
    def typical(self) -> str:
        """The commonest wording; of those the shortest, then the first in the alphabet."""
        return min(self.texts, key=lambda t: (-self.texts[t], len(t), t))


def find_typical(items: Sequence[Wordings], group: Sequence[int]) -> str:
    """What names a group: its commonest wording, of those the shortest.

    >>> texts = ("a ban on night flights", "the night-flight ban")
    >>> find_typical([Wordings(read_wording(t), Counter([t])) for t in texts], [0, 1])
    'the night-flight ban'
    """
    return min((items[at] for at in group), key=lambda i: (-i.count, len(i.typical), i.typical)).typical


def group_wordings(items: Sequence[Wordings], threshold: float = THRESHOLD) -> list[list[int]]:
    """Stars of wordings, as indexes, the one in the middle first. Does not depend on the order of the items.

    Args:
        items: each with its own content; what only its own article explains stays alone.
        threshold: see THRESHOLD.
    """
    roots = _split_compounds([item.content.roots for item in items])
    count_of = Counter(root for each in roots for root in each)
    weight = {root: math.log(1 + len(items) / count) for root, count in count_of.items()}
    size = [sum(weight[r] for r in sorted(each)) for each in roots]
    near = _find_near(items, roots, weight, size, threshold)

    def rank(index: int) -> tuple[float, int, str]:
        # In the middle stands what is like most of the others.
        mass = items[index].count + sum(items[other].count * sim for other, sim in near[index].items())
        return (-round(mass, 6), len(items[index].typical), items[index].typical)

    taken: set[int] = set()
    stars = []
    for middle in sorted(range(len(items)), key=rank):
        if middle in taken:
            continue
        around = [other for other in near[middle] if other not in taken]
        taken.update((middle, *around))
        stars.append([middle, *sorted(around, key=lambda o: (-items[o].count, items[o].typical))])
    return _move_closer(stars, near, items)


def _find_near(
    items: Sequence[Wordings],
    roots: Sequence[frozenset[str]],
    weight: Mapping[str, float],
    size: Sequence[float],
    threshold: float,
) -> list[dict[int, float]]:
    """For each item those that are alike enough, and how alike."""
    near: list[dict[int, float]] = [{} for _ in items]
    for index, other in _find_candidates(items, roots, weight, size, threshold):
        # A ban is an end, but the end of a ban is neither.
        if len(items[index].content.reversers) != len(items[other].content.reversers):
            continue
        shared = roots[index] & roots[other]
        counts = sorted((len(roots[index]), len(roots[other])))
        alike = 2 * sum(weight[root] for root in sorted(shared)) / (size[index] + size[other])
        if 1 < len(shared) == counts[0] >= counts[1] - _MORE:
            # One says all that the other says, and a little more.
            alike = max(alike, _CONTAINED)
        if alike >= threshold and (len(shared) > 1 or counts[1] == 1):
            near[index][other] = near[other][index] = alike
    return near


def _find_candidates(
    items: Sequence[Wordings],
    roots: Sequence[frozenset[str]],
    weight: Mapping[str, float],
    size: Sequence[float],
    threshold: float,
) -> Iterator[tuple[int, int]]:
    """The pairs that can be alike enough, each once: not all that share a common word.

    With Dice at least t, what two share weighs at least t / (2 - t) of either, so it holds one of the rarest
    words of each, those without which too little weight is left (prefix filtering: Chaudhuri, Ganti and
    Kaushik 2006). What is contained in another shares its rarest word with it.
    """
    needed = threshold / (2 - threshold) - 1e-9
    by_root: dict[str, list[int]] = defaultdict(list)
    by_rare: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(roots):
        if items[index].content.local:
            continue
        rare: list[str] = []
        left = size[index]
        for root in sorted(each, key=lambda r: (-weight[r], r)):
            if rare and left < needed * size[index]:
                break
            rare.append(root)
            left -= weight[root]
        others = {other for root in rare for other in by_root[root]}
        others.update(other for root in each for other in by_rare[root])
        yield from ((index, other) for other in sorted(others))
        for root in each:
            by_root[root].append(index)
        for root in rare:
            by_rare[root].append(index)


def _move_closer(
    stars: Sequence[list[int]], near: Sequence[Mapping[int, float]], items: Sequence[Wordings]
) -> list[list[int]]:
    """Each wording goes to the middle that it is most like, not to the one that came first."""
    middles = {star[0]: at for at, star in enumerate(stars)}
    moved: list[list[int]] = [[star[0]] for star in stars]
    for star in stars:
        for index in star[1:]:
            best = max((m for m in near[index] if m in middles), key=lambda m: (near[index][m], -middles[m]))
            moved[middles[best]].append(index)
    return [[s[0], *sorted(s[1:], key=lambda o: (-items[o].count, items[o].typical))] for s in moved]


def _split_compounds(sets: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Compounds as their parts, where other wordings have both: "kohleausstieg" as "kohl" and "ausstieg".

    >>> sorted(_split_compounds([frozenset({"nachtflug"}), frozenset({"nacht", "flug"})])[0])
    ['flug', 'nacht']
    """
    known = {root for each in sets for root in each if len(root) >= _SHORTEST_PART}

    @cache
    def split(root: str) -> frozenset[str]:
        for at in range(_SHORTEST_PART, len(root) - _SHORTEST_PART + 1):
            head, tail = root[:at], root[at:]
            if tail in known:
                for ending in ("", "s", "es", "e", "n", "en", "er"):
                    bare = head.removesuffix(ending) if ending else head
                    if bare in known and bare + ending == head:
                        return frozenset({bare, tail})
        return frozenset({root})

    return [frozenset(part for root in each for part in split(root)) for each in sets]
