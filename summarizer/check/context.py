"""What is known around a claim and its evidence: speaker, actors, date, the rest of the article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from summarizer.check.cast_index import CastIndex
from summarizer.check.passage.passage import Passage
from summarizer.records import Attribution

OTHER_LANGUAGE = "the claim is in another language than the article"


class Context(NamedTuple):
    """What is known around a claim and its evidence. Everything is optional.

    Args:
        speaker: who makes the claim, as its author says.
        attribution: in whose words it is given; NARRATOR means the article's own voice.
        hedges: reservations that the claim carries beside its text.
        today: the article's date, for weekdays and "last year".
        cast: the actors, so that one name stands for another.
        whole: the whole article, for names and dates that stand outside the evidence.
        crosslingual: the claim is in another language than its evidence.
        brief: the claim is a headline or gist, which need not say on whose word it is.
        find_better: for the roots of a claim the sentence outside its evidence that shares most of them: its
            number, the share and its text.
        find_near: for the roots of a sentence of a headline or gist the one of the article that it rests on,
            if there is one; with a root, of the sentences that have that.
    """

    speaker: str | None = None
    attribution: Attribution | None = None
    hedges: tuple[str, ...] = ()
    today: date | None = None
    cast: CastIndex = CastIndex()
    whole: Passage | None = None
    crosslingual: bool = False
    brief: bool = False
    find_better: Callable[[frozenset[str]], tuple[int, float, str] | None] | None = None
    find_near: Callable[[frozenset[str], str | None], Passage | None] | None = None


def read_date(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where it is none.

    >>> read_date("2025-03-04T10:00:00Z"), read_date("2025"), read_date(None)
    (datetime.date(2025, 3, 4), None, None)
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
