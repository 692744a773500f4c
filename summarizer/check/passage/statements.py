"""The statements of an English passage: who says, thinks or writes what, and to whom.

Wider than `find_sayings`: who speaks may be merely described ("two of the survivors"), stand in an
apposition or in a relative clause, behind the verb, or share it with another verb ("laughed and said"); and
what is said has its place in the text, so that a claim can be held against the statement that it is about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.check.lexicon.function_words import BE, POSSESSIVES
from summarizer.check.lexicon.number_words import (
    CARDINALS,
    DOUBTFUL_MONTHS,
    FRACTIONS,
    MONTHS,
    ORDINALS,
    WEEKDAYS,
)
from summarizer.check.lexicon.statement_words import (
    AGREEING,
    BASES,
    CUES,
    HAVE_LISTENER,
    HAVE_TARGET,
    INVERTING,
    MANNERS,
    SAYING_NOUNS,
    is_gesture,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import ABBREVIATED, PERSON_TITLES, is_title
from summarizer.check.lexicon.words import Words, is_past
from summarizer.check.passage.parties import (
    COUNTS,
    DETERMINERS,
    JOINTS,
    LINKS,
    MARKS,
    NO_NOUNS,
    PRONOUNS,
    QUOTES,
    SUBJECTS,
    Party,
    PhraseReader,
    is_possessive,
    read_subject,
)
from summarizer.check.passage.quotations import Quoted

_NOMINATIVE = {"him": "he", "her": "she", "them": "they"}
_CONTRASTS = frozenset(list_words("but while though although whereas yet ;"))
_AUXILIARIES = frozenset(
    list_words(
        """
        has have had having also later then again himself herself themselves itself now repeatedly
        already just did does do didn't doesn't don't not never always still once only all both neither
        even ever often sometimes soon at last first once long thus however therefore yesterday today alone
        there here elsewhere abroad alike too
        """
    )
)
_DATES = {*WEEKDAYS, *MONTHS} - DOUBTFUL_MONTHS
_PERFECT = frozenset(("has", "have", "had"))
_HELPERS = frozenset(list_words("did does do didn't"))
_REDUCED = frozenset(list_words("of by as with to not in for on about"))


class Statement(NamedTuple):
    """Who says something, to whom, by which verb, and where what is said stands."""

    cue: int
    verb: str
    speaker: Party | None
    listener: Party | None
    content: tuple[tuple[int, int], ...]
    parent: int = -1  # the statement in whose content it stands
    refers: bool = False  # what it is about stands elsewhere: "denied it", "which she denied"

    def holds(self, at: int) -> bool:
        """Whether a word stands in what is said."""
        return any(begin <= at < end for begin, end in self.content)


def find_statements(words: Words, quoted: Sequence[Quoted] = ()) -> list[Statement]:
    """The statements of a passage, in the order of their verbs.

    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("Divers say the wreck is safe, but its owner, Ada Holm, told us it leaks.", "en")
    >>> [(s.verb, words.quote(s.speaker.first, s.speaker.last)) for s in find_statements(words)]
    [('say', 'Divers'), ('tell', 'its owner, Ada Holm')]
    >>> [words.quote(s.content[0][0], s.content[0][1] - 1) for s in find_statements(words)]
    ['the wreck is safe,', 'it leaks.']
    """
    if words.language not in ("en", ""):
        return []
    return _Reader(words, quoted).read()


def list_roots(words: Words, statement: Statement) -> frozenset[str]:
    """The roots of what is said, and of who is told."""
    told = statement.listener.wide if statement.listener else frozenset()
    return (told | {words.roots[j] for a, b in statement.content for j in range(a, b)}) - {""}


def split_sentences(words: Words, quoted: Sequence[Quoted] = ()) -> list[tuple[int, int]]:
    """The sentences of a passage as ranges of words, a quotation and what introduces it being one."""
    return _Reader(words, quoted).split()


class _Found(NamedTuple):
    """A statement whose content is not cut yet."""

    cue: int
    verb: str
    speaker: Party | None
    edge: int  # where its clause begins
    before: bool  # it stands behind what is said
    listener: Party | None = None
    relative: bool = False


class _Reader(PhraseReader):
    """One reading of one passage."""

    def __init__(self, words: Words, quoted: Sequence[Quoted]) -> None:
        super().__init__(words)
        starts = words.starts if quoted else []
        self.quotes = [(bisect_right(starts, q.start - 1), bisect_right(starts, q.end - 1)) for q in quoted]
        self.opened = [begin for begin, _ in self.quotes]

    def read(self) -> list[Statement]:
        """All statements, in the order of their verbs."""
        places = [i for i, k in enumerate(self.keys) if k in _CUE_WORDS]
        if not places:
            return []
        found: list[Statement] = []
        for begin, end in self.split():
            if end - begin > _LONGEST:
                continue  # a list or a table, whose clauses nothing parts
            drafts = [
                d
                for i in places[bisect_left(places, begin) : bisect_left(places, end)]
                if (d := self._read_at(i, begin, end)) is not None
            ]
            outer = -1
            if found and self.keys[begin] in QUOTES and self._is_quoted(begin, end):
                # “…,” she said. “…”: the quotation goes on
                outer = max(n for n, s in enumerate(found) if s.parent < 0)
                found[outer] = found[outer]._replace(content=(*found[outer].content, (begin, end)))
            near = self._complete([self._cut(d, drafts, begin, end) for d in self._share(drafts, begin)])
            first = len(found)
            for i, statement in enumerate(near):
                parent = _find_parent(statement, i, near)
                found.append(statement._replace(parent=parent + first if parent >= 0 else outer))
        return found

    def _complete(self, near: list[Statement]) -> list[Statement]:
        """The statements, one that breaks off with what the next says: "Holm claims, and we deny, that"."""
        for n, (one, other) in enumerate(pairwise(near)):
            after = self.keys[one.cue + 1 : one.cue + 3]
            if after[:1] == [","] and after[1:] and after[1] in JOINTS and self.keys[other.cue + 1] == ",":
                near[n] = one._replace(content=other.content)
        return near

    def _is_quoted(self, begin: int, end: int) -> bool:
        """Whether a sentence that begins with a quotation mark is one quotation and nothing else."""
        quote = self._find_quote(begin + 1)
        return quote is None or quote[1] >= end - 1

    def split(self) -> list[tuple[int, int]]:
        """The sentences, a quotation and what introduces it being one."""
        cuts = [0]
        for i, key in enumerate(self.keys):
            if key not in (".", "!", "?", "…") or i + 1 >= len(self.keys):
                continue
            if key == "." and i and (self.keys[i - 1] in ABBREVIATED or len(self.keys[i - 1]) == 1):
                continue
            if key == "." and self.keys[i - 1] in MONTHS and self.keys[i + 1].isdecimal():
                continue  # "Jan. 12"
            quote = self._find_quote(i)
            if quote is None:
                cuts.append(i + 1)
            elif quote[1] == i + 1 and i + 2 < len(self.keys):
                follows = self.keys[i + 2 : i + 8]
                if (
                    (self.tokens[i + 2][0].isupper() and not any(k in CUES for k in follows))
                    or (key == "." and self.tokens[i + 2][0].isupper())
                    or self.tokens[i + 2] in QUOTES
                ):
                    cuts.append(i + 2)
        return list(pairwise((*dict.fromkeys(cuts), len(self.keys))))

    def _find_quote(self, at: int) -> tuple[int, int] | None:
        last = bisect_right(self.opened, at) - 1
        return self.quotes[last] if last >= 0 and at < self.quotes[last][1] else None

    # --- who speaks ----------------------------------------------------------------------------------------

    def _read_at(self, i: int, begin: int, end: int) -> _Found | None:
        key = self.keys[i]
        if key == "according" and self.keys[i + 1 : i + 2] == ["to"]:
            over = i > begin + 1
            speaker = (
                self.read_right(i + 2, end, over_commas=True) if over else self._read_apposed(i + 2, end)
            )
            return _Found(i, "according", speaker, i, i > begin + 1) if speaker else None
        if key in _LORE and self.keys[i + 1 : i + 3] in (["has", "it"], ["have", "it"]):
            speaker = self.read_left(i, begin)
            return _Found(i + 2, "say", speaker, speaker.first, before=False) if speaker else None
        if key in _COUNTING and (count := self._read_count(i, begin)):
            return count
        if key in SAYING_NOUNS and (noun := self._read_noun(i, begin, end)):
            return noun
        verb = CUES.get(key)
        if verb == "speak" and self.keys[i + 1 : i + 2] not in (["of"], ["about"]):
            verb = None
        if key in _PUTTING and self._gives_number(i, end):
            verb = "estimate"
        if verb in ("reject", "dismiss") and self._gives_verdict(i, end):
            verb = "describe"
        if key in ("pointed", "points") and self.keys[i + 1 : i + 2] == ["out"]:
            verb = "note"
        if key in MANNERS:
            return self._read_manner(i, begin, end)
        if (
            verb is None
            or self._is_joined(i)
            or (verb == "claim" and self._takes(i))
            or (verb == "call" and self._is_called_in(i))
            or (verb == "say" and is_gesture(self.keys, i))
            or (key in SAYING_NOUNS and self._is_subject(i, end))
            or (self.tokens[i][0].isupper() and not self.words.initial[i])
        ):
            return None
        return self._read_verb(i, verb, begin, end)

    def _read_manner(self, i: int, begin: int, end: int) -> _Found | None:
        """Who "laughs" or "shrugs" right beside a quotation, which is what they say."""
        found = self._read_plain(i, "say", i - 1, begin, end)
        if found is None or found.speaker is None or not found.before:
            return None
        at = min(i, found.speaker.first) - 1
        return found if at > begin and self.keys[at] in QUOTES and self.keys[at - 1] in MARKS else None

    def _gives_verdict(self, i: int, end: int) -> bool:
        """Whether "rejected" tells what somebody calls a thing: "rejected the charge as absurd"."""
        keys = self.keys
        stop = next((j for j in range(i + 1, end) if keys[j] in MARKS and keys[j] not in QUOTES), end)
        at = next((j + 1 for j in range(i + 1, stop) if keys[j] == "as"), stop)
        # Not "dismissed the chief as crowds gathered".
        return at < stop and (keys[at] in QUOTES or keys[at] in ("a", "an") or stop - at <= _FEW)

    def _read_count(self, i: int, begin: int) -> _Found | None:
        """By whose word something is so: "by the ministry's own count, 212 wells are dry"."""
        at = i - 1 - (self.keys[i - 1] == "own")
        if at < begin + 1 or not is_possessive(self.tokens, at):
            return None
        speaker = self.read_left(at - (self.tokens[at] in ("’", "'")), begin)
        if speaker is None or speaker.first <= begin or self.keys[speaker.first - 1] not in ("by", "on"):
            return None
        return _Found(i, "according", speaker, i, before=self.keys[i + 1 : i + 2] != [","])

    def _gives_number(self, i: int, end: int) -> bool:
        """Whether "puts" tells how much something is: "puts the true total below 1,000"."""
        keys = self.keys
        if keys[i + 1 : i + 2] and keys[i + 1] in _PARTICLES:
            return False  # "has put down just under 400 dogs"
        near = range(i + 1, min(end - 1, i + _SHORT + 2))
        return any(
            keys[j] in _MEASURING
            and any(k[0].isdecimal() or k in CARDINALS["en"] or k in FRACTIONS for k in keys[j + 1 : j + 5])
            for j in near
        )

    def _read_noun(self, i: int, begin: int, end: int) -> _Found | None:
        """A noun with whose statement it is: "Ruiz's claim that …", "warnings from the bank that …"."""
        keys = self.keys
        if keys[i + 1 : i + 2] == ["that"] and i > begin and is_possessive(self.tokens, i - 1):
            speaker = self.read_left(i - 1 - (self.tokens[i - 1] in ("’", "'")), begin)
            return _Found(i, "claim", speaker, speaker.first, before=False) if speaker else None
        if keys[i + 1 : i + 2] in (["from"], ["by"], ["of"]):
            speaker = self.read_right(i + 2, end, over_commas=True)
            follows = keys[speaker.last + 1 : speaker.last + 3] if speaker else []
            if follows[:1] == ["that"] or follows == [",", "that"]:
                return _Found(i, "claim", speaker, i, before=False)
        return None

    def _is_joined(self, i: int) -> bool:
        """Whether a hyphen joins a word to another: "newly-announced"."""
        return (i > 0 and self.keys[i - 1] == "-" and self.is_noun(i - 1)) or (
            i + 1 < len(self.keys) and self.keys[i + 1] == "-" and self.is_noun(i + 1)
        )

    def _is_called_in(self, i: int) -> bool:
        """Whether a particle gives "called" another sense: "called off the strike", "called in the envoy"."""
        return self.keys[i + 1 : i + 2] != [] and self.keys[i + 1] in _PARTICLES - {"on"}

    def _takes(self, i: int) -> bool:
        """Whether "claimed" has its other sense: "claimed more lives", "claimed 12 victims"."""
        key = self.keys[i + 1] if i + 1 < len(self.keys) else ""
        return key[:1].isdecimal() or key in COUNTS or key in ("lives", "fewer", "least", "victory", "credit")

    def _is_subject(self, i: int, end: int) -> bool:
        """Whether a noun is meant, of which a verb tells: "asylum claims in Austria fell"."""
        keys = self.keys
        if keys[i + 1 : i + 2] == [] or keys[i + 1] not in _BELONGING:
            return False
        near = range(i + 2, min(end, i + _SHORT))
        ends = next((j for j in near if is_past(keys[j]) or keys[j] in MARKS or keys[j] in _OPEN_CONTENT), 0)
        return ends > 0 and is_past(keys[ends])

    def _read_verb(self, i: int, verb: str, begin: int, end: int) -> _Found | None:
        keys = self.keys
        key, after = keys[i], keys[i + 1] if i + 1 < end else "."
        if key == "thinking" and after in ("about", "of"):
            return None  # "is thinking about selling": a plan
        if verb in _NEVER_OF_ONESELF and is_past(key) and keys[i + 1 : i + 3] in _TO_BE:
            return None  # "was its engine found to be faulty"
        if (
            after == "by"
            and (key.endswith("ed") or key == "told")
            and BE.isdisjoint(keys[max(begin, i - 3) : i])
        ):
            opens = i == begin or (i == begin + 1 and keys[begin] in _WHILE)
            return self._read_opening(i, verb, end) if opens else None  # "a finding disputed by the league"
        if (
            after in _REDUCED
            and (verb in HAVE_LISTENER or verb in HAVE_TARGET)
            and key.endswith("ed")
            and verb
            not in (
                "ask",
                "warn",
                "promise",
                "threaten",
                "beg",
                "support",
            )
            and not self._has_own_subject(i, begin)
        ):
            return None  # "a man accused of fraud"
        before = i - 1
        while before >= begin and (keys[before] in _AUXILIARIES or keys[before].endswith("ly")):
            before -= 1
        if before > begin and keys[before] in WEEKDAYS:
            before -= 1 + (keys[before - 1] == "on")  # "Ruiz on Friday said"
        if before >= begin and keys[before] in CUES and "having" in keys[before + 1 : i]:
            return None  # "denied on Friday having ruled out a return"
        if before >= begin and keys[before] in BE:
            return (
                self._read_passive(i, verb, begin, end)
                if not key.endswith("ing")
                else self._read_plain(i, verb, before - 1, begin, end)
            )
        if before >= begin and keys[before] in ("to", "of", "without", "from", "by", "for", "in", "the", "a"):
            return None
        if key.endswith("ing"):
            return self._read_participle(i, verb, before, begin, end)
        if (
            before >= begin
            and keys[before] in QUOTES
            and (quote := self._find_quote(i))
            and quote[0] == before + 1
        ):
            before -= 1  # "it “regrets” the delay"
        if verb == "continue" and not (before >= begin and keys[before] in QUOTES):
            return None
        if key == verb and key != "bet" and not self._may_be_bare(i, before, begin):
            return None
        if (
            key in _THANKS
            and before > begin
            and is_past(keys[before])
            and keys[before - 1] not in DETERMINERS
        ):
            return None  # "drew thanks from her"
        if key == verb + "s" and before >= begin and not self._may_have_singular(before, begin):
            return None
        return self._read_plain(i, verb, before, begin, end)

    def _has_own_subject(self, i: int, begin: int) -> bool:
        """Whether a form that may be a participle is its clause's verb: "had accused of"."""
        near = self.keys[max(begin, i - 6) : i]
        gap = self.keys[i + 1 : i + 2] == ["as"] and ("which" in near or "that" in near)
        if self.keys[i + 1 : i + 2] == ["as"] and (party := self.read_left(i - 1, begin)):
            gap |= self._find_contact(party, begin) > 0
        return gap or not _PERFECT.isdisjoint(near[-3:]) or "whom" in near

    def _may_be_bare(self, i: int, before: int, begin: int) -> bool:
        """Whether a verb in its bare form can be its clause's own: "experts fear", "did Holm tell"."""
        keys = self.keys
        if before < begin:
            return False
        if not _HELPERS.isdisjoint(keys[max(begin, i - 6) : i]):
            return True
        if keys[before] in ("they", "we", "i", "you", "who", "which", "and", ","):
            return True
        party = self.read_left(before, begin)
        return party is not None and not party.pronoun and self._is_plural(party)

    def _is_plural(self, party: Party) -> bool:
        keys = self.keys
        stop = next((j for j in range(party.first + 1, party.last + 1) if keys[j] in LINKS), party.last + 1)
        head = keys[stop - 1 - (keys[stop - 1] in _POSTPOSED)]
        return (
            (head.endswith("s") and not head.endswith("ss"))
            or head in ("people", "police", "those", "men", "women", "children", "others", "staff")
            or keys[party.first] in COUNTS
            or (head in COUNTS and head not in ORDINALS)
        )

    def _may_have_singular(self, before: int, begin: int) -> bool:
        """Whether a form in -s is a verb after a word, not a noun: "the bank notes", "crown notes"."""
        key = self.keys[before]
        if key in MARKS or key in SUBJECTS or key in ("who", "which", "that", "and", "but"):
            return True
        party = self.read_left(before, begin)
        if party is None or party.pronoun:
            return False
        if self.keys[party.first] in COUNTS:
            return False
        named = any(self.tokens[j][0].isupper() for j in range(party.first, party.last + 1))
        return named or self.keys[party.first] in DETERMINERS

    def _read_participle(self, i: int, verb: str, before: int, begin: int, end: int) -> _Found | None:
        """A verb in -ing: "…, saying that …", "remembered asking", "remembered a passenger asking"."""
        keys = self.keys
        if before < begin:
            return None
        if keys[before] == "," or CUES.get(keys[before]):
            return _Found(i, verb, None, i, before=False, listener=self._read_listener(i, verb, end))
        if keys[before] in MARKS:
            return None
        speaker = self.read_left(before, begin)
        if speaker is None and keys[before] in PRONOUNS:
            speaker = Party(
                before, before, frozenset(), frozenset(), (), _NOMINATIVE.get(keys[before], keys[before])
            )
        if speaker is None or speaker.first <= begin:
            return None
        opener = keys[speaker.first - 1]
        # "with Malta promising half of it", "…, its spokesman saying that …"
        own = opener == "with" or (opener == "," and keys[speaker.first] in POSSESSIVES)
        if CUES.get(opener) is None and not own:
            return None
        return _Found(
            i, verb, speaker, speaker.first, before=False, listener=self._read_listener(i, verb, end)
        )

    def _read_passive(self, i: int, verb: str, begin: int, end: int) -> _Found | None:
        """A passive: "Holm was warned by divers that …"; nothing where nobody is said to speak."""
        by = next((j for j in range(i + 1, min(end, i + 5)) if self.keys[j] == "by"), None)
        if by is None or by + 1 == len(self.keys) or self._is_measure(by + 1):
            return None
        speaker = self.read_right(by + 1, end, over_commas=True)
        subject = self.read_left(i - 2, begin) if i - 2 >= begin else None
        return (
            _Found(i, verb, speaker, subject.first if subject else i, before=False, listener=subject)
            if speaker
            else None
        )

    def _read_opening(self, i: int, verb: str, end: int) -> _Found | None:
        """A participle that opens a sentence: "Asked by Holm whether it leaks, the diver said …"."""
        if verb not in HAVE_LISTENER and verb not in HAVE_TARGET:
            return None
        speaker = self._read_apposed(i + 2, end)
        if speaker is None:
            return None
        charge = (j - 1 for j in range(speaker.first + 2, speaker.last + 1) if self.keys[j].endswith("ing"))
        if (of := next(charge, None)) and self.keys[of] in ("of", "for"):
            speaker = self.party(speaker.first, of - 1)  # "accused by the union of hiding losses"
        apposed = self.keys[speaker.first : speaker.last].count(",")
        comma = next((j for j in range(speaker.last + 1 + apposed, end) if self.keys[j] == ","), end)
        at = comma + 1 + (self.keys[comma + 1 : comma + 2] in (["”"], ['"']))
        subject = self.read_right(at, end)
        return _Found(i, verb, speaker, i, before=False, listener=subject) if subject else None

    def _skip_opening(self, begin: int, end: int) -> int:
        """Where the subject begins behind a participle: "Pressed by the chair, Ada Holm, the director, …"."""
        if not self.keys[begin].endswith("ed") or self.keys[begin + 1] != "by":
            return begin
        agent = self._read_apposed(begin + 2, end)
        comma = next((j for j in range(agent.last + 1, end) if self.keys[j] == ","), None) if agent else None
        return begin if comma is None else comma + 1

    def _read_apposed(self, at: int, end: int) -> Party | None:
        """A noun phrase with the name beside it: "its director, Emil Faraday,"."""
        party = self.read_right(at, end)
        if (
            party
            and not party.name
            and not party.pronoun
            and self.keys[party.last + 1 : party.last + 2] == [","]
        ):
            wider = self.read_right(at, end, over_commas=True)
            if wider and wider.name and self.keys[wider.last + 1 : wider.last + 2] in ([","], ["."]):
                return wider
        return party

    def _is_measure(self, at: int) -> bool:
        """Whether a word begins by how much or by when, not by whom: "expected to fall by half"."""
        key = self.keys[at]
        point = key == "the" and not _POINTS.isdisjoint(self.keys[at + 1 : at + 2])  # "by the end of May"
        return key[0].isdigit() or key in FRACTIONS or key in _DATES or point

    def _read_plain(self, i: int, verb: str, before: int, begin: int, end: int) -> _Found | None:
        keys = self.keys
        listener = self._read_listener(i, verb, end)
        if before < begin:
            return None
        at = keys[before]
        if at in QUOTES and not (before and at in "’'" and keys[before - 1].endswith("s")):
            return self._read_inverted(i, verb, end)
        if at in ("and", "or", "nor", "then") or (
            at in ("but", "though", "although", "yet") and before > begin
        ):
            return _Found(i, verb, None, before, before=False, listener=listener)
        if at in ("who", "which", "that"):
            bearer = before - 2 if before - 1 >= begin and keys[before - 1] == "," else before - 1
            if bearer < begin or (at == "that" and keys[before - 1] == ","):
                return None
            if keys[bearer].isdecimal() and bearer - 2 >= begin and keys[bearer - 1] == ",":
                bearer -= 2  # "Ada Holm, 52, who denies it"
            speaker = self.read_left(bearer, begin)
            if at == "who" and speaker:
                speaker = self._read_person(self.read_over_not(speaker, begin))
            return (
                _Found(i, verb, speaker, before, before=False, listener=listener, relative=True)
                if speaker
                else None
            )
        if at in (",", ")", "–", "—"):
            speaker = self.read_over_commas(before, self._skip_opening(begin, i))
            if speaker is None:
                return self._read_inverted(i, verb, end)
        elif at in MARKS and at not in QUOTES:
            return None
        else:
            speaker = self._read_over_whose(before, begin)
            if speaker is not None and (named := self._find_contact(speaker, begin)):
                speaker = self.party(named, speaker.last)
        if speaker is None:
            return None
        if (
            speaker.pronoun
            and speaker.first > begin
            and keys[speaker.first - 1] in ("as", "than", "what", "whatever")
        ):
            return None  # "as far as she remembers"
        if keys[speaker.first] == "whatever":
            return None  # "whatever Ruiz tells his voters"
        behind = self._stands_behind(i, speaker, listener, begin, end)
        if verb == "show" and not behind and keys[i + 1 : i + 2] != ["that"]:
            return None  # "showed the letter"
        return _Found(i, verb, speaker, speaker.first, before=behind, listener=listener)

    def _find_contact(self, party: Party, begin: int) -> int:
        """Where a name begins right behind an apposed noun: ", a figure Holm called too low"; else 0."""
        if (
            party.first <= begin
            or self.keys[party.first - 1] != ","
            or self.keys[party.first] not in ("a", "an")
        ):
            return 0
        near = range(party.first + 2, party.last + 1)
        return next((j for j in near if self.tokens[j][0].isupper() and self.keys[j - 1] in _SHELLS), 0)

    def _read_person(self, party: Party) -> Party:
        """Who "who" is about: the person behind "of" in "the veto of President Holm, who"."""
        keys = self.keys
        link = next((j for j in range(party.last, party.first, -1) if keys[j] in LINKS), None)
        if link is None or keys[link - 1] in PERSON_TITLES or not is_title(keys[link + 1]):
            return party
        return self.party(link + 1, party.last)

    def _read_over_whose(self, at: int, begin: int) -> Party | None:
        """The noun phrase that ends at a word: "a man whose boat sank" is the man."""
        party = self.read_left(at, begin)
        if party is None or party.first - 2 < begin:
            return party
        beside = self.keys[party.first - 1] in ("in", "for", "at", "with")
        if beside and self.keys[party.first - 2] in _WORKING:
            return self.read_left(party.first - 3, begin) or party  # "researchers writing in Nature"
        if self.keys[party.first - 1] not in ("whose", "who"):
            return self._read_over_clause(party, begin) or party
        if not any(is_past(self.keys[j]) for j in range(party.first, at + 1)):
            return party
        outer = self.read_left(party.first - 2, begin)
        return self.party(outer.first, at, outer) if outer and not outer.pronoun else party

    def _read_over_clause(self, party: Party, begin: int) -> Party | None:
        """Who speaks where a noun phrase ends a relative clause: "a woman who lost her house said"."""
        keys = self.keys
        if not is_past(keys[party.first - 1]):
            return None
        near = range(party.first - 2, max(begin, party.first - 5), -1)
        who = next((j for j in near if keys[j] == "who"), None)
        if who is None or who - 1 < begin or not MARKS.isdisjoint(keys[who : party.first]):
            return None
        outer = self.read_left(who - 1, begin)
        return outer if outer and not outer.pronoun else None

    def _stands_behind(self, i: int, speaker: Party, listener: Party | None, begin: int, end: int) -> bool:
        """Whether what is said stands before: "…, the engineer said.", “…,” Ruiz told us."""
        if speaker.first - 1 <= begin:
            return False
        if self.keys[speaker.first - 1] not in MARKS and self.keys[speaker.first - 1] != "as":
            return False
        after = max(i, listener.last if listener else i) + 1
        rest = range(after, end)
        stop = next((j for j in rest if self.keys[j] in MARKS), end)
        if stop == after:
            return self.keys[after : after + 1] != [":"] and not (
                after < end and self.keys[after] in QUOTES and self._find_quote(after + 1) is not None
            )
        ended = self.keys[speaker.first - 2 : speaker.first]
        if (
            len(ended) == 2
            and ended[0] in (",", "?", "!")
            and ended[1] in QUOTES
            and self.keys[after : after + 1] != ["that"]
        ):
            return True  # “Never,” the clerk testified when the judge asked her
        opened = next((j for j in range(after, stop) if self.keys[j] in _OPEN_CONTENT), None)
        if opened is not None and self._is_relative_that(opened):
            stop, opened = opened, None
        if stop - after > _SHORT or opened is not None:
            return False
        quoted = self.keys[speaker.first - 1] in QUOTES or self.keys[speaker.first - 2] in QUOTES
        adjunct = self.keys[after] in (
            "in",
            "on",
            "at",
            "during",
            "after",
            "before",
            "by",
            "from",
            "via",
            "until",
            "since",
            "when",
            "despite",
            "as",
            "outside",
            "inside",
            "near",
            "amid",
            "following",
            "throughout",
            "across",
        ) or (self.keys[after] in NO_NOUNS or self._tells_day(after))
        return quoted or (adjunct and self.keys[speaker.first - 1] == ",")

    def _tells_day(self, at: int) -> bool:
        """Whether words tell when somebody spoke: "late on Tuesday", "last week"."""
        after = self.keys[at + 1 : at + 2]
        if self.keys[at] in ("late", "early", "earlier", "later"):
            return bool(after) and (
                after[0] in NO_NOUNS or after[0] in ("on", "in", "at", "this", "last", "that")
            )
        return (
            self.keys[at] in ("last", "this")
            and bool(after)
            and (after[0] in NO_NOUNS or after[0] in _SPELLS)
        )

    def _read_inverted(self, i: int, verb: str, end: int) -> _Found | None:
        """The speaker behind the verb: “…,” said Ruiz, the mayor."""
        if verb not in INVERTING or i + 1 >= end:
            return None
        speaker = self.read_right(i + 1, end, over_commas=True)
        if speaker is None or speaker.pronoun:
            return None
        return _Found(i, verb, speaker, i, before=True, listener=self._read_to(speaker.last + 1, end))

    def _read_listener(self, i: int, verb: str, end: int) -> Party | None:
        if verb in HAVE_LISTENER:
            party = self._read_apposed(i + 1, end)
            if party and self.keys[party.last + 1 : party.last + 2] == [","] and not party.pronoun:
                # "told its director, Emil Faraday, that"
                wider = self.read_right(i + 1, end, over_commas=True)
                follows = self.keys[wider.last + 1 : wider.last + 3] if wider else []
                if follows in ([",", "that"], [",", "to"], [",", "not"]):
                    return wider
            return party
        return self._read_to(i + 1, end) if verb not in HAVE_TARGET else None

    def _read_to(self, at: int, end: int) -> Party | None:
        """Who is told after "to": "replied to the senator", "in an email to her supervisor, Jack Peel"."""
        for j in range(at, min(end - 1, at + 5)):
            if self.keys[j] in ("to", "at") and (j == at or self.keys[j - 1] in _LETTERS):
                party = self.read_right(j + 1, end, over_commas=True)
                return party if party and (party.pronoun or self.keys[party.first] not in BASES) else None
            if self.keys[j] in MARKS or self.keys[j] == "that":
                return None
        return None

    # --- what is said --------------------------------------------------------------------------------------

    def _share(self, drafts: Sequence[_Found], begin: int) -> list[_Found]:
        """The statements, those without a subject of their own under that of the verb before them."""
        shared: list[_Found] = []
        for draft in drafts:
            if draft.speaker is not None:
                shared.append(draft)
                continue
            if bearer := self._read_relative(draft, shared[-1].cue if shared else begin):
                shared.append(draft._replace(speaker=bearer, relative=True))
                continue
            outer = [d for d in shared if d.speaker and not d.relative and self._find_quote(d.cue) is None]
            if draft.edge == draft.cue and shared and shared[-1].cue == self._step_back(draft.cue):
                outer = [shared[-1]]  # "remembered asking"
            speaker = outer[0].speaker if outer else self._read_first(begin, draft.cue)
            if speaker is not None:
                shared.append(draft._replace(speaker=speaker))
        return shared

    def _read_relative(self, draft: _Found, floor: int) -> Party | None:
        """Who a relative clause is about that a second verb ends: "the clerk, who wept and said"."""
        if draft.edge >= draft.cue or self.keys[draft.edge] not in ("and", "but"):
            return None
        who = next((j for j in range(draft.edge - 1, floor, -1) if self.keys[j] == "who"), None)
        if who is None or not MARKS.isdisjoint(self.keys[who : draft.edge]):
            return None
        return self.read_left(who - 1 - (self.keys[who - 1] == ","), floor + 1)

    def _step_back(self, at: int) -> int:
        at -= 1
        while at > 0 and self.keys[at] in _AUXILIARIES:
            at -= 1
        return at

    def _read_first(self, begin: int, end: int) -> Party | None:
        """The subject of the clause that a verb ends, "when she left, saying …", or of its sentence."""
        for j in range(end - 1, begin, -1):
            if (
                self.keys[j] in ("when", "as", "after", "before", "because", "where")
                and self._find_quote(j) is None
            ):
                inner = read_subject(self.words, j + 1, end)
                if (
                    inner is not None
                    and inner.last + 1 < end - 1
                    and "," not in self.keys[inner.last + 1 : end - 1]
                ):
                    return inner
                break
        dash = next((j for j in range(begin, min(begin + 6, end)) if self.keys[j] in ("–", "—")), None)
        begin = begin if dash is None else dash + 1
        return read_subject(self.words, begin, end)

    def _cut(self, draft: _Found, drafts: Sequence[_Found], begin: int, end: int) -> Statement:
        """A statement with what is said in it."""
        keys = self.keys
        speaker, listener = draft.speaker, draft.listener
        quote = self._find_quote(draft.cue)
        if quote is not None:
            begin, end = max(begin, quote[0]), min(end, quote[1])
        after = self._find_after(draft, end)
        left, right = self._find_bounds(draft, drafts, begin, end)
        if listener and _opens_sentence(draft):
            right = min(right, listener.first)
        pieces: list[tuple[int, int]] = []
        if draft.before:
            pieces = self._list_around(draft, left, after, right)
        elif draft.verb == "according":
            comma = next((j for j in range(after - 1, right) if keys[j] == ","), after)
            pieces.append((comma, right))
        else:
            pieces.append((after, right))
        if (
            keys[draft.edge - 1 : draft.edge]
            and keys[draft.edge - 1] in ("which", "that", "whom")
            and draft.edge - 1 > begin
        ):
            # "the ban, which Holm called a joke": what it is about stands right before
            noun = draft.edge - 2 - (keys[draft.edge - 2] == ",")
            right = next(
                (j for j in range(after, right) if keys[j] == "," and not self._find_quote(j)), right
            )
            pieces[0] = (after, right)
            antecedent = self.read_left(noun, begin) if noun >= begin else None
            that = keys[draft.edge - 1] == "that"
            if keys[noun] in CUES:
                antecedent = None
            if (
                antecedent is not None
                and not antecedent.pronoun
                and (not that or keys[antecedent.first] in DETERMINERS)
            ):
                pieces.append((antecedent.first, noun + 1))
        elif (
            draft.edge > begin
            and not draft.before
            and self.is_noun(draft.edge - 1)
            and keys[draft.edge - 1] not in CUES  # "rejected the union's claim that"
            and (keys[draft.edge] in ("the", "he", "she", "they", "it") or keys[draft.edge - 1] in _SHELLS)
        ):
            antecedent = self.read_left(draft.edge - 1, begin)  # "a figure the company says is too high"
            told = any(d.listener and d.listener.last == draft.edge - 1 for d in drafts)
            if antecedent is not None and not antecedent.pronoun and not told:
                if keys[draft.edge - 1] in _SHELLS:  # "…, a move Holm called rash, and left"
                    right = next(
                        (j for j in range(after, right) if keys[j] == "," and not self._find_quote(j)), right
                    )
                    pieces[0] = (after, right)
                pieces.append((antecedent.first, draft.edge))
        if self._is_contradicted(draft, begin):
            pieces = []
        content = tuple((a, b) for a, b in pieces if a < b)
        first = next((keys[j] for a, b in content for j in range(a, b)), "")
        few = sum(1 for a, b in content for j in range(a, b) if self.words.roots[j])
        amount = keys[draft.cue] in _PUTTING and not _AMOUNTS.isdisjoint(keys[after : after + _FEW + 1])
        refers = (
            amount
            or (few == 0 and (draft.verb in AGREEING or (draft.verb in _PASSING_ON and not draft.before)))
            or (first in _REFERRING and few < _FEW)
        )
        return Statement(draft.cue, draft.verb, speaker, listener, content, refers=refers)

    def _is_relative_that(self, at: int) -> bool:
        """Whether "that" is about the noun before it: "said in a statement that has not been checked"."""
        return self.keys[at : at + 1] == ["that"] and (
            self.keys[at + 1 : at + 2] != [] and self.keys[at + 1] in _PERFECT | BE
        )

    def _tells_when(self, at: int) -> bool:
        """Whether a clause only tells when somebody says so: ", hours after the clinic had denied it"."""
        while at < len(self.keys) and self.keys[at] in _SPANS:
            at += 1
        return at < len(self.keys) and self.keys[at] in ("after", "before", "as", "when", "while", "since")

    def _is_contradicted(self, draft: _Found, begin: int) -> bool:
        """Whether what somebody says is only named as untrue: "contrary to what its rivals say"."""
        at = draft.edge - 1
        return at - 2 >= begin and self.keys[at] == "what" and self.keys[at - 2 : at] == ["contrary", "to"]

    def _find_after(self, draft: _Found, end: int) -> int:
        """Where what is said begins that follows its verb."""
        keys, speaker, listener = self.keys, draft.speaker, draft.listener
        after = draft.cue + 1
        if listener and listener.first > draft.cue and not _opens_sentence(draft):
            after = listener.last + 1
        if speaker and speaker.first > draft.cue:
            after = max(after, speaker.last + 1)  # "were warned by the head not to speak"
        while after < end and (keys[after] in ("that", ":") or keys[after : after + 2] == [",", "that"]):
            after += 1
        after = self._skip_aside(after, end)
        near = keys[after : min(end, after + _SHORT)]
        if (
            near[:1]
            and near[0] not in DETERMINERS
            and "that" in near
            and MARKS.isdisjoint(near[: near.index("that")])
            and (near[0] in LINKS or near[0] in _WHEN)
            and not self._is_relative_that(after + near.index("that"))
        ):
            after += near.index("that") + 1  # "said on Sunday that"
        return after

    def _list_around(self, draft: _Found, left: int, after: int, right: int) -> list[tuple[int, int]]:
        """What is said before its verb, and what goes on behind it."""
        keys, speaker = self.keys, draft.speaker
        edge = min(draft.edge, speaker.first if speaker else draft.cue)
        if draft.verb == "according" and keys[after : after + 1] == [","]:
            # "It was late, and it was he, according to a guard, who paid": its own clause
            joints = (j + 2 for j in range(edge - 2, left, -1) if keys[j : j + 2] == [",", "and"])
            left = next(joints, left)
        pieces = [(left, edge)]
        opened = next((j for j in range(after, right) if keys[j] in QUOTES and self._find_quote(j + 1)), None)
        if opened is not None and is_possessive(self.tokens, opened - 1):
            opened = None  # "wrote of Ada Holm's “Salt”": a title
        if opened is not None:
            pieces.append((opened, right))
        elif (
            keys[after : after + 1] == [","]
            and speaker
            and speaker.first < draft.cue
            and keys[edge - 1] == ","
            and keys[after + 1 : after + 2] not in (["a"], ["an"])  # "…, she said, a step they oppose"
            and not self._tells_when(after + 1)
        ):
            pieces.append((after, right))  # "The bridge, officials said, will close."
        return pieces

    def _skip_aside(self, at: int, end: int) -> int:
        """Past what stands between a verb and its "that": "was told by a nurse, not by the doctor, that"."""
        keys = self.keys
        if keys[at : at + 1] != [","] or keys[at + 1 : at + 2] == [] or keys[at + 1] not in _ASIDES:
            return at
        return next(
            (j + 2 for j in range(at + 2, min(end, at + _ASIDE)) if keys[j : j + 2] == [",", "that"]), at
        )

    def _find_bounds(self, draft: _Found, drafts: Sequence[_Found], begin: int, end: int) -> tuple[int, int]:
        """Between which words what is said can stand: other statements beside it and ";" are no part."""
        left, right = begin, end
        for i in range(begin, end):
            if self.keys[i] == ";" and self._find_quote(i) is None:
                if i < draft.cue:
                    left = i + 1
                elif right == end:
                    right = i
        for other in drafts:
            if other is draft or (
                self._find_quote(other.cue) is not None and self._find_quote(draft.cue) is None
            ):
                continue
            edge = min(other.edge, other.cue)
            if other.speaker and other.speaker.first <= draft.cue <= other.speaker.last:
                right = min(right, other.speaker.last + 1)
            if other.cue > draft.cue:
                if other.before:
                    right = min(right, edge if edge > draft.cue else right)
                elif (
                    other.speaker
                    and draft.verb != "according"
                    and other.speaker.first - 1 > draft.cue
                    and self.keys[other.speaker.first - 1] == ","
                ):
                    right = min(right, other.speaker.first - 1)
                cut = self._find_joint(edge, draft.cue)
                goes_on = (
                    other.relative and "," in self.keys[other.cue : end]
                )  # "that Holm, who denies it, left"
                if cut is not None and not goes_on:
                    right = min(right, cut)
            elif other.cue < draft.cue and draft.before and not self._is_attitude(other, draft):
                cut = self._find_joint(min(draft.edge, draft.cue), other.cue)
                joints = [
                    j
                    for j in range(other.cue, draft.edge)
                    if self.keys[j] in _CONTRASTS
                    and not (is_past(self.keys[j + 1]) and self.keys[j] in _SAME_SUBJECT)
                ]
                if cut is None and joints:
                    left = max(left, joints[-1] + 1)
        return left, right

    def _is_attitude(self, other: _Found, draft: _Found) -> bool:
        """Whether whoever speaks last tells what another hopes for: "they hope to win, but …, said Ruiz"."""
        return other.verb in _ATTITUDES and self.keys[draft.edge - 1] == ","

    def _find_joint(self, edge: int, floor: int) -> int | None:
        """Where a clause that begins at an edge is joined to the one before; None where it is part of it."""
        keys = self.keys
        if keys[edge] in JOINTS or (keys[edge] in ("who", "which") and keys[edge - 1] == ","):
            return edge if edge > floor else None
        j = edge - 1
        while j > floor and keys[j] == ",":
            j -= 1
        if j <= floor:
            return None
        if keys[j] in JOINTS or keys[j] in ("as", "which", "whom", "who", "whose"):
            return j if keys[j] != "which" or keys[j - 1] == "," else None
        if keys[j] == "with" and keys[j - 1] == ",":
            return j  # "…, with Malta promising half of it"
        # "…, a charge that its director called absurd", "…, a figure the company says is too high"
        for k in range(j, max(floor, j - 5), -1):
            if keys[k] == ",":
                return k if keys[k + 1] in ("a", "an") else None
        return None


