"""A manager opens the program in the morning: looks, goes where each point is solved, puts one
off and thinks again; by mouse, then by keyboard alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.overview import ProblemKind
from desktop_admin.gui.app import Parts
from desktop_admin.gui.overview.put_off_dialog import PutOffDialog
from desktop_admin.gui.overview.screen import OverviewScreen
from desktop_admin.sources.base import SalesSource
from desktop_admin.sources.sql.source import open_sql
from tests.gui.fakes import NOW
from tests.gui.windows import rested, window_over
from tests.journeys import mouse

MORNING = NOW - timedelta(hours=2, minutes=40)


@pytest.fixture
def morning(qtbot: QtBot, demo_file: Path) -> Iterator[tuple[Parts, OverviewScreen]]:
    mouse.needs_a_screen()

    def opener() -> SalesSource:
        return open_sql(f"sqlite:///{demo_file}", read_only=True, clock=frozen_clock(MORNING))

    clock = frozen_clock(MORNING)
    with window_over(qtbot, opener, place="overview", clock=clock) as parts:
        parts.window.move(0, 0)
        parts.window.activateWindow()
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        rested(qtbot, parts)
        screen = parts.window.current
        assert isinstance(screen, OverviewScreen)
        yield parts, screen


def _back(qtbot: QtBot, parts: Parts) -> None:
    for dialog in parts.window.findChildren(QDialog):
        dialog.reject()
    rested(qtbot, parts)
    # Nobody manages the windows of this screen.
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    mouse.press(qtbot, "ctrl+1")
    rested(qtbot, parts)
    assert parts.window.navigation.current == "overview"


def test_the_mouse_presses_every_button(
    qtbot: QtBot, morning: tuple[Parts, OverviewScreen]
) -> None:
    parts, screen = morning
    kinds = [row.kind for row in screen.body.problems.rows]
    assert len(kinds) >= 9
    for kind in kinds:
        row = next(one for one in screen.body.problems.rows if one.kind is kind)
        row.setFocus()
        rested(qtbot, parts)
        mouse.click(qtbot, row.button)
        rested(qtbot, parts)
        if kind is not ProblemKind.REJECTED:
            assert parts.window.navigation.current != "overview", kind
        _back(qtbot, parts)


def test_the_keyboard_alone_goes_through_the_list(
    qtbot: QtBot, morning: tuple[Parts, OverviewScreen]
) -> None:
    parts, screen = morning
    rows = screen.body.problems.rows
    qtbot.waitUntil(rows[0].hasFocus)
    kinds = [row.kind for row in rows]
    for row in rows[1:]:
        mouse.press(qtbot, "Down")
        qtbot.waitUntil(row.hasFocus)
    mouse.press(qtbot, "Delete")
    qtbot.waitUntil(lambda: screen.findChild(PutOffDialog) is not None)
    mouse.write(qtbot, "lundi")
    mouse.press(qtbot, "Return")
    rested(qtbot, parts)
    assert [row.kind for row in screen.body.problems.rows] == kinds[:-1]
    mouse.click(qtbot, parts.window.toast.action)
    rested(qtbot, parts)
    assert [row.kind for row in screen.body.problems.rows] == kinds
    at = kinds.index(ProblemKind.CERTAIN)
    screen.take_focus()
    for _ in range(at):
        mouse.press(qtbot, "Down")
    mouse.press(qtbot, "Return")
    rested(qtbot, parts)
    assert parts.window.navigation.current == "repair"
