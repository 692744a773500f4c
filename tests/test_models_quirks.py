from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.drafts import Message, Request
from summarizer.errors import ConfigurationError
from summarizer.models.quirks import Quirks

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {},
    "required": [],
    "additionalProperties": False,
}


def make_request(schema: dict[str, object] = SCHEMA, **parameters: Any) -> Request:
    """A request for 100 tokens."""
    return Request("r", (Message("user", "hello"),), schema, 100, 5, parameters=parameters)


def test_shape_body_asks_for_the_schema_strictly() -> None:
    """The best form comes first."""
    body = Quirks("openai").shape_body("m", make_request(temperature=0))
    assert body == {
        "model": "m",
        "messages": [{"role": "user", "content": "hello"}],
        "max_completion_tokens": 100,
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reply", "strict": True, "schema": SCHEMA},
        },
    }


def test_shape_body_asks_other_servers_for_max_tokens() -> None:
    """Older servers ignore max_completion_tokens without a word, and would write without end."""
    body = Quirks("server").shape_body("m", make_request())
    assert body["max_tokens"] == 100
    assert "max_completion_tokens" not in body


def test_shape_body_without_a_schema_has_no_format() -> None:
    """A request for plain text."""
    assert "response_format" not in Quirks("server").shape_body("m", make_request({}))


def test_shape_body_leaves_a_limit_of_the_prompt_alone() -> None:
    """Parameters go before what we would set."""
    body = Quirks("openai").shape_body("m", make_request(max_tokens=7))
    assert body["max_tokens"] == 7
    assert "max_completion_tokens" not in body


def test_shape_body_replaces_half_surrogates() -> None:
    """An article may hold one; a request cannot."""
    request = Request("r", (Message("user", "a\ud83db"),), SCHEMA, 1, 1)
    assert Quirks("x").shape_body("m", request)["messages"][0]["content"] == "a\ufffdb"


@pytest.mark.parametrize(
    "parameters", [{"stream": True}, {"messages": []}, {"temperature": float("nan")}, {"seed": object()}]
)
def test_shape_body_refuses_parameters_that_would_break_it(parameters: dict[str, Any]) -> None:
    """A prompt file's parameters are checked before anything is sent."""
    with pytest.raises(ConfigurationError, match="parameters"):
        Quirks("openai").shape_body("m", make_request(**parameters))


# What servers say, as they say it.
_FORMAT_COMPLAINTS = {
    "openai": {
        "message": "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        "param": "response_format",
    },
    "openai-schema": {"message": "Invalid schema for response_format 'reply': 'minimum' is not permitted."},
    "deepseek": {"message": "This response_format type is unavailable now", "code": "invalid_request_error"},
    "groq": {"message": "This model does not support response format `json_schema`."},
    "llama.cpp": {
        "message": 'response_format type must be one of "text" or "json_object", but got: json_schema'
    },
    "llama.cpp-grammar": {"message": "failed to parse grammar"},
    "pydantic": [{"type": "extra_forbidden", "loc": ["body", "response_format"], "msg": "Extra inputs"}],
    "vllm": "The provided JSON schema contains features not supported by xgrammar.",
}


@pytest.mark.parametrize("complaint", _FORMAT_COMPLAINTS.values(), ids=_FORMAT_COMPLAINTS)
def test_adapt_steps_down_one_format(complaint: object) -> None:
    """A refused schema leads to JSON mode."""
    quirks, request = Quirks("server"), make_request()
    body = quirks.shape_body("m", request)
    assert quirks.adapt(body, 400, complaint) == "response_format json_schema"
    assert quirks.shape_body("m", request)["response_format"] == {"type": "json_object"}
    # Another request that was in flight meanwhile is refused for the same reason: no second step.
    quirks.adapt(body, 400, complaint)
    assert quirks.format == "json_object"


def test_adapt_ends_at_plain_text() -> None:
    """A server that knows no format at all."""
    quirks, request = Quirks("server"), make_request()
    for _ in range(2):
        assert quirks.adapt(
            quirks.shape_body("m", request), 422, {"message": "response_format: unknown field"}
        )
    body = quirks.shape_body("m", request)
    assert "response_format" not in body
    assert quirks.adapt(body, 422, {"message": "response_format: unknown field"}) is None


@pytest.mark.parametrize(
    ("provider", "first", "second"),
    [("openai", "max_completion_tokens", "max_tokens"), ("vllm", "max_tokens", "max_completion_tokens")],
)
def test_adapt_finds_the_name_of_the_limit(provider: str, first: str, second: str) -> None:
    """The complaint may name both: what was sent, and what to send instead."""
    quirks, request = Quirks(provider), make_request()
    complaint = {
        "message": f"Unsupported parameter: '{first}' is not supported with this model. Use '{second}' instead.",
        "code": "unsupported_parameter",
        "param": first,
    }
    assert quirks.adapt(quirks.shape_body("m", request), 400, complaint) == first
    body = quirks.shape_body("m", request)
    assert body[second] == 100
    assert first not in body


@pytest.mark.parametrize(
    "complaint",
    [
        {
            "message": "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) "
            "value is supported.",
            "code": "unsupported_value",
            "param": "temperature",
        },
        {"message": "temperature: Extra inputs are not permitted"},
    ],
)
def test_adapt_drops_a_sampling_parameter(complaint: object) -> None:
    """Reasoning models take no temperature; it shapes the answer, but is not the question."""
    quirks, request = Quirks("openai"), make_request(temperature=0, top_p=0.5)
    assert quirks.adapt(quirks.shape_body("m", request), 400, complaint) == "temperature"
    body = quirks.shape_body("m", request)
    assert "temperature" not in body
    assert body["top_p"] == 0.5
    assert quirks.format == "json_schema"


@pytest.mark.parametrize(
    ("status", "complaint"),
    [
        (
            400,
            {
                "message": "This model's maximum context length is 4096 tokens; reduce max_tokens.",
                "code": None,
            },
        ),
        (400, {"message": "max_tokens is too large: 90000. This model supports at most 16384 tokens."}),
        (400, {"message": "Unknown parameter: 'temprature'.", "code": "unknown_parameter"}),
        (400, {"message": "Failed to validate JSON in json_schema", "code": "json_validate_failed"}),
        (400, {"message": "Invalid model: m"}),
        (401, {"message": "response_format is for paying customers"}),
        (400, None),
    ],
)
def test_adapt_leaves_other_complaints_alone(status: int, complaint: object) -> None:
    """What a plainer request would not mend is an error."""
    quirks, request = Quirks("server"), make_request(temperature=0, temprature=1)
    body = quirks.shape_body("m", request)
    assert quirks.adapt(body, status, complaint) is None
    assert quirks.shape_body("m", request) == body


@given(
    st.lists(
        st.tuples(
            st.sampled_from([400, 422, 500, 501, 404]),
            st.sampled_from(
                [
                    *_FORMAT_COMPLAINTS.values(),
                    "max_tokens and max_completion_tokens: unknown",
                    "unsupported seed",
                ]
            ),
        ),
        max_size=12,
    )
)
def test_adapt_comes_to_an_end(refusals: list[tuple[int, object]]) -> None:
    """Each change takes something out of the request, so there are at most as many as things to take."""
    quirks, request = Quirks("openai"), make_request(seed=1)
    changes = 0
    for status, complaint in refusals:
        body = quirks.shape_body("m", request)
        if quirks.adapt(body, status, complaint):
            changes += 1
            assert quirks.shape_body("m", request) != body
    assert changes <= 5
