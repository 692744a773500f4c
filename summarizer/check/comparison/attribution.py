"""Who says it: the speaker that a claim names, and whether it names one where the article does."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from summarizer.check.actors import is_same_name, split_name
from summarizer.check.comparison.other_speaker import (
    OtherSpeaker,
    find_contradicted,
    find_established,
    find_other_speaker,
    find_spoken_of,
    is_who_was_told,
    list_claimed,
    may_speak_there,
)
from summarizer.check.comparison.strangers import find_stranger
from summarizer.check.comparison.support import split_name_words
from summarizer.check.context import Context
from summarizer.check.lexicon.places import COUNTRIES, SEATS
from summarizer.check.lexicon.statement_words import CUES, GENERAL
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import PERSON_TITLES
from summarizer.check.lexicon.words import split_words
from summarizer.check.passage.names import Name, is_common_opener, is_one_body, is_short_for
from summarizer.check.passage.parts import Part, find_part
from summarizer.check.passage.passage import Passage
from summarizer.check.passage.speaker import Saying
from summarizer.check.report import differ, leave_open, pass_check
from summarizer.records import Attribution, Check, Outcome


def check_attribution(claim: Passage, evidence: Passage, context: Context) -> Check:
    """Whether a claim in the article's own voice is what somebody says there."""
    if not context.crosslingual and (settled := find_established(claim, evidence)):
        (first, last), statement = settled
        told = statement.speaker or statement.listener
        begin, end = min(statement.cue, told.first if told else statement.cue), statement.cue
        why = "somebody says so, it is not settled"
        spans = claim.words.span(first, last), evidence.words.span(begin, end)
        return differ("attribution", claim, evidence, *spans, why)
    if context.attribution is not Attribution.NARRATOR or context.speaker:
        return pass_check("attribution")
    cues = {evidence.words.keys[s.cue] for s in _find_outer_sayings(evidence)}
    for own in claim.sayings:
        key = claim.words.keys[own.cue]
        if own.speaker and (key in cues or key not in evidence.words.key_set):
            return pass_check("attribution")  # it names who says so
    saying = _pick_saying(claim, evidence)
    if saying is None or context.crosslingual:
        return leave_open("attribution")
    first, last = saying.speaker or (saying.cue, saying.cue)
    return differ(
        "attribution",
        claim,
        evidence,
        None,
        evidence.words.span(min(first, saying.cue), max(last, saying.cue)),
        "somebody says so, the article does not",
    )


def check_speaker(claim: Passage, evidence: Passage, context: Context) -> Check:
    """The speaker that a claim names, by its author or inside it, against who speaks in the evidence."""
    if contrary := find_contradicted(claim, evidence, context):
        if not contrary.same:
            return pass_check("speaker")
        spans = claim.words.span(*contrary.found), evidence.words.span(*contrary.expected)
        return differ("speaker", claim, evidence, *spans, "the article says so, contrary to them")
    if not context.crosslingual and not context.speaker and (told := is_who_was_told(claim, evidence)):
        spans = claim.words.span(*told[0]), evidence.words.span(*told[1])
        return differ("speaker", claim, evidence, *spans, "that is who was told")
    other = find_other_speaker(claim, evidence, context)
    if other is True:
        return pass_check("speaker")
    if isinstance(other, OtherSpeaker):
        return _differ_from_statement(claim, evidence, context, other)
    if not context.crosslingual and (spoken := find_spoken_of(claim, evidence, context)):
        spans = claim.words.span(*spoken[0]), evidence.words.span(*spoken[1])
        return differ("speaker", claim, evidence, *spans, "that is who is spoken of")
    check = _check_sayings(claim, evidence, context)
    if check.outcome is Outcome.UNKNOWN and not context.crosslingual:
        for claimed in list_claimed(claim, context):
            if not claimed.inner and (statement := find_stranger(claimed, evidence, context)):
                return _differ_from_statement(claim, evidence, context, OtherSpeaker(statement, claimed.span))
    if check.outcome is Outcome.DIFFERS and (other is False or may_speak_there(claim, evidence, context)):
        return leave_open("speaker", "several speak, and the claim may be the other's")
    return check


