"""A statement as a sentence that stands alone: without its cue where that is safe, else with it."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from summarizer.extractive.actors import name_before_verb
from summarizer.extractive.clauses import Found
from summarizer.extractive.cues import JUDGED
from summarizer.extractive.lexer import Line
from summarizer.extractive.words import PAST_OF_PARTICIPLE, is_past
from summarizer.records import Span

_NEAR = 3  # words between a subject and its verb, over which the clause is quoted whole
_THING_WORDS = 3
_FINITE = frozenset("XVKUBYQEMPw")


def word_statement(
    text: str, starts: Sequence[int], line: Line, found: Found, content: tuple[Span, ...]
) -> str:
    """The content as a sentence that stands alone; verbatim for direct quotations.

    Args:
        text: the article's.
        starts: the offsets of its sentences.
        line: the paragraph.
        found: the attribution in it.
        content: where in the text what is said stands.
    """
    if found.direct:
        return _join(text, content)
    words = " ".join(text[s:e] for s, e in content)
    if found.cue and found.subject:
        cue = line.starts[found.cue[0]]
        if line.german:
            words = _german_sentence(text, line, found, content, cue) or words
        elif (past := PAST_OF_PARTICIPLE.get(line.lower[found.cue[0]])) and content[0][0] > cue:
            # "Envoys met, blaming each other": the verb carries the meaning.
            subject = text[slice(*line.span(*name_before_verb(line, found.subject)))]
            words = f"{subject} {past} {text[line.starts[found.cue[0] + 1] : content[-1][1]]}"
        elif (
            (found.letter in "KU" or _first_class(line, content) in "Sw" or is_thing(line, found))
            and found.cue[0] >= found.subject[1]
            and content[0][0] > cue
        ):
            # The verb carries the meaning: "denied the charge", "asked whether …".
            words = text[line.starts[_find_judged(line, found.subject[0])] : content[-1][1]]
            if (
                found.cue[0] - found.subject[1] > _NEAR
                or "A" * _NEAR in line.classes[found.subject[1] : found.cue[0]]
            ):
                subject = text[slice(*line.span(*name_before_verb(line, found.subject)))]
                words = f"{subject} {text[cue : content[-1][1]]}"
        elif found.letter in "KU" and found.cue[0] < found.subject[0] < found.content[0][0]:
            # "Ministers were urged by campaigners to ban it": the whole sentence.
            at = max(bisect_right(starts, cue) - 1, 0)
            words = text[max(starts[at], line.start) : content[-1][1]]
    words = " ".join(words.split())
    if words[:1].islower():
        words = words[0].upper() + words[1:]
    return words if words[-1] in '.!?”"' else words + "."


def _find_judged(line: Line, subject: int) -> int:
    """Where a clause begins whose subject judges what it goes with: "[a promise that Lund] called hollow"."""
    judged = JUDGED.search(line.classes, max(0, subject - _NEAR - 2), subject)
    return judged.start() + 1 if judged else subject


def _first_class(line: Line, content: tuple[Span, ...]) -> str:
    at = bisect_right(line.starts, content[0][0]) - 1
    return line.classes[at] if at >= 0 else ""


def is_thing(line: Line, found: Found) -> bool:
    """Whether a verb of saying has only a thing as its object: "first reported [the talks]"."""
    first, last = found.content[0]
    letters = line.classes[first:last].rstrip(".,")
    if line.classes[first - 1 : first] == "M":
        return False
    if letters[:1] in ("o", "0") or (letters[:1] == "D" and 1 < len(letters) <= _THING_WORDS):
        return True
    # No verb in it that can be told: "posted [a photo of herself]", "added [further content]".
    return (
        letters[:1] in "DnN"
        and _FINITE.isdisjoint(letters)
        and letters[:1] != ""
        and not any(is_past(word) or word.endswith("s") for word in line.lower[first:last])
    )


def _german_sentence(text: str, line: Line, found: Found, content: tuple[Span, ...], cue: int) -> str | None:
    """The clause with its subject and verb, unless what is reported is a main clause itself.

    "sagte, er komme" reports one; "kündigte an, zu kommen", "forderte Geld", "sagte, dass …" do not.
    """
    start = found.content[0][0]
    if cue > content[0][0]:
        return None
    before = line.classes[start - 1 : start]
    if (
        found.letter != "L"
        and before
        and before in ",:"
        and "zu" not in line.lower[start : found.content[-1][1]]
    ):
        return None
    first = min(cue, line.starts[found.subject[0]] if found.subject else cue)
    return text[first : content[-1][1]]


def _join(text: str, content: tuple[Span, ...]) -> str:
    """The parts of a split quotation as one, with a full stop where the article has one between them."""
    parts = [" ".join(text[s:e].split()) for s, e in content]
    gaps = [text[left[1] : right[0]] for left, right in itertools.pairwise(content)]
    return join_parts(parts, [any(mark in gap for mark in ".!?") for gap in gaps])


def join_parts(parts: list[str], ends: list[bool]) -> str:
    """The parts of a split quotation as one; `ends` says between which of them a sentence ended.

    >>> join_parts(["It is long,", "But it ends,"], [True])
    'It is long. But it ends.'
    >>> join_parts(["It is,", "they say, over."], [False])
    'It is, they say, over.'
    """
    joined = parts[0]
    pieces = []
    for part, ended in zip(parts[1:], ends, strict=True):
        if ended and part[:1].isupper() and joined[-1:] not in ("", *'.!?…:;”"'):
            joined = joined.rstrip(",") + "."
        pieces.append(joined)
        joined = part
    joined = " ".join([*pieces, joined])
    return joined[:-1] + "." if joined.endswith(",") else joined
