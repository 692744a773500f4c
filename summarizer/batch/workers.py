"""The extractive engine in several processes: it computes, and Python computes on one core a process."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing.connection import wait

from summarizer.api import EXTRACTIVE, Summarizer
from summarizer.batch.task import Finished, Task, make_row
from summarizer.pipeline import Options
from summarizer.records import Usage
from summarizer.rows import Failure, Row

_CHUNK = 8  # articles handed over at once
_summarizer: Summarizer | None = None  # of a worker process


class Workers:
    """Processes that do articles.

    Args:
        width: how many.
        options: of the extractive engine.
    """

    def __init__(self, width: int, options: Options) -> None:
        self.width = width
        self.chunk = _CHUNK
        self.spent = Usage(cost=0.0)  # this engine costs nothing
        self._options = options
        self._pool = self._open(width)
        self._careful: ProcessPoolExecutor | None = None  # for one article at a time
        self._one_by_one = asyncio.Lock()

    async def work(self, tasks: Sequence[Task]) -> list[Finished]:
        """The rows of some articles.

        A process that ends in the middle (out of memory, a crash in a library) takes its articles along:
        they are done one by one, and the one that ends a process again has an error for a row.
        """
        pool = self._pool
        try:
            return await self._submit(pool, tasks)
        except BrokenProcessPool:
            pass
        finished = []
        async with self._one_by_one:
            if self._pool is pool:
                pool.shutdown(wait=False, cancel_futures=True)
                self._pool = self._open(self.width)
            for task in tasks:
                if self._careful is None:
                    self._careful = self._open(1)
                try:
                    finished += await self._submit(self._careful, [task])
                except BrokenProcessPool:
                    finished.append(make_lost(task))
                    self._careful = None
        return finished

    def close(self) -> None:
        """End the processes; what they have in hand is lost."""
        for pool in (self._pool, self._careful):
            if pool is not None:
                pool.shutdown(wait=False, cancel_futures=True)

    def _open(self, width: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            width,
            # A process that is forked would hold our locks and connections.
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(self._options,),
        )

    @staticmethod
    async def _submit(pool: ProcessPoolExecutor, tasks: Sequence[Task]) -> list[Finished]:
        return await asyncio.get_running_loop().run_in_executor(pool, _work, list(tasks))


def _start(options: Options) -> None:
    """In a new process: get ready, leave Ctrl-C to the parent, and end when that ends, however it does."""
    global _summarizer  # noqa: PLW0603 - one for all articles of the process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _summarizer = Summarizer(EXTRACTIVE, options=options)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _work(tasks: list[Task]) -> list[Finished]:
    assert _summarizer is not None  # noqa: S101 - made by `_start`

    async def work(summarizer: Summarizer) -> list[Finished]:
        # The line tells all: the row itself would only be carried over.
        return [replace(Finished.of(await make_row(task, summarizer, {})), made=None) for task in tasks]

    return asyncio.run(work(_summarizer))


def make_lost(task: Task) -> Finished:
    """The row of an article that ended the process that read it."""
    failure = Failure(
        type="WorkerError", message="the process that read it ended: out of memory, or a crash in a library"
    )
    return Finished.of(
        Row(id=task.item.name, key=task.key, origin=task.item.origin, attempts=task.attempts, error=failure)
    )
