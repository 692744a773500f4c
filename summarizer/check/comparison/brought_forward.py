"""What is to come, awaited, asked for or forecast, told as done."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.comparison.frames import share_frame
from summarizer.check.comparison.hedges import is_open
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.coming import find_coming
from summarizer.check.passage.hedges import COMMAS, DENYING, MODALS
from summarizer.check.passage.passage import Passage


def find_brought_forward(
    claim: Words, evidence: Words, coming: Sequence[tuple[int, str]]
) -> tuple[int, int] | None:
    """A verb that the evidence has in the future and the claim as done: "will reopen" as "has reopened".

    Indexes of the verb in the claim and of "will" in the evidence. `coming`: what the evidence foretells.
    """
    if not MODALS.isdisjoint(claim.key_set):
        return _find_drafted(claim, evidence)
    for j, verb in coming:
        for i, root in enumerate(claim.roots) if verb in claim.root_set else ():
            if root == verb and _is_done(claim, i) and not (evidence.keys[j] == "to" and find_coming(claim)):
                return i, j
    return (
        _find_drafted(claim, evidence)
        or _find_awaited(claim, evidence)
        or _find_granted(claim, evidence)
        or _find_forecast(claim, evidence)
        or _find_done_otherwise(claim, evidence, coming)
    )


def find_held_back(claim: Passage, evidence: Passage) -> tuple[int, int] | None:
    """A verb that the evidence has as done and the claim keeps open: "has planted" as "may have planted".

    Indexes of the reservation in the claim and of the verb in the evidence, which keeps it open nowhere.
    """
    words, others = claim.words, evidence.words
    if _HOLDING_BACK.isdisjoint(words.key_set):
        return None
    for hedge in claim.hedges:
        key = words.keys[hedge.first]
        if key not in _HOLDING_BACK or key in others.key_set:
            continue
        places = others.places.get(hedge.head, ())
        if len(places) != 1 or not _is_done(others, places[0]):
            continue
        if not any(hedge.head in other.covers for other in evidence.hedges):
            return hedge.first, places[0]
    return None


_HOLDING_BACK = frozenset(
    list_words(
        """
        may might possibly perhaps maybe hopes hope intends intend plans plan wants want aims aim
        considering considers mulling weighing expected likely probably
        """
    )
)


def _find_done_otherwise(
    claim: Words, evidence: Words, coming: Sequence[tuple[int, str]]
) -> tuple[int, int] | None:
    """A verb for what has been done with the object of another that is still to come.

    "Will buy 14 boats" as "has taken delivery of 14 boats"; who "has ordered" them has not done more.
    """
    if _HAS.isdisjoint(claim.key_set):
        return None
    for j, verb in coming:
        if verb in claim.root_set or evidence.keys[j] not in ("will", "to"):
            continue
        place = evidence.roots.index(verb)
        for i, root in enumerate(claim.roots):
            has = not _HAS.isdisjoint(claim.keys[max(0, i - 2) : i])
            other = has and root and root not in _PLANNING and root not in evidence.root_set
            if other and share_frame(claim, i, evidence, place):
                return i, j
    return None


_HAS = frozenset(("has", "have"))


_PLANNING = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        announce agree plan promise pledge say tell order propose decide vow offer want seek intend expect
        consider commit warn ask forecast predict schedule set approve earmark set_aside unveil sign strike
        reveal confirm book commission hire choose pick select name appoint make give take have vote back
        demand urge call require insist believe think hope fear
        """
    )
)


