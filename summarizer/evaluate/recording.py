"""Replies kept in a folder, so that an evaluation can be had again for nothing, and the same every time.

    replies.jsonl      a line a reply, in OpenAI's Batch format, by the hash of its request; of the second
                       run (`--runs`) replies-2.jsonl, and so on
    recorded.json      which models and prompts were asked, to say what changed

A reply is to exactly one request: whatever changes a request (the prompt, a parameter, the article, what the
checks send back) leaves it without a reply. A folder can hold the replies to many prompts and models.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from summarizer.drafts import Reply, Request
from summarizer.errors import BudgetError, ConfigurationError, InputError, StaleError, SummarizerError
from summarizer.models import ChatModel
from summarizer.models.batch_files import (
    Result,
    format_result,
    make_custom_id,
    make_result,
    read_answer,
    read_results,
)
from summarizer.pipeline.conversation import FATAL
from summarizer.pipeline.drivers import Model
from summarizer.records import Usage

_ABOUT = "recorded.json"
# Where no server is needed, so that nothing can go to one.
NOWHERE = "http://replayed.invalid/v1"
# Beside the answer in its body, which readers of the format leave alone: what it does not tell.
_BESIDE = "summarizer"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A model and a prompt whose replies are in a folder.

    `asked` is the model's name as it was given, `model` as its server has it; `context_tokens` decides how
    an article is divided into requests.
    """

    asked: str
    model: str
    prompt: str
    prompt_hash: str
    context_tokens: int
    summarizer: str
    verifier: str | None = None


class Replies:
    """The replies in a folder.

    Args:
        folder: where they are, or shall be.
        asking: whether a request without a reply is asked, and its reply kept (`--record`), or is an error
            (`--replay`).

    Raises:
        InputError: the folder, or a file in it, cannot be read.
        ConfigurationError: it cannot be written.
    """

    def __init__(self, folder: Path, *, asking: bool) -> None:
        self.folder = folder
        self.asking = asking
        self.missing = 0  # requests that nothing was recorded for
        if asking:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ConfigurationError(f"{folder} cannot be made: {error.strerror or error}") from None
        elif not folder.is_dir():
            raise InputError(f"there is no folder {folder}; --record makes one")
        self.recorded = self._read_about()

    def path(self, run: int) -> Path:
        """The file of a run, from 1."""
        return self.folder / ("replies.jsonl" if run == 1 else f"replies-{run}.jsonl")

    def note(self, entry: Recorded) -> None:
        """Remember which model and prompt are asked from now on.

        Raises:
            ConfigurationError: it cannot be written.
        """
        if entry in self.recorded:
            return
        self.recorded = (*self.recorded, entry)
        text = json.dumps([asdict(known) for known in self.recorded], indent=2, ensure_ascii=False)
        try:
            (self.folder / _ABOUT).write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise ConfigurationError(
                f"{self.folder / _ABOUT} cannot be written: {error.strerror or error}"
            ) from None

    def find(self, model: str | None, prompt_hash: str) -> Recorded:
        """What was recorded of a model: on this prompt, else on another; the last, where there is more.

        Args:
            model: its name; None: the only one there is.
            prompt_hash: of the prompt's content.

        Raises:
            StaleError: it is not there.
        """
        names = list(dict.fromkeys(entry.asked for entry in self.recorded))
        if model is None and len(names) == 1:
            model = names[0]
        found = [entry for entry in self.recorded if model in (entry.asked, entry.model)]
        if not found:
            known = ", ".join(names) or "none"
            what = "name a model with --model" if model is None else f"no replies of {model} are recorded"
            raise StaleError(f"{what}: those of these models are in {self.folder}: {known}")
        return next((entry for entry in reversed(found) if entry.prompt_hash == prompt_hash), found[-1])

    def wrap(self, model: ChatModel, inner: Model, run: int) -> Model:
        """A model whose replies come from the folder, or go there.

        Args:
            model: who is asked.
            inner: through whom.
            run: which of several, from 1.
        """
        return _Kept(self, model, inner, run)

    def explain_missing(self, prompt: str, prompt_hash: str, model: str, total: int) -> str:
        """One line for requests that nothing was recorded for: how many, what changed, what to do."""
        same = [entry for entry in self.recorded if model in (entry.asked, entry.model)]
        hashes = {entry.prompt_hash for entry in same}
        if prompt_hash in hashes:
            why = (
                "the prompt is the same, so a parameter, an article, the rounds or this version of "
                "summarizer ask differently"
            )
        elif named := [entry for entry in same if entry.prompt == prompt]:
            was = named[-1].prompt_hash[:12]
            why = f"the prompt {prompt} changed since ({was} then, {prompt_hash[:12]} now)"
        else:
            why = f"they are of other prompts ({', '.join(sorted({e.prompt for e in same})) or 'none'})"
        return (
            f"{self.missing} of {total} requests of prompt {prompt} to {model} have no reply in "
            f"{self.folder}, so nothing is scored: {why}; ask again with --record"
        )

    def _read_about(self) -> tuple[Recorded, ...]:
        path = self.folder / _ABOUT
        if not path.exists():
            return ()
        try:
            return tuple(Recorded(**entry) for entry in json.loads(path.read_text(encoding="utf-8")))
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
        except (ValueError, TypeError):
            raise InputError(f"{path} is not what --record writes: record again") from None


