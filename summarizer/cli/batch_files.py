"""`summarizer batch export | submit | status | collect | cancel | import`: articles through batch files."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.batch import FieldNames, InputFormat, Sources, make_inputs
from summarizer.cli.model_options import LIMITS, READING, Flags, with_options
from summarizer.cli.options import Quiet, Structure, Verbose
from summarizer.cli.writing import check_output, say, write_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.batch.exchange.advance import Round
    from summarizer.batch.exchange.remote import Found, Sent
    from summarizer.models import Endpoint
    from summarizer.models.batches import Batch
    from summarizer.settings import Settings

_ARTICLES, _MODEL, _OUTPUT, _ROUNDS = "Articles", "Model", "Output", "Rounds"
_POLL = 60.0  # seconds between two looks at batches that run for hours
_TICK, _LINE = 0.25, 60.0  # seconds between two counts of articles, on a terminal and elsewhere

_EXPORT_EPILOG = """
\b
Examples:
  summarizer batch export big.jsonl -o requests.jsonl --model gpt-5.4-mini     needs no key
  summarizer batch submit requests.jsonl
  summarizer batch collect -o out.jsonl --wait --submit        all rounds, to the end

\b
Later rounds read the articles and the prompt again: leave them as they are until the end.
requests.manifest.json, which is written beside the requests, knows what belongs together.
"""
_SUBMIT_EPILOG = """
\b
Examples:
  summarizer batch submit requests.jsonl
  summarizer batch submit requests.jsonl --max-cost 20     or nothing is sent
"""
_STATUS_EPILOG = """
\b
Examples:
  summarizer batch status
  summarizer batch status requests.jsonl
  summarizer batch status batch_abc123 --format json
"""
_COLLECT_EPILOG = """
\b
Examples:
  summarizer batch collect -o out.jsonl                        what is there now
  summarizer batch collect requests.jsonl -o out.jsonl --wait --submit
  summarizer batch collect batch_abc123 -o out.jsonl --articles big.jsonl
                                       on another machine: the same articles and prompt are needed
  summarizer batch collect -o out.jsonl --finish               rows for all, with what is there
"""
_CANCEL_EPILOG = """
\b
Examples:
  summarizer batch cancel requests.jsonl
  summarizer batch cancel batch_abc123             and the run's other batches
"""
_IMPORT_EPILOG = """
\b
Examples:
  summarizer batch import replies.jsonl -o out.jsonl
  summarizer batch import output.jsonl errors.jsonl -o out.jsonl
  summarizer batch import replies.jsonl -o out.jsonl --finish   no further round

