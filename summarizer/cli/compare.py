"""`summarizer compare out.jsonl`: who holds what across the articles of a run."""

from __future__ import annotations

import contextlib
import gc
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.model_options import WRITING, Flags, with_options
from summarizer.cli.options import NoColor, Offline, Output, Quiet, Verbose
from summarizer.cli.progress import show_progress
from summarizer.cli.writing import (
    check_output,
    find_named_format,
    make_console,
    say,
    take_printed,
    write_output,
)

if TYPE_CHECKING:
    from summarizer.compare import Comparison, Filters

_OUTPUT, _WANTED, _MODEL = "Output", "What of it", "Issues by meaning"

_EPILOG = """
\b
Examples:
  summarizer compare out.jsonl                        by issue: who is for it, who against
  summarizer compare out.jsonl --actor Okafor         with the articles and passages
  summarizer compare out.jsonl --issue "night flights" --since 2025-03
  summarizer compare out.jsonl -o compare.html        a page
  summarizer compare out.jsonl -o compare.csv         a line an actor, issue and article
  summarizer compare out.jsonl --model gpt-5.4-mini --max-cost 0.10

\b
Names: a full name is one actor wherever it stands; a surname alone, an abbreviation and the
like only where one bearer alone can be meant and somebody else stands beside both. What was
joined, and why, is shown; different people with one surname stay apart.
Issues are grouped by their wording, or with --model by their meaning; nobody is asked without it.
"""


class ComparisonFormat(StrEnum):
    """How a comparison is written out."""

    TEXT = "text"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


_SUFFIXES = {".html": "html", ".htm": "html", ".csv": "csv", ".json": "json", ".txt": "text"}


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command(name="compare", cls=GroupedCommand, epilog=_EPILOG)(_compare)


def _check_day(value: str | None) -> str | None:
    if value is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        return value
    raise typer.BadParameter("write it like 2025, 2025-03 or 2025-03-04")


@with_options(WRITING)
def _compare(
    *,
    summaries: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Of a batch, or of --format json; - for standard input."),
    ],
    actor: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORDS", help="Only actors with these words in a name.", rich_help_panel=_WANTED
        ),
    ] = None,
    issue: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help="Only issues with these words.", rich_help_panel=_WANTED),
    ] = None,
    min_count: Annotated[
        int,
        typer.Option(metavar="N", min=1, help="Only issues with N positions.", rich_help_panel=_WANTED),
    ] = 1,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="First day: 2025-03-04.", rich_help_panel=_WANTED, callback=_check_day
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Last day, month or year.", rich_help_panel=_WANTED, callback=_check_day
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who sorts the issues by meaning.", rich_help_panel=_MODEL),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="A server that speaks OpenAI's protocol.", rich_help_panel=_MODEL),
    ] = None,
    prompt: Annotated[
        str,
        typer.Option(
            metavar="NAME|FILE", help="What it is told. Default: issues.", rich_help_panel=_MODEL,
            show_default=False,
        ),
    ] = "issues",
    max_cost: Annotated[
        float | None,
        typer.Option(metavar="DOLLARS", min=0, help="Stop before it costs more.", rich_help_panel=_MODEL),
    ] = None,
    flags: Flags,
    format_: Annotated[
        ComparisonFormat | None,
        typer.Option("--format", help="Default: what --output ends in, else text.", rich_help_panel=_OUTPUT),
    ] = None,
    output: Output = None,
    no_color: NoColor = False,
    offline: Offline = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:  # fmt: skip
    """Compare who holds what across articles.

    Issue by issue: who supports and who opposes it, in how many positions, who changed sides.
    """
    del verbose
    check_output(output, summaries[0] if len(summaries) == 1 else None)
    form = format_ or ComparisonFormat(find_named_format(output, _SUFFIXES) or "text")
    from summarizer.compare import Filters

    filters = Filters(
        actors=tuple(actor or ()), issues=tuple(issue or ()), min_count=min_count, since=since, until=until
    )
    asked = flags | {"model": model, "base_url": base_url, "max_cost": max_cost, "offline": offline or None}
    comparison = _make(summaries, filters, asked, prompt=prompt, quiet=quiet, no_color=no_color)
    if not quiet:
        for note in comparison.notes:
            say(f"note: {note}")
    text = _format(comparison, form, output, filters, no_color=no_color)
    write_output(text, output, json=form is ComparisonFormat.JSON, html=form is ComparisonFormat.HTML)


def _make(
    summaries: list[str],
    filters: Filters,
    asked: dict[str, Any],
    *,
    prompt: str,
    quiet: bool,
    no_color: bool,
) -> Comparison:
    """The comparison, with a model's help only where the command line names one."""
    from summarizer.cli.rows import read_all_rows
    from summarizer.compare import compare_rows

    name = asked["model"]
    if name is None:
        with _pause_gc():
            return compare_rows(read_all_rows(summaries), filters)
    from summarizer.cli.offline import read_settings

    settings = read_settings(asked)
    if settings.server_file and not quiet:
        say(f"note: issues go to {settings.base_url}, as {settings.server_file} says")
    with show_progress(name, wanted=not quiet, no_color=no_color) as update, _pause_gc():
        return compare_rows(
            read_all_rows(summaries),
            filters,
            model=name,
            prompt=prompt,
            options=settings.options(),
            on_progress=update,
        )


@contextlib.contextmanager
def _pause_gc() -> Iterator[None]:
    """No looking for cycles: a hundred thousand records are made of which none is garbage.

    Looking again and again would take as long as all the rest.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _format(
    comparison: Comparison, form: ComparisonFormat, output: str | None, filters: Filters, *, no_color: bool
) -> str:
    if form is ComparisonFormat.JSON:
        from summarizer.render import render_json

        return render_json(comparison) + "\n"
    if form is ComparisonFormat.CSV:
        from summarizer.compare.table import render_table

        return render_table(comparison)
    if form is ComparisonFormat.HTML:
        from summarizer.compare.page import render_comparison_page

        return render_comparison_page(comparison)
    from summarizer.compare.text import render_comparison

    console = make_console(output, no_color=no_color)
    render_comparison(comparison, console, evidence=bool(filters.actors or filters.issues))
    return take_printed(console)
