"""Claims as they are written: each is read from the unfinished reply and checked as soon as it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.check import Citations, check_draft
from summarizer.drafts import Draft, Reply, Request
from summarizer.errors import ReplyError
from summarizer.language import guess_language
from summarizer.parse import parse_reply
from summarizer.pipeline.assist import is_confirmed
from summarizer.pipeline.quoting import quote_sentences
from summarizer.pipeline.tidy import tidy_draft
from summarizer.pipeline.visible import read_visible
from summarizer.records import Article, Claim, Verdict, list_cited
from summarizer.split import split_sentences


class Preview:
    """Looks at replies while they grow.

    What is shown may still change: actors, which come last in a reply, can turn a speaker's name into a
    fuller one, and the second round mends what failed its checks.

    Args:
        article: that is read.
        on_claim: called with each claim, once.
    """

    def __init__(self, article: Article, on_claim: Callable[[Claim], None]) -> None:
        self._article = article
        self._on_claim = on_claim
        self._sentences = split_sentences(article)
        self._reading = read_visible(article, self._sentences).reading
        self._ends: dict[str, int] = {}  # by request: how many objects had ended when it was last looked at
        self._shown: set[tuple[str | None, str]] = set()
        self._helped = False  # whether the built-in engine has read first (mode "assist")
        self._covered: set[int] = set()  # sentences whose claims were known before a model wrote any
        self._citations = Citations(article, self._sentences)
        self._language = article.metadata.language or guess_language(article.text)

    def show_known(self, claims: Iterable[Claim]) -> None:
        """Show what is there before a model has answered; of the same sentences no other claim is shown."""
        self._helped = True
        for claim in claims:
            self._covered.update(list_cited(claim.evidence))
            self._on_claim(claim)

    def look(self, request: Request, text: str) -> None:
        """Find what is new in a reply, of which `text` has come so far."""
        ends = text.count("}")
        if request.to != "reader" or not request.id.startswith("read") or ends == self._ends.get(request.id):
            return
        self._ends[request.id] = ends
        first, last = request.numbers
        try:
            reply = Reply(request.id, text, cut=True)
            draft = tidy_draft(parse_reply(reply, range(first, last + 1)), self._language)
            draft = self._citations.mend(draft)
        except ReplyError:
            return
        new = tuple(
            c
            for c in draft.claims
            if (c.speaker, c.text) not in self._shown and self._covered.isdisjoint(c.sentences)
        )
        if not new:
            return
        self._shown |= {(c.speaker, c.text) for c in new}
        checked = check_draft(Draft(claims=new), self._article, self._sentences, self._reading)
        for claim in checked.claims:
            if not self._helped or self._is_taken(claim):
                self._on_claim(claim)

    def _is_taken(self, claim: Claim) -> bool:
        """Whether the mode "assist" adds a claim to what it knows."""
        text = quote_sentences(self._article.text, self._sentences, list_cited(claim.evidence))
        return claim.verdict is Verdict.SUPPORTED and is_confirmed(claim, text)
