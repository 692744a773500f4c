"""A model's reply -> a draft, keeping every item that can be read and reporting every one that cannot.

    text -> values      a JSON reader that goes on after mistakes, and to the end of a reply that was cut off
    values -> draft     item by item; whatever is wrong with one costs only that one

Models without an enforced schema put words and fences around the JSON, leave commas too many or too few, and
quote inside strings. One pass, linear in the text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeVar

from rapidfuzz import fuzz, process

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention, Reply
from summarizer.errors import ReplyError
from summarizer.records import Attribution, ClaimKind, Problem, Stance

_KEYS = ("headline", "gist", "actors", "claims", "positions")
_LISTS = _KEYS[2:]

# What models write where the article does not tell who speaks.
_NOBODY = frozenset(
    {"narrator", "the narrator", "article", "the article", "author", "the author", "unknown", "none", "null"}
    | {"n/a", "na", "not specified", "unspecified", "unnamed", "-", "?", '""', "''"}
)

# Other words for the same, by enum value. Misspellings are found by likeness.
_SYNONYMS: dict[str, str] = {
    "quote": "direct", "quoted": "direct", "quotation": "direct", "direct quote": "direct",
    "direct quotation": "direct", "direct speech": "direct", "verbatim": "direct",
    "paraphrase": "indirect", "paraphrased": "indirect", "reported": "indirect",
    "reported speech": "indirect", "indirect speech": "indirect",
    "partial": "mixed", "partly": "mixed", "both": "mixed",
    "narration": "narrator", "narrative": "narrator", "article": "narrator", "author": "narrator",
    "factual": "fact", "statement": "fact", "claim": "fact", "event": "fact",
    "judgement": "opinion", "judgment": "opinion", "evaluation": "opinion", "belief": "opinion",
    "criticism": "opinion", "view": "opinion",
    "forecast": "prediction", "expectation": "prediction", "warning": "prediction",
    "promise": "commitment", "pledge": "commitment", "intention": "commitment", "plan": "commitment",
    "refusal": "commitment",
    "request": "demand", "call": "demand", "proposal": "demand", "recommendation": "demand",
    "suggestion": "demand",
    "support": "supports", "supporting": "supports", "supportive": "supports", "supported": "supports",
    "for": "supports", "in favor": "supports", "in favour": "supports", "favors": "supports",
    "favours": "supports", "favor": "supports", "favour": "supports", "pro": "supports",
    "agree": "supports", "agrees": "supports", "positive": "supports",
    "oppose": "opposes", "opposing": "opposes", "opposed": "opposes", "against": "opposes",
    "anti": "opposes", "contra": "opposes", "disagree": "opposes", "disagrees": "opposes",
    "rejects": "opposes", "reject": "opposes", "negative": "opposes",
    "ambivalent": "mixed", "conditional": "mixed", "undecided": "neutral", "impartial": "neutral",
}  # fmt: skip
_LIKE_ENOUGH = 85  # rapidfuzz ratio, 0 to 100, from which a word is a misspelling

_SPACE = re.compile(r"\s*")
_SCALAR = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null|True|False|None|NaN")
_STRING = re.compile(r'"(?:[^"\\]+|\\.)*+"', re.DOTALL)
# A valid escape, kept, or a backslash alone, dropped.
_ESCAPE = re.compile(r'(\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))|\\')
# Where reading can start, and start again: at a value, at the next item of a list, at a key of the reply.
_OPENING = re.compile(r"[{\[]")
_NEXT_ITEM = re.compile(r"\}\s*+(?:,\s*+)?(?=\{)|\}\s*+(?=\])")
_KNOWN_KEY = re.compile(rf'"(?:{"|".join(_KEYS)})"\s*+:')
_ANY_KEY = re.compile(r'"\w+"\s*+:')
_THOUGHT_END = re.compile(r"</think(?:ing)?>", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST = 12
_MOST_SHOWN = 160
_MOST_ALIKE = 10

_Enum = TypeVar("_Enum", Attribution, ClaimKind, Stance)


def parse_reply(reply: Reply, numbers: Collection[int]) -> Draft:
    """Read a reply, whole or cut off.

    An item with a sentence number that does not exist keeps its others; one without any that does, without
    text, or with a stance nobody knows is dropped. Each loss is among the draft's problems. That a reply was
    cut off (`reply.cut`) is not: whoever asked knows, and can ask for the rest.

    Args:
        reply: from the model.
        numbers: those of the sentences that the model was shown.

    Raises:
        ReplyError: there is nothing of a reply in it.
    """
    text = reply.text
    # A model that thinks aloud may try out some JSON before it answers.
    answer = max((match.end() for match in _THOUGHT_END.finditer(text)), default=0)
    values, mistakes = _read_best(text, answer)
    if values is None:
        shown = " ".join(text[:400].split())[:80]
        what = f"holds no JSON object of the kind asked for: {shown!r}" if shown else "is empty"
        raise ReplyError(f"the model's reply to {reply.id!r} {what}")
    return _DraftMaker(values, frozenset(numbers), [] if reply.cut else mistakes).make()


# ---- text -> values ----------------------------------------------------------------------------------------


class _Missing:
    """Stands for a value that could not be read."""


_MISSING = _Missing()


class _Reader:
    """Reads one JSON value from a position on and keeps what is complete when it breaks off."""

    def __init__(self, text: str, at: int, absent: set[re.Pattern[str]]) -> None:
        self.text = text
        self.at = at
        self.broken = False
        self._absent = absent  # patterns that do not occur in the rest of the text
        self.lost: list[str] = []  # items of lists that could not be read

    def read(self, depth: int = 0) -> Any:
        """The value at the position; `_MISSING` if there is none. `broken` says that it is not whole."""
        self._skip_space()
        opening = self.text[self.at : self.at + 1]
        if depth > _DEEPEST:
            return self._break()
        if opening == "{":
            return self._read_object(depth)
        if opening == "[":
            return self._read_list(depth)
        if opening == '"':
            return self._read_string()
        scalar = _SCALAR.match(self.text, self.at)
        # At the very end there may have been more digits to come.
        if scalar is None or scalar.end() == len(self.text):
            return self._break()
        self.at = scalar.end()
        return _read_scalar(scalar[0])

    def _seek(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The next match; the text is never searched twice for what it does not hold."""
        if pattern in self._absent:
            return None
        found = pattern.search(self.text, self.at)
        if found is None:
            self._absent.add(pattern)
        return found

    def go_on(self, result: dict[str, Any]) -> bool:
        """Take up reading an object of a reply after a mistake, at the next key that belongs to one."""
        key = self._seek(_KNOWN_KEY)
        if key is None:
            return False
        self.at, self.broken = key.start(), False
        self.fill_object(result, 0)
        return True

    def _break(self) -> Any:
        self.broken = True
        return _MISSING

    def _skip_space(self) -> None:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at

    def _take(self, mark: str) -> bool:
        self._skip_space()
        if self.text.startswith(mark, self.at):
            self.at += 1
            return True
        return False

    def _read_string(self) -> Any:
        string = _STRING.match(self.text, self.at)
        if string is None:
            self.at = len(self.text)
            return self._break()
        self.at = string.end()
        try:
            return json.loads(string[0], strict=False)
        except json.JSONDecodeError:
            # A backslash before something that needs none.
            return json.loads(_ESCAPE.sub(r"\1", string[0]), strict=False)

    def _read_object(self, depth: int) -> dict[str, Any]:
        self.at += 1
        result: dict[str, Any] = {}
        self.fill_object(result, depth)
        return result

    def fill_object(self, result: dict[str, Any], depth: int) -> None:
        """Read pairs of an object, from after its brace to after its end; the first of a key stays."""
        while not self._take("}"):
            if self._take(","):
                continue
            if not self.text.startswith('"', self.at):
                self._break()
                return
            key = self._read_string()
            if key is _MISSING or not self._take(":"):
                self._break()
                return
            value = self.read(depth + 1)
            if not self.broken and not self._is_pair_over():
                # A quotation mark inside the text: what was read is only its beginning.
                self._break()
                return
            # Of a container what is complete stays; half a string or number is none.
            if value is not _MISSING:
                result.setdefault(key, value)
            if self.broken:
                return

    def _is_pair_over(self) -> bool:
        """Whether a value has been read to its end: a comma, which may be forgotten, or the object's end."""
        self._skip_space()
        if self.at == len(self.text) or self.text[self.at] in ",}":
            return True
        return _ANY_KEY.match(self.text, self.at) is not None

    def _read_list(self, depth: int) -> list[Any]:
        self.at += 1
        result: list[Any] = []
        while not self._take("]"):
            if self._take(","):
                continue
            start = self.at
            value = self.read(depth + 1)
            if not self.broken:
                result.append(value)
                continue
            # Only in a list of objects is it clear where the next item begins.
            if depth > 1 or not self.text.startswith("{", start):
                return result
            following = self._seek(_NEXT_ITEM)
            if following is None:
                return result
            self.broken = False
            self.at = following.end()
            self.lost.append(self.text[start : self.at])
        return result


