"""The header of every table: quiet names, and an arrow where rows are sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.cell_delegate import GAP, PADDING

ARROW = 14
HEIGHT = 30


class TableHeader(QHeaderView):
    """A horizontal header that paints itself from tokens."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(48)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint one column's name."""
        colours = self._theme.tokens
        painter.save()
        painter.fillRect(rect, colours.colour("header"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.colour("border"))
        painter.fillRect(
            rect.right(), rect.top() + 8, 1, rect.height() - 16, colours.colour("border")
        )
        model = self.model()
        orientation = Qt.Orientation.Horizontal
        text = str(model.headerData(logical, orientation) or "")
        align = model.headerData(logical, orientation, Qt.ItemDataRole.TextAlignmentRole)
        inner = rect.adjusted(PADDING, 0, -PADDING, -1)
        sorted_by_this = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical
        right = bool(align is not None and align & Qt.AlignmentFlag.AlignRight)
        if sorted_by_this:
            self._paint_arrow(painter, inner, right=right, text=text)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colours.colour("text" if sorted_by_this else "muted"))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        where = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = where | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(inner, flags.value, shown)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, inner: QRect, *, right: bool, text: str) -> None:
        """Paint the arrow and take its room from `inner`: before a number, behind a word."""
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        ratio = painter.device().devicePixelRatio()
        arrow = self._theme.icons.pixmap("sort_up" if up else "sort_down", "text", ARROW, ratio)
        top = inner.center().y() - ARROW // 2 + 1
        wide = QFontMetrics(self.font()).horizontalAdvance(text) + 2 * GAP
        if right:
            inner.setLeft(inner.left() + ARROW)
            painter.drawPixmap(max(inner.left() - ARROW, inner.right() - wide - ARROW), top, arrow)
        else:
            inner.setRight(inner.right() - ARROW)
            painter.drawPixmap(min(inner.right(), inner.left() + wide), top, arrow)
