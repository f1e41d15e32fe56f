"""What remains after a repair, cause by cause, each with the button that leads to its solution."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_admin.gui.repair.report.content import Cause, Way
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.sections import empty, note, rule

ICON = 16


class Causes(QObject):
    """The causes, one under the other."""

    #: The button of a cause was pressed; carries the `Cause`.
    wanted = Signal(object)

    def __init__(self, theme: Theme, layout: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._theme = theme
        self._layout = layout
        self._icons: list[tuple[QLabel, Cause]] = []
        self.buttons: list[QPushButton] = []
        theme.changed.connect(self.colour)

    def show_causes(self, causes: Sequence[Cause]) -> None:
        """Show these."""
        empty(self._layout)
        self._icons, self.buttons = [], []
        names = _names()
        for number, cause in enumerate(causes):
            if number:
                self._layout.addWidget(rule())
            self._layout.addWidget(self._section(cause, names[cause.way]))
        self.colour()

    def _section(self, cause: Cause, name: str) -> QFrame:
        frame = QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(12, 10, 12, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        icon = QLabel()
        grid.addWidget(icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._icons.append((icon, cause))
        title = note(cause.title)
        title.setProperty("role", "strong")
        grid.addWidget(title, 0, 1)
        for row, text in enumerate((cause.help, cause.amounts), start=1):
            if text:
                line = note(text)
                line.setProperty("role", "caption")
                grid.addWidget(line, row, 1)
        button = QPushButton(name)
        button.setProperty("role", "small")
        button.setAccessibleDescription(f"{cause.title}. {cause.help}")
        button.clicked.connect(partial(self._pressed, cause))
        grid.setRowMinimumHeight(3, 4)
        grid.addWidget(button, 4, 1, Qt.AlignmentFlag.AlignLeft)
        self.buttons.append(button)
        return frame

    def _pressed(self, cause: Cause, _checked: bool = False) -> None:
        self.wanted.emit(cause)

    def colour(self) -> None:
        """Draw the icons in the colours of the theme."""
        ratio = self._window.devicePixelRatio()
        for label, cause in self._icons:
            label.setPixmap(self._theme.icons.pixmap(cause.icon, cause.ink, ICON, ratio))


def _names() -> dict[Way, str]:
    return {
        Way.ANALYSE: QCoreApplication.translate("RepairReport", "Analyse again"),
        Way.CHOOSE: QCoreApplication.translate("RepairReport", "Analyse and choose"),
        Way.ASSIGN: QCoreApplication.translate("RepairReport", "Assign the terminals"),
        Way.SALES: QCoreApplication.translate("RepairReport", "Show the sales"),
    }
