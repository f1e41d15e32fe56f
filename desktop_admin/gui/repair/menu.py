"""The context menu of the preview, and the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.rows import Kind, Node
from desktop_admin.gui.text import fill, one_line

if TYPE_CHECKING:
    from desktop_admin.gui.repair.screen import RepairScreen

CHOOSE_KEYS = "Ctrl+Enter"
SHOWN = 30


class PreviewMenu(QObject):
    """What can be done with the selected rows, and with the one under the mouse."""

    #: Another target is to be chosen for the selected rows; carries it, or None: to be asked.
    target_wanted = Signal(object)

    def __init__(self, screen: RepairScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        tree = screen.tree
        tree.menu_wanted.connect(self.open)
        for keys in (CHOOSE_KEYS, "Ctrl+Return"):
            shortcut = QShortcut(QKeySequence(keys), tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.choose)

    @Slot(QPoint)
    def open(self, place: QPoint) -> None:
        """Open the menu there, in the tree's coordinates."""
        if self._screen.tree.current is not None:
            menu = self.made()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._screen.tree.viewport().mapToGlobal(place))

    @Slot()
    def choose(self) -> None:
        """Ask for another target."""
        self.target_wanted.emit(None)

    def made(self) -> QMenu:
        """The menu for what is selected now."""
        menu = QMenu(self._screen)
        model, tree = self._screen.model, self._screen.tree
        nodes = [node for node in tree.selected() if model.can_tick(node)]
        tick = self._add(menu, self.tr("Tick"), "check", partial(self._tick, nodes, on=True))
        untick = self._add(menu, self.tr("Untick"), "", partial(self._tick, nodes, on=False))
        for action in (tick, untick):
            action.setEnabled(bool(nodes))
        menu.addSeparator()
        current = tree.current
        if current is not None and current.kind in (Kind.GROUP, Kind.SALE):
            self._add_targets(menu, current)
            menu.addSeparator()
            self._add_places(menu, current)
        self._add(menu, self.tr("Show the evidence"), "panel_right", self._show_evidence, "Enter")
        return menu

    def _add_targets(self, menu: QMenu, node: Node) -> None:
        rows, analysis = self._screen.model.rows, self._screen.analysis
        if rows is None or analysis is None:
            return
        options = rows.group(node).key.options
        if len(options) > 1:
            for id_ in options:
                name = one_line(analysis.subject.target(id_), SHOWN)
                text = fill(self.tr("Attach to %1"), name)
                self._add(menu, text, "boutique", partial(self.target_wanted.emit, id_))
        text = (
            self.tr("Choose the terminal…")
            if analysis.subject.strays
            else self.tr("Choose the boutique…")
        )
        self._add(menu, text, "", self.choose, CHOOSE_KEYS)

    def _add_places(self, menu: QMenu, node: Node) -> None:
        rows, analysis = self._screen.model.rows, self._screen.analysis
        if rows is None or analysis is None:
            return
        origin = rows.group(node).key.origin
        if origin is not None:
            name = one_line(analysis.subject.origin(origin), SHOWN)
            text = (
                fill(self.tr("Show the boutique %1"), name)
                if analysis.subject.strays
                else fill(self.tr("Show the terminal %1"), name)
            )
            goto = (
                Goto("assignment", boutique=origin)
                if analysis.subject.strays
                else Goto("assignment", terminal=origin)
            )
            self._add(menu, text, analysis.subject.icon(origin), partial(self._go, goto))
        if node.kind is Kind.SALE:
            sale = rows.look.preview.items[node.number].orphan
            goto = Goto("sales", sale=sale.sale_id)
            self._add(menu, self.tr("Show the sale"), "sale", partial(self._go, goto))
            copy = partial(self._copy, sale.number)
            self._add(menu, self.tr("Copy the sale number"), "copy", copy)

    def _add(
        self, menu: QMenu, text: str, icon: str, act: Callable[[], object], keys: str = ""
    ) -> QAction:
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        shown = text.replace("&", "&&") + (f"\t{native}" if native else "")
        action = menu.addAction(shown, act)
        if icon:
            action.setIcon(self._screen.context.theme.icons.icon(icon, "muted", size=16))
        return action

    def _tick(self, nodes: list[Node], *, on: bool) -> None:
        self._screen.model.tick(nodes, on=on)

    def _show_evidence(self) -> None:
        self._screen.beside.side.open()

    def _go(self, goto: Goto) -> None:
        self._screen.context.ways.go(goto)

    @staticmethod
    def _copy(number: str) -> None:
        QGuiApplication.clipboard().setText(number)
