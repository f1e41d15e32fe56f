"""What every part of the window is given, instead of reaching for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_admin.domain.changes import Operator
from desktop_admin.domain.clock import Clock
from desktop_admin.gui.changes import Changes
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.jobs import Jobs
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.messages import Messages
from desktop_admin.gui.orphans import Orphans
from desktop_admin.gui.period import PeriodChoice
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.session import Session
from desktop_admin.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Restart:
    """Build the window anew: over another connection, by its name, or in another language."""

    source: str | None = None
    language: str | None = None


class Ways(QObject):
    """Carries the wish to go somewhere from any part of the window to the window itself."""

    #: Carries `Goto`.
    wanted = Signal(object)
    #: Carries `Restart`.
    restart_wanted = Signal(object)
    #: The connection one wanted cannot be opened as it is.
    edit_wanted = Signal()

    def go(self, goto: Goto) -> None:
        """Go there."""
        self.wanted.emit(goto)

    def restart(self, restart: Restart) -> None:
        """Build the window anew."""
        self.restart_wanted.emit(restart)

    def edit_connection(self) -> None:
        """Show the connection one wanted, to be mended."""
        self.edit_wanted.emit()


@dataclass(frozen=True, slots=True)
class Context:
    """The clock, the workers, the look, the connection and the choices of one run."""

    clock: Clock
    language: str
    jobs: Jobs
    theme: Theme
    formats: Formats
    session: Session
    memory: Memory
    preferences: Preferences
    messages: Messages
    changes: Changes
    period: PeriodChoice
    ways: Ways
    orphans: Orphans

    @property
    def operator(self) -> Operator:
        """Who works here, for the journal."""
        return self.changes.operator
