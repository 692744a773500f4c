"""Fetching: every limit, against a server on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from summarizer.clean import fetch, fetch_page, looks_like_url
from summarizer.errors import FetchError

BODY = b"<html><body><p>The council voted on Tuesday.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        """One answer for each trait of a server that has to be borne."""
        self.server.seen.append((self.path, self.headers["Host"]))  # type: ignore[attr-defined]
        answers: dict[str, tuple[int, dict[str, str], bytes]] = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, BODY),
            "/plain": (200, {}, BODY),
            "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
            "/missing": (404, {"Content-Type": "text/html"}, b"no"),
            "/large": (200, {"Content-Type": "text/html"}, b"x" * 50_000),
            "/gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(BODY)),
            "/deflate": (
                200,
                {"Content-Type": "text/html", "Content-Encoding": "deflate"},
                zlib.compress(BODY),
            ),
            "/bomb": (
                200,
                {"Content-Type": "text/html", "Content-Encoding": "gzip"},
                gzip.compress(b"x" * 5_000_000),
            ),
            "/broken": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"not gzip at all"),
            "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"??"),
            "/hop": (302, {"Location": "/page"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/to-private": (302, {"Location": "http://private.test/page"}, b""),
        }
        if self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            self.server.stop.wait(5)  # type: ignore[attr-defined]
            return
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                try:
                    self.wfile.write(b"x")
                except OSError:
                    return
                if self.server.stop.wait(0.05):  # type: ignore[attr-defined]
                    return
            return
        status, headers, body = answers[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.path != "/large":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    """A server on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.seen = []  # type: ignore[attr-defined]
    server.stop = threading.Event()  # type: ignore[attr-defined]
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.stop.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def base(server: ThreadingHTTPServer) -> str:
    """The server's address."""
    return f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize("path", ["/page", "/plain", "/gzip", "/deflate", "/hop"])
def test_fetch_page_gives_the_page(base: str, path: str) -> None:
    """Plain, compressed or redirected: the bytes, and the address where they were."""
    page = fetch_page(base + path, allow_private=True)
    assert page.data == BODY
    assert page.url == base + ("/page" if path == "/hop" else path)


def test_fetch_page_gives_the_content_type(base: str) -> None:
    """The header goes along, for the encoding."""
    assert fetch_page(base + "/page", allow_private=True).content_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/image", "image/png"),
        ("/missing", "404"),
        ("/large", "more than the 10000"),
        ("/bomb", "more than the 10000"),
        ("/broken", "broken"),
        ("/brotli", "'br'"),
        ("/loop", "redirects"),
        ("/to-file", "only http"),
    ],
)
def test_fetch_page_refuses(base: str, path: str, message: str) -> None:
    """What is no page, too large, damaged or leads elsewhere is an error of one line."""
    with pytest.raises(FetchError, match=message) as caught:
        fetch_page(base + path, allow_private=True, max_bytes=10_000)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_fetch_page_gives_up_in_time(base: str, path: str) -> None:
    """A server that hangs or sends a byte now and then does not hold the caller."""
    began = time.monotonic()
    with pytest.raises(FetchError, match="in time"):
        fetch_page(base + path, allow_private=True, timeout=0.3)
    assert time.monotonic() - began < 3


def test_fetch_page_says_that_nobody_answers() -> None:
    """A closed port is an error that names the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match=f"127.0.0.1:{port}"):
        fetch_page(f"http://127.0.0.1:{port}/", allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://224.0.0.1/",
    ],
)
def test_fetch_page_refuses_addresses_that_are_not_public(url: str) -> None:
    """Loopback, private, link-local and cloud metadata addresses are refused in every way of writing them."""
    with pytest.raises(FetchError, match=r"not a public address|no such host"):
        fetch_page(url)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "example.org", "", "http://"]
)
def test_fetch_page_refuses_other_schemes(url: str) -> None:
    """Only http and https."""
    with pytest.raises(FetchError, match="only http"):
        fetch_page(url)


def answer_names(monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[list[str]]]) -> list[str]:
    """Let names resolve to these addresses, the next list at each asking; returns the names asked for."""
    asked: list[str] = []
    genuine = socket.getaddrinfo

    def resolve(host: str, port: int, *args: Any, **named: Any) -> list[Any]:
        if host not in answers:
            return list(genuine(host, port, *args, **named))
        asked.append(host)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answers[host].pop(0)
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(fetch, "_is_public", lambda address: str(address) == "127.0.0.1")
    return asked


def test_fetch_page_connects_to_the_address_that_it_checked(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that points elsewhere the second time (DNS rebinding) is asked for once a hop, and then not again."""
    asked = answer_names(monkeypatch, {"first.test": [["127.0.0.1"], ["10.0.0.1"]]})
    page = fetch_page(f"http://first.test:{server.server_port}/page")
    assert page.data == BODY
    assert asked == ["first.test"]
    assert server.seen[-1] == ("/page", f"first.test:{server.server_port}")  # type: ignore[attr-defined]


def test_fetch_page_checks_every_hop(server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect into a private network is refused there; so is a name with one private address."""
    known = {
        "first.test": [["127.0.0.1"]],
        "private.test": [["10.0.0.7"]],
        "both.test": [["127.0.0.1", "10.0.0.7"]],
    }
    answer_names(monkeypatch, known)
    with pytest.raises(FetchError, match=r"private\.test is 10\.0\.0\.7"):
        fetch_page(f"http://first.test:{server.server_port}/to-private")
    with pytest.raises(FetchError, match=r"both\.test is 10\.0\.0\.7"):
        fetch_page(f"http://both.test:{server.server_port}/page")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a?b=c", True),
        (" http://example.org ", True),
        ("ftp://example.org/a", True),
        ("article.txt", False),
        ("C:\\articles\\a.txt", False),
        ("See https://example.org for more", False),
        ("https://example.org\nhttps://example.com", False),
        ("-", False),
        ("", False),
    ],
)
def test_looks_like_url_tells_addresses_from_names_and_texts(text: str, expected: bool) -> None:
    """One word with a scheme is an address."""
    assert looks_like_url(text) is expected
