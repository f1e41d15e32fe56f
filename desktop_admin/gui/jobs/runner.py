"""Runs questions on worker threads and hands their answers back in the GUI thread."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from desktop_admin.sources.base import Cancelled, Progress, Report, SourceError

T = TypeVar("T")

#: One connection per worker is enough for a page, a list, a count and a sum at the same time.
THREADS = 4
#: How long closing waits for work that does not hear that it was cancelled.
PATIENCE_MS = 15_000
#: A question that takes longer is worth a line in the log.
SLOW_S = 1.0

_log = logging.getLogger(__name__)


class Priority(IntEnum):
    """Which question goes first when the workers are busy."""

    LATER = -1
    NORMAL = 0
    FIRST = 1


class Job(Generic[T]):
    """One question under way. It belongs to the GUI thread; only `check` is for workers."""

    def __init__(
        self, work: Callable[[Report], T], owner: QObject, topic: str, number: int, title: str = ""
    ) -> None:
        self.work = work
        self.owner = owner
        self.topic = topic
        self.number = number
        #: How the operator calls it, where it is worth telling; such work can be stopped.
        self.title = title
        #: How far it is, as it reported last.
        self.progress: Progress | None = None
        self._cancelled = threading.Event()
        self._stopping = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Drop the answer; the work stops at its next report."""
        self._cancelled.set()

    def stop(self) -> None:
        """Ask the work to end at its next report; whoever asked still hears how it ended."""
        self._stopping.set()

    @property
    def stopping(self) -> bool:
        """Whether the work was asked to end."""
        return self._stopping.is_set()

    def check(self, progress: Progress) -> None:
        """The report handed to the work: raises `Cancelled` once the job is cancelled or asked
        to stop."""
        if self._cancelled.is_set() or self._stopping.is_set():
            raise Cancelled
        self.progress = progress


@dataclass(slots=True)
class _Waiting:
    job: Job[Any]
    on_result: Callable[[Any], None]
    on_error: Callable[[SourceError], None]
    on_stopped: Callable[[], None] | None
    quiet: bool


@dataclass(slots=True)
class _Answer:
    number: int
    result: object = None
    error: SourceError | None = None
    bug: BaseException | None = None
    stopped: bool = False


class Jobs(QObject):
    """Owns the worker threads of one run.

    The carrier of answers and every receiver live in the GUI thread; workers see neither. A
    newer question with the same owner and topic drops the older one's answer.
    """

    #: Work began or ended: is anything under way now?
    busy_changed = Signal(bool)
    #: Work that has a title began or ended.
    tasks_changed = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._waiting: dict[int, _Waiting] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._last = 0
        self._open = True
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited that is not quiet."""
        return any(not waiting.quiet for waiting in self._waiting.values())

    @property
    def tasks(self) -> list[Job[Any]]:
        """The work under way that has a title, the oldest first."""
        return [waiting.job for waiting in self._waiting.values() if waiting.job.title]

    def ask(
        self,
        work: Callable[[Report], T],
        on_result: Callable[[T], None],
        on_error: Callable[[SourceError], None],
        *,
        owner: QObject,
        topic: str = "",
        priority: Priority = Priority.NORMAL,
        title: str = "",
        on_stopped: Callable[[], None] | None = None,
        quiet: bool = False,
    ) -> Job[T]:
        """Run `work(report)` on a worker, then `on_result` or `on_error` in this thread, or
        `on_stopped` where it was stopped in time.

        Work with a `title` is shown to the operator, with its progress; `quiet` work is not
        shown at all. A non-empty `topic`
        makes this the only question of `owner` about it. No callback is called once `owner` is
        deleted, the job is cancelled, or `close` was called. Anything else than a `SourceError`
        is a bug: `on_error` gets a plain one, and the bug itself reaches `sys.excepthook`.
        """
        self._last += 1
        job = Job(work, owner, topic, self._last, title)
        if not self._open:
            job.cancel()
            return job
        if topic:
            self._supersede(job)
        was_busy = self.busy
        self._waiting[job.number] = _Waiting(job, on_result, on_error, on_stopped, quiet)
        if self.busy and not was_busy:
            self.busy_changed.emit(True)
        if title:
            self.tasks_changed.emit()
        answered = self._answered
        self._pool.start(lambda: answered.emit(_run(job)), priority.value)
        return job

    def close(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Take no more questions, cancel all, wait; False where a worker is still at it."""
        self._open = False
        for waiting in self._waiting.values():
            waiting.job.cancel()
        self._waiting.clear()
        self._newest.clear()
        self._pool.clear()
        done = self._pool.waitForDone(patience_ms)
        if not done:
            _log.error("work did not end within %d ms of being cancelled", patience_ms)
        return done

    def _supersede(self, job: Job[Any]) -> None:
        key = (id(job.owner), job.topic)
        older = self._waiting.pop(self._newest.get(key, 0), None)
        if older is not None:
            older.job.cancel()
        self._newest[key] = job.number

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        waiting = self._waiting.pop(answer.number, None)
        if waiting is None:
            return
        job = waiting.job
        key = (id(job.owner), job.topic)
        if self._newest.get(key) == job.number:
            del self._newest[key]
        try:
            if not job.cancelled and shiboken6.isValid(job.owner):
                _hand_over(waiting, answer)
        finally:
            if not waiting.quiet and not self.busy:
                self.busy_changed.emit(False)
            if job.title:
                self.tasks_changed.emit()


def _run(job: Job[Any]) -> _Answer:
    """Do the work on a worker thread; every way it can end becomes an answer."""
    started = time.perf_counter()
    try:
        if job.cancelled:
            return _Answer(job.number)
        return _Answer(job.number, result=job.work(job.check))
    except Cancelled:
        if not job.stopping:
            job.cancel()
        return _Answer(job.number, stopped=True)
    except SourceError as error:
        return _Answer(job.number, error=error)
    except BaseException as bug:  # noqa: BLE001 - raised again in the GUI thread, for the crash hook
        return _Answer(job.number, bug=bug)
    finally:
        took = time.perf_counter() - started
        if took > SLOW_S:
            _log.info("%s took %.1f s", job.topic or "a question", took)


def _hand_over(waiting: _Waiting, answer: _Answer) -> None:
    if answer.bug is not None:
        # Whoever asked must not wait for ever; the crash hook then tells of the bug itself.
        waiting.on_error(SourceError(repr(answer.bug)))
        raise answer.bug
    if answer.stopped:
        if waiting.on_stopped is not None:
            waiting.on_stopped()
    elif answer.error is not None:
        waiting.on_error(answer.error)
    else:
        waiting.on_result(answer.result)
