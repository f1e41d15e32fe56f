"""A row of chips of which exactly one is chosen, each with its count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QPushButton

from desktop_admin.gui.formats import NO_BREAK_SPACE
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.choice import Choice
from desktop_admin.gui.widgets.flow_layout import FlowLayout

ICON = 16
#: What a button takes for its icon: Qt leaves 4 between it and the text.
ICON_ROOM = ICON + 4
GAP = 8


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
        self._icons = True
        row = FlowLayout(self, GAP)
        for chip in chips:
            button = ChipButton(chip.label)
            button.setToolTip(chip.tooltip)
            self.add(chip.key, button, "chip", ICON)
            row.addWidget(button)
        self.buttons[chips[0].key].setChecked(True)
        self.finish()

    def label(self, key: str) -> str:
        """How a chip is called, without its count."""
        return self._chips[key].label

    def width_of_line(self, *, icons: bool) -> int:
        """How wide all chips are side by side, with or without their icons."""
        wide = 0
        for key, button in self.buttons.items():
            wide += button.sizeHint().width() + GAP
            if self._chips[key].icon and icons != self._icons:
                wide += ICON_ROOM if icons else -ICON_ROOM
        return wide - GAP

    def show_icons(self, shown: bool) -> None:
        """Leave the icons out where names and counts need their room."""
        if shown != self._icons:
            self._icons = shown
            self.colour()

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
            if chip.icon and self._icons:
                button.setIcon(self.theme.icons.icon(chip.icon, chip.ink, "accent", ICON))
            elif chip.icon:
                button.setIcon(QIcon())
