"""Tests of replies that come in pieces, over real connections."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import httpx2
import openai
import pytest
import respx
import server as faults
from server import Body, Server, Step, piece, stream

from summarizer.drafts import Message, Reply, Request
from summarizer.errors import (
    AuthenticationError,
    ContextOverflowError,
    ModelError,
    ModelTimeoutError,
    RateLimitError,
    UnreachableError,
)
from summarizer.models import ChatModel, Endpoint
from summarizer.tokens import count_tokens

_GIST = '{"gist": "The harbour stays open, the mayor said, whatever the island wants."}'
_REQUEST = Request("read-1", (Message("user", "Sentence one."),), {"type": "object"}, 200, 10)


@pytest.fixture
def server() -> Iterator[Server]:
    """A real server on this machine, for which waits are short."""
    with Server(answer=faults.reply(_GIST)) as running:
        yield running


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    monkeypatch.setattr("summarizer.models.stream._FIRST_DELAY", 0.001)


def model_at(server: Server, **limits: Any) -> ChatModel:
    """A model of the server, asked once unless told otherwise."""
    endpoint = Endpoint("server", "test-model", server.url)
    return ChatModel(endpoint, **({"timeout": 5, "max_retries": 0} | limits))


def ask(model: ChatModel) -> Reply:
    """Ask once, in an event loop of its own, which leaves no connection."""
    reply = asyncio.run(model.ask(_REQUEST))
    gc.collect()
    return reply


# What is asked for, and what is put together.


def test_a_reply_is_streamed_with_its_usage(server: Server) -> None:
    """The same text and tokens as in one piece."""
    server.script(faults.reply(_GIST, cached=2), replace(faults.reply(_GIST, cached=2), plain=True))
    streamed, whole = ask(model_at(server)), ask(model_at(server))
    assert server.chats[0].body["stream"] is True
    assert server.chats[0].body["stream_options"] == {"include_usage": True}
    assert streamed.text == whole.text == _GIST
    assert not streamed.cut
    assert streamed.usage.tokens_out > 0
    names = {"tokens_in", "tokens_cached", "tokens_out", "requests", "retries"}
    assert streamed.usage.model_dump(include=names) == whole.usage.model_dump(include=names)


def test_a_stream_leaves_its_connection_for_the_next(server: Server) -> None:
    """Its body is read to the end."""
    model = model_at(server)

    async def ask_twice() -> None:
        await model.ask(_REQUEST)
        await model.ask(_REQUEST)

    asyncio.run(ask_twice())
    assert server.connections == 1


def test_refusal_limit_and_thoughts_come_through(server: Server) -> None:
    """As in one piece."""
    server.script(faults.refusal(), faults.cut(), faults.reply("{}", reasoning_content="Who says so?"))
    model = model_at(server)
    refused, cut, thought = ask(model), ask(model), ask(model)
    assert "can't help" in (refused.refusal or "")
    assert cut.cut
    assert (thought.text, thought.cut) == ("{}", False)


@pytest.mark.parametrize("plain", [False, True], ids=["streamed", "in one piece"])
def test_our_own_count_stands_in_for_a_usage_that_does_not_come(server: Server, plain: bool) -> None:
    """Thoughts are paid for too; zero would be wrong for certain."""
    message = {"content": _GIST, "reasoning_content": "Who says so?"}
    choice = {"message": message, "finish_reason": "stop"}
    if plain:
        server.script(Step(body=json.dumps({"choices": [choice]})))
    else:
        server.script(stream(piece(reasoning_content="Who says so?"), piece(_GIST, finish="stop")))
    usage = ask(model_at(server)).usage
    assert usage.tokens_in == 10
    assert usage.tokens_out == count_tokens(_GIST) + count_tokens("Who says so?")
    assert usage.requests == 1


# (a) time


def test_a_slow_reply_may_take_longer_than_the_time_out(server: Server) -> None:
    """The time-out is for silence: here eight pieces, each well within it."""
    server.script(replace(faults.reply(_GIST), gap=0.08))
    reply = ask(model_at(server, timeout=0.5))
    assert reply.text == _GIST
    assert reply.usage.seconds > 0.5


def test_silence_in_the_middle_leaves_what_has_come(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """And a line in the log."""
    server.script(replace(faults.reply(_GIST), pieces=3, then="hang"))
    reply = ask(model_at(server, timeout=0.3))
    assert (reply.text, reply.cut) == (_GIST[:24], True)
    assert "breaks off" in caplog.text


def test_silence_before_the_reply_is_a_timeout(server: Server) -> None:
    """Only the empty first piece came."""
    server.script(replace(faults.reply(_GIST), pieces=1, then="hang"))
    with pytest.raises(ModelTimeoutError, match=r"within 0\.3 s.*--timeout"):
        ask(model_at(server, timeout=0.3))


# (c) loops


@pytest.mark.parametrize("kind", ["own", "sync", "async"])
def test_a_model_that_repeats_itself_is_stopped(
    server: Server, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Through any client; the server would go on for ever."""
    caplog.set_level(logging.INFO, "summarizer")
    server.script(faults.endless())
    if kind == "own":
        reply = ask(model_at(server))
    elif kind == "sync":
        with openai.OpenAI(api_key="k", base_url=server.url) as client:
            reply = ask(model_at(server, client=client))
    else:
        reply = ask(model_at(server, client=openai.AsyncOpenAI(api_key="k", base_url=server.url)))
    assert reply.cut
    assert reply.text.startswith('{"actors": [{"name": "the harbour authority')
    assert len(reply.text) < 2_000
    assert reply.usage.tokens_out == count_tokens(reply.text) > 0
    assert "repeats itself" in caplog.text


