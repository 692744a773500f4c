"""An evaluation as Markdown, for a pull request or a note."""

from __future__ import annotations

import re

from summarizer.evaluate.report import (
    Evaluation,
    Table,
    conclude,
    describe_gold,
    describe_variant,
    list_notes,
    make_tables,
    show_change,
)
from summarizer.render import make_plain

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def render_markdown(evaluation: Evaluation) -> str:
    """An evaluation as a document."""
    lines = [f"# {_escape(describe_gold(evaluation))}", ""]
    lines += [f"- {_escape(describe_variant(scored))}" for scored in evaluation.scored]
    for comparison in evaluation.comparisons:
        lines += ["", f"**{_escape(conclude(comparison, evaluation.articles))}.**"]
    for table in make_tables(evaluation):
        lines += ["", *_format_table(table)]
    for comparison in evaluation.comparisons:
        if not comparison.moved:
            continue
        title = f"Articles that moved most from {comparison.base} to {comparison.other}"
        lines += ["", f"## {_escape(title)}", ""]
        for moved in comparison.moved:
            lines.append(f"- {_escape(moved.id)}: {show_change(moved.change)}")
            lines += [f"  - {_escape(line)}" for line in moved.lines]
    if notes := list_notes(evaluation):
        lines += ["", *(f"- Note: {_escape(note)}" for note in notes)]
    return "\n".join(lines) + "\n"


def _format_table(table: Table) -> list[str]:
    rules = ["---", *["---:"] * (len(table.columns) - 1)]
    if table.columns[-1].startswith("verdict"):
        rules[-1] = "---"
    lines = [f"## {_escape(table.title)}", ""] if table.title else []
    lines += [_row([_escape(column) for column in table.columns]), _row(rules)]
    for row in table.rows:
        if len(row) == 1:
            lines.append(_row([f"**{row[0]}**", *[""] * (len(table.columns) - 1)]))
        else:
            lines.append(_row([_escape(cell) for cell in row]))
    return lines


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", make_plain(text))
