"""Names of a text, and whether a claim's stand in its evidence or belong to the article.

Inflected forms, initialisms and other spellings of one name are the same ("Russian" for "Russia", "the
Fed" for "the Federal Reserve", "Dimitri" for "Dmitri"); a country's people for another's are not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol

from summarizer.check.alignment import Gap
from summarizer.check.foreign_names import find_replaced, is_described, is_some_company
from summarizer.check.function_words import BE, FUNCTION_WORDS
from summarizer.check.lazy import lazy
from summarizer.check.number_words import (
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
from summarizer.check.places import ABBREVIATIONS, CITIES, COUNTRIES, METONYMS, REGIONS, SEATS
from summarizer.check.senses import is_known, is_thing
from summarizer.check.tables import list_words
from summarizer.check.titles import TITLES, is_title
from summarizer.check.words import Words, find_root, is_past

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
_PRONOUNS = frozenset(list_words("he she they it his her their its him them who er sie ihr sein il elle"))


_NUMBER_WORDS = frozenset(
    (*CARDINALS["en"], *CARDINALS["de"], *VAGUE, *FRACTIONS, *MULTIPLES, *ORDINALS, "one")
)


class Name(NamedTuple):
    """A run of capitalised words: indexes of its first and last word, and its words, titles left out."""

    first: int
    last: int
    keys: tuple[str, ...]
    sure: bool  # False where only a sentence's beginning gives it a capital


class NameDifference(NamedTuple):
    """A name of the claim that its evidence does not have; `expected` stands in its place there."""

    found: Name
    expected: Name | None
    why: str  # "name", "given name", "place"


def _is_title_case(words: Words) -> bool:
    """Whether a text writes most words with a capital, as headlines do, so that capitals tell nothing."""
    content = [t for t, root in zip(words.tokens, words.roots, strict=True) if root and t[0].isalpha()]
    capitals = sum(t[0].isupper() for t in content)
    return len(content) >= 5 and capitals >= 0.8 * len(content) and words.tokens[-1] != "."


def find_names(words: Words) -> list[Name]:
    """The names of a text: runs of capitalised words, without titles, months and sentence openers.

    >>> from summarizer.check.words import split_words
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
            and keys[i] not in WEEKDAYS
            and keys[i] not in RELATIVE_DAYS
            and not (keys[i] in _UNIQUE and len(run) == 1)
            and not (keys[i] in _NUMBER_WORDS and initial[i])
            and not (keys[i] in MONTHS and (len(run) == 1 or (i == run[0] and keys[i - 1][0].isdecimal())))
            and not (keys[i] in DEGREES and len(run) == 1 and i and _is_measured(keys[i - 1]))
            and not (keys[first] in FEASTS and keys[run[-1]] in ("day", "eve"))
        ]
        if named:
            one = named[0] == named[-1]
            doubtful = (initial[first] and len(run) == 1) or (german and one)
            sure = not doubtful or _is_initialism(tokens[named[0]]) or (one and keys[named[0]] in COUNTRIES)
            found.append(Name(named[0], named[-1], tuple([keys[i] for i in named]), sure))
    return found


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

    >>> from summarizer.check.words import split_words
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
_LONGEST_INITIALS = 6


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
                not (name.first and tokens[name.first - 1] in _LOCATIVES)
                or not _BODIES.isdisjoint(tokens[max(0, name.first - 3) : name.first])
            )
        }
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
        found = find_doers(self.source, self.names)
        _add_owners(found, self.names)
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
        return 2 <= len(key) <= _LONGEST_INITIALS and any(key in text for text in self._spellings)

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
        ("capitol hill", "us"),
        ("state department", "us"),
        ("downing street", "uk"),
        ("foreign office", "uk"),
        ("home office", "uk"),
        ("blue house", "south_korea"),
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
    return (
        key in _BARE_NOUNS
        or key in _OPENERS
        or key.endswith(_COMMON_ENDINGS)
        or (key.endswith("s") and not key.endswith("ss"))
    )


