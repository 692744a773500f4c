"""The checks on one claim and the passage it rests on: pure, no article needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarizer.check.cast_index import CastIndex
from summarizer.check.comparison.acts import find_turned_act
from summarizer.check.comparison.alignment import (
    Gap,
    align_roots,
    align_words,
    find_dropped_head,
    find_dropped_particle,
    find_exchanged_opposite,
    find_exchanged_unit,
    find_exchanged_word,
    find_inserted_negation,
    find_swapped_words,
    has_moved,
)
from summarizer.check.comparison.attribution import check_attribution, check_speaker
from summarizer.check.comparison.avowals import find_turned_avowal
from summarizer.check.comparison.brought_forward import find_brought_forward, find_held_back
from summarizer.check.comparison.changes import find_turned_change
from summarizer.check.comparison.contrast import (
    agrees_by_contrast,
    agrees_by_ellipsis,
    find_turned_contrast,
    find_turned_ellipsis,
    find_turned_refusal,
    tells_chosen,
)
from summarizer.check.comparison.hearsay import HEARERS, find_asked, find_hearsay, find_passed_on
from summarizer.check.comparison.hedges import compare_hedges, find_left_out, find_taken_over, is_plain
from summarizer.check.comparison.names import compare_names, find_exchanged, find_other_kin, find_other_office
from summarizer.check.comparison.namesakes import find_namesake, find_owner
from summarizer.check.comparison.numbers import Difference, compare_numbers, is_put_otherwise
from summarizer.check.comparison.order import find_turned_order
from summarizer.check.comparison.other_speaker import find_contradicted, is_answered
from summarizer.check.comparison.patients import compare_patients
from summarizer.check.comparison.periods import find_other_period
from summarizer.check.comparison.polarity import (
    calls_false,
    compare_negation,
    compare_opposites,
    may_be_turned,
)
from summarizer.check.comparison.quantities import compare_quantities
from summarizer.check.comparison.quotation import has_verbatim
from summarizer.check.comparison.roles import find_turned
from summarizer.check.comparison.said_otherwise import is_rest
from summarizer.check.comparison.support import find_elsewhere, judge_support
from summarizer.check.comparison.transfers import find_turned_transfer, is_same_transfer
from summarizer.check.comparison.turned_verbs import (
    find_denied_harm,
    find_denied_verb,
    find_opposite_verb,
    find_turned_way,
)
from summarizer.check.context import OTHER_LANGUAGE, Context, read_date
from summarizer.check.lexicon.function_words import FUNCTION_WORDS
from summarizer.check.lexicon.hedge_words import DISTANT, PROOFS
from summarizer.check.lexicon.polarity_words import ONLY_WITH_CLAIMS, PREDICATES
from summarizer.check.lexicon.senses import is_thing
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, split_words
from summarizer.check.passage.passage import Passage
from summarizer.check.passage.polarity import Turn
from summarizer.check.passage.statements import split_sentences
from summarizer.check.report import differ, leave_open, pass_check
from summarizer.drafts import Mention
from summarizer.language import guess_language
from summarizer.records import Attribution, Check, Outcome


def check_claim(
    claim: str,
    evidence: str,
    *,
    speaker: str | None = None,
    attribution: Attribution | None = None,
    hedges: Sequence[str] = (),
    actors: Sequence[Mention] = (),
    date: str | None = None,
    article: str | None = None,
    language: str | None = None,
) -> tuple[Check, ...]:
    """Test a claim against the passage it rests on, without an article around.

    Args:
        claim: the claim as one sentence, with or without its attribution ("Peskov said that …").
        evidence: the verbatim passage.
        speaker: who is said to make the claim, if somebody is.
        attribution: NARRATOR where the claim is given as the article's own voice.
        hedges: reservations that the claim carries beside its text ("reportedly").
        actors: actors with aliases and roles, so that one name stands for another.
        date: the article's date, ISO 8601.
        article: the whole article's text, where names may stand outside the passage.
        language: of the evidence; guessed where not given.

    Returns:
        One check for each test, in a fixed order. `article_span` counts from the start of `evidence`.

    >>> [c.message for c in check_claim("8 million fled.", "More than 6 million people fled.") if c.expected]
    ['the article has “More than 6 million”, the claim “8 million”']
    """
    of_evidence = language or _guess(evidence) or _guess(f"{evidence} {claim}") or "en"
    item, passage = Passage(claim, of_evidence), _read_passage(evidence, of_evidence)
    if not _shares_words(item.words, passage.words):
        item = Passage(claim, _guess(claim) or of_evidence)
    context = Context(
        speaker=speaker or None,
        attribution=attribution,
        hedges=tuple(hedges),
        today=read_date(date),
        cast=CastIndex(actors),
        whole=_read_article(article, of_evidence) if article else None,
        crosslingual=item.language != of_evidence,
    )
    return compare_passages(item, passage, context)


def _shares_words(claim: Words, evidence: Words) -> bool:
    """Whether a claim has half of its words from its evidence, and so is in the same language."""
    return 2 * len(claim.key_set & evidence.key_set) >= len(claim.key_set)


@lru_cache(maxsize=1 << 12)
def _guess(text: str) -> str | None:
    """The language of a text; of a short one by its function words, where one language has clearly most."""
    found = guess_language(text)
    if found:
        return found
    counts = dict.fromkeys(_LANGUAGES, 0)
    for key in split_words(text).keys:
        for language in _SPOKEN.get(key, ()):
            counts[language] += 1
    second, most = sorted(counts.values())[-2:]
    return max(counts, key=counts.__getitem__) if most >= 2 and most >= second + 2 else None


_LANGUAGES = [language for language in FUNCTION_WORDS if language]
_SPOKEN = {  # function word -> the languages that have it
    word: [language for language in _LANGUAGES if word in FUNCTION_WORDS[language]]
    for word in frozenset[str]().union(*FUNCTION_WORDS.values())
}


@lru_cache(maxsize=1 << 11)
def _read_passage(text: str, language: str) -> Passage:
    """A passage that several claims rest on is read once."""
    return Passage(text, language)


@lru_cache(maxsize=16)
def _read_article(text: str, language: str) -> Passage:
    """Likewise the article around several claims, of which fewer are kept: they are long."""
    return Passage(text, language)


def compare_passages(claim: Passage, evidence: Passage, context: Context) -> tuple[Check, ...]:
    """All checks on a claim and its evidence, in a fixed order."""
    if context.speaker and not any(map(str.isalnum, context.speaker)):
        context = context._replace(speaker=None)  # "—" names nobody
    support = judge_support(claim, evidence, context)
    speaker = check_speaker(claim, evidence, context)
    if support.outcome is Outcome.DIFFERS:
        # Compared with a passage about something else, the rest would only repeat that.
        return speaker, support
    plain = None if context.crosslingual else align_words(claim.words, evidence.words)
    aligned = plain if plain is not None or context.crosslingual else _align_statements(claim, evidence)
    gaps = aligned or ()
    negation, antonym = _check_polarity(claim, evidence, context, gaps)
    number = _check_numbers(claim, evidence, context)
    if number.outcome is Outcome.UNKNOWN and number.item_span:
        carried = support.outcome is not Outcome.UNKNOWN
        elsewhere = find_elsewhere(claim, evidence, context, number.item_span, carried=carried)
        if elsewhere is not None:
            return speaker, elsewhere
    name = _check_names(claim, evidence, context, gaps)
    if (
        gaps
        and number.outcome is not Outcome.DIFFERS
        and (unit := find_exchanged_unit(gaps, claim.words, evidence.words))
    ):
        number = _differ_in_word("number", claim, evidence, unit, "")
    if number.outcome is not Outcome.DIFFERS and (other := find_other_period(claim.words, evidence.words)):
        number = _differ_in_word("number", claim, evidence, other, "")
    swapped = _find_swapped(claim, evidence, plain, gaps, crosslingual=context.crosslingual)
    if swapped and claim.words.keys[swapped[0]][0].isdecimal():
        number = _differ_in_word("number", claim, evidence, swapped, "they have changed places")
    elif swapped:
        check = _differ_in_word("name", claim, evidence, swapped, "they have changed places")
        if any(s.speaker and s.speaker[0] <= swapped[0] <= s.speaker[1] for s in claim.sayings):
            speaker = check.model_copy(update={"name": "speaker"})
        else:
            name = check
    if antonym.outcome is Outcome.DIFFERS and (sort := _name_opposite(antonym)) != "antonym":
        # A season or a sex is no opposite to a reader, but the wrong time or the wrong person.
        message = antonym.message.removesuffix(": the opposite")
        renamed = antonym.model_copy(update={"name": sort, "message": message})
        number, name = (renamed, name) if sort == "number" else (number, renamed)
        antonym = pass_check("antonym")
    if (
        aligned is not None
        and name.outcome is not Outcome.DIFFERS
        and (dropped := find_dropped_head(gaps, claim.words, evidence.words))
    ):
        name = _differ_in_word("name", claim, evidence, dropped, "it is left out whose or which")
    hedge = _check_hedges(claim, evidence, context, gaps)
    if Outcome.DIFFERS not in [c.outcome for c in (number, name, negation, antonym, hedge)]:
        same = len(claim.polarity.negators) == len(evidence.polarity.negators)
        if aligned is None and same and not context.crosslingual:
            gaps = align_roots(claim.words, evidence.words) or ()
        exchanged = find_exchanged_word(gaps, claim.words, evidence.words)
        if exchanged and (exchanged.opposite or not is_thing(claim.words.keys[exchanged.found])):
            at = exchanged.found, exchanged.expected
            antonym = _differ_in_word("antonym", claim, evidence, at, "the opposite" * exchanged.opposite)
        elif exchanged:
            at = exchanged.found, exchanged.expected
            name = _differ_in_word("name", claim, evidence, at, "something else")
    return (
        speaker,
        support,
        number,
        name,
        negation,
        antonym,
        hedge,
        check_attribution(claim, evidence, context),
        _check_quotation(claim, evidence),
    )


def _find_swapped(
    claim: Passage, evidence: Passage, plain: list[Gap] | None, gaps: Sequence[Gap], *, crosslingual: bool
) -> tuple[int, int] | None:
    """Two things of a claim that have changed places: indexes of the first and of what it stands for."""
    swapped: tuple[int, int] | None = find_swapped_words(gaps, claim.words, evidence.words) if gaps else None
    if (
        swapped is None
        and not crosslingual
        and (plain is None or has_moved(plain, claim.words, evidence.words))
    ):
        swapped = find_turned(claim.words, evidence.words)
    if swapped and is_same_transfer(claim.words, evidence.words):
        return None  # "lost three points to Ann" for "Ann took three points off Bo"
    return swapped


def _align_statements(claim: Passage, evidence: Passage) -> list[Gap] | None:
    """Where a claim departs from its evidence, wherever either says who says so."""
    if not claim.sayings and not evidence.sayings:
        return None
    aside = _find_cues(claim), _find_cues(evidence)
    return align_words(claim.words, evidence.words, aside) if any(aside) else None


def _find_cues(passage: Passage) -> frozenset[int]:
    """The indexes of the words that only say who says something: "Keller told reporters that"."""
    found: set[int] = set()
    keys = passage.words.keys
    for saying in passage.sayings:
        if saying.speaker is None or saying.loose:
            continue
        last = max(saying.speaker[1], saying.cue, saying.listener.last if saying.listener else 0)
        found.update(range(min(saying.speaker[0], saying.cue), max(saying.speaker[1], saying.cue) + 1))
        if saying.listener:
            found.update(range(saying.cue, saying.listener.last + 1))
        after = last + 1
        if keys[after : after + 1] == ["that"]:
            found.add(after)
    return frozenset(found)


def _name_opposite(check: Check) -> str:
    """The name under which a pair of opposites is shown: "number" for times, "name" for people and places."""
    words = {(check.expected or "").lower(), (check.found or "").lower()}
    if words <= _SEASONS:
        return "number"
    return "name" if words <= _BEARERS else "antonym"


_SEASONS = frozenset(
    list_words("spring summer autumn fall winter morning afternoon evening night day dawn dusk")
)
_BEARERS = frozenset(
    list_words(
        """
        man men woman women boy boys girl girls son daughter brother sister father mother uncle aunt king
        queen prince princess husband wife male female north south east west northern southern eastern western
        upper lower
        """
    )
)


def check_issue(issue: Passage, evidence: Passage, context: Context) -> tuple[Check, ...]:
    """The checks on what a position is about: its numbers and names, since it is no sentence."""
    return _check_numbers(issue, evidence, context), _check_names(issue, evidence, context)


def compare_line(line: Passage, whole: Passage, context: Context) -> tuple[Check, ...]:
    """The checks on a headline or gist against the whole article.

    What denies or weakens one sentence of an article says little about another, so polarity and hedges of
    each of the line's sentences are compared with that one alone that shares most words with it.
    """
    return (
        judge_support(line, whole, context),
        _check_numbers(line, whole, context),
        _check_names(line, whole, context),
        *_check_sentences(line, context),
        _check_quotation(line, whole),
    )


def _check_sentences(line: Passage, context: Context) -> list[Check]:
    """Polarity and hedges of a headline or gist: for each check the first sentence of it that differs."""
    if context.crosslingual or context.find_near is None:
        return []
    found: dict[str, Check] = {}
    for first, end in split_sentences(line.words, line.quoted) if line.words else ():
        begin, known = first, context._replace(brief=True)
        if (colon := _find_label(line.words, first, end)) is not None:  # "Ruiz: the bank may fail"
            begin = colon + 1
            speaker = line.words.quote(first, colon - 1)
            known = known._replace(speaker=speaker, attribution=Attribution.INDIRECT)
        start, stop = line.words.span(begin, end - 1)
        piece = Passage(line.text[start:stop], line.language)
        near = context.find_near(piece.words.root_set, None)
        if near is None:
            continue
        checks = [*_check_polarity(piece, near, known)]
        if not _asks(piece.words):
            checks.append(_check_hedges(piece, near, known))
        for check in checks:
            if check.name in found and found[check.name].outcome is Outcome.DIFFERS:
                continue
            if check.outcome is Outcome.DIFFERS and (
                _says_elsewhere(check, piece, known) or _is_still_to_do(check, piece)
            ):
                found[check.name] = pass_check(check.name)
                continue
            span = check.item_span and (check.item_span[0] + start, check.item_span[1] + start)
            found[check.name] = check.model_copy(update={"item_span": span}) if span else check
    return list(found.values())


def _find_label(words: Words, first: int, end: int) -> int | None:
    """Where the colon stands behind whoever a headline begins with; None where it begins with nobody."""
    labels = range(first + 1, min(end - 1, first + _LABEL + 1))
    colon = next((i for i in labels if words.keys[i] == ":"), None)
    named = colon is not None and any(words.tokens[i][0].isupper() for i in range(first, colon))
    return colon if named else None


_LABEL = 6  # words of a name with an office: "Former Finance Minister Ana Ruiz:"


def _asks(words: Words) -> bool:
    """Whether a line asks or explains, and so states nothing of its own: "Why Ruiz may resign"."""
    return words.keys[-1] == "?" or words.keys[0] in _ASKING


_ASKING = frozenset(
    list_words("who what how why when where which whether will can could should is are does did")
)


def _is_still_to_do(check: Check, piece: Passage) -> bool:
    """Whether what a headline is said to tell as done stands behind its "to": "Ministry to close pit"."""
    if check.name != "hedge" or check.item_span is None:
        return False
    at = piece.words.starts.index(check.item_span[0])
    return at > 1 and piece.words.keys[at - 1] == "to" and piece.words.keys[at - 2] not in _DONE


_DONE = frozenset(list_words("managed able got helped used went moved forced made seen"))


def _says_elsewhere(check: Check, piece: Passage, context: Context) -> bool:
    """Whether another sentence has the word in which a line differs from the one that it mostly rests on.

    "Union rejects mayor's plan to reopen the pit": "The mayor approved a plan to reopen the pit. The union
    rejected the plan."
    """
    if check.item_span is None or context.find_near is None:
        return False
    at = piece.words.starts.index(check.item_span[0])
    root = piece.words.roots[at]
    other = context.find_near(piece.words.root_set, root) if root else None
    subject = next((r for r in reversed(piece.words.roots[:at]) if r), root)
    if other is None or subject not in other.words.root_set:
        return False
    again = (*_check_polarity(piece, other, context), _check_hedges(piece, other, context))
    return not any(c.name == check.name and c.outcome is Outcome.DIFFERS for c in again)


def _differ_in_word(name: str, claim: Passage, evidence: Passage, at: tuple[int, int], why: str) -> Check:
    """A difference of one word in each text."""
    return differ(
        name, claim, evidence, claim.words.span(at[0], at[0]), evidence.words.span(at[1], at[1]), why
    )


_WHY_NUMBER = {
    "leaning": "it leans the other way",
    "rate": "the article has it by the day, month, year or head",
    "role": "“from”, “to” and “by” are exchanged",
    "place": "the number belongs to something else",
}


def _check_numbers(claim: Passage, evidence: Passage, context: Context) -> Check:
    if not claim.numbers or claim.text == evidence.text:
        return pass_check("number")
    differences, unsure = compare_numbers(
        claim.numbers,
        evidence.numbers,
        elsewhere=(lambda: whole.numbers) if (whole := context.whole) else tuple,
        today=context.today,
        words=(claim.words, evidence.words),
    )
    if differences and (context.speaker or claim.sayings):
        differences = [
            d
            for d in differences
            if d.why != "place" or not is_put_otherwise(d.found, evidence.numbers, evidence.words)
        ]
    if differences:
        number, expected, why = _pick_difference(differences)
        return differ(
            "number",
            claim,
            evidence,
            claim.words.span(number.first, number.last),
            evidence.words.span(expected.first, expected.last) if expected else None,
            _WHY_NUMBER.get(why, ""),
        )
    if not unsure:
        return pass_check("number")
    left = leave_open("number", "a number may follow from others")
    at = next((n for n in unsure if n.kind != "ordinal"), None)
    if at is None:
        return left
    span = claim.words.span(at.first, at.last)
    return left.model_copy(update={"item_span": span, "found": claim.text[slice(*span)]})


def _pick_difference(differences: Sequence[Difference]) -> Difference:
    """The difference to show: one that can say what the article has instead."""
    return next((d for d in differences if d.expected is not None), differences[0])


def _check_names(claim: Passage, evidence: Passage, context: Context, gaps: Sequence[Gap] = ()) -> Check:
    if office := find_other_office(claim.words, evidence.words):
        return _differ_in_word("name", claim, evidence, office, "")
    whole = context.whole
    if kin := find_other_kin(claim.words, evidence.words, whole.words if whole else None):
        return _differ_in_word("name", claim, evidence, kin, "")
    if not claim.names:
        return pass_check("name")
    differences, unsure = compare_names(
        claim.words,
        claim.names,
        evidence.words,
        evidence.register,
        article=(lambda: whole.register) if whole else None,
        cast=context.cast,
    )
    exchanged = (
        find_exchanged(gaps, (claim.words, evidence.words), claim.names, evidence.names, context.cast)
        if gaps and not differences
        else None
    )
    if not differences and not exchanged:
        texts = claim.words, claim.names, evidence.words, evidence.names
        exchanged = (
            compare_patients(claim.words, claim.names, evidence.patients, evidence.register)
            or find_namesake(*texts)
            or find_owner(*texts)
        )
    if exchanged:
        differences = [exchanged]
    if differences:
        name, expected, _ = next((d for d in differences if d.expected is not None), differences[0])
        return differ(
            "name",
            claim,
            evidence,
            claim.words.span(name.first, name.last),
            evidence.words.span(expected.first, expected.last)
            if expected and expected in evidence.names
            else None,
        )
    return leave_open("name", "a name stands elsewhere in the article") if unsure else pass_check("name")


def _check_quotation(claim: Passage, evidence: Passage) -> Check:
    for quoted in claim.quoted:
        if not has_verbatim(quoted.text, evidence.words):
            return differ("quotation", claim, evidence, (quoted.start, quoted.end), None, "not word for word")
    return pass_check("quotation")


def _is_verbatim(claim: Passage, evidence: Passage, *, firm: bool = False) -> bool:
    """Whether the evidence has the whole claim word for word, and no word next to it takes it back.

    `firm`: nor does one make it less than certain.
    """
    text = evidence.words.joined
    at = text.find(claim.words.joined)
    if at < 0:
        return False
    before = text[max(0, at - 60) : at].split()[-2:]
    clause = before[-1:] == ["that"]
    if before and before[-1] in ("that", "the", "dass"):
        before.pop()
    if len(before) == 2 and before[1] == "of" and before[0] in _TELLING_OF:
        before = []  # "warned of a long strike": a phrase, and hers
    if before and (before[-1] in _TAKING_BACK or (firm and (before[-1] in DISTANT or before[-1] in _UNSURE))):
        return False
    if before[:1] and before[0] in ("nothing", "nobody", "none") and len(before) == 2:
        return False  # "nothing in the law forbids it"
    if firm and before and ((clause and before[-1] in _ALLEGATIONS) or before[-1] in _LIMITING):
        return False  # "investigating an allegation that", "shut until"
    if firm and any(h.sort == "condition" and claim.words.root_set == h.covers for h in evidence.hedges):
        return False  # all of a main clause, without its "if"
    after = text[at + len(claim.words.joined) - 1 :].split(maxsplit=6)[:6]
    if (
        firm
        and after
        and (after[0] in _LIMITING or after[:2] in _LIMITING_PAIRS or not DISTANT.isdisjoint(after[1:5]))
    ):
        return False
    words = text.count(" ", 0, at)
    if firm and words < len(evidence.words.unmarked):
        first = evidence.words.unmarked[words]
        keys = evidence.words.keys
        denied = first and (keys[first - 1] == "that" or keys[first - 1] in PROOFS)
        if denied and any(first - 2 <= h.last < first for h in evidence.hedges):
            return False  # "police have not ruled out that", "does not prove"
    return not _is_interrupted(claim.words, evidence.words, words)


_ALLEGATIONS = frozenset(
    list_words(
        """
        allegation allegations accusation accusations claim claims rumour rumours rumor rumors suspicion
        suspicions complaint complaints report reports suggestion suggestions hint hints fear fears hope
        hopes theory belief charge charges tip tips assertion assertions possibility prospect risk danger
        insinuation contention
        """
    )
)
_TELLING_OF = frozenset(list_words("warned warns warning warn spoke speaks complained complains told"))
_UNSURE = frozenset(
    list_words("possible likely unlikely probable conceivable plausible doubtful unclear maybe")
)
_LIMITING = frozenset(("if", "unless", "until", "provided", "once"))
_LIMITING_PAIRS = (["only", "if"], ["only", "when"], ["only", "after"], ["only", "once"], ["as", "long"])


def _is_interrupted(claim: Words, evidence: Words, at: int) -> bool:
    """Whether commas part what the claim says in one go: "a suspect, perhaps the driver, is at large"."""
    mine = sum(1 for k in claim.keys[:-1] if not k[0].isalnum())
    words = sum(1 for k in claim.keys if k[0].isalnum())
    seen = marks = 0
    for key in evidence.keys:
        if key[0].isalnum():
            seen += 1
            if seen > at + words:
                break
        elif at < seen < at + words and key in ",;:":
            marks += 1
    return marks > mine


_TAKING_BACK = frozenset(
    list_words(
        """
        of evidence sign proof indication suggestion
        whether if unless not never no denied denies denying without nor ob wenn nicht kein keine
        bestreitet bestritt dementierte
        """
    )
)


def _check_polarity(
    claim: Passage, evidence: Passage, context: Context, gaps: Sequence[Gap] = ()
) -> tuple[Check, Check]:
    if context.crosslingual:
        return leave_open("negation", OTHER_LANGUAGE), leave_open("antonym", OTHER_LANGUAGE)
    if _is_verbatim(claim, evidence):
        return pass_check("negation"), pass_check("antonym")
    checks = []
    words, mine = claim.words, claim.polarity
    others, theirs = evidence.words, evidence.polarity
    shift = compare_quantities(words, claim.quantities, others, evidence.quantities)
    contrasted = agrees_by_contrast(words, mine, others) or (
        not mine.negators and tells_chosen(words, evidence.contrasts)
    )
    turns = (
        (
            gaps
            and (mine.negators or theirs.negators)
            and not calls_false(words, mine, others, theirs)
            and not agrees_by_ellipsis(words, mine, others)
            and not contrasted
            and find_inserted_negation(gaps, words, mine, others, theirs)
        )
        or find_turned_contrast(words, mine, evidence.contrasts, theirs)
        or find_turned_ellipsis(words, mine, others, theirs)
        or find_turned_refusal(words, mine, others)
        or (
            not contrasted
            and (
                compare_negation(words, mine, others, theirs)
                or _compare_clauses(claim, evidence)
                or find_denied_verb(words, mine, others, theirs)
            )
        )
        or find_denied_harm(words, mine, others, theirs)
        or find_turned_avowal(words, others),
        find_dropped_particle(gaps, words, others)
        or find_exchanged_opposite(gaps, words, mine, others, theirs)
        or compare_opposites(words, mine, others, theirs)
        or find_turned_act(words, mine, theirs)
        or find_opposite_verb(words, mine, others, theirs)
        or find_turned_way(words, mine, others, theirs)
        or _compare_clause_opposites(claim, evidence, context.speaker)
        or find_turned_order(words, others)
        or find_turned_change(words, mine, others, theirs)
        or find_turned_transfer(words, others),
    )
    if any(turns) and is_rest(words, others):
        turns = None, None
    if turns[1] and is_same_transfer(words, others, turns[1]):
        turns = turns[0], None
    if turns[0] and any(is_put_otherwise(n, evidence.numbers, others) for n in claim.numbers):
        turns = None, turns[1]  # "denied that 90 burned, putting the number at 12": that 12 did
    if turns[0] is None and shift and shift.weaker:
        turns = Turn(shift.found, shift.expected), turns[1]
    if any(turns) and (contrary := find_contradicted(claim, evidence, context)) and not contrary.same:
        turns = None, None  # "contrary to what she says, it never leaked": that it leaked
    for name, turn in zip(("negation", "antonym"), turns, strict=True):
        if (
            turn is None
            or _is_said_by_another(claim, evidence, turn)
            or _stands_elsewhere(claim, evidence, turn)
            or (turn.expected is not None and is_answered(claim, evidence, context, turn.expected))
            or _is_denied_speaker(claim, evidence, context.speaker, turn)
        ):
            checks.append(pass_check(name))
            continue
        checks.append(
            differ(
                name,
                claim,
                evidence,
                claim.words.span(turn.found, turn.found) if turn.found is not None else None,
                evidence.words.span(turn.expected, turn.expected) if turn.expected is not None else None,
                "one of them is denied" if name == "negation" else "the opposite",
            )
        )
    return checks[0], checks[1]


def _is_said_by_another(claim: Passage, evidence: Passage, turn: Turn) -> bool:
    """Whether a difference stands in what another said: "Ann said nobody was hurt; Bo said two were".

    So it is where the claim's speaker is first named in a later clause.
    """
    if turn.expected is None or ";" not in evidence.words.key_set:
        return False
    end = next((i for i, k in enumerate(evidence.words.keys) if k == ";" and i > turn.expected), None)
    if end is not None and any(q.start < evidence.words.starts[end] < q.end for q in evidence.quoted):
        return False  # one goes on speaking
    speakers = {
        root
        for saying in claim.sayings
        if saying.speaker
        for root in claim.words.roots[saying.speaker[0] : saying.speaker[1] + 1]
        if root
    }
    if end is None or not speakers:
        return False
    roots = evidence.words.roots
    return speakers.isdisjoint(roots[:end]) and not speakers.isdisjoint(roots[end:])


def _is_denied_speaker(claim: Passage, evidence: Passage, speaker: str | None, turn: Turn) -> bool:
    """Whether a claim is somebody's whose word the evidence has denied: "rejected a claim by Bo Vik that"."""
    keys, roots, at = evidence.words.keys, evidence.words.roots, turn.expected
    if at is None:
        return False
    if keys[at] in ONLY_WITH_CLAIMS:
        end = next((j for j in range(at + 1, len(keys)) if keys[j] == "that"), at)
    elif keys[at + 1 : at + 3] == [",", "as"]:
        end = next((j for j in range(at + 3, len(keys)) if keys[j] == ","), at)  # "not, as he says, salt"
    else:
        return False
    if speaker:
        named = {next((r for r in reversed(split_words(speaker).roots) if r), "")}
    else:
        named = {claim.words.roots[s.speaker[1]] for s in claim.sayings if s.speaker}
    named -= {""}
    return bool(named) and named <= set(roots[at:end]) and named.isdisjoint(roots[:at])


