"""The one way to write: change sets, the guards that judge them, and what came of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Entity(StrEnum):
    """What can be changed at all."""

    TERMINAL = "terminal"
    SALE = "sale"


class Field(StrEnum):
    """Which of its values."""

    BOUTIQUE = "boutique"
    ACTIVE = "active"
    TERMINAL = "terminal"


#: Everything the program may write into the shop's tables. A new pair needs its guard below.
CHANGEABLE = frozenset(
    {
        (Entity.TERMINAL, Field.BOUTIQUE),
        (Entity.TERMINAL, Field.ACTIVE),
        (Entity.SALE, Field.BOUTIQUE),
        (Entity.SALE, Field.TERMINAL),
    }
)


class Expectation(StrEnum):
    """Other values of a sale that a rule relied on; their values are ids, or 0 and 1."""

    TERMINAL = "terminal"
    CANCELLED = "cancelled"
    #: Where the sale's terminal works at present.
    TERMINAL_BOUTIQUE = "terminal_boutique"
    #: The sale's own.
    BOUTIQUE = "boutique"


class Undoes(NamedTuple):
    """The journal entry that a change takes back."""

    change_set: str
    ordinal: int


class Change(NamedTuple):
    """One value of one row: ids or None; `terminal.active` is 0 or 1."""

    entity: Entity
    id: int
    field: Field
    before: int | None
    after: int | None
    #: Other values of that row the rule relied on: ((expectation, value), ...).
    expects: tuple[tuple[Expectation, int | None], ...] = ()
    #: Index into `ChangeSet.groups`.
    group: int = 0
    undoes: Undoes | None = None

    def line(self, ordinal: int) -> str:
        """The change as one line of text: what its digest is taken of."""
        undoes = f"{self.undoes.change_set}:{self.undoes.ordinal}" if self.undoes else ""
        values = (self.entity, self.id, self.field, self.before, self.after)
        return change_line(ordinal, values, write_expects(self.expects), self.group, undoes)


def change_line(
    ordinal: int,
    values: tuple[str, int, str, int | None, int | None],
    expects: str,
    group: int,
    undoes: str,
) -> str:
    """A change as one line of text; `values`: entity, id, field, before, after. The journal
    rebuilds the line from what it keeps, so it is never written otherwise."""
    entity, id_, field, before, after = values
    return f"{ordinal}|{entity}|{id_}|{field}|{before}|{after}|{expects}|{group}|{undoes}"


@lru_cache(maxsize=4096)
def write_expects(expects: tuple[tuple[Expectation, int | None], ...]) -> str:
    """Expectations as one piece of text; thousands of changes expect the same."""
    return ",".join(f"{name}={value}" for name, value in expects)


class Group(NamedTuple):
    """Changes that are shown, and can be undone, together."""

    #: What the group is, for people who read the journal later: codes and ids, no sentences.
    key: str
    #: True where its changes depend on each other: all are made, or none.
    whole: bool = False


class ChangeKind(StrEnum):
    """What a change set is for."""

    ASSIGN = "assign"
    #: Terminals are switched on or off.
    ACTIVATE = "activate"
    REPAIR = "repair"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who changes: the user of this computer, and the computer."""

    user: str
    workstation: str


