"""Where the window is put together, run, and taken apart."""

from __future__ import annotations

import argparse
import getpass
import logging
import os
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from desktop_admin import __version__, logs, opening, settings
from desktop_admin.crash import CrashHook
from desktop_admin.credentials import without_password
from desktop_admin.domain.changes import Operator
from desktop_admin.domain.clock import Clock, system_clock
from desktop_admin.gui.changes import Changes
from desktop_admin.gui.context import Context, Restart, Ways
from desktop_admin.gui.crash_dialog import CrashTeller
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.jobs import Jobs
from desktop_admin.gui.language import chosen_language, fall_silent, speak
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.messages import Messages
from desktop_admin.gui.orphans import Orphans
from desktop_admin.gui.period import PeriodChoice
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.session import Open, Session
from desktop_admin.gui.shell.window import MainWindow
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.theme.icons import draw
from desktop_admin.sources.base import Refused, SalesSource
from desktop_admin.wording.languages import LANGUAGES

#: The size at which every column of the sales is whole.
LARGE = QSize(1440, 900)
#: Under which key the connection is remembered that was opened last.
LAST = "connection.last"

#: So long a worker may keep the interpreter while the window waits for it: a fifth of what is
#: usual, because one painting may have to wait several times.
_SWITCH_S = 0.001

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Parts:
    """A window with everything it stands on."""

    context: Context
    window: MainWindow

    def start(self) -> None:
        """Show the shell; connect, which loads the database's libraries, once that is painted."""
        self.window.painted.connect(self.context.session.open)
        self.window.show()

    def start_sized(self) -> None:
        """The same, where the window stood the last time; the first time as large as the screen
        has room for, on a small screen all of it."""
        if not self.window.restore():
            room = self.window.screen().availableGeometry().size()
            self.window.resize(LARGE.boundedTo(room * 0.92))
            if room.width() < LARGE.width():
                self.window.setWindowState(Qt.WindowState.WindowMaximized)
        self.start()

    def stop(self) -> bool:
        """End the work, let go of the database, keep the layout; False where a worker does not
        end."""
        ended = self.context.jobs.close()
        if ended:
            self.context.session.close()
        self.context.memory.save()
        return ended

    def take_down(self) -> None:
        """Remove the window at once, with everything on it."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@dataclass(frozen=True, slots=True)
class Way:
    """Where a window leads: the name of its connection, and how that is opened (not at all where
    nobody has chosen one yet)."""

    name: str
    opener: Open | None
    #: How it is called on the command line.
    key: str = ""
    production: bool = False


def assemble(
    application: QApplication,
    *,
    way: Way,
    clock: Clock,
    language: str,
    preferences: Preferences | None = None,
    memory: Memory | None = None,
) -> Parts:
    """Put a window together; nothing is opened yet. Without `preferences` and `memory` it wears
    what the system wears, and remembers nothing."""
    sys.setswitchinterval(_SWITCH_S)
    preferences = preferences or Preferences(settings.Settings())
    memory = memory or Memory()
    chosen = preferences.settings
    jobs = Jobs()
    session = Session(jobs, way.name, way.opener, key=way.key, production=way.production)
    messages = Messages()
    formats = Formats.of(language, chosen.time_zone)
    operator = Operator(getpass.getuser(), socket.gethostname())
    changes = Changes(jobs, session, messages, operator, language)
    context = Context(
        clock=clock,
        language=language,
        jobs=jobs,
        theme=Theme(application, chosen.theme),
        formats=formats,
        session=session,
        memory=memory,
        preferences=preferences,
        messages=messages,
        changes=changes,
        period=PeriodChoice(clock, formats.zone, memory),
        ways=Ways(),
        orphans=Orphans(jobs, session, changes),
    )
    return Parts(context, MainWindow(context))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; returns the exit code."""
    arguments = _arguments(argv)
    logs.start(settings.log_dir())
    hook = CrashHook(settings.log_dir())
    hook.install()
    qInstallMessageHandler(_log_qt)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Boutique Admin")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(draw("app", QColor("white"), 64, 1.0)))
    loaded = settings.load(settings.default_path())
    for problem in loaded.problems:
        _log.warning("settings: %s %s", problem.code.value, problem.key)
    teller = CrashTeller()
    hook.tell = teller.tell
    run = Run(application, arguments, Preferences(loaded.settings, settings.default_path()))
    code = run.until_closed()
    hook.uninstall()
    logs.stop()
    if not run.ended:
        # A driver that hears nothing would hold the process for ever; it was only reading, or
        # its server undoes what it had begun.
        os._exit(code)
    return code


