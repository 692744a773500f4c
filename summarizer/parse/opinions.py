"""A second opinion's reply -> what the model says of each pair."""

from __future__ import annotations

import json
import re
from typing import Any

from summarizer.drafts import Opinion, Reply
from summarizer.errors import ReplyError

_WORDS = {"yes": True, "no": False, "true": True, "false": False}
_ENTRY = re.compile(r"\{[^{}]*\}")


def parse_opinions(reply: Reply, count: int) -> dict[int, Opinion]:
    """Read a reply, whole or cut off: pair number (from 1) to opinion.

    An entry for a pair that was not asked about, or of a wrong form, is left out; of two for one pair the
    first counts. A pair without an entry has no opinion.

    Args:
        reply: from the model.
        count: how many pairs it was shown.

    Raises:
        ReplyError: there is no opinion in it.

    >>> parse_opinions(Reply("v", '{"answers":[{"pair":1,"differs":"","carried":"yes"}]}'), 1)
    {1: Opinion(carried=True, differs='')}
    """
    opinions: dict[int, Opinion] = {}
    # Entries are flat objects, so each can be read by itself whatever stands around it or is cut off.
    for match in _ENTRY.finditer(reply.text):
        try:
            entry = json.loads(match[0])
        except ValueError:
            continue
        number, opinion = _read_entry(entry)
        if number is not None and 1 <= number <= count:
            opinions.setdefault(number, opinion)
    if count and not opinions:
        shown = " ".join(reply.text[:400].split())[:80]
        raise ReplyError(f"the second opinion {reply.id!r} cannot be read: {shown!r}")
    return opinions


def _read_entry(entry: dict[str, Any]) -> tuple[int | None, Opinion]:
    number, differs = entry.get("pair"), entry.get("differs")
    if isinstance(number, str) and number.strip().isdecimal():
        number = int(number)
    carried = _WORDS.get(str(entry.get("carried")).strip().lower())
    words = " ".join(differs.split()) if isinstance(differs, str) else ""
    return (number if type(number) is int else None), Opinion(carried, words)
