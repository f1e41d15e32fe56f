"""What is said of terminals on their way to a boutique: short beside the mouse, whole in a
dialog."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.assign import Consequences, Guard
from desktop_admin.domain.model import Terminal
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import one_line


@dataclass(frozen=True, slots=True)
class Hint:
    """What letting go would do, painted below the row it would be done to."""

    title: str
    lines: tuple[str, ...]
    #: The token of its border: accent, orphan (to be confirmed) or error (refused).
    ink: str
    icon: str


def orphans_follow(found: Consequences, formats: Formats) -> str:
    """So many orphan sales become repairable, and what they come to; empty where there are none."""
    if not found.orphans:
        return ""
    return Assignment().repairable(found.orphans, formats.moneys(found.orphan_amounts.moneys()))


def hint_of(found: Consequences, name: str, formats: Formats, *, counted: bool) -> Hint:
    """What letting go over the boutique `name` would do; `counted`: orphans have been counted."""
    refusal = found.refusal
    if refusal is not None:
        return Hint(refused(refusal), (), "error", "forbidden")
    if not found.moves:
        return Hint(all_there(found), (), "muted", "good")
    count = len(found.moves)
    if found.target is None:
        line = QCoreApplication.translate("Assignment", "The server will refuse their sales.")
        return Hint(Assignment().detach(count), (line,), "orphan", "undo")
    lines = [short(guard) for guard in found.to_confirm]
    if counted:
        lines += [orphans_follow(found, formats)]
    else:
        lines += [QCoreApplication.translate("Assignment", "Orphan sales are being counted…")]
    if found.unchanged:
        lines.append(all_there(found))
    ink = "orphan" if found.to_confirm else "accent"
    return Hint(
        Assignment().assign(count, one_line(name)), tuple(filter(None, lines)), ink, "assign"
    )


def all_there(found: Consequences) -> str:
    """So many are there already."""
    return Assignment().there(len(found.unchanged), nowhere=found.target is None)


def refused(guard: Guard) -> str:
    """Why no terminal can go there."""
    return {
        Guard.DEPOT: QCoreApplication.translate("Assignment", "Depot: does not sell"),
        Guard.CLOSED: QCoreApplication.translate("Assignment", "Closed: reopen it first"),
    }.get(guard, QCoreApplication.translate("Assignment", "No longer there"))


def short(guard: Guard) -> str:
    """What has to be confirmed, in few words."""
    if guard is Guard.OTHER_MERCHANT:
        return QCoreApplication.translate("Assignment", "Another merchant: confirm")
    return QCoreApplication.translate("Assignment", "No till allowed: confirm")


def warning(guard: Guard, terminals: tuple[Terminal, ...]) -> str:
    """What a guard has to say of these terminals, as a sentence."""
    if guard is Guard.POS_FORBIDDEN:
        return QCoreApplication.translate(
            "Assignment", "The merchant may not sell through terminals in this boutique."
        )
    return Assignment().warning(guard, len(terminals)) or refused(guard)
