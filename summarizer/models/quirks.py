"""What a server turns out not to take, found by asking and remembered.

OpenAI-compatible servers differ in how they take a JSON Schema, in what they call the limit on a reply's
length, in which sampling parameters they accept, and in whether they stream. Each starts with the best form;
a server that refuses one says so (status 400 or 422, mostly), and from then on gets the next.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from summarizer.drafts import Request
from summarizer.errors import ConfigurationError
from summarizer.models.replies import replace_surrogates

# Best first. "text" is no format at all: the prompt asks for JSON, and the parse stage cuts it out.
FORMATS = ("json_schema", "json_object", "text")
# May be dropped where a server does not take them: they shape how a model writes, not what it is asked.
_OPTIONAL = frozenset(
    {
        "frequency_penalty",
        "presence_penalty",
        "reasoning",
        "reasoning_effort",
        "seed",
        "temperature",
        "top_k",
        "top_p",
        "min_p",
        "verbosity",
    }
)
_RESERVED = frozenset({"messages", "model", "n", "response_format", "stream", "stream_options"})
_LIMITS = ("max_completion_tokens", "max_tokens")
# Streaming, what depends on more first: without `stream` a server takes no `stream_options` either.
_STREAMING: dict[str, Any] = {"stream_options": {"include_usage": True}, "stream": True}

_REFUSED_STATUS = frozenset({400, 422, 500, 501})
_FORMAT_WORDS = re.compile(
    r"response[_ ]?format|json[_ ]?(?:schema|object|mode)|structured[_ ]outputs?|guided[_ ]|grammar", re.I
)
_UNSUPPORTED_WORDS = re.compile(
    r"unsupported|support|unrecogni[sz]ed|unknown|unexpected|extra|permitted|allowed|forbidden"
    r"|not (?:implemented|available|valid)|invalid param",
    re.I,
)
# Ollama's words for an effort that is asked of a model without one.
_NO_THOUGHTS = re.compile(r"not support (?:thinking|reasoning)", re.I)
# A context or length complaint names max_tokens too, and is nothing to adapt to.
_TOO_LONG_WORDS = re.compile(
    r"context[_ ](?:length|window|size)|maximum context|too (?:long|large|many tokens)|at most \d+", re.I
)


class Quirks:
    """What one server takes.

    Only ever moves from better to plainer, one assignment a change, so requests in flight may share it, in
    tasks and in threads.

    Args:
        provider: of the endpoint. OpenAI's reasoning models refuse `max_tokens`, and older servers ignore
            `max_completion_tokens` without a word, so each gets its own first. OpenAI's models are quick
            and are asked for a reply in one piece; others may take minutes, and stream. llama.cpp turns a
            schema into a grammar anew for each request, so there it holds the sentence numbers, too; others
            compile it once, and it has to stay the same.
    """

    def __init__(self, provider: str) -> None:
        self._formats = list(FORMATS)
        self._limits = list(_LIMITS if provider == "openai" else reversed(_LIMITS))
        self._dropped: frozenset[str] = frozenset()
        self._streams = provider != "openai"
        self._bounds = provider in ("llamacpp", "local")

    @property
    def format(self) -> str:
        """How replies are asked for now: "json_schema", "json_object" or "text"."""
        return self._formats[0]

    def shape_body(self, model: str, request: Request) -> dict[str, Any]:
        """The JSON body of a chat completion for a request, in the form this server takes.

        Raises:
            ConfigurationError: the request's parameters hold one that is not theirs to set, or not JSON.
        """
        given = _spread_parameters(request.parameters)
        body: dict[str, Any] = {
            "model": model,
            "messages": [
                {"role": m.role, "content": replace_surrogates(m.content)} for m in request.messages
            ],
        }
        parameters = {k: v for k, v in given.items() if k not in self._dropped}
        if self._limits and not parameters.keys() & set(_LIMITS):
            body[self._limits[0]] = request.max_tokens
        if request.schema and self.format == "json_schema":
            body["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "reply", "strict": True, "schema": self._shape_schema(request)},
            }
        elif request.schema and self.format == "json_object":
            body["response_format"] = {"type": "json_object"}
        wanted = self._streams or request.on_text is not None
        streaming = _STREAMING if wanted and "stream" not in self._dropped else {}
        return body | parameters | {k: v for k, v in streaming.items() if k not in self._dropped}

    def _shape_schema(self, request: Request) -> dict[str, Any]:
        first, last = request.numbers
        if not self._bounds or first > last:
            return request.schema
        return {**_bound_integers(request.schema, first, last)}

    def adapt(self, body: dict[str, Any], status: int, complaint: object) -> str | None:
        """Learn from a refused request.

        Args:
            body: what was sent.
            status: of the answer.
            complaint: the answer's error, as JSON.

        Returns:
            What the next request will do without, for the log; None if the refusal is not about a quirk.
        """
        if status not in _REFUSED_STATUS:
            return None
        text = (
            complaint
            if isinstance(complaint, str)
            else json.dumps(complaint, ensure_ascii=False, default=str)
        )
        code = str(complaint.get("code") or "") if isinstance(complaint, dict) else ""
        about_format = _FORMAT_WORDS.search(text)
        if code != "unsupported_parameter" and not about_format and _TOO_LONG_WORDS.search(text):
            return None
        # A server that breaks down (500) speaks of streams in other senses.
        streaming = _STREAMING.keys() & body.keys() if status != 500 else set()
        if "stream_options" in streaming and _names(text, "stream_options"):
            return self._drop("stream_options")
        if code == "json_validate_failed":  # Groq: the format is fine, the model did not keep to it
            return None
        if _NO_THOUGHTS.search(text) and (efforts := {"reasoning", "reasoning_effort"} & body.keys()):
            return self._drop(min(efforts))
        if _UNSUPPORTED_WORDS.search(f"{code} {text}"):
            named = [key for key in body if key in _OPTIONAL | {*_LIMITS} | streaming and _names(text, key)]
            # "Unsupported parameter: 'max_tokens' … Use 'max_completion_tokens' instead": the one we sent.
            if named:
                return self._drop(named[0])
        if "response_format" in body and about_format:
            return self._drop_format(body["response_format"]["type"])
        return None

    def _drop(self, key: str) -> str:
        self._limits = [limit for limit in self._limits if limit != key]
        self._dropped |= {key}
        return key

    def _drop_format(self, kind: str) -> str:
        self._formats = [name for name in self._formats if name != kind]
        return f"response_format {kind}"


def _spread_parameters(parameters: Mapping[str, object]) -> dict[str, object]:
    """Parameters as they stand in a request's body: those of `extra_body` among the others, and before them.

    Raises:
        ConfigurationError: one is not theirs to set, or not JSON.

    >>> _spread_parameters({"seed": 1, "extra_body": {"min_p": 0.1}})
    {'seed': 1, 'min_p': 0.1}
    """
    extra = parameters.get("extra_body") or {}
    if not isinstance(extra, Mapping):
        raise ConfigurationError(
            f'the parameter extra_body is no JSON object: write it like {{"min_p": 0.1}}, not {extra!r}'
        )
    given = {name: value for name, value in parameters.items() if name != "extra_body"} | dict(extra)
    if reserved := sorted(_RESERVED & given.keys()):
        raise ConfigurationError(
            f"the parameters must not hold {', '.join(reserved)}: take it out of the prompt file or the flags"
        )
    try:
        json.dumps(given, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"the parameters cannot be sent as JSON: {error}") from None
    return given


def _bound_integers(schema: Any, first: int, last: int) -> Any:
    """A JSON Schema whose integers, which are all sentence numbers, have to be among those shown.

    >>> _bound_integers({"type": "array", "items": {"type": "integer"}}, 3, 9)
    {'type': 'array', 'items': {'type': 'integer', 'minimum': 3, 'maximum': 9}}
    """
    if isinstance(schema, list):
        return [_bound_integers(part, first, last) for part in schema]
    if not isinstance(schema, dict):
        return schema
    bounds = {"minimum": first, "maximum": last} if schema.get("type") == "integer" else {}
    return {name: _bound_integers(part, first, last) for name, part in schema.items()} | bounds


def _names(text: str, key: str) -> bool:
    """Whether a text names a parameter, as a whole word; "streaming" is one for `stream`."""
    word = "stream(?:ing)?" if key == "stream" else re.escape(key)
    return re.search(rf"(?<![A-Za-z_]){word}(?![A-Za-z_])", text, re.I) is not None
