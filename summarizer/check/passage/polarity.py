"""Which words of a text are denied, and which have opposites.

Every content word of a text gets a polarity: denied or not, by the negators whose scope it is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from summarizer.check.lexicon.function_words import POSSESSIVES
from summarizer.check.lexicon.number_words import CARDINALS, FRACTIONS, ORDINALS, UNITS
from summarizer.check.lexicon.opposites import AXES, Axis, Entries
from summarizer.check.lexicon.polarity_words import (
    AUXILIARIES,
    BE_FORMS,
    BREAKS,
    CLAUSE_WORDS,
    DETERMINERS,
    EXCEPTIVE,
    HARMLESS,
    JOINTS,
    NEGATORS,
    NOT_PREFIXED,
    ONLY_WITH_CLAIMS,
    ONLY_WITH_OUT,
    ONLY_WITH_THAT,
    ONLY_WITH_TO,
    PARTICLES_WITH_CLAIMS,
    PHRASES,
    PREDICATES,
    PREFIXES,
    QUESTIONS,
    QUOTES,
    SAYING,
    SENTENCE_ENDS,
    SOFT,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past

_REACH = 14  # words that a negator denies at most
CONTEXT = 5  # content words on each side that say what an opposite is about


@dataclass(slots=True)
class Opposite:
    """A word that has opposites: which pair, on which side once denials are counted, and how it may be set.

    Args:
        words: the text.
        at: index of the word, or of the first word of a phrase.
        last: index of its last word.
        pair: number of the pair.
        sign: +1 or -1.
        parties: whether the sides change places with the parties.
        near: whether it tells only in the other's place.
        soft: whether something leans against it.
        root: what names the word, to tell it from another on its side.
    """

    words: Words
    at: int
    last: int
    pair: int
    sign: int
    parties: bool
    near: bool
    soft: bool
    root: str
    _around: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    _near: frozenset[str] | None = None

    @property
    def around(self) -> frozenset[str]:
        """All of them."""
        if self._near is None:
            self._near = frozenset(self.before + self.after)
        return self._near

    @property
    def before(self) -> tuple[str, ...]:
        """The content words before it within its clause, nearest first."""
        return self._look()[0]

    @property
    def after(self) -> tuple[str, ...]:
        """Likewise after it."""
        return self._look()[1]

    def _look(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        # Most opposites meet none of their pair, so what stands around them is read when asked for.
        if self._around is None:
            before, after = look_around(self.words, self.at)
            if self.last > self.at:
                after = look_around(self.words, self.last)[1]
            self._around = before, after
        return self._around


@dataclass(slots=True)
class Polarity:
    """Which words of a text are denied.

    Args:
        denied: for each word the number of negators over it.
        soft: for each word whether something weaker leans against it.
        heads: index of a word that a negator denies first -> index of the negator.
        places: root -> indexes of its words.
        prefixed: root of a word without its denying prefix -> indexes ("unsafe" under "safe").
        covers: index of a negator -> the roots that it denies, its head left out.
        weak: words of the text that deny weakly.
        predicates: index of a negator that is, or stands before, a subject -> index of its verb.
        negators: indexes of all words that deny.
        opposed: indexes of the words that deny weakly.
        leaning: index of a word that denies weakly, or leaves something out -> its name among `weak`.
        elliptic: whether one of the two is so: a word that is not denied here may be denied after all.
        short: whether a negator stands without what it denies ("he would not").
        vague: whether it is open how far something is denied ("has not been so low").
        bounds: words for when a denial ends ("not before spring"), with what comes after them.
        opposites: words that have opposites.
        sides: their pairs, each with the side on which one of them is.
    """

    denied: list[int]
    soft: list[bool]
    heads: dict[int, int]
    places: dict[str, list[int]]
    prefixed: dict[str, list[int]]
    covers: dict[int, set[str]]
    weak: set[str]
    predicates: dict[int, int] = field(default_factory=dict)
    negators: list[int] = field(default_factory=list)
    opposed: set[int] = field(default_factory=set)
    leaning: dict[int, str] = field(default_factory=dict)
    elliptic: bool = False
    short: bool = False
    vague: bool = False
    bounds: set[tuple[str, str]] = field(default_factory=set)
    opposites: list[Opposite] = field(default_factory=list)
    sides: set[tuple[int, int]] = field(default_factory=set)


def find_met(mine: Polarity, theirs: Polarity) -> list[Opposite]:
    """The words of one text whose opposites another text has."""
    return [word for word in mine.opposites if (word.pair, -word.sign) in theirs.sides]


def share_side(word: Opposite, other: Opposite, mine: Polarity, theirs: Polarity) -> bool:
    """Whether two words are on one side of another pair: "lifted" and "dropped" the veto."""
    sides = {(o.pair, o.sign) for o in mine.opposites if o.at == word.at}
    return any((o.pair, o.sign) in sides for o in theirs.opposites if o.at == other.at)


def is_passive(words: Words, at: int) -> bool:
    """Whether a word is a verb whose subject suffers it: "was beaten by", "being sold"."""
    return is_past(words.keys[at]) and not _PASSIVE.isdisjoint(words.keys[max(0, at - _BEFORE_VERB) : at])


_BEFORE_VERB = 3  # words before a participle among which its "was" stands
_PASSIVE = BE_FORMS | {"be", "get"}


class Turn(NamedTuple):
    """Where claim and evidence say the opposite: indexes of words in each; None where the text lacks one."""

    found: int | None
    expected: int | None


def find_polarity(words: Words) -> Polarity:  # noqa: PLR0915  # one pass with its state in view
    """The polarity of every word of a text, in one pass.

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("He denied having refused to sign.", "en")
    >>> [(k, d) for k, d, r in zip(words.keys, find_polarity(words).denied, words.roots) if r]
    [('denied', 0), ('refused', 1), ('sign', 2)]
    """
    keys, roots, tokens = words.keys, words.roots, words.tokens
    language = words.language if words.language in NEGATORS else "en"
    negators, prefixes = NEGATORS[language], language == "en"
    count = len(keys)
    denied, soft = [0] * count, [False] * count
    places: dict[str, list[int]] = {}
    found = Polarity(denied, soft, {}, places, {}, {}, set())
    active: list[tuple[int, int]] = []  # negators in force, each with the last word that it reaches
    headless: set[int] = set()  # those whose head is still to come
    softness = -1
    aside = -1  # the comma that ends what is put in between: "did not, at any point, refuse"
    for i in range(count):
        if i <= aside:
            if roots[i]:
                places.setdefault(roots[i], []).append(i)
            continue
        key = keys[i]
        root = roots[i]
        turning = key in _TURNING
        if not active and not turning and not (softness > i and key in JOINTS):
            if i <= softness:
                soft[i] = keys[i - 1] != "too"
            if root:
                places.setdefault(root, []).append(i)
                if prefixes and (bare := _strip_prefix(key)):
                    found.prefixed.setdefault(bare, []).append(i)
            continue
        saying = SAYING.get(key)
        if key == "," and i and i - 1 in headless and (aside := _find_aside(keys, i)) > 0:
            continue
        if key == "," and active and active[-1][0] in headless and keys[active[-1][0]] in ONLY_WITH_CLAIMS:
            aside = _find_that(keys, i - 1)  # "rejected a claim by the mayor, Ann Holm, that"
            if aside > 0:
                continue
        if key == "," and active and (end := _find_apposed(words, active[-1][0], i)) > 0:
            aside = end  # "denied that the mayor, Ann Holm, had lied"
            continue
        asked = key in _ASKED and not _ASKING.isdisjoint(keys[max(0, i - 2) : i])
        if not turning and key not in JOINTS and not (active and key in _HELPERS):
            pass
        elif key in BREAKS or (key in CLAUSE_WORDS and not asked):
            found.short |= _leaves_out(keys, headless, found)
            headless.clear()
            if key == "before" and active:
                found.bounds.add((key, find_next(roots, i)))  # "will not open before spring": then it may
            active.clear()
            softness = -1
        elif (
            (
                key in _DEGREES
                and headless
                and not (
                    key == "that"
                    and (
                        i - 1 == aside
                        or keys[i - 1] in _BEFORE_THAT
                        or not _ALLEGED.isdisjoint(keys[max(headless) : i])
                    )
                )
                and not _is_no_degree(keys, i)
            )
            or (key == "so" and active and keys[i + 1 : i + 2] != ["far"] and not _is_no_degree(keys, i))
            or (key in _COMPARATIVES and headless and keys[i - 1] in NEGATORS["en"])
        ):
            found.elliptic = True  # "has not been so low" says how low it is
        elif key in _BOUNDS and active:
            found.bounds.add((key, find_next(roots, i)))  # "not until May": then it is
        elif (
            active
            and key == "that"
            and keys[i - 1] in _REPORTING
            and i - 1 not in found.heads
            and not (keys[i - 1] in _ALLEGED and keys[active[-1][0]] in ONLY_WITH_CLAIMS)
        ):
            active.clear()  # "a paper not yet published suggests that"
        elif active and key == "that" and keys[i - 1] in _RISKS and keys[active[-1][0]] not in _PROOFLESS:
            active.clear()  # "did not remove the risk that": what there is a risk of is open
        elif key == "as" and softness > i and not _DISMISSING.isdisjoint(keys[max(0, i - _REACH) : i]):
            softness = -1  # "dismissed the levy as a tax on success": that is what it is called
        elif active and key in ("time", "occasion") and keys[i - 1] == "first":
            active.clear()  # "it was not the first time that he lied"
            headless.clear()
        elif key in QUESTIONS or asked:
            active.clear()
            headless.clear()
            softness = i + _REACH
        elif softness > i and key in JOINTS and begins_clause(words, i):
            softness = -1  # "shopkeepers opposed and cyclists hailed the plan"
        elif active and (key in BE_FORMS or key in AUXILIARIES) and keys[active[-1][0]] == "without":
            active.pop()  # "doctors without a licence may"
        elif active and key in JOINTS and not _NEW_PREDICATE.isdisjoint(keys[i + 1 : i + 3]):
            active.clear()
        elif (
            active
            and key in JOINTS
            and keys[active[-1][0]] in PREDICATES
            and "that" not in keys[active[-1][0] : i]
            and begins_clause(words, i)
        ):
            active.clear()  # "he refused to print it and his own firm declined to pay"
        if (
            active
            and key in _TO_DEEDS
            and i > 1
            and roots[i - 1] in _OWED
            and keys[active[-1][0]] in _PROOFLESS
            and (keys[active[-1][0]] == "without" or roots[active[-1][0] - 1] in _SHOWING)
            and any(k.endswith("ing") for k in keys[i + 1 : i + 2])
        ):
            active.clear()  # "gave no reason for leaving": left, all the same
        if active:
            denied[i] = sum([i <= end for _, end in active])
        soft[i] = i <= softness and (not i or keys[i - 1] != "too")  # "too small to show" is small
        if root or saying:
            places.setdefault(root or saying, []).append(i)  # type: ignore[arg-type]  # one of both is a str
            for negator, end in active:
                if i > end:
                    continue
                if negator in headless:
                    if root[:1].isdecimal() or key in COUNTS or _tells_age(keys, i):
                        continue  # "not the first to ask" is about asking
                    if key in _TRUE and (keys[i + 1 : i + 2] == ["that"] or _find_that(keys, i) > 0):
                        aside = _find_that(keys, i)
                        continue  # "it is not true that we knew" denies that they knew
                    if (
                        keys[i - 1] in POSSESSIVES
                        and words.tokens[i + 1 : i + 2]
                        and words.tokens[i + 1][0].isupper()
                    ):
                        continue  # "not her cousin Emil": whose cousin he is nobody denies
                    if key in _PROOF and "that" in keys[i + 1 : i + _SPAN] and keys[negator] in _PROOFLESS:
                        continue  # "no evidence that the well is dry" denies that it is
                    if keys[negator] in _PROOFLESS and "that" in keys[negator:i] and _is_before_verb(keys, i):
                        continue  # the subject of what there is no sign of
                    if keys[i - 1] == "to" and keys[i - 2] in _PROOF and keys[i + 1 : i + 2] == ["that"]:
                        continue  # "no reason to think that"
                    if keys[negator + 1] == "what" and words.tokens[i][0].isupper():
                        continue  # "is not what Ann Holt expects" denies that she expects it
                    if keys[i - 1] == "no" and (key in _MANNER or (key in _MOMENT and keys[i - 2] == "at")):
                        continue  # "by no means safe", "at no point in the lead"
                    if keys[negator] in ONLY_WITH_CLAIMS:
                        if key in _ALLEGED or _ALLEGED.isdisjoint(keys[negator:i]):
                            continue  # "resisted calls to resign", "dismissed as a joke a report that"
                        if _is_between(keys, negator, i):
                            continue  # "threw out a bid to have the report set aside"
                        if "that" in keys[i + 1 : i + _ASIDE] and "that" not in keys[negator:i]:
                            denied[i] -= 1
                            continue  # "rejected a claim by Ann Holt that it was so": not that it is Ann's
                    headless.discard(negator)
                    found.heads[i] = negator
                elif keys[negator] in ("no", "not") and _is_head_too(keys, i, found.heads, negator):
                    found.heads[i] = negator
                else:
                    found.covers.setdefault(negator, set()).add(root or str(saying))
            if (saying or root in _AVOWING) and denied[i] % 2:
                softness = i + _REACH  # "would not confirm that they met": it is open
            elif root and prefixes and (bare := _strip_prefix(key)):
                found.prefixed.setdefault(bare, []).append(i)
        if not turning:
            continue
        if (
            ((key in negators or (prefixes and key in PARTICLES_WITH_CLAIMS)) and _denies(keys, tokens, i))
            or (key in PHRASES and i not in found.heads and _ends_denial(keys, i))
            or (key == "against" and _advises_against(words, i))
        ):
            if key == "nor" and not active and _leaves_verb_out(keys, i):
                found.short = True  # "and nor would Ann Holm"
                continue
            if key in ("nor", "noch") and (
                active or any(n < i < verb for n, verb in found.predicates.items())
            ):
                headless.update(n for n, _ in active if keys[n] == "neither")  # which denies this, too
                softness = -1
                continue
            found.negators.append(i)
            found.elliptic |= _is_exceptional(keys, i)
            if key not in PREDICATES and key not in PHRASES:
                softness = -1  # "ended their talks without a deal"
                # "not … nor …": the same denial goes on; only verbs that deny are denied themselves.
                active = [
                    entry for entry in active if keys[entry[0]] in PREDICATES or _is_nested(keys, entry[0], i)
                ]
            if active and "that" in keys[active[-1][0] : i]:
                _deny_subject(found, keys, active[-1][0], i)
            active.append((i, _find_reach(keys, i)))
            headless.add(i)
            if (verb := _find_verb_before(words, i)) is not None:
                denied[verb] += 1
                found.heads[verb] = i
            if key == "no" and i and is_past(keys[i - 1]) and roots[i - 1]:
                soft[i - 1] = True  # "showed no remorse": neither shown nor denied
            if (verb := _find_predicate(words, i)) is not None:
                found.heads[verb] = i
                found.predicates[i] = verb
        elif key in EXCEPTIVE and (key != "only" or _excepts(keys, i)):
            found.weak.add(key)
            found.leaning[i] = key
        elif key == "lack" and keys[i - 1 : i] == ["for"]:
            continue  # "for lack of evidence" says why, and denies nothing before it
        elif key == "yet" and i and keys[i - 1] in negators:
            continue
        elif key in ("failed", "fails", "fail") and not _ATTEMPTS.isdisjoint(keys[max(0, i - 7) : i]):
            found.weak.add(root)
            found.leaning[i] = root
            for back in range(max(0, i - 7), i):
                soft[back] = True  # "attempts to reach him failed"
        elif (
            key in SOFT
            or (key == "off" and i and keys[i - 1] in _OFF)
            or (key == "up" and i and keys[i - 1] in _GIVING)
            or (key == "be" and keys[max(0, i - 2) : i] == ["still", "to"])
            or (key in PREDICATES and _is_turned_down(keys, i))
        ) and (keys[i + 1 : i + 2] != ["short"]):
            found.weak.add(root or key)
            found.leaning[i] = root or key
            found.opposed.add(i)
            if keys[i + 1 : i + 2] != ["by"]:  # "opposed by farmers": not the farmers
                softness = max(softness, i + _REACH)
            if i and keys[i - 1] in BE_FORMS:
                # What is turned down stands before: "the plan was rejected".
                for back in range(i - 1, max(-1, i - 7), -1):
                    if keys[back] == "for":
                        break  # "called for it to be banned"
                    soft[back] = True
    found.short |= _leaves_out(keys, headless, found)
    found.vague = found.elliptic
    found.elliptic |= found.short
    for verb in found.predicates.values():
        denied[verb] = max(denied[verb], 1)  # "neither of them, it seems, paid"
    axes = AXES.get(language)
    if axes:
        found.opposites = _find_opposites(words, found, axes)
        found.sides = {(word.pair, word.sign) for word in found.opposites}
    return found


_AVOWING = frozenset(
    find_root(w, "en") for w in list_words("confirm acknowledge admit concede disclose reveal verify")
)
_ALLEGED = frozenset(
    list_words(
        """
        claim claims allegation allegations accusation accusations suggestion suggestions report reports
        argument arguments assertion assertions contention notion rumour rumours rumor rumors
        charges call calls demand demands pressure request requests plea pleas appeals bid attempt attempts
        """
    )
)


_ASKED = frozenset(list_words("who what how why when where if which whom"))
_ASKING = frozenset(list_words("ask asks asked asking question questions questioned wonder wondered"))
_DISMISSING = frozenset(
    list_words("dismiss dismisses dismissed dismissing reject rejects rejected rejecting")
)
COUNTS = frozenset((*ORDINALS, *CARDINALS["en"])) - {"single"}
_REPORTING = frozenset(
    list_words(
        """
        suggest suggests suggested show shows showed indicate indicates indicated report reports reported find
        finds found conclude concludes concluded warn warns warned argue argues argued
        """
    )
)
_NEW_PREDICATE = AUXILIARIES | frozenset(list_words("refused denied declined failed rejected"))
_ATTEMPTS = frozenset(list_words("attempt attempts effort efforts bid bids try tries talks"))
_GIVING = frozenset(list_words("give gives gave given giving"))
_OFF = BE_FORMS | {"means"}  # "is off", "by no means off"
_PROOF = frozenset(
    list_words("reason evidence indication indications sign signs proof suggestion hint grounds question")
)
_RISKS = frozenset(
    list_words("risk danger fact possibility fear fears concern concerns chance hope hopes likelihood threat")
)
_PROOFLESS = frozenset(("no", "without"))
_SPAN = 4  # words after "reason" among which its "that" stands
_TO_DEEDS = frozenset(("for", "about", "over", "at"))
# What one may not have, or give, for what one has done.
_OWED = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        reason explanation excuse justification apology regret remorse shame guilt grounds motive thanks
        credit praise reward compensation pay payment
        """
    )
)
_SHOWING = frozenset(
    find_root(w, "en") for w in list_words("give offer provide show express voice feel receive get")
)
_MANNER = frozenset(list_words("means way ways circumstances sense account case longer"))
_MOMENT = frozenset(("point", "time", "stage", "moment"))
_TRUE = frozenset(list_words("true correct right accurate case"))
_BEFORE_THAT = PREDICATES | _TRUE | _PROOF | _ALLEGED | frozenset(PHRASES)
_BOUNDS = frozenset(("until", "unless", "except", "before"))
_DEGREES = frozenset(("so", "as", "such", "that"))


