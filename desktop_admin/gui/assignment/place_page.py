"""The pages of one terminal and of one boutique: what it is, what it sold, where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop_admin.gui._built.ui_place_page import Ui_PlacePage
from desktop_admin.gui.assignment.bars import month_bounds, month_starts
from desktop_admin.gui.assignment.bars_view import BarsView
from desktop_admin.gui.assignment.page_reading import PageContent
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.models.columns import Table, write_rows
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.text import one_line
from desktop_admin.gui.widgets.column_layout import measured
from desktop_admin.gui.widgets.restyle import restyle
from desktop_admin.gui.widgets.table_header import HEIGHT
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT, TableView
from desktop_admin.sources.base import Report, SalesSource, SourceError

_SIZE = QSize(940, 640)
_ICON = 22
_FRAME = 40
#: Facts stand in so many pairs of name and value side by side.
_PAIRS = 2


class PlacePage(QDialog):
    """What both pages share; subclasses say what is read, and what is shown of it."""

    #: The terminal shown shall be assigned.
    assign_wanted = Signal()

    def __init__(self, parent: QWidget, context: Context, goto: Goto) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        self._goto = goto
        self.ui = Ui_PlacePage()
        self.ui.setupUi(self)
        self.bars = BarsView(context.theme, context.formats)
        self.bars.setAccessibleName(self.ui.chart_title.text())
        self.ui.chart.addWidget(self.bars)
        self.ui.orphans.hide()
        self.first = self._table(self.ui.first)
        self.second = self._table(self.ui.second)
        self._months = month_starts(context.period.today)
        self.ui.close.clicked.connect(self.accept)
        self.ui.sales.clicked.connect(self._show_sales)
        self.ui.show_orphans.clicked.connect(self._show_orphans)
        self.ui.assign.clicked.connect(self._assign)
        self.ui.in_journal.clicked.connect(self._show_in_journal)
        self.ui.in_journal.hide()
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(_SIZE.boundedTo(QSize(_SIZE.width(), room)))
        self.ui.close.setFocus()

    # What subclasses answer.
    def arrived(self, content: PageContent) -> None:
        """Show what was read."""
        raise NotImplementedError

    # What subclasses call.
    def name(self, icon: str, title: str, state: str, facts: Sequence[tuple[str, str]]) -> None:
        """Say what it is."""
        self.setWindowTitle(one_line(title))
        ratio = self.devicePixelRatio()
        self.ui.icon.setPixmap(self.context.theme.icons.pixmap(icon, "muted", _ICON, ratio))
        self.ui.title.setText(one_line(title))
        self.ui.state.setText(state)
        self.ui.state.setVisible(bool(state))
        for head, value in facts:
            self.add_fact(head, value)
        for pair in range(_PAIRS):
            self.ui.facts.setColumnStretch(pair * 2 + 1, 1)

    def add_fact(self, head: str, value: str, tooltip: str = "") -> None:
        """Say one more thing that it is."""
        row, pair = divmod(self.ui.facts.count() // 2, _PAIRS)
        for place, text, role in ((0, head, "muted"), (1, value, "")):
            label = QLabel(one_line(text))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            if place:
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setToolTip(tooltip)
            self.ui.facts.addWidget(label, row, pair * 2 + place)

    def read(self, work: Callable[[SalesSource], PageContent]) -> None:
        """Ask for what takes a moment."""
        source = self.context.session.source
        if source is None:
            return
        self.ui.problem.setText(self.tr("Reading…"))

        def ask(_: Report) -> PageContent:
            return work(source)

        job = self.context.jobs.ask(ask, self._arrived, self._failed, owner=self, topic="page")
        self.finished.connect(job.cancel)

    def bounds(self) -> list[Any]:
        """The months of the chart as moments."""
        return list(month_bounds(self.context.period.today, self.context.formats.zone))

    def show_rows(self, view: TableView, table: Table[Any], values: Sequence[Any]) -> None:
        """Fill one of the two tables."""
        model = view.table_model()
        if isinstance(model, RowsModel):
            rows = write_rows(table, values, in_memory=True)
            model.show(measured(table.columns, rows), rows)
            view.fit_columns()

    def show_stays(self, table: Table[Any], values: Sequence[Any], none: str) -> None:
        """Fill the first table; `none` is said where there is nothing to show."""
        _say_instead(self.ui.first_title, self.ui.first_card, "" if values else none)
        # What was never sold was not sold in these months either.
        self.ui.chart_title.setVisible(bool(values))
        self.show_rows(self.first, table, values)

    def show_journal(self, table: Table[Any], values: Sequence[Any]) -> None:
        """Fill the second table with what the journal tells, or say that it tells nothing."""
        none = "" if values else self.tr("The journal tells nothing of this yet.")
        self.ui.in_journal.setVisible(bool(values))
        _say_instead(self.ui.second_title, self.ui.second_card, none)
        self.show_rows(self.second, table, values)

    def _arrived(self, content: PageContent) -> None:
        self.ui.problem.clear()
        self.bars.show_figures(self._months[:-1], content.months)
        sold = any(one.sales for one in content.months)
        none = "" if sold else self.tr("No sale in the last twelve months.")
        _say_instead(self.ui.chart_title, self.bars, none)
        self.arrived(content)
        layout = self.layout()
        if layout is not None and self.ui.first_card.isHidden() and self.ui.second_card.isHidden():
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _failed(self, error: SourceError) -> None:
        self.ui.problem.setText(explain(error).sentences)

    def _table(self, layout: QVBoxLayout) -> TableView:
        view = TableView(self.context.theme)
        model = RowsModel(view)
        view.show_model(model)
        view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.sort_wanted.connect(model.sort)
        view.setMinimumHeight(HEIGHT + 2 * ROW_HEIGHT)
        layout.addWidget(view)
        return view

    @Slot()
    def _show_sales(self) -> None:
        self.accept()
        self.context.ways.go(self._goto)

    @Slot()
    def _show_orphans(self) -> None:
        self.accept()
        self.context.ways.go(Goto("sales", terminal=self._goto.terminal, orphans=True))

    @Slot()
    def _show_in_journal(self) -> None:
        self.accept()
        self.context.ways.go(replace(self._goto, place="journal"))

    @Slot()
    def _assign(self) -> None:
        self.accept()
        self.assign_wanted.emit()


def _say_instead(title: QLabel, shown: QWidget, none: str) -> None:
    """Say `none`, if anything, in place of what stands below its title; as a sentence, not as a
    title."""
    shown.setVisible(not none)
    if none:
        title.setText(none)
        title.setProperty("role", "muted")
        restyle(title)
