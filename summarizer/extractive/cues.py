"""Who attributes something in an English line: verbs of saying, participles, "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extractive.clauses import FORWARD_NP, NOUN_PHRASES, Clauses, Cue, Range
from summarizer.extractive.lexer import Line
from summarizer.extractive.words import UTTERANCES, is_past, word_set

# "said the finance minister, a former judge" and "said Smith"
_INVERTED = re.compile(rf"[QE],?[A]*(?P<verb>[VBKY])[A]*(?P<np>{NOUN_PHRASES})")
_BE = word_set("is was were are been being be")
# Of the base forms (B) those that stand where a verb can. The set of all letters comes first, for which `re`
# looks quickly.
_CUE = re.compile(r"[VKUGYLB](?:(?<!B)|(?<=[aVU]oB)|(?<=nIoB)|(?<=[rnNTPsX)A]B))")
JUDGED = re.compile(r",D[nA]{0,2}[nr]M?$")
_APPOSED = re.compile(r",(?:D[^.,;:?!QEXVKUBM]{1,15}(?:[Mw][^.,;:?!QE]{1,12})?|w[^.,;:?!QE]{1,20}),")
_DAY = re.compile(r"IW0?(?=[DPNrn])")
_THAT = re.compile(r"[^VBGKUQELMSC.;:(),]{0,12}M")
_NOUN_BEFORE = tuple("VKUGDsIn")
_NOUNS_TOO = frozenset(
    ("calls", "claims", "reports", "plans", "hopes", "notes", "states", "shows", "finds", "wants")
)
_BESIDE = word_set("while whereas though although but and")
_SUBORDINATING = word_set("while whereas though although as after before when if because since once")
_NAME_BEHIND = re.compile(r",T*N{1,3}(?=[.,;:E]|$)")
_APPOSED_NAME = re.compile(r",T*N{1,3}(?=,)")
_WHOLE_CLAUSE = 4  # words and the full stop of reported speech
_WITH_PREPOSITION = ("call", "press", "advocat")  # "called on", "advocates for"
_WITH_PARTICLE = word_set("called rule rules ruled held hold holds showed shows read sang sign laid")
_PARTICLES = word_set("out off up down")
_APPEALING = word_set("appeal appeals appealed appealing plead pleads pleaded pleading")
_FOR_OR_TO = re.compile(r"A{0,2}[Io]")
_CALLING = word_set("call calls called calling")
_CALLED_TOGETHER = word_set(
    "strike strikes election elections vote referendum meeting meetings conference session halt ambulance"
)
_POSSESSIVES = word_set("my your his her its our their")
_ABOUT = word_set("referring replying responding")
_ASKED_TO = re.compile(r"X?o")
_REDUCED = re.compile(r"[Ib](?:D?[nrN0]{1,3}|W0?)X")
_GOES_ON = re.compile(r"(?<=[nrNQ]),?(?P<and>C)A?(?P<verb>X|n(?!b))")  # but "unfounded and made up by rivals"
_TRAILING = re.compile(r"Q,?(?P<verb>[NnVKGUB])|,(?P<while>S)(?P<meanwhile>[NnVKGUB])")
_MEANWHILE = word_set(
    "referring alluding gesturing nodding waving smiling laughing standing speaking quoting"
)
_HELPERS = re.compile(r"X[XA]*$")
_WRITING = word_set("wrote writes write written complained complains spoke")
_AGREEING = word_set("agree agrees agreed offer offers offered")
_AGREED = re.compile(r"[A,]*(?:I?W[nW0]{0,2})?(?:M|o)|[.,;:]|$")
_HOLDING = word_set("hold holds held submit submits submitted")
_OF_SAYINGS = word_set("charge claim allegation accusation assertion view contention suggestion")
_SILENT = word_set("stopped declined refused gave offered")
_SPEAK = word_set(
    "say rule give name comment elaborate specify provide confirm explain disclose identify deny mention"
)
_OWNING = word_set("a an the his her its their our my this these")
_PARTICIPLES = word_set("written known shown sworn")
_KEPT_BACK = frozenset(("name", "identify", "comment", "elaborate", "say"))
_KEPT_NAME = frozenset(("name", "names", "details", "named", "identified", "quoted", "interviewed"))
_DID_NOT = (["did", "not"], ["would", "not"], ["has", "not"], ["had", "not"], ["have", "not"])
_SHOWING = word_set("suggesting indicating showing signalling signaling implying meaning")
_NEVER = word_set("not never neither nor")
_ADDRESSED = word_set(
    """
    told tells telling tell asked asks asking assured reminded informed urged warned notified
    advised reassured briefed
    """
)


def find_cues(clauses: Clauses) -> list[Cue]:
    """Every word of a line that may attribute something, with subject and content."""
    classes = clauses.classes
    cues: list[Cue] = []
    last = 0
    for match in _CUE.finditer(classes):
        at = match.start()
        letter = match.group()
        if at >= last:
            first, last = clauses.sentence(at)
        if letter == "L":
            cue = _according_to(clauses, at, first, last)
        elif letter == "G":
            cue = _participle(clauses, at, first, last, cues)
        else:
            cue = _finite(clauses, at, letter, first, last, cues)
        if cue is not None and not _is_nested(clauses, cue, cues):
            cues.append(cue)
    if "put" in clauses.line.words or "puts" in clauses.line.words:
        cues += _as_put(clauses)
        cues.sort(key=lambda cue: cue.at)
    return cues


def _as_put(clauses: Clauses) -> Iterator[Cue]:
    """Whose words follow or go before: "as one minister put it", "as Holt puts it"."""
    line = clauses.line
    for verb, word in enumerate(line.words):
        if word not in ("put", "puts") or line.lower[verb + 1 : verb + 2] != ["it"]:
            continue
        first, last = clauses.sentence(verb)
        at = clauses.classes.rfind("a", first, verb)
        if at >= 0 and (subject := FORWARD_NP.fullmatch(clauses.classes, at + 1, verb)):
            cue = _aside(clauses, at, subject.span(), first, last, verb + 2)
            if clauses.classes[verb + 2 : verb + 4] in (",Q", ",E"):
                cue.content = [(verb + 3, verb + 4)]  # "and, as one minister put it, “a mess”"
            yield cue


def _is_nested(clauses: Clauses, cue: Cue, cues: list[Cue]) -> bool:
    """Whether a cue stands inside what another cue attributes; joins or parts the two where that is clear.

    "X said A and argued B": two of X. "X said that Y hoped C": one of X.
    "X reported that Y said C": Y's, via X.
    """
    if cue.after_quote is not None or cue.subject is None or cue.letter == "L":
        return False
    for outer in reversed(cues):
        if not outer.content or outer.letter == "L":
            continue
        start, end = outer.content[-1]
        if not start <= cue.at < end:
            continue
        if len(outer.content) > 1 and cue.at == start:
            return True  # "Caps, he argued, invite a lawsuit"
        if cue.content and outer.subject and cue.content[0][0] <= outer.subject[0] and cue.letter in "VB":
            # "Tests suggest that it is a toxin, she said": hers, and nobody's else.
            outer.content[-1] = (start, cue.subject[0] - 1)
            who = clauses.classes[slice(*outer.subject)]
            judges = outer.letter == "K"  # "Holt opposes a sale, the people said"
            if judges or (
                not re.search(r"[PrT]|NN", who) and (who != "N" or outer.subject[0] == cue.content[0][0])
            ):
                cues.remove(outer)  # tests, a study: nobody
            return False
        if cue.letter == "B" and outer.letter == "U" and clauses.classes[cue.at - 1] == "o":
            return True  # "vowed to respond with force"
        if outer.letter == "G" and clauses.line.words[outer.at] in _SHOWING and cue.subject[0] == start:
            outer.content.pop()  # "Shares fell, suggesting that investors believe …": theirs
            return False
        beginning = cue.subject[0] - 1
        if clauses.classes[beginning] in "SC" and clauses.classes[beginning - 1 : beginning] == ",":
            beginning -= 1
        if (
            beginning >= start - 1
            and clauses.classes[beginning] in ",;"
            and (cue.letter in "VK" or (cue.letter == "U" and clauses.classes[beginning + 1] == "S"))
            and (
                clauses.classes[beginning] == ";"
                or clauses.line.lower[beginning + 1] in _BESIDE
                or _is_subordinate(clauses, outer)
            )
        ):
            # "X said A, while Y said B", "X called it cruel; Y said …", "While X favours it, Y said …".
            outer.content[-1] = (start, beginning)
            if beginning <= start:
                outer.content.pop()  # "It is lost, the army said, but rebels denied …"
            return False
        if aside := JUDGED.search(clauses.classes, max(start, cue.subject[0] - 6), cue.subject[0]):
            # "that it would keep the yard, a promise the union called hollow": the union's
            outer.content[-1] = (start, aside.start())
            return False
        if cue.subject == outer.subject or cue.subject[1] <= outer.at:
            if clauses.classes[_helpers_start(clauses, cue.at, 0) - 1] == "w":
                return True  # "says he welcomes all who want to talk"
            cut = clauses.classes.rfind("C", start, cue.at)
            cut = cut if cut >= 0 else cue.at
            outer.content[-1] = (start, cut)
            if start >= cut:
                outer.content.pop()
            return False
        if (
            cue.subject[0] <= start + 1
            and cue.letter in "VB"
            and "N" in re.split("[Ib]", clauses.classes[slice(*cue.subject)], maxsplit=1)[0]
            and cue.content
        ):
            cue.via = outer.subject
            outer.content.pop()
            return False
        return outer.letter in "VBG" or clauses.classes[cue.subject[0]] == "P"
    return False


def _is_subordinate(clauses: Clauses, cue: Cue) -> bool:
    """Whether a cue's clause only opens its sentence: "While Holt favours the plan, …"."""
    first, _ = clauses.sentence(cue.at)
    return (
        clauses.line.lower[first] in _SUBORDINATING
        and cue.subject is not None
        and cue.subject[0] <= first + 2
        and "," not in clauses.classes[first : cue.at]
    )


