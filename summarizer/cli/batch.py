"""`summarizer batch`: many articles, into a file of rows."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.app import GroupedCommand, is_piped
from summarizer.cli.batch_progress import describe_end, describe_estimate, show_run
from summarizer.cli.model_options import LIMITS, MODEL_FILE, READING, RUNNING, Flags, with_options
from summarizer.cli.options import NoColor, Quiet, Verbose
from summarizer.cli.writing import check_output, say, write_output

if TYPE_CHECKING:
    from summarizer.batch import Inputs, Run, RunOptions, Survey
    from summarizer.settings import Settings

_OUTPUT, _INPUT, _LIMITS, _DOING = "Output", "Input", "Limits", "What is done"
_INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
_TICK = 0.25  # seconds between looks at the progress
_MANIFEST_EVERY = 5.0  # seconds
_WORTH_PROCESSES = 200  # articles: fewer are done before more processes have started

_EPILOG = """
\b
Examples:
  summarizer batch news/ feed.jsonl more.csv -o out.jsonl
  summarizer batch "news/**/*.html" -o out.jsonl --model extractive
  summarizer batch big.parquet -o out.jsonl --model gpt-5.4-mini --concurrency 64 --max-cost 5
  summarizer batch feed.csv -o out.jsonl --field text=body --field id=guid
  find news -name '*.html' | summarizer batch - -o out.jsonl
  summarizer batch big.jsonl -o out.jsonl --model gpt-5.4-mini --dry-run
  summarizer batch big.jsonl -o rows/ --engine ray    on the Ray cluster that RAY_ADDRESS names
  summarizer batch export big.jsonl -o requests.jsonl    files for OpenAI's Batch API: half the price

\b
The same command again goes on where it stopped: articles that have a row are left alone as long
as content, prompt, model and settings are the same. Ctrl-C finishes what is in flight, twice drops it.
A table has an article a row: its text in a column named text, content, body, article, html …; its
id in id, guid …; also title, url, date, author, site, language; --field names others.

\b
Exit codes:
  0    all articles have a row, a summary or an error
  1    the run stopped, and standard error says why; what was done is kept
  2    wrong usage
  130  interrupted
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    from summarizer.cli import batch_files

    group = typer.Typer(help="Many articles, resumable.", rich_markup_mode=None)
    group.command(name="run", cls=GroupedCommand, epilog=_EPILOG)(_run)
    batch_files.register(group)
    app.add_typer(group, name="batch")


class Engine(StrEnum):
    """Where articles are read; the values are those of `RunOptions.engine`."""

    HERE = "here"
    RAY = "ray"


def name_rows(output: str) -> str:
    """The file of rows for what --output says: a folder ("rows/"), made if need be, has them in rows.jsonl.

    Raises:
        BadParameter: it is an address, or the folder cannot be made.
    """
    from pathlib import Path

    if "://" in output:
        raise typer.BadParameter(
            f"{output} is no file: write into a folder that is there, and copy it", param_hint="--output"
        )
    path = Path(output)
    if not output.endswith(("/", os.sep)):
        return output
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(
            f"{output} cannot be made: {error.strerror or error}", param_hint="--output"
        ) from None
    return str(path / "rows.jsonl")


def check_fields(values: list[str] | None) -> list[str] | None:
    """Refuse what is no NAME=COLUMN."""
    for value in values or ():
        if not all(part.strip() for part in value.partition("=")):
            raise typer.BadParameter(f"write it like text=body, not {value!r}")
    return values


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT…", help="Files, folders, patterns, tables (JSONL, CSV, Parquet); - for standard input."
    ),
]
FieldNames = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="NAME=COLUMN",
        help="Where a table has the text, id, title, url, date, author, site or language.",
        callback=check_fields,
        rich_help_panel=_INPUT,
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="What inputs are: jsonl, csv, tsv, parquet, files (names of files) or text.",
        rich_help_panel=_INPUT,
    ),
]


