"""Drivers of a conversation: ask a model, side by side, within a budget."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol, TypeVar

from summarizer.drafts import Reply, Request
from summarizer.errors import BudgetError, ConfigurationError, ModelTimeoutError, SummarizerError
from summarizer.pipeline.conversation import FATAL, Conversation, Options
from summarizer.records import Summary, Usage

_T = TypeVar("_T")


class Model(Protocol):
    """What a driver needs of a model."""

    async def ask(self, request: Request) -> Reply:
        """Answer one request, or raise a SummarizerError."""
        ...

    def price(self, usage: Usage) -> float | None:
        """US dollars for that many tokens; None if unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a summary is: requests answered of those known so far, and what they took."""

    stage: str
    done: int
    total: int
    usage: Usage


class Budget:
    """A hard limit on cost: what is in flight is reserved at its worst case, then settled at its cost.

    Args:
        limit: US dollars, or None for no limit.
        models: who will be asked.

    Raises:
        ConfigurationError: there is a limit, but the price of a model is unknown.
    """

    def __init__(self, limit: float | None, models: Iterable[Model]) -> None:
        self._limit = limit
        self._spent = 0.0
        self._reserved = 0.0
        self._settled = asyncio.Condition()
        if limit is not None and any(m.price(Usage(requests=1, tokens_in=1)) is None for m in models):
            raise ConfigurationError(
                "max_cost cannot hold, because the price of this model is not known; leave max_cost out"
            )

    async def reserve(self, model: Model, request: Request) -> float:
        """Set the worst case of a request aside, waiting for others in flight if that may make room.

        Raises:
            BudgetError: it would exceed the limit.
        """
        if self._limit is None:
            return 0.0
        worst = model.price(worst_case(request)) or 0.0
        async with self._settled:
            while self._spent + self._reserved + worst > self._limit:
                if not self._reserved:
                    raise BudgetError(
                        f"the next request may cost ${worst:.4f}; with ${self._spent:.4f} spent that is over "
                        f"the limit of ${self._limit:.4f}: raise --max-cost or lower --max-output-tokens"
                    )
                await self._settled.wait()
            self._reserved += worst
        return worst

    async def settle(self, reserved: float, cost: float) -> None:
        """Replace a reservation by what the request did cost."""
        if self._limit is None:
            return
        async with self._settled:
            # Sums of floats drift; nothing reserved must read as exactly nothing.
            self._reserved = max(0.0, self._reserved - reserved)
            if self._reserved < 1e-12:
                self._reserved = 0.0
            self._spent += cost
            self._settled.notify_all()


def worst_case(request: Request) -> Usage:
    """The most that a request can take: our count of its tokens with a margin, and a reply of full length.

    The margin is a twentieth and 300 tokens, for the schema and what a chat format adds to each message.
    """
    return Usage(
        requests=1, tokens_in=request.tokens + request.tokens // 20 + 300, tokens_out=request.max_tokens
    )


async def drive(
    conversation: Conversation,
    models: Mapping[str, Model],
    options: Options,
    on_progress: Callable[[Progress], None] | None = None,
    on_text: Callable[[Request, str], None] | None = None,
) -> Summary:
    """Hold the conversation about an article to its end.

    Args:
        conversation: fresh, from `converse`.
        models: who answers, by `Request.to`: "reader", "verifier". Empty for the built-in engine.
        options: concurrency and max_cost are obeyed here.
        on_progress: called after each reply.
        on_text: called while replies are written, with the request and what has come of its reply.

    Raises:
        SummarizerError: as `converse`; BudgetError when not even the first request fits the budget.
    """
    started = time.monotonic()
    summary = await hold(conversation, models, options, on_progress, on_text)
    seconds = time.monotonic() - started
    return summary.model_copy(update={"usage": summary.usage.model_copy(update={"seconds": seconds})})


async def hold(
    conversation: Generator[tuple[Request, ...], tuple[Reply | SummarizerError, ...], _T],
    models: Mapping[str, Model],
    options: Options,
    on_progress: Callable[[Progress], None] | None = None,
    on_text: Callable[[Request, str], None] | None = None,
) -> _T:
    """Ask what a conversation asks, side by side and within the budget, until it has its result.

    Raises:
        SummarizerError: whatever the conversation raises.
    """
    gate = asyncio.Semaphore(options.concurrency)
    budget = Budget(options.max_cost, models.values())
    usage, done, total = Usage(), 0, 0
    fatal: SummarizerError | None = None

    async def answer(request: Request) -> Reply | SummarizerError:
        nonlocal usage, done, fatal
        model = models[request.to]
        answered: Reply | SummarizerError
        async with gate:
            if fatal:
                return fatal
            try:
                reserved = await budget.reserve(model, request)
            except BudgetError as error:
                return error
            cost = 0.0
            try:
                asked = replace(request, on_text=partial(on_text, request)) if on_text else request
                answered = await model.ask(asked)
                usage += answered.usage
                cost = answered.usage.cost or 0.0
            except SummarizerError as error:
                answered = error
                if isinstance(error, FATAL):
                    fatal = error
                if isinstance(error, ModelTimeoutError):
                    cost = reserved  # the server may have done the work, and bill it
            finally:
                await budget.settle(reserved, cost)
        done += 1
        if on_progress:
            on_progress(Progress("asking", done, total, usage))
        return answered

    try:
        requests = next(conversation)
        while True:
            total += len(requests)
            if on_progress:
                on_progress(Progress("asking", done, total, usage))
            replies = await asyncio.gather(*(answer(r) for r in requests))
            requests = conversation.send(tuple(replies))
    except StopIteration as end:
        result: _T = end.value
        return result


def run_coroutine(coroutine: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine to its end from synchronous code, also where an event loop already runs (Jupyter)."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    results: list[_T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(asyncio.run(coroutine))
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="summarizer")
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]
