"""What cleaning took out of an article, and why."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.records import Article
from summarizer.render.plain import make_plain

if TYPE_CHECKING:
    from rich.console import Console

# Every page has these by the hundred, and nobody misses them: they are counted, not shown, unless words
# went with them.
_COUNTED = frozenset({"markup", "whitespace"})
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w")
_LONGEST = 300  # characters of a removal that a terminal shows


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing that went, wherever it stood: what took its place, why, how often, on which line first."""

    removed: str
    replacement: str
    reason: str
    line: int
    count: int


def list_removals(article: Article) -> tuple[Removal, ...]:
    """What went in order of first appearance, the same thing for the same reason once; markup and spaces not.

    Edits that touch each other and have one reason are one removal.
    """
    joined: list[tuple[int, int, str, str]] = []
    for edit in article.edits:
        if joined and joined[-1][1] == edit.start and joined[-1][3] == edit.reason:
            start, _, replacement, _ = joined[-1]
            joined[-1] = (start, edit.end, replacement + edit.replacement, edit.reason)
        else:
            joined.append((edit.start, edit.end, edit.replacement, edit.reason))
    lines: dict[tuple[str, str, str], int] = {}
    counts: Counter[tuple[str, str, str]] = Counter()
    line, at = 1, 0
    for start, end, replacement, reason in joined:
        line, at = line + article.raw.count("\n", at, start), start
        removed = article.raw[start:end]
        if reason not in _COUNTED or _WORD.search(_TAG.sub("", removed)):
            key = (removed, replacement, reason)
            lines.setdefault(key, line)
            counts[key] += 1
    return tuple(Removal(*key, line=line, count=counts[key]) for key, line in lines.items())


def render_removed(article: Article, console: Console) -> None:
    """Print each removal with its line and reason, and at the end how much is left."""
    from rich.text import Text

    removals = list_removals(article)
    number = len(f"{max((r.line for r in removals), default=0)}")
    reason_column = max((len(r.reason) for r in removals), default=0)
    for removal in removals:
        row = Text().append(f"{removal.line:>{number}}  ", "dim")
        row.append(f"{make_plain(removal.reason):<{reason_column}}  ", "yellow")
        column = row.cell_len
        body = Text().append(show_text(removal.removed), "red")
        if removal.replacement.strip():
            body.append(" → ").append(show_text(removal.replacement), "green")
        if removal.count > 1:
            body.append(f" ×{removal.count}", "dim")
        for i, line in enumerate(body.wrap(console, max(20, console.width - column))):
            line.rstrip()
            start = row if i == 0 else Text(" " * column)
            console.print(start + line, no_wrap=True, overflow="ignore", crop=False)
    if removals:
        console.print()
    console.print(Text(_sum_up(article), "dim"))


def show_text(text: str, longest: int = _LONGEST) -> str:
    """A removed text on one line, what cannot be seen by its code point, a long one cut."""
    plain = make_plain(text[: longest * 2]).strip()
    if not plain.strip("\u200b\u200c\u200d\u2060\ufe0f\u200e\u200f"):
        codes = [f"U+{ord(c):04X}" for c in text[:8]]
        return " ".join(codes) + (" …" if len(text) > len(codes) else "")
    if len(plain) <= longest and len(text) <= longest * 2:
        return plain
    return f"{plain[:longest].rstrip()} … ({len(text):,} characters)"


def _sum_up(article: Article) -> str:
    counted = Counter(edit.reason for edit in article.edits if edit.reason in _COUNTED)
    rest = "".join(
        f"; {reason}: {count:,} edit{'s' if count > 1 else ''}" for reason, count in sorted(counted.items())
    )
    return f"kept {len(article.text):,} of {len(article.raw):,} characters{rest}"
