"""How the screen of sales calls what it shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.widgets.chips import Chip
from desktop_admin.gui.widgets.table_screen import Words
from desktop_admin.sources.base import SaleFlag

#: The key of the chip that narrows nothing down.
ALL = "all"


def words() -> Words:
    """The screen's own words."""
    return Words(
        title=QCoreApplication.translate("Sales", "Sales"),
        filter_hint=QCoreApplication.translate("Sales", "Filter the sales…"),
        loading=QCoreApplication.translate("Sales", "Reading the sales…"),
        empty=QCoreApplication.translate("Sales", "No sale in this database"),
        empty_meaning=QCoreApplication.translate(
            "Sales",
            "Nothing has reached the server yet: check that the terminals are switched on, "
            "assigned and connected.",
        ),
        no_match=QCoreApplication.translate("Sales", "No sale matches"),
        no_match_meaning=QCoreApplication.translate(
            "Sales",
            "Part of a sale number, of a terminal’s name or serial number, or of a boutique’s "
            "name is enough.",
        ),
    )


def period_words() -> tuple[str, str, str]:
    """What is said where a period has no sale: what is the case, what it means, what helps."""
    return (
        QCoreApplication.translate("Sales", "No sale in this period"),
        QCoreApplication.translate("Sales", "There may be some on other days."),
        QCoreApplication.translate("Sales", "Widen the period"),
    )


def chips() -> list[Chip]:
    """The chips by state, the first of which narrows nothing down."""
    return [
        Chip(ALL, QCoreApplication.translate("Sales", "All")),
        Chip(
            SaleFlag.ORPHAN.value,
            QCoreApplication.translate("Sales", "Orphans"),
            "orphan",
            "orphan",
            QCoreApplication.translate("Sales", "Sales that have no boutique"),
        ),
        Chip(
            SaleFlag.WITHOUT_TERMINAL.value,
            QCoreApplication.translate("Sales", "Without terminal"),
            "without_terminal",
            tooltip=QCoreApplication.translate("Sales", "Sales of which no terminal is known"),
        ),
        Chip(
            SaleFlag.OTHER_BOUTIQUE.value,
            QCoreApplication.translate("Sales", "Boutique other than the terminal’s"),
            "other_boutique",
            tooltip=QCoreApplication.translate(
                "Sales", "Sales of a boutique where their terminal does not work at present"
            ),
        ),
        Chip(
            SaleFlag.UNPAID.value,
            QCoreApplication.translate("Sales", "Unpaid", "chip"),
            "unpaid",
        ),
        Chip(
            SaleFlag.CANCELLED.value,
            QCoreApplication.translate("Sales", "Cancelled", "chip"),
            "cancelled",
        ),
    ]
