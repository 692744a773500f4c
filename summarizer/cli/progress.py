"""What a terminal shows while a model works."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.pipeline import Progress


@contextlib.contextmanager
def show_progress(what: str, *, wanted: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A line on standard error that is gone at the end; nothing where that is not a terminal.

    Yields:
        What to call with each Progress, or None.
    """
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from summarizer.render import make_plain
    from summarizer.render.outline import format_cost

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[spent]}", style="dim"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(make_plain(what)), total=None, spent="")

        def update(progress: Progress) -> None:
            usage = progress.usage
            tokens = usage.tokens_in + usage.tokens_out
            parts = [f"{tokens:,} tokens"] if tokens else []
            if usage.cost:
                parts.append(format_cost(usage.cost))
            bar.update(
                task,
                description=escape(make_plain(f"{progress.stage}: {what}")),
                completed=progress.done,
                total=progress.total or None,
                spent=" · ".join(parts),
            )

        yield update
