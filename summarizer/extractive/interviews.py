"""Interviews and debates: lines that begin with who speaks, "Lena Maas:" or "Q:", or are answers alone."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from summarizer.extractive.lexer import Line

LETTERS = frozenset(("Q", "A", "F"))  # question and answer, and German Frage
_LEAST_LABELLED = 3  # lines with a label that make an interview


def find_labels(lines: Sequence[Line]) -> dict[int, int]:
    """Lines of an interview or debate, by start: how many words their label has ("Lena Maas:", "Q:")."""
    labelled = {}
    names: Counter[str] = Counter()
    for line in lines:
        width = _read_label(line)
        if not width and line.words[0] in LETTERS and len(line.words) > 2 and line.words[1] in ":.":
            width = 2
        if width:
            labelled[line.start] = width
            names[" ".join(line.words[: find_name_end(line, width)])] += 1
    known = names.keys() & LETTERS and max(names[x] for x in LETTERS) > 1
    if len(labelled) < _LEAST_LABELLED or not (known or max(names.values()) > 1):
        return {}
    return labelled


def _read_label(line: Line) -> int:
    """How many words a line's label has with its colon: "Lena Maas:", "LT. ANA REYES:"; 0 without one."""
    opens = line.classes.find("(", 0, _LONGEST_LABEL)
    end = line.classes.find(":", 0, _LONGEST_ASIDE if opens > 0 else _LONGEST_LABEL)
    last = opens if 0 < opens < end else end
    if end < 1 or len(line.words) < end + 3 or (last < end and line.words[end - 1] != ")"):
        return 0
    named = (
        c in "NT" or w == "." or (w.isupper() and len(w) > 1)
        for c, w in zip(line.classes, line.words, strict=True)
    )
    return end + 1 if line.words[0] != "." and all(itertools.islice(named, last)) else 0


def find_name_end(line: Line, label: int) -> int:
    """Where the name in a label of so many words ends: before its colon, or "(Lowveld Gazette):"."""
    opens = line.classes.find("(", 0, label)
    return opens if opens > 0 else label - 1


_LONGEST_LABEL = 6  # words
_LONGEST_ASIDE = 14  # words, with who that is

_QUOTED_WHOLE = frozenset("QE._")
_LEAST_ANSWERS = 2  # lines in quotation marks, each behind a question, that make an interview


def find_answers(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of an interview that are a quotation and nothing else, by start.

    Its questions stand in lines of their own without marks: "Were you nervous?"
    """
    quoted = [bool(line.quotations) and _QUOTED_WHOLE.issuperset(line.classes) for line in lines]
    asked = [line.classes[-1:] == "?" and not line.quotations for line in lines]
    behind = [
        after for before, after in itertools.pairwise(range(len(lines))) if asked[before] and quoted[after]
    ]
    if len(behind) < _LEAST_ANSWERS:
        return frozenset()
    return frozenset(
        line.start
        for line, whole in zip(lines, quoted, strict=True)
        if whole and line.start >= lines[behind[0]].start
    )