def _stands_elsewhere(claim: Passage, evidence: Passage, turn: Turn) -> bool:
    """Whether a difference stands in one clause of the evidence, and all else that a claim says in another.

    "Bo says that it pays all bills" for "Ann has not been paid, though Bo says that all bills are settled".
    """
    if turn.found is None or turn.expected is None or len(evidence.clauses) < 2 or len(claim.clauses) > 1:
        return False
    wanted = claim.words.root_set - {claim.words.roots[turn.found]}
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    for clause in evidence.clauses:
        if clause.first <= turn.expected < clause.first + len(clause.words):
            inside = clause.words.root_set
        else:
            outside |= clause.words.root_set
    for saying in evidence.sayings:
        if saying.speaker:
            inside -= set(evidence.words.roots[saying.speaker[0] : saying.speaker[1] + 1])
    return (
        min(len(wanted), len(inside)) > 2  # not "plausible, but far from proven"
        and wanted.isdisjoint(inside)
        and len(wanted & outside) >= _MOST * len(wanted)
    )


def _compare_clauses(claim: Passage, evidence: Passage) -> Turn | None:
    """A denial more or less in one clause of several, each set against the one with most of its words."""
    if not may_be_turned(claim.words, claim.polarity, evidence.words, evidence.polarity):
        return None
    parts, others = claim.clauses, evidence.clauses
    if all(len(p) == 1 and len(p[0].words) == len(t.words) for p, t in ((parts, claim), (others, evidence))):
        return None
    for part in parts:
        wanted = part.words.root_set
        best = max(others, key=lambda other: len(wanted & other.words.root_set), default=None)
        if best is None or len(wanted & best.words.root_set) < max(2, _MOST * len(wanted)):
            continue
        inside = range(best.first, best.first + len(best.words))
        outside = (n for n in evidence.polarity.negators if n not in inside)
        if evidence.polarity.elliptic or any(evidence.words.keys[n] in PREDICATES for n in outside):
            continue  # "…; she denies it"
        if claim.polarity.elliptic and not _is_denied(part.words, evidence):
            continue  # "others paid, but Ann did not" for "unlike others, Ann did not pay"
        mine = claim.polarity if part.words is claim.words else part.polarity
        theirs = evidence.polarity if best.words is evidence.words else best.polarity
        turn = compare_negation(part.words, mine, best.words, theirs)
        if turn:
            found, expected = turn
            return Turn(
                found + part.first if found is not None else None,
                expected + best.first if expected is not None else None,
            )
    return None


