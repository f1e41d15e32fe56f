"""The screen of the repair: the preview, what is chosen of it, and what Apply would do."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.repair import Choices, plan_repair, select
from desktop_admin.domain.traces import plan_strays
from desktop_admin.gui.app import Parts
from desktop_admin.gui.export.offer import Format
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.amount_filter import read_amount
from desktop_admin.gui.repair.exporting import offer_plan
from desktop_admin.gui.repair.rows import FIRST, MORE, Kind, Node
from desktop_admin.gui.repair.screen import RepairScreen
from desktop_admin.gui.taking_back import ASKS_FROM
from desktop_admin.gui.widgets.question import Question
from desktop_admin.sources.base import SalesSource
from desktop_admin.sources.sql.source import open_sql
from tests.gui.fakes import NOW, FakeSource
from tests.gui.windows import child, label_text, rested, window_over

CODES = list(Confidence)


@pytest.fixture
def file(demo_file: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "shop.sqlite3"
    shutil.copy(demo_file, copied)
    return copied


@pytest.fixture
def source(file: Path) -> Iterator[SalesSource]:
    """A second program at the same database."""
    opened = opener(file)()
    yield opened
    opened.close()


def opener(file: Path) -> Callable[[], SalesSource]:
    return lambda: open_sql(f"sqlite:///{file}", clock=frozen_clock(NOW))


@pytest.fixture
def shown(qtbot: QtBot, file: Path) -> Iterator[tuple[Parts, RepairScreen]]:
    with window_over(qtbot, opener(file)) as parts:
        qtbot.waitUntil(lambda: parts.context.session.source is not None)
        parts.window.navigation.choose("repair")
        rested(qtbot, parts)
        screen = parts.window.current
        assert isinstance(screen, RepairScreen)
        assert screen.analysis is not None
        yield parts, screen


def top(screen: RepairScreen, code: Confidence) -> QModelIndex:
    return screen.model.index_of(Node(Kind.CONFIDENCE, CODES.index(code)))


def group(screen: RepairScreen, code: Confidence, row: int = 0) -> QModelIndex:
    return screen.model.index(row, 0, top(screen, code))


def node(screen: RepairScreen, index: QModelIndex) -> Node:
    found = screen.model.node(index)
    assert found is not None
    return found


def check(screen: RepairScreen, index: QModelIndex) -> Qt.CheckState | None:
    return screen.model.check_of(node(screen, index))


def ticked(screen: RepairScreen) -> int:
    assert screen.analysis is not None
    return screen.analysis.look.summary.selected.sales


def test_what_is_ticked_at_first_is_what_the_command_line_would_apply(
    shown: tuple[Parts, RepairScreen], source: SalesSource
) -> None:
    _, screen = shown
    plan = plan_repair(source.evidence())
    certain = select(plan, Choices())
    assert ticked(screen) == len(certain) > 0
    assert check(screen, top(screen, Confidence.CERTAIN)) is Qt.CheckState.Checked
    assert check(screen, top(screen, Confidence.DEDUCED)) is Qt.CheckState.Unchecked
    assert str(len(certain)) in screen.parts.bar.text
    for code in Confidence:
        assert screen.parts.strip.cells[code].accessibleName().split(", ")[1] == str(
            plan.counts()[code]
        )


def test_the_model_keeps_qts_rules_while_it_is_opened_ticked_and_narrowed(
    shown: tuple[Parts, RepairScreen], qtbot: QtBot
) -> None:
    parts, screen = shown
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(screen.model, mode, screen)
    screen.tree.open_all()
    screen.model.toggle([node(screen, top(screen, Confidence.DEDUCED))])
    screen.page.set_filter_text("caisse 1")
    screen.page.filter_changed.emit("caisse 1")
    rested(qtbot, parts)
    screen.tree.close_all()
    assert tester.model() is screen.model


def test_a_box_ticks_everything_below_it_and_shows_what_is_ticked_above(
    shown: tuple[Parts, RepairScreen],
) -> None:
    _, screen = shown
    before = ticked(screen)
    first = group(screen, Confidence.CERTAIN)
    size = screen.model.rowCount(first)
    screen.model.toggle([node(screen, first)])
    assert check(screen, first) is Qt.CheckState.Unchecked
    assert check(screen, top(screen, Confidence.CERTAIN)) is Qt.CheckState.PartiallyChecked
    assert ticked(screen) == before - size
    sale = screen.model.index(0, 0, first)
    screen.model.toggle([node(screen, sale)])
    expected = Qt.CheckState.PartiallyChecked if size > 1 else Qt.CheckState.Checked
    assert check(screen, first) is expected
    assert ticked(screen) == before - size + 1
    screen.model.toggle([node(screen, top(screen, Confidence.CERTAIN))])
    assert ticked(screen) == before


def test_a_click_on_a_box_ticks_and_a_click_beside_it_only_selects(
    shown: tuple[Parts, RepairScreen],
) -> None:
    _, screen = shown
    tree = screen.tree
    index = group(screen, Confidence.DEDUCED)
    tree.scrollTo(index)
    rect = tree.visualRect(index)
    before = ticked(screen)
    delegate = tree.itemDelegate()
    box = delegate.box_of(rect)  # type: ignore[attr-defined]
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(tree.viewport(), left, pos=QPoint(rect.left() + 120, rect.center().y()))
    assert ticked(screen) == before
    QTest.mouseClick(tree.viewport(), left, pos=box.center())
    assert ticked(screen) > before


def test_the_space_bar_ticks_all_selected_rows(shown: tuple[Parts, RepairScreen]) -> None:
    _, screen = shown
    tree = screen.tree
    tree.setFocus()
    tree.setCurrentIndex(group(screen, Confidence.DEDUCED))
    QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before, chosen = ticked(screen), len(tree.selected())
    assert chosen == 2
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert all(
        check(screen, group(screen, Confidence.DEDUCED, row)) is Qt.CheckState.Checked
        for row in range(2)
    )
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert ticked(screen) == before


def test_a_screen_reader_gets_names_boxes_and_what_is_open(
    shown: tuple[Parts, RepairScreen],
) -> None:
    _, screen = shown
    index = group(screen, Confidence.CERTAIN)
    assert screen.model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert " → " in screen.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert screen.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert check(screen, index) is Qt.CheckState.Unchecked
    interface = QAccessible.queryAccessibleInterface(screen.tree)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Tree
    columns = screen.model.columnCount()
    screen_words = QCoreApplication.translate("Repair", "partly ticked")
    # The header is the first row.
    heading = interface.child(columns)
    state = heading.state()
    assert state.checkable
    assert not state.checked
    assert heading.text(QAccessible.Text.Name).endswith(screen_words)
    assert state.expandable
    assert state.expanded
    assert heading.text(QAccessible.Text.Name)


def test_a_filter_narrows_down_what_is_shown_and_what_is_applied_and_says_so(
    shown: tuple[Parts, RepairScreen], qtbot: QtBot, source: SalesSource
) -> None:
    parts, screen = shown
    plan = plan_repair(source.evidence())
    certain = select(plan, Choices())
    terminal = next(
        one.proposal.orphan.terminal_id
        for one in certain
        if one.proposal.orphan.terminal_id is not None
    )
    parts.context.ways.go(Goto("repair", terminal=terminal))
    rested(qtbot, parts)
    mine = select(plan, Choices(terminals=frozenset({terminal})))
    assert ticked(screen) == len(mine) < len(certain)
    assert screen.analysis is not None
    assert screen.analysis.look.summary.hidden == len(certain) - len(mine)
    note = label_text(screen.parts.bar, "note")
    assert str(len(certain) - len(mine)) in note
    screen.show_all()
    rested(qtbot, parts)
    assert ticked(screen) == len(certain)


def test_what_an_operator_has_decided_outlives_a_new_analysis(
    shown: tuple[Parts, RepairScreen], qtbot: QtBot
) -> None:
    parts, screen = shown
    screen.model.toggle([node(screen, group(screen, Confidence.CERTAIN))])
    screen.model.toggle([node(screen, group(screen, Confidence.CONFLICT))])
    decided = ticked(screen)
    screen.refresh()
    rested(qtbot, parts)
    assert ticked(screen) == decided
    assert check(screen, group(screen, Confidence.CERTAIN)) is Qt.CheckState.Unchecked
    assert check(screen, group(screen, Confidence.CONFLICT)) is Qt.CheckState.Checked


def test_a_blocked_group_can_be_ticked_once_its_boutique_was_chosen(
    shown: tuple[Parts, RepairScreen],
) -> None:
    _, screen = shown
    index = group(screen, Confidence.BLOCKED)
    assert not screen.model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    screen.tree.setCurrentIndex(index)
    assert screen.analysis is not None
    target = next(one.id for one in screen.analysis.subject.boutiques.values() if not one.depot)
    before = ticked(screen)
    screen.choosing.aim(target)
    assert ticked(screen) > before
    assert screen.model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable


def question() -> Question:
    found = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, Question) and one.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def test_apply_asks_with_its_figures_and_cancel_is_what_enter_gives(
    shown: tuple[Parts, RepairScreen], source: SalesSource, qtbot: QtBot
) -> None:
    parts, screen = shown
    text, sales = screen.parts.bar.text, ticked(screen)
    screen.parts.bar.press()
    asked = question()
    assert text in asked.meaning
    assert str(sales) in asked.title
    assert asked.buttons["stay"].isDefault()
    QTest.keyClick(asked, Qt.Key.Key_Return)
    rested(qtbot, parts)
    assert not source.journal(EntryFilter())


def test_what_is_applied_is_exactly_what_was_ticked(
    shown: tuple[Parts, RepairScreen], source: SalesSource, qtbot: QtBot
) -> None:
    parts, screen = shown
    screen.model.toggle([node(screen, group(screen, Confidence.CERTAIN))])
    plan = plan_repair(source.evidence())
    assert screen.analysis is not None
    left_out = screen.model.mask_of(node(screen, group(screen, Confidence.CERTAIN)))
    spared = {
        one.orphan.sale_id
        for one, mine in zip(screen.analysis.look.preview.items, left_out, strict=True)
        if mine
    }
    expected = {
        one.proposal.orphan.sale_id: one.target
        for one in select(plan, Choices())
        if one.proposal.orphan.sale_id not in spared
    }
    reports: list[object] = []
    screen.applying.reported.connect(reports.append)
    screen.parts.bar.press()
    question().answer("apply")
    rested(qtbot, parts)
    entry = source.journal(EntryFilter())[0]
    rows = source.journal_rows(entry.change_set)
    assert {row.id: row.after for row in rows} == expected
    assert len(reports) == 1


def test_a_plan_that_went_stale_says_so_and_leaves_out_what_was_changed(
    shown: tuple[Parts, RepairScreen], file: Path, qtbot: QtBot
) -> None:
    parts, screen = shown
    assert screen.analysis is not None
    before = ticked(screen)
    sale = screen.analysis.look.preview.items[0].orphan.sale_id
    with sqlite3.connect(file) as other:
        other.execute(
            "UPDATE inventory_vente SET boutique_id ="
            " (SELECT min(id) FROM inventory_boutique) WHERE id = ?",
            [sale],
        )
    other.close()
    parts.window.watcher.look()
    qtbot.waitUntil(lambda: bool(screen.parts.notice.text))
    assert ticked(screen) == before - 1
    child(screen.parts.notice, QPushButton, "again").click()
    rested(qtbot, parts)
    assert not screen.parts.notice.text
    assert ticked(screen) == before - 1


def crowd(file: Path, sales: int) -> None:
    """So many orphans more of one terminal, certain by their number and their terminal."""
    with closing(sqlite3.connect(file)) as shop, shop:
        till, place = shop.execute(
            "SELECT c.id, c.boutique_id FROM inventory_client c JOIN inventory_boutique b"
            " ON b.id = c.boutique_id WHERE b.est_depot = 0 AND c.est_actif LIMIT 1"
        ).fetchone()
        columns = [row[1] for row in shop.execute("PRAGMA table_info(inventory_vente)")]
        shown = {
            "id": "n.i + 10000000",
            "boutique_id": "NULL",
            "client_maui_id": str(till),
            "date_vente": "strftime('%Y-%m-%d %H:%M:%S', '2026-09-01', '+' || (n.i * 30) ||"
            " ' seconds')",
            "numero_facture": f"'VENTE-{place}-20261101100000-' || n.i",
        }
        values = ", ".join(shown.get(name, f"v.{name}") for name in columns)
        shop.execute(
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {sales})"
            f" INSERT INTO inventory_vente ({', '.join(columns)})"
            f" SELECT {values} FROM n, (SELECT * FROM inventory_vente WHERE paye LIMIT 1) v"
        )


def test_a_large_group_is_shown_a_page_at_a_time(
    shown: tuple[Parts, RepairScreen], file: Path, qtbot: QtBot
) -> None:
    parts, screen = shown
    crowd(file, 2 * MORE)
    screen.refresh()
    rested(qtbot, parts)
    assert screen.analysis is not None
    sums = screen.analysis.look.scope.groups
    number = max(range(len(sums)), key=lambda one: sums[one].sales)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(screen.model, mode, screen)
    index = screen.model.index_of(Node(Kind.GROUP, number))
    screen.tree.expand(index)
    assert tester.model().rowCount(index) == FIRST + 1
    for expected in (FIRST + MORE + 1, sums[number].sales):
        last = screen.model.index(screen.model.rowCount(index) - 1, 0, index)
        assert node(screen, last).kind is Kind.MORE
        screen.tree.setCurrentIndex(last)
        QTest.keyClick(screen.tree, Qt.Key.Key_Return)
        assert screen.model.rowCount(index) == expected
    last = screen.model.index(screen.model.rowCount(index) - 1, 0, index)
    assert node(screen, last).kind is Kind.SALE


@pytest.mark.parametrize("descending", [True, False])
def test_groups_and_their_sales_stand_in_the_order_of_the_column_clicked(
    shown: tuple[Parts, RepairScreen], file: Path, qtbot: QtBot, descending: bool
) -> None:
    parts, screen = shown
    crowd(file, 20)
    screen.refresh()
    rested(qtbot, parts)
    keys = [column.key for column in screen.model.columns]
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    screen.tree.sort_wanted.emit(keys.index("amount_CDF"), order)
    assert screen.analysis is not None
    look = screen.analysis.look
    above = top(screen, Confidence.CERTAIN)
    amounts = [
        look.scope.groups[node(screen, screen.model.index(row, 0, above)).number].amounts["CDF"]
        for row in range(screen.model.rowCount(above))
    ]
    assert amounts == sorted(amounts, reverse=descending)
    assert len(set(amounts)) > 2
    screen.tree.sort_wanted.emit(keys.index("period"), order)
    biggest = max(range(len(look.scope.groups)), key=lambda one: look.scope.groups[one].sales)
    index = screen.model.index_of(Node(Kind.GROUP, biggest))
    rows = [
        node(screen, screen.model.index(row, 0, index))
        for row in range(screen.model.rowCount(index))
    ]
    moments = [look.preview.items[one.number].orphan.sold_at for one in rows]
    assert all(moments)
    assert moments == sorted(moments, key=lambda at: at or NOW, reverse=descending)
    assert len(moments) >= 20


def test_the_saved_preview_holds_what_is_shown_and_says_what_is_ticked(
    shown: tuple[Parts, RepairScreen], tmp_path: Path, qtbot: QtBot
) -> None:
    parts, screen = shown
    for key in ("orphans", "strays"):
        screen.parts.lists.choose(key)
        rested(qtbot, parts)
        screen.model.toggle([node(screen, screen.model.index(0, 0))])
        screen.model.tick([node(screen, screen.model.index(1, 0))], on=True)
        path = tmp_path / f"{key}.csv"
        offer = offer_plan(screen)
        assert offer is not None
        screen.leaving.exporter.save_as(offer, Format.FRENCH_CSV, path)
        rested(qtbot, parts)
        lines = path.read_text("utf-8-sig").splitlines()
        assert len(lines) == screen.shown() + 1
        assert sum(";oui;" in one for one in lines) == ticked(screen) > 0


def test_sales_without_terminal_get_theirs_by_the_same_door_and_lose_it_again(
    shown: tuple[Parts, RepairScreen], source: SalesSource, qtbot: QtBot
) -> None:
    parts, screen = shown
    screen.parts.lists.choose("strays")
    rested(qtbot, parts)
    before, chosen = source.tally(), ticked(screen)
    assert chosen == sum(
        one.verdict.confidence is Confidence.CERTAIN
        for one in plan_strays(source.strays()).proposals
    )
    assert chosen
    screen.parts.bar.press()
    question().answer("apply")
    rested(qtbot, parts)
    assert source.tally().without_terminal == before.without_terminal - chosen
    parts.context.changes.undo_last()
    if chosen > ASKS_FROM:
        question().answer("undo")
    rested(qtbot, parts)
    assert source.tally() == before


def test_amounts_are_read_as_people_type_them(shown: tuple[Parts, RepairScreen]) -> None:
    formats = shown[0].context.formats
    assert read_amount("25 000,50", formats) == 2_500_050
    assert read_amount("25\u202f000", formats) == 2_500_000
    assert read_amount("  ", formats) is None
    with pytest.raises(ValueError, match="douze"):
        read_amount("douze", formats)
    with pytest.raises(ValueError, match="nan"):
        read_amount("nan", formats)


def test_sales_without_terminal_are_a_list_of_their_own(
    shown: tuple[Parts, RepairScreen], source: SalesSource, qtbot: QtBot
) -> None:
    parts, screen = shown
    orphans = screen.total()
    screen.parts.lists.choose("strays")
    rested(qtbot, parts)
    assert screen.total() == len(source.strays().strays) > 0
    screen.parts.lists.choose("orphans")
    rested(qtbot, parts)
    assert screen.total() == orphans


def test_nothing_to_repair_is_said(qtbot: QtBot) -> None:
    from tests.gui.fakes import boutique

    with window_over(qtbot, FakeSource(boutique_list=[boutique(1)])) as parts:
        rested(qtbot, parts)
        parts.window.navigation.choose("repair")
        rested(qtbot, parts)
        screen = parts.window.current
        assert isinstance(screen, RepairScreen)
        assert not screen.page.shows_rows
