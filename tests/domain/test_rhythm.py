"""Who is silent now and usually is not: by rhythms made up."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.local_time import HOURS_A_DAY, HOURS_A_WEEK, local_hour
from desktop_admin.domain.rhythm import LEAST_WEEKS, WEEKS, Silence, silence

#: A Monday.
MONDAY = (date(2026, 11, 16).toordinal() - 1) * HOURS_A_DAY


def _sold(
    sells: Callable[[int, int], bool], until: int, weeks: int = WEEKS + 1, every: int = 1
) -> set[int]:
    """Every hour before `until` in which somebody sells who does so at (weekday, hour of day)."""
    return {
        hour
        for hour in range(until - weeks * HOURS_A_WEEK, until, every)
        if sells(hour % HOURS_A_WEEK // HOURS_A_DAY, hour % HOURS_A_DAY)
    }


def _by_day(weekday: int, hour: int) -> bool:
    return weekday < 6 and 8 <= hour < 18


def _by_night(_: int, hour: int) -> bool:
    return hour >= 20 or hour < 4


def _at(day: int, hour: int) -> int:
    return MONDAY + day * HOURS_A_DAY + hour


def test_who_sells_by_day_is_told_after_some_usual_hours_and_not_before() -> None:
    sold = _sold(_by_day, _at(2, 0))
    told = {hour: silence(sold, _at(2, hour)) for hour in range(24)}
    assert [hour for hour, found in told.items() if found] == list(range(11, 19))
    assert told[11] == Silence(_at(1, 17), WEEKS, WEEKS)


def test_nobody_is_told_as_silent_while_they_are_usually_shut() -> None:
    monday_night, sunday = _at(1, 3), _at(6, 12)
    assert silence(_sold(_by_day, _at(0, 18)), monday_night) is None
    assert silence(_sold(_by_day, _at(5, 18)), sunday) is None
    # Sunday does not count against Monday.
    assert silence(_sold(_by_day, _at(5, 18)), _at(7, 10)) is None
    assert silence(_sold(_by_day, _at(5, 18)), _at(7, 11)) is not None


def test_a_night_shop_has_its_own_hours() -> None:
    sold = _sold(_by_night, _at(3, 12))
    assert silence(sold, _at(3, 15)) is None
    assert silence(sold, _at(3, 22)) is None
    assert silence(sold, _at(3, 23)) == Silence(_at(3, 3), WEEKS, WEEKS)
    assert silence(sold, _at(4, 1)) is not None
    assert silence(sold, _at(4, 12)) is None


def test_who_is_too_young_is_not_judged() -> None:
    begin = _at(2, 0)
    for weeks in range(1, WEEKS + 1):
        found = silence(_sold(_by_day, begin, weeks), _at(2, 12))
        assert (found is not None) is (weeks > LEAST_WEEKS), weeks


def test_who_sells_seldom_needs_a_longer_silence() -> None:
    """One sale every seven hours on average: one missing morning tells nothing."""
    sold = _sold(_by_day, _at(1, 0), every=7)
    assert silence(sold, _at(1, 12)) is None
    assert silence({hour for hour in sold if hour % 5 == 0}, _at(1, 17)) is None


def test_a_silence_of_a_week_is_another_matter() -> None:
    sold = _sold(_by_day, _at(2, 0))
    last = max(sold)
    assert silence(sold, last + HOURS_A_WEEK - 6) is not None
    assert silence(sold, last + HOURS_A_WEEK + 18) is None
    assert silence((), _at(2, 12)) is None


def test_the_hour_that_runs_is_not_held_against_anybody() -> None:
    sold = _sold(_by_day, _at(2, 10))
    assert silence(sold, _at(2, 10)) is None
    assert silence(sold | {_at(2, 11)}, _at(2, 11)) is None


@pytest.mark.parametrize("night", [date(2026, 3, 8), date(2026, 11, 1)])
def test_a_night_on_which_clocks_are_changed_makes_nobody_silent(night: date) -> None:
    """Who sells around the clock does so on that night too; so does who opens at nine."""
    zone = ZoneInfo("America/New_York")
    begin = datetime.combine(night - timedelta(weeks=WEEKS), time(), zone).astimezone(UTC)
    for sells in (_by_day, _by_night, lambda *_: True):
        sold: set[int] = set()
        for step in range((WEEKS * 7 + 2) * HOURS_A_DAY):
            moment = begin + timedelta(hours=step)
            hour = local_hour(moment, zone)
            if moment.astimezone(zone).date() >= night - timedelta(days=1):
                assert silence(sold, hour) is None, moment
            if sells(hour % HOURS_A_WEEK // HOURS_A_DAY, hour % HOURS_A_DAY):
                sold.add(hour)


_hours = st.sets(st.integers(0, 10 * HOURS_A_WEEK), max_size=400)


@given(_hours, st.integers(8 * HOURS_A_WEEK, 10 * HOURS_A_WEEK))
def test_a_silence_that_is_told_is_one(sold: set[int], now: int) -> None:
    found = silence(sold, now)
    assert found == silence({hour for hour in sold if hour <= now}, now)
    if found is None:
        return
    assert found.last == max(hour for hour in sold if hour <= now)
    assert 1 < now - found.last <= HOURS_A_WEEK
    assert LEAST_WEEKS <= found.weeks <= WEEKS
    assert 0 < found.usual <= found.weeks


@given(_hours, st.integers(8 * HOURS_A_WEEK, 9 * HOURS_A_WEEK), st.integers(0, 3))
def test_the_same_rhythm_is_judged_alike_in_any_week(sold: set[int], now: int, by: int) -> None:
    later = {hour + by * HOURS_A_WEEK for hour in sold}
    one, other = silence(sold, now), silence(later, now + by * HOURS_A_WEEK)
    assert (one is None) is (other is None)
    if one is not None and other is not None:
        assert other == one._replace(last=one.last + by * HOURS_A_WEEK)


@given(_hours, st.integers(8 * HOURS_A_WEEK, 9 * HOURS_A_WEEK))
def test_a_sale_of_this_hour_ends_every_silence(sold: set[int], now: int) -> None:
    assert silence(sold | {now}, now) is None
    assert silence(sold | {now - 1}, now) is None


def _chances(sold: Iterable[int], now: int) -> int:
    return sum(silence([*sold], hour) is not None for hour in range(now, now + 10))


def test_more_luck_in_the_rhythm_makes_fewer_silences_told() -> None:
    """The surer a rhythm is, the sooner its silence is told."""
    sure = _sold(_by_day, _at(2, 0))
    unsure = {hour for hour in sure if (hour // HOURS_A_WEEK + hour) % 2}
    assert _chances(unsure, _at(2, 9)) < _chances(sure, _at(2, 9))
