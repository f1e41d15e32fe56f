"""What the clock on the shop's wall showed when a sale was made, in SQL.

SQL engines know few zones, or none (SQLite), and not the same rules. So a zone is told to them as
stretches in which the clock is so many seconds ahead of UTC; Kinshasa's has one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop_admin.domain.local_time import (
    FIRST,
    HOURS_A_DAY,
    HOURS_A_WEEK,
    LAST,
    SECONDS_AN_HOUR,
    seconds_of,
    stretches,
)
from desktop_admin.domain.revenue import TimeKey
from desktop_admin.sources.sql.expressions import Element
from desktop_admin.sources.sql.types import raw

_EPOCH = seconds_of(datetime(1970, 1, 1, tzinfo=UTC))
#: MySQL counts from a year 0, of 366 days.
_YEAR_ZERO = 366 * HOURS_A_DAY * SECONDS_AN_HOUR
#: A moment as Django writes it, without its fraction: SQLite would round that up.
_WHOLE_SECONDS = 19
#: What a moment looks like there. SQLite would make one of a bare hour, a number of days, or "now".
_SHAPE = "????-??-??[ T]??:*"
_DAY = timedelta(days=1)


def time_key(
    moment: Element, key: TimeKey, zone: ZoneInfo, since: datetime, until: datetime, dialect: str
) -> Element:
    """The `hour` of `domain.local_time` of a stored moment between `since` and `until`, or as
    `key` asks that of its day or week; NULL where it is no moment.

    Integers only: the same on every engine."""
    hour = _local_seconds(moment, zone, since, until, dialect) // SECONDS_AN_HOUR
    if key is TimeKey.WEEK_HOUR:
        return hour % HOURS_A_WEEK
    return hour - hour % HOURS_A_DAY if key is TimeKey.DAY else hour


def _local_seconds(
    moment: Element, zone: ZoneInfo, since: datetime, until: datetime, dialect: str
) -> Element:
    # A sale may be of any year: some terminals write the first day of the year 1 where they know
    # none.
    parts = stretches(zone, max(since, FIRST + _DAY) - _DAY, min(until, LAST - _DAY) + _DAY)
    seconds = _seconds(moment, dialect)
    ahead: Any = sa.literal_column(str(parts[0].offset))
    if len(parts) > 1:
        # The latest first: most sales are of late.
        later: list[Any] = [
            (moment >= part.since, sa.literal_column(str(part.offset))) for part in parts[1:]
        ]
        ahead = sa.case(*later[::-1], else_=ahead)
    found: Element = seconds + ahead
    return found


def _seconds(moment: Element, dialect: str) -> Element:
    """Whole seconds since 0001-01-01 00:00 UTC; never below nothing, so that every engine divides
    them alike."""
    plain = raw(moment)
    if dialect == "sqlite":
        # Without the fraction: SQLite rounds it to thousandths, and so up into the next hour.
        whole = sa.func.substr(plain, 1, _WHOLE_SECONDS)
        known = sa.case((plain.op("GLOB")(_SHAPE), sa.func.strftime("%s", whole)))
        epoch = sa.cast(known, sa.BigInteger)
        return epoch + sa.literal_column(str(_EPOCH))
    if dialect == "postgresql":
        epoch = sa.cast(sa.func.floor(sa.func.date_part("epoch", plain)), sa.BigInteger)
        return epoch + sa.literal_column(str(_EPOCH))
    counted: Element = sa.func.to_seconds(plain, type_=sa.BigInteger)
    return counted - sa.literal_column(str(_YEAR_ZERO))
