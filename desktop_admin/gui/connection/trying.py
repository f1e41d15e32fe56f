"""Trying a draft out, on a worker: with its own password, or with the one that is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_admin.credentials import Passwords
from desktop_admin.domain.clock import Clock
from desktop_admin.gui.connection.drafts import PORTS, Draft
from desktop_admin.gui.connection.words import report, testing, trouble_testing, verdict
from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs.runner import Job
from desktop_admin.settings import Connection
from desktop_admin.sources.base import Report, SourceError
from desktop_admin.sources.examination import Examination


@dataclass(frozen=True, slots=True)
class Try:
    """What is tried: a draft, and what was saved before, whose password it may still use."""

    saved: Connection | None
    draft: Draft
    passwords: Passwords
    clock: Clock

    @property
    def password(self) -> str | None:
        """The password to try it with; asks the credential store, which may be slow."""
        draft = self.draft
        if draft.kind not in PORTS:
            return None
        if draft.password is not None:
            return draft.password
        return self.passwords.recall(self.saved.url if self.saved else draft.url)


#: Goes the way to a database; called on a worker, with whom to tell how far it is.
Examine = Callable[[Try, Report], Examination]


def examine_draft(wanted: Try, tell: Report) -> Examination:
    """Go the real way."""
    # Imported here: the libraries of the databases take half a second, and this is a worker.
    from desktop_admin.sources.sql.examining import examine

    draft = wanted.draft
    authority = draft.authority
    return examine(
        draft.url,
        password=wanted.password,
        read_only=draft.read_only,
        ca_file=Path(authority) if authority else None,
        clock=wanted.clock,
        report=tell,
    )


class Trial(QObject):
    """Tries one draft at a time; what came of it is said in words."""

    #: A trial began, ended or was stopped.
    changed = Signal()
    #: It came to something: the words, and the details for support.
    said = Signal(object, str)

    def __init__(self, context: Context, examine: Examine, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._examine = context, examine
        self._job: Job[Examination] | None = None

    @property
    def running(self) -> bool:
        """Whether one is under way."""
        return self._job is not None

    def start(self, saved: Connection | None, draft: Draft, passwords: Passwords) -> None:
        """Try `draft`; a trial under way is dropped."""
        wanted = Try(saved, draft, passwords, self._context.clock)
        self._job = self._context.jobs.ask(
            partial(self._examine, wanted),
            self._tried,
            self._failed,
            owner=self,
            topic="examine",
        )
        self.said.emit(testing(), "")
        self.changed.emit()

    def stop(self) -> None:
        """Wait no longer."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.changed.emit()

    def _tried(self, found: Examination) -> None:
        self._job = None
        self.said.emit(verdict(found, self._context.formats), report(found))
        self.changed.emit()

    def _failed(self, error: SourceError) -> None:
        self._job = None
        self.said.emit(trouble_testing(error), error.detail)
        self.changed.emit()
