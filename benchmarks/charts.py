"""Pointing at a chart: what one move of the mouse costs, held against the time of one frame and
against drawing the whole chart again."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from benchmarks.databases import Databases
from benchmarks.measure import Result, in_seconds
from benchmarks.window import an_application
from benchmarks.world import NOW
from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts import LinesChart, LinesData, Series, Unit
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.theme import Theme
from desktop_admin.settings import Theme as Choice

LINES, DAYS = 10, 540
_SIZE = (1100, 460)
_MOVES = 120
#: Sixty of them a second.
_FRAME_MS = 1000 / 60
#: A move must cost less than half of what drawing everything costs, or keeping it is of no use.
_GOAL = 0.5


def measure_charts(_: Databases, repeat: int) -> list[Result]:
    """One move of the mouse over ten lines of 540 days, as slow as the slowest of twenty are."""
    application = an_application()
    moves, wholes = [], []
    with _shown(application) as chart:
        for _round in range(repeat):
            moves.append(_move(application, chart))
            wholes.append(_whole(chart))
    move, whole = statistics.median(moves), statistics.median(wholes)
    ratio = statistics.median(one / other for one, other in zip(moves, wholes, strict=True))
    return [
        Result(
            f"charts: pointing at {LINES} lines of {DAYS} days, one frame",
            "",
            f"{move * 1000:.1f} ms",
            "",
            move * 1000,
            round(_FRAME_MS, 1),
            unit="ms",
        ),
        Result(
            "charts: pointing, against drawing the chart again",
            "",
            f"{move * 1000:.1f} ms",
            in_seconds(whole),
            ratio,
            _GOAL,
        ),
    ]


@contextmanager
def _shown(application: QApplication) -> Iterator[LinesChart]:
    """The chart in a window of its own."""
    window = QWidget()
    layout = QVBoxLayout(window)
    chart = LinesChart(Theme(application, Choice.LIGHT), Formats.of("fr", "Africa/Kinshasa"))
    chart.show_chart(_data())
    layout.addWidget(chart)
    window.resize(*_SIZE)
    window.show()
    application.processEvents()
    try:
        yield chart
    finally:
        window.close()
        window.deleteLater()
        application.processEvents()


def _data() -> LinesData:
    begin = NOW.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    steps = tuple(begin - timedelta(days=DAYS - day) for day in range(DAYS))
    series = tuple(
        Series(line, f"Boutique {line}", tuple(_value(line, day) for day in range(DAYS)))
        for line in range(LINES)
    )
    return LinesData(series, steps, Grain.DAY, Unit(100, "CDF"), running=True)


def _value(line: int, day: int) -> int:
    """A week's ups and downs, the same in every run."""
    wave = math.sin(day * (line + 3) / 9) + math.sin(day * 2 * math.pi / 7)
    return round((line + 2 + wave) * 100_000_000)


def _move(application: QApplication, chart: LinesChart) -> float:
    """Seconds of a move and all that is painted for it."""
    took = []
    for number in range(_MOVES):
        at = QPoint(80 + number * 7 % 700, 60 + number * 5 % 300)
        begun = time.perf_counter()
        none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(chart.mapToGlobal(at)), none, none, keys
        )
        application.sendEvent(chart, event)
        application.processEvents()
        took.append(time.perf_counter() - begun)
    return statistics.quantiles(took, n=20)[-1]


def _whole(chart: LinesChart) -> float:
    """Seconds of drawing everything, once."""
    data = _data()
    chart.show_chart(data)
    begun = time.perf_counter()
    chart.repaint()
    return time.perf_counter() - begun
