"""What a run costs: an estimate before it, a purse while it runs."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import fmean, stdev

from summarizer.api import Summarizer
from summarizer.batch.items import Item
from summarizer.drafts import Request
from summarizer.errors import ModelTimeoutError, SummarizerError
from summarizer.pipeline.drivers import Budget, Model, worst_case
from summarizer.records import Usage
from summarizer.tokens import count_tokens

# What nobody knows before the replies: how long they are, here in tokens by those of the article (the
# extractive engine's items take 1.5 to 2 for short ones), and how many articles go back to the model.
_SHORT_REPLY, _LONG_REPLY = 0.5, 2.5
# Servers that keep the beginning of a prompt, and take less for it, do so from this many tokens on.
_CACHED = 1024


class Bill:
    """What one request is charged: the usage of its reply, once there is one."""

    def __init__(self, reserved: float) -> None:
        self.reserved = reserved
        self.usage: Usage | None = None

    def settle(self, usage: Usage) -> None:
        """Put down what the reply took."""
        self.usage = usage


class Purse:
    """What a run has spent, and may spend. For one event loop.

    Args:
        limit: US dollars; None for no limit.
        models: who will be asked.

    Raises:
        ConfigurationError: there is a limit, but the price of a model is unknown.
    """

    def __init__(self, limit: float | None, models: Iterable[Model]) -> None:
        self.spent = Usage(cost=0.0)
        self._budget = Budget(limit, models)

    @asynccontextmanager
    async def pay(self, model: Model, request: Request) -> AsyncIterator[Bill]:
        """Set aside what a request costs at worst, while it is asked.

        Raises:
            BudgetError: it would exceed the limit.
        """
        bill = Bill(await self._budget.reserve(model, request))
        cost = 0.0
        try:
            yield bill
            if bill.usage is not None:
                self.spent += bill.usage
                cost = bill.usage.cost or 0.0
        except ModelTimeoutError:
            # The server may have done the work, and bill it.
            cost = bill.reserved
            self.spent += Usage(requests=1, cost=cost)  # a usage without requests has no cost
            raise
        finally:
            await self._budget.settle(bill.reserved, cost)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run may take. Costs are in US dollars, None if the price is unknown.

    Args:
        articles: how many there are to do; None: nobody knows yet.
        sampled: how many were looked at.
        tokens: likely tokens in, of one round; of one article where `articles` is None.
        low: cost with short replies and no second rounds; of one article where `articles` is None.
        high: cost with long replies and a second round for each.
    """

    articles: int | None
    sampled: int
    tokens: int
    low: float | None
    high: float | None


def estimate_run(summarizer: Summarizer, sample: Sequence[Item], articles: int | None) -> Estimate | None:
    """What a run may cost, by a sample of its articles; None where nothing of the sample can be read.

    The range holds what is not known: how long replies get, how many articles go back to the model, whether
    the server keeps the beginning of prompts, how far the sample is from the rest (two standard errors).
    """
    low, high, tokens = [], [], []
    model = summarizer.models["reader"]
    for item in sample:
        try:
            article = summarizer.read(item.content, metadata=item.metadata)
            requests = summarizer.plan(article).requests
        except SummarizerError:
            continue
        sent, most = sum(r.tokens for r in requests), sum(r.max_tokens for r in requests)
        length = count_tokens(article.text)
        tokens.append(sent)
        same = _count_same(requests)
        low.append(_price(model, sent, min(most, length * _SHORT_REPLY), same if same >= _CACHED else 0))
        # A second round shows the article and the examples again.
        times = 1 + summarizer.options.rounds
        sent = sum(worst_case(r).tokens_in for r in requests)
        high.append(_price(model, sent * times, min(most, length * _LONG_REPLY) * times))
    if not tokens:
        return None
    count = 1 if articles is None else articles
    least, greatest = _spread(low, -1), _spread(high, 1)
    return Estimate(
        articles=articles,
        sampled=len(tokens),
        tokens=round(fmean(tokens) * count),
        low=None if least is None else least * count,
        high=None if greatest is None else greatest * count,
    )


def _count_same(requests: Sequence[Request]) -> int:
    """Tokens that are the same in the requests for every article: all but their last messages."""
    return sum(count_tokens(m.content) for request in requests for m in request.messages[:-1])


def _price(model: Model, tokens_in: float, tokens_out: float, cached: int = 0) -> float | None:
    usage = Usage(requests=1, tokens_in=round(tokens_in), tokens_cached=cached, tokens_out=round(tokens_out))
    return model.price(usage)


def _spread(costs: Sequence[float | None], sign: int) -> float | None:
    """The mean, two standard errors further in a direction."""
    known = [cost for cost in costs if cost is not None]
    if len(known) < len(costs):
        return None
    error = stdev(known) / math.sqrt(len(known)) if len(known) > 1 else 0.5 * known[0]
    return max(0.0, fmean(known) + sign * 2 * error)