def _differ_from_statement(claim: Passage, evidence: Passage, context: Context, other: OtherSpeaker) -> Check:
    """The check that shows whose statement a claim gives to somebody else."""
    party = other.statement.speaker
    first, last = (party.first, party.last) if party else (other.statement.cue, other.statement.cue)
    found = claim.words.span(*other.found) if other.found else None
    check = differ("speaker", claim, evidence, found, evidence.words.span(first, last))
    name = context.speaker or check.found
    message = f"the article has “{check.expected}” speak, the claim “{name}”"
    return check.model_copy(update={"message": message, "found": name})


def _check_sayings(claim: Passage, evidence: Passage, context: Context) -> Check:
    """Likewise by the reporting verbs beside names alone."""
    inner = next((s for s in claim.sayings if s.name and not is_common_opener(claim.words, s.name)), None)
    if context.speaker:
        # Whoever else speaks inside the claim is part of what is claimed.
        name = context.speaker
        if inner and inner.name and not is_same_actor(_join(inner.name), name, context):
            inner = None
    elif inner and inner.name:
        name = _join(inner.name)
        key = claim.words.keys[inner.cue]
        for other in evidence.sayings:
            if (
                other.name
                and evidence.words.keys[other.cue] == key
                and is_same_actor(name, _join(other.name), context)
            ):
                return pass_check("speaker")
    else:
        return leave_open("speaker", "no speaker is named")
    saying = _pick_saying(claim, evidence)
    if inner and inner.name and _replies(claim, inner, evidence, context):
        return leave_open("speaker", "the claim is about an answer, or names both who speak")
    if saying is None or saying.speaker is None:
        return leave_open("speaker", "the cited text does not name a speaker")
    if context.speaker and _tells_of(claim, evidence, saying, context):
        return pass_check("speaker")
    if evidence.words.keys[saying.speaker[0]] in ("i", "we"):
        return leave_open("speaker", "the cited text names the speaker by a pronoun only")
    if inner and inner.name and _is_said_by_pronoun(claim.words.keys[inner.cue], evidence):
        return leave_open("speaker", "the cited text names the speaker by a pronoun only")
    if contrasted := _speaks_in_other_clause(name, claim, evidence, context):
        return _differ_in_speaker(claim, evidence, context, name, inner, contrasted, "")
    noun = next((r for r in reversed(split_words(name, evidence.words.language).roots) if r), "")
    if name[:1].islower() and any(
        s is not saying and s.speaker and noun in evidence.words.roots[s.speaker[0] : s.speaker[1] + 1]
        for s in evidence.sayings
    ):
        return leave_open("speaker", "several speak, and the claim may be the other's")
    theirs = saying.name
    part = find_part(
        evidence.words,
        evidence.names,
        evidence.sayings,
        evidence.quoted,
        lambda other: is_same_actor(name, other, context),
    )
    told = part is Part.TOLD
    if theirs is None and part in (Part.TOLD, Part.SPOKEN_OF, Part.BESIDE):
        # Whoever speaks is named elsewhere; it is not who is spoken to, or of.
        outer = next((s for s in evidence.sayings if s.name), None)
        if told and outer is None and not context.speaker:
            return leave_open("speaker", "the cited text names the speaker by a description only")
        if outer is not None and part is not Part.BESIDE:
            saying, theirs = outer, outer.name
        elif not told and not _is_described(evidence, saying):
            return leave_open("speaker", "the cited text names the speaker by a pronoun only")
    if (
        saying.relative
        and saying.speaker is not None
        and part is not Part.ABSENT
        and not set(split_name(name)) & set(evidence.words.keys[saying.speaker[0] : saying.speaker[1] + 1])
        and _touches(claim, evidence, saying)
    ):
        return _differ_in_speaker(claim, evidence, context, name, inner, saying, "")
    said = evidence.words.quote(*(saying.speaker or (saying.cue, saying.cue)))
    own = _widen(inner.name, claim) if inner and inner.name else name
    if _is_said_by(name, said, saying, context) or (
        saying.name and is_same_actor(own, _widen(saying.name, evidence), context)
    ):
        return pass_check("speaker")
    if theirs is None and part not in (Part.TOLD, Part.SPOKEN_OF, Part.BESIDE):
        if context.speaker and (described := _check_description(name, saying, evidence)):
            return described
        if not (context.speaker and _is_described_apart(name, saying, evidence)):
            return leave_open("speaker", "the cited text names the speaker by a pronoun or description only")
    settled = saying.sure and not saying.loose and _touches(claim, evidence, saying)
    if part is Part.SPEAKS and (
        not settled
        or (inner and inner.loose)
        or _denies_more(claim, evidence)
        or any(
            s.name and is_same_actor(name, _join(s.name), context) and _touches(claim, evidence, s)
            for s in evidence.sayings
        )
    ):
        return leave_open("speaker", "several speak, and the claim may tell of an answer")
    alone = (told or not context.whole) and len(_find_outer_sayings(evidence)) == 1
    if (
        not settled
        and (part is Part.OPEN or not (alone or _touches(claim, evidence, saying)))
        and (part is not Part.ABSENT or context.whole)
    ):
        return leave_open("speaker", "several names stand beside the verb")
    if context.speaker and (described := _check_description(name, saying, evidence)):
        return described
    if part is Part.ABSENT and not (saying.sure and not saying.loose):
        stands = evidence.words.key_set if saying.loose else evidence.words.keys[: saying.cue]
        apart = not context.whole and _is_described_apart(name, saying, evidence)
        if context.whole or (not apart and not split_name_words(name).isdisjoint(stands)):
            return leave_open("speaker", "several names stand beside the verb")
    why = part.value if part in (Part.TOLD, Part.SPOKEN_OF) else ""
    return _differ_in_speaker(claim, evidence, context, name, inner, saying, why)


