"""How fast a run may ask: one pace for all of its requests.

concurrency    falls by a third when the server refuses for the rate (429), grows again while it goes well
Retry-After    everybody waits, not only who was told
rpm, tpm       requests and tokens a minute
retries        for what may pass, with growing pauses of random length; a 429 is none of them, and is
               waited out however long it takes
nobody there   everybody waits, and the run ends when that lasts
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.batch.money import Purse
from summarizer.drafts import Reply, Request
from summarizer.errors import ModelError, RateLimitError, UnreachableError
from summarizer.pipeline.drivers import Model
from summarizer.records import Usage

if TYPE_CHECKING:
    from aiolimiter import AsyncLimiter

logger = logging.getLogger(__name__)

_FALL = 2 / 3
_GROWTH = 1 / 8  # of the width, over as many good replies as it is wide
# Seconds before a request is sent again: doubled each time, up to the longest.
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
# Seconds that a server may be gone before the run ends: one that has answered, and one that never did.
_GONE, _NEVER_THERE = 60.0, 8.0
_REPLY_SHARE = 0.25  # tokens of a reply by those of its request, until replies tell


class Limits:
    """The pace of one run, for one event loop.

    Args:
        concurrency: most requests in flight.
        rpm: most requests a minute.
        tpm: most tokens a minute, those of replies by what they were so far.
        max_retries: of one request, for what may pass.
        gone: seconds that a server which has answered may be away.
    """

    def __init__(
        self,
        concurrency: int,
        *,
        rpm: float | None = None,
        tpm: float | None = None,
        max_retries: int = 4,
        gone: float = _GONE,
    ) -> None:
        self.max_retries = max_retries
        self.limited = 0  # how many 429 there were
        self.retried = 0  # how many requests were sent again, for them or another reason
        self._most = concurrency
        self._width = float(concurrency)
        self._active = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._resume_at = 0.0
        self._lowered_at = 0.0
        self._gone = gone
        self._gone_since: float | None = None
        self._requests = _make_bucket(rpm)
        self._tokens = _make_bucket(tpm)
        self._seen_in = self._seen_out = 0

    @property
    def width(self) -> int:
        """How many requests may be in flight now."""
        return int(self._width)

    @property
    def waiting_for(self) -> float:
        """Seconds that everybody still waits, because the server said so."""
        return max(0.0, self._resume_at - time.monotonic())

    @asynccontextmanager
    async def enter(self, request: Request) -> AsyncIterator[float]:
        """Wait for a place; when it was given is what `note_error` wants to know."""
        await self._take_place()
        try:
            if self._requests is not None:
                await self._requests.acquire(1)
            if self._tokens is not None:
                left = float(request.tokens + self._expect(request.tokens))
                while left > 0:
                    part = min(left, self._tokens.max_rate)
                    await self._tokens.acquire(part)
                    left -= part
            while (wait := self.waiting_for) > 0:
                await asyncio.sleep(wait + random.uniform(0, 0.1))  # noqa: S311 - not for secrets
            yield time.monotonic()
        finally:
            self._active -= 1
            self._wake()

    def note_reply(self, usage: Usage) -> None:
        """A reply came: widen."""
        self._gone_since = None
        self._seen_in += usage.tokens_in
        self._seen_out += usage.tokens_out
        if self._width < self._most:
            self._width = min(self._most, self._width + max(1 / self._width, _GROWTH))
            self._wake()

    def note_error(self, error: ModelError, sent_at: float, tries: int) -> float | None:
        """What comes of an error.

        Args:
            error: what the model raised.
            sent_at: when the request was sent.
            tries: how many errors of its kind there were before: for the rate, or others.

        Returns:
            Seconds to wait before the request is sent again; None if the error stands.
        """
        now = time.monotonic()
        if not error.may_pass:
            return None
        pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(tries, 10)) * random.uniform(0.5, 1)  # noqa: S311 - not for secrets
        if error.retry_after is not None:
            self._resume_at = max(self._resume_at, now + error.retry_after)
        if isinstance(error, RateLimitError):
            self.limited += 1
            # What was sent before the last fall says nothing about the pace since.
            if sent_at >= self._lowered_at:
                self._width = max(1.0, self._width * _FALL)
                self._lowered_at = now
                logger.info("the server refuses for the rate; at most %d requests at once now", self.width)
            return 0.0 if error.retry_after is not None else pause
        if isinstance(error, UnreachableError) and not error.connected:
            self._gone_since = self._gone_since or now
            if now - self._gone_since > (self._gone if self._seen_in else min(self._gone, _NEVER_THERE)):
                return None
            self._resume_at = max(self._resume_at, now + pause)
            return 0.0
        if tries >= self.max_retries:
            return None
        return 0.0 if error.retry_after is not None else pause

    def _expect(self, tokens: int) -> int:
        """How long a reply will be, in tokens, by those so far."""
        share = self._seen_out / self._seen_in if self._seen_in else _REPLY_SHARE
        return int(tokens * share)

    async def _take_place(self) -> None:
        while self._active >= self.width:
            future = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            try:
                await future
            except asyncio.CancelledError:
                if future.done() and not future.cancelled():
                    self._wake()  # the place that was offered goes to the next
                raise
        self._active += 1

    def _wake(self) -> None:
        free = self.width - self._active
        while free > 0 and self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(None)
                free -= 1


class PacedModel:
    """A model asked at a run's pace and on its purse. The model's own client must not retry.

    Args:
        model: who is asked.
        limits: of the run.
        purse: of the run.
    """

    def __init__(self, model: Model, limits: Limits, purse: Purse) -> None:
        self._model = model
        self._limits = limits
        self._purse = purse

    def price(self, usage: Usage) -> float | None:
        """As the model itself."""
        return self._model.price(usage)

    async def ask(self, request: Request) -> Reply:
        """The reply, after as many tries as it may take.

        Raises:
            BudgetError: it would cost more than the run has left.
            ModelError: as the model's; its message says how often it was tried.
        """
        tries = limited = 0
        while True:
            async with self._limits.enter(request) as sent_at:
                try:
                    async with self._purse.pay(self._model, request) as bill:
                        reply = await self._model.ask(request)
                        bill.settle(reply.usage)
                except ModelError as error:
                    limits = isinstance(error, RateLimitError)
                    pause = self._limits.note_error(error, sent_at, limited if limits else tries)
                    if pause is None:
                        if tries and error.may_pass:
                            error.args = (f"{error} (tried {tries + 1} times)",)
                        raise
                    if limits:
                        limited += 1
                    else:
                        tries += 1
                        logger.info("trying again: %s", error)
                    self._limits.retried += 1
                else:
                    self._limits.note_reply(reply.usage)
                    usage = reply.usage
                    retries = usage.retries + tries + limited
                    return replace(reply, usage=usage.model_copy(update={"retries": retries}))
            await asyncio.sleep(pause)


def _make_bucket(rate: float | None) -> AsyncLimiter | None:
    """A limit by the minute that lets through what a second holds at once, so that no minute holds more."""
    if rate is None:
        return None
    from aiolimiter import AsyncLimiter

    burst = max(1.0, rate / 60)
    return AsyncLimiter(burst, 60 * burst / rate)
