"""The charts and the table of the revenue, in cards; they only show and tell what was clicked."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from desktop_admin.gui._built.ui_revenue import Ui_RevenueBody
from desktop_admin.gui.charts.bars import BarsChart
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.heat import HeatChart
from desktop_admin.gui.charts.legend_bar import LegendBar
from desktop_admin.gui.charts.lines import LinesChart
from desktop_admin.gui.charts.shares import SharesChart
from desktop_admin.gui.context import Context
from desktop_admin.gui.revenue.drawn import Drawn
from desktop_admin.gui.revenue.grains import Grains
from desktop_admin.gui.revenue.table import GIVES_WAY, RevenueModel
from desktop_admin.gui.widgets.keys import is_plain_enter
from desktop_admin.gui.widgets.table_header import HEIGHT
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT, TableView

#: Below this the two charts stand one under the other.
_NARROW = 900
_CHART = 200
#: So many lines of the table are shown without scrolling in it, where the window is low.
_ROWS = 6


class RevenueTable(TableView):
    """The lines of the table; Enter opens the sales behind one."""

    #: Carries the id of the row.
    opened = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self.horizontalHeader().setSectionsMovable(False)
        self.gives_way = GIVES_WAY
        self.doubleClicked.connect(self._opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is current."""
        if is_plain_enter(event):
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _wanted(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.table_model().columns)

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.table_model().ids_between(index.row(), index.row())[0])


class RevenueBody(QScrollArea):
    """Scrolls as a whole where the window is low."""

    def __init__(self, context: Context, grains: Grains) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "page")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "page")
        self._ui = ui = Ui_RevenueBody()
        ui.setupUi(inside)
        self.setWidget(inside)
        self._grains = grains
        theme, formats = context.theme, context.formats
        self.bars = BarsChart(theme, formats)
        self.lines = LinesChart(theme, formats)
        self.week = HeatChart(theme, formats)
        self.payments = SharesChart(theme, formats)
        self.certainty = SharesChart(theme, formats)
        #: Whatever can be pointed at.
        self.charts: tuple[Chart[Any], ...] = (
            self.bars,
            self.lines,
            self.week,
            self.payments,
            self.certainty,
        )
        self.table = RevenueTable(context)
        self.model = RevenueModel(self)
        self.table.setAccessibleName(QCoreApplication.translate("Revenue", "Revenue"))
        self.table.show_model(self.model)
        self._legend = LegendBar(theme)
        self._put_into_cards()

    def _put_into_cards(self) -> None:
        ui, grains = self._ui, self._grains
        ui.bars_legend.addWidget(self._legend)
        ui.bars_area.setWidget(self.bars)
        ui.lines_stack.addWidget(self.lines)
        ui.lines_stack.addWidget(self.week)
        ui.lines_choices.addWidget(grains.segments)
        ui.lines_picker.addWidget(grains.picker)
        ui.shares.addWidget(self.payments, 0, 1)
        ui.shares.addWidget(self.certainty, 1, 1)
        ui.table_card_layout.addWidget(self.table)
        self.bars.setProperty("role", "plain")
        for part in (ui.bars_area, self.lines, self.week):
            part.setMinimumHeight(_CHART)
        self.table.setMinimumHeight(HEIGHT + _ROWS * ROW_HEIGHT)
        ui.content.setStretch(0, 3)
        ui.content.setStretch(3, 2)

    def show_drawn(self, drawn: Drawn, definition: str) -> None:
        """Show these charts; what is not known yet leaves its place empty."""
        ui = self._ui
        for chart in self.charts:
            chart.empty_text = drawn.nothing
        self.bars.show_chart(drawn.bars)
        self._legend.show_entries(self.bars.legend())
        self.lines.show_chart(drawn.lines)
        self.payments.show_chart(drawn.payments)
        ui.shares_card.setVisible(bool(drawn.payments.parts))
        known = drawn.certainty is not None
        ui.certainty_title.setVisible(known)
        self.certainty.setVisible(known)
        if drawn.certainty is not None:
            self.certainty.show_chart(drawn.certainty)
            self.payments.align_with(self.certainty)
        else:
            self.certainty.show_picture(None)
        if drawn.heat is not None:
            self.week.show_chart(drawn.heat)
        else:
            self.week.show_picture(None)
        self.show_side()
        ui.bars_unit.setText(drawn.bars.unit.currency)
        ui.definition.setText(definition)
        self._fit_definition()

    def show_side(self) -> None:
        """Show the lines, or the hours of the week."""
        week = self._grains.week
        self._ui.lines_stack.setCurrentWidget(self.week if week else self.lines)
        self._grains.picker.setVisible(not week)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, one chart under the other."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._ui.charts.setDirection(down if narrow else across)
        self._fit_definition()

    def _fit_definition(self) -> None:
        label = self._ui.definition
        # A height that depends on the width would keep the whole page at the heights it would
        # like best; a label forgets this with every text.
        policy = label.sizePolicy()
        policy.setHeightForWidth(False)
        label.setSizePolicy(policy)
        label.setFixedHeight(label.heightForWidth(self.viewport().width()))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keyboard works on the table; charts are a Tab away."""
        self.table.setFocus(reason)

    def order_tabs(self) -> None:
        """Let the Tab key go through the cards as one reads them."""
        order: list[QWidget] = [
            self.bars,
            *self._grains.segments.buttons.values(),
            self._grains.picker,
            self.lines,
            self.week,
            self.payments,
            self.certainty,
            self.table,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
