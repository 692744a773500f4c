"""Whether a claim says the opposite of its evidence: by a negation more or less, or by an opposite word.

Every content word of a text gets a polarity: denied or not, by the negators whose scope it is in. A word
that claim and evidence share with different polarity is a difference where it is what a negator denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from summarizer.check.number_words import CARDINALS, ORDINALS
from summarizer.check.opposites import AXES, Axis, Entries
from summarizer.check.polarity_words import (
    AUXILIARIES,
    BE_FORMS,
    CLAUSE_WORDS,
    FALSITY,
    HARMLESS,
    NEGATORS,
    NOT_PREFIXED,
    ONLY_WITH_CLAIMS,
    ONLY_WITH_OUT,
    ONLY_WITH_THAT,
    ONLY_WITH_TO,
    PHRASES,
    PREDICATES,
    PREFIXES,
    QUESTIONS,
    SAYING,
    SOFT,
)
from summarizer.check.senses import Relation, compare_senses
from summarizer.check.tables import list_words
from summarizer.check.words import Words, find_root, is_past

_REACH = 14  # words that a negator denies at most
_CONTEXT = 5  # content words on each side that say what an opposite is about
_BREAKS = frozenset(",;:.!?…–—()")


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
            before, after = _look_around(self.words, self.at)
            if self.last > self.at:
                after = _look_around(self.words, self.last)[1]
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
        elliptic: whether a negator stands without what it denies ("he would not").
        bounds: words for when a denial ends ("not before spring"), with what comes after them.
        opposites: words that have opposites.
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
    bounds: set[tuple[str, str]] = field(default_factory=set)
    opposites: list[Opposite] = field(default_factory=list)


class Turn(NamedTuple):
    """Where claim and evidence say the opposite: indexes of words in each; None where the text lacks one."""

    found: int | None
    expected: int | None


def find_polarity(words: Words) -> Polarity:  # noqa: PLR0915  # one pass with its state in view
    """The polarity of every word of a text, in one pass.

    >>> from summarizer.check.words import split_words
    >>> words = split_words("He denied having refused to sign.", "en")
    >>> [(k, d) for k, d, r in zip(words.keys, find_polarity(words).denied, words.roots) if r]
    [('denied', 0), ('refused', 1), ('sign', 2)]
    """
    keys, roots, tokens = words.keys, words.roots, words.tokens
    language = words.language if words.language in NEGATORS else "en"
    negators = NEGATORS[language]
    count = len(keys)
    denied, soft = [0] * count, [False] * count
    found = Polarity(denied, soft, {}, {}, {}, {}, set())
    active: list[tuple[int, int]] = []  # negators in force, each with the last word that it reaches
    headless: set[int] = set()  # those whose head is still to come
    softness = -1
    for i in range(count):
        key = keys[i]
        root = roots[i]
        saying = SAYING.get(key)
        if key in _BREAKS or key in CLAUSE_WORDS:
            found.elliptic |= _leaves_out(keys, headless, found)
            headless.clear()
            if key == "before" and active:
                found.bounds.add((key, _find_next(roots, i)))  # "will not open before spring": then it may
            active.clear()
            softness = -1
        elif (
            (
                key in _DEGREES
                and headless
                and not (key == "that" and keys[i - 1] in (*PREDICATES, *_TRUE, *PHRASES, *_ALLEGED))
            )
            or (key == "so" and active and keys[i + 1 : i + 2] != ["far"])
            or (key in _COMPARATIVES and headless and keys[i - 1] in NEGATORS["en"])
        ):
            found.elliptic = True  # "has not been so low" says how low it is
        elif key in _BOUNDS and active:
            found.bounds.add((key, _find_next(roots, i)))  # "not until May": then it is
        elif active and key == "that" and keys[i - 1] in _REPORTING and i - 1 not in found.heads:
            active.clear()  # "a paper not yet published suggests that"
        elif key in QUESTIONS:
            active.clear()
            headless.clear()
            softness = i + _REACH
        elif active and key in _JOINTS and not _NEW_PREDICATE.isdisjoint(keys[i + 1 : i + 3]):
            active.clear()
        if active:
            denied[i] = sum(1 for _, end in active if i <= end)
        soft[i] = i <= softness and (not i or keys[i - 1] != "too")  # "too small to show" is small
        if root or saying:
            found.places.setdefault(root or saying, []).append(i)  # type: ignore[arg-type]  # one of both is a str
            for negator, end in active:
                if i > end:
                    continue
                if negator in headless:
                    if root[:1].isdecimal() or key in _COUNTS:
                        continue  # "not the first to ask" is about asking
                    if key in _TRUE and keys[i + 1 : i + 2] == ["that"]:
                        continue  # "it is not true that we knew" denies that they knew
                    if keys[i - 1] == "no" and key in _MANNER:
                        continue  # "by no means safe"
                    if keys[negator] in ONLY_WITH_CLAIMS and key in _ALLEGED:
                        continue  # "resisted calls to resign"
                    headless.discard(negator)
                    found.heads[i] = negator
                elif keys[negator] in ("no", "not") and _is_head_too(keys, i, found.heads, negator):
                    found.heads[i] = negator
                else:
                    found.covers.setdefault(negator, set()).add(root or str(saying))
            if saying and denied[i] % 2:
                softness = i + _REACH
            elif root and (bare := _strip_prefix(key, language)):
                found.prefixed.setdefault(bare, []).append(i)
        if (
            (key in negators and _denies(keys, tokens, i))
            or (key in PHRASES and _ends_denial(keys, i))
            or (key == "against" and _advises_against(words, i))
        ):
            if key in ("nor", "noch") and active:
                continue
            found.negators.append(i)
            found.elliptic |= _is_exceptional(keys, i)
            if key not in PREDICATES:
                softness = -1  # "ended their talks without a deal"
                # "not … nor …": the same denial goes on; only verbs that deny are denied themselves.
                active = [
                    entry for entry in active if keys[entry[0]] in PREDICATES or _is_nested(keys, entry[0], i)
                ]
            active.append((i, i + _REACH))
            headless.add(i)
            if (verb := _find_verb_before(words, i)) is not None:
                denied[verb] += 1
                found.heads[verb] = i
            if key == "no" and i and is_past(keys[i - 1]) and roots[i - 1]:
                soft[i - 1] = True  # "showed no remorse": neither shown nor denied
            if (verb := _find_predicate(words, i)) is not None:
                found.heads[verb] = i
                found.predicates[i] = verb
        elif key in _EXCEPTIVE and (key != "only" or _excepts(keys, i)):
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
        elif (key in SOFT or (key == "off" and i and keys[i - 1] in _OFF)) and (
            keys[i + 1 : i + 2] != ["short"]
        ):
            found.weak.add(root or key)
            found.leaning[i] = root or key
            found.opposed.add(i)
            softness = max(softness, i + _REACH)
            if i and keys[i - 1] in BE_FORMS:
                # What is turned down stands before: "the plan was rejected".
                for back in range(i - 1, max(-1, i - 7), -1):
                    if keys[back] == "for":
                        break  # "called for it to be banned"
                    soft[back] = True
    found.elliptic |= _leaves_out(keys, headless, found)
    for verb in found.predicates.values():
        denied[verb] = max(denied[verb], 1)  # "neither of them, it seems, paid"
    axes = AXES.get(language)
    if axes:
        found.opposites = _find_opposites(words, found, axes)
    return found


_ALLEGED = frozenset(
    list_words(
        """
        claim claims allegation allegations accusation accusations suggestion suggestions report reports
        charges call calls demand demands pressure request requests plea pleas appeals bid attempt attempts
        """
    )
)
# "Only three came" says that others did not; "not until March" says that it is then.
_EXCEPTIVE = frozenset(
    list_words("only until unless except unlike besides alone solely exclusively nur erst außer")
)
_JOINTS = frozenset(list_words("and or but und oder"))


_COUNTS = frozenset((*ORDINALS, *CARDINALS["en"])) - {"single"}
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
_OFF = BE_FORMS | {"means"}  # "is off", "by no means off"
_MANNER = frozenset(list_words("means way ways circumstances sense account case"))
_TRUE = frozenset(list_words("true correct right accurate case"))
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


def _find_predicate(words: Words, i: int) -> int | None:
    """The verb of a subject that a negator denies: "neither the bank nor its auditor would say"."""
    keys = words.keys
    if keys[i] not in _NO_SUBJECT or (i and not _begins_subject(words, i)):
        return None
    helped = False
    for j in range(i + 1, min(len(keys), i + _REACH)):
        key = keys[j]
        if key in _BREAKS - {","} or (key in CLAUSE_WORDS and not helped):
            return None
        if key in AUXILIARIES:
            helped = True
        elif not (words.roots[j] or key in SAYING) or key in BE_FORMS or key == "ever":
            continue
        elif (helped and not key.endswith("ly")) or (is_past(key) and words.tokens[j][0].islower()):
            return j
    return None


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
            verbal = is_past(keys[step]) or (step > 0 and keys[step - 1] in ("to", *AUXILIARIES))
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
        if before is None or not {*keys[before:negator]}.isdisjoint(CLAUSE_WORDS | _SENTENCE_ENDS):
            return True
    return False


def _is_exceptional(keys: Sequence[str], i: int) -> bool:
    """Whether a denial speaks of all the rest: "not since 1987 has it", "the only one that did not"."""
    if keys[i] in ("not", "never") and keys[i + 1 : i + 2] != [] and keys[i + 1] in _SINCE:
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


def _is_head_too(keys: Sequence[str], i: int, heads: dict[int, int], negator: int) -> bool:
    """Whether a denial's first word only leads to this one: "no present intention", "no need to leave"."""
    if heads.get(i - 1) == negator:
        return keys[negator] == "no"
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
def _strip_prefix(key: str, language: str) -> str:
    """The root of a word without its denying prefix; "" where it has none."""
    if language != "en" or len(key) < 6 or key.startswith("under"):
        return ""
    for prefix in PREFIXES:
        if key.startswith(prefix):
            bare = key[len(prefix) :]
            root = find_root(bare, language)
            return "" if len(bare) < 4 or root in NOT_PREFIXED or bare in NOT_PREFIXED else root
    return ""


