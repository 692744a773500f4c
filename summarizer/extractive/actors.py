"""Mentions to actors: one person once, through spellings, surnames, titles and roles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from summarizer.drafts import Mention
from summarizer.extractive import words
from summarizer.extractive.clauses import Range
from summarizer.extractive.lexer import Line
from summarizer.given_names import tell_gender
from summarizer.records import ActorKind

_NAME = re.compile(r"(?:T+N|N(?=[NT]|sN))(?:[NT]|s(?=N))*")  # more than one word
_CLOSE_UP = re.compile(r"\s+(['’]s\b|[,.)'’])")
_ARTICLE = re.compile(r"^(?:the|a|an|der|die|das)\s+", re.IGNORECASE)
PREPOSITION = re.compile(r"[Ib]")
_BEHIND_HEAD = re.compile(r",? (?:of|in|at|for|from|with|on|who|whose|that|close|familiar|speaking) ")
_OWNERS = re.compile(r"^(?:dessen|deren|seine?|ihre?|its|his|her|their)\s+", re.IGNORECASE)
_LONG_NAME = re.compile(r"N(?:[NTr]|[IC]D?(?=N)){1,7}")
_ORGANISATION = re.compile(
    r"\b(?:Inc|Corp|Ltd|Co|Party|Ministry|Department|University|Institute|Committee|Council|Association|Agency|Bank"
    r"|Union|Court|Senate|House|Congress|Parliament|Commission|News|Times|Post|Journal|Group|Company|Foundation"
    r"|Office|Bureau|Board|Society|League|Club|Police|Army|Center|Centre|College|School|Hospital|Church|Service"
    r"|Sports|Street|Trust|Authority|Federation|Alliance|Network|Media|Airlines|Airways|Motors|Systems|Technologies"
    r"|Holdings|Partners|States|Nations|Kingdom|BBC|Ministers?|Labour|Greens"
    r"|Assembly|Guild|Chamber|Museum|Orchestra|Theatre|Theater|Gallery|Coalition|Movement|Academy|Observatory|Forum"
    r"|Press|Reuters|Radio|TV|Fund|Campaign|Administration|Government|Kremlin|Pentagon|Journal)\b\.?"
)


_GERMAN_OFFICE = re.compile(
    r"(?:minister|sprecher|präsident|kanzler|chef|vorsitzende|professor|meister|direktor|kommissar|richter|anwalt|anwält"
    r"|führer|forscher|wissenschaftler|ökonom|politiker|stürmer|verteidiger|torwart"
    r"|experte|expertin|abgeordnete|trainer|leiter|beauftragte|sekretär)(?:in|e|er|r|s)?$"
)
_BODIES = words.word_set(
    """
    company government ministry agency department campaign union council court committee commission bank
    firm party group organization organisation administration office bureau authority board service watchdog
    regulator charity police
    """
)
_PERSON_ENDINGS = (
    "ist", "ian", "man", "woman", "iard", "ese", "secretary", "captain", "er", "or", "wright", "poet",
    "pilot", "nurse", "clerk", "aide", "chef",
)  # fmt: skip
# What speaks as people do and is nobody.
_NOBODY = _BODIES | words.word_set(
    "report study poll survey statement regime army military people police men women authorities"
)
PEOPLE = words.word_set(
    """
    dad mum mom father mother grandfather grandmother gran grandad husband wife widow son daughter brother
    sister actress waitress neighbour neighbor pensioner retiree teenager youngster boy girl man woman
    """
)
_PARTISANS = words.word_set("democrat republican conservative liberal socialist labourite unionist")
_THINGS = words.word_set(
    """
    letter paper newspaper order number matter chapter center computer offer tower power corner border water
    winter summer error mirror monitor factor sector motor tender manner answer other weather newsletter
    prayer river carrier retailer maker manufacturer insurer lender regulator operator broadcaster employer
    """
)
# Bodies named by their purpose: "the Campaign for Clean Rivers", "the Council on Foreign Relations".
_FOR_WHAT = words.word_set(
    """
    League Campaign Center Centre Institute Society Foundation Committee Council Coalition Alliance
    Association Commission Office Fund Movement Network Agency Centers Centres Citizens Mothers Parents
    Students Union
    """
)
_PAIR = re.compile(r"D?r{0,3}T*(?P<one>N{1,3})Cr{0,3}T*(?P<two>N{1,3})")
_BOTH = (["pair"], ["couple"], ["duo"])
_HONOURED = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lady": "f"}
_COMPANIES = words.word_set(
    "inc corp ltd co group company holdings motors airlines airways systems technologies partners media press"
)
# The last word of a company's name that is also called by its first: "Halden Freight Group", "Halden".
_FIRM = words.word_set(
    """
    inc inc. corp corp. ltd ltd. co co. plc group company holdings motors systems technologies partners
    capital industries pharma pharmaceuticals foods labs software gmbh ag logistics
    """
)
_NAMED_SO = dict.fromkeys(
    ("company", "firm", "airline", "carrier", "manufacturer", "maker", "retailer", "supermarket", "operator",
     "publisher", "network"), _COMPANIES
)  # fmt: skip
_NAMED_SO |= {
    "group": _COMPANIES | {"league", "society", "network", "foundation", "association", "alliance", "trust"}
}
# "The head of the harbour, Per Lund": a description, then the name that it belongs to.
_DESCRIBED = re.compile(
    r"(?P<role>D?[^.,;:QEVBw]*[nrNTW][^.,;:QEVBw]*),"
    r"(?:(?:D?[TN]+s)?[nr]{1,3})?(?P<name>T*N[NT]*)(?:\([^()]{1,8}\))?$"
)
# "Per Lund, the captain of the ferry,": the description comes behind.
_APPOSED = re.compile(r",D(?P<role>[nrNTA0s*_-]{0,6}[nrNT](?:[Io]D?[nrNTs*_-]{1,5}){0,2})(?=[,.E]|$)")
_FIELD = re.compile(r"D?n{1,3}T*NN")  # "leader of [the opposition Ann] Holt"
_OF_ACTION = frozenset("XVKUB")
# What stands before a name and is none: "Team Holt", "Hurricane Milton".
_NO_GIVEN = words.word_set(
    "team hurricane storm typhoon cyclone operation project lake mount camp fort cape port hotel radio planet"
)
# What a company or body named behind it is.
_MAKERS = words.word_set(
    """
    maker manufacturer carmaker automaker planemaker chipmaker drugmaker airline carrier retailer supermarket
    lender bank insurer brewer builder supplier operator publisher broadcaster newspaper agency utility
    start-up startup giant chain company firm group charity union party league federation think-tank
    """
)
_ALSO_CALLED = {"judge": "justice", "senator": "sen.", "governor": "gov."}
_ARTICLES = words.word_set("the a an")
_NAMED = words.word_set("named called nicknamed dubbed identified")
_TIMES = words.word_set("day week month year time moment morning evening night")
_SHORTEST_TYPO = 4  # letters; in shorter names one letter makes another name
_LONGEST_OFFICE = 5  # words of "the Senate majority leader"
_FAR_MORE = 3
_LOOK_BACK = 200  # names compared with a new one, so that ten thousand names stay quick


@lru_cache(maxsize=20_000)
def _is_german_office(word: str) -> bool:
    return _GERMAN_OFFICE.search(word) is not None


def _no_counts() -> defaultdict[str, int]:
    return defaultdict(int)  # a Counter takes longer to make and to count


@dataclass(slots=True)
class _Actor:
    names: defaultdict[str, int] = field(default_factory=_no_counts)  # proper names, by how often
    phrases: defaultdict[str, int] = field(default_factory=_no_counts)  # "the minister"
    role: str | None = None
    kind: ActorKind = ActorKind.UNKNOWN
    gender: str | None = None
    last_seen: int = -1


class Cast:
    """The actors of one article, as they are met.

    `learn` sees every line first, so that a surname leads to the full name wherever that stands.
    """

    def __init__(self) -> None:
        self.full: dict[str, str] = {}  # surname -> full name, where it is the only one
        self.ambiguous: dict[str, list[str]] = {}
        self.given: dict[str, list[str]] = {}  # given name -> full names, where it tells a man from a woman
        self.actors: list[_Actor] = []
        self.by_name: dict[str, int] = {}
        self.surnames: dict[tuple[str, str], list[str]] = {}
        self.alike: dict[tuple[int, str, str], list[str]] = {}
        self.roles: dict[str, str] = {}
        self.told: dict[str, str] = {}  # full name -> gender, by the pronoun behind it
        self.pairs: dict[str, None] = {}  # "Ann Holt and Bo Lund", as they were met
        self.order: dict[str, int] = {}  # full name -> how many came before it
        self.companies: dict[str, str] = {}  # first word -> the company
        self.heads: dict[str, set[int]] = {}  # "diplomat" -> who was introduced as "a European diplomat"
        self.role_heads: dict[str, set[int]] = {}  # "minister" -> who has a role that ends so
        self.lines: list[Line] = []
        self.offices: dict[str, Counter[str]] = {}  # "majority leader" -> names, by how often
        # How an actor was spelt before: its index and its name.
        self._resolved: dict[tuple[str, ...], tuple[int, str]] = {}
        self._mentions: dict[tuple[str, ...], tuple[str, str | None, bool]] = {}

    def learn(self, line: Line) -> None:
        """Take in the full names and roles of a line."""
        self.lines.append(line)
        for match in _NAME.finditer(line.classes):
            start, last = match.span()
            first = start + self._name_start(line.classes[start:last], line.words[start:last], 0)
            if first > start and not line.german:
                self._learn_office(line, start, first, last)
            if last - first < 2 or "s" in line.classes[first:last]:
                continue
            if line.lower[first] in _NO_GIVEN:
                continue
            name = " ".join(line.words[first:last])
            surname = line.words[last - 1]
            known = self.ambiguous.get(surname)
            if known is None:
                known = self.ambiguous[surname] = []
                self.surnames.setdefault((surname[0], surname[-1]), []).append(surname)
            if name not in known and len(known) < 8:
                known.append(name)
            self.order.setdefault(name, len(self.order))
            if (
                not line.german
                and tell_gender(name)
                and name not in (called := self.given.setdefault(line.words[first], []))
            ):
                called.append(name)
            if line.lower[last - 1] in _FIRM:
                self.companies.setdefault(line.words[first], name)

    @cached_property
    def initials(self) -> dict[str, str]:
        """What names are shortened to, with the name: "ACA", "Affordable Care Act"."""
        found: dict[str, str] = {}
        for line in self.lines:
            for match in _LONG_NAME.finditer(line.classes):
                run = line.words[slice(*match.span())]
                for leading, word in enumerate(run[:-1]):
                    if word[0].isupper():
                        initials = "".join(w[0] for w in run[leading:] if w[0].isupper())
                        if len(initials) > 1:
                            found.setdefault(initials, " ".join(run[leading:]))
        return found

    @cached_property
    def nouns(self) -> set[str]:
        """The common nouns of its lines, in small letters, titles and bodies among them."""
        return {
            word
            for line in self.lines
            for word, letter in zip(line.words, line.classes, strict=True)
            if letter in "nr" and word.islower()
        }

    @cached_property
    def small(self) -> set[str]:
        """The words that stand somewhere without a capital."""
        return {
            word
            for line in self.lines
            for word, letter in zip(line.words, line.classes, strict=True)
            if letter in "nA"
        }

    def _learn_office(self, line: Line, start: int, first: int, last: int) -> None:
        """Take in who holds an office: "Majority Leader Ann Holt" is the leader, and majority leader."""
        name = " ".join(line.words[first:last]).removesuffix("'s").removesuffix("’s")
        title = first
        while title > start and line.classes[title - 1] == "T":
            title -= 1
        if line.lower[first - 1] in words.HONORIFICS:
            return
        begins = {start, title, max(start, title - 1)}
        # "Republican Attorney General Ann Holt" is also the attorney general, but no general.
        begins |= {at for at in range(title, first) if line.lower[at:first] != ["general"]}
        for begin in begins:
            if begin < first:
                self.offices.setdefault(" ".join(line.lower[begin:first]), Counter())[name] += 1

    def officeholder(self, line: Line, phrase: Range) -> str | None:
        """Whom "the president" means, where the article gives the office to one, or far most to one."""
        first, last = phrase
        if line.german or line.lower[first] != "the" or not 1 < last - first <= _LONGEST_OFFICE:
            return None
        office = " ".join(line.lower[first + 1 : last])
        holders = self.offices.get(office) or self.offices.get(_ALSO_CALLED.get(office, ""))
        if holders is None:
            return None
        counts: Counter[str] = Counter()
        for name, count in holders.items():
            counts[self.full_name(name)] += count
        (name, most), *others = counts.most_common(2)
        return name if not others or most >= _FAR_MORE * others[0][1] else None

    def has_office(self, line: Line, phrase: Range) -> bool:
        """Whether "the chancellor" is somebody whom the article names with that office or role."""
        first, last = phrase
        if line.classes[last - 1] not in "nrT" or line.lower[first] != "the" or last - first < 2:
            return False
        role = _join(line.lower[first + 1 : last])
        return (
            role in self.roles
            or (words.ENGLISH.get(role) == "r" and len(self.role_heads.get(role, ())) == 1)
            or self.officeholder(line, phrase) is not None
        )

    def may_be_body(self, index: int, noun: str = "") -> bool:
        """Whether an actor can be an organisation, and one that is called by this noun ("company")."""
        actor = self.actors[index]
        if actor.gender is not None:
            return False
        name = max(actor.names or actor.phrases, key=len)
        kinds = _ORGANISATION.findall(name)
        return not noun or not kinds or any(kind.lower() in _NAMED_SO.get(noun, (noun,)) for kind in kinds)

    def is_body_named(self, index: int) -> bool:
        """Whether an actor is an organisation with a name, or may be one."""
        actor = self.actors[index]
        named = actor.names or any(_ORGANISATION.search(phrase) for phrase in actor.phrases)
        return bool(named) and actor.kind is not ActorKind.PERSON

    def tell(self, line: Line, run: Range, gender: str) -> None:
        """Take in that somebody named in full is a he or a she."""
        name, _, proper = self.mention(line, run)
        if proper and " " in name:
            self.told.setdefault(name, gender)

    def give_role(self, index: int, line: Line, phrase: Range) -> None:
        """Take in what an actor is, if that is not known."""
        first, last = phrase
        role = _join(line.words[first + (line.classes[first] == "D") : last])
        self.actors[index].role = self.actors[index].role or role
        self.by_name.setdefault(_ARTICLE.sub("", _join(line.words[first:last])).lower(), index)

    def call(self, index: int, phrase: str, at: int) -> None:
        """Take in that an actor is called by a phrase, at an offset."""
        self.actors[index].phrases[phrase] += 1
        self.actors[index].last_seen = at

    def mention(self, line: Line, subject: Range) -> tuple[str, str | None, bool]:
        """The name in a subject, the role beside it, and whether it is a proper name."""
        key = (line.classes[slice(*subject)], *line.words[slice(*subject)])
        known = self._mentions.get(key)
        if known is None:
            known = self._mentions[key] = self._read_mention(line, subject)
        return known

    def _read_mention(self, line: Line, subject: Range) -> tuple[str, str | None, bool]:
        if pair := self._read_pair(line, subject):
            return pair, None, True
        first, last = subject
        classes = line.classes[first:last]
        words_ = line.words[first:last]
        if described := _DESCRIBED.match(classes):
            (start, end), comma = described.span("name"), described.end("role")
            start += self._name_start(classes[start:end], words_[start:end], 0)
            return _join(words_[start:end]), _join(words_[classes[0] == "D" : comma]), True
        cut = len(classes)
        for i, letter in enumerate(classes):
            if letter in "Ib(" and i:
                if (
                    words_[i] == "of"
                    and classes[i - 1] == "N"
                    and classes[i + 1 : i + 2] in ("N", "D")
                    and not self._is_person(classes[:i], words_[:i])
                ):
                    continue
                if (
                    words_[i] in ("for", "on")
                    and classes[i - 1] == classes[i + 1 : i + 2] == "N"
                    and words_[i - 1] in _FOR_WHAT
                ):
                    continue  # "the League for Decent Theatre"
                if (
                    words_[i] == "of"
                    and classes[i - 1] in "Tr"
                    and (
                        _is_portfolio(*_behind_article(words_[i + 1 :], classes[i + 1 :]))
                        or _FIELD.match(classes, i + 1)
                    )
                ):
                    continue  # "Secretary of State Ann Holt"
                cut = i
                break
        head = classes[:cut]
        if head and head[-1] in "NT" and "s" not in head[-2:]:
            start = cut - 1
            while start > 0 and (head[start - 1] in "NT" or self._joins(head, words_, start - 1)):
                start -= 1
            if start > 1 and words_[start - 1] == "of" and head[start - 2] in "Tr":
                start -= 2
                while start > 0 and head[start - 1] in "NT":
                    start -= 1
            if line.german and start > 1 and head[start - 1] == "D" and head[start - 2] in "NT":
                return _join(words_), None, False  # "Der Sprecher der Bahn" is not called Bahn
            while words_[start] in ("of", "the", "and"):
                start += 1
            # What stands before the last title is a role: "Texas Governor Greg Abbott".
            name_start = self._behind_titles(head, words_, start, cut - 1)
            if head[name_start] != "N" and head[name_start] != "T":
                name_start = start
            role = None
            comma = head.rfind(",", 0, start)
            if comma > 0 and comma == start - 1:
                role = _join(words_[(1 if head[0] == "D" else 0) : comma])
            elif start and head[start - 1] in "rn":
                named = words_[name_start - 1] in _NAMED  # "a rancher named Ann Holt"
                role = " ".join(words_[(1 if head[0] == "D" else 0) : name_start - named])
                if words_[name_start - 1].lower() in words.HONORIFICS:
                    role = role.rpartition(" ")[0] or None
            elif name_start > start:
                role = " ".join(words_[start:name_start])
                if role.lower() in words.HONORIFICS:
                    role = None
            name = _without_strap(words_[name_start:cut])
            if line.german and name_start and words_[name_start - 1].lower() == "des":
                name = [*name[:-1], _without_genitive(name[-1])]
            return _join(name), role, True
        text = _join(words_)
        return text, None, False

    def _read_pair(self, line: Line, subject: Range) -> str | None:
        """The names of two people who are joined: "[President Ann Holt] and [Bo Lund]"."""
        match = None if line.german else _PAIR.fullmatch(line.classes, *subject)
        if match is None:
            return None
        names = [self.full_name(_join(line.words[slice(*match.span(part))])) for part in ("one", "two")]
        if any(name.rsplit(" ", 1)[-1] not in self.ambiguous or _ORGANISATION.search(name) for name in names):
            return None
        joined = " and ".join(names)
        if joined in self.ambiguous.get(names[1].rsplit(" ", 1)[-1], ()):
            return None
        self.pairs.pop(joined, None)
        self.pairs[joined] = None
        return joined

    def last_pair(self, line: Line, phrase: Range) -> int | None:
        """The two people whom "the two leaders" or "the couple" means: those named together last."""
        found = line.lower[slice(*phrase)]
        found = found[1:] if found[0] == "the" else found
        if not self.pairs or not (found[:1] in (["two"], ["both"]) or found in _BOTH):
            return None
        return self.by_name.get(next(reversed(self.pairs)))

    def _is_person(self, classes: str, words_: list[str]) -> bool:
        """Whether words end in a person's full name: "Ann Holt [of Ohio]", not "the National Bank [of …]"."""
        start = len(classes)
        while start and classes[start - 1] == "N":
            start -= 1
        name = " ".join(words_[start:])
        known = self.ambiguous.get(words_[-1], ())
        return name in known and not _ORGANISATION.search(name)

    @staticmethod
    def is_one_body(first: str, joined: str) -> bool:
        """Whether names joined by "and" are one body: "the National Corn and Soy Alliance".

        >>> Cast.is_one_body("The National Corn", "The National Corn and Soy Alliance")
        True
        >>> Cast.is_one_body("The Oil Council", "The Oil Council and the Farm Alliance")
        False
        """
        ends = _ORGANISATION.search(joined.rsplit(None, 1)[-1]) is not None
        return ends and first[:4].lower() == "the " and not _ORGANISATION.search(first)

    def _joins(self, head: str, words_: list[str], at: int) -> bool:
        """Whether a small word is part of a name: "Bank of Oslo", but not "Reid and Holt"."""
        if at < 1 or words_[at] not in ("of", "the", "and", "for", "on") or head[at - 1] not in "NI":
            return False
        if words_[at] in ("for", "on"):
            return words_[at - 1] in _FOR_WHAT
        if words_[at] == "and" and self.is_one_body(" ".join(words_[:at]), " ".join(words_[: len(head)])):
            return True
        people = words_[at] == "and" and (
            words_[at - 1] in self.ambiguous or words_[at + 1] in self.ambiguous
        )
        return not people and not (words_[at] == "and" and words_[at - 1] in self.by_name)

    def _name_start(self, classes: str, words_: list[str], start: int) -> int:
        """Where the name proper begins in a run of capitalised words that may begin with an office."""
        at = self._behind_titles(classes, words_, start, len(classes) - 1)
        return at if classes[at] in "NT" else start

    def _behind_titles(self, classes: str, words_: list[str], start: int, last: int) -> int:
        """Where the words go on behind the last title among start..last-1; `start` where there is none."""
        titled = "T" in classes
        for i in range(last - 1, start - 1, -1):
            lower = words_[i].lower()
            if _is_german_office(lower) or (titled and self._is_title(classes, words_, i, lower)):
                return i + 1
        return start

    @staticmethod
    def _is_title(head: str, words_: list[str], i: int, lower: str) -> bool:
        """Whether an English word is a title; `lower` is the word in lower case."""
        if head[i] == "T":
            # "the Justice Department"
            body = i + 1 < len(words_) and words_[i + 1].lower() in words.BODIES
            return lower not in words.REGNAL and not body
        return i > 1 and lower in words.PORTFOLIOS and words_[i - 1] in ("of", "the") and "T" in head[:i]

    def _surname_spelt(self, surname: str) -> list[str]:
        """The full names with this surname, or else with one that differs by a slip of the pen."""
        if surname not in self.ambiguous and len(surname) > _SHORTEST_TYPO:
            for other in self.surnames.get((surname[0], surname[-1]), ())[-_LOOK_BACK:]:
                if _is_slip(surname, other):
                    self.ambiguous[surname] = self.ambiguous[other]
                    break
        return self.ambiguous.get(surname, [])

    def resolve(self, line: Line, subject: Range, at: int) -> int:
        """The index of the actor that a subject names (a new one where it is met for the first time)."""
        if not line.german:
            subject = name_before_verb(line, subject)
        first, last = subject
        spelt = (line.classes[first:last], *line.words[first:last])
        known = self._resolved.get(spelt)
        if known and (self.actors[known[0]].role or line.classes[last : last + 1] != ","):
            actor = self.actors[known[0]]
            actor.last_seen = at
            actor.names[known[1]] += 1
            return known[0]
        key, name, role, proper, short = self._read_name(line, subject)
        index = self._find(key, proper)
        if index is None:
            index = len(self.actors)
            self.actors.append(_Actor())
        actor = self.actors[index]
        self.by_name.setdefault(key, index)
        if not proper and line.lower[subject[0]] in ("a", "an"):
            self.heads.setdefault(_find_head(key), set()).add(index)
        if not proper and line.classes[subject[0]] == "D":
            name = name[0].lower() + name[1:]  # it reads within sentences and lists
        (actor.names if proper else actor.phrases)[key if proper else name] += 1
        if proper and name != key:
            actor.names[name] += 0
        if short:
            actor.names[short] += 0
        if role is None and proper:
            role = _apposed_role(line, subject[1])
        if role:
            role = _OWNERS.sub("", role)
        if role and (actor.role is None or len(role) > len(actor.role)):
            actor.role = role
            self.role_heads.setdefault(role.rsplit(" ", 1)[-1].lower(), set()).add(index)
            self.roles.setdefault(role.lower(), key)
        actor.last_seen = at
        if proper and (" " in key or len(self.ambiguous.get(name, ())) <= 1):
            self._resolved[spelt] = index, key
        actor.kind = self._kind(actor, name, role, proper)
        if actor.kind is not ActorKind.ORGANISATION and actor.gender is None:
            near = line.lower[max(0, subject[0] - 1) : subject[1]]
            if not words.FEMALE.isdisjoint(near):
                actor.gender = "f"
            elif not words.MALE.isdisjoint(near):
                actor.gender = "m"
            else:
                actor.gender = tell_gender(key) or self.told.get(key)
        return index

    def _read_name(self, line: Line, subject: Range) -> tuple[str, str, str | None, bool, str | None]:
        """How an actor is kept, the name used, role, whether it is a proper name, and a short form used."""
        if whole := self.short_for(line, subject):
            return whole, whole, None, True, line.words[subject[1] - 1]
        if holder := self.officeholder(line, subject):
            name, role, proper = holder, None, True
        else:
            name, role, proper = self.mention(line, subject)
        if not proper or self._is_bare_noun(line, subject, name):
            key = _ARTICLE.sub("", name).lower()
            return key, name, role, False, None
        # "The House" is nobody's surname.
        alone = " " not in name and (subject[0] == 0 or line.lower[subject[0]] != "the")
        candidates = (self._surname_spelt(name) or self._called_by_given(name)) if alone else []
        honorific = line.lower[subject[1] - 2] if alone and subject[1] - subject[0] > 1 else ""
        wanted = _HONOURED.get(honorific.rstrip("."))
        if wanted and candidates:
            candidates = [c for c in candidates if self._gender_of(c) in (None, wanted)]
            if not candidates:  # "Mr Holt", beside Ann Holt
                full = f"{line.words[subject[1] - 2]} {name}"
                return full, full, role, True, None
        if alone and (body := self._body_called(name, candidates)):
            return body, name, role, True, None
        if not candidates:
            return name, name, role, True, None
        used = [c for c in candidates if c in self.by_name]
        key = max(used, key=lambda c: self.actors[self.by_name[c]].last_seen) if used else candidates[0]
        return key, name, role, True, None

    def _is_bare_noun(self, line: Line, subject: Range, name: str) -> bool:
        """Whether a headline's "Council", or a sentence's, is the article's council: nobody's name."""
        first, last = subject
        return (
            last - first == 1
            and (first == 0 or line.classes[first - 1] == ".")
            and not line.german
            and name.lower() in _BODIES
            and name.lower() in self.nouns
            and name not in self.ambiguous
        )

    def _called_by_given(self, name: str) -> list[str]:
        """Whose given name it is, where the article has one person of it in full: "Ada" for Ada Holm."""
        called = self.given.get(name, [])
        return called if len(called) == 1 else []

    def _gender_of(self, name: str) -> str | None:
        known = self.by_name.get(name)
        return self.actors[known].gender if known is not None else tell_gender(name)

    def _body_called(self, name: str, people: list[str]) -> str | None:
        """The company that is called by its first word, unless a person of that name came before it."""
        body = self.companies.get(name)
        if body is None or any(self.order.get(p, 0) < self.order[body] for p in people):
            return None
        return body

    def _find(self, key: str, proper: bool) -> int | None:
        """The actor kept under a name, or one whose name or role it is in other words."""
        index = self.by_name.get(key)
        if index is None and proper:
            return self._similar(key)
        if index is None and key in self.roles:
            return self.by_name.get(self.roles[key])
        if (
            index is None
            and words.ENGLISH.get(key) == "r"
            and len(alone := self.role_heads.get(key, ())) == 1
        ):
            return next(iter(alone))  # "the minister", after "Energy minister Ann Holt"
        if index is None and len(described := self.heads.get(key, ())) == 1:
            return next(iter(described))  # "the diplomat", after "a European diplomat"
        if index is None and not proper and (head := _find_head(key)) != key:
            bare = self.by_name.get(head)
            phrases = () if bare is None else self.actors[bare].phrases
            # "The council of Brenvik", after "Council approves plan".
            if head.capitalize() in phrases and {_ARTICLE.sub("", p).lower() for p in phrases} == {head}:
                return bare
        return index

    def _kind(self, actor: _Actor, name: str, role: str | None, proper: bool) -> ActorKind:
        if actor.kind is not ActorKind.UNKNOWN:
            return actor.kind
        if proper:
            if name in self.pairs:
                return ActorKind.GROUP
            if role and role.rsplit(" ", 1)[-1].lower() in _MAKERS:
                return ActorKind.ORGANISATION  # "pump maker Reinhardt Kolb"
            if _ORGANISATION.search(name) or (name.isupper() and len(name) <= 6):
                return ActorKind.ORGANISATION
            if role or " " in name or name in self.ambiguous:
                return ActorKind.PERSON
            return ActorKind.UNKNOWN
        head = _find_head(name).lower()
        if head in _BODIES:
            return ActorKind.ORGANISATION
        plural = head.endswith("s") and not head.endswith("ss")
        return ActorKind.GROUP if plural or head in ("police", "people") else ActorKind.UNKNOWN

    def _similar(self, name: str) -> int | None:
        """A known actor whose name is this one misspelt: one slip in each of the words that differ."""
        parts = name.split()
        key = (len(parts), parts[-1][0], parts[-1][-1])
        known = self.alike.setdefault(key, [])
        for other in known[-_LOOK_BACK:]:
            others = other.split()
            same_surname = parts[-1] == others[-1]
            if not same_surname and not _is_slip(parts[-1], others[-1]):
                continue
            if len(parts) == 1 and same_surname:
                continue
            if all(a == b or _is_slip(a, b) for a, b in zip(parts[:-1], others[:-1], strict=True)):
                return self.by_name.get(other)
        known.append(name)
        return None

    def name_of(self, line: Line, run: Range) -> str | None:
        """The fullest spelling of a name, or of names joined by "and"; None where words before it matter.

        An office stays a description ("the Ukrainian President"), a party gets its name.
        """
        first, last = run
        if whole := self.short_for(line, run):
            return f"the {whole}"
        if holder := self.officeholder(line, run):
            return holder
        if line.classes[last - 1] not in "NT" or line.lower[last - 1] in words.TITLES:
            return None
        names, start = [], first
        for at in range(first, last + 1):
            if at < last and line.classes[at] != "C":
                continue
            name, _, proper = self.mention(line, (start, at))
            if not proper:
                return None
            described = any(letter in "nr*" for letter in line.classes[start:at])
            if described and name.rsplit(" ", 1)[-1] not in self.ambiguous:
                return None
            names.append(self.full_name(name) if line.classes[start] != "D" else _join(line.words[start:at]))
            if at < last:
                names.append(line.words[at])
            start = at + 1
        joined = " ".join(names)
        return joined[0].lower() + joined[1:] if joined.startswith("The ") else joined

    def short_for(self, line: Line, run: Range) -> str | None:
        """The body that "the GOP", "the U.N." or an abbreviation of a name in the article is short for."""
        first, last = run
        word = line.words[last - 1]
        if last - first > 2 or (last - first == 2 and line.lower[first] != "the") or not word[0].isupper():
            return None
        if known := words.SHORT_NAMES.get(line.lower[last - 1]):
            return known
        return self.initials.get(word.replace(".", "")) if word.isupper() else None

    def is_person(self, line: Line, run: Range) -> bool:
        """Whether a run of capitalised words is the full name of somebody whose given name is known."""
        first, last = run
        first += self._name_start(line.classes[first:last], line.words[first:last], 0)
        return tell_gender(" ".join(line.words[first:last])) is not None

    def may_be_named(self, line: Line, run: Range) -> bool:
        """Whether a run of capitalised words can be the full name of a person."""
        name = " ".join(line.words[slice(*run)])
        return not _ORGANISATION.search(name) and name.rsplit(" ", 1)[-1] in self.ambiguous

    def may_be_called(self, name: str, word: str) -> bool:
        """Whether "he" or "she" can mean who has a name."""
        return not _ORGANISATION.search(name) and self._gender_of(name) in (
            None,
            "m" if word == "he" else "f",
        )

    def may_be(self, index: int, word: str) -> bool:
        """Whether "he", "she" or "they" can mean an actor."""
        actor = self.actors[index]
        if word == "they":
            return actor.kind is not ActorKind.PERSON
        wanted = {"he": "m", "she": "f"}[word]
        return actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) and actor.gender in (None, wanted)

    def names_of(self, index: int) -> list[str]:
        """All spellings of an actor."""
        return [*self.actors[index].names, *self.actors[index].phrases]

    def is_known(self, name: str) -> bool:
        """Whether a name stands for somebody the article names in full or lets act."""
        last = name.rsplit(" ", 1)[-1]
        return name in self.by_name or last in self.ambiguous or last in self.by_name

    def full_name(self, name: str) -> str:
        """The fullest spelling of a name."""
        if " " in name:
            return name
        candidates = self.ambiguous.get(name) or self._called_by_given(name)
        return candidates[0] if len(candidates) == 1 else name

    def pronoun(self, word: str, recent: list[int]) -> int | None:
        """The actor a pronoun means: the last one mentioned that may be meant, or that surely fits."""
        word = word.lower()
        wanted = {"he": "m", "she": "f", "er": "m"}.get(word)
        for index in reversed(recent):
            actor = self.actors[index]
            if word in ("they", "we") or (word == "sie" and actor.kind is not ActorKind.PERSON):
                return index
            if (
                wanted
                and actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN)
                and actor.gender in (None, wanted)
                and (actor.names or _may_describe_person(next(iter(actor.phrases))))
            ):
                if actor.gender is None:
                    actor.gender = wanted
                return index
            if word in ("it", "es") and actor.kind is not ActorKind.PERSON:
                return index
            if word in ("sie",):
                return index
        if word in ("he", "she"):
            people = [i for i, actor in enumerate(self.actors) if actor.names and self.may_be(i, word)]
            people = [i for i in people if self.actors[i].kind is ActorKind.PERSON]
            return max(
                people,
                key=lambda i: (self.actors[i].gender == wanted, self.actors[i].last_seen),
                default=None,
            )
        return None

    def mentions(self) -> tuple[Mention, ...]:
        """All actors as records."""
        made = []
        for actor in self.actors:
            known = actor.names or actor.phrases
            # The fullest name; among those the commonest, as the article first has it.
            # A headline's "Council" is the last choice.
            name = max(
                known, key=lambda n: (known[n] > 0, n.count(" ") if actor.names else " " in n, known[n])
            )
            aliases = tuple(n for n in (*actor.names, *actor.phrases) if n != name)
            made.append(Mention(name, aliases, actor.role, actor.kind))
        return tuple(made)


