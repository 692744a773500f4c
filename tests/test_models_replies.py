from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ReplyError
from summarizer.models.replies import read_reply, strip_thoughts


def completion(content: Any, finish: str | None = "stop", **message: Any) -> dict[str, Any]:
    """A chat completion as a server sends it."""
    return {"choices": [{"finish_reason": finish, "message": {"content": content, **message}}]}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('<think>The mayor.\n</think>\n\n{"a": 1}', '{"a": 1}'),
        ('\n<thinking>x</thinking>{"a": 1}', '{"a": 1}'),
        ('Hm, the mayor.</think>{"a": 1}', '{"a": 1}'),
        ("<think></think>{}", "{}"),
        ("<think>never done", ""),
        ('{"a": "<think>b</think>"}', '{"a": "<think>b</think>"}'),
        ('```json\n{"a": "</think>"}\n```', '```json\n{"a": "</think>"}\n```'),
        ("I think not.", "I think not."),
    ],
)
def test_strip_thoughts(text: str, answer: str) -> None:
    """What a model thinks aloud before its answer goes; what is in the answer stays."""
    assert strip_thoughts(text) == answer


def test_read_reply_joins_typed_parts() -> None:
    """Some servers send the content in parts, and thoughts as parts of their own."""
    parts = [
        {"type": "thinking", "thinking": []},
        {"type": "text", "text": "{"},
        {"type": "text", "text": "}"},
    ]
    assert read_reply("r", completion(parts)).text == "{}"


@pytest.mark.parametrize("finish", ["length", "max_tokens", "model_length"])
def test_read_reply_marks_a_cut(finish: str) -> None:
    """A reply that reached its limit."""
    assert read_reply("r", completion("{", finish)).cut
    assert not read_reply("r", completion("{", None)).cut


def test_read_reply_keeps_what_a_refusal_took() -> None:
    """A refusal is paid for, so its usage counts."""
    data = completion(None, refusal="I can't\nhelp.") | {
        "usage": {"prompt_tokens": 5, "completion_tokens": 3}
    }
    reply = read_reply("r", data)
    assert reply.refusal == "I can't help."
    assert (reply.usage.tokens_in, reply.usage.tokens_out) == (5, 3)


def test_read_reply_takes_a_filter_for_a_refusal() -> None:
    """Half a text that a filter stopped is no answer."""
    assert "filter" in (read_reply("r", completion("The", "content_filter")).refusal or "")


@pytest.mark.parametrize(
    "counts",
    [
        {"usage": {"prompt_tokens": 9, "prompt_tokens_details": {"cached_tokens": 4}}},
        {"usage": {"prompt_tokens": 9, "prompt_cache_hit_tokens": 4}},
        {"usage": {"prompt_tokens": 9}, "timings": {"cache_n": 4}},
        {"usage": {"prompt_tokens": 9, "prompt_tokens_details": None}, "timings": {"cache_n": 4.0}},
    ],
)
def test_read_reply_finds_cached_tokens(counts: dict[str, Any]) -> None:
    """Servers name them differently."""
    usage = read_reply("r", completion("{}") | counts).usage
    assert (usage.tokens_in, usage.tokens_cached) == (9, 4)


def test_read_reply_has_no_half_surrogates() -> None:
    """JSON's escapes can write what UTF-8 cannot carry."""
    assert read_reply("r", completion(json.loads('"a\\ud800b"'))).text == "a\ufffdb"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"error": {"message": "Upstream is\ndown"}}, "Upstream is down"),
        ({"error": "Unexpected endpoint or method."}, "Unexpected endpoint"),
        ({"choices": []}, "no reply"),
        ({"choices": [{"text": "old protocol"}]}, "no reply"),
        ([], "no reply"),
    ],
)
def test_read_reply_explains_what_is_none(data: Any, says: str) -> None:
    """Status 200 without a reply; the server's own words where it has some."""
    with pytest.raises(ReplyError, match=says):
        read_reply("r", data)


_KEYS = st.sampled_from(
    [
        "choices",
        "message",
        "content",
        "finish_reason",
        "refusal",
        "usage",
        "prompt_tokens",
        "completion_tokens",
        "prompt_tokens_details",
        "cached_tokens",
        "timings",
        "cache_n",
        "error",
        "type",
        "text",
    ]
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(_JSON, _JSON, _JSON)
def test_read_reply_raises_only_reply_errors(data: Any, message: Any, usage: Any) -> None:
    """Whatever a server sends."""
    read_reply("r", {"choices": [{"message": {"content": message}}], "usage": usage, "timings": usage})
    for answer in (data, {"choices": data}, {"choices": [data]}):
        with contextlib.suppress(ReplyError):
            read_reply("r", answer)


@given(st.text())
def test_strip_thoughts_only_removes(text: str) -> None:
    """An answer is the end of the text, without the space around it."""
    answer = strip_thoughts(text)
    assert text.rstrip().endswith(answer)
    assert strip_thoughts(answer) == answer or "</" in answer
