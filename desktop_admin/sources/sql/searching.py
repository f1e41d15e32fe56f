"""The search everywhere: terminals, boutiques, merchants, and sales by invoice number.

The first three are few: they are read, and compared here, so that case and accents do not count
on any engine. Sales are looked up by the index of their numbers, as far as that leads.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.matching import best
from desktop_admin.domain.model import Sale
from desktop_admin.sources.base import Hits
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.expressions import ESCAPE, SaleColumns, bears, escaped, storable
from desktop_admin.sources.sql.found import Found

#: Comes after every character that a number has.
_LAST = "\U0010ffff"


class Searcher:
    """Looks for text on one connection."""

    def __init__(self, connection: sa.Connection, found: Found, reader: reading.SaleReader) -> None:
        self._connection = connection
        self._found = found
        self._reader = reader
        self._sale = SaleColumns(found)
        self._dialect = connection.dialect.name

    def search(self, text: str, limit: int) -> Hits:
        """What bears `text`, each list at most `limit` long."""
        text = text.strip()
        if not text or not storable(text):
            return Hits()
        connection, found = self._connection, self._found
        terminals = reading.terminals(connection, found)
        boutiques = reading.boutiques(connection, found)
        merchants = reading.merchants(connection, found)
        return Hits(
            terminals=best(terminals, text, lambda one: (one.serial, one.name), limit),
            boutiques=best(boutiques, text, lambda one: (one.name, one.code), limit),
            merchants=best(merchants, text, lambda one: (one.name,), limit),
            sales=self._sales(text, limit),
        )

    def sale_ids(self, text: str, limit: int) -> list[int]:
        """The newest sales of that number or, where there is none, whose number begins with it, as
        it was typed or in capitals or small letters."""
        variants = list(dict.fromkeys((text, text.upper(), text.lower())))
        found = self._ids(self._sale.number.in_(variants), limit)
        return found or self._ids(sa.or_(*map(self._begins, variants)), limit)

    def _sales(self, text: str, limit: int) -> list[Sale]:
        """The newest sales first of those that bear the text, as it was typed or in capitals or
        small letters; then of those that begin with it, likewise. Only where none bears it, and
        these are few, those that have it inside, whatever the case."""
        number = self._sale.number
        variants = list(dict.fromkeys((text, text.upper(), text.lower())))
        exact = self._ids(number.in_(variants), limit)
        ids = dict.fromkeys(exact + self._ids(sa.or_(*map(self._begins, variants)), limit))
        if not exact and len(ids) < limit:
            begins = bears(number, text, self._dialect, first=True)
            inside = bears(number, text, self._dialect)
            ids.update(dict.fromkeys(self._ids(inside, limit, sa.case((begins, 0), else_=1))))
        sales = self._reader.read(self._connection, list(ids)[:limit])
        return [one for one in sales if one is not None]

    def _ids(self, which: Any, limit: int, *order: Any) -> list[int]:
        # A sum is in no index: to walk the sales by their id would read the whole table.
        newest = (self._sale.id + 0).desc()
        statement = sa.select(self._sale.id).where(which).order_by(*order, newest).limit(limit)
        return list(self._connection.execute(statement).scalars())

    def _begins(self, text: str) -> Any:
        number = self._sale.number
        if self._dialect == "sqlite":
            return number.between(text, text + _LAST)
        return number.like(f"{escaped(text)}%", escape=ESCAPE)
