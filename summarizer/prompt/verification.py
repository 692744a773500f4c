"""Pairs of evidence and statement -> the requests that ask for a second opinion, many pairs in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import Message, Pair, Request
from summarizer.prompt.frame import count_messages, make_request, share_room
from summarizer.prompt.lines import disarm
from summarizer.prompt.schema import VERIFY_SCHEMA
from summarizer.prompt.shape import VerifyPrompt
from summarizer.prompt.templates import render_template
from summarizer.tokens import count_tokens

# What an answer takes: {"pair":12,"differs":"…","carried":"unsure"}, with room for a dozen words.
_ANSWER_TOKENS = 40
# What the template puts around a pair; the shipped one takes about half.
_AROUND_PAIR = 40
# More pairs at once blur: the answers of small models slide from one pair to the next.
_MOST_PAIRS = 25


def build_verification(
    prompt: VerifyPrompt,
    pairs: Sequence[Pair],
    *,
    context_tokens: int = 32_000,
    max_output_tokens: int | None = None,
) -> tuple[tuple[Request, tuple[Pair, ...]], ...]:
    """The requests, each with its pairs in the order of their numbers from 1.

    Args:
        prompt: what the model is told.
        pairs: to ask about. None gives no requests.
        context_tokens: what the model can hold, question and reply together.
        max_output_tokens: the longest reply; None, and at most, that of the prompt file.

    Raises:
        ConfigurationError: the prompt itself leaves no room in the model's context.
        PromptError: the template cannot be filled in.
    """
    if not pairs:
        return ()
    system = Message("system", render_template("system", prompt.system, {}))
    empty = Message("user", render_template("verify", prompt.verify, {"pairs": []}))
    output, room = share_room(prompt, count_messages((system, empty)), context_tokens, max_output_tokens)
    most = max(1, min(_MOST_PAIRS, output // _ANSWER_TOKENS))
    groups: list[list[Pair]] = []
    spent = 0
    for pair in pairs:
        size = sum(count_tokens(part) for part in (pair.evidence, pair.statement, pair.speaker or ""))
        size += _AROUND_PAIR
        if not groups or len(groups[-1]) == most or spent + size > room:
            groups.append([])
            spent = 0
        groups[-1].append(pair)
        spent += size
    return tuple(
        (_build_one(prompt, system, index, group, output), tuple(group))
        for index, group in enumerate(groups, 1)
    )


def _build_one(
    prompt: VerifyPrompt, system: Message, index: int, group: Sequence[Pair], output: int
) -> Request:
    shown = [
        {
            "number": number,
            "evidence": disarm(pair.evidence),
            "speaker": disarm(pair.speaker or ""),
            "statement": disarm(pair.statement),
        }
        for number, pair in enumerate(group, 1)
    ]
    user = Message("user", render_template("verify", prompt.verify, {"pairs": shown}))
    request = make_request(prompt, f"verify-{index}", (system, user), output, schema=VERIFY_SCHEMA)
    return replace(request, to="verifier")
