"""Whether a claim says the opposite of its evidence: by a negation more or less, or by an opposite word.

A word that claim and evidence share with different polarity is a difference where a negator denies it.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.comparison.said_otherwise import is_contrast, is_rest, is_said_otherwise, read_near
from summarizer.check.lexicon.function_words import POSSESSIVES
from summarizer.check.lexicon.polarity_words import (
    AUXILIARIES,
    BREAKS,
    CLAUSE_WORDS,
    DETERMINERS,
    EXCEPTIVE,
    FALSITY,
    JOINTS,
    NEGATORS,
    PREDICATES,
    QUOTES,
    SAYING,
    SENTENCE_ENDS,
)
from summarizer.check.lexicon.senses import Relation, compare_senses
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.contrasts import find_contrasts
from summarizer.check.passage.polarity import (
    CONTEXT,
    COUNTS,
    Opposite,
    Polarity,
    Turn,
    begins_clause,
    find_met,
    find_next,
    is_before_number,
    is_passive,
    look_around,
    share_side,
)


def compare_negation(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """The first word that one text denies and the other says; None where there is none.

    Args:
        claim: the claim's words.
        mine: the claim's polarity.
        evidence: the evidence's words.
        theirs: the evidence's polarity.
    """
    if not may_be_turned(claim, mine, evidence, theirs):
        return None
    turn = _find_denied_word(claim, mine, evidence, theirs)
    if turn is None or is_said_otherwise(claim, mine, evidence, theirs):
        return None
    if _tells_another_clause(claim, mine, evidence, theirs, turn):
        return None
    return None if calls_false(claim, mine, evidence, theirs) else turn


def _tells_another_clause(
    claim: Words, mine: Polarity, evidence: Words, theirs: Polarity, turn: Turn
) -> bool:
    """Whether a claim's verb stands in another clause of the evidence than what that denies.

    "The farmers were given two weeks" for "refused to halt the sale to farmers, but gave them two weeks".
    """
    found, negator = turn
    if found is None or negator not in theirs.negators or evidence.keys[negator - 1] in JOINTS:
        return False
    verb = next((i for i in range(found + 1, len(claim)) if is_past(claim.keys[i]) and claim.roots[i]), None)
    if (
        verb is None
        or mine.denied[verb]
        or claim.keys[verb] in SAYING
        or is_past(claim.keys[found])
        or claim.keys[found - 1] in AUXILIARIES
        or claim.roots[found] == evidence.roots[negator + 1]
    ):
        return False
    others = claim.root_set - {claim.roots[verb]}
    return any(
        j > negator
        and not theirs.denied[j]
        and not _CLAUSE_LINKS.isdisjoint(evidence.keys[negator:j])
        and not others.isdisjoint(evidence.roots[j + 1 :])
        for j in theirs.places.get(claim.roots[verb], ())
    )


_CLAUSE_LINKS = CLAUSE_WORDS | {"and"}


def may_be_turned(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> bool:
    """Whether one of two texts, or a clause of it, may deny what the other says: by a word or a prefix."""
    return not (
        _NEGATORS.isdisjoint(claim.key_set)
        and _NEGATORS.isdisjoint(evidence.key_set)
        and not mine.negators
        and not theirs.negators
        and mine.places.keys().isdisjoint(theirs.prefixed)
        and theirs.places.keys().isdisjoint(mine.prefixed)
    )


_NEGATORS = frozenset[str]().union(*NEGATORS.values())


def _find_denied_word(  # noqa: PLR0915  # one case after the other, in the order in which they decide
    claim: Words, mine: Polarity, evidence: Words, theirs: Polarity
) -> Turn | None:
    if cancel_out(claim, mine, theirs) or cancel_out(evidence, theirs, mine):
        return None
    german = claim.language == "de"
    if german and len(mine.negators) != len(theirs.negators) and mine.weak == theirs.weak:
        # German denies forwards and backwards, so only the number of denials tells, in texts that match.
        common = [r for r in mine.places if r in theirs.places]
        if 10 * len(common) >= 7 * len(mine.places):
            return Turn(min(mine.negators, default=None), min(theirs.negators, default=None))
    if mine.vague or theirs.vague or _agree_by_opposites(mine, theirs):
        return None
    short = mine.short or theirs.short
    excused = mine.weak != theirs.weak and bool(mine.weak ^ theirs.weak)
    mismatched: list[tuple[int, int, str]] = []
    matched: set[str] = set()
    for root, indexes in mine.places.items():
        others = theirs.places.get(root)
        flip = 0
        if others is None:
            others, flip = theirs.prefixed.get(root), 1
            if others is None:
                continue
        if _meet(mine, indexes, theirs, others, flip):
            if moved := _find_moved(claim, mine, indexes, evidence, theirs, others):
                mismatched.append((*moved, root))
            elif mine.negators and any(mine.denied[i] % 2 for i in indexes):
                matched.add(root)
        elif not _is_same_use(claim, indexes[0], evidence, others[0]) or (flip and short):
            continue
        elif flip:
            if "only" in mine.weak ^ theirs.weak and len(mine.negators) != len(theirs.negators):
                continue  # "the unvaccinated were not let in" for "only the vaccinated were"
            if _is_governed(claim, indexes[0], evidence) or _is_governed(evidence, others[0], claim):
                continue  # "did not question his honesty" for "never said he was dishonest"
            return Turn(indexes[0], others[0])
        elif not (
            _is_leaning(mine, indexes, theirs, others)
            or _is_elided(claim, mine, indexes[0], theirs, others)
            or _is_elided(evidence, theirs, others[0], mine, indexes)
        ):
            mismatched.append((indexes[0], others[0], root))
    # What stands without denial under a word that the other text lacks may be denied by that word ("shuns").
    mismatched = [
        m
        for m in mismatched
        if not (
            _is_governed(evidence, m[1], claim)
            if mine.denied[m[0]] % 2
            else _is_governed(claim, m[0], evidence)
        )
    ]
    mismatched = [m for m in mismatched if not _is_only_asked(claim, mine, m[0], evidence, theirs, m[1])]
    for root, indexes in mine.prefixed.items() if not short else ():
        others = theirs.places.get(root)
        if others and root not in mine.places and not any(i in theirs.prefixed.get(root, ()) for i in others):
            full = next((r for r, places in mine.places.items() if indexes[0] in places), "")
            if full in theirs.places or (
                "only" in mine.weak ^ theirs.weak and len(mine.negators) != len(theirs.negators)
            ):
                continue
            if not _meet(mine, indexes, theirs, others, 1):
                return Turn(indexes[0], others[0])
    if not mismatched:
        return None
    mine_leads = [
        m
        for m in mismatched
        if not (theirs.short and m[1] not in theirs.negators)  # "he did not": it may be denied there
        and m[0] in mine.heads
        and _is_denied_fact(claim, mine, m[0], evidence, theirs, m[1])
        and not _is_excused(evidence, theirs, m[1], mine)
    ]
    their_leads = [
        m
        for m in mismatched
        if not (mine.short and m[0] not in mine.negators)
        and m[1] in theirs.heads
        and _is_denied_fact(evidence, theirs, m[1], claim, mine, m[0])
        and not _is_excused(claim, mine, m[0], theirs)
    ]
    balanced = mine.heads and _count_denials(claim, mine, evidence) == _count_denials(evidence, theirs, claim)
    if balanced and (matched or not (mine_leads and their_leads)):
        free = next(
            (
                m
                for m in mine_leads
                if mine.heads[m[0]] not in mine.predicates and not _may_be_denied(evidence, theirs, m[1])
            ),
            None,
        )
        if free:
            return Turn(mine.heads[free[0]], free[1])
        affirmed = next((m for m in mine_leads if _is_affirmed(evidence, m[1])), None)
        if affirmed and not matched:
            return Turn(mine.heads[affirmed[0]], affirmed[1])  # "agreed to pay", "refused to pay"
        return None  # as many denials on both sides, and none has moved from one word to another
    if excused and not (mine_leads or their_leads):
        return None
    shared = {m[2] for m in mismatched}
    if mine_leads:
        return Turn(mine.heads[mine_leads[0][0]], mine_leads[0][1])
    if their_leads:
        return Turn(their_leads[0][0], theirs.heads[their_leads[0][1]])
    if excused or matched or short:
        return None
    # The denied word itself is said in another way: most of what the negator covers must be shared.
    for one, other, side in ((theirs, mine, 1), (mine, theirs, 0)):
        if other.heads:
            continue
        named = evidence if one is theirs else claim
        for negator, covered in one.covers.items():
            if named.keys[negator] not in PREDICATES and any(n == negator for n in one.heads.values()):
                continue  # another verb denied: "has not left home" for "was at home"
            both = covered & shared
            if len(both) >= 2 and 2 * len(both) >= len(covered):
                i, j, _ = next(m for m in mismatched if m[2] in both)
                return Turn(i, negator) if side else Turn(negator, j)
    return None


def _is_excused(words: Words, polarity: Polarity, at: int, other: Polarity) -> bool:
    """Whether something leans against a word that a text does not deny, as nothing does in the other text.

    It stands in the word's clause, leaves something out ("only"), or turns down all of it ("which she
    disputes").
    """
    return any(
        name not in other.weak
        and (
            (name in EXCEPTIVE and (name != "only" or BREAKS.isdisjoint(words.keys[min(at, i) : max(at, i)])))
            or "which" in words.keys[at + 1 : i]
            or _is_one_clause(words, min(at, i), max(at, i))
        )
        for i, name in polarity.leaning.items()
        if i != at
        and not polarity.denied[i] % 2  # "without a vote against"
        and not (i > at and words.keys[i - 1] == "that")  # "caused the fault that stopped the trams"
    )


def _may_be_denied(words: Words, polarity: Polarity, at: int) -> bool:
    """Whether a negator stands in the clause of a word: then it may deny it in words of its own."""
    return any(
        _is_one_clause(words, min(at, n), max(at, n))
        for n in polarity.negators
        if n != at and not (n > at and words.keys[n] == "without")
    )


def _is_one_clause(words: Words, first: int, last: int) -> bool:
    """Whether nothing between two words ends a clause: no mark, no "but", no "and would"."""
    keys = words.keys
    return not any(
        keys[i] in BREAKS
        or keys[i] in CLAUSE_WORDS
        or (
            keys[i] in JOINTS and (not AUXILIARIES.isdisjoint(keys[i + 1 : i + 3]) or begins_clause(words, i))
        )
        for i in range(first + 1, last)
    )


def _is_denied_fact(  # noqa: PLR0917  # a word in each of two texts
    words: Words, polarity: Polarity, at: int, other: Words, theirs: Polarity, place: int
) -> bool:
    """Whether what a text denies of a word is what the other says.

    "No charges have been filed" denies the filing, not charges; who was "told not to land" may have landed.
    """
    negator = polarity.heads[at]
    owned = (
        negator + 3 < len(words)
        and words.keys[negator + 1] in POSSESSIVES
        and words.tokens[negator + 3][0].isupper()  # "not her cousin Emil"
    )
    if owned and words.roots[negator + 2] in other.root_set:
        return False
    if any(c.at == negator and c.frame.isdisjoint(other.root_set) for c in find_contrasts(words)):
        return False  # "Karl, not his nephew Emil, sang": who they are is another matter
    if _is_shared_denial(words, polarity, negator, other, theirs):
        return False
    verb = polarity.predicates.get(negator, at)
    if verb != at:
        if (words.roots[verb] or SAYING.get(words.keys[verb], "")) in theirs.places:
            return False  # the verb is judged for itself
        places = [
            j for j, key in enumerate(other.keys) if key[0].isalpha() and _is_near(words.keys[verb], key)
        ]
        places = [j for j in places if find_next(other.roots, j) == find_next(words.roots, verb)]
        if not places or any(theirs.denied[j] % 2 or _is_excused(other, theirs, j, polarity) for j in places):
            return False
    if words.keys[negator] == "no" and at == negator + 1 and other.keys[place - 1] in _DEFINITE:
        return False  # "there has been no treaty": not that "the treaty" never was
    if _is_supposed(other, place) and not _is_supposed(words, at):
        return False
    if words.keys[negator : negator + 2] == ["not", "to"]:
        told = not TELLING.isdisjoint(words.roots[max(0, negator - 5) : negator])
        return not told or other.keys[place - 1] == "to" or other.keys[place].endswith("ing")
    return True


def _is_shared_denial(words: Words, polarity: Polarity, negator: int, other: Words, theirs: Polarity) -> bool:
    """Whether a verb denies in both texts the same things, wherever one of them stands.

    "“The dam held,” said Bo, rejecting a claim that it had burst": he rejects the claim that the dam burst.
    """
    if words.keys[negator] not in PREDICATES:
        return False
    covered, root = polarity.covers.get(negator, set()), words.roots[negator]
    if is_denied_before(words, negator, other, theirs):
        return True
    return any(other.roots[n] == root and covered & theirs.covers.get(n, set()) for n in theirs.negators)


def is_denied_before(words: Words, negator: int, other: Words, theirs: Polarity) -> bool:
    """Whether the other text has the same verb deny what it has told before: "a charge that he denied"."""
    return words.keys[negator] in PREDICATES and any(
        root == words.roots[negator] and not theirs.denied[n] % 2 and _points_back(other, n)
        for n, root in enumerate(other.roots)
    )


def _points_back(words: Words, at: int) -> bool:
    """Whether what a verb denies is told before it: "a charge that he denied", "she doubted it"."""
    following = words.keys[at + 1] if at + 1 < len(words) else "."
    return following in BREAKS or following in QUOTES or following in ("it", "this", "so")


_DEFINITE = frozenset(list_words("the this that these those its their his her"))


def _is_supposed(words: Words, at: int) -> bool:
    """Whether a word stands in a condition: "had she been asked, she would have left"."""
    for step in range(at - 1, -1, -1):
        key = words.keys[step]
        if key == "if":
            return True
        begins = step == 0 or words.keys[step - 1] in BREAKS or words.keys[step - 1] in QUOTES
        if key in ("had", "were", "should") and begins:
            return True
        if key in BREAKS or key in QUOTES:
            return False
    return False


def _is_near(a: str, b: str) -> bool:
    if a in SAYING and find_root(b, "en") in _DISCLOSING:
        return True
    return compare_senses(a, b) is Relation.NEAR


_DISCLOSING = frozenset(
    find_root(w, "en") for w in list_words("disclose reveal announce explain declare acknowledge confirm")
)


TELLING = frozenset(
    find_root(w, "en") for w in list_words("warn ask urge order advise instruct beg persuade request implore")
) | {"told", "telling"}


def _is_leaning(mine: Polarity, indexes: Sequence[int], theirs: Polarity, others: Sequence[int]) -> bool:
    """Whether something leans against a word in one text that does not in the other."""
    ours, other = any(mine.soft[i] for i in indexes), any(theirs.soft[j] for j in others)
    return (ours or other) and not (ours and other and mine.weak and mine.weak == theirs.weak)


def _is_same_use(claim: Words, i: int, evidence: Words, j: int) -> bool:
    """Whether two forms of one root may be one predicate, about the same things.

    "Writer" is nothing that somebody "never wrote", and "officials said" says nothing of what they "have not
    said".
    """
    a, b = claim.keys[i], evidence.keys[j]
    if _names_doer(a, b) != _names_doer(b, a):
        return False
    if a in SAYING:
        return not read_near(claim, i, 1).isdisjoint(read_near(evidence, j, 1))
    near, others = (read_near(w, at, -1) | read_near(w, at, 1) for w, at in ((claim, i), (evidence, j)))
    if not near or not others or not near.isdisjoint(others):
        return True
    mine, theirs = _read_sentence(claim, i), _read_sentence(evidence, j)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _read_sentence(words: Words, at: int) -> frozenset[str]:
    """The content words around a word within its sentence, the word's own left out."""
    ends = [i for i, key in enumerate(words.keys) if key in SENTENCE_ENDS or key == "but"]
    first = max((i for i in ends if i < at), default=-1)
    last = min((i for i in ends if i > at), default=len(words))
    inside = range(first + 1, last)
    found = {words.roots[i] for i in inside if words.keys[i] not in COUNTS}
    return frozenset(found) - {"", words.roots[at]}


