"""Where the overview leads: each button to the screen that solves it, set up for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_admin.domain.overview import ProblemKind
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.overview.body import TileKey
from desktop_admin.gui.overview.problem_words import way_to
from desktop_admin.gui.overview.tile import Standing

if TYPE_CHECKING:
    from desktop_admin.gui.overview.screen import OverviewScreen


class WaysOn(QObject):
    """Follows every button, tile and line."""

    def __init__(self, screen: OverviewScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        body = screen.body
        body.problems.opened.connect(self.open_problem)
        for places in (body.boutiques, body.movers):
            places.pressed.connect(self._open_boutique)
        for key, tile in body.tiles.items():
            tile.pressed.connect(partial(self.open_tile, key))

    @Slot(object)
    def open_problem(self, kind: ProblemKind) -> None:
        """Go where a problem is solved."""
        screen = self._screen
        found = screen.concluded
        every = found.problems if found is not None else ()
        problem = next((one for one in every if one.kind is kind), None)
        if problem is None:
            return
        goto = way_to(problem)
        if goto is not None:
            screen.context.ways.go(goto)
        else:
            self._show_rejected()

    def _show_rejected(self) -> None:
        # Imported here: few ever look at it.
        from desktop_admin.gui.overview.rejected_dialog import RejectedDialog

        held = self._screen.held
        if held.whole is None or held.shop is None:
            return
        dialog = RejectedDialog(self._screen.context, held.whole.rejected, held.shop, self._screen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_tile(self, key: TileKey) -> None:
        """Go where a tile leads; read again what it could not show."""
        screen = self._screen
        if screen.body.tiles[key].text.standing is Standing.FAILED:
            screen.refresh()
            return
        goto = self._of_tile(key)
        if goto is not None:
            screen.context.ways.go(goto)

    def _of_tile(self, key: TileKey) -> Goto | None:
        shop = self._screen.held.shop
        if key is TileKey.REVENUE:
            return Goto("revenue")
        if key is TileKey.SALES:
            return Goto("sales", everything=True)
        if key is TileKey.INVISIBLE:
            return Goto("repair", everything=True)
        if shop is None:
            return None
        if key is TileKey.HOMELESS:
            alone = any(one.boutique_id is None for one in shop.terminals.values())
            return Goto("assignment", quick="without_boutique" if alone else "all")
        if key is TileKey.INACTIVE:
            off = tuple(shop.switched_off)
            if len(off) == 1:
                return Goto("assignment", terminal=off[0], open_page=True)
            return Goto("assignment", terminals=off)
        newest = shop.newest.newest
        return None if newest is None else Goto("sales", sale=newest.sale_id)

    @Slot(object)
    def _open_boutique(self, boutique: int) -> None:
        self._screen.context.ways.go(Goto("sales", boutique=boutique))
