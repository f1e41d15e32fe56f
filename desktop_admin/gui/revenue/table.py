"""The figures as a table: one line a boutique, one for the sales of none, and the total."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.movement import change
from desktop_admin.gui.charts.numbers import Unit
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Cell, Column, Table, text_cell
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.view import RevenueRow, RowKind, View
from desktop_admin.gui.text import fill
from desktop_admin.gui.widgets.column_layout import Yielding
from desktop_admin.reports.sheets import Amount, Share

#: Where there is nothing to tell.
NOTHING = Cell("—", ink="muted")
_PLUS = "+"

#: What goes first where there is no room for all.
GIVES_WAY = (
    Yielding(("merchant",), {"boutique": 0.9}),
    Yielding(("after_change", "after", "before"), {"boutique": 0.8}),
)


@dataclass(frozen=True, slots=True)
class RevenueCells:
    """Writes the cells of one view."""

    formats: Formats
    view: View
    nowhere: str
    total: str
    undecided: str

    @property
    def unit(self) -> Unit:
        """What the measured figures are."""
        return Unit(self.view.measure.divisor, self.view.measure.currency)

    def boutique(self, row: RevenueRow) -> Cell:
        """Its name, or what the line is instead."""
        if row.kind is RowKind.NOWHERE:
            return Cell(self.nowhere, icon="orphan", ink="orphan", strong=True)
        if row.boutique is None:
            return Cell(self.total, strong=True)
        return text_cell(row.boutique.name)

    def merchant(self, row: RevenueRow) -> Cell:
        """Whose it is."""
        return text_cell(row.boutique.merchant_name, ink="muted") if row.boutique else Cell("")

    def sales(self, row: RevenueRow) -> Cell:
        """How many sales count."""
        return Cell(self.formats.count(row.sales), strong=row.kind is RowKind.TOTAL)

    def value(self, row: RevenueRow) -> Cell:
        """What was made, in the measure."""
        ink = "orphan" if row.kind is RowKind.NOWHERE else ""
        return Cell(self.unit.amount(row.value, self.formats), ink=ink, strong=True)

    def before(self, row: RevenueRow) -> Cell:
        """The same of the period before."""
        if row.before is None:
            return NOTHING
        return Cell(self.unit.amount(row.before, self.formats), ink="muted")

    def change(self, row: RevenueRow) -> Cell:
        """How much more or less that is; of what counts nowhere neither is good news."""
        found = change_cell(row.value, row.before, self.formats)
        return found._replace(ink="muted") if row.kind is RowKind.NOWHERE else found

    def other(self, currency: str, row: RevenueRow) -> Cell:
        """What was made in another currency."""
        if currency not in row.amounts:
            return NOTHING
        return Cell(self.formats.amount(row.amounts[currency]))

    def coming(self, row: RevenueRow) -> Cell:
        """What the repair would bring, or take away from what counts nowhere."""
        if row.coming is None:
            return Cell("…", ink="muted")
        if not row.coming:
            return NOTHING
        sign = _PLUS if row.coming > 0 else ""
        return Cell(f"{sign}{self.unit.amount(row.coming, self.formats)}", ink="orphan")

    def after(self, row: RevenueRow) -> Cell:
        """What it would then be."""
        if row.after is None:
            return Cell("…", ink="muted")
        if row.kind is RowKind.NOWHERE:
            tip = fill(self.undecided, self.formats.count(row.sales - row.coming_sales))
            return Cell(self.unit.amount(row.after, self.formats), ink="orphan", tooltip=tip)
        return Cell(self.unit.amount(row.after, self.formats), strong=True)

    def after_change(self, row: RevenueRow) -> Cell:
        """And how much more or less than before."""
        if row.after is None:
            return Cell("…", ink="muted")
        found = change_cell(row.after, row.before, self.formats)
        return found._replace(ink="muted") if row.kind is RowKind.NOWHERE else found

    # For copies and files.
    def exported(self, value: int | None) -> Amount | None:
        """A measured figure to the cent."""
        return None if value is None else Amount(to_cents(value, self.view.measure.divisor))


def to_cents(value: int, divisor: int) -> int:
    """A measured figure in cents, a half away from zero."""
    whole = (200 * abs(value) + divisor) // (2 * divisor)
    return whole if value >= 0 else -whole


def change_cell(value: int, before: int | None, formats: Formats) -> Cell:
    """How much more or less it is, in percent; nothing where there was nothing to compare with."""
    share = change_of(value, before)
    if share is None:
        return NOTHING
    ink = "good" if share > 0 else "error" if share < 0 else "muted"
    return Cell(formats.percent(share, signed=True), ink=ink)


def change_of(value: int, before: int | None) -> int | None:
    """How much more it is, in tenths of a percent; None where that says nothing."""
    return None if before is None else change(value, before)


def cells_of(formats: Formats, view: View) -> RevenueCells:
    """The cells in the language of the window."""
    return RevenueCells(
        formats,
        view,
        words.nowhere(),
        QCoreApplication.translate("Revenue", "Total"),
        QCoreApplication.translate("Revenue", "Sales that need a decision: %1"),
    )


def revenue_table(cells: RevenueCells, others: Iterable[str], before: str) -> Table[RevenueRow]:
    """Its columns; `others`: the currencies besides the measure's; `before`: how the period
    before is called, empty where it is compared with none."""
    columns = [*_names(cells), _sales(cells), *_made(cells, before)]
    columns += [_other(cells, currency) for currency in others]
    columns += _repaired(cells, before)
    return Table(columns, lambda row: row.id, _tint)


def _names(cells: RevenueCells) -> list[Column[RevenueRow]]:
    def name(row: RevenueRow) -> str:
        return cells.boutique(row).text

    def merchant(row: RevenueRow) -> str:
        return row.boutique.merchant_name if row.boutique else ""

    return [
        Column(
            key="boutique",
            header=QCoreApplication.translate("Revenue", "Boutique"),
            cell=cells.boutique,
            sample="Boutique de Kintambo",
            sort=name,
            stretch=3,
            icons=True,
            export=name,
        ),
        Column(
            key="merchant",
            header=QCoreApplication.translate("Revenue", "Merchant"),
            cell=cells.merchant,
            sample="Maison Lukusa SARL",
            sort=merchant,
            stretch=2,
            export=merchant,
        ),
    ]


def _sales(cells: RevenueCells) -> Column[RevenueRow]:
    return Column(
        key="sales",
        header=QCoreApplication.translate("Revenue", "Sales"),
        cell=cells.sales,
        sample="12 345",
        sort=lambda row: row.sales,
        right=True,
        descending_first=True,
        tooltip=QCoreApplication.translate("Revenue", "Paid and uncancelled sales"),
        export=lambda row: row.sales,
    )


def _made(cells: RevenueCells, before: str) -> list[Column[RevenueRow]]:
    header = QCoreApplication.translate("Revenue", "Revenue (%1)")
    found: list[Column[RevenueRow]] = [
        Column(
            key="value",
            header=fill(header, cells.view.measure.currency),
            cell=cells.value,
            sample="146 558 000",
            sort=lambda row: row.value,
            right=True,
            strong=True,
            descending_first=True,
            export=lambda row: cells.exported(row.value),
        )
    ]
    if before:
        found += [
            Column(
                key="before",
                header=QCoreApplication.translate("Revenue", "Before"),
                cell=cells.before,
                sample="146 558 000",
                sort=lambda row: row.before,
                right=True,
                descending_first=True,
                tooltip=before,
                export=lambda row: cells.exported(row.before),
            ),
            Column(
                key="change",
                header=QCoreApplication.translate("Revenue", "Change"),
                cell=cells.change,
                sample="−12,3 %",
                sort=lambda row: change_of(row.value, row.before),
                right=True,
                descending_first=True,
                export=lambda row: _share(row.value, row.before),
            ),
        ]
    return found


def _other(cells: RevenueCells, currency: str) -> Column[RevenueRow]:
    header = QCoreApplication.translate("Revenue", "Revenue (%1)")
    return Column(
        key=f"other_{currency}",
        header=fill(header, currency),
        cell=lambda row: cells.other(currency, row),
        sample="4 542,50",
        sort=lambda row: row.amounts[currency],
        right=True,
        descending_first=True,
        export=lambda row: Amount(row.amounts[currency]),
    )


def _repaired(cells: RevenueCells, before: str) -> list[Column[RevenueRow]]:
    found: list[Column[RevenueRow]] = [
        Column(
            key="coming",
            header=QCoreApplication.translate("Revenue", "To be attributed"),
            cell=cells.coming,
            sample="+5 163 500",
            sort=lambda row: row.coming,
            right=True,
            descending_first=True,
            tooltip=QCoreApplication.translate(
                "Revenue",
                "Sales without boutique of which every witness names this one: the repair "
                "attributes them.",
            ),
            export=lambda row: cells.exported(row.coming),
        ),
        Column(
            key="after",
            header=QCoreApplication.translate("Revenue", "After the repair"),
            cell=cells.after,
            sample="146 558 000",
            sort=lambda row: row.after,
            right=True,
            strong=True,
            descending_first=True,
            export=lambda row: cells.exported(row.after),
        ),
    ]
    return [*found, _after_change(cells)] if before else found


def _after_change(cells: RevenueCells) -> Column[RevenueRow]:
    return Column(
        key="after_change",
        header=QCoreApplication.translate("Revenue", "Change after"),
        cell=cells.after_change,
        sample="−12,3 %",
        sort=lambda row: None if row.after is None else change_of(row.after, row.before),
        right=True,
        descending_first=True,
        export=lambda row: None if row.after is None else _share(row.after, row.before),
    )


def _share(value: int, before: int | None) -> Share | None:
    """A change as a part of a whole."""
    tenths = change_of(value, before)
    return None if tenths is None else Share(tenths * 10)


def _tint(row: RevenueRow) -> str:
    return "orphan" if row.kind is RowKind.NOWHERE else ""


class RevenueModel(RowsModel):
    """Boutiques in any order and narrowed down; the total, and what counts nowhere, stay on top,
    where they are seen however many boutiques there are."""

    def _arrange(self) -> None:
        super()._arrange()
        fixed = sorted(
            (place for place, row in enumerate(self._rows) if row.id < 0),
            key=lambda place: self._rows[place].id,
        )
        self._order = fixed + [place for place in self._order if self._rows[place].id >= 0]
