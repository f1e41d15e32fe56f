"""Terminals go to boutiques: by drag, by keyboard, from a list; every guard, every confirmation."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_admin.domain.changes import ChangeSet, Entity, Field, LeftAlone, Outcome
from desktop_admin.domain.evidence import Evidence, Orphan
from desktop_admin.domain.model import TerminalSession
from desktop_admin.gui.app import Parts
from desktop_admin.gui.assignment.assign_dialog import AssignDialog
from desktop_admin.gui.assignment.boutique_page import BoutiquePage
from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker
from desktop_admin.gui.assignment.carrying import TERMINALS, pack, unpack
from desktop_admin.gui.assignment.confirm_dialog import ConfirmDialog, roomy
from desktop_admin.gui.assignment.menus import menu_of
from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.assignment.serial_dialog import SerialDialog
from desktop_admin.gui.assignment.terminal_page import TerminalPage
from desktop_admin.gui.assignment.terminal_table import NAME_KEEPS_AT_LEAST
from desktop_admin.gui.assignment.tree_delegate import TreeDelegate
from desktop_admin.gui.connection.prepare import PrepareDialog
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.messages import Message
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.cell_delegate import GAP, ICON, PADDING
from desktop_admin.gui.widgets.selection import Places
from desktop_admin.sources.base import ReadOnlyReason, Refused, Report, silently
from tests.gui.fakes import NOW, FakeSource, boutique, sale, terminal
from tests.gui.windows import child, go, label_text, rested, texts, window_over

KIN, LIMETE, DEPOT, CLOSED, FAR, NO_POS = range(1, 7)
FREE, AT_KIN, QUIET, OFF = range(1, 5)

D = TypeVar("D", bound=QDialog)


@dataclass
class WritingShop(FakeSource):
    """A shop that can be changed; `applied` is what was."""

    applied: list[ChangeSet] = field(default_factory=list)
    left: tuple[LeftAlone, ...] = ()

    def preparation(self) -> Sequence[str]:
        return ()

    def apply(self, change_set: ChangeSet, _report: Report = silently) -> Outcome:
        self.applied.append(change_set)
        names = {one.id: one.name for one in self.boutique_list}
        for change in change_set.changes:
            if change.entity is not Entity.TERMINAL:
                continue
            values: dict[str, object] = {"active": bool(change.after)}
            if change.field is Field.BOUTIQUE:
                name = None if change.after is None else names[change.after]
                values = {"boutique_id": change.after, "boutique_name": name}
            self.terminal_list = [
                replace(one, **values) if one.id == change.id else one  # type: ignore[arg-type]  # its own fields
                for one in self.terminal_list
            ]
        return Outcome(change_set.id, len(change_set.changes), self.left, "00")


def shop() -> WritingShop:
    """One boutique for each guard, one terminal for each state."""
    kin, limete = boutique(KIN, "Kin Centre"), boutique(LIMETE, "Limete")
    places = [
        kin,
        limete,
        boutique(DEPOT, "Dépôt Central", depot=True),
        boutique(CLOSED, "Bandal", active=False),
        boutique(FAR, "Ngaba", merchant_id=2, merchant_name="Maison Lukusa", owner_id=2),
        boutique(NO_POS, "Masina", pos_allowed=False),
    ]
    tills = [
        terminal(FREE, None),
        terminal(AT_KIN, kin),
        terminal(QUIET, limete, last_activity=NOW - timedelta(days=9)),
        terminal(OFF, limete, active=False),
    ]
    sales = [sale(number, None, tills[0]) for number in range(1, 6)]
    sales += [sale(number, kin, tills[1]) for number in range(6, 9)]
    sales += [sale(9, limete, tills[3], sold_at=NOW - timedelta(days=1))]
    return WritingShop(tills, places, sales)


@contextmanager
def screen_over(qtbot: QtBot, source: FakeSource) -> Iterator[tuple[Parts, AssignmentScreen]]:
    with window_over(qtbot, source) as parts:
        found = go(qtbot, parts, "assignment")
        assert isinstance(found, AssignmentScreen)
        yield parts, found


def dialog(qtbot: QtBot, kind: type[D]) -> D:
    """The dialog of that kind, once it is open."""

    def there() -> list[D]:
        shown = QApplication.topLevelWidgets()
        return [one for one in shown if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    return there()[-1]


def closed(qtbot: QtBot, kind: type[QDialog]) -> None:
    qtbot.waitUntil(
        lambda: not any(isinstance(one, kind) for one in QApplication.topLevelWidgets())
    )


def place(screen: AssignmentScreen, boutique_id: int | None) -> QModelIndex:
    kind = Kind.NOWHERE if boutique_id is None else Kind.BOUTIQUE
    return screen.boutiques.model.index_of(Key(kind, boutique_id or 0))


def hover(screen: AssignmentScreen, index: QModelIndex, mime: QMimeData) -> bool:
    """Carry `mime` over a row; whether the mouse would show that it may be let go."""
    view = screen.boutiques.view
    view.scrollTo(index)
    at = view.visualRect(index).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, move, mime, left, none))
    event = QDragMoveEvent(at, move, mime, left, none)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def leave(screen: AssignmentScreen) -> None:
    QApplication.sendEvent(screen.boutiques.view.viewport(), QDragLeaveEvent())


def drop(screen: AssignmentScreen, boutique_id: int | None, ids: Sequence[int]) -> bool:
    """Drag these terminals onto a boutique and let go."""
    mime = pack(ids)
    index = place(screen, boutique_id)
    if not hover(screen, index, mime):
        leave(screen)
        return False
    view = screen.boutiques.view
    at = QPointF(view.visualRect(index).center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(at, Qt.DropAction.MoveAction, mime, left, none)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def select(screen: AssignmentScreen, *ids: int) -> None:
    rows = screen.model.places(ids).values()
    runs = [(row, row) for row in sorted(rows)]
    screen.terminals.recall(Places(runs=runs, current=runs[0][0]))


# What is seen.
def test_both_models_keep_qts_rules_through_every_refresh_and_filter(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(screen.model, mode, screen)
        QAbstractItemModelTester(screen.boutiques.model, mode, screen)
        screen.boutiques.view.expandAll()
        for key in ("without_boutique", "inactive", "silent", "all"):
            screen.chips.choose(key)
        for text in ("kin", "zzz", ""):
            screen.boutiques.model.filter(text)
        parts.window.refresh()
        rested(qtbot, parts)
        parts.context.changes.changed.emit(Touched(frozenset({FREE}), frozenset({1})))
        rested(qtbot, parts)


def test_states_come_worst_first_and_chips_count_them(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        assert screen.model.rows[0].id == FREE
        icons = [screen.model.cell_at(row, 0)[0].icon for row in range(4)]
        assert icons == ["orphan", "warning", "silent", "good"]
        counts = [button.text()[-1] for button in screen.chips.findChildren(QPushButton)]
        assert counts == ["4", "1", "1", "1"]
        screen.chips.choose("silent")
        assert screen.shown() == 1
        assert screen.badge() == "1"


def test_the_tree_keeps_what_is_open_and_selected_through_a_refresh(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        tree = screen.boutiques.view
        assert tree.isExpanded(screen.boutiques.model.index_of(Key(Kind.MERCHANT, 1)))
        tree.setExpanded(place(screen, KIN), True)
        tree.setExpanded(screen.boutiques.model.index_of(Key(Kind.MERCHANT, 2)), False)
        tree.show_key(Key(Kind.TERMINAL, AT_KIN))
        parts.window.refresh()
        rested(qtbot, parts)
        assert tree.isExpanded(place(screen, KIN))
        assert not tree.isExpanded(screen.boutiques.model.index_of(Key(Kind.MERCHANT, 2)))
        assert tree.selected_keys() == [Key(Kind.TERMINAL, AT_KIN)]


def test_the_filter_of_the_tree_finds_boutiques_by_their_terminals_too(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        model = screen.boutiques.model
        model.filter(f"serial-{QUIET}")
        assert [key.id for key in model.keys(Kind.BOUTIQUE)] == [LIMETE]
        model.filter("lukusa")
        assert [key.id for key in model.keys(Kind.BOUTIQUE)] == [FAR]


def test_one_is_led_to_a_terminal_and_to_a_boutique(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        screen.chips.choose("silent")
        parts.context.ways.go(Goto("assignment", terminal=AT_KIN, boutique=LIMETE))
        assert list(screen.terminals.selected_ids()) == [AT_KIN]
        assert screen.boutiques.view.selected_keys() == [Key(Kind.BOUTIQUE, LIMETE)]


@pytest.mark.parametrize("size", [(880, 520), (1093, 614), (1440, 900)])
def test_what_is_shown_fits_into_small_windows(qtbot: QtBot, size: tuple[int, int]) -> None:
    """The smallest window, and 1366x768 at 125 %, among them."""
    with screen_over(qtbot, shop()) as (parts, screen):
        parts.window.resize(*size)
        rested(qtbot, parts)
        for view, header in (
            (screen.terminals, screen.terminals.horizontalHeader()),
            (screen.boutiques.view, screen.boutiques.view.header()),
        ):
            assert header.length() <= view.viewport().width()
        shown = [column.key for column in screen.terminals.columns_shown()]
        assert {"state", "terminal", "orphans"} <= set(shown)
        assert not screen.boutiques.view.isColumnHidden(2)


@pytest.mark.parametrize(
    ("size", "also"),
    [
        ((1093, 614), set()),
        ((1366, 768), set()),
        ((1440, 900), set()),
        ((1920, 1080), {"activity", "sales", "version", "revenue_CDF"}),
    ],
)
def test_names_can_be_read_before_there_is_room_for_figures(
    qtbot: QtBot, size: tuple[int, int], also: set[str]
) -> None:
    source = shop()
    kin = boutique(KIN, "Kin Market Gombe")
    source.boutique_list[0] = kin
    long = [
        terminal(number, kin, name=f"Kin Market Gombe caisse {number}") for number in range(5, 9)
    ]
    source.terminal_list = [*source.terminal_list, *long]
    with screen_over(qtbot, source) as (parts, screen):
        parts.window.resize(*size)
        rested(qtbot, parts)
        table = screen.terminals
        shown = {column.key for column in table.columns_shown()}
        assert {"state", "terminal", "serial", "boutique", "orphans"} | also <= shown
        assert table.horizontalHeader().length() <= table.viewport().width()
        metrics = QFontMetrics(table.font())
        name = metrics.horizontalAdvance("Kin Market Gombe caisse 8") + 2 * PADDING
        assert table.columnWidth(1) >= name * NAME_KEEPS_AT_LEAST - 1
        sold_in = metrics.horizontalAdvance("Kin Market Gombe") + 2 * PADDING
        assert table.columnWidth(3) >= sold_in * NAME_KEEPS_AT_LEAST - 1


def test_figures_of_boutiques_are_never_cut_however_large(qtbot: QtBot) -> None:
    source = shop()
    kin, till = source.boutique_list[0], source.terminal_list[1]
    source.sale_list = [
        *source.sale_list,
        sale(50, kin, till, cents=888_888_888_888_00),
        sale(51, kin, till, cents=999_999_00, currency="USD"),
    ]
    with screen_over(qtbot, source) as (parts, screen):
        parts.window.resize(1920, 1080)
        rested(qtbot, parts)
        view = screen.boutiques.view
        metrics = QFontMetrics(view.font())
        row = place(screen, KIN)
        shown = [
            (text, view.columnWidth(column))
            for column in range(1, view.model().columnCount())
            if not view.isColumnHidden(column)
            and (text := str(row.siblingAtColumn(column).data() or ""))
        ]
        assert any("888" in text for text, _ in shown)
        assert all(metrics.horizontalAdvance(text) + 2 * PADDING <= width for text, width in shown)


def test_chips_stand_in_one_line_with_the_field_and_both_tables_begin_at_one_height(
    qtbot: QtBot,
) -> None:
    """At 1366x768 and 125 %, where icons yield, as in a wide window."""
    with screen_over(qtbot, shop()) as (parts, screen):
        field = child(screen.page, QLineEdit, "filter")
        for size in ((1440, 900), (1093, 614)):
            parts.window.resize(*size)
            rested(qtbot, parts)
            for chip in screen.chips.buttons.values():
                middle = chip.mapTo(screen.page, chip.rect().center()).y()
                assert abs(middle - field.geometry().center().y()) <= 1
            left, right = screen.terminals, screen.boutiques.view
            top = left.mapTo(screen, QPoint(0, 0)).y()
            assert top == right.mapTo(screen, QPoint(0, 0)).y()


def test_boutiques_get_no_more_room_than_they_need_until_the_operator_says_so(
    qtbot: QtBot,
) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        tree = screen.boutiques.view
        parts.window.resize(2400, 900)
        rested(qtbot, parts)
        assert tree.width() <= tree.share_of(9_999)
        assert not any(tree.isColumnHidden(place) for place in range(3))


# Guards, while dragging.
@pytest.mark.parametrize(
    ("target", "accepted", "ink", "icon"),
    [
        (LIMETE, True, "accent", "assign"),
        (FAR, True, "orphan", "assign"),
        (NO_POS, True, "orphan", "assign"),
        (DEPOT, False, "error", "forbidden"),
        (CLOSED, False, "error", "forbidden"),
    ],
)
def test_every_place_says_while_dragging_what_letting_go_would_do(
    qtbot: QtBot, target: int, accepted: bool, ink: str, icon: str
) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        view = screen.boutiques.view
        assert hover(screen, place(screen, target), pack([FREE, AT_KIN])) is accepted
        assert view.hint is not None
        assert (view.hint.ink, view.hint.icon) == (ink, icon)
        assert bool(view.hint.lines) is accepted
        assert not view.grab().isNull()
        leave(screen)
        assert getattr(view, "hint", 0) is None
        assert screen.boutiques.model.carried
        screen.terminals.carrying.emit(())
        assert not screen.boutiques.model.carried


def test_the_hint_tells_orphans_and_their_money_and_other_merchants_are_noted(
    qtbot: QtBot,
) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        view, model = screen.boutiques.view, screen.boutiques.model
        hover(screen, place(screen, KIN), pack([FREE]))
        assert view.hint is not None
        assert "5" in view.hint.lines[0]
        assert "7\u202f500,00\u00a0CDF" in view.hint.lines[0]
        notes = {
            key.id: model.note_of(node) is not None
            for key in model.keys(Kind.BOUTIQUE)
            if (node := model.node(model.index_of(key))) is not None
        }
        assert notes == {
            KIN: False,
            LIMETE: False,
            DEPOT: True,
            CLOSED: True,
            FAR: True,
            NO_POS: True,
        }
        assert screen.status().selection
        leave(screen)


def test_a_note_leaves_the_name_its_room_and_is_said_once(qtbot: QtBot) -> None:
    source = shop()
    long = "Kin Market Kasa-Vubu Victoire"
    source.boutique_list[FAR - 1] = replace(source.boutique_list[FAR - 1], name=long)
    source.boutique_list[LIMETE - 1] = replace(
        source.boutique_list[LIMETE - 1], merchant_id=2, owner_id=2
    )
    with screen_over(qtbot, source) as (parts, screen):
        parts.window.resize(1093, 614)
        rested(qtbot, parts)
        view, model = screen.boutiques.view, screen.boutiques.model
        delegate = view.itemDelegate()
        assert isinstance(delegate, TreeDelegate)
        assert hover(screen, place(screen, LIMETE), pack([FREE]))
        # Below the target stands the same, and more.
        limete, far = model.node(place(screen, LIMETE)), model.node(place(screen, FAR))
        assert limete is not None
        assert far is not None
        assert model.note_of(limete) is None
        note = model.note_of(far)
        assert note is not None
        index = place(screen, FAR)
        row = view.visualRect(index)
        row.setRight(view.viewport().width() - 1)
        room = delegate.name_room(row, view.visualRect(index).left(), far.cells[0], note)
        name = QFontMetrics(view.font()).horizontalAdvance(long) + 2 * PADDING + ICON + GAP
        assert room.width() >= name
        # What there is no room for is told and read out.
        assert delegate.told(far, model.index_of(far.key, 2), note) == [note.text]
        assert note.text in index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert not view.grab().isNull()
        leave(screen)
        assert model.hinted is None


def test_what_stands_below_a_boutique_does_not_repeat_its_name(qtbot: QtBot) -> None:
    source = shop()
    source.terminal_list[AT_KIN - 1] = replace(
        source.terminal_list[AT_KIN - 1], name="Kin Centre - caisse 1 (Ruth)"
    )
    with screen_over(qtbot, source) as (_parts, screen):
        model = screen.boutiques.model
        index = model.index_of(Key(Kind.TERMINAL, AT_KIN))
        assert index.data() == "caisse 1 (Ruth)"
        assert "Kin Centre - caisse 1 (Ruth)" in index.data(Qt.ItemDataRole.ToolTipRole)
        model.filter("kin centre - caisse")
        assert model.index_of(Key(Kind.TERMINAL, AT_KIN)).isValid()
        assert model.columns[0].keep_end


def test_nothing_else_than_our_terminals_can_be_dropped(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        other = QMimeData()
        other.setText("1,2")
        assert not hover(screen, place(screen, KIN), other)
        assert not hover(screen, place(screen, KIN), pack([AT_KIN]))
        merchant = screen.boutiques.model.index_of(Key(Kind.MERCHANT, 1))
        assert not hover(screen, merchant, pack([FREE]))
        broken = QMimeData()
        broken.setData(TERMINALS, f"{os.getpid()},1,x,,3".encode())
        assert unpack(broken) == (1, 3)
        elsewhere = QMimeData()
        elsewhere.setData(TERMINALS, b"1,1,3")
        assert not hover(screen, place(screen, LIMETE), elsewhere)
        leave(screen)


def test_a_refused_drop_asks_and_changes_nothing(qtbot: QtBot) -> None:
    source = shop()
    with screen_over(qtbot, source) as (parts, screen):
        assert not drop(screen, DEPOT, [FREE])
        rested(qtbot, parts)
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
        assert source.applied == []


def test_terminals_of_the_tree_can_be_dragged_too(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        model = screen.boutiques.model
        index = model.index_of(Key(Kind.TERMINAL, AT_KIN))
        assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
        assert unpack(model.mimeData([index, place(screen, KIN)])) == (AT_KIN,)


# Confirmations.
def test_a_drop_is_confirmed_applied_told_and_shown(qtbot: QtBot) -> None:
    source = shop()
    said: list[Message] = []
    with screen_over(qtbot, source) as (parts, screen):
        parts.context.messages.said.connect(said.append)
        assert drop(screen, LIMETE, [FREE, AT_KIN, QUIET])
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        assert not source.applied
        assert asked.moves.model().rowCount() == 2
        assert asked.ui.unchanged.isVisible()
        assert "3" in asked.ui.past.text()
        asked.ui.apply.click()
        rested(qtbot, parts)
        sent = source.applied[0]
        assert [(one.id, one.before, one.after) for one in sent.changes] == [
            (FREE, None, LIMETE),
            (AT_KIN, KIN, LIMETE),
        ]
        assert not sent.other_merchant_confirmed
        assert said[-1].action
        assert screen.shop.terminals[FREE].boutique_id == LIMETE
        assert screen.badge() == ""
        closed(qtbot, AssignDialog)


def test_another_merchant_has_to_be_confirmed_by_hand(qtbot: QtBot) -> None:
    source = shop()
    with screen_over(qtbot, source) as (parts, screen):
        assert drop(screen, FAR, [FREE])
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        assert asked.ui.notes.isVisible()
        assert asked.ui.cancel.isDefault()
        assert not asked.ui.apply.isEnabled()
        boxes = [box for box in asked.findChildren(QCheckBox) if box.isVisible()]
        assert len(boxes) == 1
        boxes[0].click()
        asked.ui.apply.click()
        rested(qtbot, parts)
        assert source.applied[0].other_merchant_confirmed


def test_a_confirmation_grows_wider_where_the_screen_is_too_low_for_its_lines() -> None:
    size = QSize(760, 420)

    def height_for(width: int) -> int:
        return 480_000 // width

    assert roomy(size, QSize(1920, 1080), height_for) == QSize(760, 631)
    assert roomy(size, QSize(1093, 614), height_for) == QSize(1040, 461)
    # No larger than the screen, whatever there is to say.
    assert roomy(size, QSize(800, 480), height_for) == QSize(760, 440)
    assert roomy(size, QSize(1920, 1080), lambda _: 100) == size


@pytest.mark.parametrize("till", [QUIET, OFF])
def test_a_terminal_that_is_silent_or_off_is_spoken_of(qtbot: QtBot, till: int) -> None:
    source = shop()
    with screen_over(qtbot, source) as (parts, screen):
        assert drop(screen, KIN, [till])
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        assert asked.ui.notes.isVisible()
        assert asked.ui.cancel.isDefault()
        assert asked.ui.apply.isEnabled()
        # Enter is careful, until the keyboard was moved to what was asked for.
        asked.moves.setFocus()
        assert asked.ui.cancel.isDefault()
        asked.ui.apply.setFocus()
        QTest.keyClick(asked.ui.apply, Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert len(source.applied) == 1
        closed(qtbot, AssignDialog)


def orphan(id_: int) -> Orphan:
    sold = NOW - timedelta(minutes=id_)
    return Orphan(id_, f"VENTE-{id_}", sold, None, FREE, True, False, "CDF", 150_000)


def with_evidence(source: FakeSource) -> None:
    """Goods of Kin for two orphans, of Limete for one; two have none."""
    source.found_evidence = Evidence(
        at=NOW,
        orphans=[orphan(id_) for id_ in range(1, 6)],
        lines={1: ((KIN, 2),), 2: ((KIN, 1),), 3: ((LIMETE, 1),)},
        movements={},
        beside={},
        neighbours={},
        neighbours_by_other_clock={},
        terminals={one.id: one for one in source.terminal_list},
        boutiques={one.id: one for one in source.boutique_list},
        assignments={},
        named_terminals={},
    )


def test_orphans_follow_by_their_evidence_and_never_blindly(qtbot: QtBot) -> None:
    source = shop()
    with_evidence(source)
    with screen_over(qtbot, source) as (parts, screen):
        drop(screen, KIN, [FREE])
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        ui = asked.ui
        assert (ui.certain.isChecked(), ui.supposed.isChecked()) == (True, False)
        assert "Limete" in ui.staying.text()
        ui.preview.click()
        assert asked.stack.currentWidget() is asked.sales
        assert asked.sales.model().rowCount() == 5
        # The end of a number tells sales apart, and of their evidence nothing is kept back.
        assert asked.sales.table_model().columns[1].keep_end
        assert asked.evidence.isVisible()
        assert asked.evidence.text()
        assert asked.evidence.height() >= asked.evidence.heightForWidth(asked.evidence.width())
        assert "terminaux" not in ui.orphans_title.text()
        assert not asked.grab().isNull()
        ui.supposed.click()
        ui.apply.click()
        rested(qtbot, parts)
        sent = source.applied[0]
        assert sent.groups[0].whole
        sales = [one.id for one in sent.changes if one.entity is Entity.SALE]
        assert sales == [1, 2, 4, 5]


def test_detaching_by_drop_and_switching_off_say_what_the_server_will_do(qtbot: QtBot) -> None:
    source = shop()
    with screen_over(qtbot, source) as (parts, screen):
        assert drop(screen, None, [AT_KIN])
        asked = dialog(qtbot, ConfirmDialog)
        assert asked.ui.notes.isVisible()
        assert asked.ui.cancel.isDefault()
        asked.ui.apply.click()
        rested(qtbot, parts)
        assert source.applied[0].changes[0].after is None
        closed(qtbot, ConfirmDialog)
        screen.work.activate([AT_KIN, OFF], active=False)
        dialog(qtbot, ConfirmDialog).ui.apply.click()
        rested(qtbot, parts)
        assert [(one.id, one.field, one.after) for one in source.applied[1].changes] == [
            (AT_KIN, Field.ACTIVE, 0)
        ]
        assert not screen.shop.terminals[AT_KIN].active
        closed(qtbot, ConfirmDialog)


# Without a mouse.
def test_tab_goes_from_the_filter_over_the_terminals_to_the_boutiques(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        parts.window.activateWindow()
        screen.focus_filter()
        reached = []
        for _ in range(6):
            focus = parts.window.focusWidget()
            assert focus is not None
            reached.append(focus.objectName() or type(focus).__name__)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert reached[:5] == [
            "filter",
            "ChipButton",
            "TerminalTable",
            "tree_filter",
            "BoutiqueTree",
        ]


def test_the_keyboard_alone_assigns(qtbot: QtBot) -> None:
    source = shop()
    source.boutique_list[0] = replace(source.boutique_list[0], code="BOM_BOUT_004")
    with screen_over(qtbot, source) as (parts, screen):
        select(screen, FREE, AT_KIN)
        with qtbot.waitActive(parts.window):
            parts.window.activateWindow()
        screen.terminals.setFocus()
        QTest.keyClick(parts.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        picker = dialog(qtbot, BoutiquePicker)
        code = picker.table.columnWidth(3) - 2 * PADDING
        assert code >= QFontMetrics(picker.table.font()).horizontalAdvance("BOM_BOUT_004")
        QTest.keyClicks(picker.ui.filter, "lim")
        assert picker.current == LIMETE
        QTest.keyClick(picker.ui.filter, Qt.Key.Key_Return)
        asked = dialog(qtbot, AssignDialog)
        rested(qtbot, parts)
        QTest.keyClick(asked, Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert [one.after for one in source.applied[0].changes] == [LIMETE, LIMETE]
        closed(qtbot, AssignDialog)


def test_the_list_of_boutiques_moves_by_arrows_and_refuses_with_a_reason(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        screen.work.choose_boutique([FREE])
        picker = dialog(qtbot, BoutiquePicker)
        names = [str(picker.model.index(row, 0).data()) for row in range(6)]
        # As its header says; what cannot be chosen stands last.
        assert names == ["Kin Centre", "Limete", "Masina", "Ngaba", "Bandal", "Dépôt Central"]
        first = picker.current
        QTest.keyClick(picker.ui.filter, Qt.Key.Key_Down)
        assert picker.current != first
        QTest.keyClick(picker.ui.filter, Qt.Key.Key_Up)
        assert picker.current == first
        QTest.keyClicks(picker.ui.filter, "depot")
        assert picker.current == DEPOT
        assert picker.ui.obstacle.text()
        assert not picker.ui.choose.isEnabled()
        picker.reject()
        closed(qtbot, BoutiquePicker)


def test_a_list_of_serials_tells_found_unknown_and_twice(qtbot: QtBot, tmp_path: Path) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        screen.work.assign_list()
        asked = dialog(qtbot, SerialDialog)
        assert not asked.ui.choose.isEnabled()
        file = tmp_path / "liste.csv"
        file.write_text(
            "Nom;N° de série\nA;SERIAL-1\nB;SERIAL-2\nC;SERIAL-1\nD;SERIAL-9\n", encoding="cp1252"
        )
        asked.open_file(file)
        rested(qtbot, parts)
        assert asked.ids == [FREE, AT_KIN]
        assert asked.model.rowCount() == 4
        assert "SERIAL" in str(asked.model.index(1, 2).data())
        asked.ui.choose.click()
        dialog(qtbot, BoutiquePicker).reject()
        closed(qtbot, BoutiquePicker)
        closed(qtbot, SerialDialog)


def test_the_menu_offers_what_makes_sense(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (_parts, screen):
        menu = menu_of(screen.work, [FREE], None)
        enabled = [action.isEnabled() for action in menu.actions() if not action.isSeparator()]
        assert enabled == [True, False, False, True, True, True, True]
        menu.actions()[-1].trigger()
        assert QApplication.clipboard().text() == "SERIAL-1"
        menu.deleteLater()
        of_boutique = menu_of(screen.work, [], KIN)
        assert len(of_boutique.actions()) == 2
        of_boutique.deleteLater()


def test_a_copy_has_headers_and_computes_nothing(qtbot: QtBot) -> None:
    source = shop()
    source.terminal_list[0] = replace(source.terminal_list[0], name="=1+1")
    with screen_over(qtbot, source) as (parts, screen):
        select(screen, FREE, AT_KIN)
        screen.terminals.setFocus()
        QTest.keyClick(screen.terminals, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        rested(qtbot, parts)
        lines = QApplication.clipboard().text().splitlines()
        assert len(lines) == 3
        assert "\t=1+1" not in lines[1]
        assert "1+1" in lines[1]
        parts.window.resize(1920, 900)
        rested(qtbot, parts)
        QTest.keyClick(screen.terminals, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        rested(qtbot, parts)
        head, first, _ = (line.split("\t") for line in QApplication.clipboard().text().splitlines())
        seen = first[head.index("Activité")]
        assert seen == "" or seen.count(":") == 2, "a moment, not how long ago it was"
        assert first[head.index("Ventes")].isdigit()


def test_sort_and_quick_filter_are_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    for remembered in (False, True):
        with window_over(qtbot, shop(), memory=memory) as parts:
            found = go(qtbot, parts, "assignment")
            assert isinstance(found, AssignmentScreen)
            if not remembered:
                found.chips.choose("silent")
                found.terminals.sort_wanted.emit(1, Qt.SortOrder.DescendingOrder)
            assert found.shown() == 1
            header = found.terminals.horizontalHeader()
            assert not remembered or header.sortIndicatorSection() == 1


# Pages.
def test_a_terminals_page_tells_when_and_from_where_it_was_logged_in(qtbot: QtBot) -> None:
    source = shop()
    began = NOW - timedelta(days=2)
    source.session_list[FREE] = [
        TerminalSession(NOW, None, True, "10.24.6.3", "2.0.1"),
        TerminalSession(began, began + timedelta(hours=1), False, "10.24.6.9", "1.4.2"),
    ]
    with screen_over(qtbot, source) as (parts, screen):
        screen.terminals.opened.emit(FREE)
        page = dialog(qtbot, TerminalPage)
        rested(qtbot, parts)
        formats = parts.context.formats
        texts = {label.text(): label for label in page.findChildren(QLabel)}
        newest = texts[f"{formats.minute(NOW)}, encore ouverte"]
        assert f"du {formats.minute(began)} au" in newest.toolTip()
        assert "10.24.6.3 · 2.0.1" in texts
        page.reject()


def test_a_terminals_page_does_without_sessions_an_account_may_not_read(
    qtbot: QtBot,
) -> None:
    class Closed(WritingShop):
        def terminal_sessions(self, terminal: int, limit: int = 10) -> Sequence[TerminalSession]:
            raise Refused(f"permission denied: {terminal}, {limit}", step="rights")

    found = shop()
    source = Closed(found.terminal_list, found.boutique_list, found.sale_list)
    with screen_over(qtbot, source) as (parts, screen):
        screen.terminals.opened.emit(FREE)
        page = dialog(qtbot, TerminalPage)
        rested(qtbot, parts)
        assert page.first.model().rowCount() == 1
        assert not page.ui.problem.text()
        page.reject()


def test_a_terminals_page_tells_where_it_sold_and_leads_to_its_orphans(qtbot: QtBot) -> None:
    wanted: list[Goto] = []
    with screen_over(qtbot, shop()) as (parts, screen):
        parts.context.ways.wanted.connect(wanted.append)
        screen.terminals.opened.emit(FREE)
        page = dialog(qtbot, TerminalPage)
        rested(qtbot, parts)
        assert page.first.model().rowCount() == 1
        assert page.ui.orphans.isVisible()
        assert not page.ui.second_card.isVisible()
        assert page.bars.accessibleDescription()
        assert not page.grab().isNull()
        page.ui.show_orphans.click()
        assert wanted == [Goto("sales", terminal=FREE, orphans=True)]
        rested(qtbot, parts)
        closed(qtbot, TerminalPage)


def test_the_hint_follows_rows_that_move_below_a_resting_mouse(qtbot: QtBot) -> None:
    source = shop()
    source.boutique_list += [boutique(100 + number, f"Ville {number:02}") for number in range(30)]
    with screen_over(qtbot, source) as (parts, screen):
        parts.window.resize(1200, 500)
        rested(qtbot, parts)
        view, mime = screen.boutiques.view, pack([FREE])
        assert hover(screen, place(screen, KIN), mime)
        before = view.hint
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert before is not None
        assert view.hint is not None
        assert view.hint.title != before.title
        leave(screen)
        bar.setValue(0)
        assert view.hint is None


def test_a_boutiques_page_tells_its_terminals_now_and_before(qtbot: QtBot) -> None:
    source = shop()
    source.sale_list.append(sale(20, source.boutique_list[LIMETE - 1], source.terminal_list[1]))
    with screen_over(qtbot, source) as (parts, screen):
        screen.work.open_boutique(LIMETE)
        page = dialog(qtbot, BoutiquePage)
        rested(qtbot, parts)
        model = page.first.model()
        here = [bool(model.index(row, 1).data()) for row in range(model.rowCount())]
        assert here == [True, True, False]
        page.reject()
        closed(qtbot, BoutiquePage)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_cuts_no_date_and_no_amount_and_keeps_the_end_of_names(
    qtbot: QtBot, language: str
) -> None:
    source = shop()
    kin, till = source.boutique_list[0], source.terminal_list[AT_KIN - 1]
    till = replace(till, name="Kin Market Mont-Ngafula caisse 1 (Jean-Claude)")
    source.terminal_list[AT_KIN - 1] = till
    source.sale_list.append(sale(20, kin, till, cents=1_234_567_800, currency="CDF"))
    source.sale_list.append(sale(21, kin, till, cents=123_456, currency="USD"))
    with window_over(qtbot, source, language) as parts:
        screen = go(qtbot, parts, "assignment")
        assert isinstance(screen, AssignmentScreen)
        screen.work.open_boutique(KIN)
        page = dialog(qtbot, BoutiquePage)
        rested(qtbot, parts)
        table = page.first
        metrics = QFontMetrics(table.font())
        model = table.table_model()
        for place, column in enumerate(model.columns):
            if place == 0:
                assert column.keep_end
                continue
            cells = [model.cell_at(row, place)[0] for row in range(model.rowCount())]
            needed = max(metrics.horizontalAdvance(cell.text) for cell in cells) + 2 * PADDING
            assert table.columnWidth(place) >= needed, column.key
        assert table.horizontalHeader().length() <= table.viewport().width()
        page.reject()
        closed(qtbot, BoutiquePage)


def test_a_page_says_in_a_sentence_what_it_has_nothing_to_show_of(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        screen.work.open_terminal(QUIET)
        page = dialog(qtbot, TerminalPage)
        rested(qtbot, parts)
        ui = page.ui
        assert not page.bars.isVisible()
        assert not ui.first_card.isVisible()
        assert not ui.chart_title.isVisible()
        for said in (ui.first_title, ui.second_title):
            assert said.isVisible()
            assert said.text().endswith(".")
            assert said.property("role") == "muted"
        page.reject()
        closed(qtbot, TerminalPage)


# Where nothing can be changed.
def test_a_read_only_connection_cannot_be_dragged_on_and_says_why(qtbot: QtBot) -> None:
    source = shop()
    source.read_only = ReadOnlyReason.NETWORK_SHARE
    with screen_over(qtbot, source) as (parts, screen):
        select(screen, FREE)
        index = screen.model.index(0, 0)
        assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled
        assert not hover(screen, place(screen, KIN), pack([FREE]))
        leave(screen)
        button = screen.findChild(QPushButton, "assign_to")
        assert isinstance(button, QPushButton)
        assert not button.isEnabled()
        assert parts.context.changes.why_not()
        assert button.toolTip()
        screen.work.assign([FREE], KIN)
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]


def test_where_nothing_can_be_changed_it_is_said_whole_and_nothing_invites_to_drop(
    qtbot: QtBot,
) -> None:
    source = shop()
    source.read_only = ReadOnlyReason.SERVER
    with screen_over(qtbot, source) as (parts, screen):
        parts.window.resize(880, 520)
        rested(qtbot, parts)
        text = child(screen, QLabel, "read_only_text")
        assert text.text() == parts.context.changes.why_not()
        assert text.isVisible()
        assert text.height() >= text.heightForWidth(text.width())
        assert not child(screen, QPushButton, "prepare").isVisible()
        assert label_text(screen, "assignment_hint") == ""
        nowhere = screen.boutiques.model.node(place(screen, None))
        assert nowhere is not None
        assert screen.boutiques.model.note_of(nowhere) is None


def test_a_database_that_is_not_prepared_offers_to_prepare_it(qtbot: QtBot) -> None:
    source = shop()
    source.read_only = ReadOnlyReason.NOT_PREPARED
    with screen_over(qtbot, source) as (parts, screen):
        child(screen, QPushButton, "prepare").click()
        dialog(qtbot, PrepareDialog).reject()
        rested(qtbot, parts)
        info = parts.context.session.info
        assert info is not None
        parts.context.session.come_back(replace(info, read_only=None, prepared=True))
        rested(qtbot, parts)
        assert not child(screen, QLabel, "read_only_text").isVisible()
        assert label_text(screen, "assignment_hint")
        nowhere = screen.boutiques.model.node(place(screen, None))
        assert nowhere is not None
        assert screen.boutiques.model.note_of(nowhere) is not None


def test_a_filter_that_no_boutique_matches_says_so_and_leads_back(qtbot: QtBot) -> None:
    with screen_over(qtbot, shop()) as (parts, screen):
        field = child(screen, QLineEdit, "tree_filter")
        field.setText("zzz")
        rested(qtbot, parts)
        nothing = screen.boutiques.nothing
        assert nothing.isVisible()
        assert nothing.accessibleName()
        # Terminals can still be detached.
        assert drop(screen, None, [AT_KIN])
        dialog(qtbot, ConfirmDialog).reject()
        child(nothing, QPushButton, "next_step").click()
        rested(qtbot, parts)
        assert not nothing.isVisible()
        assert screen.boutiques.model.keys(Kind.BOUTIQUE)
        assert screen.boutiques.view.height() > 200


def test_what_others_did_is_read_for_what_it_touched_alone(qtbot: QtBot) -> None:
    source = shop()
    with screen_over(qtbot, source) as (parts, screen):
        select(screen, AT_KIN)
        counted = screen.shop.by_terminal
        source.terminal_list[0] = replace(
            source.terminal_list[0], boutique_id=KIN, boutique_name="Kin Centre"
        )
        parts.context.changes.changed.emit(
            Touched(frozenset({FREE}), boutiques=frozenset({KIN}), elsewhere=True)
        )
        rested(qtbot, parts)
        assert screen.shop.by_terminal is counted
        assert screen.shop.terminals[FREE].boutique_id == KIN
        assert list(screen.terminals.selected_ids()) == [AT_KIN]
        assert "Kin Centre" in texts(screen, 3)
