"""Names of a text, and whether two can mean one thing.

Inflected forms, initialisms and other spellings of one name are the same ("Russian" for "Russia", "the
Fed" for "the Federal Reserve", "Dimitri" for "Dmitri"); a country's people for another's are not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.check.lexicon.function_words import BE, FUNCTION_WORDS
from summarizer.check.lexicon.lazy import lazy
from summarizer.check.lexicon.number_words import (
    CARDINALS,
    DEGREES,
    FEASTS,
    FRACTIONS,
    MONTHS,
    MULTIPLES,
    ORDINALS,
    RELATIVE_DAYS,
    VAGUE,
    WEEKDAYS,
)
from summarizer.check.lexicon.places import ABBREVIATIONS, BODIES, CITIES, COUNTRIES, METONYMS, REGIONS, SEATS
from summarizer.check.lexicon.senses import is_known, is_thing
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import TITLES, is_title
from summarizer.check.lexicon.words import Words, is_past

# Nouns that open a sentence without an article.
_BARE_NOUNS = frozenset(
    list_words(
        """
        police inflation parliament congress unemployment production traffic trade talks tourism
        demand growth output management staff evidence research data critics residents officials
        prosecutors people women men children media news climate weather rain snow fire power water
        food oil gas gold energy health education business industry agriculture aviation shipping
        security defence defense access public nearly opposition turnout support work construction
        negotiations peace war violence crime justice bail rent income profit revenue debt spending
        investment employment housing healthcare immigration migration legislation lawmakers voters
        workers unions firms banks hospitals schools teachers students doctors nurses scientists
        researchers experts analysts economists investigators detectives firefighters rescuers
        soldiers troops rebels protesters campaigners activists farmers drivers passengers tenants
        landlords shareholders investors customers shares stocks bonds sales prices wages taxes
        exports imports emissions temperatures
        """
    )
)


# Adverbs and the like that open a sentence.
_OPENERS = frozenset(
    list_words(
        """
        rather instead besides moreover furthermore meanwhile otherwise nevertheless nonetheless however
        therefore thus hence still yet already almost nearly about around roughly approximately just even
        only perhaps maybe probably possibly contrary according despite notwithstanding regardless unlike
        like beyond within without amid among amongst against alongside throughout toward towards upon via
        per since until till unless whenever wherever whoever whatever whichever whether though although
        because so once twice thrice far further late later early earlier soon sooner often sometimes
        usually never ever always then there here now today nothing nobody none everyone everybody
        everything someone somebody something anyone anybody anything enough plenty several various
        numerous many few fewer more most less least much little half another other others both either
        neither each every any some such same own asked given born having being
        """
    )
)


# Things that there is one of, so that a capital makes no name.
_UNIQUE = frozenset(list_words("moon earth sun internet web"))


_COMMON_ENDINGS = (
    "tion", "sion", "ment", "ness", "ship", "ism", "ance",
    "ence", "ing", "ings", "ers", "ists", "ians", "ties",
    "ly",
    "tions", "ments", "ants", "ents", "ages", "ures", "ity",
)  # fmt: skip


PRONOUNS = frozenset(list_words("he she they it his her their its him them who er sie ihr sein il elle"))


_NUMBER_WORDS = frozenset(
    (*CARDINALS["en"], *CARDINALS["de"], *VAGUE, *FRACTIONS, *MULTIPLES, *ORDINALS, "one")
)


class Name(NamedTuple):
    """A run of capitalised words: indexes of its first and last word, and its words, titles left out."""

    first: int
    last: int
    keys: tuple[str, ...]
    sure: bool  # False where only a sentence's beginning gives it a capital


def find_names(words: Words) -> list[Name]:
    """The names of a text: runs of capitalised words, without titles, months and sentence openers.

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("Yesterday Foreign Minister Ana Ruiz met NATO envoys in Oslo.", "en")
    >>> [name.keys for name in find_names(words)]
    [('ana', 'ruiz'), ('nato',), ('oslo',)]
    """
    tokens, keys, initial = words.tokens, words.keys, words.initial
    function_words = FUNCTION_WORDS.get(words.language, FUNCTION_WORDS["en"])
    german = words.language == "de"  # which writes every noun with a capital
    found: list[Name] = []
    at, count = 0, len(tokens)
    for first in [i for i, token in enumerate(tokens) if token[0].isupper()]:
        if first < at or (keys[first] in function_words and not _is_initialism(tokens[first])):
            continue
        at = first
        run: list[int] = []
        while at < count and (
            (tokens[at][0].isupper() and not (initial[at] and run))
            or (tokens[at] in ("-", "&", "’", "'") and at + 1 < count and tokens[at + 1][0].isupper() and run)
            or (run and tokens[at] in _PARTICLES and _leads_on(tokens, at))
        ):
            if tokens[at][0].isupper():
                run.append(at)
            at += 1
            possessive = tokens[at - 1].endswith(("’s", "'s"))
            if possessive:
                break
        # What stands up to the last title is office or department, but for names of places and bodies.
        titles = [i for i in run if is_title(keys[i])]
        title = titles[-1] if titles else -1
        named = [
            i
            for i in run
            if not (i <= title and (keys[i] in TITLES or is_title(keys[i])))
            and not (len(run) == 1 and keys[i] in TITLES)
            and not (
                keys[i] in function_words
                and not _is_initialism(tokens[i])
                and keys[i - 1 : i + 1] != ["united", "states"]
            )
            and not (keys[i] in _PARTICLES and i != run[-1] and (keys[i] != "al" or tokens[i + 1] == "-"))
            and keys[i] not in WEEKDAYS
            and keys[i] not in RELATIVE_DAYS
            and not (keys[i] in _UNIQUE and len(run) == 1)
            and not (keys[i] in _NUMBER_WORDS and initial[i])
            and not (
                keys[i] in MONTHS and (_are_months(keys, run) or (i == run[0] and keys[i - 1][0].isdecimal()))
            )
            and not (keys[i] in DEGREES and len(run) == 1 and i and _is_measured(keys[i - 1]))
            and not (keys[first] in FEASTS and keys[run[-1]] in ("day", "eve"))
        ]
        if named:
            one = named[0] == named[-1]
            doubtful = (initial[first] and len(run) == 1) or (german and one)
            sure = not doubtful or _is_initialism(tokens[named[0]]) or (one and keys[named[0]] in COUNTRIES)
            found.append(Name(named[0], named[-1], tuple([keys[i] for i in named]), sure))
    return found


def _are_months(keys: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a run of capitals is a month, or several: "the April-June quarter"."""
    return len(run) == 1 or all(keys[i] in MONTHS for i in run)


