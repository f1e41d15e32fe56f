"""The SQL source: one engine, every question of `SalesSource` answered on it."""

from __future__ import annotations

import logging
import os
import time
from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from desktop_admin.domain.changes import ChangeSet, Outcome
from desktop_admin.domain.clock import Clock, system_clock
from desktop_admin.domain.health import Health
from desktop_admin.domain.model import (
    Boutique,
    Figures,
    Merchant,
    RejectedSale,
    Sale,
    SaleLine,
    Terminal,
    TerminalSession,
)
from desktop_admin.sources.base import (
    ConnectionLost,
    Hits,
    Marker,
    PlaceFigures,
    ReadOnly,
    ReadOnlyReason,
    Report,
    SaleChoices,
    SaleFlag,
    SaleQuery,
    SourceError,
    SourceInfo,
    SourceKind,
    Spell,
    Totals,
    silently,
)
from desktop_admin.sources.sql import journal, reading, rights, tables, totals
from desktop_admin.sources.sql.applying import Applier
from desktop_admin.sources.sql.arriving import ArrivalAnswers
from desktop_admin.sources.sql.checking import Checker
from desktop_admin.sources.sql.earning import RevenueAnswers
from desktop_admin.sources.sql.engine import LOCK_SECONDS, Address, make_engine, read_address
from desktop_admin.sources.sql.errors import translated
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import look
from desktop_admin.sources.sql.journal_answers import JournalAnswers
from desktop_admin.sources.sql.marking import marker
from desktop_admin.sources.sql.network import on_network_share
from desktop_admin.sources.sql.repairing import RepairAnswers
from desktop_admin.sources.sql.searching import Searcher
from desktop_admin.sources.sql.vector import Vector

_log = logging.getLogger(__name__)

#: A sale received within this time says that the shop's server is running.
_RECENT = timedelta(hours=1)
#: How often, and how long apart, a lost connection is tried again to learn what came of a change.
_LOOKUPS = 6
_LOOKUP_SECONDS = 0.5


def open_sql(
    url: str,
    *,
    password: str | None = None,
    read_only: bool = False,
    ca_file: Path | None = None,
    clock: Clock = system_clock,
    kind: SourceKind | None = None,
    lock_seconds: int = LOCK_SECONDS,
) -> SqlSource:
    """Connect, and see what is there.

    `kind` names the source where it is not what the URL says (the demo); after `lock_seconds`
    of waiting for somebody else it is `Busy`. Raises `CannotConnect`, `Refused` or
    `NotAsExpected`."""
    address = read_address(url)
    reason = ReadOnlyReason.CHOSEN if read_only else None
    if reason is None and address.path is not None and on_network_share(address.path):
        reason = ReadOnlyReason.NETWORK_SHARE
    engine = make_engine(
        address,
        password=password,
        read_only=reason is not None,
        ca_file=ca_file,
        lock_seconds=lock_seconds,
    )
    try:
        return SqlSource(engine, address, reason, clock, kind or address.kind)
    except BaseException:
        engine.dispose()
        raise