def _helpers_start(clauses: Clauses, at: int, first: int) -> int:
    """Where the auxiliaries and adverbs of a verb begin."""
    while at > first and clauses.classes[at - 1] in "XA":
        at -= 1
    return at


def _according_to(clauses: Clauses, at: int, first: int, last: int) -> Cue | None:
    classes = clauses.classes
    if classes[at + 1 : at + 2] != "o":
        return None
    match = FORWARD_NP.match(classes, at + 2, last)
    if match is None:
        return None
    return _aside(clauses, at, match.span(), first, last, match.end())


def _aside(clauses: Clauses, at: int, subject: Range, first: int, last: int, end: int) -> Cue:  # noqa: PLR0917 - where all of it stands
    """What an aside that begins at `at` and ends at `end` gives to its subject: all around it."""
    classes = clauses.classes
    first = classes.rfind(";", first, at) + 1 or first
    turn = classes.find(";", at, last)
    last = turn if turn > 0 else last
    comma = classes.find(",", end, last)
    if comma == end and (apposed := _APPOSED.match(classes, comma, last)):
        comma = apposed.end() - 1  # "According to the Alliance, a group that lobbied for it, …"
    if at - first <= 2:
        content = [(comma + 1 if comma >= 0 else end, last)]
    else:
        content = [(first, at - (classes[at - 1] == ","))]
        if comma >= 0 and classes[at - 1] == ",":
            content.append((comma + 1, last))
    return Cue(at, "L", subject, content, last)