def _leads_on(tokens: Sequence[str], at: int) -> bool:
    """Whether a particle of a name has the rest of it behind: "Hana el-Masri", "Pieter van der Berg"."""
    following = next((t for t in tokens[at + 1 : at + 4] if t != "-" and t not in _PARTICLES), "")
    return following[:1].isupper()


# In lower case within names of persons.
_PARTICLES = frozenset(
    list_words(
        "al el ul ad as ash an ar az bin ibn bint abu van von der den ter ten zu zur di del della dos das"
    )
)


def _is_measured(before: str) -> bool:
    """Whether the word before makes a letter or name a scale: "54 C", "degrees Celsius"."""
    return before[0].isdecimal() or before.startswith("degree") or before == "°"


def _is_initialism(token: str) -> bool:
    return len(token) > 1 and token.replace(".", "").isupper()


@lru_cache(maxsize=1 << 14)
def find_skeleton(key: str) -> str:
    """A name without what spellings of one name differ in: vowels, doubled letters, order of neighbours.

    >>> find_skeleton("zelensky") == find_skeleton("zelenksy")
    True
    >>> find_skeleton("dimitri") == find_skeleton("dmitri")
    True
    """
    letters = key[0]
    for letter in key[1:].replace("ck", "k").replace("ph", "f").replace("w", "v").replace("th", "t"):
        if letter not in "aeiouyjhäöüéèêáíóúàâîôû" and letter != letters[-1]:
            letters += letter
    return letters[0] + "".join(sorted(letters[1:]))


_DEMONYM_ENDINGS = (
    "s",
    "n",
    "an",
    "ian",
    "ians",
    "ans",
    "ese",
    "ish",
    "i",
    "is",
    "er",
    "ers",
    "ic",
    "en",
    "e",
    "isch",
)


@lru_cache(maxsize=1 << 14)
def find_stems(key: str) -> frozenset[str]:
    """What a name may be inflected from: itself, and itself without the ending of people or plural."""
    stems = {key, REGIONS.get(key, key)}
    for ending in _DEMONYM_ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 4:
            stems.add(key[: -len(ending)])
    return frozenset(stems)


class Initials(NamedTuple):
    """A run of words with capitals: indexes of its first and last, its initials, and all of them."""

    first: int
    last: int
    capitals: str
    all: str


