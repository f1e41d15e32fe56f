"""Fonts, colours and strokes of a sheet of paper, measured in tenths of a point."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_admin.gui.text import one_line

UNITS_PER_INCH = 720
#: One point.
P = 10.0
#: What is shown of a name however much room there is.
_LONGEST = 400


class Ink(Enum):
    """What is drawn in which colour; paper is white, whatever the window wears."""

    TEXT = "#1B2430"
    MUTED = "#5B6675"
    RULE = "#D5DBE3"
    GRID = "#EDF0F4"
    FILL = "#F4F6F9"
    BAR = "#2457D6"
    GOOD = "#1B6E43"
    BAD = "#B3261E"
    ORPHAN = "#A84F00"
    ORPHAN_FILL = "#FFF3E0"

    @property
    def colour(self) -> QColor:
        """For a painter."""
        return QColor(self.value)


class Letters:
    """A font with its measures; made where it is used, which may be a worker."""

    def __init__(self, points: float, *, strong: bool = False) -> None:
        self.font = QFont()
        self.font.setPixelSize(round(points * P))
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        # Figures that stand in for others, as some fonts have them, cannot be found or copied.
        self.font.clearFeatures()
        self.font.setFeature(QFont.Tag("calt"), 0)
        metrics = QFontMetricsF(self.font)
        self._metrics = metrics
        self._ascent, self._descent = metrics.ascent(), metrics.descent()
        self.height = self._ascent + self._descent

    def width(self, text: str) -> float:
        """How wide a text is."""
        return self._metrics.horizontalAdvance(text)

    def cut(self, text: str, room: float) -> str:
        """A text of the database on one line that fits."""
        shown = one_line(text, _LONGEST)
        return self._metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)

    def base(self, top: float, height: float) -> float:
        """Where the letters stand that are in the middle of a line."""
        return top + (height + self._ascent - self._descent) / 2

    def wrapped(self, text: str, room: float, most: int) -> list[str]:
        """A text in at most so many lines; what has no room is cut."""
        lines: list[str] = []
        rest = one_line(text, 4 * _LONGEST).split(" ")
        while rest:
            if len(lines) == most - 1:
                lines.append(self.cut(" ".join(rest), room))
                break
            line = rest.pop(0)
            while rest and self.width(f"{line} {rest[0]}") <= room:
                line = f"{line} {rest.pop(0)}"
            lines.append(self.cut(line, room))
        return lines


class Fonts:
    """The fonts of a sheet, each made once."""

    @cached_property
    def name(self) -> Letters:
        """The boutique."""
        return Letters(19, strong=True)

    @cached_property
    def month(self) -> Letters:
        """The month."""
        return Letters(14, strong=True)

    @cached_property
    def figure(self) -> Letters:
        """The figure one looks for."""
        return Letters(15, strong=True)

    @cached_property
    def title(self) -> Letters:
        """Over a chart or a table."""
        return Letters(10.5, strong=True)

    @cached_property
    def strong(self) -> Letters:
        """Heads and sums."""
        return Letters(8.5, strong=True)

    @cached_property
    def text(self) -> Letters:
        """Rows and sentences."""
        return Letters(8.5)

    @cached_property
    def small(self) -> Letters:
        """Labels and the foot of a page."""
        return Letters(7.5)


class Canvas:
    """A painter on one page, with the fonts."""

    def __init__(self, painter: QPainter, fonts: Fonts, width: float) -> None:
        self.painter = painter
        self.fonts = fonts
        self.width = width

    def write(
        self,
        letters: Letters,
        where: QRectF,
        text: str,
        ink: Ink = Ink.TEXT,
        *,
        right: bool = False,
        middle: bool = False,
    ) -> None:
        """Write on one line in the middle of the height of `where`."""
        x = where.left()
        wide = letters.width(text)
        if right:
            x = where.right() - wide
        elif middle:
            x += (where.width() - wide) / 2
        self.painter.setFont(letters.font)
        self.painter.setPen(ink.colour)
        self.painter.drawText(QPointF(x, letters.base(where.top(), where.height())), text)

    def number(self, letters: Letters, where: QRectF, text: str, ink: Ink = Ink.TEXT) -> None:
        """At the right; where it has no room it is written narrower: a number that is cut is
        another number."""
        wide = letters.width(text)
        if wide <= where.width():
            self.write(letters, where, text, ink, right=True)
            return
        self.painter.save()
        self.painter.translate(where.left(), 0)
        self.painter.scale(where.width() / wide, 1.0)
        self.write(letters, QRectF(0, where.top(), wide, where.height()), text, ink)
        self.painter.restore()

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: Ink = Ink.RULE) -> None:
        """A thin line."""
        self.painter.setPen(QPen(ink.colour, 0.5 * P))
        self.painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def fill(self, where: QRectF, ink: Ink) -> None:
        """A filled rectangle."""
        self.painter.fillRect(where, QBrush(ink.colour))

    def card(self, where: QRectF, ink: Ink, border: Ink | None = None) -> None:
        """A filled rectangle with round corners."""
        pen = QPen(Qt.PenStyle.NoPen) if border is None else QPen(border.colour, 0.75 * P)
        self.painter.setPen(pen)
        self.painter.setBrush(QBrush(ink.colour))
        self.painter.drawRoundedRect(where, 4 * P, 4 * P)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
