"""How a sale becomes a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import Sale, SaleState
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Cell, Column, Row, Table, text_cell, write_rows
from desktop_admin.gui.sales.delays import Delays, delays
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.column_layout import Yielding
from desktop_admin.reports.sheets import Amount
from desktop_admin.sources.base import SaleSort

#: Stands where a sale lacks something that need not be there.
NOTHING = Cell("—", ink="muted")


@dataclass(frozen=True, slots=True)
class SaleCells:
    """Writes the cells of sales; holds the words, so that workers need not translate."""

    formats: Formats
    states: Mapping[SaleState, Cell]
    payments: Mapping[str, str]
    no_boutique: str
    no_terminal: str
    gone: Cell
    #: "Sold: %1" and "Received: %1".
    sold: str
    received: str
    delays: Delays

    def state(self, sale: Sale) -> Cell:
        """Its state, as icon and word; the tooltip tells of an orphan what else it is."""
        cell = self.states[sale.state]
        if sale.state is not SaleState.ORPHAN or sale.counts:
            return cell
        also = self.states[SaleState.CANCELLED if sale.cancelled else SaleState.UNPAID]
        return cell._replace(tooltip=f"{cell.tooltip}\n{also.text}")

    def sold_at(self, sale: Sale) -> Cell:
        """When it was made, by the terminal's clock."""
        return self._minute(sale.sold_at)

    def received_at(self, sale: Sale) -> Cell:
        """When the server had it, by its own clock."""
        return self._minute(sale.received_at)

    def delay(self, sale: Sale) -> Cell:
        """How long after the sale the server had it; a clock that is ahead gives less than none."""
        text = self.delays.between(sale.sold_at, sale.received_at)
        return Cell(text) if text else NOTHING

    def merchant(self, sale: Sale) -> Cell:
        """Who owns its boutique."""
        return text_cell(sale.merchant_name) if sale.merchant_name else NOTHING

    def serial(self, sale: Sale) -> Cell:
        """The serial number of its terminal."""
        return text_cell(sale.terminal_serial) if sale.terminal_serial else NOTHING

    def boutique(self, sale: Sale) -> Cell:
        """Where it counts, or that it counts nowhere."""
        if sale.boutique_name is None:
            return Cell(self.no_boutique, ink="orphan")
        return text_cell(sale.boutique_name)

    def terminal(self, sale: Sale) -> Cell:
        """What made it, if that is known; its serial number in the tooltip."""
        if sale.terminal_name is None:
            return Cell(self.no_terminal, ink="muted")
        return text_cell(sale.terminal_name, tooltip=sale.terminal_serial or "")

    def payment(self, sale: Sale) -> Cell:
        """How it was paid; a code we have no word for is shown as it is."""
        return text_cell(self.payments.get(sale.payment, sale.payment))

    def amount(self, sale: Sale) -> Cell:
        """Its amount; one that does not count is quiet."""
        return Cell(
            self.formats.amount(sale.cents),
            ink="" if sale.counts else "muted",
            unit=one_line(sale.currency, 8),
        )

    def times(self, sale: Sale) -> str:
        """When it was made and when the server had it, to the second."""
        times = ((self.sold, sale.sold_at), (self.received, sale.received_at))
        return "\n".join(self._time(label, moment) for label, moment in times if moment)

    def _minute(self, moment: datetime | None) -> Cell:
        return NOTHING if moment is None else Cell(self.formats.minute(moment))

    def _time(self, label: str, moment: datetime) -> str:
        return fill(label, self.formats.exact(moment))


def sale_cells(formats: Formats) -> SaleCells:
    """The cells of sales in the language of the window."""
    return SaleCells(
        formats=formats,
        states=_states(),
        payments=payment_names(),
        no_boutique=QCoreApplication.translate("Sales", "none", "boutique"),
        no_terminal=QCoreApplication.translate("Sales", "none", "terminal"),
        gone=Cell(
            QCoreApplication.translate("Sales", "Deleted"),
            icon="close",
            ink="muted",
            tooltip=QCoreApplication.translate(
                "Sales", "This sale is no longer in the database. Refresh to take it out."
            ),
        ),
        sold=QCoreApplication.translate("Sales", "Sold: %1"),
        received=QCoreApplication.translate("Sales", "Received: %1"),
        delays=delays(),
    )


def payment_names() -> dict[str, str]:
    """How people call the ways to pay, by the server's codes."""
    return {
        "CASH": QCoreApplication.translate("Sales", "Cash"),
        "CARD": QCoreApplication.translate("Sales", "Card"),
        "MOBILE": QCoreApplication.translate("Sales", "Mobile money"),
    }


def _states() -> dict[SaleState, Cell]:
    return {
        SaleState.ORPHAN: Cell(
            QCoreApplication.translate("Sales", "Orphan"),
            icon="orphan",
            ink="orphan",
            strong=True,
            tooltip=QCoreApplication.translate(
                "Sales", "This sale has no boutique: it is in no history and in no revenue."
            ),
        ),
        SaleState.CANCELLED: Cell(
            QCoreApplication.translate("Sales", "Cancelled"), icon="cancelled", ink="muted"
        ),
        SaleState.UNPAID: Cell(QCoreApplication.translate("Sales", "Unpaid"), icon="unpaid"),
        SaleState.PAID: Cell(
            QCoreApplication.translate("Sales", "Paid"), icon="good", icon_ink="good"
        ),
    }


def sale_table(cells: SaleCells) -> Table[Sale]:
    """All columns of the table of sales."""
    columns = [
        *_identity_columns(cells),
        *_place_columns(cells),
        *_payment_columns(cells),
        *_time_columns(cells),
        *_further_columns(cells),
    ]
    return Table(columns, lambda sale: sale.id, tint_of)


