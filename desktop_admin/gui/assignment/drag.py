"""The start of a drag of terminals: a small picture that leaves the target in sight."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDrag, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.assignment.carrying import unpack
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.theme import Theme

_HEIGHT = 32
_ICON = 16
_GAP = 8
_EDGE = 12


def drag_terminals(view: QWidget, theme: Theme, carried: QMimeData) -> None:
    """Let the mouse carry terminals until it lets go of them; returns only then."""
    count = len(unpack(carried))
    if not count:
        return
    drag = QDrag(view)
    drag.setMimeData(carried)
    text = Assignment().terminals(count)
    pixmap = picture(theme, view.font(), text, view.devicePixelRatio())
    drag.setPixmap(pixmap)
    # Left above the mouse, so that the row below it can be read.
    size = pixmap.deviceIndependentSize().toSize()
    drag.setHotSpot(QPoint(size.width() + _GAP, size.height() // 2))
    drag.exec(Qt.DropAction.MoveAction)


def picture(theme: Theme, font: QFont, text: str, ratio: float) -> QPixmap:
    """A label with a terminal and `text`."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    width = QFontMetrics(bold).horizontalAdvance(text) + _ICON + _GAP + 2 * _EDGE
    pixmap = QPixmap(QSize(width, _HEIGHT) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.tokens.colour("accent"))
    painter.setBrush(theme.tokens.colour("surface"))
    painter.drawRoundedRect(QRect(0, 0, width - 1, _HEIGHT - 1), 6, 6)
    icon = theme.icons.pixmap("terminal", "accent", _ICON, ratio)
    painter.drawPixmap(_EDGE, (_HEIGHT - _ICON) // 2, icon)
    painter.setFont(bold)
    room = QRect(_EDGE + _ICON + _GAP, 0, width, _HEIGHT)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags.value, text)
    painter.end()
    return pixmap
