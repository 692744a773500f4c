"""A comparison for a terminal: issue by issue, who is for it and who against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.compare.records import (
    Cell,
    ComparedActor,
    ComparedArticle,
    ComparedIssue,
    Comparison,
    Holding,
    JoinReason,
    NameUse,
)
from summarizer.records import Stance, Verdict
from summarizer.render.flow import STUCK, Flow, quote, say
from summarizer.render.outline import STANCE_SIGNS, VERDICT_SIGNS, format_cost, list_numbers

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# What is shown at most; the page and JSON have everything.
_MOST_ISSUES = 40
_MOST_NAMES = 8
_MOST_LINES = 15
_MOST_SINGLE = 5  # issues of one actor alone
_MOST_HOLDINGS = 3
_LONGEST_NAME = 60
_LONGEST_QUOTE = 300

_STYLES = {Stance.SUPPORTS: "green", Stance.OPPOSES: "red", Stance.MIXED: "yellow", Stance.NEUTRAL: "dim"}


def render_comparison(comparison: Comparison, console: Console, *, evidence: bool = False) -> None:
    """Print a comparison.

    Args:
        comparison: what to print.
        console: where to; 80 columns are enough.
        evidence: also the articles and passages of each cell.
    """
    page = _Page(console, comparison, evidence=evidence)
    page.print_all()
    page.flush()


class _Page(Flow):
    """The lines of a comparison."""

    def __init__(self, console: Console, comparison: Comparison, *, evidence: bool) -> None:
        super().__init__(console)
        self.comparison = comparison
        self.evidence = evidence
        self.actors = {actor.id: actor for actor in comparison.actors}
        self.issues = {issue.id: issue for issue in comparison.issues}
        self.articles = {article.id: article for article in comparison.articles}
        self.cells: dict[str, list[Cell]] = defaultdict(list)
        for cell in comparison.cells:
            self.cells[cell.issue].append(cell)

    def print_all(self) -> None:
        self.flow("", quote(describe_comparison(self.comparison), "bold"))
        for note in self.comparison.notes:
            self.flow("", quote(note, "dim"))
        wide = [issue for issue in self.comparison.issues if self.evidence or self._is_wide(issue)]
        for issue in wide[:_MOST_ISSUES]:
            self._issue(issue)
        self._more(len(wide) - _MOST_ISSUES, "issue")
        shown = {issue.id for issue in wide}
        self._single([issue for issue in self.comparison.issues if issue.id not in shown])
        self._changes()
        self._speakers()
        self._relations()
        self._joined()
        self._apart()

    def _is_wide(self, issue: ComparedIssue) -> bool:
        return len(self.cells[issue.id]) > 1 or issue.articles > 1

    def _more(self, count: int, what: str) -> None:
        if count > 0:
            self.gap()
            rest = f"and {count:,} more {what}{'s' if count > 1 else ''}: narrow it with --issue, --actor or "
            self.flow("", say(rest + "--min-count, or see --format html", "dim"))

    # --- one issue ---

    def _issue(self, issue: ComparedIssue) -> None:
        self.gap()
        title = quote(issue.name, "bold", longest=_LONGEST_NAME * 3)
        title.append_text(say(f"  {describe_issue(issue)}", "dim"))
        self.flow("", title)
        others = [w.text for w in issue.wordings if w.text != issue.name]
        if others and self.evidence:
            self.flow("  ", quote("also: " + "; ".join(others[:_MOST_NAMES]), "dim"))
        cells = self.cells[issue.id]
        for stance in Stance:
            side = [c for c in cells if c.stance is stance and not c.both_sides]
            if side:
                self._side(f"{STANCE_SIGNS[stance]} {stance}", side, stance)
        if both := [c for c in cells if c.both_sides]:
            self._side("± both sides", both, Stance.MIXED)

    def _side(self, label: str, cells: Sequence[Cell], stance: Stance) -> None:
        ranked = sorted(cells, key=lambda c: (-c.positions, int(c.actor[1:])))
        style = _STYLES[stance]
        if not self.evidence:
            # One width for all labels, so that the names stand in a column.
            self.flow(f"  {label:<13} ", self._list_cells(ranked), style)
            return
        for cell in ranked:
            head = quote(self.actors[cell.actor].name, "bold").append_text(say(_count_cell(cell)))
            self.flow(f"  {label:<13} ", head, style)
            for holding in cell.holdings[:_MOST_HOLDINGS]:
                self._holding(holding, cell)
            if (more := len(cell.holdings) - _MOST_HOLDINGS) > 0:
                self.flow(" " * 16, say(f"and {more} more", "dim"))

    def _list_cells(self, cells: Sequence[Cell]) -> Text:
        """Names with counts; those of one name that nobody says are one actor as "the group ×3"."""
        named: dict[str, list[Cell]] = defaultdict(list)
        for cell in cells:
            named[self.actors[cell.actor].name].append(cell)
        line = say("")
        for at, (name, each) in enumerate(list(named.items())[:_MOST_NAMES]):
            line.append_text(say(", " if at else ""))
            line.append_text(quote(name, longest=_LONGEST_NAME))
            line.append_text(say(f"{STUCK}×{len(each)}" if len(each) > 1 else _count_cell(each[0])))
        if (more := len(named) - _MOST_NAMES) > 0:
            line.append_text(say(f" and {more} more", "dim"))
        return line

    def _holding(self, holding: Holding, cell: Cell) -> None:
        """One position: when and where, as what, and the words that show it."""
        indent = " " * 16
        article = self.articles[holding.article]
        where = quote(
            " ".join(filter(None, (article.date, article.title or article.origin or article.id))), "cyan"
        )
        if len({h.stance for h in cell.holdings}) > 1:
            where = say(f"{STANCE_SIGNS[holding.stance]} ").append_text(where)
        if holding.holder != self.actors[cell.actor].name:
            where.append_text(quote(f", as {holding.holder}", "dim"))
        if holding.verdict is not Verdict.SUPPORTED:
            where.append_text(say(f"  {VERDICT_SIGNS[holding.verdict]} {holding.verdict}", "yellow"))
        self.flow(indent, where)
        for passage in holding.evidence:
            words = quote(passage.quote, longest=_LONGEST_QUOTE)
            words.append_text(say(f"{STUCK}{list_numbers([passage])}", "cyan"))
            self.flow(indent + "  ", words)

    # --- the rest ---

    def _single(self, issues: Sequence[ComparedIssue]) -> None:
        """Issues that one actor holds in one article: nothing to compare, so a line an actor."""
        if not issues:
            return
        by_actor: dict[str, list[tuple[Cell, ComparedIssue]]] = defaultdict(list)
        for issue in issues:
            by_actor[self.cells[issue.id][0].actor].append((self.cells[issue.id][0], issue))
        self.title(f"Held by one actor in one article ({len(issues):,})")
        ranked = sorted(by_actor, key=lambda a: (-len(by_actor[a]), int(a[1:])))
        for actor in ranked[:_MOST_LINES]:
            line = quote(self.actors[actor].name, "bold", longest=_LONGEST_NAME)
            for at, (cell, issue) in enumerate(by_actor[actor][:_MOST_SINGLE]):
                line.append_text(say(f"{';' if at else ''} "))
                line.append_text(say(STANCE_SIGNS[cell.stance] + STUCK, _STYLES[cell.stance]))
                line.append_text(quote(issue.name, longest=_LONGEST_NAME))
            if (more := len(by_actor[actor]) - _MOST_SINGLE) > 0:
                line.append_text(say(f" and {more} more", "dim"))
            self.flow("  ", line)
        self._more(len(ranked) - _MOST_LINES, "actor")

    def _changes(self) -> None:
        changed = [cell for cell in self.comparison.cells if cell.change]
        if not changed:
            return
        self.title("Changed sides")
        for cell in changed[:_MOST_LINES]:
            change = cell.change
            if change is None:
                continue
            line = quote(self.actors[cell.actor].name, "bold").append_text(say(" on "))
            line.append_text(quote(self.issues[cell.issue].name))
            for stance, date in ((change.before, change.before_date), (change.after, change.after_date)):
                line.append_text(say(": " if date == change.before_date else " → "))
                line.append_text(say(f"{STANCE_SIGNS[stance]} {stance}", _STYLES[stance]))
                line.append_text(say(f" {date}"))
            self.flow("  ", line)
        self._more(len(changed) - _MOST_LINES, "change")

    def _speakers(self) -> None:
        """Who is met in several articles, with how much."""
        met = list_met(self.comparison)
        if not met:
            return
        self.title("Who is met most")
        for actor in met[:_MOST_LINES]:
            line = quote(actor.name, "bold", longest=_LONGEST_NAME)
            line.append_text(
                quote(f", {actor.role}", "dim", longest=_LONGEST_NAME) if actor.role else say("")
            )
            line.append_text(say(f"  {describe_presence(actor)}"))
            self.flow("  ", line)
        self._more(len(met) - _MOST_LINES, "actor")

    def _relations(self) -> None:
        if not self.comparison.relations:
            return
        self.title("Who stands together")
        for relation in self.comparison.relations[:_MOST_LINES]:
            line = quote(self.actors[relation.actor].name, "bold").append_text(say(" and "))
            line.append_text(quote(self.actors[relation.other].name, "bold"))
            agree, all_ = len(relation.agree), len(relation.agree) + len(relation.differ)
            how = f"agree on {agree} of {all_} issues" if agree else f"differ on all {all_} issues they share"
            self.flow("  ", line.append_text(say(f" {how}")))
        self._more(len(self.comparison.relations) - _MOST_LINES, "pair")

    def _joined(self) -> None:
        """Which names were taken for one actor's, and why; not those that differ in a title or in case."""
        told = [(actor, joined) for actor in self.comparison.actors if (joined := list_joined(actor))]
        if not told:
            return
        self.title("Names joined")
        for actor, uses in told[:_MOST_LINES]:
            line = quote(actor.name, "bold").append_text(say(" ← "))
            for at, use in enumerate(uses[:_MOST_NAMES]):
                line.append_text(say(", " if at else ""))
                line.append_text(quote(use.name, longest=_LONGEST_NAME))
                line.append_text(quote(f" ({explain_join(use)})", "dim"))
            self.flow("  ", line)
        self._more(len(told) - _MOST_LINES, "actor")

    def _apart(self) -> None:
        """Names that could be one actor's, but for all that the articles say might not be."""
        unsure = [actor for actor in self.comparison.actors if actor.perhaps and actor.positions]
        if not unsure:
            return
        self.title("Left apart")
        named = Counter((actor.name, actor.perhaps) for actor in unsure)
        for (name, perhaps), count in list(named.items())[:_MOST_LINES]:
            line = quote(name, "bold").append_text(say(f" ×{count}" if count > 1 else ""))
            line.append_text(quote(f" may be {list_names(perhaps, 'or')}"))
            self.flow("  ", line)
        self._more(len(named) - _MOST_LINES, "name")