def _denies(keys: Sequence[str], tokens: Sequence[str], i: int) -> bool:
    key = keys[i]
    following = keys[i + 1] if i + 1 < len(keys) else ""
    if key == "yet":
        return following == "to"
    if key in ONLY_WITH_CLAIMS:
        return not _ALLEGED.isdisjoint(keys[i + 1 : i + 7])
    if (key, following) in HARMLESS:
        return False
    if key == "not" and i and keys[i - 1] == "or":  # "whether or not"
        return False
    if key == "no":
        # "No. 10", "no, he said"
        return not (following[:1].isdecimal() or following in ("", ",", ".", "-", "”", '"', "’")) and (
            i == 0 or keys[i - 1] not in ("“", '"') or following not in (",", ".")
        )
    if key in ONLY_WITH_TO:
        return following == "to" and tokens[i].islower() and _is_action(keys, i + 2)
    if key in ONLY_WITH_THAT:
        return following == "that"
    if key in ONLY_WITH_OUT:
        return following == "out"
    return True


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
    if keys[i] == "from" and keys[i + 1 : i + 2] and keys[i + 1] in _DETERMINERS:
        return False
    return any(tuple(keys[max(0, i - len(phrase)) : i]) == phrase for phrase in PHRASES[keys[i]])


def _find_opposites(words: Words, polarity: Polarity, axes: dict[str, Entries]) -> list[Opposite]:
    found = []
    taken = -1  # last word of a phrase
    for i, (key, root) in enumerate(zip(words.keys, words.roots, strict=True)):
        if i <= taken:
            continue
        if side := _read_vote(words, i):
            entries: tuple[Axis, ...] | None = (Axis(SUPPORT, side, parties=False, near=False),)
            last = i
        elif (listed := axes.get(root or key)) is None:
            continue
        else:
            entries, last = _look_up(words, i, listed)
        if entries is None:
            continue
        name = root or key
        if last > i:
            taken = last
            name = " ".join(words.keys[i : last + 1])
        elif key == "up" and words.keys[i + 1 : i + 2] == ["to"]:
            continue  # "by up to 11%"
        elif key in ("up", "down") and i and _is_particle(words, i):
            continue
        elif key in ONLY_WITH_CLAIMS and i in polarity.negators:
            continue  # "rejected the claim that …" denies what is claimed
        elif _has_other_sense(words, i):
            continue
        soft, denied = polarity.soft[i], polarity.denied[i] % 2
        if words.keys[last + 1 : last + 2] == ["not"]:
            denied = 1 - denied  # "recommended not to enter"
        for pair, sign, parties, near in entries:
            turned = -sign if denied else sign
            found.append(Opposite(words, i, last, pair, turned, parties, near, soft, name))
    return found


