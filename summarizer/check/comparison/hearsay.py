"""What somebody only says, told as a fact: testimony, a party's word about others, one side of a dispute."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.comparison.speaker_fit import OFFICES, is_body, is_person
from summarizer.check.lexicon.hedge_words import ANONYMOUS
from summarizer.check.lexicon.number_words import CARDINALS, FRACTIONS
from summarizer.check.lexicon.polarity_words import AUXILIARIES
from summarizer.check.lexicon.statement_words import ANSWERS, GENERAL, SAYING_NOUNS
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import Words, find_root, is_past
from summarizer.check.passage.hedges import DENYING, find_begin
from summarizer.check.passage.parties import Party
from summarizer.check.passage.passage import Passage
from summarizer.check.passage.statements import Statement


def find_passed_on(claim: Passage, evidence: Passage) -> tuple[int, int] | None:
    """A statement that a claim gives as made, though its evidence has it only from somebody else's mouth.

    First and last word of whoever tells of it. "Ruiz said his coach had told him that he was finished" is no
    proof that the coach said so.

    >>> evidence = Passage("Ruiz said his coach, Tom Adler, had told him he was too slow.", "en")
    >>> found = find_passed_on(Passage("Tom Adler told Ruiz that he was too slow.", "en"), evidence)
    >>> evidence.words.quote(*found)
    'Ruiz'
    """
    statements = evidence.statements
    for mine in claim.statements:
        speaker = mine.speaker
        if speaker is None or mine.parent >= 0 or not speaker.own or mine.verb not in _SPOKEN:
            continue
        said = {claim.words.roots[j] for a, b in mine.content for j in range(a, b)} - {""}
        for index, theirs in enumerate(statements):
            inner, outer = theirs.speaker, _list_around(index, statements)
            if inner is None or not outer or not inner.own & speaker.own or theirs.verb not in _SPOKEN:
                continue
            told = {evidence.words.roots[j] for a, b in theirs.content for j in range(a, b)}
            if len(said & told) < max(1, _MOST * len(said)):
                continue
            if outer[0].verb in _ANSWERING:
                continue  # "rejected his claim that", "answered a letter in which": it has been made
            top = outer[-1].speaker
            if (
                top is None
                or top.pronoun
                or not top.own
                or top.own & inner.own
                or top.own & _list_tellers(claim)
                or evidence.words.keys[max(0, top.first - 1)] == "as"
            ):
                continue  # the last is an aside: "Ruiz said he was never, as his aunt claims, ill"
            if is_body(evidence.words, top) or not _SPEAKING.isdisjoint(_list_keys(top, evidence.words)):
                continue  # "the ministry said its envoy had told …": it answers for both
            return top.first, top.last
    return None


_ANSWERING = (ANSWERS | {"answer", "reply", "respond"}) - {"deny"}


def _list_tellers(claim: Passage) -> frozenset[str]:
    """The roots of whoever a claim has say something."""
    return frozenset().union(*(s.speaker.wide for s in claim.statements if s.speaker))


_SPOKEN = frozenset(
    list_words(
        """
        say tell warn ask admit confess promise threaten claim state write reply announce declare explain
        confirm acknowledge insist suggest assure order instruct advise inform remark concede vow urge
        allege argue maintain contend complain recall according add testify swear
        """
    )
)


def find_hearsay(claim: Passage, evidence: Passage, *, brief: bool = False) -> tuple[int, int] | None:
    """What a claim tells as a fact, though its evidence has it on the word of somebody with a stake in it.

    First and last word of whoever says so. The claim names no speaker and keeps nothing open. `brief`: it is
    a headline, which may tell what somebody says of what they have seen, or quotes, without saying who.

    >>> evidence = Passage("The caretaker told the inquest that the gate had been open all night.", "en")
    >>> found = find_hearsay(Passage("The gate was open all night.", "en"), evidence)
    >>> evidence.words.quote(*found)
    'The caretaker'
    """
    statements = evidence.statements
    new = {s.verb for s in claim.statements} - {s.verb for s in statements}
    if any(
        s.verb in new and claim.words.roots[s.cue] not in evidence.words.root_set for s in claim.statements
    ):
        return None  # it says on whose word
    tellers, told = _list_tellers(claim), {s.verb for s in claim.statements if s.speaker}
    for index, statement in enumerate(statements):
        if statement.speaker is None or statement.verb in told:
            continue
        if statement.verb in _COUNTED and _is_counted(statement, claim.words, evidence.words):
            return statement.speaker.first, statement.speaker.last
        inner = {s.verb for s in statements if s.parent == index}
        if statement.speaker.own & tellers and not (told and told <= inner - _TELLING):
            continue  # it says on whose word, not only what they did: "she ordered it"
        if not _says(claim.words, evidence.words, statement):
            continue
        outer = _list_around(index, statements)
        direct = told <= inner and (bool(told) or "that" not in claim.words.key_set)
        if (
            any(_testifies(s, evidence.words) or _has_stake(s, evidence.words) for s in (statement, *outer))
            or (statement.verb in _UNPROVEN and claim.words.root_set.isdisjoint(_UNPROVEN_ROOTS))
            or _defends_itself(statement.speaker, statements, evidence.words)
            or _is_estimated(statement, claim.words, evidence.words)
            or _is_disputed(statement, outer, statements, evidence)
            or _is_recounted(statement, claim.words, evidence.words)
            or (
                direct
                and not brief
                and (_recounts(statement, evidence.words) or _is_quoted(statement, claim, evidence))
            )
        ):
            return statement.speaker.first, statement.speaker.last
    return _find_heard(claim.words, evidence.words) or _find_blamed(claim.words, evidence)


def find_asked(claim: Passage, evidence: Passage) -> tuple[int, int] | None:
    """A question that a claim gives as answered by a yes, which its evidence has not: "asked if he knew".

    First and last word of the question.

    >>> evidence = Passage("Asked whether he would sell the mill, Mr Vik only laughed.", "en")
    >>> found = find_asked(Passage("Mr Vik said he would sell the mill.", "en"), evidence)
    >>> evidence.words.quote(*found)
    'whether he would sell the mill'
    """
    words = evidence.words
    if _ASKED_IF.isdisjoint(words.key_set) or not _NO_YES.isdisjoint(claim.words.key_set):
        return None
    keys = words.keys
    for i, key in enumerate(keys):
        if key not in _ASKED_IF or (i and keys[i - 1] not in ("when", ".", ",")):
            continue
        begin = next(
            (j for j in range(i + 1, min(len(keys), i + _APART)) if keys[j] in ("whether", "if")), None
        )
        if begin is None:
            continue
        end = next((j for j in range(begin, len(keys)) if keys[j] in (",", ".", ";")), len(keys))
        rest = [*range(i), *range(end, len(keys))]
        if not _YES.isdisjoint(keys[j] for j in rest) or any(_is_elliptic(words, j) for j in rest):
            continue
        tellers = _list_tellers(claim) | _list_tellers(evidence)
        tellers |= frozenset().union(*(s.listener.wide for s in claim.statements if s.listener))
        wanted = claim.words.root_set - tellers - {claim.words.roots[s.cue] for s in claim.statements}
        asked = wanted.intersection(words.roots[begin:end])
        if asked and len(asked) >= _MOST * len(wanted) and asked.isdisjoint(words.roots[j] for j in rest):
            return begin, end - 1
    return None


def _is_elliptic(words: Words, at: int) -> bool:
    """Whether a clause ends in an auxiliary: "said he would"."""
    follows = words.keys[at + 1] if at + 1 < len(words) else "."
    return (words.keys[at] in AUXILIARIES or words.keys[at] == "to") and not follows[0].isalnum()


_ASKED_IF = frozenset(("asked", "pressed", "questioned", "quizzed"))
_NO_YES = frozenset(
    list_words(
        """
        asked pressed questioned quizzed question questions whether if no not never neither nor nothing
        without deny denies denied denying rejected declined refused avoided dodged
        may might could unclear open
        """
    )
)
_YES = frozenset(
    list_words(
        """
        yes yeah yep absolutely certainly definitely indeed course sure nodded nods confirmed confirms agreed
        affirmative affirmatively exactly conceded admitted acknowledged so
        """
    )
)


def _find_blamed(claim: Words, evidence: Passage) -> tuple[int, int] | None:
    """Where somebody only blames what a claim has as the cause: "blaming mites", "mites are the cause"."""
    words = evidence.words
    if _BLAMING.isdisjoint(words.key_set) or _CAUSING.isdisjoint(claim.key_set - words.key_set):
        return None
    keys = words.keys
    if any(s.verb in _BLAMING and s.speaker and s.speaker.own & claim.root_set for s in evidence.statements):
        return None  # it says who blames
    for i, key in enumerate(keys):
        if (
            key not in _BLAMING
            or keys[i + 1 : i + 2] in (["of"], ["that"])
            or (key[:6] == "credit" and "with" in keys[i : i + 5])
        ):
            continue
        end = next((j for j in range(i + 1, len(keys)) if keys[j] in _BLAMED_FOR), len(keys))
        if not claim.root_set.isdisjoint(words.roots[i + 1 : min(end, i + 1 + _APART)]):
            return i, i
    return None


def _find_heard(claim: Words, evidence: Words) -> tuple[int, int] | None:
    """Where a court hears what a claim tells as a fact: "jurors were told that", "…, the inquest heard"."""
    keys = evidence.keys
    for i, key in enumerate(keys) if not HEARERS.isdisjoint(evidence.key_set) else ():
        if key not in HEARERS:
            continue
        last = next(
            (j for j in range(i + 1, min(len(keys), i + _APART)) if keys[j] in ("heard", "told", ",")), i
        )
        if keys[last] != "heard" and not (keys[last] == "told" and keys[last - 1] in ("was", "were")):
            continue
        begin = next((j + 1 for j in range(i - 1, -1, -1) if keys[j] in ".!?;"), 0)
        end = next((j for j in range(last, len(keys)) if keys[j] in ".!?;"), len(keys))
        if last + 2 < end and {"that", "how"}.isdisjoint(keys[last + 1 : last + 4]):
            continue  # "heard evidence from"
        heard = range(last + 1, end) if last + 2 < end else range(begin, i)
        wanted = claim.root_set
        if len(wanted.intersection(evidence.roots[j] for j in heard)) >= max(_LEAST, _MOST * len(wanted)):
            return i, last
    return None


def _list_around(index: int, statements: Sequence[Statement]) -> list[Statement]:
    """The statements in whose content one stands, the innermost first."""
    found: list[Statement] = []
    parent = statements[index].parent
    while parent >= 0 and len(found) < len(statements):
        found.append(statements[parent])
        parent = statements[parent].parent
    return found


def _says(claim: Words, evidence: Words, statement: Statement) -> bool:
    """Whether a claim has nearly all its words from what somebody says, and not from the rest as well."""
    places = {j for a, b in statement.content for j in range(a, b)}
    begin = find_begin(evidence.keys, statement.cue)
    if claim.root_set.isdisjoint(evidence.roots[j] for j in places if j >= begin):
        return (
            False  # "11 cars, all of them, she claims, by one gang": that they are 11 is the article's word
        )
    if evidence.keys[min(places, default=0)] == "since":
        places.difference_update(range(min(places), _find_comma(evidence, min(places))))
    if places and min(places) > statement.cue:
        places.update(range(min(places), _find_end(evidence, max(places))))
    if statement.verb in _REFUSING:
        # A denial takes the rest for granted: "the container in which two men died"
        end = _find_relative(evidence, min(places, default=0))
        denied = {evidence.roots[j] for j in places if j < end}
        if len(claim.root_set & denied) < _LEAST:
            return False
    said = {evidence.roots[j] for j in places}
    teller = statement.speaker.wide if statement.speaker else frozenset()
    wanted = claim.root_set - teller
    shared = wanted & said
    meant = any(evidence.keys[j] in _STANDING_FOR for j in places)  # "them" is something the claim names
    if len(shared) < _LEAST or len(shared) + meant < _MOST * len(wanted):
        return False
    rest = {r for j, r in enumerate(evidence.roots) if r and j not in places} - teller
    return len(wanted & rest) < _ELSEWHERE * len(wanted)


def _find_relative(words: Words, begin: int) -> int:
    """Where the first relative clause without a comma begins behind a word."""
    keys = words.keys
    near = range(begin + 1, len(keys))
    return next((j for j in near if keys[j] in _RELATING and keys[j - 1] != ","), len(keys))


_RELATING = frozenset(("which", "who", "whom", "whose", "where"))


_REFUSING = frozenset(("deny", "dispute", "reject"))


def _find_comma(words: Words, at: int) -> int:
    return next((j for j in range(at, len(words)) if words.keys[j] == ","), at)


def _find_end(words: Words, at: int) -> int:
    """Where the clauses end that go on behind a word: at a "but", a semicolon or the end of the sentence."""
    return next((j for j in range(at, len(words)) if words.keys[j] in _CONTRASTS), len(words))


_STANDING_FOR = frozenset(("it", "them", "him", "her", "this", "that"))
_BLAMING = frozenset(
    list_words(
        """
        blame blames blamed blaming credit credits credited crediting attribute attributes attributed
        attributing suspect suspects
        """
    )
)
_BLAMED_FOR = frozenset((",", ".", ";", "for", "rather", "not", "but"))
_CAUSING = frozenset(
    list_words(
        """
        because caused cause causes due owing thanks reason result resulted responsible behind led fault
        triggered blame
        """
    )
)
_APART = 7  # words from a court to what it does
_LEAST = 2  # content words that a claim must have from a statement
_MOST = 0.7  # and the share of its own that they are
_ELSEWHERE = 0.7  # share of a claim's words outside a statement, from which it rests on more than that


def _testifies(statement: Statement, words: Words) -> bool:
    """Whether somebody speaks as a witness or as accused: "told the inquest", "testified"."""
    if statement.verb in _TESTIFYING:
        return True
    told = statement.listener
    if told is None or told.pronoun or (statement.content and words.keys[statement.content[0][0]] == "it"):
        return False  # a body tells a court what it has done
    return not HEARERS.isdisjoint(words.keys[told.first : told.last + 1])


def _has_stake(statement: Statement, words: Words) -> bool:
    """Whether whoever speaks is a party to what they tell, or nobody who answers for it: "his lawyer"."""
    party = statement.speaker
    if party is None or party.pronoun or not statement.content:
        return False
    if statement.verb == "report" and not _MEDIA.isdisjoint(words.keys[party.first : party.last + 1]):
        return True
    if statement.verb not in _SPOKEN:
        return False
    keys = words.keys[party.first : party.last + 1]
    if not _DEATHS.isdisjoint(words.key_set) and not _RELATIVES.isdisjoint(keys):
        return False  # "died on Friday, his daughter said": a family answers for that
    if _tells_of_itself(statement, words):
        begin, end = statement.content[0]
        return not _ARMED.isdisjoint(keys) and "had" in words.keys[begin:end]
    if _is_anonymous(statement, words):
        return True
    if not _FORMER.isdisjoint(keys) or not _PARTIES.isdisjoint(_list_keys(party, words)):
        return True
    return is_person(words, party) and OFFICES.isdisjoint(keys) and _accuses(statement, words)


def _is_anonymous(statement: Statement, words: Words) -> bool:
    """Whether nobody answers for what is said: "people familiar with it", "reports say", "two officials"."""
    party = statement.speaker
    if party is None or party.name:
        return False
    keys = words.keys[party.first : party.last + 1]
    return (
        not ANONYMOUS.isdisjoint(keys)
        or keys[-1] == "reports"
        or keys[1:3] == ["close", "to"]
        or (len(keys) == 2 and keys[0] in _A_FEW and keys[1] in _UNNAMED)
    )


_MEDIA = frozenset(
    list_words(
        "newspaper newspapers daily weekly tabloid magazine broadcaster station channel website outlet"
    )
)
_A_FEW = frozenset(list_words("one two three four five some several"))
_UNNAMED = frozenset(
    list_words(
        "people person persons official officials employee employees diplomat diplomats staffer staffers"
    )
)


def _defends_itself(speaker: Party, statements: Sequence[Statement], words: Words) -> bool:
    """Whether who speaks denies what is held against them, so that all they say is a side's word."""
    return any(
        s.verb == "deny"
        and s.speaker is not None
        and bool(s.speaker.own & speaker.own or (s.speaker.pronoun and s.speaker.pronoun == speaker.pronoun))
        and _NO_DENIAL.isdisjoint(words.keys[max(0, s.cue - 2) : s.cue])
        for s in statements
    )


