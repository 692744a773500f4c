from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import errors
from summarizer.drafts import Message, Reply, Request
from summarizer.models import Endpoint
from summarizer.models.batch_files import (
    URL,
    Result,
    format_request,
    format_result,
    is_same_model,
    make_custom_id,
    make_result,
    may_pass,
    parse_result,
    parse_results,
    read_answer,
    read_results,
)
from summarizer.records import Usage

OPENAI = Endpoint("openai", "gpt-5.4-mini", "https://api.openai.com/v1", "sk-invented-for-tests")
SCHEMA: dict[str, object] = {"type": "object", "properties": {}, "required": []}
REQUEST = Request(
    "read-1", (Message("user", "Who says what?"),), SCHEMA, 200, 10, parameters={"temperature": 0}
)
USAGE = Usage(requests=1, tokens_in=90, tokens_cached=20, tokens_out=7)


def read(result: Result) -> Reply | errors.SummarizerError:
    """What a conversation is sent for a result, at a dollar a token."""
    return read_answer(result, REQUEST, OPENAI, lambda usage: float(usage.tokens_out))


def test_format_request_is_a_line_as_openai_takes_it() -> None:
    """Model, messages, limit, schema and parameters; nothing about streaming, also for servers that stream."""
    line = format_request("a", REQUEST, OPENAI)
    assert line.endswith("}\n")
    assert json.loads(line) == {
        "custom_id": "a",
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": {
            "model": "gpt-5.4-mini",
            "messages": [{"role": "user", "content": "Who says what?"}],
            "max_completion_tokens": 200,
            "temperature": 0,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "reply", "strict": True, "schema": SCHEMA},
            },
        },
    }
    other = json.loads(format_request("a", REQUEST, replace(OPENAI, provider="server")))
    assert not {"stream", "stream_options"} & other["body"].keys()
    assert other["url"] == URL


def test_make_custom_id_tells_turns_apart() -> None:
    """Each asking of one request has an id of its own, of no more than 64 characters."""
    ids = [make_custom_id(REQUEST, "m", turn) for turn in (1, 2, 10)]
    assert len(set(ids)) == 3
    assert all(len(name) <= 64 for name in ids)
    assert make_custom_id(replace(REQUEST, id="read-2"), "m") == ids[0]


# Characters that a reply can hold: `read_reply` replaces surrogates and strips space and thoughts.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=50).map(lambda text: f"[{text}]")


@given(text=TEXTS, cut=st.booleans(), refused=st.booleans())
def test_recorded_replies_come_back_equal(text: str, cut: bool, refused: bool) -> None:
    """What was recorded is what a conversation is sent, whatever stands in it; the cost is computed anew."""
    reply = Reply("read-1", text, cut, "I would rather not." if refused else None, USAGE)
    (result,) = parse_results([format_result(make_result("a", reply, "gpt-5.4-mini"))], "x")
    assert result.model == "gpt-5.4-mini"
    assert read(result) == replace(reply, usage=USAGE.model_copy(update={"cost": 7.0}))


@pytest.mark.parametrize("name", sorted(set(errors.__all__) - {"SummarizerError"}))
def test_recorded_errors_come_back_equal(name: str) -> None:
    """An error keeps its class and message."""
    error = getattr(errors, name)("the server is on fire: wait")
    answer = read(parse_result(format_result(make_result("a", error, "m"))))
    assert type(answer) is type(error)
    assert str(answer) == str(error)


def completion(**more: Any) -> dict[str, Any]:
    """A chat completion with one word."""
    message = {"role": "assistant", "content": "{}"}
    return {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]} | more


@pytest.mark.parametrize(
    "line",
    [
        {"id": "b", "custom_id": "a", "response": {"status_code": 200, "request_id": "r", "body": completion()}, "error": None},
        {"custom_id": "a", "response": {"status_code": 200, "body": completion()}},
        {"custom_id": "a", "response": {"body": completion()}, "error": None},
        {"custom_id": "a", "response": completion(), "error": None},
    ],
)  # fmt: skip
def test_parse_result_takes_the_forms_of_several_providers(line: dict[str, Any]) -> None:
    """Ids, statuses and the wrapping may be missing; tokens that nobody counted are counted here."""
    answer = read(parse_result(json.dumps(line)))
    assert isinstance(answer, Reply)
    assert answer.text == "{}"
    assert answer.usage.tokens_in == REQUEST.tokens
    assert answer.usage.tokens_out >= 1


