"""A page's own style sheets: which elements their rules hide, the cascade taken into account.

Sheets in other files are not fetched, so what only they hide is not seen. Selectors of classes and ids,
which nearly all are, are matched here; the others by cssselect, which takes fifty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.clean.styles import (
    COMMENT,
    WHITE,
    Colour,
    Style,
    are_alike,
    find_hiding,
    hides,
    read_background,
    read_colour,
    read_declarations,
    read_style,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AT_BLOCK = re.compile(
    r"@(media|supports|layer|container|scope|keyframes|-\w+-keyframes|font-face|page)\b([^{}]*)\{", re.I
)
_FEATURE = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|r?em)\s*\)|\([^()]*\)")
_SCREEN = 1280  # pixels: the screen that conditions of @media are held against
_COMPOUND = re.compile(r"([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+)*)")
_KEY = re.compile(r"[.#][\w-]+")
_LAST = re.compile(r"(?:[.#][\w-]+|(?<![\w.#:-])[a-zA-Z][\w-]*)(?=[^\s>+~.#]*$)(?![^(\[]*[)\]])")
_TOKEN = re.compile(r"[.#]?[\w-]+|[*:\[]")
_COMMA = re.compile(r",(?![^(]*\))")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_HEX = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")
_VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
_USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_TEXT_COLOUR = re.compile(r"(?:^|[\s;])color\s*:")
# What depends on what the reader does, and parts that are no elements.
_PASSING = re.compile(
    r"::|:(?:hover|focus|active|visited|target|checked|disabled|enabled|before|after|first-l|placeholder|"
    r"selection|autofill|invalid|valid|fullscreen|open|popover-open|-)",
    re.I,
)
# A block without one of these hides nothing.
_HIDING_WORDS = (
    "none", "hidden", "collapse", "opacity", "indent", "clip", "transparent", "scale", ":-", ": -",
    "size:0", "size: 0", "size:.", "size: .", "size:1", "size: 1", "size:c", "font:0", "font: 0", "rotate",
    "matrix", "z-index", "zoom", "000px", "vw",
)  # fmt: skip
# Elements of these names hold no text of an article; many sheets hide some of them.
_WITHOUT_TEXT = frozenset(
    (
        "audio",
        "video",
        "canvas",
        "template",
        "svg",
        "progress",
        "input",
        "button",
        "img",
        "iframe",
        "nav",
        "footer",
        "select",
        "noscript",
        "object",
        "menu",
        "aside",
        "picture",
        "hr",
        "br",
    )
)
_GROUND = frozenset(("background", "background-color", "bgcolor"))
_ALONE = frozenset(("display", "visibility", "opacity", "color")) | _GROUND  # these hide by themselves …
_COMPANIONS = frozenset(("position", "overflow", "overflow-x", "overflow-y"))  # … others not without these
_SIGNS = frozenset(("a", "h1", "h2", "h3", "label", "li", "ul"))  # white on dark in many a header
_MOST_RULES = 4000
_LEAST = 20  # characters: shorter text gives no orders

Blocks = list[tuple[str, str]]


class _Rule(NamedTuple):
    """A rule with one selector."""

    selector: str
    style: Style


def find_ruled(tree: HtmlElement, sheets: Iterable[str], linked: bool) -> list[HtmlElement]:
    """Elements that style sheets hide and no later or narrower rule shows.

    Args:
        tree: the page.
        sheets: its own style sheets, in order.
        linked: has it others, in files of their own?
    """
    blocks = _read_blocks(sheets)
    if not blocks:
        return []
    page = _Page(tree)
    hiding: list[str] = []  # selectors
    named: set[str] = set()  # the properties by which they hide
    colouring: list[_Rule] = []
    for selectors, block in blocks:
        coloured = (
            "background" in block and bool(_TEXT_COLOUR.search(block))
            if linked
            else ("color" in block or "background" in block)
        )
        if not coloured:
            for word in _HIDING_WORDS:  # a plain loop: any() costs four times as much
                if word in block:
                    break
            else:
                continue
        if not page.may_have(selectors):
            continue
        style = read_style(block)
        if names := list(find_hiding(style)):
            chosen = list(page.choose(selectors))
            hiding += chosen
            named.update(names if chosen else ())
        elif coloured:
            colouring += [_Rule(selector, style) for selector in page.choose(selectors)]
    found = {e for selector in hiding for e in page.select(selector) if _reads(e)}
    colours = _Colours(page, colouring, linked)
    tinted = {e for selector in colours.suspects for e in page.select(selector)}
    if tinted := {e for e in tinted if e.tag not in _SIGNS and _reads(e)}:
        found |= tinted
        named |= {"color"} | _GROUND
    if not found:
        return []
    if not named <= _ALONE:
        named |= _COMPANIONS
    styles = page.compute(found, blocks, named)
    return [e for e, style in styles.items() if hides(style) or colours.hide(e, style)]


class _Page:
    """A tree, and what selectors find in it."""

    def __init__(self, tree: HtmlElement) -> None:
        from lxml.etree import XPath

        self.tree = tree
        self.classes: list[str] = XPath("//@class", smart_strings=False)(tree)
        self.names = {"." + name for value in set(self.classes) for name in value.split()}
        self.names.update(f"#{value}" for value in XPath("//@id", smart_strings=False)(tree))
        self.elements: list[HtmlElement] = []  # those with a class, once they are asked for
        self.found: dict[str, list[HtmlElement]] = {}

    def may_have(self, selectors: str) -> bool:
        """A quick look: does the page have one of the classes and ids, or does a part need none?"""
        marked = _KEY.findall(selectors)
        if not marked or not self.names.isdisjoint(marked):
            return True
        return "," in selectors and any("." not in part and "#" not in part for part in selectors.split(","))

    def choose(self, selectors: str) -> Iterator[str]:
        """Selectors that may find something in this page, one in another."""
        parts = _COMMA.split(selectors) if "(" in selectors else selectors.split(",")
        for part in parts:
            plain = _IN_BRACKETS.sub("", part) if "(" in part or "[" in part else part
            if (
                self.names.issuperset(_KEY.findall(plain))
                and not _PASSING.search(plain)
                and (selector := part.strip())
                and _read_last(selector) not in _WITHOUT_TEXT
            ):
                yield selector

    def select(self, selector: str) -> list[HtmlElement]:
        """All elements that a selector finds."""
        if selector not in self.found:
            compounds = _read_simple(selector)
            if compounds is None:
                find = _compile(selector)
                self.found[selector] = find(self.tree) if find else []
            else:
                name, keys = compounds[-1]
                self.found[selector] = [
                    e for e in self._having(keys[0] if keys else name) if _matches(e, compounds)
                ]
        return self.found[selector]

    def _having(self, key: str) -> list[HtmlElement]:
        """Elements with a class or id, or of a name."""
        if key not in self.found:
            if key[0] not in ".#":
                self.found[key] = list(self.tree.iter(key))
            elif key[0] == "#":
                self.found[key] = self.tree.xpath("//*[@id=$name]", name=key[1:])
            else:
                self.elements = self.elements or self.tree.xpath("//@class/..")
                name = key[1:]
                self.found[key] = [
                    e
                    for e, value in zip(self.elements, self.classes, strict=True)
                    if name in value and name in value.split()
                ]
        return self.found[key]

    def compute(
        self, elements: set[HtmlElement], blocks: Blocks, named: set[str]
    ) -> dict[HtmlElement, Style]:
        """What all rules and the elements themselves say in the end, as far as the named properties go."""
        said: dict[HtmlElement, list[tuple[tuple[int, ...], int, Style]]] = {e: [] for e in elements}
        having: dict[str, list[HtmlElement]] = {"*": list(elements), "[": [], ":": []}
        for element in elements:
            for key in _read_own_keys(element):
                having.setdefault(key, []).append(element)
        for place, (selectors, block) in enumerate(blocks):
            for name in named:
                if name in block:
                    break
            else:
                continue
            if having.keys().isdisjoint(_TOKEN.findall(selectors)):
                continue
            for selector in self.choose(selectors):
                candidates = having.get(_read_last(selector))
                if not candidates:
                    continue
                compounds = _read_simple(selector)
                if compounds:
                    matched = [e for e in candidates if _matches(e, compounds)]
                else:
                    matched = [e for e in self.select(selector) if e in said]
                if not matched:
                    continue
                style, important = read_declarations(block)
                weight = _weigh(selector)
                for element in matched:
                    said[element].append(((0, *weight), place, style))
                    if important:
                        said[element].append(((2, *weight), place, important))
        styles: dict[HtmlElement, Style] = {}
        for element, rules in said.items():
            own, important = read_declarations(element.get("style", ""))
            rules += [((1,), 0, own), ((3,), 0, important)]
            styles[element] = style = {}
            for _, _, declared in sorted(rules, key=lambda rule: rule[:2]):
                style.update(declared)
        return styles


class _Colours:
    """Text in the colour of its background, where rules give the colours.

    The background is white where none is given. A page with style sheets in other files may have one that is
    not known here; then only rules that give both colours count.
    """

    def __init__(self, page: _Page, rules: list[_Rule], linked: bool) -> None:
        self.linked = linked
        if linked:
            rules = [rule for rule in rules if "color" in rule.style and not _GROUND.isdisjoint(rule.style)]
        self.grounds: dict[HtmlElement, Colour | None] = {}
        known: set[Colour] = set() if linked else {WHITE}
        grounds = [rule for rule in rules if not _GROUND.isdisjoint(rule.style)]
        for selector, style in sorted(grounds, key=lambda rule: _weigh(rule.selector)):
            colour = read_background(style)
            if colour is not None:
                known.add(colour)
            for element in page.select(selector):
                self.grounds[element] = colour
        if rules:
            places = page.tree.xpath("//@bgcolor/.. | //*[contains(@style, 'background')]")
            known.update(colour for e in places if (colour := read_ground(e)))
        self.suspects = [
            rule.selector
            for rule in rules
            if (colour := read_colour(rule.style.get("color", "")))
            and any(are_alike(colour, ground) for ground in known)
        ]
        self.page, self.rules = page, rules

    @cached_property
    def own(self) -> set[HtmlElement]:
        """Elements with a colour or background of their own."""
        coloured = (
            e for rule in self.rules if "color" in rule.style for e in self.page.select(rule.selector)
        )
        return {*self.grounds, *coloured}

    def hide(self, element: HtmlElement, style: Style) -> bool:
        """Has the element's text the colour of what is behind it?"""
        colour = read_colour(style.get("color", ""))
        if colour is None or element.tag in _SIGNS:
            return False
        ground = self._find_ground(element)
        if ground is None or not are_alike(colour, ground):
            return False
        return not any(e in self.own or e.get("style") for e in element.iterdescendants())

    def _find_ground(self, element: HtmlElement) -> Colour | None:
        """The colour behind an element; None where it cannot be told."""
        around: HtmlElement | None = element
        while around is not None:
            if (ground := read_ground(around)) or around in self.grounds:
                return ground or self.grounds[around]
            around = around.getparent()
        return None if self.linked else WHITE


