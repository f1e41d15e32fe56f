"""Paints lines with a box to tick, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_admin.gui.theme import Theme

BOX = 16
MARK = 12
PADDING = 8


class CheckDelegate(QStyledItemDelegate):
    """A box, then the text; where the box stands, a click ticks as Qt has it."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        theme.changed.connect(view.viewport().update)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        colours = self._theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.colour("hover"))
        box = QRect(rect.left() + PADDING, rect.center().y() - BOX // 2 + 1, BOX, BOX)
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        paint_box(painter, self._theme, box, Qt.CheckState(checked))
        room = rect.adjusted(2 * PADDING + BOX, 0, -PADDING, 0)
        text = str(index.data() or "")
        shown = QFontMetrics(option.font).elidedText(
            text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(option.font)
        painter.setPen(colours.colour("text"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, (flags | Qt.TextFlag.TextSingleLine).value, shown)


def paint_box(
    painter: QPainter, theme: Theme, box: QRect, state: Qt.CheckState, *, enabled: bool = True
) -> None:
    """A box of `BOX` pixels: ticked, half ticked or empty; quiet where it cannot be ticked."""
    colours = theme.tokens
    filled = enabled and state is not Qt.CheckState.Unchecked
    ground = colours.colour("accent" if filled else "surface" if enabled else "hover")
    edge = colours.colour("accent" if filled else "muted" if enabled else "border")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
    gap = (BOX - MARK) // 2
    if filled and state is Qt.CheckState.Checked:
        ratio = painter.device().devicePixelRatio()
        mark = theme.icons.pixmap("check", "accent_text", MARK, ratio)
        painter.drawPixmap(box.left() + gap, box.top() + gap, mark)
    elif filled:
        line = QRect(box.left() + gap, box.center().y(), BOX - 2 * gap - 1, 2)
        painter.fillRect(line, colours.colour("accent_text"))
    painter.restore()