def find_initials(words: Words) -> list[Initials]:
    """What each run of words with capitals may be abbreviated as, small words like "of" included or not.

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("the Land Registrar's Office or the Board of Trade", "en")
    >>> [run[2:] for run in find_initials(words)]
    [('lro', 'lro'), ('bt', 'bot')]
    """
    found: list[Initials] = []
    first, last = -1, -1
    for at in range(len(words) + 1):
        if at < len(words) and words.tokens[at][0].isupper():
            first = at if first < 0 else first
            last = at
        elif first >= 0 and (at == len(words) or words.keys[at] not in _IN_INITIALS):
            if last > first:
                run = [k[0] for k in words.keys[first : last + 1] if k[0].isalpha()]
                capitals = [
                    k[0]
                    for k, t in zip(words.keys[first : last + 1], words.tokens[first : last + 1], strict=True)
                    if t[0].isupper()
                ]
                found.append(Initials(first, last, "".join(capitals), "".join(run)))
            first = -1
    return found


_IN_INITIALS = frozenset(list_words("of and for the in on & - ‑ ’ '"))


LONGEST_INITIALS = 6


class Register:
    """Names that a text offers to match against: by word, by country, by initials, by spelling."""

    def __init__(self, names: Sequence[Name], words: Words) -> None:
        """Collect the names of a text: what `find_names` finds, and all its words."""
        self.names = names
        self.source = words
        keys, texts = words.key_set, (words.joined,)
        tokens = words.keys
        self.words = {key for name in names for key in name.keys}
        self.keys = keys if "us" in self.words else keys - {"us"}  # the pronoun is no country
        self.texts = texts
        self.countries = {COUNTRIES[k] for k in self.keys if k in COUNTRIES}
        self.countries.update(c for text in texts for pair, c in _PAIRS.items() if pair in text)
        # "in Paris" is the city, "Paris refused" and "the ministry in Paris" the government.
        self.seats = {
            SEATS[name.keys[0]]
            for name in names
            if name.keys[0] in SEATS
            and (
                not (name.first and tokens[name.first - 1] in LOCATIVES)
                or not _BODIES.isdisjoint(tokens[max(0, name.first - 3) : name.first])
            )
        }
        self.countries.update(BODIES[k] for k in self.words & BODIES.keys())
        self.seats.update(c for text in texts for phrase, c in _HOUSES.items() if phrase in text)
        self.cities = {CITIES[k] for k in self.words if k in CITIES}
        if "england" in self.countries:
            self.cities.add("uk")
        self.stems = {stem for k in self.words if k not in COUNTRIES for stem in find_stems(k)}
        self.skeletons = {find_skeleton(k) for k in self.words if len(k) >= 4 and k not in COUNTRIES}
        self.initials = {"".join(k[0] for k in name.keys) for name in names if len(name.keys) > 1}
        self.initials |= {
            "".join(k[0] for k in (*a.keys, *b.keys))
            for a, b in pairwise(names)
            if tokens[a.last + 1 : b.first] in _JOINING
        }  # "the Competition and Markets Authority"
        self.capitals = {SEATS[k] for k in self.words if k in SEATS}

    @lazy
    def doers(self) -> dict[str, list[Name]]:
        """Its names by the verbs that follow them."""
        found = find_doers(self.source, self.names, beside=True)
        _add_owners(found, self.names)
        _add_counterparts(found, self.source, self.names)
        return found

    def has(self, key: str, *, place: bool = False) -> bool:
        """Whether a word of a name stands here in some form; `place`: after "in", so it is no government."""
        if key in self.keys:
            return True
        country = COUNTRIES.get(key)
        if country:
            if country in self.countries or country in self.cities:
                return True
            return (not place and country in self.seats) or self._spells(key)
        if key in METONYMS and not place and any(f" {b} " in t for b in METONYMS[key] for t in self.texts):
            return True
        seat = SEATS.get(key)
        if seat:
            return not place and (seat in self.countries or seat in self.seats)
        if key in self.initials or self._spells(key):
            return True
        if not self.stems.isdisjoint(find_stems(key)):
            return True
        if len(key) >= 4 and find_skeleton(key) in self.skeletons:
            return True
        return 2 <= len(key) <= LONGEST_INITIALS and any(key in text for text in self._spellings)

    @cached_property
    def _spellings(self) -> list[str]:
        """The initials of each run of capitals, without and with those of the small words in it."""
        return [text for run in find_initials(self.source) for text in (run.capitals, run.all)]

    def _spells(self, key: str) -> bool:
        return any(f" {full} " in text for full in ABBREVIATIONS.get(key, ()) for text in self.texts)


