"""The way to a database, step by step: the one that fails has its name, the rest its figures."""

import contextlib
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.sources.base import (
    Cancelled,
    CannotConnect,
    NotAsExpected,
    Progress,
    ReadOnlyReason,
    Refused,
    SourceKind,
)
from desktop_admin.sources.examination import Examination, Step, StepState
from desktop_admin.sources.sql import examining, tables
from desktop_admin.sources.sql.engine import make_engine
from desktop_admin.sources.sql.errors import translate
from desktop_admin.sources.sql.examining import examine
from tests.contract.bench import Bench, Desk, in_wal_mode
from tests.contract.fixtures import only_servers, only_sqlite
from tests.contract.market import NOW
from tests.servers import Access, MariaDbServer, PostgresServer, Server
from tests.servers.certificates import make_certificates
from tests.servers.fixtures import start_or_skip
from tests.servers.processes import free_port
from tests.shops import NOON, make_shop

OK, FAILED, WARNED = StepState.OK, StepState.FAILED, StepState.WARNED
SERVERS = {"postgresql": PostgresServer, "mariadb": MariaDbServer}


@pytest.fixture
def server(bench: Bench) -> Server:
    assert bench.server is not None
    return bench.server


def look(url: str, **options: Any) -> Examination:
    return examine(url, **{"clock": frozen_clock(NOW)} | options)


def must_fail(found: Examination, step: Step) -> Examination:
    """It failed there: what comes before went well, what comes after was not reached."""
    assert found.failed is step, found
    assert found.error is not None
    names = [one for one, _ in found.steps]
    states = [state for _, state in found.steps]
    place = names.index(step)
    assert FAILED not in states[:place]
    assert StepState.NOT_REACHED not in states[:place]
    assert set(states[place + 1 :]) <= {StepState.NOT_REACHED}
    return found


def test_a_prepared_shop_passes_every_step_and_is_counted(desk: Desk) -> None:
    found = look(desk.url)
    assert found.failed is None
    assert found.error is None
    assert {state for _, state in found.steps} == {OK}
    assert (found.prepared, found.read_only, found.may_prepare) == (True, None, True)
    assert found.counts is not None
    depots = desk.value("inventory_boutique", "count(*)", desk.market.depot)
    boutiques = desk.execute("SELECT count(*) FROM inventory_boutique")[0][0]
    assert found.counts.boutiques <= boutiques - depots
    assert found.counts.terminals == desk.execute("SELECT count(*) FROM inventory_client")[0][0]
    assert found.counts.sales == desk.execute("SELECT count(*) FROM inventory_vente")[0][0]
    orphans = "SELECT count(*) FROM inventory_vente WHERE boutique_id IS NULL"
    assert found.counts.orphans == desk.execute(orphans)[0][0]
    assert found.counts.last_sale is not None
    assert found.counts.last_sale.tzinfo is not None
    assert found.engine == desk.source.info().engine
    assert found.local
    if found.kind is SourceKind.SQLITE:
        assert found.reached_ms is None
        assert [step for step, _ in found.steps] == [
            Step.FILE,
            Step.SCHEMA,
            Step.RIGHTS,
            Step.PREPARED,
        ]
    else:
        assert found.reached_ms is not None
        assert found.reached_ms >= 0
        assert Step.FILE not in dict(found.steps)


def test_nothing_is_written_on_the_way(desk: Desk) -> None:
    before = desk.snapshot()
    names = set(sa.inspect(desk.engine).get_table_names())
    look(desk.url)
    assert desk.snapshot() == before
    assert set(sa.inspect(desk.engine).get_table_names()) == names


def test_a_shop_of_the_oldest_schema_is_counted_too(oldest_desk: Desk) -> None:
    found = look(oldest_desk.url)
    assert found.failed is None
    assert found.counts is not None
    assert found.counts.sales > 10


def test_reading_only_is_said(desk: Desk) -> None:
    found = look(desk.url, read_only=True)
    assert found.failed is None
    assert found.state(Step.RIGHTS) is WARNED
    assert found.read_only is ReadOnlyReason.CHOSEN