# "No younger player has won" makes somebody the youngest.
_COMPARATIVES = frozenset(
    list_words(
        """
        better worse bigger larger greater smaller higher lower younger older taller shorter
        stronger weaker faster slower earlier later sooner deeper wider heavier lighter richer poorer cheaper
        hotter colder warmer cooler easier harder safer closer nearer
        """
    )
)


# Every word that find_polarity asks for, but for JOINTS, which only end a denial; others are passed over.
_TURNING = frozenset(
    (
        *SAYING,
        *BREAKS,
        *CLAUSE_WORDS,
        *_DEGREES,
        *_COMPARATIVES,
        *_BOUNDS,
        *QUESTIONS,
        *(negator for negators in NEGATORS.values() for negator in negators),
        *PHRASES,
        *PARTICLES_WITH_CLAIMS,
        *EXCEPTIVE,
        *SOFT,
        *list_words(", against lack yet failed fails fail off up be that as"),
        *_ASKED,
    )
)
_HELPERS = BE_FORMS | AUXILIARIES


def begins_clause(words: Words, i: int) -> bool:
    """Whether what follows an "and" has a subject and a verb of its own."""
    named = False
    for j in range(i + 1, min(len(words), i + 7)):
        key = words.keys[j]
        if key in BREAKS:
            return False
        if named and (key in AUXILIARIES or (is_past(key) and words.tokens[j].islower())):
            return True
        if key in _NO_SUBJECT_AFTER:
            return False
        named |= bool(words.roots[j])
    return False


