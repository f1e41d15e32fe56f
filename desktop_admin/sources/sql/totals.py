"""What sales come to: those of a list, of a time, of a terminal in a boutique; and whether
anything was changed."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.model import Figures
from desktop_admin.domain.money import Amounts
from desktop_admin.sources.base import Marker, Progress, Report, SaleChoices, Spell, Step, Totals
from desktop_admin.sources.sql.around import among
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import raw, read_moment

#: Stretches of time asked for in one statement.
_STRETCHES = 50


def marker(connection: sa.Connection, found: Found, journal_seq: int | None) -> Marker:
    """A cheap value that differs when something was changed."""
    sale = SaleColumns(found)
    orphans = sa.select(sa.func.count()).select_from(found.sale).where(sale.boutique.is_(None))
    terminals, boutiques = found.terminal, found.boutique
    places = [
        tuple(row)
        for columns in (
            (terminals.c.id, terminals.c.boutique_id, terminals.c.est_actif),
            (boutiques.c.id, boutiques.c.nom, boutiques.c.est_active),
        )
        for row in connection.execute(sa.select(*columns).order_by(columns[0]))
    ]
    return Marker(
        newest_sale=connection.execute(sa.select(sa.func.max(sale.id))).scalar(),
        orphans=connection.execute(orphans).scalar_one(),
        journal_seq=journal_seq,
        places=zlib.crc32(repr(places).encode("utf-8", "surrogatepass")),
    )


def totals(connection: sa.Connection, found: Found, ids: Sequence[int], report: Report) -> Totals:
    """What these sales come to."""
    sale = SaleColumns(found)
    statement = sa.select(
        sale.currency.label("currency"),
        sa.func.count(),
        sa.func.sum(sa.case((sale.counts, sale.cents), else_=0)),
    ).group_by(sale.currency)
    pieces = among(sale.id, ids)
    count, amounts = 0, []
    for done, piece in enumerate(pieces):
        report(Progress(Step.READING, done, len(pieces)))
        for currency, sales, cents in connection.execute(statement.where(piece)):
            count += sales
            amounts.append((currency, int(cents)))
    return Totals(count, Amounts(amounts))


def choices(connection: sa.Connection, found: Found) -> SaleChoices:
    """The payments and currencies that occur."""
    sale = SaleColumns(found)
    payments, currencies = (
        tuple(sorted(connection.execute(sa.select(column).distinct()).scalars()))
        for column in (sale.payment.label("value"), sale.currency.label("value"))
    )
    return SaleChoices(payments, currencies)


def _of(sale: SaleColumns, terminal: int | None, boutique: int | None) -> list[Any]:
    conditions = []
    if terminal is not None:
        conditions.append(sale.terminal == terminal)
    if boutique is not None:
        conditions.append(sale.boutique == boutique)
    return conditions


def spells(
    connection: sa.Connection, found: Found, terminal: int | None, boutique: int | None
) -> list[Spell]:
    """Which terminal sold in which boutique, the latest sale first."""
    sale = SaleColumns(found)
    keys = (sale.terminal, sale.boutique, sale.currency.label("currency"))
    statement = (
        sa.select(
            *keys,
            sa.func.count(),
            sa.func.sum(sa.case((sale.counts, sale.cents), else_=0)),
            raw(sa.func.min(sale.sold_at)),
            raw(sa.func.max(sale.sold_at)),
        )
        .select_from(found.sale)
        .where(*_of(sale, terminal, boutique))
        .group_by(sale.terminal, sale.boutique, sale.currency)
    )
    rows: defaultdict[tuple[int | None, int | None], list[Any]] = defaultdict(list)
    for row in connection.execute(statement):
        rows[row[0], row[1]].append(row[2:])
    made = [_spell(*key, parts) for key, parts in rows.items()]
    made.sort(key=lambda one: (one.figures.last_sale is not None, one.figures.last_sale))
    return made[::-1]


def _spell(terminal: int | None, boutique: int | None, parts: Sequence[Any]) -> Spell:
    orphans = boutique is None
    sales = sum(part[1] for part in parts)
    amounts = Amounts((part[0], int(part[2])) for part in parts)
    first = [moment for part in parts if (moment := read_moment(part[3])) is not None]
    last = [moment for part in parts if (moment := read_moment(part[4])) is not None]
    figures = Figures(
        sales=sales,
        orphans=sales if orphans else 0,
        amounts=amounts,
        orphan_amounts=amounts if orphans else Amounts(),
        last_sale=max(last, default=None),
    )
    return Spell(terminal, boutique, figures, min(first, default=None))


def figures_between(
    connection: sa.Connection,
    found: Found,
    bounds: Sequence[datetime],
    terminal: int | None,
    boutique: int | None,
) -> list[Figures]:
    """Sales between each bound and the next."""
    sale = SaleColumns(found)
    orphan = sale.boutique.is_(None)
    cents = sa.case((sale.counts, sale.cents), else_=0)
    rows: defaultdict[int, list[Any]] = defaultdict(list)
    stretches = list(enumerate(pairwise(bounds)))
    for start in range(0, len(stretches), _STRETCHES):
        parts = [
            sa.select(
                sa.literal_column(str(place)).label("place"),
                sale.currency.label("currency"),
                sa.func.count().label("sales"),
                sa.func.sum(cents).label("cents"),
                sa.func.sum(sa.case((orphan, 1), else_=0)).label("orphans"),
                sa.func.sum(sa.case((orphan, cents), else_=0)).label("orphan_cents"),
                raw(sa.func.max(sale.sold_at)).label("last"),
            )
            .select_from(found.sale)
            .where(*_of(sale, terminal, boutique), sale.sold_at >= since, sale.sold_at < until)
            .group_by(sale.currency)
            for place, (since, until) in stretches[start : start + _STRETCHES]
        ]
        for row in connection.execute(sa.union_all(*parts)):
            rows[row[0]].append(row[1:])
    return [_stretch(rows[place]) for place, _ in stretches]


def _stretch(parts: Sequence[Any]) -> Figures:
    last = [moment for part in parts if (moment := read_moment(part[5])) is not None]
    return Figures(
        sales=sum(part[1] for part in parts),
        orphans=int(sum(part[3] for part in parts)),
        amounts=Amounts((part[0], int(part[2])) for part in parts),
        orphan_amounts=Amounts((part[0], int(part[4])) for part in parts if part[3]),
        last_sale=max(last, default=None),
    )
