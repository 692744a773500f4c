"""Which server a model's name means, and which key goes there.

    extractive                     the built-in engine: no server
    gpt-5.4-mini, openai/NAME      OpenAI
    local/PATH.gguf                a model file, read in this process
    ollama/NAME, lmstudio/NAME…    a server on this machine, at its usual port
    NAME with a base URL           that server; the name goes there as it is

Keys stay with the server that they are for:

    api_key (given to us)   goes to the base URL; without one, to OpenAI
    OPENAI_API_KEY          goes to OpenAI over https, and to the server that OPENAI_BASE_URL names
    neither                 goes to a server that a prefix names, or to a base URL of another host
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.errors import ConfigurationError

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

EXTRACTIVE = "extractive"
IN_PROCESS = "local"  # the prefix, and the provider, of a model file
OPENAI_URL = "https://api.openai.com/v1"
# Small, current, reads 400,000 tokens, answers by JSON Schema.
DEFAULT_MODEL = "gpt-5.4-mini"


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A program that serves models on this machine, at the port it uses unless told otherwise.

    Args:
        prefix: of its models' names; empty where they need a base URL.
        title: its name.
        port: where it listens by default.
        formats: in which it holds replies, as its makers document it: "json_schema", "json_object". One can
            still pay no heed to what it is told; only `probe_model` shows.
        path: of its base URL.
    """

    prefix: str
    title: str
    port: int
    formats: tuple[str, ...] = ()
    path: str = "/v1"

    @property
    def base_url(self) -> str:
        """Where it listens by default."""
        return f"http://localhost:{self.port}{self.path}"


_BOTH = ("json_schema", "json_object")
LOCAL_SERVERS = (
    LocalServer("ollama", "Ollama", 11434, _BOTH),  # since 0.5
    LocalServer("lmstudio", "LM Studio", 1234, ("json_schema",)),  # JSON mode it refuses
    LocalServer("vllm", "vLLM", 8000, _BOTH),
    LocalServer("llamacpp", "llama.cpp", 8080, _BOTH),
)
# Nobody is told that these do not run: they are looked for, and shown where they answer.
OTHER_SERVERS = (
    LocalServer("", "SGLang", 30000, _BOTH),
    LocalServer("", "Jan", 1337),
    LocalServer("", "KoboldCpp", 5001),
    LocalServer("", "text-generation-webui", 5000),
    LocalServer("", "GPT4All", 4891),
    LocalServer("", "LiteLLM", 4000),
    LocalServer("", "Docker Model Runner", 12434, path="/engines/v1"),
)
# How names of models end that Ollama does not run itself, but passes on to ollama.com.
CLOUD_NAMES = ("-cloud", ":cloud")
# A name or an address, of labels that the name system can carry; or an IPv6 address in brackets.
_HOST = re.compile(r"(?=.{1,253}$)(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?|\[[0-9a-f:.%]+\]", re.ASCII | re.I)
_BY_PREFIX = {server.prefix: server for server in LOCAL_SERVERS}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model on a server. `provider` is "openai", the prefix of a local server, or "server" for any other.

    With provider "local" the model is a file's path, and there is no address until it is loaded. The key is
    in no printed form of it.
    """

    provider: str
    model: str
    base_url: str
    api_key: str | None = field(default=None, repr=False)

    @property
    def local(self) -> bool:
        """Whether the server is on this machine: nothing that goes there leaves it."""
        return self.provider == IN_PROCESS or is_loopback(self.base_url)


def resolve_model(
    name: str | None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    environ: Mapping[str, str],
    client: AsyncOpenAI | OpenAI | None = None,
    needs_key: bool = True,
) -> Endpoint | None:
    """Find the server and the key for a model's name. Contacts nobody.

    Args:
        name: see the top of this module; None: OpenAI's small model where a key for OpenAI is set, else
            the built-in engine.
        base_url: a server's address as the user gave it to us (flag, SUMMARIZER_BASE_URL, settings file).
        api_key: its key, likewise. Not OPENAI_API_KEY: that one is read here, because where it may go
            depends on where it comes from.
        environ: for OPENAI_API_KEY and OPENAI_BASE_URL.
        client: a ready client, which knows its own server and key: the three above do not matter then.
        needs_key: whether something will be sent. If not, OpenAI's models need no key.

    Returns:
        The endpoint, or None for the built-in engine.

    Raises:
        ConfigurationError: the name or the address is wrong, or a key is missing.

    >>> resolve_model("ollama/llama3.2", environ={"OPENAI_API_KEY": "secret"})
    Endpoint(provider='ollama', model='llama3.2', base_url='http://localhost:11434/v1')
    >>> resolve_model(None, environ={}) is None
    True
    """
    name = _read_name(name)
    if name is not None and name.lower() == EXTRACTIVE:
        return None
    if name is not None and _is_file(name) and client is None:
        return Endpoint(IN_PROCESS, name.partition("/")[2], "")
    if client is not None:
        # The client holds its key; a copy of it here could only leak.
        return _at_server(name, str(client.base_url).rstrip("/"), None, "the client")
    theirs = _read_url(environ.get("OPENAI_BASE_URL"), "OPENAI_BASE_URL")
    openai_key = _read_key(environ.get("OPENAI_API_KEY"), "OPENAI_API_KEY")
    ours, key = _read_url(base_url, "the base URL"), _read_key(api_key, "the API key")
    if ours is not None:
        if key is None and (ours == theirs or _may_have_openai_key(ours)):
            key = openai_key
        return _at_server(name, ours, key, "the base URL")
    prefix, slash, rest = (name or "").partition("/")
    if slash and (server := _BY_PREFIX.get(prefix.lower())):
        if not rest:
            raise ConfigurationError(f"model {name!r} lacks a name after the slash: {server.prefix}/NAME")
        return Endpoint(server.prefix, rest, server.base_url)
    key = key or openai_key
    if theirs is not None:
        return _at_server(name, theirs, key, "OPENAI_BASE_URL")
    if name is None and key is None and needs_key:
        return None
    return _at_openai(name, key, needs_key=needs_key)


def is_loopback(url: str) -> bool:
    """Whether a URL's host is this machine.

    >>> is_loopback("http://127.0.0.1:8080/v1"), is_loopback("http://localhost.example.com/v1")
    (True, False)
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    # 0.0.0.0 is what servers print when they listen on every interface.
    return address.is_loopback or address.is_unspecified


