"""Paints the cells of every table: tint, icon, text, unit, selection and focus."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop_admin.gui.models.columns import WAITING, Cell, Column
from desktop_admin.gui.models.table_model import LEFT, RIGHT, TableModel
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.theme import Theme

PADDING = 8
ICON = 16
GAP = 6
BAR = 3
BAR_HEIGHT = 8
#: So many texts are kept as they were cut.
CUT = 10_000
_ONE_LINE = {side: (side | Qt.TextFlag.TextSingleLine).value for side in (LEFT, RIGHT)}
_SELECTED = QStyle.StateFlag.State_Selected.value


class CellDelegate(QStyledItemDelegate):
    """Paints what a `TableModel` has written; it formats nothing and decides nothing."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._fonts: dict[tuple[bool, bool], tuple[QFont, QFontMetrics]] = {}
        #: What fits of a text: measuring takes as long as writing it, and most are painted often.
        self._cut: dict[tuple[str, int, bool, bool, bool], str] = {}
        theme.changed.connect(self._forget)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        model = index.model()
        if not isinstance(model, TableModel):
            super().paint(painter, option, index)
            return
        place = index.column()
        cell, tint = model.cell_at(index.row(), place)
        column = model.columns[place]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state.value & _SELECTED) or model.is_marked(index.row())
        self._paint_ground(painter, rect, index, tint=tint, selected=selected)
        self._paint_content(painter, rect, cell, column)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell what the cell cannot show: the text that was cut, then its own explanation."""
        model = index.model()
        if event.type() is not QEvent.Type.ToolTip or not isinstance(model, TableModel):
            return super().helpEvent(event, view, option, index)
        cell, _ = model.cell_at(index.row(), index.column())
        column = model.columns[index.column()]
        rect: QRect = option.rect
        cut = self._elided(cell, self._inner(rect, cell), column) != cell.text
        hint = model.hint_at(index.row(), index.column())
        lines = [cell.text] if cut and cell.text not in hint else []
        lines += [hint] if hint else []
        QToolTip.showText(event.globalPos(), tooltip("\n".join(lines)), view)
        return True

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        tint: str,
        selected: bool,
    ) -> None:
        colours = self._theme.tokens
        if selected:
            painter.fillRect(rect, colours.colour("selection"))
        elif tint:
            painter.fillRect(rect, colours.colour(f"{tint}_tint"))
        line = colours.colour("grid")
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            line = colours.colour("accent")
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        if selected and rect.left() <= 0:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), colours.colour("accent"))

    def _paint_content(
        self, painter: QPainter, rect: QRect, cell: Cell, column: Column[Any]
    ) -> None:
        if cell is WAITING:
            self._paint_waiting(painter, rect, right=column.right)
            return
        ink = cell.ink or "text"
        if cell.icon:
            ratio = painter.device().devicePixelRatio()
            pixmap = self._theme.icons.pixmap(cell.icon, cell.icon_ink or ink, ICON, ratio)
            top = rect.top() + (rect.height() - ICON) // 2
            painter.drawPixmap(rect.left() + PADDING, top, pixmap)
        painter.setFont(self._font(column.fixed_width_font, cell.strong)[0])
        if cell.unit:
            whole = rect.adjusted(PADDING, 0, -PADDING, 0)
            self._write(painter, whole, cell.unit, self._theme.tokens.colour("muted"), RIGHT)
        inner = self._inner(rect, cell)
        text = self._elided(cell, inner, column)
        where = RIGHT if column.right else LEFT
        self._write(painter, inner, text, self._theme.tokens.colour(ink), where)

    def _paint_waiting(self, painter: QPainter, rect: QRect, *, right: bool) -> None:
        """A bar where a text will be."""
        width = (rect.width() - 2 * PADDING) // 2
        left = rect.right() - PADDING - width if right else rect.left() + PADDING
        top = rect.top() + (rect.height() - BAR_HEIGHT) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.colour("border"))
        painter.drawRoundedRect(left, top, width, BAR_HEIGHT, 3, 3)
        painter.restore()

    def _inner(self, rect: QRect, cell: Cell) -> QRect:
        """Where the text goes: without padding, icon and unit."""
        left = PADDING + (ICON + GAP if cell.icon else 0)
        right = PADDING
        if cell.unit:
            right += self._font(False, cell.strong)[1].horizontalAdvance(cell.unit) + GAP // 2
        return rect.adjusted(left, 0, -right, 0)

    def _elided(self, cell: Cell, inner: QRect, column: Column[Any]) -> str:
        asked = (cell.text, inner.width(), column.fixed_width_font, cell.strong, column.keep_end)
        found = self._cut.get(asked)
        if found is None:
            if len(self._cut) >= CUT:
                self._cut.clear()
            metrics = self._font(column.fixed_width_font, cell.strong)[1]
            mode = Qt.TextElideMode.ElideMiddle if column.keep_end else Qt.TextElideMode.ElideRight
            found = metrics.elidedText(cell.text, mode, inner.width())
            self._cut[asked] = found
        return found

    @staticmethod
    def _write(
        painter: QPainter, rect: QRect, text: str, colour: QColor, where: Qt.AlignmentFlag
    ) -> None:
        painter.setPen(colour)
        painter.drawText(rect, _ONE_LINE[where], text)

    def _font(self, fixed: bool, strong: bool) -> tuple[QFont, QFontMetrics]:
        found = self._fonts.get((fixed, strong))
        if found is None:
            font = self._theme.fixed_font() if fixed else QFont(self._view.font())
            if strong:
                font.setWeight(QFont.Weight.DemiBold)
            found = (font, QFontMetrics(font))
            self._fonts[fixed, strong] = found
        return found

    @Slot()
    def _forget(self) -> None:
        self._fonts.clear()
        self._cut.clear()
