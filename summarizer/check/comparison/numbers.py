"""Whether the numbers of a claim stand in its evidence, as they are or as what follows from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile
from typing import NamedTuple

from summarizer.check.comparison.number_places import (
    find_other_event,
    find_other_place,
    find_verb,
    read_clause,
)
from summarizer.check.lexicon.number_words import CARDINALS, FRACTIONS, MONTHS, MULTIPLES, UNITS
from summarizer.check.lexicon.senses import Relation, compare_senses
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.numbers import Day, Number, is_part

_SOME = 5  # numbers up to this may be counted off a list of names: "the two leaders"


_NOTHING = Words("", "", [], [])


class Difference(NamedTuple):
    """A number of the claim that its evidence does not have; `expected` is what it has instead."""

    found: Number
    expected: Number | None
    why: str  # "value", "leaning", "unit", "rate", "role", "place", "date"


def compare_numbers(
    claim: Sequence[Number],
    evidence: Sequence[Number],
    *,
    elsewhere: Callable[[], Iterable[Number]] = tuple,
    today: date | None = None,
    words: tuple[Words, Words] | None = None,
) -> tuple[list[Difference], list[Number]]:
    """The numbers of a claim that its evidence contradicts, and those where nothing can be told.

    Args:
        claim: its numbers.
        evidence: those of the passage it cites.
        elsewhere: gives those of the rest of the article, for dates that only an earlier sentence gives.
        today: the article's date, for weekdays and "last year".
        words: those of the claim and of the evidence, for "in total", "more" and what stands beside a number.
    """
    mine, others = words or (_NOTHING, _NOTHING)
    cues, theirs = mine.key_set, others.key_set
    differences: list[Difference] = []
    unsure: list[Number] = []
    for number in claim:
        if number.implicit:
            if step := _find_other_step(number, evidence, mine, others):
                differences.append(Difference(number, step, "value"))
            elif turned := _find_turned_leaning(number, evidence, mine):
                differences.append(Difference(number, turned, "leaning"))
            continue
        if number.kind == "date":
            outcome = _compare_day(number, evidence, elsewhere, today, words)
            if isinstance(outcome, Difference) and _is_days_on(outcome, evidence, others, today):
                outcome = None
            if isinstance(outcome, Difference) and _is_the_year(number, others):
                outcome = None  # "this year" for "its target for the year"
            if isinstance(outcome, Difference) and _is_in_row(number, evidence, others):
                outcome = None  # "in June" for "a third straight month in August"
            if isinstance(outcome, Difference) and _is_month_beside(outcome, mine, others):
                outcome = None
            if isinstance(outcome, Difference) and number.day and number.day.month and "quarter" in theirs:
                outcome = None  # "from July to September" for "in the third quarter"
            if outcome is number and words:
                other = find_other_event(
                    number, claim, evidence, words, lambda a, b: bool(_is_same_date(a, b, today))
                )
                outcome = Difference(number, other, "place") if other else outcome
        else:
            outcome = _compare_value(number, claim, evidence, today, mine, others)
            if isinstance(outcome, Difference) and _may_follow(outcome, claim, evidence, mine, others):
                outcome = None
            elif outcome is number and (exchanged := _find_neighbour(number, claim, evidence, mine, others)):
                outcome = Difference(number, exchanged, "place")
            if outcome is number and words and number.kind not in ("year", "ordinal", "clock"):
                other = find_other_place(number, claim, evidence, words, _equal)
                outcome = Difference(number, other, "place") if other else outcome
            if number.kind == "year" and number.value % 10 <= 1 and "decade" in theirs:
                outcome = None  # "since the beginning of the decade"
            if number.kind == "year" and "before" in cues and "end" in theirs and _follows(number, evidence):
                outcome = None  # "before 2028" for "by the end of 2027"
            if isinstance(outcome, Difference) and _stands_in(outcome, elsewhere()):
                outcome = None  # the article has it elsewhere
        if isinstance(outcome, Difference):
            differences.append(outcome)
        elif outcome is None:
            unsure.append(number)
    if not differences and (moved := _find_moved_date(claim, evidence, today)):
        differences.append(moved)
    if not differences and words and (score := _find_other_score(claim, evidence, words)):
        differences.append(score)
    return differences, unsure


def _find_other_score(
    claim: Sequence[Number], evidence: Sequence[Number], texts: tuple[Words, Words]
) -> Difference | None:
    """One of several scores of a claim that the evidence does not have, though each half of it: "7-6"."""
    mine, theirs = (_list_scores(ns, words) for ns, words in zip((claim, evidence), texts, strict=True))
    if len(mine) != len(theirs) or len(mine) < _SETS:
        return None
    for score in mine:
        told = next((o for o in theirs if {o[0].value, o[1].value} == {score[0].value, score[1].value}), None)
        if told is None:
            pairs = zip(score, theirs[0], strict=True)
            return next(Difference(a, b, "value") for a, b in pairs if a.value != b.value)
        theirs.remove(told)
    return None


def _list_scores(numbers: Sequence[Number], words: Words) -> list[tuple[Number, Number]]:
    return [
        (a, b)
        for a, b in pairwise(numbers)
        if _is_in_score(a, words) and _is_in_score(b, words) and words.keys[a.last + 1 : b.first] in _DASHES
    ]


_DASHES = (["-"], ["–"])
_SETS = 2  # scores from which a text tells them set by set


def _find_other_step(number: Number, evidence: Sequence[Number], mine: Words, theirs: Words) -> Number | None:
    """The other span by which something is told to be earlier or later: "a year" for "a week earlier"."""
    way = mine.keys[number.last + 1 : number.last + 2]
    if way not in _STEPS:
        return None
    steps = [o for o in evidence if o.kind == "time"]
    same_way = [o for o in steps if theirs.keys[o.last + 1 : o.last + 2] == way]
    return same_way[0] if same_way and not any(_near(number.value, o.value, 0.1) for o in steps) else None


def _find_turned_leaning(number: Number, evidence: Sequence[Number], mine: Words) -> Number | None:
    """The same span of time that leans the other way: "over an hour" for "less than an hour"."""
    before = mine.keys[max(0, number.first - 1)]
    lean = number.lean or (1 if before == "over" else -1 if before == "under" else 0)
    same = [o for o in evidence if o.kind == "time" and _same(o.value, number.value)]
    return same[0] if lean and same and all(o.lean == -lean for o in same) else None


_STEPS = (["earlier"], ["later"], ["ago"], ["before"], ["after"], ["afterwards"])


def _may_follow(
    difference: Difference, claim: Sequence[Number], evidence: Sequence[Number], mine: Words, theirs: Words
) -> bool:
    """Whether a number that the evidence does not have may follow from what it has."""
    number, expected, why = difference
    if why == "role":
        # "Growth of 1.7 percent" is growing by it.
        if expected and _LEVELS & {*pairwise(theirs.keys[expected.last + 1 :])}:
            return True  # "prices rose by 2.1 percent, down from 2.4": the level of a rate
        pair = {number.role, expected.role} if expected else set()
        if number.kind == "share" and _same(number.value, 0.5):
            return True  # what is cut by half is cut to half
        return "by" in pair and bool(_CHANGES & (theirs.key_set ^ mine.key_set))
    if why == "leaning":
        # Who loses unless it is at least 4 percent loses below that.
        return _follows_unless(number, mine) != bool(expected and _follows_unless(expected, theirs))
    if why != "value" or _is_in_score(number, mine):
        return False
    return (
        any(
            _is_other_form(number, o, mine.key_set, theirs.key_set) and not _is_nearer(expected, number, o)
            for o in evidence
        )
        or _is_odds(number, evidence, theirs)
        or _is_left_of(number, evidence, theirs)
        or _is_counted_off(number, expected, mine, theirs)
        or _is_joined(number, evidence, mine, theirs)
        or _is_named_already(number, expected, claim)
        or (expected is not None and _is_bounded(number, expected, mine))
        or (
            expected is not None
            and "multiple" in (number.kind, expected.kind)
            and _is_turned_round(difference, mine, theirs)
        )
    )


def _follows_unless(number: Number, words: Words) -> bool:
    return "unless" in words.keys[max(0, number.first - 2 * _NEXT_TO) : number.first]


_CHANGES = frozenset(list_words("growth expansion contraction inflation shrinkage depreciation"))


_LEVELS = frozenset((("down", "from"), ("up", "from"), ("compared", "with"), ("unchanged", "from")))
_OTHERS = frozenset(list_words("sibling siblings brothers sisters other others rivals competitors"))
_TURNING = frozenset(("turn", "turns", "turning"))
_SHORTLY = frozenset(list_words("short shy before nearly almost soon birthday turns turned would"))


def _is_other_form(number: Number, other: Number, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a number is told in another form: "six strikes" for "the sixth", an age by a birthday."""
    if number.kind == "count" and number.value == 1 and "single" in mine and "same" in theirs:
        return True  # "all by a single gang" for "all by the same gang"
    if number.kind in ("count", "time", "ordinal") and "birthday" in theirs and other.kind == "ordinal":
        return number.raw == other.value - 1 or (number.raw == other.value and not _SHORTLY.isdisjoint(mine))
    if number.kind == other.kind == "count" and number.raw == other.raw - 1:
        # 39 for "turns 40 next month", four siblings for "one of five children"
        return not (_TURNING.isdisjoint(theirs) and _OTHERS.isdisjoint(mine))
    if other.kind == "ordinal" and number.kind in ("count", "times"):
        return number.value == other.value  # "five cuts", "cut five times", for "the fifth cut"
    if number.kind == "ordinal" and other.kind == "count":
        return number.value == other.value
    if number.kind == other.kind == "time" and not _is_same_unit(number, other):
        return _near(number.value, other.value, 0.1) and not (number.lean and other.lean)
    if number.kind == "year" and other.kind == "ordinal" and "century" in theirs:
        return 100 * (other.value - 1) <= number.value < 100 * other.value
    return False