def _read_scalar(word: str) -> Any:
    constants = {"true": True, "false": False, "null": None, "True": True, "False": False, "None": None}
    if word in constants:
        return constants[word]
    # A number of hundreds of digits is no sentence's, and Python refuses to read it.
    return int(word) if word.lstrip("-").isdigit() and len(word) < 10 else float(word)


def _read_best(text: str, start: int) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The object in the text that holds most items of a reply, and what was lost inside it."""
    best: dict[str, Any] | None = None
    problems: list[Problem] = []
    absent: set[re.Pattern[str]] = set()
    at = start
    while opening := _OPENING.search(text, at):
        reader = _Reader(text, opening.start(), absent)
        value = reader.read()
        whole = not reader.broken
        found = _find_reply(value)
        while found is not None and reader.broken and reader.go_on(found):
            pass
        at = max(reader.at, opening.end())
        if found is not None and (best is None or _count_items(found) > _count_items(best)):
            best = found
            problems = [
                _report("the model's item is not valid JSON and was left out", i) for i in reader.lost
            ]
            if not whole:
                problems.append(
                    _report("the model's reply breaks off or is not valid JSON; kept what is whole")
                )
    return best, problems


def _find_reply(value: Any, depth: int = 0) -> dict[str, Any] | None:
    """The reply in a value: itself, wrapped ({"result": {…}}), or its claims alone as a list."""
    if isinstance(value, dict):
        if any(key in value for key in _KEYS):
            return value
        inner = (_find_reply(v, depth + 1) for v in value.values()) if depth < 2 else ()
        return next((reply for reply in inner if reply is not None), None)
    if isinstance(value, list) and any(isinstance(item, dict) and "says" in item for item in value):
        return {"claims": value}
    return None


def _count_items(values: dict[str, Any]) -> int:
    return sum(len(v) if isinstance(v, list) else 1 for v in values.values())


# ---- values -> draft ---------------------------------------------------------------------------------------


def _report(message: str, item: object = None) -> Problem:
    if item is not None and not isinstance(item, str):
        item = json.dumps(item, ensure_ascii=False, default=str)
    return Problem(stage="parse", message=message, item=None if item is None else _clean(item)[:_MOST_SHOWN])


def _limit_problems(problems: list[Problem]) -> Iterator[Problem]:
    """The problems, of each kind only the first few, and how many more there are."""
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.message] += 1
        if seen[problem.message] <= _MOST_ALIKE:
            yield problem
    for message, times in seen.items():
        if times > _MOST_ALIKE:
            yield _report(f"{message} ({times - _MOST_ALIKE} more like this)")


def _clean(text: str) -> str:
    """A text on one line that can be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", " ".join(text.split()))


