"""Who says what, read off the classes of a paragraph's words: cues, their subjects and their contents.

Nothing here knows names; `actors` joins the mentions afterwards. Positions are word indexes of a Line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.extractive.lexer import Line
from summarizer.extractive.words import word_set

Range = tuple[int, int]

# A noun phrase read backwards from its last word, as subjects stand before their verb. Bounded, so that a
# line of one million nouns stays linear.
_NOUN = r"[nrNT0][nrNTAs0W*C_-]{0,9}?"
_BACK_NP = r"(?:[nrNT0](?:[nrNTAs0W*_-]|(?<=[NT])C(?=[NT])){0,9}D?)"
_BACK_NPS = rf"(?:(?:\)[^()]{{1,8}}\()?{_BACK_NP}(?:[Ib]{_BACK_NP}){{0,3}})"
_BETWEEN = r"[XA]*(?:W+[I]?[XA]*)?"  # "has also", "on Tuesday"
_SUBJECT = re.compile(rf"{_BETWEEN}(?:A,)?(?:(?P<pronoun>[Pw])|(?P<np>{_BACK_NPS}))")
_ANTECEDENT = re.compile(_BACK_NPS)
_APPOSITION = re.compile(rf"{_BETWEEN},(?P<app>[^.;:!?QEVB]{{1,30}}?),(?P<np>P|{_BACK_NPS})")
_PAREN_SUBJECT = re.compile(rf"{_BETWEEN}(?P<np>\)[^()]{{1,8}}\({_BACK_NPS})")

_NP = r"(?:D?[A]?[nrNT0s*_-]{0,9}[nrNT0](?![nrNT])(?:C[NT]+)?)"
_NPS = rf"(?:(?:P|{_NP})(?:[Ib]{_NP}){{0,2}})"
_FORWARD_NP = re.compile(_NPS)
# "said the finance minister, a former judge" and "said Smith"
_INVERTED = re.compile(rf"[QE],?[A]*(?P<verb>[VBKY])[A]*(?P<np>{_NPS})")
_BE = word_set("is was were are been being be")
_CUE = re.compile(r"[VKUGY]|(?<=ao)B|(?<=[VU]o)B|(?<=nIo)B|(?<=[rnNTPsX)])B|(?<=A)B|L")
_THAT = re.compile(r"[^VBGKUQELMSC.;:(),]{0,12}M")
_OPENING = re.compile(
    rf"(?:C?[AIaSW0DGgL][^,.;:QE]{{0,25}},(?:(?:N{{1,2}}|[IAW0][^,.;:QEVB]{{0,10}}),){{0,2}})?C?A?(?:IW)?(?P<np>P|{_NP})"
)
_DESCRIBED_NAME = re.compile(r"D[nrA]{1,4},(?P<name>T*N{1,3}),(?=[XA]*[nVKUXY])")  # "His wife, Anna, waited"
_NOUN_BEFORE = tuple("VKUGDsIn")
_NOUNS_TOO = frozenset(
    ("calls", "claims", "reports", "plans", "hopes", "notes", "states", "shows", "finds", "wants")
)
_BESIDE = word_set("while whereas but and")
_WHOLE_CLAUSE = 4  # words and the full stop of reported speech
_WITH_PARTICLE = word_set("rule rules ruled held hold holds showed shows read sang sign laid")
_PARTICLES = word_set("out off up down")
_ASKED_TO = re.compile(r"X?o")
_HELPERS = re.compile(r"X[XA]*$")
_ADDRESSED = word_set(
    """
    told tells telling tell asked asks asking assured reminded informed urged warned notified
    advised reassured briefed
    """
)


@dataclass(slots=True)
class Cue:
    """A word that attributes, with its subject and where its content lies."""

    at: int  # the verb's word index
    letter: str
    subject: Range | None
    content: list[Range]
    last: int  # where the sentence ends
    addressee: Range | None = None
    after_quote: int | None = None  # the quotation that it directly follows
    role: Range | None = None
    via: Range | None = None  # who relays it


@dataclass(slots=True)
class Found:
    """An attribution within one paragraph: contents are word ranges; `quotes` those that are quotations."""

    subject: Range | None
    cue: Range | None
    content: list[Range]
    direct: bool
    addressee: Range | None = None
    carried: bool = False  # the speaker is that of the paragraph before
    letter: str = ""
    via: Range | None = None


_STOP = re.compile(r"[.!?E]")
# "BERLIN, Dec. 14 (Reuters) — "
_DATELINE = re.compile(r"N{1,3}(?:,[NWT0.,]{1,5})?(?:\([^()]{1,5}\))?-")


_PARTICIPLE_START = re.compile(r"[NG][IonDAMabPS]")


_GERMAN_NP = re.compile(r"(?:[D0]?[Dn0A]{0,4}(?:N[N0]{0,5}|[rn](?=[VX]))(?:(?:D|ID?)[nA]{0,2}N{1,4}){0,2}|P)")
_GERMAN_PHRASE = re.compile(r"(?:D?[nA0]{0,4}[NW]{1,4}|D?[nA0]{0,3}W0?)(?:(?:D|ID?)[nA0]{0,2}[NW]{1,4}){0,3}")
_GERMAN_BACK_NAME = re.compile(r"N{1,4}[nA]{0,2}D?")
_GERMAN_NAME = re.compile(r",(?P<name>N{2,3})(?=[,V])")
_SOURCE_NOUNS = word_set(
    """
    Angaben Angabe Aussage Aussagen Ansicht Meinung Worten Einschätzung Auffassung Informationen
    Bericht Berichten Darstellung Aussagen
    """
)


class Clauses:
    """The reversed class string of a line and the sentence bounds, made once for all its cues."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.classes = line.classes
        self.reversed = line.classes[::-1]
        self.bounds: list[int] = [0]
        if dateline := _DATELINE.match(line.classes):
            self.bounds.append(dateline.end())
        self.bounds += [match.end() for match in _STOP.finditer(line.classes, self.bounds[-1])]
        if self.bounds[-1] != len(line.classes):
            self.bounds.append(len(line.classes))

    def sentence(self, index: int) -> Range:
        """The sentence (as far as marks tell) that holds a word."""
        i = bisect_right(self.bounds, index)
        return self.bounds[i - 1], self.bounds[i] if i < len(self.bounds) else len(self.classes)

    def subject_before(self, verb: int, first: int) -> tuple[Range | None, Range | None]:
        """The subject of the verb at `verb`, and its apposition.

        "Peskov, a former judge, also said": (Peskov, a former judge).
        """
        size = len(self.classes)
        at = size - verb
        stop = size - first

        def back(match: re.Match[str], group: str) -> Range:
            return size - match.end(group), size - match.start(group)

        if match := _APPOSITION.match(self.reversed, at, stop):
            subject, apposition = back(match, "np"), back(match, "app")
            shape = self.classes[apposition[0] : apposition[1]]
            if re.fullmatch(r"D?n?[TN]+", shape) and self.classes[subject[1] - 1] in "rn":
                return (subject[0], apposition[1]), subject
            if (
                shape[0] == "w"
                or not re.match(r"[IaSC]", shape)
                or self.classes[subject[0] : subject[1]][-1] in "NT"
            ):
                subject = self._outer(subject, first)
                return subject, apposition
        match = _SUBJECT.match(self.reversed, at, stop) or _PAREN_SUBJECT.match(self.reversed, at, stop)
        if match is None:
            return None, None
        if match.lastgroup == "pronoun":
            subject = back(match, "pronoun")
            if self.classes[subject[0]] == "w":
                before = subject[0] - (self.classes[subject[0] - 1 : subject[0]] == ",")
                if antecedent := _ANTECEDENT.match(self.reversed, size - before, stop):
                    return (size - antecedent.end(), size - antecedent.start()), None
                return None, None
            return subject, None
        return self._outer(back(match, "np"), first), None

    def _outer(self, subject: Range, first: int) -> Range:
        """The noun before a relative clause without commas: "The man who runs the firm [said]"."""
        size = len(self.classes)
        before = self.classes[max(first, subject[0] - 12) : subject[0]]
        at = before.rfind("w")
        if at >= 0 and not re.search(r"[,.;:QEVB]", before[at:]):
            which = subject[0] - len(before) + at
            if match := _ANTECEDENT.match(self.reversed, size - which, size - first):
                return size - match.end(), size - match.start()
        return subject

    def opening_subject(self, first: int, last: int) -> Range | None:
        """The first noun phrase of a sentence after an introduction: its likely subject."""
        if self.line.german:
            return german_subject(self, first, last)
        start = first
        if _PARTICIPLE_START.match(self.classes, first, last) and self.line.words[first].endswith(
            ("ing", "ed")
        ):
            # "Filling in for the mayor, Smith …", "Asked about the strike, she …"
            comma = self.classes.find(",", first, min(last, first + 30))
            if comma > 0:
                start = comma + 1
        if match := _DESCRIBED_NAME.match(self.classes, start, last):
            return match.span("name")
        if match := _OPENING.match(self.classes, start, last):
            return match.span("np")
        return None