_JOINING = (["and"], ["of"], ["for"], ["for", "the"], ["of", "the"], ["&"], ["on"])


_BODIES = frozenset(
    list_words(
        """
        ministry government parliament officials authorities cabinet court regime leadership embassy lawmakers
        presidency palace
        """
    )
)


# Houses and streets that stand for a government.
_HOUSES = {
    f" {phrase} ": country
    for phrase, country in (
        ("white house", "us"),
        ("federal reserve", "us"),
        ("bank of england", "uk"),
        ("house of commons", "uk"),
        ("house of lords", "uk"),
        ("capitol hill", "us"),
        ("state department", "us"),
        ("downing street", "uk"),
        ("foreign office", "uk"),
        ("home office", "uk"),
        ("blue house", "south_korea"),
        ("bank of korea", "south_korea"),
        ("korea exchange", "south_korea"),
        ("quai d'orsay", "france"),
    )
}


_PAIRS = {f" {k.replace('_', ' ')} ": v for k, v in COUNTRIES.items() if "_" in k}


def is_common_opener(words: Words, name: Name) -> bool:
    """Whether a capital at a sentence's start more likely opens a common noun than a name."""
    if name.sure:
        return False
    key = name.keys[0]
    if key in COUNTRIES or key in SEATS:
        return False
    if words.language == "de":
        return True  # any noun has a capital
    following = name.last + 1
    if (
        following < len(words)
        and words.tokens[following][0].islower()
        and is_thing(words.keys[following])
        and is_thing(key)
        and not is_past(words.keys[following])
    ):
        return True  # "Interest rates"
    if (
        following < len(words)
        and words.tokens[following][0].islower()
        and is_known(key)
        and not is_thing(key)
        and is_thing(words.keys[following])
    ):
        return True  # "Annual sales"
    return (
        key in _BARE_NOUNS
        or key in _OPENERS
        or key.endswith(_COMMON_ENDINGS)
        or (key.endswith("s") and not key.endswith("ss"))
    )


def has_open_reference(words: Words) -> bool:
    """Whether a passage refers to somebody without the name, so that a claim may rightly put one in."""
    return not PRONOUNS.isdisjoint(words.key_set) or any(
        key in ("the", "der", "die", "das", "le", "la", "el") and words.keys[i + 1] in TITLES
        for i, key in enumerate(words.keys[:-1])
    )


LOCATIVES = frozenset(list_words("in at near from to outside around im aus nach à en"))


def find_doers(
    words: Words, names: Sequence[Name], known: Collection[str] = (), *, beside: bool = False
) -> dict[str, list[Name]]:
    """For each verb that follows a name at once the names before it; likewise for what a name has, and where.

    `beside`: with whoever else is named between it and the verb, and may be the one who does it.

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("Belvane has sold its plant; Oslo's mayor was asked.", "en")
    >>> {root: [n.keys for n in names] for root, names in find_doers(words, find_names(words)).items()}
    {'sell': [('belvane',)], "'s may": [('oslo',)]}
    """
    found: dict[str, list[Name]] = {}
    clefts = _find_clefts(words)
    for at, name in enumerate(names):
        if name.keys[0] not in known and is_common_opener(words, name):
            continue
        if name.first and words.keys[name.first - 1] in ("by", "of", "for"):
            continue  # "founded by Ruiz was sold", "the lawyer of Ruiz argued"
        owns = words.tokens[name.last][-2:] in ("'s", "’s", "s'", "s’") or name.keys[-1] in COUNTRIES
        if verb := _read_verb(words, name.last + 1):
            found.setdefault("'s " * owns + verb, []).append(name)
            if beside:
                found["'s " * owns + verb] += _list_joined(words, at, names)
        after = name.last + 1
        relative = words.keys[after : after + 2] in ([",", "who"], [",", "which"]) and after + 1 not in clefts
        if relative and (verb := _read_verb(words, after + 2)):
            found.setdefault(verb, []).append(name)  # "Ruiz, who runs the bank, withdrew"
        if after < len(words.keys) and words.keys[after] == ",":
            # "Ruiz, whose brother runs the bank, withdrew"
            ends = range(after + 2, min(len(words.keys) - 1, after + 16))
            close = next((j for j in ends if words.keys[j] in ",;" or words.initial[j + 1]), None)
            if close and words.keys[close] == "," and (verb := _read_verb(words, close + 1)):
                found.setdefault(verb, []).append(name)
                if beside and words.keys[after + 1] not in _ASIDE:  # "the envoy to Oslo, Ana Ruiz, withdrew"
                    found[verb] += [n for n in names if after < n.first < close]
        before = name.first - 2
        if before < 0 or words.keys[before + 1] not in LOCATIVES:
            continue
        if words.roots[before] and (words.tokens[before][0].islower() or words.initial[before]):
            place = found.setdefault(f"{words.keys[before + 1]} {words.roots[before]}", [])
            place.append(name)
            if beside:
                place += _list_joined(words, at, names)
            if beside and (apposed := _find_apposed(words, name, names)):
                place.append(apposed)
            if beside and owns:  # "traffic at Oslo's second airport, Torp"
                comma = next((j for j in range(after, min(len(words), after + 5)) if words.keys[j] == ","), 0)
                place += [n for n in names if comma and n.first == comma + 1]
    for who, subject in clefts.items():
        if subject and (verb := _read_verb(words, who + 1)):
            inside = [n for n in names if n.first in subject]
            found.setdefault(verb, []).extend(inside)
    return {verb: doers for verb, doers in found.items() if doers}


