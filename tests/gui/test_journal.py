"""The journal on the screen: read by day, opened, narrowed down, taken back, made again."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Field,
    Group,
    new_id,
)
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.period import PeriodKind
from desktop_admin.domain.undo import undo_set
from desktop_admin.gui.app import Parts
from desktop_admin.gui.assignment.place_page import PlacePage
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.export.offer import Format
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.journal.exporting import offer_journal
from desktop_admin.gui.journal.rows import ABOUT, ACTION, COUNT, MOVE, STATE, WHAT, Act, Kind, Node
from desktop_admin.gui.journal.screen import JournalScreen
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.question import Question
from desktop_admin.gui.widgets.sections import Link
from desktop_admin.sources.base import Busy, ReadOnlyReason
from tests.conftest import ExpectLog
from tests.gui.fakes import NOW, small_shop
from tests.gui.journals import ILUNGA, MBUYI, Book, make_book
from tests.gui.windows import child, label_text, rested, window_over

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return make_book(tmp_path / "shop.sqlite3")


@pytest.fixture
def parts(qtbot: QtBot, book: Book) -> Iterator[Parts]:
    with window_over(qtbot, book.open, "en") as found:
        yield found


def opened(qtbot: QtBot, parts: Parts) -> JournalScreen:
    parts.window.navigation.choose("journal")
    rested(qtbot, parts)
    screen = parts.window.current
    assert isinstance(screen, JournalScreen)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(screen.model, mode, screen)
    return screen


def entries(screen: JournalScreen) -> list[Node]:
    return [node for node in screen.model.top if node.kind is Kind.ENTRY]


def said(node: Node) -> list[str]:
    return [cell.text for cell in node.cells]


def index_of(screen: JournalScreen, node: Node, column: int = 0) -> QModelIndex:
    return screen.model.index_of(node, column)


def open_node(qtbot: QtBot, parts: Parts, screen: JournalScreen, node: Node) -> list[Node]:
    screen.tree.expand(index_of(screen, node))
    rested(qtbot, parts)
    return node.children


def press(qtbot: QtBot, parts: Parts, screen: JournalScreen, node: Node) -> None:
    """Click the button of that row."""
    place = screen.tree.visualRect(index_of(screen, node, ACTION)).center()
    QTest.mouseClick(screen.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rested(qtbot, parts)


# What is shown.
def test_entries_stand_under_their_days_in_the_shops_time(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    # 23:30 in UTC is half past midnight of the next day in Kinshasa.
    book.apply(book.assign(), NOW.replace(hour=23, minute=30) - DAY)
    book.apply(book.repair(), NOW)
    book.apply(book.attach(book.orphans[0], book.limete, book.kin), NOW - 10 * DAY)
    screen = opened(qtbot, parts)
    days = [node.cells[0] for node in screen.model.top if node.kind is Kind.DAY]
    assert [(day.text, day.unit) for day in days] == [
        ("Thursday 12 November", "1 change"),
        ("Today, Sunday 22 November", "2 changes"),
    ]
    attached, repair, assigned = entries(screen)
    assert said(repair)[:STATE] == [
        "12:00",
        "g.mbuyi",
        "Repair",
        "Orphans: 50,014.00\u00a0CDF and 54.00\u00a0USD",
        "6 sales",
        "no boutique → 2 boutiques",
    ]
    assert said(assigned)[WHAT:STATE] == [
        "Assignment",
        "Caisse mobile 2",
        "1 terminal",
        "without boutique → Kin Centre",
    ]
    assert said(assigned)[0] == "00:30"
    assert said(attached)[WHAT] == "Sale attached"
    assert said(attached)[MOVE] == "Kin Centre → Limete"
    assert label_text(parts.window, "status_rows").startswith("3 ")


def test_an_entry_opens_to_its_groups_and_rows_with_what_was_left_alone(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    stranger = book.orphans[5]
    book.execute(f"UPDATE inventory_vente SET boutique_id = {book.kin} WHERE id = {stranger}")
    book.apply(book.repair())
    screen = opened(qtbot, parts)
    (entry,) = entries(screen)
    assert screen.model.hasChildren(index_of(screen, entry))
    first, second, rest = open_node(qtbot, parts, screen, entry)
    assert said(first)[0] == "Caisse 1 · Kin Centre · certain"
    assert (said(first)[COUNT], said(second)[COUNT]) == ("3 sales", "2 sales")
    assert "1" in said(rest)[0]
    rows = open_node(qtbot, parts, screen, first)
    assert [row.kind for row in rows] == [Kind.ROW] * 3
    assert [said(row)[MOVE] for row in rows] == ["no boutique → Kin Centre"] * 3
    assert rows[1].cells[COUNT][:1] == ("54.00",)
    assert rows[1].cells[COUNT].unit == "USD"
    assert said(rows[0])[ABOUT] == "Caisse 1"
    (left,) = open_node(qtbot, parts, screen, rest)
    assert left.kind is Kind.LEFT
    assert "changed meanwhile" in said(left)[STATE]
    assert left.act is None


def test_a_large_entry_shows_its_rows_page_by_page(qtbot: QtBot, tmp_path: Path) -> None:
    book = make_book(tmp_path / "shop.sqlite3", orphans=700)
    one = replace(book.repair(), groups=(Group("certain"), Group("none")))
    one = replace(one, changes=tuple(change._replace(group=0) for change in one.changes))
    book.apply(one)
    with window_over(qtbot, book.open, "en") as parts:
        screen = opened(qtbot, parts)
        (entry,) = entries(screen)
        rows = open_node(qtbot, parts, screen, entry)
        assert (len(rows), rows[-1].kind) == (51, Kind.MORE)
        assert rows[-1].cells[0].text == "Show 500 more of 650 rows"
        for shown, text in ((551, "Show the 150 other rows"), (700, "")):
            screen.tree.more_wanted.emit(entry.children[-1])
            rested(qtbot, parts)
            assert len(entry.children) == shown
            assert not text or entry.children[-1].cells[0].text == text
        ordinals = [row.value.ordinal for row in entry.children]
        assert ordinals == list(range(700))
        # A refresh shows as much again.
        screen.refresh()
        rested(qtbot, parts)
        assert len(entries(screen)[0].children) == 700


# Taking back and making again.
def test_an_entry_is_taken_back_and_stays_struck_and_is_made_again(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    book.apply(book.attach(book.orphans[0], book.kin), NOW - HOUR)
    screen = opened(qtbot, parts)
    (entry,) = entries(screen)
    assert said(entry)[ACTION] == "Undo"
    press(qtbot, parts, screen, entry)
    assert book.places()[0] is None
    undo, entry = entries(screen)
    assert (entry.struck, entry.act, said(entry)[ACTION]) == (True, Act.REDO, "Redo")
    assert said(entry)[STATE] == "Taken back at 12:00"
    assert said(undo)[WHAT] == "Undo"
    assert said(undo)[ACTION] == "Redo", "to take back an undo is to make it again"
    assert "Ctrl+Y" in parts.window.toast.action.text()
    press(qtbot, parts, screen, entry)
    assert book.places()[0] == book.kin
    redo, undo, entry = entries(screen)
    assert [said(one)[WHAT] for one in (redo, undo, entry)] == ["Redo", "Undo", "Sale attached"]
    assert (entry.struck, said(entry)[STATE]) == (False, "Made again")
    assert undo.struck


def test_a_group_and_a_row_are_taken_back_from_their_own_line(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    book.apply(book.repair(), NOW - HOUR)
    screen = opened(qtbot, parts)
    kin, limete = book.kin, book.limete
    _, second = open_node(qtbot, parts, screen, entries(screen)[0])
    press(qtbot, parts, screen, second)
    assert book.places() == [kin, kin, kin, None, None, None]
    entry = entries(screen)[1]
    first, second = entry.children
    assert (second.struck, second.act) == (True, Act.REDO)
    rows = open_node(qtbot, parts, screen, first)
    press(qtbot, parts, screen, rows[1])
    assert book.places() == [kin, None, kin, None, None, None]
    rows = entries(screen)[2].children[0].children
    assert [row.struck for row in rows] == [False, True, False]
    assert said(entries(screen)[2])[STATE] == "Partly taken back"
    press(qtbot, parts, screen, rows[1])
    press(qtbot, parts, screen, entries(screen)[3].children[1])
    assert book.places() == [kin, kin, kin, limete, limete, limete]
    assert said(entries(screen)[-1])[STATE] == "Made again"


def test_what_cannot_be_taken_back_says_why(qtbot: QtBot, parts: Parts, book: Book) -> None:
    book.apply(book.repair(), NOW - 2 * HOUR)
    newer = book.attach(book.orphans[0], book.limete, book.kin)
    book.apply(newer, NOW - HOUR)
    book.execute(f"UPDATE inventory_vente SET boutique_id = 2 WHERE id = {book.orphans[1]}")
    screen = opened(qtbot, parts)
    first = open_node(qtbot, parts, screen, entries(screen)[1])[0]
    covered, foreign, fine = open_node(qtbot, parts, screen, first)
    assert (covered.act, foreign.act, fine.act) == (None, None, Act.UNDO)
    assert "undo the newer change first" in covered.why
    assert "changed meanwhile" in foreign.why
    assert covered.why in screen.model.described(covered), "who cannot see it hears it"
    book.execute(f"UPDATE inventory_vente SET boutique_id = NULL WHERE id = {book.orphans[0]}")
    screen.refresh()
    rested(qtbot, parts)
    newest = entries(screen)[0]
    assert (newest.act, said(newest)[ACTION]) == (None, "")
    assert "changed meanwhile" in newest.why
    screen.acts.act(foreign)
    assert parts.window.toast.text.text() == foreign.why
    assert book.places()[1] == book.limete


def test_much_is_asked_first(
    qtbot: QtBot, parts: Parts, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_admin.gui.taking_back.ASKS_FROM", 3)
    book.apply(book.repair())
    screen = opened(qtbot, parts)
    press(qtbot, parts, screen, entries(screen)[0])
    question = parts.window.findChildren(Question)[-1]
    assert "6" in question.meaning
    question.answer("stay")
    rested(qtbot, parts)
    assert None not in book.places()


def test_the_keyboard_opens_takes_back_and_goes_on(qtbot: QtBot, parts: Parts, book: Book) -> None:
    book.apply(book.attach(book.orphans[0], book.kin))
    screen = opened(qtbot, parts)
    with qtbot.waitExposed(parts.window):
        parts.window.activateWindow()
    tree = screen.tree
    tree.setFocus()
    tree.setCurrentIndex(index_of(screen, entries(screen)[0]))
    QTest.keyClick(tree, Qt.Key.Key_Right)
    rested(qtbot, parts)
    assert tree.isExpanded(index_of(screen, entries(screen)[0]))
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(index_of(screen, entries(screen)[0]))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(index_of(screen, entries(screen)[0]))
    QTest.keyClick(tree, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    rested(qtbot, parts)
    assert book.places()[0] is None
    tree.setCurrentIndex(index_of(screen, entries(screen)[1].children[0]))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    rested(qtbot, parts)
    assert parts.window.navigation.current == "sales"


def test_a_read_only_connection_shows_all_and_changes_nothing(qtbot: QtBot, book: Book) -> None:
    shop = small_shop()
    shop.read_only = ReadOnlyReason.CHOSEN
    book.apply(book.assign())
    with closing(book.open()) as source:
        shop.journal_list = list(source.history(Entity.TERMINAL, book.loose))
    with window_over(qtbot, shop, "en") as parts:
        screen = opened(qtbot, parts)
        assert screen.tree.cells.obstacle
        press(qtbot, parts, screen, entries(screen)[0])
        assert parts.window.toast.text.text() == screen.tree.cells.obstacle
        (act, *_) = screen.acts.made(entries(screen)[0]).actions()
        assert not act.isEnabled()


# Narrowing down.
def test_chips_people_and_text_narrow_down_and_say_how_many(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    book.apply(book.repair(MBUYI), NOW - 2 * HOUR)
    book.apply(book.assign(ILUNGA), NOW - HOUR)
    screen = opened(qtbot, parts)
    texts = {key: button.text() for key, button in screen.chips.buttons.items()}
    assert texts["all"].endswith("2")
    assert texts[ChangeKind.REPAIR.value].endswith("1")
    assert texts[ChangeKind.UNDO.value].endswith("0")
    screen.chips.choose(ChangeKind.REPAIR.value)
    rested(qtbot, parts)
    assert [said(one)[WHAT] for one in entries(screen)] == ["Repair"]
    screen.chips.choose("all")
    screen.people.choose(frozenset({"a.ilunga"}))
    screen.people.changed.emit()
    rested(qtbot, parts)
    assert [said(one)[WHAT] for one in entries(screen)] == ["Assignment"]
    assert screen.chips.buttons["all"].text().endswith("1"), "chips count what they would show"
    QTest.keyClicks(child(screen, QLineEdit, "filter"), "limete")
    rested(qtbot, parts)
    qtbot.waitUntil(lambda: not screen.page.shows_rows)
    screen.show_all()
    rested(qtbot, parts)
    assert len(entries(screen)) == 2
    QTest.keyClicks(child(screen, QLineEdit, "filter"), "mobile 2")
    qtbot.waitUntil(lambda: [said(one)[WHAT] for one in entries(screen)] == ["Assignment"])


def test_the_journal_follows_the_period_and_offers_to_widen_it(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    book.apply(book.assign(), NOW - 3 * DAY)
    parts.context.period.choose_kind(PeriodKind.TODAY)
    screen = opened(qtbot, parts)
    assert not screen.page.shows_rows
    screen.widen()
    rested(qtbot, parts)
    assert len(entries(screen)) == 1
    parts.context.period.choose_kind(PeriodKind.YESTERDAY)
    rested(qtbot, parts)
    assert not screen.page.shows_rows


def test_one_sale_is_followed_through_the_whole_journal(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    repair = book.repair()
    book.apply(repair, NOW - 40 * DAY)
    book.apply(book.attach(book.orphans[0], book.limete, book.kin), NOW - HOUR)
    book.apply(book.assign(), NOW - HOUR)
    parts.context.period.choose_kind(PeriodKind.TODAY)
    screen = opened(qtbot, parts)
    parts.window.go_to(Goto("journal", sale=book.orphans[0]))
    rested(qtbot, parts)
    assert len(entries(screen)) == 2
    number = book.execute(
        f"SELECT numero_facture FROM inventory_vente WHERE id = {book.orphans[0]}"
    )[0][0]
    assert number in screen.subject.text
    parts.window.go_to(Goto("journal", change_set=repair.id))
    rested(qtbot, parts)
    (entry,) = entries(screen)
    assert screen.tree.isExpanded(index_of(screen, entry))
    screen.subject.clear_wanted.emit()
    rested(qtbot, parts)
    assert len(entries(screen)) == 3
    assert screen.subject.text == ""


def test_the_history_of_a_sale_and_of_a_terminal_lead_to_the_journal(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    book.apply(book.repair(), NOW - 2 * HOUR)
    book.apply(book.assign(), NOW - HOUR)
    parts.window.navigation.choose("sales")
    rested(qtbot, parts)
    parts.window.go_to(Goto("sales", sale=book.orphans[0]))
    rested(qtbot, parts)
    links = parts.window.current.findChildren(Link)
    next(one for one in links if one.accessibleName() == "See in the journal").click()
    rested(qtbot, parts)
    screen = opened(qtbot, parts)
    assert [said(one)[WHAT] for one in entries(screen)] == ["Repair"]
    parts.window.navigation.choose("assignment")
    rested(qtbot, parts)
    assignment = parts.window.current
    assert isinstance(assignment, AssignmentScreen)
    assignment.work.open_terminal(book.loose)
    rested(qtbot, parts)
    page = parts.window.findChildren(PlacePage)[-1]
    assert page.ui.in_journal.isVisible()
    page.ui.in_journal.click()
    rested(qtbot, parts)
    assert parts.window.navigation.current == "journal"
    assert [said(one)[WHAT] for one in entries(screen)] == ["Assignment"]


# What happens meanwhile.
def test_entries_of_others_come_without_moving_what_one_looks_at(
    qtbot: QtBot, tmp_path: Path
) -> None:
    book = make_book(tmp_path / "shop.sqlite3", orphans=80)
    book.apply_each(
        (book.attach(sale, book.kin), NOW - (60 - number) * HOUR)
        for number, sale in enumerate(book.orphans[:60])
    )
    with window_over(qtbot, book.open, "en") as parts:
        screen = opened(qtbot, parts)
        tree = screen.tree
        tree.verticalScrollBar().setValue(200)
        top = screen.model.node(tree.indexAt(QPoint(0, 0)))
        assert top is not None
        place = tree.visualRect(screen.model.index_of(top)).top()
        open_node(qtbot, parts, screen, top)
        book.apply(book.attach(book.orphans[70], book.kin))
        sales = frozenset({book.orphans[70]})
        parts.context.changes.changed.emit(Touched(sales=sales, elsewhere=True))
        rested(qtbot, parts)
        assert len(entries(screen)) == 61
        now = screen.model.index_of_key(top.key)
        assert tree.visualRect(now).top() == place
        assert tree.isExpanded(now)


def test_a_change_made_elsewhere_in_the_window_is_there_when_one_comes(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    screen = opened(qtbot, parts)
    assert not screen.page.shows_rows
    parts.window.navigation.choose("sales")
    rested(qtbot, parts)
    parts.context.changes.apply(book.attach(book.orphans[0], book.kin), lambda _: "done")
    rested(qtbot, parts)
    parts.window.navigation.choose("journal")
    rested(qtbot, parts)
    assert len(entries(screen)) == 1


def test_what_the_watcher_finds_is_shown_where_it_stands(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    assigned = book.assign()
    book.apply(assigned, NOW - HOUR)
    screen = opened(qtbot, parts)
    parts.window.watcher.look()
    rested(qtbot, parts)
    with closing(book.open()) as source:
        made = source.journal(EntryFilter())[0]
        source.apply(undo_set(made, source.journal_rows(assigned.id), MBUYI, new_id()))
    parts.window.watcher.look()
    rested(qtbot, parts)
    undo, entry = entries(screen)
    assert (said(undo)[WHAT], entry.struck) == ("Undo", True)


def test_opening_waits_for_nothing(qtbot: QtBot, book: Book) -> None:
    shop = small_shop()
    book.apply(book.assign())
    with closing(book.open()) as source:
        shop.journal_list = list(source.history(Entity.TERMINAL, book.loose))
    with window_over(qtbot, shop, "en") as parts:
        screen = opened(qtbot, parts)
        (entry,) = entries(screen)
        shop.gate = Event()
        screen.tree.expand(index_of(screen, entry))
        assert [said(one)[0] for one in entry.children] == ["Reading…"]
        shop.gate.set()
        rested(qtbot, parts)
        assert [one.kind for one in entry.children] == [Kind.ROW]


def test_a_check_can_be_stopped(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = opened(qtbot, parts)
        shop.gate = Event()
        screen.check.click()
        (task,) = parts.context.jobs.tasks
        task.stop()
        shop.gate.set()
        rested(qtbot, parts)
        assert "not checked to its end" in parts.window.toast.text.text()
        assert screen.check.isEnabled()


def test_a_question_that_fails_leaves_the_rows_and_is_asked_again(
    qtbot: QtBot, book: Book, expect_log: ExpectLog
) -> None:
    shop = small_shop()
    book.apply(book.assign())
    with closing(book.open()) as source:
        shop.journal_list = list(source.history(Entity.TERMINAL, book.loose))
    with window_over(qtbot, shop, "en") as parts:
        screen = opened(qtbot, parts)
        shop.fail_with = Busy("locked")
        expect_log("Busy: locked")
        screen.tree.expand(index_of(screen, entries(screen)[0]))
        rested(qtbot, parts)
        assert child(screen, QFrame, "banner").isVisible()
        shop.fail_with = None
        child(screen, QPushButton, "banner_retry").click()
        rested(qtbot, parts)
        assert not child(screen, QFrame, "banner").isVisible()
        assert [one.kind for one in entries(screen)[0].children] == [Kind.ROW]


def test_a_database_without_journal_says_how_it_gets_one(qtbot: QtBot, tmp_path: Path) -> None:
    book = make_book(tmp_path / "shop.sqlite3", prepared=False)
    with window_over(qtbot, book.open, "en") as parts:
        screen = opened(qtbot, parts)
        assert not screen.page.shows_rows
        text, _ = screen.nothing_to_show()
        assert "no journal" in text.title


# Checking and exporting.
def test_a_check_says_that_all_is_intact_or_what_was_altered(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    book.apply(book.repair())
    screen = opened(qtbot, parts)
    screen.check.click()
    assert not screen.check.isEnabled()
    rested(qtbot, parts)
    assert parts.window.toast.text.text() == "Journal intact: 1 entry."
    book.execute("UPDATE desktop_admin_change SET after_value = 9 WHERE ordinal = 2")
    screen.check.click()
    rested(qtbot, parts)
    text = parts.window.toast.text.text()
    assert "Entry 1 of the journal was altered" in text
    assert screen.check.isEnabled()


def save(screen: JournalScreen, path: Path, format_: Format) -> None:
    offer = offer_journal(screen)
    assert offer is not None
    screen.leaving.exporter.save_as(offer, format_, path)


def test_what_the_filter_shows_is_exported_row_by_row(
    qtbot: QtBot, parts: Parts, book: Book, tmp_path: Path
) -> None:
    book.apply(book.repair(), NOW - HOUR)
    book.apply(book.assign(), NOW)
    screen = opened(qtbot, parts)
    screen.chips.choose(ChangeKind.REPAIR.value)
    rested(qtbot, parts)
    for name, format_ in (
        ("journal.csv", Format.INTERNATIONAL_CSV),
        ("journal.xlsx", Format.XLSX),
    ):
        path = tmp_path / name
        save(screen, path, format_)
        rested(qtbot, parts)
        assert path.stat().st_size
        assert str(path) in parts.window.toast.text.text()
    lines = (tmp_path / "journal.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 7
    assert all("Repair" in line for line in lines[1:])
    assert sum("54.00,USD" in line for line in lines) == 1
    save(screen, tmp_path / "no" / "such.csv", Format.FRENCH_CSV)
    rested(qtbot, parts)
    assert "could not be written" in parts.window.toast.text.text()


def test_what_others_took_back_is_shown_as_such(qtbot: QtBot, parts: Parts, book: Book) -> None:
    assigned = book.assign()
    book.apply(assigned, NOW - DAY)
    with closing(book.open(NOW - HOUR)) as source:
        made = source.journal(EntryFilter())[0]
        rows = source.journal_rows(assigned.id)
        source.apply(undo_set(made, rows, MBUYI, new_id()))
    screen = opened(qtbot, parts)
    undo, entry = entries(screen)
    assert said(entry)[STATE] == "Taken back on 2026-11-22 at 11:00"
    assert "g.mbuyi" in entry.cells[STATE].tooltip
    assert said(undo)[ABOUT].startswith("Assignment of 2026-11-21")


def test_switching_off_is_told_in_words(qtbot: QtBot, parts: Parts, book: Book) -> None:
    change = Change(Entity.TERMINAL, book.till, Field.ACTIVE, 1, 0)
    book.apply(ChangeSet(new_id(), ChangeKind.ACTIVATE, MBUYI, (change,), (Group("active=0"),)))
    screen = opened(qtbot, parts)
    (entry,) = entries(screen)
    assert said(entry)[WHAT:STATE] == [
        "Switched off",
        "Caisse 1",
        "1 terminal",
        "active → inactive",
    ]


def test_an_export_that_is_stopped_leaves_no_file(qtbot: QtBot, book: Book, tmp_path: Path) -> None:
    shop = small_shop()
    book.apply(book.assign())
    with closing(book.open()) as source:
        shop.journal_list = list(source.history(Entity.TERMINAL, book.loose))
    with window_over(qtbot, shop, "en") as parts:
        screen = opened(qtbot, parts)
        shop.gate = Event()
        path = tmp_path / "journal.csv"
        save(screen, path, Format.FRENCH_CSV)
        (task,) = parts.context.jobs.tasks
        task.stop()
        shop.gate.set()
        rested(qtbot, parts)
        assert "Nothing was saved" in parts.window.toast.text.text()
        assert not path.exists()
        assert not list(tmp_path.glob("journal*"))
