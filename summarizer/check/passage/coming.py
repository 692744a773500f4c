"""What a text foretells."""

from __future__ import annotations

from summarizer.check.lexicon.polarity_words import AUXILIARIES
from summarizer.check.lexicon.statement_words import CUES
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past
from summarizer.check.passage.hedges import COMING, COMMAS, DENYING
from summarizer.check.passage.parties import DETERMINERS, LINKS


def find_coming(words: Words) -> list[tuple[int, str]]:
    """The index of each "will" of a text and the root of its verb, where that stands there once.

    >>> from summarizer.check.lexicon.words import split_words
    >>> find_coming(split_words("The pool will reopen in May.", "en"))
    [(2, 'reopen')]
    """
    keys, found = words.keys, []
    headline = _find_headline(words)
    for j, key in enumerate(keys):
        if not (key in COMING or (key == "to" and j and (keys[j - 1] in _LOOKING_AHEAD or j == headline))):
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


def _find_headline(words: Words) -> int:
    """The "to" of a headline without a finite verb, "Norvik to cut 300 jobs"; -1 where there is none."""
    keys = words.keys
    if "to" not in words.key_set or not AUXILIARIES.isdisjoint(words.key_set):
        return -1
    at = keys.index("to")
    plain = (
        0 < at < _SUBJECT
        and not any(
            is_past(k)
            or k in LINKS
            or k in COMMAS
            or k in DETERMINERS
            or k in CUES
            or (0 < i < at - 1 and k.endswith("s") and words.tokens[i][0].islower())  # "law forces owners to"
            for i, k in enumerate(keys[:at])
        )
    )
    named = plain and words.roots[at - 1] and at + 1 < len(keys) and words.roots[at + 1]
    return (
        at if named and words.tokens[at + 1][0].islower() and not keys[at + 1].endswith(("s", "ing")) else -1
    )


_SUBJECT = 7  # words of a headline's subject at most
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
