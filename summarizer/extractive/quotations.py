"""Where the article quotes: pairs of quotation marks in every style, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.records import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted run. `start:end` holds the marks, `inner` what stands between them.

    `closed` is False where the paragraph ends first; `carried` is True where the paragraph before left its
    quotation open, so that this one goes on with it (the same speaker).
    """

    start: int
    end: int
    inner: Span
    closed: bool = True
    carried: bool = False
    single: bool = False


# A plain mark; '' or ``; ` alone; two commas; an apostrophe, unless it stands within a word. The pattern
# begins with the set of all first characters, for which `re` looks quickly.
_PLAIN_MARKS = '"“”„‟«»〝〞＂「」『』‘‚‛‹›'
_MARK = re.compile(
    rf"[{_PLAIN_MARKS}'’`,](?:(?<=[{_PLAIN_MARKS}])|(?<=')'|(?<=`)`?|(?<=,),|(?<=['’])(?:(?<![^\W_].)|(?![^\W_])))"
)
OPENING_MARKS = (
    "“", '"', "‘", "'", "„", "«", "»", "”", "``", ",,", "‚", "‹", "›", "〝", "＂", "「", "『", "‟", "‛",
    " ’", "`",
)  # fmt: skip
OPENERS = frozenset("".join(OPENING_MARKS).replace(" ", ""))
# What closes each opener. German and others close “ or « where English opens, so the opener decides.
_CLOSERS = {
    "“": "”\"＂", "„": "“”\"‟", "‟": "”", "«": "»", "»": "«", "\"": "\"＂", "＂": "＂\"", "〝": "〞",
    "「": "」", "『": "』",
    "''": "''", "``": "''", ",,": "''\"“”", "”": "”\"",
}  # fmt: skip
_SINGLE_CLOSERS = {"‘": "’", "‚": "‘’", "‛": "’", "'": "'", "‹": "›", "›": "‹", "’": "’", "`": "'"}
_CLIPPED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|n|round|cos)\b", re.IGNORECASE)
_BEFORE_OPENER = frozenset('([{—–-/:;"“„«»\u00a0\u202f…')
_STRONG_END = frozenset(",.!?…;:—–")


def find_quotations(text: str, lines: list[Span] | None = None) -> list[Quotation]:
    """The quotations of a text, in order, none inside another. Linear in the text.

    A quotation ends with its paragraph (line) at the latest; where the next paragraph closes it, or opens
    with a mark of its own, that one is `carried`. Apostrophes are not marks; single marks count only in
    pairs and only outside double ones.

    >>> text = "“It's Tom's,” she said. 'No.' »Nie,« sagte er. ''Yes,'' I said."
    >>> [text[slice(*q.inner)] for q in find_quotations(text)]
    ["It's Tom's,", 'No.', 'Nie,', 'Yes,']
    """
    if lines is None:
        lines, at = [], 0
        for line in text.split("\n"):
            lines.append((at, at + len(line)))
            at += len(line) + 1
    found: list[Quotation] = []
    open_before = False
    marks = list_marks(text)
    for start, end in lines:
        if text[start:end].isspace() or start == end:
            continue
        here: list[Quotation] = []
        if open_before or may_quote(text[start:end], marks):
            here = find_in_line(text, start, end, open_before)
        open_before = bool(here) and not here[-1].closed
        found += here
    return found


def list_marks(text: str) -> list[str]:
    """The marks of a text that could open a quotation: few, so that most lines are told from them quickly."""
    return [mark for mark in OPENING_MARKS if mark in text]


def may_quote(line: str, marks: list[str]) -> bool:
    """Whether a line has any of the marks that could open a quotation."""
    for mark in marks:  # noqa: SIM110 - a generator costs more than the search
        if mark in line:
            return True
    return False


def find_in_line(text: str, start: int, end: int, open_before: bool = False) -> list[Quotation]:
    """The quotations of one line; `open_before` says that the line above left one open."""
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    found: list[Quotation] = []
    index = 0
    if open_before and marks and _is_leftover_closer(text, start, marks[0]):
        at, mark = marks[0]
        found.append(Quotation(start, at + len(mark), (start, at), carried=True))
        index = 1
    while index < len(marks):
        at, mark = marks[index]
        inner = at + len(mark)
        if mark in _CLOSERS and _opens(text, start, end, at, mark):
            closing = _find_closer(marks, index + 1, _CLOSERS[mark])
            carried = open_before and not found and not text[start:at].strip()
            if closing is None:
                if end - inner > 1:
                    found.append(Quotation(at, end, (inner, end), closed=False, carried=carried))
                break
            stop, closer = marks[closing]
            if stop > inner:
                found.append(Quotation(at, stop + len(closer), (inner, stop), carried=carried))
            index = closing + 1
        elif mark in _SINGLE_CLOSERS and _opens_single(text, start, end, at, mark):
            closing = _find_single_closer(text, end, marks, index + 1, _SINGLE_CLOSERS[mark])
            if closing is None:
                index += 1
                continue
            stop = marks[closing][0]
            found.append(Quotation(at, stop + 1, (inner, stop), single=True))
            index = closing + 1
        else:
            index += 1
    return found


def _opens(text: str, start: int, end: int, at: int, mark: str) -> bool:
    """Whether a double mark opens a quotation here."""
    after = text[at + len(mark) : at + len(mark) + 1]
    before = text[at - 1] if at > start else " "
    if mark in ("”", "»"):
        return (before.isspace() or before in _BEFORE_OPENER) and bool(after) and not after.isspace()
    if mark == "''":
        return not after.isspace() or not before.isalnum()
    if mark == ",,":
        return after.isalnum()
    if mark in '"＂':
        # 5'10" is a height, and a mark between a word and the end of the line opens nothing.
        return not (before.isdigit() and not after.isalnum()) and at + 1 < end
    return True


def _find_closer(marks: list[tuple[int, str]], index: int, closers: str) -> int | None:
    for i in range(index, len(marks)):
        mark = marks[i][1]
        if mark == closers or (len(mark) == 1 and mark in closers and closers != "''"):
            return i
    return None


def _is_leftover_closer(text: str, start: int, first: tuple[int, str]) -> bool:
    """Whether the first mark of a line closes the quotation that the line above left open."""
    at, mark = first
    if at == start or text[at - 1].isspace() or mark not in ("”", '"', "“", "''", "»", "«"):
        return False
    after = text[at + len(mark) : at + len(mark) + 1]
    return not after.isalnum()


def _opens_single(text: str, start: int, end: int, at: int, mark: str) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if not (before.isspace() or before in _BEFORE_OPENER) or after.isspace():
        return False
    if mark in "'’":
        return (after.isalnum() or after in '[(…"“') and not _CLIPPED.match(text, at + 1, end)
    return True


def _find_single_closer(
    text: str, end: int, marks: list[tuple[int, str]], index: int, closers: str
) -> int | None:
    """The mark that closes a single quotation: after punctuation if there is one, else a likely one."""
    weak = None
    for i in range(index, min(len(marks), index + 40)):
        at, mark = marks[i]
        if mark not in closers:
            if mark in _CLOSERS and weak is None and mark in "“„«":
                continue
            if mark in ("‘", "‚"):
                break
            continue
        after = text[at + 1] if at + 1 < end else " "
        if after.isalnum() or text[at - 1].isspace():
            continue
        if text[at - 1] in _STRONG_END:
            return i if weak is None or text[marks[weak][0] - 1] == "s" else weak
        if weak is None:
            weak = i
            if text[at - 1] != "s":
                return i
    return weak
