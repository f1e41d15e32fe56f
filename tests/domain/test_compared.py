"""What a period is compared with: as much of the one before as has gone by, on the wall's clock."""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.period import Period, PeriodKind, chosen, midnight
from desktop_admin.domain.revenue import compared
from tests.clocks import ZONES, moments

KINSHASA = ZoneInfo("Africa/Kinshasa")
RUNNING = [
    PeriodKind.TODAY,
    PeriodKind.LAST_7_DAYS,
    PeriodKind.LAST_30_DAYS,
    PeriodKind.THIS_MONTH,
    PeriodKind.THIS_YEAR,
]


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=KINSHASA)


@pytest.mark.parametrize(
    ("kind", "now", "first", "last"),
    [
        (PeriodKind.TODAY, noon(2025, 10, 29), date(2025, 10, 28), date(2025, 10, 28)),
        (PeriodKind.LAST_7_DAYS, noon(2025, 10, 29), date(2025, 10, 16), date(2025, 10, 22)),
        (PeriodKind.THIS_MONTH, noon(2025, 10, 29), date(2025, 9, 1), date(2025, 9, 29)),
        (PeriodKind.THIS_MONTH, noon(2025, 10, 31), date(2025, 9, 1), date(2025, 9, 30)),
        (PeriodKind.THIS_MONTH, noon(2025, 3, 30), date(2025, 2, 1), date(2025, 2, 28)),
        (PeriodKind.THIS_YEAR, noon(2024, 2, 29), date(2023, 1, 1), date(2023, 2, 28)),
        (PeriodKind.LAST_MONTH, noon(2025, 10, 29), date(2025, 8, 1), date(2025, 8, 31)),
        (PeriodKind.YESTERDAY, noon(2025, 10, 29), date(2025, 10, 27), date(2025, 10, 27)),
    ],
)
def test_months_are_compared_with_months_and_days_with_days(
    kind: PeriodKind, now: datetime, first: date, last: date
) -> None:
    period = chosen(kind, now.date())
    found = compared(period, now, KINSHASA)
    assert found is not None
    assert (found.first, found.last) == (first, last)
    assert found.running == (kind in RUNNING)


@given(st.data(), ZONES, st.sampled_from(RUNNING))
def test_of_a_period_that_runs_the_same_part_by_the_clock_is_taken(
    data: st.DataObject, zone: ZoneInfo, kind: PeriodKind
) -> None:
    now = data.draw(moments(zone))
    local = now.astimezone(zone)
    period = chosen(kind, local.date())
    found = compared(period, now, zone)
    assert found is not None
    assert found.running
    assert period.first is not None
    assert found.since == midnight(found.first, zone)
    assert found.since <= found.until <= midnight(period.first, zone)
    assert found.last < period.first
    shown = found.until.astimezone(zone)
    if kind is PeriodKind.THIS_MONTH:
        days = calendar.monthrange(found.first.year, found.first.month)[1]
        whole = local.day > days
        assert found.last.day == min(local.day, days)
    else:
        whole = False
        assert (local.date() - period.first).days == (found.last - found.first).days or (
            kind is PeriodKind.THIS_YEAR
        )
    # Where the clock was changed at that hour, it shows what comes nearest.
    near = shown.utcoffset() == (shown - timedelta(hours=3)).utcoffset()
    if not whole and near and found.until < midnight(period.first, zone) - timedelta(hours=3):
        assert shown.time() == local.time()
        assert shown.date() == found.last


@given(ZONES, st.dates(date(1972, 1, 1), date(2059, 1, 1)), st.integers(0, 400))
def test_a_period_that_is_over_is_compared_with_all_of_the_one_before(
    zone: ZoneInfo, first: date, days: int
) -> None:
    period = Period(PeriodKind.FREE, first, first + timedelta(days=days))
    assert period.last is not None
    now = datetime.combine(period.last + timedelta(days=2), time(12), UTC)
    found = compared(period, now, zone)
    assert found is not None
    assert not found.running
    assert found.since == midnight(found.first, zone)
    assert found.until == midnight(found.last + timedelta(days=1), zone)
    assert found.last == first - timedelta(days=1)


def test_what_has_no_end_or_is_yet_to_come_is_compared_with_nothing() -> None:
    now = noon(2025, 10, 29)
    assert compared(Period(PeriodKind.ALL), now, KINSHASA) is None
    assert compared(Period(PeriodKind.FREE, date(2025, 10, 1), None), now, KINSHASA) is None
    later = Period(PeriodKind.FREE, date(2025, 11, 1), date(2025, 11, 30))
    assert compared(later, now, KINSHASA) is None
