"""One article a line: its summary, or why it has none. Batches write it; views and comparisons read it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from pydantic import ValidationError, model_validator

from summarizer.errors import InputError
from summarizer.records import Record, Summary

logger = logging.getLogger(__name__)


class Failure(Record):
    """Why an article has no summary: the error's class and its one-line message."""

    type: str
    message: str


class Row(Record):
    """One article of a run: its summary, or its failure, never both and never neither.

    Args:
        id: the one that was given with the article, else from its content. Unique in a file.
        key: hash of all that the summary is made of: content, prompt, model, settings, schema version.
            Empty for a summary that no batch made.
        origin: where the article was read, for people: "news/a.html", "feed.jsonl:12".
        attempts: how often the article was tried.
    """

    id: str
    key: str = ""
    origin: str = ""
    attempts: int = 1
    summary: Summary | None = None
    error: Failure | None = None

    @model_validator(mode="after")
    def _hold_one(self) -> Self:
        if (self.summary is None) == (self.error is None):
            raise ValueError("a row holds either a summary or an error")
        return self


def make_row(summary: Summary, origin: str = "") -> Row:
    """A row for a summary that stands alone; its id is the start of the raw input's hash."""
    return Row(id=summary.source.raw_sha256[:16], origin=origin, summary=summary)


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file, in its order: of a batch, of bare summaries a line, or of one summary as JSON.

    A last line that was torn off in writing is left out, with a warning in the log.

    Raises:
        InputError: the file cannot be read, or a line of it is no row; says which.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            yield from parse_rows(lines, str(path))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not a file of summaries: it is not UTF-8") from None


def parse_rows(lines: Iterable[str], name: str) -> Iterator[Row]:
    """Like `read_rows`, from lines; `name` stands for them in messages and origins."""
    lines = iter(lines)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if number == 1 and not _is_json(line):
            # One summary, written over many lines.
            yield _parse_row(line + "".join(lines), name, name)
            return
        if not line.endswith("\n") and not _is_json(line):
            logger.warning("%s: the last line was torn off in writing, and is left out", name)
            return
        yield _parse_row(line, name, f"{name}:{number}")


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _parse_row(line: str, name: str, where: str) -> Row:
    try:
        return Row.model_validate_json(line)
    except ValidationError as error:
        problem = error
    try:
        return make_row(Summary.model_validate_json(line), where)
    except ValidationError as error:
        # Only a summary has this field; what is neither is told what a row needs.
        if '"schema_version"' in line[:100]:
            problem = error
    first = problem.errors(include_url=False, include_input=False)[0]
    field = ".".join(map(str, first["loc"]))
    raise InputError(
        f"{where} is neither a row of a batch nor a summary ({field + ': ' if field else ''}{first['msg']}): "
        f"{name} has to be what `summarizer batch` or `--format json` wrote"
    )
