"""Lets the figures leave as a table: the boutiques that are shown, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.export.offer import Offer, headers_of, row_of
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.revenue import words
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
    shown, at = screen.shown_now, screen.refreshed_at
    if shown is None or at is None or not screen.page.shows_rows:
        return None
    drawing, context = shown.drawing, screen.context
    answer, view = drawing.answer, drawing.view
    comparison = answer.asked.comparison if view.compare else None
    title = QCoreApplication.translate("Revenue", "Revenue by boutique, %1")
    said = Said(
        title.replace("%1", words.measure_text(view.measure)),
        context.formats,
        context.session.name,
        at,
        words.period_text(answer),
        words.compared_text(comparison, context.formats) if comparison else "",
        screen.page.filter_text,
        screen.definition,
    )
    model = screen.body.model
    lines = [row.value for place in range(model.rowCount()) if (row := model.row_at(place))]
    columns = model.columns
    name = QCoreApplication.translate("Revenue", "revenue", "beginning of a file name")
    work = QCoreApplication.translate("Revenue", "Export of the revenue")
    return Offer(work, name, at, len(lines), partial(_book, said, columns, lines))


def _book(
    said: Said, columns: Sequence[Column[RevenueRow]], lines: Sequence[RevenueRow], _: Report
) -> Book:
    """For workers."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports.standing import about_names, narrowed, origin, period
    from desktop_admin.wording.words import Words

    language = Words(said.formats.language, said.formats.zone.key)
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
