"""Somebody in a text: noun phrases that name or describe who speaks, is told or is spoken of.

A light reading of English, right to left before a verb and left to right behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.check.lexicon.function_words import BE, POSSESSIVES
from summarizer.check.lexicon.number_words import MONTHS, WEEKDAYS
from summarizer.check.lexicon.senses import is_known
from summarizer.check.lexicon.statement_words import BASES, CUES
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import ABBREVIATED
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.names import Name

PRONOUNS = frozenset(list_words("he she they it we i you him her them us me"))
RELATIVES = frozenset(list_words("who which whom whose that"))
DETERMINERS = POSSESSIVES | frozenset(list_words("the a an this these those that no"))
COUNTS = frozenset(
    list_words(
        """
        one two three four five six seven eight nine ten some many most several few both all others
        another more own half dozens hundreds thousands each every either neither third second fourth group
        number couple handful majority any other only same such anyone everyone nobody someone anybody
        everybody somebody none
        """
    )
)
LINKS = frozenset(
    list_words(
        """
        of at for from in on with by near behind under over to inside outside against along around across
        among between beside off
        """
    )
)
# After these "to" belongs to a noun phrase: "an adviser to the king".
_CLOSE = frozenset(
    list_words("adviser advisor advisers aide aides ambassador envoy assistant close counsel secretary known")
)
_LEADING_ON = frozenset(
    list_words(
        """
        and but while as after adding though that not when before because if since until once although
        whereas
        """
    )
)
_FINITE = BE | frozenset(
    list_words("has had have will would can could may might must shall should does did cannot won't")
) - {"being", "be", "been"}
RULING_OUT = frozenset(("not", "rather", "instead"))  # "the judge, not the jury", "rather than the jury"
SUBJECTS = frozenset(list_words("he she they it we i you"))
JOINTS = frozenset(list_words("but while though although whereas yet and or nor ; – — even"))
MARKS = frozenset(",;:.!?…()[]–—”\"“’'‘»«")
QUOTES = frozenset("”\"“’'‘»«")
NO_NOUNS = WEEKDAYS.keys() | MONTHS.keys() | frozenset(list_words("yesterday today tomorrow tonight"))


class Party(NamedTuple):
    """Somebody in a text: first and last word, the roots that tell who it is, and all that stand beside."""

    first: int
    last: int
    own: frozenset[str]
    wide: frozenset[str]
    name: tuple[str, ...] = ()
    pronoun: str = ""


class PhraseReader:
    """The noun phrases of one text."""

    def __init__(self, words: Words) -> None:
        """Read nothing yet."""
        self.words = words
        self.keys = words.keys
        self.tokens = words.tokens
        self._left: dict[tuple[int, int], Party | None] = {}

    def is_noun(self, i: int) -> bool:
        """Whether a word may belong to a noun phrase."""
        key = self.keys[i]
        if key == "-":
            return 0 < i < len(self.keys) - 1 and self.words.starts[i + 1] == self.words.starts[i] + 1
        if key in NO_NOUNS or not key[0].isalnum():
            return key == "." and i > 0 and self.keys[i - 1] in ABBREVIATED
        if key in ABBREVIATED or key in COUNTS:
            return True
        if self.tokens[i][0].isupper() and key not in DETERMINERS and key not in LINKS:
            return bool(self.words.roots[i]) or not self.words.initial[i]
        return bool(self.words.roots[i])

    def read_left(self, at: int, begin: int) -> Party | None:
        """The noun phrase that ends at a word."""
        if (at, begin) not in self._left:
            self._left[at, begin] = self._read_left(at, begin)
        return self._left[at, begin]

    def _read_left(self, at: int, begin: int) -> Party | None:
        keys = self.keys
        if at < begin:
            return None
        if keys[at] in PRONOUNS:
            return Party(at, at, frozenset(), frozenset(), (), keys[at]) if keys[at] in SUBJECTS else None
        if not self.is_noun(at):
            if keys[at] in ("those", "others", "neither", "both"):
                return self.party(at, at)
            return None
        first = j = at
        while j >= begin:
            key = keys[j]
            if key in DETERMINERS and key != "that":
                first = j
                if not self._goes_on(j - 1, begin):
                    break
                j -= 2
            elif self.is_noun(j) and not self._is_verb(j, at):
                first, j = j, j - 1
            elif (
                (key in ("'", "’") and j > begin and keys[j - 1].endswith("s"))
                or (
                    key in ("and", "or", "&")
                    and j > begin
                    and self.is_noun(j - 1)
                    and self.tokens[first][0].isupper() == self.tokens[j - 1][0].isupper()
                    and not self._is_verb(j - 1, at)
                )
                or (key in LINKS and self._goes_on(j, begin))
            ):
                j -= 1
            else:
                break
        return self.party(first, at)

    def _is_verb(self, j: int, at: int) -> bool:
        """Whether a word left of a noun phrase is a verb that the phrase follows."""
        if j < at and self.tokens[j][0].islower() and is_past(self.keys[j]) and j and self.words.roots[j - 1]:
            # "the trawler ignored two calls"; not "people briefed on it", "the (newly) disgraced banker"
            if self.keys[j - 1].endswith("ly") and j > 1 and self.keys[j - 2] in DETERMINERS:
                return False
            return (
                LINKS.isdisjoint(self.keys[j + 1 : j + 2])
                and self.keys[j - 1] not in COUNTS
                and not is_possessive(self.tokens, j - 1)
            )
        return (
            j < at
            and self.tokens[j][0].islower()
            and self.keys[j] in CUES
            and self.keys[j] not in BASES
            and (self.keys[j - 1 : j] != ["the"])
        )

    def _goes_on(self, link: int, begin: int) -> bool:
        """Whether a preposition at an index has a noun before it, to which it belongs."""
        if link - 1 < begin or self.keys[link] not in LINKS:
            return False
        key = self.keys[link - 1]
        if self.keys[link] == "to" and key not in _CLOSE:
            return False
        return (
            self.is_noun(link - 1) and key not in NO_NOUNS and not self._is_verb(link - 1, link)
        ) or key in COUNTS

    def read_over_commas(self, at: int, begin: int) -> Party | None:
        """The noun phrase before an apposition, a relative clause or an aside that ends at a comma."""
        keys = self.keys
        opener = "(" if keys[at] == ")" else keys[at]
        for j in range(at - 1, max(begin, at - 30), -1):
            if keys[j] == ";":
                return None
            if keys[j] != opener:
                continue
            inside = keys[j + 1]
            if inside in ("and", "or", "but"):
                continue
            if inside in _FINITE:
                return None  # "The mayor, Ruiz, has resigned, said an aide"
            if keys[j - 1] in CUES and is_past(keys[j - 1]) and keys[j - 2] not in DETERMINERS:
                return None  # "as the paper had reported, the council …, said Ruiz"
            head = self.read_left(j - 1, begin)
            if head is None:
                continue
            if head.pronoun:
                return head
            if (
                head.first == head.last
                and keys[head.first][0].isdecimal()
                and keys[head.first - 1] in LINKS | {"since"}
            ):
                return None  # "since 2022, while wages fell, said Ruiz"
            if inside in RELATIVES or self._is_aside(j + 1):
                return self.party(self._find_apposed(head, begin), at - 1)
            if (
                self.tokens[head.first][0].islower()
                and keys[j - 1] != ")"
                and head.first - 2 >= begin
                and keys[head.first - 1] == ","
            ):
                outer = self.read_left(head.first - 2, begin)
                if (
                    outer is not None
                    and outer.name
                    and (outer.first == begin or keys[outer.first - 1] in MARKS | JOINTS)
                ):
                    return self.party(
                        outer.first, at - 1
                    )  # "Ada Holm, director of the port of Lund, Sweden, said"
            if inside in DETERMINERS or self.is_noun(j + 1):
                # Two appositions: "Vang, 41, the lead investigator, replied"
                outer = self.read_over_commas(j, begin) if self.keys[j - 1][0].isdecimal() else None
                return self.party((outer or head).first, at - 1)
        return None

    def _find_apposed(self, head: Party, begin: int) -> int:
        """Where a phrase begins whose name or description stands before it: "her coach, Bernd Vogel, who"."""
        if head.first - 2 < begin or self.keys[head.first - 1] != ",":
            return head.first
        before = self.read_left(head.first - 2, begin)
        if before is None or before.pronoun or bool(before.name) == bool(head.name):
            return head.first
        if self.keys[before.first] in DETERMINERS or before.first == begin:
            return before.first
        return head.first

    def _is_aside(self, at: int) -> bool:
        """Whether a word opens what only adds something: "in a statement", "quoting him", "known as Ike"."""
        key = self.keys[at]
        return (
            key in LINKS
            or key.endswith("ing")
            or (key.endswith("ed") and self.tokens[at][0].islower())
            or key
            in (
                "known",
                "when",
                "while",
                "as",
                "after",
                "before",
                "during",
                "now",
                "then",
                "like",
                "unlike",
                "among",
                "including",
                "via",
                "however",
            )
            or key in RULING_OUT
        )

    def read_over_not(self, party: Party, begin: int) -> Party:
        """Who is meant where another is ruled out right before the verb: "the judge, not the jury, who"."""
        keys, at = self.keys, party.first - 1
        if keys[at : at + 1] in (["than"], ["of"]):
            at -= 1
        if at <= begin or keys[at] not in RULING_OUT:
            return party
        at -= 1
        while at > begin and keys[at] in (",", "and", "but"):
            at -= 1
        return self.read_left(at, begin) or party

    def read_right(self, at: int, end: int, *, over_commas: bool = False) -> Party | None:
        """The noun phrase that begins at a word, with its appositions where asked for."""
        keys = self.keys
        if at >= end:
            return None
        if keys[at] in PRONOUNS and not (keys[at] == "her" and at + 1 < end and self.is_noun(at + 1)):
            return Party(at, at, frozenset(), frozenset(), (), keys[at])
        j = at
        while j < end and (keys[j] in DETERMINERS or keys[j] in COUNTS) and keys[j] != "that":
            j += 1
        last = j - 1 if j > at and keys[j - 1] in COUNTS else at - 1
        while j < end:
            if self.is_noun(j) and not (j > at and self._is_verb(j, end)):
                last = j
            elif (keys[j] in ("'", "’") and j > at and keys[j - 1].endswith("s")) or (
                keys[j] in ("of", "for", "at", "and")
                and last >= at
                and j + 1 < end
                and (self.is_noun(j + 1) or keys[j + 1] in DETERMINERS or keys[j + 1] in ("them", "us"))
                and (keys[j] != "and" or self.tokens[j + 1][0].isupper())
            ):
                pass
            elif keys[j] in ("them", "us") and j > at and keys[j - 1] == "of":
                last = j
            elif keys[j] in DETERMINERS and j > at and keys[j - 1] in ("of", "for", "at"):
                pass
            else:
                break
            j += 1
        if last < at:
            return None
        wide = last
        while over_commas and j < end and keys[j] in (",", "("):
            stop = next(
                (k for k in range(j + 1, end) if keys[k] in (",", ")", ";") or keys[k] in QUOTES), end - 1
            )
            if (
                stop <= j + 1
                or (keys[j + 1] in LINKS and self.tokens[j + 2][0].islower())
                or keys[j + 1] in _LEADING_ON
                or any(k in CUES and k not in BASES for k in keys[j + 1 : stop])
            ):
                break
            wide, j = stop - 1, stop + (keys[stop] == ")")
            if keys[stop] not in (",", ")"):
                break
        return self.party(at, max(wide, last))

    def party(self, first: int, last: int, head: Party | None = None) -> Party:
        """A noun phrase as a party; `head` where only its beginning tells who it is."""
        roots = self.words.roots
        if head is not None:
            aside = next((i for i in range(first, last + 1) if self.keys[i] in ("whom", "whose")), last + 1)
            wide = frozenset(roots[first:aside]) - {""}
            return Party(first, last, head.own, wide, head.name)
        return read_party(self.words, first, last)


def read_party(words: Words, first: int, last: int) -> Party:
    """A noun phrase as a party: its own words are those of its head and name, not of owners and places.

    >>> from summarizer.check.lexicon.words import split_words
    >>> sorted(read_party(split_words("Ada Holm's lawyer, a friend of the king", "en"), 0, 8).own)
    ['friend', 'lawy']
    """
    keys, tokens, roots = words.keys, words.tokens, words.roots
    own: set[str] = set()
    name: tuple[str, ...] = ()
    aside = next((i for i in range(first, last + 1) if keys[i] in ("whom", "whose")), last + 1)
    wide = frozenset(roots[first:aside]) - {""}
    cuts = [first - 1, *(i for i in range(first, last + 1) if keys[i] in ",()–—"), last + 1]
    for n, (a, b) in enumerate(pairwise(cuts)):
        segment = list(range(a + 1, b))
        if not segment or (keys[segment[0]][0].isdecimal() and len(segment) == 1):
            continue
        key = keys[segment[0]]
        if n and (
            key in RELATIVES
            or key in LINKS
            or (key[0].isalpha() and key.endswith(("ing", "ed")) and tokens[segment[0]][0].islower())
            or key in ("known", "now", "as", "when")
            or key in RULING_OUT
        ):
            name = name or _read_alias(words, segment)
            own |= {r for k in _read_alias(words, segment) if (r := find_root(k, words.language))}
            break
        head, called = _read_head(words, segment)
        own |= head
        name = name or called
    return Party(first, last, frozenset(own), wide, name)


def _read_alias(words: Words, segment: Sequence[int]) -> tuple[str, ...]:
    """What a relative clause says somebody is called: "who gave her name only as Zaynab"."""
    keys, tokens = words.keys, words.tokens
    if not {"known", "name", "called", "named", "nicknamed"}.isdisjoint(keys[i] for i in segment):
        return tuple(keys[i] for i in segment if tokens[i][0].isupper())
    return ()


def _read_head(words: Words, segment: Sequence[int]) -> tuple[set[str], tuple[str, ...]]:
    """The roots of a phrase's head and the name in it: "the pilot Rosa Lindgren" -> pilot, rosa, lindgren."""
    keys, tokens, roots = words.keys, words.tokens, words.roots
    end = len(segment)
    for n, i in enumerate(segment):
        if not n:
            continue
        capital = tokens[i - 1][0].isupper() and n + 1 < len(segment) and tokens[segment[n + 1]][0].isupper()
        if (
            keys[i] in RELATIVES
            or keys[i] in ("since", "until", "during")
            or (keys[i] in LINKS and not (keys[i] in ("of", "for") and capital))
        ):
            if all(
                keys[k] in COUNTS or keys[k] in DETERMINERS or keys[k][0].isdecimal() for k in segment[:n]
            ):
                rest, name = _read_head(words, segment[n + 1 :]) if n + 1 < len(segment) else (set(), ())
                return rest, name
            end = n
            break
        if keys[i] in ("close", "familiar") and n + 1 <= len(segment):
            end = n
            break
        if (
            keys[i].endswith("ed")
            and tokens[i][0].islower()
            and n > 1 - (tokens[i - 1][0].islower())
            and (n + 1 == len(segment) or keys[segment[n + 1]] in LINKS)
            and roots[i - 1]
        ):
            end = n
            break
    part = list(segment[:end])
    owners = [
        n
        for n, i in enumerate(part[:-1])
        if is_possessive(tokens, i) or (tokens[part[n + 1]] in ("'", "’") and tokens[i].endswith("s"))
    ]
    if owners:
        part = part[owners[-1] + 1 :]
    part = [i for i in part if keys[i][0].isalnum()]
    if not part:
        return set(), ()
    run: list[int] = []
    for i in reversed(part):
        if (
            tokens[i][0].isupper()
            and keys[i] not in DETERMINERS
            and keys[i] not in ABBREVIATED
            and (roots[i] or not words.initial[i])
        ) or (run and keys[i] in ("of", "for", "&")):
            run.insert(0, i)
        else:
            break
    if run == segment[:1] and words.initial[run[0]] and is_known(keys[run[0]]):
        run = []  # "Reports on social media"
    if run:
        before = [i for i in part if i < run[0] and keys[i] not in ABBREVIATED]
        own = {roots[i] for i in run}
        if before and tokens[before[-1]][0].islower():
            own.add(roots[before[-1]])
        name = tuple(keys[i] for i in run)
        return own - {""}, name
    return ({roots[part[-1]]} - {""}) or ({roots[i] for i in part} - {""}), ()


