"""Lets the figures leave as tables: the boutiques that are shown, and what each chart draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.export.offer import Offer, headers_of, row_of
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.chart_tables import ChartTable, TableOf
from desktop_admin.gui.revenue.view import RevenueRow, RowKind
from desktop_admin.reports.sheets import Book, Cell, Fact, Sheet, Total
from desktop_admin.sources.base import Report

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_admin.gui.revenue.screen import RevenueScreen


class Said(NamedTuple):
    """What is said of the table."""

    title: str
    formats: Formats
    database: str
    at: datetime
    period: str
    compared: str
    filter: str
    definition: str


def offer_revenue(screen: RevenueScreen) -> Offer | None:
    """The table as it is shown. None before there is one."""
    shown = screen.shown_now
    said = _said(screen, QCoreApplication.translate("Revenue", "Revenue by boutique, %1"))
    if shown is None or said is None:
        return None
    model = screen.body.model
    lines = [row.value for place in range(model.rowCount()) if (row := model.row_at(place))]
    return _offer(said, len(lines), partial(_book, said, model.columns, lines))


def offer_chart(screen: RevenueScreen, title: str, table: TableOf) -> Offer | None:
    """The figures of a chart, as `table` makes them of what is drawn. None before there are any."""
    shown = screen.shown_now
    named = QCoreApplication.translate("Revenue", "Revenue: %1 (%2)", "chart, currency")
    said = _said(screen, named.replace("%1", title).replace("%2", "%1"))
    found = None if shown is None else table(shown.drawing)
    if said is None or found is None:
        return None
    said = said._replace(filter="", compared="")
    return _offer(said, len(found.rows), partial(_of_chart, said, found))


def _offer(said: Said, rows: int, make: Callable[[Report], Book]) -> Offer:
    name = QCoreApplication.translate("Revenue", "revenue", "beginning of a file name")
    work = QCoreApplication.translate("Revenue", "Export of the revenue")
    return Offer(work, name, said.at, rows, make)


def _said(screen: RevenueScreen, title: str) -> Said | None:
    """What is said of what leaves now; `title` with the currency in it (%1)."""
    shown, at = screen.shown_now, screen.refreshed_at
    if shown is None or at is None or not screen.page.shows_rows:
        return None
    context, answer, view = screen.context, shown.drawing.answer, shown.drawing.view
    comparison = answer.asked.comparison if view.compare else None
    return Said(
        title.replace("%1", words.measure_text(view.measure)),
        context.formats,
        context.session.name,
        at,
        words.period_text(answer),
        words.compared_text(comparison, context.formats) if comparison else "",
        screen.body.model.filter_text,
        screen.definition,
    )


def _of_chart(said: Said, table: ChartTable, _: Report) -> Book:
    """For workers."""
    sheet = Sheet(said.title, table.headers, lambda: table.rows, len(table.rows))
    return _told(said, sheet)


def _book(
    said: Said, columns: Sequence[Column[RevenueRow]], lines: Sequence[RevenueRow], _: Report
) -> Book:
    """For workers."""
    rows = [row_of(columns, line) for line in lines if line.kind is not RowKind.TOTAL]
    totals = [
        Total(str(row[0]), _cells(row))
        for line in lines
        if line.kind is RowKind.TOTAL
        for row in [row_of(columns, line)]
    ]
    if said.filter:
        # Of some boutiques only, the total of all would not be theirs.
        totals = []
    sheet = Sheet(
        said.title, headers_of(columns), lambda: rows, len(rows), lambda: totals, len(totals)
    )
    return _told(said, sheet)


def _told(said: Said, sheet: Sheet) -> Book:
    """A table with all that is said of it."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports.standing import about_names, narrowed, origin, period
    from desktop_admin.wording.words import Words

    language = Words(said.formats.language, said.formats.zone.key)
    filters = [(words.words().filter_hint, said.filter)] if said.filter else []
    facts = [period(language, said.period)]
    if said.compared:
        facts.append(Fact(QCoreApplication.translate("Revenue", "Compared with"), said.compared))
    facts += narrowed(language, filters)
    facts.append(Fact(QCoreApplication.translate("Revenue", "Definition"), said.definition))
    facts += origin(language, said.database, said.at)
    return Book(said.title, [sheet], facts, about=about_names(language), subtitle=said.period)


def _cells(row: Sequence[Cell]) -> dict[int, Cell]:
    return {place: cell for place, cell in enumerate(row) if place and cell is not None}
