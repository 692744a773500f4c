"""A Ray cluster of two nodes on this machine, one of them killed in the middle of a run.

    python benchmarks/cluster.py [--articles 2000] [--kill-at 500] [--cpus 1]
    python benchmarks/cluster.py --asked --concurrency 24 --max-cost 5      a model instead: a local server

Runs the command on the cluster, kills the second node (its raylet and workers, with SIGKILL) as soon as so
many rows are written, and compares the rows with those of the same command without a cluster. Needs Ray:
pip install '.[ray]'.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import ray
from ray.cluster_utils import Cluster

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from harbours import read_harbours, write_harbour
from server import Body, Server, Step

SUMMARIZER = str(Path(sys.executable).with_name("summarizer"))
STORE = 100_000_000  # bytes of shared memory of a node
FILLER = "The council of the small town met in the old hall by the water for the third time this year. "


def main() -> None:
    """Run, kill, compare; exits with 1 if anything is lost, twice or different."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kill-at", type=int, help="rows written; default: a third of the articles")
    parser.add_argument("--no-kill", action="store_true")
    parser.add_argument("--cpus", type=int, default=1, help="of each node")
    parser.add_argument("--asked", action="store_true", help="a model on a local server, with faults")
    parser.add_argument("--concurrency", type=int, default=24)
    parser.add_argument("--latency", type=float, default=0.2, help="of the server, in seconds")
    parser.add_argument("--rpm", type=float)
    parser.add_argument("--max-cost", type=float)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(0 if run(arguments, Path(folder)) else 1)


def run(arguments: argparse.Namespace, folder: Path) -> bool:
    """Whether all is well."""
    articles = folder / "big.jsonl"
    write_articles(articles, arguments.articles)
    with serve(arguments) as (options, watch), start_cluster(arguments.cpus) as (cluster, node):
        print(f"two nodes: {ray_cpus(cluster)} processors")
        rows = folder / "rows" / "rows.jsonl"
        command = [SUMMARIZER, "batch", str(articles), "-o", f"{folder / 'rows'}/", *options]
        started = time.monotonic()
        process = subprocess.Popen(
            [*command, "--engine", "ray"], env=os.environ | {"RAY_ADDRESS": cluster.address}
        )
        if not arguments.no_kill:
            at = arguments.kill_at or arguments.articles // 3
            while process.poll() is None and count_lines(rows) < at:
                time.sleep(0.05)
            cluster.remove_node(node, allow_graceful=False)
            print(f"killed one node after {count_lines(rows):,} rows, {time.monotonic() - started:.1f} s")
        code = process.wait()
        seconds = time.monotonic() - started
        ids = [row["id"] for row in read(rows)]
        print(f"exit code {code}, {len(ids)} rows, {len(set(ids))} ids, {seconds:.1f} s")
        print(*watch(arguments.articles), sep="\n")
        good = len(ids) == len(set(ids)) and (len(ids) == arguments.articles or code == 1)
        if code == 0:
            alone, started = folder / "alone.jsonl", time.monotonic()
            subprocess.run([SUMMARIZER, "batch", str(articles), "-o", str(alone), *options, "-q"], check=True)
            same = strip(rows) == strip(alone)
            print(f"without a cluster: {time.monotonic() - started:.1f} s")
            print(f"same as without a cluster: {same}")
            good = good and same
    return good and (code == 0 or arguments.max_cost is not None)


def write_articles(path: Path, count: int) -> None:
    """Invented articles of some 400 words as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = write_harbour(number) + "\n\n".join([FILLER * 6] * 4)
            file.write(json.dumps({"id": f"h{number}", "text": text}, ensure_ascii=False) + "\n")


@contextmanager
def start_cluster(cpus: int) -> Iterator[tuple[Any, Any]]:
    """A cluster of two nodes, and the second of them."""
    logging.getLogger("ray").setLevel(logging.ERROR)
    node = {"num_cpus": cpus, "object_store_memory": STORE}
    cluster = Cluster(initialize_head=True, head_node_args=node | {"include_dashboard": False})
    try:
        yield cluster, cluster.add_node(**node)
    finally:
        cluster.shutdown()


def ray_cpus(cluster: Any) -> int:
    """Processors of all nodes."""
    ray.init(address=cluster.address, log_to_driver=False, logging_level=logging.ERROR)
    try:
        return int(ray.cluster_resources()["CPU"])
    finally:
        ray.shutdown()


@contextmanager
def serve(arguments: argparse.Namespace) -> Iterator[tuple[list[str], Any]]:
    """The command's options for the engine, and what says how it was asked."""
    if not arguments.asked:
        yield ["--model", "extractive"], lambda _: []
        return
    answer = read_harbours(wrong=lambda number: number % 4 == 0)
    lock, inside, most, times = threading.Lock(), 0, 0, []

    def watch(body: Body) -> Step:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
            times.append(time.monotonic())
        time.sleep(arguments.latency)
        with lock:
            inside -= 1
        return replace(answer(body))

    def tell(articles: int) -> list[str]:
        busiest = max(
            (sum(t <= u < t + 60 for u in times) for t in times[:: max(1, len(times) // 200)]), default=0
        )
        count = len(times)
        times.clear()
        return [f"{count:,} requests for {articles:,} articles: {most} at once, {busiest:,} a minute at most"]

    with Server(answer=watch) as server:
        options = ["--model", "gpt-5.4-mini", "--base-url", server.url, "--no-cache"]
        options += ["--concurrency", str(arguments.concurrency)]
        options += ["--rpm", str(arguments.rpm)] if arguments.rpm else []
        options += ["--max-cost", str(arguments.max_cost)] if arguments.max_cost else []
        yield options, tell


def count_lines(path: Path) -> int:
    """Lines of a file that may not be there yet."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file, as JSON."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def strip(path: Path) -> dict[str, Any]:
    """Rows by id, without what differs from run to run: times, and what repeated requests cost."""
    rows = {}
    for row in read(path):
        if row["summary"]:
            row["summary"]["provenance"].pop("created")
            row["summary"].pop("usage")
        rows[row["id"]] = row
    return rows


if __name__ == "__main__":
    main()
