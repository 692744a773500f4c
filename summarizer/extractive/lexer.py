"""A paragraph as words, and each word as one letter that says what it is (see `words`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import accumulate, compress
from typing import NamedTuple

from summarizer.extractive import words
from summarizer.extractive.quotations import OPENERS, Quotation
from summarizer.records import Span

# Every character is in exactly one piece (a line begins with none but visible ones), spaces at its end.
_PIECE = re.compile(
    r"[A-Za-z][a-z]* (?!\s)"  # most words, quickly
    r"|(?:"
    # Sen., J., U.S.
    r"(?=[A-Z])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sens?|Gov|Reps?|Gen|Lt|Col|Maj|Capt|Sgt|Rev|Hon|Adm|Cmdr|Pres|Atty|Jr|Sr|St"
    r"|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Fr|Hr|[A-Z](?:\.[A-Z])*)\.(?=[\s,’'])"
    r"|\d+(?:[,.]\d+)+"  # the comma in 2,300 parts nothing
    r"|[^\W_]+(?:[-&./@'’](?!s\b)[^\W_]+)*"
    r"|['’]s\b"
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


_DEPUTY = ("co-", "vice-", "ex-", "deputy-")
_MOST_KNOWN = 50_000
_ARAB_NAME = re.compile(r"(?:al|el|as|ad|ash|an|ar|at)-[A-Z]")
_NUMBER = re.compile(r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?$")
_ADVERB = re.compile(r".(?:ally|ingly|ously|edly|ively|antly|ently|fully)$")  # no names end so


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
        if len(self) > _MOST_KNOWN:
            self.clear()
        letter = self[word] = self._classify(word)
        return letter

    def _classify(self, word: str) -> str:
        first = word[0]
        if first in _PUNCTUATION and len(word) == 1:
            return _PUNCTUATION[word]
        lower = word.lower().replace("’", "'")
        if first.isupper():
            if self.german:
                letter = self._table.get(lower, "N")
                return "N" if letter == "V" else letter
            if lower in words.TITLES:
                return "T"
            if _NUMBER.match(lower):
                return "0"  # "Fifty-eight percent"
            if lower.startswith(_DEPUTY) and self._table.get(lower.partition("-")[2]) == "r":
                return "T"  # "Co-leader Ann Holt"
            if "-of-" in lower or lower.startswith("great-"):
                return "T"  # "Dad-of-two Ben Holt"
            letter = self._table.get(lower, "") or ("A" if _ADVERB.search(lower) else "N")
            if letter == "r" and lower in words.BODIES:
                return "N"
            return "N" if letter in "GBKU" or word == "US" or (letter == "V" and lower != "says") else letter
        if letter := self._table.get(lower, ""):
            return letter
        if lower.startswith(_DEPUTY) and self._table.get(lower.partition("-")[2]) == "r":
            return "r"
        if first.isdigit():
            return "N" if self.german and word[-1].islower() and "-" in word else "0"  # der 24-Jährige
        if first in "@#":
            return "N"
        if not first.isalnum() and len(word) == 1:
            return "s" if word in "'’" else "*"
        if _ARAB_NAME.match(word):
            return "N"
        return "A" if lower.endswith("ly") and not self.german else "n"


CLASSES = {"en": Classes("en"), "de": Classes("de")}


# Small words that are also given names: "Per Lund", "Will Hart".
_NAMES_TOO = frozenset(("Will", "Per", "May", "Can", "An", "Ever", "So", "Bo", "Sue"))


def _mark_names(found: list[str], letters: list[str]) -> None:
    """Make a small word with a capital a name where a name follows and no sentence begins or asks."""
    for i in range(len(found) - 1):
        if found[i] in _NAMES_TOO and letters[i + 1] == "N":
            starts = i == 0 or letters[i - 1] in ".!?:QE*"
            if not starts or (found[i] in ("Per", "Will") and "?" not in letters):
                letters[i] = "N"


_INSIDE_NAMES = frozenset(("For", "Of", "To", "And", "Against", "With", "On", "In", "The"))
_FLOATING = frozenset(("both", "all", "each"))
# "Ana de la Cruz", "Jan van der Berg", "Omar bin Said"
_NAME_PARTICLES = words.word_set(
    "de da di del della dela der van von al el bin ibn dos du la le las los af av ter zu zur"
)
# "the Buckeye Teachers Federation"
_MEMBERS = words.word_set(
    "Teachers Workers Farmers Doctors Nurses Veterans Lawyers Students Parents Officers Drivers Writers"
)
_THEIR_BODIES = words.word_set(
    "Federation Union Association League Alliance Council Party Guild Group Network"
)
_SMALL = _NAMES_TOO | _INSIDE_NAMES | _FLOATING | _NAME_PARTICLES | _MEMBERS | {"long", "longer", "advocates"}


def _mark_small_words(found: list[str], letters: list[str]) -> None:
    """Make small words part of the name or the verb that they stand in.

    "Paws For Life", "no longer supports", "has long criticised", "Holt and Brandt both said"
    """
    for i in compress(range(len(found)), map(_SMALL.__contains__, found)):
        before = letters[i - 1] if i else ""
        behind = letters[i + 1] if i + 1 < len(letters) else ""
        word = found[i]
        if word in _INSIDE_NAMES:
            if before in ("N", "T") and behind == "N":
                letters[i] = "N"
        elif word in _MEMBERS:
            of_them = i > 1 and found[i - 1] == "of" and letters[i - 2] == "N"  # "the Federation of Nurses"
            if of_them or (behind == "N" and found[i + 1] in _THEIR_BODIES):
                letters[i] = "N"
        elif word in _NAME_PARTICLES:
            ahead = i + 1
            while found[ahead : ahead + 1] and found[ahead] in _NAME_PARTICLES:
                ahead += 1
            if before == "N" and letters[ahead : ahead + 1] == ["N"]:
                letters[i:ahead] = "N" * (ahead - i)
        elif word == "advocates":  # a noun but for "Holt advocates cuts"
            acts = before in ("N", "T", "P", "w") and behind in ("n", "D", "N", "0")
            if acts and not words.is_past(found[i + 1]):
                letters[i] = "K"
        elif word == "longer":
            if i and found[i - 1].lower() == "no":
                letters[i - 1 : i + 1] = "XA"
        elif word == "long":
            if before == "X":
                letters[i] = "A"
        elif word in _FLOATING and before in ("N", "T") and behind in ("V", "K", "U", "X", "Y"):
            letters[i] = "A"


_MARKED = _SMALL | words.SAYING_NOUNS
_LONGEST_CUE = 5  # words between the verb and the noun of "expressed the strong hope that"


def _mark_phrases(found: list[str], letters: list[str]) -> None:
    """Make the verb of a phrase that means saying a verb of saying: "made it clear that".

    >>> letters = list("NnPnM")
    >>> _mark_phrases("Holt made it clear that".split(), letters)
    >>> "".join(letters)
    'NVAAM'
    """
    for i in compress(range(len(found)), map(words.SAYING_NOUNS.__contains__, found)):
        word = found[i]
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


# "Ann Holt, 61, a builder, of Elm Road, Barton,": nothing of it is a name or a subject.
_PARTICULARS = re.compile(
    r"(?<=[NT]),n?0,(?:D?[nrA]{1,4},)?(?:IN{1,4}(?:,N{1,3}){0,3},)?"
    r"|(?<=[NT]),IN{1,4}(?:,N{1,3}){0,3},(?=[XA]{0,3}[VKU])"
)


@dataclass(slots=True)  # frozen ones take thrice as long to make
class Line:
    """A paragraph, lexed: `words[i]` starts at `starts[i]` of the text and has class `classes[i]`.

    A quotation is one word, so that grammar does not look in there; `quoted` has what it holds.
    """

    start: int
    end: int
    words: list[str]
    lower: list[str]  # the same in lower case, with straight apostrophes
    starts: list[int]
    classes: str
    quotations: dict[int, Quotation]  # word index -> the quotation that it stands for
    inner: dict[int, Tokens]  # word index -> what that quotation holds
    german: bool = False

    def span(self, first: int, last: int) -> Span:
        """The characters of the words first..last-1."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1])

    def quoted(self, index: int) -> Line:
        """The quotation at a word as a line of its own; in it every full stop ends a sentence."""
        tokens = self.inner[index]
        start, end = self.quotations[index].inner
        classes = _classify(tokens, self.german)
        return Line(start, end, tokens.words, tokens.lower, tokens.starts, classes, {}, {}, self.german)


