"""Reservations of the evidence that a claim drops, so that what may be becomes what is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.check.comparison.alignment import Gap
from summarizer.check.lexicon.hedge_words import (
    ADVISED,
    ANONYMOUS,
    BINDING,
    CERTAIN,
    CONTESTED,
    FIRM,
    FOR_EVER,
    FOR_NOW,
    OPEN,
    REGARDLESS,
    STAGES,
    WANTING,
    WEAK,
    Phrases,
)
from summarizer.check.lexicon.polarity_words import AUXILIARIES, BE_FORMS, QUOTES
from summarizer.check.lexicon.statement_words import SAYING_NOUNS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import PERSON_TITLES, is_title
from summarizer.check.lexicon.words import Words, find_root, find_word, is_past
from summarizer.check.passage.hedges import ADMITTING, ANYWHERE, COMMAS, DENYING, MODALS, REACH, Hedge

_CALLING = frozenset(("call", "calls", "called", "calling"))


class Dropped(NamedTuple):
    """A reservation of the evidence that the claim lacks; `found` is the word that states it flatly."""

    hedge: Hedge
    found: int | None


def is_open(
    claim: Words, evidence: Words, near: range | None = None, but: frozenset[str] = frozenset()
) -> bool:
    """Whether a claim keeps itself open by a word of its own, which the evidence has in no form.

    `near`: indexes of the claim where such a word must stand; anywhere where not given.
    `but`: words that do not count.
    """
    listed = OPEN.get(claim.language, OPEN["en"])
    if but:
        listed -= but
    denies = not DENYING.isdisjoint(claim.key_set)
    if not denies and _ALL_OPEN.isdisjoint(claim.key_set):
        return False
    for i in near or range(len(claim)):
        key, token = claim.keys[i], claim.tokens[i]
        if key in _CALLING and claim.keys[i + 1 : i + 2] not in (["for"], ["on"]):
            continue  # "has called an election"
        if (key in listed or (denies and claim.roots[i] in _SHOWING)) and (
            token[0].islower() or claim.initial[i]
        ):
            if key not in evidence.key_set and claim.roots[i] not in evidence.root_set:
                return True
        elif (
            (key in BE_FORMS or key == "close")
            and claim.keys[i + 1 : i + 2] == ["to"]
            and claim.keys[i + 2 : i + 3] != ["blame"]
        ):
            return True  # "is to rule on it in June", "came close to resigning"
        elif key in _DECIDING and (
            claim.keys[0] in _ASKING or not _ASKING.isdisjoint(claim.keys[i + 1 : i + 4])
        ):
            return True  # "cannot decide who did it", "who did it is not known"
        elif key in _ABOUT and not _ASKING.isdisjoint(claim.keys[i + 1 : i + 2]):
            return True  # "would not be drawn on how it came down"
        elif key == "word" and i and claim.keys[i - 1] in _OWNED:
            return True  # "gave her word that"
        elif key in ("put", "puts") and "at" in claim.keys[i + 1 : i + _FAR]:
            return True  # "is put at 12 million"
    return denies and any(
        root in _SHOWING
        and not DENYING.isdisjoint(claim.keys[max(0, i - _FAR) : i])
        and not (near and _is_parted(claim, i, near))
        for i, root in enumerate(claim.roots)
    )


def _is_parted(words: Words, at: int, near: range) -> bool:
    """Whether a "but" or semicolon stands between a word and a stretch."""
    low, high = (at, near.start) if at < near.start + _BEHIND else (min(near.start + _BEHIND, at), at)
    return any(k in ("but", ";", "although", "though", "while") for k in words.keys[low:high])


_FAR = 9  # words from "no document" to "proving"


_DECIDING = frozenset(
    list_words(
        """
        decide decided determine determined establish established ascertain settled tell say explain explained
        know knows knew known find clear unclear unknown asked question
        """
    )
)


_OWNED = frozenset(("his", "her", "their", "its", "written"))


_ABOUT = frozenset(list_words("on about over concerning regarding"))


_ASKING = frozenset(list_words("who what how why when where which whether if"))


# Every word that is_open asks for where nothing is denied.
_ALL_OPEN = frozenset[str]().union(
    *OPEN.values(), BE_FORMS, _DECIDING, _ABOUT, ("close", "word", "put", "puts")
)


def _is_given_up(claim: Words, evidence: Words, hedge: Hedge) -> bool:
    """Whether neither text has anything come of a plan: "does not intend to", "rejected plans for"."""
    before = evidence.keys[max(0, hedge.first - 3) : hedge.first]
    rejected = not _GIVING_UP.isdisjoint(before)
    if not rejected and DENYING.isdisjoint(before):
        return False
    return (
        not DENYING.isdisjoint(claim.key_set)
        or not _MAY.isdisjoint(claim.key_set)
        or (rejected and not _GIVING_UP.isdisjoint(claim.key_set))
        or not _GIVEN_UP.isdisjoint(pairwise(claim.keys))
    )


_GIVING_UP = frozenset(
    list_words(
        """
        reject rejects rejected rejecting oppose opposes opposed drop drops dropped dropping scrap scraps
        scrapped scrapping abandon abandons abandoned abandoning shelve shelves shelved shelving ditch ditched
        axe axed cancel cancels cancelled canceled block blocks blocked veto vetoes vetoed decline declines
        declined refuse refuses refused quash quashed
        """
    )
)
# "Off the table", "thrown out".
_GIVEN_UP = frozenset(
    (
        ("ruled", "out"), ("rules", "out"), ("off", "the"), ("turned", "down"), ("thrown", "out"),
        ("threw", "out"), ("voted", "down"), ("voted", "against"), ("given", "up"), ("gave", "up"),
        ("called", "off"), ("turns", "down"),
    )
)  # fmt: skip


_SETTING_OFF = frozenset(("but", "although", "whereas", "while", "despite"))


_DENY = find_root("deny", "en")


_SHOWING = frozenset(find_root(w, "en") for w in list_words("show prove confirm establish find verify sight"))


def _keeps(claim: Words, hedge: Hedge, evidence: Words) -> bool:
    """Whether a claim has the word of a reservation in some form: "alleges" for "alleged"."""
    listed = OPEN.get(claim.language, OPEN["en"])
    if evidence.keys[hedge.first] == "what" and (
        not (QUOTES | _CAUTIOUS).isdisjoint(claim.key_set)
        or any(root == hedge.head and claim.keys[i - 1] == "as" for i, root in enumerate(claim.roots))
    ):
        return True  # "a “deliberate” leak", "deliberate, she said", "slammed it as deliberate"
    for j in range(hedge.first, hedge.last + 1):
        key, root = evidence.keys[j], evidence.roots[j]
        if root in claim.root_set if root else key in claim.key_set and (key in listed or key == "would"):
            return True
    return False


def compare_hedges(
    claim: Words,
    mine: list[Hedge],
    evidence: Words,
    theirs: list[Hedge],
    *,
    excused: frozenset[str] = frozenset(),
    told: frozenset[int] = frozenset(),
) -> Dropped | None:
    """The first reservation of the evidence that a claim drops; None where there is none.

    Args:
        claim: the claim's words.
        mine: its reservations.
        evidence: the words of its evidence.
        theirs: their reservations.
        excused: sorts that its attribution makes up for: a speaker named does for "reportedly".
        told: the indexes of the claim's words that are its speaker's.
    """
    if dropped := _find_certain(claim, evidence, theirs):
        return dropped
    if dropped := _find_wider(claim, evidence, theirs):
        return dropped
    whole = mine
    if mine and theirs:
        # What both have word for word weakens both; the rest may not.
        ours = {tuple(claim.keys[h.first : h.last + 1]) for h in mine}
        others = {tuple(evidence.keys[h.first : h.last + 1]) for h in theirs if h.covers}
        mine = [
            h
            for h in mine
            if tuple(claim.keys[h.first : h.last + 1]) not in others
            and (h.covers or claim.keys[h.first] not in evidence.key_set)
        ]
        common = [h for h in theirs if tuple(evidence.keys[h.first : h.last + 1]) in ours]
        theirs = [h for h in theirs if h not in common and not _share_scope(h, common, whole)]
    theirs = [h for h in theirs if not _keeps(claim, h, evidence) and not _names_subject(claim, evidence, h)]
    if not ADMITTING.isdisjoint(claim.key_set) and not ADMITTING.isdisjoint(evidence.key_set):
        theirs = [h for h in theirs if h.sort != "belief"]  # "and has confessed to two of them"
    if theirs:
        would = "would" in claim.key_set - evidence.key_set
        flat = _find_flat(theirs, evidence)
        for hedge in theirs:
            if hedge.sort == "condition":
                shared = hedge.covers & claim.root_set
                if mine or is_open(claim, evidence):
                    continue
                most = 10 * len(shared) >= 7 * len(claim.root_set)
                least = 2 if len(shared) == len(claim.root_set) else 3
                if (len(shared) >= least and most and not would) or len(shared) >= max(5, len(hedge.covers)):
                    return Dropped(hedge, None)
                continue
            if (
                not hedge.head
                or (hedge.sort == "plan" and _is_given_up(claim, evidence, hedge))
                or (hedge.sort == "plan" and (would or _may_be_sure(claim, evidence, hedge)))
            ):
                continue
            shared = hedge.covers & claim.root_set
            if hedge.head == ANYWHERE and hedge.sort == "possible" and any(h.sort in _OPENING for h in whole):
                continue  # "no decision has been taken": it keeps open what the claim keeps open
            agent = _find_agent(hedge, claim) if hedge.sort == "belief" else ""
            named = hedge.head in claim.root_set or agent
            if named and not agent and hedge.head != ANYWHERE and _is_only_named(claim, evidence, hedge.head):
                continue
            subject = shared == {hedge.head} and len(hedge.covers) > 2  # of another verb in the claim
            if (
                hedge.head != ANYWHERE
                and (subject or not named)
                and _is_about_more(claim, evidence, hedge, shared)
            ):
                continue
            if (
                hedge.head in claim.root_set
                or agent
                or (
                    len(shared) >= 2
                    and (
                        len(shared) * 2 >= len(hedge.covers)
                        or (hedge.head == ANYWHERE and 10 * len(shared) >= 7 * len(claim.root_set))
                    )
                )
                or (hedge.head == ANYWHERE and hedge.sort == "possible" and _says_only(claim, shared))
            ):
                if hedge.head in flat and not _is_to_come(claim, hedge.head, evidence):
                    continue  # the evidence says the same elsewhere without a reservation
                told_of = shared | {hedge.head, agent}
                places = [i for i, root in enumerate(claim.roots) if root and root in told_of]
                if hedge.sort in excused and _is_told(claim, hedge, places, told):
                    continue
                done = any(claim.keys[max(0, i - 1)] == "already" for i in places)
                if _is_kept(claim, mine, hedge, places, evidence) and not (
                    done and hedge.sort == "possible" and "already" not in evidence.key_set
                ):
                    continue
                return Dropped(hedge, places[0])
    return None


_OPENING = ("plan", "possible")


def _names_subject(claim: Words, evidence: Words, hedge: Hedge) -> bool:
    """Whether a claim has of a "whether" only whom it is about: "whether the old lease was put to tender"."""
    keys = evidence.keys
    if keys[hedge.last] != "whether" or keys[hedge.last + 1 : hedge.last + 2] == ["to"]:
        return False
    near = range(hedge.last + 1, min(len(keys), hedge.last + 1 + _AHEAD))
    verb = next((j for j in near if keys[j] in AUXILIARIES or is_past(keys[j])), None)
    if verb is None or "," in keys[hedge.last : verb] or keys[verb + 1 : verb + 2] == ["to"]:
        return False
    told = [j for j in range(verb, min(len(keys), verb + REACH)) if evidence.roots[j]]
    return claim.root_set.isdisjoint(evidence.roots[j] for j in told if j == told[0] or is_past(keys[j]))


def _may_be_sure(claim: Words, evidence: Words, hedge: Hedge) -> bool:
    """Whether a claim foretells what is planned, which "will" be; not what is only considered."""
    idle = not _IDLE.isdisjoint(evidence.keys[hedge.first : hedge.last + 1])
    seen = _SEEING in pairwise(claim.keys)
    foretold = any(
        r == hedge.head and (seen or "will" in claim.keys[max(0, i - 3) : i])
        for i, r in enumerate(claim.roots)
    )
    return "will" in claim.key_set and not (idle and foretold)


_SEEING = ("will", "see")  # "Monday will see the nurses walk out"


def _is_only_named(claim: Words, evidence: Words, head: str) -> bool:
    """Whether a claim speaks of a deed and does not tell it as done: "on closing", "refused to close"."""
    places = [i for i, root in enumerate(claim.roots) if root == head]
    return (
        bool(places)
        and all(
            (
                claim.keys[i].endswith("ing")
                and claim.keys[i] not in evidence.key_set
                and (
                    i == 0
                    or claim.keys[i - 1] in _NAMING_DEEDS
                    or claim.keys[i - 2 : i] in (["favour", "of"], ["favor", "of"])
                    or claim.keys[i - 2] == "the"  # "the additional borrowing"
                )
            )
            or (claim.keys[i - 1] == "to" and not _REFUSING.isdisjoint(claim.keys[max(0, i - 3) : i]))
            or (
                not _RULING_ON.isdisjoint(pairwise(claim.keys[max(0, i - _DECIDED) : i]))
                and not is_past(claim.keys[i])
            )
            for i in places
        )
    )


_DECIDED = 5  # words from "vote" to what it is on: "a vote on the early withdrawal"
_RULING_ON = frozenset(
    (word, "on")
    for word in list_words(
        """
        vote votes voted voting decide deciding decision decisions rule rules ruling ballot
        ballots referendum debate debates debated debating deliberate deliberates deliberating consult
        consults consultation hearing
        """
    )
)
_NAMING_DEEDS = frozenset(list_words("on about the against whether"))
_REFUSING = frozenset(list_words("refused refuses refuse refusing declined declines decline declining"))


_IDLE = frozenset(
    list_words(
        """
        leaning inclined tends considering considers consider mulling weighing contemplating exploring
        examining studying looking toying floated pondering thinking hopes hope hoped hoping eyeing keen
        eager tried tries trying attempted attempts attempting attempt talks negotiating negotiations
        discussions hinted threatened threatens threatening
        """
    )
)


def _is_about_more(claim: Words, evidence: Words, hedge: Hedge, shared: frozenset[str]) -> bool:
    """Whether a claim is mainly about what no reservation covers, and only names what one does."""
    beside = {
        root
        for root, token in zip(claim.roots, claim.tokens, strict=True)
        if root and token[0].islower() and root in evidence.root_set and root not in hedge.covers
    }
    return len(beside) > len(shared) and "will" not in claim.key_set


def _is_to_come(claim: Words, root: str, evidence: Words) -> bool:
    """Whether a claim foretells what its evidence has only as done: "will withdraw more"."""
    foretold = any(
        r == root and not {"will", "shall"}.isdisjoint(claim.keys[max(0, i - 3) : i])
        for i, r in enumerate(claim.roots)
    )
    return foretold and {"will", "shall", "would", "'ll", "going"}.isdisjoint(evidence.key_set)


def _is_told(claim: Words, hedge: Hedge, places: Sequence[int], told: frozenset[int]) -> bool:
    """Whether what a reservation covers is what a claim has its speaker say."""
    heads = [i for i in places if claim.roots[i] == hedge.head] or places
    return 2 * sum(i in told for i in heads) >= len(heads)


def _find_agent(hedge: Hedge, claim: Words) -> str:
    """The root of whoever did what somebody is only suspected of: "the arsonist"; "" where none stands."""
    if len(hedge.head) < _STEM:
        return ""
    return next((r for r in claim.roots if r != hedge.head and r.startswith(hedge.head)), "")


_STEM = 4  # letters of a root from which a longer one is its agent


def _says_only(claim: Words, shared: frozenset[str]) -> bool:
    """Whether a claim has no other content words than these, beside names and who says so."""
    rest = {
        root
        for root, token, initial in zip(claim.roots, claim.tokens, claim.initial, strict=True)
        if root and (token[0].islower() or initial) and not is_title(root)
    }
    return bool(shared) and all(r in shared or is_title(r) or r in _TITLE_ROOTS for r in rest)


_TITLE_ROOTS = frozenset(find_root(w, "en") for w in PERSON_TITLES) - {""}


def _share_scope(hedge: Hedge, common: Sequence[Hedge], mine: Sequence[Hedge]) -> bool:
    """Whether another reservation, which both texts have, covers what this one covers: "unclear whether"."""
    return any(hedge.head == h.head for h in common) and any(hedge.head in h.covers for h in mine)


def _is_kept(
    claim: Words, mine: Sequence[Hedge], hedge: Hedge, places: Sequence[int], evidence: Words
) -> bool:
    """Whether what a reservation covers is under one of the claim's own."""
    roots = {claim.roots[i] for i in places}
    if hedge.sort in ("report", "belief"):
        mine = [h for h in mine if h.sort not in ("plan", "demand")]
    elif hedge.sort == "plan":
        mine = [h for h in mine if h.sort != "belief"]  # who has been charged is not about to be
    if any(h.sort in (hedge.sort, "condition") or not roots.isdisjoint(h.covers) for h in mine):
        return True
    if hedge.sort == "report" and any(
        k in _NAMING and not (k in _CALLING and claim.keys[i + 1 : i + 2] in (["for"], ["on"], ["off"]))
        for i, k in enumerate(claim.keys if not _NAMING.isdisjoint(claim.key_set) else ())
    ):
        return True  # "called the coach cruel", not "called for a strike"
    if evidence.keys[hedge.first : hedge.last + 2] == ["plans", "for"] and any(
        not _SCHEMES.isdisjoint(claim.keys[i : i + _NAMED]) for i in places
    ):
        return True  # "the tunnel project" for "plans for a tunnel"
    begin = max(0, places[0] - _BEHIND)
    comma = next((i for i in range(begin, places[0]) if claim.keys[i : i + 2] == [",", "that"]), 0)
    if comma:
        aside = next((i for i in range(comma - 1, 0, -1) if claim.keys[i] == ","), comma)
        begin = max(0, min(begin, aside - _BESIDE))  # "believes, from what she has seen, that"
    near = range(begin, min(len(claim), places[-1] + _AHEAD))
    settled = (
        WANTING if hedge.sort in ("report", "belief") else _CONCLUDED if hedge.sort == "possible" else _NONE
    )
    return is_open(claim, evidence, near, settled)


