"""What passes between the stages: plain frozen dataclasses, cheap to make by the thousand.

Reading   extractive -> check     what the article itself says: statements, speakers, stances
Draft     extractive, parse -> check    what an engine proposes
Pair      pipeline -> prompt      what a second opinion is asked about
Opinion   parse -> pipeline       what it says
Request   prompt -> models        one question to a language model
Reply     models -> parse         its answer
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from summarizer.records import (
    ActorKind,
    Attribution,
    ClaimKind,
    Problem,
    Span,
    Stance,
    Usage,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor as the extractive engine sees it: one entry however many spellings."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    kind: ActorKind = ActorKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation or a piece of reported speech in the article.

    Args:
        attribution: direct (all of the content stands in quotation marks), indirect, or mixed.
        content: the spans of what is said, in order, the quotation marks left out.
        sentences: numbers of the sentences that hold the content.
        speaker: index into `Reading.actors`, or None where the article does not tell.
        speaker_span: the words that name the speaker here ("he", "the minister").
        cue: the words that attribute ("told", "according to").
        addressee: index of the actor who is told, where one is.
        via: index of the actor who relays the statement of another.
        text: the content as one sentence that stands alone, where that is safe; else verbatim.
        hedges: the article's reservations, verbatim.
    """

    attribution: Attribution
    content: tuple[Span, ...]
    sentences: tuple[int, ...]
    speaker: int | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    addressee: int | None = None
    via: int | None = None
    kind: ClaimKind = ClaimKind.FACT
    text: str = ""
    hedges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceCue:
    """Words that show where an actor stands: "praised a “pragmatic” Trump's efforts to end …"."""

    holder: int  # index into Reading.actors
    stance: Stance
    issue: str
    cue: Span
    content: tuple[Span, ...]  # the passage that shows it
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the article says by its own typography and wording, without a model."""

    actors: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[StanceCue, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim before checking. `spans` narrows the evidence within the cited sentences; empty: all of it.

    `attribution`: None where nothing but the text tells whether somebody says so or the article does.
    """

    text: str
    speaker: str | None
    attribution: Attribution | None
    kind: ClaimKind
    sentences: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    via: str | None = None
    hedges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPosition:
    """A position before checking."""

    holder: str
    stance: Stance
    issue: str
    sentences: tuple[int, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine proposes. Empty headline or gist: not proposed."""

    headline: str = ""
    gist: str = ""
    actors: tuple[Mention, ...] = ()
    claims: tuple[DraftClaim, ...] = ()
    positions: tuple[DraftPosition, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement and the passage that is to carry it, for a second opinion."""

    evidence: str
    statement: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model says of a pair: carried, not, or None for unsure; and what differs, in its words."""

    carried: bool | None
    differs: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat: role is "system", "user" or "assistant"."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model: an identity, the messages, the JSON Schema of the answer, limits, parameters.

    `id` is unique within an article's conversation ("read-1", "merge", "repair-1"). `tokens` is our own
    count of the messages. `numbers` are the first and last sentence shown, so a citation of another one is
    made up. `parameters` go to the server as they are (temperature, seed…). `to` says which model is asked.
    `on_text`, no part of what is asked, is called with the reply so far, where it comes in pieces.
    """

    id: str
    messages: tuple[Message, ...]
    schema: dict[str, object]
    max_tokens: int
    tokens: int
    numbers: tuple[int, int] = (1, 0)
    parameters: dict[str, object] = field(default_factory=dict)
    to: Literal["reader", "verifier"] = "reader"
    on_text: Callable[[str], None] | None = field(default=None, compare=False, repr=False)


def hash_request(request: Request, model: str) -> str:
    """What a request is known by wherever its reply is kept: a SHA-256 of all that the model is asked.

    The request's name within its conversation and our count of its tokens do not count.

    >>> from dataclasses import replace
    >>> one = Request("read-1", (Message("user", "Who says what?"),), {}, 100, 5)
    >>> hash_request(one, "some-model") == hash_request(replace(one, id="read-2", tokens=6), "some-model")
    True
    >>> hash_request(one, "some-model") == hash_request(one, "another")
    False
    """
    asked = {
        "model": model,
        "messages": [(message.role, message.content) for message in request.messages],
        "schema": request.schema,
        "max_tokens": request.max_tokens,
        "parameters": request.parameters,
    }
    return sha256(json.dumps(asked, sort_keys=True, default=repr).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """A model's answer, paid for whatever it says.

    `cut` means that it ended at the length limit, so the JSON is not closed; `refusal` holds the model's
    words where it declined. An empty `text` is for the parser to object to.
    """

    id: str  # of the request
    text: str
    cut: bool = False
    refusal: str | None = None
    usage: Usage = field(default_factory=Usage)
