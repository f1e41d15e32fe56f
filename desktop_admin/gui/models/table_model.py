"""What the models of all tables share: columns, roles, placeholders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_admin.gui.models.columns import WAITING, Cell, Column, Role, Row
from desktop_admin.gui.text import tooltip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_CELL_ROLES: dict[int, Callable[[Cell], Any]] = {
    Qt.ItemDataRole.DisplayRole.value: lambda cell: f"{cell.text} {cell.unit}".rstrip(),
    Role.ICON.value: lambda cell: cell.icon,
    Role.INK.value: lambda cell: cell.ink,
    Role.UNIT.value: lambda cell: cell.unit,
}


class TableModel(QAbstractTableModel):
    """A table of written rows. Subclasses say which row stands where."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column[Any]] = ()

    # What subclasses answer.
    def row_at(self, row: int) -> Row | None:
        """The row at that place, None while it is being read."""
        raise NotImplementedError

    def ids_between(self, first: int, last: int) -> Sequence[int]:
        """The ids of the rows from `first` to `last`, both included."""
        raise NotImplementedError

    def is_marked(self, row: int) -> bool:  # noqa: ARG002 - for the models that mark rows
        """Whether that row is shown as selected, though the view does not know it to be."""
        return False

    # What they share.
    @property
    def columns(self) -> Sequence[Column[Any]]:
        """The columns, from left to right."""
        return self._columns

    def cell_at(self, row: int, column: int) -> tuple[Cell, str]:
        """What to paint there, and the tint of its row."""
        found = self.row_at(row)
        if found is None:
            return WAITING, ""
        return found.cells[column], found.tint

    def hint_at(self, row: int, column: int) -> str:
        """What the tooltip there tells; empty: nothing."""
        found = self.row_at(row)
        if found is None:
            return ""
        hint = self._columns[column].hint
        told = found.cells[column].tooltip
        return told if told or hint is None or found.value is None else hint(found.value)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One property of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._columns[index.column()].right else LEFT
        read = _CELL_ROLES.get(role)
        if read is not None:
            return read(self.cell_at(index.row(), index.column())[0])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.hint_at(index.row(), index.column())) or None
        if role == Role.TINT:
            return self.cell_at(index.row(), index.column())[1]
        if role == Role.ID:
            return self.ids_between(index.row(), index.row())[0]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What its header tells of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return told_of(self._columns[section], role)


def told_of(column: Column[Any], role: int) -> Any:
    """A column's name, alignment, explanation, and the order it is sorted in first."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.header
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return RIGHT if column.right else LEFT
    if role == Qt.ItemDataRole.ToolTipRole:
        return tooltip(column.tooltip) or None
    if role == Qt.ItemDataRole.InitialSortOrderRole:
        down = column.descending_first
        return Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
    return None
