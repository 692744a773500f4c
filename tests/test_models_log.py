"""What can be watched: a folder of exchanges without keys, and spans without articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from server import Server, error, failing, reply
from test_conversation import GOOD, TEXT

from summarizer import Options, Summarizer
from summarizer.drafts import Message, Request
from summarizer.errors import ConfigurationError, ModelError
from summarizer.models.log import ExchangeLog
from summarizer.models.quirks import Quirks

KEY = "sk-invented-0123456789"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server whose every reply is a good one for TEXT."""
    with Server(answer=reply(GOOD)) as running:
        yield running


def read(server: Server, **options: object) -> None:
    """Summarize TEXT with the server's model."""
    given = {"base_url": server.url, "api_key": KEY, "rounds": 0, "max_retries": 0} | options
    Summarizer("m", options=Options.model_validate(given)).summarize(TEXT)


def test_log_holds_each_request_and_its_answer(server: Server, tmp_path: Path) -> None:
    """As they went over the wire, a file each, in order."""
    read(server, log_dir=tmp_path / "log")
    (path,) = sorted((tmp_path / "log").iterdir())
    exchange = json.loads(path.read_text(encoding="utf-8"))
    assert exchange["request"] == "read-1"
    assert exchange["url"] == server.url
    assert exchange["body"] == server.chats[0].body
    content = exchange["answer"]["choices"][0]["message"]["content"]
    assert json.loads(content)["headline"] == GOOD["headline"]
    assert exchange["seconds"] >= 0


def test_log_holds_failures_and_no_key(server: Server, tmp_path: Path) -> None:
    """A server that repeats the key, whole or in part, does not get it written down."""
    server.script(error(401, f"Incorrect API key provided: {KEY}. See sk-proj-abcdef*****xyz."))
    with pytest.raises(ModelError):
        read(server, log_dir=tmp_path)
    server.script(failing())
    with pytest.raises(ModelError):
        read(server, log_dir=tmp_path)
    first, second = (p.read_text(encoding="utf-8") for p in sorted(tmp_path.iterdir()))
    assert KEY not in first + second
    assert "sk-proj" not in first
    assert "Incorrect API key provided: [key]" in first
    assert "InternalServerError" in second


def test_log_that_cannot_be_written_is_an_error_before_anything_is_sent(
    server: Server, tmp_path: Path
) -> None:
    """A file where the folder should be."""
    (tmp_path / "log").touch()
    with pytest.raises(ConfigurationError, match="cannot be written to"):
        read(server, log_dir=tmp_path / "log")
    assert not server.requests


def test_log_that_breaks_later_ends_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is said once."""
    log = ExchangeLog(tmp_path / "log")
    (tmp_path / "log").rmdir()
    log.write("read-1", {"body": b"\xff"}, key=None)
    log.write("read-2", {}, key=None)
    assert caplog.text.count("cannot be written") == 1


@pytest.fixture(scope="module")
def spans() -> InMemorySpanExporter:
    """What an app that has set OpenTelemetry up would export; it can be set up once a process."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    return exporter


def test_a_request_is_a_span_by_the_conventions(server: Server, spans: InMemorySpanExporter) -> None:
    """Who was asked and what it took; a child of the app's own span; nothing of the article."""
    spans.clear()
    with trace.get_tracer("app").start_as_current_span("the app's own"):
        read(server, parameters={"temperature": 0.5, "seed": 7})
    chat, _ = spans.get_finished_spans()
    assert chat.name == "chat m"
    assert chat.kind is trace.SpanKind.CLIENT
    assert chat.parent is not None
    attributes = dict(chat.attributes or {})
    usage = {name: attributes.pop(f"gen_ai.usage.{name}") for name in ("input_tokens", "output_tokens")}
    assert all(int(str(count)) > 0 for count in usage.values())
    assert attributes == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "server",
        "gen_ai.request.model": "m",
        "gen_ai.request.max_tokens": server.chats[0].body["max_tokens"],
        "gen_ai.request.temperature": 0.5,
        "gen_ai.request.seed": 7,
        "gen_ai.output.type": "json",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.usage.cache_read.input_tokens": 0,
        "server.address": "127.0.0.1",
        "server.port": server.port,
    }


def test_a_failed_request_is_a_span_with_its_error(server: Server, spans: InMemorySpanExporter) -> None:
    """Its class, not the server's words."""
    spans.clear()
    server.script(error(401, f"bad key for {TEXT[:20]}"))
    with pytest.raises(ModelError):
        read(server)
    (chat,) = spans.get_finished_spans()
    assert (chat.attributes or {})["error.type"] == "AuthenticationError"
    assert not chat.status.is_ok
    assert TEXT[:20] not in chat.to_json()


def test_llama_cpp_is_held_to_the_sentences_shown() -> None:
    """Its grammar is made for each request, so it can; others get the schema as it is."""
    numbers = {"type": "array", "items": {"type": "integer"}}
    schema: dict[str, object] = {"type": "object", "properties": {"at": numbers}}
    request = Request("read-2", (Message("user", "…"),), schema, 100, 5, numbers=(8, 19))

    def sent(provider: str, asked: Request) -> object:
        return Quirks(provider).shape_body("m", asked)["response_format"]["json_schema"]["schema"]

    bounded = {"type": "array", "items": {"type": "integer", "minimum": 8, "maximum": 19}}
    assert (
        sent("local", request)
        == sent("llamacpp", request)
        == {"type": "object", "properties": {"at": bounded}}
    )
    assert sent("ollama", request) == sent("openai", request) == schema
    unnumbered = Request("merge", (Message("user", "…"),), schema, 100, 5)
    assert sent("local", unnumbered) == schema
