"""Rows -> files of text that other tools open: CSV, Markdown, Web Annotation, schema.org."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.export.tables import COLUMNS, Records, make_records
from summarizer.records import Summary
from summarizer.render import dump_json, render_markdown
from summarizer.render.annotations import make_annotations, make_collection
from summarizer.render.cells import write_csv
from summarizer.render.jsonld import make_graph
from summarizer.render.markdown import escape_markdown
from summarizer.render.outline import describe_source
from summarizer.render.table import render_items
from summarizer.rows import Row

_HEADING = re.compile(r"^#", re.MULTILINE)
# The same bytes for the same articles: a zip keeps times, and has none before 1980.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def render_csv(rows: Iterable[Row]) -> str:
    """One table: a line for each position and each claim."""
    return render_items(_list_summaries(rows))


def render_tables(rows: Iterable[Row]) -> dict[str, str]:
    """All tables of the database as CSV, by file name: "claims.csv"."""
    records: Records = {table: [] for table in COLUMNS}
    for row in rows:
        for table, each in make_records(row).items():
            records[table] += each
    return {
        f"{table}.csv": write_csv(tuple(columns), ([r[c] for c in columns] for r in records[table]))
        for table, columns in COLUMNS.items()
    }


def write_folder(rows: Iterable[Row], folder: Path) -> int:
    """Write all tables into a folder, which is made where there is none; how many files.

    Raises:
        OSError: it cannot be written.
    """
    files = render_tables(rows)
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    return len(files)


def render_zip(rows: Iterable[Row]) -> bytes:
    """All tables as CSV in a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in render_tables(rows).items():
            data = text.encode("utf-8", "replace")
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def render_markdown_book(rows: Iterable[Row]) -> str:
    """All articles as one Markdown document, a table of contents first, errors at the end."""
    contents: list[str] = []
    parts: list[str] = []
    failures: list[str] = []
    for row in rows:
        if row.summary is None:
            if row.error:
                words = f"{row.id}: {row.error.type}: {row.error.message}"
                failures.append(f"- {escape_markdown(words)}")
            continue
        about = describe_source(row.summary)
        headline = escape_markdown(row.summary.headline.text) or "(no headline)"
        contents.append(
            f"{len(contents) + 1}. {headline}" + (f" ({escape_markdown(about)})" if about else "")
        )
        # One level down, so that each article is a part of the document; what an article has is escaped.
        parts.append(_HEADING.sub("##", render_markdown(row.summary)))
    count = len(contents)
    blocks = [f"# {count} article{'' if count == 1 else 's'}\n"]
    if contents:
        blocks.append("\n".join(contents) + "\n")
    blocks += parts
    if failures:
        blocks.append("## Articles without a summary\n\n" + "\n".join(failures) + "\n")
    return "\n".join(blocks)


def render_annotations(rows: Iterable[Row]) -> str:
    """All articles' Web Annotations as one AnnotationCollection."""
    annotations = [a for _, summary in _list_summaries(rows) for a in make_annotations(summary)]
    return dump_json(make_collection(annotations, "Claims and positions")) + "\n"


def render_jsonld(rows: Iterable[Row]) -> str:
    """All articles and claims as one schema.org document."""
    return dump_json(make_graph(summary for _, summary in _list_summaries(rows))) + "\n"


def _list_summaries(rows: Iterable[Row]) -> Iterator[tuple[str, Summary]]:
    return ((row.id, row.summary) for row in rows if row.summary is not None)
