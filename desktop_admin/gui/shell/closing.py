"""Closing the window while something is being done: asked, cancelled or waited for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_admin.gui.jobs import Jobs


class Closing(QObject):
    """Asks what is to become of work under way; closes once it has ended."""

    def __init__(self, jobs: Jobs, close: Callable[[], object], window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._close = close
        self._window = window
        self._leaving = False
        self._box: QMessageBox | None = None
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
        box = QMessageBox(self._window)
        box.setWindowTitle(QCoreApplication.translate("Closing", "Work is under way"))
        box.setText(title)
        box.setInformativeText(
            QCoreApplication.translate(
                "Closing",
                "Wait until it has ended, or cancel it: then nothing of it is done.",
            )
        )
        wait = box.addButton(
            QCoreApplication.translate("Closing", "Wait, then close"),
            QMessageBox.ButtonRole.AcceptRole,
        )
        cancel = box.addButton(
            QCoreApplication.translate("Closing", "Cancel it and close"),
            QMessageBox.ButtonRole.DestructiveRole,
        )
        stay = box.addButton(
            QCoreApplication.translate("Closing", "Stay"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        wait.clicked.connect(self.wait)
        cancel.clicked.connect(self.cancel)
        box.finished.connect(self._answered)
        self._box = box
        box.open()

    @Slot()
    def wait(self) -> None:
        """Close as soon as the work has ended."""
        self._leaving = True
        self._look()

    @Slot()
    def cancel(self) -> None:
        """Cancel the work, then close; what can be cancelled no more is waited for."""
        for task in self._jobs.tasks:
            task.stop()
        self.wait()

    @Slot()
    def _answered(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None

    @Slot()
    def _look(self) -> None:
        if self._jobs.tasks:
            return
        if self._box is not None and not self._leaving:
            # It ended while the question stood: there is nothing left to decide.
            self._box.reject()
        elif self._leaving:
            self._leaving = False
            self._close()
