"""Says over the preview what is no longer as it was analysed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from desktop_admin.gui._built.ui_repair_notice import Ui_RepairNotice
from desktop_admin.gui.theme import Theme

ICON = 18


class RepairNotice(QFrame):
    """A sentence, and the way to a new analysis."""

    again_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ui = Ui_RepairNotice()
        self._ui.setupUi(self)
        self._ui.again.clicked.connect(self.again_wanted)
        theme.changed.connect(self._colour)
        self._colour()
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._ui.text.text() if not self.isHidden() else ""

    def say(self, text: str) -> None:
        """Say this; nothing: be gone."""
        self._ui.text.setText(text)
        self.setVisible(bool(text))

    @Slot()
    def _colour(self) -> None:
        ratio = self.devicePixelRatio()
        self._ui.icon.setPixmap(self._theme.icons.pixmap("warning", "orphan", ICON, ratio))
