"""A draft and its article -> items with evidence, checks and verdicts; what cannot be shown is reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.check.actors import make_cast
from summarizer.check.article import ArticleIndex
from summarizer.check.pairs import Context, compare_passages, make_groups, read_date
from summarizer.check.passage import Passage
from summarizer.check.report import judge
from summarizer.check.words import split_words
from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention, Reading
from summarizer.language import guess_language
from summarizer.records import (
    Actor,
    Article,
    Check,
    Claim,
    Evidence,
    Line,
    Outcome,
    Position,
    Problem,
    Sentence,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft after checking: what goes into the summary."""

    headline: Line
    gist: Line
    actors: tuple[Actor, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()
    uncited: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()


def check_draft(draft: Draft, article: Article, sentences: Sequence[Sentence], reading: Reading) -> Checked:
    """Attach evidence to every item of a draft and test it against the article.

    Args:
        draft: what an engine proposes.
        article: the cleaned article.
        sentences: its sentences, in order.
        reading: what the article shows by its own typography and wording.

    Returns:
        The items in the draft's order. An item that cites no sentence of the article is left out and reported.
    """
    return _Checker(draft, article, sentences, reading).check()


class _Checker:
    """One run over one draft."""

    def __init__(
        self, draft: Draft, article: Article, sentences: Sequence[Sentence], reading: Reading
    ) -> None:
        self.draft = draft
        self.reading = reading
        language = (article.metadata.language or guess_language(article.text) or "en")[:2].lower()
        written = " ".join((draft.headline, draft.gist, *(c.text for c in draft.claims)))
        self.language = guess_language(written) or language
        self.index = ArticleIndex(article, sentences, language, frozenset())
        self.problems: list[Problem] = []
        self.cast, self.entries = make_cast(draft.actors, reading.actors)
        self.today = read_date(article.metadata.date)

    def check(self) -> Checked:
        """Everything, in order: who acts first, since claims name them."""
        claims = [c for c in map(self._check_claim, self.draft.claims) if c]
        positions = [p for p in map(self._check_position, self.draft.positions) if p]
        return Checked(
            headline=self._check_line(self.draft.headline),
            gist=self._check_line(self.draft.gist),
            actors=self.cast.actors(),
            positions=tuple(positions),
            claims=tuple(claims),
            uncited=self._find_uncited(claims),
            problems=tuple(self.problems),
        )

    def _context(self, **extra: object) -> Context:
        whole = self.index.whole
        return Context(
            today=self.today,
            groups=make_groups(self.cast.mentions()),
            aliases=tuple((m.name, *m.aliases, *((m.role,) if m.role else ())) for m in self.cast.mentions()),
            article=whole.register,
            elsewhere=whole.numbers,
            crosslingual=self.language != self.index.language,
            **extra,  # type: ignore[arg-type]  # names and types are those of Context
        )

    def _join_actor(self, name: str | None) -> str | None:
        """The name in the summary of whoever a draft names; a new actor where nobody is known by it."""
        if not name or not name.strip():
            return None
        index = self.cast.find(name)
        if index is None:
            index = self.cast.add(Mention(name.strip()), shown=True)
        return self.cast.show(index)

    def _cite(self, item: DraftClaim | DraftPosition, text: str) -> tuple[Evidence, ...]:
        evidence = self.index.evidence(item.sentences, item.spans)
        if not evidence:
            self.problems.append(
                Problem(stage="check", message="it cites no sentence of the article", item=text)
            )
        return evidence

    def _check_claim(self, draft: DraftClaim) -> Claim | None:
        evidence = self._cite(draft, draft.text)
        if not evidence:
            return None
        speaker = self._join_actor(draft.speaker)
        cited = tuple(sorted({n for e in evidence for n in e.sentences}))
        passage = self.index.passage(cited)
        context = self._context(
            speaker=speaker,
            attribution=draft.attribution,
            hedges=draft.hedges,
            find_better=lambda roots: self.index.find_better(roots, cited),
        )
        first, *rest = compare_passages(Passage(draft.text, self.language), passage, context)
        checks = [self._check_speaker(first, speaker), *rest]
        return Claim(
            text=draft.text,
            speaker=speaker,
            attribution=draft.attribution,
            kind=draft.kind,
            evidence=evidence,
            via=self._join_actor(draft.via),
            hedges=draft.hedges,
            checks=tuple(checks),
            verdict=judge(checks),
        )

    def _check_speaker(self, check: Check, speaker: str | None) -> Check:
        """Who speaks by the cited words alone, then whether the article knows the speaker at all."""
        if speaker is None or check.outcome is Outcome.DIFFERS:
            return check
        register = self.index.whole.register
        if any(register.has(key) for key in split_words(speaker).keys if key[0].isalnum()):
            return check
        return Check(
            name="speaker",
            outcome=Outcome.DIFFERS,
            message=f"the article names nobody called {speaker}",
            found=speaker,
        )

    def _check_position(self, draft: DraftPosition) -> Position | None:
        evidence = self._cite(draft, f"{draft.holder} {draft.stance} {draft.issue}")
        holder = self._join_actor(draft.holder)
        if not evidence or holder is None:
            return None
        checks: tuple[Check, ...] = ()
        return Position(
            holder=holder,
            stance=draft.stance,
            issue=draft.issue,
            evidence=evidence,
            checks=checks,
            verdict=judge(checks),
        )

    def _check_line(self, text: str) -> Line:
        if not text.strip():
            return Line(text=text)
        checks = compare_passages(Passage(text, self.language), self.index.whole, self._context())
        return Line(text=text, checks=checks, verdict=judge(checks))

    def _find_uncited(self, claims: Sequence[Claim]) -> tuple[Evidence, ...]:
        """Statements of the article that no claim cites."""
        cited = {n for claim in claims for e in claim.evidence for n in e.sentences}
        found: list[Evidence] = []
        for statement in self.reading.statements:
            if cited.isdisjoint(statement.sentences):
                found.extend(self.index.evidence(statement.sentences))
        return tuple(dict.fromkeys(found))
