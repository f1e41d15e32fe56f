"""The part of the status line that tells of work under way, how far it is, and ends it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from desktop_admin.gui.jobs import Jobs
from desktop_admin.sources.base import Step

_PERCENT = 100
_LOOK_MS = 100


class WorkLine(QObject):
    """Shows the newest work that has a title; else, in a word, that something is being read."""

    def __init__(
        self, jobs: Jobs, text: QLabel, progress: QProgressBar, cancel: QPushButton
    ) -> None:
        super().__init__(text)
        self._jobs = jobs
        self._text = text
        self._progress = progress
        self._cancel = cancel
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        jobs.busy_changed.connect(self.look)
        jobs.tasks_changed.connect(self.look)
        cancel.clicked.connect(self._stop)
        self.look()

    @Slot()
    def look(self) -> None:
        """Say how it stands now."""
        tasks = self._jobs.tasks
        self._progress.setVisible(bool(tasks))
        self._cancel.setVisible(bool(tasks))
        if not tasks:
            self._timer.stop()
            self._text.setText(self.tr("Reading…") if self._jobs.busy else "")
            return
        if not self._timer.isActive():
            self._timer.start()
        task = tasks[-1]
        done = task.progress
        step = step_name(done.step) if done else ""
        self._text.setText(f"{task.title} — {step}" if step else task.title)
        if done and done.total:
            self._progress.setRange(0, _PERCENT)
            self._progress.setValue(done.done * _PERCENT // done.total)
        else:
            self._progress.setRange(0, 0)
        self._cancel.setEnabled(not task.stopping)

    @Slot()
    def _stop(self) -> None:
        for task in self._jobs.tasks[-1:]:
            task.stop()
        self.look()


def step_name(step: Step) -> str:
    """What a long task is doing."""
    return {
        Step.READING: QCoreApplication.translate("Work", "reading"),
        Step.WEIGHING: QCoreApplication.translate("Work", "weighing"),
        Step.STAGING: QCoreApplication.translate("Work", "preparing"),
        Step.CHECKING: QCoreApplication.translate("Work", "checking"),
        Step.WRITING: QCoreApplication.translate("Work", "writing"),
        Step.COMMITTING: QCoreApplication.translate("Work", "finishing"),
    }[step]