class SqlSource(JournalAnswers, RepairAnswers, RevenueAnswers, ArrivalAnswers):
    """A shop's database. Made by `open_sql`; see `SalesSource` for what each method promises."""

    def __init__(
        self,
        engine: sa.Engine,
        address: Address,
        read_only: ReadOnlyReason | None,
        clock: Clock,
        kind: SourceKind,
    ) -> None:
        super().__init__(engine, clock)
        self._address = address
        self._read_only = read_only
        self._kind = kind
        #: Change sets that a session which was cut off may still commit.
        self._unsettled: set[str] = set()
        with translated(connecting=True), engine.connect() as connection:
            self._found = look(connection)
            self._engine_name = _engine_name(connection)
            if read_only is None:
                self._read_only = _why_read_only(connection)
        self._sales = reading.SaleReader(self._found)
        self._vector = Vector(self._found, self._engine.dialect.name)

    def info(self) -> SourceInfo:
        with self._reading() as connection:
            prepared = tables.is_prepared(connection)
            running = self._server_may_be_running(connection)
        reason = self._read_only
        if reason is None and self._address.path is None:
            reason = rights.why_not_writable(self._engine, self._found, prepared=prepared)
        if reason is None and not prepared:
            reason = ReadOnlyReason.NOT_PREPARED
        return SourceInfo(
            kind=self._kind,
            place=self._address.shown,
            engine=self._engine_name,
            prepared=prepared,
            read_only=reason,
            missing=self._found.missing,
            server_may_be_running=running,
            stored_figures=self._found.stored_figures,
        )

    def close(self) -> None:
        self._closed = True
        self._engine.dispose()

    def merchants(self) -> Sequence[Merchant]:
        with self._reading() as connection:
            return reading.merchants(connection, self._found)

    def boutiques(self) -> Sequence[Boutique]:
        with self._reading() as connection:
            return reading.boutiques(connection, self._found)

    def terminals(self) -> Sequence[Terminal]:
        with self._reading() as connection:
            return reading.terminals(connection, self._found)

    def terminal_figures(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> Mapping[int, Figures]:
        with self._reading() as connection:
            return Counter(connection, self._found).terminals(since, until)

    def boutique_figures(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> Mapping[int, Figures]:
        with self._reading() as connection:
            return Counter(connection, self._found).boutiques(since, until)

    def place_figures(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> PlaceFigures:
        with self._reading() as connection:
            return Counter(connection, self._found).places(since, until)

    def sale_ids(self, query: SaleQuery) -> array[int]:
        with self._reading() as connection:
            return self._vector.ids(connection, query)

    def sales(self, ids: Sequence[int]) -> Sequence[Sale | None]:
        with self._reading() as connection:
            return self._sales.read(connection, ids)

    def sale_lines(self, ids: Sequence[int]) -> Mapping[int, Sequence[SaleLine]]:
        with self._reading() as connection:
            return reading.lines(connection, self._found, ids)

    def flag_counts(self, query: SaleQuery) -> Mapping[SaleFlag, int]:
        with self._reading() as connection:
            return self._vector.flag_counts(connection, query)

    def marker(self) -> Marker:
        with self._reading() as connection:
            return marker(connection, self._found)

    def totals(self, ids: Sequence[int], report: Report = silently) -> Totals:
        with self._reading() as connection:
            return totals.totals(connection, self._found, ids, report)

    def sale_choices(self) -> SaleChoices:
        with self._reading() as connection:
            return totals.choices(connection, self._found)

    def search(self, text: str, limit: int = 8) -> Hits:
        with self._reading() as connection:
            return Searcher(connection, self._found, self._sales).search(text, limit)

    def spells(
        self, *, terminal: int | None = None, boutique: int | None = None
    ) -> Sequence[Spell]:
        with self._reading() as connection:
            return Counter(connection, self._found).spells(terminal, boutique)

    def figures_between(
        self,
        bounds: Sequence[datetime],
        *,
        terminal: int | None = None,
        boutique: int | None = None,
    ) -> Sequence[Figures]:
        with self._reading() as connection:
            return Counter(connection, self._found).between(bounds, terminal, boutique)

    def rejected_sales(self, since: datetime | None = None) -> Sequence[RejectedSale]:
        with self._reading() as connection:
            return reading.rejected(connection, self._found, since)

    def terminal_sessions(self, terminal: int, limit: int = 10) -> Sequence[TerminalSession]:
        with self._reading() as connection:
            return reading.sessions(connection, self._found, terminal, limit)

    def health(self, now: datetime) -> Health:
        with self._reading() as connection:
            return Checker(connection, self._found).health(now)

    def apply(self, change_set: ChangeSet, report: Report = silently) -> Outcome:
        self._must_be_writable()
        try:
            with translated():
                return Applier(self._engine, self._found, self._clock).apply(change_set, report)
        except ConnectionLost as lost:
            return self._what_came_of(change_set.id, lost)

    def _what_came_of(self, change_set_id: str, lost: ConnectionLost) -> Outcome:
        """The outcome of a change set whose answer was lost; raises `lost` with
        `facts["changed"]` False where nothing was changed, None where nobody can tell yet."""
        self._engine.dispose()
        for _ in range(_LOOKUPS):
            try:
                outcome = self._settled_outcome(change_set_id)
            except SourceError as error:
                _log.info("cannot look up change set %s yet: %s", change_set_id, error.detail)
                time.sleep(_LOOKUP_SECONDS)
                continue
            if outcome is not None:
                return outcome
            raise ConnectionLost(lost.detail, step="server", changed=False) from lost
        self._unsettled.add(change_set_id)
        raise ConnectionLost(lost.detail, step="server", changed=None) from lost

    def _settled_outcome(self, change_set_id: str) -> Outcome | None:
        """What came of it, once no other session can still commit it."""
        with translated(connecting=True), self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                connection.execute(sa.select(tables.chain).with_for_update())
                found = journal.outcome(connection, change_set_id)
        return found[0] if found else None

    def _must_be_writable(self) -> None:
        if self._closed:
            raise ConnectionLost("closed", step="closed")
        if self._read_only is not None:
            raise ReadOnly(reason=self._read_only)

    def outcome(self, change_set_id: str) -> Outcome | None:
        if change_set_id in self._unsettled and not self._closed:
            settled = self._settled_outcome(change_set_id)
            self._unsettled.discard(change_set_id)
            return settled
        with self._reading() as connection:
            if not tables.is_prepared(connection):
                return None
            found = journal.outcome(connection, change_set_id)
        return found[0] if found else None

    def preparation(self) -> Sequence[str]:
        return tables.statements(self._engine.dialect)

    def prepare(self) -> None:
        self._must_be_writable()
        with translated(), self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                tables.prepare(connection)

    def _server_may_be_running(self, connection: sa.Connection) -> bool:
        """SQLite in WAL mode, as the shop's server leaves it, with a sale of the last hour."""
        if connection.dialect.name != "sqlite":
            return False
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        sales = self._found.sale
        newest = sa.select(sa.func.max(sales.c.date_vente, type_=sales.c.date_vente.type))
        last = connection.execute(newest).scalar()
        return mode == "wal" and last is not None and last >= self._clock() - _RECENT


def _engine_name(connection: sa.Connection) -> str:
    version = ".".join(str(part) for part in connection.dialect.server_version_info or ())
    dialect = connection.dialect
    if dialect.name == "sqlite":
        found = connection.exec_driver_sql("SELECT sqlite_version()").scalar()
        return f"SQLite {found}"
    if dialect.name == "postgresql":
        return f"PostgreSQL {version}"
    return f"MariaDB {version}" if getattr(dialect, "is_mariadb", False) else f"MySQL {version}"


def _why_read_only(connection: sa.Connection) -> ReadOnlyReason | None:
    """Why no session like this could write; None where one could: SQLite opens a file one may
    not write to, and a standby server answers queries."""
    if connection.dialect.name == "sqlite":
        path = connection.exec_driver_sql("PRAGMA database_list").first()
        writable = path is None or _file_writable(Path(path[2]))
        return None if writable else ReadOnlyReason.FILE_RIGHTS
    if connection.dialect.name == "postgresql":
        writable = connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "off"
    else:
        writable = not connection.exec_driver_sql("SELECT @@read_only").scalar()
    return None if writable else ReadOnlyReason.SERVER


def _file_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
