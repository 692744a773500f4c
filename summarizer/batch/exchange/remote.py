"""A run's requests at a provider: sent, looked after, collected; known again from any one of its batches."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from summarizer.batch.exchange.advance import Round, Tick
from summarizer.batch.exchange.manifest import (
    Manifest,
    RequestFile,
    find_manifests,
    make_metadata,
    name_files,
    read_manifest,
    read_metadata,
    write_manifest,
)
from summarizer.batch.exchange.rounds import Limits, import_replies
from summarizer.errors import BudgetError, ConfigurationError, InputError, ModelError
from summarizer.models.batches import Batch, BatchApi


@dataclass(frozen=True, slots=True)
class Sent:
    """A file of requests and its batch; `fresh` where it was sent just now."""

    file: Path
    batch: Batch
    fresh: bool


@dataclass(slots=True)
class Found:
    """A run and its batches at the provider.

    Args:
        base: the first round's first file, here or as it would be called.
        manifest: of the run.
        batches: of all rounds, the newest first.
        replies: files of results that were downloaded; `collected` the batches that they are from.
    """

    base: Path
    manifest: Manifest
    batches: tuple[Batch, ...]
    replies: list[Path] = field(default_factory=list)
    collected: list[str] = field(default_factory=list)

    @property
    def running(self) -> tuple[Batch, ...]:
        """Those that have not ended."""
        return tuple(b for b in self.batches if b.running)

    @property
    def news(self) -> tuple[Batch, ...]:
        """Those that have ended and were not collected."""
        return tuple(b for b in self.batches if not b.running and b.id not in self.manifest.collected)

    @property
    def broken(self) -> tuple[Batch, ...]:
        """Those of the last round that were refused as a whole."""
        last = str(self.manifest.round)
        return tuple(b for b in self.batches if b.status == "failed" and b.metadata.get("round") == last)

    @property
    def sent(self) -> bool:
        """Whether anything of the last round was sent."""
        return any(b.metadata.get("round") == str(self.manifest.round) for b in self.batches)


async def submit_round(api: BatchApi, base: Path, *, max_cost: float | None = None) -> list[Sent]:
    """Send the last round's files, those that were not sent yet or whose batch came to nothing.

    The manifest knows each batch as soon as the provider has it. One that an earlier, interrupted run had
    sent without noting it is found among the provider's batches, and not sent again.

    Args:
        api: where to.
        base: the first round's first file.
        max_cost: US dollars that all rounds of the run together may cost at most.

    Raises:
        InputError: there is no manifest, or a file is gone.
        BudgetError: it may cost more; nothing was sent.
        ModelError: the provider refuses.
    """
    manifest_path, _ = name_files(base)
    manifest = read_manifest(manifest_path)
    files = [f for f in manifest.files if f.round == manifest.round]
    earlier = await find_batches(api, manifest)
    there = {(b.metadata.get("round"), b.metadata.get("part")): b for b in reversed(earlier)}
    parts = {f"{number} of {len(files)}": file for number, file in enumerate(files, 1)}
    fresh = {p: f for p, f in parts.items() if not _came_to_much(there.get((str(f.round), p)))}
    _check_cost(earlier, list(fresh.values()), max_cost)
    sent = []
    for part, file in parts.items():
        if part in fresh:
            batch = await api.submit(base.with_name(file.path), make_metadata(manifest, file, part))
        else:
            batch = there[str(file.round), part]
        manifest = _note(manifest, file, batch.id)
        write_manifest(manifest_path, manifest)
        sent.append(Sent(base.with_name(file.path), batch, part in fresh))
    return sent


def _came_to_much(batch: Batch | None) -> bool:
    """Whether a batch runs, or has brought something."""
    return batch is not None and (batch.running or batch.done > 0)


def _check_cost(earlier: Iterable[Batch], files: Sequence[RequestFile], limit: float | None) -> None:
    if limit is None:
        return
    before = sum(float(b.metadata.get("cost", 0)) for b in earlier if _came_to_much(b))
    if any(f.cost is None for f in files):
        raise ConfigurationError(
            "max_cost cannot hold, because the price of this model is not known; leave max_cost out"
        )
    more = sum(f.cost or 0 for f in files)
    if before + more > limit:
        raise BudgetError(
            f"these requests may cost ${more:.4f}; with at most ${before:.4f} for what was sent before that "
            f"is over the limit of ${limit:.4f}, and nothing was sent: raise --max-cost, or export fewer "
            "articles"
        )


async def list_batches(api: BatchApi, run: str | None = None) -> list[Batch]:
    """The batches of a run, or of all runs of this program, the newest first."""
    return [
        b
        async for b in api.list()
        if "summarizer" in b.metadata and (run is None or b.metadata.get("run") == run)
    ]


async def find_batches(api: BatchApi, manifest: Manifest) -> list[Batch]:
    """The batches of a run, the newest first: those that say so, and those that the manifest knows.

    Not every provider keeps what a batch says of itself.
    """
    found = await list_batches(api, manifest.run)
    there = {batch.id for batch in found}
    for number in range(manifest.round, 0, -1):
        files = [f for f in manifest.files if f.round == number]
        for place, file in enumerate(files, 1):
            if file.batch is not None and file.batch not in there:
                told = {"run": manifest.run, "round": str(number), "part": f"{place} of {len(files)}"}
                found.append(replace(await api.find(file.batch), metadata=told))
    return found


async def find_run(api: BatchApi, name: str | None, output: Path) -> Found:
    """The run that is meant, and its batches.

    Args:
        api: where the batches are.
        name: the id of any of its batches, or its first file of requests; None: the only run that has its
            manifest here or beside the output.
        output: of the rows. Where no manifest is known, the next round's requests stand beside it.

    Raises:
        InputError: there is no such run, or there are several.
        ModelError: there is no such batch, or the provider refuses.
    """
    if name is not None and (name.endswith(".jsonl") or Path(name).exists()):
        base = Path(name)
        manifest = read_manifest(name_files(base)[0])
    elif name is not None:
        batch = await api.find(name)
        told = read_metadata(batch.metadata)
        if told is None:
            raise InputError(f"batch {name} was not made by `summarizer batch submit`")
        base, manifest = _find_local(told, output)
    else:
        base = find_base([output.parent, Path()])
        manifest = read_manifest(name_files(base)[0])
    batches = await find_batches(api, manifest)
    if not batches:
        raise InputError(f"nothing of {base} was sent yet: summarizer batch submit {base}")
    rounds = max(int(b.metadata.get("round", "1")) for b in batches)
    manifest = manifest.model_copy(update={"round": max(rounds, manifest.round)})
    return Found(base, manifest, tuple(batches))


async def download_results(api: BatchApi, found: Found, folder: Path) -> None:
    """Bring the results of the batches that have ended and were not collected before."""
    for batch in found.news:
        for file in batch.files:
            path = folder / f"{len(found.replies)}.jsonl"
            await api.download(file, path)
            found.replies.append(path)
        found.collected.append(batch.id)
    # The oldest first: of two failures of a request the later one counts.
    found.replies.reverse()


@dataclass(frozen=True, slots=True)
class Collect:
    """How a run is collected.

    Args:
        output: of the rows.
        sources: where the articles are now, if not where they were.
        base_url: of the settings now.
        finish: give every article its row now.
        retry_errors: also articles that have an error for a row.
        allow: models that may have replied in place of the one that was asked.
        limits: of a file of requests.
        submit: send the next round.
        wait: until the batches have ended; seconds between two looks, None: do not wait.
        max_cost: US dollars for all rounds together.
    """

    output: Path
    sources: tuple[str, ...] = ()
    base_url: str | None = None
    finish: bool = False
    retry_errors: bool = False
    allow: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    submit: bool = False
    wait: float | None = None
    max_cost: float | None = None


async def collect_run(
    api: BatchApi,
    name: str | None,
    how: Collect,
    *,
    on_batches: Callable[[Found], None] | None = None,
    on_sent: Callable[[Sequence[Sent]], None] | None = None,
    on_article: Tick | None = None,
) -> tuple[Found, Round | None]:
    """Take in what the provider has, as often as is wanted. There is no Round where it has nothing new yet.

    Args:
        api: where the batches are.
        name: see `find_run`.
        how: what is wanted.
        on_batches: called with the run before each look and import.
        on_sent: called when the next round was sent.
        on_article: see `import_replies`.

    Raises:
        InputError: see `find_run` and `import_replies`.
        ModelError: the provider refuses, or a round brought nothing.
    """
    while True:
        found = await find_run(api, name, how.output)
        if on_batches:
            on_batches(found)
        if found.running and how.wait is not None:
            await asyncio.sleep(how.wait)
            continue
        if found.running and not found.news and not how.finish:
            return found, None
        if (problem := explain_broken(found)) and not how.finish:
            raise problem
        with tempfile.TemporaryDirectory(prefix=".summarizer-", dir=found.base.parent) as folder:
            await download_results(api, found, Path(folder))
            found.manifest, came = import_replies(
                found.base,
                found.replies,
                how.output,
                manifest=found.manifest,
                sources=how.sources,
                base_url=how.base_url,
                finish=how.finish,
                retry_errors=how.retry_errors,
                hold=bool(found.running),
                allow=how.allow,
                limits=how.limits,
                collected=found.collected,
                on_article=on_article,
            )
        if not (how.submit and came.waiting) or found.running:
            return found, came
        if came.repeated and found.sent:
            why = "".join(f" ({reason})" for reason, _ in came.reasons.most_common(1))
            raise ModelError(
                f"round {found.manifest.round} brought no reply{why}: send it again with summarizer batch "
                "submit, or write down what there is with --finish"
            )
        sent = await submit_round(api, found.base, max_cost=how.max_cost)
        if on_sent:
            on_sent(sent)
        if how.wait is None:
            return found, came


def find_base(folders: Iterable[Path], hint: Iterable[Path] = ()) -> Path:
    """The first file of requests of the only run in some folders.

    Args:
        folders: where to look for manifests.
        hint: result files; of several runs the one is meant that has asked for the first reply in them.

    Raises:
        InputError: there is none, or there are several.
    """
    bases = [_name_base(path) for path in find_manifests(folders)]
    if len(bases) > 1:
        bases = [base for base in bases if _asks(base, hint)] or bases
    if len(bases) == 1:
        return bases[0]
    if not bases:
        raise InputError(
            "there is no *.manifest.json of an export here, which says what the replies are to: name the "
            "requests with --requests"
        )
    raise InputError(
        f"there are several exports here ({', '.join(b.name for b in bases)}): say which one with --requests"
    )


def explain_broken(found: Found) -> ModelError | None:
    """The error where every batch of the last round was refused as a whole; None where one was not."""
    last = [b for b in found.batches if b.metadata.get("round") == str(found.manifest.round)]
    broken = found.broken
    if not broken or len(broken) < len(last):
        return None
    reasons = dict.fromkeys(p for b in broken for p in b.problems)
    return ModelError(
        f"the provider refused {broken[0].id}: {'; '.join(reasons) or 'it gives no reason'}; mend that, and "
        "send it again with summarizer batch submit"
    )


def _find_local(told: Manifest, output: Path) -> tuple[Path, Manifest]:
    """The run's own manifest where it is here, else what a batch tells of it, beside the output."""
    for path in find_manifests([output.parent, Path()]):
        manifest = read_manifest(path)
        if manifest.run == told.run:
            return _name_base(path), manifest
    stem = output.name.removesuffix(".jsonl")
    return output.with_name(f"{stem}.requests.jsonl"), told


def _name_base(manifest: Path) -> Path:
    return manifest.with_name(manifest.name.removesuffix(".manifest.json") + ".jsonl")


def _asks(base: Path, replies: Iterable[Path]) -> bool:
    """Whether a run's requests hold the id of the first reply."""
    from summarizer.models.batch_files import read_results

    first = next((result for path in replies for result in read_results(path)), None)
    if first is None:
        return False
    manifest = read_manifest(name_files(base)[0])
    for file in manifest.files:
        path = base.with_name(file.path)
        if path.exists():
            with path.open(encoding="utf-8") as lines:
                if any(first.custom_id in line[:100] for line in lines):
                    return True
    return False


def _note(manifest: Manifest, file: RequestFile, batch: str) -> Manifest:
    files = tuple(f.model_copy(update={"batch": batch}) if f.path == file.path else f for f in manifest.files)
    return manifest.model_copy(update={"files": files})
