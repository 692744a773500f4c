"""Where actors stand: verbs and nouns of approval and disapproval, intentions, refusals, demands.

What a speaker's evaluating words are about is found in `evaluations`. Every word that may show a stance is in
one table (`opinions.TRIGGERS`), so that a line is walked through once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from summarizer.drafts import StanceCue, Statement
from summarizer.extractive import opinions
from summarizer.extractive.actors import Cast, name_before_verb
from summarizer.extractive.clauses import Clauses, Range
from summarizer.extractive.evaluations import Evaluation, find_evaluations, has_evaluations
from summarizer.extractive.german_stances import find_german_stances
from summarizer.extractive.holders import find_holder, is_people
from summarizer.extractive.lexer import Line
from summarizer.extractive.relations import find_relation
from summarizer.extractive.spots import OBJECT, THIRD_PERSONS, Spot
from summarizer.extractive.subjects import (
    POSSESSOR,
    find_predicate_subject,
    find_relative_object,
    find_subject,
    is_among,
    own_subject,
    with_article,
)
from summarizer.extractive.targets import DENIED, Targets
from summarizer.extractive.words import BE, inflect, is_past, word_set
from summarizer.records import Attribution, Sentence, Span, Stance

_AGENT = re.compile(r"D?[nrA0s]{0,3}(?:[TN]+(?:s[nrNT]{1,4})?|r|(?<![TNr])n(?![nrNT]))(?:C[TN]+)?")
_APPOSED = re.compile(r"[nrA0*]{0,3}D,(?P<who>[NT]{1,4})")  # read backwards: "Holt, a fierce [critic]"
_ASKED_TO_DO = re.compile(r"(?P<who>D?[nrNT]{1,6}(?:[I0W]D?[nrNT]{1,3})?)(?:AC?A?)?(?P<not>X?)oA?[nBUVG]")
_GAP = re.compile(r"[A0*-]{0,5}(?:IW)?(?:n(?=I))?")  # "voted [6-3 on Monday night] against"
_APPOSED_TO = re.compile(r",T*N{1,4},(?=o)")
_ASKED_THAT = re.compile(
    r"(?P<who>D?[nrNT]{1,6}(?:ID?[nrNT]{1,4})?(?=X)|D?[nr]{0,3}[TN]+(?=[nBU])|D?[nr]{1,4}(?=[nBU](?:[DIPAoNT.,;]|$)))"
)
_ASKED_FOR = re.compile(r"(?:D?[nrNT]{1,6}|P|n)(?:IW)?I")
_WANTING = word_set("want wants wanted wanting demands demanded")
_LENGTHS = word_set("months weeks years days hours decades now once help")
_TAKEN_UP = {("take", "up"), ("take", "over"), ("keep", "out"), ("give", "up")}
_PARTISAN = {"republican": "Republican Party", "democratic": "Democratic Party"}
_STANDING = ("stand", "stood", "stands", "standing")
_STOPS = re.compile(r"[.!?]")
_PLEASE = word_set("please so and just let's now then today but")
_FEW = 3  # words of a quotation within a phrase
_TWO_NAMED = re.compile(r",(?P<one>T*N+)C(?P<two>T*N+)(?=,)")
_SUBJECTS = ("he", "she", "they")
_NO_OBJECTS = word_set("back forward together aside ahead alone away apart then yes no it this that things")
_THEM = word_set("them him her it themselves itself")
_BASE_CLASSES = ("n", "B", "U", "V", "K")
_CHAINED = word_set(
    "continue begin start try work help move act vote agree proceed fight push attempt seek like want"
)
_DEEDS = word_set("wrongdoing involvement responsibility")
_ADVERBIAL = word_set("along around about over behind above below inside outside across throughout through")
_THREATENED = word_set(
    "strike strikes action walkout lawsuit legal boycott sanctions tariffs veto retaliation resignation"
)
_NOBODY = word_set(
    "them him us me you everyone everybody people others someone anyone something anything everything nothing"
)
_UNABLE = word_set("cannot can't couldn't could can")
_MODAL = re.compile(r"X[XAo]*[nBUKV]")
# "voted to", "voted 4-3 on Tuesday night to", "agreed on Friday to"
_TO_DO = re.compile(r"(?:[A0*-]{1,5})?(?:I?W[nW0]{0,2})?oA?[nBUVK]")
_TIME_TO = re.compile(r"(?:I(?P<who>P|D?[nrNT]{1,5}))?oA?[nBUVK]")
_IT_IS = word_set("is it's was high")
# Whose end or loss one may deplore without blaming them.
_ENDINGS = word_set("died dies resigned lost left leaving retired quit retiring dying been")
_WHO_BEFORE = re.compile(r"A?(?P<who>P|[nrNT]{1,6}A?D?)")  # read backwards
_PARTICLE_OBJECT = re.compile(rf"[nIA]{{0,2}}{OBJECT.pattern}")
_DONE = word_set(
    "done told read shown known withdrawn drawn thrown grown flown torn sworn cut put set shut fed hit"
)
_ASKING = word_set("whether how if when")
_VERBS = frozenset("VUXMK")
_SHOULD = word_set("must should shouldn't ought")
_WILLING = word_set("will would won't wouldn't cannot can't shall he'll she'll they'll we'll i'll")
_SELF = word_set("i we he she they i'll we'll he'll she'll they'll")
_AROUND = 80  # words on each side of a stance that are shown as its evidence
_RECEIVED = word_set(
    """
    received receives drew draws won wins faced faces facing has had have got gets gained attracted sparked
    prompted provoked met drawing winning drawn attracting under enjoyed enjoys earned earns
    """
)
_TITLED = re.compile(r"[TN]+")
_SOMEBODY = re.compile(r"[NTr]")
_TWO = re.compile(r"(?P<one>D?[rn]{0,2}[TN]+(?:IN+)?)C(?P<two>D?[rn]{0,2}[TN]+(?:IN+)?)")
_MORE_NAMES = re.compile(r"(?:,?[TN]{1,4},)+$")  # before two joined ones: "[Norway, Chile,] Peru and Oman"
_PARTICLES = word_set("of off out down up away")
_CAUSES = (
    "encourag",
    "pressur",
    "authori",
    "challeng",
    "press",
    "aid",
    "assist",
    "empower",
    "forbid",
    "forbad",
)
_PARTICLE_LISTS = tuple([word] for word in _PARTICLES)
_EMPTY_VERBS = word_set(
    """
    run stay please be have do say get comment speak respond answer tell discuss make elaborate give take
    keep think know remember understand see look come go wait happen become seem appear need want like
    """
)
_MIND = _EMPTY_VERBS | word_set(
    "forget worry expect believe miss let call doubt fear mind judge mistake underestimate count bet trust"
)
_CAUSING = ("get", "have")
_LETTING = word_set("let help make have see")
_LEAVING = word_set("leave keep make hold render")
_BEFORE_TO = ("i", "d", "n", "ld", "id", "li", "l")  # sorts that mean something only before "to …"
_MAYBE_TO = ("o", "A", "0", "I", "W")
_HEARERS = word_set("me us you")
_RECENT = 8  # stances looked back on
_PASSIVE = BE | word_set("been being gets got")


@dataclass(slots=True)
class Said:
    """A statement, and its words: ranges of lines (that of the paragraph, or of a quotation in it)."""

    statement: Statement
    parts: tuple[tuple[Line, Range], ...]


# Whom a pronoun at a word index of a line means: an actor's index.
_Antecedent = Callable[[Line, Clauses, int, str], int | None]


class StanceReader:
    """Collects the stance cues of an article, line by line."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Sentence], antecedent: _Antecedent) -> None:
        self.text = text
        self.cast = cast
        self.targets = Targets(text, cast)
        self.antecedent = antecedent
        self.starts = [s.start for s in sentences]
        self.numbers = [s.number for s in sentences]
        self.found: list[StanceCue] = []

    def read_line(self, line: Line, clauses: Clauses, said: Sequence[Said]) -> None:
        """Take in a line and the statements that were read in it."""
        self._walk(line, [s.statement for s in said], clauses)
        for one in said:
            if one.statement.speaker is None:
                continue
            if one.statement.attribution is Attribution.DIRECT:
                for quoted, _ in one.parts:
                    if quoted is not line:
                        self._walk(quoted, [one.statement])
                        self._commanded(quoted, one.statement)
            self._evaluated(one, line, clauses)
        self.targets.clauses_before = clauses

    def read_german(self, line: Line, clauses: Clauses) -> None:
        """Take in a German line."""
        for found in find_german_stances(clauses):
            first, last = clauses.sentence(found.at)
            spot = Spot(line, clauses, found.at, first, last, ())
            letters = line.classes[slice(*found.holder)]
            holder: int | None
            if letters == "P":
                holder = self.antecedent(line, clauses, found.holder[0], line.lower[found.holder[0]])
            else:
                holder = self.cast.resolve(line, found.holder, line.starts[found.at])
            if holder is not None and "N" in line.classes[slice(*found.target)] + "Q":
                issue = self.targets.phrase(line, found.target)
                self._append(
                    holder, found.polarity, issue, line.span(found.at, found.at + 1), self._evidence(spot)
                )

    def _walk(self, line: Line, said: list[Statement], clauses: Clauses | None = None) -> None:
        """Every word of the table, handed to the rule for its sort."""
        words, classes = line.words, line.classes
        last = len(words) - 1
        first = behind = 0  # of the sentence
        for at, tokens in line.inner.items():
            # was “deeply disappointed” by the vote
            if 0 < len(tokens.words) <= _FEW and at < last and classes[at] == "Q":
                polarity = opinions.LINKED.get((tokens.words[-1], words[at + 1]))
                if polarity and (tokens.words[-1], words[at + 1]) not in opinions.OWNED:
                    clauses = clauses or Clauses(line)
                    self._linked(Spot(line, clauses, at, *clauses.sentence(at), said), polarity, at + 1)
        for at in compress(range(len(words)), map(opinions.TRIGGERS.get, words)):
            word = words[at]
            sorts = opinions.TRIGGERS[word]
            polarity = None
            link = at + 1
            if "l" in sorts and at < last:
                if word in opinions.VOTING and (gap := _GAP.match(classes, link)):
                    link = min(gap.end(), last)  # "voted unanimously on Friday against"
                polarity = opinions.LINKED.get((word, words[link]))
                if (
                    polarity
                    and at
                    and words[at - 1] in opinions.VERBS
                    and words[at - 1] not in opinions.VOICING
                ):
                    polarity = None  # "opposed calls for …"
            if polarity is None and (
                sorts == "l" or (sorts in _BEFORE_TO and classes[at + 1 : at + 2] not in _MAYBE_TO)
            ):
                continue
            clauses = clauses or Clauses(line)
            if at >= behind:
                first, behind = clauses.sentence(at)
            spot = Spot(line, clauses, at, first, behind, said)
            if polarity is not None:
                self._linked(spot, polarity, link)
                continue
            for sort in sorts:
                if sort != "l":
                    _RULES[sort](self, spot, opinions.VERBS.get(word, 1))

    # ---- rules

    def _commanded(self, line: Line, statement: Statement) -> None:
        """What a speaker tells somebody to do: “Scrap the tax.”, “Don't close it”."""
        clauses: Clauses | None = None
        for start in (0, *(match.end() for match in _STOPS.finditer(line.classes))):
            at, turned = _find_command(line, start)
            word = line.lower[at] if at < len(line.words) else ""
            shows = word in opinions.ENDING or (word in opinions.BASE_FORMS and word in opinions.VERBS)
            if not shows and not (turned and line.classes[at : at + 2] in ("nD", "BD") and word not in _MIND):
                continue
            clauses = clauses or Clauses(line)
            spot = Spot(line, clauses, at, *clauses.sentence(at), (statement,))
            target = None if line.lower[at + 1 : at + 2] in _PARTICLE_LISTS else spot.object_from(at + 1)
            if target is None or line.classes[target[1] : target[1] + 1] in ("X", "V", "K", "U", "Y", "B"):
                continue  # "Support staff were told"
            issue = self.targets.find_target(line, target)
            if issue is None or statement.speaker is None or is_past(line.lower[target[1] - 1]):
                continue
            polarity = -1 if word in opinions.ENDING else opinions.VERBS.get(word, 1)
            issue = issue if shows else f"{inflect(word)[2]} {issue}"
            cue = line.span(at, at + 1)
            self._append(
                statement.speaker, -polarity if turned else polarity, issue, cue, self._evidence(spot)
            )

    def _verb(self, spot: Spot, polarity: int) -> None:
        """Verbs: "praised the plan", "the plan was criticised by Holt", "did not endorse the plan"."""
        line, classes, at, first = spot.line, spot.line.classes, spot.at, spot.first
        word = spot.word
        before = classes[at - 1] if at > first else ""
        if classes[at] == "r":
            return  # "gay-rights advocates"
        if before in ("D", "s", "I", "r") and (word in opinions.BASE_FORMS or word in opinions.NOUNS_TOO):
            return  # a noun: "the attack", "their support"
        if (word.endswith("s") and before in ("D", "s", "I")) or line.lower[at - 1] == "whose":
            return  # "within limits set by law"
        if word.endswith("ed") and (
            before == "s" or (before == "I" and line.lower[at - 1] not in _ADVERBIAL)
        ):
            return  # "Holt's threatened strike"
        if (
            word in opinions.BASE_FORMS
            and before not in ("o", "X", "P", "A", "w")
            and not line.words[at - 1].endswith("s")
        ):
            return
        if line.words[at - 1] == "of" and line.words[at - 2] == "short":
            return  # "stopped short of endorsing it"
        if spot.turns():
            if polarity < 0:
                return  # "did not reject the plan" says only that
            polarity = -1
        if spot.follows("by") and not word.endswith("ing"):
            match = _find_agent(spot, at + 2)
            subject = find_subject(spot.clauses, at, first)
            if match and subject and not spot.is_possible():  # "must be signed by the king": not yet
                self._add(spot, match, polarity, self._whole_subject(spot, subject))
            return
        if word == "accused" and spot.follows("of"):
            return  # "the man accused of theft"
        near = max(first, at - 3)
        joint = max(classes.rfind("C", near, at), classes.rfind(",", near, at)) + 1
        was = not _PASSIVE.isdisjoint(line.lower[max(near, joint) : at])  # not "he was sorry but backed it"
        if (was and word.endswith(("ed", "ght"))) or (before == "D" and not is_among(spot.clauses, at)):
            return
        start = at + 1
        if start < spot.last and line.words[start] in _PARTICLES:
            start += 1
        if classes[start : start + 1] == "P" and classes[start + 1 : start + 2] in ("n", "X", "B"):
            return  # "demanded he end it"
        target = spot.object_from(start)
        whole, target = target, target and _without_deed(line, target)
        if whole != target and word.startswith(_CAUSES):
            return  # "pressured Holt to resign" is a demand
        if self._wanted(spot, start, polarity, target):
            return
        if target is None and line.lower[start : start + 1] == ["her"] and start < spot.last:
            behind = classes[start + 1 : start + 2]
            target = (start, start + 1) if behind in ("", *".,;:!?CIaSAE") else None
        if (
            word.startswith("sign")
            and polarity > 0
            and target
            and opinions.SIGNED.isdisjoint(line.lower[slice(*target)])
        ):
            return  # "signed blank cheques"
        subject = find_subject(spot.clauses, at, first)
        if (
            target
            and word.endswith("ing")
            and before in ("n", "r", "N")
            and line.classes[slice(*target)] == "n"
        ):
            return  # "the tax targeting scandal"
        if word.startswith("threat") and target and not _THREATENED.isdisjoint(line.lower[slice(*target)]):
            polarity = 1
        if target and subject and not spot.is_supposed(subject):
            issue = self._accusation(spot, start) if word.startswith(("accus", "charg")) else None
            if word.startswith("charg") and (issue is None or word == "charging"):
                return  # "charged £5", "articles charging Holt with fraud"
            self._add(spot, subject, polarity, target, issue)

    def _wanted(self, spot: Spot, start: int, polarity: int, behind: Range | None) -> bool:
        """Objects before their subject: "the ban that the union opposes", "a man whom Holt chose".

        What stands behind the verb may then be the predicate of the whole: "the ban it opposes [begins]".
        """
        line, classes = spot.line, spot.line.classes
        if behind and not _is_predicate(line, behind):
            return False
        if not behind and start < spot.last and classes[start] not in ".,;:!?CIaSEW-XV":
            return False
        found = find_relative_object(spot.clauses, spot.at, spot.first)
        if found is None or spot.word in opinions.NOUNS_TOO:
            return False
        subject, target = found
        self._add(spot, subject, polarity, target)
        return True

    @staticmethod
    def _whole_subject(spot: Spot, subject: Range) -> Range:
        """A subject from its beginning: "[the mayor's plan to close] the square"."""
        start = max(spot.first, spot.line.classes.rfind(",", spot.first, subject[0]) + 1)
        opening = spot.clauses.opening_subject(start, spot.at)
        if (
            opening
            and opening[0] < subject[0]
            and opening[0] - start <= 1
            and _VERBS.isdisjoint(spot.line.classes[opening[0] : subject[0]])
        ):
            return opening[0], subject[1]
        return subject

    def _accusation(self, spot: Spot, start: int) -> str | None:
        """Whom somebody accuses and of what: "the union (accused of spreading fear)"."""
        words, classes = spot.line.words, spot.line.classes
        past, link = ("accused", "of") if spot.word.startswith("accus") else ("charged", "with")
        links = [i for i in range(start, min(spot.last - 1, start + 20)) if words[i] == link]
        of = next((i for i in links if words[i + 1].endswith("ing")), links[0] if links else None)
        if of is None:
            return None
        end = next((i for i in range(of + 1, spot.last) if classes[i] in ",.;:CEM"), spot.last)
        end += classes[end : end + 1] == "E"
        if end == of + 1:
            return None
        found = spot.object_from(start) or (start, of)
        whom = self.targets.find_target(spot.line, (start, min(of, found[1])))
        return f"{whom} ({past} {link} {self.targets.phrase(spot.line, (of + 1, end))})" if whom else None

    def _linked(self, spot: Spot, polarity: int, link: int) -> None:
        """A word and its preposition: "called for a ban", "Holt's opposition to it", "critical of it"."""
        line, clauses, at, first = spot.line, spot.clauses, spot.at, spot.first
        if spot.turns():
            if polarity < 0:
                return
            polarity = -1
        if spot.is_lost():
            if polarity < 0:
                return  # "dropped his opposition to the plan"
            polarity = -1
        if line.words[link] == "up" and spot.word in _STANDING:
            if link + 1 >= spot.last or line.words[link + 1] not in ("for", "to"):
                return
            link += 1
            polarity = polarity if line.words[link] == "for" else -polarity  # "stood up to the bullies"
        target = spot.object_from(link + 1)
        if target is None:
            return
        target = _without_deed(line, target)
        owned = (spot.word, line.words[link]) in opinions.OWNED
        backing = line.words[at - 1] == "the" and line.lower[at - 2] in _RECEIVED if at > first + 1 else False
        if (spot.word, line.words[link]) in opinions.FROM_HOLDER or (backing and spot.follows("of")):
            self._from_holder(spot, polarity, target)
            return
        backwards, place = clauses.reversed, len(line.classes) - at
        subject: Range | None
        if owner := POSSESSOR.match(backwards, place):
            size = len(line.classes)
            group = "named" if owner["named"] else "pronoun"
            subject = (size - owner.end(group), size - owner.start(group))
            if group == "named":
                subject = with_article(line, subject, first)
            elif line.lower[subject[0]] in ("his", "her", "their"):
                subject = own_subject(clauses, subject, first)
            if group == "pronoun" and line.lower[subject[0]] not in ("his", "her", "their"):
                if owned:
                    self._done_by(spot, polarity, target)
                    return
                apposed = _APPOSED.match(backwards, place, size - first)
                subject = (
                    (size - apposed.end("who"), size - apposed.start("who"))
                    if apposed
                    else find_predicate_subject(clauses, at, first) or find_subject(clauses, at, first)
                )
        elif owned:
            self._done_by(spot, polarity, target)
            return
        elif apposed := _APPOSED.match(backwards, place, len(line.classes) - first):
            size = len(line.classes)
            subject = (size - apposed.end("who"), size - apposed.start("who"))
        elif line.words[at] in opinions.FEELINGS and opinions.VOICING.isdisjoint(
            line.lower[max(first, at - 5) : at]
        ):
            return  # "balancing public anger at the leak": nobody's own
        else:
            subject = find_predicate_subject(clauses, at, first) or find_subject(clauses, at, first)
        if subject and not subject[0] >= at:
            wanted = self._wanted_of(spot, target) if line.words[link] == "for" else None
            self._add(spot, subject, polarity, target, wanted)

    def _done_by(self, spot: Spot, polarity: int, target: Range) -> None:
        """Deeds as nouns with the doer behind: "the veto of the bill by Holt"."""
        by = spot.line.classes.find("b", target[0], target[1] + 1)
        if by > target[0] and (agent := _find_agent(spot, by + 1)):
            self._add(spot, agent, polarity, (target[0], by))

    def _wanted_of(self, spot: Spot, target: Range) -> str | None:
        """What is called for, with what is to be done: "called for the match to be moved"."""
        line, end = spot.line, target[1]
        if apposed := _APPOSED_TO.match(line.classes, end, spot.last):
            end = apposed.end()  # "called for the chief, Ann Holt, to resign"
        if line.classes[end : end + 1] != "o" or end + 1 >= spot.last:
            return None
        whom, verb = self.targets.find_target(line, target), end + 1
        last = next((i for i in range(verb, spot.last) if line.classes[i] in ",.;:CEMS"), spot.last)
        if whom is None or verb >= last or line.classes[verb] not in "nBUVKXY":
            return None
        rest = f" {self.targets.phrase(line, (verb + 1, last))}" if verb + 1 < last else ""
        doing = "being" if line.lower[verb] == "be" else inflect(line.lower[verb])[2]
        return f"{whom} {doing}{rest}"

    def _from_holder(self, spot: Spot, polarity: int, holder: Range) -> None:
        """Nouns with the holder behind: "drew criticism from the union", "support from Holt for the plan"."""
        line, at = spot.line, spot.at
        target: Range | None = None
        end = holder[0]
        agent = _find_agent(spot, holder[0])
        if agent is None:
            return
        end = agent[1]
        if end < spot.last and line.words[end] in ("for", "to", "of", "over"):
            target = spot.object_from(end + 1)
        for light in range(at - 1, max(spot.first, at - 5), -1):
            helps = line.lower[light] in ("has", "have", "had") and is_past(line.lower[light + 1])
            if target is None and line.lower[light] in _RECEIVED and not helps:
                target, _ = spot.clauses.subject_before(light, spot.first)
        if target and target[0] != agent[0]:
            self._add(spot, agent, polarity, target)

    def _intended(self, spot: Spot, _: int) -> None:
        """Intentions and refusals: "vowed to close the port", "refused to sign the deal"."""
        if spot.line.classes[spot.at - 1 : spot.at] in ("I", "D", "s", "b"):
            return  # a noun: "over plans to close it"
        match = _TO_DO.match(spot.line.classes, spot.at + 1, spot.last)
        if match is None:
            if spot.word in _WANTING:
                self._wished(spot)
            return
        polarity = -1 if spot.word in opinions.REFUSED else 1
        if spot.turns():
            if polarity < 0:
                return
            polarity = -1
        self._doing(spot, match.end() - 1, polarity)

    def _wished(self, spot: Spot) -> None:
        """Things that somebody wants: "the union wants a second clerk", "we don't want your dam"."""
        line, at = spot.line, spot.at
        if _ASKED_TO_DO.match(line.classes, at + 1, spot.last) or line.classes[at - 1 : at] == "D":
            return
        target, subject = spot.object_from(at + 1), find_subject(spot.clauses, at, spot.first)
        if target is None and line.lower[at + 1 : at + 2] == ["it"]:
            target = at + 1, at + 2  # "wants it scrapped"
        if target is None or subject is None or subject[0] >= at or spot.is_supposed(subject):
            return
        behind = target[1]
        done = line.lower[behind] if behind < spot.last else ""
        dropped = -1 if done in opinions.ENDED else opinions.VERBS.get(done, 0)
        if dropped and _is_participle(done):  # "wants the plan scrapped"
            self._add(spot, subject, -dropped if spot.turns() else dropped, target)
            return
        goes_on = line.classes[behind : behind + 1] in ("o", "-", "Q", "E") or any(
            is_past(word) or word.endswith("ing") for word in line.lower[target[0] + 1 : behind + 1]
        )
        if not goes_on and line.lower[target[0]] not in _NOBODY:  # "wants the plan dropped" wants it not
            self._add(spot, subject, -1 if spot.turns() else 1, target)

    def _purpose(self, spot: Spot, _: int) -> None:
        """Nouns of intention with their owner: "Holt's efforts to repeal the law"."""
        match = _TO_DO.match(spot.line.classes, spot.at + 1, spot.last)
        owner = POSSESSOR.match(spot.clauses.reversed, len(spot.line.classes) - spot.at)
        if match is None or owner is None or not owner["named"]:
            return
        size = len(spot.line.classes)
        subject = (size - owner.end("named"), size - owner.start("named"))
        if subject[0] >= spot.first:
            polarity = -1 if spot.word in opinions.REFUSED else 1
            self._doing(spot, match.end() - 1, polarity, subject=subject)

    def _asked(self, spot: Spot, _: int) -> None:
        """What somebody is asked to do: "urged Congress to pass the bill", "called on Holt to resign"."""
        start = spot.at + 1 + spot.follows("on")
        if spot.word.startswith("call") and not spot.follows("on"):
            return
        if spot.follows("that"):
            self._asked_that(spot, start + 1)
            return
        asked = _ASKED_TO_DO.match(spot.line.classes, start, spot.last)
        if asked is None and (begged := _ASKED_FOR.match(spot.line.classes, start, spot.last)):
            self._begged(spot, begged.end())
        if asked and spot.line.lower[asked.end("who") - 1] in _LENGTHS:
            return  # "asked the council for months to act"
        if asked and spot.line.lower[start] not in _HEARERS and not spot.turns():
            self._doing(spot, asked.end() - 1, -1 if asked["not"] else 1, who=asked.span("who"))

    def _asked_that(self, spot: Spot, start: int) -> None:
        """What is to be done, in a clause: "demanded that the minister (not) resign", "that it be closed"."""
        line = spot.line
        asked = _ASKED_THAT.match(line.classes, start, spot.last)
        owned = line.classes[spot.at - 1 : spot.at] in ("D", "s")  # "over his demands that …"
        if asked is None or owned or spot.turns():
            return
        negated = line.lower[asked.end("who")] == "not"
        verb = asked.end("who") + negated
        verb += line.lower[verb] == "be"
        if verb < spot.last and line.classes[verb] in _BASE_CLASSES and _is_bare(line.lower[verb]):
            self._doing(spot, verb, -1 if negated else 1, who=asked.span("who"))

    def _begged(self, spot: Spot, start: int) -> None:
        """What somebody is asked for: "asked [the minister] for [an exemption]"."""
        target = spot.object_from(start)
        subject = find_subject(spot.clauses, spot.at, spot.first)
        if (
            spot.line.lower[start - 1] == "for"
            and spot.line.lower[start] not in _LENGTHS
            and target
            and subject
            and not spot.turns()
        ):
            self._add(spot, subject, 1, target, self._wanted_of(spot, target))

    def _modal(self, spot: Spot, _: int) -> None:
        """What a speaker says will or should be done: "we will close the port", "the city must pay".

        Nobody but the doer speaks for a refusal: "The town would not concede any land".
        """
        line, clauses, at = spot.line, spot.clauses, spot.at
        match = _MODAL.match(line.classes, at, spot.last)
        if match is None:
            return
        verb = match.end() - 1
        helpers = line.lower[at:verb]
        negated = any(w in opinions.NEGATORS or w.endswith("n't") for w in helpers)
        lead = helpers[0]
        statement = spot.around()
        if negated and lead in _UNABLE and helpers[-1] == "be" and line.lower[verb] in opinions.UNBEARABLE:
            self._unbearable(spot, verb, statement)
            return
        if "have" in helpers:
            if (
                lead in ("should", "shouldn't", "ought") and helpers[-1] != "to"
            ):  # but "somebody must have seen it"
                self._faulted(spot, helpers, verb, statement)
            return
        if statement is None or statement.speaker is None:
            if negated and lead in _WILLING and line.words[verb] in opinions.VOLITION:
                self._doing(spot, verb, -1)
            return
        if negated and lead in _WILLING:
            if line.words[verb] in opinions.VOLITION:
                self._doing(spot, verb, -1)
            return
        size = len(line.classes)
        before = _WHO_BEFORE.match(clauses.reversed, size - at)
        if lead.endswith("'ll"):
            if lead in _SELF and line.words[verb] in opinions.VERBS:
                self._doing(spot, verb, 1, holder=statement.speaker)
            return
        if before is None:
            return
        who = (size - before.end("who"), size - before.start("who"))
        pronoun = line.lower[who[0]] if line.classes[who[0]] == "P" else ""
        if lead in _SHOULD and pronoun not in ("it", "you"):
            self._doing(spot, verb, -1 if negated else 1, who=None if pronoun else who,
                        holder=statement.speaker)  # fmt: skip
        elif (
            lead in _WILLING
            and pronoun in _SELF
            and line.words[verb] in opinions.VERBS
            and (pronoun in ("i", "we") or self.cast.may_be(statement.speaker, pronoun))
        ):
            self._doing(spot, verb, 1, holder=statement.speaker)

    def _unbearable(self, spot: Spot, verb: int, statement: Statement | None) -> None:
        """What a speaker says cannot be borne: "the fees cannot be justified"."""
        line = spot.line
        subject, _ = spot.clauses.subject_before(spot.at, spot.first)
        issue = self.targets.find_target(line, subject) if subject else None
        if issue and subject and statement and statement.speaker is not None:
            self._append(statement.speaker, -1, issue, line.span(spot.at, verb + 1), self._evidence(spot))

    def _faulted(self, spot: Spot, helpers: list[str], verb: int, statement: Statement | None) -> None:
        """Whom a speaker says should have acted otherwise: "the city should have asked us"."""
        line, size = spot.line, len(spot.line.classes)
        before = _WHO_BEFORE.match(spot.clauses.reversed, size - spot.at)
        if before is None or statement is None or statement.speaker is None or "been" in helpers:
            return
        who = size - before.end("who"), size - before.start("who")
        whom = self.targets.find_target(line, who) if line.classes[who[1] - 1] in "NTr" else None
        end = next((i for i in range(verb, spot.last) if line.classes[i] in ",.;:CEMS"), spot.last)
        if not _is_participle(line.lower[verb]):
            return  # "should have access"
        if whom and not self._own_words(statement.speaker) & set(whom.lower().split()) and end > verb:
            issue = f"{whom} ({self.targets.phrase(line, (spot.at, end))})"
            self._append(statement.speaker, -1, issue, line.span(spot.at, verb + 1), self._evidence(spot))

    def _dismayed(self, spot: Spot, _: int) -> None:
        """Whom dismay or joy is about: "was disappointed that [the council] voted for it", "glad that …"."""
        line = spot.line
        polarity = -1 if spot.word in opinions.DISMAYED else 1
        if not spot.follows("that") or spot.turns():
            return
        found = spot.clauses.opening_subject(spot.at + 2, spot.last)
        found = found and name_before_verb(line, found)
        subject = find_subject(spot.clauses, spot.at, spot.first)
        if (
            found is None
            or found[0] > spot.at + 3
            or subject is None
            or line.classes[found[1] - 1] not in "NTr"
        ):
            return
        verb = next((i for i in range(found[1], spot.last) if line.classes[i] != "A"), spot.last)
        if verb + 1 < spot.last and line.lower[verb] not in _ENDINGS and line.lower[verb + 1] not in _ENDINGS:
            self._add(spot, subject, polarity, found)

    def _denied(self, spot: Spot, _: int) -> None:
        """Claims that somebody denies: "denied that [it had known]", "denies [the charges]"."""
        line, start = spot.line, spot.at + 1
        subject = find_subject(spot.clauses, spot.at, spot.first)
        if spot.turns() or subject is None or spot.is_supposed(subject):
            return
        if spot.follows("that"):
            end = next((i for i in range(start + 1, spot.last) if line.classes[i] in ",.;:E"), spot.last)
            if not any(line.classes[i] in "XVKU" or is_past(line.lower[i]) for i in range(start + 2, end)):
                return  # "rejects that account"
            issue: str | None = f"{DENIED}that {self.targets.phrase(line, (start + 1, end))}"
            target = start + 1, end
        else:
            found = spot.object_from(start)
            if found is None or opinions.CLAIMS.isdisjoint(line.lower[slice(*found)]):
                return
            target, issue = found, None
            if line.lower[found[0]] in _DEEDS or line.lower[found[0] + 1] in _DEEDS:
                issue = f"{DENIED}of {self.targets.phrase(line, found).removeprefix('any ')}"
        self._add(spot, subject, -1, target, issue)

    def _related(self, spot: Spot, _: int) -> None:
        """Nouns of relation: "a Holt ally", "Holt's nominee, Ada Storm"."""
        if found := find_relation(spot, self.cast.is_known):
            holder, target, polarity = found
            self._add(spot, holder, polarity, target)

    def _against(self, spot: Spot, _: int) -> None:
        """What somebody is against: "[Holt] was firmly against [the tolls]", "I'm against it"."""
        line, at = spot.line, spot.at
        while at > spot.first and line.classes[at - 1] == "A":
            at -= 1
        helper = line.lower[at - 1] if at > spot.first else ""
        if helper not in BE and helper.partition("'")[2] not in ("m", "s", "re"):
            return
        target = spot.object_from(spot.at + 1)
        subject = find_subject(spot.clauses, at, spot.first)
        if target and subject and not spot.is_supposed(subject):
            self._add(spot, subject, -1, target)

    def _needed(self, spot: Spot, _: int) -> None:
        """What a speaker says somebody needs to do: "the city needs to pay"."""
        match = _TO_DO.match(spot.line.classes, spot.at + 1, spot.last)
        statement = spot.around()
        size = len(spot.line.classes)
        before = _WHO_BEFORE.match(spot.clauses.reversed, size - spot.at)
        if match is None or statement is None or statement.speaker is None or before is None or spot.turns():
            return
        who = (size - before.end("who"), size - before.start("who"))
        pronoun = spot.line.lower[who[0]] if spot.line.classes[who[0]] == "P" else ""
        if pronoun not in ("it", "you", "i", "they"):
            self._doing(spot, match.end() - 1, 1, who=None if pronoun else who, holder=statement.speaker)

    def _lacked(self, spot: Spot, _: int) -> None:
        """What a speaker says "we" need: "we need a new bridge", "we don’t need another bridge"."""
        line, at = spot.line, spot.at
        while at > spot.first and line.classes[at - 1] in "XA":
            at -= 1
        statement, target = spot.around(), spot.object_from(spot.at + 1)
        if target is None or statement is None or statement.speaker is None or line.lower[at - 1] != "we":
            return
        if not _ASKING.isdisjoint(line.lower[max(spot.first, at - 4) : at]):
            return  # "whether or not we need another vote"
        if issue := self.targets.find_target(line, target):
            cue = line.span(spot.at, spot.at + 1)
            self._append(statement.speaker, -1 if spot.turns() else 1, issue, cue, self._evidence(spot))

    def _is_time(self, spot: Spot, _: int) -> None:
        """What a speaker says it is time to do: "it’s time for the city to pay"."""
        match = _TIME_TO.match(spot.line.classes, spot.at + 1, spot.last)
        statement = spot.around()
        if match and statement and statement.speaker is not None and spot.line.lower[spot.at - 1] in _IT_IS:
            who = match.span("who") if match["who"] and match["who"] != "P" else None
            self._doing(spot, match.end() - 1, 1, who=who, holder=statement.speaker)

    def _doing(  # noqa: PLR0917 - who does what, and who wants it
        self,
        spot: Spot,
        at: int,
        polarity: int,
        who: Range | None = None,
        holder: int | None = None,
        subject: Range | None = None,
    ) -> None:
        """A stance on doing something: the verb at `at` with its object, as "closing the harbour".

        Where the verb shows a stance itself, that is what is shown: who vows to repeal a law opposes the law.
        """
        line, first, last = spot.line, spot.first, spot.last
        while (
            line.lower[at] in _CHAINED
            and line.classes[at + 1 : at + 2] == "o"
            and (line.classes[at + 2 : at + 3] in _BASE_CLASSES)
        ):
            at += 2  # "vowed to continue to fight it"
        word = line.lower[at]
        if line.lower[at - 1] == "be":
            self._undergoing(spot, at, polarity, who, holder)
            return
        following = line.words[at + 1] if at + 1 < last else ""
        taken = (word, following) in _TAKEN_UP or (word in _CAUSING and _is_caused(spot, at + 1))
        empty = word in _EMPTY_VERBS and not taken
        if len(word) < 2 or empty or word in BE:
            return
        known = opinions.LINKED.get((word, following))
        own = who is None and holder is None and subject is None
        if known is not None:
            target = spot.object_from(at + 2)
        else:
            known = -1 if word in opinions.ENDING else opinions.VERBS.get(word)
            target = spot.object_from(at + 2 if following in _PARTICLES else at + 1, whole=known is None)
        if known is not None and target and own and word not in opinions.ENDING:
            return  # the verb itself is read as a stance
        subject = subject or find_subject(spot.clauses, spot.at, first)
        if (subject is None and holder is None) or (subject and spot.is_supposed(subject)):
            return
        issue: str | None
        if known is not None and target:
            polarity *= known
            issue = self.targets.find_target(line, target)
            if issue is None and line.lower[target[0]] == "it":
                issue = self.targets.thing_before(spot)
        else:
            doing = word if word.endswith("ing") else inflect(word)[2]
            if target is None and (particle := _PARTICLE_OBJECT.match(line.classes, at + 1, last)):
                target = particle.span()
            if target and line.lower[target[0]] in _HEARERS | _THEM:
                return  # "will never let you down"
            if target and target[1] - target[0] == 1 and line.lower[target[0]] in _NO_OBJECTS:
                target = None
            if target:
                target = target[0], self._complement_end(spot, word, target[1])
                issue = f"{doing} {self.targets.phrase(line, (at + 1, target[1]))}"
            elif who and (word, following) in opinions.YIELDING:
                issue, target = f"{doing} {following}", (at, at + 2)
            elif who and (word, "") in opinions.YIELDING:
                issue, target = doing, (at, at + 1)
            else:
                return
            if who:
                issue = f"{self.targets.phrase(line, who)} {issue}"
        if not issue:
            return
        if holder is not None:
            self._append(holder, polarity, issue, line.span(at, at + 1), self._evidence(spot))
        elif subject:
            self._add(spot, subject, polarity, (at, target[1]), issue)

    @staticmethod
    def _complement_end(spot: Spot, verb: str, end: int) -> int:
        """Where what belongs to the object ends: "leave the tax [untouched]", "let her [use the port]"."""
        classes = spot.line.classes
        stop = next((i for i in range(end, spot.last) if classes[i] in ",.;:EMS"), spot.last)
        if verb in _CAUSING:
            return min(stop, end + 1)
        if verb in _LETTING and classes[end : end + 1] in ("n", "B", "U", "K", "V"):
            return stop
        return stop if verb in _LEAVING and stop == end + 1 and classes[end] in "nA" else end

    def _undergoing(self, spot: Spot, at: int, polarity: int, who: Range | None, holder: int | None) -> None:
        """What a speaker wants done to something: "the plan should be rejected", "they must be told"."""
        line = spot.line
        whom = self.targets.find_target(line, who) if who and line.classes[who[1] - 1] in "nrNT" else None
        word = line.lower[at]
        if whom is None or who is None or not _is_participle(word):
            return
        if not _ASKING.isdisjoint(line.lower[max(spot.first, who[0] - 3) : who[0]]):
            return  # "whether or not it should be built"
        known = -1 if word in opinions.ENDED else opinions.VERBS.get(word)
        end = next((i for i in range(at + 1, spot.last) if line.classes[i] in ",.;:CEMS"), spot.last)
        issue = whom if known else f"{whom} being {self.targets.phrase(line, (at, end))}"
        polarity *= known or 1
        if holder is not None:
            self._append(holder, polarity, issue, line.span(at, at + 1), self._evidence(spot))
        elif subject := find_subject(spot.clauses, spot.at, spot.first):
            self._add(spot, subject, polarity, (at, end), issue)

    def _evaluated(self, one: Said, outer: Line, outer_clauses: Clauses) -> None:
        """What a speaker's evaluating words are about."""
        holder = one.statement.speaker
        if holder is None:
            return
        own: set[str] | None = None
        if one.statement.cue and self.text[slice(*one.statement.cue)] in opinions.COMPLAINTS:
            self._complained(one, outer_clauses)
        for line, words in one.parts:
            if not has_evaluations(line, words):
                continue
            clauses = outer_clauses if line is outer else Clauses(line)
            own = own or self._own_words(holder)
            for found in find_evaluations(line, clauses, words):
                issue = self._evaluated_target(line, clauses, found, own, (one.statement,))
                if issue and not self._is_shown(one.statement, issue):
                    spot = Spot(line, clauses, found.at, *clauses.sentence(found.at), ())
                    self._append(
                        holder, found.polarity, issue, line.span(found.at, found.at + 1), self._evidence(spot)
                    )

    def _is_shown(self, statement: Statement, issue: str) -> bool:
        """Whether a verb of the same sentence already shows a stance of the speaker towards this."""
        last = issue.rsplit(" ", 1)[-1]
        return any(
            cue.holder == statement.speaker
            and last in cue.issue
            and not set(cue.sentences).isdisjoint(statement.sentences)
            for cue in self.found[-_RECENT:]
        )

    def _own_words(self, holder: int) -> set[str]:
        return set(" ".join(self.cast.names_of(holder)).lower().split())

    def _complained(self, one: Said, clauses: Clauses) -> None:
        """Whom a complaint is of: "complained that [the council] ignored them", "fumed that …"."""
        line, (first, last) = one.parts[0]
        if line is not clauses.line or one.statement.speaker is None:
            return
        own = self._own_words(one.statement.speaker)
        subject = clauses.opening_subject(first, last)
        if subject is None or subject[0] > first + 1 or last - subject[1] < 2:
            return
        cue = self.text[slice(*one.statement.cue)] if one.statement.cue else ""
        blames = line.classes[subject[1] - 1] in "NTr" or (
            cue in opinions.GRUMBLES and line.classes[subject[0]] == "D"
        )
        issue = self.targets.find_target(line, subject) if blames else None
        if issue and not own & set(issue.lower().split()):
            spot = Spot(line, clauses, subject[1], *clauses.sentence(subject[0]), ())
            place = one.statement.cue or line.span(*subject)
            self._append(one.statement.speaker, -1, issue, place, self._evidence(spot))

    def _evaluated_target(
        self, line: Line, clauses: Clauses, found: Evaluation, own: set[str], said: Sequence[Statement]
    ) -> str | None:
        """The target of an evaluation as text; None where that is the speaker, or nobody knows who."""
        first, last = found.target
        if line.classes[first] == "o":  # "wrong to close the port"
            word = line.lower[first + 1]
            if word in _EMPTY_VERBS or word in _NOBODY or last - first < 3:
                return None
            return f"{inflect(word)[2]} {self.targets.phrase(line, (first + 2, last))}"
        if last - first == 1 and (
            line.classes[first] == "P" or line.lower[first] in ("his", "her", "him", "he's", "she's")
        ):
            word = {"his": "he", "her": "she", "him": "he"}.get(
                line.lower[first], line.lower[first][:3].rstrip("'")
            )
            if word not in ("he", "she"):
                return None
            return self.targets.find_meant(line, first, own)
        if line.lower[first] == "it" and last - first == 1:
            return self.targets.thing_before(Spot(line, clauses, found.at, *clauses.sentence(first), said))
        if line.lower[first] in _NOBODY or line.lower[first] in ("no", "every"):
            return None
        issue = self.targets.find_target(line, (first, last))
        if issue and found.kind_only:
            issue = f"the {issue}"
        if issue is None or own & set(issue.lower().removesuffix("'s").split()):
            return None
        return issue

    # ---- who holds it

    def _holders(self, spot: Spot, subject: Range) -> Iterator[int]:
        """The actors a stance belongs to: two where two names are joined."""
        first, last = name_before_verb(spot.line, subject)
        two = _TWO.fullmatch(spot.line.classes, first, last)
        more = self._names_before(spot, first) if two else []
        joined = " ".join(spot.line.words[first:last])
        if (
            two
            and (more or joined not in self.cast.by_name or joined in self.cast.pairs)
            and not (self.cast.is_one_body(" ".join(spot.line.words[slice(*two.span("one"))]), joined))
        ):
            parts = [*more, two.span("one"), two.span("two")]
        else:
            parts = [subject]
            named = _TWO_NAMED.match(spot.line.classes, last) if spot.line.classes[last - 1] in "nr" else None
            if named and spot.line.lower[last - 1].endswith("s"):  # "two senators, Ann Holt and Per Lund,"
                parts = [named.span("one"), named.span("two")]
        for part in parts:
            holder = self._holder(spot, part)
            if holder is not None:
                yield holder

    @staticmethod
    def _names_before(spot: Spot, first: int) -> list[Range]:
        """The names of a list that begins its sentence, before its last two."""
        classes = spot.line.classes
        if not _MORE_NAMES.fullmatch(classes, spot.first, first):
            return []
        return [match.span() for match in _TITLED.finditer(classes, spot.first, first)]

    def _holder(self, spot: Spot, subject: Range) -> int | None:
        """The actor a stance belongs to; in reported speech a pronoun or a country speaks for the speaker."""
        line = spot.line
        refusal = line.classes[spot.at] == "X"  # "the town would not": whoever says so speaks for the town
        first, last = subject
        around = spot.around()
        if around is not None and around.attribution is not Attribution.DIRECT:
            # In "Behrend said the firms now backed a deal" the firms do, whatever stands before "backed".
            start = around.content[0][0]
            own = self.text.startswith("to ", start)  # "Holt plans to repeal the law"
            if not own and line.starts[first] < start < line.starts[spot.at]:
                # In "Behrend said he was sorry but backed it" it is Behrend who did.
                begins = line.lower[min(bisect_left(line.starts, start), len(line.lower) - 1)]
                acts = line.classes[spot.at - 1] in "CXA" and spot.word in opinions.VERBS
                goes_on = acts and begins in _SUBJECTS
                speaker = around.speaker if goes_on else None
                return speaker if speaker is not None and self.cast.may_be(speaker, begins) else None
        letters = line.classes[first:last]
        if letters in ("P", "w", "D", "X"):
            word = line.lower[first].partition("'")[0]
            word = {"his": "he", "her": "she", "their": "they"}.get(word, word)
            if word == "it" and around is not None and around.speaker is not None:
                return around.speaker if self.cast.may_be_body(around.speaker) else None
            if word not in ("he", "she", "they", "we", "i"):
                return None
            if around is not None and around.speaker is not None:
                if word in ("we", "i") or self.cast.may_be(around.speaker, word):
                    return around.speaker
                if around.attribution is Attribution.DIRECT:
                    return None
            meant = self._named_in_sentence(spot, first, word)
            if meant is None:
                meant = self.antecedent(line, spot.clauses, first, word)
            alone = word != "they" or meant is None or self.cast.may_be(meant, word)
            return meant if alone else None
        if refusal and around is not None and not _SOMEBODY.search(letters):
            return around.speaker
        if last < len(line.classes) and line.classes[last] == "r" and line.lower[last].endswith("s"):
            subject = first, last + 1  # "[Republican critics] of the law"
        if subject[1] - subject[0] == 1 and (party := _PARTISAN.get(line.lower[first])):
            return self.cast.by_name.get(party)  # "[Republican] efforts to repeal it"
        named = find_holder(line, subject)
        if named is None or self._is_no_name(spot, named):
            return None
        if refusal and around is not None and around.speaker is not None and re.fullmatch(r"D?N", letters):
            name = line.words[last - 1]
            if name not in self.cast.ambiguous and name not in self.cast.by_name:
                return around.speaker
        return self.cast.resolve(line, named, line.starts[spot.at])

    def _named_in_sentence(self, spot: Spot, at: int, word: str) -> int | None:
        """The one person whom a sentence names before "he" or "she": "in [Trump]'s call he asked for it"."""
        if word not in ("he", "she"):
            return None
        line = spot.line
        named = [
            match.span()
            for match in _TITLED.finditer(line.classes, spot.first, at)
            if line.words[match.end() - 1] in self.cast.ambiguous
        ]
        if len({line.words[last - 1] for _, last in named}) != 1:
            return None
        index = self.cast.resolve(line, named[0], line.starts[named[0][0]])
        return index if self.cast.may_be(index, word) else None

    def _is_no_name(self, spot: Spot, words: Range) -> bool:
        """Whether a single capitalised word is one only because it begins a sentence: "Only", "Reaction"."""
        line, (first, last) = spot.line, words
        word = line.lower[first]
        return (
            last - first == 1
            and line.classes[first] == "N"
            and (first == spot.first or line.classes[first - 1] in "QE")
            and line.words[first] not in self.cast.ambiguous
            and (word in self.cast.small or word.endswith(("ing", "ly", "ed")))
        )

    # ---- on what

    def _add(
        self, spot: Spot, subject: Range, polarity: int, target: Range, issue: str | None = None
    ) -> None:
        line = spot.line
        word = line.lower[target[0]]
        if line.classes[target[0]] == "X" or (
            is_past(word) and line.classes[target[0] + 1 : target[0] + 2] in ("b", "I")
        ):
            return  # "unless they're endorsed by Holt", "hit by missiles fired by them"
        if word in ("him", "them") and target[1] - target[0] > 1:
            target = target[0], target[0] + 1  # "accused [him] of theft"
        issue = issue or self.targets.find_target(line, target)
        if issue is None and line.lower[target[0]] in ("him", "her"):
            issue = self.targets.named_before(spot, subject, target[0])
        elif issue is None and line.lower[target[0]] == "it":
            issue = self.targets.thing_before(spot)
        if issue:
            for holder in self._holders(spot, subject):
                self._append(holder, polarity, issue, line.span(spot.at, spot.at + 1), self._evidence(spot))

    def _evidence(self, spot: Spot) -> Span:
        return spot.line.span(max(spot.first, spot.at - _AROUND), min(spot.last, spot.at + _AROUND))

    def _append(self, holder: int, polarity: int, issue: str, cue: Span, content: Span) -> None:
        if issue in self.cast.names_of(holder):
            return  # nobody stands for themselves
        first = max(bisect_right(self.starts, content[0]) - 1, 0)
        end = max(bisect_right(self.starts, content[1] - 1) - 1, 0)
        numbers = tuple(self.numbers[first : end + 1])
        stance = Stance.SUPPORTS if polarity > 0 else Stance.OPPOSES
        self.found.append(StanceCue(holder, stance, issue, cue, (content,), numbers))


