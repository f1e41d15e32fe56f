"""How a terminal becomes a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.assign import SILENT_AFTER, is_silent
from desktop_admin.domain.model import Figures, Terminal
from desktop_admin.domain.money import USD
from desktop_admin.gui.assignment.shop import Shop, is_quiet, sells_though_off
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import WAITING, Cell, Column, Table, text_cell
from desktop_admin.gui.text import fill, one_line
from desktop_admin.reports.sheets import Amount


class TerminalState(IntEnum):
    """What the table says of a terminal first, the most urgent on top."""

    WITHOUT_BOUTIQUE = 0
    SELLS_THOUGH_OFF = 1
    SILENT = 2
    INACTIVE = 3
    ACTIVE = 4


class Quick(StrEnum):
    """The quick filters over the table."""

    ALL = "all"
    WITHOUT_BOUTIQUE = "without_boutique"
    INACTIVE = "inactive"
    SILENT = "silent"


class TerminalLine(NamedTuple):
    """A terminal with what its line tells."""

    terminal: Terminal
    #: None while they are being counted.
    figures: Figures | None
    state: TerminalState


def state_of(terminal: Terminal, figures: Figures | None, now: datetime) -> TerminalState:
    """What to say of a terminal first."""
    if terminal.boutique_id is None:
        return TerminalState.WITHOUT_BOUTIQUE
    if sells_though_off(terminal, figures, now):
        return TerminalState.SELLS_THOUGH_OFF
    if not terminal.active:
        return TerminalState.INACTIVE
    return TerminalState.SILENT if is_silent(terminal, now) else TerminalState.ACTIVE


def lines_of(shop: Shop, now: datetime) -> list[TerminalLine]:
    """A line for each terminal."""
    return [
        TerminalLine(one, figures := shop.of_terminal(one.id), state_of(one, figures, now))
        for one in shop.terminals.values()
    ]


def quick_ids(shop: Shop, now: datetime) -> dict[Quick, frozenset[int]]:
    """The ids of the terminals that each quick filter leaves."""
    every = shop.terminals.values()
    return {
        Quick.ALL: frozenset(shop.terminals),
        Quick.WITHOUT_BOUTIQUE: frozenset(one.id for one in every if one.boutique_id is None),
        Quick.INACTIVE: frozenset(one.id for one in every if not one.active),
        Quick.SILENT: frozenset(one.id for one in every if is_quiet(one, now)),
    }


@dataclass(frozen=True, slots=True)
class TerminalCells:
    """Writes the cells of terminals; holds the words, so that workers need not translate."""

    formats: Formats
    now: datetime
    states: Mapping[TerminalState, Cell]
    none: str
    never: str
    #: "%1 min ago", "%1 h ago", "%1 d ago".
    ago: tuple[str, str, str]
    #: "Revenue (%1)" and what counts in it.
    revenue: str
    revenue_tooltip: str

    def state(self, line: TerminalLine) -> Cell:
        """Its state, as icon and word."""
        return self.states[line.state]

    def boutique(self, line: TerminalLine) -> Cell:
        """Where it works, or that it works nowhere."""
        name = line.terminal.boutique_name
        return text_cell(name) if name is not None else Cell(self.none, ink="orphan")

    def activity(self, line: TerminalLine) -> Cell:
        """How long ago it last called the server; after a week, which day that was."""
        seen = line.terminal.last_activity
        if seen is None:
            return Cell(self.never, ink="muted")
        return Cell(self._since(seen), ink="muted", tooltip=self.formats.exact(seen))

    def sales(self, line: TerminalLine) -> Cell:
        """All its sales."""
        if line.figures is None:
            return WAITING
        return Cell(self.formats.count(line.figures.sales))

    def orphans(self, line: TerminalLine) -> Cell:
        """Its sales without boutique."""
        if line.figures is None:
            return WAITING
        count = line.figures.orphans
        return Cell(
            self.formats.count(count), ink="orphan" if count else "muted", strong=bool(count)
        )

    def amount(self, currency: str, line: TerminalLine) -> Cell:
        """Its revenue in one currency; none is a dash."""
        if line.figures is None:
            return WAITING
        cents = line.figures.amounts[currency]
        return Cell(self.formats.amount(cents)) if cents else Cell("—", ink="muted")

    def _since(self, seen: datetime) -> str:
        passed = self.now - seen
        minutes = max(0, int(passed.total_seconds()) // 60)
        if minutes < 60:
            return fill(self.ago[0], str(minutes))
        if minutes < 24 * 60:
            return fill(self.ago[1], str(minutes // 60))
        if passed < SILENT_AFTER:
            return fill(self.ago[2], str(passed.days))
        return self.formats.date(seen)


def terminal_cells(formats: Formats, now: datetime) -> TerminalCells:
    """The cells of terminals in the language of the window."""
    return TerminalCells(
        formats=formats,
        now=now,
        states=_states(),
        none=QCoreApplication.translate("Terminals", "none"),
        never=QCoreApplication.translate("Terminals", "never"),
        ago=(
            QCoreApplication.translate("Terminals", "%1 min ago"),
            QCoreApplication.translate("Terminals", "%1 h ago"),
            QCoreApplication.translate("Terminals", "%1 d ago"),
        ),
        revenue=QCoreApplication.translate("Boutiques", "Revenue %1"),
        revenue_tooltip=QCoreApplication.translate(
            "Boutiques", "Paid and uncancelled sales, before expenses"
        ),
    )


def _states() -> dict[TerminalState, Cell]:
    return {
        TerminalState.WITHOUT_BOUTIQUE: Cell(
            QCoreApplication.translate("Terminals", "No boutique"),
            icon="orphan",
            ink="orphan",
            strong=True,
            tooltip=QCoreApplication.translate(
                "Terminals",
                "This terminal belongs to no boutique: the server refuses its sales.",
            ),
        ),
        TerminalState.SELLS_THOUGH_OFF: Cell(
            QCoreApplication.translate("Terminals", "Inactive, sells"),
            icon="warning",
            ink="error",
            tooltip=QCoreApplication.translate(
                "Terminals", "Switched off on the server, and yet it sold in the last seven days."
            ),
        ),
        TerminalState.SILENT: Cell(
            QCoreApplication.translate("Terminals", "Silent"),
            icon="silent",
            ink="orphan",
            tooltip=QCoreApplication.translate(
                "Terminals", "It has not called the server for seven days or more."
            ),
        ),
        TerminalState.INACTIVE: Cell(
            QCoreApplication.translate("Terminals", "Inactive"),
            icon="inactive",
            ink="muted",
            tooltip=QCoreApplication.translate(
                "Terminals", "It is switched off on the server, which refuses its sales."
            ),
        ),
        TerminalState.ACTIVE: Cell(
            QCoreApplication.translate("Terminals", "Active"), icon="good", icon_ink="good"
        ),
    }


def terminal_table(cells: TerminalCells, currencies: Iterable[str]) -> Table[TerminalLine]:
    """All columns of the table of terminals; one for the revenue in each currency at the end."""
    columns = [
        *_identity_columns(cells),
        _boutique_column(cells),
        Column(
            key="activity",
            header=QCoreApplication.translate("Terminals", "Activity"),
            cell=cells.activity,
            sample=cells.formats.date(cells.now),
            sort=lambda line: line.terminal.last_activity,
            export=lambda line: line.terminal.last_activity,
            widest=cells.formats.widest_minute(),
            descending_first=True,
            tooltip=QCoreApplication.translate("Terminals", "When it last called the server"),
        ),
        *_figure_columns(cells),
        Column(
            key="version",
            header=QCoreApplication.translate("Terminals", "Version"),
            cell=lambda line: text_cell(line.terminal.app_version, ink="muted"),
            sample="0.0.00",
            sort=lambda line: line.terminal.app_version,
            export=lambda line: line.terminal.app_version,
            tooltip=QCoreApplication.translate("Terminals", "Version of the selling app"),
        ),
        *(_revenue_column(cells, currency) for currency in currencies),
    ]
    return Table(columns, lambda line: line.terminal.id, tint_of)


def _revenue_column(cells: TerminalCells, currency: str) -> Column[TerminalLine]:
    return Column(
        key=f"revenue_{currency}",
        header=fill(cells.revenue, one_line(currency)),
        cell=partial(cells.amount, currency),
        sample=cells.formats.amount(10_000_000_00 if currency != USD else 10_000_00),
        sort=partial(_cents, currency),
        export=lambda line: Amount(_cents(currency, line)) if line.figures else None,
        right=True,
        descending_first=True,
        tooltip=cells.revenue_tooltip,
    )


def _cents(currency: str, line: TerminalLine) -> int:
    return line.figures.amounts[currency] if line.figures else 0


def _identity_columns(cells: TerminalCells) -> list[Column[TerminalLine]]:
    return [
        Column(
            key="state",
            header=QCoreApplication.translate("Terminals", "State"),
            cell=cells.state,
            sample=max((cell.text for cell in cells.states.values()), key=len),
            sort=lambda line: line.state.value,
        ),
        Column(
            key="terminal",
            header=QCoreApplication.translate("Terminals", "Terminal"),
            cell=lambda line: text_cell(line.terminal.name),
            sample="Kin Market Gombe caisse 1",
            sort=lambda line: line.terminal.name,
            export=lambda line: line.terminal.name,
            stretch=4,
            keep=0.6,
            keep_end=True,
        ),
        Column(
            key="serial",
            header=QCoreApplication.translate("Terminals", "Serial number"),
            cell=lambda line: text_cell(line.terminal.serial),
            sample="0a1badae951f8473",
            sort=lambda line: line.terminal.serial,
            export=lambda line: line.terminal.serial,
            fixed_width_font=True,
        ),
    ]


def _boutique_column(cells: TerminalCells) -> Column[TerminalLine]:
    return Column(
        key="boutique",
        header=QCoreApplication.translate("Terminals", "Boutique"),
        cell=cells.boutique,
        sample="Kin Market Kintambo",
        sort=lambda line: line.terminal.boutique_name,
        export=lambda line: line.terminal.boutique_name,
        stretch=3,
        keep=0.6,
        keep_end=True,
    )


def _figure_columns(cells: TerminalCells) -> list[Column[TerminalLine]]:
    return [
        Column(
            key="sales",
            header=QCoreApplication.translate("Terminals", "Sales"),
            cell=cells.sales,
            sample="00 000",
            sort=lambda line: line.figures and line.figures.sales,
            export=lambda line: line.figures.sales if line.figures else None,
            right=True,
            descending_first=True,
            tooltip=QCoreApplication.translate("Terminals", "All its sales, whatever their state"),
        ),
        Column(
            key="orphans",
            header=QCoreApplication.translate("Terminals", "Orph."),
            cell=cells.orphans,
            sample="0 000",
            sort=lambda line: line.figures and line.figures.orphans,
            export=lambda line: line.figures.orphans if line.figures else None,
            right=True,
            descending_first=True,
            tooltip=QCoreApplication.translate("Terminals", "Its sales that have no boutique"),
        ),
    ]


def tint_of(line: TerminalLine) -> str:
    """A terminal without boutique is tinted."""
    return "orphan" if line.state is TerminalState.WITHOUT_BOUTIQUE else ""
