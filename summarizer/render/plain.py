"""Text from an article or a model, made safe to print: it may not steer the terminal or its reader's eye."""

from __future__ import annotations

import re

# A whole escape sequence goes, not only its first byte, so that no "[31m" is left behind. Each branch stops
# at the next escape, so the search is linear. Forms: ECMA-48, sections 5.4 (CSI) and 5.6 (strings).
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement
    # OSC and its like: window titles, links. Their text stops at any other opening, or would be read again.
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-Z\\^-~]"
)

_SPACE = re.compile(r"\s+")

_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
# Embeddings, overrides and isolates can make a line read in another order than it is stored. The marks
# (U+200E, U+200F, U+061C) cannot, and right-to-left text needs them.
_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SILENT = [0xAD, 0xFEFF]
_TABLE: dict[int, str | None] = dict.fromkeys((*_CONTROLS, *_BIDI, *_SILENT), None)
del _TABLE[0x09], _TABLE[0x0A]
_TABLE |= dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_TABLE |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def make_safe(text: str) -> str:
    """Text without control characters, escape sequences, bidi overrides or lone surrogates; lines stay."""
    if text.isprintable():  # most text is, and Python tells quickly
        return text
    return _ESCAPES.sub("", text).translate(_TABLE)


def make_plain(text: str) -> str:
    r"""One line of safe text, for print: runs of white space become one space, also at the ends.

    >>> make_plain("\x1b[31mRed\x1b[0m \u202eline\r\nand\tmore\x07 ")
    'Red line and more '
    """
    return _SPACE.sub(" ", make_safe(text))


# What stands in for characters that an encoding lacks: our own signs, and the typography of articles.
_STAND_INS = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "*", "±": "+-", "≠": "!=", "✗": "x", "○": "o",
    "→": "->", "\u202f": " ", "\xa0": " ", "\u2009": " ",
}  # fmt: skip


def degrade_unencodable(error: UnicodeError) -> tuple[str, int]:
    """An error handler for `codecs.register_error`: near equivalents first, "?" for the rest.

    >>> import codecs
    >>> codecs.register_error("degrade", degrade_unencodable)
    >>> "“6 – 8”, 東".encode("ascii", "degrade")
    b'"6 - 8", ?'
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_STAND_INS.get(c, "?") for c in error.object[error.start : error.end]), error.end
