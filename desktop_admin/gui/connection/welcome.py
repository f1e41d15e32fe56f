"""What stands in the window before any connection was saved: the demo, or one's own database."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.gui._built.ui_welcome import Ui_WelcomePage
from desktop_admin.gui.theme import Theme

ICON = 48


class WelcomePage(QWidget):
    """Offers two ways in, and nothing else."""

    #: The demo is wanted.
    demo_wanted = Signal()
    #: A connection of one's own is wanted.
    connection_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_WelcomePage()
        self._ui.setupUi(self)
        self._theme = theme
        self.setFocusProxy(self._ui.demo)
        self._ui.demo.clicked.connect(self.demo_wanted)
        self._ui.connect_database.clicked.connect(self.connection_wanted)
        theme.changed.connect(self._colour)
        self._colour()

    @Slot()
    def _colour(self) -> None:
        icons, ratio = self._theme.icons, self.devicePixelRatio()
        self._ui.icon.setPixmap(icons.pixmap("database", "accent", ICON, ratio))
        self._ui.demo.setIcon(icons.icon("demo", "text", size=16))
        self._ui.connect_database.setIcon(icons.icon("plug", "accent_text", size=16))
