"""The panel beside the preview: it follows the current row, and decides about it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.panel.panel import RepairPanel
from desktop_admin.gui.repair.rows import Kind
from desktop_admin.gui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from desktop_admin.domain.preview import Group
    from desktop_admin.gui.repair.screen import RepairScreen

#: Where it is remembered whether the panel is open, and how wide.
_KEY = "repair.panel"


class Beside(QObject):
    """Shows in the panel what the tree is at."""

    def __init__(self, screen: RepairScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        context, page = screen.context, screen.page
        self.panel = RepairPanel(context)
        self.side = SidePanel(context, page.put_beside(self.panel), self.panel, screen, _KEY)
        page.add_action(self.side.button)
        self.panel.target_chosen.connect(self._chosen)
        self.panel.assign_wanted.connect(self._assign)
        self.panel.close_wanted.connect(self.side.close)
        self.side.closed.connect(page.take_focus)
        screen.tree.current_changed.connect(self.follow)
        screen.tree.opened.connect(self.side.open)

    @Slot()
    def follow(self) -> None:
        """Show the row one is at, or the whole plan."""
        screen, panel = self._screen, self.panel
        analysis, rows, node = screen.analysis, screen.model.rows, screen.tree.current
        panel.show_plan(analysis.plan if analysis is not None else None)
        if analysis is None or rows is None or node is None:
            return
        look = rows.look
        if node.kind is Kind.SALE:
            # A plan holds one kind of proposals, which is the panel's to know.
            sale: Any = look.preview.items[node.number]
            panel.show_sale(sale, look.choice.target(node.number))
        elif node.kind is Kind.GROUP:
            group = rows.group(node)
            members: Any = look.preview.items[group.start : group.stop]
            shown = list(compress(members, look.scope.shown[group.start : group.stop]))
            target = look.choice.common_target(group.start, group.stop)
            panel.show_group(shown, target, () if target is not None else self._targets(group))

    def _targets(self, group: Group) -> Sequence[int]:
        """Where each sale shown of a group goes."""
        look = self._screen.model.look
        if look is None:
            return ()
        stretch = slice(group.start, group.stop)
        return list(compress(look.choice.targets[stretch], look.scope.shown[stretch]))

    @Slot(object)
    def _chosen(self, target: int) -> None:
        node = self._screen.tree.current
        if node is not None:
            self._screen.choosing.aim_rows([node], target)

    @Slot(object)
    def _assign(self, terminal: int) -> None:
        self._screen.context.ways.go(Goto("assignment", terminal=terminal))
