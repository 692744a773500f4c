"""Who owns up to what, who denies it, and who will not say: whether a claim has somebody do the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from summarizer.check.comparison.roles import read_subject
from summarizer.check.lexicon.polarity_words import CLAUSE_WORDS, NEGATORS, SENTENCE_ENDS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root
from summarizer.check.passage.contrasts import find_sentence
from summarizer.check.passage.polarity import Turn


class Avowal(NamedTuple):
    """What somebody does about a statement.

    Args:
        at: index of the verb.
        sort: "avow", "deny", "withhold" ("would not say whether"), and "not avow", "not deny".
        holder: roots of who does so, as far as they stand right before the verb.
        before: roots of all that stands before the verb in its sentence.
        content: roots of the statement.
        denials: how many times the statement is denied in itself.
    """

    at: int
    sort: str
    holder: frozenset[str]
    before: frozenset[str]
    content: frozenset[str]
    denials: int


def find_turned_avowal(claim: Words, evidence: Words) -> Turn | None:
    """Where somebody admits in a claim what the same one denies, or leaves open, in its evidence.

    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("Ann admitted that she knew Bo Vik.", "Ann would not say whether she knew Bo Vik.")
    >>> find_turned_avowal(*(split_words(text, "en") for text in texts))
    Turn(found=1, expected=3)
    """
    if not _may_avow(claim) or not _may_avow(evidence):
        return None
    theirs = list(islice(_read_avowals(evidence), _MOST))
    for mine in islice(_read_avowals(claim), _MOST) if theirs else ():
        if any(o.sort == mine.sort and o.content & mine.content for o in theirs):
            continue
        for other in theirs:
            if (
                _is_about_same(mine, other)
                and other.sort in _CONTRARY.get(mine.sort, ())
                and ({mine.sort, other.sort} != {"avow", "deny"} or mine.denials % 2 == other.denials % 2)
            ):
                return Turn(mine.at, other.at)
    return None


_MOST = 4  # avowals that are read from a text: time stays linear
_CONTRARY = {
    "avow": ("deny", "withhold", "not avow"),
    "deny": ("avow", "withhold", "not deny"),
    "withhold": ("avow", "deny"),
    "not avow": ("avow",),
    "not deny": ("deny",),
}
_SHARED = 1 / 3  # share of what is avowed that both must tell


def _is_about_same(mine: Avowal, other: Avowal) -> bool:
    shared = mine.content & other.content
    enough = len(shared) >= max(min(2, len(mine.content)), _SHARED * len(mine.content))
    return bool(shared) and enough and (not mine.holder or not mine.before.isdisjoint(other.before))


def _may_avow(words: Words) -> bool:
    return not (_SORTS.keys().isdisjoint(words.root_set) and _WITHHELD.isdisjoint(words.key_set))


def _read_avowals(words: Words) -> Iterator[Avowal]:
    """What somebody in a text does about a statement."""
    keys = words.keys
    for at, (key, root) in enumerate(zip(keys, words.roots, strict=True)):
        sort = _SORTS.get(root) if words.tokens[at][0].islower() else None
        asked = key in _WITHHELD and not _ASKING.isdisjoint(keys[at + 1 : at + 3])
        if sort is None and not asked:
            continue
        if root in _WITH_THAT and "that" not in keys[at + 1 : at + _NEAR]:
            continue  # "agreed to sell"
        if root in _OF_CLAIMS and _CLAIMS.isdisjoint(words.roots[at + 1 : at + _NEAR]):
            continue  # "rejected the offer"
        near = keys[max(0, at - _NEAR) : at]
        if "," in near:
            near = near[len(near) - near[::-1].index(",") :]  # "had not, she admitted, told"
        negated = not _NOT.isdisjoint(near)
        if keys[at - 1] == "nor" or "neither" in near:
            sort = "withhold" if sort == "deny" or "nor" in keys[at : at + _NEAR] else "not avow"
        elif asked and sort is None:
            sort = "withhold" if negated else None
        elif negated:
            sort = f"not {sort}"
        if sort is None:
            continue
        sentence = find_sentence(keys, at)
        content = range(
            at + 1, next((j for j in range(at + 1, sentence.stop) if _ends(words, j)), sentence.stop)
        )
        if (
            not asked
            and sum(1 for j in content if words.roots[j]) <= _SHORT
            and "," in keys[sentence.start : at]
        ):
            content = range(sentence.start, at)  # "…, she acknowledged on Friday"
        roots = frozenset(words.roots[j] for j in content) - {""}
        denials = sum(keys[j] in NEGATORS["en"] or keys[j - 1 : j + 1] == ["turned", "down"] for j in content)
        before = frozenset(words.roots[sentence.start : at]) - {""}
        yield Avowal(at, sort, frozenset(read_subject(words, at)), before, roots, denials)


def _ends(words: Words, j: int) -> bool:
    """Whether what somebody avows ends here: "…, adding that", "…, but"."""
    keys = words.keys
    if keys[j] in SENTENCE_ENDS:
        return True
    following = keys[j + 1] if j + 1 < len(words) else "."
    return keys[j] == "," and (following in CLAUSE_WORDS or following.endswith("ing") or following == "and")


_SORTS = {
    find_root(verb): sort
    for sort, verbs in (
        ("avow", "admit acknowledge concede confess confirm agree accept"),
        ("deny", "deny dispute contest refute rebut repudiate reject dismiss"),
    )
    for verb in verbs.split()
}
_WITH_THAT = frozenset(find_root(w) for w in ("agree", "accept"))
_OF_CLAIMS = frozenset(find_root(w) for w in ("reject", "dismiss"))
_CLAIMS = frozenset(
    find_root(w)
    for w in list_words(
        "claim allegation accusation suggestion report charge argument assertion notion idea rumour rumor"
    )
)
_WITHHELD = frozenset(
    list_words(
        """
        say comment discuss disclose reveal specify elaborate
        saying commenting discussing disclosing revealing specifying elaborating
        """
    )
)
_ASKING = frozenset(list_words("whether if on about who what when where how why"))
_NOT = frozenset(
    list_words(
        """
        not never no nobody neither nor without yet refuse refuses refused refusing decline declines declined
        declining wouldn't won't didn't doesn't don't hasn't haven't hadn't cannot can't couldn't
        """
    )
)
_NEAR = 5
_SHORT = 2  # content words behind a verb that only say when it was said
