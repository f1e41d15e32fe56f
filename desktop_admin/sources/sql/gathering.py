"""The evidence of all orphans, in a few set-wise queries: none is asked per sale.

1. every orphan with the sale of the same terminal just before and just after it (by sale time);
2. the goods of every orphan, by lines and by stock movements;
3. for orphans that the sales around alone would place, or whose goods contradict them: the
   goods of those neighbours, and the sales around the moment the sale was received, or its
   number made, where that is far from its sale time.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop_admin.domain.evidence import (
    Assignment,
    Beside,
    Evidence,
    GoodsCount,
    Neighbour,
    Neighbours,
    Orphan,
    name_terminals,
)
from desktop_admin.domain.invoice import read_number
from desktop_admin.domain.masses import undisturbed
from desktop_admin.sources.base import Progress, Report, Step
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import Moment, read_moment

#: Clocks that differ by less say nothing: a terminal's is set by hand, and time zones pass.
CLOCK_TOLERANCE = timedelta(hours=2)

Goods = dict[int, tuple[GoodsCount, ...]]


class _Probe(NamedTuple):
    """A moment of a terminal whose neighbours are wanted for a sale."""

    sale_id: int
    terminal_id: int
    at: datetime


class Gatherer:
    """Asks one connection for everything the witnesses need."""

    def __init__(self, connection: sa.Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._sale = SaleColumns(found)

    def gather(
        self, now: datetime, assignments: Mapping[int, Sequence[Assignment]], report: Report
    ) -> Evidence:
        """The evidence as the database is now."""
        with undisturbed():
            return self._gather(now, assignments, report)

    def _gather(
        self, now: datetime, assignments: Mapping[int, Sequence[Assignment]], report: Report
    ) -> Evidence:
        report(Progress(Step.READING, 0, 4))
        terminals = {one.id: one for one in reading.terminals(self._connection, self._found)}
        boutiques = {one.id: one for one in reading.boutiques(self._connection, self._found)}
        orphans, beside = self._orphans()
        report(Progress(Step.READING, 1, 4))
        lines = self._goods_by_lines(self._of_orphans())
        report(Progress(Step.READING, 2, 4))
        movements = self._goods_by_movements(self._of_orphans())
        report(Progress(Step.READING, 3, 4))
        named = name_terminals(orphans, terminals.values())
        doubtful = [
            _Probe(orphan.sale_id, terminal_id, orphan.sold_at)
            for orphan in _doubtful(orphans, beside, lines, movements)
            if orphan.sold_at is not None
            and (terminal_id := orphan.terminal_id or named.get(orphan.sale_id)) is not None
        ]
        neighbours = dict(self._around(doubtful))
        self._look_at_neighbours(neighbours.values(), lines, movements)
        other = self._by_other_clock(doubtful, orphans)
        report(Progress(Step.READING, 4, 4))
        return Evidence(
            at=now,
            orphans=orphans,
            lines=lines,
            movements=movements,
            beside=beside,
            neighbours=neighbours,
            neighbours_by_other_clock=other,
            terminals=terminals,
            boutiques=boutiques,
            assignments=assignments,
            named_terminals=named,
        )

    def _of_orphans(self) -> sa.ColumnElement[bool]:
        return self._sale.boutique.is_(None)

    def _orphans(self) -> tuple[list[Orphan], dict[int, tuple[Beside, Beside]]]:
        orphans = []
        all_beside: dict[int, tuple[Beside, Beside]] = {}
        for row in self._connection.execute(self._orphan_statement()).all():
            id_, number, sold, received, terminal, paid, cancelled, currency, cents, *beside = row
            orphans.append(
                Orphan(
                    id_,
                    number,
                    read_moment(sold),
                    read_moment(received),
                    terminal,
                    bool(paid),
                    bool(cancelled),
                    currency,
                    cents,
                )
            )
            if terminal is not None:
                all_beside[id_] = (beside[0], beside[1])
        return orphans, all_beside

    def _orphan_statement(self) -> sa.Select[Any]:
        sale = self._sale
        plain = [
            sale.id,
            sale.number,
            _raw(sale.sold_at),
            _raw(sale.received_at),
            sale.terminal,
            sale.paid,
            sale.cancelled.label("cancelled"),
            sale.currency.label("currency"),
            sale.cents.label("cents"),
        ]
        if self._found.indexed(self._found.sale, "client_maui_id", "date_vente"):
            beside = self._looked_up(sale, _beside)
            return sa.select(*plain, *beside).where(self._of_orphans())
        inner = sa.select(*plain, *self._windowed(), sale.boutique.label("at")).subquery()
        return sa.select(*list(inner.c)[:-1]).where(inner.c["at"].is_(None))

    def _windowed(self) -> list[Any]:
        """The sale before and after by a window over all sales: older databases lack the index
        that makes looking them up quick."""
        sale = self._sale
        order = (sale.sold_at, sale.id)
        return [
            function(_beside(sale)).over(partition_by=sale.terminal, order_by=order).label(name)
            for function, name in ((sa.func.lag, "before"), (sa.func.lead, "after"))
        ]

    def _looked_up(self, mine: Any, what: Callable[[SaleColumns], Any]) -> list[Any]:
        """`what` of the sale before and of the one after, a look-up each; `mine` has `id`,
        `terminal` and `sold_at`."""
        found = []
        for latest in (True, False):
            other = SaleColumns(self._found, self._found.sale.alias())
            if latest:
                bound = other.sold_at <= mine.sold_at
                side = (other.sold_at < mine.sold_at) | (other.id < mine.id)
                order = (other.sold_at.desc(), other.id.desc())
            else:
                bound = other.sold_at >= mine.sold_at
                side = (other.sold_at > mine.sold_at) | (other.id > mine.id)
                order = (other.sold_at.asc(), other.id.asc())
            found.append(
                sa.select(what(other))
                .where(other.terminal == mine.terminal, bound, side)
                .order_by(*order)
                .limit(1)
                .correlate(mine.id.table)
                .scalar_subquery()
            )
        return found

    def _goods_by_lines(self, which: sa.ColumnElement[bool]) -> Goods:
        lines, articles, sale = self._found.line, self._found.article, self._sale
        return self._goods(
            sa.select(lines.c.vente_id, articles.c.boutique_id, sa.func.count())
            .select_from(
                self._found.sale.join(lines, lines.c.vente_id == sale.id).join(
                    articles, articles.c.id == lines.c.article_id
                )
            )
            .where(which)
            .group_by(lines.c.vente_id, articles.c.boutique_id)
        )

    def _goods_by_movements(self, which: sa.ColumnElement[bool]) -> Goods:
        movements, articles, sale = self._found.movement, self._found.article, self._sale
        if movements is None:
            return {}
        return self._goods(
            sa.select(sale.id, articles.c.boutique_id, sa.func.count())
            .select_from(
                self._found.sale.join(
                    movements, self._same_text(movements.c.reference_document, sale.number)
                ).join(articles, articles.c.id == movements.c.article_id)
            )
            .where(which, sale.number != "")
            .group_by(sale.id, articles.c.boutique_id)
        )

    def _same_text(self, left: Any, right: Any) -> Any:
        """Equal to the letter. MySQL's usual collation takes `É` for `e`: the index narrows,
        the binary comparison decides."""
        if self._connection.dialect.name not in ("mysql", "mariadb"):
            return left == right
        return sa.and_(left == right, sa.func.binary(left) == sa.func.binary(right))

    def _goods(self, statement: sa.Select[Any]) -> Goods:
        goods: Goods = {}
        for sale_id, boutique, count in self._connection.execute(statement).all():
            goods[sale_id] = (*goods.get(sale_id, ()), (boutique, count))
        return goods

    def _look_at_neighbours(
        self, neighbours: Iterable[Neighbours], lines: Goods, movements: Goods
    ) -> None:
        """Add the goods of the attributed sales around doubtful orphans."""
        ids = {
            neighbour.sale_id
            for both in neighbours
            for neighbour in both
            if neighbour is not None and neighbour.boutique_id is not None
        }
        for piece in reading.chunks(sorted(ids)):
            lines.update(self._goods_by_lines(self._sale.id.in_(piece)))
            movements.update(self._goods_by_movements(self._sale.id.in_(piece)))

    def _by_other_clock(
        self, doubtful: Sequence[_Probe], orphans: Iterable[Orphan]
    ) -> dict[int, Sequence[Neighbours]]:
        terminals = {probe.sale_id: probe.terminal_id for probe in doubtful}
        probes = [
            _Probe(orphan.sale_id, terminals[orphan.sale_id], at)
            for orphan in orphans
            if orphan.sale_id in terminals
            for at in _other_times(orphan)
        ]
        other: defaultdict[int, list[Neighbours]] = defaultdict(list)
        for sale_id, around in self._around(probes):
            other[sale_id].append(around)
        return dict(other)

    def _around(self, probes: Sequence[_Probe]) -> Iterable[tuple[int, Neighbours]]:
        """The sales of a terminal around given moments, many moments in one statement."""
        if not probes:
            return
        moments = _moments(self._connection.dialect.name)
        mine = _Moments(moments.c.id, moments.c.terminal, moments.c.sold_at)
        statement = sa.select(moments.c.id, *self._looked_up(mine, _pack))
        for start in range(0, len(probes), _PROBES):
            asked = [
                (probe.sale_id, probe.terminal_id, _written(probe.at))
                for probe in probes[start : start + _PROBES]
            ]
            rows = self._connection.execute(statement, {"moments": json.dumps(asked)})
            for sale_id, before, after in rows.all():
                yield sale_id, (_neighbour(before), _neighbour(after))


class _Moments(NamedTuple):
    """What `_looked_up` needs of what it looks around."""

    id: Any
    terminal: Any
    sold_at: Any


#: Moments in one statement.
_PROBES = 2000

#: A list of [sale, terminal, moment] as a table, in each engine's own words.
_AS_TABLE = {
    "sqlite": (
        "SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS terminal, "
        "json_extract(value, '$[2]') AS sold_at FROM json_each(:moments)"
    ),
    "postgresql": (
        "SELECT CAST(value ->> 0 AS bigint) AS id, CAST(value ->> 1 AS bigint) AS terminal, "
        "CAST(value ->> 2 AS timestamptz) AS sold_at "
        "FROM jsonb_array_elements(CAST(:moments AS jsonb))"
    ),
    "mysql": (
        "SELECT id, terminal, sold_at FROM JSON_TABLE(:moments, '$[*]' COLUMNS ("
        "id BIGINT PATH '$[0]', terminal BIGINT PATH '$[1]', sold_at DATETIME(6) PATH '$[2]'"
        ")) AS asked"
    ),
}


def _moments(dialect: str) -> sa.Subquery:
    text = sa.text(_AS_TABLE["mysql" if dialect == "mariadb" else dialect])
    return text.columns(id=sa.BigInteger(), terminal=sa.BigInteger(), sold_at=Moment()).subquery(
        "moment"
    )


def _written(moment: datetime) -> str:
    """A moment as SQLite has it; the others, whose sessions are in UTC, read it as well."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ")