def _tells_of(claim: Passage, evidence: Passage, saying: Saying, context: Context) -> bool:
    """Whether a claim's speaker tells whom they have it from: "Brandt told me that the ward was shut"."""
    roots = evidence.words.roots
    own = (
        {r for i in range(saying.speaker[0], saying.speaker[1] + 1) if (r := roots[i])}
        if saying.speaker
        else ()
    )
    return (
        bool(own)
        and claim.words.root_set.issuperset(own)
        and any(
            s is not saying and s.name and is_same_actor(context.speaker or "", _join(s.name), context)
            for s in evidence.sayings
        )
    )


def _is_said_by_pronoun(key: str, evidence: Passage) -> bool:
    """Whether "he" or "she" stands before the same rarer verb: "when he suggested her job was at risk"."""
    keys = evidence.words.keys
    return CUES.get(key) not in GENERAL and any(
        keys[i] == key and keys[i - 1] in ("he", "she", "they") for i in range(1, len(keys))
    )


def _differ_in_speaker(  # noqa: PLR0917  # both texts and both speakers
    claim: Passage,
    evidence: Passage,
    context: Context,
    name: str,
    inner: Saying | None,
    saying: Saying,
    why: str,
) -> Check:
    """The check that shows who speaks in the evidence and whom the claim has speak."""
    said = evidence.words.quote(*(saying.speaker or (saying.cue, saying.cue)))
    check = differ(
        "speaker",
        claim,
        evidence,
        claim.words.span(inner.name.first, inner.name.last) if inner and inner.name else None,
        evidence.words.span(*(saying.speaker or (saying.cue, saying.cue))),
    )
    message = (
        f"the article has “{said}” speak, the claim “{context.speaker or name}”{': ' if why else ''}{why}"
    )
    return check.model_copy(update={"message": message, "found": check.found or context.speaker})


def _is_said_by(name: str, said: str, saying: Saying, context: Context) -> bool:
    """Whether a claimed speaker is whom a passage has speak, not only named in a description of them."""
    if not is_same_actor(name, said, context):
        return False
    if saying.name is not None or not any(w[0].isupper() for w in said.split()[1:]):
        return True
    return said.split()[1].lower() in name.lower().split()  # "a spokeswoman for Mayor Ines Prado"


