"""The page of a report: what was changed and left alone, the proof, the effect, what remains."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from desktop_admin.domain.changes import Field
from desktop_admin.gui._built.ui_repair_report import Ui_RepairReport
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.export.bar import ExportBar, Leaving
from desktop_admin.gui.export.offer import Offer
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.report.causes import Causes
from desktop_admin.gui.repair.report.columns import Heads
from desktop_admin.gui.repair.report.content import Cause, Content, write
from desktop_admin.gui.repair.report.detail import Detail
from desktop_admin.gui.repair.report.effects import EffectsTable
from desktop_admin.gui.repair.report.fate import Fate
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill, tooltip
from desktop_admin.gui.widgets.restyle import restyle
from desktop_admin.gui.widgets.sections import empty, note
from desktop_admin.gui.widgets.state_page import StatePage, StateText
from desktop_admin.reports.repair import RepairReport
from desktop_admin.reports.sheets import Book
from desktop_admin.sources.base import Report, SourceError

STEP_ICON, ICON, TILE_ICON = 14, 24, 20
#: Where there is less room than this, what remains stands below the tables.
_BESIDE = 860
_MARGIN = 16
_RIGHT = 300


class ReportPage(QWidget):
    """Shows one `RepairReport`, saves it and prints it."""

    #: A new analysis is wanted.
    analyse_wanted = Signal()
    #: What the report tells of shall be taken back.
    undo_wanted = Signal()
    #: The report is written: `status` says something now.
    ready = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.report: RepairReport | None = None
        self.content: Content | None = None
        self._ui = ui = Ui_RepairReport()
        ui.setupUi(self)
        self._state = StatePage(context.theme)
        ui.stack.addWidget(self._state)
        self.effects = EffectsTable(context)
        ui.effects_layout.addWidget(self.effects)
        self.detail = Detail(context)
        ui.detail_head.addWidget(self.detail.chips, 1)
        ui.detail_layout.addWidget(self.detail.view, 1)
        self.causes = Causes(context.theme, ui.remains_list, self)
        self.leaving = ExportBar(context, self, [Leaving("", self.offer)], self)
        ui.header_layout.insertWidget(ui.header_layout.indexOf(ui.again), self.leaving)
        self.fate = Fate(context, self)
        self.setFocusProxy(self.detail.view)
        self._connect()
        self._name()
        self.say_waiting()
        self._colour()

    def _connect(self) -> None:
        ui = self._ui
        ui.again.clicked.connect(self.analyse_wanted)
        ui.undo.clicked.connect(self.undo_wanted)
        ui.journal.clicked.connect(self._open_journal)
        self.causes.wanted.connect(self._go)
        self._state.next_step.connect(self.analyse_wanted)
        self.fate.changed.connect(self._say_fate)
        self.context.changes.working_changed.connect(self._allow)
        self.context.session.changed.connect(self._allow)
        self.context.theme.changed.connect(self._colour)

    def _name(self) -> None:
        ui = self._ui
        ui.steps.setAccessibleName(
            self.tr("Analysis: done. Preview: done. Report: this is where you are.")
        )
        self.effects.setAccessibleName(ui.effects_title.text())
        self.detail.view.setAccessibleName(self.tr("Every sale of the repair"))
        leaving = (self.leaving.button, self.leaving.printer)
        chips = self.detail.chips.buttons.values()
        order = (*leaving, ui.again, ui.undo, self.effects, *chips)
        before: QWidget = order[0]
        for widget in order[1:]:
            QWidget.setTabOrder(before, widget)
            before = widget

    # What is shown.
    def say_waiting(self) -> None:
        """Say that the report is being made."""
        self._state.say(
            StateText(
                "hourglass",
                self.tr("The report is being made"),
                self.tr("The change is done. What it came to is being counted."),
            )
        )
        self._ui.stack.setCurrentWidget(self._state)
        self._enable(False)

    def say_failed(self, error: SourceError) -> None:
        """Say that the repair was made, and why there is no report of it."""
        said = explain(error)
        meaning = self.tr("The change itself was made, and stands in the journal. %1")
        text = fill(meaning, said.sentences)
        title = self.tr("The report could not be made")
        again = self._ui.again.text().replace("&", "")
        self._state.say(StateText("warning", title, text, again, "orphan"))
        self._ui.stack.setCurrentWidget(self._state)

    def show_report(self, report: RepairReport) -> None:
        """Show this report, as soon as it is written."""
        self.report, self.content = report, None
        self.say_waiting()
        heads, formats = Heads.here(), self.context.formats
        self.fate.follow(report)

        def work(_: Report) -> Content:
            return write(report, heads, formats)

        self.context.jobs.ask(
            work, partial(self._written, report), self.say_failed, owner=self, topic="report"
        )

    def _written(self, report: RepairReport, content: Content) -> None:
        self.content = content
        ui = self._ui
        strays = report.field is Field.TERMINAL
        ui.headline.setText(content.headline)
        ui.changed_name.setText(self.tr("changed", "sales"))
        ui.left_name.setText(self.tr("left alone", "sales"))
        ui.changed_count.setText(content.changed)
        ui.changed_note.setText(content.changed_note)
        ui.left_count.setText(content.left)
        ui.left_note.setText(content.left_note)
        ui.check_name.setText(content.check)
        ui.check_note.setText(content.check_note)
        ui.effects_card.setVisible(bool(content.effects) and not strays)
        ui.effects_period.setText(content.period)
        self.effects.show_content(content)
        self.detail.show_content(report, content)
        ui.remains_title.setText(content.remains_title)
        ui.lacking.setText(content.lacking)
        self.causes.show_causes(content.causes)
        empty(ui.notes)
        for text in content.notes:
            line = note(text)
            line.setProperty("role", "caption")
            ui.notes.addWidget(line)
        ui.change_set.setText(fill(self.tr("Change set: %1"), content.change_set))
        ui.hash.setText(fill(self.tr("Hash of the entry: %1"), content.journal_hash))
        for label in (ui.change_set, ui.hash):
            label.setToolTip(tooltip(label.text()))
        self._order_causes()
        self._say_fate()
        ui.stack.setCurrentWidget(ui.shown)
        ui.report_scroll.verticalScrollBar().setValue(0)
        self._fit_header()
        self._enable(True)
        self._colour()
        if self.isVisible():
            self.take_focus()
        self.ready.emit()

    def _order_causes(self) -> None:
        """The Tab key goes from the sales to the causes, and from these to the journal."""
        before: QWidget = self.detail.view
        QWidget.setTabOrder(list(self.detail.chips.buttons.values())[-1], before)
        for widget in (*self.causes.buttons, self._ui.journal):
            QWidget.setTabOrder(before, widget)
            before = widget

    def _enable(self, there: bool) -> None:
        self.leaving.setEnabled(there)

    @Slot()
    def _say_fate(self) -> None:
        """Say whether what the report tells of still holds."""
        content, ui = self.content, self._ui
        if content is None:
            return
        ui.signature.setText(self.fate.text or content.signature)
        ui.undo.setVisible(content.done and not self.fate.gone)
        self._allow()
        self._colour()

    @Slot()
    def _allow(self) -> None:
        changes = self.context.changes
        self._ui.undo.setEnabled(changes.may_write and not changes.working)
        self._ui.undo.setToolTip(changes.why_not())

    def status(self) -> Status:
        """What to say in the status line."""
        report, content = self.report, self.content
        if report is None or content is None:
            return Status()
        outcome = report.outcome
        text = self.tr("%Ln sale(s) changed", "", outcome.applied)
        if outcome.left_alone:
            left = self.tr("%Ln left alone", "", len(outcome.left_alone))
            text = f"{text}, {left}"
        return Status(text, content.amounts)

    def take_focus(self) -> None:
        """Let the keyboard work on the sales; as soon as they are there, it does by itself."""
        if self.content is not None:
            self.detail.view.setFocus()

    # What the operator does.
    def offer(self) -> Offer | None:
        """The report, to leave; None before it is written."""
        report, content, context = self.report, self.content, self.context
        if report is None or content is None:
            return None
        name = self.tr("repair", "beginning of a file name")
        make = partial(_book, report, context.formats)
        return Offer(self.tr("Export of the report"), name, report.at, len(report.lines), make)

    @Slot()
    def _open_journal(self) -> None:
        if self.report is not None:
            self.context.ways.go(Goto("journal", change_set=self.report.outcome.change_set))

    @Slot(object)
    def _go(self, cause: Cause) -> None:
        if cause.goto is None:
            self.analyse_wanted.emit()
        else:
            self.context.ways.go(cause.goto)

    # How it looks.
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what remains below the tables where there is little room."""
        super().resizeEvent(event)
        ui = self._ui
        beside = self.width() >= _BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        ui.columns.setDirection(across if beside else down)
        ui.columns.setStretch(0, 1)
        ui.remains_card.setMaximumWidth(_RIGHT if beside else 16_777_215)
        self._fit_header()

    def _fit_header(self) -> None:
        """Leave out the steps before, then all of them, where the buttons need the room."""
        ui = self._ui
        wide = _wide(ui.header_layout.spacing(), ui.title, self.leaving, ui.again)
        wide += _wide(ui.steps_layout.spacing(), ui.step3_icon, ui.step3)
        room = self.width() - 2 * _MARGIN - ui.header_layout.spacing()
        ui.steps.setVisible(wide <= room)
        before = (ui.step1_icon, ui.step1, ui.dash1, ui.step2_icon, ui.step2, ui.dash2)
        wide += _wide(ui.steps_layout.spacing(), *before)
        for one in before:
            one.setVisible(wide <= room)

    @Slot()
    def _colour(self) -> None:
        ui, content = self._ui, self.content
        for label in (ui.step1_icon, ui.step2_icon, ui.step3_icon):
            self._draw(label, "check", "good", STEP_ICON)
        icons = self.context.theme.icons
        for button, name in ((ui.again, "refresh"),):
            button.setIcon(icons.icon(name, "text", size=16))
        ui.undo.setIcon(icons.icon("undo", "text", size=16))
        self.causes.colour()
        if content is None:
            return
        done = content.done and not self.fate.gone
        ui.banner.setProperty("role", "good_box" if done else "notice")
        ui.headline.setProperty("role", "outcome_good" if done else "outcome_orphan")
        self._draw(
            ui.banner_icon, "good" if done else "warning", "good" if done else "orphan", ICON
        )
        left = bool(self.report and self.report.outcome.left_alone)
        self._tile(ui.changed_icon, "check", "good" if content.done else "plain")
        self._tile(ui.left_icon, "left_alone", "orphan" if left else "plain")
        self._tile(
            ui.check_icon,
            "shield" if content.intact else "warning",
            "good" if content.intact else "orphan",
        )
        for widget in (ui.banner, ui.headline):
            restyle(widget)

    def _tile(self, label: QLabel, icon: str, tone: str) -> None:
        label.setProperty("role", f"tile_{tone}")
        restyle(label)
        self._draw(label, icon, "muted" if tone == "plain" else tone, TILE_ICON)

    def _draw(self, label: QLabel, icon: str, ink: str, size: int) -> None:
        ratio = self.devicePixelRatio()
        label.setPixmap(self.context.theme.icons.pixmap(icon, ink, size, ratio))


def _book(report: RepairReport, formats: Formats, _: Report) -> Book:
    """For workers."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports.proof import book
    from desktop_admin.wording.words import Words

    return book(report, Words(formats.language, formats.zone.key))


def _wide(spacing: int, *widgets: QWidget) -> int:
    """How wide these are side by side."""
    return sum(one.sizeHint().width() + spacing for one in widgets)
