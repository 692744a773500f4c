"""What sort of statement it is, and the reservations in it: word tables, looked up once a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from summarizer.records import ClaimKind

_COMMITMENT_CUES = """
vowed vows vowing promised promises promising pledged pledges pledging agreed agrees agreeing
refused refuses committed versprach offered volunteered undertook swore threatened threatens
"""
_DEMAND_CUES = """
urged urges urging demanded demands demanding implored begged exhorted requested insisted forderte
fordert forderten mahnte recommended proposed advised
"""
_DEMAND_WORDS = "must should shouldn't ought muss müssen müsse soll sollte sollten fordern"
_PREDICTION_CUES = """
predicted predicts predicting expects expected forecast forecasts warned warns warning hopes hoped
plans planned fears feared prognostizierte warnte
"""
_PREDICTION_WORDS = """
will won't shall gonna would he'll she'll they'll it'll we'll i'll you'll likely expected wird
werden werde würde würden
"""
_OPINION_CUES = """
believes believe believed thinks think thought feels felt praised praises criticized criticised
slammed called calls dubbed condemned denounced lamented welcomed hailed mocked dismissed defended
blasted described
"""
_OPINION_WORDS = """
good bad great terrible horrible wonderful amazing best worst better worse wrong right unfair fair
stupid beautiful disaster disgrace disgusting ridiculous outrageous shameful proud important
dangerous unacceptable absurd brilliant pathetic incredible honest dishonest crazy tragic gut
schlecht falsch richtig wichtig unfortunately sadly
"""
_HEDGES = """
reportedly allegedly apparently possibly perhaps probably likely maybe supposedly purportedly may
might could seems seem seemed appears appear appeared roughly nearly almost approximately angeblich
womöglich offenbar vielleicht möglicherweise vermutlich mutmaßlich
"""
_TABLES = {
    name: frozenset(table.split())
    for name, table in (
        ("commitment cue", _COMMITMENT_CUES),
        ("demand cue", _DEMAND_CUES),
        ("demand", _DEMAND_WORDS),
        ("prediction cue", _PREDICTION_CUES),
        ("prediction", _PREDICTION_WORDS),
        ("opinion cue", _OPINION_CUES),
        ("opinion", _OPINION_WORDS),
        ("hedge", _HEDGES),
    )
}
_WE_WILL = re.compile(
    r"\b(?:I|[Ww]e)(?:\s+(?:will|shall|won['’]t|am going to|are going to)"
    r"|['’](?:ll|re going to|m going to))\b"
    r"|\b(?:[Ww]ir werden|[Ii]ch werde)\b"
)
_NEED_TO = re.compile(r"\b(?:needs? to|has to|have to|it['’]s time to|is time to|calls? (?:on|for))\b")
_I_THINK = re.compile(r"\bI (?:think|believe|feel|hope|hate|love|like|guess|don['’]t (?:think|believe))\b")
_WE_WILL_WORDS = frozenset(("will", "shall", "won't", "going", "we'll", "i'll", "werden", "werde"))
_NEED_TO_WORDS = frozenset(("need", "needs", "has", "have", "time", "it's", "call", "calls"))
_WOULD_HAVE = re.compile(r"\bwould(?: not)?(?: \w+)? have\b")
_EDGES = ".,;:!?()[]“”\"„'‘«»…—–"


# Every cue and every word that a rule looks for: most statements have none and are plain facts.
_CUES = frozenset().union(*(table for name, table in _TABLES.items() if name.endswith("cue")))
_WORDS = frozenset(("i",)).union(
    _WE_WILL_WORDS,
    _NEED_TO_WORDS,
    *(table for name, table in _TABLES.items() if not name.endswith("cue")),
)


def judge(content: str, words: Iterable[str], cue: str) -> tuple[ClaimKind, tuple[str, ...]]:
    """Kind and hedges of a statement, by its cue's word and its own (words and cue in lower case).

    >>> judge("It may rain", {"it", "may", "rain"}, "said")
    (<ClaimKind.FACT: 'fact'>, ('may',))
    """
    known = _WORDS.intersection(words)
    if not known and cue not in _CUES:
        return ClaimKind.FACT, ()
    return _judge(content, known, cue), _hedges(content, known)


def _judge(content: str, words: Set[str], cue: str) -> ClaimKind:
    # The patterns are searched only where a word of theirs occurs.
    if cue in _TABLES["commitment cue"] or (words & _WE_WILL_WORDS and _WE_WILL.search(content)):
        return ClaimKind.COMMITMENT
    if (
        cue in _TABLES["demand cue"]
        or not words.isdisjoint(_TABLES["demand"])
        or (words & _NEED_TO_WORDS and _NEED_TO.search(content))
    ):
        return ClaimKind.DEMAND
    if cue in _TABLES["prediction cue"] or _looks_ahead(content, words):
        return ClaimKind.PREDICTION
    if (
        cue in _TABLES["opinion cue"]
        or not words.isdisjoint(_TABLES["opinion"])
        or ("i" in words and _I_THINK.search(content))
    ):
        return ClaimKind.OPINION
    return ClaimKind.FACT


def _looks_ahead(content: str, words: Set[str]) -> bool:
    """Whether a statement says what will come; "would have been" says what did not.

    >>> _looks_ahead("it would cost lives", {"it", "would", "cost", "lives"})
    True
    >>> _looks_ahead("it would never have been built", {"it", "would", "never", "have", "been", "built"})
    False
    """
    found = words & _TABLES["prediction"]
    if found == {"would"} and "have" in words:
        return "would" in _WOULD_HAVE.sub("", content.lower())
    return bool(found)


def _hedges(content: str, words: Set[str]) -> tuple[str, ...]:
    found = _TABLES["hedge"] & words
    if not found:
        return ()
    stripped = (word.strip(_EDGES) for word in content.split())
    # "May" with a capital inside a sentence is the month.
    return tuple(dict.fromkeys(w for w in stripped if w.lower() in found and w != "May"))
