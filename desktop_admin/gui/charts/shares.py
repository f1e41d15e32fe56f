"""Modes of payment, or whatever a whole is made of, as one bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_admin.gui.charts import shares_layout
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import Part, SharesData, Tip, TipRow
from desktop_admin.gui.charts.drawing import Canvas
from desktop_admin.gui.charts.geometry import Mark, Measure
from desktop_admin.gui.charts.legend import Entry
from desktop_admin.gui.charts.shares_layout import SharesLayout
from desktop_admin.gui.charts.words import Words
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.theme import Theme


class SharesChart(Chart[SharesLayout]):
    """Parts of a whole, as low as one line where there is room beside the bar."""

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(theme, formats, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_chart(self, data: SharesData) -> None:
        """Show these parts."""
        self.show_picture(SharesPicture(data, self.words))

    def align_with(self, other: SharesChart) -> None:
        """Make both bars as long as each other, where both stand one under the other."""
        mine, its = self.picture, other.picture
        if isinstance(mine, SharesPicture) and isinstance(its, SharesPicture):
            names = max(self._names(mine), other._names(its))
            self.show_picture(replace(mine, names=names))
            other.show_picture(replace(its, names=names))

    def _names(self, picture: SharesPicture) -> float:
        formats = self.words.formats
        return shares_layout.names_width(picture.data, self.measure, formats)


@dataclass(frozen=True)
class SharesPicture:
    """Parts and how they are drawn."""

    data: SharesData
    words: Words
    #: What the names beside the bar take of the width at least.
    names: float = 0.0

    @property
    def empty(self) -> bool:
        """Whether there is nothing but zeros."""
        return not any(part.value for part in self.data.parts)

    def height(self, width: float, measure: Measure) -> tuple[float, float]:
        """As high as bar and names are; more is of no use."""
        formats = self.words.formats
        needed = shares_layout.height_needed(self._shown, width, measure, formats, self.names)
        return needed, needed

    def lay_out(self, width: float, height: float, measure: Measure) -> SharesLayout:
        """Every part in its place."""
        return shares_layout.lay_out(
            self._shown, width, height, measure, self.words.formats, self.names
        )

    def paint(self, canvas: Canvas, layout: SharesLayout) -> None:
        """Draw the bar, then what its pieces are called."""
        for one in layout.segments:
            if one.rect is not None and one.part.orphan:
                canvas.hatch(one.rect, canvas.colour("orphan"), canvas.colour("orphan_tint"))
            elif one.rect is not None:
                canvas.fill(one.rect, canvas.series(one.style), 1.5)
        canvas.legend(one.item for one in layout.segments)

    def paint_over(self, canvas: Canvas, layout: SharesLayout, mark: Mark) -> None:
        """Set off the piece one points at, and its name."""
        one = layout.segment(mark)
        if one is None:
            return
        if one.rect is not None:
            canvas.outline(one.rect.grown(2), canvas.colour("text"), 1.25, 2)
        name = one.item.rect
        canvas.fill(name._replace(y=name.bottom - 2, height=1), canvas.colour("control_border"))

    def cuts(self, _width: float, _measure: Measure) -> Sequence[float]:
        """Nowhere."""
        return ()

    def legend(self) -> tuple[Entry, ...]:
        """Nothing: the parts are named where they are."""
        return ()

    def tip(self, mark: Mark) -> Tip:
        """The amount and the share of a part."""
        found = shares_layout.entries(self.data, self.words.formats)
        for part, entry in zip(self.data.parts, found, strict=True):
            if part.key == mark.key:
                amount = self.data.unit.full(part.value, self.words.formats)
                rows = [TipRow(self.words.counted, amount)]
                if part.value >= 0:
                    rows.append(TipRow(self.words.share, entry.figure))
                return Tip(part.name, tuple(rows))
        return Tip("")

    def summary(self) -> str:
        """Every part with its share."""
        found = shares_layout.entries(self.data, self.words.formats)
        parts = [f"{one_line(one.name)} {one.figure}" for one in found]
        return fill(self.words.shares, ", ".join(parts))

    @cached_property
    def _shown(self) -> SharesData:
        """The same with every name on one line: names are what somebody typed."""
        return replace(self.data, parts=tuple(map(_plain, self.data.parts)))


def _plain(part: Part) -> Part:
    return replace(part, name=one_line(part.name))