def describes_person(line: Line, phrase: Range) -> bool:
    """Whether "the …" is one person by office, trade, age or people: "the minister", "the Spaniard"."""
    first, last = phrase
    word = line.lower[last - 1]
    if line.classes[last - 1] == "r":
        return not word.endswith("s") and word not in _NOBODY
    if word.endswith("-old") or word in PEOPLE:
        return True
    former = line.lower[first + 1 : first + 2] == ["former"]  # "the former Barton Town striker"
    if line.classes[last - 1] not in "nN" or ("N" in line.classes[first : last - 1] and not former):
        return False
    if line.classes[last - 1] == "N" and word in _PARTISANS:
        return True
    return word.endswith(_PERSON_ENDINGS) and word not in _THINGS


def describes_somebody(line: Line, phrase: Range, start: int) -> bool:
    """Whether the subject of a sentence, which begins at `start`, is one person without a name.

    "The bank's lawyer", but not "the vicar, Ann Holt," and "Ann Holt, the vicar,".
    """
    first, last = phrase
    before, behind = line.classes[start:first], line.classes[last : last + 2]
    named = line.classes[last - 1] in "NT" or "NN" in before or behind in (",D", ",T", ",N")
    return (
        not named and _OF_ACTION.isdisjoint(before) and _may_describe_person(" ".join(line.words[first:last]))
    )


