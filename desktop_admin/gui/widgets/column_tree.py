"""What the trees with columns share: how they look, and how their columns fit the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop_admin.gui.models.columns import Cell, Column
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.cell_delegate import BAR, ICON, PADDING, CellDelegate
from desktop_admin.gui.widgets.column_layout import Yielding, left_out
from desktop_admin.gui.widgets.table_header import TableHeader
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT, fitted, sample_width

INDENT = 18
CHEVRON = 14


class ColumnTree(QTreeView):
    """A tree whose columns are fitted into the window as those of the tables are."""

    #: Another row is current, or none.
    current_changed = Signal()
    #: A context menu is wanted there, in the view's own coordinates.
    menu_wanted = Signal(QPoint)

    def __init__(
        self, theme: Theme, gives_way: Sequence[Yielding], parent: QWidget | None = None
    ) -> None:
        """`gives_way`: what is left out where there is no room for all."""
        super().__init__(parent)
        self.theme = theme
        self._gives_way = gives_way
        self.setHeader(TableHeader(theme, self))
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        header = self.header()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        theme.changed.connect(self.viewport().update)

    # What subclasses answer.
    def columns(self) -> Sequence[Column[object]]:
        """The columns, from left to right."""
        raise NotImplementedError

    def before_first(self) -> int:
        """What stands before the text of the first column, in pixels."""
        return INDENT

    # What they share.
    def follow_current(self) -> None:
        """Tell of the current row from now on; called once there is a model."""
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def fit_columns(self) -> None:
        """Share the room out; where it is too little, leave out what may give way."""
        columns = self.columns()
        if not columns:
            return
        room = self.viewport().width()
        widths = {one.key: sample_width(one, self, self.theme) for one in columns}
        widths[columns[0].key] += self.before_first()
        gone = left_out(self._gives_way, columns, widths, room)
        shown = [one for one in columns if one.key not in gone]
        shared = fitted([widths[one.key] for one in shown], shown, room)
        header = self.header()
        for place, column in enumerate(columns):
            header.setSectionHidden(place, column.key in gone)
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        for column, width in zip(shown, shared, strict=True):
            header.resizeSection(columns.index(column), width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the mouse, or from the keyboard at the current row."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(place)

    def paint_chevron(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the arrow that opens a row, at the right end of its branches."""
        name = "chevron_down" if self.isExpanded(index) else "chevron_right"
        ratio = painter.device().devicePixelRatio()
        pixmap = self.theme.icons.pixmap(name, "muted", CHEVRON, ratio)
        left = rect.right() - INDENT + (INDENT - CHEVRON) // 2 + 1
        painter.drawPixmap(left, rect.top() + (rect.height() - CHEVRON) // 2, pixmap)

    @Slot()
    def _current_changed(self) -> None:
        # The line around the current row goes across all its cells.
        self.viewport().update()
        self.current_changed.emit()


class TreeCells(CellDelegate):
    """Paints cells of a tree; subclasses say what stands in them."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every row is as high as those of the tables."""
        return QSize(0, ROW_HEIGHT)

    def paint_under(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
        shaded: bool,
    ) -> None:
        """The ground of a row: selection or shade, the line below, where one is."""
        colours = self._theme.tokens
        if selected or shaded:
            painter.fillRect(rect, colours.colour("selection" if selected else "header"))
        line = colours.colour("grid")
        current = self._view.currentIndex()
        here = current.isValid() and current.row() == index.row()
        if here and current.parent() == index.parent() and self._view.hasFocus():
            line = colours.colour("accent")
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        if selected and rect.left() <= 0:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), colours.colour("accent"))

    def paint_icon(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """The icon before the text of a cell, if it has one."""
        if cell.icon:
            ratio = painter.device().devicePixelRatio()
            ink = cell.icon_ink or cell.ink or "text"
            pixmap = self._theme.icons.pixmap(cell.icon, ink, ICON, ratio)
            top = rect.top() + (rect.height() - ICON) // 2
            painter.drawPixmap(rect.left() + PADDING, top, pixmap)
