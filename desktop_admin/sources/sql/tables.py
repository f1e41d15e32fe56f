"""Our own tables: the journal, and the end of its chain of hashes.

They live in the shop's database, because only there can the journal be written in the same
transaction as what it tells of; all carry the prefix `desktop_admin_`. They are made by an
explicit act, never while connecting and never inside a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql

from desktop_admin.domain.journal import FIRST
from desktop_admin.sources.base import NotAsExpected
from desktop_admin.sources.sql.types import Moment

#: The number of the lock that who prepares holds; any, as long as it stays.
_PREPARING = 7_305_418_866
#: Seconds to wait for who is preparing.
_PATIENCE = 10
#: Version of these tables.
VERSION = 1

#: Ids and codes are compared to the letter, and writing is transactional.
MYSQL_OPTIONS: Mapping[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_bin",
}
_OPTIONS: Mapping[str, Any] = {
    **MYSQL_OPTIONS,
    # Rows lie in the order of their keys, in one tree instead of two.
    "sqlite_with_rowid": False,
}
_LONG_TEXT = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def changed_value() -> list[sa.Column[Any]]:
    """The columns that say which value of which row goes from what to what, in which group."""
    return [
        sa.Column("ordinal", _BIG, primary_key=True, autoincrement=False),
        sa.Column("entity", sa.String(20), nullable=False),
        sa.Column("row_id", _BIG, nullable=False),
        sa.Column("field", sa.String(20), nullable=False),
        sa.Column("before_value", _BIG),
        sa.Column("after_value", _BIG),
        sa.Column("change_group", _BIG, nullable=False),
    ]


def journalled() -> list[sa.Column[Any]]:
    """What the journal keeps besides: what was relied on, what is taken back, the digest."""
    return [
        sa.Column("expects", sa.String(200), nullable=False),
        sa.Column("undoes_seq", _BIG),
        sa.Column("undoes_ordinal", _BIG),
        sa.Column("digest", sa.String(64), nullable=False),
    ]


def _of_entry() -> sa.Column[Any]:
    return sa.Column("seq", _BIG, primary_key=True, autoincrement=False)


metadata = sa.MetaData()

#: One row: where the journal ends. Whoever applies holds it, so entries come one by one.
chain = sa.Table(
    "desktop_admin_chain",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("seq", _BIG, nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    **_OPTIONS,
)

change_sets = sa.Table(
    "desktop_admin_change_set",
    metadata,
    _of_entry(),
    sa.Column("change_set", sa.String(64), nullable=False, unique=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("operator", sa.String(200), nullable=False),
    sa.Column("workstation", sa.String(200), nullable=False),
    sa.Column("database_login", sa.String(200), nullable=False),
    sa.Column("at", Moment(), nullable=False),
    sa.Column("content_hash", sa.String(64), nullable=False),
    sa.Column("applied", _BIG, nullable=False),
    sa.Column("left_alone", _BIG, nullable=False),
    sa.Column("change_groups", _LONG_TEXT, nullable=False),
    sa.Column("undoes", sa.String(64)),
    sa.Column("locked_from", Moment()),
    sa.Column("locked_until", Moment()),
    sa.Column("hash", sa.String(64), nullable=False),
    **_OPTIONS,
)

#: What was changed, one row a value.
changes = sa.Table(
    "desktop_admin_change",
    metadata,
    _of_entry(),
    *changed_value(),
    *journalled(),
    sa.Index("desktop_admin_change_row", "row_id", "entity", "field", "seq"),
    **_OPTIONS,
)

#: Only what takes something back is looked up this way.
_UNDOING = changes.c.undoes_seq.is_not(None)
sa.Index(
    "desktop_admin_change_undoes",
    changes.c.undoes_seq,
    changes.c.undoes_ordinal,
    sqlite_where=_UNDOING,
    postgresql_where=_UNDOING,
)

#: What was left alone, and why, so that the same id always gets the same answer.
left_alone = sa.Table(
    "desktop_admin_left_alone",
    metadata,
    _of_entry(),
    *changed_value(),
    sa.Column("reason", sa.String(40), nullable=False),
    **_OPTIONS,
)


def are_there(connection: sa.Connection) -> bool:
    """Whether all our tables are there: the journal can be read."""
    return set(sa.inspect(connection).get_table_names()).issuperset(metadata.tables)


def is_prepared(connection: sa.Connection) -> bool:
    """Whether all our tables are there, with the end of the chain."""
    if not are_there(connection):
        return False
    return connection.execute(sa.select(sa.func.count()).select_from(chain)).scalar_one() == 1


def prepare(connection: sa.Connection) -> None:
    """Make our tables where they are missing; what is there stays. Who comes second waits.
    Raises `NotAsExpected` where there are entries, but not where they end."""
    with _alone(connection):
        metadata.create_all(connection, checkfirst=True)
        if not connection.execute(sa.select(chain.c.id)).first():
            must_go_on(connection, None)
            connection.execute(_first_link())


def must_go_on(connection: sa.Connection, end: Any) -> None:
    """Raises `NotAsExpected` where the journal does not end where it says it does (`end`: the
    row of `chain`, None where there is none): to write on would hide what was done to it."""
    last = connection.execute(sa.select(sa.func.max(change_sets.c.seq))).scalar() or 0
    said = 0 if end is None else end.seq
    if said != last:
        raise NotAsExpected(step="journal", entries=last, end=said)


@contextmanager
def _alone(connection: sa.Connection) -> Iterator[None]:
    """Within it nobody else prepares the same database; on SQLite nobody else writes at all."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_PREPARING)))
    if connection.dialect.name not in ("mysql", "mariadb"):
        yield
        return
    # Tables commit by themselves there; the first link has to be seen by who comes next.
    name = sa.func.concat("desktop_admin.", sa.func.md5(sa.func.database()))
    connection.execute(sa.select(sa.func.get_lock(name, _PATIENCE)))
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    finally:
        connection.execute(sa.select(sa.func.release_lock(name)))


def statements(dialect: sa.Dialect) -> list[str]:
    """The SQL that prepares a database, for whoever holds the rights."""
    made: list[str] = []
    for table in metadata.sorted_tables:
        made.append(str(sa.schema.CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(sa.schema.CreateIndex(one).compile(dialect=dialect)) for one in indexes]
    first = _first_link().compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    return [*made, str(first)]


def _first_link() -> sa.Insert:
    return sa.insert(chain).values(id=1, version=VERSION, seq=0, hash=FIRST)