def has_open_reference(words: Words) -> bool:
    """Whether a passage refers to somebody without the name, so that a claim may rightly put one in."""
    return not _PRONOUNS.isdisjoint(words.key_set) or any(
        key in ("the", "der", "die", "das", "le", "la", "el") and words.keys[i + 1] in TITLES
        for i, key in enumerate(words.keys[:-1])
    )


class ActorGroups(Protocol):
    """The actors around a claim, by the words of their names."""

    def find_groups(self, words: Collection[str]) -> list[frozenset[str]]:
        """The name words of each actor that has all of these among them."""
        ...


def compare_names(  # noqa: PLR0915  # one case after the other, in the order in which they decide
    claim: Words,
    claim_names: Sequence[Name],
    evidence: Words,
    register: Register,
    *,
    article: Callable[[], Register] | None,
    cast: ActorGroups,
) -> tuple[list[NameDifference], list[Name]]:
    """The names of a claim that its evidence contradicts, and those where that cannot be told.

    Args:
        claim: the claim's words.
        claim_names: the names in it.
        evidence: the words of the passage it cites.
        register: the names there.
        article: gives the names of the whole article; None where only the pair is known.
        cast: the actors, so that one name stands for another.
    """
    differences: list[NameDifference] = []
    unsure: list[Name] = []
    used = {key for name in claim_names for key in name.keys}
    free: list[Name] | None = None
    for name in claim_names:
        place = _is_located(claim, name)
        missing = [k for k in name.keys if not register.has(k, place=place)]
        country = COUNTRIES.get("_".join(name.keys))
        if country in register.countries or country in register.seats:
            missing = []  # "Saudi Arabia" for "Saudi"
        if claim.keys[name.last + 1 : name.last + 2] == ["capital"] and (
            COUNTRIES.get(name.keys[-1]) in register.capitals
        ):
            missing = []  # "the Omani capital" for "Muscat"
        if missing and _is_country_of(claim, name, register.capitals):
            missing = []  # "the Danish minister" for one who speaks in Copenhagen
        if not name.sure and missing and _is_common_word(claim, name, evidence, article):
            continue
        if not missing:
            other = _find_other_given_name(name, register)
            if other:
                differences.append(NameDifference(name, other, "given name"))
            continue
        if any(not group.isdisjoint(register.words) for group in cast.find_groups(missing)):
            # Another name of the same actor stands in the evidence.
            other = _find_other_given_name(name, register)
            if other and not cast.find_groups({*other.keys, *name.keys}):
                differences.append(NameDifference(name, other, "given name"))
            continue
        if _is_spelled_out(name, claim, register):
            continue
        known = article is not None and all(article().has(k) for k in missing)
        if len(missing) < len(name.keys) and register.has(name.keys[-1]):
            # The surname stands there: with another given name, or alone?
            other = _find_other_given_name(name, register)
            if other:
                differences.append(NameDifference(name, other, "given name"))
                continue
            if article is not None and (other := _find_other_given_name(name, article())):
                differences.append(NameDifference(name, other, "given name"))
                continue
            if known and any(
                n.keys[-1] == name.keys[-1] and all(is_title(k) for k in n.keys[:-1]) for n in register.names
            ):
                unsure.append(name)  # "General Sarr" may be Amadou Sarr
                continue
        if (
            len(missing) == 1
            and missing[0] in TITLES
            and (other := _find_other_body(name, missing[0], register))
        ):
            differences.append(NameDifference(name, other, "name"))
            continue
        if not known and (other := _find_unqualified(name, missing, register)):
            differences.append(NameDifference(name, other, "name"))
            continue
        if not known and (other := _find_rival_body(claim, name, evidence, register)):
            differences.append(NameDifference(name, other, "name"))
            continue
        if (
            not known
            and len(missing) < len(name.keys)
            and (set(missing) <= TITLES or register.has(name.keys[-1]))
        ):
            # A body's general word ("Party", "Group"), or a given name that only the claim has.
            unsure.append(name)
            continue
        if not known and _is_title_case(claim):
            unsure.append(name)
            continue
        if free is None:
            free = [
                n
                for n in register.names
                if (n.sure or not is_common_opener(evidence, n))
                and used.isdisjoint(n.keys)
                and not _is_shared(n, used)
            ]
        rival = find_rival(claim, name, evidence, free if name.sure else [n for n in free if n.sure])
        if (
            known
            and article is not None
            and (is_described(claim, name, article(), evidence) or is_some_company(name, article(), evidence))
        ):
            unsure.append(name)  # "the landlord", whom the article names elsewhere
        elif known:
            speaks = not _FIRST_PERSON.isdisjoint(evidence.key_set)
            if speaks and (name.first <= _OPENING or not _is_close(claim, name, evidence, rival)):
                unsure.append(name)  # "I have" may be that name's, or an answer to what names it
            elif rival and (not has_open_reference(evidence) or _are_places(name, rival)):
                differences.append(NameDifference(name, rival, "name"))
            elif article is not None and (
                other := find_replaced(claim, name, evidence, register, free, article())
            ):
                differences.append(NameDifference(name, other, "name"))
            else:
                unsure.append(name)
        elif (
            name.sure and article is None and not rival and name is claim_names[0] and _has_pronoun(evidence)
        ):
            unsure.append(name)  # "he" may be that name; only the article would tell
        elif _is_known_of(claim, name, claim_names, register) or _abbreviates(name, evidence):
            unsure.append(name)
        elif name.sure or (claim.language == "en" and not is_known(name.keys[0])):
            differences.append(NameDifference(name, rival or (free[0] if len(free) == 1 else None), "name"))
        elif rival and claim.language != "de" and not _opens_phrase(claim, name):
            differences.append(NameDifference(name, rival, "name"))
        else:
            unsure.append(name)
    if not differences and (swapped := compare_doers(claim, claim_names, evidence, register)):
        differences.append(swapped)
    return differences, unsure