_CONCLUDED = frozenset(list_words("conclude concludes concluded concluding conclusion conclusions"))
_NONE = frozenset[str]()


_NAMING = frozenset(
    list_words("called calls describe described describes branded labelled labeled dubbed termed")
)


_SCHEMES = frozenset(
    list_words("project projects scheme schemes programme programmes program programs venture ventures")
)
_NAMED = 4  # words up to "project" in "the tunnel rail project"
_BESIDE = 2  # words before an aside among which its verb stands
_BEHIND, _AHEAD = 12, 14  # words before and after what a word keeps open


def _find_certain(claim: Words, evidence: Words, theirs: Sequence[Hedge]) -> Dropped | None:
    """Where "the study suggests" has become "the study proves", or "may" "is certain to"."""
    weak = find_word(evidence, WEAK)
    sure = _find_first(claim, CERTAIN)
    if sure is None:
        return _find_shown(claim, evidence, weak) if weak is not None else None
    if weak is None:
        weak = next((h.first for h in theirs if h.sort != "condition"), None)
    if weak is None or _is_turned(claim, sure) or _find_first(evidence, CERTAIN) is not None:
        return None
    if claim.roots[sure] and claim.roots[sure] in evidence.root_set:
        return None
    return Dropped(Hedge(weak, weak, "possible", "", frozenset()), sure)


