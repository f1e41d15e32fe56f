"""A row of chips of which exactly one is chosen, each with its count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop_admin.gui.formats import NO_BREAK_SPACE
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.tab_stop import keep_one_tab_stop

ICON = 16


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: what it stands for, its name, its icon and, where it warns, its colour."""

    key: str
    label: str
    icon: str = ""
    ink: str = "muted"
    tooltip: str = ""


class ChipButton(QPushButton):
    """A button with room for its text in bold, in which it is written once it is chosen."""

    def sizeHint(self) -> QSize:
        """The usual size, and what bold letters take more."""
        usual = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text())
        more -= self.fontMetrics().horizontalAdvance(self.text())
        return QSize(usual.width() + max(more, 0), usual.height())


class Chips(QWidget):
    """Chips side by side; the arrow keys move between them."""

    #: The key of the chip that was chosen.
    chosen = Signal(str)

    def __init__(self, theme: Theme, chips: Sequence[Chip], name: str) -> None:
        super().__init__()
        self._theme = theme
        self._chips = {chip.key: chip for chip in chips}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for chip in chips:
            row.addWidget(self._button(chip))
        row.addStretch(1)
        first = self._buttons[chips[0].key]
        first.setChecked(True)
        keep_one_tab_stop(self._group)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def current(self) -> str:
        """The key of the chosen chip."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose a chip, as a click would."""
        self._buttons[key].click()

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Show these counts; a chip without one shows its name alone."""
        for key, button in self._buttons.items():
            label = self._chips[key].label
            count = counts.get(key, "")
            button.setText(f"{label}{NO_BREAK_SPACE * 2}{count}" if count else label)

    def _button(self, chip: Chip) -> QPushButton:
        button = ChipButton(chip.label)
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setToolTip(chip.tooltip)
        button.setIconSize(QSize(ICON, ICON))
        button.clicked.connect(partial(self._clicked, chip.key))
        self._buttons[chip.key] = button
        self._group.addButton(button)
        return button

    def _clicked(self, key: str, _checked: bool = False) -> None:
        self.chosen.emit(key)

    @Slot()
    def _colour(self) -> None:
        for key, button in self._buttons.items():
            chip = self._chips[key]
            if chip.icon:
                button.setIcon(self._theme.icons.icon(chip.icon, chip.ink, "accent", ICON))
