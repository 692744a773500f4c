"""What a page holds but does not show, judged before extraction: it is where instructions to machines hide.

Judged from attributes, inline styles and the page's own style sheet: not displayed, invisible, no size,
tiny print, off the screen, clipped away, see-through or in the colour of its background. Style sheets in
other files are not fetched, so what only they hide is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Style = dict[str, str]

# The last is a drawing: it may show text, but none of an article.
_NEVER_SHOWN = ("script", "style", "template", "noscript", "textarea", "datalist", "applet", "svg")
# Through the attributes, not through all elements: three times as quick.
_CANDIDATES = (
    "//@hidden/.. | //@style/.. | //@inert/.. | //font[@color] | //dialog[not(@open)]"
    " | //input[@type='hidden']"
)
_AT_MEDIA = re.compile(r"@(?:media|supports|layer|container|scope)\b([^{}]*)\{", re.I)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_COMPOUND = re.compile(r"([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+)*)")
_KEY = re.compile(r"([.#])([\w-]+)")
_MARKED = re.compile(r"[.#][\w-]+")
_MATTERS = re.compile(
    r"(?:^|[\s;{])(?:display|visibility|content-visibility|opacity|font(?:-size)?|text-indent|clip(?:-path)?|left|top|"
    r"position|overflow|max-height|height|color|background(?:-color)?|transform|-webkit-text-fill-color)\s*:",
    re.I,
)
# A block without one of these hides nothing.
_HIDING_WORDS = (
    "none",
    "hidden",
    "collapse",
    "opacity",
    "font",
    "indent",
    "clip",
    "transparent",
    "scale",
    ":-",
    ": -",
    "ground",
)
_CLIPPED = re.compile(
    r"rect\(\s*(?:0|1px)\D+(?:0|1px)\D+(?:0|1px)\D+(?:0|1px)|inset\(\s*(?:50|[6-9]\d|100)%|circle\(\s*0|"
    r"polygon\(\s*0[^,)]*,\s*0[^,)]*,\s*0 0"
)
_SHRUNK = re.compile(r"scale[xy3d]*\(\s*0(?:\.0+)?\s*[,)]|translate[xy3d]*\(\s*-\d{4,}")
_NUMBER = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))\s*([a-z%]*)")
_COLOUR = re.compile(r"#([0-9a-f]{3,8})\b|rgba?\(([^)]*)\)|\b([a-z]+)\b")
_COLOURS = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "navy": (0, 0, 128),
}
_WHITE = (255, 255, 255)
_FAR = 500  # pixels from the edge: nobody scrolls there
_TINY = 3  # pixels: nobody reads that
_NEAR = 24  # in each of red, green, blue: nobody can tell these two colours apart
_MOST_RULES = 4000
_LEAST_SHOWN = 300  # characters of paragraphs that must stay visible


def remove_hidden(tree: HtmlElement, html: str) -> set[str]:
    """Take hidden elements and the head out of the tree; returns their texts, each without its spaces.

    Where next to nothing would be left, the page hides its article until a script shows it; then what the
    style sheet hides stays, and only what is marked on the element itself goes.
    """
    from lxml import etree

    for element in list(tree.iter(*_NEVER_SHOWN)):
        _drop(element)
    marked = [e for e in tree.xpath(_CANDIDATES) if _is_marked(e)]
    ruled = _find_ruled(tree, html)
    texts: set[str] = set()
    for elements in (ruled, marked):
        if elements and not _leaves_article(tree, elements):
            continue
        for element in elements:
            if element.tag in ("html", "body", "head"):
                continue
            texts.update("".join(text.split()) for text in element.itertext())
            _drop(element)
    etree.strip_attributes(tree, "style", "hidden")
    for element in tree.findall("head"):
        _drop(element)
    texts.discard("")
    return {text if text.isprintable() else "".join(filter(str.isprintable, text)) for text in texts}


def _drop(element: HtmlElement) -> None:
    """Remove an element, keeping the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


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


def _is_marked(element: HtmlElement) -> bool:
    """Does the element itself say that it is not shown?"""
    if element.get("hidden") is not None and element.get("hidden", "").lower() != "until-found":
        return True
    if element.tag in ("dialog", "input"):
        return True
    style = read_style(element.get("style", ""))
    if element.tag == "font" and "color" not in style:
        style["color"] = element.get("color", "")
    return hides(style) or _is_same_colour(element, style)


def read_style(text: str) -> Style:
    """Declarations by name, lower-cased; the last one counts.

    >>> read_style("Display: none !important; color:#FFF")
    {'display': 'none', 'color': '#fff'}
    """
    style: Style = {}
    for declaration in unescape(text).lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            style[name.strip()] = value.replace("!important", "").strip()
    return style


