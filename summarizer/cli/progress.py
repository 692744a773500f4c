"""What a terminal shows while a model works."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.pipeline import Progress


@contextlib.contextmanager
def show_progress(
    model: str, *, wanted: bool, no_color: bool = False
) -> Iterator[Callable[[Progress], None] | None]:
    """A line on standard error that is gone at the end; nothing where that is not a terminal.

    Yields:
        What to call with each Progress, or None.
    """
    if not wanted or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as Live
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    from summarizer.render import make_plain

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True, no_color=True if no_color else None)
    with Live(*columns, console=console, transient=True) as live:
        task = live.add_task(escape(make_plain(model)), total=None)

        def update(progress: Progress) -> None:
            live.update(task, description=escape(make_plain(f"{model} · {describe_progress(progress)}")))

        yield update


@contextlib.contextmanager
def show_count(what: str, *, wanted: bool) -> Iterator[Callable[[], None]]:
    """Count on standard error, on a line that is gone at the end: "pages 1,204"; nothing elsewhere.

    Yields:
        What to call for each one that is done.
    """
    if not wanted or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress as Live
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{what} {{task.completed:,}}"), TimeElapsedColumn())
    with Live(*columns, console=Console(stderr=True), transient=True) as live:
        task = live.add_task(what, total=None)
        yield lambda: live.advance(task)


def describe_progress(progress: Progress) -> str:
    """How far it is, in words: "asking 1/3 · 2,077 tokens · $0.0012"."""
    from summarizer.render.outline import format_cost

    usage = progress.usage
    parts = [f"{progress.stage} {progress.done}/{progress.total}" if progress.total else progress.stage]
    if tokens := usage.tokens_in + usage.tokens_out:
        parts.append(f"{tokens:,} tokens")
    if usage.cost:
        parts.append(format_cost(usage.cost))
    return " · ".join(parts)