# What stands behind one of these is the speaker's alone.
_UNPROVEN = frozenset(
    list_words("allege claim contend insist argue maintain suspect believe speculate fear accuse")
)
_TELLING = _UNPROVEN | GENERAL
_UNPROVEN_ROOTS = frozenset(find_root(verb, "en") for verb in _UNPROVEN)
_NO_DENIAL = frozenset(("nor", "not", "never", "or", "neither", "without"))


def _is_recounted(statement: Statement, claim: Words, evidence: Words) -> bool:
    """Whether a claim has one figure of two: "Ann Holm said 300 came; police put the number at 90"."""
    keys = evidence.keys
    if _COUNTING.isdisjoint(evidence.key_set) or not any(map(_is_figure, claim.keys)):
        return False
    for j in range(statement.cue + 1, len(keys) - 1):
        if keys[j] in _COUNTING and not _APART_FROM.isdisjoint(keys[statement.cue : j]):
            near = range(j + 1, min(len(keys), j + _FIGURE))
            if any(
                (_is_figure(keys[k]) or keys[k] in FRACTIONS) and keys[k] not in claim.key_set for k in near
            ):
                return True
    return False


def _is_figure(key: str) -> bool:
    return key[0].isdecimal() or key in CARDINALS["en"]


_COUNTING = frozenset(list_words("put puts speak speaks spoke counted counts estimated estimates reckons"))
_APART_FROM = frozenset((";", "while", "but", "whereas", "sum", "figure", "number", "total"))
_FIGURE = 9  # words from "put" to another figure


