"""The second opinion: what the checks left open, and a model's answer as one check among others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from summarizer.check import Checked, judge
from summarizer.drafts import Opinion, Pair
from summarizer.pipeline.quoting import Quote
from summarizer.records import Check, Claim, Outcome, Position, Verdict, list_cited

_Item = TypeVar("_Item", Claim, Position)

CHECK = "second opinion"


def find_doubts(checked: Checked, quote: Quote, known: Mapping[Pair, Opinion]) -> tuple[Pair, ...]:
    """The pairs of evidence and statement where no check found a difference and one could not tell.

    `quote` gives the text of cited sentences. Pairs in `known` were asked about before.
    """
    items: tuple[Claim | Position, ...] = (*checked.claims, *checked.positions)
    pairs = (make_pair(i, quote) for i in items if i.verdict is Verdict.SUPPORTED and _is_open(i))
    return tuple(dict.fromkeys(p for p in pairs if p not in known))


def _is_open(item: Claim | Position) -> bool:
    return any(c.outcome is Outcome.UNKNOWN for c in item.checks)


def make_pair(item: Claim | Position, quote: Quote) -> Pair:
    """What a model is shown of an item: the cited sentences, who is said to speak, and the statement.

    The sentences are whole, because who speaks and with what reservation stands beside what is said.
    """
    evidence = quote(list_cited(item.evidence))
    if isinstance(item, Position):
        return Pair(evidence, f"{item.holder}: {item.stance.value} {item.issue}", None)
    return Pair(evidence, item.text, item.speaker)


def add_opinions(checked: Checked, quote: Quote, opinions: Mapping[Pair, Opinion]) -> Checked:
    """The same items, each with the model's answer as a check where there is one.

    A difference that a rule found stays: the model is not asked about it, and an answer only adds.
    """
    return replace(
        checked,
        claims=tuple(_add(c, quote, opinions) for c in checked.claims),
        positions=tuple(_add(p, quote, opinions) for p in checked.positions),
    )


def _add(item: _Item, quote: Quote, opinions: Mapping[Pair, Opinion]) -> _Item:
    opinion = opinions.get(make_pair(item, quote))
    if opinion is None or any(c.name == CHECK for c in item.checks):
        return item
    checks = (*item.checks, as_check(opinion))
    return item.model_copy(update={"checks": checks, "verdict": judge(checks)})


def as_check(opinion: Opinion) -> Check:
    """A model's answer as a check.

    >>> as_check(Opinion(False, "the evidence says 6, the statement 8")).outcome.value
    'differs'
    """
    outcome = {True: Outcome.PASSED, False: Outcome.DIFFERS, None: Outcome.UNKNOWN}[opinion.carried]
    message = opinion.differs if opinion.carried is not True else ""
    if outcome is Outcome.DIFFERS and not message:
        message = "a second model finds that the evidence does not carry it"
    return Check(name=CHECK, outcome=outcome, message=message, by="model")
