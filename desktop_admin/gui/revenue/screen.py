"""What each boutique made: drawn, told in a table, compared with before; a click shows the sales
behind any of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot

from desktop_admin.domain.attribution import Attribution, attributed
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.period import PeriodKind
from desktop_admin.domain.repair import Plan
from desktop_admin.domain.revenue import Takings, by_week_hour
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.geometry import Mark
from desktop_admin.gui.charts.words import day_names
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.models.columns import Column, Row, write_rows
from desktop_admin.gui.period import days_text
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.behind import Ledger
from desktop_admin.gui.revenue.body import RevenueBody
from desktop_admin.gui.revenue.choices import RevenueChoices
from desktop_admin.gui.revenue.drawn import Drawing
from desktop_admin.gui.revenue.grains import Grains
from desktop_admin.gui.revenue.leaving import RevenueLeaving
from desktop_admin.gui.revenue.reading import Answer, Asked, read, read_week
from desktop_admin.gui.revenue.table import cells_of, revenue_table
from desktop_admin.gui.revenue.tips import Tips
from desktop_admin.gui.revenue.view import RevenueRow, View, figures, fits
from desktop_admin.gui.sales.columns import payment_names
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.column_layout import measured
from desktop_admin.gui.widgets.selection import locate
from desktop_admin.gui.widgets.state_page import StateText
from desktop_admin.gui.widgets.table_screen import NextStep, TableScreen
from desktop_admin.sources.base import (
    CannotConnect,
    ConnectionLost,
    Report,
    SalesSource,
    SourceError,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One view of an answer, ready to be shown."""

    drawing: Drawing
    #: What its attribution is of.
    plan: Plan | None
    columns: list[Column[RevenueRow]]
    rows: list[Row]


