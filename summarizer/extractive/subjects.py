"""Whose verb or noun a word is: the subject over "vowed to …", "and …", "is a critic of …"."""

from __future__ import annotations

import re

from summarizer.extractive import opinions
from summarizer.extractive.actors import name_before_verb
from summarizer.extractive.clauses import Clauses, Range
from summarizer.extractive.lexer import Line
from summarizer.extractive.spots import TIMES
from summarizer.extractive.words import is_past, word_set

POSSESSOR = re.compile(r"[nA]{0,2}(?:s(?P<named>[TN]+|r)|(?P<pronoun>D))")  # read backwards
_FROM_VERB = re.compile(r"o[A]?[UVKnG]")  # read backwards
_COPULA = re.compile(r"[nrA0NT]{0,3}D?(?:aIn)?A?[XA]*X")  # read backwards: "was long a key [supporter]"
_TOLD = word_set("told asked urged ordered forced pressed encouraged expected required")
_SPEAKING = word_set("demanded urged called vowed promised threatened warned accused pledged")
_PRONOUNS = word_set("i we he she they")
# "the claim that Holt attacks" is no claim attacked.
_CONTENTS = word_set(
    """
    comment comments claim claims fact statement statements allegation allegations belief idea suggestion
    argument report reports evidence sign signs promise warning news hope fear view notion assertion message
    """
)
_LONGEST_OWNER = 4  # words
_VAGUE = TIMES | word_set(
    """
    thing things man woman men women people person one ones way ways outcome reason reasons parameters lines
    part kind sort lot everything something anything nothing all weeks days months years hours
    """
)
# Read backwards from a verb without an object: "the ban[, which the union has long] opposed".
_RELATIVE = re.compile(
    r"A?X?[XA]{0,3}(?:(?P<linked>P|[nrNTs]{1,5}D?)[wM]|(?P<pronoun>P)|(?P<name>[TN]{1,4})(?=n)"
    r"|(?P<phrase>[nrNTs]{1,4}D))"
)


def find_subject(clauses: Clauses, at: int, first: int) -> Range | None:
    """Whose verb or noun it is, also over "vowed to …", "and …", ", …ing", "is a critic …"."""
    classes = clauses.classes
    size = len(classes)
    if classes[at - 1 : at] in ("o", "C", ",") or classes[at] == "G" or is_among(clauses, at):
        from_verb = _FROM_VERB.match(clauses.reversed, size - at)
        if from_verb:
            verb = size - from_verb.end()
            passive = classes[verb - 1 : verb] in ("X", "A")
            if passive and not _TOLD.isdisjoint(clauses.line.words[verb:at]):
                return None  # "were told to oppose": nobody's own stance
            subject, _ = clauses.subject_before(size - from_verb.end(), first)
            if subject:
                return subject
        if clauses.line.lower[at - 2 : at] == ["whether", "to"]:
            return None  # "debating whether to oppose it"
        if is_among(clauses, at):
            return clauses.subject_before(at - 3, first)[0]  # "[Holt] is among those opposing it"
        whose = clauses.noun_before(at - 1, first) if classes[at - 1] == "o" else None
        if whose and "for" in clauses.line.lower[whose[0] - 1 : whose[0] + 1]:
            return None  # "a way for Congress to repeal it"
        if owner := _find_purpose_owner(clauses, at, first):
            return owner
        # In "said that officials demoted him and fired him" it is the officials who fired; but not so in
        # "said that he was late and demanded an end".
        if clauses.line.words[at] in _SPEAKING and (own := clauses.opening_subject(first, at)):
            return own
        return clauses.opening_subject(max(first, classes.rfind("M", first, at) + 1), at)
    for helper in range(at - 1, max(first, at - 4) - 1, -1):
        if classes[helper] not in "XA":
            break
        if clauses.line.lower[helper].partition("'")[0] in _PRONOUNS and classes[helper] == "X":
            return helper, helper + 1  # "they're worried about"
    subject, _ = clauses.subject_before(at, first)
    return subject or clauses.opening_subject(first, at)