# (d) servers that do not stream


@pytest.mark.parametrize(
    ("refusals", "forms"),
    [
        (
            [faults.error(400, "Unrecognized request argument supplied: stream_options")],
            [(True, True), (True, False)],
        ),
        ([faults.error(422, "stream is not supported")], [(True, True), (False, False)]),
        ([faults.error(400, "Streaming is not supported by this model")], [(True, True), (False, False)]),
        (
            [
                Step(422, '{"detail": [{"loc": ["body", "stream_options"], "msg": "extra fields"}]}'),
                faults.error(400, "'stream' is not allowed"),
            ],
            [(True, True), (True, False), (False, False)],
        ),
    ],
)
def test_what_a_server_does_not_take_is_left_out_and_remembered(
    server: Server, refusals: list[Step], forms: list[tuple[bool, bool]]
) -> None:
    """Asked without it, and only without it from then on."""
    server.script(*refusals)
    model = model_at(server)
    assert [ask(model).text, ask(model).text] == [_GIST, _GIST]
    asked = [("stream" in r.body, "stream_options" in r.body) for r in server.chats]
    assert asked == [*forms, forms[-1]]


def test_a_server_that_breaks_down_is_no_server_that_cannot_stream(server: Server) -> None:
    """Its words hold the word."""
    server.script(faults.error(500, "unexpected end of stream"))
    model = model_at(server)
    with pytest.raises(ModelError, match="unexpected end of stream"):
        ask(model)
    assert ask(model).text == _GIST
    assert server.chats[-1].body["stream"] is True


def test_plain_json_is_read_all_the_same(server: Server) -> None:
    """From a server that overlooks the wish."""
    server.script(replace(faults.reply(_GIST), plain=True))
    assert ask(model_at(server)).text == _GIST


@pytest.mark.parametrize("asynchronous", [True, False])
@respx.mock
def test_mocked_clients_may_answer_plainly(asynchronous: bool) -> None:
    """Of both kinds, made with httpx, at an address that is not OpenAI's."""
    url = "http://models.example.org/v1"
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": _GIST}}
    route = respx.post(f"{url}/chat/completions").respond(json={"choices": [choice]})
    endpoint = Endpoint("server", "m", url)

    async def ask_asynchronously() -> Reply:
        async with httpx.AsyncClient() as http:
            client = openai.AsyncOpenAI(api_key="k", base_url=url, http_client=http)
            return await ChatModel(endpoint, client=client).ask(_REQUEST)

    if asynchronous:
        reply = asyncio.run(ask_asynchronously())
    else:
        with httpx.Client() as http:
            client = openai.OpenAI(api_key="k", base_url=url, http_client=http)
            reply = ask(ChatModel(endpoint, client=client))
    assert reply.text == _GIST
    assert json.loads(route.calls.last.request.content)["stream"] is True


# (e) what breaks


