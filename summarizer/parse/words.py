"""Words that models write, and what they mean here: enum values, "nobody", sentence numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from rapidfuzz import fuzz, process

from summarizer.records import Attribution, ClaimKind, Stance

# What models write where the article does not tell who speaks.
NOBODY = frozenset(
    {"narrator", "the narrator", "article", "the article", "author", "the author", "unknown", "none", "null"}
    | {"n/a", "na", "not specified", "unspecified", "unnamed", "-", "?", '""', "''"}
)

# Other words for the same, by enum value. Misspellings are found by likeness.
_SYNONYMS: dict[str, str] = {
    "quote": "direct", "quoted": "direct", "quotation": "direct", "direct quote": "direct",
    "direct quotation": "direct", "direct speech": "direct", "verbatim": "direct",
    "paraphrase": "indirect", "paraphrased": "indirect", "reported": "indirect",
    "reported speech": "indirect", "indirect speech": "indirect",
    "partial": "mixed", "partly": "mixed", "both": "mixed",
    "narration": "narrator", "narrative": "narrator", "article": "narrator", "author": "narrator",
    "factual": "fact", "statement": "fact", "claim": "fact", "event": "fact",
    "judgement": "opinion", "judgment": "opinion", "evaluation": "opinion", "belief": "opinion",
    "criticism": "opinion", "view": "opinion",
    "forecast": "prediction", "expectation": "prediction", "warning": "prediction",
    "promise": "commitment", "pledge": "commitment", "intention": "commitment", "plan": "commitment",
    "refusal": "commitment",
    "request": "demand", "call": "demand", "proposal": "demand", "recommendation": "demand",
    "suggestion": "demand",
    "support": "supports", "supporting": "supports", "supportive": "supports", "supported": "supports",
    "for": "supports", "in favor": "supports", "in favour": "supports", "favors": "supports",
    "favours": "supports", "favor": "supports", "favour": "supports", "pro": "supports",
    "agree": "supports", "agrees": "supports", "positive": "supports",
    "oppose": "opposes", "opposing": "opposes", "opposed": "opposes", "against": "opposes",
    "anti": "opposes", "contra": "opposes", "disagree": "opposes", "disagrees": "opposes",
    "rejects": "opposes", "reject": "opposes", "negative": "opposes",
    "ambivalent": "mixed", "conditional": "mixed", "undecided": "neutral", "impartial": "neutral",
}  # fmt: skip
_LIKE_ENOUGH = 85  # rapidfuzz ratio, 0 to 100, from which a word is a misspelling

_NUMBER = re.compile(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?")

_Enum = TypeVar("_Enum", Attribution, ClaimKind, Stance)


def find_enum(word: object, words: type[_Enum]) -> _Enum | None:
    """The value that a word means, if that is plain.

    >>> find_enum("Support", Stance), find_enum("indirekt", Attribution), find_enum("banana", Stance)
    (<Stance.SUPPORTS: 'supports'>, <Attribution.INDIRECT: 'indirect'>, None)
    """
    if not isinstance(word, str):
        return None
    known = [str(w) for w in words]
    plain = " ".join(word.lower().replace("_", " ").split())[:40]
    if (synonym := _SYNONYMS.get(plain)) in known:
        plain = str(synonym)
    found = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return words(found[0]) if found else None


def find_numbers(value: object) -> Iterator[int]:
    """Sentence numbers, however they are written.

    >>> list(find_numbers([3, "[4]", "6-8", 9.0, True, None]))
    [3, 4, 6, 7, 8, 9]
    """
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield value
    elif isinstance(value, float) and value.is_integer():
        yield int(value)
    elif isinstance(value, str):
        for match in _NUMBER.finditer(value[:200]):
            first, last = int(match[1]), int(match[2] or match[1])
            # A longer range than this is no citation.
            yield from range(first, last + 1) if 0 <= last - first < 20 else (first, last)
    elif isinstance(value, list):
        for item in value:
            yield from find_numbers(item)
