"""Who can speak and hold a position: the words of a subject that name somebody."""

from __future__ import annotations

import re

from summarizer.extractive.actors import PREPOSITION, Cast, name_before_verb
from summarizer.extractive.clauses import Range
from summarizer.extractive.lexer import Line
from summarizer.extractive.spots import TIMES
from summarizer.extractive.words import PASTS, UTTERANCES, is_past, word_set

_SOMEBODY = re.compile(r"[NTr]")
_WHO = re.compile(r"[nrNTPw0]")
_NAME_BEHIND = re.compile(r",D?n?[TN]+$")
_OWNER = re.compile(r"D?[nrA]{0,3}(?P<who>T*N+)s")
_HEAD = re.compile(r"[^Ib]*[nrNT0]")
_PAPERS = word_set(
    """
    report reports statement statements study poll polls survey surveys memo letter email editorial paper ad
    article complaint lawsuit suit document documents filing filings tests analysis research
    """
)
_PEOPLE_ENDINGS = ("ists", "ians", "men", "people", "women", "ers", "ors", "ants", "public", "crats")
_NAMED_BEHIND = re.compile(r"n{1,3}(?:T+N+|NNN?)")
_DEMONYMS = ("ans", "ics", "ims", "ists", "ats")  # "white Americans", "young Catholics"
_NO_PEOPLE = word_set(
    """
    orders papers numbers matters letters offers figures factors sectors powers errors centers chapters covers
    borders answers computers corners dollars floors monitors mirrors towers waters wonders headquarters
    specimen acumen regimen tensors restaurants plants grants warrants covenants waivers transfers
    """
)
# Who acts together, by a noun without a class of its own.
_GROUPS = word_set(
    """
    families groups companies unions hospitals schools universities colleges students parents patients
    independents incumbents progressives moderates allies rivals colleagues relatives neighbours neighbors
    victims refugees migrants tenants youths children kids girls boys couples siblings states nations
    countries cities towns counties communities charities churches agencies retailers clubs teams parties
    boards councils governments ministries airlines firms banks chains networks broadcasters justices
    employees trustees nominees retirees appointees delegates graduates magistrates inmates detainees guards
    troops fans locals chiefs heads seniors partners lawmakers businesses hoteliers landlords shopkeepers
    publishers regulators associations federations institutes bishops monks priests pupils recruits cadets
    peers elders nationalists organizations organisations institutions bodies makers owners campaigners
    musicians farms mills growers
    """
)
_BODIES = word_set(
    """
    board club hospital school university college coalition majority minority leadership legislature team
    family city town county state nation country opposition parliament senate church charity network panel
    jury tribunal watchdog regulator trust federation association authority bureau alliance chamber institute
    operator retailer carrier airline manufacturer cabinet staff workforce bloc faction league society guild
    foundation museum newspaper paper hotel brewery startup chain supermarket broadcaster junta militia
    presidency prefecture municipality borough parish diocese synod consortium cooperative co-operative
    """
)
_ABSENT = word_set("its their our my your")  # whose, the words alone do not tell
_LED = ("-led", "-backed", "-controlled", "-appointed", "democratic")  # what only describes a body
_NO_BODY = word_set("little no any much less more such another")
_NOBODY = word_set("people those these such it there last next stopping")


# Indefinite words, and those that a capital at the beginning of a sentence makes look like names. Own list.
_NO_SPEAKERS = word_set(
    """
    someone somebody anyone anybody everybody nobody something nothing everything them him us me
    including regarding concerning regardless following given according despite based compared early close
    right asked adding judged embarrassed additional initial subsequent yes no cool cheers first last such
    just then than second third part due hours plenty along statement written less least
    """
)
_TIMES = TIMES | word_set("weeks months years days hours minutes weekend summer winter spring autumn")
_TIME_WORDS = 3
_ADJECTIVES = word_set("paid left lost led hit kept")
_MATTER = word_set(
    """
    research evidence data analysis testimony police people public staff video footage press history person
    none
    """
)


def without_time(line: Line, subject: Range) -> Range:
    """A subject without the time that was taken for a part of it: "[the mayor] last week"."""
    first, last = subject
    timed = line.lower[last - 1] in _TIMES and line.lower[last - 2 : last - 1] in (
        ["last"],
        ["this"],
        ["next"],
    )
    return (first, last - 2) if timed and last - first > 2 else subject


