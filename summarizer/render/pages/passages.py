"""The article's text cut into pieces, so that each passage that serves as evidence can be marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.records import Sentence, SentenceKind, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the article to be marked, for the item that it belongs to.

    Args:
        span: half-open offsets in the article's text.
        item: the item's id in the page; "" for a mark that belongs to none.
        style: classes of `page.css`.
    """

    span: Span
    item: str
    style: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is marked in one way.

    Args:
        number: among all pieces of evidence, from 0; None for a piece that is no evidence.
        style: of the shortest passage that it is part of.
        differs: whether it is what an item says differently.
        uncited: whether it is a statement that no claim cites.
        ends: the items whose evidence ends here, or before the marks that close the word.
    """

    text: str
    number: int | None
    style: str
    differs: bool
    uncited: bool
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or with number None what stands between sentences."""

    number: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article."""

    kind: SentenceKind
    parts: tuple[Part, ...]


class Layout:
    """An article with its marks.

    Args:
        text: the article's.
        sentences: sorted by start.
        evidence: what items cite. Spans beyond the text are cut, those without a word ignored.
        differing: what items say differently.
        uncited: statements that no claim cites.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        evidence: Sequence[Mark],
        differing: Iterable[Span] = (),
        uncited: Iterable[Span] = (),
    ) -> None:
        self._text = text
        self._evidence = [Mark(span, m.item, m.style) for m in evidence if (span := self._clip(m.span))]
        differing = [span for s in differing if (span := self._clip(s))]
        uncited = [span for s in uncited if (span := self._clip(s))]
        spans = [m.span for m in self._evidence] + differing + uncited + [(s.start, s.end) for s in sentences]
        lines = [i for i, c in enumerate(text) if c == "\n"]
        cuts = {0, len(text), *lines, *(i + 1 for i in lines)}
        cuts.update(min(max(0, i), len(text)) for span in spans for i in span)
        self._ends = [_find_word_end(text, m.span[1]) for m in self._evidence]
        cuts.update(self._ends)
        self._cuts = sorted(cuts)
        count = len(self._cuts) - 1
        self._differs, self._uncited = self._cover(differing), self._cover(uncited)
        self._styles = [""] * count
        # The longest first, so that the shortest stays on top.
        for mark in sorted(self._evidence, key=lambda m: m.span[0] - m.span[1]):
            for i in self._find(mark.span):
                self._styles[i] = mark.style
        marked = self._cover(m.span for m in self._evidence)
        numbers = iter(range(count))
        # White space is no evidence: nothing of it can be seen.
        self._numbers = [
            next(numbers) if covered and self._shows(i) else None for i, covered in enumerate(marked)
        ]
        self._sentences: list[Sentence | None] = [None] * count
        for sentence in reversed(sentences):
            for i in self._find((sentence.start, sentence.end)):
                self._sentences[i] = sentence

    def _clip(self, span: Span) -> Span | None:
        start, end = max(0, span[0]), min(span[1], len(self._text))
        return (start, end) if start < end and self._text[start:end].strip() else None

    def _shows(self, piece: int) -> bool:
        return bool(self._text[self._cuts[piece] : self._cuts[piece + 1]].strip())

    def _find(self, span: Span) -> range:
        """The pieces that a span is made of; its ends are cuts."""
        return range(bisect_left(self._cuts, span[0]), bisect_left(self._cuts, span[1]))

    def _cover(self, spans: Iterable[Span]) -> list[bool]:
        """For each piece whether one of the spans covers it."""
        steps = [0] * len(self._cuts)
        for span in spans:
            pieces = self._find(span)
            steps[pieces.start] += 1
            steps[pieces.stop] -= 1
        covered, depth = [], 0
        for step in steps[:-1]:
            depth += step
            covered.append(depth > 0)
        return covered

    def list_pieces(self) -> dict[str, tuple[range, ...]]:
        """For each item the numbers of its pieces, a range a passage."""
        ranges: dict[str, list[range]] = {}
        for mark in self._evidence:
            numbers = [n for i in self._find(mark.span) if (n := self._numbers[i]) is not None]
            if numbers:
                ranges.setdefault(mark.item, []).append(range(numbers[0], numbers[-1] + 1))
        return {item: tuple(found) for item, found in ranges.items()}

    def list_paragraphs(self) -> Iterator[Paragraph]:
        """The article from its first line to its last; empty lines are left out."""
        ends: dict[int, list[str]] = {}
        for mark, end in zip(self._evidence, self._ends, strict=True):
            last = next((i for i in reversed(self._find((mark.span[0], end))) if self._shows(i)), None)
            if last is not None:
                ends.setdefault(last, []).append(mark.item)
        seen: set[int] = set()
        line: list[tuple[Sentence | None, Piece]] = []
        for i, (start, end) in enumerate(pairwise(self._cuts)):
            if (text := self._text[start:end]) == "\n":
                yield from _join_line(line, seen)
                line = []
                continue
            piece = Piece(
                text, self._numbers[i], self._styles[i], self._differs[i], self._uncited[i],
                tuple(dict.fromkeys(ends.get(i, ()))),
            )  # fmt: skip
            line.append((self._sentences[i], piece))
        yield from _join_line(line, seen)


def _find_word_end(text: str, end: int) -> int:
    """Where the marks end that follow a passage, so that nothing comes between a word and its full stop.

    >>> _find_word_end("He said: “No.” Then", 12)
    14
    """
    while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
        end += 1
    return end


def _join_line(line: Sequence[tuple[Sentence | None, Piece]], seen: set[int]) -> Iterator[Paragraph]:
    """The pieces of a line, sentence by sentence; `seen` holds the sentences that have begun before."""
    if not any(piece.text.strip() for _, piece in line):
        return
    parts: list[tuple[Sentence | None, list[Piece]]] = []
    for sentence, piece in line:
        if parts and parts[-1][0] is sentence:
            parts[-1][1].append(piece)
        else:
            parts.append((sentence, [piece]))
    kinds = [s.kind for s, _ in parts if s is not None]
    made = []
    for sentence, pieces in parts:
        new = sentence is not None and sentence.number not in seen
        if sentence is not None:
            seen.add(sentence.number)
        made.append(Part(sentence.number if sentence is not None and new else None, tuple(pieces)))
    yield Paragraph(kinds[0] if kinds else SentenceKind.SENTENCE, tuple(made))
