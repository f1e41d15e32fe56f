"""Opening the engines: what is verified, what a session is set to, and what it may do."""

from __future__ import annotations

import ipaddress
import socket
import sqlite3
import ssl
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import certifi
import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from desktop_admin.sources.base import CannotConnect, Refused, SourceKind
from desktop_admin.sources.sql.network import on_network_share

#: Seconds until a machine that does not answer counts as not there.
CONNECT_SECONDS = 10
#: A connection on which nothing comes for that long is asked whether it still lives, and is lost
#: after so many times without an answer.
ALIVE_SECONDS = 10
ALIVE_TRIES = 3
#: Seconds a write waits for somebody else's lock.
LOCK_SECONDS = 10
#: Page cache of an SQLite connection, in KiB: its own default. More of it makes sorting slower,
#: and so does sorting in memory instead of files, by half.
SQLITE_CACHE_KIB = 2_000
#: The same while one writes: a repair of 80 000 sales stays in memory, so that the lock is short.
SQLITE_WRITE_CACHE_KIB = 131_072
#: Threads that help to sort: with them a long sort takes little more than half the time.
SQLITE_SORTERS = 2
#: References are checked, as the server's own sessions do.
SQLITE_FOREIGN_KEYS = "ON"

#: Where a connection notes which file it has open.
_FILE = "file"