def _is_nearer(expected: Number | None, number: Number, other: Number) -> bool:
    """Whether a number of the same kind is more of the same thing than one of another kind."""
    if expected is None or expected.kind != number.kind or other.kind == number.kind:
        return False
    return len(number.context & expected.context) > len(number.context & other.context)


def _is_odds(number: Number, evidence: Sequence[Number], theirs: Words) -> bool:
    """Whether a share is that of "nine to one"."""
    if number.kind != "share":
        return False
    return any(
        a.kind == b.kind == "count"
        and theirs.keys[a.last + 1 : b.first] in _AGAINST
        and any(_near(number.value, part.value / (a.value + b.value), 0.015) for part in (a, b))
        for a, b in pairwise(evidence)
        if a.value + b.value
    )


_AGAINST = (["to"], ["-"], ["–"], ["against"], ["votes", "to"], ["for", "and"], ["in", "favour", "and"])


def _is_left_of(number: Number, evidence: Sequence[Number], theirs: Words) -> bool:
    """Whether a number is what "three of the 18" leaves: fifteen."""
    pairs = [(a, b) for a, b in pairwise(evidence) if a.kind == b.kind == number.kind == "count"]
    if any(
        theirs.keys[a.last + 1 : b.first] in _AGAINST
        and number.value in (a.value + b.value, abs(a.value - b.value))
        for a, b in pairs
    ):
        return True  # "nine judges", or "a single vote", for "by five to four"
    for whole in evidence:
        before = [
            k for k in theirs.keys[max(0, whole.first - 3) : whole.first] if k not in ("the", "its", "his")
        ]
        if before[-2:] in (["one", "of"], ["but", "one"]) and _same(whole.value - 1, number.value):
            return True  # "reached four of the five" for "missed one of the five"
    if any(
        theirs.keys[max(0, whole.first - 2) : whole.first][:1] == ["of"]
        and part.first - whole.last <= 2 * _NEXT_TO
        and _same(whole.value - part.value, number.value)
        for whole, part in pairs
    ):
        return True  # "of the nine members, two"
    return any(
        part.kind == whole.kind == number.kind == "count"
        and "of" in theirs.keys[part.last + 1 : whole.first][:2]
        and whole.first - part.last <= _NEXT_TO
        and _same(whole.value - part.value, number.value)
        for part, whole in pairwise(evidence)
    )


_NEXT_TO = 6  # words from "three" to "18" in "three of the resort's 18 lifts"


def _is_counted_off(number: Number, expected: Number | None, mine: Words, theirs: Words) -> bool:
    """Whether a small number may count what is told one by one, since the other measures something else."""
    if not number.word or number.kind != "count" or number.raw > _SOME or expected is None:
        return False
    if number.raw == 2 and not _BOTH.isdisjoint(theirs.key_set):
        return True  # "the two sides" for "both delegations"
    if mine.keys[number.last + 1 : number.last + 2] in (["to"], ["-"], ["votes"], ["goals"]):
        return False
    noun = next((r for r in mine.roots[number.last + 1 : number.last + 4] if r), "")
    if any(k in _ONE and r == noun for k, r in zip(theirs.keys, theirs.roots[1:], strict=False)):
        return number.raw == 1  # "two seasons" is none for "a season"
    if expected.kind == "year":
        return True
    return (
        not expected.word and expected.raw > _LARGER * number.raw and not (number.context & expected.context)
    )


def _is_joined(number: Number, evidence: Sequence[Number], mine: Words, theirs: Words) -> bool:
    """Whether a number counts what the evidence joins: "five people" for "two men and three women"."""
    if number.kind != "count" or "and" not in theirs.key_set:
        return False
    counted = {r for r in mine.roots[number.last + 1 : number.last + 4] if r}
    for place, one in enumerate(evidence):
        if one.kind != "count":
            continue
        if theirs.keys[one.first - 1 : one.first] == ["and"] and _same(one.value + 1, number.value):
            before = theirs.keys[max(0, one.first - _NEXT_TO) : one.first - 1]
            joint = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _JOINTS), -1)
            phrase = before[joint + 1 :]
            if not {"a", "an"}.isdisjoint(phrase[:-1]) and theirs.roots[one.first - 2] not in {"", *counted}:
                return True  # "a coach and four players"
        if theirs.keys[one.last + 1 : one.last + 2] in (["other"], ["others"]):
            if _same(one.value + _count_before(theirs, one), number.value):
                return True  # "three judges" for "Ruiz and two other judges"
            continue
        behind = range(one.last + 2, min(len(theirs), one.last + _NEXT_TO))
        joint = next((i for i in behind if theirs.keys[i] in _JOINTS), 0)
        if not joint or theirs.keys[joint] != "and" or theirs.roots[joint - 1] in {"", *counted}:
            continue
        other = next((o for o in evidence[place + 1 :] if o.first == joint + 1 and o.kind == "count"), None)
        more = other.value if other else int(not _ARTICLES.isdisjoint(theirs.keys[joint + 1 : joint + 2]))
        if more and _same(one.value + more, number.value):
            return True
    return False


def _count_before(words: Words, number: Number) -> int:
    """How many names are listed before "and two others"."""
    at = number.first - 1
    if at < 1 or words.keys[at] != "and":
        return 0
    listed = 1
    while at and (words.tokens[at - 1][0].isupper() or words.keys[at - 1] == ","):
        at -= 1
        listed += words.keys[at] == ","
    return listed


_JOINTS = frozenset(list_words("and , ; : . but or while"))
_ARTICLES = frozenset(list_words("a an one the his her its their another"))


def _is_named_already(number: Number, expected: Number | None, claim: Sequence[Number]) -> bool:
    """Whether a small number stands beside the one in whose place it would be: "400 homes in two regions"."""
    if expected is None or not number.word or number.raw > _SOME:
        return False
    if not number.kind == expected.kind == "count" or not number.context.isdisjoint(expected.context):
        return False
    return any(c is not number and _equal(c, expected) for c in claim)


def _is_bounded(number: Number, expected: Number, mine: Words) -> bool:
    """Whether a bound in another unit holds: "within half an hour" for 20 minutes."""
    if number.kind != "time" or expected.kind != "time" or _is_same_unit(number, expected):
        return False
    within = mine.keys[max(0, number.first - 1) : number.first] in (["within"], ["inside"], ["under"])
    return within and number.value / 2 <= expected.value < number.value


_ONE = frozenset(("a", "an", "one", "single", "another"))
_BOTH = frozenset(("both", "pair", "couple"))
_LARGER = 5  # how many times larger a number is than one in whose place it cannot stand


def _is_turned_round(difference: Difference, mine: Words, theirs: Words) -> bool:
    """Whether "A is half of B" stands for "B is twice A": what precedes the one follows the other."""
    found, expected, _ = difference
    if expected is None:
        return False
    before, after = (set(r) - {""} for r in (mine.roots[: found.first], mine.roots[found.last + 1 :]))
    earlier, later = (
        set(r) - {""} for r in (theirs.roots[: expected.first], theirs.roots[expected.last + 1 :])
    )
    straight = len(before & earlier) + len(after & later)
    return len(before & later) + len(after & earlier) > straight


def _find_neighbour(
    number: Number, claim: Sequence[Number], evidence: Sequence[Number], mine: Words, theirs: Words
) -> Number | None:
    """The number of the evidence that has the word beside it which a claim has beside another number.

    "Ended 11 percent lower" for "fell 11 percent, to end 2 percent lower"; or "all but nine" for "nine".
    """
    equal = [o for o in evidence if o.kind == number.kind and _equal(number, o)]
    if not equal or number.kind == "ordinal":
        return None
    if _is_exception(number, mine) != any(_is_exception(o, theirs) for o in equal):
        told, left = _read_told(mine, number)
        other_told, other_left = _read_told(theirs, equal[0])
        return equal[0] if left == other_left and told & other_told else None
    beside = mine.keys[number.last + 1 : number.last + 2]
    if (
        not beside
        or beside[0] not in _BESIDE
        or any(theirs.keys[o.last + 1 : o.last + 2] == beside for o in equal)
    ):
        return None
    return next(
        (
            o
            for o in evidence
            if o.kind == number.kind
            and theirs.keys[o.last + 1 : o.last + 2] == beside
            and not any(_equal(c, o) for c in claim)
        ),
        None,
    )


def _read_told(words: Words, number: Number) -> tuple[set[str], bool]:
    """What is said of a number in its clause, as roots, and whether that is denied or said of the rest.

    Past forms near it say so, and the word before it: "open" in "to open three of the seven crossings".
    """
    first = number.first - (2 if _is_exception(number, words) else 0)
    low, high = first, number.last + 1
    while low and first - low < 2 * _NEXT_TO and words.keys[low - 1] not in _CLAUSE_ENDS:
        low -= 1
    while high < len(words) and high - number.last < 2 * _NEXT_TO and words.keys[high] not in _CLAUSE_ENDS:
        high += 1
    before = next((words.roots[i] for i in range(first - 1, low - 1, -1) if words.roots[i]), "")
    told = {before} | {words.roots[i] for i in range(low, high) if is_past(words.keys[i])}
    return told - {""}, not _LEFT.isdisjoint(words.keys[low:first] + words.keys[number.last + 1 : high])


_CLAUSE_ENDS = frozenset(list_words(", ; : . and but while who which"))
_BESIDE = frozenset(
    list_words("behind ahead lower higher up down less more fewer ago later earlier below above off")
)


def _is_exception(number: Number, words: Words) -> bool:
    """Whether a number is what "all but nine" leaves out."""
    return words.keys[max(0, number.first - 2) : number.first] in _EXCEPTIONS


_EXCEPTIONS = (["all", "but"], ["everyone", "but"], ["everybody", "but"], ["all", "except"])


def _is_days_on(
    difference: Difference, evidence: Sequence[Number], theirs: Words, today: date | None
) -> bool:
    """Whether a day is that of the evidence some days on: "the next day" after Saturday is Sunday."""
    day, other = difference.found.day, difference.expected.day if difference.expected else None
    if day is None or other is None:
        return False
    keys = theirs.keys
    spans = {round(o.value) * way for o in evidence if o.kind == "time" and (way := _read_step(theirs, o))}
    if spans and day.day and (day.month or 0):
        year = day.year or other.year or (today.year if today else _ANY_YEAR)
        mine = find_days(day._replace(year=year), today)
        theirs_days = find_days(other._replace(year=other.year or year) if other.day else other, today)
        return any(a - b in spans for a in mine for b in theirs_days)
    if day.weekday is None or other.weekday is None:
        return False
    steps = spans | {
        1 - int(o.value) for o in evidence if o.kind == "ordinal" and keys[o.last + 1 : o.last + 2] == ["day"]
    }
    steps |= {int(o.raw) for o in evidence if o.kind == "time" and o.role == "by" and _same(o.value, o.raw)}
    for at, key in enumerate(keys[:-1]):
        if keys[at + 1] in _DAYTIMES and key in ("next", "following", "previous", "preceding"):
            steps.add(1 if key in ("next", "following") else -1)
        if keys[at + 1] in ("later", "earlier") and key in ("day", "days"):
            count = next((int(o.raw) for o in evidence if o.kind == "time" and o.last == at), 1)
            steps.add(count if keys[at + 1] == "later" else -count)
    return any((day.weekday - other.weekday - step) % 7 == 0 for step in steps)


def _read_step(words: Words, span: Number) -> int:
    """Which way a span leads from a day: +1 "two days later", -1 "two days after the vote"; else 0."""
    key, behind = (*words.keys[span.last + 1 : span.last + 3], "", "")[:2]
    if key in _ONWARDS:
        return -1 if key == "after" and behind[:1].isalnum() and behind not in _THAT_DAY else 1
    if key in _BACKWARDS:
        return 1 if key == "before" and behind[:1].isalnum() and behind not in _THAT_DAY else -1
    return 0


_THAT_DAY = frozenset(("that", "which", "this", "and", "but"))
_ANY_YEAR = 2025  # for days of a month where no text tells the year
# What makes a span of time a date: "eight days later", "a week on Monday".
_ONWARDS = frozenset(("later", "after", "afterwards", "on"))
_BACKWARDS = frozenset(("earlier", "before"))
_DAYTIMES = frozenset(list_words("day morning afternoon evening night"))


def _is_the_year(number: Number, theirs: Words) -> bool:
    """Whether a claim has "this year" where the evidence has "the year", beside another one."""
    if number.day is None or number.day.years != 0:
        return False
    return any(
        a in ("the", "full", "current", "-") and b == "year" and c not in ("before", "earlier", "to", "ago")
        for a, b, c in zip(theirs.keys, theirs.keys[1:], (*theirs.keys[2:], ""), strict=False)
    )


def _is_in_row(number: Number, evidence: Sequence[Number], theirs: Words) -> bool:
    """Whether a month is one of those that "a third straight month in August" counts, or "the months to"."""
    if number.day is None or not number.day.month or number.day.day:
        return False
    if _IN_ROW.isdisjoint(theirs.key_set) and not any(
        o.kind == "time" and theirs.keys[o.last : o.last + 2] in _MONTHS_TO for o in evidence
    ):
        return False
    counts = [int(o.raw or o.value) for o in evidence if o.kind in ("ordinal", "time", "count")]
    months = [o.day.month for o in evidence if o.day and o.day.month]
    return any(0 < (month - number.day.month) % 12 < count for month in months for count in counts)


_MONTHS_TO = tuple(["months", way] for way in ("to", "through", "until", "ending", "ended"))


def _is_month_beside(difference: Difference, mine: Words, theirs: Words) -> bool:
    """Whether a month is the one beside the evidence's: "July" for "August … the month before".

    Likewise "before April" for "by the end of March".
    """
    day, other = difference.found.day, difference.expected.day if difference.expected else None
    if not day or not other or not day.month or not other.month or day.day:
        return False
    step = (day.month - other.month + 6) % 12 - 6
    before = mine.keys[max(0, difference.found.first - 1) : difference.found.first]
    if step == 1 and before == ["before"] and "end" in theirs.key_set:
        return True
    return any(
        (a in _PREVIOUS and b == "month") or (a == "month" and b in _PREVIOUS)
        if step == -1
        else step == 1 and (a, b) in (("next", "month"), ("following", "month"), ("month", "later"))
        for a, b in pairwise(theirs.keys)
    )


_PREVIOUS = frozenset(("previous", "preceding", "before", "earlier", "prior", "last"))
_IN_ROW = frozenset(list_words("straight consecutive successive running row"))


def _follows(year: Number, evidence: Sequence[Number]) -> bool:
    """Whether a year is the one after a year of the evidence."""
    return any(
        year.value - 1 == (o.day.year if o.day else o.value) for o in evidence if o.kind in ("year", "date")
    )


def _find_moved_date(
    claim: Sequence[Number], evidence: Sequence[Number], today: date | None
) -> Difference | None:
    """A number given for the date of another: "2.1 percent in February" where that was March's."""
    values = [n for n in claim if n.kind not in ("date", "year", "ordinal") and not n.implicit]
    dates = [n for n in claim if n.kind in ("date", "year")]
    if len(values) != 1 or len(dates) != 1:
        return None
    tied = [(n, evidence[n.when]) for n in evidence if n.when is not None and n.kind == values[0].kind]
    own = [when for n, when in tied if _equal(values[0], n)]
    others = [n for n, when in tied if not _equal(values[0], n) and _is_same_date(dates[0], when, today)]
    if len(own) == 1 and others and _is_same_date(dates[0], own[0], today) is False:
        return Difference(values[0], others[0], "place")
    return None


def _is_same_date(a: Number, b: Number, today: date | None) -> bool | None:
    one, other = (n.day or Day(year=int(n.value)) for n in (a, b))
    return match_days(one, other, today)


def _stands_in(difference: Difference, others: Iterable[Number]) -> bool:
    """Whether the rest of the article has a number; where the cited text has a rival, of the same thing."""
    number, rival, why = difference
    enough = 0 if rival is None else _SAME_THING if number.context & rival.context else 1
    return any(
        _alike(number, o)
        and _equal(number, o)
        and not _leans_away(number, o)
        and len(number.context & o.context) >= enough
        and (why not in ("role", "rate") or (o.role, o.rate) == (number.role, number.rate))
        for o in others
    )


_SAME_THING = 2  # words around two numbers that must be the same for them to count the same thing


def _same(a: float, b: float) -> bool:
    return a == b or abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def _near(a: float, b: float, share: float) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))


_PLAIN = frozenset(("count", "year"))
_HALF_DAY = 720  # minutes


def _alike(a: Number, b: Number) -> bool:
    """Whether two numbers measure the same sort of thing, so that one can be set against the other."""
    if a.kind == b.kind:
        return True
    return a.kind in _PLAIN and b.kind in _PLAIN


def _equal(claim: Number, evidence: Number) -> bool:
    """Whether the two have the same value, whatever their leanings."""
    if claim.kind == evidence.kind:
        if claim.vague != evidence.vague:
            low, high = (claim, evidence) if claim.vague else (evidence, claim)
            return low.value <= high.value < low.value * 1000
        if claim.kind == "share" and claim.word != evidence.word:
            # "a third" for 33 or 33.3 percent
            return abs(claim.value - evidence.value) < (0.0075 if not _same(claim.value * 2, 1) else 1e-6)
        if claim.kind in ("time", "length", "mass", "area", "power", "volume", "temperature"):
            return _near(claim.value, evidence.value, 0.02 if not _same(claim.raw, evidence.raw) else 1e-6)
        if claim.kind == "clock" and claim.word != evidence.word:
            return abs(claim.value - evidence.value) in (0, _HALF_DAY)  # "a quarter to four" for 3.45 p.m.
        return _same(claim.value, evidence.value) or _is_rounded(claim, evidence)
    kinds = {claim.kind, evidence.kind}
    if kinds <= _PLAIN:
        return _same(claim.value, evidence.value)
    if kinds & {"count"}:
        # A unit is said on one side only: "45" for "45 years old", "6 million" for "$6 million".
        other = claim if evidence.kind == "count" else evidence
        if other.kind == "clock":
            hour = claim.raw if other is evidence else evidence.raw
            return other.value in (hour * 60, hour * 60 + 720)
        if (
            other.kind == "share"
            and _BALLOT & (claim.context | evidence.context)
            and _same(claim.raw, evidence.raw)
        ):
            return True  # "54 to 46" for "54 percent"
        if other.kind in ("share", "point", "ordinal", "multiple"):
            return other.kind in ("point", "multiple") and _same(claim.raw, evidence.raw)
        return _same(claim.raw * _scale_of(claim), evidence.raw * _scale_of(evidence))
    if kinds == {"share", "multiple"}:
        share, multiple = (claim, evidence) if claim.kind == "share" else (evidence, claim)
        return _same(share.value, multiple.value) or _same(share.value + 1, multiple.value)
    return False


