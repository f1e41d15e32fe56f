"""A MariaDB server for tests and benchmarks, from the system's binaries."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pymysql
from pymysql.connections import Connection
from pymysql.cursors import Cursor

from tests.servers.base import Access, Server, ServerUnavailable
from tests.servers.processes import HOST

# A commit still reaches the operating system, so that a killed server has forgotten nothing.
QUICK = {"innodb_flush_log_at_trx_commit": "2", "innodb_doublewrite": "0"}
DURABLE = {"innodb_flush_log_at_trx_commit": "1", "innodb_doublewrite": "1"}
COMMON = {
    "bind_address": HOST,
    "skip_name_resolve": "ON",
    "skip_log_bin": "ON",
    "character_set_server": "utf8mb4",
    "default_time_zone": "+00:00",
    "innodb_buffer_pool_size": "128M",
    # Relative to the data directory: the full path of a socket may be too long.
    "socket": "socket",
    "pid_file": "pid",
}
RIGHTS = {
    Access.READ: "SELECT",
    Access.WRITE: "SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES",
    Access.FULL: "ALL PRIVILEGES",
}
# Where the programs lie that are not on the PATH of every account.
FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/local/libexec")


class MariaDbServer(Server):
    """A MariaDB server; the superuser and every user log in with a password."""

    scheme = "mysql+pymysql"
    superuser = "root"

    def create_database(self, name: str) -> None:
        """Make an empty database, utf8mb4 with the server's usual collation (ignores case)."""
        self._execute(f"CREATE DATABASE {_quoted(name)}")

    def drop_database(self, name: str) -> None:
        """Remove a database with all connections to it, if it exists."""
        self._end_connections("db", name)
        self._execute(f"DROP DATABASE IF EXISTS {_quoted(name)}")

    def create_role(
        self,
        name: str,
        password: str,
        *,
        database: str | None = None,
        access: Access = Access.NONE,
    ) -> None:
        """Make a user that logs in with ``password`` and has ``access`` to ``database``."""
        self._execute("CREATE USER %s@%s IDENTIFIED BY %s", name, HOST, password)
        if database is not None and access is not Access.NONE:
            # In the name of a database to grant on, these two are wildcards.
            pattern = database.replace("_", r"\_").replace("%", r"\%")
            rights = RIGHTS[access]
            self._execute(f"GRANT {rights} ON {_quoted(pattern)}.* TO %s@%s", name, HOST)

    def drop_role(self, name: str) -> None:
        """Remove a user, its connections and its rights, if it exists."""
        self._execute("DROP USER IF EXISTS %s@%s", name, HOST)
        self._end_connections("user", name)

    def _install(self) -> None:
        """Make the data directory, the configuration and the superuser's password."""
        server, install = _program("mariadbd"), _program("mariadb-install-db")
        self._server = server
        (self.directory / "tmp").mkdir()
        self._write_private("my.cnf", self._configuration())
        # Read by the server each time it starts, before it lets anybody in.
        self._write_private(
            "init.sql",
            "DELETE FROM mysql.global_priv WHERE User IN ('', 'root');\n"
            "FLUSH PRIVILEGES;\n"
            f"CREATE OR REPLACE USER root@'{HOST}' IDENTIFIED BY '{self.password}';\n"
            f"GRANT ALL PRIVILEGES ON *.* TO root@'{HOST}' WITH GRANT OPTION;\n",
        )
        data = f"--datadir={self.directory / 'data'}"
        if sys.platform == "win32":
            self._run([install, data])
        else:
            self._run(
                [
                    *(install, "--no-defaults", data, *_as_root()),
                    *("--skip-test-db", "--skip-name-resolve"),
                    # Else it demands that the machine's own name has an address.
                    "--force",
                    "--auth-root-authentication-method=normal",
                ]
            )

    def _configuration(self) -> str:
        """The text of the server's configuration file."""
        settings = COMMON | (DURABLE if self.durable else QUICK)
        settings["tmpdir"] = (self.directory / "tmp").as_posix()
        if self._certificates is not None:
            settings |= {
                "ssl_ca": self._certificates.ca_file.as_posix(),
                "ssl_cert": self._certificates.certificate_file.as_posix(),
                "ssl_key": self._certificates.key_file.as_posix(),
                "require_secure_transport": "ON",
            }
        lines = (f"{key} = {value}\n" for key, value in (settings | self.settings).items())
        return "[mariadbd]\n" + "".join(lines)

    def _environment(self) -> dict[str, str]:
        """Ours, with a place for temporary tables: who starts removes all that lie in its own."""
        return super()._environment() | {"TMPDIR": str(self.directory / "tmp")}

    def _command(self) -> Sequence[str]:
        return [
            self._server,
            f"--defaults-file={self.directory / 'my.cnf'}",
            f"--datadir={self.directory / 'data'}",
            f"--init-file={self.directory / 'init.sql'}",
            f"--port={self.port}",
            *_as_root(),
        ]

    def _answers(self) -> bool:
        try:
            self._connect().close()
        except pymysql.err.OperationalError:
            return False
        return True

    def _shut_down(self) -> None:
        self._execute("SHUTDOWN")

    def _connect(self) -> "Connection[Cursor]":
        """The superuser's connection in which every statement commits."""
        tls = {"ca": str(self.ca_file), "check_hostname": False} if self._certificates else None
        return pymysql.connect(
            host=HOST,
            port=self.port,
            user=self.superuser,
            password=self.password,
            ssl=tls,
            connect_timeout=5,
            autocommit=True,
        )

    def _execute(self, statement: str, *values: str) -> tuple[tuple[Any, ...], ...]:
        with self._connect() as connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()

    def _end_connections(self, column: str, value: str) -> None:
        """End the connections of a user or to a database; they would block what follows."""
        query = f"SELECT id FROM information_schema.processlist WHERE {column} = %s"
        for (number,) in self._execute(query, value):
            try:
                self._execute(f"KILL {int(number)}")
            except pymysql.err.OperationalError as error:
                if error.args[0] != pymysql.constants.ER.NO_SUCH_THREAD:
                    raise

    def _write_private(self, name: str, text: str) -> None:
        """Write a file that nobody else can read; it may hold the password."""
        path = self.directory / name
        path.touch(mode=0o600)
        path.write_text(text, "utf-8")


def _program(name: str) -> str:
    """The full path of one of MariaDB's programs. Raises ServerUnavailable."""
    windows = sorted(Path(r"C:\Program Files").glob("MariaDB */bin"), reverse=True)
    folders = [os.environ.get("PATH", ""), *FOLDERS, *map(str, windows)]
    path = shutil.which(name, path=os.pathsep.join(folders))
    if path is None:
        raise ServerUnavailable(
            f"no {name}: install MariaDB's server (Debian: mariadb-server-core)"
        )
    return path


def _as_root() -> list[str]:
    """What MariaDB wants to hear before it runs as root."""
    return ["--user=root"] if sys.platform != "win32" and os.geteuid() == 0 else []


def _quoted(name: str) -> str:
    return "`{}`".format(name.replace("`", "``"))
