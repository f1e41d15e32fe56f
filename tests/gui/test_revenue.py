"""The screen of the revenue, in a real window."""

from collections.abc import Hashable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFrame, QMenu
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.model import Boutique, Merchant
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.domain.revenue import Cell, Cut, Expense, TimeKey
from desktop_admin.gui.app import Parts
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.geometry import Mark, MarkKind
from desktop_admin.gui.revenue.screen import RevenueScreen
from desktop_admin.gui.revenue.view import RevenueRow
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.session import State
from desktop_admin.sources.base import Busy, CannotConnect
from tests.conftest import ExpectLog
from tests.gui.fakes import NOW, FakeSource, boutique, sale, small_shop, terminal
from tests.gui.windows import child, go, label_text, rested, window_over


class CountingSource(FakeSource):
    """Remembers what was asked of the revenue."""

    cuts: list[Cut]

    def revenue(self, cut: Cut) -> list[Cell]:
        self.cuts.append(cut)
        return list(super().revenue(cut))


def _shop(sales: int = 40) -> CountingSource:
    small = small_shop(sales)
    found = CountingSource(small.terminal_list, small.boutique_list, small.sale_list)
    found.cuts = []
    return found


def _revenue(qtbot: QtBot, parts: Parts) -> RevenueScreen:
    screen = go(qtbot, parts, "revenue")
    assert isinstance(screen, RevenueScreen)
    rested(qtbot, parts)
    return screen


def _cells(screen: RevenueScreen, key: str) -> list[str]:
    columns = [column.key for column in screen.body.model.columns]
    return [
        screen.body.model.cell_at(row, columns.index(key))[0].text
        for row in range(screen.body.model.rowCount())
    ]


def _click(chart: Chart[Any], mark: Mark) -> None:
    """Press the mouse on the middle of a mark, as a hand would."""
    rect = chart._rect(mark)
    assert rect is not None
    place = QPoint(round(rect.x + rect.width / 2), round(rect.middle))
    QTest.mouseMove(chart, place)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)


