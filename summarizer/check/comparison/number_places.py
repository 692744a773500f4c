"""What a number or date of a text belongs to, and whether a claim gives it to something else.

"Orders grew 1.3 percent" where sales slipped 1.3 percent and orders grew 18; "published on 3 June" where that
is the day on which it was received. Only an exchange counts: what stands beside the number in the claim
stands beside another one in the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.check.lexicon.senses import Relation, compare_senses
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past
from summarizer.check.passage.numbers import Number

_ENDS = frozenset(list_words(", ; : . — – but and while whereas although though however when which who"))
_COMPARED = frozenset((("down", "from"), ("up", "from"), ("compared", "with"), ("compared", "to")))
_AUXILIARY = frozenset(
    list_words("is are was were has have had will would could should may might can did does")
)
_BESIDE = 3  # content words before a number that say what it belongs to
_WIDE = 6  # words after it among which its verb stands

Equal = Callable[[Number, Number], bool]


def find_other_place(
    number: Number,
    claim: Sequence[Number],
    evidence: Sequence[Number],
    texts: tuple[Words, Words],
    equal: Equal,
) -> Number | None:
    """The number of the evidence that belongs to what a claim gives another of its numbers to; else None."""
    words, theirs = texts
    same, others = _part(number, claim, evidence, equal)
    if not same or not others:
        return None
    return _find_other_subject(number, same, others, words, theirs) or _find_part(
        number, claim, same, others, words, theirs
    )


def _part(
    number: Number, claim: Sequence[Number], evidence: Sequence[Number], equal: Equal
) -> tuple[list[Number], list[Number]]:
    """The numbers of the evidence that equal a claim's, and those of its kind that the claim lacks."""
    same = [o for o in evidence if equal(number, o)]
    others = [
        o
        for o in evidence
        if o.kind == number.kind and not equal(number, o) and not any(equal(c, o) for c in claim)
    ]
    return same, others


def _find_other_subject(
    number: Number, same: Sequence[Number], others: Sequence[Number], words: Words, theirs: Words
) -> Number | None:
    """By what stands before it: "orders grew", "agreed to return"."""
    mine = read_before(words, number)
    if len(mine) < 2 or not theirs.root_set.issuperset(mine):
        return None
    if not _EARLIER.isdisjoint(words.key_set) and any(_is_compared(theirs, o) for o in same):
        return None  # "sold 520 last year" for "expects to sell 400, down from 520"
    if any(not _stands_alone(theirs, o) or set(read_before(theirs, o)) & set(mine) for o in same):
        return None
    for other in others:
        before = read_before(theirs, other)
        if before[:1] == mine[:1] and len(set(before) & set(mine)) >= 2:
            return other
    return None


def _find_part(  # noqa: PLR0917  # both texts and the numbers of both
    number: Number,
    claim: Sequence[Number],
    same: Sequence[Number],
    others: Sequence[Number],
    words: Words,
    theirs: Words,
) -> Number | None:
    """The part of "of the 50 jobs, 12 were saved" where a claim says of all 50 what is said of the 12."""
    if len(claim) > 1 or len(same) != 1:
        return None
    whole = same[0]
    if theirs.keys[max(0, whole.first - 2) : whole.first][:1] != ["of"]:
        return None
    verb = find_verb(words, number.last + 1, len(words))
    for part in others:
        if part.first > whole.last and part.first - whole.last <= 3 * _WIDE:
            told = find_verb(theirs, part.last + 1, part.last + _WIDE)
            if told and (told == verb or told in words.roots[number.last + 1 :]):
                return part
    return None


def find_verb(words: Words, at: int, end: int) -> str:
    """The root of the last past form of a stretch, up to its clause's end: "had been sold"; "" for none."""
    found = ""
    for step in range(at, min(len(words), end)):
        if words.keys[step] in ";." or (found and words.keys[step] in _ENDS):
            break
        if is_past(words.keys[step]) and words.roots[step]:
            found = words.roots[step]
    return found


