"""Draws what was laid out, on any device: the same shapes on the screen, in a file, on paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
)

from desktop_admin.gui.charts.geometry import Align, Face, Label, Point, Rect
from desktop_admin.gui.charts.legend import Item, Look
from desktop_admin.gui.theme import Tokens

LINE_WIDTH = 1.75
_THIN = 1.25
_APART = 0.5
#: Dashes of the ten lines, in widths of the line; the first is unbroken.
DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (9, 2.2),
    (5, 2.2),
    (9, 2.2, 2, 2.2),
    (3, 2),
    (14, 3),
    (9, 2, 2, 2, 2, 2),
    (5, 2, 2, 2),
    (2, 1.6),
    (14, 2.5, 4, 2.5),
)
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
#: From this step of colour on it is read in another ink.
_STRONG = 4
_HATCH_GAP = 5.0
_HATCH_WIDTH = 1.75


class Faces:
    """The fonts of a chart, made from the window's; sized in pixels, so that a printer's
    resolution changes nothing."""

    def __init__(self, base: QFont) -> None:
        pixels = QFontInfo(base).pixelSize()
        small = max(12, pixels - 1)
        self._fonts = {
            Face.SMALL: _font(base, small),
            Face.SMALL_STRONG: _font(base, small, QFont.Weight.DemiBold),
            Face.BODY: _font(base, pixels),
            Face.STRONG: _font(base, pixels, QFont.Weight.DemiBold),
            Face.TITLE: _font(base, round(pixels * 1.4), QFont.Weight.DemiBold),
        }

    def font(self, face: Face) -> QFont:
        """The font of a face."""
        return self._fonts[face]


def _font(base: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


class QtMeasure:
    """Measures text as it will be drawn; each text once."""

    def __init__(self, faces: Faces) -> None:
        self._metrics = {face: QFontMetricsF(faces.font(face)) for face in Face}
        self._widths: dict[tuple[str, Face], float] = {}

    def width(self, text: str, face: Face) -> float:
        """Of one line."""
        key = (text, face)
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = math.ceil(self._metrics[face].horizontalAdvance(text))
        return found

    def height(self, face: Face) -> float:
        """Of one line."""
        return self._metrics[face].height()

    def elided(self, text: str, width: float, face: Face) -> str:
        """`text`, or as much of its beginning and its end as fits."""
        if self.width(text, face) <= width:
            return text
        return self._metrics[face].elidedText(text, Qt.TextElideMode.ElideMiddle, width)


class Canvas:
    """A painter that knows the colours and the fonts."""

    def __init__(
        self,
        painter: QPainter,
        tokens: Tokens,
        faces: Faces,
        ratio: float = 1.0,
        *,
        quick: bool = False,
    ) -> None:
        """`ratio`: pixels of the device for one of ours. `quick`: thousands of short lines are
        drawn in pixels of the device, a tenth of the work, for the screen."""
        self.painter = painter
        self.tokens = tokens
        self._faces = faces
        self._ratio = ratio
        self._quick = quick
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def colour(self, token: str) -> QColor:
        """The colour of that name."""
        return self.tokens.colour(token)

    def series(self, style: int) -> QColor:
        """The colour of one of ten."""
        return self.colour(f"series_{style + 1}")

    def labels(self, labels: Iterable[Label]) -> None:
        """Write them."""
        for label in labels:
            self.label(label)

    def label(self, label: Label) -> None:
        """Write it."""
        if not label.text:
            return
        self.painter.setFont(self._faces.font(label.face))
        self.painter.setPen(self.colour(label.ink))
        flags = _ALIGN[label.align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        flags |= Qt.TextFlag.TextSingleLine
        self.painter.drawText(QRectF(*label.rect), flags, label.text)

    def fill(self, rect: Rect, colour: QColor, radius: float = 0.0) -> None:
        """Fill a rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        shape = self._snapped(rect)
        if radius:
            self.painter.drawRoundedRect(shape, radius, radius)
        else:
            self.painter.drawRect(shape)

    def outline(self, rect: Rect, colour: QColor, width: float = 1.0, radius: float = 0.0) -> None:
        """Draw the edge of a rectangle, inside of it."""
        self.painter.setPen(QPen(colour, width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        shape = self._snapped(rect).adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(shape, radius, radius)

    def hatch(self, rect: Rect, ink: QColor, ground: QColor) -> None:
        """Fill a rectangle with slanted lines, which need neither colour nor a pattern of the
        device's."""
        self.fill(rect, ground)
        self.painter.setPen(QPen(ink, _HATCH_WIDTH))
        lines = [QLineF(*begin, *end) for begin, end in slanted(rect.grown(-0.5), _HATCH_GAP)]
        if lines:
            self.painter.drawLines(lines)
        self.outline(rect, ink)

    def across(self, y: float, left: float, right: float, colour: QColor) -> None:
        """A level line as thin as the device's, at whole pixels."""
        self.fill(Rect(left, y, right - left, 1), colour)

    def down(self, x: float, top: float, bottom: float, colour: QColor) -> None:
        """An upright line, at whole pixels."""
        self.fill(Rect(x, top, 1, bottom - top), colour)

    def polyline(self, points: Sequence[Point], pen: QPen) -> None:
        """A line through all of them."""
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))

    def dense(self, points: Sequence[Point], pen: QPen) -> None:
        """A line of many short pieces."""
        if not self._quick:
            self.polyline(points, pen)
            return
        # What is one pixel of the device wide needs no outline to be made and filled; twice, a
        # little apart, it is as wide as it should be.
        pen.setCosmetic(True)
        pen.setWidth(1)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for apart in (0.0, _APART / self._ratio):
            line = [QPointF(x, y + apart) for x, y in points]
            self.painter.drawPolyline(QPolygonF(line))

    def ring(self, at: Point, colour: QColor, radius: float = 3.5) -> None:
        """An open circle."""
        self.painter.setPen(QPen(colour, LINE_WIDTH))
        self.painter.setBrush(self.colour("surface"))
        self.painter.drawEllipse(QPointF(*at), radius, radius)

    def sign(self, style: int, at: Point, colour: QColor, size: float = 3.4) -> None:
        """The sign of one of ten lines, which tells it apart without colour."""
        self.painter.setPen(QPen(self.colour("surface"), 1))
        self.painter.setBrush(colour)
        points = _SIGNS[style]
        if not points:
            self.painter.drawEllipse(QPointF(*at), size, size)
            return
        shape = [QPointF(at.x + x * size, at.y + y * size) for x, y in points]
        self.painter.drawPolygon(QPolygonF(shape))

    def step(self, step: int, rect: Rect, radius: float) -> None:
        """A cell in one of the steps of colour; 0 is nothing, below it a loss."""
        if step < 0:
            self.fill(rect, self.colour("error_tint"), radius)
            self.outline(rect, self.colour("error"), 1, radius)
        else:
            self.fill(rect, self.colour(f"heat_{step}" if step else "grid"), radius)

    def step_ink(self, step: int) -> str:
        """What is read on a cell."""
        if step < 0:
            return "error"
        return "heat_strong_text" if step >= _STRONG else "text"

    def legend(self, items: Iterable[Item], *, numbered: bool = False) -> None:
        """Samples and names; `numbered`: the steps of colour with their numbers."""
        for item in items:
            self._sample(item)
            self.labels(item.labels)
            step = item.entry.style
            if numbered and item.entry.look is Look.STEP:
                ink = self.step_ink(step)
                self.label(Label(str(step), item.swatch, Align.CENTRE, ink, Face.SMALL))

    def _sample(self, item: Item) -> None:
        look, style, rect = item.entry.look, item.entry.style, item.swatch
        if look in (Look.LINE, Look.MUTED_LINE):
            muted = look is Look.MUTED_LINE
            colour = self.colour("before") if muted else self.series(style)
            ends = (Point(rect.x, rect.middle), Point(rect.right, rect.middle))
            self.polyline(ends, line_pen(colour, style, muted=muted))
            if not muted:
                self.sign(style, Point(rect.x + rect.width / 2, rect.middle), colour)
        elif look is Look.STEP:
            self.step(style, rect, 2)
        elif look is Look.HATCHED:
            self.hatch(rect, self.colour("orphan"), self.colour("orphan_tint"))
        elif look is Look.LOSS:
            self.hatch(rect, self.colour("error"), self.colour("error_tint"))
        else:
            colours = {Look.FILLED: "accent", Look.BEFORE: "before"}
            self.fill(rect, self.colour(colours.get(look, f"series_{style + 1}")), 2)

    def _snapped(self, rect: Rect) -> QRectF:
        """The rectangle at whole pixels of the device, one at least."""
        ratio = self._ratio
        left, top = round(rect.x * ratio), round(rect.y * ratio)
        right = max(round(rect.right * ratio), left + 1)
        bottom = max(round(rect.bottom * ratio), top + 1)
        return QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)


