"""Article to numbered sentences: sentencex finds the boundaries, a few general repairs follow.

Every line of the cleaned text is a paragraph and is split on its own, so that subheadings and list
items never run into their neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from summarizer.language import guess_language
from summarizer.records import Article, Sentence, SentenceKind, Span

# sentencex pairs quotation marks by looking ahead; on thousands of unclosed marks in one line that is
# quadratic. Longer lines are handed over in pieces of about this many characters.
_LONGEST_PIECE = 10_000

_EDGE = 48  # characters on each side of a boundary that decide about it

_BULLET = re.compile(r"[-*•‣◦▪●■·]\s+\S")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+\S")
_CLOSERS = "\"'”’»«“)]›‹"
_ENDINGS = ".!?…:;,。！？؟।"
_HEADING_CHARS = 110
_HEADING_WORDS = 14

# A full stop after these ends no sentence before a capital, whatever the sentence splitter thinks: titles,
# ranks, ordinal and reference words. Own list.
_TITLES = """
Mr Mrs Ms Mx Dr Prof Gov Sen Sens Rep Reps Gen Col Lt Maj Capt Cmdr Adm Sgt Cpl Pvt Rev Hon Pres Supt Insp
Msgr Fr Sr St Ste Mt Ft No Nos Nr vs v ca Dipl Ing Hr Abs Art Vgl Atty Asst Dep Det Amb
"""
_ABBREVIATIONS = frozenset(_TITLES.split())
_SINGLE_INITIAL = re.compile(r"(?:^|[\s(“\"‘])(?:[A-ZÄÖÜÉ]\.[-\s]?)*[A-ZÄÖÜÉ]\.$")
_LAST_WORD = re.compile(r"([^\W_]+)\.$")
_ONE_WORD = re.compile(r"[A-ZÄÖÜ][^\W_]*[.!?]$")
_CLOCK_END = re.compile(r"\b[ap]\.m\.$")
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|March|April|May\b|June|July|Aug|Sept|Oct|Nov|Dec)"
    r"|E[SD]?T\b|[CMP][SD]?T\b|GMT\b|local\b"
)
# Behind these a full stop ends a sentence only where a small word with a capital follows. Own list.
_HIDDEN_MARKS = ("Co. ", "Inc. ", "Ltd. ", "Corp. ", "Bros. ", "Plc. ", ".m. ")
_HIDDEN_END = re.compile(
    r"(?:\b(?:Co|Inc|Ltd|Corp|Bros|Plc)|\d ?[ap]\.m)\.(?P<gap> +)"
    r"(?=(?:The|It|He|She|They|We|I|But|And|In|At|A|An|This|That|These|Its|His|Her|Their|As|If|When|While|After"
    r"|There|Both|Not|No) )"
)
_ORDINAL_END = re.compile(r"(?:^|\s)\d{1,3}\.$")
# A lone surrogate, or a space of more than one byte.
_UNSAFE = re.compile("[\ud800-\udfff\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_OPENERS = "\"“„‘'«»(["
_DANGLING_OPENER = re.compile(r"\s([\"“„‘'«»(\[]+)$")
_LEADING_CLOSER = re.compile(r"[”’»)\]]+(?=\s|$)")


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    r"""The sentences of an article, in order; every visible character is in exactly one of them.

    A short line without closing punctuation between paragraphs is a heading; a line that starts with a
    bullet or a number among its like is an item. Time is linear in the text.

    >>> text = "Port opens\n\nShe said: “No. Never.” He left.\n- a first point"
    >>> [(text[s.start : s.end], s.kind.value) for s in split_sentences(Article(raw=text))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Port opens', 'heading'), ('She said: “No. Never.”', 'sentence'), ('He left.', 'sentence'),
     ('- a first point', 'item')]
    """
    text = article.text
    plain = _replace_unsafe(text)
    language = (article.metadata.language or guess_language(text) or "en").split("-")[0].lower()
    lines = list(_find_lines(text))
    gaps = _find_hidden_ends(text) if language == "en" else []
    sentences: list[Sentence] = []
    for index, (start, end) in enumerate(lines):
        spans = _split_line(text, plain, start, end, language)
        if gaps:
            spans = list(_part(spans, gaps))
        kind = _kind_of_line(text, lines, index, len(spans))
        for number, (s, e) in enumerate(spans, len(sentences) + 1):
            sentences.append(Sentence(number=number, start=s, end=e, paragraph=index, kind=kind))
    return tuple(sentences)


def _find_lines(text: str) -> Iterator[Span]:
    """The lines that hold something visible, without the spaces around it."""
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            first = start + len(line) - len(line.lstrip())
            yield first, first + len(stripped)
        start += len(line) + 1


def _kind_of_line(text: str, lines: list[Span], index: int, count: int) -> SentenceKind:
    """What a line is in the layout, judged by itself and its neighbours."""
    start, end = lines[index]
    if _BULLET.match(text, start, end):
        return SentenceKind.ITEM
    if _NUMBERED.match(text, start, end):
        neighbours = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
        if any(_NUMBERED.match(text, s, e) for s, e in neighbours):
            return SentenceKind.ITEM
    is_last = index == len(lines) - 1
    if (
        count == 1
        and not is_last
        and end - start <= _HEADING_CHARS
        and not text[start].islower()
        and (bare := text[start:end].rstrip(_CLOSERS))
        and bare[-1] not in _ENDINGS
        and len(bare.split()) <= _HEADING_WORDS
        and any(character.isalpha() for character in bare)
    ):
        return SentenceKind.HEADING
    return SentenceKind.SENTENCE


def _split_line(text: str, plain: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of one line, without the spaces around them; `plain` is the text for sentencex."""
    pieces: list[Span] = []
    for piece_start, piece_end in _cut_line(text, start, end):
        pieces += [
            (piece_start + boundary["start_index"], piece_start + boundary["end_index"])
            for boundary in _find_boundaries(language, plain[piece_start:piece_end])
        ]
    return _strip(text, _repair(text, pieces, language) if len(pieces) > 1 else pieces)


