"""The pages of a run: one an article, and an index that searches and sorts them, errors among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from summarizer.records import Summary, Verdict
from summarizer.render.outline import describe_source, format_cost
from summarizer.render.pages.article import render_article_page
from summarizer.render.pages.frame import check_language, render_page, shorten
from summarizer.render.pages.speakers import list_speakers
from summarizer.rows import Row

INDEX = "index.html"
_FOLDER = "articles"
# Windows takes these for devices, whatever they end in.
_RESERVED = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(1, 10)))
)
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_MOST_NAMES = 30  # of an article's speakers, in the index
_COUNTED = ("claims", "positions", "disputed", "unsupported")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the index.

    Args:
        href: its page, relative to the index; None where the article has no summary.
        headline: the summary's; for an error where the article was read.
        about: where the article comes from.
        names: who speaks in it.
        counts: how many claims, positions, disputed and unsupported items, by their names.
        state: "error", "doubtful", "part" (not read to its end) or "".
        message: of an error.
    """

    href: str | None
    headline: str
    about: str
    date: str
    language: str | None
    names: tuple[str, ...]
    counts: dict[str, int]
    state: str
    message: str

    @property
    def doubtful(self) -> int:
        """How many of its items are disputed or unsupported."""
        return self.counts["disputed"] + self.counts["unsupported"]


def render_run(rows: Iterable[Row], name: str) -> Iterator[tuple[str, str]]:
    """The files of a run's folder as relative path and HTML: a page an article, and the index at the end.

    Only the index's entries are held, not the summaries.

    Args:
        rows: in the order in which the index lists them first.
        name: what the run is called.
    """
    entries = []
    totals: Counter[str] = Counter()
    models: Counter[str] = Counter()
    cost, priced = 0.0, True
    taken: set[str] = set()
    for row in rows:
        href = None
        if (summary := row.summary) is not None:
            href = f"{_FOLDER}/{name_file(row.id, taken)}"
            models[summary.provenance.model or f"{summary.provenance.engine} engine"] += 1
            cost += summary.usage.cost or 0.0
            priced &= summary.usage.cost is not None
            yield href, render_article_page(summary, index=f"../{INDEX}")
        entry = _make_entry(row, href)
        entries.append(entry)
        totals.update(entry.counts)
        totals[entry.state] += 1
    yield INDEX, render_page("index.html", {
        "name": name,
        "entries": entries,
        "totals": _describe_totals(entries, totals, models, cost if priced else None),
        "states": _list_states(totals, len(entries)),
    }, script="index.js")  # fmt: skip


def name_file(id_: str, taken: set[str]) -> str:
    """A file name for an article that every file system takes; it is added to `taken`.

    >>> taken = set()
    >>> name_file("feed-12", taken), name_file("../a b", taken), name_file("Feed-12", taken)
    ('feed-12.html', 'a-b-2c2c791a.html', 'Feed-12-a06dd89e.html')
    """
    name = _UNSAFE.sub("-", id_).strip("-")[:80] or "article"
    if name != id_ or name.upper() in _RESERVED or f"{name}.html".casefold() in taken:
        name += "-" + sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    file, number = f"{name}.html", 1
    while file.casefold() in taken:
        number += 1
        file = f"{name}-{number}.html"
    taken.add(file.casefold())
    return file


def _make_entry(row: Row, href: str | None) -> Entry:
    summary = row.summary
    if summary is None:
        assert row.error is not None  # noqa: S101 - a row holds one of both
        tries = f" (tried {row.attempts} times)" if row.attempts > 1 else ""
        return Entry(
            None, row.origin or row.id, "", "", None, (), dict.fromkeys(_COUNTED, 0), "error",
            shorten(f"{row.error.type}: {row.error.message}", 500) + tries,
        )  # fmt: skip
    known = summary.source.metadata
    without_date = summary.source.metadata.model_copy(update={"date": None})
    about = describe_source(
        summary.model_copy(update={"source": summary.source.model_copy(update={"metadata": without_date})})
    )
    return Entry(
        href=href,
        headline=summary.headline.text or known.title or row.origin or row.id,
        about=" · ".join(part for part in (about, row.origin) if part),
        date=known.date or "",
        language=check_language(summary.provenance.language or known.language),
        names=tuple(shorten(s.name, 60) for s in list_speakers(summary).values() if s.named)[:_MOST_NAMES],
        counts=_count_items(summary),
        state="doubtful" if summary.doubtful else "" if summary.complete else "part",
        message="" if summary.complete else "not read to its end",
    )


def _count_items(summary: Summary) -> dict[str, int]:
    verdicts = Counter(item.verdict for item in summary.doubtful)
    counts = (
        len(summary.claims),
        len(summary.positions),
        verdicts[Verdict.DISPUTED],
        verdicts[Verdict.UNSUPPORTED],
    )
    return dict(zip(_COUNTED, counts, strict=True))


def _describe_totals(
    entries: Sequence[Entry], totals: Counter[str], models: Counter[str], cost: float | None
) -> str:
    """The run on one line: "1,200 articles · 3 errors · 9,000 claims · 12 disputed · small-model · $1.20"."""
    parts = [f"{len(entries):,} article{'s' if len(entries) != 1 else ''}"]
    if totals["error"]:
        parts.append(f"{totals['error']:,} error{'s' if totals['error'] != 1 else ''}")
    parts += [
        f"{count:,} {what[:-1] if count == 1 and what.endswith('s') else what}"
        for what in _COUNTED
        if (count := totals[what])
    ]
    parts += [shorten(model, 60) for model, _ in models.most_common(3)]
    if models and cost != 0.0:
        parts.append("price unknown" if cost is None else format_cost(cost))
    return " · ".join(parts)


def _list_states(totals: Counter[str], count: int) -> list[tuple[str, str, int]]:
    """What the index can be narrowed to: value, label and count; empty where there is nothing to choose."""
    labels = {"error": "errors", "doubtful": "with doubtful items", "part": "not read to the end"}
    states = [(state, label, totals[state]) for state, label in labels.items() if totals[state]]
    return [("", "all", count), *states] if states else []
