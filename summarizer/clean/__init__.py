"""Whatever was pasted or saved becomes the article; every offset of it leads back to the input.

clean_article    text, a page or a document -> Article
fetch_page       an address -> Page, asked for by name only
"""

from __future__ import annotations

import re
from typing import Literal

from summarizer.clean.boilerplate import find_boilerplate, judge_lines, read_line_metadata, remove_lines
from summarizer.clean.chars import find_entities, find_mojibake, find_special_characters, find_split_letters
from summarizer.clean.code import find_code
from summarizer.clean.decode import decode_bytes, looks_binary
from summarizer.clean.documents import is_document, read_document
from summarizer.clean.edits import Working
from summarizer.clean.fetch import Page, fetch_page, looks_like_url
from summarizer.clean.layout import find_hard_wraps, find_whitespace
from summarizer.clean.mail import find_mail_headers, find_quoted_printable, may_be_mail, read_mail_metadata
from summarizer.clean.markup import find_markdown, find_markup, find_quote_marks, find_rules
from summarizer.clean.metadata import merge_metadata, read_data_metadata
from summarizer.errors import EmptyArticleError, InputError
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
    input had one (at most one), and there is none at either end. `raw` of the article is the input itself,
    after decoding; of a PDF or DOCX file it is the text that its library finds.

    Args:
        raw: text, or the bytes of a text, a page or (with the extra "documents") a PDF or DOCX file.
        kind: what it is, where the caller knows better than its looks.
        content_type: the header it came with, for encoding and kind.
        name: what to call it in error messages.
        metadata: what the caller knows; goes before what the input says, field by field.

    Raises:
        EmptyArticleError: nothing is left to read.
        InputError: it is not text, or a document that cannot be read.
    """
    found = Metadata()
    if isinstance(raw, bytes) and is_document(raw):
        text, found = read_document(raw, name)
        kind = "text"
    elif isinstance(raw, bytes):
        text = decode_bytes(raw, content_type=content_type, name=name)
    else:
        text = raw
        if looks_binary(text[:4096]):
            raise InputError(f"{name or 'the input'} is binary, not text; give the text or the web page")
    work = Working(text)
    if kind == "html" or (kind == "auto" and is_page(text, content_type)):
        found = clean_page(work)
        if max(map(len, work.text.split("\n"))) < _SENTENCE:
            raise EmptyArticleError(
                f"{name or 'the page'} has no article in it; give the article's own page or its text"
            )
    else:
        found = merge_metadata(found, clean_text(work))
        if not work.text:
            raise EmptyArticleError(f"{name or 'the input'} has no text to read; is it the right file?")
    return Article(raw=work.raw, edits=work.edits(), metadata=merge_metadata(metadata, found))


_SENTENCE = 25  # characters: a page with no line as long has menus and buttons, but no article
_PAGE = re.compile(r"<!doctype\s+html|<html\b|<head\b|<body\b", re.I)


def is_page(text: str, content_type: str | None = None) -> bool:
    """Is this a web page, rather than a text that may have tags in it?

    >>> is_page("<!DOCTYPE html><p>Hi"), is_page("A <b>bold</b> word")
    (True, False)
    """
    if content_type and re.match(r"\s*(?:text/html|application/xhtml)", content_type, re.I):
        return True
    start = text[:4000].lstrip("\ufeff \t\r\n")
    return start.startswith("<") and bool(_PAGE.search(start))


def clean_page(work: Working) -> Metadata:
    """All stages for a page; returns what the page says about itself."""
    from summarizer.clean.page import find_article

    changes, metadata = find_article(work.raw)
    work.apply(changes)
    for find in (
        find_mojibake,
        find_special_characters,
        find_split_letters,
        find_code,
        find_entities,
        find_boilerplate,
        find_whitespace,
    ):
        work.apply(list(find(work.text)))
    return metadata


def clean_text(work: Working) -> Metadata:
    """All stages for a text that is not a page, in order; returns what the text says about itself."""
    for find in (find_mojibake, find_special_characters, find_split_letters, find_quoted_printable):
        work.apply(list(find(work.text)))
    metadata = Metadata()
    if may_be_mail(work.text):
        metadata = read_mail_metadata(work.text)
        work.apply(list(find_mail_headers(work.text)))
    for find in (find_markup, find_markdown):
        work.apply(list(find(work.text)))
    code = list(find_code(work.text))
    for change in code:
        if change.reason == "data":
            metadata = merge_metadata(metadata, read_data_metadata(work.text[change.start : change.end]))
    work.apply(code)
    for find in (find_entities, find_quote_marks, find_rules):
        work.apply(list(find(work.text)))
    lines = judge_lines(work.text)
    metadata = merge_metadata(metadata, read_line_metadata(lines))
    work.apply(list(remove_lines(lines)))
    for find in (find_hard_wraps, find_whitespace):
        work.apply(list(find(work.text)))
    return metadata
