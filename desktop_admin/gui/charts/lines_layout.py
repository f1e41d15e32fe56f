"""Where lines over time are: numbers on the left, times below, names at the ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from desktop_admin.gui.charts import legend, scale
from desktop_admin.gui.charts.data import LinesData, Series
from desktop_admin.gui.charts.ends import spread
from desktop_admin.gui.charts.geometry import (
    Align,
    Face,
    Label,
    Mark,
    MarkKind,
    Measure,
    Move,
    Point,
    Rect,
)
from desktop_admin.gui.charts.legend import Entry, Item, Look
from desktop_admin.gui.charts.time_axis import TimeWords, time_labels

if TYPE_CHECKING:
    from desktop_admin.gui.formats import Formats

TOP, AXIS, SIDE = 12.0, 24.0, 10.0
#: How high a chart without names below is at least.
LEAST = 150.0
#: What the numbers on the left may take.
_NUMBERS_MOST = 96.0
#: Between two lines of the grid.
_TICK_ROOM = 46.0
_GAP = 8.0
#: A name at the end of a line: its height, its sign, and what it may take of the width.
END, SIGN = 16.0, 20.0
_ENDS, _END_MOST = 0.26, 190.0
#: From this width on there is room for names beside the lines.
_ROOMY = 420.0
#: Between two signs on a line.
_SIGNS = 56.0
_REACH = 12.0
_DENSE, _MANY = 4.0, 1_500
_PAGE = 10


class Line(NamedTuple):
    """One series in its place."""

    series: Series
    #: Which of the ten styles, from 0.
    style: int
    #: A place for each step; None in a gap.
    points: tuple[Point | None, ...]
    #: Unbroken stretches of two points at least.
    runs: tuple[tuple[Point, ...], ...]
    #: Points with a gap on either side.
    alone: tuple[Point, ...]
    #: Where the signs are that tell lines apart without colour.
    signs: tuple[Point, ...]
    #: From the last whole step to the one that still runs.
    running: tuple[Point, Point] | None
    #: The step that still runs.
    open: Point | None


class End(NamedTuple):
    """A name at the end of a line, with a sign, and the way from the line to it."""

    line: Line
    sign: Point
    label: Label


@dataclass(frozen=True)
class LinesLayout:
    """The whole chart, laid out."""

    tells_below: ClassVar[bool] = False

    lines: tuple[Line, ...]
    plot: Rect
    xs: tuple[float, ...]
    #: Where the lines of the grid are, each with its number.
    grid: tuple[tuple[float, Label], ...]
    zero: float
    times: tuple[Label, ...]
    ends: tuple[End, ...]
    legend: tuple[Item, ...]
    note: Label | None

    @property
    def dense(self) -> bool:
        """Whether the steps are so near to each other that thick lines would run together, or
        so many that they would take long to draw."""
        near = len(self.xs) > 1 and self.xs[1] - self.xs[0] < _DENSE
        return near or len(self.xs) * len(self.lines) > _MANY

    def hit(self, x: float, y: float) -> Mark | None:
        """The nearest point of the nearest step; of a name, its last point."""
        for end in self.ends:
            if end.label.rect.holds(x, y):
                return _last(end.line)
        if not self.plot.grown(_REACH).holds(x, y):
            return None
        step = self.step_at(x)
        there = [(line, line.points[step]) for line in self.lines] if step is not None else []
        near = [(abs(point.y - y), line) for line, point in there if point is not None]
        if step is None or not near:
            return None
        # Of two as near as each other, the one in front.
        nearest = min(near, key=lambda one: (one[0], one[1].series.muted))
        return Mark(MarkKind.POINT, nearest[1].series.key, step)

    def step_at(self, x: float) -> int | None:
        """The nearest step."""
        if not self.xs:
            return None
        if len(self.xs) == 1:
            return 0
        pitch = self.xs[1] - self.xs[0]
        return max(0, min(round((x - self.xs[0]) / pitch), len(self.xs) - 1))

    def line(self, mark: Mark) -> Line | None:
        """The line of a mark."""
        return next((line for line in self.lines if line.series.key == mark.key), None)

    def point(self, mark: Mark) -> Point | None:
        """Where a mark is."""
        line = self.line(mark)
        return line.points[mark.step] if line and 0 <= mark.step < len(line.points) else None

    def rect(self, mark: Mark) -> Rect | None:
        """A square around the point of a mark."""
        point = self.point(mark)
        return Rect(point.x - 4, point.y - 4, 8, 8) if point else None

    def kept(self, mark: Mark) -> Rect | None:
        """The mark itself."""
        return self.rect(mark)

    def moved(self, mark: Mark | None, move: Move) -> Mark | None:
        """Left and right through the steps, up and down from line to line."""
        line = self.line(mark) if mark else None
        if mark is None or line is None:
            shown = [one for one in self.lines if any(one.points)]
            return _last(shown[0]) if shown else None
        if move in (Move.UP, Move.DOWN):
            return self._beside(mark, move)
        steps = [at for at, point in enumerate(line.points) if point is not None]
        at = steps.index(mark.step) if mark.step in steps else 0
        last = len(steps) - 1
        to = {
            Move.LEFT: at - 1,
            Move.RIGHT: at + 1,
            Move.PAGE_UP: at - _PAGE,
            Move.PAGE_DOWN: at + _PAGE,
            Move.FIRST: 0,
            Move.LAST: last,
        }[move]
        return mark._replace(step=steps[max(0, min(to, last))])

    def _beside(self, mark: Mark, move: Move) -> Mark:
        """The line above or below at the same step."""
        there = [
            (point.y, at, line.series.key)
            for at, line in enumerate(self.lines)
            if (point := line.points[mark.step]) is not None
        ]
        there.sort()
        keys = [key for _, _, key in there]
        if mark.key not in keys:
            return mark
        at = keys.index(mark.key) + (1 if move is Move.DOWN else -1)
        return mark._replace(key=keys[max(0, min(at, len(keys) - 1))])


def _last(line: Line) -> Mark | None:
    steps = [at for at, point in enumerate(line.points) if point is not None]
    return Mark(MarkKind.POINT, line.series.key, steps[-1]) if steps else None


def lay_out(
    data: LinesData,
    width: float,
    height: float,
    measure: Measure,
    formats: Formats,
    words: TimeWords,
) -> LinesLayout:
    """Every line in its place."""
    below, at_ends = _names(data, width, height, measure)
    items, high = legend.flowing(below, 0, 0, width - _NUMBERS_MOST, measure)
    note_high = END + 4 if data.note else 0.0
    bottom = max(height - AXIS - high - note_high - (4 if high else 0), TOP + 20)
    axis = _axis(data, bottom - TOP)
    texts = data.unit.ticks(axis.ticks, formats)
    numbers = max((measure.width(text, Face.SMALL) for text in texts), default=0.0)
    left = SIDE + numbers + _GAP
    right = width - SIDE - (at_ends + SIGN if at_ends else 4.0)
    plot = Rect(left, TOP, max(right - left, 10.0), bottom - TOP)
    xs = _places(len(data.steps), plot)
    lines = tuple(_lines(data, plot, xs, axis))
    grid = _grid(axis, texts, plot, numbers)
    bounds = Rect(SIDE, plot.bottom + 4, width - 2 * SIDE, AXIS - 6)
    times = time_labels(data.steps, data.grain, xs, bounds, words, measure)
    ends = _ends(lines, plot, at_ends, measure) if at_ends else []
    under = plot.bottom + AXIS
    note = None
    if data.note:
        place = Rect(plot.x, under, width - plot.x - SIDE, END)
        text = measure.elided(data.note, place.width, Face.SMALL)
        note = Label(text, place, Align.LEFT, "muted", Face.SMALL)
    items, _ = legend.flowing(below, plot.x, under + note_high, width - _NUMBERS_MOST, measure)
    zero = plot.bottom - axis.place(0, plot.height)
    return LinesLayout(lines, plot, xs, grid, zero, tuple(times), tuple(ends), tuple(items), note)


def least_height(data: LinesData, width: float, measure: Measure) -> float:
    """How high it must be for lines, times and names."""
    below, _ = _names(data, width, LEAST, measure)
    _, high = legend.flowing(below, 0, 0, width - _NUMBERS_MOST, measure)
    return LEAST + high


def entries(data: LinesData) -> list[Entry]:
    """What the lines are called."""
    return [
        Entry(one.name, Look.MUTED_LINE if one.muted else Look.LINE, style)
        for one, style in zip(data.series, styles(data), strict=True)
    ]


def styles(data: LinesData) -> list[int]:
    """A style of its own for each line that is not in the background."""
    found, number = [], 0
    for one in data.series:
        found.append(number)
        number += not one.muted
    return [min(style, 9) for style in found]


def _names(
    data: LinesData, width: float, height: float, measure: Measure
) -> tuple[list[Entry], float]:
    """What is named below the lines, and the width of the names at their ends, if that is where
    they are."""
    every = entries(data)
    front = [one for one in every if one.look is Look.LINE]
    # A few lines more may stand below; names must not be more than the lines are high.
    if len(front) > 1 and width >= _ROOMY and len(front) * END <= height - TOP - 3 * AXIS:
        widest = max(measure.width(one.name, Face.SMALL_STRONG) for one in front) + 2
        return [one for one in every if one.look is not Look.LINE], min(
            widest, width * _ENDS, _END_MOST
        )
    return (every if len(every) > 1 else []), 0.0


def _axis(data: LinesData, height: float) -> scale.Scale:
    values = [value for one in data.series for value in one.values if value is not None]
    count = max(int(height // _TICK_ROOM), 1)
    return scale.covering(min(values, default=0), max(values, default=0), count)


def _grid(
    axis: scale.Scale, texts: Sequence[str], plot: Rect, width: float
) -> tuple[tuple[float, Label], ...]:
    """The lines of the grid from below, each with its number where there is room for that."""
    grid: list[tuple[float, Label]] = []
    free = plot.bottom + END
    for tick, text in zip(axis.ticks, texts, strict=True):
        y = plot.bottom - axis.place(tick, plot.height)
        place = Rect(SIDE, y - END / 2, width, END)
        if place.bottom > free:
            continue
        grid.append((y, Label(text, place, Align.RIGHT, "muted", Face.SMALL)))
        free = place.y
    return tuple(grid)


def _places(count: int, plot: Rect) -> tuple[float, ...]:
    if count == 1:
        return (plot.x + plot.width / 2,)
    return tuple(plot.x + plot.width * at / (count - 1) for at in range(count))


def _lines(data: LinesData, plot: Rect, xs: Sequence[float], axis: scale.Scale) -> Iterator[Line]:
    every = max(1, round(_SIGNS / (xs[1] - xs[0]))) if len(xs) > 1 else 1
    for series, style in zip(data.series, styles(data), strict=True):
        points = tuple(
            None if value is None else Point(x, plot.bottom - axis.place(value, plot.height))
            for x, value in zip(xs, series.values, strict=True)
        )
        opened = points[-1] if data.running and not series.muted and points else None
        whole = points[:-1] if opened else points
        runs = list(_runs(whole))
        before = whole[-1] if opened and whole else None
        signs = [
            point
            for at, point in enumerate(whole)
            if point is not None and (at + style * every // 3) % every == every // 2
        ]
        yield Line(
            series,
            style,
            points,
            tuple(tuple(run) for run in runs if len(run) > 1),
            tuple(run[0] for run in runs if len(run) == 1 and run[0] != before),
            () if series.muted else tuple(signs),
            (before, opened) if before and opened else None,
            opened,
        )


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in points:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _ends(lines: Sequence[Line], plot: Rect, width: float, measure: Measure) -> list[End]:
    front = [line for line in lines if not line.series.muted]
    lasts = [[point for point in line.points if point] for line in front]
    wanted = [points[-1].y if points else plot.bottom for points in lasts]
    # Names may reach a little above and below the lines.
    middles = spread(wanted, END, plot.y - END / 2, plot.bottom + END / 2)
    found = []
    for line, middle in zip(front, middles, strict=True):
        text = measure.elided(line.series.name, width, Face.SMALL_STRONG)
        place = Rect(plot.right + SIGN, middle - END / 2, width, END)
        label = Label(text, place, Align.LEFT, f"series_{line.style + 1}", Face.SMALL_STRONG)
        found.append(End(line, Point(plot.right + SIGN - 8, middle), label))
    return found