def _find_shown(claim: Words, evidence: Words, weak: int) -> Dropped | None:
    """Where what the evidence only believes is shown, known or established in the claim."""
    if FIRM.isdisjoint(claim.key_set):
        return None
    sure = next(
        (i for i, k in enumerate(claim.keys) if k in FIRM and claim.keys[i + 1 : i + 2] != ["as"]), None
    )
    if sure is None or not DENYING.isdisjoint(claim.key_set) or claim.roots[sure] in evidence.root_set:
        return None
    covered = {r for r in evidence.roots[weak + 1 : weak + 1 + REACH] if r}
    shown = claim.root_set
    near = range(max(0, sure - _BEHIND), min(len(claim), sure + _AHEAD))
    if (
        len(covered & shown) < min(2, len(covered) or 1)
        or claim.key_set & WEAK
        or is_open(claim, evidence, near)
    ):
        return None
    return Dropped(Hedge(weak, weak, "possible", "", frozenset()), sure)


def _is_turned(words: Words, at: int) -> bool:
    """Whether a word of certainty is denied or weakened: "not certain", "almost certain"."""
    if words.keys[at] in ("no", "without", "beyond"):
        return False
    before = words.keys[max(0, at - 4) : at + 1]
    if not _LACKING.isdisjoint(words.keys[at + 1 : at + REACH]) or not _MAY.isdisjoint(before[-3:]):
        return True  # "proof of it is lacking", "could prove useless"
    begin = next((j for j in range(at, -1, -1) if words.keys[j] in COMMAS), 0)
    if not _SUPPOSING.isdisjoint(words.keys[begin:at]):
        return True  # "provided that the water proves clean"
    return (
        not DENYING.isdisjoint(before)
        or not _NEARLY.isdisjoint(before)
        or any(k.endswith("n't") for k in before)
    )


