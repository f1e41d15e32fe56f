"""Whether a plan still tells how things are: asked when anything has changed elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop_admin.domain.staleness import Moved, moved_since
from desktop_admin.domain.stray import StrayPlan
from desktop_admin.gui.context import Context
from desktop_admin.gui.repair.reading import Analysis
from desktop_admin.gui.text import fill
from desktop_admin.sources.base import CannotConnect, ConnectionLost, Report, SourceError


class Stale(NamedTuple):
    """What has moved since an analysis, and the sales of it that would be left alone."""

    analysis: Analysis
    moved: Moved
    gone: bytes


class Staleness(QObject):
    """Compares a plan with the database as it is."""

    #: Carries `Stale`.
    found = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def look(self, analysis: Analysis) -> None:
        """Find out what has moved since."""
        source = self._context.session.source
        if source is None:
            return

        def work(_: Report) -> Stale:
            plan = analysis.plan
            seen = source.strays_now() if isinstance(plan, StrayPlan) else source.orphans_now()
            return _compared(analysis, moved_since(plan, seen))

        self._context.jobs.ask(
            work, self.found.emit, self._failed, owner=self, topic="stale", quiet=True
        )

    def sentence(self, stale: Stale) -> str:
        """What is no longer as it was analysed; empty where all is."""
        if not stale.moved.anything:
            return ""
        at = self._context.formats.clock(stale.analysis.made_at)
        parts = [fill(self.tr("Changed since the analysis of %1."), at)]
        gone = stale.gone.count(1)
        if gone:
            parts.append(self.tr("%Ln sale(s) shown here would be left alone.", "", gone))
        if stale.moved.new:
            parts.append(self.tr("%Ln new sale(s) to look at.", "", stale.moved.new))
        if stale.moved.terminals:
            count = len(stale.moved.terminals)
            parts.append(self.tr("%Ln terminal(s) work(s) elsewhere.", "", count))
        if stale.moved.boutiques:
            count = len(stale.moved.boutiques)
            parts.append(self.tr("%Ln boutique(s) changed.", "", count))
        return " ".join(parts)

    def _failed(self, error: SourceError) -> None:
        if isinstance(error, ConnectionLost | CannotConnect):
            self._context.session.lose(error)
        else:
            self._context.messages.fail(error)


def _compared(analysis: Analysis, moved: Moved) -> Stale:
    preview = analysis.look.preview
    gone = preview.of_sales(moved.gone)
    if moved.terminals and not isinstance(analysis.plan, StrayPlan):
        # A change relies on where the sale's terminal works.
        mask = bytearray(gone)
        for group in preview.groups:
            if group.key.origin in moved.terminals:
                mask[group.start : group.stop] = bytes([1]) * (group.stop - group.start)
        gone = bytes(mask)
    return Stale(analysis, moved, gone)