def _compare_clause_opposites(claim: Passage, evidence: Passage, speaker: str | None) -> Turn | None:
    """An opposite in that clause of the evidence which has all else that the claim says, and who it is about.

    "Ann says that it came too early" for "Ann says that it came too late, while Bo says too early".
    """
    if len(claim.clauses) > 1 or len(evidence.clauses) < 2:
        return None
    wanted = claim.words.root_set
    subject = next((r for r in (split_words(speaker) if speaker else claim.words).roots if r), "")
    found = [clause for clause in evidence.clauses if subject in clause.words.root_set]
    if len(found) != 1 or len(wanted - found[0].words.root_set) > 1 or len(wanted) < _FEWEST:
        return None
    (clause,) = found
    turn = compare_opposites(claim.words, claim.polarity, clause.words, clause.polarity)
    return turn and Turn(turn.found, turn.expected + clause.first if turn.expected is not None else None)


_FEWEST = 4  # content words of a claim that are enough to tell one clause from another


def _is_denied(part: Words, evidence: Passage) -> bool:
    """Whether the evidence denies the first word of a clause: "neither Ann nor Bo paid"."""
    first = next((r for r in part.roots if r), "")
    return any(evidence.polarity.denied[i] % 2 for i in evidence.polarity.places.get(first, ()))


