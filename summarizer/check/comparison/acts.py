"""Who does what to whom around a word that has an opposite.

Where somebody does in the claim the contrary of what the same one does in the evidence, to the same thing,
the claim is turned round, however far apart the words stand: "a step that the union condemned".
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.check.comparison.polarity import names_party, read_number
from summarizer.check.lexicon.polarity_words import (
    BE_FORMS,
    BREAKS,
    CLAUSE_WORDS,
    DETERMINERS,
    JOINTS,
    QUOTES,
    SAYING,
    SENTENCE_ENDS,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past
from summarizer.check.passage.polarity import Opposite, Polarity, Turn, find_met, share_side


class Act(NamedTuple):
    """Who does something, and what it is done to: roots of what names them, "" where nothing is told."""

    doer: frozenset[str]
    thing: str


def read_act(word: Opposite) -> Act:
    """Who does what is told by a word, if it is a verb with a subject.

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("The union hailed the plan.", "A plan that the union hailed.", "It was hailed by the union.")
    >>> for text in texts:
    ...     opposites = find_polarity(split_words(text, "en")).opposites
    ...     act = read_act(next(o for o in opposites if o.root == "hail"))
    ...     sorted(act.doer), act.thing
    (['union'], 'plan')
    (['union'], '')
    (['union'], '')
    """
    words = word.words
    keys = words.keys
    if not words.tokens[word.at][0].islower() or keys[word.at - 1] in DETERMINERS:
        return Act(_NOBODY, "")
    before = _read_subject(words, word.at)
    by = next((j for j in range(word.last + 1, min(len(words), word.last + 3)) if keys[j] == "by"), 0)
    if not is_past(keys[word.at]) or (keys[word.at - 1] not in BE_FORMS and not by):
        link = keys[word.last + 1 : word.last + 2]
        after = _read_object(words, word.last + (bool(link) and link[0] in _LINKS))
        return Act(frozenset(before), after)
    doer = _read_object(words, by) if by else ""
    return Act(frozenset([doer]) - {""}, before[0] if before else "")


_NOBODY: frozenset[str] = frozenset()
_LINKS = frozenset(("of", "to", "for", "with", "against"))


def _read_subject(words: Words, at: int) -> list[str]:
    """What names a verb's subject, its last word first: over what commas part from it, a "who", an "and"."""
    keys, roots = words.keys, words.roots
    for j in range(at - 1, -1, -1):
        key = keys[j]
        if key == "," or (key in _RELATIVE and keys[j - 1] == ","):
            return _read_first(words, j)
        if key in _RELATIVE:
            continue  # "the guard who fell"
        if key in ("and", "but", "or"):
            verb = next((k for k in range(j - 1, -1, -1) if _is_verb(words, k) or keys[k] in BREAKS), -1)
            return _read_subject(words, verb) if verb > 0 and _is_verb(words, verb) else []
        if key in BREAKS or key in QUOTES or key in CLAUSE_WORDS or key in _NO_SUBJECT:
            return []
        if key.endswith("ly") or key in _BETWEEN or key in ("that", *BE_FORMS):
            continue
        if roots[j] or words.tokens[j][0].isupper():
            return [] if _is_verb(words, j) or not roots[j] else [roots[j]]
    return []


def _read_first(words: Words, at: int) -> list[str]:
    """What names whoever begins the clause before a comma: "the fine, a blow to the club, was upheld".

    First the last word before the first comma, then the names after it: "the minister, Ola Berg,".
    """
    keys = words.keys
    start = next((j for j in range(at - 1, -1, -1) if keys[j] in SENTENCE_ENDS or keys[j] in QUOTES), -1) + 1
    end = next((j for j in range(start, at + 1) if keys[j] == ","), at)
    inside = range(start, end)
    if any(_is_verb(words, j) or keys[j] in CLAUSE_WORDS for j in inside) or keys[start] in _PREPOSITIONS:
        return []
    stop = next((j for j in inside if keys[j] in _PREPOSITIONS), end)
    head = next((words.roots[j] for j in range(stop - 1, start - 1, -1) if words.roots[j]), "")
    named = end + 1
    while named < at and words.tokens[named][0].isupper():
        named += 1
    names = [words.roots[j] for j in range(end + 1, named) if words.roots[j]]
    return [head, *names] if head and keys[named : named + 1] == [","] else [head] if head else []


