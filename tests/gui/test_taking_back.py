"""What was changed is taken back and made again: the newest, an entry, a group, a row."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_admin.domain.changes import Outcome
from desktop_admin.domain.journal import EntryState
from desktop_admin.gui.app import Parts
from desktop_admin.gui.taking_back import Part
from desktop_admin.gui.widgets.question import Question
from tests.gui.journals import Book, make_book, says
from tests.gui.windows import rested, window_over

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return make_book(tmp_path / "shop.sqlite3")


@pytest.fixture
def parts(qtbot: QtBot, book: Book) -> Iterator[Parts]:
    with window_over(qtbot, book.open) as found:
        found.window.activateWindow()
        qtbot.waitUntil(found.window.isActiveWindow)
        rested(qtbot, found)
        yield found


def press(qtbot: QtBot, parts: Parts, key: Qt.Key) -> None:
    QTest.keyClick(parts.window, key, CONTROL)
    rested(qtbot, parts)


def end(ends: list[Outcome | None]) -> Outcome | None:
    return ends[-1]


def toast(parts: Parts) -> str:
    return parts.window.toast.text.text()


def test_the_toast_of_an_undo_makes_it_again_and_so_on(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    changes = parts.context.changes
    sale = book.orphans[0]
    changes.apply(book.attach(sale, book.kin), says("Vente rattachée."))
    rested(qtbot, parts)
    for _ in range(2):
        press(qtbot, parts, Qt.Key.Key_Z)
        assert book.places()[0] is None
        assert "Vente rattachée." in toast(parts)
        assert "Ctrl+Y" in parts.window.toast.action.text()
        press(qtbot, parts, Qt.Key.Key_Y)
        assert book.places()[0] == book.kin
        assert "Ctrl+Y" not in parts.window.toast.action.text()
    parts.window.toast.action.click()
    rested(qtbot, parts)
    assert book.places()[0] is None
    parts.window.toast.action.click()
    rested(qtbot, parts)
    assert book.places()[0] == book.kin
    assert book.entries()[-1].state is EntryState.REDONE
    with closing(book.open()) as source:
        assert source.check_journal().fault is None


def test_without_an_undo_there_is_nothing_to_make_again(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    changes = parts.context.changes
    press(qtbot, parts, Qt.Key.Key_Y)
    assert parts.window.toast.isVisible()
    changes.apply(book.attach(book.orphans[0], book.kin), says("eins"))
    rested(qtbot, parts)
    press(qtbot, parts, Qt.Key.Key_Z)
    changes.apply(book.attach(book.orphans[1], book.kin), says("zwei"))
    rested(qtbot, parts)
    assert changes.back.last_undone is None, "a new change ends what could be made again"
    press(qtbot, parts, Qt.Key.Key_Y)
    assert book.places()[:2] == [None, book.kin]


def test_what_was_changed_since_is_not_made_again(qtbot: QtBot, parts: Parts, book: Book) -> None:
    sale = book.orphans[0]
    parts.context.changes.apply(book.attach(sale, book.kin), says("eins"))
    rested(qtbot, parts)
    press(qtbot, parts, Qt.Key.Key_Z)
    book.execute(f"UPDATE inventory_vente SET boutique_id = {book.limete} WHERE id = {sale}")
    press(qtbot, parts, Qt.Key.Key_Y)
    assert book.places()[0] == book.limete
    assert toast(parts).startswith("Rien n’a été modifié.")
    assert "1 vente (" in toast(parts)


def test_a_group_and_a_row_of_an_entry_are_taken_back_and_made_again(
    qtbot: QtBot, parts: Parts, book: Book
) -> None:
    repair = book.repair()
    book.apply(repair)
    back = parts.context.changes.back
    ends: list[Outcome | None] = []
    kin, limete = book.kin, book.limete
    back.undo_part(Part(repair.id, "groupe", 3, groups=frozenset({1})), ends.append)
    rested(qtbot, parts)
    assert book.places() == [kin, kin, kin, None, None, None]
    back.undo_part(Part(repair.id, "vente", 1, ordinals=frozenset({0})), ends.append)
    rested(qtbot, parts)
    assert book.places() == [None, kin, kin, None, None, None]
    # What is gone already is not asked of it again.
    back.undo_part(Part(repair.id, "tout", 6), ends.append)
    rested(qtbot, parts)
    assert book.places() == [None] * 6
    last = end(ends)
    assert last is not None
    assert (last.applied, last.left_alone) == (2, ())
    back.undo_part(Part(repair.id, "tout", 6), ends.append)
    rested(qtbot, parts)
    assert end(ends) is None
    assert "tout" in toast(parts)
    back.redo_part(Part(repair.id, "vente", 1, ordinals=frozenset({4})), ends.append)
    rested(qtbot, parts)
    assert book.places() == [None, None, None, None, limete, None]
    back.redo_part(Part(repair.id, "tout", 6), ends.append)
    rested(qtbot, parts)
    assert book.places() == [kin, kin, kin, limete, limete, limete]
    assert book.entries()[-1].state is EntryState.REDONE
    # Ctrl+Z takes back what was made again last, and nothing else.
    press(qtbot, parts, Qt.Key.Key_Z)
    assert book.places() == [None, None, None, None, limete, None]


def test_making_much_again_is_asked_first(
    qtbot: QtBot, parts: Parts, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_admin.gui.taking_back.ASKS_FROM", 3)
    changes = parts.context.changes
    changes.apply(book.repair(), says("Sechs"))
    rested(qtbot, parts)
    back = changes.back
    for ask, places in ((back.undo_last, [None] * 6), (back.redo_last, [book.kin] * 3)):
        before = book.places()
        ask()
        question = parts.window.findChildren(Question)[-1]
        assert "Sechs" in question.meaning
        assert "6" in question.meaning
        assert book.places() == before
        question.answer("undo")
        rested(qtbot, parts)
        assert book.places()[:3] == places[:3]
