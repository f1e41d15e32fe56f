"""Taking back what was changed and making it again, the newest or any entry of the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_admin.domain.changes import ChangeSet, Operator, Outcome, new_id
from desktop_admin.gui.messages import MessageKind, Messages
from desktop_admin.gui.text import fill
from desktop_admin.sources.base import SalesSource

if TYPE_CHECKING:
    from desktop_admin.gui.changes import Changes, End

#: More values than these are not taken back before the operator has read how many there are.
ASKS_FROM = 10

#: Asks the operator whether to go on, with what it is about and how many values that is.
Confirm = Callable[[str, int, Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Done:
    """A change set that can be taken back: its own text, and how many values it changed."""

    change_set: str
    text: str
    applied: int


@dataclass(frozen=True, slots=True)
class Part:
    """What shall be taken back of an entry of the journal, or made again: all of it where neither
    groups nor rows are named."""

    change_set: str
    #: How the operator calls it.
    text: str
    #: How many values that is.
    values: int
    groups: frozenset[int] | None = None
    ordinals: frozenset[int] | None = None
    #: The entry is an undo itself: to take it back is to make something again.
    undoes: bool = False


@dataclass(frozen=True, slots=True)
class _Act:
    """One way: back or again, how it is made, and how it is told."""

    text: str
    values: int
    #: What was taken back is made again.
    again: bool
    #: On a worker; None where nothing is left to do.
    make: Callable[[SalesSource], ChangeSet | None]
    on_end: End | None = None


class TakingBack(QObject):
    """What Ctrl+Z and Ctrl+Y would do in this window, and how any entry is taken back or made
    again. An undo and a redo are change sets like every other, and go the same way."""

    #: `last` or `last_undone` is another one.
    stood_changed = Signal()

    def __init__(self, changes: Changes, messages: Messages) -> None:
        super().__init__(changes)
        self._changes = changes
        self._messages = messages
        #: Asked before more than a few values are taken back, and before they are made again.
        self.confirm: Confirm = lambda _text, _values, go_on: go_on()
        self.confirm_again: Confirm = lambda _text, _values, go_on: go_on()
        self._done: list[Done] = []
        #: The undos of this window that can be taken back in their turn.
        self._undone: list[Done] = []

    @property
    def last(self) -> Done | None:
        """What Ctrl+Z would take back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Done | None:
        """The undo that Ctrl+Y would take back."""
        return self._undone[-1] if self._undone else None

    # What was applied.
    def made(self, change_set: str, text: str, outcome: Outcome) -> tuple[str, Callable[[], None]]:
        """A change was made: what can be offered with it."""
        self._undone.clear()
        return self._offer_undo(Done(change_set, text, outcome.applied))

    def _offer_undo(self, done: Done) -> tuple[str, Callable[[], None]]:
        self._done.append(done)
        self.stood_changed.emit()
        return QCoreApplication.translate("Changes", "Undo"), partial(self.undo, done)

    def _offer_redo(self, undone: Done) -> tuple[str, Callable[[], None]]:
        self._undone.append(undone)
        self.stood_changed.emit()
        name = QCoreApplication.translate("Changes", "Redo (Ctrl+Y)")
        return name, partial(self.redo, undone)

    # What the operator asks for.
    def undo_last(self) -> None:
        """Take back the newest change of this window that still stands."""
        if self.last is not None:
            self.undo(self.last)
            return
        self._warn(
            QCoreApplication.translate("Changes", "There is nothing to take back in this window.")
        )

    def redo_last(self) -> None:
        """Make again what this window has taken back last."""
        if self.last_undone is not None:
            self.redo(self.last_undone)
            return
        self._warn(
            QCoreApplication.translate("Changes", "There is nothing to make again in this window.")
        )

    def undo(self, done: Done) -> None:
        """Take back this change of this window; where more than a few values come back, the
        operator is asked first."""
        make = partial(_whole, change_set=done.change_set, operator=self._changes.operator)
        act = _Act(done.text, done.applied, again=False, make=make)
        self._ask(act, partial(self._forget, done))

    def redo(self, undone: Done) -> None:
        """Take back this undo of this window."""
        make = partial(_whole, change_set=undone.change_set, operator=self._changes.operator)
        act = _Act(undone.text, undone.applied, again=True, make=make)
        self._ask(act, partial(self._forget, undone))

    def undo_part(self, part: Part, on_end: End | None = None) -> None:
        """Take back an entry of the journal, or groups or rows of it; what was changed since is
        left alone, and that is said."""
        make = partial(_back, part=part, operator=self._changes.operator)
        act = _Act(part.text, part.values, again=part.undoes, make=make, on_end=on_end)
        self._ask(act, partial(self._forget_entry, part))

    def redo_part(self, part: Part, on_end: End | None = None) -> None:
        """Make again what was taken back of an entry, or of groups or rows of it."""
        make = partial(_again, part=part, operator=self._changes.operator)
        again = not part.undoes
        self._ask(_Act(part.text, part.values, again=again, make=make, on_end=on_end))

    # How it is done.
    def _ask(self, act: _Act, after: Callable[[], None] | None = None) -> None:
        if self._changes.writable() is None:
            if act.on_end is not None:
                act.on_end(None)
            return
        go_on = partial(self._make, act, after)
        if act.values > ASKS_FROM:
            # What holds now may hold no longer once the answer is given.
            confirm = self.confirm_again if act.again else self.confirm
            confirm(act.text, act.values, go_on)
        else:
            go_on()

    def _make(self, act: _Act, after: Callable[[], None] | None) -> None:
        source = self._changes.writable()
        if source is not None:
            made = partial(self._apply, act, after)
            self._changes.make(partial(act.make, source), made, act.on_end)
        elif act.on_end is not None:
            act.on_end(None)

    def _apply(
        self, act: _Act, after: Callable[[], None] | None, change_set: ChangeSet | None
    ) -> None:
        if change_set is None:
            if after is not None:
                after()
            self._warn(fill(_nothing_left(act.again), act.text))
            if act.on_end is not None:
                act.on_end(None)
            return

        def end(outcome: Outcome | None) -> None:
            if outcome is not None and after is not None:
                after()
            if act.on_end is not None:
                act.on_end(outcome)

        def offer(
            change_set_id: str, _text: str, outcome: Outcome
        ) -> tuple[str, Callable[[], None]]:
            done = Done(change_set_id, act.text, outcome.applied)
            return self._offer_undo(done) if act.again else self._offer_redo(done)

        told = fill(_told(act.again), act.text)
        self._changes.apply(change_set, lambda _: told, end, offer)

    def _forget(self, done: Done) -> None:
        self._done = [one for one in self._done if one != done]
        self._undone = [one for one in self._undone if one != done]
        self.stood_changed.emit()

    def _forget_entry(self, part: Part) -> None:
        """An entry that was taken back as a whole is not what Ctrl+Z takes back next."""
        if part.groups is None and part.ordinals is None:
            self._done = [one for one in self._done if one.change_set != part.change_set]
            self.stood_changed.emit()

    def _warn(self, text: str) -> None:
        self._messages.say(text, MessageKind.WARNING)