def _doubtful(
    orphans: Iterable[Orphan],
    all_beside: Mapping[int, tuple[Beside, Beside]],
    lines: Goods,
    movements: Goods,
) -> Iterable[Orphan]:
    """Orphans without goods, which the sales around alone would place, orphans whose goods name
    another boutique than the sales around, and those whose terminal only their number names."""
    for orphan in orphans:
        goods = lines.get(orphan.sale_id) or movements.get(orphan.sale_id)
        beside = all_beside.get(orphan.sale_id)
        if goods is None or beside is None:
            yield orphan
            continue
        for boutique in beside:
            if boutique is not None and boutique > 0 and boutique != goods[0][0]:
                yield orphan
                break


def _other_times(orphan: Orphan) -> Iterable[datetime]:
    """When it was received, and when its number was made, where that is far from its sale
    time."""
    if orphan.sold_at is None:
        return
    for other in (orphan.received_at, read_number(orphan.number).made_at):
        if other is not None and abs(other - orphan.sold_at) > CLOCK_TOLERANCE:
            yield other


def _raw(moment: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """A moment as the driver gives it: 80 000 of them are read faster by hand."""
    return sa.type_coerce(moment, sa.types.NullType())


def _beside(sale: SaleColumns) -> sa.ColumnElement[int]:
    """A sale's boutique, or minus its id where it has none."""
    return sa.func.coalesce(sale.boutique, -sale.id)


def _pack(sale: SaleColumns) -> sa.ColumnElement[str]:
    """A sale's id and boutique in one value, so that one look-up finds both: `17:4`, `17:`."""
    boutique = sa.func.coalesce(sa.cast(sale.boutique, sa.String(20)), "")
    return sa.cast(sale.id, sa.String(20)).concat(":").concat(boutique)


def _neighbour(packed: str | None) -> Neighbour | None:
    if packed is None:
        return None
    sale_id, _, boutique = packed.partition(":")
    return Neighbour(int(sale_id), int(boutique) if boutique else None)