def find_cues(clauses: Clauses) -> list[Cue]:
    """Every word of a line that may attribute something, with subject and content."""
    classes, line = clauses.classes, clauses.line
    if line.german:
        return find_german_cues(clauses)
    cues: list[Cue] = []
    for match in _CUE.finditer(classes):
        at = match.start()
        letter = match.group()
        first, last = clauses.sentence(at)
        if letter == "L":
            cue = _according_to(clauses, at, first, last)
        elif letter == "G":
            cue = _participle(clauses, at, first, last, cues)
        else:
            cue = _finite(clauses, at, letter, first, last, cues)
        if cue is not None and not _is_nested(clauses, cue, cues):
            cues.append(cue)
    return cues


def _is_nested(clauses: Clauses, cue: Cue, cues: list[Cue]) -> bool:
    """Whether a cue stands inside what another cue attributes; joins or parts the two where that is clear.

    "X said A and argued B": two of X. "X said that Y hoped C": one of X.
    "X reported that Y said C": Y's, via X.
    """
    if cue.after_quote is not None or cue.subject is None or cue.letter == "L":
        return False
    for outer in reversed(cues):
        if outer.last != cue.last or not outer.content or outer.letter == "L":
            continue
        start, end = outer.content[-1]
        if not start <= cue.at < end:
            continue
        if cue.letter == "B" and outer.letter == "U" and clauses.classes[cue.at - 1] == "o":
            return True  # "vowed to respond with force"
        beginning = cue.subject[0] - 1
        if clauses.classes[beginning] in "SC" and clauses.classes[beginning - 1 : beginning] == ",":
            beginning -= 1
        if beginning > start and clauses.classes[beginning] in ",;" and cue.letter in "VK" and (
            clauses.classes[beginning] == ";" or clauses.line.lower[beginning + 1] in _BESIDE
        ):
            # "X said A, while Y said B", "X called it cruel; Y said …": two of their own.
            outer.content[-1] = (start, beginning)
            return False
        if cue.subject == outer.subject or cue.subject[1] <= outer.at:
            cut = clauses.classes.rfind("C", start, cue.at)
            cut = cut if cut >= 0 else cue.at
            outer.content[-1] = (start, cut)
            if start >= cut:
                outer.content.pop()
            return False
        if (
            cue.subject[0] <= start + 1
            and cue.letter in "VB"
            and "N" in clauses.classes[slice(*cue.subject)]
            and cue.content
        ):
            cue.via = outer.subject
            outer.content.pop()
            return False
        return outer.letter in "VBG" or clauses.classes[cue.subject[0]] == "P"
    return False


