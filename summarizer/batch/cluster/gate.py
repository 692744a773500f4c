"""One pace and one purse for all nodes: every request passes here before it is sent, and after."""

from __future__ import annotations

import asyncio
import itertools
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from typing import Any

from summarizer.batch.limits import Limits
from summarizer.batch.money import Bill, Purse
from summarizer.drafts import Reply, Request
from summarizer.errors import BudgetError, ModelError, ModelTimeoutError, RateLimitError
from summarizer.pipeline.drivers import Model, worst_case
from summarizer.records import Usage

# A worker that was not heard of for so long, in seconds, is gone; it speaks more often than that.
LOST_AFTER = 60.0
HEARTBEAT = 10.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds over a whole run; as in RunOptions."""

    concurrency: int
    rpm: float | None = None
    tpm: float | None = None
    max_retries: int = 4
    max_cost: float | None = None


@dataclass(slots=True)
class _Pass:
    worker: str
    stack: AsyncExitStack
    bill: Bill


class Gate:
    """Lets requests through. An asynchronous actor on the driver's node.

    A worker that is lost gives back its places after a while; its requests count as paid at their worst,
    since the server may have done the work.
    """

    def __init__(self, rules: Rules, lost_after: float = LOST_AFTER) -> None:
        self._limits = Limits(rules.concurrency, rpm=rules.rpm, tpm=rules.tpm, max_retries=rules.max_retries)
        self._purse = Purse(rules.max_cost, ())
        self._lost_after = lost_after
        self._numbers = itertools.count()
        self._inside: dict[int, _Pass] = {}
        self._heard: dict[str, float] = {}
        self._watching: asyncio.Task[None] | None = None

    async def enter(self, worker: str, tokens: int, worst: float | None) -> tuple[int, float] | BudgetError:
        """Wait until a request may be sent: the number of its pass, and when that was.

        Args:
            worker: who will send it.
            tokens: of the request.
            worst: US dollars that it may cost.
        """
        self._watching = self._watching or asyncio.create_task(self._watch())
        self._heard[worker] = time.monotonic()
        request = Request("", (), {}, 0, tokens)
        stack = AsyncExitStack()
        try:
            sent_at = await stack.enter_async_context(self._limits.enter(request))
            bill = await stack.enter_async_context(self._purse.pay(_Priced(worst), request))
        except BudgetError as error:
            await stack.aclose()
            return error
        number = next(self._numbers)
        self._inside[number] = _Pass(worker, stack, bill)
        self._heard[worker] = time.monotonic()
        return number, sent_at

    async def leave(
        self, number: int, answer: Usage | ModelError | None, sent_at: float, tries: int
    ) -> float | None:
        """Give a pass back.

        Args:
            number: of the pass.
            answer: the usage of the reply, or what went wrong; None: the request was given up.
            sent_at: as `enter` said.
            tries: errors of this kind before, for this request.

        Returns:
            Seconds to wait before it is sent again; None if there is nothing to try.
        """
        passed = self._inside.pop(number, None)
        if passed is None:  # its worker was taken for lost
            return None
        self._heard[passed.worker] = time.monotonic()
        if isinstance(answer, Usage):
            passed.bill.settle(answer)
            self._limits.note_reply(answer)
        await self._release(passed, answer if isinstance(answer, ModelTimeoutError) else None)
        return self._limits.note_error(answer, sent_at, tries) if isinstance(answer, ModelError) else None

    async def beat(self, worker: str) -> None:
        """A worker says that it is there."""
        self._heard[worker] = time.monotonic()

    async def tell(self) -> tuple[Usage, int, int, float]:
        """What was spent, the width and the number of requests in flight, and how long everybody waits."""
        return self._purse.spent, self._limits.width, len(self._inside), self._limits.waiting_for

    async def _watch(self) -> None:
        """Give back the places of workers that are lost."""
        while True:
            await asyncio.sleep(self._lost_after / 4)
            limit = time.monotonic() - self._lost_after
            gone = {worker for worker, heard in self._heard.items() if heard < limit}
            for number in [n for n, passed in self._inside.items() if passed.worker in gone]:
                passed = self._inside.pop(number)
                await self._release(passed, ModelTimeoutError("its worker was lost"))
            for worker in gone:
                del self._heard[worker]

    @staticmethod
    async def _release(passed: _Pass, error: ModelError | None) -> None:
        # A timeout is what the purse charges at the worst.
        with suppress(ModelTimeoutError):
            await passed.stack.__aexit__(type(error) if error else None, error, None)


class _Priced:
    """Stands for a model whose price was worked out elsewhere."""

    def __init__(self, worst: float | None) -> None:
        self._worst = worst

    def price(self, usage: Usage) -> float | None:
        del usage
        return self._worst

    async def ask(self, request: Request) -> Reply:
        raise NotImplementedError


class GatedModel:
    """A model that asks the gate before it asks the server. The model's own client must not retry.

    Args:
        model: who is asked.
        gate: a handle of the actor.
        worker: who asks.
    """

    def __init__(self, model: Model, gate: Any, worker: str) -> None:
        self._model = model
        self._gate = gate
        self._worker = worker

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
            worst = self._model.price(worst_case(request))
            passed = await self._gate.enter.remote(self._worker, request.tokens, worst)
            if isinstance(passed, BudgetError):
                raise passed
            number, sent_at = passed
            answer: Usage | ModelError | None = None
            try:
                reply = await self._model.ask(request)
                answer = reply.usage
            except ModelError as error:
                answer = error
            finally:
                rate = isinstance(answer, RateLimitError)
                pause = await self._gate.leave.remote(number, answer, sent_at, limited if rate else tries)
            if isinstance(answer, Usage):
                retries = answer.retries + tries + limited
                return replace(reply, usage=answer.model_copy(update={"retries": retries}))
            if pause is None:
                assert answer is not None  # noqa: S101 - any other exception has left above
                if tries and answer.may_pass:
                    answer.args = (f"{answer} (tried {tries + 1} times)",)
                raise answer
            limited, tries = limited + rate, tries + (not rate)
            await asyncio.sleep(pause)