def hides(style: Style) -> bool:
    """Do these declarations keep an element from being seen?

    >>> hides(read_style("position:absolute; left:-9999px")), hides(read_style("margin-left:-10px"))
    (True, False)
    """
    for name, value in style.items():
        judge = _JUDGES.get(name)
        if judge is not None and judge(value, style):
            return True
    return False


def _is_invisible(value: str, _: Style) -> bool:
    return value in ("none", "hidden", "collapse")


def _is_faint(value: str, _: Style) -> bool:
    number = _number(value)
    return number is not None and number[0] <= (5 if number[1] == "%" else 0.05)


def _is_tiny(value: str, _: Style) -> bool:
    size = _pixels(value)
    return size is not None and size <= _TINY


def _is_tiny_font(value: str, _: Style) -> bool:
    """The size in the short form: "font: 0/0 a"."""
    match = re.search(r"(?:^|\s)(\d[\d.]*(?:px|pt|em|rem)?)(?:/|\s)", value)
    return match is not None and _is_tiny(match[1], {})


def _is_indented_away(value: str, _: Style) -> bool:
    return abs(_pixels(value) or 0) >= _FAR


def _is_placed_away(value: str, style: Style) -> bool:
    offset = _pixels(value)
    if offset is None or style.get("position") not in ("absolute", "fixed", "relative", "sticky"):
        return False
    return offset <= -_FAR or offset >= 10 * _FAR


def _is_pulled_away(value: str, _: Style) -> bool:
    return (_pixels(value) or 0) <= -2 * _FAR


def _is_closed(value: str, style: Style) -> bool:
    """No height or width, and what does not fit is cut off."""
    size = _pixels(value)
    return (
        size is not None
        and size <= 1
        and style.get("overflow", style.get("overflow-y")) in ("hidden", "clip")
    )


def _is_clipped(value: str, _: Style) -> bool:
    return bool(_CLIPPED.search(value))


def _is_shrunk(value: str, _: Style) -> bool:
    return bool(_SHRUNK.search(value))


def _is_see_through(value: str, _: Style) -> bool:
    return _is_transparent(value)


_JUDGES: dict[str, Callable[[str, Style], bool]] = {
    "display": _is_invisible,
    "visibility": _is_invisible,
    "content-visibility": _is_invisible,
    "opacity": _is_faint,
    "font-size": _is_tiny,
    "font": _is_tiny_font,
    "text-indent": _is_indented_away,
    "left": _is_placed_away,
    "top": _is_placed_away,
    "right": _is_placed_away,
    "bottom": _is_placed_away,
    "margin-left": _is_pulled_away,
    "margin-top": _is_pulled_away,
    "width": _is_closed,
    "height": _is_closed,
    "max-width": _is_closed,
    "max-height": _is_closed,
    "clip": _is_clipped,
    "clip-path": _is_clipped,
    "transform": _is_shrunk,
    "color": _is_see_through,
    "-webkit-text-fill-color": _is_see_through,
}


def _number(text: str | None) -> tuple[float, str] | None:
    match = _NUMBER.match(text.strip()) if text else None
    return (float(match[1]), match[2]) if match else None


def _pixels(text: str | None) -> float | None:
    """A length in pixels, roughly; None where it depends on the surroundings."""
    found = _number(text)
    if found is None:
        return None
    number, unit = found
    if number == 0:
        return 0.0
    scale = {
        "px": 1.0,
        "": 1.0,
        "pt": 1.33,
        "em": 16.0,
        "rem": 16.0,
        "vw": 12.0,
        "vh": 8.0,
        "ch": 8.0,
        "%": 12.0,
    }
    # A percentage of a font size is a share of it; of an offset, of the screen: 100 % is off either way.
    return number * scale[unit] if unit in scale else None


def _is_transparent(colour: str) -> bool:
    if colour == "transparent":
        return True
    match = re.match(r"(?:rgb|hsl)a?\(([^)]*)\)", colour)
    if match:
        parts = re.split(r"[\s,/]+", match[1].strip())
        if len(parts) == 4:
            alpha = _number(parts[3])
            return alpha is not None and alpha[0] <= (5 if alpha[1] == "%" else 0.05)
    return bool(re.fullmatch(r"#(?:[0-9a-f]{3}0|[0-9a-f]{6}0[0-9a-f])", colour))


