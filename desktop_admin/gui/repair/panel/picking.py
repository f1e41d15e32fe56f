"""The lists to choose another target from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.model import Boutique
from desktop_admin.domain.stray import Stray
from desktop_admin.gui.context import Context
from desktop_admin.gui.repair.panel.wanted import Wanted
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.picker import Picker


def picker_for(context: Context, wanted: Wanted, parent: QWidget) -> Picker:
    """A list of every boutique, or of every terminal, that these sales could go to."""
    # Imported here: dialogs are loaded when they are first opened.
    first = wanted.proposals[0].orphan
    if isinstance(first, Stray):
        from desktop_admin.gui.repair.panel.terminal_picker import TerminalPicker

        title = _title(context, wanted, QCoreApplication.translate("RepairPanel", "Terminal of %1"))
        terminals = list(wanted.plan.terminals.values())
        return TerminalPicker(parent, context, terminals, title, first.boutique_id)
    from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker

    title = _title(context, wanted, QCoreApplication.translate("RepairPanel", "Boutique of %1"))
    return BoutiquePicker(parent, context, list(wanted.plan.boutiques.values()), title, _refused)


def _title(context: Context, wanted: Wanted, title: str) -> str:
    if wanted.single:
        return fill(title, one_line(wanted.proposals[0].orphan.number, 60))
    count = context.formats.count(len(wanted.proposals))
    return fill(title, fill(QCoreApplication.translate("RepairPanel", "%1 sales"), count))


def _refused(boutique: Boutique) -> str:
    """Why no sale can go there: one that has closed since may have made it."""
    if boutique.depot:
        return QCoreApplication.translate("RepairPanel", "Depot: does not sell")
    return ""
