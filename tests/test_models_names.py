from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ConfigurationError
from summarizer.models import DEFAULT_MODEL, LOCAL_SERVERS, OPENAI_URL, Endpoint, resolve_model
from summarizer.models.names import is_loopback, is_openai

KEY = "sk-invented-openai"
WITH_KEY = {"OPENAI_API_KEY": KEY}


def test_no_name_and_no_key_is_the_built_in_engine() -> None:
    """Nothing that names a model: extractive."""
    assert resolve_model(None, environ={}) is None
    assert resolve_model("", environ={"OPENAI_API_KEY": "  "}) is None


def test_no_name_with_a_key_is_the_default_model() -> None:
    """A key for OpenAI is enough."""
    assert resolve_model(None, environ=WITH_KEY) == Endpoint("openai", DEFAULT_MODEL, OPENAI_URL, KEY)


@pytest.mark.parametrize("name", ["extractive", " Extractive "])
def test_extractive_needs_nothing_and_takes_nothing(name: str) -> None:
    """The built-in engine goes before any key or address."""
    assert resolve_model(name, base_url="http://localhost:1/v1", environ=WITH_KEY) is None


@pytest.mark.parametrize("name", ["gpt-5.4-mini", "openai/gpt-5.4-mini", "OpenAI/gpt-5.4-mini"])
def test_bare_name_is_openai(name: str) -> None:
    """A name without a prefix, or with OpenAI's."""
    assert resolve_model(name, environ=WITH_KEY) == Endpoint("openai", "gpt-5.4-mini", OPENAI_URL, KEY)


@pytest.mark.parametrize("server", LOCAL_SERVERS, ids=lambda server: server.prefix)
def test_local_prefix_gets_no_key(server: object) -> None:
    """A local server is at its own port, whatever else is set, and no key goes there."""
    environ = {**WITH_KEY, "OPENAI_BASE_URL": "https://gateway.example/v1"}
    endpoint = resolve_model(f"{server.prefix}/some/model", api_key="also-a-key", environ=environ)
    assert endpoint == Endpoint(server.prefix, "some/model", f"http://localhost:{server.port}/v1", None)


def test_base_url_takes_the_name_as_it_is_and_no_foreign_key() -> None:
    """OPENAI_API_KEY is for OpenAI, not for a server of another address."""
    endpoint = resolve_model("org/model-7b", base_url="https://models.example/v1/", environ=WITH_KEY)
    assert endpoint == Endpoint("server", "org/model-7b", "https://models.example/v1", None)


def test_base_url_gets_its_own_key() -> None:
    """A key that was given to us goes to the base URL that was given to us."""
    endpoint = resolve_model("m", base_url="http://box:8000/v1", api_key="box-key", environ=WITH_KEY)
    assert endpoint is not None
    assert endpoint.api_key == "box-key"


def test_openai_base_url_gets_openai_key() -> None:
    """Both variables belong together, however the address reaches us."""
    environ = {**WITH_KEY, "OPENAI_BASE_URL": "https://gateway.example/v1/"}
    for base_url in (None, "https://gateway.example/v1"):
        endpoint = resolve_model("openai/gpt-4o", base_url=base_url, environ=environ)
        assert endpoint == Endpoint("server", "openai/gpt-4o", "https://gateway.example/v1", KEY)


def test_regional_openai_host_gets_openai_key_only_over_https() -> None:
    """OpenAI's own hosts are OpenAI; an unencrypted connection to them is not."""
    for url, key in (("https://eu.api.openai.com/v1", KEY), ("http://api.openai.com/v1", None)):
        endpoint = resolve_model("openai/gpt-5.4-mini", base_url=url, environ=WITH_KEY)
        assert endpoint == Endpoint("openai", "gpt-5.4-mini", url, key)


def test_base_url_without_a_name_asks_for_one() -> None:
    """Which models another server has is not guessed."""
    with pytest.raises(ConfigurationError, match=r"no model of it.*--model.*summarizer models"):
        resolve_model(None, base_url="http://localhost:8000/v1", environ={})
    with pytest.raises(ConfigurationError, match="OPENAI_BASE_URL names a server"):
        resolve_model(None, environ={"OPENAI_BASE_URL": "http://localhost:8000/v1"})


