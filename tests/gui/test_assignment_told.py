"""What the screen of terminals tells is true, names what it is about, and says what helps."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_admin.gui.assignment.assign_dialog import AssignDialog
from desktop_admin.gui.assignment.carrying import pack
from desktop_admin.gui.assignment.consulting import past_sales
from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.assignment.shop import ONE_BY_ONE
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.messages import Message, MessageKind
from tests.gui.fakes import sale, terminal
from tests.gui.test_assignment import (
    AT_KIN,
    CLOSED,
    DEPOT,
    FAR,
    FREE,
    KIN,
    LIMETE,
    OFF,
    QUIET,
    dialog,
    hover,
    leave,
    place,
    screen_over,
    shop,
)
from tests.gui.windows import go, rested, window_over


@pytest.mark.parametrize(("target", "name"), [(DEPOT, "Dépôt Central"), (CLOSED, "Bandal")])
def test_a_refusal_names_the_boutique(qtbot: QtBot, target: int, name: str) -> None:
    said: list[Message] = []
    with screen_over(qtbot, shop()) as (parts, screen):
        parts.context.messages.said.connect(said.append)
        screen.work.assign([FREE], target)
        assert [one.kind for one in said] == [MessageKind.WARNING]
        assert name in said[0].text


def test_the_hint_does_not_promise_what_only_witnesses_know(qtbot: QtBot) -> None:
    with window_over(qtbot, shop(), "en") as parts:
        screen = go(qtbot, parts, "assignment")
        assert isinstance(screen, AssignmentScreen)
        assert not screen.boutiques.view.hint
        hover(screen, place(screen, KIN), pack([FREE]))
        hint = screen.boutiques.view.hint
        assert hint is not None
        assert "5" in hint.lines[0]
        assert "will be examined" in hint.lines[0]
        leave(screen)


def test_without_a_selection_one_is_told_to_make_one(qtbot: QtBot) -> None:
    said: list[Message] = []
    with screen_over(qtbot, shop()) as (parts, screen):
        parts.context.messages.said.connect(said.append)
        screen.terminals.clearSelection()
        with qtbot.waitActive(parts.window):
            parts.window.activateWindow()
        screen.terminals.setFocus()
        QTest.keyClick(parts.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert [one.kind for one in said] == [MessageKind.WARNING]
        assert said[0].text
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]


def test_one_who_is_led_to_a_boutique_goes_on_there_by_keyboard(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        with qtbot.waitActive(parts.window):
            parts.window.activateWindow()
        screen.terminals.setFocus()
        parts.context.ways.go(Goto("assignment", boutique=LIMETE))
        tree = screen.boutiques.view
        assert tree.hasFocus()
        current = screen.boutiques.model.node(tree.currentIndex())
        assert current is not None
        assert current.key == Key(Kind.BOUTIQUE, LIMETE)


def test_a_warning_about_some_of_several_terminals_names_them(qtbot: QtBot) -> None:
    source = shop()
    # Its owner is the merchant of the boutique they go to.
    source.terminal_list[0] = replace(source.terminal_list[0], owner_id=2)
    with screen_over(qtbot, source) as (parts, screen):
        screen.work.assign([FREE, AT_KIN], FAR)
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        notes = " ".join(one.text() for one in asked.ui.notes.findChildren(QLabel))
        assert f"Caisse {AT_KIN}" in notes
        assert f"Caisse {FREE}" not in notes
        asked.reject()


def test_no_more_than_three_are_named_and_none_where_all_are_meant(qtbot: QtBot) -> None:
    source = shop()
    source.terminal_list += [terminal(id_, None) for id_ in range(10, 14)]
    source.terminal_list[0] = replace(source.terminal_list[0], owner_id=2)
    with screen_over(qtbot, source) as (parts, screen):
        screen.work.assign([FREE, *range(10, 14)], FAR)
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        notes = " ".join(one.text() for one in asked.ui.notes.findChildren(QLabel))
        assert "Caisse 10, Caisse 11, Caisse 12…" in notes
        assert "Caisse 13" not in notes
        asked.reject()
        rested(qtbot, parts)
        screen.work.assign([10, 11], FAR)
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        notes = " ".join(one.text() for one in asked.ui.notes.findChildren(QLabel))
        assert notes
        assert "Caisse" not in notes
        asked.reject()


@pytest.mark.parametrize("others", [0, ONE_BY_ONE])
def test_past_sales_are_those_that_stand_elsewhere(others: int) -> None:
    source = shop()
    kin, limete, till = source.boutique_list[0], source.boutique_list[1], source.terminal_list[1]
    source.sale_list += [sale(id_, limete, till) for id_ in range(30, 35)]
    source.sale_list += [sale(40, None, till)]
    ids = frozenset({AT_KIN, OFF, *range(100, 100 + others)})
    assert past_sales(source.as_source(), ids, KIN) == 6
    assert past_sales(source.as_source(), ids, LIMETE) == 3
    assert past_sales(source.as_source(), ids - {OFF}, kin.id) == 5
    assert past_sales(source.as_source(), frozenset({FREE, QUIET}), KIN) == 0
