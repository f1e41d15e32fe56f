"""Where sales go by the operator's own decision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.repair.panel.picking import picker_for
from desktop_admin.gui.repair.panel.wanted import Wanted
from desktop_admin.gui.repair.rows import Kind, Node

if TYPE_CHECKING:
    from desktop_admin.gui.repair.screen import RepairScreen


class Choosing(QObject):
    """Sends the selected rows of the preview elsewhere; nothing is written by that."""

    def __init__(self, screen: RepairScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    @Slot(object)
    def aim(self, target: int | None) -> None:
        """Let the selected rows go to `target`; None: the operator is asked where to."""
        nodes = [
            node for node in self._screen.tree.selected() if node.kind in (Kind.GROUP, Kind.SALE)
        ]
        analysis = self._screen.analysis
        if not nodes or analysis is None:
            text = self.tr("Select sales or groups of sales first.")
            self._screen.context.messages.say(text, MessageKind.WARNING)
        elif target is not None:
            self.aim_rows(nodes, target)
        else:
            asked = Wanted(analysis.plan, self._proposals(nodes), None, single=False)
            picker = picker_for(self._screen.context, asked, self._screen)
            picker.chosen.connect(partial(self.aim_rows, nodes))
            picker.open()

    def _proposals(self, nodes: Sequence[Node]) -> Any:
        """What is in these rows; a plan holds one kind of proposals."""
        analysis, model = self._screen.analysis, self._screen.model
        items = analysis.look.preview.items if analysis is not None else ()
        return [one for node in nodes for one in compress(items, model.mask_of(node))]

    def aim_rows(self, nodes: Sequence[Node], target: int) -> None:
        """Let these rows go to `target`."""
        analysis, model = self._screen.analysis, self._screen.model
        if analysis is None:
            return
        choice = analysis.look.choice
        for node in nodes:
            choice = choice.aim(model.mask_of(node), target)
        self._screen.choose(choice)
