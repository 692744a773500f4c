"""Whether a claim tells two events in the other order: "only after the vote did he go", "he went before"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.check.lexicon.number_words import CARDINALS, ORDINALS, UNITS
from summarizer.check.lexicon.polarity_words import AUXILIARIES, DETERMINERS, NEGATORS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.contrasts import find_sentence
from summarizer.check.passage.parties import SUBJECTS
from summarizer.check.passage.polarity import Turn


class Order(NamedTuple):
    """Two events of a text: the word that orders them, and the roots that only the one, or the other, has."""

    at: int
    earlier: frozenset[str]
    later: frozenset[str]


def find_turned_order(claim: Words, evidence: Words) -> Turn | None:
    """Where a claim has first what its evidence has second, and second what it has first.

    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("Ann signed before Bo resigned.", "Not until Bo had resigned did Ann sign.")
    >>> find_turned_order(*(split_words(text, "en") for text in texts))
    Turn(found=2, expected=1)
    """
    if _MARKERS.isdisjoint(claim.key_set) or _MARKERS.isdisjoint(evidence.key_set):
        return None
    theirs = list(_read_orders(evidence))
    for mine in _read_orders(claim) if theirs else ():
        for other in theirs:
            crossed = len(mine.earlier & other.later), len(mine.later & other.earlier)
            straight = len(mine.earlier & other.earlier) + len(mine.later & other.later)
            if all(crossed) and sum(crossed) >= max(2, 2 * straight):
                return Turn(mine.at, other.at)
    return None


_OFTEN = 8  # words of order that are read in a text: time stays linear
_BEFORE = frozenset(("before", "ahead"))
_AFTER = frozenset(("after", "once", "following", "until"))
_MARKERS = _BEFORE | _AFTER | frozenset(("time", "when", "then"))


def _read_orders(words: Words) -> Iterator[Order]:
    """The pairs of events that a text puts in order."""
    keys = words.keys
    sentence = range(0)
    for i in [i for i, key in enumerate(keys) if key in _MARKERS][:_OFTEN]:
        key = keys[i]
        if keys[i + 1 : i + 2] in (["which"], ["whose"], ["whom"]):
            continue
        if i not in sentence:
            sentence = find_sentence(keys, i)
        before = keys[max(sentence.start, i - _NEAR) : i]
        if not _puts_in_order(keys, sentence, i, before):
            continue
        if key == "then":
            main: Sequence[int] = range(sentence.start, i)
            clause: Sequence[int] = range(i + 1, sentence.stop)
        else:
            first = i - 2 if key == "time" else i - 1 if before[-1:] in (["not"], ["only"]) else i
            main, clause = _split(words, sentence, first, i)
        if key in _AFTER or before[-1:] == ["not"]:
            main, clause = clause, main
        earlier, later = ({words.roots[j] for j in side if keys[j] not in _WHEN} for side in (main, clause))
        if earlier - later - {""} and later - earlier - {""}:
            yield Order(i, frozenset(earlier - later - {""}), frozenset(later - earlier - {""}))


def _puts_in_order(keys: Sequence[str], sentence: range, i: int, before: Sequence[str]) -> bool:
    """Whether a word that may put two events in order does: "not until", "by the time", "and only then"."""
    key, following = keys[i], keys[i + 1 : i + 2]
    if key == "until":
        # "Failed to tell it until asked" does not say what came first.
        return before[-1:] in (["not"], ["wasn't"]) and following != ["after"]
    if key == "time":
        return before[-2:] == ["by", "the"]
    if key == "then":
        return before[-1:] == ["only"]
    if key == "when":
        return {"had", "already"} <= {*keys[sentence.start : sentence.stop]}
    if key in _BEFORE:
        # "Will not open before May" says when it may; "left, but not before the vote" what came first.
        denied = before[-1:] != ["not"] and not _DENYING.isdisjoint(keys[max(sentence.start, i - _FAR) : i])
        return not denied and (key == "before" or following == ["of"])
    if key == "once":
        return not before or before[-1] in _BEFORE_ONCE
    return before[-1:] != ["until"]


_NEAR = 2
_FAR = 20  # words before "before" among which its verb may be denied
_DENYING = NEGATORS["en"] | frozenset(("unlikely", "hardly"))
_BEFORE_ONCE = frozenset(list_words("only and but that , ; : – —"))


def _split(words: Words, sentence: range, first: int, at: int) -> tuple[Sequence[int], Sequence[int]]:
    """The main clause and the clause that a word opens: "after the vote, he left", "he left after it"."""
    keys = words.keys
    if first < at:
        # "Only after the vote did he leave", "it was not until the vote that he left".
        turned = next((j for j in range(at + 2, sentence.stop) if _is_inverted(words, j)), None)
        if turned:
            return range(turned, sentence.stop), range(at + 1, turned)
    end = next((j for j in range(at + 1, sentence.stop) if keys[j] in _ENDS), sentence.stop)
    if first == sentence.start and keys[end : end + 1] == [","]:
        return range(end + 1, sentence.stop), range(at + 1, end)
    return range(sentence.start, first), range(at + 1, end)


_ENDS = frozenset(
    list_words(', ; : – — ” " who which but though although while whereas said says after before')
)


def _is_inverted(words: Words, j: int) -> bool:
    """Whether a main clause begins here with its verb before its subject, or with "that": "did the mayor"."""
    if words.keys[j] == "that":
        return "was" in words.keys[:j] and words.keys[j - 1] not in AUXILIARIES
    if words.keys[j] not in AUXILIARIES or j + 1 >= len(words):
        return False
    return (
        words.keys[j + 1] in DETERMINERS or words.keys[j + 1] in SUBJECTS or words.tokens[j + 1][0].isupper()
    )


_WHEN = frozenset(
    (*UNITS, *CARDINALS["en"], *ORDINALS, "hours", "shortly", "soon", "already", "earlier", "later")
)
