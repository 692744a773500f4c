"""Numbers of a text by value, unit and leaning, and whether a claim's stand in its evidence.

"6 million", "6,000,000" and "6m" are one number; "half" is 50 percent; "Tuesday" is a date once the
article has one. A number that leans the other way ("more than" for "nearly") differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from summarizer.check.number_words import (
    CARDINALS,
    CLOSE,
    CURRENCIES,
    DOUBTFUL_MONTHS,
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
from summarizer.check.tables import list_words
from summarizer.check.words import Words

_ROLES = {"from": "from", "to": "to", "by": "by", "von": "from", "auf": "to", "um": "by"}
_ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_PERIODS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_WITH_STOPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SOME = 5  # numbers up to this may be counted off a list of names: "the two leaders"


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
        kind: "count", "share", "point", "multiple", "ordinal", "year", "date", "clock", a dimension
            ("time", "length"…) or "money:" and its currency.
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


class Difference(NamedTuple):
    """A number of the claim that its evidence does not have; `expected` is what it has instead."""

    found: Number
    expected: Number | None
    why: str  # "value", "leaning", "unit", "role", "place", "date"


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


def _is_number_word(key: str, cardinals: dict[str, int]) -> bool:
    return key in cardinals and key not in ("one", "ein", "eins")


def find_numbers(words: Words) -> list[Number]:
    """All numbers and dates of a text, in order.

    >>> from summarizer.check.words import split_words
    >>> words = split_words("More than half of 6m paid $2.5bn.", "en")
    >>> [(n.kind, n.value, n.lean) for n in find_numbers(words)]
    [('share', 0.5, 1), ('count', 6000000.0, None), ('money:dollar', 2500000000.0, None)]
    """
    keys = words.keys
    language = words.language if words.language in SCALES else "en"
    cardinals = CARDINALS[language]
    found: list[Number] = []
    at, count = 0, len(keys)
    while at < count:
        key = keys[at]
        number = None
        if key[0].isdecimal() or key in _STARTERS or key in cardinals:
            number = _read_day(words, at) or _read_number(words, at, language, cardinals)
        if number is None:
            at += 1
            continue
        at = number.last + 1
        found.append(number)
    _share_units(words, found)
    _add_contexts(words, found)
    return found


def _share_units(words: Words, numbers: Sequence[Number]) -> None:
    """Give the first number of a range the unit that only the second one has: "from 41 to 38 percent"."""
    for first, second in pairwise(numbers):
        if first.kind != "count" or first.vague or second.kind in _WITHOUT_UNIT:
            continue
        if second.first - first.last == 2 and words.keys[first.last + 1] in _BETWEEN:
            first.kind = second.kind
            first.value = first.raw * second.value / second.raw if second.raw else first.value


_WITHOUT_UNIT = frozenset(("count", "year", "date", "ordinal", "clock", "multiple"))
_BETWEEN = frozenset(("to", "and", "or", "-", "–", "bis", "und"))


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
    )
) | frozenset(("$", "€", "£", "¥", "₽", "₴", "₹", "a", "an", "noon", "midnight", "couple"))


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
    if read is None:
        return None
    value, after, form = read
    kind = "count"
    if form == "fraction":
        kind = "share"
    elif form in ("ordinal", "multiple"):
        kind = form
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
    elif (
        kind == "share" and following == "of" and after + 1 < count and keys[after + 1] in ("a", "an", "one")
    ):
        # "half of a million" is a count
        scale = SCALES[language].get(keys[after + 2], 0) if after + 2 < count else 0
        if scale:
            kind, value, after = "count", value * scale, after + 3
        elif after + 3 < count and keys[after + 2] in PERCENT and keys[after + 3] in POINTS:
            kind, after = "point", after + 4
    elif kind == "share" and following in ("a", "an") and after + 1 < count:
        unit = UNITS.get(keys[after + 1])
        scale = SCALES[language].get(keys[after + 1], 0)
        if unit and unit[0] == "time":
            kind, value, after = "time", value * unit[1], after + 2
        elif scale or keys[after + 1] == "dozen":
            kind, value, after = "count", value * (scale or 12), after + 2
    if currency:
        kind = "money:" + currency
    last = after - 1
    lean, close, start = _read_leaning(words, first, kind)
    role = ""
    if start:
        role = _ROLES.get(keys[start - 1], "")
    return Number(
        kind, value, start, last, raw, lean, form not in ("digits", "mark"), form == "vague", close, role
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
    if key in ("a", "an"):
        if following in scales and following not in ("m", "b", "k"):
            return _scale(words, 1.0, at + 1, scales, "word")
        if following == "dozen":
            return 12.0, at + 2, "word"
        if following in FRACTIONS and following not in ("half",) and _says_share(keys, at + 2):
            return FRACTIONS[following], at + 2, "fraction"
        if following in SINGLE_UNITS or (following in UNITS and keys[at + 2 : at + 4] == ["and", "a"]):
            return 1.0, at + 1, "word"
        return None
    if key == "couple":
        return 2.0, at + 2 if following == "of" else at + 1, "word"
    if key in ("noon", "midnight"):
        return (12.0 if key == "noon" else 0.0), at + 1, "word"
    if key in FRACTIONS and key not in ORDINALS:
        if key in ("half", "halves", "hälfte"):
            return 0.5, at + 1, "fraction"
        if key in ("drittel", "viertel", "fünftel", "zehntel", "moitié", "mitad", "metà", "helft"):
            return FRACTIONS[key], at + 1, "fraction"
        return None
    if key in ORDINALS:
        return (float(ORDINALS[key]), at + 1, "ordinal")
    if key in cardinals:
        return _read_cardinal(words, at, language, cardinals)
    return None


def _says_share(keys: list[str], at: int) -> bool:
    """Whether "a third" is a share here: no noun follows it."""
    return at >= len(keys) or not keys[at][0].isalpha() or keys[at] in _AFTER_SHARE


_AFTER_SHARE = frozenset(
    list_words(
        """
        of off more less fewer as higher lower in to by from over on at and or since during are is was were
        has have had said say says did do does would will think thought want wanted believe
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
    after = skip_hyphen(at)
    if (
        key_at(after) in FRACTIONS
        and value < 10
        and not (
            key_at(after) in ORDINALS and value == 1 and at == after and not _says_share(keys, after + 1)
        )
    ):
        return value * FRACTIONS[keys[after]], after + 1, "fraction"
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
        if following not in UNITS and following not in PERCENT and following not in CURRENCIES:
            return None
    return scaled, at, "word"


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
        return "clock", *_read_half_day(keys, after, value * 60)
    if keys[at] in ("noon", "midnight"):
        return "clock", value * 60, after
    if following in PERCENT or (following == "per" and key_at(after + 1) == "cent"):
        after += 2 if following == "per" else 1
        if key_at(after) in ("-", "‑"):
            after += 1
        if key_at(after) in POINTS:
            return "point", value, after + 1
        return "share", value / 100, after
    if following in POINTS and following not in ("point", "points"):
        return "point", value, after + 1
    if following in CURRENCIES:
        return "money:" + CURRENCIES[following], value, after + 1
    index = after + 1 if following in ("-", "‑") else after
    for step in (index, index + 1):  # "three straight weeks", "45 long minutes": one word between
        unit = UNITS.get(key_at(step))
        if unit:
            if unit[0] == "time" and key_at(step) in ("second",) and step != after:
                continue
            if step != index and (
                unit[0] != "time" or not key_at(index).isalpha() or key_at(index) in _STARTERS
            ):
                continue
            return unit[0], value * unit[1], step + 1
        if step == index and key_at(index) in ("to", "and", "or"):
            break
    if form == "digits" and keys[at].isdecimal() and len(keys[at]) == 4 and 1500 <= value <= 2100:
        return "year", value, after
    return "count", value, after


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
    skip = int(first > 0 and keys[first - 1] in ("a", "the", "an"))
    for length in (3, 2, 1):
        start = first - skip - length
        if start < 0:
            continue
        phrase = tuple(keys[start : start + length])
        lean = LEANINGS.get(phrase)
        if lean is None:
            continue
        if kind in ("time", "length") and phrase[-1] in ("over", "under", "über", "some", "unter"):
            continue  # "over three years" is mostly "in the course of"
        if kind in ("clock", "year", "ordinal", "date"):
            continue
        return lean, phrase[-1] in CLOSE, start
    return None, False, first


