"""The boutiques that fold out beside the table while orphan sales are dragged."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from desktop_admin.domain.model import Boutique
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.table_model import Index
from desktop_admin.gui.text import one_line, tooltip
from desktop_admin.gui.widgets import sections

SALES = "application/x-boutique-admin-sales"
WIDTH = 328
_NOWHERE = QModelIndex()


def pack() -> QMimeData:
    """The selected sales for a drag. They stay where they are selected: a million ids are no
    load for a mouse. Only the window they come from can take them."""
    carried = QMimeData()
    carried.setData(SALES, str(os.getpid()).encode())
    return carried


def carries_sales(carried: QMimeData) -> bool:
    """Whether that is a drag of sales of this window."""
    return bytes(carried.data(SALES).data()) == str(os.getpid()).encode()


class ShelfModel(QAbstractListModel):
    """Boutiques onto which sales can be dropped; a depot takes none."""

    #: The boutique's id, once the drag is over.
    dropped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._boutiques: Sequence[Boutique] = ()

    def offer(self, boutiques: Sequence[Boutique]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._boutiques = [one for one in boutiques if not one.depot]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._boutiques)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        boutique = self._boutiques[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(f"{boutique.name} · {boutique.merchant_name}")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{boutique.name}\n{boutique.merchant_name}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [SALES]

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """On a boutique, not between two."""
        there = parent.isValid() and (row, column) == (-1, -1)
        return there and action is Qt.DropAction.MoveAction and carries_sales(data)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(self._boutiques[parent.row()].id)
        return True


class Shelf(QFrame):
    """Lies over the right side of the rows for as long as the drag takes."""

    #: The boutique the sales were dropped on, by id; told after the drag.
    chosen = Signal(object)

    def __init__(self, context: Context, over: QWidget) -> None:
        # Not a child of what it lies over: a splitter would give it a part of its own.
        super().__init__(over.parentWidget())
        self._context = context
        self._over = over
        self._target: int | None = None
        self.setProperty("role", "card")
        self.model = ShelfModel(self)
        self.model.dropped.connect(self._note)
        self.view = QListView()
        self.view.setProperty("role", "options")
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setAcceptDrops(True)
        self.view.setDropIndicatorShown(True)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.view.setAccessibleName(self.tr("Boutiques"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(sections.heading(self.tr("Drop the sales on their boutique")))
        column.addWidget(self.view, 1)
        self.hide()

    def fold_out(self, boutiques: Sequence[Boutique]) -> None:
        """Show these boutiques at the side."""
        self._target = None
        self.model.offer(boutiques)
        room = self._over.geometry()
        width = min(WIDTH, room.width() // 2)
        self.setGeometry(room.right() - width + 1, room.top(), width, room.height())
        self.raise_()
        self.show()

    def fold_in(self) -> None:
        """The drag is over: go, and tell where it ended."""
        self.hide()
        if self._target is not None:
            self.chosen.emit(self._target)

    def drag(self, source: QWidget, text: str) -> None:
        """Let the mouse carry the selected sales; returns when it has let go of them."""
        drag = QDrag(source)
        drag.setMimeData(pack())
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "tag")
        label.ensurePolished()
        label.resize(label.sizeHint())
        pixmap = label.grab()
        label.deleteLater()
        drag.setPixmap(pixmap)
        # Above the mouse, so that the line below it can be read.
        drag.setHotSpot(QPoint(label.width() + 8, label.height()))
        drag.exec(Qt.DropAction.MoveAction)

    @Slot(object)
    def _note(self, boutique: int) -> None:
        self._target = boutique