def _participle(clauses: Clauses, at: int, first: int, last: int, cues: list[Cue]) -> Cue | None:
    """Participles, "…, adding that": the subject is that of the clause before."""
    classes = clauses.classes
    about = clauses.line.lower[at] in _ABOUT and classes[at + 1 : at + 2] == "o"
    if at != first and classes[at - 1] not in ",AQE)C":
        if classes[at - 1] not in "rNT":
            return None
        absolute, _ = clauses.subject_before(at, first)  # "with the mayor calling it a shame"
        if absolute and classes[absolute[0] - 1 : absolute[0]] == "," and absolute[0] > first + 1:
            return None  # "Holt, a Democrat seeking a second term, said"
        if absolute and clauses.line.lower[absolute[1] - 1] in UTTERANCES:
            if any(start < absolute[0] - 1 and at < end for c in cues for start, end in c.content[-1:]):
                return None  # "said that they got a statement affirming its independence"
            verb = absolute[0] - 1 - (clauses.line.lower[absolute[0] - 1] == "out")
            subject = clauses.subject_before(verb, first)[0] if verb > first else None
            absolute = subject or clauses.opening_subject(first, at)  # "she put out a statement urging calm"
        start, addressee = _content_start(clauses, at, last)
        if absolute is None or about or start >= last:
            return None
        return Cue(at, "G", absolute, [(start, last)], last, addressee)
    before = [c for c in cues if first <= c.at < at and c.subject and c.letter != "L"]
    if at == first:
        comma = classes.find(",", at, last)
        match = FORWARD_NP.match(classes, comma + 1, last) if comma > 0 else None
        subject = match.span() if match else None
        return Cue(at, "G", subject, [(at + 1, comma)], comma) if subject and not about else None
    subject = before[-1].subject if before else clauses.opening_subject(first, last)
    if before:
        # The clause before ends where this one begins.
        kept = [(s, min(e, at - 1)) for s, e in before[-1].content]
        before[-1].content = [(s, e) for s, e in kept if s < e]
    if about:
        return None  # "…,” she said, referring to the strike"
    start, addressee = _content_start(clauses, at, last)
    return Cue(at, "G", subject, [(start, last)] if start < last else [], last, addressee)


