"""What a period is compared with."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.period import Period, PeriodKind, chosen, midnight
from desktop_admin.domain.revenue import compared

KINSHASA = ZoneInfo("Africa/Kinshasa")
#: The 29th of October at 15:20 in Kinshasa.
NOW = datetime(2025, 10, 29, 14, 20, tzinfo=UTC)
DAY = timedelta(days=1)


def _free(first: date, last: date) -> Period:
    return Period(PeriodKind.FREE, first, last)


def test_a_running_month_is_compared_with_the_same_part_of_the_month_before() -> None:
    found = compared(chosen(PeriodKind.THIS_MONTH, date(2025, 10, 29)), NOW, KINSHASA)
    assert found is not None
    assert (found.first, found.last, found.running) == (date(2025, 9, 1), date(2025, 9, 29), True)
    assert found.since == midnight(date(2025, 9, 1), KINSHASA)
    assert found.until == datetime(2025, 9, 29, 14, 20, tzinfo=UTC)


def test_a_running_month_is_never_compared_with_more_than_the_shorter_month_before() -> None:
    now = datetime(2025, 3, 30, 11, 0, tzinfo=UTC)
    found = compared(chosen(PeriodKind.THIS_MONTH, date(2025, 3, 30)), now, KINSHASA)
    assert found is not None
    assert found.until == midnight(date(2025, 3, 1), KINSHASA)
    assert found.last == date(2025, 2, 28)


def test_today_is_compared_with_yesterday_until_the_same_time() -> None:
    found = compared(chosen(PeriodKind.TODAY, date(2025, 10, 29)), NOW, KINSHASA)
    assert found is not None
    assert (found.since, found.until) == (midnight(date(2025, 10, 28), KINSHASA), NOW - DAY)


def test_a_period_that_is_over_is_compared_with_the_whole_one_before() -> None:
    found = compared(chosen(PeriodKind.LAST_MONTH, date(2025, 10, 29)), NOW, KINSHASA)
    assert found is not None
    assert not found.running
    assert found.since == midnight(date(2025, 8, 1), KINSHASA)
    assert found.until == midnight(date(2025, 9, 1), KINSHASA)


def test_a_running_year_is_compared_by_the_calendar_also_after_a_leap_day() -> None:
    now = datetime(2024, 12, 24, 11, 0, tzinfo=UTC)
    found = compared(chosen(PeriodKind.THIS_YEAR, date(2024, 12, 24)), now, KINSHASA)
    assert found is not None
    assert found.until == datetime(2023, 12, 24, 11, 0, tzinfo=UTC)
    leap = datetime(2024, 2, 29, 11, 0, tzinfo=UTC)
    found = compared(chosen(PeriodKind.THIS_YEAR, date(2024, 2, 29)), leap, KINSHASA)
    assert found is not None
    assert found.until == datetime(2023, 2, 28, 11, 0, tzinfo=UTC)


def test_the_same_time_is_that_of_the_clock_on_the_wall() -> None:
    # Since the month before, the clocks of Paris were set back.
    paris = ZoneInfo("Europe/Paris")
    now = datetime(2025, 11, 10, 9, 0, tzinfo=UTC)
    found = compared(chosen(PeriodKind.THIS_MONTH, date(2025, 11, 10)), now, paris)
    assert found is not None
    assert found.until.astimezone(paris).isoformat() == "2025-10-10T10:00:00+02:00"


@pytest.mark.parametrize(
    "period",
    [
        Period(PeriodKind.ALL),
        Period(PeriodKind.FREE, date(2025, 10, 1)),
        _free(date(2025, 11, 1), date(2025, 11, 30)),
        _free(date(1, 1, 1), date(2025, 10, 29)),
    ],
)
def test_what_has_no_period_before_it_is_compared_with_nothing(period: Period) -> None:
    assert compared(period, NOW, KINSHASA) is None


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 400),
    st.datetimes(datetime(2019, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis adds the zone
    st.sampled_from(["Africa/Kinshasa", "America/New_York", "Asia/Kathmandu"]),
)
def test_the_comparison_ends_where_the_period_begins_at_the_latest(
    first: date, days: int, now: datetime, zone: str
) -> None:
    where = ZoneInfo(zone)
    period = _free(first, first + days * DAY)
    found = compared(period, now, where)
    since = period.since(where)
    assert since is not None
    if found is None:
        assert now < since
        return
    assert found.since <= found.until <= since
    assert found.first <= found.last < first
