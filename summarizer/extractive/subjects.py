"""Whose verb or noun a word is: the subject over "vowed to …", "and …", "is a critic of …"."""

from __future__ import annotations

import re

from summarizer.extractive import opinions
from summarizer.extractive.clauses import Clauses, Range
from summarizer.extractive.words import word_set

POSSESSOR = re.compile(r"[nA]{0,2}(?:s(?P<named>[TN]+|r)|(?P<pronoun>D))")  # read backwards
_FROM_VERB = re.compile(r"o[A]?[UVKnG]")  # read backwards
_COPULA = re.compile(r"[nrA0NT]{0,3}D?(?:aIn)?A?[XA]*X")  # read backwards: "was long a key [supporter]"
_TOLD = word_set("told asked urged ordered forced pressed encouraged expected required")
_SPEAKING = word_set("demanded urged called vowed promised threatened warned accused pledged")
_PRONOUNS = word_set("i we he she they")


def find_subject(clauses: Clauses, at: int, first: int) -> Range | None:
    """Whose verb or noun it is, also over "vowed to …", "and …", ", …ing", "is a critic …"."""
    classes = clauses.classes
    size = len(classes)
    if classes[at - 1 : at] in ("o", "C", ",") or classes[at] == "G":
        from_verb = _FROM_VERB.match(clauses.reversed, size - at)
        if from_verb:
            verb = size - from_verb.end()
            passive = classes[verb - 1 : verb] in ("X", "A")
            if passive and not _TOLD.isdisjoint(clauses.line.words[verb:at]):
                return None  # "were told to oppose": nobody's own stance
            subject, _ = clauses.subject_before(size - from_verb.end(), first)
            if subject:
                return subject
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
