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
    picked = {
        row.ordinal: row.group
        for row in rows
        if (groups is None or row.group in groups) and (ordinals is None or row.ordinal in ordinals)
    }
    together = {group for group in picked.values() if entry.groups[group].whole}
    chosen = [row for row in rows if row.ordinal in picked or row.group in together]
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
