"""Articles and summaries that try to be more than text."""

from __future__ import annotations

from collections.abc import Sequence

from summaries import cite, make_summary

from summarizer.records import (
    Actor,
    Attribution,
    Check,
    Claim,
    ClaimKind,
    Line,
    Metadata,
    Outcome,
    Position,
    Problem,
    Provenance,
    Sentence,
    Source,
    Stance,
    Summary,
    Verdict,
)
from summarizer.rows import Failure, Row

PAYLOADS = [
    "<script>window.hacked=1</script>",
    "<img src=x onerror='window.hacked=1'>",
    "<svg onload=window.hacked=1><animate onbegin=window.hacked=1 attributeName=x dur=1s>",
    '"><script>window.hacked=1</script><a title="',
    "' onmouseover='window.hacked=1' autofocus onfocus='window.hacked=1",
    "</style><script>window.hacked=1</script>",
    "</title></script><script>window.hacked=1</script>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<a href='javascript:window.hacked=1'>x</a>",
    "<base href='https://evil.example/'><link rel=stylesheet href='https://evil.example/a.css'>",
    "<meta http-equiv=refresh content='0;url=javascript:window.hacked=1'>",
    "<form action='javascript:window.hacked=1'><button autofocus>x</button></form>",
    "&lt;script&gt;window.hacked=1&lt;/script&gt; &#60;script> &#x3c;script &nbsp &;&#0;&#xd800;",
    "{{ 7*7 }}{% raw %}{{ self.__init__.__globals__ }}",
    "\u202eevil\u2066\u2067\u202d \x00\x07\x1b[31m\x9b \ud800 <!-- ]]> --!><![CDATA[",
]


def make_hostile_summary(payloads: Sequence[str] = PAYLOADS, text: str | None = None) -> Summary:
    """A summary with each payload in every field that holds text."""
    text = "\n".join(f"“{p}” said {p}, and {p}." for p in payloads) if text is None else text
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    sentences = tuple(
        Sentence(number=n, start=start, end=start + len(line), paragraph=n - 1)
        for n, (start, line) in enumerate(zip(starts, lines, strict=True), 1)
    )
    evidence = [
        cite(1)[0].model_copy(
            update={"sentences": (s.number,), "quote": text[s.start : s.end], "start": s.start, "end": s.end}
        )
        for s in sentences
    ]
    claims, positions = [], []
    for n, p in enumerate(payloads):
        check = Check(
            name=p, outcome=Outcome.DIFFERS, message=p, expected=p, found=p,
            article_span=(1, 5), item_span=(0, len(p)),
        )  # fmt: skip
        shown = (evidence[n % len(evidence)],)
        claims.append(
            Claim(
                text=p, speaker=p, attribution=Attribution.DIRECT, kind=ClaimKind.FACT, evidence=shown,
                via=p, hedges=(p,), checks=(check,), verdict=Verdict.DISPUTED,
            )
        )  # fmt: skip
        positions.append(
            Position(
                holder=p, stance=Stance.OPPOSES, issue=p, evidence=shown, checks=(check,),
                verdict=Verdict.UNSUPPORTED,
            )
        )  # fmt: skip
    everything = " ".join(payloads)
    line = Line(text=everything, checks=claims[0].checks, verdict=Verdict.DISPUTED)
    summary = make_summary(
        sentences=sentences,
        headline=line,
        gist=line,
        actors=tuple(Actor(name=p, aliases=(f"{p} x", f"also {p}"), role=p) for p in payloads),
        claims=tuple(claims),
        positions=tuple(positions),
        uncited=tuple(evidence),
        problems=tuple(Problem(stage=p, message=p, item=p) for p in payloads),
        provenance=Provenance(
            summarizer=everything, engine="model", created=everything, model=everything, prompt=everything,
            prompt_hash=everything, language=everything, verifier=everything, verify_prompt=everything,
        ),
        source=Source(
            metadata=Metadata(
                title=everything, url=f"javascript:window.hacked=1//{everything}", date=everything,
                author=everything, site=everything, language=everything,
            ),
            raw_sha256=everything,
            raw_length=1,
        ),
    )  # fmt: skip
    return summary.model_copy(update={"text": text})


def make_hostile_rows(payloads: Sequence[str] = PAYLOADS) -> list[Row]:
    """For each payload a row with a summary and one with an error, both called like it."""
    rows = []
    for p in payloads:
        summary = make_hostile_summary([p])
        url = f"https://news.example/{p[:100]}?q='\"><script>"
        known = summary.source.metadata.model_copy(update={"url": url})
        source = summary.source.model_copy(update={"metadata": known})
        rows.append(Row(id=p, origin=p, summary=summary.model_copy(update={"source": source})))
        rows.append(Row(id=f"../{p}", origin=p, error=Failure(type=p, message=p)))
    return rows
