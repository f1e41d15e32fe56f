"""How the screen of the repair calls what it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.evidence import Confidence
from desktop_admin.gui.widgets.chips import Chip
from desktop_admin.gui.widgets.table_screen import Words

#: The two lists of the screen.
ORPHANS, STRAYS = "orphans", "strays"


def words() -> Words:
    """The screen's own words."""
    return Words(
        title=QCoreApplication.translate("Repair", "Repair"),
        filter_hint=QCoreApplication.translate("Repair", "Search in the preview…"),
        loading=QCoreApplication.translate("Repair", "Hearing the witnesses of every orphan sale…"),
        empty=QCoreApplication.translate("Repair", "Nothing to repair"),
        empty_meaning=QCoreApplication.translate(
            "Repair", "Every sale has its boutique. New orphans will be counted in the navigation."
        ),
        no_match=QCoreApplication.translate("Repair", "No orphan sale matches"),
        no_match_meaning=QCoreApplication.translate(
            "Repair",
            "What is not shown is not changed either. Part of a sale number, of a terminal’s name "
            "or serial number, or of a boutique’s name is enough.",
        ),
    )


def stray_words() -> Words:
    """The words of the second list."""
    return replace(
        words(),
        loading=QCoreApplication.translate(
            "Repair", "Hearing the witnesses of every sale without terminal…"
        ),
        empty_meaning=QCoreApplication.translate("Repair", "Every sale has its terminal."),
        no_match=QCoreApplication.translate("Repair", "No sale without terminal matches"),
    )


def list_chips() -> list[Chip]:
    """What can be repaired: one list each."""
    return [
        Chip(
            ORPHANS,
            QCoreApplication.translate("Repair", "Sales without boutique"),
            "orphan",
            "orphan",
            QCoreApplication.translate("Repair", "Orphans: they count in no boutique"),
        ),
        Chip(
            STRAYS,
            QCoreApplication.translate("Repair", "Sales without terminal"),
            "without_terminal",
            tooltip=QCoreApplication.translate("Repair", "Nobody knows which terminal made them"),
        ),
    ]


@dataclass(frozen=True, slots=True)
class Sureness:
    """How a confidence is shown: in the plural as a heading, in the singular as a tag."""

    heading: str
    tag: str
    icon: str
    ink: str
    meaning: str


def surenesses() -> dict[Confidence, Sureness]:
    """Every confidence."""
    return {
        Confidence.CERTAIN: Sureness(
            QCoreApplication.translate("Repair", "Certain", "several sales"),
            QCoreApplication.translate("Repair", "Certain", "one group"),
            "good",
            "good",
            QCoreApplication.translate("Repair", "Ticked: two witnesses agree, none disagrees."),
        ),
        Confidence.DEDUCED: Sureness(
            QCoreApplication.translate("Repair", "Deduced", "several sales"),
            QCoreApplication.translate("Repair", "Deduced", "one group"),
            "search",
            "accent",
            QCoreApplication.translate(
                "Repair", "Not ticked: only one witness speaks. Look, then tick."
            ),
        ),
        Confidence.CONFLICT: Sureness(
            QCoreApplication.translate("Repair", "In conflict", "several sales"),
            QCoreApplication.translate("Repair", "Conflict", "one group"),
            "conflict",
            "error",
            QCoreApplication.translate(
                "Repair", "Not ticked: the witnesses disagree. Choose, then tick."
            ),
        ),
        Confidence.BLOCKED: Sureness(
            QCoreApplication.translate("Repair", "Blocked", "several sales"),
            QCoreApplication.translate("Repair", "Blocked", "one group"),
            "forbidden",
            "muted",
            QCoreApplication.translate(
                "Repair", "No witness speaks: assign the terminal first, or choose by hand."
            ),
        ),
    }