def is_openai(url: str) -> bool:
    """Whether a URL is OpenAI's own, regional hosts included.

    >>> is_openai("https://eu.api.openai.com/v1"), is_openai("https://api.openai.com.example.org/v1")
    (True, False)
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    return host == "api.openai.com" or host.endswith(".api.openai.com")


def _is_file(name: str) -> bool:
    """Whether a name is that of a model file, whatever base URL is set: no server has names like these.

    >>> _is_file("local/models/small.gguf"), _is_file("local/llama3"), _is_file("localai/x.gguf")
    (True, False, False)
    """
    return name.lower().startswith(f"{IN_PROCESS}/") and name.lower().endswith(".gguf")


def _may_have_openai_key(url: str) -> bool:
    return is_openai(url) and url.startswith("https://")


def _at_server(name: str | None, url: str, key: str | None, source: str) -> Endpoint:
    """An endpoint at a given address. The name is not ours to read: many servers have slashes in theirs."""
    if is_openai(url):
        endpoint = _at_openai(name, key, needs_key=False)
        return Endpoint("openai", endpoint.model, url, key)
    if name is None:
        raise ConfigurationError(
            f"{source} names a server ({url}) but no model of it: name one with --model "
            f"(`summarizer models` lists them), or take --model {EXTRACTIVE}"
        )
    return Endpoint("server", name, url, key)


def _at_openai(name: str | None, key: str | None, *, needs_key: bool = True) -> Endpoint:
    """An endpoint at OpenAI, whose names hold no slash."""
    name = DEFAULT_MODEL if name is None else name
    prefix, slash, rest = name.partition("/")
    if slash and prefix.lower() != "openai":
        known = ", ".join((*(f"{p}/…" for p in ("openai", *_BY_PREFIX)), f"{IN_PROCESS}/PATH.gguf"))
        raise ConfigurationError(
            f"model {name!r}: unknown prefix {prefix!r}; known are {known}; "
            "for any other server give its address with --base-url"
        )
    model = rest if slash else name
    if not model:
        raise ConfigurationError(f"model {name!r} lacks a name after the slash: openai/NAME")
    if needs_key and key is None:
        raise ConfigurationError(
            f"model {name!r} would be OpenAI's, and no key is set: set OPENAI_API_KEY, or give a server's "
            f"address with --base-url, or a local model (ollama/NAME…), or --model {EXTRACTIVE}, "
            "which needs no key"
        )
    return Endpoint("openai", model, OPENAI_URL, key)


def _read_name(name: str | None) -> str | None:
    name = (name or "").strip()
    if not name.isprintable():
        raise ConfigurationError(f"the model's name {name[:80]!a} holds characters that cannot be printed")
    if len(name) > 300:
        raise ConfigurationError(f"the model's name {name[:40]!r}… is {len(name)} characters long")
    return name or None


def _read_url(url: str | None, what: str) -> str | None:
    """A base URL, checked, without a slash at its end; None where none is given.

    >>> _read_url(" http://localhost:8000/v1/chat/completions ", "the base URL")
    'http://localhost:8000/v1'
    """
    url = (url or "").strip()
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2].removesuffix(f":{parts.port}")
        good = parts.scheme in ("http", "https") and _HOST.fullmatch(host) is not None and parts.port != 0
        # A URL can hold a password, so no message shows one that was not checked for it.
        secret = parts.username is not None or parts.password is not None
    except ValueError:
        good = secret = False
    if secret:
        raise ConfigurationError(
            f"{what} holds a user name or password, which would end up in logs: leave it out of the URL and "
            "give the key with SUMMARIZER_API_KEY"
        )
    if not good or not url.isascii() or not url.isprintable() or " " in url:
        raise ConfigurationError(
            f"{what} is not a web address: write it like http://localhost:8000/v1"
            + (f", not {url[:80]!a}" if "@" not in url else "")
        )
    if parts.query or parts.fragment:
        raise ConfigurationError(f"{what} must end with its path, like …/v1, without '?' or '#'")
    # urlsplit lowers the scheme but not the host; two spellings of one host are the same server.
    path = parts.path.rstrip("/").removesuffix("/chat/completions").rstrip("/")
    return f"{parts.scheme}://{parts.netloc.lower()}{path}"


def _read_key(key: str | None, what: str) -> str | None:
    """A key, stripped; None where none is given.

    A key that cannot stand in a header is refused here, because later errors would show it.
    """
    key = (key or "").strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ConfigurationError(f"{what} holds a space or a character that no key has: copy it again")
    return key or None
