"""Whether a claim has somebody speak whom its evidence shows to be another party.

The statement of the evidence that a claim is about is found by what is said; then its speaker and the claim's
are compared. They differ where the claimed speaker plays another part there (speaks elsewhere, is told, is
spoken of), or where the article shows them to be two. Anything else is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.check.comparison.speaker_fit import (
    GENDERS,
    OPEN,
    OTHER,
    SAME,
    Claimed,
    fit_described,
    fit_speaker,
    is_anonymous,
    is_body,
    is_conveyed,
    is_person,
    may_speak_for,
    names_person,
    tell_party_gender,
)
from summarizer.check.comparison.strangers import are_apart, share_sort
from summarizer.check.comparison.support import measure_support
from summarizer.check.context import Context
from summarizer.check.lexicon.function_words import BE
from summarizer.check.lexicon.number_words import CARDINALS, FRACTIONS
from summarizer.check.lexicon.statement_words import (
    ANSWERS,
    ANY_PARTY,
    CUES,
    GENERAL,
    HAVE_LISTENER,
    HAVE_TARGET,
    HOLDING,
    MANIFOLD,
    NAMING,
)
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import is_title
from summarizer.check.lexicon.words import Words, find_root, split_words
from summarizer.check.passage.parties import Party, PhraseReader, read_party, read_subject
from summarizer.check.passage.passage import Passage
from summarizer.check.passage.statements import Statement, list_roots, read_target, split_sentences

_ENOUGH = 0.5  # share of what a claim says that a statement must have to be the one it is about
_MOST = 0.75  # and from which nothing else can be
_WIDER = 0.35  # likewise where it has the same verb
_MARGIN = 0.2  # by how much less another statement may have and still be it


class OtherSpeaker(NamedTuple):
    """The statement that a claim is about, and where in the claim its speaker stands, if it does."""

    statement: Statement
    found: tuple[int, int] | None


def find_other_speaker(claim: Passage, evidence: Passage, context: Context) -> OtherSpeaker | bool | None:
    """The statement whose speaker is another than the claim's; True where it is the same.

    False where it may be, None where no statement shows.

    >>> evidence = Passage("Officials at the zoo said the lynx was shy but urged dog owners to wait.", "en")
    >>> found = find_other_speaker(Passage("Dog owners said the lynx was shy.", "en"), evidence, Context())
    >>> evidence.words.quote(*found.statement.speaker[:2])
    'Officials at the zoo'
    """
    if context.crosslingual or not evidence.statements:
        return None
    claimed = list_claimed(claim, context)
    if not claimed:
        return None
    if not context.speaker and (turned := _find_turned(claim, evidence)) is not None:
        return turned
    verdicts = [_compare(c, claim, evidence, context) for c in claimed]
    other = next((v for v in verdicts if isinstance(v, OtherSpeaker)), None)
    if other is not None:
        return other
    return verdicts[0] if verdicts else None


def list_claimed(claim: Passage, context: Context) -> list[Claimed]:
    """Those whom a claim has speak: its author's speaker, else all whom it names as speaking."""
    if context.speaker:
        words = split_words(context.speaker, "en")
        if not len(words):
            return []
        party = read_party(words, 0, len(words) - 1)
        return [Claimed(party, words, claim.words.root_set - party.own)]
    found = []
    for index, statement in enumerate(claim.statements):
        if statement.speaker is None:
            continue
        party = statement.speaker
        above = claim.statements[statement.parent].speaker if statement.parent >= 0 else None
        if (
            party.pronoun in _THIRD
            and above is not None
            and not above.pronoun
            and not claim.is_quoted(party.first)
            and (tell_party_gender(claim.words, above) in (None, GENDERS.get(party.pronoun)))
        ):
            party = above  # "Ruiz said he remembered nothing"
        roots = list_roots(claim.words, statement)
        inside = [
            s
            for s in claim.statements
            if s.parent == index
            and s.speaker
            and (
                not s.speaker.pronoun
                or s.listener
                or _differ_in_gender(claim.words, s.speaker, statement.speaker)
            )
        ]
        found.append(
            Claimed(
                party,
                claim.words,
                roots - party.own,
                statement.verb,
                (party.first, party.last),
                statement.listener,
                statement.parent >= 0,
                bool(inside),
            )
        )
    return found


_THIRD = frozenset(("he", "she", "they", "it"))


