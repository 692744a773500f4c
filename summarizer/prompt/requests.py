"""A prompt and an article -> the requests that fit a model, each with the same static beginning.

    system, worked examples      the same for every article: providers cache it
    article, instruction         last

A long article goes out in several parts. Sentence numbers go on from part to part, and each part is shown
the few sentences before it, so that "she" still has somebody to mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Message, Request
from summarizer.prompt.frame import (
    AROUND_MESSAGE,
    MIN_ROOM,
    Found,
    count_messages,
    describe,
    describe_found,
    dump_json,
    make_request,
    make_static,
    share_room,
)
from summarizer.prompt.lines import disarm, make_lines, show_lines
from summarizer.prompt.packing import pack_lines, size_line, size_lines, take_before, take_last, thin_out
from summarizer.prompt.schema import MERGE_SCHEMA
from summarizer.prompt.shape import Prompt
from summarizer.prompt.templates import render_template
from summarizer.records import Article, Attribution, Problem, Sentence
from summarizer.tokens import count_tokens

Item = DraftClaim | DraftPosition | str

# Tokens of a reply for one of the article. benchmarks/reply_size.py measures 1.2 to 2.4; where somebody
# speaks in every line it is more, and the reply is then continued.
_REPLY_SHARE = 2.0
# Tokens around a statement that is shown as found, and of a sentence that is listed as unread.
_ABOUT_FOUND = 8
_ABOUT_UNREAD = 3
# Share of a part's room for the sentences before it.
_CONTEXT_SHARE = 0.1


def build_requests(
    prompt: Prompt,
    article: Article,
    sentences: Sequence[Sentence],
    *,
    language: str | None = None,
    context_tokens: int = 32_000,
    max_output_tokens: int | None = None,
    found: Sequence[Found] = (),
    problems: list[Problem] | None = None,
) -> tuple[Request, ...]:
    """The requests that show a model the whole article, in order; side by side or one after the other.

    Args:
        prompt: what the model is told.
        article: what it reads.
        sentences: of the article, in order. None gives no requests.
        language: of the summary; None for the article's.
        context_tokens: what the model can hold, question and reply together.
        max_output_tokens: the longest reply; None, and at most, that of the prompt file.
        found: the statements that the built-in engine finds, for prompts that show them.
        problems: where to report a sentence that was longer than a request and is shown in pieces.

    Raises:
        ConfigurationError: the prompt itself leaves no room in the model's context.
        PromptError: a template cannot be filled in.
    """
    if not sentences:
        return ()
    lines = make_lines(article.text, sentences)
    static = make_static(prompt, language)
    about = describe(article, language, lines)
    widest = len(sentences) + 1
    empty = {"article": "", "before": "", "part": widest, "parts": widest, "first": widest, "last": widest}
    empty |= describe_found((), ())
    question = render_template("user", prompt.user, {**about, **empty})
    fixed = count_messages([*static, Message("user", question)])
    output, room = share_room(prompt, fixed, context_tokens, max_output_tokens)
    limit = min(room, prompt.article_tokens, max(int(output / _REPLY_SHARE), MIN_ROOM // 2))
    before_limit = int(limit * _CONTEXT_SHARE)
    # What our counts by line may miss: a merge across lines, a long text counted in pieces.
    slack = 8 + limit // 100

    sized = size_lines(lines, limit - before_limit - slack, problems)
    if prompt.shows_found:
        named = {number: who for at, who in found for number in at}
        sized = [
            (line, size + (_ABOUT_UNREAD if who is None else count_tokens(who) + _ABOUT_FOUND))
            for line, size in sized
            for who in [named.get(line.number)]
        ]
    total = sum(size for _, size in sized)
    parts = [sized] if total <= limit - slack else pack_lines(sized, limit - before_limit - slack)
    requests = []
    for index, part in enumerate(parts):
        shown = [line for line, _ in part]
        previous = parts[index - 1] if index else []
        values = {
            **about,
            "article": show_lines(shown),
            **describe_found(shown, found),
            "before": show_lines(take_before(previous, shown[0], before_limit)),
            "part": index + 1,
            "parts": len(parts),
            "first": shown[0].number,
            "last": shown[-1].number,
        }
        messages = (*static, Message("user", render_template("user", prompt.user, values)))
        numbers = (shown[0].number, shown[-1].number)
        requests.append(make_request(prompt, f"read-{index + 1}", messages, output, numbers=numbers))
    return tuple(requests)


def build_continuation(prompt: Prompt, request: Request, so_far: Draft) -> Request:
    """Ask for the rest of a reply that was cut off.

    The model sees the complete items it has written, as its own message, the first of them left out
    where all of them would take the room of the rest.

    Args:
        prompt: the one `request` was built from.
        request: the one whose reply was cut off; not itself a continuation.
        so_far: what could be read of its replies.

    Raises:
        PromptError: the template cannot be filled in.
    """
    room = request.max_tokens // 4
    items: list[DraftClaim | DraftPosition] = [*so_far.claims, *so_far.positions]
    written = [write_item(item) for item in items]
    left_out = len(items) - len(take_last([dump_json(item) for item in written], room))
    first_position = max(len(so_far.claims), left_out)
    shown = {
        "claims": written[left_out:first_position],
        "positions": written[first_position:],
        "headline": disarm(so_far.headline),
        "gist": disarm(so_far.gist),
    }
    first, last = request.numbers
    cited = max((n for claim in so_far.claims for n in claim.sentences), default=first)
    values: dict[str, object] = {"first": first, "last": last, "cited": cited}
    added = (
        Message("assistant", dump_json({key: value for key, value in shown.items() if value})),
        Message("user", render_template("continue", prompt.continue_, values)),
    )
    tokens = request.tokens + count_messages(added)
    return replace(
        request,
        id=f"{request.id}+{len(items)}",
        messages=(*request.messages, *added),
        tokens=tokens,
        # What was asked before fitted the context, so the same sum does again.
        max_tokens=max(request.tokens + request.max_tokens - tokens, room),
    )


def build_repair(
    prompt: Prompt,
    article: Article,
    sentences: Sequence[Sentence],
    failed: Sequence[tuple[Item, str]],
    missing: Sequence[Sequence[int]],
    *,
    language: str | None = None,
    context_tokens: int = 32_000,
    max_output_tokens: int | None = None,
    round_number: int = 1,
) -> Request:
    """Send back what failed its checks, each with the reason, and ask for statements that nobody cited.

    The request begins as the one that asked first, so that caches hold. Of an article that does not fit
    only the sentences concerned are shown, with those just before them; of items that do not fit, as many
    as do, in their order.

    Args:
        prompt: what the model is told.
        article: the article.
        sentences: of the article, in order.
        failed: each item (a headline or gist as its text) with what is wrong with it.
        missing: for each statement that no claim cites the numbers of its sentences.
        language: of the summary; None for the article's.
        context_tokens: what the model can hold.
        max_output_tokens: the longest reply.
        round_number: how many times this has been done for this article, from 1.

    Raises:
        ConfigurationError: the prompt itself leaves no room in the model's context.
        PromptError: a template cannot be filled in.
    """
    lines = make_lines(article.text, sentences)
    static = make_static(prompt, language)
    about = describe(article, language, lines)
    nothing = {"article": "", "first": len(lines), "last": len(lines), "failed": [], "missing": []}
    question = render_template("repair", prompt.repair, {**about, **nothing})
    fixed = count_messages([*static, Message("user", question)])
    output, room = share_room(prompt, fixed, context_tokens, max_output_tokens)
    limit = min(room, prompt.article_tokens * 2) * 9 // 10

    by_number = {line.number: index for index, line in enumerate(lines)}
    sizes = [size_line(line) for line in lines]
    whole = sum(sizes) <= min(limit // 2, prompt.article_tokens)
    chosen: set[int] = set(range(len(lines))) if whole else set()
    spent = sum(sizes[index] for index in chosen)
    failures: list[dict[str, str]] = []
    gaps: list[dict[str, str]] = []

    def take(text: str, numbers: Iterable[int]) -> bool:
        """Take an item and its sentences in, if they still fit."""
        nonlocal spent
        cited = [by_number[number] for number in numbers if number in by_number]
        around = {i for index in cited for i in range(max(index - 2, 0), index + 1)} - chosen
        cost = count_tokens(text) + AROUND_MESSAGE + sum(sizes[index] for index in around)
        if spent + cost > limit:
            return False
        spent += cost
        chosen.update(around)
        return True

    for item, reason in failed:
        entry = {"item": dump_json(write_item(item)), "reason": disarm(reason)}
        if take(entry["item"] + entry["reason"], () if isinstance(item, str) else item.sentences):
            failures.append(entry)
    for numbers in missing:
        known = [lines[by_number[number]] for number in numbers if number in by_number]
        gap = {"numbers": ", ".join(str(line.number) for line in known)}
        if known and take(gap["numbers"], (line.number for line in known)):
            gaps.append(gap)

    shown = [lines[index] for index in sorted(chosen)]
    first, last = (shown[0].number, shown[-1].number) if shown else (1, 0)
    values: dict[str, object] = {
        **about,
        "article": show_lines(shown),
        "first": first,
        "last": last,
        "failed": failures,
        "missing": gaps,
    }
    messages = (*static, Message("user", render_template("repair", prompt.repair, values)))
    return make_request(prompt, f"repair-{round_number}", messages, output, numbers=(first, last))


def build_merge(
    prompt: Prompt,
    article: Article,
    gists: Sequence[str],
    claims: Sequence[str],
    *,
    language: str | None = None,
    context_tokens: int = 32_000,
    max_output_tokens: int | None = None,
) -> Request:
    """Ask for headline and gist of a long article, from the gists and claims of its parts.

    Where they do not all fit, some are left out, evenly over the article; claims before gists.

    Args:
        prompt: what the model is told.
        article: for its title and date.
        gists: of the parts, in order.
        claims: of the whole article, in order.
        language: of the summary; None for the article's.
        context_tokens: what the model can hold.
        max_output_tokens: the longest reply.

    Raises:
        ConfigurationError: the prompt itself leaves no room in the model's context.
        PromptError: a template cannot be filled in.
    """
    system = Message("system", render_template("system", prompt.system, {"language": language or ""}))
    about = describe(article, language, ())
    empty: dict[str, object] = {**about, "gists": [], "claims": []}
    question = render_template("merge", prompt.merge, empty)
    fixed = count_messages([system, Message("user", question)])
    output, room = share_room(prompt, fixed, context_tokens, max_output_tokens)
    room = min(room, prompt.article_tokens * 2) * 9 // 10
    kept_gists, spent = thin_out([disarm(gist) for gist in gists], room)
    kept_claims, _ = thin_out([disarm(claim) for claim in claims], room - spent)
    values: dict[str, object] = {**about, "gists": kept_gists, "claims": kept_claims}
    messages = (system, Message("user", render_template("merge", prompt.merge, values)))
    return make_request(prompt, "merge", messages, output, schema=MERGE_SCHEMA)


def write_item(item: Item) -> dict[str, Any]:
    """A draft as the model writes it.

    >>> from summarizer.records import Stance
    >>> write_item(DraftPosition("Ada", Stance.OPPOSES, "the dam", (4,)))
    {'who': 'Ada', 'stance': 'opposes', 'issue': 'the dam', 'at': [4]}
    """
    if isinstance(item, str):
        return {"headline or gist": disarm(item)}
    at = list(item.sentences)
    if isinstance(item, DraftPosition):
        return {
            "who": disarm(item.holder),
            "stance": item.stance.value,
            "issue": disarm(item.issue),
            "at": at,
        }
    return {
        "at": at,
        "who": disarm(item.speaker or ""),
        "says": disarm(item.text),
        "how": (item.attribution or Attribution.INDIRECT).value,
        "kind": item.kind.value,
    }
