"""Lets sales leave: exactly those that are shown, in their order, with the columns one sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import Sale
from desktop_admin.gui.export.offer import Offer, headers_of, row_of
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.models.pages import PAGE
from desktop_admin.gui.period import days_text
from desktop_admin.gui.sales.narrowing import Narrowing
from desktop_admin.reports.sheets import Book, Fact, Row, RowsChanged, Sheet, Sums, Total
from desktop_admin.sources.base import Report, SalesSource

if TYPE_CHECKING:
    from desktop_admin.gui.sales.screen import SalesScreen


@dataclass(frozen=True, slots=True)
class Asked:
    """Which sales leave, and what is said of them."""

    source: SalesSource
    ids: Sequence[int]
    columns: Sequence[Column[Sale]]
    formats: Formats
    database: str
    at: datetime
    title: str
    period: str
    filters: Sequence[tuple[str, str]]
    order: str


def offer_sales(screen: SalesScreen, ids: Sequence[int], *, selected: bool = False) -> Offer | None:
    """These sales of the screen, as it stands now; `selected`: they were picked of those shown."""
    context, source = screen.context, screen.context.session.source
    if source is None:
        return None
    at = screen.refreshed_at or context.clock()
    narrowing, days = screen.shown_by
    asked = Asked(
        source,
        ids,
        _columns(screen),
        context.formats,
        context.session.name,
        at,
        screen.words.title,
        "" if narrowing.figure is not None else days_text(days),
        _filters(screen, narrowing, selected=selected),
        _order(screen, narrowing),
    )
    title = QCoreApplication.translate("Sales", "Export of the sales")
    name = QCoreApplication.translate("Sales", "sales", "beginning of a file name")
    return Offer(title, name, at, len(ids), partial(sale_book, asked))


def _columns(screen: SalesScreen) -> list[Column[Sale]]:
    """The columns that the operator chose, in their order; with amounts goes their currency: else
    a spreadsheet would add up different ones."""
    columns = {column.key: column for column in screen.columns}
    keys = [*screen.page.table.layout_now().shown()]
    if "amount" in keys and "currency" not in keys:
        keys.insert(keys.index("amount") + 1, "currency")
    return [columns[key] for key in keys]


def _filters(screen: SalesScreen, narrowing: Narrowing, *, selected: bool) -> list[tuple[str, str]]:
    """What the rows were narrowed down to, and by what they are sorted."""
    found = []
    if narrowing.figure is not None:
        # It has its own time, whatever the period of the window.
        behind = QCoreApplication.translate("Sales", "The sales behind this figure")
        found.append((behind, narrowing.figure.told))
    if narrowing.flag is not None:
        state = QCoreApplication.translate("Sales", "State")
        found.append((state, screen.chips.label(narrowing.flag.value)))
    if narrowing.text:
        found.append((QCoreApplication.translate("Export", "Text"), narrowing.text))
    found += screen.filters.told(narrowing.chosen)
    if selected:
        rows = QCoreApplication.translate("Export", "Rows")
        found.append((rows, QCoreApplication.translate("Export", "only those selected")))
    return found


def _order(screen: SalesScreen, narrowing: Narrowing) -> str:
    """By which column they stand, and which way."""
    name = next(one.header for one in screen.columns if one.sort is narrowing.sort)
    return f"{name} {'↓' if narrowing.descending else '↑'}"


def sale_book(asked: Asked, _: Report) -> Book:
    """The sales with what is said of them. For workers."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports.standing import (
        about_names,
        definition,
        narrowed,
        origin,
        period,
        sorted_by,
    )
    from desktop_admin.reports.standing import sum_names as sums_called
    from desktop_admin.wording.words import Words

    formats = asked.formats
    words = Words(formats.language, formats.zone.key)
    keys = [column.key for column in asked.columns]
    places = [keys.index(key) if key in keys else None for key in ("amount", "currency")]
    rows = _Rows(asked.source, asked.ids, asked.columns)

    def totals() -> list[Total]:
        return rows.sums.totals(sums_called(words), places[0], places[1])

    most = 2
    if places[0] is not None:
        # One more than there are: a new currency may come meanwhile.
        most = 2 * (len(asked.source.sale_choices().currencies) + 1)
    headers = headers_of(asked.columns)
    sheet = Sheet(asked.title, headers, rows.each, len(asked.ids), totals, most)
    facts: list[Fact] = [
        *([period(words, asked.period)] if asked.period else []),
        *narrowed(words, asked.filters),
        sorted_by(words, asked.order),
        definition(words),
        *origin(words, asked.database, asked.at),
    ]
    return Book(asked.title, [sheet], facts, about=about_names(words), subtitle=asked.period)


@dataclass(slots=True)
class _Rows:
    """Reads the sales a page at a time, and adds them up as they go by."""

    source: SalesSource
    ids: Sequence[int]
    columns: Sequence[Column[Sale]]
    sums: Sums = field(default_factory=Sums)

    def each(self) -> Iterator[Row]:
        """Every row. Raises `RowsChanged` where one is gone, or anything was changed meanwhile."""
        self.sums = sums = Sums()
        before = self.source.marker()
        for start in range(0, len(self.ids), PAGE):
            for sale in self.source.sales(self.ids[start : start + PAGE]):
                if sale is None:
                    raise RowsChanged
                sums.add(sale.currency, sale.cents, counts=sale.counts)
                yield row_of(self.columns, sale)
        after = self.source.marker()
        # Sales that came meanwhile are not among these; what was changed may be.
        if (before.journal_seq, before.places) != (after.journal_seq, after.places):
            raise RowsChanged
