"""The overview: whether everything is all right, and if not, where it is solved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent

from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.put_off import still_put_off
from desktop_admin.gui.charts.data import Frame
from desktop_admin.gui.charts.export import ChartWays
from desktop_admin.gui.context import Context
from desktop_admin.gui.figure import Figure
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.overview.body import OverviewBody
from desktop_admin.gui.overview.concluding import Conclusion, Held, conclude
from desktop_admin.gui.overview.leaving import frame_of
from desktop_admin.gui.overview.put_offs import PutOffs
from desktop_admin.gui.overview.putting_off import PuttingOff
from desktop_admin.gui.overview.reading import (
    read_revenue,
    read_rhythms,
    read_shop,
    read_whole,
)
from desktop_admin.gui.overview.showing import Showing
from desktop_admin.gui.overview.ways import WaysOn
from desktop_admin.gui.overview.words import words
from desktop_admin.gui.session import State
from desktop_admin.gui.shell.screen import Badge, Status
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.table_screen import TableScreen
from desktop_admin.sources.base import Report, SalesSource, SourceError

#: So often what is told of the time that has passed is told anew.
_TICK_MS = 60_000
#: The parts that are asked for, each by itself.
SHOP, REVENUE, WHOLE, RHYTHMS, ORPHANS = "shop", "revenue", "whole", "rhythms", "orphans"

Read = Callable[[SalesSource], Any]


class OverviewScreen(TableScreen):
    """Asks for each part by itself, and shows what is there."""

    def __init__(self, context: Context) -> None:
        self.body = OverviewBody(context)
        super().__init__(context, words(), self.body)
        self.page.be_bare()
        self.page.hide_filter()
        self.held = Held()
        self.concluded: Conclusion | None = None
        #: Parts that could not be read.
        self.failures: frozenset[str] = frozenset()
        #: What was changed, or came, while nobody looked.
        self._due = self._period_due = self._plan_due = False
        #: The keyboard shall work here once there is something to work on.
        self._wants_focus = False
        self.put_offs = PutOffs(context.memory, context.session.name)
        self.showing = Showing(self)
        self.putting_off = PuttingOff(self)
        self.ways = WaysOn(self)
        self.line_ways = ChartWays(context, self.body.revenue.chart, self._frame, self)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._time_passed)
        self._tick.start()
        self._connect()
        self.showing.show_all()

    def _connect(self) -> None:
        context, body = self.context, self.body
        context.period.changed.connect(self._period_changed)
        context.changes.changed.connect(self._touched)
        context.orphans.changed.connect(self._orphans_changed)
        context.orphans.failed.connect(self._orphans_failed)
        context.session.changed.connect(self._say_verdict)
        for card in (body.problems, body.movers, body.revenue, body.boutiques):
            card.retry_wanted.connect(self.refresh)
        body.revenue.currency_changed.connect(self.showing.show_movers)
        body.revenue.figure_wanted.connect(self._show_figure)

    # Reading.
    def read(self, source: SalesSource) -> None:
        """Ask for every part; what takes long begins when the first have been answered."""
        self._due = self._period_due = False
        self._ask(source, anew=True)

    def _ask(self, source: SalesSource, *, anew: bool) -> None:
        self.failures = frozenset()
        context = self.context
        now, zone = context.clock(), context.formats.zone
        self._ask_part(source, SHOP, lambda one: read_shop(one, now), Priority.FIRST)
        self._ask_revenue(source)
        self._ask_part(source, WHOLE, lambda one: read_whole(one, zone), Priority.NORMAL)
        self._ask_part(source, RHYTHMS, lambda one: read_rhythms(one, now, zone), Priority.LATER)
        context.orphans.ask(anew=anew)

    def _ask_revenue(self, source: SalesSource, *, alone: bool = False) -> None:
        context = self.context
        period, now, zone = context.period.current, context.clock(), context.formats.zone

        def read(one: SalesSource) -> object:
            return read_revenue(one, period, now, zone)

        self._ask_part(source, REVENUE, read, Priority.NORMAL, alone=alone)

    def _ask_part(
        self,
        source: SalesSource,
        part: str,
        read: Read,
        priority: Priority,
        *,
        alone: bool = False,
    ) -> None:
        """`alone`: the others stay as they are, and so does the moment that all of it is of."""

        def work(_: Report) -> Any:
            with undisturbed():
                return read(source)

        self.context.jobs.ask(
            work,
            partial(self._arrived, part, alone),
            partial(self._not_read, part),
            owner=self,
            topic=part,
            priority=priority,
            quiet=alone and part == SHOP,
        )

    def _arrived(self, part: str, alone: bool, value: Any) -> None:
        if part == REVENUE and value.period != self.context.period.current:
            # Another period was chosen meanwhile; its revenue is asked for when somebody looks.
            return
        self.failures -= {part}
        self.held = replace(self.held, **{part: value})
        if not alone or self.refreshed_at is None:
            self.rows_arrived()
        elif not self.failures:
            self.page.calm()
        self.showing.show_part(part)
        if part == SHOP:
            self.badge_changed.emit()
        self._conclude()

    def _not_read(self, part: str, error: SourceError) -> None:
        self.failures |= {part}
        self.failed(error)
        self.showing.show_part(part)
        self.showing.show_conclusion()

    def _conclude(self) -> None:
        """Work out what follows from what is there; what follows from less is dropped."""
        held, kept = self.held, self.put_offs.all()
        now, zone = self.context.clock(), self.context.formats.zone

        def work(_: Report) -> Conclusion:
            with undisturbed():
                return conclude(held, kept, now, zone)

        self.context.jobs.ask(
            work,
            self._concluded,
            self.failed,
            owner=self,
            topic="conclusion",
            priority=Priority.FIRST,
        )

    def conclude_again(self) -> None:
        """Something was put off, or taken up again."""
        self._conclude()

    def _concluded(self, found: Conclusion) -> None:
        self.concluded, shop = found, self.held.shop
        if shop is not None and not found.verdict.looking and not self.failures and self._whole:
            self.put_offs.keep(still_put_off(found.problems, self.put_offs.all(), shop.last))
        self.showing.show_conclusion()
        self.status_changed.emit()
        if self._wants_focus and (self._whole or self.failures):
            self._wants_focus = False
            if not self.body.has_keyboard:
                self.body.take_focus()

    @property
    def _whole(self) -> bool:
        """Whether every part is there."""
        held = self.held
        parts = (held.shop, held.revenue, held.whole, held.rhythms, held.plan)
        return all(part is not None for part in parts)

    @property
    def looking(self) -> bool:
        """Whether something is still being read for the first time."""
        return not self._whole and not self.failures

    def badges_elsewhere(self) -> Mapping[str, Badge]:
        """How many terminals wait for a boutique."""
        shop = self.held.shop
        if shop is None:
            return {}
        alone = sum(one.boutique_id is None for one in shop.terminals.values())
        count = self.context.formats.count(alone) if alone else ""
        meaning = self.tr("%Ln terminal(s) without boutique", "", alone) if alone else ""
        return {"assignment": Badge(count, meaning)}

    # What is shown.
    def shown(self) -> int:
        """There is always something to show."""
        return 1

    def total(self) -> int | None:
        """The same."""
        return 1

    def described(self) -> Status:
        """How many boutiques, terminals and sales it is about."""
        shop, revenue = self.held.shop, self.held.revenue
        if shop is None:
            return Status()
        selling = sum(not one.depot for one in shop.boutiques.values())
        parts = [
            self.tr("%Ln boutique(s)", "", selling),
            self.tr("%Ln terminal(s)", "", len(shop.terminals)),
        ]
        if revenue is not None:
            count = revenue.total.all_sales
            parts.append(self.tr("%Ln sale(s) in the period", "", count))
        return Status(", ".join(parts))

    def take_focus(self) -> None:
        """Let the keyboard work on what is most urgent, as soon as that is known."""
        self._wants_focus = self.concluded is None
        if self.page.shows_rows and not self._wants_focus:
            self.body.take_focus()
        elif not self.page.shows_rows:
            self.page.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """What comes while one is elsewhere leaves the keyboard there."""
        super().hideEvent(event)
        self._wants_focus = False

    def focus_filter(self) -> None:
        """There is nothing to narrow down: the first problem."""
        self.take_focus()

    @property
    def lost(self) -> bool:
        """Whether what one sees is not of now, because the database is away."""
        return self.context.session.state is State.LOST

    @Slot()
    def _say_verdict(self) -> None:
        self.showing.show_verdict()

    def _frame(self) -> Frame:
        return frame_of(self)

    @Slot(object)
    def _show_figure(self, figure: Figure) -> None:
        self.context.ways.go(Goto("sales", figure=figure))

    # What happens meanwhile.
    def catch_up(self) -> None:
        """Ask for what has become untrue while nobody looked."""
        source = self.context.session.source
        if source is None:
            return
        if self._plan_due:
            self._plan_due = False
            self._conclude()
        if self.context.orphans.error is not None and ORPHANS not in self.failures:
            # It failed while nobody looked: whoever looks now is told, or has the plan.
            self.context.orphans.ask()
        if self._due:
            self._due = self._period_due = False
            self._ask(source, anew=False)
        elif self._period_due:
            self._period_due = False
            self._ask_revenue(source, alone=True)

    @Slot()
    def _period_changed(self) -> None:
        """What stands is of another period: it goes at once."""
        self.held = replace(self.held, revenue=None)
        self.showing.show_part(REVENUE)
        self._period_due = True
        if self.isVisible():
            self.catch_up()

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        if touched.sales or touched.terminals:
            self._due = True
            if self.isVisible():
                self.catch_up()

    @Slot()
    def _orphans_changed(self) -> None:
        self.failures -= {ORPHANS}
        self.held = replace(self.held, plan=self.context.orphans.plan)
        self._plan_due = not self.isVisible()
        if not self._plan_due:
            self._conclude()

    @Slot(object)
    def _orphans_failed(self, error: SourceError) -> None:
        if self.isVisible():
            self._not_read(ORPHANS, error)

    @Slot()
    def news(self) -> None:
        """Sales came in: the newest ones are looked up, which costs nothing; the rest waits for a
        refresh, because figures must not change under one's eyes."""
        source, now = self.context.session.source, self.context.clock()
        if source is not None and self.isVisible() and self.refreshed_at is not None:
            later = Priority.LATER
            self._ask_part(source, SHOP, lambda one: read_shop(one, now), later, alone=True)

    @Slot()
    def _time_passed(self) -> None:
        """Tell anew how long ago things were, and look whose sales came since; who is silent now
        follows from that."""
        if not self.isVisible() or self.held.shop is None:
            return
        self.showing.show_times()
        if self.context.session.state is not State.OPEN:
            return
        self.news()
        source, revenue = self.context.session.source, self.held.revenue
        if source is not None and revenue is not None and revenue.day != self.context.period.today:
            # What was sold today was sold yesterday.
            self._ask_revenue(source, alone=True)
