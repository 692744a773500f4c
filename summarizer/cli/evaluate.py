"""`summarizer eval …`: how well a prompt, a model or the built-in engine reads; and gold to correct."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import gold as new_gold
from summarizer.cli.app import GroupedCommand
from summarizer.cli.model_options import LIMITS, WRITING, Flags, with_options
from summarizer.cli.options import NoColor, Offline, Output, Quiet, Verbose
from summarizer.cli.reading import read_stdin
from summarizer.cli.writing import (
    check_output,
    find_named_format,
    is_terminal,
    make_console,
    say,
    take_printed,
    write_output,
)

if TYPE_CHECKING:
    from summarizer.evaluate.floors import Floors
    from summarizer.evaluate.gold import GoldArticle
    from summarizer.evaluate.report import Evaluation
    from summarizer.evaluate.run import Setup, Step, Trial, Variant
    from summarizer.settings import Settings

BELOW_FLOOR = 4  # exit code

_TRY, _KEEP, _GUARD, _LIMITS = "What to try", "Replies", "Floors", "Limits"

_EPILOG = """
\b
Examples:
  summarizer eval gold.jsonl --model extractive        no model, no network
  summarizer eval gold.jsonl --prompt summary --prompt mine.toml --model gpt-5.4-mini
  summarizer eval gold.jsonl --model gpt-5.4-mini --model ollama/llama3.2 -o models.md
  summarizer eval gold.jsonl --model gpt-5.4-mini --record replies/     once, with a model
  summarizer eval gold.jsonl --replay replies/         free, the same every time
  summarizer eval gold.jsonl --replay replies/ --floors floors.json
  summarizer eval gold.jsonl --model ollama/llama3.2 --runs 3 --limit 10
  summarizer eval new gold.jsonl article.txt           gold to correct by hand

\b
docs/prompt-lab.md goes from a question to a decision; docs/evaluation.md defines the figures;
docs/gold.md describes the format of gold.

\b
Exit codes:
  0  fine
  1  error: one line on standard error says what and what to do
  2  wrong usage
  4  with --floors: a figure is below its floor
"""
_Models = Annotated[
    list[str] | None,
    typer.Option(
        "--model", metavar="NAME", help="As for a summary; several are compared.", rich_help_panel=_TRY
    ),
]


class EvaluationFormat(StrEnum):
    """How an evaluation is written out."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


_SUFFIXES = {
    ".json": EvaluationFormat.JSON,
    ".md": EvaluationFormat.MARKDOWN,
    ".markdown": EvaluationFormat.MARKDOWN,
    ".html": EvaluationFormat.HTML,
    ".htm": EvaluationFormat.HTML,
}


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    group = typer.Typer(help="Score prompts and models against gold; make gold.", rich_markup_mode=None)
    group.command(name="run", cls=GroupedCommand, epilog=_EPILOG)(_evaluate)
    new_gold.register(group)
    app.add_typer(group, name="eval")


