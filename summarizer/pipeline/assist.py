"""The mode "assist": the built-in engine finds, a model adds what it missed, the checks decide.

A small model that is asked an open question makes a claim of every sentence, and mixes up who speaks. The
engine knows quotations and plain reported speech better than it does, and misses what is said in other ways.
So the model is shown where something is found already, and is asked about the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.check import Checked
from summarizer.drafts import Draft, DraftClaim
from summarizer.pipeline.quoting import Quote
from summarizer.pipeline.revise import as_draft
from summarizer.records import Attribution, Claim, Outcome, Verdict, list_cited


def list_found(draft: Draft) -> tuple[tuple[tuple[int, ...], str], ...]:
    """Of each of the engine's claims the numbers of its sentences and who makes it, or ""."""
    return tuple((claim.sentences, claim.speaker or "") for claim in draft.claims)


def add_answer(engine: Draft, answer: Draft, checked: Checked, quote: Quote) -> Draft:
    """The engine's draft with what a model adds to it.

    Added are claims about sentences in which the engine found none, if these show that somebody speaks;
    positions whose holder stands in the cited sentences; and who speaks, where the engine could not tell. All
    of it passes its checks. Headline and gist are the model's.

    Args:
        engine: what the engine proposes.
        answer: what the model does.
        checked: the answer's items after checking.
        quote: gives the text of sentences by their numbers.
    """
    covered = {number for claim in engine.claims for number in claim.sentences}
    fine = [claim for claim in checked.claims if claim.verdict is Verdict.SUPPORTED]
    new = [
        c
        for c in fine
        if covered.isdisjoint(list_cited(c.evidence)) and is_confirmed(c, quote(list_cited(c.evidence)))
    ]
    held = {(position.holder.casefold(), position.issue.casefold()) for position in engine.positions}
    stands = {
        (position.holder, position.issue)
        for position in checked.positions
        if position.verdict is Verdict.SUPPORTED
        and not _split_name(position.holder).isdisjoint(_split_name(quote(list_cited(position.evidence))))
    }
    return replace(
        engine,
        headline=answer.headline or engine.headline,
        gist=answer.gist or engine.gist,
        actors=(*engine.actors, *answer.actors),
        claims=tuple(
            sorted(
                (*_name_speakers(engine.claims, fine), *(as_draft(claim) for claim in new)),
                key=lambda c: c.sentences,
            )
        ),
        positions=(
            *engine.positions,
            *(
                position
                for position in answer.positions
                if (position.holder, position.issue) in stands
                and (position.holder.casefold(), position.issue.casefold()) not in held
            ),
        ),
        problems=engine.problems,
    )


# Verbs of thinking, wishing and deciding, by their stems; those of saying the checks know.
_VIEW = re.compile(
    r"(?:doubt|fear|hop|think|thought|believ|feel|felt|want|wish|plan|intend|expect|consider|know|knew|understand"
    r"|understood|decid|refus|declin|ask|seek|sought|vow|promis|pledg|agree|prefer|support|oppos|favou?r|reject"
    r"|demand|urg|suspect|worr|regret|admir|trust|propos|suggest|recommend|predict|foreshadow|weigh)"
    r"(?:e|ed|es|s|ing|d)?",
    re.IGNORECASE,
)
_NEAR = 6  # words between a name and its verb: "Lund, who chairs the board, fears"


def is_confirmed(claim: Claim, sentences: str) -> bool:
    """Whether the cited sentences show that somebody speaks, or thinks: else the model may make a speaker up.

    >>> one = Claim(text="It may close.", speaker="A. Lund", attribution="mixed", kind="fact", evidence=())
    >>> is_confirmed(one, "Lund, its chair, fears that it closes."), is_confirmed(one, "It closes in May.")
    (True, False)
    """
    if claim.attribution is Attribution.DIRECT:
        return True
    if any(c.name == "speaker" and c.outcome is Outcome.PASSED for c in claim.checks):
        return True
    names = _split_name(claim.speaker or "")
    words = re.findall(r"\w+", sentences)
    return any(
        _VIEW.fullmatch(verb)
        for at, word in enumerate(words)
        if word.casefold() in names
        for verb in words[at + 1 : at + 1 + _NEAR]
    )


def _split_name(text: str) -> set[str]:
    """The words of a name, or of a text to look for it in; small ones tell nothing."""
    return {word.casefold() for word in re.findall(r"\w{3,}", text)} - {"the", "and", "der", "die", "das"}


def _name_speakers(claims: Sequence[DraftClaim], answers: Sequence[Claim]) -> list[DraftClaim]:
    """The claims, with a speaker from the answers on the same sentence where there was none."""
    said = {
        number: answer.speaker
        for answer in answers
        if answer.speaker
        for number in list_cited(answer.evidence)
    }
    named = []
    for claim in claims:
        speaker = next((said[number] for number in claim.sentences if number in said), None)
        unknown = claim.speaker is None and claim.attribution is not Attribution.NARRATOR
        named.append(replace(claim, speaker=speaker) if unknown and speaker else claim)
    return named
