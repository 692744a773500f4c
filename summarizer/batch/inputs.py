"""Names on a command line -> the articles behind them, one at a time.

news/  "news/**/*.html"       files of text, HTML (PDF, DOCX with the extra "documents"), and tables
feed.jsonl  more.csv          tables: an article a line; also .ndjson, .json, .tsv, .parquet, and .gz of them
-                             standard input: JSON lines, or names of files
"""

from __future__ import annotations

import glob
import mimetypes
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from summarizer.batch.items import Item
from summarizer.batch.tables import FORMATS, Fields, count_rows, find_format, read_lines, read_table
from summarizer.errors import EmptyArticleError, InputError

STDIN = "-"

# What the name tells to be no article; anything else that lies in a folder is tried.
_READ = frozenset({"application/json", "application/pdf", "application/xhtml+xml", "application/xml"})
_NO_ARTICLE = frozenset(
    {"text/css", "text/javascript", "text/x-python", "text/x-c", "text/calendar", "text/vcard"}
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where articles come from. Iterating reads them, again each time; standard input only once.

    Args:
        sources: files, folders, patterns, "-" for standard input.
        fields: which columns of a table hold what.
        format: "jsonl", "csv", "tsv", "parquet", "files" (names of files) or "text" instead of what a name
            or the first line of standard input tells.
        exclude: files in a folder that are none of its articles, such as the output.
    """

    sources: tuple[str, ...]
    fields: Fields = field(default_factory=Fields)
    format: str | None = None
    exclude: tuple[Path, ...] = ()

    def check(self) -> None:
        """Find out before any work whether there is something behind each source.

        Raises:
            InputError: there is not.
        """
        if self.format is not None and self.format not in (*FORMATS, "files", "text"):
            raise InputError(f"there is no format {self.format!r}: take {', '.join(FORMATS)}, files or text")
        if not self.sources:
            raise InputError("there are no articles: name files or folders, or - for standard input")
        for source in self.sources:
            if source != STDIN and next(self._find(source), None) is None:
                raise InputError(f"there is no article in {source}")

    def __iter__(self) -> Iterator[Item]:
        """The articles, source by source; files of a folder in the order of their names.

        An article that cannot be read is an Item with an error.

        Raises:
            InputError: a source does not exist, or a table has no column for the text.
        """
        for source in self.sources:
            if source == STDIN:
                yield from self._read_stdin()
            else:
                for path in self._find(source):
                    yield from self._read(path, named=str(path) == source)

    def count(self) -> int | None:
        """How many articles there are before duplicates are taken out, by a quick look; None: cannot tell."""
        total = 0
        for source in self.sources:
            if source == STDIN:
                return None
            for path in self._find(source):
                kind = self._find_format(path)
                try:
                    number = count_rows(path, kind) if kind else 1
                except OSError:
                    number = None
                if number is None:
                    return None
                total += number
        return total

    def describe_skipped(self) -> str:
        """A line on the files in folders that are no articles by their names; empty if there are none."""
        kinds: Counter[str] = Counter()
        for source in self.sources:
            if source != STDIN and Path(source).is_dir():
                kinds.update(p.suffix.lower() for p in _walk(Path(source)) if not _may_hold_article(p))
        if not kinds:
            return ""
        named = ", ".join(f"{count} {suffix}" for suffix, count in kinds.most_common(5))
        files = (
            "1 file that is no article"
            if kinds.total() == 1
            else f"{kinds.total():,} files that are no articles"
        )
        return f"left out {files} by name ({named})"

    def _find_format(self, path: Path) -> str | None:
        return self.format if self.format in FORMATS else find_format(path) if self.format is None else None

    def _find(self, source: str) -> Iterator[Path]:
        """The files that a source means."""
        path = Path(source)
        try:
            if path.is_dir():
                skipped = {p.resolve() for p in self.exclude}
                files = (p for p in _walk(path) if _may_hold_article(p))
                yield from (p for p in files if not (skipped and p.resolve() in skipped))
            elif path.exists():
                yield path
            elif glob.has_magic(source):
                found = (Path(name) for name in sorted(glob.iglob(source, recursive=True)))  # noqa: PTH207 - Path.glob takes no absolute pattern
                yield from (p for p in found if not p.is_dir())
            else:
                raise InputError(f"there is no file or folder {source}")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InputError(f"{source} cannot be read: {reason}") from None

    def _read(self, path: Path, *, named: bool = True) -> Iterator[Item]:
        """The articles of a file; one among others that is no table of articles is an Item with an error."""
        if kind := self._find_format(path):
            try:
                yield from read_table(path, kind, self.fields)
            except InputError as error:
                if named:
                    raise
                yield Item(str(path), origin=str(path), error=error)
        elif self.format == "files":
            yield from self._read_names(_open_lines(path), str(path))
        else:
            yield _read_file(path)

    def _read_stdin(self) -> Iterator[Item]:
        if sys.stdin is None or sys.stdin.closed:
            raise InputError("standard input is closed; name files or folders")
        stream = _open_stdin()
        name = "standard input"
        if self.format == "text":
            yield Item(stream.read(), origin=name)
        elif self.format == "files":
            yield from self._read_names(stream, name)
        elif self.format is not None:
            yield from read_lines(stream, self.format, self.fields, name)
        else:
            yield from self._guess_stdin(stream, name)

    def _guess_stdin(self, stream: BinaryIO, name: str) -> Iterator[Item]:
        first = next((line for line in stream if line.strip()), b"")
        lines = chain([first], stream)
        if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
            yield from read_lines(lines, "jsonl", self.fields, name)
        elif first and Path(os.fsdecode(first.rstrip(b"\r\n"))).exists():
            yield from self._read_names(lines, name)
        elif first:
            raise InputError(
                "standard input holds neither JSON lines nor names of files; say what it is with "
                f"--from {', '.join(f for f in FORMATS if f != 'parquet')}, files or text"
            )

    def _read_names(self, lines: Iterable[bytes], name: str) -> Iterator[Item]:
        inner = Inputs((), fields=self.fields)
        for number, line in enumerate(lines, 1):
            if not (source := os.fsdecode(line.rstrip(b"\r\n"))):
                continue
            try:
                for path in inner._find(source):
                    yield from inner._read(path)
            except InputError as error:
                yield Item(source, origin=f"{name}:{number}", error=error)


def read_items(
    sources: Sequence[str | Path],
    *,
    fields: dict[str, str] | None = None,
    format: str | None = None,  # noqa: A002 - as the option is called
) -> Inputs:
    """The articles in files, folders and tables, read as they are iterated over.

    Args:
        sources: as on the command line.
        fields: names of a table's columns by what they hold: {"text": "body", "id": "guid"}.
        format: see Inputs.

    Raises:
        InputError: a source does not exist or holds nothing, or a field is unknown.
    """
    inputs = Inputs(tuple(map(str, sources)), Fields.make(fields or {}), format)
    inputs.check()
    return inputs


def _walk(folder: Path) -> Iterator[Path]:
    """Files of a folder and those below, in the order of their names; what begins with a dot is left out."""
    with os.scandir(folder) as entries:
        found = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def _may_hold_article(path: Path) -> bool:
    if find_format(path):
        return True
    kind, packed = mimetypes.guess_type(path.name, strict=False)
    if kind is None or packed:
        return not packed
    return kind in _READ or "word" in kind or (kind.startswith("text/") and kind not in _NO_ARTICLE)


def _read_file(path: Path) -> Item:
    name = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        return Item(name, origin=name, error=InputError(f"{name} cannot be read: {error.strerror or error}"))
    if not data.strip():
        return Item(name, origin=name, error=EmptyArticleError(f"{name} is empty"))
    return Item(data, origin=name)


def _open_stdin() -> BinaryIO:
    """Standard input, not through Python's own object: a thread that waits in that one hinders the exit."""
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError):  # replaced by something without a descriptor
        return sys.stdin.buffer


def _open_lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as lines:
        yield from lines
