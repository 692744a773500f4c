"""The conversation about one article: a generator that yields requests and is sent their replies.

It does no input or output, so the synchronous call, the asynchronous call, a batch or a recorded replay can
all hold it. What it yields are requests that may be asked side by side; what it is sent are the replies in
the same order, an error standing for a reply that could not be had.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import Field, SecretStr

from summarizer.check import Checked, Citations, check_draft
from summarizer.drafts import Draft, Opinion, Pair, Reply, Request
from summarizer.errors import (
    AuthenticationError,
    BudgetError,
    ConfigurationError,
    ContextOverflowError,
    RefusalError,
    ReplyError,
    SummarizerError,
    UnknownModelError,
    UnreachableError,
)
from summarizer.extractive import propose_draft
from summarizer.language import guess_language
from summarizer.loops import is_loop
from summarizer.merge import merge_drafts
from summarizer.parse import parse_opinions, parse_reply
from summarizer.pipeline.assist import add_answer, list_found
from summarizer.pipeline.quoting import quote_sentences
from summarizer.pipeline.revise import as_draft, explain, failed_items, improve
from summarizer.pipeline.second_opinion import add_opinions, find_doubts
from summarizer.pipeline.tidy import tidy_draft
from summarizer.pipeline.visible import Visible, read_visible
from summarizer.records import (
    Article,
    Problem,
    Provenance,
    Record,
    Sentence,
    Source,
    Summary,
    Usage,
)
from summarizer.split import split_sentences

if TYPE_CHECKING:
    from summarizer.prompt import Prompt, VerifyPrompt

_Replies = tuple[Reply | SummarizerError, ...]
Conversation = Generator[tuple[Request, ...], _Replies, Summary]

# Errors that every further request would meet too.
FATAL = (AuthenticationError, UnknownModelError, UnreachableError, ConfigurationError)

# How often one part may be continued after its reply was cut off, and asked again after an unreadable one.
_MAX_CONTINUATIONS = 4
_MAX_REPEATS = 1
# How often the packing may be halved after the server says that a request is too long for it.
_MAX_HALVINGS = 4

_DEFAULT_CONTEXT = 32_000


class Options(Record):
    """How to ask. Times in seconds, costs in US dollars; None leaves it to the model or the prompt."""

    base_url: str | None = None
    api_key: SecretStr | None = None
    language: str | None = None  # of the summary; None: the article's
    timeout: float | None = Field(None, gt=0)  # of one request
    max_retries: int | None = Field(None, ge=0)  # of one request
    rounds: int = Field(1, ge=0)  # how often failed items go back to the model
    verify: str | None = None  # the model that gives second opinions, on the same base URL
    verify_prompt: str = "verify"  # a name or a path
    max_cost: float | None = Field(None, ge=0)  # of one article
    context_tokens: int | None = Field(None, gt=0)
    max_output_tokens: int | None = Field(None, gt=0)
    concurrency: int = Field(8, gt=0)  # requests in flight for one article
    log_dir: Path | None = None  # where each request and answer is written to, without keys
    offline: bool = False  # refuse whatever would leave this machine
    # Of a model file that is read in this process (local/PATH.gguf); None: llama.cpp's choice.
    threads: int | None = Field(None, gt=0)
    gpu_layers: int | None = Field(None, ge=0)
    # Temperature, seed…: to the server as they are, over those of the prompt file.
    parameters: dict[str, Any] = Field(default_factory=dict)


def converse(
    article: Article,
    prompt: Prompt | None,
    options: Options,
    provenance: Provenance,
    *,
    verify: VerifyPrompt | None = None,
    verify_context: int | None = None,
) -> Conversation:
    """Summarize an article in as many rounds as it takes; without a prompt, by the extractive engine.

    With `verify`, another model, which reads `verify_context` tokens, is asked about the items whose checks
    could not tell.

    Raises:
        ConfigurationError: the model's context cannot hold the prompt.
        SummarizerError: an error that was sent in for every part of the article, or one that every
            further request would meet too (a wrong key, an unknown model).
    """
    talk = _Talk(article, options, verify_context or _DEFAULT_CONTEXT)
    if prompt is None:
        draft = talk.proposal
        talk.problems += draft.problems
    else:
        draft = yield from talk.read(prompt)
    checked = yield from talk.check(draft, verify)
    for number in range(options.rounds):
        if prompt is None or not (failed_items(checked) or checked.uncited):
            break
        improved = yield from talk.repair(prompt, checked, number + 1)
        if improved is None:
            break
        checked = yield from talk.check(improved, verify)
    # What a reply lost is told once, however many rounds lost it.
    problems = tuple(dict.fromkeys(talk.problems))
    return _make_summary(article, talk.sentences, checked, provenance, problems=problems, usage=talk.usage)


def list_requests(article: Article, prompt: Prompt, options: Options) -> tuple[Request, ...]:
    """The requests with which a conversation begins, for a model as the options describe it.

    Raises:
        ConfigurationError: the model's context cannot hold the prompt.
    """
    talk = _Talk(article, options, _DEFAULT_CONTEXT)
    return talk.plan(prompt, options.context_tokens or _DEFAULT_CONTEXT)[0]


@dataclass
class _Talk:
    """One conversation with a model: what it is about, and what it has taken so far."""

    article: Article
    options: Options
    verify_context: int  # tokens that the model for second opinions reads
    usage: Usage = field(default_factory=lambda: Usage(cost=0.0))
    opinions: dict[Pair, Opinion] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """The article's, in order."""
        return split_sentences(self.article)

    @cached_property
    def visible(self) -> Visible:
        """What the engines are shown of it."""
        return read_visible(self.article, self.sentences)

    @cached_property
    def language(self) -> str | None:
        """The article's, two letters, where it can be told."""
        return self.article.metadata.language or guess_language(self.article.text)

    @cached_property
    def citations(self) -> Citations:
        """The article's sentences, to look up what a claim repeats."""
        return Citations(self.article, self.sentences)

    @cached_property
    def proposal(self) -> Draft:
        """The built-in engine's draft."""
        reading, sentences, article = self.visible
        return propose_draft(article.text, sentences, reading, article.metadata)

    def read(self, prompt: Prompt) -> Generator[tuple[Request, ...], _Replies, Draft]:
        """Ask for every part of the article, and for headline and gist of a long one."""
        context = self.options.context_tokens or _DEFAULT_CONTEXT
        for halving in range(_MAX_HALVINGS + 1):
            requests, problems = self.plan(prompt, context)
            try:
                drafts = yield from self._ask(prompt, requests)
                self.problems += problems
                self.options = self.options.model_copy(update={"context_tokens": context})
                break
            except ContextOverflowError:
                # Our count and the server's differ, or it reads less than its makers say.
                if halving == _MAX_HALVINGS:
                    raise
                context = min(context, max(r.tokens + r.max_tokens for r in requests)) // 2
        draft = merge_drafts(drafts)
        if prompt.mode == "assist":
            draft = self._assist(draft)
        if len(requests) > 1:
            draft = yield from self._read_whole(prompt, draft, [d for d in drafts if d.gist], context)
        if not (draft.headline and draft.gist):
            plain = self.proposal
            missing = " and ".join(n for n in ("headline", "gist") if not getattr(draft, n))
            self._note("reply", f"the model gave no {missing}; taken from the article's own sentences")
            draft = replace(draft, headline=draft.headline or plain.headline, gist=draft.gist or plain.gist)
        return draft

    def _assist(self, answer: Draft) -> Draft:
        """What the built-in engine finds, with what a model adds and the checks bear out."""
        checked = check_draft(answer, self.article, self.sentences, self.visible.reading)
        draft = add_answer(self.proposal, answer, checked, self._quote)
        # What is not taken is no loss, whatever was wrong with it.
        kept = {claim.text for claim in draft.claims}
        self.problems = [
            p for p in self.problems if p.stage not in ("check", "reply") or p.item in kept | {None}
        ]
        return draft

    def plan(self, prompt: Prompt, context: int) -> tuple[tuple[Request, ...], list[Problem]]:
        """The requests that show the model the article, and what had to be cut."""
        from summarizer.prompt import build_requests

        problems: list[Problem] = []
        requests = build_requests(
            prompt,
            self.visible.article,
            self.visible.sentences,
            language=self.options.language,
            context_tokens=context,
            max_output_tokens=self.options.max_output_tokens,
            found=list_found(self.proposal) if prompt.shows_found else (),
            problems=problems,
        )
        return requests, problems

    def _read_whole(
        self, prompt: Prompt, draft: Draft, parts: Sequence[Draft], context: int
    ) -> Generator[tuple[Request, ...], _Replies, Draft]:
        """Headline and gist of a long article, from those of its parts."""
        from summarizer.prompt import build_merge

        request = build_merge(
            prompt,
            self.visible.article,
            [d.gist for d in parts],
            [c.text for c in draft.claims],
            language=self.options.language,
            context_tokens=context,
            max_output_tokens=self.options.max_output_tokens,
        )
        try:
            (whole,) = yield from self._ask(prompt, (request,))
        except SummarizerError as error:
            self._note("merge", f"headline and gist are those of the first part: {error}")
            return draft
        return replace(draft, headline=whole.headline or draft.headline, gist=whole.gist or draft.gist)

    def _ask(
        self, prompt: Prompt, requests: Sequence[Request]
    ) -> Generator[tuple[Request, ...], _Replies, list[Draft]]:
        """One draft for each request that could be answered, in order; what is lost is noted.

        A reply that was cut off is continued, an unreadable one asked for once more.

        Raises:
            ContextOverflowError: a request is too long for the model.
            SummarizerError: none could be answered.
        """
        from summarizer.prompt import build_continuation

        if self.options.parameters:
            requests = [replace(r, parameters={**r.parameters, **self.options.parameters}) for r in requests]
        drafts: dict[int, list[Draft]] = {}
        errors: dict[int, SummarizerError] = {}
        pending = dict(enumerate(requests))
        continued = dict.fromkeys(pending, 0)
        repeated = dict.fromkeys(pending, 0)
        while pending:
            replies = yield tuple(pending.values())
            following: dict[int, Request] = {}
            for (index, request), reply in zip(pending.items(), replies, strict=True):
                try:
                    draft = self._take(request, reply)
                except ReplyError as error:
                    # A reply without text that used up its limit would do so again.
                    used_up = isinstance(reply, Reply) and reply.cut and not reply.text
                    if repeated[index] < _MAX_REPEATS and isinstance(reply, Reply) and not used_up:
                        repeated[index] += 1
                        following[index] = request
                    else:
                        errors[index] = error
                    continue
                except SummarizerError as error:
                    if isinstance(error, ContextOverflowError) and not continued[index]:
                        raise  # the whole article is packed anew
                    errors[index] = error
                    continue
                drafts.setdefault(index, []).append(draft)
                if isinstance(reply, Reply) and reply.cut:
                    if is_loop(reply.text):
                        errors[index] = ReplyError("the model repeated itself until its reply was cut off")
                    elif continued[index] < _MAX_CONTINUATIONS and (draft.claims or draft.positions):
                        continued[index] += 1
                        following[index] = build_continuation(
                            prompt, requests[index], merge_drafts(drafts[index])
                        )
                    else:
                        errors[index] = ReplyError("the reply was cut off at its length limit")
            pending = following
        if errors and not drafts:
            raise next(iter(errors.values()))
        for index, lost in sorted(errors.items()):
            first, last = requests[index].numbers
            what = f"sentences {first} to {last} of the article were" if first <= last else "a request was"
            partly = "only partly" if index in drafts else "not"
            stage = "budget" if isinstance(lost, BudgetError) else "model"
            self._note(stage, f"{what} {partly} read: {lost}")
        return [merge_drafts(drafts[index]) for index in sorted(drafts)]

    def _take(self, request: Request, reply: Reply | SummarizerError) -> Draft:
        """Read one reply.

        Raises:
            SummarizerError: it is an error, a refusal, or cannot be read.
        """
        if isinstance(reply, SummarizerError):
            raise reply
        self.usage += reply.usage
        if reply.refusal:
            raise RefusalError(f"the model declined to answer ({reply.refusal}): try another model or prompt")
        if reply.cut and not reply.text:
            raise ReplyError(
                "the reply reached its length limit before any of the answer was written (a reasoning model "
                "thinks within the same limit): raise --max-output-tokens or lower the reasoning effort"
            )
        first, last = request.numbers
        draft = tidy_draft(parse_reply(reply, range(first, last + 1)), self.options.language or self.language)
        draft = self.citations.mend(draft)
        self.problems += draft.problems
        return replace(draft, problems=())

    def _note(self, stage: str, message: str) -> None:
        self.problems.append(Problem(stage=stage, message=message))

    def repair(
        self, prompt: Prompt, checked: Checked, number: int
    ) -> Generator[tuple[Request, ...], _Replies, Draft | None]:
        """Send back what failed its checks and what nobody cited; None if that gains nothing."""
        from summarizer.prompt import build_repair

        request = build_repair(
            prompt,
            self.visible.article,
            self.visible.sentences,
            [(as_draft(item), explain(item)) for item in failed_items(checked)],
            [evidence.sentences for evidence in checked.uncited],
            language=self.options.language,
            context_tokens=self.options.context_tokens or _DEFAULT_CONTEXT,
            max_output_tokens=self.options.max_output_tokens,
            round_number=number,
        )
        try:
            (answer,) = yield from self._ask(prompt, (request,))
        except SummarizerError as error:
            self._note("repair", f"the second round brought nothing: {error}")
            return None
        again = check_draft(answer, self.article, self.sentences, self.visible.reading)
        return improve(checked, again)

    def check(
        self, draft: Draft, verify: VerifyPrompt | None
    ) -> Generator[tuple[Request, ...], _Replies, Checked]:
        """Check a draft, and ask for second opinions on what that leaves open."""
        checked = check_draft(draft, self.article, self.sentences, self.visible.reading)
        return (yield from self.verify(verify, checked)) if verify else checked

    def verify(
        self, prompt: VerifyPrompt, checked: Checked
    ) -> Generator[tuple[Request, ...], _Replies, Checked]:
        """Ask a second model about what the checks left open; many pairs in a request."""
        from summarizer.prompt import build_verification

        pairs = find_doubts(checked, self._quote, self.opinions)
        requests = build_verification(prompt, pairs, context_tokens=self.verify_context)
        if requests:
            replies = yield tuple(request for request, _ in requests)
            for (request, asked), reply in zip(requests, replies, strict=True):
                try:
                    answers = self._take_opinions(reply, len(asked))
                except SummarizerError as error:
                    self._note("verify", f"no second opinion on {len(asked)} items ({request.id}): {error}")
                    continue
                self.opinions |= {asked[number - 1]: opinion for number, opinion in answers.items()}
        return add_opinions(checked, self._quote, self.opinions)

    def _quote(self, numbers: tuple[int, ...]) -> str:
        """The text of sentences."""
        return quote_sentences(self.article.text, self.sentences, numbers)

    def _take_opinions(self, reply: Reply | SummarizerError, count: int) -> dict[int, Opinion]:
        if isinstance(reply, SummarizerError):
            raise reply
        self.usage += reply.usage
        if reply.refusal:
            raise RefusalError(f"the model declined to answer ({reply.refusal}): try another model or prompt")
        return parse_opinions(reply, count)


def _make_summary(
    article: Article,
    sentences: Sequence[Sentence],
    checked: Checked,
    provenance: Provenance,
    *,
    problems: Sequence[Problem],
    usage: Usage,
) -> Summary:
    raw = article.raw.encode("utf-8", "surrogatepass")
    return Summary(
        headline=checked.headline,
        gist=checked.gist,
        actors=checked.actors,
        positions=checked.positions,
        claims=checked.claims,
        uncited=checked.uncited,
        problems=(*problems, *checked.problems),
        usage=usage,
        provenance=provenance,
        source=Source(
            metadata=article.metadata, raw_sha256=sha256(raw).hexdigest(), raw_length=len(article.raw)
        ),
        text=article.text,
        sentences=tuple(sentences),
    )
