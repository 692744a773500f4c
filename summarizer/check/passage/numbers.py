"""Numbers of a text by value, unit and leaning, and whether a claim's stand in its evidence.

"6 million", "6,000,000" and "6m" are one number; "half" is 50 percent; "Tuesday" is a date once the
article has one. A number that leans the other way ("more than" for "nearly") differs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from summarizer.check.lexicon.number_words import (
    CARDINALS,
    CLOSE,
    CURRENCIES,
    DEGREES,
    DOUBTFUL_MONTHS,
    FEASTS,
    FRACTION_MARKS,
    FRACTIONS,
    LEANINGS,
    MONTHS,
    MULTIPLES,
    ORDINALS,
    PERCENT,
    POINTS,
    RELATIVE_DAYS,
    SCALES,
    SINGLE_UNITS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past

_ROLES = {"from": "from", "to": "to", "by": "by", "von": "from", "auf": "to", "um": "by"}
_ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_PERIODS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_WITH_STOPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


class Day(NamedTuple):
    """A date as far as a text tells it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None  # days from the article's date
    turn: int = 0  # -1 "last Monday", +1 "next Monday"
    years: int | None = None  # years from the article's: "last year"
    months: int | None = None


@dataclass(slots=True)
class Number:
    """One number in a text.

    Args:
        kind: "count", "times" (how often), "share", "point", "multiple", "ordinal", "year", "date", "clock",
            a dimension ("time", "length"…) or "money:" and its currency.
        value: in the unit of its kind (a share as 0…1, a duration in days).
        first: index of its first word (a leaning included), `last` of its last.
        raw: the value as written, before its unit.
        lean: +1 "more than", -1 "less than" or "nearly", 0 "about", None where it stands alone.
        word: whether it is written in letters.
        vague: an order of magnitude: "thousands".
        close: whether the leaning only says "not quite" ("nearly", "almost").
        role: "from", "to" or "by" before it.
        day: for dates.
        context: roots of the words around it, up to the next number or clause.
        implicit: "a year": one, but said in passing.
        inclusive: whether the leaning allows the number itself: "at least".
        rate: what it is counted by ("day" in "30,000 visitors a day"); "" where it is no rate.
        when: index of the date or year that stands right behind it ("2.1 percent in March").
        more: whether smaller units of it follow: "three hours and eight minutes".
    """

    kind: str
    value: float
    first: int
    last: int
    raw: float = 0.0
    lean: int | None = None
    word: bool = False
    vague: bool = False
    close: bool = False
    role: str = ""
    day: Day | None = None
    context: frozenset[str] = frozenset()
    implicit: bool = False
    inclusive: bool = False
    rate: str = ""
    when: int | None = None
    more: bool = False


def read_digits(token: str, language: str = "") -> float:
    """The value of a run of digits with its groups and decimals.

    >>> read_digits("6,000,000"), read_digits("1.500", "de"), read_digits("1.5"), read_digits("2,5", "de")
    (6000000.0, 1500.0, 1.5, 2.5)
    """
    if token.isascii() and token.isdecimal():
        return float(token[:300])
    if language in ("", "en"):
        if _GROUPED.fullmatch(token):
            return _to_float(token.replace(",", ""))
        return _to_float(token if token.count(",") != 1 or "." in token else token.replace(",", "."))
    if _GROUPED_WITH_STOPS.fullmatch(token):
        return _to_float(token.replace(".", "").replace(",", "."))
    return _to_float(token.replace(",", "."))


def _to_float(text: str) -> float:
    head, *rest = text.replace(",", "").split(".")
    try:
        return float(head[:300] + ("." + rest[0] if len(rest) == 1 else "".join(rest)[:9] and ""))
    except ValueError:  # digits of other scripts mixed in a way that float does not read
        return float("nan")


def find_numbers(words: Words) -> list[Number]:
    """All numbers and dates of a text, in order.

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("More than half of 6m paid $2.5bn.", "en")
    >>> [(n.kind, n.value, n.lean) for n in find_numbers(words)]
    [('share', 0.5, 1), ('count', 6000000.0, None), ('money:dollar', 2500000000.0, None)]
    """
    keys = words.keys
    language = words.language if words.language in SCALES else "en"
    cardinals = CARDINALS[language]
    found: list[Number] = []
    last = -1
    begin = _BEGINNING[language]
    for at in [i for i, k in enumerate(keys) if k in begin or k[0].isdecimal()]:
        if at <= last or (keys[at] in ("a", "an") and _AFTER_ARTICLE.isdisjoint(keys[at + 1 : at + 2])):
            continue
        number = (
            _read_day(words, at)
            or _read_frequency(words, at)
            or _read_clock(words, at, cardinals)
            or _read_number(words, at, language, cardinals)
        )
        if number is not None:
            found.append(number)
            last = number.last
    if not found:
        return found
    _share_units(words, found)
    _add_contexts(words, found)
    for position, number in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        _add_rate(words, number)
        number.more = bool(
            following
            and number.kind == following.kind == "time"
            and words.keys[number.last + 1 : following.first] in (["and"], [","], [])
            and following.value < number.value
        )
        if following and _is_date_of(words, number, following):
            number.when = position + 1
    return found