def _scale_of(number: Number) -> float:
    return number.value / number.raw if number.kind == "count" and number.raw else 1.0


def _is_rounded(claim: Number, evidence: Number) -> bool:
    """Whether the claim has the evidence's number with at least two digits and within half a percent."""
    if claim.vague or claim.kind in ("ordinal", "year", "clock", "multiple") or abs(claim.value) < 10:
        return False
    digits = f"{claim.value:.0f}".rstrip("0")
    return len(digits) >= 2 and claim.value >= 1000 and _near(claim.value, evidence.value, 0.005)


def _is_next(claim: Number, evidence: Number) -> bool:
    """Whether "up to nine" is said for "fewer than ten", or "at least eleven" for "more than ten"."""
    if not (claim.lean and claim.lean == evidence.lean and _alike(claim, evidence)) or claim.kind != "count":
        return False
    return claim.value - evidence.value == evidence.lean and abs(claim.value) < _SMALL


_SMALL = 100  # counts below which "fewer than ten" is heard as "up to nine"


def _fits(claim: Number, evidence: Number, *, alone: bool) -> bool:
    """Whether a rounding with a leaning fits: "almost 400" for 397, "more than 6 million" for 6.2.

    `alone`: the evidence has no other number of the sort, so that it may call what it counts by another word.
    """
    if claim.lean is None or not _alike(claim, evidence) or evidence.vague or claim.vague:
        return False
    if evidence.lean and (
        evidence.lean != claim.lean or claim.kind != "time" or _is_same_unit(claim, evidence)
    ):
        return False  # "over two months" for "at least nine weeks"
    if not _near(claim.value, evidence.value, 0.2):
        return False
    apart = claim.context and evidence.context and not claim.context & evidence.context
    if claim.lean and apart and not _near(claim.value, evidence.value, 0.12 if alone else 0.02):
        return False
    if claim.lean > 0:
        return evidence.value > claim.value
    if claim.lean < 0:
        return evidence.value < claim.value
    return _near(claim.value, evidence.value, 0.1)


def _is_same_unit(a: Number, b: Number) -> bool:
    """Whether two durations are told in one unit: both in weeks."""
    return not a.raw or not b.raw or _same(a.value / a.raw, b.value / b.raw)


def _compare_value(  # noqa: PLR0917  # what both texts say around the number decides
    number: Number,
    claim: Sequence[Number],
    evidence: Sequence[Number],
    today: date | None,
    words: Words,
    others: Words,
) -> Difference | Number | None:
    """A Difference, the number itself where all is well, or None where that cannot be told."""
    cues, theirs = words.key_set, others.key_set
    equal = [
        o
        for o in evidence
        if o.kind != "date"
        and _equal(number, o)
        and not (number.kind == "times" and _is_in_score(o, others))
        and not (o.kind in _MEASURES and number.kind == "count" and _counts_other(number, o, words, others))
    ]
    if equal:
        return _compare_equal(number, equal, claim, evidence, (words, others)) or number
    if instead := _find_level(number, evidence) or _find_same_part(number, evidence, words, others):
        return Difference(number, instead, "place")
    if number.kind == "ordinal" and (other := _find_other_ordinal(number, claim, evidence, words, others)):
        return Difference(number, other, "value")
    if number.kind == "multiple" and _is_put_before(number, words, others):
        return Difference(number, None, "value")
    free = [o for o in evidence if not any(c is not number and _equal(c, o) for c in claim)]
    alone = sum(_alike(number, other) for other in evidence) == 1
    if any(_fits(number, other, alone=alone) or _is_next(number, other) for other in free):
        return number
    if any(o.rate and _is_total(number, o, evidence) for o in evidence):
        return None
    if any(_is_metre(number, other) or _is_metre(other, number) for other in evidence):
        return None
    if number.kind == "year" and today:
        for other in evidence:
            if other.day and other.day.years is not None and today.year + other.day.years != number.value:
                return Difference(number, other, "date")
    if number.kind == "year" and _year_is_told(number, evidence, today):
        return number
    if number.kind == "time" and number.role == "by" and (gap := _find_other_gap(number, evidence)):
        return Difference(number, gap, "value")  # "by ten years" for "from 2030 to 2035"
    if number.kind == "time" and (span := _find_other_span(number, claim, evidence, (words, others))):
        return Difference(number, span, "value")
    if today is None and number.kind in ("year", "time") and _needs_today(number, claim, evidence):
        return None
    if number.kind == "time" and _age_is_told(number, evidence, today):
        return number
    alike = [o for o in evidence if _alike(number, o)]
    if number.kind == "frequency":
        rivals = [o for o in alike if o.context & number.context]
        return Difference(number, rivals[0], "value") if rivals else None
    # A number that differs in unit alone: "3 percent" for "3 percentage points", euros for dollars.
    for other in evidence:
        if (
            not _alike(number, other)
            and other.kind != "date"
            and _same(number.raw, other.raw)
            and not other.vague
        ):
            if {number.kind, other.kind} & {"ordinal", "multiple"}:
                continue  # "twice as much" has nothing to do with "two weeks"
            if (
                (number.kind, other.kind) == ("share", "count")
                and any(o.kind == "share" for o in evidence)
                and (not _find_counted(others, other) or any(o.first == other.last + 1 for o in evidence))
            ):
                return None  # "18 percent, more than double the overall rate of 8.5"
            if {number.kind, other.kind} == {"share", "count"} and not _VOTING.isdisjoint(cues | theirs):
                return number  # "54 to 46" for "54 percent to 46"
            return Difference(number, other, "unit")
    if number.kind == "share" and _same(number.value, 0.5) and not _MAJORITY.isdisjoint(theirs):
        return None  # "more than half" for "a majority"
    if (
        number.kind == "share"
        and bool(_DENIALS & cues) != bool(_DENIALS & theirs)
        and any(o.kind == "share" and abs(number.value + o.value - 1) < 0.01 for o in evidence)
    ):
        return None  # "four in five do not" for "one in five does"
    if number.kind == "share" and any(
        o.kind == "share" and o.lean and o.lean == -(number.lean or 0) and _same_to(number.value + o.value, 1)
        for o in evidence
    ):
        return None  # "more than 80 percent failed" for "fewer than one in five passed"
    if _is_told_otherwise(number, evidence, cues, theirs):
        return None
    if number.kind in ("time", "ordinal"):
        pair = {number.kind, "time", "ordinal"} - {number.kind}
        if any(o.kind in pair and (o.raw or o.value) == (number.raw or number.value) for o in evidence):
            return None  # "six-week-old" for "in its sixth week"
    for other in evidence:
        if (
            "multiple" in (other.kind, number.kind)
            and {other.kind, number.kind} <= {"share", "multiple"}
            and _same(number.value * other.value, 1)
        ):
            if (
                others.keys[other.last + 1 : other.last + 2]
                == ["that"]
                != words.keys[number.last + 1 : number.last + 2]
            ):
                return None  # "twice what was expected" for "had been expected to bring half that"
            return Difference(number, other, "value")  # "half as much" for "twice as much"
    if not _is_in_score(number, words):
        if any(_is_rest(number, c, evidence) for c in claim if c is not number):
            return None
        if _is_derived(number, evidence, cues, others) or _is_told_by(number, evidence, cues, others):
            return None
    own = frozenset(words.keys[: number.first] + words.keys[number.last + 1 :])  # without "less than"
    if (
        number.kind == "share"
        and _FEWER.isdisjoint(own)
        and not _FEWER.isdisjoint(theirs)
        and any(
            o.kind == "share"
            and (abs(number.value + o.value - 1) < 0.01 or (number.lean and _comes_to(number, 1 - o.value)))
            for o in evidence
        )
    ):
        return None  # "two thirds of the usual water" for "a third less"
    if number.kind == "share" or not number.context:
        pass
    elif (
        number.word
        and number.raw <= _SOME
        and not {"all", "both"}.isdisjoint(cues)
        and all(not (o.context & number.context) for o in alike)
    ):
        return None  # "all three people" for "the pilot and two passengers"
    if number.kind == "ordinal":
        rivals = [
            o
            for o in alike
            if (
                o.context & number.context
                or not (o.context and number.context)
                or _counts_times(number, o, words, others)
            )
            and not any(c is not number and _equal(c, o) for c in claim)
        ]
        return Difference(number, rivals[0], "value") if rivals else None
    if not alike and (number.kind == "multiple" or (number.kind == "times" and number.value == 1)):
        return None
    if number.word and not alike and number.kind in ("count", "time") and number.raw <= _SOME:
        for other in evidence:
            if other.kind == "ordinal" and other.context & number.context and other.value != number.value:
                return Difference(number, other, "value")  # "five floods" for "the fourth flood"
        if number.raw > 1 and _is_single(number, words, others):
            return Difference(number, None, "value")  # "two nights" for "in a night"
        return None  # counted off a list, or a period said in another way: "quarter" for "three months"
    return Difference(number, _pick_rival(number, claim, alike), "value")


