"""How the word tables are written: as text, words apart by spaces, so that a table reads like a list."""

from __future__ import annotations


def list_words(text: str) -> list[str]:
    """The words of a table.

    >>> list_words("rise grow")
    ['rise', 'grow']
    """
    return text.split()
