"""Whether a name that the article has elsewhere can be meant by a word of a passage that lacks it.

"She", "the airline" and "his brother" may be anybody whom the article names before. A passage without such a
word says nothing of a name that it does not have.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from summarizer.check.lexicon.number_words import WEEKDAYS
from summarizer.check.lexicon.places import CITIES, COUNTRIES, SEATS
from summarizer.check.lexicon.polarity_words import SENTENCE_ENDS
from summarizer.check.lexicon.senses import is_thing
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import PERSON_TITLES, TITLES, is_title
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.names import PRONOUNS, Name, Register
from summarizer.given_names import tell_gender


def find_replaced(  # noqa: PLR0917  # a name in each of three texts
    claim: Words, name: Name, evidence: Words, register: Register, free: Sequence[Name], article: Register
) -> Name | None:
    """The name in whose place a claim has one from elsewhere, where no word of the evidence can mean that.

    A pronoun may that nothing stands before, and a description of somebody or something without a name; where
    something is, only a description of a place.
    """
    if not free:
        return None
    if is_place(claim, name) and (place := next((n for n in free if is_place(evidence, n)), None)):
        capital = "capital" in evidence.key_set  # "the Greek capital" has a name of its own
        named = min(n.first for n in register.names if n is place or is_place(evidence, n))
        return None if capital or _describes(evidence, _PLACES_NAMED, named) else place
    person = _names_person(name, article)
    if _refers_back(evidence, register, person=person):
        return None
    return next(
        (n for n in free if _names_person(n, article) == person or (person and _may_be_person(n))), None
    )


def is_place(words: Words, name: Name) -> bool:
    """Whether a name is a country's, a known town's, or of where something is: "in Lira"."""
    last = name.keys[-1]
    if last in COUNTRIES or last in CITIES or last in SEATS:
        return True
    return bool(name.first) and words.keys[name.first - 1] in ("in", "near", "outside")


def _describes(words: Words, nouns: Collection[str], end: int | None = None) -> bool:
    """Whether a passage, up to a word, has a description without a name: "the airline", "this treaty"."""
    keys = words.keys
    for i, key in enumerate(keys[:end]):
        if key in _DEFINITE:
            noun = next((j for j in range(i + 1, min(i + 4, len(keys))) if keys[j] in nouns), None)
            if noun is not None and words.tokens[noun][0].islower() and not _is_beside_name(noun, words):
                return True
    return False


def _refers_back(words: Words, register: Register, *, person: bool) -> bool:
    """Whether a passage may mean a person, or something else, named before it: "she", "the airline"."""
    keys = words.keys
    named = min((n.first for n in register.names if n.sure), default=len(keys))
    opened = False  # whether something has been mentioned in this sentence
    for i, key in enumerate(keys):
        if key in SENTENCE_ENDS:
            opened = False
        if key in _FIRST_FORMS or (key in PRONOUNS and not (i > named if key in _OF_PERSONS else opened)):
            return True
        opened |= bool(words.roots[i])
    return _describes(words, _PERSONS_NAMED if person else _THINGS_NAMED)


_OF_PERSONS = frozenset(list_words("he she his her him who er sie ihr sein il elle"))
_COMPANIES = frozenset(("company", "firm", "group", "business"))
_DEFINITE = frozenset(list_words("the this that these those its his her their both"))
# Nouns for persons, and for other things, that have names.
_PERSONS_NAMED = PERSON_TITLES | frozenset(
    list_words(
        """
        man woman boy girl player driver pilot author writer singer actor actress artist lawyer doctor nurse
        teacher professor scientist researcher farmer owner founder leader candidate suspect defendant
        victim champion captain keeper striker teenager pensioner widow widower wife husband son daughter
        rival partner successor predecessor veteran nominee executive boss manager official deputy aide
        """
    )
)
_PLACES_NAMED = frozenset(
    list_words(
        """
        city town village suburb capital port country nation state province region district county island
        islands territory area camp valley peninsula bay coast border republic kingdom emirate neighbourhood
        neighborhood municipality settlement community resort enclave neighbour neighbor
        """
    )
)
_THINGS_NAMED = (
    _COMPANIES
    | _PLACES_NAMED
    | frozenset(
        list_words(
            """
            government parliament ministry office council committee commission court police army navy
            administration congress senate house cabinet bank university institute college school hospital
            airport street road river lake summit conference agreement treaty act bill law war party cup
            companies airline operator manufacturer maker lender insurer retailer carrier developer utility
            club team side rival agency authority watchdog regulator charity trust foundation union
            federation association league board panel tribunal church diocese newspaper paper magazine
            broadcaster channel station theatre theater museum gallery hotel restaurant festival embassy
            mountain volcano glacier canal bridge tunnel dam plant factory mine stadium railway line
            ship vessel ferry tanker trawler boat aircraft plane jet satellite rocket telescope storm
            cyclone hurricane typhoon earthquake
            film movie book novel play opera song album painting poem series
            pact deal accord convention ordinance measure scheme programme program project drug vaccine app
            horse dog
            """
        )
    )
)


def _names_person(name: Name, article: Register) -> bool:
    """Whether a name looks like a person's: its bearer has two in the article, none of a body or place."""
    words = article.source
    for other in article.names:
        if len(other.keys) < 2 or other.keys[-1] != name.keys[-1]:
            continue
        if tell_gender(" ".join(k.capitalize() for k in other.keys)):
            return True
        if not TITLES.isdisjoint(other.keys) or any(k in COUNTRIES or k in CITIES for k in other.keys):
            continue
        before = [k for k in words.keys[max(0, other.first - 2) : other.first] if k != ","][-1:]
        behind = words.keys[other.last + 1 : other.last + _APPOSED]
        if any(map(is_title, before)) or (behind[:1] == [","] and any(map(is_title, behind))):
            return True
    return False


