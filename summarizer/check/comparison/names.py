"""Whether the names of a claim stand in its evidence, are the article's, or take another's place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, Protocol

from summarizer.check.comparison.alignment import Gap
from summarizer.check.comparison.foreign_names import find_replaced, is_described, is_some_company
from summarizer.check.lexicon.function_words import FUNCTION_WORDS
from summarizer.check.lexicon.places import ABBREVIATIONS, COUNTRIES, METONYMS, SEATS
from summarizer.check.lexicon.senses import is_known, is_thing
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import KIN, OFFICES, TITLES, is_title
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.names import (
    BEFORE_VERBS,
    LOCATIVES,
    LONGEST_INITIALS,
    Name,
    Register,
    find_country,
    find_doers,
    find_initials,
    find_skeleton,
    find_stems,
    has_open_reference,
    is_common_opener,
    is_feminine,
    is_one_name,
    is_person_of,
    is_short_for,
)


class NameDifference(NamedTuple):
    """A name of the claim that its evidence does not have; `expected` stands in its place there."""

    found: Name
    expected: Name | None
    why: str  # "name", "given name", "place"


def _is_title_case(words: Words) -> bool:
    """Whether a text writes most words with a capital, as headlines do, so that capitals tell nothing."""
    content = [t for t, root in zip(words.tokens, words.roots, strict=True) if root and t[0].isalpha()]
    capitals = sum(t[0].isupper() for t in content)
    most = capitals >= 0.8 * len(content) if len(content) >= 5 else capitals == len(content) >= 3
    return most and words.tokens[-1] != "."


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
        if missing and _is_title_case(claim) and not (article and any(k in article().words for k in missing)):
            # "Ruiz Could Win Race": of words that all have a capital only some are names.
            if len(missing) == len(name.keys):
                unsure.append(name)
            continue
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
            if article is not None and (other := _find_introduced(name, evidence, article())):
                differences.append(NameDifference(name, other, "given name"))
                continue
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
        if len(missing) == 1 and (other := _find_other_body(name, missing[0], register)):
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
        if free is None:
            free = [
                n
                for n in register.names
                if (n.sure or not is_common_opener(evidence, n))
                and used.isdisjoint(n.keys)
                and not _is_shared(n, used)
            ]
        rival = find_rival(claim, name, evidence, free if name.sure else [n for n in free if n.sure])
        if known and rival and _takes_place(claim, name, evidence, rival):
            differences.append(NameDifference(name, rival, "name"))
        elif (
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
    if (
        not differences
        and (swapped := compare_doers(claim, claim_names, evidence, register))
        and not _is_title_case(claim)
    ):
        differences.append(swapped)
    return differences, unsure


def _find_other_body(name: Name, body: str, register: Register) -> Name | None:
    """Another body of the same name: "the European Commission" for "the European Parliament"."""
    rest = set(name.keys) - {body}
    for other in register.names:
        odd = set(other.keys) - rest
        sorts = _SITTING if body in TITLES else _BUSINESSES
        if rest < set(other.keys) and len(odd) == 1 and odd <= sorts and body in sorts:
            return other
    return None


_ANY_COMPANY = frozenset(list_words("group company corporation holding holdings inc"))
# What a company's name ends in that says what it does.
_BUSINESSES = frozenset(
    list_words(
        """
        capital industries energy motors foods media systems robotics partners technologies technology
        pharma pharmaceuticals biotech therapeutics financial finance insurance assurance airlines airways
        air aviation aerospace logistics shipping steel metals mining resources minerals chemicals plastics
        electronics software semiconductors microsystems networks communications telecom mobile entertainment
        pictures studios records music games press publishing books petroleum oil gas solar wind power
        electric nuclear renewables water marine maritime ports shipyards railways rail trains retail stores
        markets supermarkets brands apparel fashion cosmetics trust ventures investments securities advisors
        consulting solutions services engineering construction homes properties estates hotels resorts travel
        cruises tours restaurants coffee brewery brewing breweries beverages dairy farms seeds paper packaging
        cement glass textiles furniture toys sports fitness healthcare medical diagnostics labs laboratories
        bikes trucks cars automotive tyres tires batteries drones satellite space instruments tools machinery
        """
    )
)


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


def find_other_office(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A ministry or court of a claim where the evidence has only others: "the finance ministry"; indexes.

    None where either has one without saying which, or a name tells whose it is.
    """
    if OFFICES.keys().isdisjoint(claim.key_set) or OFFICES.keys().isdisjoint(evidence.key_set):
        return None
    mine, theirs = _read_offices(claim), _read_offices(evidence)
    if not mine or not theirs or any(office is None for _, office, _ in theirs):
        return None
    for at, office, table in mine:
        others = [(j, other) for j, other, of in theirs if of == table]
        if (
            office is not None
            and others
            and claim.keys[at] not in evidence.key_set
            and all(other != office and not any(other == o for _, o, _ in mine) for _, other in others)
            and not claim.tokens[min(at + 2, len(claim) - 1)][0].isupper()
        ):
            return at, others[0][0]
    return None