@with_options(READING, LIMITS, MODEL_FILE, RUNNING)
def _run(
    *,
    sources: Sources = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="JSON lines, a row an article; gone on with if it is there. -: standard output.",
            rich_help_panel=_OUTPUT,
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Count articles, estimate tokens and cost; do nothing.", rich_help_panel=_OUTPUT
        ),
    ] = False,
    no_color: NoColor = False,
    field: FieldNames = None,
    from_: InputFormat = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Do so many articles at most.", rich_help_panel=_DOING),
    ] = None,
    retry_errors: Annotated[
        bool, typer.Option("--retry-errors", help="Also articles that failed.", rich_help_panel=_DOING)
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="All articles, done or not.", rich_help_panel=_DOING)
    ] = False,
    flags: Flags,
    concurrency: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="Most requests side by side. Default: 16.", rich_help_panel=_LIMITS
        ),
    ] = None,
    rpm: Annotated[
        float | None,
        typer.Option(metavar="N", min=0.1, help="Most requests a minute.", rich_help_panel=_LIMITS),
    ] = None,
    tpm: Annotated[
        float | None,
        typer.Option(metavar="N", min=1, help="Most tokens a minute.", rich_help_panel=_LIMITS),
    ] = None,
    max_cost: Annotated[
        float | None,
        typer.Option(
            metavar="DOLLARS", min=0, help="Stop the run before it costs more.", rich_help_panel=_LIMITS
        ),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="For the extractive engine. Default: one a core.",
            rich_help_panel=_LIMITS,
        ),
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="ray: on a Ray cluster, or Ray on this machine.", rich_help_panel=_LIMITS)
    ] = Engine.HERE,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Summarize many articles.

    A row each, a summary or an error; nothing that was done is lost.
    """
    del verbose
    import asyncio

    from summarizer.batch import RunOptions
    from summarizer.cli.offline import read_settings

    if output is None:
        raise typer.BadParameter("give the file for the rows: -o out.jsonl", param_hint="--output")
    output = name_rows(output)
    check_output(output)
    inputs = make_inputs(sources, field, from_, output)
    own = {"concurrency": concurrency, "rpm": rpm, "tpm": tpm, "max_cost": max_cost, "processes": processes}
    settings = read_settings(flags | own)
    given = {"concurrency": settings.concurrency, "max_retries": settings.max_retries}
    options = RunOptions(
        **{name: value for name, value in given.items() if value is not None},
        rpm=settings.rpm,
        tpm=settings.tpm,
        max_cost=settings.max_cost,
        limit=limit,
        retry_errors=retry_errors,
        force=force,
        engine=engine.value,
        processes=settings.processes or 1,
    )
    command = _Command(inputs, output, settings, options, quiet=quiet, no_color=no_color)
    code = asyncio.run(command.plan() if dry_run else command.run())
    if code:
        raise typer.Exit(code)


def make_inputs(
    sources: list[str] | None, field: list[str] | None, from_: str | None, output: str | None = None
) -> Inputs:
    """The inputs that a command line names; standard input if something is piped in and nothing named.

    Raises:
        BadParameter: there are none.
        InputError: one does not exist.
    """
    from pathlib import Path

    from summarizer.batch import Fields, Inputs, find_manifest

    if not sources:
        if not is_piped():
            raise typer.BadParameter("name files, folders or tables, or pipe them in", param_hint="INPUT")
        sources = ["-"]
    named = dict(part.split("=", 1) for part in field or ())
    exclude = (Path(output), find_manifest(Path(output))) if output else ()
    inputs = Inputs(tuple(sources), Fields.make(named), from_, exclude)
    inputs.check()
    return inputs


class _Command:
    """One run of the command."""

    def __init__(
        self,
        inputs: Inputs,
        output: str,
        settings: Settings,
        options: RunOptions,
        *,
        quiet: bool,
        no_color: bool,
    ) -> None:
        self._inputs = inputs
        self._output = output
        self._settings = settings
        self._options = options
        self._quiet = quiet
        self._no_color = no_color

    async def plan(self) -> int:
        """Say what would be done, on standard output; the exit code."""
        from pathlib import Path

        there = Path(self._output) if Path(self._output).exists() else None
        async with self._open(there, sends=False) as run:
            from summarizer.cli.summarize import say_default

            say_default(self._settings, quiet=self._quiet)
            survey = self._survey(run)
            lines = self._describe_plan(run, survey)
            write_output("\n".join([*lines, "nothing was done"]) + "\n")
        return 0

    async def run(self) -> int:
        """Do it; the exit code.

        Raises:
            SummarizerError: why it stopped.
        """
        import asyncio
        from pathlib import Path

        from summarizer.batch import Manifest

        path = None if self._output == "-" else Path(self._output)
        async with self._open(path, sends=True) as run:
            survey = self._survey(run)
            self._say_plan(run, survey)
            todo = survey.todo if survey else None
            run.processes = self._settings.processes or _count_processes(todo)
            manifest = Manifest(path, run.summarizer, self._options, self._inputs.sources)
            manifest.write(run)
            interrupt = _Interrupt(run, quiet=self._quiet)
            with (
                interrupt.caught(),
                show_run(run, todo, quiet=self._quiet, no_color=self._no_color) as update,
            ):
                ticking = asyncio.create_task(_tick(run, update, manifest))
                try:
                    async for finished in run:
                        if path is None:
                            write_output(finished.line.decode() + "\n")
                except BaseException as error:
                    manifest.write(run, "stopped", str(error) or type(error).__name__)
                    self._say_end(run)
                    if run.tally.done and not self._quiet:
                        say("what is done is kept; the same command goes on from there")
                    raise
                finally:
                    ticking.cancel()
            manifest.write(run, "interrupted" if interrupt.happened else "finished")
            self._say_end(run)
        if interrupt.happened:
            say(f"interrupted; to go on: {_name_command()}")
            return _INTERRUPTED
        return 0

    def _open(self, path: Any, *, sends: bool) -> Any:
        from summarizer.batch import open_run

        settings = self._settings
        return open_run(
            self._inputs,
            output=path,
            run=self._options,
            model=settings.model,
            prompt=settings.prompt,
            options=settings.options(),
            cache=settings.cache and sends,
            sends=sends,
        )

    def _survey(self, run: Run) -> Survey | None:
        """A look ahead; None where there is nothing to look at twice."""
        return None if "-" in self._inputs.sources else run.survey(self._inputs.count())

    def _say_plan(self, run: Run, survey: Survey | None) -> None:
        if self._quiet:
            return
        settings, engine = self._settings, run.summarizer.engine
        if engine == "extractive" and settings.model is None:
            say(
                "note: no model is set, so the built-in extractive engine reads the articles; for a model's "
                "summaries set OPENAI_API_KEY or give --model (summarizer models lists them)"
            )
        if engine == "model" and settings.server_file:
            say(f"note: articles go to {settings.base_url}, as {settings.server_file} says")
        if skipped := self._inputs.describe_skipped():
            say(f"note: {skipped}")
        for line in self._describe_plan(run, survey):
            say(line)

    def _describe_plan(self, run: Run, survey: Survey | None) -> list[str]:
        from summarizer.batch import estimate_run

        name = run.summarizer.model_name
        if survey is None:
            lines = [f"articles from standard input, with {name}"]
        else:
            about = "" if survey.whole else "about "
            count = "an unknown number of" if survey.todo is None else f"{about}{survey.todo:,}"
            before = f", {survey.done:,} done before" if survey.done else ""
            articles = "article" if survey.todo == 1 else "articles"
            lines = [f"{count} {articles} to do{before}, with {name}"]
        if run.summarizer.engine == "model" and (survey is None or survey.todo != 0):
            todo = survey.todo if survey else None
            estimate = estimate_run(run.summarizer, survey.sample, todo) if survey else None
            lines += describe_estimate(run, estimate, todo)
        return lines

    def _say_end(self, run: Run) -> None:
        if not self._quiet:
            for line in describe_end(run, self._output):
                say(line)


class _Interrupt:
    """Ctrl-C, and the system's request to end: once finishes what is in flight, twice drops it."""

    def __init__(self, run: Run, *, quiet: bool) -> None:
        self._run = run
        self._quiet = quiet
        self.happened = False

    def caught(self) -> Any:
        """While the run goes."""
        import asyncio
        import contextlib
        import signal

        @contextlib.contextmanager
        def catch() -> Any:
            loop = asyncio.get_running_loop()
            numbers = (signal.SIGINT, signal.SIGTERM)
            try:
                for number in numbers:
                    loop.add_signal_handler(number, self._note)
            except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
                yield
                return
            try:
                yield
            finally:
                for number in numbers:
                    loop.remove_signal_handler(number)

        return catch()

    def _note(self) -> None:
        if self.happened:
            self._run.drop()
            return
        self.happened = True
        self._run.stop()
        if not self._quiet:
            say("finishing what is in flight; Ctrl-C again drops it")


async def _tick(run: Run, update: Any, manifest: Any) -> None:
    """Show and write down how far it is, now and then."""
    import asyncio
    import time

    written = time.monotonic()
    while True:
        await asyncio.sleep(_TICK)
        update()
        if time.monotonic() - written > _MANIFEST_EVERY:
            written = time.monotonic()
            manifest.write(run)


def _count_processes(todo: int | None) -> int:
    """One a core that this process may use, where there is enough to do."""
    if todo is not None and todo < _WORTH_PROCESSES:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _name_command() -> str:
    """The command that is running, as it can be typed again."""
    import shlex
    import sys

    return shlex.join(["summarizer", *sys.argv[1:]])
