"""Models that repeat themselves without end."""

from __future__ import annotations

import re

# One stretch this long, in characters, may come back by rights: what stands between the texts of two claims
# of one speaker does. Several in a row do not: among them is a claim's own text.
_STRETCH = 60
_STRETCHES = 4
_TIMES = 4
# So many characters are looked at, so that a look costs the same however long a reply grows.
TAIL = 8_000
# Sentence numbers: a model that loops may still count on.
_NUMBERS = re.compile(r"\[[\d,\s]*\]")


def is_loop(text: str) -> bool:
    """Whether a reply, finished or not, ends in a loop: all that it ends with stands in it several times.

    >>> is_loop('{"gist": "' + "He praised the plan, and then he praised it again, as ever before. " * 8)
    True
    >>> is_loop('{"gist": "He praised the plan."')
    False
    """
    tail = _NUMBERS.sub("[]", text[-TAIL:])
    ends = range(len(tail), len(tail) - _STRETCHES * _STRETCH, -_STRETCH)
    return len(tail) > _STRETCH * _STRETCHES and all(
        tail.count(tail[end - _STRETCH : end]) >= _TIMES for end in ends
    )
