"""On any node of a cluster: some articles -> their rows."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.api import Summarizer
from summarizer.batch.cluster.gate import HEARTBEAT, GatedModel
from summarizer.batch.task import Finished, Task, WatchedModel, make_row
from summarizer.batch.workers import Workers, make_lost
from summarizer.errors import SummarizerError
from summarizer.pipeline import Options
from summarizer.pipeline.drivers import Model

if TYPE_CHECKING:
    from summarizer.prompt import Prompt

logger = logging.getLogger(__name__)

# Times that a chunk is done like any other; workers that are lost now and then are usual.
_CARELESS = 3
# Of the driver's environment, what the openai package reads by itself.
VARIABLES = ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID")


@dataclass(frozen=True, slots=True)
class Setup:
    """How a worker reads articles, just as the driver would.

    Args:
        model: its name.
        prompt: loaded by the driver; None for the extractive engine.
        options: of the summaries.
        environ: of VARIABLES, those that are set on the driver.
        verify: name and text of the file of the prompt for second opinions.
    """

    model: str
    prompt: Prompt | None
    options: Options
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    verify: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a chunk: the rows, and the error that ends the run, if one does."""

    number: int
    finished: list[Finished]
    fatal: SummarizerError | None = None


class RunEndedError(Exception):
    """Nothing is left to do."""


class Worker:
    """One process that does chunks, one after the other; what it is made of is made once."""

    _made: tuple[object, Worker] | None = None

    def __init__(self, setup: Setup, gate: Any) -> None:
        self._gate = gate
        self._name = f"{os.uname().nodename if hasattr(os, 'uname') else ''}:{os.getpid()}"
        os.environ.update(setup.environ)
        options = setup.options
        if setup.verify is not None:
            folder = Path(tempfile.mkdtemp(prefix="summarizer-"))
            path = folder / setup.verify[0]
            path.write_text(setup.verify[1], encoding="utf-8")
            options = options.model_copy(update={"verify_prompt": str(path)})
        self._summarizer = Summarizer(setup.model, prompt=setup.prompt or "summary", options=options)
        self._loop = asyncio.new_event_loop()

    @classmethod
    def find(cls, source: Any, gate: Any) -> Worker:
        """This process's worker for a run."""
        import ray

        run = source._actor_id
        if cls._made is None or cls._made[0] != run:
            setup = pickle.loads(ray.get(source.tell_setup.remote()))  # noqa: S301 - from our own driver
            cls._made = (run, cls(setup, gate))
        return cls._made[1]

    def work(self, number: int, tasks: list[Task], *, careful: bool = False) -> Done:
        """Do a chunk; with care where it may be what has ended the processes that had it before."""
        if careful:
            return Done(number, self._loop.run_until_complete(self._work_alone(tasks)))
        return self._loop.run_until_complete(self._work(number, tasks))

    async def _work_alone(self, tasks: list[Task]) -> list[Finished]:
        """In a process of its own, so that an article which ends it has an error for a row."""
        if self._summarizer.models:
            # Not again: each time is paid for.
            return [make_lost(task) for task in tasks]
        workers = Workers(1, self._summarizer.options)
        try:
            return await workers.work(tasks)
        finally:
            workers.close()

    async def _work(self, number: int, tasks: list[Task]) -> Done:
        await self._summarizer.prepare()
        beating = asyncio.create_task(self._beat()) if self._summarizer.models else None
        try:
            done = await asyncio.gather(*(self._do(task) for task in tasks))
        finally:
            if beating is not None:
                beating.cancel()
                with suppress(asyncio.CancelledError):
                    await beating
        fatal = next((d for d in done if isinstance(d, SummarizerError)), None)
        return Done(number, [d for d in done if isinstance(d, Finished)], fatal)

    async def _do(self, task: Task) -> Finished | SummarizerError:
        gated = {to: GatedModel(m, self._gate, self._name) for to, m in self._summarizer.models.items()}
        watched = {to: WatchedModel(m) for to, m in gated.items()}
        models: dict[str, Model] = dict(watched)
        try:
            row = await make_row(task, self._summarizer, models)
        except SummarizerError as error:
            return error
        fatal = next((m.fatal for m in watched.values() if m.fatal is not None), None)
        return fatal or Finished.of(row)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            await self._gate.beat.remote(self._name)


def work_slot(batch: Mapping[str, Any], *, source: Any, gate: Any, generation: int) -> dict[str, Any]:
    """What Ray Data maps over slots: each with the chunk that the source has for it, and its rows.

    The rows go straight to the driver's node: in the memory of this one they would be lost with it. What
    Ray Data hears are the numbers of chunks, and when to go on.
    """
    import ray

    numbers = []
    for slot in batch["id"]:
        taken = ray.get(source.take.remote(generation, int(slot)))
        if taken is None:
            raise RunEndedError  # the quickest end for the slots that are left
        number, chunk, times = taken
        if chunk:
            worker = Worker.find(source, gate)
            done = worker.work(number, pickle.loads(chunk), careful=times > _CARELESS)  # noqa: S301 - likewise
            ray.get(source.deliver.remote(number, pickle.dumps(done)))
        numbers.append(number)
    return {"done": numbers}
