"""Every sale of a report: all, those that were changed, those that were left alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Qt, Slot

from desktop_admin.gui.context import Context
from desktop_admin.gui.export.exporter import Exporter
from desktop_admin.gui.export.offer import Offer, headers_of, rows_of
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.report.content import Content
from desktop_admin.gui.repair.report.detail_model import DetailModel, Order, ordered
from desktop_admin.gui.widgets.chips import Chip, Chips
from desktop_admin.gui.widgets.table_header import HEIGHT
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT, TableView
from desktop_admin.reports.findings import Line
from desktop_admin.reports.repair import RepairReport
from desktop_admin.reports.sheets import Book, Sheet
from desktop_admin.sources.base import Report, SourceError

ALL, CHANGED, LEFT = "all", "changed", "left"
_LEAST_ROWS = 6


class Detail(QObject):
    """The chips and the table; the page puts them where they belong."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._report: RepairReport | None = None
        self._content: Content | None = None
        #: By which column the sales are sorted; -1: as they came.
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        chips = [
            Chip(ALL, self.tr("All", "sales")),
            Chip(CHANGED, self.tr("Changed", "sales"), "good", "good"),
            Chip(LEFT, self.tr("Left alone", "sales"), "left_alone", "orphan"),
        ]
        self.chips = Chips(context.theme, chips, self.tr("Which sales are shown"))
        self.chips.chosen.connect(self._choose)
        self.view = TableView(context.theme)
        self.setParent(self.view)
        self._exporter = Exporter(context, self.view)
        self.model = DetailModel(self.view)
        self.view.show_model(self.model)
        self.view.setMinimumHeight(HEIGHT + _LEAST_ROWS * ROW_HEIGHT)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.horizontalHeader().setSectionsMovable(False)
        self.view.sort_wanted.connect(self._sort)
        self.view.copy_wanted.connect(self._copy)
        self.view.activated.connect(self._open)

    def show_content(self, report: RepairReport, content: Content) -> None:
        """Show the sales of this report."""
        self._report, self._content = report, content
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        formats = self._context.formats
        self.chips.show_counts(
            {
                ALL: formats.count(len(report.lines)),
                CHANGED: formats.count(len(report.changed)),
                LEFT: formats.count(len(report.left_alone)),
            }
        )
        self.chips.buttons[ALL].setChecked(True)
        self.model.show(content.detail, report.lines, content.order)
        self.view.mark_sorted(*self._sorted)
        self.view.fit_again()
        self.view.scrollToTop()

    @Slot(str)
    def _choose(self, _key: str) -> None:
        self._ask()

    @Slot(int, object)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted = (column, order)
        self._ask()

    def _ask(self) -> None:
        """Put the chosen sales in order, on a worker."""
        report, content = self._report, self._content
        if report is None or content is None:
            return
        left, every = len(report.left_alone), len(report.lines)
        shown = {ALL: range(every), LEFT: range(left), CHANGED: range(left, every)}
        column, order = self._sorted
        down = order is Qt.SortOrder.DescendingOrder
        chosen = shown[self.chips.current]

        def work(_: Report) -> Order:
            return ordered(content.detail, report.lines, chosen, column, down=down)

        self._context.jobs.ask(
            work, partial(self._arranged, content), self._failed, owner=self, topic="order"
        )

    def _arranged(self, content: Content, order: Order) -> None:
        if content is self._content:
            self.model.arrange(order)
            self.view.scrollToTop()

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        """Go to a sale."""
        line = self.model.lines_at([index.row()])[0]
        self._context.ways.go(Goto("sales", sale=line.sale_id))

    @Slot()
    def _copy(self) -> None:
        """Put the selected rows on the clipboard, for a spreadsheet."""
        content = self._content
        ranges = self.view.selectionModel().selection()
        chosen = [ranges.at(n) for n in range(ranges.count())]
        rows = [row for one in chosen for row in range(one.top(), one.bottom() + 1)]
        if content is None or not rows:
            return
        lines = self.model.lines_at(sorted(rows))
        make = partial(_book, content, lines)
        at = self._context.clock()
        self._exporter.copy(Offer(self.tr("Copying the sales"), "", at, len(lines), make))


def _book(content: Content, lines: Sequence[Line], _: Report) -> Book:
    """These sales, as they are shown. For workers."""
    columns = content.detail.columns
    sheet = Sheet("", headers_of(columns), partial(rows_of, columns, lines), len(lines))
    return Book("", [sheet])
