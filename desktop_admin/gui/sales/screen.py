"""All sales in one table, narrowed down and sorted by the source."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Slot

from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.memory import Json
from desktop_admin.gui.models.sales import SalesModel
from desktop_admin.gui.period import days_text
from desktop_admin.gui.sales.columns import sale_cells, sale_table
from desktop_admin.gui.sales.counting import Counts
from desktop_admin.gui.sales.directory import Directory
from desktop_admin.gui.sales.menu import SaleMenu
from desktop_admin.gui.sales.narrowing import (
    Narrowing,
    read_narrowing,
    write_narrowing,
)
from desktop_admin.gui.sales.parts import SalesParts
from desktop_admin.gui.sales.reader import SaleReader
from desktop_admin.gui.sales.words import ALL, period_words, words
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.text import fill
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.filter_bar import Chosen
from desktop_admin.gui.widgets.state_page import StateText
from desktop_admin.gui.widgets.table_screen import NextStep, TableScreen
from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort, SalesSource

#: What the table was narrowed down to when it was left, by connection.
_KEY = "sales.filters"


class SalesScreen(TableScreen):
    """A vector of ids from the source, its pages on demand, and counts beside."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, words())
        self.cells = sale_cells(context.formats)
        self.narrowing = Narrowing()
        #: What the rows that are shown were asked by; newer ones may be on their way.
        self.shown_by = (self.narrowing, context.period.current)
        self.directory = Directory()
        self._counts: Counts | None = None
        #: What a change has made untrue here while nobody looked.
        self._rows_due = self._counts_due = False
        #: Something else happened while nobody looked.
        self._stale = False
        self.columns = sale_table(self.cells).columns
        self.model = SalesModel(context.jobs, self.columns, self)
        self.model.failed.connect(self.failed)
        self.page.table.show_model(self.model)
        self.reader = SaleReader(context, self.page.table, self.model, self.cells)
        self.reader.setParent(self)
        self.reader.failed.connect(self.failed)
        self.reader.shown.connect(self._shown)
        self.reader.counted.connect(self._counted)
        self.reader.named.connect(self._named)
        self.parts = SalesParts(self)
        self.menu = SaleMenu(self)
        self.chips, self.filters = self.parts.chips, self.parts.filters
        self.selection = self.parts.selection
        self.selection.changed.connect(self._selection_changed)
        self.page.table.sort_wanted.connect(self._sort)
        self.page.filter_changed.connect(self._filter)
        self.chips.chosen.connect(self._flag)
        self.filters.changed.connect(self._filters_changed)
        self.filters.clear_wanted.connect(self.show_all)
        context.period.changed.connect(self._period_changed)
        context.changes.changed.connect(self._touched)
        self._recall_narrowing()

    @property
    def query(self) -> SaleQuery:
        """Which sales are asked for, in which order."""
        period = self.context.period
        return self.narrowing.query(period.since, period.until)

    def read(self, source: SalesSource) -> None:
        """Ask for the ids and the counts."""
        self._stale = False
        self.reader.forget_total()
        self.reader.ask_names()
        self.reader.ask(source, self.query, keep_scroll=True, counts=True)

    def shown(self) -> int:
        """How many sales are shown."""
        return len(self.model.ids)

    def total(self) -> int | None:
        """How many there are; before the counts are in, a narrow view is taken for not all."""
        if self._counts is not None:
            return self._counts.total
        return self.shown() if self.narrowing.nothing else None

    def show_all(self) -> None:
        """Take away chip, text and filters."""
        narrowing = self.narrowing
        self.show_narrowing(Narrowing(sort=narrowing.sort, descending=narrowing.descending))

    def widen(self) -> None:
        """Look at all dates."""
        self.context.period.choose_kind(PeriodKind.ALL)

    def nothing_to_show(self) -> tuple[StateText, NextStep]:
        """Why there is no row: the period, the filters, or the database has none."""
        everything = self.context.period.current.kind is PeriodKind.ALL
        if self.total() == 0 and not everything:
            title, meaning, step = period_words()
            return StateText("empty", title, meaning, step), NextStep.WIDEN
        if not everything and not self.narrowing.text:
            # What was typed is not the reason: perhaps the period is.
            title, (_, meaning, step) = self.words.no_match, period_words()
            return StateText("filter", title, meaning, step), NextStep.WIDEN
        return super().nothing_to_show()

    def described(self) -> Status:
        """Rows shown, and the selection with its sum."""
        total = self.total()
        shown = self.shown()
        rows = self.tr("%Ln sale(s)", "", shown)
        if total is not None:
            rows = fill(self.tr("%Ln sale(s) of %1", "", shown), self.context.formats.count(total))
        return self._with_selection(rows)

    def _with_selection(self, rows: str) -> Status:
        selection = self.selection
        count = selection.count
        if not count:
            return Status(rows)
        tip = QCoreApplication.translate(
            "Sales", "The sum counts paid and uncancelled sales, each currency by itself"
        )
        if selection.failed:
            return Status(
                rows,
                self.tr("%Ln sale(s) selected, sum unknown", "", count),
                tip,
            )
        if selection.totals is None:
            return Status(
                rows,
                self.tr("%Ln sale(s) selected, adding up…", "", count),
                tip,
            )
        amounts = selection.totals.amounts.moneys()
        if not amounts:
            return Status(
                rows,
                self.tr("%Ln sale(s) selected, none counts", "", count),
                tip,
            )
        text = self.tr("%Ln sale(s) selected: %1", "", count)
        return Status(rows, fill(text, self.context.formats.moneys(amounts)), tip)

    def show_goto(self, goto: Goto) -> None:
        """Show the sales of a terminal, a boutique or a merchant, the orphans, one sale, or those
        behind a figure."""
        if goto.figure is not None:
            self.show_narrowing(Narrowing.behind(goto.figure))
            return
        asked = {"terminals": goto.terminal, "boutiques": goto.boutique, "merchants": goto.merchant}
        known = {
            name: {option.key: option.name for option in options}
            for name, options in self.directory.options.items()
        }
        chosen: dict[str, Chosen] = {
            name: {id_: known.get(name, {}).get(id_, str(id_))}
            for name, id_ in asked.items()
            if id_ is not None
        }
        self.reader.wanted_sale = goto.sale
        flag = SaleFlag(goto.flag) if goto.flag else SaleFlag.ORPHAN if goto.orphans else None
        if flag is not None or goto.sale is not None:
            # Orphans have no period, and nobody knows yet in which the sale is.
            self.context.period.choose_kind(PeriodKind.ALL)
        if chosen or flag is not None or goto.sale is not None or goto.everything:
            if goto.sale is not None:
                self.parts.side.open()
            self.show_narrowing(Narrowing(flag=flag, chosen=chosen))

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Narrow down to exactly this, and let every control say so."""
        self._show_narrowing(narrowing)
        self._ask_again(narrowing, counts=True)

    def _show_narrowing(self, narrowing: Narrowing) -> None:
        self.chips.buttons[narrowing.flag.value if narrowing.flag else ALL].setChecked(True)
        self.filters.choose(narrowing.chosen)
        self.page.set_filter_text(narrowing.text)
        self._mark_sorted(narrowing)
        self._narrow(narrowing)

    # What the reader brings.
    @Slot()
    def _shown(self) -> None:
        self.shown_by = (self.narrowing, self.context.period.current)
        self.rows_arrived()
        self.parts.say_selection()

    @Slot(object)
    def _counted(self, counts: Counts) -> None:
        self._counts = counts
        formats = self.context.formats
        shown = {flag.value: formats.count(number) for flag, number in counts.flags.items()}
        self.chips.show_counts({ALL: formats.count(counts.matching), **shown})
        self.settle()

    @Slot(object)
    def _named(self, directory: Directory) -> None:
        self.directory = directory
        self.filters.offer(directory.options)
        self.parts.say_what_is_gone()

    # Narrowing down and sorting.
    def _narrow(self, narrowing: Narrowing) -> None:
        """Look at these sales from the next question on."""
        if narrowing.figure is not self.narrowing.figure:
            self.reader.forget_total()
        self.narrowing = narrowing
        self.parts.figure.say(narrowing)
        self.filters.show_clear(not narrowing.nothing)
        self._keep_narrowing()
        self._say_period()

    def _ask_again(self, narrowing: Narrowing, *, counts: bool) -> None:
        self._narrow(narrowing)
        source = self.context.session.source
        if source is not None:
            self.reader.ask(source, self.query, keep_scroll=False, counts=counts)

    @Slot(str)
    def _filter(self, text: str) -> None:
        if text != self.narrowing.text:
            self._ask_again(replace(self.narrowing, text=text), counts=True)

    @Slot(str)
    def _flag(self, key: str) -> None:
        flag = None if key == ALL else SaleFlag(key)
        if flag != self.narrowing.flag:
            self._ask_again(replace(self.narrowing, flag=flag), counts=False)

    @Slot()
    def _filters_changed(self) -> None:
        self._ask_again(replace(self.narrowing, chosen=self.filters.chosen), counts=True)

    @Slot(int, object)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        sort = self.columns[column].sort
        if isinstance(sort, SaleSort):
            descending = order is Qt.SortOrder.DescendingOrder
            self._ask_again(replace(self.narrowing, sort=sort, descending=descending), counts=False)

    def _mark_sorted(self, narrowing: Narrowing) -> None:
        place = next(n for n, one in enumerate(self.columns) if one.sort is narrowing.sort)
        down = Qt.SortOrder.DescendingOrder
        self.page.table.mark_sorted(
            place, down if narrowing.descending else Qt.SortOrder.AscendingOrder
        )

    def _say_period(self) -> None:
        if self.narrowing.figure is not None:
            self.page.show_counts("")
            return
        text = QCoreApplication.translate("Sales", "%1, %2 time")
        days = days_text(self.context.period.current)
        self.page.show_counts(fill(text, days, self.context.formats.city))

    @Slot()
    def _period_changed(self) -> None:
        self.reader.forget_total()
        self._counts = None
        if self.narrowing.figure is not None:
            # A figure has its own time: whoever asks for another asks for something else.
            self._show_narrowing(replace(self.narrowing, figure=None))
        if self.isVisible():
            self._ask_again(self.narrowing, counts=True)
        else:
            self._stale = True

    # What happens meanwhile.
    def catch_up(self) -> None:
        """Ask for what has become untrue here meanwhile."""
        source = self.context.session.source
        if self._stale:
            self._stale = False
            self._ask_again(self.narrowing, counts=True)
        if source is None or not self._counts_due:
            return
        rows_due, self._rows_due, self._counts_due = self._rows_due, False, False
        if rows_due and not self.narrowing.nothing:
            self.reader.ask(source, self.query, keep_scroll=True, counts=True)
        else:
            self.reader.ask_counts(source, self.query)

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        """Read again what was changed, and nothing else; nothing moves that one looks at."""
        if touched.sales:
            self.model.read_again(touched.sales)
            self.selection.add_up_again()
        if self.context.session.source is None or not (touched.sales or touched.terminals):
            return
        self.parts.touched(touched)
        # Sales that were repaired here are no orphans any more: what does not match leaves.
        self._rows_due |= bool(touched.sales) and not touched.elsewhere
        self._counts_due = True
        if self.isVisible():
            self.catch_up()

    @Slot()
    def _selection_changed(self) -> None:
        self.parts.say_selection()
        self.status_changed.emit()

    def _keep_narrowing(self) -> None:
        if self.narrowing.figure is not None:
            return
        held = self.context.memory.table(_KEY)
        mine: dict[str, Json] = {**write_narrowing(self.narrowing)}
        self.context.memory.put(_KEY, {**held, self.context.session.name: mine})

    def _recall_narrowing(self) -> None:
        held = self.context.memory.table(_KEY)
        self._show_narrowing(read_narrowing(held.get(self.context.session.name)))
