"""What is told of a mark under the mouse or the keyboard, and which sales are behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import Tip, TipRow
from desktop_admin.gui.charts.geometry import Mark
from desktop_admin.gui.revenue.behind import Ledger, Told
from desktop_admin.gui.text import fill

if TYPE_CHECKING:
    from desktop_admin.gui.revenue.body import RevenueBody


class Tips(QObject):
    """Answers for every chart of the screen, from what is shown now."""

    def __init__(self, body: RevenueBody, parent: QObject) -> None:
        super().__init__(parent)
        self.ledger: Ledger | None = None
        self._body = body
        body.bars.tip_for = self.bar
        body.lines.tip_for = self.point
        body.payments.tip_for = self.payment
        body.certainty.tip_for = self.certainty
        body.week.tip_for = self.hour

    def told(self, chart: Chart[Any], mark: Mark) -> Told | None:
        """What is behind a mark of that chart."""
        body, ledger = self._body, self.ledger
        if ledger is None:
            return None
        if chart is body.bars:
            return ledger.bar(mark)
        if chart is body.lines:
            return ledger.point(mark)
        if chart is body.payments:
            return ledger.payment(mark)
        return ledger.certainty(mark) if chart is body.certainty else ledger.hour(mark)

    def bar(self, mark: Mark) -> Tip:
        """Of a boutique: what it made, before, and what would come."""
        told = self.told(self._body.bars, mark)
        if told is None or self.ledger is None:
            return Tip("")
        rows = [TipRow(*row) for row in self.ledger.bar_rows(mark)]
        return Tip(told.name, tuple(rows), self._foot(told))

    def point(self, mark: Mark) -> Tip:
        """Of one step: every line of it, that under the mouse first."""
        told = self.told(self._body.lines, mark)
        if told is None or self.ledger is None:
            return Tip("")
        rows = [TipRow(*row) for row in self.ledger.point_rows(mark)]
        return Tip(told.when, tuple(rows), self._foot(told))

    def payment(self, mark: Mark) -> Tip:
        """Of a payment."""
        return self._plain(self._body.payments, mark)

    def certainty(self, mark: Mark) -> Tip:
        """Of how sure it is."""
        return self._plain(self._body.certainty, mark)

    def hour(self, mark: Mark) -> Tip:
        """Of an hour of the week."""
        return self._plain(self._body.week, mark)

    def _plain(self, chart: Chart[Any], mark: Mark) -> Tip:
        told = self.told(chart, mark)
        if told is None or self.ledger is None:
            return Tip("")
        row = TipRow(told.when, self.ledger.money(told.takings))
        return Tip(told.name, (row,), self._foot(told))

    def _foot(self, told: Told) -> str:
        count = told.sales
        if not count:
            return self.tr("No sale is behind it.")
        return fill(self.tr("Click: see %Ln sale(s)", "", count))
