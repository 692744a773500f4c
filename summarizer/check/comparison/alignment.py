"""A claim in nearly the words of its evidence: which words were put in, left out or replaced.

Where most of a claim stands in the evidence in order, what differs is known word by word, and no scope has to
be guessed: an inserted "not", one name in another's place, a dropped "reportedly".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from summarizer.check.comparison.polarity import cancel_out, is_denied_before, is_one_deal
from summarizer.check.comparison.said_otherwise import is_contrast
from summarizer.check.lexicon.hedge_words import OPEN
from summarizer.check.lexicon.number_words import (
    CARDINALS,
    FRACTIONS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    UNITS,
    VAGUE,
)
from summarizer.check.lexicon.opposites import AXES
from summarizer.check.lexicon.polarity_words import NEGATORS, PREDICATES
from summarizer.check.lexicon.senses import Relation, compare_senses, is_known, is_thing
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import RELATIONS, TITLES
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.contrasts import find_contrasts
from summarizer.check.passage.polarity import Opposite, Polarity, Turn, find_met, is_passive

_SHARED = 0.75  # share of a claim's words that must stand in the evidence in order
_FEWEST = 5  # words of a claim below which nothing is aligned
_STRETCH = 2.0  # how many times longer the passage that they stand in may be
_LONGEST = 400  # words of evidence beyond which nothing is aligned, to stay linear


class Gap(NamedTuple):
    """Words of the claim and words of the evidence that stand in each other's place, as index lists."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]


def align_words(
    claim: Words, evidence: Words, aside: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
) -> list[Gap] | None:
    """Where a claim departs from the evidence; None where it is not in nearly the same words.

    `aside`: indexes of words of each that are left out of it, since they only say who says so.

    >>> from summarizer.check.lexicon.words import split_words
    >>> claim = split_words("The tax would not be raised this year.")
    >>> [g.mine for g in align_words(claim, split_words("He said the tax would be raised this year."))]
    [(3,)]
    """
    mine, a = claim.unmarked, claim.spoken
    if aside[0]:
        mine = [i for i in mine if i not in aside[0]]
        a = [claim.keys[i] for i in mine]
    if len(mine) < _FEWEST:
        return None
    least = _SHARED * (len(a) - sum(map(a.count, _DENIAL & claim.key_set)))
    if sum(map(evidence.key_set.__contains__, a)) < least:
        return None
    theirs, b = evidence.unmarked, evidence.spoken
    if aside[1]:
        theirs = [j for j in theirs if j not in aside[1]]
        b = [evidence.keys[j] for j in theirs]
    if len(theirs) > _LONGEST:
        return None
    if LCSseq.similarity(a, b) < least:
        return None
    codes = LCSseq.opcodes(a, b)
    equal = [c for c in codes if c.tag == "equal"]
    if equal[-1].dest_end - equal[0].dest_start > _STRETCH * len(a) + 4:
        return None
    # Before the first and after the last common word, only as much of the evidence as the claim has there.
    low = max(0, equal[0].dest_start - equal[0].src_start)
    after = len(a) - equal[-1].src_end
    high = equal[-1].dest_end + after + (after > 0)  # one word for two: "against" for "in favour"
    gaps: list[Gap] = []
    # An insertion next to a deletion is a replacement.
    pending: tuple[list[int], list[int]] = ([], [])
    for code in codes:
        if code.tag == "equal":
            _close(pending, gaps)
            pending = ([], [])
            continue
        pending[0].extend(mine[code.src_start : code.src_end])
        pending[1].extend(theirs[j] for j in range(code.dest_start, code.dest_end) if low <= j < high)
    _close(pending, gaps)
    return gaps


def has_moved(gaps: Sequence[Gap], claim: Words, evidence: Words) -> bool:
    """Whether a word of the evidence stands elsewhere in a claim, or a "by" turns a verb round.

    >>> from summarizer.check.lexicon.words import split_words
    >>> evidence, *claims = (
    ...     split_words(f"The {a} met the {b} in the yard on Monday.")
    ...     for a, b in (("cat", "dog"), ("dog", "cat"), ("cat", "cow"))
    ... )
    >>> [has_moved(align_words(claim, evidence), claim, evidence) for claim in claims]
    [True, False]
    """
    return any(
        any(claim.keys[i] in evidence.key_set or claim.keys[i] == "by" for i in gap.mine)
        or any(evidence.keys[j] == "by" for j in gap.theirs)
        for gap in gaps
    )


