"""Models that repeat themselves without end."""

from __future__ import annotations

# A stretch this long, in characters, does not come back by chance; items that only begin alike are shorter.
_STRETCH = 60
_TIMES = 4


def is_loop(text: str) -> bool:
    """Whether a reply that was cut off ended in a loop: what it ends with stands in it several times.

    >>> is_loop('{"gist": "' + "He praised the plan, and then he praised it again, as ever before. " * 5)
    True
    >>> is_loop('{"gist": "He praised the plan."')
    False
    """
    # The very end may be in the middle of a repetition; what stands just before it is whole.
    return len(text) > _STRETCH * _TIMES and text.count(text[-_STRETCH:]) >= _TIMES
