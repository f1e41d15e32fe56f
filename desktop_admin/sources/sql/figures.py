"""Sales counted and their money summed: by terminal, by boutique, by both, by stretch of time.

One pass over the sales serves terminals and boutiques. The newest sale of each is looked up at
the end of an index: to carry a moment of each sale along costs more than the count itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop_admin.domain.local_time import FIRST, LAST
from desktop_admin.domain.model import Figures
from desktop_admin.domain.money import Amounts
from desktop_admin.sources.base import PlaceFigures, Spell, Tally
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import raw, read_moment

#: Stretches of time asked for in one statement.
_STRETCHES = 50
_Place = tuple[int | None, ...]


class _Part(NamedTuple):
    """The sales of one currency at one place. Moments are as the driver gives them."""

    currency: str
    sales: int
    cents: int
    last: Any = None
    first: Any = None


_Parts = Mapping[_Place, Sequence[_Part]]


class Counter:
    """Counts sales on one connection."""

    def __init__(self, connection: sa.Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._sale = SaleColumns(found)

    def places(self, since: datetime | None, until: datetime | None) -> PlaceFigures:
        """Sales of the period by terminal and by boutique, and all orphans."""
        parts, orphans = self._both(since, until)
        return PlaceFigures(
            self._terminals(parts, orphans, since, until), self._boutiques(parts, since, until)
        )

    def terminals(self, since: datetime | None, until: datetime | None) -> dict[int, Figures]:
        """Sales of the period by terminal, and all orphans."""
        return self._terminals(*self._both(since, until), since, until)

    def _both(self, since: datetime | None, until: datetime | None) -> tuple[_Parts, _Parts]:
        """Sales of the period by terminal and boutique, and those among which all orphans are."""
        by = (self._sale.terminal, self._sale.boutique)
        parts = self._parts(by, self._period(since, until))
        if since is None and until is None:
            return parts, parts
        return parts, self._parts(by, [self._sale.boutique.is_(None)])

    def boutiques(self, since: datetime | None, until: datetime | None) -> dict[int, Figures]:
        """Sales of the period by boutique."""
        # A terminal's place is left empty: fewer values to group by.
        by = (sa.null(), self._sale.boutique)
        return self._boutiques(self._parts(by, self._period(since, until)), since, until)

    def orphans(self) -> dict[int | None, Figures]:
        """Orphans by terminal; None: those of no terminal."""
        sale = self._sale
        found = self._parts((sale.terminal,), [sale.boutique.is_(None)], sa.func.max)
        return {place[0]: _figures(parts) for place, parts in found.items()}

    def money(self, which: sa.ColumnElement[bool]) -> Sequence[tuple[str, int, int]]:
        """Currency, number and cents of the sales that meet a condition."""
        parts = self._parts((), [which]).get((), ())
        return [(part.currency, part.sales, int(part.cents)) for part in parts]

    def tally(self, up_to: int | None) -> Tally:
        """Every sale, whatever its state; `up_to`: the highest id that counts."""
        sale = self._sale
        columns = [
            sale.currency.label("currency"),
            sale.cents.label("cents"),
            sa.case((sale.boutique.is_(None), 1), else_=0).label("orphan"),
            sa.case((sale.terminal.is_(None), 1), else_=0).label("stray"),
            sale.id.label("id"),
        ]
        plain = self.inner(columns, [] if up_to is None else [sale.id <= up_to])
        currency, *summed, id_ = plain.c
        sums = [sa.func.sum(one) for one in summed]
        counted = sa.select(currency, sa.func.count(), sa.func.max(id_), *sums).group_by(currency)
        rows = self._connection.execute(counted).all()
        return Tally(
            sales=sum(row[1] for row in rows),
            orphans=sum(int(row[4]) for row in rows),
            without_terminal=sum(int(row[5]) for row in rows),
            amounts=Amounts((row[0], int(row[3])) for row in rows),
            newest=max((row[2] for row in rows), default=None),
        )

    def pairs(self, which: Iterable[Any], flags: Sequence[Any] = ()) -> Sequence[Any]:
        """Terminal, boutique, number of sales that meet all conditions, and of each flag how many
        of them it is true of."""
        sale = self._sale
        told = [sa.case((flag, 1), else_=0).label(f"flag{at}") for at, flag in enumerate(flags)]
        names = [sale.terminal.label("terminal"), sale.boutique.label("boutique")]
        plain = self.inner([*names, *told], which)
        by = (plain.c.terminal, plain.c.boutique)
        sums = [sa.func.sum(plain.c[flag.name]) for flag in told]
        counted = sa.select(*by, sa.func.count(), *sums).group_by(*by)
        return self._connection.execute(counted).all()

    def stays(self) -> Iterator[tuple[int, int, datetime, datetime]]:
        """Boutique, terminal, and its first and last sale there, of all that sold anywhere."""
        sale = self._sale
        which = [sale.boutique.is_not(None), sale.terminal.is_not(None)]
        if self._connection.dialect.name == "sqlite":
            # A file keeps any text where a moment should be; it must not stand for the last one.
            which.append(sale.sold_at.between(FIRST, LAST))
        names = [sale.boutique.label("boutique"), sale.terminal.label("terminal")]
        inner = self.inner([*names, raw(sale.sold_at).label("sold_at")], which)
        by = (inner.c.boutique, inner.c.terminal)
        ends = [raw(end(inner.c.sold_at)) for end in (sa.func.min, sa.func.max)]
        for boutique, terminal, *moments in self._connection.execute(
            sa.select(*by, *ends).group_by(*by)
        ):
            first, last = map(read_moment, moments)
            if first is not None and last is not None:
                yield boutique, terminal, first, last

    def spells(self, terminal: int | None, boutique: int | None) -> list[Spell]:
        """Which terminal sold in which boutique, the latest sale first."""
        sale = self._sale
        keys, which = (sale.terminal, sale.boutique), self._of(terminal, boutique)
        found = self._parts(keys, which, sa.func.max, sa.func.min)
        made = [
            Spell(
                place[0],
                place[1],
                _figures(parts, parts if place[1] is None else ()),
                min(_moments(part.first for part in parts), default=None),
            )
            for place, parts in found.items()
        ]
        made.sort(key=lambda one: (one.figures.last_sale is not None, one.figures.last_sale))
        return made[::-1]

    def between(
        self, bounds: Sequence[datetime], terminal: int | None, boutique: int | None
    ) -> list[Figures]:
        """Sales between each bound and the next."""
        stretches = list(enumerate(pairwise(bounds)))
        sale = self._sale
        found: defaultdict[_Place, list[_Part]] = defaultdict(list)
        for start in range(0, len(stretches), _STRETCHES):
            counts = [
                self._statement(
                    (sa.literal_column(str(place)), sale.boutique.is_(None)),
                    [*self._of(terminal, boutique), *self._period(since, until)],
                    sa.func.max,
                )
                for place, (since, until) in stretches[start : start + _STRETCHES]
            ]
            for place, orphaned, *part in self._connection.execute(sa.union_all(*counts)):
                found[int(place), int(orphaned)].append(_Part(*part))
        return [
            _figures([*found[place, 0], *found[place, 1]], found[place, 1])
            for place, _ in stretches
        ]

    def _period(self, since: datetime | None, until: datetime | None) -> list[Any]:
        found: list[Any] = []
        if since is not None:
            found.append(self._sale.sold_at >= since)
        if until is not None:
            found.append(self._sale.sold_at < until)
        return found

    def _of(self, terminal: int | None, boutique: int | None) -> list[Any]:
        found: list[Any] = []
        if terminal is not None:
            found.append(self._sale.terminal == terminal)
        if boutique is not None:
            found.append(self._sale.boutique == boutique)
        return found

    def _statement(
        self, keys: Sequence[Any], which: Iterable[Any], *ends: Any
    ) -> sa.Select[tuple[Any, ...]]:
        """Keys, currency, number of sales, cents that count, and the ends of their moments."""
        sale = self._sale
        named = [key.label(f"key{number}") for number, key in enumerate(keys)]
        columns = [
            *named,
            sale.currency.label("currency"),
            sa.case((sale.counts, sale.cents), else_=0).label("cents"),
        ]
        if ends:
            columns.append(raw(sale.sold_at).label("sold_at"))
        inner = self.inner(columns, which)
        by = [inner.c[key.name] for key in [*named, columns[len(named)]]]
        moments = [raw(end(inner.c.sold_at)) for end in ends]
        count = sa.select(*by, sa.func.count(), sa.func.sum(inner.c.cents), *moments)
        return count.group_by(*by)

    def inner(self, columns: Sequence[Any], which: Iterable[Any]) -> sa.Subquery:
        """These values of the sales that meet all conditions."""
        plain = sa.select(*columns).select_from(self._found.sale).where(*which)
        if self._connection.dialect.name == "sqlite":
            # Keeps it from walking an index in an order that the table is not in, and from
            # sorting whole rows instead of these few values.
            plain = plain.limit(-1).offset(0)
        return plain.subquery()

    def _parts(self, keys: Sequence[Any], which: Iterable[Any], *ends: Any) -> _Parts:
        found: defaultdict[_Place, list[_Part]] = defaultdict(list)
        for row in self._connection.execute(self._statement(keys, which, *ends)):
            found[tuple(row[: len(keys)])].append(_Part(*row[len(keys) :]))
        return found

    def _terminals(
        self,
        counted: _Parts,
        orphans: _Parts,
        since: datetime | None,
        until: datetime | None,
    ) -> dict[int, Figures]:
        newest = self._newest(self._found.terminal, self._sale.terminal, since, until)
        mine = _by(0, counted)
        stray = _by(0, {place: parts for place, parts in orphans.items() if place[1] is None})
        return {
            id_: _figures(mine.get(id_, ()), stray.get(id_, ()), newest.get(id_))
            for id_ in {**mine, **stray}
            if id_ is not None
        }

    def _boutiques(
        self, counted: _Parts, since: datetime | None, until: datetime | None
    ) -> dict[int, Figures]:
        newest = self._newest(self._found.boutique, self._sale.boutique, since, until)
        return {
            id_: _figures(parts, last=newest.get(id_))
            for id_, parts in _by(1, counted).items()
            if id_ is not None
        }

    def _newest(
        self, table: sa.Table, key: Any, since: datetime | None, until: datetime | None
    ) -> dict[int, datetime]:
        """When each row of `table` sold last in the period."""
        sale, which = self._sale, self._period(since, until)
        if self._found.indexed(self._found.sale, key.name, "date_vente"):
            last = (
                sa.select(raw(sale.sold_at))
                .where(key == table.c.id, *which)
                .order_by(sale.sold_at.desc())
                .limit(1)
                .scalar_subquery()
            )
            statement = sa.select(table.c.id, last)
        else:
            newest = raw(sa.func.max(sale.sold_at))
            statement = sa.select(key, newest).where(*which).group_by(key)
        rows = self._connection.execute(statement)
        return {id_: at for id_, last in rows if (at := read_moment(last)) is not None}


def _by(which: int, parts: _Parts) -> Mapping[int | None, Sequence[_Part]]:
    """Of parts by terminal and boutique those by the one (0) or the other (1)."""
    found: defaultdict[int | None, list[_Part]] = defaultdict(list)
    for place, some in parts.items():
        found[place[which]].extend(some)
    return found


def _figures(
    parts: Iterable[_Part], orphans: Iterable[_Part] = (), last: datetime | None = None
) -> Figures:
    parts, orphans = list(parts), list(orphans)
    return Figures(
        sales=sum(part.sales for part in parts),
        orphans=sum(part.sales for part in orphans),
        amounts=Amounts((part.currency, int(part.cents)) for part in parts),
        orphan_amounts=Amounts((part.currency, int(part.cents)) for part in orphans),
        last_sale=last or max(_moments(part.last for part in parts), default=None),
    )


def _moments(values: Iterable[Any]) -> list[datetime]:
    return [moment for value in values if (moment := read_moment(value)) is not None]