class _DraftMaker:
    """Makes a draft from what was read, item by item."""

    def __init__(self, values: dict[str, Any], numbers: frozenset[int], problems: list[Problem]) -> None:
        self._values = values
        self._numbers = numbers
        self._problems = list(problems)
        self._repeated: dict[str, int] = {}

    def make(self) -> Draft:
        actors = self._make_all("actors", self._make_actor, lambda a: a.name.casefold())
        claims = self._make_all(
            "claims",
            self._make_claim,
            lambda c: ((c.speaker or "").casefold(), c.text.casefold(), c.sentences),
        )
        positions = self._make_all(
            "positions",
            self._make_position,
            lambda p: (p.holder.casefold(), p.stance, p.issue.casefold(), p.sentences),
        )
        for what, times in self._repeated.items():
            self._problems.append(_report(f"the model repeats {times} of its {what}; each is kept once"))
        return Draft(
            headline=self._read_line("headline"),
            gist=self._read_line("gist"),
            actors=actors,
            claims=claims,
            positions=positions,
            problems=tuple(_limit_problems(self._problems)),
        )

    def _read_line(self, key: str) -> str:
        value = self._values.get(key)
        if isinstance(value, str):
            return _clean(value)
        if value is not None:
            self._problems.append(_report(f"the model's {key} is not text", value))
        return ""

    _T = TypeVar("_T")

    def _make_all(
        self, key: str, make: Callable[[Any], _T | str], identify: Callable[[_T], object]
    ) -> tuple[_T, ...]:
        """All items of a list that can be used; `make` gives an item, or what is wrong with it."""
        values = self._values.get(key)
        if values is None:
            return ()
        if isinstance(values, dict):
            values = [values]
        if not isinstance(values, list):
            self._problems.append(_report(f"the model's {key} are not a list", values))
            return ()
        made: dict[object, Any] = {}
        for value in values:
            item = make(value)
            if isinstance(item, str):
                self._problems.append(_report(item, value))
            elif (identity := identify(item)) in made:
                self._repeated[key] = self._repeated.get(key, 0) + 1
            else:
                made[identity] = item
        return tuple(made.values())

    def _make_actor(self, value: Any) -> Mention | str:
        if isinstance(value, str):
            value = {"name": value}
        if not isinstance(value, dict):
            return "the actor is not an object and was left out"
        name = _read_text(value, "name", "who")
        if not name:
            return "the actor has no name and was left out"
        aliases = value.get("aliases")
        texts = [aliases] if isinstance(aliases, str) else aliases if isinstance(aliases, list) else []
        known = dict.fromkeys(_clean(alias) for alias in texts if isinstance(alias, str))
        return Mention(
            name=name,
            aliases=tuple(alias for alias in known if alias and alias != name),
            role=_read_text(value, "role") or None,
        )

    def _make_claim(self, value: Any) -> DraftClaim | str:
        if not isinstance(value, dict):
            return "the claim is not an object and was left out"
        text = _read_text(value, "says", "claim", "text")
        if not text:
            return "the claim says nothing and was left out"
        sentences = self._read_numbers(value)
        if not sentences:
            return "the claim cites no sentence of the article and was left out"
        speaker = _read_text(value, "who", "speaker")
        if speaker.casefold() in _NOBODY:
            speaker = ""
        attribution = self._read_enum(value, "how", Attribution)
        if attribution is None:
            attribution = Attribution.INDIRECT if speaker else Attribution.NARRATOR
        return DraftClaim(
            text=text,
            speaker=speaker or None,
            attribution=attribution,
            kind=self._read_enum(value, "kind", ClaimKind) or ClaimKind.FACT,
            sentences=sentences,
        )

    def _make_position(self, value: Any) -> DraftPosition | str:
        if not isinstance(value, dict):
            return "the position is not an object and was left out"
        holder, issue = _read_text(value, "who", "holder"), _read_text(value, "issue")
        if not holder or holder.casefold() in _NOBODY:
            return "the position has no holder and was left out"
        if not issue:
            return "the position has no issue and was left out"
        sentences = self._read_numbers(value)
        if not sentences:
            return "the position cites no sentence of the article and was left out"
        stance = _find_enum(value.get("stance"), Stance)
        if stance is None:
            return f"the position's stance {value.get('stance')!r} is none that is known; it was left out"
        return DraftPosition(holder, stance, issue, sentences)

    def _read_enum(self, value: dict[str, Any], key: str, words: type[_Enum]) -> _Enum | None:
        """The enum value of a key; None, reported, if it is none: the item can be used without it."""
        found = _find_enum(value.get(key), words)
        if found is None:
            known = ", ".join(words)
            self._problems.append(
                _report(
                    f"the claim's {key!r} is {value.get(key)!r}, not one of {known}; taken as usual", value
                )
            )
        return found

    def _read_numbers(self, value: dict[str, Any]) -> tuple[int, ...]:
        """The sentence numbers of an item that exist, in order; the others are reported."""
        cited = dict.fromkeys(_find_numbers(value.get("at")))
        unknown = [number for number in cited if number not in self._numbers]
        if unknown:
            self._problems.append(_report("the model cites a sentence that it was not shown", value))
        return tuple(sorted(number for number in cited if number in self._numbers))


