"""A crash leaves a readable report, says where it is, and the next start finds it."""

import contextlib
import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from desktop_admin import __version__
from desktop_admin.credentials import hide_passwords

PREFIX = "crash-"
SEEN_SUFFIX = ".seen"
NATIVE_LINE = "The process died below Python:"
KEPT = 10
MONTH_S = 30 * 24 * 3600

_log = logging.getLogger(__name__)

Tell = Callable[[Path], None]


def tell_on_stderr(report: Path) -> None:
    """Say on the console, where there is one, where the report is."""
    if sys.stderr is not None:
        sys.stderr.write(f"Boutique Admin has crashed. What happened is written in {report}\n")


@dataclass
class CrashHook:
    """Watches one run: uncaught errors of any thread, and crashes below Python.

    `tell` receives the path of each report of an uncaught error; it may be called on any thread.
    """

    directory: Path
    tell: Tell = tell_on_stderr
    _native: TextIO | None = field(default=None, init=False)

    def install(self) -> None:
        """Start watching. Raises `OSError` when `directory` cannot be written."""
        self.directory.mkdir(parents=True, exist_ok=True)
        _forget_oldest(self.directory)
        self._native = self._native_path().open("w", encoding="utf-8")
        self._native.write(f"{_head()}\n{NATIVE_LINE}\n")
        self._native.flush()
        faulthandler.enable(self._native)
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def uninstall(self) -> None:
        """Stop watching; called at a clean end, it leaves no report of a native crash."""
        if self._native is None:
            return
        faulthandler.disable()
        self._native.close()
        self._native = None
        self._native_path().unlink(missing_ok=True)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a report about an error nobody caught, log it and tell where it is."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = hide_passwords("".join(traceback.format_exception(kind, error, trace)))
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        path = self.directory / f"{PREFIX}{stamp}-{os.getpid()}.txt"
        _log.critical("uncaught error, to be read in %s\n%s", path, text)
        try:
            path.write_text(f"{_head()}\n{text}", encoding="utf-8")
        except OSError as refused:
            _log.critical("the report could not be written: %s", refused)
        else:
            self.tell(path)

    def _report_thread(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value or arguments.exc_type()
        self.report(arguments.exc_type, error, arguments.exc_traceback)

    def _native_path(self) -> Path:
        return self.directory / f"{PREFIX}native-{os.getpid()}.txt"


def unseen_reports(directory: Path) -> list[Path]:
    """The reports of earlier runs nobody has seen yet, newest first."""
    reports = [path for path in directory.glob(f"{PREFIX}*.txt") if _says_something(path)]
    return sorted(reports, key=lambda path: path.stat().st_mtime, reverse=True)


def mark_seen(report: Path) -> Path:
    """Keep a report, but show it no more; returns where it is now."""
    return report.replace(report.with_suffix(SEEN_SUFFIX))


def _system() -> str:
    """The system and its version; the module `platform` would take milliseconds of every start."""
    if sys.platform == "win32":
        version = sys.getwindowsversion()
        return f"Windows {version.major}.{version.minor}.{version.build}"
    name = os.uname()
    return f"{name.sysname} {name.release} {name.machine}"


def _head() -> str:
    return (
        f"Boutique Admin {__version__}\n"
        f"Python {sys.version.partition(' ')[0]} ({sys.executable})\n"
        f"{_system()}\n"
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, process {os.getpid()}\n"
    )


def _says_something(path: Path) -> bool:
    # The report of a native crash is opened at the start and removed at a clean end. With nothing
    # below its head, its process still runs, or was ended from outside.
    if not path.name.startswith(f"{PREFIX}native-"):
        return True
    _, _, below = path.read_text(encoding="utf-8", errors="replace").partition(NATIVE_LINE)
    return bool(below.strip())


def _forget_oldest(directory: Path) -> None:
    seen = sorted(directory.glob(f"{PREFIX}*{SEEN_SUFFIX}"), key=lambda path: path.stat().st_mtime)
    for path in seen[:-KEPT]:
        path.unlink(missing_ok=True)
    a_month_ago = datetime.now(UTC).timestamp() - MONTH_S
    for path in directory.glob(f"{PREFIX}native-*.txt"):
        # On Windows the file of a process that still runs cannot be removed, and need not.
        with contextlib.suppress(PermissionError):
            if path.stat().st_mtime < a_month_ago and not _says_something(path):
                path.unlink(missing_ok=True)