_NO_SUBJECT_AFTER = frozenset(list_words("to by in of for from on with at into"))


def _find_reach(keys: Sequence[str], i: int) -> int:
    """The last word that a negator denies; what turns down a bid denies what comes after the bid."""
    if keys[i] not in ONLY_WITH_CLAIMS:
        return i + _REACH
    return next((j for j in range(i + 1, min(len(keys), i + _ASIDE)) if keys[j] in _ALLEGED), i) + _REACH


def _is_between(keys: Sequence[str], negator: int, i: int) -> bool:
    """Whether a word stands between the two verbs of "to have the report set aside"."""
    return not is_past(keys[i]) and any(
        keys[j] in _CAUSING and keys[j - 1] == "to" for j in range(negator + 1, i)
    )


_CAUSING = frozenset(("have", "get", "see"))


def _deny_subject(found: Polarity, keys: Sequence[str], outer: int, inner: int) -> None:
    """Count the inner denial of "denied that the school had never paid" for the school as for paying."""
    for k in range(outer + keys[outer:inner].index("that") + 1, inner):
        found.denied[k] += 1
        if found.heads.get(k) == outer:
            del found.heads[k]


def _find_aside(keys: Sequence[str], at: int) -> int:
    """The comma that ends what stands between a negator and what it denies; -1 where none does."""
    if at > 1 and keys[at - 2] == ",":
        return -1  # "a plan, not, as was said, a promise"
    for j in range(at + 2, min(len(keys) - 1, at + _ASIDE)):
        if keys[j] in BREAKS:
            return j if keys[j] == "," else -1
    return -1