def can_speak(line: Line, subject: Range, cast: Cast) -> bool:
    """Whether a subject names or describes somebody, or what speaks for somebody ("the report").

    Not so "12", "someone", a singular without an article ("pun"), or a small word with the capital that
    begins a sentence; the cast knows the words that the article also has without one.
    """
    first, last = subject
    letters = line.classes[first:last]
    is_time = line.lower[last - 1] in _TIMES and last - first <= _TIME_WORDS and set(letters) <= set("nD0A")
    if is_time and last - first > 1:
        return False  # "the mayor last week said"
    word = line.lower[first]
    begins_past = last - first > 1 and letters[0] == "n" and is_past(word)
    if begins_past and (letters[1] in "IoD" or (word in PASTS and word not in _ADJECTIVES)):
        return False  # "a study that [appeared in a journal] found", "she [won praise]"
    if last - first > 1 or letters in ("P", "w"):
        return _WHO.search(letters) is not None
    if word in _NO_SPEAKERS or word.isdigit():
        return False
    if letters == "n":
        return (word.endswith("s") and not word.endswith("ss")) or word in _MATTER
    begins = first == 0 or line.classes[first - 1] in ".!?E:"
    return not (letters == "N" and begins and word.endswith(("ing", "ed", "ly")) and word in cast.small)


def is_paper(line: Line, subject: Range) -> bool:
    """Whether what speaks is a document: "a consultant's study", "a report by its monitors"."""
    first, last = subject
    of = PREPOSITION.search(line.classes, first, last)
    return line.lower[(of.start() if of else last) - 1] in _PAPERS


def find_holder(line: Line, subject: Range) -> Range | None:
    """Who a subject is, if somebody: a name, an office, people; "Holt's remarks" are Holt.

    "The vote", "last year" and "Holt's hearing" hold no position.
    """
    first, last = name_before_verb(line, subject)
    if (line.lower[first] in _ABSENT and not re.search("[NT]", line.classes[first:last])) or (
        last - first == 1 and line.lower[first].endswith(_LED)
    ):
        return None
    if re.match("n[rNT]", line.classes[first:last]) and line.lower[first].endswith("ing"):
        first += 1  # "started [retweeting] supporters who …"
    if last - first > 2 and line.words[last - 1] in TIMES and line.words[last - 2] in ("last", "this"):
        last -= 2
    # "The council backed plans and [rejected]": the subject of the one verb swallowed the other.
    for i in range(first, last):
        if line.classes[i] == "n" and is_past(line.lower[i]):
            if i <= first + (line.classes[first] == "D"):
                return None
            if line.classes[i - 1] in "nrNT":
                last = i
                break
    if last - first == 1 and line.lower[first] in _NO_SPEAKERS:
        return None
    letters = line.classes[first:last]
    if _NAME_BEHIND.search(letters):
        return first, last  # "Apple's chief executive, Tim Cook"
    if not _SOMEBODY.search(letters) or letters[0] in "nG*-":
        known = is_people(line, first, last) if letters[-1:] == "n" else _is_described(line, first, last)
        return (first, last) if known else None
    owner = _OWNER.match(letters)
    if owner and line.words[first + owner.end() : last]:
        if line.words[last - 1] not in UTTERANCES:
            return (first, last) if letters[-1] in "rNT" or is_people(line, first, last) else None
        return first + owner.start("who"), first + owner.end("who")
    head = _HEAD.match(letters)
    end = first + head.end() if head else last
    if line.classes[end - 1] in "n0" and not is_people(line, first, end):
        return None
    if line.lower[end - 1] in _PAPERS and not owner:
        return None
    return None if line.lower[first] in _NOBODY else (first, last)


def is_people(line: Line, first: int, last: int) -> bool:
    """Whether a noun without a class means people: "scientists", "five men", "hospitals", "the board"."""
    word = line.lower[last - 1]
    if (word in _GROUPS and last - first > 1) or (word in _BODIES and line.lower[first] not in _NO_BODY):
        return not _is_verb(line.lower[first])
    if line.classes[last - 1] == "r" and word.endswith("s"):
        return True
    return line.classes[first] in "DrNTn" and word.endswith(_PEOPLE_ENDINGS) and word not in _NO_PEOPLE


def _is_described(line: Line, first: int, last: int) -> bool:
    """Whether words that begin small describe somebody: "gay-rights advocates", "former sheriff Per Lund"."""
    if line.classes[first] != "n" or _is_verb(line.lower[first]):
        return False
    letters, word = line.classes[first:last], line.lower[last - 1]
    if letters[-1] == "r":
        return word.endswith(("s", "men", "women", "people"))
    return bool(_NAMED_BEHIND.fullmatch(letters)) or (letters[-1] == "N" and word.endswith(_DEMONYMS))


def _is_verb(word: str) -> bool:
    return is_past(word) or word.endswith("ing")
