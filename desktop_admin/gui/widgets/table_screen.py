"""What the screens with one table share: the states around the rows, and how they are left."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.session import State
from desktop_admin.gui.shell.screen import Screen, Status
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.state_page import StateText
from desktop_admin.gui.widgets.table_page import TablePage
from desktop_admin.gui.widgets.table_view import TableView
from desktop_admin.opening import DEMO
from desktop_admin.sources.base import CannotConnect, ConnectionLost, SalesSource, SourceError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Words:
    """How a screen calls what it shows."""

    title: str
    filter_hint: str
    loading: str
    empty: str
    empty_meaning: str
    no_match: str
    no_match_meaning: str


class NextStep(Enum):
    """What the button of the state page does."""

    NOTHING = auto()
    CONNECT = auto()
    EDIT_CONNECTION = auto()
    ENTER_PASSWORD = auto()
    READ_AGAIN = auto()
    SHOW_ALL = auto()
    WIDEN = auto()


class TableScreen(Screen):
    """One table over the session's source. Subclasses read the rows and narrow them down."""

    def __init__(self, context: Context, words: Words, rows: QWidget | None = None) -> None:
        """`rows`: what shows the rows, where that is not a plain table."""
        super().__init__()
        self.context = context
        self.words = words
        self._loaded = False
        self._next = self._other = NextStep.NOTHING
        self.page = TablePage(context.theme, rows=rows)
        self.page.name(words.title, words.filter_hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.page.next_step.connect(self._take_next_step)
        self.page.other_step.connect(self._take_other_step)
        if isinstance(self.page.rows, TableView):
            self.page.rows.selected.connect(self.status_changed)
        context.session.changed.connect(self._session_changed)
        self._say_waiting()

    # What subclasses answer.
    def read(self, source: SalesSource) -> None:
        """Ask for everything that is shown; end in `rows_arrived` or `failed`."""
        raise NotImplementedError

    def shown(self) -> int:
        """How many rows are shown."""
        raise NotImplementedError

    def total(self) -> int | None:
        """How many there are, None while nobody knows."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Take away whatever narrows the rows down."""
        self.page.clear_filter()

    def widen(self) -> None:
        """Look at all dates; for screens that follow the period."""

    def catch_up(self) -> None:
        """Make up for what happened while nobody looked."""

    def nothing_to_show(self) -> tuple[StateText, NextStep]:
        """Why there is no row, and what helps."""
        words = self.words
        if self.total() != 0:
            text = StateText("filter", words.no_match, words.no_match_meaning, self.tr("Show all"))
            return text, NextStep.SHOW_ALL
        text = StateText("empty", words.empty, words.empty_meaning, self.tr("Read again"))
        return text, NextStep.READ_AGAIN

    def described(self) -> Status:
        """What to say of the rows and the selection, once there are rows."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks again."""
        super().showEvent(event)
        self.catch_up()

    # What the window asks.
    def status(self) -> Status:
        """What to say in the status line: nothing before anything was read."""
        return self.described() if self._loaded else Status()

    def refresh(self) -> None:
        """Read everything again; connects first where that failed."""
        session = self.context.session
        if session.source is not None:
            self.read(session.source)
        elif session.state is State.FAILED:
            session.open()

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self.page.focus_filter()

    def take_focus(self) -> None:
        """Let the keyboard work on the rows."""
        self.page.take_focus()

    # What subclasses call.
    def rows_arrived(self) -> None:
        """Rows of this moment are in the model."""
        self._loaded = True
        self.refreshed_at = self.context.clock()
        self.page.calm()
        self.settle()
        self.refreshed.emit()

    def settle(self) -> None:
        """Show the rows, or say why there are none."""
        if not self._loaded:
            return
        if self.shown():
            self.page.show_rows()
        else:
            text, self._next = self.nothing_to_show()
            self.page.show_state(text)
        self.status_changed.emit()

    def failed(self, error: SourceError) -> None:
        """A question was not answered: say so over the rows one has, or in their place."""
        _log.warning("%s: %s", type(error).__name__, error.detail)
        if not self._loaded:
            self._say_error(error, (NextStep.READ_AGAIN, NextStep.NOTHING))
        if isinstance(error, ConnectionLost | CannotConnect):
            # The frame says so, once for all screens.
            self.context.session.lose(error)
        elif self._loaded:
            self._next = NextStep.READ_AGAIN
            self.page.warn(explain(error))

    def _say_error(self, error: SourceError, steps: tuple[NextStep, NextStep]) -> None:
        found = explain(error)
        self._next, self._other = steps
        again = self.tr("Try again")
        names = {
            NextStep.NOTHING: "",
            NextStep.EDIT_CONNECTION: self.tr("Edit the connection…"),
            NextStep.ENTER_PASSWORD: self.tr("Enter the password…"),
        }
        step, other = (names.get(one, again) for one in steps)
        self.page.show_state(
            StateText("unplugged", found.title, found.meaning, step, "error", other)
        )

    def _ways_on(self) -> tuple[NextStep, NextStep]:
        """What helps where the connection failed, first what helps most."""
        session = self.context.session
        if session.state is State.LOST:
            # What was lost is still there to be asked; what never opened is not.
            return NextStep.READ_AGAIN, NextStep.NOTHING
        if session.key == DEMO:
            return NextStep.CONNECT, NextStep.NOTHING
        if session.refused_login:
            return NextStep.ENTER_PASSWORD, NextStep.CONNECT
        return NextStep.CONNECT, NextStep.EDIT_CONNECTION

    def _say_waiting(self) -> None:
        session = self.context.session
        if session.error is not None:
            self._say_error(session.error, self._ways_on())
            return
        self._next = NextStep.NOTHING
        if session.state is State.OPEN:
            self.page.show_state(StateText("hourglass", self.words.loading, ""))
            return
        title = fill(self.tr("Connecting to %1…"), one_line(session.name))
        self.page.show_state(StateText("database", title, ""))

    @Slot()
    def _session_changed(self) -> None:
        if not self._loaded:
            self._say_waiting()

    @Slot()
    def _take_next_step(self) -> None:
        self._take(self._next)

    @Slot()
    def _take_other_step(self) -> None:
        self._take(self._other)

    def _take(self, step: NextStep) -> None:
        if step is NextStep.CONNECT:
            self.context.session.open()
        elif step in (NextStep.EDIT_CONNECTION, NextStep.ENTER_PASSWORD):
            self.context.ways.edit_connection()
        elif step is NextStep.READ_AGAIN:
            self.refresh()
        elif step is NextStep.SHOW_ALL:
            self.show_all()
        elif step is NextStep.WIDEN:
            self.widen()
