"""What a command says: results on standard output or into a file, everything else on standard error."""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from summarizer.cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console

    from summarizer.drafts import Request
    from summarizer.records import Article, Claim, Summary

_F = TypeVar("_F")
_DEGRADE = "summarizer-degrade"
_KEYS = ("SUMMARIZER_API_KEY", "OPENAI_API_KEY")
_SUFFIXES = {
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".csv": Format.CSV,
    ".jsonld": Format.JSONLD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


# Of files that nobody would take for text.
_ENDINGS = frozenset({
    *(".csv", ".tsv", ".xls", ".xlsx", ".json", ".jsonl", ".jsonld", ".xml", ".yaml", ".yml"),
    *(".html", ".htm", ".md", ".markdown", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".png"),
    *(".db", ".sqlite", ".sqlite3", ".parquet", ".zip"),
})  # fmt: skip
JSON_FORMATS = frozenset({Format.JSON, Format.ANNOTATIONS, Format.JSONLD})


class OutputClosedError(Exception):
    """Whoever was to read standard output is gone; nothing is left to do."""


def prepare_streams() -> None:
    """Let no character that the terminal's encoding lacks end the run: it is shown as something near."""

    def degrade(error: UnicodeError) -> tuple[str, int]:
        from summarizer.render import degrade_unencodable

        return degrade_unencodable(error)

    codecs.register_error(_DEGRADE, degrade)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_DEGRADE)


def say(line: str) -> None:
    """One line on standard error, without keys and without what could steer the terminal."""
    from summarizer.render import make_plain

    if sys.stderr is None:  # closed
        return
    with contextlib.suppress(OSError, ValueError):  # nobody is there to read it
        print(make_plain(take_out_keys(line)).strip(), file=sys.stderr, flush=True)  # noqa: T201 - a command prints


def take_out_keys(text: str) -> str:
    """The text without the keys that stand in the environment, should a server or library have quoted one."""
    for variable in _KEYS:
        key = os.environ.get(variable, "").strip()
        if len(key) >= 8:
            text = text.replace(key, f"({variable})")
    return text


def is_terminal(output: str | None = None) -> bool:
    """Whether a result goes to a terminal: to standard output, which is one."""
    return output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def choose_format(flag: Format | None, output: str | None, setting: str) -> Format:
    """The flag's format; else the one that the file's name ends in; else the setting's."""
    if flag is not None:
        return flag
    form = Format(setting)
    return find_named_format(output, _SUFFIXES, strict=form is Format.TEXT) or form


def find_named_format(output: str | None, formats: Mapping[str, _F], *, strict: bool = True) -> _F | None:
    """The format that a file's name ends in; None if it names none.

    Args:
        output: the file; None or "-": standard output.
        formats: by ending, those that the command writes.
        strict: refuse the ending of a format that the command does not write: a PDF that is plain text
            would open nowhere.

    Raises:
        BadParameter: it ends in such a one.
    """
    ending = Path(output).suffix.lower() if output else ""
    if ending in formats:
        return formats[ending]
    if strict and ending in _ENDINGS:
        from typer import BadParameter

        known = ", ".join(formats)
        raise BadParameter(
            f"{output} would hold plain text: end it in one of {known}, or give --format",
            param_hint="--output",
        )
    return None


def format_summary(summary: Summary, article: Article, form: Format, console: Console) -> str:
    """The summary in a format; `console` says how wide and colourful text may be."""
    from summarizer.render import render_json, render_markdown, render_text

    if form is Format.JSON:
        return render_json(summary) + "\n"
    if form is Format.MARKDOWN:
        return render_markdown(summary)
    if form in (Format.CSV, Format.ANNOTATIONS, Format.JSONLD):
        return _format_for_tools(summary, form)
    if form is Format.HTML:
        from summarizer.render.pages import render_article_page

        return render_article_page(summary, article)
    render_text(summary, console)
    return take_printed(console)


def _format_for_tools(summary: Summary, form: Format) -> str:
    """The summary as what other tools open; `summarizer export` makes the same of many."""
    from summarizer import export
    from summarizer.rows import make_row

    render = {
        Format.CSV: export.render_csv,
        Format.ANNOTATIONS: export.render_annotations,
        Format.JSONLD: export.render_jsonld,
    }[form]
    return render([make_row(summary)])


