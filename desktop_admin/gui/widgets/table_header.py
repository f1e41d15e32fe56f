"""The header of every table: quiet names, and an arrow where rows are sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.cell_delegate import GAP, PADDING

ARROW = 14
#: What an arrow takes of a column besides the padding.
ARROW_ROOM = 8
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
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        sorted_by_this = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical
        right = bool(align is not None and align & Qt.AlignmentFlag.AlignRight)
        if sorted_by_this:
            wide = QFontMetrics(font).horizontalAdvance(text)
            self._paint_arrow(painter, inner, right=right, wide=wide)
        painter.setFont(font)
        painter.setPen(colours.colour("text" if sorted_by_this else "muted"))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        where = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = where | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(inner, flags.value, shown)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, inner: QRect, *, right: bool, wide: int) -> None:
        """Paint the arrow and take its room from `inner`: before a number, behind a word; partly
        in the padding, which is all the room a narrow column has. `wide`: its name."""
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        ratio = painter.device().devicePixelRatio()
        arrow = self._theme.icons.pixmap("sort_up" if up else "sort_down", "text", ARROW, ratio)
        top = inner.center().y() - ARROW // 2 + 1
        if right:
            inner.setLeft(inner.left() + ARROW_ROOM)
            last = inner.left() - ARROW
            painter.drawPixmap(max(last, inner.right() - wide - GAP - ARROW), top, arrow)
        else:
            inner.setRight(inner.right() - ARROW_ROOM)
            painter.drawPixmap(min(inner.right(), inner.left() + wide + GAP), top, arrow)
