"""The frame around every screen: period, search, messages, news, undo, memory, closing."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton
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
from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.app import Parts
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.shell.toast import Toast
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.question import Question
from desktop_admin.sources.base import ConnectionLost, Progress, Refused, Report, Step, silently
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.conftest import ExpectLog
from tests.gui.fakes import NOW, sale, small_shop
from tests.gui.test_assignment import WritingShop
from tests.gui.windows import child, go, label_text, rested, window_over
from tests.shops import make_shop

OPERATOR = Operator("mbuyi", "PC-1")


@dataclass(frozen=True)
class Real:
    """A small shop in a real file: a terminal at Kin Centre, one that works nowhere."""

    url: str
    kin: int
    limete: int
    till: int
    loose: int

    def open(self) -> SqlSource:
        return open_sql(self.url, clock=frozen_clock(NOW))

    def sell(self) -> None:
        """The server receives one more sale, with its boutique."""
        engine = sa.create_engine(self.url)
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "CREATE TEMP TABLE one AS SELECT * FROM inventory_vente LIMIT 1"
            )
            connection.exec_driver_sql(
                "UPDATE one SET id = id + 1000, numero_facture = 'NEW', boutique_id = ?",
                (self.kin,),
            )
            connection.exec_driver_sql("INSERT INTO inventory_vente SELECT * FROM one")
        engine.dispose()

    def places(self) -> list[int | None]:
        with closing(self.open()) as source:
            found = {one.id: one.boutique_id for one in source.terminals()}
        return [found[self.till], found[self.loose]]


@pytest.fixture
def shop(tmp_path: Path) -> Real:
    path = tmp_path / "shop.sqlite3"
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        made = make_shop(connection)
        kin, limete = made.boutique("Kin Centre"), made.boutique("Limete")
        till, loose = made.terminal(boutique=kin), made.terminal(boutique=None)
        made.sale(terminal=loose, boutique=None)
    engine.dispose()
    real = Real(f"sqlite:///{path}", kin, limete, till, loose)
    with closing(real.open()) as source:
        source.prepare()
    return real


def assign(id_: int, before: int | None, after: int | None) -> ChangeSet:
    change = Change(Entity.TERMINAL, id_, Field.BOUTIQUE, before, after)
    return ChangeSet(new_id(), ChangeKind.ASSIGN, OPERATOR, (change,))


def open_window(qtbot: QtBot, parts: Parts) -> None:
    with qtbot.waitExposed(parts.window):
        parts.window.activateWindow()
    qtbot.waitUntil(lambda: parts.context.session.source is not None)
    rested(qtbot, parts)


def done(_: Outcome) -> str:
    return "Terminal assigné."


# Period.
def test_the_period_is_shared_moves_by_its_length_and_is_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        period = parts.context.period
        period.choose_kind(PeriodKind.THIS_MONTH)
        assert parts.window.period.shown.text().strip() == "1 – 30 novembre 2026"
        parts.window.period.before.click()
        assert parts.window.period.shown.text().strip() == "1 – 31 octobre 2026"
        period.choose_kind(PeriodKind.LAST_7_DAYS)
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        assert parts.context.period.current.kind is PeriodKind.LAST_7_DAYS


def test_all_dates_have_no_period_before_or_after(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        assert parts.context.period.current.kind is PeriodKind.ALL
        assert not parts.window.period.before.isEnabled()
        assert not parts.window.period.after.isEnabled()


# Search.
def test_ctrl_k_finds_a_serial_and_enter_goes_there(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        wanted: list[Goto] = []
        parts.context.ways.wanted.connect(wanted.append)
        search = parts.window.search
        QTest.keyClick(parts.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(search.hasFocus)
        QTest.keyClicks(search, "SERIAL-3")
        qtbot.waitUntil(search.panel.isVisible)
        assert search.list.item(0).text().startswith("Caisse 3")
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert wanted == [Goto("assignment", terminal=3)]
        assert not search.panel.isVisible()


def test_enter_never_goes_to_what_was_found_for_another_text(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        wanted: list[Goto] = []
        parts.context.ways.wanted.connect(wanted.append)
        search = parts.window.search
        search.start()
        qtbot.waitUntil(search.hasFocus)
        QTest.keyClicks(search, "SERIAL-3")
        qtbot.waitUntil(search.panel.isVisible)
        search.selectAll()
        QTest.keyClicks(search, "SERIAL-1")
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert wanted == []
        qtbot.waitUntil(lambda: bool(wanted))
        assert wanted == [Goto("assignment", terminal=1)]


def test_nothing_found_is_said(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        search = parts.window.search
        search.start()
        qtbot.waitUntil(search.hasFocus)
        QTest.keyClicks(search, "zzz")
        qtbot.waitUntil(search.panel.isVisible)
        assert "zzz" in search.list.item(0).text()
        QTest.keyClick(search, Qt.Key.Key_Escape)
        assert not search.panel.isVisible()


# News.
def test_new_sales_are_offered_and_shown_only_when_asked_for(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        parts.window.watcher.look()
        qtbot.waitUntil(lambda: parts.window.watcher.marker is not None)
        news = child(parts.window, QPushButton, "news")
        assert not news.isVisible()
        shop.sale_list += [sale(31, None, None), sale(32, None, None)]
        parts.window.watcher.look()
        qtbot.waitUntil(news.isVisible)
        assert news.text() == "Nouvelles ventes · 2 orphelines de plus"
        assert screen.shown() == 30
        news.click()
        rested(qtbot, parts)
        assert screen.shown() == 32
        qtbot.waitUntil(lambda: not news.isVisible())


def test_a_change_of_ones_own_does_not_hide_sales_that_came_meanwhile(
    qtbot: QtBot, shop: Real
) -> None:
    with window_over(qtbot, shop.open) as parts:
        open_window(qtbot, parts)
        watcher = parts.window.watcher
        qtbot.waitUntil(lambda: watcher.marker is not None)
        shop.sell()
        watcher.look()
        qtbot.waitUntil(lambda: watcher.news.sales)
        with qtbot.waitSignal(watcher.looked):
            parts.context.changes.apply(assign(shop.loose, None, shop.kin), done)
        assert watcher.news.sales
        assert not watcher.news.others


def test_the_number_of_orphans_stands_in_the_navigation(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        repair = parts.window.navigation.buttons["repair"]
        qtbot.waitUntil(lambda: repair.accessibleDescription() == "3 ventes orphelines")


# Changes.
def test_a_change_ends_in_a_message_that_takes_it_back(qtbot: QtBot, shop: Real) -> None:
    with window_over(qtbot, shop.open) as parts:
        open_window(qtbot, parts)
        touched: list[Touched] = []
        parts.context.changes.changed.connect(touched.append)
        parts.context.changes.apply(assign(shop.loose, None, shop.kin), done)
        toast = parts.window.toast
        qtbot.waitUntil(toast.isVisible)
        assert toast.text.text() == "Terminal assigné."
        assert touched == [Touched(frozenset({shop.loose}), frozenset(), frozenset({shop.kin}))]
        assert shop.places() == [shop.kin, shop.kin]
        toast.action.click()
        qtbot.waitUntil(lambda: shop.places() == [shop.kin, None])
        qtbot.waitUntil(toast.isVisible)
        assert "Terminal assigné." in toast.text.text()


def test_ctrl_z_takes_back_one_change_after_the_other(qtbot: QtBot, shop: Real) -> None:
    with window_over(qtbot, shop.open) as parts:
        open_window(qtbot, parts)
        changes = parts.context.changes
        first, second = assign(shop.loose, None, shop.kin), assign(shop.till, shop.kin, shop.limete)
        for change in (first, second):
            changes.apply(change, done)
            qtbot.waitUntil(lambda: not changes.working)
        assert shop.places() == [shop.limete, shop.kin]
        QTest.keyClick(parts.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: shop.places() == [shop.kin, shop.kin])
        qtbot.waitUntil(lambda: not changes.working)
        QTest.keyClick(parts.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: shop.places() == [shop.kin, None])
        qtbot.waitUntil(lambda: not changes.working)
        changes.undo_last()
        assert "plus rien à annuler" in parts.window.toast.text.text()


def test_taking_back_much_is_asked_first_and_nothing_is_what_enter_gives(
    qtbot: QtBot, shop: Real, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_admin.gui.taking_back.ASKS_FROM", 0)
    with window_over(qtbot, shop.open) as parts:
        open_window(qtbot, parts)
        changes = parts.context.changes
        changes.apply(assign(shop.loose, None, shop.kin), done)
        qtbot.waitUntil(lambda: not changes.working)

        def asked() -> Question:
            QTest.keyClick(parts.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            found = parts.window.findChildren(Question)[-1]
            assert "Terminal assigné." in found.meaning
            return found

        for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
            QTest.keyClick(asked(), key)
            rested(qtbot, parts)
            assert shop.places() == [shop.kin, shop.kin]
        asked().answer("undo")
        qtbot.waitUntil(lambda: shop.places() == [shop.kin, None])
        qtbot.waitUntil(lambda: not changes.working)


def test_what_was_changed_meanwhile_is_left_alone_and_said(qtbot: QtBot, shop: Real) -> None:
    with window_over(qtbot, shop.open) as parts:
        open_window(qtbot, parts)
        ends: list[Outcome | None] = []
        touched: list[Touched] = []
        parts.context.changes.changed.connect(touched.append)
        wrong = assign(shop.loose, shop.limete, shop.kin)
        parts.context.changes.apply(wrong, done, ends.append)
        qtbot.waitUntil(lambda: bool(ends))
        text = parts.window.toast.text.text()
        assert text.startswith("Rien n’a été modifié.")
        assert "1 terminal (" in text
        assert "entre-temps" in text
        qtbot.waitUntil(lambda: bool(touched))
        assert shop.loose in touched[0].terminals, "the screens read again what it really is"
        assert parts.context.changes.last is None


def test_a_read_only_connection_says_why_nothing_is_changed(qtbot: QtBot, shop: Real) -> None:
    with window_over(qtbot, partial(open_sql, shop.url, read_only=True)) as parts:
        open_window(qtbot, parts)
        assert not parts.context.changes.may_write
        parts.context.changes.apply(assign(shop.loose, None, shop.kin), done)
        assert "lecture" in parts.window.toast.text.text()
        assert shop.places() == [shop.kin, None]


def test_a_lost_answer_is_looked_up_and_nothing_is_sent_twice(
    qtbot: QtBot, shop: Real, expect_log: ExpectLog
) -> None:
    source = shop.open()
    apply = source.apply
    sent: list[str] = []

    def lose_the_answer(change_set: ChangeSet, report: Report) -> Outcome:
        sent.append(apply(change_set, report).change_set)
        raise ConnectionLost("gone", step="server", changed=None)

    source.apply = lose_the_answer  # type: ignore[method-assign, assignment] # cuts the wire after the commit
    with window_over(qtbot, lambda: source) as parts:
        open_window(qtbot, parts)
        expect_log("WARNING .*ConnectionLost")
        ends: list[Outcome | None] = []
        parts.context.changes.apply(assign(shop.loose, None, shop.kin), done, ends.append)
        strip = child(parts.window, QFrame, "lost")
        qtbot.waitUntil(strip.isVisible)
        assert not ends
        assert "Personne ne sait encore" in parts.window.toast.text.text()
        child(parts.window, QPushButton, "lost_retry").click()
        qtbot.waitUntil(lambda: bool(ends))
        assert ends[0] is not None
        assert sent == [ends[0].change_set]
        assert parts.window.toast.text.text() == "Terminal assigné."


def test_what_another_computer_changed_is_refreshed_and_nothing_else_moves(
    qtbot: QtBot, shop: Real
) -> None:
    with window_over(qtbot, shop.open) as parts, closing(shop.open()) as other:
        open_window(qtbot, parts)
        touched: list[Touched] = []
        parts.context.changes.changed.connect(touched.append)
        qtbot.waitUntil(lambda: parts.window.watcher.marker is not None)
        other.apply(assign(shop.loose, None, shop.kin))
        parts.window.watcher.look()
        qtbot.waitUntil(lambda: bool(touched))
        assert touched[0].terminals == {shop.loose}
        assert touched[0].elsewhere
        parts.window.watcher.look()
        rested(qtbot, parts)
        assert not parts.window.watcher.news


def test_a_terminal_that_the_server_assigns_is_news(qtbot: QtBot, shop: Real) -> None:
    with window_over(qtbot, shop.open) as parts:
        open_window(qtbot, parts)
        watcher = parts.window.watcher
        qtbot.waitUntil(lambda: watcher.marker is not None)
        engine = sa.create_engine(shop.url)
        with engine.begin() as server:
            server.execute(
                sa.text("UPDATE inventory_client SET boutique_id = :kin WHERE id = :id"),
                {"kin": shop.kin, "id": shop.loose},
            )
        engine.dispose()
        watcher.look()
        qtbot.waitUntil(lambda: watcher.news.others)
        watcher.refreshed()
        qtbot.waitUntil(lambda: not watcher.news)


# Memory.
def test_the_window_opens_where_it_was_left(qtbot: QtBot) -> None:
    memory = Memory()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        go(qtbot, parts, "sales")
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        qtbot.waitUntil(lambda: parts.window.navigation.current == "sales")


def test_memory_outlives_the_run_and_a_second_window_loses_nothing(tmp_path: Path) -> None:
    one, two = Memory(tmp_path / "window.json"), Memory(tmp_path / "window.json")
    one.put("sales.columns", ["number", "amount"])
    two.put("window.place", "sales")
    one.save()
    two.save()
    again = Memory(tmp_path / "window.json")
    assert again.get("sales.columns", []) == ["number", "amount"]
    assert again.get("window.place", "") == "sales"
    assert again.get("window.place", 3) == 3


def test_a_damaged_memory_is_set_aside(tmp_path: Path, expect_log: ExpectLog) -> None:
    path = tmp_path / "window.json"
    path.write_text("{")
    expect_log("WARNING .*damaged")
    memory = Memory(path)
    assert memory.get("window.place", "none") == "none"
    assert [found.read_text() for found in tmp_path.glob("window.damaged-*.json")] == ["{"]


# Closing.
def test_closing_during_work_asks_and_waits(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        gate = Event()
        _start_work(parts, gate.wait)
        window = parts.window
        event = QCloseEvent()
        window.closeEvent(event)
        assert not event.isAccepted()
        box = window.findChild(Question)
        assert box is not None
        assert box.buttons["wait"].text() == "Attendre, puis fermer"
        box.answer("wait")
        assert window.isVisible()
        gate.set()
        qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_during_work_can_cancel_it(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        gate = Event()
        stopped = _start_work(parts, gate.wait)
        parts.window.close()
        box = parts.window.findChild(Question)
        assert box is not None
        assert box.buttons["cancel"].text() == "Annuler et fermer"
        box.answer("cancel")
        gate.set()
        qtbot.waitUntil(lambda: not parts.window.isVisible())
        assert stopped == ["stopped"]


@contextmanager
def closing_during_a_change(
    qtbot: QtBot, apply: Callable[[WritingShop, ChangeSet], Outcome], answer: str
) -> Iterator[Parts]:
    """A window that was closed while `apply`, deaf to being cancelled, was under way."""
    gate = Event()

    class Slow(WritingShop):
        def apply(self, change_set: ChangeSet, _report: Report = silently) -> Outcome:
            gate.wait(10)
            return apply(self, change_set)

    shop = small_shop()
    source = Slow(shop.terminal_list, shop.boutique_list, shop.sale_list)
    till = source.terminal_list[0]
    with window_over(qtbot, source) as parts:
        open_window(qtbot, parts)
        change_set = assign(till.id, till.boutique_id, source.boutique_list[-1].id)
        parts.context.changes.apply(change_set, lambda _: "Fait.")
        parts.window.close()
        box = parts.window.findChild(Question)
        assert box is not None
        box.answer(answer)
        gate.set()
        rested(qtbot, parts)
        yield parts


def test_a_change_that_was_made_before_it_could_be_cancelled_is_told_and_not_left(
    qtbot: QtBot,
) -> None:
    with closing_during_a_change(qtbot, WritingShop.apply, "cancel") as parts:
        assert parts.window.isVisible()
        told = child(parts.window, Toast, "toast").text.text()
        assert told == "Trop tard pour annuler. Fait."
        # Asked again, it closes.
        parts.window.close()
        assert not parts.window.isVisible()


def test_a_change_that_fails_while_the_window_waits_to_close_is_told_instead(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Refused: not yours")

    def refuse(_shop: WritingShop, _change_set: ChangeSet) -> Outcome:
        raise Refused("not yours", step="rights")

    with closing_during_a_change(qtbot, refuse, "wait") as parts:
        assert parts.window.isVisible()
        assert child(parts.window, Toast, "toast").isVisible()
        parts.window.close()
        assert not parts.window.isVisible()


@pytest.mark.parametrize("answer", ["wait", "cancel"])
def test_closing_right_after_confirming_asks_though_the_change_is_only_being_made(
    qtbot: QtBot, answer: str
) -> None:
    gate = Event()
    shop = small_shop()
    source = WritingShop(shop.terminal_list, shop.boutique_list, shop.sale_list)
    till = source.terminal_list[0]

    def make() -> ChangeSet:
        gate.wait(10)
        return assign(till.id, till.boutique_id, source.boutique_list[-1].id)

    with window_over(qtbot, source) as parts:
        open_window(qtbot, parts)
        parts.context.changes.apply_made(make, lambda _made, _outcome: "Fait.")
        assert parts.context.changes.working
        parts.window.close()
        assert parts.window.isVisible()
        box = parts.window.findChild(Question)
        assert box is not None
        box.answer(answer)
        gate.set()
        qtbot.waitUntil(lambda: not parts.window.isVisible())
    assert len(source.applied) == (answer == "wait")


def test_work_under_way_shows_its_progress_and_can_be_cancelled(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        gate = Event()
        stopped = _start_work(parts, gate.wait)
        qtbot.waitUntil(lambda: "écriture" in label_text(parts.window, "status_work"))
        child(parts.window, QPushButton, "status_cancel").click()
        gate.set()
        qtbot.waitUntil(lambda: stopped == ["stopped"])
        rested(qtbot, parts)
        assert not child(parts.window, QPushButton, "status_cancel").isVisible()


def _start_work(parts: Parts, wait: Callable[[float], bool]) -> list[str]:
    stopped: list[str] = []

    def work(report: Callable[[Progress], None]) -> None:
        report(Progress(Step.WRITING, 1, 2))
        wait(5)
        report(Progress(Step.WRITING, 2, 2))

    parts.context.jobs.ask(
        work,
        lambda _: None,
        lambda _: None,
        owner=parts.window,
        title="Écrire",
        on_stopped=lambda: stopped.append("stopped"),
    )
    return stopped


# Production.
def test_production_is_never_without_its_colour(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), production=True) as parts:
        open_window(qtbot, parts)
        assert child(parts.window, QFrame, "production_bar").isVisible()
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        assert not child(parts.window, QFrame, "production_bar").isVisible()
