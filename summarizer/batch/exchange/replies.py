"""Replies in files, found by the ids of their requests."""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from summarizer.errors import InputError
from summarizer.models.batch_files import Result, parse_result

logger = logging.getLogger(__name__)


class ReplyFiles:
    """Result files of batches. In memory is only where each line stands, and not even that if it is much.

    Of several results for one request the last success counts, else the last failure. Use it in a `with`.

    Args:
        paths: the files; in the order in which they came, where that matters.

    Attributes:
        count: results that were read.
        failed: those among them without a reply.
        models: which models replied, and how often.

    Raises:
        InputError: a file cannot be read, or a line of it is no result; says which.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.count = self.failed = 0
        self.models: Counter[str] = Counter()
        with ExitStack() as stack:
            # An empty name is a database of SQLite's own, on disk as soon as it is large, gone when closed.
            self._index = stack.enter_context(closing(sqlite3.connect("", isolation_level=None)))
            self._index.execute(
                "CREATE TABLE place (id TEXT PRIMARY KEY, file INT, at INT, good INT) WITHOUT ROWID"
            )
            self._files = [stack.enter_context(_open(path)) for path in paths]
            self._index.execute("BEGIN")
            for number, path in enumerate(paths):
                self._read(number, path)
            self._index.execute("COMMIT")
            self._stack = stack.pop_all()

    def _read(self, number: int, path: Path) -> None:
        file, at, line_number = self._files[number], 0, 0
        for raw in file:
            line_number += 1
            place, at = at, at + len(raw)
            if not raw.strip():
                continue
            try:
                result = parse_result(raw.decode("utf-8"))
            except (InputError, UnicodeDecodeError) as error:
                if not raw.endswith(b"\n"):
                    logger.warning("%s: the last line was torn off in writing, and is left out", path)
                    return
                says = str(error) if isinstance(error, InputError) else "is not UTF-8"
                raise InputError(f"{path}:{line_number} {says}") from None
            self.count += 1
            if result.succeeded:
                self.models[result.model or ""] += 1
            else:
                self.failed += 1
            self._index.execute(
                "INSERT INTO place VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                "file = excluded.file, at = excluded.at, good = excluded.good WHERE excluded.good >= good",
                (result.custom_id, number, place, result.succeeded),
            )

    def find(self, custom_id: str) -> Result | None:
        """The result for a request, or None."""
        line = self.find_line(custom_id)
        return parse_result(line.decode("utf-8")) if line else None

    def find_line(self, custom_id: str) -> bytes | None:
        """The line of a request's result, line break included, or None."""
        place = self._index.execute("SELECT file, at FROM place WHERE id = ?", (custom_id,)).fetchone()
        if place is None:
            return None
        file: BinaryIO = self._files[place[0]]
        file.seek(place[1])
        return file.readline().rstrip(b"\r\n") + b"\n"

    def close(self) -> None:
        """Close the files."""
        self._stack.close()

    def __enter__(self) -> Self:
        """Nothing is left to open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