def align_roots(claim: Words, evidence: Words) -> list[Gap] | None:
    """Likewise by content words alone, whatever their forms: "I did not see" for "he had not seen"."""
    mine = [i for i, r in enumerate(claim.roots) if r]
    theirs = [j for j, r in enumerate(evidence.roots) if r]
    if len(mine) < _FEWEST or len(theirs) > _LONGEST:
        return None
    a, b = [claim.roots[i] for i in mine], [evidence.roots[j] for j in theirs]
    if sum(r in evidence.root_set for r in a) < _SHARED * len(a):
        return None
    if LCSseq.similarity(a, b) < _SHARED * len(a):
        return None
    gaps: list[Gap] = []
    pending: tuple[list[int], list[int]] = ([], [])
    for code in LCSseq.opcodes(a, b):
        if code.tag == "equal":
            _close(pending, gaps)
            pending = ([], [])
            continue
        pending[0].extend(mine[code.src_start : code.src_end])
        pending[1].extend(theirs[code.dest_start : code.dest_end])
    _close(pending, gaps)
    return gaps


_DENIAL = frozenset(list_words("do does did not don't doesn't didn't"))  # what a "not" put in brings along


def _close(pending: tuple[list[int], list[int]], gaps: list[Gap]) -> None:
    if pending[0] or pending[1]:
        gaps.append(Gap(tuple(pending[0]), tuple(pending[1])))


def find_inserted_negation(
    gaps: Sequence[Gap], claim: Words, mine: Polarity, evidence: Words, theirs: Polarity
) -> Turn | None:
    """A negator that only one side of a gap has, where nothing else there could make up for it."""
    if len(gaps) > _FEW:
        return None
    ours, others = set(mine.negators), set(theirs.negators)
    if cancel_out(claim, mine, theirs) or cancel_out(evidence, theirs, mine):
        return None  # "everyone believed" for "nobody doubted"
    count = sum(1 for k in claim.keys if k[0].isalnum())
    strict = sum(len(g.mine) for g in gaps) > (1 - _SHARED) * count
    for gap in gaps:
        put_in = [i for i in gap.mine if i in ours]
        left_out = [j for j in gap.theirs if j in others]
        if bool(put_in) == bool(left_out) or len(put_in or left_out) % 2 == 0:
            continue  # "does not deny" for "concedes"
        if _is_shortfall(claim, gap.mine, evidence, gap.theirs):
            continue
        if "nor" in (*(claim.keys[i] for i in gap.mine), *(evidence.keys[j] for j in gap.theirs)):
            continue  # "and had not refused" for "nor refused"
        if any(claim.keys[i - 1] == "nor" for i in put_in) or any(
            evidence.keys[j - 1] == "nor" for j in left_out
        ):
            continue  # one half of "neither confirmed nor denied" is left out
        if _is_same_refusal(claim, mine, gap.mine, evidence, theirs, gap.theirs):
            continue  # "denied having refused it", "denied having turned it down"
        if (put_in and is_denied_before(claim, put_in[0], evidence, theirs)) or (
            left_out and is_denied_before(evidence, left_out[0], claim, mine)
        ):
            continue
        if put_in and theirs.short and claim.keys[put_in[0]].startswith(("refus", "declin")):
            continue  # "refused to sign" for "told to sign, and would not"
        if (
            _is_unspoken(claim, mine, put_in[0], evidence, theirs)
            if put_in
            else _is_unspoken(evidence, theirs, left_out[0], claim, mine)
        ):
            continue  # "no talks are planned" for "talks are not on the agenda"
        if (
            len(ours) == len(others)
            and {claim.keys[i] for i in ours}.isdisjoint(evidence.keys[j] for j in others)
            and ";" not in evidence.key_set
            and (
                _find_heads(claim, mine) == _find_heads(evidence, theirs)
                or any(claim.keys[i].startswith("den") for i in ours)
                != any(evidence.keys[j].startswith("den") for j in others)
            )
        ):
            continue  # "nothing obliges her" for "under no obligation"
        if strict and (
            len(ours) == len(others)
            or not _EXCEPTIVE.isdisjoint(mine.weak ^ theirs.weak)
            or not _is_only_denial(claim, gap.mine, evidence, gap.theirs, (*put_in, *left_out))
        ):
            continue  # a denial said in another way
        if (
            _are_other_words(claim, mine, gap.mine, put_in[0], evidence, gap.theirs)
            if put_in
            else _are_other_words(evidence, theirs, gap.theirs, left_out[0], claim, gap.mine)
        ):
            continue  # "upheld" for "refused to overturn"
        rest = (gap.theirs if put_in else gap.mine), (theirs if put_in else mine)
        if any(index in rest[1].opposed for index in rest[0]):
            continue
        if put_in and len(gap.mine) <= len(put_in) + 2:
            return Turn(put_in[0], gap.theirs[0] if gap.theirs else None)
        if left_out and len(gap.theirs) <= len(left_out) + 2:
            return Turn(gap.mine[0] if gap.mine else None, left_out[0])
    return None