def _add_rate(words: Words, number: Number) -> None:
    """Say what a number is counted by: "30,000 visitors a day", "120 francs per head"."""
    keys, count = words.keys, len(words.keys)
    if number.kind in ("date", "year", "ordinal", "clock", "share", "point"):
        return
    for step in range(number.last + 1, min(count, number.last + 6)):
        key = keys[step]
        if not key[0].isalnum() and key != "-":
            return
        if key in _RATES:
            number.rate = _RATES[key]
            return
        if key in ("a", "an", "per", "each", "every") and step + 1 < count:
            following = keys[step + 1]
            if keys[step + 2 : step + 3] and keys[step + 2] in _SINCE:
                return  # "up from 2,410 a year earlier"
            unit = UNITS.get(following)
            if (unit and unit[0] == "time") or (key in ("a", "an", "per") and (unit or following in _HEADS)):
                number.rate = following.removesuffix("s")
            elif key == "each" and not (
                words.roots[step + 1] if step == number.last + 1 else following[0].isalnum()
            ):
                number.rate = "head"
            return
        if not words.roots[step] and key != "-":
            return


_SINCE = frozenset(("earlier", "ago", "before", "later", "on"))
_RATES = {
    "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year",
    "annual": "year", "hourly": "hour", "nightly": "night", "apiece": "head",
}  # fmt: skip
_HEADS = frozenset(
    list_words(
        """
        head capita person household pupil passenger night share unit copy bushel ounce pound gallon bottle
        ticket piece item mile thousand million billion trillion
        """
    )
)


def _is_date_of(words: Words, number: Number, date: Number) -> bool:
    """Whether a date or year stands right behind another number, over a preposition or a word or two."""
    if number.kind in ("date", "year", "ordinal") or date.kind not in ("date", "year"):
        return False
    between = words.keys[number.last + 1 : date.first]
    return 0 < len(between) <= _NEAR and between[-1] in _WHEN and all(k[0].isalnum() for k in between)


_NEAR = 3  # words between a number and its date
_WHEN = frozenset(list_words("in on by for during of im am"))


def _are_near(one: float, other: float) -> bool:
    """Whether two amounts are of one order of size, as the ends of a range are; nothing is near to zero."""
    return one <= other * _SAME_SIZE and other <= one * _SAME_SIZE and one * other != 0


def _share_units(words: Words, numbers: Sequence[Number]) -> None:
    """Give the first number of a range the unit that only the second one has: "from 41 to 38 percent"."""
    for first, second in pairwise(numbers):
        scale = _find_scale(words, second)
        money = first.kind.startswith("money") and second.kind in ("count", first.kind)  # "€1.1–1.4bn"
        if not (first.kind == "count" or (money and scale)) or first.vague:
            continue
        if second.kind in _WITHOUT_UNIT and not scale:
            continue
        if scale and first.kind == "count" and second.kind.startswith("money") and _find_scale(words, first):
            if words.keys[first.last + 1 : second.first] == ["to"]:
                first.kind = second.kind  # "by 3 million to 20 million euros"
            continue
        if scale and (_find_scale(words, first) or not _are_near(first.raw * scale, second.raw)):
            continue  # "from 500 to 2 million"
        between = tuple(words.keys[first.last + 1 : second.first])
        if (len(between) == 1 and between[0] in _BETWEEN) or between in _INSTEAD:
            if money:
                second.kind = first.kind
            first.kind = second.kind
            first.raw *= scale or 1
            first.value = first.raw * second.value / second.raw if second.raw else first.value


def _find_scale(words: Words, number: Number) -> float:
    """What "million" and the like in a number multiply it by; 0 where none stands there."""
    scales = SCALES.get(words.language, SCALES["en"])
    return max((scales.get(words.keys[j], 0) for j in range(number.first, number.last + 1)), default=0)


_SAME_SIZE = 10  # how many times the second number of a range the first may be to share its "million"
_INSTEAD = frozenset((("instead", "of"), ("rather", "than"), ("not",), (",", "not"), ("compared", "with")))
_WITHOUT_UNIT = frozenset(("count", "year", "date", "ordinal", "clock", "multiple"))
_BETWEEN = frozenset(("to", "and", "or", "-", "–", "bis", "und"))


_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month", "nightly": "day", "hourly": "hour"}
_STARTERS: frozenset[str] = frozenset(
    (
        *VAGUE,
        *FRACTIONS,
        *FRACTION_MARKS,
        *MULTIPLES,
        *ORDINALS,
        *MONTHS,
        *WEEKDAYS,
        *RELATIVE_DAYS,
        *_PERIODS,
        *FEASTS,
        *_OFTEN,
        "once",
        "single",
        "hat",
    )
) | frozenset(
    ("$", "€", "£", "¥", "₽", "₴", "₹", "a", "an", "another", "noon", "midnight", "couple", "every")
)
_STARTERS |= {"single"}
_AFTER_ARTICLE = frozenset(
    (
        *UNITS,
        *SINGLE_UNITS,
        *FRACTIONS,
        "quarter",
        "dozen",
        "full",
        "percentage",
        *(word for scales in SCALES.values() for word in scales),
    )
)


