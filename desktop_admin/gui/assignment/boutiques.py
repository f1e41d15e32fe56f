"""The table of boutiques and depots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import Figures
from desktop_admin.gui.assignment.boutique_columns import (
    BoutiqueCells,
    BoutiqueLine,
    boutique_cells,
    boutique_columns,
    currencies_of,
)
from desktop_admin.gui.assignment.list_screen import ListScreen, Loaded
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import Column, Table, write_rows
from desktop_admin.gui.widgets.table_screen import Words
from desktop_admin.sources.base import SalesSource


def read_boutiques(
    source: SalesSource,
    cells: BoutiqueCells,
    columns: Sequence[Column[BoutiqueLine]],
    *,
    figures: bool,
) -> Loaded:
    """Read and write all boutiques; for a worker."""
    counted = source.boutique_figures() if figures else {}
    terminals = Counter(terminal.boutique_id for terminal in source.terminals())
    other = Figures() if figures else None
    lines = [
        BoutiqueLine(found, counted.get(found.id, other), terminals[found.id])
        for found in source.boutiques()
    ]
    revenue = cells.revenue_columns(currencies_of(counted.values()))
    table = Table([*columns, *revenue], lambda line: line.boutique.id, lambda _: "")
    rows = write_rows(table, lines, in_memory=True)
    return Loaded(table.columns, rows, {id_: found.amounts for id_, found in counted.items()})


class BoutiquesScreen(ListScreen):
    """All boutiques and depots, those that need something first."""

    def __init__(self, context: Context) -> None:
        words = Words(
            title=QCoreApplication.translate("Boutiques", "Boutiques"),
            filter_hint=QCoreApplication.translate("Boutiques", "Filter the boutiques…"),
            loading=QCoreApplication.translate("Boutiques", "Reading the boutiques…"),
            empty=QCoreApplication.translate("Boutiques", "No boutique in this database"),
            empty_meaning=QCoreApplication.translate(
                "Boutiques", "Boutiques appear here once their merchants enter them."
            ),
            no_match=QCoreApplication.translate("Boutiques", "No boutique matches the filter"),
            no_match_meaning=QCoreApplication.translate(
                "Boutiques", "Part of a name, a merchant or a city is enough."
            ),
        )
        super().__init__(context, words)

    def reader(self, *, figures: bool) -> Callable[[SalesSource], Loaded]:
        """Reads all boutiques."""
        cells = boutique_cells(self.context.formats)
        return partial(
            read_boutiques, cells=cells, columns=boutique_columns(cells), figures=figures
        )

    def rows_arrived(self) -> None:
        """Say how many there are."""
        self.page.show_counts(self.tr("%Ln boutique(s) and depot(s)", "", self.model.total))
        super().rows_arrived()

    def rows_text(self, shown: int) -> str:
        """So many are shown of %1."""
        return self.tr("%Ln boutique(s) of %1", "", shown)

    def selection_text(self, count: int) -> str:
        """So many are selected."""
        return self.tr("%Ln boutique(s) selected", "", count)

    def sum_text(self, count: int) -> str:
        """So many are selected, and come to %1."""
        return self.tr("%Ln boutique(s) selected: %1", "", count)
