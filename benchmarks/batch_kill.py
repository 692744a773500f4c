"""Whether a batch that is killed again and again ends with the rows of one that was left alone.

    python benchmarks/batch_kill.py                       20 kills over 500 articles, with a model's server
    python benchmarks/batch_kill.py --extractive --processes 2

Kills the command (SIGKILL) at random moments, starts it again each time, and in the end compares all rows,
but for times and what they cost, with those of a run that nobody killed. Exits with 1 if they differ, if a
row that was there is gone after a kill, or if more was asked again than can have been in flight.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from server import Server, answer_by_schema

from summarizer.rows import read_rows

CONCURRENCY = 16


def read_plain(path: Path) -> dict[str, dict[str, Any]]:
    """The rows by id, without times and costs."""
    rows: dict[str, dict[str, Any]] = {}
    for row in read_rows(path):
        assert row.id not in rows, f"{row.id} is there twice"
        values = row.model_dump(mode="json")
        if values["summary"]:
            del values["summary"]["usage"], values["summary"]["provenance"]["created"]
        rows[row.id] = values
    return rows


def main() -> None:
    """Kill, start again, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--extractive", action="store_true")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    dice = random.Random(args.seed)  # noqa: S311 - not for secrets
    with tempfile.TemporaryDirectory() as folder, Server() as server:
        server.answer = lambda body: replace(answer_by_schema(body), delay=dice.uniform(0, 0.4))
        feed = Path(folder) / "feed.jsonl"
        with feed.open("w") as lines:
            for number in range(args.articles):
                text = f"Case {number}\n\n“We will not sell it,” the mayor, Ann Lee, said of case {number}."
                lines.write(json.dumps({"id": number, "text": text}) + "\n")
        model = ["--model", "m", "--base-url", server.url, "--no-cache"]
        if args.extractive:
            model = ["--model", "extractive", "--processes", str(args.processes)]
        model += ["--concurrency", str(CONCURRENCY), "--rounds", "0", "--quiet"]
        command = [sys.executable, "-m", "summarizer", "batch", str(feed), *model, "-o"]
        whole, killed = Path(folder) / "whole.jsonl", Path(folder) / "killed.jsonl"
        subprocess.run([*command, str(whole)], check=True)
        asked = len(server.chats)
        kept, kills, early = 0, 0, 0
        while kills < args.kills:
            with subprocess.Popen([*command, str(killed)]) as process:
                # From before the first row, to after some: on the way, not on an idle process.
                until = kept + dice.randrange(max(2, args.articles // args.kills))
                while _count(killed) < until and process.poll() is None:
                    time.sleep(0.001)
                time.sleep(dice.uniform(0, 0.05))
                early += process.poll() is not None
                process.kill()
            kills += 1
            there = _count(killed)
            assert there >= kept, f"{kept - there} rows are gone"
            kept = there
            if kept == args.articles:
                break
        subprocess.run([*command, str(killed)], check=True)
        one, other = read_plain(whole), read_plain(killed)
        again = len(server.chats) - asked - args.articles
        print(f"{kills} kills ({early} after the end), {len(other)} rows of {args.articles}")
        print(f"equal to a run that was left alone: {one == other}")
        if not args.extractive:
            print(f"asked again: {again} requests, at most {kills * CONCURRENCY} were in flight")
        sys.exit(one != other or (not args.extractive and again > kills * CONCURRENCY))


def _count(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


if __name__ == "__main__":
    main()
