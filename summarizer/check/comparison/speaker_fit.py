"""Whether a claimed speaker can be whoever makes a statement of the evidence: the same, another, or open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.check.actors import is_same_name, split_name
from summarizer.check.context import Context
from summarizer.check.lexicon.function_words import POSSESSIVES
from summarizer.check.lexicon.places import COUNTRIES, SEATS
from summarizer.check.lexicon.senses import Relation, compare_senses
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import is_title
from summarizer.check.lexicon.words import Words, split_words
from summarizer.check.passage.names import is_short_for
from summarizer.check.passage.parties import RELATIVES, Party, PhraseReader, read_subject
from summarizer.check.passage.passage import Passage
from summarizer.check.passage.statements import Statement, split_sentences
from summarizer.given_names import tell_gender

SAME, OPEN, OTHER = 2, 1, 0
GENDERS = {"he": "m", "she": "f"}


class Claimed(NamedTuple):
    """A speaker of a claim, what the claim has them say, and how its statements nest."""

    party: Party
    words: Words  # of the text that names them
    roots: frozenset[str]
    verb: str = ""
    span: tuple[int, int] | None = None
    listener: Party | None = None
    inner: bool = False  # it stands in what somebody else says
    outer: bool = False  # somebody else's statement stands in it


def fit_speaker(claimed: Claimed, statement: Statement, evidence: Passage, context: Context) -> int:
    """Whether a claimed speaker can be whoever makes a statement."""
    party = statement.speaker
    if party is None:
        return OPEN
    if not party.own and not party.pronoun:
        return OPEN  # "nobody"
    told = statement.listener
    if told and claimed.party.own & told.own and not claimed.party.own & party.wide:
        return OPEN if _is_mutual(claimed) else OTHER
    above = evidence.statements[statement.parent].speaker if statement.parent >= 0 else None
    if party.pronoun and above is not None and not above.pronoun:
        # "told police he feared": as a rule whoever says so
        sexes = tell_party_gender(claimed.words, claimed.party), GENDERS.get(party.pronoun)
        if None not in sexes and sexes[0] != sexes[1]:
            return OTHER
        known = not claimed.party.own.isdisjoint(evidence.words.root_set)
        return (
            max(OPEN if known else OTHER, _fit_party(claimed, above, evidence.words, evidence, context))
            if (tell_party_gender(evidence.words, above) in (None, GENDERS.get(party.pronoun)))
            else _fit_pronoun(claimed, party, evidence, context)
        )
    if party.pronoun:
        return _fit_pronoun(claimed, party, evidence, context)
    if author := _find_author(party, evidence.words):
        return max(_fit_party(claimed, p, evidence.words, evidence, context) for p in (party, author))
    fit = _fit_party(claimed, party, evidence.words, evidence, context)
    if fit == OTHER and above and evidence.words.keys[party.first] in POSSESSIVES:
        fit = (
            OPEN if claimed.party.own & (above.wide - above.own) else OTHER
        )  # "Holm's lawyer said her client"
    if (
        fit == OPEN
        and not claimed.party.own & party.wide
        and _is_subject_of(claimed, statement, evidence.words)
    ):
        return OTHER
    return fit


def _is_mutual(claimed: Claimed) -> bool:
    """Whether a claimed speaker is somebody's cousin or the like, as that one is theirs."""
    return claimed.words.keys[claimed.party.first] in POSSESSIVES and not _MUTUAL.isdisjoint(
        _list_own(claimed.words, claimed.party)
    )


def _find_author(party: Party, words: Words) -> Party | None:
    """Whose paper or figures say something: "estimates by the broker Hale", "a letter signed by a clerk"."""
    after = party.last + 1
    noun = party.last - (words.keys[party.last] in _WRITTEN)
    if words.keys[after : after + 1] not in (["by"], ["from"]) or words.keys[noun] not in _AUTHORED:
        return None
    return PhraseReader(words).read_right(after + 1, len(words), over_commas=noun < party.last)