_MOST = 0.75  # share of a clause's content words that the other must have to be about the same


def _find_excused(claim: Passage, evidence: Passage, context: Context) -> frozenset[str]:
    """The sorts of reservation that a claim's attribution makes up for.

    "(indirect)" says that somebody thinks so, even where nobody is named; not that it is "reportedly" so.
    Whoever says in the evidence that it is "reportedly" so does not say more in the claim.
    """
    if context.speaker or any(s.name or not s.loose for s in claim.sayings):
        if not _REPORTED.isdisjoint(evidence.words.key_set) and not _list_speakers(claim).isdisjoint(
            _list_speakers(evidence)
        ):
            return frozenset(("attitude",))
        return frozenset(("report", "attitude"))
    said = context.attribution not in (None, Attribution.NARRATOR)
    return frozenset(("attitude",)) if said else frozenset()


_REPORTED = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))


def _list_speakers(passage: Passage) -> frozenset[str]:
    """The roots of whoever says something in a passage."""
    roots = passage.words.roots
    return frozenset(
        r for s in passage.sayings if s.speaker for r in roots[s.speaker[0] : s.speaker[1] + 1] if r
    )


def _find_told(claim: Passage, context: Context) -> frozenset[int]:
    """Which words of a claim are its speaker's: what follows "she said", or all where that stands at the end.

    What a relative clause tells of the speaker is not.
    """
    words = claim.words
    whole = frozenset(range(len(words)))
    if context.speaker:
        return whole
    keys = words.keys
    for at, key in enumerate(keys):
        if key in ("who", "whose") and at and keys[at - 1] == ",":
            end = next((j for j in range(at, len(words)) if keys[j] == ","), len(words))
            whole -= frozenset(range(at, end))
    named = [
        s
        for s in claim.sayings
        if s.speaker
        and (s.name or not s.loose)
        and keys[max(0, s.speaker[0] - 1)] not in ("what", "whatever")
    ]
    if not named:
        return whole if not claim.sayings else frozenset()
    first = min(named[0].cue, *(named[0].speaker or ()))
    if sum(1 for root in words.roots[:first] if root) > _OPENING:
        return whole
    return whole & frozenset(range(named[0].cue + 1, len(words)))


