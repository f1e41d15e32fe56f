"""Paints the rows of the journal: days, struck entries, before and after, buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from desktop_admin.gui.journal.rows import ACTION, MOVE, NAMED, WHOLE, Kind, Node
from desktop_admin.gui.journal.tree_model import JournalModel
from desktop_admin.gui.models.columns import Cell
from desktop_admin.gui.models.table_model import LEFT
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.widgets.cell_delegate import GAP, ICON, PADDING
from desktop_admin.gui.widgets.column_tree import TreeCells

_ARROW = "→"
#: To so many pixels what was before may shrink beside what came after.
_LEAST = 36
_RADIUS = 5
_ENTRY = (Kind.ENTRY, Kind.DAY, Kind.OLDER)
_CENTRE = (Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine).value


class JournalDelegate(TreeCells):
    """Paints what a `JournalModel` shows."""

    #: Whether anything can be taken back over this connection now; else why not.
    obstacle = ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell; what goes over several is painted by the view, with the whole row."""
        model = index.model()
        node = model.node(index) if isinstance(model, JournalModel) else None
        if not isinstance(model, JournalModel) or node is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        place = index.column()
        self.paint_row(painter, rect, node, index, bool(state & QStyle.StateFlag.State_Selected))
        if node.kind in WHOLE or (node.kind is not Kind.ENTRY and place in NAMED):
            return
        cell = node.cells[place]
        if place == MOVE:
            self._paint_move(painter, rect, node)
        elif place == ACTION:
            self._paint_action(painter, rect, node)
        else:
            self._paint_content(painter, rect, cell, model.columns[place])
            if node.struck and cell.ink == "muted" and place < MOVE:
                self._strike(painter, rect, cell, right=model.columns[place].right)

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        node: Node,
        index: QModelIndex | QPersistentModelIndex,
        selected: bool,
    ) -> None:
        """The ground of a row: selection, the shade of what is below, the line, where one is."""
        shaded = node.kind not in (Kind.ENTRY, Kind.OLDER)
        self.paint_under(painter, rect, index, selected=selected, shaded=shaded)

    def paint_whole(self, painter: QPainter, rect: QRect, node: Node) -> None:
        """Write what goes over several columns, beginning at the left edge of `rect`."""
        cell = node.cells[0]
        colours = self._theme.tokens
        left = rect.left() + PADDING
        if cell.icon:
            self.paint_icon(painter, rect, cell)
            left += ICON + GAP
        font, metrics = self._font(False, cell.strong)
        painter.setFont(font)
        room = QRect(left, rect.top(), rect.right() - left, rect.height())
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideMiddle, room.width())
        self._write(painter, room, text, colours.colour(cell.ink or "text"), LEFT)
        if node.struck:
            self._line(painter, room, metrics.horizontalAdvance(text))
        if cell.unit:
            taken = metrics.horizontalAdvance(text) + PADDING
            painter.setFont(self._font(False, False)[0])
            rest = room.adjusted(taken, 0, 0, 0)
            self._write(painter, rest, cell.unit, colours.colour("muted"), LEFT)

    def _paint_move(self, painter: QPainter, rect: QRect, node: Node) -> None:
        """What was before, an arrow, and in bold what came after, which is the last to be cut."""
        before, after = node.move
        if not before and not after:
            return
        colours = self._theme.tokens
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        plain, metrics = self._font(False, False)
        quiet = node.struck or node.kind is Kind.LEFT
        strong, bold = self._font(False, not quiet)
        arrow = metrics.horizontalAdvance(_ARROW) + 2 * GAP
        wide = metrics.horizontalAdvance(before) + 1
        beside = inner.width() - arrow - bold.horizontalAdvance(after) - 1
        wide = min(wide, max(beside, min(wide, _LEAST)))
        text = metrics.elidedText(before, Qt.TextElideMode.ElideMiddle, wide)
        painter.setFont(plain)
        self._write(painter, inner, text, colours.colour("muted"), LEFT)
        at = inner.left() + metrics.horizontalAdvance(text) + GAP
        rest = QRect(at, inner.top(), max(0, inner.right() - at), inner.height())
        self._write(painter, rest, _ARROW, colours.colour("muted"), LEFT)
        rest.setLeft(at + metrics.horizontalAdvance(_ARROW) + GAP)
        shown = bold.elidedText(after, Qt.TextElideMode.ElideMiddle, max(0, rest.width()))
        painter.setFont(strong)
        self._write(painter, rest, shown, colours.colour("muted" if quiet else "text"), LEFT)
        if node.struck:
            end = rest.left() + bold.horizontalAdvance(shown) - inner.left()
            self._line(painter, inner, min(end, inner.width()))

    def _paint_action(self, painter: QPainter, rect: QRect, node: Node) -> None:
        """A button for an entry, a link for what is below it."""
        text = node.cells[ACTION].text
        if not text:
            return
        colours = self._theme.tokens
        painter.setFont(self._font(False, False)[0])
        ink = "muted" if self.obstacle else "text" if node.kind is Kind.ENTRY else "accent"
        if node.kind is Kind.ENTRY:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.colour("control_border"), 1))
            painter.setBrush(colours.colour("window" if self.obstacle else "surface"))
            box = QRectF(rect.adjusted(4, 3, -5, -4)).translated(0.5, 0.5)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.restore()
        painter.setPen(colours.colour(ink))
        painter.drawText(rect.adjusted(4, 0, -5, 0), _CENTRE, text)

    def _strike(self, painter: QPainter, rect: QRect, cell: Cell, *, right: bool) -> None:
        inner = self._inner(rect, cell)
        metrics = self._font(False, cell.strong)[1]
        wide = min(metrics.horizontalAdvance(cell.text), inner.width())
        if wide and right:
            inner.setLeft(inner.right() + 1 - wide)
        self._line(painter, inner, wide)

    def _line(self, painter: QPainter, rect: QRect, wide: int) -> None:
        if wide > 0:
            colour = self._theme.tokens.colour("muted")
            painter.fillRect(rect.left(), rect.center().y() + 1, wide, 1, colour)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell what the cell cannot show."""
        model = index.model()
        if event.type() is not QEvent.Type.ToolTip or not isinstance(model, JournalModel):
            return super().helpEvent(event, view, option, index)
        node = model.node(index)
        if node is None:
            return False
        told = self.told(node, index.column(), view.visualRect(index).width())
        QToolTip.showText(event.globalPos(), tooltip("\n".join(told)), view)
        return True

    def told(self, node: Node, column: int, width: int) -> list[str]:
        """What the tooltip of a cell says: the text that was cut, then its own; of a button, why
        it does nothing."""
        cell = node.cells[0 if node.kind is not Kind.ENTRY and column in NAMED else column]
        if column == ACTION and cell.text and self.obstacle:
            return [self.obstacle]
        room = width - 2 * PADDING - (ICON + GAP if cell.icon else 0)
        wide = self._font(False, column == MOVE)[1].horizontalAdvance(cell.text)
        lines = [cell.text] if wide > room and cell.text not in cell.tooltip else []
        return lines + ([cell.tooltip] if cell.tooltip else [])