def _compare(
    claimed: Claimed, claim: Passage, evidence: Passage, context: Context
) -> OtherSpeaker | bool | None:
    statements = evidence.statements
    if _is_by_rumour(claimed) and not _RUMOURED.isdisjoint(evidence.words.key_set):
        return True  # "according to reports" for "reportedly"
    if any(
        (_is_verdict(s, claimed, evidence.words) or _is_count(s, claim.words, evidence.words))
        and _fit(claimed, s, evidence, context) == SAME
        for s in statements
    ):
        return True
    near = _find_near(claimed, statements, evidence)
    if not near or _denies_more(claim, evidence):
        return None
    if claimed.verb in ANSWERS and not any(s.verb in ANSWERS for s in near):
        return None  # the claim tells of an answer
    if claimed.party.pronoun or not claimed.party.own:
        return _compare_listener(claimed, near, evidence, context)
    if claimed.inner and all(s.parent < 0 for s in near):
        outer = [c for c in list_claimed(claim, context) if c.outer and c.party != claimed.party]
        if any(c.party.pronoun or fit_speaker(c, near[0], evidence, context) == SAME for c in outer):
            return None  # it has told by word of mouth what they only say was done
    targets = _pick_level(claimed, near, statements)
    if context.speaker:
        # What “You never told me” says is whoever says it to speak of, not "you".
        targets = [t for t in targets if evidence.words.keys[t.cue] not in claim.words.key_set] or targets
    fits = [_fit(claimed, s, evidence, context) for s in targets]
    if max(fits) == SAME:
        if other := _find_passed_on(claimed, claim, near[0], evidence, context):
            return other
        top = targets[fits.index(SAME)]
        wanted, said = _list_wanted(claimed, statements), list_roots(evidence.words, top)
        # Nobody else says the rest of it: "called it too small".
        alone = len(near) == 1 and all(
            s is top or (wanted - said).isdisjoint(list_roots(evidence.words, s)) for s in statements
        )
        sure = alone or measure_support(wanted, said) >= _MOST
        return (
            True if sure and top is near[0] and top.parent < 0 and top.verb not in ANSWERS | HOLDING else None
        )
    if max(fits) == OPEN:
        first = near[0].speaker
        most = (
            measure_support(_list_wanted(claimed, statements), list_roots(evidence.words, near[0])) >= _MOST
        )
        through = (
            first and claimed.party.own & (first.wide - first.own) and is_body(claimed.words, claimed.party)
        )
        return False if (most and through) or (first and first.pronoun) else None
    if _answers(claimed, claim, near, evidence, context):
        return False
    target = targets[0]
    if not _is_other_party(claimed, targets, evidence, context):
        return None
    return OtherSpeaker(target, claimed.span)


def _is_by_rumour(claimed: Claimed) -> bool:
    """Whether a claim gives something as nobody's word in particular: "according to media reports"."""
    party = claimed.party
    keys = claimed.words.keys[party.first : party.last + 1]
    return bool(keys) and _RUMOUR_WORDS.issuperset(keys) and keys[-1] in _RUMOURS


_RUMOURS = frozenset(list_words("reports rumours rumors"))
_RUMOUR_WORDS = _RUMOURS | frozenset(list_words("media press news local some several recent unconfirmed"))
_RUMOURED = frozenset(list_words("reportedly allegedly rumoured rumored apparently supposedly purportedly"))


def _is_verdict(statement: Statement, claimed: Claimed, words: Words) -> bool:
    """Whether somebody calls something in the evidence what a claim says that it is: "calls it nonsense"."""
    if statement.verb not in _CALLING or statement.speaker is None or not statement.content:
        return False
    called = frozenset(words.roots[slice(*statement.content[0])]) - {""}
    return bool(called) and called <= claimed.roots


def _is_count(statement: Statement, claim: Words, words: Words) -> bool:
    """Whether somebody puts at a number what another has counted otherwise: "putting the figure at 12"."""
    if statement.verb != "estimate" or not statement.refers or statement.speaker is None:
        return False
    begin, end = statement.content[0] if statement.content else (0, 0)
    numerals = {
        k for k in words.keys[begin:end] if k[0].isdecimal() or k in CARDINALS["en"] or k in FRACTIONS
    }
    return bool(numerals) and numerals <= claim.key_set


_CALLING = frozenset(("call", "describe", "label", "brand", "dub"))


def _fit(claimed: Claimed, statement: Statement, evidence: Passage, context: Context) -> int:
    """Whether a claimed speaker can be whoever makes a statement; two sorts of people never are one."""
    fit = fit_speaker(claimed, statement, evidence, context)
    if (
        fit == OPEN
        and statement.speaker
        and are_apart(claimed.words, claimed.party, evidence.words, statement.speaker)
    ):
        return OTHER  # "prosecutors" and "his lawyer"
    return fit


