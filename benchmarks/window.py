"""How late the window's own thread ever is, while a big table of sales is read, moved and sorted.

A timer beats every few milliseconds in that thread; a beat that comes late is a moment in which
the window would not have answered. The same timer over an idle window tells what the machine
itself costs. The worst beat of each round counts, and of the rounds the median."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.databases import Databases
from benchmarks.measure import Result
from benchmarks.world import NOW
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import Parts, Way, assemble
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.sources.base import SaleSort, SalesSource
from desktop_admin.sources.sql.source import open_sql

_BEAT_MS = 5
_GOAL_MS = 60
_IDLE_S = 2.0
_REST_S = 0.3
_PATIENCE_S = 60.0
_SCROLLS = 60


class Heart(QObject):
    """Beats in the window's thread and remembers the worst delay, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def beating(self) -> Iterator[None]:
        """Count within it."""
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer.start()
        try:
            yield
        finally:
            self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - _BEAT_MS)
        self._last = now


def measure_window(databases: Databases, repeat: int) -> list[Result]:
    """Reading, jumping, scrolling and sorting, against an idle window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(["benchmarks"])
    busy, idle = [], []
    with closing(open_sql(databases.base)) as source:
        for _ in range(repeat):
            work, rest = _round(application, source)
            busy.append(work)
            idle.append(rest)
    late, noise = statistics.median(busy), statistics.median(idle)
    return [
        Result(
            "window: its thread is late by",
            databases.name,
            f"{late:.0f} ms",
            f"{noise:.0f} ms idle",
            late,
            _GOAL_MS,
            unit="ms",
        )
    ]


def _round(application: QApplication, source: SalesSource) -> tuple[float, float]:
    """The worst beat of a window at work, and of the same window idle."""
    parts = assemble(
        application,
        way=Way("benchmark", lambda: source),
        clock=frozen_clock(NOW),
        language="fr",
    )
    heart = Heart()
    parts.window.resize(1440, 900)
    parts.start()
    _until_quiet(parts)
    with heart.beating():
        _work(parts)
    worst = heart.worst
    with heart.beating():
        _turn(time.monotonic() + _IDLE_S)
    parts.context.jobs.close()
    heart.deleteLater()
    parts.take_down()
    return worst, heart.worst


def _work(parts: Parts) -> None:
    """What an operator does in a large table."""
    parts.window.navigation.choose("sales")
    _until_quiet(parts)
    sales = parts.window.current
    if not isinstance(sales, SalesScreen):
        raise TypeError("the window shows no sales")
    bar = sales.page.table.verticalScrollBar()
    bar.setValue(int(bar.maximum() * 0.9))
    _until_quiet(parts)
    for _ in range(_SCROLLS):
        bar.setValue(bar.value() - bar.pageStep())
        _turn(time.monotonic() + 0.016)
    for sort in (SaleSort.AMOUNT, SaleSort.BOUTIQUE):
        columns = sales.model.columns
        place = next(n for n, column in enumerate(columns) if column.sort is sort)
        sales.page.table.horizontalHeader().sectionClicked.emit(place)
        _until_quiet(parts)
        bar.setValue(bar.maximum() // 2)
        _until_quiet(parts)


def _until_quiet(parts: Parts) -> None:
    """Let the window work until nothing is under way."""
    _turn_while(lambda: parts.context.jobs.busy)


def _turn_while(busy: Callable[[], bool]) -> None:
    begun = rested = time.monotonic()
    while time.monotonic() - rested < _REST_S:
        if time.monotonic() - begun > _PATIENCE_S:
            raise TimeoutError("the window does not come to rest")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        if busy():
            rested = time.monotonic()


def _turn(until: float) -> None:
    while time.monotonic() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
