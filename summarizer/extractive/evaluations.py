"""What evaluating words are about: "the plan is a disaster", "his reckless decision", "Holt lied".

The target is found by grammar, not by nearness: the subject that a judgment is predicated of, the noun that
an adjective stands before, the owner of a fault. Where none of these is plain, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from summarizer.extractive import opinions
from summarizer.extractive.clauses import Clauses, Range
from summarizer.extractive.lexer import Line
from summarizer.extractive.words import SUPPOSING, is_past, word_set


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An evaluating word at `at`, and the words of its line that it is about (a pronoun for "Her integrity").

    `kind_only`: they only say what kind of thing it is, as in "This is a terrible law".
    """

    at: int
    polarity: int
    target: Range
    kind_only: bool = False


# Read backwards from an evaluating word: what may stand between it and its copula.
_TO_COPULA = re.compile(
    r"(?:[nA0s*]{0,3}D?(?:aI?n?)?[A]*|[A]*Ca?[nA]{1,3}D?[A]*)(?:Xon)?(?P<copula>X[XA]*)"  # "is going to be"
)
# What an adjective stands before: up to three words, the last a noun.
_NOUN_BEHIND = re.compile(r"[nNTr*]{0,3}[nNTr](?:[Is]D?[nNTr]{0,2}[NTr])?")
_KIND = re.compile(r"n{1,3}(?![nNTr])")
_OF_WHOM = re.compile(r"(?:I|b)(?P<who>D?[nrA]{0,2}[TN]+|D?[nA]{0,2}r)")
_OWNER = re.compile(r"[nA]{0,2}(?P<s>s)(?P<who>[TN]+)")  # read backwards: "Trump's [cruelty]"
_FOR_WHOM_TO = re.compile(r"(?:I(?P<who>D?[nrNT]{1,5}))?o")
_CALLED = re.compile(
    r"(?P<whom>[DW]?s?[nrNT]{1,5}(?:[Is]D?[nrNT]{1,3})?|P)(?:aX?|oX)?D?[nA*]{0,2}(?:nIX?D?[nA*]{0,2})?$"
)
_COPULAS = word_set(
    "is was are were be been being am isn't wasn't aren't weren't remains seems looks becomes"
)
_HELPERS = word_set(
    """
    will would could can won't wouldn't couldn't can't cannot did didn't does doesn't do don't may might
    """
)
_WITH_SUBJECT = word_set("he's she's")
_POINTING = word_set("this that these those the his her their its such")
_THIS = word_set("this these such his her")
_EMPTY_HEADS = word_set(
    """
    people person man woman thing things way ways time times day days year years idea job country guy part
    number numbers lot kind sort bit news place question questions point case fact reason reasons example luck
    friend friends family night morning week weeks month months deal shape position place thing
    """
)
_NO_KINDS = _EMPTY_HEADS.union(opinions.EVALUATIONS)
_CALLING = word_set(
    """
    call calls called calling describe describes described describing dub dubs dubbed dubbing label labels
    labelled labeled labelling labeling brand brands branded branding deem deems deemed deeming denounce
    denounces denounced denouncing dismiss dismisses dismissed dismissing
    liken likens likened likening compare compares compared comparing cast casts casting derided decried
    mocked deride mock characterized characterised characterizes characterises slammed branded
    """
)
_SHORTEST_IMAGE = 2
_PEOPLE_ENDINGS = ("als", "ists", "ers", "ors", "ians", "crats", "men")
_MOST_QUOTED = 30  # words of a quotation that is one judgment
_REACH = 8  # words before an evaluating one among which a negation turns it
_TARGET_WORDS = 8
_SHORT_CLAUSE = 10  # words


def has_evaluations(line: Line, words: Range) -> bool:
    """Whether any of the words may evaluate: quick, so that most statements stop here."""
    first, last = words
    if line.quotations and any(first <= at < last for at in line.quotations):
        return True
    return not opinions.EVALUATIONS.keys().isdisjoint(line.lower[first:last])


def find_evaluations(line: Line, clauses: Clauses, words: Range) -> Iterator[Evaluation]:
    """The evaluating words among `words` whose target grammar tells, with that target."""
    classes = line.classes
    first, last = words
    spoken = not line.quotations and words == (0, len(classes))
    candidates = compress(range(first, last), map(opinions.EVALUATIONS.__contains__, line.lower[first:last]))
    for at in sorted({*candidates, *(i for i in line.quotations if first <= i < last)}):
        word = line.lower[at]
        polarity = opinions.EVALUATIONS.get(word)
        negated = False
        if polarity is None:
            if classes[at] not in "QE" or not (
                polarity := _judge_quotation(line, at, clauses.sentence(at)[0])
            ):
                continue
        elif line.words[at][0].isupper() and classes[at - 1 : at] not in ("", *".!?:E,"):
            continue  # "the Honourable Minister"
        elif any(w in opinions.NEGATORS or w.endswith("n't") for w in _before(line, clauses, at)):
            polarity, negated = -polarity, True
        if negated and word not in opinions.EVALUATING_VERBS:
            target = _predicated(line, clauses, at, *clauses.sentence(at))  # not "no room for his lies"
        else:
            target = _find_target(line, clauses, at, word, polarity)
        if target is None and spoken and word not in opinions.EVALUATING_VERBS:
            target = _subject_of_clause(line, clauses, at)
        if target:
            start, end = target
            is_kind = start == at + 1 and classes[start] == "n"
            yield Evaluation(at, polarity, (start, min(end, start + _TARGET_WORDS)), is_kind)


