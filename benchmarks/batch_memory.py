"""How much memory a batch takes, by the number of its articles.

    python benchmarks/batch_memory.py                        100,000 small articles
    python benchmarks/batch_memory.py --articles 20000 --processes 2

Runs the command with the extractive engine over a file of JSON lines, and prints the highest resident memory
of its process. Exits with 1 above the goal.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GOAL = 300.0  # MB


def measure(articles: int, processes: int) -> tuple[float, float, int]:
    """Megabytes at the most, seconds, rows."""
    with tempfile.TemporaryDirectory() as folder:
        feed, output = Path(folder) / "feed.jsonl", Path(folder) / "out.jsonl"
        with feed.open("w") as lines:
            for number in range(articles):
                text = f"The council of Lindholm met on Monday. It took up harbour case {number}."
                lines.write(json.dumps({"text": text}) + "\n")
        arguments = ["batch", str(feed), "-o", str(output), "--model", "extractive", "--quiet"]
        started = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", "summarizer", *arguments, "--processes", str(processes)]
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0, child.returncode
        with output.open("rb") as rows:
            count = sum(1 for _ in rows)
        return usage.ru_maxrss / 1024, time.monotonic() - started, count


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=1)
    args = parser.parse_args()
    for articles in (args.articles // 10, args.articles):
        most, seconds, rows = measure(articles, args.processes)
        print(f"{articles:>8} articles: {rows} rows, at most {most:.0f} MB, {seconds:.0f} s", flush=True)
        assert rows == articles
    sys.exit(most > GOAL)


if __name__ == "__main__":
    main()
