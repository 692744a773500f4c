"""Asks a language model through OpenAI's chat completions, on any server that speaks them."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time
from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from summarizer.drafts import Reply, Request
from summarizer.errors import ConfigurationError, ReplyError
from summarizer.models.connect import can_copy, copy_client, headers_of, open_client
from summarizer.models.context import ask_context
from summarizer.models.failures import explain_failure, is_loading
from summarizer.models.log import ExchangeLog
from summarizer.models.names import Endpoint
from summarizer.models.prices import find_context, knows_context, price_usage
from summarizer.models.quirks import Quirks
from summarizer.models.replies import count_reply, read_reply
from summarizer.models.stream import make_arguments, post_stream
from summarizer.models.tracing import trace_chat
from summarizer.records import Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

logger = logging.getLogger(__name__)

DEFAULT_TIMEOUT = 120.0
# A processor reads some tens of tokens a second, so minutes may pass before the first that it writes.
LOCAL_TIMEOUT = 600.0
DEFAULT_RETRIES = 4
_LOADING_DELAY = 2.0  # seconds between two looks at a server that is loading its model
# Tokens. Few vocabularies are finer than the one we count with, and chat templates only add: a server that
# counts half of what we count has not read all of it.
_WORTH_LOOKING, _LEAST_SHARE = 1_500, 0.55


class ChatModel:
    """A model that answers requests. Safe to share between tasks, threads and event loops.

    Each event loop gets its own connections, which close with the loop (as `asyncio.run` ends it), or
    earlier by `aclose`.

    Args:
        endpoint: from `resolve_model`.
        client: a ready OpenAI or AsyncOpenAI client to ask through; it stays open. A synchronous one is
            called in threads. An AsyncOpenAI serves one event loop after another too, unless it was made
            with an HTTP client, whose connections belong to the first.
        timeout: seconds that the server may be silent: before each piece of a reply where replies are
            streamed (everywhere but at OpenAI, unless the server refuses), else before the reply. None: the
            client's own, or 120, or 600 for a server on this machine.
        max_retries: of one request, for what may pass: 429, 5xx, a lost connection, a timeout. Obeys
            Retry-After. None: the client's own, or 4.
        log: where to write each request and answer to.

    Raises:
        ConfigurationError: the client is of another type.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        client: AsyncOpenAI | OpenAI | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
        log: ExchangeLog | None = None,
    ) -> None:
        self.endpoint = endpoint
        self._log = log
        self.quirks = Quirks(endpoint.provider)
        self._timeout = timeout
        self._max_retries = max_retries
        self._given = _check_client(client, timeout, max_retries) if client is not None else None
        self._held: WeakKeyDictionary[asyncio.AbstractEventLoop, _Keeper] = WeakKeyDictionary()
        self._lock = threading.Lock()
        self._prepared = False
        self._looked = False
        self._context: int | None = None

    @property
    def identity(self) -> str:
        """What tells this model from another of its name: its server."""
        return self.endpoint.base_url

    async def prepare(self) -> None:
        """Find out what only the server knows: once. Sends no article.

        Not of a model whose context is known from the price list, nor through a given client.
        """
        if self._prepared or self._given is not None or knows_context(self.endpoint):
            return
        self._prepared = True
        self._context = await ask_context(self.endpoint)

    def limit_context(self, wanted: int | None) -> int:
        """How many tokens the model reads and writes in one request.

        Args:
            wanted: what a user says it is; None: what the server or the price list knows, else a careful
                guess.
        """
        return wanted or self._context or find_context(self.endpoint)

    def price(self, usage: Usage) -> float | None:
        """US dollars for the tokens of a usage; None if the price is unknown."""
        return price_usage(self.endpoint, usage)

    async def ask(self, request: Request) -> Reply:
        """Send one request and read the reply.

        A server that refuses the form of a request is asked again in a plainer one, and asked that way
        from then on.

        Raises:
            ModelError: one of its subclasses says what went wrong, in a line with a remedy. A model that
                declines, or says nothing, is no error here: its reply is paid for.
            ConfigurationError: the request's parameters hold one that is not theirs to set.
        """
        with trace_chat(self.endpoint, request) as span:
            reply = await self._answer(request)
            span.end(reply)
        return reply

    async def _answer(self, request: Request) -> Reply:
        started = time.perf_counter()
        answer, retries = await self._send(request)
        data = self._read_json(answer) if isinstance(answer, bytes) else answer
        reply = read_reply(request.id, data)
        usage = reply.usage
        self._look_for_cut(request, usage)
        if not (usage.tokens_in and usage.tokens_out):
            own = count_reply(data, request.tokens)
            told = {"tokens_in": usage.tokens_in or own.tokens_in}
            usage = usage.model_copy(update=told | {"tokens_out": usage.tokens_out or own.tokens_out})
        if reply.cut and not reply.text:
            logger.warning(
                "%s: the reply reached its limit of %d tokens before any answer was written; a "
                "reasoning model thinks within the same limit: raise --max-output-tokens, or take a lower "
                "--reasoning-effort (none, low)",
                self.endpoint.model,
                request.max_tokens,
            )
        spent = {
            "retries": retries,
            "cost": self.price(usage),
            "seconds": time.perf_counter() - started,
        }
        return replace(reply, usage=usage.model_copy(update=spent))

    def _look_for_cut(self, request: Request, usage: Usage) -> None:
        """Warn, once, of a server that seems to have read only the end of a long request.

        Later requests begin as earlier ones did, and some servers do not count what they have cached.
        """
        first, self._looked = not self._looked, True
        counted, sent = usage.tokens_in, request.tokens
        if first and sent >= _WORTH_LOOKING and 0 < counted < sent * _LEAST_SHARE and not usage.tokens_cached:
            logger.warning(
                "%s read %s tokens of a request that has some %s: it seems to cut what is longer than the "
                "context it has loaded the model with; load it with more, or set --context-tokens %d",
                self.endpoint.base_url,
                f"{counted:,}",
                f"{sent:,}",
                counted,
            )

    async def aclose(self) -> None:
        """Close this event loop's connections; a later `ask` opens new ones."""
        with self._lock:
            keeper = self._held.pop(asyncio.get_running_loop(), None)
        if keeper is not None:
            await keeper.close()

    def _read_json(self, answer: bytes) -> object:
        try:
            return json.loads(answer)
        except (ValueError, RecursionError):
            broken = ReplyError(
                f"{self.endpoint.base_url} answered with something that is not JSON: is this the base URL of "
                "an OpenAI-compatible server? Most end in /v1"
            )
            broken.may_pass = True  # a server behind another may be restarting
            raise broken from None

    async def _send(self, request: Request) -> tuple[bytes | dict[str, Any], int]:
        """The answer, as JSON or read from it, and how many tries it took beyond the first."""
        import openai

        client = await self._client_here()
        answer: bytes | dict[str, Any]
        headers = headers_of(self.endpoint) if self._given is None else {}
        retries, waited = 0, 0.0
        while True:
            body = self.quirks.shape_body(self.endpoint.model, request)
            started = time.perf_counter()
            try:
                if body.get("stream"):
                    answer, tries = await post_stream(client, body, headers, request.on_text)
                else:
                    answer, tries = await _post(client, body, headers)
            except openai.APIError as error:
                failure = error
                self._note(
                    request, body, started, error=f"{type(error).__name__}: {error}", answer=error.body
                )
            except RuntimeError as error:
                if str(error) != "Event loop is closed":
                    raise
                raise ConfigurationError(
                    "the client's HTTP client has connections of an event loop that has ended: hand in an "
                    "OpenAI instead of an AsyncOpenAI, or use it in one event loop only"
                ) from error
            else:
                self._note(request, body, started, answer=answer, retries=tries)
                return answer, retries + tries
            # Outside the except clause: a traceback would show the server's words, which can hold the key.
            refused = None
            if is_loading(failure) and waited < (self._timeout_of(client) or DEFAULT_TIMEOUT):
                if not waited:
                    logger.warning("%s is loading the model; waiting for it", self.endpoint.base_url)
                await asyncio.sleep(_LOADING_DELAY)
                waited += time.perf_counter() - started
                continue
            if isinstance(failure, openai.APIStatusError):
                refused = self.quirks.adapt(body, failure.status_code, failure.body)
            if refused is None:
                raise explain_failure(
                    failure,
                    self.endpoint,
                    key=self.endpoint.api_key if self._given is None else client.api_key,
                    timeout=self._timeout_of(client),
                    tokens=request.tokens,
                )
            logger.info("%s does not take %s; going on without", self.endpoint.base_url, refused)
            retries += 1

    def _note(self, request: Request, body: dict[str, Any], started: float, **answer: object) -> None:
        """Write an exchange to the log, where there is one."""
        if self._log is None:
            return
        seconds = round(time.perf_counter() - started, 3)
        exchange = {"url": self.endpoint.base_url, "body": body, **answer, "seconds": seconds}
        key = self._given.api_key if self._given is not None else self.endpoint.api_key
        self._log.write(request.id, exchange, key=key)

    async def _client_here(self) -> AsyncOpenAI | OpenAI:
        """This event loop's own client, or a given one that cannot have a copy for each."""
        given, loop = self._given, asyncio.get_running_loop()
        if given is not None and not can_copy(given):
            return given
        with self._lock:
            if (keeper := self._held.get(loop)) is not None:
                return keeper.client
            for gone in [other for other in self._held if other.is_closed()]:
                del self._held[gone]
            keeper = self._held[loop] = _Keeper(copy_client(given) if given else self._open_client())
        await keeper.start()
        return keeper.client

    def _open_client(self) -> AsyncOpenAI:
        usual = LOCAL_TIMEOUT if self.endpoint.local else DEFAULT_TIMEOUT
        return open_client(
            self.endpoint,
            timeout=usual if self._timeout is None else self._timeout,
            max_retries=DEFAULT_RETRIES if self._max_retries is None else self._max_retries,
        )

    def _timeout_of(self, client: AsyncOpenAI | OpenAI) -> float | None:
        """Seconds allowed for an answer, for a message."""
        limit = self._timeout or client.timeout
        limit = getattr(limit, "read", limit)  # an httpx Timeout has one for each phase
        return float(limit) if isinstance(limit, int | float) else None


