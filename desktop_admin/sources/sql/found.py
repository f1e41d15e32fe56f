"""Which of the shop's tables and columns a database has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from desktop_admin.sources.base import NotAsExpected
from desktop_admin.sources.sql import shop
from desktop_admin.sources.sql.described import Table

#: What the server keeps of each boutique's stock and business, as it was once computed.
_STORED_FIGURES = ("inventory_bilangeneral", "inventory_journalvaleurstock")

#: What one has to know of an expense; where there is no currency it is in francs, as sales are.
_SPENT = ("depense_appliquee", "depense", "date_rapport", "boutique_id")


@dataclass(frozen=True, slots=True)
class Found:
    """The shop's tables as they are here: only columns that exist, never a secret."""

    merchant: sa.Table
    boutique: sa.Table
    terminal: sa.Table
    article: sa.Table
    sale: sa.Table
    line: sa.Table
    movement: sa.Table | None
    rejected: sa.Table | None
    session: sa.Table | None
    #: Money taken out of the till, where it can be told which of it was applied.
    expense: sa.Table | None
    missing: tuple[str, ...]
    #: Indexes by table, as tuples of column names.
    indexes: Mapping[str, frozenset[tuple[str, ...]]]
    #: Which of the server's tables of stored figures are here.
    stored_figures: tuple[str, ...] = ()

    def indexed(self, table: sa.Table, *columns: str) -> bool:
        """Whether an index begins with these columns."""
        return any(index[: len(columns)] == columns for index in self.indexes[table.name])


def look(connection: sa.Connection) -> Found:
    """Find the shop's tables; raises `NotAsExpected` where this is not a shop's database."""
    inspector = sa.inspect(connection)
    names = set(inspector.get_table_names())
    missing: list[str] = []
    lacking: list[str] = []
    metadata = sa.MetaData()
    made: dict[str, sa.Table] = {}
    indexes: dict[str, frozenset[tuple[str, ...]]] = {}
    for table in shop.TABLES:
        if table.name not in names:
            (lacking if table.required else missing).append(table.name)
            continue
        columns = {column["name"] for column in inspector.get_columns(table.name)}
        for column in table.columns:
            if column.name not in columns:
                needed = table.required and column.since <= shop.OLDEST
                (lacking if needed else missing).append(f"{table.name}.{column.name}")
        made[table.name] = _readable(metadata, table, columns)
        indexes[table.name] = _indexes(inspector, table.name)
    if lacking:
        raise NotAsExpected(expected=tuple(lacking), found=tuple(sorted(names)))
    return Found(
        merchant=made[shop.MERCHANT.name],
        boutique=made[shop.BOUTIQUE.name],
        terminal=made[shop.TERMINAL.name],
        article=made[shop.ARTICLE.name],
        sale=made[shop.SALE.name],
        line=made[shop.LINE.name],
        movement=_with(made.get(shop.MOVEMENT.name), "reference_document"),
        rejected=made.get(shop.REJECTED.name),
        session=_with(made.get(shop.SESSION.name), *_columns(shop.SESSION)),
        expense=_with(made.get(shop.EXPENSE.name), *_SPENT),
        missing=tuple(missing),
        indexes=indexes,
        stored_figures=tuple(name for name in _STORED_FIGURES if name in names),
    )


def _with(table: sa.Table | None, *columns: str) -> sa.Table | None:
    """The table where it has these columns."""
    return table if table is not None and set(columns) <= set(table.c.keys()) else None


def _columns(table: Table) -> list[str]:
    """The names of all columns but secrets."""
    return [column.name for column in table.columns if column.name not in shop.SECRETS]


def _readable(metadata: sa.MetaData, table: Table, columns: Iterable[str]) -> sa.Table:
    there = set(columns).intersection(_columns(table))
    return sa.Table(
        table.name,
        metadata,
        *(
            sa.Column(column.name, column.type, primary_key=column.key)
            for column in table.columns
            if column.name in there
        ),
    )


def _indexes(inspector: Any, name: str) -> frozenset[tuple[str, ...]]:
    found = {
        tuple(column for column in index["column_names"] if column is not None)
        for index in inspector.get_indexes(name)
    }
    return frozenset(found)


def column(table: sa.Table, name: str, otherwise: Any) -> sa.ColumnElement[Any]:
    """The column, or where this database lacks it, what it means that it is not there."""
    found = table.c.get(name)
    if found is not None:
        return found
    return sa.literal(otherwise) if otherwise is not None else sa.null()
