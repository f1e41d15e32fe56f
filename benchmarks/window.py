"""The window at work in a large table: how soon it shows what one asks for, and how late its own
thread ever is.

A timer beats every few milliseconds in that thread; a beat that comes late is a moment in which
the window would not have answered. The same timer over an idle window tells what the machine
itself costs. The worst beat of each round counts, and of the rounds the median."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks import operator
from benchmarks.databases import Databases
from benchmarks.measure import Result, compared, timed
from benchmarks.world import NOW
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import Parts, Way, assemble
from desktop_admin.gui.context import Context
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort, SalesSource
from desktop_admin.sources.sql.source import open_sql

_BEAT_MS = 5
GOAL_MS = 60
_IDLE_S = 2.0
_GOAL = 1.5
#: Nobody notices rows that come so much later.
_FLOOR_S = 0.05
_PAGE = 256

Pair = tuple[float, float]


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

    def during(self, context: Context, act: Callable[[], object]) -> float:
        """How late it was at worst while `act` was done and the window came to rest."""
        with self.beating():
            act()
            operator.until_quiet(context)
        return self.worst

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - _BEAT_MS)
        self._last = now


def measure_window(databases: Databases, repeat: int) -> list[Result]:
    """Rows against the queries they need, and the thread at work against an idle one."""
    application = an_application()
    pairs: dict[str, list[Pair]] = {"first rows": [], "jump": [], "filter": [], "sort": []}
    busy, idle = [], []
    with databases.copy() as url, closing(open_sql(url)) as source:
        source.prepare()
        for _ in range(repeat):
            with window_over(application, source) as parts:
                for name, pair in _rows(parts, source):
                    pairs[name].append(pair)
                work, rest = _lateness(parts)
            busy.append(work)
            idle.append(rest)
    rows = [
        compared(f"window: {name}", databases.name, found, _GOAL, floor=_FLOOR_S)
        for name, found in pairs.items()
    ]
    return [*rows, _late(databases.name, busy, idle)]


#: What an operator does, by name, each with how late the thread was at worst.
Acts = Callable[[Parts, "Heart"], Iterator[tuple[str, float]]]


def lateness_of(databases: Databases, repeat: int, name: str, acts: Acts) -> list[Result]:
    """How late the window's thread is at worst while each of `acts` is done: of the rounds the
    median."""
    application = an_application()
    found: dict[str, list[float]] = {}
    with databases.copy() as url, closing(open_sql(url)) as source:
        source.prepare()
        for _ in range(repeat):
            with window_over(application, source) as parts:
                heart = Heart()
                for act, late in acts(parts, heart):
                    found.setdefault(act, []).append(late)
                heart.deleteLater()
    return [
        Result(
            f"{name}: {act}, its thread is late by",
            databases.name,
            f"{statistics.median(late):.0f} ms",
            "",
            statistics.median(late),
            GOAL_MS,
            unit="ms",
        )
        for act, late in found.items()
    ]


def an_application() -> QApplication:
    """The one there is, or one that draws into memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(["benchmarks"])


def _late(engine: str, busy: Sequence[float], idle: Sequence[float]) -> Result:
    late, noise = statistics.median(busy), statistics.median(idle)
    return Result(
        "window: its thread is late by",
        engine,
        f"{late:.0f} ms",
        f"{noise:.0f} ms idle",
        late,
        GOAL_MS,
        unit="ms",
    )


@contextmanager
def window_over(application: QApplication, source: SalesSource) -> Iterator[Parts]:
    """A window over `source`, at rest."""
    parts = assemble(
        application,
        way=Way("benchmark", lambda: source),
        clock=frozen_clock(NOW),
        language="fr",
    )
    parts.window.resize(1440, 900)
    parts.start()
    operator.turn_while(lambda: not parts.window.navigation.current)
    operator.until_quiet(parts.context)
    try:
        yield parts
    finally:
        parts.context.jobs.close()
        parts.take_down()


def _rows(parts: Parts, source: SalesSource) -> Iterator[tuple[str, Pair]]:
    """How long rows take in the window, and the queries they need without it."""
    whole = SaleQuery()
    orphans = replace(whole, flags=frozenset({SaleFlag.ORPHAN}))
    by_amount = replace(whole, sort=SaleSort.AMOUNT)
    bare = timed(lambda: _bare(source, whole))
    begun = time.perf_counter()
    parts.window.navigation.choose("sales")
    sales = parts.window.current
    if not isinstance(sales, SalesScreen):
        raise TypeError("the window shows no sales")
    operator.turn_while(lambda: not _painted(sales))
    yield "first rows", (time.perf_counter() - begun, bare)
    operator.until_quiet(parts.context)
    ids = sales.model.ids
    page = ids[len(ids) * 9 // 10 :][:_PAGE]
    bare = timed(lambda: source.sales(page))
    yield "jump", (_time(sales, lambda: operator.jump(sales, 0.9), anew=False), bare)
    operator.until_quiet(parts.context)
    bare = timed(lambda: _bare(source, orphans))
    yield "filter", (_time(sales, lambda: operator.filter_for(sales, SaleFlag.ORPHAN)), bare)
    operator.until_quiet(parts.context)
    operator.filter_for(sales, None)
    operator.until_quiet(parts.context)
    bare = timed(lambda: _bare(source, by_amount))
    yield "sort", (_time(sales, lambda: operator.sort_by(sales, SaleSort.AMOUNT)), bare)
    operator.until_quiet(parts.context)


def _bare(source: SalesSource, query: SaleQuery) -> object:
    return source.sales(source.sale_ids(query)[:_PAGE])


def _time(sales: SalesScreen, action: Callable[[], None], *, anew: bool = True) -> float:
    """Seconds from the action until all rows one sees are there."""
    resets: list[bool] = []
    link = sales.model.modelReset.connect(lambda: resets.append(True))
    begun = time.perf_counter()
    action()
    operator.turn_while(lambda: (anew and not resets) or not _painted(sales))
    seconds = time.perf_counter() - begun
    sales.model.modelReset.disconnect(link)
    return seconds


def _painted(sales: SalesScreen) -> bool:
    """Whether every row one sees is there."""
    table = sales.page.table
    if not sales.page.shows_rows or not sales.model.rowCount():
        return False
    last = table.rowAt(table.viewport().height() - 1)
    bottom = last if last >= 0 else sales.model.rowCount() - 1
    rows = range(max(table.rowAt(0), 0), bottom + 1)
    return all(sales.model.row_at(row) is not None for row in rows)


def _lateness(parts: Parts) -> tuple[float, float]:
    """The worst beat of a window at work, and of the same window idle."""
    heart = Heart()
    done: list[bool] = []
    with heart.beating():
        operator.all_day(parts.context, parts.window, lambda: done.append(True))
        operator.turn_while(lambda: not done)
    worst = heart.worst
    with heart.beating():
        operator.turn(time.monotonic() + _IDLE_S)
    heart.deleteLater()
    return worst, heart.worst