class _Keeper:
    """Holds a client until its event loop ends.

    An asynchronous generator that has started is closed by its loop: `asyncio.run` calls
    `shutdown_asyncgens` before it closes the loop, the last moment at which connections can be closed.
    """

    def __init__(self, client: AsyncOpenAI) -> None:
        self.client = client
        self._holding = self._hold()

    async def start(self) -> None:
        await anext(self._holding)

    async def close(self) -> None:
        await self._holding.aclose()

    async def _hold(self) -> AsyncGenerator[None]:
        try:
            yield
        finally:
            await self.client.close()


def _check_client(
    client: AsyncOpenAI | OpenAI, timeout: float | None, max_retries: int | None
) -> AsyncOpenAI | OpenAI:
    """A given client, with our limits where they are given.

    Raises:
        ConfigurationError: it is something else.
    """
    import openai

    if not isinstance(client, openai.AsyncOpenAI | openai.OpenAI):
        raise ConfigurationError(
            f"the client must be an openai.OpenAI or openai.AsyncOpenAI, not {type(client).__name__}"
        )
    limits: dict[str, Any] = {"timeout": timeout, "max_retries": max_retries}
    return client.with_options(**{name: value for name, value in limits.items() if value is not None})


async def _post(
    client: AsyncOpenAI | OpenAI, body: dict[str, Any], headers: dict[str, Any]
) -> tuple[bytes, int]:
    """Send a chat completion; the answer's body, and the retries that the client made."""
    import openai

    arguments = make_arguments(body, headers)
    if isinstance(client, openai.AsyncOpenAI):
        answer = await client.chat.completions.with_raw_response.create(**arguments)
    else:
        create: Any = client.chat.completions.with_raw_response.create
        answer = await asyncio.to_thread(create, **arguments)
    return answer.http_response.content, answer.retries_taken
