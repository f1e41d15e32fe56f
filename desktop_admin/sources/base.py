"""The protocol every kind of source serves, what is asked of it, and how it fails."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop_admin.domain.money import Amounts
from desktop_admin.sources.arriving import ArrivalQuestions
from desktop_admin.sources.earning import RevenueQuestions
from desktop_admin.sources.journalling import JournalQuestions
from desktop_admin.sources.repairing import RepairQuestions

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    # The window is painted before any of these is needed.
    from desktop_admin.domain.changes import ChangeSet, Outcome
    from desktop_admin.domain.health import Health
    from desktop_admin.domain.local_time import Span
    from desktop_admin.domain.model import (
        Boutique,
        Figures,
        Merchant,
        RejectedSale,
        Sale,
        SaleLine,
        Terminal,
        TerminalSession,
    )


class SourceError(Exception):
    """A source could not answer. `detail` is the driver's own text, for the log and experts."""

    def __init__(self, detail: str = "", **facts: object) -> None:
        super().__init__(detail)
        self.detail = detail
        #: Names and figures for the sentence that tells the operator.
        self.facts: Mapping[str, object] = facts


class CannotConnect(SourceError):
    """The file, the machine or the port does not answer; `facts["step"]` names what failed."""


class Refused(SourceError):
    """Login, rights, TLS, or a read-only connection: it answers, and says no."""


class NotPrepared(Refused):
    """Nothing can be changed before this database was prepared for it."""


class ReadOnly(Refused):
    """The connection, or the database behind it, can only be read."""


class ConnectionLost(SourceError):
    """The connection broke in the middle; what was under way was undone, or is looked up."""


class Busy(SourceError):
    """Somebody else holds what is needed; trying again later helps."""


class NotAsExpected(SourceError):
    """Not a shop's database, or not one we know; expected and found are in the facts."""


class Conflict(SourceError):
    """The same change set id was sent before with another content."""


class Cancelled(Exception):
    """The operator cancelled; raised by the progress callback, nothing was changed."""


class Step(StrEnum):
    """What a long task is doing."""

    READING = "reading"
    WEIGHING = "weighing"
    STAGING = "staging"
    CHECKING = "checking"
    WRITING = "writing"
    COMMITTING = "committing"


class Progress(NamedTuple):
    """How far a long task is; `total` 0 where nobody knows."""

    step: Step
    done: int = 0
    total: int = 0


#: Called now and then by a long task; raises `Cancelled` to stop it.
Report = Callable[[Progress], None]


def silently(_: Progress) -> None:
    """A report that tells nobody."""


class SourceKind(StrEnum):
    """Where the data lives."""

    DEMO = "demo"
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"
    MYSQL = "mysql"


class ReadOnlyReason(StrEnum):
    """Why a source can only be read."""

    CHOSEN = "chosen"
    NETWORK_SHARE = "network_share"
    FILE_RIGHTS = "file_rights"
    NOT_PREPARED = "not_prepared"
    RIGHTS = "rights"
    #: A server that follows another one, or was set to take no changes.
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What one is connected to."""

    kind: SourceKind
    #: The file, or host and database: never with a password.
    place: str
    #: As the engine names itself, with its version.
    engine: str
    prepared: bool
    #: Why nothing can be written; None where it can.
    read_only: ReadOnlyReason | None
    #: Columns and tables of the newest schema that this database does not have.
    missing: tuple[str, ...] = ()
    #: SQLite in WAL mode: the shop's server may be writing to the file right now.
    server_may_be_running: bool = False
    #: Tables of figures that the server stores instead of computing: what changes here does not
    #: refresh them.
    stored_figures: tuple[str, ...] = ()


class SaleFlag(StrEnum):
    """The state chips over the sales table."""

    ORPHAN = "orphan"
    WITHOUT_TERMINAL = "without_terminal"
    OTHER_BOUTIQUE = "other_boutique"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"


class SaleSort(StrEnum):
    """What sales can be sorted by."""

    ID = "id"
    NUMBER = "number"
    SOLD_AT = "sold_at"
    RECEIVED_AT = "received_at"
    BOUTIQUE = "boutique"
    TERMINAL = "terminal"
    MERCHANT = "merchant"
    PAYMENT = "payment"
    AMOUNT = "amount"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Behind:
    """What must hold of the sales behind a figure of the revenue, besides what they are of."""

    #: Paid and not cancelled.
    counted: bool = False
    #: Of a boutique, whichever.
    located: bool = False
    #: Sold within one of these; none: no matter.
    spans: tuple[Span, ...] = ()
    #: Sold in one of these hours of the week (Monday's first is 0), by the clock of `zone`; none:
    #: no matter.
    week_hours: frozenset[int] = frozenset()
    zone: ZoneInfo | None = None
    #: Only these.
    ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class SaleQuery:
    """Which sales, in which order. Everything that is set must hold."""

    #: Part of the invoice number, of the terminal's name or serial, or of the boutique's name.
    text: str = ""
    flags: frozenset[SaleFlag] = frozenset()
    boutiques: frozenset[int] | None = None
    terminals: frozenset[int] | None = None
    merchants: frozenset[int] | None = None
    payments: frozenset[str] | None = None
    currencies: frozenset[str] | None = None
    #: Sold at or after (aware, UTC).
    since: datetime | None = None
    #: Sold before (aware, UTC).
    until: datetime | None = None
    behind: Behind | None = None
    sort: SaleSort = SaleSort.SOLD_AT
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Marker:
    """A cheap value that differs when something was changed: equality is the test.

    Blind to what other programs do in place: a sale that is cancelled, paid, deleted or moved
    from boutique to boutique; an orphan that comes while another goes; a sale that is stored
    after one of a higher id. What our own program does always shows in the journal's head."""

    #: The highest id of a sale; None where there is none.
    newest_sale: int | None
    orphans: int
    #: The head of our journal; None where the database is not prepared.
    journal_seq: int | None
    #: A number made of where each terminal works and which are active, and of the boutiques.
    places: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """What some sales come to."""

    #: How many of them are there.
    sales: int = 0
    #: Paid and not cancelled, per currency.
    amounts: Amounts = Amounts()