class Run:
    """One window after the other, as the operator changes connection or language, until the
    last is closed."""

    def __init__(
        self, application: QApplication, arguments: argparse.Namespace, preferences: Preferences
    ) -> None:
        self.ended = True
        self._application = application
        self._preferences = preferences
        self._memory = Memory(settings.config_dir() / "window.json")
        self._source: str | None = arguments.source or self._memory.get(LAST, "") or None
        chosen = preferences.settings
        if arguments.theme:
            preferences.settings = replace(chosen, theme=settings.Theme(arguments.theme))
        self._language = chosen_language(arguments.language or chosen.language)
        self._again = False

    def until_closed(self) -> int:
        """Run; returns the exit code of the application."""
        while True:
            self._again = False
            spoken = speak(self._application, self._language)
            parts = assemble(
                self._application,
                way=way_to(self._source, self._preferences),
                clock=system_clock,
                language=self._language,
                preferences=self._preferences,
                memory=self._memory,
            )
            parts.context.ways.restart_wanted.connect(self._restart)
            parts.window.closed.connect(self._application.quit)
            self._application.setQuitOnLastWindowClosed(False)
            parts.start_sized()
            code = self._application.exec()
            self.ended = parts.stop()
            if not self.ended:
                return code
            parts.take_down()
            fall_silent(self._application, spoken)
            if not self._again:
                return code

    def _restart(self, restart: Restart) -> None:
        """Take the window down and build it anew; a change under way is asked about first."""
        self._language = restart.language or self._language
        if restart.source is not None:
            self._source = restart.source
            self._memory.put(LAST, restart.source)
        self._again = True
        for window in self._application.topLevelWidgets():
            if isinstance(window, MainWindow) and not window.close():
                self._again = False


def way_to(source: str | None, preferences: Preferences) -> Way:
    """The way to `source`: the demo, a saved connection or a URL; None: not chosen yet."""
    if source is None:
        return Way("", None)
    saved = preferences.settings.connection(source)
    return Way(
        source_name(source),
        partial(open_named, source, preferences, system_clock),
        key=source,
        production=saved is not None and saved.production,
    )


def open_named(target: str, preferences: Preferences, clock: Clock) -> SalesSource:
    """Open the demo, a saved connection or a URL; for a worker: it loads the libraries."""
    try:
        found = opening.find_target(target, preferences.settings)
    except opening.PasswordInTarget as error:
        raise Refused("a password on the command line", step="password_in_url") from error
    if found.url == opening.DEMO:
        return opening.open_demo(clock)
    return opening.open_target(found, preferences.passwords(), clock=clock)


def source_name(target: str) -> str:
    """How the window calls what it is connected to; never with a password."""
    if target == opening.DEMO:
        return QCoreApplication.translate("Connection", "Demo shop")
    safe = without_password(target)
    parts = urlsplit(safe)
    if not parts.scheme or not parts.path:
        return safe
    return PurePath(unquote(parts.path)).name or safe


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="boutique-admin", description="The window.")
    parser.add_argument("--source", help="demo, a saved connection, or a URL; else the last one")
    parser.add_argument("--theme", choices=[theme.value for theme in settings.Theme])
    parser.add_argument("--language", choices=LANGUAGES)
    return parser.parse_args(argv)


def _log_qt(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)


if __name__ == "__main__":
    sys.exit(main())
