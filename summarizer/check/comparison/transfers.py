"""Who gives what to whom, and who beats whom, in whatever verb: whether a claim turns the two parties round.

"Ann sold the mill to Bo" is "Bo bought it from Ann"; "Bo sold it to Ann" is the contrary. The verbs need not
be the same, as they must for the two sides of one verb (roles), and where the thing is, one party is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from summarizer.check.comparison.roles import find_agent, read_after_comma, read_phrase, read_subject
from summarizer.check.lexicon.function_words import BE_OR_GET, POSSESSIVES
from summarizer.check.lexicon.number_words import CURRENCIES, SCALES, UNITS
from summarizer.check.lexicon.polarity_words import BREAKS, CLAUSE_WORDS, DETERMINERS, JOINTS, NEGATORS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.parties import RELATIVES
from summarizer.check.passage.polarity import Turn

Roots = frozenset[str]


class Transfer(NamedTuple):
    """What changes hands.

    Args:
        at: index of the verb.
        sorts: what it may be: goods, money, a contest.
        giver: roots of who gives, or loses.
        taker: roots of who takes, or wins.
        thing: roots of what is given.
    """

    at: int
    sorts: Roots
    giver: Roots
    taker: Roots
    thing: Roots


def find_turned_transfer(claim: Words, evidence: Words) -> Turn | None:
    """Where a claim has the one give, or lose, who takes, or wins, in its evidence.

    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("Ann Holm bought the mill from Bo Vik.", "Ann Holm will sell the mill to Bo Vik.")
    >>> find_turned_transfer(*(split_words(text, "en") for text in texts))
    Turn(found=2, expected=3)
    """
    if claim.root_set.isdisjoint(_VERBS) or evidence.root_set.isdisjoint(_VERBS):
        return None
    theirs = list(islice(_read_transfers(evidence), _MOST))
    for mine in islice(_read_transfers(claim), _MOST) if theirs else ():
        alike = [t for t in theirs if not t.sorts.isdisjoint(mine.sorts)]
        if any(_is_straight(mine, t) for t in alike):
            continue
        for other in alike:
            if _is_turned(mine, other):
                return Turn(mine.at, other.at)
    return None


def is_same_transfer(claim: Words, evidence: Words, turn: Turn | None = None) -> bool:
    """Whether two verbs that are opposites tell one transfer: "Ann lent it to Bo", "Bo borrowed it".

    `turn`: the two verbs; any where not given.
    """
    if claim.root_set.isdisjoint(_VERBS) or evidence.root_set.isdisjoint(_VERBS):
        return False
    theirs = [t for t in islice(_read_transfers(evidence), _MOST) if turn is None or t.at == turn.expected]
    return any(
        _has_same_parties(mine, other)
        for mine in islice(_read_transfers(claim), _MOST if theirs else 0)
        if turn is None or mine.at == turn.found
        for other in theirs
    )


def _has_same_parties(mine: Transfer, other: Transfer) -> bool:
    """Whether giver and taker are the same, one of whom may be told by a pronoun."""
    parts = [(mine.giver, other.giver), (mine.taker, other.taker)]
    met = [not a.isdisjoint(b) for a, b in parts]
    return any(met) and all(
        m or (a and b and a | b >= _SOMEBODY) for m, (a, b) in zip(met, parts, strict=True)
    )


_MOST = 6  # transfers that are read from a text: time stays linear


def _is_straight(mine: Transfer, other: Transfer) -> bool:
    """Whether somebody has the same part in the same, and nobody another's."""
    parts = [(mine.giver, other.giver), (mine.taker, other.taker)]
    if any(a and b and a.isdisjoint(b) for a, b in parts):
        return False
    return sum(not a.isdisjoint(b) for a, b in (*parts, (mine.thing, other.thing))) > 1


def _is_turned(mine: Transfer, other: Transfer) -> bool:
    """Whether the parties have changed places; one of them only where it is about the same thing."""
    if not (mine.giver.isdisjoint(other.giver) and mine.taker.isdisjoint(other.taker)):
        return False
    giver = mine.giver & other.taker or (_SOMEBODY if mine.giver and other.taker >= _SOMEBODY else _NOBODY)
    taker = mine.taker & other.giver
    return bool(giver and taker) or (bool(giver or taker) and not mine.thing.isdisjoint(other.thing))


