"""What an article shows to the built-in engine: all of it but the text that addresses a machine."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check import find_instructions
from summarizer.drafts import Reading
from summarizer.extractive import read_statements
from summarizer.records import Article, Sentence


def read_visible(article: Article, sentences: Sequence[Sentence]) -> Reading:
    """Who says what in an article and who is for or against what; nothing that addresses a machine counts.

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
    shown = [s for s in sentences if s.number not in hidden]
    return read_statements(text, shown, language=article.metadata.language)
