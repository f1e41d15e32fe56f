"""A screen over a table that fits in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Slot

from desktop_admin.domain.money import Amounts
from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Job, Priority
from desktop_admin.gui.models.columns import Column, Row
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets.selection import Remembered, locate
from desktop_admin.gui.widgets.table_screen import TableScreen, Words
from desktop_admin.sources.base import Report, SalesSource


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a worker brings back: written rows, and the money behind each by its id."""

    columns: Sequence[Column[Any]]
    rows: Sequence[Row]
    amounts: Mapping[int, Amounts] = field(default_factory=dict)


class ListScreen(TableScreen):
    """Rows that are read whole, then sorted and filtered here."""

    def __init__(self, context: Context, words: Words) -> None:
        super().__init__(context, words)
        self.model = RowsModel(self)
        self._names: Job[Loaded] | None = None
        self._amounts: Mapping[int, Amounts] = {}
        table = self.page.table
        table.show_model(self.model)
        table.mark_sorted(0, Qt.SortOrder.AscendingOrder)
        self.model.sort_by(0, Qt.SortOrder.AscendingOrder)
        table.sort_wanted.connect(self.model.sort)
        self.page.filter_changed.connect(self._filter)

    def reader(self, *, figures: bool) -> Callable[[SalesSource], Loaded]:
        """What a worker is to do, with everything it needs from this thread; without `figures`
        it answers at once, with them it counts all sales."""
        raise NotImplementedError

    def read(self, source: SalesSource) -> None:
        """Ask for all rows; the first time for their names first, because counting takes long."""
        if self.refreshed_at is None:
            self._names = self._ask(
                source, self.reader(figures=False), self._arrived, "names", Priority.FIRST
            )
        self._ask(source, self.reader(figures=True), self._arrived_whole, "rows", Priority.NORMAL)

    def shown(self) -> int:
        """How many rows are shown."""
        return self.model.rowCount()

    def total(self) -> int | None:
        """How many rows there are."""
        return self.model.total

    def selected_amounts(self) -> Amounts:
        """The money behind the selected rows."""
        nothing = Amounts()
        ids = self.page.table.selected_ids()
        return sum((self._amounts.get(id_, nothing) for id_ in ids), nothing)

    def rows_text(self, shown: int) -> str:
        """So many rows are shown of %1."""
        raise NotImplementedError

    def selection_text(self, count: int) -> str:
        """So many rows are selected."""
        raise NotImplementedError

    def sum_text(self, count: int) -> str:
        """So many rows are selected, and come to %1."""
        raise NotImplementedError

    def described(self) -> Status:
        """Rows shown, and the selection with its revenue."""
        formats = self.context.formats
        rows = fill(self.rows_text(self.shown()), formats.count(self.model.total))
        count = self.page.table.selected_count()
        if not count:
            return Status(rows)
        amounts = self.selected_amounts().moneys()
        if not amounts:
            return Status(rows, self.selection_text(count))
        tip = QCoreApplication.translate(
            "Lists", "Their revenue: paid and uncancelled sales, each currency by itself"
        )
        return Status(rows, fill(self.sum_text(count), formats.moneys(amounts)), tip)

    def _ask(
        self,
        source: SalesSource,
        reader: Callable[[SalesSource], Loaded],
        arrived: Callable[[Loaded], None],
        topic: str,
        priority: Priority,
    ) -> Job[Loaded]:
        def work(_: Report) -> Loaded:
            return reader(source)

        return self.context.jobs.ask(
            work, arrived, self.failed, owner=self, topic=topic, priority=priority
        )

    def _arrived_whole(self, loaded: Loaded) -> None:
        if self._names is not None:
            # Names that come after the figures would take them away again.
            self._names.cancel()
            self._names = None
        self._arrived(loaded)

    def _arrived(self, loaded: Loaded) -> None:
        remembered = self.page.table.remember()
        self._amounts = loaded.amounts
        self.model.show(loaded.columns, loaded.rows)
        self.page.table.fit_columns()
        self._recall(remembered)
        self.rows_arrived()

    @Slot(str)
    def _filter(self, text: str) -> None:
        remembered = self.page.table.remember()
        self.model.filter(text)
        self._recall(remembered)
        self.settle()

    def _recall(self, remembered: Remembered) -> None:
        shown = self.model.rowCount()
        ids = self.model.ids_between(0, shown - 1) if shown else ()
        self.page.table.recall(locate(ids, remembered))
