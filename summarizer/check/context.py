"""What is known around a claim and its evidence: speaker, actors, date, the rest of the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.check.passage import Passage
from summarizer.check.words import split_words
from summarizer.drafts import Mention
from summarizer.records import Attribution

OTHER_LANGUAGE = "the claim is in another language than the article"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a claim and its evidence. Everything is optional.

    Args:
        speaker: who makes the claim, as its author says.
        attribution: in whose words it is given; NARRATOR means the article's own voice.
        hedges: reservations that the claim carries beside its text.
        today: the article's date, for weekdays and "last year".
        groups: for each actor the words of all its names, folded.
        whole: the whole article, for names and dates that stand outside the evidence.
        crosslingual: the claim is in another language than its evidence.
        aliases: for each actor all names and the role.
        find_better: for the roots of a claim the sentence outside its evidence that shares most of them: its
            number, the share and its text.
        find_near: for the roots of a headline or gist the sentence that it rests on, if there is one.
    """

    speaker: str | None = None
    attribution: Attribution | None = None
    hedges: tuple[str, ...] = ()
    today: date | None = None
    groups: tuple[frozenset[str], ...] = ()
    whole: Passage | None = None
    crosslingual: bool = False
    aliases: tuple[tuple[str, ...], ...] = ()
    find_better: Callable[[frozenset[str]], tuple[int, float, str] | None] | None = None
    find_near: Callable[[frozenset[str]], Passage | None] | None = None


def read_date(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where it is none.

    >>> read_date("2025-03-04T10:00:00Z"), read_date("2025"), read_date(None)
    (datetime.date(2025, 3, 4), None, None)
    """
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def make_groups(actors: Sequence[Mention]) -> tuple[frozenset[str], ...]:
    """For each actor the words of its names, to let one name stand for another."""
    groups = []
    for actor in actors:
        listed = [split_words(name) for name in (actor.name, *actor.aliases)]
        groups.append(
            frozenset(k for w in listed for k, t in zip(w.keys, w.tokens, strict=True) if t[0].isupper())
        )
    return tuple(groups)
