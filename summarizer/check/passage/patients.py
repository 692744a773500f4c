"""To whom something is done, and of whom something is: names behind a verb, or behind "of"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.lexicon.function_words import BE_OR_GET
from summarizer.check.lexicon.number_words import MONTHS, WEEKDAYS
from summarizer.check.lexicon.places import COUNTRIES
from summarizer.check.lexicon.senses import is_thing
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import is_title
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.names import Name

_LONGEST = 10  # words of a phrase within which its name stands


# What may stand in a noun phrase before its name, beside words with content.
_IN_PHRASES = frozenset(
    list_words(
        """
        the a an his her its their our my your this these those both former late current then own
        first second third other another of - ' ’
        """
    )
)


# Nouns whose "of" says no more than where or how much.
_PARTS = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        part parts most one side rest half edge outskirts city town village region area province county
        state number couple group kind sort version all some many any each thousands hundreds dozens
        end middle top bottom front back share majority minority percent because instead ahead outside
        inside north south east west
        """
    )
)


# Verbs that say too little, or whose two sides can both come first.
_LIGHT = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        be have do come go give get make put say tell include call name say become remain
        sign meet marry merge agree negotiate face fight trade talk play draw join border divorce
        """
    )
)


def find_patients(words: Words, names: Sequence[Name]) -> dict[str, list[list[Name]]]:
    """For each verb, and each noun with "of", the names in the phrases behind it, one list a phrase.

    >>> from summarizer.check.passage.names import find_names
    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("Vang beat the holder, Ida Lund, before the trial of his rival Odo Holm.", "en")
    >>> found = find_patients(words, find_names(words))
    >>> [[[n.keys for n in phrase] for phrase in found[k]] for k in ("beat", "of tri")]
    [[[('ida', 'lund')]], [[('odo', 'holm')]]]
    """
    firsts = {n.first: n for n in names}
    found: dict[str, list[list[Name]]] = {}
    for at, root in enumerate(words.roots):
        if not root or not words.tokens[at][0].islower():
            continue
        if words.keys[at + 1 : at + 2] == ["of"] and root not in _PARTS:
            found.setdefault(f"of {root}", []).append(_read_phrase(words, at + 2, firsts))
        elif is_past(words.keys[at]) and root not in _LIGHT and not _is_passive(words, at):
            found.setdefault(root, []).append(_read_phrase(words, at + 1, firsts))
    return found


def _is_passive(words: Words, at: int) -> bool:
    """Whether a past form follows a form of "be", so that what stands behind it is not its object."""
    before = words.keys[max(0, at - 3) : at]
    return not BE_OR_GET.isdisjoint(before) or words.keys[at + 1 : at + 2] == ["by"]


def _read_phrase(words: Words, at: int, firsts: dict[int, Name]) -> list[Name]:
    """The names of the noun phrase that begins at a word, with those beside it and after "and"."""
    found: list[Name] = []
    end = min(len(words), at + _LONGEST)
    described = True  # whether words may follow that say what the bearer of the next name is
    while at < end:
        key = words.keys[at]
        name = firsts.get(at)
        if name is not None:
            found.append(name)
            at = name.last + 1
            end = min(len(words), at + _LONGEST)
            described = name.keys[-1] in COUNTRIES  # "the Danish brewer Holm"
        elif key in (",", "and", "&", "or"):
            at += 1 + (key == "," and words.keys[at + 1 : at + 2] == ["and"])
            if not _leads_to_name(words, at, firsts):
                return found
            described = True
        elif key in _IN_PHRASES or (described and _says_what(words, at)):
            at += 1
        elif found and (further := _find_further(words, at, firsts)):
            at, described = further, True
            end = min(len(words), at + _LONGEST)
        else:
            return found
    return found


def _says_what(words: Words, at: int) -> bool:
    """Whether a word may say what the bearer of a name behind it is: no verb, month or weekday."""
    key = words.keys[at]
    return bool(words.roots[at]) and not (is_past(key) or key in MONTHS or key in WEEKDAYS)


def _find_further(words: Words, at: int, firsts: dict[int, Name]) -> int:
    """Where the next object of the same verb begins: "bought Holm in 2019 and the brewer Lind last year"."""
    for step in range(at, min(len(words), at + _LONGEST)):
        if is_past(words.keys[step]):
            return 0
        if words.keys[step] == "and":
            return step + 1 if _leads_to_name(words, step + 1, firsts) else 0
    return 0


def _leads_to_name(words: Words, at: int, firsts: dict[int, Name]) -> bool:
    """Whether a name stands right here, or after a few words that describe its bearer."""
    for step in range(at, min(len(words), at + 4)):
        if step in firsts or (step > at and words.keys[step] == "," and step + 1 in firsts):
            return True
        plain = words.keys[step] in _IN_PHRASES or (is_thing(words.keys[step]) and bool(words.roots[step]))
        if not plain and not is_title(words.keys[step]):
            return False
    return False
