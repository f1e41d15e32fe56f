"""A card of the overview: a head, a body, and what is said while the body is not there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.gui.widgets.elided_label import ElidedLabel


class Card(QFrame):
    """Shows its body, or says that it is being read, that it could not be, or that there is
    nothing."""

    #: What could not be read is wanted again.
    retry_wanted = Signal()

    def __init__(self, title: str, body: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._title = QLabel(title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "strong")
        self.note = ElidedLabel()
        self.note.setProperty("role", "caption")
        row.addWidget(self._title)
        row.addWidget(self.note, 1)
        self._head = row
        column.addWidget(head)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setProperty("role", "muted")
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.clicked.connect(self._try_again)
        self._state = QWidget()
        state = QHBoxLayout(self._state)
        state.setContentsMargins(12, 12, 12, 12)
        state.addWidget(self._said, 1)
        state.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignTop)
        self.body = body
        column.addWidget(self._state)
        column.addWidget(body)
        self.wait()

    @property
    def title(self) -> str:
        """What it is called."""
        return self._title.text()

    def add_to_head(self, part: QWidget) -> None:
        """Put something at the right end of the head."""
        self._head.addWidget(part)

    def wait(self) -> None:
        """Say that it is being read."""
        self._say(self.tr("Being read…"))

    def fail(self) -> None:
        """Say that it could not be read."""
        self._say(self.tr("It could not be read."), retry=True)

    def nothing(self, text: str) -> None:
        """Say that there is nothing to show."""
        self._say(text)

    def show_body(self) -> None:
        """Show what was read."""
        self._state.hide()
        self.body.show()

    @property
    def said(self) -> str:
        """What is said in place of the body; empty where that is shown."""
        return "" if self._state.isHidden() else self._said.text()

    def _say(self, text: str, *, retry: bool = False) -> None:
        self._said.setText(text)
        self._retry.setVisible(retry)
        self._state.show()
        self.body.hide()

    @Slot()
    def _try_again(self) -> None:
        self.retry_wanted.emit()
