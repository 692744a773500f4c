"""Who holds which position and who claims what in a news article, each item checked against its sentence.

    from summarizer import summarize
    summary = summarize(text, model="extractive")

Names load on first use, so that importing the package is quick and loads no model client, tokenizer or
HTML parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer import errors
    from summarizer.api import Summarizer, asummarize, summarize
    from summarizer.batch import read_items, summarize_many
    from summarizer.clean import clean_article, fetch_page
    from summarizer.pipeline import Options
    from summarizer.prompt import Prompt, load_prompt
    from summarizer.records import Article, Summary

__version__ = "0.1.0"

_HOMES = {
    "Article": "records",
    "Options": "pipeline",
    "Prompt": "prompt",
    "Summarizer": "api",
    "Summary": "records",
    "asummarize": "api",
    "clean_article": "clean",
    "errors": "",
    "fetch_page": "clean",
    "load_prompt": "prompt",
    "read_items": "batch",
    "summarize": "api",
    "summarize_many": "batch",
}

__all__ = [
    "Article",
    "Options",
    "Prompt",
    "Summarizer",
    "Summary",
    "__version__",
    "asummarize",
    "clean_article",
    "errors",
    "fetch_page",
    "load_prompt",
    "read_items",
    "summarize",
    "summarize_many",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if not _HOMES[name]:
        value: object = import_module(f"{__name__}.{name}")
    else:
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
