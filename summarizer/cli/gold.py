"""`summarizer eval new`: gold to correct by hand, from articles or summaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.options import Offline, Quiet, Verbose
from summarizer.cli.reading import read_article
from summarizer.cli.writing import check_output, say, write_output

if TYPE_CHECKING:
    from summarizer.evaluate.gold import GoldArticle
    from summarizer.records import Summary
    from summarizer.settings import Settings

_EPILOG = """
\b
Examples:
  summarizer eval new gold.jsonl articles/*.txt        by the built-in engine
  summarizer eval new gold.jsonl article.txt --model gpt-5.4-mini
  summarizer eval new gold.jsonl summaries.jsonl       of a batch, or --format json
  summarizer eval new gold.jsonl article.txt --indent  an annotation a line, for an editor
"""


def register(group: typer.Typer) -> None:
    """Add the command to the group."""
    group.command(name="new", cls=GroupedCommand, epilog=_EPILOG)(_make_new)


def _make_new(
    *,
    output: Annotated[str, typer.Argument(metavar="OUT", help="The file of gold to make.")],
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…", help="Articles, or files of summaries (.json, .jsonl); - for standard input."
        ),
    ],
    model: Annotated[str, typer.Option(metavar="NAME", help="What summarizes the articles.")] = "extractive",
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="A server that speaks OpenAI's protocol.")
    ] = None,
    prompt: Annotated[str | None, typer.Option(metavar="NAME|FILE", help="What the model is told.")] = None,
    indent: Annotated[
        bool, typer.Option("--indent", help="An annotation a line, for an editor; eval reads both.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there.")] = False,
    offline: Offline = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
) -> None:
    """Turn summaries into gold to correct by hand.

    Each claim that somebody makes, and each position, becomes an annotation. Correct its content, speaker and
    kind, take out what is wrong, add what is missing: then it is gold.
    """
    del verbose
    from summarizer.cli.offline import read_settings
    from summarizer.evaluate.gold import format_gold, make_gold

    check_output(output)
    if output != "-" and Path(output).exists() and not force:
        raise typer.BadParameter(
            f"{output} exists already; it may hold corrections (--force)", param_hint="OUT"
        )
    settings = read_settings(
        {"model": model, "base_url": base_url, "prompt": prompt, "offline": offline or None}
    )
    made: dict[str, GoldArticle] = {}
    for name, summary in _read_summaries(sources, settings, quiet=quiet):
        key, number = name, 1
        while key in made:
            number += 1
            key = f"{name}-{number}"
        made[key] = make_gold(summary, key, summary.source.metadata.url or "")
    write_output("".join(format_gold(article, indent=indent) for article in made.values()), output)
    if not quiet:
        total = sum(len(article.annotations) for article in made.values())
        articles = f"{len(made)} article{'s' if len(made) != 1 else ''}"
        say(f"{output}: {articles} with {total} annotations to correct (docs/gold.md says how)")


def _read_summaries(sources: list[str], settings: Settings, *, quiet: bool) -> Iterator[tuple[str, Summary]]:
    """Each summary of files of summaries, and of each article one made now; with a name for it."""
    from summarizer.rows import read_rows

    articles = []
    for source in sources:
        if Path(source).suffix.lower() not in (".json", ".jsonl"):
            articles.append(source)
            continue
        for row in read_rows(Path(source)):
            if row.summary is None:
                say(f"note: {source}: {row.id} has no summary ({row.error.message if row.error else ''})")
                continue
            yield row.id, row.summary
    if articles:
        yield from _summarize_all(articles, settings, quiet=quiet)


def _summarize_all(sources: list[str], settings: Settings, *, quiet: bool) -> Iterator[tuple[str, Summary]]:
    """A summary of each article, one after the other; one that fails is reported, if another does not."""
    import asyncio

    from summarizer.cli.summarize import open_summarizer
    from summarizer.errors import SummarizerError

    summarizer = open_summarizer(settings, sends=True, quiet=quiet)

    async def summarize_all() -> list[tuple[str, Summary | SummarizerError]]:
        made: list[tuple[str, Summary | SummarizerError]] = []
        try:
            for source in sources:
                try:
                    made.append((source, await summarizer.asummarize(read_article(source))))
                except SummarizerError as error:
                    made.append((source, error))
        finally:
            await summarizer.aclose()
        return made

    made = asyncio.run(summarize_all())
    errors = [result for _, result in made if isinstance(result, SummarizerError)]
    if len(errors) == len(made):
        raise errors[0]
    for source, result in made:
        if isinstance(result, SummarizerError):
            say(f"note: {source} is left out: {result}")
        else:
            yield Path(source).stem if source != "-" else "standard-input", result
