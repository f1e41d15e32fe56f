"""Applies exactly what is ticked: asked once more, written as one change, then reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.changes import ChangeSet, Operator, Outcome, new_id
from desktop_admin.domain.choice import picked
from desktop_admin.domain.repair import Proposal, Selected, repair_set
from desktop_admin.domain.stray import StrayPlan, StrayProposal, StraySelected, stray_set
from desktop_admin.gui.context import Context
from desktop_admin.gui.repair.reading import Analysis
from desktop_admin.gui.widgets.question import Answer, Question, Weight
from desktop_admin.sources.base import Report, SalesSource, SourceError

if TYPE_CHECKING:
    # What writes reports loads libraries that the window starts without.
    from desktop_admin.reports.repair import Before, RepairReport


@dataclass
class Applied:
    """One repair on its way: what was ticked, and how everything stood before."""

    source: SalesSource
    analysis: Analysis
    operator: Operator
    selected: Sequence[Any] = ()
    before: Before | None = None
    id: str = field(default_factory=new_id)

    def make(self) -> ChangeSet:
        """The change set of exactly what is ticked. For workers."""
        from desktop_admin.reports.repair import look_before

        analysis, look = self.analysis, self.analysis.look
        chosen = picked(look.preview, look.scope, look.choice)
        plan = analysis.plan
        if isinstance(plan, StrayPlan):
            strays = [
                StraySelected(one, target)
                for one, target in chosen
                if isinstance(one, StrayProposal)
            ]
            self.selected = strays
            made = stray_set(plan, strays, self.operator, self.id)
        else:
            orphans = [Selected(one, target) for one, target in chosen if isinstance(one, Proposal)]
            self.selected = orphans
            made = repair_set(plan, orphans, self.operator, self.id)
        self.before = look_before(self.source, plan, self.selected, analysis.zone)
        return made

    def conclude(self, outcome: Outcome, report: Report) -> RepairReport:
        """What it came to. For workers."""
        from desktop_admin.reports.repair import conclude

        look, plan = self.analysis.look, self.analysis.plan
        if self.before is None:
            raise RuntimeError("nothing was looked at before it was changed")
        scope = [
            one
            for one, shown in zip(look.preview.items, look.scope.shown, strict=True)
            if shown and isinstance(one, Proposal | StrayProposal)
        ]
        return conclude(self.source, plan, scope, self.selected, self.before, outcome, report)


class Applying(QObject):
    """Asks, applies, and tells what came of it."""

    #: The report is ready; carries `RepairReport`.
    reported = Signal(object)
    #: The repair was made, but its report was cancelled or cannot be written.
    unreported = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        #: The repair was made, and its report is being written.
        self.concluding = False

    def start(self, analysis: Analysis, described: str) -> None:
        """Ask whether to do what is described, and do it."""
        sales = analysis.look.summary.selected.sales
        context = self._context
        if not sales or not context.changes.may_write:
            return
        Question(
            context.theme,
            self._window,
            self.tr("Apply to %Ln sale(s)?", "", sales),
            "\n".join([described, *self._warnings(analysis)]),
            [
                Answer("stay", self.tr("Cancel"), Weight.STAY),
                Answer("apply", self.tr("Apply to %Ln sale(s)", "", sales), Weight.DO),
            ],
            partial(self._answered, analysis),
        ).open()

    def _warnings(self, analysis: Analysis) -> list[str]:
        info = self._context.session.info
        lines = [self.tr("All is applied, or nothing. Ctrl+Z takes it back.")]
        if analysis.look.summary.hidden:
            lines.append(
                self.tr(
                    "%Ln ticked sale(s) not shown will not be changed.",
                    "",
                    analysis.look.summary.hidden,
                )
            )
        if info is not None and info.server_may_be_running:
            lines.append(
                self.tr(
                    "The shops’ server seems to be writing to this file. Best apply when no shop "
                    "is selling: a sale that arrives in that moment may be refused."
                )
            )
        return lines

    def _answered(self, analysis: Analysis, key: str) -> None:
        source = self._context.session.source
        if key != "apply" or source is None:
            return
        repair = Applied(source, analysis, self._context.operator)
        self._context.changes.apply_made(repair.make, self._said, partial(self._ended, repair))

    def _said(self, _made: ChangeSet, outcome: Outcome) -> str:
        return self.tr("%Ln sale(s) repaired.", "", outcome.applied)

    def _ended(self, repair: Applied, outcome: Outcome | None) -> None:
        if outcome is None:
            return
        self.concluding = True
        self._context.jobs.ask(
            partial(repair.conclude, outcome),
            self._concluded,
            self._failed,
            owner=self,
            topic="conclude",
            title=self.tr("Writing the report"),
            on_stopped=self._unreported,
        )

    def _concluded(self, report: RepairReport) -> None:
        self.concluding = False
        self.reported.emit(report)

    @Slot()
    def _unreported(self) -> None:
        """There is no report, of what was made all the same."""
        self.concluding = False
        self.unreported.emit()

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)
        self._unreported()
