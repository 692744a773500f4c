"""Whether two words can mean one thing, from WordNet's senses and a table of the news's own synonyms.

Serves claims that have nearly the words of their evidence, where one word stands in another's place: "heroin"
for "cocaine" is a change of meaning, "car" or "vehicle" for one another may not be.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from summarizer.check.lexicon.function_words import IRREGULAR
from summarizer.check.lexicon.synonyms import GROUPS


class Relation(Enum):
    """How the meanings of two words stand to each other."""

    NEAR = "near"  # a common sense, or one is the more general
    OPPOSITE = "opposite"
    FAR = "far"
    UNKNOWN = "unknown"  # one of them is in no table


class Senses(NamedTuple):
    """The senses of a word, the wider ones, and its opposites': numbers that mean nothing elsewhere."""

    noun: bool  # whether it is first a noun
    own: frozenset[str]
    wider: frozenset[str]
    opposite: frozenset[str]


@lru_cache(maxsize=1 << 14)
def compare_senses(a: str, b: str) -> Relation:
    """How two words stand to each other, whatever their inflection.

    >>> compare_senses("cocaine", "heroin"), compare_senses("cars", "vehicle"), compare_senses("rose", "fell")
    (<Relation.FAR: 'far'>, <Relation.NEAR: 'near'>, <Relation.OPPOSITE: 'opposite'>)
    """
    bases, others = _find_bases(a), _find_bases(b)
    if not bases.isdisjoint(others) or any(
        not GROUPS.get(x, _NONE).isdisjoint(GROUPS.get(y, _NONE)) for x in bases for y in others
    ):
        return Relation.NEAR
    one, other = _find_senses(bases), _find_senses(others)
    if not one.own or not other.own:
        return Relation.UNKNOWN
    if not one.opposite.isdisjoint(other.own) or not other.opposite.isdisjoint(one.own):
        return Relation.OPPOSITE
    if one.noun and other.noun:
        # "Doctor" and "nurse" have a verb in common, which is not what they are here.
        one, other = _keep_nouns(one), _keep_nouns(other)
    near = not (
        one.own.isdisjoint(other.own) and one.own.isdisjoint(other.wider) and other.own.isdisjoint(one.wider)
    )
    return Relation.NEAR if near else Relation.FAR


@lru_cache(maxsize=1 << 14)
def are_synonyms(a: str, b: str) -> bool:
    """Whether two words are in one group of the news's own synonyms, whatever their inflection.

    >>> are_synonyms("asked", "requested"), are_synonyms("asked", "answered")
    (True, False)
    """
    return any(
        not GROUPS.get(x, _NONE).isdisjoint(GROUPS.get(y, _NONE))
        for x in _find_bases(a)
        for y in _find_bases(b)
    )


_NONE: frozenset[int] = frozenset()
_SUFFIXES = (
    ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"),
    ("ing", ""), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ier", "y"), ("iest", "y"),
    ("men", "man"), ("ly", ""), ("ily", "y"),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _find_bases(word: str) -> frozenset[str]:
    """The word, and what it may be inflected from; a particle after "_" stays: "called_off" -> "call_off"."""
    verb, mark, particle = word.partition("_")
    found = {verb, IRREGULAR.get(verb, verb)}
    for ending, base in _SUFFIXES:
        if verb.endswith(ending) and len(verb) - len(ending) >= 2:
            stem = verb[: len(verb) - len(ending)] + base
            found.add(stem)
            if not base and len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(f + mark + particle for f in found)


def is_known(word: str) -> bool:
    """Whether a word, or a verb with its particle as in "called_off", is in the table."""
    return bool(_find_senses(_find_bases(word)).own)


def _keep_nouns(senses: Senses) -> Senses:
    own, wider = (frozenset(s for s in found if s[0] == "n") for found in (senses.own, senses.wider))
    return senses._replace(own=own, wider=wider)


@lru_cache(maxsize=1 << 14)
def is_thing(word: str) -> bool:
    """Whether a word is mostly a noun.

    >>> is_thing("heroin"), is_thing("signed")
    (True, False)
    """
    return not word.endswith(("ed", "ing")) and _find_senses(_find_bases(word)).noun


@lru_cache(maxsize=1 << 14)
def _find_senses(bases: frozenset[str]) -> Senses:
    found = [s for base in bases if (s := _read_senses(base))]
    return Senses(
        any(s.noun for s in found),
        frozenset().union(*(s.own for s in found)),
        frozenset().union(*(s.wider for s in found)),
        frozenset().union(*(s.opposite for s in found)),
    )


@lru_cache(maxsize=1 << 14)
def _read_senses(word: str) -> Senses | None:
    lines = _load_table()
    at = bisect_left(lines, f"{word}\t".encode())
    if at == len(lines) or not lines[at].startswith(f"{word}\t".encode()):
        return None
    _, noun, own, wider, opposite = lines[at].decode().split("\t")
    return Senses(bool(noun), frozenset(own.split()), frozenset(wider.split()), frozenset(opposite.split()))


@lru_cache(maxsize=1)
def _load_table() -> list[bytes]:
    """The table of senses: a line a word, sorted; see benchmarks/build_senses.py."""
    return (
        gzip.decompress(files("summarizer").joinpath("data/senses.txt.gz").read_bytes())
        .strip(b"\n")
        .split(b"\n")
    )
