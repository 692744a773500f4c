"""`summarizer cache`: the replies of models that are kept on this machine."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.options import Structure, Verbose
from summarizer.cli.writing import write_output

_EPILOG = """
\b
Examples:
  summarizer cache                    where it is, and how much is in it
  summarizer cache --clear
  summarizer article.txt --no-cache   a run that neither keeps nor uses replies
"""


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command(name="cache", cls=GroupedCommand, epilog=_EPILOG)(_cache)


def _cache(
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Remove all of it.")] = False,
    format_: Annotated[Structure, typer.Option("--format", help="json: for programs.")] = Structure.TEXT,
    verbose: Verbose = 0,
) -> None:
    """Show or clear the replies that are kept.

    A model that was asked something is not asked, and not paid, for the same again. What was not used for
    longest goes when there is more than fits.
    """
    del verbose
    from summarizer.errors import ConfigurationError
    from summarizer.models import ReplyCache

    cache = ReplyCache()
    size = cache.measure()
    if clear:
        try:
            cache.clear()
        except OSError as error:
            raise ConfigurationError(f"{size.path} cannot be removed: {error.strerror or error}") from error
    if format_ is Structure.JSON:
        from summarizer.render import dump_json

        values = {"path": str(size.path), "replies": size.replies, "bytes": size.size, "limit": size.limit}
        write_output(dump_json({**values, "cleared": clear}) + "\n", json=True)
        return
    what = f"{size.replies:,} replies, {size.size / 1e6:,.1f} MB of at most {size.limit / 1e6:,.0f} MB"
    if clear:
        write_output(f"removed {what}: {size.path}\n")
        return
    lines = [str(size.path), f"  {what}"]
    if size.oldest is not None:
        lines.append(f"  not used for longest: since {datetime.fromtimestamp(size.oldest):%Y-%m-%d}")
    write_output("\n".join(lines) + "\n")
