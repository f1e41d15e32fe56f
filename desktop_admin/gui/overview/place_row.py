"""A boutique in one line of a card; a press, Enter or Space lead to its sales."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from desktop_admin.gui.text import tooltip
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.elided_label import ElidedLabel
from desktop_admin.gui.widgets.keys import is_plain_enter
from desktop_admin.gui.widgets.restyle import restyle

ICON = 16


@dataclass(frozen=True, slots=True)
class PlaceText:
    """What a line says of a boutique."""

    boutique_id: int
    name: str
    middle: str
    end: str
    #: The icon before the end, and its ink.
    icon: str = ""
    ink: str = "muted"
    #: The same in whole words.
    meaning: str = ""


class PlaceRow(QFrame):
    """Shows a `PlaceText`."""

    #: Carries the boutique's id.
    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text: PlaceText | None = None
        self.setProperty("role", "place_row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        self._place, self._sign = QLabel(), QLabel()
        self._sign.setFixedWidth(ICON)
        self._name = ElidedLabel()
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._middle, self._end = QLabel(), QLabel()
        self._middle.setProperty("role", "caption")
        for label in (self._middle, self._end):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._place)
        row.addWidget(self._name, 1)
        row.addWidget(self._middle)
        row.addSpacing(4)
        row.addWidget(self._sign)
        row.addWidget(self._end)

    def show_text(self, text: PlaceText, middle_width: int = 0, end_width: int = 0) -> None:
        """Show this; widths that all lines share keep their columns straight."""
        self._middle.setMinimumWidth(middle_width)
        self._end.setMinimumWidth(end_width)
        if text == self.text:
            return
        self.text = text
        self._name.setText(text.name)
        self._middle.setText(text.middle)
        self._end.setText(text.end)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._middle.setAlignment(right)
        self._end.setProperty("role", f"note_{text.ink}" if text.ink != "good" else "note_text")
        restyle(self._end)
        said = [text.name, text.middle, text.end, text.meaning]
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setToolTip(tooltip("\n".join(filter(None, (text.name, text.meaning)))))
        self.colour()

    def widths(self) -> tuple[int, int]:
        """How wide the middle and the end want to be."""
        return self._middle.sizeHint().width(), self._end.sizeHint().width()

    def colour(self) -> None:
        """Draw the icons in the colours of the theme."""
        icons, ratio, text = self._theme.icons, self.devicePixelRatio(), self.text
        self._place.setPixmap(icons.pixmap("boutique", "muted", ICON, ratio))
        if text is not None and text.icon:
            self._sign.setPixmap(icons.pixmap(text.icon, text.ink, ICON, ratio))
        else:
            self._sign.clear()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press with the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it as well."""
        if is_plain_enter(event) or event.key() == Qt.Key.Key_Space:
            self._press()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self.text is not None:
            self.pressed.emit(self.text.boutique_id)
