"""Who says what within a passage, from reporting verbs: a light reading for pairs without an article.

Where an article is there, its own reading (`Reading.statements`) tells more; this one serves claims that
name their speaker inside and passages that stand alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.check.lexicon.function_words import BE
from summarizer.check.lexicon.statement_words import CUES, INVERTING, MANNERS, is_gesture
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import PERSON_TITLES
from summarizer.check.lexicon.words import Words, is_past
from summarizer.check.passage.names import Name
from summarizer.check.passage.parties import RULING_OUT, PhraseReader

REPORTING = frozenset(
    list_words(
        """
        said says say saying told tells added adds stated states claimed claims argued argues
        insisted insists warned warns announced announces declared declares explained explains
        confirmed confirms denied denies acknowledged admitted admits noted notes wrote writes
        replied replies responded responds asked asks urged urges suggested suggests predicted
        predicts testified testifies tweeted posted remarked recalled recalls reiterated reiterates
        stressed stresses emphasised emphasized emphasises emphasizes maintained maintains alleged
        alleges asserted asserts conceded concedes complained complains promised promises vowed vows
        pledged pledges revealed reveals believes believed believe
        thinks thought fears feared expects expected suspects
        hopes hoped
        reported reports demanded demands called calls described
        describes estimated estimates continued commented cautioned cautions assured assures
        informed informs reminded reminds accused accuses thanked praised criticised criticized
        condemned sagte sagt erklärte erklärt betonte betont teilte kritisierte forderte fordert
        warnte warnt kündigte
        """
    )
)
# These report after a plural or "they": "environmental groups accuse".
BARE = frozenset(
    list_words(
        """
        warn claim argue insist deny urge believe think fear expect hope accuse demand call describe
        estimate report
        confirm complain blame criticise criticize praise condemn stress suggest predict contend
        maintain add note
        """
    )
)
# These name a listener next.
TO_SOMEBODY = frozenset(
    list_words(
        """
        told tells tell asked asks urged urges warned warns assured assures informed informs
        reminded reminds accused accuses thanked praised criticised criticized condemned
        briefed begged begs implored advised advises threatened threatens hailed hails blasted
        slammed lambasted blamed blames apologised apologized welcomed welcomes ordered instructed texted
        emailed
        """
    )
)
# These report in some of their uses only: "maintains the title", "expected Ruiz to win".
_LOOSE = frozenset(
    list_words(
        """
        maintained maintains calls called describes described
        believes believed believe thinks thought fears feared
        expects expected suspects hopes hoped reveals revealed
        reports reported noted notes continued thanked praised
        criticised criticized condemned stated states recalled
        recalls calling criticizing criticising accused accuses
        contended contends observed observes disclosed discloses cited concluded concludes swore
        swears implied
        implies signalled signals signaled reasoned reasons reckons reckoned countered counters cried disputed
        disputes blamed blames agreed agrees guaranteed hailed hails blasted slammed rejected
        rejects welcomed welcomes
        threatened threatens instructed ordered advised advises begged begs pleaded
        thought briefed decried decries disagreed apologised apologized apologises apologizes
        """
    )
)
# "The quake claimed 12 lives", "the cold claimed more of them".
_OF_LIVES = frozenset(list_words("lives life more fewer victims credit victory dozens hundreds thousands"))
_AUXILIARY = frozenset(
    list_words(
        """
        has had have also later then again himself herself now who repeatedly previously already
        """
    )
)
# "Did not deny", "would not confirm": the verb that follows stands in its bare form.
_HELPERS = frozenset(list_words("did does do not never didn't doesn't don't would wouldn't could couldn't"))
# "Declined the prize, saying that …".
_PARTICIPLES = frozenset(
    list_words("saying adding claiming arguing insisting explaining warning noting stressing complaining")
)
_PRONOUNS = frozenset(list_words("he she they i we it er sie"))
_MARKS = frozenset(",;:.!?”\"“’'»«–—")


# These name who speaks only right beside what they say: “Never,” snapped Ruiz.
_BESIDE_QUOTES = (
    (frozenset(k for k, v in CUES.items() if v in INVERTING) | MANNERS) - REPORTING - BARE - _PARTICIPLES
)
_CUES = frozenset((*REPORTING, *BARE, *_PARTICIPLES, *_BESIDE_QUOTES, "according", "claimed"))


class Saying(NamedTuple):
    """A reporting verb with who speaks (first and last word, the name if one stands) and who is told."""

    cue: int
    speaker: tuple[int, int] | None
    name: Name | None
    listener: Name | None
    sure: bool = True  # False in a relative clause
    loose: bool = False  # the verb reports in some of its uses only
    relative: bool = False  # who speaks is described right before "who"


def find_sayings(words: Words, names: Sequence[Name]) -> list[Saying]:
    """The reporting verbs of a text with who speaks and who is told.

    >>> from summarizer.check.passage.names import find_names
    >>> from summarizer.check.lexicon.words import split_words
    >>> words = split_words("Ruiz told Keller that the talks failed.", "en")
    >>> [(s.name.keys, s.listener.keys) for s in find_sayings(words, find_names(words))]
    [(('ruiz',), ('keller',))]
    """
    if _CUES.isdisjoint(words.key_set):
        return []
    keys = words.keys
    if words.language == "de":
        names = [name for name in names if name.sure]  # any noun has a capital
    ends, starts = {name.last: name for name in names}, {name.first: name for name in names}
    inside = {i: name for name in names for i in range(name.first, name.last + 1)}
    found: list[Saying] = []
    cues = _CUES | {"to"} if "according" in words.key_set else _CUES
    for i in [i for i, k in enumerate(keys) if k in cues and i not in inside]:
        key = keys[i]
        if key == "to" or key in _BESIDE_QUOTES or (key in _PARTICIPLES and i and keys[i - 1] == ","):
            if aside := _read_aside(words, i, starts, ends, inside):
                found.append(aside)
            continue
        helped = key in BARE and not _HELPERS.isdisjoint(keys[max(0, i - 3) : i])
        if _is_act(keys, i) or _is_noun(keys, i):
            continue
        if key not in REPORTING and not helped and not (key in BARE and _has_plural(words, i)):
            continue
        before = i - 1
        while before >= 0 and (
            keys[before] in _AUXILIARY or keys[before].endswith("ly") or (helped and keys[before] in _HELPERS)
        ):
            before -= 1
        if key.endswith("ing") and before >= 0 and keys[before] in BE:
            before -= 1  # "is telling"
        elif key.endswith("ing"):
            continue
        elif before >= 0 and keys[before] in BE:
            found.append(_read_passive(words, i, ends.get(before - 1), starts))
            continue
        if before >= 0 and keys[before] == "to":
            continue
        if keys[i + 1 : i + 2] == ["by"] or (key in TO_SOMEBODY and _opens_clause(words, before)):
            continue  # "Asked by Ruiz whether …, Keller said": a participle, whose clause reports nothing
        relative = "who" in keys[before + 1 : i] and before > 0 and keys[before] == ","
        speaker, name = _find_subject(words, _step_over_not(keys, before - relative), ends)
        if speaker is None:
            # After a quotation the verb may come first: “…,” said Ruiz.
            follower = _next_name(words, i + 1, starts)
            if (
                follower
                and (i == 0 or keys[i - 1] in _MARKS)
                and (_follows_quote(words, i) or _ends_clause(words, follower.last + 1))
            ):
                found.append(Saying(i, (follower.first, follower.last), follower, None))
            continue
        if relative and name is None:
            found.append(Saying(i, speaker, None, None, relative=True))
            continue
        sure = "who" not in keys[max(0, before - 2) : i] and _is_plain_subject(words, before, name, inside)
        found.append(Saying(i, speaker, name, _find_listener(words, i, starts), sure, key in _LOOSE))
    if any(s.speaker for s in found):
        # "Guards testified that prisoners had been denied water": nobody says the second.
        return [s for s in found if s.speaker or s.listener or keys[s.cue] in TO_SOMEBODY]
    return found


def _read_aside(
    words: Words, cue: int, starts: dict[int, Name], ends: Mapping[int, Name], inside: Mapping[int, Name]
) -> Saying | None:
    """Who says so by no verb with a subject of its own: "according to Ruiz"; “…,” snapped Ruiz."""
    key = words.keys[cue]
    if key == "to":
        if not cue or words.keys[cue - 1] != "according":
            return None
        name = _next_name(words, cue + 1, starts, over_commas=True)
        speaker = (name.first, name.last) if name else _find_agent(words, cue + 1)
        return Saying(cue, speaker, name, None)
    if key in _PARTICIPLES:
        name = _find_only_name(words, cue, inside)
    else:
        name = starts.get(cue + 1) if _follows_quote(words, cue) else ends.get(cue - 1)
        if name and not _follows_quote(words, min(cue, name.first)):
            name = None
    return Saying(cue, (name.first, name.last), name, None) if name else None


def _read_passive(words: Words, cue: int, listener: Name | None, starts: dict[int, Name]) -> Saying:
    """A reporting verb in the passive: "Obi was told by Smit"."""
    by = next((j for j in range(cue + 1, min(len(words), cue + 4)) if words.keys[j] == "by"), None)
    name = _next_name(words, by + 1, starts, over_commas=True) if by else None
    speaker = (name.first, name.last) if name else _find_agent(words, by + 1) if by else None
    return Saying(cue, speaker, name, listener)


def _find_only_name(words: Words, at: int, inside: Mapping[int, Name]) -> Name | None:
    """The one name that a sentence has before a word: "Dahl declined the prize, saying …"."""
    begin = next((j + 1 for j in range(at - 1, -1, -1) if words.keys[j] in ".!?;"), 0)
    near = {name for j in range(begin, at) if (name := inside.get(j))}
    return next((n for n in near if n.sure), None) if len(near) == 1 else None


def _is_plain_subject(words: Words, before: int, name: Name | None, inside: Mapping[int, Name]) -> bool:
    """Whether a subject beside commas can be nobody else: "Ruiz, the mayor, said", "the mayor, Ruiz, said".

    With a second name in the clause ("Ruiz, of Leeds, said") the commas do not tell whose they are.
    """
    if words.keys[before] not in (",", ")") or name is None:
        return True
    if words.keys[name.last + 1 : name.last + 2] == [","] and words.keys[name.last + 2] in _RELATIVE:
        return True  # "Ruiz, whose brother Tom Ruiz died, said"
    begin = next((j + 1 for j in range(before - 1, -1, -1) if words.keys[j] in '.!?”"“;'), 0)
    others = (inside[j] for j in range(begin, before) if j in inside)
    return not any(n is not name and begin <= n.first and n.last < before and n.sure for n in others)


_RELATIVE = RULING_OUT | frozenset(list_words("who whose whom which"))


def _has_plural(words: Words, at: int) -> bool:
    """Whether a plural or "they" stands before a verb in its bare form."""
    before = words.keys[at - 1] if at else ""
    return before in ("they", "we", "i", "people", "police", "who") or (
        before.endswith("s") and bool(words.roots[at - 1])
    )


def _opens_clause(words: Words, before: int) -> bool:
    """Whether nothing or "when" and the like stands before a verb: "When asked about the dam, Keller …"."""
    return before < 0 or words.keys[before] in _WHEN


_WHEN = frozenset(list_words("when while if once after though although"))


def _ends_clause(words: Words, at: int) -> bool:
    """Whether a name before this word can follow its verb; "said Ruiz was" has it begin what is said."""
    return at >= len(words) or not words.keys[at][0].isalpha() or words.keys[at] in _AFTER_INVERSION


def _follows_quote(words: Words, at: int) -> bool:
    """Whether a closing quotation mark stands right before a word, a comma between them aside."""
    return not {"”", '"', "“", "»", "’", "'"}.isdisjoint(words.keys[max(0, at - 2) : at])


_AFTER_INVERSION = frozenset(
    list_words(
        """
        on in at of to from who whose as after before during while when about and for with by whom under until
        over near outside later also again earlier today yesterday this last told
        """
    )
)


def _next_name(words: Words, at: int, starts: dict[int, Name], *, over_commas: bool = False) -> Name | None:
    """The name that begins within the next few words, past "the Russian foreign minister"."""
    for j in range(at, min(len(words.keys), at + 8)):
        if j in starts:
            return starts[j]
        key = words.keys[j]
        if over_commas and key == "," and j > at:
            # "according to the head of the port, Tom Keller, …"; not "according to the army, Oslo …"
            name = starts.get(j + 1)
            closed = name and words.keys[name.last + 1 : name.last + 2] in ([","], ["."])
            return name if closed else None
        if key in _MARKS:
            return None
        if key in (_OPENING if over_commas else _ENDING):
            return None
        if key == "of" and words.keys[j + 1 : j + 2] and words.keys[j + 1].endswith("ing"):
            return None  # "accused by prosecutors of having"
    return None


def _is_act(keys: Sequence[str], i: int) -> bool:
    """Whether a word reports nothing: "claimed 12 lives", "has said sorry"."""
    if keys[i] in ("called", "calls") and keys[i + 1 : i + 2] and keys[i + 1] in _PARTICLES:
        return True  # "called in the envoy"
    if keys[i] == "claimed":
        return not _OF_LIVES.isdisjoint(keys[i + 1 : i + 3])
    return keys[i] in _SAID_TO and is_gesture(keys, i)


def _is_noun(keys: Sequence[str], i: int) -> bool:
    """Whether a form is a noun: "the Herald report about it", "Baltic states have", "denied reports"."""
    if keys[i] not in _NOUNS:
        return False
    after = keys[i + 1] if i + 1 < len(keys) else "."
    return after in _OF_NOUNS or (
        keys[i].endswith("s") and (after in _PLURAL_VERBS or (i > 0 and is_past(keys[i - 1])))
    )


_NOUNS = frozenset(
    list_words(
        "claim demand estimate report note reports estimates claims demands notes states calls fears hopes"
    )
)
_OF_NOUNS = frozenset(list_words("of about on into by from"))
_PLURAL_VERBS = frozenset(list_words("have had are were will would could should may might can must"))
_PARTICLES = frozenset(list_words("in off up down out back away together"))
_SAID_TO = frozenset(list_words("said says added explained wrote"))


def _find_listener(words: Words, cue: int, starts: dict[int, Name]) -> Name | None:
    """Who is told: the name after the verb, over "the head of the port, Tom Keller," too."""
    if words.keys[cue] not in TO_SOMEBODY:
        to = words.keys[cue] in _SAID_TO and words.keys[cue + 1 : cue + 2] == ["to"]
        return _next_name(words, cue + 2, starts) if to else None
    name = _next_name(words, cue + 1, starts)
    if name or words.keys[cue] not in _TELLING:
        return name
    comma = False
    for j in range(cue + 1, min(len(words), cue + 10)):
        if j in starts and comma:
            last = starts[j].last
            return starts[j] if words.keys[last + 1 : last + 2] in ([","], ["that"]) else None
        key = words.keys[j]
        if (key in _MARKS and key != ",") or (key in _ENDING and key != "of"):
            return None
        comma |= key == ","
    return None


_TELLING = frozenset(
    list_words("told tells tell assured assures informed informs reminded reminds warned warns")
)


def _find_agent(words: Words, at: int) -> tuple[int, int] | None:
    """The words that say by whom, where it is no name: "by former players as cruel"."""
    end = at
    while (
        end < min(len(words), at + 5) and words.keys[end] not in _MARKS and words.keys[end] not in _AGENT_ENDS
    ):
        end += 1
    return (at, end - 1) if end > at else None


_AGENT_ENDS = frozenset(list_words("as to in on for about at over after when that who of"))
_OPENING = frozenset(list_words("that to if whether"))
_ENDING = frozenset(list_words("that to about in on for of at if whether"))


def _find_aide(words: Words, name: Name) -> int | None:
    """Where the noun begins that a person's name belongs to: "a spokeswoman for Mayor Prado"; else None."""
    at = name.first - 1
    while at > 0 and words.keys[at] in PERSON_TITLES:
        at -= 1
    titled = at < name.first - 1
    if at < 1 or words.keys[at] not in ("for", "of", "to"):
        return None
    if not titled and words.keys[at - 1] not in _CLOSE_TO:
        return None
    return next((j for j in range(at - 1, max(-1, at - 4), -1) if words.keys[j] in ("a", "an", "the")), None)


