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
        supt insp sgt lt capt cpl cmdr maj adm brig cllr mme mlle messrs corporal brigadier sheriff
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
_GERMAN_TITLES = re.compile(
    r"(?:minister|präsident|sprecher|kanzler|chef|leiter|meister|vorsitzende|direktor)(?:in|r)?$"
)


@lru_cache(maxsize=1 << 14)
def is_title(key: str) -> bool:
    """Whether a word says what a person is: "minister", "Außenministerin"."""
    return key in PERSON_TITLES or _GERMAN_TITLES.search(key) is not None
