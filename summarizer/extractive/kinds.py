"""What sort of statement it is, and the reservations in it."""

from __future__ import annotations

import re

from summarizer.extractive.words import HEDGE
from summarizer.records import ClaimKind

_COMMITMENT = re.compile(
    r"\b(?:(?:I|we)(?:\s+will|\s+shall|['’]ll|\s+won['’]t|\s+are going to|['’]re going to|['’]m going to)|wir werden|ich werde)\b",
    re.IGNORECASE,
)
_COMMITMENT_CUES = frozenset(
    "vowed vows vowing promised promises promising pledged pledges pledging agreed agrees agreeing refused refuses "
    "declined committed versprach offered volunteered undertook swore threatened threatens".split()
)
_DEMAND = re.compile(
    r"\b(?:must|should|shouldn['’]t|need(?:s)? to|ought to|has to|have to|it is time|it['’]s time|call(?:ing)? (?:on|for)"
    r"|muss|müssen|müsse|soll|sollte|sollten|fordern)\b",
    re.IGNORECASE,
)
_DEMAND_CUES = frozenset(
    "urged urges urging demanded demands demanding implored begged exhorted requested insisted forderte fordert "
    "forderten mahnte called recommended proposed advised".split()
)
_PREDICTION = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are) going to|gonna|would|(?:is|are) (?:likely|expected|set) to|wird|werden|werde)\b",
    re.IGNORECASE,
)
_PREDICTION_CUES = frozenset(
    "predicted predicts predicting expects expected forecast forecasts warned warns warning hopes hoped plans "
    "planned fears feared prognostizierte warnte".split()
)
_OPINION = re.compile(
    r"\b(?:I (?:think|believe|feel|hope|hate|love|like|guess|don['’]t (?:think|believe))|in my (?:view|opinion)"
    r"|good|bad|great|terrible|horrible|wonderful|amazing|best|worst|better|worse|wrong|right|unfair|fair|stupid"
    r"|beautiful|disaster|disgrace|disgusting|ridiculous|outrageous|shameful|proud|important|dangerous|unacceptable"
    r"|absurd|brilliant|pathetic|incredible|honest|dishonest|crazy|tragic|gut|schlecht|falsch|richtig|wichtig)\b",
    re.IGNORECASE,
)
_OPINION_CUES = frozenset(
    "believes believe believed thinks think thought feels felt praised praises criticized criticised slammed called "
    "calls dubbed condemned denounced lamented welcomed hailed mocked dismissed defended blasted described".split()
)


def judge_kind(content: str, cue: str) -> ClaimKind:
    """The kind of a statement, by its cue's word (lower case) and its own words.

    >>> judge_kind("We will rebuild the bridge", "said").value, judge_kind("it is a disgrace", "said").value
    ('commitment', 'opinion')
    """
    if cue in _COMMITMENT_CUES or _COMMITMENT.search(content):
        return ClaimKind.COMMITMENT
    if _DEMAND.search(content) or (cue in _DEMAND_CUES and cue not in _OPINION_CUES):
        return ClaimKind.DEMAND
    if cue in _PREDICTION_CUES or _PREDICTION.search(content):
        return ClaimKind.PREDICTION
    if cue in _OPINION_CUES or _OPINION.search(content):
        return ClaimKind.OPINION
    return ClaimKind.FACT


def find_hedges(content: str) -> tuple[str, ...]:
    """The reservations in a statement, verbatim, each once.

    >>> find_hedges("It may rain and reportedly it did")
    ('may', 'reportedly')
    """
    return tuple(dict.fromkeys(m.group() for m in HEDGE.finditer(content)))
