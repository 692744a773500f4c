"""A summary as Markdown (CommonMark; also right where GitHub renders it)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.records import Claim, Evidence, Line, Position, Summary, Verdict
from summarizer.render.links import check_url, make_fragment, name_host
from summarizer.render.outline import (
    STANCE_SIGNS,
    VERDICT_SIGNS,
    Cited,
    collect_cited,
    describe_actor,
    describe_claim,
    describe_run,
    describe_source,
    explain_verdict,
    group_claims,
    list_numbers,
)
from summarizer.render.plain import make_plain

# Every mark that can begin a construct in running text: emphasis, code, links, HTML, entities, tables,
# strike-through, and "$", which GitHub takes for mathematics. Only what starts a line is left to _BLOCK.
_INLINE = re.compile(r"[\\`*_\[\]<>&|~$]")
# A line that starts like a heading, a quotation, a list or a rule.
_BLOCK = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|([#>+-]))")


def escape_markdown(text: str) -> str:
    r"""One line of text that Markdown shows as it is, wherever in a line it stands.

    >>> print(escape_markdown("1. <b>*5* | $6</b>"))
    1\. \<b\>\*5\* \| \$6\</b\>
    """
    plain = _INLINE.sub(r"\\\g<0>", make_plain(text).strip())
    return _BLOCK.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def render_markdown(summary: Summary) -> str:
    """The summary as a Markdown document, in the order of the terminal's, ending with a line break.

    Where the article's URL is known, each cited sentence leads to its place on the page, by a text fragment
    (https://wicg.github.io/scroll-to-text-fragment/).
    """
    url = check_url(summary.source.metadata.url)
    blocks = [f"# {escape_markdown(summary.headline.text) or '(no headline)'}"]
    blocks += _flag(summary.headline)
    about = escape_markdown(describe_source(summary))
    link = f"[{escape_markdown(name_host(url))}]({_make_target(url)})" if url else ""
    if about or link:
        blocks.append(" · ".join(filter(None, (about, link))))
    if summary.gist.text:
        blocks.append(escape_markdown(summary.gist.text))
        blocks += _flag(summary.gist)
    if summary.positions:
        blocks += ["## Positions", "\n".join(_position(p) for p in summary.positions)]
    blocks += _claims(summary)
    blocks += _notes(summary)
    if cited := collect_cited(summary):
        blocks += ["## Sentences cited", "  \n".join(_sentence(c, url) for c in cited)]
    blocks += ["---", escape_markdown(describe_run(summary))]
    return "\n\n".join(blocks) + "\n"


def _position(position: Position) -> str:
    stance = f"{STANCE_SIGNS[position.stance]} {position.stance}"
    line = f"- **{escape_markdown(position.holder)}** {stance} {escape_markdown(position.issue)}"
    return _list_item(line, position)


def _claims(summary: Summary) -> list[str]:
    blocks = ["## Claims"] if summary.claims else []
    for group in group_claims(summary):
        about = escape_markdown(describe_actor(group.actor))
        blocks.append(f"**{escape_markdown(group.name)}**" + (f", {about}" if about else ""))
        lines = []
        for claim in group.claims:
            how = describe_claim(claim)
            line = f"- {escape_markdown(claim.text)}" + (f" ({escape_markdown(how)})" if how else "")
            lines.append(_list_item(line, claim))
        blocks.append("\n".join(lines))
    return blocks


def _list_item(line: str, item: Claim | Position) -> str:
    return "  \n  ".join([f"{line}{_numbers(item.evidence)}", *_flag(item)])


def _flag(item: Claim | Position | Line) -> list[str]:
    """What is wrong with an item, as no or one line."""
    if item.verdict is Verdict.SUPPORTED:
        return []
    reasons = "; ".join(escape_markdown(reason) for reason in explain_verdict(item))
    return [f"**{VERDICT_SIGNS[item.verdict]} {item.verdict}**" + (f" — {reasons}" if reasons else "")]


def _numbers(evidence: Sequence[Evidence]) -> str:
    numbers = list_numbers(evidence)
    return f" {escape_markdown(numbers)}" if numbers else ""


def _notes(summary: Summary) -> list[str]:
    blocks = []
    if summary.uncited:
        count = len(summary.uncited)
        what = f"{count} more statement{'s' if count > 1 else ''} in the article"
        blocks += ["## Not in the claims", what + _numbers(summary.uncited)]
    if summary.problems:
        blocks.append(
            "## Problems" if summary.complete else "## Problems (the article was not read to its end)"
        )
        blocks.append("\n".join(f"- {escape_markdown(f'{p.stage}: {p.message}')}" for p in summary.problems))
    return blocks


def _sentence(cited: Cited, url: str | None) -> str:
    number = f"\\[{cited.number}\\]"
    if url:
        number = f"[{number}]({_make_target(url)}{make_fragment(cited.text)})"
    return f"{number} {escape_markdown(cited.text)}"


def _make_target(url: str) -> str:
    """A checked URL as a link's target: "&copy=1" would be read as an entity."""
    return url.replace("&", "&amp;")
