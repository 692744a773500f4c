"""A draft and its article -> items with evidence, checks and verdicts; what cannot be shown is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.check.actors import make_cast
from summarizer.check.article import index_article
from summarizer.check.cast_index import CastIndex
from summarizer.check.comparison.support import measure_support
from summarizer.check.context import Context, read_date
from summarizer.check.lexicon.words import split_words
from summarizer.check.narrow import narrow_sentence
from summarizer.check.pairs import check_issue, compare_line, compare_passages
from summarizer.check.passage.passage import Passage
from summarizer.check.report import judge, leave_open, pass_check
from summarizer.check.speakers import Speakers
from summarizer.check.stance import check_stance
from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention, Reading, Statement
from summarizer.language import guess_language
from summarizer.records import (
    Actor,
    Article,
    Attribution,
    Check,
    Claim,
    Evidence,
    Line,
    Outcome,
    Position,
    Problem,
    Sentence,
    Span,
    list_cited,
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
        The items in the draft's order. One that cites no sentence of the article is left out and reported.
    """
    return _Checker(draft, article, sentences, reading).check()


class _Checker:
    """One run over one draft."""

    def __init__(
        self, draft: Draft, article: Article, sentences: Sequence[Sentence], reading: Reading
    ) -> None:
        self.draft = draft
        self.reading = reading
        self.index = index_article(article, sentences)
        written = " ".join((draft.headline, draft.gist, *(c.text for c in draft.claims)))
        self.language = guess_language(written) or self.index.language
        self.problems = [
            Problem(
                stage="instructions",
                message=f"sentence {s.number} addresses a machine; it is no evidence for anything",
                item=article.text[s.start : s.end],
            )
            for s in sentences
            if s.number in self.index.hidden
        ]
        self.cast, entries = make_cast(draft.actors, reading.actors)
        self.today = read_date(article.metadata.date)
        self.speakers = Speakers(
            self.index, reading, self.cast, entries, crosslingual=self.language != self.index.language
        )

    def check(self) -> Checked:
        """Everything, in order: who acts first, since claims name them."""
        for name in (*(c.speaker for c in self.draft.claims), *(p.holder for p in self.draft.positions)):
            self._join_actor(name)
        claims = self._leave_out_repeated(c for c in map(self._check_claim, self.draft.claims) if c)
        positions = [p for p in map(self._check_position, self.draft.positions) if p]
        return Checked(
            headline=self._check_line(self.draft.headline),
            gist=self._check_line(self.draft.gist),
            actors=self.cast.actors(),
            positions=tuple(positions),
            claims=tuple(claims),
            uncited=self._find_uncited(claims, positions),
            problems=tuple(self.problems),
        )

    def _leave_out_repeated(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims; of those with one speaker, text and evidence the first, the others reported."""
        kept: dict[object, Claim] = {}
        for claim in claims:
            if kept.setdefault((claim.speaker, claim.text, claim.evidence), claim) is not claim:
                message = "left out: it is there already"
                self.problems.append(Problem(stage="check", message=message, item=claim.text))
        return list(kept.values())

    @cached_property
    def _common(self) -> Context:
        """What all items share; made once the cast is complete."""
        mentions = self.cast.mentions()
        return Context(
            today=self.today,
            cast=CastIndex(mentions),
            whole=self.index.whole,
            crosslingual=self.speakers.crosslingual,
            find_near=self.index.find_near,
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
        """The evidence of an item; where there is none, the item is reported as left out."""
        known = [n for n in item.sentences if n in self.index.order]
        numbers = [n for n in known if n not in self.index.hidden]
        evidence = self.index.evidence(numbers, item.spans) if numbers else ()
        if not evidence:
            message = (
                "it rests on text that addresses a machine"
                if known
                else "it cites no sentence of the article"
            )
            self.problems.append(Problem(stage="check", message=f"left out: {message}", item=text))
        return evidence

    def _check_claim(self, draft: DraftClaim) -> Claim | None:
        item = Passage(draft.text, self.language)
        evidence = self._cite(draft, draft.text)
        if not evidence:
            return None
        speaker = self._join_actor(draft.speaker)
        # The checks read whole sentences: who speaks and "reportedly" stand beside what is said.
        cited = list_cited(evidence)
        passage = self.index.passage(cited)
        context = self._common._replace(
            speaker=speaker,
            attribution=draft.attribution,
            hedges=draft.hedges,
            find_better=lambda roots: self.index.find_better(roots, cited),
        )
        attribution = draft.attribution
        if attribution is None or (not draft.spans and attribution is not Attribution.NARRATOR):
            evidence = self.index.evidence(cited, self._narrow(item, speaker, cited))
            attribution = self._find_attribution(item, evidence, passage)
        first, *rest = compare_passages(item, passage, context)
        checks = [
            self.speakers.check(first, item, speaker, cited, draft.spans),
            *rest,
            self._check_obedience(item),
        ]
        return Claim(
            text=draft.text,
            speaker=speaker,
            attribution=attribution,
            kind=draft.kind,
            evidence=evidence,
            via=self._join_actor(draft.via),
            hedges=draft.hedges,
            checks=tuple(checks),
            verdict=judge(checks),
        )

    def _narrow(self, item: Passage, speaker: str | None, cited: tuple[int, ...]) -> tuple[Span, ...]:
        """The passages of the cited sentences that say what a claim says.

        The speaker's name stands in the claim for "I" and "we", and in the sentence beside what is said: the
        claimed one's, and the one whom the article has speak.
        """
        own = item.words.root_set - split_words(speaker or "", self.language).root_set
        found: list[Span] = []
        for number in cited:
            statements = self.speakers.statements.get(number, ())
            contents = [self._find_carrying(statement) for statement in statements]
            names = " ".join(self.index.text[slice(*s.speaker_span)] for s in statements if s.speaker_span)
            roots = own - split_words(names, self.index.language).root_set
            for start, end in narrow_sentence(roots, self.index.passage((number,)), contents):
                if found and not self.index.text[found[-1][1] : start].strip():
                    found[-1] = found[-1][0], end  # sentences that touch are one passage
                else:
                    found.append((start, end))
        return tuple(found)

    def _find_carrying(self, statement: Statement) -> tuple[Span, ...]:
        """Where a statement stands: its content, with the verb that is part of it ("wants …")."""
        cue, (first, *others) = statement.cue, statement.content
        if cue is None or cue[1] > first[0] or statement.attribution is Attribution.DIRECT:
            return statement.content
        says = self.index.text[slice(*cue)] in statement.text
        return ((cue[0], first[1]), *others) if says and first[0] - cue[1] <= 1 else statement.content

    def _find_attribution(self, item: Passage, evidence: Sequence[Evidence], passage: Passage) -> Attribution:
        """How the article gives a statement: its quotation marks tell better than a model."""
        numbers = list_cited(evidence)
        marked = [passage.to_article(q.start, q.end) for q in passage.quoted]
        marked += [
            span
            for n in numbers
            for statement in self.speakers.statements.get(n, ())
            if statement.attribution is Attribution.DIRECT
            for span in statement.content
        ]
        inside = {place for span in marked for place in range(*span)}
        places = [i for e in evidence for i in range(e.start, e.end) if self.index.text[i].isalnum()]
        letters, quoted = len(places), sum(place in inside for place in places)
        # “The cut is “a bad joke”” says itself that the rest is not the speaker's wording.
        partly = sum(q.end - q.start for q in item.quoted)
        if quoted >= _ALL * letters and not 0 < partly < _ALL * len(item.text.rstrip(".")):
            return Attribution.DIRECT
        return Attribution.MIXED if quoted else Attribution.INDIRECT

    @cached_property
    def _commands(self) -> tuple[str, ...]:
        """Each sentence that addresses a machine, as words to search for; a word or two tell nothing."""
        spans = (
            self.index.text[s.start : s.end] for s in self.index.sentences if s.number in self.index.hidden
        )
        joined = (split_words(text, self.index.language).joined for text in spans)
        return tuple(words for words in joined if words.count(" ") > _WORDS_OF_A_COMMAND)

    def _check_obedience(self, item: Passage) -> Check:
        """Whether an item repeats what text that addresses a machine tells it to say."""
        roots = item.words.root_set
        if not self.index.hidden or not roots:
            return pass_check("instructions")
        told = measure_support(roots, self.index.commands.root_set)
        obeys = told >= _OBEYS and told > measure_support(roots, self.index.whole.words.root_set)
        if obeys or any(words in item.words.joined for words in self._commands):
            return Check(
                name="instructions",
                outcome=Outcome.DIFFERS,
                message="it repeats text that addresses a machine",
                found=item.text,
            )
        return pass_check("instructions")

    def _check_position(self, draft: DraftPosition) -> Position | None:
        text = f"{draft.holder} {draft.stance.value} {draft.issue}"
        evidence = self._cite(draft, text)
        holder = self._join_actor(draft.holder)
        if not evidence or holder is None:
            if evidence:
                self.problems.append(Problem(stage="check", message="left out: nobody holds it", item=text))
            return None
        cited = list_cited(evidence)
        passage = self.index.passage(cited)
        item = Passage(draft.issue, self.language)
        own = self.cast.find(holder)
        cues = [
            c
            for c in self.reading.stances
            if self.speakers.entry(c.holder) == own and not set(cited).isdisjoint(c.sentences)
        ]
        names = self.cast.names(own) if own is not None else (holder,)
        keys = frozenset(k for name in names for k in split_words(name).keys if k[0].isalnum())
        checks = (
            self._check_holder(holder, keys),
            *check_issue(item, passage, self._common),
            leave_open("stance")
            if self._common.crosslingual
            else check_stance(draft.stance, item, passage, keys, cues),
            self._check_obedience(item),
        )
        return Position(
            holder=holder,
            stance=draft.stance,
            issue=draft.issue,
            evidence=evidence,
            checks=checks,
            verdict=judge(checks),
        )

    def _check_holder(self, holder: str, keys: frozenset[str]) -> Check:
        register = self.index.whole.register
        if not keys or any(register.has(key) for key in keys):
            return pass_check("speaker")
        return Check(
            name="speaker",
            outcome=Outcome.DIFFERS,
            message=f"the article names nobody called {holder}",
            found=holder,
        )

    def _check_line(self, text: str) -> Line:
        """The checks of headline or gist against the whole article."""
        if not text.strip():
            return Line(text=text)
        item = Passage(text, self.language)
        checks = (*compare_line(item, self.index.whole, self._common), self._check_obedience(item))
        return Line(text=text, checks=checks, verdict=judge(checks))

    def _find_uncited(self, claims: Sequence[Claim], positions: Sequence[Position]) -> tuple[Evidence, ...]:
        """Statements of the article that nothing cites; who speaks and has no item is reported.

        "Lund rejected the plan" is covered by a position as well as by a claim.
        """
        evidence = [*(e for c in claims for e in c.evidence), *(e for p in positions for e in p.evidence)]
        cited = set(list_cited(evidence))
        named = (*(c.speaker for c in claims), *(c.via for c in claims), *(p.holder for p in positions))
        heard = {self.cast.find(name) for name in named if name}
        found: list[Evidence] = []
        silent: dict[int, int] = {}
        for statement in self.reading.statements:
            numbers = [n for n in statement.sentences if n in self.index.order and n not in self.index.hidden]
            if not numbers:
                continue
            if cited.isdisjoint(numbers):
                found.extend(self.index.evidence(numbers))
            entry = self.speakers.entry(statement.speaker) if statement.speaker is not None else -1
            if entry >= 0 and entry not in heard:
                silent.setdefault(entry, numbers[0])
        for entry, number in silent.items():
            name = self.cast.name(entry)
            message = f"speaks in sentence {number}, and no claim is theirs"
            self.problems.append(Problem(stage="coverage", message=message, item=name))
        return tuple(dict.fromkeys(found))


_ALL = 0.9  # share of a statement's letters in quotation marks, from which all of it is quoted


_WORDS_OF_A_COMMAND = 4  # words of a command from which its repetition is no coincidence
_OBEYS = 0.6  # share of an item's content words in text that addresses a machine, from which it repeats it