def _names_doer(key: str, other: str) -> bool:
    """Whether a word ends as "writer" does, and not as "order" does beside "ordered"."""
    return key.endswith(("er", "ers", "or", "ors")) and not other.startswith(key.removesuffix("s"))


def _is_elided(words: Words, polarity: Polarity, at: int, other: Polarity, places: Sequence[int]) -> bool:
    """Whether "not for cars" leaves out its verb, and the other text has a word with an opposite there."""
    negator = polarity.heads.get(at)
    return (
        negator is not None
        and words.keys[negator] in ("not", "nicht")
        and words.keys[negator + 1 : negator + 2] != []
        and words.keys[negator + 1] in _AFTER_ELISION
        and any(0 < j - o.at <= CONTEXT for j in places for o in other.opposites)
    )


_AFTER_ELISION = frozenset(list_words("for to in on by with from at"))


def _count_denials(words: Words, polarity: Polarity, other: Words) -> int:
    """How many negators a text has, but for those that set apart what the other does not speak of."""
    heads = {negator: words.roots[head] for head, negator in polarity.heads.items()}
    return sum(not is_contrast(words, n) or root in other.root_set for n, root in heads.items())


def cancel_out(words: Words, one: Polarity, other: Polarity) -> bool:
    """Whether a text denies twice in one clause what the other says without a denial."""
    if other.negators or len(one.negators) != 2:
        return False
    if "without" in (words.keys[n] for n in one.negators):
        return True  # "without a pass nobody may enter": one is needed
    first, second = one.negators
    between = words.keys[first:second]
    if "nor" in between:
        return False  # "neither paid nor refused to"
    return BREAKS.isdisjoint(between) and CLAUSE_WORDS.isdisjoint(between) and JOINTS.isdisjoint(between)