def test_no_key_says_what_to_set() -> None:
    """An OpenAI model without a key."""
    with pytest.raises(ConfigurationError, match=r"OPENAI_API_KEY.*--base-url.*ollama/.*extractive"):
        resolve_model("gpt-5.4-mini", environ={})


def test_unknown_prefix_lists_the_known() -> None:
    """A prefix that names no server."""
    with pytest.raises(ConfigurationError, match=r"'olama'.*openai/.*ollama/.*vllm/.*--base-url"):
        resolve_model("olama/llama3.2", environ=WITH_KEY)


@pytest.mark.parametrize("name", ["openai/", "ollama/", "a\nb", "a\x1b[31mb", "caf\udce9", "x" * 400])
def test_bad_names_are_refused_in_one_line(name: str) -> None:
    """A name that cannot be one."""
    with pytest.raises(ConfigurationError) as caught:
        resolve_model(name, environ=WITH_KEY)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 300


@pytest.mark.parametrize(
    "url",
    [
        "localhost:8000/v1",
        "ftp://host/v1",
        "http://",
        "http://[::1",
        "http://a..b/v1",
        f"http://{'a' * 64}.example/v1",
        "http://host:99999/v1",
        "http://host:0/v1",
        "http://ho st/v1",
        "http://host/v1?key=secret",
        "http://bücher.example/v1",
    ],
)
def test_bad_base_urls_are_refused(url: str) -> None:
    """An address that no request could be sent to."""
    with pytest.raises(ConfigurationError, match="the base URL"):
        resolve_model("m", base_url=url, environ={})


def test_password_in_base_url_is_refused_and_not_shown() -> None:
    """URLs are logged, passwords must not be."""
    for url in ("http://me:hunter2@host/v1", "me:hunter2@host/v1"):
        with pytest.raises(ConfigurationError) as caught:
            resolve_model("m", base_url=url, environ={})
        assert "hunter2" not in str(caught.value)


def test_broken_key_is_refused_and_not_shown() -> None:
    """A key with a line break or a quote from a web page in it could not stand in a header."""
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY") as caught:
        resolve_model(None, environ={"OPENAI_API_KEY": "sk-invented\n“rest”"})
    assert "sk-invented" not in str(caught.value)


def test_key_is_not_in_the_printed_endpoint() -> None:
    """Endpoints get logged."""
    assert KEY not in repr(resolve_model(None, environ=WITH_KEY))


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:1/v1", True),
        ("http://127.8.8.8/v1", True),
        ("http://[::1]:80/v1", True),
        ("http://0.0.0.0:8000/v1", True),
        ("http://box.localhost/v1", True),
        ("http://localhost.example/v1", False),
        ("http://127.0.0.1.example/v1", False),
        ("http://10.0.0.1/v1", False),
    ],
)
def test_is_loopback(url: str, local: bool) -> None:
    """Only this machine is local."""
    assert is_loopback(url) is local


@given(
    name=st.none() | st.text(max_size=20) | st.from_regex(r"(openai|ollama|vllm|a)/\w{0,4}", fullmatch=True),
    host=st.none() | st.from_regex(r"https?://[\w.@:\[\]-]{0,20}(openai\.com)?(/v1)?", fullmatch=True),
    theirs=st.sampled_from(["", "https://gateway.example/v1"]),
)
def test_openai_key_goes_only_where_it_belongs(name: str | None, host: str | None, theirs: str) -> None:
    """For any name and address: a ConfigurationError, or an endpoint that may have the key it has."""
    try:
        endpoint = resolve_model(name, base_url=host, environ={**WITH_KEY, "OPENAI_BASE_URL": theirs})
    except ConfigurationError:
        return
    if endpoint is not None and endpoint.api_key is not None:
        https = endpoint.base_url.startswith("https://")
        assert (is_openai(endpoint.base_url) and https) or endpoint.base_url == theirs