def _is_subject_of(claimed: Claimed, statement: Statement, words: Words) -> bool:
    """Whether a statement is about a claimed speaker, who is no body: "said the judge had been wrong".

    Before the verb it may be its one speaker by another name: "Ruiz is ill, the senator said".
    """
    if (
        not statement.content
        or claimed.party.own.isdisjoint(words.root_set)
        or is_body(claimed.words, claimed.party)
    ):
        return False
    if statement.speaker and not _SPEAKING.isdisjoint(_list_own(words, statement.speaker)):
        return False  # "the bishop's spokesman said the diocese had paid": for it
    begin, end = statement.content[0]
    several = statement.speaker is not None and is_plural(Claimed(statement.speaker, words, frozenset()))
    several = several and not is_plural(claimed)
    subject = PhraseReader(words).read_right(begin, end) if begin > statement.cue or several else None
    return subject is not None and bool(claimed.party.own & subject.own) and not is_conveyed(claimed)


def _fit_party(claimed: Claimed, party: Party, words: Words, evidence: Passage, context: Context) -> int:
    mine = claimed.party
    if mine.own & party.own:
        if _lie_apart(claimed, party, words):
            return OPEN
        return OTHER if _are_apart(claimed, party, words, evidence, context) else SAME
    if mine.name and party.name and _is_one_name(mine.name, party.name, context):
        return SAME
    for listed in context.cast.find_named(mine.name or split_name(_quote(claimed.words, mine))):
        roots = {r for name in listed for r in split_words(" ".join(name), "en").roots if r}
        if roots & party.own:
            return SAME
    if (tied := fit_described(claimed, party, evidence, context)) is not None:
        return tied
    if _find_countries(claimed.words, mine) & _find_countries(words, party):
        return SAME  # "Khartoum" is Sudan
    if mine.own & party.wide:
        keys = set(words.keys[party.first : party.last + 1])
        close = keys & (_CLOSE_TO | {"former", "ex"}) and not (
            keys & _PLEADING and is_body(claimed.words, mine)
        )
        return OTHER if close else OPEN
    if (
        mine.name
        and (not tell_gender(_capitalize(mine.name)) or mine.name[-1].endswith(_FIRM))
        and party.own
        and (party.own <= _GENERIC or words.keys[party.last].endswith("maker"))
        and not any(s.speaker and s.speaker.own & mine.own for s in evidence.statements)
    ):
        return OPEN  # "Delmar Foods" is "the company"
    if not _WORKS.isdisjoint(_list_own(words, party)) and any(
        root in mine.own for root in words.roots[: party.first]
    ):
        return OPEN  # "Holm released an advert that urges …"
    if _share_sense(claimed, party, words) or is_conveyed(claimed):
        return OPEN
    if is_anonymous(party):
        return OTHER if not mine.own & _UNNAMED else OPEN
    if mine.own.isdisjoint(words.root_set) and (mine.wide - mine.own) & party.wide:
        return OPEN  # "the park scientist" is of "the park's science team"
    if (
        words.keys[party.first] == "their"
        and is_plural(claimed)
        and not _SPEAKING.isdisjoint(_list_own(words, party))
    ):
        return OPEN  # "their spokesman" speaks for the residents
    owned = words.keys[party.first] in ("its", "their")
    if owned and is_body(claimed.words, mine) and not _MAKERS & set(_list_own(words, party)):
        return OPEN  # "its chief executive" speaks for the airline
    return OTHER


def _find_countries(words: Words, party: Party) -> set[str]:
    """The country that a party is, by its name or its seat of government."""
    keys = _list_own(words, party)
    return {c for key in keys if (c := SEATS.get(key) or COUNTRIES.get(key))} if len(keys) == 1 else set()