def _find_other_body(name: Name, body: str, register: Register) -> Name | None:
    """Another body of the same name: "the European Commission" for "the European Parliament"."""
    rest = set(name.keys) - {body}
    for other in register.names:
        odd = set(other.keys) - rest
        if rest < set(other.keys) and len(odd) == 1 and odd <= _SITTING and body in _SITTING:
            return other
    return None


def _find_unqualified(name: Name, missing: Sequence[str], register: Register) -> Name | None:
    """The evidence's name without the "North" or "South" that a claim puts before it: "Korea"."""
    if len(name.keys) < 2 or name.keys[0] not in _QUARTERS or list(missing) != [name.keys[0]]:
        return None
    return next((o for o in register.names if o.keys == name.keys[1:]), None)


_QUARTERS = frozenset(list_words("north south east west"))


def _find_rival_body(claim: Words, name: Name, evidence: Words, register: Register) -> Name | None:
    """A body of the same sort and another name: "the Bank of Norway" for "the Central Bank of Sweden"."""
    sort = next((k for k in reversed(claim.keys[name.first : name.last + 1]) if k in _SITTING), "")
    mine = _read_body(claim, sort) if sort else None
    theirs = _read_body(evidence, sort) if mine else None
    if not mine or not theirs:
        return None
    if any(register.has(k) for k in mine) or any(find_stems(a) & find_stems(b) for a in mine for b in theirs):
        return None
    return next((n for n in register.names if not theirs.isdisjoint(n.keys)), None)


def _read_body(words: Words, sort: str) -> frozenset[str] | None:
    """What else the name of a text's only body of a sort has: "supreme" of "the Supreme Court"."""
    at = [
        i
        for i, (k, t) in enumerate(zip(words.keys, words.tokens, strict=True))
        if k == sort and t[0].isupper()
    ]
    if len(at) != 1 or words.keys.count(sort) > 1:
        return None
    first, last = at[0], at[0]
    while first and words.tokens[first - 1][0].isupper() and not words.initial[first - 1]:
        first -= 1
    beyond = last + 1
    if words.keys[beyond : beyond + 1] in (["of"], ["for"]):
        beyond += 1 + (words.keys[beyond + 1 : beyond + 2] == ["the"])
        while beyond < len(words) and words.tokens[beyond][0].isupper():
            last, beyond = beyond, beyond + 1
    return frozenset(k for k in words.keys[first : last + 1] if k not in FUNCTION_WORDS["en"]) - {sort}


