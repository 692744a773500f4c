"""Which part a name plays in a passage, so that somebody named there is not taken for whoever speaks.

Only a part that the grammar shows counts: who is told, who is spoken of inside what is said, who stands under
a preposition or belongs to somebody ("spokeswoman for the governor, Pavlo Hnatiuk"). Where none shows, the
name may well be the speaker's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import PERSON_TITLES
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.names import Name
from summarizer.check.passage.quotations import Quoted
from summarizer.check.passage.speaker import Saying


class Part(Enum):
    """What somebody named in a passage does there."""

    ABSENT = "not named"
    TOLD = "that is who is told"
    SPOKEN_OF = "that is who is spoken of"
    BESIDE = "that is somebody else"
    SPEAKS = "speaks"
    OPEN = "cannot tell"


def find_part(
    words: Words,
    names: Sequence[Name],
    sayings: Sequence[Saying],
    quoted: Sequence[Quoted],
    is_meant: Callable[[str], bool],
) -> Part:
    """The part of whoever `is_meant`, over all places where a passage names them.

    One place that shows nothing leaves the part open, since that may be where they speak.
    """
    places = [n for n in names if is_meant(" ".join(n.keys))]
    if not places:
        return Part.ABSENT
    if any(s.name and any(_is_at(s.name, p) for p in places) for s in sayings):
        return Part.SPEAKS
    found = [_find_one(words, place, sayings, quoted) for place in places]
    if Part.OPEN in found:
        return Part.OPEN
    return next(p for p in (Part.TOLD, Part.SPOKEN_OF, Part.BESIDE) if p in found)


def _find_one(words: Words, place: Name, sayings: Sequence[Saying], quoted: Sequence[Quoted]) -> Part:
    if any(s.listener and _is_at(s.listener, place) for s in sayings):
        return Part.TOLD
    start = words.starts[place.first]
    if any(
        q.start <= start < q.end and q.end - q.start > len(words.quote(place.first, place.last))
        for q in quoted
    ):
        return Part.SPOKEN_OF
    if any(
        s.speaker and s.speaker[1] < s.cue < place.first and _reaches(words, s.cue, place) for s in sayings
    ):
        return Part.SPOKEN_OF
    return Part.BESIDE if _is_governed(words, place) else Part.OPEN


def _is_at(a: Name, b: Name) -> bool:
    return a.first <= b.last and b.first <= a.last


def _reaches(words: Words, cue: int, place: Name) -> bool:
    """Whether a name stands in the clause that a reporting verb opens: "said Ruiz was"."""
    return not any(
        words.keys[i] in ".!?”;“" and words.keys[i - 1] not in PERSON_TITLES  # "Dr."
        for i in range(cue + 1, place.first)
    )


def _is_governed(words: Words, place: Name) -> bool:
    """Whether a preposition, or a title after one, stands before a name: "with the minister, Ann Lee"."""
    if words.tokens[place.last].endswith(("’s", "'s")):
        return True
    titled = False
    for step in range(place.first - 1, max(-1, place.first - 7), -1):
        key = words.keys[step]
        if key in _GOVERNING:
            # "spokesman for Orvex": a body speaks through whoever speaks for it.
            return titled or key not in _ON_BEHALF
        if key == "," and step and words.keys[step - 1] in PERSON_TITLES:
            continue  # "for the governor, Pavlo Hnatiuk"
        if not key[0].isalpha():
            return False
        titled |= key in PERSON_TITLES
    return False


_GOVERNING = frozenset(
    list_words("with for of against about to from by at on over between versus under alongside near")
)
_ON_BEHALF = frozenset(list_words("for of at by from"))
