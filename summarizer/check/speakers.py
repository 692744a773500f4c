"""The claimed speaker against the article's reading: who the engine finds for what a claim cites."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from summarizer.check.actors import Cast, is_same_name, split_name
from summarizer.check.article import ArticleIndex
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import is_title
from summarizer.check.lexicon.words import split_words
from summarizer.check.passage.passage import Passage
from summarizer.check.report import leave_open, pass_check
from summarizer.drafts import Reading, Statement
from summarizer.records import Check, Outcome, Span


class Speakers:
    """Who says what in an article, for its claims."""

    def __init__(
        self,
        index: ArticleIndex,
        reading: Reading,
        cast: Cast,
        entries: Sequence[int],
        *,
        crosslingual: bool,
    ) -> None:
        """Prepare nothing yet.

        Args:
            index: the article.
            reading: what it shows by its own typography and wording.
            cast: the summary's actors.
            entries: for each actor of the reading their entry in the cast, -1 where there is none.
            crosslingual: whether the claims are in another language than the article.
        """
        self._index = index
        self._reading = reading
        self._cast = cast
        self._entries = entries
        self.crosslingual = crosslingual
        self._roots: dict[tuple[Span, ...], frozenset[str]] = {}

    def check(
        self,
        check: Check,
        item: Passage,
        speaker: str | None,
        cited: tuple[int, ...],
        spans: tuple[Span, ...],
    ) -> Check:
        """The check "speaker" of a claim, by the article's reading where the cited words alone leave it open.

        Args:
            check: what the cited words alone show.
            item: the claim.
            speaker: whom it has speak, as the summary names them.
            cited: numbers of the sentences that it cites.
            spans: the passages of the article to which its evidence is narrowed; none where it is not.
        """
        if speaker is None or (check.outcome is Outcome.DIFFERS and check.item_span is not None):
            return check
        own = self._cast.find(speaker)
        if check.outcome is Outcome.PASSED:
            return check
        statements = self._find_statements(item, cited, spans)
        known = [s for s in statements if s.speaker is not None]
        for statement in statements:
            if any(self.entry(i) == own for i in (statement.speaker, statement.via) if i is not None):
                return pass_check("speaker")
        firm = known and len(known) == len(statements) and own is not None
        agreed = check.outcome is Outcome.DIFFERS
        if firm and own is not None and self._contradicts(known, own, cited, agreed=agreed):
            return self._differ_in_speaker(known[0], speaker, own)
        if agreed:
            if not self._reading.statements or self._agrees(check.expected, known):
                return check
            return leave_open("speaker", "the article may have somebody else speak")
        register = self._index.whole.register
        names = self._cast.names(own) if own is not None else (speaker,)
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
        passage = self._index.passage(cited)
        theirs = passage.words.key_set
        if not self._reading.statements or self.crosslingual or passage.quoted or passage.sayings:
            return False
        if not theirs.isdisjoint(keys | _GOING_ON) or any(is_title(key) for key in theirs):
            return False
        if any(n in self.statements for n in cited):
            return False
        first = self._index.order[cited[0]]
        before = (s.number for s in self._index.sentences[max(0, first - _GOES_ON) : first])
        return not any(
            statement.speaker is None or self.entry(statement.speaker) == own
            for number in before
            for statement in self.statements.get(number, ())
        )

    def _differ_in_voice(self, speaker: str, cited: tuple[int, ...]) -> Check:
        """The article states in its own voice what a claim has somebody say."""
        passage = self._index.passage(cited)
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
            if s.speaker is not None and self.entry(s.speaker) >= 0
            for other in self._cast.names(self.entry(s.speaker))
        )

    def _contradicts(
        self, statements: Sequence[Statement], own: int, cited: tuple[int, ...], *, agreed: bool
    ) -> bool:
        """Whether the reading is firm enough to say that somebody else speaks.

        It is where every statement's speaker is named on the spot. Where a pronoun or nothing stands there,
        the claimed speaker must be out of sight: not in the cited sentences nor in the few before them.
        `agreed`: the cited words alone name another speaker too.
        """
        keys = {k for name in self._cast.names(own) for k in split_name(name)}
        if any(self.entry(s.addressee) == own for s in statements if s.addressee is not None):
            return True
        text = self._index.passage(cited).words
        if not agreed and not keys.isdisjoint(text.key_set):
            return False  # both names stand there, and the words alone do not tell who speaks
        first = self._index.order[cited[0]]
        near = (
            self._index.sentences[max(0, first - _IN_SIGHT)].start,
            self._index.sentences[self._index.order[cited[-1]]].end,
        )
        in_sight = not keys.isdisjoint(split_words(self._index.text[slice(*near)], self._index.language).keys)
        for statement in statements:
            name = self._cast.name(self.entry(statement.speaker or 0))
            span = statement.speaker_span
            said = split_name(self._index.text[slice(*span)]) if span else ()
            if not name[:1].isupper() or len(name.split()) > _LONGEST_NAME or _is_description(name):
                return False
            named = bool(said) and is_same_name(said, split_name(name))
            if in_sight and (not named or not keys.isdisjoint(said)):
                return False
            if in_sight and not self._index.passage(cited).register.has(split_name(name)[-1]):
                return False
        return bool(keys)

    def entry(self, actor: int) -> int:
        """The entry of the cast for an actor of the reading; -1 where there is none."""
        return self._entries[actor] if 0 <= actor < len(self._entries) else -1

    def _find_statements(
        self, item: Passage, cited: tuple[int, ...], spans: tuple[Span, ...]
    ) -> list[Statement]:
        """The statements in the cited sentences that a claim is about: those that share most of its words."""
        wanted = item.words.root_set
        scored: list[tuple[float, Statement]] = []
        for number in cited:
            for statement in self.statements.get(number, ()):
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
    def statements(self) -> dict[int, list[Statement]]:
        """The reading's statements by the sentences that hold them."""
        found: dict[int, list[Statement]] = {}
        for statement in self._reading.statements:
            for number in statement.sentences:
                found.setdefault(number, []).append(statement)
        return found

    def _content_roots(self, statement: Statement) -> frozenset[str]:
        roots = self._roots.get(statement.content)
        if roots is None:
            text = " ".join(self._index.text[a:b] for a, b in statement.content)
            roots = self._roots[statement.content] = split_words(text, self._index.language).root_set
        return roots

    def _differ_in_speaker(self, statement: Statement, speaker: str, own: int) -> Check:
        expected = self._cast.name(self.entry(statement.speaker or 0))
        why = ""
        if statement.addressee is not None and self.entry(statement.addressee) == own:
            why = f": {speaker} is who is told"
        return Check(
            name="speaker",
            outcome=Outcome.DIFFERS,
            message=f"the article has “{expected}” speak, the claim “{speaker}”{why}",
            expected=expected,
            found=speaker,
            article_span=statement.speaker_span,
        )


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
