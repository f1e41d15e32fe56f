"""The panel beside the preview: what is known of a sale or a group, and where it shall go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_admin.domain.money import Money
from desktop_admin.domain.repair import Plan, Proposal
from desktop_admin.domain.stray import StrayPlan, StrayProposal
from desktop_admin.gui._built.ui_repair_panel import Ui_RepairPanel
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.repair.panel.body import RepairSections, Told
from desktop_admin.gui.repair.panel.effect import EffectPart
from desktop_admin.gui.repair.panel.lines import LinesPart
from desktop_admin.gui.repair.panel.overview import OverviewPart
from desktop_admin.gui.repair.panel.picking import picker_for
from desktop_admin.gui.repair.panel.reading import (
    AnyPlan,
    View,
    common_terminal,
    read_view,
)
from desktop_admin.gui.repair.panel.simulator import Simulator
from desktop_admin.gui.repair.panel.targets import Offer, TargetChoice
from desktop_admin.gui.repair.panel.wanted import Wanted
from desktop_admin.gui.repair.subject import Subject, SubjectWords
from desktop_admin.gui.repair.words import surenesses
from desktop_admin.gui.text import one_line, tooltip
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.tab_stop import buttons_in
from desktop_admin.sources.base import Report, SourceError

ICON = 16
#: Arrow keys that run through the rows ask once they rest.
PAUSE_MS = 100
#: An answer that takes longer is said to be awaited.
PATIENCE_MS = 250


@dataclass(frozen=True, slots=True)
class _Read:
    """What was worked out of what is to be shown."""

    view: View
    terminal: int | None


class RepairPanel(QFrame):
    """Shows what is selected in the preview; works it out itself, off the GUI thread."""

    #: The boutique or the terminal that the operator chose for what is shown: its id.
    target_chosen = Signal(object)
    #: A terminal shall be assigned: its id.
    assign_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: AnyPlan | None = None
        self._subject: Subject | None = None
        #: What is to be shown; None: nothing is selected.
        self._wanted: Wanted | None = None
        #: What is shown.
        self._shown: Wanted | None = None
        self._sureness = surenesses()
        self._body = RepairSections(context, self)
        self._ui = Ui_RepairPanel()
        self._ui.setupUi(self)
        ui = self._ui
        self._effect = EffectPart(context, ui.effect, self)
        self._lines = LinesPart(context, ui.lines, self)
        self._overview = OverviewPart(context, ui.overview, self)
        self._targets = TargetChoice(context)
        ui.choice.addWidget(self._targets)
        self._simulator = Simulator(context)
        ui.after.addWidget(self._simulator)
        self._pause = self._timer(PAUSE_MS)
        self._patience = self._timer(PATIENCE_MS)
        self._connect()
        self._dress()
        self.clear()

    def _connect(self) -> None:
        ui, targets = self._ui, self._targets
        for button in (ui.copy, ui.close):
            button.setIconSize(QSize(ICON, ICON))
        ui.copy.clicked.connect(self._copy)
        ui.close.clicked.connect(self.close_wanted)
        targets.chosen.connect(self._choose)
        targets.other_wanted.connect(self._ask_other)
        targets.assign_wanted.connect(self.assign_wanted)
        self._simulator.assign_wanted.connect(self.assign_wanted)
        self._pause.timeout.connect(self._read)
        self._patience.timeout.connect(self._say_reading)
        self._overview.filled.connect(self._order_tabs)
        self._context.theme.changed.connect(self._dress_anew)
        self._context.session.changed.connect(self._pause.start)

    # What is to be shown.
    def show_plan(self, plan: Plan | StrayPlan | None) -> None:
        """Show what this plan tells as a whole: nothing is selected."""
        if plan is not self._plan:
            self._plan = plan
            strays = isinstance(plan, StrayPlan)
            words = SubjectWords.here(strays=strays)
            self._subject = Subject.of(plan, words) if plan is not None else None
        self._want(None)

    def show_group(
        self,
        proposals: Sequence[Proposal] | Sequence[StrayProposal],
        target: int | None,
        targets: Sequence[int] = (),
    ) -> None:
        """Show sales of one confidence with the same candidates, which are to go to `target`;
        None: nowhere yet, or each where `targets` says, a negative number where nowhere."""
        if self._plan is not None and proposals:
            self._want(Wanted(self._plan, proposals, target, single=False, targets=targets))

    def show_sale(self, proposal: Proposal | StrayProposal, target: int | None) -> None:
        """Show one sale."""
        if self._plan is not None:
            self._want(Wanted(self._plan, (proposal,), target, single=True))

    def clear(self) -> None:
        """Show nothing."""
        self.show_plan(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what was selected while nobody saw it."""
        super().showEvent(event)
        self._pause.start()

    def _want(self, wanted: Wanted | None) -> None:
        self._wanted = wanted
        if wanted is not None:
            # What is shown of another sale must not decide about this one.
            same = wanted.is_of(self._shown)
            self._targets.setEnabled(same)
            self._simulator.setEnabled(same)
        self._pause.start()

    # Reading.
    @Slot()
    def _read(self) -> None:
        """Work out what is selected, unless nobody sees it."""
        wanted, subject = self._wanted, self._subject
        if not self.isVisible():
            return
        if wanted is None or subject is None:
            self._show_overview()
            return
        language = self._context.formats.language

        def work(_: Report) -> _Read:
            view = read_view(wanted.plan, wanted.proposals, wanted.target, language)
            return _Read(view, common_terminal(wanted.plan, wanted.proposals))

        if not wanted.is_of(self._shown):
            self._patience.start()
        self._context.jobs.ask(
            work,
            partial(self._show, wanted),
            self._failed,
            owner=self,
            topic="panel",
            priority=Priority.FIRST,
        )

    # What is shown.
    def _show(self, wanted: Wanted, read: _Read) -> None:
        subject = self._subject
        if wanted is not self._wanted or subject is None:
            return
        self._patience.stop()
        again = wanted.is_of(self._shown)
        scrolled = self._ui.scroll.verticalScrollBar().value() if again else 0
        first, view = wanted.proposals[0], read.view
        sale = first if wanted.single else None
        boutique = first.orphan.boutique_id if isinstance(first, StrayProposal) else None
        named = read.terminal is not None and first.orphan.terminal_id is None
        told = Told(view, subject, sale, read.terminal, named, boutique, wanted.target)
        self._shown = wanted
        self._overview.hide()
        self._head(told)
        ui = self._ui
        sections.put(ui.facts, self._body.facts(told))
        sections.put(ui.evidence, self._body.evidence(told))
        self._targets.offer(Offer.of(view), wanted.target, strays=subject.strays)
        self._targets.setEnabled(True)
        self._targets.show()
        orphans = wanted.plan if isinstance(wanted.plan, Plan) else None
        self._simulator.show_terminal(orphans, read.terminal)
        self._simulator.setEnabled(True)
        self._effect.show(wanted, subject)
        self._lines.show(wanted, subject)
        self._order_tabs()
        ui.scroll.setAccessibleDescription("\n".join(self._body.spoken(told)))
        ui.scroll.verticalScrollBar().setValue(scrolled)

    def _show_overview(self) -> None:
        self._patience.stop()
        ui, title = self._ui, self.tr("Evidence")
        self._hide_all()
        ui.name.setText(title)
        ui.name.setAccessibleName(title)
        ui.name.setToolTip("")
        for part in (ui.copy, ui.amount, ui.state, ui.state_icon):
            part.hide()
        ui.scroll.setAccessibleDescription("")
        self._overview.show(self._plan)

    def _hide_all(self) -> None:
        self._shown = None
        self._targets.hide()
        self._simulator.show_terminal(None, None)
        for part in (self._effect, self._lines, self._overview):
            part.hide()
        sections.put(self._ui.evidence, ())
        sections.put(self._ui.facts, ())

    @Slot()
    def _say_reading(self) -> None:
        self._hide_all()
        sections.put(self._ui.facts, [sections.note(self.tr("Reading…"))])

    def _failed(self, error: SourceError) -> None:
        self._patience.stop()
        self._hide_all()
        sections.put(self._ui.facts, [sections.note(explain(error).sentences)])

    def _head(self, told: Told) -> None:
        ui, view, sale = self._ui, told.view, told.sale
        if sale is not None:
            name = sale.orphan.number
            orphan = sale.orphan
            figure = self._context.formats.money(Money(orphan.currency, orphan.cents))
        else:
            name = told.subject.origin(told.boutique if told.subject.strays else told.terminal)
            figure = self.tr("%Ln sale(s)", "", view.sales)
        # It may be broken after each of its parts.
        ui.name.setText(one_line(name).replace("-", "-\u200b"))
        ui.name.setAccessibleName(one_line(name))
        ui.name.setToolTip(tooltip(name))
        ui.copy.setVisible(sale is not None)
        ui.amount.setText(figure)
        sure = self._sureness[view.confidence]
        ui.state.setText(sure.tag)
        ui.state.setToolTip(tooltip(sure.meaning))
        icons, ratio = self._context.theme.icons, self.devicePixelRatio()
        ui.state_icon.setPixmap(icons.pixmap(sure.icon, sure.ink, ICON, ratio))
        for part in (ui.amount, ui.state, ui.state_icon):
            part.show()

    # What is chosen.
    @Slot(object)
    def _choose(self, target: int) -> None:
        wanted = self._wanted
        if wanted is not None and wanted.is_of(self._shown) and target != wanted.target:
            self.target_chosen.emit(target)

    @Slot()
    def _ask_other(self) -> None:
        wanted = self._wanted
        if wanted is not None and wanted.is_of(self._shown):
            picker = picker_for(self._context, wanted, self)
            picker.chosen.connect(partial(self._other_chosen, wanted))
            picker.open()

    def _other_chosen(self, asked: Wanted, target: int) -> None:
        """The target of what it was asked for; the selection cannot move behind the question,
        but the plan can be made anew."""
        if self._wanted is not None and self._wanted.is_of(asked):
            self.target_chosen.emit(target)

    @Slot()
    def _copy(self) -> None:
        if self._shown is not None and self._shown.single:
            number = self._shown.proposals[0].orphan.number
            QGuiApplication.clipboard().setText(number)
            self._context.messages.say(self.tr("Sale number copied"))

    # The look.
    @Slot()
    def _order_tabs(self) -> None:
        """Let the Tab key go through the sections from top to bottom: they are made anew."""
        before: QWidget = self._ui.scroll
        for button in buttons_in(self._ui.inside_layout):
            QWidget.setTabOrder(before, button)
            before = button

    @Slot()
    def _dress(self) -> None:
        icons = self._context.theme.icons
        self._ui.copy.setIcon(icons.icon("copy", "muted", size=ICON))
        self._ui.close.setIcon(icons.icon("close", "muted", size=ICON))

    @Slot()
    def _dress_anew(self) -> None:
        self._dress()
        self._targets.rebuild()
        self._pause.start()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer
