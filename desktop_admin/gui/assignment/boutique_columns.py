"""How a boutique or depot becomes a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import Boutique, Figures
from desktop_admin.domain.money import CDF, USD
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import WAITING, Cell, Column, text_cell
from desktop_admin.gui.text import fill, one_line


class BoutiqueState(IntEnum):
    """What the table says of a boutique first, those that need something on top."""

    WITHOUT_TERMINAL = 0
    OPEN = 1
    POS_FORBIDDEN = 2
    CLOSED = 3
    DEPOT = 4


class BoutiqueLine(NamedTuple):
    """A boutique with what its line tells."""

    boutique: Boutique
    #: None while they are being counted.
    figures: Figures | None
    terminals: int

    @property
    def state(self) -> BoutiqueState:
        """What to say of it first."""
        if self.boutique.depot:
            return BoutiqueState.DEPOT
        if not self.boutique.active:
            return BoutiqueState.CLOSED
        if not self.boutique.pos_allowed:
            return BoutiqueState.POS_FORBIDDEN
        return BoutiqueState.OPEN if self.terminals else BoutiqueState.WITHOUT_TERMINAL


@dataclass(frozen=True, slots=True)
class BoutiqueCells:
    """Writes the cells of boutiques; holds the words, so that workers need not translate."""

    formats: Formats
    states: Mapping[BoutiqueState, Cell]
    #: "Revenue (%1)" and what counts in it.
    revenue: str
    revenue_tooltip: str

    def state(self, line: BoutiqueLine) -> Cell:
        """Its state, as icon and word."""
        return self.states[line.state]

    def count(self, number: int | None) -> Cell:
        """A count; none is quiet."""
        if number is None:
            return WAITING
        return Cell(self.formats.count(number), ink="" if number else "muted")

    def amount(self, currency: str, line: BoutiqueLine) -> Cell:
        """Its revenue in one currency; none is a dash."""
        if line.figures is None:
            return WAITING
        cents = line.figures.amounts[currency]
        return Cell(self.formats.amount(cents)) if cents else Cell("—", ink="muted")

    def revenue_columns(self, currencies: Iterable[str]) -> list[Column[BoutiqueLine]]:
        """One column for each currency: they are never added."""
        return [
            Column(
                key=f"revenue_{currency}",
                header=fill(self.revenue, one_line(currency)),
                cell=partial(self.amount, currency),
                sample=self.formats.amount(100_000_000_00 if currency != USD else 100_000_00),
                sort=partial(_cents, currency),
                right=True,
                descending_first=True,
                tooltip=self.revenue_tooltip,
            )
            for currency in currencies
        ]


def _cents(currency: str, line: BoutiqueLine) -> int:
    return line.figures.amounts[currency] if line.figures else 0


def currencies_of(figures: Iterable[Figures]) -> list[str]:
    """Every currency that occurs, the usual two first; they are there even without a sale."""
    found = {currency for each in figures for currency in each.amounts}
    return [CDF, USD, *sorted(found - {CDF, USD})]


def boutique_cells(formats: Formats) -> BoutiqueCells:
    """The cells of boutiques in the language of the window."""
    return BoutiqueCells(
        formats=formats,
        states=_states(),
        revenue=QCoreApplication.translate("Boutiques", "Revenue %1"),
        revenue_tooltip=QCoreApplication.translate(
            "Boutiques", "Paid and uncancelled sales, before expenses"
        ),
    )


def _states() -> dict[BoutiqueState, Cell]:
    return {
        BoutiqueState.OPEN: Cell(
            QCoreApplication.translate("Boutiques", "Open"), icon="good", icon_ink="good"
        ),
        BoutiqueState.WITHOUT_TERMINAL: Cell(
            QCoreApplication.translate("Boutiques", "No terminal"),
            icon="without_terminal",
            icon_ink="orphan",
            tooltip=QCoreApplication.translate(
                "Boutiques", "No terminal works here: it cannot sell."
            ),
        ),
        BoutiqueState.POS_FORBIDDEN: Cell(
            QCoreApplication.translate("Boutiques", "Not allowed"),
            icon="lock",
            ink="muted",
            tooltip=QCoreApplication.translate(
                "Boutiques", "Its merchant may not sell through terminals here."
            ),
        ),
        BoutiqueState.CLOSED: Cell(
            QCoreApplication.translate("Boutiques", "Closed"), icon="inactive", ink="muted"
        ),
        BoutiqueState.DEPOT: Cell(
            QCoreApplication.translate("Boutiques", "Depot"),
            icon="depot",
            ink="muted",
            tooltip=QCoreApplication.translate(
                "Boutiques", "A depot stores and does not sell; no terminal belongs here."
            ),
        ),
    }


def boutique_columns(cells: BoutiqueCells) -> list[Column[BoutiqueLine]]:
    """The columns every database has; one for each currency follows them."""
    return [*_identity_columns(cells), *_figure_columns(cells)]


def _identity_columns(cells: BoutiqueCells) -> list[Column[BoutiqueLine]]:
    return [
        Column(
            key="state",
            header=QCoreApplication.translate("Boutiques", "State"),
            cell=cells.state,
            sample=max((cell.text for cell in cells.states.values()), key=len),
            sort=lambda line: line.state.value,
        ),
        Column(
            key="boutique",
            header=QCoreApplication.translate("Boutiques", "Boutique"),
            cell=lambda line: text_cell(line.boutique.name),
            sample="Mbanza-Ngungu 06",
            sort=lambda line: line.boutique.name,
            stretch=3,
        ),
        Column(
            key="merchant",
            header=QCoreApplication.translate("Boutiques", "Merchant"),
            cell=lambda line: text_cell(line.boutique.merchant_name),
            sample="Ets Mukendi & Fils",
            sort=lambda line: line.boutique.merchant_name,
            stretch=2,
        ),
        Column(
            key="city",
            header=QCoreApplication.translate("Boutiques", "City"),
            cell=lambda line: text_cell(line.boutique.city, tooltip=line.boutique.address),
            sample="Mbanza-Ngungu",
            sort=lambda line: line.boutique.city,
            stretch=1,
        ),
    ]


def _figure_columns(cells: BoutiqueCells) -> list[Column[BoutiqueLine]]:
    return [
        Column(
            key="terminals",
            header=QCoreApplication.translate("Boutiques", "Terminals"),
            cell=lambda line: cells.count(line.terminals),
            sample="000",
            sort=lambda line: line.terminals,
            right=True,
            descending_first=True,
            tooltip=QCoreApplication.translate("Boutiques", "Terminals that work here at present"),
        ),
        Column(
            key="sales",
            header=QCoreApplication.translate("Boutiques", "Sales"),
            cell=lambda line: cells.count(line.figures.sales if line.figures else None),
            sample="00 000",
            sort=lambda line: line.figures and line.figures.sales,
            right=True,
            descending_first=True,
            tooltip=QCoreApplication.translate("Boutiques", "All its sales, whatever their state"),
        ),
    ]
