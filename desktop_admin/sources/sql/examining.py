"""The way to a database, gone step by step, so that the one that fails has a name."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from desktop_admin.domain.clock import Clock, system_clock
from desktop_admin.sources import base
from desktop_admin.sources.base import (
    CannotConnect,
    NotAsExpected,
    ReadOnlyReason,
    Refused,
    Report,
    SourceError,
    SourceKind,
    silently,
)
from desktop_admin.sources.examination import Counts, Examination, Step, StepState
from desktop_admin.sources.sql import rights
from desktop_admin.sources.sql.engine import (
    CONNECT_SECONDS,
    Address,
    is_loopback,
    make_engine,
    read_address,
)
from desktop_admin.sources.sql.errors import translated
from desktop_admin.sources.sql.found import Found, column, look
from desktop_admin.sources.sql.network import on_network_share
from desktop_admin.sources.sql.source import SqlSource
from desktop_admin.sources.sql.types import read_moment

_FILE_STEPS = (Step.FILE, Step.SCHEMA, Step.RIGHTS, Step.PREPARED)
_SERVER_STEPS = tuple(step for step in Step if step is not Step.FILE)
_PORTS = {SourceKind.POSTGRESQL: 5432, SourceKind.MYSQL: 3306}
#: Which step an error's own name of it belongs to; others belong to the one under way.
_STEPS = {
    "file": Step.FILE,
    "damaged": Step.FILE,
    "address": Step.ADDRESS,
    "port": Step.PORT,
    "tls": Step.TLS,
    "login": Step.LOGIN,
    "host": Step.LOGIN,
    "connections": Step.LOGIN,
    "database": Step.DATABASE,
    "schema": Step.SCHEMA,
}


def examine(
    url: str,
    *,
    password: str | None = None,
    read_only: bool = False,
    ca_file: Path | None = None,
    clock: Clock = system_clock,
    report: Report = silently,
) -> Examination:
    """Go to a database as a source with these options would, and tell how far one comes.

    Nothing is written, neither rows nor tables. A failure is in the answer; only `Cancelled`,
    from `report`, is raised."""
    try:
        address = read_address(url)
    except SourceError as error:
        steps = _states(_SERVER_STEPS, Step.ADDRESS, StepState.FAILED)
        return Examination(None, steps, error)
    walk = _Walk(address, ca_file, report)
    try:
        walk.go(password, read_only, clock)
    except SourceError as error:
        walk.fail(error)
    return walk.found


def _states(
    steps: Sequence[Step], at: Step, state: StepState
) -> tuple[tuple[Step, StepState], ...]:
    """Everything before `at` went well, everything after it was not reached."""
    place = steps.index(at)
    before = tuple((step, StepState.OK) for step in steps[:place])
    after = tuple((step, StepState.NOT_REACHED) for step in steps[place + 1 :])
    return (*before, (at, state), *after)


class _Walk:
    """One way to one database; `found` holds what is known so far."""

    def __init__(self, address: Address, ca_file: Path | None, report: Report) -> None:
        self._address = address
        self._ca_file = ca_file
        self._report = report
        self._is_file = address.kind is SourceKind.SQLITE
        self._steps = _FILE_STEPS if self._is_file else _SERVER_STEPS
        self._at = self._steps[0]
        self._warned: set[Step] = set()
        self.found = Examination(
            address.kind, (), local=self._is_file or is_loopback(address.url.host)
        )
        self._reach(self._at)

    def go(self, password: str | None, read_only: bool, clock: Clock) -> None:
        """Go as far as it goes; raises the error that ends it."""
        reason = ReadOnlyReason.CHOSEN if read_only else None
        if reason is None and self._address.path and on_network_share(self._address.path):
            reason = ReadOnlyReason.NETWORK_SHARE
        if not self._is_file:
            self._reach_server()
            self._reach(Step.TLS)
        engine = make_engine(
            self._address,
            password=password,
            read_only=reason is not None,
            ca_file=self._ca_file,
        )
        try:
            with translated(connecting=True):
                self._enter(engine)
                self._look_around(engine, reason, clock)
        finally:
            engine.dispose()

    def fail(self, error: SourceError) -> None:
        """`error` ended it: name the step it belongs to."""
        named = str(error.facts.get("step", ""))
        step = _STEPS.get(named, self._at)
        if named == "server" and self._at is Step.LOGIN and isinstance(error, CannotConnect):
            # Whoever answered said nothing about the login.
            step = Step.PORT
        if named == "rights":
            # At the door: known, but not let into this database.
            step = Step.DATABASE if self._at is Step.LOGIN else Step.RIGHTS
        if step not in self._steps:
            step = self._at
        self._reach(step, StepState.FAILED)
        self.found = replace(self.found, error=error)

    def _reach(self, step: Step, state: StepState = StepState.NOT_REACHED) -> None:
        """What comes before `step` went well, but for what was warned of."""
        self._report(base.Progress(base.Step.CHECKING, self._steps.index(step), len(self._steps)))
        self._at = step
        steps = tuple(
            (one, StepState.WARNED if one in self._warned and how is StepState.OK else how)
            for one, how in _states(self._steps, step, state)
        )
        self.found = replace(self.found, steps=steps)

    def _reach_server(self) -> None:
        """Find the machine, and knock: what a driver says of either is hard to tell apart."""
        host = self._address.url.host
        if not host or host.startswith("/"):
            return
        port = self._address.url.port or _PORTS[self._address.kind]
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, OverflowError) as error:
            raise CannotConnect(str(error), step="address") from error
        self._reach(Step.PORT)
        last = OSError("no address")
        for family, kind, protocol, _, place in found:
            self._report(base.Progress(base.Step.CHECKING, 1, len(self._steps)))
            started = time.perf_counter()
            with socket.socket(family, kind, protocol) as knocking:
                knocking.settimeout(CONNECT_SECONDS)
                try:
                    knocking.connect(place)
                except OSError as error:
                    last = error
                    continue
                passed = (time.perf_counter() - started) * 1000
                self.found = replace(self.found, reached_ms=passed)
                if self._address.kind is SourceKind.MYSQL:
                    _must_greet(knocking)
                return
        raise CannotConnect(str(last), step="port") from last

    def _enter(self, engine: sa.Engine) -> None:
        """Connect; what is encrypted shows only then."""
        if not self._is_file:
            self._at = Step.LOGIN
        with engine.connect() as connection:
            if self._is_file:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            else:
                self.found = replace(self.found, tls=_tls(connection))
        if self.found.tls == "" and not self.found.local:
            self._warned.add(Step.TLS)
        self._reach(Step.SCHEMA)

    def _look_around(self, engine: sa.Engine, reason: ReadOnlyReason | None, clock: Clock) -> None:
        with engine.connect() as connection:
            found = _look(connection)
            self._reach(Step.RIGHTS)
            rights.must_read(connection, found)
            info = SqlSource(engine, self._address, reason, clock, self._address.kind).info()
            self.found = replace(
                self.found,
                engine=info.engine,
                prepared=info.prepared,
                server_may_be_running=info.server_may_be_running,
            )
            self._reach(Step.RIGHTS)
            self.found = replace(self.found, counts=_counts(connection, found))
        writable = info.read_only in (None, ReadOnlyReason.NOT_PREPARED)
        may_prepare = writable and (self._is_file or rights.may_make_tables(engine))
        if not writable:
            self._warned.add(Step.RIGHTS)
        self.found = replace(self.found, read_only=info.read_only, may_prepare=may_prepare)
        self._reach(Step.PREPARED, StepState.OK if info.prepared else StepState.WARNED)


def _must_greet(knocking: socket.socket) -> None:
    """MySQL speaks first, and its driver waits for that without end."""
    try:
        greeted = bool(knocking.recv(1))
    except OSError as error:
        raise CannotConnect(f"no greeting: {error}", step="port") from error
    if not greeted:
        raise CannotConnect("closed without a greeting", step="port")


def _look(connection: sa.Connection) -> Found:
    """What the database has. MySQL hides what a login may not read: then the right is missing,
    not the table."""
    try:
        return look(connection)
    except NotAsExpected as strange:
        if connection.dialect.name in ("mysql", "mariadb"):
            expected = strange.facts.get("expected")
            names = [str(name) for name in expected] if isinstance(expected, tuple) else []
            hidden = rights.hidden(connection, [name for name in names if "." not in name])
            if hidden:
                raise Refused(strange.detail, step="rights", tables=hidden) from strange
        raise


def _tls(connection: sa.Connection) -> str:
    """The version of TLS between this program and the server; empty for none."""
    if connection.dialect.name == "postgresql":
        asked = "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        return str(connection.exec_driver_sql(asked).scalar() or "")
    row = connection.exec_driver_sql("SHOW STATUS LIKE 'Ssl_version'").first()
    return str(row[1] or "") if row else ""


def _counts(connection: sa.Connection, found: Found) -> Counts:
    def count(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
        asked = sa.select(sa.func.count()).select_from(table).where(*conditions)
        return int(connection.execute(asked).scalar_one())

    sales = found.sale
    moment = sales.c.date_vente
    newest = sa.select(sa.func.max(moment, type_=moment.type))
    depot = column(found.boutique, "est_depot", otherwise=False)
    return Counts(
        boutiques=count(found.boutique, sa.not_(depot)),
        terminals=count(found.terminal),
        sales=count(sales),
        orphans=count(sales, sales.c.boutique_id.is_(None)),
        last_sale=read_moment(connection.execute(newest).scalar()),
    )
