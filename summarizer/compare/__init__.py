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

    from summarizer.compare.sort import SortedIssues

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
    if model is None:
        return _Work(rows, filters, options).finish_by_wording()
    sorter = _Sorter(model, client, prompt, options)  # what is wrong with it is told before any work
    work = _Work(rows, filters, options)
    # Only what needs an event loop runs in one: at its end asyncio.run takes the repr of its result.
    return work.finish_sorted(run_coroutine(sorter.sort(work, on_progress)), sorter)


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
    if model is None:
        return _Work(rows, filters, options).finish_by_wording()
    sorter = _Sorter(model, client, prompt, options)
    work = _Work(rows, filters, options)
    return work.finish_sorted(await sorter.sort(work, on_progress), sorter)


class _Work:
    """A comparison in the making: what does not depend on how issues are grouped, and the rest."""

    def __init__(self, rows: Iterable[Row], filters: Filters | None, options: Options | None) -> None:
        self.filters, self.options = filters or Filters(), options or Options()
        self.collection = collect_rows(rows)
        self.joined = join_actors(self.collection.articles)
        self.units = make_units(self.collection.articles, self.joined)

    def finish(self, grouping: Grouping) -> Comparison:
        return build_comparison(self.collection, self.joined, self.units, grouping, self.filters)

    def finish_by_wording(self) -> Comparison:
        return self.finish(Grouping(group_wordings(self.units.items)))

    def finish_sorted(self, found: SortedIssues, sorter: _Sorter) -> Comparison:
        comparison = self.finish(found.grouping)
        return comparison.model_copy(
            update={
                "grouped_by": "model",
                "model": sorter.model.endpoint.model,
                "prompt": sorter.prompt.name,
                "prompt_hash": sorter.prompt.hash,
                "usage": found.usage,
                "notes": (*comparison.notes, *found.notes),
            }
        )


class _Sorter:
    """Who sorts the issues, and how it is told to."""

    def __init__(
        self, model: str, client: AsyncOpenAI | OpenAI | None, prompt: str | Path, options: Options | None
    ) -> None:
        from summarizer.compare.sort import open_sorter
        from summarizer.prompt import load_issues_prompt

        self.model = open_sorter(model, options or Options(), client)
        self.prompt = load_issues_prompt(prompt)

    async def sort(self, work: _Work, on_progress: Callable[[Progress], None] | None) -> SortedIssues:
        from summarizer.compare.sort import sort_issues

        articles = work.collection.articles
        headlines = [articles[places[0]].about.title for places in work.units.articles]
        try:
            return await sort_issues(
                work.units.items,
                headlines,
                model=self.model,
                prompt=self.prompt,
                options=work.options,
                on_progress=on_progress,
            )
        finally:
            await self.model.aclose()
