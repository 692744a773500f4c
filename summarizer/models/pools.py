"""Many connections in several pools.

httpcore2 looks at every idle connection of a pool for each request: with 128 of them in one pool a run takes
an eighth more processor time than with some in each (benchmarks/batch_throughput.py).
"""

from __future__ import annotations

from collections.abc import Callable

import httpx2

# So many requests wait for their answer in one pool before the next is used: few enough to be looked at,
# enough that requests one after the other share a connection.
_FULL = 12


class PooledTransport(httpx2.AsyncBaseTransport):
    """Deals requests out to pools of connections, the first that is not full.

    Args:
        open_pool: makes a pool.
    """

    def __init__(self, open_pool: Callable[[], httpx2.AsyncBaseTransport]) -> None:
        self._open_pool = open_pool
        self._pools: list[httpx2.AsyncBaseTransport] = []
        self._waiting: list[int] = []  # of each pool: requests whose answer has not begun

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; the answer's body may still be to come."""
        index = next((i for i, count in enumerate(self._waiting) if count < _FULL), len(self._pools))
        if index == len(self._pools):
            self._pools.append(self._open_pool())
            self._waiting.append(0)
        self._waiting[index] += 1
        try:
            return await self._pools[index].handle_async_request(request)
        finally:
            self._waiting[index] -= 1

    async def aclose(self) -> None:
        """Close all connections."""
        for pool in self._pools:
            await pool.aclose()
