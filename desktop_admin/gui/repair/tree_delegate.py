"""Paints the rows of a preview: boxes, routes with an arrow, figures."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from desktop_admin.gui.models.table_model import LEFT
from desktop_admin.gui.repair.cells import Route
from desktop_admin.gui.repair.rows import Kind, Node
from desktop_admin.gui.repair.tree_model import PreviewModel
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.widgets.cell_delegate import GAP, ICON, PADDING
from desktop_admin.gui.widgets.check_delegate import BOX, paint_box
from desktop_admin.gui.widgets.column_tree import TreeCells

#: Between a box and what it ticks.
BESIDE = BOX + GAP
_ARROW = "→"
#: To so many of its pixels a name may shrink beside its target.
_LEAST = 60


class PreviewDelegate(TreeCells):
    """Paints what a `PreviewModel` has written."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        model = index.model()
        node = model.node(index) if isinstance(model, PreviewModel) else None
        if not isinstance(model, PreviewModel) or node is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        column = index.column()
        self.paint_row(painter, rect, node, index, bool(state & QStyle.StateFlag.State_Selected))
        room = QRect(rect)
        if column == 0 and model.check_of(node) is not None:
            check = model.check_of(node) or Qt.CheckState.Unchecked
            box = self.box_of(rect)
            paint_box(painter, self._theme, box, check, enabled=model.can_tick(node))
            room.setLeft(rect.left() + BESIDE)
        route = model.route_of(node, column)
        if route is not None:
            self._paint_route(painter, room, route)
        else:
            self._paint_content(painter, room, model.cell_of(node, column), model.columns[column])

    @staticmethod
    def box_of(rect: QRect) -> QRect:
        """Where the box of a row stands in its first cell."""
        return QRect(rect.left() + PADDING, rect.center().y() - BOX // 2 + 1, BOX, BOX)

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        node: Node,
        index: QModelIndex | QPersistentModelIndex,
        selected: bool,
    ) -> None:
        """The ground of a row: selection, the shade of headings, the line below, where one is."""
        shaded = node.kind is Kind.CONFIDENCE
        self.paint_under(painter, rect, index, selected=selected, shaded=shaded)

    def _paint_route(self, painter: QPainter, rect: QRect, route: Route) -> None:
        """The name, an arrow, and the target in bold, which is the last to be cut."""
        start, inner = route.start, self._inner(rect, route.start)
        self.paint_icon(painter, rect, start)
        plain, metrics = self._font(False, False)
        strong, bold = self._font(False, True)
        colours = self._theme.tokens
        target = f"{route.target} ?" if route.target and route.doubtful else route.target
        arrow = metrics.horizontalAdvance(_ARROW) + 2 * GAP if target else 0
        whole = bold.horizontalAdvance(target) + 1 if target else 0
        name = metrics.horizontalAdvance(start.text) + 1
        wide = min(name, max(inner.width() - arrow - whole, min(name, _LEAST)))
        text = metrics.elidedText(start.text, Qt.TextElideMode.ElideMiddle, wide)
        painter.setFont(plain)
        self._write(painter, inner, text, colours.colour(start.ink or "text"), LEFT)
        if not target:
            return
        at = inner.left() + metrics.horizontalAdvance(text) + GAP
        rest = QRect(at, inner.top(), max(0, inner.right() - at), inner.height())
        self._write(painter, rest, _ARROW, colours.colour("muted"), LEFT)
        rest.setLeft(at + metrics.horizontalAdvance(_ARROW) + GAP)
        shown = bold.elidedText(target, Qt.TextElideMode.ElideMiddle, max(0, rest.width()))
        painter.setFont(strong)
        ink = "error" if route.doubtful else "text"
        self._write(painter, rest, shown, colours.colour(ink), LEFT)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click on a box ticks it; the view hears of keys by itself."""
        if (
            isinstance(event, QMouseEvent)
            and isinstance(model, PreviewModel)
            and index.column() == 0
            and event.button() is Qt.MouseButton.LeftButton
        ):
            rect: QRect = option.rect
            inside = self.box_of(rect).adjusted(-4, -4, 4, 4).contains(event.position().toPoint())
            node = model.node(index)
            if inside and node is not None and event.type() is QEvent.Type.MouseButtonRelease:
                model.toggle([node])
            return inside
        return False

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell what the cell cannot show."""
        model = index.model()
        if event.type() is not QEvent.Type.ToolTip or not isinstance(model, PreviewModel):
            return super().helpEvent(event, view, option, index)
        node = model.node(index)
        if node is None:
            return False
        told = self.told(model, node, index.column(), view.visualRect(index).width())
        QToolTip.showText(event.globalPos(), tooltip("\n".join(told)), view)
        return True

    def told(self, model: PreviewModel, node: Node, column: int, width: int) -> list[str]:
        """What the tooltip of a cell says: the text that was cut, then its own."""
        route, cell = model.route_of(node, column), model.cell_of(node, column)
        text = route.text if route is not None else cell.text
        room = width - 2 * PADDING - (ICON + GAP if cell.icon or route is not None else 0)
        room -= BESIDE if column == 0 else 0
        wide = self._font(False, cell.strong or route is not None)[1].horizontalAdvance(text)
        lines = [text] if wide > room and text not in cell.tooltip else []
        return lines + ([cell.tooltip] if cell.tooltip else [])
