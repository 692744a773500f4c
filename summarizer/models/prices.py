"""What tokens cost and how many a model reads, as far as genai-prices knows.

Its data comes with that package: nothing is downloaded.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.models.names import Endpoint, is_openai
from summarizer.records import Usage

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, Provider

# For models that nobody lists. OpenAI's have read 128,000 tokens or more since 2024. Servers on this machine
# often load less than the model could read: Ollama and LM Studio take 4,096 unless told otherwise, and
# Ollama cuts what is longer without a word.
_UNKNOWN_CONTEXT = {"openai": 128_000, "ollama": 4_096, "lmstudio": 4_096}
_SMALL_CONTEXT = 8_192
# OpenAI's models that anybody can run: the name does not tell who bills for it.
_OPEN_WEIGHTS = "gpt-oss"


def price_usage(endpoint: Endpoint, usage: Usage, *, batch: bool = False) -> float | None:
    """US dollars for the tokens of a usage; None if the price is unknown.

    Prices are those of the server's host. A host without a price list that offers a model by OpenAI's own
    name is taken for a gateway to OpenAI, also on this machine. Any other model on this machine is free.

    Args:
        endpoint: who is asked.
        usage: its tokens.
        batch: asked in a batch file instead of one by one. Where the list has no price for that, it is half.

    >>> endpoint = Endpoint("openai", "gpt-5.4-mini", "https://api.openai.com/v1")
    >>> price_usage(endpoint, Usage(requests=1, tokens_in=1_000_000))
    0.75
    >>> price_usage(endpoint, Usage(requests=1, tokens_in=1_000_000), batch=True)
    0.375
    """
    if not (found := _find_model(endpoint)):
        return 0.0 if endpoint.local else None
    from datetime import UTC, datetime

    from genai_prices import Usage as Counts

    provider, model = found
    counts = Counts(
        input_tokens=usage.tokens_in,
        cache_read_tokens=min(usage.tokens_cached, usage.tokens_in),
        output_tokens=usage.tokens_out,
    )
    now = datetime.now(UTC)
    try:
        price = model.calc_price(counts, provider, genai_request_timestamp=now).total_price
        if batch:
            listed = model.calc_price(
                counts, provider, genai_request_timestamp=now, price_context={"processing": "batch"}
            ).total_price
            price = price / 2 if listed == price else listed
    except (LookupError, ValueError):
        return None
    return float(price)


def find_context(endpoint: Endpoint) -> int:
    """How many tokens the model reads and writes in one request; a careful guess where nobody tells.

    >>> find_context(Endpoint("openai", "gpt-5.4-mini", "https://api.openai.com/v1"))
    400000
    """
    return _find_window(endpoint) or _UNKNOWN_CONTEXT.get(endpoint.provider, _SMALL_CONTEXT)


def knows_context(endpoint: Endpoint) -> bool:
    """Whether `find_context` does not guess: nothing else has to be asked then."""
    return endpoint.provider == "openai" or (not endpoint.local and _find_window(endpoint) is not None)


def _find_window(endpoint: Endpoint) -> int | None:
    found = _find_model(endpoint)
    return int(found[1].context_window) if found and found[1].context_window else None


@lru_cache(maxsize=64)
def _find_model(endpoint: Endpoint) -> tuple[Provider, ModelInfo] | None:
    """The price list's entry for a model, or None."""
    if endpoint.provider not in ("openai", "server"):
        return None  # named by its prefix: the user's own machine runs it
    from genai_prices.data_snapshot import get_snapshot

    snapshot = get_snapshot()
    with suppress(LookupError):
        if not is_openai(endpoint.base_url):
            return snapshot.find_provider_model(endpoint.model, None, None, endpoint.base_url)
    name = endpoint.model.removeprefix("openai/")
    if name.startswith(_OPEN_WEIGHTS) and not is_openai(endpoint.base_url):
        return None
    with suppress(LookupError):
        return snapshot.find_provider_model(name, None, "openai", None)
    return None
