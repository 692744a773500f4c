"""Wordings of issues -> the requests that ask which mean the same, many in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.drafts import Message, Request
from summarizer.prompt.frame import count_messages, make_request, share_room
from summarizer.prompt.lines import disarm
from summarizer.prompt.schema import ISSUES_SCHEMA
from summarizer.prompt.shape import IssuesPrompt
from summarizer.prompt.templates import render_template
from summarizer.tokens import count_tokens

# What an issue takes of a reply: its number, and its share of a name.
_ANSWER_TOKENS = 20
_AROUND_ISSUE = 12  # what the template puts around one
# With more at once small models begin to leave numbers out.
_MOST_ISSUES = 100
_LONGEST = 160  # characters of a wording or headline


@dataclass(frozen=True, slots=True)
class NamedIssue:
    """An issue as an article words it, and that article's headline."""

    wording: str
    headline: str = ""


def build_sorting(
    prompt: IssuesPrompt,
    issues: Sequence[NamedIssue],
    *,
    context_tokens: int = 32_000,
    max_output_tokens: int | None = None,
    name: str = "sort",
) -> tuple[tuple[Request, range], ...]:
    """The requests, each with the places of its issues, which it numbers from 1. None for no issues.

    Args:
        prompt: what the model is told.
        issues: those that may mean the same close together: only what is in one request is compared.
        context_tokens: what the model can hold, question and reply together.
        max_output_tokens: the longest reply; None, and at most, that of the prompt file.
        name: what the requests' ids begin with.

    Raises:
        ConfigurationError: the prompt itself leaves no room in the model's context.
        PromptError: the template cannot be filled in.
    """
    if not issues:
        return ()
    system = Message("system", render_template("system", prompt.system, {}))
    empty = Message("user", render_template("group", prompt.group, {"issues": []}))
    output, room = share_room(prompt, count_messages((system, empty)), context_tokens, max_output_tokens)
    most = max(1, min(_MOST_ISSUES, output // _ANSWER_TOKENS))
    shown = [
        {"wording": disarm(i.wording[:_LONGEST]), "headline": disarm(i.headline[:_LONGEST])} for i in issues
    ]
    batches: list[range] = []
    start, spent = 0, 0
    for at, each in enumerate(shown):
        size = sum(count_tokens(text) for text in each.values()) + _AROUND_ISSUE
        if at > start and (at - start == most or spent + size > room):
            batches.append(range(start, at))
            start, spent = at, 0
        spent += size
    batches.append(range(start, len(shown)))
    return tuple(
        (_build_one(prompt, system, f"{name}-{index}", [shown[at] for at in batch], output), batch)
        for index, batch in enumerate(batches, 1)
    )


def _build_one(
    prompt: IssuesPrompt, system: Message, name: str, issues: Sequence[dict[str, str]], output: int
) -> Request:
    numbered = [{"number": number, **issue} for number, issue in enumerate(issues, 1)]
    user = Message("user", render_template("group", prompt.group, {"issues": numbered}))
    return make_request(prompt, name, (system, user), output, schema=ISSUES_SCHEMA)