def read_before(words: Words, number: Number) -> list[str]:
    """The roots of the few content words before a number in its clause, the nearest first.

    >>> from summarizer.check.passage.numbers import find_numbers
    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("Sales slipped 3 percent, but online orders grew to 18 percent.", "en")
    >>> [read_before(words, n) for n in find_numbers(words)]
    [['slip', 'sell'], ['grow', 'ord', 'onlin']]
    """
    found: list[str] = []
    for step in range(number.first - 1, -1, -1):
        if words.keys[step] in _ENDS:
            break
        root = words.roots[step]
        if root and not root[0].isdecimal():
            found.append(root)
            if len(found) == _BESIDE:
                break
    return found


def read_clause(words: Words, number: Number) -> set[str]:
    """The roots of a number's clause, however long it is."""
    first, last = number.first, number.last
    while first and words.keys[first - 1] not in _ENDS and number.first - first < _CLAUSE:
        first -= 1
    while last + 1 < len(words) and words.keys[last + 1] not in _ENDS and last - number.last < _CLAUSE:
        last += 1
    return set(words.roots[first : last + 1]) - {""}


_CLAUSE = 15  # words on either side of a number that may belong to its clause


def _stands_alone(words: Words, number: Number) -> bool:
    """Whether a number's own clause says what it belongs to: with a verb, or as compared with another."""
    if _is_compared(words, number):
        return True
    for steps in (range(number.first - 1, -1, -1), range(number.last + 1, len(words))):
        for step in steps:
            if words.keys[step] in ";." or (words.keys[step] in _ENDS and step < number.first):
                break
            if words.keys[step] in _AUXILIARY or is_past(words.keys[step]):
                return True
            if step > number.last + _WIDE * 2:
                break
    return False


def _is_compared(words: Words, number: Number) -> bool:
    """Whether a number is what another is compared with: "down from 520"."""
    return tuple(words.keys[max(0, number.first - 2) : number.first]) in _COMPARED


_EARLIER = frozenset(list_words("last previous earlier before ago former old from"))


def find_other_event(
    number: Number,
    claim: Sequence[Number],
    evidence: Sequence[Number],
    texts: tuple[Words, Words],
    equal: Equal,
) -> Number | None:
    """The date of what a claim dates otherwise, where its own date is that of something else; else None."""
    words, theirs = texts
    same, others = _part(number, claim, evidence, equal)
    if not same or not others or _is_standard(words, number):
        return None
    mine = set(_read_event(words, number))
    for other in others:
        told = read_before(theirs, other)[:1]
        if not told or told[0] not in mine or told[0] in _LIGHT:
            continue
        if all(_is_other_event(theirs, o, told[0], words) for o in same):
            return other
    return None


def _is_standard(words: Words, date: Number) -> bool:
    """Whether a date is that of what something is compared with: "than last year's"."""
    if words.tokens[date.last].endswith(("’s", "'s")):
        return True
    return words.keys[max(0, date.first - 1) : date.first] in (["than"], ["from"], ["on"]) and bool(
        date.day and date.day.years is not None
    )


def _is_other_event(theirs: Words, date: Number, told: str, words: Words) -> bool:
    """Whether a date of the evidence is that of something that the claim does not tell."""
    own = read_before(theirs, date)
    if own:
        if told in own or own[0] in words.root_set:
            return False
        verb = theirs.keys[theirs.roots.index(own[0])]  # "bills were settled" for "paid the bills"
        return not any(is_past(k) and compare_senses(k, verb) is Relation.NEAR for k in words.key_set)
    roots = [r for r in theirs.roots[: date.first] if r][-_WIDE:]
    return bool(roots) and told not in roots and words.root_set.isdisjoint(roots)


def _read_event(words: Words, date: Number) -> list[str]:
    """The roots of what a claim dates: those before the date, or up to the verb behind it."""
    before = read_before(words, date)
    if before:
        return before
    found: list[str] = []
    for step in range(date.last + 1, min(len(words), date.last + 3 * _WIDE)):
        if words.roots[step]:
            found.append(words.roots[step])
        if is_past(words.keys[step]):
            break
    return found


_LIGHT = frozenset(list_words("be have do come go take make say tell"))
