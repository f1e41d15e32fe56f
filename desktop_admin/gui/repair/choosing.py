"""Where sales go by the operator's own decision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_admin.domain.model import Boutique
from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker
from desktop_admin.gui.messages import MessageKind
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
            self._aim(nodes, target)
        elif not analysis.subject.strays:
            picker = BoutiquePicker(
                self._screen.window(),
                self._screen.context,
                list(analysis.subject.boutiques.values()),
                self.tr("Where do these sales go?"),
                self._refuse,
            )
            picker.chosen.connect(partial(self._aim, nodes))
            picker.open()

    def _aim(self, nodes: Sequence[Node], target: int) -> None:
        analysis, model = self._screen.analysis, self._screen.model
        if analysis is None:
            return
        choice = analysis.look.choice
        for node in nodes:
            choice = choice.aim(model.mask_of(node), target)
        self._screen.choose(choice)

    def _refuse(self, boutique: Boutique) -> str:
        """Why no sale can go there: one that has closed since may have made it."""
        return self.tr("Depot: does not sell") if boutique.depot else ""
