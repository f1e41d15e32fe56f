"""The list of places on the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_admin.gui.shell.places import Place
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.choice import Choice

ICON = 18


class Navigation(Choice):
    """One button for each place."""

    def __init__(self, theme: Theme, entries: Sequence[Place], parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Navigation"))
        self._places = {place.key: place for place in entries}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, place in enumerate(entries, start=1):
            column.addWidget(self._button(place, number))
        self.finish()

    @property
    def has_keyboard(self) -> bool:
        """Whether one moves through the places with the keyboard just now."""
        return any(button.hasFocus() for button in self.buttons.values())

    def step(self, by: int) -> None:
        """Choose the next place (1) or the one before (-1); round at the ends."""
        keys = list(self._places)
        self.choose(keys[(keys.index(self.current) + by) % len(keys)])

    def show_names(self, names: bool) -> None:
        """Show icon and name, or, where there is little room, the icon alone."""
        for key, button in self.buttons.items():
            button.setText(self._places[key].name if names else "")

    def colour(self) -> None:
        """Quiet icons, and the chosen one in the accent."""
        for key, button in self.buttons.items():
            name = self._places[key].icon
            button.setIcon(self.theme.icons.icon(name, "muted", "accent", ICON))

    def _button(self, place: Place, number: int) -> QPushButton:
        button = QPushButton(place.name)
        plain = place.name.replace("&", "")
        keys = QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
        button.setAccessibleName(plain)
        button.setToolTip(f"{plain} ({keys})")
        # A click is meant for the screen: it leaves the keyboard there.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add(place.key, button, "place", ICON)
        return button
