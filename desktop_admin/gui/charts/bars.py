"""Boutiques as level bars: counted, what could be attributed, and the period before behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtGui import QColor

from desktop_admin.gui.charts import bars_layout
from desktop_admin.gui.charts.bars_layout import BarsLayout, Row
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import Bar, BarsData, Tip, TipRow
from desktop_admin.gui.charts.drawing import Canvas
from desktop_admin.gui.charts.geometry import Mark, MarkKind, Measure, Rect
from desktop_admin.gui.charts.legend import Entry, Look
from desktop_admin.gui.charts.words import Words
from desktop_admin.gui.text import fill, one_line

_ROUND = 2.0


class BarsChart(Chart[BarsLayout]):
    """As high as its bars need: it belongs into an area that scrolls."""

    def show_chart(self, data: BarsData) -> None:
        """Show these bars."""
        self.show_picture(BarsPicture(data, self.words))


@dataclass(frozen=True)
class BarsPicture:
    """Bars and how they are drawn."""

    data: BarsData
    words: Words

    @property
    def empty(self) -> bool:
        """Whether there is nothing but zeros."""
        return not any(bar.value or bar.hatched or bar.before for bar in self.data.bars)

    def height(self, _width: float, _measure: Measure) -> tuple[float, float]:
        """How high all bars are together, close and with room."""
        least = bars_layout.height_needed(self.data)
        return least, bars_layout.height_needed(self.data, bars_layout.ROW_BEST)

    def lay_out(self, width: float, height: float, measure: Measure) -> BarsLayout:
        """Every bar in its place."""
        return bars_layout.lay_out(self._shown, width, height, measure, self.words.formats)

    def paint(self, canvas: Canvas, layout: BarsLayout) -> None:
        """Draw every bar."""
        grid, axis = canvas.colour("grid"), canvas.colour("control_border")
        for x, label in layout.grid:
            canvas.down(x, layout.plot.y, layout.plot.bottom, grid)
            canvas.label(label)
        for row in layout.rows:
            canvas.label(row.name)
            for kind, rect in row.shapes:
                self._paint_shape(canvas, row, kind, rect)
            canvas.labels(row.figures)
        canvas.down(layout.zero, layout.plot.y, layout.plot.bottom, axis)

    def paint_over(self, canvas: Canvas, layout: BarsLayout, mark: Mark) -> None:
        """Set off the row one points at, and its bar."""
        row = layout.row(mark)
        rect = layout.rect(mark)
        if row is None or rect is None:
            return
        tint = QColor(canvas.colour("text"))
        tint.setAlphaF(0.05)
        canvas.fill(
            Rect(row.strip.x, row.strip.y + 1, row.strip.width, row.strip.height - 2), tint, 4
        )
        canvas.outline(rect.grown(1), canvas.colour("text"), 1.25, _ROUND)

    def cuts(self, _width: float, _measure: Measure) -> Sequence[float]:
        """Above every bar."""
        return bars_layout.cuts(self.data)

    def legend(self) -> tuple[Entry, ...]:
        """The three parts of a bar, as far as there are any."""
        bars, data = self.data.bars, self.data
        found = [Entry(data.value_name or self.words.counted, Look.FILLED)]
        if any(bar.hatched or bar.orphan for bar in bars):
            found.append(Entry(data.hatched_name or self.words.orphan, Look.HATCHED))
        if any(bar.before is not None for bar in bars):
            found.append(Entry(data.before_name or self.words.before, Look.BEFORE))
        return tuple(found)

    def tip(self, mark: Mark) -> Tip:
        """The figures of a bar."""
        bar = self._by_key.get(mark.key)
        if bar is None:
            return Tip("")
        data, words = self.data, self.words
        role = "orphan" if bar.orphan else "text"
        name = data.hatched_name or words.orphan if bar.orphan else data.value_name or words.counted
        rows = [TipRow(name, data.unit.full(bar.value, words.formats), role)]
        if bar.before is not None:
            before = data.unit.full(bar.before, words.formats)
            rows.append(TipRow(data.before_name or words.before, before))
        if bar.hatched:
            hatched = data.unit.full(bar.hatched, words.formats)
            rows.append(TipRow(data.hatched_name or words.orphan, hatched, "orphan"))
        return Tip(bar.name, tuple(rows))

    def summary(self) -> str:
        """How many bars, the highest and the lowest."""
        if not self.data.bars:
            return self.words.nothing
        bars = sorted(self.data.bars, key=lambda bar: bar.value)
        formats, unit = self.words.formats, self.data.unit
        highest, lowest = bars[-1], bars[0]
        return fill(
            self.words.boutiques,
            formats.count(len(bars)),
            one_line(highest.name),
            unit.full(highest.value, formats),
            one_line(lowest.name),
            unit.full(lowest.value, formats),
        )

    def _paint_shape(self, canvas: Canvas, row: Row, kind: MarkKind, rect: Rect) -> None:
        if kind is MarkKind.BEFORE:
            canvas.fill(rect, canvas.colour("before"))
        elif kind is MarkKind.HATCHED or row.bar.orphan:
            canvas.hatch(rect, canvas.colour("orphan"), canvas.colour("orphan_tint"))
        else:
            canvas.fill(rect, canvas.colour("accent"))

    @cached_property
    def _by_key(self) -> dict[object, Bar]:
        return {bar.key: bar for bar in self.data.bars}

    @cached_property
    def _shown(self) -> BarsData:
        """The same with every name on one line: names are what somebody typed."""
        return replace(self.data, bars=tuple(map(_plain, self.data.bars)))


def _plain(bar: Bar) -> Bar:
    return replace(bar, name=one_line(bar.name), note=one_line(bar.note))
