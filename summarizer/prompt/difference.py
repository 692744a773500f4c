"""What differs between two prompt files, word by word: for whoever changed one, and whoever reviews it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from summarizer.errors import PromptError
from summarizer.prompt.frame import count_messages, make_static
from summarizer.prompt.shape import AnyPrompt, Example, Prompt
from summarizer.tokens import count_tokens

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Op(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a section: in both, only in the first, or only in the second."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that differs: its name ("system", "example 2: reply", "parameters.temperature").

    `before` and `after` are its tokens on each side; both 0 for what is not text.
    """

    name: str
    pieces: tuple[Piece, ...]
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class PromptDifference:
    """What differs, and the tokens of what is sent with every article (system and worked examples)."""

    sections: tuple[SectionChange, ...]
    before: int
    after: int


def compare_prompts(one: AnyPrompt, other: AnyPrompt) -> PromptDifference:
    """What differs from one prompt to the other, section by section, worked examples last.

    Raises:
        PromptError: they are of two kinds, as one for reading articles and one for second opinions are.
    """
    if type(one) is not type(other):
        raise PromptError(f"{one.path} and {other.path} are of two kinds: they serve different purposes")
    before, after = _list_sections(one), _list_sections(other)
    sections = [_compare_section(name, before.get(name), after.get(name)) for name in (before | after)]
    if isinstance(one, Prompt) and isinstance(other, Prompt):
        sections += _compare_examples(one.examples, other.examples)
    return PromptDifference(
        tuple(section for section in sections if section), _count_static(one), _count_static(other)
    )


def diff_words(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts as one, in pieces.

    >>> [(str(p.op), p.text) for p in diff_words("at most 60 words", "at most 80 words")]
    [('same', 'at most '), ('removed', '60'), ('added', '80'), ('same', ' words')]
    """
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for op, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Piece(Op.SAME, "".join(one[i:j])))
            continue
        pieces += [Piece(kind, text) for kind, text in _sides(one[i:j], other[k:m]) if text]
    return tuple(pieces)


def _sides(removed: Sequence[str], added: Sequence[str]) -> Iterator[tuple[Op, str]]:
    yield Op.REMOVED, "".join(removed)
    yield Op.ADDED, "".join(added)


def _list_sections(prompt: AnyPrompt) -> dict[str, str]:
    """Everything but the examples, by name, as text."""
    values = prompt.model_dump(
        mode="json", by_alias=True, exclude={"examples", "name", "description", "path"}
    )
    parameters = values.pop("parameters")
    shown = {name: value.strip() if isinstance(value, str) else str(value) for name, value in values.items()}
    set_ = {f"parameters.{name}": json.dumps(v) for name, v in parameters.items() if v is not None}
    return shown | set_


def _compare_section(name: str, before: str | None, after: str | None) -> SectionChange | None:
    if before == after:
        return None
    pieces = diff_words(before or "", after or "")
    if name.startswith("parameters.") or name == "article_tokens":
        # A number is read as a whole.
        pieces = tuple(Piece(op, text) for op, text in _sides([before or ""], [after or ""]) if text)
        return SectionChange(name, pieces)
    return SectionChange(name, pieces, count_tokens(before or ""), count_tokens(after or ""))


def _compare_examples(before: Sequence[Example], after: Sequence[Example]) -> list[SectionChange | None]:
    """Examples that changed, are new or gone; one that only moved is both."""
    one, other = [_write_example(e) for e in before], [_write_example(e) for e in after]
    changes: list[SectionChange | None] = []
    for op, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        for index in range(max(j - i, m - k)):
            was = one[i + index] if i + index < j else ("", "")
            now = other[k + index] if k + index < m else ("", "")
            number = (k + index if k + index < m else i + index) + 1
            state = "" if was[0] and now[0] else " (new)" if now[0] else " (gone)"
            for part, old, new in zip(("article", "reply"), was, now, strict=True):
                changes.append(_compare_section(f"example {number}{state}: {part}", old, new))
    return changes


def _write_example(example: Example) -> tuple[str, str]:
    """Its article, and its reply with an item a line."""
    lines = []
    for key, value in example.reply.model_dump(mode="json").items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  {json.dumps(item, ensure_ascii=False)}" for item in value)]
        else:
            lines.append(f"{key}: {value}")
    return example.article.strip(), "\n".join(lines)


def _count_static(prompt: AnyPrompt) -> int:
    if isinstance(prompt, Prompt):
        return count_messages(make_static(prompt, None))
    return count_tokens(prompt.system)