def _may_describe_person(phrase: str) -> bool:
    """Whether a description can be of one person: "a former aide", not "a firm in Hull".

    >>> _may_describe_person("a spokesman for the union"), _may_describe_person("a firm in Hull")
    (True, False)
    """
    head = _find_head(phrase).lower()
    role = words.ENGLISH.get(head) == "r" and head not in _NOBODY and not head.endswith("s")
    return role or head in PEOPLE or (head.endswith(_PERSON_ENDINGS) and head not in _THINGS) or head == "one"


def _find_head(phrase: str) -> str:
    """The noun that a description is about.

    >>> _find_head("senior official in the finance ministry")
    'official'
    """
    return _BEHIND_HEAD.split(phrase, maxsplit=1)[0].rsplit(None, 1)[-1]


def is_body(line: Line, phrase: Range) -> bool:
    """Whether a description is of an organisation: "the foreign ministry in Mirel", "the UN's office"."""
    first, last = phrase
    of = PREPOSITION.search(line.classes, first, last)
    return line.lower[(of.start() if of else last) - 1] in _BODIES


def _behind_article(words_: list[str], classes: str) -> tuple[list[str], str]:
    """Words without "the" before them: "the [Opposition Ann Holt]"."""
    skip = classes[:1] == "D"
    return words_[skip:], classes[skip:]