def _find_passed_on(
    claimed: Claimed, claim: Passage, inner: Statement, evidence: Passage, context: Context
) -> OtherSpeaker | None:
    """What a claimed speaker only says that somebody else says: "the insurers tell us it was the rain"."""
    party = inner.speaker
    if inner.parent < 0 or inner.verb not in _TOLD or party is None or not party.own or claimed.outer:
        return None
    if party.own & claim.words.root_set or (is_body(evidence.words, party) and not party.name):
        return None
    passive = evidence.words.keys[inner.cue]
    if any(
        key == passive and not BE.isdisjoint(claim.words.keys[max(0, i - 2) : i])
        for i, key in enumerate(claim.words.keys)
    ):
        return None  # "I was told that": by whom is left out
    wanted = _list_wanted(claimed, evidence.statements)
    if measure_support(wanted, list_roots(evidence.words, inner)) < _MOST:
        return None
    outer = evidence.statements[inner.parent]
    if (
        fit_speaker(claimed, inner, evidence, context) != OTHER
        or outer.speaker is None
        or is_conveyed(claimed)
    ):
        return None
    if fit_speaker(claimed, outer, evidence, context) != SAME or _told_by_paper(evidence.words, party):
        return None
    return OtherSpeaker(inner, claimed.span)


def _told_by_paper(words: Words, party: Party) -> bool:
    """Whether a paper or figures say so, on which whoever cites them relies."""
    return is_conveyed(Claimed(party, words, frozenset()))


_TOLD = frozenset(("say", "tell", "claim", "insist", "allege", "argue", "believe", "assure"))


def _find_turned(claim: Passage, evidence: Passage) -> OtherSpeaker | None:
    """A statement of which a claim has exchanged who speaks and whom the verb is about: "blamed", "told"."""
    for mine in claim.statements:
        target = read_target(claim.words, mine) if mine.speaker and mine.speaker.own else None
        if mine.speaker is None or target is None or not target.own:
            continue
        for theirs in evidence.statements:
            if theirs.verb != mine.verb or theirs.speaker is None:
                continue
            other = read_target(evidence.words, theirs)
            outer = evidence.statements[theirs.parent].speaker if theirs.parent >= 0 else None
            if other is not None and other.pronoun in _OBJECTS and outer is not None and not outer.pronoun:
                other = outer  # "Ruiz said his coach had told him …"
            if (
                other is not None
                and mine.speaker.own & other.own
                and target.own & theirs.speaker.own
                and not mine.speaker.own & theirs.speaker.own
            ):
                return OtherSpeaker(theirs, (mine.speaker.first, mine.speaker.last))
            if (
                target.own & theirs.speaker.own
                and not mine.speaker.own & theirs.speaker.wide
                and theirs.verb in HAVE_LISTENER
                and not any(s.listener and s.listener.own & target.own for s in evidence.statements)
                and _says_most(claim.words, mine, evidence.words, theirs)
            ):
                return OtherSpeaker(theirs, (mine.speaker.first, mine.speaker.last))  # they told "staff"
    return None


def _says_most(words: Words, mine: Statement, others: Words, theirs: Statement) -> bool:
    """Whether a statement of the evidence has most of what a claim's says, whoever is told."""
    wanted = list_roots(words, mine._replace(listener=None))
    return len(wanted) >= _FEW and measure_support(wanted, list_roots(others, theirs)) >= _MOST


