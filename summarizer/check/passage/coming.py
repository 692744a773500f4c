"""What a text foretells."""

from __future__ import annotations

from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.hedges import COMING


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
        verb = next((r for r in words.roots[j + 1 : j + 4] if r), "")
        if verb and words.roots.count(verb) == 1 and "not" not in keys[j + 1 : j + 3]:
            found.append((j, verb))
    return found


# Before "to": what follows has not been done yet.
_LOOKING_AHEAD = frozenset(
    list_words(
        """
        is are agree agrees agreed agreeing consent consents consented prefer prefers preferred undertook
        commit committed commits ready prepared willing likely
        """
    )
)
