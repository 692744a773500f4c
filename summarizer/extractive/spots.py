"""A word that may show a stance, with its sentence: what its object is, whether it is negated or supposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.drafts import Statement
from summarizer.extractive.clauses import Clauses, Range
from summarizer.extractive.lexer import Line
from summarizer.extractive.opinions import LOSING
from summarizer.extractive.words import SHORT_NAMES, SUPPOSING, is_past, word_set

# "the ruling", "his warning": behind an article no participle
_NP = r"(?:[DPs]?[DA0]?[nrNT0sA*_QW]{0,8}[nrNT0Q]|D[nA]{0,2}G(?=$|[.,;:?!ICASWEXMb]))"
# The object of a stance verb, with what belongs to it: "the mayor's efforts to end the strike in Bonn".
OBJECT = re.compile(rf"(?:[KVU]I)?{_NP}(?:(?:I|s|o[n]?|b(?=D?[nr]{{0,3}}[NTr])|C(?=[NTD])){_NP}){{0,4}}")
_ENDS = ("", ".", ",", ";", ":", "C", "I", "A", "S", "a", "E", "Q", "!", "?")
_SOMEBODY = word_set("him them me us himself herself themselves itself")
_NAME_ALONE = re.compile(r"(?:D?[nr]{0,2}[TN]*Nr{0,2}|D?r)(?:C[TN]*N)*(?=[Ia])")
_BESIDE_TIME = re.compile(r"I(?:D?n{0,2})?W")
# Where the person or body that is praised or blamed ends and the reason begins.
_REASON = word_set("for over about at on as by against")
_LONGEST_SHORT = 3  # letters of "p.m", "etc"
_TAILS = word_set("during amid after before since until while when as throughout because following within as")
_TIME_NOUNS = word_set(
    "days weeks months years hours minutes day week month year morning evening night weekend"
)
TIMES = word_set("week year month day night time")
# Verbs that no noun is spelt like: what stands before one ends there.
THIRD_PERSONS = word_set(
    """
    goes comes takes makes gets begins continues remains grows seems appears keeps gives becomes brings
    includes requires allows lets contains provides involves helps leads takes expires
    """
)
_THIS_TIME = (["last"], ["this"], ["next"])
_TIME_WORDS = tuple([word] for word in (*TIMES, "morning", "evening", "summer", "spring", "autumn", "winter"))
_IN_GENERAL = word_set("part full principle general particular public private person advance return response")
_YEAR = re.compile(r"[12]\d{3}")
_REFUSING = ("could", "would", "can")
_LEVIED = word_set("sanctions tariffs ban bans tax taxes curbs limits restrictions war tariff duties embargo")
_POSSIBLY = word_set("would could might may should can wouldn't couldn't must")
_REVERSERS = word_set(
    """
    refused refuses refuse refusing declined declines failed fails stopped stops unable unwilling
    without not cannot never neither denied denies deny denying nor no
    """
)


@dataclass(slots=True)
class Spot:
    """A word that may show a stance, in its sentence, and what is said around it."""

    line: Line
    clauses: Clauses
    at: int
    first: int
    last: int
    said: Sequence[Statement]

    @property
    def word(self) -> str:
        """The word itself."""
        return self.line.words[self.at]

    def follows(self, word: str) -> bool:
        """Whether another word comes right behind."""
        return self.at + 1 < self.last and self.line.words[self.at + 1] == word

    def around(self) -> Statement | None:
        """The statement that holds the word."""
        position = self.line.starts[self.at]
        for statement in self.said:
            for start, end in statement.content:
                if start <= position < end:
                    return statement
        return None

    def turns(self) -> bool:
        """Whether a negation before the word turns it."""
        start = max(self.first, self.at - 4)
        comma = self.line.classes.rfind(",", start, self.at)
        words = self.line.lower[max(start, comma + 1) : self.at]
        if words[-1:] == ["to"] and words[-2:-1] in (["stopped"], ["stops"]):
            return False  # "stopped to sign it"
        return len([w for w in words if w in _REVERSERS or w.endswith("n't")]) % 2 == 1

    def is_lost(self) -> bool:
        """Whether a noun is what somebody no longer has: "lost all confidence", "withdrew her support"."""
        before = self.at - 1
        while before > self.first and before > self.at - 4 and self.line.classes[before] in "nAD0":
            if self.line.lower[before] in LOSING:
                return True
            before -= 1
        return self.line.lower[before] in LOSING

    def object_from(self, start: int, *, whole: bool = False) -> Range | None:
        """The noun phrase that begins at a word, as far as it is the object.

        `whole` keeps what a person or body is followed by: "expelling [the envoys from the country]".
        """
        lower = self.line.lower
        timed = lower[start : start + 1] in _THIS_TIME and lower[start + 1 : start + 2] in _TIME_WORDS
        if timed and self.line.classes[start + 2 : start + 3] != "s":
            return None  # "the law that it passed [last week]"
        match = OBJECT.match(self.line.classes, start, self.last)
        if match is None and self.line.lower[start : start + 1] == ["it"] and start < self.last:
            return (start, start + 1) if self.line.classes[start + 1 : start + 2] in _ENDS else None
        if match is None:
            return None
        found = self._without_reason(match.span(), whole=whole)
        doing = self.line.lower[found[0]].endswith("ing") and found[1] - found[0] == 1
        if doing and found[1] < self.last and self.line.classes[found[1]] in "DPsNT":
            more = OBJECT.match(self.line.classes, found[1], self.last)  # "ending [the parade]"
            return (found[0], self._without_reason(more.span(), whole=True)[1]) if more else found
        return found

    def _without_reason(self, found: Range, *, whole: bool) -> Range:
        """The object without what says when, or why somebody is praised: "Reid [for his stand]"."""
        first, last = found
        classes, words = self.line.classes, self.line.lower
        match = _NAME_ALONE.match(classes, first, last)
        named = match.end() if match else last
        head = first + (classes[first] == "D")
        if words[head] in SHORT_NAMES or words[first] in _SOMEBODY:
            named = head + 1
        for i in range(first + 1, last):
            letter, word = classes[i], words[i]
            if letter == "_" and len(words[i - 1]) > _LONGEST_SHORT and self.line.words[i - 1].islower():
                return first, i  # a sentence's end that was not found
            if i == first + 1 and words[first].endswith("ing"):
                continue  # "placing armed guards"
            if letter == "n" and classes[i - 1] in "nrNT" and (is_past(word) or word in THIRD_PERSONS):
                return first, i  # "opposition to the plan [grew]", "his veto of it [takes] effect"
            if i == named and not whole and letter in "Ia" and word != "of" and "s" not in classes[i:last]:
                return first, i
            if word == "in" and words[i + 1 : i + 2] and _YEAR.fullmatch(words[i + 1]):
                return first, i
            if word == "on" and classes[i + 1 : i + 2] in ("N", "W") and words[i - 1] not in _LEVIED:
                return first, i  # "blasted her rival on Instagram"
            if letter in "Iab" and (word in _TAILS or _BESIDE_TIME.match(classes, i, last)):
                return first, i
            if word == "in" and words[i + 1 : i + 2] and words[i + 1] in _IN_GENERAL:
                return first, i  # "the policy in part"
            if letter == "I" and i > first + 1 and "o" not in classes[first:i] and self._tells_time(i, last):
                return first, i  # "the tax within four years", but "the plan to open it at night"
            if word in ("next", "last", "this") and (
                words[i + 1 : i + 2] and (words[i + 1] in TIMES or classes[i + 1] == "W")
            ):
                return first, i
            if word in _REASON and letter in "Iab":
                if classes[i - 1] in "NT" or (word == "for" and classes[i + 1 : i + 2] == "G"):
                    return first, i
                if word == "for" and i + 1 < last and words[i + 1].endswith("ing"):
                    return first, i
        return found

    def _tells_time(self, at: int, last: int) -> bool:
        """Whether a preposition begins a time of at most four words."""
        words = self.line.lower[at + 1 : min(last, at + 5)]
        time = next((i for i, word in enumerate(words) if word in _TIME_NOUNS), None)
        return time is not None and set(self.line.classes[at + 1 : at + 1 + time]) <= set("Dn0A")

    def is_possible(self) -> bool:
        """Whether a word before it says that it may or must yet be: "must be signed"."""
        return not _POSSIBLY.isdisjoint(self.line.lower[max(self.first, self.at - 4) : self.at])

    def is_supposed(self, subject: Range) -> bool:
        """Whether the clause only supposes: "if Holt vetoed it", "hoped Holt would veto it"."""
        line = self.line
        before = line.classes[max(self.first, subject[0] - 3) : subject[0]]
        if "S" in before:
            at = max(self.first, subject[0] - 3) + before.rindex("S")
            if line.lower[at] in SUPPOSING:
                return True
        helper = line.lower[self.at - 1] if self.at > self.first else ""
        if helper == "not" and line.lower[self.at - 2] in _REFUSING:
            return False  # "could not support it"
        if helper == "not" or line.classes[self.at - 1 : self.at] == "A":
            helper = line.lower[self.at - 2] if self.at > self.first + 1 else ""
        return helper in _POSSIBLY and line.classes[subject[0] : subject[1]] not in ("P", "w")