def _look_up(words: Words, i: int, listed: Entries) -> tuple[tuple[Axis, ...] | None, int]:
    """The axes of the word or the phrase that begins at an index, and the phrase's last word."""
    key = words.keys[i]
    for rest, entries in listed:
        if not rest:
            return (None if key in _NOUNS else entries), i
        last = i + len(rest)
        if last < len(words) and all(
            (words.roots[j] or words.keys[j]) == part
            for j, part in zip(range(i + 1, last + 1), rest, strict=True)
        ):
            return entries, last
        # The object stands between a verb and its particle: "turned the offer down".
        if len(rest) == 1 and rest[0] in _PARTICLES and _find_particle(words, i, rest[0]):
            return entries, i
    return None, i


def _has_other_sense(words: Words, i: int) -> bool:
    """Whether a word is about something else: "conceded that", "closed lower", "stopped it from falling"."""
    root, following = words.roots[i], words.keys[i + 1] if i + 1 < len(words) else ""
    if root == "stop":
        return "from" in words.keys[i + 2 : i + 7]
    return following in _OTHER_SENSES.get(root, ())


_OTHER_SENSES = {
    find_root("concede", "en"): ("that",),
    find_root("decline", "en"): ("to",),
    find_root("close", "en"): ("up", "down", "lower", "higher", "at", "flat"),
}
_PARTICLES = frozenset(list_words("up down off out back on"))


