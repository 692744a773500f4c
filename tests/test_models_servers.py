"""The programs that people run their models with, by what they say: lists, replies, errors."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from typing import Any

import protocol
import pytest
from protocol import (
    OVERFLOW_LLAMACPP,
    OVERFLOW_LMSTUDIO,
    OVERFLOW_OLLAMA,
    OVERFLOW_VLLM,
    complains,
    completion,
    lines,
    says,
)
from server import Server, Step, piece, reply
from test_conversation import GOOD, TEXT

from summarizer import Options, Summarizer
from summarizer.drafts import Message, Reply, Request
from summarizer.errors import (
    ConfigurationError,
    ContextOverflowError,
    ModelError,
    RateLimitError,
    UnknownModelError,
    UnreachableError,
)
from summarizer.models import ChatModel, Endpoint, LocalServer, Offer, find_models
from summarizer.models.context import ask_context

ANSWER = '{"gist": "The harbour stays open."}'
THOUGHT = "Who says so? The mayor does."
SCHEMA: dict[str, object] = {"type": "object", "properties": {"gist": {"type": "string"}}}
REQUEST = Request("read-1", (Message("user", "One sentence."),), SCHEMA, 200, 10)


@pytest.fixture
def server() -> Iterator[Server]:
    """A real server on this machine."""
    with Server() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    monkeypatch.setattr("summarizer.models.stream._FIRST_DELAY", 0.001)
    monkeypatch.setattr("summarizer.models.chat._LOADING_DELAY", 0.001)


def ask(
    server: Server, *, provider: str = "server", request: Request = REQUEST, max_retries: int = 0
) -> Reply:
    """Ask a model of the server once."""
    model = ChatModel(Endpoint(provider, "m", server.url), timeout=5, max_retries=max_retries)
    return asyncio.run(model.ask(request))


def find(server: Server, prefix: str = "") -> dict[str, Offer]:
    """What there is, by name, with the server in the place of one program."""
    local = [LocalServer(prefix, "It", server.port)]
    return {offer.name: offer for offer in asyncio.run(find_models(environ={}, local=local, timeout=60))}


# Lists.


def test_ollama_lists_what_can_talk_and_where_it_runs(server: Server) -> None:
    """Not what only embeds; and what it passes on says so."""
    server.listing = protocol.list_ollama("small:latest", "other:8b", "embed:latest", "big:cloud")
    server.pages["/api/tags"] = protocol.tags_ollama(
        "small:latest", "other:8b", embeds="embed:latest", remote="big:cloud"
    )
    server.pages["/api/ps"] = protocol.loaded_ollama("small:latest", 4096)
    offer = find(server, "ollama")["It"]
    assert offer.models == ("ollama/small:latest", "ollama/other:8b", "ollama/big:cloud")
    assert offer.details["ollama/small:latest"].context == 4096
    assert offer.details["ollama/small:latest"].loaded
    assert offer.details["ollama/other:8b"].context is None
    assert offer.details["ollama/big:cloud"].elsewhere == "https://ollama.com:443"


def test_ollama_without_a_model_says_null(server: Server) -> None:
    """That is no list, and still not something else at the port."""
    server.listing = protocol.list_ollama()
    assert find(server, "ollama")["It"].note == "has no model yet"


def test_lmstudio_lists_what_is_loaded_with_how_much(server: Server) -> None:
    """By an interface of its own."""
    server.listing = protocol.list_lmstudio("small", "big", "text-embedding")
    server.pages["/api/v0/models"] = protocol.models_lmstudio({"small": 8192}, ("big",), "text-embedding")
    details = find(server, "lmstudio")["It"].details
    assert {name: (d.loaded, d.context) for name, d in details.items()} == {
        "lmstudio/small": (True, 8192),
        "lmstudio/big": (False, None),
    }


@pytest.mark.parametrize(
    "listing", [protocol.list_llamacpp("m.gguf", 8192), protocol.list_vllm("org/m", 8192)]
)
def test_llamacpp_and_vllm_tell_in_their_list(server: Server, listing: Step) -> None:
    """Nothing else is asked."""
    server.listing = listing
    (detail,) = find(server, "vllm")["It"].details.values()
    assert detail.context == 8192
    assert [r.path for r in server.requests] == ["/v1/models"]


def test_programs_without_a_prefix_are_shown_only_where_they_answer(server: Server) -> None:
    """With the base URL that their models need."""
    assert "--base-url http://localhost" in find(server)["It"].note
    server.listing = Step(403, "", {})  # what listens at port 5000 on a Mac
    assert "It" not in find(server)


def test_a_server_that_loads_its_model_says_so(server: Server) -> None:
    """Older llama.cpp refuses its list, too, until then."""
    server.listing = complains(503, "Loading model", "unavailable_error", code=503)
    assert "loading" in find(server, "llamacpp")["It"].note


# How much they hold.


def test_a_base_url_finds_out_that_it_is_ollama(server: Server) -> None:
    """Which cuts what is longer without a word."""
    server.listing = protocol.list_ollama("small:latest", "other:8b")
    server.pages["/api/version"] = says({"version": "0.33.0"})
    server.pages["/api/generate"] = says({"model": "small", "done": True, "done_reason": "load"})
    server.pages["/api/ps"] = protocol.loaded_ollama("small:latest", 4096)
    assert asyncio.run(ask_context(Endpoint("server", "small", server.url))) == 4096
    # Another model that happens to be in memory is not the one that was asked for.
    assert asyncio.run(ask_context(Endpoint("server", "other:8b", server.url))) is None


def test_lmstudio_loads_a_model_before_it_tells(server: Server) -> None:
    """By one token, as the first article would have it loaded; a loaded one is asked nothing."""
    server.listing = protocol.list_lmstudio("small", "big")
    server.pages["/api/v0/models"] = protocol.models_lmstudio({"small": 8192}, ("big",))

    def load(body: dict[str, Any]) -> Step:
        server.pages["/api/v0/models"] = protocol.models_lmstudio({"small": 8192, body["model"]: 4096})
        return reply("Hi", finish="length")

    server.script(load)
    assert asyncio.run(ask_context(Endpoint("lmstudio", "small", server.url))) == 8192
    assert not server.chats
    assert asyncio.run(ask_context(Endpoint("lmstudio", "big", server.url))) == 4096
    (asked,) = server.chats
    assert (asked.body["max_tokens"], asked.body["messages"][0]["content"]) == (1, "Hello")


def test_a_server_that_cuts_silently_is_noticed(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """By what it says it has read; once, and not where it counts what it has cached apart."""
    long = Request("read-1", (Message("user", "word " * 4000),), SCHEMA, 200, 4000)
    cached = protocol.usage(2000, 20, prompt_tokens_details={"cached_tokens": 1900})
    for counts, warned in ((protocol.usage(3900), False), (cached, False), (protocol.usage(2047), True)):
        caplog.clear()
        server.script(says(completion(ANSWER) | {"usage": counts}))
        ask(server, request=long)
        assert ("--context-tokens 2047" in caplog.text) is warned


# Replies.


@pytest.mark.parametrize("streams", [False, True], ids=["in one piece", "streamed"])
@pytest.mark.parametrize("name", protocol.replies("", ""))
def test_each_way_to_think_aloud_leaves_the_answer(server: Server, name: str, streams: bool) -> None:
    """Also where the answer stands where the thoughts should; with tokens in any case."""
    server.script(protocol.replies(ANSWER, THOUGHT)[name][streams])
    found = ask(server)
    assert (found.text, found.cut) == (ANSWER, False)
    assert found.usage.tokens_in > 0
    assert found.usage.tokens_out > 0
    assert found.usage.tokens_cached == (500 if name in ("llama.cpp", "vLLM") else 0)


def test_thoughts_alone_are_no_answer(server: Server) -> None:
    """However much they look like one at the start; a limit may cut the answer that stands there."""
    for thought, finish, text in (
        (THOUGHT, "stop", ""),
        ("{so} it goes", "stop", ""),
        (ANSWER[:20], "length", ANSWER[:20]),
    ):
        server.script(says(completion("", finish, reasoning_content=thought)))
        assert ask(server).text == text


def test_claims_in_thoughts_are_not_shown_while_they_come(server: Server) -> None:
    """A model may try out some JSON before it answers."""
    seen: list[str] = []
    request = Request("read-1", REQUEST.messages, SCHEMA, 200, 10, on_text=seen.append)
    server.script(lines(piece('<think>{"claims": '), piece("[]}</think>"), piece(ANSWER, finish="stop")))
    ask(server, request=request)
    assert seen == [ANSWER]


@pytest.mark.parametrize("finish", ["length", "MAX_TOKENS", "abort", "error", "insufficient_system_resource"])
def test_a_reply_that_was_given_up_is_not_whole(server: Server, finish: str) -> None:
    """Whatever the server calls it."""
    server.script(says(completion(ANSWER[:20], finish)))
    assert ask(server).cut


@pytest.mark.parametrize("finish", [None, "stop", "eos_token", "load"])
def test_a_reply_with_another_end_is_whole(server: Server, finish: str | None) -> None:
    """None in one piece: older servers leave it out."""
    server.script(says(completion(ANSWER, finish)))
    assert not ask(server).cut


def test_a_usage_that_is_told_by_half_is_counted_for_the_rest(server: Server) -> None:
    """Older Ollama leaves out the prompt's tokens where it had them cached."""
    server.script(says(completion(ANSWER) | {"usage": protocol.usage(0, 9)}))
    assert (ask(server).usage.tokens_in, REQUEST.tokens) == (10, 10)


