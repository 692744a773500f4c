"""`summarizer clean`: the article without what stuck to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.options import AllowPrivate, NoColor, Offline, Output, Structure, Verbose
from summarizer.cli.reading import read_article
from summarizer.cli.writing import check_output, is_terminal, make_console, take_printed, write_output

if TYPE_CHECKING:
    from summarizer.records import Article

_EPILOG = """
\b
Examples:
  summarizer clean page.html > article.txt
  summarizer clean paste.txt --show-removed
  summarizer clean page.html --format json     text, edits over the raw input, metadata
"""


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command(name="clean", cls=GroupedCommand, epilog=_EPILOG)(_clean)


def _clean(
    *,
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", help="A file (text or HTML), a URL, or - for standard input."),
    ] = None,
    show_removed: Annotated[
        bool,
        typer.Option(
            "--show-removed", help="Show what went and why, in its place.", rich_help_panel="Output"
        ),
    ] = False,
    format_: Annotated[
        Structure, typer.Option("--format", help="json: text, edits and metadata.", rich_help_panel="Output")
    ] = Structure.TEXT,
    output: Output = None,
    no_color: NoColor = False,
    allow_private: AllowPrivate = False,
    _offline: Offline = False,
    verbose: Verbose = 0,
) -> None:
    """Print an article without its leftovers.

    Scripts, notices, adverts and the like go; --show-removed says which and why.
    """
    del verbose
    check_output(output, article)
    cleaned = read_article(article, allow_private=allow_private)
    if format_ is Structure.JSON:
        write_output(_format_json(cleaned), output, json=True)
    elif show_removed:
        from summarizer.render import render_removed

        console = make_console(output, no_color=no_color)
        render_removed(cleaned, console)
        write_output(take_printed(console), output)
    else:
        write_output(_take_text(cleaned, to_terminal=is_terminal(output)), output)


def _take_text(article: Article, *, to_terminal: bool) -> str:
    """The text as it is for a file or another program, without control characters for a terminal."""
    from summarizer.render import make_safe

    return (make_safe(article.text) if to_terminal else article.text) + "\n"


def _format_json(article: Article) -> str:
    from summarizer.render import dump_json

    return dump_json({"text": article.text, **article.model_dump()}) + "\n"
