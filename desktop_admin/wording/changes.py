"""Changes, what became of them, and the journal, in words."""

from __future__ import annotations

from desktop_admin.domain.changes import ChangeKind, Reason
from desktop_admin.domain.journal import EntryState, Fault, JournalCheck
from desktop_admin.wording.words import Words


def kind(words: Words, code: ChangeKind) -> str:
    """What a change set is for."""
    names = {
        ChangeKind.ASSIGN: words.text("assignment"),
        ChangeKind.ACTIVATE: words.text("switching on or off"),
        ChangeKind.REPAIR: words.text("repair"),
        ChangeKind.UNDO: words.text("undo"),
    }
    return names[code]


def state(words: Words, code: EntryState) -> str:
    """What became of a journal entry."""
    names = {
        EntryState.DONE: words.text("done"),
        EntryState.PARTLY_DONE: words.text("partly left alone"),
        EntryState.NOTHING_DONE: words.text("nothing changed"),
        EntryState.PARTLY_UNDONE: words.text("partly undone"),
        EntryState.UNDONE: words.text("undone"),
        EntryState.REDONE: words.text("redone"),
    }
    return names[code]


def reason(words: Words, code: Reason) -> str:
    """Why a change was left alone."""
    names = {
        Reason.GONE: words.text("no longer in the database"),
        Reason.CHANGED: words.text("changed meanwhile by somebody else"),
        Reason.TERMINAL_CHANGED: words.text("the sale's terminal was changed meanwhile"),
        Reason.CANCELLED: words.text("cancelled, or no longer cancelled, meanwhile"),
        Reason.TERMINAL_MOVED: words.text("the terminal was assigned elsewhere meanwhile"),
        Reason.BOUTIQUE_CHANGED: words.text("the sale's boutique was changed meanwhile"),
        Reason.NO_BOUTIQUE: words.text("the boutique no longer exists"),
        Reason.NO_TERMINAL: words.text("the terminal no longer exists"),
        Reason.DEPOT: words.text("a depot does not sell"),
        Reason.CLOSED: words.text("the boutique is closed"),
        Reason.OTHER_MERCHANT: words.text("the boutique belongs to another merchant"),
        Reason.CHANGED_SINCE: words.text("changed again since: undo the newer change first"),
        Reason.GROUP: words.text("belongs to a change that could not be made"),
    }
    return names[code]


def check(words: Words, found: JournalCheck) -> str:
    """Whether the journal is intact."""
    if found.fault is None:
        return words.count(
            "Journal intact: {n} entry.", "Journal intact: {n} entries.", found.entries
        )
    sentences = {
        Fault.ROW_ALTERED: words.text(
            "Entry {seq} of the journal was altered: its row {row} is not what was written.",
            seq=found.seq,
            row=found.ordinal,
        ),
        Fault.ROWS_MISSING: words.text(
            "Entry {seq} of the journal was altered: rows were removed or added.", seq=found.seq
        ),
        Fault.ENTRY_ALTERED: words.text("Entry {seq} of the journal was altered.", seq=found.seq),
        Fault.ENTRY_MISSING: words.text("Entry {seq} of the journal is missing.", seq=found.seq),
        Fault.END_ALTERED: words.text(
            "The end of the journal was altered: it does not lie after entry {seq}, its last one.",
            seq=found.seq,
        ),
    }
    return sentences[found.fault]
