"""Saves and forgets connections off the GUI thread, one write at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_admin.credentials import Passwords
from desktop_admin.gui.connection.saving import Connections, Edit, Stored, remove, store
from desktop_admin.gui.connection.words import Verdict, trouble_saving, trouble_testing
from desktop_admin.gui.jobs import Jobs
from desktop_admin.sources.base import SourceError

Then = Callable[[], None]


class Keeper(QObject):
    """`busy` while it writes; then either what was to follow is called, or `failed` tells why."""

    #: Writing began or ended.
    changed = Signal()
    #: The settings were written; holds them as they are now.
    saved = Signal(object)
    #: They were not; holds the words.
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, connections: Connections, passwords: Passwords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._connections, self._passwords = jobs, connections, passwords
        self.busy = False

    def store(self, edits: Sequence[Edit], then: Then) -> None:
        """Save these, then go on."""
        self._write(lambda: store(self._connections, self._passwords, edits), then)

    def remove(self, name: str, then: Then) -> None:
        """Forget that one, then go on."""
        self._write(lambda: remove(self._connections, self._passwords, name), then)

    def _write(self, work: Callable[[], Stored], then: Then) -> None:
        self.busy = True
        self.changed.emit()
        self._jobs.ask(
            lambda _: work(), partial(self._written, then), self._broken, owner=self, topic="write"
        )

    def _written(self, then: Then, stored: Stored) -> None:
        self.busy = False
        self.changed.emit()
        if stored.trouble is not None:
            self.failed.emit(trouble_saving(stored.trouble))
            return
        self.saved.emit(stored.settings)
        then()

    def _broken(self, error: SourceError) -> None:
        self.busy = False
        self.changed.emit()
        said: Verdict = trouble_testing(error)
        self.failed.emit(said)