def _recounts(statement: Statement, words: Words) -> bool:
    """Whether a person tells what has happened or been done: "Ann Holm said she had paid"."""
    party = statement.speaker
    if party is None or party.pronoun or statement.verb not in _SPOKEN or not statement.content:
        return False
    begin, end = statement.content[0]
    own = words.keys[begin] in _SELVES
    since = _HAVE if is_past(words.keys[statement.cue]) else _HAVE | _WAS
    past = "had" in words.keys[begin:end] or (own and words.keys[begin + 1] in since)
    if begin < statement.cue or words.keys[begin] in _BODILY or not past:
        return False
    keys = words.keys[party.first : party.last + 1]
    if own and words.keys[begin + 1] in _WAS and is_past(words.keys[begin + 2]):
        return not is_body(words, party)  # what was done to them
    if statement.verb == "tell" and statement.listener and not party.name and keys[0] in _INDEFINITE:
        return OFFICES.isdisjoint(keys) and not is_body(words, party)  # "a courier told us"
    return is_person(words, party) and (own or OFFICES.isdisjoint(keys)) and _ASKED.isdisjoint(keys)


_INDEFINITE = frozenset(list_words("a an another one two three four five several some many"))
_HAVE = frozenset(("have", "has"))
_WAS = frozenset(("was", "were"))  # "nuns say they were dismissed"
_BODILY = frozenset(("it", "its"))
# Whose answers are counted.
_ASKED = frozenset(list_words("surveyed polled respondents interviewed patients voters of"))


