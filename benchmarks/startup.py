"""Start-up: the command's help against a bare `import typer`, and one article as a whole process.

    python benchmarks/startup.py [ARTICLE] [--runs 15]

The two commands of a ratio take turns, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

EXAMPLE = Path(__file__).parent.parent / "examples" / "harbour.txt"


def time_command(command: list[str]) -> float:
    """Wall-clock seconds of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print medians in milliseconds, and the ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    summarizer = str(Path(sys.executable).with_name("summarizer"))
    commands = {
        'python -c "import typer"': [sys.executable, "-c", "import typer"],
        "summarizer --help": [summarizer, "--help"],
        "summarizer ARTICLE": [summarizer, str(arguments.article), "--model", "extractive"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(arguments.runs + 1):
        for name, command in commands.items():
            times[name].append(time_command(command))
    for name, taken in times.items():
        taken.pop(0)  # the first run fills the file cache
        print(f"{name:28} {median(taken) * 1000:7.0f} ms")
    base, help_time = (median(times[name]) for name in list(commands)[:2])
    print(f"help / import typer          {help_time / base:7.2f}  (bar 2.5)")


if __name__ == "__main__":
    main()
