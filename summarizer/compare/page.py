"""A comparison as a page: a matrix first, then issue by issue, each cell unfolding to its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.compare.records import Cell, ComparedArticle, ComparedIssue, Comparison, Holding
from summarizer.compare.text import (
    describe_comparison,
    describe_issue,
    describe_presence,
    explain_join,
    list_joined,
    list_met,
    list_names,
    name_article,
)
from summarizer.records import Stance, Verdict
from summarizer.render.links import check_url, make_fragment
from summarizer.render.outline import STANCE_SIGNS, VERDICT_SIGNS, describe_usage, list_numbers
from summarizer.render.pages.frame import render_page, shorten

# The matrix is for the eye: what is larger is no longer seen at once. Everything stands below it.
_MOST_ACTORS = 16
_MOST_COLUMNS = 12
_LONGEST_NAME = 80
_LONGEST_QUOTE = 500
_LONGEST_FRAGMENT = 1_000  # characters that name a passage in a link
_MOST_LISTED = 300  # pairs, joined names

_SIDES = (
    ("supports", (Stance.SUPPORTS,)),
    ("opposes", (Stance.OPPOSES,)),
    ("otherwise", (Stance.MIXED, Stance.NEUTRAL)),
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One position: its article, and the words that show it."""

    sign: str
    stance: str
    date: str
    title: str
    url: str | None
    holder: str
    verdict: str
    passages: tuple[tuple[str, str, str | None], ...]  # numbers, words, link


@dataclass(frozen=True, slots=True)
class Holder:
    """One cell: who holds it, in how many positions, and the evidence."""

    id: str
    name: str
    count: str
    change: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: `sides` are words, sign and holders; `words` is what the search looks at."""

    id: str
    name: str
    about: str
    wordings: tuple[str, ...]
    sides: tuple[tuple[str, str, tuple[Holder, ...]], ...]
    words: str
    state: str


def render_comparison_page(comparison: Comparison) -> str:
    """A comparison as one HTML file that needs nothing else."""
    page = _Page(comparison)
    wide = [i for i in comparison.issues if len(page.cells[i.id]) > 1 or i.articles > 1]
    shown = {issue.id for issue in wide}
    actors, columns = page.choose_matrix(wide)
    values = {
        "about": describe_comparison(comparison),
        "notes": comparison.notes,
        "actors": actors,
        "columns": columns,
        "issues": [page.make_issue(issue) for issue in wide],
        "singles": page.list_singles([i for i in comparison.issues if i.id not in shown]),
        "single_count": len(comparison.issues) - len(wide),
        "met": [
            (page.names[actor.id], shorten(actor.role or "", _LONGEST_NAME), describe_presence(actor))
            for actor in list_met(comparison)[:_MOST_LISTED]
        ],
        "relations": [
            (page.names[r.actor], page.names[r.other], len(r.agree), len(r.agree) + len(r.differ))
            for r in comparison.relations[:_MOST_LISTED]
        ],
        "joined": [
            (a.name, [(use.name, explain_join(use)) for use in list_joined(a)])
            for a in comparison.actors
            if list_joined(a)
        ][:_MOST_LISTED],
        "apart": page.list_apart()[:_MOST_LISTED],
        "states": [state for state in ("contested", "agreed", "changed") if page.states[state]],
        "provenance": _describe_provenance(comparison),
    }
    return render_page("compare.html", values, script="compare.js")


class _Page:
    """A comparison, looked up by id."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.names = {actor.id: shorten(actor.name, _LONGEST_NAME) for actor in comparison.actors}
        self.articles = {article.id: article for article in comparison.articles}
        self.issues = {issue.id: issue for issue in comparison.issues}
        self.cells: dict[str, list[Cell]] = defaultdict(list)
        self.states: Counter[str] = Counter()
        for cell in comparison.cells:
            self.cells[cell.issue].append(cell)

    def choose_matrix(
        self, wide: Sequence[ComparedIssue]
    ) -> tuple[list[tuple[str, list[tuple[str, str, str]]]], list[tuple[str, str]]]:
        """Rows (name, cells as sign with count, words, anchor) and columns (id, name) of the matrix."""
        shown = [issue for issue in wide if len(self.cells[issue.id]) > 1][:_MOST_COLUMNS]
        of_actor: dict[str, dict[str, Cell]] = defaultdict(dict)
        for issue in shown:
            for cell in self.cells[issue.id]:
                of_actor[cell.actor][issue.id] = cell
        ranked = sorted(of_actor, key=lambda a: (-len(of_actor[a]), int(a[1:])))
        rows = [
            (self.names[actor], [_show_cell(of_actor[actor].get(issue.id)) for issue in shown])
            for actor in ranked[:_MOST_ACTORS]
        ]
        return rows, [(issue.id, shorten(issue.name, _LONGEST_NAME)) for issue in shown]

    def make_issue(self, issue: ComparedIssue) -> Issue:
        cells = self.cells[issue.id]
        changed = any(cell.change for cell in cells)
        states = [
            *(["contested"] if issue.contested else []),
            *(["agreed"] if issue.agreed else []),
            *(["changed"] if changed else []),
        ]
        self.states.update(states)
        sides = []
        for words, stances in _SIDES:
            held = [c for c in cells if c.stance in stances]
            held.sort(key=lambda c: (-c.positions, int(c.actor[1:])))
            sign = "±" if len(stances) > 1 else STANCE_SIGNS[stances[0]]
            if held:
                sides.append((words, sign, tuple(self.make_holder(cell) for cell in held)))
        names = " ".join(self.names[cell.actor] for cell in cells)
        wordings = tuple(w.text for w in issue.wordings)
        return Issue(
            id=issue.id,
            name=shorten(issue.name, _LONGEST_NAME * 2),
            about=describe_issue(issue),
            wordings=tuple(shorten(w, _LONGEST_NAME) for w in wordings if w != issue.name)[:8],
            sides=tuple(sides),
            words=shorten(f"{issue.name} {' '.join(wordings)} {names}".casefold(), 5_000),
            state=" ".join(states),
        )

    def make_holder(self, cell: Cell) -> Holder:
        change = cell.change
        sides = ""
        if change:
            sides = f"{change.before} {change.before_date} → {change.after} {change.after_date}"
        return Holder(
            id=f"{cell.issue}{cell.actor}",
            name=self.names[cell.actor],
            count=_count(cell),
            change=sides,
            quotes=tuple(_quote(h, self.articles[h.article], self.names[cell.actor]) for h in cell.holdings),
        )

    def list_singles(
        self, issues: Sequence[ComparedIssue]
    ) -> list[tuple[str, list[tuple[str, str, str, Holder]], str]]:
        """By actor: sign, stance, issue and evidence of what nobody else holds; and the search words."""
        by_actor: dict[str, list[tuple[str, str, str, Holder]]] = defaultdict(list)
        for issue in issues:
            cell = self.cells[issue.id][0]
            name = shorten(issue.name, _LONGEST_NAME * 2)
            by_actor[cell.actor].append(
                (STANCE_SIGNS[cell.stance], cell.stance, name, self.make_holder(cell))
            )
        ranked = sorted(by_actor, key=lambda a: (-len(by_actor[a]), int(a[1:])))
        return [
            (
                self.names[actor],
                by_actor[actor],
                shorten(f"{self.names[actor]} {' '.join(i[2] for i in by_actor[actor])}".casefold(), 5_000),
            )
            for actor in ranked
        ]

    def list_apart(self) -> list[tuple[str, str]]:
        """Names that may be another's, as "Keller ×3" and whose."""
        unsure = Counter((a.name, a.perhaps) for a in self.comparison.actors if a.perhaps and a.positions)
        return [
            (f"{name} ×{count}" if count > 1 else name, list_names(perhaps, "or"))
            for (name, perhaps), count in unsure.items()
        ]


