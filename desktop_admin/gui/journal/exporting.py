"""Writes what is shown of the journal into a file, off the window's thread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.journal import EntryFilter
from desktop_admin.gui.context import Context
from desktop_admin.gui.widgets.saver import Saver, Write
from desktop_admin.sources.base import Report


class JournalSaver(QObject):
    """Asks for a file, and writes entries with their rows."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._saver = Saver(context, window)

    def ask(self, which: EntryFilter, entries: int) -> None:
        """Ask where to, and save these; `entries`: how many there are."""
        write = self._write(which, entries)
        if write is not None:
            now = self._context.clock()
            self._saver.ask(self._title(), self.tr("journal"), now, write)

    def save(self, which: EntryFilter, entries: int, path: Path) -> None:
        """Write the file."""
        write = self._write(which, entries)
        if write is not None:
            self._saver.save(self._title(), path, write)

    def _title(self) -> str:
        return self.tr("Export the journal")

    def _write(self, which: EntryFilter, entries: int) -> Write | None:
        source, context = self._context.session.source, self._context
        if source is None:
            return None
        language, zone = context.language, context.formats.zone.key

        def write(path: Path, report: Report) -> None:
            # Imported here: what writes files loads libraries the window starts without.
            from desktop_admin.reports import journal as journal_report
            from desktop_admin.wording.words import Words

            all_of_it = replace(which, limit=max(entries, which.limit))
            journal_report.save(path, source, all_of_it, Words(language, zone), report, entries)

        return write
