"""Every place of the navigation. A new screen is one entry here and a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.context import Context
from desktop_admin.gui.shell.screen import Screen


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: its key in the program, its name with a mnemonic, its icon, its screen."""

    key: str
    name: str
    icon: str
    make: Callable[[Context], Screen]


def places() -> list[Place]:
    """All places, from top to bottom, in the language of the window."""
    return [
        Place(
            "overview",
            QCoreApplication.translate("Navigation", "&Overview"),
            "overview",
            _overview,
        ),
        Place(
            "assignment",
            QCoreApplication.translate("Navigation", "&Terminals and boutiques"),
            "terminal",
            _assignment,
        ),
        Place("sales", QCoreApplication.translate("Navigation", "&Sales"), "sale", _sales),
        Place("repair", QCoreApplication.translate("Navigation", "&Repair"), "repair", _repair),
        Place(
            "revenue",
            QCoreApplication.translate("Navigation", "Re&venue"),
            "revenue",
            _revenue,
        ),
        Place("journal", QCoreApplication.translate("Navigation", "&Journal"), "journal", _journal),
    ]


# A screen is loaded when it is first looked at: the frame is painted before any of them.
def _overview(context: Context) -> Screen:
    from desktop_admin.gui.overview.screen import OverviewScreen

    return OverviewScreen(context)


def _assignment(context: Context) -> Screen:
    from desktop_admin.gui.assignment.screen import AssignmentScreen

    return AssignmentScreen(context)


def _sales(context: Context) -> Screen:
    from desktop_admin.gui.sales.screen import SalesScreen

    return SalesScreen(context)


def _repair(context: Context) -> Screen:
    from desktop_admin.gui.repair.screen import RepairScreen

    return RepairScreen(context)


def _revenue(context: Context) -> Screen:
    from desktop_admin.gui.revenue.screen import RevenueScreen

    return RevenueScreen(context)


def _journal(context: Context) -> Screen:
    from desktop_admin.gui.journal.screen import JournalScreen

    return JournalScreen(context)
