"""Articles a second of a batch with the extractive engine, against the engine called in a bare loop.

    python benchmarks/batch_overhead.py
    python benchmarks/batch_overhead.py ARTICLE… --copies 500

The same articles, read from a file of JSON lines in both cases: the bare loop calls `Summarizer.summarize`
and forgets the summary; the batch is the command's own run without the start of its process, with its rows
in a file. Runs by turns, the best of a few tries each. More processes count from when they have started.

Prints CPU seconds, too: on a machine that does something else, their ratio says more than that of the times.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import tempfile
import time
from pathlib import Path

from summarizer import Summarizer
from summarizer.batch import RunOptions, open_run, read_items

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run_bare(feed: Path) -> tuple[float, float, int]:
    """Seconds, CPU seconds, articles."""
    reader = Summarizer("extractive")
    started, cpu, count = time.perf_counter(), time.process_time(), 0
    with feed.open() as lines:
        for line in lines:
            reader.summarize(json.loads(line)["text"])
            count += 1
    return time.perf_counter() - started, time.process_time() - cpu, count


async def run_batch(feed: Path, processes: int) -> tuple[float, float, int]:
    """The same, of a batch; with more processes its first rows are not counted, while those start."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_run(
            read_items([feed]), output=Path(folder) / "out.jsonl", run=RunOptions(), model="extractive"
        ) as run:
            run.processes = processes
            skipped = 64 if processes > 1 else 0
            started, cpu, count = time.perf_counter(), _cpu(), -skipped
            async for _ in run:
                count += 1
                if count == 0:
                    started, cpu = time.perf_counter(), _cpu()
            seconds = time.perf_counter() - started
        return seconds, _cpu() - cpu, count


def _cpu() -> float:
    """CPU seconds of this process, and of others that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, default=sorted(EXAMPLES.glob("*.txt")))
    parser.add_argument("--copies", type=int, default=200, help="of each article, each made another")
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.jsonl"
        with feed.open("w") as lines:
            for copy in range(args.copies):
                for path in args.articles:
                    text = path.read_text(encoding="utf-8")
                    lines.write(
                        json.dumps({"text": f"{text}\nCopy {copy} was made in {copy + 100} hours.\n"}) + "\n"
                    )
        best: dict[str, tuple[float, float]] = {}
        for _ in range(args.repeat):
            for name in ("bare", "batch", "2 processes"):
                if name == "bare":
                    seconds, cpu, count = run_bare(feed)
                else:
                    seconds, cpu, count = asyncio.run(run_batch(feed, 1 if name == "batch" else 2))
                rate, spent = count / seconds, cpu / count * 1000
                before = best.get(name, (0.0, float("inf")))
                best[name] = max(rate, before[0]), min(spent, before[1])
        bare_rate, bare_cpu = best["bare"]
        for name, (rate, cpu) in best.items():
            shown = (
                f", CPU {cpu:.2f} ms an article ({bare_cpu / cpu:.2f} of bare)"
                if name != "2 processes"
                else ""
            )
            print(f"{name:<12} {rate:7.1f} articles/s, {rate / bare_rate:.2f} of bare{shown}")


if __name__ == "__main__":
    main()