def _count(cell: Cell) -> str:
    """What stands behind a name: "" for one position, "3", "+2 −1"."""
    counts = [
        (STANCE_SIGNS[Stance.SUPPORTS], cell.supports),
        (STANCE_SIGNS[Stance.OPPOSES], cell.opposes),
        (STANCE_SIGNS[Stance.MIXED], cell.mixed),
        (STANCE_SIGNS[Stance.NEUTRAL], cell.neutral),
    ]
    told = [f"{sign}{count}" for sign, count in counts if count]
    if len(told) > 1:
        return " ".join(told)
    return str(cell.positions) if cell.positions > 1 else ""


def _show_cell(cell: Cell | None) -> tuple[str, str, str]:
    """A cell of the matrix: sign with count, in words, and the anchor; empty where there is none."""
    if cell is None:
        return "", "", ""
    both = cell.both_sides
    sign = f"{STANCE_SIGNS[cell.stance]}{cell.positions if cell.positions > 1 else ''}"
    words = f"both sides, {_count(cell)}" if both else f"{cell.stance}"
    return sign, words, f"{cell.issue}{cell.actor}"


def _quote(holding: Holding, article: ComparedArticle, name: str) -> Quote:
    url = check_url(article.url)
    doubt = holding.verdict is not Verdict.SUPPORTED
    return Quote(
        sign=STANCE_SIGNS[holding.stance],
        stance=str(holding.stance),
        date=shorten(article.date or "", 30),
        title=shorten(name_article(article), 160),
        url=url,
        holder=shorten(holding.holder, _LONGEST_NAME) if holding.holder != name else "",
        verdict=f"{VERDICT_SIGNS[holding.verdict]} {holding.verdict}" if doubt else "",
        passages=tuple(
            (
                list_numbers([passage]),
                shorten(passage.quote, _LONGEST_QUOTE),
                _link(url, passage.quote),
            )
            for passage in holding.evidence
        ),
    )


def _link(url: str | None, quote: str) -> str | None:
    """A link to a passage on its page; None where no browser could follow it."""
    fragment = make_fragment(quote) if url else ""
    return f"{url}{fragment}" if url and len(fragment) <= _LONGEST_FRAGMENT else url


def _describe_provenance(comparison: Comparison) -> list[tuple[str, str]]:
    from summarizer import __version__

    lines = [("Issues", "grouped by wording, without a model")]
    if comparison.model:
        lines = [
            ("Issues", f"sorted by {comparison.model}"),
            ("Prompt", f"{comparison.prompt} · {comparison.prompt_hash}"),
            ("Took", " · ".join(describe_usage(comparison.usage))),
        ]
    lines.append(("Counts", "positions that summaries found; a name unfolds to the articles and their words"))
    lines.append(("With", f"summarizer {__version__}"))
    return lines
