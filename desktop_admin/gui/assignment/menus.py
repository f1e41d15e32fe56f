"""The context menus of terminals and boutiques."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_admin.gui.assignment.column_menu import columns_menu
from desktop_admin.gui.assignment.nodes import Kind
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.assignment.terminal_table import TerminalTable
from desktop_admin.gui.assignment.tree_view import BoutiqueTree
from desktop_admin.gui.assignment.work import Work
from desktop_admin.gui.goto import Goto


class Menus(QObject):
    """Offers what can be done with what is selected."""

    def __init__(self, work: Work, table: TerminalTable, tree: BoutiqueTree) -> None:
        super().__init__(work)
        self._work = work
        self._table = table
        self._tree = tree
        table.menu_wanted.connect(self._of_table)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._of_header)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._of_tree)

    @Slot(QPoint)
    def _of_table(self, at: QPoint) -> None:
        ids = list(self._table.selected_ids())
        menu = menu_of(self._work, ids, None)
        menu.addSeparator()
        menu.addMenu(columns_menu(self._table, menu))
        self._show(menu, self._table.viewport().mapToGlobal(at))

    @Slot(QPoint)
    def _of_header(self, at: QPoint) -> None:
        menu = columns_menu(self._table, self._work.window)
        self._show(menu, self._table.horizontalHeader().mapToGlobal(at))

    @Slot(QPoint)
    def _of_tree(self, at: QPoint) -> None:
        keys = self._tree.selected_keys()
        tills = [key.id for key in keys if key.kind is Kind.TERMINAL]
        boutique = next((key.id for key in keys if key.kind is Kind.BOUTIQUE), None)
        made = menu_of(self._work, tills, boutique)
        self._show(made, self._tree.viewport().mapToGlobal(at))

    @staticmethod
    def _show(menu: QMenu, where: QPoint) -> None:
        if menu.isEmpty():
            menu.deleteLater()
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)


def menu_of(work: Work, terminals: list[int], boutique: int | None) -> QMenu:
    """What can be done with these terminals, or else with that boutique."""
    menu = QMenu(work.window)
    if terminals:
        _add_changes(menu, work, terminals)
        menu.addSeparator()
        _add_looks(menu, work, terminals)
    elif boutique is not None:
        opens = QCoreApplication.translate("Assignment", "Open")
        _add(menu, work, opens, "boutique", partial(work.open_boutique, boutique))
        sales = QCoreApplication.translate("Assignment", "Show its sales")
        goto = Goto("sales", boutique=boutique)
        _add(menu, work, sales, "sale", partial(work.context.ways.go, goto))
    return menu


def _add_changes(menu: QMenu, work: Work, ids: list[int]) -> None:
    chosen = work.shop.chosen(ids)
    why_not = work.context.changes.why_not()
    assign = QCoreApplication.translate("Assignment", "Assign to…")
    detach = QCoreApplication.translate("Assignment", "Detach")
    on = QCoreApplication.translate("Assignment", "Switch on")
    off = QCoreApplication.translate("Assignment", "Switch off")
    placed = any(one.boutique_id is not None for one in chosen)
    made = [
        (_add(menu, work, assign, "assign", partial(work.choose_boutique, ids)), True),
        (_add(menu, work, detach, "undo", partial(work.assign, ids, None)), placed),
        (
            _add(menu, work, on, "good", partial(work.activate, ids, active=True)),
            any(not one.active for one in chosen),
        ),
        (
            _add(menu, work, off, "inactive", partial(work.activate, ids, active=False)),
            any(one.active for one in chosen),
        ),
    ]
    made[0][0].setShortcut(QKeySequence("Ctrl+Enter"))
    for action, sensible in made:
        action.setEnabled(sensible and not why_not)
        action.setToolTip(why_not)
    menu.setToolTipsVisible(bool(why_not))


def _add_looks(menu: QMenu, work: Work, ids: list[int]) -> None:
    if len(ids) == 1:
        opens = QCoreApplication.translate("Assignment", "Open")
        _add(menu, work, opens, "terminal", partial(work.open_terminal, ids[0]))
        sales = QCoreApplication.translate("Assignment", "Show its sales")
        goto = Goto("sales", terminal=ids[0])
        _add(menu, work, sales, "sale", partial(work.context.ways.go, goto))
    serials = "\n".join(one.serial for one in work.shop.chosen(ids))
    copy = partial(QGuiApplication.clipboard().setText, serials)
    _add(menu, work, Assignment().serials(len(ids)), "list", copy)


def _add(menu: QMenu, work: Work, text: str, icon: str, action: Callable[[], object]) -> QAction:
    made = menu.addAction(work.context.theme.icons.icon(icon, "muted", size=16), text)
    made.triggered.connect(partial(_run, action))
    return made


def _run(action: Callable[[], object], _checked: bool = False) -> None:
    action()
