"""A change set laid down in a temporary table before any lock is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql

from desktop_admin.domain.changes import (
    Change,
    ChangeSet,
    Entity,
    Expectation,
    Field,
    write_expects,
)
from desktop_admin.sources.base import Progress, Report, Step
from desktop_admin.sources.sql.locking import set_pragmas
from desktop_admin.sources.sql.tables import MYSQL_OPTIONS, changed_value, journalled

_BATCH = 5000

#: A column for the expected value, and one that says whether it is expected at all.
EXPECTED: Mapping[Expectation, tuple[str, str]] = {
    Expectation.TERMINAL: ("expects_terminal", "terminal_expected"),
    Expectation.CANCELLED: ("expects_cancelled", "cancelled_expected"),
    Expectation.TERMINAL_BOUTIQUE: ("expects_home", "home_expected"),
    Expectation.BOUTIQUE: ("expects_boutique", "boutique_expected"),
}

_BIG = sa.BigInteger
stage = sa.Table(
    "desktop_admin_stage",
    sa.MetaData(),
    *changed_value(),
    *journalled(),
    sa.Column("terminal_expected", sa.Integer, nullable=False),
    sa.Column("expects_terminal", _BIG),
    sa.Column("cancelled_expected", sa.Integer, nullable=False),
    sa.Column("expects_cancelled", _BIG),
    sa.Column("home_expected", sa.Integer, nullable=False),
    sa.Column("expects_home", _BIG),
    sa.Column("boutique_expected", sa.Integer, nullable=False),
    sa.Column("expects_boutique", _BIG),
    sa.Column("reason", sa.String(40)),
    prefixes=["TEMPORARY"],
    **MYSQL_OPTIONS,
)

#: As drivers take them: not every one takes an enumeration for the text it is.
_PLAIN: Mapping[StrEnum, str] = {one: one.value for one in (*Entity, *Field)}
_COLUMNS = [column.name for column in stage.columns if column.name != "reason"]


def lay_down(
    connection: sa.Connection,
    change_set: ChangeSet,
    digests: Sequence[str],
    undone: Mapping[str, int],
    report: Report,
) -> None:
    """Fill the temporary table; `digests` are those of the changes, in order, `undone` gives the
    number of each entry that is taken back. Locks nothing that others use."""
    clear(connection)
    if connection.dialect.name == "sqlite":
        # No file is written to, then; what is only read is sorted faster in files.
        set_pragmas(connection, temp_store="MEMORY")
    with connection.begin():
        stage.create(connection, checkfirst=False)
        rows = _rows(change_set, digests, undone)
        total = len(change_set.changes)
        for done in range(0, total, _BATCH):
            report(Progress(Step.STAGING, done, total))
            _insert(connection, list(islice(rows, _BATCH)))
        if connection.dialect.name == "postgresql":
            # What is joined by; all columns would take several times as long.
            connection.exec_driver_sql(f"ANALYZE {stage.name} (row_id, entity, expects_terminal)")


def clear(connection: sa.Connection) -> None:
    """Drop the temporary table where it is there: connections are used again."""
    temporary = "TEMPORARY " if connection.dialect.name in ("mysql", "mariadb") else ""
    with connection.begin():
        connection.exec_driver_sql(f"DROP {temporary}TABLE IF EXISTS {stage.name}")
    if connection.dialect.name == "sqlite":
        set_pragmas(connection, temp_store="DEFAULT")


def _rows(
    change_set: ChangeSet, digests: Sequence[str], undone: Mapping[str, int]
) -> Iterator[tuple[Any, ...]]:
    expecting: dict[Any, tuple[str, tuple[int | None, ...]]] = {}
    for ordinal, change in enumerate(change_set.changes):
        found = expecting.get(change.expects)
        if found is None:
            found = expecting[change.expects] = _expectations(change)
        text, expected = found
        undoes = change.undoes
        yield (
            ordinal,
            _PLAIN[change.entity],
            change.id,
            _PLAIN[change.field],
            change.before,
            change.after,
            change.group,
            text,
            undone[undoes.change_set] if undoes else None,
            undoes.ordinal if undoes else None,
            digests[ordinal],
            *expected,
        )


def _expectations(change: Change) -> tuple[str, tuple[int | None, ...]]:
    expects = dict(change.expects)
    values: list[int | None] = []
    for name in EXPECTED:
        values += [int(name in expects), expects.get(name)]
    return write_expects(change.expects), tuple(values)


def _insert(connection: sa.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    names = ", ".join(_COLUMNS)
    if connection.dialect.name == "postgresql":
        driver: Any = connection.connection.driver_connection
        with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY {stage.name} ({names}) FROM STDIN") as copy,
        ):
            copy.write("".join(map(_copied, rows)))
        return
    # Straight to the driver, with plain tuples: naming the parameters of each row costs more
    # than sending them.
    by_place: Any = connection.dialect
    if by_place.name != "sqlite":
        by_place = mysql.dialect(paramstyle="format")
    insert = sa.insert(stage).values(dict.fromkeys(_COLUMNS)).compile(dialect=by_place)
    connection.exec_driver_sql(str(insert), list(rows))


def _copied(row: tuple[Any, ...]) -> str:
    """A row as COPY reads it. Ours have numbers, codes and digests, nothing to be escaped; to
    let the driver find that out takes three times as long."""
    return "\t".join(["\\N" if value is None else str(value) for value in row]) + "\n"