def _is_portfolio(words_: list[str], classes: str) -> bool:
    """Whether an office's field comes next, then a name: "State Ann Holt", "Staff John Kelly"."""
    return bool(words_) and words_[0].lower() in words.PORTFOLIOS and classes[1:2] in ("N", "T", "s", "")


def _apposed_role(line: Line, at: int) -> str | None:
    """The description right behind a name that ends at word `at`: "Per Lund, the captain, …"."""
    if line.german or line.classes[at : at + 2] != ",D" or line.words[at + 1] not in _ARTICLES:
        return None
    match = _APPOSED.match(line.classes, at)
    if match is None or line.words[match.end() - 1] in _TIMES:
        return None
    return _join(line.words[slice(*match.span("role"))])


def name_before_verb(line: Line, subject: Range) -> Range:
    """A subject without the verb that was taken for a part of it: "Anna Berg [also took]".

    A verb is told by its ending, by the table of pasts, or by an adverb between it and the name.
    """
    first, last = subject
    following = line.classes[first + 1 : last]
    if "n" not in following and "A" not in following:
        return subject
    for at in range(first + 1, last):
        before, word = line.classes[at - 1], line.words[at]
        is_past = line.classes[at] == "n" and words.is_past(word)
        if before in "NT" and (line.classes[at] == "A" or word == "first" or is_past):
            return first, at
        if is_past and before in "nr" and at > first + 1 and not _has_name_behind(line, at, last):
            return first, at  # "a poll [published]"
    return subject


