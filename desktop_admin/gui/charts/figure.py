"""A chart that leaves the program: on white, whatever the window wears, with what explains it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from desktop_admin.gui.charts import sheet_layout
from desktop_admin.gui.charts.data import Frame
from desktop_admin.gui.charts.drawing import Canvas, Faces, QtMeasure
from desktop_admin.gui.charts.geometry import Align, Label, Rect
from desktop_admin.gui.charts.picture import Picture
from desktop_admin.gui.charts.sheet_layout import MARGIN, Around, Sheet
from desktop_admin.gui.theme.tokens import Scheme, tokens

#: The width of a picture for a screen, in pixels of 1/96 inch.
WIDTH = 960
_NOTHING_HEIGHT = 120.0


@dataclass(frozen=True)
class Figure:
    """A picture in its frame. It paints itself on any device, in pixels of 1/96 inch; workers
    may paint it too."""

    picture: Picture[Any]
    frame: Frame | None
    font: QFont
    #: What stands where there is nothing to draw.
    nothing: str
    #: The name of a page, with %1 and %2.
    page: str
    _around: dict[float, Around] = field(default_factory=dict, compare=False, repr=False)

    @property
    def title(self) -> str:
        """What it is called."""
        return self.frame.title if self.frame is not None else ""

    def height(self, width: float = WIDTH) -> float:
        """How high it is at best, all on one page."""
        parts = self._parts(width)
        return parts.top + self._heights(width)[1] + parts.bottom

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Paint all of it at that size; where it needs more height, smaller."""
        parts = self._parts(width)
        least, _ = self._heights(width)
        needed = parts.top + least + parts.bottom
        painter.save()
        if needed > height:
            painter.scale(height / needed, height / needed)
            height = needed
        picture = height - parts.top - parts.bottom
        sheet = sheet_layout.sheets(parts, width, height, picture, (), self.page)[0]
        self.paint_sheet(painter, sheet, picture)
        painter.restore()

    def pages(self, width: float, height: float) -> list[Page]:
        """What to paint on pages of that size: one, or as many as its bars need."""
        parts = self._parts(width)
        least, best = self._heights(width)
        room = height - parts.top - parts.bottom
        cuts = () if self.picture.empty else self.picture.cuts(width - 2 * MARGIN, self._measure)
        if least > room and not cuts:
            return [Page(self, None, width, height)]
        picture = max(least, min(best, room))
        sheets = sheet_layout.sheets(parts, width, height, picture, cuts, self.page)
        return [Page(self, sheet, width, picture) for sheet in sheets]

    def paint_sheet(self, painter: QPainter, sheet: Sheet, picture: float) -> None:
        """Paint one page; the whole picture is that high."""
        body = sheet.body
        canvas = Canvas(painter, tokens(Scheme.LIGHT), self._faces)
        canvas.labels(sheet.labels)
        canvas.legend(sheet.legend)
        if self.picture.empty:
            place = Rect(body.x, body.y, body.width, body.height)
            canvas.label(Label(self.nothing, place, Align.CENTRE, "muted"))
            return
        layout = self.picture.lay_out(body.width, picture, self._measure)
        painter.save()
        if body.height < picture:
            painter.setClipRect(QRectF(*body))
        painter.translate(QPointF(body.x, body.y - sheet.begin))
        self.picture.paint(canvas, layout)
        painter.restore()

    def _heights(self, width: float) -> tuple[float, float]:
        """How high the picture is at least and at best."""
        if self.picture.empty:
            return _NOTHING_HEIGHT, _NOTHING_HEIGHT
        return self.picture.height(width - 2 * MARGIN, self._measure)

    def _parts(self, width: float) -> Around:
        found = self._around.get(width)
        if found is None:
            entries = () if self.picture.empty else self.picture.legend()
            found = sheet_layout.around(self.frame, entries, width, self._measure)
            self._around[width] = found
        return found

    @cached_property
    def _faces(self) -> Faces:
        font = QFont(self.font)
        # Figures of one width, and dashes fitted to them, are other glyphs: a PDF would not know
        # which letters they are.
        font.unsetFeature(QFont.Tag("tnum"))
        font.setFeature(QFont.Tag("calt"), 0)
        # What was measured for the screen is drawn many times as fine.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return Faces(font)

    @cached_property
    def _measure(self) -> QtMeasure:
        return QtMeasure(self._faces)


@dataclass(frozen=True)
class Page:
    """One page of a figure."""

    figure: Figure
    #: None: all of it, as small as it must be.
    sheet: Sheet | None
    width: float
    #: How high the whole picture is; without a sheet, the page.
    height: float

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        if self.sheet is None:
            self.figure.paint(painter, self.width, self.height)
        else:
            self.figure.paint_sheet(painter, self.sheet, self.height)
