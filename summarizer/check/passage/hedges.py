"""Reservations of a text: words that keep a statement open, and what they cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.check.lexicon.hedge_words import (
    DISTANT,
    HEDGES,
    PROOFS,
    TRAILING,
    UNDECIDED,
)
from summarizer.check.lexicon.number_words import MULTIPLES, UNITS
from summarizer.check.lexicon.polarity_words import AUXILIARIES, BE_FORMS, QUOTES
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, is_past
from summarizer.check.passage.parties import COUNTS, LINKS, NO_NOUNS

_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}


for _sort, _phrases in HEDGES.items():
    for _phrase in _phrases.split("|"):
        _words = tuple(_phrase.replace("-", " - ").split())
        _BY_FIRST.setdefault(_words[0], []).append((_words, _sort))


for _listed in _BY_FIRST.values():
    _listed.sort(key=lambda entry: -len(entry[0]))


_GERMAN_ONLY = frozenset(list_words("will plant soll sollen falls wohl wollen planen"))


_RULING = frozenset(("rule", "rules", "ruled", "ruling"))


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


REACH = 12  # words that a reservation covers at most


@dataclass(slots=True)
class Hedge:
    """A reservation: its words, sort, the first content word that it covers, and all that it covers."""

    first: int
    last: int
    sort: str
    head: str
    covers: frozenset[str]


def find_hedges(words: Words) -> list[Hedge]:
    """The reservations of a text, in order.

    >>> from summarizer.check.lexicon.words import split_words
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
        if (
            key in PROOFS
            and (
                not _NOT.isdisjoint(keys[max(0, i - 4) : i])
                or not _NEITHER.isdisjoint(keys[max(0, i - 8) : i])
            )
            and not (key.startswith("promise") and keys[i + 1 : i + 2] == [","])
        ):  # set aside in "consider, but …"
            found.append(Hedge(i, i, "possible", *_read_scope(words, i, i, both=False)))
            continue
        if key in _CHARGES and (charged := _read_charges(words, i)):
            found.append(charged)
            continue
        if key in _PLEADING and (pleaded := _read_plea(words, i)):
            found.append(pleaded)
            continue
        if key in _OF_SOMEBODY and (said := _read_of_somebody(words, i)):
            found.append(said)
            continue
        if key in _ARGUMENTS and (argued := _read_argument(words, i)):
            found.append(argued)
            continue
        if key in _DUBBING and (dubbed := _read_dubbed(words, i)):
            found.append(dubbed)
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


def _read_dubbed(words: Words, i: int) -> Hedge | None:
    """The reservation in "what she called a deliberate leak": that it is deliberate is her word."""
    keys = words.keys
    what = next((j for j in range(i - 1, max(-1, i - 4), -1) if keys[j] == "what"), None)
    at = i + 1 + (keys[i + 1 : i + 2] == ["as"])
    at += at < len(keys) and keys[at] in QUOTES
    if what is None or keys[at : at + 1] not in (["a"], ["an"]):
        return None
    name = next((r for r in words.roots[at + 1 : at + 3] if r), "")
    return Hedge(what, i, "report", name, frozenset((name,))) if name else None


_DUBBING = frozenset(
    list_words(
        """
        called calls describes described termed dubbed branded labelled labeled denounced considers considered
        sees saw
        """
    )
)


def _read_phrase(words: Words, i: int, last: int, sort: str) -> Hedge | None:
    """The reservation in the words `i` to `last`; None where they are none in this place."""
    keys = words.keys
    key = keys[i]
    if key in ("all", "almost", "nearly") and not _is_deed(keys, last + 1):
        return None
    if (key == "early" and i and keys[i - 1] == "as") or (key == "talks" and i and keys[i - 1] == "at"):
        return None  # "as early as 2019", "reached at talks"
    if is_past(key) and i and keys[i - 1 - (i > 1 and keys[i - 1] in _AT_FIRST)] == "as":
        return None  # "not a cigarette, as first suspected", "as expected": it says what has come of it
    if key in ("chance", "danger", "risk", "prospect", "possibility", "likelihood") and keys[i - 1 : i] == [
        "no"
    ]:
        return None  # "has no chance of winning" denies it
    if keys[last] == "on" and last > i and keys[last + 1 : last + 2] and keys[last + 1] in NO_NOUNS:
        return None  # "in direct talks on Friday"
    if key in ("may", "might") and not _EVER.isdisjoint(keys[max(0, i - 3) : i]):
        return None  # "whatever you may have read"
    if key == "likely" and i and keys[i - 1] in ("less", "more"):
        return None  # "less likely to fall ill" than others
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
        if "condition" in keys[i : last + 1] and not _UNNAMED.isdisjoint(keys[last + 1 : last + REACH]):
            return None  # "said on condition of anonymity": only who says so is kept back
        return Hedge(i, last, sort, "", _read_main_clause(words, i, last))
    if key in ("accused", "accuses", "accuse"):
        of = next((j for j in range(last + 1, min(len(keys), last + 9)) if keys[j] == "of"), None)
        return Hedge(i, last, sort, *_read_scope(words, of, of, both=False)) if of else None
    if sort == "plan" and key in _WISHING and not _GOT.isdisjoint(keys[last + 1 : last + REACH]):
        return None  # "asked for a transfer and got one"
    if key in ("was", "were") and keys[last - 1] == "due" and not _may_be_verb(words, i, last + 1):
        return None  # "the delay was due to rain"
    if keys[last] == "to" and keys[last + 1 : last + 2] and keys[last + 1] in _NO_DEED:
        return None  # "offered to her"
    if keys[last] in ("for", "to") and last > i and (last + 1 == len(keys) or keys[last + 1] in COMMAS):
        return None  # "half of what the union had asked for, after": its object stands before
    if sort == "demand":
        if keys[last + 1 : last + 2] == ["about"]:
            return None  # "asked about remarks that were put down to her"
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
        begin, covers = i + 1, frozenset(words.roots[i + 2 : min(end, i + REACH)]) - {""}
        i = end
    head = next((r for r in words.roots[begin + 1 : i] if r in covers), "")
    return Hedge(at, at, "belief", head, covers) if head else None


