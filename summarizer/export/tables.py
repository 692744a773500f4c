"""A row of a run -> rows of tables: the same for a database and for CSV.

    articles ─┬─ actors
              ├─ positions ─┬─ evidence
              ├─ claims ────┼─ checks
              ├─ (headline, gist, uncited) ─┘
              └─ problems

Every key is made of the article's id and the place within it, so that the same article gives the same keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.records import Check, Claim, Evidence, Line, Position, Summary
from summarizer.rows import Row

Value = str | int | float | None
Records = dict[str, list[dict[str, Value]]]

_POINTS = {"article_id": str, "claim_id": str, "position_id": str}

# The columns of each table, in order, with their types.
COLUMNS: dict[str, dict[str, type]] = {
    "articles": {
        "id": str, "title": str, "url": str, "date": str, "author": str, "site": str, "language": str,
        "headline": str, "headline_verdict": str, "gist": str, "gist_verdict": str, "complete": int,
        "error": str, "error_message": str, "origin": str, "engine": str, "model": str, "prompt": str,
        "prompt_hash": str, "created": str, "requests": int, "tokens_in": int, "tokens_out": int,
        "cost": float, "seconds": float, "raw_sha256": str, "raw_length": int, "text": str,
    },
    "actors": {"id": str, "article_id": str, "name": str, "role": str, "kind": str, "aliases": str},
    "positions": {
        "id": str, "article_id": str, "number": int, "actor_id": str, "holder": str, "stance": str,
        "issue": str, "verdict": str,
    },
    "claims": {
        "id": str, "article_id": str, "number": int, "actor_id": str, "speaker": str, "text": str,
        "attribution": str, "kind": str, "via": str, "hedges": str, "verdict": str,
    },
    "evidence": {
        "id": str, **_POINTS, "sentences": str, "quote": str, "start": int, "end": int, "raw_start": int,
        "raw_end": int,
    },
    "checks": {
        "id": str, **_POINTS, "item": str, "name": str, "outcome": str, "message": str, "expected": str,
        "found": str, "by": str,
    },
    "problems": {"id": str, "article_id": str, "stage": str, "message": str, "item": str},
}  # fmt: skip


def make_records(row: Row) -> Records:
    """What a row says, as records by table; every table is there, and every record has all its columns."""
    if row.summary is None:
        failed = row.error
        article: dict[str, Value] = {"id": row.id, "origin": row.origin, "complete": 0}
        if failed:
            article |= {"error": failed.type, "error_message": failed.message}
        found: Records = {"articles": [article]}
    else:
        found = _Maker(row.id, row.summary).make(row.origin)
    return {
        table: [{column: record.get(column) for column in columns} for record in found.get(table, ())]
        for table, columns in COLUMNS.items()
    }


@dataclass(slots=True)
class _Maker:
    """Collects the records of one summary."""

    id: str
    summary: Summary
    found: Records = field(default_factory=dict)

    def make(self, origin: str) -> Records:
        summary, about, made = self.summary, self.summary.source.metadata, self.summary.provenance
        self._add(
            "articles",
            {
                "id": self.id,
                "origin": origin,
                **about.model_dump(),
                "headline": summary.headline.text,
                "headline_verdict": summary.headline.verdict,
                "gist": summary.gist.text,
                "gist_verdict": summary.gist.verdict,
                "complete": int(summary.complete),
                "engine": made.engine,
                "model": made.model,
                "prompt": made.prompt,
                "prompt_hash": made.prompt_hash,
                "created": made.created,
                "requests": summary.usage.requests,
                "tokens_in": summary.usage.tokens_in,
                "tokens_out": summary.usage.tokens_out,
                "cost": summary.usage.cost,
                "seconds": summary.usage.seconds,
                "raw_sha256": summary.source.raw_sha256,
                "raw_length": summary.source.raw_length,
                "text": summary.text,
            },
        )
        actors = {actor.name: f"{self.id}/a{number}" for number, actor in enumerate(summary.actors, 1)}
        for actor in summary.actors:
            self._add(
                "actors",
                {
                    "id": actors[actor.name],
                    "name": actor.name,
                    "role": actor.role,
                    "kind": actor.kind,
                    "aliases": _list(actor.aliases),
                },
            )
        for number, position in enumerate(summary.positions, 1):
            key = f"{self.id}/p{number}"
            self._add(
                "positions",
                {
                    "id": key,
                    "number": number,
                    "actor_id": actors.get(position.holder),
                    "holder": position.holder,
                    "stance": position.stance,
                    "issue": position.issue,
                    "verdict": position.verdict,
                },
            )
            self._add_parts(position, key, {"position_id": key})
        for number, claim in enumerate(summary.claims, 1):
            key = f"{self.id}/c{number}"
            self._add(
                "claims",
                {
                    "id": key,
                    "number": number,
                    "actor_id": actors.get(claim.speaker) if claim.speaker is not None else None,
                    "speaker": claim.speaker,
                    "text": claim.text,
                    "attribution": claim.attribution,
                    "kind": claim.kind,
                    "via": claim.via,
                    "hedges": _list(claim.hedges),
                    "verdict": claim.verdict,
                },
            )
            self._add_parts(claim, key, {"claim_id": key})
        for name, line in (("headline", summary.headline), ("gist", summary.gist)):
            self._add_checks(line.checks, f"{self.id}/{name}", {"item": name})
        self._add_evidence(summary.uncited, f"{self.id}/uncited", {})
        for number, problem in enumerate(summary.problems, 1):
            self._add("problems", {"id": f"{self.id}/problem{number}", **problem.model_dump()})
        return self.found

    def _add(self, table: str, record: dict[str, Value]) -> None:
        clean = {key: _clean(value) for key, value in record.items()}
        if table != "articles":
            clean["article_id"] = _clean(self.id)
        self.found.setdefault(table, []).append(clean)

    def _add_parts(self, item: Claim | Position | Line, key: str, points: dict[str, Value]) -> None:
        if not isinstance(item, Line):
            self._add_evidence(item.evidence, key, points)
        kind = "position" if isinstance(item, Position) else "claim"
        self._add_checks(item.checks, key, {**points, "item": kind})

    def _add_evidence(self, evidence: Iterable[Evidence], key: str, points: dict[str, Value]) -> None:
        for number, passage in enumerate(evidence, 1):
            self._add(
                "evidence",
                {
                    **points,
                    "id": f"{key}/e{number}",
                    "sentences": _list(passage.sentences),
                    "quote": passage.quote,
                    "start": passage.start,
                    "end": passage.end,
                    "raw_start": passage.raw_start,
                    "raw_end": passage.raw_end,
                },
            )

    def _add_checks(self, checks: Iterable[Check], key: str, points: dict[str, Value]) -> None:
        for number, check in enumerate(checks, 1):
            self._add(
                "checks",
                {
                    **points,
                    "id": f"{key}/k{number}",
                    "name": check.name,
                    "outcome": check.outcome,
                    "message": check.message,
                    "expected": check.expected,
                    "found": check.found,
                    "by": check.by,
                },
            )


def _list(values: Iterable[object]) -> str:
    """A list for one column, as JSON, which SQLite and Datasette read."""
    return json.dumps(list(values), ensure_ascii=False)


_BROKEN = dict.fromkeys((0, *range(0xD800, 0xE000)), "\ufffd")


def _clean(value: Value) -> Value:
    """A value that every file can hold: no lone surrogates, no null characters, one for one."""
    if not isinstance(value, str):
        return value
    text = str.__str__(value)
    return text if text.isascii() and "\0" not in text else text.translate(_BROKEN)
