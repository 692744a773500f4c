"""A draft and its article -> items with evidence, checks and verdicts; what cannot be shown is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.check.actors import is_same_name, make_cast, split_name
from summarizer.check.article import index_article
from summarizer.check.cast_index import CastIndex
from summarizer.check.comparison.support import measure_support
from summarizer.check.context import Context, read_date
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import is_title
from summarizer.check.lexicon.words import split_words
from summarizer.check.narrow import narrow_sentence
from summarizer.check.pairs import check_issue, compare_line, compare_passages
from summarizer.check.passage.passage import Passage
from summarizer.check.report import judge, leave_open, pass_check
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
        self.cast, self.entries = make_cast(draft.actors, reading.actors)
        self.today = read_date(article.metadata.date)
        self._roots: dict[tuple[Span, ...], frozenset[str]] = {}

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
            crosslingual=self.language != self.index.language,
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
            self._check_speaker(first, item, speaker, cited, draft.spans),
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
            statements = self._statements.get(number, ())
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
            for statement in self._statements.get(n, ())
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

    def _check_speaker(
        self,
        check: Check,
        item: Passage,
        speaker: str | None,
        cited: tuple[int, ...],
        spans: tuple[Span, ...],
    ) -> Check:
        """By the cited words, then by the article's reading, then whether the article has the name at all."""
        if speaker is None or (check.outcome is Outcome.DIFFERS and check.item_span is not None):
            return check
        own = self.cast.find(speaker)
        if check.outcome is Outcome.PASSED:
            return check
        statements = self._find_statements(item, cited, spans)
        known = [s for s in statements if s.speaker is not None]
        for statement in statements:
            if any(self._entry(i) == own for i in (statement.speaker, statement.via) if i is not None):
                return pass_check("speaker")
        firm = known and len(known) == len(statements) and own is not None
        agreed = check.outcome is Outcome.DIFFERS
        if firm and own is not None and self._contradicts(known, own, cited, agreed=agreed):
            return self._differ_in_speaker(known[0], speaker, own)
        if agreed:
            if not self.reading.statements or self._agrees(check.expected, known):
                return check
            return leave_open("speaker", "the article may have somebody else speak")
        register = self.index.whole.register
        names = self.cast.names(own) if own is not None else (speaker,)
        keys = {key for name in names for key in split_words(name).keys if key[0].isalnum()}
        if any(register.has(key) for key in keys):
            return self._differ_in_voice(speaker, cited) if self._is_silent(own, keys, cited) else check
        return Check(
            name="speaker",
            outcome=Outcome.DIFFERS,
            message=f"the article names nobody called {speaker}",
            found=speaker,
        )

    def _is_silent(self, own: int | None, keys: set[str], cited: tuple[int, ...]) -> bool:
        """Whether nothing in the cited sentences, or right before them, has a speaker say anything.

        No statement, no quotation mark, no verb of saying, neither the speaker nor a pronoun or a title that
        may mean them, and no statement of theirs in the sentences before, which might go on there.
        """
        passage = self.index.passage(cited)
        theirs = passage.words.key_set
        if not self.reading.statements or self._common.crosslingual or passage.quoted or passage.sayings:
            return False
        if not theirs.isdisjoint(keys | _GOING_ON) or any(is_title(key) for key in theirs):
            return False
        if any(n in self._statements for n in cited):
            return False
        first = self.index.order[cited[0]]
        before = (s.number for s in self.index.sentences[max(0, first - _GOES_ON) : first])
        return not any(
            statement.speaker is None or self._entry(statement.speaker) == own
            for number in before
            for statement in self._statements.get(number, ())
        )

    def _differ_in_voice(self, speaker: str, cited: tuple[int, ...]) -> Check:
        """The article states in its own voice what a claim has somebody say."""
        passage = self.index.passage(cited)
        return Check(
            name="speaker",
            outcome=Outcome.DIFFERS,
            message=f"nothing there shows that {speaker} says so: the article does",
            found=speaker,
            article_span=passage.to_article(0, len(passage.text)),
        )

    def _agrees(self, name: str | None, statements: Sequence[Statement]) -> bool:
        """Whether the reading has the speaker whom the cited words show; one of the two errs too often."""
        return name is not None and any(
            is_same_name(split_name(name), split_name(other))
            for s in statements
            if s.speaker is not None and self._entry(s.speaker) >= 0
            for other in self.cast.names(self._entry(s.speaker))
        )

    def _contradicts(
        self, statements: Sequence[Statement], own: int, cited: tuple[int, ...], *, agreed: bool
    ) -> bool:
        """Whether the reading is firm enough to say that somebody else speaks.

        It is where every statement's speaker is named on the spot. Where a pronoun or nothing stands there,
        the claimed speaker must be out of sight: not in the cited sentences nor in the few before them.
        `agreed`: the cited words alone name another speaker too.
        """
        keys = {k for name in self.cast.names(own) for k in split_name(name)}
        if any(self._entry(s.addressee) == own for s in statements if s.addressee is not None):
            return True
        text = self.index.passage(cited).words
        if not agreed and not keys.isdisjoint(text.key_set):
            return False  # both names stand there, and the words alone do not tell who speaks
        first = self.index.order[cited[0]]
        near = (
            self.index.sentences[max(0, first - _IN_SIGHT)].start,
            self.index.sentences[self.index.order[cited[-1]]].end,
        )
        in_sight = not keys.isdisjoint(split_words(self.index.text[slice(*near)], self.index.language).keys)
        for statement in statements:
            name = self.cast.name(self._entry(statement.speaker or 0))
            span = statement.speaker_span
            said = split_name(self.index.text[slice(*span)]) if span else ()
            if not name[:1].isupper() or len(name.split()) > _LONGEST_NAME or _is_description(name):
                return False
            named = bool(said) and is_same_name(said, split_name(name))
            if in_sight and (not named or not keys.isdisjoint(said)):
                return False
            if in_sight and not self.index.passage(cited).register.has(split_name(name)[-1]):
                return False
        return bool(keys)

    def _entry(self, actor: int) -> int:
        """The entry of the cast for an actor of the reading; -1 where there is none."""
        return self.entries[actor] if 0 <= actor < len(self.entries) else -1

    def _find_statements(
        self, item: Passage, cited: tuple[int, ...], spans: tuple[Span, ...]
    ) -> list[Statement]:
        """The statements in the cited sentences that a claim is about: those that share most of its words."""
        wanted = item.words.root_set
        scored: list[tuple[float, Statement]] = []
        for number in cited:
            for statement in self._statements.get(number, ()):
                if spans and not any(
                    a < end and start < b for a, b in statement.content for start, end in spans
                ):
                    continue
                roots = self._content_roots(statement)
                scored.append((len(wanted & roots) / (len(wanted) or 1), statement))
        best = max((score for score, _ in scored), default=0.0)
        if best < _SAME_STATEMENT:
            return []
        return [s for score, s in scored if score >= 0.8 * best]

    @cached_property
    def _statements(self) -> dict[int, list[Statement]]:
        """The reading's statements by the sentences that hold them."""
        found: dict[int, list[Statement]] = {}
        for statement in self.reading.statements:
            for number in statement.sentences:
                found.setdefault(number, []).append(statement)
        return found

    def _content_roots(self, statement: Statement) -> frozenset[str]:
        roots = self._roots.get(statement.content)
        if roots is None:
            text = " ".join(self.index.text[a:b] for a, b in statement.content)
            roots = self._roots[statement.content] = split_words(text, self.index.language).root_set
        return roots

    def _differ_in_speaker(self, statement: Statement, speaker: str, own: int) -> Check:
        expected = self.cast.name(self._entry(statement.speaker or 0))
        why = ""
        if statement.addressee is not None and self._entry(statement.addressee) == own:
            why = f": {speaker} is who is told"
        return Check(
            name="speaker",
            outcome=Outcome.DIFFERS,
            message=f"the article has “{expected}” speak, the claim “{speaker}”{why}",
            expected=expected,
            found=speaker,
            article_span=statement.speaker_span,
        )

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
            if self._entry(c.holder) == own and not set(cited).isdisjoint(c.sentences)
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
            entry = self._entry(statement.speaker) if statement.speaker is not None else -1
            if entry >= 0 and entry not in heard:
                silent.setdefault(entry, numbers[0])
        for entry, number in silent.items():
            name = self.cast.name(entry)
            message = f"speaks in sentence {number}, and no claim is theirs"
            self.problems.append(Problem(stage="coverage", message=message, item=name))
        return tuple(dict.fromkeys(found))


