"""The sales of a terminal just before and just after an orphan.

To look both up costs two walks down an index and two rows from all over the table. Most
terminals never moved, though: all their attributed sales are of one boutique, so between the
first and the last of them an orphan stands between sales of that boutique. One pass over the
sales finds those terminals; only what is left is looked up, many orphans in one statement.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop_admin.domain.evidence import Beside, GoodsCount, Neighbour, Neighbours, Orphan
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import Moment, every_row, raw, read_moment

#: Goods by sale id.
Goods = Mapping[int, tuple[GoodsCount, ...]]
_Both = tuple[Beside, Beside]
#: A terminal's orphans by sale time, then id.
_Row = Sequence[tuple[datetime, int]]

#: Moments, and ids, in one statement.
_PROBES = 2000
_AMONG = 10_000


class Probe(NamedTuple):
    """A moment of a terminal whose neighbours are wanted for a sale."""

    sale_id: int
    terminal_id: int
    at: datetime


class _Home(NamedTuple):
    """The one boutique of all attributed sales of a terminal; the first and last of these."""

    boutique: int
    first: datetime
    last: datetime


class Beforehand(NamedTuple):
    """What is known of the sales around orphans, as `Evidence` has it."""

    beside: dict[int, tuple[Beside, Beside]]
    #: Of those that were looked up.
    neighbours: dict[int, Neighbours]
    homes: dict[int, int]


class Around:
    """Finds the sales around orphans, and around moments, on one connection."""

    def __init__(
        self, connection: sa.Connection, found: Found, only: Collection[int] | None = None
    ) -> None:
        """`only`: the terminals that will be asked for, where not all are."""
        self._connection = connection
        self._dialect = connection.dialect.name
        self._found = found
        self._only = None if only is None else sorted(only)
        self._sale = SaleColumns(found)
        self._indexed = found.indexed(found.sale, "client_maui_id", "date_vente")

    def beside(
        self, orphans: Sequence[Orphan], lines: Goods, movements: Goods, selling: Collection[int]
    ) -> Beforehand:
        """What stands beside the orphans that have a terminal. `lines` and `movements`: the goods
        of the orphans; `selling`: the boutiques that sell."""
        homes = self._homes({one.terminal_id for one in orphans if one.terminal_id is not None})
        unsound = {one.terminal_id for one in orphans if one.sold_at is None}
        homes = {
            terminal: home
            for terminal, home in homes.items()
            if terminal not in unsound and (home is None or home.boutique in selling)
        }
        rows, asked = _sort_out(orphans, lines, movements, homes)
        beside: dict[int, _Both] = {}
        for terminal, row in rows.items():
            row.sort()
            beside.update(_by_home(row, homes[terminal]))
        neighbours = dict(self._looked_up(asked, len(orphans)))
        for sale_id, (before, after) in neighbours.items():
            beside[sale_id] = (_stands_for(before), _stands_for(after))
        for terminal, ids in asked.items():
            home = homes.get(terminal)
            if home is not None:
                _put_right(beside, neighbours, ids, home.boutique)
        known = {terminal: home.boutique for terminal, home in homes.items() if home is not None}
        return Beforehand(beside, neighbours, known)

    def _homes(self, terminals: Collection[int]) -> dict[int, _Home | None]:
        """The homes of those terminals that have one, or no attributed sale at all (None)."""
        sale = self._sale
        # A sum is in no index: SQLite would walk one, in an order the table is not in.
        key = sale.terminal if self._only is not None else sale.terminal + 0
        statement = self._restricted(sa.select(key, sale.boutique).distinct(), sale.terminal)
        worked: defaultdict[int, list[int]] = defaultdict(list)
        for terminal, boutique in self._connection.execute(statement):
            # Sales of no terminal are not those of one: they have no home in common.
            if terminal is not None and boutique is not None:
                worked[terminal].append(boutique)
        homes: dict[int, _Home | None] = {
            terminal: None for terminal in terminals if terminal not in worked
        }
        for terminal, first, last in self._connection.execute(self._spans()):
            moments = read_moment(first), read_moment(last)
            if (
                len(worked.get(terminal, ())) == 1
                and moments[0] is not None
                and moments[1] is not None
            ):
                homes[terminal] = _Home(worked[terminal][0], moments[0], moments[1])
        return homes

    def _spans(self) -> sa.Select[Any]:
        """The first and the last moment of the attributed sales of each terminal."""
        sale, terminals = self._sale, self._found.terminal
        located = sale.boutique.is_not(None)
        if not self._indexed:
            moments = (raw(sa.func.min(sale.sold_at)), raw(sa.func.max(sale.sold_at)))
            spans = sa.select(sale.terminal, *moments).where(located).group_by(sale.terminal)
            return self._restricted(spans, sale.terminal)
        ends = [
            sa.select(raw(sale.sold_at))
            .where(sale.terminal == terminals.c.id, located)
            .order_by(order)
            .limit(1)
            .scalar_subquery()
            for order in (sale.sold_at.asc(), sale.sold_at.desc())
        ]
        return self._restricted(sa.select(terminals.c.id, *ends), terminals.c.id)

    def _restricted(self, statement: sa.Select[Any], terminal: Any) -> sa.Select[Any]:
        """Of the terminals that will be asked for."""
        return statement if self._only is None else statement.where(terminal.in_(self._only))

    def _looked_up(
        self, asked: Mapping[int, Sequence[int]], total: int
    ) -> Iterator[tuple[int, Neighbours]]:
        """The neighbours of the `asked` orphans, by terminal, of `total` in all."""
        ids = [sale_id for mine in asked.values() for sale_id in mine]
        if not ids:
            return
        if not self._indexed:
            yield from self._windowed(asked, frozenset(ids))
            return
        sale, wanted = self._sale, frozenset(ids)
        statement = sa.select(sale.id, *self._on_both_sides(sale))
        all_of_them = self._only is None and len(ids) * 2 >= total
        which = [sale.boutique.is_(None)] if all_of_them else among(sale.id, ids)
        for some in which:
            found = self._connection.execute(self._packed(statement.where(some)))
            for sale_id, before, after in every_row(found):
                if sale_id in wanted:
                    yield sale_id, (_neighbour(before), _neighbour(after))

    def _windowed(
        self, terminals: Collection[int], wanted: Collection[int]
    ) -> Iterator[tuple[int, Neighbours]]:
        """The same by a window over the sales of those terminals: older databases lack the index
        that makes looking up quick."""
        sale = self._sale
        windows = [
            function(value).over(partition_by=sale.terminal, order_by=(sale.sold_at, sale.id))
            for function in (sa.func.lag, sa.func.lead)
            for value in (sale.id, sale.boutique)
        ]
        names = ("before", "before_at", "after", "after_at")
        named = [window.label(name) for window, name in zip(windows, names, strict=True)]
        inner = (
            sa.select(sale.id, *named, sale.boutique.label("at"))
            .where(sale.terminal.in_(terminals))
            .subquery()
        )
        statement = sa.select(*list(inner.c)[:-1]).where(inner.c["at"].is_(None))
        for sale_id, before, before_at, after, after_at in self._connection.execute(statement):
            if sale_id in wanted:
                yield (
                    sale_id,
                    (
                        Neighbour(before, before_at) if before is not None else None,
                        Neighbour(after, after_at) if after is not None else None,
                    ),
                )

    def _on_both_sides(self, mine: Any) -> list[Any]:
        """The sale before and the one after, a look-up each, for `_packed`; `mine` has `id`,
        `terminal` and `sold_at`."""
        found = []
        pack = _pack if self._dialect not in _MYSQL else lambda other: other.id
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
                sa.select(pack(other))
                .where(other.terminal == mine.terminal, bound, side, other.id != mine.id)
                .order_by(*order)
                .limit(1)
                .correlate(mine.id.table)
                .scalar_subquery()
            )
        return found

    def _packed(self, statement: sa.Select[Any]) -> sa.Select[Any]:
        """Id, sale before and sale after, both packed, of a statement with `_on_both_sides`.

        MySQL reads a terminal's sales one after the other to find the one that is looked for: it
        does that in the index, which has their ids, and their boutiques are joined afterwards."""
        if self._dialect not in _MYSQL:
            return statement
        inner = statement.subquery()
        id_, *sides = inner.c
        source: Any = inner
        packed = []
        for side in sides:
            other = SaleColumns(self._found, self._found.sale.alias())
            source = source.outerjoin(other.id.table, other.id == side)
            packed.append(_pack(other))
        return sa.select(id_, *packed).select_from(source)

    def moments(self, probes: Sequence[Probe]) -> Iterator[tuple[int, Neighbours]]:
        """The sales of a terminal around given moments, many moments in one statement."""
        if not probes:
            return
        moments = _moments(self._dialect)
        mine = _Moments(moments.c.id, moments.c.terminal, moments.c.sold_at)
        statement = self._packed(sa.select(moments.c.id, *self._on_both_sides(mine)))
        for start in range(0, len(probes), _PROBES):
            asked = [
                (probe.sale_id, probe.terminal_id, _written(probe.at))
                for probe in probes[start : start + _PROBES]
            ]
            rows = self._connection.execute(statement, {"moments": json.dumps(asked)})
            for sale_id, before, after in every_row(rows):
                yield sale_id, (_neighbour(before), _neighbour(after))


def _by_home(row: _Row, home: _Home | None) -> Iterator[tuple[int, _Both]]:
    """What stands beside each orphan of a terminal of one boutique, or of none: a sale of it,
    or, where there is none on that side, the next orphan."""
    between = (home.boutique, home.boutique) if home is not None else (None, None)
    for place, (at, sale_id) in enumerate(row):
        if home is not None and home.first < at < home.last:
            yield sale_id, between
            continue
        before, after = between
        if home is None or at <= home.first:
            before = -row[place - 1][1] if place else None
        if home is None or at >= home.last:
            after = -row[place + 1][1] if place + 1 < len(row) else None
        yield sale_id, (before, after)


def _sort_out(
    orphans: Iterable[Orphan],
    lines: Goods,
    movements: Goods,
    homes: Mapping[int, _Home | None],
) -> tuple[Mapping[int, list[tuple[datetime, int]]], Mapping[int, list[int]]]:
    """The orphans of which their terminal's home does not tell everything, by terminal: those
    that are not between two sales, and those to be looked up. The second are of terminals that
    moved; or their own goods do not place them at the home, or they are of the very moment of
    its first or last sale: these may hand something else on to the orphans next to them."""
    rows: defaultdict[int, list[tuple[datetime, int]]] = defaultdict(list)
    asked: defaultdict[int, list[int]] = defaultdict(list)
    for sale_id, _, at, _, terminal, *_ in orphans:
        if terminal is None:
            continue
        home = homes.get(terminal)
        if home is None:
            if at is not None and terminal in homes:
                rows[terminal].append((at, sale_id))
            else:
                asked[terminal].append(sale_id)
            continue
        boutique, first, last = home
        sold, moved = lines.get(sale_id), movements.get(sale_id)
        if (
            (sold is None and moved is None)
            or (sold is not None and (sold[0][0] != boutique or len(sold) > 1))
            or (moved is not None and (moved[0][0] != boutique or len(moved) > 1))
            or at in (first, last)
        ):
            asked[terminal].append(sale_id)
        if at is not None and not first < at < last:
            rows[terminal].append((at, sale_id))
    return rows, asked


def _put_right(
    beside: dict[int, _Both], neighbours: Mapping[int, Neighbours], ids: Iterable[int], home: int
) -> None:
    """What stands beside the orphans next to those that were looked up at a terminal with a
    home."""
    for sale_id in ids:
        before, after = neighbours.get(sale_id, (None, None))
        if before is not None and before.boutique_id is None:
            beside[before.sale_id] = (beside.get(before.sale_id, (home, home))[0], -sale_id)
        if after is not None and after.boutique_id is None:
            beside[after.sale_id] = (-sale_id, beside.get(after.sale_id, (home, home))[1])


def _stands_for(neighbour: Neighbour | None) -> Beside:
    if neighbour is None:
        return None
    return -neighbour.sale_id if neighbour.boutique_id is None else neighbour.boutique_id


def among(column: sa.ColumnElement[int], ids: Sequence[int]) -> list[sa.ColumnElement[bool]]:
    """Conditions that together pick `ids`, many in one statement: as plain numbers in its text,
    which takes a fraction of the time of as many parameters."""
    pieces = (ids[start : start + _AMONG] for start in range(0, len(ids), _AMONG))
    return [
        column.bool_op("IN")(sa.literal_column(f"({', '.join(map(str, piece))})"))
        for piece in pieces
    ]


class _Moments(NamedTuple):
    """What `_on_both_sides` needs of what it looks around."""

    id: Any
    terminal: Any
    sold_at: Any


#: What SQLAlchemy calls them.
_MYSQL = ("mysql", "mariadb")
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
    text = sa.text(_AS_TABLE["mysql" if dialect in _MYSQL else dialect])
    return text.columns(id=sa.BigInteger(), terminal=sa.BigInteger(), sold_at=Moment()).subquery(
        "moment"
    )


def _written(moment: datetime) -> str:
    """A moment as SQLite has it; the others, whose sessions are in UTC, read it as well."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ")


def _pack(sale: SaleColumns) -> sa.ColumnElement[str]:
    """A sale's id and boutique in one value, so that one look-up finds both: `17:4`, `17:`."""
    boutique = sa.func.coalesce(sa.cast(sale.boutique, sa.String(20)), "")
    return sa.cast(sale.id, sa.String(20)).concat(":").concat(boutique)


def _neighbour(packed: str | None) -> Neighbour | None:
    if packed is None:
        return None
    sale_id, _, boutique = packed.partition(":")
    return Neighbour(int(sale_id), int(boutique) if boutique else None)
