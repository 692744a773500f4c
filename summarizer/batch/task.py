"""One article of a run: what is to be done, doing it, and the row that comes of it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.api import Summarizer
from summarizer.batch.items import Item
from summarizer.drafts import Reply, Request
from summarizer.errors import (
    AuthenticationError,
    BudgetError,
    ConfigurationError,
    SummarizerError,
    UnknownModelError,
    UnreachableError,
)
from summarizer.pipeline import drive
from summarizer.pipeline.drivers import Model
from summarizer.records import Usage
from summarizer.rows import Failure, Row

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Finished:
    """An article's row as it stands in the file, and what a count needs of it."""

    line: bytes
    name: str
    key: str
    attempts: int
    failure: str | None  # the error's class
    complete: bool
    made: Row | None = None  # the row itself, where it was made in this process

    @classmethod
    def of(cls, row: Row) -> Finished:
        """From a row."""
        return cls(
            line=row.model_dump_json().encode("utf-8", "replace"),
            name=row.id,
            key=row.key,
            attempts=row.attempts,
            failure=row.error.type if row.error else None,
            complete=row.summary is None or row.summary.complete,
            made=row,
        )

    def row(self) -> Row:
        """The row itself."""
        return self.made or Row.model_validate_json(self.line)


@dataclass(frozen=True, slots=True)
class Task:
    """An article that is to be done."""

    item: Item
    key: str
    attempts: int
    twin: str | None = None  # the id of the same article met before


async def make_row(task: Task, summarizer: Summarizer, models: Mapping[str, Model]) -> Row:
    """Read one article: the row of its summary, or of why it has none.

    Raises:
        ConfigurationError: no article could be read so.
    """
    item = task.item
    row = Row.model_construct(id=item.name, key=task.key, origin=item.origin, attempts=task.attempts)
    if item.error is not None:
        return _fail(row, type(item.error).__name__, str(item.error))
    try:
        article = summarizer.read(item.content, metadata=item.metadata, name=item.origin or item.name)
        # What one article may cost is the run's matter, not the article's.
        options = summarizer.options.model_copy(update={"max_cost": None})
        summary = await drive(summarizer.converse(article), models, options)
    except ConfigurationError:
        raise
    except SummarizerError as error:
        return _fail(row, type(error).__name__, str(error))
    except Exception as error:
        # One article must not end the run.
        logger.exception("%s: unexpected error", item.origin or item.name)
        kind = type(error).__name__
        return _fail(row, kind, f"unexpected {kind}: {error} (a bug in summarizer)")
    return row.model_copy(update={"summary": summary})


def _fail(row: Row, kind: str, message: str) -> Row:
    return row.model_copy(update={"error": Failure(type=kind, message=message)})


def copy_row(row: Row, item: Item, key: str) -> Row:
    """The row of an article for the same article under another id; it has cost nothing."""
    changes: dict[str, object] = {"id": item.name, "key": key, "origin": item.origin}
    if row.summary is not None:
        used = row.summary.usage
        usage = Usage(cost=0.0, recalled=used.requests + used.recalled)
        changes["summary"] = row.summary.model_copy(update={"usage": usage})
    return row.model_copy(update=changes)


class WatchedModel:
    """A model that remembers an error which every further article would meet, too.

    A conversation makes the best of an error, and may end well without the answer.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self.fatal: SummarizerError | None = None

    def price(self, usage: Usage) -> float | None:
        """As the model itself."""
        return self._model.price(usage)

    async def ask(self, request: Request) -> Reply:
        """The model's reply.

        Raises:
            SummarizerError: as the model.
        """
        try:
            return await self._model.ask(request)
        except UnreachableError as error:
            if not (error.connected and error.may_pass):
                self.fatal = error
            raise
        except (AuthenticationError, UnknownModelError, ConfigurationError, BudgetError) as error:
            self.fatal = error
            raise
