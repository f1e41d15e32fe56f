"""Sales as they come in: the newest of each place, and the hours in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.revenue import TimeKey
from desktop_admin.sources.arriving import Arrival, NewestSales, NewSale
from desktop_admin.sources.sql.connected import Connected
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import every_row
from desktop_admin.sources.sql.wall_clock import time_key

#: Among so many of the highest ids are nearly all that came last.
_HIGHEST = 500
#: Ids looked up in one statement.
_PIECE = 500


class ArrivalAnswers(Connected):
    """See `ArrivalQuestions` for what each method promises."""

    def newest_sales(self) -> NewestSales:
        with self._reading() as connection:
            return _Ends(connection, self._found).newest()

    def arrivals(self, zone: ZoneInfo, since: datetime, until: datetime) -> Sequence[Arrival]:
        with undisturbed(), self._reading() as connection:
            sale = SaleColumns(self._found)
            moment = sa.func.coalesce(sale.received_at, sale.sold_at, type_=sale.sold_at.type)
            dialect = connection.dialect.name
            hour = time_key(moment, TimeKey.HOUR, zone, since, until, dialect)
            plain = Counter(connection, self._found).inner(
                [sale.terminal.label("terminal"), hour.label("hour")],
                [sale.sold_at >= since, sale.sold_at < until, sale.terminal.is_not(None)],
            )
            by = (plain.c.terminal, plain.c.hour)
            rows = every_row(connection.execute(sa.select(*by).group_by(*by)))
            return [Arrival(row[0], row[1]) for row in rows if row[1] is not None]


class _Ends:
    """Looks at the ends of the indexes."""

    def __init__(self, connection: sa.Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._sale = SaleColumns(found)

    def newest(self) -> NewestSales:
        """The sale of the highest id is the one that came last; of each place the latest of those
        that came lately, and of the one it sold last."""
        found, sale = self._found, self._sale
        highest = sa.select(sale.id).order_by(sale.id.desc()).limit(_HIGHEST)
        ids = [*self._connection.execute(highest).scalars()]
        places = [
            *self._ends(found.boutique, sale.boutique),
            *self._ends(found.terminal, sale.terminal),
        ]
        read = self._read({*ids, *places})
        return NewestSales(
            read.get(ids[0]) if ids else None,
            _latest((one.boutique_id, one) for one in read.values()),
            _latest((one.terminal_id, one) for one in read.values()),
        )

    def _ends(self, table: sa.Table, key: Any) -> Iterable[int]:
        """The sale that each row of `table` sold last."""
        sale = self._sale
        if self._found.indexed(self._found.sale, key.name, "date_vente"):
            same, order = key == table.c.id, [sale.sold_at.desc(), sale.id.desc()]
            if self._connection.dialect.name == "postgresql":
                # Told so, it cannot walk the index of all dates until it meets a sale of the row,
                # which it takes for cheap and is not where the row sold nothing of late.
                same, order = key.between(table.c.id, table.c.id), [key.desc(), *order]
            last = sa.select(sale.id).where(same).order_by(*order).limit(1).scalar_subquery()
            statement = sa.select(last).select_from(table)
        else:
            statement = sa.select(sa.func.max(sale.id)).where(key.is_not(None)).group_by(key)
        return [one for one in self._connection.execute(statement).scalars() if one is not None]

    def _read(self, ids: Iterable[int]) -> dict[int, NewSale]:
        sale = self._sale
        wanted = sorted(ids)
        columns = (sale.id, sale.boutique, sale.terminal, sale.sold_at, sale.received_at)
        statement = sa.select(*columns)
        read: dict[int, NewSale] = {}
        for start in range(0, len(wanted), _PIECE):
            piece = wanted[start : start + _PIECE]
            for row in self._connection.execute(statement.where(sale.id.in_(piece))):
                read[row[0]] = NewSale(*row)
        return read


def _latest(sales: Iterable[tuple[int | None, NewSale]]) -> Mapping[int, NewSale]:
    found: dict[int, NewSale] = {}
    moments: dict[int, datetime] = {}
    for place, one in sales:
        at = one.at
        if place is not None and at is not None and (place not in moments or at > moments[place]):
            found[place], moments[place] = one, at
    return found
