"""The overview: what it says, that it never says too much, and that every button leads where what
it tells of can be seen and solved."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.evidence import Confidence, Orphan
from desktop_admin.domain.model import RejectedSale, Sale, Terminal
from desktop_admin.domain.movement import Sureness
from desktop_admin.domain.overview import Arriving, Problem, ProblemKind, Reading, Severity
from desktop_admin.domain.period import Period, PeriodKind, chosen
from desktop_admin.domain.put_off import PutOff
from desktop_admin.domain.revenue import Cell, Cut
from desktop_admin.gui.app import Parts
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.charts.geometry import Mark, MarkKind
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.messages import Message
from desktop_admin.gui.overview.body import TileKey
from desktop_admin.gui.overview.explaining import Explanation
from desktop_admin.gui.overview.leaving import frame_of
from desktop_admin.gui.overview.problem_row import ProblemRow
from desktop_admin.gui.overview.put_off_dialog import PutOffDialog
from desktop_admin.gui.overview.put_offs import PutOffs
from desktop_admin.gui.overview.reading import read_revenue
from desktop_admin.gui.overview.rejected_dialog import RejectedDialog
from desktop_admin.gui.overview.revenue_card import BEFORE, RevenueCard
from desktop_admin.gui.overview.screen import OverviewScreen
from desktop_admin.gui.overview.sureness_strip import SurenessStrip
from desktop_admin.gui.overview.tile import Standing
from desktop_admin.gui.period import days_text
from desktop_admin.gui.repair.screen import RepairScreen
from desktop_admin.gui.repair.words import ORPHANS
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.session import State
from desktop_admin.sources.base import Busy, ConnectionLost, ReadOnlyReason, Report, silently
from desktop_admin.sources.sql.source import open_sql
from tests.conftest import ExpectLog
from tests.gui.fakes import NOW, FakeSource, boutique, sale, small_shop, terminal
from tests.gui.windows import child, rested, window_over

#: Nine o'clock in the demo's last hours: its sales are of this morning.
MORNING = NOW - timedelta(hours=2, minutes=40)


class Watched(FakeSource):
    """Remembers what it was asked, and answers a question only once it may."""

    cuts: list[Cut]
    held: Event | None = None
    broken: frozenset[str] = frozenset()

    def evidence(self, report: Report = silently, terminals: Any = None) -> Any:
        if self.held is not None:
            self.held.wait(5)
        self._break("evidence")
        return super().evidence(report)

    def revenue(self, cut: Cut) -> list[Cell]:
        self._break("revenue" if not cut.by_terminal else "whole")
        self.cuts.append(cut)
        return [*super().revenue(cut)]

    def newest_sales(self) -> Any:
        self._break("shop")
        return super().newest_sales()

    def _break(self, part: str) -> None:
        if part in self.broken:
            raise Busy("locked", step="timeout")


def watched(source: FakeSource) -> Watched:
    made = Watched(source.terminal_list, source.boutique_list, source.sale_list)
    made.cuts = []
    return made


def heard(source: FakeSource) -> FakeSource:
    """The same, with its orphans told by the evidence; no witness speaks of them."""
    source.found_evidence = replace(
        source.evidence(),
        orphans=[
            Orphan(
                *(one.id, one.number, one.sold_at, one.received_at, one.terminal_id),
                *(one.paid, one.cancelled, one.currency, one.cents),
            )
            for one in source.sale_list
            if one.boutique_id is None
        ],
    )
    return source


@contextmanager
def overview_over(
    qtbot: QtBot, source: FakeSource | Callable[[], Any], **others: Any
) -> Iterator[tuple[Parts, OverviewScreen]]:
    """The overview over a source, at rest."""
    with window_over(qtbot, source, place="overview", **others) as parts:
        qtbot.waitUntil(lambda: parts.context.session.state in (State.OPEN, State.FAILED))
        rested(qtbot, parts)
        screen = parts.window.current
        assert isinstance(screen, OverviewScreen)
        yield parts, screen


def said(screen: OverviewScreen, key: TileKey) -> str:
    return screen.body.tiles[key].accessibleName()


def row_of(screen: OverviewScreen, kind: ProblemKind) -> ProblemRow:
    return next(row for row in screen.body.problems.rows if row.kind is kind)


def kinds(screen: OverviewScreen) -> list[ProblemKind]:
    return [row.kind for row in screen.body.problems.rows]


def pure(text: str) -> str:
    """Without the spaces between digits."""
    return text.replace("\u202f", "").replace("\u00a0", " ")


# What it says.
def test_the_window_opens_on_the_overview_the_first_time(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), memory=Memory()) as parts:
        rested(qtbot, parts)
        assert parts.window.navigation.current == "overview"
        assert isinstance(parts.window.current, OverviewScreen)


def test_tiles_tell_what_the_sales_come_to(qtbot: QtBot) -> None:
    source = heard(small_shop())
    with overview_over(qtbot, source) as (_, screen):
        counting = [one for one in source.sale_list if one.counts]
        francs = sum(one.cents for one in counting if one.currency == "CDF") // 100
        dollars = sum(one.cents for one in counting if one.currency == "USD") / 100
        revenue = pure(said(screen, TileKey.REVENUE))
        assert f"{francs} CDF" in revenue
        assert f"{dollars:.2f}".replace(".", ",") in revenue
        assert ", 30" in said(screen, TileKey.SALES)
        orphans = [one for one in source.sale_list if one.boutique_id is None]
        lost = sum(one.cents for one in orphans if one.counts) // 100
        assert f"{lost} CDF" in pure(said(screen, TileKey.INVISIBLE))
        assert f"{len(orphans)} " in said(screen, TileKey.INVISIBLE)
        assert ", 1 " in said(screen, TileKey.HOMELESS)
        assert "Kin Centre" in said(screen, TileKey.NEWEST)
        assert not screen.body.tiles[TileKey.INACTIVE].text.leads


def test_every_tile_tells_what_it_counts_to_eyes_ears_and_keys(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        for key, tile in screen.body.tiles.items():
            assert tile.text.meaning, key
            assert tile.text.meaning in tile.accessibleDescription()
            assert tile.toolTip()
            tile.setFocus()
            QTest.keyClick(tile, Qt.Key.Key_F1)
            told = tile.findChild(Explanation)
            assert isinstance(told, Explanation), key
            assert told.accessibleDescription() == tile.text.meaning
            QTest.keyClick(told, Qt.Key.Key_Escape)
            rested(qtbot, parts)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            assert tile.findChild(Explanation) is None
            info = tile.findChild(QPushButton)
            assert isinstance(info, QPushButton)
            assert info.accessibleName()
            assert info.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("currencies", [("CDF",), ("CDF", "USD", "EUR"), ()])
def test_no_figure_is_cut_whatever_the_amounts(qtbot: QtBot, currencies: tuple[str, ...]) -> None:
    kin = boutique(1, "Kin Centre")
    till = terminal(1, kin)
    made = [
        sale(number, kin if number % 2 else None, till, currency=code, cents=98_765_432_109_876)
        for number, code in enumerate(currencies * 4, start=1)
    ]
    source = heard(FakeSource([till], [kin], made))
    with overview_over(qtbot, source) as (parts, screen):
        for width, height in ((1440, 900), (880, 520)):
            parts.window.resize(width, height)
            rested(qtbot, parts)
            QApplication.processEvents()
            for key, tile in screen.body.tiles.items():
                assert tile.width() >= tile.sizeHint().width(), (key, width)
                assert tile.height() >= tile.sizeHint().height(), (key, width)
            scroll = child(screen, QScrollArea, "scroll")
            assert scroll.horizontalScrollBar().maximum() == 0
        for code in currencies:
            assert code in said(screen, TileKey.REVENUE)
            assert code in said(screen, TileKey.INVISIBLE)


def test_a_period_is_compared_and_all_dates_are_not(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        assert "%" not in said(screen, TileKey.REVENUE)
        assert screen.body.movers.said
        parts.context.period.choose_kind(PeriodKind.TODAY)
        assert screen.body.tiles[TileKey.REVENUE].text.standing is Standing.WAITING
        rested(qtbot, parts)
        revenue = screen.held.revenue
        assert revenue is not None
        assert revenue.comparison is not None
        assert revenue.comparison.running
        assert screen.body.tiles[TileKey.REVENUE].text.standing is Standing.THERE
        assert not screen.body.movers.said


def test_the_verdict_never_says_more_than_is_known(qtbot: QtBot) -> None:
    source = watched(small_shop())
    source.held = Event()
    with window_over(qtbot, source, place="overview") as parts:
        screen = parts.window.current
        assert isinstance(screen, OverviewScreen)

        def orphans_are_known() -> bool:
            found = screen.concluded
            return found is not None and found.verdict.orphans == 3 and screen.held.shop is not None

        qtbot.waitUntil(orphans_are_known)
        found = screen.concluded
        assert found is not None
        assert (found.verdict.certain, found.verdict.looking) == (None, True)
        before = screen.body.verdict.sentences
        assert "3" in before
        source.held.set()
        rested(qtbot, parts)
        assert screen.body.verdict.sentences != before


def test_a_shop_in_which_all_is_right_says_so_calmly(qtbot: QtBot) -> None:
    kin = boutique(1, "Kin Centre")
    till = terminal(1, kin)
    source = FakeSource([till], [kin], [sale(1, kin, till)])
    with overview_over(qtbot, source) as (_, screen):
        found = screen.concluded
        assert found is not None
        assert found.verdict.reading is Reading.ALL_RIGHT
        assert screen.body.verdict.property("role") == "good_box"
        assert kinds(screen) == []
        assert screen.body.problems.said


def test_sales_that_come_to_nothing_are_not_told_as_no_sale(qtbot: QtBot) -> None:
    kin = boutique(1, "Kin Centre")
    till = terminal(1, kin)
    source = FakeSource([till], [kin], [sale(1, kin, till, cents=0)])
    with overview_over(qtbot, source) as (_, screen):
        told = screen.body.revenue.chart.accessibleDescription()
    assert "tous les montants sont nuls" in told


def test_an_empty_database_is_not_called_all_right(qtbot: QtBot) -> None:
    with overview_over(qtbot, FakeSource()) as (_, screen):
        found = screen.concluded
        assert found is not None
        assert found.verdict.reading is Reading.NO_SALE
        assert "0 CDF" in pure(said(screen, TileKey.REVENUE))
        for card in (screen.body.revenue, screen.body.boutiques):
            assert card.said


def test_a_part_that_fails_says_so_alone_and_is_asked_again(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*Busy")
    source = watched(small_shop())
    source.broken = frozenset({"revenue"})
    with overview_over(qtbot, source) as (parts, screen):
        tiles = screen.body.tiles
        assert tiles[TileKey.REVENUE].text.standing is Standing.FAILED
        assert tiles[TileKey.HOMELESS].text.standing is Standing.THERE
        assert screen.body.revenue.said
        assert kinds(screen)
        source.broken = frozenset()
        tiles[TileKey.REVENUE].setFocus()
        QTest.keyClick(tiles[TileKey.REVENUE], Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert tiles[TileKey.REVENUE].text.standing is Standing.THERE
        assert not screen.body.revenue.said


@pytest.mark.parametrize("part", ["evidence", "whole", "shop"])
def test_all_is_right_is_never_said_where_a_part_is_missing(
    qtbot: QtBot, expect_log: ExpectLog, part: str
) -> None:
    expect_log("WARNING .*Busy")
    kin = boutique(1)
    till = terminal(1, kin)
    source = watched(FakeSource([till], [kin], [sale(1, kin, till)]))
    source.broken = frozenset({part})
    with overview_over(qtbot, source) as (parts, screen):
        assert screen.failures
        assert screen.body.verdict.property("role") != "good_box"
        source.broken = frozenset()
        parts.window.refresh()
        rested(qtbot, parts)
        assert screen.body.verdict.property("role") == "good_box"


def test_a_lost_connection_is_told_with_the_moment_of_the_figures(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        before = said(screen, TileKey.REVENUE)
        parts.context.session.lose(ConnectionLost("gone"))
        assert parts.context.formats.minute(NOW) in screen.body.verdict.sentences
        assert said(screen, TileKey.REVENUE) == before
        qtbot.waitUntil(lambda: parts.context.session.state is State.OPEN)
        rested(qtbot, parts)
        assert parts.context.formats.minute(NOW) not in screen.body.verdict.sentences


def test_a_database_that_can_only_be_read_is_looked_at_like_any_other(qtbot: QtBot) -> None:
    source = replace(small_shop(), read_only=ReadOnlyReason.CHOSEN)
    with overview_over(qtbot, source) as (_, screen):
        assert kinds(screen)
        assert not screen.failures


# When it asks.
def test_nothing_is_asked_while_nobody_looks(qtbot: QtBot) -> None:
    source = watched(small_shop())
    with overview_over(qtbot, source) as (parts, screen):
        # Each figure is asked for once.
        assert len(source.cuts) == len({*source.cuts}) == 2
        parts.window.navigation.choose("journal")
        rested(qtbot, parts)
        asked = len(source.cuts)
        parts.context.period.choose_kind(PeriodKind.TODAY)
        rested(qtbot, parts)
        assert len(source.cuts) == asked
        parts.window.navigation.choose("overview")
        rested(qtbot, parts)
        assert len(source.cuts) > asked
        assert screen.body.tiles[TileKey.REVENUE].text.standing is Standing.THERE


def test_new_sales_are_told_at_once_and_figures_move_with_a_refresh(qtbot: QtBot) -> None:
    source = small_shop()
    with overview_over(qtbot, source) as (parts, screen):
        revenue = said(screen, TileKey.REVENUE)
        kin = source.boutique_list[0]
        late = replace(kin, id=9, name="Ngaba")
        source.boutique_list.append(late)
        source.sale_list.append(
            sale(900, late, source.terminal_list[0], sold_at=NOW, received_at=NOW)
        )
        parts.window.watcher.look()
        rested(qtbot, parts)
        qtbot.waitUntil(lambda: "Ngaba" in said(screen, TileKey.NEWEST))
        assert said(screen, TileKey.REVENUE) == revenue
        parts.window.refresh()
        rested(qtbot, parts)
        assert said(screen, TileKey.REVENUE) != revenue


def rhythmic_shop(silent_since: int) -> FakeSource:
    """Two terminals that sell every hour of every day; the second one not since that hour today."""
    kin, limete = boutique(1, "Kin Centre"), boutique(2, "Limete")
    tills = [terminal(1, kin), terminal(2, limete)]
    made: list[Sale] = []
    for day in range(70, -1, -1):
        for hour in range(6, 17):
            at = (NOW - timedelta(days=day)).replace(hour=hour, minute=5)
            for place, till in ((kin, tills[0]), (limete, tills[1])):
                silent = till is tills[1] and not day and hour >= silent_since
                if at <= NOW and not silent:
                    one = sale(len(made) + 1, place, till, sold_at=at, received_at=at)
                    made.append(one)
    return FakeSource(tills, [kin, limete], made)


def test_a_terminal_that_falls_silent_is_told_until_it_sells_again(qtbot: QtBot) -> None:
    source = rhythmic_shop(silent_since=7)
    with overview_over(qtbot, source) as (parts, screen):
        assert kinds(screen) == [ProblemKind.SILENT_NOW]
        found = screen.concluded
        assert found is not None
        assert found.verdict.arriving is Arriving.PARTLY
        assert "Limete" in screen.body.boutiques.list.rows[0].accessibleName()
        # The window stays open, and a sale comes: no refresh is needed to know of it.
        source.sale_list.append(
            sale(
                9_999,
                source.boutique_list[1],
                source.terminal_list[1],
                sold_at=NOW,
                received_at=NOW,
            )
        )
        before = screen.refreshed_at
        screen.news()
        qtbot.waitUntil(lambda: kinds(screen) == [])
        assert screen.concluded is not None
        assert screen.concluded.verdict.arriving is Arriving.NORMAL
        assert screen.refreshed_at == before
        rested(qtbot, parts)


def test_a_shop_that_falls_silent_altogether_is_an_alarm(qtbot: QtBot) -> None:
    source = rhythmic_shop(silent_since=7)
    source.sale_list = [one for one in source.sale_list if (one.sold_at or NOW).date() < NOW.date()]
    with overview_over(qtbot, source) as (_, screen):
        assert screen.body.verdict.property("role") == "banner"
        found = screen.concluded
        assert found is not None
        assert found.verdict.arriving is Arriving.STOPPED


def test_another_period_does_not_make_all_the_rest_new(qtbot: QtBot) -> None:
    now = [NOW]
    with overview_over(qtbot, small_shop(), clock=lambda: now[0]) as (parts, screen):
        now[0] = NOW + timedelta(hours=1)
        parts.context.period.choose_kind(PeriodKind.TODAY)
        rested(qtbot, parts)
        assert screen.held.revenue is not None
        assert screen.refreshed_at == NOW
        parts.window.refresh()
        rested(qtbot, parts)
        assert screen.refreshed_at == now[0]


# Where it leads.
@pytest.fixture
def demo(qtbot: QtBot, demo_file: Path) -> Iterator[tuple[Parts, OverviewScreen]]:
    def opener() -> Any:
        return open_sql(f"sqlite:///{demo_file}", read_only=True, clock=frozen_clock(MORNING))

    with overview_over(qtbot, opener, clock=frozen_clock(MORNING)) as found:
        yield found


def test_every_problem_leads_to_exactly_what_it_tells_of(
    qtbot: QtBot, demo: tuple[Parts, OverviewScreen]
) -> None:
    parts, screen = demo
    found = screen.concluded
    assert found is not None
    told = {one.kind: one for one in found.problems}
    assert len(told) >= 9
    for kind, problem in told.items():
        parts.window.navigation.choose("overview")
        rested(qtbot, parts)
        row = row_of(screen, kind)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
        rested(qtbot, parts)
        current = parts.window.current
        if kind is ProblemKind.REJECTED:
            dialog = screen.findChild(RejectedDialog)
            assert isinstance(dialog, RejectedDialog)
            assert dialog.model.rowCount() == problem.count
            dialog.reject()
        elif isinstance(current, SalesScreen):
            assert current.shown() == problem.count, kind
        elif isinstance(current, RepairScreen):
            if kind is not ProblemKind.STILL_MADE:
                assert current.shown() == problem.count, kind
            else:
                assert current.shown() >= problem.count
        else:
            assert isinstance(current, AssignmentScreen)
            picked = {*current.terminals.selected_ids()}
            shown = {*current.model.ids_between(0, current.model.rowCount() - 1)}
            assert {*problem.terminals} in (picked, shown), kind
            for page in parts.window.findChildren(QDialog):
                page.reject()


def test_every_tile_leads_somewhere_that_shows_it(
    qtbot: QtBot, demo: tuple[Parts, OverviewScreen]
) -> None:
    parts, screen = demo
    places = {
        TileKey.REVENUE: "revenue",
        TileKey.SALES: "sales",
        TileKey.INVISIBLE: "repair",
        TileKey.HOMELESS: "assignment",
        TileKey.INACTIVE: "assignment",
        TileKey.NEWEST: "sales",
    }
    assert set(places) == set(TileKey)
    for key, place in places.items():
        parts.window.navigation.choose("overview")
        rested(qtbot, parts)
        tile = screen.body.tiles[key]
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        rested(qtbot, parts)
        assert parts.window.navigation.current == place, key
    newest = screen.held.shop.newest.newest if screen.held.shop is not None else None
    sales = parts.window.current
    assert isinstance(sales, SalesScreen)
    assert newest is not None
    assert [*sales.selection.ids()] == [newest.sale_id]


def test_a_point_of_the_line_leads_to_sales_that_come_to_it(
    qtbot: QtBot, demo: tuple[Parts, OverviewScreen]
) -> None:
    parts, screen = demo
    parts.context.period.choose_kind(PeriodKind.LAST_7_DAYS)
    rested(qtbot, parts)
    card = screen.body.revenue
    for key, step in (("now", 3), (BEFORE, 2)):
        figure = card.figure_of(Mark(MarkKind.POINT, key, step))
        assert figure is not None
        assert figure.since is not None
        day = figure.since.astimezone(parts.context.formats.zone).date()
        # The day it is of, and not only when that begins.
        assert f", {days_text(Period(PeriodKind.FREE, day, day))}" in figure.told
        card.chart.activated.emit(Mark(MarkKind.POINT, key, step))
        rested(qtbot, parts)
        sales = parts.window.current
        assert isinstance(sales, SalesScreen)
        source = parts.context.session.source
        assert source is not None
        summed = source.totals(sales.model.ids)
        picture = card.chart.picture
        assert picture is not None
        series = {one.key: one.values for one in picture.data.series}  # type: ignore[attr-defined] # lines
        assert summed.amounts["CDF"] == series[key][step]
        assert summed.sales
        parts.window.navigation.choose("overview")
        rested(qtbot, parts)


@pytest.mark.parametrize("kind", [PeriodKind.TODAY, PeriodKind.THIS_MONTH])
def test_the_line_comes_to_the_revenue_also_where_a_terminals_clock_is_ahead(
    kind: PeriodKind,
) -> None:
    source = small_shop()
    ahead = timedelta(hours=2) if kind is PeriodKind.TODAY else timedelta(days=3)
    source.sale_list[0] = source.sale_list[0]._replace(sold_at=NOW + ahead)
    zone = ZoneInfo("Africa/Kinshasa")
    period = chosen(kind, NOW.astimezone(zone).date())
    found = read_revenue(source.as_source(), period, NOW, zone)
    assert {code: sum(line) for code, line in found.lines.items()} == {**found.total.amounts}
    assert len(found.steps_before) == len(found.steps)


def test_an_hour_that_the_clock_skips_leads_to_no_sales(qtbot: QtBot) -> None:
    day, till = date(2026, 3, 29), terminal(1, boutique(1))
    at = datetime(2026, 3, 29, 6, tzinfo=UTC)
    source = FakeSource([till], [boutique(1)], [sale(1, boutique(1), till, sold_at=at)])
    paris = ZoneInfo("Europe/Paris")
    with overview_over(qtbot, source) as (parts, _):
        card = RevenueCard(parts.context.theme, Formats.of("en", paris.key))
        qtbot.addWidget(card)
        card.show_revenue(
            read_revenue(source.as_source(), Period(PeriodKind.FREE, day, day), NOW, paris), None
        )
        assert card.figure_of(Mark(MarkKind.POINT, "now", 2)) is None
        sold = card.figure_of(Mark(MarkKind.POINT, "now", 8))
        assert sold is not None
        assert sold.since == at


def test_the_line_leaves_with_its_period_and_what_it_counts(
    demo: tuple[Parts, OverviewScreen],
) -> None:
    _, screen = demo
    figure = screen.line_ways.figure
    assert figure is not None
    frame = frame_of(screen)
    assert "CDF" in frame.title
    assert frame.period
    assert frame.definition == screen.body.tiles[TileKey.REVENUE].text.meaning


def test_boutiques_lead_to_their_sales(qtbot: QtBot, demo: tuple[Parts, OverviewScreen]) -> None:
    parts, screen = demo
    row = screen.body.boutiques.list.rows[0]
    assert row.text is not None
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    rested(qtbot, parts)
    sales = parts.window.current
    assert isinstance(sales, SalesScreen)
    assert sales.query.boutiques == frozenset({row.text.boutique_id})


def test_a_way_in_narrows_the_repair_and_nothing_else(
    qtbot: QtBot, demo: tuple[Parts, OverviewScreen]
) -> None:
    parts, screen = demo
    plan = parts.context.orphans.plan
    assert plan is not None
    for code in (Confidence.CONFLICT, Confidence.CERTAIN):
        parts.context.ways.go(Goto("repair", confidence=code.value))
        rested(qtbot, parts)
        repair = parts.window.current
        assert isinstance(repair, RepairScreen)
        assert repair.shown() == plan.counts()[code]
    repair = parts.window.current
    assert isinstance(repair, RepairScreen)
    parts.context.ways.go(Goto("repair", everything=True))
    rested(qtbot, parts)
    assert repair.shown() == len(plan.proposals)
    parts.context.ways.go(Goto("repair", strays=True))
    rested(qtbot, parts)
    assert repair.strays
    parts.context.ways.go(Goto("repair", confidence="certain"))
    rested(qtbot, parts)
    assert repair.parts.lists.current == ORPHANS
    assert screen.concluded is not None


# The keyboard.
def test_the_keyboard_is_at_the_most_urgent_problem_from_the_start(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        assert parts.window.focusWidget() is screen.body.problems.rows[0]
        parts.window.navigation.choose("journal")
        rested(qtbot, parts)
        place = parts.window.focusWidget()
        parts.window.refresh()
        rested(qtbot, parts)
        assert parts.window.focusWidget() is place


def test_the_whole_list_is_worked_through_by_keyboard(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        window = parts.window
        with qtbot.waitActive(window):
            window.activateWindow()
        screen.take_focus()
        rows = screen.body.problems.rows
        assert len(rows) >= 3
        qtbot.waitUntil(rows[0].hasFocus)
        for row in rows[1:]:
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
            assert row.hasFocus()
            assert row.accessibleName()
        for row in reversed(rows[:-1]):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up)
            assert row.hasFocus()
        reached = []
        for _ in range(4):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            reached.append(window.focusWidget())
        assert reached[:3] == [rows[0].button, rows[0].more, rows[1]]
        QTest.keyClick(rows[0], Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert window.navigation.current != "overview"


def test_the_keyboard_stays_at_the_currency_when_another_one_comes(qtbot: QtBot) -> None:
    source = small_shop()
    with overview_over(qtbot, source) as (parts, screen):
        window = parts.window
        with qtbot.waitActive(window):
            window.activateWindow()
        card = screen.body.revenue
        next(one for one in card.findChildren(QPushButton) if one.text() == "CDF").setFocus()
        source.sale_list[0] = source.sale_list[0]._replace(currency="EUR")
        window.refresh()
        rested(qtbot, parts)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert [one.text() for one in card.findChildren(QPushButton) if one.isVisible()] == [
            "CDF",
            "USD",
            "EUR",
        ]
        focused = window.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == "CDF"


# Putting off.
def _put_off(qtbot: QtBot, parts: Parts, screen: OverviewScreen, kind: ProblemKind) -> None:
    row = row_of(screen, kind)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    dialog = screen.findChild(PutOffDialog)
    assert isinstance(dialog, PutOffDialog)
    for name in ("title", "meaning", "suggestions"):
        text = child(dialog, QWidget, name)
        assert text.height() >= text.heightForWidth(text.width()), name
    button = child(dialog, QPushButton, "put_off")
    assert not button.isEnabled()
    QTest.keyClicks(child(dialog, QLineEdit, "reason"), "Lundi avec M. <b>Mbuyi</b>")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    rested(qtbot, parts)


def test_a_problem_is_put_off_with_a_reason_and_undone_from_its_message(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        messages: list[Message] = []
        parts.context.messages.said.connect(messages.append)
        waiting = kinds(screen)
        problems = screen.concluded.verdict.problems if screen.concluded is not None else 0
        _put_off(qtbot, parts, screen, ProblemKind.NO_BOUTIQUE)
        listed = screen.body.problems
        assert kinds(screen) == [one for one in waiting if one is not ProblemKind.NO_BOUTIQUE]
        assert screen.concluded is not None
        assert screen.concluded.verdict.problems == problems - 1
        assert not listed.toggle.isHidden()
        listed.toggle.click()
        assert kinds(screen)[-1] is ProblemKind.NO_BOUTIQUE
        assert (
            "Lundi avec M. <b>Mbuyi</b>" in row_of(screen, ProblemKind.NO_BOUTIQUE).accessibleName()
        )
        assert (
            parts.context.operator.user in row_of(screen, ProblemKind.NO_BOUTIQUE).accessibleName()
        )
        undo = messages[-1].on_action
        assert undo is not None
        undo()
        rested(qtbot, parts)
        assert kinds(screen) == waiting
        parts.context.messages.said.disconnect(messages.append)


def test_what_was_put_off_is_taken_up_again_by_hand(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        waiting = kinds(screen)
        _put_off(qtbot, parts, screen, ProblemKind.SILENT)
        screen.body.problems.toggle.click()
        row = row_of(screen, ProblemKind.SILENT)
        assert row.put_off
        QTest.keyClick(row, Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert kinds(screen) == waiting


def test_what_was_put_off_is_remembered_by_connection_and_comes_back_when_it_grows(
    qtbot: QtBot,
) -> None:
    memory, source = Memory(), small_shop()
    with overview_over(qtbot, source, memory=memory) as (parts, screen):
        _put_off(qtbot, parts, screen, ProblemKind.NO_BOUTIQUE)
        assert ProblemKind.NO_BOUTIQUE not in kinds(screen)
    with overview_over(qtbot, source, memory=memory) as (parts, screen):
        assert ProblemKind.NO_BOUTIQUE not in kinds(screen)
        source.terminal_list.append(terminal(77, None))
        parts.window.refresh()
        rested(qtbot, parts)
        row = row_of(screen, ProblemKind.NO_BOUTIQUE)
        assert not row.put_off
        # It says that it has grown, and why it had been put off.
        assert "Lundi avec M. <b>Mbuyi</b>" in row.accessibleName()
        source.terminal_list[:] = [one for one in source.terminal_list if one.boutique_id]
        parts.window.refresh()
        rested(qtbot, parts)
        assert ProblemKind.NO_BOUTIQUE not in screen.put_offs.all()


def test_what_comes_while_the_reason_is_typed_is_not_put_off_with_it(qtbot: QtBot) -> None:
    source = small_shop()
    with overview_over(qtbot, source) as (parts, screen):
        row = row_of(screen, ProblemKind.NO_BOUTIQUE)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Delete)
        dialog = screen.findChild(PutOffDialog)
        assert isinstance(dialog, PutOffDialog)
        source.terminal_list.append(terminal(77, None))
        parts.window.refresh()
        rested(qtbot, parts)
        QTest.keyClicks(child(dialog, QLineEdit, "reason"), "Lundi")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        rested(qtbot, parts)
        assert screen.put_offs.all()[ProblemKind.NO_BOUTIQUE].count == 1
        assert ProblemKind.NO_BOUTIQUE in kinds(screen)
        assert "Lundi" in row_of(screen, ProblemKind.NO_BOUTIQUE).accessibleName()


def test_a_silent_terminal_stays_put_off_over_night_until_it_sells(qtbot: QtBot) -> None:
    source, now = rhythmic_shop(silent_since=7), [NOW]
    kin, limete = source.terminal_list

    def sells(till: Terminal, at: datetime) -> None:
        place = next(one for one in source.boutique_list if one.id == till.boutique_id)
        number = len(source.sale_list) + 1
        source.sale_list.append(sale(number, place, till, sold_at=at, received_at=at))

    with overview_over(qtbot, source, clock=lambda: now[0]) as (parts, screen):
        _put_off(qtbot, parts, screen, ProblemKind.SILENT_NOW)
        for hours in range(6):
            sells(kin, NOW + timedelta(hours=hours))
        # At night nobody sells: its silence says nothing.
        for hours in (11, 22):
            now[0] = NOW + timedelta(hours=hours)
            if hours == 22:
                sells(kin, now[0])
            parts.window.refresh()
            rested(qtbot, parts)
            assert ProblemKind.SILENT_NOW not in kinds(screen)
            assert ProblemKind.SILENT_NOW in screen.put_offs.all()
        sells(limete, now[0])
        parts.window.refresh()
        rested(qtbot, parts)
        assert ProblemKind.SILENT_NOW not in screen.put_offs.all()


def test_two_windows_over_two_connections_forget_nothing_that_was_put_off(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    windows = {name: Memory(path) for name in ("Kinshasa", "Goma")}
    problem = Problem(ProblemKind.NO_BOUTIQUE, Severity.URGENT, 1, terminals=(2,))
    for name, memory in windows.items():
        PutOffs(memory, name).add(PutOff.of(problem, "mbuyi", NOW, f"later in {name}"))
        memory.save()
    for name in windows:
        kept = PutOffs(Memory(path), name).all()
        assert kept[problem.kind].reason == f"later in {name}"


def test_a_damaged_memory_puts_nothing_off(qtbot: QtBot) -> None:
    memory = Memory()
    memory.put(
        "overview.put_off.Kinshasa",
        {
            "no_boutique": {"at": "yesterday", "amounts": {}, "terminals": []},
            "silent": [1, 2],
            "nobody knows": {"at": NOW.isoformat(), "amounts": {}, "terminals": []},
        },
    )
    with overview_over(qtbot, small_shop(), memory=memory) as (_, screen):
        assert screen.put_offs.all() == {}
        assert ProblemKind.NO_BOUTIQUE in kinds(screen)


# The mouse, and the room there is.
def test_the_menu_of_a_row_offers_both_ways(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        row = row_of(screen, ProblemKind.NO_BOUTIQUE)
        QTest.mouseClick(row.more, Qt.MouseButton.LeftButton)
        menu = row.findChild(QMenu)
        assert isinstance(menu, QMenu)
        assert len(menu.actions()) == 2
        menu.actions()[1].trigger()
        menu.close()
        dialog = screen.findChild(PutOffDialog)
        assert isinstance(dialog, PutOffDialog)
        dialog.reject()
        QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
        rested(qtbot, parts)
        assert parts.window.navigation.current == "assignment"


def test_columns_stand_below_one_another_where_there_is_little_room(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (parts, screen):
        body = screen.body

        def beside() -> bool:
            QApplication.processEvents()
            left, right = (
                part.mapTo(body, part.rect().topLeft()) for part in (body.problems, body.revenue)
            )
            return left.x() + 10 < right.x()

        parts.window.resize(1366, 768)
        assert beside()
        parts.window.resize(880, 520)
        assert not beside()
        scroll = child(screen, QScrollArea, "scroll")
        assert scroll.verticalScrollBar().maximum() > 0
        assert scroll.horizontalScrollBar().maximum() == 0
        # What the keyboard reaches is seen.
        with qtbot.waitActive(parts.window):
            parts.window.activateWindow()
        row = screen.body.boutiques.list.rows[-1]
        row.setFocus()
        QApplication.processEvents()
        place = row.mapTo(scroll.viewport(), row.rect().center())
        assert scroll.viewport().rect().contains(place)


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot) -> None:
    with overview_over(qtbot, small_shop()) as (_, screen):
        for widget in (*screen.findChildren(QFrame), *screen.findChildren(QPushButton)):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                text = widget.text() if isinstance(widget, QPushButton) else ""
                assert widget.accessibleName() or text, widget


WHY = "Stock insuffisant pour " + ", ".join(f"l'article {n}" for n in range(40))


def test_refused_sales_are_shown_with_the_terminal_that_sent_them(qtbot: QtBot) -> None:
    source = small_shop()
    source.rejected_list = [
        RejectedSale(5, "N-5", NOW, "OTHER", "Stock <i>0</i>", 1, 1, False),
        RejectedSale(6, "N-6", None, "OTHER", WHY, 99, 99, False),
        RejectedSale(7, "N-7", NOW, "OTHER", "", 1, 1, True),
    ]
    with overview_over(qtbot, source) as (parts, screen):
        row = row_of(screen, ProblemKind.REJECTED)
        row.button.click()
        dialog = screen.findChild(RejectedDialog)
        assert isinstance(dialog, RejectedDialog)
        model = dialog.model
        shown = [[model.index(at, column).data() for column in range(5)] for at in range(2)]
        assert model.rowCount() == 2
        assert shown[0][1:] == ["N-5", "Caisse 1", "Kin Centre", "Stock <i>0</i>"]
        assert shown[1][2:4] == ["99", "99"]
        dialog.table.selectAll()
        QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        rested(qtbot, parts)
        assert "N-5\tCaisse 1" in QApplication.clipboard().text()
        offer = dialog.offer()
        assert offer is not None
        book = offer.make(silently)
        assert [list(row) for row in book.sheets[0].rows()] == [
            [NOW, "N-5", "Caisse 1", "Kin Centre", "Stock <i>0</i>"],
            [None, "N-6", "99", "99", WHY],
        ], "moments as moments, and texts as long as they are"
        dialog.reject()


def test_terminals_without_boutique_are_told_beside_their_place_before_anybody_went_there(
    qtbot: QtBot,
) -> None:
    with window_over(qtbot, small_shop(), memory=Memory()) as parts:
        rested(qtbot, parts)
        assert parts.window.navigation.current == "overview"
        button = parts.window.navigation.buttons["assignment"]
        assert "1 terminal sans boutique" in button.accessibleDescription()


def test_the_parts_of_the_revenue_add_up_to_a_hundred_percent(qtbot: QtBot) -> None:
    with overview_over(qtbot, heard(small_shop())) as (_, screen):
        (strip,) = screen.body.revenue.findChildren(SurenessStrip)
        strip.show_sureness(Sureness(1, 1, 1), "CDF")
        told = re.findall(r"(\d+),(\d)\s%", strip.accessibleName())
        assert sum(int(whole) * 10 + int(tenth) for whole, tenth in told) == 1_000


def test_after_midnight_no_sale_of_yesterday_is_told_as_of_today(qtbot: QtBot) -> None:
    now = [NOW]
    source = small_shop()
    with overview_over(qtbot, source, clock=lambda: now[0]) as (parts, screen):
        row = screen.body.boutiques.list.rows[0]
        assert row.text is not None
        assert row.text.middle.startswith("27")
        # The window stands open over night, and nobody refreshes it.
        now[0] = NOW + timedelta(days=1)
        screen._tick.timeout.emit()
        rested(qtbot, parts)
        assert row.text.middle.startswith("0")
