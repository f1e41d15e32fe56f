"""A list to type into: the first row that fits is chosen by Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from desktop_admin.domain.matching import folded
from desktop_admin.gui._built.ui_boutique_picker import Ui_BoutiquePicker
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import Table, write_rows
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.widgets.column_layout import measured
from desktop_admin.gui.widgets.selection import Places
from desktop_admin.gui.widgets.table_view import TableView

_SIZE = QSize(640, 480)
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Picker(QDialog):
    """Lets one row of a few be chosen."""

    #: The id of what was chosen.
    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        table: Table[Any],
        values: Sequence[Any],
        obstacles: Mapping[int, str],
        title: str,
        nothing: str,
    ) -> None:
        """`table`: how `values` are shown, their names first; `obstacles`: by id, why one cannot
        be chosen; `nothing`: said where none matches."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_BoutiquePicker()
        self.ui.setupUi(self)
        self.setModal(True)
        self.setWindowTitle(title)
        self.ui.title.setText(title)
        self._obstacles = obstacles
        self._nothing = nothing
        self.table = TableView(context.theme)
        self.table.setAccessibleName(title)
        self.table.mark_sorted(0, Qt.SortOrder.AscendingOrder)
        self.model = RowsModel(self)
        self.model.sort_by(0, Qt.SortOrder.AscendingOrder)
        rows = write_rows(table, values, in_memory=True)
        self.model.show(measured(table.columns, rows), rows)
        self.table.show_model(self.model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.ui.card_layout.addWidget(self.table)
        self._connect()
        self.resize(_SIZE)
        self._filter("")
        self.ui.filter.setFocus()

    def _connect(self) -> None:
        ui = self.ui
        ui.filter.textChanged.connect(self._filter)
        ui.filter.installEventFilter(self)
        ui.cancel.clicked.connect(self.reject)
        ui.choose.clicked.connect(self._choose)
        self.table.selected.connect(self._selection_changed)
        self.table.doubleClicked.connect(self._choose)
        self.table.sort_wanted.connect(self.model.sort)

    @property
    def current(self) -> int | None:
        """What Enter would choose."""
        ids = self.table.selected_ids()
        return ids[0] if ids else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move through the list while one types."""
        if (
            watched is self.ui.filter
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self._move(event.key())
            return True
        return super().eventFilter(watched, event)

    def _move(self, key: int) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}.get(Qt.Key(key), -8)
        last = self.model.rowCount() - 1
        if last >= 0:
            row = max(0, min(last, self.table.currentIndex().row() + by))
            self.table.selectRow(row)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.model.filter(text)
        row = self._best(folded(text).split())
        if row is not None:
            self.table.recall(Places(runs=[(row, row)], current=row), keep_scroll=False)
            self.table.scrollTo(self.model.index(row, 0))
        self._selection_changed()

    def _best(self, words: Sequence[str]) -> int | None:
        """The first row whose name has every word; else the first one there is."""
        count = self.model.rowCount()
        names = (folded(str(self.model.index(row, 0).data())) for row in range(count))
        found = (row for row, name in enumerate(names) if all(word in name for word in words))
        return next(found, 0 if count else None)

    @Slot()
    def _selection_changed(self) -> None:
        current = self.current
        obstacle = self._obstacles.get(current, "") if current is not None else ""
        if current is None:
            obstacle = self._nothing
        self.ui.obstacle.setText(obstacle)
        self.ui.choose.setEnabled(not obstacle)

    @Slot()
    def _choose(self) -> None:
        current = self.current
        if current is None or self._obstacles.get(current, ""):
            return
        self.accept()
        self.chosen.emit(current)