def _find_that(keys: Sequence[str], at: int) -> int:
    """The comma before a "that" from which commas part a word: "not true, she said, that"; -1 without one."""
    if keys[at + 1 : at + 2] != [","]:
        return -1
    end = next((j for j in range(at + 2, min(len(keys) - 1, at + _ASIDE)) if keys[j] in BREAKS), -1)
    return end if end > 0 and keys[end : end + 2] == [",", "that"] else -1


def _find_apposed(words: Words, negator: int, at: int) -> int:
    """The comma that ends what is added to the subject of a denied "that", before its verb; -1 where none."""
    keys = words.keys
    subject = range(negator + 1, at)
    that = next((j for j in subject if keys[j] == "that"), 0)
    if not that or any(keys[j] in _HELPERS or keys[j] in BREAKS for j in range(that, at)):
        return -1
    end = next((j for j in range(at + 1, min(len(keys) - 1, at + _ASIDE)) if keys[j] in BREAKS), -1)
    return end if end > 0 and keys[end] == "," and keys[end + 1] in _HELPERS else -1


_ASIDE = 8  # words between two commas


def _is_no_degree(keys: Sequence[str], i: int) -> bool:
    """Whether "so" or "such" compares nothing: "had not done so", "no such thing"."""
    return (keys[i] == "such" and keys[i - 1] == "no") or (keys[i] == "so" and keys[i - 1] in _DOING)


_DOING = frozenset(("do", "does", "did", "done", "doing"))


def _find_predicate(words: Words, i: int) -> int | None:
    """The verb of a subject that a negator denies: "neither the bank nor its auditor would say"."""
    keys = words.keys
    if keys[i] not in _NO_SUBJECT or (i and not _begins_subject(words, i)):
        return None
    helped = False
    for j in range(i + 1, min(len(keys), i + (_PAIR_REACH if keys[i] == "neither" else _REACH))):
        key = keys[j]
        if key in BREAKS - {","} or (key in CLAUSE_WORDS and not helped):
            return None
        if key == "," and keys[i] == "no" and i and keys[i - 1] in _NO_MAIN_CLAUSE:
            return None  # "Ada Holm, no relation of the mayor, won", "if no help comes, they will leave"
        if key in AUXILIARIES:
            helped = True
        elif not (words.roots[j] or key in SAYING) or key in BE_FORMS or key == "ever":
            continue
        elif (helped and not key.endswith("ly")) or (
            is_past(key) and words.tokens[j][0].islower() and not _is_reduced(keys, j)
        ):
            return j
    return None


