"""Which actors a name can mean, found by their words: an article may name thousands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from summarizer.check.actors import split_name
from summarizer.check.lexicon.words import split_words
from summarizer.check.passage.names import find_skeleton
from summarizer.check.word_index import WordIndex
from summarizer.drafts import Mention

Names = tuple[tuple[str, ...], ...]


class CastIndex:
    """The actors around a claim, for questions about their names."""

    def __init__(self, actors: Sequence[Mention] = ()) -> None:
        """Nothing is looked at before a question is asked."""
        self._actors = actors

    @cached_property
    def _capitalized(self) -> tuple[list[frozenset[str]], WordIndex]:
        """For each actor the capitalized words of its names, folded."""
        groups = []
        for actor in self._actors:
            listed = [split_words(name) for name in (actor.name, *actor.aliases)]
            groups.append(
                frozenset(k for w in listed for k, t in zip(w.keys, w.tokens, strict=True) if t[0].isupper())
            )
        return groups, WordIndex(groups)

    @cached_property
    def _named(self) -> tuple[list[Names], WordIndex, WordIndex]:
        """For each actor its names and role, split; by their words, and by how their last words sound."""
        named = [
            tuple(split_name(n) for n in (a.name, *a.aliases, *((a.role,) if a.role else ())))
            for a in self._actors
        ]
        words = WordIndex({word for name in names for word in name} for names in named)
        lasts = WordIndex({find_skeleton(name[-1]) for name in names if name} for names in named)
        return named, words, lasts

    def find_groups(self, words: Collection[str]) -> list[frozenset[str]]:
        """The name words of each actor that has all of these among them."""
        if not self._actors:
            return []
        groups, index = self._capitalized
        return [groups[number] for number in index.find(words)]

    def find_named(self, name: tuple[str, ...]) -> list[Names]:
        """The names of each actor that a split name may mean: it has all its words, or such a last word."""
        if not name or not self._actors:
            return []
        named, words, lasts = self._named
        return [named[number] for number in words.find(name) | lasts.find((find_skeleton(name[-1]),))]
