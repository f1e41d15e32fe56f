"""Holding SQLite's write lock as briefly as possible.

While it is held, a server that is receiving a sale can lose it, in spite of its patience."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from desktop_admin.sources.sql.engine import (
    SQLITE_CACHE_KIB,
    SQLITE_FOREIGN_KEYS,
    SQLITE_WRITE_CACHE_KIB,
)


@contextmanager
def brief_lock(connection: sa.Connection, rehearse: Callable[[], object]) -> Iterator[None]:
    """Within it, transactions are begun to write.

    On SQLite they take the lock at once, and

    * changed pages stay in memory until the commit, and `rehearse` reads what will be read
      again, so that most of them are there before;
    * references are not checked row by row: the guards have judged every target in the same
      transaction;
    * in WAL mode the commit does not wait for the disk while others wait for the lock; the
      checkpoint that follows does, so what is reported as done is on the disk."""
    if connection.dialect.name != "sqlite":
        yield
        return
    wal = connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    connection.rollback()
    set_pragmas(connection, foreign_keys="OFF", wal_autocheckpoint=0)
    set_pragmas(connection, cache_size=-SQLITE_WRITE_CACHE_KIB)
    if wal:
        set_pragmas(connection, synchronous="NORMAL")
    with connection.begin():
        rehearse()
    connection.execution_options(writes=True)
    try:
        yield
        if wal:
            set_pragmas(connection, wal_checkpoint="PASSIVE")
    finally:
        connection.execution_options(writes=False)
        set_pragmas(connection, foreign_keys=SQLITE_FOREIGN_KEYS, wal_autocheckpoint=1000)
        set_pragmas(connection, synchronous="FULL", cache_size=-SQLITE_CACHE_KIB)


def set_pragmas(connection: sa.Connection, **pragmas: object) -> None:
    """Set pragmas outside any transaction, where alone they take effect."""
    driver = connection.connection
    cursor = driver.cursor()
    for name, value in pragmas.items():
        call = f"({value})" if name == "wal_checkpoint" else f" = {value}"
        cursor.execute(f"PRAGMA {name}{call}")
        cursor.fetchall()
    cursor.close()
