"""Which sales are behind a figure, in SQL: the same expressions that counted them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from desktop_admin.domain.local_time import FIRST, LAST
from desktop_admin.domain.revenue import TimeKey
from desktop_admin.sources.base import Behind
from desktop_admin.sources.sql.expressions import Element, SaleColumns
from desktop_admin.sources.sql.wall_clock import time_key


def behind(sale: SaleColumns, asked: Behind, dialect: str) -> list[Element]:
    """The conditions that `asked` stands for."""
    found: list[Element] = []
    if asked.counted:
        found.append(sale.counts)
    if asked.located:
        found.append(sale.boutique.is_not(None))
    if asked.spans:
        spans = [
            sa.and_(sale.sold_at >= span.since, sale.sold_at < span.until) for span in asked.spans
        ]
        found.append(sa.or_(*spans))
    if asked.week_hours and asked.zone is not None:
        # Every sale, however wrong a terminal's clock was.
        hour = time_key(sale.sold_at, TimeKey.WEEK_HOUR, asked.zone, FIRST, LAST, dialect)
        found.append(hour.in_(sorted(asked.week_hours)))
    if asked.ids is not None:
        found.append(_one_of(sale.id, asked.ids, dialect))
    return found


def _one_of(key: Element, ids: Sequence[int], dialect: str) -> Element:
    """Whether `key` is among `ids`, also tens of thousands of them: one parameter."""
    if dialect == "postgresql":
        return key == sa.any_(sa.cast(list(ids), ARRAY(sa.BigInteger)))
    listed: Any = sa.bindparam("wanted", json.dumps(ids), type_=sa.Text(), unique=True)
    if dialect == "sqlite":
        return key.in_(sa.select(sa.column("value")).select_from(sa.func.json_each(listed)))
    columns: Any = sa.literal_column("'$[*]' COLUMNS (id BIGINT PATH '$')")
    table = sa.func.json_table(listed, columns).table_valued("id").alias("wanted")
    return key.in_(sa.select(table.c.id))