def read_colour(text: str) -> tuple[int, int, int] | None:
    """Red, green and blue of a CSS colour, from 0 to 255; None where it cannot be told.

    >>> read_colour("#fff"), read_colour("rgb(255, 0, 0)"), read_colour("url(x.png) white")
    ((255, 255, 255), (255, 0, 0), None)
    """
    text = text.strip()
    if "url(" in text or "gradient" in text:
        return None
    match = _COLOUR.search(text)
    if not match:
        return None
    if match[1]:
        digits = match[1] if len(match[1]) >= 6 else "".join(c * 2 for c in match[1])
        return (int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))
    if match[2] is not None:
        numbers = re.findall(r"[\d.]+", match[2])[:3]
        if len(numbers) < 3:
            return None
        red, green, blue = (min(255, int(float(n))) for n in numbers)
        return (red, green, blue)
    return _COLOURS.get(match[3])


def _is_same_colour(element: HtmlElement, style: Style) -> bool:
    """Is the text in the colour of its background, as far as the elements themselves tell?

    Where no element around it names a background, that is white if the page has no style sheet elsewhere.
    """
    colour = read_colour(style.get("color", ""))
    if colour is None:
        return False
    around: HtmlElement | None = element
    while around is not None:
        own = read_style(around.get("style", ""))
        named = own.get("background-color") or own.get("background") or around.get("bgcolor")
        if named and named not in ("transparent", "none", "inherit", "initial"):
            background = read_colour(named.lower())
            return background is not None and _are_alike(colour, background)
        around = around.getparent()
    if element.tag in ("h1", "h2", "h3") or not _are_alike(colour, _WHITE):
        return False
    return not any("stylesheet" in (link.get("rel") or "") for link in element.getroottree().iter("link"))


def _are_alike(a: tuple[int, int, int], b: tuple[int, int, int]) -> bool:
    return all(abs(x - y) <= _NEAR for x, y in zip(a, b, strict=True))


def _find_ruled(tree: HtmlElement, html: str) -> list[HtmlElement]:
    """Elements that the page's own style sheets hide and no later or narrower rule shows."""
    if "<style" not in html and "<STYLE" not in html:
        return []
    blocks = _read_blocks(html)[:_MOST_RULES]
    if not blocks:
        return []
    used = _read_names(tree)
    keys: dict[str, list[str]] = {}  # class or id -> selectors of rules that hide
    for selectors, block in blocks:
        for word in _HIDING_WORDS:
            if word in block:
                break
        else:
            continue
        if used.isdisjoint(_MARKED.findall(selectors)):
            continue
        style = read_style(block)
        if hides(style) or _hides_by_colour(style):
            for selector in _split_selectors(selectors, used):
                keys.setdefault(_keys(selector)[0], []).append(selector)
    if not keys:
        return []
    index = _index_elements(tree, set(keys))
    found = {
        e for key, selectors in keys.items() for s in selectors for e in index.get(key, ()) if _matches(e, s)
    }
    if not found:
        return []
    # What other rules say of these elements, in the order of the cascade.
    own = {element: _own_keys(element) for element in found}
    concerned = set().union(*own.values())
    rules: dict[str, list[tuple[int, _Rule]]] = {}
    for place, rule in enumerate(sorted(_read_rules(blocks, concerned, used), key=lambda rule: rule.weight)):
        rules.setdefault(rule.key, []).append((place, rule))
    ruled: list[HtmlElement] = []
    for element in found:
        style = {}
        for _, rule in sorted(
            (pair for key in own[element] for pair in rules.get(key, ())), key=lambda pair: pair[0]
        ):
            if _matches(element, rule.selector):
                style.update(rule.style)
        style.update(read_style(element.get("style", "")))
        if hides(style) or _hides_by_colour(style):
            ruled.append(element)
    return ruled


def _read_names(tree: HtmlElement) -> set[str]:
    """All classes and ids that elements of the page have, as selectors name them."""
    from lxml.etree import XPath

    values = set(XPath("//@class", smart_strings=False)(tree))
    names = {"." + name for value in values for name in value.split()}
    return names | {f"#{value}" for value in XPath("//@id", smart_strings=False)(tree)}


def _own_keys(element: HtmlElement) -> set[str]:
    """An element's classes and id, as selectors name them."""
    return {"." + name for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}


def _hides_by_colour(style: Style) -> bool:
    """One rule that gives text and background the same colour."""
    if "color" not in style or not ("background-color" in style or "background" in style):
        return False
    colour = read_colour(style["color"])
    background = read_colour(style.get("background-color") or style.get("background", ""))
    return colour is not None and background is not None and _are_alike(colour, background)


class _Rule(NamedTuple):
    """A simple rule of a style sheet. `key` is a class or id that an element must have."""

    selector: str
    style: Style
    key: str
    weight: tuple[int, int, int]


def _read_blocks(html: str) -> list[tuple[str, str]]:
    """Selectors and declarations of all <style> elements that hold on a screen, in order."""
    blocks: list[tuple[str, str]] = []
    for sheet in _read_sheets(html):
        text = _CSS_COMMENT.sub("", sheet) if "/*" in sheet else sheet
        # Three times as quick as one pattern for the whole sheet.
        for rule in _flatten_media(text).split("}"):
            selectors, brace, block = rule.rpartition("{")
            if brace and block:
                blocks.append((selectors, block))
    return blocks