def _speaks_in_other_clause(name: str, claim: Passage, evidence: Passage, context: Context) -> Saying | None:
    """Who says a claim in another clause than its speaker's: "Ruiz called it an insult, while Keller …"."""
    if len(evidence.clauses) < 2:  # a contrast has two sides
        return None
    own: set[str] = set()
    others: list[tuple[Saying, frozenset[str], bool]] = []
    for clause in evidence.clauses:
        inside = [s for s in evidence.sayings if clause.first <= s.cue < clause.first + len(clause.words)]
        if not inside:
            names = (n for n in evidence.names if clause.first <= n.first < clause.first + len(clause.words))
            if any(is_same_actor(name, _join(n), context) for n in names):
                own |= clause.words.root_set
            continue
        if len(inside) != 1:
            return None
        (saying,) = inside
        theirs = saying.speaker and evidence.words.quote(*saying.speaker)
        if theirs and is_same_actor(name, theirs, context):
            if others and not _BACK.isdisjoint(clause.words.key_set) and _denies_more(claim, evidence):
                return None  # "…; Moe called this a lie": of what the other says
            own |= clause.words.root_set
        elif saying.speaker is not None and evidence.words.keys[saying.speaker[0]] not in _BACK:
            others.append((saying, clause.words.root_set, not _BACK.isdisjoint(clause.words.key_set)))
    for saying, roots, refers in others:
        wanted = claim.words.root_set
        # What both speak of may be named in the first clause and be "it" in the second.
        last = next((r for r in reversed(claim.words.roots) if r), "")
        here, there = wanted & (roots - own), wanted & (own - roots)
        if (last in here and (refers or not there)) or (len(here) > 1 and len(here) > len(there)):
            return saying
    return None


_BACK = frozenset(list_words("it them he she they this that these its their"))


def _is_described(evidence: Passage, saying: Saying) -> bool:
    """Whether the speaker stands there as a description of somebody else: "her lawyer", "a witness".

    Whom a clause speaks of by name is not its own "he" either, but a pronoun may stand for anybody before it.
    """
    first, last = saying.speaker or (saying.cue, saying.cue)
    keys = evidence.words.keys
    return last > first and keys[first] in _DETERMINERS


_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "one", "another"))


def _touches(claim: Passage, evidence: Passage, saying: Saying) -> bool:
    """Whether what the claim says stands right beside a reporting verb, on one of its sides.

    The content word next to the verb and its speaker is the claim's, and so are most on that side.
    """
    words = evidence.words
    own = {k for s in claim.sayings if s.name for k in range(s.name.first, s.name.last + 1)}
    wanted = {r for i, r in enumerate(claim.words.roots) if r and i not in own}
    first, last = saying.speaker or (saying.cue, saying.cue)
    low, high = min(first, saying.cue), max(last, saying.cue)
    if saying.listener:
        high = max(high, saying.listener.last)
    while (
        low and words.roots[low - 1] and words.tokens[low - 1][0].isalpha() and saying.name and low == first
    ):
        low = first = first - 1  # "coach Pia Strand"
    for steps in (range(high + 1, len(words)), range(low - 1, -1, -1)):
        side = _read_side(evidence, steps)
        if not wanted.isdisjoint(side[:_NEXT]) and len(wanted.intersection(side)) >= _MOST * len(wanted):
            return True
    return False


def _read_side(evidence: Passage, steps: range) -> list[str]:
    """The content words on one side of a verb: of the quotation that stands there, else of the sentence."""
    words = evidence.words
    begin = next((i for i in steps if words.keys[i][0].isalnum()), None)
    if begin is None:
        return []
    at = words.starts[begin]
    quote = next((q for q in evidence.quoted if q.start <= at < q.end), None)
    others = {s.cue for s in evidence.sayings}
    side: list[str] = []
    for step in steps:
        if step in others:
            break
        if quote and step not in (begin,) and not quote.start <= words.starts[step] < quote.end:
            if side:
                break
            continue
        if not quote and words.keys[step] in _STOPS and (side or step > steps.start):
            break
        if words.roots[step]:
            side.append(words.roots[step])
    return side


_STOPS = frozenset(".!?;")
_NEXT = 4  # content words beside a reporting verb and its speaker of which the claim must have one
_MOST = 0.5  # share of a claim's content words that must stand there


