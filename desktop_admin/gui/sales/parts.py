"""What stands around the rows of sales: filters, columns, views, selection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize, Slot
from PySide6.QtWidgets import QDialog, QPushButton

from desktop_admin.gui.export.bar import ExportBar, Leaving
from desktop_admin.gui.export.offer import Offer
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.sales.assigner import SaleAssigner
from desktop_admin.gui.sales.columns import GIVES_WAY
from desktop_admin.gui.sales.detail_panel import DetailPanel
from desktop_admin.gui.sales.exporting import offer_sales
from desktop_admin.gui.sales.figure_bar import FigureBar
from desktop_admin.gui.sales.frozen_bar import FrozenBar
from desktop_admin.gui.sales.narrowing import FILTERS
from desktop_admin.gui.sales.selection import SaleSelection
from desktop_admin.gui.sales.shelf import Shelf
from desktop_admin.gui.sales.views import SavedView
from desktop_admin.gui.sales.views_button import ViewsButton
from desktop_admin.gui.sales.words import chips
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.chips import Chips
from desktop_admin.gui.widgets.column_chooser import ColumnChooser
from desktop_admin.gui.widgets.column_layout import ColumnLayout, read_layout, write_layout
from desktop_admin.gui.widgets.filter_bar import FilterBar
from desktop_admin.gui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from desktop_admin.gui.sales.screen import SalesScreen

#: Where the columns are remembered.
COLUMNS = "sales.columns"
DETAIL = "sales.detail"
ICON = 16


class SalesParts(QObject):
    """Makes the parts of the screen, puts them into its page, and lets them work together."""

    def __init__(self, screen: SalesScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        context, page, table = screen.context, screen.page, screen.page.table
        self.chips = Chips(
            context.theme, chips(), QCoreApplication.translate("Sales", "State of the sales")
        )
        page.add_chips(self.chips)
        self.filters = FilterBar(context.theme, FILTERS)
        page.add_filters(self.filters)
        page.add_behind_chips(self.filters.clear)
        self.views = ViewsButton(context, self.present)
        self.views.chosen.connect(self.show_view)
        page.add_action(self.views)
        self.columns = self._columns_button()
        page.add_action(self.columns)
        self.leaving = ExportBar(context, screen, [Leaving("", self.offer)], screen)
        page.add_exports(self.leaving)
        self.selection = SaleSelection(context, table, screen.model, self)
        self.frozen = FrozenBar(context)
        page.add_notice(self.frozen)
        self.figure = FigureBar(context.theme)
        page.add_notice(self.figure)
        self.detail = DetailPanel(context, screen.cells, self.selection)
        beside = page.put_beside(self.detail)
        self.side = SidePanel(context, beside, self.detail, screen, DETAIL)
        page.add_action(self.side.button)
        self.assigner = SaleAssigner(context, screen)
        self.shelf = Shelf(context, page.rows_area)
        table.show_layout(read_layout(context.memory.table(COLUMNS), screen.columns))
        page.order_tabs(
            [*self.filters.buttons.values(), self.filters.clear, *self.chips.buttons.values()]
        )
        self._connect()
        self._colour()

    def _connect(self) -> None:
        screen, table = self._screen, self._screen.page.table
        table.freezes = True
        table.gives_way = GIVES_WAY
        table.everything_wanted.connect(self.select_all)
        table.copy_wanted.connect(self.copy)
        table.carries = True
        table.drag_wanted.connect(self._drag)
        self.shelf.chosen.connect(self.assign)
        table.layout_changed.connect(self._keep_columns)
        table.activated.connect(self.side.open)
        self.figure.clear_wanted.connect(screen.show_all)
        self.frozen.clear_wanted.connect(self.selection.clear)
        self.detail.close_wanted.connect(self.side.close)
        self.detail.assign_wanted.connect(self.assigner.start)
        self.side.closed.connect(screen.page.take_focus)
        screen.reader.scattered.connect(self._keep_scattered)
        self._context.theme.changed.connect(self._colour)

    @Slot(object)
    def assign(self, target: int | None) -> None:
        """Assign the orphans among the selected sales; None: the operator is asked where to."""
        self.assigner.start(self.selection.ids(), target)

    # Selection.
    @Slot()
    def select_all(self) -> None:
        """Freeze all that matches now."""
        screen = self._screen
        if screen.shown():
            self.selection.freeze(screen.model.ids, screen.query)

    @Slot()
    def copy(self) -> None:
        """Copy what is selected, with the columns one sees."""
        ids = self.selection.ids()
        offer = offer_sales(self._screen, ids, selected=True) if ids else None
        if offer is not None:
            self.leaving.exporter.copy(offer)

    def offer(self) -> Offer | None:
        """All sales that are shown, to leave."""
        ids = self._screen.model.ids
        return offer_sales(self._screen, ids) if self._screen.refreshed_at is not None else None

    @Slot()
    def _drag(self) -> None:
        """Carry the selected sales to a boutique, where one of them has none."""
        sale = self._screen.menu.sale
        if sale is None or sale.boutique_id is not None or not self._context.changes.may_write:
            return
        self.shelf.fold_out(list(self._screen.directory.boutiques.values()))
        text = self.tr("%Ln sale(s)", "", self.selection.count)
        self.shelf.drag(self._screen.page.table, text)
        self.shelf.fold_in()

    def say_selection(self) -> None:
        """Say what is frozen, if anything is."""
        self.frozen.say(self.selection.frozen, self._screen.query)

    @Slot(object)
    def _keep_scattered(self, ids: Sequence[int]) -> None:
        self.selection.freeze(ids, None)

    # Columns.
    def _columns_button(self) -> QPushButton:
        button = QPushButton(QCoreApplication.translate("Sales", "Columns"))
        button.setIconSize(QSize(ICON, ICON))
        button.clicked.connect(self.choose_columns)
        return button

    @Slot()
    def choose_columns(self) -> None:
        """Let the operator choose columns and their order."""
        table, screen = self._screen.page.table, self._screen
        dialog = ColumnChooser(
            self._context.theme, screen.columns, table.layout_now(), screen.window()
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.show_columns(dialog.layout_chosen)
        dialog.deleteLater()

    def show_columns(self, layout: ColumnLayout) -> None:
        """Arrange the columns so, and remember it."""
        self._screen.page.table.show_layout(layout)
        self._keep_columns()

    @Slot()
    def _keep_columns(self) -> None:
        self._context.memory.put(COLUMNS, write_layout(self._screen.page.table.layout_now()))

    # Views.
    def present(self, name: str) -> SavedView:
        """What is shown now, as a view of that name."""
        layout = self._screen.page.table.layout_now()
        return SavedView(name, self._screen.narrowing, write_layout(layout))

    @Slot(object)
    def show_view(self, view: SavedView) -> None:
        """Show a saved view."""
        self.show_columns(read_layout(view.columns, self._screen.columns))
        self._screen.show_narrowing(view.narrowing)
        self.say_what_is_gone()

    def say_what_is_gone(self) -> None:
        """Say which values of a filter the database no longer has."""
        gone = self.filters.gone() if self._screen.directory.options else []
        if not gone:
            return
        names = ", ".join(one_line(name, 40) for name in gone[:5])
        text = QCoreApplication.translate(
            "Sales", "The filter names what is no longer in this database: %1. It matches nothing."
        )
        self._context.messages.say(fill(text, names), MessageKind.WARNING)

    def touched(self, touched: Touched) -> None:
        """Rows were changed: show anew what shows them."""
        self.detail.touched(touched)

    @Slot()
    def _colour(self) -> None:
        self.columns.setIcon(self._context.theme.icons.icon("columns", "text", size=ICON))