class _Kept:
    """A model by recorded replies."""

    def __init__(self, replies: Replies, model: ChatModel, inner: Model, run: int) -> None:
        self._replies = replies
        self._model = model
        self._inner = inner
        self._path = replies.path(run)
        self._results: dict[str, Result] = {}
        if self._path.exists():
            # A later line goes before an earlier one: an error that was asked for again.
            self._results = {result.custom_id: result for result in read_results(self._path)}
        self._turns: Counter[str] = Counter()

    async def ask(self, request: Request) -> Reply:
        """The recorded reply; without one, a new one, or a StaleError."""
        name = self._model.endpoint.model
        first = make_custom_id(request, name)
        self._turns[first] += 1
        custom_id = make_custom_id(request, name, self._turns[first])
        result = self._results.get(custom_id)
        if result is not None and (result.succeeded or not self._replies.asking):
            return self._answer(result, request)
        if not self._replies.asking:
            self._replies.missing += 1
            raise StaleError(f"no reply to {request.id!r} is recorded in {self._replies.folder}")
        try:
            reply = await self._inner.ask(request)
        except (*FATAL, BudgetError):
            raise
        except SummarizerError as error:
            self._keep(make_result(custom_id, error, name))
            raise
        result = make_result(custom_id, reply, name)
        usage = reply.usage
        beside = {"seconds": round(usage.seconds, 3), "retries": usage.retries, "cost": usage.cost}
        self._keep(replace(result, body={**result.body, _BESIDE: beside}))
        return reply

    def price(self, usage: Usage) -> float | None:
        """As the model's."""
        return self._model.price(usage)

    def _answer(self, result: Result, request: Request) -> Reply:
        answer = read_answer(result, request, self._model.endpoint, self._model.price)
        if isinstance(answer, SummarizerError):
            raise answer
        beside: dict[str, Any] = result.body.get(_BESIDE) or {}
        known: dict[str, Any] = {key: beside[key] for key in ("seconds", "retries", "cost") if key in beside}
        return replace(answer, usage=answer.usage.model_copy(update=known))

    def _keep(self, result: Result) -> None:
        self._results[result.custom_id] = result
        try:
            with self._path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(format_result(result))
        except OSError as error:
            raise ConfigurationError(f"{self._path} cannot be written: {error.strerror or error}") from None


def list_models(recorded: Sequence[Recorded]) -> tuple[str, ...]:
    """The names of the models, each once."""
    return tuple(dict.fromkeys(entry.asked for entry in recorded))
