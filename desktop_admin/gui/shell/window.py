"""The main window: navigation, connection, screens and status line."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMainWindow

from desktop_admin.gui._built.ui_main_window import Ui_MainWindow
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.session import State
from desktop_admin.gui.shell.closing import Closing
from desktop_admin.gui.shell.connection_view import view_of
from desktop_admin.gui.shell.corner import Corner
from desktop_admin.gui.shell.doors import Doors
from desktop_admin.gui.shell.navigation import Navigation
from desktop_admin.gui.shell.period_control import PeriodControl
from desktop_admin.gui.shell.places import Place, places
from desktop_admin.gui.shell.screen import Badge, Screen
from desktop_admin.gui.shell.search import SearchField
from desktop_admin.gui.shell.toast import Toast
from desktop_admin.gui.shell.top_bar import TopBar
from desktop_admin.gui.shell.watcher import News, Watcher
from desktop_admin.gui.shell.work_line import WorkLine
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets.keys import is_plain_enter

NARROW = 1_180
NARROW_NAVIGATION = 58
SMALLEST = QSize(880, 520)
#: What the keys of the digits 1 to 9 give on a French or Belgian keyboard.
AZERTY = "&é\"'(-è_ç"
#: Where the orphans wait.
ORPHANS = "repair"
_PLACE = "window.place"
_GEOMETRY = "window.geometry"
_SAVE_MS = 2_000


class MainWindow(QMainWindow):
    """Holds the screens, makes each when it is first looked at, and tells it when to read."""

    #: The window has been painted for the first time, and its first screen was made.
    painted = Signal()
    #: The window was closed, and nothing is under way any more.
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._ui = Ui_MainWindow()
        self._ui.setupUi(self)
        self.setMinimumSize(SMALLEST)
        self._painted = False
        self._places: dict[str, Place] = {place.key: place for place in places()}
        self._screens: dict[str, Screen] = {}
        #: Screens that do not show what the database holds now.
        self._stale: set[str] = set()
        self._make_parts()
        self._second = self._timer(1_000, self._say_age)
        self._saving = self._timer(_SAVE_MS, self._save_memory)
        self._connect_parts()
        self._add_shortcuts()
        formats = context.formats
        zone = fill(self.tr("%1 time, %2"), formats.city, formats.offset(context.clock()))
        self._ui.status_zone.setText(zone)
        self.where.say()

    def _make_parts(self) -> None:
        context, ui = self.context, self._ui
        self.navigation = Navigation(context.theme, list(self._places.values()), self)
        ui.places.addWidget(self.navigation)
        self.where = Corner(ui, context, self)
        self.period = PeriodControl(context.theme, context.period, context.formats)
        ui.period_place.addWidget(self.period)
        self.search = SearchField(context, self)
        ui.search_place.addWidget(self.search)
        ui.top_bar_layout.setStretchFactor(ui.search_place, 3)
        self.watcher = Watcher(context, self)
        self.work = WorkLine(context.jobs, ui.status_work, ui.status_progress, ui.status_cancel)
        self.toast = Toast(context.theme, context.messages, ui.screens)
        self.closing = Closing(context.jobs, context.changes, context.theme, self.close, self)
        self.doors = Doors(context, self)
        ui.settings.setText(self.tr("Se&ttings"))
        self.bar = TopBar(ui, self)

    def _connect_parts(self) -> None:
        context, ui = self.context, self._ui
        self.navigation.chosen.connect(self._go)
        self.navigation.widened.connect(self._fit_navigation)
        ui.refresh.clicked.connect(self.refresh)
        ui.news.clicked.connect(self.refresh)
        ui.lost_retry.clicked.connect(self.watcher.look)
        ui.settings.clicked.connect(self._open_settings)
        ui.connection.pressed.connect(self._open_connections)
        ui.here.pressed.connect(self._open_connections)
        self.watcher.news_changed.connect(self._say_news)
        self.watcher.looked.connect(self._say_badges)
        context.session.changed.connect(self._session_changed)
        context.theme.changed.connect(self.where.colour)
        context.ways.wanted.connect(self.go_to)
        context.ways.edit_wanted.connect(self.doors.manage)

    def screen_of(self, key: str) -> Screen:
        """The screen of a place, made when it is first asked for."""
        screen = self._screens.get(key)
        if screen is None:
            screen = self._places[key].make(self.context)
            screen.status_changed.connect(self._say_status)
            screen.refreshed.connect(self._say_age)
            screen.badge_changed.connect(self._say_badges)
            self.watcher.news_changed.connect(screen.news)
            self._screens[key] = screen
            self._stale.add(key)
            self._ui.screens.addWidget(screen)
        return screen

    @property
    def current(self) -> Screen:
        """The screen one looks at; there is none before the first painting."""
        return self.screen_of(self.navigation.current)

    @Slot()
    def refresh(self) -> None:
        """Read again what one looks at; the others when they are next looked at."""
        if not self.navigation.current:
            return
        if self.context.session.state is State.LOST:
            self.watcher.look()
            return
        self.watcher.refreshed()
        self._stale = set(self._screens) - {self.navigation.current}
        self.current.refresh()

    @Slot(object)
    def go_to(self, goto: Goto) -> None:
        """Go to a place and show there what is named."""
        if goto.place in self._places:
            self.navigation.choose(goto.place)
            self.current.show_goto(goto)

    def restore(self) -> bool:
        """Stand where the window stood the last time; False where nobody knows."""
        known = self.context.memory.get(_GEOMETRY, "")
        return bool(known) and self.restoreGeometry(QByteArray(base64.b64decode(known)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._enter)

    @Slot()
    def _enter(self) -> None:
        """The frame stands: go where one was the last time, or choose a connection first."""
        if self.context.session.state is State.NONE:
            self._set_apart()
            self.doors.welcome(self._ui.screens)
            return
        last = self.context.memory.get(_PLACE, "")
        self.navigation.choose(last if last in self._places else next(iter(self._places)))
        self._session_changed()
        self.painted.emit()

    def _set_apart(self) -> None:
        """Without a connection there is nowhere to go."""
        ui = self._ui
        for part in (self.navigation, self.period, self.search, ui.refresh):
            part.setEnabled(False)
        self.where.say()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Vanish at once, unless a change is under way; the application then ends the rest."""
        if not self.closing.may_close:
            event.ignore()
            return
        for timer in (self._second, self._saving):
            timer.stop()
        self.watcher.stop()
        geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self.context.memory.put(_GEOMETRY, geometry)
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the keyboard is at, as in a dialog."""
        button = self.focusWidget()
        if is_plain_enter(event) and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, leave it to the table."""
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        self.navigation.show_names(wide)
        self._ui.settings.setText(self.tr("Se&ttings") if wide else "")
        self.where.show_names(wide)
        self._fit_navigation()

    @Slot()
    def _fit_navigation(self) -> None:
        """The navigation is as wide as its longest name."""
        wide = self.width() >= NARROW
        edges = self._ui.places.contentsMargins()
        width = edges.left() + self.navigation.wide_width() + edges.right()
        self._ui.navigation.setFixedWidth(width if wide else NARROW_NAVIGATION)

    def _timer(self, interval: int, action: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(action)
        timer.start()
        return timer

    def _add_shortcuts(self) -> None:
        navigation, period, back = self.navigation, self.context.period, self.context.changes.back
        pairs: list[tuple[str, Callable[[], None]]] = [
            (f"Ctrl+{sign}", partial(navigation.choose, key))
            for number, key in enumerate(self._places, start=1)
            # On AZERTY a digit needs Shift: what its key gives without it leads there too.
            for sign in (str(number), AZERTY[number - 1])
        ]
        pairs += [
            ("Ctrl+PgDown", partial(navigation.step, 1)),
            ("Ctrl+PgUp", partial(navigation.step, -1)),
            ("F5", self.refresh),
            ("Ctrl+F", self._focus_filter),
            ("Ctrl+K", self.search.start),
            *(("Ctrl+Z", back.undo_last), ("Ctrl+Y", back.redo_last)),
            ("Alt+Left", partial(period.move, -1)),
            ("Alt+Right", partial(period.move, 1)),
        ]
        for keys, action in pairs:
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    @Slot()
    def _focus_filter(self) -> None:
        if self.navigation.current:
            self.current.focus_filter()

    @Slot(str)
    def _go(self, key: str) -> None:
        if key in self._screens:
            self._show(key)
            return
        # Making a screen takes about as long as showing it: the window answers in between.
        self.screen_of(key)
        QTimer.singleShot(0, self, lambda: self._show(key))

    def _show(self, key: str) -> None:
        if key != self.navigation.current:
            return
        screen = self.screen_of(key)
        self._ui.screens.setCurrentWidget(screen)
        self.context.memory.put(_PLACE, key)
        if not self.navigation.has_keyboard:
            screen.take_focus()
        if key in self._stale and self.context.session.state is State.OPEN:
            self._stale.discard(key)
            screen.refresh()
        self._say_status()
        self._say_age()

    @Slot()
    def _session_changed(self) -> None:
        session = self.context.session
        self.setWindowTitle(f"{view_of(session).name} — Boutique Admin")
        self.where.say()
        self._say_age()
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
        if not self.navigation.current:
            return
        moment = self.current.refreshed_at
        formats = self.context.formats
        self.where.say_lost(formats.minute(moment) if moment else "")
        self.bar.say_age(moment, self.context.clock(), formats)

    @Slot(object)
    def _say_news(self, news: News) -> None:
        parts = []
        if news.sales:
            parts.append(self.tr("New sales"))
        if news.orphans > 0:
            parts.append(self.tr("%Ln more orphan(s)", "", news.orphans))
        elif news.orphans < 0:
            parts.append(self.tr("%Ln fewer orphan(s)", "", -news.orphans))
        if news.others:
            parts.append(self.tr("Changes by others"))
        meaning = self.tr(
            "Press to see them. Looked for now and then: the newest sale, the number of "
            "orphans, the journal, where the terminals are. A sale that the server cancels "
            "or moves, or an amount it corrects, is seen only after a refresh."
        )
        self.bar.say_news(" · ".join(parts), meaning)

    @Slot()
    def _say_badges(self) -> None:
        marker, formats = self.watcher.marker, self.context.formats
        if marker is not None:
            count = formats.count(marker.orphans) if marker.orphans else ""
            meaning = self.tr("%Ln orphan sale(s)", "", marker.orphans)
            self.navigation.show_badge(ORPHANS, count, meaning)
        found = {k: b for one in self._screens.values() for k, b in one.badges_elsewhere().items()}
        for key, screen in self._screens.items():
            found[key] = Badge(screen.badge(), screen.badge_meaning())
        for key, badge in found.items():
            if key != ORPHANS:
                self.navigation.show_badge(key, *badge)

    @Slot()
    def _open_settings(self) -> None:
        self.doors.open_settings(self._ui.settings)

    @Slot()
    def _open_connections(self) -> None:
        self.doors.open_connections(self.where.menu_place())

    @Slot()
    def _save_memory(self) -> None:
        memory = self.context.memory
        if memory.unsaved:
            self.context.jobs.ask(
                lambda _: memory.save(), _saved, _saved, owner=self, topic="memory", quiet=True
            )


def _saved(_: object) -> None:
    """Nothing is left to do: what could not be saved is in the log, and tried again."""