def _find_particle(words: Words, i: int, particle: str) -> bool:
    """Whether a particle ends the clause that a verb opens: "turned the offer down."."""
    for j in range(i + 2, min(len(words), i + 6)):
        key = words.keys[j]
        if key in _BREAKS:
            return False
        if key == particle:
            following = words.keys[j + 1] if j + 1 < len(words) else "."
            pronoun = j == i + 2 and not words.roots[i + 1]
            return pronoun or not following[0].isalpha() or following in _AFTER_PARTICLE
    return False


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
        following in _DETERMINERS or (following[:1].isalpha() and bool(words.roots[i + 1]))
    )


_NOUNS = frozenset(
    ("growth", "health", "height", "heights", "opposition", "accused", "law", "laws", "felled", "felling")
)  # which say nothing about a direction or a side
# "voted for" and "voted against" are on the pair of supporting and opposing.
_VOTES = {"for": 1, "against": -1}
_VOTING = frozenset(
    find_root(w, "en") for w in list_words("vote argue campaign speak demonstrate protest lobby rule")
)


def _read_vote(words: Words, i: int) -> int:
    """+1 for the "for" in "voted overwhelmingly for", -1 for an "against", 0 for any other word."""
    key = words.keys[i]
    if key in ("favour", "favor") and i and words.keys[i - 1] == "in":
        return 1
    if key not in _VOTES or not i:
        return 0
    near = (
        words.roots[max(0, i - 1) : i] if words.keys[i - 1][-2:] != "ly" else words.roots[max(0, i - 2) : i]
    )
    return 0 if _VOTING.isdisjoint(near) else _VOTES[key]


SUPPORT = next(axis.pair for axis in AXES["en"][find_root("commend", "en")][-1][1] if axis.sign == 1)


