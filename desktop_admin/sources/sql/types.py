"""How the shop's server stores moments and amounts on each engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

#: So many rows a driver makes in one go.
_AT_ONCE = 4_000


class Moment(sa.types.TypeDecorator[datetime]):
    """An aware moment in UTC.

    SQLite keeps text as Django writes it: naive UTC, a space, and no fraction where the
    microseconds are 0; so text compares rightly only when written the same way. MySQL keeps
    naive UTC. Text that is no moment (SQLite stores anything) reads as None: time unknown."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.Text())
        if dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(mysql.DATETIME(fsp=6))
        return dialect.type_descriptor(sa.DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        naive = value.astimezone(UTC).replace(tzinfo=None)
        return naive.isoformat(" ") if dialect.name == "sqlite" else naive

    def process_result_value(self, value: Any, _: Dialect) -> datetime | None:
        return read_moment(value)


def read_moment(value: Any) -> datetime | None:
    """A stored moment as an aware one; None where it is none."""
    if isinstance(value, str):
        try:
            # One call instead of two: this runs for every orphan. An offset of its own, which
            # Django never writes, makes the text no moment here.
            found = datetime.fromisoformat(value + "+00:00")
        except ValueError:
            return None
        # After a bare day that is read as a time, of no zone.
        return found if found.tzinfo is not None else None
    if not isinstance(value, datetime):
        return None
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value


def raw(value: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """A value as the driver gives it: tens of thousands of them are read faster by hand."""
    return sa.type_coerce(value, sa.types.NullType())


class _Letters(sa.types.TypeDecorator[str]):
    """Text; MySQL's driver gives what is compared as bytes as bytes."""

    impl = sa.String
    cache_ok = True

    def result_processor(self, dialect: Dialect, _: object) -> Any:
        # None elsewhere: a call for each of a hundred thousand texts would be felt.
        return _decoded if dialect.name in ("mysql", "mariadb") else None


def _decoded(value: Any) -> Any:
    return value.decode() if isinstance(value, bytes) else value


class to_the_letter(FunctionElement[str]):  # noqa: N801 - reads as the SQL function that it is
    """A text that is grouped and compared by its letters. MySQL's usual collation takes `cdf` for
    `CDF`, `Cheque` for `Chèque`, and no heed of spaces at the end; the other engines do not."""

    inherit_cache = True
    type = _Letters()


@compiles(to_the_letter)
def _as_it_is(element: to_the_letter, compiler: SQLCompiler, **how: Any) -> str:
    return str(compiler.process(element.clauses, **how))


@compiles(to_the_letter, "mysql", "mariadb")
def _as_bytes(element: to_the_letter, compiler: SQLCompiler, **how: Any) -> str:
    text = compiler.process(element.clauses, **how)
    return f"CAST(CONVERT({text} USING utf8mb4) AS BINARY)"


def cents(amount: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    """An amount as whole cents: SQLite would add floats, integers add exactly."""
    return sa.cast(sa.func.round(amount * 100), sa.BigInteger)


def every_row(result: sa.Result[Any]) -> list[Any]:
    """All rows of a result that may have a hundred thousand."""
    rows: list[Any] = []
    for some in pieces(result):
        rows += some
    return rows


def pieces(result: sa.Result[Any]) -> Iterator[Sequence[Any]]:
    """The rows of a result that may have a hundred thousand, some at a time. To ask the driver for
    them one by one takes as long again as the query; to ask for all of them at once, or to turn
    them into columns at once, keeps the interpreter from every other thread meanwhile, the
    window's too."""
    yield from result.partitions(_AT_ONCE)
