"""An evaluation as people and programs read it: figures, differences with a plain word, what moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from summarizer import __version__
from summarizer.evaluate.bootstrap import Difference, Word, compare_figure, draw_samples
from summarizer.evaluate.changes import Moved, find_moved
from summarizer.evaluate.contents import GROUPS, MEASURES, rate_contents
from summarizer.evaluate.figures import BY_KEY, FIGURES, Figure, compute_figures, format_change, format_figure
from summarizer.evaluate.gold import GoldArticle, hash_gold
from summarizer.evaluate.overlap import divide
from summarizer.evaluate.run import Variant
from summarizer.evaluate.tally import Tally, sum_tallies

# Two tables of the same rows: all in one is wider than a terminal, or a phone.
_KIND_COLUMNS = ("", "gold", "found", "P", "R", "F1", "speaker")
_STRICTNESS_COLUMNS = ("", "prop. P", "prop. R", "prop. F1", "exact", ">.3", ">.8")
_MOST_NAMED = 3  # figures in a sentence that cannot be told


@dataclass(frozen=True, slots=True)
class Scored:
    """A variant with its figures: of all runs together, and of each.

    `tallies` are the counts of each article in all runs, `tally` those of all articles.
    """

    variant: Variant
    tallies: tuple[Tally, ...]
    tally: Tally
    figures: Mapping[str, float]
    by_run: tuple[Mapping[str, float], ...]

    @property
    def failures(self) -> list[tuple[str, str]]:
        """Articles that failed, each with its error."""
        return [(o.article.id, o.error) for run in self.variant.runs for o in run if o.error]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A variant against the first: differences by figure, and the articles that moved most."""

    base: str
    other: str
    differences: Mapping[str, Difference]
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that was measured."""

    name: str
    gold: str  # hash
    articles: int
    statements: int
    positions: int
    scored: tuple[Scored, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells to show; a row with one cell is a heading within the table. The first column is names."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def make_evaluation(name: str, articles: Sequence[GoldArticle], variants: Sequence[Variant]) -> Evaluation:
    """Score variants, and compare each with the first.

    Args:
        name: of the gold, for people.
        articles: the gold.
        variants: from `run_setups` on it.
    """
    scored = tuple(_score(variant) for variant in variants)
    base, *others = scored
    samples = draw_samples(len(articles)) if others else []
    comparisons = []
    for other in others:
        differences = {
            figure.key: difference
            for figure in FIGURES
            if (difference := compare_figure(figure, base.tallies, other.tallies, samples)) is not None
        }
        moved = find_moved(base.variant.runs[0], other.variant.runs[0], base.tallies, other.tallies)
        comparisons.append(Comparison(base.variant.label, other.variant.label, differences, moved))
    return Evaluation(
        name=name,
        gold=hash_gold(articles),
        articles=len(articles),
        statements=sum(len(a.statements) for a in articles),
        positions=sum(len(a.positions) for a in articles),
        scored=scored,
        comparisons=tuple(comparisons),
    )


def _score(variant: Variant) -> Scored:
    by_run = variant.tally_runs()
    tallies = tuple(sum_tallies(of_article) for of_article in zip(*by_run, strict=True))
    total = sum_tallies(tallies)
    figures = tuple(compute_figures(sum_tallies(run)) for run in by_run)
    return Scored(variant, tallies, total, compute_figures(total), figures)


def describe_gold(evaluation: Evaluation) -> str:
    """One line: "gold.jsonl: 8 articles, 41 statements, 9 positions · 3f2a9c81d0e4"."""
    parts = [count(evaluation.articles, "article")]
    parts += [count(evaluation.statements, "statement")] if evaluation.statements else []
    parts += [count(evaluation.positions, "position")] if evaluation.positions else []
    return f"{evaluation.name}: {', '.join(parts)} · {evaluation.gold[:12]}"


def describe_variant(scored: Scored) -> str:
    """One line: what read, on which prompt, with which parameters, how often."""
    variant = scored.variant
    parts = [variant.model]
    if variant.prompt:
        parts.append(f"prompt {variant.prompt} {(variant.prompt_hash or '')[:12]}")
        shown = {"temperature": "the server's", "seed": "none"} | {
            key: f"{value:g}"
            for key, value in variant.parameters.items()
            if key in ("temperature", "seed") and isinstance(value, int | float)
        }
        parts += [f"{key} {value}" for key, value in shown.items()]
    if len(variant.runs) > 1:
        parts.append(f"{len(variant.runs)} runs")
    line = " · ".join(parts)
    return line if variant.label == variant.model else f"{variant.label}: {line}"


def list_failures(evaluation: Evaluation) -> list[str]:
    """For each variant how many articles failed, and the first error; nothing where none did."""
    notes = []
    for scored in evaluation.scored:
        if failures := scored.failures:
            total = evaluation.articles * len(scored.variant.runs)
            name, error = failures[0]
            notes.append(
                f"{scored.variant.label}: {len(failures)} of {count(total, 'article')} failed, which "
                f"{'counts' if len(failures) == 1 else 'count'} as nothing found; first {name}: {error}"
            )
    return notes


def list_notes(evaluation: Evaluation) -> list[str]:
    """What a reader has to know of how the figures came about."""
    notes = list_failures(evaluation)
    for scored in evaluation.scored:
        label = scored.variant.label
        tally = scored.tally
        if pronouns := tally.get("all.pronouns"):
            right = divide(
                tally.get("all.speakers_right", 0) - tally.get("all.pronouns_right", 0),
                tally["all.speakers"] - pronouns,
            )
            notes.append(
                f"{label}: of {tally['all.speakers']:.0f} speakers compared the gold has {pronouns:.0f} only "
                f"as a pronoun; right among the others: {format_figure(BY_KEY['speakers'], right)}"
            )
        if aside := tally.get("position.aside"):
            notes.append(
                f"{label}: {count(int(aside), 'position')} on issues that name nothing the gold knows, which "
                "are neither right nor wrong"
            )
        if incomplete := tally.get("incomplete"):
            notes.append(f"{label}: {count(int(incomplete), 'article')} read only in part")
    return notes


def conclude(comparison: Comparison, articles: int) -> str:
    """The plain sentence: in what it is better, in what worse, and how much cannot be told."""
    by_word: dict[Word, list[str]] = {}
    for key, difference in comparison.differences.items():
        if BY_KEY[key].better:
            by_word.setdefault(difference.word, []).append(BY_KEY[key].label)
    parts = [f"{word} in {_list(by_word[word])}" for word in (Word.BETTER, Word.WORSE) if word in by_word]
    if unclear := by_word.get(Word.UNCLEAR):
        whose = _list(unclear) if len(unclear) <= _MOST_NAMED else count(len(unclear), "other figure")
        parts.append(f"for {whose} {count(articles, 'article')} cannot tell")
    if not parts:
        return f"{comparison.other} does the same as {comparison.base}"
    return f"{comparison.other} against {comparison.base}: {'; '.join(parts)}"


def make_tables(evaluation: Evaluation) -> list[Table]:
    """The tables to show, in order."""
    if not evaluation.comparisons:
        (scored,) = evaluation.scored
        tables = [Table("", ("", scored.variant.label), _rows([scored]))]
    else:
        tables = [_compare(evaluation, index) for index in range(len(evaluation.comparisons))]
    for scored in evaluation.scored:
        if "all.gold" in scored.tally:
            whose = f": {scored.variant.label}" if len(evaluation.scored) > 1 else ""
            tables += [
                Table(f"Statements by kind{whose}", _KIND_COLUMNS, _kind_rows(scored.tally)),
                Table(
                    f"Statements by kind, by other measures{whose}",
                    _STRICTNESS_COLUMNS,
                    _strictness_rows(scored.tally),
                ),
            ]
    return tables


def dump_evaluation(evaluation: Evaluation) -> dict[str, Any]:
    """Everything, as JSON has it."""
    return {
        "gold": {
            "name": evaluation.name,
            "sha256": evaluation.gold,
            "articles": evaluation.articles,
            "statements": evaluation.statements,
            "positions": evaluation.positions,
        },
        "summarizer": __version__,
        "variants": [_dump_scored(scored) for scored in evaluation.scored],
        "comparisons": [
            {
                "base": c.base,
                "other": c.other,
                "differences": {key: asdict(difference) for key, difference in c.differences.items()},
                "moved": [asdict(moved) for moved in c.moved],
            }
            for c in evaluation.comparisons
        ],
    }


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "article"), count(2000, "article")
    ('1 article', '2,000 articles')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def show_change(change: float) -> str:
    """How far an article moved: "+.120"."""
    return format_change(BY_KEY["content_f1"], change)


def explain_difference(difference: Difference) -> str:
    """The plain word, and how many articles it would take where these cannot tell."""
    if difference.word is not Word.UNCLEAR:
        return difference.word.value
    if difference.needed is None:
        return "cannot tell (too small)"
    return f"cannot tell (~{difference.needed:,})"


def _dump_scored(scored: Scored) -> dict[str, Any]:
    variant, tally = scored.variant, scored.tally
    contents = {}
    for group in GROUPS:
        if f"{group}.gold" in tally:
            counts = _take(tally, group)
            contents[group] = {
                "gold": counts["gold"],
                "found": counts["found"],
                **{measure: rate_contents(counts, measure) for measure in MEASURES},
                "speakers": counts["speakers"],
                "speaker": divide(counts["speakers_right"], counts["speakers"]),
                "pronouns": counts["pronouns"],
            }
    return {
        "label": variant.label,
        "model": variant.model,
        "prompt": variant.prompt,
        "prompt_hash": variant.prompt_hash,
        "parameters": variant.parameters,
        "runs": len(variant.runs),
        "figures": dict(scored.figures),
        "figures_by_run": [dict(figures) for figures in scored.by_run],
        "contents": contents,
        "quoted_runs": _rate_runs(tally),
        "failures": [{"id": name, "error": error} for name, error in scored.failures],
    }


def _take(tally: Tally, group: str) -> Counter[str]:
    prefix = f"{group}."
    return Counter({key.removeprefix(prefix): int(v) for key, v in tally.items() if key.startswith(prefix)})


def _rate_runs(tally: Tally) -> dict[str, float | None]:
    """Shares of quoted runs; None for speakers where the gold does not say where they are named."""
    runs = _take(tally, "run")
    if not runs["gold"]:
        return {}
    return {
        "gold": runs["gold"],
        "precision": divide(runs["right"], runs["found"]),
        "recall": divide(runs["right"], runs["gold"]),
        "speaker": runs["speakers_right"] / runs["speakers"] if runs["speakers"] else None,
        "speaker_end_to_end": runs["speakers_right"] / runs["gold_named"] if runs["gold_named"] else None,
    }


def _rows(scored: Sequence[Scored]) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    group = ""
    for figure in FIGURES:
        if not any(figure.key in s.figures for s in scored):
            continue
        if figure.group != group:
            group = figure.group
            rows.append((group,))
        rows.append((figure.label, *(_format_cell(figure, s) for s in scored)))
    return tuple(rows)


def _compare(evaluation: Evaluation, index: int) -> Table:
    comparison = evaluation.comparisons[index]
    scored = (evaluation.scored[0], evaluation.scored[index + 1])
    by_label = {figure.label: figure for figure in FIGURES}
    rows: list[tuple[str, ...]] = []
    for row in _rows(scored):
        if len(row) == 1:
            rows.append(row)
            continue
        figure = by_label[row[0]]
        difference = comparison.differences.get(figure.key)
        if difference is None:
            rows.append((*row, "–", "", ""))
        elif difference.word is Word.SAME:
            rows.append((*row, "±0", "", "same"))
        else:
            interval = " to ".join(format_change(figure, end) for end in (difference.low, difference.high))
            rows.append(
                (*row, format_change(figure, difference.change), interval, explain_difference(difference))
            )
    title = f"{comparison.other} against {comparison.base}"
    return Table(
        title,
        ("", comparison.base, comparison.other, "change", "95 % interval", "verdict (articles it takes)"),
        tuple(rows),
    )


def _format_cell(figure: Figure, scored: Scored) -> str:
    shown = format_figure(figure, scored.figures.get(figure.key))
    values = [run[figure.key] for run in scored.by_run if figure.key in run]
    if len(values) < 2:
        return shown
    return f"{shown} ({format_figure(figure, min(values))} to {format_figure(figure, max(values))})"


def _kind_rows(tally: Tally) -> tuple[tuple[str, ...], ...]:
    """How many there are and were found, by half an overlap; and how many of those have the right speaker."""
    rows: list[tuple[str, ...]] = []
    for group, counts in _kinds(tally):
        right = counts["speakers_right"] / counts["speakers"] if counts["speakers"] else None
        cells = _shares(*rate_contents(counts, "iou0.5"), right)
        rows.append((group, f"{counts['gold']:,}", f"{counts['found']:,}", *cells))
    if runs := _rate_runs(tally):
        precision, recall, speaker = _shares(runs["precision"], runs["recall"], runs["speaker"])
        found, whole = int(tally.get("run.found", 0)), int(tally["run.gold"])
        rows.append(("quoted runs", f"{whole:,}", f"{found:,}", precision, recall, "", speaker))
    return tuple(rows)


def _strictness_rows(tally: Tally) -> tuple[tuple[str, ...], ...]:
    """The same by the share of words in common, and by F1 for other overlaps."""
    return tuple(
        (
            group,
            *_shares(
                *rate_contents(counts, "prop"),
                *(rate_contents(counts, measure)[2] for measure in ("exact", "t0.3", "t0.8")),
            ),
        )
        for group, counts in _kinds(tally)
    )


def _kinds(tally: Tally) -> list[tuple[str, Counter[str]]]:
    """The kinds of which there are any, with their counts."""
    kinds = [(group, _take(tally, group)) for group in GROUPS]
    return [(group, counts) for group, counts in kinds if counts["gold"] or counts["found"]]


def _shares(*rates: float | None) -> list[str]:
    return [format_figure(BY_KEY["speakers"], rate) for rate in rates]


def _list(words: Sequence[str]) -> str:
    """Words joined as in a sentence.

    >>> _list(["a", "b", "c"])
    'a, b and c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
