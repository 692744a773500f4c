"""One article as it was found, before anything is done with it; and duplicates among many."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b, sha256

from summarizer.errors import InputError
from summarizer.records import Article, Metadata


@dataclass(frozen=True)
class Item:
    """An article of a run, not cleaned yet.

    Args:
        content: its text or page, or the bytes of a file; an Article that is already cleaned.
        id: given with it; empty: taken from the content.
        metadata: what was given with it; goes before what the article says of itself.
        origin: where it was found, for people: "news/a.html", "feed.jsonl:12".
        error: why it could not be read; the content is then only what it is known by.

    >>> Item("The harbour stays.").name
    'f66afb722a14bd83'
    """

    content: str | bytes | Article
    id: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    origin: str = ""
    error: InputError | None = None

    @property
    def name(self) -> str:
        """The id that its row has: the one that was given, else the start of the content's hash."""
        return self.id or self._content_hash[:16]

    @cached_property
    def digest(self) -> str:
        """A SHA-256 of all that is read of the article: its content and what was given with it."""
        given = self.metadata.model_dump(exclude_none=True)
        return sha256(f"{self._content_hash} {json.dumps(given, sort_keys=True)}".encode()).hexdigest()

    @cached_property
    def _content_hash(self) -> str:
        content = self.content.raw if isinstance(self.content, Article) else self.content
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        return sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Twin:
    """An article that was met before under another id: its row is a copy of that one's."""

    item: Item
    of: str  # the id of the first


class Unique:
    """Articles without their duplicates, and what was left out.

    - The same article under the same id comes once; `duplicates` counts the others.
    - Under another id that was given, it comes as a Twin.
    - Another article under an id that is taken gets an id of its own, made from both; `renamed` counts them.

    Remembers some 200 bytes an article, not the articles.

    >>> list(Unique([Item("a", id="1"), Item("a", id="1"), Item("b", id="1")]))[1].name
    '1~8e342302'
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        self._by_id: dict[int, int] = {}
        self._by_digest: dict[int, str] = {}
        self.duplicates = 0
        self.renamed = 0

    def __iter__(self) -> Iterator[Item | Twin]:
        """The articles in their order."""
        for found in self._items:
            item, digest = found, int(found.digest[:16], 16)
            known = self._by_id.get(_shrink(item.name))
            if known is not None and known != digest:
                item = replace(item, id=f"{item.name}~{item.digest[:8]}")
                known = self._by_id.get(_shrink(item.name))
                self.renamed += bool(found.id) and known is None
            if known is not None:
                self.duplicates += 1
                continue
            self._by_id[_shrink(item.name)] = digest
            first = self._by_digest.setdefault(digest, item.name) if found.id else item.name
            yield item if first == item.name else Twin(item, first)


def _shrink(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())
