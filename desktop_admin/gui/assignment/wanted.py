"""What somebody wants to see among the terminals and boutiques, from anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.widgets.selection import Remembered

if TYPE_CHECKING:
    from desktop_admin.gui.assignment.screen import AssignmentScreen


def show_wanted(screen: AssignmentScreen, goto: Goto) -> None:
    """Show a boutique or a merchant, what a quick filter leaves, or terminals, selected; for a
    screen that holds its rows."""
    for kind, id_ in ((Kind.BOUTIQUE, goto.boutique), (Kind.MERCHANT, goto.merchant)):
        if id_ is not None:
            screen.boutiques.show(Key(kind, id_))
    if goto.quick:
        screen.page.clear_filter()
        screen.chips.choose(goto.quick)
    ids = [*goto.terminals] if goto.terminal is None else [goto.terminal]
    if ids:
        if len(screen.model.places(ids)) < len(ids):
            screen.show_all()
        screen.recall(Remembered(selected=ids, current=ids[0], top=ids[0]))
        screen.terminals.setFocus()
    if goto.open_page and goto.terminal is not None:
        screen.work.open_terminal(goto.terminal)
