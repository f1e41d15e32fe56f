"""How the panel calls what it shows."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.evidence import Witness
from desktop_admin.domain.stray import StrayWitness
from desktop_admin.gui.repair.panel.reading import Claim, Stand


class Look(NamedTuple):
    """How a witness that stands so is shown: a word, an icon, and the ink of both."""

    word: str
    icon: str
    ink: str


def stands() -> dict[Stand, Look]:
    """Every way to stand to the target."""
    return {
        Stand.AGREES: Look(
            QCoreApplication.translate("RepairPanel", "agrees", "a witness"), "good", "good"
        ),
        Stand.SUPPORTS: Look(
            QCoreApplication.translate("RepairPanel", "agrees, weakly", "a witness"),
            "good",
            "muted",
        ),
        Stand.DIVIDED: Look(
            QCoreApplication.translate("RepairPanel", "divided", "a witness"), "conflict", "error"
        ),
        Stand.DISAGREES: Look(
            QCoreApplication.translate("RepairPanel", "disagrees", "a witness"),
            "conflict",
            "error",
        ),
        Stand.DOUBTS: Look(
            QCoreApplication.translate("RepairPanel", "disagrees, weakly", "a witness"),
            "conflict",
            "muted",
        ),
        Stand.SILENT: Look(
            QCoreApplication.translate("RepairPanel", "silent", "a witness"), "mute", "muted"
        ),
        Stand.SPEAKS: Look(
            QCoreApplication.translate("RepairPanel", "speaks", "a witness"), "eye", "accent"
        ),
        Stand.VARIES: Look(
            QCoreApplication.translate("RepairPanel", "differs by sale", "a witness"),
            "list",
            "orphan",
        ),
    }


def witnesses() -> dict[Witness | StrayWitness, str]:
    """The name of every witness. The number is a witness of both lists, and one key."""
    return {
        Witness.GOODS: QCoreApplication.translate("RepairPanel", "Articles"),
        Witness.PLACE: QCoreApplication.translate("RepairPanel", "Terminal"),
        Witness.NUMBER: QCoreApplication.translate("RepairPanel", "Sale number"),
        StrayWitness.ADDRESS: QCoreApplication.translate("RepairPanel", "Network address"),
        StrayWitness.BOUTIQUE: QCoreApplication.translate("RepairPanel", "Boutique"),
    }


def claims(*, strays: bool) -> dict[Claim, str]:
    """Why something is a candidate."""
    number = (
        QCoreApplication.translate("RepairPanel", "its serial is in the number")
        if strays
        else QCoreApplication.translate("RepairPanel", "boutique named by the number")
    )
    return {
        Claim.GOODS: QCoreApplication.translate("RepairPanel", "boutique of the articles"),
        Claim.PLACE: QCoreApplication.translate(
            "RepairPanel", "boutique of the terminal at that time"
        ),
        Claim.PRESENT: QCoreApplication.translate(
            "RepairPanel", "present boutique of the terminal"
        ),
        Claim.NUMBER: number,
        Claim.ADDRESS: QCoreApplication.translate("RepairPanel", "seen at the sale’s address"),
        Claim.BOUTIQUE: QCoreApplication.translate("RepairPanel", "worked in the sale’s boutique"),
        Claim.CHOSEN: QCoreApplication.translate("RepairPanel", "chosen by hand"),
    }
