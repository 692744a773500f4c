"""The library: `summarize`, `asummarize`, and a `Summarizer` for an app that makes many calls."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from summarizer import __version__
from summarizer.clean import clean_article
from summarizer.drafts import Reply, Request
from summarizer.errors import ConfigurationError, InputError, ReplyError
from summarizer.loops import is_loop
from summarizer.parse import parse_opinions, parse_reply
from summarizer.pipeline import Conversation, Options, Preview, Progress, converse, drive, run_coroutine
from summarizer.pipeline.drivers import Model, worst_case
from summarizer.records import Article, Claim, Metadata, Provenance, Summary, Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI

    from summarizer.models import ChatModel, ReplyCache
    from summarizer.models.probe import Ability
    from summarizer.prompt import Prompt, VerifyPrompt

    Client = AsyncOpenAI | OpenAI

EXTRACTIVE = "extractive"
_LONGEST_NAME = 255  # characters of a file's name; a longer text is an article
_ANY_NUMBER = 10_000  # of pairs in a request for second opinions


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


def open_model(
    name: str | None, options: Options, *, client: Client | None = None, needs_key: bool = True
) -> ChatModel | None:
    """The model of that name with the options' limits, or None for the built-in engine.

    Raises:
        ConfigurationError: there is no such model, or `options.offline` does not allow it.
    """
    if not isinstance(name, str | None):
        raise ConfigurationError(
            f"a model is named by a text, not by {type(name).__name__}; clients go to client="
        )
    if name == EXTRACTIVE:
        return None
    from summarizer.models import CLOUD_NAMES, IN_PROCESS, ChatModel, ExchangeLog, resolve_model

    key = options.api_key
    endpoint = resolve_model(
        name,
        base_url=options.base_url,
        api_key=key.get_secret_value() if key else None,
        environ=os.environ,
        client=client,
        needs_key=needs_key,
    )
    if endpoint is None:
        return None
    if options.offline and not endpoint.local:
        if name is None:
            return None  # nobody asked for the default's server
        raise ConfigurationError(
            f"offline: articles would go to {endpoint.base_url}; name a model on this machine "
            f"(local/PATH.gguf, ollama/NAME…), or {EXTRACTIVE}"
        )
    if options.offline and endpoint.model.endswith(CLOUD_NAMES):
        raise ConfigurationError(
            f"offline: Ollama passes articles for {endpoint.model!r} on to its makers; take a model without "
            "cloud in its name"
        )
    log = ExchangeLog(options.log_dir) if options.log_dir else None
    if endpoint.provider == IN_PROCESS:
        from summarizer.models.in_process import Hardware, InProcessModel

        hardware = Hardware(options.context_tokens, options.threads, options.gpu_layers)
        return InProcessModel(endpoint, hardware, timeout=options.timeout, log=log)
    return ChatModel(
        endpoint, client=client, timeout=options.timeout, max_retries=options.max_retries, log=log
    )


class Summarizer:
    """Holds model, client, prompt and options for many calls. Safe to share between threads and tasks.

    Args:
        model: "extractive" for the built-in engine, or a model's name ("gpt-5.4-mini", "ollama/llama3.2").
            None: SUMMARIZER_MODEL; else a small OpenAI model where a client, OPENAI_API_KEY or a base URL
            is given; else "extractive".
        client: an OpenAI or AsyncOpenAI client that is ready to use; it stays open.
        prompt: a prompt's name, the path of a prompt file, or a loaded Prompt.
        options: limits and settings; see Options.
        wrap: called once with each model that may be asked, returns who is asked in its place: a cache, a
            recorder. The model itself is still ours to close.
        sends: False for one that only plans: then no key is needed.

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
        wrap: Callable[[ChatModel], Model] | None = None,
        sends: bool = True,
    ) -> None:
        self.options = options or Options()
        self._sends = sends
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
        self._asked: dict[str, Model] = {
            role: wrap(model) if wrap else model for role, model in self._models.items()
        }

    def _open(self, name: str | None, client: Client | None) -> ChatModel | None:
        """The model of that name, or None for the built-in engine."""
        return open_model(name, self.options, client=client, needs_key=self._sends)

    @property
    def models(self) -> Mapping[str, ChatModel]:
        """The models themselves, by `Request.to`: "reader", "verifier"; empty for the built-in engine."""
        return self._models

    @property
    def prompt(self) -> Prompt | None:
        """What the reader is told; None for the built-in engine."""
        return self._prompt

    @property
    def verify_prompt(self) -> VerifyPrompt | None:
        """What the verifier is told, where there is one."""
        return self._verify

    @property
    def engine(self) -> Literal["extractive", "model"]:
        """Which engine makes the drafts."""
        return "model" if "reader" in self._models else "extractive"

    @property
    def model_name(self) -> str:
        """The model's name, or "extractive"."""
        reader = self._models.get("reader")
        return reader.endpoint.model if reader else EXTRACTIVE

    @property
    def verifier_name(self) -> str | None:
        """The name of the model that gives second opinions, where one does."""
        verifier = self._models.get("verifier")
        return verifier.endpoint.model if verifier else None

    @property
    def context_tokens(self) -> int:
        """How many tokens a request and its reply may have together; 0 for the built-in engine."""
        return self._full_options().context_tokens or 0

    def summarize(
        self,
        source: str | bytes | Article,
        *,
        metadata: Metadata | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        on_claim: Callable[[Claim], None] | None = None,
    ) -> Summary:
        """Summarize one article; works where an event loop already runs, too.

        Args:
            source: text or HTML as a string or bytes, or an Article that is already cleaned.
            metadata: what is known about the article; goes before what the text tells.
            on_progress: called from time to time while a model works.
            on_claim: called with each claim as soon as a model has written it, checked as it stands. What
                the summary says in the end may differ: names become fuller, what failed may be mended.

        Raises:
            SummarizerError: one of its subclasses; see summarizer.errors.
        """
        return run_coroutine(
            self.asummarize(source, metadata=metadata, on_progress=on_progress, on_claim=on_claim)
        )

    async def asummarize(
        self,
        source: str | bytes | Article,
        *,
        metadata: Metadata | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        on_claim: Callable[[Claim], None] | None = None,
    ) -> Summary:
        """Like `summarize`, for asynchronous code."""
        if not self._sends:
            raise ConfigurationError("this Summarizer was made with sends=False: it only plans")
        article = self.read(source, metadata=metadata)
        await self.prepare()
        on_text = None
        if on_claim and self._asked:
            preview = Preview(article, on_claim)
            on_text = preview.look
            if self._prompt is not None and self._prompt.mode == "assist":
                found = converse(article, None, self.options, self.provenance())
                preview.show_known((await drive(found, {}, self.options)).claims)
        return await drive(self.converse(article), self._asked, self.options, on_progress, on_text)

    async def prepare(self) -> None:
        """Find out what only the models' server knows, before `converse`: once, and only on this machine."""
        if self.options.context_tokens is None:
            for model in self._models.values():
                await model.prepare()

    @staticmethod
    def read(
        source: str | bytes | Article, *, metadata: Metadata | None = None, name: str | None = None
    ) -> Article:
        """The cleaned article of whatever `summarize` takes; `name` is what messages call it.

        Raises:
            InputError: it cannot be read; EmptyArticleError: nothing is left of it.
        """
        if not isinstance(source, str | bytes | Article):
            raise InputError(f"an article is text, bytes or an Article, not {type(source).__name__}")
        if isinstance(source, str) and _names_file(source):
            raise InputError(
                f"{source!r} is the name of a file, and an article is its text: hand in "
                f"Path({source!r}).read_bytes()"
            )
        if not isinstance(source, Article):
            return clean_article(source, metadata=metadata, name=name)
        if metadata is None:
            return source
        given = metadata.model_dump(exclude_none=True)
        return source.model_copy(update={"metadata": source.metadata.model_copy(update=given)})

    def converse(self, article: Article) -> Conversation:
        """The conversation about an article, for a driver of one's own."""
        options = self._full_options()
        return converse(
            article,
            self._prompt,
            options,
            self.provenance(),
            verify=self._verify,
            verify_context=self._verify_context(),
        )

    def plan(self, source: str | bytes | Article, *, metadata: Metadata | None = None) -> Plan:
        """The requests that `summarize` would begin with, and what they may cost. Sends nothing.

        Raises:
            ConfigurationError: the engine is extractive, which asks nobody.
        """
        if "reader" not in self._models:
            raise ConfigurationError(
                "the extractive engine sends nothing, so there is nothing to plan; name a model with --model"
            )
        requests = next(self.converse(self.read(source, metadata=metadata)))
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

    async def probe(self) -> Ability:
        """What the model can do, by one short invented question; no article is sent.

        Raises:
            ConfigurationError: the engine is extractive, which is no model.
            ModelError: the model does not answer.
        """
        from summarizer.models.probe import probe_model

        if "reader" not in self._models:
            raise ConfigurationError("the extractive engine is no model: there is nothing to ask it")
        return await probe_model(self._models["reader"])

    async def aclose(self) -> None:
        """Close the connections that this object opened; a client that was handed in stays open."""
        for model in self._models.values():
            await model.aclose()

    def _priced(self, usage: Usage) -> Usage:
        return usage.model_copy(update={"cost": self._models["reader"].price(usage)})

    def _full_options(self) -> Options:
        """The options with what only the model knows filled in."""
        reader = self._models.get("reader")
        if reader is None:
            return self.options
        context = reader.limit_context(self.options.context_tokens)
        return self.options.model_copy(update={"context_tokens": context})

    def _verify_context(self) -> int | None:
        """What the model for second opinions reads, in tokens.

        Both models are behind one server, which may be set to less than they could read.
        """
        verifier = self._models.get("verifier")
        return verifier.limit_context(self.options.context_tokens) if verifier else None

    def provenance(self) -> Provenance:
        """What a summary of now says of how it was made."""
        return Provenance(
            summarizer=__version__,
            engine=self.engine,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            model=self.model_name if self._prompt else None,
            prompt=self._prompt.name if self._prompt else None,
            prompt_hash=self._prompt.hash if self._prompt else None,
            language=self.options.language,
            verifier=self.verifier_name,
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


def _names_file(text: str) -> bool:
    """Whether a text is no article but the name of a file that is there."""
    if len(text) > _LONGEST_NAME or "\n" in text or not text.strip():
        return False
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def recall_replies(cache: ReplyCache, model: ChatModel, asked: Model | None = None) -> Model:
    """A model that answers from the cache what it has answered before.

    Args:
        cache: where replies are kept.
        model: whose replies they are.
        asked: who is asked in its place for what is not there; None: the model itself.
    """
    from summarizer.models import RecallingModel

    name = model.endpoint.model
    return RecallingModel(asked or model, cache, name=name, address=model.identity, useful=_is_useful)


def _is_useful(request: Request, reply: Reply) -> bool:
    """Whether a reply answers its request: one that does not is asked for again, and must not be kept."""
    if reply.refusal or not reply.text or (reply.cut and is_loop(reply.text)):
        return False
    try:
        if request.to == "verifier":
            parse_opinions(reply, _ANY_NUMBER)
        else:
            parse_reply(reply, range(request.numbers[0], request.numbers[1] + 1))
    except ReplyError:
        return False
    return True


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
