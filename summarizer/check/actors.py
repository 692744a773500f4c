"""One actor for each bearer of a name, whatever the article and the model call them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.check.lexicon.places import COUNTRIES
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import TITLES
from summarizer.check.lexicon.words import split_words
from summarizer.check.passage.names import find_skeleton, is_feminine
from summarizer.check.word_index import WordIndex
from summarizer.drafts import Mention
from summarizer.records import Actor, ActorKind

_ARTICLES = frozenset(list_words("the a an der die das le la les el los il lo de het"))
_JOINTS = frozenset(list_words("of for the and von der de du del für und et y"))


@lru_cache(maxsize=1 << 12)
def split_name(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without articles and leading titles.

    >>> split_name("Kremlin spokesperson Dmitri Peskov"), split_name("the Foreign Ministry")
    (('kremlin', 'spokesperson', 'dmitri', 'peskov'), ('foreign', 'ministry'))
    >>> split_name("Foreign Minister Ana Ruiz")
    ('ana', 'ruiz')
    """
    keys = [key for key in split_words(name).keys if key[0].isalnum()]
    while keys and keys[0] in _ARTICLES:
        keys = keys[1:]
    at = 0
    while at < len(keys) and keys[at] in TITLES:
        at += 1
    return tuple(keys[at:] or keys)


def is_same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two split names can be one actor's: equal, or a surname with given names that agree.

    >>> dmitri = ("dmitri", "peskov")
    >>> is_same_name(dmitri, ("dimitri", "peskov")), is_same_name(("peskov",), dmitri)
    (True, True)
    >>> is_same_name(("tom", "keller"), ("anna", "keller"))
    False
    >>> is_same_name(("england",), ("bank", "of", "england"))
    False
    """
    if a == b:
        return True
    if not a or not b:
        return False
    if not _JOINTS.isdisjoint(a) or not _JOINTS.isdisjoint(b):
        return False
    if (
        a[-1] != b[-1]
        and a[-1] + "s" != b[-1]
        and b[-1] + "s" != a[-1]
        and not (len(a[-1]) >= 4 and len(b[-1]) >= 4 and find_skeleton(a[-1]) == find_skeleton(b[-1]))
    ):
        return False
    if a[-1] in COUNTRIES or a[-1] in TITLES:
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    return any(_agree(x, y) for x in a[:-1] for y in b[:-1])


def _agree(a: str, b: str) -> bool:
    """Whether two given names can be one: the same, an initial, or another spelling."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if is_feminine(a, b):
        return False
    return a == b or (len(short) >= 4 and find_skeleton(short) == find_skeleton(long))


@dataclass
class _Entry:
    name: str
    aliases: dict[str, None] = field(default_factory=dict)
    role: str | None = None
    kind: ActorKind = ActorKind.UNKNOWN
    shown: bool = False  # whether the summary lists it

    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def may_be(self, name: tuple[str, ...]) -> bool:
        """Whether a split name can be its own; a surname alone says nothing of another given name."""
        own = [split_name(n) for n in self.names()]
        if len(name) > 1:
            own = [n for n in own if len(n) > 1] or own
        return any(is_same_name(name, n) for n in own)


class Cast:
    """The actors of a summary: those of the draft, joined with those that the article's reading found."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._entries: list[_Entry] = []
        self._by_key: dict[tuple[str, ...], int] = {}
        self._by_last: dict[str, dict[int, None]] = {}
        self._by_word = WordIndex()  # of names and roles
        self._by_role_word = WordIndex()

    def add(self, mention: Mention, *, shown: bool) -> int:
        """Enter an actor, or join it to the entry that it already has; its index."""
        index = self._find_entry(mention)
        if index is None:
            index = len(self._entries)
            self._entries.append(_Entry(mention.name.strip(), role=mention.role or None, kind=mention.kind))
        entry = self._entries[index]
        entry.shown |= shown
        entry.role = entry.role or mention.role or None
        if entry.kind is ActorKind.UNKNOWN:
            entry.kind = mention.kind
        for name in (mention.name, *mention.aliases):
            stripped = name.strip()
            if stripped and stripped != entry.name:
                entry.aliases[stripped] = None
            self._enter_key(split_name(stripped), index)
            self._by_word.add(index, split_words(stripped).keys)
        if entry.role:
            role = split_words(entry.role).keys
            self._by_word.add(index, role)
            self._by_role_word.add(index, role)
        return index

    def _enter_key(self, key: tuple[str, ...], index: int) -> None:
        if key:
            self._by_key.setdefault(key, index)
            self._by_last.setdefault(find_skeleton(key[-1]), {})[index] = None

    def _find_entry(self, mention: Mention) -> int | None:
        for name in (mention.name, *mention.aliases):
            index = self.find(name)
            if index is None:
                continue
            # A surname alone leads to its bearer; two full names must agree.
            own = split_name(mention.name)
            if self._entries[index].may_be(own):
                return index
        return None

    def find(self, name: str) -> int | None:
        """The entry that a name means; None where there is none, or where it could be several."""
        key = split_name(name)
        if not key:
            return None
        if (index := self._by_key.get(key)) is not None:
            return index
        near = self._by_last.get(find_skeleton(key[-1]), ())
        hits = [i for i in near if self._entries[i].may_be(key)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            return None
        return self._find_role(name, key)

    def _find_role(self, name: str, key: tuple[str, ...]) -> int | None:
        """The only actor whose role or name has all words of a description ("the Kremlin spokesperson")."""
        words = {
            k for k in split_words(name).keys if k[0].isalnum() and k not in _ARTICLES and k not in _JOINTS
        }
        # The description with the name ("spokesperson Peskov"), or the role alone.
        hits = (self._by_word if len(words) > 1 else self._by_role_word).find(words)
        if len(hits) == 1:
            return min(hits)
        if not hits and len(key) > 2:
            # "Kremlin spokesperson Dmitri Peskov": the name at its end
            near = self._by_last.get(find_skeleton(key[-1]), ())
            ends = [
                i
                for i in near
                if any((k := split_name(n)) and key[-len(k) :] == k for n in self._entries[i].names())
            ]
            if len(ends) == 1:
                return ends[0]
        return None

    def show(self, index: int) -> str:
        """List an actor in the summary; its name there."""
        self._entries[index].shown = True
        return self._entries[index].name

    def name(self, index: int) -> str:
        """The name of an entry."""
        return self._entries[index].name

    def names(self, index: int) -> tuple[str, ...]:
        """All names of an entry, and its role."""
        entry = self._entries[index]
        return (*entry.names(), *((entry.role,) if entry.role else ()))

    def mentions(self) -> tuple[Mention, ...]:
        """All entries, listed or not."""
        return tuple(Mention(e.name, tuple(e.aliases), e.role, e.kind) for e in self._entries)

    def actors(self) -> tuple[Actor, ...]:
        """The listed ones, each name once."""
        taken: set[str] = set()
        found = []
        for entry in self._entries:
            if entry.shown and entry.name and entry.name not in taken:
                taken.add(entry.name)
                found.append(
                    Actor(name=entry.name, aliases=tuple(entry.aliases), role=entry.role, kind=entry.kind)
                )
        return tuple(found)


def make_cast(drafted: Iterable[Mention], read: Iterable[Mention]) -> tuple[Cast, list[int]]:
    """The actors of a draft and of the article's reading, joined, and for each of the latter its entry."""
    cast = Cast()
    for mention in drafted:
        if mention.name.strip():
            cast.add(mention, shown=True)
    return cast, [cast.add(mention, shown=False) if mention.name.strip() else -1 for mention in read]