def _read_offices(words: Words) -> list[tuple[int, int | None, dict[str, int]]]:
    """Each ministry or court: the index of the word that says which it is, what that means, and its table."""
    found = []
    for i, key in enumerate(words.keys):
        table = OFFICES.get(key)
        if table and i:
            at = i + 2 if words.keys[i + 1 : i + 2] == ["of"] and i + 2 < len(words) else i - 1
            found.append((at, table.get(words.keys[at]), table))
    return found


def find_other_kin(claim: Words, evidence: Words, whole: Words | None) -> tuple[int, int] | None:
    """Somebody's relative in a claim where the evidence has another: "his sister" for "his wife"; indexes.

    None where either tells of more, as "her mother's husband", or the rest of the article has the word.
    """
    if KIN.keys().isdisjoint(claim.key_set) or KIN.keys().isdisjoint(evidence.key_set):
        return None
    theirs = _list_kin(evidence)
    if len(theirs) != 1 or not _FAMILY.isdisjoint(evidence.key_set):
        return None
    mine = _list_kin(claim)
    if len(mine) != 1:
        return None
    key = claim.keys[mine[0]]
    if not KIN[key].isdisjoint(evidence.key_set) or (whole and key in whole.key_set):
        return None
    return mine[0], theirs[0]


def _list_kin(words: Words) -> list[int]:
    """The words for a relative of somebody's: "his late wife", "Ruiz's aunt"."""
    return [
        i
        for i, key in enumerate(words.keys)
        if key in KIN
        and any(
            k in _WHOSE or t.endswith(("’s", "'s", "s'", "s’"))
            for k, t in zip(words.keys[max(0, i - 3) : i], words.tokens[max(0, i - 3) : i], strict=True)
        )
    ]


_WHOSE = frozenset(list_words("his her their my our your whose"))
_FAMILY = frozenset(list_words("family families relative relatives couple kin heir heirs in-law law"))


def _is_located(words: Words, name: Name) -> bool:
    """Whether something is said to be at what a name means: "in Oslo", but not "according to Oslo"."""
    before = words.keys[max(0, name.first - 2) : name.first]
    return before[-1:] != [] and before[-1] in LOCATIVES and before != ["according", "to"]


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
        if 2 <= len(k) <= LONGEST_INITIALS
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


def _takes_place(claim: Words, name: Name, evidence: Words, rival: Name) -> bool:
    """Whether a name stands where another does, and not a pronoun: "Mr Holm", "the ford at Lund"."""
    mine, theirs = (
        words.keys[max(0, n.first - 2) : n.first] for words, n in ((claim, name), (evidence, rival))
    )
    if len(mine) < 2 or mine[-1:] != theirs[-1:]:
        return False
    if mine[-1] in LOCATIVES or mine[-1] == "of":
        return mine == theirs and bool(claim.roots[name.first - 2])
    return is_title(mine[-1]) and len(_neighbours(claim, name) & _neighbours(evidence, rival)) >= _SAME


_SAME = 2  # content words beside two names that are no accident


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
    if others or not 2 <= len(key) <= LONGEST_INITIALS:
        return False
    return key in "".join(k[0] for k in evidence.keys if k[0].isalpha())


def _are_places(a: Name, b: Name) -> bool:
    """Whether both are countries or their people, so that no pronoun of the evidence can stand for one."""
    return a.keys[-1] in COUNTRIES and b.keys[-1] in COUNTRIES


def are_namesakes(a: Name, b: Name) -> bool:
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


_HEADS = frozenset(("one", "ones", "those", "that"))


def _takes_object(words: Words, name: Name) -> bool | None:
    """Whether a verb that follows a name has an object at once behind it; None where none follows."""
    at = name.last + 1
    while at < len(words) and words.keys[at] in BEFORE_VERBS:
        at += 1
    if at + 1 >= len(words) or not is_past(words.keys[at]):
        return None
    following = words.keys[at + 1]
    return True if following in _OBJECTS else False if following in LOCATIVES or following == "on" else None


_OBJECTS = frozenset(list_words("the a an his her its their it them him"))


