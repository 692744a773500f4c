"""Single characters: line ends, invisibles, spaces, entities, ligatures, mojibake.

Curly quotes, dashes and ellipses are the article's own typography and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from unicodedata import normalize

from summarizer.clean.edits import Change

# What UTF-8's continuation bytes 0x80-0xBF look like when read as Windows-1252 or Latin-1.
_CONT = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]"
# … and its lead bytes; a further layer of the same damage begins with these, too.
_MOJIBAKE = re.compile(
    f"[\xc2-\xf4ÐÑ](?:(?<=[\xc2-\xdfÐÑ]){_CONT}|{_CONT}{_CONT}|(?<=\xc3) |(?<=\xe2)€|(?<=ï)¿½)"
)
_C1 = re.compile("[\x80-\x9f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")

# Runs of what nobody sees and no script needs, of line ends, of spaces; or one of the others.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u115f\u1160\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffc"
)
_ANY_SPECIAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\u3164\ufb00-\ufb06\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
_SPECIAL = re.compile(
    f"([{_UNSEEN}]+)|((?:\r\n?|[\x0b\x0c\x85\u2028\u2029\x1c-\x1e])+)|([\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+)|"
    f"([\ud800-\udbff][\udc00-\udfff])|{_ANY_SPECIAL.pattern}"
)
_SPACES = set(
    "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_JOINERS = {"\u200c", "\u200d"}
_MARKS = {"\u200e", "\u200f", "\u061c"}
_ISOLATES = {"\u2066", "\u2067", "\u2068", "\u2069", "\u202a", "\u202b", "\u202c"}
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Scripts in which a joiner or a variation selector changes what is read: from Arabic on, symbols, emoji.
_SHAPED = re.compile(
    "[\u0590-\u1fff\u2190-\u2bff\u2e80-\ua4cf\ua800-\ufdff\ufe70-\ufefc\U0001f000-\U0003ffff]"
)

_ACCENT = re.compile("[\u0300-\u036f]")
_SPLIT_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0391-\u04ff][\u0300-\u036f]+")
_ENTITY = re.compile(r"&(?:amp;){0,2}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def find_mojibake(text: str) -> Iterator[Change]:
    """Characters read in the wrong encoding ("â€™" for "’"), line by line and only where a line shows it."""
    if text.isascii() or not (_MOJIBAKE.search(text) or _C1.search(text)):
        return
    from ftfy import fix_encoding

    at = 0
    for line in text.split("\n"):
        if _MOJIBAKE.search(line) or _C1.search(line):
            # Letters taken apart (A and a tilde) hide the pattern.
            fixed = fix_encoding(line if line.isascii() else normalize("NFC", line))
            if fixed != line:
                yield from _align(line, fixed, at)
        at += len(line) + 1


def _align(line: str, fixed: str, at: int) -> Iterator[Change]:
    """The changes that lead from a line to its repaired form, as small as can be told."""
    old, new = list(_BEYOND_ASCII.finditer(line)), list(_BEYOND_ASCII.finditer(fixed))
    if _BEYOND_ASCII.split(line) == _BEYOND_ASCII.split(fixed):
        for a, b in zip(old, new, strict=True):
            if a[0] != b[0]:
                yield Change(at + a.start(), at + a.end(), b[0], "encoding")
        return
    words, repaired = list(re.finditer(r"\S+", line)), re.findall(r"\S+", fixed)
    if len(words) == len(repaired):
        for word, b in zip(words, repaired, strict=True):
            if word[0] != b:
                yield Change(at + word.start(), at + word.end(), b, "encoding")
        return
    start = 0
    while start < min(len(line), len(fixed)) and line[start] == fixed[start]:
        start += 1
    end = 0
    while end < min(len(line), len(fixed)) - start and line[-1 - end] == fixed[-1 - end]:
        end += 1
    yield Change(at + start, at + len(line) - end, fixed[start : len(fixed) - end], "encoding")


def find_special_characters(text: str) -> Iterator[Change]:
    r"""Line ends to "\n", odd spaces to " ", ligatures to letters; invisible characters go.

    What is invisible but shapes a script (joiners in Persian or Hindi, marks in right-to-left text,
    variation selectors of emoji) stays. Tag characters and overrides, which hide text or turn it round, go.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return  # ten times as quick as the pattern
    rtl: bool | None = None
    end = 0
    # One set of characters is searched for several times as quickly as what they can make together.
    while (first := _ANY_SPECIAL.search(text, end)) and (found := _SPECIAL.match(text, first.start())):
        end = found.end()
        char, at = found[0], found.start()
        match found.lastindex:
            case 1:
                yield Change(at, found.end(), "", "invisible")
                continue
            case 2:
                yield Change(at, found.end(), "\n" * len(char.replace("\r\n", "\n")), "line-ending")
                continue
            case 3:
                yield Change(at, found.end(), " " * len(char), "whitespace")
                continue
            case 4:
                whole = char.encode("utf-16", "surrogatepass").decode("utf-16")
                yield Change(at, found.end(), whole, "encoding")
                continue
        if char in _LIGATURES:
            yield Change(at, at + 1, _LIGATURES[char], "ligature")
        elif "\ud800" <= char <= "\udfff":
            yield Change(at, at + 1, "\ufffd", "encoding")
        elif char in _JOINERS or "\ufe00" <= char <= "\ufe0f":
            if not (at and _SHAPED.match(text, at - 1)):
                yield Change(at, at + 1, "", "invisible")
        elif char in _MARKS or char in _ISOLATES:
            if rtl is None:
                rtl = bool(_RTL.search(text))
            if not rtl:
                yield Change(at, at + 1, "", "invisible")
        elif "\u180b" <= char <= "\u180e" or "\u17b4" <= char <= "\u17b5":
            continue  # Mongolian and Khmer spelling
        elif "\U000e0020" <= char <= "\U000e007f" and _in_flag(text, at):
            continue
        else:
            yield Change(at, at + 1, "", "invisible")


def _in_flag(text: str, at: int) -> bool:
    """Is the tag character part of a flag (a black flag and at most seven tags)?"""
    flag = text.rfind("\U0001f3f4", max(0, at - 7), at)
    return flag >= 0 and all("\U000e0020" <= c <= "\U000e007f" for c in text[flag + 1 : at])


def find_split_letters(text: str) -> Iterator[Change]:
    r"""Letters whose accents stand apart as characters of their own, as some systems write them.

    >>> list(find_split_letters("caf" + "e\u0301"))
    [Change(start=3, end=5, replacement='é', reason='accent')]
    """
    if text.isascii() or not _ACCENT.search(text):
        return
    for match in _SPLIT_LETTER.finditer(text):
        whole = normalize("NFC", match[0])
        if len(whole) < len(match[0]):
            yield Change(*match.span(), whole, "accent")


def find_entities(text: str) -> Iterator[Change]:
    """Character references, also those escaped twice: "&#8217;" and "&amp;#8217;"."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        char = _read_entity(match[0])
        if char is not None:
            yield Change(match.start(), match.end(), char, "entity")


@lru_cache(maxsize=1024)
def _read_entity(reference: str) -> str | None:
    """What a reference stands for; None if it is none."""
    char = reference
    for _ in range(3):
        char = unescape(char)
    if char == reference or char.endswith(";"):
        return None
    if char in _SPACES:
        return " "
    return _LIGATURES.get(char, "") if _SPECIAL.fullmatch(char) else char
