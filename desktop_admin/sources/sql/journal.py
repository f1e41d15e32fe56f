"""Reading the journal, and checking its chain of hashes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    Entity,
    Field,
    Group,
    LeftAlone,
    Outcome,
    Reason,
    Undoes,
    change_line,
)
from desktop_admin.domain.evidence import Assignment
from desktop_admin.domain.journal import (
    FIRST,
    EntryFilter,
    Fault,
    JournalCheck,
    JournalEntry,
    JournalRow,
    entry_hash,
    row_digest,
)
from desktop_admin.sources.sql.tables import chain, change_sets, changes, left_alone

#: A row by the names of its columns.
Facts = Mapping[str, Any] | sa.RowMapping


def head_facts(row: Facts) -> tuple[object, ...]:
    """The facts of an entry that its hash covers, from the values of its `change_sets` row."""
    names = (
        "seq change_set kind title operator workstation database_login at content_hash applied "
        "left_alone change_groups undoes locked_from locked_until"
    )
    return tuple(
        value.isoformat() if name in ("at", "locked_from", "locked_until") and value else value
        for name, value in ((name, row[name]) for name in names.split())
    )


def write_groups(groups: Iterable[Group]) -> str:
    """Groups as JSON text."""
    return json.dumps([[group.key, group.whole] for group in groups], ensure_ascii=False)


def _read_groups(text: str) -> tuple[Group, ...]:
    return tuple(Group(key, whole) for key, whole in json.loads(text))


def outcome(connection: sa.Connection, change_set: str) -> tuple[Outcome, str] | None:
    """What came of a change set, and the hash of its content."""
    statement = sa.select(change_sets).where(change_sets.c.change_set == change_set)
    row = connection.execute(statement).mappings().first()
    if row is None:
        return None
    left = connection.execute(
        sa.select(left_alone).where(left_alone.c.seq == row["seq"]).order_by(left_alone.c.ordinal)
    )
    answer = Outcome(
        change_set=change_set,
        applied=row["applied"],
        left_alone=tuple(LeftAlone(one.ordinal, _change(one), Reason(one.reason)) for one in left),
        journal_hash=row["hash"],
        repeated=True,
        locked_from=row["locked_from"],
        locked_until=row["locked_until"],
    )
    return answer, row["content_hash"]


def _change(row: Any) -> Change:
    return Change(
        Entity(row.entity),
        row.row_id,
        Field(row.field),
        row.before_value,
        row.after_value,
        group=row.change_group,
    )


def entries(connection: sa.Connection, which: EntryFilter) -> list[JournalEntry]:
    """Entries, newest first."""
    statement = _entries(_taken_back()).order_by(change_sets.c.seq.desc())
    if which.change_set is not None:
        statement = statement.where(change_sets.c.change_set == which.change_set)
    if which.entity is not None:
        touched = sa.select(changes.c.seq).where(
            changes.c.entity == which.entity, changes.c.row_id == which.row_id
        )
        statement = statement.where(change_sets.c.seq.in_(touched))
    rows = connection.execute(statement.limit(which.limit)).mappings()
    return [_entry(row) for row in rows]


def entries_by_seq(connection: sa.Connection, seqs: Collection[int]) -> dict[int, JournalEntry]:
    """These entries, by their numbers."""
    wanted = sorted(seqs)
    statement = _entries(_taken_back(wanted)).where(change_sets.c.seq.in_(wanted))
    return {row["seq"]: _entry(row) for row in connection.execute(statement).mappings()}


def _entries(taken_back: sa.Subquery) -> sa.Select[Any]:
    undone = sa.func.coalesce(taken_back.c.rows, 0)
    source = change_sets.outerjoin(taken_back, taken_back.c.seq == change_sets.c.seq)
    return sa.select(change_sets, undone.label("undone")).select_from(source)


def _taken_back(seqs: Collection[int] | None = None) -> sa.Subquery:
    """How many rows of each entry (of `seqs`) do not hold at present. An undo can be undone in
    its turn, and so on: a row does not hold where an odd number of changes followed it on this
    way."""
    later = changes.alias("later")
    way = (
        sa.select(
            changes.c.undoes_seq.label("origin"),
            changes.c.seq,
            changes.c.ordinal,
            sa.literal(1).label("sign"),
        )
        .where(
            changes.c.undoes_seq.is_not(None) if seqs is None else changes.c.undoes_seq.in_(seqs)
        )
        .cte("way", recursive=True)
    )
    way = way.union_all(
        sa.select(way.c.origin, later.c.seq, later.c.ordinal, -way.c.sign).join_from(
            way,
            later,
            (later.c.undoes_seq == way.c.seq) & (later.c.undoes_ordinal == way.c.ordinal),
        )
    )
    return (
        sa.select(way.c.origin.label("seq"), sa.func.sum(way.c.sign).label("rows"))
        .group_by(way.c.origin)
        .subquery("taken_back")
    )


def _entry(row: Facts) -> JournalEntry:
    return JournalEntry(
        seq=row["seq"],
        change_set=row["change_set"],
        kind=ChangeKind(row["kind"]),
        title=row["title"],
        operator=row["operator"],
        workstation=row["workstation"],
        database_login=row["database_login"],
        at=row["at"],
        applied=row["applied"],
        left_alone=row["left_alone"],
        groups=_read_groups(row["change_groups"]),
        undoes=row["undoes"],
        undone=int(row["undone"]),
        hash=row["hash"],
    )


def rows(connection: sa.Connection, change_set: str) -> list[JournalRow]:
    """What one entry changed, in order."""
    undone = change_sets.alias("undone")
    statement = (
        sa.select(changes, undone.c.change_set.label("undone_set"))
        .join(change_sets, change_sets.c.seq == changes.c.seq)
        .outerjoin(undone, undone.c.seq == changes.c.undoes_seq)
        .where(change_sets.c.change_set == change_set)
        .order_by(changes.c.ordinal)
    )
    return [read_row(row) for row in connection.execute(statement)]


def read_row(row: Any) -> JournalRow:
    """A row of `changes` with `undone_set`, the change set that it takes something back of."""
    undoes = Undoes(row.undone_set, row.undoes_ordinal) if row.undone_set else None
    return JournalRow(
        row.ordinal,
        Entity(row.entity),
        row.row_id,
        Field(row.field),
        row.before_value,
        row.after_value,
        row.change_group,
        undoes,
    )


def assignments(connection: sa.Connection) -> dict[int, Sequence[Assignment]]:
    """Every terminal's changes of boutique, oldest first."""
    statement = (
        sa.select(changes.c.row_id, change_sets.c.at, changes.c.before_value, changes.c.after_value)
        .join(change_sets, change_sets.c.seq == changes.c.seq)
        .where(changes.c.entity == Entity.TERMINAL, changes.c.field == Field.BOUTIQUE)
        .order_by(changes.c.seq, changes.c.ordinal)
    )
    history: defaultdict[int, list[Assignment]] = defaultdict(list)
    for terminal, at, before, after in connection.execute(statement):
        history[terminal].append(Assignment(at, before, after))
    return dict(history)


