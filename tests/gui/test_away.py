"""The database goes away, or changes, while one works: said in words, nothing lost, and back."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication, QFrame, QLabel
from pytestqt.qtbot import QtBot

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Field,
    Operator,
    Outcome,
    new_id,
)
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import Parts
from desktop_admin.gui.repair.screen import RepairScreen
from desktop_admin.gui.session import State
from desktop_admin.gui.widgets.question import Question
from desktop_admin.gui.widgets.table_screen import TableScreen
from desktop_admin.sources.base import (
    ConnectionLost,
    Marker,
    Progress,
    ReadOnlyReason,
    Report,
    Step,
)
from desktop_admin.sources.sql import source as source_module
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.conftest import ExpectLog
from tests.gui.fakes import NOW
from tests.gui.windows import child, go, label_text, rested, texts, window_over
from tests.servers import Access, PostgresServer
from tests.servers.fixtures import start_or_skip
from tests.shops import make_shop

OPERATOR = Operator("mbuyi", "PC-1")
SALES = 4


@dataclass(frozen=True)
class Real:
    """A small prepared shop on a real engine: a terminal at Kin Centre, one that works nowhere."""

    url: str
    kin: int
    till: int
    loose: int

    def open(self, url: str = "") -> SqlSource:
        return open_sql(url or self.url, clock=frozen_clock(NOW), lock_seconds=1)

    def place(self) -> int | None:
        """Where the terminal without a boutique works now."""
        found: int | None = self.execute(
            f"SELECT boutique_id FROM inventory_client WHERE id = {self.loose}"
        )[0][0]
        return found

    def execute(self, *statements: str) -> Any:
        """What somebody else does meanwhile; answers what the last of them did."""
        engine = sa.create_engine(self.url, poolclass=sa.NullPool)
        rows: Any = []
        with engine.begin() as connection:
            for statement in statements:
                result = connection.exec_driver_sql(statement)
                rows = result.all() if result.returns_rows else []
        return rows

    def assign(self) -> ChangeSet:
        """The loose terminal goes to Kin Centre."""
        change = Change(Entity.TERMINAL, self.loose, Field.BOUTIQUE, None, self.kin)
        return ChangeSet(new_id(), ChangeKind.ASSIGN, OPERATOR, (change,))


def make(url: str) -> Real:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        kin = shop.boutique("Kin Centre")
        till, loose = shop.terminal(boutique=kin), shop.terminal(boutique=None)
        for number in range(SALES):
            shop.sale(terminal=till, boutique=kin if number else None)
        shop.settle()
        tables.prepare(connection)
    engine.dispose()
    return Real(url, kin, till, loose)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop.sqlite3"


@pytest.fixture
def shop(file: Path) -> Real:
    return make(f"sqlite:///{file}")


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """One of these tests' own: it is killed."""
    with ExitStack() as stack:
        running = start_or_skip(stack, PostgresServer())
        running.create_database("shop")
        yield running


@pytest.fixture(scope="module")
def served_once(server: PostgresServer) -> Real:
    return make(server.url("shop"))


@pytest.fixture
def served(server: PostgresServer, served_once: Real) -> Iterator[Real]:
    """The shop on a server; it is put back."""
    yield served_once
    if not server.running:
        server.restart()
    served_once.execute(
        f"UPDATE inventory_client SET boutique_id = NULL WHERE id = {served_once.loose}",
        "UPDATE inventory_vente SET boutique_id = NULL WHERE id ="
        " (SELECT min(id) FROM inventory_vente)",
    )


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Within it, somebody else has the file for himself."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def done(_: Outcome) -> str:
    return "Terminal assigné."


def apply(qtbot: QtBot, parts: Parts, shop: Real) -> list[Outcome | None]:
    """Assign the loose terminal, and wait for the end of it."""
    ends: list[Outcome | None] = []
    parts.context.changes.apply(shop.assign(), done, ends.append)
    qtbot.waitUntil(lambda: not parts.context.changes.working)
    return ends


