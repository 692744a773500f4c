"""What an article shows to the built-in engine: all of it but the text that addresses a machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.check import find_instructions
from summarizer.drafts import Reading
from summarizer.extractive import read_statements
from summarizer.records import Article, Sentence


class Visible(NamedTuple):
    """Who says what in an article, who is for or against what, and the sentences that this is read from."""

    reading: Reading
    sentences: tuple[Sentence, ...]


def read_visible(article: Article, sentences: Sequence[Sentence]) -> Visible:
    """Read an article without the sentences that address a machine.

    Args:
        article: the cleaned article.
        sentences: its sentences, in order.
    """
    hidden = find_instructions(article.text, sentences)
    pieces: list[str] = []
    at = 0
    for sentence in sentences:
        if sentence.number in hidden:  # blanks as long, so that all offsets stay true
            pieces += (article.text[at : sentence.start], " " * (sentence.end - sentence.start))
            at = sentence.end
    text = "".join((*pieces, article.text[at:]))
    shown = tuple(s for s in sentences if s.number not in hidden)
    return Visible(read_statements(text, shown, language=article.metadata.language), shown)
