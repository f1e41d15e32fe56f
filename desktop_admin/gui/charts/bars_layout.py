"""Where the bars of boutiques are: names on the left, figures behind the bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from desktop_admin.gui.charts import scale
from desktop_admin.gui.charts.data import Bar, BarsData
from desktop_admin.gui.charts.geometry import (
    Align,
    Face,
    Label,
    Mark,
    MarkKind,
    Measure,
    Move,
    Rect,
)

if TYPE_CHECKING:
    from desktop_admin.gui.formats import Formats

#: The height of a row: no less, however many; as it looks best; no more, however few.
ROW, ROW_BEST, ROW_MOST = 26.0, 40.0, 44.0
TOP, AXIS, SIDE = 6.0, 26.0, 8.0
#: What is not nothing is seen.
STUB, HATCHED_STUB = 2.0, 4.0
_GAP = 8.0
_NAMES = 0.34
_NAME_MOST = 240.0
_FIGURES = 0.55
_TICK_ROOM = 90.0
_PAGE = 10
#: From here on there is room for larger names.
_ROOMY = 30.0


class Row(NamedTuple):
    """One bar in its place."""

    bar: Bar
    #: All of it, from side to side.
    strip: Rect
    name: Label
    #: What is drawn, the hindmost first.
    shapes: tuple[tuple[MarkKind, Rect], ...]
    figures: tuple[Label, ...]

    def marks(self) -> tuple[Mark, ...]:
        """What one can point at, as the keyboard goes through it."""
        kinds = [kind for kind, _ in reversed(self.shapes)]
        order = (MarkKind.VALUE, MarkKind.HATCHED, MarkKind.BEFORE)
        return tuple(Mark(kind, self.bar.key) for kind in order if kind in kinds) or (
            Mark(MarkKind.VALUE, self.bar.key),
        )


@dataclass(frozen=True)
class BarsLayout:
    """The whole chart, laid out."""

    tells_below: ClassVar[bool] = False

    rows: tuple[Row, ...]
    plot: Rect
    #: Where nothing is.
    zero: float
    #: Where the lines of the axis are, each with its number below.
    grid: tuple[tuple[float, Label], ...]

    def hit(self, x: float, y: float) -> Mark | None:
        """What is there; beside every bar it is the row's figure."""
        row = self._row_at(y)
        if row is None or not row.strip.holds(x, y):
            return None
        for kind, rect in reversed(row.shapes):
            if rect.holds(x, y):
                return Mark(kind, row.bar.key)
        for kind, rect in reversed(row.shapes):
            # A narrow bar is easier to meet, and its row may be met above and below it.
            if rect.x - 2 <= x <= rect.right + 2:
                return Mark(kind, row.bar.key)
        return row.marks()[0]

    def rect(self, mark: Mark) -> Rect | None:
        """The shape of a mark; of nothing, where it would begin."""
        row = self._by_key.get(mark.key)
        if row is None:
            return None
        for kind, rect in row.shapes:
            if kind is mark.kind:
                return rect
        strip = row.strip
        return Rect(self.zero, strip.middle - 6, STUB, 12) if mark in row.marks() else None

    def kept(self, mark: Mark) -> Rect | None:
        """The bars and the figures of the row."""
        row = self.row(mark)
        if row is None:
            return None
        rects = [rect for _, rect in row.shapes] + [one.rect for one in row.figures]
        left = min((rect.x for rect in rects), default=self.zero)
        right = max((rect.right for rect in rects), default=self.zero)
        return Rect(left, row.strip.y, right - left, row.strip.height)

    def row(self, mark: Mark) -> Row | None:
        """The row of a mark."""
        return self._by_key.get(mark.key)

    def moved(self, mark: Mark | None, move: Move) -> Mark | None:
        """Up and down from boutique to boutique, left and right within one."""
        if not self.rows:
            return None
        at = next((at for at, row in enumerate(self.rows) if mark and row.bar.key == mark.key), -1)
        if mark is None or at < 0:
            return self.rows[-1 if move is Move.LAST else 0].marks()[0]
        if move in (Move.LEFT, Move.RIGHT):
            marks = self.rows[at].marks()
            place = marks.index(mark) if mark in marks else 0
            return marks[max(0, min(place + (1 if move is Move.RIGHT else -1), len(marks) - 1))]
        last = len(self.rows) - 1
        to = {
            Move.UP: at - 1,
            Move.DOWN: at + 1,
            Move.PAGE_UP: at - _PAGE,
            Move.PAGE_DOWN: at + _PAGE,
            Move.FIRST: 0,
            Move.LAST: last,
        }[move]
        marks = self.rows[max(0, min(to, last))].marks()
        return next((one for one in marks if one.kind is mark.kind), marks[0])

    def _row_at(self, y: float) -> Row | None:
        if not self.rows:
            return None
        first = self.rows[0].strip
        at = int((y - first.y) // first.height)
        return self.rows[at] if 0 <= at < len(self.rows) else None

    @cached_property
    def _by_key(self) -> dict[object, Row]:
        return {row.bar.key: row for row in self.rows}


def height_needed(data: BarsData, row: float = ROW) -> float:
    """How high all bars are together at that height of a row."""
    return TOP + len(data.bars) * row + AXIS


def cuts(data: BarsData) -> list[float]:
    """Where the rows begin, as low as they can be."""
    return [TOP + at * ROW for at in range(len(data.bars))]


def lay_out(
    data: BarsData, width: float, height: float, measure: Measure, formats: Formats
) -> BarsLayout:
    """Every bar in its place."""
    count = max(len(data.bars), 1)
    pitch = max(ROW, min(float((height - TOP - AXIS) // count), ROW_MOST))
    face = Face.BODY if pitch >= _ROOMY else Face.SMALL
    widest = max((measure.width(bar.name, face) for bar in data.bars), default=0.0)
    names = min(widest + 1, width * _NAMES, _NAME_MOST)
    left, right = SIDE + names + _GAP, width - _GAP
    figures = [
        _figures(bar, data, (right - left) * _FIGURES, measure, formats) for bar in data.bars
    ]
    low, per, zero = _proportion(data.bars, [_wide(one) for one in figures], left, right)
    rows = []
    for at, bar in enumerate(data.bars):
        strip = Rect(0, TOP + at * pitch, width, pitch)
        shapes = _shapes(bar, strip, zero, per)
        end = max([zero, *(rect.right for _, rect in shapes)]) + _GAP
        ink = "orphan" if bar.orphan else "text"
        name = Label(
            measure.elided(bar.name, names, face),
            Rect(SIDE, strip.y, names, pitch),
            Align.RIGHT,
            ink,
            face,
        )
        rows.append(Row(bar, strip, name, shapes, _placed(figures[at], end, strip)))
    plot = Rect(left, TOP, max(right - left, 1.0), len(data.bars) * pitch)
    high = int((plot.right - zero) / per) if per else 0
    grid = _grid(data, low, high, zero, per, plot, measure, formats)
    return BarsLayout(tuple(rows), plot, zero, grid)


def _ends(bar: Bar) -> tuple[int, int]:
    """The least and the most that is drawn of a bar, and 0."""
    together = bar.value + bar.hatched if (bar.value >= 0) == (bar.hatched >= 0) else bar.value
    values = (0, bar.value, bar.hatched, together, bar.before or 0)
    return min(values), max(values)


def _proportion(
    bars: Sequence[Bar], wide: Sequence[float], left: float, right: float
) -> tuple[int, float, float]:
    """The least value, how many pixels one takes, and where 0 is, so that every figure has room
    behind its bar."""
    ends = [_ends(bar) for bar in bars]
    low = min((end[0] for end in ends), default=0)
    stubs = STUB + HATCHED_STUB
    spans = [
        (max(right - left - figures - _GAP - 2 * stubs, 1.0), high - low)
        for (_, high), figures in zip(ends, wide, strict=True)
    ]
    per = min((room / span for room, span in spans if span), default=0.0)
    begin = left + (stubs if low else 0.0)
    return low, per, begin - low * per


def _shapes(bar: Bar, strip: Rect, zero: float, per: float) -> tuple[tuple[MarkKind, Rect], ...]:
    thick = max(10.0, min(round(strip.height * 0.36), 16.0))
    behind = thick + (8.0 if strip.height >= _ROOMY else 6.0)
    shapes = []
    if bar.before:
        shapes.append((MarkKind.BEFORE, _bar(zero, bar.before * per, STUB, behind, strip)))
    begin = zero
    if bar.value:
        value = _bar(zero, bar.value * per, STUB, thick, strip)
        shapes.append((MarkKind.VALUE, value))
        if (bar.value > 0) == (bar.hatched > 0):
            begin = value.right if bar.value > 0 else value.x
    if bar.hatched:
        hatched = _bar(begin, bar.hatched * per, HATCHED_STUB, thick, strip)
        shapes.append((MarkKind.HATCHED, hatched))
    return tuple(shapes)


def _bar(begin: float, length: float, least: float, thick: float, strip: Rect) -> Rect:
    wide = max(abs(length), least)
    left = begin if length >= 0 else begin - wide
    return Rect(left, strip.middle - thick / 2, wide, thick)


def _figures(
    bar: Bar, data: BarsData, room: float, measure: Measure, formats: Formats
) -> list[tuple[Label, float]]:
    """What stands behind a bar, each with its width; what has no room is left out."""
    texts = [(data.unit.short(bar.value, formats), Face.STRONG, "orphan" if bar.orphan else "text")]
    if bar.hatched:
        sign = "+" if bar.hatched > 0 else ""
        texts.append((sign + data.unit.short(bar.hatched, formats), Face.SMALL, "orphan"))
    found = []
    for number, (text, face, ink) in enumerate(texts):
        wide = measure.width(text, face) + 1
        if number and wide > room:
            break
        found.append((Label(text, Rect(0, 0, 0, 0), Align.LEFT, ink, face), wide))
        room -= wide + _GAP / 2
    note = measure.elided(bar.note, room, Face.SMALL) if bar.note and room > 48 else ""
    if note:
        ink = "orphan" if bar.orphan else "muted"
        label = Label(note, Rect(0, 0, 0, 0), Align.LEFT, ink, Face.SMALL)
        found.append((label, measure.width(note, Face.SMALL) + 1))
    return found


def _wide(figures: Sequence[tuple[Label, float]]) -> float:
    return sum(wide + _GAP / 2 for _, wide in figures)


def _placed(figures: Sequence[tuple[Label, float]], x: float, strip: Rect) -> tuple[Label, ...]:
    placed = []
    for label, wide in figures:
        placed.append(label._replace(rect=Rect(x, strip.y, wide, strip.height)))
        x += wide + _GAP / 2
    return tuple(placed)


def _grid(
    data: BarsData,
    low: int,
    high: int,
    zero: float,
    per: float,
    plot: Rect,
    measure: Measure,
    formats: Formats,
) -> tuple[tuple[float, Label], ...]:
    for count in range(max(int(plot.width // _TICK_ROOM), 1), 0, -1):
        ticks = scale.within(low, high, count)
        texts = data.unit.ticks(ticks, formats)
        labels = [
            _tick(text, zero + tick * per, plot, measure)
            for tick, text in zip(ticks, texts, strict=True)
        ]
        apart = all(a.rect.right + _GAP <= b.rect.x for a, b in pairwise(labels))
        if apart:
            return tuple((zero + tick * per, one) for tick, one in zip(ticks, labels, strict=True))
    return ()


def _tick(text: str, x: float, plot: Rect, measure: Measure) -> Label:
    wide = measure.width(text, Face.SMALL)
    left = min(x - wide / 2, plot.right - wide)
    return Label(
        text, Rect(left, plot.bottom + 4, wide, AXIS - 6), Align.CENTRE, "muted", Face.SMALL
    )