# Whoever is found, believed or said to be something is no speaker: "its engine, found to be faulty".
_NEVER_OF_ONESELF = frozenset(
    list_words("find believe think say report allege estimate suspect presume assume show rule consider")
)
_TO_BE = (["to", "be"], ["to", "have"])
_ATTITUDES = frozenset(("hope", "fear", "expect", "worry", "believe", "think", "suspect", "doubt"))
_POSTPOSED = frozenset(
    list_words("close near familiar loyal hostile opposed critical next")
)  # "sources close to"
_ASIDES = frozenset(list_words("not rather and but though although while if"))
_ASIDE = 10  # words of an aside
_POINTS = frozenset(list_words("end start beginning middle close time weekend summer autumn winter spring"))
_BELONGING = frozenset(("in", "from", "for", "against", "among", "by", "about", "of"))
_COUNTING = frozenset(
    list_words("count account reckoning estimate telling admission tally calculation calculations")
)
_LORE = frozenset(list_words("legend rumour rumours rumor rumors tradition folklore lore gossip myth story"))
_OTHER_CUES = _COUNTING | _LORE | {"according", "put", "puts", "putting", "pointed", "points"}
_CUE_WORDS = _OTHER_CUES | frozenset((*CUES, *MANNERS, *SAYING_NOUNS))
_PUTTING = frozenset(("put", "puts", "putting"))
# "The operator put the figure at 30": of what another has counted.
_AMOUNTS = frozenset(
    list_words("it figure number total toll count tally share proportion rate sum amount cost bill turnout")
)
_PARTICLES = frozenset(list_words("in off up down out on back away together through aside"))
_MEASURING = frozenset(("at", "below", "above", "between", "over", "under", "around"))
_LONGEST = 400  # words of a sentence
_SAME_SUBJECT = frozenset(("but", "yet"))
# Nouns that sum up what stands before them: "…, a move Holm called rash".
_SHELLS = SAYING_NOUNS | frozenset(
    list_words(
        """
        account act approach change charge claim comparison concession condition conclusion cost criticism
        decision deal deadline demand event explanation fact fee figure finding idea increase level limit
        measure move notion offer outcome penalty plan policy practice price process project proposal prospect
        request requirement response result rule scenario score sentence sequence solution sort step story
        sum suggestion target term theory threat timetable total verdict version view
        """
    )
)
_SHORT = 6  # words behind a verb up to which they may only say where or when
_WORKING = frozenset(("writing", "working", "speaking", "reporting", "based"))
_OPEN_CONTENT = frozenset(("that", "whether", "how", "why", "what"))
_WHEN = NO_NOUNS | frozenset(("afterwards", "later", "earlier", "last", "this", "only", "again"))
# Forms in -s that are nouns too.
_THANKS = frozenset(
    list_words(
        "thanks claims reports demands fears hopes promises doubts estimates notes calls comments orders"
    )
)
_SPANS = COUNTS | frozenset(
    list_words("a an the hours days weeks months minutes years hour day week month year shortly just soon")
)
_SPELLS = frozenset(
    list_words("week month year night morning afternoon evening weekend summer winter spring")
)
_WHILE = frozenset(("when", "while", "if", "once", "after", "though", "although"))
_PASSING_ON = frozenset(("tell", "inform", "alert", "notify"))  # "the crew told the coastguard"
_REFERRING = frozenset(("it", "that", "this", "them", "so", "both", "neither", "likewise"))
_FEW = 2  # content words from which what is said is told on the spot
_LETTERS = frozenset(list_words("letter email e-mail note message memo text reply statement mail postcard"))


def _opens_sentence(draft: _Found) -> bool:
    """Whether whoever is told stands behind who tells it: "Asked by Holm whether it leaks, the diver …"."""
    told = draft.listener
    return bool(not draft.before and draft.speaker and told and draft.cue < draft.speaker.first < told.first)


def _find_parent(statement: Statement, index: int, found: Sequence[Statement]) -> int:
    """The innermost statement in whose content a statement stands."""
    best, size = -1, 0
    for i, other in enumerate(found):
        if i != index and other.holds(statement.cue) and not statement.holds(other.cue):
            length = sum(b - a for a, b in other.content)
            if best < 0 or length < size:
                best, size = i, length
    return best


def read_target(words: Words, statement: Statement) -> Party | None:
    """Who is told, or whom the verb is about: "the tax" in "blamed the tax for it"."""
    if statement.listener is not None:
        return statement.listener
    if statement.verb not in HAVE_TARGET or not statement.content:
        return None
    return PhraseReader(words).read_right(*statement.content[0])