def _read_number(words: Words, at: int, language: str, cardinals: dict[str, int]) -> Number | None:
    """The number that begins at a word, with its currency, scale and unit."""
    keys, count = words.keys, len(words.keys)
    first, currency = at, ""
    if keys[at] in "$€£¥₽₴₹":
        if at + 1 >= count or not keys[at + 1][0].isdecimal():
            return None
        currency = CURRENCIES[keys[at]]
        if at and keys[at - 1] in ("us", "a", "au", "c", "ca", "hk", "nz") and words.tokens[at - 1].isupper():
            first = at - 1
        at += 1
    read = _read_value(words, at, language, cardinals)
    if read is None or (read[0] in _ADDRESSES and at and words.tokens[at - 1] == "No"):
        return None  # "a source at No 10"
    value, after, form = read
    kind = "count"
    if at and keys[at - 1] == "number" and form in ("digits", "word"):
        form = "ordinal"  # "the party's number two"
    if form == "fraction":
        kind = "share"
    elif form in ("ordinal", "multiple"):
        kind = _tell_kind(form, keys[at : after + 1])
    following = keys[after] if after < count else ""
    if (
        form == "digits"
        and following in _ORDINAL_SUFFIXES
        and words.starts[after] == words.span(at, after - 1)[1]
    ):
        kind, after = "ordinal", after + 1
    raw = value
    if kind == "count":
        kind, value, after = _read_unit(words, at, after, value, form)
        value, after = _add_half(keys, after, kind, raw, value)
    elif kind == "share":
        kind, value, after = _read_share_unit(keys, after, value, SCALES[language])
    if currency:
        kind = "money:" + currency
    last = after - 1
    lean, close, start = _read_leaning(words, first, kind)
    if form == "article" and keys[after : after + 1] in _COMPARED_WITH:
        lean, close, start = None, False, first  # "12% less than a year earlier"
    role = ""
    if start:
        role = _ROLES.get(keys[start - 1], "")
    return Number(
        kind,
        value,
        start,
        last,
        raw,
        lean,
        word=form not in ("digits", "mark"),
        vague=form == "vague",
        close=close,
        role=role,
        implicit=form == "article" and kind == "time",
        inclusive=start < first and (keys[start] == "as" or keys[start : start + 2] in _INCLUSIVE),
    )


def _read_share_unit(
    keys: Sequence[str], after: int, value: float, scales: dict[str, float]
) -> tuple[str, float, int]:
    """Kind, value and index after a fraction, once what it is a fraction of is taken: "half a million"."""
    if end := _skip_point(keys, after):
        return "point", value, end  # "a quarter point", "half a percentage point", "a quarter of a point"
    following, *behind = (*keys[after : after + 3], "", "", "")[:3]
    whole = behind[1] if following == "of" and behind[0] in ("a", "an", "one") else ""
    if whole in scales:
        return "count", value * scales[whole], after + 3
    if whole in UNITS:
        kind, size = UNITS[whole]
        return kind, value * size, after + 3  # "a quarter of a century", "a tenth of a degree"
    if following not in ("a", "an") or (value != 0.5 and keys[after + 2 : after + 3] in _STEPS_BACK):
        return "share", value, after
    if UNITS.get(behind[0], ("",))[0] == "time":
        return "time", value * UNITS[behind[0]][1], after + 2
    if behind[0] in scales or behind[0] == "dozen":
        return "count", value * scales.get(behind[0], 12), after + 2
    return "share", value, after


def _tell_kind(form: str, keys: Sequence[str]) -> str:
    """The kind of an ordinal or "twice": how much in "twice the sum", how often in "twice since May"."""
    following = keys[1] if len(keys) > 1 else ""
    often = (
        keys[0] in ("once", "twice", "thrice", "hat")
        and following not in _COMPARING
        and following not in _OWN
    )
    return "times" if often else form


def _is_one_time(keys: Sequence[str], at: int) -> bool:
    """Whether "once" says how often, not when: "only once", "refused once to sign", "won it once before"."""
    before, behind = keys[max(0, at - 1)], keys[at + 1] if at + 1 < len(keys) else "."
    often = before in ("only", "just", "least", "than") or is_past(before)
    return often and (behind in _ONCE_BEFORE or not behind[0].isalnum())


_ONCE_BEFORE = frozenset(list_words("to in on since during before by for at only and or but this last when"))
_ADDRESSES = (10, 11)  # in Downing Street


def _read_frequency(words: Words, at: int) -> Number | None:
    """How often something happens: "daily", "once a week", "every month", as times a day."""
    keys = words.keys
    if keys[at] in _OFTEN:
        return Number("frequency", 1 / UNITS[_OFTEN[keys[at]]][1], at, at, 1.0, word=True)
    if keys[at] not in ("once", "every"):
        return None
    unit = at + 1 if keys[at] == "every" else at + 2
    if keys[at] == "once" and keys[at + 1 : at + 2] not in (["a"], ["per"], ["every"], ["each"]):
        return None
    kind, size = UNITS.get(keys[unit] if unit < len(keys) else "", ("", 0.0))
    if kind != "time" or keys[unit].endswith("s") or keys[unit] == "second":
        return None
    return Number("frequency", 1 / size, at, unit, 1.0, word=True)


def _read_clock(words: Words, at: int, cardinals: dict[str, int]) -> Number | None:
    """A time of day in words: "a quarter to four", "half past nine", "ten past six".

    >>> from summarizer.check.lexicon.words import split_words
    >>> [(n.kind, n.value) for n in find_numbers(split_words("It sank at a quarter to four.", "en"))]
    [('clock', 225.0)]
    """
    keys, count = words.keys, len(words.keys)
    first = at
    if keys[at] == "a" and keys[at + 1 : at + 2] == ["quarter"]:
        at += 1
    minutes = {"quarter": 15, "half": 30}.get(keys[at], cardinals.get(keys[at], 0))
    at += 1
    if keys[at : at + 1] == ["minutes"]:
        at += 1
    if not 0 < minutes <= 30 or at + 1 >= count or keys[at] not in ("past", "to"):
        return None
    if keys[at] == "to" and (keys[first] not in ("a", "quarter") and keys[at - 1] != "minutes"):
        return None  # "six to nine"
    hour = _read_small(keys[at + 1], cardinals, "en") if keys[at + 1][0].isalnum() else 0
    if not 1 <= hour <= 12 or keys[at + 2 : at + 3] == ["percent"]:
        return None
    value = hour * 60 + (minutes if keys[at] == "past" else -minutes)
    value, after = _read_half_day(keys, at + 2, float(value))
    return Number("clock", value, first, after - 1, hour, word=True)


