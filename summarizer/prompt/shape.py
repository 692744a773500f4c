"""What a prompt file holds. Keys that are not here fail."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from summarizer.prompt.lines import Line, read_lines
from summarizer.prompt.templates import list_variables
from summarizer.records import Attribution, ClaimKind, Record, Stance


class ExampleActor(Record):
    """An actor in an example's reply."""

    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()


class ExampleClaim(Record):
    """A claim in an example's reply. Fields in the order in which the model writes them."""

    at: tuple[int, ...]
    who: str
    says: str
    how: Attribution
    kind: ClaimKind


class ExamplePosition(Record):
    """A position in an example's reply."""

    who: str
    stance: Stance
    issue: str
    at: tuple[int, ...]


class ExampleReply(Record):
    """What a model should have replied to the example's article."""

    claims: tuple[ExampleClaim, ...] = ()
    positions: tuple[ExamplePosition, ...] = ()
    headline: str
    gist: str
    actors: tuple[ExampleActor, ...] = ()


class ExampleFound(Record):
    """A statement that the built-in engine finds in an example; `who` is "" where it cannot tell."""

    at: tuple[int, ...]
    who: str


class Example(Record):
    """A worked example. The article has a sentence a line, an empty line between paragraphs.

    A line that begins with "# " is a heading, one with "- " an item of a list.
    """

    article: str
    reply: ExampleReply
    found: tuple[ExampleFound, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The article's numbered sentences."""
        return read_lines(self.article)


class Parameters(Record):
    """How the model is to write; each goes to the server as it is. None: the server's default."""

    max_tokens: int | None = Field(None, gt=0)
    temperature: float | None = Field(None, ge=0)
    top_p: float | None = Field(None, gt=0, le=1)
    seed: int | None = None
    stop: str | tuple[str, ...] | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    reasoning_effort: str | None = None
    # Whatever else a server understands.
    extra_body: dict[str, Any] | None = None


class _File(Record):
    """What every prompt file holds."""

    name: str = Field("", description="How results call this prompt; the file's name without .toml if empty.")
    description: str = ""
    system: str
    parameters: Parameters = Parameters()


class PromptFile(_File):
    """The content of a prompt file for reading articles."""

    user: str
    continue_: str = Field(alias="continue")
    repair: str
    merge: str
    examples: tuple[Example, ...] = ()
    article_tokens: int = Field(3000, gt=0, description="The longest stretch of article in one request.")
    # "read": the reply is the summary. "assist": it adds to what the built-in engine finds.
    mode: Literal["read", "assist"] = "read"

    @property
    def shows_found(self) -> bool:
        """Whether the model is shown what the built-in engine finds."""
        return not {"found", "unread"}.isdisjoint(list_variables(self.user))


class VerifyFile(_File):
    """The content of a prompt file for second opinions."""

    verify: str


class IssuesFile(_File):
    """The content of a prompt file for sorting issues."""

    group: str


class _Loaded(_File):
    """A loaded prompt file."""

    path: Path

    @cached_property
    def hash(self) -> str:
        """SHA-256, in hex, of everything in the file that a model or the packing gets to see.

        Taken over the parsed content as JSON with sorted keys, each text without the white space around
        it. So neither a comment, nor the layout of the TOML, nor name, description and place of the file
        changes it, and every change that can change an answer does.
        """
        content = self.model_dump(mode="json", by_alias=True, exclude={"name", "description", "path"})
        # Keys that came later count where they are used, so that a prompt without them keeps its hash.
        if content.get("mode") == "read":
            del content["mode"]
        for example in content.get("examples", ()):
            if not example["found"]:
                del example["found"]
        canonical = json.dumps(_strip_texts(content), sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def short_hash(self) -> str:
        """The first twelve digits of the hash, for people."""
        return self.hash[:12]


class Prompt(_Loaded, PromptFile):
    """A loaded prompt file for reading articles."""


class VerifyPrompt(_Loaded, VerifyFile):
    """A loaded prompt file for second opinions."""


class IssuesPrompt(_Loaded, IssuesFile):
    """A loaded prompt file for sorting issues."""


AnyPrompt = Prompt | VerifyPrompt | IssuesPrompt


def _strip_texts(value: object) -> object:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return {key: _strip_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_strip_texts(item) for item in value]
    return value
