"""A few choices side by side in one frame: a currency, a grain of time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.choice import Choice
from desktop_admin.gui.widgets.tab_stop import keep_one_tab_stop

_ICON = 16


class Segments(Choice):
    """Joined buttons; what they offer may change."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.finish()

    def offer(self, names: Mapping[str, str], chosen: str) -> None:
        """Offer these, by key, and show `chosen` as chosen; tells nobody."""
        had_keyboard = self.isAncestorOf(self.window().focusWidget())
        if list(self.buttons) != list(names):
            self._rebuild(names)
        for key, button in self.buttons.items():
            button.setText(names[key])
            button.setChecked(key == chosen)
        if had_keyboard:
            self.buttons[chosen].setFocus()

    def _rebuild(self, names: Mapping[str, str]) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self.row.removeWidget(button)
            button.deleteLater()
        self.buttons.clear()
        last = len(names) - 1
        for number, key in enumerate(names):
            button = QPushButton(names[key], self)
            place = "only" if not last else {0: "first", last: "last"}.get(number, "middle")
            button.setProperty("place", place)
            self.add(key, button, "segment", _ICON)
            self.row.addWidget(button)
            button.show()
        keep_one_tab_stop(self._group)

    def colour(self) -> None:
        """They have no icons."""
