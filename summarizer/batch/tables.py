"""Tables, an article a row: JSON lines, CSV, Parquet. Read row by row, never whole."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from summarizer.batch.items import Item
from summarizer.errors import EmptyArticleError, InputError
from summarizer.records import Metadata

FORMATS = ("jsonl", "csv", "tsv", "parquet")
_SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "tsv",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
_EXTRA = "pip install 'article-claims[parquet]'"
_BATCH = 64  # rows of a Parquet file in memory
_SNIFFED = 1 << 16  # bytes of a CSV that decide on its encoding
_SHOWN = 12  # columns named in a message
_BRACKET = 80  # bytes of a first line with which a JSON value over many lines begins

csv.field_size_limit(1 << 30)  # an article is longer than the 131,072 characters that csv allows


@dataclass(frozen=True, slots=True)
class Fields:
    """Which columns hold what: names that are tried in turn; "a.b" is b within a."""

    text: tuple[str, ...] = (
        "text", "content", "body", "article", "article_text", "article_body", "maintext", "full_text",
        "fulltext", "document", "html",
    )  # fmt: skip
    id: tuple[str, ...] = ("id", "_id", "uid", "uuid", "guid", "article_id", "doc_id")
    title: tuple[str, ...] = ("title", "headline")
    url: tuple[str, ...] = ("url", "link", "source_url", "canonical_url")
    date: tuple[str, ...] = ("date", "published", "published_at", "publish_date", "date_publish", "pub_date")
    author: tuple[str, ...] = ("author", "authors", "byline")
    site: tuple[str, ...] = ("site", "publisher", "source_domain", "site_name")
    language: tuple[str, ...] = ("language", "lang")

    @classmethod
    def make(cls, named: Mapping[str, str]) -> Fields:
        """The usual names, but for those that are given.

        Raises:
            InputError: there is no such field.
        """
        known = [f.name for f in fields(cls)]
        if wrong := sorted(named.keys() - set(known)):
            raise InputError(f"there is no field {wrong[0]!r}: fields are {', '.join(known)}")
        return replace(cls(), **{field: (column,) for field, column in named.items()})

    def find_text(self, row: Mapping[str, Any]) -> object:
        """The first text column that there is, its value None where it is empty.

        Raises:
            KeyError: there is none.
        """
        found = [value for name in self.text if (value := _look_up(row, name)) is not _ABSENT]
        if not found:
            raise KeyError
        return next((value for value in found if value not in (None, "")), None)


_ABSENT = object()


def find_format(path: Path) -> str | None:
    """The table format that a name tells; None: it is an article itself.

    >>> find_format(Path("feed.jsonl.gz")), find_format(Path("page.html"))
    ('jsonl', None)
    """
    name = Path(path.stem) if path.suffix.lower() == ".gz" else path
    return _SUFFIXES.get(name.suffix.lower())


def read_table(path: Path, kind: str, columns: Fields) -> Iterator[Item]:
    """The articles of a file.

    Raises:
        InputError: it cannot be read, is no such table, or has no column for the text.
    """
    name = str(path)
    try:
        if kind == "parquet":
            yield from _make_items(_read_parquet(path, columns), columns, name)
            return
        with _open(path) as stream:
            yield from read_lines(stream, kind, columns, name)
    except (OSError, EOFError) as error:  # EOFError: a gzip file that breaks off
        raise InputError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}") from None


def read_lines(lines: Iterable[bytes], kind: str, columns: Fields, name: str) -> Iterator[Item]:
    """The articles of a table that comes as lines; `name` stands for it in messages and origins.

    Raises:
        InputError: it is no such table, or has no column for the text.
    """
    if kind == "parquet":
        raise InputError(f"{name} cannot be read as Parquet, which is no format for a pipe: give the file")
    rows = _read_json(lines, name) if kind == "jsonl" else _read_csv(lines, kind, name)
    yield from _make_items(rows, columns, name)


def count_rows(path: Path, kind: str) -> int | None:
    """How many rows a table has, by a quick look; None where that takes reading it."""
    if kind == "parquet":
        return int(_open_parquet(path).metadata.num_rows)
    if path.suffix.lower() == ".json" or kind != "jsonl":
        return None
    with _open(path) as lines:
        return sum(1 for line in lines if not line.isspace())


def _open(path: Path) -> BinaryIO:
    if path.suffix.lower() == ".gz":
        return cast("BinaryIO", gzip.open(path, "rb"))
    return path.open("rb")


_Row = tuple[str, Mapping[str, Any] | InputError]  # where it stands, and its values


def _make_items(rows: Iterable[_Row], columns: Fields, name: str) -> Iterator[Item]:
    """Articles of rows. A row without one is an Item with an error; a table without any is no such table.

    Raises:
        InputError: the first rows have no column for the text.
    """
    found = False
    for where, row in rows:
        if isinstance(row, InputError):
            if not found:
                raise row
            yield Item(where, origin=where, error=row)
            continue
        try:
            text = columns.find_text(row)
        except KeyError:
            problem = InputError(
                f"{where} has no text: {name} has {_list_columns(row)}; say which one holds the text with "
                "--field text=NAME"
            )
            if not found:
                raise problem from None
            yield Item(where, origin=where, error=problem)
            continue
        found = True
        yield _make_item(text, row, columns, where)


def _list_columns(row: Mapping[str, Any]) -> str:
    names = [str(name) for name in row]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"the fields {', '.join(names[:_SHOWN])}{more}" if names else "no fields"


def _make_item(text: object, row: Mapping[str, Any], columns: Fields, where: str) -> Item:
    given = {
        field: _as_text(_first(row, getattr(columns, field)))
        for field in ("title", "url", "date", "author", "site", "language")
    }
    error: InputError | None = None
    if text is None or (isinstance(text, str | bytes) and not text.strip()):
        error = EmptyArticleError(f"{where} has an empty text")
    elif not isinstance(text, str | bytes):
        error = InputError(f"{where} has {type(text).__name__} where its text should be")
    return Item(
        # What cannot be read is known by where it stands: empty ones are no duplicates of one another.
        where if error else cast("str | bytes", text),
        id=_as_text(_first(row, columns.id)) or "",
        metadata=Metadata(**given),
        origin=where,
        error=error,
    )


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> object:
    """The first value among columns that is not empty."""
    values = (_look_up(row, name) for name in names)
    return next((value for value in values if value not in (_ABSENT, None, "")), None)


def _look_up(row: Mapping[str, Any], name: str) -> Any:
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return _ABSENT
        value = value[part]
    return value


def _as_text(value: object) -> str | None:
    """A value as metadata: lists joined, dates in ISO 8601; None for what is no such thing."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_as_text, value))) or None
    if isinstance(value, Mapping):  # {"name": "Ann Lee"}
        return _as_text(value.get("name"))
    if value is None or isinstance(value, bool | float | bytes):
        return None
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _read_json(lines: Iterable[bytes], name: str) -> Iterator[_Row]:
    """JSON lines; or one JSON value over many lines, an object or a list of them."""
    lines = iter(lines)
    for number, line in enumerate(lines, 1):
        where = f"{name}:{number}"
        stripped = line.strip(b"\xef\xbb\xbf \t\r\n") if number == 1 else line.strip()
        if not stripped:
            continue
        try:
            value: Any = json.loads(stripped)
        except (ValueError, RecursionError) as error:
            # One value over many lines begins so; more than that a broken first line is no reason to read.
            if number == 1 and len(stripped) < _BRACKET and stripped[:1] in (b"[", b"{"):
                value = _read_whole(stripped + b"\n" + b"".join(lines), name)
            else:
                yield where, InputError(f"{where} is not valid JSON: {' '.join(str(error).split())}")
                continue
        if number == 1 and isinstance(value, list):
            yield from ((f"{name}:{n}", _as_row(each, f"{name}:{n}")) for n, each in enumerate(value, 1))
            return
        yield where, _as_row(value, where)


