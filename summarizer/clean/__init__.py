"""Whatever was pasted or saved becomes the article; every offset of it leads back to the input.

clean_article    text, a page or a document -> Article
fetch_page       an address -> Page, asked for by name only
"""

from __future__ import annotations

from typing import Literal

from summarizer.clean.boilerplate import find_boilerplate
from summarizer.clean.chars import find_entities, find_mojibake, find_special_characters
from summarizer.clean.code import find_code
from summarizer.clean.decode import decode_bytes
from summarizer.clean.edits import Working
from summarizer.clean.fetch import Page, fetch_page, looks_like_url
from summarizer.clean.layout import find_hard_wraps, find_whitespace
from summarizer.clean.markup import find_markdown, find_markup, find_quote_marks, find_rules
from summarizer.errors import EmptyArticleError
from summarizer.records import Article, Metadata

__all__ = ["Page", "clean_article", "fetch_page", "looks_like_url"]


def clean_article(
    raw: str | bytes,
    *,
    kind: Literal["auto", "text", "html"] = "auto",
    content_type: str | None = None,
    name: str | None = None,
    metadata: Metadata | None = None,
) -> Article:
    """The article in a text or a page, with an edit for everything that went.

    Its text has one paragraph, subheading or list item a line; a blank line between them stays where the
    input had one (at most one), and there is none at either end.

    Args:
        raw: text, or the bytes of a text, a page or (with the extra "documents") a PDF or DOCX file.
        kind: what it is, where the caller knows better than its looks.
        content_type: the header it came with, for encoding and kind.
        name: what to call it in error messages.
        metadata: what the caller knows; goes before what the input says, field by field.

    Raises:
        EmptyArticleError: nothing is left to read.
        InputError: it is not text.
    """
    text = decode_bytes(raw, content_type=content_type, name=name) if isinstance(raw, bytes) else raw
    work = Working(text)
    clean_text(work)
    if not work.text:
        raise EmptyArticleError(f"{name or 'the input'} has no text to read; is it the right file?")
    return Article(raw=work.raw, edits=work.edits(), metadata=metadata or Metadata())


def clean_text(work: Working) -> None:
    """All stages for a text that is not a page, in order; each sees what the ones before have left."""
    for find in (
        find_mojibake,
        find_special_characters,
        find_markup,
        find_markdown,
        find_code,
        find_entities,
        find_quote_marks,
        find_rules,
        find_boilerplate,
        find_hard_wraps,
        find_whitespace,
    ):
        work.apply(list(find(work.text)))