class RevenueScreen(TableScreen):
    """Asks once for a period; currency, grouping and order are another look at the same answer."""

    def __init__(self, context: Context) -> None:
        self.grains = Grains(context)
        self.body = RevenueBody(context, self.grains)
        super().__init__(context, words.words(), self.body)
        self.grains.setParent(self)
        self.choices = RevenueChoices(context)
        self._days = day_names()
        self._payments = payment_names()
        self._answer: Answer | None = None
        self._week: dict[int, Takings] | None = None
        #: For which answer the hours of the week were asked.
        self._week_asked: Answer | None = None
        #: What is shown, and what its figures count.
        self.shown_now: Shown | None = None
        self.definition = ""
        self._columns: list[str] = []
        #: By which column the rows stand, and which way.
        self._sorted = ("value", Qt.SortOrder.DescendingOrder)
        #: The period or the sales, or the terminals, have changed while nobody looked.
        self._due = self._plan_due = False
        #: Which answer is shown, and whether it is said that the plan could not be read.
        self._told: Answer | None = None
        self._unplanned = False
        #: For which answer the plan was read anew, because it spoke of other sales.
        self._planned: Answer | None = None
        self.page.add_filters(self.choices)
        self.page.be_bare()
        self.leaving = RevenueLeaving(self)
        self.page.add_exports(self.leaving.bar)
        self._connect()
        self.tips = Tips(self.body, self)
        self._say_period()

    def _connect(self) -> None:
        context, body = self.context, self.body
        self.choices.changed.connect(self._look)
        self.grains.changed.connect(self._look)
        self.page.filter_changed.connect(self._filter)
        context.period.changed.connect(self._period_changed)
        context.changes.changed.connect(self._touched)
        context.orphans.changed.connect(self._look)
        context.orphans.failed.connect(self._say_unplanned)
        body.table.sort_wanted.connect(self._sort)
        body.table.opened.connect(self._open_row)
        for chart in body.charts:
            chart.activated.connect(self._open)

    # Reading.
    def read(self, source: SalesSource) -> None:
        """Ask for the period and what it is compared with."""
        self._due = self._plan_due = False
        period = self.context.period
        asked, gone = Asked(period.current, period.zone, self.context.clock()), words.gone()

        def work(_: Report) -> Answer:
            with undisturbed():
                return read(source, asked, gone)

        self.context.jobs.ask(work, self._arrived, self.failed, owner=self, topic="revenue")
        self.context.orphans.ask()

    def _arrived(self, answer: Answer) -> None:
        self._answer = answer
        self._week = None
        # What is offered now changes places; the old figures need not be drawn there once more.
        self.body.setUpdatesEnabled(False)
        self.choices.offer(answer)
        self.grains.offer(answer)
        # Buttons that were made now would come last.
        self.page.order_tabs(self.choices.in_order)
        self.body.order_tabs()
        self._look()

    @Slot()
    def _look(self) -> None:
        """Show the answer as it is looked at now; asks the source nothing but the week."""
        answer = self._answer
        if answer is None:
            return
        self.body.show_side()
        plan, week, payments = self.context.orphans.plan, self._week, self._payments
        view, formats = self._view(), self.context.formats
        known = self._known_attribution(answer, plan)
        since, until = answer.asked.since, answer.asked.until

        def work(_: Report) -> Shown:
            attribution = known or (attributed(plan.proposals, since, until) if plan else None)
            if attribution is not None and not fits(answer, attribution):
                # It is of another moment.
                attribution = None
            with undisturbed():
                found = figures(answer, view, attribution, week)
            return _written(Drawing(answer, view, found, attribution, formats, payments), plan)

        self.context.jobs.ask(work, self._show, self.failed, owner=self, topic="look")
        if self.grains.week and week is None and not answer.hourly:
            self._ask_week(answer)

    def _known_attribution(self, answer: Answer, plan: Plan | None) -> Attribution | None:
        """What was worked out already, of the same plan and the same answer."""
        shown = self.shown_now
        if shown is None or shown.plan is not plan or shown.drawing.answer is not answer:
            return None
        return shown.drawing.attribution

    def _ask_week(self, answer: Answer) -> None:
        source = self.context.session.source
        if source is None or self._week_asked is answer:
            return
        self._week_asked = answer

        def work(_: Report) -> dict[int, Takings]:
            return dict(by_week_hour(read_week(source, answer.asked)))

        arrived = partial(self._week_arrived, answer)
        self.context.jobs.ask(work, arrived, self._week_failed, owner=self, topic="week")

    def _week_failed(self, error: SourceError) -> None:
        self._week_asked = None
        self.failed(error)

    def _week_arrived(self, answer: Answer, week: dict[int, Takings]) -> None:
        if answer is self._answer:
            self._week = week
            self._look()

    def _view(self) -> View:
        choices, grains = self.choices, self.grains
        return View(choices.measure, choices.net, choices.compares, grains.grain, grains.picked)

    def _show(self, shown: Shown) -> None:
        self.shown_now = shown
        self.tips.ledger = Ledger(shown.drawing, self._days)
        drawing, body = shown.drawing, self.body
        self.grains.offer_boutiques(drawing.figures)
        everything = drawing.figures.total.amounts
        self.definition = words.definition(
            drawing.answer, drawing.view, everything, self.context.formats
        )
        body.show_drawn(drawing.drawn(self.page.filter_text), self.definition)
        table = body.table
        place = table.remember()
        body.model.show(shown.columns, shown.rows)
        if self._columns != [column.key for column in shown.columns]:
            self._mark_sorted(shown.columns)
        table.fit_columns()
        ids = body.model.ids_between(0, body.model.rowCount() - 1)
        table.recall(locate(ids, place))
        self.body.setUpdatesEnabled(True)
        self._say_period()
        if drawing.answer is self._told:
            # Another look at it makes it no newer.
            self.settle()
        else:
            self._told = drawing.answer
            self.rows_arrived()
        self._say_unplanned()
        if shown.plan is not None and drawing.attribution is None:
            self._plan_anew(drawing.answer)

    @Slot()
    def _say_unplanned(self) -> None:
        """The figures stand without what waits for the repair, where that could not be read."""
        error = self.context.orphans.error
        # A connection that is lost is told of by the frame.
        if self._loaded and error and not isinstance(error, ConnectionLost | CannotConnect):
            self._next = NextStep.READ_AGAIN
            self.page.warn(explain(error))
            self._unplanned = True
        elif self._unplanned:
            self.page.calm()
            self._unplanned = False

    def _plan_anew(self, answer: Answer) -> None:
        """The plan speaks of other sales than were counted, which no marker may tell: have it read
        again, once."""
        if self._planned is not answer:
            self._planned = answer
            self.context.orphans.ask(anew=True)

    def _mark_sorted(self, columns: Sequence[Column[RevenueRow]]) -> None:
        """Rows stand by what was made, until the operator says otherwise."""
        self._columns = [column.key for column in columns]
        key, order = self._sorted
        if key not in self._columns:
            key, order = "value", Qt.SortOrder.DescendingOrder
        self.body.model.sort(self._columns.index(key), order)
        self.body.table.mark_sorted(self._columns.index(key), order)

    @Slot(int, object)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted = (self._columns[column], order)
        self.body.model.sort(column, order)

    def failed(self, error: SourceError) -> None:
        """Say so over the figures one has."""
        self.body.setUpdatesEnabled(True)
        self._unplanned = False
        super().failed(error)

    # What the page shows.
    def shown(self) -> int:
        """Whether there is anything to draw."""
        shown = self.shown_now
        return 0 if shown is None else int(not shown.drawing.answer.nothing)

    def total(self) -> int | None:
        """Nothing is hidden here."""
        return self.shown()

    def widen(self) -> None:
        """Look at all dates."""
        self.context.period.choose_kind(PeriodKind.ALL)

    def nothing_to_show(self) -> tuple[StateText, NextStep]:
        """The period has no sale, or the database has none."""
        if self.context.period.current.kind is PeriodKind.ALL:
            return super().nothing_to_show()
        title, meaning, step = words.period_words()
        return StateText("empty", title, meaning, step), NextStep.WIDEN

    def described(self) -> Status:
        """Boutiques and sales, and what they made in each currency."""
        shown = self.shown_now
        if shown is None:
            return Status()
        found, formats = shown.drawing.figures, self.context.formats
        boutiques = self.tr("%Ln boutique(s)", "", len(found.rows))
        text = self.tr("%1, %Ln sale(s)", "", found.total.sales)
        amounts = formats.moneys(found.total.amounts.moneys())
        tip = self.tr("Of all boutiques and of no boutique, each currency by itself")
        return Status(fill(text, boutiques), fill(self.tr("Total: %1"), amounts), tip)

    def _say_period(self) -> None:
        """Which days the figures are of that one sees."""
        shown, text = self.shown_now, self.tr("%1, %2 time")
        asked = shown.drawing.answer.asked.period if shown else self.context.period.current
        days = days_text(asked)
        self.page.show_counts(fill(text, days, self.context.formats.city))

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.body.model.filter(text)
        if self.shown_now is not None:
            self.body.bars.show_chart(self.shown_now.drawing.bars(text))

    # What happens meanwhile.
    @Slot()
    def _period_changed(self) -> None:
        self._say_period()
        self._due = True
        if self.isVisible():
            self.catch_up()

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        self._due |= bool(touched.sales)
        self._plan_due |= bool(touched.terminals)
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Ask again for what has become untrue meanwhile."""
        source = self.context.session.source
        if source is None:
            return
        if self._due:
            self.read(source)
        elif self._plan_due or self.context.orphans.error is not None:
            self._plan_due = False
            self.context.orphans.ask()

    # The sales behind a mark.
    @Slot(object)
    def _open(self, mark: Mark) -> None:
        chart = self.sender()
        told = self.tips.told(chart, mark) if isinstance(chart, Chart) else None
        if told is not None and told.sales:
            self.context.ways.go(Goto("sales", figure=told.figure))

    @Slot(int)
    def _open_row(self, row: int) -> None:
        ledger = self.tips.ledger
        if ledger is not None:
            told = ledger.row(row)
            self.context.ways.go(Goto("sales", figure=told.figure))


def _written(drawing: Drawing, plan: Plan | None) -> Shown:
    """The rows of the table; for workers."""
    view, answer = drawing.view, drawing.answer
    comparison = answer.asked.comparison if view.compare else None
    before = words.compared_text(comparison, drawing.formats) if comparison else ""
    others = [code for code in answer.currencies if code != view.measure.currency]
    table = revenue_table(cells_of(drawing.formats, view), others, before)
    found = drawing.figures
    lines = [*found.rows, *([found.nowhere] if found.nowhere else []), found.total]
    rows = write_rows(table, lines, in_memory=True)
    return Shown(drawing, plan, measured(table.columns, rows), rows)
