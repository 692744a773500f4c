"""The article that a command is about: a file, a URL or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.app import is_piped

if TYPE_CHECKING:
    from summarizer.records import Article, Metadata

_STDIN = "-"


def read_article(
    source: str | None, *, metadata: Metadata | None = None, allow_private: bool = False
) -> Article:
    """Read and clean an article.

    Args:
        source: a path, a URL, "-" for standard input; None: standard input if something is piped in.
        metadata: goes before what the article tells of itself.
        allow_private: whether a URL may lead into a private network.

    Raises:
        BadParameter: there is no source.
        ConfigurationError: it is a URL, and nothing may leave this machine.
        InputError: it cannot be read; EmptyArticleError: nothing is left of it; FetchError.
    """
    from summarizer.clean import clean_article, fetch_page, looks_like_url
    from summarizer.cli.offline import is_offline, read_settings
    from summarizer.errors import ConfigurationError

    if source is None:
        if not is_piped():
            from typer import BadParameter

            raise BadParameter("name a file or a URL, or pipe the article in", param_hint="ARTICLE")
        source = _STDIN
    if source == _STDIN:
        return clean_article(read_stdin(), name="standard input", metadata=metadata)
    if looks_like_url(source):
        read_settings()
        if is_offline():
            raise ConfigurationError(f"offline: {source} is not fetched; save the page, and name the file")
        page = fetch_page(source, allow_private=allow_private)
        article = clean_article(page.data, content_type=page.content_type, name=page.url, metadata=metadata)
        if article.metadata.url is not None:  # given, or the page names its own address
            return article
        return article.model_copy(update={"metadata": article.metadata.model_copy(update={"url": page.url})})
    return clean_article(_read_file(source), name=source, metadata=metadata)


def read_stdin(what: str = "the article") -> bytes:
    """Everything that is piped in; `what` it is, for who types it in.

    Raises:
        InputError: it is closed or cannot be read.
    """
    from summarizer.cli.writing import say
    from summarizer.errors import InputError

    if sys.stdin is None:
        raise InputError("standard input is closed; name a file or a URL")
    if sys.stdin.isatty():
        say(f"note: reading {what} from the terminal; end it with Ctrl-D")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"standard input cannot be read: {error.strerror or error}") from error


def _read_file(source: str) -> bytes:
    from summarizer.errors import InputError

    if not source:
        raise InputError("the article's name is empty; name a file or a URL")
    try:
        return Path(source).read_bytes()
    except FileNotFoundError:
        raise InputError(f"there is no file {_shorten(source)}{_hint(source)}") from None
    except IsADirectoryError:
        raise InputError(f"{source} is a directory; name one file in it") from None
    except OSError as error:
        raise InputError(
            f"{_shorten(source)} cannot be read: {error.strerror or error}{_hint(source)}"
        ) from None
    except ValueError:  # a null character
        raise InputError(f"no file can have the name {_shorten(source)}") from None


def _shorten(source: str) -> str:
    return repr(source[:60] + "…") if len(source) > 80 else source


def _hint(source: str) -> str:
    """What the user may have meant by a name that no file has."""
    from difflib import get_close_matches

    from summarizer.cli.app import load_command

    if len(source) > 80 or "\n" in source:
        return "; to give the text itself, pipe it in: … | summarizer -"
    near = get_close_matches(source, load_command().commands, n=1)
    return f" (and no such command; did you mean summarizer {near[0]}?)" if near else ""
