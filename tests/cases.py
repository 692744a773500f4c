"""Input as bad as it comes: one table that runs through the library and through the command.

Each input is either refused by one line, or gives a sane summary.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.errors import EmptyArticleError, InputError, SummarizerError

SENTENCE = "“We will not sell the harbour before the vote,” the mayor, Ann Lee, told reporters on Monday. "
# A paragraph as articles have them: one statement among sentences that tell what happened.
PARAGRAPH = (
    SENTENCE
    + (
        "The council of the small town met in the old hall by the water for the third time this year, and the road "
        "to the harbour, which the storm of last winter had damaged on a length of two hundred metres, was closed. "
    )
    * 4
)
SCRIPT = (
    "<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}</script>"
)

NOISE = random.Random(1).randbytes(10_000)  # noqa: S311 - the same noise each time


@dataclass(frozen=True)
class Case:
    """An input, and what has to come of it: an error with some words, or words that the summary shows.

    `make` takes the approximate size in bytes for inputs that are about their size, else it ignores it.
    """

    name: str
    make: Callable[[int], bytes]
    error: type[SummarizerError] | None = None
    words: str = ""
    size: int = 0


def fixed(text: str | bytes) -> Callable[[int], bytes]:
    """The same input whatever the size."""
    data = text if isinstance(text, bytes) else text.encode()
    return lambda _size: data


def repeat(unit: str, join: str = "") -> Callable[[int], bytes]:
    """One text again and again, up to a size."""
    return lambda size: join.join([unit] * (size // len((unit + join).encode()) + 1)).encode()


CASES = (
    Case("empty", fixed(""), EmptyArticleError),
    Case("white space", fixed(" \n\t\r\n \u00a0\u200b\n"), EmptyArticleError),
    Case("only a script", fixed(SCRIPT), EmptyArticleError),
    Case("only a byte order mark", fixed(b"\xef\xbb\xbf"), EmptyArticleError),
    Case("a page without an article", fixed(f"<!doctype html><html><head>{SCRIPT}</head><body></body></html>"), EmptyArticleError),
    Case("an image", fixed(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + NOISE), InputError),
    Case("random bytes", fixed(NOISE), InputError),
    Case("an archive", fixed(b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + NOISE), InputError),
    Case("one word", fixed("Harbour"), words="Harbour"),
    Case("one sentence", fixed(SENTENCE), words="Ann Lee"),
    Case("no line break at the end, carriage returns", fixed(f"Harbour stays\r{SENTENCE}\r{SENTENCE}"), words="Ann Lee"),
    Case("UTF-16", fixed(SENTENCE.encode("utf-16")), words="Ann Lee"),
    Case("Windows-1252", fixed(SENTENCE.encode("cp1252")), words="Ann Lee"),
    Case("a lone surrogate, as some programs write it", fixed(b"Harbour \xed\xa0\x80 stays. " + SENTENCE.encode()), words="Ann Lee"),
    Case("control characters", fixed(f"\x1b[31mHarbour\x1b[0m\x07 stays. {SENTENCE}"), words="Ann Lee"),
    Case("right-to-left", fixed("ראש העיר אמר: “לא נמכור את הנמל”. התושבים מתנגדים לתוכנית.\n"), words="הנמל"),
    Case("right-to-left overrides", fixed(f"\u202eHarbour\u202c stays. {SENTENCE}"), words="Ann Lee"),
    Case("quotation marks that never close", repeat("“The harbour stays, "), size=100_000, words="harbour"),
    Case("5,000 quotation marks and nothing else", fixed("“" * 5_000), words=""),
    Case("straight quotation marks, an odd number", fixed('"' * 4_999 + " Harbour."), words="Harbour"),
    Case("one long line", repeat(PARAGRAPH), size=1_000_000, words="Ann Lee"),
    Case("one long word", repeat("harbour"), size=1_000_000, words="harbour"),
    Case("many statements", repeat(SENTENCE, "\n"), size=200_000, words="Ann Lee"),
    Case("many short lines", repeat("No.", "\n"), size=50_000, words="No."),
    Case("nested tags", lambda size: b"<div>" * (size // 5) + SENTENCE.encode(), size=100_000, words="Ann Lee"),
    Case("opened and never closed", repeat("<"), size=100_000, words=""),
    Case("braces", repeat("{"), size=300_000, words=""),
)  # fmt: skip
