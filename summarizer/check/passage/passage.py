"""A passage of text with what the checks read from it, each found once and only when asked for."""

from __future__ import annotations

from summarizer.check.lexicon.lazy import lazy
from summarizer.check.lexicon.words import Words, split_words
from summarizer.check.passage.clauses import Clause, split_clauses
from summarizer.check.passage.coming import find_coming
from summarizer.check.passage.contrasts import Contrast, find_contrasts
from summarizer.check.passage.hedges import Hedge, find_hedges
from summarizer.check.passage.names import Name, Register, find_names
from summarizer.check.passage.numbers import Number, find_numbers
from summarizer.check.passage.parties import find_described
from summarizer.check.passage.patients import find_patients
from summarizer.check.passage.polarity import Polarity, find_polarity
from summarizer.check.passage.quantities import Quantity, find_quantities
from summarizer.check.passage.quotations import Quoted, find_quoted
from summarizer.check.passage.speaker import Saying, find_sayings
from summarizer.check.passage.statements import Statement, find_statements, list_roots
from summarizer.records import Span


class Passage:
    """A claim, or the evidence of one.

    Args:
        text: the text; pieces that do not touch in the article are joined by a line break.
        language: a two-letter code, or "" where it is not known.
        places: for each piece its offset here and in the article.
    """

    def __init__(
        self, text: str, language: str = "", places: tuple[tuple[int, int], ...] = ((0, 0),)
    ) -> None:
        self.text = text
        self.language = language
        self.places = places

    @lazy
    def words(self) -> Words:
        """Its words and marks."""
        return split_words(self.text, self.language)

    @lazy
    def numbers(self) -> list[Number]:
        """Its numbers and dates."""
        return find_numbers(self.words)

    @lazy
    def names(self) -> list[Name]:
        """Its names."""
        return find_names(self.words)

    @lazy
    def register(self) -> Register:
        """Its names, to match others against."""
        return Register(self.names, self.words)

    @lazy
    def quoted(self) -> list[Quoted]:
        """What stands in quotation marks."""
        return find_quoted(self.text)

    @lazy
    def polarity(self) -> Polarity:
        """Which of its words are denied, and which have opposites."""
        return find_polarity(self.words)

    @lazy
    def contrasts(self) -> list[Contrast]:
        """What it sets apart from what it says."""
        return find_contrasts(self.words)

    @lazy
    def clauses(self) -> list[Clause]:
        """Its clauses; one where nothing parts it."""
        return split_clauses(self.words)

    @lazy
    def hedges(self) -> list[Hedge]:
        """Its reservations."""
        return find_hedges(self.words)

    @lazy
    def coming(self) -> list[tuple[int, str]]:
        """What it foretells: where, and by which verb."""
        return find_coming(self.words)

    @lazy
    def quantities(self) -> list[Quantity]:
        """How much of something it speaks of."""
        return find_quantities(self.words)

    @lazy
    def sayings(self) -> list[Saying]:
        """Who says something in it."""
        return find_sayings(self.words, self.names)

    @lazy
    def statements(self) -> list[Statement]:
        """Who says what in it, and to whom."""
        return find_statements(self.words, self.quoted)

    def is_quoted(self, at: int) -> bool:
        """Whether a word of it stands in quotation marks."""
        start = self.words.starts[at]
        return any(q.start <= start < q.end for q in self.quoted)

    @lazy
    def told(self) -> list[frozenset[str]]:
        """For each of its statements the roots of what is said, and of who is told."""
        return [list_roots(self.words, statement) for statement in self.statements]

    @lazy
    def patients(self) -> dict[str, list[list[Name]]]:
        """Its names behind a verb or an "of", by the root of that."""
        return find_patients(self.words, self.names) if len(self.names) > 1 else {}

    @lazy
    def described(self) -> dict[str, set[tuple[str, ...]]]:
        """Whom it names beside a description, by the roots of the description."""
        return find_described(self.words, self.names)

    def to_article(self, start: int, end: int) -> Span:
        """Offsets in the article for offsets here."""
        shift = 0
        for here, there in self.places:
            if here > start:
                break
            shift = there - here
        return start + shift, end + shift

    def locate(self, first: int, last: int) -> Span:
        """Offsets in the article of the words `first` to `last`."""
        return self.to_article(*self.words.span(first, last))