def line_pen(colour: QColor, style: int, *, muted: bool = False, thin: bool = False) -> QPen:
    """The pen of one of ten lines."""
    pen = QPen(colour, _THIN if thin else LINE_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[style] and not muted:
        pen.setDashPattern(list(DASHES[style]))
    return pen


def dotted_pen(colour: QColor) -> QPen:
    """The pen of what still runs."""
    pen = QPen(colour, LINE_WIDTH + 0.25)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.4])
    return pen


def slanted(rect: Rect, gap: float) -> list[tuple[Point, Point]]:
    """Lines from below left to above right that end at the edges of a rectangle."""
    lines: list[tuple[Point, Point]] = []
    if rect.width <= 0 or rect.height <= 0:
        return lines
    offset = gap
    while offset < rect.width + rect.height:
        begin = offset - rect.height
        left, right = max(begin, 0.0), min(offset, rect.width)
        low = Point(rect.x + left, rect.bottom - (left - begin))
        high = Point(rect.x + right, rect.bottom - (right - begin))
        lines.append((low, high))
        offset += gap
    return lines


def _regular(
    corners: int, turn: float = 0.0, size: float = 1.15
) -> tuple[tuple[float, float], ...]:
    step = 2 * math.pi / corners
    angles = [turn - math.pi / 2 + step * at for at in range(corners)]
    return tuple((size * math.cos(angle), size * math.sin(angle)) for angle in angles)


def _cross(turn: float) -> tuple[tuple[float, float], ...]:
    arm, side = 1.3, 0.42
    outline = [(-side, -arm), (side, -arm), (side, -side), (arm, -side), (arm, side), (side, side)]
    outline += [(side, arm), (-side, arm), (-side, side), (-arm, side), (-arm, -side)]
    outline.append((-side, -side))
    cos, sin = math.cos(turn), math.sin(turn)
    return tuple((x * cos - y * sin, x * sin + y * cos) for x, y in outline)


#: The outlines of the ten signs; the first is a circle.
_SIGNS = (
    (),
    ((-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)),
    _regular(3, size=1.45),
    _regular(4, size=1.4),
    _regular(3, math.pi, size=1.45),
    _cross(0.0),
    _cross(math.pi / 4),
    _regular(5, size=1.3),
    ((-1.5, -0.5), (1.5, -0.5), (1.5, 0.5), (-1.5, 0.5)),
    ((-0.5, -1.5), (0.5, -1.5), (0.5, 1.5), (-0.5, 1.5)),
)
