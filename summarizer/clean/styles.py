"""Declarations of a style, and whether they keep an element from being seen.

Not displayed, invisible, no size, tiny print, off the screen, clipped away, see-through or in the colour of
its background.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from colorsys import hls_to_rgb
from html import unescape

Style = dict[str, str]
Colour = tuple[int, int, int]

COMMENT = re.compile(r"/\*.*?\*/", re.S)
_CLIPPED = re.compile(
    r"rect\(\s*(?:0|1px)\D+(?:0|1px)\D+(?:0|1px)\D+(?:0|1px)|inset\(\s*(?:50|[6-9]\d|100)%|circle\(\s*0|"
    r"ellipse\(\s*0|polygon\(\s*0[^,)]*,\s*0[^,)]*,\s*0 0"
)
_MOVED = re.compile(
    r"scale[xyz3d]*\(\s*0(?:\.0\d*)?\s*[,)]|translate[xyz3d]*\([^)]*-\d{4,}|rotate[xy]\(\s*-?(?:90|270)deg|"
    r"matrix\(\s*0(?:\.0+)?\s*,"
)
_NUMBER = re.compile(r"(?:calc\(\s*)?(-?(?:\d+\.?\d*|\.\d+))\s*([a-z%]*)")
_COLOUR = re.compile(r"#([0-9a-f]{3,8})\b|rgba?\(([^)]*)\)|hsla?\(([^)]*)\)|\b([a-z]+)\b")
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
    "navy": (0, 0, 128),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "azure": (240, 255, 255),
    "mintcream": (245, 255, 250),
    "honeydew": (240, 255, 240),
    "aliceblue": (240, 248, 255),
    "seashell": (255, 245, 238),
    "lavenderblush": (255, 240, 245),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
}
WHITE = (255, 255, 255)
_FAR = 500  # pixels from the edge: nobody scrolls there
_WIDE = 1280  # pixels: a screen as wide as most
_TINY = 3  # pixels: nobody reads that
_NEAR = 24  # in each of red, green, blue: nobody can tell these two colours apart
_BEHIND = -10  # z-index: beneath the page's own background


def read_style(text: str) -> Style:
    """Declarations by name, lower-cased; the last one counts, or the last important one.

    >>> read_style("Display: none !important; color:#FFF; display: block")
    {'color': '#fff', 'display': 'none'}
    """
    style, important = read_declarations(text)
    return style | important if important else style


def read_declarations(text: str) -> tuple[Style, Style]:
    """Declarations by name, lower-cased: those that are not marked as important, and those that are."""
    style: Style = {}
    important: Style = {}
    if "&" in text:
        text = unescape(text)
    if "/*" in text:
        text = COMMENT.sub("", text)
    for declaration in text.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if not colon:
            continue
        if "!" in value:
            important[name.strip()] = value.partition("!")[0].strip()
        else:
            style[name.strip()] = value.strip()
    return style, important


def hides(style: Style) -> bool:
    """Do these declarations keep an element from being seen?

    >>> hides(read_style("position:absolute; left:-9999px")), hides(read_style("margin-left:-10px"))
    (True, False)
    """
    return next(find_hiding(style), None) is not None


def find_hiding(style: Style) -> Iterator[str]:
    """Names of the declarations that keep an element from being seen."""
    for name, value in style.items():
        judge = _JUDGES.get(name)
        if judge is not None and judge(value, style):
            yield name


def _is_invisible(value: str, _: Style) -> bool:
    return value in ("none", "hidden", "collapse")


def _is_faint(value: str, _: Style) -> bool:
    number = _number(value)
    return number is not None and number[0] <= (5 if number[1] == "%" else 0.05)


def _is_tiny(value: str, _: Style) -> bool:
    # A percentage of a font size is a share of it.
    size = _pixels(value.replace("%", "em")) if "%" in value else _pixels(value)
    return size is not None and size <= _TINY * (100 if "%" in value else 1)


def _is_tiny_font(value: str, _: Style) -> bool:
    """The size in the short form: "font: 0/0 a"."""
    match = re.search(r"(?:^|\s)(\d[\d.]*(?:px|pt|em|rem)?)(?:/|\s)", value)
    return match is not None and _is_tiny(match[1], {})


def _is_indented_away(value: str, style: Style) -> bool:
    offset = abs(_pixels(value) or 0)
    return offset >= _FAR or (value == "100%" and _cuts_off(style))


def _is_squeezed(value: str, _: Style) -> bool:
    return (_pixels(value) or 0) <= -8


def _is_placed_away(value: str, style: Style) -> bool:
    if style.get("position") not in ("absolute", "fixed", "relative", "sticky"):
        return False
    return any((_pixels(part) or 0) <= -_FAR or (_pixels(part) or 0) >= 10 * _FAR for part in value.split())


def _is_placed_aside(value: str, style: Style) -> bool:
    return _is_placed_away(value, style) or (
        style.get("position") in ("absolute", "fixed") and (_pixels(value) or 0) >= 1.5 * _WIDE
    )


def _is_pulled_away(value: str, _: Style) -> bool:
    return any((_pixels(part) or 0) <= -2 * _FAR for part in value.split())


def _is_behind(value: str, style: Style) -> bool:
    number = _number(value)
    return number is not None and number[0] <= _BEHIND and style.get("position") in ("absolute", "fixed")


def _is_closed(value: str, style: Style) -> bool:
    """No height or width, and what does not fit is cut off."""
    size = _pixels(value)
    return size is not None and size <= 1 and _cuts_off(style)


def _cuts_off(style: Style) -> bool:
    return any(
        part in ("hidden", "clip")
        for name in ("overflow", "overflow-y", "overflow-x")
        for part in style.get(name, "").split()
    )


def _is_clipped(value: str, _: Style) -> bool:
    return bool(_CLIPPED.search(value))


def _is_moved(value: str, _: Style) -> bool:
    return bool(_MOVED.search(value))


def _is_masked(value: str, _: Style) -> bool:
    return bool(
        re.fullmatch(r"[a-z-]+-gradient\((?:[^(),]*,)?\s*transparent(?:\s*,\s*transparent)*\s*\)", value)
    )


def _is_filtered(value: str, _: Style) -> bool:
    match = re.search(r"opacity\(\s*([\d.]+%?)", value)
    return match is not None and _is_faint(match[1], {})


_JUDGES: dict[str, Callable[[str, Style], bool]] = {
    "display": _is_invisible,
    "visibility": _is_invisible,
    "content-visibility": _is_invisible,
    "opacity": _is_faint,
    "filter": _is_filtered,
    "mask": _is_masked,
    "mask-image": _is_masked,
    "zoom": _is_faint,
    "scale": _is_faint,
    "font-size": _is_tiny,
    "font": _is_tiny_font,
    "letter-spacing": _is_squeezed,
    "text-indent": _is_indented_away,
    "left": _is_placed_aside,
    "right": _is_placed_aside,
    "top": _is_placed_away,
    "bottom": _is_placed_away,
    "inset": _is_placed_away,
    "translate": _is_pulled_away,
    "margin": _is_pulled_away,
    "margin-left": _is_pulled_away,
    "margin-top": _is_pulled_away,
    "z-index": _is_behind,
    "width": _is_closed,
    "height": _is_closed,
    "max-width": _is_closed,
    "max-height": _is_closed,
    "block-size": _is_closed,
    "inline-size": _is_closed,
    "clip": _is_clipped,
    "clip-path": _is_clipped,
    "transform": _is_moved,
    "color": lambda value, _: _is_transparent(value),
    "-webkit-text-fill-color": lambda value, _: _is_transparent(value),
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
    # A percentage of an offset is one of the screen: 100 % is off it.
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


def read_colour(text: str) -> Colour | None:
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
    if match[4]:
        return _COLOURS.get(match[4])
    numbers = [
        n for n in (_number(part) for part in re.split(r"[\s,/]+", (match[2] or match[3]).strip())) if n
    ]
    if len(numbers) < 3:
        return None
    if match[3] is not None:
        hue, lightness, saturation = numbers[0][0] % 360 / 360, numbers[2][0] / 100, numbers[1][0] / 100
        parts = [255 * part for part in hls_to_rgb(hue, lightness, saturation)]
    else:
        parts = [2.55 * number if unit == "%" else number for number, unit in numbers[:3]]
    red, green, blue = (max(0, min(255, round(part))) for part in parts)
    return (red, green, blue)


def are_alike(a: Colour, b: Colour) -> bool:
    """Are two colours so close that nobody can tell them apart?"""
    return all(abs(x - y) <= _NEAR for x, y in zip(a, b, strict=True))


def read_background(style: Style) -> Colour | None:
    """The background that declarations give; None where they give none or it cannot be told."""
    value = style.get("background-color") or style.get("background") or ""
    return None if value in ("transparent", "none", "inherit", "initial") else read_colour(value)
