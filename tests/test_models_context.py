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
from summarizer.models import ChatModel, Endpoint, LocalServer
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


def test_ask_context_reads_what_lists_tell(server: Server) -> None:
    """llama.cpp, vLLM and gateways in the list of models; by a model's name, or the only one there is."""
    server.listing = says(
        {"data": [{"id": "other"}, {"id": "m", "meta": {"n_ctx": 8192, "n_ctx_train": 32768}}]}
    )
    assert asyncio.run(ask_context(at(server, "llamacpp"))) == 8192
    assert asyncio.run(ask_context(at(server, "server", "third"))) is None
    for name in ("max_model_len", "context_length", "context_window", "max_context_length"):
        server.listing = says({"data": [{"id": "m", name: 4000}]})
        assert asyncio.run(ask_context(at(server, "vllm"))) == 4000
        assert asyncio.run(ask_context(at(server, "server", "some name"))) == 4000


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


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://models.example.org/v1", []),  # what a proxy sees of it holds no path
        ("http://models.example.org/v1", ["/v1/models", "/api/version", "/api/v0/models"]),
    ],
)
def test_gateways_are_asked_for_their_list_only(
    server: Server, url: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what a price list knows is not asked for at all."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{server.port}")
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.port}")
    model = ChatModel(Endpoint("server", "m", url, "its-key"))
    asyncio.run(model.prepare())
    assert model.limit_context(None) == 8_192
    assert [r.path.removeprefix("http://models.example.org") for r in server.requests] == asked
    known = ChatModel(Endpoint("server", "gpt-5.4-mini", url, "its-key"))
    asyncio.run(known.prepare())
    assert len(server.requests) == len(asked)


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


def test_models_probe_all_asks_each_model_of_ones_own(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its prefix or its server's address; one that fails does not end it."""
    program = LocalServer("vllm", "vLLM", server.port)
    monkeypatch.setattr("summarizer.models.discover.LOCAL_SERVERS", (program,))
    monkeypatch.setattr("summarizer.models.discover.OTHER_SERVERS", ())
    monkeypatch.setattr("summarizer.models.discover._PATIENCE", 60.0)
    monkeypatch.setattr("summarizer.models.names._BY_PREFIX", {"vllm": program})
    server.listing = says({"data": [{"id": "m", "max_model_len": 5000}, {"id": "n", "max_model_len": 6000}]})
    server.script(reply({"count": 3}), unknown_model("n"))
    assert run(("models", "--probe", "all")) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("vllm/m: keeps to a JSON Schema, holds 5,000 tokens")
    assert "has no model 'n'" in second
    server.script(reply({"count": 3}), reply("Hello."))
    assert run(("models", "--probe", "all", "--base-url", server.url, "--format", "json")) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["model"], one["obeys"], one["context"]) for one in found] == [
        ("m", True, 5000),
        ("n", False, 6000),
    ]


def test_models_probe_reports_what_is_wrong(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A model that is not there, and the engine that is none."""
    server.answer = unknown_model()
    assert run(("models", "--probe", "m", "--base-url", server.url)) == 1
    assert "has no model 'm'" in capsys.readouterr().err
    assert run(("models", "--probe", "extractive")) == 1
    assert "nothing to ask it" in capsys.readouterr().err
