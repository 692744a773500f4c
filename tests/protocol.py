"""What servers say, as they say it: answers written down in the least form that keeps their shape.

Taken from the servers' own sources and documents, and from what users reported of them:

    ollama      0.33 (openai/openai.go, middleware/openai.go, server/routes.go, api/types.go)
    llama.cpp   of 2026-09 (tools/server/server-common.cpp, server-context.cpp, its README)
    vLLM        0.11 to 0.23 (entrypoints/openai/…/protocol.py), and 0.6 for what it said earlier
    LM Studio   0.3.6 to 0.4.21 (docs "REST API v0"; lmstudio-bug-tracker 189, 546, 1698, 2322; lms 107)

Names of models, numbers and texts are invented.
"""

from __future__ import annotations

import json
from typing import Any

from server import Body, Step, piece

OVERFLOW_LMSTUDIO = (
    "Trying to keep the first 9412 tokens when context the overflows. However, the model is loaded with context "
    "length of only 4096 tokens, which is not enough. Try to load the model with a larger context length, or "
    "provide a shorter input"
)
OVERFLOW_VLLM = (
    "This model's maximum context length is 4096 tokens. However, you requested 1024 output tokens and your "
    "prompt contains at least 3073 input tokens, for a total of at least 4097 tokens. Please reduce the length "
    "of the input prompt or the number of requested output tokens. (parameter=input_tokens, value=3073)"
)
OVERFLOW_LLAMACPP = (
    "request (9412 tokens) exceeds the available context size (4096 tokens), try increasing it"
)
OVERFLOW_OLLAMA = (
    "the prompt is longer than the context length currently available to the model; shorten the prompt, adjust "
    "the context length in settings, or use a model with a longer context length"
)


def says(data: Any, status: int = 200) -> Step:
    """An answer in JSON."""
    return Step(status, json.dumps(data, ensure_ascii=False))


def complains(status: int, message: str, kind: str, **more: Any) -> Step:
    """An error in OpenAI's form."""
    return says({"error": {"message": message, "type": kind} | more}, status)


# Lists of models.


def list_ollama(*names: str) -> Step:
    """GET /v1/models; without a model its data is null."""
    entries = [{"id": n, "object": "model", "created": 1, "owned_by": "library"} for n in names]
    return says({"object": "list", "data": entries or None})


def tags_ollama(*names: str, embeds: str = "", remote: str = "") -> Step:
    """GET /api/tags."""
    models: list[Body] = [
        {"name": n, "model": n, "size": 2_019_393_189, "capabilities": ["completion", "tools"]} for n in names
    ]
    models += [{"name": embeds, "model": embeds, "capabilities": ["embedding"]}] if embeds else []
    cloud = {"remote_model": "big", "remote_host": "https://ollama.com:443"}
    models += [{"name": remote, "model": remote, "capabilities": ["completion"]} | cloud] if remote else []
    return says({"models": models})


def loaded_ollama(name: str, context: int) -> Step:
    """GET /api/ps."""
    return says({"models": [{"name": name, "model": name, "size_vram": 0, "context_length": context}]})


def list_llamacpp(name: str, context: int) -> Step:
    """GET /v1/models: an entry for Ollama's clients and one for OpenAI's."""
    meta = {"vocab_type": 2, "n_vocab": 151936, "n_ctx": context, "n_ctx_train": 131072, "size": 1117320736}
    entry = {"id": name, "object": "model", "created": 1, "owned_by": "llamacpp", "meta": meta}
    old = {"name": name, "model": name, "capabilities": ["completion"]}
    return says({"models": [old], "object": "list", "data": [entry]})


def list_vllm(name: str, context: int) -> Step:
    """GET /v1/models."""
    entry = {"id": name, "object": "model", "owned_by": "vllm", "root": name, "parent": None}
    return says({"object": "list", "data": [entry | {"max_model_len": context, "permission": []}]})


def list_lmstudio(*names: str) -> Step:
    """GET /v1/models: models that embed are among them, loaded or not."""
    entries = [{"id": n, "object": "model", "owned_by": "organization_owner"} for n in names]
    return says({"data": entries, "object": "list"})


def models_lmstudio(loaded: dict[str, int], other: tuple[str, ...] = (), embeds: str = "") -> Step:
    """GET /api/v0/models."""
    common = {"object": "model", "type": "llm", "arch": "qwen2", "max_context_length": 32768}
    data: list[Body] = [
        common | {"id": n, "state": "loaded", "loaded_context_length": context}
        for n, context in loaded.items()
    ]
    data += [common | {"id": n, "state": "not-loaded"} for n in other]
    more = {"id": embeds, "type": "embeddings", "state": "not-loaded", "max_context_length": 2048}
    return says({"object": "list", "data": [*data, common | more] if embeds else data})


