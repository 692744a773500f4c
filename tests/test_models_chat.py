from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import logging
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import httpx
import openai
import pytest
import respx
import server as faults
from server import Body, Server, Step

from summarizer.drafts import Message, Reply, Request
from summarizer.errors import (
    AuthenticationError,
    ConfigurationError,
    ContextOverflowError,
    ModelError,
    ModelTimeoutError,
    RateLimitError,
    RefusalError,
    ReplyError,
    UnknownModelError,
    UnreachableError,
)
from summarizer.models import ChatModel, Endpoint, resolve_model

KEY = "sk-invented-for-tests"
SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"gist": {"type": "string"}},
    "required": ["gist"],
    "additionalProperties": False,
}
OPENAI = Endpoint("openai", "gpt-5.4-mini", "https://api.openai.com/v1", KEY)


@pytest.fixture
def server() -> Iterator[Server]:
    """A real server on this machine."""
    with Server() as running:
        yield running


@pytest.fixture
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The openai client waits half a second and more before it tries again; here it need not."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    monkeypatch.setattr("summarizer.models.stream._FIRST_DELAY", 0.001)


def make_request(content: str = "Sentence one.", **parameters: Any) -> Request:
    """A request for one object with a gist."""
    return Request("read-1", (Message("user", content),), SCHEMA, 200, 10, parameters=parameters)


def at(server: Server, key: str | None = None) -> Endpoint:
    """A model of the server."""
    return Endpoint("server", "test-model", server.url, key)


def ask(model: ChatModel, request: Request | None = None) -> Reply:
    """Ask once, in an event loop of its own."""
    return asyncio.run(model.ask(request or make_request()))


def fail(server: Server, *steps: Step, key: str | None = None, **limits: Any) -> ModelError:
    """The error that steps of a server lead to."""
    server.script(*steps)
    with pytest.raises(ModelError) as caught:
        ask(ChatModel(at(server, key), **({"timeout": 5, "max_retries": 0} | limits)))
    assert str(caught.value).isprintable(), "one line"
    return caught.value


# What goes out and comes back, on a mocked transport.


def answer(content: str = '{"gist": "x"}', **more: Any) -> dict[str, Any]:
    """A chat completion as OpenAI sends it."""
    usage = {
        "prompt_tokens": 1000,
        "completion_tokens": 50,
        "prompt_tokens_details": {"cached_tokens": 400},
    }
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
    return {"id": "c", "object": "chat.completion", "choices": [choice], "usage": usage} | more


async def ask_mocked(*requests: Request) -> list[Reply]:
    """Ask OpenAI through a client that respx can mock."""
    async with httpx.AsyncClient() as http:
        client = openai.AsyncOpenAI(api_key=KEY, http_client=http, max_retries=0)
        model = ChatModel(OPENAI, client=client)
        return [await model.ask(request) for request in requests]


@respx.mock
def test_ask_sends_one_chat_completion() -> None:
    """Model, messages, limit, schema and the prompt's parameters, and nothing else."""
    route = respx.post("https://api.openai.com/v1/chat/completions").respond(json=answer())
    (reply,) = asyncio.run(ask_mocked(make_request(temperature=0.2)))
    assert json.loads(route.calls.last.request.content) == {
        "model": "gpt-5.4-mini",
        "messages": [{"role": "user", "content": "Sentence one."}],
        "max_completion_tokens": 200,
        "temperature": 0.2,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reply", "strict": True, "schema": SCHEMA},
        },
    }
    assert reply.id == "read-1"
    assert reply.text == '{"gist": "x"}'


@respx.mock
def test_ask_accounts_for_tokens_and_price() -> None:
    """600 fresh tokens at $0.75 a million, 400 cached at a tenth, 50 out at $4.50."""
    respx.post("https://api.openai.com/v1/chat/completions").respond(json=answer())
    usage = asyncio.run(ask_mocked(make_request()))[0].usage
    assert (usage.requests, usage.tokens_in, usage.tokens_cached, usage.tokens_out) == (1, 1000, 400, 50)
    assert usage.cost == pytest.approx((600 * 0.75 + 400 * 0.075 + 50 * 4.5) / 1e6)
    assert usage.seconds > 0