_PAIR_REACH = 20  # words of "neither the mayor nor her deputy, Ann Holt" up to their verb
_NO_MAIN_CLAUSE = frozenset(
    list_words(", if when because as since although though while unless whereas once")
)


def _is_reduced(keys: Sequence[str], j: int) -> bool:
    """Whether a participle describes a subject, whose verb comes later: "no plea made late is heard"."""
    for key in keys[j + 1 : j + _REACH]:
        if key in BREAKS or key in CLAUSE_WORDS or key in JOINTS:
            return False
        if key in AUXILIARIES:
            return True
    return False


def _begins_subject(words: Words, i: int) -> bool:
    """Whether what stands before a negator ends a clause, or a time: "by Monday night nobody had"."""
    before = words.keys[i - 1]
    if not before[0].isalnum() or before in _BEFORE_SUBJECT:
        return True
    return bool(words.roots[i - 1]) and not is_past(before) and words.keys[i] != "no"


_NO_SUBJECT = frozenset(("no", "none", "neither", "nobody", "nothing"))
_BEFORE_SUBJECT = frozenset(
    list_words(
        """
        that and but because as if said says so which since although though almost nearly virtually
        practically absolutely
        """
    )
)


def _find_verb_before(words: Words, i: int) -> int | None:
    """The verb that an object denies: "promised her nothing", "regretted not one word"."""
    keys = words.keys
    if keys[i] not in _NOTHING and not (keys[i] in ("no", "not") and keys[i + 1 : i + 2] == ["one"]):
        return None
    for step in range(i - 1, max(-1, i - 4), -1):
        if words.roots[step]:
            before = keys[step - 1] if step else ""
            doing = keys[step].endswith("ing") and before in (",", "and", "but")  # "…, hurting no one"
            verbal = is_past(keys[step]) or doing or before in ("to", *AUXILIARIES)
            return step if verbal else None
        if keys[step] not in _BEFORE_OBJECT:
            return None
    return None


_NOTHING = frozenset(("nothing", "nobody", "none"))
_BEFORE_OBJECT = frozenset(list_words("her him them me us it you to of for on about with at up out “ \" ‘ '"))


def _leaves_out(keys: Sequence[str], headless: set[int], found: Polarity) -> bool:
    """Whether a negator stands without what it denies, unless it repeats one: "did not and never would"."""
    for negator in headless - set(found.heads.values()):
        before = max((head for head in found.heads if head < negator), default=None)
        if before is None or not {*keys[before:negator]}.isdisjoint(CLAUSE_WORDS | SENTENCE_ENDS):
            return True
    return False


def _leaves_verb_out(keys: Sequence[str], i: int) -> bool:
    """Whether a "nor" has an auxiliary and a subject behind it, and nothing more: "nor would Ann Holm"."""
    if keys[i + 1 : i + 2] == [] or keys[i + 1] not in _HELPERS:
        return False
    end = next((j for j in range(i + 2, len(keys)) if keys[j] in BREAKS), len(keys))
    return (
        keys[end : end + 1] != [","]
        and end - i <= _SHORT_SUBJECT
        and not any(is_past(key) for key in keys[i + 2 : end])
    )


_SHORT_SUBJECT = 5


def _is_exceptional(keys: Sequence[str], i: int) -> bool:
    """Whether a denial speaks of all the rest: "not since 1987 has it", "the only one that did not"."""
    if (
        keys[i] in ("not", "never")
        and keys[i + 1 : i + 2] != []
        and keys[i + 1] in _SINCE
        and not (keys[i] == "never" and keys[i + 1] == "once")
    ):
        return i == 0 or not keys[i - 1][0].isalnum()
    before = keys[max(0, i - _ONLY_ONE) : i]
    if keys[i] == "without" and "only" in before:
        return True
    return "only" in before and not _RELATIVE.isdisjoint(
        (*before[before.index("only") :], *keys[i + 1 : i + 2])
    )


_SINCE = frozenset(("since", "in", "for", "until", "before", "once"))
_RELATIVE = frozenset(("who", "that", "which", "to"))
_ONLY_ONE = 7  # words before a negator among which "the only one who" stands


def _is_before_verb(keys: Sequence[str], i: int) -> bool:
    """Whether "is", "will" or the like follows a word in its clause."""
    following = keys[i + 1 : i + _SPAN]
    return BREAKS.isdisjoint(following) and not (AUXILIARIES | BE_FORMS).isdisjoint(following)


def _tells_age(keys: Sequence[str], i: int) -> bool:
    """Whether a word is the "week", or the "old", of "the six-week-old strike"."""
    return i > 1 and keys[i - 1] == "-" and (keys[i] in UNITS or (keys[i] == "old" and keys[i - 2] in UNITS))


def _is_head_too(keys: Sequence[str], i: int, heads: dict[int, int], negator: int) -> bool:
    """Whether a denial's first word only leads to this one: "no present intention", "no need to leave"."""
    if heads.get(i - 1) == negator:
        return keys[negator] == "no" and "that" not in keys[negator:i]
    light = keys[i - 1] in ("to", "of") and heads.get(i - 2) == negator and keys[i - 2] in _LIGHT_NOUNS
    return light and (keys[i - 1] == "to" or keys[i].endswith("ing"))


_LIGHT_NOUNS = frozenset(
    list_words(
        """
        obligation obliged need intention intending plan plans wish desire reason power right authority chance
        way ability able duty willingness willing ready prepared permission allowed permitted
        """
    )
)


def _excepts(keys: Sequence[str], i: int) -> bool:
    """Whether an "only" says something of what it leaves out; "not only" and "only after" do not."""
    return not (i and keys[i - 1] in ("not", "nicht")) and keys[i + 1 : i + 2] not in (
        ["after"],
        ["when"],
        ["then"],
    )


def _is_nested(keys: Sequence[str], first: int, second: int) -> bool:
    """Whether a negator stands in a clause under another's: "never told them that it was not safe"."""
    return "that" in keys[first:second] or "dass" in keys[first:second]