# People who belong to a person rather than to a body.
_CLOSE_TO = frozenset(
    list_words(
        """
        lawyer lawyers attorney attorneys solicitor barrister agent publicist widow widower wife husband
        mother father brother sister son daughter friend friends neighbour neighbor colleague relatives
        family aide adviser
        """
    )
)


def _step_over_not(keys: Sequence[str], at: int) -> int:
    """The index before which who speaks ends where another is ruled out: "the judge, not the jury, said"."""
    end = at - (keys[at : at + 1] == [","])
    if RULING_OUT.isdisjoint(keys[max(0, end - _NOT_FAR) : max(0, end)]):
        return at
    for j in range(end - 1, max(0, end - _NOT_FAR), -1):
        if keys[j] in _MARKS:
            break
        if keys[j] not in RULING_OUT:
            continue
        before = j - 1
        while before >= 0 and keys[before] in (",", "and", "but"):
            before -= 1
        apart = keys[j] != "not" or before < j - 1
        return before if apart and before >= 0 else at
    return at


_NOT_FAR = 7  # words back from a verb in which another may be ruled out
_PLACING = frozenset(list_words("in at on near of from"))


def _find_subject(words: Words, at: int, ends: dict[int, Name]) -> tuple[tuple[int, int] | None, Name | None]:
    """Who stands before a verb: a name, a pronoun or a description; over an apposition in commas."""
    keys, tokens = words.keys, words.tokens
    if at < 0:
        return None, None
    if at in ends:
        name = ends[at]
        if (head := _find_aide(words, name)) is not None:
            return (head, name.last), None  # "a spokeswoman for Mayor Prado said"
        return (name.first, name.last), name
    if keys[at] in _PRONOUNS:
        return (at, at), None
    if keys[at] in (",", ")"):
        opener = "(" if keys[at] == ")" else ","
        for j in range(at - 1, max(-1, at - 14), -1):
            if keys[j] in '.!?”"“;':
                return None, None
            if keys[j] == opener:
                # "Ruiz, the mayor, said" and "the mayor, Ruiz, said"
                bearer = ends.get(j - 1)
                if bearer is None and (is_past(keys[j + 1]) or keys[j + 1] in _PLACING):
                    return _find_subject(words, j - 1, ends)  # "The mine, owned by Delmar, said"
                bearer = bearer or ends.get(at - 1)
                return ((bearer.first, bearer.last), bearer) if bearer else (None, None)
        return None, None
    if not keys[at][0].isalpha():
        return None, None
    if at and tokens[at][0].islower() and keys[at - 1] in ",;”" and words.roots[at]:
        return (at, at), None  # "…, witnesses said"
    for j in range(at, max(-1, at - 6), -1):
        if j < at and tokens[j].endswith(("’s", "'s")):
            return (j, at), None  # "Russia's ambassador"
        if keys[j] in ("'", "’") and j and keys[j - 1].endswith("s"):
            continue  # "the miners' families"
        if keys[j] in _MARKS:
            return None, None
        if keys[j] in ("the", "a", "an", "his", "her", "their", "its", "der", "die", "das"):
            party = PhraseReader(words).read_left(at, 0) if keys[j - 1] in _PLACING else None
            return (party.first if party else j, at), None  # "the hospital in the town"
        if words.initial[j] and j < at and words.roots[j]:
            return (j, at), None  # "Environmental groups accuse"
    if tokens[at][0].islower() and (at == 0 or words.initial[at]):
        return (at, at), None
    return ((at, at), None) if words.initial[at] else (None, None)