def _according_to(clauses: Clauses, at: int, first: int, last: int) -> Cue | None:
    classes = clauses.classes
    if classes[at + 1 : at + 2] != "o":
        return None
    match = _FORWARD_NP.match(classes, at + 2, last)
    if match is None:
        return None
    subject = match.span()
    comma = classes.find(",", subject[1], last)
    if at - first <= 2:
        content = [(comma + 1 if comma >= 0 else subject[1], last)]
    else:
        content = [(first, at - (classes[at - 1] == ","))]
        if comma >= 0 and classes[at - 1] == ",":
            content.append((comma + 1, last))
    return Cue(at, "L", subject, content, last)


def _participle(clauses: Clauses, at: int, first: int, last: int, cues: list[Cue]) -> Cue | None:
    """Participles, "…, adding that": the subject is that of the clause before."""
    classes = clauses.classes
    if at != first and classes[at - 1] not in ",AQE)C":
        if classes[at - 1] not in "rNT":
            return None
        absolute, _ = clauses.subject_before(at, first)  # "with the mayor calling it a shame"
        start, addressee = _content_start(clauses, at, last)
        return Cue(at, "G", absolute, [(start, last)], last, addressee) if absolute and start < last else None
    before = [c for c in cues if first <= c.at < at and c.subject and c.letter != "L"]
    if at == first:
        comma = classes.find(",", at, last)
        match = _FORWARD_NP.match(classes, comma + 1, last) if comma > 0 else None
        subject = match.span() if match else None
        return Cue(at, "G", subject, [(at + 1, comma)], comma) if subject else None
    subject = before[-1].subject if before else clauses.opening_subject(first, last)
    if before:
        # The clause before ends where this one begins.
        kept = [(s, min(e, at - 1)) for s, e in before[-1].content]
        before[-1].content = [(s, e) for s, e in kept if s < e]
    start, addressee = _content_start(clauses, at, last)
    return Cue(at, "G", subject, [(start, last)] if start < last else [], last, addressee)


