"""The screen of sales: filters, columns, views, a frozen selection, copies, and the detail."""

from array import array
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin.domain.changes import ChangeKind, Entity, Field
from desktop_admin.domain.journal import HistoryItem, JournalEntry, JournalRow
from desktop_admin.domain.model import SaleLine
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.gui.app import Parts
from desktop_admin.gui.export import exporter
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.messages import Message
from desktop_admin.gui.sales.narrowing import Narrowing
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.sales.views import SavedView
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.column_layout import ColumnLayout
from desktop_admin.gui.widgets.elided_label import ElidedLabel
from desktop_admin.gui.widgets.filter_bar import Chosen
from desktop_admin.gui.widgets.selection import RUNS
from desktop_admin.gui.widgets.table_page import CLEAR
from desktop_admin.sources.base import SaleFlag, SaleSort
from tests.gui.fakes import NOW, FakeSource, boutique, sale, small_shop
from tests.gui.windows import child, go, label_text, rested, texts, watched, window_over


def sales(qtbot: QtBot, parts: Parts) -> SalesScreen:
    screen = go(qtbot, parts, "sales")
    assert isinstance(screen, SalesScreen)
    return screen


def pick(screen: SalesScreen, *rows: int) -> None:
    table = screen.page.table
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        table.selectionModel().select(table.model().index(row, 0), flags)
        quiet = QItemSelectionModel.SelectionFlag.NoUpdate
        table.selectionModel().setCurrentIndex(table.model().index(row, 0), quiet)


def heard(parts: Parts) -> list[Message]:
    said: list[Message] = []
    parts.context.messages.said.connect(said.append)
    return said


