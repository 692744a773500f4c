"""What can be used here and now, and what is missing for the rest. Sends no article anywhere.

Asked for their lists of models: OpenAI where a key for it is set, the server of a configured base URL, and
the usual loopback ports of local servers. Nobody else is contacted.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from summarizer.errors import AuthenticationError, ConfigurationError, ModelError, UnreachableError
from summarizer.models.connect import headers_of, open_client
from summarizer.models.failures import explain_failure
from summarizer.models.names import (
    DEFAULT_MODEL,
    EXTRACTIVE,
    LOCAL_SERVERS,
    Endpoint,
    LocalServer,
    resolve_model,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One engine or server.

    Args:
        name: for people: "OpenAI", "Ollama".
        ready: whether it can be used as things are.
        models: names as `--model` takes them; empty where the server does not tell.
        where: its address; None for the built-in engine.
        note: what it is good for, or what is missing.
    """

    name: str
    ready: bool
    models: tuple[str, ...] = ()
    where: str | None = None
    note: str = ""


async def find_models(
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    environ: Mapping[str, str],
    local: Sequence[LocalServer] = LOCAL_SERVERS,
    timeout: float = 2.0,
) -> tuple[Offer, ...]:
    """Everything that could answer, all servers asked at once.

    Args:
        base_url: as for `resolve_model`.
        api_key: likewise.
        environ: likewise.
        local: the servers of this machine to look for.
        timeout: seconds for one server.

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
    asked = [_ask_local(server, timeout) for server in local if server.port != taken]
    if configured is not None:
        asked.insert(0, _ask_configured(configured, timeout))
    else:
        offers.append(Offer("OpenAI", False, note=f"set OPENAI_API_KEY; the default is then {DEFAULT_MODEL}"))
    return (*offers, *await asyncio.gather(*asked))


async def list_models(endpoint: Endpoint, *, timeout: float) -> tuple[str, ...]:
    """The names a server lists, in its order.

    Raises:
        ModelError: it does not answer, refuses, or answers something else.
    """
    import openai

    client = open_client(endpoint, timeout=timeout, max_retries=0)
    try:
        answer = await client.models.with_raw_response.list(extra_headers=headers_of(endpoint))
    except openai.NotFoundError:
        raise ModelError("lists no models at /models; the base URL of most servers ends in /v1") from None
    except openai.APIError as error:
        failure = error
    else:
        return _read_list(answer.http_response.content)
    finally:
        await client.close()
    raise explain_failure(failure, endpoint, key=endpoint.api_key, timeout=timeout, tokens=0)


async def _ask_configured(endpoint: Endpoint, timeout: float) -> Offer:
    title = "OpenAI" if endpoint.provider == "openai" else "configured server"
    try:
        models = await list_models(endpoint, timeout=timeout)
    except ModelError as error:
        return Offer(title, False, where=endpoint.base_url, note=str(error))
    if endpoint.provider == "openai":
        # Its list is long, and in no order.
        models = tuple(sorted(models, key=lambda name: (name != DEFAULT_MODEL, name)))
        return Offer(title, True, models, endpoint.base_url, f"the default is {DEFAULT_MODEL}")
    return Offer(title, bool(models), models, endpoint.base_url, "" if models else "has no model yet")


async def _ask_local(server: LocalServer, timeout: float) -> Offer:
    endpoint = Endpoint(server.prefix, "", server.base_url)
    try:
        models = await list_models(endpoint, timeout=timeout)
    except UnreachableError:
        note = f"nothing answers there; start {server.title}, or give its address with --base-url"
        return Offer(server.title, False, where=server.base_url, note=note)
    except AuthenticationError:
        note = "wants a key: give its address with --base-url, and SUMMARIZER_API_KEY"
        return Offer(server.title, False, where=server.base_url, note=note)
    except ModelError:
        return Offer(server.title, False, where=server.base_url, note="something else answers at this port")
    named = tuple(f"{server.prefix}/{name}" for name in models)
    return Offer(server.title, bool(named), named, server.base_url, "" if named else "has no model yet")


def _read_list(raw: bytes) -> tuple[str, ...]:
    """Names from the answer to GET /models: {"data": [{"id": name}, …]}.

    Raises:
        ModelError: it is not such an answer.
    """
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        data = None
    listed = data.get("data") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        raise ModelError("the server's answer is not a list of models; most base URLs end in /v1")
    return tuple(m["id"] for m in listed if isinstance(m, dict) and isinstance(m.get("id"), str))
