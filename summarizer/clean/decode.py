"""Bytes to text: which encoding, and what is not text at all."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.I)
_SNIFFED = 4096  # bytes that decide whether this is text, and that may hold a <meta charset>
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"%PDF-", "a PDF file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"wOFF", "a font"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"Rar!", "a RAR file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
)
# Windows writes its own characters under these names; browsers read them so (WHATWG Encoding Standard).
_WHATWG = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}
_FEW = 3  # places beyond ASCII
_INVALID = re.compile("\ufffd+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_CONTROLS = re.compile("[\0-\6\x0e-\x1a\x7f]")
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}) + b"\x7f"


def decode_bytes(data: bytes, *, content_type: str | None = None, name: str | None = None) -> str:
    """Text of bytes: byte order mark, then header, then UTF-8, then <meta>, then a guess.

    UTF-8 goes before <meta>: bytes that are valid UTF-8 beyond ASCII are hardly ever anything else, while
    pages saved again keep a <meta> that is no longer true.

    >>> decode_bytes("„Ja“".encode("cp1252"), content_type="text/plain; charset=windows-1252")
    '„Ja“'

    Raises:
        InputError: the bytes are not text.
    """
    which = name or "the input"
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{which} is {what}, not text; give the text or the web page")
    head = data[:_SNIFFED]
    if wide := _guess_utf16(head):
        decoded = data.decode(wide, errors="replace")
        if not looks_binary(decoded[:_SNIFFED]):
            return decoded
    if len(head.translate(None, _CONTROL)) < 0.95 * len(head):
        raise InputError(f"{which} is binary, not text; give the text or the web page")
    declared = _CHARSET.search(content_type or "")
    if declared and (text := _try(data, declared[1])) is not None:
        return text
    if (text := _try(data, "utf-8")) is not None:
        return text
    repaired = data.decode("utf-8", errors="replace")
    broken, whole = _count_broken(repaired)
    if 4 * broken <= whole:
        return repaired  # a <meta> of another encoding would have made all of this by chance
    meta = _META.search(head) or _XML.search(head)
    if meta and (text := _try(data, meta[1].decode("ascii", "replace"))) is not None:
        return text
    if meta or declared:
        # It says what it is but holds a few broken bytes: replace those, do not guess anew.
        said = meta[1].decode("ascii", "replace") if meta else declared[1] if declared else ""
        try:
            return data.decode(_WHATWG.get(said.lower(), said), errors="replace")
        except LookupError:
            pass
    if broken <= whole or (broken <= _FEW and b"\xff" in data):
        return repaired
    if broken <= _FEW:
        return data.decode("cp1252", errors="replace")  # too little to guess from; this is the commonest
    return _guess(data)


def looks_binary(head: str) -> bool:
    """Is the beginning of a string no text: one character in twenty a control character?"""
    return 20 * len(_CONTROLS.findall(head)) > len(head)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(_WHATWG.get(encoding.lower(), encoding))
    except (UnicodeDecodeError, LookupError):
        return None


def _guess_utf16(head: bytes) -> str | None:
    """UTF-16 without a mark: in western text every second byte is zero."""
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _count_broken(repaired: str) -> tuple[int, int]:
    """How many places of a text were no UTF-8, and how many characters beyond ASCII were.

    In another encoding hardly any byte beyond ASCII happens to be valid UTF-8.
    """
    broken = sum(1 for _ in _INVALID.finditer(repaired))
    return broken, sum(map(len, _BEYOND_ASCII.findall(repaired))) - repaired.count("\ufffd")


def _guess(data: bytes) -> str:
    """Neither declared nor UTF-8: what charset-normalizer finds."""
    from charset_normalizer import from_bytes

    # A megabyte tells as much as ten, and its time is linear in what it gets.
    best = from_bytes(data[:1_000_000]).best()
    encoding = best.encoding if best else "cp1252"
    return data.decode(encoding, errors="replace")
