"""The one database a window is connected to."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from desktop_admin.gui.jobs import Jobs, Priority
from desktop_admin.sources.base import Report, SalesSource, SourceError, SourceInfo

#: Opens the source; called on a worker, where it may import the database's libraries.
Open = Callable[[], SalesSource]

_log = logging.getLogger(__name__)


class State(Enum):
    """How it stands with the connection."""

    #: Nobody has chosen a connection yet.
    NONE = auto()
    OPENING = auto()
    OPEN = auto()
    #: It was open and does not answer any more; what was read is still shown.
    LOST = auto()
    FAILED = auto()


class Session(QObject):
    """Opens a source off the GUI thread and holds it; `changed` tells every step."""

    changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        name: str,
        opener: Open | None,
        *,
        key: str = "",
        production: bool = False,
    ) -> None:
        """`name` is how the operator calls this connection; it never holds a password. `key` is
        how it is called on the command line.
        `production`: what is changed there concerns real shops, which the window shows."""
        super().__init__()
        self.name = name
        self.key = key
        self.production = production
        self.state = State.NONE if opener is None else State.OPENING
        self.source: SalesSource | None = None
        self.info: SourceInfo | None = None
        self.error: SourceError | None = None
        self._jobs = jobs
        self._opener = opener

    @property
    def refused_login(self) -> bool:
        """Whether it is the user name or the password that failed."""
        return self.error is not None and self.error.facts.get("step") == "login"

    def open(self) -> None:
        """Connect, again after a failure; nothing happens where there is nothing to open."""
        opener = self._opener
        if opener is None:
            return

        def work(_: Report) -> tuple[SalesSource, SourceInfo]:
            return _open(opener)

        self.state = State.OPENING
        self.error = None
        self.changed.emit()
        self._jobs.ask(
            work,
            self._opened,
            self._failed,
            owner=self,
            topic="open",
            priority=Priority.FIRST,
        )

    def lose(self, error: SourceError) -> None:
        """The source does not answer any more; it is kept, because it may come back."""
        if self.state is State.OPEN:
            _log.info("lost %s: %s", self.name, error.detail)
            self.error = error
            self.state = State.LOST
            self.changed.emit()

    def come_back(self, info: SourceInfo) -> None:
        """The source answers again, and is now this."""
        self.info = info
        self.error = None
        self.state = State.OPEN
        self.changed.emit()

    def look_again(self) -> None:
        """Ask what one is connected to, and whether it may be written; `changed` tells where
        that is not what it was."""
        source = self.source
        if source is None or self.state is not State.OPEN:
            return

        def work(_: Report) -> SourceInfo:
            return source.info()

        self._jobs.ask(
            work,
            self._looked,
            self._not_looked,
            owner=self,
            topic="info",
            priority=Priority.LATER,
            quiet=True,
        )

    def _looked(self, info: SourceInfo) -> None:
        known = self.info
        if self.state is State.OPEN and known is not None:
            self.info = info
            if (info.read_only, info.prepared) != (known.read_only, known.prepared):
                self.changed.emit()

    def _not_looked(self, error: SourceError) -> None:
        """What is known stays; whoever reads rows will hear of it too."""
        _log.info("cannot ask again what %s is: %s", self.name, error.detail)

    def close(self) -> None:
        """Let go of the source; for after the jobs have ended."""
        if self.source is not None:
            self.source.close()
            self.source = None

    def _opened(self, answer: tuple[SalesSource, SourceInfo]) -> None:
        self.source, self.info = answer
        self.state = State.OPEN
        self.changed.emit()

    def _failed(self, error: SourceError) -> None:
        _log.warning("cannot open %s: %s", self.name, error.detail)
        self.error = error
        self.state = State.FAILED
        self.changed.emit()


def _open(opener: Open) -> tuple[SalesSource, SourceInfo]:
    source = opener()
    try:
        return source, source.info()
    except SourceError:
        source.close()
        raise
