"""One article's outcome -> counts that add up over articles; every figure is made of sums of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summarizer.evaluate.contents import GROUPS, count_contents
from summarizer.evaluate.gold import GoldArticle
from summarizer.evaluate.items import Item, Stand, take_annotation, take_positions, take_stands, take_summary
from summarizer.evaluate.overlap import find_letters
from summarizer.evaluate.positions import count_positions
from summarizer.evaluate.quoted import count_runs, match_runs, split_runs
from summarizer.extractive import read_statements
from summarizer.records import Claim, Position, Summary

Tally = Mapping[str, float]


@dataclass(slots=True)
class Asked:
    """What became of an article's requests: how many were replies, unreadable ones, second rounds."""

    replies: int = 0
    unreadable: int = 0
    repairs: int = 0
    seconds: float = 0.0  # that replies took when they were recorded


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a gold article: a summary, or an error, which scores as if nothing was found."""

    article: GoldArticle
    summary: Summary | None = None
    error: str | None = None
    asked: Asked = field(default_factory=Asked)
    items: tuple[Item, ...] = ()
    stands: tuple[Stand, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a gold file has annotated: only that is scored."""

    statements: bool
    positions: bool

    @classmethod
    def of(cls, articles: Iterable[GoldArticle]) -> Scope:
        """Statements and positions each, if any article has one."""
        articles = tuple(articles)
        return cls(any(a.statements for a in articles), any(a.positions for a in articles))


def make_outcome(article: GoldArticle, summary: Summary, asked: Asked) -> Outcome:
    """The outcome of an article that could be summarized."""
    return Outcome(article, summary, None, asked, take_summary(summary), take_stands(summary))


def tally_outcome(outcome: Outcome, scope: Scope) -> Tally:
    """All counts of an article."""
    counts: Counter[str] = Counter(articles=1, failed=outcome.error is not None)
    if scope.statements:
        _add(counts, "", _count_statements(outcome))
    if scope.positions:
        article = outcome.article
        entities = [
            e["name"] for e in article.meta.get("entities", ()) if isinstance(e, dict) and "name" in e
        ]
        gold = take_positions(article.positions)
        _add(counts, "position.", count_positions(article.text, gold, outcome.stands, entities))
    asked = outcome.asked
    counts.update(replies=asked.replies, unreadable=asked.unreadable)
    counts.update(asked=asked.replies > 0, repaired=asked.repairs > 0)
    tally: dict[str, float] = dict(counts)
    if outcome.summary is not None:
        tally |= _count_summary(outcome.summary)
        tally["seconds"] = outcome.summary.usage.seconds + asked.seconds
    return tally


def sum_tallies(tallies: Iterable[Tally]) -> Tally:
    """The sums of all counts.

    >>> sum_tallies([{"found": 1}, {"found": 2, "gold": 1}])
    {'found': 3, 'gold': 1}
    """
    total: dict[str, float] = {}
    for tally in tallies:
        for key, value in tally.items():
            total[key] = total.get(key, 0) + value
    return total


def _add(counts: Counter[str], prefix: str, more: Mapping[str, int]) -> None:
    counts.update({prefix + key: value for key, value in more.items()})


def _count_statements(outcome: Outcome) -> Counter[str]:
    text = outcome.article.text
    gold = [take_annotation(a) for a in outcome.article.statements]
    counts: Counter[str] = Counter()
    for group, kinds in GROUPS.items():
        theirs = [item for item in gold if item.kind in kinds]
        ours = [item for item in outcome.items if item.kind in kinds]
        _add(counts, f"{group}.", count_contents(text, theirs, ours))
    german = (outcome.article.language or "").startswith("de")
    runs, extra = match_runs(text, gold, split_runs(text, outcome.items), german=german)
    _add(counts, "run.", count_runs(runs, extra))
    shown = find_letters(text, (span for item in gold for span in item.spans))
    for item in outcome.items:
        for span in item.spans:
            counts["passages"] += 1
            counts["passages_on_gold"] += not shown.isdisjoint(find_letters(text, [span]))
    return counts


def _count_summary(summary: Summary) -> dict[str, float]:
    """What needs no gold: evidence to the letter, verdicts, coverage, tokens, costs."""
    items: tuple[Claim | Position, ...] = (*summary.claims, *summary.positions)
    evidence = [e for item in items for e in item.evidence]
    reading = read_statements(summary.text, summary.sentences, language=summary.source.metadata.language)
    usage = summary.usage
    counts: dict[str, float] = {
        "evidence": len(evidence),
        "verbatim": sum(summary.text[e.start : e.end] == e.quote for e in evidence),
        "items": len(items),
        "own": len(reading.statements),
        "own_cited": max(0, len(reading.statements) - len(summary.uncited)),
        "incomplete": not summary.complete,
        "lost": sum(problem.stage == "parse" for problem in summary.problems),
    }
    if usage.requests:
        counts |= {
            "tokens_in": usage.tokens_in,
            "tokens_cached": usage.tokens_cached,
            "tokens_out": usage.tokens_out,
            "cost": usage.cost or 0.0,
            "cost_unknown": usage.cost is None,
        }
    for item in items:
        counts[item.verdict.value] = counts.get(item.verdict.value, 0) + 1
    return counts
