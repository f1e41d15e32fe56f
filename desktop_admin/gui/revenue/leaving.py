"""The ways by which the screen's figures leave: the table, each chart, a sheet for each month."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import Frame
from desktop_admin.gui.charts.export import ChartWays
from desktop_admin.gui.export.bar import ExportBar, Leaving
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.chart_tables import (
    TableOf,
    certainty_table,
    lines_table,
    payments_table,
    week_table,
)
from desktop_admin.gui.revenue.exporting import offer_chart, offer_revenue
from desktop_admin.gui.text import fill, one_line

if TYPE_CHECKING:
    from desktop_admin.gui.revenue.screen import RevenueScreen


class RevenueLeaving(QObject):
    """The button in the head of the screen, and the menu of each chart."""

    def __init__(self, screen: RevenueScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        body, context = screen.body, screen.context
        tables = [Leaving("", partial(offer_revenue, screen))]
        self.bar = ExportBar(context, screen, tables, screen)
        titles = chart_titles()
        charts: tuple[Chart[Any], ...] = (
            body.bars,
            body.lines,
            body.week,
            body.payments,
            body.certainty,
        )
        self.ways = [
            ChartWays(context, chart, partial(self._frame, title), screen)
            for chart, title in zip(charts, titles, strict=True)
        ]
        for chart, title in zip(charts, titles, strict=True):
            chart.setAccessibleName(fill(QCoreApplication.translate("Revenue", "Chart: %1"), title))
        self._offer_figures(titles)
        self.bar.menu.addSeparator()
        for way, title in zip(self.ways, titles, strict=True):
            text = QCoreApplication.translate("Revenue", "Chart: %1")
            way.menu.setTitle(fill(text, title))
            self.bar.menu.addMenu(way.menu)
        self.bar.menu.addSeparator()
        self.sheets = self.bar.menu.addAction(
            QCoreApplication.translate("Revenue", "&Monthly sheets by boutique…")
        )
        self.sheets.triggered.connect(self.open_sheets)

    def _offer_figures(self, titles: Sequence[str]) -> None:
        """The figures of each chart but the bars, which the table tells."""
        tables: list[TableOf] = [lines_table, week_table, payments_table, certainty_table]
        for way, title, table in zip(self.ways[1:], titles[1:], tables, strict=True):
            menu = way.menu.addMenu(QCoreApplication.translate("Revenue", "&Figures as a table"))
            offer = partial(offer_chart, self._screen, title, table)
            self.bar.offer_in(menu, Leaving(title, offer))

    @Slot()
    def open_sheets(self) -> None:
        """Offer a sheet for each month and boutique; the one that is selected in the table is
        ticked, else all."""
        # Loaded when it is first wanted.
        from desktop_admin.gui.sheets.dialog import SheetsDialog

        screen = self._screen
        chosen = [id_ for id_ in screen.body.table.selected_ids() if id_ >= 0]
        one = chosen[0] if len(chosen) == 1 else None
        dialog = SheetsDialog(screen.context, screen.window(), one)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _frame(self, title: str) -> Frame:
        screen = self._screen
        shown, context = screen.shown_now, screen.context
        if shown is None:
            return Frame(title)
        view, answer = shown.drawing.view, shown.drawing.answer
        named = QCoreApplication.translate("Revenue", "Revenue: %1 (%2)", "chart, currency")
        at = screen.refreshed_at or context.clock()
        source = QCoreApplication.translate("Revenue", "%1, as of %2")
        return Frame(
            fill(named, title, words.measure_text(view.measure)),
            words.period_text(answer),
            screen.body.model.filter_text,
            screen.definition,
            fill(source, one_line(context.session.name), context.formats.minute(at)),
        )


def chart_titles() -> tuple[str, str, str, str, str]:
    """How the charts are called where one of them is chosen."""
    return (
        QCoreApplication.translate("Revenue", "by boutique"),
        QCoreApplication.translate("Revenue", "over time"),
        QCoreApplication.translate("Revenue", "hours of the week"),
        QCoreApplication.translate("Revenue", "payments"),
        QCoreApplication.translate("Revenue", "certainty"),
    )