def _compare_equal(
    number: Number,
    equal: Sequence[Number],
    claim: Sequence[Number],
    evidence: Sequence[Number],
    texts: tuple[Words, Words],
) -> Difference | None:
    """A Difference where the evidence has the value, but with another leaning, role, rate or place."""
    words, others = texts
    leanings = [o for o in equal if not _leans_away(number, o)]
    if not leanings:
        return Difference(number, equal[0], "leaning")
    roles = [
        o
        for o in leanings
        if not number.role or not o.role or o.role == number.role or not _BALLOT.isdisjoint(o.context)
    ]
    if not roles:
        return Difference(number, leanings[0], "role")
    if all(o.rate and o.rate != number.rate and o.kind == number.kind for o in roles) and (
        number.rate or (number.kind != "time" and _RATE_CUES.isdisjoint(words.key_set))
    ):
        return Difference(number, roles[0], "rate")
    if number.rate == "year" and all(_is_over_years(o, evidence, others) for o in roles):
        return Difference(number, roles[0], "rate")  # "$94m a year" for "$94m over five years"
    if number.rate == "head" and not any(o.rate or _is_of_one(o, others) for o in roles):
        return Difference(number, roles[0], "rate")  # "$62m each" for "a combined $62m"
    return (
        _check_place(number, roles, claim, evidence, texts)
        or _find_exchanged_counts(number, roles, claim, evidence, texts)
        or _find_other_head(number, roles, claim, evidence, texts)
        or _find_part_of(number, claim, evidence, texts)
    )


def _is_single(number: Number, words: Words, theirs: Words) -> bool:
    """Whether the evidence has one of what a number counts; not where "the two banks" are known."""
    if words.keys[max(0, number.first - 1)] in _KNOWN:
        return False
    at = number.last + (number.kind == "count")  # a unit belongs to the number
    noun = words.roots[at] if at < len(words) else ""
    places = theirs.places.get(noun, ()) if noun else ()
    return len(places) == 1 and theirs.keys[max(0, places[0] - 1)] in _ONE


_KNOWN = frozenset(list_words("the both these those all its his her their"))


def _find_other_ordinal(
    number: Number, claim: Sequence[Number], evidence: Sequence[Number], words: Words, theirs: Words
) -> Number | None:
    """The one ordinal that the evidence has of the noun that another has in a claim: "the first quarter"."""
    if number.last + 1 >= len(words) or not words.roots[number.last + 1]:
        return None
    frame = words.keys[max(0, number.first - 1)], words.roots[number.last + 1]
    if any(c is not number and c.kind == "ordinal" and _frame(words, c)[1] == frame[1] for c in claim):
        return None
    if frame[1] in _CALENDAR and not MONTHS.keys().isdisjoint(theirs.key_set):
        return None  # "from April to June, up from 2 percent in the first quarter"
    others = [o for o in evidence if o.kind == "ordinal" and _frame(theirs, o)[1] == frame[1]]
    return others[0] if len(others) == 1 and _frame(theirs, others[0]) == frame else None


def _frame(words: Words, number: Number) -> tuple[str, str]:
    """The word before a number and the root of the one behind it."""
    return words.keys[max(0, number.first - 1)], words.roots[min(len(words) - 1, number.last + 1)]


_CALENDAR = frozenset(find_root(w, "en") for w in ("quarter", "half"))


def _is_put_before(number: Number, words: Words, theirs: Words) -> bool:
    """Whether a multiple stands before an "as wide as" that the evidence has without one."""
    compared = words.keys[number.last + 1 : number.last + 4]
    if len(compared) < _COMPARED or compared[0] != "as" or compared[2] != "as":
        return False
    keys = theirs.keys
    at = next((i for i in range(len(keys)) if keys[i : i + _COMPARED] == compared), None)
    if at is None:
        return False
    counted = (*keys[max(0, at - 1) : at], *keys[at + _COMPARED : at + _COMPARED + 1])
    return not any(k == "times" or k in _COUNTED or k[0].isdecimal() for k in counted)


_COMPARED = 3  # words of "as wide as"
_COUNTED = frozenset((*MULTIPLES, *FRACTIONS, *CARDINALS["en"]))


def _counts_times(number: Number, other: Number, words: Words, theirs: Words) -> bool:
    """Whether one of two ordinals says how often and the other what: "a second time", "its third rise"."""
    often = [w.keys[n.last + 1 : n.last + 2] == ["time"] for n, w in ((number, words), (other, theirs))]
    return often[0] != often[1] and min(number.value, other.value) > 1


def _is_in_score(number: Number, words: Words) -> bool:
    """Whether a number of a claim is half of a score: "3-1"."""
    dashes = ("-", "–", ":")
    beside = (
        words.keys[max(0, number.first - 1) : number.first] + words.keys[number.last + 1 : number.last + 2]
    )
    return number.kind == "count" and not number.word and any(key in dashes for key in beside)


def _is_metre(count: Number, length: Number) -> bool:
    """Whether "2m" was read as two million where the other text has two metres."""
    return count.kind == "count" and length.kind == "length" and count.value == 1e6 * length.raw


def _leans_away(claim: Number, evidence: Number) -> bool:
    """Whether the claim's leaning contradicts the evidence's, the values being equal."""
    if not claim.lean:  # none, or "about"
        return False
    if not evidence.lean and not (
        claim.vague or _same(claim.value, evidence.value) or claim.kind != evidence.kind
    ):
        return (evidence.value < claim.value) == (claim.lean > 0)  # "just over 2,900" for 2,911
    if evidence.lean is None:
        return not (claim.vague or claim.inclusive or (evidence.more and claim.lean > 0))
    return evidence.lean == -claim.lean or (evidence.lean == 0 and not claim.inclusive)


def _check_place(
    number: Number,
    equal: Sequence[Number],
    claim: Sequence[Number],
    evidence: Sequence[Number],
    texts: tuple[Words, Words],
) -> Difference | None:
    """A Difference where the number stands in the evidence, but for something else that has its own."""
    words, theirs = texts
    if not number.context or any(number.context & other.context or not other.context for other in equal):
        return None
    beside = {root for o in evidence if o not in equal for root in o.context}
    if any(number.context & read_clause(theirs, o) - beside for o in equal):
        return None
    inner = zip(words.roots, words.tokens, words.initial, strict=True)
    capitals = {root for root, token, initial in inner if token[0].isupper() and not initial}
    values = {other.value for other in equal}
    named = any(not o.context.isdisjoint(words.root_set) for o in equal)
    ends = {o.role for o in equal}  # "from 4.9" is the start of what "to 4.1" ends
    rivals = [
        o
        for o in evidence
        if _alike(number, o)
        and (number.kind == "year") == (o.kind == "year")
        and not (number.role and number.role in ends and o.role != number.role)
        and o.value not in values
        and _share_most(number.context, o.context - capitals)
        # Where the claim has the other number too, both must have moved.
        and not any(
            c is not number and _equal(c, o) and (c.context & o.context or not c.context) for c in claim
        )
        # Where it has not, what the number belongs to must not stand in the claim at all.
        and (not named or any(c is not number and _equal(c, o) for c in claim))
    ]
    return Difference(number, rivals[0], "place") if rivals else None


def is_put_otherwise(number: Number, evidence: Sequence[Number], theirs: Words) -> bool:
    """Whether a number is somebody's other count of the same: "the police put the figure at 9,000"."""
    return any(
        theirs.keys[o.first - 1] in _AT
        and theirs.keys[o.first - 2] in _SUMS
        and not _PUTTING.isdisjoint(theirs.keys[max(0, o.first - _NEXT_TO) : o.first])
        for o in evidence
        if o.first > 1 and _equal(number, o)
    )


_PUTTING = frozenset(("put", "puts", "putting"))
_AT = frozenset(list_words("at below above near over under"))
_SUMS = frozenset(list_words("figure number total toll count tally share proportion rate percentage turnout"))


def _is_of_one(number: Number, words: Words) -> bool:
    """Whether words around a number tell it of one of several: "a ticket costs 5 euros"."""
    around = words.keys[max(0, number.first - _NEXT_TO) : number.last + _NEXT_TO]
    return not _EACH.isdisjoint(around) and _TOTAL.isdisjoint(around)


