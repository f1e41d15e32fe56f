"""Zones whose clocks are awkward, and the moments at which they are; plain Python alone."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

#: Half and quarter hours, half an hour of daylight saving, midnights that never come or come
#: twice, a day that was left out, clocks that changed the date without a reason.
AWKWARD = (
    "Africa/Kinshasa",
    "Africa/Lubumbashi",
    "Africa/Casablanca",
    "Africa/Monrovia",
    "America/Asuncion",
    "America/Havana",
    "America/New_York",
    "America/St_Johns",
    "Antarctica/Casey",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/Paris",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Kwajalein",
)
ZONES = st.one_of(
    st.sampled_from(AWKWARD), st.sampled_from(sorted(available_timezones() - {"localtime"}))
).map(ZoneInfo)
#: Around a moment at which something changes.
NEAR = tuple(
    sign * delta
    for delta in (
        timedelta(0),
        timedelta(microseconds=1),
        timedelta(milliseconds=1),
        timedelta(seconds=1),
        timedelta(minutes=30),
        timedelta(hours=1, microseconds=-1),
        timedelta(hours=1),
        timedelta(hours=24),
    )
    for sign in (1, -1)
)
_FIRST_YEAR, _LAST_YEAR = 1971, 2060


@lru_cache(maxsize=512)
def changes(zone: ZoneInfo, year: int) -> tuple[datetime, ...]:
    """When the zone's clock was put forward or back in that year, to the second (UTC)."""
    found = []
    day = datetime(year, 1, 1, tzinfo=UTC)
    for _ in range(366):
        low, high = day, day + timedelta(days=1)
        ahead = low.astimezone(zone).utcoffset()
        if high.astimezone(zone).utcoffset() != ahead:
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=1) // 2)
                if middle.astimezone(zone).utcoffset() == ahead:
                    low = middle
                else:
                    high = middle
            found.append(high)
        day += timedelta(days=1)
    return tuple(found)


@st.composite
def moments(draw: st.DrawFn, zone: ZoneInfo, year: int | None = None) -> datetime:
    """A moment (UTC) of any time of that year, often one around which a day, a month or the
    clock changes."""
    if year is None:
        year = draw(st.integers(_FIRST_YEAR, _LAST_YEAR))
    kind = draw(st.sampled_from(["any", "clock", "clock", "midnight", "month"]))
    changed = changes(zone, year) if kind == "clock" else ()
    if changed:
        base = draw(st.sampled_from(changed))
    elif kind in ("midnight", "month"):
        days = draw(st.integers(0, 30)) if kind == "midnight" else 0
        day = datetime(year, draw(st.integers(1, 12)), 1, tzinfo=zone) + timedelta(days=days)
        base = day.astimezone(UTC)
    else:
        seconds = draw(st.integers(0, 366 * 86_400))
        return datetime(year, 1, 1, tzinfo=UTC) + timedelta(
            seconds=seconds, microseconds=draw(st.sampled_from([0, 0, 120_000, 999_999]))
        )
    return base + draw(st.sampled_from(NEAR))
