"""What the window opens: the settings, the connections, the way in at the first start."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop_admin.gui.context import Context


class Doors(QObject):
    """Opens menus and dialogs over the window; each is made anew and deleted when it closes."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def session_changed(self) -> None:
        """The connection is another, or in another state."""

    def open_settings(self, button: QWidget) -> None:
        """Offer the settings above the button."""
        # Imported here, as every menu and dialog: the window is painted before any is opened.
        from desktop_admin.gui.shell.menus import settings_menu

        menu = settings_menu(self._context, self._window)
        corner = button.mapToGlobal(QPoint(0, 0))
        self._open(menu, QPoint(corner.x(), corner.y() - menu.sizeHint().height()))

    def open_connections(self, place: QPoint) -> None:
        """Offer the connections there."""
        from desktop_admin.gui.shell.menus import connections_menu

        menu = connections_menu(self._context, self.manage, self.prepare, self._window)
        self._open(menu, place)

    def manage(self) -> None:
        """Open the dialog of the connections."""

    def prepare(self) -> None:
        """Open the dialog that prepares the database for changes."""

    @staticmethod
    def _open(menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
