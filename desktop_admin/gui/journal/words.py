"""How the screen of the journal calls what it shows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.changes import ChangeKind
from desktop_admin.domain.journal import EntryState
from desktop_admin.gui.widgets.chips import Chip
from desktop_admin.gui.widgets.table_screen import Words

ALL = "all"
TAKEN_BACK = "taken_back"
#: What the chip of what was taken back shows.
GONE = frozenset({EntryState.UNDONE, EntryState.PARTLY_UNDONE})


def words() -> Words:
    """The screen's own words."""
    return Words(
        title=QCoreApplication.translate("Journal", "Journal"),
        filter_hint=QCoreApplication.translate("Journal", "Filter the journal…"),
        loading=QCoreApplication.translate("Journal", "Reading the journal…"),
        empty=QCoreApplication.translate("Journal", "Nothing was changed yet"),
        empty_meaning=QCoreApplication.translate(
            "Journal",
            "Whatever is changed with this program stands here, with who did it and the way back.",
        ),
        no_match=QCoreApplication.translate("Journal", "No entry matches"),
        no_match_meaning=QCoreApplication.translate(
            "Journal",
            "Part of a sale number, of a terminal’s name or serial number, of a boutique’s name "
            "or of a person’s name is enough.",
        ),
    )


def period_words() -> tuple[str, str, str]:
    """What is said where a period has no entry: what is the case, what it means, what helps."""
    return (
        QCoreApplication.translate("Journal", "Nothing was changed in this period"),
        QCoreApplication.translate("Journal", "There may be something on other days."),
        QCoreApplication.translate("Journal", "Widen the period"),
    )


def unprepared_words() -> tuple[str, str]:
    """What is said where the database has no journal, and what helps."""
    return (
        QCoreApplication.translate("Journal", "This database has no journal yet"),
        QCoreApplication.translate(
            "Journal",
            "It has not been prepared for changes. The menu of the connections, at the top left, "
            "offers to prepare it.",
        ),
    )


def chips() -> list[Chip]:
    """The chips by kind, the first of which narrows nothing down."""
    return [
        Chip(ALL, QCoreApplication.translate("Journal", "All")),
        Chip(
            ChangeKind.ASSIGN.value,
            QCoreApplication.translate("Journal", "Assignments"),
            "assign",
        ),
        Chip(ChangeKind.REPAIR.value, QCoreApplication.translate("Journal", "Repairs"), "repair"),
        Chip(
            ChangeKind.ACTIVATE.value,
            QCoreApplication.translate("Journal", "Switched on or off"),
            "inactive",
        ),
        Chip(ChangeKind.UNDO.value, QCoreApplication.translate("Journal", "Undos"), "undo"),
        Chip(
            TAKEN_BACK,
            QCoreApplication.translate("Journal", "Taken back", "chip"),
            "cancelled",
            tooltip=QCoreApplication.translate(
                "Journal", "Entries that were taken back, wholly or partly"
            ),
        ),
    ]


def sentences() -> Mapping[str, str]:
    """What workers write into rows, in the language of the window."""
    return {
        "undo": QCoreApplication.translate("Journal", "Undo", "a button"),
        "redo": QCoreApplication.translate("Journal", "Redo", "a button"),
        "holds": QCoreApplication.translate("Journal", "In force"),
        "partly": QCoreApplication.translate("Journal", "Partly left alone"),
        "nothing": QCoreApplication.translate("Journal", "Nothing changed"),
        "undone_at": QCoreApplication.translate("Journal", "Taken back at %1"),
        "undone_on": QCoreApplication.translate("Journal", "Taken back on %1 at %2"),
        "partly_undone": QCoreApplication.translate("Journal", "Partly taken back"),
        "redone": QCoreApplication.translate("Journal", "Made again"),
        "undone": QCoreApplication.translate("Journal", "Taken back", "a row"),
        "taken_by": QCoreApplication.translate("Journal", "Taken back by %1, %2"),
        "left": QCoreApplication.translate("Journal", "Left alone: %1"),
        "left_alone": QCoreApplication.translate("Journal", "Left alone"),
        "today": QCoreApplication.translate("Journal", "Today, %1"),
        "yesterday": QCoreApplication.translate("Journal", "Yesterday, %1"),
        "older": QCoreApplication.translate("Journal", "Show older entries"),
        "waiting": QCoreApplication.translate("Journal", "Reading…"),
        "of": QCoreApplication.translate("Journal", "%1 of %2", "a change, and when it was made"),
        "named": QCoreApplication.translate("Journal", "%1: %2", "what was done, and to what"),
        "nothing_why": QCoreApplication.translate(
            "Journal", "Everything was left alone: there is nothing to take back."
        ),
        "cannot": QCoreApplication.translate("Journal", "Cannot be taken back: %1"),
        "cannot_again": QCoreApplication.translate("Journal", "Cannot be made again: %1"),
        "together": QCoreApplication.translate(
            "Journal", "Goes together with the other rows of its group."
        ),
    }


def headers() -> list[str]:
    """The names of the columns, from left to right."""
    return [
        QCoreApplication.translate("Journal", "Time"),
        QCoreApplication.translate("Journal", "Who"),
        QCoreApplication.translate("Journal", "What"),
        QCoreApplication.translate("Journal", "On what"),
        QCoreApplication.translate("Journal", "How many"),
        QCoreApplication.translate("Journal", "Before and after"),
        QCoreApplication.translate("Journal", "State"),
        "",
    ]
