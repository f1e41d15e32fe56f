"""The list of places on the left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop_admin.gui.shell.places import Place
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.tab_stop import keep_one_tab_stop

ICON = 18


class Navigation(QWidget):
    """One button for each place, of which one is chosen; the arrow keys move between them."""

    #: The key of the place that was chosen.
    chosen = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[Place], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places = {place.key: place for place in entries}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(self.tr("Navigation"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, place in enumerate(entries, start=1):
            column.addWidget(self._button(place, number))
        keep_one_tab_stop(self._group)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def has_keyboard(self) -> bool:
        """Whether one moves through the places with the keyboard just now."""
        return any(button.hasFocus() for button in self._buttons.values())

    @property
    def current(self) -> str:
        """The key of the chosen place."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a place, as a click would."""
        self._buttons[key].setChecked(True)
        self.chosen.emit(key)

    def step(self, by: int) -> None:
        """Choose the next place (1) or the one before (-1); round at the ends."""
        keys = list(self._places)
        self.choose(keys[(keys.index(self.current) + by) % len(keys)])

    def show_names(self, names: bool) -> None:
        """Show icon and name, or, where there is little room, the icon alone."""
        for key, button in self._buttons.items():
            button.setText(self._places[key].name if names else "")

    def _button(self, place: Place, number: int) -> QPushButton:
        button = QPushButton(place.name)
        button.setProperty("role", "place")
        button.setCheckable(True)
        button.setIconSize(QSize(ICON, ICON))
        plain = place.name.replace("&", "")
        keys = QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
        button.setAccessibleName(plain)
        button.setToolTip(f"{plain} ({keys})")
        # A click is meant for the screen: it leaves the keyboard there.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._clicked, place.key))
        self._buttons[place.key] = button
        self._group.addButton(button)
        return button

    def _clicked(self, key: str, _checked: bool = False) -> None:
        self.chosen.emit(key)

    @Slot()
    def _colour(self) -> None:
        for key, button in self._buttons.items():
            name = self._places[key].icon
            button.setIcon(self._theme.icons.icon(name, "muted", "accent", ICON))
