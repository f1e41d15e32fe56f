"""Paints the cells of every table: tint, icon, text, unit, selection and focus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_admin.gui.models.columns import Cell
from desktop_admin.gui.models.table_model import TableModel
from desktop_admin.gui.theme import Theme

PADDING = 10
ICON = 16
GAP = 6
BAR = 3

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """Paints what a `TableModel` has written; it formats nothing and decides nothing."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._fonts: dict[tuple[bool, bool], tuple[QFont, QFontMetrics]] = {}
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
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, index, tint=tint, selected=selected)
        self._paint_content(painter, rect, cell, column.right, column.fixed_width_font)

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
        if selected and index.column() == 0:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), colours.colour("accent"))

    def _paint_content(
        self, painter: QPainter, rect: QRect, cell: Cell, right: bool, fixed: bool
    ) -> None:
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        ink = cell.ink or "text"
        if cell.icon:
            ratio = painter.device().devicePixelRatio()
            pixmap = self._theme.icons.pixmap(cell.icon, cell.icon_ink or ink, ICON, ratio)
            painter.drawPixmap(inner.left(), inner.center().y() - ICON // 2 + 1, pixmap)
            inner.setLeft(inner.left() + ICON + GAP)
        font, metrics = self._font(fixed, cell.strong)
        painter.setFont(font)
        if cell.unit:
            self._write(painter, inner, cell.unit, self._theme.tokens.colour("muted"), _RIGHT)
            inner.setRight(inner.right() - metrics.horizontalAdvance(cell.unit) - GAP // 2)
        text = cell.text
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        self._write(
            painter, inner, text, self._theme.tokens.colour(ink), _RIGHT if right else _LEFT
        )

    @staticmethod
    def _write(
        painter: QPainter, rect: QRect, text: str, colour: QColor, where: Qt.AlignmentFlag
    ) -> None:
        painter.setPen(colour)
        painter.drawText(rect, (where | Qt.TextFlag.TextSingleLine).value, text)

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
