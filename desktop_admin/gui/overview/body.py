"""Everything on the overview in its place: one below another where there is little room."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from desktop_admin.gui._built.ui_overview import Ui_Overview
from desktop_admin.gui.context import Context
from desktop_admin.gui.overview.boutiques_card import BoutiquesCard
from desktop_admin.gui.overview.movers_card import MoversCard
from desktop_admin.gui.overview.problem_list import ProblemList
from desktop_admin.gui.overview.revenue_card import RevenueCard
from desktop_admin.gui.overview.tile import Tile
from desktop_admin.gui.overview.tile_layout import TileLayout
from desktop_admin.gui.overview.verdict_bar import VerdictBar

#: Below this width there is one column.
_TWO_COLUMNS = 860
_RIGHT_SHARE = 0.31
_RIGHT_LEAST = 300


class TileKey(StrEnum):
    """The tiles, from left to right."""

    REVENUE = "revenue"
    SALES = "sales"
    INVISIBLE = "invisible"
    HOMELESS = "homeless"
    INACTIVE = "inactive"
    NEWEST = "newest"


class OverviewBody(QWidget):
    """Verdict, tiles, what is to be done, and cards beside it; scrolled as one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, formats = context.theme, context.formats
        self._ui = ui = Ui_Overview()
        ui.setupUi(self)
        self.verdict = VerdictBar(theme, formats)
        ui.verdict.addWidget(self.verdict)
        layout = TileLayout(ui.tiles)
        policy = ui.tiles.sizePolicy()
        policy.setHeightForWidth(True)
        ui.tiles.setSizePolicy(policy)
        self.tiles: Mapping[TileKey, Tile] = {key: Tile(theme) for key in TileKey}
        for tile in self.tiles.values():
            layout.addWidget(tile)
        self.problems = ProblemList(theme, formats)
        self.movers = MoversCard(theme, formats)
        self.revenue = RevenueCard(theme, formats)
        self.boutiques = BoutiquesCard(theme, formats)
        ui.left.addWidget(self.problems)
        ui.left.addWidget(self.movers)
        ui.right.addWidget(self.revenue)
        ui.right.addWidget(self.boutiques)
        ui.left.addStretch(1)
        ui.right.addStretch(1)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def take_focus(self) -> None:
        """Give the keyboard to what is most urgent."""
        if not self.problems.focus_first():
            next(iter(self.tiles.values())).setFocus()

    @property
    def tiles_meaning(self) -> str:
        """What the revenue counts, in sentences."""
        return self.tiles[TileKey.REVENUE].text.meaning

    @property
    def has_keyboard(self) -> bool:
        """Whether something in here has the keyboard."""
        return self._ui.body.isAncestorOf(self.window().focusWidget())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        two = self.width() >= _TWO_COLUMNS
        directions = QBoxLayout.Direction
        self._ui.columns.setDirection(directions.LeftToRight if two else directions.TopToBottom)
        right = max(_RIGHT_LEAST, int(self.width() * _RIGHT_SHARE))
        for card in (self.revenue, self.boutiques):
            card.setMinimumWidth(right if two else 0)
            card.setMaximumWidth(right if two else 16_777_215)

    @Slot("QWidget*", "QWidget*")
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard is seen."""
        if now is not None and self.isVisible() and self._ui.body.isAncestorOf(now):
            self._ui.scroll.ensureWidgetVisible(now, 0, 12)
