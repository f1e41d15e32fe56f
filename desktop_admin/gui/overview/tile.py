"""One figure of the overview: what it is called, what it comes to, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.gui.overview.explaining import Explanation
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.elided_label import ElidedLabel
from desktop_admin.gui.widgets.keys import is_plain_enter
from desktop_admin.gui.widgets.restyle import restyle

ICON = 14
_ARROW = 12


class Standing(Enum):
    """How it stands with what a tile shows."""

    WAITING = "waiting"
    THERE = "there"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a tile: a figure, what it is of, and what is said beside it."""

    figure: str
    unit: str = ""
    note: str = ""
    note_ink: str = "muted"
    #: The icon before the note.
    icon: str = ""
    #: As large as the first line.
    large: bool = False
    ink: str = "text"
    #: The note is a name, which may be cut where there is no room; what it says is in the tooltip.
    name: bool = False


@dataclass(frozen=True, slots=True)
class TileText:
    """What a tile says. `meaning`: what it counts, in whole sentences."""

    caption: str
    meaning: str
    lines: tuple[Line, ...] = ()
    standing: Standing = Standing.THERE
    icon: str = ""
    #: It tells of something that is not right: it is tinted, and its caption coloured.
    warns: bool = False
    #: What a press does; empty: nothing.
    leads: str = ""


class Tile(QFrame):
    """Shows a `TileText`. A press, Enter or Space go where it leads; F1 and the small button tell
    what it counts."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = TileText("", "")
        self.setProperty("role", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon, self._caption = QLabel(), QLabel()
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._info = QPushButton()
        self._info.setProperty("role", "info")
        self._info.setAccessibleName(self.tr("What it counts"))
        self._info.clicked.connect(self.explain)
        head = QHBoxLayout()
        head.setSpacing(6)
        for part in (self._icon, self._caption):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._info)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 6, 8)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self._column.addStretch(1)
        theme.changed.connect(self._colour)

    def show_text(self, text: TileText) -> None:
        """Show this."""
        if text == self.text:
            return
        self.text = text
        self._caption.setText(text.caption)
        role = "tile_warns" if text.warns else "tile"
        self.setProperty("role", role)
        self._caption.setProperty("role", "orphan" if text.warns else "caption")
        self._icon.setVisible(bool(text.icon))
        body = self._lines(text)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if text.leads else Qt.CursorShape.ArrowCursor
        )
        said = [" ".join(filter(None, (one.figure, one.unit, one.note))) for one in text.lines]
        self.setAccessibleName(", ".join([text.caption, *said]))
        self.setAccessibleDescription(" ".join(filter(None, (text.meaning, text.leads))))
        names = [one.note for one in text.lines if one.name]
        self.setToolTip(tooltip("\n".join(filter(None, (*names, text.meaning, text.leads)))))
        self._info.setAccessibleDescription(text.meaning)
        self._info.setToolTip(tooltip(text.meaning))
        restyle(self, self._caption)
        self._colour()
        self.updateGeometry()

    @Slot()
    def explain(self) -> None:
        """Tell what the figure counts, until a key or the mouse is pressed."""
        below = self._info.mapToGlobal(QPoint(0, self._info.height() + 2))
        Explanation(self.text.caption, self.text.meaning, self._info).open_at(below)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press with the mouse."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self._press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it as well; F1 asks what it counts."""
        if is_plain_enter(event) or event.key() == Qt.Key.Key_Space:
            self._press()
        elif event.key() == Qt.Key.Key_F1:
            self.explain()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self.text.leads:
            self.pressed.emit()

    def _lines(self, text: TileText) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(1)
        for line in text.lines:
            column.addWidget(self._line(line))
        return body

    def _line(self, line: Line) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        figure = _label(line.figure, f"{'figure' if line.large else 'second'}_{line.ink}")
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignBottom)
        figure.setVisible(bool(line.figure))
        if line.unit:
            row.addWidget(_label(line.unit, "caption"), 0, Qt.AlignmentFlag.AlignBottom)
        if line.figure:
            row.addStretch(1)
        if line.note:
            row.addSpacing(8 if line.figure else 0)
            if line.icon:
                arrow = QLabel()
                ratio = self.devicePixelRatio()
                arrow.setPixmap(self._theme.icons.pixmap(line.icon, line.note_ink, _ARROW, ratio))
                row.addWidget(arrow)
            row.addWidget(_note(line), 1 if line.name else 0)
        if not line.figure and not line.name:
            row.addStretch(1)
        return widget

    @Slot()
    def _colour(self) -> None:
        icons, ratio = self._theme.icons, self.devicePixelRatio()
        self._info.setIcon(icons.icon("question", "muted", size=ICON))
        text = self.text
        if text.icon:
            ink = "orphan" if text.warns else "muted"
            self._icon.setPixmap(icons.pixmap(text.icon, ink, ICON, ratio))
        if any(line.icon for line in text.lines):
            body = self._lines(text)
            self._column.replaceWidget(self._body, body)
            self._body.hide()
            self._body.deleteLater()
            self._body = body


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def _note(line: Line) -> QLabel:
    if not line.name:
        return _label(line.note, f"note_{line.note_ink}")
    label = ElidedLabel()
    label.setText(line.note)
    label.setProperty("role", f"note_{line.note_ink}")
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