def _list_joined(words: Words, at: int, names: Sequence[Name]) -> list[Name]:
    """The names that are listed with one, before it or behind: "at clinics in Lund, Oslo and Vik"."""
    first = last = at
    while (
        first
        and at - first < _LONGEST_LIST
        and words.keys[names[first - 1].last + 1 : names[first].first] in _LISTED
    ):
        first -= 1
    while (
        last + 1 < len(names)
        and last - at < _LONGEST_LIST
        and words.keys[names[last].last + 1 : names[last + 1].first] in _LISTED
    ):
        last += 1
    return [*names[first:at], *names[at + 1 : last + 1]]


_LONGEST_LIST = 8
_LISTED = ([","], ["and"], ["or"], [",", "and"], [",", "or"])


# What opens an aside on a name that is about others, too.
_ASIDE = frozenset(list_words("who whose whom which where not unlike like together along with including"))


def _find_apposed(words: Words, name: Name, names: Sequence[Name]) -> Name | None:
    """The name at the end of a phrase that begins with another: "at Republican rival Ana Ruiz"."""
    for other in names:
        between = words.tokens[name.last + 1 : other.first]
        if 0 < len(between) <= _APPOSED and other.first > name.last:
            noun = words.roots[other.first - 1] and all(token.islower() for token in between)
            return other if noun and LOCATIVES.isdisjoint(between) else None
    return None


_APPOSED = 3  # words of a description between two names: "New York property tycoon Ana Ruiz"


def _find_clefts(words: Words) -> dict[int, range]:
    """For each "who" of "it was Ruiz, not her brother Luis, who paid" the words where its subject stands."""
    keys = words.keys
    found: dict[int, range] = {}
    if "it" not in words.key_set or words.key_set.isdisjoint(("who", "that")):
        return found
    for at in range(len(keys) - 2):
        if keys[at] != "it" or keys[at + 1] not in ("was", "is"):
            continue
        ends = range(at + 2, min(len(keys), at + _CLEFT))
        who = next((j for j in ends if keys[j] in ("who", "that") or keys[j] in ".;"), at)
        if keys[who] in ("who", "that"):
            end = next((j for j in range(at + 2, who) if keys[j] in ("not", "rather")), who)
            found[who] = range(at + 2, end)
    return found


_CLEFT = 20  # words from "it was" within which its "who" stands


def _add_owners(found: dict[str, list[Name]], names: Sequence[Name]) -> None:
    """Enter an owner beside what it has: "Lund's Vang hospital" is the Vang hospital, and one of Lund."""
    owned = [(a, b) for a, b in pairwise(names) if b.first == a.last + 1]
    for others in found.values() if owned else ():
        others += [b if a in others else a for a, b in owned if (a in others) != (b in others)]


def _add_counterparts(found: dict[str, list[Name]], words: Words, names: Sequence[Name]) -> None:
    """Enter "her Turkish counterpart" under each office that a country has: there is a Turkish one, too."""
    if words.key_set.isdisjoint(_COUNTERPARTS):
        return
    others = [n for n in names if words.keys[n.last + 1 : n.last + 2] in (["counterpart"], ["counterparts"])]
    for office in found if others else ():
        if office.startswith("'s "):
            found[office] += others


_COUNTERPARTS = frozenset(("counterpart", "counterparts"))


