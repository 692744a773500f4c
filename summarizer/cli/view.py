"""`summarizer view out.jsonl`: summaries as pages for a browser."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import GroupedCommand, is_piped
from summarizer.cli.options import Quiet, Verbose
from summarizer.cli.progress import show_count
from summarizer.cli.writing import check_output, is_terminal, say, write_output

if TYPE_CHECKING:
    from summarizer.rows import Row

_STDIN = "-"
_SUFFIXES = (".html", ".htm")
# What makes a folder one that `view` wrote, and may write again.
_MARK = '<meta name="generator" content="summarizer">'

_EPILOG = """
\b
Examples:
  summarizer view out.jsonl                    look at a run in the browser
  summarizer view out.jsonl -o pages           a folder to keep: open pages/index.html
  summarizer view summary.json -o page.html    one article, one file
  summarizer article.txt --format json | summarizer view - > page.html
"""


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command(name="view", cls=GroupedCommand, epilog=_EPILOG)(_view)


def _view(
    *,
    run: Annotated[
        str | None,
        typer.Argument(
            metavar="RUN", help="What batch or --format json wrote, or - for standard input."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE|FOLDER",
            help="FILE.html for one article; a folder for any number.", rich_help_panel="Output",
        ),
    ] = None,
    open_: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open", show_default=False,
            help="Open the browser. Default: on a terminal, without --output.", rich_help_panel="Output",
        ),
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:  # fmt: skip
    """Show summaries as pages.

    One article becomes one file, a run a folder with an index that searches and sorts. Every page is
    complete in itself: nothing is fetched, nothing is sent.
    """
    del verbose
    single = output is not None and (output == _STDIN or Path(output).suffix.lower() in _SUFFIXES)
    if single:
        check_output(output, run)
    elif output is not None:
        _check_folder(Path(output))
    rows = _read(run)
    first = list(islice(rows, 2))
    name = "Run" if run in (None, _STDIN) else Path(str(run)).stem
    _check_rows(first, run or "standard input")
    everything = chain(first, rows)
    if output is None and not is_terminal() and not open_:
        output, single = _STDIN, True
    if single and len(first) > 1:
        raise typer.BadParameter("many articles need a folder: --output FOLDER", param_hint="--output")
    if single:
        write_output(_render_one(first[0]), output, html=True)
        place = None if output in (None, _STDIN) else Path(str(output))
    else:
        place = _write_pages(everything, one=len(first) == 1, output=output, name=name, quiet=quiet)
        if not quiet:
            say(f"note: the page to open is {place}")
    if place is not None and (open_ or (open_ is None and output is None)):
        _open(place)


def _read(run: str | None) -> Iterator[Row]:
    from summarizer.errors import InputError
    from summarizer.rows import parse_rows, read_rows

    if run is None:
        if not is_piped():
            raise typer.BadParameter("name a file of summaries, or pipe one in", param_hint="RUN")
        run = _STDIN
    if run != _STDIN:
        return read_rows(Path(run))
    if sys.stdin is None:
        raise InputError("standard input is closed; name a file")
    return parse_rows((line.decode("utf-8", "replace") for line in sys.stdin.buffer), "standard input")


def _check_rows(first: list[Row], run: str) -> None:
    from summarizer.errors import InputError

    if not first:
        raise InputError(f"{run} holds no summary")
    if len(first) == 1 and (error := first[0].error) is not None:
        raise InputError(f"{run} holds one article, which has no summary: {error.type}: {error.message}")


def _render_one(row: Row) -> str:
    from summarizer.render.pages import render_article_page

    assert row.summary is not None  # noqa: S101 - checked above
    return render_article_page(row.summary)


def _check_folder(folder: Path) -> None:
    """Find out before any work whether a folder can be written, and whether it is free or ours.

    Raises:
        BadParameter: it is not.
    """
    index = folder / "index.html"
    if folder.is_dir():
        if not os.access(folder, os.W_OK):
            raise typer.BadParameter(f"{folder} cannot be written: permission denied", param_hint="--output")
        if any(folder.iterdir()) and not (index.is_file() and _MARK.encode() in index.read_bytes()[:4096]):
            raise typer.BadParameter(
                f"{folder} holds other files; name a new folder, or FILE.html for one page",
                param_hint="--output",
            )
    elif folder.exists():
        raise typer.BadParameter(
            f"{folder} is a file, and no page: name a folder or FILE.html", param_hint="--output"
        )
    elif not folder.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no directory {folder.parent}", param_hint="--output")


def _write_pages(rows: Iterator[Row], *, one: bool, output: str | None, name: str, quiet: bool) -> Path:
    """Write a run's folder, or one page to look at; where to start reading."""
    from tempfile import mkdtemp

    from summarizer.errors import ConfigurationError
    from summarizer.render.pages import render_run

    folder = Path(output) if output is not None else Path(mkdtemp(prefix="summarizer-"))
    if one and output is None:
        place = folder / "article.html"
        write_output(_render_one(next(rows)), str(place))
        return place
    place = folder
    with show_count("pages", wanted=not quiet) as count:
        for path, page in render_run(rows, name):
            place = folder / path
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ConfigurationError(
                    f"{place.parent} cannot be made: {error.strerror or error}"
                ) from error
            write_output(page, str(place))
            count()
    return place  # the index comes last


def _open(page: Path) -> None:
    """Show a page in the browser, where there is one."""
    import webbrowser

    try:
        opened = webbrowser.open(page.absolute().as_uri())
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        say("note: no browser could be opened here")
