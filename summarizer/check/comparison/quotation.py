"""Whether a text has words that another quotes, ellipsis and bracketed insertions honoured."""

from __future__ import annotations

import re

from summarizer.check.lexicon.words import Words, split_words

_ELLIPSIS = re.compile(r"\[?(?:\.\s?\.\s?\.|…)\.?\]?|\[[^\]]*\]|\([^)]*\)")


def has_verbatim(quoted: str, evidence: Words) -> bool:
    """Whether the evidence has a text word for word: its parts around ellipses and insertions, in order.

    Typography, case and punctuation do not count; inflection does.

    >>> has_verbatim("a long way … there", split_words("There is a long way to go from there."))
    True
    >>> has_verbatim("[t]here is [still] a long way", split_words("There is a long way to go from there."))
    True
    >>> has_verbatim("a short way", split_words("There is a long way to go from there."))
    False
    """
    return any(_has_parts(text, evidence) for text in _join_cut_words(quoted))


def _has_parts(quoted: str, evidence: Words) -> bool:
    at = 0
    for part in _ELLIPSIS.split(quoted):
        words = split_words(part).joined
        if words == "  ":
            continue
        at = evidence.joined.find(words, at)
        if at < 0:
            return False
        at += len(words) - 1
    return True


_BEGUN = re.compile(r"\[(\w+)\](?=\w)")


_ENDED = re.compile(r"(?<=\w)\[(\w+)\]")


def _join_cut_words(quoted: str) -> tuple[str, ...]:
    """A text as it is, and with the brackets within words resolved: "[W]e" is "We", "plan[ned]" is either.

    Letters put in at a word's end may be the article's or the writer's.
    """
    if "[" not in quoted:
        return (quoted,)
    begun = _BEGUN.sub(r"\1", quoted)
    return quoted, _ENDED.sub(r"\1", begun), _ENDED.sub("", begun)