_COMPARED_WITH = (["earlier"], ["ago"], ["before"])


# Leanings that the number itself fulfils.
_INCLUSIVE = (
    ["at", "least"],
    ["no", "fewer"],
    ["no", "less"],
    ["no", "more"],
    ["at", "most"],
    ["not", "less"],
)


def _read_value(
    words: Words, at: int, language: str, cardinals: dict[str, int]
) -> tuple[float, int, str] | None:
    """Value, index after it and form of the number that begins at a word, unit left aside."""
    keys, count = words.keys, len(words.keys)
    key = keys[at]
    following = keys[at + 1] if at + 1 < count else ""
    scales = SCALES[language]
    if key[0].isdecimal():
        value, after = read_digits(key, language), at + 1
        if following in FRACTION_MARKS:
            value, after = value + FRACTION_MARKS[following], after + 1
        if (
            following == "in"
            and after + 1 < count
            and (total := _read_small(keys[after + 1], cardinals, language))
        ) and 0 < value < total:
            return value / total, after + 2, "fraction"
        if (
            following == "/"
            and after + 1 < count
            and keys[after + 1].isdecimal()
            and 0 < value < float(keys[after + 1])
        ):
            return value / float(keys[after + 1]), after + 2, "fraction"
        return _scale(words, value, after, scales, "digits")
    if key in VAGUE:
        value, after = VAGUE[key], at + 1
        if following == "of" and after + 1 < count and keys[after + 1] in VAGUE:
            return value * VAGUE[keys[after + 1]], after + 2, "vague"
        return value, after, "vague"
    if key in FRACTION_MARKS:
        return FRACTION_MARKS[key], at + 1, "fraction"
    if key in MULTIPLES:
        return MULTIPLES[key], at + 1, "multiple"
    if key in ("a", "an", "another"):
        if following == "second":
            return None  # the ordinal comes next
        if following in scales and following not in ("m", "b", "k"):
            return _scale(words, 1.0, at + 1, scales, "word")
        if following == "dozen":
            return 12.0, at + 2, "word"
        if (
            following in FRACTIONS
            and keys[at + 2 : at + 3] == ["of"]
            and keys[at + 3 : at + 4] in (["a"], ["an"])
        ):
            return FRACTIONS[following], at + 2, "fraction"
        if following in FRACTIONS and (
            _skip_point(keys, at + 2) or (following != "half" and _says_share(keys, at + 2))
        ):
            return FRACTIONS[following], at + 2, "fraction"
        if key == "another" and (following not in UNITS or keys[at + 2 : at + 4] != ["and", "a"]):
            return None
        full = at + 1 + (following == "full")
        if keys[full : full + 1] == ["percentage"] and keys[full + 1 : full + 2] == ["point"]:
            return 1.0, full, "word"
        if following == "full" and key == "a" and keys[at + 2 : at + 3] and keys[at + 2] in UNITS:
            return 1.0, at + 2, "word"
        if following in SINGLE_UNITS or (following in UNITS and keys[at + 2 : at + 4] == ["and", "a"]):
            return 1.0, at + 1, "word"
        if UNITS.get(following, ("",))[0] == "time":
            return 1.0, at + 1, "article"
        return None
    if key == "once" and _is_one_time(keys, at):
        return 1.0, at + 1, "multiple"
    if key == "every" and following in ORDINALS:
        return 1 / ORDINALS[following], at + 2, "fraction"
    if key == "hat" and "trick" in keys[at + 1 : at + 3]:
        return 3.0, at + 1 + keys[at + 1 : at + 3].index("trick") + 1, "multiple"
    if key == "single" and at and keys[at - 1] in ("a", "one", "every"):
        return 1.0, at + 1, "word"
    if key == "couple":
        return 2.0, at + 2 if following == "of" else at + 1, "word"
    if key in ("noon", "midnight"):
        return (12.0 if key == "noon" else 0.0), at + 1, "word"
    if key in FRACTIONS and key not in ORDINALS:
        if key == "quarter" and _skip_point(keys, at + 1):
            return FRACTIONS[key], at + 1, "fraction"  # "the quarter-point cut"
        if key == "half" and (keys[max(0, at - 1)] in _BEFORE_HALF or "time" in keys[at + 1 : at + 3]):
            return None  # of a year or a match
        if key in ("half", "halves", "hälfte"):
            return 0.5, at + 1, "fraction"
        if key in ("drittel", "viertel", "fünftel", "zehntel", "moitié", "mitad", "metà", "helft"):
            return FRACTIONS[key], at + 1, "fraction"
        return None
    if key in ORDINALS:
        return (float(ORDINALS[key]), at + 1, "ordinal")
    if key in cardinals:
        return _read_cardinal(words, at, language, cardinals)
    if key in _AGES and at > 1 and keys[at - 1] in ("-", "‑") and keys[at - 2] in ("under", "over"):
        return _AGES[key], at + 1, "word"
    return None


# Before "half", where that is a stretch of time: "in the same half".
_BEFORE_HALF = frozenset(list_words("first second same opening closing latter final"))
# "Under-twelves".
_AGES = {
    word.replace("x", "xe") + "s": float(value) for word, value in CARDINALS["en"].items() if 4 < value < 22
}
# Words that a number may begin with, beside digits.
_BEGINNING = {language: frozenset((*_STARTERS, *words, *_AGES)) for language, words in CARDINALS.items()}


