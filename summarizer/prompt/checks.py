"""Everything that is wrong with a prompt file, at once, with lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.errors import PromptError
from summarizer.prompt import shape
from summarizer.prompt.locate import find_text_line, locate_values, nearest_line
from summarizer.prompt.templates import VARIABLES, find_template_problems, nearest
from summarizer.records import Attribution

_Loc = tuple[str | int, ...]

# Where each record stands in the file, list indices left out: for the names of the keys it knows.
_SHAPES: dict[tuple[str, ...], type[BaseModel]] = {
    ("parameters",): shape.Parameters,
    ("examples",): shape.Example,
    ("examples", "found"): shape.ExampleFound,
    ("examples", "reply"): shape.ExampleReply,
    ("examples", "reply", "actors"): shape.ExampleActor,
    ("examples", "reply", "claims"): shape.ExampleClaim,
    ("examples", "reply", "positions"): shape.ExamplePosition,
}

_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
_QUOTED = re.compile('[“„«]([^“”„«»]+)[”“»]|"([^"]+)"')
_SAME_MARKS = str.maketrans({"’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class PromptProblem:
    """Something wrong with a prompt file; `line` counts from 1, None where it concerns the whole file."""

    message: str
    line: int | None = None

    def __str__(self) -> str:
        """Message, with the line in front where there is one."""
        return f"line {self.line}: {self.message}" if self.line else self.message


def check_prompt(path: str | Path) -> list[PromptProblem]:
    """Everything that is wrong with a prompt file, in the order of its lines; empty if it can be used.

    Args:
        path: of the file.

    Raises:
        PromptError: the file cannot be read at all.
    """
    return read_prompt(Path(path))[1]


def read_prompt(path: Path) -> tuple[shape.AnyPrompt | None, list[PromptProblem]]:
    """A prompt file's content, None if unusable, and everything that is wrong with it.

    Raises:
        PromptError: the file cannot be read at all.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PromptError(f"cannot read the prompt file {path}: {reason}") from error
    try:
        document = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [PromptProblem("is not UTF-8; save it as UTF-8", line)]
    try:
        content = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r" \(at line (\d+), column \d+\)", str(error))
        message = str(error).removesuffix(where[0]) if where else str(error)
        return None, [PromptProblem(f"is not valid TOML: {message}", int(where[1]) if where else None)]
    except RecursionError:
        return None, [PromptProblem("is not valid TOML: nested too deeply")]
    found = list(_examine(content))
    if found:
        lines = locate_values(document)
        problems = [PromptProblem(told, _find_line(document, lines, loc, row)) for loc, row, told in found]
        return None, sorted(problems, key=lambda p: p.line or 0)
    name = content.get("name") or path.stem
    _, loaded = _choose_shape(content)
    return loaded.model_validate({**content, "name": name, "path": path}), []


def _choose_shape(
    content: dict[str, Any],
) -> tuple[
    type[shape.PromptFile | shape.VerifyFile | shape.IssuesFile],
    type[shape.Prompt] | type[shape.VerifyPrompt] | type[shape.IssuesPrompt],
]:
    """What a prompt file is for: one for second opinions has `verify` where others have `user`, and so on."""
    if "user" not in content and "verify" in content:
        return shape.VerifyFile, shape.VerifyPrompt
    if "user" not in content and "group" in content:
        return shape.IssuesFile, shape.IssuesPrompt
    return shape.PromptFile, shape.Prompt


def _find_line(document: str, lines: dict[_Loc, int], loc: _Loc, below: int | None) -> int | None:
    line = nearest_line(lines, loc)
    if line is None or below is None:
        return line
    return find_text_line(document, line) + below


def _examine(content: dict[str, Any]) -> Iterator[tuple[_Loc, int | None, str]]:
    """Each problem: the place in the document, in a text how many lines below its first, the message."""
    file, _ = _choose_shape(content)
    try:
        file.model_validate(content)
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            yield error["loc"], None, _explain(file, error["type"], error["loc"], error["msg"])
    for key in VARIABLES:
        template = content.get(key)
        if isinstance(template, str):
            for line, message in find_template_problems(key, template):
                yield (key,), line - 1, message
    examples = content.get("examples")
    for index, raw in enumerate(examples if isinstance(examples, list) else ()):
        try:
            example = shape.Example.model_validate(raw)
        except ValidationError:
            continue  # already told above
        for loc, message in check_example(example):
            yield ("examples", index, *loc), None, message


