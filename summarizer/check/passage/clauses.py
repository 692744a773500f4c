"""The clauses of a compound sentence, so that each half of a claim is held against its own."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.check.lexicon.lazy import lazy
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.polarity import Polarity, find_polarity

_JOINTS = frozenset(list_words("but while whereas although though aber während obwohl ;"))
_FEWEST = 2  # content words that make a clause


@dataclass(eq=False)
class Clause:
    """A clause as words of its own, with the index of its first in the text."""

    words: Words
    first: int

    @lazy
    def polarity(self) -> Polarity:
        """Which of its words are denied."""
        return find_polarity(self.words)


def split_clauses(words: Words) -> list[Clause]:
    """The clauses of a text that "but", "while" and the like part; one where nothing parts it.

    >>> from summarizer.check.lexicon.words import split_words
    >>> [c.words.keys for c in split_clauses(split_words("Ann sings well but Bo never sang.", "en"))]
    [['ann', 'sings', 'well'], ['bo', 'never', 'sang', '.']]
    """
    cuts = [i for i, key in enumerate(words.keys) if key in _JOINTS]
    if not cuts:
        return [Clause(words, 0)]
    found = []
    for begin, end in zip((0, *(c + 1 for c in cuts)), (*cuts, len(words)), strict=True):
        part, offset = slice(begin, end), words.starts[begin] if begin < end else 0
        clause = Words(words.text, words.language, words.tokens[part], words.keys[part], offset)
        if len(clause.root_set) >= _FEWEST:
            found.append(Clause(clause, begin))
    return found
