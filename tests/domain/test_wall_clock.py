"""The shop's clock, of any zone, against `astimezone` of every moment."""

import struct
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_admin.domain.local_time import (
    _STEP,
    Grain,
    bucket,
    day_of,
    hour_of,
    local_hour,
    next_bucket,
    spans,
    start_of,
    stretches,
    week_hour,
)
from desktop_admin.domain.period import midnight
from tests.clocks import AWKWARD, NEAR, ZONES, changes, moments

A_DAY = timedelta(days=1)


def shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


@given(st.data(), ZONES)
def test_every_moment_is_in_the_hour_day_week_and_month_that_its_clock_shows(
    data: st.DataObject, zone: ZoneInfo
) -> None:
    moment = data.draw(moments(zone))
    clock = shown(moment, zone)
    hour = local_hour(moment, zone)
    assert start_of(hour) == clock.replace(minute=0, second=0, microsecond=0)
    assert hour == hour_of(clock)
    assert day_of(hour) == clock.date()
    assert week_hour(hour) == clock.weekday() * 24 + clock.hour
    midnight_ = datetime.combine(clock.date(), time())
    assert bucket(hour, Grain.HOUR) == start_of(hour)
    assert bucket(hour, Grain.DAY) == midnight_
    assert bucket(hour, Grain.WEEK) == midnight_ - clock.weekday() * A_DAY
    assert bucket(hour, Grain.MONTH) == midnight_.replace(day=1)
    for grain in Grain:
        start = bucket(hour, grain)
        end = next_bucket(start, grain)
        assert start <= clock < end
        assert bucket(hour_of(end), grain) == end, "the next one begins where this one ends"


@given(st.data(), ZONES, st.integers(1971, 2060))
@settings(max_examples=200)
def test_spans_hold_exactly_the_moments_whose_clock_shows_a_time_in_between(
    data: st.DataObject, zone: ZoneInfo, year: int
) -> None:
    near = data.draw(moments(zone, year))
    begin = shown(near, zone) + data.draw(st.sampled_from(NEAR))
    if data.draw(st.booleans()):
        begin = datetime.combine(begin.date(), time())
    length = data.draw(st.sampled_from([*map(abs, NEAR), 31 * A_DAY, 366 * A_DAY]))
    end = begin + length
    found = spans(zone, begin, end)
    for one, other in pairwise(found):
        assert one.until < other.since, "spans are in order and apart"
    for one in found:
        assert one.since < one.until
    tried = data.draw(st.lists(moments(zone, year), max_size=6))
    edges = [edge for one in found for edge in one]
    tried += [edge + delta for edge in [near, *edges] for delta in NEAR]
    for moment in tried:
        inside = any(one.since <= moment < one.until for one in found)
        assert inside == (begin <= shown(moment, zone) < end), moment


@given(ZONES, st.dates(date(1971, 1, 2), date(2060, 12, 30)), st.integers(0, 40))
def test_days_that_follow_each_other_share_no_moment_and_leave_none_out(
    zone: ZoneInfo, first: date, days: int
) -> None:
    begin = datetime.combine(first, time())
    whole = spans(zone, begin, begin + (days + 1) * A_DAY)
    parts = [
        one
        for day in range(days + 1)
        for one in spans(zone, begin + day * A_DAY, begin + (day + 1) * A_DAY)
    ]
    length = timedelta(0)
    assert sum((one.until - one.since for one in parts), length) == sum(
        (one.until - one.since for one in whole), length
    )


@pytest.mark.parametrize("zone", AWKWARD)
def test_stretches_change_exactly_where_the_clock_does(zone: str) -> None:
    there = ZoneInfo(zone)
    found = stretches(there, datetime(1990, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    every = [one for year in range(1990, 2027) for one in changes(there, year)]
    assert [one.since for one in found[1:]] == every
    for one in found:
        ahead = one.since.astimezone(there).utcoffset()
        assert ahead == timedelta(seconds=one.offset)


def test_no_zone_changes_its_clock_and_back_faster_than_is_looked_for() -> None:
    seen = 0
    for name in sorted(available_timezones() - {"localtime"}):
        found = written(name)
        seen += len(found)
        for one, other in pairwise(found):
            assert other - one > _STEP, (name, one)
    assert seen > 10_000


def written(name: str) -> list[datetime]:
    """When the clock of a zone is changed, as its file in the IANA database tells (RFC 8536)."""
    data = resources.files("tzdata.zoneinfo").joinpath(name).read_bytes()
    head = struct.Struct(">20x6l")
    utc, standard, leaps, times, kinds, signs = head.unpack_from(data)
    # The first block is for readers that know no more than 32 bits.
    at = head.size + times * 5 + kinds * 6 + signs + leaps * 8 + standard + utc
    *_, times, kinds, _ = head.unpack_from(data, at)
    at += head.size
    moments = struct.unpack_from(f">{times}q", data, at)
    which = struct.unpack_from(f">{times}B", data, at + 8 * times)
    offsets = [
        struct.unpack_from(">l2x", data, at + 9 * times + 6 * one)[0] for one in range(kinds)
    ]
    found, ahead = [], offsets[0]
    for moment, kind in zip(moments, which, strict=True):
        if offsets[kind] != ahead and moment > -62_000_000_000:
            found.append(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment))
        ahead = offsets[kind]
    return found


@given(ZONES, st.dates(date(1971, 1, 2), date(2060, 12, 30)))
@settings(max_examples=300)
def test_a_day_begins_at_the_first_moment_that_its_clock_shows_it(
    zone: ZoneInfo, day: date
) -> None:
    found = spans(zone, datetime.combine(day, time()), datetime.combine(day, time()) + A_DAY)
    if found:
        assert midnight(day, zone) == found[0].since