def _read_object(words: Words, at: int) -> str:
    """The last word of what follows a verb directly: the plan in "hailed the new plan for the harbour"."""
    found = ""
    for j in range(at + 1, len(words)):
        key = words.keys[j]
        if (
            key in _AFTER_OBJECT
            or not (key[0].isalnum() or key in QUOTES or key == "'")
            or _is_verb(words, j)
        ):
            break
        if words.roots[j] and not key.endswith("ly"):
            found = words.roots[j]
    return found


def _is_verb(words: Words, j: int) -> bool:
    """Whether a word is a verb in a past form, or one of saying; not a participle before a noun."""
    key = words.keys[j]
    if key in SAYING:
        return True
    return is_past(key) and words.tokens[j][0].islower() and words.keys[j - 1] not in DETERMINERS


_RELATIVE = frozenset(("who", "which"))
_BETWEEN = frozenset(
    list_words(
        """
        has have had having is are was were be been being will would can could may might must should shall do
        does did not never to also later now then already still since ever both all again once soon himself
        herself itself themselves yesterday today
        """
    )
)
_NO_SUBJECT = frozenset(list_words("he she it they we i you there what where how why"))
_PREPOSITIONS = frozenset(
    list_words(
        "of in on at by for from to with about after before during under over into near against between among"
    )
)
_AFTER_OBJECT = (
    _PREPOSITIONS
    | CLAUSE_WORDS
    | JOINTS
    | frozenset(list_words("that as than while until unless with without"))
)


def find_turned_act(claim: Words, mine: Polarity, theirs: Polarity) -> Turn | None:
    """Where somebody does the contrary of what the same one does in the evidence, to the same thing.

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("The union condemned the step.", "It was a step that Ann deplored and the union hailed.")
    >>> claim, evidence = (split_words(text, "en") for text in texts)
    >>> find_turned_act(claim, find_polarity(claim), find_polarity(evidence))
    Turn(found=2, expected=10)
    """
    if claim.language == "de":
        return None
    for word in find_met(mine, theirs):
        others = [o for o in theirs.opposites if o.pair == word.pair]
        act = read_act(word) if claim.keys[word.at] not in _NO_VERBS and not names_party(word) else None
        if act is None or not act.doer:
            continue
        for other in others:
            if other.sign == word.sign or other.root == word.root or word.soft != other.soft:
                continue
            if not _is_same_act(word, act, other):
                continue
            if any(
                o.at != other.at
                and (o.sign == word.sign or o.root == word.root)
                and _is_same_act(word, act, o, unless=True)
                for o in others
            ):
                continue
            if mine.denied[word.at] % 2 != theirs.denied[other.at] % 2 and (
                mine.elliptic
                or theirs.elliptic
                or mine.bounds
                or theirs.bounds
                or ("unless" in claim.key_set) != ("unless" in other.words.key_set)
            ):
                continue  # "the only one who did not", "not until it rose", "unless it drops it"
            if not share_side(word, other, mine, theirs):
                return Turn(word.at, other.at)
    return None


_NO_VERBS = frozenset(list_words("before after ahead behind above below as without for against like unlike"))


def _is_same_act(word: Opposite, act: Act, other: Opposite, *, unless: bool = False) -> bool:
    """Whether a word of the evidence tells who does what an act of the claim tells, whatever it is.

    `unless`: or may tell so, where it does not tell who.
    """
    theirs = read_act(other)
    if unless and not theirs.doer and not act.thing:
        return True
    numbers = {read_number(word), read_number(other)} - {""}
    if theirs.doer.isdisjoint(act.doer) or len(numbers) > 1:
        return False
    if not act.thing:
        # "Sales rose at home" and "fell at home": when, where or how is the same.
        return not theirs.thing and not set(word.after[:_NEXT]).isdisjoint(other.after[:_NEXT])
    if theirs.thing:
        return theirs.thing == act.thing
    words = other.words
    start = next((j for j in range(other.at, -1, -1) if words.keys[j] in ".!?"), -1) + 1
    return act.thing in words.roots[start : other.at]


_NEXT = 2  # content words after a verb that say when, where or how
