"""What an article shows to engines: all of it but the text that addresses a machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.check import find_instructions
from summarizer.drafts import Reading
from summarizer.extractive import read_statements
from summarizer.records import Article, Metadata, Sentence


class Visible(NamedTuple):
    """An article without what addresses a machine.

    Args:
        reading: who says what and who is for or against what in the sentences shown.
        sentences: those shown, with their numbers in the article.
        article: the article; what of its metadata addresses a machine is None.
    """

    reading: Reading
    sentences: tuple[Sentence, ...]
    article: Article


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
    reading = read_statements(text, shown, language=article.metadata.language)
    return Visible(reading, shown, article.model_copy(update={"metadata": _mask(article.metadata)}))


def _mask(metadata: Metadata) -> Metadata:
    """Metadata without what addresses a machine."""
    known = {name: value for name, value in metadata if value}
    lines = {name: Sentence(number=1, start=0, end=len(value), paragraph=0) for name, value in known.items()}
    orders = [name for name, value in known.items() if find_instructions(value, [lines[name]])]
    return metadata.model_copy(update=dict.fromkeys(orders))
