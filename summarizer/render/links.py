"""Addresses from an article, made safe to link to."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from summarizer.render.plain import make_plain

# Words at either end of a sentence that a text fragment names; the browser finds what is between them.
_FRAGMENT_WORDS = 4
_LONGEST = 2_000  # characters; what is longer no browser opens reliably


def check_url(url: str | None) -> str | None:
    """A URL that is safe to link to, without its fragment; None for anything but http and https.

    >>> check_url("https://news.example/a (1)?b=1&c=2#top")
    'https://news.example/a%20%281%29?b=1&c=2'
    >>> check_url("javascript:alert(1)") is None
    True
    """
    if not url or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(make_plain(url).strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    # Parentheses, brackets and spaces would end a link's target in Markdown, quotes one in HTML.
    return quote(parts._replace(fragment="").geturl(), safe="%/:?@!$&'*+,;=~", errors="replace")


def name_host(url: str) -> str:
    """The host of a URL for people, without its user: "https://me@news.example/a" -> "news.example"."""
    return urlsplit(url).netloc.rpartition("@")[2]


def make_fragment(sentence: str) -> str:
    """A text fragment that finds a sentence on its page.

    >>> make_fragment("One two-three.")
    '#:~:text=One%20two%2Dthree.'
    >>> make_fragment("a b c d e f g h i j")
    '#:~:text=a%20b%20c%20d,g%20h%20i%20j'
    """

    def encode(words: Sequence[str]) -> str:
        return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")

    words = make_plain(sentence).split()
    if len(words) <= 2 * _FRAGMENT_WORDS:
        return f"#:~:text={encode(words)}"
    start, end = words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]
    return f"#:~:text={encode(start)},{encode(end)}"
