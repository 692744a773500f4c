"""What a page says about its article: title, address, date, author, site, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from summarizer.records import Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "citation_title")
_DATE = (
    "article:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "citation_publication_date",
    "og:published_time",
)
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "citation_author",
)
_SITE = ("og:site_name", "application-name", "dc.publisher", "twitter:site")
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|Review|WebPage", re.I)
_LONGEST = 500


def read_metadata(tree: HtmlElement) -> Metadata:
    """Metadata of a page: JSON-LD, then <meta>, then what it shows."""
    found: dict[str, list[HtmlElement]] = {
        tag: [] for tag in ("meta", "link", "script", "time", "h1", "title")
    }
    for element in tree.iter(*found):
        found[element.tag].append(element)
    metas = _read_metas(found["meta"])
    node = _find_node(found["script"])
    return Metadata(
        title=_first(
            _text(node.get("headline")),
            *(metas.get(name) for name in _TITLE),
            _read_shown(found["h1"]),
            _trim_site(_read_shown(found["title"]), metas.get("og:site_name")),
        ),
        url=_first(
            *(_address(link.get("href")) for link in found["link"] if link.get("rel") == "canonical"),
            _address(metas.get("og:url")),
            _address(_identifier(node.get("url") or node.get("mainEntityOfPage"))),
        ),
        date=_first(
            read_date(_text(node.get("datePublished"))),
            *(read_date(metas.get(name)) for name in _DATE),
            *(read_date(e.get("datetime")) for e in found["time"][:3]),
            read_date(_text(node.get("dateCreated")) or _text(node.get("dateModified"))),
        ),
        author=_first(_names(node.get("author")), *(_person(metas.get(name)) for name in _AUTHOR)),
        site=_first(
            metas.get("og:site_name"), _names(node.get("publisher")), *(metas.get(name) for name in _SITE)
        ),
        language=_first(
            _language(tree.get("lang")),
            _language(_text(node.get("inLanguage"))),
            _language(metas.get("content-language")),
            _language(metas.get("og:locale")),
        ),
    )


def read_date(text: str | None) -> str | None:
    """A date in ISO 8601 from the forms that pages and mails use, as precise as given; None if unclear.

    >>> read_date("2025-03-04T09:15:00.000Z"), read_date("Tue, 04 Mar 2025 09:15:00 +0100"), read_date("soon")
    ('2025-03-04T09:15:00+00:00', '2025-03-04T09:15:00+01:00', None)
    """
    if not text:
        return None
    text = text.strip()
    if match := _ISO.match(text):
        day, minutes, seconds, zone = match.groups()
        zone = {"Z": "+00:00", None: ""}.get(zone, zone or "")
        if len(zone) == 5:
            zone = f"{zone[:3]}:{zone[3:]}"
        value = f"{day}T{minutes}{seconds or ':00'}{zone}" if minutes else day
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return None
        return value
    if ":" in text:
        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, TypeError, IndexError):
            pass
    if match := re.fullmatch(r"((?:19|20)\d\d)/?(\d{2})/?(\d{2})", text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    return find_date(text)


_MONTHS = (
    ("jan", "enero"), ("feb", "fév", "fev"), ("mar", "mär"), ("apr", "avr", "abr"), ("may", "mai"),
    ("jun", "juin"), ("jul", "juil"), ("aug", "août", "ago"), ("sep",),
    ("oct", "okt"), ("nov",), ("dec", "dez", "déc", "dic"),
)  # fmt: skip
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b")
_NUMBERS = re.compile(r"\b(?:((?:19|20)\d\d)-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d))\b")


def find_date(text: str) -> str | None:
    """The day named in a line, in ISO 8601; None where there is none, or where day and month may be swapped.

    >>> find_date("Updated: Monday, March 3rd, 2025 9:15 am"), find_date("Stand: 27.02.2005, 18:23")
    ('2025-03-03', '2005-02-27')
    >>> find_date("3/4/2025")
    """
    if match := _NUMBERS.search(text):
        year, month, day = match[1] or match[6], match[2] or match[5], match[3] or match[4]
        return _day(int(year), int(month), int(day))
    for pattern, day_at, month_at in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        for match in pattern.finditer(text):
            name = match[month_at].lower()
            number = next((n for n, starts in enumerate(_MONTHS, 1) if name.startswith(starts)), None)
            if number:
                return _day(int(match[3]), number, int(match[day_at]))
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_data_metadata(text: str) -> Metadata:
    """What a block of JSON-LD that was pasted along with the text says about the article."""
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    for candidate in (text, straight):
        try:
            data = json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _walk_nodes(data):
            if node.get("headline") or node.get("datePublished"):
                return Metadata(
                    title=_text(node.get("headline")),
                    url=_address(_identifier(node.get("url") or node.get("mainEntityOfPage"))),
                    date=read_date(_text(node.get("datePublished"))),
                    author=_names(node.get("author")),
                    site=_names(node.get("publisher")),
                    language=_language(_text(node.get("inLanguage"))),
                )
    return Metadata()


def merge_metadata(given: Metadata | None, found: Metadata) -> Metadata:
    """What the caller gave, and where that is silent, what was found.

    >>> merge_metadata(Metadata(title="A"), Metadata(title="B", site="C")).model_dump(exclude_none=True)
    {'title': 'A', 'site': 'C'}
    """
    if given is None:
        return found
    return found.model_copy(update=given.model_dump(exclude_none=True))


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _clean(text: str | None) -> str | None:
    if not text:
        return None
    from html import unescape

    text = " ".join(unescape(text).split())
    return text[:_LONGEST] or None


def _text(value: Any) -> str | None:
    return _clean(value) if isinstance(value, str) else None


def _read_metas(elements: list[HtmlElement]) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in elements:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = _clean(meta.get("content"))
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _find_node(scripts: list[HtmlElement]) -> dict[str, Any]:
    """The JSON-LD node that describes the article, or an empty one."""
    best: dict[str, Any] = {}
    for script in scripts:
        if "ld+json" not in script.get("type", ""):
            continue
        text = (script.text or "").strip()
        if len(text) > 2_000_000:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _walk_nodes(data):
            kinds = node.get("@type")
            kind = " ".join(k for k in kinds if isinstance(k, str)) if isinstance(kinds, list) else str(kinds)
            if _ARTICLE_TYPES.search(kind):
                if node.get("headline"):
                    return node
                best = best or node
    return best


def _walk_nodes(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _walk_nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk_nodes(data.get(key), depth + 1)


def _names(value: Any) -> str | None:
    """Names of persons or organisations in JSON-LD, joined."""
    if isinstance(value, str):
        return _person(_clean(value))
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        names = [name for item in value if (name := _names(item))]
        return ", ".join(dict.fromkeys(names))[:_LONGEST] or None
    return None


def _person(text: str | None) -> str | None:
    """An author's name: not an address, not "By"."""
    if not text or "://" in text or "@" in text:
        return None
    return re.sub(r"^(?:by|von|par|por)\s+", "", text, flags=re.I) or None


def _identifier(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


def _address(text: str | None) -> str | None:
    text = (text or "").strip()
    return text if re.match(r"https?://[^\s/]+\S*$", text) else None


def _language(text: str | None) -> str | None:
    """A language code in BCP 47's own writing.

    >>> _language("en_us"), _language("DE"), _language("{{ lang }}")
    ('en-US', 'de', None)
    """
    if not text or not _LANGUAGE.fullmatch(text.strip()):
        return None
    first, *rest = re.split("[-_]", text.strip())
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def _read_shown(elements: list[HtmlElement]) -> str | None:
    for element in elements:
        if text := _clean(" ".join(element.itertext())):
            return text
    return None


def _trim_site(title: str | None, site: str | None) -> str | None:
    """A <title> without the name of the site at its end."""
    if not title:
        return None
    parts = re.split(r"\s+[|–—»·]\s+|\s+-\s+", title)
    if len(parts) > 1 and (site is None or parts[-1].lower() == site.lower() or len(parts[-1]) < 30):
        return title[: title.rfind(parts[-1])].rstrip(" |–—»·-") or title
    return title
