"""Whether anything was changed, for next to nothing."""

from __future__ import annotations

import zlib

import sqlalchemy as sa

from desktop_admin.sources.base import Marker
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.tables import chain


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