def describe_comparison(comparison: Comparison) -> str:
    """What is compared, in a line: "12 articles, 2025-01-02 to 2025-03-04 · 34 actors · 21 issues"."""
    count = len(comparison.articles)
    dates = sorted(article.date[:10] for article in comparison.articles if article.date)
    when = (
        f", {dates[0]} to {dates[-1]}"
        if dates and dates[0] != dates[-1]
        else f", {dates[0]}"
        if dates
        else ""
    )
    holders = sum(actor.positions > 0 for actor in comparison.actors)
    parts = [
        _plural(count, "article") + when,
        f"{_plural(sum(c.positions for c in comparison.cells), 'position')} of {_plural(holders, 'actor')}",
        f"{_plural(len(comparison.issues), 'issue')}, grouped by "
        + (comparison.model or "model" if comparison.grouped_by == "model" else "wording"),
    ]
    if comparison.failures:
        parts.append(f"{_plural(comparison.failures, 'article')} without a summary")
    if comparison.usage.cost:
        parts.append(format_cost(comparison.usage.cost))
    return " · ".join(parts)


def _plural(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def describe_issue(issue: ComparedIssue) -> str:
    """In how many articles, and whether it is contested: "5 articles, contested"."""
    words = _plural(issue.articles, "article")
    return words + (", contested" if issue.contested else ", agreed" if issue.agreed else "")


def _count_cell(cell: Cell) -> str:
    """How often: "" for once; what the sides have where they differ; what the dates say."""
    if cell.both_sides:
        counts = f"{STUCK}(+{cell.supports}{STUCK}−{cell.opposes}"
        change = (
            f", {STANCE_SIGNS[cell.change.after]}{STUCK}since {cell.change.after_date}" if cell.change else ""
        )
        return f"{counts}{change})"
    doubt = f"{STUCK}≠" if cell.doubtful == cell.positions else ""
    return (f"{STUCK}{cell.positions}" if cell.positions > 1 else "") + doubt


def list_met(comparison: Comparison) -> list[ComparedActor]:
    """The actors of more than one article, those with the most articles first."""
    met = [actor for actor in comparison.actors if actor.articles > 1]
    return sorted(met, key=lambda a: (-a.articles, int(a.id[1:])))


def describe_presence(actor: ComparedActor) -> str:
    """How much there is of an actor: "3 articles · 4 positions · 1 claim"."""
    counts = ((actor.articles, "article"), (actor.positions, "position"), (actor.claims, "claim"))
    return " · ".join(_plural(count, what) for count, what in counts if count)


def list_joined(actor: ComparedActor) -> tuple[NameUse, ...]:
    """The names that are not only the main one with a title, another case or other accents."""
    return tuple(use for use in actor.names if use.reason not in (None, JoinReason.SAME))


def explain_join(use: NameUse) -> str:
    """Why a name was joined: "surname alone, beside Per Lund"."""
    return str(use.reason) + (f", beside {list_names(use.shared)}" if use.shared else "")


def list_names(names: Sequence[str], joint: str = "and") -> str:
    """Names for a sentence, three at most.

    >>> list_names(["Ann Lee", "Bo Ek"], "or"), list_names("ABCDE")
    ('Ann Lee or Bo Ek', 'A, B, C and 2 more')
    """
    if len(names) > 3:
        return f"{', '.join(names[:3])} and {len(names) - 3} more"
    return f" {joint} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def name_article(article: ComparedArticle) -> str:
    """What an article is called: its title, else where it was read."""
    return article.title or article.origin or article.id
