"""The search everywhere: terminals, boutiques, merchants, and sales by invoice number."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.matching import best
from desktop_admin.domain.model import Sale
from desktop_admin.sources.base import Hits
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.expressions import SaleColumns, escaped_contains, storable
from desktop_admin.sources.sql.found import Found


class Searcher:
    """Looks for text on one connection."""

    def __init__(self, connection: sa.Connection, found: Found, reader: reading.SaleReader) -> None:
        self._connection = connection
        self._found = found
        self._reader = reader
        self._sale = SaleColumns(found)

    def search(self, text: str, limit: int) -> Hits:
        """What bears `text`, each list at most `limit` long."""
        text = text.strip()
        if not text or not storable(text):
            return Hits()
        connection, found = self._connection, self._found
        return Hits(
            terminals=best(
                reading.terminals(connection, found),
                text,
                lambda one: (one.serial, one.name),
                limit,
            ),
            boutiques=best(
                reading.boutiques(connection, found),
                text,
                lambda one: (one.name, one.code),
                limit,
            ),
            merchants=best(
                reading.merchants(connection, found), text, lambda one: (one.name,), limit
            ),
            sales=self._sales(text, limit),
        )

    def _sales(self, text: str, limit: int) -> list[Sale]:
        sale = self._sale
        ids: dict[int, None] = {}
        for condition in (
            sale.number == text,
            sale.number.istartswith(text, autoescape=True),
            escaped_contains(sale.number, text),
        ):
            if len(ids) < limit:
                ids.update(dict.fromkeys(self._ids(condition, limit)))
        found = self._reader.read(self._connection, list(ids)[:limit])
        return [one for one in found if one is not None]

    def _ids(self, condition: Any, limit: int) -> list[int]:
        """The newest sales that meet `condition`."""
        sale = self._sale
        statement = sa.select(sale.id).where(condition).order_by(sale.id.desc()).limit(limit)
        return list(self._connection.execute(statement).scalars())
