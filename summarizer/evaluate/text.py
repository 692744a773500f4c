"""An evaluation for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluate.report import (
    Evaluation,
    Table,
    conclude,
    describe_gold,
    describe_variant,
    list_notes,
    make_tables,
    show_change,
)
from summarizer.render import make_plain

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {"better": "green", "worse": "red", "same": "dim", "cannot tell": "yellow"}


def render_text(evaluation: Evaluation, console: Console) -> None:
    """Print an evaluation."""
    from rich.padding import Padding
    from rich.text import Text

    def say(line: str, style: str = "", indent: int = 0) -> None:
        console.print(Padding(Text(make_plain(line), style=style), (0, 0, 0, indent)))

    say(describe_gold(evaluation), "bold")
    for scored in evaluation.scored:
        say(describe_variant(scored))
    for table in make_tables(evaluation):
        console.print()
        if table.title:
            say(table.title, "bold")
        _print_table(table, console)
    for comparison in evaluation.comparisons:
        console.print()
        say(f"{conclude(comparison, evaluation.articles)}.", "bold")
        if comparison.moved:
            say(f"Articles that moved most from {comparison.base} to {comparison.other}:")
        for moved in comparison.moved:
            say(f"{moved.id}  {show_change(moved.change)}", indent=2)
            for line in moved.lines:
                say(line, "dim", indent=4)
    if notes := list_notes(evaluation):
        console.print()
        for note in notes:
            say(f"note: {note}")


def _print_table(table: Table, console: Console) -> None:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=any(table.columns))
    for index, column in enumerate(table.columns):
        last_word = column.startswith("verdict")
        grid.add_column(
            Text(make_plain(column)),
            justify="left" if not index or last_word else "right",
            header_style="dim",
        )
    for row in table.rows:
        if len(row) == 1:
            grid.add_row(Text(row[0], style="bold"))
            continue
        cells = [Text(make_plain(cell)) for cell in row]
        for word, style in _STYLES.items():
            if row[-1].startswith(word):
                cells[-1].stylize(style)
        grid.add_row(*cells)
    console.print(grid)
