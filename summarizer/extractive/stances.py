"""Where actors stand: verbs of approval and disapproval, refusals, evaluations in what they say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from summarizer.drafts import StanceCue, Statement
from summarizer.extractive import opinions
from summarizer.extractive.actors import Cast
from summarizer.extractive.attribution import Clauses, Range
from summarizer.extractive.lexer import Line, lex_line
from summarizer.extractive.words import ENGLISH, TITLES, inflect, word_set
from summarizer.records import Attribution, Sentence, Span, Stance

_NP = r"(?:[DPs]?[DA0]?[nrNT0sA*_QW]{0,8}[nrNT0Q])"
# The object of a stance verb, with what belongs to it: "the mayor's efforts to end the strike in Bonn".
_OBJECT = re.compile(rf"(?:[KVU]I)?{_NP}(?:(?:I|s|o[n]?|C(?=[NTD])){_NP}){{0,4}}")
_TARGET = re.compile(r"D?[nrA0s]{0,3}[TN]+(?:s[nrNT]{1,4})?")
_AGENT = re.compile(r"D?[nrA0s]{0,3}(?:[TN]+(?:s[nrNT]{1,4})?|r)")
_POSSESSOR = re.compile(r"n{0,2}s([TN]+)")
_PARTICLE = re.compile(r"[nIA]{0,2}")
_WILL_NOT = re.compile(r"X[XA]*[nBU]")
_TO_DO = re.compile(r"o(?<=[UnVG]o)A?[nBU]|o(?<=[UnVG]Ao)A?[nBU]")
_ASKED_TO_DO = re.compile(r"(?P<who>D?[nrNT]{1,6})oA?[nBU]")
_MODAL = re.compile(r"X[XAo]*[nBUK]")
_WHO_BEFORE = re.compile(r"A?(?P<who>P|[nrNT]{1,6}A?D?)")  # read backwards
_SHOULD = word_set("must should shouldn't ought")
_AROUND = 80  # words on each side of a stance that are shown as its evidence
_MAY_REFUSE = frozenset("XUo")
_TARGETS = 2  # names in one evaluating sentence that the evaluation is of
# "The plan is …", "This new law has …": what an evaluating sentence is about, where it names nobody.
_THING = re.compile(
    r"\s*[“‘\"']?((?:The|This|That|These|Those|His|Her|Their|Our|Such|Any|the|this|these|his|her|their)\s+(?:[\w’'-]+\s+){0,3}?"
    r"[\w’'-]{3,})\s+(?:is|was|are|were|has|have|will|would|does|did|can|could|must|should|had|remains?|seems?)\b"
)
_NAME_RUN = re.compile(r"N+")
_RECENT = 8  # stances looked back on
_CALLING = word_set("calling describing dubbing labeling labelling branding deeming denouncing dismissing")
_NEAR_CUE = 70  # characters between "called" and its quotation
_AS = re.compile(r"\s+(?:as|for|to be|being)(?:\s+(?:a|an|the))?$")
_NAMED_THING = re.compile(
    r"(?:(?:the|his|her|their|its|this|that|these|those)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,6}"
)
_SHORTEST = 12  # characters of a quotation that can hold a clause
_WILLING = word_set("will would won't wouldn't cannot can't shall he'll she'll they'll")
_EMPTY_VERBS = word_set(
    """
    be have do say get comment speak respond answer tell discuss make elaborate give take keep think
    know remember understand see look come go wait happen
    """
)
_ISSUE_LIMIT = 14  # words
_REVERSERS = word_set(
    """
    refused refuses refuse refusing declined declines failed fails stopped stops unable unwilling
    without not never neither denied denies deny denying
    """
)
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w-]+){0,3}")
_LOWER_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_ALL_FORMS = frozenset(opinions.VERBS) | opinions.LINKED_WORDS
_ASKING = opinions.ASKED | {"called", "calls", "calling"}
_QUOTED_TRIGGERS = _ALL_FORMS | _ASKING | _SHOULD | _WILLING | opinions.INTENDED
_TOLD = word_set("told asked urged ordered forced pressed encouraged expected required")
_SENTENCE = re.compile(r"[^.!?]+")


def _decapitalise(phrase: str) -> str:
    return phrase[0].lower() + phrase[1:]


class _Everything(frozenset[int]):
    """Contains every offset: within a quotation each full stop counts as a sentence's end."""

    def __contains__(self, _: object) -> bool:
        return True