def _finite(clauses: Clauses, at: int, letter: str, first: int, last: int, cues: list[Cue]) -> Cue | None:  # noqa: PLR0917 - the cue and its sentence
    classes, line = clauses.classes, clauses.line
    if letter == "B" and classes[at - 1 : at] == "n" and not line.words[at - 1].endswith(("s", "men", "ple")):
        return None  # "a since-deleted tweet"
    if letter == "B" and _asks_or_denies(line, at, first):
        return None
    if inverted := _inverted(clauses, at, letter, first, last):
        return inverted
    if letter == "K" and (passive := _by_agent(clauses, at, last)):
        return passive
    helper = _helpers_start(clauses, at, first)
    if _says_nothing(line, at, helper):
        return None
    if letter == "B" and classes[at - 1] == "o":
        subject = clauses.opening_subject(first, at)
        start, addressee = _content_start(clauses, at, last)
        return (
            Cue(at, letter, subject, [(start, last)], last, addressee) if subject and start < last else None
        )
    subject, role = clauses.subject_before(at, first)
    start, addressee = _content_start(clauses, at, last)
    if line.words[at].endswith("ed") and _REDUCED.match(classes, at + 1):
        return None  # "The cuts announced in the spring are …"
    who = classes.rfind(",w", first, helper) + 2
    if who == helper or (who > 1 and classes[helper - 1] == "C" and "," not in classes[who:helper]):
        last = clauses.relative_end(start, last)  # "Holt, who backed it and said it would do, left"
    last = _trailing_end(line, start, _silent_end(line, start, last))
    if letter == "K":
        last = _predicate_end(line, start, last)
    content = [(start, last)] if start < last else []
    if subject is None and classes[at - 1 : at] == "M" and letter in "VKU":
        subject = clauses.noun_before(at - 1, first)  # "mocked [a study] that likened it to a cult"
    if subject is None:
        before = classes[at - 1 : at]
        if before == "o" or (letter == "B" and before != "C"):
            return None
        earlier = [c.subject for c in cues if first <= c.at and c.letter not in "LG"]
        subject = earlier[-1] if earlier and classes[at - 1] in "CA" else clauses.opening_subject(first, at)
        if subject is None:
            # "In Monday's paper said Smith that": German and old style put the subject after the verb.
            match = FORWARD_NP.match(classes, at + 1, last) if letter == "V" else None
            if match is None:
                return None
            subject = match.span()
    in_it = subject[0] == first + 1 and classes[first] == "I" and classes[subject[0]] != "W"
    if in_it and classes[at + 1 : at + 2] in ("I", "o", ","):
        return None  # "In a statement posted on its website, the company …"
    if subject[0] > first and line.lower[subject[0] - 1] in ("whether", "if", "unless"):
        return None  # "pressed on whether she supported it"
    cue = Cue(at, letter, subject, content, last, addressee, role=role)
    ahead = subject[0] - 1
    if ahead >= 0 and classes[ahead] == "," and ahead - 1 >= 0 and classes[ahead - 1] in "QE":
        ahead -= 1
    if ahead >= first - 1 and ahead >= 0 and classes[ahead] in "QE" and _speaks_before(clauses, cue, ahead):
        cue.after_quote = ahead
    elif (
        letter in "VB"
        and classes[helper - 1 : helper] != "w"
        and ahead >= first + 2
        and classes[ahead] == ","
        and "QV" not in classes[first:ahead].replace(",", "")
    ):
        # "The plan will fail, Smith said": what is said comes first.
        following = classes[at + 1 : at + 2]
        if following in (".", "", ",", "W", "I", "A", "?", "!", ";") and classes[ahead - 1] not in "QE":
            # "He was blunt: the levy, he said, …"
            turn = max(classes.rfind(";", first, ahead), classes.rfind(":", first, ahead)) + 1
            cue.content = [(max(first, turn), ahead)]
            if following == "," and last - at > 4:
                cue.content.append((at + 2, last))
    return cue


