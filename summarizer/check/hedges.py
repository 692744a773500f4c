"""Reservations of the evidence that a claim drops, so that what may be becomes what is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.check.alignment import Gap
from summarizer.check.hedge_words import (
    ADVISED,
    ANONYMOUS,
    BINDING,
    CERTAIN,
    CONTESTED,
    DISTANT,
    FIRM,
    FOR_EVER,
    FOR_NOW,
    HEDGES,
    OPEN,
    PROOFS,
    REGARDLESS,
    STAGES,
    TRAILING,
    UNDECIDED,
    WANTING,
    WEAK,
    Phrases,
)
from summarizer.check.number_words import MULTIPLES, UNITS
from summarizer.check.parties import COUNTS, NO_NOUNS
from summarizer.check.polarity_words import AUXILIARIES, BE_FORMS
from summarizer.check.tables import list_words
from summarizer.check.titles import PERSON_TITLES, is_title
from summarizer.check.words import Words, find_root, find_word, is_past

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
        if key not in _BEGINNING:
            continue
        if (key in _EXCLUDING or (key in _RULING and keys[i + 1 : i + 2] == ["out"])) and not _NOT.isdisjoint(
            keys[max(0, i - 3) : i]
        ):
            last = i + 1 if key in _RULING else i
            found.append(Hedge(i, last, "possible", *_read_scope(words, last, last, both=False)))
            continue
        if key in PROOFS and not _NOT.isdisjoint(keys[max(0, i - 4) : i]):
            found.append(Hedge(i, i, "possible", *_read_scope(words, i, i, both=False)))
            continue
        if key in _CHARGES and (charged := _read_charges(words, i)):
            found.append(charged)
            continue
        if key in _PLEADING and (pleaded := _read_plea(words, i)):
            found.append(pleaded)
            continue
        if key == "reported" and (seen := _read_reported(words, i)):
            found.append(seen)
            continue
        entries = _BY_FIRST.get(key)
        if (key in _GERMAN_ONLY and not german) or (not german and not _is_plain(tokens[i], words, i)):
            continue
        following = keys[i + 1] if i + 1 < len(keys) else ""
        for phrase, sort in entries or ():
            last = i + len(phrase) - 1
            if last == i or (phrase[1] == following and tuple(keys[i : last + 1]) == phrase):
                if hedge := _read_phrase(words, i, last, sort):
                    found.append(hedge)
                break
        else:
            if key in DISTANT and (distant := _read_distant(words, i)):
                found.append(distant)
    return found + _find_trailing(words) + _find_undecided(words)


def _read_phrase(words: Words, i: int, last: int, sort: str) -> Hedge | None:
    """The reservation in the words `i` to `last`; None where they are none in this place."""
    keys = words.keys
    key = keys[i]
    if key in ("all", "almost", "nearly") and not _is_deed(keys, last + 1):
        return None
    if (key == "early" and i and keys[i - 1] == "as") or (key == "talks" and i and keys[i - 1] == "at"):
        return None  # "as early as 2019", "reached at talks"
    if keys[last] == "on" and last > i and keys[last + 1 : last + 2] and keys[last + 1] in NO_NOUNS:
        return None  # "in direct talks on Friday"
    if key in ("may", "might") and not _EVER.isdisjoint(keys[max(0, i - 3) : i]):
        return None  # "whatever you may have read"
    if key == "can" or (key == "could" and keys[last + 1 : last + 2] == ["not"]):
        return None
    if key in ("whether", "if") and any(k.startswith(("ask", "question")) for k in keys[max(0, i - 8) : i]):
        return None
    if key == "forecast" and i and keys[i - 1] not in BE_FORMS and keys[i + 1 : i + 2] != ["that"]:
        return Hedge(i, last, sort, "", frozenset())  # the noun says what is told of, not how sure it is
    if keys[last] == "that" and i > 1 and keys[i - 1] in ("a", "an") and keys[i - 2] == ",":
        # "…, a claim that the army disputes": it is what stands before.
        begin = next((j + 1 for j in range(i - 3, -1, -1) if keys[j] in _BREAKS), 0)
        return Hedge(i, last, sort, ANYWHERE, frozenset(words.roots[begin : i - 2]) - {""})
    if sort == "condition":
        if keys[last + 1 : last + 2] in _NO_CONDITIONS:
            return None
        return Hedge(i, last, sort, "", _read_main_clause(words, i, last))
    if key in ("accused", "accuses", "accuse") and "of" not in keys[last + 1 : last + 9]:
        return None
    if sort == "plan" and key in _WISHING and not _GOT.isdisjoint(keys[last + 1 : last + _REACH]):
        return None  # "asked for a transfer and got one"
    if key in ("was", "were") and keys[last - 1] == "due" and not _may_be_verb(words, i, last + 1):
        return None  # "the delay was due to rain"
    if keys[last] == "to" and keys[last + 1 : last + 2] and keys[last + 1] in _NO_DEED:
        return None  # "offered to her"
    if sort == "demand":
        following = range(last + 1, min(last + 9, len(keys)))
        to = next((j for j in following if keys[j] in ("to", "that", ",", *_BREAKS)), None)
        if to is None or keys[to] not in (("to",) if key == "should" else ("to", "that")):
            return None
        return Hedge(i, last, sort, *_read_scope(words, to, to, both=False))
    return Hedge(i, last, sort, *_read_scope(words, i, last, both=key in _BOTH_WAYS))


def _read_charges(words: Words, i: int) -> Hedge | None:
    """The reservation in "on hacking charges", "faces two counts of murder": nothing is proved."""
    keys, at = words.keys, i
    begin = next((j for j in range(i - 1, max(-1, i - 6), -1) if keys[j] in _CHARGED), None)
    if begin is None or not _SETTLING.isdisjoint(keys[max(0, begin - 8) : begin]):
        return None
    if any(not k[0].isalnum() and k != "-" for k in keys[begin:i]):
        return None
    covers = frozenset(
        words.roots[j] for j in range(begin + 1, i) if keys[j] not in COUNTS and not keys[j][0].isdecimal()
    ) - {""}
    if not covers and keys[i + 1 : i + 2] in (["of"], ["that"]):
        end = next(
            (j for j in range(i + 2, len(keys)) if keys[j] in COMMAS or keys[j] in _CHARGE_ENDS), len(keys)
        )
        begin, covers = i + 1, frozenset(words.roots[i + 2 : min(end, i + _REACH)]) - {""}
        i = end
    head = next((r for r in words.roots[begin + 1 : i] if r in covers), "")
    return Hedge(at, at, "belief", head, covers) if head else None


_NO_DEED = frozenset(list_words("him her them me us the a an his its their my our this these"))
_CHARGE_ENDS = BE_FORMS | frozenset(list_words("and but has have had who which after when while as"))
_PERSONS = (["he"], ["she"], ["they"], ["who"], ["we"], ["i"])
_WISHING = frozenset(list_words("asked sought applied seeking asking hoped wanted"))
_GOT = frozenset(list_words("got received obtained granted won signed found secured hired bought"))


def _may_be_verb(words: Words, first: int, at: int) -> bool:
    """Whether "was due to" is followed by what was to be done: somebody was to, or a thing has an object."""
    keys = words.keys
    if keys[first - 1 : first] in _PERSONS or keys[at : at + 1] == ["be"]:
        return True
    if at >= len(words) or not words.roots[at] or words.tokens[at][0].isupper():
        return False
    return not keys[at].endswith(("s", "ing")) and keys[at + 1 : at + 2] != [] and keys[at + 1] in _OBJECTS


_OBJECTS = frozenset(list_words("the a an his her their its this them him us it again as"))
_PLEADING = frozenset(("plead", "pleads", "pleaded", "pled", "pleading"))


def _read_plea(words: Words, i: int) -> Hedge | None:
    """The reservation in "pleaded not guilty last month to stealing"."""
    keys = words.keys
    if keys[i + 1 : i + 3] != ["not", "guilty"]:
        return None
    to = next((j for j in range(i + 3, min(len(keys), i + 9)) if keys[j] in ("to", *_BREAKS)), None)
    if to is None or keys[to] != "to":
        return None
    return Hedge(i, i + 2, "belief", *_read_scope(words, to, to, both=False))


_CHARGES = frozenset(list_words("charges charge counts count allegations accusations suspicion"))
_CHARGED = frozenset(
    list_words("on facing faces face faced over denies denied deny denying contests disputes fighting fights")
)
# Words by which it is proved or admitted.
_ADMITTING = frozenset(list_words("admitted admits admit confessed confesses confess confessing"))
_SETTLING = _ADMITTING | frozenset(
    list_words("guilty convicted conviction sentenced jailed imprisoned acquitted cleared acquittal")
)


def _read_reported(words: Words, i: int) -> Hedge | None:
    """The reservation in "with shelling reported in two suburbs": nobody has shown it."""
    keys = words.keys
    begin = next((j for j in range(i - 1, max(-1, i - 6), -1) if keys[j] == "with"), None)
    if (
        begin is None
        or keys[min(i + 1, len(keys) - 1)] not in _WHERE
        or any(k in ("has", "had", ",") for k in keys[begin:i])
    ):
        return None
    covers = frozenset(words.roots[begin + 1 : i]) - {""}
    head = next((r for r in words.roots[begin + 1 : i] if r), "")
    return Hedge(i, i, "report", head, covers) if head else None


_WHERE = frozenset(list_words("in at near on from across along over around overnight . ,"))
# Every word that find_hedges asks for; the others are passed over.
_BEGINNING = frozenset(
    (*_BY_FIRST, *_RULING, *_EXCLUDING, *PROOFS, *_CHARGES, *_PLEADING, *DISTANT, "reported")
)
_EVER = frozenset(list_words("whatever whoever whichever wherever whenever however"))


def _is_deed(keys: Sequence[str], at: int) -> bool:
    """Whether a verb in a past form stands there that measures nothing: "almost drowned", not "doubled"."""
    return at < len(keys) and is_past(keys[at]) and keys[at] not in MULTIPLES


def _find_undecided(words: Words) -> list[Hedge]:
    """The reservations that say that nothing is decided, over their whole sentence."""
    if _ENDS_OF_UNDECIDED.isdisjoint(words.key_set):
        return []
    keys = words.keys
    found = []
    for phrase in UNDECIDED:
        if phrase[0] in words.key_set and (at := _find_phrase(keys, phrase)) is not None:
            begin = next((j + 1 for j in range(at - 1, -1, -1) if keys[j] in _BREAKS), 0)
            end = next((j for j in range(at, len(keys)) if keys[j] in _BREAKS), len(keys))
            covers = frozenset(words.roots[begin:end]) - {""}
            found.append(Hedge(at, at + len(phrase) - 1, "possible", ANYWHERE, covers))
    return found


_ENDS_OF_UNDECIDED = frozenset(phrase[-1] for phrase in UNDECIDED)


def _find_trailing(words: Words) -> list[Hedge]:
    """The reservations that stand behind what they are about: "1,200 jobs at risk"."""
    if _ENDS_OF_TRAILING.isdisjoint(words.key_set):
        return []
    found = []
    for phrase in TRAILING:
        at = _find_phrase(words.keys, phrase) if phrase[0] in words.key_set else None
        if at is None:
            continue
        if (
            phrase[0] == "off"
            and _NOT.isdisjoint(words.keys[max(0, at - 5) : at])
            and words.keys[at - 1] != "means"
        ):
            continue  # "off the table" is denied
        begin = next((j + 1 for j in range(at - 1, max(-1, at - _REACH), -1) if words.keys[j] in COMMAS), 0)
        covers = frozenset(words.roots[max(begin, at - _NEAR) : at]) - {""}
        found.append(Hedge(at, at + len(phrase) - 1, "possible", ANYWHERE, covers))
    return found


_ENDS_OF_TRAILING = frozenset(phrase[-1] for phrase in TRAILING)
COMMAS = _BREAKS | {","}
_NEAR = 7  # words before "at risk" that are
# "If only just", "if any": no condition follows.
_NO_CONDITIONS = (["only"], ["any"], ["not"], ["ever"], ["at"], ["anything"], ["necessary"], ["possible"])


def _find_phrase(keys: Sequence[str], phrase: tuple[str, ...]) -> int | None:
    """Where the words of a phrase stand first; None where they do not."""
    for i, key in enumerate(keys):
        if key == phrase[0] and tuple(keys[i : i + len(phrase)]) == phrase:
            return i
    return None


def _read_distant(words: Words, i: int) -> Hedge | None:
    """The reservation in a verb like "claim": what follows it as a clause, or the sentence that it closes."""
    keys, count = words.keys, len(words.keys)
    before = keys[i - 1] if i else ""
    following = keys[i + 1] if i + 1 < count else "."
    apposed = before == "," and following in _CLAIMANTS | {"that"}  # "Lois Dunn, his agent, claims he …"
    if i and not apposed and (before.endswith("ed") or (not words.roots[i - 1] and before not in _SUBJECTS)):
        return None  # an infinitive or a noun: "to claim", "more suspects", "rejected claims"
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
    if (
        following == "that"
        or following in _CLAIMANTS
        or not AUXILIARIES.isdisjoint(window[:ends])
        or any(map(is_past, window[2:ends]))
    ):
        return Hedge(i, i, "attitude", *_read_scope(words, i, i, both=False))
    if keys[i].startswith("suspect") and "of" in window[:ends]:
        return Hedge(i, i, "attitude", *_read_scope(words, i, i, both=False))
    return None


_CLAIMANTS = frozenset(("he", "she", "they", "we", "it", "his", "her", "their"))  # "claims he owes her"
_SUBJECTS = frozenset(list_words("he she they it we i who many some most others several all also now"))
ANYWHERE = "*"  # a head that is no root: only what a reservation covers tells
_ENDS = frozenset((".", ";", "on", "in", "at", "…", "”", '"', ","))


def _is_plain(token: str, words: Words, i: int) -> bool:
    """Whether a word is written as a word, not as a name ("May")."""
    return token[0].islower() or (words.initial[i] and token not in ("May",))


def _read_scope(words: Words, first: int, last: int, *, both: bool) -> tuple[str, frozenset[str]]:
    roots, keys = words.roots, words.keys
    if keys[last + 1 : last + 2] == [","] and (meant := _read_antecedent(words, first)):
        return meant, frozenset((meant,))
    head = ""
    covers: set[str] = set()
    over = -1  # where an apposition ends
    for step in range(last + 1, min(len(roots), last + 1 + _REACH)):
        if keys[step] == "," and covers and step != over:
            over = next((j for j in range(step + 1, min(len(keys), step + _APPOSED)) if keys[j] in ",.;"), -1)
            if over >= 0 and keys[over] != ",":
                over = -1
        if (
            (keys[step] in _BREAKS and not (keys[step] == "." and keys[step - 1] in _ABBREVIATED))
            or (keys[step] == "," and ((covers and over < 0) or both))
            or keys[step] in ("but", "while", "although", "because")
            or (covers and keys[step] in ("after", "since"))  # what came before is no part of it
            or (covers and keys[step] in _NEW_SUBJECTS)
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


def _read_antecedent(words: Words, first: int) -> str:
    """What a reservation in a relative clause is about: "last month's [strike], which nobody ruled out,"."""
    near = range(first - 1, max(0, first - _REACH), -1)
    which = next((j for j in near if words.keys[j] == "which" and words.keys[j - 1] == ","), 0)
    return next((words.roots[j] for j in range(which - 2, -1, -1) if words.roots[j]), "") if which else ""


_NEW_SUBJECTS = frozenset(("he", "she", "they", "we", "i"))  # "from the shop they owned": another clause
_ABBREVIATED = frozenset(list_words("mr mrs ms dr prof gen sen rep gov st sgt lt col capt no"))
_APPOSED = 6  # words of a short apposition: "her client, Troy Benson, had acted"


def _read_main_clause(words: Words, first: int, last: int) -> frozenset[str]:
    """What a condition makes conditional: the clause after its comma, or what precedes it."""
    begins = next((j + 1 for j in range(first - 1, -1, -1) if words.keys[j] in _BREAKS), 0)
    if any(words.roots[begins:first]):
        joints = (
            j
            for j in range(first - 1, begins, -1)
            if words.keys[j - 1 : j + 1] in ([",", "and"], [",", "but"])
        )
        joint = next(joints, None)
        if joint is not None and any(words.roots[joint:first]):
            begins = joint  # "cut its estimate, and said it might do so again if": the last alone
        return frozenset(words.roots[begins:first]) - {""}
    comma = next((j for j in range(last + 1, len(words)) if words.keys[j] == ","), len(words))
    ends = next((j for j in range(comma, len(words)) if words.keys[j] in _BREAKS), len(words))
    return frozenset(words.roots[comma:ends]) - {""}


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
        elif (key in BE_FORMS or key == "close") and claim.keys[i + 1 : i + 2] == ["to"]:
            return True  # "is to rule on it in June", "came close to resigning"
        elif key in _DECIDING and not _ASKING.isdisjoint(claim.keys[i + 1 : i + 4]):
            return True  # "cannot decide who did it"
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
    list_words("decide tell know say determine establish clear ascertain find unclear unknown asked question")
)
_ASKING = frozenset(list_words("who what how why when where which whether if"))


# Every word that is_open asks for where nothing is denied.
_ALL_OPEN = frozenset[str]().union(*OPEN.values(), BE_FORMS, _DECIDING, ("close",))


def _is_denied(words: Words, hedge: Hedge) -> bool:
    """Whether a "not" stands before a reservation: "does not intend to"."""
    return not DENYING.isdisjoint(words.keys[max(0, hedge.first - 3) : hedge.first])


DENYING = frozenset(list_words("no not nothing never none nobody neither nor without cannot yet"))
_SETTING_OFF = frozenset(("but", "although", "whereas", "while", "despite"))
_DENY = find_root("deny", "en")
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
    theirs = [h for h in theirs if not _keeps(claim, h, evidence)]
    if not _ADMITTING.isdisjoint(claim.key_set) and not _ADMITTING.isdisjoint(evidence.key_set):
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
                or (
                    hedge.sort == "plan"
                    and _is_denied(evidence, hedge)
                    and not DENYING.isdisjoint(claim.key_set)
                )
                or (hedge.sort == "plan" and (would or _may_be_sure(claim, evidence, hedge)))
            ):
                continue
            shared = hedge.covers & claim.root_set
            if hedge.head == ANYWHERE and hedge.sort == "possible" and any(h.sort in _OPENING for h in whole):
                continue  # "no decision has been taken": it keeps open what the claim keeps open
            agent = _find_agent(hedge, claim) if hedge.sort == "belief" else ""
            named = hedge.head in claim.root_set or agent
            if not named and hedge.head != ANYWHERE and _is_about_more(claim, evidence, hedge, shared):
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


def _may_be_sure(claim: Words, evidence: Words, hedge: Hedge) -> bool:
    """Whether a claim foretells what is planned, which "will" be; not what is only considered."""
    idle = not _IDLE.isdisjoint(evidence.keys[hedge.first : hedge.last + 1])
    foretold = any(
        r == hedge.head and "will" in claim.keys[max(0, i - 3) : i] for i, r in enumerate(claim.roots)
    )
    return "will" in claim.key_set and not (idle and foretold)


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
    if any(h.sort in (hedge.sort, "condition") or not roots.isdisjoint(h.covers) for h in mine):
        return True
    if hedge.sort == "report" and not _NAMING.isdisjoint(claim.key_set):
        return True  # "called the coach cruel"
    near = range(max(0, places[0] - _BEHIND), min(len(claim), places[-1] + _AHEAD))
    return is_open(claim, evidence, near, WANTING if hedge.sort in ("report", "belief") else frozenset())


_NAMING = frozenset(
    list_words("called calls describe described describes branded labelled labeled dubbed termed")
)
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
    covered = {r for r in evidence.roots[weak + 1 : weak + 1 + _REACH] if r}
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
    return (
        not DENYING.isdisjoint(before)
        or not _NEARLY.isdisjoint(before)
        or any(k.endswith("n't") for k in before)
    )


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
    if denying:
        cautious -= evidence.key_set & _SETTING_OFF
        cautious -= evidence.key_set & DENYING if _DENY not in evidence.root_set else DENYING
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
            claim, evidence.roots[last:]
        ):
            return (first, last) if is_plain(claim, evidence) else None
    at = _find_first(evidence, CONTESTED)
    if at is None or not _has_most(claim, evidence.roots[:at]) or not is_plain(claim, evidence):
        return None
    return at, at


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
        say says said told tells word version although but whereas while despite contradict contradicts
        contradicted complain complains complained complaint voice voices voiced
        """
    )
)