def new_id() -> str:
    """A fresh id for a change set: sending it twice changes nothing twice."""
    import uuid  # here, and hashlib below: a window is painted before anything is changed

    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one decision of an operator changes, as it was shown; applied whole or not at all."""

    id: str
    kind: ChangeKind
    operator: Operator
    changes: Sequence[Change]
    groups: Sequence[Group] = (Group("all"),)
    #: Free text, the operator's own; may be empty.
    title: str = ""
    #: The change set that this one takes back.
    undoes: str | None = None
    #: The operator has confirmed that terminals go to another merchant than their owner's.
    other_merchant_confirmed: bool = False
    made_at: datetime | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        for change in self.changes:
            if (change.entity, change.field) not in CHANGEABLE:
                raise ValueError(f"{change.entity}.{change.field} cannot be changed")
            if not 0 <= change.group < len(self.groups):
                raise ValueError(f"no group {change.group} in this change set")
        rows = {(change.entity, change.id, change.field) for change in self.changes}
        if len(rows) != len(self.changes):
            raise ValueError("a change set changes a value twice")

    def lines(self) -> Iterator[str]:
        """Every change as a line of text, in order."""
        return (change.line(ordinal) for ordinal, change in enumerate(self.changes))

    def content_hash(self, lines: Iterable[str] | None = None) -> str:
        """SHA-256 of everything the set says, in hexadecimal: the same id must say the same.
        `lines`: what `lines` answers, where it was asked before."""
        import hashlib

        digest = hashlib.sha256()
        head = (self.id, self.kind, self.undoes, self.title, self.other_merchant_confirmed)
        digest.update(repr(tuple(str(part) for part in head)).encode())
        digest.update(repr([(group.key, group.whole) for group in self.groups]).encode())
        digest.update("\n".join(["", *(self.lines() if lines is None else lines)]).encode())
        return digest.hexdigest()


class Reason(StrEnum):
    """Why a change was left alone."""

    GONE = "gone"
    CHANGED = "changed"
    TERMINAL_CHANGED = "terminal_changed"
    CANCELLED = "cancelled"
    TERMINAL_MOVED = "terminal_moved"
    BOUTIQUE_CHANGED = "boutique_changed"
    NO_BOUTIQUE = "no_boutique"
    NO_TERMINAL = "no_terminal"
    DEPOT = "depot"
    CLOSED = "closed"
    OTHER_MERCHANT = "other_merchant"
    CHANGED_SINCE = "changed_since"
    GROUP = "group"


#: What a failed expectation is called.
EXPECTATION_REASONS = {
    Expectation.TERMINAL: Reason.TERMINAL_CHANGED,
    Expectation.CANCELLED: Reason.CANCELLED,
    Expectation.TERMINAL_BOUTIQUE: Reason.TERMINAL_MOVED,
    Expectation.BOUTIQUE: Reason.BOUTIQUE_CHANGED,
}


class LeftAlone(NamedTuple):
    """A change that was not made, with its place in the change set."""

    ordinal: int
    change: Change
    reason: Reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change set."""

    change_set: str
    applied: int
    left_alone: tuple[LeftAlone, ...]
    #: Hash of the journal entry, which covers every row of it; None where nothing was applied.
    journal_hash: str | None
    #: True where the set had been applied before, and this is the first answer again.
    repeated: bool = False
    #: Between these moments nobody else could write to an SQLite file: a server that was
    #: receiving sales may have refused some. None where writers do not wait for each other.
    locked_from: datetime | None = None
    locked_until: datetime | None = None


class TargetBoutique(NamedTuple):
    """What the guards need to know of the boutique something goes to."""

    active: bool
    depot: bool
    #: The user account of its merchant.
    owner_id: int


def judge_terminal_target(
    target: TargetBoutique | None, terminal_owner: int | None, *, confirmed: bool
) -> Reason | None:
    """Whether a terminal may go to `target` (None: no such boutique); None means yes."""
    if target is None:
        return Reason.NO_BOUTIQUE
    if target.depot:
        return Reason.DEPOT
    if not target.active:
        return Reason.CLOSED
    if terminal_owner != target.owner_id and not confirmed:
        return Reason.OTHER_MERCHANT
    return None


def judge_sale_target(target: TargetBoutique | None) -> Reason | None:
    """Whether a sale may go to `target`: it exists and is no depot. A boutique that has closed
    since is allowed, because the sale was made there."""
    if target is None:
        return Reason.NO_BOUTIQUE
    return Reason.DEPOT if target.depot else None


def judge_restored_target(target: TargetBoutique | None) -> Reason | None:
    """Whether an undo may put back `target`: it still exists. What it was is history."""
    return Reason.NO_BOUTIQUE if target is None else None