def _finite(clauses: Clauses, at: int, letter: str, first: int, last: int, cues: list[Cue]) -> Cue | None:  # noqa: PLR0917 - the cue and its sentence
    classes, line = clauses.classes, clauses.line
    if letter == "B" and (helpers := _HELPERS.search(classes, max(first, at - 4), at)):
        words = [w.lower().replace("’", "'") for w in line.words[helpers.start() : at]]
        if any(w in ("not", "never", "cannot") or w.endswith("n't") for w in words):
            return None  # "would not concede", "did not say": nothing is claimed
    quoted = at - 1
    while quoted > first and classes[quoted] in "A,":
        quoted -= 1
    if (
        quoted >= 0
        and classes[quoted] in "QE"
        and letter in "VBKY"
        and (m := _INVERTED.match(classes, quoted, last))
        and m.start("verb") == at
    ):
        return Cue(at, letter, m.span("np"), [], last, after_quote=quoted)
    # "was described by X as …": the agent speaks.
    if (
        letter == "K"
        and classes[at + 1 : at + 2] == "b"
        and (agent := _FORWARD_NP.match(classes, at + 2, last))
    ):
        start = agent.end() + (classes[agent.end() : agent.end() + 1] == "a")
        return Cue(at, letter, agent.span(), [(start, last)] if start < last else [], last)
    if classes[at - 1 : at] in _NOUN_BEFORE and line.words[at] in _NOUNS_TOO:
        return None  # "rejected calls for", "the reports that"
    if line.words[at] == "asked" and _ASKED_TO.match(classes, at + 1):
        return None  # "asked not to be named"
    if line.lower[at] in _WITH_PARTICLE and at + 1 < last and line.lower[at + 1] in _PARTICLES:
        return None  # "ruled out the sale"
    helper = at
    while helper > first and classes[helper - 1] in "XA":
        helper -= 1
    near = [w.lower() for w in line.words[helper:at]]
    if letter in "VKU" and not _BE.isdisjoint(near) and not line.words[at].endswith(("s", "said")):
        return None  # passive without an agent: "14 accidents were reported"
    if letter == "B" and classes[at - 1] == "o":
        subject = clauses.opening_subject(first, at)
        start, addressee = _content_start(clauses, at, last)
        return (
            Cue(at, letter, subject, [(start, last)], last, addressee) if subject and start < last else None
        )
    subject, role = clauses.subject_before(at, first)
    start, addressee = _content_start(clauses, at, last)
    content = [(start, last)] if start < last else []
    if subject is None:
        before = classes[at - 1 : at]
        if before == "o" or (letter == "B" and before != "C"):
            return None
        earlier = [c.subject for c in cues if first <= c.at and c.letter not in "LG"]
        subject = earlier[-1] if earlier and classes[at - 1] in "CA" else clauses.opening_subject(first, at)
        if subject is None:
            # "In Monday's paper said Smith that": German and old style put the subject after the verb.
            match = _FORWARD_NP.match(classes, at + 1, last) if letter == "V" else None
            if match is None:
                return None
            subject = match.span()
    cue = Cue(at, letter, subject, content, last, addressee, role=role)
    ahead = subject[0] - 1
    if ahead >= 0 and classes[ahead] == "," and ahead - 1 >= 0 and classes[ahead - 1] in "QE":
        ahead -= 1
    if ahead >= first - 1 and ahead >= 0 and classes[ahead] in "QE" and _speaks_before(clauses, cue, ahead):
        cue.after_quote = ahead
    elif letter in "VB" and ahead > first + 2 and classes[ahead] == "," and "QV" not in classes[first:ahead].replace(",", ""):
        # "The plan will fail, Smith said": what is said comes first.
        following = classes[at + 1 : at + 2]
        if following in (".", "", ",", "W", "I", "A", "?", "!", ";") and classes[ahead - 1] not in "QE":
            cue.content = [(first, ahead)]
            if following == "," and last - at > 4:
                cue.content.append((at + 2, last))
    return cue


