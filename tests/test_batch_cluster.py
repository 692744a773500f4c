"""A run on a Ray cluster: its gate and its source by themselves, and all of it where Ray is installed."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.batch.cluster.gate import Gate, GatedModel, Rules
from summarizer.batch.cluster.source import Source
from summarizer.drafts import Reply, Request
from summarizer.errors import AuthenticationError, BudgetError, ModelError, RateLimitError
from summarizer.records import Usage

REQUEST = Request("read-1", (), {}, 10, 10)


# The source: what a lost worker had in hand.


def test_source_gives_a_slot_the_same_chunk_again() -> None:
    """A task that runs again gets what it had, another slot gets another chunk."""

    async def run() -> None:
        source = Source(b"setup")
        await source.put(0, b"a")
        await source.put(1, b"b")
        assert await source.take(0, 7) == (0, b"a", 1)
        assert await source.take(0, 7) == (0, b"a", 2)
        assert await source.take(0, 3) == (1, b"b", 1)
        assert await source.tell_setup() == b"setup"

    asyncio.run(run())


def test_source_begins_anew_with_what_is_not_done() -> None:
    """After an execution was lost, the next one's slots get its chunks, but for those whose rows came."""

    async def run() -> None:
        source = Source(b"")
        for number in range(3):
            await source.put(number, b"%d" % number)
            await source.take(0, number)
        await source.finish(1)
        await source.put(9, b"9")
        await source.deliver(9, b"rows of 9")
        await source.deliver(9, b"the same again")
        assert await source.restart() == 2
        assert await source.receive() == [b"rows of 9"]
        assert [await source.take(1, slot) for slot in (0, 1)] == [(0, b"0", 2), (2, b"2", 2)]
        waiting = asyncio.create_task(source.take(1, 2))
        await asyncio.sleep(0)
        assert not waiting.done(), "a chunk that is done is given to nobody"
        await source.close()
        assert await waiting is None

    asyncio.run(run())


def test_source_gives_nothing_where_the_chunk_is_done() -> None:
    """A task that runs again, although its rows had come, has nothing to do."""

    async def run() -> None:
        source = Source(b"")
        await source.put(0, b"a")
        await source.take(0, 0)
        await source.finish(0)
        assert (await source.take(0, 0) or ())[:2] == (0, b"")

    asyncio.run(run())


# The gate: one pace and one purse.


class Handle:
    """A handle as Ray has them, on an object in this process."""

    def __init__(self, target: object) -> None:
        self._target = target

    def __getattr__(self, name: str) -> object:
        method = getattr(self._target, name)
        return type("Method", (), {"remote": staticmethod(method)})


class Model:
    """A model that answers from a list, and counts how many ask at once."""

    def __init__(self, *answers: ModelError | None) -> None:
        self.answers = list(answers)
        self.inside = self.most = 0

    def price(self, usage: Usage) -> float:
        """A cent for each request."""
        return 0.01 * usage.requests

    async def ask(self, request: Request) -> Reply:
        """The next answer."""
        self.inside += 1
        self.most = max(self.most, self.inside)
        await asyncio.sleep(0.001)
        self.inside -= 1
        if self.answers and (error := self.answers.pop(0)):
            raise error
        return Reply(request.id, "{}", usage=Usage(requests=1, tokens_in=10, tokens_out=5, cost=0.01))


def test_gate_holds_one_concurrency_over_all_workers() -> None:
    """Workers of two nodes have three places together."""
    model = Model()

    async def run() -> Usage:
        gate = Gate(Rules(concurrency=3))
        workers = [GatedModel(model, Handle(gate), name) for name in ("a", "b")]
        await asyncio.gather(*(w.ask(REQUEST) for w in workers for _ in range(10)))
        return (await gate.tell())[0]

    assert asyncio.run(run()).requests == 20
    assert model.most == 3


def test_gate_holds_one_purse_over_all_workers() -> None:
    """Not a request more than the money is for, whoever asks; the others hear why."""

    async def run() -> tuple[list[object], Usage]:
        gate = Gate(Rules(concurrency=8, max_cost=0.05))
        workers = [GatedModel(Model(), Handle(gate), name) for name in ("a", "b")]
        asked = await asyncio.gather(
            *(w.ask(REQUEST) for w in workers for _ in range(5)), return_exceptions=True
        )
        return list(asked), (await gate.tell())[0]

    asked, spent = asyncio.run(run())
    assert sum(isinstance(answer, Reply) for answer in asked) == 5
    assert sum(isinstance(answer, BudgetError) for answer in asked) == 5
    assert spent.cost == pytest.approx(0.05)


def test_gate_waits_out_a_rate_limit_for_everybody() -> None:
    """A 429 costs nobody its answer, and lowers the width for all."""
    error = RateLimitError("slow down")
    error.retry_after = 0.01
    model = Model(error, error, None)

    async def run() -> tuple[Reply, int]:
        gate = Gate(Rules(concurrency=9, max_retries=0))
        reply = await GatedModel(model, Handle(gate), "a").ask(REQUEST)
        return reply, (await gate.tell())[1]

    reply, width = asyncio.run(run())
    assert reply.usage.retries == 2
    assert width < 9


def test_gate_passes_on_what_will_not_pass() -> None:
    """A wrong key is not tried again."""
    model = Model(AuthenticationError("wrong key"))

    async def run() -> None:
        with pytest.raises(AuthenticationError):
            await GatedModel(model, Handle(Gate(Rules(concurrency=1))), "a").ask(REQUEST)

    asyncio.run(run())


def test_gate_takes_back_the_places_of_a_lost_worker() -> None:
    """Its request counts as paid at the worst, and the next worker gets in."""

    async def run() -> Usage:
        gate = Gate(Rules(concurrency=1, max_cost=1.0), lost_after=0.02)
        await gate.enter("lost", 10, 0.3)
        number, sent_at = await asyncio.wait_for(gate.enter("other", 10, 0.3), 10)  # type: ignore[misc]
        await gate.leave(number, Usage(requests=1, cost=0.1), sent_at, 0)
        return (await gate.tell())[0]

    assert asyncio.run(run()).cost == pytest.approx(0.4)


# All of it


@pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="needs Ray, which is large: pip install '.[ray]'"
)
def test_two_nodes_one_killed_lose_nothing(tmp_path: Path) -> None:
    """Every article has one row, and the rows are those of a run on this machine alone."""
    script = Path(__file__).parent.parent / "benchmarks" / "cluster.py"
    done = subprocess.run(
        [sys.executable, str(script), "--articles", "150", "--kill-at", "40"],
        cwd=tmp_path,
        env=os.environ | {"RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "150 rows, 150 ids" in done.stdout
    assert "same as without a cluster: True" in done.stdout