def calls_false(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> bool:
    """Whether one text denies by a verb what the other calls false: "denied it" for "it was false"."""
    return any(
        polarity.negators
        and not FALSITY.isdisjoint(other.key_set)
        and not FALSITY.isdisjoint(other.key_set - words.key_set)
        and any(words.keys[i].startswith(_DENYING) for i in polarity.negators)
        and not any(other.keys[i].startswith("den") for i in others.negators)  # "denied it, calling it false"
        for words, polarity, other, others in (
            (claim, mine, evidence, theirs),
            (evidence, theirs, claim, mine),
        )
    )


_DENYING = ("den", "reject", "dismiss", "not", "never", "no")


def _is_governed(words: Words, at: int, other: Words, *, noun: bool = False) -> bool:
    """Whether a word stands under a content word that the other text lacks and that may undo it.

    Args:
        words: the text with the word.
        at: the word's index.
        other: the other text.
        noun: ask only for a word with an article or the like before it.
    """
    if words.tokens[at][0].isupper() and not noun:
        # A name is denied as whoever does something: what it does is told after it.
        verb = next((r for r in words.roots[at + 1 : at + 5] if r), "")
        return bool(verb) and verb not in other.root_set and verb not in _AFFIRMING
    if noun and words.keys[at] in _SIDES:
        return False  # "damage to the left knee": no noun undoes a side
    determined = False
    for step in range(at - 1, max(-1, at - 5), -1):
        key, root = words.keys[step], words.roots[step]
        if key in BREAKS or key in CLAUSE_WORDS or key in JOINTS:
            return False
        determined |= key in DETERMINERS
        if root and not key.endswith("ly") and key not in _WHEN and key not in COUNTS:
            if step == at - 1 and words.keys[step - 1] in DETERMINERS and is_past(words.keys[at]):
                return False  # "the company knew": its subject
            if not noun and not _FINITE.isdisjoint(words.keys[step + 1 : at]):
                return False  # "several people were hurt"
            return (
                words.tokens[step].islower()
                and (determined or not noun)
                and root not in other.root_set
                and root not in _AFFIRMING
            )
    return False


def _is_only_asked(  # noqa: PLR0917  # a word in each of two texts
    claim: Words, mine: Polarity, at: int, evidence: Words, theirs: Polarity, place: int
) -> bool:
    """Whether one text denies what the other only wants of somebody: "have yet to pay, as the law asks"."""
    if mine.denied[at] % 2:
        return _is_only_asked(evidence, theirs, place, claim, mine, at)
    return _is_wanted(claim, at) and not _is_wanted(evidence, place)


def _is_wanted(words: Words, at: int) -> bool:
    """Whether somebody is only asked, or bound, to do something: "the law obliges firms to publish"."""
    if not at or words.keys[at - 1] != "to":
        return False
    near = range(max(0, at - _WANTING), at - 1)
    return words.keys[at - 2] == "not" or any(
        words.roots[j] in _ASKING and words.roots[j + 1 : at - 1] != [] for j in near
    )


_WANTING = 8  # words from a verb to what it wants somebody to do
_ASKING = frozenset(
    find_root(w, "en")
    for w in list_words(
        "oblige require compel order ask urge request instruct command expect call demand want"
    )
)


_SIDES = frozenset(list_words("left right northern southern eastern western"))


def _is_affirmed(words: Words, at: int) -> bool:
    """Whether a verb like "agree" governs a word: "agreed to pay"."""
    return words.keys[at - 1 : at] == ["to"] and at >= 2 and words.roots[at - 2] in _AFFIRMING


_FINITE = frozenset(list_words("was were is are has have had will would did does do"))
_WHEN = frozenset(
    list_words("later earlier now then again already soon today yesterday first finally since once")
)
# Verbs that leave what they govern as it is, or make it come true.
_AFFIRMING = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        agree admit confirm decide choose manage begin start continue vow pledge promise plan help
        receive find get hear see show reach achieve secure obtain produce win gain
        acknowledge concede recognise recognize realise realize remember recall regret boast reveal disclose
        prove demonstrate establish announce
        go went gone remain stay become deem consider far keep able willing ready eager dare put make take
        give lay place
        """
    )
)


def _agree_by_opposites(mine: Polarity, theirs: Polarity) -> bool:
    """Whether one text denies a word where the other has its opposite: "not guilty" for "acquitted"."""
    for word in mine.opposites:
        for other in theirs.opposites if (word.pair, word.sign) in theirs.sides else ():
            if word.pair == other.pair and word.sign == other.sign and word.root != other.root:
                if word.root in theirs.places or other.root in mine.places:
                    continue
                if (word.at in mine.negators) != (other.at in theirs.negators):
                    return True  # "refused permission" for "turned it down"
                about = not word.around or not other.around or not word.around.isdisjoint(other.around)
                if mine.denied[word.at] % 2 != theirs.denied[other.at] % 2 and about:
                    return True
    return False


def _meet(mine: Polarity, indexes: Sequence[int], theirs: Polarity, others: Sequence[int], flip: int) -> bool:
    """Whether a word has the same polarity in both texts at least once."""
    if len(indexes) == len(others) == 1:
        return (mine.denied[indexes[0]] + theirs.denied[others[0]] + flip) % 2 == 0
    ours = {mine.denied[i] % 2 for i in indexes}
    return any((theirs.denied[j] + flip) % 2 in ours for j in others)


def _find_moved(  # noqa: PLR0917  # a word's places in each of two texts
    claim: Words,
    mine: Polarity,
    indexes: Sequence[int],
    evidence: Words,
    theirs: Polarity,
    others: Sequence[int],
) -> tuple[int, int] | None:
    """Where a word that stands several times is denied in one text of what the other says: indexes in both.

    "Ann said her son had said so" for "her son never said so, said Ann".
    """
    key, before = claim.keys[indexes[0]], claim.keys[indexes[0] - 1]
    if len(others) < 2 or key in COUNTS or before[0].isdecimal() or not claim.tokens[indexes[0]].islower():
        return None
    read = _read_said if key in SAYING else _read_around
    near, around = {i: read(claim, i) for i in indexes}, {j: read(evidence, j) for j in others}
    for i in indexes:
        best = max(len(near[i] & around[j]) for j in others)
        places = [j for j in others if len(near[i] & around[j]) == best]
        if key in SAYING:
            subjects = read_near(claim, i, -1), read_near(evidence, places[0], -1)
            if all(subjects) and subjects[0].isdisjoint(subjects[1]):
                continue
            if not (near[i] and near[i] <= around[places[0]] and len(places) == 1):
                continue  # only who has said the very thing
        if (best < _ABOUT_THE_SAME and key not in SAYING) or any(
            (mine.denied[i] + theirs.denied[j]) % 2 == 0 for j in places
        ):
            continue
        if not any(
            (mine.denied[k] + theirs.denied[places[0]]) % 2 == 0 and len(near[k] & around[places[0]]) >= best
            for k in indexes
        ):
            return i, places[0]
    return None


def _read_around(words: Words, at: int) -> frozenset[str]:
    """The content words of a word's clause."""
    return read_near(words, at, -1) | read_near(words, at, 1)


def _read_said(words: Words, at: int) -> frozenset[str]:
    """The content words of what is said, after a verb of saying."""
    found = set()
    for i in range(at + 1, len(words)):
        if words.keys[i] in BREAKS or words.keys[i] in QUOTES:
            break
        found.add(words.roots[i])
    return frozenset(found) - {""}


def compare_opposites(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """The first word of the claim whose opposite the evidence has in its place; None where there is none."""
    if swapped := _compare_sides(claim, evidence):
        return swapped
    met = find_met(mine, theirs) if not theirs.elliptic else []
    if not met:
        return None
    if ("unless" in claim.key_set) != ("unless" in evidence.key_set):
        return None  # "will lose it unless they pay" for "must pay to keep it"
    crossed = _is_crossed(claim, evidence)
    by_pair: dict[int, list[Opposite]] = {}
    for other in theirs.opposites:
        by_pair.setdefault(other.pair, []).append(other)
    ours: dict[int, set[int]] = {}
    for word in mine.opposites:
        ours.setdefault(word.pair, set()).add(word.sign)
    for word in met:
        others = _list_others(word, met, by_pair)
        if (
            (word.soft and mine.weak != theirs.weak)
            or (word.near and not any(_stand_alike(word, o) for o in others))
            or (crossed and claim.keys[word.at] in (*_MORE, *_LESS))
            or (is_before_number(claim, word.at) and all(is_before_number(evidence, o.at) for o in others))
            or (claim.keys[word.at] in ("many", "few") and "than" in evidence.key_set - claim.key_set)
        ):
            continue
        if len({_is_edge_of_time(o) for o in (word, *others)}) > 1:
            continue  # "began by the end of the year"
        both = len(ours[word.pair]) > 1 or len({o.sign for o in others}) > 1
        counted = None if word.parties else _compare_counted(word, others)
        if counted is not None:
            if counted.sign == word.sign or counted.root == word.root or word.soft != counted.soft:
                continue
            return Turn(word.at, counted.at)
        others = _leave_out_others(word, others)
        scored = [(_count_shared(word, o), o) for o in others]
        best = max((score for score, _ in scored), default=0)
        if not best or (
            best < _ABOUT_THE_SAME
            and not any(_are_superlatives(word, o) for score, o in scored if score == best)
            and not any(_is_bound(word, o) for score, o in scored if score == best)
        ):
            continue
        nearest = [o for score, o in scored if score == best]
        if _is_governed(claim, word.at, evidence, noun=True) or any(
            _is_governed(evidence, o.at, claim, noun=True) for o in nearest
        ):
            continue  # "overturned the ban" allows
        if any(o.sign == word.sign or o.soft != word.soft or o.root == word.root for o in nearest):
            continue
        if any(share_side(word, o, mine, theirs) for o in nearest):
            continue
        if any(
            share_side(word, o, mine, theirs) and _count_shared(word, o) >= best for o in theirs.opposites
        ):
            continue  # the evidence has it in another word: "won seats", "gained seats but lost votes"
        if any(mine.denied[word.at] % 2 != theirs.denied[o.at] % 2 for o in nearest) and (
            mine.elliptic
            or "only" in mine.weak ^ theirs.weak
            or is_said_otherwise(claim, mine, evidence, theirs)
        ):
            continue
        if word.root in _ORDER and (mine.elliptic or mine.bounds):
            continue  # "not until after Easter" for "unlikely before Easter"
        if both and not any(_is_bound(word, o) for o in nearest):
            continue  # a text with both opposites says each of something else
        if len({o.sign for o in others}) > 1 and (
            any(_is_undone_later(o, others) for o in nearest)
            or (_is_most(word) and any(o.sign == word.sign and _is_most(o) for o in others))
        ):
            continue  # "a man arrested on Monday was released", "the cheapest beat the dearest"
        if all(_is_about_else(word, o) and not _are_superlatives(word, o) for o in nearest):
            continue
        denied = mine.denied[word.at] % 2
        if any(
            denied != theirs.denied[o.at] % 2
            and (_may_be_undone(o, claim) if denied else _may_be_undone(word, evidence))
            for o in nearest
        ):
            continue
        if any(
            o.sign == word.sign
            and (score >= best or not o.before or (o.root == word.root and (score or not o.after)))
            for score, o in scored
        ):
            continue  # the evidence has the very word, or one on its side, for something near
        return None if is_rest(claim, evidence) else Turn(word.at, nearest[0].at)
    return None


def _list_others(
    word: Opposite, met: Sequence[Opposite], by_pair: dict[int, list[Opposite]]
) -> list[Opposite]:
    """The words of the evidence that a word may be the opposite of.

    Who beats somebody is lost to: of two such words only the pair that minds the parties decides.
    """
    others = by_pair[word.pair]
    if word.parties:
        return others
    turnable = {other.at for w in met if w.parties and w.at == word.at for other in by_pair[w.pair]}
    return [other for other in others if other.at not in turnable]


def _leave_out_others(word: Opposite, others: Sequence[Opposite]) -> list[Opposite]:
    """The words that may be a word's opposite, without those of another deal, doer or number."""
    doer, number = names_party(word), read_number(word)
    return [
        o
        for o in others
        if names_party(o) == doer and not is_one_deal(word, o) and not (number and _counts_else(o, number))
    ]


def _compare_counted(word: Opposite, others: Sequence[Opposite]) -> Opposite | None:
    """The one word of the evidence that the same number follows: "fell to 8.3" for "climbed to 8.3"."""
    number = read_number(word)
    found = [o for o in others if number and read_number(o) == number]
    return found[0] if len(found) == 1 else None


def read_number(word: Opposite) -> str:
    """The number that follows a word directly: "rose to 8.3", "fell by more than 40"."""
    for key in word.words.keys[word.last + 1 : word.last + _COUNTED]:
        if key[0].isdecimal():
            return key
        if key not in ("by", "to") and (not key[0].isalnum() or key in _UNCOUNTED):
            break
    return ""


def _counts_else(word: Opposite, number: str) -> bool:
    """Whether another number than one follows a word, and that one stands in another clause."""
    own, words = read_number(word), word.words
    if not own or own == number or number not in words.key_set:
        return False
    place = words.keys.index(number)
    return not _is_one_clause(words, min(place, word.at), max(place, word.at))


_UNCOUNTED = CLAUSE_WORDS | JOINTS | frozenset(list_words("in on at since during for from until that with"))


def names_party(word: Opposite) -> bool:
    """Whether a word names whoever does something: "builders" do what "construction" is, a "buyer" buys."""
    return word.words.keys[word.at].endswith((*_DOERS, "er", "or") if word.parties else _DOERS)


_DOERS = ("ers", "ors")


def is_one_deal(word: Opposite, other: Opposite) -> bool:
    """Whether two verbs say one thing of what changes hands: "two tonnes were sold", "were bought"."""
    return (
        word.parties
        and is_passive(word.words, word.at)
        and is_passive(other.words, other.at)
        and any("by" not in o.words.keys[o.last + 1 : o.last + _SIDE] for o in (word, other))
    )


_COUNTED = 5  # words after a verb among which the number stands that it counts


def _is_edge_of_time(word: Opposite) -> bool:
    """Whether a word is where something begins or ends: "by the end of the year"."""
    keys = word.words.keys
    return keys[word.at] in _EDGES and keys[word.at + 1 : word.at + 2] == ["of"]


_EDGES = frozenset(("end", "start", "beginning", "close", "outset"))


def _is_undone_later(word: Opposite, others: Sequence[Opposite]) -> bool:
    """Whether a word only describes somebody of whom its sentence then says the opposite."""
    words = word.words
    before = words.keys[word.at - 1] if word.at else "."
    describes = before in _RELATIVE or (
        is_past(words.keys[word.at]) and words.tokens[word.at][0].islower() and bool(words.roots[word.at - 1])
    )
    return describes and any(
        o.sign != word.sign
        and o.at > word.at
        and not AUXILIARIES.isdisjoint(words.keys[max(0, o.at - _HELPED) : o.at])
        and SENTENCE_ENDS.isdisjoint(words.keys[word.at : o.at])
        for o in others
    )


_RELATIVE = frozenset(("who", "which"))
_HELPED = 3  # words before a verb among which its auxiliary stands


def _stand_alike(a: Opposite, b: Opposite) -> bool:
    """Whether the next two content words after two opposites are the same: "the upper end of forecasts"."""
    return len(a.after) > 1 and a.after[:2] == b.after[:2] and not (a.soft or b.soft)


def _are_superlatives(a: Opposite, b: Opposite) -> bool:
    """Whether two opposites are both the most of something: "the coldest night", "the warmest"."""
    return all(o.words.keys[o.at].endswith("est") for o in (a, b))


def _is_most(word: Opposite) -> bool:
    """Whether a word is a superlative: "dearest", "most expensive"."""
    keys = word.words.keys
    return keys[word.at].endswith("est") or (word.at > 0 and keys[word.at - 1] in ("most", "least"))


def _is_about_else(a: Opposite, b: Opposite) -> bool:
    """Whether what follows two opposites has nothing in common, nor has what stands right before them."""
    if a.root in _ORDER or not a.after or not b.after or not set(a.after).isdisjoint(b.after):
        return False
    return not _is_bound(a, b)


def _is_bound(a: Opposite, b: Opposite) -> bool:
    """Whether the nearest word before, or after, two opposites is the same."""
    mine, theirs = _find_subject(a), _find_subject(b)
    return bool((mine and mine == theirs) or (a.after and b.after and a.after[0] == b.after[0]))


def _find_subject(word: Opposite) -> str:
    """The nearest word before an opposite, over verbs that leave it as it is: "prices kept climbing"."""
    return next((r for r in word.before if r not in _KEEPING), "")


_KEEPING = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        keep continue begin start go want plan intend aim seek hope agree decide vow promise pledge propose
        prepare expect manage try attempt mean wish
        """
    )
)


def _may_be_undone(word: Opposite, words: Words) -> bool:
    """Whether before a word of the other text stands one that this text lacks, and that may deny it."""
    return not (words.root_set | _AFFIRMING).issuperset(word.before)


_ORDER = frozenset(("before", "after"))
_NEXT = 3  # words after "before" that say what
_ABOUT_THE_SAME = 2  # what the words around two opposites must count together, if the nearest differ
_SUBJECT = 2  # what the nearest word before counts: it says what rises or falls


def _count_shared(a: Opposite, b: Opposite) -> int:
    """How much two words are about the same: by the word before them first, then by all around them."""
    if a.root in _ORDER:
        # "X before Y" is "Y after X": opposite only where the same thing follows.
        same, crossed = (
            set(a.after[:_NEXT]) & set(b.after[:_NEXT]),
            set(a.before) & set(b.after) or set(a.after) & set(b.before),
        )
        if same and not (a.after[0] in same or b.after[0] in same):
            return 0  # "before the end for a foul", "after a foul"
        return len(same) if same and not crossed else 0
    mine, theirs = a.before, b.before
    subject = bool(mine and theirs and _find_subject(a) == _find_subject(b) != "")
    if a.parties and _is_told_from_there(a, b):
        return 0
    if a.parties:
        return _SUBJECT if subject or set(a.before) & set(b.before) else 0
    if not subject and (_open_alike(a, b) or _are_named_alike(a, b)):
        subject = True
    return _SUBJECT * subject + len(a.around & b.around)


def _open_alike(a: Opposite, b: Opposite) -> bool:
    """Whether two superlatives stand before one word: "the wettest April", "the driest April"."""
    after = [o.words.keys[o.last + 1 : o.last + 2] for o in (a, b)]
    return _are_superlatives(a, b) and after[0] == after[1] != [] and after[0][0].isalpha()


def _are_named_alike(a: Opposite, b: Opposite) -> bool:
    """Whether two words say as what something is described: "which he sees as cruel", "saw it as kind"."""
    return all(o.at and o.words.keys[o.at - 1] == "as" for o in (a, b)) and not _DESCRIBING.isdisjoint(
        set(a.before) & set(b.before)
    )


_DESCRIBING = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        describe see view regard brand label portray depict present praise dismiss condemn hail characterise
        characterize classify rate rank cast denounce class
        """
    )
)


