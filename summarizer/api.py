"""The library: `summarize`, `asummarize`, and a `Summarizer` for an app that makes many calls."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from summarizer import __version__
from summarizer.clean import clean_article
from summarizer.drafts import Request
from summarizer.errors import ConfigurationError, InputError
from summarizer.pipeline import Conversation, Options, Progress, converse, drive, run_coroutine
from summarizer.pipeline.drivers import worst_case
from summarizer.records import Article, Metadata, Provenance, Summary, Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

    from summarizer.models import ChatModel
    from summarizer.prompt import Prompt, VerifyPrompt

    Client = AsyncOpenAI | OpenAI

EXTRACTIVE = "extractive"


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent, and the most it can cost: nothing has been sent.

    Only the first requests are known: follow-ups depend on the replies. Costs are in US dollars, None if
    the price is not known: `cost_low` for the input alone, `cost_high` with replies of full length.
    """

    model: str
    requests: tuple[Request, ...]
    tokens_in: int
    tokens_out_max: int
    cost_low: float | None
    cost_high: float | None


class Summarizer:
    """Holds model, client, prompt and options for many calls. Safe to share between threads and tasks.

    Args:
        model: "extractive" for the built-in engine, or a model's name ("gpt-5.4-mini", "ollama/llama3.2").
            None: SUMMARIZER_MODEL; else a small OpenAI model where a client, OPENAI_API_KEY or a base URL
            is given; else "extractive".
        client: an OpenAI or AsyncOpenAI client that is ready to use; it stays open.
        prompt: a prompt's name, the path of a prompt file, or a loaded Prompt.
        options: limits and settings; see Options.

    Raises:
        ConfigurationError: the model's name, the prompt or an option is wrong.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        client: Client | None = None,
        prompt: str | Path | Prompt = "summary",
        options: Options | None = None,
    ) -> None:
        self.options = options or Options()
        self._models: dict[str, ChatModel] = {}
        self._prompt: Prompt | None = None
        self._verify: VerifyPrompt | None = None
        if reader := self._open(model or os.environ.get("SUMMARIZER_MODEL") or None, client):
            from summarizer.prompt import Prompt, load_prompt

            self._models["reader"] = reader
            self._prompt = prompt if isinstance(prompt, Prompt) else load_prompt(prompt)
        if self.options.verify:
            verifier = self._open(self.options.verify, client)
            if verifier is None:
                raise ConfigurationError("the built-in engine gives no second opinions: name a model")
            from summarizer.prompt import load_verify_prompt

            self._models["verifier"] = verifier
            self._verify = load_verify_prompt(self.options.verify_prompt)

    def _open(self, name: str | None, client: Client | None) -> ChatModel | None:
        """The model of that name, or None for the built-in engine."""
        if not isinstance(name, str | None):
            raise ConfigurationError(
                f"a model is named by a text, not by {type(name).__name__}; clients go to client="
            )
        if name == EXTRACTIVE:
            return None
        from summarizer.models import ChatModel, resolve_model

        key = self.options.api_key
        endpoint = resolve_model(
            name,
            base_url=self.options.base_url,
            api_key=key.get_secret_value() if key else None,
            environ=os.environ,
            client=client,
        )
        if endpoint is None:
            return None
        return ChatModel(
            endpoint, client=client, timeout=self.options.timeout, max_retries=self.options.max_retries
        )

    @property
    def engine(self) -> Literal["extractive", "model"]:
        """Which engine makes the drafts."""
        return "model" if "reader" in self._models else "extractive"

    @property
    def model_name(self) -> str:
        """The model's name, or "extractive"."""
        reader = self._models.get("reader")
        return reader.endpoint.model if reader else EXTRACTIVE

    def summarize(
        self,
        source: str | bytes | Article,
        *,
        metadata: Metadata | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Summary:
        """Summarize one article; works where an event loop already runs, too.

        Args:
            source: text or HTML as a string or bytes, or an Article that is already cleaned.
            metadata: what is known about the article; goes before what the text tells.
            on_progress: called from time to time while a model works.

        Raises:
            SummarizerError: one of its subclasses; see summarizer.errors.
        """
        return run_coroutine(self.asummarize(source, metadata=metadata, on_progress=on_progress))

    async def asummarize(
        self,
        source: str | bytes | Article,
        *,
        metadata: Metadata | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Summary:
        """Like `summarize`, for asynchronous code."""
        article = self._read(source, metadata)
        options = self._full_options()
        return await drive(self._converse(article, options), self._models, options, on_progress)

    def plan(self, source: str | bytes | Article, *, metadata: Metadata | None = None) -> Plan:
        """The requests that `summarize` would begin with, and what they may cost. Sends nothing.

        Raises:
            ConfigurationError: the engine is extractive, which asks nobody.
        """
        if "reader" not in self._models:
            raise ConfigurationError(
                "the extractive engine sends nothing, so there is nothing to plan; name a model with --model"
            )
        article = self._read(source, metadata)
        requests = next(self._converse(article, self._full_options()))
        low = high = Usage()
        for request in requests:
            low += self._priced(Usage(requests=1, tokens_in=request.tokens))
            high += self._priced(worst_case(request))
        return Plan(
            model=self.model_name,
            requests=requests,
            tokens_in=low.tokens_in,
            tokens_out_max=high.tokens_out,
            cost_low=low.cost,
            cost_high=high.cost,
        )

    async def aclose(self) -> None:
        """Close the connections that this object opened; a client that was handed in stays open."""
        for model in self._models.values():
            await model.aclose()

    def _converse(self, article: Article, options: Options) -> Conversation:
        return converse(
            article,
            self._prompt,
            options,
            self._provenance(),
            verify=self._verify,
            verify_context=self._verify_context(),
        )

    def _priced(self, usage: Usage) -> Usage:
        return usage.model_copy(update={"cost": self._models["reader"].price(usage)})

    @staticmethod
    def _read(source: str | bytes | Article, metadata: Metadata | None) -> Article:
        if not isinstance(source, str | bytes | Article):
            raise InputError(f"an article is text, bytes or an Article, not {type(source).__name__}")
        if not isinstance(source, Article):
            return clean_article(source, metadata=metadata)
        if metadata is None:
            return source
        given = metadata.model_dump(exclude_none=True)
        return source.model_copy(update={"metadata": source.metadata.model_copy(update=given)})

    def _full_options(self) -> Options:
        """The options with what only the model knows filled in."""
        reader = self._models.get("reader")
        if reader is None or self.options.context_tokens is not None:
            return self.options
        return self.options.model_copy(update={"context_tokens": reader.context_tokens})

    def _verify_context(self) -> int | None:
        """What the model for second opinions reads, in tokens.

        Both models are behind one server, which may be set to less than they could read.
        """
        verifier, given = self._models.get("verifier"), self.options.context_tokens
        return min(verifier.context_tokens, given or verifier.context_tokens) if verifier else None

    def _provenance(self) -> Provenance:
        return Provenance(
            summarizer=__version__,
            engine=self.engine,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            model=self.model_name if self._prompt else None,
            prompt=self._prompt.name if self._prompt else None,
            prompt_hash=self._prompt.hash if self._prompt else None,
            language=self.options.language,
            verifier=self._models["verifier"].endpoint.model if self._verify else None,
            verify_prompt=self._verify.name if self._verify else None,
            verify_prompt_hash=self._verify.hash if self._verify else None,
        )


def summarize(
    source: str | bytes | Article,
    *,
    model: str | None = None,
    client: Client | None = None,
    prompt: str | Path | Prompt = "summary",
    metadata: Metadata | None = None,
    **options: Any,
) -> Summary:
    """Summarize one article: who holds which position and who claims what, checked.

    Args:
        source: text or HTML as a string or bytes, or an Article that is already cleaned.
        model: "extractive", or a model's name; see Summarizer.
        client: a ready OpenAI or AsyncOpenAI client.
        prompt: a prompt's name, the path of a prompt file, or a loaded Prompt.
        metadata: title, URL, date, language, where the text does not tell.
        options: fields of Options: language, max_cost, timeout…

    Raises:
        SummarizerError: one of its subclasses; see summarizer.errors.

    >>> summary = summarize("“We will not sell the harbour,” the mayor, Ann Lee, said.", model="extractive")
    >>> summary.claims[0].speaker
    'Ann Lee'
    """
    summarizer = Summarizer(model, client=client, prompt=prompt, options=_make_options(options))
    return run_coroutine(_summarize_once(summarizer, source, metadata))


async def asummarize(
    source: str | bytes | Article,
    *,
    model: str | None = None,
    client: Client | None = None,
    prompt: str | Path | Prompt = "summary",
    metadata: Metadata | None = None,
    **options: Any,
) -> Summary:
    """Like `summarize`, for asynchronous code."""
    summarizer = Summarizer(model, client=client, prompt=prompt, options=_make_options(options))
    return await _summarize_once(summarizer, source, metadata)


async def _summarize_once(
    summarizer: Summarizer, source: str | bytes | Article, metadata: Metadata | None
) -> Summary:
    try:
        return await summarizer.asummarize(source, metadata=metadata)
    finally:
        await summarizer.aclose()


def _make_options(options: dict[str, Any]) -> Options:
    """Options from keywords.

    Raises:
        ConfigurationError: one is unknown or has a wrong value; the message names it.
    """
    from pydantic import ValidationError

    try:
        return Options(**options)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ConfigurationError(f"option {where!r}: {first['msg']}") from None
