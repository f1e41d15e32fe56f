"""What came to each boutique, with a row on top that adds them up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.repair.report.columns import TOTAL
from desktop_admin.gui.repair.report.content import Content
from desktop_admin.gui.widgets.column_layout import Yielding
from desktop_admin.gui.widgets.table_header import HEIGHT
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT, TableView

#: So many boutiques are shown before the table scrolls by itself.
_SHOWN = 8


class EffectsModel(RowsModel):
    """Rows of which the sum stays the first, in sight, however they are sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def _arrange(self) -> None:
        super()._arrange()
        self._order.sort(key=lambda place: self._rows[place].id != TOTAL)


class EffectsTable(TableView):
    """Shows the boutiques of a report."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._model = EffectsModel(self)
        self.show_model(self._model)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSectionsMovable(False)
        self.sort_wanted.connect(self._model.sort)

    def show_content(self, content: Content) -> None:
        """Show these boutiques."""
        self._model.show(content.effect_columns, content.effects)
        self.gives_way = _giving_way(content.currencies)
        rows = min(len(content.effects), _SHOWN)
        scrolls = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(HEIGHT + rows * ROW_HEIGHT + 4 + scrolls)
        self.fit_again()


def _giving_way(currencies: Sequence[str]) -> list[Yielding]:
    """What is left out where there is no room: of the lesser currencies first, to show names
    whole; what was added stays, and the tooltip of a boutique tells all."""
    parts = ("before", "effect", "after")
    lesser = tuple(f"{which}_{code}" for code in currencies[:0:-1] for which in parts)
    first = tuple(f"before_{code}" for code in currencies[:1])
    return [Yielding(lesser, {"boutique": 0.9}), Yielding(first, {"boutique": 0.6})]
