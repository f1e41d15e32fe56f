"""The whole window, offscreen, over a small shop: what it says, and what keys and clicks do."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.gui.models.columns import Role
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.shell.places import places
from desktop_admin.gui.widgets.table_screen import TableScreen
from desktop_admin.sources.base import (
    CannotConnect,
    ConnectionLost,
    ReadOnlyReason,
    SaleQuery,
    SaleSort,
    SalesSource,
)
from tests.conftest import ExpectLog
from tests.gui.fakes import FakeSource, sale, small_shop
from tests.gui.windows import (
    child,
    go,
    label_text,
    rested,
    table_screen,
    texts,
    watched,
    window_over,
)

BOLD_NAME = "Élise <b>mobile</b> neuve"


def state_title(screen: TableScreen) -> str:
    return child(screen.page._state, QLabel, "title").text()


def press_next_step(screen: TableScreen) -> None:
    child(screen.page._state, QPushButton, "next_step").click()


def select_rows(screen: TableScreen, *rows: int) -> None:
    model = screen.page.table.model()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        screen.page.table.selectionModel().select(model.index(row, 0), flags)


def test_terminals_without_boutique_come_first_with_tint_icon_and_word(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = go(qtbot, parts, "assignment")
        watched(screen)
        first = screen.page.table.model().index(0, 0)
        assert first.data() == "Sans boutique"
        assert first.data(Role.ICON) == "orphan"
        assert first.data(Role.TINT) == "orphan"
        assert texts(screen, 1)[0] == BOLD_NAME
        assert texts(screen, 0) == ["Sans boutique", "Silencieux", "Inactif", "Actif"]
        assert texts(screen, 4) == ["il y a 8 min", "13/11/2026", "jamais", "il y a 8 min"]
        assert label_text(parts.window, "status_rows") == "4 terminaux sur 4"


def test_names_come_before_the_figures_that_take_long(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = small_shop()
    counting = threading.Event()
    figures = shop.terminal_figures

    def slow_figures(*period: object) -> object:
        counting.wait(5)
        return figures(*period)

    monkeypatch.setattr(shop, "terminal_figures", slow_figures)
    with window_over(qtbot, shop) as parts:
        screen = table_screen(parts.window.current)
        qtbot.waitUntil(lambda: screen.page.shows_rows)
        assert texts(screen, 5) == ["…"] * 4
        select_rows(screen, 3)
        counting.set()
        rested(qtbot, parts)
        assert sorted(texts(screen, 5)) == ["0", "0", "24", "3"]
        assert list(screen.page.table.selected_ids()) == [1]


def test_sales_are_read_in_pages_and_orphans_stand_out(qtbot: QtBot) -> None:
    shop = small_shop(600)
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        model = screen.page.table.table_model()
        assert model.rowCount() == 600
        assert all(len(page) <= 256 for page in shop.pages_read)
        orphan = model.index(2, 0)
        assert (orphan.data(), orphan.data(Role.ICON), orphan.data(Role.TINT)) == (
            "Orpheline",
            "orphan",
            "orphan",
        )
        assert model.index(2, 3).data() == "aucune"
        assert model.index(5, 4).data() == "aucun"
        assert model.index(4, 6).data() == "10,50 USD"
        assert model.index(0, 2).data() == "22/11/2026 11:59"


def test_chips_show_counts_and_narrow_down(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = go(qtbot, parts, "sales")
        assert isinstance(screen, SalesScreen)
        assert [button.text() for button in screen.chips.findChildren(QPushButton)][:3] == [
            "Toutes\u00a0\u00a030",
            "Orphelines\u00a0\u00a03",
            "Sans terminal\u00a0\u00a03",
        ]
        screen.chips.choose("orphan")
        rested(qtbot, parts)
        assert set(texts(screen, 0)) == {"Orpheline"}
        assert label_text(parts.window, "status_rows") == "3 ventes sur 30"


def test_a_click_on_a_header_asks_the_source_for_another_order(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        header = screen.page.table.horizontalHeader()
        for _ in range(2):
            place = QPoint(header.sectionViewportPosition(6) + 20, 15)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
            rested(qtbot, parts)
        asked = [query.descending for query in shop.queries if query.sort is SaleSort.AMOUNT]
        assert asked == [True, False]
        assert texts(screen, 6)[0] == "10,50 USD"


def test_the_selection_is_summed_per_currency_and_kept_by_id(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        select_rows(screen, 0, 4, 7)
        rested(qtbot, parts)
        qtbot.waitUntil(
            lambda: (
                label_text(parts.window, "status_selection")
                == "3 ventes sélectionnées\u00a0: 1\u202f501,00\u00a0CDF · 10,50\u00a0USD"
            )
        )
        shop.sale_list.insert(0, sale(0, None, None))
        parts.window.refresh()
        rested(qtbot, parts)
        table = screen.page.table
        assert list(table.selected_ids()) == [1, 5, 8]
        assert sorted({index.row() for index in table.selectedIndexes()}) == [1, 5, 8]


def test_everything_selected_stays_selected_without_asking_for_each(qtbot: QtBot) -> None:
    shop = small_shop(300)
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        screen.page.table.selectAll()
        parts.window.refresh()
        rested(qtbot, parts)
        assert isinstance(screen, SalesScreen)
        assert screen.selection.count == 300


def test_scroll_stays_where_one_looks(qtbot: QtBot) -> None:
    shop = small_shop(900)
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        table = screen.page.table
        table.verticalScrollBar().setValue(500)
        rested(qtbot, parts)
        shop.sale_list[:0] = [sale(-n, None, None) for n in range(10)]
        parts.window.refresh()
        rested(qtbot, parts)
        assert table.verticalScrollBar().value() == 510


def test_a_sale_that_is_gone_says_so(qtbot: QtBot) -> None:
    shop = small_shop(600)
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        del shop.sale_list[-1]
        screen.page.table.scrollToBottom()
        rested(qtbot, parts)
        assert screen.page.table.model().index(599, 0).data() == "Supprimée"


def test_typing_filters_after_a_pause(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = go(qtbot, parts, "assignment")
        QTest.keyClicks(child(screen, QLineEdit, "filter"), "serial-3")
        qtbot.waitUntil(lambda: screen.shown() == 1)
        assert label_text(parts.window, "status_rows") == "1 terminal sur 4"
        QTest.keyClicks(child(screen, QLineEdit, "filter"), "zzz")
        qtbot.waitUntil(lambda: not screen.page.shows_rows)
        assert state_title(screen) == "Aucun terminal ne correspond au filtre"
        press_next_step(screen)
        assert screen.page.shows_rows
        assert screen.shown() == 4


def test_no_sale_matches_offers_all(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = go(qtbot, parts, "sales")
        assert isinstance(screen, SalesScreen)
        screen.chips.choose("orphan")
        QTest.keyClicks(child(screen, QLineEdit, "filter"), "zzz")
        qtbot.waitUntil(lambda: not screen.page.shows_rows)
        assert state_title(screen) == "Aucune vente ne correspond"
        press_next_step(screen)
        rested(qtbot, parts)
        assert screen.shown() == 30
        assert screen.chips.current == "all"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("assignment", "Aucun terminal dans cette base"),
        ("sales", "Aucune vente dans cette base"),
    ],
)
def test_an_empty_database_says_what_that_means(qtbot: QtBot, place: str, said: str) -> None:
    with window_over(qtbot, FakeSource()) as parts:
        screen = go(qtbot, parts, place)
        assert state_title(screen) == said
        press_next_step(screen)
        rested(qtbot, parts)
        assert state_title(screen) == said


def test_a_database_that_cannot_be_reached_is_said_and_tried_again(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    shop = small_shop()
    broken = True
    expect_log("WARNING .*cannot open Kinshasa")

    def open_or_fail() -> SalesSource:
        if broken:
            raise CannotConnect("refused", step="port")
        return shop.as_source()

    with window_over(qtbot, open_or_fail) as parts:
        screen = table_screen(parts.window.current)
        qtbot.waitUntil(lambda: state_title(screen) == "Impossible de joindre la base de données")
        assert label_text(parts.window, "connection_state") == "Non connecté"
        assert parts.window.refresh() is None
        rested(qtbot, parts)
        broken = False
        press_next_step(screen)
        qtbot.waitUntil(lambda: screen.page.shows_rows)
        assert label_text(parts.window, "connection_state") == "Connecté"


def test_a_lost_database_is_said_once_rows_stay_and_it_comes_back_by_itself(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        screen = go(qtbot, parts, "sales")
        shop.fail_with = ConnectionLost("gone", step="server")
        expect_log("WARNING .*ConnectionLost")
        parts.window.refresh()
        rested(qtbot, parts)
        assert screen.page.shows_rows
        assert screen.shown() == 30
        strip = child(parts.window, QFrame, "lost")
        assert strip.isVisible()
        assert label_text(parts.window, "lost_text").endswith("quelques secondes.")
        assert "22/11/2026 12:00" in label_text(parts.window, "lost_text")
        shop.fail_with = None
        shop.sale_list.append(sale(31, None, None))
        child(parts.window, QPushButton, "lost_retry").click()
        qtbot.waitUntil(lambda: not strip.isVisible())
        rested(qtbot, parts)
        assert screen.shown() == 31


def test_a_first_reading_that_fails_is_said_in_place_of_rows(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        go(qtbot, parts, "assignment")
        shop.fail_with = ConnectionLost("gone", step="server")
        expect_log("WARNING .*ConnectionLost")
        screen = go(qtbot, parts, "sales")
        assert state_title(screen) == "La connexion à la base de données est perdue"


def test_read_only_is_said_with_its_reason(qtbot: QtBot) -> None:
    shop = small_shop()
    shop.read_only = ReadOnlyReason.NETWORK_SHARE
    with window_over(qtbot, shop) as parts:
        rested(qtbot, parts)
        assert label_text(parts.window, "access_text") == "Lecture seule"
        tag = child(parts.window, QLabel, "access_text").parentWidget()
        assert tag is not None
        assert "partage réseau" in tag.toolTip()


def test_the_window_works_while_the_database_thinks(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        go(qtbot, parts, "assignment")
        shop.gate = threading.Event()
        parts.window.navigation.choose("sales")
        qtbot.wait(50)
        assert label_text(parts.window, "status_work") == "Lecture en cours…"
        assert state_title(table_screen(parts.window.current)) == "Lecture des ventes…"
        parts.window.navigation.choose("assignment")
        assert table_screen(parts.window.current).page.shows_rows


def test_keys_go_to_every_place(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        window = parts.window
        with qtbot.waitExposed(window):
            window.activateWindow()
        rested(qtbot, parts)
        control = Qt.KeyboardModifier.ControlModifier
        seen = []
        for key in (Qt.Key.Key_3, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_2):
            QTest.keyClick(window, key, control)
            seen.append(window.navigation.current)
        assert seen == ["sales", "repair", "sales", "assignment"]
        rested(qtbot, parts)
        screen = table_screen(window.current)
        assert screen.page.table.hasFocus()
        QTest.keyClick(window, Qt.Key.Key_F, control)
        assert child(screen, QLineEdit, "filter").hasFocus()
        before = screen.refreshed_at
        QTest.keyClick(window, Qt.Key.Key_F5)
        rested(qtbot, parts)
        assert before is not None


def test_colours_change_while_it_is_open(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        go(qtbot, parts, "sales")
        light = parts.window.grab().toImage().pixelColor(5, 500)
        parts.context.theme.choose(settings.Theme.DARK)
        qtbot.waitUntil(lambda: parts.window.grab().toImage().pixelColor(5, 500).lightness() < 60)
        assert light.lightness() > 200


def test_the_keys_of_the_digits_lead_there_on_azerty_too(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        window = parts.window
        with qtbot.waitExposed(window):
            window.activateWindow()
        rested(qtbot, parts)
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(window, Qt.Key.Key_QuoteDbl, control)
        assert window.navigation.current == "sales"
        QTest.keyClick(window, Qt.Key.Key_Eacute, control)
        assert window.navigation.current == "assignment"
        rested(qtbot, parts)
        QTest.keyClick(window, Qt.Key.Key_Ampersand, control)
        assert window.navigation.current == "overview"
        rested(qtbot, parts)


def test_tab_and_arrows_reach_places_filter_chips_and_rows(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        window = parts.window
        with qtbot.waitExposed(window):
            window.activateWindow()
        screen = go(qtbot, parts, "sales")
        assert isinstance(screen, SalesScreen)
        reached = set()
        for _ in range(24):
            focus = window.focusWidget()
            assert focus is not None
            name = focus.objectName() or focus.accessibleName()
            reached.add(f"{type(focus).__name__}:{name}")
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert {"TableView:Ventes", "QLineEdit:filter", "QPushButton:refresh"} <= reached
        assert "QPushButton:Ventes" in reached
        first = screen.chips.findChildren(QPushButton)[0]
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Right)
        rested(qtbot, parts)
        assert screen.chips.current == "orphan"
        place = window.navigation.findChildren(QPushButton)[2]
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Up)
        rested(qtbot, parts)
        assert window.navigation.current == "assignment"
        assert window.navigation.has_keyboard


def test_everything_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = go(qtbot, parts, "sales")
        assert screen.page.table.accessibleName() == "Ventes"
        assert child(screen, QLineEdit, "filter").accessibleName() == "Filtrer les ventes…"
        assert parts.window.navigation.accessibleName() == "Navigation"
        for button in parts.window.findChildren(QPushButton):
            named = button.text() or button.accessibleName()
            assert named or not button.isVisible(), button.objectName()


def test_a_narrow_window_keeps_names_for_screen_readers(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        parts.window.resize(1_000, 600)
        rested(qtbot, parts)
        buttons = parts.window.navigation.findChildren(QPushButton)
        names = [place.name.replace("&", "") for place in places()]
        assert [button.text() for button in buttons] == [""] * len(names)
        assert [button.accessibleName() for button in buttons] == names


@pytest.mark.parametrize("theme", [settings.Theme.LIGHT, settings.Theme.DARK])
def test_hostile_text_is_plain_everywhere(qtbot: QtBot, theme: settings.Theme) -> None:
    evil = "<img src=x>\n\u202eexe" + "x" * 10_000
    shop = small_shop()
    shop.terminal_list[1] = replace(shop.terminal_list[1], name=evil)
    with window_over(qtbot, shop, theme=theme) as parts:
        screen = go(qtbot, parts, "assignment")
        index = screen.page.table.model().index(0, 1)
        assert "\n" not in index.data()
        assert "\u202e" not in index.data()
        assert len(index.data()) == 200
        assert "&lt;img" in index.data(Qt.ItemDataRole.ToolTipRole)
        assert not parts.window.grab().isNull()


def test_a_screen_that_is_looked_at_first_asks_for_its_sales_once(qtbot: QtBot) -> None:
    shop = small_shop()
    with window_over(qtbot, shop) as parts:
        rested(qtbot, parts)
        go(qtbot, parts, "sales")
        assert shop.queries.count(SaleQuery()) == 1
