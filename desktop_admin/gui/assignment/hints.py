"""What is said of terminals on their way to a boutique: short beside the mouse, whole in a
dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.assign import Consequences, Guard
from desktop_admin.domain.model import Terminal
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill, one_line

#: So many terminals are named of those a warning is about.
NAMED = 3
_NAME = 40


@dataclass(frozen=True, slots=True)
class Hint:
    """What letting go would do, painted below the row it would be done to."""

    title: str
    lines: tuple[str, ...]
    #: The token of its border: accent, orphan (to be confirmed) or error (refused).
    ink: str
    icon: str


def orphans_heard(found: Consequences, formats: Formats) -> str:
    """So many orphan sales will be examined, and what they come to; empty where there are none.
    Whether they follow is only known when their witnesses were heard."""
    if not found.orphans:
        return ""
    return Assignment().examined(found.orphans, formats.moneys(found.orphan_amounts.moneys()))


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
        lines += [orphans_heard(found, formats)]
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
    """Why no terminal can go there, in few words beside the name."""
    return {
        Guard.DEPOT: QCoreApplication.translate("Assignment", "Depot: does not sell"),
        Guard.CLOSED: QCoreApplication.translate("Assignment", "Closed: reopen on the server"),
    }.get(guard, QCoreApplication.translate("Assignment", "No longer there"))


def refusal(guard: Guard, name: str) -> str:
    """Why no terminal can go to the boutique `name`, and what would help, in sentences."""
    if guard is Guard.DEPOT:
        text = QCoreApplication.translate(
            "Assignment", "%1 is a depot: it does not sell, so no terminal can go there."
        )
        return fill(text, name)
    if guard is Guard.CLOSED:
        text = QCoreApplication.translate(
            "Assignment",
            "%1 is closed, so no terminal can go there. A boutique is reopened on the server.",
        )
        return fill(text, name)
    return QCoreApplication.translate("Assignment", "This boutique is no longer there.")


def short(guard: Guard) -> str:
    """What has to be confirmed, in few words."""
    if guard is Guard.OTHER_MERCHANT:
        return QCoreApplication.translate("Assignment", "Another merchant: confirm")
    return QCoreApplication.translate("Assignment", "No till allowed: confirm")


def warning(guard: Guard, terminals: Sequence[Terminal], moving: int) -> str:
    """What a guard has to say of these terminals, in sentences; which they are where not all of
    the `moving` ones are meant."""
    if guard is Guard.POS_FORBIDDEN:
        return QCoreApplication.translate(
            "Assignment", "The merchant may not sell through terminals in this boutique."
        )
    said = Assignment().warning(guard, len(terminals)) or refused(guard)
    if len(terminals) >= moving:
        return said
    names = ", ".join(one_line(one.name, _NAME) for one in terminals[:NAMED])
    names += "…" if len(terminals) > NAMED else "."
    return f"{said} {Assignment().concerned(len(terminals), names)}"
