"""What the second round may change: items that failed, and statements that nobody cited. Nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, overload

from rapidfuzz import fuzz

from summarizer.check import Checked
from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention
from summarizer.records import Actor, Claim, Line, Outcome, Position, Verdict, list_cited

_Item = TypeVar("_Item", Claim, Position)

# Below this likeness (rapidfuzz token_set_ratio, 0 to 100) two items are about different things.
_SAME_MATTER = 50


def failed_items(checked: Checked) -> tuple[Claim | Position | Line, ...]:
    """Everything that is disputed or unsupported."""
    items: tuple[Claim | Position | Line, ...]
    items = (checked.headline, checked.gist, *checked.claims, *checked.positions)
    return tuple(i for i in items if i.verdict is not Verdict.SUPPORTED)


def explain(item: Claim | Position | Line) -> str:
    """Why an item failed, in the words of its checks."""
    said = [c.message for c in item.checks if c.outcome is Outcome.DIFFERS and c.message]
    return "; ".join(said) or "the cited sentences do not carry it"


@overload
def as_draft(item: Claim) -> DraftClaim: ...
@overload
def as_draft(item: Position) -> DraftPosition: ...
@overload
def as_draft(item: Line) -> str: ...


def as_draft(item: Claim | Position | Line) -> DraftClaim | DraftPosition | str:
    """The draft that a checked item came from; a headline or gist is its text."""
    if isinstance(item, Line):
        return item.text
    numbers = list_cited(item.evidence)
    spans = tuple((e.start, e.end) for e in item.evidence)
    if isinstance(item, Position):
        return DraftPosition(item.holder, item.stance, item.issue, numbers, spans)
    return DraftClaim(
        text=item.text,
        speaker=item.speaker,
        attribution=item.attribution,
        kind=item.kind,
        sentences=numbers,
        spans=spans,
        via=item.via,
        hedges=item.hedges,
    )


def improve(before: Checked, answer: Checked) -> Draft:
    """The first result with what the second round mended or added.

    A failed item is replaced by the supported item of the answer that is about the same matter; where there
    is none it stays, marked. A supported item of the answer that cites what nobody cited is added. Items
    that were fine are not touched, and nothing that fails its checks comes in.
    """
    uncited = set(list_cited(before.uncited))
    claims = _replace_failed(before.claims, answer.claims, uncited)
    positions = _replace_failed(before.positions, answer.positions, uncited)
    return Draft(
        headline=_better(before.headline, answer.headline),
        gist=_better(before.gist, answer.gist),
        actors=tuple(_as_mention(a) for a in (*before.actors, *answer.actors)),
        claims=tuple(as_draft(claim) for claim in claims),
        positions=tuple(as_draft(position) for position in positions),
    )


def _better(before: Line, answer: Line) -> str:
    mended = before.verdict is not Verdict.SUPPORTED and answer.verdict is Verdict.SUPPORTED and answer.text
    return answer.text if mended else before.text


def _replace_failed(items: Sequence[_Item], answers: Sequence[_Item], uncited: set[int]) -> list[_Item]:
    """`items` with the failed ones replaced where the answers mend them, and the uncited ones added."""
    good = [a for a in answers if a.verdict is Verdict.SUPPORTED]
    result: list[_Item] = []
    for item in items:
        if item.verdict is Verdict.SUPPORTED:
            result.append(item)
            continue
        best = max(good, key=lambda answer: _likeness(item, answer), default=None)
        if best is not None and _likeness(item, best) >= _SAME_MATTER:
            good.remove(best)
            result.append(best)
        else:
            result.append(item)
    present = {_words(i) for i in result}
    result += [a for a in good if not uncited.isdisjoint(list_cited(a.evidence)) and _words(a) not in present]
    return sorted(result, key=lambda i: i.evidence[0].start if i.evidence else 0)


def _likeness(item: Claim | Position, answer: Claim | Position) -> float:
    return fuzz.token_set_ratio(_words(item), _words(answer))


def _words(item: Claim | Position) -> str:
    if isinstance(item, Position):
        return f"{item.holder} {item.issue}".casefold()
    return item.text.casefold()


def _as_mention(actor: Actor) -> Mention:
    return Mention(actor.name, actor.aliases, actor.role, actor.kind)