def _as_row(value: Any, where: str) -> Mapping[str, Any] | InputError:
    return value if isinstance(value, dict) else InputError(f"{where} is not a JSON object")


def _read_whole(data: bytes, name: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not valid JSON: {' '.join(str(error).split())}") from None


def _read_csv(lines: Iterable[bytes], kind: str, name: str) -> Iterator[_Row]:
    lines = iter(lines)
    head = next(lines, b"")
    if not head.strip():
        return
    ahead = [head]
    size = 0
    while size < _SNIFFED and (line := next(lines, None)) is not None:
        ahead.append(line)
        size += len(line)
    encoding = _find_encoding(b"".join(ahead))
    delimiter = "\t" if kind == "tsv" else max(",;\t|", key=lambda mark: head.count(mark.encode()))

    def decode() -> Iterator[str]:
        yield from (line.decode(encoding, "replace") for line in ahead)
        ahead.clear()
        yield from (line.decode(encoding, "replace") for line in lines)

    text = decode()
    reader = csv.reader(_strip_mark(text), delimiter=delimiter)
    try:
        header = next(reader)
        for number, cells in enumerate(reader, 2):
            if cells:
                yield f"{name}:{number}", dict(zip(header, cells, strict=False))
    except csv.Error as error:
        raise InputError(f"{name} is not a table that can be read ({error}); is it CSV?") from None


def _strip_mark(lines: Iterator[str]) -> Iterator[str]:
    """Lines without a byte order mark, which spreadsheets write."""
    yield next(lines, "").removeprefix("\ufeff")
    yield from lines


def _find_encoding(data: bytes) -> str:
    """UTF-8, or what spreadsheets on Windows write. The bytes end with a line, not within a character."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _open_parquet(path: Path) -> Any:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise InputError(f"{path} is a Parquet file; to read it: {_EXTRA}") from error
    try:
        return parquet.ParquetFile(path)
    except pa.ArrowException as error:
        raise InputError(f"{path} is not a Parquet file: {' '.join(str(error).split())}") from None


def _read_parquet(path: Path, columns: Fields) -> Iterator[_Row]:
    """Rows of a Parquet file, of the columns that are used."""
    import pyarrow as pa

    file = _open_parquet(path)
    there = file.schema_arrow.names
    wanted = {name.split(".")[0] for field in fields(columns) for name in getattr(columns, field.name)}
    used = [name for name in there if name in wanted]
    if not wanted.intersection(there) or not {n.split(".")[0] for n in columns.text}.intersection(there):
        used = there[:_SHOWN]  # to say what there is
    try:
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=used):
            for row in batch.to_pylist():
                number += 1
                yield f"{path}:{number}", row
    except pa.ArrowException as error:
        raise InputError(f"{path} cannot be read: {' '.join(str(error).split())}") from None
