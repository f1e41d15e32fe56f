"""The one way a window changes anything: applied by a job, told with a way back, undone."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_admin.domain.changes import (
    ChangeSet,
    Entity,
    Operator,
    Outcome,
)
from desktop_admin.gui.jobs import Job, Jobs, Priority
from desktop_admin.gui.messages import MessageKind, Messages
from desktop_admin.gui.session import Session, State
from desktop_admin.gui.shell.connection_view import why
from desktop_admin.gui.taking_back import Done, TakingBack
from desktop_admin.gui.text import fill
from desktop_admin.gui.touched import Touched, touched_by
from desktop_admin.sources.base import (
    CannotConnect,
    ConnectionLost,
    Progress,
    Refused,
    Report,
    SalesSource,
    SourceError,
    Step,
)

if TYPE_CHECKING:
    from desktop_admin.wording.words import Words

#: The sentence for what was done, from what came of it.
Say = Callable[[Outcome], str]
End = Callable[[Outcome | None], None]
#: From the id of a set that was applied, its sentence and its outcome: what can be offered with
#: the message, and how it is called.
Offer = Callable[[str, str, Outcome], tuple[str, Callable[[], None]]]

T = TypeVar("T")

_log = logging.getLogger(__name__)


class _Sent(NamedTuple):
    """A change set on its way, and what is to be done once it has ended."""

    change_set: ChangeSet
    done: Say
    on_end: End | None
    offer: Offer


class _Came(NamedTuple):
    """What came of a change, and which rows it was about."""

    outcome: Outcome
    touched: Touched


class Changes(QObject):
    """Applies change sets one after the other, never on the GUI thread."""

    #: Rows were changed, here or elsewhere; carries `Touched`.
    changed = Signal(object)
    #: A change begins or has ended.
    working_changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        session: Session,
        messages: Messages,
        operator: Operator,
        language: str,
    ) -> None:
        super().__init__()
        self.operator = operator
        self._jobs = jobs
        self._session = session
        self._messages = messages
        self._language = language
        #: The change sets this window has applied, undos among them.
        self.own: frozenset[str] = frozenset()
        self.back = TakingBack(self, messages)
        self._job: Job[Any] | None = None
        #: A change whose answer was lost and of which nobody could tell yet what came of it.
        self._unsettled: _Sent | None = None

    @property
    def may_write(self) -> bool:
        """Whether anything can be changed over this connection now."""
        return not self.why_not()

    @property
    def working(self) -> bool:
        """Whether a change is being made just now."""
        return self._job is not None

    def why_not(self) -> str:
        """Why nothing can be changed, as a sentence; empty where it can."""
        session = self._session
        if session.state is not State.OPEN or session.info is None:
            return QCoreApplication.translate(
                "Changes", "There is no connection to the database just now."
            )
        return why(session.info.read_only) if session.info.read_only is not None else ""

    def apply(
        self,
        change_set: ChangeSet,
        done: Say,
        on_end: End | None = None,
        offer: Offer | None = None,
    ) -> None:
        """Apply exactly this set. `done` gets the outcome and makes the sentence that offers to
        take it back, or what `offer` says; `on_end` gets the outcome too, or None where nothing
        was changed."""
        source = self._session.source
        obstacle = self.why_not()
        if self.working:
            obstacle = QCoreApplication.translate(
                "Changes", "Another change is being made. Wait until it has ended."
            )
        if source is None or obstacle:
            self._messages.say(obstacle, MessageKind.WARNING)
            if on_end is not None:
                on_end(None)
            return

        sent = _Sent(change_set, done, on_end, offer or self.back.made)

        def work(report: Report) -> _Came:
            return _Came(source.apply(change_set, report), _touched(change_set))

        self._job = self._jobs.ask(
            work,
            partial(self._applied, sent),
            partial(self._not_applied, sent),
            owner=self,
            priority=Priority.FIRST,
            title=_title(),
            on_stopped=partial(self._stopped, on_end),
        )
        self.working_changed.emit()

    def apply_made(
        self,
        make: Callable[[], ChangeSet],
        done: Callable[[ChangeSet, Outcome], str],
        on_end: End | None = None,
    ) -> None:
        """Make a change set on a worker, because it may hold thousands of changes, then apply it.
        `done` gets the set and the outcome and makes the sentence; `on_end` as in `apply`."""
        if self.writable() is None:
            if on_end is not None:
                on_end(None)
            return
        self.make(make, lambda made: self.apply(made, partial(done, made), on_end), on_end)

    def make(
        self, make: Callable[[], T], made: Callable[[T], None], on_end: End | None = None
    ) -> None:
        """Work like any change: it is waited for, and can be cancelled."""

        def work(report: Report) -> T:
            found = make()
            report(Progress(Step.STAGING))
            return found

        def go_on(found: T) -> None:
            self._end_work()
            made(found)

        def failed(error: SourceError) -> None:
            self._end_work()
            self._failed(error)
            if on_end is not None:
                on_end(None)

        self._job = self._jobs.ask(
            work,
            go_on,
            failed,
            owner=self,
            priority=Priority.FIRST,
            title=_title(),
            on_stopped=partial(self._stopped, on_end),
        )
        self.working_changed.emit()

    # Taking back.
    @property
    def last(self) -> Done | None:
        """What Ctrl+Z would take back."""
        return self.back.last

    def undo_last(self) -> None:
        """Take back the newest change of this window that still stands."""
        self.back.undo_last()

    def writable(self) -> SalesSource | None:
        """The source, where a change can be made now; else it is said why not."""
        source = self._session.source
        if source is not None and self.may_write and not self.working:
            return source
        self._messages.say(
            self.why_not()
            or QCoreApplication.translate(
                "Changes", "Another change is being made. Wait until it has ended."
            ),
            MessageKind.WARNING,
        )
        return None

    # How a change ends.
    def _applied(self, sent: _Sent, came: _Came) -> None:
        outcome = came.outcome
        late = self._job is not None and self._job.stopping
        self._end_work()
        self.own |= {sent.change_set.id}
        self._tell(sent, outcome, late=late)
        if sent.on_end is not None:
            sent.on_end(outcome)
        self.changed.emit(came.touched)

    def _tell(self, sent: _Sent, outcome: Outcome, *, late: bool) -> None:
        """Say what was done, with a way back, and what was left alone, and why."""
        if not outcome.applied:
            head = QCoreApplication.translate("Changes", "Nothing was changed.")
            self._messages.say(
                f"{head} {left_text(self._language, outcome)}".strip(), MessageKind.WARNING
            )
            return
        text = sent.done(outcome)
        name, go = sent.offer(sent.change_set.id, text, outcome)
        if late:
            text = fill(QCoreApplication.translate("Changes", "Too late to cancel. %1"), text)
        kind = MessageKind.WARNING if outcome.left_alone else MessageKind.DONE
        if outcome.left_alone:
            text = f"{text} {left_text(self._language, outcome)}"
        self._messages.say(text, kind, action=name, on_action=go)

    def _not_applied(self, sent: _Sent, error: SourceError) -> None:
        self._end_work()
        if isinstance(error, ConnectionLost) and error.facts.get("changed", False) is None:
            # It may have been made: it is looked up as soon as the database answers again.
            self._unsettled = sent
            self._session.lose(error)
        elif sent.on_end is not None:
            sent.on_end(None)
        if isinstance(error, CannotConnect):
            self._session.lose(error)
        elif isinstance(error, Refused):
            # What may be done over this connection is not what it was.
            self._session.look_again()
        self._failed(error)

    def settle(self) -> None:
        """The database answers again: learn what came of a change whose answer was lost."""
        source, unsettled = self._session.source, self._unsettled
        if source is None or unsettled is None:
            return
        self._unsettled = None

        def work(_: Report) -> _Came | None:
            outcome = source.outcome(unsettled.change_set.id)
            return None if outcome is None else _Came(outcome, _touched(unsettled.change_set))

        def settled(came: _Came | None) -> None:
            if came is not None:
                self._applied(unsettled, came)
                return
            self._messages.say(
                QCoreApplication.translate(
                    "Changes", "The change that was under way was not made. Nothing was changed."
                ),
                MessageKind.WARNING,
            )
            if unsettled.on_end is not None:
                unsettled.on_end(None)

        def not_settled(_: SourceError) -> None:
            self._unsettled = unsettled

        self._jobs.ask(work, settled, not_settled, owner=self, topic="settle")

    def _stopped(self, on_end: End | None) -> None:
        self._end_work()
        self._messages.say(
            QCoreApplication.translate("Changes", "Cancelled. Nothing was changed."),
            MessageKind.WARNING,
        )
        if on_end is not None:
            on_end(None)

    def _failed(self, error: SourceError) -> None:
        _log.warning("%s: %s", type(error).__name__, error.detail)
        self._messages.fail(error)

    def _end_work(self) -> None:
        self._job = None
        self.working_changed.emit()


def _touched(change_set: ChangeSet) -> Touched:
    """The rows that a change is about; what was left alone is not what a screen shows of it
    either. For workers: there may be many."""
    return touched_by(
        (one.entity, one.id, one.field, one.before, one.after) for one in change_set.changes
    )


def _title() -> str:
    """How the operator calls the work of a change."""
    return QCoreApplication.translate("Changes", "Writing the changes")


def left_text(language: str, outcome: Outcome) -> str:
    """How many changes were not made, and why; empty where all were."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.wording.changes import reason
    from desktop_admin.wording.words import Words

    words = Words(language)
    counts = Counter((alone.change.entity, alone.reason) for alone in outcome.left_alone)
    if not counts:
        return ""
    parts = ", ".join(
        f"{_counted(words, entity, count)} ({reason(words, code)})"
        for (entity, code), count in counts.items()
    )
    return fill(QCoreApplication.translate("Changes", "Left alone: %1."), parts)


def _counted(words: Words, entity: Entity, count: int) -> str:
    if entity is Entity.SALE:
        return words.count("{n} sale", "{n} sales", count)
    return words.count("{n} terminal", "{n} terminals", count)
