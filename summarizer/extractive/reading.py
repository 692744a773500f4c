"""The article as a Reading: statements with their speakers, the actors, and stance cues."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.drafts import Reading, Statement
from summarizer.extractive.actors import Cast, describes_person, is_body, name_before_verb
from summarizer.extractive.attribution import announced_speaker, read_line
from summarizer.extractive.clauses import Clauses, Found, Range
from summarizer.extractive.holders import can_speak, without_time
from summarizer.extractive.kinds import judge
from summarizer.extractive.lexer import Line, lex_line
from summarizer.extractive.quotations import Quotation, find_in_line, list_marks, may_quote
from summarizer.extractive.stances import Said, StanceReader
from summarizer.extractive.words import UTTERANCES, is_past, word_set
from summarizer.language import guess_language
from summarizer.records import ActorKind, Attribution, ClaimKind, Sentence, SentenceKind, Span

_EDGES = ".,;:!?()[]“”\"„'‘«»…—–"
_PERSON_PRONOUNS = word_set("he she they er sie")
_WRITTEN = word_set("wrote write writes written read reads sang")
_HEARING = word_set("hear hears heard learned learnt")
_HEARERS = word_set("court jury inquest tribunal inquiry hearing panel committee jurors magistrates")


_NEAR = 3  # words between a subject and its verb, over which the clause is quoted whole
_LONGEST_CONTENT = 1_500  # characters of reported speech; more is a sentence that was not split
_LONGEST_LINE = 8_000  # characters
_TITLE_SHARE = 0.7
_THING_WORDS = 3
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
_FULL_NAME = re.compile(r"(?P<name>T*NN+)")
_FOCUS = re.compile(r"I(?P<name>T*NN+),w")  # "For Ada Storm, who …, it was no joke"
_AGED = re.compile(r"T*NN+(?=AAA)")  # "Ada Storm, 44, a teacher": what stands between commas is no name
# What a company or body is called again by, whatever its name; a "government" is one of its own.
_ANY_BODY = word_set(
    """
    company firm airline carrier manufacturer maker retailer group charity organisation organization agency
    union party bank supermarket operator publisher network club hospital university
    """
)
_FINITE = frozenset("XVKUBYQEMPw")
_BETWEEN = re.compile(r"(?:[^,;:.QEMPwVKUBG()]|\([^()]{1,8}\)){1,14}")
_NO_NAME = re.compile(r"[nrXVKUBYGQE]")
_LABEL = re.compile(r"[NT]{1,4}:(?=.{2})")
_LETTERS = frozenset(("Q", "A", "F"))  # question and answer, and German Frage
_BEGINNING = 10  # paragraphs
_LEAST_LABELLED = 3  # lines with a label that make an interview


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
        self.last_speaker: int | None = None
        self.clauses_before: Clauses | None = None  # of the paragraph before
        self.speaker_before: int | None = None  # the last one of the paragraph before
        self.labels: dict[int, int] = {}
        self.interview = (0, 0)  # the offsets of its first and its last labelled line
        self.answering: int | None = None  # whoever answers in an interview
        self.more: list[Span] = []  # further paragraphs of the last statement

    def read(self) -> Reading:
        # Not an attribute: a circle of references would keep all of the article until the next collection.
        stances = StanceReader(self.text, self.cast, self.sentences, self._antecedent)
        lines = self._lex()
        headings = {s.start for s in self.sentences if s.kind is SentenceKind.HEADING}
        self.labels = self._find_labels(lines)
        for line in lines:
            self.cast.learn(line)
        if self.labels:
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
        clauses = Clauses(line)
        self.speaker_before = self.last_speaker
        count = len(self.statements)
        said = [
            one
            for found in (read_line(clauses) if self.language in ("en", "de") else _read_foreign(line))
            if not (heading and found.cue is None) and (one := self._add(line, clauses, found))
        ]
        if len(self.statements) > count + 1:  # quotations without a cue are found last
            self.statements[count:] = sorted(self.statements[count:], key=_first_offset)
        if (announced := announced_speaker(clauses)) and line.classes[announced[0]] not in "Pw":
            self.last_speaker = self.cast.resolve(line, announced, line.start)
        if self.language == "en":
            stances.read_line(line, clauses, said)
        elif self.language == "de":
            stances.read_german(line, clauses)
        self.clauses_before = clauses

    def _add(self, line: Line, clauses: Clauses, found: Found) -> Said | None:
        """Keep what was found as a statement, unless it is none; it, with its words."""
        quotes = [line.quotations[s] for s, e in found.content if e - s == 1 and s in line.quotations]
        if (
            found.direct
            and found.cue is None
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
            content = tuple(q.inner for q in quotes if self._inner(q).strip())
        else:
            content = tuple(s for s in (self._trim(line, r) for r in found.content) if s is not None)
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
        if found.subject and not line.german and not can_speak(line, found.subject, self.cast.small):
            owner = self._owner_before(clauses, found)
            if owner is None and not found.direct:
                return None
            found = replace(found, subject=owner)
        speaker, speaker_span = self._speaker(line, clauses, found)
        if self._goes_on(line, found, quotes):
            return self._extend(content, self._parts(line, found))
        attribution = Attribution.DIRECT if found.direct else Attribution.INDIRECT
        if not found.direct and any(s <= i < e for s, e in found.content for i in line.quotations):
            attribution = Attribution.MIXED
        parts = self._parts(line, found)
        cue = line.span(*found.cue) if found.cue else None
        kind, hedges = judge(
            " ".join(self.text[s:e] for s, e in content),
            [word for part, (first, last) in parts for word in part.lower[first:last]],
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
            text=self._alone(line, found, content),
            hedges=hedges,
        )
        self._append(statement)
        if speaker is not None:
            self.last_speaker = self.cast.last_person = speaker
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
        return subject if can_speak(clauses.line, subject, self.cast.small) else None

    @staticmethod
    def _parts(line: Line, found: Found) -> tuple[tuple[Line, Range], ...]:
        """The words of what is said: in the line, and in the quotations that stand there."""
        parts: list[tuple[Line, Range]] = []
        for first, last in found.content:
            if not found.direct or found.letter in "KG":  # "called the plan “a disgrace”"
                parts.append((line, (first, last)))
            quoted = [line.quoted(index) for index in line.quotations if first <= index < last]
            parts += [(inner, (0, len(inner.words))) for inner in quoted]
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

    def _find_labels(self, lines: list[Line]) -> dict[int, int]:
        """Lines of an interview or debate, by start: how many words their label has ("Lena Maas:", "Q:")."""
        labelled = {}
        names: Counter[str] = Counter()
        for line in lines:
            match = _LABEL.match(line.classes)
            width = match.end() if match else 0
            if not width and line.words[0] in _LETTERS and len(line.words) > 2 and line.words[1] in ":.":
                width = 2
            if width:
                labelled[line.start] = width
                names[" ".join(line.words[: width - 1])] += 1
        known = names.keys() & _LETTERS and max(names[x] for x in _LETTERS) > 1
        if len(labelled) < _LEAST_LABELLED or not (known or max(names.values()) > 1):
            return {}
        return labelled

    def _add_answer(self, line: Line, label: int) -> None:
        """What a labelled speaker says, without quotation marks; who "A" is the line does not tell."""
        name = self.text[slice(*line.span(0, label - 1))] if label else ""
        if len(line.words) <= label or (not label and self.answering is None):
            return
        if name in ("Q", "F"):
            self.answering = None
            return
        speaker = self.answering
        if name in _LETTERS:
            speaker = self.last_speaker = self._find_answering()
        elif label:
            speaker = self.cast.resolve(line, (0, label - 1), line.start)
        self.answering = speaker
        content = (line.span(label, len(line.words)),)
        words = " ".join(self.text[slice(*content[0])].split())
        kind, hedges = judge(words, line.lower[label:], "")
        span = line.span(0, label - 1) if speaker is not None and label and name not in _LETTERS else None
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

    def _find_answering(self) -> int | None:
        """Who "A" is: the person whom the lines before the interview name most."""
        lines = itertools.takewhile(lambda each: each.start < self.interview[0], self.cast.lines)
        return self._find_named_most(lines)

    def _find_named_most(self, lines: Iterable[Line]) -> int | None:
        """The person whom some lines name in full most often, the first of those."""
        names: Counter[str] = Counter()
        places: dict[str, tuple[Line, Range]] = {}
        for line in lines:
            for match in _FULL_NAME.finditer(line.classes):
                surname = line.words[match.end() - 1].removesuffix("'s")
                names[surname] += self.cast.may_be_named(line, match.span())
                places.setdefault(surname, (line, match.span()))
        surname, count = max(names.items(), key=lambda item: item[1], default=("", 0))
        if not count:
            return None
        line, span = places[surname]
        return self.cast.resolve(line, span, line.starts[span[0]])

    def _is_clause(self, line: Line, found: Found) -> bool:
        """Whether reported content can be a statement: two words at least, and not a bare name."""
        letters = "".join(line.classes[s:e] for s, e in found.content).strip(",.:;_-")
        if found.cue and line.lower[found.cue[0]] in _WRITTEN and self._is_thing(line, found):
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
            text=_join_parts([last.text, *added], [True] * len(added)),
            kind=last.kind if last.kind is not ClaimKind.FACT else kind,
            hedges=tuple(dict.fromkeys((*last.hedges, *hedges))),
        )

    def _append(self, statement: Statement) -> None:
        self._settle()
        self.statements.append(statement)

    def _inner(self, quotation: Quotation) -> str:
        return self.text[quotation.inner[0] : quotation.inner[1]]

    def _trim(self, line: Line, words: Range) -> Span | None:
        first, last = words
        while first < last and line.classes[first] in ",.:;_-C":
            first += 1
        while first < last and line.classes[last - 1] in ",.:;_-":
            last -= 1
        return line.span(first, last) if first < last else None

    def _numbers(self, content: tuple[Span, ...]) -> tuple[int, ...]:
        numbers: dict[int, None] = {}
        for start, end in content:
            first = max(bisect_right(self.starts, start) - 1, 0)
            last = max(bisect_right(self.starts, end - 1, first) - 1, 0)
            numbers.update(dict.fromkeys(self.numbers[first : last + 1]))
        return tuple(numbers)

    def _speaker(self, line: Line, clauses: Clauses, found: Found) -> tuple[int | None, Span | None]:
        if found.subject is None:
            carried = self._spoke_before(line, found.content[0][0]) if found.carried else None
            return carried, None
        first, last = self._author(line, found.subject)
        span = line.span(first, last)
        if found.cue and line.lower[found.cue[0]] in _HEARING and line.lower[last - 1] in _HEARERS:
            return None, None  # "the court heard that": nobody tells who said so
        word = line.words[first].lower()
        if line.classes[first] in "Pw" and last - first == 1:
            if word in _PERSON_PRONOUNS:
                return self._antecedent(line, clauses, first, word), span
            return (self._body_before(line, clauses, first) if word == "it" else None), span
        if last - first == 2 and word == "the" and line.lower[first + 1] in _ANY_BODY:
            body = self._body_before(line, clauses, first, line.lower[first + 1])
            if body is not None:
                self.cast.call(body, f"the {line.words[first + 1]}", span[0])
                return body, span
        if (pair := self.cast.last_pair(line, (first, last))) is not None:
            self.cast.call(pair, " ".join(line.lower[first:last]), span[0])
            return pair, span
        if (person := self._described_before(line, clauses, (first, last))) is not None:
            self.cast.call(person, " ".join(line.words[first:last]), span[0])
            return person, span
        return self.cast.resolve(line, (first, last), span[0]), span

    @staticmethod
    def _author(line: Line, subject: Range) -> Range:
        """Who speaks through what they have written or said: "[Holt]'s statement", "[the party]'s letter"."""
        first, last = subject
        if line.german or line.lower[last - 1] not in UTTERANCES or "s" not in line.classes[first:last]:
            return subject
        owner = first + line.classes[first:last].rindex("s")
        return (first, owner) if owner > first and line.classes[owner - 1] in "nrNT" else subject

    def _described_before(self, line: Line, clauses: Clauses, subject: Range) -> int | None:
        """The person of the sentence before whom a new description means: "Ann Holt … the minister said"."""
        first, last = subject
        start, _ = clauses.sentence(first)
        aged = line.lower[last - 1].endswith("-old")
        if (
            line.german
            or line.lower[first] != "the"
            or not (start or aged)
            or not describes_person(line, subject)
        ):
            return None
        if self.cast.has_office(line, subject) or " ".join(line.lower[first + 1 : last]) in self.cast.by_name:
            return None
        before = self._subject_in(clauses, start)
        named = self._spoke_before(line, first) if before is None else before
        if named is None or named not in (self._spoke_before(line, first), before):
            return None
        actor = self.cast.actors[named]
        known = actor.role is not None and line.classes[last - 1] != "N"
        return named if actor.names and actor.kind is ActorKind.PERSON and not known else None

    def _body_before(self, line: Line, clauses: Clauses, at: int, noun: str = "") -> int | None:
        """The body that "it" or "the company" means: the subject of the sentence before, if it is one."""
        if line.german:
            return None
        first, _ = clauses.sentence(at)
        turn = line.classes.rfind(";", first, at) + 1  # "The union balked; the port, it said, must stay"
        index = self._subject_in(clauses, turn or first)
        return index if index is not None and self.cast.may_be_body(index, noun) else None

    def _subject_in(self, clauses: Clauses, end: int) -> int | None:
        """The actor that the sentence before a word begins with, also that of the paragraph before."""
        if end == 0:
            if self.clauses_before is None:
                return None
            clauses, end = self.clauses_before, len(self.clauses_before.classes)
        line = clauses.line
        start = max(b for b in clauses.bounds if b < end)
        if line.classes[start] == "I" and (focus := _FOCUS.match(line.classes, start)):
            return self.cast.resolve(line, focus.span("name"), line.starts[focus.start("name")])
        while start and line.classes[start:end] in "QE":  # “It is over.”: a quotation and nothing else
            end, start = start, max(b for b in clauses.bounds if b < start)
        subject = clauses.opening_subject(start, end)
        if full := _FULL_NAME.match(line.classes, start, end):
            subject = full.span()  # "Ada Storm spoke": a verb without a class is no part of it
        if subject is None or line.classes[subject[0]] == "P":
            return None
        subject = name_before_verb(line, subject)
        named = line.classes[subject[1] - 1] in "NT"
        if not (named or self.cast.has_office(line, subject) or is_body(line, subject)):
            return None
        return self.cast.resolve(line, subject, line.starts[subject[0]])

    def _spoke_before(self, line: Line, at: int) -> int | None:
        """Who spoke last before a word of a line, though the speakers of the whole line may be known already.

        Whoever is named later in the line counts only where the line opens with a quotation, and in German.
        """
        if line.german or at == 0:
            return self.last_speaker
        position = line.starts[at]
        for statement in reversed(self.statements):
            if statement.content[0][0] < line.start:
                break
            if statement.speaker is not None and statement.content[0][0] < position:
                return statement.speaker
        return self.speaker_before

    def _via(self, line: Line, found: Found) -> int | None:
        if found.via is None or line.classes[found.via[0]] in "Pw":
            return None
        return self.cast.resolve(line, found.via, line.starts[found.via[0]])

    def _antecedent(self, line: Line, clauses: Clauses, at: int, word: str) -> int | None:
        first, _ = clauses.sentence(at)
        recent: list[int] = []
        bounds = [b for b in clauses.bounds if b < first]
        if word in ("he", "she"):
            # Whoever else is named in full is meant only where nobody nearer fits.
            names = _FULL_NAME.finditer(line.classes, bounds[-2] if len(bounds) > 1 else 0, first)
            recent += [
                self.cast.resolve(line, name.span(), line.starts[name.start()])
                for name in names
                if self.cast.is_person(line, name.span())
            ]
        if (speaker := self._spoke_before(line, at)) is not None:
            recent.append(speaker)
        if not line.german and not bounds:
            recent += self._acted_since(speaker)
        aged = _AGED.finditer(line.classes, bounds[-2] if len(bounds) > 1 else 0, first)
        recent += [
            self.cast.resolve(line, name.span(), line.starts[name.start()])
            for name in aged
            if line.words[name.end() + 1].isdigit()
        ]
        for start in bounds[-2:]:
            subject = clauses.opening_subject(start, first)
            subject = subject and name_before_verb(line, subject)
            if full := _FULL_NAME.match(line.classes, start, first) or _FOCUS.match(
                line.classes, start, first
            ):
                subject = full.span("name")  # "Ada Storm spoke": a verb without a class is no part of it
            if subject and (
                self.cast.has_office(line, subject)
                or (
                    line.classes[subject[1] - 1] in "NT"
                    and line.classes[subject[0]] != "P"
                    and (
                        word not in ("he", "she")
                        or "T" in line.classes[slice(*subject)]
                        or self.cast.is_known(line.words[subject[1] - 1])
                    )
                )
            ):
                recent.append(self.cast.resolve(line, subject, line.starts[subject[0]]))
        meant = self.cast.pronoun(word, recent)
        return self._main_person(line, word) if meant is None and word in ("he", "she") else meant

    def _main_person(self, line: Line, word: str) -> int | None:
        """Whom the beginning of the article names most: "she" in an obituary, before she has spoken."""
        lines = itertools.takewhile(lambda each: each.start < line.start, self.cast.lines[:_BEGINNING])
        index = self._find_named_most(lines)
        return index if index is not None and self.cast.may_be(index, word) else None

    def _acted_since(self, speaker: int | None) -> list[int]:
        """The person that the paragraph before ends with, if that comes after the last speaker."""
        if self.clauses_before is None:
            return []
        seen = self.cast.actors[speaker].last_seen if speaker is not None else -1
        subject = self._subject_in(self.clauses_before, len(self.clauses_before.classes))
        return [subject] if subject is not None and self.cast.actors[subject].last_seen > seen else []

    def _first_class(self, line: Line, content: tuple[Span, ...]) -> str:
        at = bisect_right(line.starts, content[0][0]) - 1
        return line.classes[at] if at >= 0 else ""

    def _alone(self, line: Line, found: Found, content: tuple[Span, ...]) -> str:
        """The content as a sentence that stands alone; verbatim for direct quotations."""
        if found.direct:
            return self._join(content)
        words = " ".join(self.text[s:e] for s, e in content)
        if found.cue and found.subject:
            cue = line.starts[found.cue[0]]
            if line.german:
                words = self._german_sentence(line, found, content, cue) or words
            elif (
                (
                    found.letter in "KU"
                    or self._first_class(line, content) in "Sw"
                    or self._is_thing(line, found)
                )
                and found.cue[0] >= found.subject[1]
                and content[0][0] > cue
            ):
                # The verb carries the meaning: "denied the charge", "asked whether …".
                words = self.text[line.starts[found.subject[0]] : content[-1][1]]
                if (
                    found.cue[0] - found.subject[1] > _NEAR
                    or "A" * _NEAR in line.classes[found.subject[1] : found.cue[0]]
                ):
                    subject = self.text[slice(*line.span(*found.subject))]
                    words = f"{subject} {self.text[cue : content[-1][1]]}"
            elif found.letter in "KU" and found.cue[0] < found.subject[0] < found.content[0][0]:
                # "Ministers were urged by campaigners to ban it": the whole sentence.
                at = max(bisect_right(self.starts, cue) - 1, 0)
                words = self.text[max(self.starts[at], line.start) : content[-1][1]]
        words = " ".join(words.split())
        if words[:1].islower():
            words = words[0].upper() + words[1:]
        return words if words[-1] in '.!?”"' else words + "."

    @staticmethod
    def _is_thing(line: Line, found: Found) -> bool:
        """Whether a verb of saying has only a thing as its object: "first reported [the talks]"."""
        first, last = found.content[0]
        letters = line.classes[first:last].rstrip(".,")
        if line.classes[first - 1 : first] == "M":
            return False
        if letters[:1] in ("o", "0") or (letters[:1] == "D" and 1 < len(letters) <= _THING_WORDS):
            return True
        # No verb in it that can be told: "posted [a photo of herself]", "added [further content]".
        return (
            letters[:1] in "DnN"
            and _FINITE.isdisjoint(letters)
            and letters[:1] != ""
            and not any(is_past(word) or word.endswith("s") for word in line.lower[first:last])
        )

    def _german_sentence(self, line: Line, found: Found, content: tuple[Span, ...], cue: int) -> str | None:
        """The clause with its subject and verb, unless what is reported is a main clause itself.

        "sagte, er komme" reports one; "kündigte an, zu kommen", "forderte Geld", "sagte, dass …" do not.
        """
        start = found.content[0][0]
        if cue > content[0][0]:
            return None
        before = line.classes[start - 1 : start]
        if (
            found.letter != "L"
            and before
            and before in ",:"
            and "zu" not in line.lower[start : found.content[-1][1]]
        ):
            return None
        first = min(cue, line.starts[found.subject[0]] if found.subject else cue)
        return self.text[first : content[-1][1]]

    def _join(self, content: tuple[Span, ...]) -> str:
        """The parts of a split quotation as one, with a full stop where the article has one between them."""
        parts = [" ".join(self.text[s:e].split()) for s, e in content]
        gaps = [self.text[left[1] : right[0]] for left, right in itertools.pairwise(content)]
        return _join_parts(parts, [any(mark in gap for mark in ".!?") for gap in gaps])


def _first_offset(statement: Statement) -> int:
    return statement.content[0][0]


def _join_parts(parts: list[str], ends: list[bool]) -> str:
    """The parts of a split quotation as one; `ends` says between which of them a sentence ended.

    >>> _join_parts(["It is long,", "But it ends,"], [True])
    'It is long. But it ends.'
    >>> _join_parts(["It is,", "they say, over."], [False])
    'It is, they say, over.'
    """
    joined = parts[0]
    pieces = []
    for part, ended in zip(parts[1:], ends, strict=True):
        if ended and part[:1].isupper() and joined[-1:] not in ("", *'.!?…:;”"'):
            joined = joined.rstrip(",") + "."
        pieces.append(joined)
        joined = part
    joined = " ".join([*pieces, joined])
    return joined[:-1] + "." if joined.endswith(",") else joined


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
