"""A claim that cites whole sentences -> the passages of them that say it.

A model cites sentences by number. The sentence “The plan is sound, said Ada Lund, a critic of the mayor, and
would pay for itself” holds more than each of its two claims, and a reader wants the part: what the article
itself marks as a statement (its quotation marks, its "said that"), or the run of clauses that shares most
words with the claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.check.lexicon.words import Words
from summarizer.check.passage.passage import Passage
from summarizer.records import Span

# Where a sentence may be cut: at marks, and before words that open a clause.
_SEAM = re.compile(
    r"\s*[,;:–—“”„«»\"()]+(?:\s+(?:and|but|that|while)\b)?|\s-\s|\s(?:and|but|that|while)\b"
    r"|\s(?=(?:which|who|because|if|as|weil|dass|da)\s)"
)
_MOST = 0.6  # share of the words that claim and sentence have in common, which a part of it must have
_MARKED = 1.1  # how much more a part counts that the article marks as a statement
_LONGEST = 24  # pieces of a sentence of which every run is tried; of a longer list none is


def narrow_sentence(
    claim: frozenset[str], sentence: Passage, statements: Sequence[Sequence[Span]]
) -> tuple[Span, ...]:
    """The passages of one cited sentence that a claim rests on; the sentence itself where no part stands out.

    Args:
        claim: the roots of the claim's words.
        sentence: the sentence, in one piece of the article.
        statements: of each statement that the sentence holds, where its content is.

    Returns:
        Spans in code points of the article.

    >>> said = Passage("The plan is sound, said Ada Lund, a critic of the mayor.", "en")
    >>> claim = Passage("The plan is sound.", "en").words.root_set
    >>> [said.text[start:end] for start, end in narrow_sentence(claim, said, ())]
    ['The plan is sound']
    """
    words = sentence.words
    start, end = sentence.to_article(0, len(sentence.text))
    shared = claim & words.root_set
    if not shared:
        return ((start, end),)
    inside = (tuple((max(a, start), min(b, end)) for a, b in c if a < end and start < b) for c in statements)
    whole = [content for content in inside if content]
    # Of a quotation in two halves, with "she said" between, a claim may tell only one.
    halves = [(span,) for content in whole if len(content) > 1 for span in content]
    marked = _choose(claim, shared, words, start, [*whole, *halves])
    cut = _choose(claim, shared, words, start, _list_runs(sentence.text, start))
    # The article's own marks are the better edges, unless they hold much more.
    best = max((marked[0] * _MARKED, marked[1]), cut)
    return best[1] or ((start, end),)


def _choose(
    claim: frozenset[str],
    shared: frozenset[str],
    words: Words,
    start: int,
    parts: Sequence[tuple[Span, ...]],
) -> tuple[float, tuple[Span, ...]]:
    """Of parts with most of the shared words the one with the least beside them, and its Dice coefficient."""
    best: tuple[float, tuple[Span, ...]] = 0.0, ()
    for part in parts:
        roots: set[str] = set()
        for a, b in part:
            first, last = (bisect_left(words.starts, place - start) for place in (a, b))
            roots.update(words.roots[first:last])
        roots.discard("")
        common = len(shared & roots)
        if common >= _MOST * len(shared):
            best = max(best, (2 * common / (len(claim) + len(roots)), part))
    return best


def _list_runs(text: str, start: int) -> list[tuple[Span, ...]]:
    """Every run of a sentence's clauses, without the marks and spaces at its ends."""
    seams = [match.span() for match in _SEAM.finditer(text)]
    if len(seams) > _LONGEST:
        return []
    begins = [0, *(after for _, after in seams)]
    ends = [*(before for before, _ in seams), len(text)]
    runs: list[tuple[Span, ...]] = []
    for i, begin in enumerate(begins):
        for end in ends[i:]:
            piece = text[begin:end]
            low = begin + len(piece) - len(piece.lstrip())
            high = low + len(piece.strip())
            if low < high:
                runs.append(((start + low, start + high),))
    return runs
