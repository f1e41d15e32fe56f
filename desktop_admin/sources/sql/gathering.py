"""The evidence of all orphans, in a few set-wise queries: none is asked per sale.

1. every orphan;
2. the goods of every orphan, by lines and by stock movements;
3. the sale of the same terminal just before and just after it, by sale time (`around.py`);
4. for orphans that the sales around alone would place, or whose goods contradict them: the
   goods of those neighbours, and the sales around the moment the sale was received, or its
   number made, where that is far from its sale time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.evidence import (
    Assignment,
    Evidence,
    GoodsCount,
    Neighbours,
    Orphan,
    name_terminals,
)
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.model import Terminal
from desktop_admin.domain.place import other_moments
from desktop_admin.sources.base import Progress, Report, Step
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.around import Around, Beforehand, Probe, among
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import every_row, pieces, raw, read_moment

Goods = dict[int, tuple[GoodsCount, ...]]
#: Stands for no boutique, where a number is needed.
_NONE = -1


class Gatherer:
    """Asks one connection for everything the witnesses need."""

    def __init__(
        self, connection: sa.Connection, found: Found, only: Collection[int] | None = None
    ) -> None:
        """`only`: no other orphans than those of these terminals."""
        self._connection = connection
        self._found = found
        self._only = None if only is None else frozenset(only)
        self._sale = SaleColumns(found)
        self._around = Around(connection, found, self._only)

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
        orphans, named = self._heard(terminals.values())
        which = self._which(orphans)
        report(Progress(Step.READING, 1, 4))
        lines = self._goods(self._goods_by_lines, which)
        report(Progress(Step.READING, 2, 4))
        movements = self._goods(self._goods_by_movements, which)
        report(Progress(Step.READING, 3, 4))
        selling = {one.id for one in boutiques.values() if not one.depot}
        known = self._around.beside(orphans, lines, movements, selling)
        doubtful = [
            Probe(orphan.sale_id, terminal_id, orphan.sold_at)
            for orphan in _doubtful(orphans, known, lines, movements)
            if orphan.sold_at is not None
            and (terminal_id := orphan.terminal_id or named.get(orphan.sale_id)) is not None
        ]
        neighbours = self._neighbours(doubtful, known.neighbours)
        self._look_at_neighbours(neighbours.values(), lines, movements)
        other = self._by_other_clock(doubtful, orphans)
        report(Progress(Step.READING, 4, 4))
        return Evidence(
            at=now,
            orphans=orphans,
            lines=lines,
            movements=movements,
            beside=known.beside,
            neighbours=neighbours,
            neighbours_by_other_clock=other,
            terminals=terminals,
            boutiques=boutiques,
            assignments=assignments,
            named_terminals=named,
            homes=known.homes,
        )

    def _neighbours(
        self, doubtful: Sequence[Probe], known: Mapping[int, Neighbours]
    ) -> dict[int, Neighbours]:
        """The sales around doubtful orphans, with their ids; those not `known` are asked for."""
        found = {one.sale_id: known[one.sale_id] for one in doubtful if one.sale_id in known}
        unknown = [one for one in doubtful if one.sale_id not in found]
        return found | dict(self._around.moments(unknown))

    def _of_orphans(self) -> sa.ColumnElement[bool]:
        return self._sale.boutique.is_(None)

    def _heard(self, terminals: Iterable[Terminal]) -> tuple[list[Orphan], dict[int, int]]:
        """The orphans to be heard, and the terminals that numbers name."""
        if self._only is None:
            orphans = self._orphans(self._of_orphans())
            return orphans, name_terminals(orphans, terminals)
        nowhere, terminal = self._of_orphans(), self._sale.terminal
        strays = self._orphans(nowhere & terminal.is_(None))
        named = {
            sale_id: named
            for sale_id, named in name_terminals(strays, terminals).items()
            if named in self._only
        }
        orphans = [one for one in strays if one.sale_id in named]
        for some in among(terminal, sorted(self._only)):
            orphans += self._orphans(nowhere & some)
        return orphans, named

    def _which(self, orphans: Sequence[Orphan]) -> Sequence[sa.ColumnElement[bool]]:
        """Conditions that together pick the orphans that are heard."""
        if self._only is None:
            return [self._of_orphans()]
        return among(self._sale.id, sorted(one.sale_id for one in orphans))

    def _goods(
        self,
        found_by: Callable[[sa.ColumnElement[bool]], Goods],
        which: Iterable[sa.ColumnElement[bool]],
    ) -> Goods:
        goods: Goods = {}
        for some in which:
            goods.update(found_by(some))
        return goods

    def _orphans(self, which: sa.ColumnElement[bool]) -> list[Orphan]:
        sale = self._sale
        statement = sa.select(
            sale.id,
            sale.number,
            raw(sale.sold_at),
            raw(sale.received_at),
            sale.terminal,
            raw(sale.paid),
            raw(sale.cancelled).label("cancelled"),
            sale.currency.label("currency"),
            sale.cents.label("cents"),
        ).where(which)
        orphans: list[Orphan] = []
        for rows in pieces(self._connection.execute(statement)):
            orphans += _heard_of(rows)
        return orphans

    def _goods_by_lines(self, which: sa.ColumnElement[bool]) -> Goods:
        lines, articles, sale = self._found.line, self._found.article, self._sale
        source = self._found.sale.join(lines, lines.c.vente_id == sale.id)
        source = source.join(articles, articles.c.id == lines.c.article_id)
        return self._counted(sale.id, source, which)

    def _goods_by_movements(self, which: sa.ColumnElement[bool]) -> Goods:
        movements, articles, sale = self._found.movement, self._found.article, self._sale
        if movements is None:
            return {}
        same = self._same_text(movements.c.reference_document, sale.number)
        source = self._found.sale.join(movements, same)
        source = source.join(articles, articles.c.id == movements.c.article_id)
        return self._counted(sale.id, source, which & (sale.number != ""))

    def _same_text(self, left: Any, right: Any) -> Any:
        """Equal to the letter. MySQL's usual collation takes `É` for `e`: the index narrows,
        the binary comparison decides."""
        if self._connection.dialect.name not in ("mysql", "mariadb"):
            return left == right
        return sa.and_(left == right, sa.func.binary(left) == sa.func.binary(right))

    def _counted(self, key: Any, source: Any, which: sa.ColumnElement[bool]) -> Goods:
        """Boutiques and how often, by `key`, the sale's id. Nearly every sale's goods are of one
        boutique, so one row a sale tells it; the others are asked for again."""
        boutique, count = self._found.article.c.boutique_id, sa.func.count
        known = sa.func.coalesce(boutique, _NONE)
        lowest = sa.func.min(known)
        only = sa.case((lowest == sa.func.max(known), lowest))
        one_row = sa.select(key, only, count()).select_from(source).where(which).group_by(key)
        for mysql in ("mysql", "mariadb"):
            # From the orphans to their goods: it likes to begin with all goods there are.
            one_row = one_row.prefix_with("STRAIGHT_JOIN", dialect=mysql)
        goods: Goods = {}
        shared: dict[GoodsCount, tuple[GoodsCount, ...]] = {}
        mixed: list[int] = []
        for sale_id, one, times in every_row(self._connection.execute(one_row)):
            if one is None:
                mixed.append(sale_id)
                continue
            found = (None if one == _NONE else one, times)
            goods[sale_id] = shared.get(found) or shared.setdefault(found, (found,))
        apart = sa.select(key, boutique, count()).select_from(source).group_by(key, boutique)
        for some in among(key, mixed):
            for sale_id, one, times in self._connection.execute(
                apart.where(which, some).order_by(key, boutique.is_(None), boutique)
            ):
                goods[sale_id] = (*goods.get(sale_id, ()), (one, times))
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
        for some in among(self._sale.id, sorted(ids)):
            lines.update(self._goods_by_lines(some))
            movements.update(self._goods_by_movements(some))

    def _by_other_clock(
        self, doubtful: Sequence[Probe], orphans: Iterable[Orphan]
    ) -> dict[int, Sequence[Neighbours]]:
        terminals = {probe.sale_id: probe.terminal_id for probe in doubtful}
        probes = [
            Probe(orphan.sale_id, terminals[orphan.sale_id], at)
            for orphan in orphans
            if orphan.sale_id in terminals
            for at in other_moments(orphan)
        ]
        other: defaultdict[int, list[Neighbours]] = defaultdict(list)
        for sale_id, around in self._around.moments(probes):
            other[sale_id].append(around)
        return dict(other)


def _doubtful(
    orphans: Iterable[Orphan], known: Beforehand, lines: Goods, movements: Goods
) -> Iterable[Orphan]:
    """Orphans without goods, which the sales around alone would place, orphans whose goods name
    another boutique than the sales around, and those whose terminal only their number names."""
    for orphan in orphans:
        beside = known.beside.get(orphan.sale_id)
        if beside is None:
            if orphan.terminal_id not in known.homes:
                yield orphan
            continue
        goods = lines.get(orphan.sale_id) or movements.get(orphan.sale_id)
        if goods is None or any(one and one > 0 and one != goods[0][0] for one in beside):
            yield orphan


def _heard_of(rows: Sequence[Any]) -> Iterator[Orphan]:
    """Orphans of rows. By columns: one call of each kind for all rows instead of one a row."""
    ids, numbers, sold, received, terminals, paid, cancelled, currencies, cents = zip(
        *rows, strict=True
    )
    moments = (map(read_moment, sold), map(read_moment, received))
    flags = (map(bool, paid), map(bool, cancelled))
    columns = zip(ids, numbers, *moments, terminals, *flags, currencies, cents, strict=True)
    return map(Orphan._make, columns)
