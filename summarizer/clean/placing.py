"""Lines of an article back to their places in the raw page, as changes to the page.

Extraction gives text, not places. Its lines are found again in the stream of the page's own characters: long
lines first, in order, the short ones between them. So every word of the article keeps its place in the raw
page, and what stood between is marked with the reason why it went.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from summarizer.clean.edits import Change

# Tags with quoted attributes; possessive, so that a broken one costs no more than its length.
_ATTRIBUTES = r"""(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+'|"[^"]{0,5000}+"|'[^']{0,5000}+'|["'])*+>"""
# Elements whose content is not text; value: the reason for its removal.
_OPAQUE = {
    "script": "script",
    "style": "css",
    "template": "hidden",
    "noscript": "hidden",
    "textarea": "markup",
    "svg": "markup",
    "title": "metadata",
    "iframe": "embed",
    "object": "embed",
    "select": "markup",
}
_CLOSING = {name: re.compile(rf"</{name}\b[^>]{{0,200}}>", re.I) for name in _OPAQUE}
_NAMES = "|".join(_OPAQUE)
_TAG = rf"""(?:/?(?!(?:{_NAMES})[\s/>])[a-zA-Z][^\s<>/"']*+{_ATTRIBUTES}|[!?](?!--)[^<>]*+>)"""
# Tags in a row, with nothing but spaces between; or what opens an element without text, or a comment.
_TAGS = re.compile(
    rf"""<(?:{_TAG}(?:\s*+<{_TAG})*+\s*+|(!--)|(/?)({_NAMES})(?=[\s/>]){_ATTRIBUTES})""",
    re.I,
)
_ENTITY_OR_CHAR = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|.", re.S)
_WORD = re.compile(r"\S+")
_SEPARATOR = "⸻"  # printable, and hardly ever in a page
_SURE = 40  # characters without spaces after which a line is found by itself


class Line(NamedTuple):
    """A line of the article as extracted: its text, and whether it is an item of a list."""

    text: str
    is_item: bool


class _Run(NamedTuple):
    """A stretch of the page between tags; `at` is where it begins in the stream of its characters."""

    start: int
    end: int
    at: int


class _Gone(NamedTuple):
    """A stretch of the page that holds no text, with the reason for its removal."""

    start: int
    end: int
    reason: str


def _compact(text: str) -> str:
    """Text without what extraction may change: spaces and characters that do not print."""
    joined = "".join(text.split())
    return joined if joined.isprintable() else "".join(filter(str.isprintable, joined))


def _read_run(text: str) -> str:
    """The compact characters of a stretch between tags."""
    return _compact(unescape(text) if "&" in text else text)


def _scan(html: str) -> tuple[list[_Run], list[_Gone], str]:
    """The page's runs of text, its stretches without any, and the stream of its compact characters."""
    spans: list[tuple[int, int]] = []
    gone: list[_Gone] = []
    at = 0
    unclosed: set[str] = set()
    while match := _TAGS.search(html, at):
        start = match.start()
        if start > at:
            spans.append((at, start))
        at = match.end()
        if match.lastindex is None:
            continue
        name = (match[3] or "-->").lower()
        if name in unclosed or match[2] or html.endswith("/>", start, at):
            continue
        if name == "-->":
            end = html.find("-->", at)
            end, reason = end + 3 if end >= 0 else end, "comment"
        else:
            close = _CLOSING[name].search(html, at)
            end, reason = close.end() if close else -1, _OPAQUE[name]
        if end < 0:
            unclosed.add(name)
        else:
            at = end
            gone.append(_Gone(start, at, reason))
    spans.append((at, len(html)))
    runs: list[_Run] = []
    length = 0
    pieces = _read_runs([html[start:end] for start, end in spans])
    for (start, end), piece in zip(spans, pieces, strict=True):
        if piece:
            runs.append(_Run(start, end, length))
            length += len(piece)
    return runs, gone, "".join(pieces)


def _read_runs(texts: list[str]) -> list[str]:
    """The compact characters of each of many stretches: all in one go, which takes half the time."""
    pieces = _read_run(_SEPARATOR.join(texts)).split(_SEPARATOR)
    return pieces if len(pieces) == len(texts) else [_read_run(text) for text in texts]


def _locate_long(lines: Sequence[str], stream: str) -> list[tuple[int, int] | None]:
    """Places of the long lines, which stand in the page once, as a rule."""
    places: list[tuple[int, int] | None] = [None] * len(lines)
    cursor = 0
    for i, line in enumerate(lines):
        if len(line) < _SURE:
            continue
        found = stream.find(line, cursor)
        if found < 0 and stream.find(line, 0, cursor) >= 0:
            break  # a line before this one was found too far down: a teaser of it, say
        if found >= 0:
            places[i] = (found, found + len(line))
            cursor = found + len(line)
    else:
        return places
    # The most lines whose first places are in order; the others are looked for between them.
    starts = [
        (i, found) for i, line in enumerate(lines) if len(line) >= _SURE and (found := stream.find(line)) >= 0
    ]
    places = [None] * len(lines)
    for i, found in _longest_rise(starts):
        places[i] = (found, found + len(lines[i]))
    return places


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of pairs whose second parts rise (patience sorting).

    >>> _longest_rise([(0, 9), (1, 2), (2, 4), (3, 3), (4, 7)])
    [(1, 2), (3, 3), (4, 7)]
    """
    tails: list[int] = []  # for each length, the index of the pair with the lowest end
    ends: list[int] = []
    before: list[int] = []
    for k, (_, value) in enumerate(pairs):
        at = bisect_left(ends, value)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [k]
        ends[at : at + 1] = [value]
    chain: list[tuple[int, int]] = []
    k = tails[-1] if tails else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]


def _locate(lines: Sequence[str], stream: str) -> list[tuple[int, int] | None]:
    """Where each compact line stands in the stream, in order; None where it is not found in one piece."""
    places = _locate_long(lines, stream)
    high = -1
    for j in range(len(lines) - 1, -1, -1):
        place = places[j]
        if place is None:
            continue
        # A teaser further up says the same: the last place before the next line is the article's own.
        if high >= 0 and (found := stream.rfind(lines[j], place[0], high)) >= 0:
            places[j] = place = (found, found + len(lines[j]))
        high = place[0]
    i = 0
    while i < len(lines):
        if places[i] is not None:
            i += 1
            continue
        # The lines between two that were found, within what lies between those.
        first = i
        while i < len(lines) and places[i] is None:
            i += 1
        before = places[first - 1] if first else None
        after = places[i] if i < len(lines) else None
        low, high = before[1] if before else 0, after[0] if after else len(stream)
        if before is None and after is not None:
            # Before the first sure line the same words stand in menus; the nearest to the article is meant.
            for j in range(i - 1, first - 1, -1):
                if lines[j] and (found := stream.rfind(lines[j], low, high)) >= 0:
                    places[j] = (found, found + len(lines[j]))
                    high = found
        else:
            for j in range(first, i):
                if lines[j] and (found := stream.find(lines[j], low, high)) >= 0:
                    places[j] = (found, found + len(lines[j]))
                    low = found + len(lines[j])
    return places


def _find_next(places: list[tuple[int, int] | None], lines: Sequence[str], at: int, size: int) -> int:
    """Where the next line of at least that size begins that was found; the end of time if there is none."""
    for i in range(at + 1, len(lines)):
        place = places[i]
        if place is not None and len(lines[i]) >= size:
            return place[0]
    return sys.maxsize


def _fragments(line: str, stream: str, low: int, high: int) -> list[tuple[int, int, int]]:
    """Pieces of a compact line that was put together: (offset in the line, stream start, stream end)."""
    pieces: list[tuple[int, int, int]] = []
    at = 0
    seed = 12
    while at + seed <= len(line):
        found = stream.find(line[at : at + seed], low, high)
        if found < 0:
            at += seed
            continue
        size = seed
        while (
            at + size < len(line)
            and found + size < min(high, len(stream))
            and line[at + size] == stream[found + size]
        ):
            size += 1
        pieces.append((at, found, found + size))
        at, low = at + size, found + size
    return pieces


class _Unit(NamedTuple):
    """Characters of the stream that stand in the raw page as they are, or as one reference ("&amp;").

    `start` is negative where the page does not have them.
    """

    start: int
    end: int
    text: str

    @property
    def is_plain(self) -> bool:
        """Does each character have its own place?"""
        return self.end - self.start == len(self.text)

    def cut(self, low: int, high: int) -> _Unit:
        """A part of the unit; of a reference its place is the whole."""
        text = self.text[low:high]
        start, end = (self.start + low, self.start + low + len(text)) if self.is_plain else self[:2]
        return _Unit(start, end, text)


class _Mapper:
    """Stretches of the stream to their places in the raw page."""

    def __init__(self, html: str, runs: list[_Run]) -> None:
        self.html, self.runs = html, runs
        self.starts = [run.at for run in runs]
        self.known: dict[int, tuple[list[int], list[_Unit]]] = {}  # by run, so that none is read twice

    def start_of(self, offset: int) -> int:
        """The raw offset of one character of the stream."""
        run = self.runs[bisect_right(self.starts, offset) - 1]
        if offset == run.at:
            text = self.html[run.start : run.start + 200]
            lead = len(text) - len(text.lstrip())
            if lead < len(text) and text[lead].isprintable():
                return run.start + lead
        return self.find_units(offset, offset + 1)[0].start

    def find_units(self, start: int, end: int) -> list[_Unit]:
        """The units that make up `[start, end)` of the stream."""
        found: list[_Unit] = []
        i = bisect_right(self.starts, start) - 1
        while i < len(self.runs) and self.starts[i] < end:
            offsets, units = self._read_units(i)
            k = max(0, bisect_right(offsets, start) - 1)
            while k < len(units) and offsets[k] < end:
                unit, low, high = units[k], max(0, start - offsets[k]), end - offsets[k]
                if low or high < len(unit.text):
                    unit = unit.cut(low, high)
                found.append(unit)
                k += 1
            i += 1
        return found

    def _read_units(self, number: int) -> tuple[list[int], list[_Unit]]:
        """All units of one run, and where each begins in the stream."""
        if number in self.known:
            return self.known[number]
        run = self.runs[number]
        units: list[_Unit] = []
        for word in _WORD.finditer(self.html, run.start, run.end):
            text = word[0]
            if text.isprintable() and "&" not in text:
                units.append(_Unit(word.start(), word.end(), text))
                continue
            units.extend(
                _Unit(part.start(), part.end(), text)
                for part in _ENTITY_OR_CHAR.finditer(self.html, word.start(), word.end())
                if (text := _compact(unescape(part[0])))
            )
        offsets = list(accumulate((len(unit.text) for unit in units), initial=run.at))
        self.known[number] = offsets[:-1], units
        return self.known[number]


def place_lines(html: str, lines: list[Line], hidden: set[str]) -> list[Change]:
    """The changes from the page to the lines."""
    runs, gone, stream = _scan(html)
    mapper = _Mapper(html, runs)
    compact = [_compact(line.text) for line in lines]
    places = _locate(compact, stream)
    changes: list[Change] = []
    at = 0  # raw offset up to which the page is dealt with
    pending = ""  # text that has no place of its own, waiting to be written with the next gap
    cursor = 0
    was_item = False
    wrote = False
    gaps = _Gaps(html, runs, gone, hidden)
    for i, line in enumerate(lines):
        separator = ("\n" if line.is_item and was_item else "\n\n") if wrote else ""
        was_item = line.is_item
        wrote = True
        prefix = separator + ("• " if line.is_item and line.text[0] not in "•-–*" else "")
        place = places[i]
        if place is not None and place[0] < cursor:
            # A longer line before it, put together from pieces, reaches further: this one may come again.
            found = stream.find(compact[i], cursor, _find_next(places, compact, i, _SURE))
            place = (found, found + len(compact[i])) if found >= 0 else None
        if place is not None:
            pieces = [(0, *place)]
        else:
            pieces = _fragments(compact[i], stream, cursor, _find_next(places, compact, i, 0))
            if 2 * sum(end - start for _, start, end in pieces) < len(compact[i]) >= _SURE:
                # Extraction may have moved a short line; only long ones show for sure where this one ends.
                pieces = _fragments(compact[i], stream, cursor, _find_next(places, compact, i, _SURE))
        if not pieces:
            pending += prefix + line.text
            continue
        cursor = pieces[-1][2]
        if place is not None and html.startswith(line.text, begin := mapper.start_of(place[0])):
            # The page has the line just so: nothing to change within.
            changes += gaps.between(at, begin, pending + prefix)
            pending, at = "", begin + len(line.text)
            continue
        units: list[_Unit] = []
        done = 0
        for offset, start, end in pieces:
            if offset > done:
                units.append(_Unit(-1, -1, compact[i][done:offset]))
            units += mapper.find_units(start, end)
            done = offset + end - start
        if done < len(compact[i]):
            units.append(_Unit(-1, -1, compact[i][done:]))
        first = next(unit.start for unit in units if unit.start >= 0)
        changes += gaps.between(at, first, pending + prefix)
        pending = ""
        inner, at = _match_line(html, line.text, units, first)
        changes += inner
    changes += gaps.between(at, len(html), pending)
    return changes


def _match_line(html: str, text: str, units: list[_Unit], at: int) -> tuple[list[Change], int]:
    """The changes within one line, and the raw offset where it ends.

    Walks the line's own characters, unit by unit, and writes a change wherever the page has something else
    between two of them.
    """
    changes: list[Change] = []
    written = ""  # what the line has since `at`
    k = 0
    left = units[::-1]
    while left:
        unit = left.pop()
        while text[k].isspace() or not text[k].isprintable():
            written += text[k]
            k += 1
        if not text.startswith(unit.text, k):
            # Extraction put a space within: what follows that is matched by itself.
            size = next(n for n, c in enumerate(unit.text) if text[k + n] != c)
            left.append(unit.cut(size, len(unit.text)))
            unit = unit.cut(0, size)
        k += len(unit.text)
        if changes and changes[-1].reason == "entity" and changes[-1][:2] == unit[:2]:
            # A further character of the same reference: it belongs to the change just made.
            before = changes.pop()
            changes.append(before._replace(replacement=before.replacement + written + unit.text))
            written = ""
            continue
        if unit.start < at:
            written += unit.text
            continue
        if html[at : unit.start] != written:
            reason = "markup" if "<" in html[at : unit.start] else "whitespace"
            changes.append(Change(at, unit.start, written, reason))
        written = ""
        if not unit.is_plain:
            changes.append(Change(unit.start, unit.end, unit.text, "entity"))
        at = unit.end
    written += text[k:]
    if written:
        changes.append(Change(at, at, written, "markup"))
    return changes, at


class _Gaps:
    """Names what lies between two lines of the article."""

    def __init__(self, html: str, runs: list[_Run], gone: list[_Gone], hidden: set[str]) -> None:
        self.html, self.hidden = html, hidden
        self.parts = sorted(
            [(run.start, run.end, "") for run in runs] + [(g.start, g.end, g.reason) for g in gone]
        )
        self.starts = [part[0] for part in self.parts]

    def name(self, start: int, end: int) -> str:
        """The reason for which a stretch of text goes."""
        return "hidden" if self.hidden and _read_run(self.html[start:end]) in self.hidden else "boilerplate"

    def between(self, start: int, end: int, replacement: str) -> list[Change]:
        """Changes that remove `[start, end)`; the last of them writes the replacement."""
        if start >= end:
            return [Change(end, end, replacement, "markup")] if replacement else []
        pieces: list[tuple[int, int, str]] = []
        i = max(0, bisect_right(self.starts, start) - 1)
        at = start
        while i < len(self.parts) and self.parts[i][0] < end:
            low, high, reason = self.parts[i]
            i += 1
            if high <= start:
                continue
            low, high = max(low, start), min(high, end)
            reason = reason or self.name(low, high)
            if pieces and pieces[-1][2] == reason:
                pieces[-1] = (pieces[-1][0], high, reason)
            else:
                if low > at:
                    pieces.append((at, low, "markup"))
                pieces.append((low, high, reason))
            at = high
        if at < end:
            pieces.append((at, end, "markup"))
        changes = [Change(a, b, "", reason) for a, b, reason in pieces[:-1]]
        a, b, reason = pieces[-1]
        return [*changes, Change(a, b, replacement, reason)]
