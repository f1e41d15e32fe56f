"""Boutiques below one another, in a card or in a part of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_admin.gui.overview.place_row import PlaceRow, PlaceText
from desktop_admin.gui.theme import Theme


class PlaceList(QWidget):
    """One line each; `more` is said below where not all are shown."""

    #: Carries the boutique's id.
    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[PlaceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(0)
        self._more = QLabel()
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setProperty("role", "caption")
        self._more.setContentsMargins(12, 4, 12, 4)
        self._column.addWidget(self._more)
        theme.changed.connect(self._colour)

    def show_places(self, texts: Sequence[PlaceText], more: str = "") -> None:
        """Show these; lines that stand already are used again."""
        while len(self.rows) > len(texts):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(texts):
            row = PlaceRow(self._theme)
            row.pressed.connect(self.pressed)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        for row, text in zip(self.rows, texts, strict=True):
            row.show_text(text)
        middle = max((row.widths()[0] for row in self.rows), default=0)
        end = max((row.widths()[1] for row in self.rows), default=0)
        for row, text in zip(self.rows, texts, strict=True):
            row.show_text(text, middle, end)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    @Slot()
    def _colour(self) -> None:
        for row in self.rows:
            row.colour()
