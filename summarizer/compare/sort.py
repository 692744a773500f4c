"""Units -> issues as a model sorts them: a conversation, and asking a model to hold it.

Units that are alike by wording stand close together, and each request has as many as a model can keep apart.
What it put together is final. Where there was more than one request, the groups that share words with one of
another request are sorted once more. What the model leaves out is grouped by wording.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summarizer.api import open_model
from summarizer.compare.build import Grouping
from summarizer.compare.issues import Wordings, find_typical, group_wordings, read_wording
from summarizer.drafts import Reply, Request
from summarizer.errors import ConfigurationError, ReplyError, SummarizerError
from summarizer.parse import Sorted, parse_groups
from summarizer.pipeline import Options, Progress, hold
from summarizer.pipeline.conversation import FATAL
from summarizer.prompt import IssuesPrompt, NamedIssue, build_sorting
from summarizer.records import Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

    from summarizer.models import ChatModel

_Replies = tuple[Reply | SummarizerError, ...]
SortConversation = Generator[tuple[Request, ...], _Replies, "SortedIssues"]
_MAX_TRIES = 2  # of a request whose reply cannot be read


@dataclass(slots=True)
class SortedIssues:
    """The issues, what sorting them took, and what was lost on the way."""

    grouping: Grouping
    usage: Usage
    notes: list[str] = field(default_factory=list)


def converse_issues(
    units: Sequence[Wordings], headlines: Sequence[str], prompt: IssuesPrompt, options: Options
) -> SortConversation:
    """Sort units with a model. Each unit is in exactly one issue in the end, whatever the model says.

    Args:
        units: what to sort.
        headlines: for each unit, of an article that has it; "" where unknown.
        prompt: what the model is told.
        options: context_tokens, max_output_tokens and parameters count here.

    Raises:
        ConfigurationError: the prompt leaves no room in the model's context.
        SummarizerError: none of the requests was answered.
    """
    talk = _Talk(prompt, options)
    stars = group_wordings(units)
    order = [unit for star in stars for unit in star]
    issues = [NamedIssue(units[unit].typical, headlines[unit]) for unit in order]
    found, missing, count = yield from talk.sort(issues, "sort")
    groups = [([order[at] for at in places], name) for places, name in found]
    if count > 1 and groups:
        groups = yield from _sort_again(talk, groups, units)
    left = [order[at] for at in missing]
    by_wording = group_wordings([units[unit] for unit in left])
    if left:
        talk.notes.append(f"{len(left)} of {len(units)} wordings were grouped without the model")
    names = {at: name or find_typical(units, group) for at, (group, name) in enumerate(groups)}
    grouping = Grouping([*(g for g, _ in groups), *([left[at] for at in star] for star in by_wording)], names)
    return SortedIssues(grouping, talk.usage, talk.notes)


def _sort_again(
    talk: _Talk, groups: list[tuple[list[int], str]], units: Sequence[Wordings]
) -> Generator[tuple[Request, ...], _Replies, list[tuple[list[int], str]]]:
    """Groups of several requests put together, where they have words in common."""
    named = [name or find_typical(units, group) for group, name in groups]
    contents = [
        read_wording(name).roots.union(*(units[unit].content.roots for unit in group))
        for name, (group, _) in zip(named, groups, strict=True)
    ]
    by_root: dict[str, set[int]] = {}
    for at, roots in enumerate(contents):
        for root in roots:
            by_root.setdefault(root, set()).add(at)
    again = sorted({at for places in by_root.values() if len(places) > 1 for at in places})
    items = [
        Wordings(replace(read_wording(named[at]), local=False), units[groups[at][0][0]].texts) for at in again
    ]
    order = [again[at] for star in group_wordings(items, threshold=0.3) for at in star]
    found, missing, _ = yield from talk.sort([NamedIssue(named[at]) for at in order], "join")
    joined: list[tuple[list[int], str]] = []
    for places, name in found:
        members = [unit for place in places for unit in groups[order[place]][0]]
        joined.append((members, name if len(places) > 1 else groups[order[places[0]]][1]))
    rest = {*range(len(groups))} - {order[place] for places, _ in found for place in places}
    del missing  # they stay as they are
    return [*joined, *(groups[at] for at in sorted(rest))]


@dataclass(slots=True)
class _Talk:
    """What is asked of the model, and what it has taken so far."""

    prompt: IssuesPrompt
    options: Options
    usage: Usage = field(default_factory=lambda: Usage(cost=0.0))
    notes: list[str] = field(default_factory=list)

    def sort(
        self, issues: Sequence[NamedIssue], name: str
    ) -> Generator[tuple[Request, ...], _Replies, tuple[list[tuple[list[int], str]], list[int], int]]:
        """Groups as places of issues, with names; the places that were put nowhere; the number of requests.

        Raises:
            SummarizerError: the last error, where no request was answered.
        """
        built = build_sorting(
            self.prompt,
            issues,
            context_tokens=self.options.context_tokens or 32_000,
            max_output_tokens=self.options.max_output_tokens,
            name=name,
        )
        pending = [(self._with_parameters(request), batch) for request, batch in built]
        groups: list[tuple[list[int], str]] = []
        missing: list[int] = []
        error: SummarizerError | None = None
        answered = False
        for tried in range(1, _MAX_TRIES + 1):
            replies: _Replies = (yield tuple(request for request, _ in pending)) if pending else ()
            unread = []
            for (request, batch), reply in zip(pending, replies, strict=True):
                try:
                    sorted_ = self._take(reply, len(batch))
                except SummarizerError as failure:
                    error = failure
                    if isinstance(failure, ReplyError) and tried < _MAX_TRIES and isinstance(reply, Reply):
                        unread.append((request, batch))
                    else:
                        self.notes.append(f"{len(batch)} wordings were not sorted: {failure}")
                        missing += batch
                    continue
                answered = True
                groups += [
                    ([batch[number - 1] for number in numbers], label) for numbers, label in sorted_.groups
                ]
                missing += [batch[number - 1] for number in sorted_.missing]
            pending = unread
        if error is not None and (not answered or isinstance(error, FATAL)):
            raise error
        return groups, sorted(missing), len(built)

    def _with_parameters(self, request: Request) -> Request:
        return replace(request, parameters={**request.parameters, **self.options.parameters})

    def _take(self, reply: Reply | SummarizerError, count: int) -> Sorted:
        """Read one reply.

        Raises:
            SummarizerError: there is none, or it cannot be read.
        """
        if isinstance(reply, SummarizerError):
            raise reply
        self.usage += reply.usage
        if reply.refusal:
            raise ReplyError(f"the model declined: {reply.refusal[:80]}")
        sorted_ = parse_groups(reply, count)
        if sorted_.refused:
            self.notes.append(f"{sorted_.refused} numbers of the model's reply {reply.id!r} were refused")
        return sorted_


async def sort_issues(
    units: Sequence[Wordings],
    headlines: Sequence[str],
    *,
    model: ChatModel,
    prompt: IssuesPrompt,
    options: Options,
    on_progress: Callable[[Progress], None] | None = None,
) -> SortedIssues:
    """Ask a model to sort units, within `options.max_cost`.

    Raises:
        SummarizerError: as `converse_issues`; BudgetError when not even the first request fits the budget.
    """
    if options.context_tokens is None:
        await model.prepare()
    options = options.model_copy(update={"context_tokens": model.limit_context(options.context_tokens)})
    return await hold(
        converse_issues(units, headlines, prompt, options), {"reader": model}, options, on_progress
    )


def open_sorter(name: str, options: Options, client: AsyncOpenAI | OpenAI | None = None) -> ChatModel:
    """The model of that name, with the limits of the options.

    Raises:
        ConfigurationError: there is no such model, or it is the built-in engine, which sorts by wording.
    """
    model = open_model(name, options, client=client)
    if model is None:
        raise ConfigurationError(
            "issues are grouped by wording without --model; to sort them by meaning, name a language model"
        )
    return model