_SITTING = frozenset(
    list_words(
        """
        parliament commission council court bank congress senate ministry university police army navy union
        institute college school hospital airport committee assembly office government
        """
    )
)
_LOCATIVES = frozenset(list_words("in at near from to outside around im aus nach à en"))


def _is_located(words: Words, name: Name) -> bool:
    """Whether something is said to be at what a name means: "in Oslo", but not "according to Oslo"."""
    before = words.keys[max(0, name.first - 2) : name.first]
    return before[-1:] != [] and before[-1] in _LOCATIVES and before != ["according", "to"]


def _is_country_of(words: Words, name: Name, countries: Collection[str]) -> bool:
    """Whether a name is one of some countries and only says whose or where something is."""
    country = COUNTRIES.get("_".join(name.keys), COUNTRIES.get(name.keys[-1]))
    if country not in countries:
        return False
    after = name.last + 1
    if _is_located(words, name) or words.tokens[name.last].endswith(("’s", "'s")):
        return True
    return after < len(words) and bool(words.roots[after]) and is_thing(words.keys[after])


def _is_spelled_out(name: Name, claim: Words, register: Register) -> bool:
    """Whether the evidence has the initials, or the short name, of a name that the claim spells out."""
    if len(name.keys) > 1:
        full = " ".join(name.keys)
        if "".join(k[0] for k in name.keys) in register.words or any(
            full in ABBREVIATIONS.get(k, ()) or full in METONYMS.get(k, ()) for k in register.words
        ):
            return True
    tokens = register.source.tokens
    short = {n.keys[0] for n in register.names if sum(c.isupper() for c in tokens[n.first]) > 1}
    if not short:
        return False
    return any(
        run.first <= name.first <= run.last and (k in run.capitals or k in run.all)
        for run in find_initials(claim)
        for k in short
        if 2 <= len(k) <= _LONGEST_INITIALS
    )


def _is_close(claim: Words, name: Name, evidence: Words, rival: Name | None) -> bool:
    """Whether the word next to a name stands next to another in the evidence."""
    if rival is None:
        return False
    mine, theirs = (
        {r for r in (*words.roots[max(0, n.first - 1) : n.first], *words.roots[n.last + 1 : n.last + 2]) if r}
        for words, n in ((claim, name), (evidence, rival))
    )
    return not mine.isdisjoint(theirs)


_OPENING = 3  # words before a name that a claim begins with: "Foreign Minister Ruiz"
_FIRST_PERSON = frozenset(list_words("i we my our"))


def _is_known_of(claim: Words, name: Name, claim_names: Sequence[Name], register: Register) -> bool:
    """Whether a claim names a country or part of the world where its evidence has none that could be meant.

    That the Bundestag is German is known, not told.
    """
    if name.keys[-1] in _PARTS_OF_THE_WORLD:
        return True
    if name.keys[-1] not in COUNTRIES or claim.keys[max(0, name.first - 1)] == "of":
        return False  # "the Bank of England" is no bank that happens to be in England
    used = {COUNTRIES.get("_".join(n.keys), COUNTRIES.get(n.keys[-1])) for n in claim_names}
    return register.countries <= used and register.seats <= used


_PARTS_OF_THE_WORLD = frozenset(
    list_words(
        """
        nordic scandinavian scandinavia baltic balkan balkans iberian benelux gulf mediterranean alpine arctic
        caribbean pacific atlantic latin arab western european african asian
        """
    )
)


def _abbreviates(name: Name, evidence: Words) -> bool:
    """Whether initials stand for words without capitals: "LNG" for "liquefied natural gas"."""
    (key, *others) = name.keys
    if others or not 2 <= len(key) <= _LONGEST_INITIALS:
        return False
    return key in "".join(k[0] for k in evidence.keys if k[0].isalpha())