def _skip_point(keys: Sequence[str], at: int) -> int:
    """The index after "point", "-point" or "a percentage point"; 0 where none stands at an index."""
    while at < len(keys) and keys[at] in ("a", "of", "-", "‑", "percentage", "percent"):
        at += 1
    return at + 1 if at < len(keys) and keys[at] in ("point", "points") else 0


def _says_share(keys: list[str], at: int) -> bool:
    """Whether "a third" is a share here: no noun follows it."""
    if at >= len(keys) or not keys[at][0].isalpha() or keys[at] in _AFTER_SHARE or keys[at] in _COMPARATIVES:
        return True
    span = keys[at] in CARDINALS["en"] or keys[at] in ("a", "an")
    # "A third five years ago", "a quarter a year earlier".
    return span and keys[at + 2 : at + 3] in _STEPS_BACK


_STEPS_BACK = (["ago"], ["earlier"], ["before"], ["later"])


_COMPARATIVES = frozenset(
    list_words(
        """
        bigger larger greater smaller wider narrower longer shorter taller deeper heavier lighter faster
        older younger cheaper dearer richer poorer stronger weaker warmer colder hotter cooler thicker thinner
        better worse quicker slower
        """
    )
)


_AFTER_SHARE = frozenset(
    list_words(
        """
        of off more less fewer as higher lower in to by from over on at and or since during are is was were
        last this compared after while when against within between among but according per before until
        has have had said say says did do does would will think thought want wanted believe above below
        """
    )
)


def _read_small(key: str, cardinals: dict[str, int], language: str) -> float:
    """A plain number in digits or letters, 0 where a word is none."""
    if key[0].isdecimal():
        return read_digits(key, language)
    return float(cardinals.get(key, 0))


def _read_cardinal(
    words: Words, at: int, language: str, cardinals: dict[str, int]
) -> tuple[float, int, str] | None:
    """A number in letters: "twenty-five", "one hundred and forty", "two and a half", "two thirds"."""
    keys, count = words.keys, len(words.keys)
    scales = SCALES[language]
    first = at
    value = float(cardinals[keys[at]])
    at += 1

    def key_at(index: int) -> str:
        return keys[index] if index < count else ""

    def skip_hyphen(index: int) -> int:
        return index + 1 if key_at(index) in ("-", "‑") else index

    after = skip_hyphen(at)
    if value >= 20 and value % 10 == 0 and 0 < cardinals.get(key_at(after), 0) < 10:
        value += cardinals[keys[after]]
        at = after + 1
    if key_at(at) == "dozen" and value != 12:
        return value * 12, at + 1, "word"
    after = skip_hyphen(at)
    if (
        key_at(after) in FRACTIONS
        and value < 10
        and not (
            key_at(after) in ORDINALS and value == 1 and at == after and not _says_share(keys, after + 1)
        )
    ):
        return value * FRACTIONS[keys[after]], after + 1, "fraction"
    if key_at(at) == "in" and key_at(at + 1) == "a" and key_at(at + 2) in _WHOLE_COUNTS:
        return value / _WHOLE_COUNTS[key_at(at + 2)], at + 3, "fraction"  # "three in a thousand"
    if value == 1 and key_at(at).isalpha() and key_at(at + 1) == "in":
        total = _read_small(key_at(at + 2), cardinals, language) if key_at(at + 2) else 0
        if 1 < total <= 1000 and key_at(at + 3) not in UNITS and words.roots[at]:
            return value / total, at + 3, "fraction"  # "one claim in eight"
    if key_at(at) in ("in", "of") and key_at(at + 1) not in ("", "the"):
        shift = at + 1
        total = _read_small(key_at(shift), cardinals, language)
        if key_at(at) == "in" and value < total <= 1000 and total != value:
            return value / total, shift + 1, "fraction"
    if key_at(at) == "out" and key_at(at + 1) == "of" and key_at(at + 2):
        total = _read_small(key_at(at + 2), cardinals, language)
        if value < total:
            return value / total, at + 3, "fraction"
    scaled, at, form = _scale(words, value, at, scales, "word")
    if form == "word" and scaled == value and value == 1 and keys[first] in ("one", "ein", "eins"):
        # "one" is mostly no number; it is where a unit or a noun of counting follows it.
        following = key_at(skip_hyphen(at))
        told = following in UNITS or following in PERCENT or following in CURRENCIES
        ratio = (
            first > 1
            and keys[first - 1] == "to"
            and any(
                _read_small(k, cardinals, language)
                for k in keys[max(0, first - 3) : first - 1]
                if k[0].isalnum()
            )
        )  # "nine judges to one"
        ratio |= following == "nil"  # "one-nil up"
        if not (told or ratio or keys[max(0, first - 2) : first] == ["all", "but"]):
            return None
    return scaled, at, "word"


_WHOLE_COUNTS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6}


