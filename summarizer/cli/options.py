"""Options that several commands share."""

from __future__ import annotations

import logging
import sys
from enum import StrEnum
from typing import Annotated

import typer

_HELPER = "How it runs"


class Format(StrEnum):
    """How a summary is written out; the values are those of `Settings.format`."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    CSV = "csv"
    ANNOTATIONS = "annotations"
    JSONLD = "jsonld"


class Structure(StrEnum):
    """How anything but a summary is written out."""

    TEXT = "text"
    JSON = "json"


def _set_level(count: int) -> None:
    """Log to standard error: what happens (-v), and what happens inside (-vv). Keys are taken out."""
    if not count:
        return
    from summarizer.cli.writing import take_out_keys
    from summarizer.render import make_safe

    class Formatter(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            return make_safe(take_out_keys(super().format(record)))

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Formatter("%(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("summarizer")
    log.addHandler(handler)
    log.setLevel(logging.INFO if count == 1 else logging.DEBUG)


Verbose = Annotated[
    int,
    typer.Option(
        "--verbose", "-v", count=True, callback=_set_level, is_eager=True, show_default=False,
        help="Log to standard error, and show where an error arose; -vv: more.", rich_help_panel=_HELPER,
    ),
]  # fmt: skip
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help="No notes and no progress on standard error.", rich_help_panel=_HELPER
    ),
]
NoColor = Annotated[
    bool,
    typer.Option(
        "--no-color", help="No colours; NO_COLOR in the environment does the same.", rich_help_panel="Output"
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, whole or not at all.",
        rich_help_panel="Output",
    ),
]


def _obey(value: bool) -> bool:
    if value:
        from summarizer.cli.offline import go_offline

        go_offline()
    return value


Offline = Annotated[
    bool,
    typer.Option(
        "--offline",
        envvar="SUMMARIZER_OFFLINE",
        show_envvar=False,
        callback=_obey,
        is_eager=True,
        help="Let nothing leave this machine.",
        rich_help_panel=_HELPER,
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Also fetch from addresses inside private networks.", rich_help_panel=_HELPER
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Keep no replies, and use none kept before (summarizer cache shows them).",
        rich_help_panel=_HELPER,
    ),
]
