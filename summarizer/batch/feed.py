"""Reads ahead in a thread, a bounded way: reading files must not hold up who asks, nor fill the memory."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Generic, TypeVar

_T = TypeVar("_T")

# What is handed over at once: so many, or what came within so many seconds (standard input may trickle).
_CHUNK, _PATIENCE = 16, 0.02
_AHEAD = 4  # chunks


class Feed(Generic[_T]):
    """What an iterator yields, for any number of tasks of one event loop.

    The thread is a daemon: nobody waits for one that hangs in reading standard input.
    """

    def __init__(self, source: Iterator[_T]) -> None:
        self._source = source
        self._loop = asyncio.get_running_loop()
        self._room = threading.Semaphore(_AHEAD)
        self._ready: deque[deque[_T]] = deque()
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._ended = False
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._read, name="summarizer-feed", daemon=True)
        self._thread.start()

    async def take(self) -> _T | None:
        """The next; None at the end, or after `close`.

        Raises:
            Exception: what the iterator raised, once.
        """
        while not self._ready:
            if self._ended:
                error, self._error = self._error, None
                if error is not None:
                    raise error
                return None
            future = self._loop.create_future()
            self._waiting.append(future)
            await future
        chunk = self._ready[0]
        value = chunk.popleft()
        if not chunk:
            self._ready.popleft()
            self._room.release()
        return value

    def take_ready(self, most: int) -> list[_T]:
        """Up to so many that are there already."""
        taken: list[_T] = []
        while self._ready and len(taken) < most:
            chunk = self._ready[0]
            taken.append(chunk.popleft())
            if not chunk:
                self._ready.popleft()
                self._room.release()
        return taken

    def close(self) -> None:
        """End it: what was read ahead is forgotten, and the thread ends when it is next heard of."""
        self._ended = True
        self._ready.clear()
        self._room.release()
        self._wake()

    def _read(self) -> None:
        error: BaseException | None = None
        while error is None:
            self._room.acquire()
            chunk: deque[_T] = deque()
            try:
                self._fill(chunk)
            except BaseException as raised:
                error = raised
            if self._ended or not chunk:
                break
            self._call(self._deliver, chunk)
        self._call(self._end, error)

    def _fill(self, chunk: deque[_T]) -> None:
        """Read the next chunk; what came before an error is in it."""
        until = None
        for value in islice(self._source, _CHUNK):
            chunk.append(value)
            until = until or time.monotonic() + _PATIENCE
            if time.monotonic() > until:
                return

    def _call(self, function: object, argument: object) -> None:
        try:
            self._loop.call_soon_threadsafe(function, argument)  # type: ignore[arg-type]
        except RuntimeError:  # the loop has ended
            self._ended = True

    def _deliver(self, chunk: deque[_T]) -> None:
        if not self._ended:
            self._ready.append(chunk)
            self._wake()

    def _end(self, error: BaseException | None) -> None:
        self._ended, self._error = True, self._error or error
        self._wake()

    def _wake(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()
