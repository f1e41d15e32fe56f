"""A period is whole local days, and moves on as a calendar does."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.period import Period, PeriodKind, chosen

KINSHASA = ZoneInfo("Africa/Kinshasa")
TODAY = date(2026, 11, 22)


def free(first: date, last: date) -> Period:
    return Period(PeriodKind.FREE, first, last)


def test_a_day_begins_at_midnight_of_the_shop_not_of_utc() -> None:
    day = chosen(PeriodKind.TODAY, TODAY)
    assert day.since(KINSHASA) == datetime(2026, 11, 21, 23, tzinfo=UTC)
    assert day.until(KINSHASA) == datetime(2026, 11, 22, 23, tzinfo=UTC)


def test_zones_of_half_hours_and_of_summer_time_have_their_own_days() -> None:
    kolkata = free(date(2026, 1, 5), date(2026, 1, 5))
    assert kolkata.since(ZoneInfo("Asia/Kolkata")) == datetime(2026, 1, 4, 18, 30, tzinfo=UTC)
    paris = ZoneInfo("Europe/Paris")
    change = free(date(2026, 3, 29), date(2026, 3, 29))
    since, until = change.since(paris), change.until(paris)
    assert since is not None
    assert until is not None
    assert until - since == timedelta(hours=23)


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (PeriodKind.YESTERDAY, date(2026, 11, 21), date(2026, 11, 21)),
        (PeriodKind.LAST_7_DAYS, date(2026, 11, 16), TODAY),
        (PeriodKind.LAST_30_DAYS, date(2026, 10, 24), TODAY),
        (PeriodKind.THIS_MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (PeriodKind.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31)),
        (PeriodKind.THIS_YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_kinds_are_read_from_the_calendar(kind: PeriodKind, first: date, last: date) -> None:
    assert chosen(kind, TODAY) == Period(kind, first, last)


def test_last_month_of_january_is_december() -> None:
    found = chosen(PeriodKind.LAST_MONTH, date(2026, 1, 31))
    assert (found.first, found.last) == (date(2025, 12, 1), date(2025, 12, 31))


def test_months_move_by_months_and_years_by_years() -> None:
    assert chosen(PeriodKind.THIS_MONTH, date(2026, 3, 5)).moved(-1) == free(
        date(2026, 2, 1), date(2026, 2, 28)
    )
    assert chosen(PeriodKind.THIS_YEAR, TODAY).moved(-1) == free(
        date(2025, 1, 1), date(2025, 12, 31)
    )


def test_everything_moves_nowhere_and_the_end_of_time_is_no_error() -> None:
    assert chosen(PeriodKind.ALL, TODAY).moved(1) is None
    assert free(date.max, date.max).moved(1) is None
    assert free(date.min, date.min).moved(-1) is None


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before"):
        free(TODAY, TODAY - timedelta(days=1))


@given(
    st.dates(date(1990, 1, 1), date(2080, 1, 1)),
    st.integers(0, 400),
    st.integers(-5, 5),
)
def test_moving_there_and_back_loses_and_overlaps_nothing(first: date, days: int, by: int) -> None:
    period = free(first, first + timedelta(days=days))
    there = period.moved(by)
    assert there is not None
    assert there.moved(-by) == period
    after = period.moved(1)
    assert after is not None
    assert period.last is not None
    assert after.first == period.last + timedelta(days=1)
