"""The rows that a command is about: files of summaries, or standard input."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.rows import Row

_STDIN = "-"


def read_all_rows(sources: Sequence[str]) -> Iterator[Row]:
    """The rows of files, one after the other, read as they are asked for.

    Raises:
        InputError: a file cannot be read, or holds something else; or nothing is in any of them.
    """
    from summarizer.errors import InputError
    from summarizer.rows import read_rows

    empty = True
    for source in sources:
        for row in read_rows(Path(source)) if source != _STDIN else _read_stdin():
            empty = False
            yield row
    if empty:
        named = ", ".join("standard input" if source == _STDIN else source for source in sources)
        raise InputError(
            f"{named}: no summaries there; name what `summarizer batch` or `--format json` has written"
        )


def _read_stdin() -> Iterator[Row]:
    from summarizer.errors import InputError
    from summarizer.rows import parse_rows

    if sys.stdin is None:
        raise InputError("standard input is closed; name a file")
    with io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8") as lines:
        try:
            yield from parse_rows(lines, "standard input")
        except UnicodeDecodeError:
            raise InputError("standard input holds no summaries: it is not UTF-8") from None
