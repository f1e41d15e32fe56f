"""Paints, inside the tree, what letting go would do: below the row it would be done to."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from desktop_admin.gui.assignment.hints import Hint
from desktop_admin.gui.theme import Theme

_ICON = 16
_GAP = 8
_EDGE = 10
_ABOVE = 4
_TINTS = {"accent": "accent_tint", "orphan": "orphan_tint", "error": "error_tint"}


def paint_hint(
    painter: QPainter, theme: Theme, hint: Hint, row: QRect, room: QRect, indent: int
) -> QRect:
    """Paint `hint` below `row`, or above it where there is no room below; answers with what it
    covers, the row included. `room` is the whole viewport."""
    font = painter.font()
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    left = min(indent, room.width() // 4) + _ICON + _GAP
    width = room.width() - left - _EDGE
    heights = [_height(bold, hint.title, width)]
    heights += [_height(font, line, width) for line in hint.lines]
    # Whole rows are covered, so that none is left cut in two.
    height = math.ceil((sum(heights) + 2 * _ABOVE) / row.height()) * row.height()
    below = row.bottom() + height <= room.bottom() or row.top() - height < room.top()
    top = row.bottom() + 1 if below else row.top() - height
    box = QRect(1, top, room.width() - 2, height)
    whole = box.united(QRect(1, row.top(), room.width() - 2, row.height()))
    colours = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, colours.colour("surface"))
    painter.fillRect(box, colours.colour(_TINTS.get(hint.ink, "hover")))
    painter.setPen(QPen(colours.colour(hint.ink), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(whole.adjusted(0, 0, -1, -1), 5, 5)
    icon = theme.icons.pixmap(hint.icon, hint.ink, _ICON, painter.device().devicePixelRatio())
    down = top + (height - sum(heights)) // 2
    painter.drawPixmap(left - _ICON - _GAP, down, icon)
    for number, (text, one) in enumerate(zip((hint.title, *hint.lines), heights, strict=True)):
        painter.setFont(bold if number == 0 else font)
        painter.setPen(colours.colour(hint.ink if number == 0 else "text"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        place = QRect(left, down, width, one)
        painter.drawText(place, (flags | Qt.TextFlag.TextWordWrap).value, text)
        down += one
    painter.restore()
    return whole


def _height(font: QFont, text: str, width: int) -> int:
    room = QRect(0, 0, max(width, 40), 1_000)
    flags = Qt.TextFlag.TextWordWrap.value
    return QFontMetrics(font).boundingRect(room, flags, text).height() + 2
