"""Whether a batch loses or doubles an article when the server fails in every way it can.

    python benchmarks/batch_faults.py                       2,000 articles
    python benchmarks/batch_faults.py --articles 300 --random 0.5

By default each article meets one fault on its first request, a tenth of the articles each; a refusal is
repeated, as models do, and everything else goes well the next time. With --random every request may fail,
that share of them, each fault as often as the others.

Prints how the articles ended, and exits with 1 if one has no row, two rows, or an error without need.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import server as faults
from server import Body, Server, Step

from summarizer.batch import Item, summarize_many
from summarizer.pipeline import Options
from summarizer.rows import read_rows

KINDS = {
    "429": faults.rate_limited,
    "429 with Retry-After": lambda: faults.rate_limited(retry_after_ms="50"),
    "500": faults.failing,
    "connection reset": faults.reset,
    "hang": faults.hang,
    "truncated JSON": faults.truncated,
    "invalid JSON": faults.invalid_json,
    "wrong schema": faults.wrong_schema,
    "refusal": faults.refusal,
    "empty": faults.empty,
}
NUMBER = re.compile(r"Harbour case (\d+)")


def make_article(number: int) -> Item:
    """An invented article with a number that the server can tell it by."""
    return Item(
        f"Harbour case {number}\n\nThe council of Lindholm met on Monday. It took up harbour case {number}.",
        id=str(number),
    )


def fail_once(body: Body, met: Counter[int], lock: threading.Lock) -> Step:
    """A fault by the article's number on its first request; a refusal on all of them."""
    numbers = NUMBER.findall(str(body["messages"][-1]["content"]))
    number = int(numbers[-1])
    with lock:
        met[number] += 1
        first = met[number] == 1
    kind = list(KINDS)[number % len(KINDS)]
    return KINDS[kind]() if first or kind == "refusal" else faults.answer_by_schema(body)


async def run(url: str, output: Path, articles: int, concurrency: int, timeout: float) -> float:
    """Run the batch; its time in seconds."""
    started = time.monotonic()
    rows = summarize_many(
        (make_article(number) for number in range(articles)),
        output=output,
        model="test-model",
        options=Options(base_url=url, timeout=timeout),
        concurrency=concurrency,
        max_retries=8,
    )
    async for _ in rows:
        pass
    return time.monotonic() - started


def main() -> None:
    """Run, count, judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--concurrency", type=int, default=32)
    parser.add_argument("--timeout", type=float, default=2.0)
    parser.add_argument("--random", type=float, metavar="SHARE", help="of all requests")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    logging.getLogger("summarizer").setLevel(logging.ERROR)
    met: Counter[int] = Counter()
    lock = threading.Lock()
    dice = random.Random(args.seed)  # noqa: S311 - not for secrets

    def answer(body: Body) -> Step:
        if args.random is None:
            return fail_once(body, met, lock)
        with lock:
            fails, kind = dice.random() < args.random, dice.choice([*KINDS])
        return KINDS[kind]() if fails else faults.answer_by_schema(body)

    with tempfile.TemporaryDirectory() as folder, Server(answer=answer) as server:
        output = Path(folder) / "out.jsonl"
        seconds = asyncio.run(run(server.url, output, args.articles, args.concurrency, args.timeout))
        lines = Counter(row.id for row in read_rows(output))
        errors = Counter(row.error.type for row in read_rows(output) if row.error)
        wrong = [
            row
            for row in read_rows(output)
            if row.error
            and args.random is None
            and not (row.error.type == "RefusalError" and list(KINDS)[int(row.id) % len(KINDS)] == "refusal")
        ]
        requests = len(server.chats)
    wanted = {str(number) for number in range(args.articles)}
    lost, twice = wanted - lines.keys(), [name for name, count in lines.items() if count > 1]
    print(f"{args.articles} articles, {requests} requests, {seconds:.1f} s: {len(lines)} rows")
    print(f"lost {len(lost)}, twice {len(twice)}, foreign {len(lines.keys() - wanted)}")
    print(f"errors: {dict(errors)}; without need: {len(wrong)}")
    for row in wrong[:5]:
        print(f"  {row.id}: {row.error}")
    sys.exit(bool(lost or twice or wrong or lines.keys() - wanted))


if __name__ == "__main__":
    main()