@pytest.mark.parametrize("then", ["break", "end"])
@pytest.mark.parametrize("synchronous", [False, True])
def test_what_came_before_a_break_is_a_reply_that_was_cut(
    server: Server, then: str, synchronous: bool
) -> None:
    """It is not asked for again: whoever reads it can ask for the rest."""
    server.script(replace(faults.reply(_GIST), pieces=4, then=then))
    if synchronous:
        with openai.OpenAI(api_key="k", base_url=server.url) as client:
            reply = ask(model_at(server, client=client, max_retries=2))
    else:
        reply = ask(model_at(server, max_retries=2))
    assert (reply.text, reply.cut) == (_GIST[:36], True)
    assert reply.usage.tokens_out == count_tokens(_GIST[:36])
    assert len(server.chats) == 1


@pytest.mark.parametrize("module", [httpx, httpx2])
def test_a_given_http_client_of_either_kind_may_break(server: Server, module: Any) -> None:
    """Their exceptions are not related."""
    server.script(replace(faults.reply(_GIST), pieces=4, then="break"))

    async def ask_here() -> Reply:
        async with module.AsyncClient() as http:
            client = openai.AsyncOpenAI(api_key="k", base_url=server.url, http_client=http)
            return await model_at(server, client=client).ask(_REQUEST)

    assert asyncio.run(ask_here()).text == _GIST[:36]


@pytest.mark.parametrize(
    "fault",
    [
        replace(faults.reply(_GIST), pieces=0, then="break"),
        replace(faults.reply(_GIST), pieces=1, then="break"),
        replace(faults.reply(_GIST), pieces=1, then="end"),
        stream({"error": {"message": "slow down", "type": "rate_limit_error"}}),
        stream(piece(""), {"error": {"message": "out of memory", "code": 500}}),
    ],
    ids=["before anything", "break", "end", "rate limit", "error"],
)
def test_a_break_before_the_reply_is_tried_again(server: Server, fault: Step) -> None:
    """As often as any other failure that may pass, and counted with those."""
    server.script(fault, faults.failing(), fault)
    reply = ask(model_at(server, max_retries=3))
    assert (reply.text, reply.usage.retries) == (_GIST, 3)
    server.script(fault, fault, faults.failing())
    with pytest.raises(ModelError, match="after 3 tries"):
        ask(model_at(server, max_retries=2))


def test_a_break_before_the_reply_that_goes_on_says_so(server: Server) -> None:
    """Nobody answers there in the end."""
    server.answer = replace(faults.reply(_GIST), pieces=1, then="end")
    with pytest.raises(UnreachableError, match=r"lost the connection .*after 2 tries"):
        ask(model_at(server, max_retries=1))


def test_a_reply_that_is_finished_needs_no_orderly_end(server: Server) -> None:
    """The usage is missing then, and nothing else."""
    server.script(replace(stream(piece(_GIST, finish="stop"), finished=False), then="break"))
    reply = ask(model_at(server))
    assert (reply.text, reply.cut) == (_GIST, False)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"message": "the context size has been exceeded", "code": 400}, ContextOverflowError),
        ({"message": "no", "type": "authentication_error"}, AuthenticationError),
        ({"message": "wait", "code": "rate_limit_exceeded"}, RateLimitError),
        ({"message": "out of memory", "code": 500}, ModelError),
        ("out of memory", ModelError),
    ],
)
def test_an_error_in_the_stream_becomes_the_right_one(
    server: Server, error: Body | str, kind: type[ModelError]
) -> None:
    """The same as with a status of its own."""
    server.script(stream({"error": error}))
    with pytest.raises(ModelError) as caught:
        ask(model_at(server))
    assert type(caught.value) is kind
    assert str(caught.value).isprintable()


def test_an_error_after_some_of_the_reply(server: Server) -> None:
    """One that may pass is a break like any other; one that is there to stay is an error."""
    server.script(stream(piece(_GIST[:30]), {"error": {"message": "overloaded", "code": 503}}))
    reply = ask(model_at(server))
    assert (reply.text, reply.cut) == (_GIST[:30], True)
    server.script(stream(piece(_GIST[:30]), {"error": {"message": "maximum context length", "code": 400}}))
    with pytest.raises(ContextOverflowError):
        ask(model_at(server))


def test_a_task_that_is_cancelled_leaves_no_connection(server: Server) -> None:
    """In the middle of a reply; pytest would fail on an unclosed socket."""
    server.script(replace(faults.reply(_GIST), pieces=3, then="hang"))
    model = model_at(server)

    async def cancel() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await model.ask(_REQUEST)
        assert (await model.ask(_REQUEST)).text == _GIST

    asyncio.run(cancel())
    gc.collect()