def _find_wider(claim: Words, evidence: Words, theirs: Sequence[Hedge]) -> Dropped | None:
    """Where advice has become an order, "for now" "never", a condition none, or "might" a plan."""
    found = expected = None
    if not BINDING.isdisjoint(claim.key_set) and not _binds(evidence):
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


# Before a verb: it has not been done yet, or may not be.
COMING = frozenset(("will", "would", "should", "must", "shall"))
MODALS = COMING | frozenset(("could", "may", "might"))


def _find_stage(claim: Words, evidence: Words) -> tuple[int | None, int | None]:
    """Where what may come of something is told as come: "shortlisted" as "awarded"."""
    if not DENYING.isdisjoint(claim.key_set) or not (MODALS - {"will"}).isdisjoint(claim.key_set):
        return None, None
    if not _FACING.isdisjoint(evidence.key_set) and _SERVING.isdisjoint(evidence.key_set):
        found = next((i for i, k in enumerate(claim.keys) if k in _SERVING), None)
        facing = next(j for j, k in enumerate(evidence.keys) if k in _FACING)
        terms = not _TERMS.isdisjoint(evidence.keys[facing : facing + _REACH])
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
        at = max(at, hedge.last + _REACH + 1)
    flat.update(evidence.roots[at:])
    return frozenset(flat)


_BEFORE = 6  # words before a reservation that it may still be about
