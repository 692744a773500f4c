"""A comparison as CSV: a line for each actor, issue and article."""

from __future__ import annotations

from collections import Counter, defaultdict

from summarizer.compare.records import Comparison, Holding
from summarizer.records import Stance, Verdict, list_cited
from summarizer.render.cells import write_csv

_COLUMNS = (
    "actor", "issue", "article", "stance", "supports", "opposes", "mixed", "neutral", "doubtful", "title",
    "date", "url", "holder", "wording", "evidence", "sentences", "actor_id", "issue_id",
)  # fmt: skip


def render_table(comparison: Comparison) -> str:
    """The long form, for spreadsheets and data frames; what an article has twice is counted."""
    actors = {actor.id: actor.name for actor in comparison.actors}
    issues = {issue.id: issue.name for issue in comparison.issues}
    articles = {article.id: article for article in comparison.articles}
    rows = []
    for cell in comparison.cells:
        by_article: dict[str, list[Holding]] = defaultdict(list)
        for holding in cell.holdings:
            by_article[holding.article].append(holding)
        for id_, holdings in by_article.items():
            about = articles[id_]
            count = Counter(h.stance for h in holdings)
            passages = list(dict.fromkeys(e for h in holdings for e in h.evidence))
            rows.append((
                actors[cell.actor],
                issues[cell.issue],
                id_,
                str(holdings[0].stance if len(count) == 1 else Stance.MIXED),
                *(count[stance] for stance in Stance),
                sum(h.verdict is not Verdict.SUPPORTED for h in holdings),
                about.title,
                about.date,
                about.url,
                " | ".join(dict.fromkeys(h.holder for h in holdings)),
                " | ".join(dict.fromkeys(h.wording for h in holdings)),
                " […] ".join(e.quote for e in passages),
                " ".join(map(str, list_cited(passages))),
                cell.actor,
                cell.issue,
            ))  # fmt: skip
    return write_csv(_COLUMNS, rows)
