"""Millions of sales in one table: a vector of ids, and the pages that are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal, Slot

from desktop_admin.gui.jobs import Jobs
from desktop_admin.gui.models.columns import Column, Row
from desktop_admin.gui.models.pages import PAGE, Pages
from desktop_admin.gui.models.table_model import Index, TableModel
from desktop_admin.sources.base import Report, SourceError

#: Reads and writes the rows of one page; called on a worker.
ReadPage = Callable[[Sequence[int], Report], Sequence[Row]]

_NOWHERE = QModelIndex()
# Asked for with every cell that is painted.
_DRAGGED = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class SalesModel(TableModel):
    """Row n is the n-th id of the vector; its cells come with their page, which painting asks
    for. Sorting and filtering are the source's: they come as a new vector."""

    #: A page could not be read; carries the `SourceError`.
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, columns: Sequence[Column[Any]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._jobs = jobs
        self._ids: array[int] = array("q")
        self._pages = Pages()
        self._read: ReadPage | None = None
        self._marked: Container[int] = ()
        # Painting asks for many rows of one page: the answers are sent off after it, at once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._send)

    @property
    def ids(self) -> array[int]:
        """All ids, in order; not to be changed."""
        return self._ids

    def show(self, ids: array[int], read: ReadPage, first: Sequence[Row] = ()) -> None:
        """Show these sales; `read` gets their rows page by page, `first` is the first page
        where that was read together with the ids."""
        self.beginResetModel()
        self._ids = ids
        self._read = read
        self._pages.clear()
        if first:
            self._pages.arrived(self._pages.generation, 0, first)
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A sale can be taken along by the mouse."""
        return _DRAGGED if index.isValid() else Qt.ItemFlag.NoItemFlags

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many sales there are."""
        return 0 if parent.isValid() else len(self._ids)

    def row_at(self, row: int) -> Row | None:
        """The row, or None while its page is on its way, which this makes sure of."""
        found = self._pages.row(row)
        if (found is None or self._pages.outdated) and self._pages.want(row // PAGE):
            self._soon.start()
        return found

    def mark(self, ids: Container[int]) -> None:
        """Show the sales with these ids as selected, wherever they stand."""
        self._marked = ids
        if self._ids:
            self._tell(0, len(self._ids) - 1)

    def is_marked(self, row: int) -> bool:
        """Whether that row is one of the marked ones."""
        return self._ids[row] in self._marked

    def read_again(self, ids: AbstractSet[int]) -> None:
        """These sales have changed: what is held of them is shown until it has been read anew."""
        for page in self._pages.known():
            first, end = page * PAGE, min((page + 1) * PAGE, len(self._ids))
            if not ids.isdisjoint(self._ids[first:end]):
                self._pages.outdated.add(page)
                self._tell(first, end - 1)

    def ids_between(self, first: int, last: int) -> Sequence[int]:
        """The ids of the rows from `first` to `last`, both included."""
        return self._ids[first : last + 1]

    @Slot()
    def _send(self) -> None:
        read = self._read
        if read is None:
            return
        while (page := self._pages.next()) is not None:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            generation = self._pages.generation
            self._jobs.ask(
                partial(read, ids),
                partial(self._arrived, generation, page),
                partial(self._not_read, generation, page),
                owner=self,
            )

    def _arrived(self, generation: int, page: int, rows: Sequence[Row]) -> None:
        if self._pages.arrived(generation, page, rows):
            self._tell(page * PAGE, min((page + 1) * PAGE, len(self._ids)) - 1)
            self._send()

    def _not_read(self, generation: int, page: int, error: SourceError) -> None:
        if self._pages.failed(generation, page):
            self.failed.emit(error)
            self._send()

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
