"""What servers tell of their models when they are asked for the list. No article is in such a request."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.errors import ModelError
from summarizer.models.connect import headers_of, open_client
from summarizer.models.failures import explain_failure
from summarizer.models.names import Endpoint

if TYPE_CHECKING:
    from httpx2 import AsyncClient


async def list_models(endpoint: Endpoint, *, timeout: float) -> dict[str, dict[str, Any]]:
    """What a server tells of each of its models, by their names, in its order.

    Of Ollama and LM Studio, also what they tell by interfaces of their own; nothing is loaded.

    Args:
        endpoint: the server; its model does not matter.
        timeout: seconds for one answer.

    Raises:
        ModelError: it does not answer, refuses, or answers something else.
    """
    import httpx2

    entries = await _list_openly(endpoint, timeout=timeout)
    more = {
        "ollama": (("/api/tags", "models", {}), ("/api/ps", "models", {"state": "loaded"})),
        "lmstudio": (("/api/v0/models", "data", {}),),
    }.get(endpoint.provider, ())
    root = "{0.scheme}://{0.netloc}".format(urlsplit(endpoint.base_url))
    with suppress(httpx2.HTTPError):
        async with httpx2.AsyncClient(timeout=timeout, trust_env=not endpoint.local) as client:
            for path, key, known in more:
                for entry in await fetch_entries(client, root + path, key):
                    name = entry.get("id") or entry.get("model")
                    if isinstance(name, str) and name in entries:
                        entries[name] |= entry | known
    return entries


async def _list_openly(endpoint: Endpoint, *, timeout: float) -> dict[str, dict[str, Any]]:
    """The entries of GET /models: {"data": [{"id": name, …}, …]}."""
    import openai

    client = open_client(endpoint, timeout=timeout, max_retries=0)
    try:
        answer = await client.models.with_raw_response.list(extra_headers=headers_of(endpoint))
    except openai.NotFoundError:
        raise ModelError("lists no models at /models; the base URL of most servers ends in /v1") from None
    except openai.APIError as error:
        failure = error
    else:
        return _read_entries(answer.http_response.content)
    finally:
        await client.close()
    raise explain_failure(failure, endpoint, key=endpoint.api_key, timeout=timeout, tokens=0)


def _read_entries(raw: bytes) -> dict[str, dict[str, Any]]:
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        data = None
    listed = data.get("data") if isinstance(data, dict) else None
    if listed is None and isinstance(data, dict) and data.get("object") == "list":
        listed = []  # Ollama without a model
    if not isinstance(listed, list):
        raise ModelError("the server's answer is not a list of models; most base URLs end in /v1")
    return {m["id"]: m for m in listed if isinstance(m, dict) and isinstance(m.get("id"), str)}


async def fetch_entries(client: AsyncClient, url: str, key: str) -> list[dict[str, Any]]:
    """The entries of a list of models; none of anything else."""
    answer = await client.get(url)
    try:
        listed = answer.json().get(key)
    except (ValueError, AttributeError, RecursionError):
        return []
    return [e for e in listed if isinstance(e, dict)] if isinstance(listed, list) else []


def read_context(entry: dict[str, Any]) -> int | None:
    """The context in a server's entry of a model, under the names that servers use.

    What LM Studio says of a model that is not loaded is what it could be loaded with.

    >>> read_context({"id": "m", "meta": {"n_ctx": 8192, "n_ctx_train": 32768}})
    8192
    >>> read_context({"id": "m", "state": "not-loaded", "max_context_length": 32768})
    """
    meta = entry.get("meta")
    values = (
        meta.get("n_ctx") if isinstance(meta, dict) else None,
        entry.get("max_model_len"),
        entry.get("loaded_context_length"),
        entry.get("context_length"),
        entry.get("context_window"),  # Groq
        None if "state" in entry else entry.get("max_context_length"),  # Mistral
    )
    return next((v for v in values if isinstance(v, int) and not isinstance(v, bool) and v > 0), None)
