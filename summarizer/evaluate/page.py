"""An evaluation as a page for a browser: one file that needs nothing else."""

from __future__ import annotations

from summarizer import __version__
from summarizer.evaluate.report import (
    Evaluation,
    conclude,
    describe_gold,
    describe_variant,
    list_notes,
    make_tables,
    show_change,
)
from summarizer.render.pages import render_page as render_frame


def render_page(evaluation: Evaluation) -> str:
    """An evaluation as HTML; every text in it is escaped."""
    values: dict[str, object] = {
        "title": f"{' and '.join(s.variant.label for s in evaluation.scored)} on {evaluation.name}",
        "gold": describe_gold(evaluation),
        "variants": [describe_variant(scored) for scored in evaluation.scored],
        "conclusions": [conclude(comparison, evaluation.articles) for comparison in evaluation.comparisons],
        "tables": make_tables(evaluation),
        "comparisons": [
            {
                "base": comparison.base,
                "other": comparison.other,
                "moved": [
                    {"id": moved.id, "change": show_change(moved.change), "lines": moved.lines}
                    for moved in comparison.moved
                ],
            }
            for comparison in evaluation.comparisons
        ],
        "notes": list_notes(evaluation),
        "version": __version__,
    }
    return render_frame("evaluation.html", values)
