"""Checks as records: what each is called, and how the verdict follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.records import Check, Outcome, Span, Verdict

if TYPE_CHECKING:
    from summarizer.check.passage.passage import Passage

# Checks whose failure means that the evidence does not carry the claim, rather than contradicts it.
_CARRYING = frozenset(("support", "evidence"))


@lru_cache(maxsize=64)
def pass_check(name: str) -> Check:
    """A check that found nothing; one record for all of them.

    >>> pass_check("number").outcome.value
    'passed'
    """
    return Check(name=name, outcome=Outcome.PASSED)


@lru_cache(maxsize=256)
def leave_open(name: str, message: str = "") -> Check:
    """A check that cannot tell."""
    return Check(name=name, outcome=Outcome.UNKNOWN, message=message)


def judge(checks: Iterable[Check]) -> Verdict:
    """The verdict that follows from checks. "Cannot tell" lowers nothing.

    >>> judge([pass_check("number"), leave_open("support")]).value
    'supported'
    """
    verdict = Verdict.SUPPORTED
    for check in checks:
        if check.outcome is Outcome.DIFFERS:
            if check.name in _CARRYING:
                return Verdict.UNSUPPORTED
            verdict = Verdict.DISPUTED
    return verdict


def differ(  # noqa: PLR0917  # both texts and both places make a difference
    name: str, claim: Passage, evidence: Passage, found: Span | None, expected: Span | None, why: str = ""
) -> Check:
    """A difference, in the words of both sides. Spans count within their passages."""
    item = claim.text[slice(*found)] if found else None
    article = evidence.text[slice(*expected)] if expected else None
    if article is not None and item is not None:
        message = f"the article has “{article}”, the claim “{item}”"
    elif item is not None:
        message = f"the claim has “{item}”, which the cited text does not have"
    elif article is not None:
        message = f"the article has “{article}”, which the claim leaves out"
    else:
        message = ""
    return Check(
        name=name,
        outcome=Outcome.DIFFERS,
        message=f"{message}{': ' if why and message else ''}{why}",
        expected=article,
        found=item,
        article_span=evidence.to_article(*expected) if expected else None,
        item_span=found,
    )
