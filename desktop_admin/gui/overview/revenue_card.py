"""The revenue of the period as a line, with what it is compared with behind, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_admin.domain.local_time import Grain, next_bucket, spans
from desktop_admin.domain.movement import Sureness
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.gui.charts.data import LinesData, Series
from desktop_admin.gui.charts.geometry import Mark
from desktop_admin.gui.charts.lines import LinesChart
from desktop_admin.gui.charts.numbers import Unit
from desktop_admin.gui.figure import Figure
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.overview.card import Card
from desktop_admin.gui.overview.reading import Revenue
from desktop_admin.gui.overview.sureness_strip import SurenessStrip
from desktop_admin.gui.overview.words import money
from desktop_admin.gui.period import days_text
from desktop_admin.gui.revenue.words import step_text
from desktop_admin.gui.text import fill
from desktop_admin.gui.theme import Theme
from desktop_admin.sources.base import Behind

_CHART_HEIGHT = 196
_CENTS = 100
_MOMENT = timedelta(microseconds=1)
NOW, BEFORE = "now", "before"


class RevenueCard(Card):
    """One line, in one currency at a time; a press on a point leads to the sales behind it."""

    #: Another currency is looked at.
    currency_changed = Signal()
    #: Carries the `Figure` that was pressed.
    figure_wanted = Signal(object)

    def __init__(self, theme: Theme, formats: Formats) -> None:
        body = QWidget()
        super().__init__(self.tr("Revenue by day"), body)
        self._formats = formats
        self._revenue: Revenue | None = None
        self._sureness: Mapping[str, Sureness] | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._chosen = ""
        self.chart = LinesChart(theme, formats)
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self.chart.setAccessibleName(self.tr("Revenue over time"))
        self.chart.activated.connect(self._pressed)
        self.strip = SurenessStrip(theme, formats)
        self._strip_head = QLabel(self.tr("How sure this revenue is"))
        self._strip_head.setProperty("role", "head")
        self._strip_head.setContentsMargins(12, 4, 12, 0)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        place = QWidget()
        inside = QVBoxLayout(place)
        inside.setContentsMargins(10, 0, 10, 4)
        inside.addWidget(self.chart)
        for part in (place, self._strip_head, self.strip):
            column.addWidget(part)
        self._codes = QWidget()
        codes = QHBoxLayout(self._codes)
        codes.setContentsMargins(0, 0, 0, 0)
        codes.setSpacing(4)
        self.add_to_head(self._codes)

    @property
    def currency(self) -> str:
        """The one that is looked at: the chosen one, else the first of the period."""
        codes = self._currencies()
        return self._chosen if self._chosen in codes else (codes or ["CDF"])[0]

    def show_revenue(self, revenue: Revenue, sureness: Mapping[str, Sureness] | None) -> None:
        """Show the revenue of a period; `sureness` None: not known yet."""
        if self._revenue is revenue and self._sureness == sureness and not self.said:
            return
        self._revenue, self._sureness = revenue, sureness
        self._offer(self._currencies())
        self._show()

    def _currencies(self) -> list[str]:
        return self._revenue.currencies if self._revenue is not None else []

    def _offer(self, codes: Sequence[str]) -> None:
        """A button for each currency, where there are several."""
        had_keyboard = self._codes.isAncestorOf(self.window().focusWidget())
        if [*self._buttons] != [*codes]:
            for button in self._buttons.values():
                button.hide()
                button.deleteLater()
            self._buttons = {code: self._button(code) for code in codes}
        for code, button in self._buttons.items():
            button.setChecked(code == self.currency)
        self._codes.setVisible(len(codes) > 1)
        if had_keyboard and len(codes) > 1:
            self._buttons[self.currency].setFocus()

    def _button(self, code: str) -> QPushButton:
        button = QPushButton(code)
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setAccessibleName(fill(self.tr("Revenue in %1"), code))
        button.clicked.connect(self._choose)
        layout = self._codes.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        for code, button in self._buttons.items():
            if button is sender:
                self._chosen = code
        self._offer(self._currencies())
        self._show()
        self.currency_changed.emit()

    def _show(self) -> None:
        revenue = self._revenue
        if revenue is None:
            return
        self._title.setText(self._titles()[revenue.grain])
        if not revenue.total.sales and not revenue.total_before.sales:
            self.nothing(self.tr("There is no revenue in this period."))
            return
        currency = self.currency
        zeros = QCoreApplication.translate("Revenue", "Nothing in %1: all amounts are zero")
        self.chart.empty_text = fill(zeros, currency)
        series = [Series(NOW, self._name(revenue.period), self._values(revenue, currency))]
        comparison = revenue.comparison
        if comparison is not None:
            held = Period(PeriodKind.FREE, comparison.first, comparison.last)
            values = self._values_before(revenue, currency)
            series.append(Series(BEFORE, self._name(held), values, muted=True))
        self.chart.show_chart(
            LinesData(
                tuple(series),
                tuple(revenue.steps),
                revenue.grain,
                Unit(_CENTS, currency),
                revenue.running,
            )
        )
        found = (self._sureness or {}).get(currency)
        if found is not None:
            self.strip.show_sureness(found, currency)
        self.strip.setVisible(found is not None)
        self._strip_head.setVisible(found is not None)
        self.show_body()

    def _titles(self) -> Mapping[Grain, str]:
        return {
            Grain.HOUR: self.tr("Revenue by hour"),
            Grain.DAY: self.tr("Revenue by day"),
            Grain.WEEK: self.tr("Revenue by week"),
            Grain.MONTH: self.tr("Revenue by month"),
        }

    @staticmethod
    def _name(period: Period) -> str:
        return days_text(period)

    @staticmethod
    def _values(revenue: Revenue, currency: str) -> tuple[int | None, ...]:
        return tuple(revenue.lines.get(currency, [0] * len(revenue.steps)))

    def _values_before(self, revenue: Revenue, currency: str) -> tuple[int | None, ...]:
        """None for steps that the comparison has not come to."""
        comparison = revenue.comparison
        if comparison is None:
            return ()
        end = comparison.until.astimezone(self._formats.zone).replace(tzinfo=None)
        held = revenue.lines_before.get(currency, [0] * len(revenue.steps_before))
        return tuple(
            cents if step < end else None
            for step, cents in zip(revenue.steps_before, held, strict=True)
        )

    @Slot(object)
    def _pressed(self, mark: Mark) -> None:
        figure = self.figure_of(mark)
        if figure is not None:
            self.figure_wanted.emit(figure)

    def figure_of(self, mark: Mark) -> Figure | None:
        """The sales behind a point of a line; None where it has none."""
        revenue = self._revenue
        if revenue is None:
            return None
        now = mark.key == NOW
        steps = revenue.steps if now else revenue.steps_before
        if not 0 <= mark.step < len(steps):
            return None
        begin = steps[mark.step]
        found = spans(self._formats.zone, begin, next_bucket(begin, revenue.grain))
        if not found:
            # The clock skipped it.
            return None
        first, last = self._bounds(revenue, now=now)
        since = max([found[0].since, *([first] if first else [])])
        until = min([found[-1].until, *([last] if last else [])])
        if since >= until:
            return None
        values = self._values(revenue, self.currency)
        if not now:
            values = self._values_before(revenue, self.currency)
        told = fill(
            self.tr("Revenue, %1: %2", "some days, an amount"),
            self._when(begin, revenue.grain, since, until),
            money(self._formats, self.currency, values[mark.step] or 0),
        )
        return Figure(
            told,
            Behind(counted=True, spans=found if len(found) > 1 else ()),
            since,
            until,
            {"currencies": {self.currency: self.currency}},
        )

    def _when(self, begin: datetime, grain: Grain, since: datetime, until: datetime) -> str:
        """The hour, or the days that are counted of a step: a week may begin before the period."""
        if grain is Grain.HOUR:
            return step_text(begin, grain)
        zone = self._formats.zone
        last = (until - _MOMENT).astimezone(zone).date()
        return days_text(Period(PeriodKind.FREE, since.astimezone(zone).date(), last))

    def _bounds(self, revenue: Revenue, *, now: bool) -> tuple[datetime | None, datetime | None]:
        zone, comparison = self._formats.zone, revenue.comparison
        if now or comparison is None:
            return revenue.period.since(zone), revenue.period.until(zone)
        return comparison.since, comparison.until