def check(connection: sa.Connection) -> JournalCheck:
    """Whether every entry and row is as it was written; stops at the first that is not."""
    end = connection.execute(sa.select(chain)).one()
    previous, expected, total = FIRST, 1, 0
    known: dict[int, str] = {}
    statement = sa.select(change_sets).order_by(change_sets.c.seq)
    for head in connection.execute(statement).mappings().all():
        seq = head["seq"]
        if seq != expected:
            return JournalCheck(expected - 1, total, Fault.ENTRY_MISSING, expected)
        known[seq] = head["change_set"]
        digests = []
        for ordinal, digest, rebuilt in _digests(connection, seq, head["change_set"], known):
            if digest != rebuilt:
                return JournalCheck(expected, total, Fault.ROW_ALTERED, seq, ordinal)
            digests.append(digest)
        total += len(digests)
        if len(digests) != head["applied"]:
            return JournalCheck(expected, total, Fault.ROWS_MISSING, seq)
        if entry_hash(previous, head_facts(head), digests) != head["hash"]:
            return JournalCheck(expected, total, Fault.ENTRY_ALTERED, seq)
        previous, expected = head["hash"], expected + 1
    if end.seq >= expected:
        return JournalCheck(expected - 1, total, Fault.ENTRY_MISSING, expected)
    if (end.seq, end.hash) != (expected - 1, previous):
        return JournalCheck(expected - 1, total, Fault.ENTRY_ALTERED, expected - 1)
    return JournalCheck(expected - 1, total)


def _digests(
    connection: sa.Connection, seq: int, change_set: str, known: Mapping[int, str]
) -> Iterator[tuple[int, str, str]]:
    """Ordinal, stored digest and rebuilt digest of every row of an entry, in order."""
    statement = sa.select(changes).where(changes.c.seq == seq).order_by(changes.c.ordinal)
    for row in connection.execute(statement):
        undoes = f"{known.get(row.undoes_seq)}:{row.undoes_ordinal}" if row.undoes_seq else ""
        values = (row.entity, row.row_id, row.field, row.before_value, row.after_value)
        line = change_line(row.ordinal, values, row.expects, row.change_group, undoes)
        yield row.ordinal, row.digest, row_digest(change_set, line)