def _is_told_from_there(a: Opposite, b: Opposite) -> bool:
    """Whether who stands behind one word stands before the other: "Bo, 19 seconds behind", "ahead of Bo"."""
    before = set(a.words.roots[max(0, a.at - _SIDE) : a.at]) - {""}
    behind = set(b.words.roots[b.last + 1 : b.last + 1 + _SIDE]) - {""}
    own = set(a.words.roots[a.last + 1 : a.last + 1 + _SIDE])
    there = set(b.words.roots[max(0, b.at - _SIDE) : b.at])
    return bool(before & behind - own - there)


_SIDE = 6  # words on one side of a comparison among which its party stands


def _compare_sides(claim: Words, evidence: Words) -> Turn | None:
    """Whether the two sides of a comparison ("higher in the north than in the south") are exchanged."""
    if "than" not in claim.key_set or "than" not in evidence.key_set:
        return None
    i, j = claim.keys.index("than"), evidence.keys.index("than")
    (before, after), (their_before, their_after) = look_around(claim, i), look_around(evidence, j)
    crossed = (set(before) & set(their_after)) and (set(after) & set(their_before))
    straight = (set(after) & set(their_after)) or not after
    if not crossed or straight:
        return None
    # "less than men" is "men … more than": the comparison turns with its sides.
    mine, theirs = _find_direction(claim, i), _find_direction(evidence, j)
    return None if mine and theirs and mine != theirs else Turn(i, j)


