"""The context menu of the rows, and the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop_admin.domain.model import Sale
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.sales.narrowing import Narrowing
from desktop_admin.gui.text import fill, one_line

if TYPE_CHECKING:
    from desktop_admin.gui.sales.screen import SalesScreen

ASSIGN_KEYS = "Ctrl+Enter"
#: So many letters of a name fit into a line of the menu.
SHOWN = 30


class SaleMenu(QObject):
    """What can be done with the selected sales, and with the one under the mouse."""

    def __init__(self, screen: SalesScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        table = screen.page.table
        table.menu_wanted.connect(self.open)
        for keys in (ASSIGN_KEYS, "Ctrl+Return"):
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.assign)

    @property
    def sale(self) -> Sale | None:
        """The sale the keyboard or the mouse is on; None while its row is being read."""
        table, model = self._screen.page.table, self._screen.model
        index = table.currentIndex()
        row = model.row_at(index.row()) if index.isValid() else None
        value = row.value if row is not None else None
        return value if isinstance(value, Sale) else None

    @Slot(QPoint)
    def open(self, place: QPoint) -> None:
        """Open the menu there, in the table's coordinates."""
        if self._screen.selection.count or self.sale is not None:
            menu = self.made()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._screen.page.table.viewport().mapToGlobal(place))

    def made(self) -> QMenu:
        """The menu for what is selected now."""
        menu = QMenu(self._screen)
        parts, sale = self._screen.parts, self.sale
        count = self._screen.selection.count
        if count:
            text = self.tr("Assign %Ln sale(s) to…", "", count)
            self._add(menu, text, "boutique", self.assign, ASSIGN_KEYS)
            why_not = self._screen.context.changes.why_not()
            menu.actions()[-1].setEnabled(not why_not)
            menu.addSeparator()
        self._add(menu, self.tr("Show the detail"), "panel_right", parts.side.open, "Enter")
        if sale is not None:
            self._add_places(menu, sale)
            self._add_filters(menu, sale)
        menu.addSeparator()
        if count:
            keys = QKeySequence(QKeySequence.StandardKey.Copy).toString()
            text = self.tr("Copy %Ln sale(s) with the columns’ names", "", count)
            self._add(menu, text, "copy", parts.copy, keys)
        if sale is not None:
            number = partial(self._copy, sale.number)
            self._add(menu, self.tr("Copy the sale number"), "", number)
        everything = self.tr("Select all that match")
        keys = QKeySequence(QKeySequence.StandardKey.SelectAll).toString()
        self._add(menu, everything, "", parts.select_all, keys)
        return menu

    @Slot()
    def assign(self) -> None:
        """Assign the orphans among the selected sales."""
        self._screen.parts.assign(None)

    def _add_places(self, menu: QMenu, sale: Sale) -> None:
        if sale.terminal_id is not None:
            text = fill(self.tr("Show the terminal %1"), _name(sale.terminal_name))
            goto = Goto("assignment", terminal=sale.terminal_id)
            self._add(menu, text, "terminal", partial(self._go, goto))
        if sale.boutique_id is not None:
            text = fill(self.tr("Show the boutique %1"), _name(sale.boutique_name))
            goto = Goto("assignment", boutique=sale.boutique_id)
            self._add(menu, text, "boutique", partial(self._go, goto))

    def _add_filters(self, menu: QMenu, sale: Sale) -> None:
        menu.addSeparator()
        narrowing = self._screen.narrowing
        if sale.boutique_id is not None:
            text = fill(self.tr("Only the boutique %1"), _name(sale.boutique_name))
            only = narrowing.with_only(boutiques={sale.boutique_id: sale.boutique_name or ""})
            self._add(menu, text, "filter", partial(self._narrow, only))
        if sale.terminal_id is not None:
            text = fill(self.tr("Only the terminal %1"), _name(sale.terminal_name))
            only = narrowing.with_only(terminals={sale.terminal_id: sale.terminal_name or ""})
            self._add(menu, text, "filter", partial(self._narrow, only))

    def _add(
        self, menu: QMenu, text: str, icon: str, act: Callable[[], object], keys: str = ""
    ) -> None:
        """One line; its keys are told here and work in the table."""
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        shown = text.replace("&", "&&") + (f"\t{native}" if native else "")
        action = menu.addAction(shown, act)
        if icon:
            action.setIcon(self._screen.context.theme.icons.icon(icon, "muted", size=16))

    def _narrow(self, narrowing: Narrowing) -> None:
        self._screen.show_narrowing(narrowing)

    def _go(self, goto: Goto) -> None:
        self._screen.context.ways.go(goto)

    @staticmethod
    def _copy(number: str) -> None:
        QGuiApplication.clipboard().setText(number)


def _name(name: str | None) -> str:
    return one_line(name or "", SHOWN)
