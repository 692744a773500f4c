"""Summaries as one CSV table: a line for each position and each claim."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.records import Claim, Position, Summary, list_cited
from summarizer.render.cells import write_csv
from summarizer.render.outline import explain_verdict

_COLUMNS = (
    "article", "title", "date", "url", "item", "who", "role", "stance", "text", "attribution", "kind", "via",
    "hedges", "verdict", "differences", "evidence", "sentences",
)  # fmt: skip


def render_items(summaries: Iterable[tuple[str, Summary]]) -> str:
    """The items of summaries as CSV, each article's with the id that stands beside it.

    `text` is a claim's text or a position's issue; passages are joined by " […] ", sentences by spaces.
    """
    return write_csv(_COLUMNS, (line for id_, summary in summaries for line in _list_lines(id_, summary)))


def _list_lines(id_: str, summary: Summary) -> Iterable[tuple[object, ...]]:
    about = summary.source.metadata
    roles = {actor.name: actor.role for actor in summary.actors}
    items: tuple[Position | Claim, ...] = (*summary.positions, *summary.claims)
    for item in items:
        position, claim = (item, None) if isinstance(item, Position) else (None, item)
        who = position.holder if position else claim.speaker if claim else None
        yield (
            id_,
            about.title or summary.headline.text,
            about.date,
            about.url,
            "position" if position else "claim",
            who,
            roles.get(who) if who is not None else None,
            str(position.stance) if position else None,
            position.issue if position else claim.text if claim else None,
            str(claim.attribution) if claim else None,
            str(claim.kind) if claim else None,
            claim.via if claim else None,
            "; ".join(claim.hedges) if claim else None,
            str(item.verdict),
            "; ".join(explain_verdict(item)),
            " […] ".join(e.quote for e in item.evidence),
            " ".join(map(str, list_cited(item.evidence))),
        )