def _speaks_before(clauses: Clauses, cue: Cue, quote: int) -> bool:
    """Whether a subject and verb right behind a quotation are its own: "“Never,” Holt said".

    In "Holt said: “Never.” Brandt said he was sorry" they begin a sentence of their own.
    """
    classes = clauses.classes
    if classes[quote] != "E" or classes[quote + 1 : quote + 2] == ",":
        return True
    inner = clauses.line.inner[quote].words
    if classes[quote - 1 : quote] == ":" or (classes[quote - 1 : quote] == "," and inner[-1:] == ["."]):
        return False
    if not inner or inner[-1] != ".":
        return True
    start = cue.content[0][0] if cue.content else cue.last
    return cue.last - start < _WHOLE_CLAUSE or classes[start] in "IWS,."


def _content_start(clauses: Clauses, at: int, last: int) -> tuple[int, Range | None]:
    """Where the content of the verb at `at` begins, and who is addressed ("told reporters that …")."""
    classes = clauses.classes
    start = at + 1
    addressee = None
    word = clauses.line.words[at].lower()
    if word in _ADDRESSED and (match := _FORWARD_NP.match(classes, start, last)):
        addressee = match.span()
        start = match.end()
    if classes[start : start + 1] == "M":
        return start + 1, addressee
    if (match := _THAT.match(classes, start, last)) and not _is_relative(clauses, match.end()):
        return match.end(), addressee
    while start < last and classes[start] in "W,:A":
        start += 1
    if (
        classes[at] in "VB"
        and start < last
        and classes[start] in "Iba"
        and "Q" not in classes[start:last]
        and "E" not in classes[start:last]
    ):
        return last, addressee  # "said in a statement.": nothing follows
    return start, addressee


def _is_relative(clauses: Clauses, behind: int) -> bool:
    """Whether the "that" before word `behind` goes with a noun: "announced it in a video that listed …"."""
    classes = clauses.classes
    if classes[behind - 2 : behind - 1] not in ("n", "N", "r"):
        return False
    word = clauses.line.lower[behind] if behind < len(classes) else ""
    return classes[behind : behind + 1] == "X" or (classes[behind : behind + 1] in ("n", "V", "K") and word.endswith("ed"))


