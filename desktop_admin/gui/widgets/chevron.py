"""The arrow on buttons that open something."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton

from desktop_admin.gui.theme import Theme

SIZE = 14
_FROM_EDGE = 9


def draw_chevron(button: QPushButton, theme: Theme, ink: str = "muted") -> None:
    """Draw it at the right edge; for after the button has painted itself."""
    arrow = theme.icons.pixmap("chevron_down", ink, SIZE, button.devicePixelRatio())
    painter = QPainter(button)
    painter.drawPixmap(button.width() - SIZE - _FROM_EDGE, (button.height() - SIZE) // 2, arrow)
    painter.end()
