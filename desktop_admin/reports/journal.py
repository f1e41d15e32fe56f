"""The journal as text and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_admin.domain.changes import Outcome
from desktop_admin.domain.journal import JournalCheck, JournalEntry, JournalRow
from desktop_admin.reports.layout import Align, columns
from desktop_admin.wording import changes as wording
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words


def entries_json(entries: Sequence[JournalEntry], check: JournalCheck) -> dict[str, Any]:
    """All entries, newest first, and whether the chain holds."""
    return {
        "intact": check.fault is None,
        "fault": check.fault.value if check.fault else None,
        "fault_entry": check.seq,
        "entries": [
            {
                "seq": entry.seq,
                "change_set": entry.change_set,
                "kind": entry.kind.value,
                "at": entry.at.isoformat(),
                "operator": entry.operator,
                "workstation": entry.workstation,
                "database_login": entry.database_login,
                "applied": entry.applied,
                "skipped": entry.left_alone,
                "state": entry.state.value,
                "undoes": entry.undoes,
                "hash": entry.hash,
            }
            for entry in entries
        ],
    }


def rows_json(rows: Sequence[JournalRow]) -> list[dict[str, Any]]:
    """What one entry changed."""
    return [
        {
            "ordinal": row.ordinal,
            "entity": row.entity.value,
            "id": row.id,
            "field": row.field.value,
            "before": row.before,
            "after": row.after,
            "group": row.group,
        }
        for row in rows
    ]


def entries_text(entries: Sequence[JournalEntry], check: JournalCheck, words: Words) -> str:
    """All entries for a console, newest first."""
    head = (
        words.text("No."),
        words.text("When"),
        words.text("Who"),
        words.text("What"),
        words.text("Changed"),
        words.text("Left alone"),
        words.text("State"),
        words.text("Change set"),
    )
    rows = [
        (
            str(entry.seq),
            words.second(entry.at),
            one_line(f"{entry.operator}@{entry.workstation}", 40),
            wording.kind(words, entry.kind),
            words.number(entry.applied),
            words.number(entry.left_alone),
            wording.state(words, entry.state),
            entry.change_set,
        )
        for entry in entries
    ]
    right = Align.RIGHT
    aligns = [right, Align.LEFT, Align.LEFT, Align.LEFT, right, right]
    table = columns([head, *rows], aligns) if rows else [words.text("The journal is empty.")]
    return "\n".join([*table, "", wording.check(words, check)])


def rows_text(rows: Sequence[JournalRow], words: Words) -> str:
    """What one entry changed, for a console."""
    return "\n".join(
        words.text(
            "{ordinal}: {entity} {id}, {field}: {before} → {after}",
            ordinal=row.ordinal,
            entity=row.entity.value,
            id=row.id,
            field=row.field.value,
            before=words.text("none") if row.before is None else row.before,
            after=words.text("none") if row.after is None else row.after,
        )
        for row in rows
    )


def undo_json(undone: str, outcome: Outcome) -> dict[str, Any]:
    """What came of an undo."""
    return {
        "undoes": undone,
        "change_set": outcome.change_set,
        "applied": outcome.applied,
        "skipped": len(outcome.left_alone),
        "left_alone": [
            {"entity": one.change.entity.value, "id": one.change.id, "reason": one.reason.value}
            for one in outcome.left_alone
        ],
        "journal_hash": outcome.journal_hash,
    }


def undo_text(outcome: Outcome, words: Words) -> str:
    """The same for a console."""
    lines = [
        words.count("{n} value put back.", "{n} values put back.", outcome.applied),
        *(
            f"  {one.change.entity} #{one.change.id}: {wording.reason(words, one.reason)}"
            for one in outcome.left_alone
        ),
    ]
    if outcome.left_alone:
        left = len(outcome.left_alone)
        lines.insert(1, words.count("{n} left alone:", "{n} left alone:", left))
    lines.append(words.text("This undo is change set {id}.", id=outcome.change_set))
    return "\n".join(lines)
