"""All sales in one table, narrowed down and sorted by the source."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, Slot

from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.models.columns import Row
from desktop_admin.gui.models.sales import ReadPage, SalesModel
from desktop_admin.gui.sales.columns import page_writer, sale_cells, sale_table
from desktop_admin.gui.sales.selection_sum import SelectionSum
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets.chips import Chip, Chips
from desktop_admin.gui.widgets.selection import Places, Remembered, locate
from desktop_admin.gui.widgets.table_screen import TableScreen, Words
from desktop_admin.sources.base import (
    Report,
    SaleFlag,
    SaleQuery,
    SaleSort,
    SalesSource,
    SourceError,
)

#: The key of the chip that narrows nothing down.
ALL = "all"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sales there are: in all, with the filter's text, and of these by flag."""

    total: int
    matching: int
    flags: Mapping[SaleFlag, int]


class SalesScreen(TableScreen):
    """A vector of ids from the source, its pages on demand, and counts beside."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _words())
        cells = sale_cells(context.formats)
        self._write = page_writer(cells)
        self._query = SaleQuery()
        self._counts: Counts | None = None
        self._counts_due = False
        #: How many sales there are, as long as nobody asked to read everything again.
        self._total_known: int | None = None
        self._columns = sale_table(cells).columns
        self.model = SalesModel(context.jobs, self._columns, self)
        self.model.failed.connect(self._page_failed)
        self.chips = Chips(
            context.theme, _chips(), QCoreApplication.translate("Sales", "State of the sales")
        )
        self.page.add_chips(self.chips)
        table = self.page.table
        table.show_model(self.model)
        self.sum = SelectionSum(context, table.selected_ids, self)
        self.sum.changed.connect(self.status_changed)
        table.selected.connect(self.sum.start)
        sold_at = next(n for n, c in enumerate(self._columns) if c.sort is SaleSort.SOLD_AT)
        table.mark_sorted(sold_at, Qt.SortOrder.DescendingOrder)
        table.sort_wanted.connect(self._sort)
        self.page.filter_changed.connect(self._filter)
        self.chips.chosen.connect(self._flag)

    @property
    def query(self) -> SaleQuery:
        """Which sales are asked for, in which order."""
        return self._query

    def read(self, source: SalesSource) -> None:
        """Ask for the ids and the counts."""
        self._total_known = None
        self._counts_due = True
        self._ask_ids(source, keep_scroll=True)

    def shown(self) -> int:
        """How many sales are shown."""
        return len(self.model.ids)

    def total(self) -> int | None:
        """How many there are; before the counts are in, a narrow view is taken for not all."""
        if self._counts is not None:
            return self._counts.total
        return None if self._query.flags or self._query.text else self.shown()

    def show_all(self) -> None:
        """Take away chip and filter."""
        self.chips.choose(ALL)
        super().show_all()

    def described(self) -> Status:
        """Rows shown, and the selection with its sum."""
        formats = self.context.formats
        total = self.total()
        shown = self.shown()
        rows = self.tr("%Ln sale(s)", "", shown)
        if total is not None:
            rows = fill(self.tr("%Ln sale(s) of %1", "", shown), formats.count(total))
        count = self.page.table.selected_count()
        if not count:
            return Status(rows)
        tip = QCoreApplication.translate(
            "Sales", "The sum counts paid and uncancelled sales, each currency by itself"
        )
        if self.sum.failed:
            return Status(rows, self.tr("%Ln sale(s) selected, sum unknown", "", count), tip)
        if self.sum.amounts is None:
            return Status(rows, self.tr("%Ln sale(s) selected, adding up…", "", count), tip)
        amounts = self.sum.amounts.moneys()
        if not amounts:
            return Status(rows, self.tr("%Ln sale(s) selected, none counts", "", count), tip)
        text = self.tr("%Ln sale(s) selected: %1", "", count)
        return Status(rows, fill(text, formats.moneys(amounts)), tip)

    # Asking.
    def _ask_ids(self, source: SalesSource, *, keep_scroll: bool) -> None:
        query = self._query

        def work(_: Report) -> array[int]:
            return source.sale_ids(query)

        def arrived(ids: array[int]) -> None:
            self._find_again(source, ids, keep_scroll=keep_scroll)

        self.context.jobs.ask(
            work, arrived, self.failed, owner=self, topic="ids", priority=Priority.FIRST
        )

    def _find_again(self, source: SalesSource, ids: array[int], *, keep_scroll: bool) -> None:
        """Find in the new order what one looks at now: off this thread, it may be a million."""
        remembered = self.page.table.remember()
        if remembered.nothing:
            self._show(source, ids, Places(), keep_scroll=keep_scroll)
            return

        def work(_: Report) -> Places:
            return locate(ids, remembered)

        def found(places: Places) -> None:
            if self._looks_at(remembered):
                self._show(source, ids, places, keep_scroll=keep_scroll)
            else:
                self._find_again(source, ids, keep_scroll=keep_scroll)

        self.context.jobs.ask(
            work, found, self.failed, owner=self, topic="ids", priority=Priority.FIRST
        )

    def _looks_at(self, remembered: Remembered) -> bool:
        return self.page.table.remember() == remembered

    def _show(
        self, source: SalesSource, ids: array[int], places: Places, *, keep_scroll: bool
    ) -> None:
        self.model.show(ids, self._page_reader(source))
        self.page.table.recall(places, keep_scroll=keep_scroll)
        self.rows_arrived()
        if self._counts_due:
            self._ask_counts(source)

    def _page_reader(self, source: SalesSource) -> ReadPage:
        write = self._write

        def read(ids: Sequence[int], _: Report) -> Sequence[Row]:
            return write(ids, source.sales(ids))

        return read

    def _ask_counts(self, source: SalesSource) -> None:
        """Ask for the counts; only once the rows are there, which they would else slow down."""
        self._counts_due = False
        known = self._total_known
        narrow = replace(self._query, flags=frozenset(), sort=SaleSort.ID, descending=False)
        shown = None if self._query.flags else self.shown()

        def work(_: Report) -> Counts:
            matching = len(source.sale_ids(narrow)) if shown is None else shown
            if not narrow.text:
                return Counts(matching, matching, source.flag_counts(narrow))
            total = len(source.sale_ids(replace(narrow, text=""))) if known is None else known
            return Counts(total, matching, source.flag_counts(narrow))

        self.context.jobs.ask(
            work, self._counted, self.failed, owner=self, topic="counts", priority=Priority.LATER
        )

    def _counted(self, counts: Counts) -> None:
        self._counts = counts
        self._total_known = counts.total
        formats = self.context.formats
        shown = {flag.value: formats.count(count) for flag, count in counts.flags.items()}
        self.chips.show_counts({ALL: formats.count(counts.matching), **shown})
        total = self.tr("%Ln sale(s)", "", counts.total)
        orphans = counts.flags.get(SaleFlag.ORPHAN, 0)
        lost = self.tr("%Ln count(s) in no boutique", "", orphans)
        self.page.show_counts(f"{total} · {lost}" if orphans and not self._query.text else total)
        self.settle()

    # Narrowing down and sorting.
    def _ask_again(self, query: SaleQuery, *, counts: bool) -> None:
        self._query = query
        source = self.context.session.source
        if source is None:
            return
        self._counts_due |= counts
        self._ask_ids(source, keep_scroll=False)

    @Slot(str)
    def _filter(self, text: str) -> None:
        if text != self._query.text:
            self._ask_again(replace(self._query, text=text), counts=True)

    @Slot(str)
    def _flag(self, key: str) -> None:
        flags = frozenset[SaleFlag]() if key == ALL else frozenset({SaleFlag(key)})
        if flags != self._query.flags:
            self._ask_again(replace(self._query, flags=flags), counts=False)

    @Slot(int, object)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        sort = self._columns[column].sort
        if isinstance(sort, SaleSort):
            descending = order is Qt.SortOrder.DescendingOrder
            query = replace(self._query, sort=sort, descending=descending)
            self._ask_again(query, counts=False)

    @Slot(object)
    def _page_failed(self, error: SourceError) -> None:
        self.failed(error)


def _words() -> Words:
    return Words(
        title=QCoreApplication.translate("Sales", "Sales"),
        filter_hint=QCoreApplication.translate("Sales", "Filter the sales…"),
        loading=QCoreApplication.translate("Sales", "Reading the sales…"),
        empty=QCoreApplication.translate("Sales", "No sale in this database"),
        empty_meaning=QCoreApplication.translate(
            "Sales",
            "Nothing has reached the server yet: check that the terminals are switched on, "
            "assigned and connected.",
        ),
        no_match=QCoreApplication.translate("Sales", "No sale matches"),
        no_match_meaning=QCoreApplication.translate(
            "Sales",
            "Part of a sale number, of a terminal’s name or serial number, or of a boutique’s "
            "name is enough.",
        ),
    )


def _chips() -> list[Chip]:
    return [
        Chip(ALL, QCoreApplication.translate("Sales", "All")),
        Chip(
            SaleFlag.ORPHAN.value,
            QCoreApplication.translate("Sales", "Orphans"),
            "orphan",
            "orphan",
            QCoreApplication.translate("Sales", "Sales that have no boutique"),
        ),
        Chip(
            SaleFlag.WITHOUT_TERMINAL.value,
            QCoreApplication.translate("Sales", "Without terminal"),
            "without_terminal",
            tooltip=QCoreApplication.translate("Sales", "Sales of which no terminal is known"),
        ),
        Chip(
            SaleFlag.OTHER_BOUTIQUE.value,
            QCoreApplication.translate("Sales", "Boutique other than the terminal’s"),
            "other_boutique",
            tooltip=QCoreApplication.translate(
                "Sales", "Sales of a boutique where their terminal does not work at present"
            ),
        ),
        Chip(
            SaleFlag.UNPAID.value,
            QCoreApplication.translate("Sales", "Unpaid", "chip"),
            "unpaid",
        ),
        Chip(
            SaleFlag.CANCELLED.value,
            QCoreApplication.translate("Sales", "Cancelled", "chip"),
            "cancelled",
        ),
    ]
