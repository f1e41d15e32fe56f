"""Revenue over time: up to ten lines, told apart by colour, dashes, signs and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from PySide6.QtGui import QColor

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts import lines_layout
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import LinesData, Series, Tip, TipRow
from desktop_admin.gui.charts.drawing import Canvas, dotted_pen, line_pen
from desktop_admin.gui.charts.geometry import Mark, Measure, Point
from desktop_admin.gui.charts.legend import Entry
from desktop_admin.gui.charts.lines_layout import Line, LinesLayout
from desktop_admin.gui.charts.words import Words
from desktop_admin.gui.text import fill, one_line

_BEST, _BEST_PART = 300.0, 0.42
_ALONE = 2.5


class LinesChart(Chart[LinesLayout]):
    """Lines over time."""

    def show_chart(self, data: LinesData) -> None:
        """Show these lines."""
        self.show_picture(LinesPicture(data, self.words))


@dataclass(frozen=True)
class LinesPicture:
    """Lines and how they are drawn."""

    data: LinesData
    words: Words

    @property
    def empty(self) -> bool:
        """Whether there is nothing but zeros."""
        return not any(any(one.values) for one in self.data.series)

    def height(self, width: float, measure: Measure) -> tuple[float, float]:
        """As the look of a line asks for, and its names below."""
        least = lines_layout.least_height(self.data, width, measure)
        return least, max(least, _BEST, width * _BEST_PART)

    def lay_out(self, width: float, height: float, measure: Measure) -> LinesLayout:
        """Every line in its place."""
        words = self.words
        return lines_layout.lay_out(self._shown, width, height, measure, words.formats, words.times)

    def paint(self, canvas: Canvas, layout: LinesLayout) -> None:
        """Draw every line; those in the background first, then the last ones first."""
        plot = layout.plot
        for y, label in layout.grid:
            canvas.across(y, plot.x, plot.right, canvas.colour("grid"))
            canvas.label(label)
        canvas.across(layout.zero, plot.x, plot.right, canvas.colour("control_border"))
        canvas.labels(layout.times)
        for line in sorted(layout.lines, key=lambda one: (not one.series.muted, -one.style)):
            self._paint_line(canvas, layout, line)
        for end in layout.ends:
            canvas.sign(end.line.style, end.sign, canvas.series(end.line.style))
            canvas.label(end.label)
        canvas.legend(layout.legend)
        if layout.note is not None:
            canvas.label(layout.note)

    def paint_over(self, canvas: Canvas, layout: LinesLayout, mark: Mark) -> None:
        """A line down through the step, and every point of it."""
        plot = layout.plot
        if not 0 <= mark.step < len(layout.xs):
            return
        canvas.down(layout.xs[mark.step], plot.y, plot.bottom, canvas.colour("muted"))
        for line in layout.lines:
            point = line.points[mark.step]
            if point is None:
                continue
            colour = _colour(canvas, line)
            if line.series.key == mark.key:
                self._paint_pointed(canvas, point, colour)
            else:
                canvas.sign(0, point, colour)

    def cuts(self, _width: float, _measure: Measure) -> Sequence[float]:
        """Nowhere."""
        return ()

    def legend(self) -> tuple[Entry, ...]:
        """Nothing: the lines are named where they are."""
        return ()

    def tip(self, mark: Mark) -> Tip:
        """The step, and the figure of every line, the highest first."""
        data, words = self.data, self.words
        if not 0 <= mark.step < len(data.steps):
            return Tip("")
        rows = []
        for one, style in zip(data.series, lines_layout.styles(data), strict=True):
            value = one.values[mark.step]
            if value is not None:
                text = data.unit.full(value, words.formats)
                sign = None if one.muted else style
                role = "muted" if one.key != mark.key else "text"
                rows.append((value, TipRow(one.name, text, role, sign)))
        rows.sort(key=lambda row: -row[0])
        shown = tuple(row for _, row in rows)
        return Tip(self._step_text(data.steps[mark.step]), shown)

    def summary(self) -> str:
        """How many lines, over which time, and their highest point."""
        points = [
            (value, one.name, step)
            for one in self.data.series
            for value, step in zip(one.values, self.data.steps, strict=True)
            if value is not None
        ]
        if not points:
            return self.words.nothing
        value, name, step = max(points, key=lambda point: point[0])
        formats = self.words.formats
        return fill(
            self.words.lines,
            formats.count(len(self.data.series)),
            self._step_text(self.data.steps[0]),
            self._step_text(self.data.steps[-1]),
            self.data.unit.full(value, formats),
            one_line(name),
            self._step_text(step),
        )

    def _step_text(self, step: datetime) -> str:
        times, formats = self.words.times, self.words.formats
        if self.data.grain is Grain.MONTH:
            return times.month_text(step)
        day = formats.day.format(step)
        if self.data.grain is Grain.HOUR:
            return f"{day} {step:%H:%M}"
        return f"{times.days[step.weekday()]} {day}"

    def _paint_line(self, canvas: Canvas, layout: LinesLayout, line: Line) -> None:
        colour = _colour(canvas, line)
        pen = line_pen(colour, line.style, muted=line.series.muted, thin=layout.dense)
        for run in line.runs:
            if layout.dense:
                canvas.dense(run, pen)
            else:
                canvas.polyline(run, pen)
        for point in line.alone:
            canvas.sign(0, point, colour, _ALONE)
        for point in line.signs:
            canvas.sign(line.style, point, colour)
        if line.running is not None:
            canvas.polyline(line.running, dotted_pen(colour))
        if line.open is not None:
            canvas.ring(line.open, colour)

    def _paint_pointed(self, canvas: Canvas, point: Point, colour: QColor) -> None:
        ground = canvas.colour("surface")
        canvas.sign(0, point, ground, 7)
        canvas.sign(0, point, colour, 5)

    @cached_property
    def _shown(self) -> LinesData:
        """The same with every name on one line: names are what somebody typed."""
        return replace(self.data, series=tuple(map(_plain, self.data.series)))


def _plain(series: Series) -> Series:
    return replace(series, name=one_line(series.name))


def _colour(canvas: Canvas, line: Line) -> QColor:
    return canvas.colour("before") if line.series.muted else canvas.series(line.style)
