"""Whether one text denies what another says in a way that comes to the same.

"Not until May" is "in May", "the first time" is "never before", and who counts some of them may say the same
as who counts the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.comparison.contrast import agrees_by_contrast
from summarizer.check.lexicon.number_words import CARDINALS, UNITS
from summarizer.check.lexicon.polarity_words import (
    BREAKS,
    CLAUSE_WORDS,
    ONLY_WITH_CLAIMS,
    QUOTES,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.polarity import CONTEXT, COUNTS, Polarity, find_next


def is_said_otherwise(claim: Words, mine: Polarity, evidence: Words, theirs: Polarity) -> bool:
    """Whether one text denies what the other says in a way that comes to the same."""
    return (
        _ends_elsewhere(mine, evidence)
        or _ends_elsewhere(theirs, claim)
        or _is_delay(claim, mine, evidence)
        or _is_delay(evidence, theirs, claim)
        or _is_first_time(claim, evidence)
        or _is_first_time(evidence, claim)
        or _agree_by_contrast(claim, mine, evidence, theirs)
        or _agree_by_contrast(evidence, theirs, claim, mine)
        or agrees_by_contrast(claim, mine, evidence)
        or agrees_by_contrast(evidence, theirs, claim)
        or is_rest(claim, evidence)
        or (not mine.negators and _repeats_allegation(claim, evidence, theirs))
        or (not mine.negators and _may_do_so(claim, evidence))
        or (
            ("less" in claim.key_set) != ("less" in evidence.key_set)
            and not _FULL.isdisjoint(claim.key_set ^ evidence.key_set)
        )
    )


def _may_do_so(claim: Words, evidence: Words) -> bool:
    """Whether a claim says in full what its evidence says in short: "no plans to go, but might do so"."""
    if "so" not in evidence.key_set or _MAY.isdisjoint(claim.key_set):
        return False
    keys = evidence.keys
    return any(keys[i] in _MAY and keys[i + 1 : i + 3] == ["do", "so"] for i in range(len(keys) - 2))


_MAY = frozenset(("may", "might", "could"))


def _repeats_allegation(claim: Words, evidence: Words, theirs: Polarity) -> bool:
    """Whether a claim tells only that somebody alleges what the evidence has another reject.

    "Ann claimed that it leaks" for "Bo rejected Ann's claim that it leaks".
    """
    for negator in theirs.negators:
        if evidence.keys[negator] not in ONLY_WITH_CLAIMS:
            continue
        near = evidence.roots[negator + 1 : negator + 1 + _ALLEGER]
        for i in range(1, len(claim)):
            if claim.roots[i] in _ALLEGING and claim.roots[i] in near and is_past(claim.keys[i]):
                return claim.roots[i - 1] in near
    return False


_ALLEGER = 10  # words after "rejected" among which it stands who alleges what
_ALLEGING = frozenset(
    find_root(w, "en")
    for w in list_words("claim allegation accusation suggestion report charge complaint argument")
)
_FULL = frozenset(("full", "whole", "entire"))  # "not for a full week" is "for less than a week"


def _ends_elsewhere(polarity: Polarity, other: Words) -> bool:
    """Whether a denial ends at a time that the other text names otherwise: "not until May", "in May"."""
    return any(
        key not in other.key_set or root != find_next(other.roots, other.keys.index(key))
        for key, root in polarity.bounds
    )


def _is_delay(words: Words, polarity: Polarity, other: Words) -> bool:
    """Whether a text denies for a while what the other has done then: "not for a year", "a year before"."""
    if "for" not in words.key_set or _WAITING.isdisjoint(other.key_set):
        return False
    keys = words.keys
    return any(
        key == "for" and polarity.denied[i] % 2 and any(k in UNITS for k in keys[i + 1 : i + _SPAN])
        for i, key in enumerate(keys)
    )


_SPAN = 5  # words after "for" that name a while: "almost three more weeks"
_WAITING = frozenset(list_words("before until after later took waited wait delay delayed only"))


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
        if _NOT.isdisjoint(few.key_set) and not _NOT.isdisjoint(most.key_set) and _has_phrase(few, _PARTS):
            return _has_phrase(most, _MAJORITY)  # "a third came" for "most did not come"
    if _is_outvoted(claim, evidence):
        return True
    for words, other in ((claim, evidence), (evidence, claim)):
        if _EXCEPTING.isdisjoint(words.key_set) or not _EXCEPTING.isdisjoint(other.key_set):
            continue
        for i, key in enumerate(words.keys):
            if key in _EXCEPTING:
                if _is_counted_out(words.keys, i):
                    near = read_near(words, i, -1) | read_near(words, i, 1)
                    return not near.isdisjoint(other.root_set)
                after = find_next(words.roots, i)
                if after in other.root_set and (
                    key != "but" or not _EVERY.isdisjoint(words.keys[max(0, i - 4) : i - 1])
                ):
                    return True
    return False


def _is_outvoted(claim: Words, evidence: Words) -> bool:
    """Whether a claim tells how many, or who, stood on the side that lost a vote of the evidence.

    "Four in ten backed it" for "rejected by 60 percent to 40", "only Ann was for it" for "rejected, with only
    Ann in favour".
    """
    keys = evidence.keys
    if "with" in evidence.key_set and not _ALONE.isdisjoint(claim.key_set):
        for i, key in enumerate(keys[:-2]):
            if key == "with" and keys[i + 1] in _ALONE:
                return not claim.root_set.isdisjoint(filter(None, evidence.roots[i + 2 : i + 2 + _PARTY]))
    score = _find_score(evidence)
    if score is None or _find_score(claim):
        return False
    most, fewest = score
    counts = (_read_count(key) for key in claim.keys)
    return any(n and abs(n - fewest) <= min(_ROUNDED * n, abs(n - most)) for n in counts)


_ALONE = frozenset(("only", "alone", "just", "solely"))
_PARTY = 8  # words after "with only" that name who
_ROUNDED = 0.05


def _find_score(words: Words) -> tuple[float, float] | None:
    """How many stood on each side of a vote, the larger first: "by 318 votes to 304", "4-3"."""
    keys = words.keys
    for i, key in enumerate(keys[1:-1], 1):
        if key in _BETWEEN_COUNTS:
            counted = i > 1 and (keys[i - 1].isalpha() or keys[i - 1] == "%")
            count = _read_count(keys[i - 1]) or (counted and _read_count(keys[i - 2]))
            other = _read_count(keys[i + 1])
            if count and other and count > other and not _VOTES.isdisjoint(words.root_set):
                return count, other
    return None


_BETWEEN_COUNTS = frozenset(("to", "-", "–", "against"))
_VOTES = frozenset(find_root(w, "en") for w in list_words("vote reject approve ballot rule back pass adopt"))


def _read_count(key: str) -> float:
    """The number that a word is; 0 where it is none."""
    if key[0].isdecimal():
        digits = key.replace(",", "")
        return float(digits) if digits.replace(".", "", 1).isdecimal() else 0.0
    return float(CARDINALS["en"].get(key, 0))


def _is_counted_out(keys: Sequence[str], i: int) -> bool:
    """Whether an exception is a number: "all but two", "every match but one"."""
    return _is_count("".join(keys[i + 1 : i + 2]) or "-") and not _EVERY.isdisjoint(keys[max(0, i - 3) : i])


def _find_shares(words: Words) -> list[tuple[str, str]]:
    """The pairs of "two of the nine"; the whole is "" where nothing is counted so."""
    keys = words.keys
    found: list[tuple[str, str]] = []
    if "of" not in words.key_set:
        return found
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


def _has_phrase(words: Words, phrases: tuple[str, ...]) -> bool:
    text = f" {' '.join(words.keys)} "
    return any(phrase in text for phrase in phrases)


_MINORITY = tuple(
    f" {phrase} "
    for phrase in ("few", "fewer than half", "less than half", "under half", "a minority", "hardly any")
)
_PARTS = tuple(
    f" a {part} " for part in ("third", "quarter", "fifth", "sixth", "tenth", "fraction", "handful")
) + tuple(f" one in {whole} " for whole in ("three", "four", "five", "six", "eight", "ten"))
_NOT = frozenset(list_words("not didn't haven't hasn't isn't aren't wasn't weren't don't doesn't won't"))
_MAJORITY = tuple(
    f" {phrase} "
    for phrase in (
        "most", "more than half", "over half", "a majority", "the majority", "almost all", "nearly all",
        "the bulk",
    )
)  # fmt: skip
_EXCEPTING = frozenset(("except", "excluding", "but", "apart"))
_EVERY = frozenset(list_words("all every each everyone everybody any anyone everything"))


def _is_first_time(words: Words, other: Words) -> bool:
    """Whether a text says "for the first time" where the other has "never", or "not … before"."""
    if (
        {"first", "since"} <= words.key_set
        and "since" in other.key_set
        and not _NEVER.isdisjoint(other.key_set)
    ):
        return "first" not in other.key_set  # "the first such talks since May", "no such talks since May"
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


def read_near(words: Words, at: int, step: int) -> frozenset[str]:
    """The content words on one side of a word within its clause."""
    found = set()
    for i in range(at + step, len(words) if step > 0 else -1, step):
        key = words.keys[i]
        if key in BREAKS or key in QUOTES or key in CLAUSE_WORDS or key == "that":
            break
        if words.roots[i] and not key[0].isdecimal() and key not in COUNTS:
            found.add(words.roots[i])
    return frozenset(found) - {words.roots[at]}


def is_contrast(words: Words, negator: int) -> bool:
    """Whether a negator sets something apart: "the coach, not his keeper"."""
    return words.keys[negator] in ("not", "nicht") and negator > 0 and words.keys[negator - 1] == ","


def _agree_by_contrast(words: Words, polarity: Polarity, other: Words, theirs: Polarity) -> bool:
    """Whether a text sets somebody apart by ", not his keeper" of whom the other denies what is said.

    Where whoever is set before the contrast ("the coach, not his keeper") is denied it there, it does not.
    """
    for head, negator in polarity.heads.items():
        if not is_contrast(words, negator):
            continue
        places = theirs.places.get(words.roots[head], ())
        if any(j < n <= j + CONTEXT for j in places for n in theirs.negators):
            return True
        subject = next((r for r in words.roots[negator - 2 :: -1] if r), "")
        denied = [n for n in theirs.negators if not is_contrast(other, n)]
        if words.keys[0] == "it" and denied and subject not in other.roots[: denied[0]]:
            return True
    return False