def _asks_or_denies(line: Line, at: int, first: int) -> bool:
    """Whether a bare form claims nothing: "would not concede", "did not say", "What did she think?"."""
    if line.classes[at - 2 : at] == "XP":
        return True
    helpers = _HELPERS.search(line.classes, max(first, at - 4), at)
    words = line.lower[helpers.start() : at] if helpers else []
    return any(w in ("not", "never", "cannot") or w.endswith("n't") for w in words)


def _inverted(clauses: Clauses, at: int, letter: str, first: int, last: int) -> Cue | None:
    """The speaker behind a verb that follows a quotation: "“Never,” said its director, Ann Holt"."""
    classes = clauses.classes
    quoted = at - 1
    while quoted > first and classes[quoted] in "A,":
        quoted -= 1
    if quoted < 0 or classes[quoted] not in "QE" or letter not in "VBKY":
        return None
    match = _INVERTED.match(classes, quoted, last)
    if match is None or match.start("verb") != at:
        return None
    if letter == "K" and quoted > first:
        return None  # "Holt, who called it “a wound”, praised the soldiers"
    start, end = match.span("np")
    if classes[end - 1] in "rn" and (name := _NAME_BEHIND.match(classes, end)):
        end = name.end()
    return Cue(at, letter, (start, end), [], last, after_quote=quoted)


def _by_agent(clauses: Clauses, at: int, last: int) -> Cue | None:
    """Who judges in a passive: "was described by its director, Ann Holt, as …"."""
    classes = clauses.classes
    agent = FORWARD_NP.match(classes, at + 2, last) if classes[at + 1 : at + 2] == "b" else None
    if agent is None:
        return None
    who, end = agent.span()
    if classes[end - 1] in "rn" and (name := _APPOSED_NAME.match(classes, end)):
        end = name.end()
    start = end + (classes[end : end + 2] == ",a")
    start += classes[start : start + 1] == "a"
    return Cue(at, "K", (who, end), [(start, last)] if start < last else [], last)


def _silent_end(line: Line, start: int, last: int) -> int:
    """Where what is said ends before what is not.

    "that it was late, [but did not rule out talks]", "that she lied, [a charge the mayor denied]"
    """
    if ",D" not in line.classes[start:last] and "but" not in line.lower[start:last]:
        return last
    for at in range(start, last - 2):
        if line.classes[at : at + 2] == ",D" and line.lower[at + 2] in _OF_SAYINGS:
            return at
        if line.lower[at] == "but" and (
            line.lower[at + 1] in _SILENT
            or (
                line.lower[at + 1 : at + 3] in _DID_NOT and not _SPEAK.isdisjoint(line.lower[at + 3 : at + 4])
            )
        ):
            return at - (line.classes[at - 1] == ",")
    return last


def _predicate_end(line: Line, start: int, last: int) -> int:
    """Where a judgment ends before the next predicate: "called it a lie [and was told to leave]"."""
    for match in _GOES_ON.finditer(line.classes, start, last):
        verb = match.start("verb")
        if line.lower[match.start("and")] != "or" and (match["verb"] == "X" or is_past(line.lower[verb])):
            return match.start()
    return last


def _trailing_end(line: Line, start: int, last: int) -> int:
    """Where what is said ends before what the speaker does meanwhile.

    "that talks “are over”[, waving a letter]", "to make it great[, while taking swipes at the mayor]"
    """
    for match in _TRAILING.finditer(line.classes, start, last):
        if match["verb"] and line.lower[match.start("verb")] in _MEANWHILE:
            return match.start() + 1
        meanwhile = match["while"] and line.lower[match.start("while")] == "while"
        if meanwhile and line.words[match.start("meanwhile")].endswith("ing"):
            return match.start()
    return last