def _may_be_person(name: Name) -> bool:
    """Whether two words may be given name and surname, as far as none is of a body or a place."""
    return len(name.keys) > 1 and all(k not in TITLES | COUNTRIES.keys() | CITIES.keys() for k in name.keys)


def _is_beside_name(i: int, words: Words) -> bool:
    """Whether a capital stands beside a noun: "the finance minister, Ana Ruiz", "coach Ruiz"."""
    return any(
        t[0].isupper() and not words.initial[j] and words.keys[j] not in WEEKDAYS
        for j, t in enumerate(words.tokens[max(0, i - 4) : i + 4], max(0, i - 4))
    )


def is_described(claim: Words, name: Name, article: Register, evidence: Words) -> bool:
    """Whether the evidence has what the article calls somebody beside the name: "the landlord, Ed Tarn"."""
    words = article.source
    place = is_place(claim, name)
    for other in article.names:
        if other.keys[-1] != name.keys[-1]:
            continue
        opening = [other.first] * (words.initial[other.first] and other.keys[0] not in name.keys)
        for i in opening + _list_beside(words, other):  # "Striker Odo Vik" opens a sentence
            key = words.keys[i]
            if place and key not in _PLACES_NAMED:
                continue  # "a plant in Lira" does not say what Lira is
            plain = words.tokens[i][0].islower() or words.initial[i]
            if words.roots[i] and plain and words.roots[i] in evidence.root_set:
                at = evidence.roots.index(words.roots[i])
                if at and evidence.keys[at - 1] in ("the", "its", "his", "her", "their") and is_thing(key):
                    return True
    return False


def is_some_company(name: Name, article: Register, evidence: Words) -> bool:
    """Whether the evidence speaks of "the company", which any name that is no person's may be."""
    keys = evidence.keys
    return any(k in _COMPANIES and keys[i - 1] == "the" for i, k in enumerate(keys) if i) and not (
        _names_person(name, article)
    )


def _list_beside(words: Words, name: Name) -> list[int]:
    """The words of a name's sentence right before and behind it, where it may be told who bears it."""
    before = range(name.first - 1, max(-1, name.first - 4), -1)
    behind = range(name.last + 1, min(len(words), name.last + _APPOSED))
    return [
        i
        for steps in (before, behind)
        for i in takewhile(lambda j: words.keys[j] not in SENTENCE_ENDS, steps)
    ]


_FIRST_FORMS = frozenset(list_words("i we my our me us ours i'm i'd i've i'll we're we'd we've we'll"))
_APPOSED = 6  # words behind a name that may say who its bearer is