def is_who_was_told(claim: Passage, evidence: Passage) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Whom a claim has tell something, and the passage where they were told it by nobody named.

    >>> evidence = Passage("The clerk, who had complained, was told to keep quiet.", "en")
    >>> is_who_was_told(Passage("The clerk told her boss to keep quiet.", "en"), evidence)
    ((0, 1), (7, 8))
    """
    words = evidence.words
    if _WAS.isdisjoint(words.key_set) or _TOLD_FORMS.isdisjoint(words.key_set):
        return None
    for mine in claim.statements:
        speaker = mine.speaker
        if mine.verb not in HAVE_LISTENER or speaker is None or not speaker.own or mine.parent >= 0:
            continue
        said = {claim.words.roots[j] for a, b in mine.content for j in range(a, b)} - {""}
        for i in range(2, len(words)):
            if words.keys[i - 1] not in _WAS or CUES.get(words.keys[i]) != mine.verb:
                continue
            if "by" in words.keys[i : i + _AGENT]:
                continue
            end = next((j for j in range(i, len(words)) if words.keys[j] in ".;!?"), len(words))
            told = said.intersection(words.roots[i + 1 : end])
            subject = _find_told(words, i - 1)
            if subject and subject.own & speaker.own and said and len(told) >= _ENOUGH * len(said):
                return (speaker.first, speaker.last), (i - 1, i)
    return None


_AGENT = 5  # words from a passive to whose act it is
_WAS = frozenset(("was", "were", "been", "is", "are"))
_TOLD_FORMS = frozenset(form for form, verb in CUES.items() if verb in HAVE_LISTENER)


def _find_told(words: Words, at: int) -> Party | None:
    """The subject of a passive: right before it, or that of its sentence."""
    begin = next((j + 1 for j in range(at - 1, -1, -1) if words.keys[j] in ".;!?"), 0)
    if words.keys[begin : begin + 1] == ["it"] and "that" in words.keys[begin:at]:
        begin = words.keys.index("that", begin) + 1  # "it is understood that the clerk …"
    near = PhraseReader(words).read_left(at - 1, begin)
    return near if near is not None and not near.pronoun else read_subject(words, begin, at)


_OBJECTS = frozenset(("him", "her", "them"))


def _compare_listener(
    claimed: Claimed, near: Sequence[Statement], evidence: Passage, context: Context
) -> OtherSpeaker | None:
    """Whom a claim has told may be whoever speaks: "he told his grandmother" for "she told him"."""
    if claimed.listener is None or not claimed.listener.own:
        return None
    told = claimed._replace(party=claimed.listener)
    target = near[0]
    if (
        target.speaker is None
        or target.speaker.pronoun
        or fit_speaker(told, target, evidence, context) != SAME
    ):
        return None
    return OtherSpeaker(target, claimed.span)


def _find_near(claimed: Claimed, statements: Sequence[Statement], evidence: Passage) -> list[Statement]:
    """The statements that a claim may be about, the nearest first, an inner one before its outer."""
    if not claimed.roots:
        return []
    wanted = _list_wanted(claimed, statements)
    scored = []
    for statement, roots in zip(statements, evidence.told, strict=True):
        speaker = statement.speaker
        if (
            speaker is None
            or not (speaker.own or speaker.pronoun)
            or not _is_comparable(claimed.verb, statement)
            or (claimed.verb != "ask" and _is_question(evidence.words, statement))
        ):
            continue
        hits = len(wanted & roots)
        alike = claimed.verb in ("", statement.verb) or {claimed.verb, statement.verb} <= GENERAL
        few = len(wanted) == 1 and alike
        if (
            claimed.verb == statement.verb
            and statement.verb in NAMING
            and _has_words(wanted, claimed, statement, evidence)
        ):
            scored.append((-1.0, 0, statement))
        elif hits > 1 or (hits and (few or _is_listener(claimed, statement))):
            size = sum(b - a for a, b in statement.content)
            scored.append((-measure_support(wanted, roots), size, statement))
    scored.sort(key=lambda entry: entry[:2])
    if not scored or -scored[0][0] < _ENOUGH:
        return []
    best = -scored[0][0]
    return [s for share, _, s in scored if -share >= best - _find_margin(claimed.verb, s)]


def _is_question(words: Words, statement: Statement) -> bool:
    """Whether somebody only asks whether or how something is so, which is no word of theirs."""
    if statement.verb != "ask" or not statement.content:
        return False
    begin, end = statement.content[0]
    return words.keys[begin] in _QUESTIONS or "?" in words.keys[begin:end]


_QUESTIONS = frozenset(list_words("whether if how why what when where who which about"))


def _has_words(wanted: frozenset[str], claimed: Claimed, statement: Statement, evidence: Passage) -> bool:
    """Whether a claim has the words that name or blame something: "a step the maker called “cautious”"."""
    behind = {
        evidence.words.roots[j] for a, b in statement.content for j in range(a, b) if j > statement.cue
    } - {""}
    named = behind - claimed.party.wide
    return bool(named) and len(named & wanted) >= _NAMED * len(named)


_NAMED = 0.6  # share of such words


def _differ_in_gender(words: Words, inner: Party, outer: Party) -> bool:
    """Whether a pronoun cannot mean whoever a statement around it is by: "Her father said she feared …"."""
    genders = GENDERS.get(inner.pronoun), tell_party_gender(words, outer)
    return None not in genders and genders[0] != genders[1]


def _list_wanted(claimed: Claimed, statements: Sequence[Statement]) -> frozenset[str]:
    """What a claim has somebody say, without the names of those who speak in the evidence."""
    apart = frozenset().union(*(s.speaker.wide for s in statements if s.speaker))
    return (claimed.roots - apart) or claimed.roots


def _is_listener(claimed: Claimed, statement: Statement) -> bool:
    return statement.listener is not None and bool(claimed.party.own & statement.listener.own)


def _find_margin(verb: str, statement: Statement) -> float:
    return _WIDER if statement.verb == verb and verb not in GENERAL else _MARGIN


def _is_comparable(verb: str, statement: Statement) -> bool:
    """Whether the verbs of two statements let one stand for the other."""
    if statement.verb in ANSWERS and verb not in ANSWERS:
        return False  # what is denied is no word of whoever denies it
    if statement.verb in HOLDING:
        return verb in HOLDING
    return verb not in MANIFOLD or statement.verb == verb


def _pick_level(
    claimed: Claimed, near: Sequence[Statement], statements: Sequence[Statement]
) -> list[Statement]:
    """Of the statements around one matter those on the claim's level; with one level either will do."""
    if claimed.outer:
        around = [s for s in near if any(o.parent == statements.index(s) for o in statements)]
        around += [statements[s.parent] for s in near if s.parent >= 0]
        return around or list(near)
    if claimed.inner:
        return [s for s in near if s.parent >= 0] or list(near)
    found = list(near)
    for statement in near:
        outer = statement.parent
        while outer >= 0:
            if statements[outer] not in found:
                found.append(statements[outer])
            outer = statements[outer].parent
    return found


