"""Tags, Markdown, shortcodes and e-mail quoting in a text that is not a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.clean.edits import Change

_ELEMENTS = "script|style|noscript|iframe|svg|template|object|video|audio|canvas|form|button|select|textarea"
_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|center|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|"
    "strike|strong|sub|sup|time|tt|u|var|wbr|amp-[a-z-]+|o:p|nobr|input|img|embed|source|meta|link|picture|param|track"
)
_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|"
    "head|header|hr|html|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_ATTRIBUTES = r"""(?:\s[^<>]{0,4000})?"""
_OPEN = re.compile(rf"<({_ELEMENTS})\b{_ATTRIBUTES}>", re.I)
_EMBED = re.compile(
    r"<blockquote\b[^<>]{0,4000}\b(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|"
    r"reddit-(?:embed|card)|fb-post|text-post-media|imgur-embed)\b[^<>]{0,4000}>",
    re.I,
)
_TAG = re.compile(rf"</?(?:({_INLINE})|({_BLOCK})|{_ELEMENTS})\b{_ATTRIBUTES}/?>", re.I)
_CAPTION = re.compile(rf"<figcaption\b{_ATTRIBUTES}>", re.I)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?]")
_DOCTYPE = re.compile(r"<!doctype[^<>]{0,500}>|<\?(?:xml|php)[^<>]{0,2000}\?>|<!\[CDATA\[|\]\]>", re.I)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|embed|gallery|video|audio|playlist|youtube|vc_\w+|et_pb_\w+|wp_\w+|ad|advert\w*|sc_\w+|"
    r"contact-form\S*|newsletter\w*|poll|raw|quote|dropcap|su_\w+|url(?==)|img)\b[^\[\]\n]{0,500}\]"
    r"|\[/?[a-z][\w-]{1,40}"
    r"(?: [\w-]{1,40}=(?:\"[^\"\[\]\n]{0,300}\"|'[^'\[\]\n]{0,300}'|“[^”\[\]\n]{0,300}”)){1,20} ?/?\]",
    re.I,
)
# A tag with attributes that was escaped on its way, and the end tag of such an element.
_ESCAPED = re.compile(
    r"&lt;(?:[a-z][\w-]*\s[^<>\n]{0,2000}?=[^<>\n]{0,2000}?|/(?:iframe|script|div|figure|blockquote|a|span|ins|section|p))\s*/?&gt;",
    re.I,
)
_TEMPLATE = re.compile(r"\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}|<%[^<>\n]{1,200}%>")
_QUOTES = "“\"'‘`«„"


def find_markup(text: str) -> Iterator[Change]:
    """Tags, comments, scripts, embeds, shortcodes and placeholders. A tag that prose quotes stays."""
    if "<" not in text and "[" not in text and "{" not in text and "&lt;" not in text:
        return
    at = 0
    for start, end, replacement, reason in _find_all(text):
        if start >= at:
            yield Change(start, end, replacement, reason)
            at = end


def _find_all(text: str) -> list[tuple[int, int, str, str]]:
    found: list[tuple[int, int, str, str]] = []
    if _ANY_TAG.search(text):
        found += _find_elements(text)
        for match in _TAG.finditer(text):
            if not _is_quoted(text, match.start(), match.end()):
                found.append((*match.span(), "\n" if match[2] else "", "markup"))
        found += [(*m.span(), "", "markup") for m in _DOCTYPE.finditer(text)]
    if "&lt;" in text:
        found += [(*m.span(), "", "markup") for m in _ESCAPED.finditer(text)]
    if "[" in text:
        found += [(*m.span(), "", "shortcode") for m in _SHORTCODE.finditer(text)]
    if "{{" in text or "{%" in text or "<%" in text:
        found += [(*m.span(), "", "placeholder") for m in _TEMPLATE.finditer(text)]
    # The longer one of two that begin together; a generator that skips what lies within does the rest.
    return sorted(found, key=lambda f: (f[0], -f[1]))


def _find_elements(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Elements that go with all they hold. An element that is never closed loses its tag only."""
    closed: dict[str, int] = {}  # name -> where the search for its end tag found none
    lowered: dict[str, re.Pattern[str]] = {}
    at = 0
    for match in _OPEN.finditer(text):
        name = match[1].lower()
        if match.start() < at or name in closed or _is_quoted(text, match.start(), match.end()):
            continue
        end_tag = lowered.setdefault(name, re.compile(rf"</{name}\s*>", re.I))
        end = end_tag.search(text, match.end())
        if end is None:
            closed[name] = match.start()
            continue
        at = end.end()
        reason = {"script": "script", "style": "css"}.get(name, "embed")
        yield match.start(), at, "", reason
    for pattern, tail, reason in ((_EMBED, "</blockquote>", "embed"), (_CAPTION, "</figcaption>", "caption")):
        at = 0
        for match in pattern.finditer(text):
            if match.start() < at:
                continue
            close = re.compile(re.escape(tail), re.I).search(text, match.end())
            if close is None:
                break
            at = close.end()
            yield match.start(), at, "\n", reason
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end_at = text.find("-->", start + 4)
        if end_at < 0:
            break
        at = end_at + 3
        yield start, at, "", "comment"


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Does the text talk about this tag: is it in quotation marks?"""
    return (
        start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] != "" and text[end] in "”\"'’`»“,.</"
    )


_MD_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.M)
_MD_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,500}\")?\)")
_MD_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,500})\]\((?:https?://|mailto:|/|#)[^()\s]{0,2000}(?:\([^()\s]{0,200}\))?(?:\s+\"[^\"\n]{0,500}\")?\)"
)
_MD_STRONG = re.compile(r"(?<![\w*])(\*\*\*|\*\*|__)(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_MD_EM = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_])\1(?![\w*])")
_MD_RULE = re.compile(r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){4,})$", re.M)
_MD_QUOTE = re.compile(r"^(?:>[ \t]?)+", re.M)
_MD_ANCHOR = re.compile(r"[ \t]*\{#[\w-]{1,100}\}$", re.M)


def is_markdown(text: str) -> bool:
    """Two kinds of Markdown's marks, or three headings."""
    head = text[:20_000]
    # A fixed string each that tells whether the pattern is worth trying.
    patterns = (
        (_MD_HEADING, "#"), (_MD_IMAGE, "!["), (_MD_LINK, "]("),
        (_MD_STRONG, "**"), (_MD_STRONG, "__"), (_MD_QUOTE, ">")
    )  # fmt: skip
    kinds = {pattern for pattern, sign in patterns if sign in head and pattern.search(head)}
    return len(kinds) >= 2 or ("#" in head and len(_MD_HEADING.findall(head)) >= 3)