def _is_same_refusal(  # noqa: PLR0917  # a stretch of each of two texts
    claim: Words, mine: Polarity, gap: Sequence[int], evidence: Words, theirs: Polarity, there: Sequence[int]
) -> bool:
    """Whether a verb that denies stands in the place of one that says the same and counts as no denial."""
    ours = {(o.pair, o.sign) for o in mine.opposites if o.at in gap}
    return any((o.pair, o.sign) in ours for o in theirs.opposites if o.at in there) and _are_verbs(
        claim, mine, gap
    ) != _are_verbs(evidence, theirs, there)


def _are_verbs(words: Words, polarity: Polarity, gap: Sequence[int]) -> bool:
    """Whether what denies in a stretch is a verb alone."""
    inside = [i for i in gap if i in polarity.negators]
    return bool(inside) and all(words.keys[i] in PREDICATES for i in inside)


def _is_unspoken(words: Words, polarity: Polarity, negator: int, other: Words, theirs: Polarity) -> bool:
    """Whether the other text has no word for what a negator denies first, or denies it, too."""
    contrast = next((c for c in find_contrasts(words) if c.at == negator), None)
    if contrast:
        return contrast.refused.isdisjoint(other.root_set)
    if is_contrast(words, negator):
        return True  # "before the vote, not after it": told by the opposite alone
    heads = [head for head, n in polarity.heads.items() if n == negator]
    alike = len(polarity.negators) == len(theirs.negators)
    if alike and not heads:
        return True
    if any(
        (places := theirs.places.get(words.roots[head]))
        and alike
        and not any(other.keys[n].startswith("doubt") for n in theirs.negators)
        and all(theirs.denied[j] % 2 == polarity.denied[head] % 2 for j in places)
        for head in heads
    ):
        return True  # it is denied there as well
    return bool(heads) and not any(
        words.roots[head] in other.root_set
        or words.roots[head] in _BELIEVING
        or (
            not theirs.negators
            and any(
                compare_senses(words.keys[head], key) is Relation.NEAR
                for key, token in zip(other.keys, other.tokens, strict=True)
                if token[0].islower()  # "neither side" has nothing to do with a Front
            )
        )
        for head in heads
    )


def _find_heads(words: Words, polarity: Polarity) -> set[str]:
    """The roots of what a text denies."""
    return {words.roots[head] for head in polarity.heads}


_EXCEPTIVE = frozenset(list_words("only until unless except besides"))


def _is_only_denial(
    claim: Words, mine: Sequence[int], evidence: Words, theirs: Sequence[int], negators: Sequence[int]
) -> bool:
    """Whether two stretches differ in a negator alone: no word with content stands on one side only."""
    ours = {claim.roots[i] for i in mine if i not in negators}
    others = {evidence.roots[j] for j in theirs if j not in negators}
    return not (ours ^ others) - {""}


def _are_other_words(  # noqa: PLR0917  # a stretch of each of two texts
    words: Words, polarity: Polarity, gap: Sequence[int], negator: int, other: Words, there: Sequence[int]
) -> bool:
    """Whether what a negator denies has gone with it, and another word stands in its place."""
    heads = [head for head, n in polarity.heads.items() if n == negator and head in gap]
    if not heads or any(words.roots[head] in _BELIEVING for head in heads):
        return False
    others = [other.keys[j] for j in there if other.roots[j]]
    return bool(others) and not any(
        words.roots[i]
        and (words.keys[i][:_STEM] == key[:_STEM] or compare_senses(words.keys[i], key) is Relation.NEAR)
        for i in gap
        for key in others
    )


_STEM = 5  # letters by which two forms are one verb's
_BELIEVING = frozenset(find_root(w, "en") for w in list_words("believe think say expect know suggest claim"))