def is_possessive(tokens: Sequence[str], at: int) -> bool:
    """Whether a word is an owner's: "Holm's", or the mark in "the miners' boss"."""
    return tokens[at].endswith(("’s", "'s")) or tokens[at] in ("’", "'")


def read_subject(words: Words, begin: int, end: int) -> Party | None:
    """The subject with which a sentence begins, past an adverbial and its comma.

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("In a letter to the king, the abbot, Odo Brandt, refused.", "en")
    >>> words.quote(*read_subject(words, 0, len(words))[:2])
    'the abbot, Odo Brandt'
    """
    keys = words.keys
    at = begin
    while at < end and keys[at] in QUOTES:
        at += 1
    opened = at < end and (
        keys[at] in LINKS
        or keys[at] in _OPENERS
        or keys[at].endswith("ing")
        or (keys[at].endswith("ed") and words.roots[at] != "")
    )
    if opened:
        comma = next((j for j in range(at, end) if keys[j] == ","), None)
        if comma is None:
            return None
        at = comma + 1
        if at < end and keys[at] in RELATIVES:
            comma = next((j for j in range(at, end) if keys[j] == ","), None)
            if comma is None:
                return None
            at = comma + 1
    reader = PhraseReader(words)
    party = reader.read_right(at, end)
    if party is None or party.pronoun:
        return party
    last = _end_noun(words, party)
    party = read_party(words, party.first, last)
    if keys[last + 1 : last + 2] == [","] and last + 2 < end and keys[last + 2] not in ("and", "but"):
        stop = next((k for k in range(last + 2, end) if keys[k] in (",", ";")), None)
        if stop is not None and keys[stop] == ",":
            return read_party(words, party.first, stop - 1)
    return party