_DRIVERS = {
    "sqlite": SourceKind.SQLITE,
    "postgresql": SourceKind.POSTGRESQL,
    "postgres": SourceKind.POSTGRESQL,
    "mysql": SourceKind.MYSQL,
    "mariadb": SourceKind.MYSQL,
}
#: What may follow the `?` of a MySQL address; PostgreSQL's client judges its own.
_OPTIONS = frozenset({"tls"})
_FULL_NAMES = {
    SourceKind.POSTGRESQL: "postgresql+psycopg",
    SourceKind.MYSQL: "mysql+pymysql",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, read from a URL; the password is kept apart from what is shown."""

    kind: SourceKind
    url: sa.URL

    @property
    def path(self) -> Path | None:
        """The file, for SQLite."""
        database = self.url.database
        return Path(database) if self.kind is SourceKind.SQLITE and database else None

    @property
    def shown(self) -> str:
        """For people and logs: never with a password."""
        if self.path is not None:
            return str(self.path)
        url = self.url
        port = f":{url.port}" if url.port else ""
        user = f"{url.username}@" if url.username else ""
        return f"{user}{url.host or 'localhost'}{port}/{url.database or ''}"


def read_address(text: str) -> Address:
    """Read `sqlite:///…`, `postgresql://…` or `mysql://…`; raises `CannotConnect` where the
    text is none of them."""
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise CannotConnect("not an address", step="address") from error
    kind = _DRIVERS.get(url.drivername.split("+")[0])
    if kind is None or not url.database:
        raise CannotConnect("not an address", step="address")
    if kind is SourceKind.SQLITE:
        return Address(kind, url.set(drivername="sqlite"))
    if kind is SourceKind.MYSQL and not _OPTIONS.issuperset(url.query):
        raise CannotConnect("unknown option in the address", step="address")
    return Address(kind, url.set(drivername=_FULL_NAMES[kind]))


def make_engine(
    address: Address,
    *,
    password: str | None = None,
    read_only: bool = False,
    ca_file: Path | None = None,
    lock_seconds: int = LOCK_SECONDS,
) -> sa.Engine:
    """An engine that connects when it is first used. `password` wins over one in the URL.

    Connections to other machines are encrypted and the server's certificate is verified,
    against `ca_file` where given; `?tls=off` in the URL turns that off. A read-only engine's
    sessions refuse to write, whatever is asked of them. Somebody else's lock is waited for
    `lock_seconds` (whole, at least 1)."""
    if address.kind is SourceKind.SQLITE:
        return _sqlite(address, lock_seconds, read_only=read_only)
    if ca_file is not None:
        _must_be_certificates(ca_file)
    url = address.url.set(password=password) if password is not None else address.url
    verify = _verifies(url, ca_file)
    url = url.difference_update_query(["tls"])
    if address.kind is SourceKind.POSTGRESQL:
        arguments = _postgresql_arguments(address.url, verify, ca_file)
        arguments["options"] += f" -c lock_timeout={lock_seconds * 1000}"
        if read_only:
            arguments["options"] += " -c default_transaction_read_only=on"
    else:
        arguments = _mysql_arguments(address.url, url.password, verify, ca_file)
    engine = sa.create_engine(
        url, connect_args=arguments, pool_pre_ping=True, isolation_level="READ COMMITTED"
    )
    if address.kind is SourceKind.MYSQL:
        _set_up_mysql(engine, lock_seconds, read_only=read_only)
    else:
        _renew_outdated(engine)
    return engine


def _must_be_certificates(ca_file: Path) -> None:
    """Raises `Refused` where the file holds no certificate to trust: the drivers would each
    say so in their own way, or not at all."""
    try:
        ssl.create_default_context(cafile=str(ca_file))
    except OSError as error:
        raise Refused(str(error), step="tls", ca_file=str(ca_file)) from error


def _verifies(url: sa.URL, ca_file: Path | None) -> bool:
    if url.query.get("tls") == "off" or "sslmode" in url.query:
        return False
    return ca_file is not None or not is_loopback(url.host)


def is_loopback(host: str | None) -> bool:
    """Whether that host is this very computer."""
    if not host or host == "localhost" or host.startswith("/"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _postgresql_arguments(url: sa.URL, verify: bool, ca_file: Path | None) -> dict[str, Any]:
    arguments: dict[str, Any] = {
        "connect_timeout": CONNECT_SECONDS,
        # A machine that vanishes without a word is noticed, also by who only waits.
        "keepalives_idle": ALIVE_SECONDS,
        "keepalives_interval": ALIVE_SECONDS,
        "keepalives_count": ALIVE_TRIES,
        "tcp_user_timeout": ALIVE_SECONDS * ALIVE_TRIES * 1000,
        # To compile our few large queries takes longer than it saves.
        "options": "-c timezone=UTC -c jit=off",
    }
    if verify:
        arguments["sslmode"] = "verify-full"
        arguments["sslrootcert"] = str(ca_file or certifi.where())
    elif url.query.get("tls") == "off":
        arguments["sslmode"] = "disable"
    return arguments


def _mysql_arguments(
    url: sa.URL, password: str | None, verify: bool, ca_file: Path | None
) -> dict[str, Any]:
    arguments: dict[str, Any] = {"charset": "utf8mb4"}
    # Each step of getting in has its limit: the driver would wait for a greeting without end.
    for name in ("connect_timeout", "read_timeout", "write_timeout"):
        arguments[name] = CONNECT_SECONDS
    if password is not None:
        # The driver would write it in Latin-1, the server reads UTF-8.
        arguments["password"] = password.encode()
    if verify:
        # A context of ours is also what makes the driver refuse a server that offers no TLS.
        context = ssl.create_default_context(cafile=str(ca_file) if ca_file else None)
        # The authority that MySQL's server makes for itself is not to the letter of the standard.
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
        arguments["ssl"] = context
    elif url.query.get("tls") == "off":
        arguments["ssl_disabled"] = True
    return arguments


def _renew_outdated(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "handle_error")
    def handle(context: sa.engine.ExceptionContext) -> None:
        # A column was widened meanwhile: this session would fail for ever, a new one will not.
        if "cached plan" in str(context.original_exception):
            context.is_disconnect = True


def _keep_alive(opened: socket.socket) -> None:
    """Notice a machine that vanishes without a word, as far as this system can."""
    for name, value in (
        ("TCP_KEEPIDLE", ALIVE_SECONDS),
        ("TCP_KEEPINTVL", ALIVE_SECONDS),
        ("TCP_KEEPCNT", ALIVE_TRIES),
        ("TCP_USER_TIMEOUT", ALIVE_SECONDS * ALIVE_TRIES * 1000),
    ):
        option = getattr(socket, name, None)
        if option is not None and opened.family != getattr(socket, "AF_UNIX", None):
            opened.setsockopt(socket.IPPROTO_TCP, option, value)


def _set_up_mysql(engine: sa.Engine, lock_seconds: int, *, read_only: bool) -> None:
    @sa.event.listens_for(engine, "connect")
    def set_up(connection: DBAPIConnection, _: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("SET time_zone = '+00:00'")
        cursor.execute(f"SET innodb_lock_wait_timeout = {lock_seconds}")
        cursor.execute(f"SET lock_wait_timeout = {lock_seconds}")
        cursor.execute("SET SESSION group_concat_max_len = 4294967295")
        if read_only:
            cursor.execute("SET SESSION TRANSACTION READ ONLY")
        cursor.close()
        # Once in, a question may take its time; the driver has no other way to say so.
        held = vars(connection)
        held.update(_read_timeout=None, _write_timeout=None)
        _keep_alive(held["_sock"])


def _sqlite(address: Address, lock_seconds: int, *, read_only: bool) -> sa.Engine:
    path = address.path
    if path is None:
        raise CannotConnect("no file named", step="address")

    def connect() -> sqlite3.Connection:
        return _connect_sqlite(path, lock_seconds, read_only=read_only)

    engine = sa.create_engine(
        "sqlite://", creator=connect, poolclass=sa.pool.QueuePool, pool_use_lifo=True
    )

    if not on_network_share(path):
        # A share may call the same file by another number each time; there nothing is written.
        _watch_file(engine, path)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # The driver would begin only before the first write; we say when, and how.
        how = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


def _watch_file(engine: sa.Engine, path: Path) -> None:
    """A file that was removed or replaced is not read any further, and not written, where
    nobody else would ever look again."""

    @sa.event.listens_for(engine, "connect")
    def connected(_: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        record.info[_FILE] = _identity(path)

    @sa.event.listens_for(engine, "checkout")
    def check(_: DBAPIConnection, record: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
        if record.info.get(_FILE) != _identity(path):
            raise sa.exc.DisconnectionError("another file, or none")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect_sqlite(path: Path, lock_seconds: int, *, read_only: bool) -> sqlite3.Connection:
    """A connection that never makes a file. A file in WAL mode in a folder one may not write
    to can only be read as it is, which is safe where nobody has it open."""
    mode = "ro" if read_only else "rw"
    uri = f"{file_uri(path.absolute())}?mode={mode}"
    alone = not any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))
    try:
        return _set_up_sqlite(uri, lock_seconds, read_only=read_only)
    except sqlite3.OperationalError as error:
        no_rights = error.sqlite_errorcode & 0xFF in (
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        )
        if not (no_rights and alone and path.is_file()):
            raise
        return _set_up_sqlite(f"{uri}&immutable=1", lock_seconds, read_only=read_only)


def file_uri(path: PurePath) -> str:
    """An absolute path as SQLite's URI: `file:///C:/data/x`, `file:////server/share/x` for a
    share, where the standard form would name a host, which SQLite refuses."""
    posix = path.as_posix()
    return f"file://{quote(posix if posix.startswith('/') else f'/{posix}', safe='/:')}"


def _set_up_sqlite(uri: str, lock_seconds: int, *, read_only: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri, uri=True, timeout=lock_seconds, check_same_thread=False, isolation_level=None
    )
    try:
        connection.execute(f"PRAGMA foreign_keys = {SQLITE_FOREIGN_KEYS}")
        connection.execute(f"PRAGMA cache_size = -{SQLITE_CACHE_KIB}")
        connection.execute(f"PRAGMA threads = {SQLITE_SORTERS}")
        connection.execute("PRAGMA schema_version")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection
