"""Checking the journal's chain of hashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import change_line
from desktop_admin.domain.journal import (
    FIRST,
    Fault,
    JournalCheck,
    entry_hash,
    left_digests,
    left_line,
    row_digest,
)
from desktop_admin.sources.base import Progress, Report, Step
from desktop_admin.sources.sql.journal import head_facts
from desktop_admin.sources.sql.tables import chain, change_sets, changes, left_alone

#: So many rows are checked between two reports.
_PIECE = 5_000


def check(connection: sa.Connection, report: Report) -> JournalCheck:
    """Whether every entry and row is as it was written; stops at the first that is not."""
    end = connection.execute(sa.select(chain)).first()
    heads = connection.execute(sa.select(change_sets).order_by(change_sets.c.seq)).mappings().all()
    return _Checking(connection, report, sum(head["applied"] for head in heads)).check(heads, end)


class _Checking:
    """One way along the chain."""

    def __init__(self, connection: sa.Connection, report: Report, rows: int) -> None:
        self._connection = connection
        self._report = report
        self._rows = rows
        self._done = 0
        #: Change sets by the numbers of their entries.
        self._known: dict[int, str] = {}

    def check(self, heads: Any, end: Any) -> JournalCheck:
        """From the first entry to where the journal says it ends (None: it does not say)."""
        previous, expected = FIRST, 1
        for head in heads:
            seq = head["seq"]
            if seq != expected:
                return JournalCheck(expected - 1, self._done, Fault.ENTRY_MISSING, expected)
            found = self._entry(head, previous)
            if found is not None:
                return JournalCheck(expected, self._done, found[0], seq, found[1])
            previous, expected = head["hash"], expected + 1
        last = expected - 1
        if end is not None and end.seq > last:
            return JournalCheck(last, self._done, Fault.ENTRY_MISSING, expected)
        if end is None or (end.seq, end.hash) != (last, previous):
            return JournalCheck(last, self._done, Fault.END_ALTERED, last)
        return JournalCheck(last, self._done)

    def _entry(self, head: Mapping[str, Any], previous: str) -> tuple[Fault, int | None] | None:
        """What was done to one entry, and to which of its rows; None where nothing was."""
        seq, change_set = head["seq"], head["change_set"]
        self._known[seq] = change_set
        digests = []
        for ordinal, digest, rebuilt in self._digests(seq, change_set):
            if digest != rebuilt:
                return Fault.ROW_ALTERED, ordinal
            digests.append(digest)
        left = [left_line(*one) for one in self._left(seq)]
        if (len(digests), len(left)) != (head["applied"], head["left_alone"]):
            return Fault.ROWS_MISSING, None
        facts = head_facts(head)
        covering = [*digests, *left_digests(change_set, left)]
        # Entries of the first versions do not cover what was left alone.
        if head["hash"] not in (
            entry_hash(previous, facts, covering),
            entry_hash(previous, facts, digests),
        ):
            return Fault.ENTRY_ALTERED, None
        return None

    def _digests(self, seq: int, change_set: str) -> Iterator[tuple[int, str, str]]:
        """Ordinal, stored digest and rebuilt digest of every row of an entry, in order."""
        statement = sa.select(changes).where(changes.c.seq == seq).order_by(changes.c.ordinal)
        for row in self._connection.execute(statement):
            if self._done % _PIECE == 0:
                self._report(Progress(Step.CHECKING, self._done, self._rows))
            undone = self._known.get(row.undoes_seq)
            undoes = f"{undone}:{row.undoes_ordinal}" if row.undoes_seq else ""
            values = (row.entity, row.row_id, row.field, row.before_value, row.after_value)
            line = change_line(row.ordinal, values, row.expects, row.change_group, undoes)
            yield row.ordinal, row.digest, row_digest(change_set, line)
            self._done += 1

    def _left(self, seq: int) -> Iterator[tuple[int, tuple[Any, ...], int, str]]:
        """What `left_line` is made of, for all that an entry left alone, in order."""
        statement = sa.select(left_alone).where(left_alone.c.seq == seq)
        for row in self._connection.execute(statement.order_by(left_alone.c.ordinal)):
            values = (row.entity, row.row_id, row.field, row.before_value, row.after_value)
            yield row.ordinal, values, row.change_group, row.reason
