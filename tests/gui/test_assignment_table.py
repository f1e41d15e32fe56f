"""The table of terminals stays as the operator arranged it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from desktop_admin.gui.app import Parts
from desktop_admin.gui.assignment.column_menu import columns_menu
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.assignment.terminal_table import TerminalTable
from desktop_admin.gui.memory import Memory
from tests.gui.fakes import small_shop
from tests.gui.windows import go, rested, window_over

TERMINAL = 1


def table_of(qtbot: QtBot, parts: Parts) -> TerminalTable:
    screen = go(qtbot, parts, "assignment")
    assert isinstance(screen, AssignmentScreen)
    return screen.terminals


def border(header: QHeaderView) -> QPoint:
    """The right border of the column of names."""
    right = header.sectionViewportPosition(TERMINAL) + header.sectionSize(TERMINAL)
    return QPoint(right - 1, header.height() // 2)


def test_widths_set_by_hand_are_remembered_until_columns_shall_fit_again(qtbot: QtBot) -> None:
    memory = Memory()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        table = table_of(qtbot, parts)
        header, left = table.horizontalHeader(), Qt.MouseButton.LeftButton
        QTest.mousePress(header.viewport(), left, pos=border(header))
        QTest.mouseMove(header.viewport(), border(header) + QPoint(57, 0))
        QTest.mouseRelease(header.viewport(), left, pos=border(header))
        chosen = table.widths_now()
        assert chosen["terminal"] == table.columnWidth(TERMINAL)
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        table = table_of(qtbot, parts)
        assert table.widths_now() == chosen
        parts.window.resize(1100, 700)
        rested(qtbot, parts)
        assert table.widths_now() == chosen, "a narrower window leaves them alone"
        QTest.mouseDClick(
            table.horizontalHeader().viewport(),
            Qt.MouseButton.LeftButton,
            pos=border(table.horizontalHeader()),
        )
        assert table.horizontalHeader().length() <= table.viewport().width()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        assert table_of(qtbot, parts).widths_now() == {}


def test_remembered_widths_that_are_none_are_passed_over(qtbot: QtBot) -> None:
    memory = Memory()
    memory.put("assignment.widths", {"terminal": "wide", "no such": 80, "serial": 10**9})
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        table = table_of(qtbot, parts)
        assert table.widths_now() == {}
        assert table.horizontalHeader().length() <= table.viewport().width()


def test_columns_that_gave_way_can_be_shown_all_the_same(qtbot: QtBot) -> None:
    memory = Memory()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        parts.window.resize(1000, 700)
        table = table_of(qtbot, parts)
        menu = columns_menu(table, parts.window)
        ticks = {action.text(): action for action in menu.actions() if action.isCheckable()}
        assert not ticks["Ventes"].isChecked()
        assert not ticks["Terminal"].isEnabled(), "a row without a name is of nothing"
        ticks["Ventes"].trigger()
        assert "sales" in table.widths_now()
        menu.deleteLater()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        parts.window.resize(1000, 700)
        table = table_of(qtbot, parts)
        assert "sales" in {column.key for column in table.columns_shown()}
        menu = columns_menu(table, parts.window)
        menu.actions()[-1].trigger()
        menu.deleteLater()
        assert "sales" not in {column.key for column in table.columns_shown()}
        assert table.widths_now() == {}