def _share_most(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether what stands around two numbers is the same in two words, or in the only one: not by chance."""
    return len(mine & theirs) >= min(2, max(1, len(mine)))


def _is_over_years(number: Number, evidence: Sequence[Number], theirs: Words) -> bool:
    """Whether a number is told of several years together: "$94m over five years"."""
    return not number.rate and any(
        o.kind == "time"
        and o.raw > 1
        and 0 < o.first - number.last <= _NEXT_TO
        and theirs.keys[o.first - 1] in ("over", "in", "across", "within")
        for o in evidence
    )


def _find_level(number: Number, evidence: Sequence[Number]) -> Number | None:
    """The level in "by 2 to 47", where a claim has another one reached: that step is not taken twice."""
    if number.role != "to":
        return None
    steps = [(a, b) for a, b in pairwise(evidence) if a.role == "by" and b.role == "to" and a.kind == b.kind]
    return next((b for a, b in steps if _same(abs(number.value - b.value), a.value)), None)


def _find_same_part(number: Number, evidence: Sequence[Number], words: Words, theirs: Words) -> Number | None:
    """The part of a whole of which the evidence says what a claim says of the rest: "7 of the 24 crossed"."""
    verb = find_verb(words, number.last + 1, number.last + _NEXT_TO) if number.kind == "count" else ""
    if not verb or _is_exception(number, words) or not _DENIALS.isdisjoint(words.key_set ^ theirs.key_set):
        return None
    for whole in evidence:
        for part in evidence:
            if (
                part.kind == whole.kind == "count"
                and _same(whole.value - part.value, number.value)
                and find_verb(theirs, part.last + 1, part.last + _NEXT_TO) == verb
                and _read_behind(words, number, verb) == _read_behind(theirs, part, verb)
            ):
                return part
    return None


def _read_behind(words: Words, number: Number, verb: str) -> list[str]:
    """The word behind the verb of a number: "against" in "two voted against"."""
    at = words.roots.index(verb, number.last + 1)
    return words.keys[at + 1 : at + 2]


def _find_other_gap(number: Number, evidence: Sequence[Number]) -> Number | None:
    """The second of the two years that lie another time apart; None where there are no two, or they fit."""
    years = [o for o in evidence if o.kind == "year"]
    if len(years) != 2 or years[0].role != "from" or any(o.kind == "time" for o in evidence):
        return None
    gap = abs(years[1].value - years[0].value) * _YEAR
    return None if _near(gap, number.value, 0.02) else years[1]


def _find_other_span(
    number: Number, claim: Sequence[Number], evidence: Sequence[Number], texts: tuple[Words, Words]
) -> Number | None:
    """The span of time in whose place a claim has another, whatever years there are to count it from.

    It has another unit, "two decades" for "two years", or leads the same way, "four years later".
    """
    words, theirs = texts
    way = words.keys[number.last + 1 : number.last + 2]
    for other in evidence:
        if other.kind != "time" or other.implicit or any(_equal(c, other) for c in claim):
            continue
        if (
            _same(number.raw, other.raw)
            and not _is_same_unit(number, other)
            and number.context & other.context
        ):
            return other
        same_way = way in _STEPS and theirs.keys[other.last + 1 : other.last + 2] == way
        only = len(other.context) < _SAME_THING and sum(o.kind == "time" for o in evidence) == 1
        if same_way and (only or len(number.context & other.context) >= _SAME_THING):
            return other
    return None


def _counts_other(number: Number, measure: Number, words: Words, theirs: Words) -> bool:
    """Whether a number counts things that the evidence does not have: "200 bags" for "200 tonnes"."""
    at = number.last + 1
    return (
        at < len(words)
        and words.keys[at].endswith("s")
        and words.roots[at] not in theirs.root_set
        and compare_senses(words.keys[at], theirs.keys[measure.last]) is Relation.FAR
        and words.keys[at + 1 : at + 2] != ["of"]
    )


_MEASURES = frozenset(("mass", "area", "volume"))


def _find_counted(words: Words, number: Number) -> str:
    """The root of the noun that a number counts, right behind it or over a hyphen; "" where none is."""
    at = number.last + 1
    at += words.keys[at : at + 1] in (["-"], ["‑"])
    return words.roots[at] if at < len(words) and number.kind == "count" else ""


def _find_exchanged_counts(
    number: Number,
    equal: Sequence[Number],
    claim: Sequence[Number],
    evidence: Sequence[Number],
    texts: tuple[Words, Words],
) -> Difference | None:
    """A number that has exchanged what it counts with another: "two goals and six corners"."""
    words, theirs = texts
    noun = _find_counted(words, number)
    if not noun or any(_find_counted(theirs, o) == noun for o in equal):
        return None
    nouns = {_find_counted(theirs, o) for o in equal} - {""}
    for other in evidence:
        if _find_counted(theirs, other) != noun:
            continue
        used = [c for c in claim if _equal(c, other)]
        if any(_find_counted(words, c) in nouns for c in used):
            return Difference(number, other, "place")
        if (
            not used
            and len(number.context & other.context) >= _SAME_THING
            and all(_find_counted(theirs, o) and noun not in o.context for o in equal)
        ):
            return Difference(number, other, "place")  # "its first three rockets" for "its first two rockets"
    return None


def _find_head(words: Words, number: Number) -> str:
    """The root of the noun that a number says the size of: "a turnout of 61 percent"."""
    before = words.keys[max(0, number.first - 2) : number.first]
    return words.roots[number.first - 2] if len(before) == 2 and before[1] == "of" else ""


def _find_other_head(
    number: Number,
    equal: Sequence[Number],
    claim: Sequence[Number],
    evidence: Sequence[Number],
    texts: tuple[Words, Words],
) -> Difference | None:
    """A number given as the size of what has another in the evidence: "a turnout of 88 percent"."""
    words, theirs = texts
    head = _find_head(words, number)
    if not head or number.kind in ("ordinal", "year"):
        return None
    if head in _MARGINS:
        sides = [(a, b) for a, b in pairwise(evidence) if theirs.keys[a.last + 1 : b.first] in _AGAINST]
        gap = next(((a, b) for a, b in sides if number.value in (a.value, b.value)), None)
        return Difference(number, gap[0], "place") if gap and head not in theirs.root_set else None
    rivals = [o for o in evidence if o.kind == number.kind and _find_head(theirs, o) == head]
    if any(_equal(number, o) for o in rivals) or any(_equal(c, o) for c in claim for o in rivals):
        return None
    return Difference(number, rivals[0], "place") if rivals and equal else None


def _find_part_of(
    number: Number, claim: Sequence[Number], evidence: Sequence[Number], texts: tuple[Words, Words]
) -> Difference | None:
    """A whole of which a claim says what is said of a part: "five closed" for "two of the five closed"."""
    words, theirs = texts
    if number.kind != "count" or "of" not in theirs.key_set:
        return None
    for part, whole in pairwise(evidence):
        if (
            not _equal(number, whole)
            or not is_part(theirs, part, whole)
            or any(_equal(c, part) for c in claim)
        ):
            continue
        if "of" in words.keys[: number.first] or number.lean is not None:
            return None  # "most of the five"
        verb = _find_own_verb(words, number.first, number.last)
        if verb and verb == _find_own_verb(theirs, part.first, whole.last):
            return Difference(number, part, "place")
    return None


def _find_own_verb(words: Words, first: int, last: int) -> str:
    """The root of the past form that a number is the object or subject of: the one before it, or the next."""
    before = range(first - 1, max(-1, first - _NEXT_TO), -1)
    for steps in (before, range(last + 1, min(len(words), last + 2 * _NEXT_TO))):
        for step in takewhile(lambda i: words.keys[i] not in _CLAUSE_ENDS, steps):
            if is_past(words.keys[step]) and words.roots[step]:
                return words.roots[step]
    return ""


_MARGINS = frozenset(find_root(w, "en") for w in ("majority", "margin"))


def _pick_rival(number: Number, claim: Sequence[Number], alike: Sequence[Number]) -> Number | None:
    """What the evidence has instead: by what is counted, then whatever the claim does not use."""
    used = [other for other in claim if other is not number]
    free = [o for o in alike if not any(_equal(u, o) for u in used)] or list(alike)
    return max(free, key=lambda o: len(o.context & number.context), default=None)


def _read_way(words: Words, span: Number) -> int:
    """Which way a span of time leads from a year: +1 "three years later", or before something; 0 unknown."""
    after = words.keys[span.last + 1 : span.last + 3]
    if after in (["later", "than"], ["earlier", "than"]):
        return 1 if after[0] == "earlier" else -1  # "2031, two years later than planned"
    if after[:1] in (["later"], ["on"]):
        return 1
    if after[:1] == ["earlier"]:
        return -1
    if (
        after[:1] == ["before"]
        and len(after) > 1
        and words.keys[max(0, span.first - 1) : span.first] == [","]
    ):
        return 1 if after[1][0].isalpha() else -1  # "in 1961, three years before she left"
    return 0


def _is_derived(number: Number, evidence: Sequence[Number], cues: frozenset[str], theirs: Words) -> bool:
    """Whether two numbers of the evidence lead to it: by difference, ratio, or a sum said to be one."""
    values = [o for o in evidence if o.kind not in ("date", "ordinal") and not o.vague][:12]
    if number.kind != "clock":
        values = [o for o in values if o.kind != "clock"]
    for i, a in enumerate(values):
        for b in values[i + 1 :]:
            factor, other = (a, b) if a.kind == "multiple" else (b, a)
            if (
                "multiple" in (a.kind, b.kind)
                and a.kind != b.kind
                and _is_multiplied(number, factor, other, theirs)
            ):
                return True
            if way := _read_step_way(theirs, b):
                if _is_step(number, a, b, way):
                    return True
                if number.kind == a.kind == b.kind:
                    continue  # "nine fewer than the year before" leads to a larger number alone
            if (a.role, b.role) == ("by", "to") and _same(abs(number.value - b.value), a.value):
                return True  # "from 23" for "by 3 to 20"
            if number.kind == "share" and {a.kind, b.kind} == {"share", "point"}:
                share, point = (a, b) if a.kind == "share" else (b, a)
                apart = (number.value - share.value) * 100
                if _same_to(abs(apart), point.value) and apart * _read_change(theirs, share, point) >= 0:
                    return True
            if number.kind == "clock" and {a.kind, b.kind} == {"clock", "time"}:
                if _is_clock_on(number, a, b):
                    return True
                continue
            if number.kind == "year" and {a.kind, b.kind} == {"year", "time"}:
                if _is_year_on(number, a, b, theirs):
                    return True
                continue
            if {a.kind, b.kind} == {"share", number.kind} and (
                number.kind in _PARTED or number.kind.startswith("money")
            ):
                share, whole = (a, b) if a.kind == "share" else (b, a)
                if _is_part_of(number, share, whole, theirs):
                    return True  # "half of the 1,200"
                if number.kind == "count":
                    continue
            if (
                a.kind == b.kind == number.kind == "share"
                and theirs.keys[a.last + 1 : a.last + 2] == ["of"]
                and b.first - a.last <= _OF_SHARE
                and _near(a.value * b.value, number.value, 0.02)
            ):
                return True  # "half of her 30 percent stake"
            if a.kind != b.kind and not ({a.kind, b.kind} & {"count"}):
                continue
            low, high = sorted((abs(a.value), abs(b.value)))
            if number.kind == "multiple":
                if low and (_near(high / low, number.value, 0.06) or _near(low / high, number.value, 0.06)):
                    return True
            elif number.kind in ("point", "count") and a.kind == b.kind == "share":
                apart = (high - low) * 100
                if _same_to(apart, number.value) or (number.kind == "point" and _comes_to(number, apart)):
                    return True
            elif number.kind == "count" and a.kind == b.kind != "count" and not cues.isdisjoint(_GAP_CUES):
                if _same(abs(a.raw - b.raw), number.raw):
                    return True  # "five fewer" for "from 14 to nine weeks"
            elif a.kind != b.kind and number.kind in (a.kind, b.kind):
                # The unit is said once: "20 years … was granted 35"
                if _same(abs(a.raw - b.raw), number.raw):
                    return True
            elif number.kind == "time" and a.kind == "year":
                if _same(high - low, number.raw):
                    return True
            elif number.kind == "share" and a.kind not in ("share", "year"):
                if _is_ratio(number, a, b, low, high):
                    return True  # "under half" for 36 of 90
            elif number.kind in (a.kind, b.kind) and number.kind != "year" and number.value > 2:
                if not cues.isdisjoint(_SUM_CUES) and _same(low + high, number.value):
                    return True
                gap = number.role == "by" or not cues.isdisjoint(_GAP_CUES)
                if gap and _is_gap(number, high - low, high):
                    return True
                telling = number.value >= _TELLING or gap
                if telling and _same(high - low, number.value):
                    return True
    return False


def _is_year_on(number: Number, a: Number, b: Number, theirs: Words) -> bool:
    """Whether a year is another and a span apart: "until 2032" for "from 2030, two years later"."""
    year, span = (a, b) if a.kind == "year" else (b, a)
    gap = number.value - year.value
    return _same(abs(gap), round(span.value / _YEAR, 2)) and _read_way(theirs, span) * gap >= 0


def _is_clock_on(number: Number, a: Number, b: Number) -> bool:
    """Whether a time of day is another and a span apart: "a quarter to ten" for two hours after 7.45."""
    clock, span = (a, b) if a.kind == "clock" else (b, a)
    ends = (clock.value + 1440 * span.value, clock.value - 1440 * span.value)
    return any(round(number.value - end) % _HALF_DAY == 0 for end in ends)


def _is_ratio(number: Number, a: Number, b: Number, low: float, high: float) -> bool:
    """Whether a share is what one number is of another, or what it rose or fell by: a fifth for 10 to 12."""
    if not low or a.kind != b.kind:
        return False
    if (a.role, b.role) == ("from", "to"):
        return _comes_to(number, abs(b.value - a.value) / abs(a.value))
    return any(_comes_to(number, ratio) for ratio in (low / high, 1 - low / high, high / low - 1))


def _comes_to(number: Number, value: float) -> bool:
    """Whether a number with its leaning stands for a value: "less than a third" for 0.3, "about" as well."""
    if _near(value, number.value, 0.02):
        return True
    if not number.lean:
        return number.lean is not None and _near(value, number.value, 0.06)
    return 0 < (value - number.value) * number.lean <= 0.25 * number.value


def _is_multiplied(number: Number, factor: Number, other: Number, theirs: Words) -> bool:
    """Whether a number is another so many times, or that part of it: "from 60" for "halved to 30"."""
    if number.raw and _near(number.value, other.value / factor.value, 0.01):
        return True
    if 0 < factor.first - other.last <= 2 and theirs.keys[factor.last + 1 : factor.last + 2] in _THAN_WHICH:
        return False  # "18 million, twice what it had cost"
    # "1.5 million" for "50,000 … thirty times as much"
    times = number.kind == other.kind != "share"
    return times and _near(number.value, other.value * factor.value, 0.01)


_THAN_WHICH = (["what"], ["the"], ["its"], ["his"], ["her"], ["their"], ["as"], ["that"])


def _read_step_way(words: Words, step: Number) -> int:
    """Which way what a number is compared with lies: +1 for "27 cents less", -1 "two more than"; else 0."""
    after = words.keys[step.last + 1 : step.last + 3]
    return -1 if after == ["more", "than"] else 1 if not _STEPPING.isdisjoint(after) else 0


def _is_step(number: Number, level: Number, step: Number, way: int) -> bool:
    """Whether another number is told to be so much less, or more, than it: "$4.65, 27 cents less"."""
    small = step.kind == "money:cent" and level.kind.startswith("money:")
    if level.kind != number.kind or not (small or step.kind == level.kind):
        return False
    return _near(level.value + way * step.value / (100 if small else 1), number.value, 1e-6)


def _is_gap(number: Number, gap: float, whole: float) -> bool:
    """Whether a number with a leaning is a difference: "by more than 8,000" for 9,000 and 412."""
    return bool(number.lean) and 0 < (gap - number.value) * (number.lean or 0) < 0.1 * whole


_STEPPING = frozenset(("less", "fewer", "lower", "cheaper"))


def _read_change(words: Words, share: Number, point: Number) -> int:
    """Which way another share lies that a text compares one with: +1 above ("38%, three lower")."""
    after = words.keys[point.last + 1 : point.last + 3]
    if share.first > point.first or "than" not in after:
        return 0
    return 1 if not _LOWER.isdisjoint(after) else -1 if not _HIGHER.isdisjoint(after) else 0


_LOWER = frozenset(list_words("lower less fewer down below smaller worse"))
_HIGHER = frozenset(list_words("higher more up above larger better"))
_YEAR = 365.25  # days
_PARTED = frozenset(list_words("count time length mass area power volume"))  # kinds that a share is part of


def _is_part_of(number: Number, share: Number, whole: Number, theirs: Words) -> bool:
    """Whether an amount is a share of another, or what the other is that share of: "half the sum asked"."""
    if _near(share.value * whole.value, number.value, 0.02):
        return True
    following, behind = (
        theirs.keys[share.last + 1 : share.last + 2],
        theirs.keys[share.last + 2 : share.last + 3],
    )
    if following == ["of"] and behind in _BACK:
        return False  # "18 million, and half of it"
    return following in _OF_WHOLE and _near(number.value * share.value, whole.value, 0.02)


_OF_SHARE = 4  # words from "half" to "30 percent" in "half of her 30 percent"
_BACK = (["it"], ["them"], ["this"], ["that"], ["these"], ["those"], ["which"])
_OF_WHOLE = (["the"], ["what"], ["that"], ["as"], ["its"], ["of"])


def _is_told_by(number: Number, evidence: Sequence[Number], cues: frozenset[str], theirs: Words) -> bool:
    """Whether the evidence's own words lead to a number: "£16,000 short of", "the rest", "half as much"."""
    if number.kind in ("share", "point"):
        parts = [o.value for o in evidence if o.kind == "share"]
        if not parts:
            return False
        if any(
            b.word
            and not _OF_THAT.isdisjoint(theirs.keys[a.last + 1 : b.last + 3])
            and _same_to(a.value * b.value, number.value)
            for a, b in _pair_shares(evidence)
            if a.word
        ):
            return True
        # "47 per cent in favour, 39 against and the rest undecided"
        parts += [o.raw / 100 for o in evidence if o.kind == "count" and not o.word and o.raw < 100]
        pairs = [(a, b) for i, a in enumerate(parts) for b in parts[i + 1 :]]
        if number.kind == "point":
            return any(_same_to(abs(a - b) * 100, number.value) for a, b in pairs)
        rest = not theirs.key_set.isdisjoint(_REST) or not cues.isdisjoint(_REST)
        return rest and any(_same_to(1 - a - b, number.value) for a, b in pairs)
    if theirs.key_set.isdisjoint(_MISSING):
        return False
    sums = [o for o in evidence if o.kind == number.kind and not o.vague]
    return any(_same(a.value + b.value, number.value) for i, a in enumerate(sums) for b in sums[i + 1 :])


_OF_THAT = frozenset(("of", "as"))  # "half of whom", "half as much"


def _pair_shares(evidence: Sequence[Number]) -> Iterable[tuple[Number, Number]]:
    shares = [o for o in evidence if o.kind == "share"]
    return ((a, b) for i, a in enumerate(shares) for b in shares[i + 1 :])


_REST = frozenset(list_words("rest remainder remaining undecided others balance"))
_MISSING = frozenset(list_words("short shy shortfall"))


def _is_rest(number: Number, whole: Number, evidence: Sequence[Number]) -> bool:
    """Whether a number is what another of the evidence leaves of a whole: seven of nine, without two."""
    wholes = [o for o in evidence if o.kind == whole.kind and _equal(whole, o)]
    return any(
        o.kind == number.kind
        and o is not w
        and _same(number.value + o.value, w.value)
        and not (number.context & o.context) - w.context - whole.context
        for w in wholes
        for o in evidence
    )


def _is_total(number: Number, rate: Number, evidence: Sequence[Number]) -> bool:
    """Whether a number is a rate times a duration: 30,000 a day over ten days, or in a year."""
    unit, own = UNITS.get(rate.rate), UNITS.get(number.rate)
    if unit and own:
        return number.kind == rate.kind and _near(
            number.value * unit[1], rate.value * own[1], 0.02
        )  # "36,500 a year"
    return unit is not None and any(
        o.kind == "time" and not o.implicit and _near(number.value, rate.value * o.value / unit[1], 0.02)
        for o in evidence
    )


_DENIALS = frozenset(list_words("not no never none without nobody neither don't doesn't didn't"))
_REMAINING = frozenset(
    list_words("remain remains remained remaining rest left still yet outstanding other others unaffected")
)
_REMAIN = find_root("remain", "en")
_LEFT = (
    _DENIALS
    | _REMAINING
    | frozenset(("yet", "except", "apart", "unable", "failed", "refused", "keep", "kept"))
)
# Periods with a name of their own, in days.
_TERMS = {"quarter": 91.3125, "half": 182.625, "weekend": 2.0, "overnight": 0.5, "season": 91.3125}


def _is_told_otherwise(
    number: Number, evidence: Sequence[Number], cues: frozenset[str], theirs: frozenset[str]
) -> bool:
    """Whether a share is what remains of another, or a span of time one with a name, or that between days."""
    if number.kind == "share":
        # "6% still to be counted" for "94% counted", and the other way round
        rest = not _REMAINING.isdisjoint(cues - theirs)
        return any(
            (rest or _REMAIN in o.context - number.context) and abs(number.value + o.value - 1) < 0.005
            for o in evidence
            if o.kind == "share"
        )
    if number.kind != "time":
        return False
    # "Twelve months" for "the year to June".
    spans = [_TERMS[k] for k in theirs if k in _TERMS]
    spans += [UNITS[k][1] for k in theirs if k in UNITS and UNITS[k][0] == "time"]
    return any(_near(number.value, span, 0.03) for span in spans) or _is_between(number, evidence)


def _is_between(number: Number, evidence: Sequence[Number]) -> bool:
    """Whether a span of time is about that between two days of the evidence, each told with its month."""
    days = [o.day for o in evidence if o.day and o.day.month and o.day.day]
    for a, b in pairwise(days):
        first, last = (
            date(d.year or a.year or b.year or _ANY_YEAR, d.month or 1, min(d.day or 1, 28)) for d in (a, b)
        )
        span = abs((last - first).days)
        apart = span - number.value
        if abs(apart) <= max(3.0, 0.1 * span) or (number.lean and 0 < apart * number.lean < 0.3 * span):
            return True
    return False


_MAJORITY = frozenset(list_words("majority most mostly minority largely mainly"))
_FEWER = frozenset(
    list_words("less fewer lower cheaper smaller cut reduced fell dropped saves save saved shorter")
)
# Words that say that a number is a rate, in a claim that does not say by what.
_RATE_CUES = frozenset(
    list_words(
        """
        daily weekly monthly yearly annual annually hourly day week month year hour night each every
        per apiece
        salary wage wages rent fee average rate head
        """
    )
)
# "By 148 votes to 151" is "with 151 to 148".
_BALLOT = frozenset(find_root(w, "en") for w in ("vote", "goal", "score", "seat"))
_VOTING = frozenset(list_words("vote votes voted voters ballot referendum poll polls"))
_TELLING = 20  # a difference of two numbers from which it is no coincidence that the claim has it
_EACH = frozenset(list_words("each every per apiece a an one both average individually"))
_TOTAL = frozenset(list_words("combined total altogether together overall collectively jointly aggregate"))
_SUM_CUES = frozenset(list_words("total altogether combined together overall all zusammen insgesamt"))
_GAP_CUES = frozenset(
    list_words(
        """
        more fewer less difference gap lead margin majority ahead behind shortfall apart outnumbered
        outnumber edge advantage but not no without other others rest mehr weniger nicht
        held hold holds holding kept keep keeps keeping left remain remains remained remaining retained
        """
    )
)


def _same_to(a: float, b: float) -> bool:
    """Likewise for differences of percentages, which floating point does not keep exact."""
    return abs(a - b) < 1e-6


def _needs_today(number: Number, claim: Sequence[Number], evidence: Sequence[Number]) -> bool:
    """Whether only the article's date would tell: "2026" for "next year", "six years" for "since 2019"."""
    if number.kind == "year":
        others = [c for c in claim if c is not number]
        free = [o for o in evidence if o.kind == "year" and not any(_equal(c, o) for c in others)]
        return not free and any(o.day and o.day.years is not None for o in evidence)
    return number.value >= 365 and any(o.kind == "year" or (o.day and o.day.year) for o in evidence)


def _year_is_told(number: Number, evidence: Sequence[Number], today: date | None) -> bool:
    for other in evidence:
        if other.day and other.day.year == number.value:
            return True
        if (
            today
            and other.day
            and other.day.years is not None
            and today.year + other.day.years == number.value
        ):
            return True
        if (
            today
            and other.day
            and other.day.month
            and not other.day.year
            and number.value in (today.year, today.year + (other.day.month < today.month))
        ):
            return True  # "1 January" in an article of November
        if today and other.kind == "time" and abs(today.year - other.raw - number.value) <= 1:
            return True
    told = any(o.kind == "year" or (o.day and (o.day.year or o.day.years is not None)) for o in evidence)
    return bool(today and number.value == today.year and not told)


def _age_is_told(number: Number, evidence: Sequence[Number], today: date | None) -> bool:
    """Whether a duration follows from a year in the evidence: "since 2022" is three years in 2025."""
    if today is None or number.raw <= 0:
        return False
    for other in evidence:
        year = other.value if other.kind == "year" else other.day.year if other.day else None
        if year and abs(abs(today.year - year) - number.value / 365.25) <= 1:
            return True
    return False


def find_days(day: Day, today: date | None) -> frozenset[int]:
    """The days that a date can mean, as ordinals; empty where that takes more than is known.

    >>> [date.fromordinal(n).isoformat() for n in sorted(find_days(Day(weekday=0), date(2025, 3, 4)))]
    ['2025-03-03', '2025-03-10']
    """
    if day.month and day.day:
        years = (day.year,) if day.year else (today.year - 1, today.year, today.year + 1) if today else ()
        found = []
        for year in years:
            try:
                found.append(date(year, day.month, day.day).toordinal())
            except ValueError:  # 30 February, or a year out of range
                continue
        return frozenset(found)
    if today is None:
        return frozenset()
    if day.offset is not None:
        return frozenset((today.toordinal() + day.offset,))
    if day.weekday is not None:
        back = (today.weekday() - day.weekday) % 7
        last, following = today.toordinal() - back, today.toordinal() - back + 7
        if day.turn < 0:
            return frozenset((last,)) if back else frozenset((last - 7,))
        if day.turn > 0:
            return frozenset((following, following + 7))
        return frozenset((last, following))
    return frozenset()


def match_days(claim: Day, evidence: Day, today: date | None) -> bool | None:
    """Whether two dates can be the same; None where they say nothing about each other."""
    a, b = find_days(claim, today), find_days(evidence, today)
    if a and b:
        return bool(a & b)
    if a or b:
        known, other = (a, evidence) if a else (b, claim)
        days = [date.fromordinal(n) for n in known]
        if other.weekday is not None:
            if claim.year or evidence.year or today:
                return any(d.weekday() == other.weekday for d in days)
            return None
        year, month = _resolve_month(other, today)
        if month or year:
            return any((not month or d.month == month) and (not year or d.year == year) for d in days)
        return None
    if claim.offset is not None and evidence.offset is not None:
        return claim.offset == evidence.offset
    if claim.weekday is not None and evidence.weekday is not None:
        return claim.weekday == evidence.weekday
    if claim.years is not None and evidence.years is not None:
        return claim.years == evidence.years
    if claim.months is not None and evidence.months is not None:
        return claim.months == evidence.months
    (year, month), (other_year, other_month) = _resolve_month(claim, today), _resolve_month(evidence, today)
    told = False
    for mine, theirs in ((year, other_year), (month, other_month), (claim.day, evidence.day)):
        if mine and theirs:
            told = True
            if mine != theirs:
                return False
    return True if told else None


def _stands_likewise(number: Number, other: Number, texts: tuple[Words, Words]) -> bool:
    """Whether two dates stand behind the same word, and before the same: "From Tuesday, passengers"."""
    before, behind = (
        [
            (words.keys[n.first - 1] if n.first else "")
            if back
            else next((r for r in words.roots[n.last + 1 : n.last + _NEXT_TO] if r), "")
            for words, n in zip(texts, (number, other), strict=True)
        ]
        for back in (True, False)
    )
    return before[0] == before[1] and behind[0] == behind[1] and "" not in before + behind


def _resolve_month(day: Day, today: date | None) -> tuple[int | None, int | None]:
    if today and day.years is not None:
        return today.year + day.years, None
    if today and day.months is not None:
        first = date(today.year, today.month, 15) + timedelta(days=30 * day.months)
        return first.year, first.month
    return day.year, day.month


def _compare_day(
    number: Number,
    evidence: Sequence[Number],
    elsewhere: Callable[[], Iterable[Number]],
    today: date | None,
    words: tuple[Words, Words] | None,
) -> Difference | Number | None:
    """Likewise for a date."""
    day = number.day or Day()
    rival = None
    for other in evidence:
        other_day = other.day or (Day(year=int(other.value)) if other.kind == "year" else None)
        if other_day is None:
            continue
        match = match_days(day, other_day, today)
        if match:
            return number
        if match is False and rival is None:
            rival = other
    told = any(
        match_days(day, d, today)
        for other in elsewhere()
        if (d := other.day or (Day(year=int(other.value)) if other.kind == "year" else None))
    )
    if rival is not None and (
        not told or rival.context & number.context or (words and _stands_likewise(number, rival, words))
    ):
        return Difference(number, rival, "date")
    if told or any(o.day and match_days(day, o.day, today) is None for o in evidence):
        return None  # the cited text has a date that says nothing about this one: "Monday" and "3 March"
    if today and (today.toordinal() in find_days(day, today) or _resolve_month(day, today)[0] == today.year):
        return None
    if day.years is not None or day.months is not None or day.offset is not None:
        return None
    return Difference(number, None, "date")