def _find_agent(spot: Spot, start: int) -> Range | None:
    """Who stands behind "by" or "from": a name, with the people that it describes: "Labour councillors"."""
    match = _AGENT.match(spot.line.classes, start, spot.last)
    if match is None:
        return None
    end = match.end()
    if spot.line.classes[end - 1] == "N" and end < spot.last and spot.line.classes[end] in "nr":
        end += is_people(spot.line, match.start(), end + 1)
    return match.start(), end


def _find_command(line: Line, start: int) -> tuple[int, bool]:
    """The first word of a sentence that can be a command, and whether "don't" or "never" turns it."""
    at, lower = start, line.lower
    while at < len(lower) and lower[at] in _PLEASE:
        at += 1
    if lower[at : at + 2] == ["do", "not"]:
        return at + 2, True
    turned = lower[at : at + 1] in (["don't"], ["never"])
    return at + turned, turned


def _without_deed(line: Line, words: Range) -> Range:
    """Somebody without what they are to do: "[the Senate] to dismiss it", but "[Holt's plan to close it]"."""
    to = line.classes.find("o", words[0] + 1, words[1])
    if to < 0 or line.classes[to - 1] not in "NTr" or not set("bI").isdisjoint(line.classes[words[0] : to]):
        return words
    return words[0], to