def read_line(clauses: Clauses) -> Iterator[Found]:
    """The attributions of one paragraph, in order of their contents."""
    line = clauses.line
    classes = line.classes
    cues = find_cues(clauses)
    quotes = sorted(line.quotations)
    owner: dict[int, Cue | None] = {}
    for quote in quotes:
        owner[quote] = _own_quote(clauses, cues, quote)
    groups: dict[int, list[int]] = {}
    previous: int | None = None
    orphans: list[int] = []
    for quote in quotes:
        cue = owner[quote]
        if cue is None:
            if not line.german and classes[quote - 1 : quote] == ":" and quote > clauses.sentence(quote)[0] + 2:
                orphans.append(quote)  # "Holt disagreed: “…”"
                previous = None
                continue
            if previous is not None and _follows(classes, previous, quote):
                groups[owner_key(owner, previous)].append(quote)
                owner[quote] = owner[previous]
                previous = quote
                continue
            orphans.append(quote)
            continue
        key = id(cue)
        groups.setdefault(key, []).append(quote)
        previous = quote
    for cue in cues:
        mine = groups.get(id(cue), [])
        cue_range = (cue.at, cue.at + (2 if cue.letter == "L" else 1))
        inside = [q for q in mine if any(s <= q < e for s, e in cue.content)]
        if cue.after_quote is not None:
            mine = [q for q in mine if q == cue.after_quote or _is_speech(line, q)]
        if mine and (cue.after_quote is not None or not inside):
            yield Found(
                cue.subject, cue_range, [(q, q + 1) for q in mine], True, cue.addressee, letter=cue.letter
            )
            continue
        if mine:
            outside = [q for q in mine if q not in inside]
            rest = sum(
                classes[i] not in "QE,.:;_MAW" for s, e in cue.content for i in range(s, min(e, s + 200))
            )
            if rest == 0 or _quote_only(line, cue, inside):
                yield Found(
                    cue.subject, cue_range, [(q, q + 1) for q in mine], True, cue.addressee, letter=cue.letter
                )
            else:
                content = [*cue.content, *((q, q + 1) for q in outside)]
                yield Found(
                    cue.subject, cue_range, content, False, cue.addressee, letter=cue.letter, via=cue.via
                )
        elif cue.content and cue.letter != "Y":
            yield Found(
                cue.subject, cue_range, cue.content, False, cue.addressee, letter=cue.letter, via=cue.via
            )
    for quote in orphans:
        subject = _near_subject(clauses, quote)
        yield Found(subject, None, [(quote, quote + 1)], True, carried=subject is None)


def _is_speech(line: Line, at: int) -> bool:
    """Whether a further quotation of a cue goes on with the speech, or is a name ("told “Nordblick”")."""
    quotation = line.quotations[at]
    return (
        line.classes[at] == "E"
        or line.classes[at - 1 : at] in (",", ":", ".", "E")
        or quotation.end - quotation.start > 40
    )


def owner_key(owner: dict[int, Cue | None], quote: int) -> int:
    """The identity of the cue that a quotation belongs to."""
    return id(owner[quote])


_LABEL_WORDS = 3
_MOSTLY = 0.65  # share of a content that is quoted, from which the quotation is the content


def _quote_only(line: Line, cue: Cue, inside: list[int]) -> bool:
    """Whether the cue's content is a quotation, not a clause with quoted words in it.

    "said: “…”", "told reporters: “…”", "said in Bonn, “…”"
    """
    classes = line.classes
    first = inside[0]
    if classes[first - 1 : first] == ":" or (first > 1 and classes[first - 1] == "," and cue.letter in "VBG"):
        return True
    between = classes[cue.at + 1 : first]
    if first < cue.at:
        return False
    if not between:
        return True
    if cue.letter not in "KG" or re.search(r"[VBXM]", between):
        return False
    if cue.letter == "K" and sum(len(line.inner[q].words) for q in inside) <= _LABEL_WORDS:
        return False  # "called it “cruel”"
    quoted = sum(line.quotations[q].end - line.quotations[q].start for q in inside)
    start, end = line.span(cue.content[0][0], cue.content[-1][1])
    return quoted >= _MOSTLY * (end - start)