def _is_crossed(claim: Words, evidence: Words) -> bool:
    """Whether a comparison has its sides the other way round: "less than men", "men … more than"."""
    if "than" not in claim.key_set or "than" not in evidence.key_set:
        return False
    sides = [look_around(w, w.keys.index("than")) for w in (claim, evidence)]
    (before, after), (their_before, their_after) = sides
    return bool(set(before) & set(their_after) and set(after) & set(their_before))


def turns_comparison(claim: Words, evidence: Words) -> bool:
    """Whether a comparison is turned with its sides, so that it says the same: "less than men" of women.

    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = ("Men earn more than women.", "Women earn less than men.")
    >>> turns_comparison(*(split_words(text, "en") for text in texts))
    True
    """
    if not _is_crossed(claim, evidence):
        return False
    mine, theirs = (_find_direction(words, words.keys.index("than")) for words in (claim, evidence))
    return bool(mine and theirs and mine != theirs)


def _find_direction(words: Words, than: int) -> int:
    """Which way a comparison goes: +1 "more than", -1 "less than", 0 where no word tells."""
    for step in range(than - 1, max(-1, than - 6), -1):
        key = words.keys[step]
        if key in _MORE or key in _LESS:
            return 1 if key in _MORE else -1
    return 0


_MORE = frozenset(list_words("more higher bigger larger greater longer older faster stronger better above"))
_LESS = frozenset(list_words("less fewer lower smaller shorter younger slower weaker worse below"))