def _widen(name: Name, passage: Passage) -> str:
    """A name with what "of", "for" and "and" join to it: "Federal Office for Nature"."""
    words = passage.words
    first, last = name.first, name.last
    while first >= 2 and words.keys[first - 1] in _JOINING and words.tokens[first - 2][0].isupper():
        first -= 2
        while first and words.tokens[first - 1][0].isupper():
            first -= 1
    while last + 2 < len(words) and words.keys[last + 1] in _JOINING and words.tokens[last + 2][0].isupper():
        last += 2
        while last + 1 < len(words) and words.tokens[last + 1][0].isupper():
            last += 1
    return words.quote(first, last)


def _denies_more(claim: Passage, evidence: Passage) -> bool:
    """Whether a claim has a denying word that its evidence lacks."""
    keys, known = claim.words.keys, evidence.words.key_set
    denying = (
        *claim.polarity.negators,
        *claim.polarity.opposed,
        *(i for at in claim.polarity.prefixed.values() for i in at),
    )
    return any(keys[i] not in known for i in denying)


_JOINING = frozenset(("of", "for", "and", "&", "de", "für", "von"))


def _replies(claim: Passage, inner: Saying, evidence: Passage, context: Context) -> bool:
    """Whether a claim tells of a denial in its own words, or names its evidence's speaker beside another."""
    key = claim.words.keys[inner.cue]
    verbs = {CUES.get(k) for k in evidence.words.key_set & _DENIALS}
    if key in _DENIALS and CUES[key] not in verbs:
        return True
    return any(
        s is not inner and s.name and other.name and is_same_actor(_join(s.name), _join(other.name), context)
        for s in claim.sayings
        for other in evidence.sayings
    )


_DENIALS = frozenset(list_words("deny denies denied admit admits admitted concede concedes conceded"))
_BESIDE = 8  # words around a speaker's name that say who it is


def _check_description(name: str, saying: Saying, evidence: Passage) -> Check | None:
    """The check on a speaker without a name, "the governor": another one only where the text has it apart."""
    described = split_words(name, evidence.words.language)
    wanted = {r for r, t in zip(described.roots, described.tokens, strict=True) if r and t.islower()}
    head = described.keys[-1]
    if head in PERSON_NOUNS and (owner := _find_owner(evidence, head)) is not None and not owner:
        return None  # "the actor's agent" is not the actor
    if not wanted and not any(t[0].isupper() for t in described.tokens):
        return leave_open("speaker", "the speaker is described in no word of its own")
    if not wanted or any(
        r and t[0].isupper() for r, t in zip(described.roots, described.tokens, strict=True)
    ):
        return None
    first, last = saying.speaker or (saying.cue, saying.cue)
    words = evidence.words
    # Beside the name, on its side of the verb: "told the judge" says who listens.
    if saying.cue >= last:
        beside = range(max(0, first - _BESIDE), saying.cue)
    else:
        ends = (*_LEADING_ON, ",") if words.keys[saying.cue] == "to" else _LEADING_ON
        stop = next((j for j in range(last + 1, len(words)) if words.keys[j] in ends), len(words))
        beside = range(saying.cue + 1, min(stop, last + _BESIDE + 1))
    head_root = next((r for r in reversed(described.roots) if r), "")
    if head_root in {words.roots[j] for j in beside}:
        return pass_check("speaker")
    if head_root not in words.root_set:
        return leave_open("speaker", "the speaker is described in other words")
    if saying.name and last < saying.cue:
        places = [j for j, r in enumerate(words.roots) if r == head_root]
        owned = head in PERSON_NOUNS and all(words.tokens[j].endswith(("’s", "'s")) for j in places)
        if owned or all(j > saying.cue for j in places):
            return None  # what is spoken of, or whom somebody else speaks for
    if wanted.isdisjoint(words.root_set):
        return leave_open("speaker", "the speaker is described in other words")
    return None


_LEADING_ON = frozenset(("of", "about", "to", "on", "in", "with", "against"))


