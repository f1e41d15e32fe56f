"""Small blocks of plain text for panels: fields, tables of a few lines, notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.gui.text import one_line, tooltip
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.elided_label import ElidedLabel

ICON = 14
#: Below a part of a panel.
GAP = 12
#: So many letters of a text that may take several lines.
WRAPPED = 80


class Text(NamedTuple):
    """One text of a section; it is cut where there is no room, and told whole by its tooltip."""

    text: str
    role: str = ""
    icon: str = ""
    ink: str = "muted"
    right: bool = False
    fixed: bool = False
    tip: str = ""
    #: What a click on it does; such a text is a button.
    act: Callable[[], None] | None = None


class Field(NamedTuple):
    """A name, and its value on one or several lines."""

    name: str
    values: Sequence[Text]


class Link(QPushButton):
    """A text that leads somewhere."""

    def __init__(self, text: str, tip: str, act: Callable[[], None]) -> None:
        super().__init__(text.replace("&", "&&"))
        self._act = act
        self._text = text
        self.setProperty("role", "inline")
        self.setToolTip(tooltip(tip))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text where there is no room."""
        super().resizeEvent(event)
        room = self.width() - 2
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))

    @Slot()
    def _clicked(self) -> None:
        self._act()


def heading(text: str) -> QLabel:
    """The title of a section."""
    label = QLabel(one_line(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "head")
    return label


def rule() -> QFrame:
    """A line between two sections."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line


def note(text: str) -> QLabel:
    """A quiet sentence."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    return label


def sentence(theme: Theme, text: Text) -> QWidget:
    """An icon, and a sentence that takes as many lines as it needs."""
    label = note(text.text)
    label.setProperty("role", text.role)
    return _with_icon(theme, text, label)


def fields(theme: Theme, entries: Sequence[Field]) -> QWidget:
    """Names on the left, values on the right."""
    widget = QWidget()
    grid = _grid(widget)
    grid.setColumnStretch(1, 1)
    row = 0
    for entry in entries:
        name = QLabel(one_line(entry.name))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "muted")
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        for value in entry.values:
            grid.addWidget(_shown(theme, value), row, 1)
            row += 1
    return widget


def table(theme: Theme, rows: Sequence[Sequence[Text]]) -> QWidget:
    """Texts in columns, the first of which takes the room, and several lines where it must; a
    row of one text has the whole width for it."""
    widget = QWidget()
    grid = _grid(widget)
    grid.setColumnStretch(0, 1)
    columns = max(map(len, rows), default=1)
    for row, cells in enumerate(rows):
        if len(cells) == 1:
            grid.addWidget(_shown(theme, cells[0]), row, 0, 1, columns)
            continue
        for place, cell in enumerate(cells):
            shown = _shown(theme, cell) if place else _wrapped(theme, cell)
            grid.addWidget(shown, row, place, Qt.AlignmentFlag.AlignTop)
    return widget


def empty(layout: QVBoxLayout) -> None:
    """Take every section out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def put(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Let a layout hold exactly these sections; without any it takes no room."""
    empty(layout)
    for widget in widgets:
        layout.addWidget(widget)
    margins = layout.contentsMargins()
    margins.setBottom(GAP if widgets else 0)
    layout.setContentsMargins(margins)


def _grid(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    return grid


def _shown(theme: Theme, text: Text) -> QWidget:
    shown = one_line(text.text)
    if text.act is not None:
        return Link(shown, text.tip or text.text, text.act)
    label = ElidedLabel()
    label.setText(shown)
    label.setToolTip(tooltip(text.tip or text.text))
    label.setProperty("role", text.role)
    if text.fixed:
        label.setFont(theme.fixed_font())
    if text.right:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumWidth(label.sizeHint().width())
    if not text.icon:
        return label
    return _with_icon(theme, text, label)


def _wrapped(theme: Theme, text: Text) -> QWidget:
    label = note(one_line(text.text, WRAPPED))
    label.setToolTip(tooltip(text.tip or text.text))
    label.setProperty("role", text.role)
    return _with_icon(theme, text, label) if text.icon else label


def _with_icon(theme: Theme, text: Text, label: QLabel) -> QWidget:
    widget = QWidget()
    grid = _grid(widget)
    grid.setHorizontalSpacing(6)
    grid.setColumnStretch(1, 1)
    picture = QLabel()
    ratio = widget.devicePixelRatio()
    picture.setPixmap(theme.icons.pixmap(text.icon, text.ink, ICON, ratio))
    picture.setToolTip(tooltip(text.tip))
    grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label, 0, 1)
    return widget
