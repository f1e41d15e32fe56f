"""Scales, times along an axis, and names at the ends of lines."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts.ends import spread
from desktop_admin.gui.charts.geometry import Rect
from desktop_admin.gui.charts.scale import covering, within
from desktop_admin.gui.charts.time_axis import time_labels
from tests.gui.charts.plain import WORDS, Even

AMOUNTS = st.integers(-(10**15), 10**15)
#: As the wall clock shows it: without a zone.
BEGIN = datetime.fromisoformat("2025-10-01")
STEPS = {
    Grain.HOUR: timedelta(hours=1),
    Grain.DAY: timedelta(days=1),
    Grain.WEEK: timedelta(days=7),
}


@given(AMOUNTS, AMOUNTS, st.integers(1, 12))
def test_a_scale_covers_the_data_and_zero_with_few_round_ticks(a: int, b: int, count: int) -> None:
    scale = covering(min(a, b), max(a, b), count)
    assert scale.low <= min(a, b, 0) <= max(a, b, 0) <= scale.high
    assert 0 in scale.ticks
    assert len(scale.ticks) <= count + 2
    assert scale.low < scale.high
    if len(scale.ticks) > 1:
        step = scale.ticks[1] - scale.ticks[0]
        assert {b - a for a, b in pairwise(scale.ticks)} == {step}
        assert str(step).rstrip("0") in {"1", "2", "5"}
        assert (scale.ticks[0], scale.ticks[-1]) == (scale.low, scale.high)
    assert 0 <= scale.place(min(a, b), 100) <= scale.place(max(a, b), 100) <= 100


@given(AMOUNTS, AMOUNTS, st.integers(1, 12))
def test_ticks_within_stay_within(a: int, b: int, count: int) -> None:
    low, high = min(a, b, 0), max(a, b, 0)
    ticks = within(low, high, count)
    assert all(low <= tick <= high for tick in ticks)
    assert 0 in ticks
    assert len(ticks) <= count + 1


def test_nothing_at_all_has_zero_on_its_scale() -> None:
    assert covering(0, 0).ticks == (0,)
    assert covering(0, 0).place(0, 100) == 0
    assert within(0, 0) == (0,)


def labels(steps: list[datetime], grain: Grain, width: float) -> list[str]:
    bounds = Rect(0, 100, width + 60, 18)
    wide = max(len(steps) - 1, 1)
    xs = [30 + width * at / wide for at in range(len(steps))]
    found = time_labels(steps, grain, xs, bounds, WORDS, Even())
    for one in found:
        assert bounds.x <= one.rect.x
        assert one.rect.right <= bounds.right
    for before, after in pairwise(found):
        assert before.rect.right < after.rect.x
    return [one.text.replace("\u00a0", " ") for one in found]


def days(count: int, begin: datetime = BEGIN) -> list[datetime]:
    return [begin + timedelta(days=at) for at in range(count)]


def test_a_month_of_days_is_labelled_by_the_week() -> None:
    assert labels(days(29), Grain.DAY, 460) == ["1 oct.", "8 oct.", "15 oct.", "22 oct.", "29 oct."]
    assert len(labels(days(29), Grain.DAY, 3000)) == 29


def test_many_days_are_labelled_by_the_month_and_name_the_year_where_it_changes() -> None:
    assert labels(days(540), Grain.DAY, 1000)[:5] == [
        "oct. 2025",
        "nov.",
        "déc.",
        "janv. 2026",
        "févr.",
    ]
    assert labels(days(540), Grain.DAY, 260) == ["janv. 2026", "juil. 2026", "janv. 2027"]


def test_hours_are_labelled_at_round_ones_and_midnight_by_its_day() -> None:
    day = [BEGIN + timedelta(hours=at) for at in range(24)]
    assert labels(day, Grain.HOUR, 300) == ["00:00", "04:00", "08:00", "12:00", "16:00", "20:00"]
    two = [BEGIN + timedelta(hours=at) for at in range(48)]
    assert labels(two, Grain.HOUR, 300) == ["1 oct.", "12:00", "2 oct.", "12:00"]


def test_twelve_months_are_all_named_where_there_is_room() -> None:
    months = [BEGIN.replace(month=month) for month in range(1, 13)]
    assert labels(months, Grain.MONTH, 900)[:3] == ["janv.", "févr.", "mars"]
    assert len(labels(months, Grain.MONTH, 900)) == 12
    assert labels(months, Grain.MONTH, 200) == ["janv.", "avr.", "juil.", "oct."]


@given(
    st.sampled_from([Grain.HOUR, Grain.DAY, Grain.WEEK]),
    st.integers(1, 800),
    st.integers(0, 3000),
    st.floats(20, 2500),
)
def test_labels_of_any_time_stand_apart_and_within(
    grain: Grain, count: int, offset: int, width: float
) -> None:
    begin = BEGIN + offset * STEPS[grain]
    steps = [begin + at * STEPS[grain] for at in range(count)]
    assert labels(steps, grain, width)


def test_no_step_has_no_label() -> None:
    assert time_labels([], Grain.DAY, [], Rect(0, 0, 100, 20), WORDS, Even()) == []


@given(st.lists(st.floats(-50, 450), min_size=1, max_size=10))
def test_names_at_the_ends_never_overlap_and_keep_their_order(wanted: list[float]) -> None:
    placed = spread(wanted, 16, 0, 400)
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    tops = [placed[at] for at in order]
    assert all(b - a >= 16 - 1e-6 for a, b in pairwise(tops))
    assert tops[0] >= 8 - 1e-6
    assert tops[-1] <= 392 + 1e-6


def test_a_name_with_room_stands_at_its_line() -> None:
    assert spread([100, 200], 16, 0, 400) == [100, 200]
    assert spread([100, 100], 16, 0, 400) == [92, 108]