def _is_described_apart(name: str, saying: Saying, evidence: Passage) -> bool:
    """Whether a description, "the mining firm", stands only in what a described speaker says or to whom."""
    words = evidence.words
    described = split_words(name, words.language)
    roots = [r for r in described.roots if r]
    if not roots or saying.speaker is None or any(t[0].isupper() for t in described.tokens):
        return False
    speaks = {words.roots[j] for j in range(saying.speaker[0], saying.speaker[1] + 1)} - {""}
    places = [j for j, r in enumerate(words.roots) if r == roots[-1]]
    # Only a clause that the verb opens: before the verb the same noun may be the speaker's.
    after = saying.speaker[1] if saying.speaker[0] > saying.cue else saying.cue
    return bool(speaks and places) and speaks.isdisjoint(roots) and all(j > after for j in places)


def _find_owner(evidence: Passage, head: str) -> bool | None:
    """Whether a noun stands not only as an owner, "the actor's agent"; None where it stands nowhere."""
    words = evidence.words
    places = [i for i, k in enumerate(words.keys) if k == head]
    if not places:
        return None
    return any(not words.tokens[i].endswith(("’s", "'s")) for i in places)


# Nouns for one person, who is not the body that somebody else speaks for.
PERSON_NOUNS = PERSON_TITLES | frozenset(
    list_words(
        """
        actor actress author singer player striker goalkeeper driver pilot owner tenant patient victim widow
        son daughter wife husband suspect defendant accused dancer artist writer farmer teacher student
        pupil nurse surgeon lawyer banker billionaire boxer swimmer runner skier composer conductor
        senator officer soldier sailor baker butcher pharmacist chemist engineer architect
        """
    )
)


def _join(name: Name) -> str:
    return " ".join(name.keys)


def is_same_actor(a: str, b: str, context: Context) -> bool:
    """Whether two names or descriptions mean one actor."""
    one, other = split_name(a), split_name(b)
    if is_same_name(one, other):
        return True
    if (
        is_short_for(one, other)
        or is_short_for(other, one)
        or is_one_body(*(tuple(n.split()) for n in (a, b)))
    ):
        return True
    if (countries := _find_countries(one)) and countries == _find_countries(other):
        return True
    for listed in context.cast.find_named(one):
        if any(is_same_name(one, k) or set(one) <= set(k) for k in listed) and any(
            is_same_name(other, k) or set(other) <= set(k) for k in listed
        ):
            return True
    # "the auditor, Jana Novak" holds the name
    return len(one) > 0 and (set(one) <= set(other) or set(other) <= set(one))


def _find_countries(keys: tuple[str, ...]) -> set[str]:
    """The countries that all words of a name stand for: "Kyiv" and "Ukraine" are one speaker."""
    found = [COUNTRIES.get(k) or SEATS.get(k) for k in keys]
    return {c for c in found if c} if all(found) else set()


def _find_outer_sayings(evidence: Passage) -> list[Saying]:
    """The sayings outside quotation marks; those inside, where there are no others."""
    opened = [q.start for q in evidence.quoted]
    reach = list(accumulate((q.end for q in evidence.quoted), max))  # of all that have been opened so far

    def is_quoted(at: int) -> bool:
        last = bisect_right(opened, at) - 1
        return last >= 0 and at < reach[last]

    outside = [s for s in evidence.sayings if not is_quoted(evidence.words.starts[s.cue])]
    return outside or evidence.sayings


def _pick_saying(claim: Passage, evidence: Passage) -> Saying | None:
    """Of the sayings in the evidence the one that the claim is about, by the words that follow or precede."""
    sayings = _find_outer_sayings(evidence)
    if len(sayings) <= 1:
        return sayings[0] if sayings else None
    roots, wanted = evidence.words.roots, claim.words.root_set
    bounds = [-1, *(s.cue for s in sayings), len(roots)]
    best, score = None, -1
    for i, saying in enumerate(sayings, 1):
        after = sum(1 for r in roots[bounds[i] + 1 : bounds[i + 1]] if r and r in wanted)
        before = sum(1 for r in roots[bounds[i - 1] + 1 : bounds[i]] if r and r in wanted)
        quoted_before = evidence.words.tokens[saying.cue - 1] in _AFTER_QUOTE if saying.cue else False
        value = before if quoted_before else after
        if value > score:
            best, score = saying, value
    return best


_AFTER_QUOTE = frozenset("”\"“’'»,")
