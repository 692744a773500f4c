"""The driver's side of a run on a cluster."""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import pickle
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from pydantic import SecretStr

from summarizer.api import EXTRACTIVE, Summarizer
from summarizer.batch.cluster.gate import Gate, Rules
from summarizer.batch.cluster.source import Source
from summarizer.batch.cluster.worker import VARIABLES, Done, Setup, work_slot
from summarizer.batch.task import Finished, Task
from summarizer.errors import ConfigurationError, SummarizerError
from summarizer.records import Usage

if TYPE_CHECKING:
    from summarizer.batch.run import RunOptions

logger = logging.getLogger(__name__)

# Articles that one task takes. Those of a model are asked about side by side; a small chunk loses little
# with its node.
_CHUNK_COMPUTED, _CHUNK_ASKED = 16, 8
# Of a processor: a task that waits for a model computes little.
_SHARE_ASKED = 0.25
# Slots of one execution of Ray Data; then another begins.
_SLOTS = 2_000
_REFRESH = 1.0  # seconds
# Executions in a row that fail without a single row.
_MOST_FAILURES = 3


def connect(address: str | None = None) -> None:
    """Join the cluster that is meant, else the one that runs on this machine, else start one here.

    Args:
        address: as `ray.init` takes it; None: RAY_ADDRESS, or what runs here.

    Raises:
        ConfigurationError: Ray is not installed, or there is no cluster at the address.
    """
    try:
        import ray
    except ImportError:
        raise ConfigurationError(
            "--engine ray needs Ray: pip install 'article-claims[ray]', on every node of the cluster"
        ) from None
    if ray.is_initialized():
        return
    _hush()
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    address = address or os.environ.get("RAY_ADDRESS") or None
    try:
        ray.init(address=address or "auto", **quiet)
    except ConnectionError as error:
        if address is not None:
            raise ConfigurationError(f"there is no Ray cluster at {address}: {error}") from None
        ray.init(include_dashboard=False, **quiet)