def words_in(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    buttons = [button.text() for button in widget.findChildren(QPushButton)]
    return "\n".join(labels + buttons).replace("\u200b", "")


def is_open(screen: SalesScreen) -> bool:
    return screen.parts.side.is_open


# Filters.
def test_ticked_values_are_asked_of_the_source_and_said_on_the_button(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        watched(screen)
        button = screen.filters.buttons["currencies"]
        assert not screen.filters.clear.isVisible()
        button.popup.model.toggle(1)
        button.popup.toggled.emit()
        qtbot.waitUntil(lambda: screen.shown() == 3)
        rested(qtbot, parts)
        assert shop.queries[-1].currencies == frozenset({"USD"})
        assert button.text() == "Currency: USD"
        assert screen.chips.buttons["all"].text().endswith("3")
        assert screen.filters.clear.isVisible()
        screen.filters.clear.click()
        rested(qtbot, parts)
        assert screen.shown() == 30
        assert button.text() == "Currency: all"


def test_several_values_are_one_filter(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        chosen: Chosen = {1: "Caisse 1", 2: "Élise"}
        screen.show_narrowing(Narrowing(chosen={"terminals": chosen}))
        rested(qtbot, parts)
        assert screen.shown() == 27
        assert screen.filters.buttons["terminals"].text() == "Terminal: Caisse 1 +1"
        assert "Élise" in screen.filters.buttons["terminals"].toolTip()


def test_the_popup_finds_by_typing_and_ticks_with_the_keyboard(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        button = screen.filters.buttons["boutiques"]
        button.click()
        popup = button.popup
        assert popup.isVisible()
        search = popup.findChild(QWidget, "search")
        assert search is not None
        QTest.keyClicks(search, "lim")
        assert popup.model.rowCount() == 1
        QTest.keyClick(search, Qt.Key.Key_Return)
        QTest.keyClick(popup, Qt.Key.Key_Escape)
        assert not popup.isVisible()
        rested(qtbot, parts)
        assert screen.narrowing.chosen == {"boutiques": {2: "Limete"}}
        assert screen.shown() == 0
        assert not screen.page.shows_rows


def test_the_period_of_the_window_narrows_the_sales_down(qtbot: QtBot) -> None:
    shop = small_shop()
    old = NOW.replace(year=2025)
    shop.sale_list[4] = shop.sale_list[4]._replace(sold_at=old)
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        day = date(2025, 11, 22)
        parts.context.period.choose(Period(PeriodKind.FREE, day, day))
        rested(qtbot, parts)
        assert list(screen.model.ids) == [5]
        assert child(screen, ElidedLabel, "counts").text() == "22 November 2025, Kinshasa time"


def test_an_empty_period_offers_to_widen_it(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        day = date(2020, 1, 1)
        parts.context.period.choose(Period(PeriodKind.FREE, day, day))
        rested(qtbot, parts)
        state = screen.page._state
        assert child(state, QLabel, "title").text() == "No sale in this period"
        child(state, QPushButton, "next_step").click()
        rested(qtbot, parts)
        assert screen.shown() == 30


def test_a_filter_that_matches_at_other_dates_leads_there_and_stays(qtbot: QtBot) -> None:
    shop = small_shop()
    old = NOW.replace(year=2025)
    shop.sale_list[4] = shop.sale_list[4]._replace(sold_at=old)
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        screen.chips.choose(SaleFlag.ORPHAN.value)
        rested(qtbot, parts)
        orphans = list(screen.model.ids)
        assert orphans
        day = date(2025, 11, 22)
        parts.context.period.choose(Period(PeriodKind.FREE, day, day))
        rested(qtbot, parts)
        assert not screen.shown()
        state = screen.page._state
        assert "other days" in label_text(state, "meaning")
        child(state, QPushButton, "next_step").click()
        rested(qtbot, parts)
        assert screen.chips.current == SaleFlag.ORPHAN.value
        assert list(screen.model.ids) == orphans


def test_a_period_that_changes_while_nobody_looks_is_followed_when_somebody_does(
    qtbot: QtBot,
) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        screen = sales(qtbot, parts)
        parts.window.navigation.step(-1)
        rested(qtbot, parts)
        asked = len(shop.queries)
        parts.context.period.choose_kind(PeriodKind.LAST_MONTH)
        rested(qtbot, parts)
        assert len(shop.queries) == asked
        parts.window.navigation.choose("sales")
        rested(qtbot, parts)
        assert shop.queries[-1].until is not None
        assert screen.shown() == 0


def test_filters_order_and_columns_are_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        screen = sales(qtbot, parts)
        chosen = Narrowing("VENTE", SaleFlag.UNPAID, {"boutiques": {1: "Kin"}}, SaleSort.AMOUNT)
        screen.show_narrowing(chosen)
        layout = ColumnLayout(("amount", "state"), frozenset({"payment"}), {"amount": 150})
        screen.parts.show_columns(layout_of(screen, layout))
        rested(qtbot, parts)
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        screen = sales(qtbot, parts)
        assert screen.narrowing == chosen
        assert screen.chips.current == "unpaid"
        assert screen.page.filter_text == "VENTE"
        field = child(screen.page, QLineEdit, "filter")
        # Its cross fades in; only then the text can be taken away by the mouse.
        cross = next(
            button
            for button in field.findChildren(QToolButton)
            if button.defaultAction().objectName() == CLEAR
        )
        qtbot.waitUntil(lambda: cross.property("opacity") == 1)
        shown = screen.page.table.columns_shown()
        assert [column.key for column in shown][:2] == ["amount", "state"]
        assert "payment" not in {column.key for column in shown}
        assert screen.page.table.columnWidth(6) == 150


@pytest.mark.parametrize("width", [1366, 1093])
def test_beside_the_detail_an_amount_is_never_cut_and_no_column_is_forgotten(
    qtbot: QtBot, width: int
) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = sales(qtbot, parts)
        usual = screen.page.table.layout_now().hidden
        parts.window.resize(width, 700)
        screen.parts.side.open()
        rested(qtbot, parts)
        table = screen.page.table
        assert not table.horizontalScrollBar().maximum()
        assert "amount" in {column.key for column in table.columns_shown()}
        assert "payment" not in {column.key for column in table.columns_shown()}
        assert table.layout_now().hidden == usual
        screen.parts.side.close()
        parts.window.resize(1500, 700)
        rested(qtbot, parts)
        assert "payment" in {column.key for column in table.columns_shown()}


def layout_of(screen: SalesScreen, wanted: ColumnLayout) -> ColumnLayout:
    usual = screen.page.table.layout_now()
    rest = tuple(key for key in usual.order if key not in wanted.order)
    return ColumnLayout(wanted.order + rest, usual.hidden | wanted.hidden, wanted.widths)


# Views.
def test_a_view_brings_back_filter_order_and_columns(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = sales(qtbot, parts)
        view = Narrowing(flag=SaleFlag.ORPHAN, sort=SaleSort.AMOUNT, descending=False)
        screen.show_narrowing(view)
        layout = screen.page.table.layout_now()
        screen.parts.show_columns(replace(layout, hidden=layout.hidden | {"terminal"}))
        screen.parts.views.views.save(screen.parts.present("Orphelines"))
        screen.show_all()
        screen.parts.show_columns(layout)
        rested(qtbot, parts)
        found = screen.parts.views.views.find("orphelines")
        assert found is not None
        screen.parts.show_view(found)
        rested(qtbot, parts)
        assert screen.narrowing == view
        assert "terminal" not in {column.key for column in screen.page.table.columns_shown()}
        assert set(texts(screen, 0)) == {"Orpheline"}


def test_views_are_listed_replaced_renamed_and_deleted_with_a_way_back(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        said = heard(parts)
        button = screen.parts.views
        views = button.views
        views.save(SavedView("B & b", Narrowing(text="b"), {}))
        views.save(SavedView("a", Narrowing(text="a"), {}))
        menu = button.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        assert [one.text() for one in menu.actions()[:2]] == ["a", "B && b"]
        menu.actions()[1].trigger()
        assert screen.narrowing.text == "b"
        views.rename("a", "c")
        assert [one.name for one in views.all()] == ["B & b", "c"]
        button._delete(views.all()[1])
        assert [one.name for one in views.all()] == ["B & b"]
        undo = said[-1].on_action
        assert undo is not None
        undo()
        assert [one.name for one in views.all()] == ["B & b", "c"]
        rested(qtbot, parts)


def test_a_view_that_names_what_is_gone_says_so(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        said = heard(parts)
        gone = Narrowing(chosen={"boutiques": {1: "Kin Centre", 77: "Matonge"}})
        screen.parts.show_view(SavedView("x", gone, {"order": "?", "hidden": 3}))
        rested(qtbot, parts)
        assert "Matonge" in said[-1].text
        assert "Kin Centre" not in said[-1].text
        assert screen.shown() == 27
        assert "Matonge (gone)" in screen.filters.buttons["boutiques"].toolTip()


# Selection.
def test_all_that_match_is_frozen_and_nothing_comes_to_it(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        screen = sales(qtbot, parts)
        table = screen.page.table
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        rested(qtbot, parts)
        assert screen.selection.count == 30
        assert screen.parts.frozen.isVisible()
        shop.sale_list.append(sale(99, None, None))
        parts.window.refresh()
        rested(qtbot, parts)
        assert screen.shown() == 31
        assert screen.selection.count == 30
        assert screen.model.is_marked(screen.model.ids.index(5))
        assert not screen.model.is_marked(screen.model.ids.index(99))
        totals = screen.selection.totals
        assert totals is not None
        assert totals.sales == 30


def test_a_frozen_selection_outlives_a_filter_and_ends_with_a_click(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = sales(qtbot, parts)
        screen.chips.choose("orphan")
        rested(qtbot, parts)
        screen.page.table.selectAll()
        rested(qtbot, parts)
        screen.chips.choose("all")
        rested(qtbot, parts)
        assert sorted(screen.selection.ids()) == [3, 13, 23]
        pick(screen, 0)
        rested(qtbot, parts)
        assert list(screen.selection.ids()) == [1]
        assert not screen.parts.frozen.isVisible()
        assert not screen.model.is_marked(2)


def test_what_is_too_scattered_for_a_view_stays_selected_frozen(qtbot: QtBot) -> None:
    shop = FakeSource(sale_list=[sale(n, None, None) for n in range(1, 3 * RUNS)])
    with window_over(qtbot, shop) as parts:
        screen = sales(qtbot, parts)
        every_other = array("q", range(1, 3 * RUNS, 2))
        screen.reader.scattered.emit(every_other)
        rested(qtbot, parts)
        assert screen.selection.count == len(every_other)
        frozen = screen.selection.frozen
        assert frozen is not None
        assert frozen.query is None


# Copies.
def test_a_copy_is_read_by_the_languages_spreadsheets_and_computes_nothing(qtbot: QtBot) -> None:
    shop = small_shop(3)
    evil = boutique(1, "=1+1\tx")
    shop.sale_list[0] = sale(1, evil, None, cents=-1_234_50)
    with window_over(qtbot, shop) as parts:
        screen = sales(qtbot, parts)
        screen.parts.show_columns(
            layout_of(screen, ColumnLayout(("amount", "sold_at", "boutique"), frozenset()))
        )
        pick(screen, 0, 1)
        table = screen.page.table
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        rested(qtbot, parts)
        lines = QGuiApplication.clipboard().text().splitlines()
        assert len(lines) == 3
        assert lines[0].split("\t")[:3] == ["Montant", "Devise", "Vendue le"]
        assert lines[1].split("\t")[:3] == ["-1234,50", "CDF", "22/11/2026 11:59:00"]
        assert lines[1].split("\t")[3] == "'=1+1 x"
        assert lines[2].split("\t")[0] == "1502,00"


def test_too_many_rows_are_not_copied_but_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporter, "MOST_COPIED", 5)
    with window_over(qtbot, small_shop()) as parts:
        screen = sales(qtbot, parts)
        said = heard(parts)
        QGuiApplication.clipboard().setText("before")
        screen.page.table.selectAll()
        rested(qtbot, parts)
        screen.parts.copy()
        rested(qtbot, parts)
        assert QGuiApplication.clipboard().text() == "before"
        assert len(said) == 1


# Columns.
def test_more_columns_are_there_than_are_shown_at_first(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = sales(qtbot, parts)
        assert [column.key for column in screen.page.table.columns_shown()] == [
            "state",
            "number",
            "sold_at",
            "boutique",
            "terminal",
            "payment",
            "amount",
        ]
        hidden = {column.key for column in screen.columns if not column.shown}
        assert hidden == {"received_at", "delay", "merchant", "serial", "currency", "id"}
        screen.parts.show_columns(replace(screen.page.table.layout_now(), hidden=frozenset()))
        rested(qtbot, parts)
        keys = [column.key for column in screen.columns]
        assert texts(screen, keys.index("delay"))[0] == "+1\u00a0min" or texts(
            screen, keys.index("delay")
        )[0].startswith("+1")
        assert texts(screen, keys.index("id"))[0] == "1"


def test_a_column_that_was_moved_in_the_header_is_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        screen = sales(qtbot, parts)
        screen.page.table.horizontalHeader().moveSection(6, 0)
    with window_over(qtbot, small_shop(), memory=memory) as parts:
        screen = sales(qtbot, parts)
        assert screen.page.table.columns_shown()[0].key == "amount"
        screen.page.table.horizontalHeader().sectionClicked.emit(6)
        rested(qtbot, parts)
        assert screen.narrowing.sort is SaleSort.AMOUNT


def test_the_button_for_the_menu_leaves_a_frozen_selection_alone(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = sales(qtbot, parts)
        table = screen.page.table
        table.selectAll()
        rested(qtbot, parts)
        place = table.visualRect(table.model().index(3, 1)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
        assert screen.selection.count == 30
        assert table.currentIndex().row() == 3
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert screen.selection.count == 1
        screen.selection.freeze(screen.model.ids, screen.query)
        rested(qtbot, parts)
        child(screen.parts.frozen, QPushButton, "clear").click()
        assert screen.selection.count == 0


# What happens meanwhile.
def test_a_change_reads_again_only_what_it_touched(qtbot: QtBot) -> None:
    shop = small_shop(600)
    with window_over(qtbot, shop) as parts:
        screen = sales(qtbot, parts)
        pick(screen, 2)
        rested(qtbot, parts)
        asked, shop.pages_read[:] = len(shop.queries), []
        kin = shop.boutique_list[0]
        shop.sale_list[2] = shop.sale_list[2]._replace(boutique_id=1, boutique_name=kin.name)
        parts.context.changes.changed.emit(Touched(sales=frozenset({3}), elsewhere=True))
        rested(qtbot, parts)
        assert texts(screen, 3)[2] == "Kin Centre"
        assert list(screen.selection.ids()) == [3]
        assert len(shop.queries) == asked
        # The other screen looks at that one sale by itself.
        assert [len(page) for page in shop.pages_read if len(page) > 1] == [256]
        assert screen.chips.buttons["orphan"].text().endswith("59")


def test_repaired_here_what_no_longer_matches_leaves(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        screen = sales(qtbot, parts)
        screen.chips.choose("orphan")
        rested(qtbot, parts)
        shop.sale_list[2] = shop.sale_list[2]._replace(boutique_id=1, boutique_name="Kin")
        parts.context.changes.changed.emit(Touched(sales=frozenset({3})))
        rested(qtbot, parts)
        assert list(screen.model.ids) == [13, 23]


# Ways.
def test_one_comes_from_elsewhere_to_the_sales_of_a_terminal(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        parts.context.ways.go(Goto("sales", terminal=2))
        rested(qtbot, parts)
        screen = parts.window.current
        assert isinstance(screen, SalesScreen)
        assert screen.shown() == 3
        assert "Élise" in screen.filters.buttons["terminals"].text()


def test_one_comes_from_elsewhere_to_one_sale(qtbot: QtBot) -> None:
    shop = small_shop(900)
    with window_over(qtbot, shop) as parts:
        screen = sales(qtbot, parts)
        screen.chips.choose("orphan")
        rested(qtbot, parts)
        parts.context.ways.go(Goto("sales", sale=700))
        rested(qtbot, parts)
        assert list(screen.selection.ids()) == [700]
        top = screen.page.table.rowAt(0)
        assert top < 699 < top + 40


def test_the_menu_narrows_down_to_the_row_and_leads_to_its_places(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        pick(screen, 0)
        rested(qtbot, parts)
        wanted: list[Goto] = []
        parts.context.ways.wanted.connect(wanted.append)
        menu = screen.menu.made()
        lines = {action.text().split("\t")[0]: action for action in menu.actions()}
        lines["Show the terminal Caisse 1"].trigger()
        assert wanted[-1].terminal == 1
        lines["Copy the sale number"].trigger()
        assert QGuiApplication.clipboard().text() == "VENTE-000001"
        lines["Only the boutique Kin Centre"].trigger()
        menu.deleteLater()
        rested(qtbot, parts)
        assert screen.narrowing.chosen == {"boutiques": {1: "Kin Centre"}}


# The detail.
def shop_with_detail() -> FakeSource:
    shop = small_shop()
    shop.line_list[3] = [
        SaleLine(3, 1, "Robe <b>bazin</b>", 1, 1, 125_000_00, "CDF"),
        SaleLine(3, 2, "Foulard", 2, 2, 18_500_00, "CDF"),
    ]
    entry = JournalEntry(
        1, "x", ChangeKind.REPAIR, "", "aline", "poste", "", NOW, 1, 0, (), None, 0, ""
    )
    row = JournalRow(0, Entity.SALE, 3, Field.BOUTIQUE, 1, None, 0, None)
    shop.journal_list.append(HistoryItem(entry, row))
    return shop


def test_the_detail_tells_the_lines_the_journal_and_why_a_sale_counts_nowhere(
    qtbot: QtBot,
) -> None:
    with window_over(qtbot, shop_with_detail(), "en") as parts:
        with qtbot.waitExposed(parts.window):
            parts.window.activateWindow()
        screen = sales(qtbot, parts)
        assert not is_open(screen)
        pick(screen, 2)
        QTest.keyClick(screen.page.table, Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert is_open(screen)
        told = words_in(screen.parts.detail)
        assert "VENTE-000003" in told
        assert "Robe <b>bazin</b>" in told
        assert "162,000.00" in told
        assert "Boutique: Kin Centre → none" in told
        assert "repair by aline" in told
        assert "This sale has no boutique, and its terminal has none either." in told
        child(screen.parts.detail, QPushButton, "copy").click()
        assert QGuiApplication.clipboard().text() == "VENTE-000003"
        QTest.keyClick(screen.page.table, Qt.Key.Key_Escape)
        assert not is_open(screen)
        assert screen.page.table.hasFocus() or not parts.window.isActiveWindow()


def test_what_a_filter_takes_away_is_selected_no_more_and_the_detail_forgets_it(
    qtbot: QtBot,
) -> None:
    with window_over(qtbot, shop_with_detail(), "en") as parts:
        screen = sales(qtbot, parts)
        screen.parts.side.open()
        pick(screen, 2)
        rested(qtbot, parts)
        detail = screen.parts.detail
        assert "VENTE-000003" in words_in(detail)
        screen.chips.choose(SaleFlag.CANCELLED.value)
        rested(qtbot, parts)
        assert screen.selection.count == 0
        assert "VENTE-000003" not in words_in(detail)
        assert not child(detail, QPushButton, "assign").isVisible()


def test_several_sales_are_summed_up_beside_the_table(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        screen.parts.side.open()
        pick(screen, 0, 2, 4)
        rested(qtbot, parts)
        told = words_in(screen.parts.detail)
        assert "Caisse 1" in told
        assert "10.50" in told
        assert not child(screen.parts.detail, QWidget, "orphan").isHidden()
        assert child(screen.parts.detail, QPushButton, "copy").isHidden()


def test_an_answer_about_another_sale_is_not_shown(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        screen = sales(qtbot, parts)
        screen.parts.side.open()
        for row in range(6):
            pick(screen, row)
            qtbot.wait(20)
        rested(qtbot, parts)
        number = child(screen.parts.detail, QLabel, "number")
        assert number.accessibleName() == "VENTE-000006"


def test_a_sale_that_is_gone_is_said_beside_the_table(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        del shop.sale_list[0]
        screen.parts.side.open()
        pick(screen, 0)
        rested(qtbot, parts)
        assert child(screen.parts.detail, QLabel, "number").text() == "Deleted"


def test_a_wide_window_shows_the_detail_by_itself_and_a_narrow_one_leaves_the_room_to_the_rows(
    qtbot: QtBot,
) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = sales(qtbot, parts)
        parts.window.resize(1_500, 800)
        rested(qtbot, parts)
        assert is_open(screen)
        parts.window.resize(1_000, 600)
        rested(qtbot, parts)
        assert not is_open(screen)
