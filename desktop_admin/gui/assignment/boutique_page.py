"""The page of one boutique."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_admin.domain.assign import Guard
from desktop_admin.domain.model import Boutique, Figures
from desktop_admin.gui.assignment.hints import refused
from desktop_admin.gui.assignment.page_reading import PageContent, read_boutique
from desktop_admin.gui.assignment.page_rows import Stay, Step, stay_table, step_table
from desktop_admin.gui.assignment.place_page import PlacePage
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.models.columns import Cell, text_cell
from desktop_admin.gui.text import one_line


class BoutiquePage(PlacePage):
    """Identity, sales by month, its terminals now and before, what the journal tells."""

    def __init__(self, parent: QWidget, context: Context, shop: Shop, boutique: Boutique) -> None:
        super().__init__(parent, context, Goto("sales", boutique=boutique.id))
        self._shop = shop
        self._boutique = boutique
        state = ""
        if boutique.depot or not boutique.active:
            state = refused(Guard.DEPOT if boutique.depot else Guard.CLOSED)
        facts = [
            (self.tr("Merchant"), boutique.merchant_name),
            (self.tr("Code"), boutique.code or "—"),
            (self.tr("City"), boutique.city or "—"),
            (self.tr("Address"), boutique.address or "—"),
        ]
        self.name("depot" if boutique.depot else "boutique", boutique.name, state, facts)
        self.ui.assign.hide()
        self.ui.first_title.setText(self.tr("Its terminals, now and before"))
        self.ui.second_title.setText(self.tr("Terminals that came or left, by the journal"))
        self.read(partial(read_boutique, id_=boutique.id, bounds=self.bounds()))

    def arrived(self, content: PageContent) -> None:
        """Show terminals that work here, those that sold here, and what the journal tells."""
        formats, id_ = self.context.formats, self._boutique.id
        here = {one.id for one in self._shop.terminals.values() if one.boutique_id == id_}
        stays = [
            Stay(
                number,
                self._cell(one.terminal_id),
                one.terminal_id in here,
                one.figures,
                one.first_sale,
            )
            for number, one in enumerate(content.spells)
        ]
        sold = {one.terminal_id for one in content.spells}
        stays += [
            Stay(len(stays) + number, self._cell(idle), True, Figures(), None)
            for number, idle in enumerate(sorted(here - sold))
        ]
        stays.sort(key=lambda one: not one.now)
        table = stay_table(self.tr("Terminal"), formats)
        self.show_stays(table, stays, self.tr("No terminal works here, and none sold here."))
        steps = [Step(number, item) for number, item in enumerate(content.history)]
        self.show_journal(step_table(formats, self._terminal, self._place), steps)

    def _cell(self, id_: int | None) -> Cell:
        if id_ is None:
            return Cell(self.tr("no terminal"), ink="muted")
        return text_cell(self._terminal(id_))

    def _terminal(self, id_: int) -> str:
        terminal = self._shop.terminals.get(id_)
        return one_line(terminal.name) if terminal else f"#{id_}"

    def _place(self, id_: int) -> str:
        boutique = self._shop.boutiques.get(id_)
        return one_line(boutique.name) if boutique else f"#{id_}"