def _read_day(words: Words, at: int) -> Number | None:
    """The date that begins at a word: "March 4, 2025", "2025-03-04", "last Monday", "yesterday"."""
    keys, tokens, count = words.keys, words.tokens, len(words.keys)

    def key_at(index: int) -> str:
        return keys[index] if index < count else ""

    key = keys[at]
    if key in WEEKDAYS and tokens[at][0].isupper():
        return Number("date", 0, at, at, day=Day(weekday=WEEKDAYS[key]))
    if key in _PERIODS:
        following = key_at(at + 1)
        turn = _PERIODS[key]
        if following in WEEKDAYS:
            return Number("date", 0, at, at + 1, day=Day(weekday=WEEKDAYS[following], turn=turn))
        if following == "year":
            return Number("date", 0, at, at + 1, day=Day(years=turn))
        if following == "month":
            return Number("date", 0, at, at + 1, day=Day(months=turn))
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
    if len(numbers) < 1:
        return
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
        number.context = frozenset() if "it" in window or "them" in window else frozenset(around) - {""}


_CONTEXT_ENDS = frozenset(list_words(", ; : . and or but while when whereas und oder aber"))


# --- comparison -----------------------------------------------------------------------------------


def compare_numbers(
    claim: Sequence[Number],
    evidence: Sequence[Number],
    *,
    elsewhere: Callable[[], Iterable[Number]] = tuple,
    today: date | None = None,
    cues: frozenset[str] = frozenset(),
) -> tuple[list[Difference], list[Number]]:
    """The numbers of a claim that its evidence contradicts, and those where nothing can be told.

    Args:
        claim: its numbers.
        evidence: those of the passage it cites.
        elsewhere: gives those of the rest of the article, for dates that only an earlier sentence gives.
        today: the article's date, for weekdays and "last year".
        cues: the claim's words, folded, for "in total" and "more".
    """
    differences: list[Difference] = []
    unsure: list[Number] = []
    for number in claim:
        if number.kind == "date":
            outcome = _compare_day(number, evidence, elsewhere, today)
        else:
            outcome = _compare_value(number, claim, evidence, today, cues)
            if (
                isinstance(outcome, Difference)
                and outcome.expected is None
                and _stands_in(number, elsewhere())
            ):
                outcome = None  # nothing of the kind stands in the cited text, but the article has it
        if isinstance(outcome, Difference):
            differences.append(outcome)
        elif outcome is None:
            unsure.append(number)
    return differences, unsure


