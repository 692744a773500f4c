"""Checks as records: what each is called, and how the verdict follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from summarizer.records import Check, Outcome, Verdict

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