def said(parts: Parts) -> str:
    """What the message over the screens says; no technical word is in it."""
    return plain(parts.window.toast.text.text())


def warned(screen: TableScreen) -> str:
    """What stands over the rows; empty where nothing does."""
    if not child(screen, QFrame, "banner").isVisible():
        return ""
    return plain(label_text(screen, "banner_text"))


def plain(text: str) -> str:
    for technical in ("sqlite", "psycopg", "Traceback", "inventory_", "desktop_admin_", "Error"):
        assert technical not in text
    return text


def refresh(qtbot: QtBot, parts: Parts) -> None:
    parts.window.refresh()
    rested(qtbot, parts, looks=8)


def strip(parts: Parts) -> QFrame:
    return child(parts.window, QFrame, "lost")


def is_open(parts: Parts) -> bool:
    return parts.context.session.state is State.OPEN


# A file that somebody else holds.
def test_a_held_file_is_busy_and_its_rows_stay(
    qtbot: QtBot, shop: Real, file: Path, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Busy: database is locked")
    with window_over(qtbot, shop.open) as parts:
        for place in ("assignment", "sales"):
            screen = go(qtbot, parts, place)
            rows = texts(screen, 1)
            assert rows
            with held(file):
                refresh(qtbot, parts)
                assert warned(screen).startswith("La base de données est occupée")
                assert "Attendez un instant" in warned(screen)
                assert texts(screen, 1) == rows
                assert is_open(parts)
            refresh(qtbot, parts)
            assert warned(screen) == ""


def test_a_change_of_a_held_file_is_not_made_and_can_be_made_later(
    qtbot: QtBot, shop: Real, file: Path, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Busy: database is locked")
    with window_over(qtbot, shop.open) as parts:
        go(qtbot, parts, "assignment")
        with held(file):
            assert apply(qtbot, parts, shop) == [None]
            assert said(parts).startswith("La base de données est occupée")
        assert shop.place() is None
        assert apply(qtbot, parts, shop) != [None]
        assert shop.place() == shop.kin


# A file that is moved away.
def test_a_file_that_is_moved_is_missed_and_found_again(
    qtbot: QtBot, shop: Real, file: Path, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*CannotConnect: unable to open")
    elsewhere = file.with_name("elsewhere.sqlite3")
    with window_over(qtbot, shop.open) as parts:
        screen = go(qtbot, parts, "sales")
        rows = texts(screen, 1)
        file.rename(elsewhere)
        refresh(qtbot, parts)
        assert strip(parts).isVisible()
        assert "introuvable" in plain(strip(parts).toolTip())
        assert not parts.context.changes.may_write
        assert texts(screen, 1) == rows
        parts.window.watcher.look()
        rested(qtbot, parts)
        assert strip(parts).isVisible()
        elsewhere.rename(file)
        parts.window.watcher.look()
        qtbot.waitUntil(partial(is_open, parts))
        rested(qtbot, parts)
        assert not strip(parts).isVisible()
        assert apply(qtbot, parts, shop) != [None]
        assert shop.place() == shop.kin


def test_nothing_is_written_into_a_file_that_was_removed_or_replaced(
    qtbot: QtBot, shop: Real, file: Path, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*CannotConnect: unable to open")
    copy = file.with_name("copy.sqlite3")
    copy.write_bytes(file.read_bytes())
    with window_over(qtbot, shop.open) as parts:
        go(qtbot, parts, "sales")
        file.unlink()
        assert apply(qtbot, parts, shop) == [None]
        assert "introuvable" in said(parts)
        qtbot.waitUntil(strip(parts).isVisible)
        copy.rename(file)
        parts.window.watcher.look()
        qtbot.waitUntil(partial(is_open, parts))
        assert apply(qtbot, parts, shop) != [None]
        assert shop.place() == shop.kin


# Tables that are gone.
GONE = {
    "table": (
        "ALTER TABLE inventory_vente RENAME TO inventory_ventes",
        "ALTER TABLE inventory_ventes RENAME TO inventory_vente",
    ),
    "column": (
        "ALTER TABLE inventory_vente RENAME COLUMN mode_paiement TO paiement",
        "ALTER TABLE inventory_vente RENAME COLUMN paiement TO mode_paiement",
    ),
}


@pytest.mark.parametrize("what", list(GONE))
def test_a_table_or_column_that_is_gone_is_said_and_the_rest_works(
    qtbot: QtBot, shop: Real, what: str, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*NotAsExpected: no such")
    away, back = GONE[what]
    with window_over(qtbot, shop.open) as parts:
        screen = go(qtbot, parts, "sales")
        rows = texts(screen, 1)
        shop.execute(away)
        refresh(qtbot, parts)
        assert warned(screen).startswith("La base de données a changé")
        assert texts(screen, 1) == rows
        go(qtbot, parts, "assignment")
        parts.window.search.start()
        parts.window.search.setText("SN0001")
        rested(qtbot, parts)
        assert apply(qtbot, parts, shop) != [None]
        assert shop.place() == shop.kin
        shop.execute(back)
        screen = go(qtbot, parts, "sales")
        refresh(qtbot, parts)
        assert warned(screen) == ""


def test_without_our_journal_nothing_is_changed_and_all_is_read(
    qtbot: QtBot, shop: Real, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*NotPrepared")
    with window_over(qtbot, shop.open) as parts:
        screen = go(qtbot, parts, "sales")
        shop.execute(*(f"DROP TABLE {name}" for name in tables.metadata.tables))
        assert apply(qtbot, parts, shop) == [None]
        assert said(parts).startswith("Cette base n’est pas préparée")
        assert shop.place() is None
        # From now on the window says it beforehand.
        qtbot.waitUntil(lambda: not parts.context.changes.may_write)
        refresh(qtbot, parts)
        assert warned(screen) == ""
        assert screen.shown() == SALES
        with closing(shop.open()) as administrator:
            administrator.prepare()
        refresh(qtbot, parts)
        qtbot.waitUntil(lambda: parts.context.changes.may_write)
        assert apply(qtbot, parts, shop) != [None]


# A server that goes and comes back.
def test_a_server_that_stops_is_said_once_and_comes_back_by_itself(
    qtbot: QtBot,
    server: PostgresServer,
    served: Real,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expect_log("WARNING .*(ConnectionLost|CannotConnect)")
    monkeypatch.setattr("desktop_admin.gui.shell.watcher.RETRY_MS", 100)
    with window_over(qtbot, served.open) as parts:
        rows = {place: texts(go(qtbot, parts, place), 1) for place in ("assignment", "sales")}
        server.kill()
        refresh(qtbot, parts)
        qtbot.waitUntil(strip(parts).isVisible)
        # When what one sees was read.
        assert "12:00" in plain(child(parts.window, QLabel, "lost_text").text())
        for place, known in rows.items():
            screen = go(qtbot, parts, place)
            assert texts(screen, 1) == known
            assert warned(screen) == ""
        assert not parts.window.toast.isVisible()
        assert apply(qtbot, parts, served) == [None]
        assert "connexion" in said(parts)
        server.restart()
        qtbot.waitUntil(partial(is_open, parts))
        for place, known in rows.items():
            assert texts(go(qtbot, parts, place), 1) == known
        assert not strip(parts).isVisible()
        assert apply(qtbot, parts, served) != [None]
        assert served.place() == served.kin


@pytest.mark.parametrize("made", [False, True])
def test_a_server_killed_in_the_middle_of_a_change_is_asked_what_came_of_it(
    qtbot: QtBot,
    server: PostgresServer,
    served: Real,
    made: bool,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expect_log("WARNING .*(ConnectionLost|CannotConnect)")
    monkeypatch.setattr(source_module, "_LOOKUP_SECONDS", 0.01)
    source = served.open()
    apply = source.apply

    def killed(change_set: ChangeSet, report: Report) -> Outcome:
        def kill(progress: Progress) -> None:
            report(progress)
            if progress.step is Step.COMMITTING:
                server.kill()

        if not made:
            return apply(change_set, kill)
        apply(change_set, report)
        server.kill()
        return source._what_came_of(change_set.id, ConnectionLost("the answer was lost"))

    source.apply = killed  # type: ignore[method-assign, assignment] # kills its server
    with window_over(qtbot, lambda: source) as parts:
        go(qtbot, parts, "assignment")
        ends: list[Outcome | None] = []
        parts.context.changes.apply(served.assign(), done, ends.append)
        qtbot.waitUntil(strip(parts).isVisible)
        assert not ends
        assert "Ne la refaites pas" in said(parts)
        server.restart()
        parts.window.watcher.look()
        qtbot.waitUntil(lambda: bool(ends))
        rested(qtbot, parts)
        assert is_open(parts)
        if made:
            assert ends[0] is not None
            assert said(parts) == "Terminal assigné."
            assert parts.context.changes.last is not None
        else:
            assert ends == [None]
            assert "n’a pas été faite" in said(parts)
        assert served.place() == (served.kin if made else None)


def test_a_server_killed_in_the_middle_of_a_repair_leaves_every_sale_as_it_was(
    qtbot: QtBot,
    server: PostgresServer,
    served: Real,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expect_log("WARNING .*(ConnectionLost|CannotConnect)")
    monkeypatch.setattr(source_module, "_LOOKUP_SECONDS", 0.01)
    source = served.open()
    apply = source.apply

    def killed(change_set: ChangeSet, report: Report) -> Outcome:
        def kill(progress: Progress) -> None:
            report(progress)
            if progress.step is Step.COMMITTING and server.running:
                server.kill()

        source.apply = apply  # type: ignore[method-assign]
        return apply(change_set, kill)

    source.apply = killed  # type: ignore[method-assign, assignment] # kills its server
    lost = "SELECT count(*) FROM inventory_vente WHERE boutique_id IS NULL"
    with window_over(qtbot, lambda: source) as parts:
        screen = go(qtbot, parts, "repair")
        assert isinstance(screen, RepairScreen)
        (node,) = screen.model.rows.top if screen.model.rows else ()
        screen.choosing.aim_rows([node], served.kin)
        screen.parts.bar.press()
        answer(qtbot, "apply")
        qtbot.waitUntil(strip(parts).isVisible)
        assert not screen.reporting.is_shown
        server.restart()
        parts.window.watcher.look()
        qtbot.waitUntil(partial(is_open, parts))
        rested(qtbot, parts)
        assert "n’a pas été faite" in said(parts)
        assert served.execute(lost) == [(1,)]
        # What was ticked still is; it is applied now.
        screen.parts.bar.press()
        answer(qtbot, "apply")
        qtbot.waitUntil(lambda: screen.reporting.is_shown)
        rested(qtbot, parts)
        assert served.execute(lost) == [(0,)]


def answer(qtbot: QtBot, key: str) -> None:
    """Answer the question that stands over the window."""

    def there() -> list[Question]:
        shown = QApplication.topLevelWidgets()
        return [one for one in shown if isinstance(one, Question) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    there()[0].answer(key)


def test_a_server_that_falls_silent_is_said_and_no_workers_pile_up(
    qtbot: QtBot, shop: Real, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_admin.gui.shell.watcher.SILENCE_S", 0.1)
    source = shop.open()
    speak, asked = Event(), []
    marker = source.marker

    def silent() -> Marker:
        asked.append(1)
        speak.wait(10)
        return marker()

    with window_over(qtbot, lambda: source) as parts:
        screen = go(qtbot, parts, "sales")
        rows = texts(screen, 1)
        qtbot.waitUntil(lambda: parts.window.watcher.marker is not None)
        monkeypatch.setattr(source, "marker", silent)
        for _ in range(8):
            parts.window.watcher.look()
            qtbot.wait(30)
        qtbot.waitUntil(strip(parts).isVisible)
        assert asked == [1]
        assert texts(screen, 1) == rows
        speak.set()
        qtbot.waitUntil(partial(is_open, parts))
        rested(qtbot, parts)
        assert not strip(parts).isVisible()


def test_a_server_that_comes_back_and_refuses_is_not_called_lost(
    qtbot: QtBot, server: PostgresServer, served: Real, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*(ConnectionLost|CannotConnect)")
    expect_log("WARNING .*Refused: .*password authentication failed")
    server.create_role("clerk", "pw", database="shop", access=Access.WRITE)
    opener = partial(served.open, server.url("shop", user="clerk", password="pw"))
    with window_over(qtbot, opener) as parts:
        screen = go(qtbot, parts, "sales")
        rows = texts(screen, 1)
        server.kill()
        refresh(qtbot, parts)
        qtbot.waitUntil(strip(parts).isVisible)
        server.restart()
        served.execute("ALTER ROLE clerk PASSWORD 'another'")
        parts.window.watcher.look()
        qtbot.waitUntil(lambda: not strip(parts).isVisible())
        rested(qtbot, parts)
        assert "mot de passe est faux" in warned(screen)
        assert texts(screen, 1) == rows
    server.drop_role("clerk")


# Rights that are taken away.
def test_a_right_that_is_taken_away_is_said_and_works_again_once_given_back(
    qtbot: QtBot, server: PostgresServer, served: Real, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Refused: permission denied")
    server.create_role("clerk", "pw", database="shop", access=Access.WRITE)
    opener = partial(served.open, server.url("shop", user="clerk", password="pw"))
    with window_over(qtbot, opener) as parts:
        screen = go(qtbot, parts, "sales")
        rows = texts(screen, 1)
        assert parts.context.changes.may_write
        served.execute("REVOKE SELECT ON inventory_vente FROM clerk")
        refresh(qtbot, parts)
        assert warned(screen).startswith("La base de données refuse l’accès")
        assert "la personne qui gère la base" in warned(screen)
        assert texts(screen, 1) == rows
        served.execute("GRANT SELECT ON inventory_vente TO clerk")
        refresh(qtbot, parts)
        assert warned(screen) == ""
        served.execute("REVOKE UPDATE ON inventory_client FROM clerk")
        assert apply(qtbot, parts, served) == [None]
        assert "Ce compte n’a pas les droits" in said(parts)
        # From now on the window says it beforehand.
        qtbot.waitUntil(lambda: not parts.context.changes.may_write)
        info = parts.context.session.info
        assert info is not None
        assert info.read_only is ReadOnlyReason.RIGHTS
        assert label_text(parts.window, "access_text") == "Lecture seule"
        served.execute("GRANT UPDATE ON inventory_client TO clerk")
        refresh(qtbot, parts)
        qtbot.waitUntil(lambda: parts.context.changes.may_write)
        assert apply(qtbot, parts, served) != [None]
    server.drop_role("clerk")


# Closing during a change.
@pytest.mark.parametrize(("answer", "made"), [("wait", True), ("cancel", False)])
def test_closing_during_a_change_asks_and_the_change_is_whole_or_not_at_all(
    qtbot: QtBot, shop: Real, file: Path, answer: str, made: bool
) -> None:
    with window_over(qtbot, partial(open_sql, shop.url, clock=frozen_clock(NOW))) as parts:
        go(qtbot, parts, "assignment")
        window = parts.window
        with held(file):
            parts.context.changes.apply(shop.assign(), done)
            window.close()
            assert window.isVisible()
            box = window.findChild(Question)
            assert box is not None
            box.answer(answer)
            qtbot.wait(100)
            assert window.isVisible()
        qtbot.waitUntil(lambda: not window.isVisible())
    assert shop.place() == (shop.kin if made else None)
    with closing(shop.open()) as source:
        assert source.check_journal().entries == (1 if made else 0)
