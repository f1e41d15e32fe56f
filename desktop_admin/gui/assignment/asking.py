"""The sentences of every confirmation, and of what is told afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.assign import WEIGHTS, Consequences, Followers, Guard, Weight
from desktop_admin.domain.changes import ChangeSet, Entity, Outcome
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.gui.assignment.confirm_dialog import Asked, Note
from desktop_admin.gui.assignment.consulting import Fate, PreviewWords
from desktop_admin.gui.assignment.hints import all_there, warning
from desktop_admin.gui.assignment.move_rows import Change, place_cell, switch_cell
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import Cell
from desktop_admin.gui.text import fill, one_line


def of_assignment(moves: Consequences, target: Boutique) -> Asked:
    """The confirmation that terminals go to a boutique."""
    name = one_line(target.name)
    guards = [one for one in moves.all_guards if WEIGHTS[one] is not Weight.NOTHING]
    return Asked(
        title=Assignment().assign(len(moves.moves), name),
        apply=QCoreApplication.translate("Assignment", "Assign"),
        changes=[
            Change(one, place_cell(one.boutique_name), place_cell(target.name, new=True))
            for one in moves.moves
        ],
        notes=[Note(warning(one, moves.guarded_by(one), len(moves.moves))) for one in guards],
        confirmations=[_confirmation(one, target) for one in moves.to_confirm],
        unchanged=all_there(moves) if moves.unchanged else "",
    )


def of_detaching(moves: Consequences) -> Asked:
    """The confirmation that terminals are detached."""
    refused = QCoreApplication.translate(
        "Assignment",
        "Without a boutique the server refuses every sale of a terminal, and leaves no trace of "
        "it. Sales made before stay where they are.",
    )
    return Asked(
        title=Assignment().detach(len(moves.moves)),
        apply=QCoreApplication.translate("Assignment", "Detach"),
        changes=[
            Change(one, place_cell(one.boutique_name), place_cell(None)) for one in moves.moves
        ],
        notes=[Note(refused)],
        unchanged=all_there(moves) if moves.unchanged else "",
    )


def of_switching(terminals: Sequence[Terminal], *, active: bool) -> Asked:
    """The confirmation that terminals are switched on or off."""
    off = QCoreApplication.translate(
        "Assignment",
        "The server will refuse the sales of a terminal that is switched off, as if it did not "
        "know it.",
    )
    return Asked(
        title=Assignment().switch(len(terminals), active=active),
        apply=(
            QCoreApplication.translate("Assignment", "Switch on")
            if active
            else QCoreApplication.translate("Assignment", "Switch off")
        ),
        changes=[
            Change(one, switch_cell(active=one.active), switch_cell(active=active, new=True))
            for one in terminals
        ],
        notes=[] if active else [Note(off)],
    )


def _confirmation(guard: Guard, target: Boutique) -> str:
    if guard is Guard.OTHER_MERCHANT:
        text = QCoreApplication.translate("Assignment", "Yes, they go to another merchant: %1")
        return fill(text, one_line(target.merchant_name))
    return QCoreApplication.translate("Assignment", "Yes, although no till is allowed there")


def past_text(count: int, target: Boutique) -> str:
    """What becomes of the sales that stand in a boutique: nothing, and yet (trap of the server's
    own dashboard) they are seen twice."""
    return Assignment().past(count, one_line(target.name))


def staying_text(followers: Followers, name: Callable[[int], str]) -> str:
    """How many orphans stay, and who else has a claim to them."""
    count = len(followers.staying)
    if not count:
        return ""
    claims = sorted(followers.elsewhere.items(), key=lambda one: -one[1])
    names = ", ".join(f"{name(id_)} ({number})" for id_, number in claims[:4])
    return Assignment().staying(count, names)


def preview_words(context: Context) -> PreviewWords:
    """The words of the preview of orphan sales."""
    return PreviewWords(
        formats=context.formats,
        language=context.language,
        fates={
            Fate.CERTAIN: Cell(
                QCoreApplication.translate("Assignment", "Follows"), icon="good", icon_ink="good"
            ),
            Fate.SUPPOSED: Cell(
                QCoreApplication.translate("Assignment", "May follow"),
                icon="assign",
                icon_ink="orphan",
            ),
            Fate.STAYS: Cell(
                QCoreApplication.translate("Assignment", "Stays"), icon="orphan", ink="muted"
            ),
        },
        headers={
            "state": QCoreApplication.translate("Assignment", "Becomes"),
            "number": QCoreApplication.translate("Assignment", "Sale number"),
            "sold": QCoreApplication.translate("Assignment", "Sold at"),
            "amount": QCoreApplication.translate("Assignment", "Amount"),
            "reason": QCoreApplication.translate("Assignment", "Evidence"),
        },
    )


def assigned(name: str, change_set: ChangeSet, outcome: Outcome) -> str:
    """What was done."""
    left = {one.ordinal for one in outcome.left_alone}
    made = [one for ordinal, one in enumerate(change_set.changes) if ordinal not in left]
    tills = sum(one.entity is Entity.TERMINAL for one in made)
    sales = len(made) - tills
    said = Assignment().assigned(tills, name)
    return f"{said} {Assignment().repaired(sales)}" if sales else said


def detached(outcome: Outcome) -> str:
    """What was done."""
    return Assignment().detached(outcome.applied)


def switched(outcome: Outcome, *, active: bool) -> str:
    """What was done."""
    return Assignment().switched(outcome.applied, active=active)
