"""The small chart, as numbers."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.gui.assignment.bars import lay_out, month_bounds, month_starts, top_of
from desktop_admin.gui.assignment.terminal_table import hidden_columns
from desktop_admin.gui.assignment.tree_view import NAME_WIDTH, hidden_places


def test_months_end_with_this_one_and_begin_at_local_midnight() -> None:
    starts = month_starts(date(2026, 2, 15), 3)
    assert starts == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    bounds = month_bounds(date(2026, 2, 15), ZoneInfo("Africa/Kinshasa"), 3)
    assert bounds[0] == datetime(2025, 11, 30, 23, tzinfo=UTC)


def test_the_top_is_round() -> None:
    assert [top_of([n]) for n in (0, 1, 3, 7, 11, 21, 99, 501)] == [1, 1, 5, 10, 20, 50, 100, 1000]


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=24),
    st.integers(30, 900),
    st.integers(20, 200),
)
def test_bars_stay_inside_and_what_is_not_nothing_is_seen(
    pairs: list[tuple[int, int]], width: int, height: int
) -> None:
    values = [max(pair) for pair in pairs]
    parts = [min(pair) for pair in pairs]
    bars = lay_out(values, parts, width, height)
    assert len(bars) == len(values)
    for bar, value, part in zip(bars, values, parts, strict=True):
        assert bar.left >= 0
        assert bar.left + bar.width <= width + 1
        assert 0 <= bar.top <= height
        assert bar.top + bar.height == height
        assert (bar.height > 0) == (value > 0)
        assert bar.part <= bar.height
        assert (bar.part > 0) == (part > 0)


def test_amounts_go_first_where_there_is_little_room() -> None:
    keys = ["state", "terminal", "serial", "boutique", "orphans", "version", "revenue_CDF"]
    assert hidden_columns(keys, [100] * 7, 700) == frozenset()
    assert hidden_columns(keys, [100] * 7, 600) == {"revenue_CDF"}
    assert hidden_columns(keys, [100] * 7, 500) == {"revenue_CDF", "version"}
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 290) == set()
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 289) == {4}
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 209) == {1, 4}
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 159) == {1, 3, 4}
