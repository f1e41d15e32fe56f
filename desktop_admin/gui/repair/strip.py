"""What the analysis found, in one line of figures: all of it, and by confidence."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.money import Money
from desktop_admin.domain.preview import Sum
from desktop_admin.gui.formats import NO_BREAK_SPACE, Formats
from desktop_admin.gui.repair.words import Sureness
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.elided_label import ElidedLabel
from desktop_admin.gui.widgets.keys import is_plain_enter

ICON = 16


class Cell(QFrame):
    """One confidence: its name, how many sales, what they come to. A press goes to its rows."""

    pressed = Signal()

    def __init__(self, theme: Theme, sureness: Sureness) -> None:
        super().__init__()
        self._theme = theme
        self._sureness = sureness
        self.setProperty("role", "cell")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(sureness.meaning)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(6)
        self._icon = QLabel()
        self._name = QLabel(sureness.heading)
        self._name.setProperty("role", sureness.ink)
        head.addWidget(self._icon)
        head.addWidget(self._name)
        head.addStretch(1)
        grid.addLayout(head, 0, 0, 1, 2)
        self._count = QLabel("–")
        self._count.setProperty("role", "figure")
        grid.addWidget(self._count, 1, 0, 2, 1)
        self._amounts = (ElidedLabel(), ElidedLabel())
        for row, label in enumerate(self._amounts, start=1):
            label.setProperty("role", "caption")
            grid.addWidget(label, row, 1)
        theme.changed.connect(self._colour)
        self._colour()

    def show_sum(self, summed: Sum, formats: Formats, whole: Container[str]) -> None:
        """Say how many, and what they come to: two currencies in sight, all of them in words.
        `whole`: currencies in which no sale has a fraction."""
        moneys = [
            f"{formats.whole(cents)}{NO_BREAK_SPACE}{code}"
            if code in whole
            else formats.money(Money(code, cents))
            for code, cents in summed.amounts.items()
        ]
        self._count.setText(formats.count(summed.sales))
        self._amounts[0].setText(moneys[0] if moneys else "")
        self._amounts[1].setText(" · ".join(moneys[1:]))
        parts = [self._sureness.heading, formats.count(summed.sales), *moneys]
        self.setAccessibleName(", ".join(parts))
        self.setToolTip("\n".join([self._sureness.meaning, *moneys]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press with the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it as well."""
        if is_plain_enter(event) or event.key() == Qt.Key.Key_Space:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _colour(self) -> None:
        sure, ratio = self._sureness, self.devicePixelRatio()
        self._icon.setPixmap(self._theme.icons.pixmap(sure.icon, sure.ink, ICON, ratio))


class Strip(QFrame):
    """The first step of the repair: what was analysed, and what was found."""

    #: The rows of this confidence are wanted.
    wanted = Signal(object)

    def __init__(
        self, theme: Theme, formats: Formats, surenesses: Mapping[Confidence, Sureness]
    ) -> None:
        super().__init__()
        self._formats = formats
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self._head(), 5)
        self.cells: dict[Confidence, Cell] = {}
        for code, sureness in surenesses.items():
            line = QFrame()
            line.setProperty("role", "line")
            line.setFixedWidth(1)
            row.addWidget(line)
            cell = Cell(theme, sureness)
            cell.pressed.connect(partial(self.wanted.emit, code))
            row.addWidget(cell, 6)
            self.cells[code] = cell

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(0)
        column.addWidget(step("1", QCoreApplication.translate("Repair", "Analysis")))
        self.found, self.made = ElidedLabel(), ElidedLabel()
        for label in (self.found, self.made):
            label.setProperty("role", "caption")
            column.addWidget(label)
        return head

    def show_found(
        self,
        confidences: Mapping[Confidence, Sum],
        whole: Container[str],
        found: str,
        made: str,
    ) -> None:
        """Say what was found, and when."""
        self.found.setText(found)
        self.made.setText(made)
        for code, cell in self.cells.items():
            cell.show_sum(confidences[code], self._formats, whole)


def step(number: str, name: str) -> QWidget:
    """One of the three steps of the page: its number, and its name."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    shown, named = QLabel(number), QLabel(name)
    shown.setProperty("role", "step_now")
    shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    named.setProperty("role", "strong")
    row.addWidget(shown)
    row.addWidget(named)
    row.addStretch(1)
    return widget
