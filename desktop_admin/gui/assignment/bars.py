"""Where the bars of a small chart stand. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.period import midnight

MONTHS = 12
#: What a bar leaves of its place, on both sides together.
_SPARE = 0.35
_WIDEST = 44


class Bar(NamedTuple):
    """One bar, in pixels from the top left; `part` is how much of its lower end is marked."""

    left: int
    top: int
    width: int
    height: int
    part: int


def month_starts(today: date, months: int = MONTHS) -> list[date]:
    """The first days of the last `months` months, this one included, and of the next one."""
    last = today.year * 12 + today.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(last - months + 1, last + 2)]


def month_bounds(today: date, zone: ZoneInfo, months: int = MONTHS) -> list[datetime]:
    """The same as moments, in the shop's time zone."""
    return [midnight(day, zone) for day in month_starts(today, months)]


def top_of(values: Sequence[int]) -> int:
    """A round number that no value passes: 1, 2 or 5 and zeros."""
    most = max(values, default=0)
    step = 1
    while True:
        for factor in (1, 2, 5):
            if factor * step >= most:
                return factor * step
        step *= 10


def lay_out(values: Sequence[int], parts: Sequence[int], width: int, height: int) -> Sequence[Bar]:
    """A bar for each value, standing on the bottom of `width` by `height`; what is not nothing
    is seen."""
    if not values:
        return ()
    top = top_of(values)
    place = width / len(values)
    wide = max(1, min(_WIDEST, int(place * (1 - _SPARE))))
    bars = []
    for number, (value, part) in enumerate(zip(values, parts, strict=True)):
        tall = max(int(value > 0) * 2, round(height * value / top))
        marked = min(tall, max(int(part > 0) * 2, round(height * part / top)))
        left = round(place * (number + 0.5) - wide / 2)
        bars.append(Bar(left, height - tall, wide, tall, marked))
    return bars
