"""Answers that come late: what one sees is always of the period one looks at."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from desktop_admin.domain.attribution import Attribution
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.domain.revenue import Cell, Cut, TimeKey
from desktop_admin.gui.app import Parts
from desktop_admin.gui.charts.export import ChartWays
from desktop_admin.gui.charts.heat import HeatChart, HeatPicture
from desktop_admin.gui.overview.body import TileKey
from desktop_admin.gui.overview.screen import OverviewScreen
from desktop_admin.gui.overview.sureness_strip import SurenessStrip
from desktop_admin.gui.overview.tile import Standing, Tile
from desktop_admin.gui.revenue.screen import RevenueScreen
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.elided_label import ElidedLabel
from desktop_admin.sources.base import Busy, Report, silently
from tests.conftest import ExpectLog
from tests.gui.fakes import NOW, FakeSource, small_shop
from tests.gui.test_overview import heard
from tests.gui.windows import child, go, rested, table_screen, window_over


class SlowSource(FakeSource):
    """Answers some questions only once they may be answered."""

    #: Whether a cut of the revenue has to wait, and until when.
    slow: Callable[[Cut], bool] | None = None
    released: Event
    #: Until when the plan has to wait.
    plan_released: Event | None = None
    broken_plan = False
    waiting: int = 0

    def revenue(self, cut: Cut) -> list[Cell]:
        found = list(super().revenue(cut))
        if self.slow is not None and self.slow(cut):
            self.waiting += 1
            self.released.wait(5)
        return found

    def evidence(self, report: Report = silently, terminals: Any = None) -> Any:
        if self.plan_released is not None:
            self.plan_released.wait(5)
        if self.broken_plan:
            raise Busy("locked", step="timeout")
        return super().evidence(report)


def slow_shop() -> SlowSource:
    """Sales of this morning, and of two months before."""
    small = small_shop(20)
    old = [
        one._replace(id=one.id + 1_000, sold_at=(one.sold_at or NOW) - timedelta(days=60, hours=5))
        for one in small.sale_list
    ]
    found = SlowSource(small.terminal_list, small.boutique_list, [*small.sale_list, *old])
    found.released = Event()
    return found


def _revenue(qtbot: QtBot, parts: Parts) -> RevenueScreen:
    screen = go(qtbot, parts, "revenue")
    assert isinstance(screen, RevenueScreen)
    return screen


def _awaiting_the_week(qtbot: QtBot, parts: Parts, source: SlowSource) -> RevenueScreen:
    """The revenue, while the hours of the week are asked for."""
    screen = _revenue(qtbot, parts)
    source.slow = lambda cut: cut.time is TimeKey.WEEK_HOUR
    screen.grains.segments.choose("week_hours")
    qtbot.waitUntil(lambda: source.waiting > 0)
    return screen


def leaves(way: ChartWays) -> bool:
    return way.figure is not None


def standing(tile: Tile) -> Standing:
    return tile.text.standing


def heat_sales(chart: HeatChart) -> int:
    picture = chart.picture
    if picture is None:
        return 0
    assert isinstance(picture, HeatPicture)
    return sum(picture.data.sales.values())


def test_the_hours_of_the_week_are_those_of_the_period_however_late_others_come(
    qtbot: QtBot,
) -> None:
    source = slow_shop()
    with window_over(qtbot, source) as parts:
        screen = _awaiting_the_week(qtbot, parts, source)
        parts.context.period.choose_kind(PeriodKind.TODAY)

        def shows_today() -> bool:
            shown = screen.shown_now
            return shown is not None and shown.drawing.answer.hourly

        qtbot.waitUntil(shows_today)
        source.released.set()
        rested(qtbot, parts)
        shown = screen.shown_now
        assert shown is not None
        week = shown.drawing.figures.week
        assert week is not None
        assert sum(one.sales for one in week.values()) == shown.drawing.figures.total.sales


def test_no_chart_keeps_the_figures_of_a_period_that_was_left(qtbot: QtBot) -> None:
    source = slow_shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        screen.grains.segments.choose("week_hours")
        rested(qtbot, parts)
        assert heat_sales(screen.body.week) == 32
        source.slow = lambda cut: cut.time is TimeKey.WEEK_HOUR
        today = parts.context.period.today
        parts.context.period.choose(Period(PeriodKind.FREE, today - timedelta(days=40), today))
        qtbot.waitUntil(lambda: source.waiting > 0)
        qtbot.waitUntil(lambda: _shown_sales(screen) == 16)
        way = screen.leaving.ways[2]
        assert not leaves(way), "the hours of another period would leave under this one's name"
        assert screen.body.week.accessibleDescription() == ""
        source.released.set()
        rested(qtbot, parts)
        assert heat_sales(screen.body.week) == 16
        assert leaves(way)


def test_the_hours_of_the_week_are_counted_once_whatever_else_comes_meanwhile(
    qtbot: QtBot,
) -> None:
    source = slow_shop()
    with window_over(qtbot, source) as parts:
        screen = _awaiting_the_week(qtbot, parts, source)
        shown = screen.shown_now
        parts.context.orphans.changed.emit()
        qtbot.waitUntil(lambda: screen.shown_now is not shown)
        source.released.set()
        rested(qtbot, parts)
        assert heat_sales(screen.body.week) == 32
        assert source.waiting == 1


def test_how_sure_a_period_is_does_not_leave_under_another_ones_name(qtbot: QtBot) -> None:
    source = slow_shop()
    heard(source)
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        way = screen.leaving.ways[4]
        assert leaves(way)
        # An orphan comes that the plan does not know: what is sure is not known until it does.
        source.plan_released = Event()
        lost = next(one for one in source.sale_list if one.boutique_id is None)
        source.sale_list.append(lost._replace(id=5_000, sold_at=NOW - timedelta(hours=1)))
        parts.context.period.choose_kind(PeriodKind.TODAY)
        qtbot.waitUntil(lambda: _shown_sales(screen) == 17)
        assert screen.body.certainty.isHidden()
        assert not leaves(way)
        source.plan_released.set()
        rested(qtbot, parts)


def _shown_sales(screen: RevenueScreen) -> int:
    shown = screen.shown_now
    return -1 if shown is None else shown.drawing.figures.total.sales


def _overview(parts: Parts) -> OverviewScreen:
    screen = parts.window.screen_of("overview")
    assert isinstance(screen, OverviewScreen)
    return screen


def test_the_overview_tells_of_the_period_that_is_chosen_while_it_is_first_read(
    qtbot: QtBot,
) -> None:
    source = slow_shop()
    source.gate = Event()
    with window_over(qtbot, source, place="overview") as parts:
        screen = _overview(parts)
        qtbot.waitUntil(lambda: parts.context.session.source is not None)
        qtbot.waitUntil(lambda: parts.context.jobs.busy)
        parts.context.period.choose_kind(PeriodKind.TODAY)
        source.gate.set()
        rested(qtbot, parts)
        revenue = screen.held.revenue
        assert revenue is not None
        assert revenue.period == parts.context.period.current
        assert revenue.total.sales == 16


def test_revenue_of_a_period_that_was_left_never_stands_on_the_overview(qtbot: QtBot) -> None:
    source = slow_shop()
    with window_over(qtbot, source, place="overview") as parts:
        rested(qtbot, parts)
        screen = _overview(parts)
        source.slow = lambda cut: cut.since is None and not cut.by_terminal
        parts.window.refresh()
        qtbot.waitUntil(lambda: source.waiting > 0)
        go_elsewhere(qtbot, parts)
        parts.context.period.choose_kind(PeriodKind.TODAY)
        source.released.set()
        rested(qtbot, parts)
        tile = screen.body.tiles[TileKey.REVENUE]
        assert standing(tile) is Standing.WAITING
        go(qtbot, parts, "overview")
        assert standing(tile) is Standing.THERE
        assert screen.held.revenue is not None
        assert screen.held.revenue.total.sales == 16


def go_elsewhere(qtbot: QtBot, parts: Parts) -> None:
    parts.window.navigation.choose("journal")
    qtbot.waitUntil(lambda: not _overview(parts).isVisible())


def test_a_plan_that_comes_while_one_is_elsewhere_is_told_on_coming_back(qtbot: QtBot) -> None:
    source = slow_shop()
    source.plan_released = Event()
    with window_over(qtbot, source, place="overview") as parts:
        screen = _overview(parts)
        qtbot.waitUntil(lambda: screen.held.rhythms is not None)
        go_elsewhere(qtbot, parts)
        source.plan_released.set()
        rested(qtbot, parts)
        go(qtbot, parts, "overview")
        assert screen.concluded is not None
        assert not screen.concluded.verdict.looking
        assert screen.concluded.sureness is not None


def test_a_plan_that_failed_while_one_was_elsewhere_is_told_on_coming_back(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Busy")
    source = slow_shop()
    source.plan_released, source.broken_plan = Event(), True
    with window_over(qtbot, source, place="overview") as parts:
        screen = _overview(parts)
        qtbot.waitUntil(lambda: screen.held.rhythms is not None)
        go_elsewhere(qtbot, parts)
        source.plan_released.set()
        rested(qtbot, parts)
        go(qtbot, parts, "overview")
        assert not screen.looking, "it waits for an answer that was given"
        assert screen.failures


def test_how_sure_the_revenue_is_is_never_told_of_another_period(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = slow_shop()
    heard(source)
    with window_over(qtbot, source, place="overview") as parts:
        rested(qtbot, parts)
        screen = _overview(parts)
        card = screen.body.revenue
        (strip,) = card.findChildren(SurenessStrip)
        every = strip.accessibleName()
        told: list[str] = []
        arrived = screen.showing.show_part

        def look(part: str) -> None:
            arrived(part)
            if part == "revenue" and not card.said and not strip.isHidden():
                told.append(strip.accessibleName())

        monkeypatch.setattr(screen.showing, "show_part", look)
        parts.context.period.choose_kind(PeriodKind.TODAY)
        rested(qtbot, parts)
        assert strip.accessibleName() != every
        assert every not in told


def test_figures_stand_under_the_name_of_their_own_period(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Busy")
    source = slow_shop()
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        counts = child(screen, ElidedLabel, "counts")
        every = counts.text()
        source.fail_with = Busy("locked", step="timeout")
        parts.context.period.choose_kind(PeriodKind.TODAY)
        rested(qtbot, parts)
        assert _shown_sales(screen) == 32
        assert counts.text() == every
        source.fail_with = None
        screen.page.next_step.emit()
        rested(qtbot, parts)
        assert _shown_sales(screen) == 16
        assert counts.text() != every


def test_a_plan_that_speaks_of_other_sales_than_were_counted_is_read_anew(qtbot: QtBot) -> None:
    source = slow_shop()
    heard(source)
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        assert _attribution(screen) is not None
        # The server cancels one where it stands, and no marker tells of that.
        place = next(at for at, one in enumerate(source.sale_list) if one.boutique_id is None)
        source.sale_list[place] = source.sale_list[place]._replace(cancelled=True)
        source.found_evidence = None
        heard(source)
        parts.window.refresh()
        rested(qtbot, parts)
        assert _shown_sales(screen) == 31
        assert _attribution(screen) is not None


def _attribution(screen: RevenueScreen) -> Attribution | None:
    return None if screen.shown_now is None else screen.shown_now.drawing.attribution


def test_what_waits_for_the_repair_is_told_anew_where_a_terminal_moved(qtbot: QtBot) -> None:
    source = slow_shop()
    heard(source)
    with window_over(qtbot, source) as parts:
        screen = _revenue(qtbot, parts)
        plan = parts.context.orphans.plan
        parts.context.changes.changed.emit(Touched(terminals=frozenset({1})))
        rested(qtbot, parts)
        assert parts.context.orphans.plan is not plan
        assert screen.shown_now is not None
        assert screen.shown_now.plan is parts.context.orphans.plan


@pytest.mark.parametrize("looks", [True, False])
def test_that_nobody_could_say_what_waits_for_the_repair_is_told_and_asked_again(
    qtbot: QtBot, expect_log: ExpectLog, looks: bool
) -> None:
    expect_log("WARNING .*Busy")
    source = slow_shop()
    heard(source)
    source.plan_released, source.broken_plan = Event(), True
    with window_over(qtbot, source) as parts:
        screen = table_screen(parts.window.screen_of("revenue"))
        assert isinstance(screen, RevenueScreen)
        parts.window.navigation.choose("revenue")
        qtbot.waitUntil(lambda: _shown_sales(screen) == 32)
        if not looks:
            parts.window.navigation.choose("journal")
            qtbot.waitUntil(lambda: not screen.isVisible())
        source.plan_released.set()
        rested(qtbot, parts)
        go(qtbot, parts, "revenue")
        banner = child(screen, QFrame, "banner")
        assert banner.isVisible()
        assert _attribution(screen) is None
        source.broken_plan = False
        screen.page.next_step.emit()
        rested(qtbot, parts)
        assert banner.isHidden()
        assert _attribution(screen) is not None
