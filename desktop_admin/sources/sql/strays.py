"""The evidence of all sales without terminal, in a few set-wise queries: none is asked per sale.

1. every sale without terminal;
2. who was seen under the addresses they came from: the terminals' last ones, and the sessions';
   the tokens of sessions are secrets, and not read;
3. which terminal sold in which boutique from when to when: one pass over the sales, and only
   where a sale without terminal stands in a boutique.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.evidence import Assignment
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.stray import Seller, Sighting, Stray, StrayEvidence
from desktop_admin.sources.base import Progress, Report, Step
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.types import every_row, raw, read_moment


class StrayGatherer:
    """Asks one connection for everything the witnesses need."""

    def __init__(self, connection: sa.Connection, found: Found) -> None:
        self._connection = connection
        self._found = found
        self._sale = SaleColumns(found)

    def gather(
        self, now: datetime, assignments: Mapping[int, Sequence[Assignment]], report: Report
    ) -> StrayEvidence:
        """The evidence as the database is now."""
        with undisturbed():
            return self._gather(now, assignments, report)

    def _gather(
        self, now: datetime, assignments: Mapping[int, Sequence[Assignment]], report: Report
    ) -> StrayEvidence:
        report(Progress(Step.READING, 0, 3))
        strays = self._strays()
        report(Progress(Step.READING, 1, 3))
        sightings = self._sightings() if any(one.address for one in strays) else {}
        report(Progress(Step.READING, 2, 3))
        placed = any(one.boutique_id is not None for one in strays)
        sellers = self._sellers() if placed else {}
        report(Progress(Step.READING, 3, 3))
        connection, found = self._connection, self._found
        return StrayEvidence(
            at=now,
            strays=strays,
            terminals={one.id: one for one in reading.terminals(connection, found)},
            boutiques={one.id: one for one in reading.boutiques(connection, found)},
            installed=self._installed(),
            sightings=sightings,
            sellers=sellers,
            assignments=assignments,
        )

    def _strays(self) -> list[Stray]:
        sale = self._sale
        statement = sa.select(
            sale.id,
            sale.number,
            raw(sale.sold_at),
            raw(sale.received_at),
            sale.boutique,
            raw(sale.paid),
            raw(sale.cancelled).label("cancelled"),
            sale.currency.label("currency"),
            sale.cents.label("cents"),
            self._text(self._found.sale.c.adresse_ip_client).label("address"),
        ).where(sale.terminal.is_(None))
        rows = every_row(self._connection.execute(statement))
        if not rows:
            return []
        # By columns: one call of each kind for all rows instead of one a row.
        ids, numbers, sold, received, boutiques, paid, cancelled, currencies, cents, addresses = (
            zip(*rows, strict=True)
        )
        moments = (map(read_moment, sold), map(read_moment, received))
        nobody = [None] * len(ids)
        flags = (map(bool, paid), map(bool, cancelled))
        columns = zip(
            *(ids, numbers, *moments, nobody, boutiques, *flags, currencies, cents),
            (_plain(address) for address in addresses),
            strict=True,
        )
        return list(map(Stray._make, columns))

    def _text(self, address: Any) -> sa.ColumnElement[Any]:
        """An address as text: PostgreSQL has a type of its own for it."""
        if self._connection.dialect.name == "postgresql":
            return sa.func.host(address)
        return raw(address)

    def _sightings(self) -> dict[str, list[Sighting]]:
        """Who was seen under the addresses of sales without terminal."""
        sale, terminal, session = self._found.sale, self._found.terminal, self._found.session
        wanted = (
            sa.select(sale.c.adresse_ip_client)
            .where(self._sale.terminal.is_(None), sale.c.adresse_ip_client.is_not(None))
            .distinct()
        )
        found: defaultdict[str, list[Sighting]] = defaultdict(list)
        last = terminal.c.derniere_adresse_ip
        for address, terminal_id in self._connection.execute(
            sa.select(self._text(last), terminal.c.id).where(last.in_(wanted))
        ):
            found[_plain(address)].append(Sighting(terminal_id))
        if session is None:
            return found
        at = session.c.adresse_ip
        for address, terminal_id, since, until, active in self._connection.execute(
            sa.select(
                self._text(at),
                session.c.client_id,
                raw(session.c.date_debut),
                raw(session.c.date_fin),
                session.c.est_active,
            ).where(at.in_(wanted))
        ).all():
            began, ended = read_moment(since), read_moment(until)
            if began is not None:
                # One that is over, and nobody knows since when, was there when it began.
                over = ended if ended is not None or active else began
                found[_plain(address)].append(Sighting(terminal_id, began, over))
        return found

    def _sellers(self) -> dict[int, list[Seller]]:
        """Which terminal sold in which boutique, from when to when."""
        found: defaultdict[int, list[Seller]] = defaultdict(list)
        for boutique, terminal, first, last in Counter(self._connection, self._found).stays():
            found[boutique].append(Seller(terminal, first, last))
        return found

    def _installed(self) -> dict[int, datetime]:
        """When each terminal was set up."""
        table = self._found.terminal
        rows = self._connection.execute(sa.select(table.c.id, table.c.date_creation))
        return {id_: at for id_, at in rows if at is not None}


def _plain(address: object) -> str:
    """An address as it is compared; columns of fixed length pad it with spaces, and SQLite keeps
    numbers where text should be."""
    return str(address or "").strip()
