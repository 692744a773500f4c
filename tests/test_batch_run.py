"""Runs over many articles: every article one row, one pace, one purse, and going on where it stopped."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import server as faults
from server import Body, Server, Step

from summarizer import Options, Summary
from summarizer.batch import Item, Run, RunOptions, limits, open_run, summarize_many
from summarizer.batch import run as run_module
from summarizer.batch.limits import Limits
from summarizer.drafts import Request
from summarizer.errors import (
    AuthenticationError,
    BudgetError,
    ConfigurationError,
    InputError,
    ModelError,
    ModelTimeoutError,
    RateLimitError,
    UnknownModelError,
    UnreachableError,
)
from summarizer.records import Usage
from summarizer.rows import Row, read_rows

OUT = Path("out.jsonl")


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that answers well unless told otherwise."""
    with Server() as running:
        yield running


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_FIRST_PAUSE", 0.005)


def make_items(count: int) -> list[Item]:
    """Invented articles by number."""
    return [
        Item(f"Case {n}\n\nThe council met on Monday. It took up case {n}.", id=str(n)) for n in range(count)
    ]


def collect(items: Any, server: Server | None = None, output: Path | None = OUT, **given: Any) -> list[Row]:
    """The rows of a run."""

    async def run() -> list[Row]:
        model = given.pop("model", "test-model" if server else "extractive")
        options = given.pop("options", Options())
        if server:
            options = options.model_copy(update={"base_url": server.url})
        rows = summarize_many(items, output=output, model=model, options=options, **given)
        return [row async for row in rows]

    return asyncio.run(run())


def read_case(body: Body) -> int:
    """Which article a request is about."""
    return int(str(body["messages"][-1]["content"]).split("Case ")[-1].split()[0])


def plain(rows: list[Row]) -> list[tuple[object, ...]]:
    """Rows without what two runs cannot have in common, by id."""

    def strip(summary: Summary | None) -> object:
        if summary is None:
            return None
        provenance = summary.provenance.model_copy(update={"created": ""})
        return summary.model_copy(update={"usage": Usage(), "provenance": provenance})

    return sorted((row.id, row.key, str(strip(row.summary)), str(row.error)) for row in rows)


KINDS: list[Callable[[], Step]] = [
    faults.rate_limited, lambda: faults.rate_limited(retry_after_ms="5"), faults.failing, faults.reset, faults.hang,
    faults.truncated, faults.invalid_json, faults.wrong_schema, faults.refusal, faults.empty,
]  # fmt: skip


def test_run_gives_each_article_one_row_whatever_the_server_does(server: Server):
    """Ten kinds of faults, a tenth of the articles each: only refusals end in an error."""
    met: Counter[int] = Counter()
    lock = threading.Lock()

    def answer(body: Body) -> Step:
        number = read_case(body)
        with lock:
            met[number] += 1
        kind = KINDS[number % len(KINDS)]
        return kind() if met[number] == 1 or kind is faults.refusal else faults.answer_by_schema(body)

    server.answer = answer
    rows = collect(make_items(150), server, concurrency=32, options=Options(timeout=0.5))
    assert sorted(int(row.id) for row in rows) == list(range(150))
    assert sorted(int(row.id) for row in read_rows(OUT)) == list(range(150))
    failed = {int(row.id) for row in rows if row.error}
    assert failed == {number for number in range(150) if KINDS[number % 10] is faults.refusal}
    assert {row.error.type for row in rows if row.error} == {"RefusalError"}


def test_run_goes_on_where_it_stopped(server: Server):
    """What is done is not asked again; a changed setting, --force and, for errors, --retry-errors redo it."""
    server.answer = lambda body: faults.refusal() if read_case(body) == 2 else faults.answer_by_schema(body)
    items = make_items(4)
    collect(items[:2], server)
    assert [row.id for row in collect(items, server, concurrency=1)] == ["2", "3"]
    assert len(server.chats) == 4
    assert collect(items, server) == []
    assert sorted(row.id for row in collect(items, server, again=True)) == ["0", "1", "2", "3"]
    assert len(server.chats) == 4
    (retried,) = collect(items, server, retry_errors=True)
    assert (retried.id, retried.attempts) == ("2", 2)
    assert len(collect(items, server, options=Options(language="de"))) == 4
    assert len(collect(items, server, options=Options(language="de"), force=True)) == 4
    assert len(collect(items, server, limit=3)) == 3
    assert sorted(row.id for row in read_rows(OUT)) == ["0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("step", "kind"),
    [(faults.bad_key(), AuthenticationError), (faults.unknown_model(), UnknownModelError)],
)
def test_run_stops_at_once_where_every_article_would_fail(server: Server, step: Step, kind: type[Exception]):
    """No article gets a row for it, so none has to be tried again."""
    server.answer = step
    with pytest.raises(kind):
        collect(make_items(50), server, concurrency=2)
    assert len(server.chats) <= 3
    assert list(read_rows(OUT)) == []
    server.answer = faults.answer_by_schema
    assert len(collect(make_items(50), server)) == 50


