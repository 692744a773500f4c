"""Reservations of the evidence that a claim drops, so that what may be becomes what is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.check.alignment import Gap
from summarizer.check.hedge_words import DISTANT, FIRM, HEDGES, OPEN, PROOFS, SUGGESTING, UNDECIDED
from summarizer.check.number_words import UNITS
from summarizer.check.polarity_words import AUXILIARIES, BE_FORMS
from summarizer.check.tables import list_words
from summarizer.check.words import Words, find_root, is_past

_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _sort, _phrases in HEDGES.items():
    for _phrase in _phrases.split("|"):
        _words = tuple(_phrase.replace("-", " - ").split())
        _BY_FIRST.setdefault(_words[0], []).append((_words, _sort))
for _listed in _BY_FIRST.values():
    _listed.sort(key=lambda entry: -len(entry[0]))

_GERMAN_ONLY = frozenset(list_words("will plant soll sollen falls wohl wollen planen"))
_RULING = frozenset(("rule", "rules", "ruled", "ruling"))
_CALLING = frozenset(("call", "calls", "called", "calling"))
_EXCLUDING = frozenset(("exclude", "excluded", "excludes", "preclude", "precluded"))
_NOT = frozenset(
    list_words(
        """
        not didn't doesn't don't never cannot can't couldn't wouldn't won't hasn't haven't isn't wasn't
        unable yet neither nor nobody nothing declined refused without
        """
    )
)
_BREAKS = frozenset(";:.!?…")
_TIMES = frozenset(("next", "last", "coming"))
_BOTH_WAYS = frozenset(
    list_words(
        """
        within imminent unlikely reportedly allegedly supposedly purportedly apparently possibly perhaps
        probably
        """
    )
)
_REACH = 12  # words that a reservation covers at most


@dataclass(slots=True)
class Hedge:
    """A reservation: its words, sort, the first content word that it covers, and all that it covers."""

    first: int
    last: int
    sort: str
    head: str
    covers: frozenset[str]


class Dropped(NamedTuple):
    """A reservation of the evidence that the claim lacks; `found` is the word that states it flatly."""

    hedge: Hedge
    found: int | None


def find_hedges(words: Words) -> list[Hedge]:
    """The reservations of a text, in order.

    >>> from summarizer.check.words import split_words
    >>> [(h.sort, h.head) for h in find_hedges(split_words("He will reportedly sign and may pay.", "en"))]
    [('report', 'sign'), ('possible', 'pay')]
    """
    keys, tokens = words.keys, words.tokens
    german = words.language == "de"
    found: list[Hedge] = []
    for i, key in enumerate(keys):
        if (key in _EXCLUDING or (key in _RULING and keys[i + 1 : i + 2] == ["out"])) and not _NOT.isdisjoint(
            keys[max(0, i - 3) : i]
        ):
            last = i + 1 if key in _RULING else i
            found.append(Hedge(i, last, "possible", *_read_scope(words, last, last, both=False)))
            continue
        if key in PROOFS and not _NOT.isdisjoint(keys[max(0, i - 4) : i]):
            found.append(Hedge(i, i, "possible", *_read_scope(words, i, i, both=False)))
            continue
        entries = _BY_FIRST.get(key)
        if (key in _GERMAN_ONLY and not german) or (not german and not _is_plain(tokens[i], words, i)):
            continue
        if entries is None and key not in DISTANT:
            continue
        for phrase, sort in entries or ():
            last = i + len(phrase) - 1
            if tuple(keys[i : last + 1]) != phrase:
                continue
            if key == "can" or (key == "could" and last + 1 < len(keys) and keys[last + 1] == "not"):
                break
            if key in ("whether", "if") and any(
                k.startswith(("ask", "question")) for k in keys[max(0, i - 8) : i]
            ):
                break
            if key == "forecast" and i and keys[i - 1] not in BE_FORMS and keys[i + 1 : i + 2] != ["that"]:
                found.append(Hedge(i, last, sort, "", frozenset()))
                break  # the noun says what is told of, not how sure it is
            if phrase[-1] == "that" and i > 1 and keys[i - 1] in ("a", "an") and keys[i - 2] == ",":
                # "…, a claim that the army disputes": it is what stands before.
                begin = next((j + 1 for j in range(i - 3, -1, -1) if keys[j] in _BREAKS), 0)
                found.append(Hedge(i, last, sort, ANYWHERE, frozenset(words.roots[begin : i - 2]) - {""}))
                break
            if sort == "condition":
                found.append(Hedge(i, last, sort, "", _read_main_clause(words, i, last)))
                break
            if key in ("accused", "accuses", "accuse") and "of" not in keys[last + 1 : last + 9]:
                break
            if sort == "demand":
                to = next(
                    (j for j in range(last + 1, min(last + 9, len(keys))) if keys[j] in ("to", *_BREAKS)),
                    None,
                )
                if to is not None and keys[to] == "to":
                    found.append(Hedge(i, last, sort, *_read_scope(words, to, to, both=False)))
                break
            head, covers = _read_scope(words, i, last, both=key in _BOTH_WAYS)
            found.append(Hedge(i, last, sort, head, covers))
            break
        else:
            if key in DISTANT and (distant := _read_distant(words, i)):
                found.append(distant)
    for phrase in UNDECIDED:
        if phrase[0] in words.key_set and (at := _find_phrase(keys, phrase)) is not None:
            begin = next((j + 1 for j in range(at - 1, -1, -1) if keys[j] in _BREAKS), 0)
            end = next((j for j in range(at, len(keys)) if keys[j] in _BREAKS), len(keys))
            covers = frozenset(words.roots[begin:end]) - {""}
            found.append(Hedge(at, at + len(phrase) - 1, "possible", ANYWHERE, covers))
    return found


def _find_phrase(keys: Sequence[str], phrase: tuple[str, ...]) -> int | None:
    """Where the words of a phrase stand first; None where they do not."""
    return next((i for i in range(len(keys)) if tuple(keys[i : i + len(phrase)]) == phrase), None)


def _read_distant(words: Words, i: int) -> Hedge | None:
    """The reservation in a verb like "claim": what follows it as a clause, or the sentence that it closes."""
    keys, count = words.keys, len(words.keys)
    before = keys[i - 1] if i else ""
    if i and (before.endswith("ed") or (not words.roots[i - 1] and before not in _SUBJECTS)):
        return None  # an infinitive or a noun: "to claim", "more suspects", "rejected claims"
    following = keys[i + 1] if i + 1 < count else "."
    for to in range(i + 1, min(count - 1, i + 7)):
        if keys[to] in _BREAKS:
            break
        if keys[to] == "to" and keys[to + 1] in ("have", "be"):
            return Hedge(i, i, "attitude", *_read_scope(words, to + 1, to + 1, both=False))
    if following in _ENDS:
        comma = next((j for j in range(i - 1, max(-1, i - 7), -1) if keys[j] == ","), None)
        if comma is None:
            return None
        begin = next((j + 1 for j in range(comma - 1, -1, -1) if keys[j] in _BREAKS), 0)
        return Hedge(i, i, "attitude", ANYWHERE, frozenset(words.roots[begin:comma]) - {""})
    window = keys[i + 1 : i + 9]
    ends = next((n for n, k in enumerate(window) if not k[0].isalnum()), len(window))
    if following == "that" or not AUXILIARIES.isdisjoint(window[:ends]) or any(map(is_past, window[2:ends])):
        return Hedge(i, i, "attitude", *_read_scope(words, i, i, both=False))
    if keys[i].startswith("suspect") and "of" in window[:ends]:
        return Hedge(i, i, "attitude", *_read_scope(words, i, i, both=False))
    return None


_SUBJECTS = frozenset(list_words("he she they it we i who many some most others several all also now"))
ANYWHERE = "*"  # a head that is no root: only what a reservation covers tells
_ENDS = frozenset((".", ";", "on", "in", "at", "…", "”", '"', ","))


def _is_plain(token: str, words: Words, i: int) -> bool:
    """Whether a word is written as a word, not as a name ("May")."""
    return token[0].islower() or (words.initial[i] and token not in ("May",))


def _read_scope(words: Words, first: int, last: int, *, both: bool) -> tuple[str, frozenset[str]]:
    roots, keys = words.roots, words.keys
    head = ""
    covers: set[str] = set()
    over = -1  # where an apposition ends
    for step in range(last + 1, min(len(roots), last + 1 + _REACH)):
        if keys[step] == "," and covers and step != over:
            over = next((j for j in range(step + 1, min(len(keys), step + _APPOSED)) if keys[j] in ",.;"), -1)
            if over >= 0 and keys[over] != ",":
                over = -1
        if (
            keys[step] in _BREAKS
            or (keys[step] == "," and ((covers and over < 0) or both))
            or keys[step] in ("but", "while", "although", "because")
        ):
            break
        if roots[step]:
            if roots[step][0].isdecimal() or keys[step] in UNITS or keys[step] in _TIMES:
                continue  # a number or time in common is no sign of the same statement
            head = head or roots[step]
            covers.add(roots[step])
    if both:
        for step in range(first - 1, max(-1, first - 6), -1):
            if keys[step] in _BREAKS or keys[step] == ",":
                break
            if roots[step]:
                head = head or roots[step]
                covers.add(roots[step])
    return head, frozenset(covers)


_APPOSED = 6  # words of a short apposition: "her client, Troy Benson, had acted"


def _read_main_clause(words: Words, first: int, last: int) -> frozenset[str]:
    """What a condition makes conditional: the clause after its comma, or what precedes it."""
    begins = next((j + 1 for j in range(first - 1, -1, -1) if words.keys[j] in _BREAKS), 0)
    if any(words.roots[begins:first]):
        return frozenset(words.roots[begins:first]) - {""}
    comma = next((j for j in range(last + 1, len(words)) if words.keys[j] == ","), len(words))
    ends = next((j for j in range(comma, len(words)) if words.keys[j] in _BREAKS), len(words))
    return frozenset(words.roots[comma:ends]) - {""}


def is_open(claim: Words, evidence: Words) -> bool:
    """Whether a claim keeps itself open by a word of its own, which the evidence has in no form."""
    listed = OPEN.get(claim.language, OPEN["en"])
    denies = not _DENYING.isdisjoint(claim.key_set)
    for i, (key, token) in enumerate(zip(claim.keys, claim.tokens, strict=True)):
        if key in _CALLING and claim.keys[i + 1 : i + 2] not in (["for"], ["on"]):
            continue  # "has called an election"
        if (key in listed or (denies and claim.roots[i] in _SHOWING)) and (
            token[0].islower() or claim.initial[i]
        ):
            if key not in evidence.key_set and claim.roots[i] not in evidence.root_set:
                return True
        elif key in BE_FORMS and claim.keys[i + 1 : i + 2] == ["to"]:
            return True  # "is to rule on it in June"
    return False


def _is_denied(words: Words, hedge: Hedge) -> bool:
    """Whether a "not" stands before a reservation: "does not intend to"."""
    return not _DENYING.isdisjoint(words.keys[max(0, hedge.first - 3) : hedge.first])


_DENYING = frozenset(list_words("no not nothing never none nobody neither nor without cannot yet"))
_SHOWING = frozenset(find_root(w, "en") for w in list_words("show prove confirm establish find verify sight"))


def _keeps(claim: Words, hedge: Hedge, evidence: Words) -> bool:
    """Whether a claim has the word of a reservation in some form: "alleges" for "alleged"."""
    listed = OPEN.get(claim.language, OPEN["en"])
    for j in range(hedge.first, hedge.last + 1):
        key, root = evidence.keys[j], evidence.roots[j]
        if root in claim.root_set if root else key in claim.key_set and key in listed:
            return True
    return False


def compare_hedges(
    claim: Words,
    mine: list[Hedge],
    evidence: Words,
    theirs: list[Hedge],
    *,
    excused: frozenset[str] = frozenset(),
) -> Dropped | None:
    """The first reservation of the evidence that a claim drops; None where there is none.

    Args:
        claim: the claim's words.
        mine: its reservations.
        evidence: the words of its evidence.
        theirs: their reservations.
        excused: sorts that its attribution makes up for: a speaker named does for "reportedly".
    """
    if firm := _find_firm(claim, evidence):
        return firm
    if mine and theirs:
        # What both have word for word weakens both; the rest may not.
        ours = {tuple(claim.keys[h.first : h.last + 1]) for h in mine}
        others = {tuple(evidence.keys[h.first : h.last + 1]) for h in theirs}
        mine = [h for h in mine if tuple(claim.keys[h.first : h.last + 1]) not in others]
        theirs = [h for h in theirs if tuple(evidence.keys[h.first : h.last + 1]) not in ours]
    theirs = [h for h in theirs if not _keeps(claim, h, evidence)]
    if theirs and not mine and not is_open(claim, evidence):
        would = "would" in claim.key_set - evidence.key_set
        flat = _find_flat(theirs, evidence)
        for hedge in theirs:
            if hedge.sort == "condition":
                shared = hedge.covers & claim.root_set
                if len(shared) >= 3 and 10 * len(shared) >= 7 * len(claim.root_set) and not would:
                    return Dropped(hedge, None)
                continue
            if (
                not hedge.head
                or (
                    hedge.sort == "plan"
                    and _is_denied(evidence, hedge)
                    and not _DENYING.isdisjoint(claim.key_set)
                )
                or hedge.sort in excused
                or ((would or "will" in claim.key_set) and hedge.sort == "plan")
            ):
                continue
            shared = hedge.covers & claim.root_set
            if hedge.head in claim.root_set or (
                len(shared) >= 2
                and (
                    len(shared) * 2 >= len(hedge.covers)
                    or (hedge.head == ANYWHERE and 10 * len(shared) >= 7 * len(claim.root_set))
                )
            ):
                if hedge.head in flat:
                    continue  # the evidence says the same elsewhere without a reservation
                root = hedge.head if hedge.head in claim.root_set else min(shared)
                return Dropped(hedge, claim.roots.index(root))
    return None


def _find_firm(claim: Words, evidence: Words) -> Dropped | None:
    """Where "the study suggests" has become "the study proves"."""
    weak = next((j for j, k in enumerate(evidence.keys) if k in SUGGESTING), None)
    if weak is None or not SUGGESTING.isdisjoint(claim.key_set) or not _DENYING.isdisjoint(claim.key_set):
        return None
    firm = next((i for i, k in enumerate(claim.keys) if k in FIRM and k not in evidence.key_set), None)
    return Dropped(Hedge(weak, weak, "possible", "", frozenset()), firm) if firm is not None else None


def find_brought_forward(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """A verb that the evidence has in the future and the claim as done: "will reopen" as "has reopened".

    Indexes of the verb in the claim and of "will" in the evidence.
    """
    if not _MODALS.isdisjoint(claim.key_set):
        return None
    for j, key in enumerate(evidence.keys):
        if not (key in _COMING or (key == "to" and j and evidence.keys[j - 1] in _LOOKING_AHEAD)):
            continue
        verb = next((r for r in evidence.roots[j + 1 : j + 4] if r), "")
        if not verb or evidence.roots.count(verb) > 1 or "not" in evidence.keys[j + 1 : j + 3]:
            continue
        for i, root in enumerate(claim.roots):
            if root == verb and _is_done(claim, i):
                return i, j
    return None


def _is_done(words: Words, at: int) -> bool:
    """Whether a verb stands in a past form, or after "has"."""
    before = words.keys[max(0, at - 2) : at]
    if any(k in ("is", "are", "be", "being", "to") for k in before):
        return False
    return is_past(words.keys[at]) or any(k in ("has", "have", "had") for k in before)


# Before "to": what follows has not been done yet.
_LOOKING_AHEAD = frozenset(
    list_words(
        """
        is are agree agrees agreed agreeing consent consents consented prefer prefers preferred undertook
        commit committed commits ready prepared willing likely
        """
    )
)
_COMING = frozenset(("will", "would", "should", "must", "shall"))
_MODALS = _COMING | frozenset(("could", "may", "might"))


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
    listed = OPEN.get(claim.language, OPEN["en"]) | {"would"}
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
            ):
                return Dropped(hedge, gap.mine[0] if gap.mine else None)
    return None


_WORDS_LEFT_OUT = 4  # a longer stretch left out is a shortened claim, which its own check judges


def _find_flat(theirs: list[Hedge], evidence: Words) -> frozenset[str]:
    """The roots that the evidence has out of reach of any of its reservations."""
    flat: set[str] = set()
    at = 0
    for hedge in theirs:
        flat.update(evidence.roots[at : max(at, hedge.first - _BEFORE)])
        at = max(at, hedge.last + _REACH + 1)
    flat.update(evidence.roots[at:])
    return frozenset(flat)


_BEFORE = 6  # words before a reservation that it may still be about
