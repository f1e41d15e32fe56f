"""What would become of a terminal's orphans if it were assigned elsewhere; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_admin.domain.assign import as_assigned
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.repair import Plan, counts_of, plan_repair
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.repair.words import surenesses
from desktop_admin.gui.text import fill, one_line, tooltip
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.sections import Text
from desktop_admin.sources.base import Report, SalesSource, SourceError

ICON = 14
#: So many letters of a name fit on a button.
SHOWN = 28


@dataclass(frozen=True, slots=True)
class Simulated:
    """A terminal's orphans as they are heard, and as they would be."""

    before: Mapping[Confidence, int]
    after: Mapping[Confidence, int]
    #: How many would then go to that boutique by themselves.
    there: int


def simulate(
    source: SalesSource, terminal: int, target: int, now: datetime, report: Report
) -> Simulated:
    """Hear the orphans of `terminal` as if it were assigned to `target`. For workers."""
    evidence = source.evidence(report, frozenset({terminal}))
    present = plan_repair(evidence)
    then = plan_repair(as_assigned(evidence, frozenset({terminal}), target, now))
    before = [one for one in present.proposals if present.terminal_of(one.orphan) == terminal]
    after = [one for one in then.proposals if then.terminal_of(one.orphan) == terminal]
    there = sum(one.verdict.target == target for one in after)
    return Simulated(counts_of(before), counts_of(after), there)


class Simulator(QWidget):
    """Asks for a boutique and says what it would change."""

    #: The terminal shall be assigned: its id.
    assign_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plan: Plan | None = None
        self._terminal: int | None = None
        self._target: int | None = None
        self._simulated: Simulated | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(sections.rule())
        layout.addWidget(sections.heading(self.tr("If this terminal were assigned to…")))
        self.field = QPushButton()
        self.field.setProperty("role", "field")
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.field.clicked.connect(self._ask)
        layout.addWidget(self.field)
        self._found = QVBoxLayout()
        self._found.setSpacing(6)
        layout.addLayout(self._found)
        self.assign = QPushButton(self.tr("Assign this terminal…"))
        self.assign.clicked.connect(self._want_assignment)
        layout.addWidget(self.assign, 0, Qt.AlignmentFlag.AlignLeft)
        promise = sections.note(self.tr("A simulation: nothing is written."))
        layout.addWidget(promise)
        context.session.changed.connect(self._say_rights)
        context.changes.working_changed.connect(self._say_rights)
        context.theme.changed.connect(self._colour)
        self._colour()
        self.show_terminal(None, None)

    def show_terminal(self, plan: Plan | None, terminal: int | None) -> None:
        """Simulate with this terminal; what was simulated for it stays as long as the plan is
        the same."""
        same = plan is self._plan and terminal == self._terminal
        self._plan, self._terminal = plan, terminal
        self.setVisible(plan is not None and terminal in plan.terminals)
        if not same:
            self._target = self._simulated = None
            self._say_target("")
            sections.empty(self._found)
            self.assign.hide()

    def _say_target(self, name: str) -> None:
        text = one_line(name, SHOWN) if name else self.tr("Choose a boutique…")
        self.field.setText(text.replace("&", "&&"))
        told = fill(self.tr("If this terminal were assigned to: %1"), name) if name else text
        self.field.setAccessibleName(told)
        self.field.setToolTip(tooltip(name))

    @Slot()
    def _ask(self) -> None:
        # Imported here: dialogs are loaded when they are first opened.
        from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker

        plan = self._plan
        if plan is None or self._terminal is None:
            return
        boutiques = list(plan.boutiques.values())
        name = one_line(plan.terminals[self._terminal].name, 60)
        title = fill(self.tr("If %1 were assigned to…"), name)
        picker = BoutiquePicker(self, self._context, boutiques, title, self._refuse)
        picker.chosen.connect(partial(self._simulate, plan, self._terminal))
        picker.open()

    def _refuse(self, boutique: Boutique) -> str:
        from desktop_admin.gui.assignment.boutique_picker import terminals_refused

        plan, terminal = self._plan, self._terminal
        if plan is not None and terminal is not None:
            known = plan.terminals.get(terminal)
            if known is not None and known.boutique_id == boutique.id:
                return self.tr("It is there already")
        return terminals_refused(boutique)

    def _simulate(self, plan: Plan, terminal: int, target: int) -> None:
        source = self._context.session.source
        if source is None or plan is not self._plan or terminal != self._terminal:
            return
        self._target, self._simulated = target, None
        self._say_target(plan.boutiques[target].name)
        sections.empty(self._found)
        self._found.addWidget(sections.note(self.tr("Hearing the witnesses again…")))
        now = self._context.clock()

        def work(report: Report) -> Simulated:
            return simulate(source, terminal, target, now, report)

        self._context.jobs.ask(
            work,
            partial(self._show, plan, terminal),
            self._failed,
            owner=self,
            topic="panel.simulation",
            priority=Priority.FIRST,
        )

    def _show(self, plan: Plan, terminal: int, simulated: Simulated) -> None:
        if plan is not self._plan or terminal != self._terminal or self._target is None:
            return
        self._simulated = simulated
        self._tell(plan, simulated)

    def _tell(self, plan: Plan, simulated: Simulated) -> None:
        sections.empty(self._found)
        theme, formats = self._context.theme, self._context.formats
        for code, look in surenesses().items():
            before, after = simulated.before[code], simulated.after[code]
            if not before and not after:
                continue
            numbers = fill(self.tr("%1 → %2"), formats.count(before), formats.count(after))
            told = fill(self.tr("%1: %2"), look.heading, numbers)
            role = "" if before == after else "strong"
            line = sections.sentence(theme, Text(told, role, look.icon, look.ink))
            self._found.addWidget(line)
        self._found.addWidget(sections.note(self._sentence(plan, simulated)))
        self.assign.show()
        self._say_rights()

    def _sentence(self, plan: Plan, simulated: Simulated) -> str:
        if not sum(simulated.before.values()):
            return self.tr("This terminal has no orphan sales any more.")
        if simulated.before == simulated.after and not simulated.there:
            return self.tr("It would change nothing for its orphan sales.")
        name = one_line(plan.boutiques[self._target or 0].name, 60)
        if not simulated.there:
            return fill(self.tr("None of its orphan sales would go to %1."), name)
        text = self.tr("%Ln of its orphan sales would go to %1.", "", simulated.there)
        return fill(text, name)

    def _failed(self, error: SourceError) -> None:
        sections.empty(self._found)
        self._found.addWidget(sections.note(explain(error).sentences))

    @Slot()
    def _want_assignment(self) -> None:
        if self._terminal is not None:
            self.assign_wanted.emit(self._terminal)

    @Slot()
    def _say_rights(self) -> None:
        why_not = self._context.changes.why_not()
        self.assign.setEnabled(not why_not)
        self.assign.setToolTip(tooltip(why_not))

    @Slot()
    def _colour(self) -> None:
        icons = self._context.theme.icons
        self.field.setIcon(icons.icon("boutique", "muted", size=ICON))
        self.field.setIconSize(QSize(ICON, ICON))
        if self._plan is not None and self._simulated is not None:
            self._tell(self._plan, self._simulated)
