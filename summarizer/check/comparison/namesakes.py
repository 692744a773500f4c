"""Whether a claim tells of one what its evidence tells of another who is named beside: namesakes, rivals.

Two of one surname are told apart by the words around each: those between a name and the next are about its
bearer, and so are those before the first. What follows an aside is about whom it interrupts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from summarizer.check.comparison.names import NameDifference, are_namesakes
from summarizer.check.lexicon.function_words import BE
from summarizer.check.lexicon.places import COUNTRIES
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import RELATIONS
from summarizer.check.lexicon.words import Words, is_past
from summarizer.check.passage.names import BEFORE_VERBS, Name

_ENOUGH = 3  # content words told of the one alone, from which that is no accident
_ASIDE = 20  # words of an aside


def find_namesake(
    claim: Words, claim_names: Sequence[Name], evidence: Words, names: Sequence[Name]
) -> NameDifference | None:
    """The name in whose place a claim has its namesake's; None where some of the claim is about that one.

    >>> from summarizer.check.lexicon.words import split_words
    >>> from summarizer.check.passage.names import find_names
    >>> words = split_words("Ana Holm, whose uncle Bo Holm is rich, voted against the mountain dam.", "en")
    >>> claims = [split_words(f"{n} Holm voted against the mountain dam.", "en") for n in ("Ana", "Bo")]
    >>> [bool(find_namesake(c, find_names(c), words, find_names(words))) for c in claims]
    [False, True]
    """
    full = [n for n in names if len(n.keys) > 1 and n.keys[-1] in claim.key_set]
    if len(full) < 2 or not _KIN.isdisjoint(claim.key_set):
        return None
    if not _DENIALS.isdisjoint(claim.key_set) and _DENIALS.isdisjoint(evidence.key_set):
        return None  # "Bo did not win" for "Ana won"
    for a, b in combinations(full, 2):
        if a.keys[-1] in COUNTRIES or not are_namesakes(a, b) or claim.keys.count(a.keys[-1]) > 1:
            continue
        used = [not claim.key_set.isdisjoint(n.keys[:-1]) for n in (a, b)]
        if used[0] == used[1]:
            continue
        own, other = (a, b) if used[0] else (b, a)
        found = next((n for n in claim_names if own.keys[-1] in n.keys), None)
        if found and _is_about(claim, found, evidence, names, own, other):
            return NameDifference(found, other, "name")
    return None


def find_owner(
    claim: Words, claim_names: Sequence[Name], evidence: Words, names: Sequence[Name]
) -> NameDifference | None:
    """The rival or brother of whom the evidence tells, where a claim has the one whose rival he is.

    >>> from summarizer.check.lexicon.words import split_words
    >>> from summarizer.check.passage.names import find_names
    >>> words = split_words("Belvane's rival Norsk will pay its crew after the strike.", "en")
    >>> claims = [split_words(f"{n} will pay crew after the strike.", "en") for n in ("Belvane", "Norsk")]
    >>> [bool(find_owner(c, find_names(c), words, find_names(words))) for c in claims]
    [True, False]
    """
    if RELATIONS.isdisjoint(evidence.key_set) or not RELATIONS.isdisjoint(claim.key_set) or not claim_names:
        return None
    subject = claim_names[0]
    if any(claim.roots[: subject.first]) or not _PERSONS.isdisjoint(evidence.key_set):
        return None  # "Ruiz's lawyer Odo Holm said that she had paid"
    for owner, owned in pairwise(names):
        between = evidence.keys[owner.last + 1 : owned.first]
        if (
            len(between) == 1
            and between[0] in RELATIONS
            and subject.keys[-1] == owner.keys[-1]
            and evidence.keys.count(owner.keys[-1]) == 1
            and claim.key_set.isdisjoint(owned.keys)
            and len((claim.root_set & evidence.root_set) - {evidence.roots[owner.last]}) >= _ENOUGH
        ):
            return NameDifference(subject, owned, "name")
    return None


def _is_about(  # noqa: PLR0917  # a name of the claim and the two that it may be
    claim: Words, found: Name, evidence: Words, names: Sequence[Name], own: Name, other: Name
) -> bool:
    """Whether all that a claim has from its evidence is told there of the other of two namesakes."""
    mentions = {
        n.first: (n.last, n_of)
        for n in names
        for n_of in (own, other)
        if not set(n.keys).isdisjoint(n_of.keys[:-1])
    }
    whose = _read_whose(evidence, mentions)
    named = {r for n in (own, other) for r in evidence.roots[n.first : n.last + 1]}
    roots = claim.root_set - named
    bearers = {r: {n for i in evidence.places.get(r, ()) for n in whose[i]} for r in roots}
    if any(own in found_there for found_there in bearers.values()):
        return False
    beside = next((r for r in (*claim.roots[found.last + 1 :], *claim.roots[found.first - 1 :: -1]) if r), "")
    told = sum(other in found_there for found_there in bearers.values())
    return other in bearers.get(beside, ()) and told >= _ENOUGH and 2 * told > len(roots)


def _read_whose(words: Words, mentions: dict[int, tuple[int, Name]]) -> list[set[Name]]:
    """Of which of two namesakes each word tells; of both where it stands right before the second."""
    whose: list[set[Name]] = [set() for _ in words.keys]
    bearer: Name | None = None
    start = 0  # of the sentence, or of the part before or behind ";"
    returns: dict[int, Name] = {}  # where an aside ends, and on whom it was
    for i, key in enumerate(words.keys):
        if key == ";" or (i and words.initial[i] and not words.initial[i - 1]):
            bearer, start = None, i
        bearer = returns.get(i, bearer)
        if i in mentions:
            last, name = mentions[i]
            first = i
            while first > start and words.roots[first - 1]:
                first -= 1  # "the rebel leader Holm"
            described = first
            if bearer is None:
                first = start
            elif words.keys[first - 1] == "by":  # "had been approved by chairman Holm"
                first = next((j for j in range(first, start, -1) if words.keys[j - 1] in _OPENING), start)
            else:
                first = max(start, first - _BEFORE)
            for j in range(first, i):
                whose[j] = {name} if bearer is None or j >= described else whose[j] | {name}
            if end := _find_end(words, last):
                returns[end] = name
            bearer = name
        whose[i] |= {bearer} if bearer else set()
    return whose


def _find_end(words: Words, last: int) -> int:
    """The comma that ends an aside on a name, before a verb of its bearer's; 0 where there is none."""
    if words.keys[last + 1 : last + 2] != [","]:
        return 0
    ends = range(last + 2, min(len(words) - 1, last + _ASIDE))
    close = next((j for j in ends if words.keys[j] in ",;" or words.initial[j + 1]), 0)
    verb = close + 1
    while verb < len(words) and words.keys[verb].endswith("ly"):
        verb += 1
    if not close or words.keys[close] != "," or verb == len(words):
        return 0
    return close if is_past(words.keys[verb]) or words.keys[verb] in _AUXILIARIES else 0


_BEFORE = 3  # words before a name that may tell of its bearer: "dismissed"
_OPENING = frozenset(list_words("that , which who whether when while but"))
_DENIALS = frozenset(list_words("not no never nor neither nobody none without"))
_PERSONS = frozenset(list_words("he she him her his hers"))
_AUXILIARIES = BEFORE_VERBS | BE | frozenset(list_words("may can could should might must does did do says"))
_KIN = frozenset(
    list_words(
        """
        relative relatives relation related namesake brother brothers sister sisters cousin cousins father
        mother son daughter uncle aunt nephew niece husband wife
        """
    )
)
