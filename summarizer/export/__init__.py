"""The articles of a run for other tools.

tables     a row as records of tables
sqlite     a database
files      CSV, Markdown, Web Annotation, schema.org
"""

from summarizer.export.files import (
    render_annotations,
    render_csv,
    render_jsonld,
    render_markdown_book,
    render_tables,
    render_zip,
    write_folder,
)
from summarizer.export.sqlite import write_database

__all__ = [
    "render_annotations",
    "render_csv",
    "render_jsonld",
    "render_markdown_book",
    "render_tables",
    "render_zip",
    "write_database",
    "write_folder",
]