def _read_rules(blocks: list[tuple[str, str]], concerned: set[str], used: set[str]) -> Iterator[_Rule]:
    """Rules that have to do with what is seen, for elements with one of these classes or ids."""
    for selectors, block in blocks:
        if concerned.isdisjoint(_MARKED.findall(selectors)) or not _MATTERS.search(block):
            continue
        for selector in _split_selectors(selectors, used):
            key = _keys(selector)[0]
            if key in concerned:
                yield _Rule(selector, read_style(block), key, _weight(selector))


def _split_selectors(selectors: str, used: set[str]) -> Iterator[str]:
    """Selectors of names, and of classes and ids that the page uses, one in another. ">" is read as a space.

    Others are left out.
    """
    for selector in selectors.split(","):
        if not used.issuperset(_MARKED.findall(selector)):
            continue
        parts = selector.replace(">", " ").split()
        if (
            parts
            and len(parts) <= 4
            and all(_COMPOUND.fullmatch(p) for p in parts)
            and _KEY.search(parts[-1])
        ):
            yield " ".join(parts)


def _read_sheets(html: str) -> Iterator[str]:
    lower_open = re.compile(r"<style\b[^>]*>", re.I)
    close = re.compile(r"</style", re.I)
    at = 0
    while match := lower_open.search(html, at):
        end = close.search(html, match.end())
        if end is None:
            return
        tag = match[0].lower()
        at = end.end()
        if "media=" in tag and "print" in tag:
            continue
        yield html[match.end() : end.start()]


def _flatten_media(sheet: str) -> str:
    """A style sheet without the blocks for print and for certain screen sizes; the rest of them opened."""
    parts: list[str] = []
    at = 0
    for match in _AT_MEDIA.finditer(sheet):
        if match.start() < at:
            continue
        parts.append(sheet[at : match.start()])
        depth, end = 1, match.end()
        while depth and (close := sheet.find("}", end)) >= 0:
            depth += sheet.count("{", end, close) - 1
            end = close + 1
        condition = match[1].lower()
        if "(" not in condition and "print" not in condition:
            parts.append(sheet[match.end() : end - 1])
        at = end
    parts.append(sheet[at:])
    return "".join(parts)


def _keys(selector: str) -> list[str]:
    """Classes and ids of the last part of a selector: ".a.b" -> [".a", ".b"]."""
    return [mark + name for mark, name in _KEY.findall(selector.rsplit(maxsplit=1)[-1])]


def _index_elements(tree: HtmlElement, wanted: set[str]) -> dict[str, list[HtmlElement]]:
    """Elements by those classes and ids that are asked for."""
    from lxml.etree import XPath

    index: dict[str, list[HtmlElement]] = {}
    values = XPath("//@class", smart_strings=False)(tree)
    hits = {v: keys for v in set(values) if (keys := wanted & {"." + name for name in v.split()})}
    if hits:
        for element, value in zip(tree.xpath("//@class/.."), values, strict=True):
            for key in hits.get(value, ()):
                index.setdefault(key, []).append(element)
    for key in wanted:
        if key[0] == "#":
            index[key] = tree.xpath("//*[@id=$name]", name=key[1:])
    return index


def _matches(element: HtmlElement, selector: str) -> bool:
    """Does a selector of compounds with spaces between match? A ">" was read as a space."""
    *outer, last = selector.split()
    if not _matches_one(element, last):
        return False
    around = element.getparent()
    for compound in reversed(outer):
        while around is not None and not _matches_one(around, compound):
            around = around.getparent()
        if around is None:
            return False
        around = around.getparent()
    return True


def _matches_one(element: HtmlElement, compound: str) -> bool:
    name, keys = _read_compound(compound)
    if name and name != element.tag:
        return False
    classes = (element.get("class") or "").split()
    return all(key[1:] in classes if key[0] == "." else key[1:] == element.get("id") for key in keys)


@lru_cache(maxsize=4096)
def _read_compound(compound: str) -> tuple[str, tuple[str, ...]]:
    """The element name of a compound ("" for any), and its classes and ids."""
    match = _COMPOUND.fullmatch(compound)
    name = (match[1] or "").lower() if match else ""
    return ("" if name == "*" else name), tuple(mark + key for mark, key in _KEY.findall(compound))


def _weight(selector: str) -> tuple[int, int, int]:
    """Specificity: ids, classes, element names."""
    ids, classes = selector.count("#"), selector.count(".")
    names = sum(1 for part in selector.split() if part[0] not in ".#*")
    return ids, classes, names
