"""Problems are put off with a reason, and taken up again; each can be undone from its message."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_admin.domain.overview import Problem, ProblemKind
from desktop_admin.domain.put_off import PutOff
from desktop_admin.gui.overview.put_off_dialog import PutOffDialog
from desktop_admin.gui.text import fill

if TYPE_CHECKING:
    from desktop_admin.gui.overview.screen import OverviewScreen


class PuttingOff(QObject):
    """What is put off is kept on this computer, by connection; nothing of the shop changes."""

    def __init__(self, screen: OverviewScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        screen.body.problems.put_off_wanted.connect(self.ask)
        screen.body.problems.resume_wanted.connect(self.resume)

    @Slot(object)
    def ask(self, kind: ProblemKind) -> None:
        """Ask why it can wait."""
        problem = self._problem(kind)
        if problem is None:
            return
        title = self._screen.showing.words.title(problem)
        dialog = PutOffDialog(title, self._screen)
        dialog.given.connect(partial(self.put_off, problem))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def put_off(self, problem: Problem, reason: str) -> None:
        """Put it off as it was told: what came of it while the question stood waits again."""
        screen, kind = self._screen, problem.kind
        before = screen.put_offs.all().get(kind)
        context = screen.context
        screen.put_offs.add(PutOff.of(problem, context.operator.user, context.clock(), reason))
        title = screen.showing.words.title(problem)
        self._say(fill(self.tr("Put off: %1"), title), kind, before)

    @Slot(object)
    def resume(self, kind: ProblemKind) -> None:
        """Take it up again."""
        screen, problem = self._screen, self._problem(kind)
        before = screen.put_offs.all().get(kind)
        screen.put_offs.remove(kind)
        if problem is not None:
            title = screen.showing.words.title(problem)
            self._say(fill(self.tr("Taken up again: %1"), title), kind, before)

    def _say(self, text: str, kind: ProblemKind, before: PutOff | None) -> None:
        self._screen.conclude_again()
        self._screen.context.messages.say(
            text, action=self.tr("Undo"), on_action=partial(self._put_back, kind, before)
        )

    def _put_back(self, kind: ProblemKind, before: PutOff | None) -> None:
        if before is None:
            self._screen.put_offs.remove(kind)
        else:
            self._screen.put_offs.add(before)
        self._screen.conclude_again()

    def _problem(self, kind: ProblemKind) -> Problem | None:
        found = self._screen.concluded
        every = found.problems if found is not None else ()
        return next((one for one in every if one.kind is kind), None)
