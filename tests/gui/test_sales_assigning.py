"""Orphan sales are sent to a boutique from the table: heard, shown, changed, taken back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import plan_repair
from desktop_admin.gui.app import Parts, open_named
from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.sales.assign_dialog import AssignSalesDialog
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.sales.shelf import pack
from desktop_admin.gui.widgets.selection import Remembered, locate
from desktop_admin.sources.base import ReadOnlyReason, SalesSource
from desktop_admin.sources.demo.database import demo_path
from tests.gui.fakes import NOW, small_shop
from tests.gui.test_sales import heard, pick, sales
from tests.gui.windows import child, label_text, rested, window_over


@pytest.fixture(autouse=True)
def demo_at_home(demo_file: Path, home: Path) -> None:
    """The demo lies where the program would make it."""
    folder = settings.data_dir()
    folder.mkdir(parents=True)
    shutil.copy(demo_file, demo_path(folder))


@contextmanager
def demo(qtbot: QtBot) -> Iterator[tuple[Parts, SalesScreen, SalesSource]]:
    """The demo shop, with the screen of its sales."""
    preferences = Preferences(settings.Settings())
    opener = lambda: open_named("demo", preferences, frozen_clock(NOW))  # noqa: E731 - a name for one use
    with window_over(qtbot, opener, "en") as parts:
        screen = sales(qtbot, parts)
        source = parts.context.session.source
        assert source is not None
        yield parts, screen, source


def dialog(kind: type[QDialog]) -> QDialog:
    found = [one for one in QApplication.topLevelWidgets() if type(one) is kind]
    assert len(found) == 1, found
    assert isinstance(found[0], QDialog)
    return found[0]


def select(screen: SalesScreen, ids: list[int]) -> None:
    screen.page.table.recall(locate(screen.model.ids, Remembered(ids)))


def certain(source: SalesSource) -> tuple[list[int], int]:
    """Three orphans that certainly belong to one boutique, and that boutique."""
    by_target: dict[int, list[int]] = {}
    for orphan, verdict in plan_repair(source.evidence()).proposals:
        if verdict.confidence is Confidence.CERTAIN:
            by_target.setdefault(verdict.options[0], []).append(orphan.sale_id)
    target, ids = max(by_target.items(), key=lambda item: len(item[1]))
    return ids[:3], target


def test_orphans_go_where_their_witnesses_say_and_come_back(qtbot: QtBot) -> None:
    with demo(qtbot) as (parts, screen, source):
        ids, target = certain(source)
        said = heard(parts)
        located = next(sale for sale in source.sales(screen.model.ids[:256]) if sale)
        select(screen, [*ids, located.id])
        screen.parts.assign(target)
        rested(qtbot, parts)
        shown = dialog(AssignSalesDialog)
        told = "\n".join(label.text() for label in shown.findChildren(QLabel))
        assert "3" in child(shown, QLabel, "title").text()
        assert source.boutiques()
        assert next(one for one in source.boutiques() if one.id == target).name in told
        assert not child(shown, QCheckBox, "others").isVisible()
        child(shown, QPushButton, "accept").click()
        rested(qtbot, parts)
        assert {sale.boutique_id for sale in source.sales(ids) if sale} == {target}
        assert said[-1].action
        assert sorted(screen.selection.ids()) == sorted([*ids, located.id])
        parts.context.changes.undo_last()
        rested(qtbot, parts)
        assert {sale.boutique_id for sale in source.sales(ids) if sale} == {None}


def test_those_whose_witnesses_name_another_boutique_stay_unless_ticked(qtbot: QtBot) -> None:
    with demo(qtbot) as (parts, screen, source):
        ids, target = certain(source)
        other = next(
            one.id
            for one in source.boutiques()
            if not one.depot and one.active and one.id != target
        )
        select(screen, ids)
        screen.parts.assign(other)
        rested(qtbot, parts)
        shown = dialog(AssignSalesDialog)
        accept = child(shown, QPushButton, "accept")
        assert not accept.isEnabled()
        # That none is chosen is not to say that none counts.
        assert "tick it below" in label_text(shown, "amounts")
        others = child(shown, QCheckBox, "others")
        assert others.isVisible()
        others.click()
        assert "CDF" in label_text(shown, "amounts") or "USD" in label_text(shown, "amounts")
        assert accept.isEnabled()
        shown.reject()
        rested(qtbot, parts)
        assert {sale.boutique_id for sale in source.sales(ids) if sale} == {None}


def test_the_boutique_is_asked_for_where_none_is_named(qtbot: QtBot) -> None:
    with demo(qtbot) as (parts, screen, source):
        ids, target = certain(source)
        select(screen, ids)
        screen.menu.assign()
        rested(qtbot, parts)
        picker = dialog(BoutiquePicker)
        assert isinstance(picker, BoutiquePicker)
        picker.chosen.emit(target)
        picker.reject()
        rested(qtbot, parts)
        dialog(AssignSalesDialog).reject()
        rested(qtbot, parts)


def test_sales_that_have_a_boutique_are_not_assigned_anew(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        said = heard(parts)
        pick(screen, 0)
        screen.parts.assign(2)
        rested(qtbot, parts)
        assert said[-1].text == "None of the selected sales is without boutique."


def test_a_connection_for_reading_says_why_nothing_is_assigned(qtbot: QtBot) -> None:
    shop = small_shop()
    shop.read_only = ReadOnlyReason.CHOSEN
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        said = heard(parts)
        pick(screen, 2)
        screen.parts.side.open()
        rested(qtbot, parts)
        button = child(screen.parts.detail, QPushButton, "assign")
        assert not button.isEnabled()
        assert "reading only" in button.toolTip()
        screen.parts.assign(1)
        rested(qtbot, parts)
        assert "reading only" in said[-1].text
        menu = screen.menu.made()
        assert not menu.actions()[0].isEnabled()
        menu.deleteLater()


def drop(view: QAbstractItemView, index: QModelIndex, carried: QMimeData) -> bool:
    """What Qt sends when the mouse lets go over a line; whether it was taken."""
    place, action = view.visualRect(index).center(), Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = view.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(place, action, carried, left, none))
    move = QDragMoveEvent(place, action, carried, left, none)
    QApplication.sendEvent(viewport, move)
    if not move.isAccepted():
        QApplication.sendEvent(viewport, QDragLeaveEvent())
        return False
    end = QDropEvent(QPointF(place), action, carried, left, none)
    QApplication.sendEvent(viewport, end)
    return end.isAccepted()


def test_orphans_are_dropped_on_a_boutique_that_folds_out(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with demo(qtbot) as (parts, screen, source):
        ids, _ = certain(source)
        select(screen, ids)
        row = next(n for n, id_ in enumerate(screen.model.ids) if id_ == ids[0])
        table = screen.page.table
        table.scrollTo(table.model().index(row, 0))
        quiet = QItemSelectionModel.SelectionFlag.NoUpdate
        table.selectionModel().setCurrentIndex(table.model().index(row, 0), quiet)
        rested(qtbot, parts)
        shelf = screen.parts.shelf
        taken: list[bool] = []

        def let_go(*_: object) -> None:
            assert shelf.isVisible()
            model = shelf.model
            assert not any(one.depot for one in model._boutiques)
            text = QMimeData()
            text.setText("x")
            taken.append(drop(shelf.view, model.index(1), text))
            taken.append(drop(shelf.view, model.index(1), pack()))

        monkeypatch.setattr(shelf, "drag", let_go)
        QAbstractItemModelTester(
            shelf.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shelf
        )
        table.startDrag(Qt.DropAction.MoveAction)
        assert taken == [False, True]
        assert not shelf.isVisible()
        rested(qtbot, parts)
        shown = dialog(AssignSalesDialog)
        assert shelf.model._boutiques[1].name in child(shown, QLabel, "title").text()
        shown.reject()
        rested(qtbot, parts)


def test_sales_that_have_a_boutique_are_not_carried(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        pick(screen, 0)
        screen.page.table.startDrag(Qt.DropAction.MoveAction)
        assert not screen.parts.shelf.isVisible()