def read_ground(element: HtmlElement) -> Colour | None:
    """The background that an element itself names."""
    if style := element.get("style"):
        return read_background(read_style(style))
    named = element.get("bgcolor")
    return read_colour(named.lower()) if named else None


def _read_blocks(sheets: Iterable[str]) -> Blocks:
    """Selectors and declarations (in lower case) of what holds on a screen, in order."""
    blocks: Blocks = []
    for sheet in sheets:
        text = _open_sheet(sheet)
        # Three times as quick as one pattern for the whole sheet.
        for rule in text.split("}"):
            selectors, brace, block = rule.rpartition("{")
            if brace and block:
                if "{" in selectors or ";" in selectors:
                    # A rule within a rule, or an @import before it.
                    selectors = re.split("[{;]", selectors)[-1].replace("&", "")
                blocks.append((selectors, block.lower()))
        if len(blocks) > _MOST_RULES:
            return blocks[:_MOST_RULES]
    return blocks


def _open_sheet(sheet: str) -> str:
    """A style sheet without comments, with what stands in conditions that hold."""
    text = COMMENT.sub("", sheet) if "/*" in sheet else sheet
    if "<!--" in text:
        text = text.replace("<!--", "").replace("-->", "")
    if "\\" in text:
        text = _HEX.sub(_read_escape, text)
    if "var(" in text:
        values = dict(_VARIABLE.findall(text))
        text = _USE.sub(lambda use: (values.get(use[1]) or use[2] or "").strip(), text)
    return _flatten(text) if "@" in text else text


