from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from server import Server, Step

from summarizer.errors import ConfigurationError
from summarizer.models import LocalServer, Offer, find_models


@pytest.fixture
def server() -> Iterator[Server]:
    """A real server on this machine."""
    with Server(models=("alpha", "beta")) as running:
        yield running


def find(server: Server, *, environ: dict[str, str] | None = None, **more: str) -> dict[str, Offer]:
    """Offers by name, with the server as the only local one to look for."""
    local = [LocalServer("ollama", "Ollama", server.port)]
    return {
        o.name: o for o in asyncio.run(find_models(environ=environ or {}, local=local, timeout=60, **more))
    }


def test_find_models_lists_what_a_local_server_has(server: Server) -> None:
    """Names are as `--model` takes them; the built-in engine is always there."""
    offers = find(server)
    assert offers["built in"] == Offer("built in", True, ("extractive",), note=offers["built in"].note)
    assert offers["Ollama"].ready
    assert offers["Ollama"].models == ("ollama/alpha", "ollama/beta")


def test_find_models_says_what_openai_lacks(server: Server) -> None:
    """Without a key nobody is asked, and the line says what to set."""
    offer = find(server)["OpenAI"]
    assert not offer.ready
    assert "OPENAI_API_KEY" in offer.note


def test_find_models_says_what_a_silent_port_lacks() -> None:
    """A server that does not run."""
    with Server() as gone:
        pass
    offer = find(gone)["Ollama"]
    assert not offer.ready
    assert "start Ollama" in offer.note


def test_find_models_asks_the_configured_server_with_its_key(server: Server) -> None:
    """A server of a base URL; it is not asked a second time as a local one."""
    offers = find(server, base_url=server.url, api_key="its-key", environ={"OPENAI_API_KEY": "secret"})
    offer = offers["configured server"]
    assert (offer.ready, offer.models, offer.where, offer.note) == (True, ("alpha", "beta"), server.url, "")
    assert [(r.method, r.headers.get("authorization")) for r in server.requests] == [
        ("GET", "Bearer its-key")
    ]
    assert "Ollama" not in offers


def test_find_models_sends_local_servers_nothing_but_a_question(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No key, no body; nothing is loaded."""
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    find(server)
    assert [r.path for r in server.requests] == ["/v1/models", "/api/tags", "/api/ps"]
    assert {(r.method, str(r.body)) for r in server.requests} == {("GET", "{}")}
    assert not [r for r in server.requests if "secret" in str(r.headers)]


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (Step(404, "404 page not found", {}), "something else answers"),
        (Step(200, "<html>", {"Content-Type": "text/html"}), "something else answers"),
        (Step(200, '{"data": 5}'), "something else answers"),
        (Step(200, '{"data": [5, {"id": null}]}'), "has no model yet"),
        (Step(401, '{"error": {"message": "no"}}'), "wants a key"),
    ],
)
def test_find_models_explains_other_answers(server: Server, step: Step, says: str) -> None:
    """Many things listen on port 8000."""
    server.listing = step
    offer = find(server)["Ollama"]
    assert not offer.ready
    assert says in offer.note


def test_find_models_reports_a_configured_server_that_fails(server: Server) -> None:
    """A wrong base URL is a line of the list, not the end of it."""
    offer = find(server, base_url=f"http://127.0.0.1:{server.port}/v7", environ={})["configured server"]
    assert not offer.ready
    assert "/v1" in offer.note


def test_find_models_refuses_a_base_url_that_is_none(server: Server) -> None:
    """What is configured wrongly is an error, as in every other command."""
    with pytest.raises(ConfigurationError, match="base URL"):
        find(server, base_url="localhost")
