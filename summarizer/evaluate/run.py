"""Gold through models and prompts: every article, every variant, every run, within one budget."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from summarizer import __version__
from summarizer.api import EXTRACTIVE, Summarizer
from summarizer.drafts import Reply, Request
from summarizer.errors import BudgetError, ModelTimeoutError, ReplyError, StaleError, SummarizerError
from summarizer.evaluate.gold import GoldArticle
from summarizer.evaluate.recording import NOWHERE, Recorded, Replies
from summarizer.evaluate.tally import Asked, Outcome, Scope, Tally, make_outcome, tally_outcome
from summarizer.pipeline import Options
from summarizer.pipeline.conversation import FATAL
from summarizer.pipeline.drivers import Budget, Model
from summarizer.records import Article, Metadata, Usage

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.models import ChatModel

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Setup:
    """A model and a prompt to try, named as for Summarizer. The built-in engine has no prompt."""

    model: str | None = None
    prompt: str | Path = "summary"
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Trial:
    """How to try: how often each setup, from or into which replies, within which cost.

    `max_cost` is in US dollars for all of it; `concurrency` is articles side by side.
    """

    runs: int = 1
    replies: Replies | None = None
    max_cost: float | None = None
    concurrency: int = 4

    @property
    def replaying(self) -> bool:
        """Whether nobody is asked."""
        return self.replies is not None and not self.replies.asking


@dataclass(frozen=True, slots=True)
class Variant:
    """What came of a setup.

    Args:
        label: what tells it from the others.
        model: the model's name, or "extractive".
        prompt: the prompt's name; None: the engine has none.
        prompt_hash: of its content.
        parameters: what the model was told about how to write: temperature, seed…
        runs: for each run the outcome of each article, in the gold's order.
        scope: what the gold has annotated.
    """

    label: str
    model: str
    prompt: str | None
    prompt_hash: str | None
    parameters: dict[str, Any]
    runs: tuple[tuple[Outcome, ...], ...]
    scope: Scope

    def tally_runs(self) -> tuple[tuple[Tally, ...], ...]:
        """Of each run the counts of each article. Takes some time for each."""
        return tuple(tuple(tally_outcome(outcome, self.scope) for outcome in run) for run in self.runs)


@dataclass(frozen=True, slots=True)
class Step:
    """How far an evaluation is."""

    label: str
    done: int
    total: int
    cost: float


async def run_setups(
    articles: Sequence[GoldArticle],
    setups: Sequence[Setup],
    trial: Trial | None = None,
    on_progress: Callable[[Step], None] | None = None,
) -> tuple[Variant, ...]:
    """Summarize every article with every setup. One that fails is an outcome without a summary.

    Args:
        articles: the gold.
        setups: what to try, the one to compare with first.
        trial: how to try it; once, without limits.
        on_progress: called after each article.

    Raises:
        StaleError: replies are to be replayed that are not there; nothing is scored then.
        BudgetError: the cost does not reach for all; what was recorded is kept.
        SummarizerError: what every article would meet: a wrong key, an unknown model, a wrong prompt.
    """
    trial = trial or Trial()
    shared = _Shared(articles, trial, len(articles) * len(setups) * trial.runs, on_progress)
    return _label([await shared.try_setup(setup) for setup in setups])


# Of the article that is being summarized: requests are made in tasks that inherit it.
_asked: ContextVar[Asked] = ContextVar("asked")


class _Watched:
    """A model whose replies are looked at as they come."""

    def __init__(self, inner: Model) -> None:
        self._inner = inner

    async def ask(self, request: Request) -> Reply:
        from summarizer.parse import parse_reply

        asked = _asked.get()
        if request.id.startswith("repair-"):
            asked.repairs += 1
        started = time.perf_counter()
        reply = await self._inner.ask(request)
        # A recorded reply comes at once: the time is missing that it took when it was asked for.
        asked.seconds += max(0.0, reply.usage.seconds - (time.perf_counter() - started))
        if request.to == "reader":
            asked.replies += 1
            first, last = request.numbers
            try:
                readable = not reply.refusal and parse_reply(reply, range(first, last + 1)) is not None
            except ReplyError:
                readable = False
            asked.unreadable += not readable
        return reply

    def price(self, usage: Usage) -> float | None:
        return self._inner.price(usage)


class _Budgeted:
    """A model within a budget that all share."""

    def __init__(self, inner: Model, shared: _Shared, budget: Budget) -> None:
        self._inner = inner
        self._shared = shared
        self._budget = budget

    async def ask(self, request: Request) -> Reply:
        try:
            reserved = await self._budget.reserve(self._inner, request)
        except BudgetError as error:
            self._shared.over = error
            raise
        cost = 0.0
        try:
            reply = await self._inner.ask(request)
            cost = reply.usage.cost or 0.0
        except ModelTimeoutError:
            cost = reserved  # the server may have done the work, and bill it
            raise
        finally:
            await self._budget.settle(reserved, cost)
            self._shared.cost += cost
        return reply

    def price(self, usage: Usage) -> float | None:
        return self._inner.price(usage)


class _Shared:
    """What all setups have in common."""

    def __init__(
        self,
        articles: Sequence[GoldArticle],
        trial: Trial,
        total: int,
        on_progress: Callable[[Step], None] | None,
    ) -> None:
        self.articles = articles
        self.trial = trial
        self.total = total
        self.on_progress = on_progress
        self.budget = Budget(trial.max_cost, ())
        self.done = 0
        self.cost = 0.0
        self.over: BudgetError | None = None
        self.hopeless = False

    async def try_setup(self, setup: Setup) -> Variant:
        outcomes = []
        made: Variant | None = None
        for run in range(1, self.trial.runs + 1):
            summarizer = self._open(setup, run)
            try:
                if not self.trial.replaying:
                    await summarizer.prepare()
                made = made or self._describe(setup, summarizer)
                outcomes.append(await self._read_all(summarizer, made))
            finally:
                await summarizer.aclose()
        assert made is not None  # noqa: S101 - there is at least one run
        return replace(made, runs=tuple(outcomes))

    def _open(self, setup: Setup, run: int) -> Summarizer:
        model, options, replies = setup.model, setup.options, self.trial.replies
        if replies and self.trial.replaying and model != EXTRACTIVE:
            from summarizer.prompt import load_prompt

            known = replies.find(model, load_prompt(setup.prompt).hash)
            model = known.model
            changes: dict[str, Any] = {
                "base_url": NOWHERE,
                "offline": False,  # nobody is asked
                "context_tokens": options.context_tokens or known.context_tokens,
            }
            options = options.model_copy(
                update=changes | ({"verify": known.verifier} if options.verify else {})
            )

        def wrap(chat: ChatModel) -> Model:
            inner: Model = chat
            if not self.trial.replaying:
                Budget(self.trial.max_cost, [chat])  # says so where its price is not known
                inner = _Budgeted(chat, self, self.budget)
            if replies:
                inner = replies.wrap(chat, inner, run)
            return _Watched(inner)

        return Summarizer(model, prompt=setup.prompt, options=options, wrap=wrap)

    def _describe(self, setup: Setup, summarizer: Summarizer) -> Variant:
        """The variant without its runs; notes it where replies are recorded."""
        scope = Scope.of(self.articles)
        name = summarizer.model_name
        if summarizer.engine == EXTRACTIVE:
            return Variant(name, name, None, None, {}, (), scope)
        from summarizer.prompt import load_prompt

        prompt = load_prompt(setup.prompt)
        parameters = prompt.parameters.model_dump(mode="json", exclude_none=True) | setup.options.parameters
        if self.trial.replies and self.trial.replies.asking:
            self.trial.replies.note(
                Recorded(
                    asked=setup.model or name,
                    model=name,
                    prompt=prompt.name,
                    prompt_hash=prompt.hash,
                    context_tokens=summarizer.context_tokens,
                    summarizer=__version__,
                    verifier=summarizer.verifier_name,
                )
            )
        return Variant(name, name, prompt.name, prompt.hash, parameters, (), scope)

    async def _read_all(self, summarizer: Summarizer, variant: Variant) -> tuple[Outcome, ...]:
        gate = asyncio.Semaphore(self.trial.concurrency)

        async def read(article: GoldArticle) -> Outcome:
            async with gate:
                if self.over:
                    return Outcome(article, error=str(self.over))
                if self.hopeless:
                    return Outcome(article, error="not read")
                try:
                    outcome = await _summarize(summarizer, article)
                except FATAL:
                    self.hopeless = True  # before the next one gets its turn
                    raise
            self.done += 1
            if self.on_progress:
                self.on_progress(Step(variant.model, self.done, self.total, self.cost))
            return outcome

        tasks = [asyncio.create_task(read(article)) for article in self.articles]
        try:
            outcomes = tuple(await asyncio.gather(*tasks))
        except BaseException:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise
        self._refuse_half(variant, outcomes)
        return outcomes

    def _refuse_half(self, variant: Variant, outcomes: Sequence[Outcome]) -> None:
        """Nothing is scored where replies are missing or the money ended."""
        replies = self.trial.replies
        if replies and replies.missing:
            total = replies.missing + sum(outcome.asked.replies for outcome in outcomes)
            raise StaleError(
                replies.explain_missing(variant.prompt or "", variant.prompt_hash or "", variant.model, total)
            )
        if self.over:
            whole = sum(outcome.error is None for outcome in outcomes)
            raise BudgetError(
                f"the evaluation stopped with {whole} of {len(outcomes)} articles read by {variant.model} "
                f"and ${self.cost:.4f} spent: {self.over}; or take fewer articles with --limit (what "
                "--record kept is not asked for again)"
            )


async def _summarize(summarizer: Summarizer, article: GoldArticle) -> Outcome:
    asked = Asked()
    _asked.set(asked)  # this task's own
    known = {key: article.meta.get(key) for key in ("title", "url", "date")}
    metadata = Metadata(
        language=article.language, **{key: v if isinstance(v, str) else None for key, v in known.items()}
    )
    try:
        summary = await summarizer.asummarize(Article(raw=article.text, metadata=metadata))
    except StaleError as error:
        return Outcome(article, error=str(error), asked=asked)
    except FATAL:
        raise
    except SummarizerError as error:
        return Outcome(article, error=f"{type(error).__name__}: {error}", asked=asked)
    except Exception as error:
        logger.exception("%s: a bug in summarizer", article.id)
        return Outcome(article, error=f"unexpected {type(error).__name__}: {error}", asked=asked)
    return make_outcome(article, summary, asked)


def _label(variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """The variants, each called by what tells it from the others: its prompt, its model, or both."""
    models = {variant.model for variant in variants}
    prompts = {(variant.prompt, variant.prompt_hash) for variant in variants if variant.prompt}
    names = {name for name, _ in prompts}
    labelled = []
    for variant in variants:
        prompt = variant.prompt or ""
        if len(names) < len(prompts) and prompt and variant.prompt_hash:
            prompt = f"{prompt} {variant.prompt_hash[:6]}"
        parts = [
            part for part, told in ((prompt, len(prompts) > 1), (variant.model, len(models) > 1)) if told
        ]
        labelled.append(replace(variant, label=" · ".join(p for p in parts if p) or variant.model))
    return tuple(labelled)
