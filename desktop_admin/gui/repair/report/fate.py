"""Whether the change that a report tells of still holds: it may be taken back from anywhere."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.journal import EntryFilter, EntryState, JournalEntry
from desktop_admin.gui.context import Context
from desktop_admin.gui.text import fill
from desktop_admin.gui.touched import Touched
from desktop_admin.reports.repair import RepairReport
from desktop_admin.sources.base import Report, SourceError

_log = logging.getLogger(__name__)


class Fate(QObject):
    """Asks the journal what became of the entry, whenever sales were changed."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._report: RepairReport | None = None
        #: All of it was taken back, and nothing made it again.
        self.gone = False
        #: What became of it, as a sentence; empty while it holds as it was made.
        self.text = ""
        context.changes.changed.connect(self._touched)

    def follow(self, report: RepairReport) -> None:
        """Follow this one from now on."""
        self._report = report
        self.gone, self.text = False, ""

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        report, source = self._report, self._context.session.source
        if report is None or source is None or not touched.sales or not report.outcome.applied:
            return
        change_set = report.outcome.change_set

        def work(_: Report) -> JournalEntry | None:
            return next(iter(source.journal(EntryFilter(change_set=change_set))), None)

        self._context.jobs.ask(
            work, partial(self._found, report), self._failed, owner=self, topic="fate", quiet=True
        )

    def _found(self, report: RepairReport, entry: JournalEntry | None) -> None:
        if report is not self._report or entry is None:
            return
        gone, text = entry.state is EntryState.UNDONE, self._sentence(entry)
        if (gone, text) != (self.gone, self.text):
            self.gone, self.text = gone, text
            self.changed.emit()

    def _sentence(self, entry: JournalEntry) -> str:
        formats = self._context.formats
        if entry.state is EntryState.PARTLY_UNDONE:
            return self.tr("%Ln of these sale(s) were taken back since.", "", entry.undone)
        if entry.state is EntryState.UNDONE:
            back = entry.taken_back
            if back is None:
                return self.tr("Taken back since: everything is as it was before.")
            text = self.tr("Taken back by %1 on %2: everything is as it was before.")
            return fill(text, back.operator, formats.minute(back.at))
        return ""

    def _failed(self, error: SourceError) -> None:
        # The watcher says that the database is away; the report stays as it was.
        _log.info("not known what became of the repair: %s", error.detail)