def _are_places(a: Name, b: Name) -> bool:
    """Whether both are countries or their people, so that no pronoun of the evidence can stand for one."""
    return a.keys[-1] in COUNTRIES and b.keys[-1] in COUNTRIES


def find_doers(words: Words, names: Sequence[Name], known: Collection[str] = ()) -> dict[str, list[Name]]:
    """For each verb that follows a name at once the names before it; likewise for what a name has, and where.

    >>> from summarizer.check.words import split_words
    >>> words = split_words("Belvane has sold its plant; Oslo's mayor was asked.", "en")
    >>> {root: [n.keys for n in names] for root, names in find_doers(words, find_names(words)).items()}
    {'sell': [('belvane',)], "'s may": [('oslo',)]}
    """
    found: dict[str, list[Name]] = {}
    clefts = _find_clefts(words)
    for name in names:
        if name.keys[0] not in known and is_common_opener(words, name):
            continue
        if name.first and words.keys[name.first - 1] in ("by", "of", "for"):
            continue  # "founded by Ruiz was sold", "the lawyer of Ruiz argued"
        owns = words.tokens[name.last][-2:] in ("'s", "’s", "s'", "s’") or name.keys[-1] in COUNTRIES
        if verb := _read_verb(words, name.last + 1):
            found.setdefault("'s " * owns + verb, []).append(name)
        after = name.last + 1
        relative = words.keys[after : after + 2] in ([",", "who"], [",", "which"]) and after + 1 not in clefts
        if relative and (verb := _read_verb(words, after + 2)):
            found.setdefault(verb, []).append(name)  # "Ruiz, who runs the bank, withdrew"
        if after < len(words.keys) and words.keys[after] == ",":
            # "Ruiz, whose brother runs the bank, withdrew"
            ends = range(after + 2, min(len(words.keys) - 1, after + 16))
            close = next((j for j in ends if words.keys[j] in ",.;"), None)
            if close and words.keys[close] == "," and (verb := _read_verb(words, close + 1)):
                found.setdefault(verb, []).append(name)
        before = name.first - 2
        if before < 0 or words.keys[before + 1] not in _LOCATIVES:
            continue
        if words.roots[before] and (words.tokens[before][0].islower() or words.initial[before]):
            found.setdefault(f"{words.keys[before + 1]} {words.roots[before]}", []).append(name)
    for who, place in clefts.items():
        if place and (verb := _read_verb(words, who + 1)):
            inside = [n for n in names if n.first in place]
            found.setdefault(verb, []).extend(inside)
    return {verb: doers for verb, doers in found.items() if doers}


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


def _are_namesakes(a: Name, b: Name) -> bool:
    """Whether two full names share the surname alone: "Niamh Doyle", "Orla Doyle"."""
    return (
        min(len(a.keys), len(b.keys)) > 1
        and a.keys[-1] == b.keys[-1]
        and a.keys[-1] not in TITLES
        and not any(_is_given(x, y) for x in a.keys[:-1] for y in b.keys[:-1])
    )


# Verbs whose two sides can both come first: a club signs a player, who signs for the club.
_MUTUAL = frozenset(
    find_root(w, "en")
    for w in list_words(
        "sign meet marry merge agree negotiate face fight trade talk play draw join border divorce"
    )
)


# Verbs that say too little for two names before them to exclude each other.
_LIGHT = frozenset(find_root(w, "en") for w in list_words("come go give get make take have put do"))


def _read_verb(words: Words, at: int) -> str:
    """The root of the verb that begins at a word, "be " before a passive one; "" where none begins."""
    passive = False
    while at < len(words.keys) and (
        words.keys[at] in _AUXILIARY or words.keys[at] in BE or words.keys[at].endswith("ly")
    ):
        passive |= words.keys[at] in BE
        at += 1
    if at >= len(words.keys) or not words.roots[at] or not words.tokens[at][0].islower():
        return ""
    return "be " * (passive and words.keys[at].endswith(("d", "t", "n"))) + words.roots[at]


