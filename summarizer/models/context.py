"""How many tokens a server has loaded a model with: it knows, and may cut what is longer.

    llama.cpp    /v1/models            meta.n_ctx, of one of its slots
    vLLM         /v1/models            max_model_len
    gateways     /v1/models            context_length, context_window, max_context_length
    LM Studio    /api/v0/models        loaded_context_length, of a model that is loaded; a request for one
                                       token loads it, as the first article would
    Ollama       /api/ps               context_length, of a model that is loaded; a request to /api/generate
                                       that holds no prompt loads it

No article is in any of these requests. Which program it is shows in what it answers, so a base URL does as
well as a name. Ollama's default is 4,096 tokens on most machines (its documentation, "Context length"), and
what is longer it cuts without a word; LM Studio loads what is not loaded yet with as little.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.models.listing import fetch_entries, read_context
from summarizer.models.names import Endpoint

if TYPE_CHECKING:
    from httpx2 import AsyncClient

logger = logging.getLogger(__name__)

# Seconds. To load a model takes as long as its file takes to read.
_QUICK, _LOADING = 5.0, 120.0


async def ask_context(endpoint: Endpoint) -> int | None:
    """The context that a server has loaded the model with; None if it does not tell.

    Gateways, which all are reached by https, are asked for their list of models and nothing else.
    """
    import httpx2

    parts = urlsplit(endpoint.base_url)
    root = f"{parts.scheme}://{parts.netloc}"
    headers = {"Authorization": f"Bearer {endpoint.api_key}"} if endpoint.api_key else {}
    try:
        async with httpx2.AsyncClient(
            headers=headers, timeout=_QUICK, trust_env=not endpoint.local
        ) as client:
            listed = await fetch_entries(client, f"{endpoint.base_url}/models", "data")
            # A server that has one model does not look at names.
            entry = _find(listed, endpoint.model) or (listed[0] if len(listed) == 1 else None)
            found = read_context(entry) if entry else None
            if found is None and parts.scheme == "http":
                found = await _ask_ollama(client, root, endpoint.model)
            if found is None and parts.scheme == "http":
                found = await _ask_lmstudio(client, root, endpoint.model)
    except httpx2.HTTPError as error:
        logger.info("%s does not tell its context (%s)", endpoint.base_url, type(error).__name__)
        return None
    return found


async def _ask_ollama(client: AsyncClient, root: str, model: str) -> int | None:
    """What Ollama has loaded, or loads now; None if this is no Ollama."""
    if (await client.get(f"{root}/api/version")).status_code != 200:
        return None
    await client.post(f"{root}/api/generate", json={"model": model, "stream": False}, timeout=_LOADING)
    return read_context(_find(await fetch_entries(client, f"{root}/api/ps", "models"), model) or {})


async def _ask_lmstudio(client: AsyncClient, root: str, model: str) -> int | None:
    """What LM Studio has loaded, or loads now; None if this is no LM Studio."""
    entry = _find(await fetch_entries(client, f"{root}/api/v0/models", "data"), model)
    if entry is None or entry.get("state") == "loaded":
        return read_context(entry or {})
    one = {"model": model, "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 1}
    await client.post(f"{root}/v1/chat/completions", json=one, timeout=_LOADING)
    return read_context(_find(await fetch_entries(client, f"{root}/api/v0/models", "data"), model) or {})


def _find(entries: list[dict[str, Any]], model: str) -> dict[str, Any] | None:
    """The entry of a model. Ollama adds the tag that stands for none."""
    names = {model, f"{model}:latest"}
    return next((e for e in entries if names & {e.get("id"), e.get("name"), e.get("model")}), None)