def _read_verb(words: Words, at: int) -> str:
    """The root of the verb that begins at a word, "be " before a passive one; "" where none begins."""
    passive = False
    while at < len(words.keys) and (
        words.keys[at] in BEFORE_VERBS or words.keys[at] in BE or words.keys[at].endswith("ly")
    ):
        passive |= words.keys[at] in BE
        at += 1
    if at >= len(words.keys) or not words.roots[at] or not words.tokens[at][0].islower():
        return ""
    return "be " * (passive and words.keys[at].endswith(("d", "t", "n"))) + words.roots[at]


BEFORE_VERBS = frozenset(list_words("has have had will would also then later first"))


def find_country(key: str) -> str:
    """The country that a word stands for; the word itself where it stands for none."""
    return COUNTRIES.get(key) or SEATS.get(key) or key


def is_person_of(words: Words, name: Name) -> bool:
    """Whether a name only says of which country somebody is: "the Norwegian begged", "the Belgian's coach".

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("The Dane paid, the Danish firm said.", "en")
    >>> [is_person_of(words, name) for name in find_names(words)]
    [True, False]
    """
    key, after = name.keys[-1], name.last + 1
    if len(name.keys) > 1 or key not in COUNTRIES or key == COUNTRIES[key]:
        return False
    if not name.first or words.keys[name.first - 1] != "the":
        return False
    if words.tokens[name.last].endswith(("’s", "'s")):
        return True
    following = words.keys[after] if after < len(words) else "."
    return not words.roots[after : after + 1] or not words.roots[after] or is_past(following)


def is_short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name begins with the initials, or the short name, of another.

    >>> is_short_for(("un",), ("united", "nations")), is_short_for(("fed",), ("federal", "reserve"))
    (True, True)
    """
    if not short or len(long) < 2:
        return False
    full = " ".join(long)
    if full in ABBREVIATIONS.get(short[0], ()) or full in METONYMS.get(short[0], ()):
        return True
    initials = "".join(k[0] for k in long)
    # "Office for National Statistics" is read as its last two words.
    return short[0] == initials or (
        len(initials) + 1 == len(short[0]) <= LONGEST_INITIALS
        and (short[0].endswith(initials) or short[0].startswith(initials))
        and len(short) == 1
    )


def is_one_name(a: Name, b: Name) -> bool:
    """Whether a claim's name shares a word or a country with another, or is the country of that town."""
    if not set(a.keys).isdisjoint(b.keys) or is_one_body(a.keys, b.keys):
        return True
    if any(find_stems(x) & find_stems(y) for x in a.keys for y in b.keys):
        return True
    for town, country in ((a, b), (b, a)):
        if not {CITIES[k] for k in town.keys if k in CITIES}.isdisjoint(
            COUNTRIES.get(k) for k in country.keys
        ):
            return True
    mine, theirs = ({find_skeleton(find_country(k)) for k in n.keys} for n in (a, b))
    return not mine.isdisjoint(theirs)


def is_one_body(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names are one body's: its initials, its short name, or the house where it sits.

    >>> is_one_body(("white", "house"), ("washington",)), is_one_body(("eu",), ("brussels",))
    (True, True)
    """
    if is_short_for(a, b) or is_short_for(b, a):
        return True
    one, other = " ".join(a), " ".join(b)
    if other in ABBREVIATIONS.get(one, ()) or one in ABBREVIATIONS.get(other, ()):
        return True
    return any(
        (country := _HOUSES.get(f" {house} ")) is not None
        and country in (SEATS.get(seat), COUNTRIES.get(seat))
        for house, seat in ((one, other), (other, one))
    )


def is_feminine(a: str, b: str) -> bool:
    """Whether one of two given names is a woman's form of the other: "Carl" and "Carla".

    >>> is_feminine("mario", "maria"), is_feminine("sara", "sarah"), is_feminine("dimitri", "dmitri")
    (True, False, False)
    """
    short, long = sorted((a, b), key=len)
    if len(short) < _NO_SHORT_FORM:
        return False
    if long.startswith(short) and long[len(short) :] in _FEMININE:
        return True
    ends = {a.rstrip("h")[-1], b.rstrip("h")[-1]}
    return "a" in ends and len(ends) > 1 and ends.isdisjoint("iyuä") and find_skeleton(a) == find_skeleton(b)


_NO_SHORT_FORM = 4  # letters from which a name without a feminine ending is another's


_FEMININE = frozenset(list_words("ina ine ette elle ella"))
