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

#: Letters are measured in parts of a pixel.
_LOOSE = 2
#: A note that is cut shorter than this tells nothing: its icon stands alone.
LEAST_OF_A_NOTE = 64


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
        if model.note_of(node) is None:
            cell = model.cell_of(node, index.column())
            self._paint_content(painter, rect, cell, model.columns[index.column()])

    def name_room(self, row: QRect, left: int, cell: Cell, note: Cell) -> QRect:
        """Where the name of a row, `cell`, stands beside a note."""
        text = self._note_text(row.right() + 1 - left, cell, note)
        beside = ICON + PADDING + (text + GAP if text else 0)
        return QRect(left, row.top(), max(0, row.right() + 1 - beside - left), row.height())

    def _note_text(self, room: int, cell: Cell, note: Cell) -> int:
        """How wide the text of a note may be, where it and a name share `room`."""
        name = self._font(False, cell.strong)[1].horizontalAdvance(cell.text) + _LOOSE
        name += 2 * PADDING + (ICON + GAP if cell.icon else 0)
        text = self._font(False, False)[1].horizontalAdvance(note.text) + _LOOSE
        return note_width(text, room - name - ICON - GAP - PADDING)

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

    def paint_noted(
        self, painter: QPainter, row: QRect, left: int, model: TreeModel, node: Node
    ) -> None:
        """Write a row that has a note: its name from `left` on, the note at its right end."""
        note = model.note_of(node)
        if note is None:
            return
        cell = model.cell_of(node, 0)
        self._paint_content(painter, self.name_room(row, left, cell, note), cell, model.columns[0])
        font, metrics = self._font(False, False)
        painter.setFont(font)
        ink: QColor = self._theme.tokens.colour(note.ink or "text")
        wide = self._note_text(row.right() + 1 - left, cell, note)
        text = metrics.elidedText(note.text, Qt.TextElideMode.ElideRight, wide) if wide else ""
        room = row.adjusted(0, 0, -PADDING, 0)
        self._write(painter, room, text, ink, RIGHT)
        if note.icon:
            ratio = painter.device().devicePixelRatio()
            pixmap = self._theme.icons.pixmap(note.icon, note.ink or "text", ICON, ratio)
            taken = metrics.horizontalAdvance(text) + GAP if text else 0
            top = row.top() + (row.height() - ICON) // 2
            painter.drawPixmap(room.right() + 1 - taken - ICON, top, pixmap)

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
        told = self.told(node, here, model.note_of(node))
        QToolTip.showText(event.globalPos(), tooltip("\n".join(told)), view)
        return True

    def told(self, node: Node, index: QModelIndex, note: Cell | None) -> list[str]:
        """What the tooltip of a cell says: of a note, also what there was no room for."""
        cell = node.cells[index.column()]
        if index.column() and note is not None:
            return [note.text]
        room = self._view.visualRect(index).width() - 2 * PADDING
        room -= ICON + GAP if cell.icon else 0
        cut = self._font(False, cell.strong)[1].horizontalAdvance(cell.text) > room
        return [part for part in ([cell.text] if cut else []) + [cell.tooltip] if part]


def note_width(text: int, room: int) -> int:
    """How wide the text of a note is, that would be `text` wide and has `room` beside its icon:
    the name beside it keeps its own. 0: the icon stands alone."""
    if text <= room:
        return text
    return room if room >= LEAST_OF_A_NOTE else 0
