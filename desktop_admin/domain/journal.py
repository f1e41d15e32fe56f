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

from desktop_admin.domain.changes import ChangeKind, Entity, Field, Group, Undoes

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


class EntryState(StrEnum):
    """What became of an entry."""

    DONE = "done"
    PARTLY_UNDONE = "partly_undone"
    UNDONE = "undone"


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

    @property
    def state(self) -> EntryState:
        """Whether it still holds."""
        if not self.undone:
            return EntryState.DONE
        return EntryState.UNDONE if self.undone >= self.applied else EntryState.PARTLY_UNDONE


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


class HistoryItem(NamedTuple):
    """One changed value, and the entry it belongs to."""

    entry: JournalEntry
    row: JournalRow


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries; everything that is set must hold."""

    change_set: str | None = None
    #: Entries that touched this terminal or sale.
    entity: Entity | None = None
    row_id: int | None = None
    limit: int = 1000


class Fault(StrEnum):
    """How an entry was tampered with."""

    ROW_ALTERED = "row_altered"
    ROWS_MISSING = "rows_missing"
    ENTRY_ALTERED = "entry_altered"
    ENTRY_MISSING = "entry_missing"


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """The journal is intact where `fault` is None; else which entry is the first altered."""

    entries: int
    rows: int
    fault: Fault | None = None
    seq: int | None = None
    ordinal: int | None = None
