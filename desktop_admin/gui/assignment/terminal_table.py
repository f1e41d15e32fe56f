"""The table of terminals: dragged away, opened, and narrowed where there is little room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop_admin.gui.assignment.carrying import unpack
from desktop_admin.gui.assignment.drag import drag_terminals
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.column_layout import Yielding
from desktop_admin.gui.widgets.keys import is_plain_enter
from desktop_admin.gui.widgets.table_view import TableView, fitted

#: This much of a name is worth more than what stands beside it.
NAME_KEEPS = 0.8
#: And this much is worth more than when the terminal last called.
NAME_KEEPS_AT_LEAST = 0.68
#: Without it nobody knows what the row is of.
ALWAYS = "terminal"


class TerminalTable(TableView):
    """Rows of a `TerminalsModel`."""

    #: A row was double-clicked, or Enter pressed on it; carries the terminal's id.
    opened = Signal(object)
    #: These terminals are being dragged, by id; none: no longer.
    carrying = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        # Columns come and go with the currencies; an order of one's own would be lost.
        self.horizontalHeader().setSectionsMovable(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.dragging = False
        #: The widths the operator chose, by column; with them, which columns are shown.
        self._kept: Mapping[str, int] = {}
        self.doubleClicked.connect(self._chosen)

    def widths_now(self) -> dict[str, int]:
        """The widths the operator chose, by column; none where columns fit the window."""
        if not self._widths_chosen:
            return {}
        return {
            column.key: self.columnWidth(place)
            for place, column in enumerate(self.table_model().columns)
            if not self.isColumnHidden(place)
        }

    def columns_wanted(self) -> list[Column[Any]]:
        """The columns one sees, with those that there is no room for; once the operator has
        arranged them, exactly those."""
        columns = self.table_model().columns
        if not self._widths_chosen:
            return [*columns]
        return [column for n, column in enumerate(columns) if not self.isColumnHidden(n)]

    def show_column(self, key: str, shown: bool) -> None:
        """Show this column, or hide it, from now on; names make room for it as far as they can."""
        columns = self.table_model().columns
        wanted = {
            column.key: column
            for place, column in enumerate(columns)
            if (shown if column.key == key else not self.isColumnHidden(place))
        }
        samples = [self._sample_width(column) for column in wanted.values()]
        shared = fitted(samples, [*wanted.values()], self.viewport().width())
        self._widths_chosen = True
        self._show(dict(zip(wanted, shared, strict=True)))
        self.layout_changed.emit()

    def keep_widths(self, widths: Mapping[str, int]) -> None:
        """Show these columns so wide from now on; none: let them fit the window."""
        self._kept = widths

    def fit_columns(self) -> None:
        """Leave out what matters least until the rest has room, then share the room out; what the
        operator has arranged stays."""
        keys = self._wanted()
        if self._widths_chosen and keys == self._fitted:
            return
        if self._kept.keys().isdisjoint(keys):
            self.gives_way = gives_way(keys)
            super().fit_columns()
            return
        self._fitted = keys
        self._widths_chosen = True
        self._show({key: self._kept[key] for key in keys if key in self._kept})

    def _wanted(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.table_model().columns)

    @Slot()
    def fit_again(self) -> None:
        """Show again what there is room for."""
        self._kept = {}
        super().fit_again()

    def _show(self, widths: Mapping[str, int]) -> None:
        """Show the columns that have a width, and hide the others."""
        self._arranging = True
        for place, column in enumerate(self.table_model().columns):
            self.setColumnHidden(place, column.key not in widths)
            if column.key in widths:
                self.horizontalHeader().resizeSection(place, widths[column.key])
        self._arranging = False

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the selected terminals."""
        indexes = [index for index in self.selectedIndexes() if index.column() == 0]
        if not indexes or not indexes[0].flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        carried = self.table_model().mimeData(indexes)
        self.dragging = True
        self.carrying.emit(unpack(carried))
        try:
            drag_terminals(self, self._theme, carried)
        finally:
            self.dragging = False
            self.carrying.emit(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is current."""
        if is_plain_enter(event):
            self._chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.table_model().ids_between(index.row(), index.row())[0])


def gives_way(keys: Iterable[str]) -> tuple[Yielding, ...]:
    """What of these columns goes first: amounts, the last of them first, and what tells least,
    before names lose more than a little; then what a name is nearly enough without."""
    amounts = tuple(key for key in keys if key.startswith("revenue_"))
    return (
        Yielding((*reversed(amounts), "version", "sales"), _names(NAME_KEEPS)),
        Yielding(("activity",), _names(NAME_KEEPS_AT_LEAST)),
        Yielding(("serial", "boutique")),
    )


def _names(keep: float) -> dict[str, float]:
    return {"terminal": keep, "boutique": keep}