def test_the_total_and_the_sales_of_no_boutique_stand_above_the_boutiques(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        QAbstractItemModelTester(screen.body.model)
        names = _cells(screen, "boutique")
        assert names[:2] == ["Total", "Sans boutique"]
        assert "Kin Centre" in names
        whole = Amounts((one.currency, one.cents) for one in source.sale_list if one.counts)
        total = screen.body.model.row_at(0)
        assert total is not None
        assert total.value.amounts == whole
        screen.body.model.sort(2, Qt.SortOrder.AscendingOrder)
        assert _cells(screen, "boutique")[:2] == ["Total", "Sans boutique"]


def test_another_currency_or_grouping_asks_the_source_nothing(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        parts.context.period.choose_kind(PeriodKind.THIS_MONTH)
        rested(qtbot, parts)
        asked = len(source.cuts)
        francs = _cells(screen, "value")
        screen.choices.currencies.choose("USD")
        rested(qtbot, parts)
        assert _cells(screen, "value") != francs
        for key in ("week", "hour", "day", "week_hours"):
            screen.grains.segments.choose(key)
            rested(qtbot, parts)
        screen.choices.compare.click()
        rested(qtbot, parts)
        assert len(source.cuts) == asked


def test_the_week_of_a_long_period_is_asked_for_only_when_it_is_looked_at(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        assert [cut.time.value for cut in source.cuts] == ["day"]
        screen.grains.segments.choose("week_hours")
        rested(qtbot, parts)
        assert [cut.time.value for cut in source.cuts] == ["day", "week_hour"]
        assert screen.body.week.picture is not None
        assert not screen.body.week.picture.empty


def test_a_click_on_a_bar_shows_its_sales_and_says_whose_they_are(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        row = screen.body.model.row_at(2)
        assert row is not None
        _click(screen.body.bars, Mark(MarkKind.VALUE, row.id))
        rested(qtbot, parts)
        sales = parts.window.current
        assert isinstance(sales, SalesScreen)
        shown = [one for one in source.sale_list if one.id in set(sales.model.ids)]
        assert all(one.boutique_id == row.id and one.counts for one in shown)
        assert sum(one.cents for one in shown) == row.value.value
        assert "Kin Centre" in label_text(sales.parts.figure, "text")
        sales.parts.figure.clear_wanted.emit()
        rested(qtbot, parts)
        assert len(sales.model.ids) == len(source.sale_list)
        assert sales.parts.figure.isHidden()


def test_by_keyboard_a_mark_is_walked_to_and_opened(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        screen.body.payments.setFocus()
        QTest.keyClick(screen.body.payments, Qt.Key.Key_Home)
        assert screen.body.payments.tip is not None
        assert "Cliquer" in screen.body.payments.tip.foot
        QTest.keyClick(screen.body.payments, Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert isinstance(parts.window.current, SalesScreen)
        assert parts.window.current.narrowing.figure is not None


def test_the_tab_key_goes_through_the_screen_as_one_reads_it(qtbot: QtBot) -> None:
    with window_over(qtbot, _shop()) as parts:
        screen, window = _revenue(qtbot, parts), parts.window
        # The days of this month are compared, and drawn by other steps than all dates.
        parts.context.period.choose_kind(PeriodKind.THIS_MONTH)
        rested(qtbot, parts)
        with qtbot.waitActive(window):
            window.activateWindow()
        screen.page.focus_filter()
        body, choices, grains = screen.body, screen.choices, screen.grains
        for wanted in (
            choices.currencies.buttons["CDF"],
            choices.nets.buttons["gross"],
            choices.compare,
            body.bars,
            grains.segments.buttons[grains.segments.current],
            grains.picker,
            body.lines,
            body.payments,
            body.table,
        ):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            assert window.focusWidget() is wanted
        assert body.table.accessibleName()


def test_another_period_leaves_the_figure_behind(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        screen.body.table.opened.emit(-2)
        rested(qtbot, parts)
        sales = parts.window.current
        assert isinstance(sales, SalesScreen)
        assert not sales.parts.figure.isHidden()
        parts.context.period.choose_kind(PeriodKind.TODAY)
        rested(qtbot, parts)
        assert sales.narrowing.figure is None
        assert sales.parts.figure.isHidden()


def test_a_figure_that_is_narrowed_down_further_says_so(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        screen.body.table.opened.emit(-2)
        rested(qtbot, parts)
        sales = parts.window.current
        assert isinstance(sales, SalesScreen)
        before = label_text(sales.parts.figure, "text")
        sales.page.set_filter_text("F-0001")
        sales.page.filter_changed.emit("F-0001")
        rested(qtbot, parts)
        assert label_text(sales.parts.figure, "text") != before


def test_where_expenses_are_not_told_net_cannot_be_chosen_and_says_why(qtbot: QtBot) -> None:
    with window_over(qtbot, _shop()) as parts:
        screen = _revenue(qtbot, parts)
        net = screen.choices.nets.buttons["net"]
        assert not net.isEnabled()
        assert "dépenses" in net.toolTip()


def _totals_gross_and_net(qtbot: QtBot, parts: Parts) -> tuple[RevenueRow, RevenueRow]:
    screen = _revenue(qtbot, parts)
    gross = screen.body.model.row_at(0)
    screen.choices.nets.choose("net")
    rested(qtbot, parts)
    net = screen.body.model.row_at(0)
    assert gross is not None
    assert net is not None
    return gross.value, net.value


def test_net_takes_off_what_was_spent(qtbot: QtBot) -> None:
    source = _shop()
    source.expense_list = [Expense(1, None, "CDF", 100_000)]
    with window_over(qtbot, source) as parts:
        gross, net = _totals_gross_and_net(qtbot, parts)
        assert gross.value - net.value == 100_000


def test_whatever_was_spent_is_in_the_net_total_also_of_a_boutique_that_sold_nothing(
    qtbot: QtBot,
) -> None:
    class Spending(CountingSource):
        def expenses(self, cut: Cut) -> list[Expense]:
            # Of the month: of a boutique that is gone. Of the one before: of a closed one.
            now = cut.time is not TimeKey.NONE
            return [Expense(77 if now else 4, None, "CDF", 100_000 if now else 30_000)]

    small = _shop()
    source = Spending(small.terminal_list, small.boutique_list, small.sale_list)
    source.cuts = []
    with window_over(qtbot, source) as parts:
        parts.context.period.choose_kind(PeriodKind.THIS_MONTH)
        gross, net = _totals_gross_and_net(qtbot, parts)
    assert gross.value - net.value == 100_000
    assert gross.before is not None
    assert net.before == gross.before - 30_000


def test_a_period_without_a_sale_offers_a_wider_one(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        source.sale_list = [
            one._replace(sold_at=NOW - timedelta(days=400)) for one in source.sale_list
        ]
        parts.context.period.choose_kind(PeriodKind.TODAY)
        rested(qtbot, parts)
        assert not screen.page.shows_rows
        screen.page.next_step.emit()
        rested(qtbot, parts)
        assert parts.context.period.current.kind is PeriodKind.ALL
        assert screen.page.shows_rows


def test_an_error_says_what_is_wrong_and_the_next_look_mends_it(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("CannotConnect: gone")
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        source.fail_with = CannotConnect("gone")
        screen.refresh()
        rested(qtbot, parts)
        assert screen.page.shows_rows, "what one had is no longer shown"
        assert screen.body.updatesEnabled()
        source.fail_with = None
        source.cuts.clear()
        session = parts.context.session
        qtbot.waitUntil(lambda: session.state is State.OPEN)
        rested(qtbot, parts)
        assert source.cuts, "it was not asked again"


def _many(count: int) -> list[Boutique]:
    name = "Établissement Mbuyi wa Mbuyi et Fils, succursale de Kintambo Magasin n° {}"
    return [boutique(id_, name.format(id_)) for id_ in range(1, count + 1)]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_two_hundred_boutiques_with_long_names_are_shown(qtbot: QtBot, theme: str) -> None:
    places = _many(200)
    tills = [terminal(one.id, one) for one in places]
    sales = [
        sale(id_, place, till, cents=100 * 1_000 ** (id_ % 3))
        for id_, (place, till) in enumerate(zip(places, tills, strict=True), start=1)
    ]
    source = FakeSource(tills, places, sales)

    with window_over(qtbot, source, theme=settings.Theme(theme)) as parts:
        screen = _revenue(qtbot, parts)
        assert len(_cells(screen, "boutique")) == 201
        screen.page.set_filter_text("n° 17")
        screen.page.filter_changed.emit("n° 17")
        assert len(_cells(screen, "boutique")) == 1 + 12
        assert screen.body.bars.height() >= screen.body.bars.minimumSizeHint().height()


def test_a_third_currency_is_offered_and_told_where_it_has_no_rate(qtbot: QtBot) -> None:
    source = _shop()
    source.sale_list[0] = source.sale_list[0]._replace(currency="EUR", cents=12_345)
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        assert list(screen.choices.currencies.buttons)[:3] == ["CDF", "USD", "EUR"]
        screen.choices.currencies.choose("EUR")
        rested(qtbot, parts)
        assert _cells(screen, "value")[0] == "123,45"


def test_negative_and_zero_amounts_are_drawn_and_told(qtbot: QtBot) -> None:
    source = _shop(4)
    source.sale_list = [
        source.sale_list[0]._replace(cents=-250_000),
        source.sale_list[1]._replace(cents=0),
    ]
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        assert _cells(screen, "value")[0] == "−2\u202f500"


def test_a_line_of_a_boutique_that_is_gone_is_not_called_without_boutique(qtbot: QtBot) -> None:
    source = _shop()
    long_ago = NOW - timedelta(days=70)
    source.sale_list[0] = source.sale_list[0]._replace(boutique_id=99, sold_at=long_ago)
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        names: dict[Hashable, str] = {99: "Boutique 99"}
        screen.grains.picker.choose((99,), names)
        screen.grains.changed.emit()
        parts.context.period.choose_kind(PeriodKind.TODAY)
        rested(qtbot, parts)
        assert screen.shown_now is not None
        (line,) = screen.shown_now.drawing.lines().series
        assert "99" in line.name


def test_rows_stay_sorted_as_one_had_them_in_whatever_currency(qtbot: QtBot) -> None:
    with window_over(qtbot, _shop()) as parts:
        screen = _revenue(qtbot, parts)
        header, names = screen.body.table.horizontalHeader(), ["Kin Centre", "Limete"]
        for down in (True, False):
            screen.body.table.sort_wanted.emit(
                0, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            )
            for code in ("USD", "CDF"):
                screen.choices.currencies.choose(code)
                screen.choices.compare.click()
                rested(qtbot, parts)
                shown = [name for name in _cells(screen, "boutique") if name in names]
                assert shown == sorted(names, reverse=down)
                assert header.sortIndicatorSection() == 0


def test_the_keyboard_stays_at_the_currency_when_another_one_comes(qtbot: QtBot) -> None:
    source = _shop()
    with window_over(qtbot, source) as parts:
        screen, window = _revenue(qtbot, parts), parts.window
        with qtbot.waitActive(window):
            window.activateWindow()
        screen.choices.currencies.buttons["CDF"].setFocus()
        source.sale_list[0] = source.sale_list[0]._replace(currency="EUR")
        window.refresh()
        rested(qtbot, parts)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert "EUR" in screen.choices.currencies.buttons
        assert window.focusWidget() is screen.choices.currencies.buttons["CDF"]


def test_another_look_at_old_figures_does_not_make_them_new(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Busy")
    source, now = _shop(), [NOW]
    with window_over(qtbot, source, clock=lambda: now[0]) as parts:
        screen = _revenue(qtbot, parts)
        banner = child(screen, QFrame, "banner")
        now[0] = NOW + timedelta(hours=2)
        screen.choices.currencies.choose("USD")
        rested(qtbot, parts)
        assert screen.refreshed_at == NOW
        source.fail_with = Busy("locked", step="timeout")
        screen.refresh()
        rested(qtbot, parts)
        assert banner.isVisible()
        screen.choices.currencies.choose("CDF")
        rested(qtbot, parts)
        assert banner.isVisible()
        source.fail_with = None
        screen.refresh()
        rested(qtbot, parts)
        assert screen.refreshed_at == now[0]
        assert banner.isHidden()


class RatedSource(CountingSource):
    """Two merchants who count a dollar differently."""

    def merchants(self) -> list[Merchant]:
        return [
            Merchant(1, "Ets Mbuyi", 1, True, "2300"),
            Merchant(2, "Maison Lukusa", 1, True, "2850.50"),
        ]


def test_whose_rate_counts_is_chosen_from_a_menu_and_told_to_eyes_and_ears(qtbot: QtBot) -> None:
    shop = _shop()
    source = RatedSource(shop.terminal_list, shop.boutique_list, shop.sale_list)
    source.cuts = []
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        choices = screen.choices
        choices.currencies.choose("converted")
        rested(qtbot, parts)
        counting = [one for one in source.sale_list if one.counts]
        francs, dollars = (
            sum(one.cents for one in counting if one.currency == code) for code in ("CDF", "USD")
        )
        found = []
        for merchant, rate in (("Ets Mbuyi", 230_000), ("Maison Lukusa", 285_050)):
            choices.rates.click()
            (menu,) = [one for one in choices.findChildren(QMenu) if one.isVisible()]
            next(one for one in menu.actions() if merchant in one.text()).trigger()
            menu.close()
            rested(qtbot, parts)
            assert screen.shown_now is not None
            total = screen.shown_now.drawing.figures.total
            assert total.value == francs * 100 + dollars * rate
            assert merchant in screen.definition
            assert choices.rates.text() == choices.rates.accessibleDescription()
            found.append(choices.rates.text())
        assert len({*found}) == 2


@pytest.mark.parametrize("ahead", [timedelta(hours=2), timedelta(days=3)])
def test_lines_add_up_also_where_a_terminals_clock_is_ahead(qtbot: QtBot, ahead: timedelta) -> None:
    source = _shop()
    source.sale_list[0] = source.sale_list[0]._replace(sold_at=NOW + ahead)
    with window_over(qtbot, source) as parts:
        parts.context.period.choose(Period(PeriodKind.FREE, NOW.date(), (NOW + ahead).date()))
        screen = _revenue(qtbot, parts)
        for grain in ("hour", "day"):
            screen.grains.segments.choose(grain)
            rested(qtbot, parts)
            assert screen.shown_now is not None
            found = screen.shown_now.drawing.figures
            made = {row.id: row.value for row in found.rows}
            assert {one: sum(values) for one, values in found.lines.values.items()} == {
                one: made[one] for one in found.lines.values if one is not None
            }, grain


def test_of_more_boutiques_than_lines_can_be_told_apart_the_first_are_drawn_and_that_is_said(
    qtbot: QtBot,
) -> None:
    places = _many(12)
    tills = [terminal(one.id, one) for one in places]
    sales = [
        sale(id_, place, till, cents=100 * id_)
        for id_, (place, till) in enumerate(zip(places, tills, strict=True), start=1)
    ]
    with window_over(qtbot, FakeSource(tills, places, sales)) as parts:
        screen = _revenue(qtbot, parts)
        names: dict[Hashable, str] = {one.id: one.name for one in places}
        screen.grains.picker.choose(tuple(names), names)
        screen.grains.changed.emit()
        rested(qtbot, parts)
        assert screen.shown_now is not None
        lines = screen.shown_now.drawing.lines()
        assert [one.key for one in lines.series] == [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]
        assert "12 boutiques" in lines.note
