"""--offline: nothing leaves this machine, shown with sockets that break the test."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from server import Server, reply
from test_conversation import GOOD, TEXT

from summarizer import Options, Summarizer, summarize
from summarizer.cli.main import run
from summarizer.cli.offline import end_offline, go_offline
from summarizer.errors import ConfigurationError

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def article() -> Path:
    """An article in a file."""
    path = Path("article.txt")
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command; its exit code, output and errors."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = run([str(a) for a in arguments])
        done = capsys.readouterr()
        return code, done.out, done.err

    return call


@pytest.fixture
def forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any use of a socket fails the test, loopback included."""

    def refuse(*arguments: object, **_: object) -> None:
        pytest.fail(f"a socket was used: {arguments[1:]}")

    for name in ("connect", "connect_ex", "sendto", "sendall"):
        monkeypatch.setattr(socket.socket, name, refuse)

    # An event loop wakes itself through a pair of sockets without a network, and would wait for ever.
    send = socket.socket.send

    def send_within(here: socket.socket, *arguments: object) -> int:
        if here.family != socket.AF_UNIX:
            refuse(here, *arguments)
        return send(here, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "send", send_within)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this machine."""
    with Server(answer=reply(GOOD)) as running:
        yield running


@pytest.mark.usefixtures("forbidden")
@pytest.mark.parametrize("flags", [(), ("--offline",)])
def test_the_built_in_engine_uses_no_socket(command: Run, article: Path, flags: tuple[str, ...]) -> None:
    """With the flag and without it, for summaries and for cleaning, in every format."""
    for form in ("text", "json", "markdown"):
        code, out, _ = command(article, "--model", "extractive", "--format", form, *flags)
        assert code == 0
        assert out
    assert command("clean", article, *flags)[0] == 0
    assert command("prompts", "render", "summary", article, *flags)[0] == 0


@pytest.mark.usefixtures("forbidden")
def test_offline_refuses_what_would_leave_before_it_does(
    command: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another machine's model, by flag, variable or library; a page; each in a line with a remedy."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-invented-key")
    assert "offline: articles would go to" in command(article, "--offline", "--model", "gpt-5.4-mini")[2]
    there = ("--model", "m", "--base-url", "http://192.0.2.1/v1")
    assert "192.0.2.1" in command(article, "--offline", *there)[2]
    assert "is not fetched" in command("https://example.com/a", "--offline")[2]
    assert "is not fetched" in command("clean", "https://example.com/a", "--offline")[2]
    monkeypatch.setenv("SUMMARIZER_OFFLINE", "1")
    assert "is not fetched" in command("clean", "https://example.com/a")[2]
    with pytest.raises(ConfigurationError, match="offline"):
        Summarizer("gpt-5.4-mini", options=Options(offline=True))


@pytest.mark.usefixtures("forbidden")
@pytest.mark.parametrize("words", [(), ("clean",), ("prompts", "render", "summary")], ids=" ".join)
def test_offline_of_a_settings_file_holds_for_every_command_that_fetches(
    command: Run, words: tuple[str, ...]
) -> None:
    """Also for those that need no other setting."""
    Path("summarizer.toml").write_text("offline = true\n", encoding="utf-8")
    code, _, err = command(*words, "https://example.com/a")
    assert (code, "is not fetched" in err) == (1, True)


@pytest.mark.usefixtures("forbidden")
def test_offline_without_a_model_reads_with_the_built_in_engine(
    command: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that lies in the environment is no wish to send something."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-invented-key")
    assert command(article, "--offline", "--quiet")[0] == 0
    assert summarize(TEXT, offline=True).provenance.engine == "extractive"


def test_offline_lets_a_server_of_this_machine_answer(command: Run, article: Path, server: Server) -> None:
    """What goes there does not leave; the guard knows the difference."""
    code, _, err = command(article, "--offline", "--model", "m", "--base-url", server.url, "--rounds", "0")
    assert (code, err) == (0, "")
    assert server.chats


@pytest.mark.usefixtures("forbidden")
def test_a_forbidden_socket_fails_a_test_instead_of_holding_it_up(command: Run) -> None:
    """Also from within an event loop, and from the thread where it looks up a name."""
    with pytest.raises(pytest.fail.Exception, match="a socket was used"):
        command("models", "--base-url", "http://models.example.org/v1")


def test_models_asks_nobody_but_this_machine(
    command: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offline neither OpenAI nor a server elsewhere is asked for its list; one that is here is."""
    seen: list[object] = []
    look_up = socket.getaddrinfo

    def watch(host: object, *arguments: Any, **more: Any) -> Any:
        seen.append(host)
        return look_up(host, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", watch)
    monkeypatch.setattr("summarizer.models.discover.OTHER_SERVERS", ())
    monkeypatch.setattr("summarizer.models.discover._PATIENCE", 60.0)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-invented-key")
    for flags in ((), ("--base-url", "http://192.0.2.1/v1"), ("--base-url", "https://models.example.org/v1")):
        code, out, _ = command("models", "--offline", *flags)
        assert code == 0
        assert "not asked: offline" in out
    code, out, _ = command("models", "--offline", "--base-url", server.url)
    assert (code, "+ configured server" in out) == (0, True)
    assert {str(host) for host in seen} <= {"localhost", "127.0.0.1"}


def test_the_guard_stops_whatever_gets_past() -> None:
    """A library that connects by itself meets an error of the network; afterwards nothing is held up."""
    with end_offline():
        go_offline()
        with pytest.raises(OSError, match=r"offline: no connection to example\.com"):
            socket.getaddrinfo("example.com", 80)
        with pytest.raises(OSError, match="offline"):
            socket.create_connection(("192.0.2.1", 9), timeout=0.01)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
            with pytest.raises(OSError, match="offline"):
                datagrams.sendto(b"x", ("192.0.2.1", 9))
            datagrams.sendto(b"x", ("127.0.0.1", 9))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.connect(("192.0.2.1", 9))  # sends nothing
