"""Every sale of a report, written row by row as it is looked at."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject

from desktop_admin.gui.models.columns import Row, Table, sort_key
from desktop_admin.gui.models.table_model import Index, TableModel
from desktop_admin.reports.findings import Line

#: So many rows are kept as they were written.
_KEPT = 4_000
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Order:
    """In which order some of the lines stand, and where each of all stands (-1: nowhere)."""

    lines: Sequence[int]
    places: Sequence[int]


def ordered(
    table: Table[Line], lines: Sequence[Line], shown: range, column: int, *, down: bool
) -> Order:
    """The lines of `shown`, sorted by a column; -1: as they came. For workers."""
    found: Sequence[int] = shown
    sort = table.columns[column].sort if column >= 0 else None
    if callable(sort):
        keys = {place: sort_key(sort(lines[place])) for place in shown}
        found = sorted(shown, key=keys.__getitem__, reverse=down)
    places = array("q", [-1]) * len(lines)
    for row, place in enumerate(found):
        places[place] = row
    return Order(found, places)


class DetailModel(TableModel):
    """Some of the lines, in an order; a row is written when it is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: Table[Line] | None = None
        self._lines: Sequence[Line] = ()
        self._order = Order((), ())
        self._written: dict[int, Row] = {}

    @property
    def written(self) -> int:
        """How many rows are held as they were written."""
        return len(self._written)

    def show(self, table: Table[Line], lines: Sequence[Line], order: Order) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._table, self._columns, self._lines = table, table.columns, lines
        self._order = order
        self._written = {}
        self.endResetModel()

    def arrange(self, order: Order) -> None:
        """Show other lines, or the same in another order; what is selected stays so as far as it
        is shown."""
        self.layoutAboutToBeChanged.emit()
        before, held = self._order.lines, self.persistentIndexList()
        self._order = order
        moved = []
        for index in held:
            row = order.places[before[index.row()]]
            moved.append(self.index(row, index.column()) if row >= 0 else QModelIndex())
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def lines_at(self, rows: Sequence[int]) -> Sequence[Line]:
        """The lines that stand there."""
        return [self._lines[self._order.lines[row]] for row in rows]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines are shown."""
        return 0 if parent.isValid() else len(self._order.lines)

    def row_at(self, row: int) -> Row | None:
        """The row at that place, written now if it was not before."""
        place = self._order.lines[row]
        found = self._written.get(place)
        table = self._table
        if found is None and table is not None:
            if len(self._written) >= _KEPT:
                self._written.clear()
            line = self._lines[place]
            cells = tuple(column.cell(line) for column in table.columns)
            found = Row(table.id_of(line), cells, table.tint_of(line), value=line)
            self._written[place] = found
        return found

    def ids_between(self, first: int, last: int) -> Sequence[int]:
        """The ids of the sales from `first` to `last`, both included."""
        return [self._lines[place].sale_id for place in self._order.lines[first : last + 1]]
