"""What can be done with terminals: by dragging, from the menu, by keyboard, always the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_admin.domain.assign import (
    Consequences,
    Guard,
    activate_set,
    assign_and_repair_set,
    assign_set,
    consequences,
    detach_set,
)
from desktop_admin.domain.changes import ChangeSet, new_id
from desktop_admin.domain.model import Boutique
from desktop_admin.gui.assignment import asking
from desktop_admin.gui.assignment.assign_dialog import AssignDialog
from desktop_admin.gui.assignment.boutique_page import BoutiquePage
from desktop_admin.gui.assignment.boutique_picker import BoutiquePicker
from desktop_admin.gui.assignment.confirm_dialog import ConfirmDialog
from desktop_admin.gui.assignment.hints import all_there, refusal
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.assignment.serial_dialog import SerialDialog
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.assignment.terminal_page import TerminalPage
from desktop_admin.gui.context import Context
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.text import one_line


class Work(QObject):
    """Asks, then applies. `shop` is what the operator saw when deciding."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context = context
        self.window = window
        self.shop = Shop()

    # Where terminals go.
    @Slot(object)
    def choose_boutique(self, ids: Sequence[int]) -> None:
        """Ask where these terminals shall go."""
        if self._may_not():
            return
        if not ids:
            self._warn(QCoreApplication.translate("Assignment", "Select terminals first."))
            return
        title = Assignment().assign_to(len(ids))
        picker = BoutiquePicker(
            self.window, self.context, list(self.shop.boutiques.values()), title
        )
        picker.chosen.connect(partial(self._chosen, tuple(ids)))
        picker.open()

    def _chosen(self, ids: tuple[int, ...], target: int) -> None:
        self.assign(ids, target)

    def assign(self, ids: Iterable[int], target: int | None) -> None:
        """Ask whether these terminals shall go to that boutique, None: nowhere; then do it."""
        if self._may_not():
            return
        shop = self.shop
        figures = shop.by_terminal or {}
        now = self.context.clock()
        moves = consequences(shop.chosen(ids), target, shop.boutiques, figures, now)
        if moves.refusal is not None:
            there = shop.boutiques.get(target) if target is not None else None
            self._warn(refusal(moves.refusal, one_line(there.name) if there else ""))
        elif not moves.moves:
            self._warn(all_there(moves))
        elif target is None:
            self._detach(moves)
        else:
            self._assign(moves, shop.boutiques[target])

    def _assign(self, moves: Consequences, target: Boutique) -> None:
        dialog = AssignDialog(self.window, self.context, self.shop, moves, target)
        dialog.accepted.connect(partial(self._assign_now, dialog, moves, target))
        dialog.open()

    def _assign_now(self, dialog: AssignDialog, moves: Consequences, target: Boutique) -> None:
        operator = self.context.operator
        other = Guard.OTHER_MERCHANT in moves.to_confirm and dialog.confirmed
        picked, followers = dialog.picked, dialog.followers
        id_ = new_id()

        def make() -> ChangeSet:
            if picked and followers is not None:
                return assign_and_repair_set(
                    moves, followers, picked, operator, id_, other_merchant_confirmed=other
                )
            return assign_set(moves, operator, id_, other_merchant_confirmed=other)

        done = partial(asking.assigned, one_line(target.name))
        self.context.changes.apply_made(make, done)

    def _detach(self, moves: Consequences) -> None:
        made = detach_set(moves, self.context.operator, new_id())
        dialog = ConfirmDialog(self.window, self.context, asking.of_detaching(moves))
        dialog.accepted.connect(partial(self.context.changes.apply, made, asking.detached))
        dialog.open()

    # Switching on and off.
    def activate(self, ids: Iterable[int], *, active: bool) -> None:
        """Ask whether these terminals shall be switched on or off; then do it."""
        terminals = [one for one in self.shop.chosen(ids) if one.active != active]
        if not terminals or self._may_not():
            return
        made: ChangeSet = activate_set(terminals, self.context.operator, new_id(), active=active)
        asked = asking.of_switching(terminals, active=active)
        dialog = ConfirmDialog(self.window, self.context, asked)
        done = partial(asking.switched, active=active)
        dialog.accepted.connect(partial(self.context.changes.apply, made, done))
        dialog.open()

    # Pages.
    @Slot(object)
    def open_terminal(self, id_: int) -> None:
        """Show everything about one terminal."""
        terminal = self.shop.terminals.get(id_)
        if terminal is not None:
            page = TerminalPage(self.window, self.context, self.shop, terminal)
            page.assign_wanted.connect(partial(self.choose_boutique, [id_]))
            page.open()

    def open_boutique(self, id_: int) -> None:
        """Show everything about one boutique."""
        boutique = self.shop.boutiques.get(id_)
        if boutique is not None:
            BoutiquePage(self.window, self.context, self.shop, boutique).open()

    @Slot()
    def assign_list(self) -> None:
        """Ask for a list of serial numbers, then where these terminals shall go."""
        if self._may_not():
            return
        dialog = SerialDialog(self.window, self.context, self.shop)
        dialog.found.connect(self.choose_boutique)
        dialog.open()

    def _may_not(self) -> bool:
        why_not = self.context.changes.why_not()
        if why_not:
            self._warn(why_not)
        return bool(why_not)

    def _warn(self, text: str) -> None:
        self.context.messages.say(text, MessageKind.WARNING)