# Replies, in one piece and as a stream; each has the same text.


def completion(content: str | None, finish: str | None = "stop", **message: Any) -> Body:
    """A chat completion without what OpenAI would add."""
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": content} | message,
        "finish_reason": finish,
    }
    return {"object": "chat.completion", "choices": [choice]}


def usage(tokens_in: int = 900, tokens_out: int = 20, **more: Any) -> Body:
    """The usage of a reply."""
    counts = {"prompt_tokens": tokens_in, "completion_tokens": tokens_out}
    return counts | {"total_tokens": tokens_in + tokens_out} | more


def lines(*events: Body | str) -> Step:
    """A stream of these events; texts are lines of it."""
    return Step(events=tuple(e if isinstance(e, str) else f"data: {json.dumps(e)}" for e in events))


def last(counts: Body, **more: Any) -> Body:
    """The event with the usage."""
    return {"object": "chat.completion.chunk", "choices": [], "usage": counts} | more


def replies(text: str, thought: str) -> dict[str, tuple[Step, Step]]:
    """For each server a reply with thoughts, in one piece and as a stream."""
    half = len(text) // 2
    timings = {"cache_n": 500, "prompt_n": 400, "predicted_n": 20}
    details = {"prompt_tokens_details": {"cached_tokens": 500}}
    return {
        "ollama": (
            says(completion(text, reasoning=thought) | {"usage": usage()}),
            lines(
                piece("", role="assistant", reasoning=thought),
                piece(text[:half]),
                piece(text[half:]),
                piece(finish="stop"),
                last(usage()),
                "data: [DONE]",
            ),
        ),
        "llama.cpp": (
            says(completion(text, reasoning_content=thought) | {"usage": usage(), "timings": timings}),
            lines(
                piece(role="assistant", content=None),
                piece(reasoning_content=thought),
                piece(text),
                piece(finish="stop"),
                last(usage(), timings=timings),
                "data: [DONE]",
            ),
        ),
        "vLLM": (
            says(
                completion(text, reasoning_content=thought, refusal=None, tool_calls=[])
                | {"usage": usage(**details), "prompt_logprobs": None}
            ),
            lines(
                piece("", role="assistant"),
                piece(reasoning=thought),
                piece(text),
                piece("", finish="stop", stop_reason=None),
                last(usage(**details)),
                "data: [DONE]",
            ),
        ),
        "LM Studio": (
            says(completion(text, reasoning_content=thought) | {"usage": usage(), "stats": {}}),
            lines(
                piece(reasoning_content=thought),
                piece(text[:half]),
                piece(text[half:]),
                piece(finish="stop"),
                last(usage()),
                "data: [DONE]",
            ),
        ),
        # Without a parser for thoughts, and without a usage.
        "tags": (
            says(completion(f"<think>\n{thought}\n</think>\n\n{text}") | {"usage": None}),
            lines(piece("<thi"), piece(f"nk>{thought}</think>"), piece(text), piece(finish="stop")),
        ),
        "no opening tag": (
            says(completion(f"{thought}</think>{text}")),
            lines(piece(thought), piece("</think>"), piece(text, finish="stop"), "data: [DONE]"),
        ),
        "Magistral": (
            says(completion(f"[THINK]{thought}[/THINK]{text}")),
            lines(piece("[THINK]"), piece(thought), piece("[/THINK]"), piece(text, finish="stop")),
        ),
        "gpt-oss, unparsed": (
            says(
                completion(
                    f"<|channel|>analysis<|message|>{thought}<|end|><|start|>assistant<|channel|>final"
                    f"<|constrain|>json<|message|>{text}"
                )
            ),
            lines(
                piece(f"<|channel|>analysis<|message|>{thought}<|end|>"),
                piece(f"<|start|>assistant<|channel|>final<|message|>{text}", finish="stop"),
            ),
        ),
        # The schema held from the first word on: the answer is taken for thoughts.
        "LM Studio, Qwen 3.5": (
            says(completion("", reasoning_content=text, tool_calls=[]) | {"usage": usage()}),
            lines(piece(reasoning_content=text[:half]), piece(reasoning_content=text[half:], finish="stop")),
        ),
        "vLLM, thinking off": (
            says(completion(None, reasoning=text) | {"usage": usage()}),
            lines(piece("", role="assistant"), piece(reasoning=text), piece(finish="stop"), last(usage())),
        ),
    }
