"""How soon an answer is there and what it costs: ours, langextract and instructor, same model, same articles.

    python benchmarks/answer_speed.py ARTICLE ARTICLE… --base-url URL --model NAME [--only ours …]

The server is any that speaks OpenAI's protocol; on one of a single slot (llama.cpp's with `--parallel 1`) the
times are nobody else's. Each reader reads all articles, then the next reader does. For each article:

    in, cached, out    tokens as the server counts them: of the question, those from its cache, of the reply
    requests           how many it took
    first              seconds until the first claim is there: whole, and usable
    all                seconds until the answer is complete

Ours streams (`on_claim`, as `--stream` does), in the modes read and assist. instructor streams too
(`create_iterable`, JSON Schema mode). langextract 1.7 does not: its first claim is there with its last. It
reads chunks of 1,000 characters, ten side by side. Both get the task of prompt_peers.py. The peers are
optional: install them in an environment of their own.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import httpx2 as httpx
import openai
from prompt_peers import DESCRIPTION, make_example
from pydantic import BaseModel

from summarizer import Summarizer
from summarizer.pipeline import Options
from summarizer.prompt import load_prompt


@dataclass
class Answer:
    """What came of one article."""

    tokens_in: int = 0
    cached: int = 0
    tokens_out: int = 0
    requests: int = 0
    claims: int = 0
    first: float | None = None
    all: float = 0.0
    error: str = ""
    started: float = field(default_factory=time.perf_counter)

    def see_claim(self, *_: object) -> None:
        """Note the time of the first one."""
        self.claims += 1
        if self.first is None:
            self.first = time.perf_counter() - self.started

    def count(self, usage: Any) -> None:
        """Add what a server says of a request."""
        if usage is not None:
            details = usage.prompt_tokens_details
            self.requests += 1
            self.tokens_in += usage.prompt_tokens
            self.cached += (details.cached_tokens or 0) if details else 0
            self.tokens_out += usage.completion_tokens


Read = Callable[[str, Answer], None]


def open_ours(arguments: argparse.Namespace, prompt: str) -> Read:
    """Ours, one round."""
    options = Options(base_url=arguments.base_url, rounds=0, max_output_tokens=arguments.max_output_tokens)
    summarizer = Summarizer(arguments.model, prompt=prompt, options=options)

    def read(text: str, answer: Answer) -> None:
        usage = summarizer.summarize(text, on_claim=answer.see_claim).usage
        answer.tokens_in, answer.cached, answer.tokens_out = (
            usage.tokens_in,
            usage.tokens_cached,
            usage.tokens_out,
        )
        answer.requests = usage.requests

    return read


def open_langextract(arguments: argparse.Namespace) -> Read:
    """Langextract with its defaults."""
    import langextract as lx
    from langextract.factory import ModelConfig, create_model

    shown = [make_example(lx, example) for example in load_prompt("summary").examples]
    limit = arguments.max_output_tokens
    config = ModelConfig(
        model_id=arguments.model,
        provider="OpenAILanguageModel",
        provider_kwargs={
            "base_url": arguments.base_url,
            "api_key": "none",
            "temperature": 0.0,
            **({"max_output_tokens": limit} if limit else {}),
        },
    )
    engine = create_model(config=config, examples=shown, use_schema_constraints=True)
    create = engine._client.chat.completions.create
    current: list[Answer] = []

    def count(**values: Any) -> Any:
        reply = create(**values)
        current[0].count(reply.usage)
        return reply

    engine._client.chat.completions.create = count

    def read(text: str, answer: Answer) -> None:
        current[:] = [answer]
        found = lx.extract(
            text_or_documents=text,
            prompt_description=DESCRIPTION,
            examples=shown,
            model=engine,
            use_schema_constraints=False,
            show_progress=False,
        )
        for _ in [e for e in found.extractions or () if e.char_interval]:
            answer.see_claim()

    return read


class Said(BaseModel):
    """A claim, as instructor's users write it."""

    speaker: str
    statement: str
    quote: str
    attribution: Literal["direct", "indirect", "mixed", "narrator"]
    kind: Literal["fact", "opinion", "prediction", "commitment", "demand"]


def open_instructor(arguments: argparse.Namespace) -> Read:
    """instructor, a stream of claims."""
    import instructor

    current: list[Answer] = []
    client = openai.OpenAI(base_url=arguments.base_url, api_key="none", timeout=3600, max_retries=0)
    create = client.chat.completions.create

    def watch(**values: Any) -> Any:
        for chunk in create(**values, stream_options={"include_usage": True}):
            current[0].count(chunk.usage)
            yield chunk

    client.chat.completions.create = watch  # type: ignore[method-assign]
    asking = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)

    def read(text: str, answer: Answer) -> None:
        current[:] = [answer]
        stream = asking.chat.completions.create_iterable(
            model=arguments.model,
            response_model=Said,
            temperature=0,
            max_tokens=arguments.max_output_tokens,
            messages=[{"role": "system", "content": DESCRIPTION}, {"role": "user", "content": text}],
        )
        for _ in stream:
            answer.see_claim()

    return read


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--max-output-tokens", type=int)
    parser.add_argument("--only", nargs="+", help="read, assist, langextract, instructor")
    arguments = parser.parse_args()
    makers: dict[str, Callable[[], Read]] = {
        "read": lambda: open_ours(arguments, "summary"),
        "assist": lambda: open_ours(arguments, "assist"),
        "langextract": lambda: open_langextract(arguments),
        "instructor": lambda: open_instructor(arguments),
    }
    columns = ("", "article", "requests", "in", "cached", "out", "claims", "first", "all")
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for name in arguments.only or makers:
        try:
            read = makers[name]()
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
            continue
        for path in arguments.articles:
            text = path.read_text(encoding="utf-8")
            answer = Answer()
            try:
                read(text, answer)
            except Exception as problem:
                answer.error = f" {type(problem).__name__}: {str(problem)[:60]}"
            answer.all = time.perf_counter() - answer.started
            first = "–" if answer.first is None else f"{answer.first:.1f} s"
            share = answer.cached / answer.tokens_in if answer.tokens_in else 0
            print(
                f"| {name} | {path.name} | {answer.requests} | {answer.tokens_in:,} | {share:.0%} "
                f"| {answer.tokens_out:,} | {answer.claims} | {first} | {answer.all:.1f} s{answer.error} |",
                flush=True,
            )
    show_counters(arguments.base_url)


def show_counters(base_url: str) -> None:
    """llama.cpp's own counters since it was started, where it shows them (`--metrics`)."""
    try:
        text = httpx.get(base_url.removesuffix("/").removesuffix("/v1") + "/metrics", timeout=10).text
    except httpx.HTTPError:
        return
    for line in text.splitlines():
        if line.startswith(("llamacpp:prompt_tokens_total", "llamacpp:prompt_tokens_cached_total")):
            print(line)


if __name__ == "__main__":
    main()
