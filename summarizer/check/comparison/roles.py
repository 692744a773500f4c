"""Who does what to whom: whether a claim turns round the two sides of a verb, or of two prepositions.

"The board warned the engineers" for "engineers warned the board", "from Oslo to Bergen" for "from Bergen to
Oslo". Only an exchange counts: each side stands where the evidence has the other.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.check.comparison.polarity import turns_comparison
from summarizer.check.lexicon.function_words import BE_OR_GET
from summarizer.check.lexicon.number_words import (
    CURRENCIES,
    MONTHS,
    PERCENT,
    RELATIVE_DAYS,
    SCALES,
    UNITS,
    WEEKDAYS,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past

_DIRECTIONS = frozenset(list_words("from to by of against over for than"))
_ENDS = frozenset(
    list_words(", ; : . ! ? ” “ — – and or but while when which who that because after before as if")
)
_NEAR = 4  # content words on one side of a verb that are its subject or object


class Turned(NamedTuple):
    """Indexes of the word that a claim has in the wrong place, and of what stands there in the evidence."""

    found: int
    expected: int


def find_turned(claim: Words, evidence: Words) -> Turned | None:
    """The first two things of a claim that have changed places; None where there are none.

    >>> from summarizer.check.lexicon.words import split_words
    >>> claim = split_words("The board warned the engineers in 2018.", "en")
    >>> find_turned(claim, split_words("Engineers warned the board early.", "en"))
    Turned(found=1, expected=0)
    """
    if turns_comparison(claim, evidence):
        return None
    return (
        _find_turned_verb(claim, evidence)
        or _find_turned_prepositions(claim, evidence)
        or _find_turned_route(claim, evidence)
        or _find_turned_sources(claim, evidence)
    )


def _find_turned_verb(claim: Words, evidence: Words) -> Turned | None:
    told: list[int] = []
    if not _TELLING.isdisjoint(evidence.key_set):
        told = [j for j, key in enumerate(evidence.keys) if key in _TELLING]
    against = not (_AGAINST.isdisjoint(claim.key_set) or _AGAINST.isdisjoint(evidence.key_set))
    for i, root in enumerate(claim.roots):
        places = evidence.places.get(root) if root else told if claim.keys[i] in _TELLING else None
        if not places or len(places) > _OFTEN or not _may_be_verb(claim, i):
            continue
        places = [j for j in places if _may_be_verb(evidence, j)]
        mine = _read_sides(claim, i) if places else None
        if mine is None or any(
            side.keys().isdisjoint(evidence.root_set) for side in mine[: 1 if against else 2]
        ):
            continue
        for j in places:
            other = _read_sides(evidence, j)
            if other is None:
                continue
            turned = _compare(mine, other) or (
                _compare_from(claim, i, mine, evidence, j, other) if against else None
            )
            if turned:
                return turned
    return None


def _compare_from(  # noqa: PLR0917  # a verb in each of two texts
    claim: Words, i: int, mine: tuple[Side, Side], evidence: Words, j: int, other: tuple[Side, Side]
) -> Turned | None:
    """Likewise for who does something and from, over or against whom: "seized it from the troops"."""
    ours, theirs = _read_against(claim, i), _read_against(evidence, j)
    return _compare((mine[0], ours), (other[0], theirs)) if ours and theirs else None


def _read_against(words: Words, at: int) -> Side:
    for step in range(at + 2, min(len(words), at + 8)):
        if words.keys[step] in _ENDS:
            break
        if words.keys[step] in _AGAINST:
            return read_phrase(words, range(step + 1, min(len(words), step + 5)))
    return {}


_TIMES = frozenset(
    (
        *WEEKDAYS,
        *RELATIVE_DAYS,
        *MONTHS,
        *UNITS,
        *list_words("last this on in early late earlier again twice"),
    )
)
_OFTEN = 20  # places from which a word tells no sides: time stays linear
_AGAINST = frozenset(("from", "over", "against"))
_TELLING = frozenset(("told", "tell", "tells"))
Side = dict[str, int]  # root -> index


def _may_be_verb(words: Words, at: int) -> bool:
    """Whether a word may be a verb with a subject, by its form and the word before it."""
    return (
        (at > 0 or _opens(words, at))
        and words.keys[at - 1] not in _NOT_BEFORE_VERBS
        and (words.tokens[at][0].islower() or _opens(words, at))
        and not words.keys[at].endswith(_NOUN_ENDINGS)
        and words.keys[at] not in _TIMES
    )


def _read_sides(words: Words, at: int) -> tuple[Side, Side] | None:
    """Who does something and to whom, for a verb at an index; None where one of them does not stand there."""
    after_at = at + 1
    opening = _opens(words, at)
    passive = opening or not BE_OR_GET.isdisjoint(words.keys[max(0, at - 3) : at]) or _is_dated(words, at)
    if passive:
        by = find_agent(words, at)
        if by is None:
            return None
        after_at = by + 1
    elif words.keys[at + 1 : at + 2] == ["that"]:
        after_at += 1  # "prosecutors allege that Vance funnelled"
    elif words.keys[at + 1 : at + 2] and words.keys[at + 1] in _PREPOSITIONS:
        return None
    before = read_after_comma(words, at) if opening else read_subject(words, at)
    if not before:
        return None
    after = read_phrase(words, range(after_at, len(words)))
    if after and passive:
        after |= _read_apposed(words, max(after.values()) + 1)
    after = after or _read_antecedent(words, min(before.values()))
    if not after:
        return None
    return (after, before) if passive else (before, after)


def _is_dated(words: Words, at: int) -> bool:
    """Whether only a date stands between a verb and its agent: "a paper retracted last week by a journal"."""
    if at + 1 >= len(words) or words.keys[at + 1] not in _TIMES or not is_past(words.keys[at]):
        return False
    by = find_agent(words, at)
    return by is not None and _TIMES.issuperset(words.keys[at + 1 : by])


def _opens(words: Words, at: int) -> bool:
    """Whether a sentence begins with a participle and whose deed it is: "accused by Ann of lying, Bo"."""
    return words.initial[at] and is_past(words.keys[at]) and words.keys[at + 1 : at + 2] == ["by"]


def read_after_comma(words: Words, at: int) -> Side:
    """The subject after what a sentence opens with: "accused by Ann, who …, of lying, [Bo] denied it"."""
    commas = [j for j in range(at, len(words) - 1) if words.keys[j] == ","][:_ASIDES]
    for j in commas:
        end = next((k for k in commas if k > j), j)  # "by the mayor, Ola Berg, of lying"
        following = words.keys[j + 1], words.keys[end + 1]
        if following[0] not in _NO_SUBJECT and following[1] not in _PREPOSITIONS:
            return read_phrase(words, range(j + 1, len(words)))
    return {}


_NO_SUBJECT = frozenset(list_words("who which whose whom of by in on at for with from to and"))
_ASIDES = 5  # commas among which a subject begins


def read_subject(words: Words, at: int) -> Side:
    """What stands before a verb, also over "agreed to" and over an aside: "Rovers, who …, were beaten"."""
    keys = words.keys
    step = at - 1
    while step > 0 and (keys[step] in BE_OR_GET or keys[step] in _HELPERS or keys[step].endswith("ly")):
        step -= 1
    if keys[step] == "to" and step > 1:
        matrix = next((k for k in range(step - 1, max(0, step - _MATRIX), -1) if _is_verb(words, k)), 0)
        if not matrix or not _ENDS.isdisjoint(keys[matrix:step]):
            return {}
        return read_subject(words, matrix)
    if keys[step] == ",":
        start = next((k for k in range(step - 1, -1, -1) if keys[k] in _MARKS), -1)
        inside = keys[start + 1 : start + 2]
        if (
            start > 0
            and keys[start] == ","
            and (
                inside[0] in _OPENING
                or words.tokens[start + 1][0].isupper()
                or (inside[0].isdecimal() and start + 2 == step)  # "Ann Holm, 31, lent it"
            )
        ):
            return read_phrase(words, range(start - 1, -1, -1))
        return {}
    return read_phrase(words, range(step, -1, -1))


def _is_verb(words: Words, at: int) -> bool:
    """Whether a small word looks like a finite verb: "agreed", "plans"."""
    key = words.keys[at]
    return words.tokens[at][0].islower() and (is_past(key) or key in _MATRICES)


def find_agent(words: Words, at: int) -> int | None:
    """The "by" of a passive, over a score, a day or a place: "beaten 2-1 at home by"."""
    for step in range(at + 1, min(len(words), at + _AGENT)):
        key = words.keys[step]
        if key == "by":
            return step
        if key == "," and words.keys[step - 1].isdecimal() and words.keys[step + 1 : step + 2] != []:
            continue  # "beaten 6-4, 7-5 by"
        if (key in _ENDS and key not in ("-", "–")) or _is_verb(words, step):
            return None
    return None


def _read_apposed(words: Words, at: int) -> Side:
    """What a comma adds to somebody: "its rival, [the publisher Nordlys], for $2bn"."""
    keys = words.keys
    if keys[at : at + 1] != [","] or at + 1 >= len(words):
        return {}
    opens = keys[at + 1] in ("the", "a", "an") or words.tokens[at + 1][0].isupper()
    return read_phrase(words, range(at + 1, len(words))) if opens else {}


def _read_antecedent(words: Words, subject: int) -> Side:
    """To whom a relative clause does it: "[the senator], whom the governor endorsed"."""
    at = subject - 1
    while at > 0 and words.keys[at] in _DETERMINERS:
        at -= 1
    if at < 1 or words.keys[at] not in _WHOM:
        return {}
    return read_phrase(words, range(at - 1 - (words.keys[at - 1] == ","), -1, -1))


_MARKS = frozenset(list_words(", ; : . ! ? ” “ — –"))
_AGENT = 9  # words from a passive verb to its "by"
_MATRIX = 6  # words from "to" back to the verb that it belongs to
_HELPERS = frozenset(list_words("has have had having will would also not never later then again"))
_MATRICES = frozenset(
    list_words("agrees plans wants hopes expects intends threatens promises vows aims seeks is are was were")
)
_OPENING = frozenset(list_words("who which whose whom a an the his her its their now then once formerly"))
_WHOM = frozenset(("whom", "that", "which"))
_DETERMINERS = frozenset(list_words("the a an his her its their"))
_NOUN_ENDINGS = ("ment", "ments", "tion", "tions", "sion", "ing", "ings", "ance", "ence", "al", "ity", "ness")
_NOT_BEFORE_VERBS = frozenset(
    list_words("the a an of for in on at by with from about its his her their this that no any some more")
)
_PREPOSITIONS = frozenset(list_words("in on at of to from by for with about into under over against as that"))


_AMOUNTS = frozenset((*UNITS, *CURRENCIES, *SCALES["en"], *PERCENT))


def read_phrase(words: Words, steps: range) -> Side:
    """The content words that stand together at some steps, with their indexes."""
    side: Side = {}
    keys, roots = words.keys, words.roots
    for step in steps:
        key, root = keys[step], roots[step]
        if key in _ENDS or (side and key in _PREPOSITIONS):
            break
        if root and not root[0].isdecimal() and key not in _AMOUNTS:
            side.setdefault(root, step)
            if len(side) == _NEAR:
                break
    return side


def _compare(mine: tuple[Side, Side], other: tuple[Side, Side]) -> Turned | None:
    if mine[0].keys().isdisjoint(other[1]) or mine[1].keys().isdisjoint(other[0]):
        return None
    # Namesakes stand on both sides: "Judge Ortiz told Carl Ortiz".
    both = mine[0].keys() & mine[1].keys() & other[0].keys() & other[1].keys()
    mine, other = (
        ({k: v for k, v in a.items() if k not in both}, {k: v for k, v in b.items() if k not in both})
        for a, b in (mine, other)
    )
    first, second = mine[0].keys() & other[1].keys(), mine[1].keys() & other[0].keys()
    if not first or not second:
        return None
    if mine[0].keys() & other[0].keys() or mine[1].keys() & other[1].keys():
        return None
    return Turned(mine[0][min(first)], other[0][min(second)])


def _find_turned_prepositions(claim: Words, evidence: Words) -> Turned | None:
    both = _DIRECTIONS & claim.key_set & evidence.key_set
    if len(both) < 2:  # an exchange takes two
        return None
    mine, theirs = _read_prepositions(claim, both), _read_prepositions(evidence, both)
    shared = [p for p in mine if p in theirs]
    for n, one in enumerate(shared):
        for other in shared[n + 1 :]:
            turned = _compare((mine[one], mine[other]), (theirs[one], theirs[other]))
            if turned:
                return turned
    return None


def _find_turned_sources(claim: Words, evidence: Words) -> Turned | None:
    """Where two things have changed places behind one preposition: "cheers from the left, boos from me"."""
    for link in _LINKS & claim.key_set & evidence.key_set:
        if claim.keys.count(link) < _TWICE or evidence.keys.count(link) < _TWICE:
            continue
        mine, theirs = _read_linked(claim, link), _read_linked(evidence, link)
        shared = [root for root in mine if root in theirs]
        for n, one in enumerate(shared):
            for other in shared[n + 1 :]:
                if turned := _compare((mine[one], mine[other]), (theirs[one], theirs[other])):
                    return turned
    return None


def _read_linked(words: Words, link: str) -> dict[str, Side]:
    """What stands behind a preposition, for each noun or verb right before it that stands there once."""
    found: dict[str, Side] = {}
    for i, key in enumerate(words.keys[:-1]):
        if key == link and i and (root := words.roots[i - 1]) and not root[0].isdecimal():
            found[root] = {} if root in found else read_phrase(words, range(i + 1, len(words)))
    return found


_LINKS = frozenset(list_words("from for by in at on with against"))
_TWICE = 2


def _find_turned_route(claim: Words, evidence: Words) -> Turned | None:
    """Where a claim has something go to where it comes from: "out of Oslo and into Bergen"."""
    if _LEAVING.isdisjoint(claim.key_set) or _LEAVING.isdisjoint(evidence.key_set):
        return None
    theirs = _read_routes(evidence)
    for mine in _read_routes(claim) if theirs else ():
        for other in theirs:
            if turned := _compare(mine, other):
                return turned
    return None


def _read_routes(words: Words) -> list[tuple[Side, Side]]:
    """Whence and whither something goes, for each "from" or "out of" with a "to" or "into" near."""
    keys = words.keys
    found = []
    for i, key in enumerate(keys[:-2]):
        if key != "from" and not (key == "of" and i and keys[i - 1] == "out"):
            continue
        near = [*range(i + 1, min(len(keys) - 1, i + _ROUTE)), *range(i - 1, max(0, i - _ROUTE), -1)]
        to = next((j for j in near if keys[j] in _ARRIVING and _is_place(words, j + 1)), None)
        if to is not None and not _MARKS.intersection(keys[min(i, to) : max(i, to)]):
            found.append(
                (read_phrase(words, range(i + 1, len(words))), read_phrase(words, range(to + 1, len(words))))
            )
            if len(found) == _NEAR:
                break
    return found


def _is_place(words: Words, at: int) -> bool:
    """Whether a place may be named here, and no verb: "to Oslo", "to the coast"."""
    return words.keys[at] in _DETERMINERS or words.tokens[at][0].isupper()


_LEAVING = frozenset(("from", "out"))
_ARRIVING = frozenset(("to", "into"))
_ROUTE = 10  # words between whence and whither


def _read_prepositions(words: Words, prepositions: frozenset[str]) -> dict[str, Side]:
    """What stands under each of some prepositions that a text has once."""
    found: dict[str, Side] = {}
    for i, key in enumerate(words.keys):
        if key in prepositions:
            side = read_phrase(words, range(i + 1, min(len(words), i + 5)))
            found[key] = {} if key in found else side
    return {key: side for key, side in found.items() if side}