def _is_quoted(statement: Statement, claim: Passage, evidence: Passage) -> bool:
    """Whether a claim has most of its words from a quotation, without its marks."""
    if not evidence.quoted or claim.quoted or statement.speaker is None:
        return False
    words = evidence.words
    quoted = {words.roots[j] for a, b in statement.content for j in range(a, b) if evidence.is_quoted(j)}
    wanted = claim.words.root_set - statement.speaker.wide
    if len(wanted & quoted) >= max(_LEAST, _QUOTED * len(wanted)):
        return True
    first = next(
        (
            j
            for a, b in statement.content
            for j in range(a, b)
            if evidence.is_quoted(j) and words.tokens[j][0].isalnum()
        ),
        None,
    )
    # What is said of somebody is quoted: "ministers “have done nothing” since"
    return (
        first is not None
        and words.keys[first] in AUXILIARIES
        and len(quoted) > _LEAST
        and quoted - {""} <= wanted
    )


_QUOTED = 0.6  # share of a claim's words in a quotation


def _is_estimated(statement: Statement, claim: Words, evidence: Words) -> bool:
    """Whether a claim has a figure as counted that its evidence only has estimated."""
    speaker = statement.speaker
    if statement.verb != "estimate" or speaker is None or not speaker.own.isdisjoint(claim.root_set):
        return False
    return any(
        evidence.keys[j][:1].isdigit() and evidence.keys[j] in claim.key_set
        for a, b in statement.content
        for j in range(a, b)
    )


