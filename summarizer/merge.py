"""Drafts of the parts of a long article -> one draft: same actor once, same claim once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention
from summarizer.records import ActorKind, Stance

_WORD = re.compile(r"\w+")
_T = TypeVar("_T")


def _words(text: str) -> str:
    """The words of a text, so that case, spaces and marks do not tell two items apart.

    >>> _words("The deal, he said.") == _words("the deal he said")
    True
    """
    return " ".join(_WORD.findall(text)).casefold()


def _union(first: Iterable[_T], second: Iterable[_T]) -> tuple[_T, ...]:
    """Both, each element once, in order of first appearance."""
    return tuple(dict.fromkeys((*first, *second)))


def merge_drafts(drafts: Sequence[Draft]) -> Draft:
    """One draft out of several of the same article.

    Actors of one name become one, with all aliases; claims of one speaker in the same words one, with all
    sentences; positions of one holder on one issue one, `mixed` where the parts contradict each other.
    The first headline and gist that are not empty stay.
    """
    actors: dict[str, Mention] = {}
    claims: dict[tuple[str, str], DraftClaim] = {}
    positions: dict[tuple[str, str], DraftPosition] = {}
    for draft in drafts:
        for actor in draft.actors:
            name = _words(actor.name)
            actors[name] = _join_actors(actors[name], actor) if name in actors else actor
        for claim in draft.claims:
            key = (_words(claim.speaker or ""), _words(claim.text))
            claims[key] = _join_claims(claims[key], claim) if key in claims else claim
        for position in draft.positions:
            key = (_words(position.holder), _words(position.issue))
            positions[key] = _join_positions(positions[key], position) if key in positions else position
    return Draft(
        headline=next((d.headline for d in drafts if d.headline), ""),
        gist=next((d.gist for d in drafts if d.gist), ""),
        actors=tuple(actors.values()),
        claims=tuple(claims.values()),
        positions=tuple(positions.values()),
        problems=tuple(p for d in drafts for p in d.problems),
    )


def _join_actors(first: Mention, second: Mention) -> Mention:
    aliases = _union(first.aliases, (second.name, *second.aliases))
    return Mention(
        name=first.name,
        aliases=tuple(a for a in aliases if a != first.name),
        role=first.role or second.role,
        kind=second.kind if first.kind is ActorKind.UNKNOWN else first.kind,
    )


def _join_claims(first: DraftClaim, second: DraftClaim) -> DraftClaim:
    return replace(
        first,
        sentences=_union(first.sentences, second.sentences),
        spans=_union(first.spans, second.spans) if first.spans and second.spans else (),
        hedges=_union(first.hedges, second.hedges),
    )


def _join_positions(first: DraftPosition, second: DraftPosition) -> DraftPosition:
    stances = {first.stance, second.stance} - {Stance.NEUTRAL}
    return replace(
        first,
        stance=stances.pop() if len(stances) == 1 else Stance.MIXED if stances else Stance.NEUTRAL,
        sentences=_union(first.sentences, second.sentences),
        spans=_union(first.spans, second.spans) if first.spans and second.spans else (),
    )
