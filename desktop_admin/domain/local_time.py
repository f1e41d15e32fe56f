"""The shop's own time: which hour, day, week and month a moment belongs to, in any zone.

A wall clock is counted in whole hours since 0001-01-01 00:00, a Monday, by what it shows: `hour`.
An hour that the clock shows twice, when it is set back, is one hour; one that it skips has no
moment. The zones' rules come from the IANA database (`zoneinfo`)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

HOURS_A_DAY = 24
HOURS_A_WEEK = 168
SECONDS_AN_HOUR = 3600

#: All time that can be counted.
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

#: Of the clock on the wall: what it shows has no zone.
_ZERO = FIRST.replace(tzinfo=None)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
#: No clock is further from UTC, in either direction.
_FURTHEST = timedelta(hours=26)
#: No zone ever changed its clocks twice within this time; the least so far is four days.
_STEP = timedelta(days=3)
#: No clock was set by a rule before; what the rules say of later is not looked at, so that a
#: moment of the year 9999 is no work of sixteen thousand changes.
_RULED_SINCE, _RULED_UNTIL = datetime(1800, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class Grain(StrEnum):
    """What time is counted by; a week begins on Monday."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Span(NamedTuple):
    """The moments from `since` on and before `until` (aware, UTC)."""

    since: datetime
    until: datetime


class Stretch(NamedTuple):
    """From `since` (aware, UTC) on, until the next stretch, the clock is `offset` seconds ahead
    of UTC."""

    since: datetime
    offset: int


def by_the_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """An aware moment as the clock of a zone shows it; as UTC's at the ends of the calendar, where
    some clocks would show a day that there is not."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment.astimezone(UTC)


def local_hour(moment: datetime, zone: ZoneInfo) -> int:
    """The hour that the clock shows at an aware moment."""
    return hour_of(moment.astimezone(zone).replace(tzinfo=None))


def hour_of(local: datetime) -> int:
    """The hour of a naive local time."""
    return (local - _ZERO) // _HOUR


def start_of(hour: int) -> datetime:
    """When the hour begins, as naive local time."""
    return _ZERO + hour * _HOUR


def day_of(hour: int) -> date:
    """The day of an hour."""
    return date.fromordinal(hour // HOURS_A_DAY + 1)


def week_hour(hour: int) -> int:
    """Which of the 168 hours of a week it is: Monday's first is 0."""
    return hour % HOURS_A_WEEK


def bucket(hour: int, grain: Grain) -> datetime:
    """When the hour, day, week or month begins that an hour is in, as naive local time."""
    if grain is Grain.HOUR:
        return start_of(hour)
    if grain is Grain.DAY:
        return start_of(hour - hour % HOURS_A_DAY)
    if grain is Grain.WEEK:
        return start_of(hour - hour % HOURS_A_WEEK)
    return start_of(hour).replace(day=1, hour=0)


def next_bucket(start: datetime, grain: Grain) -> datetime:
    """When the hour, day, week or month after the one that begins at `start` begins."""
    if grain is Grain.HOUR:
        return start + _HOUR
    if grain is Grain.DAY:
        return start + _DAY
    if grain is Grain.WEEK:
        return start + 7 * _DAY
    return (start.replace(day=1) + 32 * _DAY).replace(day=1)


def spans(zone: ZoneInfo, begin: datetime, end: datetime) -> tuple[Span, ...]:
    """The moments at which the clock shows something from `begin` on and before `end` (naive
    local): one span, but where clocks were set back by more than the time asked for, or over its
    border; none where they skipped it."""
    first = max(begin.replace(tzinfo=UTC), FIRST + _FURTHEST) - _FURTHEST
    last = min(end.replace(tzinfo=UTC), LAST - _FURTHEST) + _FURTHEST
    if first >= last:
        return ()
    parts = stretches(zone, first, last)
    ends = [*(part.since for part in parts[1:]), last]
    found: list[Span] = []
    for part, until in zip(parts, ends, strict=True):
        ahead = timedelta(seconds=part.offset)
        span = Span(
            max(part.since, _utc(begin, ahead)),
            min(until, _utc(end, ahead)),
        )
        if span.since >= span.until:
            continue
        if found and found[-1].until == span.since:
            span = Span(found.pop().since, span.until)
        found.append(span)
    return tuple(found)


@lru_cache(maxsize=64)
def stretches(zone: ZoneInfo, since: datetime, until: datetime) -> tuple[Stretch, ...]:
    """How far ahead of UTC the zone's clock is from `since` until `until` (aware), by stretches
    in which that does not change. The first begins at `since`. After the year 2099 no clock is
    set any more."""
    at, end = _ruled(since), _ruled(until)
    found = [Stretch(since, _offset(at, zone))]
    while at < end:
        next_ = min(at + _STEP, end)
        offset = _offset(next_, zone)
        if offset != found[-1].offset:
            found.append(Stretch(_changed(at, next_, zone), offset))
        at = next_
    return tuple(found)


def seconds_of(moment: datetime) -> int:
    """Whole seconds from 0001-01-01 00:00 UTC to an aware moment."""
    return (moment - FIRST) // _SECOND


def _changed(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first whole second at which the clock is as far ahead as it is `after`."""
    offset = _offset(after, zone)
    low, high = seconds_of(before), seconds_of(after)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(FIRST + middle * _SECOND, zone) == offset:
            high = middle
        else:
            low = middle
    return FIRST + high * _SECOND


def _ruled(moment: datetime) -> datetime:
    """The nearest moment of those at which clocks are set by rules."""
    return min(max(moment, _RULED_SINCE), _RULED_UNTIL)


def _offset(moment: datetime, zone: ZoneInfo) -> int:
    ahead = moment.astimezone(zone).utcoffset()
    return 0 if ahead is None else ahead // _SECOND


def _utc(local: datetime, ahead: timedelta) -> datetime:
    # Not before the first moment that can be told, and not after the last.
    return FIRST + min(max(local - _ZERO - ahead, timedelta(0)), LAST - FIRST)
