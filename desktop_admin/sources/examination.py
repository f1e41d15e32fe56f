"""What is found on the way to a database, step by step, as far as one came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop_admin.sources.base import ReadOnlyReason, SourceError, SourceKind


class Step(StrEnum):
    """The steps on the way, in their order; a file needs no address, a server no file."""

    FILE = "file"
    ADDRESS = "address"
    PORT = "port"
    TLS = "tls"
    LOGIN = "login"
    DATABASE = "database"
    SCHEMA = "schema"
    RIGHTS = "rights"
    PREPARED = "prepared"


class StepState(StrEnum):
    """How a step went. `WARNED`: one gets further, but something is worth saying."""

    OK = "ok"
    FAILED = "failed"
    WARNED = "warned"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Counts:
    """What lies in a shop's database."""

    #: Depots are not among them.
    boutiques: int
    terminals: int
    sales: int
    orphans: int
    #: When the newest sale was made (aware, UTC), by its terminal's clock.
    last_sale: datetime | None


@dataclass(frozen=True, slots=True)
class Examination:
    """The steps of one kind of database in their order, and what was found."""

    #: None where the address names no kind we know.
    kind: SourceKind | None
    steps: tuple[tuple[Step, StepState], ...]
    #: What ended it, where a step failed.
    error: SourceError | None = None
    #: Milliseconds until the server answered; None for files, and where it was not asked.
    reached_ms: float | None = None
    #: The version of TLS as the server names it; empty where nothing is encrypted, None where
    #: nobody knows.
    tls: str | None = None
    #: The server is this very computer: what is sent does not leave it.
    local: bool = False
    #: As the engine names itself, with its version.
    engine: str = ""
    counts: Counts | None = None
    prepared: bool = False
    #: Why nothing could be changed; None where it could.
    read_only: ReadOnlyReason | None = None
    #: Whether this login may make our tables; None where nobody knows.
    may_prepare: bool | None = None
    #: SQLite: the shop's server seems to be writing to the file right now.
    server_may_be_running: bool = False

    @property
    def failed(self) -> Step | None:
        """The step that failed; None where one can work with this database."""
        return next((step for step, state in self.steps if state is StepState.FAILED), None)

    def state(self, step: Step) -> StepState:
        """How `step` went; one that this kind of database does not have was not reached."""
        return dict(self.steps).get(step, StepState.NOT_REACHED)
