"""Where the window is put together, run, and taken apart."""

from __future__ import annotations

import argparse
import getpass
import logging
import os
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
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
from desktop_admin.credentials import system_passwords, without_password
from desktop_admin.domain.changes import Operator
from desktop_admin.domain.clock import Clock, system_clock
from desktop_admin.gui.changes import Changes
from desktop_admin.gui.context import Context, Ways
from desktop_admin.gui.crash_dialog import CrashTeller
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.jobs import Jobs
from desktop_admin.gui.language import chosen_language, speak
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.messages import Messages
from desktop_admin.gui.period import PeriodChoice
from desktop_admin.gui.session import Open, Session
from desktop_admin.gui.shell.window import MainWindow
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.theme.icons import draw
from desktop_admin.sources.base import Refused, SalesSource
from desktop_admin.wording.languages import DEFAULT_ZONE, LANGUAGES

#: The size at which every column of the sales is whole.
LARGE = QSize(1440, 900)

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
        """The same, as large as the screen has room for; on a small screen all of it."""
        room = self.window.screen().availableGeometry().size()
        self.window.resize(LARGE.boundedTo(room * 0.92))
        if room.width() < LARGE.width():
            self.window.setWindowState(Qt.WindowState.WindowMaximized)
        self.start()

    def stop(self) -> bool:
        """End the work and let go of the database; False where a worker does not end."""
        ended = self.context.jobs.close()
        if ended:
            self.context.session.close()
        return ended

    def take_down(self) -> None:
        """Remove the window at once, with everything on it."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def assemble(
    application: QApplication,
    *,
    name: str,
    opener: Open,
    clock: Clock,
    language: str,
    theme: settings.Theme = settings.Theme.SYSTEM,
    time_zone: str = DEFAULT_ZONE,
    memory: Memory | None = None,
    production: bool = False,
) -> Parts:
    """Put a window together, over the connection called `name`; nothing is opened yet. Without
    a `memory` it remembers nothing. `production`: changes there concern real shops."""
    jobs = Jobs()
    session = Session(jobs, name, opener, production=production)
    messages = Messages()
    formats = Formats.of(language, time_zone)
    remembered = memory if memory is not None else Memory()
    operator = Operator(getpass.getuser(), socket.gethostname())
    context = Context(
        clock=clock,
        jobs=jobs,
        theme=Theme(application, theme),
        formats=formats,
        session=session,
        memory=remembered,
        messages=messages,
        changes=Changes(jobs, session, messages, operator, language),
        period=PeriodChoice(clock, formats.zone, remembered),
        ways=Ways(),
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
    parts = _assemble_chosen(application, arguments, loaded.settings)
    teller = CrashTeller()
    hook.tell = teller.tell
    parts.start_sized()
    code = application.exec()
    ended = parts.stop()
    hook.uninstall()
    logs.stop()
    if not ended:
        # A driver that hears nothing would hold the process for ever; it was only reading, or
        # its server undoes what it had begun.
        os._exit(code)
    parts.take_down()
    return code


def _assemble_chosen(
    application: QApplication, arguments: argparse.Namespace, chosen: settings.Settings
) -> Parts:
    """Put the window together as the command line wants it, else as the operator chose."""
    language = chosen_language(arguments.language or chosen.language)
    speak(application, language)
    return assemble(
        application,
        name=source_name(arguments.source),
        opener=lambda: open_named(arguments.source, chosen, system_clock),
        clock=system_clock,
        language=language,
        theme=settings.Theme(arguments.theme) if arguments.theme else chosen.theme,
        time_zone=chosen.time_zone,
    )


def open_named(target: str, chosen: settings.Settings, clock: Clock) -> SalesSource:
    """Open the demo, a saved connection or a URL; for a worker: it loads the libraries."""
    try:
        found = opening.find_target(target, chosen)
    except opening.PasswordInTarget as error:
        raise Refused("a password on the command line", step="password_in_url") from error
    return opening.open_target(found, system_passwords(), clock=clock)


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
    parser.add_argument("--source", default=opening.DEMO, help="demo, a saved connection, or a URL")
    parser.add_argument("--theme", choices=[theme.value for theme in settings.Theme])
    parser.add_argument("--language", choices=LANGUAGES)
    return parser.parse_args(argv)


def _log_qt(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)


if __name__ == "__main__":
    sys.exit(main())
