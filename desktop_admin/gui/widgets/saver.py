"""Saves tables as XLSX or CSV, off the window's thread, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources.base import Report, SourceError

#: Writes a file; hears how far it is, and may be cancelled.
Write = Callable[[Path, Report], None]

_XLSX, _CSV = ".xlsx", ".csv"


class Saver(QObject):
    """Asks where, writes on a worker, tells how it ended."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent

    def ask(self, title: str, name: str, at: datetime, write: Write) -> None:
        """Ask for a file, called `name` with the day and time of `at` if nothing else is chosen,
        and save there."""
        local = at.astimezone(self._context.formats.zone)
        suggested = f"{name}-{local:%Y-%m-%d-%H%M}{_XLSX}"
        workbook, plain = self.tr("Excel workbook (*.xlsx)"), self.tr("CSV file (*.csv)")
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, title, suggested, f"{workbook};;{plain}"
        )
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() not in (_XLSX, _CSV):
                path = path.with_name(path.name + (_CSV if kind == plain else _XLSX))
            self.save(title, path, write)

    def save(self, title: str, path: Path, write: Write) -> None:
        """Write `path` on a worker; the work is called `title`."""

        def work(report: Report) -> OSError | None:
            try:
                write(path, report)
            except OSError as error:
                return error
            return None

        self._context.jobs.ask(
            work,
            partial(self._ended, path),
            self._failed,
            owner=self,
            topic="save",
            title=title,
            on_stopped=self._stopped,
        )

    def _ended(self, path: Path, error: OSError | None) -> None:
        messages = self._context.messages
        if error is None:
            messages.say(fill(self.tr("Saved: %1"), one_line(str(path))))
            return
        text = self.tr("The file could not be written: %1")
        messages.say(fill(text, one_line(error.strerror or str(error))), MessageKind.ERROR)

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)

    def _stopped(self) -> None:
        self._context.messages.say(self.tr("Cancelled. Nothing was saved."), MessageKind.WARNING)