def _has_name_behind(line: Line, participle: int, last: int) -> bool:
    """Whether a description goes on to a name: "a rancher named Ann Holt", "the firm hired, Halden"."""
    comma = line.classes.find(",", participle, last)
    named = line.words[participle] in _NAMED and line.classes[participle + 1 : participle + 2] in ("N", "T")
    return named or (comma > 0 and line.classes[comma + 1 : last].strip("NT") == "")


def _without_strap(name: list[str]) -> list[str]:
    """A name without a strap line in capitals before it: "LOVE RAT Danny Cole" is Danny Cole."""
    strap = next((i for i, word in enumerate(name) if not (word.isupper() and len(word) > 1)), 0)
    return name[strap:] if strap > 1 and len(name) - strap > 1 else name


def _without_genitive(word: str) -> str:
    """The nominative of a German noun after "des": "Landesamts" is of the Landesamt."""
    if word.endswith("es") and word[-3] not in "nms":
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_slip(one: str, other: str) -> bool:
    """Whether two spellings differ by one slip of the pen: a letter more, less, changed or swapped.

    >>> _is_slip("Zelensky", "Zelenksy"), _is_slip("Dimitri", "Dmitri"), _is_slip("Anna", "Anne")
    (True, True, False)
    """
    if min(len(one), len(other)) <= _SHORTEST_TYPO or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    # A plural is another word, not a slip.
    if one + "s" == other or other + "s" == one:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _join(words_: list[str]) -> str:
    """Words as text again: no space before a possessive, a comma or a bracket's end."""
    joined = " ".join(words_)
    return (
        _CLOSE_UP.sub(r"\1", joined).replace("( ", "(")
        if _CLOSE_UP.search(joined) or "(" in joined
        else joined
    )