def find_predicate_subject(clauses: Clauses, at: int, first: int) -> Range | None:
    """Whose predicate a noun is: "[Holt] was long a key supporter of it"."""
    size = len(clauses.classes)
    copula = _COPULA.match(clauses.reversed, size - at, size - first)
    if copula is None:
        return None
    helper = size - copula.end()
    if "'" in clauses.line.lower[helper] and clauses.line.lower[helper].partition("'")[0] in _PRONOUNS:
        return helper, helper + 1
    subject, _ = clauses.subject_before(helper, first)
    return subject


def _find_purpose_owner(clauses: Clauses, at: int, first: int) -> Range | None:
    """Whose intention the noun before "to" is: "[Holt]'s threat to impose tariffs"."""
    if at < first + 3 or clauses.line.words[at - 2] not in opinions.PURPOSES:
        return None
    size = len(clauses.classes)
    owner = POSSESSOR.match(clauses.reversed, size - at + 2, size - first)
    if owner is None:
        return None
    group = "named" if owner["named"] else "pronoun"
    subject = (size - owner.end(group), size - owner.start(group))
    own = group == "named" or clauses.line.lower[subject[0]] in ("his", "her", "their")
    return subject if own else None


def find_relative_object(clauses: Clauses, at: int, first: int) -> tuple[Range, Range] | None:
    """Subject and object of a verb that ends a relative clause.

    "the ban that [the union] has opposed", "a judge whom [Holt] picked", "the cuts [Holt] rejected".
    """
    line, classes, size = clauses.line, clauses.classes, len(clauses.classes)
    match = _RELATIVE.match(clauses.reversed, size - at, size - first)
    if match is None:
        return None
    kind = match.lastgroup or ""
    subject = size - match.end(kind), size - match.start(kind)
    before = size - match.end()
    if kind == "linked":
        if line.lower[before] in ("who", "whose") or line.lower[before - 1] in _CONTENTS:
            return None
        if classes[subject[0]] == "n" and classes[subject[1] - 1] in "NT":
            return None  # "which [rule Holt] criticised"
        before -= classes[before - 1] == ","
    if classes[before - 1] not in "nrNT" or (kind == "name" and not line.lower[before - 1].endswith("s")):
        return None
    found = clauses.noun_before(before, first)
    if found is None:
        return None
    # Of "support for the cuts" only the cuts, but "a round of cuts" whole.
    start = next(
        (i + 1 for i in range(found[1] - 1, found[0], -1) if classes[i] in "Ib" and line.lower[i] != "of"),
        found[0],
    )
    if (
        classes[start] == "n"
        and start < before - 1
        and (line.lower[start].endswith("s") or is_past(line.lower[start]))
    ):
        start += 1  # "[includes] measures he proposed"
    head, asks = line.lower[before - 1], classes[start - 1 : start] == "w"
    is_other = classes[start - 1 : start] == "," and line.lower[start] in (
        "a",
        "an",
    )  # "…, a charge they reject"
    begins = kind != "linked" and start == first and classes[at + 1 : at + 2] not in ("X", "V")
    return None if asks or is_other or begins or head in _VAGUE else (subject, (start, before))


def is_among(clauses: Clauses, at: int) -> bool:
    """Whether somebody "is among those …ing"."""
    return clauses.line.lower[at - 2 : at] == ["among", "those"] and clauses.classes[at - 3 : at - 2] == "X"


def with_article(line: Line, subject: Range, first: int) -> Range:
    """A description with what stands before it: "[the farmers' union]'s boycott", not of a name."""
    start, end = subject
    if line.classes[end - 1] != "r":
        return subject
    while start > first and line.classes[start - 1] in "nrNs0" and end - start < _LONGEST_OWNER:
        start -= 1
    return (start - 1, end) if start > first and line.classes[start - 1] == "D" else subject


def own_subject(clauses: Clauses, owner: Range, first: int) -> Range:
    """Whom "her" means if nobody else is named before it: "[Ann Holt] withdrew her support"; else itself."""
    named = clauses.opening_subject(first, owner[0])
    named = named and name_before_verb(clauses.line, named)
    if named is None or clauses.classes[named[1] - 1] not in "NTr":
        return owner
    return named if set("NTrPw").isdisjoint(clauses.classes[named[1] : owner[0]]) else owner
