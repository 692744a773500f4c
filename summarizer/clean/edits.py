"""Changes to a text, and how changes made one after the other become one list over the raw input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pydantic import TypeAdapter

from summarizer.records import Edit


class Change(NamedTuple):
    """Half-open `[start, end)` of a text becomes `replacement`; `reason` as in `Edit`."""

    start: int
    end: int
    replacement: str
    reason: str


_EDITS = TypeAdapter(tuple[Edit, ...])  # all in one call: a third quicker, and a page has hundreds
_SLIGHT = {"whitespace", "line-ending", "invisible", "markup"}  # reasons nobody needs to see twice


def apply_changes(text: str, changes: Iterable[Change]) -> str:
    r"""The text with all changes made; they are sorted and do not overlap.

    >>> apply_changes("a\r\nb", [Change(1, 3, "\n", "line-ending")])
    'a\nb'
    """
    parts: list[str] = []
    at = 0
    for start, end, replacement, _ in changes:
        parts += (text[at:start], replacement)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def compose_changes(  # noqa: PLR0915 - one pass over two lists; its state would have to travel if split
    first: Sequence[Change], second: Sequence[Change]
) -> list[Change]:
    """One list over the original text that does what `first` and then `second` do.

    A change of `second` swallows the changes of `first` that it covers. Where it cuts through a replacement
    that `first` wrote, the two become one change. Linear in the number of changes.

    >>> compose_changes([Change(0, 2, "xy", "a")], [Change(1, 3, "", "b")])
    [Change(start=0, end=3, replacement='x', reason='b')]
    """
    if not first:
        return list(second)
    composed: list[Change] = []
    i, shift = 0, 0  # shift: original offset minus offset in between, for what is copied before first[i]
    j = 0
    while j < len(second):
        start, end, replacement, reason = second[j]
        # What `first` did before this change stands as it is.
        while i < len(first):
            f = first[i]
            if f.start - shift + len(f.replacement) > start:
                break
            shift += f.end - f.start - len(f.replacement)
            composed.append(f)
            i += 1
        parts: list[str] = []
        swallowed: list[Change] = []  # removals of `first` within whitespace
        at = start  # `at`: how far in between the new change reaches
        new_start = start + shift
        if i < len(first) and first[i].start - shift < start:
            f = first[i]
            new_start = f.start
            parts.append(f.replacement[: start - (f.start - shift)])
        while True:
            parts.append(replacement)
            at = end
            rest = ""
            while i < len(first) and first[i].start - shift < end:
                f = first[i]
                f_end = f.start - shift + len(f.replacement)
                if f_end > end:
                    rest = f.replacement[end - f_end :]
                    at = f_end
                    break
                if not f.replacement and f.reason not in _SLIGHT:
                    swallowed.append(f)
                shift += f.end - f.start - len(f.replacement)
                i += 1
            j += 1
            if not rest:
                break
            # The rest of a replacement: the next change of `second` may cut into it as well.
            if j < len(second) and second[j].start < at:
                parts.append(rest[: second[j].start - end])
                start, end, replacement, reason = second[j]
                continue
            parts.append(rest)
            f = first[i]
            shift += f.end - f.start - len(f.replacement)
            i += 1
            break
        if reason == "whitespace" and swallowed:
            # Blank lines around removed lines close up; each removal keeps its own reason.
            for f in swallowed:
                composed.append(Change(new_start, f.end, "", f.reason))
                new_start = f.end
        composed.append(Change(new_start, at + shift, "".join(parts), reason))
    composed.extend(first[i:])
    return composed


class Working:
    """A text being cleaned: the raw input, the text so far, and the changes between the two."""

    __slots__ = ("changes", "raw", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self.changes: list[Change] = []

    def apply(self, changes: Sequence[Change]) -> None:
        """Make changes to the text so far; they are sorted and do not overlap."""
        if changes:
            self.changes = compose_changes(self.changes, changes)
            self.text = apply_changes(self.text, changes)

    def edits(self) -> tuple[Edit, ...]:
        """All changes as records."""
        return _EDITS.validate_python(
            [{"start": s, "end": e, "replacement": r, "reason": why} for s, e, r, why in self.changes]
        )
