"""A reply's text -> its values: a JSON reader that goes on after mistakes and keeps what is whole.

Models without an enforced schema put words and fences around the JSON, leave commas too many or too few, and
quote inside strings; any reply may end in the middle. One pass, linear in the text.
"""

from __future__ import annotations

import json
import re
from typing import Any

_KEYS = ("headline", "gist", "actors", "claims", "positions")

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
_DEEPEST = 12


def read_values(text: str) -> tuple[dict[str, Any] | None, list[str], bool]:
    """The object in the text that holds most items of a reply.

    Returns:
        The object's values, None if there is no such object; the items that could not be read, verbatim;
        whether it was whole.
    """
    best: dict[str, Any] | None = None
    lost: list[str] = []
    whole = True
    absent: set[re.Pattern[str]] = set()
    # A model that thinks aloud may try out some JSON before it answers.
    at = max((match.end() for match in _THOUGHT_END.finditer(text)), default=0)
    while opening := _OPENING.search(text, at):
        reader = _Reader(text, opening.start(), absent)
        found = _find_reply(reader.read())
        closed = not reader.broken
        while found is not None and reader.broken and reader.go_on(found):
            pass
        at = max(reader.at, opening.end())
        if found is not None and (best is None or _count_items(found) > _count_items(best)):
            best, lost, whole = found, reader.lost, closed
    return best, lost, whole


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
