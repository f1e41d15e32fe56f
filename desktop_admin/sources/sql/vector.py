"""The id vector: all matching sales, in order, in one query, as eight bytes each.

A page of a table is then a look-up by primary key, so every jump costs the same whatever the
sort; the order stays while others write."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort
from desktop_admin.sources.sql.behind import behind
from desktop_admin.sources.sql.expressions import SaleColumns, bears, storable
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import Found

#: Characters parsed in one go: longer pieces keep other threads waiting.
_PIECE = 100_000


#: Characters that MySQL may put together; no more than a packet holds, whatever is said here.
LONGEST_TEXT = 1 << 28
_UNLIMITED = 1 << 62
#: So near to the longest a text may be cut: more than an id has digits.
_MARGIN = 64
#: So many currencies are ranked by hand.
_RANKED = 20


class Vector:
    """Filters, sorts and counts sales in the database."""

    def __init__(self, found: Found, dialect: str) -> None:
        self._found = found
        self._dialect = dialect
        self._sale = SaleColumns(found)

    def ids(self, connection: sa.Connection, query: SaleQuery) -> array[int]:
        """The ids of all matching sales, in order."""
        source = self._source(query)
        order = self._order(query, self._currencies(connection, query))
        where = [*self._conditions(query), *self._flags(query)]
        name = connection.dialect.name
        ordered = sa.select(self._sale.id).select_from(source).where(*where).order_by(*order)
        inner = ordered.subquery()
        if name == "postgresql":
            # An aggregate takes the rows of one subquery in their order; to give it an order of
            # its own takes twice as long, and uses no index.
            nothing: Any = sa.literal_column("''::bytea")
            joined = sa.func.string_agg(sa.func.int8send(inner.c.id), nothing)
            return _unpacked(connection.execute(sa.select(joined)).scalar())
        if name == "sqlite":
            statement = sa.select(sa.func.group_concat(inner.c.id)).select_from(inner)
            return parse_ids(connection.execute(statement).scalar())
        return _joined_by_mysql(connection, ordered)

    def flag_counts(self, connection: sa.Connection, query: SaleQuery) -> Mapping[SaleFlag, int]:
        """How many sales each flag would leave."""
        plain = [flag for flag in SaleFlag if flag is not SaleFlag.OTHER_BOUTIQUE]
        conditions = self._conditions(query)
        flags = [self._flag(flag) for flag in plain]
        worked = Counter(connection, self._found).pairs(conditions, flags if conditions else ())
        if conditions:
            # One pass, so that the conditions are tried once.
            counts = [sum(one) for one in zip(*(row[3:] for row in worked), strict=True)]
        else:
            # An index knows each of these.
            count = sa.select(sa.func.count()).select_from(self._found.sale)
            counts = [connection.execute(count.where(flag)).scalar_one() for flag in flags]
        found = dict.fromkeys(plain, 0) | dict(zip(plain, map(int, counts), strict=False))
        return found | {SaleFlag.OTHER_BOUTIQUE: self._elsewhere(connection, worked)}

    def _elsewhere(self, connection: sa.Connection, worked: Sequence[Any]) -> int:
        """How many sales are of another boutique than their terminal's, of those counted by
        terminal and boutique: to look up the terminal of every sale takes longer."""
        terminals = self._found.terminal
        homes = dict(connection.execute(sa.select(terminals.c.id, terminals.c.boutique_id)).all())
        return sum(
            count
            for terminal, boutique, count, *_ in worked
            if boutique is not None and homes.get(terminal) not in (None, boutique)
        )

    def _currencies(self, connection: sa.Connection, query: SaleQuery) -> Sequence[str]:
        """The currencies that amounts are sorted within."""
        if query.sort is not SaleSort.AMOUNT or "devise" not in self._found.sale.c:
            return ()
        if query.currencies is not None:
            return sorted(query.currencies)
        found = connection.execute(sa.select(self._sale.currency).distinct())
        return sorted(found.scalars())

    def _source(self, query: SaleQuery) -> Any:
        """The sales, joined to what the order or a flag needs."""
        found, sale = self._found, self._sale
        source: Any = found.sale
        by_terminal = query.sort is SaleSort.TERMINAL or SaleFlag.OTHER_BOUTIQUE in query.flags
        if by_terminal:
            source = source.outerjoin(found.terminal, found.terminal.c.id == sale.terminal)
        if query.sort in (SaleSort.BOUTIQUE, SaleSort.MERCHANT):
            source = source.outerjoin(found.boutique, found.boutique.c.id == sale.boutique)
        if query.sort is SaleSort.MERCHANT:
            source = source.outerjoin(
                found.merchant, found.merchant.c.id == found.boutique.c.commercant_id
            )
        return source

    def _order(self, query: SaleQuery, currencies: Sequence[str]) -> list[Any]:
        found, sale = self._found, self._sale
        keys: dict[SaleSort, list[Any]] = {
            SaleSort.ID: [],
            SaleSort.NUMBER: [sale.number],
            SaleSort.SOLD_AT: [sale.sold_at],
            SaleSort.RECEIVED_AT: [sale.received_at],
            SaleSort.BOUTIQUE: [found.boutique.c.nom],
            SaleSort.TERMINAL: [found.terminal.c.nom_terminal],
            SaleSort.MERCHANT: [found.merchant.c.nom_entreprise],
            SaleSort.PAYMENT: [sale.payment],
            SaleSort.AMOUNT: [self._currency(currencies), sale.cents],
            SaleSort.STATE: [self._state()],
        }
        # A column this database lacks sorts nothing, and ORDER BY a constant is no SQL.
        order = [key for key in (*keys[query.sort], sale.id) if isinstance(key, sa.ColumnElement)]
        order = [key for key in order if not isinstance(key, sa.BindParameter | sa.Null)]
        return [key.desc() if query.descending else key for key in order]

    def _currency(self, currencies: Sequence[str]) -> Any:
        """The place of a sale's currency among these: numbers are sorted faster than text."""
        if not 1 < len(currencies) <= _RANKED:
            return self._sale.currency if len(currencies) > 1 else sa.null()
        places = {code: place for place, code in enumerate(currencies)}
        return sa.case(places, value=self._sale.currency)

    def _state(self) -> Any:
        sale = self._sale
        return sa.case(
            (sale.boutique.is_(None), 0),
            (sale.cancelled, 1),
            (sa.not_(sale.paid), 2),
            else_=3,
        )

    def _conditions(self, query: SaleQuery) -> list[Any]:
        found, sale = self._found, self._sale
        conditions: list[Any] = []
        if query.text:
            conditions.append(self._text(query.text))
        for element, ids in (
            (sale.boutique, query.boutiques),
            (sale.terminal, query.terminals),
            (sale.payment, query.payments),
            (sale.currency, query.currencies),
        ):
            if ids is not None:
                conditions.append(element.in_(sorted(ids)))
        if query.merchants is not None:
            owned = sa.select(found.boutique.c.id).where(
                found.boutique.c.commercant_id.in_(sorted(query.merchants))
            )
            conditions.append(sale.boutique.in_(owned))
        if query.since is not None:
            conditions.append(sale.sold_at >= query.since)
        if query.until is not None:
            conditions.append(sale.sold_at < query.until)
        if query.behind is not None:
            conditions += behind(sale, query.behind, self._dialect)
        return conditions

    def _text(self, text: str) -> Any:
        if not storable(text):
            return sa.false()
        found, sale, dialect = self._found, self._sale, self._dialect
        terminal, boutique = found.terminal, found.boutique
        terminals = sa.select(terminal.c.id).where(
            bears(terminal.c.nom_terminal, text, dialect)
            | bears(terminal.c.numero_serie, text, dialect)
        )
        boutiques = sa.select(boutique.c.id).where(bears(boutique.c.nom, text, dialect))
        return sa.or_(
            bears(sale.number, text, dialect),
            sale.terminal.in_(terminals),
            sale.boutique.in_(boutiques),
        )

    def _flags(self, query: SaleQuery) -> list[Any]:
        return [self._flag(flag) for flag in sorted(query.flags)]

    def _flag(self, flag: SaleFlag) -> Any:
        sale = self._sale
        if flag is SaleFlag.ORPHAN:
            return sale.boutique.is_(None)
        if flag is SaleFlag.WITHOUT_TERMINAL:
            return sale.terminal.is_(None)
        if flag is SaleFlag.UNPAID:
            return sa.and_(sa.not_(sale.paid), sa.not_(sale.cancelled))
        if flag is SaleFlag.CANCELLED:
            return sale.cancelled
        return sale.boutique != self._found.terminal.c.boutique_id