def _explain(file: type[BaseModel], kind: str, loc: _Loc, message: str) -> str:
    names = tuple(part for part in loc if isinstance(part, str))
    if not names:
        return message
    if kind == "extra_forbidden":
        model = _SHAPES.get(names[:-1]) if names[:-1] else file
        near = nearest(names[-1], _keys(model)) if model else None
        where = f" in {'.'.join(names[:-1])}" if names[:-1] else ""
        return f"unknown key {names[-1]!r}{where}" + (f"; did you mean {near!r}?" if near else "")
    if kind == "missing":
        where = f" in {_dotted(loc[:-1])}" if loc[:-1] else ""
        return f"the key {names[-1]!r} is missing{where}"
    return f"{_dotted(loc)}: {message[:1].lower()}{message[1:]}"


def _keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _dotted(loc: _Loc) -> str:
    """A place as people write it.

    >>> _dotted(("examples", 0, "reply", "claims", 2))
    'examples[1].reply.claims[3]'
    """
    return "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in loc).lstrip(".")


def check_example(example: shape.Example) -> Iterator[tuple[_Loc, str]]:
    """Where a worked example's reply is not borne out by its own article: a model would learn to invent."""
    lines = {line.number: _level(line.text) for line in example.lines}
    text = "\n".join(lines.values())
    reply = example.reply
    if not lines:
        yield ("article",), "the example's article is empty"
    for index, actor in enumerate(reply.actors):
        for name in (actor.name, *actor.aliases):
            if not name or _level(name).casefold() not in text.casefold():
                yield (
                    ("reply", "actors", index),
                    f"the actor {name!r} does not occur in the example's article",
                )
    names = {actor.name for actor in reply.actors}
    for index, claim in enumerate(reply.claims):
        place = ("reply", "claims", index)
        if claim.who and claim.who not in names:
            yield place, f"the speaker {claim.who!r} is not one of the example's actors"
        if claim.who and claim.how is Attribution.NARRATOR:
            yield place, "a claim of the narrator has no speaker: leave 'who' empty"
        if not claim.says.strip():
            yield place, "'says' is empty"
        yield from ((place, message) for message in _check_numbers(claim.at, lines))
        cited = "\n".join(lines.get(number, "") for number in claim.at)
        yield from ((place, message) for message in _check_words(claim.says, cited))
    for index, entry in enumerate(example.found):
        yield from ((("found", index), message) for message in _check_numbers(entry.at, lines))
    for index, position in enumerate(reply.positions):
        place = ("reply", "positions", index)
        if position.who not in names:
            yield place, f"the holder {position.who!r} is not one of the example's actors"
        if not position.issue.strip():
            yield place, "'issue' is empty"
        yield from ((place, message) for message in _check_numbers(position.at, lines))


def _level(text: str) -> str:
    """A text with one kind of quotation mark and space, so that typography tells no two texts apart."""
    return " ".join(text.translate(_SAME_MARKS).split())


def _check_numbers(at: Iterable[int], lines: dict[int, str]) -> Iterator[str]:
    numbers = list(at)
    if not numbers:
        yield "no sentence is cited: 'at' is empty"
    for number in numbers:
        if number not in lines:
            yield f"sentence {number} is cited, but the example's article has {len(lines)}"


def _check_words(says: str, cited: str) -> Iterator[str]:
    standing = set(_NUMBER.findall(cited))
    for number in _NUMBER.findall(says):
        if number not in standing:
            yield f"the number {number} does not stand in the cited sentences"
    for match in _QUOTED.finditer(says):
        words = match[1] or match[2]
        if _level(words) not in cited:
            yield f"the quoted words “{words}” do not stand in the cited sentences"
