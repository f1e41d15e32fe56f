"""When one sells: the hours of the week, from Monday on, the stronger the more colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_admin.domain.local_time import HOURS_A_DAY
from desktop_admin.gui.charts import heat_layout
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import HeatData, Tip, TipRow
from desktop_admin.gui.charts.drawing import Canvas
from desktop_admin.gui.charts.geometry import Align, Face, Label, Mark, Measure
from desktop_admin.gui.charts.heat_layout import Cell, HeatLayout
from desktop_admin.gui.charts.legend import Entry
from desktop_admin.gui.charts.words import Words
from desktop_admin.gui.text import fill

_ROUND = 2.0


class HeatChart(Chart[HeatLayout]):
    """Seven days of 24 hours."""

    def show_chart(self, data: HeatData) -> None:
        """Show these hours."""
        self.show_picture(HeatPicture(data, self.words))


@dataclass(frozen=True)
class HeatPicture:
    """The hours of a week and how they are drawn."""

    data: HeatData
    words: Words

    @property
    def empty(self) -> bool:
        """Whether there is nothing but zeros."""
        return not any(self.data.values.values())

    def height(self, width: float, measure: Measure) -> tuple[float, float]:
        """How high seven days are, close and with room."""
        words = self.words
        least, best = (
            heat_layout.height_needed(self.data, width, row, measure, words.formats, words.times)
            for row in (heat_layout.ROW, heat_layout.ROW_BEST)
        )
        return least, best

    def lay_out(self, width: float, height: float, measure: Measure) -> HeatLayout:
        """Every hour in its place."""
        words = self.words
        return heat_layout.lay_out(self.data, width, height, measure, words.formats, words.times)

    def paint(self, canvas: Canvas, layout: HeatLayout) -> None:
        """Draw every hour."""
        canvas.labels(layout.heads)
        for cell in layout.cells:
            self._paint_cell(canvas, cell)
        canvas.legend(layout.legend, numbered=layout.by_step)

    def paint_over(self, canvas: Canvas, layout: HeatLayout, mark: Mark) -> None:
        """Set off the hour one points at."""
        rect = layout.rect(mark)
        if rect is not None:
            canvas.outline(rect.grown(1), canvas.colour("text"), 1.5, _ROUND + 1)

    def cuts(self, _width: float, _measure: Measure) -> Sequence[float]:
        """Nowhere."""
        return ()

    def legend(self) -> tuple[Entry, ...]:
        """Nothing: the steps are told below the hours."""
        return ()

    def tip(self, mark: Mark) -> Tip:
        """What an hour made, in how many sales."""
        if not isinstance(mark.key, int):
            return Tip("")
        value, sales = self.data.values.get(mark.key, 0), self.data.sales.get(mark.key)
        rows = [TipRow(self.words.counted, self.data.unit.full(value, self.words.formats))]
        if sales is not None:
            rows.append(TipRow(self.words.sales, self.words.formats.count(sales)))
        return Tip(self._hour_text(mark.key), tuple(rows))

    def summary(self) -> str:
        """The strongest hour."""
        hour = max(self.data.values, key=lambda one: self.data.values[one], default=0)
        value = self.data.unit.full(self.data.values.get(hour, 0), self.words.formats)
        return fill(self.words.heat, self._hour_text(hour), value)

    def _hour_text(self, hour: int) -> str:
        day, clock = divmod(hour, HOURS_A_DAY)
        # The clock comes round to 00:00 after the last hour.
        end = (clock + 1) % HOURS_A_DAY
        return f"{self.words.days[day]} {clock:02d}:00\u00a0– {end:02d}:00"

    def _paint_cell(self, canvas: Canvas, cell: Cell) -> None:
        canvas.step(cell.step, cell.rect, _ROUND)
        if cell.text:
            ink = canvas.step_ink(cell.step)
            canvas.label(Label(cell.text, cell.rect, Align.CENTRE, ink, Face.SMALL))