def test_a_server_that_takes_a_schema_and_ignores_it_is_read_all_the_same(server: Server) -> None:
    """Prose and a fence around the JSON."""
    server.answer = reply(f"Sure! Here is the summary:\n```json\n{json.dumps(GOOD)}\n```\nAnything else?")
    summary = Summarizer("m", options=Options(base_url=server.url, rounds=0)).summarize(TEXT)
    assert summary.claims
    assert server.chats[0].body["response_format"]["type"] == "json_schema"


# Errors: one line each, with what to do.


@pytest.mark.parametrize(
    ("step", "kind", "says_"),
    [
        (
            complains(404, "model 'm' not found", "not_found_error", param=None, code=None),
            UnknownModelError,
            "m",
        ),
        (
            complains(404, 'model "m" not found, try pulling it first', "api_error"),
            UnknownModelError,
            "ollama pull m",
        ),
        (complains(400, OVERFLOW_OLLAMA, "invalid_request_error"), ContextOverflowError, "--context-tokens"),
        (
            complains(
                500, "model requires more system memory (5.6 GiB) than is available (3.1 GiB)", "api_error"
            ),
            ModelError,
            "smaller model",
        ),
        (
            complains(503, "server busy, please try again.  maximum pending requests exceeded", "api_error"),
            RateLimitError,
            "--concurrency",
        ),
        (
            complains(404, "The model `m` does not exist.", "NotFoundError", param="model", code=404),
            UnknownModelError,
            "summarizer models",
        ),
        (
            complains(400, OVERFLOW_VLLM, "BadRequestError", param="input_tokens", code=400),
            ContextOverflowError,
            "--context-tokens 4096",
        ),
        (
            says({"object": "error", "message": OVERFLOW_VLLM, "type": "BadRequestError", "code": 400}, 400),
            ContextOverflowError,
            "--context-tokens 4096",
        ),
        (
            complains(
                400,
                OVERFLOW_LLAMACPP,
                "exceed_context_size_error",
                code=400,
                n_prompt_tokens=9412,
                n_ctx=4096,
            ),
            ContextOverflowError,
            "--context-tokens 4096",
        ),
        (says({"error": OVERFLOW_LMSTUDIO}, 400), ContextOverflowError, "--context-tokens 4096"),
        (
            complains(
                404,
                "No models loaded. Please load a model in the developer page or use the `lms load` command.",
                "invalid_request_error",
                param="model",
                code="model_not_found",
            ),
            UnknownModelError,
            "lms load m",
        ),
        (says({"error": "Model m is not loaded"}, 400), UnknownModelError, "summarizer models"),
        (lines("event: error", {"error": {"message": OVERFLOW_LMSTUDIO}}), ContextOverflowError, "4096"),
        (
            lines("event: error", {"error": OVERFLOW_LMSTUDIO, "message": OVERFLOW_LMSTUDIO}),
            ContextOverflowError,
            "4096",
        ),
        (
            lines(
                piece("", role="assistant"),
                {"error": {"message": OVERFLOW_VLLM, "type": "BadRequestError", "code": 400}},
                "data: [DONE]",
            ),
            ContextOverflowError,
            "4096",
        ),
        # Ollama's errors in a stream become a piece without words, and the end.
        (lines(piece("", role="assistant"), piece("")), UnreachableError, "lost the connection"),
    ],
)
def test_each_error_is_one_line_with_a_remedy(
    server: Server, step: Step, kind: type[ModelError], says_: str
) -> None:
    """In the shape of each server, with a status or inside a stream of status 200."""
    server.script(step)
    with pytest.raises(ModelError, match=says_) as caught:
        ask(server)
    assert type(caught.value) is kind
    assert len(server.chats) == 1
    assert str(caught.value).isprintable()


