"""The big shop on each engine: a base that is only read, and copies to write to.

The base on SQLite is made once and kept; the servers are started for the run, and filled from
the SQLite file, so that every engine holds the same rows.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa

from benchmarks.world import Size, make
from desktop_admin.sources.sql import shop as server
from tests.servers import MariaDbServer, PostgresServer, Server

_COPY_PIECE = 5_000
_SERVERS: Mapping[str, type[Server]] = {"postgresql": PostgresServer, "mariadb": MariaDbServer}


class Databases(ABC):
    """Databases of one engine that hold the big shop."""

    name: str

    @property
    @abstractmethod
    def base(self) -> str:
        """URL of the shop; measures that write use a copy instead."""

    @abstractmethod
    def copy(self) -> AbstractContextManager[str]:
        """The URL of a copy that is thrown away afterwards."""


class Files(Databases):
    """SQLite: one file, kept in a folder between runs."""

    name = "sqlite"

    def __init__(self, folder: Path, size: Size) -> None:
        """Make the file where it is missing, or lacks a table that was described since."""
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{size.name}.sqlite3"
        if self.path.exists() and not _is_whole(self.path, size):
            self.path.unlink()
        if not self.path.exists():
            unfinished = folder / f"{size.name}.unfinished"
            unfinished.unlink(missing_ok=True)
            make(unfinished, size)
            unfinished.rename(self.path)

    @property
    def base(self) -> str:
        return f"sqlite:///{self.path}"

    @contextmanager
    def copy(self) -> Iterator[str]:
        """A copy beside the file, so that both lie on the same disk."""
        with tempfile.TemporaryDirectory(prefix="copy-", dir=self.path.parent) as folder:
            path = Path(folder) / "shop.sqlite3"
            shutil.copyfile(self.path, path)
            # Else the disk is busy with the copy while its use is measured.
            with path.open("rb+") as copy:
                os.fsync(copy.fileno())
            yield f"sqlite:///{path}"


def _is_whole(path: Path, size: Size) -> bool:
    with closing(sqlite3.connect(path)) as file:
        found = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
    return server.schema(size.migration).tables.keys() <= found


class OnServer(Databases):
    """A server of its own for this run; `durable` as the tests' servers understand it."""

    def __init__(self, name: str, files: Files, size: Size, *, durable: bool) -> None:
        """Start the server and fill it. Raises `ServerUnavailable` where there is none."""
        self.name = name
        self._server: Server = _SERVERS[name](durable=durable)
        self._server.start()
        self._numbers = itertools.count(1)
        self._base = "big_shop"
        self._server.create_database(self._base)
        fill = _fill_postgresql if name == "postgresql" else _fill_by_rows
        fill(self.base, files.path, size)

    @property
    def base(self) -> str:
        return self._server.url(self._base)

    @contextmanager
    def copy(self) -> Iterator[str]:
        """A database made from the base as its template."""
        name = f"copy_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {self._base} STRATEGY FILE_COPY", "postgres")
        try:
            self._run("VACUUM inventory_vente", name)
            # As with the file: what the copy left to be written is not measured.
            self._run("CHECKPOINT", name)
            yield self._server.url(name)
        finally:
            self._server.drop_database(name)

    def _run(self, statement: str, database: str) -> None:
        engine = sa.create_engine(self._server.url(database), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def close(self) -> None:
        """Stop the server, which takes its data with it."""
        self._server.stop()


def _fill_postgresql(url: str, source: Path, size: Size) -> None:
    """COPY every table from the SQLite file; indexes are made afterwards."""
    metadata = server.schema(size.migration)
    engine = sa.create_engine(url, connect_args={"options": "-c timezone=UTC"})
    later = [index for table in metadata.tables.values() for index in table.indexes]
    keys = [key for table in metadata.tables.values() for key in table.foreign_key_constraints]
    for table in metadata.tables.values():
        table.indexes.clear()
    for key in keys:
        key.use_alter = True
    with engine.begin() as connection, sqlite3.connect(source) as rows:
        connection.exec_driver_sql("SET maintenance_work_mem = '256MB'")
        _create_without_references(metadata, connection)
        driver: Any = connection.connection.driver_connection
        for table in metadata.sorted_tables:
            _copy_table(driver, rows, table)
        for index in later:
            index.create(connection)
        for key in keys:
            connection.execute(sa.schema.AddConstraint(key))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM (FREEZE, ANALYZE)")
        connection.exec_driver_sql("CHECKPOINT")
    engine.dispose()


def _create_without_references(metadata: sa.MetaData, connection: sa.Connection) -> None:
    for table in metadata.sorted_tables:
        connection.execute(sa.schema.CreateTable(table, include_foreign_key_constraints=[]))


def _copy_table(driver: psycopg.Connection[Any], rows: sqlite3.Connection, table: sa.Table) -> None:
    """SQLite writes the lines of COPY's text itself; the rows have no tabs or backslashes."""
    names = ", ".join(column.name for column in table.columns)
    text = " || char(9) || ".join(f"coalesce({column.name}, '\\N')" for column in table.columns)
    found = rows.execute(f"SELECT {text} || char(10) FROM {table.name}")
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        while piece := found.fetchmany(_COPY_PIECE):
            copy.write("".join(line for (line,) in piece))


def _fill_by_rows(url: str, source: Path, size: Size) -> None:
    """Insert row by row, many at a time: MariaDB's way to load files is closed by default."""
    metadata = server.schema(size.migration)
    for table in metadata.tables.values():
        for constraint in table.foreign_key_constraints:
            constraint.deferrable = constraint.initially = None
    engine = sa.create_engine(url)
    metadata.create_all(engine)
    with engine.begin() as connection, sqlite3.connect(source) as rows:
        connection.exec_driver_sql("SET foreign_key_checks = 0")
        connection.exec_driver_sql("SET unique_checks = 0")
        for table in metadata.sorted_tables:
            marks = ", ".join(["%s"] * len(table.columns))
            names = ", ".join(column.name for column in table.columns)
            found = rows.execute(f"SELECT {names} FROM {table.name}")
            while piece := found.fetchmany(_COPY_PIECE):
                statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"
                connection.exec_driver_sql(statement, piece)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            connection.exec_driver_sql(f"ANALYZE TABLE {table.name}")
    engine.dispose()