def _before(line: Line, clauses: Clauses, at: int) -> list[str]:
    """The words of the clause just before one, in lower case."""
    start = max(clauses.sentence(at)[0], at - _REACH)
    comma = line.classes.rfind(",", start, at)
    return line.lower[max(start, comma + 1) : at]


def _judge_quotation(line: Line, at: int, first: int) -> int:
    """The polarity of a short quotation within a clause: “a disaster”.

    An image that somebody is called by is seldom kind: called him “a bumper sticker with a payroll”.
    """
    inner = line.inner[at].words
    if len(inner) > _MOST_QUOTED:
        return 0
    words = [word.lower().replace("’", "'") for word in inner]
    total = opinions.judge_words([word for word in words if word not in opinions.CONSEQUENCES])
    if total == 0 and _is_image(inner) and _called(line, at, first):
        return -1 if opinions.KIND_WORDS.isdisjoint(words) else 1
    return (total > 0) - (total < 0)


def _is_image(inner: list[str]) -> bool:
    """Whether a quotation without a judgment is an image, no term and no title: “a …” of three words."""
    return len(inner) > _SHORTEST_IMAGE and inner[0] in ("a", "an")


def _find_target(line: Line, clauses: Clauses, at: int, word: str, polarity: int) -> Range | None:
    classes = line.classes
    first, last = clauses.sentence(at)
    if classes[last - 1 : last] == "?":
        return None
    size = len(classes)
    is_verb = word in opinions.EVALUATING_VERBS
    if classes[at] in "QE" and (found := _called(line, at, first)):
        return found
    if not is_verb:
        if found := _predicated(line, clauses, at, first, last):
            return found
        if found := _attributive(line, at, first, last, polarity):
            return found
        if (owner := _OWNER.match(clauses.reversed, size - at)) and size - owner.end("who") >= first:
            return size - owner.end("who"), size - owner.start("who")
        of = _OF_WHOM.match(classes, at + 1, last) if word in opinions.EVALUATING_NOUNS else None
        if of and line.lower[at + 1] in ("of", "by", "from"):
            return of.span("who")
        return _called(line, at, first) or _made(line, clauses, at, first)
    if word in opinions.CONSEQUENCES:
        return _consequence(line, clauses, at, first)
    if classes[at - 1 : at] in ("D", "s", "I", "o"):
        return None
    subject, _ = clauses.subject_before(at, first)
    return _plain(line, subject)


def _predicated(line: Line, clauses: Clauses, at: int, first: int, last: int) -> Range | None:
    """The subject of "X is (not) (a) …": a name, a thing, "he" or "she"; "wrong for X to" is of X."""
    size = len(line.classes)
    found = _TO_COPULA.match(clauses.reversed, size - at, size - first)
    if found is None:
        return None
    start, end = size - found.end("copula"), size - found.start("copula")
    if not any(w in _COPULAS or "'" in w for w in line.lower[start:end]):
        return None
    for i in range(start, end):
        if line.lower[i] in _WITH_SUBJECT:
            return i, i + 1
    if line.lower[start] in ("it's", "that's", "this's") or line.lower[start - 1 : start] in (
        ["it"],
        ["this"],
        ["that"],
    ):
        kind = _KIND.match(line.classes, at + 1, last)
        if kind and _NO_KINDS.isdisjoint(line.lower[slice(*kind.span())]):
            return kind.span()
        match = _FOR_WHOM_TO.match(line.classes, at + 1, last)
        if match and match["who"]:
            return match.span("who")
        if match and match.end() < last and line.classes[match.end()] in "nBUVKX":
            behind = next((i for i in range(match.end(), last) if line.classes[i] in ",.;:CEMS"), last)
            return (match.start(), behind) if behind > match.end() else None
        return None
    if "'" in line.lower[start] and not line.lower[start].endswith("n't"):
        return None
    subject, _ = clauses.subject_before(start, first)
    if subject is None and line.classes[start - 1 : start] == ",":
        subject = clauses.opening_subject(_clause_start(line, first, start), start)
    return _plain(line, subject)


def _clause_start(line: Line, first: int, at: int) -> int:
    """Where the clause that holds a word may begin: behind "that", or the sentence's beginning."""
    return max(first, line.classes.rfind("M", first, at) + 1)