def test_a_model_that_is_still_loading_is_waited_for(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    """However few retries there are: to load one takes as long as its file takes to read."""
    caplog.set_level(logging.WARNING, "summarizer")
    loading = complains(503, "Loading model", "unavailable_error", code=503)
    server.script(*[loading] * 5, reply(ANSWER))
    assert ask(server).text == ANSWER
    assert caplog.text.count("is loading the model; waiting") == 1


def test_what_a_server_does_not_take_is_left_out(server: Server) -> None:
    """One after another, in the words of several servers, until the request is one that it takes."""
    server.script(
        says(
            {
                "detail": [
                    {
                        "type": "extra_forbidden",
                        "loc": ["body", "stream_options"],
                        "msg": "Extra inputs are not permitted",
                        "input": {"include_usage": True},
                    }
                ]
            },
            422,
        ),
        complains(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                  "'max_completion_tokens' instead.", "invalid_request_error", code="unsupported_parameter"),
        says({"error": "'response_format.type' must be 'json_object' or 'text'"}, 400),
        complains(400, "seed: Extra inputs are not permitted", "invalid_request_error"),
        complains(400, '"m" does not support thinking', "invalid_request_error"),
        reply(ANSWER),
    )  # fmt: skip
    given = {"seed": 1, "temperature": 0, "reasoning_effort": "low"}
    request = Request("r", REQUEST.messages, SCHEMA, 200, 10, parameters=given)
    assert ask(server, request=request).text == ANSWER
    sent = server.chats[-1].body
    assert sent == {
        "model": "m",
        "messages": [{"role": "user", "content": "One sentence."}],
        "max_completion_tokens": 200,
        "response_format": {"type": "json_object"},
        "temperature": 0,
        "stream": True,
    }


def test_offline_refuses_what_ollama_passes_on() -> None:
    """Its server is on this machine, the model is not."""
    for name in ("ollama/gpt-oss:120b-cloud", "ollama/big:cloud"):
        with pytest.raises(ConfigurationError, match="offline: Ollama passes articles"):
            Summarizer(name, options=Options(offline=True))
    assert Summarizer("ollama/small", options=Options(offline=True)).model_name