@dataclass(frozen=True, slots=True)
class Tally:
    """Every sale there is, whatever its state: what a repair must leave as it was."""

    sales: int = 0
    orphans: int = 0
    without_terminal: int = 0
    #: Of all sales, paid or not, cancelled or not, per currency.
    amounts: Amounts = Amounts()
    #: The highest id; None where there is no sale.
    newest: int | None = None


@dataclass(frozen=True, slots=True)
class SaleChoices:
    """What occurs in sales, in order: for lists to filter by."""

    payments: tuple[str, ...]
    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, the best first."""

    terminals: Sequence[Terminal] = ()
    boutiques: Sequence[Boutique] = ()
    merchants: Sequence[Merchant] = ()
    sales: Sequence[Sale] = ()


class PlaceFigures(NamedTuple):
    """Sales by terminal id, and by boutique id."""

    terminals: Mapping[int, Figures]
    boutiques: Mapping[int, Figures]


class Spell(NamedTuple):
    """All sales of one terminal (None: of no terminal) in one boutique (None: orphans)."""

    terminal_id: int | None
    boutique_id: int | None
    #: The last sale is among them.
    figures: Figures
    first_sale: datetime | None


class SalesSource(RepairQuestions, JournalQuestions, RevenueQuestions, ArrivalQuestions, Protocol):
    """A shop's data. Every call may be made from any thread; each answers with plain values
    and raises only `SourceError` and `Cancelled`."""

    def info(self) -> SourceInfo:
        """What one is connected to."""

    def close(self) -> None:
        """Let go of every connection; later calls raise `ConnectionLost`."""

    def merchants(self) -> Sequence[Merchant]:
        """All merchants, by name."""

    def boutiques(self) -> Sequence[Boutique]:
        """All boutiques and depots, by merchant and name."""

    def terminals(self) -> Sequence[Terminal]:
        """All terminals, by name."""

    def terminal_figures(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> Mapping[int, Figures]:
        """Sales by terminal id, of the period; orphans have no period."""

    def boutique_figures(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> Mapping[int, Figures]:
        """Sales by boutique id, of the period."""

    def place_figures(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> PlaceFigures:
        """Both in one pass over the sales: takes hardly longer than one of them."""

    def sale_ids(self, query: SaleQuery) -> array[int]:
        """The ids of all matching sales, in order: the vector a table is shown over."""

    def sales(self, ids: Sequence[int]) -> Sequence[Sale | None]:
        """These sales, in this order; None for one that is gone. Meant for pages of some 256."""

    def sale_lines(self, ids: Sequence[int]) -> Mapping[int, Sequence[SaleLine]]:
        """The lines of these sales, by sale id; a sale without lines is not in it."""

    def flag_counts(self, query: SaleQuery) -> Mapping[SaleFlag, int]:
        """How many sales each flag would leave, the rest of `query` unchanged."""

    def marker(self) -> Marker:
        """Whether anything was changed since another marker; costs next to nothing."""

    def totals(self, ids: Sequence[int], report: Report = silently) -> Totals:
        """What these sales come to, also a million of them; one that is gone counts for none."""

    def sale_choices(self) -> SaleChoices:
        """The payments and currencies that occur in sales."""

    def search(self, text: str, limit: int = 8) -> Hits:
        """What bears `text`, each list at most `limit` long: terminals by name and serial,
        boutiques by name and code, merchants by name, sales by invoice number.

        Case does not count; what begins with `text` comes before what has it inside. Blank text
        finds nothing."""

    def spells(
        self, *, terminal: int | None = None, boutique: int | None = None
    ) -> Sequence[Spell]:
        """Which terminal sold in which boutique, the latest sale first, of all time; only those
        of one terminal or one boutique where given."""

    def figures_between(
        self,
        bounds: Sequence[datetime],
        *,
        terminal: int | None = None,
        boutique: int | None = None,
    ) -> Sequence[Figures]:
        """Sales between each of `bounds` (ascending) and the next, which is no longer in it: one
        fewer than there are bounds. Orphans are those sold in that time."""

    def rejected_sales(self, since: datetime | None = None) -> Sequence[RejectedSale]:
        """Sales the server refused and noted, newest first; empty where it notes none."""

    def terminal_sessions(self, terminal: int, limit: int = 10) -> Sequence[TerminalSession]:
        """The newest `limit` times this terminal was logged in, newest first; empty where the
        server keeps none. Their tokens are secrets, and never read."""

    def health(self, now: datetime) -> Health:
        """Everything the check tells, in figures."""

    def apply(self, change_set: ChangeSet, report: Report = silently) -> Outcome:
        """Make the changes in one transaction, with their journal entry.

        A set that was applied before answers with its first outcome. Raises `NotPrepared`,
        `ReadOnly`, `Busy`, `Conflict`; after any of them nothing was changed."""

    def outcome(self, change_set_id: str) -> Outcome | None:
        """What came of a change set; None where it was never applied."""

    def preparation(self) -> Sequence[str]:
        """The SQL statements that prepare this database, for whoever holds the rights."""

    def prepare(self) -> None:
        """Make our tables; does nothing where they are."""
