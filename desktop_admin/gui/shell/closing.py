"""Closing the window while something is being done: asked, cancelled or waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.changes import Changes
from desktop_admin.gui.jobs import Jobs
from desktop_admin.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_admin.gui.widgets.question import Question


class Closing(QObject):
    """Asks what is to become of work under way; closes once it has ended."""

    def __init__(
        self,
        jobs: Jobs,
        changes: Changes,
        theme: Theme,
        close: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._jobs = jobs
        self._changes = changes
        self._cancelled = False
        #: Whether a change has to be made before the window goes, and what was made before.
        self._expects_change = False
        self._made_before: frozenset[str] = frozenset()
        self._close = close
        self._window = window
        self._leaving = False
        self._box: Question | None = None
        jobs.tasks_changed.connect(self._look)

    @property
    def may_close(self) -> bool:
        """Whether nothing is under way that must not be broken off unasked; asks if there is."""
        if not self._jobs.tasks:
            return True
        if not self._leaving and self._box is None:
            self._ask(self._jobs.tasks[-1].title)
        return False

    def _ask(self, title: str) -> None:
        # Loaded when something is asked: the window is painted without it.
        from desktop_admin.gui.widgets.question import Answer, Question, Weight

        self._box = Question(
            self._theme,
            self._window,
            QCoreApplication.translate("Closing", "Work is under way"),
            f"{title}\n"
            + QCoreApplication.translate(
                "Closing",
                "Wait until it has ended, or cancel it: then nothing of it is done.",
            ),
            [
                Answer("stay", QCoreApplication.translate("Closing", "Stay"), Weight.STAY),
                Answer(
                    "cancel",
                    QCoreApplication.translate("Closing", "Cancel it and close"),
                    Weight.LOSS,
                ),
                Answer(
                    "wait", QCoreApplication.translate("Closing", "Wait, then close"), Weight.DO
                ),
            ],
            self._answered,
        )
        self._box.open()

    @Slot()
    def wait(self) -> None:
        """Close as soon as the work has ended; where a change could not be made, stay and show
        why."""
        self._leave(cancelled=False)

    @Slot()
    def cancel(self) -> None:
        """Cancel the work, then close. What can be cancelled no more is waited for; a change that
        was made in spite of it is shown, with its way back, instead of closing."""
        self._leave(cancelled=True)

    def _leave(self, *, cancelled: bool) -> None:
        self._leaving, self._cancelled = True, cancelled
        self._expects_change = self._changes.working and not cancelled
        self._made_before = self._changes.own
        if cancelled:
            self._stop_tasks()
        self._look()

    def _stop_tasks(self) -> None:
        for task in self._jobs.tasks:
            task.stop()

    def _answered(self, key: str) -> None:
        self._box = None
        if key == "wait":
            self.wait()
        elif key == "cancel":
            self.cancel()

    @Slot()
    def _look(self) -> None:
        if self._jobs.tasks:
            if self._leaving and self._cancelled:
                # What follows from work that was cancelled a moment too late.
                self._stop_tasks()
            return
        if self._box is not None and not self._leaving:
            # It ended while the question stood: there is nothing left to decide.
            self._box.reject()
        elif self._leaving:
            self._leaving = False
            if (self._changes.own != self._made_before) is self._expects_change:
                self._close()