def _read_escape(match: re.Match[str]) -> str:
    """Letters written as numbers become letters; other escapes stay."""
    number = int(match[1], 16)
    return chr(number) if number < 128 and chr(number).isalnum() else match[0]


def _flatten(sheet: str) -> str:
    """A style sheet without the blocks for print and for other screens; those that hold are opened."""
    parts: list[str] = []
    at = 0
    for match in _AT_BLOCK.finditer(sheet):
        if match.start() < at:
            continue
        parts.append(sheet[at : match.start()])
        depth, end = 1, match.end()
        while depth and (close := sheet.find("}", end)) >= 0:
            depth += sheet.count("{", end, close) - 1
            end = close + 1
        if holds(match[1].lower(), match[2].lower()):
            parts.append(_flatten(sheet[match.end() : end - 1]))
        at = end
    parts.append(sheet[at:])
    return "".join(parts)


@lru_cache(maxsize=1024)
def holds(name: str, condition: str) -> bool:
    """Does an @-rule hold on a wide screen?

    >>> holds("media", "screen and (min-width: 48em)"), holds("media", "(max-width: 600px)")
    (True, False)
    >>> holds("media", "print"), holds("supports", "(display: grid)"), holds("keyframes", "fade")
    (False, True, False)
    """
    if name in ("supports", "layer", "scope"):
        return True
    return name == "media" and any(_holds_one(part) for part in condition.split(","))


