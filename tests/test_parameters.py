"""How a model writes (temperature, seed, stop, whatever else): from where it is said to the server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import Command
from server import Server, reply
from test_conversation import GOOD, TEXT

from summarizer import Options, Summarizer

FLAGS = (
    *("--temperature", "0.3", "--top-p", "0.9", "--seed", "7", "--reasoning-effort", "low"),
    *("--stop", "END", "--stop", "FIN", "--parameter", "user=me", "--parameter", 'logit_bias={"5": -1}'),
    *("--parameter", 'extra_body={"min_p": 0.1, "chat_template_kwargs": {"enable_thinking": false}}'),
)
SENT = {
    "temperature": 0.3,
    "top_p": 0.9,
    "seed": 7,
    "reasoning_effort": "low",
    "stop": ["END", "FIN"],
    "user": "me",
    "logit_bias": {"5": -1},
    "min_p": 0.1,
    "chat_template_kwargs": {"enable_thinking": False},
}


@pytest.fixture
def server() -> Iterator[Server]:
    """A server whose every reply is a good one for TEXT, which stands in article.txt."""
    Path("article.txt").write_text(TEXT, encoding="utf-8")
    with Server(answer=reply(GOOD)) as running:
        yield running


def find_sent(body: dict[str, Any]) -> dict[str, Any]:
    """What of a request's body is about how the model writes."""
    ours = {"model", "messages", "max_tokens", "max_completion_tokens", "response_format", "stream"}
    return {name: value for name, value in body.items() if name not in {*ours, "stream_options"}}


@pytest.mark.parametrize(
    "words", [(), ("batch",), ("eval",), ("compare",), ("batch", "export")], ids=" ".join
)
def test_every_command_that_asks_a_model_passes_it_on(
    server: Server, command: Command, words: tuple[str, ...]
) -> None:
    """Each value as it was given: numbers, words, lists and objects; what is in extra_body beside the rest."""
    source, more = "article.txt", ["--rounds", "0"]
    if words[:1] == ("batch",):
        more += ["-o", "out.jsonl"]
    elif words == ("eval",):
        source = "gold.jsonl"
        Path(source).write_text(json.dumps({"id": "a", "text": TEXT, "annotations": []}) + "\n", "utf-8")
    elif words == ("compare",):
        source, more = "rows.json", []
        made = command("article.txt", "--model", "extractive", "--format", "json", "-o", source)
        assert made.code == 0, made.err
        server.answer = reply({"groups": []})
    done = command(*words, source, "--model", "m", "--base-url", server.url, *FLAGS, *more)
    assert done.code == 0, done.err
    if words == ("batch", "export"):
        body = json.loads(Path("out.jsonl").read_text("utf-8").splitlines()[0])["body"]
    else:
        body = server.chats[0].body
    assert find_sent(body) == SENT


def test_nearer_origins_go_before_farther_ones(
    server: Server, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Prompt file, settings file, environment, --parameter, plain option; each parameter by itself."""
    assert command("prompts", "copy", "summary", "mine.toml").code == 0
    prompt = Path("mine.toml").read_text("utf-8").replace(
        "[parameters]\n", '[parameters]\nseed = 1\nstop = ["END"]\nextra_body = { min_p = 0.1, a = { b = [1] } }\n'
    )  # fmt: skip
    Path("mine.toml").write_text(prompt, encoding="utf-8")

    def ask(*flags: str) -> dict[str, Any]:
        server.requests.clear()
        done = command(
            *("article.txt", "--model", "m", "--base-url", server.url, "--prompt", "mine.toml"),
            *("--rounds", "0", "--no-cache", *flags),
        )
        assert done.code == 0, done.err
        return find_sent(server.chats[0].body)

    found = {"temperature": 0, "seed": 1, "stop": ["END"], "min_p": 0.1, "a": {"b": [1]}}
    assert ask() == found
    Path("summarizer.toml").write_text("[parameters]\nseed = 2\ntop_p = 0.2\ntop_k = 2\n", encoding="utf-8")
    assert ask() == (found := found | {"seed": 2, "top_p": 0.2, "top_k": 2})
    monkeypatch.setenv("SUMMARIZER_PARAMETERS", '{"seed": 3, "top_p": 0.3}')
    assert ask() == (found := found | {"seed": 3, "top_p": 0.3})
    assert ask("--parameter", "seed=4") == (found := found | {"seed": 4})
    assert ask("--parameter", "seed=4", "--seed", "5", "--stop", "X") == found | {"seed": 5, "stop": "X"}


def test_the_library_passes_it_on(server: Server) -> None:
    """As options; over those of the prompt file."""
    given = {"temperature": 0.5, "extra_body": {"a": [{"b": None}]}}
    reader = Summarizer("m", options=Options(base_url=server.url, rounds=0, parameters=given))
    assert reader.summarize(TEXT).claims
    assert find_sent(server.chats[0].body) == {"temperature": 0.5, "a": [{"b": None}]}


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        (("--parameter", "stream=true"), "must not hold stream"),
        (("--parameter", 'extra_body={"messages": []}'), "must not hold messages"),
        (("--parameter", "extra_body=min_p"), "extra_body is no JSON object"),
        (("--parameter", "seed=NaN"), "cannot be sent as JSON"),
        (("--parameter", "seed"), "write it like temperature=0"),
        (("--temperature", "-1"), "--temperature"),
        (("--top-p", "2"), "--top-p"),
        (("--seed", "one"), "--seed"),
    ],
)
def test_what_cannot_be_passed_on_is_refused_before_anything_is_sent(
    server: Server, command: Command, flags: tuple[str, ...], says: str
) -> None:
    """In a line that names it."""
    done = command("article.txt", "--model", "m", "--base-url", server.url, *flags)
    assert done.code in (1, 2)
    assert says in done.err
    assert len(done.err.splitlines()) == 1
    assert not server.chats


def test_limits_of_a_batch_are_settings(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests, tokens and processes, as all that stands beside them."""
    from summarizer.settings import load_settings

    Path("summarizer.toml").write_text("rpm = 60\ntpm = 9000.5\nprocesses = 2\n", encoding="utf-8")
    monkeypatch.setenv("SUMMARIZER_RPM", "30")
    settings = load_settings({"processes": 1})
    assert (settings.rpm, settings.tpm, settings.processes) == (30, 9000.5, 1)
    monkeypatch.setenv("SUMMARIZER_TPM", "0")
    Path("article.txt").write_text(TEXT, encoding="utf-8")
    done = command("batch", "article.txt", "-o", "out.jsonl", "--model", "extractive")
    assert (done.code, "SUMMARIZER_TPM" in done.err) == (1, True)
