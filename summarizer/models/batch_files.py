"""OpenAI's Batch files: JSON lines of requests, and of their results. Other providers know them, too.

    a request   {"custom_id": …, "method": "POST", "url": "/v1/chat/completions", "body": {…}}
    a result    {"id": …, "custom_id": …, "response": {"status_code": 200, "request_id": …, "body": {…}},
                 "error": null}

A result without an HTTP answer has `response` null and in `error` a code and a message. Results stand in any
order; those of requests that failed may stand in a file of their own.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarizer import errors
from summarizer.drafts import Reply, Request, hash_request
from summarizer.errors import (
    AuthenticationError,
    ContextOverflowError,
    InputError,
    ModelError,
    ModelTimeoutError,
    RefusalError,
    ReplyError,
    SummarizerError,
    UnknownModelError,
)
from summarizer.models.names import Endpoint
from summarizer.models.quirks import Quirks
from summarizer.models.replies import count_reply, read_reply, shorten
from summarizer.records import Usage

logger = logging.getLogger(__name__)

URL = "/v1/chat/completions"
# What OpenAI takes in one file.
MAX_REQUESTS = 50_000
MAX_BYTES = 200_000_000
# As long as an id may be; a SHA-256 in hexadecimal is just that.
_ID_LENGTH = 64
_DATE = re.compile(r"(?:[-@]\d{4,8}(?:-\d\d){0,2})?")

Price = Callable[[Usage], float | None]


@dataclass(frozen=True, slots=True)
class Result:
    """One line of a result file: what became of a request.

    `body` is the JSON of the server's answer, whatever its `status`; None where there was none, and `code`
    and `message` then say why. `id` and `request_id` are the provider's, for questions to it.
    """

    custom_id: str
    body: Any = None
    status: int = 200
    code: str = ""
    message: str = ""
    id: str = ""
    request_id: str = ""

    @property
    def succeeded(self) -> bool:
        """Whether the server answered as it does when all is well."""
        return self.body is not None and self.status == 200

    @property
    def model(self) -> str | None:
        """Which model answered, as far as the answer tells."""
        named = self.body.get("model") if isinstance(self.body, dict) else None
        return named if isinstance(named, str) and named else None


def make_custom_id(request: Request, model: str, turn: int = 1) -> str:
    """What a request is known by in a batch file: `hash_request`, at most 64 characters.

    Args:
        request: what is asked.
        model: who is asked.
        turn: how often this very request was asked so far, this time included: an unreadable reply is asked
            for again.

    >>> request = Request("read-1", (), {}, 100, 5)
    >>> first, second = make_custom_id(request, "some-model"), make_custom_id(request, "some-model", 2)
    >>> first == hash_request(request, "some-model"), len(first), len(second), second[-2:]
    (True, 64, 64, '-2')
    """
    name = hash_request(request, model)
    if turn == 1:
        return name
    suffix = f"-{turn}"
    return name[: _ID_LENGTH - len(suffix)] + suffix


def format_request(custom_id: str, request: Request, endpoint: Endpoint) -> str:
    """A request's line, line break included.

    It asks for the reply by JSON Schema, in one piece.

    Raises:
        ConfigurationError: the request's parameters hold one that is not theirs to set, or not JSON.
    """
    body = Quirks(endpoint.provider).shape_body(endpoint.model, request)
    body = {name: value for name, value in body.items() if name not in ("stream", "stream_options")}
    return _format({"custom_id": custom_id, "method": "POST", "url": URL, "body": body})


def format_result(result: Result) -> str:
    """A result's line, line break included.

    >>> print(format_result(Result("a", code="batch_expired", message="Too late.")), end="")
    {"id": "", "custom_id": "a", "response": null, "error": {"code": "batch_expired", "message": "Too late."}}
    """
    response = error = None
    if result.body is not None:
        response = {"status_code": result.status, "request_id": result.request_id, "body": result.body}
    else:
        error = {"code": result.code, "message": result.message}
    return _format({"id": result.id, "custom_id": result.custom_id, "response": response, "error": error})


def make_result(custom_id: str, answer: Reply | SummarizerError, model: str) -> Result:
    """The result that `read_answer` reads as this reply or error: how replies are recorded.

    Retries, time and cost are not in it. An error keeps its class and its message.
    """
    if isinstance(answer, SummarizerError):
        return Result(custom_id, code=type(answer).__name__, message=str(answer))
    message: dict[str, Any] = {"role": "assistant", "content": answer.text}
    if answer.refusal:
        message["refusal"] = answer.refusal
    usage = answer.usage
    body = {
        "object": "chat.completion",
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": "length" if answer.cut else "stop"}],
        "usage": {
            "prompt_tokens": usage.tokens_in,
            "completion_tokens": usage.tokens_out,
            "total_tokens": usage.tokens_in + usage.tokens_out,
            "prompt_tokens_details": {"cached_tokens": usage.tokens_cached},
        },
    }
    return Result(custom_id, body)


def read_results(path: Path) -> Iterator[Result]:
    """The results in a file, in its order.

    A last line that was torn off in writing is left out, with a warning in the log.

    Raises:
        InputError: the file cannot be read, or a line of it is no result; says which.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            yield from parse_results(lines, str(path))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not a batch's result file: it is not UTF-8") from None