\b
Replies of any provider that writes OpenAI's format. What goes back to the model is written as
the next round's requests, requests.round2.jsonl; send it, and import its replies the same way.
"""

_RowsFile = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="The rows, one an article.", rich_help_panel=_OUTPUT),
]
_BaseUrl = Annotated[
    str | None,
    typer.Option(metavar="URL", help="A server that has OpenAI's Batch API.", rich_help_panel=_MODEL),
]
_MaxCost = Annotated[
    float | None,
    typer.Option(
        metavar="DOLLARS",
        min=0,
        help="Send nothing if all rounds may cost more.",
        rich_help_panel=_ROUNDS,
    ),
]
_Finish = Annotated[
    bool,
    typer.Option("--finish", help="No further round: rows from what is there.", rich_help_panel=_ROUNDS),
]
_Retry = Annotated[
    bool, typer.Option("--retry-errors", help="Also articles that failed.", rich_help_panel=_ROUNDS)
]
_Where = Annotated[
    list[str] | None,
    typer.Option(
        "--articles",
        metavar="INPUT",
        help="Where the articles are now, if elsewhere.",
        rich_help_panel=_ARTICLES,
    ),
]
_Allow = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-model", metavar="NAME", help="Take replies of this model, too.", rich_help_panel=_MODEL
    ),
]
_MaxRequests = Annotated[
    int,
    typer.Option(
        metavar="N",
        min=1,
        help="In one file; OpenAI takes 50,000.",
        show_default=False,
        rich_help_panel=_OUTPUT,
    ),
]
_MaxMegabytes = Annotated[
    float,
    typer.Option(
        metavar="N",
        min=0.001,
        help="Of one file; OpenAI takes 200.",
        show_default=False,
        rich_help_panel=_OUTPUT,
    ),
]


def register(group: typer.Typer) -> None:
    """Add the commands to the group `batch`."""
    for function, name, epilog in (
        (_export, "export", _EXPORT_EPILOG),
        (_submit, "submit", _SUBMIT_EPILOG),
        (_status, "status", _STATUS_EPILOG),
        (_collect, "collect", _COLLECT_EPILOG),
        (_cancel, "cancel", _CANCEL_EPILOG),
        (_import, "import", _IMPORT_EPILOG),
    ):
        group.command(name=name, cls=GroupedCommand, epilog=epilog)(function)


@with_options(READING, {name: LIMITS[name] for name in ("context_tokens", "max_output_tokens")})
def _export(
    *,
    sources: Sources = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The requests.", rich_help_panel=_OUTPUT)
    ],
    field: FieldNames = None,
    from_: InputFormat = None,
    flags: Flags,
    max_requests: _MaxRequests = 50_000,
    max_megabytes: _MaxMegabytes = 200.0,
    force: Annotated[
        bool, typer.Option("--force", help="Replace an earlier export.", rich_help_panel=_OUTPUT)
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Write the requests of many articles into files.

    In the format of OpenAI's Batch API, at half the price of asking one by one. Nothing is sent.
    """
    del verbose
    check_output(output)
    from summarizer.batch.exchange.rounds import Limits, export_requests
    from summarizer.cli.offline import read_settings

    inputs = make_inputs(sources, field, from_, output)

    settings = read_settings(flags)
    with show_count(quiet=quiet) as tick:
        manifest, came = export_requests(
            inputs,
            settings,
            Path(output),
            limits=Limits(max_requests, int(max_megabytes * 1_000_000)),
            force=force,
            on_article=tick,
        )
    write_output("".join(f"{path}\n" for path in came.files))
    if not quiet:
        unread = f", {came.failed:,} of them cannot be read" if came.failed else ""
        models = " and ".join(sorted({file.model for file in manifest.files}))
        to = f" to {models}" if models else ""
        say(f"{_count(came.articles, 'article')}{unread}; {_describe_requests(came)}{to}")
        say(f"next: summarizer batch submit {output}")


