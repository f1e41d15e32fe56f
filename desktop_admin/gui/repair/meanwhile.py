"""What happens while a plan is looked at: changes made here, elsewhere, or past our journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_admin.gui.repair.staleness import Stale, Staleness
from desktop_admin.gui.touched import Touched

if TYPE_CHECKING:
    from desktop_admin.gui.repair.screen import RepairScreen


class Meanwhile(QObject):
    """Keeps the screen from showing a plan as if it were of now: says what has changed where one
    looks, analyses again where nobody does."""

    def __init__(self, screen: RepairScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        #: Something was changed while nobody looked.
        self._due = False
        self._staleness = Staleness(screen.context, self)
        self._staleness.found.connect(self._found)
        screen.context.changes.changed.connect(self._touched)

    def analysed(self) -> None:
        """What is shown is of now."""
        self._due = False

    def catch_up(self) -> None:
        """Analyse again what was changed while nobody looked."""
        if self._due and self._screen.analysis is not None:
            self._screen.refresh()

    def look(self) -> None:
        """Find out whether the plan still tells how things are."""
        screen = self._screen
        if screen.analysis is None:
            return
        if screen.isVisible():
            self._staleness.look(screen.analysis)
        else:
            self._due = True

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        if touched.sales or touched.terminals:
            self._screen.forget_other_list()
            if not self._screen.reporting.touched(touched):
                self.look()

    @Slot(object)
    def _found(self, stale: Stale) -> None:
        screen = self._screen
        analysis = screen.analysis
        if analysis is not None and stale.analysis.plan is analysis.plan:
            screen.parts.notice.say(self._staleness.sentence(stale))
            screen.choose(analysis.look.choice.bar(stale.gone))
