"""Saves the preview as it is shown, off the window's thread."""

from __future__ import annotations

from functools import partial
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.choice import picked
from desktop_admin.domain.repair import Proposal, Selected
from desktop_admin.domain.stray import StrayProposal, StraySelected
from desktop_admin.gui.context import Context
from desktop_admin.gui.repair.reading import Analysis
from desktop_admin.gui.widgets.saver import Saver
from desktop_admin.sources.base import Report

if TYPE_CHECKING:
    # What writes reports loads libraries that the window starts without.
    from desktop_admin.reports.plan_file import Shown


class PlanSaver(QObject):
    """Asks for a file, and writes what is shown of a plan and what is ticked of it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._saver = Saver(context, window)

    def ask(self, analysis: Analysis) -> None:
        """Ask where to, and save."""
        write = partial(_write, analysis, self._place())
        self._saver.ask(self._title(), self.tr("repair"), analysis.made_at, write)

    def save(self, analysis: Analysis, path: Path) -> None:
        """Write the file."""
        self._saver.save(self._title(), path, partial(_write, analysis, self._place()))

    def _title(self) -> str:
        return self.tr("Save the preview")

    def _place(self) -> str:
        info = self._context.session.info
        return info.place if info is not None else ""


def _write(analysis: Analysis, place: str, path: Path, report: Report) -> None:
    """Write what is shown of a plan. For workers; raises `OSError`."""
    # Imported here: what writes files loads libraries the window starts without.
    from desktop_admin.reports import plan_file
    from desktop_admin.wording.words import Words

    words = Words(analysis.writing.formats.language, analysis.zone.key)
    plan_file.save(path, as_report(analysis), words, place=place, progress=report)


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