def _scale(
    words: Words, value: float, after: int, scales: dict[str, float], form: str
) -> tuple[float, int, str]:
    """Take the scale words that follow: "2.5 billion", "one hundred and forty thousand", "6m"."""
    keys, count = words.keys, len(words.keys)
    language = words.language if words.language in CARDINALS else "en"
    cardinals = CARDINALS[language]
    total, part = 0.0, value
    scaled = False
    while after < count:
        key = keys[after]
        index = after
        if key in ("-", "‑") and index + 1 < count and keys[index + 1] in scales:
            index, key = index + 1, keys[index + 1]
        if key in scales and len(key) <= 2:  # "6m", "5bn": written onto the digits, or with a currency before
            touching = words.starts[index] == words.starts[index - 1] + len(words.tokens[index - 1])
            money = after >= 2 and keys[after - 2] in CURRENCIES
            if form != "digits" or not (touching or money or key in ("bn", "mn", "tn")):
                break
        if key in scales:
            if key in ("hundred", "hundert", "honderd", "cent", "cents"):
                part *= 100
            else:
                total += part * scales[key]
                part = 0.0
            scaled = True
            after = index + 1
        elif (
            scaled and form == "word" and key == "and" and index + 1 < count and keys[index + 1] in cardinals
        ):
            after = index + 1
        elif scaled and form == "word" and key in cardinals:
            part += cardinals[key]
            after = index + 1
            if part % 100 >= 20 and after < count:
                following = after + 1 if keys[after] in ("-", "‑") else after
                if following < count and 0 < cardinals.get(keys[following], 0) < 10:
                    part += cardinals[keys[following]]
                    after = following + 1
        elif (
            key == "and"
            and index + 2 < count
            and keys[index + 1] in ("a", "one")
            and keys[index + 2] in FRACTIONS
        ):
            part += FRACTIONS[keys[index + 2]]
            after = index + 3
        else:
            break
    return total + part, after, form


def _read_unit(words: Words, at: int, after: int, value: float, form: str) -> tuple[str, float, int]:
    """Kind, value and index after it, once the unit that follows a number is taken."""
    keys, count = words.keys, len(words.keys)

    def key_at(index: int) -> str:
        return keys[index] if index < count else ""

    following = key_at(after)
    if (
        following == ":"
        and form == "digits"
        and key_at(after + 1).isdecimal()
        and len(key_at(after + 1)) == 2
    ) and words.starts[after] == words.starts[after - 1] + len(words.tokens[after - 1]):
        minutes = value * 60 + float(keys[after + 1])
        return "clock", *_read_half_day(keys, after + 2, minutes)
    if following in ("am", "pm") or (following in ("a", "p") and key_at(after + 1) == "m"):
        hours, minutes = divmod(value, 1)  # "3.45 p.m."
        return "clock", *_read_half_day(keys, after, hours * 60 + round(minutes * 100))
    if keys[at] in ("noon", "midnight"):
        return "clock", value * 60, after
    if following in PERCENT or (following == "per" and key_at(after + 1) == "cent"):
        after += 2 if following == "per" else 1
        if key_at(after) in ("-", "‑"):
            after += 1
        if key_at(after) in POINTS:
            return "point", value, after + 1
        return "share", value / 100, after
    if following == "basis" and key_at(after + 1) in POINTS:
        return "point", value / 100, after + 2
    if following in POINTS and following not in ("point", "points"):
        return "point", value, after + 1
    if (
        following in _HUNDREDTHS
        and key_at(after + 1) in ("of", "in", "out", "on")
        and any(key_at(j) in _WHOLES for j in range(after + 2, after + 5))
    ):
        whole = next(j for j in range(after + 2, after + 5) if key_at(j) in _WHOLES)
        return "share", value / 100, whole + 1
    if following in _HUNDREDTHS and any(
        keys[j] in _WHOLES and keys[j - 1] in ("each", "every") for j in range(max(1, at - 4), at)
    ):
        return "share", value / 100, after + 1
    if following == "of" and key_at(after + 1) in ("a", "one") and (end := _skip_point(keys, after)):
        return "point", value, end  # "0.1 of a percentage point"
    if following in CURRENCIES:
        return "money:" + CURRENCIES[following], value, after + 1
    if following in ("square", "sq") and (unit := UNITS.get(key_at(after + 1))) and unit[0] == "length":
        return "area", value * unit[1] ** 2 / 1e4, after + 2
    if following == "times":
        return "multiple" if key_at(after + 1) in _COMPARING else "times", value, after + 1
    if form == "digits" and following in DEGREES and words.tokens[after][0].isupper():
        return "temperature", (value - 32) / 1.8 if following[0] == "f" else value, after + 1
    index = after + 1 if following in ("-", "‑") else after
    for step in (index, index + 1):  # "three straight weeks", "45 long minutes": one word between
        unit = UNITS.get(key_at(step))
        if unit:
            if unit[0] == "time" and key_at(step) in ("second",) and step != after:
                continue
            if step != index and (
                unit[0] != "time"
                or not key_at(index).isalpha()
                or key_at(index) in _STARTERS
                or key_at(index) in CARDINALS["en"]  # "880 ten years ago"
            ):
                continue
            if unit[0] == "temperature" and key_at(step + 1) in ("fahrenheit", "f"):
                return unit[0], (value - 32) / 1.8, step + 2
            return unit[0], value * unit[1], step + 1
        if step == index and key_at(index) in ("to", "and", "or"):
            break
    if form == "digits" and keys[at].isdecimal() and len(keys[at]) == 4 and 1500 <= value <= 2100:
        return "year", value, after  # "1800s" is one too
    return "count", value, after


_OWN = frozenset(list_words("a an what this last those our his her my your daily"))
_COMPARING = frozenset(list_words("as the that more higher larger bigger its their greater faster"))
_HUNDREDTHS = frozenset(list_words("cent cents penny pence p"))
_WHOLES = frozenset(list_words("dollar euro pound franc"))


