"""What is seen of a run: an estimate before, a bar or lines meanwhile, a table at the end."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from summarizer.cli.writing import say

if TYPE_CHECKING:
    from summarizer.batch import Estimate, Run

# Seconds between lines where no terminal shows a bar: soon a first sign of life, then now and then.
_FIRST_LINE, _NEXT_LINES = 10.0, 30.0


@contextlib.contextmanager
def show_run(run: Run, todo: int | None, *, quiet: bool, no_color: bool) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, else a line now and then, on standard error.

    Yields:
        What to call a few times a second.
    """
    if quiet or sys.stderr is None:
        yield lambda: None
    elif sys.stderr.isatty():
        with _show_bar(run, todo, no_color=no_color) as update:
            yield update
    else:
        yield _Lines(run, todo)


class _Lines:
    def __init__(self, run: Run, todo: int | None) -> None:
        self._run = run
        self._todo = todo
        self._next = time.monotonic() + _FIRST_LINE

    def __call__(self) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _NEXT_LINES
            say(describe_run(self._run, self._todo))


@contextlib.contextmanager
def _show_bar(run: Run, todo: int | None, *, no_color: bool) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(bar_width=24), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True, no_color=True if no_color else None)
    with Progress(*columns, console=console, transient=True, refresh_per_second=4) as live:
        task = live.add_task("", total=todo)

        def update() -> None:
            live.update(task, completed=run.tally.done, description=describe_run(run, todo))

        update()
        yield update


def describe_run(run: Run, todo: int | None) -> str:
    """How far a run is: "120/2,000 · 4.2/s · 7 min left · 2 errors · 310,000 tokens · $0.42"."""
    from summarizer.render.outline import format_cost

    tally, usage = run.tally, run.usage
    rate = tally.done / tally.seconds if tally.seconds else 0.0
    parts = [f"{tally.done:,}/{todo:,}" if todo is not None else f"{tally.done:,}", f"{rate:.3g}/s"]
    if todo is not None and rate and todo > tally.done:
        parts.append(f"{format_time((todo - tally.done) / rate)} left")
    if tally.failed:
        parts.append(f"{tally.failed:,} {'error' if tally.failed == 1 else 'errors'}")
    if tokens := usage.tokens_in + usage.tokens_out:
        parts.append(f"{tokens:,} tokens")
    if usage.requests or usage.cost:
        parts.append("price unknown" if usage.cost is None else format_cost(usage.cost))
    if (wait := run.limits.waiting_for) >= 1:
        parts.append(f"waiting {wait:.0f} s, as the server asks")
    elif run.limits.width < run.options.concurrency:
        parts.append(f"at most {run.limits.width} at once")
    if run.stopping:
        parts.append("finishing")
    return " · ".join(parts)


def describe_estimate(run: Run, estimate: Estimate | None, todo: int | None) -> list[str]:
    """What a run with a model may take, in a line or two."""
    from summarizer.render.outline import format_cost

    if estimate is None:
        return ["estimate: none, as there is nothing to look at before the start"]
    each = "" if todo is not None else " an article"
    line = f"estimate: {estimate.tokens:,} tokens in{each}, "
    if estimate.low is None or estimate.high is None:
        return [line + "price unknown"]
    low, high = format_cost(estimate.low), format_cost(estimate.high)
    line += (low if low == high else f"{low} to {high}") + each
    apart = [f"by {estimate.sampled} of them"] if todo is None or estimate.sampled < todo else []
    apart += ["second opinions not counted"] if run.summarizer.verifier_name else []
    lines = [f"{line} ({'; '.join(apart)})" if apart else line]
    max_cost = run.options.max_cost
    if max_cost is not None and todo and estimate.low > max_cost:
        most = int(todo * max_cost / estimate.low)
        lines.append(f"note: --max-cost {max_cost:g} will stop it after {most:,} articles at the most")
    return lines


def describe_end(run: Run, output: str) -> list[str]:
    """The table at the end."""
    from summarizer.render.outline import format_cost

    tally, usage = run.tally, run.usage
    rows: list[tuple[str, str]] = []
    done = [f"{tally.done - tally.failed:,} summarized"]
    if tally.failed:
        kinds = sorted(tally.failures.items(), key=lambda entry: -entry[1])
        done.append(f"{tally.failed:,} failed ({', '.join(f'{n:,} {kind}' for kind, n in kinds)})")
    rows.append(("articles", ", ".join(done)))
    if tally.incomplete:
        rows.append(("incomplete", f"{tally.incomplete:,} not read whole; their problems say why"))
    if tally.kept:
        again = f", {tally.kept_failed:,} of them failed (--retry-errors)" if tally.kept_failed else ""
        rows.append(("before", f"{tally.kept:,} done by earlier runs{again}"))
    if run.duplicates or tally.copied:
        copied = f", {tally.copied:,} copied under their own id" if tally.copied else ""
        rows.append(("duplicates", f"{run.duplicates:,} left out{copied}"))
    if run.renamed:
        rows.append(("ids", f"{run.renamed:,} were taken by other articles, and got an ending (ID~…)"))
    if usage.requests:
        cached = f" ({usage.tokens_cached:,} cached)" if usage.tokens_cached else ""
        rows.append(("tokens", f"{usage.tokens_in:,} in{cached}, {usage.tokens_out:,} out"))
        rows.append(("cost", "price unknown" if usage.cost is None else format_cost(usage.cost)))
    if run.recalled:
        rows.append(("replies", f"{run.recalled:,} kept from before, which cost nothing"))
    if run.limits.retried:
        rows.append(("retries", f"{run.limits.retried:,}, {run.limits.limited:,} of them for the rate"))
    rate = tally.done / tally.seconds if tally.seconds else 0.0
    rows.append(("time", f"{format_time(tally.seconds)}, {rate:.3g} articles/s"))
    rows.append(("rows", f"{run.rows:,} in {output}"))
    return [f"{name}: {text}" for name, text in rows]


def format_time(seconds: float) -> str:
    """A time for people.

    >>> [format_time(s) for s in (0.4, 59, 200, 7300)]
    ['0.4 s', '59 s', '3 min 20 s', '2 h 1 min']
    """
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {left} s"