def _read_transfers(words: Words) -> Iterator[Transfer]:
    """What changes hands in a text, as far as its verbs tell a party."""
    subject, object_ = _NOBODY, _NOBODY  # of the verb before: "will hand over the mill and receive"
    for at, root in enumerate(words.roots):
        frame = _VERBS.get(root)
        if frame is None or not at < len(words) - 1 or not _is_verb(words, at):
            continue
        near = words.keys[max(0, at - _NEAR) : at]
        if "to" in near:
            near = near[near.index("to") :]  # "is thought to have borrowed"
        passive = is_past(words.keys[at]) and not BE_OR_GET.isdisjoint(near)
        opening = is_past(words.keys[at]) and words.initial[at]  # "Sold to Ann, the mill …"
        before = _read_doer(words, at, opening=opening)
        if not before and words.keys[at - 1] in _GOING_ON:
            before = subject
        subject = before
        if not NEGATORS["en"].isdisjoint(words.keys[max(0, at - _NEAR) : at]):
            continue
        giver, taker, thing = _assign(words, at, frame, before, passive=passive or opening)
        object_ = thing = object_ if words.keys[at + 1] in ("it", "them") else thing
        sorts = _BACK if "back" in words.keys[at + 1 : at + _NEAR] else frame.sorts
        if sorts == _ANY:
            sorts = _MONEY if _read_objects(words, at + 1)[1] else _GOODS
        if giver - taker or taker - giver:
            yield Transfer(at, sorts, giver - taker, taker - giver, thing)


def _is_verb(words: Words, at: int) -> bool:
    lower = words.tokens[at][0].islower() or words.initial[at]
    return lower and words.keys[at - 1] not in _BEFORE_NOUNS and words.keys[at + 1] not in ("-", "of")


def _read_doer(words: Words, at: int, *, opening: bool) -> Roots:
    """What stands before a verb as its subject, or after the comma: "having sold the mill, Ann left"."""
    keys = words.keys
    if opening or (keys[at - 1] == "having" and words.initial[at - 1]):
        return frozenset(read_after_comma(words, at))
    if keys[at].endswith("ing") and BE_OR_GET.isdisjoint(keys[max(0, at - _NEAR) : at]):
        return _NOBODY  # "has not spoken to him since selling it"
    if keys[at - 1] == "to":
        # "The court ordered the firm to pay": the firm pays.
        for verb in range(at - 2, max(0, at - _FAR), -1):
            if words.roots[verb] in _ORDERING or keys[verb] == "told":
                if not BE_OR_GET.isdisjoint(keys[max(0, verb - _NEAR) : verb]):
                    return frozenset(read_subject(words, verb))
                return frozenset(read_phrase(words, range(verb + 1, at - 1)))
            if keys[verb] in _BECOMING and "the" in keys[verb:at]:
                return frozenset(read_subject(words, verb))  # "Ann was the first to win"
            if keys[verb] in BREAKS:
                break
    step = at - 1
    while step > 0 and (keys[step] in _HELPERS or keys[step].endswith("ly")):
        step -= 1
    if keys[step] in RELATIVES:
        last = step - 1 - (keys[step - 1] == ",")
        near = read_phrase(words, range(last, -1, -1))
        link = min(near.values(), default=0) - 1  # "a gallery in Lyon, which"
        over = read_phrase(words, range(link - 1, -1, -1)) if keys[link] in ("in", "of", "at") else {}
        return frozenset(near | over)
    return frozenset(read_subject(words, at))


def _assign(
    words: Words, at: int, frame: Frame, before: Roots, *, passive: bool
) -> tuple[Roots, Roots, Roots]:
    """Who gives, who takes, and what, by a verb and what stands around it."""
    keys = words.keys
    first = at + 1 + (keys[at + 1] in _PARTICLES)
    named, is_sum = _read_objects(words, first)
    other = _read_link(words, first, frame.link)
    by = find_agent(words, at) if passive else None
    agent = frozenset(read_phrase(words, range(by + 1, len(words)))) if by is not None else _NOBODY
    if frame.goes:
        return _NOBODY, other, before
    if "contest" in frame.sorts and not frame.link:
        return (before, agent, _NOBODY) if passive else (named[0] if named else _NOBODY, before, _NOBODY)
    if passive:
        doer, thing = agent, before
        if frame.gives and frame.sorts != _GOODS and named and not other:  # "was awarded the prize"
            other, thing = before, named[0]
    else:
        doer, thing = before, named[-1] if named and not is_sum else _NOBODY
        if frame.gives and not other and named and (len(named) > 1 or frame.pays or is_sum):
            other, thing = named[0], named[1] if len(named) > 1 else _NOBODY
        if frame.gives and keys[first : first + _FAR].count("with") == 1 and len(named) == 1 and not other:
            other, thing = named[0], _read_link(words, first, "with")  # "supplied Bo with flour"
    return (doer, other, thing) if frame.gives else (other, doer, thing)