def _add_half(keys: list[str], after: int, kind: str, raw: float, value: float) -> tuple[float, int]:
    """The "and a half" that follows a unit: "a year and a half"."""
    if kind != "time" or after + 2 >= len(keys) or keys[after] != "and" or keys[after + 1] != "a" or not raw:
        return value, after
    part = FRACTIONS.get(keys[after + 2], 0)
    return (value + part * value / raw, after + 3) if part else (value, after)


def _read_half_day(keys: list[str], after: int, minutes: float) -> tuple[float, int]:
    key = keys[after] if after < len(keys) else ""
    if key in ("am", "pm"):
        after += 1
    elif key in ("a", "p") and after + 1 < len(keys) and keys[after + 1] == "m":
        key, after = key + "m", after + 2
    if key == "pm" and minutes < 720:
        minutes += 720
    if key == "am" and minutes >= 720:
        minutes -= 720
    return minutes, after


def _read_leaning(words: Words, first: int, kind: str) -> tuple[int | None, bool, int]:
    """Leaning, whether it only says "not quite", and where the number begins with it."""
    keys = words.keys
    if first > 1 and keys[first - 1] in ("-", "‑") and keys[first - 2] in ("under", "over"):
        return (-1 if keys[first - 2] == "under" else 1), False, first - 2  # "under-25s"
    skip = int(first > 0 and keys[first - 1] in ("a", "an", "die", "der", "das", "ein", "eine"))
    for length in (3, 2, 1):
        start = first - skip - length
        if start < 0:
            continue
        phrase = tuple(keys[start : start + length])
        lean = LEANINGS.get(phrase)
        if lean is None:
            continue
        if phrase == ("over",) and start and keys[start - 1].startswith(_HANDING):
            continue  # "handing over 340 aircraft"
        if phrase == ("over",) and not _DISPUTED.isdisjoint(keys[max(0, start - 3) : start]):
            continue  # "charged over three fires": because of them
        if phrase == ("up", "to") and start and keys[start - 1] in _MOVING:
            continue  # "went up to 18 percent"
        if (
            phrase == ("up", "to")
            and not _LIFTING.isdisjoint(keys[max(0, start - 5) : max(0, start - 1)])
            and words.roots[start - 1]
        ):
            continue  # "drove the price up to $90"
        if phrase == ("over",) and keys[first][0].isalpha() and keys[first + 2 : first + 3] in _OWNERS:
            continue  # "sued over three patients' deaths": because of them
        if (
            length == 1
            and kind in ("time", "length")
            and phrase[-1] in ("over", "under", "über", "some", "unter")
            and not (phrase == ("under",) and kind == "time" and "of" not in keys[first + 1 : first + 4])
        ):
            continue  # "over three years" is mostly "in the course of", "under ten years of war" during it
        if kind in ("clock", "year", "ordinal", "date"):
            continue
        return lean, phrase[-1] in CLOSE, start
    return None, False, first


_HANDING = ("hand", "turn", "tak", "took", "carr", "pass", "sign", "roll", "bring", "brought", "look", "run")
_DISPUTED = frozenset(
    list_words(
        """
        charged arrested sued fined jailed criticised criticized accused questioned investigated row dispute
        protest protests protested strike clash clashed concern concerns anger fury outcry lawsuit apologised
        apologized resigned investigation inquiry feud
        """
    )
)
_MOVING = frozenset(
    list_words("went go goes gone rose risen climbed shot moved edged crept inched is are pushed")
)
_OWNERS = (["'"], ["’"])
_LIFTING = frozenset(
    list_words(
        """
        push pushes pushed pushing drive drives drove driven driving lift lifts lifted lifting send sends sent
        sending raise raises raised raising bid bids bidding bump bumped bumping nudge nudged nudging boosted
        boosting hoisted propelled propelling
        """
    )
)


def _read_day(words: Words, at: int) -> Number | None:
    """The date that begins at a word: "March 4, 2025", "2025-03-04", "last Monday", "yesterday"."""
    keys, tokens, count = words.keys, words.tokens, len(words.keys)

    def key_at(index: int) -> str:
        return keys[index] if index < count else ""

    key = keys[at]
    if key in WEEKDAYS and tokens[at][0].isupper():
        return Number("date", 0, at, at, day=Day(weekday=WEEKDAYS[key]))
    if key in FEASTS and tokens[at][0].isupper():
        for feast, (feast_month, feast_day) in FEASTS[key].items():
            end = at + len(feast) - 1
            if tuple(keys[at : end + 1]) == feast:
                year, year_last = _read_year(keys, end + 1)
                return Number("date", 0, at, year_last or end, day=Day(year, feast_month, feast_day or None))
    if key in _PERIODS:
        following = key_at(at + 1)
        turn = _PERIODS[key]
        if following in WEEKDAYS:
            return Number("date", 0, at, at + 1, day=Day(weekday=WEEKDAYS[following], turn=turn))
        if following == "year":
            return Number("date", 0, at, at + 1, day=Day(years=turn))
        if following == "month":
            return Number("date", 0, at, at + 1, day=Day(months=turn))
        if following in SINGLE_UNITS:
            kind, size = UNITS[following]
            return Number(kind, size, at, at + 1, 1.0, word=True)
        return None
    if key in RELATIVE_DAYS and words.language in ("", "en", "de", "fr", "es", "it", "nl"):
        if key in ("morgen", "hier") and words.language not in ("fr", "de"):
            return None
        if key == "hier" and words.language != "fr":
            return None
        return Number("date", 0, at, at, day=Day(offset=RELATIVE_DAYS[key]))
    if key in MONTHS and tokens[at][0].isupper():
        return _read_month(words, at)
    if not key[0].isdecimal():
        return None
    if len(key) == 4 and key.isdecimal() and key_at(at + 1) == "-" and key_at(at + 3) == "-":
        month, day = key_at(at + 2), key_at(at + 4)
        if month.isdecimal() and day.isdecimal() and len(month) == len(day) == 2 and 1 <= int(month) <= 12:
            return Number("date", 0, at, at + 4, day=Day(int(key), int(month), int(day)))
    if key.isdecimal() and len(key) <= 2 and 1 <= int(key) <= 31:
        index = at + 1
        if key_at(index) in _ORDINAL_SUFFIXES or key_at(index) == ".":
            index += 1
        if key_at(index) == "of":
            index += 1
        if key_at(index) in MONTHS and tokens[index][0].isupper():
            year, last = _read_year(keys, index + 1)
            return Number("date", 0, at, last or index, day=Day(year, MONTHS[keys[index]], int(key)))
    return None