def test_run_stops_where_nobody_answers(monkeypatch: pytest.MonkeyPatch):
    """After looking for the server for a while; what could not be asked has no row."""
    monkeypatch.setattr(limits, "_NEVER_THERE", 0.05)
    with Server() as gone:
        pass
    with pytest.raises(UnreachableError):
        collect(make_items(5), gone)
    assert list(read_rows(OUT)) == []


def test_run_stops_after_many_failures_in_a_row(server: Server, monkeypatch: pytest.MonkeyPatch):
    """A model that cannot do it need not be paid for all articles; failures among others do not count."""
    monkeypatch.setattr(run_module, "_STREAK", 5)
    server.answer = lambda body: faults.empty() if read_case(body) % 2 else faults.answer_by_schema(body)
    assert sum(row.error is not None for row in collect(make_items(20), server, concurrency=1)) == 10
    server.answer = faults.invalid_json()
    with pytest.raises(ModelError, match="last 5 articles all failed"):
        collect(make_items(20), server, OUT.with_name("b.jsonl"), concurrency=1)


def test_max_cost_stops_the_run_and_keeps_what_is_done(server: Server):
    """It is never exceeded, no article is kept half done, and a higher limit goes on."""
    items = make_items(60)
    given = {"model": "gpt-5.4-mini", "concurrency": 4}
    with pytest.raises(BudgetError):
        collect(items, server, max_cost=0.04, **given)
    done = list(read_rows(OUT))
    assert 0 < len(done) < 60
    assert sum(row.summary.usage.cost or 0 for row in done if row.summary) <= 0.04
    assert all(row.summary is not None and row.summary.complete for row in done)
    assert len(collect(items, server, max_cost=5, **given)) == 60 - len(done)


def test_max_cost_needs_a_price():
    """A limit that cannot hold is refused before anything is asked."""
    elsewhere = Options(base_url="http://models.example/v1")
    with pytest.raises(ConfigurationError, match="price"):
        collect(make_items(1), model="nobody", options=elsewhere, max_cost=1)


def test_everybody_waits_as_the_server_asks(server: Server):
    """After a 429 with Retry-After no request comes before its time; and none of it costs an article."""
    times: list[float] = []
    lock = threading.Lock()

    def answer(body: Body) -> Step:
        with lock:
            times.append(time.monotonic())
            first = len(times) == 6
        return faults.rate_limited(retry_after_ms="400") if first else faults.answer_by_schema(body)

    server.answer = answer
    rows = collect(make_items(30), server, concurrency=3, max_retries=0)
    assert sum(row.error is not None for row in rows) == 0
    # Those that were on their way when it was said are let through.
    assert sum(1 for at in times[6:] if at < times[5] + 0.38) <= 2
    assert len(times) == 31


def test_rate_limits_never_cost_an_article(server: Server):
    """However often it is refused, without retries to spare."""
    count = Counter[int]()
    lock = threading.Lock()

    def answer(body: Body) -> Step:
        with lock:
            count[read_case(body)] += 1
            refused = count[read_case(body)] < 7
        return faults.rate_limited() if refused else faults.answer_by_schema(body)

    server.answer = answer
    (row,) = collect(make_items(1), server, max_retries=0)
    assert row.summary is not None
    assert row.summary.usage.retries == 6


def test_limits_fall_on_refusals_and_grow_on_replies():
    """By a third once for all requests in flight, and back to the most that is allowed."""

    async def go() -> None:
        pace = Limits(16)
        for _ in range(5):
            pace.note_error(RateLimitError("x"), 0.0, 0)
        assert pace.width == 10
        now = time.monotonic()
        pace.note_error(RateLimitError("x"), now, 0)
        assert pace.width == 7
        for _ in range(1000):
            pace.note_error(RateLimitError("x"), time.monotonic(), 0)
        assert pace.width == 1
        for _ in range(500):
            pace.note_reply(Usage())
        assert pace.width == 16

    asyncio.run(go())


def test_limits_tell_what_may_be_tried_again():
    """As often as allowed; what cannot pass not at all; a rate for ever."""
    pace = Limits(4, max_retries=2)
    timeout = ModelTimeoutError("x")
    assert pace.note_error(ModelError("x"), 0, 0) is None
    assert pace.note_error(timeout, 0, 1) is not None
    assert pace.note_error(timeout, 0, 2) is None
    assert pace.note_error(RateLimitError("x"), 0, 1_000) is not None
    timeout.retry_after = 5
    assert pace.note_error(timeout, 0, 0) == 0
    assert 4 < pace.waiting_for <= 5


