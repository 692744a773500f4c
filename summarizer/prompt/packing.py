"""Numbered sentences -> parts that fit a number of tokens; and lists cut to fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from summarizer.prompt.lines import Line
from summarizer.records import Problem
from summarizer.tokens import count_tokens

# Sentences shown before a part, at most.
_CONTEXT_SENTENCES = 3
_CUT = "…"


def size_line(line: Line) -> int:
    """The tokens of a line with the line breaks after it."""
    return count_tokens(f"{line}\n\n")


def size_lines(lines: Iterable[Line], limit: int, problems: list[Problem] | None) -> list[tuple[Line, int]]:
    """Each line with its tokens; one longer than the limit as several pieces of the same number."""
    sized: list[tuple[Line, int]] = []
    for line in lines:
        size = size_line(line)
        if size <= limit:
            sized.append((line, size))
            continue
        pieces = list(_cut_line(line, size, limit))
        sized += pieces
        if problems is not None:
            message = (
                f"sentence {line.number} has {size} tokens, more than a request holds ({limit}); "
                f"the model was shown it in {len(pieces)} pieces"
            )
            problems.append(Problem(stage="prompt", message=message, item=line.text[:80]))
    return sized


def _cut_line(line: Line, size: int, limit: int) -> Iterator[tuple[Line, int]]:
    """Pieces of a line that are within the limit, cut between words where there are any, marked with "…"."""
    text = line.text
    step = max(int(len(text) / size * limit * 0.8), 1)
    at = 0
    while at < len(text):
        length = step
        while True:
            end = _find_cut(text, at, at + length)
            opening, closing = f"{_CUT} " if at else "", f" {_CUT}" if end < len(text) else ""
            piece = replace(line, text=f"{opening}{text[at:end].strip()}{closing}")
            if (tokens := size_line(piece)) <= limit or length == 1:
                break
            length //= 2  # denser than the rest of the line
        yield piece, tokens
        at = end


def _find_cut(text: str, start: int, end: int) -> int:
    """The end of the piece from `start` that is at most `end`, after a space in its second half if any."""
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", (start + end) // 2, end)
    return space + 1 if space > start else end


def pack_lines(sized: Sequence[tuple[Line, int]], limit: int) -> list[list[tuple[Line, int]]]:
    """Parts of at most `limit` tokens and about the same length, cut between paragraphs where possible."""
    total = sum(size for _, size in sized)
    # A little less than full, so that rounding to paragraphs does not leave a scrap for one part more.
    count = math.ceil(total / (limit * 0.95))
    parts: list[list[tuple[Line, int]]] = [[]]
    filled = done = 0
    for line, size in sized:
        full = filled + size > limit
        due = len(parts) < count and done >= total / count * (len(parts) - 0.05)
        if parts[-1] and (full or (due and line.paragraph != parts[-1][-1][0].paragraph)):
            parts.append([])
            filled = 0
        parts[-1].append((line, size))
        filled += size
        done += size
    return parts


def take_before(previous: Sequence[tuple[Line, int]], first: Line, limit: int) -> list[Line]:
    """The last sentences of the part before, as many as fit."""
    taken: list[Line] = []
    for line, size in reversed(previous):
        limit -= size
        if limit < 0 or len(taken) == _CONTEXT_SENTENCES:
            break
        if line.number != first.number:
            taken.insert(0, line)
    return taken


def take_last(items: Sequence[str], limit: int) -> list[str]:
    """The last items that fit into so many tokens, at least one."""
    kept: list[str] = []
    for item in reversed(items):
        limit -= count_tokens(item)
        if limit < 0 and kept:
            break
        kept.append(item)
    return kept[::-1]


def thin_out(texts: Sequence[str], limit: int) -> tuple[list[str], int]:
    """Texts that together fit into so many tokens, left out evenly; and the tokens they take.

    >>> thin_out(["one", "two", "three", "four"], 8)
    (['two', 'four'], 8)
    """
    sizes = [count_tokens(text) + 3 for text in texts]  # 3: the list mark and the line break around it
    total = sum(sizes)
    if total <= limit:
        return list(texts), total
    kept: list[str] = []
    spent, allowed = 0, 0.0
    for text, size in zip(texts, sizes, strict=True):
        allowed += size * max(limit, 0) / total
        if spent + size <= allowed:
            kept.append(text)
            spent += size
    return kept, spent
