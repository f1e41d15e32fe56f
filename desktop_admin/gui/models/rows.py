"""A table that fits in memory: sorted and filtered here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from desktop_admin.domain.matching import folded
from desktop_admin.gui.models.columns import Column, Row
from desktop_admin.gui.models.table_model import Index, TableModel

_NOWHERE = QModelIndex()


class RowsModel(TableModel):
    """Rows in an order of its own; sorting and filtering never copy a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._order: list[int] = []
        #: What the rows are narrowed down by, which may be older than what is being typed.
        self.filter_text = ""
        self._words: tuple[str, ...] = ()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, shown or not, as they came."""
        return self._rows

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._rows)

    def show(self, columns: Sequence[Column[Any]], rows: Sequence[Row]) -> None:
        """Show these rows, sorted and filtered as before."""
        self.beginResetModel()
        self._columns = columns
        self._rows = rows
        self._arrange()
        self.endResetModel()

    def filter(self, text: str) -> None:
        """Show only rows in which every word of `text` occurs."""
        self.beginResetModel()
        self.filter_text = text.strip()
        self._words = tuple(folded(text).split())
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Put rows that are shown from now on in this order."""
        self._sorted_by = (column, order)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order; equal ones stay as they came."""
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = [self._rows[place].id for place in self._order]
        self._sorted_by = (column, order)
        self._arrange()
        places = self.places(before)
        held = self.persistentIndexList()
        moved = [self.index(places[before[index.row()]], index.column()) for index in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def places(self, ids: Iterable[int]) -> dict[int, int]:
        """Where the rows with these ids stand; one that is not shown is not in it."""
        wanted = frozenset(ids)
        return {
            self._rows[place].id: row
            for row, place in enumerate(self._order)
            if self._rows[place].id in wanted
        }

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._order)

    def row_at(self, row: int) -> Row | None:
        """The row at that place."""
        return self._rows[self._order[row]]

    def values(self) -> list[Any]:
        """What the rows that are shown were written of, from top to bottom."""
        return [self._rows[place].value for place in self._order]

    def ids_between(self, first: int, last: int) -> Sequence[int]:
        """The ids of the rows from `first` to `last`, both included."""
        return [self._rows[place].id for place in self._order[first : last + 1]]

    def _arrange(self) -> None:
        rows, words = self._rows, self._words
        self._order = [
            place
            for place, row in enumerate(rows)
            if not words or all(word in row.haystack for word in words)
        ]
        if self._sorted_by is not None and self._sorted_by[0] < len(self._columns):
            column, order = self._sorted_by
            key = itemgetter(column)
            descending = order is Qt.SortOrder.DescendingOrder
            self._order.sort(key=lambda place: key(rows[place].keys), reverse=descending)
