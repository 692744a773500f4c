"""Where actors stand, in German sentences: verbs of approval and disapproval with their objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.extractive.clauses import Clauses, Range, german_subject
from summarizer.extractive.words import word_set

_PRAISE = word_set(
    """
    lobte lobt lobten loben begrüßte begrüßt begrüßten begrüßen unterstützte unterstützt unterstützten
    unterstützen befürwortete befürwortet befürworteten befürworten würdigte würdigt würdigten
    verteidigte verteidigt verteidigten fordert forderte forderten fordern verlangte verlangt verlangten
    verlangen billigte billigt billigten empfahl empfiehlt empfahlen
    """
)
_BLAME = word_set(
    """
    kritisierte kritisiert kritisierten kritisieren verurteilte verurteilt verurteilten verurteilen
    bemängelte bemängelt bemängelten beklagte beklagt beklagten monierte moniert monierten rügte rügt
    rügten tadelte blockierte blockiert blockierten verweigerte verweigert boykottierte boykottiert
    missbilligte
    """
)
# A verb and the particle at the end of its clause.
_PARTED = {
    "ab": (word_set("lehnte lehnten lehnt lehnen"), -1),
    "zurück": (word_set("wies wiesen weist weisen"), -1),
}
# A verb (or adverb) and the preposition of its object.
_LINKED = {
    (verb, preposition): polarity
    for verbs, preposition, polarity in (
        ("warnte warnten warnt warnen", "vor", -1),
        ("warnte warnten warnt warnen", "davor", -1),
        ("plädierte plädierten plädiert plädieren", "für", 1),
        ("stimmte stimmten stimmt stimmen", "für", 1),
        ("stimmte stimmten stimmt stimmen protestierte protestierten protestiert protestieren", "gegen", -1),
        ("demonstrierte demonstrierten klagte klagten klagt", "gegen", -1),
        ("ist sind war waren", "gegen", -1),
        ("kämpfte kämpften kämpft kämpfen", "gegen", -1),
        ("kämpfte kämpften kämpft kämpfen wirbt warb warben", "für", 1),
        ("sprach sprachen spricht sprechen", "für", 1),
        ("sprach sprachen spricht sprechen wandte wandten wendet wehrte wehrten wehrt wehren", "gegen", -1),
        ("setzte setzten setzt setzen", "für", 1),
        ("stellte stellten stellt stellen", "hinter", 1),
        ("stellte stellten stellt stellen", "gegen", -1),
        ("kritik", "an", -1),
    )
    for verb in verbs.split()
}
_REFLEXIVE = word_set(
    """
    sprach sprachen spricht sprechen wandte wandten wendet wehrte wehrten wehrt wehren setzte setzten
    setzt setzen stellte stellten stellt stellen
    """
)
_ACCUSED = word_set("warf warfen wirft werfen")
_PARTICIPLES = {
    "kritisiert": -1, "verurteilt": -1, "abgelehnt": -1, "zurückgewiesen": -1, "gerügt": -1, "bemängelt": -1,
    "gelobt": 1, "begrüßt": 1, "unterstützt": 1, "befürwortet": 1, "gewürdigt": 1, "gebilligt": 1,
    "gefordert": 1,
}  # fmt: skip
_HAVE = word_set("hat haben hatte hatten")
_PASSIVE = word_set("wurde wurden wird werden")
_ACCUSATIVE = word_set("die das den ein eine einen")
_NOT = word_set("nicht kein keine keinen nie")
_OBJECT = re.compile(r"D?[nA0]{0,4}[NQ][NQ0]{0,4}(?:(?:D|ID?)[nA0]{0,3}N{1,3}){0,3}")
_AGENT = re.compile(r"D?[nA0]{0,3}N{1,4}")
_SKIPPED = "AXPW"  # between a verb and its object: "kritisierte am Montag scharf den Plan"
_FAR = 14  # words to a particle or participle
_MENTIONS = frozenset(
    word
    for words in (
        _PRAISE,
        _BLAME,
        _ACCUSED,
        _PARTICIPLES,
        (v for v, _ in _LINKED),
        *(w for w, _ in _PARTED.values()),
    )
    for word in words
)


@dataclass(frozen=True, slots=True)
class GermanStance:
    """A stance: the verb's word, the holder's words, the target's words and the polarity."""

    at: int
    holder: Range
    target: Range
    polarity: int


