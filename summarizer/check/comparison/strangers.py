"""Whether whoever a claim has speak is a stranger to its evidence: none of those who speak there, nor named.

Two who never share a word may still be one ("the lender" is "the bank", "Ada Holm" is "the minister"), so
that strangers are told apart by what shows it: two names of people, a person who is nowhere in the article
tied to the body that speaks, or nouns for people who are never each other, "the sister" and "the police".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from summarizer.check.comparison.speaker_fit import (
    Claimed,
    is_body,
    is_conveyed,
    is_person,
    is_plural,
    names_person,
)
from summarizer.check.context import Context
from summarizer.check.lexicon.statement_words import CUES
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.parties import LINKS, Party
from summarizer.check.passage.passage import Passage
from summarizer.check.passage.statements import Statement


def find_stranger(claimed: Claimed, evidence: Passage, context: Context) -> Statement | None:
    """A statement of a passage in which a claimed speaker, who is a stranger there, has no part.

    >>> from summarizer.check.passage.parties import read_party
    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("Lind’s sister", "en")
    >>> claimed = Claimed(read_party(words, 0, 1), words, frozenset())
    >>> evidence = Passage("Police in Perth said they had no suspect.", "en")
    >>> find_stranger(claimed, evidence, Context()).verb
    'say'
    """
    party, words = claimed.party, evidence.words
    if party.pronoun or not party.own or is_conveyed(claimed):
        return None
    named = {key for key in party.name if key not in LINKS}
    if not (party.own | named).isdisjoint(words.root_set | words.key_set):
        return None
    # What stands in quotation marks is part of what another says.
    outer = [s for s in evidence.statements if s.parent < 0 and not evidence.is_quoted(s.cue)]
    # Behind "told" stands who is told.
    speaking = [
        (s, s.speaker) for s in outer if s.speaker and not (s.verb == "tell" and s.speaker.first > s.cue)
    ]
    if not speaking or not all(_are_strangers(claimed, p, words, context) for _, p in speaking):
        return None
    return speaking[0][0]


def _are_strangers(claimed: Claimed, party: Party, words: Words, context: Context) -> bool:
    mine = claimed.party
    if party.pronoun or not party.own:
        return False
    if mine.name and party.name and is_person(words, party):
        return names_person(mine, context) and is_person(claimed.words, mine)
    office = not mine.name and not is_body(claimed.words, mine)
    if office and party.name and context.whole is not None and is_person(words, party):
        # "The energy minister" is whom the article names so, and that is another.
        bearers = {name[-1] for root in mine.own for name in context.whole.described.get(root, ())}
        if bearers and party.name[-1] not in bearers:
            return True
    own, theirs = (frozenset(_list_sorts(w, p)) for w, p in ((claimed.words, mine), (words, party)))
    if mine.name and names_person(mine, context) and is_person(claimed.words, mine):
        several = party.name or is_plural(Claimed(party, words, frozenset()))
        return bool(theirs & _BODIES or several or is_body(words, party)) and not _are_tied(
            mine, party, context
        )
    return _are_disjoint(own, theirs)


def _are_disjoint(own: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of sorts tell two parties apart; anybody may belong to a group but an authority."""
    both = own | theirs
    joined = not both.isdisjoint(_JOINED) and both.isdisjoint(_AUTHORITIES)
    return bool(own and theirs) and own.isdisjoint(theirs) and not joined


def _are_tied(mine: Party, party: Party, context: Context) -> bool:
    """Whether a sentence of the article names a person beside a word for the body that speaks."""
    if context.whole is None:
        return True
    roots, keys = context.whole.words.roots, context.whole.words.keys
    places = [i for i, key in enumerate(keys) if key == mine.name[-1]]
    for i in places:
        # Not over a verb of saying: "Holm called the auditors blind".
        low = next((j for j in range(i, max(0, i - _NEAR), -1) if keys[j] in CUES), max(0, i - _NEAR))
        high = next((j for j in range(i, min(len(keys), i + _NEAR)) if keys[j] in CUES), i + _NEAR)
        if not party.own.isdisjoint(roots[low:high]):
            return True
    return False


_NEAR = 12  # words around a name in which an office is told