def _is_counted(statement: Statement, claim: Words, evidence: Words) -> bool:
    """Whether a claim has how many there were from somebody's: "organisers claimed a turnout of 900"."""
    places = [j for a, b in statement.content for j in range(a, b)]
    return not _CROWDS.isdisjoint(evidence.keys[j] for j in places) and any(
        evidence.keys[j][0].isdecimal()
        and evidence.keys[j] in claim.key_set
        and evidence.keys.count(evidence.keys[j]) == 1
        for j in places
    )


_COUNTED = frozenset(("claim", "estimate"))
# How many there are, which is not always counted.
_CROWDS = frozenset(
    list_words(
        "turnout attendance crowd toll figure membership circulation readership audience following strength"
    )
)


def _accuses(statement: Statement, words: Words) -> bool:
    """Whether what is said has somebody have done a wrong: "had forged the signature"."""
    return any(
        words.keys[j] == "had" and not _WRONGS.isdisjoint(words.roots[j + 1 : j + 4])
        for a, b in statement.content
        for j in range(a, b)
    )


def _tells_of_itself(statement: Statement, words: Words) -> bool:
    """Whether what is said is the speaker's own act: "said she had filed it"; "it was Ruiz who" is not."""
    (at, end), party = statement.content[0], statement.speaker
    if (
        party
        and words.keys[at] in _CLIENTS
        and "would" not in words.keys[at:end]
        and not _SERVING.isdisjoint(words.keys[party.first : party.last + 1])
    ):
        return False  # "her lawyer said she had paid"
    return words.keys[at] in _SELVES and words.keys[at : at + 2] not in (["it", "was"], ["it", "is"])