_OPENING = 2  # content words that may stand before who says so, without being what is said


def _check_hearsay(claim: Passage, evidence: Passage, *, brief: bool) -> Check | None:
    """Where a claim tells as a fact what somebody with a stake says, or that another said so."""
    speakers = [s.speaker for s in evidence.sayings if s.speaker]
    if (
        speakers
        and not any(s.speaker for s in claim.sayings)
        and (taken := find_taken_over(claim.words, evidence.words, speakers))
    ):
        return differ("hedge", claim, evidence, None, evidence.words.span(*taken), _WHY_TAKEN)
    if not evidence.statements and HEARERS.isdisjoint(evidence.words.key_set):
        return None
    if is_plain(claim.words, evidence.words, denying=True) and (
        heard := find_hearsay(claim, evidence, brief=brief)
    ):
        return differ("hedge", claim, evidence, None, evidence.words.span(*heard), _WHY_TAKEN)
    if claim.statements and (passed := find_passed_on(claim, evidence)):
        return differ("hedge", claim, evidence, None, evidence.words.span(*passed), _WHY_PASSED_ON)
    return None


_WHY_TAKEN = "what somebody says is told as a fact"
_WHY_ASKED = "what was asked is told as said"
_WHY_PASSED_ON = "somebody else says that it was said"


