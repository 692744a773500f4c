"""Verbs with the same subject and object: who does what to what, by the nearest words alone."""

from __future__ import annotations

from summarizer.check.lexicon.function_words import BE
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past


def share_frame(words: Words, at: int, other: Words, place: int, *, first: int | None = None) -> bool:
    """Whether two verbs have one subject and one object; "was shut by Holm" has those of "Holm shut".

    Args:
        words: the text with one verb, of which the nearest words must stand in the other text.
        at: its index.
        other: the text with the other verb, of which all before it counts as subject.
        place: its index.
        first: where the verb begins with its auxiliaries; by default at `at`.

    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = [split_words(t, "en") for t in ("Holm kept the mill.", "The mill was sold by Ada Holm.")]
    >>> share_frame(texts[0], 1, texts[1], 3)
    True
    """
    if "whom" in other.keys[max(0, place - _NEAR) : place]:
        return False
    before = read_side(words, at if first is None else first, -1)
    # The nearest, and what the sentence begins with: "Holm said she had signed it and did not plan to sell".
    subjects = before[:_SUBJECTS] + before[_SUBJECTS:][-1:]
    objects = read_side(words, at, 1)[:_OBJECTS]
    if _is_passive(words, at):
        patients, behind = (
            read_side(other, place, -1 if _is_passive(other, place) else 1),
            read_side(other, place, 1),
        )
        return (
            subjects[:1] != []
            and subjects[0] in patients[:_REACH]
            and not set(objects).isdisjoint(behind[:_FAR])
        )
    before, behind = read_side(other, place, -1), read_side(other, place, 1)
    if (agent := _find_agent(other, place)) is not None:
        before, behind = read_side(other, agent, 1)[:_REACH], before[:_REACH]
    same = set(subjects) & set(before)
    if same <= set(behind[:_FAR]):
        return False  # none, or "Ann Holt lent Bo Holt the van"
    return not set(objects).isdisjoint(behind[:_REACH])


def _find_agent(words: Words, at: int) -> int | None:
    """Where the "by" of a passive verb stands; None where the verb is no passive or names nobody."""
    if not _is_passive(words, at):
        return None
    return next((j for j in range(at + 1, min(len(words), at + _NEAR)) if words.keys[j] == "by"), None)


def _is_passive(words: Words, at: int) -> bool:
    before = words.keys[max(0, at - _AUXILIARY) : at]
    return is_past(words.keys[at]) and not BE.isdisjoint(before) and "have" not in before


def read_side(words: Words, at: int, step: int) -> list[str]:
    """The content words before (-1) or behind (+1) a word up to "rather than" or the end, nearest first."""
    found = []
    i = at + step
    while (
        0 <= i < len(words) and words.keys[i] not in _ENDS and not (step > 0 and words.keys[i] in _CONTRASTS)
    ):
        if words.roots[i]:
            found.append(words.roots[i])
        i += step
    return found


_ENDS = frozenset(list_words(". ! ? ; rather instead"))
_SUBJECTS = 2  # content words before a verb of which the other text must have one: "Holm wants to sell"
# Behind one of these another clause goes on.
_CONTRASTS = frozenset(list_words("but yet while whereas although though"))
_OBJECTS = 2  # content words behind a verb of which the other text must have one
_REACH = 4  # and among how many behind its own verb
_FAR = 8  # likewise where a passive's own subject stands before it
_NEAR = 4  # words from a passive verb to its "by"
_AUXILIARY = 3  # words before a participle among which its "was" stands
