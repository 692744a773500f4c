"""`summarizer prompts …`: what the model is told, and changing it."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.difference import print_difference
from summarizer.cli.options import AllowPrivate, NoColor, Offline, Verbose
from summarizer.cli.reading import read_article
from summarizer.cli.writing import format_requests, make_console, say, take_printed, write_output

_EPILOG = """
\b
Examples:
  summarizer prompts list
  summarizer prompts copy summary              to ./prompts/summary.toml, which then is used here
  summarizer prompts check prompts/summary.toml
  summarizer prompts diff summary mine.toml
  summarizer prompts render summary article.txt
"""

_EXAMPLES = {
    "list": "prompts list",
    "show": "prompts show verify",
    "copy": "prompts copy summary mine.toml\n"
    "  summarizer prompts copy summary     to ./prompts/summary.toml, which then is used here",
    "check": "prompts check mine.toml",
    "diff": "prompts diff summary mine.toml",
    "render": "prompts render mine.toml article.txt\n  summarizer prompts render summary - < article.txt",
}

_Name = Annotated[
    str, typer.Argument(metavar="PROMPT", help="A prompt's name, or the path of a prompt file.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    group = typer.Typer(
        help="List, show, copy, check, compare, render prompts.",
        epilog=_EPILOG,
        rich_markup_mode=None,
    )
    for function, name in (
        (_list, "list"),
        (_show, "show"),
        (_copy, "copy"),
        (_check, "check"),
        (_diff, "diff"),
        (_render, "render"),
    ):
        epilog = f"\b\nExamples:\n  summarizer {_EXAMPLES[name]}\n"
        group.command(name=name, cls=GroupedCommand, epilog=epilog)(function)
    app.add_typer(group, name="prompts")


def _list(verbose: Verbose = 0) -> None:
    """List the prompts and where each stands."""
    del verbose
    from summarizer.prompt import list_prompts

    infos = list_prompts()
    width = max((len(info.name) for info in infos), default=0)
    lines = []
    for info in infos:
        note = info.description
        if info.problems:
            note = f"{info.problems} problem{'s' if info.problems > 1 else ''}; see summarizer prompts check"
        if info.shadowed_by:
            note = f"not used: {info.shadowed_by} goes before it"
        lines.append(f"{info.name:<{width}}  {info.where:<7}  {info.path}\n{'':<{width}}  {note}")
    write_output("\n".join(lines) + "\n")


def _show(prompt: _Name = "summary", verbose: Verbose = 0) -> None:
    """Print a prompt file as it is."""
    del verbose
    from summarizer.errors import PromptError
    from summarizer.prompt import find_prompt

    path = find_prompt(prompt)
    try:
        write_output(path.read_text(encoding="utf-8-sig", errors="replace"))
    except OSError as error:
        raise PromptError(f"{path} cannot be read: {error.strerror or error}") from error


def _copy(
    *,
    prompt: _Name = "summary",
    target: Annotated[
        str | None, typer.Argument(metavar="TARGET", help="A file or a folder. Default: ./prompts.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there.")] = False,
    verbose: Verbose = 0,
) -> None:
    """Copy a prompt to where it can be edited.

    One in ./prompts goes before the packaged one of its name.
    """
    del verbose
    from summarizer.prompt import copy_prompt

    write_output(f"{copy_prompt(prompt, target, force=force)}\n")


def _check(prompt: _Name = "summary", verbose: Verbose = 0) -> None:
    """Say what is wrong with a prompt file.

    A line each, with the number of the line in the file; exits with 1 if anything is.
    """
    del verbose
    from summarizer.prompt import check_prompt, find_prompt

    path = find_prompt(prompt)
    problems = check_prompt(path)
    if not problems:
        write_output(f"{path}: fine\n")
        return
    for problem in problems:
        say(f"{path}:{problem.line or 1}: {problem.message}")
    raise typer.Exit(1)


def _diff(
    *,
    before: Annotated[
        str, typer.Argument(metavar="BEFORE", help="A prompt's name, or the path of its file.")
    ],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="Another one.")],
    no_color: NoColor = False,
    verbose: Verbose = 0,
) -> None:
    """Show what differs between two prompts.

    Word by word and section by section, parameters and worked examples too, with the tokens of each side.
    Without colours, [-what is gone-] and {+what is new+} stand in brackets. What it does to the results:
    summarizer eval.
    """
    del verbose
    from summarizer.prompt import compare_prompts, load_any_prompt

    one, other = load_any_prompt(before), load_any_prompt(after)
    console = make_console(None, no_color=no_color)
    print_difference(compare_prompts(one, other), one, other, console)
    write_output(take_printed(console))


def _render(
    *,
    prompt: _Name = "summary",
    article: Annotated[
        str | None, typer.Argument(metavar="ARTICLE", help="A file, a URL, or - for standard input.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="The summary's language.")] = None,
    context_tokens: Annotated[
        int, typer.Option(metavar="N", min=1, help="What the model can hold.", show_default=True)
    ] = 32_000,
    allow_private: AllowPrivate = False,
    _offline: Offline = False,
    verbose: Verbose = 0,
) -> None:
    """Print what would be sent for an article.

    Whichever model is set; summarizer --dry-run shows it with the price.
    """
    del verbose
    from summarizer.pipeline import Options, list_requests
    from summarizer.prompt import load_prompt

    loaded = load_prompt(prompt)
    cleaned = read_article(article, allow_private=allow_private)
    requests = list_requests(cleaned, loaded, Options(language=language, context_tokens=context_tokens))
    write_output("\n".join(format_requests(requests)))