def _has_figure(claim: Passage, evidence: Passage, statement: Statement) -> bool:
    """Whether a claim has a figure of a statement, and so is not what others put it at."""
    figures = {number.value for number in claim.numbers}
    return any(number.value in figures and statement.holds(number.first) for number in evidence.numbers)


def _answers(
    claimed: Claimed, claim: Passage, near: Sequence[Statement], evidence: Passage, context: Context
) -> bool:
    """Whether a claimed speaker says something in the evidence about what stands elsewhere: "denied it"."""
    for statement in evidence.statements:
        if statement in near or statement.speaker is None or statement.speaker.pronoun:
            continue
        if claimed.verb != "ask" and _is_question(evidence.words, statement):
            continue
        if fit_speaker(claimed, statement, evidence, context) != SAME:
            continue
        roots = list_roots(evidence.words, statement._replace(listener=None))
        more = roots - list_roots(evidence.words, near[0])
        told = more & claimed.roots
        if more and (len(told) >= _ENOUGH * len(roots) or any(root[0].isdecimal() for root in told)):
            return True  # "…; the union says there were eight": of what the other speaks of
        if (
            statement.verb == claimed.verb
            and claimed.verb not in GENERAL
            and not roots.isdisjoint(claimed.roots)
        ):
            return True  # "…, but Sorel concedes there is no money for one"
        said = {evidence.words.keys[j] for a, b in statement.content for j in range(a, b)}
        if len(roots) < _FEW and not said.isdisjoint(_ALIKE):
            return True  # "…; Rao blamed both"
        if (
            statement.refers
            and statement.parent < 0
            and not (statement.verb == "estimate" and _has_figure(claim, evidence, near[0]))
            and (statement.verb not in ANSWERS | HAVE_TARGET or claimed.verb in ANSWERS)
        ):
            return True
    return False


def _denies_more(claim: Passage, evidence: Passage) -> bool:
    """Whether a claim has a denying word that its evidence lacks."""
    keys, known = claim.words.keys, evidence.words.key_set
    if "none" in known:
        known |= {"no"}
    denying = (*claim.polarity.negators, *(i for at in claim.polarity.prefixed.values() for i in at))
    roots, others = claim.words.roots, evidence.words.root_set
    return any(keys[i] not in known and roots[i] not in others for i in denying) or (
        not _DENYING.isdisjoint(claim.words.key_set - known)
        and any(
            k in _DENYING and k not in known and r not in others for k, r in zip(keys, roots, strict=True)
        )
    )


_DENYING = frozenset(
    list_words("not no never false untrue wrong deny denied denies denying nothing nobody none")
)
_ALIKE = frozenset(("both", "neither", "so", "likewise"))
_FEW = 2  # content words of a statement below which such a word is what it says


