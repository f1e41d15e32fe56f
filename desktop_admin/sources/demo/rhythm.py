"""When Kinshasa buys: market days, pay days, feasts, and the hours of each trade."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from itertools import accumulate

from desktop_admin.sources.demo.dice import Dice

#: Africa/Kinshasa is one hour ahead of UTC all year round.
KINSHASA = timezone(timedelta(hours=1))

#: How many days the demo looks back: eighteen months.
DAYS = 548

# Monday to Sunday: Wednesday and Saturday are market days, Sunday is for church.
_WEEKDAYS = (1.0, 0.95, 1.15, 0.95, 1.15, 1.45, 0.4)

_FEASTS = {
    (1, 1): 0.3,
    (1, 4): 0.7,
    (5, 1): 0.6,
    (6, 30): 0.6,
    (12, 23): 1.9,
    (12, 24): 2.2,
    (12, 25): 0.3,
    (12, 30): 1.8,
    (12, 31): 2.2,
}

# Sales per hour of the day, from 0 to 23, local time.
_HOURS: Mapping[str, tuple[int, ...]] = {
    "ALIMENTATION": (0, 0, 0, 0, 0, 0, 5, 9, 9, 9, 8, 7, 6, 5, 5, 6, 9, 12, 11, 7, 3, 0, 0, 0),
    "SUPERMARCHE": (0, 0, 0, 0, 0, 0, 0, 0, 5, 8, 9, 9, 9, 7, 7, 8, 10, 13, 12, 8, 3, 0, 0, 0),
    "PHARMACIE": (0, 0, 0, 0, 0, 0, 1, 6, 9, 9, 8, 7, 6, 6, 6, 7, 8, 9, 9, 7, 5, 2, 0, 0),
    "ELECTRONIQUE": (0, 0, 0, 0, 0, 0, 0, 0, 3, 8, 10, 11, 11, 9, 9, 10, 9, 6, 2, 0, 0, 0, 0, 0),
}
_SUNDAY = 6
_SUNDAY_FIRST, _SUNDAY_LAST = 10, 17


def demand(day: date, progress: float) -> float:
    """How much is bought that day against an ordinary one.

    `progress` goes from 0 (eighteen months ago) to 1 (today), because the business grows.
    """
    weight = _WEEKDAYS[day.weekday()] * (1 + 0.7 * progress)
    if day.day >= 26 or day.day <= 4:
        weight *= 1.35
    if day.month == 12 and day.day >= 10:
        weight *= 1.25
    if day.month == 1 and 5 <= day.day <= 20:
        weight *= 0.75
    if (day.month, day.day) >= (8, 25) and (day.month, day.day) <= (9, 8):
        weight *= 1.2
    return weight * _FEASTS.get((day.month, day.day), 1.0)


def moment(day: date, trade: str, dice: Dice) -> datetime:
    """A moment of that local day at which such a boutique is open, in UTC, to the millisecond."""
    hour = dice.choices(range(24), cum_weights=_opening_hours(trade, day.weekday() == _SUNDAY))[0]
    local = datetime.combine(day, time(hour), KINSHASA)
    return local.astimezone(UTC) + timedelta(milliseconds=dice.randrange(3_600_000))


@cache
def _opening_hours(trade: str, sunday: bool) -> tuple[int, ...]:
    """Weights of the hours of a day, added up; 0 while a boutique of that trade is shut."""
    hours = _HOURS[trade]
    if sunday:
        hours = tuple(
            weight if _SUNDAY_FIRST <= hour < _SUNDAY_LAST else 0
            for hour, weight in enumerate(hours)
        )
    return tuple(accumulate(hours))


def midnight(day: date) -> datetime:
    """The beginning of a local day, in UTC."""
    return datetime.combine(day, time(0), KINSHASA).astimezone(UTC)
