"""The figures of the check, each counted the cheapest way: by index where one covers it, and
the amounts in one pass over the sales."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.health import Cause, CauseFigures, Health
from desktop_admin.domain.model import Figures, Sale, Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import Found

_DAY = timedelta(hours=24)
_LAST = 10
_SAMPLES = 5


class Checker:
    """Counts on one connection."""

    def __init__(self, connection: sa.Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._sale = SaleColumns(found)
        self._reader = reading.SaleReader(found)

    def health(self, now: datetime) -> Health:
        """Everything the check tells."""
        connection, found, sale = self._connection, self._found, self._sale
        terminals = reading.terminals(connection, found)
        boutiques = reading.boutiques(connection, found)
        by_boutique = self._counted_by(sale.boutique)
        by_terminal = self._counted_by(sale.terminal)
        orphans = Counter(connection, found).orphans()
        known = {boutique.id for boutique in boutiques}
        received = None
        if "created_at" in found.sale.c:
            received = self._count(sale.received_at >= now - _DAY)
        samples = self._samples(sale.boutique.is_(None), _SAMPLES)
        strays = self._samples(sale.terminal.is_(None), _SAMPLES)
        last = self._samples(sa.true(), _LAST)
        return Health(
            at=now,
            sales=sum(by_boutique.values()),
            sold_last_24h=self._count(sale.sold_at >= now - _DAY),
            received_last_24h=received,
            orphans=by_boutique.get(None, 0),
            without_terminal=by_terminal.get(None, 0),
            boutique_missing=sum(
                count for id_, count in by_boutique.items() if id_ not in known and id_ is not None
            ),
            amounts=self._amounts(),
            orphan_amounts=sum((one.amounts for one in orphans.values()), Amounts()),
            causes=_causes(orphans, terminals),
            rejected=self._rejected(),
            last_sales=last,
            orphan_samples=samples,
            without_terminal_samples=strays,
            lines=reading.lines(connection, found, [one.id for one in last]),
            boutiques=boutiques,
            terminals=terminals,
            sales_by_boutique=_named(by_boutique),
            sales_by_terminal=_named(by_terminal),
            orphans_by_terminal=_named({id_: one.sales for id_, one in orphans.items()}),
        )

    def _count(self, condition: sa.ColumnElement[bool]) -> int:
        statement = sa.select(sa.func.count()).select_from(self._found.sale).where(condition)
        return int(self._connection.execute(statement).scalar_one())

    def _counted_by(self, key: sa.ColumnElement[Any]) -> dict[int | None, int]:
        statement = sa.select(key, sa.func.count()).group_by(key)
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def _amounts(self) -> Amounts:
        """Per currency, in one pass: grouping by currency would sort every sale, or walk an
        index in an order that the table is not in."""
        sale = self._sale
        currencies = list(self._connection.execute(sa.select(sale.currency).distinct()).scalars())
        if not currencies:
            return Amounts()
        sums = [
            sa.func.sum(sa.case((sale.counts & (sale.currency == code), sale.cents), else_=0))
            for code in currencies
        ]
        row = self._connection.execute(sa.select(*sums).select_from(self._found.sale)).one()
        return Amounts((code, int(total or 0)) for code, total in zip(currencies, row, strict=True))

    def _rejected(self) -> int:
        if self._found.rejected is None:
            return 0
        statement = sa.select(sa.func.count()).select_from(self._found.rejected)
        return int(self._connection.execute(statement).scalar_one())

    def _samples(self, condition: sa.ColumnElement[bool], limit: int) -> list[Sale]:
        """The newest of the sales that meet `condition`."""
        sale = self._sale
        statement = (
            sa.select(sale.id)
            .where(condition)
            .order_by(sale.sold_at.desc(), sale.id.desc())
            .limit(limit)
        )
        ids = list(self._connection.execute(statement).scalars())
        found = self._reader.read(self._connection, ids)
        return [one for one in found if one is not None]


def _named(counts: Mapping[int | None, int]) -> dict[int, int]:
    return {id_: count for id_, count in counts.items() if id_ is not None}


def _causes(
    orphans: Mapping[int | None, Figures], terminals: Sequence[Terminal]
) -> dict[Cause, CauseFigures]:
    homes = {terminal.id: terminal.boutique_id for terminal in terminals}
    by_cause: defaultdict[Cause, list[Figures]] = defaultdict(list)
    for terminal, figures in orphans.items():
        if terminal is None or terminal not in homes:
            cause = Cause.NO_TERMINAL
        elif homes[terminal] is None:
            cause = Cause.TERMINAL_WITHOUT_BOUTIQUE
        else:
            cause = Cause.NOT_LINKED
        by_cause[cause].append(figures)
    return {
        cause: CauseFigures(
            sales=sum(one.sales for one in found),
            amounts=sum((one.amounts for one in found), Amounts()),
            last=max((one.last_sale for one in found if one.last_sale is not None), default=None),
        )
        for cause, found in sorted(by_cause.items())
    }