class Tokens(NamedTuple):
    """Words, the same in lower case, where each starts and its class."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    letters: list[str]

    def part(self, first: int, last: int) -> Tokens:
        """The tokens first..last-1."""
        return Tokens(
            self.words[first:last], self.lower[first:last], self.starts[first:last], self.letters[first:last]
        )

    def append(self, word: str, start: int, letter: str) -> None:
        """Put one token behind."""
        self.words.append(word)
        self.lower.append(word.lower().replace("’", "'"))
        self.starts.append(start)
        self.letters.append(letter)

    def extend(self, more: Tokens) -> None:
        """Put further tokens behind."""
        self.words.extend(more.words)
        self.lower.extend(more.lower)
        self.starts.extend(more.starts)
        self.letters.extend(more.letters)


def _classify(tokens: Tokens, german: bool) -> str:
    """The classes of the words: their letters, and what the words beside them make of these."""
    words_, _, _, letters = tokens
    if not _MARKED.isdisjoint(words_):
        _mark_names(words_, letters)
        _mark_small_words(words_, letters)
        if not german:
            _mark_phrases(words_, letters)
    classes = "".join(letters)
    if ("NA" in classes or "TA" in classes) and not german:
        # A surname may end as adverbs do: "Pat Gormally", "Ms Lally".
        classes = re.sub(r"(?<=[NT])A", lambda at: "AN"[words_[at.start()][0].isupper()], classes)
    if ",0," in classes or ",n0," in classes or ",IN" in classes:
        classes = _PARTICULARS.sub(lambda match: "A" * len(match.group()), classes)
    return classes


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
    paragraph = text[start:end]
    pieces = _PIECE.findall(paragraph)
    starts = list(accumulate(map(len, pieces), initial=start))
    starts.pop()
    words_ = list(map(str.rstrip, pieces))
    lower = list(map(str.lower, words_))
    if "’" in paragraph:
        lower = [word.replace("’", "'") for word in lower]
    tokens = Tokens(words_, lower, starts, list(map(CLASSES[language].__getitem__, words_)))
    quoted: dict[int, Quotation] = {}
    inner: dict[int, Tokens] = {}
    if quotations:
        tokens, quoted, inner = _fold_quotations(text, tokens, quotations)
    words_, lower, starts, _ = tokens
    classes = _classify(tokens, language == "de")
    at = classes.find(".")
    if 0 <= at < len(classes) - 1:
        last = len(classes) - 1
        marks = []
        while 0 <= at < last:
            if starts[at] + 1 not in ends and classes[at + 1] not in "QE":
                marks.append(at)
            at = classes.find(".", at + 1)
        if marks:
            letters = list(classes)
            for at in marks:
                letters[at] = "_"
            classes = "".join(letters)
    return Line(start, end, words_, lower, starts, classes, quoted, inner, language == "de")


def _fold_quotations(
    text: str, tokens: Tokens, quotations: list[Quotation]
) -> tuple[Tokens, dict[int, Quotation], dict[int, Tokens]]:
    """The tokens with each quotation as one, of class Q or E; the quotations and their own tokens by index.

    Two quotations that touch are one, for nothing stands between them.
    """
    outer = Tokens([], [], [], [])
    quoted: dict[int, Quotation] = {}
    inner: dict[int, Tokens] = {}
    at = 0
    size = len(tokens.starts)
    for quotation in _join_touching(quotations):
        first = bisect_left(tokens.starts, quotation.start, at)
        behind = bisect_left(tokens.starts, quotation.end, first)
        outer.extend(tokens.part(at, first))
        if _is_nickname(tokens, first, behind):
            outer.append(text[quotation.start : quotation.end], quotation.start, "N")
            at = behind
            continue
        index = len(outer.words)
        quoted[index] = quotation
        start = bisect_left(tokens.starts, quotation.inner[0], first)
        inner[index] = tokens.part(start, bisect_left(tokens.starts, quotation.inner[1], start))
        following = tokens.words[behind][0] if behind < size else ""
        ends = text[quotation.inner[1] - 1] in ".!?…" and (
            not following or following.isupper() or following in OPENERS
        )
        outer.append(text[quotation.start : quotation.end], quotation.start, "E" if ends else "Q")
        at = behind
    outer.extend(tokens.part(at, size))
    return outer, quoted, inner


def _is_nickname(tokens: Tokens, first: int, behind: int) -> bool:
    """Whether the quotation of tokens first..behind-1 is part of a name: Bo “Dutchy” Lund."""
    if not first or tokens.letters[first - 1 : first] + tokens.letters[behind : behind + 1] != ["N", "N"]:
        return False
    inner = tokens.words[first + 1 : behind - 1]
    return 0 < len(inner) <= _LONGEST_NICKNAME and all(word[0].isupper() and word.isalpha() for word in inner)


_LONGEST_NICKNAME = 2  # words


def _join_touching(quotations: list[Quotation]) -> Iterator[Quotation]:
    held = quotations[0]
    for quotation in quotations[1:]:
        if quotation.start <= held.end:
            inner = (held.inner[0], quotation.inner[1])
            held = Quotation(held.start, quotation.end, inner, quotation.closed, held.carried)
        else:
            yield held
            held = quotation
    yield held
