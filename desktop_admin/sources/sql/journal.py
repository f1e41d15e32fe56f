"""What an entry of the journal is made of, and what came of a change set."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import (
    Change,
    Entity,
    Field,
    Group,
    LeftAlone,
    Outcome,
    Reason,
    Undoes,
)
from desktop_admin.domain.evidence import Assignment
from desktop_admin.domain.journal import JournalRow
from desktop_admin.sources.sql.tables import change_sets, changes, left_alone

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


def read_groups(text: str) -> tuple[Group, ...]:
    """The groups of such a text."""
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
        left_alone=tuple(map(read_left, left)),
        journal_hash=row["hash"],
        repeated=True,
        locked_from=row["locked_from"],
        locked_until=row["locked_until"],
    )
    return answer, row["content_hash"]


def read_left(row: Any) -> LeftAlone:
    """A row of `left_alone`."""
    change = Change(
        Entity(row.entity),
        row.row_id,
        Field(row.field),
        row.before_value,
        row.after_value,
        group=row.change_group,
    )
    return LeftAlone(row.ordinal, change, Reason(row.reason))


def read_row(row: Any, taken_back: Undoes | None = None) -> JournalRow:
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
        taken_back,
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
