"""Whom one is not connected to, and why: every failure by its name, with what was found."""

import contextlib
import os
import socket
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_admin.sources.base import (
    CannotConnect,
    ConnectionLost,
    NotAsExpected,
    ReadOnly,
    ReadOnlyReason,
    Refused,
    SaleQuery,
    SourceError,
    SourceKind,
)
from desktop_admin.sources.sql import engine as engine_module
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Bench, Desk
from tests.contract.changes import attach
from tests.contract.fixtures import only_servers, only_sqlite
from tests.servers import Access, Server
from tests.servers.processes import free_port
from tests.shops import make_shop

_ALL = SaleQuery()
PASSWORDS = ("Kin€ 2026 – pässwörd", "日本語のパスワード", "p@ss:w/o?r#d%20'\"\\")


@pytest.fixture
def server(bench: Bench) -> Server:
    assert bench.server is not None
    return bench.server


def test_another_database_is_not_taken_for_a_shop(empty_url: str) -> None:
    engine = sa.create_engine(empty_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE inventory_vente (id INTEGER, note VARCHAR(10))")
        connection.exec_driver_sql("CREATE TABLE recipes (id INTEGER)")
    engine.dispose()
    with pytest.raises(NotAsExpected) as refused:
        open_sql(empty_url)
    facts = refused.value.facts
    assert "inventory_boutique" in str(facts["expected"])
    assert "inventory_vente.boutique_id" in str(facts["expected"])
    assert facts["found"] == ("inventory_vente", "recipes")


def test_an_empty_database_is_not_a_shop(empty_url: str) -> None:
    with pytest.raises(NotAsExpected) as refused:
        open_sql(empty_url)
    assert refused.value.facts["found"] == ()


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "oracle://host/db", "sqlite://", "postgresql://host", "mysql://host/db?x=1"],
)
def test_what_is_no_address_is_said_so(text: str) -> None:
    with pytest.raises(CannotConnect) as failure:
        open_sql(text)
    assert failure.value.facts["step"] == "address"


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for path in (tmp_path / "none.sqlite3", tmp_path / "no" / "folder.sqlite3", tmp_path):
        for read_only in (False, True):
            with pytest.raises(CannotConnect) as failure:
                open_sql(f"sqlite:///{path}", read_only=read_only)
            assert failure.value.facts["step"] == "file"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"%PDF-1.4 no database at all", b"SQLite format 3\0" * 64])
def test_a_file_that_is_no_database_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "facture.sqlite3"
    path.write_bytes(content * 100)
    with pytest.raises(NotAsExpected):
        open_sql(f"sqlite:///{path}")
    assert path.read_bytes() == content * 100


def test_a_path_with_every_kind_of_character_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "Épicerie 50% #1 ? & 'O' 😀"
    folder.mkdir()
    path = folder / "vente%20s.sqlite3"
    engine = sa.create_engine("sqlite://", creator=lambda: sqlite3.connect(path))
    with engine.begin() as connection:
        make_shop(connection)
    engine.dispose()
    source = open_sql(sa.URL.create("sqlite", database=str(path)).render_as_string())
    assert source.info().place == str(path)
    source.close()


@only_servers
def test_nobody_listens(server: Server) -> None:
    with pytest.raises(CannotConnect) as failure:
        open_sql(server.url("any").replace(f":{server.port}/", f":{free_port()}/"))
    assert failure.value.facts["step"] == "port"
    assert server.password not in failure.value.detail


