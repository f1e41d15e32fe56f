"""Work in the sales: ticking filters, freezing what matches, copying, keeping a view, assigning."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import open_named
from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.sales.assign_dialog import AssignSalesDialog
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.sales.views_button import ViewName
from desktop_admin.gui.widgets.column_chooser import ColumnChooser
from tests.gui.fakes import NOW
from tests.gui.windows import child, rested, window_over
from tests.journeys import mouse


def shown(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    """The dialog of that kind, once it is there."""

    def found() -> list[QWidget]:
        return [
            one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()
        ]

    qtbot.waitUntil(lambda: len(found()) == 1)
    qtbot.wait(mouse.PAUSE_MS)
    return found()[0]


def test_a_day_in_the_sales(qtbot: QtBot) -> None:
    mouse.needs_a_screen()
    preferences = Preferences(settings.Settings())
    with window_over(qtbot, lambda: open_named("demo", preferences, frozen_clock(NOW))) as parts:
        window = parts.window
        window.move(0, 0)
        window.resize(1500, 900)
        window.activateWindow()
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        rested(qtbot, parts)
        mouse.press(qtbot, "ctrl+3")
        rested(qtbot, parts)
        screen = window.current
        assert isinstance(screen, SalesScreen)
        tick_a_payment(qtbot, screen)
        rested(qtbot, parts)
        freeze_and_copy(qtbot, screen)
        rested(qtbot, parts)
        keep_a_view(qtbot, screen)
        choose_columns(qtbot, screen)
        id_ = assign_an_orphan(qtbot, screen)
        rested(qtbot, parts)
        source = parts.context.session.source
        assert source is not None
        assert id_ not in screen.model.ids
        assert [sale is not None and sale.boutique_id for sale in source.sales([id_])] != [None]
        parts.context.changes.undo_last()
        rested(qtbot, parts)
        assert id_ in screen.model.ids
        drag_an_orphan(qtbot, screen)
        rested(qtbot, parts)


def tick_a_payment(qtbot: QtBot, screen: SalesScreen) -> None:
    """By mouse, on the box and beside it; the button that opened the list closes it."""
    button = screen.filters.buttons["payments"]
    total = screen.shown()
    mouse.click(qtbot, button)
    popup = button.popup
    assert popup.isVisible()
    options = child(popup, QListView, "options")
    box = options.visualRect(popup.model.index(0)).topLeft() + QPoint(14, 14)
    mouse.click(qtbot, options.viewport(), box)
    assert len(button.chosen) == 1
    mouse.click(qtbot, options.viewport(), box + QPoint(80, 28))
    assert len(button.chosen) == 2
    mouse.click(qtbot, options.viewport(), box + QPoint(80, 28))
    assert len(button.chosen) == 1
    mouse.click(qtbot, button)
    assert not popup.isVisible()
    qtbot.waitUntil(lambda: 0 < screen.shown() < total)


def freeze_and_copy(qtbot: QtBot, screen: SalesScreen) -> None:
    """By keyboard, in the rows."""
    table = screen.page.table
    mouse.click(qtbot, table.viewport(), table.visualRect(table.model().index(2, 1)).center())
    mouse.press(qtbot, "ctrl+a")
    qtbot.waitUntil(lambda: screen.selection.count == screen.shown())
    assert screen.parts.frozen.isVisible()
    mouse.press(qtbot, "ctrl+c")
    lines = screen.shown() + 1
    qtbot.waitUntil(lambda: len(QGuiApplication.clipboard().text().splitlines()) == lines)


def keep_a_view(qtbot: QtBot, screen: SalesScreen) -> None:
    """Under a name that is typed."""
    kept = screen.narrowing

    def name_it() -> None:
        dialog = shown(qtbot, ViewName)
        mouse.write(qtbot, "matin")
        assert child(dialog, QLineEdit, "name").text() == "matin"
        mouse.press(qtbot, "Return")

    QTimer.singleShot(300, name_it)
    screen.parts.views.save_as()
    view = screen.parts.views.views.find("Matin")
    assert view is not None
    assert view.narrowing == kept


def choose_columns(qtbot: QtBot, screen: SalesScreen) -> None:
    """By mouse and keyboard, in the dialog."""

    def choose() -> None:
        dialog = shown(qtbot, ColumnChooser)
        columns = child(dialog, QListWidget, "columns")
        last = columns.item(columns.count() - 1)
        columns.scrollToItem(last)
        place = columns.visualItemRect(last).topLeft() + QPoint(14, 14)
        mouse.click(qtbot, columns.viewport(), place)
        assert last.checkState() is Qt.CheckState.Checked
        mouse.press(qtbot, "alt+Up")
        mouse.press(qtbot, "Return")

    QTimer.singleShot(300, choose)
    mouse.click(qtbot, screen.parts.columns)
    qtbot.waitUntil(lambda: "id" in {column.key for column in screen.page.table.columns_shown()})


def assign_an_orphan(qtbot: QtBot, screen: SalesScreen) -> int:
    """From the chip to the boutique by keyboard; returns the sale."""
    screen.show_all()
    screen.chips.choose("orphan")
    qtbot.waitUntil(lambda: 0 < screen.shown() < 2_000)
    qtbot.wait(500)
    table = screen.page.table
    mouse.click(qtbot, table.viewport(), table.visualRect(table.model().index(1, 1)).center())
    id_ = screen.selection.ids()[0]
    mouse.press(qtbot, "ctrl+Return")
    shown(qtbot, BoutiquePicker)
    mouse.write(qtbot, "gombe")
    mouse.press(qtbot, "Return")
    dialog = shown(qtbot, AssignSalesDialog)
    others = child(dialog, QWidget, "others")
    if others.isVisible():
        mouse.click(qtbot, others, QPoint(8, others.height() // 2))
    mouse.click(qtbot, child(dialog, QPushButton, "accept"))
    return id_


def drag_an_orphan(qtbot: QtBot, screen: SalesScreen) -> None:
    """By mouse, onto the boutiques that fold out; nothing is changed before the question."""
    table = screen.page.table
    place = table.visualRect(table.model().index(1, 1)).center()
    mouse.click(qtbot, table.viewport(), place)
    qtbot.wait(600)
    area = screen.page.rows_area
    mouse.drag(qtbot, table.viewport(), place, area, QPoint(area.width() - 200, 100))
    dialog = shown(qtbot, AssignSalesDialog)
    assert not screen.parts.shelf.isVisible()
    mouse.click(qtbot, child(dialog, QPushButton, "cancel"))
