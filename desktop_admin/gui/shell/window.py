"""The main window: navigation, connection, screens and status line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow

from desktop_admin.gui._built.ui_main_window import Ui_MainWindow
from desktop_admin.gui.context import Context
from desktop_admin.gui.session import State
from desktop_admin.gui.shell.connection_view import view_of
from desktop_admin.gui.shell.navigation import Navigation
from desktop_admin.gui.shell.places import Place, places
from desktop_admin.gui.shell.screen import Screen
from desktop_admin.gui.text import fill, tooltip

NARROW = 1_120
WIDE_NAVIGATION = 220
NARROW_NAVIGATION = 58
SMALLEST = QSize(880, 520)


class MainWindow(QMainWindow):
    """Holds the screens, makes each when it is first looked at, and tells it when to read."""

    #: The window has been painted for the first time.
    painted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ui = Ui_MainWindow()
        self._ui.setupUi(self)
        self.setMinimumSize(SMALLEST)
        self._painted = False
        self._places: dict[str, Place] = {place.key: place for place in places()}
        self._screens: dict[str, Screen] = {}
        #: Screens that do not show what the database holds now.
        self._stale: set[str] = set()
        self.navigation = Navigation(context.theme, list(self._places.values()), self)
        self._ui.places.addWidget(self.navigation)
        self.navigation.chosen.connect(self._go)
        self._ui.refresh.clicked.connect(self.refresh)
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._say_age)
        context.session.changed.connect(self._session_changed)
        context.jobs.busy_changed.connect(self._busy_changed)
        context.theme.changed.connect(self._colour)
        self._add_shortcuts()
        self._second.start()
        zone = context.formats.zone_name(context.clock())
        self._ui.status_zone.setText(fill(self.tr("Times of %1"), zone))
        self.navigation.choose(next(iter(self._places)))
        self._session_changed()

    def screen_of(self, key: str) -> Screen:
        """The screen of a place, made when it is first asked for."""
        screen = self._screens.get(key)
        if screen is None:
            screen = self._places[key].make(self._context)
            screen.status_changed.connect(self._say_status)
            screen.refreshed.connect(self._say_age)
            self._screens[key] = screen
            self._stale.add(key)
            self._ui.screens.addWidget(screen)
        return screen

    @property
    def current(self) -> Screen:
        """The screen one looks at."""
        return self.screen_of(self.navigation.current)

    @Slot()
    def refresh(self) -> None:
        """Read again what one looks at; the others when they are next looked at."""
        self._stale = set(self._screens) - {self.navigation.current}
        self.current.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Vanish at once; the application then ends the work and lets go of the database."""
        self._second.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, leave it to the table."""
        super().resizeEvent(event)
        wide = self._wide
        ui = self._ui
        ui.navigation.setFixedWidth(WIDE_NAVIGATION if wide else NARROW_NAVIGATION)
        self.navigation.show_names(wide)
        for label in (ui.connection_name, ui.connection_state, ui.connection_state_icon):
            label.setVisible(wide)
        ui.connection_kind.setVisible(wide and bool(ui.connection_kind.text()))

    @property
    def _wide(self) -> bool:
        return self.width() >= NARROW

    def _add_shortcuts(self) -> None:
        navigation = self.navigation
        pairs: list[tuple[str, Callable[[], None]]] = [
            (f"Ctrl+{number}", partial(navigation.choose, key))
            for number, key in enumerate(self._places, start=1)
        ]
        # Digits need Shift on AZERTY: these keys work everywhere.
        pairs += [
            ("Ctrl+PgDown", partial(navigation.step, 1)),
            ("Ctrl+PgUp", partial(navigation.step, -1)),
            ("F5", self.refresh),
            ("Ctrl+F", self._focus_filter),
        ]
        for keys, action in pairs:
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    @Slot()
    def _focus_filter(self) -> None:
        self.current.focus_filter()

    @Slot(str)
    def _go(self, key: str) -> None:
        screen = self.screen_of(key)
        self._ui.screens.setCurrentWidget(screen)
        if not self.navigation.has_keyboard:
            screen.take_focus()
        if key in self._stale and self._context.session.state is State.OPEN:
            self._stale.discard(key)
            screen.refresh()
        self._say_status()
        self._say_age()

    @Slot()
    def _session_changed(self) -> None:
        session = self._context.session
        view = view_of(session)
        ui = self._ui
        self.setWindowTitle(f"{view.name} — Boutique Admin")
        ui.connection_name.setText(view.name)
        ui.connection_kind.setText(view.kind)
        ui.connection_kind.setVisible(bool(view.kind) and self._wide)
        ui.connection_state.setText(view.state)
        ui.connection.setToolTip(tooltip(f"{view.name}\n{view.state}\n{view.place}"))
        ui.connection.setAccessibleName(f"{view.name}, {view.kind}, {view.state}")
        ui.access.setVisible(bool(view.access))
        ui.access_text.setText(view.access)
        ui.access.setToolTip(tooltip(view.access_tooltip))
        ui.access.setAccessibleName(view.access)
        ui.access.setAccessibleDescription(view.access_tooltip)
        self._colour()
        if session.state is State.OPEN:
            self._stale = set(self._screens)
            self._go(self.navigation.current)

    @Slot()
    def _say_status(self) -> None:
        status = self.current.status()
        self._ui.status_rows.setText(status.rows)
        self._ui.status_selection.setText(status.selection)
        self._ui.status_selection.setToolTip(status.selection_tooltip)

    @Slot()
    def _say_age(self) -> None:
        moment = self.current.refreshed_at
        if moment is None:
            self._ui.updated.clear()
            return
        passed = max(timedelta(), self._context.clock() - moment)
        seconds = int(passed.total_seconds())
        formats = self._context.formats
        if seconds < 5:
            text = self.tr("Updated just now")
        elif seconds < 60:
            text = fill(self.tr("Updated %1 s ago"), str(seconds))
        elif seconds < 3600:
            text = fill(self.tr("Updated %1 min ago"), str(seconds // 60))
        else:
            text = fill(self.tr("Updated on %1"), formats.minute(moment))
        self._ui.updated.setText(text)
        self._ui.updated.setToolTip(tooltip(formats.exact(moment)))

    @Slot(bool)
    def _busy_changed(self, busy: bool) -> None:
        self._ui.status_work.setText(self.tr("Reading…") if busy else "")

    @Slot()
    def _colour(self) -> None:
        icons = self._context.theme.icons
        view = view_of(self._context.session)
        ratio = self.devicePixelRatio()
        ui = self._ui
        ink = "error" if self._context.session.state is State.FAILED else "muted"
        ui.connection_icon.setPixmap(icons.pixmap("database", ink, 20, ratio))
        ui.connection_state_icon.setPixmap(icons.pixmap(view.state_icon, view.state_ink, 14, ratio))
        ui.refresh.setIcon(icons.icon("refresh", "text", size=16))
        if view.access_icon:
            ui.access_icon.setPixmap(icons.pixmap(view.access_icon, "muted", 14, ratio))