def _check_hedges(claim: Passage, evidence: Passage, context: Context, gaps: Sequence[Gap] = ()) -> Check:
    if context.crosslingual:
        return leave_open("hedge", OTHER_LANGUAGE)
    if context.hedges:
        return pass_check("hedge")
    told = context.speaker or context.attribution not in (None, Attribution.NARRATOR)
    if _is_verbatim(claim, evidence, firm=True):
        return (
            pass_check("hedge")
            if told
            else _check_hearsay(claim, evidence, brief=context.brief) or pass_check("hedge")
        )
    excused = _find_excused(claim, evidence, context) if evidence.hedges else frozenset()
    dropped = compare_hedges(
        claim.words,
        claim.hedges if evidence.hedges else [],
        evidence.words,
        evidence.hedges,
        excused=excused,
        told=_find_told(claim, context) if excused else frozenset(),
    )
    if dropped is None and gaps and evidence.hedges:
        dropped = find_left_out(
            gaps, claim.words, claim.hedges, evidence.words, evidence.hedges, excused=excused
        )
    if dropped is None and not told and (heard := _check_hearsay(claim, evidence, brief=context.brief)):
        return heard
    if dropped is None and (asked := find_asked(claim, evidence)):
        return differ("hedge", claim, evidence, None, evidence.words.span(*asked), _WHY_ASKED)
    if dropped is None and (early := find_brought_forward(claim.words, evidence.words, evidence.coming)):
        return _differ_in_word("hedge", claim, evidence, early, "what is to come is told as done")
    if dropped is None and (late := find_held_back(claim, evidence)):
        return _differ_in_word("hedge", claim, evidence, late, "what is done is told as open")
    if dropped is None:
        shift = compare_quantities(claim.words, claim.quantities, evidence.words, evidence.quantities)
        if shift is None or shift.weaker or shift.found is None:
            return pass_check("hedge")
        return _differ_in_word(
            "hedge", claim, evidence, (shift.found, shift.expected), "the article says less"
        )
    return differ(
        "hedge",
        claim,
        evidence,
        claim.words.span(dropped.found, dropped.found) if dropped.found is not None else None,
        evidence.words.span(dropped.hedge.first, dropped.hedge.last),
        "the reservation is dropped",
    )
