"""A run over many articles: an asynchronous iterator over their rows, each of them written before it is seen.

    items -> Feed (a thread) -> workers, as many as requests may be in flight -> store -> whoever iterates

Every queue is bounded, so memory does not grow with the number of articles.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from summarizer.api import Summarizer, recall_replies
from summarizer.batch.feed import Feed
from summarizer.batch.items import Item, Twin, Unique
from summarizer.batch.keys import hash_recipe, make_key
from summarizer.batch.limits import Limits, PacedModel
from summarizer.batch.money import Purse
from summarizer.batch.store import Kept, Store
from summarizer.batch.survey import Survey, survey_tasks
from summarizer.batch.task import Finished, Task, WatchedModel, copy_row, make_row
from summarizer.errors import (
    BudgetError,
    InputError,
    ModelError,
)
from summarizer.pipeline.drivers import Model
from summarizer.records import Usage

if TYPE_CHECKING:
    from summarizer.models import ReplyCache

# So many articles in a row that the model failed on mean that it fails on all.
_STREAK = 25
_FAILINGS = frozenset({"ModelError", "ReplyError", "UnreachableError", "ModelTimeoutError"})
_SYNC = 2.0  # seconds between waits for the disk


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run goes.

    Args:
        concurrency: most requests in flight.
        rpm: most requests a minute.
        tpm: most tokens a minute.
        max_cost: US dollars after which nothing more is asked.
        max_retries: of one request.
        processes: for the extractive engine; more than one share the articles. On a cluster: how many of its
            tasks run at once, 1 for as many as it has room for.
        limit: how many articles to do at most.
        retry_errors: do articles again that have an error.
        force: do all of them again.
        engine: "ray" on a Ray cluster, else here.
    """

    concurrency: int = 16
    rpm: float | None = None
    tpm: float | None = None
    max_cost: float | None = None
    max_retries: int = 4
    processes: int = 1
    limit: int | None = None
    retry_errors: bool = False
    force: bool = False
    engine: Literal["here", "ray"] = "here"


@dataclass(slots=True)
class Tally:
    """How far a run is. Articles: done in this run, of these failed and incomplete, and done before."""

    done: int = 0
    failed: int = 0
    incomplete: int = 0
    kept: int = 0
    kept_failed: int = 0
    copied: int = 0
    failures: dict[str, int] = field(default_factory=dict)
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.started


class Pool(Protocol):
    """Does articles elsewhere: in other processes, on other machines."""

    width: int  # chunks in flight
    chunk: int  # articles in one
    spent: Usage  # for all of them so far

    async def work(self, tasks: Sequence[Task]) -> list[Finished]:
        """The rows of some articles."""
        ...

    def close(self) -> None:
        """End it; what is in flight is lost."""
        ...