def parse_results(lines: Iterable[str], name: str) -> Iterator[Result]:
    """Like `read_results`, from lines; `name` stands for them in messages."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            result = parse_result(line)
        except InputError as error:
            if not line.endswith("\n"):
                logger.warning("%s: the last line was torn off in writing, and is left out", name)
                return
            raise InputError(f"{name}:{number} {error}") from None
        yield result


def parse_result(line: str) -> Result:
    """One line of a result file.

    Raises:
        InputError: it is something else; the message goes on from the line's name.
    """
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    custom_id = data.get("custom_id") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(custom_id, str):
        raise InputError('is no line of a batch\'s results: it has to be a JSON object with a "custom_id"')
    if "response" not in data and "error" not in data:
        what = "a request" if "body" in data and "url" in data else "neither response nor error"
        raise InputError(f"is no line of a batch's results: it holds {what}")
    own_id, response, error = _read_word(data.get("id")), data.get("response"), data.get("error")
    request_id = ""
    if isinstance(response, dict):
        request_id = _read_word(response.get("request_id"))
        status = response.get("status_code")
        # Some providers put the answer itself there.
        body = response.get("body") if "body" in response else response if "choices" in response else None
        if body is not None:
            status = status if isinstance(status, int) else 200
            return Result(custom_id, body, status, id=own_id, request_id=request_id)
    said = error if isinstance(error, dict) else {"message": error or "the result holds no reply"}
    return Result(
        custom_id,
        code=_read_word(said.get("code") or said.get("type")),
        message=shorten(_read_word(said.get("message"))),
        id=own_id,
        request_id=request_id,
    )


def read_answer(
    result: Result, request: Request, endpoint: Endpoint, price: Price
) -> Reply | SummarizerError:
    """What a conversation is sent for a request: the reply, or why there is none.

    Args:
        result: of that request.
        request: what was asked.
        endpoint: who was asked.
        price: US dollars for a usage.
    """
    if result.body is None:
        return _explain_error(result)
    if result.status != 200:
        return _explain_status(result, request, endpoint)
    try:
        reply = read_reply(request.id, result.body)
    except ReplyError as error:
        return error
    usage = reply.usage
    if not (usage.tokens_in or usage.tokens_out):
        usage = count_reply(result.body, request.tokens)
    return replace(reply, usage=usage.model_copy(update={"cost": price(usage)}))


def may_pass(result: Result, error: SummarizerError) -> bool:
    """Whether the same request may fare better in another batch; `error` is what `read_answer` made of it.

    What the server did not get to, or refused because of the account, may; what it finds wrong with the
    request itself will not.
    """
    if isinstance(error, AuthenticationError | UnknownModelError):
        return True
    if isinstance(error, ContextOverflowError | RefusalError | ReplyError):
        return False
    return result.body is None or result.status in (408, 409, 429) or result.status >= 500


def is_same_model(asked: str, answered: str) -> bool:
    """Whether a model answered that goes by the name we asked for, or by a dated form of it.

    >>> is_same_model("gpt-5.4-mini", "gpt-5.4-mini-2026-03-17")
    True
    >>> is_same_model("meta-llama/Llama-4", "llama-4"), is_same_model("gpt-5.4-mini", "gpt-5.4")
    (True, False)
    """
    one, other = (name.rpartition("/")[2].casefold() for name in (asked, answered))
    return other.startswith(one) and _DATE.fullmatch(other[len(one) :]) is not None


def _explain_error(result: Result) -> SummarizerError:
    """The error of a request that no server answered."""
    kind = getattr(errors, result.code, None) if result.code in errors.__all__ else None
    if kind is not None:  # recorded by `make_result`
        recorded: SummarizerError = kind(result.message)
        return recorded
    said = (result.message or result.code).rstrip(".")
    if "expired" in result.code:
        return ModelTimeoutError(f"the batch did not get to it in time ({said}): send it again")
    return ModelError(f"the batch has no reply to it ({said}): send it again")


def _explain_status(result: Result, request: Request, endpoint: Endpoint) -> SummarizerError:
    import httpx2
    import openai

    from summarizer.models.failures import explain_failure

    said = result.body.get("error", result.body) if isinstance(result.body, dict) else result.body
    answer = httpx2.Response(result.status, request=httpx2.Request("POST", endpoint.base_url))
    failure = openai.APIStatusError("", response=answer, body=said)
    return explain_failure(failure, endpoint, key=endpoint.api_key, timeout=None, tokens=request.tokens)


def _format(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"


def _read_word(value: object) -> str:
    return value if isinstance(value, str) else ""