# --- other parties ------------------------------------------------------------------------------------------


def _is_other_party(
    claimed: Claimed, targets: Sequence[Statement], evidence: Passage, context: Context
) -> bool:
    """Whether a claimed speaker has another part in the evidence, or stands in the article apart from it."""
    party, words = targets[0].speaker, evidence.words
    if party is None:
        return False
    places: list[int] = []
    for heads in (_find_heads(claimed), claimed.party.own):
        places = places or [
            i
            for i, root in enumerate(words.roots)
            if root in heads
            and not any(
                s.speaker and s.speaker.first <= i <= s.speaker.last and s.speaker.own & heads
                for s in targets
            )
        ]
    if not places:
        return (
            is_anonymous(party)
            or any(_is_apart_in_article(claimed, t, evidence, context) for t in targets)
            or all(
                _is_other_sort(claimed, t, evidence)
                for t in [t for t in targets if t.parent < 0] or targets
                if t.speaker is None or not _told_by_paper(words, t.speaker)
            )
        )
    if not is_body(claimed.words, claimed.party) or not may_speak_for(words, party):
        return True
    if _has_other_office(claimed, party, words):
        return True
    if any(
        s.listener and s.listener.own & heads_of and s.speaker and (s.speaker.pronoun or s.speaker == party)
        for heads_of in (_find_heads(claimed),)
        for s in evidence.statements
        if s not in targets
    ):
        return True  # "told the panel that she had asked the agency": it is another
    # A body may speak through a person whose office is told elsewhere, unless it has a part of its own.
    parties = [p for s in evidence.statements for p in (s.listener, s.speaker) if p]
    return any(p.first <= i <= p.last for p in parties for i in places) and not any(
        s.holds(i) for s in targets for i in places
    )


def _is_other_sort(claimed: Claimed, target: Statement, evidence: Passage) -> bool:
    """Whether a party without a name is told apart by its noun: "supermarkets say" for "growers say".

    A noun that fits very many parties needs a word beside it that tells which is meant, as does the other's.
    """
    mine, party, words = claimed.party, target.speaker, evidence.words
    if party is None or party.pronoun or mine.name or not party.own or not mine.own:
        return False
    if mine.wide & party.own or mine.own & party.wide or share_sort(claimed.words, mine, words, party):
        return False
    marks = mine.wide - mine.own - party.wide
    theirs = party.wide - party.own - mine.wide
    described = [
        words.keys[i]
        for i in range(party.first, party.last + 1)
        if words.roots[i] in party.own and (words.tokens[i][0].islower() or is_title(words.keys[i]))
    ]
    if party.name and not described and _HEADING.isdisjoint(words.keys[party.first : party.last + 1]):
        if (
            not _find_heads(claimed).isdisjoint(_STATE_ROOTS)
            and is_body(words, party)
            and not mine.wide & party.wide
        ):
            return (
                measure_support(claimed.roots - mine.wide, list_roots(words, target)) >= _MOST
            )  # no minister speaks for Eurostat
        return False  # "Saskia Verhoef announced": what she is stands elsewhere
    if (mine.own & ANY_PARTY and not marks) or (not party.name and party.own & ANY_PARTY and not theirs):
        return False
    if mine.own & ANY_PARTY and party.own & ANY_PARTY and marks & party.wide:
        return False
    wanted = claimed.roots - mine.wide - party.wide
    return measure_support(wanted, list_roots(words, target)) >= _MOST


# What somebody does for a living: "Ada Holm, who heads the ferry company".
_HEADING = frozenset(
    list_words("heads leads runs chairs owns represents directs edits coaches manages headed ran chaired")
)


def _has_other_office(claimed: Claimed, party: Party, words: Words) -> bool:
    """Whether whoever speaks has an office that is told there, of another body: "Economy Minister Ruiz"."""
    keys = words.keys
    at = next((i for i in range(party.first, party.last + 1) if keys[i] in _STATE_OFFICES), None)
    return (
        at is not None
        and at > party.first
        and bool(words.roots[at - 1])
        and words.tokens[at - 1][0].isupper()
        and not claimed.party.wide & party.wide
    )


_STATE_OFFICES = frozenset(list_words("minister senator congressman congresswoman mayor governor ambassador"))
_STATE_ROOTS = frozenset(find_root(key, "en") for key in (*_STATE_OFFICES, "premier", "chancellor"))


