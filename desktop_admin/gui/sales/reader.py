"""Asks the source for the sales, finds again what one looked at, and counts beside."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.models.columns import Row
from desktop_admin.gui.models.pages import PAGE
from desktop_admin.gui.models.sales import ReadPage, SalesModel
from desktop_admin.gui.sales.columns import SaleCells, page_writer
from desktop_admin.gui.sales.counting import Counts, count
from desktop_admin.gui.sales.directory import Directory, read_directory
from desktop_admin.gui.widgets.selection import Places, Remembered, locate
from desktop_admin.gui.widgets.table_view import TableView
from desktop_admin.sources.base import Report, SaleQuery, SalesSource, SourceError


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked, and its answer: all ids, and the first page written."""

    source: SalesSource
    query: SaleQuery
    ids: array[int]
    first: Sequence[Row]


class SaleReader(QObject):
    """Every question the screen asks of the source, never on the GUI thread."""

    #: The rows are in the model, selection and scroll as they were.
    shown = Signal()
    #: Carries `Counts`.
    counted = Signal(object)
    #: Carries the `Directory`.
    named = Signal(object)
    #: The selection is in more pieces than the view holds; carries its ids.
    scattered = Signal(object)
    #: Carries the `SourceError`.
    failed = Signal(object)

    def __init__(
        self, context: Context, table: TableView, model: SalesModel, cells: SaleCells
    ) -> None:
        super().__init__()
        self._context = context
        self._table = table
        self._model = model
        self._payments = cells.payments
        self._write = page_writer(cells)
        self._counts_due = False
        self._names_due = False
        #: How many sales the period has, as long as nobody asked to read everything again.
        self._total: int | None = None
        #: The sale to select and show as soon as the rows are there.
        self.wanted_sale: int | None = None

    def forget_total(self) -> None:
        """How many sales the period has must be counted again."""
        self._total = None

    def ask(
        self, source: SalesSource, query: SaleQuery, *, keep_scroll: bool, counts: bool
    ) -> None:
        """Ask for the ids that match, then, where `counts` says so, for the counts."""
        self._counts_due |= counts
        write = self._write

        def work(_: Report) -> Found:
            ids = source.sale_ids(query)
            page = ids[:PAGE]
            return Found(source, query, ids, write(page, source.sales(page)))

        def arrived(found: Found) -> None:
            self._find_again(found, keep_scroll=keep_scroll)

        self._context.jobs.ask(
            work, arrived, self._failed, owner=self, topic="ids", priority=Priority.FIRST
        )

    def ask_counts(self, source: SalesSource, query: SaleQuery) -> None:
        """Ask for the counts; only once the rows are there, which they would else slow down."""
        self._counts_due = False
        known, shown = self._total, len(self._model.ids)

        def work(_: Report) -> Counts:
            return count(source, query, shown=shown, total=known)

        self._context.jobs.ask(
            work, self._counted, self._failed, owner=self, topic="counts", priority=Priority.LATER
        )

    def ask_names(self) -> None:
        """Ask for everything that has a name, together with the counts: after the rows."""
        self._names_due = True

    def _ask_names(self, source: SalesSource) -> None:
        self._names_due = False
        payments = self._payments

        def work(_: Report) -> Directory:
            return read_directory(source, payments)

        self._context.jobs.ask(
            work, self.named.emit, self._failed, owner=self, topic="names", priority=Priority.LATER
        )

    def _find_again(self, asked: Found, *, keep_scroll: bool) -> None:
        """Find in the new order what one looks at now: off this thread, it may be a million."""
        remembered = self._looked_at()
        if remembered.nothing:
            self._show(asked, Places(), keep_scroll=keep_scroll)
            return

        def work(_: Report) -> Places:
            return locate(asked.ids, remembered)

        def found(places: Places) -> None:
            if self._looked_at() != remembered:
                self._find_again(asked, keep_scroll=keep_scroll)
                return
            # In more pieces than a view can hold: kept as a list of ids instead.
            shown = places if places.whole else replace(places, runs=())
            self._show(asked, shown, keep_scroll=keep_scroll)
            if not places.whole:
                self.scattered.emit(remembered.selected)

        self._context.jobs.ask(
            work, found, self._failed, owner=self, topic="ids", priority=Priority.FIRST
        )

    def _looked_at(self) -> Remembered:
        if self.wanted_sale is not None:
            return Remembered(array("q", [self.wanted_sale]), self.wanted_sale)
        return self._table.remember()

    def _show(self, asked: Found, places: Places, *, keep_scroll: bool) -> None:
        self._model.show(asked.ids, self._page_reader(asked.source), asked.first)
        self._table.recall(places, keep_scroll=keep_scroll)
        if self.wanted_sale is not None and places.current is not None:
            centre = QAbstractItemView.ScrollHint.PositionAtCenter
            self._table.scrollTo(self._model.index(places.current, 0), centre)
        self.wanted_sale = None
        self.shown.emit()
        if self._names_due:
            self._ask_names(asked.source)
        if self._counts_due:
            self.ask_counts(asked.source, asked.query)

    def _page_reader(self, source: SalesSource) -> ReadPage:
        write = self._write

        def read(ids: Sequence[int], _: Report) -> Sequence[Row]:
            return write(ids, source.sales(ids))

        return read

    def _counted(self, counts: Counts) -> None:
        self._total = counts.total
        self.counted.emit(counts)

    def _failed(self, error: SourceError) -> None:
        self.failed.emit(error)