def _says_nothing(line: Line, at: int, helper: int) -> bool:
    """Whether a word of saying is none here: a noun, a passive, a denial, a use of its own.

    `helper` is where its auxiliaries begin.
    """
    classes, letter, word = line.classes, line.classes[at], line.lower[at]
    if classes[at - 1 : at] in _NOUN_BEFORE and line.words[at] in _NOUNS_TOO:
        return True  # "rejected calls for", "the reports that"
    if at and line.lower[at - 1] in _OWNING and (word.endswith("ed") or word in _PARTICIPLES):
        return True  # "voted down a proposed levy", "got a written promise"
    if word == "said" and classes[at - 1 : at + 2] == "XVo":
        return True  # "is said to favour it": nobody knows by whom
    if word == "briefed" and classes[at + 1 : at + 2] == "I":
        return True  # "a diplomat briefed on the talks"
    if word in _SILENT and classes[at + 1 : at + 2] == "o":
        kept = line.lower[at + 2 : at + 6]
        if not _KEPT_BACK.isdisjoint(kept[:1]) or (
            kept[:1] in (["give"], ["be"]) and not _KEPT_NAME.isdisjoint(kept)
        ):
            return True  # "declined to give his name", but "refused to give way"
    if word == "declined" and classes[at + 1 : at + 2] in ("0", "A", "b", "I"):
        return True  # "declined more slowly"
    into = line.lower[at + 1 : at + 2] == ["into"]  # "ripped into"
    if letter == "K" and classes[at + 1 : at + 2] == "I" and not (into or word.startswith(_WITH_PREPOSITION)):
        return True  # "celebrated outside the chamber"
    if line.words[at] == "asked" and _ASKED_TO.match(classes, at + 1):
        return True  # "asked not to be named"
    if word == "known" and classes[at - 1 : at] not in ("X", "A"):
        return True  # "Holt, known to friends as Bo"
    if word in _AGREEING and not _AGREED.match(classes, at + 1):
        return True  # "agreed with me", "offered half the fee"
    if word in _HOLDING and classes[at + 1 : at + 2] != "M":
        return True  # "held talks", but "held that"
    if word in _APPEALING and not _FOR_OR_TO.match(classes, at + 1):
        return True  # "appealed the verdict", "pleaded guilty"
    whose = not _POSSESSIVES.isdisjoint(line.lower[at + 1 : at + 2])  # "called her vote a mistake"
    if word in _CALLING and not whose and not _CALLED_TOGETHER.isdisjoint(line.lower[at + 1 : at + 5]):
        return True  # "called two strikes"
    if word in _WITH_PARTICLE and not _PARTICLES.isdisjoint(line.lower[at + 1 : at + 2]):
        return True  # "ruled out the sale", "called off the strike"
    if letter not in "VKU":
        return False
    helpers = line.lower[helper:at]
    if not _BE.isdisjoint(helpers) and not line.words[at].endswith(("s", "said")):
        return True  # passive without an agent: "14 accidents were reported"
    return any(w in _NEVER or w.endswith("n't") for w in helpers)  # "has not said": nothing is claimed


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
    word = clauses.line.lower[at]
    if word in _ADDRESSED and (match := FORWARD_NP.match(classes, start, last)):
        addressee = match.span()
        start = match.end()
    if (
        word in _WRITING
        and classes[start : start + 1] == "o"
        and (match := FORWARD_NP.match(classes, start + 1, last))
    ):
        # "wrote to the vicar about the roof": the letter is told of, not what it says.
        addressee, start = match.span(), match.end()
        if classes[start : start + 1] not in ("M", ",", ":", "G"):
            return last, addressee
    if classes[start : start + 4] == ",A,M":
        start += 3  # "cautioned, however, that"
    if classes[start : start + 1] == "M":
        pronoun = classes[start + 1 : start + 2] == "X"  # "said that was a pity"
        return start + (not pronoun), addressee
    if (match := _THAT.match(classes, start, last)) and not _is_relative(clauses, match.end()):
        return match.end(), addressee
    if day := _DAY.match(classes, start, last):
        start = day.end()  # "said on Wednesday it hoped"
    while start < last and classes[start] in "W,:A" and clauses.line.lower[start] != "there":
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
    return classes[behind : behind + 1] == "X" or (
        classes[behind : behind + 1] in ("n", "V", "K") and word.endswith("ed")
    )
