"""Runs made by hand: articles that say only who supports and opposes what, for tests of what compares them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from summaries import make_sentences, make_summary

from summarizer.records import (
    Actor,
    ActorKind,
    Attribution,
    Claim,
    ClaimKind,
    Evidence,
    Line,
    Metadata,
    Position,
    Source,
    Stance,
)
from summarizer.rows import Failure, Row

STANCES = {"+": Stance.SUPPORTS, "-": Stance.OPPOSES, "~": Stance.MIXED, "o": Stance.NEUTRAL}


def make_run_row(
    id_: str,
    *positions: str,
    date: str | None = None,
    url: str | None = None,
    title: str | None = None,
    actors: tuple[Actor, ...] = (),
    claims: tuple[str, ...] = (),
) -> Row:
    """An article of positions like "Ann Lee + the bridge" (or -, ~, o) and claims like "Ann Lee: It is safe".

    Whoever is not among the actors is one without a role; evidence is the sentence itself.
    """
    sentences, held, made = [], [], []
    at = 0
    for number, line in enumerate((*positions, *claims), 1):
        sentence = f"Here it says: {line}."
        evidence = Evidence(
            sentences=(number,),
            quote=sentence,
            start=at,
            end=at + len(sentence),
            raw_start=at,
            raw_end=at + len(sentence),
        )
        at += len(sentence) + 1
        sentences.append(sentence)
        if number <= len(positions):
            holder, sign, issue = _split(line)
            held.append(Position(holder=holder, stance=STANCES[sign], issue=issue, evidence=(evidence,)))
        else:
            speaker, _, text = line.partition(": ")
            made.append(
                Claim(
                    text=text,
                    speaker=speaker,
                    attribution=Attribution.INDIRECT,
                    kind=ClaimKind.FACT,
                    evidence=(evidence,),
                )
            )
    text = " ".join(sentences) or "Nothing."
    names = dict.fromkeys([*(p.holder for p in held), *(c.speaker or "" for c in made)])
    listed = {actor.name for actor in actors}
    summary = make_summary(
        text,
        headline=Line(text=title or f"Article {id_}"),
        actors=(*actors, *(person(name) for name in names if name not in listed)),
        positions=tuple(held),
        claims=tuple(made),
        problems=(),
        sentences=make_sentences(text),
        source=Source(
            metadata=Metadata(title=title, date=date, url=url, language="en"),
            raw_sha256=sha256(f"{id_}{text}".encode()).hexdigest(),
            raw_length=len(text),
        ),
    )
    return Row(id=id_, origin=f"{id_}.txt", summary=summary)


def _split(line: str) -> tuple[str, str, str]:
    for sign in STANCES:
        holder, found, issue = line.partition(f" {sign} ")
        if found:
            return holder, sign, issue
    raise ValueError(line)


def person(name: str, role: str | None = None, *aliases: str) -> Actor:
    """A person, or what the name says."""
    body = name[:4] == "the " or name.isupper()
    return Actor(
        name=name,
        role=role,
        aliases=aliases,
        kind=ActorKind.ORGANISATION if body else ActorKind.PERSON,
    )


def fail_row(id_: str) -> Row:
    """An article without a summary."""
    return Row(id=id_, error=Failure(type="FetchError", message="nobody answers"))


def write_rows(path: Path, *rows: Row) -> Path:
    """A file of rows."""
    path.write_text("".join(row.model_dump_json() + "\n" for row in rows), encoding="utf-8")
    return path