def _stands_in(number: Number, others: Iterable[Number]) -> bool:
    return any(_alike(number, o) and _equal(number, o) and not _leans_away(number, o) for o in others)


def _same(a: float, b: float) -> bool:
    return a == b or abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def _near(a: float, b: float, share: float) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))


_PLAIN = frozenset(("count", "year"))


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
        if claim.kind in ("time", "length", "mass", "area", "power", "volume"):
            return _near(claim.value, evidence.value, 0.02 if not _same(claim.raw, evidence.raw) else 1e-6)
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


def _fits(claim: Number, evidence: Number) -> bool:
    """Whether a rounding with a leaning fits: "almost 400" for 397, "more than 6 million" for 6.2."""
    if claim.lean is None or evidence.lean or not _alike(claim, evidence) or evidence.vague or claim.vague:
        return False
    if not _near(claim.value, evidence.value, 0.2):
        return False
    if claim.context and evidence.context and not claim.context & evidence.context:
        return False
    if claim.lean > 0:
        return evidence.value > claim.value
    if claim.lean < 0:
        return evidence.value < claim.value
    return _near(claim.value, evidence.value, 0.1)


def _compare_value(
    number: Number,
    claim: Sequence[Number],
    evidence: Sequence[Number],
    today: date | None,
    cues: frozenset[str],
) -> Difference | Number | None:
    """A Difference, the number itself where all is well, or None where that cannot be told."""
    equal = [other for other in evidence if other.kind != "date" and _equal(number, other)]
    if equal:
        leanings = [o for o in equal if not _leans_away(number, o)]
        if not leanings:
            return Difference(number, equal[0], "leaning")
        roles = [o for o in leanings if not number.role or not o.role or o.role == number.role]
        if not roles:
            return Difference(number, leanings[0], "role")
        return _check_place(number, roles, evidence) or number
    if any(_fits(number, other) for other in evidence):
        return number
    if number.kind == "year" and today:
        for other in evidence:
            if other.day and other.day.years is not None and today.year + other.day.years != number.value:
                return Difference(number, other, "date")
    if number.kind == "year" and _year_is_told(number, evidence, today):
        return number
    if number.kind == "time" and _age_is_told(number, evidence, today):
        return number
    alike = [o for o in evidence if _alike(number, o)]
    # A number that differs in unit alone: "3 percent" for "3 percentage points", euros for dollars.
    for other in evidence:
        if (
            not _alike(number, other)
            and other.kind != "date"
            and _same(number.raw, other.raw)
            and not other.vague
        ):
            if {number.kind, other.kind} & {"ordinal"}:
                continue
            return Difference(number, other, "unit")
    if _is_derived(number, evidence, cues):
        return None
    if number.kind == "ordinal":
        rivals = [o for o in alike if o.context & number.context or not (o.context and number.context)]
        return Difference(number, rivals[0], "value") if rivals else None
    if number.kind == "multiple" and not alike:
        return None
    if number.word and not alike and number.kind == "count" and number.value <= _SOME:
        return None
    return Difference(number, _pick_rival(number, claim, alike), "value")


