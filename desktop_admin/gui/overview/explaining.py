"""A few sentences over the window that stay until a key or the mouse is pressed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_WIDTH = 320


class Explanation(QFrame):
    """What something means; any key closes it, and the keyboard goes back."""

    def __init__(self, title: str, meaning: str, beside: QWidget) -> None:
        super().__init__(beside, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(title)
        self.setAccessibleDescription(meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        for text, role in ((title, "strong"), (meaning, "")):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
            label.setFixedWidth(_WIDTH)
            column.addWidget(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def open_at(self, at: QPoint) -> None:
        """Open there, or as near as the screen allows."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        below = at.y() + self.height() <= room.bottom()
        self.move(x, at.y() if below else max(room.top(), at.y() - self.height()))
        self.show()
        self.setFocus()

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """It was read."""
        self.close()
