"""Taking back: an undo is a change set too, through the same door."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Group,
    Operator,
    Undoes,
)
from desktop_admin.domain.journal import JournalEntry, JournalRow


def undo_set(
    entry: JournalEntry,
    rows: Sequence[JournalRow],
    operator: Operator,
    change_set_id: str,
    *,
    groups: Collection[int] | None = None,
    ordinals: Collection[int] | None = None,
) -> ChangeSet:
    """The change set that puts back what `entry` replaced: all of it, or only some groups or
    rows. Changes that depended on each other are taken back together. What has been changed
    again since is left alone when it is applied."""
    chosen = _chosen(entry, rows, groups, ordinals)
    changes = tuple(
        Change(
            row.entity,
            row.id,
            row.field,
            before=row.after,
            after=row.before,
            group=row.group,
            undoes=Undoes(entry.change_set, row.ordinal),
        )
        for row in chosen
    )
    return ChangeSet(
        id=change_set_id,
        kind=ChangeKind.UNDO,
        operator=operator,
        changes=changes,
        groups=entry.groups or (Group("none"),),
        undoes=entry.change_set,
    )


def redo_set(
    entry: JournalEntry,
    rows: Sequence[JournalRow],
    operator: Operator,
    change_set_id: str,
    *,
    groups: Collection[int] | None = None,
    ordinals: Collection[int] | None = None,
) -> ChangeSet:
    """The change set that makes again what was taken back of `entry`: all of it, or only some
    groups or rows. It is the undo of what took it back, whichever entries did."""
    gone = [row for row in rows if row.taken_back is not None]
    chosen = _chosen(entry, gone, groups, ordinals)
    changes = tuple(
        Change(
            row.entity,
            row.id,
            row.field,
            before=row.before,
            after=row.after,
            group=row.group,
            undoes=row.taken_back,
        )
        for row in chosen
    )
    return ChangeSet(
        id=change_set_id,
        kind=ChangeKind.UNDO,
        operator=operator,
        changes=changes,
        groups=entry.groups or (Group("none"),),
        undoes=next((row.taken_back.change_set for row in chosen if row.taken_back), None),
    )


def standing(rows: Sequence[JournalRow]) -> list[JournalRow]:
    """The rows that have not been taken back: an undo of the others would only be left alone."""
    return [row for row in rows if row.taken_back is None]


def _chosen(
    entry: JournalEntry,
    rows: Sequence[JournalRow],
    groups: Collection[int] | None,
    ordinals: Collection[int] | None,
) -> list[JournalRow]:
    """The rows asked for, with those they depend on."""
    picked = {
        row.ordinal: row.group
        for row in rows
        if (groups is None or row.group in groups) and (ordinals is None or row.ordinal in ordinals)
    }
    together = {group for group in picked.values() if entry.groups[group].whole}
    return [row for row in rows if row.ordinal in picked or row.group in together]
