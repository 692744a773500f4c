"""The commands joined: help, and the command that stands for itself when none is named."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

DEFAULT_COMMAND = "summarize"
# Of a group of commands the one that stands for itself.
GROUP_DEFAULTS = {"batch": "run", "eval": "run"}

EXIT_CODES = """
\b
Exit codes:
  0  fine
  1  error: one line on standard error says what and what to do
  2  wrong usage
  3  with --strict: something is disputed or unsupported, or not the whole article was read
"""

_EXAMPLES = """
\b
Examples:
  summarizer article.txt                      a file, text or HTML
  summarizer https://example.com/news/1       a page
  pbpaste | summarizer                        standard input
  summarizer article.txt --model ollama/llama3.2
  summarizer article.txt --format json -o out.json
  summarizer article.txt -o page.html         a page to read in a browser
  summarizer ./clean                          a file that is named like a command
"""


# Typer adds "[x>=0]" to every number; what is wrong with a value its error message says.
_RANGE = re.compile(r"\s*\[[^\[\]]*x>=[^\[\]]*\]$")
# And to the name of every argument that it is a string.
_TYPE = re.compile(r" <(str|list\[str\])>$")


def _find_group(ctx: Any) -> Any:
    """The context of the group that the command stands for; None if it stands only for itself."""
    group = ctx.parent
    return group if group and GROUP_DEFAULTS.get(group.info_name) == ctx.info_name else None


class GroupedCommand(TyperCommand):
    """A command whose help lists its options under the headings of their `rich_help_panel`.

    One that stands for its group is called by the group's name, and lists the group's other commands.
    """

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how it is called: what may be left out stands in brackets."""
        pieces = [
            piece.replace("…]...", "…]").replace("…}...", "…").strip("{}")
            for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage((_find_group(ctx) or ctx).command_path, " ".join(pieces))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, those without a heading last, and the other commands of the group."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if (record := param.get_help_record(ctx)) is not None:
                kind = "Arguments" if param.param_type_name == "argument" else "Options"
                title = getattr(param, "rich_help_panel", None) or kind
                sections.setdefault(title, []).append((_TYPE.sub("", record[0]), _RANGE.sub("", record[1])))
        if (group := _find_group(ctx)) is not None:
            sections["Other commands"] = [
                (f"{group.info_name} {name}", command.get_short_help_str(100))
                for name, command in group.command.commands.items()
                if command is not self
            ]
        for title, records in sections.items():
            with formatter.section(title):
                formatter.write_dl(records)


app = typer.Typer(
    name="summarizer",
    help="Who holds which position and who claims what in a news article, each item checked against the "
    "sentence that shows it.\n\n`summarizer ARTICLE` is short for `summarizer summarize ARTICLE`; "
    "`summarizer summarize --help` lists its options.",
    epilog=_EXAMPLES + EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    # Rich's help costs more than everything else that --help does.
    rich_markup_mode=None,
)


def _show_version(value: bool) -> None:
    if value:
        from summarizer import __version__

        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    pass


@cache
def load_command() -> Any:
    """The command of typer that the whole app makes."""
    from summarizer.cli import (
        about,
        batch,
        cache,
        clean,
        compare,
        evaluate,
        export,
        prompts,
        summarize,
        view,
    )

    for module in (summarize, batch, view, compare, export, clean, prompts, evaluate, about, cache):
        module.register(app)
    return typer.main.get_command(app)


def insert_default(arguments: Sequence[str], command: Any) -> list[str]:
    """The arguments with the default command in front, where they name no other.

    Without any arguments, what is piped in is summarized; otherwise help is shown.
    """
    if not arguments:
        return [DEFAULT_COMMAND] if is_piped() else ["--help"]
    own = {name for param in command.params for name in param.opts} | {"-h", "--help"}
    first = arguments[0]
    group = getattr(command.commands.get(first), "commands", None)
    if group and first in GROUP_DEFAULTS and not (len(arguments) > 1 and arguments[1] in group):
        return [first, GROUP_DEFAULTS[first], *(arguments[1:] or ["--help"])]
    if group and len(arguments) == 1:
        return [first, "--help"]
    if first in command.commands or first.partition("=")[0] in own:
        return [*arguments]
    return [DEFAULT_COMMAND, *arguments]


def is_piped() -> bool:
    """Whether standard input is a pipe or a file: something that has an end, and was put there."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):  # closed, or replaced by something without a descriptor
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)