@lru_cache(maxsize=1 << 14)
def _strip_prefix(key: str) -> str:
    """The root of an English word without its denying prefix; "" where it has none."""
    if len(key) < 6 or key.startswith("under"):
        return ""
    for prefix in PREFIXES:
        if key.startswith(prefix):
            bare = key[len(prefix) :]
            root = find_root(bare, "en")
            return "" if len(bare) < 4 or root in NOT_PREFIXED or bare in NOT_PREFIXED else root
    return ""


def _denies(keys: Sequence[str], tokens: Sequence[str], i: int) -> bool:
    key = keys[i]
    following = keys[i + 1] if i + 1 < len(keys) else ""
    if key == "yet":
        return following == "to"
    if key in PARTICLES_WITH_CLAIMS:
        return following == PARTICLES_WITH_CLAIMS[key] and not _ALLEGED.isdisjoint(keys[i + 2 : i + _ASIDE])
    if key in ONLY_WITH_CLAIMS:
        return not _ALLEGED.isdisjoint(keys[i + 1 : i + 7])
    if (
        key == "no"
        and following in _COMPARATIVES
        and keys[i + 2 : i + 3] == ["than"]
        and _is_count(keys, i + 3)
    ):
        return False  # "no wider than 500 metres" says how wide
    if (key, following) in HARMLESS or (key in PREDICATES and _is_turned_down(keys, i)):
        return False
    if key == "not" and i and keys[i - 1] == "or":  # "whether or not"
        return False
    if key == "no" and following == "to" and i and keys[i - 1] in _SAYING_NO:
        return False  # "said no to the offer"
    if key == "no":
        # "No. 10", "no, he said"
        return not (following[:1].isdecimal() or following in ("", ",", ".", "-", "”", '"', "’")) and (
            i == 0 or keys[i - 1] not in ("“", '"') or following not in (",", ".")
        )
    if key in ONLY_WITH_TO:
        # "declined to sign", "declined on Friday to sign", "failed in court to stop"
        to = i + 1
        if following in _BETWEEN_TO:
            to = next((j for j in range(i + 1, min(len(keys), i + _SPAN + 1)) if keys[j] == "to"), i + 1)
        return keys[to : to + 1] == ["to"] and tokens[i].islower() and _is_action(keys, to + 1)
    if key in ONLY_WITH_THAT:
        return following == "that" and not (i and keys[i - 1] in _BEFORE_NOUN)  # "no doubt that"
    if key in ONLY_WITH_OUT:
        return following == "out"
    return True


_BETWEEN_TO = frozenset(
    list_words("on in at last this again yesterday today twice once repeatedly narrowly altogether")
)


def _is_count(keys: Sequence[str], i: int) -> bool:
    """Whether a number stands here, after a sign of a currency or in the shape of "a metre"."""
    return any(key[0].isdecimal() or key in COUNTS or key in UNITS for key in keys[i : i + 2])


_SAYING_NO = frozenset(list_words("say says said saying vote votes voted voting a the resounding firm"))


def _is_turned_down(keys: Sequence[str], i: int) -> bool:
    """Whether a verb that denies has its object before it: "a rise was ruled out by the board"."""
    if not i or keys[i - 1] not in BE_FORMS or keys[i] == "unable":
        return False
    particle = PARTICLES_WITH_CLAIMS.get(keys[i], "out")
    if keys[i] in PARTICLES_WITH_CLAIMS and keys[i + 1 : i + 2] != [particle]:
        return False  # "was struck by a car"
    after = i + 2 if keys[i + 1 : i + 2] == [particle] else i + 1
    return after >= len(keys) or keys[after] in BREAKS or keys[after] in _AFTER_PASSIVE


_AFTER_PASSIVE = frozenset(list_words("by on in at after before when because last this as for again and or"))
_BEFORE_NOUN = DETERMINERS | frozenset(("no", "little", "some", "much", "without"))


def _is_action(keys: Sequence[str], i: int) -> bool:
    """Whether a verb may stand after "declined to": not "declined to around 2 percent"."""
    return i < len(keys) and keys[i].isalpha() and keys[i] not in _BEFORE_AMOUNT


_BEFORE_AMOUNT = frozenset(
    list_words("about around almost nearly roughly just a an the some less more below under its their")
)


def _advises_against(words: Words, i: int) -> bool:
    """Whether an "against" denies what follows: "advised the minister against travelling"."""
    return (
        words.keys[i + 1 : i + 2] != []
        and words.keys[i + 1].endswith("ing")
        and not _ADVISING.isdisjoint(words.roots[max(0, i - 5) : i])
    )


_ADVISING = frozenset(
    find_root(w, "en") for w in list_words("advise warn decide vote urge caution recommend rule argue lobby")
)


def _ends_denial(keys: Sequence[str], i: int) -> bool:
    """Whether a phrase that denies ends here: "stopped short of", "far from" but not "far from the city"."""
    if not i or keys[i - 1] not in _WITHIN[keys[i]]:
        return False
    if keys[i] == "from" and keys[i + 1 : i + 2] and keys[i + 1] in DETERMINERS:
        return False
    if keys[i - 1] == "short" and _is_short_by(keys, i - 1):
        return True
    before = tuple(key for key in keys[max(0, i - _PHRASE) : i] if key not in QUOTES)
    return any(before[len(before) - len(phrase) :] == phrase for phrase in PHRASES[keys[i]])


def _is_short_by(keys: Sequence[str], short: int) -> bool:
    """Whether it is said by how much somebody fell short: "fell two seats short of a majority"."""
    verb = next((j for j in range(short - 1, max(-1, short - _PHRASE), -1) if keys[j] in _FALLING), short)
    return any(k[0].isdecimal() or k in COUNTS or k in _AMOUNTS for k in keys[verb + 1 : short])


_FALLING = frozenset(
    list_words(
        """
        fall falls fell falling fallen come comes came coming stop stops stopped stopping finish finished end
        ended
        """
    )
)
_AMOUNTS = frozenset(list_words("a one few some several"))
_WITHIN = {last: frozenset(phrase[-1] for phrase in phrases) | QUOTES for last, phrases in PHRASES.items()}
_PHRASE = 8  # words before the last of a phrase among which its others stand


