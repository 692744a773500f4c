"""Who says what within a passage, from reporting verbs: a light reading for pairs without an article.

Where an article is there, its own reading (`Reading.statements`) tells more; this one serves claims that
name their speaker inside and passages that stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.check.names import Name
from summarizer.check.tables import list_words
from summarizer.check.words import Words

REPORTING = frozenset(
    list_words(
        """
        said says say saying told tells added adds stated states claimed claims argued argues
        insisted insists warned warns announced announces declared declares explained explains
        confirmed confirms denied denies acknowledged admitted admits noted notes wrote writes
        replied replies responded responds asked asks urged urges suggested suggests predicted
        predicts testified testifies tweeted posted remarked recalled recalls reiterated reiterates
        stressed stresses emphasised emphasized emphasises emphasizes maintained maintains alleged
        alleges asserted asserts conceded concedes complained complains promised promises vowed vows
        pledged pledges revealed reveals believes believed believe
        thinks thought fears feared expects expected suspects
        hopes hoped
        reported reports demanded demands called calls described
        describes estimated estimates continued commented cautioned cautions assured assures
        informed informs reminded reminds accused accuses thanked praised criticised criticized
        condemned sagte sagt erklärte erklärt betonte betont teilte kritisierte forderte fordert
        warnte warnt kündigte
        """
    )
)
# These name a listener next.
_TO_SOMEBODY = frozenset(
    list_words(
        """
        told tells tell asked asks urged urges warned warns assured assures informed informs
        reminded reminds accused accuses thanked praised criticised criticized condemned
        """
    )
)
# These report in some of their uses only: "maintains the title", "expected Ruiz to win".
_LOOSE = frozenset(
    list_words(
        """
        maintained maintains calls called describes described
        believes believed believe thinks thought fears feared
        expects expected suspects hopes hoped reveals revealed
        reports reported noted notes continued thanked praised
        criticised criticized condemned stated states recalled
        recalls calling criticizing criticising accused accuses
        """
    )
)
_AUXILIARY = frozenset(
    list_words(
        """
        has had have also later then again himself herself now who repeatedly previously already
        """
    )
)
_PASSIVE = frozenset(list_words("was were been is are be being"))
_PRONOUNS = frozenset(list_words("he she they i we it er sie"))
_MARKS = frozenset(",;:.!?”\"“’'»«–—")


class Saying(NamedTuple):
    """A reporting verb with who speaks (first and last word, the name if one stands) and who is told."""

    cue: int
    speaker: tuple[int, int] | None
    name: Name | None
    listener: Name | None
    sure: bool = True  # False where the name was found over a comma or in a relative clause
    loose: bool = False  # the verb reports in some of its uses only


def find_sayings(words: Words, names: Sequence[Name]) -> list[Saying]:
    """The reporting verbs of a text with who speaks and who is told.

    >>> from summarizer.check.names import find_names
    >>> from summarizer.check.words import split_words
    >>> words = split_words("Ruiz told Keller that the talks failed.", "en")
    >>> [(s.name.keys, s.listener.keys) for s in find_sayings(words, find_names(words))]
    [(('ruiz',), ('keller',))]
    """
    keys = words.keys
    if words.language == "de":
        names = [name for name in names if name.sure]  # any noun has a capital
    ends = {name.last: name for name in names}
    starts = {name.first: name for name in names}
    inside = {i: name for name in names for i in range(name.first, name.last + 1)}
    found: list[Saying] = []
    for i, key in enumerate(keys):
        if key == "to" and i and keys[i - 1] == "according":
            name = _next_name(words, i + 1, starts, over_commas=True)
            found.append(Saying(i, (name.first, name.last) if name else None, name, None))
        if key not in REPORTING or i in inside:
            continue
        before = i - 1
        while before >= 0 and (keys[before] in _AUXILIARY or keys[before].endswith("ly")):
            before -= 1
        if key.endswith("ing") and before >= 0 and keys[before] in _PASSIVE:
            before -= 1  # "is telling"
        elif key.endswith("ing"):
            continue
        elif before >= 0 and keys[before] in _PASSIVE:
            by = next((j for j in range(i + 1, min(len(keys), i + 4)) if keys[j] == "by"), None)
            name = _next_name(words, by + 1, starts, over_commas=True) if by else None
            listener = ends.get(before - 1)
            speaker = (name.first, name.last) if name else _find_agent(words, by + 1) if by else None
            found.append(Saying(i, speaker, name, listener))
            continue
        if before >= 0 and keys[before] == "to":
            continue
        speaker, name = _find_subject(words, before, ends)
        if speaker is None:
            # After a quotation the verb may come first: “…,” said Ruiz.
            follower = _next_name(words, i + 1, starts)
            if follower and (i == 0 or keys[i - 1] in _MARKS):
                found.append(Saying(i, (follower.first, follower.last), follower, None))
            continue
        sure = keys[before] not in (",", ")") and "who" not in keys[before + 1 : i]
        listener = _next_name(words, i + 1, starts) if key in _TO_SOMEBODY else None
        if listener is None and key in ("said", "says", "added", "explained", "wrote") and i + 1 < len(keys):
            listener = _next_name(words, i + 2, starts) if keys[i + 1] == "to" else None
        found.append(Saying(i, speaker, name, listener, sure, key in _LOOSE))
    return found


def _next_name(words: Words, at: int, starts: dict[int, Name], *, over_commas: bool = False) -> Name | None:
    """The name that begins within the next few words, past "the Russian foreign minister"."""
    for j in range(at, min(len(words.keys), at + 8)):
        if j in starts:
            return starts[j]
        key = words.keys[j]
        if key in _MARKS and not (over_commas and key == "," and j > at):
            return None
        if key in _ENDING and not over_commas:
            return None
    return None


def _find_agent(words: Words, at: int) -> tuple[int, int] | None:
    """The words that say by whom, where it is no name: "by former players as cruel"."""
    end = at
    while (
        end < min(len(words), at + 5) and words.keys[end] not in _MARKS and words.keys[end] not in _AGENT_ENDS
    ):
        end += 1
    return (at, end - 1) if end > at else None


_AGENT_ENDS = frozenset(list_words("as to in on for about at over after when that who of"))
_ENDING = frozenset(list_words("that to about in on for of at if whether"))


def _find_subject(words: Words, at: int, ends: dict[int, Name]) -> tuple[tuple[int, int] | None, Name | None]:
    """Who stands before a verb: a name, a pronoun or a description; over an apposition in commas."""
    keys, tokens = words.keys, words.tokens
    if at < 0:
        return None, None
    if at in ends:
        name = ends[at]
        return (name.first, name.last), name
    if keys[at] in _PRONOUNS:
        return (at, at), None
    if keys[at] in (",", ")"):
        opener = "(" if keys[at] == ")" else ","
        for j in range(at - 1, max(-1, at - 14), -1):
            if keys[j] in '.!?”"“;':
                return None, None
            if keys[j] == opener:
                # "Ruiz, the mayor, said" and "the mayor, Ruiz, said"
                bearer = ends.get(j - 1) or ends.get(at - 1)
                return ((bearer.first, bearer.last), bearer) if bearer else (None, None)
        return None, None
    if not keys[at][0].isalpha():
        return None, None
    for j in range(at, max(-1, at - 6), -1):
        if keys[j] in _MARKS:
            return None, None
        if keys[j] in ("the", "a", "an", "his", "her", "their", "its", "der", "die", "das"):
            return (j, at), None
    if tokens[at][0].islower() and (at == 0 or words.initial[at]):
        return (at, at), None
    return ((at, at), None) if words.initial[at] else (None, None)