def _read_text(value: dict[str, Any], *keys: str) -> str:
    """The first of the keys that holds text, cleaned; empty if none does."""
    return next((_clean(v) for key in keys if isinstance(v := value.get(key), str) and v.strip()), "")


def _find_enum(word: object, words: type[_Enum]) -> _Enum | None:
    """The value that a word means, if that is plain.

    >>> _find_enum("Support", Stance), _find_enum("indirekt", Attribution), _find_enum("banana", Stance)
    (<Stance.SUPPORTS: 'supports'>, <Attribution.INDIRECT: 'indirect'>, None)
    """
    if not isinstance(word, str):
        return None
    known = [str(w) for w in words]
    plain = " ".join(word.lower().replace("_", " ").split())[:40]
    if (synonym := _SYNONYMS.get(plain)) in known:
        plain = str(synonym)
    found = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return words(found[0]) if found else None


def _find_numbers(value: object) -> Iterator[int]:
    """Sentence numbers, however they are written.

    >>> list(_find_numbers([3, "[4]", "6-8", 9.0, True, None]))
    [3, 4, 6, 7, 8, 9]
    """
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield value
    elif isinstance(value, float) and value.is_integer():
        yield int(value)
    elif isinstance(value, str):
        for match in _NUMBER.finditer(value[:200]):
            first, last = int(match[1]), int(match[2] or match[1])
            # A longer range than this is no citation.
            yield from range(first, last + 1) if 0 <= last - first < 20 else (first, last)
    elif isinstance(value, list):
        for item in value:
            yield from _find_numbers(item)
