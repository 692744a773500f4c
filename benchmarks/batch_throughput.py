"""Articles a second of a batch with a model, against a bare loop over AsyncOpenAI with a semaphore.

    python benchmarks/batch_throughput.py
    python benchmarks/batch_throughput.py --concurrency 16 --repeat 5

Both ask the same server, in a process of its own, which answers each request after 0.2 s; run by turns, the
best of a few tries each. The bare loop sends requests that were built before and reads nothing of the
replies but their text, so all that makes an article of a text and a checked summary of a reply counts
against the batch. `engine` is a bare loop over `Summarizer.asummarize`: the batch itself adds what it lacks.
The bare loop does not stream; the batch asks for a stream of any server but OpenAI's, which this one gives in
one piece unless told otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from openai import AsyncOpenAI

from summarizer import Options, Summarizer
from summarizer.batch import Item, summarize_many
from summarizer.models.quirks import Quirks

ROOT = Path(__file__).resolve().parents[1]
REPLY = '{"headline":"Council meets","gist":"The council met.","actors":[],"claims":[],"positions":[]}'
TEXT = (
    "Harbour case {number}\n\nThe council of Lindholm met on Monday. It took up harbour case {number}, which "
    "had waited for a year.\n\nThe hall was full, and the meeting ended after two hours without a decision.\n"
)


def make_articles(count: int) -> list[str]:
    """Invented articles, each its own."""
    return [TEXT.format(number=number) for number in range(count)]


async def run_bare(url: str, articles: list[str], concurrency: int) -> float:
    """Articles a second of a loop that only asks."""
    reader = Summarizer("test-model", options=Options(base_url=url))
    quirks = Quirks("openai")
    bodies = [quirks.shape_body("test-model", reader.plan(text).requests[0]) for text in articles]
    gate = asyncio.Semaphore(concurrency)
    async with AsyncOpenAI(base_url=url, api_key="none", max_retries=0) as client:

        async def ask(body: dict[str, object]) -> str | None:
            async with gate:
                reply = await client.chat.completions.create(**body)  # type: ignore[call-overload]
                return str(reply.choices[0].message.content)

        started = time.perf_counter()
        await asyncio.gather(*(ask(body) for body in bodies))
        return len(articles) / (time.perf_counter() - started)


async def run_engine(url: str, articles: list[str], concurrency: int) -> float:
    """Articles a second of a loop over the engine."""
    reader = Summarizer("test-model", options=Options(base_url=url))
    gate = asyncio.Semaphore(concurrency)

    async def ask(text: str) -> None:
        async with gate:
            await reader.asummarize(text)

    started = time.perf_counter()
    await asyncio.gather(*(ask(text) for text in articles))
    rate = len(articles) / (time.perf_counter() - started)
    await reader.aclose()
    return rate


async def run_batch(url: str, articles: list[str], concurrency: int) -> float:
    """Articles a second of a batch, its file included."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        rows = summarize_many(
            (Item(text) for text in articles),
            output=Path(folder) / "out.jsonl",
            model="test-model",
            options=Options(base_url=url),
            concurrency=concurrency,
        )
        failed = 0
        async for row in rows:
            failed += row.error is not None
        assert not failed
        return len(articles) / (time.perf_counter() - started)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--concurrency", type=int, action="append")
    parser.add_argument("--latency", type=float, default=0.2)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--stream", action="store_true", help="let the server stream where it is asked to")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        serve(args.latency, stream=args.stream)
        return
    command = [sys.executable, __file__, "--serve", "--latency", str(args.latency)]
    with subprocess.Popen(
        command + ["--stream"] * args.stream, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        try:
            print("concurrency     bare   engine    batch  of bare of engine")
            for concurrency in args.concurrency or (1, 16, 128):
                articles = make_articles(max(24, 12 * concurrency))
                best = [0.0, 0.0, 0.0]
                for _ in range(args.repeat):
                    for index, run in enumerate((run_bare, run_engine, run_batch)):
                        best[index] = max(best[index], asyncio.run(run(url, articles, concurrency)))
                bare, engine, batch = best
                print(
                    f"{concurrency:>11} {bare:>8.1f} {engine:>8.1f} {batch:>8.1f} "
                    f"{batch / bare:>8.2f} {batch / engine:>9.2f}",
                    flush=True,
                )
        finally:
            server.terminate()


def serve(latency: float, *, stream: bool) -> None:
    """Answer everybody the same, until ended."""
    sys.path.insert(0, str(ROOT / "tests"))
    from server import Server, reply

    with Server(answer=replace(reply(REPLY), delay=latency, plain=not stream)) as server:
        print(server.url, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