def _identity_columns(cells: SaleCells) -> list[Column[Sale]]:
    return [
        Column(
            key="state",
            header=QCoreApplication.translate("Sales", "State"),
            cell=cells.state,
            sample=max((cell.text for cell in cells.states.values()), key=len),
            sort=SaleSort.STATE,
        ),
        Column(
            key="number",
            header=QCoreApplication.translate("Sales", "Sale number"),
            cell=lambda sale: text_cell(sale.number),
            sample="VB20580K0205-20261121184512710-e0841410",
            sort=SaleSort.NUMBER,
            stretch=1,
            keep=0.42,
            keep_end=True,
            export=lambda sale: sale.number,
        ),
        Column(
            key="sold_at",
            header=QCoreApplication.translate("Sales", "Sold at"),
            cell=cells.sold_at,
            sample=cells.formats.widest_minute(),
            sort=SaleSort.SOLD_AT,
            descending_first=True,
            export=lambda sale: sale.sold_at,
            hint=cells.times,
        ),
    ]


def _place_columns(cells: SaleCells) -> list[Column[Sale]]:
    return [
        Column(
            key="boutique",
            header=QCoreApplication.translate("Sales", "Boutique"),
            cell=cells.boutique,
            sample="Kin Market Kintambo",
            sort=SaleSort.BOUTIQUE,
            stretch=3,
            keep=0.7,
            keep_end=True,
            export=lambda sale: sale.boutique_name,
        ),
        Column(
            key="terminal",
            header=QCoreApplication.translate("Sales", "Terminal"),
            cell=cells.terminal,
            sample="Kin Market Gombe caisse 1",
            sort=SaleSort.TERMINAL,
            stretch=4,
            keep=0.7,
            keep_end=True,
            export=lambda sale: sale.terminal_name,
        ),
    ]


def _payment_columns(cells: SaleCells) -> list[Column[Sale]]:
    return [
        Column(
            key="payment",
            header=QCoreApplication.translate("Sales", "Payment"),
            cell=cells.payment,
            sample=max(cells.payments.values(), key=len),
            sort=SaleSort.PAYMENT,
        ),
        Column(
            key="amount",
            header=QCoreApplication.translate("Sales", "Amount"),
            cell=cells.amount,
            sample=f"{cells.formats.amount(1_000_000_00)} CDF",
            sort=SaleSort.AMOUNT,
            right=True,
            descending_first=True,
            export=lambda sale: Amount(sale.cents),
        ),
    ]


def _time_columns(cells: SaleCells) -> list[Column[Sale]]:
    return [
        Column(
            key="received_at",
            header=QCoreApplication.translate("Sales", "Received at"),
            cell=cells.received_at,
            sample=cells.formats.widest_minute(),
            sort=SaleSort.RECEIVED_AT,
            descending_first=True,
            shown=False,
            export=lambda sale: sale.received_at,
            hint=cells.times,
        ),
        Column(
            key="delay",
            header=QCoreApplication.translate("Sales", "Delay"),
            cell=cells.delay,
            sample=cells.delays.widest(),
            right=True,
            shown=False,
            hint=cells.times,
            tooltip=QCoreApplication.translate(
                "Sales", "How long after the sale the server received it"
            ),
        ),
    ]


def _further_columns(cells: SaleCells) -> list[Column[Sale]]:
    return [
        Column(
            key="merchant",
            header=QCoreApplication.translate("Sales", "Merchant"),
            cell=cells.merchant,
            sample="Ets Mukendi & Fils",
            sort=SaleSort.MERCHANT,
            stretch=2,
            shown=False,
            export=lambda sale: sale.merchant_name,
        ),
        Column(
            key="serial",
            header=QCoreApplication.translate("Sales", "Serial number"),
            cell=cells.serial,
            sample="0a1badae951f8473",
            fixed_width_font=True,
            keep_end=True,
            shown=False,
            export=lambda sale: sale.terminal_serial,
        ),
        Column(
            key="currency",
            header=QCoreApplication.translate("Sales", "Currency"),
            cell=lambda sale: text_cell(sale.currency),
            sample="CDF",
            shown=False,
        ),
        _id_column(),
    ]


def _id_column() -> Column[Sale]:
    return Column(
        key="id",
        header=QCoreApplication.translate("Sales", "Id", "column"),
        cell=lambda sale: Cell(str(sale.id)),
        sample="12345678",
        sort=SaleSort.ID,
        right=True,
        descending_first=True,
        shown=False,
        tooltip=QCoreApplication.translate("Sales", "Its number in the database"),
        export=lambda sale: sale.id,
    )


#: What the detail tells too, and the table leaves out where there is no room for all: the payment
#: before names can no longer be told apart, the terminal where even less is left of them.
GIVES_WAY = (
    Yielding(("payment",), {"boutique": 0.95, "terminal": 0.9}),
    Yielding(("terminal",)),
)


def tint_of(sale: Sale) -> str:
    """An orphan sale is tinted."""
    return "orphan" if sale.boutique_id is None else ""


def page_writer(cells: SaleCells) -> Callable[[Sequence[int], Sequence[Sale | None]], list[Row]]:
    """Writes a page of sales, with a row also for each that is gone; for workers."""
    table = sale_table(cells)
    rest = (Cell(""),) * (len(table.columns) - 1)

    def write(ids: Sequence[int], sales: Sequence[Sale | None]) -> list[Row]:
        there = iter(write_rows(table, (s for s in sales if s is not None), in_memory=False))
        return [
            next(there) if sale is not None else Row(id_, (cells.gone, *rest))
            for id_, sale in zip(ids, sales, strict=True)
        ]

    return write
