"""A month as bars, a day each, on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from desktop_admin.gui.charts.numbers import Unit
from desktop_admin.gui.charts.scale import Scale, covering
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.sheets.pens import Canvas, Ink, P
from desktop_admin.reports.monthly import CurrencyPart

_DAY = timedelta(days=1)
_CENTS = 100
_AXIS = 12 * P
_GAP = 5 * P
#: What a bar takes of its day.
_BAR = 0.68
#: A bar of a day that sold something is at least so high.
_LEAST = 0.8 * P
_HATCH = 2.2 * P
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: from `top` on `height` down, below nothing upside down."""

    day: date
    left: float
    top: float
    width: float
    height: float
    #: It is not over.
    running: bool


@dataclass(frozen=True, slots=True)
class DayBars:
    """Bars laid out in a rectangle."""

    bars: tuple[Bar, ...]
    scale: Scale
    #: Where the bars stand: left, top, width and height.
    area: tuple[float, float, float, float]


def lay_out(
    part: CurrencyPart,
    first: date,
    last: date,
    today: date,
    width: float,
    height: float,
    axis: float,
) -> DayBars:
    """The days of the whole month, so that a month that runs leaves room for its rest; `axis`:
    how wide its numbers are."""
    values = [one.cents for one in part.days]
    scale = covering(min(values, default=0), max(values, default=0), 4, _CENTS)
    count = (last - first).days + 1
    left, top = axis + _GAP, 3 * P
    wide, high = width - left, height - top - _AXIS
    step = wide / count
    zero = top + high - scale.place(0, high)
    bars = []
    for one in part.days:
        if not one.sales:
            continue
        end = top + high - scale.place(one.cents, high)
        tall = max(abs(end - zero), _LEAST)
        x = left + (one.day - first).days * step + step * (1 - _BAR) / 2
        up = one.cents >= 0
        bars.append(
            Bar(one.day, x, zero - tall if up else zero, step * _BAR, tall, one.day == today)
        )
    return DayBars(tuple(bars), scale, (left, top, wide, high))


class DayChart:
    """Draws the days of one currency."""

    def __init__(self, part: CurrencyPart, first: date, last: date, today: date) -> None:
        self._part = part
        self._first, self._last, self._today = first, last, today

    def paint(self, canvas: Canvas, where: QRectF, formats: Formats) -> None:
        """Draw them in `where`."""
        unit = Unit(_CENTS, self._part.currency)
        values = [one.cents for one in self._part.days]
        ticks = covering(min(values, default=0), max(values, default=0), 4, _CENTS).ticks
        names = unit.ticks(ticks, formats)
        axis = max(map(canvas.fonts.small.width, names), default=0.0)
        laid = lay_out(
            self._part, self._first, self._last, self._today, where.width(), where.height(), axis
        )
        canvas.painter.save()
        canvas.painter.translate(where.topLeft())
        self._paint_axis(canvas, laid, names, axis)
        self._paint_days(canvas, laid)
        for bar in laid.bars:
            self._paint_bar(canvas, bar)
        canvas.painter.restore()

    def _paint_axis(self, canvas: Canvas, laid: DayBars, names: list[str], axis: float) -> None:
        left, top, wide, high = laid.area
        for tick, name in zip(laid.scale.ticks, names, strict=True):
            y = top + high - laid.scale.place(tick, high)
            canvas.line(left, y, left + wide, y, Ink.RULE if tick == 0 else Ink.GRID)
            label = QRectF(0, y - 5 * P, axis, 10 * P)
            canvas.write(canvas.fonts.small, label, name, Ink.MUTED, right=True)

    def _paint_days(self, canvas: Canvas, laid: DayBars) -> None:
        left, top, wide, high = laid.area
        count = (self._last - self._first).days + 1
        step = wide / count
        for number in range(count):
            day = self._first + number * _DAY
            label = QRectF(left + number * step, top + high + 1.5 * P, step, _AXIS - 2 * P)
            ink = Ink.MUTED if day.weekday() == _SUNDAY else Ink.TEXT
            canvas.write(canvas.fonts.small, label, str(day.day), ink, middle=True)

    def _paint_bar(self, canvas: Canvas, bar: Bar) -> None:
        where = QRectF(bar.left, bar.top, bar.width, bar.height)
        if not bar.running:
            canvas.fill(where, Ink.BAR)
            return
        # A day that is not over is hatched, so that nobody takes it for a bad one.
        painter = canvas.painter
        painter.save()
        painter.setPen(QPen(Ink.BAR.colour, 0.75 * P))
        painter.drawRect(where)
        painter.setClipRect(where)
        x = where.left() - where.height()
        while x < where.right():
            painter.drawLine(QPointF(x, where.bottom()), QPointF(x + where.height(), where.top()))
            x += _HATCH
        painter.restore()
