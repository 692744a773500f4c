"""How much a local server has loaded a model with: asked before the first article, without one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest
from server import Server, Step, no_json_mode, no_schema, reply, unknown_model
from test_conversation import GOOD, TEXT

from summarizer import Options, Summarizer
from summarizer.cli.main import run
from summarizer.models import ChatModel, Endpoint
from summarizer.models.context import ask_context


@pytest.fixture
def server() -> Iterator[Server]:
    """A server whose every reply is a good one for TEXT."""
    with Server(answer=reply(GOOD)) as running:
        yield running


def at(server: Server, provider: str, model: str = "m") -> Endpoint:
    """A model at the server, as if it were a program of that kind."""
    return Endpoint(provider, model, server.url)


def says(data: object) -> Step:
    """An answer in JSON."""
    return Step(body=json.dumps(data))


def test_ask_context_reads_what_each_server_tells(server: Server) -> None:
    """llama.cpp and vLLM in their list, LM Studio and Ollama by interfaces of their own."""
    server.listing = says(
        {"data": [{"id": "other"}, {"id": "m", "meta": {"n_ctx": 8192, "n_ctx_train": 32768}}]}
    )
    assert asyncio.run(ask_context(at(server, "llamacpp"))) == 8192
    server.listing = says({"data": [{"id": "m", "max_model_len": 4000}]})
    assert asyncio.run(ask_context(at(server, "vllm"))) == 4000
    assert asyncio.run(ask_context(at(server, "server"))) == 4000
    loaded = {"id": "m", "state": "loaded", "max_context_length": 131072, "loaded_context_length": 4096}
    server.pages["/api/v0/models"] = says({"data": [loaded, {"id": "n", "max_context_length": 9}]})
    assert asyncio.run(ask_context(at(server, "lmstudio"))) == 4096
    assert asyncio.run(ask_context(at(server, "lmstudio", "n"))) is None
    server.pages["/api/generate"] = says({"model": "m:latest", "done": True, "done_reason": "load"})
    server.pages["/api/ps"] = says(
        {"models": [{"name": "m:latest", "model": "m:latest", "context_length": 16384}]}
    )
    assert asyncio.run(ask_context(at(server, "ollama"))) == 16384
    (load,) = [r for r in server.requests if r.path == "/api/generate"]
    assert load.body == {"model": "m", "stream": False}


@pytest.mark.parametrize(
    "answer",
    [Step(404, "not found"), Step(body="<html>"), says([1]), says({"data": "none"}), says({"data": [1, None]}),
     says({"data": [{"id": "m", "max_model_len": True}]}), Step(reset=True)],
)  # fmt: skip
def test_ask_context_shrugs_at_anything_else(server: Server, answer: Step) -> None:
    """A server that does not tell, or breaks down, is no error: what it holds stays a guess."""
    server.listing = answer
    assert asyncio.run(ask_context(at(server, "vllm"))) is None


def test_a_summarizer_packs_for_what_the_server_has_loaded(server: Server) -> None:
    """An article that does not fit is sent in parts, instead of being cut by the server."""
    article = TEXT + "\n".join(
        f"The port of Aldby counted {n} ships more than the year before." for n in range(300)
    )

    def parts(context: int | None, **options: object) -> int:
        known = {"max_model_len": context} if context else {}
        server.listing = says({"data": [{"id": "m", **known}]})
        server.requests.clear()
        reader = Summarizer("m", options=Options(base_url=server.url, rounds=0, **options))
        reader.summarize(article)
        return sum("of the article" in str(r.body) or "This is part" in str(r.body) for r in server.chats)

    assert parts(6_000) > parts(32_000)
    assert parts(32_000, context_tokens=6_000) == parts(6_000)  # the user knows better
    assert not [r for r in server.requests if "sell the harbour" in str(r.body) and r not in server.chats]


def test_only_servers_on_this_machine_are_asked() -> None:
    """Another host is sent articles and nothing else; and a model is asked about once."""
    remote = ChatModel(Endpoint("server", "m", "http://192.0.2.1:9/v1"))
    asyncio.run(remote.prepare())
    assert remote.limit_context(None) == 8_192


def test_a_server_is_asked_once(server: Server) -> None:
    """Not for every article."""
    server.listing = says({"data": [{"id": "m", "max_model_len": 5000}]})
    model = ChatModel(at(server, "vllm"))

    async def ask_twice() -> None:
        await model.prepare()
        await model.prepare()

    asyncio.run(ask_twice())
    assert len(server.requests) == 1
    assert model.limit_context(None) == 5000
    assert model.limit_context(9_000) == 9_000


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([reply({"count": 3})], "keeps to a JSON Schema, holds 5,000 tokens"),
        ([reply("Hello there.")], "takes a JSON Schema and does not keep to it"),
        ([no_schema(), reply({"hello": "you"})], "writes JSON when told to, of any form"),
        ([no_schema(), reply("Hello.")], "has a JSON mode and does not keep to it"),
        ([no_schema(), no_json_mode(), reply("Hello.")], "writes text only"),
    ],
)
def test_models_probe_says_what_a_model_can_do(
    server: Server, answers: list[Step], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By one short question; a server that takes a schema and ignores it is found out."""
    server.listing = says({"data": [{"id": "m", "max_model_len": 5000}]})
    server.script(*answers)
    assert run(("models", "--probe", "m", "--base-url", server.url)) == 0
    assert words in capsys.readouterr().out
    assert len(server.chats) == len(answers)


def test_models_probe_reports_what_is_wrong(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A model that is not there, and the engine that is none."""
    server.answer = unknown_model()
    assert run(("models", "--probe", "m", "--base-url", server.url)) == 1
    assert "has no model 'm'" in capsys.readouterr().err
    assert run(("models", "--probe", "extractive")) == 1
    assert "nothing to ask it" in capsys.readouterr().err