def _look_around(words: Words, i: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The content words before and after a word, within its clause, nearest first."""
    roots, keys = words.roots, words.keys
    sides: list[tuple[str, ...]] = []
    for steps in (range(i - 1, -1, -1), range(i + 1, len(roots))):
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
                (named if words.tokens[step][0].isupper() and not words.initial[step] else side).append(
                    roots[step]
                )
                if len(side) + len(named) == _CONTEXT:
                    break
        sides.append(tuple(side or named))
    return sides[0], sides[1]


_APPOSED = 12  # words of an apposition at most
_STOPS = frozenset(",;.!?")


def compare_negation(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """The first word that one text denies and the other says; None where there is none.

    Args:
        claim: the claim's words.
        mine: the claim's polarity.
        evidence: the evidence's words.
        theirs: the evidence's polarity.
    """
    if turned := _find_turned_bound(claim, mine, evidence, theirs):
        return turned
    turn = _find_denied_word(claim, mine, evidence, theirs)
    if turn is None or _is_said_otherwise(claim, mine, evidence, theirs):
        return None
    return None if calls_false(claim, mine, evidence, theirs) else turn


def _find_turned_bound(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """Where what was not done until something is done before it: "no answer until asked", "before asked"."""
    for key, root in theirs.bounds:
        if key != "until" or "until" in claim.key_set or "before" not in claim.key_set:
            continue
        at, bound = claim.keys.index("before"), evidence.keys.index("until")
        heads = [head for head in theirs.heads if head < bound]
        if not heads or root != _find_next(claim.roots, at):
            continue
        places = mine.places.get(evidence.roots[heads[-1]], ())
        if any(i < at and not mine.denied[i] % 2 and not mine.soft[i] for i in places):
            return Turn(at, bound)
    return None


def _is_said_otherwise(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> bool:
    """Whether one text denies what the other says in a way that comes to the same."""
    return (
        _ends_elsewhere(mine, evidence)
        or _ends_elsewhere(theirs, claim)
        or _is_first_time(claim, evidence)
        or _is_first_time(evidence, claim)
        or _agree_by_contrast(claim, mine, evidence, theirs)
        or _agree_by_contrast(evidence, theirs, claim, mine)
        or is_rest(claim, evidence)
        or (
            ("less" in claim.key_set) != ("less" in evidence.key_set)
            and not _FULL.isdisjoint(claim.key_set ^ evidence.key_set)
        )
    )


_FULL = frozenset(("full", "whole", "entire"))  # "not for a full week" is "for less than a week"


def _find_denied_word(  # noqa: PLR0915  # one case after the other, in the order in which they decide
    claim: Words, mine: Polarity, evidence: Words, theirs: Polarity
) -> Turn | None:
    if _cancel_out(claim, mine, theirs) or _cancel_out(evidence, theirs, mine):
        return None
    german = claim.language == "de"
    if german and len(mine.negators) != len(theirs.negators) and mine.weak == theirs.weak:
        # German denies forwards and backwards, so only the number of denials tells, in texts that match.
        common = [r for r in mine.places if r in theirs.places]
        if 10 * len(common) >= 7 * len(mine.places):
            return Turn(min(mine.negators, default=None), min(theirs.negators, default=None))
    if mine.elliptic or theirs.elliptic or _agree_by_opposites(mine, theirs):
        return None
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
            if any(mine.denied[i] % 2 for i in indexes):
                matched.add(root)
        elif not _is_same_use(claim, indexes[0], evidence, others[0]):
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
    for root, indexes in mine.prefixed.items():
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
        if m[0] in mine.heads
        and _is_denied_fact(claim, mine, m[0], evidence, theirs, m[1])
        and not _is_excused(evidence, theirs, m[1], mine)
    ]
    their_leads = [
        m
        for m in mismatched
        if m[1] in theirs.heads
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
    if excused or matched:
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
            name in _EXCEPTIVE
            or "which" in words.keys[at + 1 : i]
            or _is_one_clause(words, min(at, i), max(at, i))
        )
        for i, name in polarity.leaning.items()
    )


def _may_be_denied(words: Words, polarity: Polarity, at: int) -> bool:
    """Whether a negator stands in the clause of a word: then it may deny it in words of its own."""
    return any(_is_one_clause(words, min(at, n), max(at, n)) for n in polarity.negators)


def _is_one_clause(words: Words, first: int, last: int) -> bool:
    """Whether nothing between two words ends a clause: no mark, no "but", no "and would"."""
    keys = words.keys
    return not any(
        keys[i] in _BREAKS
        or keys[i] in CLAUSE_WORDS
        or (keys[i] in _JOINTS and not AUXILIARIES.isdisjoint(keys[i + 1 : i + 3]))
        for i in range(first + 1, last)
    )


def _is_denied_fact(  # noqa: PLR0917  # a word in each of two texts
    words: Words, polarity: Polarity, at: int, other: Words, theirs: Polarity, place: int
) -> bool:
    """Whether what a text denies of a word is what the other says.

    "No charges have been filed" denies the filing, not charges; who was "told not to land" may have landed.
    """
    negator = polarity.heads[at]
    verb = polarity.predicates.get(negator, at)
    if verb != at:
        if (words.roots[verb] or SAYING.get(words.keys[verb], "")) in theirs.places:
            return False  # the verb is judged for itself
        places = [
            j for j, key in enumerate(other.keys) if key[0].isalpha() and _is_near(words.keys[verb], key)
        ]
        places = [j for j in places if _find_next(other.roots, j) == _find_next(words.roots, verb)]
        if not places or any(theirs.denied[j] % 2 or _is_excused(other, theirs, j, polarity) for j in places):
            return False
    if words.keys[negator] == "no" and at == negator + 1 and other.keys[place - 1] in _DEFINITE:
        return False  # "there has been no treaty": not that "the treaty" never was
    if _is_supposed(other, place) and not _is_supposed(words, at):
        return False
    if words.keys[negator : negator + 2] == ["not", "to"]:
        told = not _TELLING.isdisjoint(words.roots[max(0, negator - 5) : negator])
        return not told or other.keys[place - 1] == "to" or other.keys[place].endswith("ing")
    return True


_DEFINITE = frozenset(list_words("the this that these those its their his her"))


def _is_supposed(words: Words, at: int) -> bool:
    """Whether a word stands in a condition: "had she been asked, she would have left"."""
    for step in range(at - 1, -1, -1):
        key = words.keys[step]
        if key == "if":
            return True
        begins = step == 0 or words.keys[step - 1] in _BREAKS or words.keys[step - 1] in _QUOTES
        if key in ("had", "were", "should") and begins:
            return True
        if key in _BREAKS or key in _QUOTES:
            return False
    return False


def _is_near(a: str, b: str) -> bool:
    if a in SAYING and find_root(b, "en") in _DISCLOSING:
        return True
    return compare_senses(a, b) is Relation.NEAR


_DISCLOSING = frozenset(
    find_root(w, "en") for w in list_words("disclose reveal announce explain declare acknowledge confirm")
)


_TELLING = frozenset(
    find_root(w, "en") for w in list_words("warn ask urge order advise instruct beg persuade request implore")
) | {"told", "telling"}


def _is_leaning(mine: Polarity, indexes: Sequence[int], theirs: Polarity, others: Sequence[int]) -> bool:
    """Whether something leans against a word in one text that does not in the other."""
    ours, other = any(mine.soft[i] for i in indexes), any(theirs.soft[j] for j in others)
    return (ours or other) and not (ours and other and mine.weak and mine.weak == theirs.weak)


def _ends_elsewhere(polarity: Polarity, other: Words) -> bool:
    """Whether a denial ends at a time that the other text names otherwise: "not until May", "in May"."""
    return any(
        key not in other.key_set or root != _find_next(other.roots, other.keys.index(key))
        for key, root in polarity.bounds
    )


def _find_next(roots: Sequence[str], at: int) -> str:
    """The first content word after a word."""
    return next((r for r in roots[at + 1 : at + _REACH] if r), "")


def is_rest(claim: Words, evidence: Words) -> bool:
    """Whether a text counts those of whom the other counts the rest, so that what it says is turned round.

    "Two of the nine dissented" for "seven of the nine agreed", "few came" for "most stayed away", "every day
    but Monday" for "closed on Mondays".
    """
    mine, theirs = _find_shares(claim), _find_shares(evidence)
    if any(a != b and (whole or other) and whole == other for a, whole in mine for b, other in theirs):
        return True
    for few, most in ((claim, evidence), (evidence, claim)):
        if _has_phrase(few, _MINORITY) and _has_phrase(most, _MAJORITY):
            return True
    for words, other in ((claim, evidence), (evidence, claim)):
        for i, key in enumerate(words.keys):
            if key in _EXCEPTING and not _EXCEPTING & other.key_set:
                if _is_counted_out(words.keys, i):
                    near = _read_near(words, i, -1) | _read_near(words, i, 1)
                    return not near.isdisjoint(other.root_set)
                after = _find_next(words.roots, i)
                if after in other.root_set and (
                    key != "but" or not _EVERY.isdisjoint(words.keys[max(0, i - 4) : i - 1])
                ):
                    return True
    return False


def _is_counted_out(keys: Sequence[str], i: int) -> bool:
    """Whether an exception is a number: "all but two", "every match but one"."""
    return _is_count("".join(keys[i + 1 : i + 2]) or "-") and not _EVERY.isdisjoint(keys[max(0, i - 3) : i])


def _find_shares(words: Words) -> list[tuple[str, str]]:
    """The pairs of "two of the nine"; the whole is "" where nothing is counted so."""
    keys = words.keys
    found = []
    for i in range(1, len(keys) - 1):
        if keys[i] == "of":
            whole = (
                keys[i + 2] if keys[i + 1] in ("the", "its", "their") and i + 2 < len(keys) else keys[i + 1]
            )
            if _is_count(keys[i - 1]) and _is_count(whole):
                found.append((keys[i - 1], whole))
    return found


def _is_count(key: str) -> bool:
    return key.isdecimal() or key in CARDINALS["en"]


def _has_phrase(words: Words, phrases: frozenset[tuple[str, ...]]) -> bool:
    keys = words.keys
    return any(tuple(keys[i : i + n]) in phrases for i in range(len(keys)) for n in (1, 2, 3))


_MINORITY = frozenset(
    tuple(phrase.split())
    for phrase in ("few", "fewer than half", "less than half", "under half", "a minority", "hardly any")
)
_MAJORITY = frozenset(
    tuple(phrase.split())
    for phrase in (
        "most", "more than half", "over half", "a majority", "the majority", "almost all", "nearly all",
        "the bulk",
    )
)  # fmt: skip
_EXCEPTING = frozenset(("except", "excluding", "but", "apart"))
_EVERY = frozenset(list_words("all every each everyone everybody any anyone everything"))


def _is_first_time(words: Words, other: Words) -> bool:
    """Whether a text says "for the first time" where the other has "never", or "not … before"."""
    if "first" not in words.key_set or words.keys[words.keys.index("first") + 1 :][:1] != ["time"]:
        return False
    if "never" in words.key_set:
        return False
    if "first" in other.key_set:
        return "never" in other.key_set
    if "never" in other.key_set:
        return True
    return not _NEVER.isdisjoint(other.key_set) and not _TIMES.isdisjoint(other.key_set)


_NEVER = frozenset(list_words("not hadn't hasn't haven't no"))
_TIMES = frozenset(list_words("for since before previously ever until"))


def _is_same_use(claim: Words, i: int, evidence: Words, j: int) -> bool:
    """Whether two forms of one root may be one predicate, about the same things.

    "Writer" is nothing that somebody "never wrote", and "officials said" says nothing of what they "have not
    said".
    """
    a, b = claim.keys[i], evidence.keys[j]
    if _names_doer(a, b) != _names_doer(b, a):
        return False
    if a in SAYING:
        return not _read_near(claim, i, 1).isdisjoint(_read_near(evidence, j, 1))
    near, others = (_read_near(w, at, -1) | _read_near(w, at, 1) for w, at in ((claim, i), (evidence, j)))
    if not near or not others or not near.isdisjoint(others):
        return True
    mine, theirs = _read_sentence(claim, i), _read_sentence(evidence, j)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _read_near(words: Words, at: int, step: int) -> frozenset[str]:
    """The content words on one side of a word within its clause."""
    found = set()
    for i in range(at + step, len(words) if step > 0 else -1, step):
        key = words.keys[i]
        if key in _BREAKS or key in _QUOTES or key in CLAUSE_WORDS or key == "that":
            break
        if words.roots[i] and not key[0].isdecimal() and key not in _COUNTS:
            found.add(words.roots[i])
    return frozenset(found) - {words.roots[at]}


def _read_sentence(words: Words, at: int) -> frozenset[str]:
    """The content words around a word within its sentence, the word's own left out."""
    ends = [i for i, key in enumerate(words.keys) if key in _SENTENCE_ENDS or key == "but"]
    first = max((i for i in ends if i < at), default=-1)
    last = min((i for i in ends if i > at), default=len(words))
    inside = range(first + 1, last)
    found = {words.roots[i] for i in inside if words.keys[i] not in _COUNTS}
    return frozenset(found) - {"", words.roots[at]}


_QUOTES = frozenset('“”„"')
_SENTENCE_ENDS = frozenset(";.!?")


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
        and any(0 < j - o.at <= _CONTEXT for j in places for o in other.opposites)
    )


