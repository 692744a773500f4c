"""Replies of models, kept in the user's cache folder: the same request need not be paid for twice.

What is kept is known by all that the model was asked and by whom (`hash_request` and the server's address):
a changed prompt, model or parameter is a new request; a changed format of the output, or a changed check, is
not. Only replies that could be used are kept. The file is the user's alone, and holds the replies, not the
articles. A cache that cannot be read or written is gone without: it never ends a run.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from summarizer.drafts import Reply, Request, hash_request
from summarizer.records import Usage

logger = logging.getLogger(__name__)

MAX_BYTES = 1_000_000_000
_VERSION = 1
_DAY = 86_400
# How full it is after room was made, and how many new replies until it is measured again: others write, too.
_ROOM, _MEASURE = 0.9, 500
_OVERHEAD = 100  # bytes of a reply's row besides its text, about

_SCHEMA = """
CREATE TABLE IF NOT EXISTS replies
    (key BLOB PRIMARY KEY, reply TEXT NOT NULL, size INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON replies (used);
"""


@dataclass(frozen=True, slots=True)
class CacheSize:
    """How much is kept: replies, their bytes, and when the oldest was last used (seconds of the epoch)."""

    path: Path
    replies: int
    size: int
    limit: int
    oldest: float | None


class ReplyCache:
    """Replies by the hash of their request. Safe to share between threads, and between processes by its file.

    Args:
        path: of the SQLite file; None: replies.sqlite in the user's cache folder.
        max_bytes: what was not used for longest goes when there is more.
    """

    def __init__(self, path: Path | None = None, *, max_bytes: int = MAX_BYTES) -> None:
        self.path = path or find_cache()
        self._max = max_bytes
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None
        self._broken = False
        self._until_measured = 0
        self._size = 0

    def get(self, key: bytes) -> Reply | None:
        """A kept reply, without its request's id, as one that cost nothing; None if there is none."""
        with self._lock:
            try:
                if (db := self._open()) is None:
                    return None
                row = db.execute("SELECT reply, used FROM replies WHERE key = ?", (key,)).fetchone()
                if row is None:
                    return None
                if time.time() - row[1] > _DAY:
                    db.execute("UPDATE replies SET used = ? WHERE key = ?", (int(time.time()), key))
                kept = json.loads(row[0])
                return Reply("", kept["text"], cut=kept["cut"], usage=Usage(cost=0.0, recalled=1))
            except (sqlite3.Error, OSError, ValueError, LookupError, TypeError) as error:
                self._give_up(error)
                return None

    def put(self, key: bytes, reply: Reply) -> None:
        """Keep a reply."""
        text = json.dumps({"text": reply.text, "cut": reply.cut}, ensure_ascii=False)
        with self._lock:
            try:
                if (db := self._open()) is None:
                    return
                size = len(text.encode("utf-8", "surrogatepass")) + _OVERHEAD
                db.execute(
                    "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?)", (key, text, size, int(time.time()))
                )
                self._size += size
                self._until_measured -= 1
                if self._until_measured < 0 or self._size > self._max:
                    self._make_room(db)
            except (sqlite3.Error, OSError, ValueError) as error:
                self._give_up(error)

    def measure(self) -> CacheSize:
        """How much is kept; nothing is made where there is no cache yet."""
        with self._lock:
            count, size, oldest = 0, 0, None
            if self.path.exists():
                try:
                    if (db := self._open()) is not None:
                        count, size, oldest = db.execute(
                            "SELECT count(*), coalesce(sum(size), 0), min(used) FROM replies"
                        ).fetchone()
                except (sqlite3.Error, OSError) as error:
                    self._give_up(error)
            return CacheSize(self.path, count, size, self._max, oldest)

    def clear(self) -> None:
        """Remove every reply.

        Raises:
            OSError: the file cannot be removed.
        """
        self.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._db is not None:
                with suppress(sqlite3.Error):
                    self._db.close()
            self._db = None

    def __del__(self) -> None:
        """Close with the object: it needs no other end."""
        self.close()

    def _open(self) -> sqlite3.Connection | None:
        if self._db is None and not self._broken:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
            db = sqlite3.connect(self.path, timeout=5, isolation_level=None, check_same_thread=False)
            # A machine that loses power loses the last replies; no commit waits for the disk.
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version not in (0, _VERSION):
                db.execute("DROP TABLE IF EXISTS replies")
            db.executescript(_SCHEMA)
            db.execute(f"PRAGMA user_version = {_VERSION}")
            self._db = db
        return self._db

    def _make_room(self, db: sqlite3.Connection) -> None:
        """Measure, and remove what was not used for longest where there is too much."""
        (self._size,) = db.execute("SELECT coalesce(sum(size), 0) FROM replies").fetchone()
        self._until_measured = _MEASURE
        if self._size <= self._max:
            return
        leave = self._max * _ROOM
        db.execute(
            "DELETE FROM replies WHERE key IN (SELECT key FROM (SELECT key, sum(size) OVER "
            "(ORDER BY used DESC, key ROWS UNBOUNDED PRECEDING) AS upto FROM replies) WHERE upto > ?)",
            (leave,),
        )
        (self._size,) = db.execute("SELECT coalesce(sum(size), 0) FROM replies").fetchone()

    def _give_up(self, error: Exception) -> None:
        logger.warning("going on without the cache %s: %s", self.path, error)
        self._broken = True
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
        self._db = None


class _Model(Protocol):
    async def ask(self, request: Request) -> Reply: ...

    def price(self, usage: Usage) -> float | None: ...


class RecallingModel:
    """A model that is not asked again what it has answered.

    Args:
        model: who is asked.
        cache: where replies are kept.
        name: the model's name at its server, and `address` that server's: the same name elsewhere is another.
        useful: whether a reply is worth keeping. One that could not be used is asked for again.
    """

    def __init__(
        self,
        model: _Model,
        cache: ReplyCache,
        *,
        name: str,
        address: str,
        useful: Callable[[Request, Reply], bool],
    ) -> None:
        self._model = model
        self._cache = cache
        self._name = name
        self._address = address
        self._useful = useful

    def price(self, usage: Usage) -> float | None:
        """As the model itself."""
        return self._model.price(usage)

    async def ask(self, request: Request) -> Reply:
        """A kept reply, or the model's own."""
        key = sha256(f"{self._address} {hash_request(request, self._name)}".encode()).digest()
        if (kept := self._cache.get(key)) is not None:
            if request.on_text is not None:
                request.on_text(kept.text)
            return replace(kept, id=request.id)
        reply = await self._model.ask(request)
        if self._useful(request, reply):
            self._cache.put(key, reply)
        return reply


def find_cache() -> Path:
    """Where the replies are kept unless told otherwise."""
    from platformdirs import user_cache_path

    return user_cache_path("summarizer", appauthor=False) / "replies.sqlite"
