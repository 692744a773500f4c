"""Who is meant: "he", "it", "the company", "the two leaders", "the 83-year-old", by what was said before."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable

from summarizer.drafts import Statement
from summarizer.extractive.actors import (
    PEOPLE,
    Cast,
    describes_person,
    describes_somebody,
    is_body,
    name_before_verb,
)
from summarizer.extractive.clauses import Clauses, Range
from summarizer.extractive.lexer import Line
from summarizer.extractive.words import UTTERANCES, word_set
from summarizer.records import ActorKind

_FULL_NAME = re.compile(r"(?P<name>T*NN+|T+N)")
_WITH_ARTICLE = re.compile(r"DN+")  # "The Rashtriya Front" is nobody's name
# "For Ada Storm, who …, it was no joke"; "Yet it was Storm who left"
_FOCUS = re.compile(r"(?:I(?=T*NN+,w)|[CA]{0,2}PX(?=T*N+w))(?P<name>T*N+)")
_AGED = re.compile(r"T*NN+(?=AAA)")  # "Ada Storm, 44, a teacher": what stands between commas is no name
# What a company or body is called again by, whatever its name; a "government" is one of its own.
_ANY_BODY = word_set(
    """
    company firm airline carrier manufacturer maker retailer group charity organisation organization agency
    union party bank supermarket operator publisher network club hospital university
    """
)
_PERSON_PRONOUNS = word_set("he she they er sie")
_TELLING = {"he": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
# "who goes by the name Bo,", "who gave only his first name, Bo, said"
_GOES_BY = re.compile(r",w[^.;:QENw]{1,12}?(?P<name>N{1,2})(?=,)")
_GIVEN = frozenset(("name", "named", "called", "known", "identified", "nickname"))
_PERSONAL = ("he", "she", "they")
_SELF = ("himself", "herself", "itself")
_SOMEBODY = ("a ", "an ", "one ", "another ")
_LATELY = 6  # statements
_BEGINNING = 10  # paragraphs


class Discourse:
    """What has been read so far, to tell who is meant: the last speaker, the paragraph before.

    Args:
        cast: the actors.
        statements: those found so far; the reader adds to them.
    """

    def __init__(self, cast: Cast, statements: list[Statement]) -> None:
        self.cast = cast
        self.statements = statements
        self.last_speaker: int | None = None
        self.speaker_before: int | None = None  # the last one of the paragraph before
        self.clauses_before: Clauses | None = None  # of the paragraph before
        self._named_most: dict[int, int | None] = {}  # how many lines -> the person whom they name most

    def begin(self, clauses: Clauses) -> None:
        """A paragraph begins. Its first pronoun after a name that begins a sentence tells he or she."""
        self.speaker_before = self.last_speaker
        line = clauses.line
        if line.german:
            return
        for start, end in itertools.pairwise(clauses.bounds):
            name = _FULL_NAME.match(line.classes, start, end)
            if name is None:
                continue
            told = next((w for w in line.lower[name.end() : end] if w in _TELLING), None)
            other = _FULL_NAME.search(line.classes, name.end(), end)
            if told and (other is None or told in line.lower[name.end() : other.start()]):
                self.cast.tell(line, name.span(), _TELLING[told])

    def find_actor(self, line: Line, clauses: Clauses, subject: Range) -> int | None:
        """The actor that a subject means; None where a pronoun means nobody who is known.

        Args:
            line: the paragraph.
            clauses: of the paragraph.
            subject: its words.
        """
        first, last = subject
        word, at = line.words[first].lower(), line.starts[first]
        if line.classes[first] in "Pw" and last - first == 1:
            if word in _PERSON_PRONOUNS:
                return self.find_antecedent(line, clauses, first, word)
            return self._body_before(line, clauses, first) if word == "it" else None
        if last - first == 2 and word == "the" and line.lower[first + 1] in _ANY_BODY:
            meant = self._body_before(line, clauses, first, line.lower[first + 1])
            if meant is None and not line.german:
                meant = self._spoke_lately(line.lower[first + 1])
        else:
            meant = self.cast.last_pair(line, subject)
        if meant is None:
            meant = self._described_before(line, clauses, subject)
        if meant is None:
            return self._resolve(line, subject, at)
        self.cast.call(meant, " ".join(line.words[first:last]), at)
        return meant

    def _resolve(self, line: Line, subject: Range, at: int) -> int:
        """The actor that a subject names or describes, also by the name that it says it goes by."""
        name = _find_given_name(line, subject)
        if name is None:
            return self.cast.resolve(line, subject, at)
        index = self.cast.resolve(line, name, at)
        self.cast.give_role(index, line, subject)
        return index

    def find_antecedent(self, line: Line, clauses: Clauses, at: int, word: str) -> int | None:
        """The actor that a pronoun at a word means: somebody of the sentences before, the last speaker."""
        first, _ = clauses.sentence(at)
        recent: list[int] = []
        near = clauses.starts_before(first, 2)
        if word in ("he", "she"):
            # Whoever else is named in full is meant only where nobody nearer fits.
            names = list(_FULL_NAME.finditer(line.classes, near[0] if len(near) > 1 else 0, first))
            surely = [name for name in names if self.cast.is_person(line, name.span())]
            if not surely and len(names) == 1 and self._may_be_person(line, names[0].span()):
                surely = names  # "publican Kerry Doyle", alone
            recent += [self.cast.resolve(line, name.span(), line.starts[name.start()]) for name in surely]
        if (speaker := self.spoke_before(line, at)) is not None:
            recent.append(speaker)
        if not line.german and not near:
            recent += self._acted_since(speaker)
        aged = _AGED.finditer(line.classes, near[0] if len(near) > 1 else 0, first)
        recent += [
            self.cast.resolve(line, name.span(), line.starts[name.start()])
            for name in aged
            if line.words[name.end() + 1].isdigit()
        ]
        if word in ("he", "she") and speaker is not None and near:
            # Who spoke in the sentence before is nearer than who acted in the one before that.
            near = near[-1:] if self.cast.actors[speaker].last_seen >= line.starts[near[-1]] else near
        for start in near:
            subject = clauses.opening_subject(start, first)
            if subject and not line.german:
                subject = _without_self(line, name_before_verb(line, subject))
            full = _FULL_NAME.match(line.classes, start, first) or _FOCUS.match(line.classes, start, first)
            if full and line.classes[full.end()] not in "rT":  # "National Reform leader Ada Storm"
                subject = full.span("name")  # "Ada Storm spoke": a verb without a class is no part of it
            if subject and (
                self.cast.has_office(line, subject)
                or (word in _PERSONAL and start == near[-1] and describes_somebody(line, subject, start))
                or (
                    line.classes[subject[1] - 1] in "NT"
                    and line.classes[subject[0]] != "P"
                    and not (word in ("he", "she") and _WITH_ARTICLE.fullmatch(line.classes, *subject))
                    and (
                        word not in ("he", "she")
                        or "T" in line.classes[slice(*subject)]
                        or self.cast.is_known(line.words[subject[1] - 1])
                    )
                )
            ):
                recent.append(self._resolve(line, subject, line.starts[subject[0]]))
        opens = first + (line.classes[first] == "S")  # "When [Holt] lost her job, she …"
        own = clauses.opening_subject(opens, at) if word in ("he", "she") and at > first + 1 else None
        own = name_before_verb(line, own) if own and not line.german else own
        if word in ("he", "she") and _acts_on_other(line, range(first, at), at, word):
            said = [s.speaker for s in self.statements if s.content[0][0] >= line.starts[first]]
            recent = [index for index in recent if index not in said]
        elif (
            own
            and line.classes[own[1] - 1] == "N"
            and own[1] < at
            and line.classes[own[1] : own[1] + 2] != ",P"
        ):
            recent.append(self.cast.resolve(line, own, line.starts[own[0]]))  # "[Holt] left when he heard"
        meant = self.cast.pronoun(word, recent)
        return self._main_person(line, word) if meant is None and word in ("he", "she") else meant

    def _may_be_person(self, line: Line, name: Range) -> bool:
        """Whether a full name may be somebody's: not "the Drowned Parlour", nor "TALLOW BEND, Mo."."""
        place = name[0] == 0 and all(word.isupper() for word in line.words[slice(*name)])
        return self.cast.may_be_named(line, name) and line.classes[name[0] - 1 : name[0]] != "D" and not place

    def _main_person(self, line: Line, word: str) -> int | None:
        """Whom the beginning of the article names most: "she" in an obituary, before she has spoken."""
        lines = [each for each in self.cast.lines[:_BEGINNING] if each.start < line.start]
        if len(lines) not in self._named_most:  # each of them is looked through once
            self._named_most[len(lines)] = self.find_named_most(lines)
        index = self._named_most[len(lines)]
        return index if index is not None and self.cast.may_be(index, word) else None

    def find_named_most(self, lines: Iterable[Line]) -> int | None:
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

    def _acted_since(self, speaker: int | None) -> list[int]:
        """The person that the paragraph before ends with, if that comes after the last speaker."""
        if self.clauses_before is None:
            return []
        seen = self.cast.actors[speaker].last_seen if speaker is not None else -1
        subject = self._subject_in(self.clauses_before, len(self.clauses_before.classes))
        return [subject] if subject is not None and self.cast.actors[subject].last_seen > seen else []

    def _described_before(self, line: Line, clauses: Clauses, subject: Range) -> int | None:
        """The person of the sentence before whom a new description means: "Ann Holt … the minister said"."""
        first, last = subject
        if last - first < 2:
            return None
        start, _ = clauses.sentence(first)
        same = line.lower[first + 1] == "same" and last - first > 2  # "the same minister"
        noun = line.lower[last - 1]
        # Says nothing by which somebody else could be known.
        new = noun in PEOPLE or any(word.endswith("-old") for word in line.lower[first:last])
        new = new or noun.startswith("ex-") or line.lower[first + 1] == "former"
        if (
            line.german
            or line.lower[first] != "the"
            or not (start > clauses.opening or new)
            or not describes_person(line, subject)
        ):
            return None
        if self.cast.has_office(line, subject) or " ".join(line.lower[first + 1 : last]) in self.cast.by_name:
            return None
        before = self._subject_in(clauses, start)
        if before is None and new:
            before = self._only_name(line, clauses, start)
        named = self.spoke_before(line, first) if before is None else before
        if named is None:
            return None
        actor = self.cast.actors[named]
        if new and noun in PEOPLE and not actor.names:
            return named if next(iter(actor.phrases)).startswith(_SOMEBODY) else None
        role = actor.role if not new and line.classes[last - 1] != "N" else None
        known = role is not None and not (same and noun in role.lower().split())
        return named if actor.names and actor.kind is ActorKind.PERSON and not known else None

    def _only_name(self, line: Line, clauses: Clauses, start: int) -> int | None:
        """The one person whom the sentence before names in full: "That is what Ada Storm saw."."""
        before = clauses.starts_before(start, 1)
        names = list(_FULL_NAME.finditer(line.classes, before[0], start)) if before else []
        if len(names) != 1 or not self._may_be_person(line, names[0].span()):
            return None
        return self.cast.resolve(line, names[0].span(), line.starts[names[0].start()])

    def _body_before(self, line: Line, clauses: Clauses, at: int, noun: str = "") -> int | None:
        """The body that "it" or "the company" means: the subject of the sentence before, if it is one."""
        if line.german:
            return None
        first, _ = clauses.sentence(at)
        turn = line.classes.rfind(";", first, at) + 1  # "The union balked; the port, it said, must stay"
        index = self._subject_in(clauses, turn or first)
        if index is None and not noun:
            index = self._spoke_in_sentence(line, clauses, first)  # "“It is late,” Halden said. It urged …"
        if index is None and not noun and first <= clauses.opening:
            index = self.speaker_before  # "It said no more. ¶ “We waited,” it added."
            index = index if index is not None and self.cast.is_body_named(index) else None
        return index if index is not None and self.cast.may_be_body(index, noun) else None

    def _spoke_in_sentence(self, line: Line, clauses: Clauses, first: int) -> int | None:
        """The body that spoke in the sentence before the one that begins at a word, in the same paragraph."""
        before = clauses.starts_before(first, 1)
        if not before or not self.statements or self.statements[-1].content[0][0] < line.starts[before[0]]:
            return None
        index = self.statements[-1].speaker
        return index if index is not None and self.cast.is_body_named(index) else None

    def _spoke_lately(self, noun: str) -> int | None:
        """The body that spoke last among the last few speakers, if it may be called by this noun."""
        for statement in self.statements[: -_LATELY - 1 : -1]:
            index = statement.speaker
            if index is not None and self.cast.is_body_named(index) and self.cast.may_be_body(index, noun):
                return index
        return None

    def _subject_in(self, clauses: Clauses, end: int) -> int | None:
        """The actor that the sentence before a word begins with, also that of the paragraph before."""
        if end <= clauses.opening:
            if self.clauses_before is None:
                return None
            clauses, end = self.clauses_before, len(self.clauses_before.classes)
        line = clauses.line
        start = clauses.starts_before(end, 1)[0]
        if line.classes[start] in "ICAP" and (focus := _FOCUS.match(line.classes, start)):
            return self.cast.resolve(line, focus.span("name"), line.starts[focus.start("name")])
        while start and line.classes[start:end] in "QE":  # “It is over.”: a quotation and nothing else
            end, start = start, (clauses.starts_before(start, 1) or [0])[0]
        subject = clauses.opening_subject(start, end)
        full = _FULL_NAME.match(line.classes, start, end)
        if full and line.classes[full.end() : full.end() + 1] not in ("r", "T"):
            subject = full.span()  # "Ada Storm spoke": a verb without a class is no part of it
        if subject is None or line.classes[subject[0]] == "P":
            return None
        subject = _without_self(line, name_before_verb(line, subject))
        named = line.classes[subject[1] - 1] in "NT"
        if not (named or self.cast.has_office(line, subject) or is_body(line, subject)):
            return None
        return self.cast.resolve(line, subject, line.starts[subject[0]])

    def spoke_before(self, line: Line, at: int) -> int | None:
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