def _is_one_name(a: tuple[str, ...], b: tuple[str, ...], context: Context) -> bool:
    if is_same_name(a, b) or is_short_for(a, b) or is_short_for(b, a):
        return True
    return any(
        any(is_same_name(a, k) for k in listed) and any(is_same_name(b, k) for k in listed)
        for listed in context.cast.find_named(a)
    )


def _are_apart(claimed: Claimed, party: Party, words: Words, evidence: Passage, context: Context) -> bool:
    """Whether two who share a word are two people: "Jelena Moe" where Mr Moe speaks, and Jelena does not."""
    mine = claimed.party
    if not mine.name or not party.name:
        return False
    if len(mine.name) > 1 and len(party.name) > 1 and mine.name[-1] == party.name[-1]:
        title = party.name[-2]
        if is_title(title) and not is_title(mine.name[0]):
            # "Senator Reyes": whoever the article has with that title and name
            whole = (context.whole or evidence).words.keys
            bearers = {
                whole[i]
                for i in range(1, len(whole) - 1)
                if whole[i - 1] == title and whole[i + 1] == party.name[-1]
            }
            return bool(bearers) and mine.name[0] not in bearers
    genders = tell_party_gender(claimed.words, mine), tell_party_gender(words, party)
    if None not in genders and genders[0] != genders[1]:
        return True  # "Mr Tanaka" where Ms Tanaka speaks
    if len(mine.name) < 2:
        return False
    given = mine.name[0]
    if given in party.name or len(party.name) > 1:
        return len(party.name) > 1 and len(mine.name) > 1 and not is_same_name(mine.name, party.name)
    return (
        any(key == given and not party.first <= i <= party.last for i, key in enumerate(evidence.words.keys))
        and mine.name[-1] == party.name[-1]
        and tell_party_gender(words, party) not in (None, tell_gender(_capitalize(mine.name)))
    )


