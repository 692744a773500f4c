"""Sentences by their numbers -> their text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.records import Sentence

Quote = Callable[[tuple[int, ...]], str]  # numbers of sentences -> their text


def quote_sentences(text: str, sentences: Sequence[Sentence], numbers: Sequence[int]) -> str:
    """The text of sentences; a gap shows where some are left out between.

    Args:
        text: the article's.
        sentences: of it, numbered from 1.
        numbers: of those to quote, in order.
    """
    quoted, previous = "", None
    for sentence in (sentences[n - 1] for n in numbers):
        quoted += " […] " if previous and sentence.number > previous + 1 else " " if previous else ""
        quoted += text[sentence.start : sentence.end]
        previous = sentence.number
    return quoted
