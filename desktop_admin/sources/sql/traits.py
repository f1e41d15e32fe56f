"""All sales counted by what may be why they are orphans.

Four passes over the sales, each a grouped count with nothing joined: of a million sales on SQLite
about a second each. Addresses are as many as a network gives, so only those of enough orphans
come back; days are counted by hours of UTC, of which two years have some 17 000, and put into
local days here, as no two engines know time zones alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop_admin.domain.causes import LEAST_OF_CAUSE, Count, Traits
from desktop_admin.domain.local_time import FIRST, LAST
from desktop_admin.sources.base import Progress, Report, Step
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import raw, read_moment

_PASSES = 4


class TraitCounter:
    """Counts on one connection."""

    def __init__(self, connection: sa.Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._sale = SaleColumns(found)
        self._counter = Counter(connection, found)

    def count(self, zone: ZoneInfo, report: Report) -> Traits:
        """The counts; `zone` is whose days are meant."""
        sales = self._found.sale.c
        report(Progress(Step.READING, 0, _PASSES))
        merchants = {one.id: one for one in reading.merchants(self._connection, self._found)}
        whole, by_merchant = self._merchants({one.owner_id: id_ for id_, one in merchants.items()})
        report(Progress(Step.READING, 1, _PASSES))
        versions = self._by(sales.version_app_maui, LEAST_OF_CAUSE)
        report(Progress(Step.READING, 2, _PASSES))
        addresses = self._by(self._address(), LEAST_OF_CAUSE)
        report(Progress(Step.READING, 3, _PASSES))
        days = _days(self._by(self._hour(), 0), zone)
        report(Progress(Step.READING, 4, _PASSES))
        return Traits(
            all=whole,
            versions=_texts(versions),
            addresses=_texts(addresses),
            merchants=by_merchant,
            days=days,
            merchant_names={id_: one.name for id_, one in merchants.items()},
        )

    def _merchants(self, of_owner: Mapping[int, int]) -> tuple[Count, Mapping[int, Count]]:
        """All sales, and those of each merchant."""
        terminal, boutique = self._found.terminal.c, self._found.boutique.c
        owners = dict(_pairs(self._connection, terminal.id, terminal.compte_proprietaire_id))
        homes = dict(_pairs(self._connection, boutique.id, boutique.commercant_id))
        found: defaultdict[int | None, list[Count]] = defaultdict(list)
        for terminal_id, boutique_id, sales in self._counter.pairs([]):
            owner = of_owner.get(owners.get(terminal_id, 0))
            merchant = homes.get(boutique_id) if owner is None else owner
            found[merchant].append(Count(sales if boutique_id is None else 0, sales))
        every = _sum(one for some in found.values() for one in some)
        return every, {id_: _sum(some) for id_, some in found.items() if id_ is not None}

    def _by(self, value: Any, least: int) -> list[tuple[Any, Count]]:
        """Sales by a value of theirs, of those values that at least so many orphans have."""
        orphan = sa.case((self._sale.boutique.is_(None), 1), else_=0)
        inner = self._counter.inner([raw(value).label("value"), orphan.label("orphan")], [])
        orphans = sa.func.sum(inner.c.orphan)
        counted = sa.select(inner.c.value, orphans, sa.func.count()).group_by(inner.c.value)
        rows = self._connection.execute(counted.having(orphans >= least)).all()
        return [(row[0], Count(int(row[1]), row[2])) for row in rows]

    def _address(self) -> Any:
        address = self._found.sale.c.adresse_ip_client
        # PostgreSQL has a type of its own for it.
        return sa.func.host(address) if self._dialect == "postgresql" else address

    def _hour(self) -> Any:
        """The hour of the sale, in UTC, in what each engine cuts it off quickest."""
        sold_at = self._sale.sold_at
        if self._dialect == "postgresql":
            return sa.func.date_trunc("hour", sold_at)
        if self._dialect == "sqlite":
            return sa.func.substr(raw(sold_at), 1, 13)
        return sa.func.date_format(sold_at, "%Y-%m-%d %H")

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name


def _pairs(connection: sa.Connection, key: Any, value: Any) -> Iterable[tuple[int, int]]:
    return ((row[0], row[1]) for row in connection.execute(sa.select(key, value)))


def _sum(counts: Iterable[Count]) -> Count:
    orphans = sales = 0
    for one in counts:
        orphans, sales = orphans + one.orphans, sales + one.sales
    return Count(orphans, sales)


def _texts(counted: Iterable[tuple[object, Count]]) -> dict[str, Count]:
    """By text; none and an empty one are the same, and spaces that a column adds are none. SQLite
    keeps numbers where text should be."""
    found: defaultdict[str, list[Count]] = defaultdict(list)
    for text, count in counted:
        found[str(text or "").strip()].append(count)
    return {text: _sum(some) for text, some in found.items()}


def _days(counted: Iterable[tuple[Any, Count]], zone: ZoneInfo) -> dict[date, Count]:
    """By local day; what is no moment is of no day. Zones are whole hours off, as ours are."""
    found: defaultdict[date, list[Count]] = defaultdict(list)
    for hour, count in counted:
        moment = read_moment(f"{hour}:00:00" if isinstance(hour, str) else hour)
        if moment is not None and _SOONEST <= moment <= _LATEST:
            found[moment.astimezone(zone).date()].append(count)
    return {day: _sum(some) for day, some in found.items()}


#: Beyond these, another time zone may have no such day.
_SOONEST = FIRST + timedelta(days=2)
_LATEST = LAST - timedelta(days=2)
