"""Who attributes something in a German line: verbs of saying, "laut", "zufolge", "nach Angaben", "so"."""

from __future__ import annotations

import re

from summarizer.extractive.clauses import GERMAN_NP, Clauses, Cue, Range, german_subject, with_name
from summarizer.extractive.words import word_set

_GERMAN_BACK_NAME = re.compile(r"N{1,4}[nA]{0,2}D?")
_MAY_ATTRIBUTE = re.compile(r"[VbAI]")
_SOURCE_BEFORE = re.compile(r"A?I(?P<source>D?[nA]{0,3}N{1,3}(?:(?:D|ID?)[nA]{0,2}N{1,4})?)A?$")
_PERFECT = re.compile(r",?X")
_GOES_ON = frozenset(",:MQE")
_REPORTED = word_set("sei seien habe werde könne müsse solle wolle dürfe")
_SOURCE_NOUNS = word_set(
    """
    Angaben Angabe Aussage Aussagen Ansicht Meinung Worten Einschätzung Auffassung Informationen
    Bericht Berichten Darstellung Aussagen
    """
)


def find_german_cues(clauses: Clauses) -> list[Cue]:
    """Verbs of saying, "laut X", "X zufolge", "nach Angaben von X" and ", so X" in a German line."""
    classes, words = clauses.classes, clauses.line.words
    cues: list[Cue] = []
    for may in _MAY_ATTRIBUTE.finditer(classes):
        at, letter = may.start(), may.group()
        word = clauses.line.lower[at]
        if letter in "AI" and word not in ("nach", "so"):
            continue
        first, last = clauses.sentence(at)
        subject: Range | None = None
        if word in ("sagen", "erklären") and "X" in classes[max(first, at - 4) : at]:
            continue  # "könne man nicht sagen"
        if letter == "V":
            cue = _german_verb(clauses, at, first, last)
            if cue is not None:
                cues.append(cue)
            continue
        if letter == "b" and word == "zufolge":
            size = len(classes)
            if match := _GERMAN_BACK_NAME.match(clauses.reversed, size - at):
                subject = (size - match.end(), size - match.start())
        elif word in ("heißt", "hieß"):
            if stands := _stands_in(clauses, at, last) or _german_verb(clauses, at, first, last):
                cues.append(stands)
            continue
        elif letter == "b":
            match = GERMAN_NP.match(classes, at + 1, last)
            subject = match.span() if match else None
        elif word == "nach" and at + 1 < last and words[at + 1] in _SOURCE_NOUNS:
            match = GERMAN_NP.match(classes, at + 2 + (classes[at + 2 : at + 3] == "I"), last)
            subject = match.span() if match else None
        elif (
            word == "so"
            and at > first
            and classes[at - 1] in ",QE"
            and (match := GERMAN_NP.match(classes, at + 1, last))
        ):
            before = at - 1 - (classes[at - 1] == ",")
            if before >= 0 and classes[before] in "QE":
                cues.append(Cue(at, "V", match.span(), [], last, after_quote=before))
            elif classes[(end := _skip_adverbs(classes, match.end())) : end + 1] in (".", ",", "", "I", ":"):
                content = [(first, at - 1)]
                if classes[end : end + 1] in (",", ":") and end + 1 < last:
                    content.append((end + 1, last))
                cues.append(Cue(at, "L", match.span(), content, last))
            continue
        if subject is not None:
            content = (
                [(first, at - 1)]
                if at - first > 4 and word != "zufolge"
                else [(max(subject[1], at + 1), last)]
            )
            cues.append(Cue(at, "L", subject, content, last))
    return cues


def _skip_adverbs(classes: str, at: int) -> int:
    """Where words go on behind adverbs: ", so Berg [weiter]:".

    >>> _skip_adverbs("NAA:", 1)
    3
    """
    while classes[at : at + 1] == "A":
        at += 1
    return at


