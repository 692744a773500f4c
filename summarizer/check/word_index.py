"""Things found by the words they have."""

from __future__ import annotations

from collections.abc import Collection, Iterable


class WordIndex:
    """Numbers of things by the words they have.

    >>> index = WordIndex([{"ann", "lee"}, {"bo", "lee"}])
    >>> sorted(index.find(["lee"])), sorted(index.find(["lee", "bo"])), index.find(["eve"])
    ([0, 1], [1], set())
    """

    def __init__(self, things: Iterable[Collection[str]] = ()) -> None:
        """Enter things; their numbers count from 0."""
        self._by_word: dict[str, set[int]] = {}
        for number, words in enumerate(things):
            self.add(number, words)

    def add(self, number: int, words: Iterable[str]) -> None:
        """Enter words of a thing."""
        for word in words:
            self._by_word.setdefault(word, set()).add(number)

    def find(self, words: Collection[str]) -> set[int]:
        """The things that have all of these words; none for no words."""
        sets = sorted((self._by_word.get(word, set()) for word in words), key=len)
        return set.intersection(*sets) if sets else set()
