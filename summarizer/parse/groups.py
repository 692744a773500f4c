"""A reply that sorts issues -> groups of their numbers, each number once."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from summarizer.drafts import Reply
from summarizer.errors import ReplyError

# Groups are flat objects, so each can be read by itself whatever stands around it or is cut off.
_DIGITS = re.compile(r"[0-9]{1,6}")
_ENTRY = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a model says belongs together.

    Args:
        groups: numbers of issues, and the group's name; "" where it gave none.
        missing: the numbers that it put nowhere.
        refused: how many numbers were not asked about, or stood in a group before.
    """

    groups: tuple[tuple[tuple[int, ...], str], ...]
    missing: tuple[int, ...]
    refused: int


def parse_groups(reply: Reply, count: int) -> Sorted:
    """Read a reply, whole or cut off.

    Args:
        reply: from the model.
        count: how many issues it was shown, numbered from 1.

    Raises:
        ReplyError: it says nothing of groups. A list of none is an answer: all numbers are missing then.

    >>> parse_groups(Reply("s", '{"groups":[{"issues":[1,3,9],"name":"night flights"}]}'), 3)
    Sorted(groups=(((1, 3), 'night flights'),), missing=(2,), refused=1)
    """
    groups: list[tuple[tuple[int, ...], str]] = []
    free = dict.fromkeys(range(1, count + 1))
    refused = 0
    for match in _ENTRY.finditer(reply.text):
        try:
            entry = json.loads(match[0])
        except (ValueError, RecursionError):
            continue
        listed, name = entry.get("issues"), entry.get("name")
        if not isinstance(listed, list):
            continue
        numbers = []
        for item in listed:
            number = int(item) if isinstance(item, str) and _DIGITS.fullmatch(item.strip()) else item
            if type(number) is int and number in free:
                del free[number]
                numbers.append(number)
            else:
                refused += 1
        if numbers:
            groups.append((tuple(numbers), " ".join(name.split()) if isinstance(name, str) else ""))
    if count and not groups and not _lists_groups(reply.text):
        shown = " ".join(reply.text[:400].split())[:80]
        raise ReplyError(f"the sorted issues {reply.id!r} cannot be read: {shown!r}")
    return Sorted(tuple(groups), tuple(free), refused)


def _lists_groups(text: str) -> bool:
    """Whether a reply is an object with a list of groups, however few.

    >>> _lists_groups('{"groups": []}'), _lists_groups("I see no groups.")
    (True, False)
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and isinstance(value.get("groups"), list)