def _stands_in(clauses: Clauses, at: int, last: int) -> Cue | None:
    """What stands in a text: "„Ja“, heißt es in dem Schreiben", "In der Erklärung heißt es: „Ja“"."""
    classes, words = clauses.classes, clauses.line.lower
    if words[at + 1 : at + 2] != ["es"]:
        return None
    behind = _skip_adverbs(classes, at + 2)
    source = GERMAN_NP.match(classes, behind + 1, last) if classes[behind : behind + 1] == "I" else None
    if source is None:
        source = _SOURCE_BEFORE.match(classes, clauses.sentence(at)[0], at)
        if source is None:
            return None
        subject = source.span("source")
    else:
        subject = source.span()
    before = at - 1 - (classes[at - 1 : at] == ",")
    if before >= 0 and classes[before] in "QE":
        return Cue(at, "V", subject, [], last, after_quote=before)
    colon = classes.find(":", at, last)
    return Cue(at, "V", subject, [(colon + 1, last)], last) if 0 < colon + 1 < last else None


def _german_verb(clauses: Clauses, at: int, first: int, last: int) -> Cue | None:
    classes = clauses.classes
    before = at - 1
    while before > first and classes[before] in "A,":
        before -= 1
    if before >= 0 and at and classes[before] in "QE":
        match = GERMAN_NP.match(classes, at + 1 + (classes[at + 1 : at + 2] == "X"), last)
        if match:
            return Cue(at, "V", with_name(classes, match.span()), [], last, after_quote=before)
    quote = max(classes.rfind("Q", first, at), classes.rfind("E", 0, at) if first else -1)
    if quote >= 0 and (helper := _PERFECT.match(classes, quote + 1)):
        # "„Ja“, hatte Berg in einem Gespräch erklärt"
        match = GERMAN_NP.match(classes, helper.end(), at)
        if match and _GOES_ON.isdisjoint(classes[match.end() : at]):
            return Cue(at, "V", with_name(classes, match.span()), [], last, after_quote=quote)
    if classes[at - 1 : at] == "," and at - first > 3:  # "…, erklärte eine Sprecherin."
        match = GERMAN_NP.match(classes, at + 1, last)
        behind = classes[match.end() : last] if match else ","
        if match and (
            behind[:1] in (".", "", "E")
            # "…, teilte die Polizei mit.", "…, erklärte Berg am Montag."
            or (behind[0] in "IA" and _GOES_ON.isdisjoint(behind) and classes[first] not in "SMI")
        ):
            return Cue(at, "V", match.span(), [(first, at - 1)], last)
    clause = max(classes.rfind(",", first, at), classes.rfind(":", first, at), first - 1) + 1
    subject = german_subject(clauses, clause, last)
    if subject and not subject[0] <= at + 12:
        subject = None
    if subject is None or classes[clause : clause + 1] in "w" or (subject[0] < clause):
        subject = german_subject(clauses, first, last)
    that = classes.find("M", at, min(last, at + 14))
    colon = classes.find(":", at, min(last, at + 16))
    comma = classes.find(",", at, min(last, at + 14))
    marks = [m + 1 for m in (that, colon) if m >= 0]
    start = min(marks) if marks else comma + 1 if comma >= 0 else at + 1
    if subject and not _REPORTED.isdisjoint(clauses.line.lower[subject[1] : subject[1] + 1]):
        # "Der Airbus sei sicher, sagte Berg": the one that somebody tells of does not speak.
        match = GERMAN_NP.match(classes, at + 1, last)
        subject = with_name(classes, match.span()) if match else None
    if subject is None:
        return None
    return Cue(at, "V", subject, [(start, last)] if start < last else [], last)


def is_retold(clauses: Clauses, quote: int) -> bool:
    """Whether a quotation is part of what somebody tells on, in the subjunctive: "Das sei „nicht fair“"."""
    first, _ = clauses.sentence(quote)
    return clauses.line.german and not _REPORTED.isdisjoint(clauses.line.lower[first:quote])