def _acts_on_other(line: Line, before: range, at: int, word: str) -> bool:
    """Whether who a sentence begins with is another than its "she": "When Holt accused her, she told him"."""
    theirs, others = ("him", "her") if word == "he" else ("her", "him")

    def is_object(i: int, key: str) -> bool:
        return line.lower[i] == key and (key == "him" or line.classes[i + 1 : i + 2] in _BEHIND_OBJECTS)

    return any(is_object(i, theirs) for i in before) or any(
        is_object(i, others) for i in range(at + 1, min(at + _ACTS, len(line.lower)))
    )


_BEHIND_OBJECTS = (",", ".", ";", "o", "I", "M", "")
_ACTS = 4  # words from a pronoun to whom it does something


def _find_given_name(line: Line, subject: Range) -> Range | None:
    """The name that somebody described goes by: "a clerk, who gave his name only as [Bo], said"."""
    first, last = subject
    head = re.split("[Ibo]", line.classes[first:last], maxsplit=1)[0]
    if head[-1:] in ("N", "T", "") or not (match := _GOES_BY.match(line.classes, last)):
        return None
    goes_by = not _GIVEN.isdisjoint(line.lower[last : match.start("name")])
    return match.span("name") if goes_by else None


def _without_self(line: Line, subject: Range) -> Range:
    """A subject without the pronoun that stresses it: "[Holt] herself"."""
    first, last = subject
    return (first, last - 1) if last - first > 1 and line.lower[last - 1] in _SELF else subject


def find_author(line: Line, subject: Range) -> Range:
    """Who speaks through what they have written or said: "[Holt]'s statement", "[the party]'s letter"."""
    first, last = subject
    if line.german:
        return subject
    of = next((i for i in range(first + 1, last - 1) if line.lower[i] in ("from", "by")), None)
    if of and line.lower[of - 1] in UTTERANCES and line.classes[last - 1] in "nrNT":
        return of + 1, last  # "a statement from the company"
    if line.lower[last - 1] not in UTTERANCES or "s" not in line.classes[first:last]:
        return subject
    if line.lower[last - 1] == "office" and (
        line.classes[last - 2] != "s" or line.words[last - 1] == "Office"
    ):
        return subject  # "the city's press office" is not the city, nor is "the Sheriff's Office"
    owner = first + line.classes[first:last].rindex("s")
    return (first, owner) if owner > first and line.classes[owner - 1] in "nrNT" else subject
