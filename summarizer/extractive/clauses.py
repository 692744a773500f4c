"""A line's words as clauses: where sentences end, and the subject of a verb.

Nothing here knows names; `actors` joins the mentions afterwards. Positions are word indexes of a Line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from summarizer.extractive.lexer import Line
from summarizer.extractive.words import ENGLISH, is_past, word_set

Range = tuple[int, int]

# A noun phrase read backwards from its last word, as subjects stand before their verb. Bounded, so that a
# line of one million nouns stays linear.
_BACK_NP = r"(?:[nrNT0](?:[nrNTAs0W*_-]|(?<=[NT])C(?=[NT])){0,9}D{0,2})"
_BACK_NPS = rf"(?:(?:\)[^()]{{1,8}}\()?{_BACK_NP}(?:(?:[Ib]|(?<=[DNT])o(?=r)){_BACK_NP}){{0,3}})"
_BETWEEN = r"[XA]*(?:W+[I]?[XA]*)?"  # "has also", "on Tuesday"
_SUBJECT = re.compile(rf"{_BETWEEN}(?:A,)?(?:(?P<pronoun>[Pw])|(?P<np>{_BACK_NPS}))")
_ANTECEDENT = re.compile(_BACK_NPS)
# A name with what its bearer does before it: "hotelier Ann Holt", "Lund's nephew Major Bo Lund".
_TRADE = r"(?:D?[TN]+s)?[nr]{0,3}"
_NAME_NEXT = re.compile(rf",(?P<name>{_TRADE}T*N{{2,3}}),")  # "its director[, Ann Holt,] thanked them"
_OFFICE_OF = re.compile(r"D?[nr]{0,2}TID?n{0,2}[TN]{2,5}")  # "Secretary of State Ann Holt"
_NAME_BACK = re.compile(r"N{1,3}T*(?![nrNT])")
_APPOSITION = re.compile(rf"{_BETWEEN},(?P<app>[^.;:!?QEVB]{{1,30}}?),(?P<np>P|{_BACK_NPS})")
_PAREN_SUBJECT = re.compile(rf"{_BETWEEN}(?P<np>\)[^()]{{1,8}}\({_BACK_NPS})")

_NP = r"(?:D{0,2}[A]?[nrNT0s*_-]{0,9}[nrNT0](?![nrNT])(?:C[NT]+)?)"
# A noun phrase read forwards, with what belongs to it.
NOUN_PHRASES = rf"(?:(?:P|{_NP})(?:[Ib]{_NP}){{0,2}})"
FORWARD_NP = re.compile(NOUN_PHRASES)
_OPENING = re.compile(
    rf"(?:C?[AIaSW0DGgL][^,.;:QE]{{0,25}},(?:(?:N{{1,2}}|[IAW0][^,.;:QEVB]{{0,10}}),){{0,2}})?C?A?(?:IW)?(?P<np>P|{_NP})"
)
_DESCRIBED_NAME = re.compile(r"D[nrA]{1,4},(?P<name>T*N{1,3}),(?=[XA]*[nVKUXY])")  # "His wife, Anna, waited"
# "The mayor, standing beside him, was silent"; but "The next day, in Bonn, he was silent".
_PARENTHETIC = re.compile(
    r"C?(?P<np>(?:D|(?=N{1,3}s))[nrNTAs]{1,5}(?:ID?[nrNT]{1,3})?),(?P<between>[^,.;:QEVP]{1,25}),A?(?P<verb>[XVKUn])"
)
_INVERTED_NAME = re.compile(r"(?<=[nr])X(?P<name>T*N{2,3})")
_OF_NAME = re.compile(r"(?<=N)IN{1,3}")
_DESCRIBED = re.compile(r"D[nA]{0,2}[rnT]I")  # "the mayor of Brantholm"
_TIMES = word_set("day days week weeks month months year years time morning evening night")
_FULL_NAME = re.compile(rf"{_TRADE}T*N{{2,3}}")
_APPOSED_NAME = re.compile(rf"D?{_TRADE}[TN]+(?:\([^()]{{1,8}}\))?")
_NAMED_OF = re.compile(r"(?P<name>T*N{2,3}|T+N)IN{1,2}")
_SOMEBODY = re.compile(r"[rNT]")
_STOP = re.compile(r"[.!?E]")
_PARTED = re.compile(r"[,.;:QEVB]")
_PARTED_NOUN = re.compile(r"[,.;:QE]")
# "BERLIN, Dec. 14 (Reuters) — ", "KOCHI: ", "3:20 p.m."
_DATELINE = re.compile(
    r"N{1,3}(?:,[NWT0._,]{1,5})?(?:\([^()]{1,5}\))?(?:--?|(?P<colon>:)(?=[^QE]))|0:0(?:n_?)?(?=[NTDPA])"
)


_PARTICIPLE_START = re.compile(r"[NG][IonDAMabPS,]")

GERMAN_NP = re.compile(r"(?:[D0]?[Dn0A]{0,4}(?:N[N0]{0,5}|[rn](?=[VX]))(?:(?:D|ID?)[nA]{0,2}N{1,4}){0,2}|P)")
_GERMAN_PHRASE = re.compile(r"(?:D?[nA0]{0,4}[NW]{1,4}|D?[nA0]{0,3}W0?)(?:(?:D|ID?)[nA0]{0,2}[NW]{1,4}){0,3}")
_GERMAN_NAME = re.compile(r",(?P<name>N{2,3})(?=[,V.]|$)")


@dataclass(slots=True)
class Cue:
    """A word that attributes, with its subject and where its content lies."""

    at: int  # the verb's word index
    letter: str
    subject: Range | None
    content: list[Range]
    last: int  # where the sentence ends
    addressee: Range | None = None
    after_quote: int | None = None  # the quotation that it directly follows
    role: Range | None = None
    via: Range | None = None  # who relays it


@dataclass(slots=True)
class Found:
    """An attribution within one paragraph: contents are word ranges; `quotes` those that are quotations."""

    subject: Range | None
    cue: Range | None
    content: list[Range]
    direct: bool
    addressee: Range | None = None
    carried: bool = False  # the speaker is that of the paragraph before
    letter: str = ""
    via: Range | None = None


class Clauses:
    """The reversed class string of a line and the sentence bounds, made once for all its cues."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.classes = line.classes
        self.reversed = line.classes[::-1]
        self.bounds: list[int] = [0]
        self.opening = 0  # where the first sentence begins, behind a dateline
        dateline = _DATELINE.match(line.classes)
        if dateline and (not dateline["colon"] or line.words[0].isupper()):
            self.opening = dateline.end()
            self.bounds.append(self.opening)
        self.bounds += [match.end() for match in _STOP.finditer(line.classes, self.bounds[-1])]
        if self.bounds[-1] != len(line.classes):
            self.bounds.append(len(line.classes))

    def sentence(self, index: int) -> Range:
        """The sentence (as far as marks tell) that holds a word."""
        i = bisect_right(self.bounds, index)
        return self.bounds[i - 1], self.bounds[i] if i < len(self.bounds) else len(self.classes)

    def starts_before(self, index: int, count: int) -> list[int]:
        """Where the last sentences before a word begin, at most so many; a dateline is none."""
        behind = bisect_left(self.bounds, index)
        return [b for b in self.bounds[max(0, behind - count) : behind] if b >= self.opening]

    def subject_before(self, verb: int, first: int) -> tuple[Range | None, Range | None]:
        """The subject of the verb at `verb`, and its apposition.

        "Peskov, a former judge, also said": (Peskov, a former judge).
        """
        size = len(self.classes)
        if self.classes[max(first, verb - 3) : verb] == ",A,":
            verb -= 2  # "Holt, the mayor, however, said"
        at = size - verb
        stop = size - first

        def back(match: re.Match[str], group: str) -> Range:
            return size - match.end(group), size - match.start(group)

        if match := _APPOSITION.match(self.reversed, at, stop):
            subject, apposition = back(match, "np"), back(match, "app")
            shape = self.classes[apposition[0] : apposition[1]]
            if of := _NAMED_OF.fullmatch(shape):
                # "One of the three Democrats who crossed lines, [Rep. Ann Holt] of Iowa, said"
                return (apposition[0], apposition[0] + of.end("name")), subject
            if _APPOSED_NAME.fullmatch(shape) and self._describes(subject):
                if self.line.lower[subject[0]] == "no":  # "His namesake but no relation, Ann Holt, said"
                    return apposition, subject
                return (subject[0], apposition[1]), subject
            if shape[0] == "w" or shape[0] not in "IaSC" or self.classes[subject[0] : subject[1]][-1] in "NT":
                if self.line.lower[apposition[0]] == "who" and (
                    person := self._person_before(first, *subject)
                ):
                    return person, apposition
                subject = self._named(self._outer(subject, first), first)
                return subject, apposition
        match = _SUBJECT.match(self.reversed, at, stop) or _PAREN_SUBJECT.match(self.reversed, at, stop)
        if match is None:
            return None, None
        if match.lastgroup == "pronoun":
            subject = back(match, "pronoun")
            if self.classes[subject[0]] == "w":
                before = subject[0] - (self.classes[subject[0] - 1 : subject[0]] == ",")
                if antecedent := _ANTECEDENT.match(self.reversed, size - before, stop):
                    who = size - antecedent.end()
                    if self.line.lower[subject[0]] == "who" and (
                        person := self._person_before(first, who, before)
                    ):
                        return person, None
                    by = self.classes.rfind("b", who, before) + 1  # "signed by [the president], who …"
                    froms = [
                        i + 1
                        for i in range(who, before)
                        if self.line.lower[i] == "from" and is_past(self.line.lower[i - 1])
                    ]
                    start = max(by, *froms[-1:], who)  # "a sharper attack came from [Ann Holt], who …"
                    return self._named((start, before), first), None
                return None, None
            return self._outer(subject, first), None
        return self._outer(back(match, "np"), first), None

    def _person_before(self, first: int, start: int, end: int) -> Range | None:
        """Whom the sentence begins with, where "who" follows a thing: "[An aide] briefed on it, who"."""
        if _SOMEBODY.search(self.classes, start, end):
            return None
        opening = self.opening_subject(first, start)
        return opening if opening and _SOMEBODY.search(self.classes, *opening) else None

    def _describes(self, phrase: Range) -> bool:
        """Whether a phrase says what somebody is: "the mayor of Brantholm", "Ohio's MP"."""
        classes = self.classes[slice(*phrase)]
        return classes[-1] in "rn" or classes[-2:] == "sT" or _DESCRIBED.match(classes) is not None

    def _named(self, subject: Range, first: int) -> Range:
        """The name before a description: "[Ann Holt], the mayor, who was ill, said"."""
        start = subject[0]
        if self.classes[start] != "D" or start - first < 2 or self.classes[start - 1] != ",":
            return subject
        name = _NAME_BACK.match(self.reversed, len(self.classes) - start + 1, len(self.classes) - first)
        is_name = self.classes[slice(*subject)][-1] in "NT" and self.line.lower[start] not in ("a", "an")
        if name is None or is_name:
            return subject
        begin = len(self.classes) - name.end()
        return subject if begin > first and self.classes[begin - 1] in "IC," else (begin, start - 1)

    def _outer(self, subject: Range, first: int) -> Range:
        """The noun before a relative clause without commas: "The man who runs the firm [said]"."""
        size = len(self.classes)
        before = self.classes[max(first, subject[0] - 12) : subject[0]]
        at = before.rfind("w")
        parted = _PARTED_NOUN if before.endswith(("I", "o")) else _PARTED  # "those who wrote to her [say]"
        if at >= 0 and not parted.search(before, at):
            which = subject[0] - len(before) + at
            if match := _ANTECEDENT.match(self.reversed, size - which, size - first):
                return size - match.end(), size - match.start()
        return subject

    def noun_before(self, at: int, first: int) -> Range | None:
        """The noun phrase that ends right before a word."""
        size = len(self.classes)
        match = _ANTECEDENT.match(self.reversed, size - at, size - first)
        return (size - match.end(), size - match.start()) if match else None

    def relative_end(self, start: int, last: int) -> int:
        """Where a relative clause with a comma before it ends: "who warned that it leaked[, wept]"."""
        for comma in range(start, last):
            if self.classes[comma] == ",":
                verb = comma + 1
                while self.classes[verb : verb + 1] == "A":
                    verb += 1
                if verb < last and (self.classes[verb] in "XVKUY" or is_past(self.line.lower[verb])):
                    return comma
        return last

    def opening_subject(self, first: int, last: int) -> Range | None:
        """The first noun phrase of a sentence after an introduction: its likely subject."""
        if self.line.german:
            return german_subject(self, first, last)
        start = first
        if _PARTICIPLE_START.match(self.classes, first, last) and self.line.words[first].endswith(
            ("ing", "ed")
        ):
            # "Filling in for the mayor, Smith …", "Asked about the strike, she …"
            comma = self.classes.find(",", first, min(last, first + 30))
            if after := _INVERTED_NAME.search(self.classes, first, comma if comma > 0 else last):
                return after.span("name")  # "Leading the rebels was Ann Holt, a farmer"
            if comma > 0:
                start = comma + 1
            elif self.classes[first] == "N" and self.line.lower[first] == "asked":
                return None  # "Asked whether she minded — she does — Holt …"
            elif ENGLISH.get(self.line.lower[first]) == "G":
                return None  # "Citing the strike as a “warning,” …": no subject before the quotation's end
        if match := _DESCRIBED_NAME.match(self.classes, start, last):
            return match.span("name")
        match = _PARENTHETIC.match(self.classes, start, last + 1)  # with the verb that is asked for
        if match and (match["verb"] != "n" or is_past(self.line.lower[match.start("verb")])):
            found = match.span("np")
            if _TIMES.isdisjoint(self.line.lower[slice(*found)]):
                named = self._describes(found) and _FULL_NAME.fullmatch(match["between"])
                return (found[0], match.end("between")) if named else found
        if match := _OPENING.match(self.classes, start, last):
            found = match.span("np")
            if office := _OFFICE_OF.match(self.classes, found[0], last):
                return office.span()
            described = self.classes[found[0]] == "D" and self._describes(found)
            name = _NAME_NEXT.match(self.classes, found[1], last) if described else None
            if name:
                return found[0], name.end("name")
            of = _OF_NAME.match(self.classes, found[1], last)  # "The Chamber [of Trade]"
            return (found[0], of.end()) if of and self.line.lower[found[1]] == "of" else found
        return None