def find_swapped_words(gaps: Sequence[Gap], claim: Words, evidence: Words) -> tuple[int, int] | None:
    """Two words that have changed places: "rebels took it from soldiers" for "soldiers took it from rebels".

    Indexes of the first in the claim and of what stands there in the evidence.
    """
    if len(gaps) > _FEW:
        return None
    sides = [
        ({claim.roots[i] for i in g.mine} - {""}, {evidence.roots[j] for j in g.theirs} - {""}) for g in gaps
    ]
    for a, (mine, theirs) in enumerate(sides):
        for other_mine, other_theirs in sides[a + 1 :]:
            if mine & other_theirs and other_mine & theirs and not mine & theirs:
                first = next(i for i in gaps[a].mine if claim.roots[i] in mine & other_theirs)
                return first, next(j for j in gaps[a].theirs if evidence.roots[j] in other_mine & theirs)
    return None


def find_exchanged_unit(gaps: Sequence[Gap], claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A unit or scale in another's place where no number stands before it: "days later" for "hours later"."""
    for gap in gaps:
        if len(gap.mine) != 1 or not gap.theirs:
            continue
        rounds = claim.keys[gap.mine[0]], evidence.keys[gap.theirs[-1]]
        if _ROUNDS.issuperset(rounds) and "final" in claim.keys[gap.mine[0] + 1 : gap.mine[0] + 3]:
            return gap.mine[0], gap.theirs[-1]
        # What the claim leaves out before the unit makes the gap longer on the other side.
        if _is_counted(claim, gap.mine[0]) != _is_counted(evidence, gap.theirs[-1]):
            continue  # "in a day" for "in 24 hours"
        mine, theirs = UNITS.get(claim.keys[gap.mine[0]]), UNITS.get(evidence.keys[gap.theirs[-1]])
        if mine and theirs and mine[0] == theirs[0] and mine[1] != theirs[1]:
            return gap.mine[0], gap.theirs[-1]
    return None


def _is_counted(words: Words, at: int) -> bool:
    """Whether a number stands before a unit."""
    before = words.keys[at - 1] if at else ""
    return before[:1].isdecimal() or before in CARDINALS["en"]


_ROUNDS = frozenset(("semi", "quarter", "semifinal", "quarterfinal"))
_FEW = 4  # gaps beyond which a claim is a paraphrase


def find_dropped_head(gaps: Sequence[Gap], claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A person left out before "of", so that the claim is about somebody else: "the widow of the painter".

    Also a "deputy" or "vice" before an office. Indexes of what the claim has instead, and of the word.
    """
    for gap in gaps:
        tail = [evidence.keys[j] for j in gap.theirs[-2:]]
        if not gap.mine and ("of" in tail[-1:] or tail == ["of", "the"]):
            head = next((j for j in gap.theirs[-_BESIDE:] if evidence.keys[j] in RELATIONS), None)
            if head is not None and evidence.keys[head] not in claim.key_set:
                after = gap.theirs[-1] + 1
                found = next((i for i, k in enumerate(claim.keys) if k == evidence.keys[after]), None)
                return (found, head) if found is not None else None
    for j, key in enumerate(evidence.keys[:-2]):
        if key in _BELOW and key not in claim.key_set and evidence.keys[j + 1] in TITLES:
            office = evidence.keys[j + 1 : j + 3]
            found = next((i for i in range(len(claim)) if claim.keys[i : i + 2] == office), None)
            if found is not None:
                return found, j
    return None


_BESIDE = 4  # words before what somebody belongs to among which they stand
_BELOW = frozenset(list_words("deputy vice acting shadow assistant interim"))


def find_dropped_particle(gaps: Sequence[Gap], claim: Words, evidence: Words) -> Turn | None:
    """An "off" or "down" left out after its verb: "called off their strike" as "called a strike"."""
    for gap in gaps:
        first = gap.theirs[0] if gap.theirs else 0
        if first and evidence.keys[first] in ("off", "down") and evidence.roots[first - 1]:
            kept = evidence.keys[first] not in claim.key_set and evidence.roots[first - 1] in claim.root_set
            if kept and not any(claim.roots[i] for i in gap.mine):
                return Turn(claim.roots.index(evidence.roots[first - 1]), first)
    return None


class Exchanged(NamedTuple):
    """A word of the claim that stands in another's place: indexes, and whether it means the opposite."""

    found: int
    expected: int
    opposite: bool


def _is_shortfall(claim: Words, mine: Sequence[int], evidence: Words, theirs: Sequence[int]) -> bool:
    """Whether both sides of a gap say by how much something is missed: "two points short of", "behind"."""
    one, other = (frozenset(w.keys[i] for i in part) for w, part in ((claim, mine), (evidence, theirs)))
    return any("short" in a and not _SHORT_OF.isdisjoint(b) for a, b in ((one, other), (other, one)))


_SHORT_OF = frozenset(("behind", "below", "under", "shy", "less"))


def find_exchanged_word(gaps: Sequence[Gap], claim: Words, evidence: Words) -> Exchanged | None:
    """A word in the place of one that it can be no other word for: "heroin" for "cocaine".

    >>> from summarizer.check.lexicon.words import split_words
    >>> claim, evidence = (split_words(f"Police found some {w} in a crate.", "en") for w in ("tea", "salt"))
    >>> find_exchanged_word(align_words(claim, evidence), claim, evidence)
    Exchanged(found=3, expected=3, opposite=False)
    """
    if len(gaps) > _FEW_WORDS:
        return None
    theirs, mine = evidence.root_set, claim.root_set
    for gap in gaps:
        if not NEGATORS["en"].isdisjoint(
            (*(claim.keys[i] for i in gap.mine), *(evidence.keys[j] for j in gap.theirs))
        ):
            continue
        same = {claim.roots[i] for i in gap.mine} & {evidence.roots[j] for j in gap.theirs}
        ours = [i for i in gap.mine if claim.roots[i] and claim.roots[i] not in same]
        others = [
            j
            for j in gap.theirs
            if (evidence.roots[j] or evidence.keys[j] == "same") and evidence.roots[j] not in same
        ]
        if gap.mine and gap.theirs and claim.keys[gap.mine[-1]] == "of" != evidence.keys[gap.theirs[-1]]:
            continue  # "the head of Holm" for "who runs the brewer Holm"
        if _is_shortfall(claim, gap.mine, evidence, gap.theirs):
            continue
        if len(ours) == len(others) == _WORDS_REPLACED and (
            pair := _find_exchanged_pair(claim, ours, evidence, others)
        ):
            return pair
        if len(gaps) == 1 and (pair := _find_exchanged_compound(claim, ours, evidence, others)):
            return pair
        if len(ours) != 1 or not 1 <= len(others) <= _WORDS_REPLACED:
            continue
        i = ours[0]
        if (
            claim.roots[i] in theirs
            or claim.keys[i] in OPEN["en"]
            or claim.roots[i] in _LIGHT
            or not _is_plain_word(claim, i)
        ):
            continue
        if not _WEIGHTY.isdisjoint(evidence.keys[j] for j in gap.theirs):
            continue  # "predates" for "was written before"
        if any(evidence.keys[j] in OPEN["en"] or evidence.roots[j] in _LIGHT for j in others):
            continue  # a reservation said in another way, or a verb whose object says what is done
        if any(evidence.roots[j] in mine or not _is_plain_word(evidence, j) for j in others):
            continue
        if any(
            claim.keys[i].startswith(k) or k.startswith(claim.keys[i])
            for k in map(evidence.keys.__getitem__, others)
        ):
            continue  # "firefighters" for "fire crews"
        if _LESS.isdisjoint(claim.keys[i - 1 : i]) != _LESS.isdisjoint(
            evidence.keys[others[0] - 1 : others[0]]
        ):
            continue  # "the least expensive" for "the cheapest"
        if (
            is_past(claim.keys[i])
            and is_past(evidence.keys[others[-1]])
            and is_passive(claim, i) != is_passive(evidence, others[-1])
        ):
            continue  # "lost to" for "was thrashed by"
        found = [_compare(claim, i, evidence, j) for j in others]
        if Relation.OPPOSITE in found:
            return Exchanged(i, others[found.index(Relation.OPPOSITE)], opposite=True)
        if all(relation is Relation.FAR for relation in found) and _are_of_one_sort(
            claim, evidence, gap, i, others
        ):
            return Exchanged(i, others[-1], opposite=False)
    return None


def _find_exchanged_pair(
    claim: Words, ours: Sequence[int], evidence: Words, others: Sequence[int]
) -> Exchanged | None:
    """A noun and one that says which, in the place of two others: "lorry drivers" for "crane operators"."""
    read = []
    for words, pair, rest in ((claim, ours, evidence), (evidence, others, claim)):
        between = words.keys[pair[0] + 1 : pair[1]]
        if between and "of" not in between:
            return None
        which, what = pair[::-1] if between else pair  # "the speaker of parliament"
        if words.roots[which] in rest.root_set or not all(
            _is_plain_word(words, i) and (is_thing(words.keys[i]) or words.keys[i] in TITLES) for i in pair
        ):
            return None
        read.append((which, what))
    (which, what), (other_which, other_what) = read
    crossed = ((which, other_which), (which, other_what), (what, other_which))
    if all(compare_senses(claim.keys[i], evidence.keys[j]) is Relation.FAR for i, j in crossed):
        return Exchanged(what, other_what, opposite=False)
    return None


def _find_exchanged_compound(
    claim: Words, ours: Sequence[int], evidence: Words, others: Sequence[int]
) -> Exchanged | None:
    """A noun of several words in the place of one of fewer or more: "fire engine" for "ambulance"."""
    if not ours or not others or len(ours) == len(others) or max(len(ours), len(others)) > _COMPOUND:
        return None
    for words, found, rest in ((claim, ours, evidence), (evidence, others, claim)):
        if found[-1] - found[0] >= len(found) or any(
            words.roots[i] in rest.root_set or not _is_plain_word(words, i) or not is_thing(words.keys[i])
            for i in found
        ):
            return None
    pairs = [(i, j) for i in ours for j in others]
    if any(
        claim.keys[i].startswith(evidence.keys[j]) or evidence.keys[j].startswith(claim.keys[i])
        for i, j in pairs
    ):
        return None  # "fire crews" for "firefighters"
    if all(_compare(claim, i, evidence, j) is Relation.FAR for i, j in pairs):
        return Exchanged(ours[-1], others[-1], opposite=False)
    return None


def _are_of_one_sort(claim: Words, evidence: Words, gap: Gap, i: int, others: Sequence[int]) -> bool:
    """Whether a word stands in another's place, and not in that of a phrase with a preposition, or an adverb.

    "Ahead of schedule" and "started deliberately" may mean what one word does and share no sense with it.
    """
    if len(others) == 1:
        return True
    inner = {evidence.keys[n] for n in range(others[0], others[-1]) if n in gap.theirs}
    manner = [evidence.keys[j].endswith("ly") for j in others]
    return "of" not in inner and any(manner) == claim.keys[i].endswith("ly")


def _compare(claim: Words, i: int, evidence: Words, j: int) -> Relation:
    """How two words stand to each other, where words on one side of a pair of opposites count as near."""
    axes = AXES["en"]
    a, b = axes.get(claim.roots[i]), axes.get(evidence.roots[j])
    if a and b:
        sides = {(x.pair, x.sign) for _, entries in a for x in entries}
        if is_passive(claim, i) and is_passive(evidence, j):
            # "Was sold" and "was bought".
            sides |= {(x.pair, -x.sign) for _, entries in a for x in entries if x.parties}
        if any((x.pair, x.sign) in sides for _, entries in b for x in entries):
            return Relation.NEAR
    return compare_senses(_with_particle(claim, i), _with_particle(evidence, j))


_LIGHT = frozenset(
    find_root(w, "en")
    for w in list_words(
        "make take become get give put set go come keep bring work run turn leave let move use call carry "
        "stand stood reach hit total"
    )
)
_LESS = frozenset(("less", "least"))
_WEIGHTY = frozenset(("before", "after", "against", "without"))
_FEW_WORDS = 3
_WORDS_REPLACED = 2
_COMPOUND = 3  # words of a noun: "air traffic controllers"


def _is_plain_word(words: Words, i: int) -> bool:
    """Whether a word is no name, number or unit, whose own checks judge it."""
    token, key = words.tokens[i], words.keys[i]
    before = words.tokens[i - 1] if i else ""
    named = before[:1].isupper() and not words.initial[i - 1] and words.keys[i - 1] not in TITLES
    plain = token[0].islower() or words.initial[i] or (key in TITLES and not named)  # "White House"
    return plain and key.isalpha() and key not in _COUNTING


_COUNTING = frozenset((*UNITS, *CARDINALS["en"], *FRACTIONS, *MULTIPLES, *ORDINALS, *SCALES["en"], *VAGUE))


def _with_particle(words: Words, i: int) -> str:
    """A verb with the particle after it: "called_off"."""
    following = words.keys[i + 1] if i + 1 < len(words) else ""
    phrase = f"{words.keys[i]}_{following}"
    return phrase if following in _PARTICLES and is_known(phrase) else words.keys[i]


_PARTICLES = frozenset(list_words("up down off out on in over away back through together apart aside"))


# "Drive up" and "drive down".
_PARTICLE_PAIRS = frozenset(
    (
        ("up", "down"),
        ("on", "off"),
        ("in", "out"),
        ("into", "out"),
        ("with", "without"),
        ("if", "unless"),
        ("for", "against"),
        ("during", "before"),
        ("during", "after"),
        ("throughout", "before"),
        ("throughout", "after"),
        ("within", "beyond"),
        ("inside", "outside"),
        ("despite", "because"),
        ("although", "because"),
        ("before", "after"),
        ("above", "below"),
        ("until", "after"),
        ("even if", "unless"),
        ("together with", "without"),
        ("along with", "without"),
        ("thanks to", "despite"),
        ("because of", "despite"),
        ("including", "except"),
    )
)


def _is_denied_behind(polarity: Polarity, at: int) -> bool:
    """Whether the clause that an "if" or "unless" opens has a negator."""
    return any(at < n < at + _CONDITION for n in polarity.negators)


def _are_prefixed(a: str, b: str) -> bool:
    """Whether two words are one with opposite prefixes: "underweighed" and "overweighed"."""
    return any(
        one.startswith(x) and other.startswith(y) and one[len(x) :] == other[len(y) :]
        for x, y in _PREFIX_PAIRS
        for one, other in ((a, b), (b, a))
    )


_PREFIX_PAIRS = (
    ("under", "over"),
    ("pre", "post"),
    ("pro", "anti"),
    ("up", "down"),
    ("in", "out"),
    ("im", "ex"),
)
_CONDITION = 10  # words of a condition


def find_exchanged_opposite(
    gaps: Sequence[Gap], claim: Words, mine: Polarity, evidence: Words, theirs: Polarity
) -> Turn | None:
    """An opposite in a word's place."""
    if not gaps:
        return None
    ours: dict[int, list[Opposite]] = {}
    others: dict[int, list[Opposite]] = {}
    for listed, polarity in ((ours, mine), (others, theirs)) if find_met(mine, theirs) else ():
        for opposite in polarity.opposites:
            listed.setdefault(opposite.at, []).append(opposite)
    for gap in gaps:
        if 1 <= len(gap.mine) <= _WORDS_REPLACED and 1 <= len(gap.theirs) <= _WORDS_REPLACED:
            pair = " ".join(claim.keys[i] for i in gap.mine), " ".join(evidence.keys[j] for j in gap.theirs)
            if "unless" in pair and _is_denied_behind(mine, gap.mine[0]) != _is_denied_behind(
                theirs, gap.theirs[0]
            ):
                continue  # "if it does not pay" for "unless it pays"
            if pair in _PARTICLE_PAIRS or pair[::-1] in _PARTICLE_PAIRS:
                return Turn(gap.mine[0], gap.theirs[0])
        if gap.mine and gap.theirs and _are_prefixed(claim.keys[gap.mine[0]], evidence.keys[gap.theirs[0]]):
            return Turn(gap.mine[0], gap.theirs[0])
        same = {evidence.roots[j] for j in gap.theirs}
        for i in gap.mine if ours else ():
            for j in gap.theirs:
                if claim.roots[i] in same and claim.roots[i]:
                    break  # the very word stands there, too
                met = [(a, b) for a in ours.get(i, ()) for b in others.get(j, ()) if a.pair == b.pair]
                if any(a.sign == b.sign for a, b in met):
                    continue  # "dropped" and "lifted" the veto
                if ("unless" in claim.key_set) != ("unless" in evidence.key_set) and (
                    mine.denied[i] + theirs.denied[j]
                ) % 2:
                    continue  # "if it does not withdraw" for "unless it drops"
                if any(is_one_deal(a, b) for a, b in met) or (
                    any(a.parties for a, _ in met) and is_passive(claim, i) != is_passive(evidence, j)
                ):
                    continue  # "was sold" and "was bought", "was beaten by" and "lost to"
                if any(a.root != b.root for a, b in met):
                    return Turn(i, j)
    return None
