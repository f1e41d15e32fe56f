"""The engines that the contract is held against, and shops on them that are put back quickly."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.contract.market import NOW, Market, build
from tests.servers import Server
from tests.shops import make_shop

NEWEST = server.schema().tables
Row = Mapping[str, Any]
#: Every row of every table, by the table's name, in the order of their keys.
Snapshot = Mapping[str, Sequence[Row]]


class Bench:
    """One engine, and how databases are had on it."""

    def __init__(
        self,
        name: str,
        empty: Callable[[], AbstractContextManager[str]],
        server: Server | None = None,
    ) -> None:
        self.name = name
        #: A context with the URL of a database without tables, which is gone after it.
        self.empty = empty
        #: None for SQLite.
        self.server = server
        self._stack = ExitStack()
        self._idle: list[str] = []

    @contextmanager
    def rowless(self) -> Iterator[str]:
        """The URL of a database without rows; the shop's newest tables may be there already.

        Making the tables takes servers a second, so they are used again."""
        if self.server is None:
            with self.empty() as url:
                yield url
            return
        url = self._idle.pop() if self._idle else self._stack.enter_context(self.empty())
        yield url
        # A test may have killed the server that the next ones use.
        self.server.start()
        if _clear(url):
            self._idle.append(url)

    def close(self) -> None:
        self._stack.close()


@cache
def _shop_tables(migration: int) -> tuple[str, ...]:
    return tuple(server.schema(migration).tables)


def _clear(url: str) -> bool:
    """Take away every row, and every table that is none of the shop's; False where the shop's
    newest tables are not all there, as they were made."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection, without_references(connection):
        found = sa.inspect(connection)
        names = found.get_table_names()
        for name in names:
            known = NEWEST.get(name)
            if known is None:
                connection.exec_driver_sql(f"DROP TABLE {name}")
            elif len(found.get_columns(name)) != len(known.c):
                return False
            else:
                connection.exec_driver_sql(f"DELETE FROM {name}")
        connection.commit()
        return NEWEST.keys() <= set(names)


def sqlite_bench(folder: Path) -> Bench:
    """Files in `folder`."""
    made = iter(range(1_000_000))

    @contextmanager
    def empty() -> Iterator[str]:
        file = folder / f"shop{next(made)}.sqlite3"
        file.touch()
        yield f"sqlite:///{file}"

    return Bench("sqlite", empty)


class Desk:
    """The market in a database of its own, with a source on it; `put_back` before each test."""

    def __init__(self, url: str, migration: int = server.NEWEST, *, prepared: bool = True) -> None:
        self.url = url
        self.migration = migration
        self.engine = sa.create_engine(url)
        with self.engine.begin() as connection:
            shop = make_shop(connection, migration)
            self.market: Market = build(shop)
            shop.settle()
            if prepared:
                tables.prepare(connection)
        self.source = self.open()
        self._first = self.snapshot()

    def open(self, **options: Any) -> SqlSource:
        """Another source on the same database."""
        return open_sql(self.url, **{"clock": frozen_clock(NOW)} | options)

    def close(self) -> None:
        self.source.close()
        self.engine.dispose()

    def snapshot(self) -> Snapshot:
        """Every row of every table as the driver gives it."""
        found: dict[str, Sequence[Row]] = {}
        with self.engine.connect() as connection:
            for name in self._tables():
                rows = connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2")
                found[name] = [dict(row) for row in rows.mappings()]
        return found

    def execute(self, statement: str, **values: Any) -> Any:
        """What somebody else does meanwhile: one statement, committed."""
        with self.engine.begin() as connection:
            result = connection.execute(sa.text(statement), values)
            return result.all() if result.returns_rows else result.rowcount

    def insert(self, table: str, **values: Any) -> None:
        """One row of one of the shop's tables, committed."""
        with self.engine.begin() as connection:
            connection.execute(sa.insert(server.schema(self.migration).tables[table]), values)

    def value(self, table: str, column: str, id_: int) -> Any:
        """One value of one row."""
        return self.execute(f"SELECT {column} FROM {table} WHERE id = :id", id=id_)[0][0]

    def put_back(self, whole: Snapshot | None = None) -> None:
        """Make every row what it was when the desk was made, or in `whole`."""
        whole = whole or self._first
        now = self.snapshot()
        differing = [name for name, rows in whole.items() if now[name] != rows]
        if not differing:
            return
        with self.engine.connect() as connection, without_references(connection):
            for name in differing:
                connection.exec_driver_sql(f"DELETE FROM {name}")
                rows = whole[name]
                if rows:
                    table = sa.table(name, *(sa.column(column) for column in rows[0]))
                    connection.execute(sa.insert(table), rows)
            connection.commit()

    def _tables(self) -> list[str]:
        ours = tables.metadata.tables if self._prepared() else ()
        return [*_shop_tables(self.migration), *ours]

    def _prepared(self) -> bool:
        return sa.inspect(self.engine).has_table(tables.chain.name)


def changed(before: Snapshot, after: Snapshot) -> dict[tuple[str, int, str], Any]:
    """What became of every value of the shop's tables that is not what it was, by table, id and
    column. No row may have come or gone."""
    found: dict[tuple[str, int, str], Any] = {}
    for name, rows in before.items():
        if name.startswith("desktop_admin_"):
            continue
        assert [row["id"] for row in rows] == [row["id"] for row in after[name]], name
        for old, new in zip(rows, after[name], strict=True):
            for column, value in new.items():
                if value != old[column]:
                    found[name, new["id"], column] = value
    return found


@contextmanager
def in_wal_mode(desk: Desk) -> Iterator[None]:
    """Within it, readers of an SQLite file do not keep writers waiting, as under the server."""
    if desk.engine.dialect.name != "sqlite":
        yield
        return
    for mode in ("wal", "delete"):
        # Alone with the file, or the mode stays what it is.
        desk.source._engine.dispose()
        desk.engine.dispose()
        assert desk.execute(f"PRAGMA journal_mode = {mode}") == [(mode,)]
        if mode == "wal":
            yield


@contextmanager
def without_references(connection: sa.Connection) -> Iterator[None]:
    """Within it, rows may go and come in any order, and leave others pointing nowhere."""
    off, on = {
        "sqlite": ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = OFF"),
        "postgresql": (
            "SET session_replication_role = replica",
            "SET session_replication_role = DEFAULT",
        ),
        "mysql": ("SET foreign_key_checks = 0", "SET foreign_key_checks = 1"),
        "mariadb": ("SET foreign_key_checks = 0", "SET foreign_key_checks = 1"),
    }[connection.dialect.name]
    connection.exec_driver_sql(off)
    yield
    connection.exec_driver_sql(on)
    connection.commit()
