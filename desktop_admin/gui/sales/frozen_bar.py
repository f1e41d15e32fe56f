"""The bar over the rows that says that all that matched is selected, and as of when."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desktop_admin.gui._built.ui_frozen_bar import Ui_FrozenBar
from desktop_admin.gui.context import Context
from desktop_admin.gui.sales.selection import Frozen
from desktop_admin.gui.text import fill, tooltip
from desktop_admin.sources.base import SaleQuery

ICON = 16


class FrozenBar(QFrame):
    """Says how many sales are selected, whatever the table shows by now."""

    clear_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ui = Ui_FrozenBar()
        self._ui.setupUi(self)
        self._ui.clear.clicked.connect(self.clear_wanted)
        self.hide()
        context.theme.changed.connect(self._colour)
        self._colour()

    def say(self, frozen: Frozen | None, query: SaleQuery) -> None:
        """Say what is frozen; hide where nothing is. `query` is what the table shows now."""
        self.setVisible(frozen is not None)
        if frozen is None:
            return
        count = len(frozen.ids)
        formats = self._context.formats
        if frozen.query is None:
            text = self.tr("%Ln sale(s) stay selected, as picked (frozen at %1)", "", count)
        elif _same_sales(frozen.query, query):
            text = self.tr("All %Ln sale(s) that match are selected (frozen at %1)", "", count)
        else:
            text = self.tr(
                "%Ln sale(s) that matched an earlier filter are selected (frozen at %1)", "", count
            )
        self._ui.text.setText(fill(text, formats.clock(frozen.at)))
        tip = self.tr("Sales that arrive from now on are not among them.")
        self.setToolTip(tooltip(tip))

    @Slot()
    def _colour(self) -> None:
        icons = self._context.theme.icons
        ratio = self.devicePixelRatio()
        self._ui.icon.setPixmap(icons.pixmap("good", "accent", ICON, ratio))


def _same_sales(one: SaleQuery, other: SaleQuery) -> bool:
    """Whether both ask for the same sales, in whatever order."""
    return _unordered(one) == _unordered(other)


def _unordered(query: SaleQuery) -> tuple[object, ...]:
    return (
        query.text,
        query.flags,
        query.boutiques,
        query.terminals,
        query.merchants,
        query.payments,
        query.currencies,
        query.since,
        query.until,
        query.behind,
    )