def _joined_by_mysql(connection: sa.Connection, ordered: sa.Select[Any]) -> array[int]:
    """The ids of a statement as one text, a tenth of the time that as many rows take. It cuts a
    text that is longer than a packet; then they are read as rows."""
    connection.exec_driver_sql(f"SET SESSION group_concat_max_len = {LONGEST_TEXT}")
    # Without a limit it forgets the order of a subquery.
    inner = ordered.limit(_UNLIMITED).subquery()
    whole: Any = sa.literal_column("LEAST(@@group_concat_max_len, @@max_allowed_packet)")
    statement = sa.select(sa.func.group_concat(inner.c.id), whole).select_from(inner)
    text, longest = connection.execute(statement).one()
    if text is not None and len(text) >= longest - _MARGIN:
        return array("q", connection.execute(ordered).scalars().all())
    return parse_ids(text)


def _unpacked(numbers: bytes | None) -> array[int]:
    """Numbers of eight bytes each, the highest first, as a vector."""
    ids = array("q", numbers or b"")
    if sys.byteorder == "little":
        ids.byteswap()
    return ids


def parse_ids(text: str | None) -> array[int]:
    """A list of ids with commas as a vector, in pieces, so that no thread waits long."""
    ids = array("q")
    start = 0
    end = len(text) if text else 0
    while text and start < end:
        comma = text.find(",", start + _PIECE)
        stop = comma if comma != -1 else end
        # The fastest reader of numbers there is in Python.
        ids.fromlist(json.loads(f"[{text[start:stop]}]"))
        start = stop + 1
    return ids