def _lie_apart(claimed: Claimed, party: Party, words: Words) -> bool:
    """Whether two with one noun belong to other places: "the ministry in Ankara" and "in Stockholm"."""
    if claimed.party.name or party.name:
        return False
    mine, theirs = (
        {w.keys[i] for i in range(p.first, p.last + 1) if w.tokens[i][0].isupper() and i != p.first}
        for w, p in ((claimed.words, claimed.party), (words, party))
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def fit_described(claimed: Claimed, party: Party, evidence: Passage, context: Context) -> int | None:
    """By whom the texts name beside a description: "the drummer" is Lou Sand, not the singer."""
    mine = claimed.party
    tables = [evidence.described, *([context.whole.described] if context.whole else ())]
    if party.name:
        own = {name[-1] for root in mine.own for table in tables for name in table.get(root, ())}
        return SAME if not mine.name and party.name[-1] in own else None
    meant = {name for root in party.own for table in tables for name in table.get(root, ())}
    if not meant or len({name[-1] for name in meant}) > 1:
        return None
    (last,) = {name[-1] for name in meant}
    if mine.name:
        if mine.name[-1] == last or any(not set(mine.name).isdisjoint(name) for name in meant):
            return SAME
        return OTHER if names_person(mine, context) else None
    own = {name[-1] for root in mine.own for table in tables for name in table.get(root, ())}
    if own and last not in own:
        return OTHER
    whole = context.whole or evidence
    if not own and is_plural(claimed) and not mine.own.isdisjoint(whole.words.root_set):
        return OTHER
    return None


def names_person(party: Party, context: Context) -> bool:
    """Whether a claimed name is a person's whom the article names."""
    if context.whole is None:
        return False
    keys = context.whole.words.keys
    return any(
        name.keys[-1] == party.name[-1]
        and (len(name.keys) > 1 or not _ADDRESSES.isdisjoint(keys[max(0, name.first - 2) : name.first]))
        for name in context.whole.names
    )


_ADDRESSES = frozenset(("mr", "mrs", "ms", "miss", "dr"))


def _share_sense(claimed: Claimed, party: Party, words: Words) -> bool:
    """Whether the nouns for two speakers mean one: "firm" and "company", "boss" and "chief executive"."""
    a = [
        k
        for k, r in zip(claimed.words.keys, claimed.words.roots, strict=True)
        if r and r in claimed.party.own
    ]
    b = [
        words.keys[i]
        for i in range(party.first, party.last + 1)
        if words.roots[i] in party.own and words.roots[i]
    ]
    return any(
        compare_senses(x, y) is Relation.NEAR for x in a for y in b if x not in _ANYBODY and y not in _ANYBODY
    )


_ANYBODY = frozenset(
    list_words("people person man men woman women boy boys girl girls child children guy youth")
)


def is_anonymous(party: Party) -> bool:
    """Whether nothing tells who speaks: "two people briefed on the plans"."""
    return not party.name and bool(party.own) and party.own <= _UNNAMED


_UNNAMED = frozenset(list_words("person people sourc insid source insider somebod someon"))


def is_conveyed(claimed: Claimed) -> bool:
    """Whether a paper or a survey is named, which gives what its authors or those asked say."""
    words, party = claimed.words, claimed.party
    keys = words.keys[party.first : party.last + 1]
    return not _DOCUMENTS.isdisjoint(_list_own(words, party)) or (
        bool(party.name)
        and claimed.verb in ("according", "report", "find", "show")
        and not tell_gender(_capitalize(party.name))
        and keys[0] == "the"
    )


_WORKS = frozenset(
    list_words(
        """
        survey poll study paper report article analysis research review memo
        letter filing filings document documents data figures log records statement interview
        investigation book tests trial ad advert speech tweet post video email lawsuit complaint motion
        petition resolution website poster banner
        """
    )
)
_DOCUMENTS = _WORKS | {"newspaper", "journal", "magazine"}
_AUTHORED = _DOCUMENTS | frozenset(
    list_words(
        """
        estimate estimates calculation calculations forecast forecasts projection projections statistics
        """
    )
)


_WRITTEN = frozenset(
    list_words(
        """
        filed signed written submitted sent drafted issued published made lodged brought drawn prepared
        compiled released circulated posted produced commissioned
        """
    )
)


def _quote(words: Words, party: Party) -> str:
    return words.quote(party.first, party.last)


def _capitalize(name: Sequence[str]) -> str:
    return " ".join(word.capitalize() for word in name)


def is_plural(claimed: Claimed) -> bool:
    """Whether several are meant: "the passengers"."""
    keys = [
        k
        for k, r in zip(claimed.words.keys, claimed.words.roots, strict=True)
        if r and r in claimed.party.own
    ]
    return (
        not claimed.party.name
        and bool(keys)
        and (
            (keys[-1].endswith("s") and not keys[-1].endswith("ss"))
            or keys[-1] in ("people", "police", "women", "men", "children")
        )
    )


# --- pronouns -----------------------------------------------------------------------------------------------


def _fit_pronoun(claimed: Claimed, party: Party, evidence: Passage, context: Context) -> int:
    gender = GENDERS.get(party.pronoun)
    if party.pronoun == "it":
        return _fit_it(claimed, party, evidence, context)
    if gender is None:
        return OPEN
    if is_plural(claimed):
        return OTHER  # "prosecutors" are no "she"
    mine = tell_party_gender(claimed.words, claimed.party)
    found = _find_antecedent(party, gender, evidence, context)
    if found is None:
        return (
            OTHER
            if mine not in (None, gender) and not claimed.party.own.isdisjoint(_all_roots(evidence, context))
            else OPEN
        )
    words, bearer = found
    joined = words is evidence.words and words.keys[party.first - 1] in _JOINING
    if joined and claimed.party.own.intersection(words.roots[bearer.last + 1 : party.first]):
        return OPEN  # "told the reporter to stop when she hinted …"
    fit = _fit_party(claimed, bearer, words, evidence, context)
    if fit != OTHER:
        return fit
    if mine not in (None, gender):
        return OTHER
    near = set(words.roots)
    mine_near = claimed.party.own
    if mine == gender and tell_party_gender(words, bearer) is None and not mine_near.isdisjoint(near):
        return OPEN
    return OTHER if bearer.name and claimed.party.own & (near | evidence.words.root_set) else OPEN


def _fit_it(claimed: Claimed, party: Party, evidence: Passage, context: Context) -> int:
    """Whether "it" may be a claimed speaker: as a rule it is the body that spoke last, and never people."""
    last = next(
        (
            s.speaker
            for s in reversed(evidence.statements)
            if s.speaker and s.cue < party.first and s.parent < 0 and not s.speaker.pronoun
        ),
        None,
    )
    if last is None or evidence.is_quoted(party.first) != evidence.is_quoted(last.first):
        return OPEN
    if is_person(evidence.words, last) and last.name:
        return OPEN
    return _fit_party(claimed, last, evidence.words, evidence, context)


_JOINING = frozenset(("when", "if", "after", "as", "because", "before", "since", "once", "while", "until"))


def _all_roots(evidence: Passage, context: Context) -> frozenset[str]:
    return (context.whole or evidence).words.root_set


def _find_antecedent(
    party: Party, gender: str, evidence: Passage, context: Context
) -> tuple[Words, Party] | None:
    """Who "he" or "she" is: the subject of its sentence, or of one right before it."""
    words = evidence.words
    bounds = split_sentences(words, evidence.quoted)
    at = next(n for n, (a, b) in enumerate(bounds) if a <= party.first < b)
    for begin, end in reversed(bounds[: at + 1]):
        subject = read_subject(words, begin, min(end, party.first) if begin <= party.first < end else end)
        if subject is not None and not subject.pronoun:
            return (words, subject) if _may_be(words, subject, gender) else None
    if context.whole is None:
        return None
    text = context.whole.text
    start = text.find(evidence.text[:80])
    if start <= 0:
        return None
    before = Passage(text[max(0, start - 500) : start], evidence.language)
    for begin, end in list(reversed(split_sentences(before.words, before.quoted)))[:2]:
        if begin == end:
            continue
        subject = read_subject(before.words, begin, end)
        if subject is not None and not subject.pronoun:
            return (before.words, subject) if _may_be(before.words, subject, gender) else None
    return None


def _may_be(words: Words, party: Party, gender: str) -> bool:
    """Whether a subject is a person of a gender, as far as it shows."""
    return (
        bool(party.name) and tell_party_gender(words, party) in (None, gender) and not is_body(words, party)
    )


def tell_party_gender(words: Words, party: Party) -> str | None:
    """Whether titles, nouns or a given name show a woman, "f", or a man, "m"."""
    inside = range(party.first, party.last + 1)
    aside = next((i for i in inside if words.keys[i] in RELATIVES), party.last + 1)
    keys = set(words.keys[party.first : aside])  # "Ruiz, whose sister …"
    if keys & _MALE:
        return "m"
    if keys & _FEMALE:
        return "f"
    return tell_gender(_capitalize(party.name)) if party.name else None


_MALE = frozenset(
    list_words(
        """
        mr sir lord king prince pope spokesman chairman congressman businessman father brother son
        husband man boy uncle nephew actor grandfather widower
        """
    )
)
_FEMALE = frozenset(
    list_words(
        """
        mrs ms miss lady dame queen princess spokeswoman chairwoman congresswoman mother sister daughter
        wife widow woman girl actress aunt niece grandmother
        """
    )
)


def is_person(words: Words, party: Party) -> bool:
    """Whether a speaker with a name is a person, not a place or a body that many speak for."""
    aside = next((i for i in range(party.first, party.last + 1) if words.keys[i] == "who"), party.last + 1)
    keys = set(words.keys[party.first : aside])  # not the body of "Ruiz, who heads their federation"
    return bool(
        tell_gender(_capitalize(party.name))
        or keys & (_CLOSE_TO | _LAYMEN | OFFICES | _MALE | _FEMALE)
        or (len(party.name) > 1 and not keys & _BODIES and words.keys[party.first] != "the")
    )


def is_body(words: Words, party: Party) -> bool:
    """Whether an organisation is meant, which may speak through a person."""
    inside = range(party.first, party.last + 1)
    return (
        not _BODIES.isdisjoint(_list_own(words, party))
        or (len(party.name) == 1 and words.keys[party.first] == "the")
        or any(words.tokens[i].isupper() and len(words.tokens[i]) > 2 for i in inside)
    )


def _list_own(words: Words, party: Party) -> list[str]:
    """The words that tell who a party is."""
    return [
        words.keys[i]
        for i in range(party.first, party.last + 1)
        if words.roots[i] and words.roots[i] in party.own
    ]


def may_speak_for(words: Words, party: Party) -> bool:
    """Whether a speaker may speak for a body: a person with an office there, or with none that is told."""
    keys = _list_own(words, party)
    if not _CLOSE_TO.isdisjoint(keys) or not _LAYMEN.isdisjoint(keys):
        return False
    return bool(party.name) or not OFFICES.isdisjoint(keys)


_BODIES = frozenset(
    list_words(
        """
        company firm ministry government council bank airline club university team police army navy union
        party board committee commission agency authority court parliament congress senate association
        federation institute hospital trust school museum office department bureau group corporation inc
        ltd plc league society foundation church regulator retailer carrier operator developer network
        station paper newspaper magazine watchdog charity administration coalition alliance cabinet
        service fund centre center organisation organization institution observatory
        kremlin house palace campaign mission diocese archdiocese zoo clinic orchestra theatre gallery
        """
    )
)
_PLEADING = frozenset(list_words("lawyer lawyers attorney attorneys solicitor barrister agent publicist"))
_SPEAKING = frozenset(
    list_words(
        """
        spokesman spokeswoman spokesperson leader leaders representative representatives lawyer lawyers
        president chair organiser organizer negotiator negotiators secretary
        """
    )
)
_MAKERS = frozenset(
    list_words("maker manufacturer developer builder owner operator publisher union supplier")
)
_FIRM = ("s", "bank", "group", "media", "pharma", "energy", "steel", "motor", "air", "tech")  # "Harlan Foods"
_GENERIC = frozenset(
    list_words(
        """
        compan firm bank airlin club group union team parti agenc charit retail operat carri manufactur
        maker util lend insur brew broadcast publish develop studio label network start startup
        """
    )
)
OFFICES = frozenset(
    list_words(
        """
        spokesman spokeswoman spokesperson official officials minister director chief head executive
        leader president chair chairman chairwoman manager secretary mayor governor officer commissioner
        boss chancellor principal rector ceo founder owner captain coach general colonel commander
        chairperson deputy ambassador
        """
    )
)
_CLOSE_TO = frozenset(
    list_words(
        """
        lawyer lawyers attorney attorneys solicitor barrister agent publicist widow widower wife husband
        mother father brother sister son daughter friend friends neighbour neighbor colleague colleagues
        relatives family deputy predecessor successor opponent partner employer uncle aunt cousin nephew
        niece grandmother grandfather mentor rival critic critics
        """
    )
)
_MUTUAL = frozenset(
    list_words(
        """
        cousin friend neighbour neighbor colleague counterpart brother sister sibling twin partner rival
        opponent roommate classmate teammate flatmate
        """
    )
)
_LAYMEN = frozenset(
    list_words(
        """
        resident residents witness witnesses survivor survivors passenger passengers tenant tenants
        victim victims patient patients villager villagers customer customers student students teacher
        teachers parent parents farmer farmers scientist scientists researcher researchers analyst
        analysts economist economists professor expert experts
        """
    )
)
