"""One pass over all articles: every conversation held as far as the replies reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from summarizer.api import Summarizer
from summarizer.batch.exchange.manifest import Articles
from summarizer.batch.exchange.replay import Find, Outcome, replay
from summarizer.batch.exchange.requests import RequestFiles
from summarizer.batch.inputs import Inputs
from summarizer.batch.items import Item, Twin, Unique
from summarizer.batch.keys import hash_recipe, make_key
from summarizer.batch.store import Store
from summarizer.batch.tables import Fields
from summarizer.batch.task import copy_row
from summarizer.errors import SummarizerError
from summarizer.models import Endpoint
from summarizer.records import Usage
from summarizer.rows import Failure, Row

Tick = Callable[[int], None]


@dataclass(slots=True)
class Round:
    """What a round came to.

    Args:
        articles: that are known, without duplicates.
        complete: those with a summary, those of earlier rounds included; `failed`: with an error for good.
        waiting: those without a row.
        requests: that are to be sent, `files` those that hold them; empty where the last round's have no
            reply yet.
        unanswered: of the waiting articles' requests, those that an earlier file holds already.
        reasons: why requests got no reply, and how often.
        low: what the requests cost at least, `high` at most.
        usage: what the articles took that were completed now.
    """

    articles: int = 0
    complete: int = 0
    failed: int = 0
    waiting: int = 0
    requests: int = 0
    files: tuple[Path, ...] = ()
    repeated: bool = False
    reasons: Counter[str] = field(default_factory=Counter)
    low: Usage = field(default_factory=Usage)
    high: Usage = field(default_factory=Usage)
    usage: Usage = field(default_factory=lambda: Usage(cost=0.0))


@dataclass(slots=True)
class _Digest:
    """A hash of articles, one after the other."""

    count: int = 0
    _sha: Any = field(default_factory=sha256)

    def add(self, item: Item) -> None:
        self._sha.update(f"{item.name} {item.digest}\n".encode("utf-8", "surrogatepass"))
        self.count += 1

    def describe(self, inputs: Inputs) -> Articles:
        return Articles(
            sources=inputs.sources,
            fields=_name_fields(inputs.fields),
            format=inputs.format,
            count=self.count,
            sha256=self._sha.hexdigest(),
        )


def list_endpoints(reader: Summarizer) -> dict[str, Endpoint]:
    """Who is asked, by `Request.to`."""
    return {to: model.endpoint for to, model in reader.models.items()}


def describe_articles(inputs: Inputs) -> Articles:
    """The articles as a manifest knows them."""
    hash_ = _Digest()
    for found in Unique(inputs):
        hash_.add(found.item if isinstance(found, Twin) else found)
    return hash_.describe(inputs)


def _name_fields(columns: Fields) -> dict[str, str]:
    """The columns that were named, as `Fields.make` takes them."""
    usual = Fields()
    given = {f.name: getattr(columns, f.name) for f in fields(Fields)}
    return {name: value[0] for name, value in given.items() if value != getattr(usual, name)}


@dataclass(slots=True)
class Pass:
    """One pass over all articles.

    Args:
        inputs: the articles.
        reader: holds the conversations; asks nobody.
        find: the replies.
        requests: where what is asked next goes.
        store: where rows go; None: nowhere, as before the first replies.
        keep: called with the ids of the replies of articles that lack others.
        retry_errors: also do articles that have an error for a row.
        finish: every article gets its row, without the replies that are missing.
        attempts: that a failure is said to have taken.
        on_article: called with the number of articles so far.
    """

    inputs: Inputs
    reader: Summarizer
    find: Find
    requests: RequestFiles
    store: Store | None = None
    keep: Callable[[str], None] | None = None
    finish: bool = False
    retry_errors: bool = False
    attempts: int = 1
    on_article: Tick | None = None
    used: int = 0
    skipped: int = 0
    _hash: _Digest = field(default_factory=_Digest)
    _endpoints: Mapping[str, Endpoint] = field(init=False)

    def __post_init__(self) -> None:
        self._endpoints = list_endpoints(self.reader)

    def advance(self) -> Round:
        """Go through the articles, once.

        Raises:
            InputError: a source or a table cannot be read.
            ConfigurationError: a file cannot be written.
        """
        came = Round()
        recipe = hash_recipe(self.reader)
        for found in Unique(self.inputs):
            item = found.item if isinstance(found, Twin) else found
            self._hash.add(item)
            came.articles += 1
            key = make_key(item, recipe)
            if self.store is not None and self.store.has(item.name, key, retry_errors=self.retry_errors):
                self.skipped += 1
                kept = self.store.find(item.name)
                came.failed += kept is not None and kept.failed
                came.complete += kept is not None and not kept.failed
            elif isinstance(found, Twin):
                self._copy(found, key, came)
            else:
                self._take(item, key, came)
            if self.on_article:
                self.on_article(came.articles)
        came.requests, came.low, came.high = self.requests.count, self.requests.low, self.requests.high
        return came

    def describe(self) -> Articles:
        """The articles that `advance` saw."""
        return self._hash.describe(self.inputs)

    def _take(self, item: Item, key: str, came: Round) -> None:
        outcome = self._replay(item)
        came.reasons.update(map(str, outcome.failed))
        self.used += len(outcome.used) + len(outcome.failed)
        if outcome.missing and self.keep:
            for name in outcome.used:
                self.keep(name)
        if not outcome.ended:
            came.waiting += 1
            for name, request in outcome.missing.items():
                self.requests.add(name, request, self._endpoints[request.to])
            return
        row = Row(
            id=item.name,
            key=key,
            origin=item.origin,
            attempts=self.attempts if outcome.error else 1,
            summary=outcome.summary,
            error=Failure(type=type(outcome.error).__name__, message=str(outcome.error))
            if outcome.error
            else None,
        )
        if self.store is not None:
            self.store.append(row)
        if outcome.summary:
            came.complete += 1
            came.usage += outcome.summary.usage
        else:
            came.failed += 1

    def _replay(self, item: Item) -> Outcome:
        if item.error:
            return Outcome(error=item.error)
        try:
            article = self.reader.read(item.content, metadata=item.metadata, name=item.origin or None)
        except SummarizerError as error:
            return Outcome(error=error)
        return replay(self.reader.converse(article), self._endpoints, self.find, finish=self.finish)

    def _copy(self, twin: Twin, key: str, came: Round) -> None:
        """Give an article that was met before under another name the row of that one."""
        if self.store is None or twin.of not in self.store:
            came.waiting += 1
            return
        row = copy_row(self.store.read(twin.of), twin.item, key)
        self.store.append(row)
        came.complete += row.error is None
        came.failed += row.error is not None
