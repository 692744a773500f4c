"""What a name is (a full name, a surname, a body, a description), and whether two can be one person's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from summarizer.check.lexicon.places import COUNTRIES, SEATS
from summarizer.check.lexicon.titles import TITLES, is_title
from summarizer.check.lexicon.words import split_words
from summarizer.compare.records import JoinReason
from summarizer.compare.tables import (
    ARTICLES,
    BODIES,
    COMPANY,
    FORMER,
    IDLE,
    JOINTS,
    PARTICLES,
    PEOPLE,
    POINTERS,
    SAME_BODY,
    SHORT_NAMES,
    SUFFIXES,
)
from summarizer.records import ActorKind


class Form(StrEnum):
    """What a name tells of its bearer, the most first."""

    FULL = "full"  # a person's given name and surname
    BODY = "body"  # a proper name of anything else
    INITIALS = "initials"  # "FBI"
    BARE = "bare"  # one word: a surname, most likely
    DESCRIPTION = "description"  # no proper name: "the group", "Obama's strategist"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as words to compare: folded, without articles and titles.

    >>> read_name("Foreign Minister Ana María Ruiz")
    Name(form=<Form.FULL: 'full'>, words=('ana', 'maria', 'ruiz'), title=('foreign', 'minister'), suffix='')
    """

    form: Form
    words: tuple[str, ...]
    title: tuple[str, ...] = ()
    suffix: str = ""


