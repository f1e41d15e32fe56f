"""What stands where rows would: loading, nothing, or an error, always with the next step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.gui._built.ui_state_page import Ui_StatePage
from desktop_admin.gui.theme import Theme

ICON = 40


@dataclass(frozen=True, slots=True)
class StateText:
    """What is the case, what it means, and the name of the next step, if there is one, and of
    another one."""

    icon: str
    title: str
    meaning: str
    next_step: str = ""
    ink: str = "muted"
    other_step: str = ""


class StatePage(QWidget):
    """Says one `StateText`."""

    next_step = Signal()
    other_step = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_StatePage()
        self._ui.setupUi(self)
        self._theme = theme
        self._icon = ("hourglass", "muted")
        self.has_next_step = False
        self.setFocusProxy(self._ui.next_step)
        self._ui.next_step.clicked.connect(self.next_step)
        self._ui.other_step.clicked.connect(self.other_step)
        theme.changed.connect(self._colour)

    def say(self, text: StateText) -> None:
        """Show this."""
        self._icon = (text.icon, text.ink)
        self._ui.title.setText(text.title)
        self._ui.meaning.setText(text.meaning)
        self._ui.next_step.setText(text.next_step)
        self.has_next_step = bool(text.next_step)
        self._ui.next_step.setVisible(self.has_next_step)
        self._ui.other_step.setText(text.other_step)
        self._ui.other_step.setVisible(bool(text.other_step))
        self.setAccessibleName(text.title)
        self.setAccessibleDescription(text.meaning)
        self._colour()

    @Slot()
    def _colour(self) -> None:
        name, ink = self._icon
        ratio = self.devicePixelRatio()
        self._ui.icon.setPixmap(self._theme.icons.pixmap(name, ink, ICON, ratio))
