"""How much of something a text speaks of: few, some, many, most or all."""

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from typing import NamedTuple

from summarizer.check.lexicon.words import Words

NONE, FEW, SOME, MANY, MOST, ALL = range(6)


# That "nobody" and "none" deny is judged elsewhere.
_LEVELS: dict[tuple[str, ...], int] = {
    tuple(phrase.split()): level
    for level, phrases in (
        (NONE, "nobody|no one|none|not a single|not one"),
        (FEW, "hardly any|barely any|scarcely any|almost no|almost none|next to no|very few|only a few|few|hardly anyone"
            "|barely anyone|almost nobody|almost no one|little|very little|only a handful|only a minority|virtually no|virtually none"),
        (SOME, "a few|some|several|certain|various|a handful|a number of|einige|manche|mehrere|a minority|sometimes"
            "|partly|partially|part|parts"),
        (MANY, "many|much|a great deal|numerous|a lot of|half|dozens|hundreds|often|frequently|viele|oft"),
        (MOST, "most|the majority|a majority|almost all|nearly all|the bulk of|usually|mostly|largely|almost every"
            "|nearly every|virtually all|almost everyone|nearly everyone|meist|die meisten|almost always|nearly always|almost the entire|nearly the entire|virtually the entire|almost the whole|nearly the whole|almost entirely|nearly entirely|almost completely|nearly completely"),
        (ALL, "all|every|everyone|everybody|always|entire|entirely|whole|completely|only|alle|jeder|each|both"),
    )
    for phrase in phrases.split("|")
}  # fmt: skip


_BY_LAST: dict[str, list[tuple[str, ...]]] = {}


for _phrase in sorted(_LEVELS, key=len, reverse=True):
    _BY_LAST.setdefault(_phrase[0], []).append(_phrase)


class Quantity(NamedTuple):
    """A word for how much: its place, its level, and the next few content words, which say of what."""

    at: int
    level: int
    of: frozenset[str]


def find_quantities(words: Words) -> list[Quantity]:
    """The words for how much of a text, in order.

    >>> from summarizer.check.lexicon.words import split_words
    >>> [(q.level, sorted(q.of)) for q in find_quantities(split_words("Hardly any wells dried up.", "en"))]
    [(1, ['dri', 'well'])]
    """
    keys = words.keys
    found: list[Quantity] = []
    last = -1
    for at in [i for i, k in enumerate(keys) if k in _BY_LAST]:
        listed = _BY_LAST[keys[at]]
        phrase = next((p for p in listed if len(p) == 1 or tuple(keys[at : at + len(p)]) == p), None)
        if phrase is None or at <= last:
            continue
        last = at + len(phrase) - 1
        # "half of all rivers" is no "all"; "all but three" is not all.
        of = at > 0 and keys[at - 1] == "of" and _LEVELS[phrase] == ALL
        if not of and keys[last + 1 : last + 2] != ["but"]:
            found.append(Quantity(at, _LEVELS[phrase], frozenset(list_next_roots(words, last))))
    return found


def list_next_roots(words: Words, at: int) -> list[str]:
    """The next few content words, past function words."""
    found = []
    for root in words.roots[at + 1 : at + 8]:
        if root:
            found.append(root)
            if len(found) == 3:
                break
    return found
