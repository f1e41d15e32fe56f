"""The page of one terminal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_admin.domain.model import Terminal, TerminalSession
from desktop_admin.gui.assignment.move_rows import place_cell
from desktop_admin.gui.assignment.page_reading import PageContent, read_terminal
from desktop_admin.gui.assignment.page_rows import Stay, Step, stay_table, step_table
from desktop_admin.gui.assignment.place_page import PlacePage
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.assignment.shop import Shop, total
from desktop_admin.gui.assignment.terminal_columns import TerminalLine, state_of, terminal_cells
from desktop_admin.gui.context import Context
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.text import fill, one_line


class TerminalPage(PlacePage):
    """Identity, activity, logins, sales by month, the boutiques it has worked for, its orphans."""

    def __init__(self, parent: QWidget, context: Context, shop: Shop, terminal: Terminal) -> None:
        super().__init__(parent, context, Goto("sales", terminal=terminal.id))
        self._shop = shop
        self._terminal = terminal
        self._name()
        self.ui.first_title.setText(self.tr("Boutiques it has sold for"))
        self.ui.second_title.setText(self.tr("Changes in the journal"))
        why_not = context.changes.why_not()
        self.ui.assign.setEnabled(not why_not)
        self.ui.assign.setToolTip(why_not)
        self.read(partial(read_terminal, id_=terminal.id, bounds=self.bounds()))

    def _name(self) -> None:
        terminal, formats = self._terminal, self.context.formats
        now = self.context.clock()
        cells = terminal_cells(formats, now)
        figures = self._shop.of_terminal(terminal.id)
        line = TerminalLine(terminal, figures, state_of(terminal, figures, now))
        seen = terminal.last_activity
        saved = terminal.updated_at
        owner = self._owner()
        facts = [
            (self.tr("Serial number"), terminal.serial),
            (self.tr("Boutique"), terminal.boutique_name or cells.none),
            (self.tr("Owner"), owner or "—"),
            (self.tr("Version"), terminal.app_version or "—"),
            (self.tr("Last activity"), formats.minute(seen) if seen else cells.never),
            (self.tr("Changed on the server"), formats.minute(saved) if saved else "—"),
        ]
        self.name("terminal", terminal.name, cells.state(line).text, facts)

    def _owner(self) -> str:
        """The merchant whose account owns the terminal."""
        owners = self._shop.boutiques.values()
        return next(
            (one.merchant_name for one in owners if one.owner_id == self._terminal.owner_id), ""
        )

    def arrived(self, content: PageContent) -> None:
        """Show where it sold, what the journal tells, and its orphans."""
        formats = self.context.formats
        stays = [
            Stay(
                number,
                place_cell(None if one.boutique_id is None else self._place(one.boutique_id)),
                one.boutique_id is not None and one.boutique_id == self._terminal.boutique_id,
                one.figures,
                one.first_sale,
            )
            for number, one in enumerate(content.spells)
        ]
        table = stay_table(self.tr("Boutique"), formats)
        self.show_stays(table, stays, self.tr("It has not sold anything yet."))
        steps = [Step(number, item) for number, item in enumerate(content.history)]
        self.show_journal(step_table(formats, None, self._place), steps)
        self._say_sessions(content.sessions)
        lost = total(one.figures for one in content.spells if one.boutique_id is None)
        if lost.sales:
            moneys = formats.moneys(lost.amounts.moneys())
            self.ui.orphans_text.setText(Assignment().lost(lost.sales, moneys))
            self.ui.orphans.show()

    def _say_sessions(self, sessions: Sequence[TerminalSession]) -> None:
        """The newest login, and those before in its tooltip."""
        if not sessions:
            return
        newest, lines = sessions[0], [self._session(one) for one in sessions]
        place = " · ".join(part for part in (newest.address, newest.app_version) if part)
        self.add_fact(self.tr("Last session"), lines[0], "\n".join(lines))
        self.add_fact(self.tr("From address"), place or "—")

    def _session(self, one: TerminalSession) -> str:
        formats = self.context.formats
        began = formats.minute(one.started)
        if one.active and one.ended is None:
            return fill(self.tr("%1, still open"), began)
        if one.ended is None:
            return began
        return fill(self.tr("%1 to %2"), began, formats.minute(one.ended))

    def _place(self, id_: int) -> str:
        boutique = self._shop.boutiques.get(id_)
        return one_line(boutique.name) if boutique else f"#{id_}"
