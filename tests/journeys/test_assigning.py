"""A support person sends terminals to their boutiques: with a real mouse, then without."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.repair import plan_repair
from desktop_admin.gui.app import Parts
from desktop_admin.gui.assignment.assign_dialog import AssignDialog
from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker
from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.sources.base import SalesSource
from desktop_admin.sources.sql.source import open_sql
from tests.gui.fakes import NOW
from tests.gui.windows import go, rested, window_over
from tests.journeys import mouse


@pytest.fixture
def opener(demo_file: Path, tmp_path: Path) -> Callable[[], SalesSource]:
    file = tmp_path / "shop.sqlite3"
    shutil.copy(demo_file, file)
    return lambda: open_sql(f"sqlite:///{file}", clock=frozen_clock(NOW))


@contextmanager
def at_work(
    qtbot: QtBot, opener: Callable[[], SalesSource]
) -> Iterator[tuple[Parts, AssignmentScreen]]:
    mouse.needs_a_screen()
    with window_over(qtbot, opener) as parts:
        parts.window.move(0, 0)
        parts.window.activateWindow()
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        screen = go(qtbot, parts, "assignment")
        assert isinstance(screen, AssignmentScreen)
        qtbot.waitUntil(lambda: screen.shop.by_terminal is not None)
        yield parts, screen


def family(screen: AssignmentScreen, count: int) -> tuple[list[Terminal], Boutique]:
    """Terminals without boutique of one owner, and an open boutique of theirs."""
    alone = [one for one in screen.shop.terminals.values() if one.boutique_id is None]
    for place in screen.shop.boutiques.values():
        mine = [one for one in alone if one.owner_id == place.owner_id]
        if len(mine) >= count and place.active and place.pos_allowed and not place.depot:
            return mine[:count], place
    raise AssertionError("the demo has no such family")


def row_of(screen: AssignmentScreen, terminal: Terminal) -> QPoint:
    table = screen.terminals
    index = screen.model.index(screen.model.places([terminal.id])[terminal.id], 1)
    table.scrollTo(index)
    return table.visualRect(index).center()


def place_of(screen: AssignmentScreen, boutique: Boutique) -> QPoint:
    view = screen.boutiques.view
    index: QModelIndex = screen.boutiques.model.index_of(Key(Kind.BOUTIQUE, boutique.id))
    # Away from the edges, where a drag scrolls.
    view.scrollTo(index, view.ScrollHint.PositionAtCenter)
    return view.visualRect(index).center()


def drag(qtbot: QtBot, screen: AssignmentScreen, terminals: list[Terminal], to: Boutique) -> None:
    """Select these terminals with the mouse and carry them there."""
    viewport = screen.terminals.viewport()
    for number, one in enumerate(terminals):
        held = ("ctrl",) if number else ()
        mouse.click(qtbot, viewport, row_of(screen, one), *held)
    assert sorted(screen.terminals.selected_ids()) == sorted(one.id for one in terminals)
    # So that pressing again is no double click.
    qtbot.wait(QApplication.doubleClickInterval() + 100)
    start = row_of(screen, terminals[-1])
    view = screen.boutiques.view.viewport()
    mouse.drag(qtbot, viewport, start, view, place_of(screen, to))


def asked(qtbot: QtBot, parts: Parts) -> AssignDialog:
    def there() -> list[AssignDialog]:
        shown = QApplication.topLevelWidgets()
        return [one for one in shown if isinstance(one, AssignDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    rested(qtbot, parts)
    return there()[0]


def undo_button(window: QWidget) -> QPushButton:
    """The way back that the message offers."""
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    return next(one for one in buttons if one.text().replace("&", "") in ("Annuler", "Undo"))


def homes(screen: AssignmentScreen, terminals: list[Terminal]) -> set[int | None]:
    return {screen.shop.terminals[one.id].boutique_id for one in terminals}


def test_three_terminals_are_assigned_by_dragging_and_it_is_taken_back(
    qtbot: QtBot, opener: Callable[[], SalesSource]
) -> None:
    with at_work(qtbot, opener) as (parts, screen):
        terminals, place = family(screen, 3)
        drag(qtbot, screen, terminals, place)
        dialog = asked(qtbot, parts)
        mouse.click(qtbot, dialog.ui.apply)
        rested(qtbot, parts)
        assert homes(screen, terminals) == {place.id}
        mouse.click(qtbot, undo_button(parts.window))
        rested(qtbot, parts)
        assert homes(screen, terminals) == {None}
        source = parts.context.session.source
        assert source is not None
        assert len(source.journal(EntryFilter())) == 2
        assert source.check_journal().fault is None


def test_a_terminal_takes_its_orphans_along_and_back(
    qtbot: QtBot, opener: Callable[[], SalesSource]
) -> None:
    with at_work(qtbot, opener) as (parts, screen):
        shop = screen.shop
        till = max(
            (one for one in shop.terminals.values() if one.boutique_id is None),
            key=lambda one: (
                (shop.by_terminal or {})[one.id].orphans
                if one.id in (shop.by_terminal or {})
                else 0
            ),
        )
        figures = shop.of_terminal(till.id)
        assert figures is not None
        assert figures.orphans
        source = parts.context.session.source
        assert source is not None
        named = Counter(
            one.verdict.options[0]
            for one in plan_repair(source.evidence(terminals={till.id})).proposals
            if one.verdict.options
        )
        place = shop.boutiques[named.most_common(1)[0][0]]
        drag(qtbot, screen, [till], place)
        dialog = asked(qtbot, parts)
        for box in (dialog.ui.certain, dialog.ui.supposed):
            if box.isVisible() and not box.isChecked():
                mouse.click(qtbot, box, QPoint(8, box.height() // 2))
        followers = len(dialog.picked)
        assert followers
        mouse.click(qtbot, dialog.ui.apply)
        rested(qtbot, parts)
        after = screen.shop.of_terminal(till.id)
        assert after is not None
        assert after.orphans == figures.orphans - followers
        assert homes(screen, [till]) == {place.id}
        mouse.click(qtbot, undo_button(parts.window))
        rested(qtbot, parts)
        assert screen.shop.of_terminal(till.id) == figures
        assert homes(screen, [till]) == {None}


def test_a_depot_refuses_and_nothing_is_asked(
    qtbot: QtBot, opener: Callable[[], SalesSource]
) -> None:
    with at_work(qtbot, opener) as (parts, screen):
        terminals, place = family(screen, 1)
        depot = next(
            one
            for one in screen.shop.boutiques.values()
            if one.depot and one.owner_id == place.owner_id
        )
        drag(qtbot, screen, terminals, depot)
        rested(qtbot, parts)
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
        assert homes(screen, terminals) == {None}
        assert screen.boutiques.view.hint is None
        source = parts.context.session.source
        assert source is not None
        assert not source.journal(EntryFilter())


def test_the_keyboard_alone_does_the_same(qtbot: QtBot, opener: Callable[[], SalesSource]) -> None:
    with at_work(qtbot, opener) as (parts, screen):
        terminals, place = family(screen, 1)
        mouse.press(qtbot, "ctrl+f")
        mouse.write(qtbot, terminals[0].serial)
        mouse.press(qtbot, "Return")
        qtbot.waitUntil(lambda: screen.shown() == 1)
        for _ in range(12):
            if screen.terminals.hasFocus():
                break
            mouse.press(qtbot, "Tab")
        mouse.press(qtbot, "ctrl+a")
        mouse.press(qtbot, "ctrl+Return")
        qtbot.waitUntil(
            lambda: any(
                isinstance(one, BoutiquePicker) and one.isVisible()
                for one in QApplication.topLevelWidgets()
            )
        )
        mouse.write(qtbot, place.code)
        mouse.press(qtbot, "Return")
        dialog = asked(qtbot, parts)
        boxes = [one for one in dialog.findChildren(QCheckBox) if one.isVisible()]
        for _ in range(12 + len(boxes)):
            if dialog.ui.apply.hasFocus():
                break
            mouse.press(qtbot, "Tab")
        mouse.press(qtbot, "space")
        rested(qtbot, parts)
        assert homes(screen, terminals) == {place.id}
        # No window manager hands the keyboard back here.
        parts.window.activateWindow()
        mouse.press(qtbot, "ctrl+z")
        rested(qtbot, parts)
        assert homes(screen, terminals) == {None}


def test_what_one_window_assigns_the_other_sees(
    qtbot: QtBot, opener: Callable[[], SalesSource]
) -> None:
    with at_work(qtbot, opener) as (mine, here), window_over(qtbot, opener) as theirs:
        mine.window.move(0, 0)
        there = go(qtbot, theirs, "assignment")
        assert isinstance(there, AssignmentScreen)
        qtbot.waitUntil(lambda: there.shop.by_terminal is not None)
        theirs.window.watcher.look()
        rested(qtbot, theirs)
        terminals, place = family(here, 2)
        here.work.assign([one.id for one in terminals], place.id)
        asked(qtbot, mine).ui.apply.click()
        rested(qtbot, mine)
        theirs.window.watcher.look()
        qtbot.waitUntil(lambda: homes(there, terminals) == {place.id})
        rested(qtbot, theirs)
