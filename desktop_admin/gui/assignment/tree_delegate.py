"""Paints the rows of the tree of boutiques."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from desktop_admin.gui.assignment.nodes import Node
from desktop_admin.gui.assignment.tree_model import TreeModel
from desktop_admin.gui.models.columns import Cell
from desktop_admin.gui.models.table_model import RIGHT
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.widgets.cell_delegate import GAP, ICON, PADDING, CellDelegate
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT

#: What a note may take of a row.
MOST_FOR_A_NOTE = 0.62


class TreeDelegate(CellDelegate):
    """Paints what a `TreeModel` has written; a note stands where the figures would."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every row is as high as those of the tables."""
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        model = index.model()
        node = model.node(index) if isinstance(model, TreeModel) else None
        if not isinstance(model, TreeModel) or node is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        here = model.index_of(node.key, index.column())
        self.paint_ground(painter, rect, here, selected=selected)
        note = model.note_of(node)
        if note is not None and index.column():
            return
        if note is not None:
            rect = rect.adjusted(0, 0, 0, 0)
            rect.setRight(min(rect.right(), self._view.viewport().width() - self.width_of(note)))
        cell = model.cell_of(node, index.column())
        self._paint_content(painter, rect, cell, model.columns[index.column()])

    def width_of(self, note: Cell) -> int:
        """How wide a note is with its icon; never so wide that no name is left beside it."""
        wide = self._font(False, False)[1].horizontalAdvance(note.text)
        wide += 2 * PADDING + (ICON + GAP if note.icon else 0)
        return min(wide, int(self._view.viewport().width() * MOST_FOR_A_NOTE))

    def paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex,
        *,
        selected: bool,
    ) -> None:
        """Selection, the line below, and the line around the current row."""
        colours = self._theme.tokens
        if selected:
            painter.fillRect(rect, colours.colour("selection"))
        line = colours.colour("grid")
        current = self._view.currentIndex()
        here = current.isValid() and current.siblingAtColumn(0) == index.siblingAtColumn(0)
        if here and self._view.hasFocus():
            line = colours.colour("accent")
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)

    def paint_note(self, painter: QPainter, rect: QRect, note: Cell) -> None:
        """Write a note at the right end of a row."""
        font, metrics = self._font(False, False)
        painter.setFont(font)
        ink: QColor = self._theme.tokens.colour(note.ink or "text")
        room = rect.adjusted(rect.width() - self.width_of(note) + ICON + GAP, 0, -PADDING, 0)
        text = metrics.elidedText(note.text, Qt.TextElideMode.ElideRight, room.width())
        self._write(painter, room, text, ink, RIGHT)
        if note.icon:
            ratio = painter.device().devicePixelRatio()
            pixmap = self._theme.icons.pixmap(note.icon, note.ink or "text", ICON, ratio)
            left = room.right() - metrics.horizontalAdvance(text) - GAP - ICON
            painter.drawPixmap(left, rect.top() + (rect.height() - ICON) // 2, pixmap)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell what the cell cannot show."""
        model = index.model()
        if event.type() is not QEvent.Type.ToolTip or not isinstance(model, TreeModel):
            return super().helpEvent(event, view, option, index)
        node = model.node(index)
        if node is None:
            return False
        here = model.index_of(node.key, index.column())
        QToolTip.showText(event.globalPos(), tooltip("\n".join(self._told(node, here))), view)
        return True

    def _told(self, node: Node, index: QModelIndex) -> list[str]:
        cell = node.cells[index.column()]
        if index.column() and node.note is not None:
            return [node.note.text]
        room = self._view.visualRect(index).width() - 2 * PADDING
        room -= ICON + GAP if cell.icon else 0
        cut = self._font(False, cell.strong)[1].horizontalAdvance(cell.text) > room
        return [part for part in ([cell.text] if cut else []) + [cell.tooltip] if part]
