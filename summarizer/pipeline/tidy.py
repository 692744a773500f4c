"""A model's claims and actors as they were asked for: without "X said that", and without an office in a name.

Models are told to leave the frame out, and small ones keep it: “The dam is safe,” said Ada Lund. The engine
that reads articles reads it off again.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.drafts import Draft, DraftClaim, Mention, Statement
from summarizer.extractive import read_statements
from summarizer.records import Article, Attribution, Problem
from summarizer.split import split_sentences

_MOST_OUTSIDE = 12  # words outside a claim's statement, from which it is more than a frame


def tidy_draft(draft: Draft, language: str | None) -> Draft:
    """The same without frames and without offices in names; what is nothing but a frame is reported.

    Args:
        draft: as a model wrote it.
        language: of the claims, two letters; None: found out for each.
    """
    claims, problems = [], list(draft.problems)
    for claim in draft.claims:
        told = tidy_claim(claim, language)
        if any(c.isalnum() for c in told.text) and len(told.text.split()) > 1:
            claims.append(told)
        else:
            problems.append(Problem(stage="reply", message="left out: it claims nothing", item=claim.text))
    actors = tuple(map(tidy_actor, draft.actors))
    return replace(draft, claims=tuple(claims), actors=actors, problems=tuple(problems))


def tidy_actor(actor: Mention) -> Mention:
    """An actor whose name does not repeat the role; the longer form is kept as an alias.

    >>> tidy_actor(Mention("Mayor Ada Lund", role="mayor"))
    Mention(name='Ada Lund', aliases=('Mayor Ada Lund',), role='mayor', kind=<ActorKind.UNKNOWN: 'unknown'>)
    """
    role, name = (actor.role or "").strip().casefold(), actor.name.strip()
    rest = name[len(role) :].strip()
    if role and name.casefold() in (role, f"the {role}"):
        return replace(actor, role=None)  # "the fishermen's union", a fishermen's union
    if not role or not name.casefold().startswith(f"{role} ") or not rest[:1].isupper():
        return actor
    return replace(actor, name=rest, aliases=tuple(dict.fromkeys((name, *actor.aliases))))


def tidy_claim(claim: DraftClaim, language: str | None = "en") -> DraftClaim:
    """A claim without the frame that names its own speaker; any other claim as it is.

    >>> from summarizer.records import ClaimKind
    >>> said = DraftClaim("Lund said the dam is safe.", "Lund", Attribution.INDIRECT, ClaimKind.FACT, (3,))
    >>> tidy_claim(said).text
    'The dam is safe.'
    """
    if claim.attribution is Attribution.NARRATOR or claim.speaker is None:
        return claim
    text = _open_quotation(claim.text)
    reading = read_statements(text, split_sentences(Article(raw=text)), language=language)
    if len(reading.statements) != 1:
        return claim
    (statement,) = reading.statements
    if statement.cue is None or statement.speaker is None or not _is_frame(text, statement):
        return claim
    actor = reading.actors[statement.speaker]
    if not any(is_named(claim.speaker, name) for name in (actor.name, *actor.aliases)):
        return claim  # it tells what somebody else said
    first = statement.text.split(maxsplit=1)[0].strip("“\"‘'").split("’")[0].split("'")[0].casefold()
    if first in _PRONOUNS | {"i", "we", "ich", "wir"}:
        return claim  # the frame tells who that is
    return replace(claim, text=statement.text, hedges=claim.hedges or statement.hedges)


def _open_quotation(text: str) -> str:
    """A claim whose first quotation mark closes, with the one that the model left out.

    >>> _open_quotation("The dam is safe,” Lund said.")
    '“The dam is safe,” Lund said.'
    """
    first = re.search(r"[“”\"]", text)
    if first is None or first[0] == "“":
        return text
    if first[0] == "”":
        return f"“{text}"
    return f'"{text}' if text[: first.start()].endswith(_BEFORE_CLOSING) else text


_BEFORE_CLOSING = (",", ".", "!", "?", "…")


def is_named(speaker: str, name: str) -> bool:
    """Whether a name in a claim can be its speaker's: they share a word, or it is a pronoun.

    >>> is_named("Ada Lund", "Lund"), is_named("Ada Lund", "she"), is_named("Ada Lund", "the mayor")
    (True, True, False)
    """
    words = {word.strip(".,’'").casefold() for word in name.split()}
    ours = {word.strip(".,’'").casefold() for word in speaker.split()}
    return bool(words & _PRONOUNS) or bool((words & ours) - {"the", "a", "an", "of", "der", "die", "das"})


_PRONOUNS = frozenset({"he", "she", "they", "it", "er", "sie"})


def _is_frame(text: str, statement: Statement) -> bool:
    """Whether what stands outside a claim's statement is short, and the statement most of the claim."""
    inside = sum(len(text[start:end].split()) for start, end in statement.content)
    outside = len(text.split()) - inside
    return 0 < outside <= max(_MOST_OUTSIDE, inside)
