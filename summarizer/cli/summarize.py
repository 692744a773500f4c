"""`summarizer article.txt`: one article's summary, or with --dry-run what would be asked for it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import EXIT_CODES, GroupedCommand
from summarizer.cli.model_options import LIMITS, MODEL_FILE, READING, RUNNING, Flags, with_options
from summarizer.cli.options import AllowPrivate, Format, NoColor, Output, Quiet, Verbose
from summarizer.cli.progress import show_progress
from summarizer.cli.reading import read_article
from summarizer.cli.writing import (
    JSON_FORMATS,
    check_output,
    choose_format,
    format_claim,
    format_requests,
    format_summary,
    make_console,
    say,
    write_output,
)

if TYPE_CHECKING:
    from summarizer.api import Summarizer
    from summarizer.models import ChatModel
    from summarizer.pipeline.drivers import Model
    from summarizer.records import Article, Claim, Metadata, Summary
    from summarizer.settings import Settings

_DOUBTFUL = 3  # exit code

_OUTPUT, _LIMITS, _KNOWN = "Output", "Limits", "What the article does not tell"
_RUN = "How it runs"

_EPILOG = (
    """
\b
Examples:
  summarizer article.txt --model extractive            no model, no network
  summarizer article.txt --model gpt-5.4-mini          with OPENAI_API_KEY set
  summarizer article.txt --model ollama/llama3.2       a model on this machine
  summarizer article.txt --model local/small.gguf      a model file, in this process
  summarizer article.txt --model NAME --base-url http://host:8000/v1
  summarizer article.txt --model NAME --seed 1 --parameter 'extra_body={"min_p": 0.1}'
  summarizer page.html --language de -o summary.md
  summarizer article.txt -o page.html                  a page to read in a browser
  summarizer article.txt --verify gpt-5.4-mini         a second opinion on what is open
  summarizer article.txt --model NAME --stream         claims as they are written
  summarizer article.txt --dry-run                     what would be sent, and its price

\b
Settings: options go before the environment (SUMMARIZER_MODEL, SUMMARIZER_TIMEOUT …), that
before summarizer.toml or [tool.summarizer] in pyproject.toml. Keys come from the environment
only: OPENAI_API_KEY, or SUMMARIZER_API_KEY for the server of --base-url.
"""
    + EXIT_CODES
)


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command(name="summarize", cls=GroupedCommand, epilog=_EPILOG)(_summarize)


def _check_date(value: str | None) -> str | None:
    """An ISO 8601 date as it is: a year, a month, a day, or with a time."""
    if value is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", value):
        return value
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter("write it like 2025-03-04") from None
    return value


@with_options(READING, LIMITS, MODEL_FILE, RUNNING)
def _summarize(
    *,
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", help="A file (text or HTML), a URL, or - for standard input."),
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="Default: what --output ends in, else text.", rich_help_panel=_OUTPUT),
    ] = None,
    output: Output = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 3 if anything is doubtful.", rich_help_panel=_OUTPUT)
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Show requests, tokens and price; send nothing.", rich_help_panel=_OUTPUT
        ),
    ] = False,
    stream: Annotated[
        bool,
        typer.Option(
            "--stream",
            help="Print each claim as soon as it is written, then the summary; in JSON an object a line.",
            rich_help_panel=_OUTPUT,
        ),
    ] = False,
    no_color: NoColor = False,
    flags: Flags,
    max_cost: Annotated[
        float | None,
        typer.Option(metavar="DOLLARS", min=0, help="Stop before it costs more.", rich_help_panel=_LIMITS),
    ] = None,
    concurrency: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Requests side by side. Default: 8.", rich_help_panel=_LIMITS),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Its title.", rich_help_panel=_KNOWN)
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="When it appeared: 2025-03-04.", rich_help_panel=_KNOWN, callback=_check_date
        ),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where it stands; nothing is fetched.", rich_help_panel=_KNOWN),
    ] = None,
    allow_private: AllowPrivate = False,
    log_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Write each request and answer there, keys left out.", rich_help_panel=_RUN
        ),
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Summarize one article.

    Who holds which position and who claims what, each with the sentences that show it.
    """
    del verbose  # has done its work when it was parsed
    check_output(output, article)
    from summarizer.cli.offline import read_settings

    settings = read_settings(flags | {"max_cost": max_cost, "concurrency": concurrency, "log_dir": log_dir})
    form = choose_format(format_, output, settings.format)
    if stream and form is Format.HTML and output in (None, "-"):
        raise typer.BadParameter("a page is written whole: --output page.html", param_hint="--stream")
    summarizer = open_summarizer(settings, sends=not dry_run, quiet=quiet)
    source = read_article(article, metadata=_make_metadata(title, date, url), allow_private=allow_private)
    if dry_run:
        say_default(settings, quiet=quiet)
        write_output(_describe_plan(summarizer, source, form), output, json=form is Format.JSON)
        return
    if summarizer.engine == "extractive" and settings.model is None and not quiet:
        say(
            "note: no model is set, so the built-in extractive engine reads the article; for a model's "
            "summary set OPENAI_API_KEY or give --model (summarizer models lists them)"
        )
    show = partial(_show_claim, form=form, no_color=no_color) if stream else None
    summary = _ask(summarizer, source, quiet=quiet, no_color=no_color, on_claim=show)
    console = make_console(output, no_color=no_color)
    text = format_summary(summary, source, form, console)
    if stream and output in (None, "-"):
        # After what was streamed: an object a line stays an object a line.
        if form is Format.JSON:
            text = f'{{"summary": {summary.model_dump_json()}}}\n'
        elif summarizer.engine == "model":
            text = f"\n{text}"
    write_output(text, output, json=form in JSON_FORMATS and not stream, html=form is Format.HTML)
    if not summary.complete and not quiet:
        say("warning: not the whole article was read; the problems listed say why")
    if strict and not (summary.complete and not summary.doubtful):
        if summary.doubtful and not quiet:
            count = len(summary.doubtful)
            say(f"strict: {count} item{'s are' if count > 1 else ' is'} disputed or unsupported")
        raise typer.Exit(_DOUBTFUL)