class Run:
    """One run. Iterate over it once; `stop` and `drop` end it early, each row that is finished stays.

    Args:
        items: the articles; of duplicates one is done (see Unique).
        store: where rows go and are looked for; None: nowhere.
        summarizer: reads them. Its client must not retry: options.max_retries=0.
        options: how.
        cache: where replies are kept; None: nowhere.
        pool: does the articles elsewhere; None: they are done here, those of the extractive engine in
            processes where the options say so.

    Raises:
        ConfigurationError: a limit on the cost cannot hold.
    """

    def __init__(
        self,
        items: Iterable[Item],
        store: Store | None,
        summarizer: Summarizer,
        options: RunOptions,
        *,
        cache: ReplyCache | None = None,
        pool: Pool | None = None,
    ) -> None:
        self.again = False  # yield also what the store has
        self.processes = options.processes
        self.recalled = 0  # replies that were kept from before
        self.tally = Tally()
        self.limits = Limits(
            options.concurrency, rpm=options.rpm, tpm=options.tpm, max_retries=options.max_retries
        )
        self.purse = Purse(options.max_cost, summarizer.models.values())
        self.stopped_by: Exception | None = None
        self._items = items
        self._unique = Unique(items)
        self._store = store
        self._summarizer = summarizer
        self._options = options
        self._recipe = hash_recipe(summarizer)
        paced = {to: PacedModel(model, self.limits, self.purse) for to, model in summarizer.models.items()}
        self._models: Mapping[str, Model] = paced
        if cache is not None:
            self._models = {
                to: recall_replies(cache, model, paced[to]) for to, model in summarizer.models.items()
            }
        self._stopping = False
        self._feed: Feed[Task | Kept] | None = None
        self._streak = 0
        self._pool = pool
        self._workers: list[asyncio.Task[None]] = []
        self._going: dict[str, asyncio.Event] = {}
        self._results: asyncio.Queue[Finished | None] = asyncio.Queue(2 * options.concurrency)

    @property
    def summarizer(self) -> Summarizer:
        """Who reads."""
        return self._summarizer

    @property
    def options(self) -> RunOptions:
        """How it goes."""
        return self._options

    @property
    def duplicates(self) -> int:
        """Articles that were left out, because they were met before."""
        return self._unique.duplicates

    @property
    def renamed(self) -> int:
        """Articles whose id another article had."""
        return self._unique.renamed

    @property
    def rows(self) -> int:
        """Articles that have a row now, those of other inputs included."""
        return len(self._store) if self._store else self.tally.done

    @property
    def stopping(self) -> bool:
        """Whether no further article is begun."""
        return self._stopping

    @property
    def usage(self) -> Usage:
        """What was asked and paid so far, for articles that failed, too."""
        return self.purse.spent if self._pool is None else self._pool.spent

    def stop(self) -> None:
        """Begin no further article; those in flight are finished."""
        self._stopping = True
        if self._feed is not None:
            self._feed.close()

    def drop(self) -> None:
        """Give up what is in flight, too."""
        self.stop()
        for worker in self._workers:
            worker.cancel()

    async def __aiter__(self) -> AsyncIterator[Finished]:
        """The rows of this run, in the order in which they are finished.

        Raises:
            BudgetError: the next request would cost more than the run may; what is done is kept.
            SummarizerError: every further article would fail likewise (a wrong key, an unknown model), the
                input is wrong, or the output cannot be written.
        """
        await self._summarizer.prepare()
        self._feed = feed = Feed(self._read_tasks())
        pool = self._pool = self._pool or self._open_pool()
        if pool is None:
            width = self._options.concurrency if self._models else 1
            self._workers = [asyncio.create_task(self._work(feed)) for _ in range(width)]
        else:
            self._workers = [asyncio.create_task(self._hand_out(feed, pool)) for _ in range(2 * pool.width)]
        others = [asyncio.create_task(self._finish()), asyncio.create_task(self._sync())]
        try:
            while (finished := await self._results.get()) is not None:
                yield finished
        finally:
            self.drop()
            for task in others:
                task.cancel()
            await asyncio.gather(*self._workers, *others, return_exceptions=True)
            if pool is not None:
                pool.close()
        if self.stopped_by is not None:
            raise self.stopped_by

    def plan(self, items: Iterable[Item | Twin]) -> Iterator[Task | Kept]:
        """What is to be done of the articles: a task for each, or what is kept of one that is done."""
        for found in items:
            item, twin = (found.item, found.of) if isinstance(found, Twin) else (found, None)
            key = make_key(item, self._recipe)
            kept = self._store.find(item.name) if self._store else None
            same = kept if kept is not None and kept.key == key else None
            if same and not self._options.force and not (self._options.retry_errors and same.failed):
                yield same
            else:
                yield Task(item, key, same.attempts + 1 if same else 1, twin)

    def survey(self, counted: int | None = None) -> Survey:
        """Look ahead at what there is to do. Only for items that can be iterated over again."""
        tasks = (task if isinstance(task, Task) else None for task in self.plan(Unique(self._items)))
        return survey_tasks(tasks, counted=counted, limit=self._options.limit)

    def _read_tasks(self) -> Iterator[Task | Kept]:
        """What goes to the workers. Runs in the feed's thread."""
        planned = 0
        for task in self.plan(self._unique):
            if isinstance(task, Kept):
                self.tally.kept += 1
                self.tally.kept_failed += task.failed
                if self.again:
                    yield task
                continue
            if self._options.limit is not None and planned >= self._options.limit:
                return
            planned += 1
            yield task

    async def _finish(self) -> None:
        """Tell whoever iterates when all workers are done."""
        await asyncio.gather(*self._workers, return_exceptions=True)
        await self._results.put(None)

    async def _sync(self) -> None:
        while self._store is not None:
            await asyncio.sleep(_SYNC)
            await asyncio.to_thread(self._store.sync)

    async def _work(self, feed: Feed[Task | Kept]) -> None:
        """Do one article after the other, until there is none or the run stops."""
        try:
            while not self._stopping and (task := await feed.take()) is not None:
                if isinstance(task, Kept):
                    await self._repeat(task)
                    continue
                going = self._going[task.item.name] = asyncio.Event()
                try:
                    await self._keep(await self._do(task))
                finally:
                    del self._going[task.item.name]
                    going.set()
        except Exception as error:
            self._end(error)

    async def _hand_out(self, feed: Feed[Task | Kept], pool: Pool) -> None:
        """The same elsewhere, some articles at a time."""
        try:
            while not self._stopping and (task := await feed.take()) is not None:
                taken = [task, *feed.take_ready(pool.chunk - 1)]
                for kept in taken:
                    if isinstance(kept, Kept):
                        await self._repeat(kept)
                tasks = [task for task in taken if isinstance(task, Task)]
                await self._hand_over([task for task in tasks if task.twin is None], pool)
                for twin in tasks:
                    if twin.twin is not None:
                        copied = await self._copy(twin, twin.twin)
                        if copied is None:
                            await self._hand_over([twin], pool)
                        else:
                            await self._keep(copied)
        except Exception as error:
            self._end(error)

    async def _hand_over(self, tasks: list[Task], pool: Pool) -> None:
        if not tasks:
            return
        for task in tasks:
            self._going[task.item.name] = asyncio.Event()
        try:
            for finished in await pool.work(tasks):
                await self._keep(finished)
                self._watch_streak(finished)
        finally:
            for task in tasks:
                self._going.pop(task.item.name).set()

    def _end(self, error: Exception) -> None:
        """Stop the run for an error. What is in flight is dropped where it could not end well either."""
        if self.stopped_by is None:
            self.stopped_by = error
        self.stop()
        if not isinstance(error, BudgetError | InputError):
            self.drop()

    async def _do(self, task: Task) -> Finished:
        if task.twin is not None and (copied := await self._copy(task, task.twin)) is not None:
            return copied
        if not self._models:
            await asyncio.sleep(0)  # nothing else here gives way to signals and progress
        watched = {to: WatchedModel(model) for to, model in self._models.items()}
        row = await make_row(task, self._summarizer, watched)
        for model in watched.values():
            if model.fatal is not None:
                raise model.fatal
        if row.summary is not None:
            self.recalled += row.summary.usage.recalled
        finished = Finished.of(row)
        self._watch_streak(finished)
        return finished

    async def _copy(self, task: Task, twin: str) -> Finished | None:
        """The row of the same article met before, under this one's id; None where there is none."""
        if (going := self._going.get(twin)) is not None:
            await going.wait()
        kept = self._store.find(twin) if self._store else None
        if self._store is None or kept is None or kept.key != task.key:
            return None
        row = self._store.read(twin)
        self.tally.copied += 1
        return Finished.of(copy_row(row, task.item, task.key))

    async def _repeat(self, kept: Kept) -> None:
        """Hand on a row that is in the file already."""
        if self._store is not None:
            await self._results.put(Finished.of(self._store.read_kept(kept)))

    async def _keep(self, finished: Finished) -> None:
        """Write a row, count it, and hand it on."""
        failed = finished.failure is not None
        if self._store is not None:
            self._store.append_line(
                finished.line, finished.name, key=finished.key, failed=failed, attempts=finished.attempts
            )
        tally = self.tally
        tally.done += 1
        tally.incomplete += not finished.complete
        if finished.failure is not None:
            tally.failed += 1
            tally.failures[finished.failure] = tally.failures.get(finished.failure, 0) + 1
        await self._results.put(finished)

    def _watch_streak(self, finished: Finished) -> None:
        """End the run where the model fails on one article after the other.

        Raises:
            ModelError: it does.
        """
        self._streak = self._streak + 1 if finished.failure in _FAILINGS else 0
        if self._streak >= _STREAK:
            error = finished.row().error
            last = error.message if error else ""
            raise ModelError(f"the last {self._streak} articles all failed, so the run stops: {last}")

    def _open_pool(self) -> Pool | None:
        if self._models or self.processes < 2:
            return None
        from summarizer.batch.workers import Workers

        return Workers(self.processes, self._summarizer.options)
