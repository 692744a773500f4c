"""A verb that one text says, and the other denies or has the opposite of, for one subject and object.

Closer than the comparison of all words, and blind to what else stands around: the subject before the verb and
the object behind it are the same, so that nothing between can turn the sense back.
"""

from __future__ import annotations

from itertools import pairwise

from summarizer.check.comparison.frames import share_frame
from summarizer.check.comparison.polarity import TELLING, is_one_deal
from summarizer.check.lexicon.function_words import BE
from summarizer.check.lexicon.polarity_words import AUXILIARIES
from summarizer.check.lexicon.senses import are_synonyms
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.polarity import Opposite, Polarity, Turn, find_met, is_passive, share_side


def find_denied_verb(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """Where one text denies a verb that the other says of the same subject and object.

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = [split_words(t, "en") for t in ("Holm does not blame the rain.", "Holm blames the rain.")]
    >>> find_denied_verb(texts[0], find_polarity(texts[0]), texts[1], find_polarity(texts[1]))
    Turn(found=2, expected=1)
    """
    if claim.language not in ("en", ""):
        return None
    if found := _find_turned(claim, mine, evidence, theirs):
        return Turn(*found)
    if found := _find_turned(evidence, theirs, claim, mine):
        return Turn(found[1], found[0])
    return None


def find_opposite_verb(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """A verb of the claim whose opposite the evidence says of the same subject and object.

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
    >>> claim = split_words("The court upheld the fine.", "en")
    >>> evidence = split_words("The fine was quashed by a court.", "en")
    >>> find_opposite_verb(claim, find_polarity(claim), evidence, find_polarity(evidence))
    Turn(found=2, expected=3)
    """
    if claim.language not in ("en", ""):
        return None
    if ("unless" in claim.key_set) != ("unless" in evidence.key_set):
        return None  # "if they are kept out" for "unless they are let in"
    for word in find_met(mine, theirs):
        places = [
            o for o in theirs.opposites if o.pair == word.pair and o.sign != word.sign and o.root != word.root
        ]
        alike = any(o.pair == word.pair and o.sign == word.sign for o in theirs.opposites)
        if len(places) != 1 or alike or word.soft or places[0].soft:
            continue
        (place,) = places
        if any(
            o.root == place.root and o.sign == place.sign and o.pair == place.pair for o in mine.opposites
        ):
            continue  # "Ann blamed the price that Bo had accepted" says so, too
        if share_side(word, place, mine, theirs):
            continue  # "dropped" and "lifted" an objection
        if is_one_deal(word, place) or (
            _minds_parties(word, place, mine, theirs)
            and is_passive(claim, word.at) != is_passive(evidence, place.at)
        ):
            continue  # "was beaten by Bo" and "lost to Bo"
        if not (is_past(claim.keys[word.at]) and is_past(evidence.keys[place.at])):
            continue
        if _is_turned(claim, word.at) or _is_turned(evidence, place.at):
            continue
        if _has_negator(mine, word.at) or _has_negator(theirs, place.at):
            continue
        if share_frame(claim, word.last, evidence, place.last, first=word.at):
            return Turn(word.at, place.at)
    return None


def find_denied_harm(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """Where one text has nobody hurt or killed, or no proof, and the other has some, in whatever words.

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = "The Larn fire left two injured.", "Nobody was hurt in the Larn fire."
    >>> texts = [split_words(text, "en") for text in texts]
    >>> find_denied_harm(texts[0], find_polarity(texts[0]), texts[1], find_polarity(texts[1]))
    Turn(found=5, expected=2)
    """
    for harm in _HARMS:
        if harm.isdisjoint(claim.root_set) or harm.isdisjoint(evidence.root_set):
            continue
        ours, others = _read_harm(claim, mine, harm), _read_harm(evidence, theirs, harm)
        if (
            ours
            and others
            and ours[1] != others[1]
            and len(claim.root_set & evidence.root_set - harm) >= _ALIKE
        ):
            return Turn(ours[0], others[0])
    return None


def find_turned_way(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> Turn | None:
    """Where something goes into in one text what it comes out of in the other: "into debt", "out of debt".

    >>> from summarizer.check.passage.polarity import find_polarity
    >>> from summarizer.check.lexicon.words import split_words
    >>> texts = [split_words(t, "en") for t in ("It got us out of debt.", "It got us into debt.")]
    >>> find_turned_way(texts[0], find_polarity(texts[0]), texts[1], find_polarity(texts[1]))
    Turn(found=3, expected=3)
    """
    if {"into", "out"}.isdisjoint(claim.key_set) or {"into", "out"}.isdisjoint(evidence.key_set):
        return None
    ours, others = _read_ways(claim), _read_ways(evidence)
    for name, (at, way) in ours.items():
        place, other = others.get(name, (0, 0))
        if way * other < 0 and (mine.denied[at] + theirs.denied[place]) % 2 == 0:
            return Turn(at, place)
    return None


def _read_ways(words: Words) -> dict[str, tuple[int, int]]:
    """What something goes into (+1), or comes out of (-1), with the index of that; 0 where it does both."""
    found: dict[str, tuple[int, int]] = {}
    for i, key in enumerate(words.keys[:-2]):
        way = (key == "into") - (key == "out" and words.keys[i + 1] == "of")
        if way and (name := words.roots[i + 1 if way > 0 else i + 2]):
            found[name] = (i, 0 if name in found else way)
    return found


def _read_harm(words: Words, polarity: Polarity, harm: frozenset[str]) -> tuple[int, bool] | None:
    """Where a text tells of a harm, and whether it denies that; None where it is open, or both are told."""
    places = [i for i, root in enumerate(words.roots) if root in harm]
    if _PROOF in harm and any(words.keys[i + 1 : i + 2] != ["that"] for i in places):
        return None  # "gave evidence"
    denied = {
        (i in polarity.heads and (is_past(words.keys[i]) or words.keys[i] == "hurt"))
        or words.keys[i - 1] in ("no", "without")
        for i in places
    }
    if len(denied) > 1 or any(polarity.soft[i] for i in places):
        return None
    if denied == {False} and any(polarity.denied[i] or not _is_told(words, i) for i in places):
        return None
    return places[0], denied == {True}


def _is_told(words: Words, at: int) -> bool:
    """Whether a harm is told as done: not "could be hurt", "fears of deaths", "unless somebody dies"."""
    return words.keys[at - 1] != "to" and _UNTOLD.isdisjoint(words.keys[max(0, at - _AROUND) : at])


_HARMS = tuple(
    frozenset(find_root(w, "en") for w in list_words(listed))
    for listed in (
        "hurt injured injury wounded wound harmed casualties",
        "killed died dead death fatality fatal",
        "evidence proof",
    )
)
_PROOF = find_root("proof", "en")
_ALIKE = 2  # other roots that both texts must have
_UNTOLD = frozenset(
    list_words("could would may might can should if unless whether risk risks fear fears feared threat")
)


def _minds_parties(word: Opposite, other: Opposite, mine: Polarity, theirs: Polarity) -> bool:
    """Whether two words are in a pair whose sides change places with the parties: who beats, who loses."""
    pairs = {o.pair for o in mine.opposites if o.at == word.at and o.parties}
    return any(o.pair in pairs for o in theirs.opposites if o.at == other.at)


def _find_turned(words: Words, polarity: Polarity, other: Words, theirs: Polarity) -> tuple[int, int] | None:
    """The negator of a denied verb of a text, and where the other text says the verb."""
    if theirs.elliptic or theirs.short or (polarity.bounds and "before" not in other.key_set):
        return None  # "did not pay until asked" is "paid once asked", though not "before"
    for at, negator in polarity.heads.items():
        places = theirs.places.get(words.roots[at]) or [
            j for j, key in enumerate(other.keys) if is_past(key) and are_synonyms(words.keys[at], key)
        ]
        if len(places) != 1 or words.roots.count(words.roots[at]) != 1:
            continue
        if (
            _is_denied_verb(words, at, negator)
            and _is_said(other, places[0])
            and not _is_turned(words, at)
            and not _is_turned(other, places[0])
            and not _has_negator(theirs, places[0])
            and not theirs.denied[places[0]] % 2
            and share_frame(words, at, other, places[0], first=negator)
        ):
            return negator, places[0]
    return None


def _is_denied_verb(words: Words, at: int, negator: int) -> bool:
    """Whether a verb stands right behind its negator: "did not see", "has never seen", "refused to see"."""
    key, keys = words.keys[negator], words.keys
    if key not in _DENYING and not key.endswith(("n't", "n’t")):
        return False
    if keys[negator + 1] == "to" and not TELLING.isdisjoint(words.roots[max(0, negator - _NEAR) : negator]):
        return False  # "advised her not to sell": she may have sold
    return (
        0 < at - negator <= _NEAR
        and keys[at] not in _ADVERBS
        and _SUPPOSING.isdisjoint(keys[max(0, negator - _NEAR) : negator])
        and all(k in AUXILIARIES or k in BE or k == "to" or k.endswith("ly") for k in keys[negator + 1 : at])
    )


def _is_said(words: Words, at: int) -> bool:
    """Whether a word is a finite verb that its text says is so: not "to pay", "would pay", "if he pays"."""
    return (
        _UNSAID.isdisjoint(words.keys[max(0, at - _NEAR) : at])
        and not words.keys[at].endswith("ing")
        and words.keys[at - 1 : at] not in (["the"], ["a"], ["an"])
    )


def _has_negator(polarity: Polarity, at: int) -> bool:
    """Whether a negator stands near a word: before it, or right behind."""
    return any(-_NEAR < at - n <= _AROUND for n in polarity.negators)


def _is_turned(words: Words, at: int) -> bool:
    """Whether something around a verb turns its sense, or leaves somebody out of it: "only one paid"."""
    near = words.keys[max(0, at - _AROUND) : at + _AROUND]
    return not _TURNING.isdisjoint(near) or any(pair in _TURNING_PAIRS for pair in pairwise(near))


_NEAR = 4  # words between a negator and its verb
_AROUND = 10  # words around a verb in which such a word stands
_DENYING = frozenset(list_words("not never refused refuses failed fails declined declines"))
_ADVERBS = frozenset(list_words("already yet still only just even now"))
_SUPPOSING = frozenset(list_words("would could might should if whether"))
_UNSAID = _SUPPOSING | frozenset(list_words("to may unless can must will refused failed declined"))
# Words that turn a sense, or leave somebody out of it.
_TURNING = frozenset(
    list_words("only other others first neither nor unfounded false untrue wrong lie myth except")
)
_TURNING_PAIRS = frozenset(
    (("all", "but"), ("nothing", "but"), ("anything", "but"), ("but", "for"), ("none", "but"))
)
