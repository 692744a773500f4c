"""The checks on one claim and the passage it rests on: pure, no article needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from summarizer.check.actors import is_same_name, split_name
from summarizer.check.alignment import (
    Gap,
    align_words,
    find_exchanged_opposite,
    find_exchanged_unit,
    find_inserted_negation,
    find_swapped_words,
)
from summarizer.check.hedges import compare_hedges, find_left_out
from summarizer.check.names import Name, compare_names, find_exchanged, is_common_opener
from summarizer.check.numbers import Difference, compare_numbers
from summarizer.check.passage import Passage
from summarizer.check.places import COUNTRIES, SEATS
from summarizer.check.polarity import compare_negation, compare_opposites
from summarizer.check.quotation import has_verbatim
from summarizer.check.report import leave_open, pass_check
from summarizer.check.speaker import Saying
from summarizer.check.support import judge_support
from summarizer.check.tables import list_words
from summarizer.check.words import split_words
from summarizer.drafts import Mention
from summarizer.language import guess_language
from summarizer.records import Attribution, Check, Outcome, Span


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a claim and its evidence. Everything is optional.

    Args:
        speaker: who makes the claim, as its author says.
        attribution: in whose words it is given; NARRATOR means the article's own voice.
        hedges: reservations that the claim carries beside its text.
        today: the article's date, for weekdays and "last year".
        groups: for each actor the words of all its names, folded.
        whole: the whole article, for names and dates that stand outside the evidence.
        crosslingual: the claim is in another language than its evidence.
        aliases: for each actor all names and the role.
        find_better: for the roots of a claim the sentence outside its evidence that shares most of them: its
            number, the share and its text.
        find_near: for the roots of a headline or gist the sentence that it rests on, if there is one.
    """

    speaker: str | None = None
    attribution: Attribution | None = None
    hedges: tuple[str, ...] = ()
    today: date | None = None
    groups: tuple[frozenset[str], ...] = ()
    whole: Passage | None = None
    crosslingual: bool = False
    aliases: tuple[tuple[str, ...], ...] = ()
    find_better: Callable[[frozenset[str]], tuple[int, float, str] | None] | None = None
    find_near: Callable[[frozenset[str]], Passage | None] | None = None


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
    of_evidence = language or _guess(evidence) or "en"
    of_claim = _guess(claim) or of_evidence
    context = Context(
        speaker=speaker or None,
        attribution=attribution,
        hedges=tuple(hedges),
        today=read_date(date),
        groups=make_groups(actors),
        whole=_read_passage(article, of_evidence) if article else None,
        crosslingual=of_claim != of_evidence,
        aliases=tuple((a.name, *a.aliases, *((a.role,) if a.role else ())) for a in actors),
    )
    return compare_passages(Passage(claim, of_claim), _read_passage(evidence, of_evidence), context)


@lru_cache(maxsize=1 << 12)
def _guess(text: str) -> str | None:
    return guess_language(text)


@lru_cache(maxsize=256)
def _read_passage(text: str, language: str) -> Passage:
    """A passage that several claims rest on is read once."""
    return Passage(text, language)


