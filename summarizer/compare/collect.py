"""Rows -> what a comparison needs of them, a row at a time, so that no article's text is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.compare.records import ComparedArticle
from summarizer.language import guess_language
from summarizer.records import Actor, Position, Summary
from summarizer.rows import Row


@dataclass(slots=True)
class Collected:
    """One article: who appears in it, how often each speaks, who holds which position."""

    about: ComparedArticle
    language: str
    actors: tuple[Actor, ...]
    claims: dict[str, int]  # speaker -> number of claims
    positions: tuple[Position, ...]


@dataclass(slots=True)
class Collection:
    """What was read: articles by id, in the order of their ids, and how many have no summary."""

    articles: list[Collected] = field(default_factory=list)
    failures: int = 0
    repeated: int = 0


def collect_rows(rows: Iterable[Row]) -> Collection:
    """The part of the rows that is compared. Of two rows with one id the later counts."""
    found: dict[str, Collected | None] = {}
    repeated = 0
    for row in rows:
        repeated += row.id in found
        found[row.id] = _take(row, row.summary) if row.summary else None
    articles = [found[key] for key in sorted(found)]
    return Collection(
        articles=[a for a in articles if a is not None],
        failures=sum(a is None for a in articles),
        repeated=repeated,
    )


def _take(row: Row, summary: Summary) -> Collected:
    known = summary.source.metadata
    claims: dict[str, int] = {}
    for claim in summary.claims:
        if claim.speaker is not None:
            claims[claim.speaker] = claims.get(claim.speaker, 0) + 1
    # Whoever holds or says something is an actor, also where the summary does not list him.
    listed = {actor.name for actor in summary.actors}
    others = dict.fromkeys([*(p.holder for p in summary.positions), *claims])
    actors = (*summary.actors, *(Actor(name=name) for name in others if name not in listed))
    language = (known.language or guess_language(summary.text) or "").partition("-")[0].lower()
    return Collected(
        about=ComparedArticle(
            id=row.id,
            title=known.title or summary.headline.text,
            date=known.date,
            url=known.url,
            origin=row.origin,
        ),
        language=language,
        actors=actors,
        claims=claims,
        positions=summary.positions,
    )
