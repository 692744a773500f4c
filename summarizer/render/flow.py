"""Lines for a terminal: wrapped with a hanging indent, safe to print, plain where it cannot show more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from summarizer.render.plain import make_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Longer lines tire the eye, however wide the terminal is.
_WIDEST = 100
# The longest text shown in one piece; a "sentence" of a megabyte is not for reading.
LONGEST = 1_200

# A space at which no line is broken, so that no number stands alone: rich breaks at every kind of white
# space, so a private character holds its place until the lines are made.
STUCK = "\ue000"


class Flow:
    """Collects lines within the width that is comfortable to read, and prints them at once.

    Args:
        console: where to; says how wide and colourful it may be.
        widest: no line is longer, however wide the console.
    """

    def __init__(self, console: Console, widest: int = _WIDEST) -> None:
        self.console = console
        self.lines: list[Text] = []
        self.width = max(24, min(console.width, widest))

    def title(self, words: str) -> None:
        """A heading, with an empty line before it."""
        self.gap()
        self._print(say(words, "bold underline"))

    def gap(self) -> None:
        """An empty line."""
        self._print(say(""))

    def flow(self, prefix: str, text: Text, style: str = "") -> None:
        """Print wrapped text; lines after the first are indented as far as the prefix reaches."""
        for i, line in enumerate(text.wrap(self.console, self.width - len(prefix))):
            start = say(prefix if i == 0 else " " * len(prefix), style)
            self._print(start.append_text(line))

    def row(self, cells: Sequence[Text], widths: Sequence[int]) -> None:
        """Print cells side by side, each wrapped in its column, two spaces before each."""
        columns = [cell.wrap(self.console, width) for cell, width in zip(cells, widths, strict=True)]
        for lines in zip_longest(*columns):
            row = say("")
            for line, width in zip(lines, widths, strict=True):
                row.append("  ")
                if line is not None:
                    line.rstrip()
                    row.append_text(line)
                row.append(" " * (width - (line.cell_len if line is not None else 0)))
            self._print(row)

    def _print(self, text: Text) -> None:
        text.plain = text.plain.replace(STUCK, " ")
        text.rstrip()
        self.lines.append(text)

    def flush(self) -> None:
        """Send everything to the console."""
        if self.console.color_system is None:  # no styles to show, and several times as fast
            self.console.out("\n".join(line.plain for line in self.lines), highlight=False)
            return
        for line in self.lines:
            self.console.print(line, no_wrap=True, overflow="ignore", crop=False)


def say(words: str, style: str = "") -> Text:
    """Our own words. The style is a span, so that what is appended does not inherit it."""
    from rich.text import Text

    return Text().append(words, style or None)


def quote(words: str, style: str = "", longest: int = LONGEST) -> Text:
    """Words of the article or the model: made plain, cut where they are too long to read."""
    plain = make_plain(words[: longest * 2])
    cut = len(words) > longest * 2 or len(plain) > longest
    return say(plain[:longest].rstrip() + " …" if cut else plain, style)
