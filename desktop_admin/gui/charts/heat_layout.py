"""Where the hours of a week are: a row for each day from Monday on, a column for each hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from desktop_admin.domain.local_time import HOURS_A_DAY, HOURS_A_WEEK
from desktop_admin.gui.charts import legend
from desktop_admin.gui.charts.data import HeatData
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
from desktop_admin.gui.charts.legend import Entry, Item, Look
from desktop_admin.gui.charts.time_axis import TimeWords

if TYPE_CHECKING:
    from desktop_admin.gui.formats import Formats

#: So many steps of colour; 0 is an hour without sales, -1 one of losses.
STEPS = 5
DAYS = 7
ROW, ROW_BEST, ROW_MOST = 20.0, 26.0, 42.0
TOP, HEAD, PAD = 4.0, 24.0, 8.0
_GAP = 2.0
#: Hours are told one by one where a cell is as wide.
_EACH = 17.0
_SOME = 3
#: An hour far above all others must not take the colours from them.
_USUAL = 0.95
_ABOVE_USUAL = 2


class Cell(NamedTuple):
    """One hour of the week in its place."""

    hour: int
    rect: Rect
    step: int
    #: Its amount where that fits, else its step.
    text: str


@dataclass(frozen=True)
class HeatLayout:
    """The whole table, laid out."""

    tells_below: ClassVar[bool] = False

    cells: tuple[Cell, ...]
    heads: tuple[Label, ...]
    legend: tuple[Item, ...]
    #: Whether the cells tell their step, and not their amount.
    by_step: bool

    def hit(self, x: float, y: float) -> Mark | None:
        """The hour that is there, the gap around it included."""
        first = self.cells[0].rect
        column = int((x - first.x + _GAP / 2) // (first.width + _GAP))
        row = int((y - first.y + _GAP / 2) // (first.height + _GAP))
        if 0 <= column < HOURS_A_DAY and 0 <= row < DAYS:
            return Mark(MarkKind.HOUR, row * HOURS_A_DAY + column)
        return None

    def rect(self, mark: Mark) -> Rect | None:
        """The cell of an hour."""
        hour = mark.key
        return self.cells[hour].rect if isinstance(hour, int) and 0 <= hour < HOURS_A_WEEK else None

    def kept(self, mark: Mark) -> Rect | None:
        """The mark itself."""
        return self.rect(mark)

    def moved(self, mark: Mark | None, move: Move) -> Mark | None:
        """Left and right through the hours of a day, up and down through the days."""
        if mark is None or not isinstance(mark.key, int):
            return Mark(MarkKind.HOUR, 0)
        day, hour = divmod(mark.key, HOURS_A_DAY)
        last = HOURS_A_DAY - 1
        day, hour = {
            Move.LEFT: (day, max(hour - 1, 0)),
            Move.RIGHT: (day, min(hour + 1, last)),
            Move.UP: (max(day - 1, 0), hour),
            Move.DOWN: (min(day + 1, DAYS - 1), hour),
            Move.FIRST: (day, 0),
            Move.LAST: (day, last),
            Move.PAGE_UP: (0, hour),
            Move.PAGE_DOWN: (DAYS - 1, hour),
        }[move]
        return Mark(MarkKind.HOUR, day * HOURS_A_DAY + hour)


def bounds(values: Sequence[int]) -> tuple[int, ...]:
    """Up to which amount each step of colour reaches but the last, which has no end. An hour far
    above the others does not count for it."""
    positive = sorted(value for value in values if value > 0)
    if not positive:
        return ()
    usual = positive[min(int(len(positive) * _USUAL), len(positive) - 1)]
    step = _two_digits(-(-min(positive[-1], _ABOVE_USUAL * usual) // STEPS))
    return tuple(step * number for number in range(1, STEPS))


def step_of(value: int, limits: Sequence[int]) -> int:
    """Which step of colour an amount has."""
    if value <= 0:
        return -1 if value < 0 else 0
    return next((at for at, limit in enumerate(limits, start=1) if value <= limit), STEPS)


def _two_digits(value: int) -> int:
    """`value` rounded up to two digits that are not 0."""
    power = int(10 ** max(len(str(value)) - 2, 0))
    return -(-value // power) * power


def height_needed(
    data: HeatData,
    width: float,
    row: float,
    measure: Measure,
    formats: Formats,
    words: TimeWords,
) -> float:
    """How high hours, days and legend are together."""
    room = width - _left(words, measure) - PAD
    _, high = legend.flowing(entries(data, formats), 0, 0, room, measure)
    return HEAD + DAYS * row + PAD + high + 4


def _left(words: TimeWords, measure: Measure) -> float:
    """Where the hours begin, right of the days."""
    return PAD + max(measure.width(day, Face.SMALL) for day in words.days) + PAD


def entries(data: HeatData, formats: Formats) -> list[Entry]:
    """What the steps of colour stand for."""
    limits = bounds(list(data.values.values()))
    names = [f"≤\u00a0{data.unit.short(limit, formats)}" for limit in limits]
    if limits:
        names.append(f">\u00a0{data.unit.short(limits[-1], formats)}")
    found = [Entry(name, Look.STEP, at) for at, name in enumerate(names, start=1)]
    if any(value < 0 for value in data.values.values()):
        found.append(Entry("<\u00a00", Look.LOSS))
    return found


def lay_out(
    data: HeatData,
    width: float,
    height: float,
    measure: Measure,
    formats: Formats,
    words: TimeWords,
) -> HeatLayout:
    """Every hour in its place."""
    found = entries(data, formats)
    left = _left(words, measure)
    _, high = legend.flowing(found, 0, 0, width - left - PAD, measure)
    free = max(height - HEAD - PAD - high - 4, DAYS * ROW)
    row = min(free / DAYS, ROW_MOST)
    column = max((width - left - PAD) / HOURS_A_DAY, _GAP + 1)
    texts = data.unit.figures([data.values.get(hour, 0) for hour in range(HOURS_A_WEEK)], formats)
    by_step = max(measure.width(text, Face.SMALL) for text in texts) > column - _GAP - 3
    limits = bounds(list(data.values.values()))
    cells = []
    for hour in range(HOURS_A_WEEK):
        day, clock = divmod(hour, HOURS_A_DAY)
        place = Rect(left + clock * column, HEAD + day * row, column - _GAP, row - _GAP)
        step = step_of(data.values.get(hour, 0), limits)
        sign = "\u2212" if step < 0 else str(step)
        text = (sign if by_step else texts[hour]) if step else ""
        cells.append(Cell(hour, place, step, text))
    heads = _heads(left, column, row, words)
    items, _ = legend.flowing(found, left, HEAD + DAYS * row + PAD, width - left - PAD, measure)
    return HeatLayout(tuple(cells), tuple(heads), tuple(items), by_step)


def _heads(left: float, column: float, row: float, words: TimeWords) -> list[Label]:
    """The days on the left and the hours above."""
    heads = []
    for day, name in enumerate(words.days):
        place = Rect(PAD, HEAD + day * row, left - 2 * PAD, row - _GAP)
        heads.append(Label(name, place, Align.LEFT, "muted", Face.SMALL))
    every = 1 if column >= _EACH else _SOME
    for hour in range(0, HOURS_A_DAY, every):
        place = Rect(left + hour * column, TOP, column - _GAP, HEAD - TOP)
        heads.append(Label(f"{hour:02d}", place, Align.CENTRE, "muted", Face.SMALL))
    return heads
