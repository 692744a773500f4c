"""Connections in several pools: used again, dealt out, closed; a proxy of the environment goes before them."""

from __future__ import annotations

import asyncio

import httpx2
import pytest

from summarizer.models import Endpoint
from summarizer.models.connect import open_client
from summarizer.models.pools import PooledTransport


class Pool(httpx2.AsyncBaseTransport):
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.asked = 0
        self.closed = False
        self.go = asyncio.Event()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Wait, then answer; or fail."""
        self.asked += 1
        await self.go.wait()
        if request.url.path == "/fail":
            raise httpx2.ReadError("gone")
        return httpx2.Response(200)

    async def aclose(self) -> None:
        """Note it."""
        self.closed = True


def test_requests_fill_a_pool_before_the_next() -> None:
    """Few requests share their connections, many are dealt out; a failed one leaves its place, too."""

    async def measure() -> list[int]:
        pools: list[Pool] = []

        def open_pool() -> Pool:
            pools.append(Pool())
            return pools[-1]

        client = httpx2.AsyncClient(transport=PooledTransport(open_pool), base_url="http://invented.example")
        waiting = [asyncio.create_task(client.get("/fail" if n % 2 else "/")) for n in range(30)]
        while sum(pool.asked for pool in pools) < 30:
            await asyncio.sleep(0)
        counts = [pool.asked for pool in pools]
        for pool in pools:
            pool.go.set()
        await asyncio.gather(*waiting, return_exceptions=True)
        await client.get("/")
        assert [pool.asked for pool in pools] == [counts[0] + 1, *counts[1:]]
        await client.aclose()
        assert all(pool.closed for pool in pools)
        return counts

    assert asyncio.run(measure()) == [12, 12, 6]


@pytest.mark.parametrize(
    ("url", "proxied"), [("http://192.0.2.1/v1", True), ("http://127.0.0.1:9/v1", False)]
)
def test_a_proxy_of_the_environment_is_used_but_for_this_machine(
    url: str, proxied: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As without pools of ours."""
    monkeypatch.setenv("http_proxy", "http://192.0.2.9:3128")
    client = open_client(Endpoint("server", "m", url), timeout=1, max_retries=0)
    transport = client._client._transport_for_url(httpx2.URL(url))
    assert ("HTTPProxy" in type(getattr(transport, "_pool", None)).__name__) is proxied
    asyncio.run(client.close())