def _own_quote(clauses: Clauses, cues: list[Cue], quote: int) -> Cue | None:
    """The cue that a quotation belongs to: directly after it, else before it in its sentence."""
    for cue in cues:
        if cue.after_quote == quote and cue.letter in "VBKY":
            return cue
    first, last = clauses.sentence(quote)
    for cue in cues:
        if first <= quote < cue.at < last and any(s <= quote < e for s, e in cue.content):
            return cue  # "The ‘cure’ failed, Lee said"
    before = [c for c in cues if first <= c.at < quote and c.after_quote is None]
    turned = clauses.classes[quote - 1 : quote] == ":" and not clauses.line.german
    if before and turned and before[-1].letter in "UK":
        turn = clauses.classes.rfind(",C", before[-1].at, quote)
        if turn > 0:  # "Brandt refused to comment, but Holt was blunt: “…”"
            before[-1].content = [(s, min(e, turn)) for s, e in before[-1].content if s < turn]
            return None
    if before:
        return before[-1]
    before = [c for c in cues if first <= c.at < quote]
    return before[-1] if before else None


def _follows(classes: str, previous: int, quote: int) -> bool:
    """Whether a quotation without a cue goes on with the one before: nothing but that one's cue between."""
    between = classes[previous + 1 : quote]
    return len(between) <= 40 and between.count(".") + between.count("E") <= 1


def _near_subject(clauses: Clauses, quote: int) -> Range | None:
    """The subject of the sentence around a quotation that has no cue."""
    first, _ = clauses.sentence(quote)
    if quote <= first:
        return None
    if clauses.classes[quote - 1] == ":" and not clauses.line.german:
        # "Brandt waited, but Holt was blunter: “…”"
        turn = clauses.classes.rfind(",C", first, quote) + 2
        first = turn if turn > 1 else first
    return clauses.opening_subject(first, quote)


def announced_speaker(clauses: Clauses) -> Range | None:
    """Who a line that ends in a colon announces: "Smith said in a statement:", "From the report:"."""
    classes = clauses.classes
    if classes[-1:] != ":":
        return None
    first, last = clauses.sentence(len(classes) - 1)
    cues = [c for c in find_cues(clauses) if first <= c.at and c.subject]
    return cues[-1].subject if cues else clauses.opening_subject(first, last)


def german_subject(clauses: Clauses, first: int, last: int) -> Range | None:
    """The subject of a German main clause: before the verb, or after it where a phrase comes first.

    "Der Minister sagte", "Am Montag sagte der Minister", "Dabei griff sie den Präsidenten an".
    """
    classes = clauses.classes
    start = first
    while start < last and classes[start] in "C,":
        start += 1
    if start < last and classes[start] not in "IAbSM":
        match = _GERMAN_NP.match(classes, start, last)
        return _with_name(classes, match.span()) if match else None
    at = start + 1
    if classes[start : start + 1] in ("I", "b"):
        match = _GERMAN_PHRASE.match(classes, at, last)
        at = match.end() if match else at
    elif classes[start : start + 1] in ("S", "M"):
        at = classes.find(",", start, last) + 1 or last
    # The verb itself, then the subject.
    while (
        at < last
        and classes[at] in "VXnAP"
        and not (classes[at] == "P" and at > start + 1 and classes[at - 1] in "VXn")
    ):
        at += 1
    match = _GERMAN_NP.match(classes, at, last)
    return _with_name(classes, match.span()) if match else None


