"""What the window opens: the settings, the connections, the way in at the first start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QDialog, QMenu, QStackedWidget, QWidget

from desktop_admin.gui.context import Context, Restart
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.messages import MessageKind
from desktop_admin.opening import DEMO
from desktop_admin.sources.base import Report, SourceError, SourceInfo


class Doors(QObject):
    """Opens menus and dialogs over the window; each is made anew and deleted when it closes.

    Each is loaded when it is first opened, because the window is painted before."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        context.changes.back.confirm = self.confirm_undo
        context.changes.back.confirm_again = self.confirm_redo

    def welcome(self, screens: QStackedWidget) -> None:
        """Offer the ways in, where no connection was ever chosen."""
        from desktop_admin.gui.connection.welcome import WelcomePage

        page = WelcomePage(self._context.theme)
        page.demo_wanted.connect(self._open_demo)
        page.connection_wanted.connect(self._connect)
        screens.addWidget(page)
        screens.setCurrentWidget(page)
        page.setFocus()

    def open_settings(self, button: QWidget) -> None:
        """Offer the settings above the button."""
        from desktop_admin.gui.shell.menus import settings_menu

        menu = settings_menu(self._context, self._window)
        corner = button.mapToGlobal(QPoint(0, 0))
        self._open(menu, QPoint(corner.x(), corner.y() - menu.sizeHint().height()))

    def open_connections(self, place: QPoint) -> None:
        """Offer the connections there."""
        from desktop_admin.gui.shell.menus import connections_menu

        menu = connections_menu(self._context, self.manage, self.prepare, self._window)
        self._open(menu, place)

    @Slot()
    def manage(self) -> None:
        """Open the dialog of the connections."""
        self._manage(new=False)

    @Slot()
    def prepare(self) -> None:
        """Open the dialog that prepares the database for changes."""
        from desktop_admin.gui.connection.prepare import PrepareDialog

        dialog = PrepareDialog(self._context, self._window)
        dialog.prepared.connect(self._look_again)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def confirm_undo(self, text: str, values: int, go_on: Callable[[], None]) -> None:
        """Ask whether to take this back, and go on if so."""
        meaning = self.tr("%Ln value(s) become what they were.", "", values)
        title, name = self.tr("Take this change back?"), self.tr("Take the change back")
        self._confirm(title, f"{text}\n{meaning}", name, go_on)

    def confirm_redo(self, text: str, values: int, go_on: Callable[[], None]) -> None:
        """Ask whether to make this again, and go on if so."""
        meaning = self.tr("%Ln value(s) are changed again.", "", values)
        title, name = self.tr("Make this change again?"), self.tr("Make the change again")
        self._confirm(title, f"{text}\n{meaning}", name, go_on)

    def _confirm(self, title: str, meaning: str, name: str, go_on: Callable[[], None]) -> None:
        from desktop_admin.gui.widgets.question import Answer, Question, Weight

        def answered(key: str) -> None:
            if key == "undo":
                go_on()

        Question(
            self._context.theme,
            self._window,
            title,
            meaning,
            [
                Answer("stay", self.tr("Change nothing"), Weight.STAY),
                Answer("undo", name, Weight.DO),
            ],
            answered,
        ).open()

    def _manage(self, *, new: bool) -> None:
        from desktop_admin.gui.connection.dialog import ConnectionDialog
        from desktop_admin.gui.connection.saving import Connections

        context = self._context
        preferences = context.preferences
        try:
            dialog = ConnectionDialog(
                context,
                Connections(preferences.load, preferences.save),
                preferences.passwords(),
                current=context.session.key,
                new=new,
                parent=self._window,
            )
        except OSError as error:
            text = self.tr("The settings cannot be read: %1").replace("%1", str(error.strerror))
            context.messages.say(text, MessageKind.ERROR)
            return
        dialog.finished.connect(self._managed)
        dialog.open()
        if not new and context.session.refused_login:
            dialog.ask_password()

    @Slot(int)
    def _managed(self, result: int) -> None:
        dialog = self.sender()
        chosen = getattr(dialog, "chosen", None)
        if isinstance(dialog, QDialog):
            dialog.deleteLater()
        if result and isinstance(chosen, str):
            self._context.ways.restart(Restart(source=chosen))

    @Slot()
    def _open_demo(self) -> None:
        self._context.ways.restart(Restart(source=DEMO))

    @Slot()
    def _connect(self) -> None:
        self._manage(new=True)

    @Slot()
    def _look_again(self) -> None:
        """The database may be changed now: learn what one is connected to."""
        source = self._context.session.source
        if source is None:
            return

        def work(_: Report) -> SourceInfo:
            return source.info()

        self._context.jobs.ask(
            work,
            self._context.session.come_back,
            self._failed,
            owner=self,
            topic="info",
            priority=Priority.FIRST,
        )

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)

    @staticmethod
    def _open(menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
