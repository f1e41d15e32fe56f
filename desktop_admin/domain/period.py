"""A period of whole days in the shop's time zone: what screens share, and how one moves on.

A day begins at local midnight, whatever that is in UTC; the server compares UTC dates, so its
"today" is another one around midnight."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)


class PeriodKind(StrEnum):
    """How a period was chosen; all but `FREE` move on with the calendar."""

    ALL = "all"
    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_7_DAYS = "last_7_days"
    LAST_30_DAYS = "last_30_days"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both days included; None where it has no end on that side."""

    kind: PeriodKind
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError("a period ends before it begins")

    def since(self, zone: ZoneInfo) -> datetime | None:
        """The moment it begins (aware, UTC)."""
        return None if self.first is None else midnight(self.first, zone)

    def until(self, zone: ZoneInfo) -> datetime | None:
        """The moment after its last day (aware, UTC)."""
        return None if self.last is None else midnight(self.last + _DAY, zone)

    def moved(self, by: int) -> Period | None:
        """The period of the same length `by` steps later, months by months and years by years;
        None where it has no length."""
        if self.first is None or self.last is None:
            return None
        try:
            return self._moved(self.first, self.last, by)
        except (ValueError, OverflowError):
            return None

    def _moved(self, first: date, last: date, by: int) -> Period:
        if first.day == 1 and last == _month_end(first):
            start = _month_start(first, by)
            return Period(PeriodKind.FREE, start, _month_end(start))
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            years = (last.year - first.year + 1) * by
            return Period(
                PeriodKind.FREE,
                first.replace(year=first.year + years),
                last.replace(year=last.year + years),
            )
        step = (last - first + _DAY) * by
        return Period(PeriodKind.FREE, first + step, last + step)


def chosen(kind: PeriodKind, today: date) -> Period:
    """The period of that kind, seen from `today`; a running month or year ends today or later:
    with its last day."""
    if kind is PeriodKind.ALL:
        return Period(kind)
    if kind is PeriodKind.FREE:
        raise ValueError("a free period has its own days")
    first, last = today, today
    if kind is PeriodKind.YESTERDAY:
        first = last = today - _DAY
    elif kind is PeriodKind.LAST_7_DAYS:
        first = today - 6 * _DAY
    elif kind is PeriodKind.LAST_30_DAYS:
        first = today - 29 * _DAY
    elif kind is PeriodKind.THIS_MONTH:
        first, last = today.replace(day=1), _month_end(today)
    elif kind is PeriodKind.LAST_MONTH:
        first = _month_start(today, -1)
        last = _month_end(first)
    elif kind is PeriodKind.THIS_YEAR:
        first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    return Period(kind, first, last)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """When `day` begins in `zone` (aware, UTC); where the clocks skip midnight, the first moment
    that there is."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _month_start(day: date, by: int) -> date:
    months = day.year * 12 + day.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