_AFTER_ELISION = frozenset(list_words("for to in on by with from at"))


def _count_denials(words: Words, polarity: Polarity, other: Words) -> int:
    """How many negators a text has, but for those that set apart what the other does not speak of."""
    heads = {negator: words.roots[head] for head, negator in polarity.heads.items()}
    return sum(not _is_contrast(words, n) or root in other.root_set for n, root in heads.items())


def _is_contrast(words: Words, negator: int) -> bool:
    """Whether a negator sets something apart: "the coach, not his keeper"."""
    return words.keys[negator] in ("not", "nicht") and negator > 0 and words.keys[negator - 1] == ","


def _agree_by_contrast(words: Words, polarity: Polarity, other: Words, theirs: Polarity) -> bool:
    """Whether a text sets somebody apart by ", not his keeper" of whom the other denies what is said.

    Where whoever is set before the contrast ("the coach, not his keeper") is denied it there, it does not.
    """
    for head, negator in polarity.heads.items():
        if not _is_contrast(words, negator):
            continue
        places = theirs.places.get(words.roots[head], ())
        if any(j < n <= j + _CONTEXT for j in places for n in theirs.negators):
            return True
        subject = next((r for r in words.roots[negator - 2 :: -1] if r), "")
        denied = [n for n in theirs.negators if not _is_contrast(other, n)]
        if words.keys[0] == "it" and denied and subject not in other.roots[: denied[0]]:
            return True
    return False