def _list_keys(party: Party, words: Words) -> list[str]:
    """The words that tell who a party is."""
    return [words.keys[i] for i in range(party.first, party.last + 1) if words.roots[i] in party.own]


def _is_disputed(
    statement: Statement, outer: Sequence[Statement], statements: Sequence[Statement], evidence: Passage
) -> bool:
    """Whether another, beside a statement, insists on something else or denies it: "…; the junta insists"."""
    words = evidence.words
    mine = statement.speaker
    for other in statements:
        theirs = other.speaker
        if _contradicts(other, statement, words):
            return True
        if (
            other is statement
            or other in outer
            or theirs is None
            or mine is None
            or statement.holds(other.cue)
        ):
            continue
        if theirs.own & mine.own or (theirs.pronoun and theirs.pronoun == mine.pronoun):
            continue
        if other.verb not in _DISPUTING and not (other.verb in GENERAL and _denies(other, words)):
            continue
        between = range(min(other.cue, statement.cue), max(other.cue, statement.cue))
        if any(words.keys[j] in _CONTRASTS for j in between) or other.refers:
            return True
    return False


def _contradicts(other: Statement, statement: Statement, words: Words) -> bool:
    """Whether whoever speaks goes against another's word: "…, said Ruiz, contradicting the army's report"."""
    if (
        other.verb not in _AGAINST
        or not words.keys[other.cue].endswith("ing")
        or words.keys[other.cue - 1] != ","
    ):
        return False
    one, two = other.speaker, statement.speaker
    if one is None or two is None or one.first != two.first:
        return False
    return any(words.keys[j] in _VERSIONS for a, b in other.content for j in range(a, b))


