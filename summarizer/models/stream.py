"""Sends a chat completion whose reply comes in pieces.

A model on a processor writes some ten tokens a second. Piece by piece, the time-out is for each silence
instead of the whole reply, a model that repeats itself is stopped, and a connection that breaks leaves what
has come.
"""

from __future__ import annotations

import asyncio
import logging
import random
import re
import ssl
import sys
from collections.abc import Callable
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any

from summarizer.models.chunks import Chunks
from summarizer.models.failures import OVERFLOW

if TYPE_CHECKING:
    import openai
    from openai import AsyncOpenAI, OpenAI

logger = logging.getLogger(__name__)

# Seconds before a stream that broke is asked for again: doubled each time, as the openai client does it.
_FIRST_DELAY = 0.5
_LONGEST_DELAY = 8.0
# Seconds for the end of the connection's body after the end of the reply, so that it can be used again.
_DRAIN = 1.0
# Statuses for errors inside a stream that give none, by words of their type or code.
_STATUSES = (
    (429, re.compile(r"rate.?limit|too.?many|quota", re.I)),
    (401, re.compile(r"authentication|api.?key|unauthori[sz]ed", re.I)),
    (404, re.compile(r"not.?found", re.I)),
    (503, re.compile(r"overloaded|unavailable", re.I)),
    (400, re.compile(r"invalid|bad.?request|context|content", re.I)),
)


async def post_stream(
    client: AsyncOpenAI | OpenAI,
    body: dict[str, Any],
    headers: dict[str, Any],
    on_text: Callable[[str], None] | None = None,
) -> tuple[bytes | dict[str, Any], int]:
    """Send a chat completion and read its reply as it comes; `on_text` is called with what has come of it.

    A connection that breaks, or an error of the server that may pass, ends the reply where it is; where
    nothing of it has come, the request is sent again, as often as the client would.

    Returns:
        The answer as a chat completion: its JSON where it came in one piece, else put together. And how many
        tries it took beyond the first.

    Raises:
        openai.APIError: the server refuses, or cannot be reached, after all retries.
    """
    import openai

    retries = 0
    while True:
        left = client.max_retries - retries
        here = client.with_options(max_retries=left) if retries else client
        # The client numbers its own tries only.
        numbered = headers | ({"x-stainless-retry-count": str(retries)} if retries else {})
        chunks = Chunks(on_text)
        if isinstance(here, openai.AsyncOpenAI):
            tries, failure = await _read(here, body, numbered, chunks)
        else:
            tries, failure = await asyncio.to_thread(_read_in_thread, here, body, numbered, chunks)
        retries += tries
        if failure is None or (_may_pass(failure) and (chunks.begun or chunks.finished)):
            if failure is not None and not chunks.finished:
                logger.warning(
                    "the reply breaks off (%s); going on with what has come", type(failure).__name__
                )
            if chunks.loops:
                logger.info("the model repeats itself without end; its reply was stopped")
            plain = chunks.plain
            return (chunks.completion() if plain is None else plain), retries
        if not _may_pass(failure) or retries >= client.max_retries:
            raise failure
        await asyncio.sleep(min(_FIRST_DELAY * 2**retries, _LONGEST_DELAY) * random.uniform(0.75, 1))  # noqa: S311 - not for secrets
        retries += 1


async def _read(
    client: AsyncOpenAI, body: dict[str, Any], headers: dict[str, Any], chunks: Chunks
) -> tuple[int, openai.APIError | None]:
    """Ask once. The client's retries, and what went wrong after the answer had begun."""
    create = client.chat.completions.with_streaming_response.create
    async with create(**make_arguments(body, headers)) as answer:
        response = answer.http_response
        failure = None
        try:
            async with aclosing(response.aiter_bytes()) as pieces:
                async for piece in pieces:
                    chunks.feed(piece)
                    if chunks.done or chunks.loops or chunks.error:
                        break
                else:
                    chunks.end()
                if chunks.done:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_DRAIN):
                            async for _ in pieces:
                                pass
        except _transport_errors() as error:
            failure = _as_openai_error(error, response)
        return answer.retries_taken, failure or _find_failure(chunks, response)


def _read_in_thread(
    client: OpenAI, body: dict[str, Any], headers: dict[str, Any], chunks: Chunks
) -> tuple[int, openai.APIError | None]:
    """The same as `_read`, for a synchronous client."""
    create = client.chat.completions.with_streaming_response.create
    with create(**make_arguments(body, headers)) as answer:
        response = answer.http_response
        failure = None
        try:
            for piece in response.iter_bytes():
                chunks.feed(piece)
                if chunks.done or chunks.loops or chunks.error:
                    break
            else:
                chunks.end()
        except _transport_errors() as error:
            failure = _as_openai_error(error, response)
        return answer.retries_taken, failure or _find_failure(chunks, response)


def make_arguments(body: dict[str, Any], headers: dict[str, Any]) -> dict[str, Any]:
    """A chat completion's body as arguments of the client's method.

    The messages are among what goes out as it is: looking at each of them takes the client as long as all
    else that it does, and they are in the right form.
    """
    extra = {name: value for name, value in body.items() if name != "model"}
    return {"model": body["model"], "messages": (), "extra_body": extra, "extra_headers": headers}


def _transport_errors() -> tuple[type[Exception], ...]:
    """What reading can raise: a given client may have been made with httpx instead of httpx2."""
    import anyio

    named = (sys.modules[name].RequestError for name in ("httpx", "httpx2") if name in sys.modules)
    # The openai client has found the last two to come through where TLS breaks.
    return (*named, ssl.SSLError, anyio.EndOfStream)


def _as_openai_error(error: Exception, response: Any) -> openai.APIError:
    """What the openai client makes of the same error before an answer has begun."""
    import openai

    timed_out = type(error).__name__.endswith("Timeout")
    kind = openai.APITimeoutError if timed_out else openai.APIConnectionError
    failure = kind(request=response.request)
    failure.__cause__ = error
    return failure


def _find_failure(chunks: Chunks, response: Any) -> openai.APIError | None:
    """What is wrong with an answer whose connection ended well."""
    import httpx2
    import openai

    if (error := chunks.error) is not None:
        message = str(error.get("message") or "error in the middle of a reply")
        said = httpx2.Response(_find_status(error), request=response.request)
        return openai.APIStatusError(message, response=said, body=error)
    if chunks.plain is None and not (chunks.finished or chunks.loops):
        failure = openai.APIConnectionError(request=response.request)
        failure.__cause__ = EOFError("the stream ended before the reply did")
        return failure
    return None


def _find_status(error: dict[str, Any]) -> int:
    """The HTTP status that an error inside a stream would have had.

    >>> _find_status({"code": 400, "message": "too long"}), _find_status({"type": "rate_limit_error"})
    (400, 429)
    """
    for name in ("code", "status", "status_code"):
        code = str(error.get(name))
        if re.fullmatch(r"[45]\d\d", code):
            return int(code)
    words = f"{error.get('code')} {error.get('type')}"
    if OVERFLOW.search(f"{words} {error.get('message')}"):  # all that LM Studio gives is a message
        return 400
    return next((status for status, pattern in _STATUSES if pattern.search(words)), 500)


def _may_pass(failure: openai.APIError) -> bool:
    """Whether the openai client would try again after such a failure."""
    import openai

    if isinstance(failure, openai.APIStatusError):
        return failure.status_code in (408, 409, 429) or failure.status_code >= 500
    return True