def _find_opposites(words: Words, polarity: Polarity, axes: dict[str, Entries]) -> list[Opposite]:
    found = []
    taken = -1  # last word of a phrase
    keys, roots = words.keys, words.roots
    advised = not _ADVICE.isdisjoint(words.key_set)
    for i, (root, key) in enumerate(zip(roots, keys, strict=True)):
        listed = axes.get(root or key)
        if advised and (side := _read_advice(words, i)):
            found.append(
                Opposite(words, i, i, ADVICE, side, parties=False, near=False, soft=False, root=root or key)
            )
        if (listed is None and key not in _VOTES) or i <= taken:
            continue
        if key in _VOTES and (side := _read_vote(words, i)):
            entries: tuple[Axis, ...] | None = (Axis(SUPPORT, side, parties=False, near=False),)
            last = i
        elif listed is None:
            continue
        else:
            entries, last = _look_up(words, i, listed)
        if entries is None:
            continue
        if key in _COMPARED and (direction := _read_comparison(words, i)):
            entries = (*entries, Axis(DIRECTION, direction, parties=False, near=False))
        name = root or key
        if key in ONLY_WITH_CLAIMS and i in polarity.negators:
            taken = last
            continue  # "rejected the claim that …" denies what is claimed
        if last > i:
            taken = last
            name = " ".join(words.keys[i : last + 1])
        elif key == "up" and words.keys[i + 1 : i + 2] == ["to"]:
            continue  # "by up to 11%"
        elif (
            (key in ("up", "down") and i and _is_particle(words, i))
            or _has_other_sense(words, i)
            or _is_in_name(words, i)
            or _is_noun(words, i)
        ):
            continue
        if root == "fail" and i in polarity.negators:
            entries = tuple(axis for axis in entries if axis.pair in _SUCCESS)  # it denies the rest
        soft, denied = polarity.soft[i], polarity.denied[i] % 2
        if i and keys[i - 1] in _LESS and keys[i + 1 : i + 2] != ["than"]:
            denied = 1 - denied  # "the least expensive"
        if words.keys[last + 1 : last + 2] == ["not"]:
            denied = 1 - denied  # "recommended not to enter"
        for pair, sign, parties, near in entries:
            turned = -sign if denied else sign
            found.append(Opposite(words, i, last, pair, turned, parties, near, soft, name))
    return _leave_out_undecided(found, polarity) if "nor" in words.key_set else found


def _leave_out_undecided(found: Sequence[Opposite], polarity: Polarity) -> list[Opposite]:
    """The opposites of a text without a pair of which it denies both: "neither accepted nor rejected"."""
    denied = {(o.pair, o.sign) for o in found if polarity.denied[o.at] % 2}
    return [o for o in found if not (polarity.denied[o.at] % 2 and (o.pair, -o.sign) in denied)]


def _look_up(words: Words, i: int, listed: Entries) -> tuple[tuple[Axis, ...] | None, int]:
    """The axes of the word or the phrase that begins at an index, and the phrase's last word."""
    key = words.keys[i]
    if not listed[0][0]:  # the longest first: no phrase begins with it
        return (None if key in _NOUNS else listed[0][1]), i
    following = words.roots[i + 1] or words.keys[i + 1] if i + 1 < len(words) else ""
    for rest, entries in listed:
        if not rest:
            return (None if key in _NOUNS else entries), i
        if rest[0] == following:
            last = i + len(rest)
            if last < len(words) and all(
                (words.roots[j] or words.keys[j]) == part for j, part in enumerate(rest[1:], i + 2)
            ):
                return entries, last
        # The object stands between a verb and its particle: "turned the offer down".
        elif len(rest) == 1 and rest[0] in _PARTICLES and _find_particle(words, i, rest[0]):
            return entries, i
    return None, i


_LESS = frozenset(("less", "least"))
_GUARDS = frozenset(
    list_words(
        """
        vaccine vaccines jab jabs vaccination vaccinations vaccinated immunity immune protection
        protect protects protected insurance insured guard shield drug drugs remedy defence defense
        proof allergy evidence case cases charges crimes crime
        """
    )
)


def _is_in_name(words: Words, i: int) -> bool:
    """Whether a word is part of a name of several: "the Great Southern line"."""
    tokens = words.tokens
    if not tokens[i][0].isupper() or words.initial[i]:
        return False
    return (i + 1 < len(tokens) and tokens[i + 1][0].isupper()) or tokens[i - 1][0].isupper()


def _has_other_sense(words: Words, i: int) -> bool:
    """Whether a word is about something else: "conceded that", "closed lower", "stopped it from falling"."""
    if words.keys[i] == "against" and i and words.keys[i - 1] in _GUARDS:
        return True  # "a vaccine against Lassa fever"
    root, following = words.roots[i], words.keys[i + 1] if i + 1 < len(words) else ""
    if root == "stop":
        return "from" in words.keys[i + 2 : i + 7]
    if words.keys[i] in ("last", "lasted", "lasts", "lasting"):
        # "Lasted two days" says how long it was until it ended.
        return following[:1].isdecimal() or following in _AMOUNTS or following in COUNTS
    return following in _OTHER_SENSES.get(root, ())


def _is_noun(words: Words, i: int) -> bool:
    """Whether a word is the noun that says nothing of the verb's sense: "a contract", "an object"."""
    if words.keys[i] not in _OTHER_NOUNS:
        return False
    before = next((k for k in reversed(words.keys[:i]) if not k.endswith("ly")), "")  # "would flatly refuse"
    return before not in AUXILIARIES and before not in _BEFORE_INFINITIVE


_OTHER_NOUNS = frozenset(list_words("contract contracts object objects refuse"))
_BEFORE_INFINITIVE = frozenset(list_words("to not and or it they we you i"))


def is_before_number(words: Words, i: int) -> bool:
    """Whether "more than" leads to a number: "more than 40", "less than a third"."""
    after = words.keys[i + 1 : i + 4]
    return after[:1] == ["than"] and any(k[0].isdecimal() or k in COUNTS or k in FRACTIONS for k in after[1:])


_AMOUNTS = frozenset(
    list_words(
        """
        for a an about around almost nearly roughly just only less more under over barely until till no up
        another
        """
    )
)
_OTHER_SENSES = {
    find_root("concede", "en"): ("that",),
    find_root("decline", "en"): ("to",),
    find_root("close", "en"): ("up", "down", "lower", "higher", "at", "flat"),
}
_PARTICLES = frozenset(list_words("up down off out back on forward"))


