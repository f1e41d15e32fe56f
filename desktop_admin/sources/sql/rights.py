"""What a login may do in a shop's database, asked without touching a row."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa

from desktop_admin.sources.base import Busy, ReadOnly, ReadOnlyReason, Refused, SourceError
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.errors import translated
from desktop_admin.sources.sql.found import Found

_PROBE = "desktop_admin_probe"
#: Seconds that a table somebody else holds is waited for.
_PATIENCE = 1

_log = logging.getLogger(__name__)


def must_read(connection: sa.Connection, found: Found) -> None:
    """Raises `Refused` with `facts["tables"]` where a table of the shop may not be read."""
    for table in _tables(found):
        try:
            with translated():
                connection.execute(sa.select(table).where(sa.false()))
        except Refused as refused:
            raise Refused(refused.detail, step="rights", tables=(table.name,)) from refused


def hidden(connection: sa.Connection, names: Iterable[str]) -> tuple[str, ...]:
    """Which of these tables the login may not read, among those it does not see."""
    found = []
    for name in names:
        try:
            with translated(connecting=True):
                connection.execute(sa.select(sa.literal(1)).select_from(sa.table(name)).limit(1))
        except Refused:
            found.append(name)
        except SourceError as error:
            if error.facts.get("step") != "schema":
                raise
    return tuple(found)


def why_not_writable(engine: sa.Engine, found: Found, *, prepared: bool) -> ReadOnlyReason | None:
    """Why this login could not make a change; None where it could, or where that cannot be
    learned while somebody holds a table. For servers; every statement is one that finds no row,
    and all are taken back."""
    try:
        with translated(), engine.connect() as connection, _impatiently(connection):
            for statement in _writes(found, prepared=prepared):
                connection.execute(statement)
            _make_temporary(connection)
    except ReadOnly:
        return ReadOnlyReason.SERVER
    except Refused:
        return ReadOnlyReason.RIGHTS
    except Busy as busy:
        _log.info("whether this login may write is not known yet: %s", busy.detail)
    return None


@contextmanager
def _impatiently(connection: sa.Connection) -> Iterator[None]:
    """Within it, somebody else's lock is hardly waited for; everything is taken back."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_PATIENCE * 1000}")
        try:
            yield
        finally:
            connection.rollback()
        return
    usual = connection.exec_driver_sql("SELECT @@lock_wait_timeout").scalar_one()
    connection.exec_driver_sql(f"SET lock_wait_timeout = {_PATIENCE}")
    try:
        yield
    finally:
        connection.rollback()
        connection.exec_driver_sql(f"SET lock_wait_timeout = {int(usual)}")


def may_make_tables(engine: sa.Engine) -> bool | None:
    """Whether this login may make our tables; None where a server does not tell."""
    with translated(), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            asked = "SELECT has_schema_privilege(current_schema(), 'CREATE')"
            return bool(connection.exec_driver_sql(asked).scalar())
        return _granted(connection)


def _granted(connection: sa.Connection) -> bool | None:
    """MySQL and MariaDB: rights on the server or on this database; those of a role are not
    listed with the login's own."""
    asked = """
        SELECT count(*) FROM (
            SELECT grantee, privilege_type FROM information_schema.user_privileges
            UNION ALL
            SELECT grantee, privilege_type FROM information_schema.schema_privileges
            WHERE database() LIKE table_schema
        ) AS mine
        WHERE privilege_type = 'CREATE'
        AND replace(grantee, '''', '') = current_user()
    """
    if connection.execute(sa.text(asked)).scalar():
        return True
    role = connection.exec_driver_sql("SELECT current_role()").scalar()
    return None if role not in (None, "NONE") else False


def _tables(found: Found) -> Sequence[sa.Table]:
    named = (
        found.merchant,
        found.boutique,
        found.terminal,
        found.article,
        found.sale,
        found.line,
        found.movement,
        found.rejected,
    )
    return [table for table in named if table is not None]


def _writes(found: Found, *, prepared: bool) -> Iterator[sa.Executable]:
    """Every kind of statement that a change makes, each without a row to work on."""
    for table, names in (
        (found.terminal, ("boutique_id", "est_actif", "date_mise_a_jour")),
        (found.sale, ("boutique_id", "terminal_id")),
    ):
        for name in names:
            if name in table.c:
                yield sa.update(table).where(sa.false()).values({name: table.c[name]})
    boutique = found.boutique
    yield sa.select(boutique.c.id).where(sa.false()).with_for_update(read=True)
    if not prepared:
        return
    chain = tables.chain
    yield sa.update(chain).where(sa.false()).values(seq=chain.c.seq)
    for table in (tables.change_sets, tables.changes, tables.left_alone):
        rows = sa.select(table).where(sa.false())
        yield sa.insert(table).from_select([column.name for column in table.c], rows)


def _make_temporary(connection: sa.Connection) -> None:
    """A change is laid down in a temporary table first."""
    connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {_PROBE} (id INTEGER)")
    drop = "DROP TABLE" if connection.dialect.name == "postgresql" else "DROP TEMPORARY TABLE"
    connection.exec_driver_sql(f"{drop} {_PROBE}")