def _is_caused(spot: Spot, start: int) -> bool:
    """Whether an object is had done something with: "get [the children] vaccinated"."""
    found = spot.object_from(start)
    return bool(found and found[1] < spot.last and _is_participle(spot.line.lower[found[1]]))


def _is_predicate(line: Line, words: Range) -> bool:
    """Whether words without an article may begin with a verb: "takes effect", "begin on Monday"."""
    word = line.lower[words[0]]
    return line.classes[words[0]] == "n" and (word in THIRD_PERSONS or is_past(word))


def _is_bare(word: str) -> bool:
    """Whether a word can be a verb's bare form: "resign", not "resigned" or "plans"."""
    return not (word.endswith(("s", "ing")) and not word.endswith("ss")) or word == "be"


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "en")) or is_past(word) or word in _DONE


_RULES: dict[str, Callable[[StanceReader, Spot, int], None]] = {
    "v": StanceReader._verb,
    "i": StanceReader._intended,
    "a": StanceReader._asked,
    "m": StanceReader._modal,
    "d": StanceReader._purpose,
    "n": StanceReader._needed,
    "t": StanceReader._is_time,
    "w": StanceReader._lacked,
    "e": StanceReader._dismayed,
    "r": StanceReader._related,
    "g": StanceReader._against,
    "x": StanceReader._denied,
}