def _denies(statement: Statement, words: Words) -> bool:
    """Whether somebody says what is not so: "…, while the force says he was never there"."""
    return any(not DENYING.isdisjoint(words.keys[a:b]) for a, b in statement.content)


_AGAINST = frozenset(list_words("deny dispute reject dismiss contradict refute rebut contest counter"))
_VERSIONS = SAYING_NOUNS | frozenset(
    list_words(
        """
        account accounts report reports version versions story stories description rumour rumours rumor rumors
        speculation reporting article articles notion idea theory
        """
    )
)
_DISPUTING = frozenset(
    list_words("insist deny dispute reject dismiss contradict refute rebut contest maintain contend counter")
)
_CONTRASTS = frozenset((";", "but", "while", "although", "though", "whereas", "yet", ".", "however"))
_TESTIFYING = frozenset(("testify", "swear"))
_SELVES = frozenset(list_words("he she they it we i his her their its my our"))
_CLIENTS = frozenset(("he", "she", "his", "her"))
_SERVING = frozenset(("his", "her", "their", "for"))
_FORMER = frozenset(("former", "ex", "retired", "sacked", "ousted", "dismissed"))
HEARERS = frozenset(
    list_words(
        """
        court judge judges jury jurors tribunal inquest inquiry enquiry magistrate magistrates coroner
        police detective detectives investigators prosecutor prosecutors arbitrator arbitrators
        """
    )
)
# Who claims to have hit somebody may not have.
_ARMED = frozenset(
    list_words(
        """
        rebel rebels insurgent insurgents militant militants separatists guerrillas junta militia militias
        army
        """
    )
)
_RELATIVES = frozenset(
    list_words(
        """
        relative relatives family families widow widower mother father parent parents brother brothers sister
        sisters son sons daughter daughters wife husband uncle aunt cousin nephew niece grandmother
        grandfather
        """
    )
)
_DEATHS = frozenset(("died", "dies", "death"))
# Whose word is a side's, or nobody's who answers for it.
_PARTIES = (
    frozenset(
        list_words(
            """
        lawyer lawyers attorney attorneys solicitor solicitors barrister barristers counsel publicist agent
        plaintiff plaintiffs claimant claimants complainant complainants defendant defendants accused
        suspect suspects victim victims opposition rebel rebels insurgent insurgents militant militants
        separatists guerrillas junta militia militias dissident dissidents activist activists campaigner
        campaigners protester protesters opponent opponents critic critics rival rivals whistleblower
        whistleblowers informant tenant tenants resident residents neighbour neighbours neighbor neighbors
        passenger passengers survivor survivors bystander bystanders onlooker onlookers villager villagers
        friend friends ex-wife ex-husband lawsuit indictment complaint
        """
        )
    )
    | _RELATIVES
)
_SPEAKING = frozenset(list_words("spokesman spokeswoman spokesperson"))
# What is held against somebody.
_WRONGS = frozenset(
    find_root(word, "en")
    for word in list_words(
        """
        forged stolen lied misled cheated bribed beaten hit struck attacked assaulted raped abused harassed
        bullied threatened intimidated blackmailed killed murdered poisoned shot stabbed robbed defrauded
        embezzled pocketed leaked spied hidden concealed covered falsified faked fabricated rigged sabotaged
        betrayed deceived swindled ignored neglected abandoned broken violated breached smuggled trafficked
        dumped plotted conspired colluded copied plagiarised overcharged mistreated tortured kidnapped
        insulted slandered defamed evicted tampered
        """
    )
)
