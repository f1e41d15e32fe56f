"""Terminals on the left, the boutiques they can go to on the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_admin.gui._built.ui_assignment_page import Ui_AssignmentPage
from desktop_admin.gui.assignment.boutique_pane import BoutiquePane
from desktop_admin.gui.assignment.buttons import Buttons
from desktop_admin.gui.assignment.exporting import bar_of, copy_selected
from desktop_admin.gui.assignment.loading import Written, written
from desktop_admin.gui.assignment.menus import Menus
from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.assignment.shop import Shop, Span, read_shop, read_touched
from desktop_admin.gui.assignment.split_memory import SplitMemory
from desktop_admin.gui.assignment.table_memory import TableMemory
from desktop_admin.gui.assignment.terminal_columns import Quick, terminal_cells
from desktop_admin.gui.assignment.terminal_table import TerminalTable
from desktop_admin.gui.assignment.terminals_model import TerminalsModel
from desktop_admin.gui.assignment.tree_cells import tree_cells
from desktop_admin.gui.assignment.tree_model import Drop
from desktop_admin.gui.assignment.wanted import show_wanted
from desktop_admin.gui.assignment.words import quick_chips, screen_words
from desktop_admin.gui.assignment.work import Work
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.jobs import Job, Priority
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.chips import Chips
from desktop_admin.gui.widgets.selection import Remembered, locate
from desktop_admin.gui.widgets.table_screen import TableScreen
from desktop_admin.sources.base import Report, SalesSource

#: Below this width the sentence beside the title would be cut to nothing.
ROOM_FOR_HINT = 900
_SPLITTER = "assignment.splitter"


class AssignmentScreen(TableScreen):
    """Terminals and boutiques; what is done with them is `Work`'s."""

    def __init__(self, context: Context) -> None:
        self.terminals = TerminalTable(context.theme)
        super().__init__(context, screen_words(), self.terminals)
        self.shop = Shop()
        self.model = TerminalsModel(self)
        self.work = Work(context, self)
        self._names: Job[Written] | None = None
        self._pending: Drop | None = None
        self._wanted: Goto | None = None
        self._ready = False
        #: The period was changed while nobody looked.
        self._stale = False
        self._ui = Ui_AssignmentPage()
        frame = QWidget()
        self._ui.setupUi(frame)
        self.boutiques = BoutiquePane(context, self._ui.tree_filter, self)
        self.chips = Chips(context.theme, quick_chips(), self.tr("Which terminals"))
        self._arrange(frame)
        self._connect()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, self.assign_selected, context=scope)
        self._menus = Menus(self.work, self.terminals, self.boutiques.view)
        self._buttons = Buttons(context, self._ui, self.terminals, self)
        self._rights_changed()

    def _arrange(self, frame: QWidget) -> None:
        ui, outer = self._ui, self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.addWidget(frame)
        ui.left_layout.addWidget(self.page)
        ui.tree_card_layout.addWidget(self.boutiques.view)
        ui.tree_card_layout.addWidget(self.boutiques.nothing)
        self.page.be_part(self.chips)
        self.page.order_tabs(self.chips.buttons.values())
        self.leaving = bar_of(self)
        ui.header_layout.insertWidget(ui.header_layout.indexOf(ui.assign_list), self.leaving)
        self.leaving.fit_into(ui.assignment_header)
        _finish(ui, self.terminals, self.boutiques.view)
        self.boutiques.view.setAccessibleName(self.tr("Boutiques"))
        self.boutiques.model.notes = tree_cells(self.context.formats).notes
        ui.splitter.setChildrenCollapsible(True)
        ui.splitter.setCollapsible(0, False)
        share = self.boutiques.view.share_of
        self._split = SplitMemory(self.context.memory, _SPLITTER, ui.splitter, share)
        self.terminals.show_model(self.model)
        TableMemory(self.context.memory, self.terminals, self.model, self.chips)

    def _connect(self) -> None:
        context, ui, table, tree = self.context, self._ui, self.terminals, self.boutiques.view
        self.chips.chosen.connect(self._narrow)
        table.copy_wanted.connect(partial(copy_selected, self))
        table.opened.connect(self.work.open_terminal)
        table.carrying.connect(self._carrying)
        tree.opened.connect(self._open_key)
        tree.ready_changed.connect(self._ready_changed)
        tree.drag_ended.connect(self._take_drop)
        self.boutiques.model.dropped.connect(self._dropped)
        self.page.filter_changed.connect(self._filter)
        ui.assign_to.clicked.connect(self.assign_selected)
        ui.assign_list.clicked.connect(self.work.assign_list)
        context.changes.changed.connect(self._touched)
        context.period.changed.connect(self._period_changed)
        context.session.changed.connect(self._rights_changed)

    # Reading.
    def read(self, source: SalesSource) -> None:
        """Ask for everything; the first time for names first, because counting takes long."""
        span = self._span()
        if self.refreshed_at is None:
            names = partial(read_shop, source, span, figures=False)
            self._names = self._ask(names, "names", Priority.FIRST)
        self._ask(partial(read_shop, source, span, figures=True), "rows", Priority.NORMAL)

    def _span(self) -> Span:
        period = self.context.period
        return Span(period.since, period.until)

    def _ask(self, read: partial[Shop], topic: str, priority: Priority) -> Job[Written]:
        formats = self.context.formats
        cells, tree = terminal_cells(formats, self.context.clock()), tree_cells(formats)

        def work(_: Report) -> Written:
            return written(read, cells, tree)

        return self.context.jobs.ask(
            work,
            self._names_arrived if topic == "names" else self._arrived,
            self.failed,
            owner=self,
            topic=topic,
            priority=priority,
        )

    def _names_arrived(self, found: Written) -> None:
        self._names = None
        self._show(found)

    def _arrived(self, found: Written) -> None:
        if self._names is not None:
            # Names that come after the figures would take them away again.
            self._names.cancel()
            self._names = None
        self._show(found)

    def _show(self, found: Written) -> None:
        remembered = self.terminals.remember()
        place = self.boutiques.view.remember()
        self.shop = self.work.shop = found.shop
        self._quick = found.quick
        self.model.show(found.columns, found.rows)
        self.model.narrow(self._left())
        self.terminals.fit_columns()
        self.recall(remembered)
        self.boutiques.view.counted = found.shop.by_terminal is not None
        now = self.context.clock()
        self.boutiques.model.show(found.shop, now, found.tree_columns, found.tree)
        self.boutiques.view.recall(place)
        self._split.fit()
        self.boutiques.view.fit_columns()
        counts = self.context.formats.count
        self.chips.show_counts({key.value: counts(len(ids)) for key, ids in self._quick.items()})
        self.page.fit_filter()
        self.rows_arrived()
        self.badge_changed.emit()
        self._buttons.selection_changed()
        self._show_wanted()

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        source = self.context.session.source
        if source is None or self.refreshed_at is None:
            return
        read = partial(read_touched, source, self.shop, self._span(), touched)
        self._ask(read, "rows", Priority.FIRST)

    @Slot()
    def _period_changed(self) -> None:
        self._stale = self.refreshed_at is not None
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Count anew in another period."""
        if self._stale:
            self._stale = False
            self.refresh()

    # What is shown.
    def shown(self) -> int:
        """How many terminals are shown."""
        return self.model.rowCount()

    def total(self) -> int | None:
        """How many there are."""
        return self.model.total

    def show_all(self) -> None:
        """Take the filters away."""
        self.chips.choose(Quick.ALL.value)
        super().show_all()

    def _left(self) -> frozenset[int] | None:
        key = Quick(self.chips.current)
        return None if key is Quick.ALL else self._quick[key]

    @Slot(str)
    def _narrow(self, _key: str) -> None:
        if self.refreshed_at is not None:
            remembered = self.terminals.remember()
            self.model.narrow(self._left())
            self.recall(remembered)
            self.settle()

    @Slot(str)
    def _filter(self, text: str) -> None:
        remembered = self.terminals.remember()
        self.model.filter(text)
        self.recall(remembered)
        self.settle()

    def recall(self, remembered: Remembered) -> None:
        """Select these terminals again, as far as they are shown."""
        shown = self.model.rowCount()
        ids = self.model.ids_between(0, shown - 1) if shown else ()
        self.terminals.recall(locate(ids, remembered))

    def show_goto(self, goto: Goto) -> None:
        """Show terminals or a boutique, or what a quick filter leaves, once they are read."""
        self._wanted = goto
        if self.refreshed_at is not None:
            self._show_wanted()

    def _show_wanted(self) -> None:
        goto, self._wanted = self._wanted, None
        if goto is not None:
            show_wanted(self, goto)

    # What the window asks.
    def badge(self) -> str:
        """How many terminals have no boutique."""
        alone = self.shop.without_boutique
        return self.context.formats.count(alone) if alone else ""

    def badge_meaning(self) -> str:
        """The same in words."""
        alone = self.shop.without_boutique
        return self.tr("%Ln terminal(s) without boutique", "", alone) if alone else ""

    def described(self) -> Status:
        """Terminals shown, and the orphans of those selected; while dragging, how it ends."""
        formats = self.context.formats
        rows = fill(
            self.tr("%Ln terminal(s) of %1", "", self.shown()), formats.count(self.model.total)
        )
        if self._ready:
            return Status(rows, self.tr("Let go to assign, Esc to give up"))
        count = self.terminals.selected_count()
        if not count:
            return Status(rows)
        orphans, amounts = self.shop.orphans_of(self.terminals.selected_ids())
        moneys = amounts.moneys()
        chosen = self.tr("%Ln terminal(s) selected", "", count)
        if not orphans:
            return Status(rows, chosen)
        lost = self.tr("%Ln orphan sale(s)", "", orphans)
        text = f"{chosen}, {lost}" + (f" : {formats.moneys(moneys)}" if moneys else "")
        return Status(rows, text, self.tr("Orphan sales of all dates; amounts: paid, uncancelled"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._ui.assignment_hint.setVisible(self.width() >= ROOM_FOR_HINT)

    # What is done.
    def selected(self) -> list[int]:
        """The terminals that are selected where one looks: in the tree, if that has the
        keyboard, else in the table."""
        keys = self.boutiques.view.selected_keys() if self.boutiques.view.hasFocus() else ()
        found = [key.id for key in keys if key.kind is Kind.TERMINAL]
        return found or list(self.terminals.selected_ids())

    @Slot()
    def assign_selected(self) -> None:
        """Ask where the selected terminals shall go."""
        self.work.choose_boutique(self.selected())

    @Slot(object)
    def _dropped(self, drop: Drop) -> None:
        """Remember; what it would do is asked once the mouse is free again."""
        self._pending = drop
        QTimer.singleShot(0, self, self._take_drop)

    @Slot()
    def _take_drop(self) -> None:
        if self.terminals.dragging or self.boutiques.view.dragging:
            return
        drop, self._pending = self._pending, None
        if drop is not None:
            self.work.assign(drop.terminals, drop.target)

    @Slot(object)
    def _carrying(self, ids: tuple[int, ...]) -> None:
        self.boutiques.view.carry(ids)
        if not ids:
            self._take_drop()

    @Slot(bool)
    def _ready_changed(self, ready: bool) -> None:
        self._ready = ready
        self.status_changed.emit()

    @Slot(object)
    def _open_key(self, key: Key) -> None:
        if key.kind is Kind.TERMINAL:
            self.work.open_terminal(key.id)
        elif key.kind is Kind.BOUTIQUE:
            self.work.open_boutique(key.id)
        elif key.kind is Kind.MERCHANT:
            view = self.boutiques.view
            view.setExpanded(view.currentIndex(), not view.isExpanded(view.currentIndex()))

    @Slot()
    def _rights_changed(self) -> None:
        may_move = self.context.changes.may_write
        self.model.may_move = self.boutiques.model.may_move = may_move


def _finish(ui: Ui_AssignmentPage, table: QWidget, tree: QWidget) -> None:
    """Let the Tab key go on from the terminals to the boutiques, and the buttons stay at the
    right where the sentence beside the title is left out."""
    for before, after in ((table, ui.tree_filter), (ui.tree_filter, tree)):
        QWidget.setTabOrder(before, after)
    keeps = ui.assignment_hint.sizePolicy()
    keeps.setRetainSizeWhenHidden(True)
    ui.assignment_hint.setSizePolicy(keeps)