def _holds_one(condition: str) -> bool:
    if "print" in condition or "not " in condition:
        return False
    for edge, number, unit in _FEATURE.findall(condition):
        if not edge:
            return False
        pixels = float(number) * (1 if unit == "px" else 16)
        if (edge == "min" and pixels > _SCREEN) or (edge == "max" and pixels < _SCREEN):
            return False
    return True


Compound = tuple[str, tuple[str, ...]]


@lru_cache(maxsize=4096)
def _read_simple(selector: str) -> tuple[Compound, ...] | None:
    """A selector of names, classes and ids; None for any other.

    Each compound: the element name ("" for any), and classes and ids. ">" is read as a space.
    """
    compounds: list[Compound] = []
    for part in selector.replace(">", " ").split():
        match = _COMPOUND.fullmatch(part)
        if not match:
            return None
        name = (match[1] or "").lower()
        compounds.append(("" if name == "*" else name, tuple(_KEY.findall(match[2]))))
    return tuple(compounds) if compounds and compounds[-1] != ("", ()) else None


@lru_cache(maxsize=1024)
def _compile(selector: str) -> Any:
    """A selector as an XPath; None where it cannot be."""
    from cssselect import SelectorError
    from lxml.cssselect import CSSSelector

    try:
        return CSSSelector(selector, translator="html")
    except SelectorError:
        return None


@lru_cache(maxsize=4096)
def _weigh(selector: str) -> tuple[int, int, int]:
    """Specificity: ids, classes and the like, element names; roughly where a selector is not simple."""
    ids, classes = selector.count("#"), selector.count(".") + selector.count("[") + selector.count(":")
    names = sum(1 for part in selector.replace(">", " ").split() if part[0].isalpha())
    return ids, classes, names


def _read_own_keys(element: HtmlElement) -> set[str]:
    """An element's name, classes and id, as selectors name them."""
    return {element.tag, f"#{element.get('id')}"}.union(
        "." + name for name in (element.get("class") or "").split()
    )


@lru_cache(maxsize=4096)
def _read_last(selector: str) -> str:
    """A class or an id that the element has which a selector finds, else its name, else "*".

    >>> _read_last("ul > li.open a.next"), _read_last("ul li:first-child"), _read_last("[data-x]")
    ('.next', 'li', '*')
    """
    match = _LAST.search(selector) if "\\" not in selector else None
    return match[0].lower() if match and match[0][0] not in ".#" else match[0] if match else "*"


def _reads(element: HtmlElement) -> bool:
    """Is there a text in an element?"""
    return len("".join(element.itertext()).strip()) >= _LEAST


def _matches(element: HtmlElement, compounds: tuple[Compound, ...]) -> bool:
    *outer, last = compounds
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


def _matches_one(element: HtmlElement, compound: Compound) -> bool:
    name, keys = compound
    if name and name != element.tag:
        return False
    classes = (element.get("class") or "").split()
    return all(key[1:] in classes if key[0] == "." else key[1:] == element.get("id") for key in keys)
