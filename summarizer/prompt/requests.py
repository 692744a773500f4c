"""A prompt and an article -> the requests that fit a model, each with the same static beginning.

    system, worked examples      the same for every article: providers cache it
    article, instruction         last

A long article goes out in several parts. Sentence numbers go on from part to part, and each part is shown
the few sentences before it, so that "she" still has somebody to mean.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Message, Request
from summarizer.errors import ConfigurationError
from summarizer.prompt.lines import Line, disarm, make_lines, show_lines
from summarizer.prompt.schema import MERGE_SCHEMA, REPLY_SCHEMA
from summarizer.prompt.shape import Prompt
from summarizer.prompt.templates import render_template
from summarizer.records import Article, Problem, Sentence
from summarizer.tokens import count_tokens

Item = DraftClaim | DraftPosition | str

# What a chat format puts around each message (OpenAI's cookbook counts 3, and 3 for the reply's start).
_AROUND_MESSAGE = 4
# Tokens of a reply for one of the article. benchmarks/reply_size.py measures 1.2 to 2.4; where somebody
# speaks in every line it is more, and the reply is then continued.
_REPLY_SHARE = 2.0
# So a reply may take two thirds of what a small context has left, and the article the rest.
_MAX_OUTPUT_SHARE = 2 / 3
# What a model's own tokenizer may count above ours; a context nearly full by our count would overflow.
_COUNT_MARGIN = 0.9
# Less free context than this holds no useful piece of an article and its reply, in tokens.
_MIN_ROOM = 256
# Sentences shown before a part, and the share of its room they may take.
_CONTEXT_SENTENCES = 3
_CONTEXT_SHARE = 0.1
_CUT = "…"


def build_requests(
    prompt: Prompt,
    article: Article,
    sentences: Sequence[Sentence],
    *,
    language: str | None = None,
    context_tokens: int = 32_000,
    max_output_tokens: int | None = None,
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
        problems: where to report a sentence that was longer than a request and is shown in pieces.

    Raises:
        ConfigurationError: the prompt itself leaves no room in the model's context.
        PromptError: a template cannot be filled in.
    """
    if not sentences:
        return ()
    lines = make_lines(article.text, sentences)
    static = _make_static(prompt, language)
    about = _describe(article, language, lines)
    widest = len(sentences) + 1
    empty = {"article": "", "before": "", "part": widest, "parts": widest, "first": widest, "last": widest}
    fixed = _count([*static, Message("user", render_template("user", prompt.user, {**about, **empty}))])
    output, room = _share_room(prompt, fixed, context_tokens, max_output_tokens)
    limit = min(room, prompt.article_tokens, max(int(output / _REPLY_SHARE), _MIN_ROOM // 2))
    before_limit = int(limit * _CONTEXT_SHARE)
    # What our counts by line may miss: a merge across lines, a long text counted in pieces.
    slack = 8 + limit // 100

    sized = _size_lines(lines, limit - before_limit - slack, problems)
    total = sum(size for _, size in sized)
    parts = [sized] if total <= limit - slack else _pack(sized, limit - before_limit - slack)
    requests = []
    for index, part in enumerate(parts):
        shown = [line for line, _ in part]
        previous = parts[index - 1] if index else []
        values = {
            **about,
            "article": show_lines(shown),
            "before": show_lines(_take_before(previous, shown[0], before_limit)),
            "part": index + 1,
            "parts": len(parts),
            "first": shown[0].number,
            "last": shown[-1].number,
        }
        messages = (*static, Message("user", render_template("user", prompt.user, values)))
        numbers = (shown[0].number, shown[-1].number)
        requests.append(_make_request(prompt, f"read-{index + 1}", messages, output, numbers=numbers))
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
    claims = [write_item(claim) for claim in so_far.claims]
    positions = [write_item(position) for position in so_far.positions]
    kept = _take_last([*claims, *positions], room)
    first_position = max(len(kept) - len(positions), 0)
    shown = {
        "headline": disarm(so_far.headline),
        "gist": disarm(so_far.gist),
        "claims": kept[:first_position],
        "positions": kept[first_position:],
    }
    first, last = request.numbers
    cited = max((n for claim in so_far.claims for n in claim.sentences), default=first)
    values: dict[str, object] = {"first": first, "last": last, "cited": cited}
    added = (
        Message("assistant", dump_json({key: value for key, value in shown.items() if value})),
        Message("user", render_template("continue", prompt.continue_, values)),
    )
    tokens = request.tokens + _count(added)
    return replace(
        request,
        id=f"{request.id}+{len(claims) + len(positions)}",
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
    static = _make_static(prompt, language)
    about = _describe(article, language, lines)
    nothing = {"article": "", "first": len(lines), "last": len(lines), "failed": [], "missing": []}
    fixed = _count([*static, Message("user", render_template("repair", prompt.repair, {**about, **nothing}))])
    output, room = _share_room(prompt, fixed, context_tokens, max_output_tokens)
    limit = min(room, prompt.article_tokens * 2) * 9 // 10

    by_number = {line.number: index for index, line in enumerate(lines)}
    sizes = [_size(line) for line in lines]
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
        cost = count_tokens(text) + _AROUND_MESSAGE + sum(sizes[index] for index in around)
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
    return _make_request(prompt, f"repair-{round_number}", messages, output, numbers=(first, last))


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
    about = _describe(article, language, ())
    empty: dict[str, object] = {**about, "gists": [], "claims": []}
    fixed = _count([system, Message("user", render_template("merge", prompt.merge, empty))])
    output, room = _share_room(prompt, fixed, context_tokens, max_output_tokens)
    room = min(room, prompt.article_tokens * 2) * 9 // 10
    kept_gists, spent = _thin_out([disarm(gist) for gist in gists], room)
    kept_claims, _ = _thin_out([disarm(claim) for claim in claims], room - spent)
    values: dict[str, object] = {**about, "gists": kept_gists, "claims": kept_claims}
    messages = (system, Message("user", render_template("merge", prompt.merge, values)))
    return _make_request(prompt, "merge", messages, output, schema=MERGE_SCHEMA)


def write_item(item: Item) -> dict[str, Any]:
    """A draft as the model writes it.

    >>> from summarizer.records import Stance
    >>> write_item(DraftPosition("Ada", Stance.OPPOSES, "the dam", (4,)))
    {'at': [4], 'who': 'Ada', 'stance': 'opposes', 'issue': 'the dam'}
    """
    if isinstance(item, str):
        return {"headline or gist": disarm(item)}
    at = list(item.sentences)
    if isinstance(item, DraftPosition):
        return {
            "at": at,
            "who": disarm(item.holder),
            "stance": item.stance.value,
            "issue": disarm(item.issue),
        }
    return {
        "at": at,
        "who": disarm(item.speaker or ""),
        "how": item.attribution.value,
        "kind": item.kind.value,
        "says": disarm(item.text),
    }


def dump_json(value: object) -> str:
    """Compact JSON, as the worked examples teach the model to write it: spaces cost tokens.

    >>> dump_json({"at": [1, 2], "says": "Fähre"})
    '{"at":[1,2],"says":"Fähre"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _make_static(prompt: Prompt, language: str | None) -> list[Message]:
    """What is the same for every article: the system message and the worked examples."""
    messages = [Message("system", render_template("system", prompt.system, {"language": language or ""}))]
    for example in prompt.examples:
        lines = example.lines
        values: dict[str, object] = {
            **dict.fromkeys(("title", "date", "author", "site", "language", "before"), ""),
            "article": show_lines(lines),
            "part": 1,
            "parts": 1,
            "first": lines[0].number,
            "last": lines[-1].number,
        }
        messages.append(Message("user", render_template("user", prompt.user, values)))
        messages.append(Message("assistant", dump_json(example.reply.model_dump(mode="json"))))
    return messages


def _describe(article: Article, language: str | None, lines: Sequence[Line]) -> dict[str, object]:
    """The variables that say what article it is; empty texts where nothing tells."""
    known = article.metadata
    title = disarm(known.title or "")
    if lines and lines[0].text == title:
        title = ""  # it is the first sentence already
    return {
        "title": title,
        "date": disarm(known.date or ""),
        "author": disarm(known.author or ""),
        "site": disarm(known.site or ""),
        "language": language or "",
    }


def _share_room(prompt: Prompt, fixed: int, context: int, max_output: int | None) -> tuple[int, int]:
    """How many tokens the reply may have, and how many are left for the article.

    Raises:
        ConfigurationError: there is no room.
    """
    free = int(context * _COUNT_MARGIN) - fixed
    if free < _MIN_ROOM:
        needed = math.ceil((fixed + _MIN_ROOM) / _COUNT_MARGIN)
        raise ConfigurationError(
            f"the model's context is given as {context} tokens, but the prompt {prompt.name!r} takes {fixed}"
            f" and needs {needed} in all: use a model with a larger context, say so with context_tokens if it"
            " has one, or use a shorter prompt"
        )
    wanted = [limit for limit in (max_output, prompt.parameters.max_tokens) if limit]
    output = min(*wanted, int(free * _MAX_OUTPUT_SHARE), free)
    return output, free - output


def _make_request(
    prompt: Prompt,
    name: str,
    messages: tuple[Message, ...],
    output: int,
    *,
    numbers: tuple[int, int] = (1, 0),
    schema: dict[str, object] = REPLY_SCHEMA,
) -> Request:
    return Request(
        id=name,
        messages=messages,
        schema=schema,
        max_tokens=output,
        tokens=_count(messages),
        numbers=numbers,
        parameters=prompt.parameters.model_dump(mode="json", exclude_none=True, exclude={"max_tokens"}),
    )


def _count(messages: Iterable[Message]) -> int:
    return sum(count_tokens(message.content) + _AROUND_MESSAGE for message in messages)


def _size(line: Line) -> int:
    return count_tokens(f"{line}\n\n")


def _size_lines(lines: Iterable[Line], limit: int, problems: list[Problem] | None) -> list[tuple[Line, int]]:
    """Each line with its tokens; one longer than the limit as several pieces of the same number."""
    sized: list[tuple[Line, int]] = []
    for line in lines:
        size = _size(line)
        if size <= limit:
            sized.append((line, size))
            continue
        pieces = list(_cut_line(line, size, limit))
        sized += pieces
        if problems is not None:
            message = (
                f"sentence {line.number} has {size} tokens, more than a request holds ({limit}); "
                f"the model was shown it in {len(pieces)} pieces"
            )
            problems.append(Problem(stage="prompt", message=message, item=line.text[:80]))
    return sized


def _cut_line(line: Line, size: int, limit: int) -> Iterator[tuple[Line, int]]:
    """Pieces of a line that are within the limit, cut between words where there are any, marked with "…"."""
    text = line.text
    step = max(int(len(text) / size * limit * 0.8), 1)
    at = 0
    while at < len(text):
        length = step
        while True:
            end = _find_cut(text, at, at + length)
            opening, closing = f"{_CUT} " if at else "", f" {_CUT}" if end < len(text) else ""
            piece = replace(line, text=f"{opening}{text[at:end].strip()}{closing}")
            if (tokens := _size(piece)) <= limit or length == 1:
                break
            length //= 2  # denser than the rest of the line
        yield piece, tokens
        at = end


def _find_cut(text: str, start: int, end: int) -> int:
    """The end of the piece from `start` that is at most `end`, after a space in its second half if any."""
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", (start + end) // 2, end)
    return space + 1 if space > start else end


def _pack(sized: Sequence[tuple[Line, int]], limit: int) -> list[list[tuple[Line, int]]]:
    """Parts of at most `limit` tokens and about the same length, cut between paragraphs where possible."""
    total = sum(size for _, size in sized)
    # A little less than full, so that rounding to paragraphs does not leave a scrap for one part more.
    count = math.ceil(total / (limit * 0.95))
    parts: list[list[tuple[Line, int]]] = [[]]
    filled = done = 0
    for line, size in sized:
        full = filled + size > limit
        due = len(parts) < count and done >= total / count * (len(parts) - 0.05)
        if parts[-1] and (full or (due and line.paragraph != parts[-1][-1][0].paragraph)):
            parts.append([])
            filled = 0
        parts[-1].append((line, size))
        filled += size
        done += size
    return parts


def _take_before(previous: Sequence[tuple[Line, int]], first: Line, limit: int) -> list[Line]:
    """The last sentences of the part before, as many as fit."""
    taken: list[Line] = []
    for line, size in reversed(previous):
        limit -= size
        if limit < 0 or len(taken) == _CONTEXT_SENTENCES:
            break
        if line.number != first.number:
            taken.insert(0, line)
    return taken


def _take_last(items: Sequence[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    """The last items that fit into so many tokens, at least one."""
    kept: list[dict[str, Any]] = []
    for item in reversed(items):
        limit -= count_tokens(dump_json(item))
        if limit < 0 and kept:
            break
        kept.append(item)
    return kept[::-1]


def _thin_out(texts: Sequence[str], limit: int) -> tuple[list[str], int]:
    """Texts that together fit into so many tokens, left out evenly; and the tokens they take.

    >>> _thin_out(["one", "two", "three", "four"], 8)
    (['two', 'four'], 8)
    """
    sizes = [count_tokens(text) + 3 for text in texts]  # 3: the list mark and the line break around it
    total = sum(sizes)
    if total <= limit:
        return list(texts), total
    kept: list[str] = []
    spent, allowed = 0, 0.0
    for text, size in zip(texts, sizes, strict=True):
        allowed += size * max(limit, 0) / total
        if spent + size <= allowed:
            kept.append(text)
            spent += size
    return kept, spent