def _find_heads(claimed: Claimed) -> frozenset[str]:
    """The roots that stand for a claimed speaker: of a name its last word, else of the noun."""
    party, words = claimed.party, claimed.words
    if party.name:
        last = party.name[-1]
        return (
            frozenset(r for k, r in zip(words.keys, words.roots, strict=True) if k == last and r) or party.own
        )
    return party.own


def _is_apart_in_article(claimed: Claimed, target: Statement, evidence: Passage, context: Context) -> bool:
    party = target.speaker
    if party is None or context.whole is None:
        return False
    if party.pronoun or fit_described(claimed, party, evidence, context) == OTHER:
        return not _find_heads(claimed).isdisjoint(context.whole.words.root_set)
    mine = claimed.party.name
    if not mine or not party.name or not names_person(claimed.party, context):
        return False
    bodies = is_body(claimed.words, claimed.party) or is_body(evidence.words, party)
    return not bodies and is_person(evidence.words, party)


def find_spoken_of(
    claim: Passage, evidence: Passage, context: Context
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Whom a claim has speak, though the quotation that it rests on only speaks of them.

    >>> evidence = Passage("“I rang the coastguard at four. The coastguard came at six.”", "en")
    >>> find_spoken_of(Passage("The coastguard said it came at six.", "en"), evidence, Context())
    ((0, 1), (4, 4))
    """
    words = evidence.words
    if context.speaker or _ME.isdisjoint(words.key_set) or not _is_quotation(evidence, context):
        return None
    for statement in claim.statements:
        speaker = statement.speaker
        if speaker is None or not speaker.own or statement.parent >= 0:
            continue
        if any(s.speaker and s.speaker.own & speaker.own for s in evidence.statements):
            return None
        heads = _find_heads(Claimed(speaker, claim.words, frozenset()))
        places = [i for i, root in enumerate(words.roots) if root in heads]
        outside = [i for i in places if evidence.quoted and not evidence.is_quoted(i)]
        if (
            places
            and not outside
            and all(_ME_AS.isdisjoint(words.keys[max(0, i - _BESIDE) : i]) for i in places)
        ):
            return (speaker.first, speaker.last), (places[0], places[0])
    return None


def is_answered(claim: Passage, evidence: Passage, context: Context, at: int) -> bool:
    """Whether a denial at a word only answers whoever a claim has speak: "he rejected her claim that".

    >>> evidence = Passage("The mayor rejected the union's claim that the pit was shut.", "en")
    >>> is_answered(Passage("The union claimed that the pit was shut.", "en"), evidence, Context(), 2)
    True
    """
    statements = evidence.statements
    index = next((i for i, s in enumerate(statements) if s.cue == at and s.verb in ANSWERS - {"deny"}), None)
    if index is None:
        return False
    inner = [s.speaker.own for s in statements if s.parent == index and s.speaker]
    speaker = statements[index].speaker
    outer = speaker.own if speaker else frozenset()
    return any(
        c.verb not in ANSWERS
        and not c.inner
        and not any(claim.words.roots[: c.span[0] if c.span else 0])  # not "he accepted her claim that"
        and any(len(c.party.own & own) > len(c.party.own & outer) for own in inner)
        for c in list_claimed(claim, context)
    )


class Contradicted(NamedTuple):
    """Somebody whom a passage contradicts, where it names them, and whether a claim has them say the same."""

    found: tuple[int, int]
    expected: tuple[int, int]
    same: bool


def find_contradicted(claim: Passage, evidence: Passage, context: Context) -> Contradicted | None:
    """Whom a claim has say what the article says contrary to them, or the reverse of it, as they do.

    >>> evidence = Passage("Contrary to rumours online, the old notes remain valid.", "en")
    >>> find_contradicted(Passage("Rumours said the old notes remain valid.", "en"), evidence, Context())
    Contradicted(found=(0, 0), expected=(0, 3), same=True)
    """
    words = evidence.words
    if "contrary" not in words.key_set or context.speaker or context.crosslingual:
        return None
    at = words.keys.index("contrary")
    begin, end = next((a, b) for a, b in split_sentences(words, evidence.quoted) if a <= at < b)
    stop = next((j for j in range(at, end) if words.keys[j] in (",", ".")), end)
    doubted = frozenset(words.roots[at + 1 : stop]) - {""}
    rest = frozenset((*words.roots[begin:at], *words.roots[stop:end])) - {""}
    for claimed in list_claimed(claim, context):
        own = claimed.party.own
        if (
            claimed.span
            and own & doubted
            and claim.words.keys[max(0, claimed.span[0] - 1)] != "as"
            and measure_support(claimed.roots - doubted, rest) >= _MOST
        ):
            shared = claimed.roots & rest
            same = all(_is_denied(claim, r) == _is_denied(evidence, r) for r in shared)
            return Contradicted(claimed.span, (at, stop - 1), same)
    return None


def _is_denied(passage: Passage, root: str) -> bool:
    """Whether a passage denies a word where it stands first."""
    return bool(passage.polarity.denied[passage.polarity.places[root][0]] % 2)


def _is_quotation(evidence: Passage, context: Context) -> bool:
    """Whether all of the evidence stands in quotation marks, there or in the article."""
    if evidence.quoted:
        return sum(q.end - q.start for q in evidence.quoted) >= _ALL * len(evidence.text.strip())
    if context.whole is None:
        return False
    at = context.whole.text.find(evidence.text)
    return at >= 0 and any(q.start <= at and at + len(evidence.text) <= q.end for q in context.whole.quoted)


_ALL = 0.9  # share of a passage in quotation marks, from which it is a quotation
_BESIDE = 2  # words before a noun in which "we" or "as" may say that it is who speaks
_ME = frozenset(list_words("i me my mine i'm i've i'd i'll we us our we're we've we'd we'll"))
_ME_AS = frozenset(list_words("as am i'm was we are were we're us our"))


def may_speak_there(claim: Passage, evidence: Passage, context: Context) -> bool:
    """Whether whoever a claim has speak makes a statement in its evidence, or conveys what others say.

    So it may where the claim has no word of its evidence but a name.
    A speaker beside a claim must have nothing of it said by anybody there, to be left open.
    """
    claimed = list_claimed(claim, context)[:1]
    if not context.speaker and claimed and claimed[0].roots.isdisjoint(evidence.words.root_set):
        return True  # "Dorsey acknowledged defeat": nothing there is said in such words
    if context.speaker and any(
        not c.roots.isdisjoint(list_roots(evidence.words, s)) for c in claimed for s in evidence.statements
    ):
        return False
    return any(
        is_conveyed(c)
        or any(
            s.speaker and not s.speaker.pronoun and fit_speaker(c, s, evidence, context) == SAME
            for s in evidence.statements
            if c.verb == "ask" or not _is_question(evidence.words, s)
        )
        for c in claimed
    )


def find_established(claim: Passage, evidence: Passage) -> tuple[tuple[int, int], Statement] | None:
    """What a claim gives as settled, where its evidence has somebody say so: "it has been proved that".

    The words of the claim that say it is settled, and the statement.

    >>> evidence = Passage("Prosecutors believe the clerk forged both letters.", "en")
    >>> claim = Passage("It is beyond dispute that the clerk forged both letters.", "en")
    >>> found = find_established(claim, evidence)
    >>> found[0], found[1].verb
    ((2, 3), 'believe')
    """
    words = claim.words
    if _OPENING.isdisjoint(words.key_set):
        return None
    settled = next((at for i in range(len(words)) if (at := _read_settling(words, i)) is not None), None)
    if settled is None or not _SETTLED.isdisjoint(evidence.words.root_set):
        return None
    roots = words.root_set - {words.roots[i] for i in range(settled[0], settled[1] + 1)}
    nobody = Party(0, 0, frozenset(), frozenset())
    near = _find_near(Claimed(nobody, words, roots), evidence.statements, evidence)
    if not near or any(s.verb in _SETTLING for s in evidence.statements):
        return None
    return settled, near[0]


def _read_settling(words: Words, i: int) -> tuple[int, int] | None:
    """Words at an index that give something as settled: "proved that", "beyond doubt", "undeniable"."""
    keys = words.keys
    if keys[i] in _PROVING and keys[i + 1 : i + 2] == ["that"]:
        return i, i
    if keys[i] == "beyond" and keys[i + 1 : i + 2] and keys[i + 1] in ("dispute", "doubt", "question"):
        return i, i + 1
    return (i, i) if keys[i] in _UNDENIED else None


_PROVING = frozenset(
    list_words("proved proven proves prove established verified verify demonstrated ascertained corroborated")
)
_UNDENIED = frozenset(
    list_words("indisputable undisputed undeniable indisputably undeniably unquestionably incontestable")
)
_OPENING = _PROVING | _UNDENIED | {"beyond"}
_SETTLED = frozenset(find_root(key, "en") for key in (*_PROVING, *_UNDENIED, "proof", "dispute"))
_SETTLING = frozenset(("show", "find", "confirm", "rule", "conclude"))