def _attributive(line: Line, at: int, first: int, last: int, polarity: int) -> Range | None:
    """What an adjective stands before: "his reckless decision", "this [terrible] Obama plan".

    Praise in passing is no stance: "the brave men".
    """
    behind = _NOUN_BEHIND.match(line.classes, at + 1, last)
    if behind is None or line.lower[at] in opinions.EVALUATING_NOUNS:
        return None
    head = behind.end() - 1
    start = at
    while start > first and start > at - 3 and line.classes[start - 1] in "nA":
        start -= 1
    if line.classes[start - 1 : start] != "D" or line.lower[start - 1] not in (
        _POINTING if polarity < 0 else _THIS
    ):
        named = behind.end() - behind.start() <= 3 and set(line.classes[behind.start() : behind.end()]) <= {
            "N",
            "T",
        }
        return behind.span() if named else None
    if line.lower[head] in opinions.EVALUATIONS or not _EMPTY_HEADS.isdisjoint(line.lower[at + 1 : head + 1]):
        return None
    named = not {"N", "T", "r"}.isdisjoint(line.classes[behind.start() : behind.end()])
    people = line.lower[head].endswith(_PEOPLE_ENDINGS)
    if not named and not people and opinions.ACTS.isdisjoint(line.lower[behind.start() : behind.end()]):
        return None  # "the worst finish", "this tremendous interest"
    verb = next((i for i in range(at + 2, head + 1) if is_past(line.lower[i])), head + 1)
    return start - 1, verb


def _called(line: Line, at: int, first: int) -> Range | None:
    """What stands between "called" and the judgment: "called the plan “a disgrace”"."""
    for cue in range(at - 1, max(first, at - 10) - 1, -1):
        if line.lower[cue] in _CALLING:
            match = _CALLED.match(line.classes, cue + 1, at)
            return match.span("whom") if match else None
    return None


def _made(line: Line, clauses: Clauses, at: int, first: int) -> Range | None:
    """Who made what is judged: "[Holt] made a terrible mistake", "[Holt] is sending a “cruel” message"."""
    start = at - 1
    while start > first and start > at - 3 and line.classes[start] in "nA":
        start -= 1
    right = line.lower[at] in ("right", "wrong")
    if (
        (line.lower[start] not in ("a", "an") and not (right and line.lower[start] == "the"))
        or start - 1 <= first
        or line.lower[start - 1] not in opinions.MAKING
    ):
        return None
    if not SUPPOSING.isdisjoint(line.lower[max(first, start - _REACH) : start]):
        return None
    subject, _ = clauses.subject_before(start - 1, first)
    return _no_pronoun(line, _plain(line, subject))


def _no_pronoun(line: Line, subject: Range | None) -> Range | None:
    """A subject that names what it is itself: no "he", no "his firm"."""
    return (
        None
        if subject is None or line.lower[subject[0]] in ("he", "she", "his", "her", "their", "its")
        else subject
    )


def _consequence(line: Line, clauses: Clauses, at: int, first: int) -> Range | None:
    """What has an effect: "[the bill] would hurt families", "[the plan] helps nobody"."""
    start = at
    while start > first and line.classes[start - 1] in "XA":
        start -= 1
    is_bare = not line.lower[at].endswith("s")
    if is_bare and _HELPERS.isdisjoint(line.lower[start:at]):
        return None
    subject, _ = clauses.subject_before(at, first)
    if (
        subject is None
        or line.lower[subject[0]] in ("a", "an")
        or not SUPPOSING.isdisjoint(line.lower[first:at])
    ):
        return None
    subject = _no_pronoun(line, _plain(line, subject))
    if subject is None or (subject[0] > first and line.classes[subject[0] - 1] in "oInBGK"):
        return None  # the end of a longer one: "choosing a judge for [the court] would hurt"
    named = line.classes[subject[1] - 1] in "NT"
    return subject if named or not opinions.DECIDED.isdisjoint(line.lower[slice(*subject)]) else None


def _subject_of_clause(line: Line, clauses: Clauses, at: int) -> Range | None:
    """The name that a short spoken clause begins with: "[Holt] has a habit of bad plans"."""
    first, _ = clauses.sentence(at)
    start = max(first, line.classes.rfind(",", first, at) + 1)
    subject = clauses.opening_subject(start, at)
    if subject is None or at - subject[1] > _SHORT_CLAUSE or line.classes[subject[1] - 1] not in "NT":
        return None
    verb = next((i for i in range(subject[1], at) if line.classes[i] != "A"), at)
    if line.classes[verb] not in "XVKUBY" and not (
        line.classes[verb] == "n" and (is_past(line.lower[verb]) or line.lower[verb].endswith("s"))
    ):
        return None
    return _plain(line, subject)


def _plain(line: Line, subject: Range | None) -> Range | None:
    """A subject that can be a target: no relative, no "this" alone, no "we"."""
    if subject is None:
        return None
    start, end = subject
    letters = line.classes[start:end]
    if letters in ("P", "w", "D"):
        return subject if line.lower[start] in ("he", "she") else None
    if line.lower[start] in ("his", "her") and end - start > 1:
        return start, start + 1
    if line.lower[start] in ("my", "our", "your"):
        return None
    if line.lower[end - 1] in _EMPTY_HEADS and "N" not in letters:
        return None
    return subject if letters[0] in "DNTr" else None