def german_subject(clauses: Clauses, first: int, last: int) -> Range | None:
    """The subject of a German main clause: before the verb, or after it where a phrase comes first.

    "Der Minister sagte", "Am Montag sagte der Minister", "Dabei griff sie den Präsidenten an".
    """
    classes = clauses.classes
    start = first
    while start < last and classes[start] in "C,":
        start += 1
    if start < last and classes[start] not in "IAbSM":
        match = GERMAN_NP.match(classes, start, last)
        return with_name(classes, match.span()) if match else None
    at = start + 1
    if classes[start : start + 1] in ("I", "b"):
        match = _GERMAN_PHRASE.match(classes, at, last)
        at = match.end() if match else at
    elif classes[start : start + 1] in ("S", "M"):
        at = classes.find(",", start, last) + 1 or last
    # The verb itself, then the subject.
    while (
        at < last
        and classes[at] in "VXnAP"
        and not (classes[at] == "P" and at > start + 1 and classes[at - 1] in "VXn")
    ):
        at += 1
    match = GERMAN_NP.match(classes, at, last)
    return with_name(classes, match.span()) if match else None


def with_name(classes: str, phrase: Range) -> Range:
    """A phrase with the name behind it: "Der Sprecher der Bahn, Jens Koch,"."""
    match = _GERMAN_NAME.match(classes, phrase[1])
    return (phrase[0], match.end("name")) if match else phrase