def _replace_unsafe(text: str) -> str:
    """The text without what the Rust code of sentencex cannot take, each by one character: offsets stay.

    A lone surrogate does not cross the border, and some spaces of more than one byte make it panic (1.0.20).
    """
    return (
        text if text.isascii() else _UNSAFE.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)
    )


def _find_boundaries(language: str, piece: str) -> list[dict[str, int]]:
    """What sentencex finds; where it panics all the same, the piece is one sentence."""
    boundaries: list[dict[str, int]]
    try:
        boundaries = get_sentence_boundaries(language, piece)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # pyo3 does not let it be imported
            raise
        boundaries = [{"start_index": 0, "end_index": len(piece)}]
    return boundaries


def _cut_line(text: str, start: int, end: int) -> Iterator[Span]:
    """The line whole, or cut near every `_LONGEST_PIECE` characters: after a full stop, else at a space."""
    while end - start > _LONGEST_PIECE:
        limit = start + _LONGEST_PIECE
        cut = text.rfind(". ", start + 1, limit) + 2
        if cut < start + 3:
            cut = text.rfind(" ", start + 1, limit) + 1
        if cut < start + 2:
            cut = limit
        yield start, cut
        start = cut
    yield start, end


def _find_hidden_ends(text: str) -> list[Span]:
    """The gaps behind abbreviations that end their sentence all the same."""
    if not any(mark in text for mark in _HIDDEN_MARKS):
        return []
    return [match.span("gap") for match in _HIDDEN_END.finditer(text)]


def _part(spans: list[Span], gaps: list[Span]) -> Iterator[Span]:
    """The spans, apart at the gaps: [(0, 9)], [(4, 5)] -> (0, 4), (5, 9)."""
    for whole_start, end in spans:
        start = whole_start
        inside = gaps[bisect_left(gaps, (start, start)) : bisect_left(gaps, (end, end))]
        for first, last in inside:
            yield start, first
            start = last
        yield start, end


def _repair(text: str, pieces: list[Span], language: str) -> list[Span]:
    """Undo the common false boundaries and give stray quotation marks to the sentence they belong to."""
    repaired: list[Span] = []
    for piece_start, end in pieces:
        start = piece_start
        if repaired:
            first, last = repaired[-1]
            # Only the edge is looked at, so that joining piece after piece stays linear.
            window = max(first, last - _EDGE)
            left = text[window:last].rstrip()
            if left[-1:] in _OPENERS and (stray := _DANGLING_OPENER.search(left)):
                last = start = window + stray.start(1)  # the mark opens this sentence
            elif stray := _LEADING_CLOSER.match(text, start, end):
                last = start = stray.end()  # the mark closed the sentence before
            repaired[-1] = (first, last)
            left, right = text[window:last].rstrip(), text[start : min(end, start + _EDGE)].lstrip()
            if _is_false_boundary(left, right, language):
                repaired[-1] = (first, end)
                continue
        repaired.append((start, end))
    return _join_one_word_names(text, repaired)


def _is_false_boundary(left: str, right: str, language: str) -> bool:
    """Whether the text goes on over a boundary between `left` and `right` (their last and first characters).

    >>> _is_false_boundary("at 5 p.m.", "Monday in Bonn", "en")
    True
    >>> _is_false_boundary("He left.", "She stayed", "en")
    False
    """
    if not left or not right:
        return True
    if right[0].islower() and not left.endswith(("…", ":")):
        return True
    if not left.endswith("."):
        return False
    # Each pattern is searched only where the last characters allow it.
    if (
        left[-2:-1].isupper()
        and _SINGLE_INITIAL.search(left)
        and not left.endswith((" I.", "U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A."))
    ):
        return True
    if (
        (word := _LAST_WORD.search(left, left.rfind(" ") + 1))
        and word[1] in _ABBREVIATIONS
        and right[0].isalnum()
    ):
        # "No." is an answer more often than a number, except before one.
        return word[1] not in ("No", "Nos", "St") or right[0].isdigit() or word[1] == "St"
    if left.endswith("m.") and _CLOCK_END.search(left) and _CALENDAR.match(right):
        return True
    return language == "de" and bool(_ORDINAL_END.search(left)) and right[0].isupper()


def _join_one_word_names(text: str, pieces: list[Span]) -> list[Span]:
    """Keep a name with full stops inside running text in one piece: the programme “Up. North. Live.”.

    Two or more one-word sentences in a row after a capitalised word are taken for such a name.
    """
    if len(pieces) < 3:
        return pieces
    joined: list[Span] = [pieces[0]]
    index = 1
    while index < len(pieces):
        run = index
        while run < len(pieces) and _is_one_word(text, *pieces[run]):
            run += 1
        if run - index >= 2:
            first, last = joined[-1]
            last_words = text[max(first, last - _EDGE) : last].split()
            if len(last_words) > 1 and last_words[-1][0].isupper() and last_words[-1].endswith("."):
                joined[-1] = (first, pieces[run - 1][1])
                index = run
                continue
        joined += pieces[index : max(run, index + 1)]
        index = max(run, index + 1)
    return joined


def _is_one_word(text: str, start: int, end: int) -> bool:
    return end - start <= _EDGE and _ONE_WORD.match(text[start:end].strip()) is not None


def _strip(text: str, spans: list[Span]) -> list[Span]:
    stripped = []
    for start, end in spans:
        if piece := text[start:end].rstrip():
            last = start + len(piece)
            stripped.append((last - len(piece.lstrip()), last))
    return stripped