_LONGEST = 300  # characters of a name that are looked at
_GERMAN_BODY = re.compile(
    r"(?:partei|ministerium|verband|gericht|zeitung|amt|behörde|gesellschaft|bank|werke)s?$"
)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without case and accents.

    >>> fold("Ekström"), fold("Weiß")
    ('ekstrom', 'weiss')
    """
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).replace("ø", "o").replace("ł", "l")


@lru_cache(maxsize=1 << 16)
def read_name(name: str, kind: ActorKind = ActorKind.UNKNOWN, language: str = "") -> Name:
    """A name of an article, taken apart.

    >>> read_name("the dockers’ union").form, read_name("Mr. Keller").form, read_name("FBI").form
    (<Form.DESCRIPTION: 'description'>, <Form.BARE: 'bare'>, <Form.INITIALS: 'initials'>)
    """
    split = split_words(name[:_LONGEST])
    pairs = [(k, t) for k, t in zip(split.keys, split.tokens, strict=True) if k[0].isalnum()]
    article = bool(pairs) and pairs[0][0] in ARTICLES
    while pairs and (pairs[0][0] in ARTICLES or (pairs[0][0] in FORMER and len(pairs) > 1)):
        pairs = pairs[1:]
    if not pairs:
        return Name(Form.DESCRIPTION, (fold(name[:_LONGEST]),))
    keys, tokens = [k for k, _ in pairs], [t for _, t in pairs]
    words = tuple(map(fold, keys))
    common = any(t.islower() and k not in JOINTS for k, t in pairs) or tokens[0].islower()
    german_noun = language == "de" and article and not tokens[-1].isupper()
    if common or german_noun or not any(t[0].isupper() for t in tokens):
        return Name(Form.DESCRIPTION, words)
    if known := SAME_BODY.get(" ".join(words)):
        return Name(Form.BODY, tuple(known.split()))
    is_body = not BODIES.isdisjoint(keys) or any(_GERMAN_BODY.search(k) for k in keys)
    if kind in (ActorKind.ORGANISATION, ActorKind.GROUP) or (is_body and kind is not ActorKind.PERSON):
        return _read_body(words, tokens)
    return _read_person(keys, words, tokens, is_body=is_body, known=kind is ActorKind.PERSON)


def _read_body(words: tuple[str, ...], tokens: list[str]) -> Name:
    if len(words) == 1 and _is_initials(tokens[0]):
        return Name(Form.INITIALS, words)
    kept = tuple(w for w in words if w not in COMPANY) or words
    return Name(Form.BODY, kept)


def _is_initials(token: str) -> bool:
    letters = token.replace(".", "")
    return letters.isupper() and 2 <= len(letters) <= 6


def _read_person(
    keys: list[str], words: tuple[str, ...], tokens: list[str], *, is_body: bool, known: bool
) -> Name:
    suffix = words[-1] if words[-1] in SUFFIXES and len(words) > 1 else ""
    end = len(words) - bool(suffix)
    at = next((i for i in range(end - 1, -1, -1) if _opens(keys, i)), -1) + 1
    title, rest = words[:at], words[at:end]
    if not rest or all(r.isdigit() for r in rest):
        return Name(Form.DESCRIPTION, words)  # an office: "Attorney General"
    if len(rest) == 1:
        return _read_one(rest, tokens[at], title, known=known)
    joints = [w for w in rest if w in JOINTS and w not in PARTICLES]
    people = keys[end - 1] in COUNTRIES or keys[end - 1] in PEOPLE
    if is_body or joints or people or len(rest) > 5:
        return _read_body(words, tokens)
    # "Leyen" alone stands for "von der Leyen", so particles are left out of the surname.
    given, last = rest[0], rest[-1]
    middle = tuple(w for w in rest[1:-1] if w not in PARTICLES)
    return Name(Form.FULL, (given, *middle, last), title, suffix)


def _opens(keys: list[str], last: int) -> bool:
    """Whether a name begins with a title that ends with this word."""
    return is_title(keys[last]) and all(k in TITLES or is_title(k) for k in keys[:last])


def _read_one(rest: tuple[str, ...], token: str, title: tuple[str, ...], *, known: bool) -> Name:
    if not title and (token.lower() in COUNTRIES or token.lower() in SEATS):
        return Name(Form.BODY, rest)
    if not known and not title and _is_initials(token):
        return Name(Form.INITIALS, rest)
    if rest[0] in PEOPLE:  # "the Republican" is one whom the article does not name, "Republicans" are a body
        return Name(Form.BODY if rest[0].endswith("s") else Form.DESCRIPTION, rest)
    if token.lower().replace("’", "'") in IDLE:
        return Name(Form.DESCRIPTION, rest)  # no name but a word that opens a sentence
    return Name(Form.BARE, rest, title)


def initials_of(words: tuple[str, ...]) -> str:
    """The initials of a body's name, without its small words.

    >>> initials_of(("federal", "bureau", "of", "investigation"))
    'fbi'
    """
    return "".join(w[0] for w in words if w not in JOINTS)


@lru_cache(maxsize=1 << 16)
def spelling_key(word: str) -> str:
    """What spellings of one name have in common: transliterations and doubled letters.

    >>> spelling_key("sergey") == spelling_key("sergei"), spelling_key("muller") == spelling_key("mueller")
    (True, True)
    >>> spelling_key("anna") == spelling_key("anne")
    False
    """
    key = word
    for long, short in _TRANSLITERATIONS:
        key = key.replace(long, short)
    return re.sub(r"(.)\1+", r"\1", key)


_TRANSLITERATIONS = (
    ("sch", "sh"), ("tsch", "ch"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ue", "u"),
    ("oe", "o"), ("ae", "a"), ("ou", "u"), ("iy", "i"), ("ij", "i"), ("yy", "i"), ("j", "i"), ("y", "i"),
    ("w", "v"), ("q", "k"),
)  # fmt: skip
_CONSONANT = re.compile(r"[^aeiouy]")
_SHORTEST_SLIP = 6  # letters; in shorter names another letter makes another name


def is_spelling(a: str, b: str) -> bool:
    """Whether two words are spellings of one name: the same sounds, or one slip inside a long word.

    The last letter is no slip, it tells Daniel from Daniela; nor is one consonant for another.

    >>> is_spelling("dimitri", "dmitri"), is_spelling("christian", "christina"), is_spelling("tom", "tim")
    (True, False, False)
    """
    if spelling_key(a) == spelling_key(b):
        return True
    if min(len(a), len(b)) < _SHORTEST_SLIP or a[0] != b[0] or a[-1] != b[-1]:
        return False
    if DamerauLevenshtein.distance(a, b, score_cutoff=1) > 1:
        return False
    changed = [x + y for x, y in zip(a, b, strict=False) if x != y] if len(a) == len(b) else []
    return len(changed) != 1 or not _CONSONANT.search(changed[0])


def compare_full(a: Name, b: Name) -> JoinReason | None:
    """Why two full names can be one person's; None: they cannot.

    >>> compare_full(read_name("Donald J. Trump"), read_name("Donald Trump"))
    <JoinReason.MIDDLE: 'middle name'>
    >>> compare_full(read_name("Donald Trump Jr."), read_name("Donald Trump")) is None
    True
    """
    if a.suffix != b.suffix:
        return None
    if a.words == b.words:
        return JoinReason.SAME
    same_surname = _spell_out(a.words[-1]) == _spell_out(b.words[-1])
    if not same_surname and not is_spelling(a.words[-1], b.words[-1]):
        return None
    given = _compare_given(a.words[0], b.words[0])
    if given is None or (not same_surname and given is not JoinReason.SAME):
        return None
    middles = a.words[1:-1], b.words[1:-1]
    if all(middles):
        if len(middles[0]) != len(middles[1]):
            return None
        if not all(_agree(x, y) for x, y in zip(*middles, strict=True)):
            return None
    if given is not JoinReason.SAME:
        return given
    if len(a.words) != len(b.words) and same_surname:
        return JoinReason.MIDDLE
    initials = any(len(x) == 1 != len(y) for x, y in zip(*middles, strict=False))
    return JoinReason.MIDDLE if initials else JoinReason.SPELLING


def _compare_given(a: str, b: str) -> JoinReason | None:
    if _spell_out(a) == _spell_out(b):
        return JoinReason.SAME
    if 1 in (len(a), len(b)):
        return JoinReason.INITIAL if a[0] == b[0] else None
    if is_spelling(a, b):
        return JoinReason.SPELLING
    return JoinReason.NICKNAME if any(a in row and b in row for row in SHORT_NAMES) else None


def _spell_out(word: str) -> str:
    """Umlauts written in two letters as one: "mueller" as "muller", which folding makes of "Müller"."""
    return word.replace("ue", "u").replace("oe", "o").replace("ae", "a")


def _agree(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def content_words(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a description or role that say something.

    >>> sorted(content_words(("the", "dockers", "union")))
    ['dockers', 'union']
    """
    return frozenset(w for w in words if w not in IDLE and not w.isdigit())


def is_pointer(words: tuple[str, ...]) -> bool:
    """Whether a description points to something else in its article."""
    return not POINTERS.isdisjoint(words)


__all__ = [
    "Form",
    "Name",
    "compare_full",
    "content_words",
    "fold",
    "initials_of",
    "is_pointer",
    "is_spelling",
    "read_name",
    "spelling_key",
]