@pytest.mark.parametrize(("given", "seconds"), [({"rpm": 1200.0}, 0.5), ({"tpm": 60_000.0}, 0.5)])
def test_limits_by_the_minute_space_requests(given: dict[str, float], seconds: float):
    """After what a second allows at once, so many a minute."""

    async def go() -> float:
        pace = Limits(100, **given)  # type: ignore[arg-type]
        request = Request("r", (), {}, 10, 40)

        async def ask() -> None:
            async with pace.enter(request):
                pass

        started = time.monotonic()
        await asyncio.gather(*(ask() for _ in range(30)))
        return time.monotonic() - started

    assert asyncio.run(go()) >= seconds * 0.8


def test_same_article_under_another_id_is_done_once(server: Server):
    """It has a row of its own, and cost nothing."""
    (one, two, three) = make_items(3)
    twin = Item(one.content, id="again")
    rows = {row.id: row for row in collect([one, twin, two, one, three], server)}
    assert sorted(rows) == ["0", "1", "2", "again"]
    assert len(server.chats) == 3
    again, first = rows["again"].summary, rows["0"].summary
    assert again is not None
    assert first is not None
    assert (again.usage.cost, again.usage.requests, again.usage.recalled) == (0, 0, 1)
    assert again.headline == first.headline


def test_replies_are_kept_and_cost_nothing_the_next_time(server: Server):
    """Those that were of use; a changed prompt is asked for anew."""
    server.script(faults.invalid_json())
    items = make_items(3)
    collect(items, server, Path("a.jsonl"), cache=True)
    assert len(server.chats) == 4
    rows = collect(items, server, Path("b.jsonl"), cache=True)
    assert len(server.chats) == 4
    usages = [row.summary.usage for row in rows if row.summary]
    assert [(u.requests, u.recalled, u.tokens_in, u.cost) for u in usages] == [(0, 1, 0, 0.0)] * 3
    collect(items, server, Path("c.jsonl"), cache=True, options=Options(language="de"))
    assert len(server.chats) == 7


def test_input_that_ends_in_an_error_keeps_what_was_read(server: Server):
    """The run stops with it after what is in flight."""

    def items() -> Iterator[Item]:
        yield from make_items(3)
        raise InputError("feed.csv has no text")

    with pytest.raises(InputError, match=r"feed.csv"):
        collect(items(), server)
    assert len(list(read_rows(OUT))) == 3


def test_article_that_cannot_be_read_is_a_row_with_an_error():
    """Beside those that can; a bug of ours in one, too."""
    bad = Item("x", id="bad", error=InputError("x.txt cannot be read"))
    rows = {
        row.id: row for row in collect([bad, Item(b"\x89PNG\r\n", id="png", origin="p.png"), *make_items(1)])
    }
    assert rows["0"].summary is not None
    assert str(rows["bad"].error) == "type='InputError' message='x.txt cannot be read'"
    assert "p.png is a PNG image" in str(rows["png"].error)


def test_run_stops_and_drops_when_told(server: Server):
    """`stop` finishes what is in flight, `drop` gives it up; the rows until then stay."""
    server.answer = lambda body: faults.replace(faults.answer_by_schema(body), delay=0.05)

    async def go(output: Path, end: Callable[[Run], None]) -> int:
        options = Options(base_url=server.url)
        run_options = RunOptions(concurrency=4)
        count = 0
        async with open_run(
            make_items(100), output=output, run=run_options, model="test-model", options=options
        ) as run:
            async for _ in run:
                count += 1
                if count == 2:
                    end(run)
        return count

    assert 2 < asyncio.run(go(OUT, Run.stop)) < 20
    assert len(server.chats) == len(list(read_rows(OUT)))
    asyncio.run(go(Path("b.jsonl"), Run.drop))
    assert len(list(read_rows(Path("b.jsonl")))) < 20


def test_leaving_the_loop_keeps_what_was_yielded(server: Server):
    """The file is whole and free for the next run."""

    async def go() -> str:
        rows = summarize_many(
            make_items(50),
            output=OUT,
            model="test-model",
            options=Options(base_url=server.url),
            concurrency=2,
        )
        async for row in rows:
            await rows.aclose()
            return row.id
        return ""

    first = asyncio.run(go())
    assert first in {row.id for row in read_rows(OUT)}
    assert len(collect(make_items(50), server, again=True)) == 50


def test_processes_give_the_same_rows():
    """One or two; an article that ends a process has a row that says so."""

    class Bomb(str):
        __slots__ = ()

        def __reduce__(self) -> tuple[Any, ...]:
            return os._exit, (1,)

    items = make_items(12)
    one = collect(items, output=Path("1.jsonl"))
    two = collect([*items[:3], Item(Bomb("bomb"), id="bomb"), *items[3:]], output=OUT, processes=2)
    assert {row.id: row.error.type for row in two if row.error} == {"bomb": "WorkerError"}
    assert plain([row for row in two if row.id != "bomb"]) == plain(one)


def test_unknown_option_of_a_run_is_refused():
    """By name."""
    with pytest.raises(ConfigurationError, match="speed"):
        collect(make_items(1), speed=3)
