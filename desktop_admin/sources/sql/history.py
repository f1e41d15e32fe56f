"""What the journal tells of one row, and of the terminals of a boutique."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import Entity, Field
from desktop_admin.domain.journal import HistoryItem
from desktop_admin.sources.sql.entries import entries_by_seq
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.journal import read_row
from desktop_admin.sources.sql.journal_rows import takers
from desktop_admin.sources.sql.tables import change_sets, changes


def of_row(connection: sa.Connection, entity: Entity, row_id: int, limit: int) -> list[HistoryItem]:
    """Every change of one row, newest first."""
    mine = (changes.c.row_id == row_id) & (changes.c.entity == entity)
    return _items(connection, mine, limit)


def of_boutique(
    connection: sa.Connection, found: Found, boutique_id: int, limit: int
) -> list[HistoryItem]:
    """Every terminal that came to a boutique or left it, newest first."""
    # The journal's index begins with ids, of which terminals have the lowest: so most of a journal
    # of sales is passed over. Of a terminal that was deleted as the newest, nothing is told.
    newest = sa.select(sa.func.max(found.terminal.c.id)).scalar_subquery()
    mine = (
        (changes.c.row_id <= newest)
        & (changes.c.entity == Entity.TERMINAL)
        & (changes.c.field == Field.BOUTIQUE)
        & ((changes.c.before_value == boutique_id) | (changes.c.after_value == boutique_id))
    )
    return _items(connection, mine, limit)


def _items(connection: sa.Connection, mine: Any, limit: int) -> list[HistoryItem]:
    undone = change_sets.alias("undone")
    statement = (
        sa.select(changes, undone.c.change_set.label("undone_set"))
        .outerjoin(undone, undone.c.seq == changes.c.undoes_seq)
        .where(mine)
        .order_by(changes.c.seq.desc(), changes.c.ordinal.desc())
        .limit(limit)
    )
    rows = connection.execute(statement).all()
    seqs, ids = sorted({row.seq for row in rows}), sorted({row.row_id for row in rows})
    entries = entries_by_seq(connection, seqs)
    gone = takers(connection, changes.c.undoes_seq.in_(seqs) & changes.c.row_id.in_(ids))
    return [
        HistoryItem(entries[row.seq], read_row(row, gone.get((row.seq, row.ordinal))))
        for row in rows
    ]