def _make_metadata(title: str | None, date: str | None, url: str | None) -> Metadata | None:
    from summarizer.records import Metadata

    return Metadata(title=title, date=date, url=url) if title or date or url else None


def say_default(settings: Settings, *, quiet: bool) -> None:
    """Say of a dry run that it is for a model where, without it, the built-in engine would read."""
    import os

    from summarizer.models import DEFAULT_MODEL, resolve_model

    if quiet or settings.model is not None:
        return
    key = settings.api_key.get_secret_value() if settings.api_key else None
    if resolve_model(None, base_url=settings.base_url, api_key=key, environ=os.environ) is None:
        say(
            f"note: no model is set: this is what {DEFAULT_MODEL} would be sent, which reads where "
            "OPENAI_API_KEY is set; as it is, the built-in extractive engine reads, and sends nothing"
        )


def open_summarizer(settings: Settings, *, sends: bool, quiet: bool) -> Summarizer:
    """A Summarizer by the settings.

    Where the articles go is said if a file decides that which may have come with somebody else's repository.

    Args:
        settings: resolved.
        sends: whether articles will be sent; a dry run needs no key.
        quiet: say nothing.
    """
    from summarizer.api import Summarizer

    summarizer = Summarizer(
        settings.model,
        prompt=settings.prompt,
        options=settings.options(),
        wrap=_recall if settings.cache else None,
        sends=sends,
    )
    if sends and not quiet and settings.server_file and summarizer.engine == "model":
        say(f"note: articles go to {settings.base_url}, as {settings.server_file} says")
    return summarizer


def _recall(model: ChatModel) -> Model:
    """The model, not asked again what it has answered."""
    from summarizer.api import recall_replies
    from summarizer.models import ReplyCache

    return recall_replies(ReplyCache(), model)


def _show_claim(claim: Claim, *, form: Format, no_color: bool) -> None:
    """Print a claim of a summary that is still being made."""
    write_output(format_claim(claim, form, make_console(None, no_color=no_color)))


def _ask(
    summarizer: Summarizer,
    article: Article,
    *,
    quiet: bool,
    no_color: bool,
    on_claim: Callable[[Claim], None] | None,
) -> Summary:
    """The summary, with progress on a terminal while a model works, or claims as they come."""
    import asyncio

    async def ask() -> Summary:
        try:
            return await summarizer.asummarize(article, on_progress=update, on_claim=on_claim)
        finally:
            await summarizer.aclose()

    wanted = not quiet and summarizer.engine == "model" and on_claim is None
    with show_progress(summarizer.model_name, wanted=wanted, no_color=no_color) as update:
        return asyncio.run(ask())


def _describe_plan(summarizer: Summarizer, article: Article, form: Format) -> str:
    """What would be sent, to the letter in JSON, and on a terminal as safe text."""
    from dataclasses import asdict

    from summarizer.render.outline import format_cost

    plan = summarizer.plan(article)
    if form is Format.JSON:
        return json.dumps(asdict(plan), indent=2) + "\n"
    lines = format_requests(plan.requests)
    price = "price unknown"
    if plan.cost_low is not None and plan.cost_high is not None:
        low, high = format_cost(plan.cost_low), format_cost(plan.cost_high)
        price = low if low == high else f"{low} to {high}"
    count = len(plan.requests)
    lines.append(
        f"=== {plan.model}: {count} request{'s' if count != 1 else ''}, {plan.tokens_in:,} tokens in, "
        f"at most {plan.tokens_out_max:,} out, {price}, follow-ups not counted; nothing was sent"
    )
    return "\n".join(lines) + "\n"
