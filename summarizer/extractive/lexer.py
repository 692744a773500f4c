"""A paragraph as words, and each word as one letter that says what it is (see `words`)."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from itertools import accumulate

from summarizer.extractive import words
from summarizer.extractive.quotations import Quotation
from summarizer.records import Span

# Stands for a character inside quotation marks, so that grammar does not look in there.
MASK = "\ue000"

# Every character is in exactly one piece (a line begins with none but visible ones), spaces at its end.
_PIECE = re.compile(
    r"(?:"
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sens?|Gov|Reps?|Gen|Lt|Col|Maj|Capt|Sgt|Rev|Hon|Adm|Cmdr|Pres|Atty|Jr|Sr|St|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Fr|Hr|[A-Z](?:\.[A-Z])*)\.(?=[\s,’'])"  # Sen., J., U.S.
    r"|\d+(?:[,.]\d+)+"  # the comma in 2,300 parts nothing
    r"|[^\W_]+(?:[-&./@'’](?!s\b)[^\W_]+)*"
    r"|['’]s\b"
    r"|" + MASK + r"+"
    r"|[@#]\w+"
    r"|\S"
    r")\s*"
)
_PUNCTUATION = {mark: mark for mark in ",.;:!?()"} | {
    "–": "-",
    "—": "-",
    "-": "-",
    "…": ".",
    "[": "(",
    "]": ")",
}


class Classes(dict[str, str]):
    """Word -> letter; a word seen for the first time is classified and kept.

    >>> "".join(map(Classes("en").__getitem__, "The Kremlin spokesperson also said that".split()))
    'DNrAVM'
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.german = language == "de"
        self._table = words.GERMAN if self.german else words.ENGLISH

    def __missing__(self, word: str) -> str:
        letter = self._classify(word.rstrip())
        if len(self) > 50_000:
            self.clear()
        self[word] = letter
        return letter

    def _classify(self, word: str) -> str:
        first = word[0]
        if first == MASK:
            return "Q"
        if first in _PUNCTUATION and len(word) == 1:
            return _PUNCTUATION[word]
        lower = word.lower()
        if first.isupper():
            if self.german:
                letter = self._table.get(lower, "N")
                return "N" if letter == "V" else letter
            if lower in words.TITLES:
                return "T"
            letter = self._table.get(lower, "N")
            return "N" if letter in "GBKU" or word == "US" or (letter == "V" and lower != "says") else letter
        if letter := self._table.get(lower.replace("’", "'"), ""):
            return letter
        if first.isdigit():
            return "0"
        if first in "@#":
            return "N"
        if not first.isalnum() and len(word) == 1:
            return "s" if word in "'’" else "*"
        return "A" if lower.endswith("ly") and not self.german else "n"


CLASSES = {"en": Classes("en"), "de": Classes("de")}


# Small words that are also given names: "Per Lund", "Will Hart".
_NAMES_TOO = frozenset(("Will", "Per", "May", "Can", "An", "Ever", "So", "Bo", "Sue"))


def _mark_names(found: list[str], letters: list[str]) -> None:
    """Make a small word with a capital a name where a name follows and no sentence begins or asks."""
    for i in range(len(found) - 1):
        if found[i] in _NAMES_TOO and letters[i + 1] == "N":
            starts = i == 0 or letters[i - 1] in ".!?:Q"
            if not starts or (found[i] in ("Per", "Will") and "?" not in letters):
                letters[i] = "N"


_LONGEST_CUE = 5  # words between the verb and the noun of "expressed the strong hope that"


def _mark_phrases(found: list[str], letters: list[str]) -> None:
    """Make the verb of a phrase that means saying a verb of saying: "made it clear that".

    >>> letters = list("NnPnM")
    >>> _mark_phrases("Holt made it clear that".split(), letters)
    >>> "".join(letters)
    'NVAAM'
    """
    for i, word in enumerate(found):
        if word == "record" and found[i - 1] == "on" and i > 1 and found[i - 2] in words.GO:
            saying = i + 1 + (found[i + 1 : i + 2] == ["as"])
            if found[saying : saying + 1] == ["saying"]:
                letters[i - 2 : saying] = "A" * (saying - i + 2)
                letters[saying] = "V"
        elif word in words.SAYING_NOUNS and letters[i + 1 : i + 2] == ["M"]:
            for verb in range(i - 1, max(i - 2 - _LONGEST_CUE, -1), -1):
                letter = words.LIGHT_VERBS.get(found[verb])
                if found[verb] in words.BE and found[verb + 1 : verb + 3] == ["of", "the"]:
                    letter = "V"
                if letter:
                    letters[verb : i + 1] = letter + "A" * (i - verb)
                    break
                if letters[verb] in ",.;:!?QEVM":
                    break


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, lexed: `words[i]` starts at `starts[i]` of the text and has class `classes[i]`."""

    start: int
    end: int
    words: list[str]
    starts: list[int]
    classes: str
    quotations: dict[int, Quotation]  # word index -> the quotation that it stands for
    german: bool = False

    def span(self, first: int, last: int) -> Span:
        """The characters of the words first..last-1."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1])


def lex_line(  # noqa: PLR0917 - a line and what is known of it
    text: str, start: int, end: int, quotations: list[Quotation], ends: Set[int], language: str
) -> Line:
    """The words of a paragraph with their classes.

    Args:
        text: the article.
        start: where the paragraph begins.
        end: where it ends.
        quotations: those in the paragraph; each becomes one word.
        ends: where sentences end; a full stop elsewhere is no boundary and gets class "_".
        language: "en" or "de".
    """
    piece = text[start:end].replace(MASK, "\ue001")
    if quotations:
        parts: list[str] = []
        at = start
        for quotation in quotations:
            parts += (
                text[at : quotation.start].replace(MASK, "\ue001"),
                MASK * (quotation.end - quotation.start),
            )
            at = quotation.end
        parts.append(text[at:end].replace(MASK, "\ue001"))
        piece = "".join(parts)
    pieces = _PIECE.findall(piece)
    starts = list(accumulate(map(len, pieces), initial=start))
    starts.pop()
    letters = list(map(CLASSES[language].__getitem__, pieces))
    found = list(map(str.rstrip, pieces))
    if not _NAMES_TOO.isdisjoint(found):
        _mark_names(found, letters)
    if language == "en" and not words.SAYING_NOUNS.isdisjoint(found):
        _mark_phrases(found, letters)
    quoted: dict[int, Quotation] = {}
    if quotations:
        remaining = iter(quotations)
        i = -1
        for _ in range(letters.count("Q")):
            i = letters.index("Q", i + 1)
            # Two quotations that touch are one run of masks, hence one word.
            quotation = next(remaining)
            while quotation.end < starts[i] + len(found[i]) and (more := next(remaining, None)):
                inner = (quotation.inner[0], more.inner[1])
                quotation = Quotation(quotation.start, more.end, inner, more.closed, quotation.carried)
            quoted[i] = quotation
            last = text[quotation.inner[1] - 1]
            following = found[i + 1] if i + 1 < len(found) else "."
            if last in ".!?…" and (following[0].isupper() or following[0] == MASK or i + 1 == len(found)):
                letters[i] = "E"
    classes = "".join(letters)
    at = classes.find(".")
    while 0 <= at < len(classes) - 1:
        if starts[at] + 1 not in ends and classes[at + 1] not in "QE":
            letters[at] = "_"
        at = classes.find(".", at + 1)
    classes = "".join(letters)
    return Line(start, end, found, starts, classes, quoted, language == "de")
