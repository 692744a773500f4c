"""Quoted runs: for an engine that goes by quotation marks, each run of some words in marks is one to find.

What counts as a run is the gold's own definition, so that what is scored does not depend on what finds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.evaluate.items import Item, is_same_speaker
from summarizer.evaluate.overlap import find_letters
from summarizer.extractive import find_quotations
from summarizer.records import Span

LEAST_WORDS = 4  # shorter ones are mostly titles and scare quotes
_OPENERS = {"“": '”"', "«": "»"}
_GERMAN_OPENERS = {"„": '“”"', "»": "«", "«": "»", "“": "”“"}


@dataclass(frozen=True, slots=True)
class Run:
    """A quoted run that the gold covers, and the item found for it; None: missed."""

    span: Span
    gold: Item
    found: Item | None


def match_runs(
    text: str, gold: Sequence[Item], found: Sequence[Item], *, german: bool = False, least: int = LEAST_WORDS
) -> tuple[list[Run], list[Item]]:
    """The runs that the gold covers by more than half, and what was found that matches none.

    Args:
        text: of the article.
        gold: its statements.
        found: an item for each quoted run that an engine found: see `split_runs`.
        german: whether “ closes a quotation.
        least: words of a run from which it counts.
    """
    statements = [(g, find_letters(text, g.spans)) for g in gold if g.kind in ("direct", "mixed")]
    own = [item for item in found if sum(len(text[s:e].split()) for s, e in item.spans) >= least]
    ours = [find_letters(text, item.spans) for item in own]
    used: set[int] = set()
    runs = []
    for span in find_runs(text, german=german):
        run = find_letters(text, [span])
        if len(text[slice(*span)].split()) < least or not run:
            continue
        item, letters = max(statements, key=lambda s: len(s[1] & run), default=(None, frozenset[int]()))
        if item is None or len(letters & run) <= 0.5 * len(run):
            continue
        overlap, best = max(
            ((len(run & y) / len(run | y), j) for j, y in enumerate(ours) if j not in used and run & y),
            default=(0.0, -1),
        )
        hit = overlap >= 0.5
        if hit:
            used.add(best)
        runs.append(Run(span, item, own[best] if hit else None))
    return runs, [item for j, item in enumerate(own) if j not in used]


def count_runs(runs: Sequence[Run], extra: Sequence[Item]) -> Counter[str]:
    """What the figures of one article are made of, from `match_runs`; counts add up."""
    hits = [run for run in runs if run.found is not None]
    named = [run for run in hits if run.gold.speaker_span is not None]
    return Counter(
        gold=len(runs),
        found=len(hits) + len(extra),
        right=len(hits),
        gold_named=sum(run.gold.speaker_span is not None for run in runs),
        speakers=len(named),
        speakers_right=sum(bool(is_same_speaker(r.gold, r.found)) for r in named if r.found is not None),
    )


def split_runs(text: str, items: Sequence[Item]) -> list[Item]:
    """One item for each quotation that a statement covers by half or more, with that statement's speaker."""
    spans = sorted(
        ((start, end, item) for item in items for start, end in item.spans), key=lambda x: (x[0], x[1])
    )
    runs = []
    k = 0
    for quotation in find_quotations(text):
        if quotation.single:
            continue
        start, end = quotation.inner
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        best, most = None, 0
        for s, e, item in spans[max(0, k - 3) : k + 6]:
            common = min(e, end) - max(s, start)
            if common > most and item.kind in ("direct", "mixed"):
                best, most = item, common
        if best is not None and most * 2 >= end - start:
            runs.append(replace(best, spans=((quotation.start, quotation.end),)))
    return runs


def find_runs(text: str, *, german: bool = False) -> list[Span]:
    """Passages in double quotation marks, marks included; paragraph by paragraph, as the gold has them.

    One that is still open at the end of its paragraph ends there, and goes on in the next if that closes it.
    """
    openers = _GERMAN_OPENERS if german else _OPENERS
    runs: list[Span] = []
    at = 0
    paragraphs = text.split("\n")
    carry = ""
    for number, paragraph in enumerate(paragraphs):
        opened, closer, i = -1, "", 0
        if carry and paragraph.strip():
            opened, closer, carry = len(paragraph) - len(paragraph.lstrip()), carry, ""
            i = opened
        while i < len(paragraph):
            mark, two = paragraph[i], paragraph[i : i + 2]
            step = 1
            if opened < 0:
                if two in ("``", "''"):
                    opened, closer, step = i, "''", 2
                elif mark == '"' or mark in openers:
                    opened, closer = i, openers.get(mark, '"')
                elif (
                    mark == "”"
                    and not german
                    and i + 1 < len(paragraph)
                    and (i == 0 or paragraph[i - 1].isspace())
                ):
                    opened, closer = i, '”"'
            elif closer == "''":
                if two == "''":
                    runs.append((at + opened, at + i + 2))
                    opened, step = -1, 2
            elif mark in closer:
                runs.append((at + opened, at + i + 1))
                opened = -1
            i += step
        if opened >= 0 and len(paragraph) - opened > 1:
            runs.append((at + opened, at + len(paragraph)))
            following = next((p for p in paragraphs[number + 1 :] if p.strip()), "").lstrip()
            k = following.find('"')
            if closer == '"' and k > 0 and not following[k - 1].isspace() and following[k - 1] not in "([":
                carry = closer if not following[k + 1 : k + 2].isalnum() else ""
            elif closer == '”"' and "”" in following:
                first = following.find("“")
                carry = closer if first < 0 or following.find("”") < first else ""
        at += len(paragraph) + 1
    return runs
