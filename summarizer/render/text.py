"""A summary for a terminal: wrapped to its width, plain where it cannot show more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.records import Claim, Evidence, Line, Position, Summary, Verdict
from summarizer.render.flow import LONGEST, STUCK, Flow, quote, say
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

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# A column for an issue that is narrower makes one word a line.
_NARROWEST = 24

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


class _Page(Flow):
    """The lines of a summary."""

    def print_summary(self, summary: Summary) -> None:
        self.flow("", quote(summary.headline.text or "(no headline)", "bold"))
        self._verdict(summary.headline, "")
        for about in (describe_source(summary), summary.source.metadata.url):
            if about:
                self.flow("", quote(about, "dim"))
        if summary.gist.text:
            self.gap()
            self.flow("", quote(summary.gist.text))
            self._verdict(summary.gist, "")
        self._positions(summary.positions)
        self._claims(group_claims(summary))
        self._notes(summary)
        self._cited(collect_cited(summary))
        self.gap()
        self.flow("", quote(describe_run(summary), "dim"))

    def _positions(self, positions: Sequence[Position]) -> None:
        if not positions:
            return
        self.title("Positions")
        holders = [quote(p.holder, "bold") for p in positions]
        column = min(max(h.cell_len for h in holders), self.width // 3)
        stance_column = 2 + max(len(p.stance) for p in positions)
        issue_column = self.width - column - stance_column - 6
        for holder, position in zip(holders, positions, strict=True):
            stance = say(f"{STANCE_SIGNS[position.stance]} {position.stance}")
            issue = quote(position.issue).append_text(_numbers(position.evidence))
            if issue_column >= _NARROWEST:
                self.row((holder, stance, issue), (column, stance_column, issue_column))
                self._verdict(position, " " * (column + 4))
            else:
                self.flow("  ", holder.append(" ").append_text(stance).append(" ").append_text(issue))
                self._verdict(position, "    ")

    def _claims(self, groups: Sequence[Group]) -> None:
        if not groups:
            return
        self.title("Claims")
        for i, group in enumerate(groups):
            if i:
                self.gap()
            name = quote(group.name, "bold")
            if about := describe_actor(group.actor):
                name.append_text(quote(f", {about}", "dim"))
            self.flow("  ", name)
            for claim in group.claims:
                self._claim(say(""), claim)

    def print_claim(self, claim: Claim) -> None:
        speaker = quote(f"{claim.speaker}: ", "bold") if claim.speaker else say("")
        self._claim(speaker, claim)

    def _claim(self, line: Text, claim: Claim) -> None:
        line.append_text(quote(claim.text))
        if how := describe_claim(claim):
            line.append_text(quote(f" ({how})", "dim"))
        line.append_text(_numbers(claim.evidence))
        self.flow("  • ", line)
        self._verdict(claim, "    ")

    def _verdict(self, item: Claim | Position | Line, indent: str) -> None:
        """Say what is wrong with an item, and nothing about one that is supported."""
        if item.verdict is Verdict.SUPPORTED:
            return
        style = _VERDICT_STYLES[item.verdict]
        line = say(f"{VERDICT_SIGNS[item.verdict]} {item.verdict}", f"bold {style}")
        for i, reason in enumerate(explain_verdict(item)):
            line.append_text(quote(f"; {reason}" if i else f" — {reason}", style))
        self.flow(indent, line)

    def _notes(self, summary: Summary) -> None:
        if summary.uncited:
            self.title("Not in the claims")
            count = len(summary.uncited)
            line = say(f"{count} more statement{'s' if count > 1 else ''} in the article")
            line.append_text(_numbers(summary.uncited))
            self.flow("  ", line)
        if summary.problems:
            self.title("Problems" if summary.complete else "Problems (the article was not read to its end)")
            for problem in summary.problems:
                line = quote(f"{problem.stage}: {problem.message}", "yellow")
                if problem.item:
                    line.append_text(quote(f" ({describe_item(problem.item)})", "dim", longest=200))
                self.flow("  ! ", line)

    def _cited(self, cited: Sequence[Cited]) -> None:
        if not cited:
            return
        self.title("Sentences cited")
        column = len(f"[{cited[-1].number}]")
        for sentence in cited:
            self.flow(f"  {f'[{sentence.number}]':>{column}} ", _mark(sentence), "cyan")


def _numbers(evidence: Sequence[Evidence]) -> Text:
    numbers = list_numbers(evidence)
    return say(f"{STUCK}{numbers}" if numbers else "", "cyan")


def _mark(cited: Cited) -> Text:
    """A sentence, dim but for what serves as evidence; of a very long one the part around the first of it."""
    start = max(0, cited.spans[0][0] - 200) if cited.spans and len(cited.text) > LONGEST else 0
    end = min(len(cited.text), start + LONGEST)
    line = say("… " if start else "")
    at = start
    for span in cited.spans:
        span_start, span_end = max(at, span[0]), min(end, span[1])
        if span_start < span_end:
            line.append_text(quote(cited.text[at:span_start], "dim"))
            line.append_text(quote(cited.text[span_start:span_end]))
            at = span_end
    line.append_text(quote(cited.text[at:end], "dim"))
    return line.append(" …" if end < len(cited.text) else "")
