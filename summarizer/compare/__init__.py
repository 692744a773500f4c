"""Who holds what across articles: actors by issues, each cell with its evidence.

records    what comes out
collect    rows -> what is compared of them
names      what a name is, and whether two can be one person's
actors     who is the same, and why
issues     wordings of issues, grouped without a model
units      positions that are about one issue beyond doubt
build      cells, sides, changes
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.compare.actors import join_actors
from summarizer.compare.build import Filters, Grouping, build_comparison
from summarizer.compare.collect import collect_rows
from summarizer.compare.issues import group_wordings
from summarizer.compare.records import Cell, Comparison
from summarizer.compare.units import make_units
from summarizer.rows import Row

__all__ = ["Cell", "Comparison", "Filters", "compare_rows"]


def compare_rows(rows: Iterable[Row], filters: Filters | None = None) -> Comparison:
    """Compare the articles of a run, without a model.

    Args:
        rows: from `read_rows`; read one at a time, their texts are not kept.
        filters: what is wanted of it.

    Raises:
        InputError: a filter fits nothing, or the rows cannot be read.
    """
    collection = collect_rows(rows)
    joined = join_actors(collection.articles)
    units = make_units(collection.articles, joined)
    grouping = Grouping(group_wordings(units.items))
    return build_comparison(collection, joined, units, grouping, filters or Filters())
