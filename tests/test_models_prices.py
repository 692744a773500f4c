from __future__ import annotations

import pytest

from summarizer.models import DEFAULT_MODEL, OPENAI_URL, Endpoint, find_context, price_usage
from summarizer.records import Usage

USAGE = Usage(requests=1, tokens_in=10_000, tokens_cached=4_000, tokens_out=1_000)


def test_default_model_is_priced_and_cached_tokens_cost_less() -> None:
    """The default must have a price, or --max-cost could not hold."""
    endpoint = Endpoint("openai", DEFAULT_MODEL, OPENAI_URL)
    cost, uncached = (
        price_usage(endpoint, u) for u in (USAGE, USAGE.model_copy(update={"tokens_cached": 0}))
    )
    assert cost is not None
    assert uncached is not None
    assert 0 < cost < uncached < 1


@pytest.mark.parametrize(
    ("endpoint", "known"),
    [
        (Endpoint("openai", "gpt-5.4-mini", "https://eu.api.openai.com/v1"), True),
        (Endpoint("openai", "no-such-model", OPENAI_URL), False),
        (Endpoint("server", "deepseek-chat", "https://api.deepseek.com/v1"), True),
        (Endpoint("server", "openai/gpt-4o-mini", "https://openrouter.ai/api/v1"), True),
        (Endpoint("server", "my-model", "https://models.example/v1"), False),
        (Endpoint("server", "gpt-5.4-mini", "https://gateway.example/v1"), True),
        (Endpoint("server", "gpt-oss-20b", "https://gateway.example/v1"), False),
    ],
)
def test_price_usage_follows_the_host_then_the_name(endpoint: Endpoint, known: bool) -> None:
    """A host with a price list; else OpenAI's own names, which a gateway passes on; else nobody knows."""
    cost = price_usage(endpoint, USAGE)
    assert (cost is not None and cost > 0) if known else cost is None


def test_price_usage_on_this_machine() -> None:
    """One's own model is free; an OpenAI model on this machine is a gateway, and billed."""
    url = "http://localhost:8000/v1"
    assert price_usage(Endpoint("ollama", "gpt-4o", url), USAGE) == 0.0
    assert price_usage(Endpoint("server", "qwen2.5", url), USAGE) == 0.0
    assert price_usage(Endpoint("server", "gpt-oss-20b", url), USAGE) == 0.0
    assert (price_usage(Endpoint("server", "gpt-5.4-mini", url), USAGE) or 0) > 0


def test_price_usage_takes_impossible_counts() -> None:
    """A server that reports more cached tokens than tokens."""
    odd = Usage(requests=1, tokens_in=5, tokens_cached=9)
    assert price_usage(Endpoint("openai", DEFAULT_MODEL, OPENAI_URL), odd) is not None


def test_find_context() -> None:
    """Known models tell; unknown ones get a careful guess, local ones a small one."""
    assert find_context(Endpoint("openai", DEFAULT_MODEL, OPENAI_URL)) == 400_000
    assert find_context(Endpoint("openai", "no-such-model", OPENAI_URL)) == 128_000
    assert find_context(Endpoint("ollama", "llama3.2", "http://localhost:11434/v1")) == 4_096
    assert find_context(Endpoint("server", "m", "http://box:8000/v1")) == 8_192
