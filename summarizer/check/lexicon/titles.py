"""Words that say what a person or a body is: "minister", "ministry". Own tables."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.check.lexicon.tables import list_words

# Words before a name that say what its bearer is; with a capital they are no name.
PERSON_TITLES = frozenset(
    list_words(
        """
        mr mrs ms miss mister dr prof professor sir dame lord lady baroness president minister
        premier chancellor secretary senator sen rep representative congressman congresswoman
        governor gov mayor ambassador general gen colonel col major captain capt lieutenant sergeant
        admiral commander judge justice attorney chief director chairman chairwoman chair ceo cfo
        king queen prince princess pope archbishop bishop cardinal reverend rev rabbi imam sheikh
        spokesman spokeswoman spokesperson officer detective inspector superintendent constable
        supt insp det sgt lt capt cpl cmdr maj adm brig pte pvt cllr msgr mme mlle messrs corporal brigadier
        sheriff
        coach commissioner councillor mp mps mep meps pm ceos
        father sister brother mother uncle aunt herr frau madam madame monsieur signor señor
        """
    )
)
# Words that stand before a title, or name an office or a body in general.
TITLES = PERSON_TITLES | frozenset(
    list_words(
        """
        vice prime foreign finance interior defense defence health education environment economy
        energy trade labour labor transport agriculture culture home deputy acting former party
        government parliament state department ministry office council committee commission court
        police army navy administration congress senate house cabinet union bank group company city
        county district province region republic kingdom federal national international university
        institute college school hospital airport street road avenue river lake mount sea ocean
        island islands north south east west northern southern eastern western central new old saint
        st day week month year summit conference agreement treaty act bill law war world cup
        executive
        """
    )
)
# What somebody, or a company, is to another.
RELATIONS = frozenset(
    list_words(
        """
        widow widower wife husband son daughter brother sister father mother uncle aunt cousin nephew niece
        friend lawyer deputy rival opponent critic predecessor successor victim victims partner adviser aide
        assistant bodyguard driver spokesman spokeswoman spokesperson enemy ally
        competitor parent subsidiary supplier affiliate offshoot contractor
        """
    )
)
_SPOUSES = "husband wife widow widower spouse fiancé fiancée fiance fiancee bride groom bridegroom"
_SIBLINGS = "brother brothers sister sisters sibling siblings twin twins"
_UNCLES = "uncle uncles aunt aunts nephew nephews niece nieces"
_GRAND = "grandfather grandmother grandparents grandson grandsons granddaughter granddaughters grandchildren"
_STEP = "stepfather stepmother stepson stepdaughter stepbrother stepsister stepchildren"
_CHILDREN = "son sons daughter daughters child children boy boys girl girls kids baby"
_PARENTS = "father mother dad mum mom parent parents"
# Word for one of a family -> those that may tell of the same two: "his sister" is one who has a brother.
KIN: dict[str, frozenset[str]] = {
    word: frozenset(list_words(same))
    for words, same in (
        (_SPOUSES, f"{_SPOUSES} partner married"),
        (_SIBLINGS, _SIBLINGS),
        (_UNCLES, _UNCLES),
        (_GRAND, _GRAND),
        (_STEP, _STEP),
        ("cousin cousins", "cousin cousins"),
        ("father dad", f"father dad parent parents {_CHILDREN}"),
        ("mother mum mom", f"mother mum mom parent parents {_CHILDREN}"),
        ("son sons", f"son sons child children boy boys kids {_PARENTS}"),
        ("daughter daughters", f"daughter daughters child children girl girls kids {_PARENTS}"),
    )
    for word in list_words(words)
}
# What a ministry or a court is for, by the words that say it; those of one line mean one.
_FIELDS = """
    interior home|defence defense|foreign external|finance treasury|health|education schools|justice
    |transport transportation|environment|energy|agriculture farm farming|labour labor employment
    |trade commerce|culture|economy economics economic|housing|tourism|science|industry|water|information
    |immigration migration|fisheries|sports sport|planning|mines mining|oil petroleum|development|security
    |welfare social
"""
_COURTS = """
    supreme|constitutional|administrative|appeal appeals appellate|district|high|regional|federal|criminal
    |military|county|commercial|labour labor|family|juvenile|bankruptcy|municipal|crown|tax
"""
# Noun -> the words before it that say which it is -> which of them mean one.
OFFICES: dict[str, dict[str, int]] = {
    noun: {word: field for field, words in enumerate(fields.split("|")) for word in words.split()}
    for nouns, fields in (
        ("ministry minister ministers ministries department secretary", _FIELDS),
        ("court courts", _COURTS),
    )
    for noun in nouns.split()
}
# Titles and the like whose full stop ends no sentence.
ABBREVIATED = frozenset(
    list_words(
        "mr mrs ms dr st prof sen rep gov gen col lt sgt capt rev hon mx supt insp det cpl pte pvt"
        " maj brig cmdr adm cllr msgr mme mlle messrs"
    )
)
_GERMAN_TITLES = re.compile(
    r"(?:minister|präsident|sprecher|kanzler|chef|leiter|meister|vorsitzende|direktor)(?:in|r)?$"
)


@lru_cache(maxsize=1 << 14)
def is_title(key: str) -> bool:
    """Whether a word says what a person is: "minister", "Außenministerin"."""
    return key in PERSON_TITLES or _GERMAN_TITLES.search(key) is not None
