"""Saves the preview as it is shown, off the window's thread."""

from __future__ import annotations

from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_admin.domain.choice import picked
from desktop_admin.domain.repair import Proposal, Selected
from desktop_admin.domain.stray import StrayProposal, StraySelected
from desktop_admin.gui.context import Context
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.repair.reading import Analysis
from desktop_admin.gui.text import fill
from desktop_admin.sources.base import Report, SourceError

if TYPE_CHECKING:
    # What writes reports loads libraries that the window starts without.
    from desktop_admin.reports.plan_file import Shown


class Unwritable(SourceError):
    """The file cannot be written."""


class PlanSaver(QObject):
    """Asks for a file, and writes what is shown of a plan and what is ticked of it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, analysis: Analysis) -> None:
        """Ask where to, and save."""
        day = analysis.made_at.astimezone(analysis.zone)
        usual = fill(self.tr("repair-%1.xlsx"), f"{day:%Y-%m-%d-%H%M}")
        kinds = self.tr("Spreadsheet (*.xlsx);;CSV (*.csv)")
        name, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the preview"), usual, kinds
        )
        if name:
            path = Path(name)
            if not path.suffix:
                path = path.with_suffix(".csv" if "csv" in kind else ".xlsx")
            self.save(analysis, path)

    def save(self, analysis: Analysis, path: Path) -> None:
        """Write the file."""
        language, zone = self._context.language, analysis.zone.key
        info = self._context.session.info
        place = info.place if info is not None else ""

        def work(report: Report) -> Path:
            # Imported here: what writes files loads libraries the window starts without.
            from desktop_admin.reports import plan_file
            from desktop_admin.wording.words import Words

            repair = as_report(analysis)
            try:
                plan_file.save(path, repair, Words(language, zone), place=place, progress=report)
            except OSError as error:
                raise Unwritable(str(error.strerror or error)) from error
            return path

        self._context.jobs.ask(
            work,
            self._saved,
            self._failed,
            owner=self,
            title=self.tr("Saving the preview"),
            on_stopped=self._stopped,
        )

    def _saved(self, path: Path) -> None:
        text = fill(self.tr("Saved: %1"), str(path))
        self._context.messages.say(text, MessageKind.DONE)

    @Slot()
    def _stopped(self) -> None:
        self._context.messages.say(self.tr("Cancelled. No file was written."), MessageKind.WARNING)

    def _failed(self, error: SourceError) -> None:
        if isinstance(error, Unwritable):
            text = fill(self.tr("The file cannot be written: %1"), error.detail)
            self._context.messages.say(text, MessageKind.ERROR)
        else:
            self._context.messages.fail(error)


def as_report(analysis: Analysis) -> Shown:
    """What is shown of a plan, and what is ticked of it, as reports take it. For workers."""
    from desktop_admin.reports.plan_file import Shown

    look = analysis.look
    shown = compress(look.preview.items, look.scope.shown)
    scope = [one for one in shown if isinstance(one, Proposal | StrayProposal)]
    selected: list[Selected | StraySelected] = []
    for one, target in picked(look.preview, look.scope, look.choice):
        if isinstance(one, Proposal):
            selected.append(Selected(one, target))
        elif isinstance(one, StrayProposal):
            selected.append(StraySelected(one, target))
    return Shown(analysis.plan, scope, selected)