def find_german_stances(clauses: Clauses) -> Iterator[GermanStance]:
    """The stances of a German line.

    "Die Landwirte kritisierten den Plan", "lehnte den Bau ab", "sprach sich für ein Tempolimit aus"
    """
    lower = clauses.line.lower
    if _MENTIONS.isdisjoint(lower):
        return
    for at, word in enumerate(lower):
        if word in _MENTIONS:
            yield from _read_word(clauses, at, word)


def _read_word(clauses: Clauses, at: int, word: str) -> Iterator[GermanStance]:
    lower = clauses.line.lower
    first, last = _clause(clauses, at)
    polarity = _PARTICIPLES.get(word)
    if polarity is not None and at + 1 == last:
        yield from _read_participle(clauses, at, polarity, first, last)
        return
    polarity = 1 if word in _PRAISE else -1 if word in _BLAME else 0
    start = at + 1
    for particle, (verbs, sign) in _PARTED.items():
        if word in verbs and lower[last - 1] == particle and at < last - 2:
            polarity = sign
    for i in range(at + 1, min(last, at + _FAR)):
        if (word, lower[i]) in _LINKED and (word not in _REFLEXIVE or "sich" in lower[at:i]):
            polarity, start = _LINKED[word, lower[i]], i + 1
            break
    if word in _ACCUSED and lower[last - 1] == "vor":
        polarity = -1
    if not polarity:
        return
    holder = german_subject(clauses, first, last)
    if holder is None:
        return
    if holder[0] > at:  # "lobte Anna Berg die Stadtwerke": an article in the accusative begins the object
        start_of_object = next(
            (i for i in range(holder[0] + 1, holder[1]) if lower[i] in _ACCUSATIVE), holder[1]
        )
        holder = (holder[0], start_of_object)
    target = _object(clauses, max(start, holder[1] if holder[0] > at else start), last)
    if target is None:
        return
    if not _NOT.isdisjoint(lower[at : target[1] + 1]) or lower[last - 1] in _NOT:
        if polarity < 0:
            return
        polarity = -1
    yield GermanStance(at, holder, target, polarity)


def _read_participle(
    clauses: Clauses, at: int, polarity: int, first: int, last: int
) -> Iterator[GermanStance]:
    """The perfect and the passive: "Holt hat den Plan kritisiert", "Der Plan wurde von Holt kritisiert"."""
    lower, classes = clauses.line.lower, clauses.classes
    helper = next((i for i in range(first, at) if lower[i] in _HAVE or lower[i] in _PASSIVE), None)
    subject = german_subject(clauses, first, last)
    if helper is None or subject is None or not _NOT.isdisjoint(lower[helper:at]):
        return
    behind = max(helper + 1, subject[1])
    if lower[helper] in _HAVE:
        if target := _object(clauses, behind, at):
            yield GermanStance(at, subject, target, polarity)
        return
    by = next((i for i in range(behind, at) if lower[i] in ("von", "vom")), None)
    if by is not None and (agent := _AGENT.match(classes, by + 1, at)):
        yield GermanStance(at, agent.span(), subject, polarity)


def _clause(clauses: Clauses, at: int) -> Range:
    """The clause around a word: between commas, colons and the ends of its sentence."""
    first, last = clauses.sentence(at)
    classes = clauses.classes
    for mark in ",:;-E":
        first = max(first, classes.rfind(mark, first, at) + 1)
        behind = classes.find(mark, at + 1, last)
        last = behind if behind >= 0 else last
    while last > at + 1 and classes[last - 1] in ".!?_E":
        last -= 1
    return first, last


def _object(clauses: Clauses, start: int, last: int) -> Range | None:
    """The first noun phrase from a word on, over adverbs and times."""
    classes = clauses.classes
    while start < last:
        if match := _OBJECT.match(classes, start, last):
            return match.span()
        if classes[start] not in _SKIPPED and classes[start] != "n":
            if classes[start] == "I" and classes[start + 1 : start + 2] in ("W", "0"):
                start += 2
                continue
            return None
        start += 1
    return None
