"""The article as a Reading: statements with their speakers, the actors, and stance cues."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import Reading, Statement
from summarizer.extractive.actors import Cast
from summarizer.extractive.attribution import announced_speaker, read_line
from summarizer.extractive.clauses import Clauses, Found, Range
from summarizer.extractive.discourse import Discourse, find_author
from summarizer.extractive.holders import can_speak, is_paper, without_time
from summarizer.extractive.interviews import LETTERS, find_answers, find_labels, find_name_end
from summarizer.extractive.kinds import judge
from summarizer.extractive.lexer import Line, lex_line
from summarizer.extractive.quotations import Quotation, find_in_line, list_marks, may_quote
from summarizer.extractive.stances import Said, StanceReader
from summarizer.extractive.wording import is_thing, join_parts, word_statement
from summarizer.extractive.words import word_set
from summarizer.language import guess_language
from summarizer.records import Attribution, ClaimKind, Sentence, SentenceKind, Span

_EDGES = ".,;:!?()[]“”\"„'‘«»…—–"
_WRITTEN = word_set("wrote write writes written read reads sang")
_HEARING = word_set("hear hears heard learned learnt")
_HEARERS = word_set("court jury inquest tribunal inquiry hearing panel committee jurors magistrates")


_LONGEST_CONTENT = 1_500  # characters of reported speech; more is a sentence that was not split
_LONGEST_LINE = 8_000  # characters
_TITLE_SHARE = 0.7
_TERM_WORDS = 3
_SCARE_WORDS = 3  # a quotation of no more words without a cue is a term or a title, not speech


def read_statements(text: str, sentences: Sequence[Sentence], *, language: str | None = None) -> Reading:
    """What the article says by its own typography and wording.

    Args:
        text: the article's text.
        sentences: its sentences, as `split_sentences` numbers them.
        language: a BCP 47 code; guessed where it is None. English and German have rules of their own, in
            other languages quotations are found and their speakers where a name stands beside them.

    Returns:
        Statements in the order of the text, each speaker an index into the actors.
    """
    code = (language or guess_language(text) or "en").split("-")[0].lower()
    return _Reader(text, sentences, code).read()


# «…», a déclaré Claire Dumont: a few small words after the quotation, then a name.
# «…», dijo la presidenta del sindicato, Clara Montes: or a description and a comma.
_FOREIGN_SPEAKER = re.compile(
    r",?(?P<cue>[^.;:!?,QENT()]{0,4}|[^.;:!?,QENT()]{1,8},)(?P<name>T*N{1,4})(?![^.,;:QE)]{0,1}[VX])"
)


_NOTHING_BETWEEN = re.compile(r"[,._A]{0,3}")
_BETWEEN = re.compile(r"(?:[^,;:.QEMPwVKUBG()]|\([^()]{1,8}\)){1,14}")
_SAME_PAPER = (["the", "statement"], ["the", "letter"], ["the", "post"], ["the", "email"], ["the", "message"])
_IN_WRITING = re.compile(
    r"\b(?:in|by|issued|released) (?:an? |his |her |their |its )?(?:\w+ )?"
    r"(?:statement|letter|post|email|message)\b"
)
_NO_NAME = re.compile(r"[nrXVKUBYGQE]")


class _Reader:
    """One pass over the lines of an article."""

    def __init__(self, text: str, sentences: Sequence[Sentence], language: str) -> None:
        self.text = text
        self.language = language
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.numbers = [s.number for s in sentences]
        self.cast = Cast()
        self.statements: list[Statement] = []
        self.discourse = Discourse(self.cast, self.statements)
        self.labels: dict[int, int] = {}
        self.interview = (0, 0)  # the offsets of its first and its last labelled line
        self.answers: frozenset[int] = frozenset()  # the offsets of answers without a label
        self.answering: int | None = None  # whoever answers in an interview
        self.answers_as: int | None = None  # who "A" is
        self.more: list[Span] = []  # further paragraphs of the last statement

    def read(self) -> Reading:
        # Not an attribute: a circle of references would keep all of the article until the next collection.
        stances = StanceReader(self.text, self.cast, self.sentences, self.discourse.find_antecedent)
        lines = self._lex()
        headings = {s.start for s in self.sentences if s.kind is SentenceKind.HEADING}
        self.labels = find_labels(lines)
        self.answers = find_answers(lines)
        for line in lines:
            self.cast.learn(line)
        if not LETTERS.isdisjoint(line.words[0] for line in lines if line.start in self.labels):
            self.interview = min(self.labels), max(self.labels)
        for line in lines:
            self._read_line(line, line.start in headings, stances)
        self._settle()
        return Reading(self.cast.mentions(), tuple(self.statements), tuple(stances.found))

    def _lex(self) -> list[Line]:
        spans: list[list[int]] = []
        paragraph = -1
        for sentence in self.sentences:
            # A very long paragraph is read in parts: rules look around within a line.
            if sentence.paragraph != paragraph or sentence.end - spans[-1][0] > _LONGEST_LINE:
                paragraph = sentence.paragraph
                start = sentence.start
                while sentence.end - start > 2 * _LONGEST_LINE:
                    cut = self.text.rfind(" ", start + 1, start + _LONGEST_LINE)
                    cut = cut if cut > 0 else start + _LONGEST_LINE
                    spans.append([start, cut])
                    start = cut + (self.text[cut] == " ")
                spans.append([start, sentence.end])
            else:
                spans[-1][1] = sentence.end
        ends = {s.end for s in self.sentences}
        lines = []
        is_open = False
        marks = list_marks(self.text)
        for start, end in spans:
            quotations: list[Quotation] = []
            if is_open or may_quote(self.text[start:end], marks):
                quotations = find_in_line(self.text, start, end, is_open)
            is_open = bool(quotations) and not quotations[-1].closed
            lines.append(
                lex_line(
                    self.text, start, end, quotations, ends, self.language if self.language == "de" else "en"
                )
            )
        return lines

    def _read_line(self, line: Line, heading: bool, stances: StanceReader) -> None:
        if self.language not in ("en", "de") and not line.quotations:
            return
        if (label := self.labels.get(line.start)) is not None:
            self._add_answer(line, label)
            return
        if self.interview[0] < line.start < self.interview[1] and not heading:
            self._add_answer(line, 0)
            return
        if line.start in self.answers:
            if self.answers_as is None:
                self.answers_as = self._find_answering(min(self.answers))
            self.discourse.last_speaker = self.answers_as
        clauses = Clauses(line)
        self.discourse.begin(clauses)
        count = len(self.statements)
        said = [
            one
            for found in (read_line(clauses) if self.language in ("en", "de") else _read_foreign(line))
            if not (heading and found.cue is None) and (one := self._add(line, clauses, found))
        ]
        if len(self.statements) > count + 1:  # quotations without a cue are found last
            self.statements[count:] = sorted(self.statements[count:], key=_first_offset)
        if (announced := announced_speaker(clauses)) and line.classes[announced[0]] not in "Pw":
            self.discourse.last_speaker = self.cast.resolve(line, announced, line.start)
        if self.language == "en":
            stances.read_line(line, clauses, said)
        elif self.language == "de":
            stances.read_german(line, clauses)
        self.discourse.clauses_before = clauses

    def _add(self, line: Line, clauses: Clauses, found: Found) -> Said | None:
        """Keep what was found as a statement, unless it is none; it, with its words."""
        quotes = [line.quotations[s] for s, e in found.content if e - s == 1 and s in line.quotations]
        if (
            found.direct
            and found.cue is None
            and line.start not in self.answers
            and all(len(self._inner(q).split()) <= _SCARE_WORDS for q in quotes)
            and (line.german or line.classes[found.content[0][0] - 1 : found.content[0][0]] != ":")
        ):
            return None
        if (
            found.direct
            and (found.cue is None or found.letter in "KGU")
            and self._is_title(line, found, quotes)
        ):
            return None
        if found.direct:
            content = tuple([q.inner for q in quotes if self._inner(q).strip()])
        else:
            spans = [self._trim(line, r, first=not i) for i, r in enumerate(found.content)]
            content = tuple([s for s in spans if s is not None])
        if not content or (not found.direct and content[-1][1] - content[0][0] > _LONGEST_CONTENT):
            return None
        if (
            not found.direct
            and found.letter == "U"
            and "comment" in self.text[content[0][0] : content[-1][1]]
        ):
            return None  # "declined to comment" says nothing
        if not found.direct and not self._is_clause(line, found):
            return None
        if found.subject and not line.german:
            found.subject = without_time(line, found.subject)
        if found.subject and not line.german and not can_speak(line, found.subject, self.cast):
            owner = self._owner_before(clauses, found)
            if owner is None and not found.direct:
                return None
            found = replace(found, subject=owner)
        speaker, speaker_span = self._speaker(line, clauses, found)
        if self._goes_on(line, found, quotes):
            return self._extend(content, self._parts(line, found))
        attribution = Attribution.DIRECT if found.direct else Attribution.INDIRECT
        if (
            not found.direct
            and line.quotations
            and any(s <= i < e for s, e in found.content for i in line.quotations)
        ):
            attribution = Attribution.MIXED
        parts = self._parts(line, found)
        cue = line.span(*found.cue) if found.cue else None
        kind, hedges = judge(
            " ".join([self.text[s:e] for s, e in content]),
            itertools.chain.from_iterable([part.lower[first:last] for part, (first, last) in parts]),
            line.lower[found.cue[0]] if found.cue else "",
        )
        addressee = None
        if found.addressee and self.cast.mention(line, found.addressee)[2]:
            addressee = self.cast.resolve(line, found.addressee, line.start)
        statement = Statement(
            attribution=attribution,
            content=content,
            sentences=self._numbers(content),
            speaker=speaker,
            speaker_span=speaker_span,
            cue=cue,
            addressee=addressee,
            via=self._via(line, found),
            kind=kind,
            text=word_statement(self.text, self.starts, line, found, content),
            hedges=hedges,
        )
        self._append(statement)
        if speaker is not None and not (found.subject and is_paper(line, found.subject)):
            self.discourse.last_speaker = speaker  # no "he" is a report
        return Said(statement, parts)

    def _owner_before(self, clauses: Clauses, found: Found) -> Range | None:
        """The subject before what was taken for it: "[Holt] had at last said", "[Holt] last week said"."""
        if found.cue is None or found.subject is None:
            return None
        first, _ = clauses.sentence(found.cue[0])
        at = found.subject[0]
        if at > first and clauses.classes[at - 1] == "P":
            return at - 1, at  # "[he] first described it"
        subject = clauses.opening_subject(first, found.cue[0])
        if subject is None or not _BETWEEN.fullmatch(clauses.classes, subject[1], found.cue[0]):
            return None
        subject = without_time(clauses.line, subject)
        return subject if can_speak(clauses.line, subject, self.cast) else None

    @staticmethod
    def _parts(line: Line, found: Found) -> tuple[tuple[Line, Range], ...]:
        """The words of what is said: in the line, and in the quotations that stand there."""
        parts: list[tuple[Line, Range]] = []
        for first, last in found.content:
            if not found.direct or found.letter in "KG":  # "called the plan “a disgrace”"
                parts.append((line, (first, last)))
            for index in line.quotations:
                if first <= index < last:
                    inner = line.quoted(index)
                    parts.append((inner, (0, len(inner.words))))
        return tuple(parts)

    def _is_title(self, line: Line, found: Found, quotes: list[Quotation]) -> bool:
        """Whether a quotation is the name of a work or body: its longer words have capitals."""
        if found.subject is None or len(quotes) != 1:
            return False
        words = [w for w in self._inner(quotes[0]).split() if len(w) > 3]
        if line.german:
            # German nouns have capitals anyhow; without a colon before it, it is a term.
            at = found.content[0][0]
            return found.cue is None and line.classes[at - 1 : at] != ":" and len(words) <= _TERM_WORDS
        return bool(words) and sum(w[0].isupper() or not w[0].isalpha() for w in words) >= _TITLE_SHARE * len(
            words
        )

    def _add_answer(self, line: Line, label: int) -> None:
        """What a labelled speaker says, without quotation marks; who "A" is the line does not tell."""
        last = find_name_end(line, label) if label else 0
        name = self.text[slice(*line.span(0, last))] if label else ""
        if len(line.words) <= label or (not label and self.answering is None):
            return
        if name in ("Q", "F"):
            self.answering = None
            return
        speaker = self.answering
        if name in LETTERS:
            if self.answers_as is None:
                self.answers_as = self._find_answering(self.interview[0])
            speaker = self.discourse.last_speaker = self.answers_as
        elif label:
            title = line.words.index(".") + 1 if "." in line.words[: last - 1] else 0  # "LT. ANA REYES"
            speaker = self.cast.resolve(line, (title, last), line.start)
        self.answering = speaker
        content = (line.span(label, len(line.words)),)
        words = " ".join(self.text[slice(*content[0])].split())
        kind, hedges = judge(words, line.lower[label:], "")
        span = line.span(0, last) if speaker is not None and label and name not in LETTERS else None
        self._append(
            Statement(
                Attribution.DIRECT,
                content,
                self._numbers(content),
                speaker,
                span,
                None,
                None,
                None,
                kind,
                words,
                hedges,
            )
        )

    def _find_answering(self, start: int) -> int | None:
        """Who "A" is: the person whom the lines before the interview, which begins there, name most."""
        lines = itertools.takewhile(lambda each: each.start < start, self.cast.lines)
        return self.discourse.find_named_most(lines)

    def _is_clause(self, line: Line, found: Found) -> bool:
        """Whether reported content can be a statement: two words at least, and not a bare name."""
        letters = "".join([line.classes[s:e] for s, e in found.content]).strip(",.:;_-")
        if found.cue and line.lower[found.cue[0]] in _WRITTEN and is_thing(line, found):
            return False  # "wrote the measure"
        return len(letters) > 1 and bool(_NO_NAME.search(letters))

    def _goes_on(self, line: Line, found: Found, quotes: list[Quotation]) -> bool:
        """Whether a quotation goes on with that of the paragraph before, which was left open."""
        if not self.statements or found.cue is not None or not quotes or quotes[0].start != line.start:
            return False
        before = self.statements[-1]
        return before.attribution is Attribution.DIRECT and quotes[0].carried

    def _extend(self, content: tuple[Span, ...], parts: tuple[tuple[Line, Range], ...]) -> Said:
        """Go on with the last statement; it is put together once, when the next one begins."""
        self.more += content
        return Said(replace(self.statements[-1], content=content), parts)

    def _settle(self) -> None:
        """Put the paragraphs of a long quotation together."""
        if not self.more:
            return
        last = self.statements[-1]
        added = [" ".join(self.text[s:e].split()) for s, e in self.more]
        joined = (*last.content, *self.more)
        self.more = []
        words = " ".join(added)
        kind, hedges = judge(words, {w.strip(_EDGES) for w in words.lower().replace("’", "'").split()}, "")
        self.statements[-1] = replace(
            last,
            content=joined,
            sentences=self._numbers(joined),
            text=join_parts([last.text, *added], [True] * len(added)),
            kind=last.kind if last.kind is not ClaimKind.FACT else kind,
            hedges=tuple(dict.fromkeys((*last.hedges, *hedges))),
        )

    def _append(self, statement: Statement) -> None:
        self._settle()
        self.statements.append(statement)

    def _inner(self, quotation: Quotation) -> str:
        return self.text[quotation.inner[0] : quotation.inner[1]]

    @staticmethod
    def _trim(line: Line, words: Range, *, first: bool) -> Span | None:
        """The characters of what is said, without the marks around it; the first part also without "and"."""
        begin, last = words
        while begin < last and line.classes[begin] in (",.:;_-C" if first else ",.:;_-"):
            begin += 1
        while begin < last and line.classes[last - 1] in ",.:;_-":
            last -= 1
        return line.span(begin, last) if begin < last else None

    def _numbers(self, content: tuple[Span, ...]) -> tuple[int, ...]:
        numbers: list[int] = []
        for start, end in content:
            first = max(bisect_right(self.starts, start) - 1, 0)
            last = max(bisect_right(self.starts, end - 1, first) - 1, 0)
            numbers += self.numbers[first : last + 1]
        return tuple(numbers) if len(content) == 1 else tuple(dict.fromkeys(numbers))

    def _speaker(self, line: Line, clauses: Clauses, found: Found) -> tuple[int | None, Span | None]:
        if found.subject is None:
            at = found.content[0][0]
            return (self.discourse.spoke_before(line, at) if found.carried else None), None
        subject = find_author(line, found.subject)
        if found.cue and line.lower[found.cue[0]] in _HEARING and line.lower[subject[1] - 1] in _HEARERS:
            return None, None  # "the court heard that": nobody tells who said so
        if subject[1] - subject[0] == 2 and line.lower[subject[0] : subject[1]] in _SAME_PAPER:
            speaker = self.discourse.spoke_before(line, subject[0])
            if speaker is not None and self._spoke_in_writing():
                return speaker, line.span(*subject)
        return self.discourse.find_actor(line, clauses, subject), line.span(*subject)

    def _spoke_in_writing(self) -> bool:
        """Whether the sentence of the last statement says that it was made in a statement, letter or post."""
        if not self.statements:
            return False
        last = self.sentences[max(bisect_right(self.starts, self.statements[-1].content[0][0]) - 1, 0)]
        return _IN_WRITING.search(self.text, last.start, last.end) is not None

    def _via(self, line: Line, found: Found) -> int | None:
        if found.via is None or line.classes[found.via[0]] in "Pw":
            return None
        return self.cast.resolve(line, found.via, line.starts[found.via[0]])


def _first_offset(statement: Statement) -> int:
    return statement.content[0][0]


def _read_foreign(line: Line) -> list[Found]:
    """Quotations of a language without rules: the speaker is a name right beside, if there is one."""
    found = []
    last: int | None = None
    for at in sorted(line.quotations):
        match = _FOREIGN_SPEAKER.match(line.classes, at + 1)
        if match:
            cue = match.span("cue") if match["cue"] else None
            found.append(Found(match.span("name"), cue, [(at, at + 1)], True, letter="V"))
            last = match.end()
        else:
            # It goes on only where nothing but the end of that sentence stands between.
            goes_on = last is not None and _NOTHING_BETWEEN.fullmatch(line.classes, last, at) is not None
            found.append(Found(None, None, [(at, at + 1)], True, carried=goes_on))
            last = at + 1 if goes_on else None
    return found
