"""What is told of the mark one points at: a small card beside it, above everything else."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.charts.data import Tip, TipRow
from desktop_admin.gui.charts.drawing import Canvas, Faces, QtMeasure
from desktop_admin.gui.charts.geometry import Align, Face, Label, Point, Rect
from desktop_admin.gui.text import one_line
from desktop_admin.gui.theme import Theme

_PAD, _ROW, _HEAD, _RULE = 12.0, 19.0, 22.0, 13.0
_COLUMNS = 16.0
_DOT = 14.0
_MOST = 440.0
_AWAY = 14
_SIGN = 4.0


class TipBox(QWidget):
    """A card of title, rows and foot. It lets the mouse through."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._room = window
        self._faces = Faces(window.font())
        self._measure = QtMeasure(self._faces)
        self._labels: list[Label] = []
        self._signs: list[tuple[Point, int]] = []
        self._rule: float | None = None
        self.tip: Tip | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_beside(self, tip: Tip, mark: QRect, *, below: bool) -> None:
        """Show this beside a rectangle of the window, or below it, wholly within the window."""
        if tip != self.tip:
            self.tip = tip
            self.resize(self._lay_out(tip))
        self.move(_place(mark, self.size(), self._room.rect(), below=below))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        canvas = Canvas(painter, self._theme.tokens, self._faces, ratio)
        whole = Rect(0, 0, self.width(), self.height())
        canvas.fill(whole, canvas.colour("surface"), 6)
        canvas.outline(whole, canvas.colour("muted"), 1, 6)
        if self._rule is not None:
            canvas.across(self._rule, _PAD, self.width() - _PAD, canvas.colour("border"))
        for at, style in self._signs:
            canvas.sign(style, at, canvas.series(style), _SIGN)
        canvas.labels(self._labels)
        painter.end()

    def _lay_out(self, tip: Tip) -> QSize:
        measure = self._measure
        dotted = any(row.sign is not None for row in tip.rows)
        indent = _DOT if dotted else 0.0
        values = [measure.width(row.value, Face.SMALL_STRONG) + 1 for row in tip.rows]
        right = max(values, default=0.0)
        names = [measure.width(one_line(row.label), Face.SMALL) + 1 for row in tip.rows]
        inner = max(
            max(names, default=0.0) + right + indent + (_COLUMNS if tip.rows else 0.0),
            measure.width(one_line(tip.title), Face.STRONG) + 1,
            measure.width(tip.foot, Face.SMALL) + 1,
        )
        inner = min(inner, _MOST, self._room.width() - 2 * _PAD - 2 * _AWAY)
        wide, y = inner + 2 * _PAD, _PAD - 3
        title = measure.elided(one_line(tip.title), inner, Face.STRONG)
        self._labels = [Label(title, Rect(_PAD, y, inner, _HEAD), Align.LEFT, "text", Face.STRONG)]
        self._signs, self._rule = [], None
        y += _HEAD
        for row, taken in zip(tip.rows, values, strict=True):
            self._row(row, taken, Rect(_PAD, y, inner, _ROW), indent)
            y += _ROW
        if tip.foot:
            self._rule = y + _RULE / 2
            y += _RULE
            text = measure.elided(tip.foot, inner, Face.SMALL)
            place = Rect(_PAD, y, inner, _ROW)
            self._labels.append(Label(text, place, Align.LEFT, "muted", Face.SMALL))
            y += _ROW
        return QSize(round(wide), round(y + _PAD - 4))

    def _row(self, row: TipRow, taken: float, place: Rect, indent: float) -> None:
        if row.sign is not None:
            self._signs.append((Point(place.x + 4, place.middle), row.sign))
        room = max(place.width - taken - _COLUMNS - indent, 0.0)
        name = self._measure.elided(one_line(row.label), room, Face.SMALL)
        left = Rect(place.x + indent, place.y, room, place.height)
        right = Rect(place.right - taken, place.y, taken, place.height)
        ink = "muted" if row.role == "text" and row.sign is None else row.role
        value = row.role
        self._labels.append(Label(name, left, Align.LEFT, ink, Face.SMALL))
        self._labels.append(Label(row.value, right, Align.RIGHT, value, Face.SMALL_STRONG))


class TipCard:
    """The card of one chart, on whatever window the chart is in."""

    def __init__(self, theme: Theme, chart: QWidget) -> None:
        self._theme = theme
        self._chart = chart
        self._box: TipBox | None = None

    @property
    def tip(self) -> Tip | None:
        """What is told now."""
        box = self._living
        return box.tip if box is not None and box.isVisible() else None

    @property
    def geometry(self) -> QRect:
        """Where it is, in its window."""
        box = self._living
        return box.geometry() if box is not None else QRect()

    def show_beside(self, tip: Tip, rect: Rect, *, below: bool = False) -> None:
        """Tell this beside a part of the chart, or below it."""
        window = self._chart.window()
        box = self._living
        if box is None or box.parentWidget() is not window:
            if box is not None:
                box.deleteLater()
            box = self._box = TipBox(self._theme, window)
            self._chart.destroyed.connect(box.deleteLater)
        corner = self._chart.mapTo(window, QPoint(round(rect.x), round(rect.y)))
        mark = QRect(corner, QSize(round(rect.width), round(rect.height)))
        box.show_beside(tip, mark, below=below)

    def hide(self) -> None:
        """Tell nothing."""
        box = self._living
        if box is not None:
            box.hide()

    @property
    def _living(self) -> TipBox | None:
        """The card, unless it went with the window it was on."""
        box = self._box
        return box if box is not None and shiboken6.isValid(box) else None


def _place(mark: QRect, size: QSize, room: QRect, *, below: bool) -> QPoint:
    """Right of the mark, else left, below or above, or first below: where it covers nothing of
    it."""
    middle = mark.center().y() - size.height() // 2
    centre = mark.center().x() - size.width() // 2
    places = (
        QPoint(mark.right() + _AWAY, middle),
        QPoint(mark.left() - _AWAY - size.width(), middle),
        QPoint(centre, mark.bottom() + _AWAY),
        QPoint(centre, mark.top() - _AWAY - size.height()),
    )
    order = (*places[2:], *places[:2]) if below else places
    held = [_held(place, size, room) for place in order]
    for place in held:
        if not QRect(place, size).intersects(mark):
            return place
    return held[0]


def _held(place: QPoint, size: QSize, room: QRect) -> QPoint:
    """The nearest place at which all of it is within `room`."""
    x = max(room.left() + 4, min(place.x(), room.right() - 4 - size.width()))
    y = max(room.top() + 4, min(place.y(), room.bottom() - 4 - size.height()))
    return QPoint(x, y)
