"""The plan of all orphans, read once for all screens that tell of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from desktop_admin.gui.changes import Changes
from desktop_admin.gui.jobs import Job, Jobs, Priority
from desktop_admin.gui.session import Session, State
from desktop_admin.gui.touched import Touched
from desktop_admin.sources.base import (
    CannotConnect,
    ConnectionLost,
    Marker,
    Report,
    SalesSource,
    SourceError,
)

if TYPE_CHECKING:
    # The window is painted before any plan is made.
    from desktop_admin.domain.repair import Plan

_log = logging.getLogger(__name__)


class _Read(NamedTuple):
    plan: Plan
    #: How the database stood when reading began.
    marker: Marker


class Orphans(QObject):
    """Holds the plan of all orphans of all dates; whoever shows it asks when somebody looks."""

    #: There is another plan.
    changed = Signal()
    #: It could not be read; carries the `SourceError`.
    failed = Signal(object)

    def __init__(self, jobs: Jobs, session: Session, changes: Changes) -> None:
        super().__init__()
        self._jobs = jobs
        self._session = session
        self._read: _Read | None = None
        self._stale = False
        self._job: Job[_Read | None] | None = None
        #: Why there is no newer plan; None where there is one, or while it is being read.
        self.error: SourceError | None = None
        changes.changed.connect(self._touched)
        session.changed.connect(self._session_changed)

    @property
    def plan(self) -> Plan | None:
        """The newest plan; None before the first one was read."""
        return None if self._read is None else self._read.plan

    @property
    def asked(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None

    def ask(self, *, anew: bool = False) -> None:
        """Read the plan if there is none, or if what the marker tells is not what it was; `anew`:
        in any case, as when everything is read again. Ends in `changed`, in `failed`, or, where
        the plan still holds, in neither."""
        source = self._session.source
        if source is None or self._session.state is not State.OPEN:
            return
        self._stale |= anew
        if self._job is not None and not self._stale:
            return
        known = None if self._stale or self._read is None else self._read.marker
        self._stale = False
        self.error = None

        def work(report: Report) -> _Read | None:
            return _look(source, known, report)

        self._job = self._jobs.ask(
            work,
            self._arrived,
            self._not_read,
            owner=self,
            topic="orphans",
            priority=Priority.LATER,
        )

    def _arrived(self, found: _Read | None) -> None:
        self._job = None
        if found is not None:
            self._read = found
            self.changed.emit()

    def _not_read(self, error: SourceError) -> None:
        _log.warning("%s: %s", type(error).__name__, error.detail)
        self._job = None
        self._stale = True
        self.error = error
        if isinstance(error, ConnectionLost | CannotConnect):
            self._session.lose(error)
        self.failed.emit(error)

    @Slot(object)
    def _touched(self, touched: Touched) -> None:
        if touched.sales or touched.terminals:
            self._stale = True

    @Slot()
    def _session_changed(self) -> None:
        """What was read before the database went away may be of yesterday."""
        if self._session.state is State.OPEN:
            self._stale = True


def _look(source: SalesSource, known: Marker | None, report: Report) -> _Read | None:
    """The plan, unless the database stands as it did at `known`; for workers."""
    # Imported here: the window is painted before any plan is made.
    from desktop_admin.domain.masses import undisturbed
    from desktop_admin.domain.repair import plan_repair

    marker = source.marker()
    if known is not None and _says_the_same(known, marker):
        return None
    with undisturbed():
        return _Read(plan_repair(source.evidence(report)), marker)


def _says_the_same(one: Marker, other: Marker) -> bool:
    """Whether nothing was changed that a plan rests on: sales that came with their boutiques
    change none."""
    return (one.orphans, one.journal_seq, one.places) == (
        other.orphans,
        other.journal_seq,
        other.places,
    )
