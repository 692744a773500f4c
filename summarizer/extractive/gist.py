"""Headline and gist from the article's own sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.records import Metadata, Sentence, SentenceKind

_HEADLINE_WORDS = 16
_LONGEST_HEADLINE = 24
_DATELINE = re.compile(r"^[A-ZÄÖÜ][\w .,]{2,40}?(?:\([^)]{1,30}\)\s*)?(?:[—–]|--)\s+")
_BOILERPLATE = re.compile(
    r"\b(?:cookies?|subscribe|newsletter|sign up|all rights reserved|copyright|click here|advertisement"
    r"|read more|share this|follow us|image caption|getty images|photo(?:graph)? by)\b|^by [A-Z]|@",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:–—]\s|\s(?:after|as|while|because|amid|although|despite)\s")


def choose_headline(text: str, sentences: Sequence[Sentence], metadata: Metadata) -> str:
    """The title, else a headline-like first line, else the first sentence shortened at a clause."""
    if metadata.title and metadata.title.strip():
        return " ".join(metadata.title.split())
    if not sentences:
        return ""
    first = sentences[0]
    line = " ".join(text[first.start : first.end].split())
    alone = len(sentences) == 1 or sentences[1].paragraph != first.paragraph
    if first.kind is SentenceKind.HEADING or (alone and len(line.split()) <= _HEADLINE_WORDS):
        return line.rstrip(".")
    lead = _running(text, sentences)
    line = " ".join(text[lead[0].start : lead[0].end].split()) if lead else line
    return shorten(line)


def shorten(sentence: str) -> str:
    """The beginning of a sentence up to a clause boundary, of six words at least.

    >>> shorten("The mayor of Lindholm resigned on Monday after a week of protests over the new harbour tax.")
    'The mayor of Lindholm resigned on Monday'
    """
    bare = _DATELINE.sub("", sentence).rstrip(".").strip()
    if len(bare.split()) <= _HEADLINE_WORDS - 4:
        return bare
    for match in _BREAK.finditer(bare):
        cut = bare[: match.start()]
        if (
            6 <= len(cut.split()) <= _LONGEST_HEADLINE
            and cut.count("“") == cut.count("”")
            and cut.count('"') % 2 == 0
        ):
            return cut
    words = bare.split()
    return bare if len(words) <= _HEADLINE_WORDS + 8 else " ".join(words[: _HEADLINE_WORDS + 4]) + " …"


def choose_gist(text: str, sentences: Sequence[Sentence]) -> str:
    """One or two whole sentences from the lead, verbatim."""
    running = _running(text, sentences)
    if len(running) > 1 and _is_headline(text, sentences):
        running = [sentence for sentence in running if sentence is not sentences[0]]
    if not running:
        return text[sentences[0].start : sentences[0].end] if sentences else ""
    first = running[0]
    gist = text[first.start : first.end]
    if len(gist.split()) < 18 and len(running) > 1 and running[1].number - first.number <= 2:
        second = text[running[1].start : running[1].end]
        if len(second.split()) <= 45:
            gist = f"{gist} {second}"
    return gist


def _is_headline(text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether the first sentence is a headline: short, and alone in its line."""
    first, second = sentences[0], sentences[1]
    words = text[first.start : first.end].split()
    return second.paragraph != first.paragraph and len(words) <= _HEADLINE_WORDS


def _running(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The first sentences of running text: no headings, labels, boilerplate or bare quotations."""
    chosen: list[Sentence] = []
    for sentence in sentences[:60]:
        words = text[sentence.start : sentence.end]
        if (
            sentence.kind is SentenceKind.SENTENCE
            and len(words.split()) >= 7
            and not _BOILERPLATE.search(words)
        ):
            chosen.append(sentence)
            if len(chosen) == 3:
                break
    return chosen