_LACKING = frozenset(list_words("lack lacks lacking lacked missing absent wanting"))


_SUPPOSING = frozenset(list_words("if provided providing unless should once until assuming"))


_MAY = frozenset(("may", "might", "could"))


_NEARLY = frozenset(
    list_words("almost nearly virtually practically fairly pretty all far if whether to less")
)


def _find_first(words: Words, phrases: Phrases) -> int | None:
    """Where one of some phrases stands first; None where none does."""
    if phrases.keys().isdisjoint(words.key_set):
        return None
    keys = words.keys
    for i, key in enumerate(keys):
        for phrase in phrases.get(key, ()):
            first = i + 1 - len(phrase)
            if first >= 0 and tuple(keys[first : i + 1]) == phrase:
                return first
    return None


def is_plain(claim: Words, evidence: Words, *, denying: bool = False) -> bool:
    """Whether a claim states something without keeping it open, denying it or saying on whose word.

    `denying`: a denial that its evidence has too is plain, and so is any where that has somebody deny it.
    """
    cautious = claim.key_set & _CAUTIOUS
    for done in ("denied", "dismissed"):
        if done in cautious and all(
            k != done or not BE_FORMS.isdisjoint(claim.keys[max(0, i - 2) : i])
            for i, k in enumerate(claim.keys)
        ):
            cautious -= {done}  # "was denied a visa", "was dismissed for it"
    if denying:
        cautious -= evidence.key_set & _SETTING_OFF
        if _DENY in evidence.root_set or not DENYING.isdisjoint(evidence.key_set):
            cautious -= DENYING
    return bool(claim.root_set) and not cautious and not is_open(claim, evidence)