def find_markdown(text: str) -> Iterator[Change]:
    """Markdown's marks, the words left standing. Links and images go anywhere, others need company."""
    if not any(sign in text for sign in ("](", "**", "__", "\n#")) and not text.startswith("#"):
        return
    found: list[Change] = []
    found += [Change(*m.span(), "", "image") for m in _MD_IMAGE.finditer(text)]
    for m in _MD_LINK.finditer(text):
        found += [Change(m.start(), m.start(1), "", "markup"), Change(m.end(1), m.end(), "", "link")]
    if is_markdown(text):
        for pattern in (_MD_HEADING, _MD_ANCHOR, _MD_QUOTE):
            found += [Change(*m.span(), "", "markup") for m in pattern.finditer(text)]
        for pattern in (_MD_STRONG, _MD_EM):
            for m in pattern.finditer(text):
                found += [
                    Change(m.start(), m.start(2), "", "markup"),
                    Change(m.end(2), m.end(), "", "markup"),
                ]
    at = 0
    for change in sorted(found):
        if change.start >= at:
            yield change
            at = change.end


def find_rules(text: str) -> Iterator[Change]:
    """Lines drawn with dashes, stars or underscores."""
    if "---" in text or "***" in text or "___" in text or "* * *" in text or "====" in text:
        for m in _MD_RULE.finditer(text):
            yield Change(*m.span(), "", "markup")


def find_quote_marks(text: str) -> Iterator[Change]:
    """The ">" of quoted mail, where most lines have it or it stands before whole blocks of Markdown."""
    if ">" not in text:
        return
    marks = list(_MD_QUOTE.finditer(text))
    lines = sum(1 for line in text.split("\n") if line.strip())
    if marks and (len(marks) >= 0.5 * lines or is_markdown(text) or len(marks) >= 2):
        for m in marks:
            yield Change(*m.span(), "", "quote-mark")
