"""A server's answer to a chat completion, as a Reply."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from summarizer.drafts import Reply
from summarizer.errors import ReplyError
from summarizer.records import Usage
from summarizer.tokens import count_tokens

# The tags of most models; Magistral's; Kimi's; the channels of gpt-oss, which some servers leave in.
_TAGS = "(?:seed:)?(?:think|thinking|thought|reasoning)"
_THOUGHT = re.compile(rf"\s*(?:<{_TAGS}>|\[THINK\]|◁think▷|<\|channel\|>\s*analysis)", re.I)
_THOUGHT_END = re.compile(
    rf"</{_TAGS}>|\[/THINK\]|◁/think▷|<\|channel\|>\s*final\b[^{{\n]{{0,40}}?<\|message\|>", re.I
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# Finish reasons for a reply that is not whole: it reached its limit (OpenAI's word, and those of servers that
# pass others on), or was given up: by vLLM (abort, repetition), DeepSeek, OpenRouter (error).
_CUT = frozenset(
    {"length", "max_tokens", "model_length", "abort", "repetition", "insufficient_system_resource", "error"}
)
_SHOWN = 200  # characters of a server's own words in a message


def read_reply(request_id: str, data: object) -> Reply:
    """Read the JSON of a chat completion. The usage has the tokens; cost, retries and time are not in it.

    Raises:
        ReplyError: it is not a chat completion.
    """
    choices = data.get("choices") if isinstance(data, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not (isinstance(data, dict) and isinstance(choice, dict) and isinstance(message, dict)):
        raise ReplyError(_explain_no_reply(data))
    finish = choice.get("finish_reason")
    refusal = shorten(read_text(message.get("refusal"))) or None
    if finish == "content_filter":
        refusal = refusal or "the server's content filter stopped the reply"
    cut = str(finish).lower() in _CUT
    text = strip_thoughts(read_text(message.get("content"))) or _find_answer(message, cut=cut)
    return Reply(
        id=request_id,
        text=replace_surrogates(text),
        cut=cut,
        refusal=refusal,
        usage=read_usage(data.get("usage"), data.get("timings")),
    )


def count_reply(data: Any, tokens_in: int) -> Usage:
    """The usage by our own count, for a chat completion whose server does not tell, or was stopped early.

    Args:
        data: that `read_reply` has read.
        tokens_in: our count of the request.
    """
    message = data["choices"][0]["message"]
    written = (message.get(name) for name in ("content", "reasoning_content", "reasoning", "refusal"))
    out = sum(count_tokens(read_text(text)) for text in written)
    return Usage(requests=1, tokens_in=tokens_in, tokens_out=out)


def read_usage(usage: object, timings: object = None) -> Usage:
    """The tokens of one request, under any of the names that servers use for the cached ones.

    >>> usage = read_usage({"prompt_tokens": 9, "completion_tokens": 2, "prompt_cache_hit_tokens": 4})
    >>> usage.tokens_in, usage.tokens_cached, usage.tokens_out
    (9, 4, 2)
    """
    counts: dict[str, Any] = usage if isinstance(usage, dict) else {}
    details = counts.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, dict) else None
    if cached is None:
        cached = counts.get("prompt_cache_hit_tokens")  # DeepSeek
    if cached is None and isinstance(timings, dict):
        cached = timings.get("cache_n")  # llama.cpp
    return Usage(
        requests=1,
        tokens_in=_read_count(counts.get("prompt_tokens")),
        tokens_cached=_read_count(cached),
        tokens_out=_read_count(counts.get("completion_tokens")),
    )


def _find_answer(message: dict[str, Any], *, cut: bool) -> str:
    """An answer in JSON that stands where the thoughts should, of a message without content.

    LM Studio and vLLM hold some reasoning models to the schema from the first word on, and take what they
    then write for thoughts.
    """
    thoughts = read_text(message.get("reasoning_content")) or read_text(message.get("reasoning"))
    answer = strip_thoughts(thoughts)
    if not answer.startswith("{"):
        return ""
    try:
        json.loads(answer)
    except (ValueError, RecursionError):
        return answer if cut else ""
    return answer


def strip_thoughts(text: str) -> str:
    """The answer of a model that thinks aloud first, without the thoughts and the space around it.

    Some chat templates write the opening tag themselves, so that only the closing one is in the reply. An
    answer that begins as JSON has no thoughts before it, whatever its strings hold.

    >>> strip_thoughts("<think>Who said it?</think> {}"), strip_thoughts("Who?</think>{}")
    ('{}', '{}')
    >>> strip_thoughts('{"gist": "</think>"}')
    '{"gist": "</think>"}'
    """
    thinks = _THOUGHT.match(text)
    if thinks or not text.lstrip().startswith(("{", "[", "```")):
        if end := _THOUGHT_END.search(text):
            return text[end.end() :].strip()
        if thinks:
            return ""  # never came to an end
    return text.strip()


def replace_surrogates(text: str) -> str:
    r"""A text without halves of surrogate pairs, which UTF-8 cannot carry and an article may hold.

    >>> replace_surrogates("a" + chr(0xD800) + "b").encode()
    b'a\xef\xbf\xbdb'
    """
    return _SURROGATE.sub("\ufffd", text)


def shorten(text: str) -> str:
    """One line of a server's or model's words, short enough for a message.

    >>> shorten("I  cannot help. ")
    'I cannot help.'
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * _SHOWN]).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _explain_no_reply(data: object) -> str:
    """What to say of an answer that holds no reply. Some servers answer errors with status 200."""
    error = data.get("error") if isinstance(data, dict) else None
    said = error.get("message") if isinstance(error, dict) else error
    if isinstance(said, str) and said.strip():
        return f"the server answered with an error instead of a reply: {shorten(said)}"
    return "the server's answer holds no reply: is this the base URL of an OpenAI-compatible server?"


def read_text(content: object) -> str:
    """Text of a message; some servers give it in typed parts, thoughts among them."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = (p for p in content if isinstance(p, dict) and p.get("type") in ("text", "output_text"))
        return "".join(t for p in parts if isinstance(t := p.get("text"), str))
    return ""


def _read_count(value: object) -> int:
    return max(0, int(value)) if isinstance(value, int | float) and math.isfinite(value) else 0