def _read_month(words: Words, at: int) -> Number | None:
    keys, count = words.keys, len(words.keys)

    def key_at(index: int) -> str:
        return keys[index] if index < count else ""

    month = MONTHS[keys[at]]
    index = at + 1
    if key_at(index) == "." and len(keys[at]) <= 4:
        index += 1
    following = key_at(index)
    day, last = None, at
    if following.isdecimal() and following.isascii() and len(following) <= 2 and 1 <= int(following) <= 31:
        day, last = int(following), index
        if key_at(index + 1) in _ORDINAL_SUFFIXES:
            last = index + 1
    year, year_last = _read_year(keys, last + 1)
    if keys[at] in DOUBTFUL_MONTHS and day is None and year is None:
        before = keys[at - 1] if at else ""
        if before not in (
            "in",
            "since",
            "until",
            "by",
            "of",
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "from",
            "and",
            "as",
            "around",
            "before",
            "after",
            "for",
            "on",
            "than",
            "during",
            "through",
            "late-",
            "between",
            "till",
        ):
            return None
    return Number("date", 0, at, year_last or last, day=Day(year, month, day))


def _read_year(keys: list[str], at: int) -> tuple[int | None, int | None]:
    if at < len(keys) and keys[at] in (",", "of"):
        at += 1
    if at < len(keys) and len(keys[at]) == 4 and keys[at].isascii() and keys[at].isdecimal():
        return int(keys[at]), at
    return None, None


def _add_contexts(words: Words, numbers: Sequence[Number]) -> None:
    """Give each number the roots around it: what it counts or measures."""
    roots, keys = words.roots, words.keys
    for position, number in enumerate(numbers):
        floor = numbers[position - 1].last + 1 if position else 0
        ceiling = numbers[position + 1].first if position + 1 < len(numbers) else len(roots)
        around: list[str] = []
        for index in range(number.last + 1, min(ceiling, number.last + 7)):
            if keys[index] in _CONTEXT_ENDS:
                break
            around.append(roots[index])
        for index in range(number.first - 1, max(floor, number.first - 7) - 1, -1):
            if keys[index] in _CONTEXT_ENDS:
                break
            around.append(roots[index])
        window = keys[max(floor, number.first - 4) : number.first]
        # "lowered it to 289": what it is stands elsewhere, so the context tells nothing.
        # Nor does a score: who won stands beside it, on either side.
        elsewhere = (
            "it" in window
            or "them" in window
            or _is_score(words, number)
            or keys[number.last + 1 : number.last + 2] in (["others"], ["other"])
        )
        number.context = frozenset() if elsewhere else frozenset(around) - {""}
    for one, other in pairwise(numbers):
        if tuple(keys[other.first - 2 : other.first]) in _COMPARED:
            other.context |= one.context  # "310 deer, compared with 150"
        if keys[other.last + 1 : other.last + 2] == ["of"] and keys[other.last + 2 : other.last + 3] in _BACK:
            other.context |= one.context  # "12 ships, four of them tankers"
            if one.kind == "time" and other.kind == "count":
                other.kind, other.value = one.kind, other.raw * one.value / (one.raw or 1)
        if is_part(words, one, other):
            one.context |= other.context  # "two of the five charges", "two of Lund's five wells"
        if (
            one.kind in ("count", other.kind)
            and keys[one.last + 1 : other.first] == ["to"]
            and one.role == "from"
        ):
            one.context = other.context = one.context | other.context  # "from 14 to nine weeks"


def is_part(words: Words, one: Number, other: Number) -> bool:
    """Whether one number is told to be of another: no noun but an owner's stands between."""
    between = range(one.last + 1, other.first)
    if not 0 < len(between) <= _NEAR_WHOLE or words.keys[between[0]] != "of":
        return False
    own = next((i for i in reversed(between) if words.tokens[i].endswith(("’s", "'s", "’", "'"))), between[0])
    return not any(words.roots[own + 1 : other.first])


_NEAR_WHOLE = 6  # words from a part to its whole
_COMPARED = (("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"))
_BACK = (["them"], ["these"], ["those"], ["which"], ["whom"])


def _is_score(words: Words, number: Number) -> bool:
    """Whether a number is half of a score: "2-1"."""
    if number.kind != "count" or not words.keys[number.first][0].isdecimal():
        return False
    keys, dashes = words.keys, ("-", "–", ":")
    after = keys[number.last + 1 : number.last + 3]
    before = keys[max(0, number.first - 2) : number.first]
    return (len(after) == 2 and after[0] in dashes and after[1].isdecimal()) or (
        len(before) == 2 and before[1] in dashes and before[0].isdecimal()
    )


_CONTEXT_ENDS = frozenset(list_words(", ; : . and or but while when whereas und oder aber"))
