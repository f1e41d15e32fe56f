"""Buttons of which one is chosen: the places of the navigation, the chips over a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.tab_stop import keep_one_tab_stop


class Choice(QWidget):
    """A group of buttons by key; the arrow keys move between them. Subclasses make the buttons,
    then call `finish`, and draw their icons whenever the theme changes."""

    #: The key of the button that was chosen.
    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)

    @property
    def current(self) -> str:
        """The key of the chosen button; empty while none is."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a button, as a click would."""
        self.buttons[key].click()

    # What subclasses answer.
    def colour(self) -> None:
        """Draw every icon in the colours of the theme."""
        raise NotImplementedError

    # What subclasses call.
    def add(self, key: str, button: QPushButton, role: str, icon: int) -> None:
        """Take a button in; `role` is its look in the style sheet, `icon` the size of its icon."""
        button.setProperty("role", role)
        button.setCheckable(True)
        button.setIconSize(QSize(icon, icon))
        button.clicked.connect(partial(self._clicked, key))
        self.buttons[key] = button
        self._group.addButton(button)

    def finish(self) -> None:
        """All buttons are there."""
        keep_one_tab_stop(self._group)
        self.theme.changed.connect(self._theme_changed)
        self.colour()

    def _clicked(self, key: str, _checked: bool = False) -> None:
        self.chosen.emit(key)

    @Slot()
    def _theme_changed(self) -> None:
        self.colour()
