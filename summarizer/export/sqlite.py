"""Rows -> an SQLite database, with foreign keys, full-text search and views; Datasette opens it as it is.

Exporting again replaces the articles that are exported, and leaves the others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import ConfigurationError
from summarizer.export.tables import COLUMNS, make_records
from summarizer.rows import Row

if TYPE_CHECKING:
    from sqlite_utils import Database

# In the file's header: which program the database is of, and in which form it is.
APPLICATION_ID = 0x53756D6D  # "Summ"
VERSION = 1

_SEARCHED = {
    "articles": ("title", "headline", "gist", "text"),
    "positions": ("holder", "issue"),
    "claims": ("speaker", "text"),
    "evidence": ("quote",),
}
_INDEXED = {
    "actors": ("name",),
    "positions": ("holder", "stance", "actor_id"),
    "claims": ("speaker", "kind", "verdict", "actor_id"),
    "evidence": ("claim_id", "position_id"),
    "checks": ("claim_id", "position_id", "outcome"),
}
_VIEWS = {
    "claims_with_evidence": """
        select c.id, coalesce(a.title, a.headline) as title, a.date, a.url, c.speaker, c.text as claim,
               c.attribution, c.kind, c.verdict, e.quote, e.sentences, c.article_id
        from claims c join articles a on a.id = c.article_id left join evidence e on e.claim_id = c.id
    """,
    "positions_with_evidence": """
        select p.id, coalesce(a.title, a.headline) as title, a.date, a.url, p.holder, p.stance, p.issue,
               p.verdict, e.quote, e.sentences,
               p.article_id
        from positions p join articles a on a.id = p.article_id left join evidence e on e.position_id = p.id
    """,
    "differences": """
        select k.id, coalesce(a.title, a.headline) as title, a.date, coalesce(c.speaker, p.holder) as who,
               coalesce(c.text, p.stance || ' ' || p.issue, k.item) as item, k.name as "check", k.message,
               k.expected as article_has, k.found as summary_has, k."by", k.article_id
        from checks k join articles a on a.id = k.article_id
        left join claims c on c.id = k.claim_id left join positions p on p.id = k.position_id
        where k.outcome = 'differs'
    """,
    "actors_overview": """
        select name, group_concat(distinct role) as roles, count(distinct article_id) as articles,
               (select count(*) from positions p where p.holder = actors.name) as positions,
               (select count(*) from claims c where c.speaker = actors.name) as claims
        from actors group by name order by articles desc, name
    """,
}


def write_database(rows: Iterable[Row], path: Path) -> int:
    """Write rows into a database, which is made where there is none; how many articles.

    All of them are written or, should anything fail, none.

    Raises:
        ConfigurationError: the file is something else, of another program, or cannot be written.
        InputError: a row cannot be read.
    """
    from sqlite_utils import Database

    existed = path.exists()
    done = False
    try:
        connection = sqlite3.connect(path)
        # Plug-ins of other programs have no business here.
        database = Database(connection, execute_plugins=False)
        try:
            _check(database, path)
            with database.atomic():
                _make_tables(database)
                count = _put_all(connection, rows)
            done = True
            return count
        finally:
            database.close()
    except sqlite3.DatabaseError as error:
        raise ConfigurationError(
            f"{path} cannot be written as a database ({error}): name a new file, or one of ours"
        ) from None
    finally:
        if not (existed or done):
            path.unlink(missing_ok=True)


def _check(database: Database, path: Path) -> None:
    """Find out whether a database is ours, or new.

    Raises:
        ConfigurationError: it is not.
    """
    read = database.conn.execute
    (application,), (version,) = (
        read("pragma application_id").fetchone(),
        read("pragma user_version").fetchone(),
    )
    if not database.table_names():
        return
    if application != APPLICATION_ID:
        raise ConfigurationError(
            f"{path} is a database of another program, and is left alone: name a new file"
        )
    if version != VERSION:
        raise ConfigurationError(
            f"{path} was made by another version of summarizer (form {version}, not {VERSION}): "
            "name a new file"
        )


def _make_tables(database: Database) -> None:
    known = set(database.table_names())
    for name, columns in COLUMNS.items():
        if name in known:
            continue
        keys = [(c, f"{c.removesuffix('_id')}s", "id") for c in columns if c.endswith("_id")]
        table = database.table(name).create(columns, pk="id", foreign_keys=keys, not_null={"id"})
        for column in ("article_id", *_INDEXED.get(name, ())):
            if column in columns:
                table.create_index([column])
        if searched := _SEARCHED.get(name):
            table.enable_fts(searched, create_triggers=True, tokenize="unicode61 remove_diacritics 2")
    for name, sql in _VIEWS.items():
        database.create_view(name, sql, replace=True)
    database.conn.execute(f"pragma application_id = {APPLICATION_ID}")
    database.conn.execute(f"pragma user_version = {VERSION}")


def _put_all(connection: sqlite3.Connection, rows: Iterable[Row]) -> int:
    seen: set[str] = set()
    statements = {table: _make_insert(table) for table in COLUMNS}
    for row in rows:
        records = make_records(row)
        article = records["articles"][0]["id"]
        # What others point to is taken out last, and put in first.
        for table in reversed(COLUMNS):
            column = "id" if table == "articles" else "article_id"
            # The names are ours; what is not goes in as a parameter.
            connection.execute(f"delete from {table} where {column} = ?", (article,))  # noqa: S608
        for table in COLUMNS:
            connection.executemany(statements[table], records[table])
        seen.add(row.id)
    return len(seen)


def _make_insert(table: str) -> str:
    columns = COLUMNS[table]
    names = ", ".join(f'"{c}"' for c in columns)
    return f"insert into {table} ({names}) values ({', '.join(f':{c}' for c in columns)})"  # noqa: S608