def _read_objects(words: Words, first: int) -> tuple[list[Roots], bool]:
    """The things named after a verb up to a preposition, and whether a sum comes last: "paid Bo €2m"."""
    found: list[set[str]] = [set()]
    for j in range(first, min(len(words), first + _FAR)):
        key = words.keys[j]
        if key in BREAKS or key in JOINTS or key in CLAUSE_WORDS or key in _PREPOSITIONS:
            break
        if key in DETERMINERS or key in POSSESSIVES or key[0].isdecimal() or key in _AMOUNTS:
            found.append(set())
        elif words.roots[j] and key not in UNITS:
            found[-1].add(words.roots[j])
    return [frozenset(f) for f in found if f], len(found) > 1 and not found[-1]


def _read_link(words: Words, first: int, link: str) -> Roots:
    """Whom a "to" or "from" names behind a verb, in its clause; no verb: "sold it to pay his debts"."""
    if not link:
        return _NOBODY
    for j in range(first, min(len(words) - 1, first + _FAR)):
        key = words.keys[j]
        if key in BREAKS or key in CLAUSE_WORDS or (key in JOINTS and j > first):
            break
        if key == "off" and j > first:
            key = "from"  # "took two points off Ann"
        following = words.keys[j + 1]
        if key == link and following in _PRONOUNS and not (words.keys[j + 2 : j + 3] and words.roots[j + 2]):
            return _SOMEBODY
        if key == link and (
            link != "to"
            or following in DETERMINERS
            or following in POSSESSIVES
            or words.tokens[j + 1][0].isupper()
            or following[0].isdecimal()
            or following.endswith("s")
        ):
            return frozenset(read_phrase(words, range(j + 1, min(len(words), j + _FAR))))
    return _NOBODY


class Frame(NamedTuple):
    """What a verb tells: the sorts, whether its subject gives, and what leads to the other party."""

    sorts: Roots
    gives: bool
    link: str
    pays: bool = False
    goes: bool = False  # whether the thing itself is the subject


_BACK = frozenset(["back"])  # who gives it back has taken it before
_GOODS, _ANY, _MONEY = frozenset(["goods"]), frozenset(["goods", "money"]), frozenset(["money"])
_CONTEST, _PRIZE = frozenset(["contest"]), frozenset(["goods", "contest"])
_FRAMES = (
    (
        "sell resell supply deliver ship export cede lease bequeath surrender auction",
        Frame(_GOODS, True, "to"),
    ),
    (
        "give hand grant award transfer send lend donate offer present provide forward loan pass",
        Frame(_ANY, True, "to"),
    ),
    ("pay compensate bribe remit", Frame(_MONEY, True, "to", pays=True)),
    ("return", Frame(_BACK, True, "to")),
    ("repay refund reimburse", Frame(_BACK, True, "to", pays=True)),
    ("buy acquire purchase import", Frame(_GOODS, False, "from")),
    (
        "receive obtain borrow inherit collect take seize snatch capture wrest regain recover",
        Frame(_ANY, False, "from"),
    ),
    ("win", Frame(_PRIZE, False, "from")),
    ("lose", Frame(_PRIZE, True, "to")),
    (
        "beat defeat overcome overpower outbid thrash trounce rout unseat overtake outscore eliminate topple",
        Frame(_CONTEST, False, ""),
    ),
    ("succumb", Frame(_CONTEST, True, "to")),
    ("go", Frame(_ANY, False, "to", goes=True)),
)
_VERBS = {find_root(verb, "en"): frame for verbs, frame in _FRAMES for verb in verbs.split()}
_NOBODY: Roots = frozenset()
_SOMEBODY: Roots = frozenset(["*"])  # "lost the race to him"
_PRONOUNS = frozenset(list_words("him her them us me"))
_NEAR = 4
_GOING_ON = JOINTS | {"having", ","}  # before a verb with the subject of the last: "won, beating Ann"
_FAR = 14  # words behind a verb among which its parties stand
_PARTICLES = frozenset(list_words("over back out on up down away off"))
_BECOMING = frozenset(list_words("is was are were become becomes became"))
_HELPERS = frozenset(
    list_words(
        "has have had having will would may might could can should must is are was were be been to also then"
    )
)
_BEFORE_NOUNS = frozenset((*DETERMINERS, *POSSESSIVES, *list_words("of in on at by with from for no")))
_AMOUNTS = frozenset((*CURRENCIES, *SCALES["en"]))
_PREPOSITIONS = frozenset(
    list_words(
        "of in on at by from to with for about after before during under over into near against as than"
    )
)
_ORDERING = frozenset(
    find_root(w, "en")
    for w in list_words("order ask require force oblige urge allow permit instruct compel help invite")
)
