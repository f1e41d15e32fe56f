"""Sales counted and summed by boutique, currency and the shop's own time; and what was spent.

One pass over the sales, whatever it is counted by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.local_time import FIRST, LAST, hour_of
from desktop_admin.domain.money import CDF
from desktop_admin.domain.revenue import Cell, Cut, Expense, TimeKey
from desktop_admin.sources.sql.expressions import Element, SaleColumns
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import Found, column
from desktop_admin.sources.sql.types import cents, every_row, read_moment, to_the_letter
from desktop_admin.sources.sql.wall_clock import time_key

#: Of the last year that is followed by another, so that every month ends.
_LAST_HOUR = hour_of(datetime(9998, 12, 31, 23))  # noqa: DTZ001 - by the clock on the wall


class Till:
    """Counts what was taken, on one connection."""

    def __init__(self, connection: sa.Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._sale = SaleColumns(found)

    def cells(self, cut: Cut) -> list[Cell]:
        """One cell for each combination that occurs."""
        sale = self._sale
        keys: list[Element] = [sale.boutique.label("boutique")]
        if cut.by_terminal:
            keys.append(sale.terminal.label("terminal"))
        if cut.time is not TimeKey.NONE:
            keys.append(self._time(sale.sold_at, cut, self._found.sale).label("hour"))
        if cut.by_payment:
            keys.append(sale.payment.label("payment"))
        keys.append(sale.currency.label("currency"))
        counts = sale.counts
        told = [
            sa.case((counts, 1), else_=0).label("counts"),
            sa.case((counts, sale.cents), else_=0).label("cents"),
        ]
        plain = Counter(self._connection, self._found).inner(
            [*keys, *told], self._within(sale.sold_at, cut)
        )
        by = [plain.c[key.name] for key in keys]
        sums = [sa.func.sum(plain.c.counts), sa.func.sum(plain.c.cents), sa.func.count()]
        rows = every_row(self._connection.execute(sa.select(*by, *sums).group_by(*by)))
        return _cells(rows, cut)

    def expenses(self, cut: Cut) -> list[Expense] | None:
        """What was applied of the expenses, by boutique; None where nothing tells."""
        table = self._found.expense
        if table is None:
            return None
        keys: list[Element] = [table.c.boutique_id.label("boutique")]
        if cut.time is not TimeKey.NONE:
            keys.append(self._time(table.c.date_rapport, cut, table).label("hour"))
        keys.append(to_the_letter(column(table, "devise", CDF)).label("currency"))
        plain = (
            sa.select(*keys, cents(table.c.depense).label("cents"))
            .where(table.c.depense_appliquee, *self._within(table.c.date_rapport, cut))
            .subquery()
        )
        by = [plain.c[key.name] for key in keys]
        rows = self._connection.execute(sa.select(*by, sa.func.sum(plain.c.cents)).group_by(*by))
        timed = cut.time is not TimeKey.NONE
        return [
            Expense(row[0], _counted(row[1]) if timed else None, row[-2], int(row[-1]))
            for row in rows
        ]

    def _within(self, moment: Element, cut: Cut) -> list[Any]:
        """The period; what is no moment is in none."""
        since, until = cut.since, cut.until
        if (since is None) != (until is None) and self._connection.dialect.name == "sqlite":
            # Between the ends are moments; a file keeps any text where one should be.
            since, until = since or FIRST, until or LAST
        found: list[Any] = []
        if since is not None:
            found.append(moment >= since)
        if until is not None:
            found.append(moment < until)
        return found

    def _time(self, moment: Element, cut: Cut, table: sa.Table) -> Element:
        first, last = cut.since, cut.until
        if first is None or last is None:
            ends = self._connection.execute(
                sa.select(sa.func.min(moment), sa.func.max(moment)).select_from(table)
            ).one()
            known = [read_moment(end) for end in ends]
            first, last = first or known[0] or FIRST, last or known[1] or LAST
        dialect = self._connection.dialect.name
        return time_key(moment, cut.time, cut.zone, first, max(first, last), dialect)


def _counted(hour: int | None) -> int | None:
    """An hour that can be; SQLite makes a moment of any number."""
    return hour if hour is not None and 0 <= hour <= _LAST_HOUR else None


def _cells(rows: Sequence[Any], cut: Cut) -> list[Cell]:
    """Rows of keys and sums as cells, whatever was asked for."""
    places = iter(range(1, 4))
    terminal = next(places) if cut.by_terminal else None
    hour = next(places) if cut.time is not TimeKey.NONE else None
    payment = next(places) if cut.by_payment else None
    return [
        Cell(
            row[0],
            None if terminal is None else row[terminal],
            None if hour is None else _counted(row[hour]),
            "" if payment is None else row[payment],
            row[-4],
            int(row[-3]),
            int(row[-2]),
            row[-1],
        )
        for row in rows
    ]