def _find_drafted(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A duty that a draft would bring, told as one: "under the draft, shops would have to close"."""
    if _DRAFTS.isdisjoint(evidence.key_set) or not (_DRAFTS | {"would"}).isdisjoint(claim.key_set):
        return None
    keys = evidence.keys
    for j in range(len(keys) - 3):
        if keys[j : j + 3] != ["would", "have", "to"] and keys[j : j + 3] != ["would", "be", "required"]:
            continue
        verbs = {r for r in evidence.roots[j + 3 : j + 5] if r}
        for i, root in enumerate(claim.roots):
            if root in verbs and not _OBLIGING.isdisjoint(claim.keys[max(0, i - 4) : i]):
                return i, j
    return None


_DRAFTS = frozenset(
    list_words("draft drafted proposed proposal proposals bill plan plans if propose proposes")
)


_OBLIGING = frozenset(("must", "have", "has", "obliged", "required"))


def _find_awaited(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """What has to come first, told as done: "until it has been repaired", "needs the board's approval"."""
    if not _AWAITING.isdisjoint(claim.key_set) or _AWAITING.isdisjoint(evidence.key_set):
        return None
    for j, key in enumerate(evidence.keys):
        if key not in _AWAITING:
            continue
        if key == "subject" and evidence.keys[j + 1 : j + 2] != ["to"]:
            continue
        end = _find_end(evidence, j + 1, _JOINING)
        if key in _NEEDING:
            end = min(end, j + _NEEDED + (key == "subject"))
        elif not (_is_ahead(evidence.keys[j + 1 : end]) or _is_shifted(evidence.keys, j, end)):
            continue  # "until the war ended"
        elif key == "if" and evidence.keys[j - 1 : j] in (["as"], ["even"], ["ask"], ["asked"], ["know"]):
            continue
        clause = frozenset(evidence.roots[j + 1 : end]) - {""}
        if not _APPROVALS.isdisjoint(clause) and (given := _find_approved(claim, clause)) is not None:
            return given, j
        if len(clause & claim.root_set) < min(2, len(clause)):
            continue
        if key not in _NEEDING:  # "its offer" is made already
            clause -= {evidence.roots[k] for k in range(j + 1, end) if evidence.keys[k - 1] in _OWNED}
        for i, root in enumerate(claim.roots):
            told = root and root in clause and evidence.roots.count(root) == 1 and _is_done(claim, i)
            if told and not is_open(claim, evidence):
                return i, j
    return None


def _find_approved(claim: Words, clause: frozenset[str]) -> int | None:
    """Where a claim has whoever is still to agree to something agree: "pending the board's approval"."""
    if _AGREEING.isdisjoint(claim.root_set) or claim.root_set.isdisjoint(clause - _APPROVALS):
        return None
    places = (i for i, root in enumerate(claim.roots) if root in _AGREEING and _is_done(claim, i))
    return next(places, None) if DENYING.isdisjoint(claim.key_set) else None


_APPROVALS = frozenset(
    find_root(word, "en")
    for word in list_words(
        """
        approval clearance consent permission authorisation authorization ratification blessing backing assent
        """
    )
)
_AGREEING = frozenset(
    find_root(word, "en")
    for word in list_words(
        """
        approve clear authorise authorize ratify back bless permit allow grant consent nod endorse sanction
        """
    )
)


def _find_end(words: Words, at: int, joints: frozenset[str]) -> int:
    """Where a clause ends: at a mark or one of some words that join another."""
    ends = (k for k in range(at, len(words)) if words.keys[k] in COMMAS or words.keys[k] in joints)
    return next(ends, len(words))


_JOINING = frozenset(("and",))


def _is_ahead(keys: Sequence[str]) -> bool:
    """Whether a clause behind "until" is of what is still to come: it stands in the present."""
    return not {"is", "are", "has", "have", "does", "do"}.isdisjoint(keys) or not any(map(is_past, keys))


def _is_shifted(keys: Sequence[str], at: int, end: int) -> bool:
    """Whether the past is that of reported speech or of what never was: "would, unless they removed it"."""
    return (keys[at] == "if" and "had" in keys[at:end]) or (
        keys[at] != "once" and not {"would", "could", "might"}.isdisjoint(keys[max(0, at - _EARLIER) : at])
    )


_EARLIER = 8  # words before "unless" in which its "would" stands


_NEEDING = frozenset(list_words("needs need requires require awaits await awaiting pending subject"))


_AWAITING = _NEEDING | frozenset(list_words("until unless if provided once"))


_OWNED = frozenset(list_words("the a an its his her their this that these those of"))


_NEEDED = 5  # words behind "needs" that say what is needed


def _find_granted(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """What is only asked for, told as got: "would ask for a review", "has obtained a review"."""
    got = next((i for i, k in enumerate(claim.keys) if k in _GETTING), None)
    if got is None or not _GETTING.isdisjoint(evidence.key_set) or not DENYING.isdisjoint(claim.key_set):
        return None
    for j in range(1, len(evidence)):
        asked = evidence.keys[j] == "for" and evidence.keys[j - 1] in _ASKING_FOR
        if not asked and evidence.keys[j] not in _SEEKING:
            continue
        wanted = {r for r in evidence.roots[j + 1 : j + 1 + _NEEDED] if r}
        if not wanted.isdisjoint(claim.roots[got + 1 : got + 1 + _NEEDED]) and not is_open(claim, evidence):
            return got, j
    return None


_GETTING = frozenset(list_words("obtained won received secured got gained granted given awarded landed"))


_ASKING_FOR = frozenset(
    list_words(
        "ask asks asked asking apply applies applied applying bid bids bidding appeal appeals appealed call"
    )
)


_SEEKING = frozenset(
    list_words("seek seeks sought seeking request requests requested requesting demand demands")
)


def _find_forecast(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A forecast figure told as reached: "raised its profit forecast to $3 billion", "made $3 billion"."""
    if _FORECASTS.isdisjoint(evidence.key_set) or not _FORECASTS.isdisjoint(claim.key_set):
        return None
    reached = next((i for i, k in enumerate(claim.keys) if k in _REACHING), None)
    figures = [k for k in claim.keys if k[0].isdecimal()]
    if reached is None or not figures or is_open(claim, evidence, but=_REACHING):
        return None
    for j, key in enumerate(evidence.keys):
        if key not in _FORECASTS:
            continue
        end = _find_end(evidence, j, _AND_THEN)
        near = evidence.roots[max(0, j - _MEASURED) : end]
        told = [f in evidence.keys[j:end] and evidence.keys.count(f) == 1 for f in figures]
        if (
            any(told)
            and all(f in evidence.key_set for f in figures)
            and any(r and not r[0].isdecimal() and r in claim.root_set for r in near)
        ):
            return reached, j
    return None


_FORECASTS = frozenset(
    list_words(
        """
        forecast forecasts guidance outlook projection projections target targets goal estimate estimates
        expect expects expecting foresee foresees anticipate anticipates predict predicts projects budgeting
        """
    )
)


_REACHING = frozenset(
    list_words(
        """
        made produced posted reported earned booked recorded achieved suffered incurred reached hit netted
        turned grew rose fell shrank
        increased climbed dropped declined delivered sold generated
        """
    )
)


_AND_THEN = frozenset(list_words("after as while because when but and since from"))


_MEASURED = 3  # words before "forecast" that say of what


def _is_done(words: Words, at: int) -> bool:
    """Whether a verb stands in a past form, or after "has"."""
    before = words.keys[max(0, at - 2) : at]
    if any(k in ("is", "are", "be", "being", "to") for k in before):
        return False
    return is_past(words.keys[at]) or any(k in ("has", "have", "had") for k in before)
