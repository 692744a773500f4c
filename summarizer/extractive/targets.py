"""What a stance is about, as words: names in full, what "it" and "him" mean, no more than a line."""

from __future__ import annotations

import re

from summarizer.extractive.actors import Cast, name_before_verb
from summarizer.extractive.clauses import Clauses, Range
from summarizer.extractive.lexer import Line
from summarizer.extractive.spots import TIMES, Spot
from summarizer.extractive.words import word_set

_NAME_RUN = re.compile(r"N+")
_SINGLE_NAME = re.compile(r"D?(?:[nr*]{0,3}T*N+(?:CT*N+)*|r)")
_EMPTY_TARGETS = word_set(
    """
    it that this them him her us you me he she i we they those these one ones what who itself himself herself
    themselves comment others another all both each something anything nothing everything someone anyone
    everyone nobody none no-one anything
    """
)
DENIED = "the claim "  # what an issue begins with that somebody denies
_ISSUE_LIMIT = 20  # words
_NOTHING_MEANT = TIMES | word_set("days weeks months years morning evening move decision case thing people")
_POINTERS = word_set("it my our your")
_BEFORE = 400  # words in which somebody that "he" means was named
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")


class Targets:
    """The issues of an article's stances.

    Args:
        text: the article's.
        cast: its actors.
    """

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.clauses_before: Clauses | None = None  # of the paragraph before

    def phrase(self, line: Line, words: Range) -> str:
        """The words as text, quotations and all, on one line."""
        last = min(words[1], words[0] + _ISSUE_LIMIT)
        while last - words[0] > 1 and line.classes[last - 1] in "IDoCsSA,":
            last -= 1
        start, end = line.span(words[0], last)
        phrase = " ".join(self.text[start:end].split())
        return phrase[0].lower() + phrase[1:] if line.classes[words[0]] == "D" else phrase

    def find_target(self, line: Line, words: Range) -> str | None:
        """The words as an issue: a name in its fullest form, no pronouns."""
        words = name_before_verb(line, words)
        if (
            line.lower[words[0]] in _POINTERS
            or line.classes[words[0]] in "0*"
            or self._is_plural(line, words)
        ):
            return None  # "it the minute it arrives", "my bill", "$3 million"
        if _SINGLE_NAME.fullmatch(line.classes, *words) and (name := self.cast.name_of(line, words)):
            return name
        issue = self.phrase(line, words)
        return None if issue.lower() in _EMPTY_TARGETS else issue

    def _is_plural(self, line: Line, words: Range) -> bool:
        """Whether a word is capitalised only because it begins a sentence: "Visitors"."""
        first, last = words
        begins = first == 0 or line.classes[first - 1] in ".!?E:"
        word = line.words[first]
        return (
            last - first == 1
            and begins
            and line.classes[first] == "N"
            and word.endswith("s")
            and not self.cast.is_known(word)
        )

    def thing_before(self, spot: Spot) -> str | None:
        """What "it" means: the thing that the sentence before is about, also that of the paragraph before."""
        clauses, end = spot.clauses, spot.first
        if end == 0 and self.clauses_before is not None and spot.said:
            clauses, end = self.clauses_before, len(self.clauses_before.classes)
        starts = [bound for bound in clauses.bounds if bound < end]
        subject = clauses.opening_subject(starts[-1], end) if starts else None
        if subject is None:
            return None
        subject = name_before_verb(clauses.line, subject)
        letters = clauses.classes[slice(*subject)]
        if letters[0] != "D" or letters[-1] != "n" or clauses.line.lower[subject[1] - 1] in _NOTHING_MEANT:
            return None
        return self.find_target(clauses.line, subject)

    def named_before(self, spot: Spot, subject: Range, at: int) -> str | None:
        """Whom "him" or "her" means: the last person named before, other than the subject."""
        own = {w.lower() for w in spot.line.words[slice(*subject)]}
        found = self._last_named(spot.line, max(0, spot.first - 60), spot.at, own)
        if found is None:
            found = self.find_meant(spot.line, at, own)
        word = spot.line.lower[at]
        return found if found and self.cast.may_be_called(found, "he" if word == "him" else "she") else None

    def _last_named(self, line: Line, first: int, last: int, own: set[str]) -> str | None:
        for match in reversed(list(_NAME_RUN.finditer(line.classes, first, last))):
            name = line.words[match.end() - 1]
            if name.lower() not in own and name in self.cast.ambiguous:
                return self.cast.full_name(name)
        return None

    def find_meant(self, line: Line, at: int, own: set[str]) -> str | None:
        """Whom "he" in what somebody says may mean: the last person named before, not the speaker."""
        if found := self._last_named(line, max(0, at - 60), at, own):
            return found
        start = max(0, line.starts[at] - _BEFORE)
        for name in reversed(_CAPITALISED.findall(self.text, start, line.starts[at])):
            if name.lower() not in own and name in self.cast.ambiguous:
                return self.cast.full_name(name)
        return None