_HEADS = frozenset(("one", "ones", "those", "that"))
_AUXILIARY = frozenset(list_words("has have had will would also then later first"))


def _takes_object(words: Words, name: Name) -> bool | None:
    """Whether a verb that follows a name has an object at once behind it; None where none follows."""
    at = name.last + 1
    while at < len(words) and words.keys[at] in _AUXILIARY:
        at += 1
    if at + 1 >= len(words) or not is_past(words.keys[at]):
        return None
    following = words.keys[at + 1]
    return True if following in _OBJECTS else False if following in _LOCATIVES or following == "on" else None


_OBJECTS = frozenset(list_words("the a an his her its their it them him"))


def compare_doers(
    claim: Words, claim_names: Sequence[Name], evidence: Words, register: Register
) -> NameDifference | None:
    """The first name of the claim that does, or has, what another name does in the evidence."""
    for root, names in find_doers(claim, claim_names, register.words).items() if register.doers else ():
        others = register.doers.get(root)
        if not others or root in _MUTUAL or root in _LIGHT:
            continue
        loose = {
            key
            for n in register.names
            if n.first > 1
            and evidence.keys[n.first - 1] in _LOCATIVES
            and evidence.keys[n.first - 2] in _HEADS
            for key in n.keys
        }  # "the only one in Yorkshire": of whatever went before
        for name in names:
            if not loose.isdisjoint(name.keys):
                continue
            if {_takes_object(claim, name), _takes_object(evidence, others[0])} == {True, False}:
                continue  # "lost the first set", "lost on the same court"
            if not all(register.has(k) for k in name.keys) or any(
                is_one_name(name, o) and not _are_namesakes(name, o) for o in others
            ):
                continue
            return NameDifference(name, others[0], "place")
    return None


def find_exchanged(
    gaps: Sequence[Gap], claim: Sequence[Name], evidence: Sequence[Name], cast: ActorGroups
) -> NameDifference | None:
    """A name in another name's place, in a claim that has nearly the words of its evidence."""
    for gap in gaps:
        ours = [n for n in claim if any(i in gap.mine for i in range(n.first, n.last + 1))]
        theirs = [n for n in evidence if any(j in gap.theirs for j in range(n.first, n.last + 1))]
        if len(gap.mine) > _WORDS_EXCHANGED or len(gap.theirs) > _WORDS_EXCHANGED:
            continue
        for name in ours:
            if (
                len(gap.mine) != len(gap.theirs)
                and any(_share_word(n, o) for n in claim if n not in ours for o in theirs)
                and any(_share_word(n, name) for n in evidence if n not in theirs)
            ):
                continue  # both stand in both, in another order
            if not theirs or any(
                (is_one_name(name, other) and not _find_odd_words(name, other))
                or _is_one_actor(name, other, cast)
                for other in theirs
            ):
                continue
            return NameDifference(name, theirs[0], "name")
    return None


_WORDS_EXCHANGED = 6


def _share_word(a: Name, b: Name) -> bool:
    return not set(a.keys).isdisjoint(b.keys)


def _find_odd_words(a: Name, b: Name) -> bool:
    """Whether of two names that share a word each has one that the other lacks: "Tom Cruz", "Tom Lane"."""
    mine, theirs = set(a.keys) - set(b.keys), set(b.keys) - set(a.keys)
    if len(mine) == len(set(a.keys)) or is_short_for(a.keys, b.keys) or is_short_for(b.keys, a.keys):
        return False
    return bool(mine and theirs) and not any(
        _is_given(x, y) or find_stems(x) & find_stems(y) or _find_country(x) == _find_country(y)
        for x in mine
        for y in theirs
    )


def _find_country(key: str) -> str:
    """The country that a word stands for; the word itself where it stands for none."""
    return COUNTRIES.get(key) or SEATS.get(key) or key


