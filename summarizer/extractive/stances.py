"""Where actors stand: verbs of approval and disapproval, refusals, evaluations in what they say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from summarizer.drafts import StanceCue, Statement
from summarizer.extractive import opinions
from summarizer.extractive.actors import Cast, name_before_verb
from summarizer.extractive.attribution import Clauses, Range
from summarizer.extractive.lexer import Line, lex_line
from summarizer.extractive.words import ENGLISH, TITLES, UTTERANCES, inflect, word_set
from summarizer.records import Attribution, Sentence, Span, Stance

_NP = r"(?:[DPs]?[DA0]?[nrNT0sA*_QW]{0,8}[nrNT0Q])"
# The object of a stance verb, with what belongs to it: "the mayor's efforts to end the strike in Bonn".
_OBJECT = re.compile(rf"(?:[KVU]I)?{_NP}(?:(?:I|s|o[n]?|C(?=[NTD])){_NP}){{0,4}}")
_TARGET = re.compile(r"D?[nrA0s]{0,3}[TN]+(?:s[nrNT]{1,4})?")
_AGENT = re.compile(r"D?[nrA0s]{0,3}(?:[TN]+(?:s[nrNT]{1,4})?|r)")
_POSSESSOR = re.compile(r"n{0,2}s([TN]+)")
_PARTICLE_OBJECT = re.compile(rf"[nIA]{{0,2}}{_OBJECT.pattern}")
_FROM_VERB = re.compile(r"o[A]?[UVKnG]")  # read backwards
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
    r"(?<![\w’'-])((?:The|This|That|These|Those|His|Her|Their|Our|Such|Any|the|this|these|his|her|their)\s+(?:[\w’'-]+\s+){0,3}?"
    r"[\w’'-]{3,})\s+(?:is|was|are|were|has|have|will|would|does|did|can|could|must|should|had|remains?|seems?)\b"
)
# "It is wrong to close the harbour": what is evaluated comes behind.
_IT_IS = re.compile(
    r"\b[Ii]t(?:['’]s| is| was| would be| will be)\s+(?:\w+\s+){0,2}?(?P<word>[\w-]+)"
    r"(?:\s+for\s+[^,.;]{1,40}?)?"
    r"\s+to\s+(?P<verb>[a-z]{2,})\s+(?P<rest>[^,.;:!?“”\"—–]{3,})"
)
_PERSON = word_set("he she him her he's she's he’s she’s")
_BEFORE = 400  # characters in which somebody that "he" means was named
# "his reckless decision", "a sham process": what an evaluating word stands before.
_EVALUATED_THING = re.compile(
    r"\b(?:the|this|that|these|his|her|their|its|an?)\s+(?P<thing>(?P<word>[\w-]+)\s+[a-z][\w-]{2,})(?=[,.!?”\"]|$)"
)
# Evaluations reach as far as a clause: names in the next one are not what is evaluated.
_CLAUSE = re.compile(r"(?:(?!,\s|\s(?:because|while|but|although|though|whereas)\s)[^;:—–])+")
_SOMEBODY = re.compile(r"[NTr]")
_OWNER = re.compile(r"D?[nrA]{0,3}(?P<who>T*N+)s")
_HEAD = re.compile(r"[^Ib]*[nrNT0]")
_TIMES = word_set("week year month day night time")
_NOBODY = word_set("those these such it there last next stopping")
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
        particle = _PARTICLE_OBJECT.match(line.classes, at + 1, last)
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
            from_verb = _FROM_VERB.match(clauses.reversed, len(classes) - at)
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
        named = self._who(line, subject)
        if named is None:
            return None
        subject = named
        if refusal and around is not None and around.speaker is not None and re.fullmatch(r"D?N", letters):
            name = line.words[last - 1]
            if name not in self.cast.ambiguous and name not in self.cast.by_name:
                return around.speaker
        return self.cast.resolve(line, subject, position)

    def _who(self, line: Line, subject: Range) -> Range | None:
        """Who a subject is, if somebody: a name, an office, people; "Holt's remarks" are Holt.

        "The vote", "last year" and "Holt's hearing" hold no position.
        """
        first, last = name_before_verb(line, subject)
        if last - first > 2 and line.words[last - 1] in _TIMES and line.words[last - 2] in ("last", "this"):
            last -= 2
        letters = line.classes[first:last]
        if not _SOMEBODY.search(letters):
            return None
        owner = _OWNER.match(letters)
        if owner and line.words[first + owner.end() : last] and line.words[last - 1] in UTTERANCES:
            return first + owner.start("who"), first + owner.end("who")
        head = _HEAD.match(letters)
        end = first + head.end() if head else last
        word = line.words[end - 1]
        if line.classes[end - 1] in "n0" and not word.endswith(("s", "men", "people", "public")):
            return None
        return None if line.words[first].lower() in _NOBODY else (first, last)

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
        own: set[str] = set()
        for start, end in statement.content:
            if opinions.EVALUATING.isdisjoint(_LOWER_WORD.findall(self.text[start:end].lower())):
                continue
            own = own or set(" ".join(self.cast.names_of(statement.speaker)).lower().split())
            for sentence in _SENTENCE.finditer(self.text, start, end):
                if opinions.EVALUATING.isdisjoint(_LOWER_WORD.findall(sentence.group().lower())):
                    continue
                for clause in _CLAUSE.finditer(self.text, *sentence.span()):
                    polarity = opinions.judge_words(_LOWER_WORD.findall(clause.group().lower()))
                    if polarity:
                        self._evaluated(statement, polarity, clause, sentence.span(), own)

    def _evaluated(
        self, statement: Statement, polarity: int, clause: re.Match[str], sentence: Span, own: set[str]
    ) -> None:
        """What an evaluating clause is about: whom it names, or the thing that it begins with."""
        words, span = clause.group(), clause.span()
        holder = statement.speaker
        if holder is None:
            return
        if targets := self._named(words, own):
            for name in targets[:_TARGETS]:
                if not self._is_shown(statement, name):
                    self._append(holder, polarity, self._with_article(words, name), span, sentence)
        elif called := self._called(statement, span[0]):
            cue = statement.cue or span
            self._append(holder, polarity, called, cue, (cue[0], span[1]))
        elif (doing := _IT_IS.search(words)) and doing["word"].lower() in opinions.EVALUATIONS:
            rest = " ".join(doing["rest"].split()[:_ISSUE_LIMIT])
            self._append(holder, polarity, f"{inflect(doing['verb'])[2]} {rest}", span, sentence)
        elif subject := _THING.search(words):
            self._append(holder, polarity, _decapitalise(subject[1]), span, sentence)
        elif not _PERSON.isdisjoint(words.lower().split()) and (meant := self._meant(span[0], own)):
            self._append(holder, polarity, meant, span, sentence)
        elif (thing := _EVALUATED_THING.search(words)) and thing["word"].lower() in opinions.EVALUATIONS:
            self._append(holder, polarity, thing["thing"], span, sentence)

    def _named(self, words: str, own: set[str]) -> list[str]:
        """The actors and people named in a clause, without the speaker."""
        return [
            name
            for match in _CAPITALISED.finditer(words)
            if (name := self._bare_name(match.group()))
            and self.cast.is_known(name)
            and not own & set(name.lower().split())
        ]

    def _meant(self, at: int, own: set[str]) -> str | None:
        """Whom "he" in what somebody says may mean: the last person named before, not the speaker."""
        for match in reversed(list(_CAPITALISED.finditer(self.text, max(0, at - _BEFORE), at))):
            name = self._bare_name(match.group())
            if (
                name
                and not own & set(name.lower().split())
                and name.rsplit(" ", 1)[-1] in self.cast.ambiguous
            ):
                return self.cast.full_name(name)
        return None

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