_ALL = 0.9  # share of a statement's letters in quotation marks, from which all of it is quoted
_GOES_ON = 3  # sentences over which what somebody says may go on without saying whose it is
# Words that may mean whoever was named before; and German verbs in the mood of reported speech, which goes on
# over sentences without saying whose it is.
_GOING_ON = frozenset(
    list_words(
        """
        he she they it we i you him her them us me his their its our my your who
        er sie es ihr wir ich sein
        sei seien habe hätte hätten würde würden werde könne könnte könnten müsse müsste müssten solle sollen
        sollte sollten dürfe dürfte dürften wolle wollten wäre wären gebe käme komme laut zufolge
        """
    )
)
_IN_SIGHT = 3  # sentences before the cited ones in which a pronoun's bearer may be named
_LONGEST_NAME = 4  # words; longer ones are descriptions
_SAME_STATEMENT = 0.3  # share of a claim's content words in a statement, from which it is about that one


def _is_description(name: str) -> bool:
    """Whether a name only describes, so that it may be anybody's: "One poster"."""
    words = name.split()
    return words[0].lower() in ("one", "another", "some", "many", "several") or not any(
        w[0].isupper() for w in words[1:] or words
    )


_WORDS_OF_A_COMMAND = 4  # words of a command from which its repetition is no coincidence
_OBEYS = 0.6  # share of an item's content words in text that addresses a machine, from which it repeats it
