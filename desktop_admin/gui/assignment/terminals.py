"""The table of terminals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import Figures
from desktop_admin.gui.assignment.list_screen import ListScreen, Loaded
from desktop_admin.gui.assignment.terminal_columns import (
    TerminalLine,
    state_of,
    terminal_cells,
    terminal_table,
)
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import write_rows
from desktop_admin.gui.widgets.table_screen import Words
from desktop_admin.sources.base import SalesSource


class TerminalsScreen(ListScreen):
    """All terminals, those without boutique first."""

    def __init__(self, context: Context) -> None:
        words = Words(
            title=QCoreApplication.translate("Terminals", "Terminals"),
            filter_hint=QCoreApplication.translate("Terminals", "Filter the terminals…"),
            loading=QCoreApplication.translate("Terminals", "Reading the terminals…"),
            empty=QCoreApplication.translate("Terminals", "No terminal in this database"),
            empty_meaning=QCoreApplication.translate(
                "Terminals", "Terminals appear here once they are entered on the server."
            ),
            no_match=QCoreApplication.translate("Terminals", "No terminal matches the filter"),
            no_match_meaning=QCoreApplication.translate(
                "Terminals", "Part of a name, a serial number or a boutique is enough."
            ),
        )
        super().__init__(context, words)

    def reader(self, *, figures: bool) -> Callable[[SalesSource], Loaded]:
        """Reads all terminals."""
        cells = terminal_cells(self.context.formats, self.context.clock())
        table = terminal_table(cells)

        def read(source: SalesSource) -> Loaded:
            counted = source.terminal_figures() if figures else {}
            other = Figures() if figures else None
            lines = [
                TerminalLine(found, counted.get(found.id, other), state_of(found, cells.now))
                for found in source.terminals()
            ]
            rows = write_rows(table, lines, in_memory=True)
            amounts = {id_: each.amounts for id_, each in counted.items()}
            return Loaded(table.columns, rows, amounts)

        return read

    def rows_arrived(self) -> None:
        """Say how many there are, and how many of them work nowhere."""
        alone = sum(row.tint == "orphan" for row in self.model.rows)
        total = self.tr("%Ln terminal(s)", "", self.model.total)
        without = self.tr("%Ln without boutique", "", alone)
        self.page.show_counts(f"{total} · {without}" if alone else total)
        super().rows_arrived()

    def rows_text(self, shown: int) -> str:
        """So many are shown of %1."""
        return self.tr("%Ln terminal(s) of %1", "", shown)

    def selection_text(self, count: int) -> str:
        """So many are selected."""
        return self.tr("%Ln terminal(s) selected", "", count)

    def sum_text(self, count: int) -> str:
        """So many are selected, and come to %1."""
        return self.tr("%Ln terminal(s) selected: %1", "", count)
