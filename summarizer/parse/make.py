"""The values of a reply -> a draft, item by item: whatever is wrong with one costs only that one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention
from summarizer.parse.words import NOBODY, find_enum, find_numbers
from summarizer.records import Attribution, ClaimKind, Problem, Stance

_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_SHOWN = 160  # characters of an item in a problem
_MOST_ALIKE = 10  # problems of one kind

_Item = TypeVar("_Item")
_Enum = TypeVar("_Enum", Attribution, ClaimKind, Stance)


def make_draft(values: dict[str, Any], numbers: frozenset[int], problems: list[Problem]) -> Draft:
    """A draft of what can be used, with the problems given and those found."""
    return _DraftMaker(values, numbers, problems).make()


def report_loss(message: str, item: object = None) -> Problem:
    """A problem of this stage, with as much of the item as helps to recognize it."""
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
            yield report_loss(f"{message} ({times - _MOST_ALIKE} more like this)")


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
            self._problems.append(report_loss(f"the model repeats {times} of its {what}; each is kept once"))
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
            self._problems.append(report_loss(f"the model's {key} is not text", value))
        return ""

    def _make_all(
        self, key: str, make: Callable[[Any], _Item | str], identify: Callable[[_Item], object]
    ) -> tuple[_Item, ...]:
        """All items of a list that can be used; `make` gives an item, or what is wrong with it."""
        values = self._values.get(key)
        if values is None:
            return ()
        if isinstance(values, dict):
            values = [values]
        if not isinstance(values, list):
            self._problems.append(report_loss(f"the model's {key} are not a list", values))
            return ()
        made: dict[object, Any] = {}
        for value in values:
            item = make(value)
            if isinstance(item, str):
                self._problems.append(report_loss(item, value))
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
        if speaker.casefold() in NOBODY:
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
        if not holder or holder.casefold() in NOBODY:
            return "the position has no holder and was left out"
        if not issue:
            return "the position has no issue and was left out"
        sentences = self._read_numbers(value)
        if not sentences:
            return "the position cites no sentence of the article and was left out"
        stance = find_enum(value.get("stance"), Stance)
        if stance is None:
            return f"the position's stance {value.get('stance')!r} is none that is known; it was left out"
        return DraftPosition(holder, stance, issue, sentences)

    def _read_enum(self, value: dict[str, Any], key: str, words: type[_Enum]) -> _Enum | None:
        """The enum value of a key; None, reported, if it is none: the item can be used without it."""
        found = find_enum(value.get(key), words)
        if found is None:
            known = ", ".join(words)
            self._problems.append(
                report_loss(
                    f"the claim's {key!r} is {value.get(key)!r}, not one of {known}; taken as usual", value
                )
            )
        return found

    def _read_numbers(self, value: dict[str, Any]) -> tuple[int, ...]:
        """The sentence numbers of an item that exist, in order; the others are reported."""
        cited = dict.fromkeys(find_numbers(value.get("at")))
        unknown = [number for number in cited if number not in self._numbers]
        if unknown:
            self._problems.append(report_loss("the model cites a sentence that it was not shown", value))
        return tuple(sorted(number for number in cited if number in self._numbers))


def _read_text(value: dict[str, Any], *keys: str) -> str:
    """The first of the keys that holds text, cleaned; empty if none does."""
    return next((_clean(v) for key in keys if isinstance(v := value.get(key), str) and v.strip()), "")