def share_sort(a: Words, party: Party, b: Words, other: Party) -> bool:
    """Whether the nouns for two parties are of one sort: "the navy" may be "the military"."""
    return not frozenset(_list_sorts(a, party)).isdisjoint(_list_sorts(b, other))


def are_apart(a: Words, party: Party, b: Words, other: Party) -> bool:
    """Whether the nouns for two parties without names are of sorts that have nothing in common."""
    if party.name or other.pronoun:
        return False
    mine, theirs = frozenset(_list_sorts(a, party)), frozenset(_list_sorts(b, other))
    if "family" in mine | theirs:
        return False  # somebody's cousin may be a general
    return _are_disjoint(mine, theirs) and not party.own & other.wide and not other.own & party.wide


def _list_sorts(words: Words, party: Party) -> Iterator[str]:
    """The sorts of people that the nouns for a party tell; the head alone in "the Police Federation"."""
    found: list[tuple[str, ...]] = []
    for i in range(party.first, party.last + 1):
        if words.keys[i] == "general" and not _CIVIL.isdisjoint(words.keys[max(0, i - 2) : i]):
            continue  # "the secretary-general"
        if words.roots[i] in party.own and words.roots[i]:
            found.append(_SORTS.get(words.keys[i], ()))
    if found and not _JOINED.isdisjoint(found[-1]):
        found = found[-1:]
    yield from chain.from_iterable(found)


# A noun may be of two sorts: strangers have none in common. Nouns for anybody, "official", are of none.
_NOUNS = {
    "court": "court courts judge judges jury jurors bench tribunal magistrate magistrates justices",
    "prosecution": "prosecutor prosecutors prosecution agency office",
    "defence": "lawyer lawyers attorney attorneys solicitor solicitors barrister barristers counsel office",
    "police": "agency police constable sheriff detective detectives officers",
    "army": "army navy military soldiers troops officers general admiral",
    "rebels": "rebels rebel insurgents militants militia guerrillas",
    "state": """
        agency office government ministry minister ministers cabinet treasury regulator watchdog council
        councillors mayor governor department chancellor embassy ambassador premier senator senators
        """,
    "opposition": "opposition senator senators",
    "company": """
        company companies agency firm airline bank lender manufacturer maker retailer carrier brewer insurer
        supermarket supermarkets shareholders investors developer builder shipyard landlord landlords
        """,
    "workers": """
        union unions workers miners staff employees strikers drivers dockers nurses teachers
        steward stewards crew pilots firefighters labourers laborers
        """,
    "science": """
        agency office scientist scientists researcher researchers biologist biologists geologist geologists
        astronomer astronomers observatory glaciologist physicist physicists chemist chemists doctors
        professor university economist economists
        """,
    "medicine": """
        agency doctor doctors hospital hospitals nurse nurses surgeon surgeons medics clinic paramedics
    """,
    "school": "school schools teacher teachers headteacher university professor students pupils",
    "family": """
        sister brother mother father widow widower wife husband son daughter family relatives parents aunt
        uncle cousin grandmother grandfather
        """,
    "neighbours": """
        residents villagers neighbours neighbors tenants parents families farmers fishermen passengers
        witnesses survivors victims customers commuters students pupils pensioners relatives
        """,
    "sport": "coach captain striker goalkeeper referee manager players club",
    "church": "bishop archbishop diocese church priest vicar imam rabbi",
    "association": """
        association associations forum network society coalition federation league alliance confederation
        guild charity charities foundation campaigners activists council watchdog
    """,
    "group": """
        agency group groups forum network society coalition organisation organisations organization
        organizations ngo ngos council watchdog army
    """,
    "market": "traders analysts economists economist analyst",
}
_SORTS: dict[str, tuple[str, ...]] = {}
for _sort, _listed in _NOUNS.items():
    for _noun in list_words(_listed):
        _SORTS[_noun] = (*_SORTS.get(_noun, ()), _sort)
_CIVIL = frozenset(list_words("secretary attorney solicitor director governor consul inspector auditor"))
_JOINED = frozenset(("association", "group"))
_AUTHORITIES = frozenset(("court", "prosecution", "police", "army", "state"))
_BODIES = frozenset(("court", "police", "army", "state", "company", "workers", "medicine", "church"))
