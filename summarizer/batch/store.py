"""The file of a run's rows: appended row by row, locked, repaired, one row an article in the end.

- A row is written whole, in one piece, and handed to the system before anybody hears of it: a run that is
  killed loses none. The disk is waited for every few seconds (`sync`) and at the end: a machine that loses
  power loses at most those.
- A newer row of an article goes before the older; `close`, or the next `open`, takes the older ones out.
- While one run has a file open, another is refused.
"""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from summarizer.errors import ConfigurationError, InputError
from summarizer.rows import Row, parse_rows

logger = logging.getLogger(__name__)

# How every line begins that `append` wrote: enough to know an article by, without reading its summary.
_STRING = rb'"(?:[^"\\]|\\.)*"'
_HEAD = re.compile(
    rb'\{"id":(%b),"key":"([0-9a-f]*)","origin":%b,"attempts":(\d+),"summary":(null|\{)' % (_STRING, _STRING)
)
_START = b'{"id":"'


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of an article's row without reading it."""

    key: str
    failed: bool
    attempts: int
    start: int  # where its line is in the file, in bytes
    size: int


class Store:
    """The rows of one file. Use as a context manager; for one task or thread at a time.

    Args:
        path: of the file; need not exist yet.

    Raises:
        ConfigurationError: it cannot be written, another run is writing it, or it holds something else.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self._name = str(path)
        self._rows: dict[str, Kept] = {}
        self._stale = 0  # lines that are no article's row any more
        self._out: IO[bytes] | None = None
        self._in: IO[bytes] | None = None
        self._end = 0
        self._lock = _Lock(self.path.with_name(f".{self.path.name}.lock"), self._name)
        try:
            self._open()
            self._read()
            self._compact()
        except BaseException:
            # Not `close`: what is somebody else's stays as it is.
            self._close_files()
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def __len__(self) -> int:
        """How many articles have a row."""
        return len(self._rows)

    def __contains__(self, name: object) -> bool:
        """Whether an article has a row, by its id."""
        return name in self._rows

    def find(self, name: str) -> Kept | None:
        """What is known of an article's row, by its id."""
        return self._rows.get(name)

    def has(self, name: str, key: str, *, retry_errors: bool = False) -> bool:
        """Whether an article is done: it has a row with this key, and no error that is to be tried again."""
        kept = self._rows.get(name)
        return kept is not None and kept.key == key and not (retry_errors and kept.failed)

    def read(self, name: str) -> Row:
        """An article's row.

        Raises:
            KeyError: it has none.
        """
        return self.read_kept(self._rows[name])

    def read_kept(self, kept: Kept) -> Row:
        """The row of what `find` found."""
        return next(parse_rows([self._read_line(kept).decode()], self._name))

    def append(self, row: Row) -> None:
        """Write a row, in place of the article's earlier one. It survives the end of the process.

        Raises:
            ConfigurationError: the file cannot be written; nothing of the row is in it then.
        """
        line = row.model_dump_json().encode("utf-8", "replace")
        self.append_line(line, row.id, key=row.key, failed=row.error is not None, attempts=row.attempts)

    def append_line(self, line: bytes, name: str, *, key: str, failed: bool, attempts: int = 1) -> None:
        """Like `append`, for a row that is JSON already."""
        self._write(line + b"\n")
        self._stale += name in self._rows
        size = len(line) + 1
        self._rows[name] = Kept(key, failed, attempts, self._end - size, size)

    def sync(self) -> None:
        """Wait until the disk has every row; may be called from another thread."""
        with contextlib.suppress(
            OSError, ValueError, AttributeError
        ):  # no disk behind it, or closed meanwhile
            os.fsync(self._out.fileno())  # type: ignore[union-attr]

    def close(self) -> None:
        """Take out rows that newer ones replace, wait for the disk, let others in."""
        if self._out is None:
            return
        try:
            self._compact()
            self.sync()
        finally:
            self._close_files()
            self._lock.release()

    def _open(self) -> None:
        with self._explained():
            if self.path.exists() and not self.path.is_file():
                raise OSError(errno.EINVAL, "it is no file")
            # Not buffered: what is written is the system's, and a full disk is heard of at once.
            self._out = self.path.open("ab", buffering=0)
            self._in = self.path.open("rb")
            self._end = self.path.stat().st_size

    def _close_files(self) -> None:
        for file in (self._out, self._in):
            if file is not None:
                file.close()
        self._out = self._in = None

    def _write(self, data: bytes) -> None:
        """Append bytes, all or none of them."""
        assert self._out is not None  # noqa: S101 - open from `_open` to `close`
        left = memoryview(data)
        with self._explained():
            try:
                while left:
                    left = left[self._out.write(left) :]
            except OSError:
                with contextlib.suppress(OSError):
                    self._out.truncate(self._end)
                raise
        self._end += len(data)

    def _read_line(self, kept: Kept) -> bytes:
        assert self._in is not None  # noqa: S101 - likewise
        self._in.seek(kept.start)
        return self._in.read(kept.size)

    def _read(self) -> None:
        """Find every row, and cut off a last one that was torn in writing.

        Raises:
            ConfigurationError: the file holds something else.
        """
        assert self._in is not None  # noqa: S101 - likewise
        start = 0
        for number, line in enumerate(self._in, 1):
            whole = line.endswith(b"\n") or _is_json(line)
            if not whole and _is_torn(line):
                logger.warning(
                    "%s: the last row was torn off in writing; its article is done again", self._name
                )
                with self._explained():
                    os.truncate(self.path, start)
                break
            if line.strip():
                self._take(line, start, number)
            else:
                self._stale += 1
            start += len(line)
            if not line.endswith(b"\n"):
                self._end = start
                self._write(b"\n")
                return
        self._end = start

    def _take(self, line: bytes, start: int, number: int) -> None:
        if (head := _HEAD.match(line)) and line.rstrip().endswith(b"}"):
            name, key, failed = json.loads(head[1]), head[2].decode(), head[4] == b"null"
            attempts = int(head[3])
        else:
            try:
                row = next(parse_rows([line.decode()], self._name))
            except (InputError, UnicodeDecodeError, StopIteration):
                raise ConfigurationError(
                    f"{self._name} is there already, and its line {number} is no row of a batch: give "
                    "another file with --output, or remove that one"
                ) from None
            name, key, failed, attempts = row.id, row.key, row.error is not None, row.attempts
        self._stale += name in self._rows
        self._rows[name] = Kept(key, failed, attempts, start, len(line))

    def _compact(self) -> None:
        """Write the file anew without rows that newer ones replace; whole, or it stays as it is."""
        if not self._stale:
            return
        part = self.path.with_name(f".{self.path.name}.part")
        moved: dict[str, Kept] = {}
        try:
            with self._explained(), part.open("wb") as copy:
                for name, kept in sorted(self._rows.items(), key=lambda entry: entry[1].start):
                    line = self._read_line(kept).rstrip(b"\n") + b"\n"
                    moved[name] = Kept(kept.key, kept.failed, kept.attempts, copy.tell(), len(line))
                    copy.write(line)
                copy.flush()
                os.fsync(copy.fileno())
                shutil.copymode(self.path, part)
                self._close_files()  # or Windows does not let it be replaced
                part.replace(self.path)
                self._rows, self._stale = moved, 0
        finally:
            part.unlink(missing_ok=True)
            if self._out is None:
                self._open()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Errors of the system as one of ours."""
        try:
            yield
        except OSError as error:
            raise ConfigurationError(f"{self._name} cannot be written: {error.strerror or error}") from error


class _Lock:
    """A file that one process at a time holds; the system lets it go with the process, however that ends."""

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        while True:
            try:
                self._file: IO[bytes] = path.open("ab")
            except OSError as error:
                raise ConfigurationError(f"{name} cannot be written: {error.strerror or error}") from error
            try:
                _hold(self._file)
            except OSError:
                self._file.close()
                raise ConfigurationError(
                    f"another run is writing {name}: wait for it, or give another file with --output"
                ) from None
            # Whoever held it may have removed it as it ended, after we had opened it.
            with contextlib.suppress(OSError):
                if os.path.samestat(os.fstat(self._file.fileno()), path.stat()):
                    return
            self._file.close()

    def release(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._file.close()


def _hold(file: IO[bytes]) -> None:
    """Lock a file for this process.

    Raises:
        OSError: another holds it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_torn(line: bytes) -> bool:
    """Whether a last line is the beginning of a row; or zeros, as a disk that lost its power has them."""
    return line.startswith(_START) or _START.startswith(line) or not line.strip(b"\0")


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
