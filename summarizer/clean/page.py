"""A page to the article in it, as changes to the page itself.

trafilatura decides what the article is, once what the page hides is out of its sight.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.clean.edits import Change
from summarizer.clean.hidden import remove_hidden
from summarizer.clean.metadata import read_metadata
from summarizer.clean.placing import Line, place_lines
from summarizer.records import Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What trafilatura leaves out in any case; without it the tree is half as large.
_FURNITURE = (
    "nav", "footer", "aside", "menu", "button", "select", "option", "input", "iframe", "img", "picture",
    "source"
)  # fmt: skip
_BLOCKS = {"p", "head", "item", "quote", "row", "list", "table", "code", "div", "fw", "ab"}
_FEWEST = 200  # characters: a page with less than that in the end has probably not been understood
_SHARE = 0.25  # of the page's paragraphs: below that, another way is tried


def find_article(html: str) -> tuple[list[Change], Metadata]:
    """The changes that turn a page into its article, and what the page says about it.

    No changes and no lines: the page has no article. Then the only change removes everything.
    """
    from lxml import etree

    tree = _parse(html)
    if tree is None:
        return [Change(0, len(html), "", "markup")], Metadata()
    metadata = read_metadata(tree)
    etree.strip_elements(tree, *_FURNITURE, with_tail=False)
    hidden = remove_hidden(tree)
    lines = _extract(tree, html)
    return place_lines(html, lines, hidden), metadata


def _parse(html: str) -> HtmlElement | None:
    """The tree of a page, without comments; None where there is none."""
    from lxml import etree
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    data = html.replace("\0", "").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    # One class for all elements: lxml.html's own choice by tag calls Python for every element touched.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        tree: HtmlElement = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree


def _extract(tree: HtmlElement, html: str) -> list[Line]:
    """The article's lines; a second way where trafilatura finds too little of what the page shows."""
    from lxml import etree

    shown = sum(len(" ".join(p.itertext()).strip()) for p in tree.iter("p"))
    lines = _run_trafilatura(tree)
    found = sum(len(line.text) for line in lines)
    if found >= _FEWEST and found >= _SHARE * shown:
        return lines
    # Ids, classes and roles are names that a site gives as it likes; without them none can lose the text.
    spare = _parse(html)
    if spare is None:
        return lines
    remove_hidden(spare)
    etree.strip_attributes(spare, "class", "id", "role", "aria-hidden")
    others = _run_trafilatura(spare)
    return others if sum(len(line.text) for line in others) > 1.5 * found else lines


def _run_trafilatura(tree: HtmlElement) -> list[Line]:
    from trafilatura import bare_extraction

    document = bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=False,
        output_format="xml",
    )
    body = getattr(document, "body", None)
    return [] if body is None else list(_read_lines(body))


def _read_lines(body: HtmlElement) -> Iterator[Line]:
    """The lines of trafilatura's tree: a paragraph, heading, item, row or broken line each."""
    parts: list[str] = []
    item = False

    def flush() -> Iterator[Line]:
        nonlocal item
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            yield Line(text, item)
            item = False

    from lxml import etree

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS or tag == "lb":
                yield from flush()
                item = tag == "item" or (item and tag != "list")
            elif tag == "cell":
                parts.append(" ")
            parts.append(element.text or "")
        else:
            if tag in _BLOCKS:
                yield from flush()
                item = False
            elif tag == "cell":
                parts.append(" ")
            if element is not body:
                parts.append(element.tail or "")
    yield from flush()
