"""Taking back and making again from the journal: by button, by menu and by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop_admin.domain.changes import Entity
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.journal.rows import Act, Kind, Node
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.taking_back import Part
from desktop_admin.gui.text import fill

if TYPE_CHECKING:
    from desktop_admin.gui.journal.screen import JournalScreen

ACT_KEYS = "Ctrl+U"
ICON = 16


class JournalActs(QObject):
    """What can be done with the row one is at."""

    def __init__(self, screen: JournalScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        tree = screen.tree
        tree.act_wanted.connect(self.act)
        tree.menu_wanted.connect(self.open)
        tree.opened.connect(self.show_thing)
        shortcut = QShortcut(QKeySequence(ACT_KEYS), tree)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.act_on_current)

    @Slot()
    def act_on_current(self) -> None:
        """Take back, or make again, the row one is at; or say why that cannot be."""
        node = self._screen.tree.current
        if node is not None:
            self.act(node)

    @Slot(object)
    def act(self, node: Node) -> None:
        """Take this row back, or make it again."""
        context = self._screen.context
        if node.act is None:
            if node.why:
                context.messages.say(node.why, MessageKind.WARNING)
            return
        back = context.changes.back
        go = back.redo_part if node.act is Act.REDO else back.undo_part
        go(replace(self._part(node), undoes=node.undoes))

    def _make_again(self, node: Node) -> None:
        part = Part(node.change_set, node.text, node.value[0].undone, undoes=node.undoes)
        self._screen.context.changes.back.redo_part(part)

    def _part(self, node: Node) -> Part:
        above = self._screen.name_of(node.change_set)
        if node.kind is Kind.GROUP and node.group is not None:
            text = fill(self.tr("%1 (of: %2)"), node.text, above)
            return Part(node.change_set, text, node.values, groups=frozenset({node.group}))
        if node.kind is Kind.ROW:
            text = fill(self.tr("%1 (of: %2)"), node.text, above)
            # What depends on each other goes together; the operator is asked about all of it.
            values = self._screen.whole_values(node) or node.values
            ordinal = frozenset({node.value.ordinal})
            return Part(node.change_set, text, values, ordinals=ordinal)
        return Part(node.change_set, node.text, node.values)

    @Slot(object)
    def show_thing(self, node: Node) -> None:
        """Go to the sale or the terminal that was changed."""
        goto = self._goto(node)
        if goto is not None:
            self._screen.context.ways.go(goto)

    @staticmethod
    def _goto(node: Node) -> Goto | None:
        if node.kind not in (Kind.ROW, Kind.LEFT):
            return None
        if node.value.entity is Entity.SALE:
            return Goto("sales", sale=node.value.id)
        return Goto("assignment", terminal=node.value.id)

    # The menu.
    @Slot(QPoint)
    def open(self, place: QPoint) -> None:
        """Open the menu there, in the tree's coordinates."""
        tree = self._screen.tree
        node = tree.current
        if node is not None and node.change_set:
            menu = self.made(node)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(tree.viewport().mapToGlobal(place))

    def made(self, node: Node) -> QMenu:
        """The menu of that row."""
        menu = QMenu(self._screen)
        redo = (node.act is Act.REDO) != node.undoes
        name = self.tr("Make again") if redo else self.tr("Take back")
        act = self._add(menu, name, "redo" if redo else "undo", partial(self.act, node), ACT_KEYS)
        obstacle = self._screen.context.changes.why_not()
        act.setEnabled(node.act is not None and not obstacle)
        if node.kind is Kind.ENTRY and node.act is Act.UNDO and node.value[0].undone:
            again = self._add(
                menu,
                self.tr("Make again what was taken back of it"),
                "redo",
                partial(self._make_again, node),
            )
            again.setEnabled(not obstacle)
        if node.kind in (Kind.ROW, Kind.LEFT):
            sale = node.value.entity is Entity.SALE
            text = self.tr("Show the sale") if sale else self.tr("Show the terminal")
            self._add(menu, text, "sale" if sale else "terminal", partial(self.show_thing, node))
            follow = (
                self.tr("Follow this sale through the journal")
                if sale
                else self.tr("Follow this terminal through the journal")
            )
            self._add(menu, follow, "journal", partial(self._follow, node))
        menu.addSeparator()
        copy = partial(self._copy, node.change_set)
        self._add(menu, self.tr("Copy the number of this entry"), "copy", copy)
        return menu

    def _follow(self, node: Node) -> None:
        sale = node.value.entity is Entity.SALE
        id_ = node.value.id
        self._screen.show_goto(Goto("journal", sale=id_) if sale else Goto("journal", terminal=id_))

    def _add(
        self, menu: QMenu, text: str, icon: str, act: Callable[[], object], keys: str = ""
    ) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setIcon(self._screen.context.theme.icons.icon(icon, "muted", size=ICON))
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(partial(_call, act))
        return action

    @staticmethod
    def _copy(text: str) -> None:
        QGuiApplication.clipboard().setText(text)


def _call(act: Callable[[], object], _checked: bool = False) -> None:
    act()
