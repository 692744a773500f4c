"""A client for an endpoint that sends nothing to anybody else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeGuard
from urllib.request import getproxies

from summarizer.models.names import Endpoint, is_openai

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

_CONNECTIONS = 1000


def open_client(endpoint: Endpoint, *, timeout: float, max_retries: int) -> AsyncOpenAI:
    """An AsyncOpenAI for one event loop.

    The openai package fills in whatever is not given from OPENAI_* variables, whichever host it speaks to,
    so all of it is given here:

    - without a key, `headers_of` an endpoint leave Authorization out of a request, instead of OPENAI_API_KEY;
    - OPENAI_ORG_ID, OPENAI_PROJECT_ID and OPENAI_CUSTOM_HEADERS (which may hold a key) go only to OpenAI and
      to the server that OPENAI_BASE_URL names;
    - a redirect is not followed: it would take the article to another host;
    - a request to this machine does not go through a proxy.

    Args:
        endpoint: where to, and with which key.
        timeout: seconds that the server may be silent.
        max_retries: of one request, for what may pass: 429, 5xx, a lost connection, a timeout.
    """
    import httpx2
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient, omit

    from summarizer.models.pools import PooledTransport

    proxied = bool(getproxies()) and not endpoint.local
    # As many are kept as may be used: a new one costs more than most requests.
    limits = httpx2.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=_CONNECTIONS)
    theirs = (os.environ.get("OPENAI_BASE_URL") or "").strip().rstrip("/")
    trusted = is_openai(endpoint.base_url) or endpoint.base_url == theirs
    headers: dict[str, Any] = {}
    if not trusted:
        lines = os.environ.get("OPENAI_CUSTOM_HEADERS", "").split("\n")
        headers |= {name.strip(): omit for name, colon, _ in (line.partition(":") for line in lines) if colon}
        headers = {name: value for name, value in headers.items() if name.lower() != "authorization"}
        headers |= {"OpenAI-Organization": omit, "OpenAI-Project": omit}
        # In place of one among the custom headers; `headers_of` takes it out again where there is no key.
        headers["Authorization"] = f"Bearer {endpoint.api_key or 'none'}"
    return AsyncOpenAI(
        api_key=endpoint.api_key or "none",  # "none" only satisfies the constructor
        base_url=endpoint.base_url,
        default_headers=headers,
        max_retries=max_retries,
        timeout=timeout,
        http_client=DefaultAsyncHttpxClient(
            timeout=httpx2.Timeout(timeout, connect=min(timeout, 10.0)),
            follow_redirects=False,
            limits=limits,
            # With a transport of ours the client would not look for proxies.
            transport=None if proxied else PooledTransport(lambda: httpx2.AsyncHTTPTransport(limits=limits)),
            trust_env=not endpoint.local,
        ),
    )


def can_copy(client: AsyncOpenAI | OpenAI) -> TypeGuard[AsyncOpenAI]:
    """Whether `copy_client` can copy a client: an AsyncOpenAI that was not made with an HTTP client.

    That one may hold a proxy or certificates, which no copy would have.
    """
    from openai import AsyncOpenAI

    # No public name tells the HTTP client that the package makes from one that it was handed.
    made_by_openai = type(getattr(client, "_client", None)).__name__ == "AsyncHttpxClientWrapper"
    return isinstance(client, AsyncOpenAI) and made_by_openai


def copy_client(client: AsyncOpenAI) -> AsyncOpenAI:
    """A client with the same settings and connections of its own.

    Connections belong to one event loop. Used in the next one, a connection that is left over takes the
    request, which the server then works on, and fails.
    """
    from openai import DefaultAsyncHttpxClient

    return client.copy(http_client=DefaultAsyncHttpxClient())


def headers_of(endpoint: Endpoint) -> dict[str, Any]:
    """Headers for each request of an endpoint's own client, as `extra_headers`."""
    from openai import omit

    return {"Authorization": omit} if endpoint.api_key is None else {}
