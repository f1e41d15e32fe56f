"""Whether anything was changed, for next to nothing; and how the sales of a plan stand."""

from __future__ import annotations

import zlib
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.staleness import Mark, Seen, Standing
from desktop_admin.sources.base import Marker
from desktop_admin.sources.sql.expressions import SaleColumns, is_depot
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.tables import chain
from desktop_admin.sources.sql.types import every_row, raw


def marker(connection: sa.Connection, found: Found) -> Marker:
    """The end of the sales' key, the orphans by their index, the end of the journal, and the
    terminals and boutiques, of which there are few."""
    sale = SaleColumns(found)
    orphans = sa.select(sa.func.count()).select_from(found.sale).where(sale.boutique.is_(None))
    return Marker(
        newest_sale=connection.execute(sa.select(sa.func.max(sale.id))).scalar(),
        orphans=connection.execute(orphans).scalar_one(),
        journal_seq=_journal_head(connection),
        places=_places(connection, found),
    )


def seen_orphans(connection: sa.Connection, found: Found) -> Seen:
    """All orphans, by their index, with their terminals."""
    sale = SaleColumns(found)
    return _seen(connection, found, sale, sale.terminal, sale.boutique.is_(None))


def seen_strays(connection: sa.Connection, found: Found) -> Seen:
    """All sales without terminal, by their index, with their boutiques."""
    sale = SaleColumns(found)
    return _seen(connection, found, sale, sale.boutique, sale.terminal.is_(None))


def _seen(
    connection: sa.Connection, found: Found, sale: SaleColumns, other: Any, which: Any
) -> Seen:
    terminal, boutique = found.terminal.c, found.boutique
    marks = sa.select(sale.id, other, raw(sale.cancelled).label("cancelled")).where(which)
    places = sa.select(terminal.id, terminal.boutique_id)
    standing = sa.select(
        boutique.c.id, boutique.c.commercant_id, boutique.c.est_active, is_depot(boutique)
    )
    with undisturbed():
        return Seen(
            {row[0]: Mark(row[1], bool(row[2])) for row in every_row(connection.execute(marks))},
            {row[0]: row[1] for row in connection.execute(places)},
            {
                row[0]: Standing(row[1], bool(row[2]), bool(row[3]))
                for row in connection.execute(standing)
            },
        )


def _journal_head(connection: sa.Connection) -> int | None:
    if not sa.inspect(connection).has_table(chain.name):
        return None
    return connection.execute(sa.select(chain.c.seq)).scalar()


def _places(connection: sa.Connection, found: Found) -> int:
    """A number made of where each terminal works, which are active, and what they are called; and
    the same of boutiques. When a terminal was last saved tells less: the server saves more."""
    terminal, boutique = found.terminal.c, found.boutique.c
    number = 0
    for columns in (
        (terminal.id, terminal.boutique_id, terminal.est_actif, terminal.nom_terminal),
        (boutique.id, boutique.commercant_id, boutique.est_active, boutique.nom),
    ):
        for row in connection.execute(sa.select(*columns).order_by(columns[0])):
            number = zlib.crc32(repr(tuple(row)).encode(errors="backslashreplace"), number)
    return number
