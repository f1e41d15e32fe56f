"""Writes what is shown of the journal into a file, off the window's thread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_admin.domain.journal import EntryFilter
from desktop_admin.gui.context import Context
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.text import fill
from desktop_admin.sources.base import Report, SourceError


class Unwritable(SourceError):
    """The file cannot be written."""


class JournalSaver(QObject):
    """Asks for a file, and writes entries with their rows."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, which: EntryFilter, entries: int) -> None:
        """Ask where to, and save these; `entries`: how many there are."""
        today = self._context.period.today
        usual = fill(self.tr("journal-%1.xlsx"), today.isoformat())
        kinds = self.tr("Spreadsheet (*.xlsx);;CSV (*.csv)")
        name, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the journal"), usual, kinds
        )
        if name:
            path = Path(name)
            if not path.suffix:
                path = path.with_suffix(".csv" if "csv" in kind else ".xlsx")
            self.save(which, entries, path)

    def save(self, which: EntryFilter, entries: int, path: Path) -> None:
        """Write the file."""
        source = self._context.session.source
        if source is None:
            return
        language, zone = self._context.language, self._context.formats.zone.key

        def work(report: Report) -> Path:
            # Imported here: what writes files loads libraries the window starts without.
            from desktop_admin.reports import journal as journal_report
            from desktop_admin.wording.words import Words

            all_of_it = replace(which, limit=max(entries, which.limit))
            try:
                journal_report.save(path, source, all_of_it, Words(language, zone), report, entries)
            except OSError as error:
                raise Unwritable(str(error.strerror or error)) from error
            return path

        self._context.jobs.ask(
            work,
            self._saved,
            self._failed,
            owner=self,
            title=self.tr("Exporting the journal"),
            on_stopped=self._stopped,
        )

    def _saved(self, path: Path) -> None:
        self._context.messages.say(fill(self.tr("Saved: %1"), str(path)))

    def _stopped(self) -> None:
        self._context.messages.say(self.tr("Cancelled. No file was written."), MessageKind.WARNING)

    def _failed(self, error: SourceError) -> None:
        if isinstance(error, Unwritable):
            text = fill(self.tr("The file cannot be written: %1"), error.detail)
            self._context.messages.say(text, MessageKind.ERROR)
        else:
            self._context.messages.fail(error)
