"""A summary for a terminal: wrapped to its width, plain where it cannot show more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from summarizer.records import Claim, Evidence, Line, Position, Summary, Verdict
from summarizer.render.outline import (
    STANCE_SIGNS,
    VERDICT_SIGNS,
    Cited,
    Group,
    collect_cited,
    describe_actor,
    describe_claim,
    describe_item,
    describe_run,
    describe_source,
    explain_verdict,
    group_claims,
    list_numbers,
)
from summarizer.render.plain import make_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Longer lines tire the eye, however wide the terminal is.
_WIDEST = 100
# A column for an issue that is narrower makes one word a line.
_NARROWEST = 24
# The longest text shown in one piece; a "sentence" of a megabyte is not for reading.
_LONGEST = 1_200

# A space at which no line is broken, so that no number stands alone: rich breaks at every kind of white
# space, so a private character holds its place until the lines are made.
_STUCK = "\ue000"

_VERDICT_STYLES = {Verdict.DISPUTED: "yellow", Verdict.UNSUPPORTED: "red"}


def render_text(summary: Summary, console: Console) -> None:
    """Print a summary: headline, gist, positions, claims, problems, the sentences cited, what made it."""
    page = _Page(console)
    page.print_summary(summary)
    page.flush()


def render_claim(claim: Claim, console: Console) -> None:
    """Print one claim with its speaker, as it comes."""
    page = _Page(console)
    page.print_claim(claim)
    page.flush()


class _Page:
    """Prints lines with a hanging indent within the width that is comfortable to read."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.lines: list[Text] = []
        self.width = max(24, min(console.width, _WIDEST))

    def print_summary(self, summary: Summary) -> None:
        self._flow("", _quote(summary.headline.text or "(no headline)", "bold"))
        self._verdict(summary.headline, "")
        for about in (describe_source(summary), summary.source.metadata.url):
            if about:
                self._flow("", _quote(about, "dim"))
        if summary.gist.text:
            self._gap()
            self._flow("", _quote(summary.gist.text))
            self._verdict(summary.gist, "")
        self._positions(summary.positions)
        self._claims(group_claims(summary))
        self._notes(summary)
        self._cited(collect_cited(summary))
        self._gap()
        self._flow("", _quote(describe_run(summary), "dim"))

    def _positions(self, positions: Sequence[Position]) -> None:
        if not positions:
            return
        self._title("Positions")
        holders = [_quote(p.holder, "bold") for p in positions]
        column = min(max(h.cell_len for h in holders), self.width // 3)
        stance_column = 2 + max(len(p.stance) for p in positions)
        issue_column = self.width - column - stance_column - 6
        for holder, position in zip(holders, positions, strict=True):
            stance = _say(f"{STANCE_SIGNS[position.stance]} {position.stance}")
            issue = _quote(position.issue).append_text(_numbers(position.evidence))
            if issue_column >= _NARROWEST:
                self._row((holder, stance, issue), (column, stance_column, issue_column))
                self._verdict(position, " " * (column + 4))
            else:
                self._flow("  ", holder.append(" ").append_text(stance).append(" ").append_text(issue))
                self._verdict(position, "    ")

    def _claims(self, groups: Sequence[Group]) -> None:
        if not groups:
            return
        self._title("Claims")
        for i, group in enumerate(groups):
            if i:
                self._gap()
            name = _quote(group.name, "bold")
            if about := describe_actor(group.actor):
                name.append_text(_quote(f", {about}", "dim"))
            self._flow("  ", name)
            for claim in group.claims:
                self._claim(_say(""), claim)

    def print_claim(self, claim: Claim) -> None:
        speaker = _quote(f"{claim.speaker}: ", "bold") if claim.speaker else _say("")
        self._claim(speaker, claim)

    def _claim(self, line: Text, claim: Claim) -> None:
        line.append_text(_quote(claim.text))
        if how := describe_claim(claim):
            line.append_text(_quote(f" ({how})", "dim"))
        line.append_text(_numbers(claim.evidence))
        self._flow("  • ", line)
        self._verdict(claim, "    ")

    def _verdict(self, item: Claim | Position | Line, indent: str) -> None:
        """Say what is wrong with an item, and nothing about one that is supported."""
        if item.verdict is Verdict.SUPPORTED:
            return
        style = _VERDICT_STYLES[item.verdict]
        line = _say(f"{VERDICT_SIGNS[item.verdict]} {item.verdict}", f"bold {style}")
        for i, reason in enumerate(explain_verdict(item)):
            line.append_text(_quote(f"; {reason}" if i else f" — {reason}", style))
        self._flow(indent, line)

    def _notes(self, summary: Summary) -> None:
        if summary.uncited:
            self._title("Not in the claims")
            count = len(summary.uncited)
            line = _say(f"{count} more statement{'s' if count > 1 else ''} in the article")
            line.append_text(_numbers(summary.uncited))
            self._flow("  ", line)
        if summary.problems:
            self._title("Problems" if summary.complete else "Problems (the article was not read to its end)")
            for problem in summary.problems:
                line = _quote(f"{problem.stage}: {problem.message}", "yellow")
                if problem.item:
                    line.append_text(_quote(f" ({describe_item(problem.item)})", "dim", longest=200))
                self._flow("  ! ", line)

    def _cited(self, cited: Sequence[Cited]) -> None:
        if not cited:
            return
        self._title("Sentences cited")
        column = len(f"[{cited[-1].number}]")
        for sentence in cited:
            self._flow(f"  {f'[{sentence.number}]':>{column}} ", _mark(sentence), "cyan")

    def _title(self, words: str) -> None:
        self._gap()
        self._print(_say(words, "bold underline"))

    def _gap(self) -> None:
        self._print(_say(""))

    def _flow(self, prefix: str, text: Text, style: str = "") -> None:
        """Print wrapped text; lines after the first are indented as far as the prefix reaches."""
        for i, line in enumerate(text.wrap(self.console, self.width - len(prefix))):
            start = _say(prefix if i == 0 else " " * len(prefix), style)
            self._print(start.append_text(line))

    def _row(self, cells: Sequence[Text], widths: Sequence[int]) -> None:
        """Print cells side by side, each wrapped in its column, two spaces before each."""
        columns = [cell.wrap(self.console, width) for cell, width in zip(cells, widths, strict=True)]
        for lines in zip_longest(*columns):
            row = _say("")
            for line, width in zip(lines, widths, strict=True):
                row.append("  ")
                if line is not None:
                    line.rstrip()
                    row.append_text(line)
                row.append(" " * (width - (line.cell_len if line is not None else 0)))
            self._print(row)

    def _print(self, text: Text) -> None:
        text.plain = text.plain.replace(_STUCK, " ")
        text.rstrip()
        self.lines.append(text)

    def flush(self) -> None:
        """Send everything to the console."""
        if self.console.color_system is None:  # no styles to show, and several times as fast
            self.console.out("\n".join(line.plain for line in self.lines), highlight=False)
            return
        for line in self.lines:
            self.console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _say(words: str, style: str = "") -> Text:
    """Our own words. The style is a span, so that what is appended does not inherit it."""
    from rich.text import Text

    return Text().append(words, style or None)


def _quote(words: str, style: str = "", longest: int = _LONGEST) -> Text:
    """Words of the article or the model: made plain, cut where they are too long to read."""
    plain = make_plain(words[: longest * 2])
    cut = len(words) > longest * 2 or len(plain) > longest
    return _say(plain[:longest].rstrip() + " …" if cut else plain, style)


def _numbers(evidence: Sequence[Evidence]) -> Text:
    numbers = list_numbers(evidence)
    return _say(f"{_STUCK}{numbers}" if numbers else "", "cyan")


def _mark(cited: Cited) -> Text:
    """A sentence, dim but for what serves as evidence; of a very long one the part around the first of it."""
    start = max(0, cited.spans[0][0] - 200) if cited.spans and len(cited.text) > _LONGEST else 0
    end = min(len(cited.text), start + _LONGEST)
    line = _say("… " if start else "")
    at = start
    for span in cited.spans:
        span_start, span_end = max(at, span[0]), min(end, span[1])
        if span_start < span_end:
            line.append_text(_quote(cited.text[at:span_start], "dim"))
            line.append_text(_quote(cited.text[span_start:span_end]))
            at = span_end
    line.append_text(_quote(cited.text[at:end], "dim"))
    return line.append(" …" if end < len(cited.text) else "")
