"""A reading as a draft: claims, positions, headline and gist in the article's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Reading, StanceCue, Statement
from summarizer.extractive.gist import choose_gist, choose_headline
from summarizer.extractive.targets import DENIED
from summarizer.records import Attribution, Metadata, Sentence, Span, Stance

_WORD_BREAKS = re.compile(r"\W+")
_SPARE = 2  # words that a statement may have beside the issue: "to close" for "closing", "on Monday"


def propose_draft(text: str, sentences: Sequence[Sentence], reading: Reading, metadata: Metadata) -> Draft:
    """What the built-in engine proposes: one claim a statement, one position a holder and issue."""
    names = [actor.name for actor in reading.actors]
    shown: dict[Span | None, StanceCue] = {cue.cue: cue for cue in reading.stances}
    same: dict[tuple[int | None, str], list[Statement]] = {}
    for statement in reading.statements:
        if _is_only_stance(text, statement, shown):
            continue
        key = (statement.speaker, _WORD_BREAKS.sub(" ", statement.text.lower()).strip())
        same.setdefault(key, []).append(statement)
    return Draft(
        headline=choose_headline(text, sentences, metadata),
        gist=choose_gist(text, sentences),
        actors=reading.actors,
        claims=tuple(_make_claim(statements, names) for statements in same.values()),
        positions=_merge_positions(reading, names),
    )


def _make_claim(statements: list[Statement], names: list[str]) -> DraftClaim:
    """A statement as a claim; what the article says twice is one claim with both as evidence."""
    statement = statements[0]
    return DraftClaim(
        text=statement.text,
        speaker=None if statement.speaker is None else names[statement.speaker],
        attribution=statement.attribution,
        kind=statement.kind,
        sentences=tuple(sorted({number for s in statements for number in s.sentences})),
        spans=tuple(dict.fromkeys(span for s in statements for span in s.content)),
        via=None if statement.via is None else names[statement.via],
        hedges=statement.hedges,
    )


def _is_only_stance(text: str, statement: Statement, shown: Mapping[Span | None, StanceCue]) -> bool:
    """Whether a statement says no more than a position from the same words: "The union rejected the plan"."""
    cue = shown.get(statement.cue)
    if cue is None or cue.issue.startswith(DENIED):
        return False  # what is denied is a claim as well
    if cue.holder != statement.speaker or statement.attribution is not Attribution.INDIRECT:
        return False
    said = sum(len(text[start:end].split()) for start, end in statement.content)
    return said <= len(cue.issue.split()) + _SPARE


def _merge_positions(reading: Reading, names: list[str]) -> tuple[DraftPosition, ...]:
    """One position a holder and issue; mixed where the article shows both."""
    merged: dict[tuple[int, str], list[StanceCue]] = {}
    for cue in reading.stances:
        merged.setdefault((cue.holder, _issue_key(cue.issue)), []).append(cue)
    positions = []
    for (holder, _), cues in merged.items():
        shown = {cue.stance for cue in cues}
        positions.append(
            DraftPosition(
                names[holder],
                cues[0].stance if len(shown) == 1 else Stance.MIXED,
                cues[0].issue,
                tuple(dict.fromkeys(number for cue in cues for number in cue.sentences)),
                tuple(dict.fromkeys(span for cue in cues for span in cue.content)),
            )
        )
    return tuple(positions)


def _issue_key(issue: str) -> str:
    words = [w for w in issue.lower().split() if w not in ("the", "a", "an", "his", "her", "their", "its")]
    return " ".join(words)
