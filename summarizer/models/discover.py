"""What can be used here and now, and what is missing for the rest. Sends no article anywhere.

Asked for their lists of models: OpenAI where a key for it is set, the server of a configured base URL, and
the usual loopback ports of local servers. Nobody else is contacted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from summarizer.errors import (
    AuthenticationError,
    ConfigurationError,
    ModelError,
    ModelTimeoutError,
    UnreachableError,
)
from summarizer.models.listing import list_models, read_context
from summarizer.models.names import (
    DEFAULT_MODEL,
    EXTRACTIVE,
    LOCAL_SERVERS,
    OTHER_SERVERS,
    Endpoint,
    LocalServer,
    resolve_model,
)

# Seconds. Where nobody listens that shows at once; a model that reads leaves its server little time.
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Detail:
    """What a server tells of one of its models.

    Args:
        context: how many tokens it holds as it is loaded.
        loaded: whether it is in memory; None where the server does not say.
        elsewhere: the host that it really runs on, where the server only passes requests on.
    """

    context: int | None = None
    loaded: bool | None = None
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One engine or server.

    Args:
        name: for people: "OpenAI", "Ollama".
        ready: whether it can be used as things are.
        models: names as `--model` takes them; empty where the server does not tell.
        where: its address; None for the built-in engine.
        note: what it is good for, or what is missing.
        formats: in which it holds replies, as its makers say: "json_schema", "json_object"; empty: unknown.
        details: of its models, by name.
        prefixed: whether the names lead to it by themselves; else they need its address as base URL.
    """

    name: str
    ready: bool
    models: tuple[str, ...] = ()
    where: str | None = None
    note: str = ""
    formats: tuple[str, ...] = ()
    details: dict[str, Detail] = field(default_factory=dict)
    prefixed: bool = False


async def find_models(
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    environ: Mapping[str, str],
    local: Sequence[LocalServer] | None = None,
    timeout: float | None = None,
    offline: bool = False,
) -> tuple[Offer, ...]:
    """Everything that could answer, all servers asked at once.

    Args:
        base_url: as for `resolve_model`.
        api_key: likewise.
        environ: likewise.
        local: the servers of this machine to look for; None: all that are known.
        timeout: seconds for one server; None: 5.
        offline: ask nobody but servers on this machine.

    Raises:
        ConfigurationError: the base URL or the key is not one.
    """
    offers: list[Offer] = [
        Offer(
            "built in", True, (EXTRACTIVE,), note="no model, no network; reads quotations and reported speech"
        )
    ]
    # The name only makes the address resolve; it goes nowhere.
    try:
        configured = resolve_model(DEFAULT_MODEL, base_url=base_url, api_key=api_key, environ=environ)
    except ConfigurationError:
        if base_url or api_key or environ.get("OPENAI_BASE_URL") or environ.get("OPENAI_API_KEY"):
            raise  # there is one, and it is wrong
        configured = None
    taken = urlsplit(configured.base_url).port if configured and configured.local else None
    asked: list[Coroutine[Any, Any, Offer | None]]
    timeout = _PATIENCE if timeout is None else timeout
    known = (*LOCAL_SERVERS, *OTHER_SERVERS) if local is None else local
    asked = [_ask_local(server, timeout) for server in known if server.port != taken]
    if configured is not None and offline and not configured.local:
        title = "OpenAI" if configured.provider == "openai" else "configured server"
        offers.append(Offer(title, False, where=configured.base_url, note="not asked: offline"))
    elif configured is not None:
        asked.insert(0, _ask_configured(configured, timeout))
    else:
        offers.append(Offer("OpenAI", False, note=f"set OPENAI_API_KEY; the default is then {DEFAULT_MODEL}"))
    return (*offers, *(offer for offer in await asyncio.gather(*asked) if offer is not None))


async def _ask_configured(endpoint: Endpoint, timeout: float) -> Offer:
    title = "OpenAI" if endpoint.provider == "openai" else "configured server"
    try:
        entries = await list_models(endpoint, timeout=timeout)
    except ModelError as error:
        return Offer(title, False, where=endpoint.base_url, note=str(error))
    if endpoint.provider == "openai":
        # Its list is long, and in no order.
        models = tuple(sorted(entries, key=lambda name: (name != DEFAULT_MODEL, name)))
        note = f"the default is {DEFAULT_MODEL}"
        return Offer(title, True, models, endpoint.base_url, note, ("json_schema", "json_object"))
    details = read_details(entries)
    note = "" if details else "has no model yet"
    return Offer(title, bool(details), tuple(details), endpoint.base_url, note, details=details)


async def _ask_local(server: LocalServer, timeout: float) -> Offer | None:
    """What one program has; None of one that is only shown where it answers, and does not."""
    endpoint = Endpoint(server.prefix or "server", "", server.base_url)
    try:
        await _knock(server, timeout)
        entries = await list_models(endpoint, timeout=timeout)
    except UnreachableError:
        note = f"nothing answers there; start {server.title}, or give its address with --base-url"
    except ModelTimeoutError:
        note = f"does not answer within {timeout:g} s; it may be busy"
    except AuthenticationError:
        note = "wants a key: give its address with --base-url, and SUMMARIZER_API_KEY"
    except ModelError as error:
        loading = "oading model" in str(error)
        note = "is loading its model" if loading else "something else answers at this port"
    else:
        lead = f"{server.prefix}/" if server.prefix else ""
        details = {lead + name: detail for name, detail in read_details(entries).items()}
        note = "" if details else "has no model yet"
        if details and not server.prefix:
            note = f"with --base-url {server.base_url}"
        offer = Offer(
            server.title,
            bool(details),
            tuple(details),
            server.base_url,
            note,
            server.formats if details else (),
            details,
            prefixed=bool(server.prefix),
        )
        return offer if details or server.prefix else None
    return Offer(server.title, False, where=server.base_url, note=note) if server.prefix else None


async def _knock(server: LocalServer, timeout: float) -> None:
    """See whether anybody listens: a hundredth of what making a client takes.

    Raises:
        UnreachableError: nobody.
    """
    try:
        async with asyncio.timeout(timeout):
            _, writer = await asyncio.open_connection("localhost", server.port)
    except OSError as error:  # a timeout is one
        raise UnreachableError(str(error)) from None
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


def read_details(entries: Mapping[str, dict[str, Any]]) -> dict[str, Detail]:
    """What is known of each model that can hold a conversation; those that only embed are left out.

    >>> read_details({"a": {"max_model_len": 4096}, "b": {"type": "embeddings"}})
    {'a': Detail(context=4096, loaded=None, elsewhere=None)}
    """
    details = {}
    for name, entry in entries.items():
        able = entry.get("capabilities")
        if entry.get("type") == "embeddings" or (isinstance(able, list) and "embedding" in able):
            continue
        state = entry.get("state")
        loaded = state == "loaded" if isinstance(state, str) else None
        host = entry.get("remote_host")
        details[name] = Detail(read_context(entry), loaded, host if isinstance(host, str) and host else None)
    return details
