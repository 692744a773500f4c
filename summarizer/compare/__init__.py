"""Who holds what across articles: actors by issues, each cell with its evidence.

records    what comes out
collect    rows -> what is compared of them
names      what a name is, and whether two can be one person's
actors     who is the same, and why
issues     wordings of issues, grouped without a model
units      positions that are about one issue beyond doubt
sort       the same units, sorted by a model
build      cells, sides, changes
text       for a terminal
table      CSV
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.compare.actors import join_actors
from summarizer.compare.build import Filters, Grouping, build_comparison
from summarizer.compare.collect import collect_rows
from summarizer.compare.issues import group_wordings
from summarizer.compare.records import Cell, Comparison
from summarizer.compare.units import make_units
from summarizer.pipeline import Options, Progress, run_coroutine
from summarizer.rows import Row

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

__all__ = ["Cell", "Comparison", "Filters", "acompare_rows", "compare_rows"]


def compare_rows(
    rows: Iterable[Row],
    filters: Filters | None = None,
    *,
    model: str | None = None,
    client: AsyncOpenAI | OpenAI | None = None,
    prompt: str | Path = "issues",
    options: Options | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Comparison:
    """Compare the articles of a run.

    Args:
        rows: from `read_rows`; read one at a time, their texts are not kept.
        filters: what is wanted of it.
        model: who sorts the issues; None: they are grouped by wording, and nobody is asked.
        client: an OpenAI or AsyncOpenAI client that is ready to use.
        prompt: the name or path of the prompt file that tells the model how.
        options: limits and settings; max_cost is of the whole comparison.
        on_progress: called from time to time while a model works.

    Raises:
        InputError: a filter fits nothing, or the rows cannot be read.
        SummarizerError: model, prompt or an option is wrong, or the model did not answer at all.
    """
    return run_coroutine(
        acompare_rows(
            rows,
            filters,
            model=model,
            client=client,
            prompt=prompt,
            options=options,
            on_progress=on_progress,
        )
    )


async def acompare_rows(
    rows: Iterable[Row],
    filters: Filters | None = None,
    *,
    model: str | None = None,
    client: AsyncOpenAI | OpenAI | None = None,
    prompt: str | Path = "issues",
    options: Options | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Comparison:
    """Like `compare_rows`, for asynchronous code."""
    filters, options = filters or Filters(), options or Options()
    if model is not None:
        from summarizer.compare.sort import open_sorter, sort_issues
        from summarizer.prompt import load_issues_prompt

        sorter, loaded = open_sorter(model, options, client), load_issues_prompt(prompt)
    collection = collect_rows(rows)
    joined = join_actors(collection.articles)
    units = make_units(collection.articles, joined)
    if model is None:
        grouping = Grouping(group_wordings(units.items))
        return build_comparison(collection, joined, units, grouping, filters)
    headlines = [collection.articles[places[0]].about.title for places in units.articles]
    try:
        sorted_ = await sort_issues(
            units.items, headlines, model=sorter, prompt=loaded, options=options, on_progress=on_progress
        )
    finally:
        await sorter.aclose()
    comparison = build_comparison(collection, joined, units, sorted_.grouping, filters)
    return comparison.model_copy(
        update={
            "grouped_by": "model",
            "model": sorter.endpoint.model,
            "prompt": loaded.name,
            "prompt_hash": loaded.hash,
            "usage": sorted_.usage,
            "notes": (*comparison.notes, *sorted_.notes),
        }
    )
