"""The journal: what was changed, by whom, and the chain of hashes that makes tampering visible.

Every row of an entry has a digest of its own; the entry's hash covers the digests of its rows
in order and the hash of the entry before it. So an altered row is found exactly, and a removed,
added or reordered row or entry breaks the chain from there on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop_admin.domain.changes import ChangeKind, Entity, Field, Group, Reason, Undoes
from desktop_admin.domain.money import Amounts

#: What stands where the hash of an earlier entry would, before the first one.
FIRST = "0" * 64


def row_digest(change_set: str, line: str) -> str:
    """SHA-256 of one changed row, bound to its change set, in hexadecimal."""
    return hashlib.sha256(f"{change_set}\n{line}".encode()).hexdigest()


def entry_hash(previous: str, head: Iterable[object], digests: Iterable[str]) -> str:
    """SHA-256 of an entry, in hexadecimal: the entry before, its own facts, all its rows."""
    digest = hashlib.sha256(previous.encode())
    digest.update(repr(tuple(str(part) for part in head)).encode())
    digest.update("".join(digests).encode())
    return digest.hexdigest()


def left_line(
    ordinal: int,
    values: tuple[str, int, str, int | None, int | None],
    group: int,
    reason: str,
) -> str:
    """What was left alone as one line of text; `values`: entity, id, field, before, after."""
    entity, id_, field, before, after = values
    return f"{ordinal}|{entity}|{id_}|{field}|{before}|{after}|{group}|{reason}"


def left_digests(change_set: str, lines: Iterable[str]) -> list[str]:
    """What an entry's hash covers after the digests of its rows: one digest of all that was left
    alone, in order; none where nothing was."""
    whole = "\n".join(lines)
    return [row_digest(change_set, f"left alone\n{whole}")] if whole else []


class EntryState(StrEnum):
    """What became of an entry."""

    DONE = "done"
    #: Done, except for what was left alone.
    PARTLY_DONE = "partly_done"
    #: Everything was left alone.
    NOTHING_DONE = "nothing_done"
    PARTLY_UNDONE = "partly_undone"
    UNDONE = "undone"
    #: It was taken back, and holds again.
    REDONE = "redone"


class TakenBack(NamedTuple):
    """Who took something back, and when."""

    change_set: str
    operator: str
    at: datetime


class Earlier(NamedTuple):
    """The entry that an undo takes back."""

    kind: ChangeKind
    operator: str
    at: datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change set as the journal holds it."""

    seq: int
    change_set: str
    kind: ChangeKind
    title: str
    operator: str
    workstation: str
    database_login: str
    at: datetime
    applied: int
    left_alone: int
    groups: tuple[Group, ...]
    undoes: str | None
    #: How many of its rows have been taken back since.
    undone: int
    hash: str
    #: The newest entry that took back one of its rows; None where none ever did.
    taken_back: TakenBack | None = None
    #: What it takes back itself.
    earlier: Earlier | None = None

    @property
    def state(self) -> EntryState:
        """Whether it still holds."""
        if self.undone:
            return EntryState.UNDONE if self.undone >= self.applied else EntryState.PARTLY_UNDONE
        if self.taken_back is not None:
            return EntryState.REDONE
        if not self.left_alone:
            return EntryState.DONE
        return EntryState.PARTLY_DONE if self.applied else EntryState.NOTHING_DONE


class JournalRow(NamedTuple):
    """One changed value."""

    ordinal: int
    entity: Entity
    id: int
    field: Field
    before: int | None
    after: int | None
    group: int
    undoes: Undoes | None
    #: The row that took it back and holds; None where it holds itself.
    taken_back: Undoes | None = None


class JournalLine(NamedTuple):
    """One changed value, and whether it could be taken back, or restored, as things are now."""

    row: JournalRow
    #: Why it could not; None where it could.
    obstacle: Reason | None


class GroupCount(NamedTuple):
    """What an entry changed of one of its groups."""

    group: int
    rows: int
    #: How many of them have been taken back.
    undone: int


class FieldCount(NamedTuple):
    """What an entry did to one kind of value; where all rows agree, from what and to what."""

    entity: Entity
    field: Field
    rows: int
    #: One of the rows; the only one where `rows` is 1.
    row_id: int
    #: How many different values there were before, None among them, and one of them.
    befores: int
    before: int | None
    #: The same of those after.
    afters: int
    after: int | None


class EntrySummary(NamedTuple):
    """What an entry comes to."""

    fields: tuple[FieldCount, ...]
    #: The sales it changed.
    sales: int
    #: Paid and not cancelled.
    amounts: Amounts


class EntryCount(NamedTuple):
    """How many entries are of one kind, operator and state."""

    kind: ChangeKind
    operator: str
    state: EntryState
    entries: int


class HistoryItem(NamedTuple):
    """One changed value, and the entry it belongs to."""

    entry: JournalEntry
    row: JournalRow


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries; everything that is set must hold."""

    change_set: str | None = None
    #: Entries that touched this row.
    entity: Entity | None = None
    row_id: int | None = None
    #: Entries that changed this terminal, or sales that came to it or left it.
    terminal: int | None = None
    sale: int | None = None
    #: Entries by which a terminal or a sale came to this boutique or left it.
    boutique: int | None = None
    #: Made at or after (aware, UTC).
    since: datetime | None = None
    #: Made before (aware, UTC).
    until: datetime | None = None
    operators: frozenset[str] | None = None
    kinds: frozenset[ChangeKind] | None = None
    states: frozenset[EntryState] | None = None
    #: Part of the title, of who made it or where, of a sale's number, of the name or serial of a
    #: terminal or of the name or code of a boutique it changed something of.
    text: str = ""
    #: Only entries before this one, by its number: the next page.
    before: int | None = None
    limit: int = 1000


class Fault(StrEnum):
    """How an entry was tampered with."""

    ROW_ALTERED = "row_altered"
    ROWS_MISSING = "rows_missing"
    ENTRY_ALTERED = "entry_altered"
    ENTRY_MISSING = "entry_missing"
    #: Where the journal ends is not where it says it does, or it does not say.
    END_ALTERED = "end_altered"


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """The journal is intact where `fault` is None; else which entry is the first altered."""

    entries: int
    rows: int
    fault: Fault | None = None
    seq: int | None = None
    ordinal: int | None = None