def _is_one_actor(a: Name, b: Name, cast: ActorGroups) -> bool:
    return any(not group.isdisjoint(b.keys) for group in cast.find_groups(a.keys))


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
        len(initials) + 1 == len(short[0]) <= _LONGEST_INITIALS
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
    mine, theirs = ({find_skeleton(_find_country(k)) for k in n.keys} for n in (a, b))
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


def _is_shared(name: Name, used: set[str]) -> bool:
    """Whether a name is used by the claim in another form: "Russia" where the claim has "Russian"."""
    for key in name.keys:
        country = COUNTRIES.get(key) or SEATS.get(key)
        if country and any((COUNTRIES.get(k) or SEATS.get(k)) == country for k in used):
            return True
    return False


def _opens_phrase(words: Words, name: Name) -> bool:
    """Whether a word of the dictionary opens a sentence as one: "Compared with", "Return tickets"."""
    key, after = name.keys[0], words.keys[name.last + 1 : name.last + 2]
    if not after or key in SEATS or words.tokens[name.last].endswith(("’s", "'s")):
        return False
    return is_known(key) and (after[0] in _LOCATIVES | {"with", "of", "for", "by", "-"} or is_thing(after[0]))


def _is_common_word(
    claim: Words, name: Name, evidence: Words, article: Callable[[], Register] | None
) -> bool:
    """Whether a sentence opener is an ordinary word: the evidence has a relative of it, or it looks so."""
    root = claim.roots[name.first]
    if root and root in evidence.root_set:
        return True
    if article is not None and name.keys[0] in article().words:
        return False
    return is_common_opener(claim, name)


def _find_other_given_name(name: Name, register: Register) -> Name | None:
    """A bearer of the same surname whose given name differs, where nobody has both; None otherwise."""
    if len(name.keys) < 2:
        return None
    surname, given = name.keys[-1], {k for k in name.keys[:-1] if not is_title(k)}
    if surname in COUNTRIES or not given:
        return None
    other = None
    for candidate in register.names:
        if candidate.keys[-1] != surname:
            continue
        theirs = [k for k in candidate.keys[:-1] if not is_title(k)]
        if not theirs or any((k,) in {n.keys for n in register.names} for k in given):
            return None  # the surname alone stands for whoever bears it
        if any(_is_given(a, b) for a in given for b in theirs) and not _exchanges_word(name, candidate):
            return None
        other = candidate
    return other


def _exchanges_word(a: Name, b: Name) -> bool:
    """Whether two names of three words or more differ in one: "World Trade Organization" for "… Health …"."""
    if len(a.keys) != len(b.keys) or len(a.keys) < 3:
        return False
    odd = [(x, y) for x, y in zip(a.keys, b.keys, strict=True) if x != y]
    return len(odd) == 1 and not _is_given(*odd[0])


def _is_given(a: str, b: str) -> bool:
    """Whether two given names can be one: the same, an initial, a short form, another spelling."""
    short, long = sorted((a, b), key=len)
    if is_feminine(a, b):
        return False
    return long.startswith(short) or (len(short) >= 4 and find_skeleton(short) == find_skeleton(long))


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


def _has_pronoun(words: Words) -> bool:
    return not _PERSONS.isdisjoint(words.key_set)


_PERSONS = frozenset(list_words("he she they er sie"))


def find_rival(claim: Words, name: Name, evidence: Words, free: Sequence[Name]) -> Name | None:
    """The evidence's name that stands where the claim has another: next to the same words."""
    near = _neighbours(claim, name)
    best, score = None, 0
    for other in free:
        common = len(near & _neighbours(evidence, other))
        if common > score:
            best, score = other, common
    return best


def _neighbours(words: Words, name: Name) -> frozenset[str]:
    """The two content words before a name and the two after it, as roots."""
    roots = words.roots
    found: list[str] = []
    for steps in (range(name.last + 1, len(roots)), range(name.first - 1, -1, -1)):
        taken = 0
        for step in steps:
            if roots[step]:
                found.append(roots[step])
                taken += 1
                if taken == 2:
                    break
    return frozenset(found)