# Whom a pronoun at a word index of a line means: an actor's index.
_Antecedent = Callable[[Line, Clauses, int, str], int | None]


class StanceReader:
    """Collects the stance cues of an article, line by line."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Sentence], antecedent: _Antecedent) -> None:
        self.text = text
        self.cast = cast
        self.antecedent = antecedent
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.found: list[StanceCue] = []
        self._every_stop = _Everything()

    def read_line(self, line: Line, clauses: Clauses, statements: Sequence[Statement]) -> None:
        """Take in a line and the statements that were read in it."""
        forms = _ALL_FORMS.intersection(line.words)
        if forms:
            for at, word in enumerate(line.words):
                if word in forms:
                    self._verb(line, clauses, at, word, statements)
        if not _MAY_REFUSE.isdisjoint(line.classes):
            self._refusals(line, clauses, statements)
        for statement in statements:
            if statement.speaker is not None:
                self._evaluation(statement)
                if statement.attribution is Attribution.DIRECT:
                    self._quoted(statement)
        if "X" in line.classes:
            self._wills(line, clauses, statements)

    def _quoted(self, statement: Statement) -> None:
        """Stances in the speaker's own words: "We oppose the plan", "The mayor must resign"."""
        for start, end in statement.content:
            first = start
            while first < end and self.text[first].isspace():
                first += 1
            if end - first < _SHORTEST or _QUOTED_TRIGGERS.isdisjoint(
                self.text[first:end].replace("’", "'").split()
            ):
                continue
            line = lex_line(self.text, first, end, [], self._every_stop, "en")
            clauses = Clauses(line)
            own = [statement]
            for at, word in enumerate(line.words):
                if word in _ALL_FORMS:
                    self._verb(line, clauses, at, word, own)
            if "X" in line.classes or "U" in line.classes:
                self._refusals(line, clauses, own)
                self._wills(line, clauses, own)

    def _wills(self, line: Line, clauses: Clauses, statements: Sequence[Statement]) -> None:
        """What a speaker says will or should be done: "we will close the harbour", "the city must pay"."""
        classes = line.classes
        size = len(classes)
        for match in _MODAL.finditer(classes):
            lead, at = match.start(), match.end() - 1
            helpers = [w.lower().replace("’", "'") for w in line.words[lead:at]]
            if helpers[0] not in _SHOULD and helpers[0] not in _WILLING:
                continue
            before = _WHO_BEFORE.match(clauses.reversed, size - lead)
            if before is None:
                continue
            statement = self._around(line, at, statements)
            if statement is None or statement.speaker is None:
                continue
            negated = any(w in opinions.NEGATORS or w.endswith("n't") for w in helpers)
            who = (size - before.end("who"), size - before.start("who"))
            pronoun = line.words[who[0]].lower() if classes[who[0]] == "P" else ""
            if helpers[0] in _SHOULD:
                who_does = None if pronoun else who
                if pronoun in ("it", "you"):
                    continue
            elif (helpers[0] in _WILLING and pronoun in ("i", "we", "he", "she", "they")) and not negated:
                who_does = None
            else:
                continue
            self._doing(line, clauses, lead, at, -1 if negated else 1, statements, who_does,
                        holder=statement.speaker)  # fmt: skip

    def _around(self, line: Line, at: int, statements: Sequence[Statement]) -> Statement | None:
        position = line.starts[at]
        return next((s for s in statements if any(a <= position < b for a, b in s.content)), None)

    def _verb(
        self, line: Line, clauses: Clauses, at: int, word: str, statements: Sequence[Statement]
    ) -> None:
        classes = line.classes
        first, last = clauses.sentence(at)
        following = line.words[at + 1].lower() if at + 1 < last else ""
        polarity = opinions.LINKED.get((word, following))
        if polarity is not None and not (at > first and line.words[at - 1] in opinions.VERBS):
            self._linked(line, clauses, at, polarity, first, last, statements)
            return
        polarity = opinions.VERBS.get(word)
        if polarity is None:
            return
        before = classes[at - 1 : at] if at > first else ""
        if before in ("D", "s", "I", "r") and word in opinions.BASE_FORMS | {"attacks", "doubts", "protests"}:
            return  # a noun: "the attack", "their support"
        if (
            word in opinions.BASE_FORMS
            and before not in ("o", "X", "P", "A", "w")
            and not line.words[at - 1].endswith("s")
        ):
            return
        if self._is_negated(line, first, at):
            polarity = -polarity
        was = any(
            w in ("was", "were", "is", "are", "been", "be", "being", "gets", "got")
            for w in line.words[max(first, at - 3) : at]
        )
        if following == "by" and not word.endswith("ing"):
            match = _AGENT.match(classes, at + 2, last)
            subject, _ = clauses.subject_before(at, first)
            if match and subject:
                self._add(line, match.span(), polarity, subject, at, first, last, statements)
            return
        if (was and word.endswith(("ed", "ght"))) or before == "D":
            return
        start = at + 1
        if start < last and classes[start] == "I" and following == "of":
            start += 1
        match = _OBJECT.match(classes, start, last)
        subject = self._subject(clauses, at, first)
        if match and subject:
            issue = None
            if word.startswith("accus") and "of" in (words := line.words[start : match.end()]):
                of = words.index("of") + start
                end = next((i for i in range(of + 1, last) if classes[i] in ",.;:CEM"), last)
                issue = f"{self._phrase(line, (start, of))} (accused of {self._phrase(line, (of + 1, end))})"
            self._add(line, subject, polarity, match.span(), at, first, last, statements, issue=issue)

    def _linked(  # noqa: PLR0917 - a word, its sentence and what is said in it
        self,
        line: Line,
        clauses: Clauses,
        at: int,
        polarity: int,
        first: int,
        last: int,
        statements: Sequence[Statement],
    ) -> None:
        """Linked words: "called for a ban", "Smith's opposition to the plan", "is critical of the plan"."""
        match = _OBJECT.match(line.classes, at + 2, last)
        if match is None:
            return
        if holder := _POSSESSOR.match(clauses.reversed, len(line.classes) - at):
            size = len(line.classes)
            subject: Range | None = (size - holder.end(1), size - holder.start(1))
        else:
            subject = self._subject(clauses, at, first)
        if subject and not (subject[0] >= at):
            turned = self._is_negated(line, first, at)
            self._add(
                line, subject, -polarity if turned else polarity, match.span(), at, first, last, statements
            )

    def _refusals(self, line: Line, clauses: Clauses, statements: Sequence[Statement]) -> None:
        """Refusals and intentions: "would not concede any territory", "refused to sign the deal"."""
        classes = line.classes
        for match in _WILL_NOT.finditer(classes):
            at = match.end() - 1
            helpers = [w.lower().replace("’", "'") for w in line.words[match.start() : at]]
            if (
                line.words[at] in opinions.VOLITION
                and any(w in opinions.NEGATORS or w.endswith("n't") for w in helpers)
                and any(w in _WILLING for w in helpers)
            ):
                self._doing(line, clauses, match.start(), at, -1, statements)
        for match in _TO_DO.finditer(classes):
            lead, at = match.start() - 1, match.end() - 1
            lead -= classes[lead] == "A"
            word = line.words[lead].lower()
            first, _ = clauses.sentence(lead)
            if word in opinions.INTENDED:
                polarity = -1 if word in opinions.REFUSED else 1
                if self._is_negated(line, first, lead):
                    polarity = -polarity
                self._doing(line, clauses, lead, at, polarity, statements)
        if not _ASKING.isdisjoint(line.words):
            for lead in range(len(classes) - 3):
                word = line.words[lead]
                if word in opinions.ASKED or (
                    word in ("called", "calls", "calling") and line.words[lead + 1] == "on"
                ):
                    skip = lead + 2 if line.words[lead + 1] == "on" else lead + 1
                    if asked := _ASKED_TO_DO.match(classes, skip):
                        start, end = asked.span("who")
                        self._doing(line, clauses, lead, asked.end() - 1, 1, statements, who=(start, end))

    def _doing(  # noqa: PLR0917 - a verb, its sentence and what is said in it
        self,
        line: Line,
        clauses: Clauses,
        lead: int,
        at: int,
        polarity: int,
        statements: Sequence[Statement],
        who: Range | None = None,
        holder: int | None = None,
    ) -> None:
        """A stance on doing something: the verb at `at` with its object, as "closing the harbour"."""
        first, last = clauses.sentence(lead)
        word = line.words[at].lower()
        known = opinions.VERBS.get(word)
        found = _OBJECT.match(line.classes, at + 1, last)
        subject = self._subject(clauses, lead, first)
        if (subject is None and holder is None) or len(word) < 2 or word in _EMPTY_VERBS:
            return
        if known is not None and found and who is None and holder is None:
            return  # the verb itself is read as a stance
        particle = re.compile(_PARTICLE.pattern + _OBJECT.pattern).match(line.classes, at + 1, last)
        end = (found or particle).end() if found or particle else at + 1  # type: ignore[union-attr]
        if end == at + 1:
            return
        phrase = self._phrase(line, (at + 1, end))
        issue = f"{inflect(word)[2]} {phrase}"
        if who:
            issue = f"{self._phrase(line, who)} {issue}"
        if holder is not None:
            self._append(holder, polarity, issue, line.span(at, at + 1),
                         line.span(max(first, lead - _AROUND), min(last, lead + _AROUND)))  # fmt: skip
        elif subject:
            self._add(line, subject, polarity, (at, end), lead, first, last, statements, issue=issue)

    def _subject(self, clauses: Clauses, at: int, first: int) -> Range | None:
        """Whose verb it is, also over "vowed to …", "and …", ", …ing"."""
        classes = clauses.classes
        if classes[at - 1 : at] in ("o", "C", ",") or classes[at] == "G":
            from_verb = re.compile(r"o[A]?[UVKnG]").match(clauses.reversed, len(classes) - at)
            if from_verb:
                verb = len(classes) - from_verb.end()
                passive = classes[verb - 1 : verb] in ("X", "A")
                if passive and not _TOLD.isdisjoint(clauses.line.words[verb:at]):
                    return None  # "were told to oppose": nobody's own stance
                subject, _ = clauses.subject_before(len(classes) - from_verb.end(), first)
                if subject:
                    return subject
            return clauses.opening_subject(first, at)
        subject, _ = clauses.subject_before(at, first)
        return subject or clauses.opening_subject(first, at)

    def _is_outside(self, line: Line, subject: Range, at: int, statements: Sequence[Statement]) -> bool:
        """Whether a verb in what is said is given a subject from before it, the speaker.

        In "Behrend said the firms now backed a deal" the firms do, whatever stands before "backed".
        """
        around = self._around(line, at, statements)
        if around is None or around.attribution is Attribution.DIRECT:
            return False
        start = around.content[0][0]
        return line.starts[subject[0]] < start < line.starts[at]

    def _is_negated(self, line: Line, first: int, at: int) -> bool:
        words = [w.lower().replace("’", "'") for w in line.words[max(first, at - 4) : at]]
        return sum(w in _REVERSERS or w.endswith("n't") for w in words) % 2 == 1

    def _phrase(self, line: Line, words: Range) -> str:
        """The words as text, quotations and all, on one line."""
        last = min(words[1], words[0] + _ISSUE_LIMIT)
        while last - words[0] > 1 and line.classes[last - 1] in "IDoCsSA":
            last -= 1
        start, end = line.span(words[0], last)
        phrase = " ".join(self.text[start:end].split())
        return _decapitalise(phrase) if line.classes[words[0]] == "D" else phrase

    def _holder(
        self, line: Line, subject: Range, statements: Sequence[Statement], at: int, refusal: bool
    ) -> int | None:
        """The actor a stance belongs to; in reported speech a pronoun or a country speaks for the speaker."""
        first, last = subject
        position = line.starts[at]
        if self._is_outside(line, subject, at, statements):
            return None
        around = self._around(line, at, statements)
        letters = line.classes[first:last]
        if letters in ("P", "w"):
            word = line.words[first].lower()
            if word in ("he", "she", "they", "we", "i"):
                if around is not None:
                    return around.speaker
                return self.antecedent(line, Clauses(line), first, word)
            return None
        if not re.search(r"[NT]", letters) and around is not None and refusal:
            return around.speaker
        if not re.search(r"[NTr]", letters):
            return None
        if refusal and around is not None and around.speaker is not None and re.fullmatch(r"D?N", letters):
            name = line.words[last - 1]
            if name not in self.cast.ambiguous and name not in self.cast.by_name:
                return around.speaker
        return self.cast.resolve(line, subject, position)

    def _add(  # noqa: PLR0917 - a stance, its sentence and what is said in it
        self,
        line: Line,
        subject: Range,
        polarity: int,
        target: Range,
        at: int,
        first: int,
        last: int,
        statements: Sequence[Statement],
        issue: str | None = None,
    ) -> None:
        refusal = line.classes[at] == "X"  # "the town would not": whoever says so speaks for the town
        issue = issue or self._phrase(line, target)
        if issue.lower() in ("him", "her") and (named := self._named_before(line, subject, at, first)):
            issue = named
        if not issue or issue.lower() in (
            "it",
            "that",
            "this",
            "them",
            "him",
            "her",
            "us",
            "you",
            "me",
            "he",
            "she",
        ):
            return
        holder = self._holder(line, subject, statements, at, refusal=refusal)
        if holder is None:
            return
        content = line.span(max(first, at - _AROUND), min(last, at + _AROUND))
        self._append(holder, polarity, issue, line.span(at, at + 1), content)

    def _named_before(self, line: Line, subject: Range, at: int, first: int) -> str | None:
        """Whom "him" or "her" means: the last person named before, other than the subject."""
        own = set(line.words[slice(*subject)])
        for match in reversed(list(_NAME_RUN.finditer(line.classes, max(0, first - 60), at))):
            name = line.words[match.end() - 1]
            if name not in own and name in self.cast.ambiguous:
                return self.cast.full_name(name)
        return None

    def _append(self, holder: int, polarity: int, issue: str, cue: Span, content: Span) -> None:
        first = max(bisect_right(self.starts, content[0]) - 1, 0)
        end = max(bisect_right(self.starts, content[1] - 1) - 1, 0)
        numbers = tuple(s.number for s in self.sentences[first : end + 1])
        stance = Stance.SUPPORTS if polarity > 0 else Stance.OPPOSES
        self.found.append(StanceCue(holder, stance, issue, cue, (content,), numbers))

    def _evaluation(self, statement: Statement) -> None:
        """An evaluating statement about somebody named in it: the speaker's stance towards them."""
        if statement.attribution is Attribution.NARRATOR or statement.speaker is None:
            return
        own = set(" ".join(self.cast.names_of(statement.speaker)).lower().split())
        for start, end in statement.content:
            if opinions.EVALUATING.isdisjoint(_LOWER_WORD.findall(self.text[start:end].lower())):
                continue
            for sentence in _SENTENCE.finditer(self.text, start, end):
                words = sentence.group()
                polarity = opinions.judge_words(_LOWER_WORD.findall(words.lower()))
                if not polarity:
                    continue
                span = sentence.span()
                targets = [
                    name
                    for match in _CAPITALISED.finditer(words)
                    if (name := self._bare_name(match.group()))
                    and self.cast.is_known(name)
                    and not own & set(name.lower().split())
                ]
                if targets:
                    for name in targets[:_TARGETS]:
                        if not self._is_shown(statement, name):
                            self._append(
                                statement.speaker, polarity, self._with_article(words, name), span, span
                            )
                elif called := self._called(statement, start):
                    self._append(
                        statement.speaker,
                        polarity,
                        called,
                        statement.cue or span,
                        ((statement.cue or span)[0], end),
                    )
                elif subject := _THING.match(words):
                    self._append(statement.speaker, polarity, _decapitalise(subject[1]), span, span)

    def _is_shown(self, statement: Statement, name: str) -> bool:
        """Whether a verb of the same sentence already shows a stance towards this name."""
        last = name.rsplit(" ", 1)[-1]
        return any(
            cue.holder == statement.speaker
            and last in cue.issue
            and not set(cue.sentences).isdisjoint(statement.sentences)
            for cue in self.found[-_RECENT:]
        )

    def _with_article(self, words: str, name: str) -> str:
        """The fullest name, or "the Ukrainian President" where an office stands for one."""
        if name.rsplit(" ", 1)[-1].lower() in TITLES and f"the {name}" in words:
            return f"the {name}"
        return self.cast.full_name(name)

    def _is_calling(self, cue: Span) -> bool:
        word = self.text[slice(*cue)]
        return word in _CALLING or ENGLISH.get(word) == "K"

    def _called(self, statement: Statement, start: int) -> str | None:
        """What stands between cue and quotation: "called the plan “a disgrace”"."""
        if (
            statement.cue is None
            or self.text[slice(*statement.cue)] not in _CALLING
            or not statement.cue[1] < start <= statement.cue[1] + _NEAR_CUE
        ):
            return None
        between = self.text[statement.cue[1] : start].strip(" ,:“\"‘'„«»")
        between = _AS.sub("", between)
        return between if _NAMED_THING.fullmatch(between) else None

    def _bare_name(self, words: str) -> str:
        """The name in a run of capitalised words: no "If", no possessive."""
        parts = words.replace("’", "'").removesuffix("'s").split()
        while parts and ENGLISH.get(parts[0].lower(), "N") in "DPwMXACIbaoSL":
            parts.pop(0)
        return " ".join(parts)
