"""The sales that the server refused and that nobody has dealt with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop_admin.domain.model import RejectedSale
from desktop_admin.gui._built.ui_rejected_sales import Ui_RejectedSales
from desktop_admin.gui.context import Context
from desktop_admin.gui.export.bar import ExportBar, Leaving
from desktop_admin.gui.export.cells import copied_head, copied_line
from desktop_admin.gui.export.offer import Offer, headers_of, row_of
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.models.columns import Cell, Column, Table, text_cell, write_rows
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.overview.leaving import offer_rejected
from desktop_admin.gui.overview.reading import Shop
from desktop_admin.gui.widgets.column_layout import measured
from desktop_admin.gui.widgets.table_view import TableView

_SIZE = QSize(900, 520)


class RejectedDialog(QDialog):
    """A table of them, newest first; a row leads to the terminal that sent it."""

    def __init__(
        self, context: Context, sales: Sequence[RejectedSale], shop: Shop, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._at = context.clock()
        self._sales = {one.id: one for one in sales}
        self._ui = Ui_RejectedSales()
        self._ui.setupUi(self)
        self._ui.title.setText(self.tr("%Ln refused sale(s)", "", len(sales)))
        self.table = TableView(context.theme)
        self.table.setAccessibleName(self.windowTitle())
        self._ui.rows.addWidget(self.table)
        self.model = RowsModel(self.table)
        self.table.show_model(self.model)
        self.table.sort_wanted.connect(self.model.sort)
        self.table.copy_wanted.connect(self._copy)
        self.table.activated.connect(self._open)
        self.leaving = ExportBar(context, self, [Leaving("", self.offer)], self)
        self._ui.buttons.insertWidget(self._ui.buttons.indexOf(self._ui.close), self.leaving)
        self._ui.close.clicked.connect(self.accept)
        self._ui.close.setAutoDefault(False)
        made = self._columns(shop)
        rows = write_rows(made, sales, in_memory=True)
        self.model.show(measured(made.columns, rows), rows)
        room = self.screen().availableGeometry().size()
        self.resize(_SIZE.boundedTo(room * 0.9))
        self.table.fit_columns()
        self.table.setFocus()

    def _columns(self, shop: Shop) -> Table[RejectedSale]:
        formats = self._context.formats

        def tried(one: RejectedSale) -> Cell:
            at = one.attempted_at
            return Cell("—") if at is None else Cell(formats.minute(at), tooltip=formats.exact(at))

        columns: list[Column[RejectedSale]] = [
            Column(
                "tried",
                self.tr("Refused on"),
                tried,
                formats.widest_minute(),
                sort=lambda one: one.attempted_at,
                descending_first=True,
                export=lambda one: one.attempted_at,
            ),
            Column(
                "number",
                self.tr("Sale number"),
                lambda one: text_cell(one.number),
                "VENTE-12-20261122113000",
                sort=lambda one: one.number,
                export=lambda one: one.number,
                stretch=2,
                fixed_width_font=True,
            ),
            *self._places(shop),
            Column(
                "reason",
                self.tr("Why"),
                lambda one: text_cell(one.message or one.reason),
                "Article introuvable dans cette boutique",
                sort=lambda one: (one.reason, one.message),
                export=lambda one: one.message or one.reason,
                stretch=3,
            ),
        ]
        return Table(columns, lambda one: one.id, lambda _: "")

    def _places(self, shop: Shop) -> list[Column[RejectedSale]]:
        def terminal(one: RejectedSale) -> str:
            found = shop.terminals.get(one.terminal_id)
            return found.name if found is not None else str(one.terminal_id)

        def boutique(one: RejectedSale) -> str:
            found = shop.boutiques.get(one.boutique_id)
            return found.name if found is not None else str(one.boutique_id)

        def column(
            key: str, header: str, name: Callable[[RejectedSale], str]
        ) -> Column[RejectedSale]:
            sample = "Kin Market caisse 1"
            return Column(
                key,
                header,
                lambda one: text_cell(name(one)),
                sample,
                sort=name,
                export=name,
                stretch=2,
            )

        return [
            column("terminal", self.tr("Terminal"), terminal),
            column("boutique", self.tr("Boutique"), boutique),
        ]

    def offer(self) -> Offer | None:
        """The table as it is sorted now."""
        ids = self.model.ids_between(0, self.model.rowCount() - 1)
        sales = [self._sales[id_] for id_ in ids]
        return offer_rejected(self._context, self._at, self.model.columns, sales)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        sale = self._sales.get(row.id) if row is not None else None
        if sale is not None:
            self.accept()
            self._context.ways.go(Goto("assignment", terminal=sale.terminal_id, open_page=True))

    @Slot()
    def _copy(self) -> None:
        """Put the selected rows, with the names of their columns, on the clipboard."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        columns, formats = self.model.columns, self._context.formats
        lines = [
            copied_line(row_of(columns, row.value), formats)
            for place in places
            if (row := self.model.row_at(place)) is not None
        ]
        QGuiApplication.clipboard().setText("\n".join([copied_head(headers_of(columns)), *lines]))
