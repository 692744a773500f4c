"""On which line of a TOML document each value stands, so that a message about a key can point there.

`tomllib` parses, but does not tell where. This reads a document that tomllib has already accepted, so it
only follows brackets, strings and keys, and needs to reject nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r]+|\#[^\n]*)
    |(?P<string>"{3}(?:[^"\\]|\\.|"(?!""))*"{3,5}|'{3}(?:[^']|'(?!''))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    |(?P<mark>[\[\]{},=.\n])
    |(?P<bare>[^\s\[\]{},=.\#"']+)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    line: int
    offset: int


def _read_tokens(document: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(document):
        text = match[0]
        if match.lastgroup != "space":
            yield _Token(text, line, match.start())
        line += text.count("\n")


def locate_values(document: str) -> dict[Path, int]:
    r"""The line, from 1, of every key's value in a valid TOML document; of tables, that of their header.

    >>> locate_values("a = 1\n[[b]]\nc = [\n {d = 2},\n]")
    {('a',): 1, ('b', 0): 2, ('b', 0, 'c'): 3, ('b', 0, 'c', 0): 4, ('b', 0, 'c', 0, 'd'): 4}
    """
    return _Locator(document).read()


class _Locator:
    def __init__(self, document: str) -> None:
        self._document = document
        self._tokens = list(_read_tokens(document))
        self._at = 0
        self._lines: dict[Path, int] = {}
        self._lengths: dict[Path, int] = {}  # of the arrays of tables met so far

    def read(self) -> dict[Path, int]:
        table: Path = ()
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.text == "\n":
                self._at += 1
            elif token.text == "[":
                table = self._read_header(token)
            else:
                self._read_pair(table)
        return self._lines

    def _peek(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def _read_key(self) -> Path:
        """A key with its dots, up to "=" or "]"."""
        parts: list[str] = []
        while self._peek() not in ("=", "]", ""):
            text = self._peek()
            if text not in (".", "\n"):
                parts.append(_plain(text))
            self._at += 1
        return tuple(parts)

    def _read_header(self, token: _Token) -> Path:
        double = self._document.startswith("[[", token.offset)
        self._at += 2 if double else 1
        key = self._read_key()
        self._at += 2 if double else 1
        path: Path = ()
        for index, part in enumerate(key):
            path = (*path, part)
            if double and index == len(key) - 1:
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        self._lines.setdefault(path, token.line)
        return path

    def _read_pair(self, table: Path) -> None:
        key = self._read_key()
        self._at += 1  # "="
        self._read_value((*table, *key))

    def _read_value(self, path: Path) -> None:
        if self._at >= len(self._tokens):
            return
        token = self._tokens[self._at]
        self._lines.setdefault(path, token.line)
        self._at += 1
        if token.text == "[":
            index = 0
            while self._peek() not in ("]", ""):
                if self._peek() in (",", "\n"):
                    self._at += 1
                else:
                    self._read_value((*path, index))
                    index += 1
            self._at += 1
        elif token.text == "{":
            while self._peek() not in ("}", ""):
                if self._peek() in (",", "\n"):
                    self._at += 1
                else:
                    self._read_pair(path)
            self._at += 1
        else:
            # Numbers and dates may have been read in pieces ("3.14", "07:32:00").
            while self._peek() not in (",", "\n", "]", "}", ""):
                self._at += 1


def _plain(key: str) -> str:
    """A key without its quotation marks."""
    if key[0] not in "\"'":
        return key
    return str(next(islice(tomllib.loads(f"{key} = 0"), 1)))


def nearest_line(lines: dict[Path, int], path: Path) -> int | None:
    """The line of a path, or of the innermost table around it that has one."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def find_text_line(document: str, line: int) -> int:
    """The line on which the text of a string begins whose key stands on `line`.

    That is the next one for a multi-line string that opens with a line break, which TOML ignores.
    """
    row = document.split("\n")[line - 1].rstrip()
    return line + any(row.endswith(mark) and row.count(mark) == 1 for mark in ('"""', "'''"))
