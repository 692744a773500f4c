"""Rows as CSV that spreadsheets and programs read alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from summarizer.render.plain import make_safe

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"); some also take the wide forms.
_FORMULA = frozenset("=+-@＝＋－＠\t\r")


def make_cell(value: object) -> object:
    """A value for a cell: numbers as they are, None as nothing, text made safe and never a formula.

    >>> make_cell("=HYPERLINK(1)"), make_cell(-3), make_cell(None), make_cell("fine")
    ("'=HYPERLINK(1)", -3, '', 'fine')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = make_safe(str(value))
    return f"'{text}" if text.lstrip(" \xa0")[:1] in _FORMULA and text.strip() else text


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Rows as CSV (RFC 4180, but lines end with one line feed), for a file in UTF-8 without a mark in front.

    >>> write_csv(("name", "n"), [("-1, or so", 2)])
    'name,n\n"\'-1, or so",2\n'
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([make_cell(value) for value in row] for row in rows)
    return file.getvalue()
