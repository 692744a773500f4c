"""`summarizer export out.jsonl -o out.db`: the articles of a run for other tools."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.options import Quiet, Verbose
from summarizer.cli.writing import check_output, say, write_output

if TYPE_CHECKING:
    from summarizer.rows import Row

_EPILOG = """
\b
Examples:
  summarizer export out.jsonl -o out.db           SQLite; then: datasette out.db
  summarizer export out.jsonl -o out.csv          a line for each position and claim
  summarizer export out.jsonl -o tables/          all tables, a CSV file each (or -o out.zip)
  summarizer export out.jsonl -o out.md           one document
  summarizer export out.jsonl -o out.jsonld       schema.org: articles and claims
  summarizer export out.jsonl --format annotations -o out.json

\b
A database is added to: articles that are exported again are replaced, others stay.
CSV is UTF-8 without a byte order mark (in Excel: Data, From Text/CSV); a cell that a
spreadsheet would take for a formula begins with an apostrophe.
Annotations point to the page by its address, to the passage by its words and by its offsets
in the cleaned text.
"""


class ExportFormat(StrEnum):
    """What other tools open."""

    SQLITE = "sqlite"
    CSV = "csv"
    MARKDOWN = "markdown"
    ANNOTATIONS = "annotations"
    JSONLD = "jsonld"


_SUFFIXES = {
    ".db": ExportFormat.SQLITE,
    ".sqlite": ExportFormat.SQLITE,
    ".sqlite3": ExportFormat.SQLITE,
    ".csv": ExportFormat.CSV,
    ".zip": ExportFormat.CSV,
    ".md": ExportFormat.MARKDOWN,
    ".markdown": ExportFormat.MARKDOWN,
    ".jsonld": ExportFormat.JSONLD,
}


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command(name="export", cls=GroupedCommand, epilog=_EPILOG)(_export)


def _export(
    *,
    summaries: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Of a batch, or of --format json; - for standard input."),
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE|FOLDER", help="Where to; - for standard output."),
    ],
    format_: Annotated[
        ExportFormat | None, typer.Option("--format", help="Default: what --output ends in.")
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Write the articles of a run for other tools.

    A database, tables, a document, annotations, linked data; whole or not at all.
    """
    del verbose
    form = format_ or _choose_format(output)
    folder = form is ExportFormat.CSV and output != "-" and (output.endswith("/") or Path(output).is_dir())
    if not folder:
        check_output(output, summaries[0] if len(summaries) == 1 else None)
    from summarizer.cli.rows import read_all_rows
    from summarizer.errors import ConfigurationError

    counted = _Counted(read_all_rows(summaries))
    if form is ExportFormat.SQLITE:
        from summarizer.export import write_database

        if output == "-":
            raise typer.BadParameter("a database needs a file of its own", param_hint="--output")
        write_database(counted, Path(output))
    elif folder:
        from summarizer.export import write_folder

        try:
            write_folder(counted, Path(output))
        except OSError as error:
            raise ConfigurationError(f"{output} cannot be written: {error.strerror or error}") from error
    elif output.lower().endswith(".zip"):
        from summarizer.cli.writing import write_bytes
        from summarizer.export import render_zip

        write_bytes(render_zip(counted), output)
    else:
        as_json = form in (ExportFormat.ANNOTATIONS, ExportFormat.JSONLD)
        write_output(_render(counted, form), output, json=as_json)
    if not quiet and output != "-":
        failed = f", {counted.failures} of them without a summary" if counted.failures else ""
        say(f"{output}: {counted.rows:,} article{'' if counted.rows == 1 else 's'}{failed}")


def _choose_format(output: str) -> ExportFormat:
    """The format that a file's name ends in.

    Raises:
        BadParameter: it ends in none that is known.
    """
    path = Path(output)
    if output.endswith("/") or path.is_dir():
        return ExportFormat.CSV
    if (form := _SUFFIXES.get(path.suffix.lower())) is None:
        known = ", ".join(_SUFFIXES)
        raise typer.BadParameter(
            f"{output} does not say which format is wanted: end it in one of {known}, or give --format",
            param_hint="--output",
        )
    return form


class _Counted:
    """Rows as they come, counted."""

    def __init__(self, source: Iterator[Row]) -> None:
        self.source = source
        self.rows = self.failures = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self.source:
            self.rows += 1
            self.failures += row.summary is None
            yield row


def _render(rows: _Counted, form: ExportFormat) -> str:
    from summarizer import export

    return {
        ExportFormat.CSV: export.render_csv,
        ExportFormat.MARKDOWN: export.render_markdown_book,
        ExportFormat.ANNOTATIONS: export.render_annotations,
        ExportFormat.JSONLD: export.render_jsonld,
    }[form](rows)
