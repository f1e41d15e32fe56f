"""The file of the demo: made whole or not at all, and only where it is not there yet."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from operator import itemgetter
from pathlib import Path

import sqlalchemy as sa

from desktop_admin.sources.base import Busy
from desktop_admin.sources.demo.dice import Dice
from desktop_admin.sources.demo.rhythm import KINSHASA, midnight
from desktop_admin.sources.demo.rows import Row, tables
from desktop_admin.sources.demo.sales import sell
from desktop_admin.sources.demo.shops import build_world
from desktop_admin.sources.demo.troubles import Troubles
from desktop_admin.sources.sql import shop
from desktop_admin.sources.sql.tables import prepare

_FILE = "demo.sqlite3"
_SEED = "Mboka na biso"

#: From this hour on (local time) the demo's last day has its first sales.
_FIRST_SALES_BY = timedelta(hours=9)


def demo_path(home: Path) -> Path:
    """Where the demo lives below the program's home."""
    return home / _FILE


def open_demo_database(directory: Path, now: datetime) -> Path:
    """The demo's file in `directory`, made as of `now` (aware) where it is not there yet."""
    path = demo_path(directory)
    if not path.exists():
        _make(path, now, replace=False)
    return path


def reset_demo(directory: Path, now: datetime) -> Path:
    """Make the demo anew as of `now` (aware); whatever was changed in it is gone.

    Close every connection to it first; raises `Busy` where the file cannot be replaced.
    """
    path = demo_path(directory)
    _make(path, now, replace=True)
    return path


def _make(path: Path, now: datetime, *, replace: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="demo-", suffix=".part", dir=path.parent)
    os.close(handle)
    made = Path(name)
    try:
        _fill(made, now)
        _put(made, path, replace=replace)
    finally:
        made.unlink(missing_ok=True)


def _put(made: Path, path: Path, *, replace: bool) -> None:
    """Move the finished file to its place, in one step."""
    # One that another process has put there meanwhile is as good, and may be open there.
    if not replace and path.exists():
        return
    try:
        for companion in ("-journal", "-wal", "-shm"):
            # Left by a crash, it would be played back into the new file.
            path.with_name(path.name + companion).unlink(missing_ok=True)
        made.replace(path)
    except PermissionError as error:
        raise Busy(str(error), file=str(path)) from error


def _fill(path: Path, now: datetime) -> None:
    today, until = _today(now)
    dice = Dice(_SEED)
    world = build_world(today, dice)
    sales = sell(world, dice, until)
    troubles = Troubles(world, sales, dice)
    troubles.spoil()
    rejected = troubles.rejected()
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))
    try:
        with engine.begin() as connection:
            _write(connection, tables(world, sales, rejected, dice))
            _prepare(connection)
    finally:
        engine.dispose()


def _today(now: datetime) -> tuple[date, datetime]:
    """The demo's last day, and the moment its sales end.

    One day gives one demo from nine o'clock on; before, nothing has been sold yet that day, and
    nothing is ever sold in the future.
    """
    today = now.astimezone(KINSHASA).date()
    opened = midnight(today) + _FIRST_SALES_BY
    return today, opened if now >= opened else midnight(today)


def _prepare(connection: sa.Connection) -> None:
    """Make our own tables, so that the demo can be changed from the start."""
    prepare(connection)


def _write(connection: sa.Connection, made: Iterable[tuple[str, Sequence[Row]]]) -> None:
    """Make the server's tables with these rows, the indexes last, in an order that repeats."""
    # The file is not in its place before it is whole, so nothing need be rolled back or synced.
    connection.exec_driver_sql("PRAGMA journal_mode = OFF")
    connection.exec_driver_sql("PRAGMA synchronous = OFF")
    described = shop.schema().tables
    for name, rows in made:
        connection.execute(sa.schema.CreateTable(described[name]))
        _insert(connection, described[name], rows)
    for name in sorted(described):
        for index in sorted(described[name].indexes, key=lambda index: str(index.name)):
            connection.execute(sa.schema.CreateIndex(index))
    connection.exec_driver_sql("ANALYZE")


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Insert rows that are complete; as bare tuples, which takes a third of the time."""
    values = itemgetter(*(column.name for column in table.columns))
    statement = str(sa.insert(table).compile(dialect=connection.dialect))
    connection.exec_driver_sql(statement, [values(row) for row in rows])
