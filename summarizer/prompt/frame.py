"""What all requests have in common: the static beginning, what the article is, the shares of the context."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.drafts import Message, Request
from summarizer.errors import ConfigurationError
from summarizer.prompt.lines import Line, disarm, show_lines
from summarizer.prompt.schema import REPLY_SCHEMA
from summarizer.prompt.shape import AnyPrompt, Prompt
from summarizer.prompt.templates import render_template
from summarizer.records import Article, SentenceKind
from summarizer.tokens import count_tokens

# What a chat format puts around each message (OpenAI's cookbook counts 3, and 3 for the reply's start).
AROUND_MESSAGE = 4
# So a reply may take two thirds of what a small context has left, and the article the rest.
_MAX_OUTPUT_SHARE = 2 / 3
# What a model's own tokenizer may count above ours; a context nearly full by our count would overflow.
_COUNT_MARGIN = 0.9
# Less free context than this holds no useful piece of an article and its reply, in tokens.
MIN_ROOM = 256
_LONGEST_TITLE = 300  # characters
# Made once for all articles: by a prompt's hash and the summary's language.
_STATIC: dict[tuple[str, str | None], tuple[Message, ...]] = {}
_MOST_STATIC = 16


def dump_json(value: object) -> str:
    """Compact JSON, as the worked examples teach the model to write it: spaces cost tokens.

    >>> dump_json({"at": [1, 2], "says": "Fähre"})
    '{"at":[1,2],"says":"Fähre"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def make_static(prompt: Prompt, language: str | None) -> tuple[Message, ...]:
    """What is the same for every article: the system message and the worked examples."""
    key = prompt.hash, language
    if key not in _STATIC:
        if len(_STATIC) >= _MOST_STATIC:
            _STATIC.clear()
        _STATIC[key] = tuple(_render_static(prompt, language))
    return _STATIC[key]


def _render_static(prompt: Prompt, language: str | None) -> list[Message]:
    messages = [Message("system", render_template("system", prompt.system, {"language": language or ""}))]
    for example in prompt.examples:
        lines = example.lines
        values: dict[str, object] = {
            **dict.fromkeys(("title", "date", "author", "site", "language", "before"), ""),
            "article": show_lines(lines),
            **describe_found(lines, [(entry.at, entry.who) for entry in example.found]),
            "part": 1,
            "parts": 1,
            "first": lines[0].number,
            "last": lines[-1].number,
        }
        messages.append(Message("user", render_template("user", prompt.user, values)))
        messages.append(Message("assistant", dump_json(example.reply.model_dump(mode="json"))))
    return messages


def describe(article: Article, language: str | None, lines: Sequence[Line]) -> dict[str, object]:
    """The variables that say what article it is; empty texts where nothing tells."""
    known = article.metadata
    title = disarm((known.title or "")[:_LONGEST_TITLE])
    if lines and lines[0].text == title:
        title = ""  # it is the first sentence already
    return {
        "title": title,
        "date": disarm(known.date or ""),
        "author": disarm(known.author or ""),
        "site": disarm(known.site or ""),
        "language": language or "",
    }


Found = tuple[tuple[int, ...], str]  # a statement: the numbers of its sentences, who makes it ("": unknown)


def describe_found(lines: Sequence[Line], found: Iterable[Found]) -> dict[str, object]:
    """The variables that say in which of these sentences statements are known, and in which none is."""
    shown = {line.number for line in lines}
    known = [(at, who) for at, who in found if not shown.isdisjoint(at)]
    covered = {number for at, _ in known for number in at}
    plain = [line for line in lines if line.kind is not SentenceKind.HEADING]
    return {
        "found": [{"numbers": ", ".join(map(str, at)), "who": disarm(who)} for at, who in known],
        "unread": [line.number for line in plain if line.number not in covered],
    }


def share_room(prompt: AnyPrompt, fixed: int, context: int, max_output: int | None) -> tuple[int, int]:
    """How many tokens the reply may have, and how many are left for the article.

    Raises:
        ConfigurationError: there is no room.
    """
    free = int(context * _COUNT_MARGIN) - fixed
    if free < MIN_ROOM:
        needed = math.ceil((fixed + MIN_ROOM) / _COUNT_MARGIN)
        raise ConfigurationError(
            f"the model's context is given as {context} tokens, but the prompt {prompt.name!r} takes {fixed}"
            f" and needs {needed} in all: use a model with a larger context, say so with context_tokens if it"
            " has one, or use a shorter prompt"
        )
    wanted = [limit for limit in (max_output, prompt.parameters.max_tokens) if limit]
    output = min(*wanted, int(free * _MAX_OUTPUT_SHARE), free)
    return output, free - output


def make_request(
    prompt: AnyPrompt,
    name: str,
    messages: tuple[Message, ...],
    output: int,
    *,
    numbers: tuple[int, int] = (1, 0),
    schema: dict[str, object] = REPLY_SCHEMA,
) -> Request:
    """A request with the prompt's parameters and the count of its tokens."""
    return Request(
        id=name,
        messages=messages,
        schema=schema,
        max_tokens=output,
        tokens=count_messages(messages),
        numbers=numbers,
        parameters=prompt.parameters.model_dump(mode="json", exclude_none=True, exclude={"max_tokens"}),
    )


def count_messages(messages: Iterable[Message]) -> int:
    """The tokens of messages, what chat formats put around each included."""
    return sum(_count_content(message.content) + AROUND_MESSAGE for message in messages)


# Most of a request is the same in the next one.
_count_content = lru_cache(maxsize=64)(count_tokens)