_AT_FIRST = frozenset(list_words("first initially originally previously earlier once widely long"))


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
ADMITTING = frozenset(list_words("admitted admits admit confessed confesses confess confessing"))


_SETTLING = ADMITTING | frozenset(
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


def _read_of_somebody(words: Words, i: int) -> Hedge | None:
    """The reservation in "charged the clerk with", "was said by her sister to", "are feared drowned"."""
    keys = words.keys
    if keys[i] == "charged" and (charge := _find_soon(keys, i, "with")):
        return Hedge(i, i, "belief", *_read_scope(words, charge, charge, both=False))
    if (
        keys[i + 1 : i + 2] == ["by"]
        and not BE_FORMS.isdisjoint(keys[max(0, i - 3) : i])
        and (to := _find_soon(keys, i, "to"))
    ):
        return Hedge(i, i, "report", *_read_scope(words, to, to, both=False))
    if keys[i + 1 : i + 2] and keys[i + 1] in _LOST:
        lost = words.roots[i + 1]
        return Hedge(i, i, "belief", lost, frozenset((*words.roots[max(0, i - _APPOSED) : i], lost)) - {""})
    return None


def _find_soon(keys: Sequence[str], at: int, key: str) -> int | None:
    """Where a word stands behind another in its clause: "charged the clerk, Ann Holm, with"."""
    near = range(at + 1, min(len(keys), at + _SOON))
    found = next((j for j in near if keys[j] == key or keys[j] in _BREAKS), None)
    return found if found is not None and keys[found] == key else None


_SOON = 16  # words from "charged" to its "with", past who is


_OF_SOMEBODY = frozenset(
    list_words(
        """
        charged said believed thought reported alleged claimed understood considered suspected presumed feared
        assumed
        """
    )
)
_LOST = frozenset(
    list_words("dead drowned killed lost trapped buried missing wounded injured sunk destroyed")
)


def _read_argument(words: Words, i: int) -> Hedge | None:
    """The reservation in "the argument of its lawyer that", "a report in the Post that"."""
    keys = words.keys
    if keys[i + 1 : i + 2] == ["that"]:
        that = i + 1 if not _REFUSED.isdisjoint(keys[max(0, i - 4) : i]) else None
    elif i + 1 < len(keys) and keys[i + 1] in ("of", "by", "from", "in", ","):
        near = range(i + 2, min(len(keys), i + REACH))
        that = next((j for j in near if keys[j] == "that" or keys[j] in _BREAKS), None)
    else:
        return None
    if that is None or keys[that] != "that":
        return None
    return Hedge(i, that, "report", *_read_scope(words, that, that, both=False))


_ARGUMENTS = frozenset(
    list_words(
        """
        argument arguments claim claims allegation allegations assertion assertions suggestion suggestions
        contention contentions accusation accusations complaint complaints theory notion rumour rumours rumor
        rumors report reports insinuation testimony
        """
    )
)
_REFUSED = frozenset(
    list_words(
        """
        reject rejects rejected rejecting dismiss dismisses dismissed dismissing deny denies denied denying
        refute refutes refuted refuting rebut rebuts rebutted dispute disputes disputed confirm confirmed
        """
    )
)
_NEITHER = frozenset(("neither", "nor"))


_WHERE = frozenset(list_words("in at near on from across along over around overnight . ,"))


# Every word that find_hedges asks for; the others are passed over.
_BEGINNING = frozenset(
    (
        *_BY_FIRST,
        *_RULING,
        *_EXCLUDING,
        *PROOFS,
        *_CHARGES,
        *_PLEADING,
        *_ARGUMENTS,
        *_OF_SOMEBODY,
        *DISTANT,
        *_DUBBING,
        "reported",
    )
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
        begin = next((j + 1 for j in range(at - 1, max(-1, at - REACH), -1) if words.keys[j] in COMMAS), 0)
        covers = frozenset(words.roots[max(begin, at - _NEAR) : at]) - {""}
        found.append(Hedge(at, at + len(phrase) - 1, "possible", ANYWHERE, covers))
    return found


_ENDS_OF_TRAILING = frozenset(phrase[-1] for phrase in TRAILING)


COMMAS = _BREAKS | {","}


_NEAR = 7  # words before "at risk" that are


# "If only just", "if any": no condition follows.
_NO_CONDITIONS = (["only"], ["any"], ["not"], ["ever"], ["at"], ["anything"], ["necessary"], ["possible"])


_UNNAMED = frozenset(list_words("anonymity confidentiality named identified name names identity quoted"))


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
        if keys[comma + 1] in LINKS or (keys[i - 2] in LINKS and words.tokens[i - 1][0].islower()):
            return None  # a noun: "…, in line with estimates", "…, hurt by storm claims in Scotland"
        begin = find_begin(keys, comma)
        covers = (j for j in range(begin, comma) if keys[j - 1 : j] != ["-"] and keys[j + 1] != "-")
        return Hedge(i, i, "attitude", ANYWHERE, frozenset(words.roots[j] for j in covers) - {""})
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


def find_begin(keys: Sequence[str], end: int) -> int:
    """Where what a "she claims" behind it is about begins: "…, all of them, she claims, by one gang"."""
    for j in range(end - 1, -1, -1):
        if keys[j] in _BREAKS or (
            keys[j] == "," and keys[j + 2 : j + 3] == ["of"] and not _THOSE.isdisjoint(keys[j + 3 : j + 4])
        ):
            return j + 1
    return 0


_THOSE = frozenset(("them", "which", "whom", "these", "those"))


_CLAIMANTS = frozenset(("he", "she", "they", "we", "it", "his", "her", "their"))  # "claims he owes her"


_SUBJECTS = frozenset(
    list_words("he she they it we i who many some most others several all also now here there")
)


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
    if keys[last + 1 : last + 2] == [","]:
        if keys[last + 2 : last + 3] and keys[last + 2] in _SET_ASIDE:
            # "would consider, but could not promise, a ban"
            last = next((j for j in range(last + 2, min(len(keys), last + REACH)) if keys[j] == ","), last)
        elif both and words.initial[first]:
            last += 1  # "Reportedly, …"
    for step in range(last + 1, min(len(roots), last + 1 + REACH)):
        if keys[step] == "," and covers and step != over:
            over = next((j for j in range(step + 1, min(len(keys), step + _APPOSED)) if keys[j] in ",.;"), -1)
            if over >= 0 and keys[over] != ",":
                over = -1
        if (
            (keys[step] in _BREAKS and not (keys[step] == "." and keys[step - 1] in _ABBREVIATED))
            or (keys[step] == "," and ((covers and over < 0) or both))
            or keys[step] in ("but", "while", "although", "because")
            or (covers and keys[step] == "whether")  # what it is about has a reservation of its own
            or (covers and keys[step] in ("after", "since"))  # what came before is no part of it
            or (covers and keys[step] == "over" and keys[step + 1 : step + 2] == ["the"])  # nor its cause
            or (covers and keys[step] in _NEW_SUBJECTS)
            or (covers and keys[step] == "it" and step + 1 < len(keys) and is_past(keys[step + 1]))
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
    near = range(first - 1, max(0, first - REACH), -1)
    which = next((j for j in near if words.keys[j] == "which" and words.keys[j - 1] == ","), 0)
    return next((words.roots[j] for j in range(which - 2, -1, -1) if words.roots[j]), "") if which else ""


_SET_ASIDE = frozenset(("but", "though", "although", "if", "or"))


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
        aside = _find_aside(words.keys, begins, first)
        return frozenset(words.roots[j] for j in range(begins, first) if j not in aside) - {""}
    comma = next((j for j in range(last + 1, len(words)) if words.keys[j] == ","), len(words))
    ends = next((j for j in range(comma, len(words)) if words.keys[j] in _BREAKS), len(words))
    return frozenset(words.roots[comma:ends]) - {""}


def _find_aside(keys: Sequence[str], begin: int, end: int) -> range:
    """A relative clause between commas, which tells of somebody: "the crew, who have no contract, will"."""
    for j in range(begin + 1, end - 1):
        if keys[j] == "," and keys[j + 1] in ("who", "which", "whose"):
            return range(j, next((k for k in range(j + 2, end) if keys[k] == ","), end))
    return range(0)


DENYING = frozenset(list_words("no not nothing never none nobody neither nor without cannot yet"))


# Before a verb: it has not been done yet, or may not be.
COMING = frozenset(("will", "would", "should", "must", "shall", "ought"))


MODALS = COMING | frozenset(("could", "may", "might"))
