"""Who somebody is to somebody else: "a Trump ally", "Holt's nominee, Ada Storm", "Brexit critics".

A noun of such a kind, with a name right before it or as its owner, says where its bearer stands; where it is
a noun of choice, where the chooser does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.extractive import opinions
from summarizer.extractive.clauses import Range
from summarizer.extractive.spots import Spot
from summarizer.extractive.words import word_set

_ARTICLES = word_set("a an the another longtime former one")
_NAMED = re.compile(r"(?P<owner>s)?(?P<who>N{1,3})")  # read backwards from the noun
_BEARER = re.compile(r"(?P<who>T*N{1,4})")
_BEARER_BEHIND = re.compile(r"(?:[IoD][nrNT]{0,3}){0,4},(?P<who>T*N{1,4})(?=[,.]|$)")
_APPOSED = re.compile(r"[nrA0]{0,3}D?,(?P<who>[NT]{1,4})")  # read backwards from the named
_COPULA = re.compile(r"[nrA0]{0,3}D?A?X")  # likewise: "is a longtime [Holt ally]"


def find_relation(spot: Spot, is_known: Callable[[str], bool]) -> tuple[Range, Range, int] | None:
    """Holder, target and polarity of a noun of relation, as word ranges of its line.

    `is_known` tells the names of the article from other capitalised words ("Democratic critics").

    "Ada Storm, a Holt ally,": Storm stands by Holt; "Holt's nominee, Ada Storm,": Holt stands by Storm.
    """
    line, at, first, last = spot.line, spot.at, spot.first, spot.last
    classes, size = line.classes, len(line.classes)
    backwards = spot.clauses.reversed
    named = _NAMED.match(backwards, size - at, size - first)
    if named is None or (named["owner"] and spot.word == "critic"):
        return None  # "the Courier's critic, Ann Holt,": of plays
    who = size - named.end("who"), size - named.start("who")
    if not named["owner"] and not is_known(line.words[who[1] - 1]):
        return None
    bearer: Range | None = None
    if behind := _BEARER.match(classes, at + 1, last):
        bearer = behind.span("who")
    elif (
        (apposed := _APPOSED.match(backwards, size - who[0], size - first))
        and line.lower[size - apposed.start("who") + 1] in _ARTICLES
        and classes[at + 1 : at + 2] in ("", ",", ".", ";", ")", "w", "I", "E", "-")
    ):
        bearer = size - apposed.end("who"), size - apposed.start("who")
    elif copula := _COPULA.match(backwards, size - who[0], size - first):
        bearer, _ = spot.clauses.subject_before(size - copula.end(), first)
    elif named["owner"] and (behind := _BEARER_BEHIND.match(classes, at + 1, last)):
        bearer = behind.span("who")
    if bearer is None or classes[bearer[0] : bearer[1]] in ("w", "D"):
        return None
    if spot.word in opinions.CHOSEN:
        return (who, bearer, 1) if named["owner"] else None
    return bearer, who, 1 if spot.word in opinions.FOLLOWERS else -1