def test_an_unprepared_shop_is_said_so_and_stays_so(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        make_shop(connection).boutique()
    found = look(url)
    assert found.failed is None
    assert found.state(Step.RIGHTS) is OK
    assert found.state(Step.PREPARED) is WARNED
    assert found.read_only is ReadOnlyReason.NOT_PREPARED
    assert (found.prepared, found.may_prepare) == (False, True)
    assert found.counts is not None
    assert (found.counts.boutiques, found.counts.last_sale) == (1, None)
    assert not set(tables.metadata.tables) & set(sa.inspect(engine).get_table_names())
    engine.dispose()


def test_another_database_is_not_a_shop(empty_url: str) -> None:
    engine = sa.create_engine(empty_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE recipes (id INTEGER)")
    engine.dispose()
    found = must_fail(look(empty_url), Step.SCHEMA)
    assert isinstance(found.error, NotAsExpected)
    assert found.error.facts["found"] == ("recipes",)


def test_it_can_be_cancelled_between_two_steps(desk: Desk) -> None:
    steps = []

    def cancel(progress: Progress) -> None:
        steps.append(progress.done)
        if progress.done >= 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        look(desk.url, report=cancel)
    assert steps[0] == 0


@pytest.mark.parametrize("text", ["", "nonsense", "oracle://host/db", "postgresql://host"])
def test_what_is_no_address_is_said_so(text: str) -> None:
    assert must_fail(look(text), Step.ADDRESS).kind is None


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.sqlite3", tmp_path / "no" / "folder.sqlite3", tmp_path):
        found = must_fail(look(f"sqlite:///{path}"), Step.FILE)
        assert isinstance(found.error, CannotConnect)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "facture.sqlite3"
    path.write_bytes(b"%PDF-1.4 no database at all" * 100)
    found = must_fail(look(f"sqlite:///{path}"), Step.FILE)
    assert isinstance(found.error, NotAsExpected)


@only_sqlite
def test_a_damaged_file(url: str, tmp_path: Path) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        till = shop.terminal(boutique=shop.boutique())
        for _ in range(300):
            shop.sale(terminal=till)
        shop.settle()
        page = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    engine.dispose()
    whole = Path(sa.make_url(url).database or "").read_bytes()
    path = tmp_path / "damaged.sqlite3"
    path.write_bytes(whole[:page] + b"\x07" * (len(whole) - page))
    found = must_fail(look(f"sqlite:///{path}"), Step.FILE)
    assert found.error is not None
    assert found.error.facts["step"] == "damaged"


@only_sqlite
def test_a_file_that_somebody_else_holds(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sa.make_url(desk.url).database
    assert path
    desk.source._engine.dispose()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(examining, "make_engine", _impatient)
        must_fail(look(desk.url), Step.FILE)


def _impatient(*arguments: Any, **options: Any) -> sa.Engine:
    return make_engine(*arguments, **options, lock_seconds=1)


@only_sqlite
def test_a_file_on_a_network_share_is_only_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "on_network_share", lambda _: True)
    found = look(desk.url)
    assert found.failed is None
    assert found.read_only is ReadOnlyReason.NETWORK_SHARE
    assert found.state(Step.RIGHTS) is WARNED
    assert found.may_prepare is False


@only_sqlite
def test_a_file_one_may_not_write_to_is_only_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_admin.sources.sql.source.os.access", lambda *_: False)
    found = look(desk.url)
    assert found.read_only is ReadOnlyReason.FILE_RIGHTS
    assert found.state(Step.RIGHTS) is WARNED


@only_sqlite
def test_a_server_that_sells_just_now_is_noticed(newest_desk: Desk) -> None:
    with in_wal_mode(newest_desk):
        last = look(newest_desk.url).counts
        assert last is not None
        assert last.last_sale is not None
        soon = last.last_sale + timedelta(minutes=5)
        assert look(newest_desk.url, clock=frozen_clock(soon)).server_may_be_running
        later = last.last_sale + timedelta(hours=5)
        assert not look(newest_desk.url, clock=frozen_clock(later)).server_may_be_running


@only_servers
def test_no_such_machine(server: Server) -> None:
    for name in ("no-such-machine.invalid", "a" * 70, "two..dots"):
        url = server.url("any").replace("127.0.0.1", name)
        assert not must_fail(look(url), Step.ADDRESS).local


@only_servers
def test_nobody_listens(server: Server) -> None:
    url = server.url("any").replace(f":{server.port}/", f":{free_port()}/")
    found = must_fail(look(url), Step.PORT)
    assert found.error is not None
    assert server.password not in found.error.detail


@only_servers
@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"], ids=["none", "web"])
def test_something_else_listens(server: Server, answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(5)

        def hang_up() -> None:
            with contextlib.suppress(OSError):
                while True:
                    with other.accept()[0] as caller:
                        caller.sendall(answer)

        thread = Thread(target=hang_up)
        thread.start()
        port = other.getsockname()[1]
        url = server.url("any").replace(f":{server.port}/", f":{port}/")
        found = look(url)
        other.close()
        thread.join()
    must_fail(found, Step.PORT)
    assert found.reached_ms is not None


@only_servers
def test_something_listens_and_says_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "CONNECT_SECONDS", 0.2)
    monkeypatch.setattr("desktop_admin.sources.sql.engine.CONNECT_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        must_fail(look(server.url("any").replace(f":{server.port}/", f":{port}/")), Step.PORT)


@only_servers
def test_a_wrong_login_is_the_login_and_no_password_is_told(server: Server) -> None:
    for user, password in ((server.superuser, "wr0ng"), ("nobody", "pw"), (server.superuser, "")):
        found = must_fail(look(server.url("postgres", user=user), password=password), Step.LOGIN)
        assert isinstance(found.error, Refused)
        assert found.reached_ms is not None
        assert "wr0ng" not in found.error.detail


@only_servers
def test_no_such_database(server: Server) -> None:
    must_fail(look(server.url("no_such_database")), Step.DATABASE)


@only_servers
def test_a_login_without_any_right_does_not_come_in(newest_desk: Desk, server: Server) -> None:
    database = sa.make_url(newest_desk.url).database or ""
    server.create_role("clerk", "pw", database=database, access=Access.NONE)
    try:
        found = look(server.url(database, user="clerk"), password="pw")
        # PostgreSQL lets everybody in, and shows nothing; the others shut the door.
        assert found.failed in (Step.DATABASE, Step.RIGHTS)
        assert found.error is not None
        assert found.error.facts["step"] == "rights"
    finally:
        server.drop_role("clerk")


@pytest.fixture
def bare(url: str) -> str:
    """A shop that is not prepared."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        shop.sale(terminal=shop.terminal(boutique=shop.boutique()), sold_at=NOON)
        shop.settle()
    engine.dispose()
    return url


@only_servers
def test_a_table_that_may_not_be_read_is_a_matter_of_rights(bare: str, server: Server) -> None:
    database = sa.make_url(bare).database or ""
    server.create_role("clerk", "pw", database=database, access=Access.NONE)
    engine = sa.create_engine(bare)
    to = "clerk" if engine.dialect.name == "postgresql" else "clerk@127.0.0.1"
    try:
        with engine.begin() as connection:
            for name in sa.inspect(connection).get_table_names():
                if name != "inventory_vente":
                    connection.exec_driver_sql(f"GRANT SELECT ON {name} TO {to}")
        found = must_fail(look(server.url(database, user="clerk"), password="pw"), Step.RIGHTS)
        assert found.error is not None
        assert found.error.facts["tables"] == ("inventory_vente",)
    finally:
        engine.dispose()
        server.drop_role("clerk")


@only_servers
@pytest.mark.parametrize("access", [Access.READ, Access.WRITE, Access.FULL])
def test_what_a_login_may_do_is_known_beforehand(bare: str, server: Server, access: Access) -> None:
    database = sa.make_url(bare).database or ""
    server.create_role("clerk", "pw", database=database, access=access)
    try:
        found = look(server.url(database, user="clerk"), password="pw")
        assert found.failed is None
        assert found.state(Step.PREPARED) is WARNED
        if access is Access.READ:
            assert found.state(Step.RIGHTS) is WARNED
            assert found.read_only is ReadOnlyReason.RIGHTS
        else:
            assert found.state(Step.RIGHTS) is OK
            assert found.read_only is ReadOnlyReason.NOT_PREPARED
        assert found.may_prepare is (access is Access.FULL)
        if access is Access.WRITE:
            engine = sa.create_engine(bare)
            with engine.begin() as connection:
                tables.prepare(connection)
            engine.dispose()
            assert look(server.url(database, user="clerk"), password="pw").read_only is None
    finally:
        server.drop_role("clerk")


@pytest.fixture(scope="module", params=list(SERVERS))
def tls_server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server that lets nobody in without TLS; its certificate is good for `localhost` alone."""
    with ExitStack() as stack:
        made = SERVERS[request.param](tls=True, certificate_names=["localhost"])
        running = start_or_skip(stack, made)
        running.create_database("shop")
        yield running


def test_what_is_encrypted_has_its_version(tls_server: Server) -> None:
    url = tls_server.url("shop").replace("127.0.0.1", "localhost")
    found = must_fail(look(url, ca_file=tls_server.ca_file), Step.SCHEMA)
    assert found.tls is not None
    assert found.tls.startswith("TLSv1.")
    assert found.state(Step.TLS) is OK


def test_a_certificate_that_does_not_fit_is_tls(tls_server: Server, tmp_path: Path) -> None:
    url = tls_server.url("shop")
    stranger = make_certificates(tmp_path, ["localhost"]).ca_file
    for address, authority in (
        (url, tls_server.ca_file),
        (url.replace("127.0.0.1", "localhost"), stranger),
    ):
        must_fail(look(address, ca_file=authority), Step.TLS)


def test_a_file_without_a_certificate_is_tls(tls_server: Server, tmp_path: Path) -> None:
    nonsense = tmp_path / "holiday.pem"
    nonsense.write_text("no certificate")
    for path in (nonsense, tmp_path / "none.pem", tmp_path):
        found = must_fail(look(tls_server.url("shop"), ca_file=path), Step.TLS)
        assert found.error is not None
        assert found.error.facts["ca_file"] == str(path)


def test_without_encryption_such_a_server_refuses(tls_server: Server) -> None:
    found = look(f"{tls_server.url('shop')}?tls=off")
    assert found.failed in (Step.TLS, Step.LOGIN)


@only_servers
def test_a_server_without_tls_is_refused_where_it_is_wanted(server: Server, tmp_path: Path) -> None:
    authority = make_certificates(tmp_path, ["localhost"]).ca_file
    must_fail(look(server.url("any"), ca_file=authority), Step.TLS)


@only_servers
def test_what_is_not_encrypted_on_the_network_is_warned_of(
    newest_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "is_loopback", lambda _: False)
    found = look(f"{newest_desk.url}?tls=off")
    assert found.tls == ""
    assert found.state(Step.TLS) is WARNED
    assert found.failed is None


@pytest.mark.parametrize(
    "text",
    [
        "FATAL:  the database system is starting up",
        "FATAL:  le système de bases de données est en cours de démarrage",
        "FATAL:  the database system is in recovery mode",
        "FATAL:  the database system is not yet accepting connections",
        "FATAL:  the database system is shutting down",
    ],
)
def test_a_server_that_is_not_ready_is_not_taken_for_a_wrong_database(text: str) -> None:
    error = sa.exc.OperationalError("", {}, Exception(text))
    assert isinstance(translate(error, connecting=True), CannotConnect)


@pytest.mark.parametrize(
    "text",
    [
        "FATAL:  sorry, too many clients already",
        "FATAL:  désolé, trop de clients sont déjà connectés",
        "FATAL:  remaining connection slots are reserved for superuser connections",
    ],
)
def test_a_server_that_is_full_is_said_so(text: str) -> None:
    error = sa.exc.OperationalError("", {}, Exception(text))
    assert translate(error, connecting=True).facts["step"] == "connections"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("FATAL:  authentification par mot de passe échouée pour l'utilisateur « x »", "login"),
        ("FATAL:  le rôle « x » n'existe pas", "login"),
        ("FATAL:  la base de données « x » n'existe pas", "database"),
        ("FATAL:  droit refusé pour la base de données « x »", "rights"),
        ('FATAL:  permission denied for database "x"', "rights"),
        ('FATAL:  no pg_hba.conf entry for host "1", user "u", database "d", SSL on', "host"),
        ('FATAL:  no pg_hba.conf entry for host "1", user "u", no encryption', "tls"),
    ],
)
def test_a_server_may_say_no_in_french(text: str, step: str) -> None:
    error = sa.exc.OperationalError("", {}, Exception(text))
    refused = translate(error, connecting=True)
    assert isinstance(refused, Refused)
    assert refused.facts["step"] == step
