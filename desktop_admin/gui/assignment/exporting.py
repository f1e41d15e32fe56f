"""Lets terminals and boutiques leave: those that are shown, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import Boutique, Figures
from desktop_admin.gui.assignment.nodes import Kind
from desktop_admin.gui.export.bar import ExportBar, Leaving
from desktop_admin.gui.export.offer import Offer, headers_of, row_of
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.period import days_text
from desktop_admin.reports.sheets import (
    Book,
    Fact,
    Header,
    Row,
    Sheet,
    summed,
)
from desktop_admin.sources.base import Report

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_admin.gui.assignment.screen import AssignmentScreen


class Said(NamedTuple):
    """What is said of either table."""

    title: str
    formats: Formats
    database: str
    at: datetime
    period: str
    filters: Sequence[tuple[str, str]]


def bar_of(screen: AssignmentScreen) -> ExportBar:
    """The button by which either table leaves."""
    terminals = QCoreApplication.translate("Assignment", "&Terminals")
    boutiques = QCoreApplication.translate("Assignment", "&Boutiques")
    tables = (
        Leaving(terminals, partial(offer_terminals, screen)),
        Leaving(boutiques, partial(offer_boutiques, screen)),
    )
    return ExportBar(screen.context, screen, tables, screen)


def copy_selected(screen: AssignmentScreen) -> None:
    """Put the selected terminals, with the names of their columns, on the clipboard."""
    offer = offer_terminals(screen, selected=True)
    if offer is not None and offer.rows:
        screen.leaving.exporter.copy(offer)


def offer_terminals(screen: AssignmentScreen, *, selected: bool = False) -> Offer | None:
    """The terminals that the filters leave, with the columns one sees; `selected`: only those
    that are selected. None before their sales are counted."""
    table, model = screen.terminals, screen.model
    if screen.refreshed_at is None or screen.shop.by_terminal is None:
        return None
    values = model.values()
    if selected:
        places = sorted(index.row() for index in table.selectionModel().selectedRows())
        values = [values[place] for place in places]
    columns = table.columns_wanted()
    filters = []
    if screen.chips.current != "all":
        state = QCoreApplication.translate("Terminals", "State")
        filters.append((state, screen.chips.label(screen.chips.current)))
    title = QCoreApplication.translate("Assignment", "Terminals")
    said = _said(screen, title, _with_text(filters, model.filter_text))
    name = QCoreApplication.translate("Assignment", "terminals", "beginning of a file name")
    work = QCoreApplication.translate("Assignment", "Export of the terminals")
    return Offer(work, name, said.at, len(values), partial(_terminals, said, columns, values))


def offer_boutiques(screen: AssignmentScreen) -> Offer | None:
    """The boutiques that the filter leaves. None before their sales are counted."""
    shop, model = screen.shop, screen.boutiques.model
    if screen.refreshed_at is None or shop.by_boutique is None:
        return None
    working: dict[int, int] = {}
    for terminal in shop.terminals.values():
        if terminal.boutique_id is not None:
            working[terminal.boutique_id] = working.get(terminal.boutique_id, 0) + 1
    places = [
        (boutique, working.get(boutique.id, 0), shop.of_boutique(boutique.id) or Figures())
        for key in model.keys(Kind.BOUTIQUE)
        if (boutique := shop.boutiques.get(key.id)) is not None
    ]
    title = QCoreApplication.translate("Assignment", "Boutiques")
    said = _said(screen, title, _with_text([], model.filter_text))
    name = QCoreApplication.translate("Assignment", "boutiques", "beginning of a file name")
    work = QCoreApplication.translate("Assignment", "Export of the boutiques")
    make = partial(_boutiques, said, places, shop.currencies())
    return Offer(work, name, said.at, len(places), make)


def _said(screen: AssignmentScreen, title: str, filters: Sequence[tuple[str, str]]) -> Said:
    context = screen.context
    at = screen.refreshed_at or context.clock()
    # Of the figures: those of the period that was chosen since may still be counted.
    period = days_text(screen.shop.span.days(context.period.zone))
    return Said(title, context.formats, context.session.name, at, period, filters)


def _with_text(filters: list[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    return [*filters, (QCoreApplication.translate("Export", "Text"), text)] if text else filters


def _terminals(
    said: Said, columns: Sequence[Column[Any]], values: Sequence[Any], _: Report
) -> Book:
    """For workers."""
    headers = headers_of(columns)
    return _book(said, headers, [row_of(columns, value) for value in values])


def _boutiques(
    said: Said,
    places: Sequence[tuple[Boutique, int, Figures]],
    currencies: Sequence[str],
    _: Report,
) -> Book:
    """For workers."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports.places import Place, table
    from desktop_admin.wording.words import Words

    headers, rows = table(
        Words(said.formats.language), [Place(*place) for place in places], currencies
    )
    return _book(said, headers, rows)


def _book(said: Said, headers: Sequence[Header], rows: Sequence[Row]) -> Book:
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports.standing import (
        about_names,
        definition,
        narrowed,
        origin,
        period,
        total_name,
    )
    from desktop_admin.wording.words import Words

    words = Words(said.formats.language, said.formats.zone.key)
    totals = [summed(total_name(words), headers, rows)]
    sheet = Sheet(said.title, headers, lambda: rows, len(rows), lambda: totals, len(totals))
    facts: list[Fact] = [
        period(words, said.period),
        *narrowed(words, said.filters),
        definition(words),
        *origin(words, said.database, said.at),
    ]
    return Book(said.title, [sheet], facts, about=about_names(words), subtitle=said.period)
