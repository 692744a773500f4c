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
        InputError: a file cannot be read, or holds something else.
    """
    from summarizer.errors import InputError
    from summarizer.rows import parse_rows, read_rows

    for source in sources:
        if source != _STDIN:
            yield from read_rows(Path(source))
            continue
        if sys.stdin is None:
            raise InputError("standard input is closed; name a file")
        with io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8") as lines:
            try:
                yield from parse_rows(lines, "standard input")
            except UnicodeDecodeError:
                raise InputError("standard input holds no summaries: it is not UTF-8") from None
