"""Whether a passage carries a claim at all, and which sentence would carry it better."""

from __future__ import annotations

from summarizer.check.context import OTHER_LANGUAGE, Context
from summarizer.check.passage import Passage
from summarizer.check.report import leave_open, pass_check
from summarizer.check.words import split_words
from summarizer.records import Check, Outcome


def measure_support(claim: frozenset[str], evidence: frozenset[str]) -> float:
    """The share of a claim's roots that the evidence has, from 0 to 1; 1 for a claim without any.

    >>> measure_support(frozenset(("tax", "rise")), frozenset(("tax", "fall")))
    0.5
    """
    if not claim:
        return 1.0
    hits = sum(1 for root in claim if root in evidence or _has_relative(root, evidence))
    return hits / len(claim)


def _has_relative(root: str, evidence: frozenset[str]) -> bool:
    """Whether a longer or shorter word of the same stem stands there: "pragmat" for "pragmatist"."""
    if len(root) < 5:
        return False
    head = root[:5]
    return any(other.startswith(head) for other in evidence)


def split_name_words(name: str) -> frozenset[str]:
    """The words of a name or description that are no function words."""
    words = split_words(name, "en")
    return frozenset(k for k, root in zip(words.keys, words.roots, strict=True) if root)


def judge_support(claim: Passage, evidence: Passage, context: Context) -> Check:
    """The check "support": whether the evidence is about what the claim is about, and what would be."""
    if context.crosslingual:
        return leave_open("support", OTHER_LANGUAGE)
    roots = claim.words.root_set
    share = measure_support(roots, evidence.words.root_set)
    # Of a claim of two words a sentence that has both tells, where the cited one has neither.
    short = len(roots) < _FEW
    if short and (len(roots) < _FEW - 1 or share):
        return leave_open("support", "the claim is too short to tell")
    if share >= _CARRIES:
        return pass_check("support")
    better = context.find_better(roots) if context.find_better else None
    if short and (better is None or better[1] < 1):
        return leave_open("support", "the claim is too short to tell")
    if not better and not _is_elsewhere(claim, evidence, context):
        return leave_open("support", "the claim may say it in other words")
    misses = share < _BARELY or (share < _MISSES and (better is None or better[1] > share))
    if not misses and not (better and better[1] >= share + _CLEARLY and better[1] >= _CARRIES):
        return leave_open("support", "the claim has few words of the cited text")
    message = "the cited text is about something else"
    if better and better[1] >= share + _CLEARLY:
        message += f"; sentence {better[0]} is nearer"
    return Check(
        name="support",
        outcome=Outcome.DIFFERS,
        message=message,
        expected=better[2] if better and better[1] >= share + _CLEARLY else None,
        found=claim.text,
        article_span=evidence.to_article(0, len(evidence.text)),
    )


def _is_elsewhere(claim: Passage, evidence: Passage, context: Context) -> bool:
    """Whether a claim with few words of its evidence is about something else, where no other text is known.

    Synonyms share no letters; names and numbers do. One of them in common, or a speaker who stands there,
    speaks for a paraphrase, and so do few words without any.
    """
    theirs = evidence.words.key_set
    if context.speaker and not split_name_words(context.speaker).isdisjoint(theirs):
        return False
    own = [
        (k, t)
        for k, t, first in zip(claim.words.keys, claim.words.tokens, claim.words.initial, strict=True)
        if (t[0].isupper() and not first) or k[0].isdecimal()
    ]
    if any(k in theirs for k, _ in own):
        return False
    if not claim.register.countries.isdisjoint(evidence.register.countries | evidence.register.seats):
        return False
    return bool(own) or len(claim.words.root_set) >= _MANY


_MANY = 6  # different content words of a claim without name or number, none of them shared, that tell
_FEW = 3  # different content words below which overlap says nothing
_CARRIES = 0.5  # share of the claim's content words that the evidence has, from which it is taken to carry it
_MISSES = 0.22  # and below which it is about something else, if no other sentence has as little
_BARELY = 0.12  # and below which it is in any case
_CLEARLY = 0.25  # by how much another sentence must share more
