"""Text in quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

# Opening mark -> what may close it. A single straight or curly mark opens only before a letter and after
# a space, so that apostrophes do not.
_PAIRS = {"“": '”“"', "„": '“”"', '"': '"”', "«": "»", "»": "«", "‘": "’'", "'": "'’", "‚": "‘’", "‹": "›"}


# Any opening mark; a single one only where no letter stands before it.
_MARK = re.compile(r"[“„\"«»‹]|(?<!\w)['‘‚]")


_ANY_MARK = re.compile(r"[“„\"«»‹'‘‚]")


class Quoted(NamedTuple):
    """Offsets of a quoted text within its marks, and the text."""

    start: int
    end: int
    text: str


def find_quoted(text: str) -> list[Quoted]:
    """What stands in quotation marks, in order; a mark that nothing closes quotes nothing.

    >>> [q.text for q in find_quoted("He's “very sure” it isn't 'common sense'.")]
    ['very sure', 'common sense']
    """
    found: list[Quoted] = []
    if _ANY_MARK.search(text) is None:
        return found
    at = 0
    # The last place of each closing mark, so that text with many unclosed marks is not searched again.
    last = {mark: text.rfind(mark) for mark in "”“\"»«’'‘›"}
    while (opening := _MARK.search(text, at)) is not None:
        at = opening.start()
        mark = text[at]
        closers = _PAIRS[mark]
        if mark in "'‘‚" and not _opens(text, at):
            at += 1
            continue
        end = _find_close(text, at + 1, closers, last, single=mark in "'‘‚")
        if end < 0:
            at += 1
            continue
        if end > at + 1:
            found.append(Quoted(at + 1, end, text[at + 1 : end]))
        at = end + 1
    return found


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and (after.isalnum() or after in "[…")


def _find_close(text: str, start: int, closers: str, last: dict[str, int], *, single: bool) -> int:
    ends = []
    for mark in closers:
        if last.get(mark, -1) < start:
            continue
        end = text.find(mark, start)
        while single and end >= 0:
            after = text[end + 1] if end + 1 < len(text) else " "
            if not after.isalnum() and text[end - 1] != " ":
                break
            end = text.find(mark, end + 1)
        if end >= 0:
            ends.append(end)
    return min(ends, default=-1)