def _leans_away(claim: Number, evidence: Number) -> bool:
    """Whether the claim's leaning contradicts the evidence's, the values being equal."""
    if not claim.lean:  # none, or "about"
        return False
    if evidence.lean is None:
        return not claim.vague
    return evidence.lean == -claim.lean


def _check_place(number: Number, equal: Sequence[Number], evidence: Sequence[Number]) -> Difference | None:
    """A Difference where the number stands in the evidence, but for something else that has its own."""
    if not number.context or any(number.context & other.context or not other.context for other in equal):
        return None
    values = {other.value for other in equal}
    rivals = [
        o
        for o in evidence
        if _alike(number, o) and o.value not in values and len(o.context & number.context) > 0
    ]
    return Difference(number, rivals[0], "place") if rivals else None


def _pick_rival(number: Number, claim: Sequence[Number], alike: Sequence[Number]) -> Number | None:
    """What the evidence has instead: by what is counted, then whatever the claim does not use."""
    used = [other for other in claim if other is not number]
    free = [o for o in alike if not any(_equal(u, o) for u in used)] or list(alike)
    return max(free, key=lambda o: len(o.context & number.context), default=None)


def _is_derived(number: Number, evidence: Sequence[Number], cues: frozenset[str]) -> bool:
    """Whether two numbers of the evidence lead to it: by difference, ratio, or a sum said to be one."""
    values = [o for o in evidence if o.kind not in ("date", "ordinal", "clock") and not o.vague][:12]
    for i, a in enumerate(values):
        for b in values[i + 1 :]:
            if number.kind == "share" and {a.kind, b.kind} == {"share", "point"}:
                share, point = (a, b) if a.kind == "share" else (b, a)
                if _same_to(abs(number.value - share.value) * 100, point.value):
                    return True
            if a.kind != b.kind and not ({a.kind, b.kind} & {"count"}):
                continue
            low, high = sorted((abs(a.value), abs(b.value)))
            if number.kind == "multiple":
                if low and (_near(high / low, number.value, 0.06) or _near(low / high, number.value, 0.06)):
                    return True
            elif number.kind == "point" and a.kind == "share":
                if _same_to((high - low) * 100, number.value):
                    return True
            elif number.kind == "time" and a.kind == "year":
                if _same(high - low, number.raw):
                    return True
            elif number.kind == "share" and a.kind not in ("share", "year"):
                change = (high - low) / (a.value if a.value else 1)
                if high and (_near(low / high, number.value, 0.02) or _near(abs(change), number.value, 0.02)):
                    return True
            elif number.kind in (a.kind, b.kind) and number.kind != "year" and number.value > 2:
                if not cues.isdisjoint(_SUM_CUES) and _same(low + high, number.value):
                    return True
                if (number.role == "by" or not cues.isdisjoint(_GAP_CUES)) and _same(
                    high - low, number.value
                ):
                    return True
    return False


_SUM_CUES = frozenset(list_words("total altogether combined together overall all zusammen insgesamt"))
_GAP_CUES = frozenset(
    list_words(
        "more fewer less difference gap lead margin not no without other others rest mehr weniger nicht"
    )
)


def _same_to(a: float, b: float) -> bool:
    """Likewise for differences of percentages, which floating point does not keep exact."""
    return abs(a - b) < 1e-6


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


def _resolve_month(day: Day, today: date | None) -> tuple[int | None, int | None]:
    if today and day.years is not None:
        return today.year + day.years, None
    if today and day.months is not None:
        first = date(today.year, today.month, 15) + timedelta(days=30 * day.months)
        return first.year, first.month
    return day.year, day.month


def _compare_day(
    number: Number, evidence: Sequence[Number], elsewhere: Callable[[], Iterable[Number]], today: date | None
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
    if rival is not None and not (told and not rival.context & number.context):
        return Difference(number, rival, "date")
    if told:
        return None
    if today and (today.toordinal() in find_days(day, today) or _resolve_month(day, today)[0] == today.year):
        return None
    if day.years is not None or day.months is not None or day.offset is not None:
        return None
    return Difference(number, None, "date")