def _cancel_out(words: Words, one: Polarity, other: Polarity) -> bool:
    """Whether a text denies twice in one clause what the other says without a denial."""
    if other.negators or len(one.negators) != 2:
        return False
    if "without" in (words.keys[n] for n in one.negators):
        return True  # "without a pass nobody may enter": one is needed
    first, second = one.negators
    between = words.keys[first:second]
    return _BREAKS.isdisjoint(between) and CLAUSE_WORDS.isdisjoint(between) and _JOINTS.isdisjoint(between)


def calls_false(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> bool:
    """Whether one text denies by a verb what the other calls false: "denied it" for "it was false"."""
    return any(
        not FALSITY.isdisjoint(other.key_set - words.key_set)
        and any(words.keys[i].startswith(_DENYING) for i in polarity.negators)
        for words, polarity, other in ((claim, mine, evidence), (evidence, theirs, claim))
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
    determined = False
    for step in range(at - 1, max(-1, at - 5), -1):
        key, root = words.keys[step], words.roots[step]
        if key in _BREAKS or key in CLAUSE_WORDS or key in _JOINTS:
            return False
        determined |= key in _DETERMINERS
        if root and not key.endswith("ly") and key not in _WHEN and key not in _COUNTS:
            if step == at - 1 and words.keys[step - 1] in _DETERMINERS and is_past(words.keys[at]):
                return False  # "the company knew": its subject
            return (
                words.tokens[step].islower()
                and (determined or not noun)
                and root not in other.root_set
                and root not in _AFFIRMING
            )
    return False


def _is_affirmed(words: Words, at: int) -> bool:
    """Whether a verb like "agree" governs a word: "agreed to pay"."""
    return words.keys[at - 1 : at] == ["to"] and at >= 2 and words.roots[at - 2] in _AFFIRMING


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
        go went gone remain stay become deem consider far keep able willing ready eager dare put make take
        give lay place
        """
    )
)
_DETERMINERS = frozenset(list_words("the a an its his her their this that any der die das den ein eine"))


def _agree_by_opposites(mine: Polarity, theirs: Polarity) -> bool:
    """Whether one text denies a word where the other has its opposite: "not guilty" for "acquitted"."""
    for word in mine.opposites:
        for other in theirs.opposites:
            if word.pair == other.pair and word.sign == other.sign and word.root != other.root:
                if word.root in theirs.places or other.root in mine.places:
                    continue
                if (word.at in mine.negators) != (other.at in theirs.negators):
                    return True  # "refused permission" for "turned it down"
                if mine.denied[word.at] % 2 != theirs.denied[other.at] % 2:
                    return True
    return False


def _meet(mine: Polarity, indexes: Sequence[int], theirs: Polarity, others: Sequence[int], flip: int) -> bool:
    """Whether a word has the same polarity in both texts at least once."""
    ours = {mine.denied[i] % 2 for i in indexes}
    return any((theirs.denied[j] + flip) % 2 in ours for j in others)


def compare_opposites(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """The first word of the claim whose opposite the evidence has in its place; None where there is none."""
    if swapped := _compare_sides(claim, evidence):
        return swapped
    if not mine.opposites or not theirs.opposites or theirs.elliptic:
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
    for word in mine.opposites:
        others = by_pair.get(word.pair)
        if (
            not others
            or (word.soft and mine.weak != theirs.weak)
            or word.near
            or (crossed and claim.keys[word.at] in (*_MORE, *_LESS))
            or (claim.keys[word.at] in ("many", "few") and "than" in evidence.key_set - claim.key_set)
        ):
            continue
        if all(o.sign == word.sign for o in others):
            continue
        both = len(ours[word.pair]) > 1 or len({o.sign for o in others}) > 1
        scored = [(_count_shared(word, o), o) for o in others]
        best = max(score for score, _ in scored)
        if not best or (
            best < _ABOUT_THE_SAME and not any(_is_bound(word, o) for score, o in scored if score == best)
        ):
            continue
        nearest = [o for score, o in scored if score == best]
        if _is_governed(claim, word.at, evidence, noun=True) or any(
            _is_governed(evidence, o.at, claim, noun=True) for o in nearest
        ):
            continue  # "overturned the ban" allows
        if any(o.sign == word.sign or o.soft != word.soft or o.root == word.root for o in nearest):
            continue
        if any(_agree_elsewhere(word, o, mine, theirs) for o in nearest):
            continue
        if any(
            _agree_elsewhere(word, o, mine, theirs) and _count_shared(word, o) >= best
            for o in theirs.opposites
        ):
            continue  # the evidence has it in another word: "won seats", "gained seats but lost votes"
        if any(mine.denied[word.at] % 2 != theirs.denied[o.at] % 2 for o in nearest) and (
            mine.elliptic
            or "only" in mine.weak ^ theirs.weak
            or _is_said_otherwise(claim, mine, evidence, theirs)
        ):
            continue
        if word.root in _ORDER and (mine.elliptic or mine.bounds):
            continue  # "not until after Easter" for "unlikely before Easter"
        if both and not any(_is_bound(word, o) for o in nearest):
            continue  # a text with both opposites says each of something else
        if all(_is_about_else(word, o) for o in nearest):
            continue
        denied = mine.denied[word.at] % 2
        if any(
            denied != theirs.denied[o.at] % 2
            and (_may_be_undone(o, claim) if denied else _may_be_undone(word, evidence))
            for o in nearest
        ):
            continue
        if any(
            o.sign == word.sign and (score >= best or not o.before or (score and o.root == word.root))
            for score, o in scored
        ):
            continue  # the evidence has the very word, or one on its side, for something near
        return None if is_rest(claim, evidence) else Turn(word.at, nearest[0].at)
    return None


def _agree_elsewhere(word: Opposite, other: Opposite, mine: Polarity, theirs: Polarity) -> bool:
    """Whether two words are on one side of another pair: "lifted" and "dropped" the veto."""
    sides = {(o.pair, o.sign) for o in mine.opposites if o.at == word.at}
    return any((o.pair, o.sign) in sides for o in theirs.opposites if o.at == other.at)


def _is_about_else(a: Opposite, b: Opposite) -> bool:
    """Whether what follows two opposites has nothing in common, nor has what stands right before them."""
    if a.root in _ORDER or not a.after or not b.after or not set(a.after).isdisjoint(b.after):
        return False
    return not _is_bound(a, b)


def _is_bound(a: Opposite, b: Opposite) -> bool:
    """Whether the nearest word before, or after, two opposites is the same."""
    return bool(
        (a.before and b.before and a.before[0] == b.before[0])
        or (a.after and b.after and a.after[0] == b.after[0])
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
    subject = bool(mine and theirs and mine[0] == theirs[0])
    if a.parties:
        return _SUBJECT if subject or set(a.before) & set(b.before) else 0
    return _SUBJECT * subject + len(a.around & b.around)


def _compare_sides(claim: Words, evidence: Words) -> Turn | None:
    """Whether the two sides of a comparison ("higher in the north than in the south") are exchanged."""
    if "than" not in claim.key_set or "than" not in evidence.key_set:
        return None
    i, j = claim.keys.index("than"), evidence.keys.index("than")
    (before, after), (their_before, their_after) = _look_around(claim, i), _look_around(evidence, j)
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
    sides = [_look_around(w, w.keys.index("than")) for w in (claim, evidence)]
    (before, after), (their_before, their_after) = sides
    return bool(set(before) & set(their_after) and set(after) & set(their_before))


def turns_comparison(claim: Words, evidence: Words) -> bool:
    """Whether a comparison is turned with its sides, so that it says the same: "less than men" of women.

    >>> from summarizer.check.words import split_words
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
