"""What each speaker is marked with: letters that are theirs alone, and a colour."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.records import Attribution, Claim, Evidence, Position, Summary
from summarizer.render.outline import name_speaker

# How many colours `page.css` has (Okabe and Ito's, which people with any colour vision tell apart). Then they
# start again with another line; the letters tell speakers apart in any case.
COLOURS = 6
LINES = 3

# Words of a name that tell nobody apart.
_SMALL = "a an the of and for der die das des dem den und von le la les l’ de du et el los las y il lo i gli"
_SMALL_WORDS = frozenset(_SMALL.split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who holds a position or makes a claim.

    Args:
        number: from 0, in the order of the article.
        letters: one to three characters, unique in a page: "ME", "K", "ME2".
        style: classes of `page.css`: the colour and the line.
        named: not where the article itself speaks, or does not tell who does.
    """

    number: int
    name: str
    letters: str
    style: str
    named: bool = True


def list_speakers(summary: Summary) -> dict[str, Speaker]:
    """Everybody who holds a position or makes a claim, by name, in the order of the article."""
    items: list[Claim | Position] = [*summary.positions, *summary.claims]
    items.sort(key=lambda item: _find_start(item.evidence))
    names = list(dict.fromkeys(name_holder(item) for item in items))
    unnamed = {name_holder(c) for c in summary.claims if c.speaker is None}
    letters = dict(zip(names, make_letters(names), strict=True))
    speakers = {}
    colour = 0
    for number, name in enumerate(names):
        if name in unnamed:
            style, letter = "k0", "¶" if name == name_speaker(None, Attribution.NARRATOR) else "?"
        else:
            style, letter = (
                f"k{colour % COLOURS + 1}" + f" l{colour // COLOURS % LINES}".replace(" l0", ""),
                letters[name],
            )
            colour += 1
        speakers[name] = Speaker(number, name, letter, style, named=name not in unnamed)
    return speakers


def name_holder(item: Claim | Position) -> str:
    """Whose claim or position it is, as shown."""
    return item.holder if isinstance(item, Position) else name_speaker(item.speaker, item.attribution)


def _find_start(evidence: tuple[Evidence, ...]) -> float:
    return min((e.start for e in evidence), default=float("inf"))


def make_letters(names: Iterable[str]) -> Iterator[str]:
    """Initials for each name, with a number from the second that has the same ones.

    >>> list(make_letters(["Maria Ekström", "the dockers’ union", "Kremlin", "Mats Ek", "習近平", "…"]))
    ['ME', 'DU', 'K', 'ME2', '習', '#']
    """
    counts: Counter[str] = Counter()
    taken: set[str] = set()
    for name in names:
        letters = initials = _make_initials(name)
        while letters in taken:
            counts[initials] += 1
            letters = f"{initials}{counts[initials] + 1}"
        taken.add(letters)
        yield letters


def _make_initials(name: str) -> str:
    words = [w for w in name[:500].split() if w.casefold() not in _SMALL_WORDS]
    initials = [c for c in (_find_letter(word) for word in words) if c]
    return "".join(initials[:1] + initials[1:][-1:]) or "#"


def _find_letter(word: str) -> str:
    """The first letter or digit, as a capital where it has one, in composed form."""
    letter = next((c for c in unicodedata.normalize("NFC", word) if c.isalnum()), "")
    return letter.upper() if len(letter.upper()) == 1 else letter
