"""How many tokens a model on this machine has been loaded with: its server knows, and may cut what is longer.

    llama.cpp    /v1/models            meta.n_ctx
    vLLM         /v1/models            max_model_len
    LM Studio    /api/v0/models        loaded_context_length, of a model that is loaded
    Ollama       /api/ps               context_length, of a model that is loaded; a request to /api/generate
                                       that holds no prompt loads it

No article is in any of these requests. Ollama's default is 4,096 tokens on most machines (its documentation,
"Context length"), and what is longer it cuts without a word.
"""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit

from summarizer.models.names import Endpoint

logger = logging.getLogger(__name__)

# Seconds. To load a model takes as long as its file takes to read.
_QUICK, _LOADING = 5.0, 120.0


async def ask_context(endpoint: Endpoint) -> int | None:
    """The context that the server of a local endpoint has loaded the model with; None if it does not tell."""
    import httpx2

    parts = urlsplit(endpoint.base_url)
    root = f"{parts.scheme}://{parts.netloc}"
    headers = {"Authorization": f"Bearer {endpoint.api_key}"} if endpoint.api_key else {}
    try:
        async with httpx2.AsyncClient(headers=headers, timeout=_QUICK, trust_env=False) as client:
            if endpoint.provider == "ollama":
                load = {"model": endpoint.model, "stream": False}
                await client.post(f"{root}/api/generate", json=load, timeout=_LOADING)
                found = await _find(client, f"{root}/api/ps", "models", endpoint.model)
            elif endpoint.provider == "lmstudio":
                found = await _find(client, f"{root}/api/v0/models", "data", endpoint.model)
            else:
                found = await _find(client, f"{endpoint.base_url}/models", "data", endpoint.model)
    except httpx2.HTTPError as error:
        logger.info("%s does not tell its context (%s)", endpoint.base_url, type(error).__name__)
        return None
    return read_context(found) if found else None


async def _find(client: Any, url: str, key: str, model: str) -> dict[str, Any] | None:
    """The entry of a model in a list of them; of the only one, where a server does not look at names."""
    answer = await client.get(url)
    try:
        listed = answer.json().get(key)
    except (ValueError, AttributeError, RecursionError):
        return None
    entries = [e for e in listed if isinstance(e, dict)] if isinstance(listed, list) else []
    # Ollama adds the tag that stands for none.
    names = {model, f"{model}:latest"}
    named = [e for e in entries if names & {e.get("id"), e.get("name"), e.get("model")}]
    return named[0] if named else entries[0] if len(entries) == 1 else None


def read_context(entry: dict[str, Any]) -> int | None:
    """The context in a server's entry of a model, under the names that servers use.

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
    )
    return next((v for v in values if isinstance(v, int) and not isinstance(v, bool) and v > 0), None)
