"""The dialog in which columns are chosen and put in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from desktop_admin.gui._built.ui_column_chooser import Ui_ColumnChooser
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.check_delegate import CheckDelegate
from desktop_admin.gui.widgets.column_layout import ColumnLayout, usual_layout

ICON = 16
_KEY = Qt.ItemDataRole.UserRole


class ColumnChooser(QDialog):
    """Starts with a layout; `layout_chosen` is what the operator made of it."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column[Any]], layout: ColumnLayout, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ui = Ui_ColumnChooser()
        self._ui.setupUi(self)
        self._columns = columns
        self._widths = layout.widths
        ui = self._ui
        for button, icon in ((ui.up, "sort_up"), (ui.down, "sort_down")):
            button.setIcon(theme.icons.icon(icon, "text", size=ICON))
            button.setIconSize(QSize(ICON, ICON))
        ui.columns.setItemDelegate(CheckDelegate(theme, ui.columns))
        ui.up.clicked.connect(self._up)
        ui.down.clicked.connect(self._down)
        ui.reset.clicked.connect(self._reset)
        ui.cancel.clicked.connect(self.reject)
        ui.accept.clicked.connect(self.accept)
        ui.columns.itemChanged.connect(self._keep_one)
        self._fill(layout)
        ui.columns.setFocus()

    @property
    def layout_chosen(self) -> ColumnLayout:
        """The layout as the dialog shows it."""
        entries = self._items()
        hidden = {
            str(item.data(_KEY)) for item in entries if item.checkState() is Qt.CheckState.Unchecked
        }
        order = tuple(str(item.data(_KEY)) for item in entries)
        return ColumnLayout(order, frozenset(hidden), self._widths)

    def _items(self) -> list[QListWidgetItem]:
        view = self._ui.columns
        return [view.item(row) for row in range(view.count())]

    def _fill(self, layout: ColumnLayout) -> None:
        view = self._ui.columns
        headers = {column.key: column.header for column in self._columns}
        view.blockSignals(True)
        view.clear()
        for key in layout.order:
            item = QListWidgetItem(headers[key], view)
            item.setData(_KEY, key)
            shown = key not in layout.hidden
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
            )
        view.blockSignals(False)
        view.setCurrentRow(0)
        self._keep_one()

    def _move(self, by: int) -> None:
        view = self._ui.columns
        row = view.currentRow()
        if 0 <= row + by < view.count():
            item = view.takeItem(row)
            view.insertItem(row + by, item)
            view.setCurrentRow(row + by)

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    @Slot()
    def _reset(self) -> None:
        self._widths = {}
        self._fill(usual_layout(self._columns))

    @Slot()
    def _keep_one(self) -> None:
        """A table without a column cannot be applied."""
        self._ui.accept.setEnabled(bool(self.layout_chosen.shown()))