def read_date(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where it is none.

    >>> read_date("2025-03-04T10:00:00Z"), read_date("2025"), read_date(None)
    (datetime.date(2025, 3, 4), None, None)
    """
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def make_groups(actors: Sequence[Mention]) -> tuple[frozenset[str], ...]:
    """For each actor the words of its names, to let one name stand for another."""
    groups = []
    for actor in actors:
        listed = [split_words(name) for name in (actor.name, *actor.aliases)]
        groups.append(
            frozenset(k for w in listed for k, t in zip(w.keys, w.tokens, strict=True) if t[0].isupper())
        )
    return tuple(groups)


def compare_passages(claim: Passage, evidence: Passage, context: Context) -> tuple[Check, ...]:
    """All checks on a claim and its evidence, in a fixed order."""
    support = judge_support(claim, evidence, context)
    speaker = _check_speaker(claim, evidence, context)
    if support.outcome is Outcome.DIFFERS:
        # Compared with a passage about something else, the rest would only repeat that.
        return speaker, support
    gaps = () if context.crosslingual else align_words(claim.words, evidence.words) or ()
    negation, antonym = _check_polarity(claim, evidence, context, gaps)
    number, name = _check_numbers(claim, evidence, context), _check_names(claim, evidence, context, gaps)
    if (
        gaps
        and number.outcome is not Outcome.DIFFERS
        and (unit := find_exchanged_unit(gaps, claim.words, evidence.words))
    ):
        number = _differ_in_word("number", claim, evidence, unit, "")
    if gaps and (swapped := find_swapped_words(gaps, claim.words, evidence.words)):
        check = _differ_in_word("name", claim, evidence, swapped, "they have changed places")
        if any(s.speaker and s.speaker[0] <= swapped[0] <= s.speaker[1] for s in claim.sayings):
            speaker = check.model_copy(update={"name": "speaker"})
        else:
            name = check
    return (
        speaker,
        support,
        number,
        name,
        negation,
        antonym,
        _check_hedges(claim, evidence, context, gaps),
        _check_attribution(claim, evidence, context),
        _check_quotation(claim, evidence),
    )


def check_issue(issue: Passage, evidence: Passage, context: Context) -> tuple[Check, ...]:
    """The checks on what a position is about: its numbers and names, since it is no sentence."""
    return _check_numbers(issue, evidence, context), _check_names(issue, evidence, context)


def compare_line(line: Passage, whole: Passage, context: Context) -> tuple[Check, ...]:
    """The checks on a headline or gist against the whole article.

    What denies or weakens one sentence of an article says little about another, so polarity and hedges are
    compared with those sentences alone that share most words with the line.
    """
    checks = [
        judge_support(line, whole, context),
        _check_numbers(line, whole, context),
        _check_names(line, whole, context),
    ]
    near = context.find_near(line.words.root_set) if context.find_near and not context.crosslingual else None
    if near is not None:
        checks += [*_check_polarity(line, near, context), _check_hedges(line, near, context)]
    return *checks, _check_quotation(line, whole)


def _differ(  # noqa: PLR0917  # both texts and both places make a difference
    name: str, claim: Passage, evidence: Passage, found: Span | None, expected: Span | None, why: str = ""
) -> Check:
    """A difference, in the words of both sides. Spans count within their passages."""
    item = claim.text[slice(*found)] if found else None
    article = evidence.text[slice(*expected)] if expected else None
    if article is not None and item is not None:
        message = f"the article has “{article}”, the claim “{item}”"
    elif item is not None:
        message = f"the claim has “{item}”, which the cited text does not have"
    elif article is not None:
        message = f"the article has “{article}”, which the claim leaves out"
    else:
        message = ""
    return Check(
        name=name,
        outcome=Outcome.DIFFERS,
        message=f"{message}{': ' if why and message else ''}{why}",
        expected=article,
        found=item,
        article_span=evidence.to_article(*expected) if expected else None,
        item_span=found,
    )


def _differ_in_word(name: str, claim: Passage, evidence: Passage, at: tuple[int, int], why: str) -> Check:
    """A difference of one word in each text."""
    return _differ(
        name, claim, evidence, claim.words.span(at[0], at[0]), evidence.words.span(at[1], at[1]), why
    )


_WHY_NUMBER = {
    "leaning": "it leans the other way",
    "role": "“from”, “to” and “by” are exchanged",
    "place": "the number belongs to something else",
}


def _check_numbers(claim: Passage, evidence: Passage, context: Context) -> Check:
    if not claim.numbers:
        return pass_check("number")
    differences, unsure = compare_numbers(
        claim.numbers,
        evidence.numbers,
        elsewhere=(lambda: whole.numbers) if (whole := context.whole) else tuple,
        today=context.today,
        cues=claim.words.key_set,
    )
    if differences:
        number, expected, why = _pick_difference(differences)
        return _differ(
            "number",
            claim,
            evidence,
            claim.words.span(number.first, number.last),
            evidence.words.span(expected.first, expected.last) if expected else None,
            _WHY_NUMBER.get(why, ""),
        )
    return leave_open("number", "a number may follow from others") if unsure else pass_check("number")


def _pick_difference(differences: Sequence[Difference]) -> Difference:
    """The difference to show: one that can say what the article has instead."""
    return next((d for d in differences if d.expected is not None), differences[0])


def _check_names(claim: Passage, evidence: Passage, context: Context, gaps: Sequence[Gap] = ()) -> Check:
    if not claim.names:
        return pass_check("name")
    differences, unsure = compare_names(
        claim.words,
        claim.names,
        evidence.words,
        evidence.register,
        article=(lambda: whole.register) if (whole := context.whole) else None,
        groups=context.groups,
    )
    exchanged = (
        find_exchanged(gaps, claim.names, evidence.names, context.groups)
        if gaps and not differences
        else None
    )
    if exchanged:
        differences = [exchanged]
    if differences:
        name, expected, _ = next((d for d in differences if d.expected is not None), differences[0])
        return _differ(
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
            return _differ(
                "quotation", claim, evidence, (quoted.start, quoted.end), None, "not word for word"
            )
    return pass_check("quotation")


def _is_verbatim(claim: Passage, evidence: Passage) -> bool:
    """Whether the evidence has the whole claim word for word, and no word just before it takes it back."""
    text = evidence.words.joined
    at = text.find(claim.words.joined)
    if at < 0:
        return False
    before = text[max(0, at - 60) : at].split()[-2:]
    if before and before[-1] in ("that", "the", "dass"):
        before.pop()
    return not before or before[-1] not in _TAKING_BACK


_TAKING_BACK = frozenset(
    list_words(
        """
        of whether if unless not never no denied denies denying without nor ob wenn nicht kein keine
        bestreitet bestritt dementierte
        """
    )
)


def _check_polarity(
    claim: Passage, evidence: Passage, context: Context, gaps: Sequence[Gap] = ()
) -> tuple[Check, Check]:
    if context.crosslingual:
        return leave_open("negation", _OTHER_LANGUAGE), leave_open("antonym", _OTHER_LANGUAGE)
    if _is_verbatim(claim, evidence):
        return pass_check("negation"), pass_check("antonym")
    checks = []
    turns = (
        find_inserted_negation(gaps, claim.polarity, evidence.polarity)
        or compare_negation(claim.polarity, evidence.polarity, german=claim.language == "de"),
        find_exchanged_opposite(gaps, claim.polarity, evidence.polarity)
        or compare_opposites(claim.words, claim.polarity, evidence.words, evidence.polarity),
    )
    for name, turn in zip(("negation", "antonym"), turns, strict=True):
        if turn is None:
            checks.append(pass_check(name))
            continue
        checks.append(
            _differ(
                name,
                claim,
                evidence,
                claim.words.span(turn.found, turn.found) if turn.found is not None else None,
                evidence.words.span(turn.expected, turn.expected) if turn.expected is not None else None,
                "one of them is denied" if name == "negation" else "the opposite",
            )
        )
    return checks[0], checks[1]


_OTHER_LANGUAGE = "the claim is in another language than the article"


def _check_hedges(claim: Passage, evidence: Passage, context: Context, gaps: Sequence[Gap] = ()) -> Check:
    if context.crosslingual:
        return leave_open("hedge", _OTHER_LANGUAGE)
    if context.hedges or _is_verbatim(claim, evidence):
        return pass_check("hedge")
    dropped = compare_hedges(
        claim.words,
        claim.hedges,
        evidence.words,
        evidence.hedges,
        attributed=bool(context.speaker or claim.sayings),
    )
    if dropped is None and gaps:
        attributed = bool(context.speaker or claim.sayings)
        dropped = find_left_out(
            gaps, claim.words, claim.hedges, evidence.words, evidence.hedges, attributed=attributed
        )
    if dropped is None:
        return pass_check("hedge")
    return _differ(
        "hedge",
        claim,
        evidence,
        claim.words.span(dropped.found, dropped.found) if dropped.found is not None else None,
        evidence.words.span(dropped.hedge.first, dropped.hedge.last),
        "the reservation is dropped",
    )


def _check_attribution(claim: Passage, evidence: Passage, context: Context) -> Check:
    """Whether a claim in the article's own voice is what somebody says there."""
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
    return _differ(
        "attribution",
        claim,
        evidence,
        None,
        evidence.words.span(min(first, saying.cue), max(last, saying.cue)),
        "somebody says so, the article does not",
    )


def _check_speaker(claim: Passage, evidence: Passage, context: Context) -> Check:
    """The speaker that a claim names, by its author or inside it, against who speaks in the evidence."""
    inner = next((s for s in claim.sayings if s.name and not is_common_opener(claim.words, s.name)), None)
    if inner and inner.name:
        name = " ".join(inner.name.keys)
        if context.speaker and _is_same_actor(name, context.speaker, context):
            name = context.speaker
    elif context.speaker:
        name = context.speaker
    else:
        return leave_open("speaker", "no speaker is named")
    saying = _pick_saying(claim, evidence)
    if saying is None or saying.speaker is None:
        return leave_open("speaker", "the cited text does not name a speaker")
    theirs = saying.name
    told = [
        s.listener
        for s in evidence.sayings
        if s.listener and _is_same_actor(name, _join(s.listener), context)
    ]
    speaks = any(s.name and _is_same_actor(name, _join(s.name), context) for s in evidence.sayings)
    if theirs is None and told and not speaks:
        # Whoever speaks is named elsewhere; it is not who is spoken to.
        other = next((s for s in evidence.sayings if s.name), None)
        saying, theirs = (other, other.name) if other else (saying, told[0])
    said = evidence.words.quote(*(saying.speaker or (saying.cue, saying.cue)))
    if _is_same_actor(name, said, context):
        return pass_check("speaker")
    if theirs is None:
        return leave_open("speaker", "the cited text names the speaker by a pronoun or description only")
    if (
        not saying.sure
        and not told
        and not split_words(name).key_set.isdisjoint(evidence.words.keys[: saying.cue])
    ):
        return leave_open("speaker", "several names stand beside the verb")
    why = "that is who is told" if told else ""
    check = _differ(
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


def _join(name: Name) -> str:
    return " ".join(name.keys)


def _is_same_actor(a: str, b: str, context: Context) -> bool:
    """Whether two names or descriptions mean one actor."""
    one, other = split_name(a), split_name(b)
    if is_same_name(one, other):
        return True
    if (countries := _find_countries(one)) and countries == _find_countries(other):
        return True
    for aliases in context.aliases:
        listed = [split_name(alias) for alias in aliases]
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
    starts = evidence.words.starts
    outside = [
        s for s in evidence.sayings if not any(q.start <= starts[s.cue] < q.end for q in evidence.quoted)
    ]
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
