"""A row of chips of which exactly one is chosen, each with its count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from desktop_admin.gui.formats import NO_BREAK_SPACE
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.choice import Choice
from desktop_admin.gui.widgets.flow_layout import FlowLayout

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


class Chips(Choice):
    """Chips side by side, the first one chosen."""

    def __init__(self, theme: Theme, chips: Sequence[Chip], name: str) -> None:
        super().__init__(theme, name)
        self._chips = {chip.key: chip for chip in chips}
        row = FlowLayout(self)
        for chip in chips:
            button = ChipButton(chip.label)
            button.setToolTip(chip.tooltip)
            self.add(chip.key, button, "chip", ICON)
            row.addWidget(button)
        self.buttons[chips[0].key].setChecked(True)
        self.finish()

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Show these counts; a chip without one shows its name alone."""
        for key, button in self.buttons.items():
            label = self._chips[key].label
            count = counts.get(key, "")
            button.setText(f"{label}{NO_BREAK_SPACE * 2}{count}" if count else label)

    def colour(self) -> None:
        """Icons in the colour of their chip, and the chosen one in the accent."""
        for key, button in self.buttons.items():
            chip = self._chips[key]
            if chip.icon:
                button.setIcon(self.theme.icons.icon(chip.icon, chip.ink, "accent", ICON))
