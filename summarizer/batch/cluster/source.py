"""The articles in flight: given to whoever asks under a slot, kept until their rows are there."""

from __future__ import annotations

import asyncio
from collections import Counter, deque


class Source:
    """Hands chunks to slots. An asynchronous actor.

    A slot is one task of Ray Data. A task that Ray runs again, because its worker or node is gone or its
    result was lost, asks with the same slot and gets the same chunk.

    Args:
        setup: what workers need to know. It holds a key, which must not stand in a task's arguments.
    """

    def __init__(self, setup: bytes) -> None:
        self._setup = setup
        self._chunks: dict[int, bytes] = {}  # by number, until they are done
        self._free: deque[int] = deque()
        self._slots: dict[tuple[int, int], int] = {}
        self._taken: Counter[int] = Counter()
        self._changed = asyncio.Event()
        self._closed = False
        self._delivered: set[int] = set()
        self._results: asyncio.Queue[bytes] = asyncio.Queue()

    async def tell_setup(self) -> bytes:
        """What workers need to know."""
        return self._setup

    async def put(self, number: int, chunk: bytes) -> None:
        """Add a chunk."""
        self._chunks[number] = chunk
        self._free.append(number)
        self._wake()

    async def take(self, generation: int, slot: int) -> tuple[int, bytes, int] | None:
        """The chunk of a slot, its number, and how often it was taken now. Waits until there is one.

        None: there will be none. The chunk is empty where it is done: an earlier run of this task has
        delivered it after all.
        """
        place = (generation, slot)
        while not self._closed:
            number = self._slots.get(place)
            if number is None and self._free:
                number = self._slots[place] = self._free.popleft()
            if number is not None:
                self._taken[number] += 1
                chunk = b"" if number in self._delivered else self._chunks.get(number, b"")
                return number, chunk, self._taken[number]
            await self._changed.wait()
        return None

    async def finish(self, number: int) -> None:
        """Forget a chunk: its rows are written."""
        self._chunks.pop(number, None)
        self._taken.pop(number, None)
        self._delivered.discard(number)

    async def deliver(self, number: int, result: bytes) -> None:
        """Take what became of a chunk, the first time: from here on no node can lose it."""
        if number in self._chunks and number not in self._delivered:
            self._delivered.add(number)
            self._results.put_nowait(result)

    async def receive(self) -> list[bytes]:
        """All that was delivered since the last call; waits until there is something. Empty: at the end."""
        results = [await self._results.get()]
        while not self._results.empty():
            results.append(self._results.get_nowait())
        return [result for result in results if result]

    async def restart(self) -> int:
        """Free every chunk that was not delivered, for the slots of a new generation; how many there are."""
        self._slots.clear()
        self._free = deque(sorted(self._chunks.keys() - self._delivered))
        self._wake()
        return len(self._free)

    async def close(self) -> None:
        """Let everybody go who waits."""
        self._closed = True
        self._results.put_nowait(b"")
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
