"""What a text foretells."""

from __future__ import annotations

from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.hedges import COMING, DENYING


def find_coming(words: Words) -> list[tuple[int, str]]:
    """The index of each "will" of a text and the root of its verb, where that stands there once.

    >>> from summarizer.check.lexicon.words import split_words
    >>> find_coming(split_words("The pool will reopen in May.", "en"))
    [(2, 'reopen')]
    """
    keys, found = words.keys, []
    for j, key in enumerate(keys):
        if not (key in COMING or (key == "to" and j and keys[j - 1] in _LOOKING_AHEAD)):
            continue
        if j and keys[j - 1] in ("neither", "nor"):
            continue  # "nor would he deny it"
        if key == "to" and (keys[j - 1] == "likely" and not _COMPARING.isdisjoint(keys[j - 3 : j - 1])):
            continue  # "less likely to fall ill" than others
        if key == "to" and j > 1 and keys[j - 2] in ("was", "were"):
            continue  # "was due to expire", and may have
        if key == "to" and not DENYING.isdisjoint(keys[max(0, j - _DENIED) : j]):
            continue  # "neither side has ever agreed to pay"
        verb = next((r for r in words.roots[j + 1 : j + 4] if r and r not in _WHEN), "")
        if verb and words.roots.count(verb) == 1 and _NOT.isdisjoint(keys[j + 1 : j + 3]):
            found.append((j, verb))
    return found


_WHEN = frozenset(("now", "soon", "lat", "also", "agai", "again"))
_NOT = frozenset(("not", "neither"))
_COMPARING = frozenset(("less", "more", "times", "as"))
_DENIED = 6  # words before "to" among which a "not" or "neither" stands


# Before "to": what follows has not been done yet.
_LOOKING_AHEAD = frozenset(
    list_words(
        """
        is are agree agrees agreed agreeing consent consents consented prefer prefers preferred undertook
        commit committed commits ready prepared willing likely expected scheduled due set plan plans planning
        intend intends pledge pledges pledged promise promises promised vow vows vowed
        """
    )
)
