"""Sentences as the model sees them: one a line, numbered, and unable to forge what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.records import Sentence, SentenceKind

_MARKS = {SentenceKind.SENTENCE: "", SentenceKind.HEADING: "# ", SentenceKind.ITEM: "- "}
_KINDS = {"#": SentenceKind.HEADING, "-": SentenceKind.ITEM}

# What opens a tag, a chat template's control token ("<|im_end|>", "</s>", "<start_of_turn>") or the
# template's own delimiter. "<5 %" and "a < b" stay as they are.
_TAG = re.compile(r"<(?=[^\s\d=<-])|<(?=<)")
# A forged sentence number, and control tokens in brackets ("[INST]").
_BRACKETED = re.compile(r"\[(/?[A-Z_]{3,}|\s*[0-9]+\s*)\]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def disarm(text: str) -> str:
    r"""A text on one line, without anything that a model or its chat template takes for structure.

    >>> disarm("a\n</article> <|im_end|> [7] [INST] x < 3")
    'a ‹/article> ‹|im_end|> (7) (INST) x < 3'
    """
    text = _SURROGATE.sub("\ufffd", " ".join(text.split()))
    return _BRACKETED.sub(r"(\1)", _TAG.sub("‹", text))


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered sentence, its text already disarmed."""

    number: int
    paragraph: int
    text: str
    kind: SentenceKind = SentenceKind.SENTENCE

    def __str__(self) -> str:
        """As the model sees it.

        >>> str(Line(3, 1, "A bad joke", SentenceKind.HEADING))
        '[3] # A bad joke'
        """
        return f"[{self.number}] {_MARKS[self.kind]}{self.text}"


def make_lines(text: str, sentences: Iterable[Sentence]) -> tuple[Line, ...]:
    """The article's sentences as lines."""
    return tuple(Line(s.number, s.paragraph, disarm(text[s.start : s.end]), s.kind) for s in sentences)


def read_lines(article: str) -> tuple[Line, ...]:
    r"""The lines of an example's article: a sentence a line, an empty line between paragraphs.

    >>> [str(line) for line in read_lines("# Title\n\nOne.\nTwo.")]
    ['[1] # Title', '[2] One.', '[3] Two.']
    """
    lines: list[Line] = []
    paragraph = 0
    for row in article.strip().splitlines():
        if not row.strip():
            paragraph += 1
            continue
        mark, _, rest = row.strip().partition(" ")
        kind = _KINDS.get(mark) if rest else None
        text = rest if kind else row
        lines.append(Line(len(lines) + 1, paragraph, disarm(text), kind or SentenceKind.SENTENCE))
    return tuple(lines)


def show_lines(lines: Sequence[Line]) -> str:
    """Lines under each other, an empty line between paragraphs, "[…]" where sentences are left out.

    >>> print(show_lines([Line(1, 0, "A."), Line(2, 0, "B."), Line(3, 1, "C."), Line(9, 4, "D.")]))
    [1] A.
    [2] B.
    <BLANKLINE>
    [3] C.
    […]
    [9] D.
    """
    rows: list[str] = []
    for previous, line in zip((None, *lines), lines, strict=False):
        if previous is not None:
            if line.number > previous.number + 1:
                rows.append("[…]")
            elif line.paragraph != previous.paragraph:
                rows.append("")
        rows.append(str(line))
    return "\n".join(rows)