@with_options(WRITING, LIMITS)
def _evaluate(
    *,
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="A file of gold (docs/gold.md), or - for standard input.")
    ],
    model: _Models = None,
    prompt: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME|FILE", help="As for a summary; several are compared.", rich_help_panel=_TRY
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="A server that speaks OpenAI's protocol.", rich_help_panel=_TRY),
    ] = None,
    rounds: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=0, help="How often failed items go back. Default: 1.", rich_help_panel=_TRY
        ),
    ] = None,
    verify: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A model for second opinions.", rich_help_panel=_TRY),
    ] = None,
    runs: Annotated[
        int,
        typer.Option(
            metavar="N", min=1, help="Times to try each; shows the spread. Default: 1.", rich_help_panel=_TRY
        ),
    ] = 1,
    record: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER", help="Keep replies there; ask only for missing ones.", rich_help_panel=_KEEP
        ),
    ] = None,
    replay: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="Take replies from there; ask nobody.", rich_help_panel=_KEEP),
    ] = None,
    floors: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Exit with 4 below any of its floors.", rich_help_panel=_GUARD),
    ] = None,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Lift them to these figures.", rich_help_panel=_GUARD)
    ] = False,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="The first articles only.", rich_help_panel=_LIMITS)
    ] = None,
    concurrency: Annotated[
        int,
        typer.Option(metavar="N", min=1, help="Articles side by side. Default: 4.", rich_help_panel=_LIMITS),
    ] = 4,
    max_cost: Annotated[
        float | None,
        typer.Option(
            metavar="DOLLARS",
            min=0,
            help="For all of it: stop before it costs more.",
            rich_help_panel=_LIMITS,
        ),
    ] = None,
    flags: Flags,
    format_: Annotated[
        EvaluationFormat | None,
        typer.Option("--format", help="Default: what --output ends in, else text.", rich_help_panel="Output"),
    ] = None,
    output: Output = None,
    predictions: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Also write what was found, for another scorer.", rich_help_panel="Output"
        ),
    ] = None,
    no_color: NoColor = False,
    offline: Offline = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Score prompts and models against gold.

    Several are tried on the same articles and compared with the first: better, worse, or cannot tell.
    """
    del verbose
    _check_usage(record, replay, floors, raise_floors=raise_floors)
    check_output(output, gold)
    check_output(predictions, gold)
    form = format_ or find_named_format(output, _SUFFIXES)
    from summarizer.api import EXTRACTIVE
    from summarizer.cli.offline import read_settings
    from summarizer.evaluate.gold import hash_gold, parse_gold, read_gold
    from summarizer.evaluate.recording import Replies, list_models
    from summarizer.evaluate.report import list_failures, make_evaluation
    from summarizer.evaluate.run import Trial

    if gold == "-":
        articles = parse_gold(read_stdin("the gold").decode("utf-8-sig", "replace"), "standard input", limit)
    else:
        articles = read_gold(Path(gold), limit)
    own = {"base_url": base_url, "rounds": rounds, "verify": verify, "max_cost": max_cost}
    settings = read_settings(flags | own | {"offline": offline or None})
    replies = None
    if record or replay:
        replies = Replies(Path(record or replay or ""), asking=record is not None)
    if model is None and settings.model is None and replay and replies and replies.recorded:
        model = list(list_models(replies.recorded))
    # The limit is for all of it, so none for each article.
    setups = _make_setups(settings.model_copy(update={"max_cost": None}), model, prompt)
    if (floors or predictions) and len(setups) > 1:
        raise typer.BadParameter(
            "these are for one prompt and one model", param_hint="--floors, --predictions"
        )
    known = _read_floors(floors, hash_gold(articles), len(articles), raising=raise_floors)
    trial = Trial(runs, replies, settings.max_cost, concurrency)
    sends = not trial.replaying and any(setup.model != EXTRACTIVE for setup in setups)
    if settings.server_file and sends and not quiet:
        say(f"note: articles go to {settings.base_url}, as {settings.server_file} says")
    variants = _run(articles, setups, trial, quiet=quiet, no_color=no_color)
    evaluation = make_evaluation(Path(gold).name if gold != "-" else "gold", articles, variants)
    if predictions:
        write_output(_format_predictions(variants[0]), predictions)
    text = _format(evaluation, form or EvaluationFormat.TEXT, output, no_color=no_color)
    write_output(text, output, json=form is EvaluationFormat.JSON)
    if not quiet and (form is EvaluationFormat.JSON or output not in (None, "-")):
        for line in list_failures(evaluation):
            say(f"warning: {line}")
    if known is not None and floors is not None:
        _keep_floors(known, evaluation, floors, raising=raise_floors, quiet=quiet)


def _check_usage(record: str | None, replay: str | None, floors: str | None, *, raise_floors: bool) -> None:
    if record and replay:
        raise typer.BadParameter(
            "one of them: ask and keep, or take what is kept", param_hint="--record, --replay"
        )
    if raise_floors and not floors:
        raise typer.BadParameter("say in which file: --floors FILE", param_hint="--raise-floors")


def _make_setups(settings: Settings, models: list[str] | None, prompts: list[str] | None) -> list[Setup]:
    """Every prompt with every model; the built-in engine once, since it has no prompt."""
    from summarizer.api import EXTRACTIVE
    from summarizer.evaluate.run import Setup

    options = settings.options()
    setups: dict[tuple[str | None, str], Setup] = {}
    for model in models or (settings.model,):
        extractive = model is not None and model.strip().lower() == EXTRACTIVE
        for prompt in [settings.prompt] if extractive else prompts or [settings.prompt]:
            # Second opinions need a model's server; alone they would change what the engine costs.
            setups.setdefault((model, prompt), Setup(EXTRACTIVE if extractive else model, prompt, options))
    return list(setups.values())


def _read_floors(path: str | None, gold: str, articles: int, *, raising: bool) -> Floors | None:
    """The floors of a file, or none yet; checked to be for this gold before anything is asked."""
    from summarizer.evaluate.floors import Floors, check_floors, read_floors

    if path is None:
        return None
    if raising and not Path(path).exists():
        return Floors(gold, articles, {})
    floors = read_floors(Path(path))
    check_floors(floors, {}, gold, path)
    return floors


def _keep_floors(floors: Floors, evaluation: Evaluation, path: str, *, raising: bool, quiet: bool) -> None:
    """Say which figures are below their floors; else raise the floors, if that is wanted."""
    from summarizer.evaluate.floors import check_floors, format_floors, raise_floors

    figures = evaluation.scored[0].figures
    falls = check_floors(floors, figures, evaluation.gold, path)
    for fall in falls:
        say(f"below its floor: {fall}")
    if falls:
        if raising:
            say(f"{path} is left as it is: floors are raised, not lowered; to lower one, edit the file")
        raise typer.Exit(BELOW_FLOOR)
    if not raising:
        return
    lifted = raise_floors(floors, figures)
    changed = [key for key, value in lifted.floors.items() if floors.floors.get(key) != value]
    if changed:
        write_output(format_floors(lifted), path)
    if not quiet:
        say(f"{path}: {', '.join(changed)} raised" if changed else f"{path}: nothing to raise")


def _run(
    articles: tuple[GoldArticle, ...], setups: list[Setup], trial: Trial, *, quiet: bool, no_color: bool
) -> tuple[Variant, ...]:
    import asyncio

    from summarizer.evaluate.run import run_setups

    with _show_steps(wanted=not quiet, no_color=no_color) as update:
        return asyncio.run(run_setups(articles, setups, trial, update))


@contextlib.contextmanager
def _show_steps(*, wanted: bool, no_color: bool) -> Iterator[Callable[[Step], None] | None]:
    """A bar on standard error that is gone at the end; nothing where that is not a terminal."""
    if not wanted or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from summarizer.render import make_plain
    from summarizer.render.outline import format_cost

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True, no_color=True if no_color else None)
    with Progress(*columns, console=console, transient=True) as live:
        task = live.add_task("", total=None)

        def update(step: Step) -> None:
            cost = f" · {format_cost(step.cost)}" if step.cost else ""
            live.update(
                task, description=make_plain(step.label) + cost, completed=step.done, total=step.total
            )

        yield update


def _format(evaluation: Evaluation, form: EvaluationFormat, output: str | None, *, no_color: bool) -> str:
    if form is EvaluationFormat.JSON:
        from summarizer.evaluate.report import dump_evaluation

        return json.dumps(dump_evaluation(evaluation), indent=2, ensure_ascii=False) + "\n"
    if form is EvaluationFormat.MARKDOWN:
        from summarizer.evaluate.markdown import render_markdown

        return render_markdown(evaluation)
    if form is EvaluationFormat.HTML:
        from summarizer.evaluate.page import render_page

        return render_page(evaluation)
    from summarizer.evaluate.text import render_text

    console = make_console(output, no_color=no_color)
    if not is_terminal(output):
        console.width = 1_000  # a file or a pipe has no width: nothing is cut short
    render_text(evaluation, console)
    return "".join(f"{line.rstrip()}\n" for line in take_printed(console).splitlines())


def _format_predictions(variant: Variant) -> str:
    """What was found, a line an article, in the form of gold annotations."""
    lines = []
    for outcome in variant.runs[0]:
        found: list[dict[str, Any]] = [
            {
                "kind": item.kind,
                "speaker": item.speaker,
                "speaker_span": item.speaker_span,
                "content_spans": item.spans,
                "extra": {"speaker_resolved_auto": " ".join(item.names)} if item.names else {},
            }
            for item in outcome.items
        ]
        found += [
            {
                "kind": "position",
                "speaker": stand.holder,
                "content_spans": stand.spans,
                "extra": {"stance": stand.stance.value, "target": stand.target},
            }
            for stand in outcome.stands
        ]
        lines.append(json.dumps({"id": outcome.article.id, "annotations": found}, ensure_ascii=False) + "\n")
    return "".join(lines)