class ClusterPool:
    """Does articles on the nodes of a cluster that was joined. Like Workers, for one event loop.

    Args:
        summarizer: the driver's; the workers read just as it would.
        options: of the run.
    """

    @classmethod
    async def open(cls, summarizer: Summarizer, options: RunOptions) -> Self:
        """A pool on the cluster that `connect` finds.

        Raises:
            ConfigurationError: see `connect`.
        """
        await asyncio.to_thread(connect)
        return cls(summarizer, options)

    def __init__(self, summarizer: Summarizer, options: RunOptions) -> None:
        import ray

        self._asks = bool(summarizer.models)
        self.chunk = _CHUNK_ASKED if self._asks else _CHUNK_COMPUTED
        if self._asks:
            # One article has a request or two in flight.
            self.width = -(-options.concurrency // self.chunk)
        else:
            self.width = max(1, int(ray.cluster_resources().get("CPU", 1)))
        if options.processes > 1:
            self.width = options.processes
        self.spent = Usage(cost=0.0)
        self._loop = asyncio.get_running_loop()
        self._numbers = itertools.count()
        self._waiting: dict[int, asyncio.Future[list[Finished]]] = {}
        self._error: BaseException | None = None
        setup = pickle.dumps(_make_setup(summarizer))
        here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
            ray.get_runtime_context().get_node_id(), soft=False
        )
        # These must not move to a node that may go.
        place = {"num_cpus": 0, "scheduling_strategy": here, "max_concurrency": 100_000}
        rules = Rules(options.concurrency, options.rpm, options.tpm, options.max_retries, options.max_cost)
        self._source: Any = ray.remote(Source).options(**place).remote(setup)
        self._gate: Any = ray.remote(Gate).options(**place).remote(rules)
        self._refreshing = self._loop.create_task(self._refresh()) if self._asks else None
        self._receiving = self._loop.create_task(self._receive())
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="summarizer-cluster", daemon=True)
        self._thread.start()

    async def work(self, tasks: Sequence[Task]) -> list[Finished]:
        """The rows of some articles.

        Raises:
            SummarizerError: every further article would fail likewise, or cost too much.
        """
        if self._error is not None:
            raise self._error
        number = next(self._numbers)
        future: asyncio.Future[list[Finished]] = self._loop.create_future()
        self._waiting[number] = future
        self._source.put.remote(number, pickle.dumps(list(tasks)))
        try:
            return await future
        finally:
            self._waiting.pop(number, None)
            self._source.finish.remote(number)

    async def _refresh(self) -> None:
        """Bring `spent` up to date, now and then."""
        while True:
            await asyncio.sleep(_REFRESH)
            self.spent = (await self._gate.tell.remote())[0]

    def close(self) -> None:
        """End it; what is in flight is lost."""
        import ray

        if self._closing.is_set():
            return
        self._closing.set()
        self._receiving.cancel()
        if self._refreshing is not None:
            self._refreshing.cancel()
            self.spent = ray.get(self._gate.tell.remote())[0]
        self._source.close.remote()
        self._thread.join(30)
        for actor in (self._source, self._gate):
            ray.kill(actor)

    def _run(self) -> None:
        """In a thread: run Ray Data over slots, again and again."""
        import ray

        _quieten()
        failures = 0
        for generation in itertools.count():
            came = False
            try:
                ray.get(self._source.restart.remote())
                for _ in self._execute(generation):
                    came = True
                    if self._closing.is_set():
                        return
                failures = 0
            except Exception as error:
                if self._closing.is_set():
                    return
                failures = 0 if came else failures + 1
                logger.warning("the cluster lost an execution (%s); its articles begin anew", error)
                if failures >= _MOST_FAILURES:
                    self._loop.call_soon_threadsafe(self._fail, error)
                    return
            if self._closing.is_set():
                return

    def _execute(self, generation: int) -> Any:
        """One execution of Ray Data: something for each slot, when it is done."""
        import ray.data

        slots = ray.data.range(_SLOTS, override_num_blocks=_SLOTS).map_batches(
            work_slot,
            batch_size=None,
            fn_kwargs={
                "source": self._source,
                "gate": self._gate,
                "generation": generation,
            },
            concurrency=self.width,
            num_cpus=_SHARE_ASKED if self._asks else 1,
        )
        return slots.iter_batches(batch_size=None, prefetch_batches=0)

    async def _receive(self) -> None:
        """Hand on what the workers deliver."""
        while results := await self._source.receive.remote():
            for result in results:
                self._deliver(pickle.loads(result))  # noqa: S301 - from our own workers

    def _deliver(self, done: Done) -> None:
        if done.fatal is not None and self._error is None:
            self._error = done.fatal
        future = self._waiting.get(done.number)
        if future is not None and not future.done():
            if done.fatal is not None and not done.finished:
                future.set_exception(done.fatal)
            else:
                future.set_result(done.finished)

    def _fail(self, error: Exception) -> None:
        self._error = SummarizerError(f"the cluster does not work: {' '.join(str(error).split())[:300]}")
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(self._error)


def _make_setup(summarizer: Summarizer) -> Setup:
    """What the workers need to read as this process would: with its server, key and prompts."""
    name, options = EXTRACTIVE, summarizer.options
    if (reader := summarizer.models.get("reader")) is not None:
        endpoint = reader.endpoint
        name, base_url = endpoint.model, None
        if endpoint.provider in ("openai", "server"):
            base_url = endpoint.base_url
        else:
            name = f"{endpoint.provider}/{endpoint.model}"
        key = SecretStr(endpoint.api_key) if endpoint.api_key else None
        options = options.model_copy(update={"base_url": base_url, "api_key": key})
    verify = summarizer.verify_prompt
    return Setup(
        model=name,
        prompt=summarizer.prompt,
        options=options,
        environ={name: os.environ[name] for name in VARIABLES if name in os.environ},
        verify=(verify.path.name, verify.path.read_text(encoding="utf-8")) if verify else None,
    )


def _hush() -> None:
    """Let what Ray tells of lost nodes go to our log: it prints pages of it to standard output otherwise."""

    def note(data: dict[str, Any], *_: object, **__: object) -> None:
        for line in data.get("lines", ()):
            logger.info("ray: %s", line.partition("\n")[0])

    with suppress(ImportError, AttributeError):
        from ray._private import worker

        # No setting does it: log_to_driver is about the output of tasks.
        worker.print_to_stdstream = note


def _quieten() -> None:
    """Keep Ray Data's own progress and notes off the terminal."""
    from ray.data import DataContext

    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.enable_operator_progress_bars = False
    context.print_on_execution_start = False
    # It waits for a server or for more articles, which may take its time.
    context.execution_no_progress_timeout_s = 10**9
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # errors are ours to tell
