"""The journal: every change by day, what it did, what became of it, and the way back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPushButton

from desktop_admin.domain.journal import EntryCount
from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.context import Context
from desktop_admin.gui.export.bar import ExportBar, Leaving
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.journal.acting import JournalActs
from desktop_admin.gui.journal.cells import Pen
from desktop_admin.gui.journal.checking import JournalChecker
from desktop_admin.gui.journal.columns import columns
from desktop_admin.gui.journal.exporting import offer_journal
from desktop_admin.gui.journal.filters import Narrowing, People, Subject, SubjectBar, chip_counts
from desktop_admin.gui.journal.opening import Opener
from desktop_admin.gui.journal.reading import (
    Entries,
    Read,
    read_journal,
    read_older,
)
from desktop_admin.gui.journal.rows import Kind, Node
from desktop_admin.gui.journal.tree_model import JournalModel
from desktop_admin.gui.journal.tree_view import JournalTree
from desktop_admin.gui.journal.words import (
    chips,
    period_words,
    sentences,
    unprepared_words,
    words,
)
from desktop_admin.gui.period import days_text
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.chips import Chips
from desktop_admin.gui.widgets.state_page import StateText
from desktop_admin.gui.widgets.table_screen import NextStep, TableScreen
from desktop_admin.sources.base import Report, SalesSource

ICON = 16


class JournalScreen(TableScreen):
    """What was changed with this program, newest first."""

    def __init__(self, context: Context) -> None:
        self._said = sentences()
        self.model = JournalModel(columns(), self._said["waiting"])
        self.tree = JournalTree(context.theme, self.model)
        super().__init__(context, words(), self.tree)
        self.model.setParent(self)
        self.narrowing = Narrowing()
        self._entries: Entries | None = None
        self._counts: list[EntryCount] = []
        self._anything = True
        #: The period or the rows have changed while nobody looked.
        self._due = False
        #: What one came here for is opened once it is read.
        self._to_open: str | None = None
        #: Rows that others added leave what one looks at where it stands.
        self._anchored = True
        self.chips = Chips(context.theme, chips(), self.tr("Kind of the change"))
        self.people = People(context)
        self.subject = SubjectBar(context.theme)
        self.check = QPushButton(self.tr("Check the journal"))
        self.check.setToolTip(
            self.tr("Whether any entry was altered, removed or added behind this program’s back.")
        )
        tables = [Leaving("", partial(offer_journal, self))]
        self.leaving = ExportBar(context, self, tables, self)
        self.opener = Opener(self)
        self.acts = JournalActs(self)
        self.checker = JournalChecker(context, self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        page = self.page
        page.add_filters(self.people)
        page.add_chips(self.chips)
        page.add_action(self.check)
        page.add_exports(self.leaving)
        page.add_notice(self.subject)
        page.order_tabs([self.people.button, *self.chips.buttons.values()])
        self._say_period()

    def _connect(self) -> None:
        context, tree = self.context, self.tree
        self.chips.chosen.connect(self._chip)
        self.people.changed.connect(self._people)
        self.page.filter_changed.connect(self._filter)
        self.subject.clear_wanted.connect(self._follow_nothing)
        self.check.clicked.connect(self.checker.check)
        self.checker.working_changed.connect(self._say_what_can_be_done)
        self.model.wanted.connect(self.opener.read)
        tree.more_wanted.connect(self._more)
        tree.current_changed.connect(self.status_changed)
        context.changes.changed.connect(self._touched)
        context.changes.working_changed.connect(self._say_what_can_be_done)
        context.session.changed.connect(self._say_what_can_be_done)
        context.period.changed.connect(self._period_changed)
        context.theme.changed.connect(self._colour)
        self._colour()
        self._say_what_can_be_done()

    # Reading.
    def pen(self) -> Pen:
        """How rows are written now."""
        return Pen(self.context.formats, self._said, self.context.period.today)

    def read(self, source: SalesSource) -> None:
        """Read the newest entries again, as many as are shown."""
        self._ask(source, self.shown())

    def _ask(self, source: SalesSource, shown: int) -> None:
        which, pen = self.narrowing.filter(self.context), self.pen()

        def work(_: Report) -> Read:
            return read_journal(source, which, pen, shown)

        self.context.jobs.ask(work, self._arrived, self.failed, owner=self, topic="journal")

    def _arrived(self, read: Read) -> None:
        self._counts = list(read.counts)
        self._anything = read.anything
        self.people.offer(self._counts)
        self._show(read)
        counts = chip_counts(self._counts, self.narrowing.operators)
        self.chips.show_counts(
            {key: self.context.formats.count(number) for key, number in counts.items()}
        )
        self.rows_arrived()
        if self._to_open is not None:
            self.tree.show_key(("entry", self._to_open))
            self._to_open = None

    def _show(self, read: Read) -> None:
        place = self.tree.remember()
        self._entries = read.entries
        self.model.show(read.top)
        self.tree.recall(place, anchored=self._anchored)
        self.tree.fit_columns()

    @Slot(object)
    def _more(self, node: Node) -> None:
        if node.kind is Kind.MORE:
            self.opener.read(node.value)
            return
        source, known = self.context.session.source, self._entries
        if source is None or known is None:
            return
        which, pen = self.narrowing.filter(self.context), self.pen()

        def work(_: Report) -> Read:
            return read_older(source, which, pen, known)

        self.context.jobs.ask(work, self._older, self.failed, owner=self, topic="journal")

    def _older(self, read: Read) -> None:
        self._show(read)
        self.settle()

    # What is shown.
    def shown(self) -> int:
        """How many entries are shown."""
        return len(self._entries.found) if self._entries is not None else 0

    def total(self) -> int | None:
        """How many entries there are, as far as that matters: any, or none."""
        return int(self._anything) if self._entries is not None else None

    def matching(self) -> int:
        """How many entries match, shown or not yet."""
        counts = chip_counts(self._counts, self.narrowing.operators)
        return counts[self.narrowing.chip]

    def show_all(self) -> None:
        """Take away whatever narrows the journal down, apart from the period."""
        self._show_narrowing(Narrowing())

    def widen(self) -> None:
        """Look at all dates."""
        self.context.period.choose_kind(PeriodKind.ALL)

    def nothing_to_show(self) -> tuple[StateText, NextStep]:
        """Why there is no entry, and what helps."""
        info = self.context.session.info
        if info is not None and not info.prepared and not self._anything:
            title, meaning = unprepared_words()
            return StateText("lock", title, meaning, ""), NextStep.NOTHING
        period = self.context.period.current.kind is not PeriodKind.ALL
        if self._anything and self.narrowing.nothing and period:
            title, meaning, help_ = period_words()
            return StateText("calendar", title, meaning, help_), NextStep.WIDEN
        return super().nothing_to_show()

    def described(self) -> Status:
        """How many entries match, and what the selected ones come to."""
        formats = self.context.formats
        whole = self.context.period.current.kind is PeriodKind.ALL
        rows = (
            self.tr("%Ln change(s)", "", self.matching())
            if whole
            else self.tr("%Ln change(s) in the period", "", self.matching())
        )
        chosen = [node.value for node in self.tree.selected() if node.kind is Kind.ENTRY]
        if not chosen:
            return Status(rows)
        text = self.tr("%Ln selected", "", len(chosen))
        sales = sum(summary.sales for _, summary in chosen)
        if sales and len(chosen) == 1:
            moneys = formats.moneys(chosen[0][1].amounts.moneys())
            text = self.tr("%Ln sale(s) selected", "", sales)
            if moneys:
                text = fill(self.tr("%Ln sale(s) selected: %1", "", sales), moneys)
        return Status(rows, text, self.tr("The sum counts paid and uncancelled sales"))

    def name_of(self, change_set: str) -> str:
        """How the operator calls an entry that is shown."""
        node = self.model.node(self.model.index_of_key(("entry", change_set)))
        return node.text if node is not None else ""

    def whole_values(self, node: Node) -> int:
        """How many values go together with that row; 0 where it stands alone."""
        above = self.model.node(self.model.index_of_key(("entry", node.change_set)))
        if above is None or node.group is None:
            return 0
        entry, _ = above.value
        return above.values if entry.groups[node.group].whole else 0

    # Narrowing down.
    def show_goto(self, goto: Goto) -> None:
        """Follow a terminal, a sale or a boutique through the whole journal, or show one entry."""
        subject = Subject.of(goto)
        if subject.nothing:
            return
        # Nobody knows yet in which period that is.
        self._to_open = goto.change_set
        self.context.period.choose_kind(PeriodKind.ALL)
        self._show_narrowing(Narrowing(subject=subject))

    def _show_narrowing(self, narrowing: Narrowing) -> None:
        self.chips.buttons[narrowing.chip].setChecked(True)
        self.people.choose(narrowing.operators)
        self.page.set_filter_text(narrowing.text)
        self._narrow(narrowing)

    def _narrow(self, narrowing: Narrowing) -> None:
        self.narrowing = narrowing
        self._name_subject()
        self._read_anew()

    def _read_anew(self) -> None:
        self._say_period()
        if self.context.session.source is not None:
            self._ask(self.context.session.source, 0)

    def _name_subject(self) -> None:
        """Say what is followed; its name takes a question."""
        subject, source = self.narrowing.subject, self.context.session.source
        ids = (subject.terminal, subject.sale, subject.boutique)
        number = next((str(one) for one in ids if one is not None), "")
        self.subject.say(subject, f"#{number}")
        if source is None or not number:
            return

        def work(_: Report) -> str:
            return _name(source, subject)

        self.context.jobs.ask(work, self._named, self.failed, owner=self, topic="subject")

    def _named(self, name: str) -> None:
        if name:
            self.subject.say(self.narrowing.subject, name)

    @Slot()
    def _follow_nothing(self) -> None:
        self._narrow(replace(self.narrowing, subject=Subject()))

    @Slot(str)
    def _chip(self, key: str) -> None:
        if key != self.narrowing.chip:
            self._narrow(replace(self.narrowing, chip=key))

    @Slot()
    def _people(self) -> None:
        self._narrow(replace(self.narrowing, operators=self.people.chosen))

    @Slot(str)
    def _filter(self, text: str) -> None:
        if text != self.narrowing.text:
            self._narrow(replace(self.narrowing, text=text))

    @Slot()
    def _period_changed(self) -> None:
        self._due = True
        if self.isVisible():
            self.catch_up()

    def _say_period(self) -> None:
        days = days_text(self.context.period.current)
        self.page.show_counts(fill(self.tr("%1, %2 time"), days, self.context.formats.city))

    # What happens meanwhile.
    def catch_up(self) -> None:
        """Read what has changed while nobody looked."""
        if self._due:
            self._due = False
            self._read_anew()

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        """Something was changed: there is a new entry, and older ones are not what they were."""
        self._anchored = touched.elsewhere or self.tree.verticalScrollBar().value() > 0
        if not self.isVisible():
            self._due = True
        elif self.context.session.source is not None:
            self.read(self.context.session.source)

    @Slot()
    def _say_what_can_be_done(self) -> None:
        changes = self.context.changes
        self.tree.cells.obstacle = changes.why_not()
        self.tree.viewport().update()
        open_ = self.context.session.source is not None
        self.check.setEnabled(open_ and not self.checker.working)
        self.leaving.setEnabled(open_)

    @Slot()
    def _colour(self) -> None:
        icons = self.context.theme.icons
        for button, icon in ((self.check, "shield"),):
            button.setIcon(icons.icon(icon, "text", size=ICON))
            button.setIconSize(QSize(ICON, ICON))


def _name(source: SalesSource, subject: Subject) -> str:
    """What the database calls what is followed; empty where it is gone. For workers."""
    if subject.sale is not None:
        return next((one.number for one in source.sales([subject.sale]) if one), "")
    if subject.terminal is not None:
        terminals = (one for one in source.terminals() if one.id == subject.terminal)
        return next((f"{one.name} ({one.serial})" for one in terminals), "")
    boutiques = (one.name for one in source.boutiques() if one.id == subject.boutique)
    return next(boutiques, "")
