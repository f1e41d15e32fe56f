"""How merchants, boutiques and terminals become rows of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.assign import Guard
from desktop_admin.domain.model import Boutique, Figures, Terminal
from desktop_admin.domain.money import CDF
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import WAITING, Cell, Column, text_cell
from desktop_admin.gui.text import fill, one_line

#: What stands between a boutique's name and what is added to it.
_BETWEEN = " \u00a0-–—·:,/|"


@dataclass(frozen=True, slots=True)
class TreeCells:
    """Writes the cells of the tree; holds the words, so that workers need not translate."""

    formats: Formats
    nowhere_name: str
    #: What stands in the row that detaches.
    nowhere_note: Cell
    #: Why no terminal goes there; what somebody has to confirm first.
    notes: dict[Guard, Cell]
    inactive: str
    #: The currencies of the revenue, one column each.
    currencies: tuple[str, ...] = ()

    def nowhere(self) -> tuple[Cell, ...]:
        """The row on which terminals are detached."""
        return (Cell(self.nowhere_name, icon="orphan", icon_ink="muted"), *self._nothing())

    def merchant(self, name: str, terminals: int, figures: Figures | None) -> tuple[Cell, ...]:
        """A merchant with the figures of all boutiques."""
        head = text_cell(name)._replace(icon="merchant", icon_ink="muted", strong=True)
        return (head, *self._figures(terminals, figures))

    def boutique(
        self, boutique: Boutique, terminals: int, figures: Figures | None
    ) -> tuple[Cell, ...]:
        """A boutique or depot; what sells nothing any more is quiet."""
        quiet = boutique.depot or not boutique.active
        where = [part for part in (boutique.city, boutique.address, boutique.code) if part]
        head = text_cell(boutique.name, tooltip=" · ".join(where))._replace(
            icon="depot" if boutique.depot else "boutique",
            icon_ink="muted",
            ink="muted" if quiet else "",
        )
        return (head, *self._figures(terminals, figures))

    def terminal(self, terminal: Terminal, above: str, figures: Figures | None) -> tuple[Cell, ...]:
        """A terminal below its boutique, whose name, `above`, is not repeated."""
        shown = name_below(terminal.name, above)
        whole = terminal.name if shown != terminal.name else ""
        off = "" if terminal.active else self.inactive
        tip = "\n".join(part for part in (whole, terminal.serial, off) if part)
        head = text_cell(shown, tooltip=tip)._replace(
            icon="terminal" if terminal.active else "inactive",
            icon_ink="muted",
            ink="" if terminal.active else "muted",
        )
        numbers = self._figures(None, figures)
        return (
            head,
            *(cell if cell is WAITING else cell._replace(ink="muted") for cell in numbers),
        )

    def note(self, boutique: Boutique) -> Cell | None:
        """Why no terminal can go there at all."""
        if boutique.depot:
            return self.notes[Guard.DEPOT]
        return None if boutique.active else self.notes[Guard.CLOSED]

    def with_currencies(self, currencies: Sequence[str]) -> TreeCells:
        """The same with these revenue columns."""
        return replace(self, currencies=tuple(currencies))

    def _nothing(self) -> tuple[Cell, ...]:
        return tuple(Cell("") for _ in range(2 + len(self.currencies)))

    def _figures(self, terminals: int | None, figures: Figures | None) -> tuple[Cell, ...]:
        count = "" if terminals is None else self.formats.count(terminals)
        first = Cell(count, ink="muted")
        if figures is None:
            return (first, *(WAITING for _ in range(1 + len(self.currencies))))
        sales = Cell(self.formats.count(figures.sales), ink="" if figures.sales else "muted")
        return (first, sales, *(self._amount(figures, one) for one in self.currencies))

    def _amount(self, figures: Figures, currency: str) -> Cell:
        cents = figures.amounts[currency]
        if not cents:
            return Cell("—", ink="muted")
        exact = self.formats.amount(cents)
        # There is little room: centimes are in the tooltip; cents of a dollar count.
        short = self.formats.count(round(cents / 100)) if currency == CDF else exact
        return Cell(short, tooltip=exact if short != exact else "")


def tree_cells(formats: Formats) -> TreeCells:
    """The cells of the tree in the language of the window."""
    return TreeCells(
        formats=formats,
        nowhere_name=QCoreApplication.translate("Assignment", "Without boutique"),
        nowhere_note=Cell(
            QCoreApplication.translate("Assignment", "Drop here to detach"),
            icon="undo",
            ink="muted",
        ),
        notes={
            Guard.DEPOT: Cell(
                QCoreApplication.translate("Assignment", "Depot: does not sell"),
                icon="forbidden",
                ink="muted",
            ),
            Guard.CLOSED: Cell(
                QCoreApplication.translate("Assignment", "Closed: reopen on the server"),
                icon="forbidden",
                ink="muted",
            ),
            Guard.NO_BOUTIQUE: Cell(
                QCoreApplication.translate("Assignment", "No longer there"),
                icon="forbidden",
                ink="muted",
            ),
            Guard.OTHER_MERCHANT: Cell(
                QCoreApplication.translate("Assignment", "Another merchant"),
                icon="warning",
                ink="orphan",
            ),
            Guard.POS_FORBIDDEN: Cell(
                QCoreApplication.translate("Assignment", "No till allowed"),
                icon="warning",
                ink="orphan",
            ),
        },
        inactive=QCoreApplication.translate("Terminals", "Inactive"),
    )


def name_below(name: str, above: str) -> str:
    """A name without that of what it stands below, where it begins with it."""
    if not name.casefold().startswith(above.casefold()):
        return name
    rest = name[len(above) :]
    shown = rest.strip(_BETWEEN)
    return name if not shown or rest[0] not in _BETWEEN else shown


def tree_columns(cells: TreeCells, names: str) -> list[Column[object]]:
    """The columns of the tree, `names` being a sample of them; one for each currency at the end:
    they are never added."""

    def column(key: str, header: str, sample: str, tip: str = "") -> Column[object]:
        right = key != "boutique"
        return Column(
            key, header, lambda _: WAITING, sample, right=right, tooltip=tip, keep_end=not right
        )

    return [
        column("boutique", QCoreApplication.translate("Boutiques", "Boutique"), names),
        column(
            "terminals",
            QCoreApplication.translate("Assignment", "Term."),
            "000",
            QCoreApplication.translate("Boutiques", "Terminals that work here at present"),
        ),
        column(
            "sales",
            QCoreApplication.translate("Boutiques", "Sales"),
            "00 000",
            QCoreApplication.translate("Boutiques", "All its sales, whatever their state"),
        ),
        *(
            column(
                f"revenue_{one}",
                fill(QCoreApplication.translate("Boutiques", "Revenue %1"), one_line(one)),
                cells.formats.count(100_000_000) if one == CDF else cells.formats.amount(10_000_00),
                QCoreApplication.translate(
                    "Boutiques", "Paid and uncancelled sales, before expenses"
                ),
            )
            for one in cells.currencies
        ),
    ]