def _end_noun(words: Words, party: Party) -> int:
    """Where a subject ends that its verb follows without a mark: with its name, or before a past form.

    Behind an article a name may stand before a noun: "a British court".
    """
    named = False
    for j in range(party.first, party.last + 1):
        capital = words.tokens[j][0].isupper() and (j > party.first or words.keys[j] not in DETERMINERS)
        if (
            named
            and not capital
            and words.keys[j] not in LINKS
            and words.keys[j] != "."
            and (words.keys[party.first] not in DETERMINERS or is_past(words.keys[j]))
        ):
            crowd = not is_past(words.keys[j]) and (j == party.last or is_past(words.keys[j + 1]))
            return j if crowd else j - 1  # "Holm supporters left"
        if j > party.first and words.tokens[j][0].islower() and is_past(words.keys[j]) and words.roots[j - 1]:
            return j - 1
        named = (named and words.keys[j] != ".") or (capital and not words.initial[j])
    return party.last


_OPENERS = frozenset(
    list_words(
        """
        after before when while as if although though despite during since until unlike like asked
        because contrary among amid following within since by once given
        """
    )
)


def find_described(words: Words, names: Sequence[Name]) -> dict[str, set[tuple[str, ...]]]:
    """Whom a text names beside a description: "the drummer, Lou Sand" and "Transport Minister Hana Blum".

    >>> from summarizer.check.passage.names import find_names
    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("The drummer, Lou Sand, met Transport Minister Hana Blum.", "en")
    >>> found = find_described(words, find_names(words))
    >>> found["drum"], found["minist"]
    ({('lou', 'sand')}, {('hana', 'blum')})
    """
    reader = PhraseReader(words)
    keys, tokens, roots = words.keys, words.tokens, words.roots
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if not name.sure:
            continue
        at = name.first - 1
        beside: set[str] = set()
        while (
            at >= 0
            and name.first - at <= 3
            and roots[at]
            and tokens[at][0].isalpha()
            and keys[at] not in CUES
        ):
            beside.add(roots[at])
            at -= 1
        if (
            name.first > 1
            and keys[name.first - 1] == ","
            and keys[name.last + 1 : name.last + 2] in ([","], ["."])
        ):
            party = reader.read_left(name.first - 2, max(0, name.first - 12))
            if party is not None and not party.name and keys[party.first] in DETERMINERS:
                beside |= party.own
        if keys[name.last + 1 : name.last + 2] == [","] and name.last + 2 < len(words):
            stop = next(
                (j for j in range(name.last + 2, min(len(words), name.last + 14)) if keys[j] in (",", ".")),
                None,
            )
            if stop is not None and keys[name.last + 2] in DETERMINERS:
                beside |= read_party(words, name.last + 2, stop - 1).own
        for root in beside:
            found.setdefault(root, set()).add(name.keys)
    return found
