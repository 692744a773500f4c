"""The layout of a pasted text: spaces and blank lines, hard-wrapped lines joined, words joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import quantiles

from summarizer.clean.edits import Change

_GAP = re.compile(r"[ \n]{2,}")
_ITEM = re.compile(r"^\s*(?:[•·▪●‣◦*+–—-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(?<!\w)([^\W\d_]{2,40})[-\u2010]$")


def find_whitespace(text: str) -> Iterator[Change]:
    """Runs of spaces to one, none at line ends; at most one blank line, none at the ends of the text."""
    tight = not any(loose in text for loose in ("  ", " \n", "\n ", "\n\n\n"))
    if tight and text == text.strip(" \n"):
        return
    first, end = len(text) - len(text.lstrip(" \n")), len(text.rstrip(" \n"))
    if first:
        yield Change(0, first, "", "whitespace")
    for match in () if tight else _GAP.finditer(text, first, end):
        gap = match[0]
        new = "\n" * min(2, gap.count("\n")) or " "
        if gap != new:
            yield Change(match.start(), match.end(), new, "whitespace")
    if first <= end < len(text):
        yield Change(end, len(text), "", "whitespace")


def find_hard_wraps(text: str) -> Iterator[Change]:
    """Lines broken at a fixed width become paragraphs again; a word broken at a line's end becomes whole.

    Done only where the text shows a width: most paragraphs of several lines fill them to about the same
    length. List items and short lines (verse, addresses) keep their lines.
    """
    breaks = text.count("\n")
    if not breaks or len(text) < 10 * breaks:
        return  # nothing, or a word, to a line: no text was wrapped so
    lines: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    width = _find_width([line for _, line in lines])
    if not width:
        return
    words: set[str] | None = None
    for (start, line), (next_start, following) in pairwise(lines):
        if not _is_wrapped(line, following, width):
            continue
        end = start + len(line.rstrip())
        begin = next_start + len(following) - len(following.lstrip())
        broken = _BROKEN_WORD.search(line.rstrip())
        first = following.lstrip()[:1]
        if broken and first.islower():
            if words is None:
                words = set(re.findall(r"\w+-\w+", text))
            head = re.match(r"[\w]+", following.lstrip())
            if head and f"{broken[1]}-{head[0]}" in words:
                yield Change(end, begin, "", "line-wrap")
            else:
                yield Change(end - 1, begin, "", "hyphenation")
        else:
            yield Change(end, begin, " ", "line-wrap")


def _find_width(lines: list[str]) -> int:
    """The width lines were wrapped at, or 0 where they were not."""
    # Lines that another line follows directly: candidates for a break in mid-sentence.
    inner = [
        len(a.rstrip())
        for a, b in pairwise(lines)
        if a.strip() and b.strip() and not _ITEM.match(a) and not _ITEM.match(b)
    ]
    if len(inner) < 3:
        return 0
    longest = max(len(line.rstrip()) for line in lines)
    width = int(quantiles(inner, n=20)[-1]) if len(inner) > 1 else inner[0]
    if width > 130 or width < 30 or longest > width * 1.6:
        return 0
    broken = sum(
        1
        for a, b in pairwise(lines)
        if a.strip() and b.strip() and not _SENTENCE_END.search(a.rstrip()) and b.lstrip()[:1].islower()
    )
    filled = sum(1 for n in inner if n >= 0.75 * width)
    if broken < max(2, 0.25 * len(inner)) or filled < 0.6 * len(inner):
        return 0
    return max(width, 1)


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Does the sentence go on in the next line: was there no room for its first word?"""
    if not line.strip() or not following.strip() or _ITEM.match(following):
        return False
    if following[:1] == " " and line[:1] != " ":
        return False  # an indented line begins a paragraph
    if _BROKEN_WORD.search(line.rstrip()) and following.lstrip()[:1].islower():
        return True
    first_word = following.split(maxsplit=1)[0]
    if following.lstrip()[:1].islower() and not _SENTENCE_END.search(line.rstrip()):
        return len(line.rstrip()) >= 0.5 * width
    return len(line.rstrip()) + 1 + len(first_word) > width - 2