def compare_doers(
    claim: Words, claim_names: Sequence[Name], evidence: Words, register: Register
) -> NameDifference | None:
    """The first name of the claim that does, or has, what another name does in the evidence."""
    if not register.doers:
        return None
    known = {k for n in register.names if n.sure or not is_common_opener(evidence, n) for k in n.keys}
    used = {k for n in claim_names for k in n.keys}
    for root, names in find_doers(claim, claim_names, known).items():
        others = register.doers.get(root)
        if not others or root in _MUTUAL or root in _LIGHT:
            continue
        loose = {
            key
            for n in register.names
            if n.first > 1
            and evidence.keys[n.first - 1] in LOCATIVES
            and evidence.keys[n.first - 2] in _HEADS
            for key in n.keys
        }  # "the only one in Yorkshire": of whatever went before
        if any(is_person_of(evidence, o) and used.isdisjoint(o.keys) for o in others):
            continue  # "the Norwegian's coach": of somebody who is named before
        for name in names:
            if not loose.isdisjoint(name.keys):
                continue
            if any(_are_places(name, o) and any(o.keys == n.keys for n in names) for o in others):
                continue  # "the US central bank" beside "the Afghan central bank"
            if {_takes_object(claim, name), _takes_object(evidence, others[0])} == {True, False}:
                continue  # "lost the first set", "lost on the same court"
            if not all(register.has(k) for k in name.keys) or any(
                is_one_name(name, o) and not are_namesakes(name, o) for o in others
            ):
                continue
            return NameDifference(name, others[0], "place")
    return None


def find_exchanged(
    gaps: Sequence[Gap],
    texts: tuple[Words, Words],
    claim: Sequence[Name],
    evidence: Sequence[Name],
    cast: ActorGroups,
) -> NameDifference | None:
    """A name in another name's place, in a claim that has nearly the words of its evidence."""
    words, others = texts
    for gap in gaps:
        ours = [n for n in claim if any(i in gap.mine for i in range(n.first, n.last + 1))]
        theirs = [
            n
            for n in evidence
            if any(j in gap.theirs for j in range(n.first, n.last + 1))
            and (_is_joined(others, n) <= any(_is_joined(words, o) for o in ours))
            and not is_common_opener(others, n)
        ]
        if len(gap.mine) > _WORDS_EXCHANGED or len(gap.theirs) > _WORDS_EXCHANGED:
            continue
        for name in ours:
            if is_common_opener(words, name):
                continue  # "Divers found it" for "found, they say, by divers"
            if any(is_person_of(others, o) for o in theirs) and not any(
                is_person_of(words, n) for n in claim
            ):
                continue  # "the Norwegian" for somebody who is named before
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


def _is_joined(words: Words, name: Name) -> bool:
    """Whether a clause without a subject of its own may follow a name: "left Lund and was seen in Vik"."""
    return not _JOINTS.isdisjoint(words.keys[name.last + 1 : name.last + 2])


_WORDS_EXCHANGED = 6
_JOINTS = frozenset(list_words("and but or then"))


def _share_word(a: Name, b: Name) -> bool:
    return not set(a.keys).isdisjoint(b.keys)


def _find_odd_words(a: Name, b: Name) -> bool:
    """Whether of two names that share a word each has one that the other lacks: "Tom Cruz", "Tom Lane"."""
    mine, theirs = set(a.keys) - set(b.keys), set(b.keys) - set(a.keys)
    if not _ANY_COMPANY.isdisjoint(mine | theirs):
        return False  # "Holm Group" may be "Holm Foods"
    if len(mine) == len(set(a.keys)) or is_short_for(a.keys, b.keys) or is_short_for(b.keys, a.keys):
        return False
    return bool(mine and theirs) and not any(
        _is_given(x, y) or find_stems(x) & find_stems(y) or find_country(x) == find_country(y)
        for x in mine
        for y in theirs
    )


def _is_one_actor(a: Name, b: Name, cast: ActorGroups) -> bool:
    return any(not group.isdisjoint(b.keys) for group in cast.find_groups(a.keys))


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
    return is_known(key) and (after[0] in LOCATIVES | {"with", "of", "for", "by", "-"} or is_thing(after[0]))


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


def _find_introduced(name: Name, evidence: Words, article: Register) -> Name | None:
    """The only bearer of a surname whom an article has named before a passage: who has it alone there.

    None where that is the one that a claim names, or the passage has a given name with it.
    """
    surname = name.keys[-1]
    bearers = [n for n in article.names if n.keys[-1] == surname and len(n.keys) > 1]
    own = [n for n in bearers if _is_given(n.keys[0], name.keys[0])]
    if len(own) == len(bearers) or not own or surname in TITLES:
        return None
    at = article.source.joined.find(evidence.joined)
    start = article.source.joined.count(" ", 0, at) if at > 0 else 0
    first = article.source.unmarked[start] if 0 < start < len(article.source.unmarked) else 0
    before = [n for n in bearers if n.last < first]
    return before[-1] if before and not any(n in own for n in before) else None


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
