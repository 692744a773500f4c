"""A position's stance against the words of its evidence that show one."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.passage.passage import Passage
from summarizer.check.passage.polarity import SUPPORT, Opposite
from summarizer.check.report import leave_open, pass_check
from summarizer.drafts import StanceCue
from summarizer.records import Check, Outcome, Stance

_SIGNS = {Stance.SUPPORTS: 1, Stance.OPPOSES: -1}


def check_stance(
    stance: Stance, issue: Passage, evidence: Passage, holder: frozenset[str], cues: Sequence[StanceCue] = ()
) -> Check:
    """The check "stance" of a position.

    Args:
        stance: the stance claimed.
        issue: what it is on.
        evidence: the cited passage.
        holder: the words of the holder's names, folded.
        cues: what the article's reading found for this holder in the cited sentences.
    """
    wanted = _SIGNS.get(stance)
    if wanted is None:
        return leave_open("stance", "mixed and neutral stances show in no single word")
    told = [c for c in cues if c.stance in _SIGNS]
    near = [c for c in told if issue.words.root_set & Passage(c.issue, issue.language).words.root_set]
    if any(_SIGNS[c.stance] == wanted for c in near):
        return pass_check("stance")
    if near and all(_SIGNS[c.stance] == -wanted for c in near):
        return Check(
            name="stance",
            outcome=Outcome.DIFFERS,
            message=f"the article shows that they {near[0].stance.value.removesuffix('s')} it",
            expected=near[0].stance.value,
            found=stance.value,
            article_span=near[0].cue,
        )
    check = _check_words(stance, wanted, issue, evidence, holder)
    if check.outcome is Outcome.UNKNOWN and len(told) == 1 and _SIGNS[told[0].stance] == wanted:
        return pass_check("stance")
    return check


def _check_words(
    stance: Stance, wanted: int, issue: Passage, evidence: Passage, holder: frozenset[str]
) -> Check:
    """Likewise by the words for support and opposition that follow the holder and are about the issue."""
    words = evidence.words
    roots = issue.words.root_set
    found: list[Opposite] = []
    for word in evidence.polarity.opposites:
        if word.pair != SUPPORT or not roots.intersection(word.before + word.after):
            continue
        before = [n for n in evidence.names if n.last < word.at and n.sure]
        if (
            before
            and holder
            and holder.isdisjoint(before[-1].keys)
            and not any(not holder.isdisjoint(n.keys) for n in before[:-1])
        ):
            continue  # somebody else's word
        found.append(word)
    signs = {word.sign for word in found}
    if len(signs) == 1:
        if wanted in signs:
            return pass_check("stance")
        index = found[0].at
        return Check(
            name="stance",
            outcome=Outcome.DIFFERS,
            message=f"the article has “{words.quote(index, index)}”, the position “{stance.value}”",
            expected=words.quote(index, index),
            found=stance.value,
            article_span=evidence.locate(index, index),
        )
    if signs:
        return leave_open("stance", "the cited text has words for both sides")
    return _check_denial(stance, wanted, issue, evidence)


def _check_denial(stance: Stance, wanted: int, issue: Passage, evidence: Passage) -> Check:
    """A refusal without a word for it: "would not concede any territory" is no support for conceding it."""
    mine, theirs = issue.polarity, evidence.polarity
    shared = [r for r in mine.places if r in theirs.places]
    if not shared or theirs.elliptic:
        return leave_open("stance", "no word of the cited text shows a stance")
    turned = [
        r
        for r in shared
        if all(theirs.denied[j] % 2 for j in theirs.places[r])
        and not any(mine.denied[i] % 2 for i in mine.places[r])
    ]
    if 2 * len(turned) < len(shared):
        return leave_open("stance", "no word of the cited text shows a stance")
    if wanted < 0:
        return pass_check("stance")
    negator = theirs.negators[0]
    return Check(
        name="stance",
        outcome=Outcome.DIFFERS,
        message=f"the article has “{evidence.words.quote(negator, negator)}”, the position “{stance.value}”",
        expected=evidence.words.quote(negator, negator),
        found=stance.value,
        article_span=evidence.locate(negator, negator),
    )