FAILED = [
    # status, the server's words, our error, whether it may pass
    (429, {"message": "Rate limit reached", "code": "rate_limit_exceeded"}, errors.RateLimitError, True),
    (429, {"message": "You exceeded your current quota", "code": "insufficient_quota"}, errors.AuthenticationError, True),
    (500, {"message": "The server had an error"}, errors.ModelError, True),
    (401, {"message": "Incorrect API key"}, errors.AuthenticationError, True),
    (404, {"message": "The model does not exist", "code": "model_not_found"}, errors.UnknownModelError, True),
    (400, {"message": "maximum context length is 10", "code": "context_length_exceeded"}, errors.ContextOverflowError, False),
    (400, {"message": "content_filter"}, errors.RefusalError, False),
    (400, {"message": "bad parameter"}, errors.ModelError, False),
]  # fmt: skip


@pytest.mark.parametrize(("status", "said", "kind", "passes"), FAILED)
def test_read_answer_explains_a_failed_request(
    status: int, said: dict[str, str], kind: type[errors.SummarizerError], passes: bool
) -> None:
    """A status becomes the error that the same status is without a batch, in one line."""
    result = parse_result(format_result(Result("a", {"error": said}, status)))
    answer = read(result)
    assert type(answer) is kind
    assert str(answer).isprintable()
    assert may_pass(result, answer) is passes


@pytest.mark.parametrize(
    ("code", "kind"),
    [("batch_expired", errors.ModelTimeoutError), ("server_error", errors.ModelError), ("", errors.ModelError)],
)  # fmt: skip
def test_read_answer_explains_a_request_that_was_not_reached(
    code: str, kind: type[errors.SummarizerError]
) -> None:
    """An expired batch and other failures without an answer can be exported again."""
    result = parse_result(format_result(Result("a", code=code, message="It did not run.")))
    answer = read(result)
    assert type(answer) is kind
    assert "It did not run" in str(answer)
    assert may_pass(result, answer)


def test_read_answer_objects_to_a_body_that_is_no_reply() -> None:
    """Status 200 with something else is an error that will not pass."""
    result = Result("a", {"error": {"message": "no such thing"}})
    answer = read(result)
    assert isinstance(answer, errors.ReplyError)
    assert not may_pass(result, answer)


def test_read_results_leaves_out_a_torn_last_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A download that broke off can be read, with a warning."""
    path = tmp_path / "replies.jsonl"
    line = format_result(Result("a", completion()))
    path.write_text(line + "\n" + line[:40], encoding="utf-8")
    assert [result.custom_id for result in read_results(path)] == ["a"]
    assert "torn off" in caplog.text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<html>\n", "custom_id"),
        ("[]\n", "custom_id"),
        ('{"custom_id": 3}\n', "custom_id"),
        ('{"custom_id": "a"}\n', "neither response nor error"),
        (format_request("a", REQUEST, OPENAI), "a request"),
    ],
)
def test_parse_results_names_the_line_that_is_wrong(line: str, words: str) -> None:
    """What is no result is an error of ours that says where and what."""
    good = format_result(Result("a", completion()))
    with pytest.raises(errors.InputError, match=f"x:2 .*{words}"):
        list(parse_results([good, line], "x"))


def test_read_results_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and a binary one are errors of ours."""
    with pytest.raises(errors.InputError, match="No such file"):
        list(read_results(tmp_path / "none.jsonl"))
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(errors.InputError, match="UTF-8"):
        list(read_results(tmp_path / "b.jsonl"))


@given(st.text(max_size=60))
def test_parse_result_raises_nothing_but_ours(line: str) -> None:
    """Rubbish is an error of ours."""
    with contextlib.suppress(errors.InputError):
        parse_result(line)


@pytest.mark.parametrize(
    ("asked", "answered", "same"),
    [
        ("gpt-5.4-mini", "gpt-5.4-mini", True),
        ("gpt-5.4-mini", "gpt-5.4-mini-2026-03-17", True),
        ("gpt-5.4", "gpt-5.4-mini", False),
        ("gpt-5.4-mini", "gpt-5.4", False),
        ("org/Model-7B", "model-7b", True),
        ("gpt-5", "gpt-5.1", False),
    ],
)
def test_is_same_model_knows_dated_names(asked: str, answered: str, same: bool) -> None:
    """A dated form is the same model, a sibling is not."""
    assert is_same_model(asked, answered) is same