def find_taken_over(
    claim: Words, evidence: Words, speakers: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """What an unnamed source says, or somebody denies, told as a fact: first and last word of who or that.

    `speakers`: first and last word of whoever says something in the evidence.
    """
    if not speakers:
        return None
    for first, last in speakers:
        if not ANONYMOUS.isdisjoint(evidence.keys[first : last + 1]) and _has_most(
            claim, evidence.roots[last : _find_stop(evidence, last)]
        ):
            return (first, last) if is_plain(claim, evidence) else None
    at = _find_first(evidence, CONTESTED)
    if at is not None and _has_most(claim, evidence.roots[:at]) and is_plain(claim, evidence):
        return at, at
    apposed = _find_contested(evidence)
    if apposed and _has_most(claim, evidence.roots[: apposed[0]]) and is_plain(claim, evidence, denying=True):
        return apposed
    return None


def _find_contested(words: Words) -> tuple[int, int] | None:
    """The apposition in which somebody else denies what stands before: "a charge that Holm denied"."""
    if _CONTESTED_BY.isdisjoint(words.key_set) and _FALSE.isdisjoint(words.key_set):
        return None
    keys = words.keys
    for i, key in enumerate(keys):
        if key != ",":
            continue
        noun = i + 1 + (keys[i + 1 : i + 2] in (["a"], ["an"]))
        if noun >= len(keys) or keys[noun] not in _CONTESTABLE:
            continue
        for j in range(noun + 1, len(keys)):
            if keys[j] in (".", ";"):
                break
            if keys[j] in _CONTESTED_BY or (
                keys[j] in _FALSE and not (keys[j + 1 : j + 2] or ["."])[0][0].isalnum()
            ):
                return i + 1, j
    return None


_CONTESTABLE = SAYING_NOUNS | frozenset(
    list_words(
        "something which version account story description report theory figure sum number total charge"
    )
)
_CONTESTED_BY = frozenset(
    list_words(
        """
        denies denied deny denying disputes disputed dispute rejects rejected reject contests contested
        refutes refuted refute rebuts rebutted dismisses dismissed dismiss contradicts contradicted contradict
        """
    )
)
# At the end of a clause: "a report that she called false".
_FALSE = frozenset(
    list_words(
        """
        untrue false lie lies baseless unfounded nonsense absurd invented fabricated groundless slander
        slanderous libellous ridiculous preposterous fantasy fiction wrong misleading inaccurate incorrect
        """
    )
)


def _find_stop(words: Words, at: int) -> int:
    """Where the clause ends in which a word stands, where a semicolon parts it from the next."""
    return next((j for j in range(at, len(words)) if words.keys[j] == ";"), len(words))


def _has_most(claim: Words, roots: Sequence[str]) -> bool:
    """Whether most content words of a claim are among some roots."""
    return len(claim.root_set.intersection(roots)) >= max(2, _MOSTLY * len(claim.root_set))


_MOSTLY = 0.5


# Words by which a claim gives a report as one, or denies.
_CAUTIOUS = frozenset(
    list_words(
        """
        not no never neither nor none nobody nothing deny denies denied denial dispute disputes disputed
        cite cites cited citing quote quotes quoted quoting
        reject rejects rejected contest contests contested dismiss dismisses dismissed lie according account
        say says said told tells spoke speaks speak word version although but whereas while despite
        contradict contradicts contradicted complain complains complained complaint voice voices voiced
        """
    )
)


def _find_wider(claim: Words, evidence: Words, theirs: Sequence[Hedge]) -> Dropped | None:
    """Where advice has become an order, "for now" "never", a condition none, or "might" a plan."""
    found = expected = None
    if not BINDING.isdisjoint(claim.key_set) and "should" not in claim.key_set and not _binds(evidence):
        found = next(
            (
                i
                for i, k in enumerate(claim.keys)
                if k in BINDING and (k == "must" or DENYING.isdisjoint(claim.key_set))
            ),
            None,
        )
        expected = None if found is None else find_word(evidence, ADVISED)
    if expected is None and (found := _find_first(claim, FOR_EVER)) is not None:
        expected = _find_first(evidence, FOR_NOW) if _find_first(evidence, FOR_EVER) is None else None
    if (
        expected is None
        and (found := _find_first(claim, REGARDLESS)) is not None
        and _find_first(evidence, REGARDLESS) is None
        and _UNTOLD.isdisjoint(claim.keys[max(0, found - 3) : found])  # "has not said whether or not"
        and not (
            claim.keys[found] == "either" and not DENYING.isdisjoint(claim.keys[max(0, found - 4) : found])
        )
    ):
        expected = next((h.first for h in theirs if h.sort in ("condition", "plan", "possible")), None)
    if (
        expected is None
        and not _INTENDING.isdisjoint(claim.key_set)
        and _INTENDING.isdisjoint(evidence.key_set)
    ):
        found = next(i for i, k in enumerate(claim.keys) if k in _INTENDING)
        expected = next((j for j, k in enumerate(evidence.keys) if k in ("may", "might", "could")), None)
        if any(h.sort in ("plan", "demand") for h in theirs):
            expected = None
    if expected is None:
        found, expected = _find_stage(claim, evidence)
    if expected is None:
        return None
    return Dropped(Hedge(expected, expected, "possible", "", frozenset()), found)


_UNTOLD = _DECIDING | frozenset(
    list_words("said says saying decided unsure undecided whether told knows knew")
)


def _find_stage(claim: Words, evidence: Words) -> tuple[int | None, int | None]:
    """Where what may come of something is told as come: "shortlisted" as "awarded"."""
    if not DENYING.isdisjoint(claim.key_set) or not (MODALS - {"will"}).isdisjoint(claim.key_set):
        return None, None
    if not _FACING.isdisjoint(evidence.key_set) and _SERVING.isdisjoint(evidence.key_set):
        found = next((i for i, k in enumerate(claim.keys) if k in _SERVING), None)
        facing = next(j for j, k in enumerate(evidence.keys) if k in _FACING)
        terms = not _TERMS.isdisjoint(evidence.keys[facing : facing + REACH])
        if found is not None and terms and not is_open(claim, evidence):
            return found, facing
    if "will" in claim.key_set or _COME.isdisjoint(claim.key_set):
        return None, None
    for early, late in STAGES:
        if not early.isdisjoint(claim.key_set) or not late.isdisjoint(evidence.key_set):
            continue
        found, expected = find_word(claim, late), find_word(evidence, early)
        if found is None or expected is None or is_open(claim, evidence):
            continue
        if "be" in claim.keys[max(0, found - 2) : found]:
            continue  # "is to be completed"
        return found, expected
    return None, None


_COME = frozenset[str]().union(*(late for _, late in STAGES))


# What somebody may get for something, and has got.
_FACING = frozenset(list_words("carries carrying carry carried faces face facing faced punishable maximum"))


_SERVING = frozenset(list_words("serve serves serving served sentenced jailed imprisoned fined"))


_TERMS = frozenset(list_words("years year months month life prison jail fine fines imprisonment sentence"))


def _binds(evidence: Words) -> bool:
    """Whether the evidence has an order or a duty, other than one that is stopped short of."""
    return any(
        k in BINDING or k in _BINDS
        for i, k in enumerate(evidence.keys)
        if "short" not in evidence.keys[max(0, i - 6) : i]
    )


_INTENDING = frozenset(list_words("planning intends intended intending intention intent determined resolved"))


# Words by which evidence binds in another way.
_BINDS = frozenset(
    list_words(
        """
        order orders require requires need needs needed have compel force forced forces oblige law rule rules
        only cannot can't not never illegal unlawful allowed duty shall will stop warned
        """
    )
)


def find_left_out(
    gaps: Sequence[Gap],
    claim: Words,
    mine: list[Hedge],
    evidence: Words,
    theirs: list[Hedge],
    *,
    excused: frozenset[str],
) -> Dropped | None:
    """A reservation that a claim in nearly the words of its evidence leaves out."""
    if not theirs:
        return None
    listed = _LISTED.get(claim.language, _LISTED["en"])
    said = {h.sort for h in theirs}
    if any(h.sort in said for h in mine if claim.keys[h.first] not in evidence.key_set):
        return None  # the same reservation in another place and word
    if any(k in listed and k not in evidence.key_set for k in claim.keys):
        return None
    for gap in gaps:
        if any(h.first in gap.mine for h in mine) or any(claim.keys[i] in listed for i in gap.mine):
            continue
        for hedge in theirs:
            if (
                (
                    hedge.first in gap.theirs
                    and hedge.head in claim.root_set
                    and len(gap.theirs) <= _WORDS_LEFT_OUT
                )
                and hedge.sort != "condition"
                and hedge.sort not in excused
                and not _names_subject(claim, evidence, hedge)
                and not _is_only_named(claim, evidence, hedge.head)
                and evidence.keys[hedge.first] != "what"
            ):
                return Dropped(hedge, gap.mine[0] if gap.mine else None)
    return None


_LISTED = {language: listed | {"would"} for language, listed in OPEN.items()}


_WORDS_LEFT_OUT = 4  # a longer stretch left out is a shortened claim, which its own check judges


def _find_flat(theirs: list[Hedge], evidence: Words) -> frozenset[str]:
    """The roots that the evidence has out of reach of any of its reservations."""
    flat: set[str] = set()
    at = 0
    for hedge in theirs:
        flat.update(evidence.roots[at : max(at, hedge.first - _BEFORE)])
        at = max(at, hedge.last + REACH + 1)
    flat.update(evidence.roots[at:])
    return frozenset(flat)


_BEFORE = 6  # words before a reservation that it may still be about