@only_servers
def test_something_else_listens(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(5)
        port = other.getsockname()[1]

        def hang_up() -> None:
            peer, _ = other.accept()
            peer.close()

        thread = Thread(target=hang_up)
        thread.start()
        with pytest.raises(CannotConnect):
            open_sql(server.url("any").replace(f":{server.port}/", f":{port}/"))
        thread.join()


@only_servers
def test_no_such_machine(server: Server) -> None:
    with pytest.raises(CannotConnect) as failure:
        open_sql(server.url("any").replace("127.0.0.1", "no-such-machine.invalid"))
    assert failure.value.facts["step"] == "address"


@only_servers
def test_wrong_password_and_unknown_user(server: Server) -> None:
    for user, password in ((server.superuser, "wrong"), ("nobody", "pw"), (server.superuser, "")):
        with pytest.raises(Refused) as refused:
            open_sql(server.url("postgres", user=user, password=password))
        assert refused.value.facts["step"] == "login"
        assert "wrong" not in refused.value.detail


@only_servers
def test_no_such_database(server: Server) -> None:
    with pytest.raises(Refused) as refused:
        open_sql(server.url("no_such_database"))
    assert refused.value.facts["step"] == "database"


@only_servers
def test_a_password_may_hold_any_character(newest_desk: Desk, server: Server) -> None:
    database = sa.make_url(newest_desk.url).database or ""
    for password in PASSWORDS:
        server.create_role("clerk", password, database=database, access=Access.READ)
        try:
            for url, given in (
                (server.url(database, user="clerk", password=password), None),
                (server.url(database, user="clerk", password="wrong"), password),
            ):
                source = open_sql(url, password=given)
                assert len(source.terminals()) == 5
                assert password not in source.info().place
                source.close()
        finally:
            server.drop_role("clerk")


@only_servers
def test_something_listens_and_says_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    # PostgreSQL's client knows no less than two seconds.
    seconds = 0.3 if server.scheme.startswith("mysql") else 2
    monkeypatch.setattr(engine_module, "CONNECT_SECONDS", seconds)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        begun = time.perf_counter()
        with pytest.raises(CannotConnect) as failure:
            open_sql(server.url("any").replace(f":{server.port}/", f":{port}/"))
    assert failure.value.facts["step"] == "port"
    assert time.perf_counter() - begun < seconds + 2


@only_servers
def test_a_question_may_take_longer_than_getting_in(
    newest_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "CONNECT_SECONDS", 1)
    source = newest_desk.open()
    slow = "pg_sleep(1.2)" if source.info().kind is SourceKind.POSTGRESQL else "sleep(1.2)"
    with source._engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT {slow}")
    source.close()


@only_servers
def test_a_machine_that_vanishes_is_noticed_by_who_waits(newest_desk: Desk) -> None:
    source = newest_desk.open()
    with source._engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        opened = socket.socket(fileno=os.dup(getattr(driver, "_sock", driver).fileno()))
        with opened:
            assert opened.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            if hasattr(socket, "TCP_KEEPIDLE"):
                assert opened.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 10
    source.close()


@only_servers
def test_a_column_that_is_widened_meanwhile_costs_one_question(url: str, bench: Bench) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        shop.sale(terminal=shop.terminal(boutique=shop.boutique()))
        shop.settle()
    source = open_sql(url)
    for _ in range(8):
        assert source.sales([1])[0] is not None
    if bench.name == "postgresql":
        statement = "ALTER TABLE inventory_vente ALTER COLUMN numero_facture TYPE VARCHAR(150)"
    else:
        statement = "ALTER TABLE inventory_vente MODIFY numero_facture VARCHAR(150) NOT NULL"
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
    with contextlib.suppress(ConnectionLost):
        source.sales([1])
    assert source.sales([1])[0] is not None
    source.close()


@only_servers
def test_a_login_that_may_only_read_is_said_to_be_one(newest_desk: Desk, server: Server) -> None:
    database = sa.make_url(newest_desk.url).database or ""
    before = newest_desk.snapshot()
    for access, reason in ((Access.READ, ReadOnlyReason.RIGHTS), (Access.WRITE, None)):
        server.create_role("clerk", "pw", database=database, access=access)
        try:
            source = open_sql(server.url(database, user="clerk", password="pw"))
            assert source.info().read_only is reason
            source.close()
        finally:
            server.drop_role("clerk")
    assert newest_desk.snapshot() == before


@only_servers
def test_a_right_that_is_given_while_one_looks_is_noticed(
    newest_desk: Desk, server: Server
) -> None:
    database = sa.make_url(newest_desk.url).database or ""
    server.create_role("clerk", "pw", database=database, access=Access.READ)
    try:
        source = open_sql(server.url(database, user="clerk", password="pw"))
        assert source.info().read_only is ReadOnlyReason.RIGHTS
        server.drop_role("clerk")
        server.create_role("clerk", "pw", database=database, access=Access.WRITE)
        assert source.info().read_only is None
        source.close()
    finally:
        server.drop_role("clerk")


@only_servers
def test_a_table_somebody_holds_does_not_keep_one_out(newest_desk: Desk) -> None:
    source = newest_desk.open()
    with newest_desk.engine.connect() as other:
        if other.dialect.name == "postgresql":
            other.exec_driver_sql("LOCK TABLE inventory_vente IN SHARE MODE")
        else:
            other.exec_driver_sql("LOCK TABLES inventory_vente READ")
        assert source.info().read_only is None
        other.rollback()
        if other.dialect.name != "postgresql":
            other.exec_driver_sql("UNLOCK TABLES")
    source.close()


@only_servers
def test_a_server_that_takes_no_changes_is_said_to_be_one(newest_desk: Desk) -> None:
    """As a standby server answers."""
    setting = (
        "ALTER DATABASE {0} SET default_transaction_read_only = {1}"
        if newest_desk.engine.dialect.name == "postgresql"
        else "SET GLOBAL read_only = {1}"
    )
    database = sa.make_url(newest_desk.url).database
    engine = sa.create_engine(newest_desk.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as admin:
        if admin.dialect.name == "postgresql":
            admin.exec_driver_sql("SET default_transaction_read_only = off")
        try:
            admin.exec_driver_sql(setting.format(database, "on"))
            source = newest_desk.open()
            assert source.info().read_only is ReadOnlyReason.SERVER
            with pytest.raises(ReadOnly):
                source.apply(attach(newest_desk))
            source.close()
        finally:
            admin.exec_driver_sql(setting.format(database, "off"))
    engine.dispose()


WRITES = (
    "UPDATE inventory_vente SET boutique_id = 2",
    "DELETE FROM inventory_vente",
    "CREATE TABLE intruder (id INTEGER)",
    "DROP TABLE inventory_vente",
)


def test_read_only_is_a_property_of_the_session(desk: Desk) -> None:
    before = desk.snapshot()
    source = desk.open(read_only=True)
    info = source.info()
    assert info.prepared
    assert info.read_only is ReadOnlyReason.CHOSEN
    assert source.sale_lines(source.sale_ids(_ALL))
    assert source.check_journal().entries == 0
    for refused in (lambda: source.apply(attach(desk)), source.prepare):
        with pytest.raises(ReadOnly) as error:
            refused()
        assert error.value.facts["reason"] is ReadOnlyReason.CHOSEN
    for statement in WRITES:
        with source._engine.connect() as connection, pytest.raises(sa.exc.DBAPIError):
            connection.exec_driver_sql(statement)
    assert desk.snapshot() == before
    source.close()


# The child leaves this program behind at once: no other thread's lock is waited for.
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@only_sqlite
def test_a_file_without_write_rights_is_read(bench: Bench) -> None:
    if sys.platform == "win32":
        pytest.skip("rights of another kind")
    # Not the test's own folder: nobody else may enter it.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "shop.sqlite3"
        path.touch()
        desk = Desk(f"sqlite:///{path}")
        for mode in ("delete", "wal"):
            folder.chmod(0o755)
            path.chmod(0o644)
            desk.execute(f"PRAGMA journal_mode = {mode}")
            desk.close()
            path.chmod(0o444)
            folder.chmod(0o555)
            assert _as_nobody(lambda: _look(path)) == "file_rights ReadOnly"
        folder.chmod(0o755)


def _look(path: Path) -> str:
    source = open_sql(f"sqlite:///{path}")
    reason = source.info().read_only
    assert len(source.sale_ids(_ALL)) > 10
    try:
        source.prepare()
        said = "written"
    except SourceError as error:
        said = type(error).__name__
    return f"{reason} {said}"


def _as_nobody(task: Callable[[], str]) -> str:
    """What `task` answers where the system's rights count: root has them all."""
    if os.geteuid() != 0:
        return task()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgid(65534)
            os.setuid(65534)
            os.write(writer, task().encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer


def test_a_file_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    path.touch()
    desk = Desk(f"sqlite:///{path}")
    assert desk.source.sales([desk.market.attributed])[0] is not None
    copy = tmp_path / "copy.sqlite3"
    copy.write_bytes(path.read_bytes())
    path.unlink()
    for ask in (desk.source.terminals, lambda: desk.source.apply(attach(desk))):
        with pytest.raises(CannotConnect) as failure:
            ask()
        assert failure.value.facts["step"] == "file"
    copy.rename(path)
    desk.engine.dispose()
    assert desk.source.apply(attach(desk)).applied
    with closing(desk.open()) as other:
        assert other.check_journal().entries == 1
    desk.close()