@respx.mock
def test_ask_remembers_what_a_reasoning_model_does_not_take(caplog: pytest.LogCaptureFixture) -> None:
    """Temperature is dropped once, with a line in the log, and not tried again."""
    refused = {
        "error": {
            "message": "Unsupported value: 'temperature' does not support 0 with this model.",
            "param": "temperature",
            "code": "unsupported_value",
        }
    }
    route = respx.post("https://api.openai.com/v1/chat/completions").mock(
        side_effect=[
            httpx.Response(400, json=refused),
            *(httpx.Response(200, json=answer()) for _ in range(2)),
        ]
    )
    with caplog.at_level(logging.INFO, "summarizer"):
        first, second = asyncio.run(ask_mocked(make_request(temperature=0), make_request(temperature=0)))
    assert ["temperature" in json.loads(c.request.content) for c in route.calls] == [True, False, False]
    assert (first.usage.retries, second.usage.retries) == (1, 0)
    assert "temperature" in caplog.text


@respx.mock
def test_a_given_synchronous_client_is_called_in_threads() -> None:
    """An OpenAI client does as well as an AsyncOpenAI, side by side."""
    names = []

    def respond(_request: httpx.Request) -> httpx.Response:
        names.append(threading.current_thread().name)
        return httpx.Response(200, json=answer())

    respx.post("https://api.openai.com/v1/chat/completions").mock(side_effect=respond)

    async def ask_two() -> list[Reply]:
        return await asyncio.gather(model.ask(make_request()), model.ask(make_request()))

    with httpx.Client() as http:
        model = ChatModel(OPENAI, client=openai.OpenAI(api_key=KEY, http_client=http))
        assert [r.text for r in asyncio.run(ask_two())] == ['{"gist": "x"}'] * 2
    assert "MainThread" not in names


def test_something_else_is_no_client() -> None:
    """A clear line instead of an AttributeError in the middle of a run."""
    with pytest.raises(ConfigurationError, match=r"openai\.OpenAI or openai\.AsyncOpenAI, not str"):
        ChatModel(OPENAI, client="client")  # type: ignore[arg-type]


# Real connections.


def test_each_event_loop_has_its_own_connections_and_leaves_none(server: Server) -> None:
    """The same model serves one `asyncio.run` after another; pytest would fail on an unclosed socket."""
    model = ChatModel(at(server), timeout=5)
    for _ in range(3):
        assert ask(model).text == '{"gist": "x"}'
        gc.collect()
    assert server.connections == 3


def test_one_event_loop_keeps_its_connection(server: Server) -> None:
    """Requests one after another share a connection; aclose ends it, and is not the end of the model."""
    model = ChatModel(at(server), timeout=5)

    async def talk() -> None:
        await model.ask(make_request())
        await model.ask(make_request())
        assert server.connections == 1
        await model.aclose()
        await model.aclose()
        await model.ask(make_request())
        assert server.connections == 2

    asyncio.run(talk())
    gc.collect()


