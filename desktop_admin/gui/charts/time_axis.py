"""Which steps of a line get a label: as many as stand side by side, at round times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts.geometry import Align, Face, Label, Measure, Rect

#: Between two labels.
GAP = 10.0
_DAYS_A_WEEK = 7
#: Days are told one by one up to so many, then months.
_FEW_DAYS = 100
_ONE_DAY = 24
_HOURS = (1, 2, 3, 4, 6, 12)
_DAY_STRIDES = (1, 2, _DAYS_A_WEEK, 2 * _DAYS_A_WEEK)
_MONTH_STRIDES = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The names of months and days in the operator's language."""

    #: Twelve: janv., févr. …
    months: tuple[str, ...]
    #: Seven, from Monday on: lun., mar. …
    days: tuple[str, ...]

    def day_text(self, step: datetime) -> str:
        """A day with its month: 8 oct."""
        return f"{step.day}\u00a0{self.months[step.month - 1]}"

    def month_text(self, step: datetime) -> str:
        """A month with its year: oct. 2025."""
        return f"{self.months[step.month - 1]}\u00a0{step.year}"


#: A choice of steps and how they are written.
_Choice = tuple[list[int], Callable[[datetime], str]]


def time_labels(
    steps: Sequence[datetime],
    grain: Grain,
    xs: Sequence[float],
    bounds: Rect,
    words: TimeWords,
    measure: Measure,
) -> list[Label]:
    """Labels within `bounds`, below the places `xs` of the steps, none on another."""
    if not steps:
        return []
    labels: list[Label] = []
    for chosen, write in _choices(steps, grain, words):
        labels = [_label(write(steps[place]), xs[place], bounds, measure) for place in chosen]
        if labels and _stand_apart(labels):
            return labels
    # Not even the coarsest choice has room: the first label alone, where it fits.
    return [label for label in labels[:1] if label.rect.width <= bounds.width]


def _stand_apart(labels: Sequence[Label]) -> bool:
    return all(before.rect.right + GAP <= after.rect.x for before, after in pairwise(labels))


def _label(text: str, x: float, bounds: Rect, measure: Measure) -> Label:
    width = measure.width(text, Face.SMALL)
    left = max(bounds.x, min(x - width / 2, bounds.right - width))
    return Label(
        text, Rect(left, bounds.y, width, bounds.height), Align.CENTRE, "muted", Face.SMALL
    )


def _choices(steps: Sequence[datetime], grain: Grain, words: TimeWords) -> Iterator[_Choice]:
    """Ever fewer steps, each choice with how it is written."""
    if grain is Grain.HOUR:
        yield from _by_hour(steps, words)
    elif grain is Grain.DAY and len(steps) <= _FEW_DAYS:
        yield from ((_every(steps, stride), words.day_text) for stride in _DAY_STRIDES)
    elif grain is Grain.WEEK:
        yield from ((_every(steps, stride), words.day_text) for stride in (1, 2, 4))
    if grain is not Grain.MONTH:
        yield from _month_starts(steps, words)
    yield from _by_month(steps, grain, words)
    stride = 2
    while stride < 2 * len(steps):
        yield _every(steps, stride), words.month_text
        stride *= 2


def _every(steps: Sequence[datetime], stride: int) -> list[int]:
    return list(range(0, len(steps), stride))


def _by_hour(steps: Sequence[datetime], words: TimeWords) -> Iterator[_Choice]:
    long = steps[0].date() != steps[-1].date()

    def hour_or_day(step: datetime) -> str:
        return words.day_text(step) if long and step.hour == 0 else f"{step:%H:%M}"

    for stride in _HOURS:
        yield [at for at, step in enumerate(steps) if step.hour % stride == 0], hour_or_day
    days = [at for at, step in enumerate(steps) if step.hour == 0]
    for stride in _DAY_STRIDES:
        yield days[::stride], words.day_text


def _month_starts(steps: Sequence[datetime], words: TimeWords) -> Iterator[_Choice]:
    """The first step of each month, by the day it is."""
    firsts = [at for at in _firsts(steps) if at or steps[at].day == 1]
    if steps[0].year == steps[-1].year:
        yield firsts, words.day_text


def _by_month(steps: Sequence[datetime], grain: Grain, words: TimeWords) -> Iterator[_Choice]:
    firsts = _firsts(steps)
    if grain is not Grain.MONTH and steps[firsts[0]].day != 1:
        firsts = firsts[1:]
    several = steps[0].year != steps[-1].year

    def month(step: datetime) -> str:
        if not several or (step.month != 1 and step != steps[firsts[0]]):
            return words.months[step.month - 1]
        return words.month_text(step)

    for stride in _MONTH_STRIDES:
        chosen = [at for at in firsts if (steps[at].month - 1) % stride == 0]
        yield chosen, words.month_text if several and stride > 1 else month


def _firsts(steps: Sequence[datetime]) -> list[int]:
    """The places of the first step of each month."""
    months = [(step.year, step.month) for step in steps]
    return [at for at, month in enumerate(months) if not at or month != months[at - 1]]
