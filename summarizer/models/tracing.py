"""A span of OpenTelemetry for each request to a model, by its conventions for generative AI.

They are made where the app has set OpenTelemetry up (the extra `tracing` brings its interface); neither
article nor reply is in them, only counts. Conventions, as of version 1.37:
https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from summarizer.drafts import Reply, Request
from summarizer.models.names import Endpoint

# Parameters that have an attribute of their own: gen_ai.request.temperature…
_PARAMETERS = ("temperature", "top_p", "top_k", "seed", "frequency_penalty", "presence_penalty")


class Span:
    """A span that is open, or nothing where nobody traces."""

    def __init__(self, span: Any = None) -> None:
        self._span = span

    def end(self, reply: Reply) -> None:
        """Note what the answer took."""
        if self._span is None:
            return
        finish = "content_filter" if reply.refusal else "length" if reply.cut else "stop"
        self._span.set_attributes(
            {
                "gen_ai.response.finish_reasons": (finish,),
                "gen_ai.usage.input_tokens": reply.usage.tokens_in,
                "gen_ai.usage.output_tokens": reply.usage.tokens_out,
                "gen_ai.usage.cache_read.input_tokens": reply.usage.tokens_cached,
            }
        )


@contextmanager
def trace_chat(endpoint: Endpoint, request: Request) -> Iterator[Span]:
    """A span around one request; an error that passes through is its `error.type`."""
    try:
        from opentelemetry import trace
    except ImportError:
        yield Span()
        return
    tracer = trace.get_tracer("summarizer")
    with tracer.start_as_current_span(
        f"chat {endpoint.model}",
        kind=trace.SpanKind.CLIENT,
        attributes=describe_request(endpoint, request),
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        try:
            yield Span(span)
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            # Not the message: a server's words can quote the article.
            span.set_status(trace.StatusCode.ERROR, type(error).__name__)
            raise


def describe_request(endpoint: Endpoint, request: Request) -> dict[str, Any]:
    """The attributes that are known before the answer."""
    parts = urlsplit(endpoint.base_url)
    attributes: dict[str, Any] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": endpoint.provider,
        "gen_ai.request.model": endpoint.model,
        "gen_ai.request.max_tokens": request.max_tokens,
        "gen_ai.output.type": "json",
        "server.address": parts.hostname or "",
    }
    if parts.port:
        attributes["server.port"] = parts.port
    for name in _PARAMETERS:
        if isinstance(value := request.parameters.get(name), int | float):
            attributes[f"gen_ai.request.{name}"] = value
    return attributes