def test_threads_share_a_model(server: Server) -> None:
    """Each with its own loop, at the same time."""
    model = ChatModel(at(server), timeout=5)
    replies: list[Reply] = []
    threads = [threading.Thread(target=lambda: replies.append(ask(model))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [r.text for r in replies] == ['{"gist": "x"}'] * 4


def test_a_given_async_client_survives_its_event_loop(server: Server) -> None:
    """One AsyncOpenAI for `summarize` after `summarize`: no dead connections, no request sent twice."""
    client = openai.AsyncOpenAI(api_key=KEY, base_url=server.url, max_retries=0)
    endpoint = resolve_model("test-model", environ={}, client=client)
    assert endpoint is not None
    model = ChatModel(endpoint, client=client, timeout=5)

    async def ask_side_by_side() -> list[Reply]:
        return await asyncio.gather(*(model.ask(make_request()) for _ in range(5)))

    for _ in range(3):
        assert [r.text for r in asyncio.run(ask_side_by_side())] == ['{"gist": "x"}'] * 5
        gc.collect()
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert len(server.requests) == 15


def test_a_given_http_client_is_used_and_its_dead_connections_are_explained() -> None:
    """It may hold a proxy or certificates, so it is not replaced; its connections are the giver's affair."""

    def respond(request: httpx.Request) -> httpx.Response:
        if request.headers["x-mine"] == "dead":
            raise RuntimeError("Event loop is closed")  # what asyncio says of a connection of an ended loop
        return httpx.Response(200, json=answer())

    for mine in ("alive", "dead"):
        http = httpx.AsyncClient(transport=httpx.MockTransport(respond), headers={"x-mine": mine})
        model = ChatModel(OPENAI, client=openai.AsyncOpenAI(api_key=KEY, http_client=http, max_retries=0))
        if mine == "alive":
            assert ask(model).text == '{"gist": "x"}'
        else:
            with pytest.raises(ConfigurationError, match="one event loop only"):
                ask(model)


def test_a_server_without_schemas_is_learned_once_by_many(server: Server) -> None:
    """Sixteen requests in flight are refused for their schema: each goes on in JSON mode, none in text."""

    def refuse_schema(body: Body) -> Step:
        if body["response_format"]["type"] == "json_schema":
            return faults.no_schema()
        return faults.reply({"gist": body["messages"][0]["content"]})

    server.answer = refuse_schema
    model = ChatModel(at(server), timeout=5)

    async def ask_many() -> list[Reply]:
        replies = await asyncio.gather(*(model.ask(make_request(str(i))) for i in range(16)))
        before = len(server.requests)
        await model.ask(make_request("later"))
        assert len(server.requests) == before + 1
        return replies

    replies = asyncio.run(ask_many())
    assert [json.loads(r.text)["gist"] for r in replies] == [str(i) for i in range(16)]
    assert model.quirks.format == "json_object"


def test_a_server_without_any_format_is_asked_for_text(server: Server) -> None:
    """Schema, then JSON mode, then nothing; all three counted."""
    server.script(faults.no_schema(), faults.no_json_mode(), faults.reply("Sure! {}"))
    reply = ask(ChatModel(at(server), timeout=5))
    asked = [r.body.get("response_format", {}).get("type") for r in server.requests]
    assert asked == ["json_schema", "json_object", None]
    assert (reply.text, reply.usage.retries) == ("Sure! {}", 2)


def test_thoughts_are_left_out(server: Server) -> None:
    """A reasoning model behind a server that does not part thoughts from answer."""
    server.script(faults.reply('<think>{"gist": "no"}</think>\n{"gist": "yes"}'))
    assert ask(ChatModel(at(server), timeout=5)).text == '{"gist": "yes"}'


def test_all_thoughts_and_no_answer_says_what_to_do(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """A limit that a reasoning model used up."""
    server.script(faults.reply("<think>Let me see", finish="length"))
    reply = ask(ChatModel(at(server), timeout=5))
    assert (reply.text, reply.cut) == ("", True)
    assert "--max-output-tokens" in caplog.text


@pytest.mark.usefixtures("_no_waiting")
@pytest.mark.parametrize(
    "fault",
    [
        faults.rate_limited(),
        faults.rate_limited(retry_after_ms="1"),
        faults.failing(),
        faults.reset(),
        faults.truncated(),
    ],
    ids=["429", "429 with a time", "500", "reset", "truncated"],
)
def test_what_passes_is_tried_again_and_counted(server: Server, fault: Step) -> None:
    """Two faults, then a reply."""
    server.script(fault, fault)
    reply = ask(ChatModel(at(server), timeout=5, max_retries=2))
    assert reply.text == '{"gist": "x"}'
    assert reply.usage.retries == 2
    assert reply.usage.requests == 1


def test_a_model_that_declines_or_says_nothing_has_replied(server: Server) -> None:
    """Those replies are paid for; what they mean is for others to say."""
    server.script(faults.refusal(), faults.empty(), faults.cut())
    model = ChatModel(at(server), timeout=5)
    declined, silent, cut = ask(model), ask(model), ask(model)
    assert "can't help" in (declined.refusal or "")
    assert (silent.text, silent.refusal, silent.cut) == ("", None, False)
    assert cut.cut
    assert cut.text.startswith('{"headline"')
    assert declined.usage.tokens_in > 0


# What can go wrong: one error, one line, a remedy.


@pytest.mark.parametrize(
    ("step", "kind", "says"),
    [
        (faults.rate_limited(), RateLimitError, "wait, or lower --concurrency"),
        (faults.failing(), ModelError, "status 500"),
        (faults.reset(), UnreachableError, "lost the connection"),
        (faults.truncated(), UnreachableError, "lost the connection"),
        (faults.broken_json(), ReplyError, "not JSON.*end in /v1"),
        (faults.web_page(), ReplyError, "not JSON.*end in /v1"),
        (faults.bad_key(), AuthenticationError, "no key was sent.*SUMMARIZER_API_KEY"),
        (faults.unknown_model(), UnknownModelError, "'test-model'.*summarizer models"),
        (faults.too_long(), ContextOverflowError, "about 10 tokens.*--context-tokens"),
        (faults.error(402, "Insufficient Balance"), AuthenticationError, "credit"),
        (
            faults.error(429, "You exceeded your current quota.", code="insufficient_quota"),
            AuthenticationError,
            "credit",
        ),
        (faults.error(403, "Country not supported"), AuthenticationError, "Country not supported"),
        (
            faults.error(403, "Project p does not have access to model m", code="model_not_found"),
            UnknownModelError,
            "does not have access",
        ),
        (faults.error(404, "404 page not found"), UnreachableError, "base URL.*ends in /v1"),
        (faults.error(413, "Payload too large"), ContextOverflowError, "longer than model"),
        (faults.error(400, "Request refused by content_filter"), RefusalError, "content filter"),
        (faults.error(400, "max_tokens is too large: 9"), ModelError, "--max-output-tokens"),
        (faults.error(400, "bad", code="json_validate_failed"), ReplyError, "did not keep to the format"),
        (faults.error(400, "line one\nline two " * 90), ModelError, "line one line two"),
        (Step(502, "<html>Bad gateway</html>", {"Content-Type": "text/html"}), ModelError, "a web page"),
        (Step(500, "", {}), ModelError, "no reason given"),
        (Step(400, '{"detail": [{"loc": ["body", "x"]}]}'), ModelError, "body"),
        (Step(200, '{"error": {"message": "Upstream is down"}}'), ReplyError, "Upstream is down"),
        (Step(200, "[" * 100_000), ReplyError, "not JSON"),
    ],
)
def test_failures(server: Server, step: Step, kind: type[ModelError], says: str) -> None:
    """Each failure has its own error, and says what to do."""
    error = fail(server, step)
    assert type(error) is kind
    with pytest.raises(kind, match=says):
        raise error
    assert len(str(error)) < 600


def test_rate_limit_tells_how_long_to_wait(server: Server) -> None:
    """A batch can hold everybody back for as long as the server asks; a wait over two minutes is not waited."""
    error = fail(server, faults.rate_limited(retry_after="300"), max_retries=2)
    assert isinstance(error, RateLimitError)
    assert error.retry_after == 300
    assert len(server.requests) == 1


@pytest.mark.usefixtures("_no_waiting")
def test_failure_counts_the_tries(server: Server) -> None:
    """So that nobody thinks it was one hiccup."""
    assert "after 3 tries" in str(fail(server, *[faults.failing()] * 3, max_retries=2))


def test_timeout_names_its_length_and_its_setting(server: Server) -> None:
    """A server that hangs."""
    error = fail(server, faults.hang(), timeout=0.2)
    assert type(error) is ModelTimeoutError
    assert "within 0.2 s" in str(error)
    assert "--timeout" in str(error)


def test_nobody_there_names_the_address() -> None:
    """A port that nobody listens on."""
    with Server() as gone:
        endpoint = at(gone)
    with pytest.raises(UnreachableError, match=rf"cannot reach {endpoint.base_url} .*start the server"):
        ask(ChatModel(endpoint, timeout=5, max_retries=0))


def test_unknown_ollama_model_says_how_to_get_it(server: Server) -> None:
    """Ollama's own words for it."""
    server.script(faults.error(404, 'model "llama9" not found, try pulling it first'))
    with pytest.raises(UnknownModelError, match="ollama pull llama9"):
        ask(ChatModel(Endpoint("ollama", "llama9", server.url), timeout=5))


# Nothing goes where it should not.


def test_a_key_is_in_no_message_and_no_traceback(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """A server that repeats the key it got."""
    caplog.set_level(logging.DEBUG)
    for status in (400, 401, 403, 404, 429, 500):
        step = faults.error(status, f"Key {KEY} is wrong for model x: not found")
        error = fail(server, step, key=KEY)
        assert KEY not in "".join(traceback.format_exception(error))
    assert KEY not in caplog.text
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.fixture
def _everything_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that the openai package would take from the environment."""
    monkeypatch.setenv("OPENAI_API_KEY", "secret-key")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "secret-admin")
    monkeypatch.setenv("OPENAI_ORG_ID", "secret-org")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "secret-project")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Key: secret-header\nauthorization: Bearer secret-bearer")


@pytest.mark.usefixtures("_everything_set")
@pytest.mark.parametrize("key", [None, "own-key"])
def test_what_is_set_for_openai_goes_to_no_other_server(server: Server, key: str | None) -> None:
    """Key, organisation, project and custom headers stay with OpenAI."""
    ask(ChatModel(at(server, key), timeout=5))
    headers = server.requests[0].headers
    assert "secret" not in str(headers)
    assert headers.get("authorization") == (key and f"Bearer {key}")


@pytest.mark.usefixtures("_everything_set")
def test_what_is_set_for_openai_goes_to_openai_base_url(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variables belong together: this is how a gateway is set up."""
    monkeypatch.setenv("OPENAI_BASE_URL", server.url + "/")
    endpoint = resolve_model("m", environ={"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "secret-key"})
    assert endpoint is not None
    ask(ChatModel(endpoint, timeout=5))
    headers = server.requests[0].headers
    assert headers["x-key"] == "secret-header"
    assert headers["openai-organization"] == "secret-org"


def test_a_redirect_is_not_followed(server: Server) -> None:
    """It would take the article to a host that nobody configured."""
    with Server() as other:
        step = Step(307, "", {"Location": f"{other.url}/chat/completions"})
        error = fail(server, step)
        assert isinstance(error, UnreachableError)
        assert other.url in str(error)
        assert other.requests == []


def test_a_local_server_is_not_asked_through_a_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes to this machine must not leave it."""
    with Server() as proxy:
        for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(variable, f"http://127.0.0.1:{proxy.port}")
        for variable in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(variable, raising=False)
        assert ask(ChatModel(at(server), timeout=5)).text
        assert proxy.requests == []


def test_an_article_with_half_a_surrogate_can_be_sent(server: Server) -> None:
    """UTF-8 cannot carry it, so a replacement character goes."""
    ask(ChatModel(at(server), timeout=5), make_request("one \udfff two"))
    assert server.requests[0].body["messages"][0]["content"] == "one \ufffd two"


# The server itself.


def test_server_counts_a_common_start_as_cached(server: Server) -> None:
    """As providers do, so that the order of a prompt can be tested."""
    model = ChatModel(at(server), timeout=5)
    first, second = (ask(model, make_request("rules " * 2000 + text)).usage for text in ("one", "two"))
    assert first.tokens_cached == 0
    assert second.tokens_in * 0.9 < second.tokens_cached < second.tokens_in
    assert second.tokens_cached % 128 == 0


@pytest.mark.parametrize("name", sorted(faults.FAULTS.keys() - {"hang"}))
def test_server_fails_at_the_rates_it_is_given(name: str) -> None:
    """Rates are kept, and the same seed gives the same faults."""

    def draw(seed: int) -> list[Step]:
        choose = faults.answer_with_faults(faults.reply("{}"), {name: 0.25}, seed=seed, latency=0.5)
        return [choose({}) for _ in range(400)]

    steps = draw(1)
    assert all(step.delay == 0.5 for step in steps)
    failed = sum(replace(step, delay=0.0) != faults.reply("{}") for step in steps)
    assert 60 < failed < 140
    assert draw(1) == steps
    assert draw(2) != steps


def test_server_refuses_unknown_faults() -> None:
    """A typing error would otherwise test nothing."""
    with pytest.raises(ValueError, match="hangs"):
        faults.answer_with_faults(faults.reply("{}"), {"hangs": 0.1})


def test_server_takes_its_script_in_order_then_its_answer(server: Server) -> None:
    """Steps may be functions of the request."""
    echo: Callable[[Body], Step] = lambda body: faults.reply(body["messages"][0]["content"])  # noqa: E731
    server.answer = echo
    server.script(faults.reply("first"), echo)
    model = ChatModel(at(server), timeout=5)
    assert [ask(model, make_request(t)).text for t in ("a", "b", "c")] == ["first", "b", "c"]


def test_server_lets_go_of_requests_that_hang(server: Server) -> None:
    """Closing must not wait for them."""
    server.script(faults.hang())
    with contextlib.suppress(ModelTimeoutError):
        ask(ChatModel(at(server), timeout=0.1, max_retries=0))
    server.close()
    assert not server.running


def test_server_runs_from_the_command_line() -> None:
    """It prints its address, replies as told, and fails at its rates."""
    command = [sys.executable, faults.__file__, "--port", "0", "--fault", "refusal=1", "--model", "m"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        try:
            assert "can't help" in (ask(ChatModel(Endpoint("server", "m", url), timeout=5)).refusal or "")
        finally:
            process.terminate()
