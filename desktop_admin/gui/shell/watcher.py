"""Looks now and then whether the data has changed, and whether the source still answers."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_admin.domain.changes import Entity, Field
from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.session import State
from desktop_admin.gui.touched import Touched, touched_by
from desktop_admin.sources.base import (
    CannotConnect,
    ConnectionLost,
    Marker,
    NotAsExpected,
    Refused,
    Report,
    SalesSource,
    SourceError,
    SourceInfo,
)

#: How often one looks for news, and how often for a source that is away.
LOOK_MS = 15_000
RETRY_MS = 5_000
#: Of more journal entries than these since the last look, not each is read: all is refreshed.
ENTRIES = 20
#: A source that has not answered for so long counts as away.
SILENCE_S = 30.0


@dataclass(frozen=True, slots=True)
class News:
    """What is new since what is shown was read."""

    sales: bool = False
    #: How many more orphans there are; negative: fewer.
    orphans: int = 0
    #: Somebody else changed terminals or sales, in more ways than were followed.
    others: bool = False

    def __bool__(self) -> bool:
        return self.sales or bool(self.orphans) or self.others


@dataclass(frozen=True, slots=True)
class _Seen:
    marker: Marker
    #: What the journal says was changed since the last look; None where that is too much.
    touched: Touched | None


@dataclass(slots=True)
class _Asked:
    #: When a worker began with it (monotonic).
    begun: float | None = None


class Watcher(QObject):
    """Compares a cheap marker with the one of the last refresh."""

    #: Something is new, or nothing any more; carries `News`.
    news_changed = Signal(object)
    #: A marker was read.
    looked = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.marker: Marker | None = None
        self.news = News()
        #: What is shown was read when the source looked like this.
        self._shown: Marker | None = None
        self._followed: int | None = None
        self._others = False
        #: This window has changed something since the last look.
        self._changed_here = False
        #: The question under way, and whether it must be asked again after its answer.
        self._asked: _Asked | None = None
        self._again = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        context.session.changed.connect(self._session_changed)
        context.changes.changed.connect(self._changed)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def refreshed(self) -> None:
        """Everything shown is read again from now on: what was new is known."""
        self._shown = None
        self._others = False
        info = self._context.session.info
        if info is not None and info.read_only is not None:
            # Somebody may have prepared it, or given the right.
            self._context.session.look_again()
        self._again = self._asked is not None
        self.look()

    @Slot()
    def look(self) -> None:
        """Look now."""
        session = self._context.session
        source = session.source
        if source is None or self._waits():
            return
        asked = self._asked = _Asked()
        if session.state is State.LOST:
            self._ask_back(source, asked)
            return
        followed, own = self._followed, self._context.changes.own

        def work(_: Report) -> _Seen:
            asked.begun = time.monotonic()
            return _see(source, followed, own)

        self._context.jobs.ask(
            work,
            self._seen,
            self._failed,
            owner=self,
            topic="marker",
            priority=Priority.LATER,
            quiet=True,
        )

    def _waits(self) -> bool:
        """Whether an answer is still on its way: no second worker shall wait beside it."""
        if self._asked is None:
            return False
        begun = self._asked.begun
        if begun is not None and time.monotonic() - begun > SILENCE_S:
            self._context.session.lose(ConnectionLost("no answer", step="server"))
        return True

    def _answered(self) -> bool:
        """An answer is here; whether it is of now."""
        self._asked = None
        again = self._again or self._context.session.state is State.LOST
        self._again = False
        if again:
            self.look()
        return not again

    def _ask_back(self, source: SalesSource, asked: _Asked) -> None:
        def work(_: Report) -> SourceInfo:
            asked.begun = time.monotonic()
            return source.info()

        self._context.jobs.ask(
            work,
            self._back,
            self._still_away,
            owner=self,
            topic="marker",
            priority=Priority.LATER,
            quiet=True,
        )

    def _back(self, info: SourceInfo) -> None:
        self._asked, self._again = None, False
        self._context.session.come_back(info)

    def _still_away(self, error: SourceError) -> None:
        """It was said once; but what refuses, or has changed, answers: the screens say that."""
        self._asked, self._again = None, False
        info = self._context.session.info
        if isinstance(error, Refused | NotAsExpected) and info is not None:
            self._context.session.come_back(info)

    def _seen(self, seen: _Seen) -> None:
        if not self._answered():
            return
        marker = seen.marker
        self.marker = marker
        self._followed = marker.journal_seq or 0
        shown = self._shown = self._shown or marker
        told = seen.touched is not None and bool(seen.touched.terminals or seen.touched.sales)
        if told or self._changed_here:
            # What the journal tells is refreshed where it stands, and no news; new sales are.
            shown = replace(shown, orphans=marker.orphans, places=marker.places)
            self._shown, self._changed_here = shown, False
        if seen.touched is None:
            self._others = True
        elif told:
            self._context.changes.changed.emit(seen.touched)
        self._say(
            News(
                sales=(marker.newest_sale or 0) > (shown.newest_sale or 0),
                orphans=marker.orphans - shown.orphans,
                # Who assigns terminals past our journal shows in the places alone.
                others=self._others or marker.places != shown.places,
            )
        )
        self.looked.emit()
        self._context.changes.settle()

    def _failed(self, error: SourceError) -> None:
        self._asked, self._again = None, False
        if isinstance(error, ConnectionLost | CannotConnect):
            self._context.session.lose(error)

    def _say(self, news: News) -> None:
        if news != self.news:
            self.news = news
            self.news_changed.emit(news)

    @Slot(object)
    def _changed(self, touched: Touched) -> None:
        """Rows were refreshed where they stand: their orphans are no news."""
        if not touched.elsewhere:
            self._changed_here = True
            self._again = self._asked is not None
            self.look()

    @Slot()
    def _session_changed(self) -> None:
        state = self._context.session.state
        if state is State.OPEN:
            self._shown = self._followed = None
            self._timer.start(LOOK_MS)
            self.look()
            self._context.changes.settle()
        elif state is State.LOST:
            self._timer.start(RETRY_MS)
        else:
            self._timer.stop()


def _see(source: SalesSource, followed: int | None, own: frozenset[str]) -> _Seen:
    """The marker, and what others changed after the journal's entry `followed`; for a worker."""
    # Imported here: the window is painted before the first look.
    from desktop_admin.domain.journal import EntryFilter

    marker = source.marker()
    head = marker.journal_seq or 0
    if followed is None or head <= followed:
        return _Seen(marker, Touched())
    if head - followed > ENTRIES:
        return _Seen(marker, None)
    values: list[tuple[Entity, int, Field, int | None, int | None]] = []
    for entry in source.journal(EntryFilter(limit=head - followed)):
        if entry.seq > followed and entry.change_set not in own:
            values += [
                (row.entity, row.id, row.field, row.before, row.after)
                for row in source.journal_rows(entry.change_set)
            ]
    return _Seen(marker, touched_by(values, elsewhere=True))