def _told(again: bool) -> str:
    if again:
        return QCoreApplication.translate("Changes", "Made again: %1")
    return QCoreApplication.translate("Changes", "Taken back: %1")


def _nothing_left(again: bool) -> str:
    if again:
        return QCoreApplication.translate("Changes", "Nothing of it is left to make again: %1")
    return QCoreApplication.translate("Changes", "Already taken back: %1")


# Imported inside: the window is painted before anything can be taken back.
def _whole(source: SalesSource, change_set: str, operator: Operator) -> ChangeSet | None:
    """The change set that takes `change_set` back; None where nothing of it still stands."""
    return _back(source, Part(change_set, "", 0), operator)


def _back(source: SalesSource, part: Part, operator: Operator) -> ChangeSet | None:
    """The change set that takes a part of an entry back; None where nothing of it stands."""
    from desktop_admin.domain.journal import EntryFilter
    from desktop_admin.domain.undo import standing, undo_set

    entries = source.journal(EntryFilter(change_set=part.change_set))
    if not entries:
        return None
    rows = standing(source.journal_rows(part.change_set))
    made = undo_set(
        entries[0], rows, operator, new_id(), groups=part.groups, ordinals=part.ordinals
    )
    return made if made.changes else None


def _again(source: SalesSource, part: Part, operator: Operator) -> ChangeSet | None:
    """The change set that makes a part of an entry again; None where nothing of it is gone."""
    from desktop_admin.domain.journal import EntryFilter
    from desktop_admin.domain.undo import redo_set

    entries = source.journal(EntryFilter(change_set=part.change_set))
    if not entries:
        return None
    rows = source.journal_rows(part.change_set)
    made = redo_set(
        entries[0], rows, operator, new_id(), groups=part.groups, ordinals=part.ordinals
    )
    return made if made.changes else None
