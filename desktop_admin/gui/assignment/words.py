"""How the screen calls what it shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.assignment.terminal_columns import Quick
from desktop_admin.gui.widgets.chips import Chip
from desktop_admin.gui.widgets.table_screen import Words


def screen_words() -> Words:
    """The sentences around the table of terminals."""
    return Words(
        title=QCoreApplication.translate("Terminals", "Terminals"),
        filter_hint=QCoreApplication.translate("Terminals", "Filter the terminals…"),
        loading=QCoreApplication.translate("Terminals", "Reading the terminals…"),
        empty=QCoreApplication.translate("Terminals", "No terminal in this database"),
        empty_meaning=QCoreApplication.translate(
            "Terminals", "Terminals appear here once they are entered on the server."
        ),
        no_match=QCoreApplication.translate("Terminals", "No terminal matches the filter"),
        no_match_meaning=QCoreApplication.translate(
            "Terminals", "Part of a name, a serial number or a boutique is enough."
        ),
    )


def quick_chips() -> list[Chip]:
    """The quick filters over the terminals."""
    return [
        Chip(Quick.ALL.value, QCoreApplication.translate("Terminals", "All")),
        Chip(
            Quick.WITHOUT_BOUTIQUE.value,
            QCoreApplication.translate("Terminals", "No boutique"),
            "orphan",
            "orphan",
            QCoreApplication.translate(
                "Terminals", "This terminal belongs to no boutique: the server refuses its sales."
            ),
        ),
        Chip(
            Quick.INACTIVE.value,
            QCoreApplication.translate("Terminals", "Inactive ones"),
            "inactive",
            tooltip=QCoreApplication.translate(
                "Terminals", "It is switched off on the server, which refuses its sales."
            ),
        ),
        Chip(
            Quick.SILENT.value,
            QCoreApplication.translate("Terminals", "Silent 7 d"),
            "silent",
            tooltip=QCoreApplication.translate(
                "Terminals", "It has not called the server for seven days or more."
            ),
        ),
    ]
