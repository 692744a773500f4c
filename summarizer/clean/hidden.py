"""What a page holds but does not show goes before extraction: it is where instructions to machines hide.

Judged from attributes, inline styles and the page's own style sheets. What a reader opens with a click
(<details>) is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.clean.sheets import find_ruled, read_ground
from summarizer.clean.styles import WHITE, Style, are_alike, hides, read_colour, read_style

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The last is a drawing: it may show text, but none of an article.
_NEVER_SHOWN = (
    "head", "script", "style", "template", "noscript", "noembed", "noframes", "textarea", "datalist",
    "applet", "object", "svg"
)  # fmt: skip
# Through the attributes, not through all elements: three times as quick.
_CANDIDATES = "//@hidden/.. | //@style/.. | //@popover/.. | //font[@color] | //dialog[not(@open)]"
# Names that nearly all sites give to text for screen readers only.
_UNSEEN = frozenset(
    [
        "sr-only",
        "screen-reader-text",
        "screen-reader-only",
        "visually-hidden",
        "visuallyhidden",
        "is-visually-hidden",
        "u-visually-hidden",
        "element-invisible",
        "hidden-visually",
        "a11y-hidden",
        "assistive-text",
    ]
)
_LEAST_SHOWN = 300  # characters of paragraphs that must stay visible


def read_sheets(tree: HtmlElement) -> list[str]:
    """The page's own style sheets, in order, without those for print."""
    return [
        element.text
        for element in tree.iter("style")
        if element.text
        and "print" not in element.get("media", "")
        and next(element.iterancestors("noscript", "template"), None) is None
    ]


def remove_hidden(tree: HtmlElement) -> set[str]:
    """Take hidden elements and the head out of the tree; returns their texts, each without its spaces.

    Where next to nothing would be left, the page hides its article until a script shows it; then what the
    style sheet hides stays, and only what is marked on the element itself goes.
    """
    from lxml import etree

    sheets = read_sheets(tree)
    linked = any("stylesheet" in (link.get("rel") or "") for link in tree.iter("link"))
    etree.strip_elements(tree, *_NEVER_SHOWN, with_tail=False)
    marked = [e for e in tree.xpath(_CANDIDATES) if _is_marked(e, linked)]
    marked += _find_unseen(tree)
    ruled = find_ruled(tree, sheets, linked)
    texts: set[str] = set()
    for elements in (ruled, marked):
        if elements and not _leaves_article(tree, elements):
            continue
        for element in elements:
            if element.tag in ("html", "body") or element.getparent() is None:
                continue  # it has gone already
            texts.update("".join(text.split()) for text in element.itertext())
            element.drop_tree()
    etree.strip_attributes(tree, "style", "hidden")
    texts.discard("")
    return {text if text.isprintable() else "".join(filter(str.isprintable, text)) for text in texts}


def _leaves_article(tree: HtmlElement, elements: list[HtmlElement]) -> bool:
    """Is there still something to read without these elements?"""
    gone = set()
    for element in elements:
        gone.update(element.iter("p"))
    total = left = 0
    for paragraph in tree.iter("p"):
        size = sum(map(len, paragraph.itertext()))
        total += size
        left += 0 if paragraph in gone else size
    return left >= min(_LEAST_SHOWN, 0.5 * total) or left == total


def _is_marked(element: HtmlElement, linked: bool) -> bool:
    """Does the element itself say that it is not shown?"""
    if element.get("hidden") is not None or element.get("popover") is not None or element.tag == "dialog":
        return True
    style = read_style(element.get("style", ""))
    if element.tag == "font" and "color" not in style:
        style["color"] = element.get("color", "")
    return hides(style) or _is_same_colour(element, style, linked)


def _is_same_colour(element: HtmlElement, style: Style, linked: bool) -> bool:
    """Is the text in the colour of its background, as far as the elements themselves tell?

    Where no element around it names a background, that is white if the page has no style sheet elsewhere.
    """
    colour = read_colour(style.get("color", "") or style.get("-webkit-text-fill-color", ""))
    if colour is None:
        return False
    around: HtmlElement | None = element
    while around is not None:
        if background := read_ground(around):
            return are_alike(colour, background)
        if "background" in around.get("style", ""):
            return False  # a picture, or what cannot be told
        around = around.getparent()
    return element.tag not in ("h1", "h2", "h3") and are_alike(colour, WHITE) and not linked


def _find_unseen(tree: HtmlElement) -> list[HtmlElement]:
    """Elements with a class that by convention keeps them from being seen."""
    from lxml.etree import XPath

    values = set(XPath("//@class", smart_strings=False)(tree))
    named = {value for value in values if not _UNSEEN.isdisjoint(value.split())}
    return [e for e in tree.xpath("//@class/..") if e.get("class") in named] if named else []