def format_claim(claim: Claim, form: Format, console: Console) -> str:
    """A claim of a summary that is still being made: in JSON an object on a line of its own."""
    from summarizer.render import render_claim

    if form is Format.JSON:
        return f'{{"claim": {claim.model_dump_json()}}}\n'
    render_claim(claim, console)
    return take_printed(console)


def format_requests(requests: Iterable[Request]) -> list[str]:
    """Requests to a model as lines to read, safe to print."""
    from summarizer.render import make_safe

    lines = []
    for request in requests:
        lines += [f"=== {request.id}: {request.tokens:,} tokens, reply of at most {request.max_tokens:,}", ""]
        for message in request.messages:
            lines += [f"--- {message.role}", make_safe(message.content).strip("\n"), ""]
    return lines


def make_console(output: str | None, *, no_color: bool) -> Console:
    """A console that prints into memory, as wide and colourful as what will be printed to."""
    from rich.console import Console

    colorful = is_terminal(output) and not no_color and not os.environ.get("NO_COLOR")
    return Console(
        file=io.StringIO(),
        force_terminal=colorful,
        color_system="auto" if colorful else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def take_printed(console: Console) -> str:
    """What was printed to a console of `make_console`."""
    assert isinstance(console.file, io.StringIO)  # noqa: S101 - made above
    return console.file.getvalue()


def check_output(output: str | None, source: str | None = None) -> None:
    """Find out before any work whether a file can be written.

    Raises:
        BadParameter: it cannot, or it is the article itself.
    """
    if output is None or output == "-":
        return
    from typer import BadParameter

    path = Path(output)
    if path.is_dir():
        raise BadParameter(f"{output} is a directory", param_hint="--output")
    if not path.parent.is_dir():
        raise BadParameter(f"there is no directory {path.parent}", param_hint="--output")
    # A file is replaced, which its folder has to allow; a device or a named pipe is written to.
    if not os.access(path.resolve().parent if path.is_file() or not path.exists() else path, os.W_OK):
        raise BadParameter(f"{output} cannot be written: permission denied", param_hint="--output")
    if source is not None and path.is_file() and Path(source).is_file() and path.samefile(source):
        raise BadParameter(f"{output} is the article itself", param_hint="--output")


def write_output(text: str, output: str | None = None, *, json: bool = False, html: bool = False) -> None:
    """Write a result to standard output, or as UTF-8 to a file, which then is whole or as it was before.

    Standard output has its own encoding. What that lacks becomes something near in text and an escape in
    JSON; a page says that it is UTF-8, so it is.

    Raises:
        ConfigurationError: the file cannot be written.
        OutputClosedError: standard output was closed from the other side.
    """
    from summarizer.errors import ConfigurationError

    try:
        if output is not None and output != "-":
            _write_file(Path(output), text.encode("utf-8", "replace"))
        else:
            _write_stdout(text, json=json, html=html)
    except BrokenPipeError as error:
        with contextlib.suppress(OSError, ValueError):  # or Python complains at exit about what is buffered
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputClosedError from error
    except OSError as error:
        raise ConfigurationError(
            f"{output or 'standard output'} cannot be written: {error.strerror or error}"
        ) from error


def _write_stdout(text: str, *, json: bool, html: bool) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    if html and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    if json and codecs.lookup(sys.stdout.encoding or "utf-8").name != "utf-8":
        # A near equivalent would change the data; an escape does not.
        from json import dumps, loads

        text = dumps(loads(text), indent=2) + "\n"
    sys.stdout.write(text)
    sys.stdout.flush()


def write_bytes(data: bytes, output: str) -> None:
    """Write a result that is no text to a file, which then is whole or as it was before.

    Raises:
        ConfigurationError: it cannot be written.
    """
    from summarizer.errors import ConfigurationError

    try:
        _write_file(Path(output), data)
    except OSError as error:
        raise ConfigurationError(f"{output} cannot be written: {error.strerror or error}") from error


def _write_file(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():  # a device or a named pipe cannot be replaced
        path.write_bytes(data)
        return
    target = path.resolve()  # a link stays a link
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