def _submit(
    *,
    requests: Annotated[str, typer.Argument(metavar="REQUESTS", help="What export or import has written.")],
    base_url: _BaseUrl = None,
    max_cost: _MaxCost = None,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Send the last round's requests, and print the batches' ids.

    What was sent already is not sent again.
    """
    del verbose
    import asyncio

    from summarizer.batch.exchange.remote import submit_round
    from summarizer.cli.offline import read_settings
    from summarizer.models.batches import BatchApi

    first = find_first(Path(requests))
    settings = read_settings({"base_url": base_url, "max_cost": max_cost})
    _tell_server(settings, quiet=quiet)

    async def submit() -> list[Sent]:
        async with BatchApi(_find_endpoint(settings)) as api:
            return await submit_round(api, first, max_cost=settings.max_cost)

    _tell_sent(asyncio.run(submit()), quiet=quiet)


def _status(
    *,
    run: Annotated[
        str | None, typer.Argument(metavar="BATCH|REQUESTS", help="Only the batches of this run.")
    ] = None,
    base_url: _BaseUrl = None,
    format_: Annotated[Structure, typer.Option("--format", help="json: all that is known.")] = Structure.TEXT,
    verbose: Verbose = 0,
) -> None:
    """List the batches and how far each is."""
    del verbose
    import asyncio
    from dataclasses import asdict

    from summarizer.batch.exchange.remote import find_run, list_batches
    from summarizer.cli.offline import read_settings
    from summarizer.models.batches import BatchApi
    from summarizer.render import dump_json

    settings = read_settings({"base_url": base_url})

    async def look() -> Sequence[Batch]:
        async with BatchApi(_find_endpoint(settings)) as api:
            if run is None:
                return await list_batches(api)
            return (await find_run(api, run, Path("out.jsonl"))).batches

    batches = asyncio.run(look())
    if format_ is Structure.JSON:
        write_output(dump_json([asdict(batch) for batch in batches]) + "\n", json=True)
    elif batches:
        write_output("".join(f"{line}\n" for batch in batches for line in _describe_batch(batch)))
    else:
        say("there are no batches of summarizer on this account")


def _collect(
    *,
    run: Annotated[
        str | None,
        typer.Argument(metavar="BATCH|REQUESTS", help="Any batch of the run, or its requests."),
    ] = None,
    output: _RowsFile,
    wait: Annotated[
        bool, typer.Option("--wait", help="Until the batches have ended.", rich_help_panel=_ROUNDS)
    ] = False,
    submit: Annotated[
        bool, typer.Option("--submit", help="Send the next round, too.", rich_help_panel=_ROUNDS)
    ] = False,
    finish: _Finish = False,
    retry_errors: _Retry = False,
    poll: Annotated[
        float,
        typer.Option(
            metavar="SECONDS", min=0, help="Between two looks. Default: 60.", rich_help_panel=_ROUNDS
        ),
    ] = _POLL,
    articles: _Where = None,
    allow_model: _Allow = None,
    base_url: _BaseUrl = None,
    max_cost: _MaxCost = None,
    max_requests: _MaxRequests = 50_000,
    max_megabytes: _MaxMegabytes = 200.0,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Fetch the replies, and write the rows of the articles that are complete.

    And the next round's requests, where items go back to the model. Ctrl-C and a lost connection cost
    nothing: the same command goes on.
    """
    del verbose
    check_output(output)
    import asyncio

    from summarizer.batch.exchange.remote import Collect, collect_run
    from summarizer.batch.exchange.rounds import Limits
    from summarizer.cli.offline import read_settings
    from summarizer.models.batches import BatchApi

    settings = read_settings({"base_url": base_url, "max_cost": max_cost})
    how = Collect(
        Path(output),
        sources=tuple(articles or ()),
        base_url=settings.base_url,
        finish=finish,
        retry_errors=retry_errors,
        allow=tuple(allow_model or ()),
        limits=Limits(max_requests, int(max_megabytes * 1_000_000)),
        submit=submit,
        wait=poll if wait else None,
        max_cost=settings.max_cost,
    )
    if submit:
        _tell_server(settings, quiet=quiet)
    last = ""

    def tell(found: Found) -> None:
        nonlocal last
        line = _describe_progress(found)
        if not quiet and line != last:
            say(line)
        last = line

    async def collect() -> tuple[Found, Round | None]:
        async with BatchApi(_find_endpoint(settings)) as api:
            with show_count(quiet=quiet) as tick:
                return await collect_run(
                    api,
                    run,
                    how,
                    on_batches=tell,
                    on_sent=lambda sent: _tell_sent(sent, quiet=quiet, wait=wait),
                    on_article=tick,
                )

    found, came = asyncio.run(collect())
    waits = _count(len(found.running), "batch", "batches") + " still running; the same command again later"
    next_step = waits if found.running else f"next: summarizer batch submit {found.base}"
    if came is not None:
        _tell_round(came, "" if submit and not found.running else next_step, quiet=quiet)
    elif not quiet:
        say(next_step)


def _cancel(
    *,
    run: Annotated[
        str, typer.Argument(metavar="BATCH|REQUESTS", help="Any batch of the run, or its requests.")
    ],
    base_url: _BaseUrl = None,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Stop a run's batches.

    What is done stays done, and is paid for; collect takes it in.
    """
    del verbose
    import asyncio

    from summarizer.batch.exchange.remote import find_run
    from summarizer.cli.offline import read_settings
    from summarizer.models.batches import BatchApi

    settings = read_settings({"base_url": base_url})

    async def cancel() -> list[Batch]:
        async with BatchApi(_find_endpoint(settings)) as api:
            found = await find_run(api, run, Path("out.jsonl"))
            return [await api.cancel(batch.id) for batch in found.running]

    stopped = asyncio.run(cancel())
    write_output("".join(f"{batch.id}\n" for batch in stopped))
    if not quiet:
        say(f"{_count(len(stopped), 'batch', 'batches')} told to stop, which may take minutes")


def _import(
    *,
    replies: Annotated[list[str], typer.Argument(metavar="REPLIES…", help="Result files of batches.")],
    output: _RowsFile,
    requests: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="What export has written, if it is not found.",
            rich_help_panel=_ROUNDS,
        ),
    ] = None,
    finish: _Finish = False,
    retry_errors: _Retry = False,
    articles: _Where = None,
    allow_model: _Allow = None,
    base_url: _BaseUrl = None,
    max_requests: _MaxRequests = 50_000,
    max_megabytes: _MaxMegabytes = 200.0,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Take in replies that came as files.

    Writes the rows of the articles that are complete, and the next round's requests for the others.
    """
    del verbose
    check_output(output)
    from summarizer.batch.exchange.remote import find_base
    from summarizer.batch.exchange.rounds import Limits, import_replies
    from summarizer.cli.offline import read_settings

    paths = [Path(name) for name in replies]
    folders = [path.parent for path in (*paths, Path(output), Path("here"))]
    base = find_first(Path(requests)) if requests else find_base(folders, paths)
    with show_count(quiet=quiet) as tick:
        _, came = import_replies(
            base,
            paths,
            Path(output),
            sources=articles or (),
            base_url=read_settings({"base_url": base_url}).base_url,
            finish=finish,
            retry_errors=retry_errors,
            allow=allow_model or (),
            limits=Limits(max_requests, int(max_megabytes * 1_000_000)),
            on_article=tick,
        )
    write_output("".join(f"{path}\n" for path in came.files))
    send = "next: send the requests above, and import the replies the same way"
    again = "nothing new came: the last round's requests are still to be answered"
    _tell_round(came, again if came.repeated else send, quiet=quiet)


@contextlib.contextmanager
def show_count(*, quiet: bool) -> Iterator[Callable[[int], None] | None]:
    """How many articles have been gone through: a line on a terminal while it lasts, else now and then.

    Yields:
        What to call with each number.
    """
    if quiet or sys.stderr is None:
        yield None
        return
    live = sys.stderr.isatty()
    pause = _TICK if live else _LINE
    last = time.monotonic()

    def tick(count: int) -> None:
        nonlocal last
        if time.monotonic() - last < pause:
            return
        last = time.monotonic()
        if live:
            sys.stderr.write(f"\r{count:,} articles\x1b[K")
            sys.stderr.flush()
        else:
            say(f"{count:,} articles")

    try:
        yield tick
    finally:
        if live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def find_first(requests: Path) -> Path:
    """The first file of a run, for any of its files.

    Raises:
        InputError: there is no manifest beside it.
    """
    from summarizer.batch.exchange.manifest import find_manifests, name_files, read_manifest
    from summarizer.errors import InputError

    if name_files(requests)[0].exists():
        return requests
    for path in find_manifests([requests.parent]):
        if any(file.path == requests.name for file in read_manifest(path).files):
            return path.with_name(path.name.removesuffix(".manifest.json") + ".jsonl")
    raise InputError(
        f"there is no {name_files(requests)[0]}, which `summarizer batch export` writes beside its requests"
    )


def _find_endpoint(settings: Settings) -> Endpoint:
    """Where batches are kept; which model they ask stands in them."""
    import os

    from summarizer.errors import ConfigurationError
    from summarizer.models import DEFAULT_MODEL, resolve_model

    key = settings.api_key.get_secret_value() if settings.api_key else None
    endpoint = resolve_model(
        DEFAULT_MODEL, base_url=settings.base_url, api_key=key, environ=os.environ, needs_key=False
    )
    assert endpoint is not None  # noqa: S101 - only the built-in engine has none
    if settings.offline and not endpoint.local:
        raise ConfigurationError(
            f"offline: the batches are at {endpoint.base_url}; send the files by hand, and import the replies"
        )
    if endpoint.provider == "openai" and endpoint.api_key is None:
        raise ConfigurationError(
            "OpenAI keeps the batches, and no key is set: set OPENAI_API_KEY, or name another server with "
            "--base-url; or send the files by hand, and import the replies"
        )
    return endpoint


def _tell_server(settings: Settings, *, quiet: bool) -> None:
    """Where requests go, if a file decides that which may have come with somebody else's repository."""
    if settings.server_file and not quiet:
        say(f"note: requests go to {settings.base_url}, as {settings.server_file} says")


def _tell_sent(sent: Sequence[Sent], *, quiet: bool, wait: bool = False) -> None:
    write_output("".join(f"{one.batch.id}\n" for one in sent))
    if quiet or wait:
        return
    old = [one for one in sent if not one.fresh]
    if old:
        say(f"{_count(len(old), 'file')} sent earlier, not sent again")
    say("next: summarizer batch collect -o out.jsonl; results take minutes to 24 hours")


def _tell_round(came: Round, next_step: str, *, quiet: bool) -> None:
    """What came of a round, and what is to be done."""
    if quiet:
        return
    from summarizer.render.outline import format_cost

    parts = [f"{came.complete:,} of {_count(came.articles, 'article')} complete"]
    parts += [f"{came.failed:,} failed"] if came.failed else []
    parts += [f"{came.waiting:,} waiting for replies"] if came.waiting else []
    say(", ".join(parts) + (f"; {format_cost(came.usage.cost)} for these" if came.usage.cost else ""))
    for reason, count in came.reasons.most_common(3):
        say(f"{count:,} without a reply: {reason}")
    if came.waiting:
        if came.files:
            say(_describe_requests(came))
        if next_step:
            say(next_step)


def _describe_requests(came: Round) -> str:
    from summarizer.render.outline import format_cost

    price = "price unknown"
    if came.low.cost is not None and came.high.cost is not None:
        price = f"{format_cost(came.low.cost)} to {format_cost(came.high.cost)} as a batch"
    files = _count(len(came.files), "file")
    return (
        f"{_count(came.requests, 'request')} in {files}, {came.low.tokens_in:,} tokens, {price}, "
        "follow-ups not counted"
    )


def _describe_progress(found: Found) -> str:
    """How far a run's batches are: "round 2: 1 of 3 batches ended, 1,200 of 3,000 requests done"."""
    last = [b for b in found.batches if b.metadata.get("round") == str(found.manifest.round)]
    ended = sum(not b.running for b in last)
    done, total = sum(b.done for b in last), sum(b.total for b in last)
    failed = sum(b.failed for b in last)
    return (
        f"round {found.manifest.round}: {ended:,} of {_count(len(last), 'batch', 'batches')} ended, "
        f"{done:,} of {_count(total, 'request')} done" + (f", {failed:,} failed" if failed else "")
    )


def _describe_batch(batch: Batch) -> list[str]:
    from summarizer.render import make_plain

    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(batch.created))
    meta = batch.metadata
    place = f"run {meta.get('run', '?')} round {meta.get('round', '?')}, {meta.get('part', '?')}"
    counts = f"{batch.done:,}/{batch.total:,}" + (f", {batch.failed:,} failed" if batch.failed else "")
    lines = [f"{batch.id}  {batch.status:<11}  {counts}  {place}  {when}"]
    lines += [f"    {problem}" for problem in batch.problems]
    return [make_plain(line).rstrip() for line in lines]


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