def _find_particle(words: Words, i: int, particle: str) -> bool:
    """Whether a particle ends the clause that a verb opens: "turned the offer down."."""
    for j in range(i + 2, min(len(words), i + _APART)):
        key = words.keys[j]
        if key in BREAKS:
            return False
        if key == particle:
            following = words.keys[j + 1] if j + 1 < len(words) else "."
            pronoun = j == i + 2 and not words.roots[i + 1]
            return pronoun or not following[0].isalpha() or following in _AFTER_PARTICLE
    return False


_APART = 9  # words from a verb to its particle
_AFTER_PARTICLE = frozenset(
    list_words(
        """
        on in at after before because when and but for by last this yesterday both again flat twice outright
        altogether all too every each once
        """
    )
)


def _is_particle(words: Words, i: int) -> bool:
    """Whether "up" or "down" belongs to a verb with an object: "cut down trees"."""
    following = words.keys[i + 1] if i + 1 < len(words) else ""
    return bool(words.roots[i - 1]) and (
        following in DETERMINERS or (following[:1].isalpha() and bool(words.roots[i + 1]))
    )


_NOUNS = frozenset(
    (
        "will",
        "coming",
        "growth",
        "health",
        "height",
        "heights",
        "opposition",
        "accused",
        "law",
        "laws",
        "felled",
        "felling",
    )
)  # which say nothing about a direction or a side
# "voted for" and "voted against" are on the pair of supporting and opposing.
_VOTES = {"for": 1, "favour": 1, "favor": 1, "against": -1}
_VOTING = frozenset(
    find_root(w, "en") for w in list_words("vote argue campaign speak demonstrate protest lobby rule")
)


def _read_vote(words: Words, i: int) -> int:
    """+1 for the "for" in "voted overwhelmingly for", -1 for an "against", 0 for any other word."""
    key = words.keys[i]
    if not i:
        return 0
    if key in ("favour", "favor"):
        return int(words.keys[i - 1] == "in")
    near = (
        words.roots[max(0, i - 1) : i] if words.keys[i - 1][-2:] != "ly" else words.roots[max(0, i - 2) : i]
    )
    return 0 if _VOTING.isdisjoint(near) else _VOTES[key]


def _read_advice(words: Words, i: int) -> int:
    """+1 for the "on" in "on medical advice", -1 for an "against", 0 for any other word."""
    side = _ADVISED.get(words.roots[i] or words.keys[i], 0)
    near = words.keys[i + 1 : i + _SPAN + 1]
    place = next((j for j, key in enumerate(near) if key in _ADVICE), None)
    if not side or place is None or any(key in _BEFORE_ADVICE or key in BREAKS for key in near[:place]):
        return 0
    return side


_ADVICE = frozenset(
    list_words("advice recommendation recommendations orders instructions wishes urging insistence")
)
_ADVISED = {
    find_root(word, "en") or word: side
    for side, listed in (
        (1, "on at follow heed obey"),
        (-1, "against despite defy ignore disregard flout overrule contradict"),
    )
    for word in list_words(listed)
}
_BEFORE_ADVICE = frozenset(list_words("to for of by with and or that"))


def _read_comparison(words: Words, i: int) -> int:
    """+1 for the "larger" in "larger this year than last", -1 for "smaller", 0 for any other word."""
    key = words.keys[i]
    side = (key in _LARGER) - (key in _SMALLER)
    return side if side and "than" in words.keys[i + 1 : i + _ASIDE] else 0


_LARGER = frozenset(list_words("larger bigger greater longer stronger faster"))
_SMALLER = frozenset(list_words("smaller lesser shorter weaker slower"))
_COMPARED = _LARGER | _SMALLER
_SUCCESS = frozenset(axis.pair for axis in AXES["en"][find_root("succeed", "en")][-1][1])
ADVICE = next(
    axis.pair for rest, found in AXES["en"]["on"] if rest == (find_root("advice", "en"),) for axis in found
)
DIRECTION = AXES["en"][find_root("increase", "en")][-1][1][0].pair
SUPPORT = next(axis.pair for axis in AXES["en"][find_root("commend", "en")][-1][1] if axis.sign == 1)


def look_around(words: Words, i: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The content words before and after a word, within its clause, nearest first."""
    roots, keys = words.roots, words.keys
    sides: list[tuple[str, ...]] = []
    # "Stood at 7 percent, down from 8": what is down is told before the comma.
    end = i - 1 if keys[i] in _UP and keys[i - 1] == "," and keys[i + 1 : i + 2] == ["from"] else i
    for steps in (range(end - 1, -1, -1), range(i + 1, len(roots))):
        side: list[str] = []
        named: list[str] = []
        over = -1  # where an apposition begins that stands between a verb and its subject
        for step in steps:
            if step >= over >= 0:
                continue
            if keys[step] == "," and step < i and len(side) <= 1 and not named:
                over = next(
                    (j for j in range(step - 1, max(-1, step - _APPOSED), -1) if keys[j] in _STOPS), -1
                )
                if over >= 0 and keys[over] == ",":
                    continue
                over = -1
            if keys[step] in ";.!?" or keys[step] in CLAUSE_WORDS or (keys[step] in "," and (side or named)):
                break
            if roots[step] and not roots[step][0].isdecimal() and roots[step] != "percent":
                # Names are in every clause of an article; what is said of them tells clauses apart.
                (named if _is_named(words, step) else side).append(roots[step])
                if len(side) + len(named) == CONTEXT:
                    break
        sides.append(tuple(side or named))
    return sides[0], sides[1]


def _is_named(words: Words, at: int) -> bool:
    """Whether a word is part of a name; the first of a sentence where the next is."""
    return words.tokens[at][0].isupper() and (
        not words.initial[at] or (at + 1 < len(words) and words.tokens[at + 1][0].isupper())
    )


_UP = frozenset(("up", "down"))
_APPOSED = 12  # words of an apposition at most
_STOPS = frozenset(",;.!?")


def find_next(roots: Sequence[str], at: int) -> str:
    """The first content word after a word."""
    return next((r for r in roots[at + 1 : at + _REACH] if r), "")
