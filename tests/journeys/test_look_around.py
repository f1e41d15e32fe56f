"""A shop manager looks for the sales that count nowhere: by mouse, then by keyboard."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import open_named
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.sales.screen import SalesScreen
from tests.gui.fakes import NOW
from tests.gui.windows import child, label_text, rested, table_screen, texts, window_over
from tests.journeys import mouse


def test_orphans_are_found_and_added_up(qtbot: QtBot) -> None:
    mouse.needs_a_screen()
    with window_over(
        qtbot, lambda: open_named("demo", Preferences(settings.Settings()), frozen_clock(NOW))
    ) as parts:
        window = parts.window
        window.move(0, 0)
        window.activateWindow()
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        rested(qtbot, parts)

        mouse.click(qtbot, window.navigation.buttons["sales"])
        rested(qtbot, parts)
        screen = window.current
        assert isinstance(screen, SalesScreen)
        assert label_text(window, "status_rows") == "20\u202f000 ventes sur 20\u202f000"

        mouse.click(qtbot, screen.chips.findChildren(QPushButton)[1])
        rested(qtbot, parts)
        orphans = screen.shown()
        assert 0 < orphans < 20_000
        assert screen.page.table.model().index(0, 0).data() == "Orpheline"

        table = screen.page.table
        viewport = table.viewport()
        for row, held in ((0, ()), (2, ("ctrl",)), (4, ("shift", "ctrl"))):
            place = table.visualRect(table.model().index(row, 1)).center()
            mouse.click(qtbot, viewport, place, *held)
        rested(qtbot, parts)
        assert table.selected_count() == 4
        assert label_text(window, "status_selection").startswith("4 ventes sélectionnées\u00a0: ")
        chosen = list(table.selected_ids())

        header = table.horizontalHeader()
        mouse.click(qtbot, header.viewport(), QPoint(header.sectionViewportPosition(6) + 20, 15))
        rested(qtbot, parts)
        assert sorted(table.selected_ids()) == sorted(chosen)

        mouse.press(qtbot, "ctrl+2")
        rested(qtbot, parts)
        mouse.press(qtbot, "ctrl+f")
        mouse.write(qtbot, "gombe")
        terminals = table_screen(window.current)
        assert child(terminals, QLineEdit, "filter").text() == "gombe"
        rested(qtbot, parts)
        rows = list(zip(texts(terminals, 1), texts(terminals, 3), strict=True))
        assert rows
        assert all("Gombe" in name + boutique for name, boutique in rows)
        mouse.press(qtbot, "ctrl+Next")
        assert window.current is screen
        assert sorted(table.selected_ids()) == sorted(chosen)