def _with_name(classes: str, phrase: Range) -> Range:
    """A phrase with the name behind it: "Der Sprecher der Bahn, Jens Koch,"."""
    match = _GERMAN_NAME.match(classes, phrase[1])
    return (phrase[0], match.end("name")) if match else phrase


def find_german_cues(clauses: Clauses) -> list[Cue]:
    """Verbs of saying, "laut X", "X zufolge", "nach Angaben von X" and ", so X" in a German line."""
    classes, words = clauses.classes, clauses.line.words
    cues: list[Cue] = []
    for at, letter in enumerate(classes):
        if letter not in "VbAI":
            continue
        word = clauses.line.lower[at]
        first, last = clauses.sentence(at)
        subject: Range | None = None
        if word in ("sagen", "erklären") and "X" in classes[max(first, at - 4) : at]:
            continue  # "könne man nicht sagen"
        if letter == "V":
            cue = _german_verb(clauses, at, first, last)
            if cue is not None:
                cues.append(cue)
            continue
        if letter == "b" and word == "zufolge":
            size = len(classes)
            if match := _GERMAN_BACK_NAME.match(clauses.reversed, size - at):
                subject = (size - match.end(), size - match.start())
        elif letter == "b":
            match = _GERMAN_NP.match(classes, at + 1, last)
            subject = match.span() if match else None
        elif word == "nach" and at + 1 < last and words[at + 1] in _SOURCE_NOUNS:
            match = _GERMAN_NP.match(classes, at + 2 + (classes[at + 2 : at + 3] == "I"), last)
            subject = match.span() if match else None
        elif (
            word == "so"
            and at > first
            and classes[at - 1] in ",QE"
            and (match := _GERMAN_NP.match(classes, at + 1, last))
        ):
            before = at - 1 - (classes[at - 1] == ",")
            if before >= 0 and classes[before] in "QE":
                cues.append(Cue(at, "V", match.span(), [], last, after_quote=before))
            elif classes[match.end() : match.end() + 1] in (".", ",", "", "I"):
                content = [(first, at - 1)]
                if classes[match.end() : match.end() + 1] == "," and match.end() + 2 < last:
                    content.append((match.end() + 1, last))
                cues.append(Cue(at, "L", match.span(), content, last))
            continue
        if subject is not None:
            content = (
                [(first, at - 1)]
                if at - first > 4 and word != "zufolge"
                else [(max(subject[1], at + 1), last)]
            )
            cues.append(Cue(at, "L", subject, content, last))
    return cues


def _german_verb(clauses: Clauses, at: int, first: int, last: int) -> Cue | None:
    classes = clauses.classes
    before = at - 1
    while before > first and classes[before] in "A,":
        before -= 1
    if before >= 0 and at and classes[before] in "QE":
        match = _GERMAN_NP.match(classes, at + 1 + (classes[at + 1 : at + 2] == "X"), last)
        if match:
            return Cue(at, "V", match.span(), [], last, after_quote=before)
    if classes[at - 1 : at] == "," and at - first > 3:  # "…, erklärte eine Sprecherin."
        match = _GERMAN_NP.match(classes, at + 1, last)
        if match and classes[match.end() : match.end() + 1] in (".", "", "E"):
            return Cue(at, "V", match.span(), [(first, at - 1)], last)
    clause = max(classes.rfind(",", first, at), classes.rfind(":", first, at), first - 1) + 1
    subject = german_subject(clauses, clause, last)
    if subject and not subject[0] <= at + 12:
        subject = None
    if subject is None or classes[clause : clause + 1] in "w" or (subject[0] < clause):
        subject = german_subject(clauses, first, last)
    that = classes.find("M", at, min(last, at + 14))
    colon = classes.find(":", at, min(last, at + 16))
    comma = classes.find(",", at, min(last, at + 14))
    marks = [m + 1 for m in (that, colon) if m >= 0]
    start = min(marks) if marks else comma + 1 if comma >= 0 else at + 1
    if subject is None:
        return None
    return Cue(at, "V", subject, [(start, last)] if start < last else [], last)
