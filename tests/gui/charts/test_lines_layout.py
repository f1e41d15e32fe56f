"""Lines, laid out."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts.data import LinesData, Series
from desktop_admin.gui.charts.geometry import Mark, MarkKind, Move, Point
from desktop_admin.gui.charts.lines_layout import END, LinesLayout, lay_out, least_height
from tests.gui.charts.plain import CDF, FRENCH, WORDS, Even

VALUES = st.none() | st.integers(-(10**13), 10**13)


def steps(count: int) -> tuple[datetime, ...]:
    begin = datetime.fromisoformat("2025-10-01")
    return tuple(begin + timedelta(days=at) for at in range(count))


def data(*lines: Sequence[int | None], running: bool = False, muted: int = -1) -> LinesData:
    series = tuple(
        Series(at, f"Boutique {at}", tuple(one), at == muted) for at, one in enumerate(lines)
    )
    return LinesData(series, steps(len(lines[0]) if lines else 0), Grain.DAY, CDF, running)


def laid_out(shown: LinesData, width: float = 560, height: float = 300) -> LinesLayout:
    return lay_out(shown, width, height, Even(), FRENCH, WORDS)


@st.composite
def some_lines(draw: st.DrawFn) -> LinesData:
    count = draw(st.integers(1, 40))
    values = st.lists(VALUES, min_size=count, max_size=count)
    return data(
        *draw(st.lists(values, max_size=10).filter(bool)),
        running=draw(st.booleans()),
        muted=draw(st.integers(-1, 3)),
    )


@given(some_lines(), st.floats(280, 1500), st.floats(0, 600))
def test_lines_stay_within_and_their_names_apart(
    shown: LinesData, width: float, more: float
) -> None:
    height = least_height(shown, width, Even()) + more
    layout = laid_out(shown, width, height)
    plot = layout.plot
    for line in layout.lines:
        for point in filter(None, line.points):
            assert plot.x - 0.01 <= point.x <= plot.right + 0.01
            assert plot.y - 0.01 <= point.y <= plot.bottom + 0.01
    for end in layout.ends:
        assert end.label.rect.right <= width
    middles = sorted(end.label.rect.middle for end in layout.ends)
    assert all(below - above >= END - 0.01 for above, below in pairwise(middles))
    numbers = [label for _, label in layout.grid if label.text]
    for one, two in [*pairwise(layout.times), *pairwise(numbers)]:
        assert not one.rect.overlaps(two.rect)
    assert all(item.rect.bottom <= height + 0.01 for item in layout.legend)


@given(some_lines())
def test_every_point_belongs_to_its_line_or_its_end(shown: LinesData) -> None:
    for line in laid_out(shown).lines:
        drawn = {point for run in line.runs for point in run} | set(line.alone)
        drawn |= set(line.running or ()) | ({line.open} if line.open else set())
        assert drawn == set(filter(None, line.points))


@given(some_lines(), st.floats(0, 560), st.floats(0, 300))
def test_what_is_met_is_the_nearest_point_of_the_nearest_step(
    shown: LinesData, x: float, y: float
) -> None:
    layout = laid_out(shown)
    mark = layout.hit(x, y)
    if mark is None or not layout.plot.holds(x, y):
        return
    point = layout.point(mark)
    assert point is not None
    assert all(abs(point.x - x) <= abs(other - x) + 1e-6 for other in layout.xs)
    others = [line.points[mark.step] for line in layout.lines]
    assert all(abs(point.y - y) <= abs(one.y - y) + 1e-6 for one in others if one is not None)


def test_every_point_is_met_where_it_is() -> None:
    layout = laid_out(data([10, 20, 30], [30, 10, 20]))
    for line in layout.lines:
        for step, point in enumerate(line.points):
            assert point is not None
            mark = Mark(MarkKind.POINT, line.series.key, step)
            assert layout.hit(*point) == mark
            assert layout.point(mark) == point


def test_a_gap_breaks_the_line_and_a_point_between_gaps_is_seen() -> None:
    layout = laid_out(data([10, 20, None, 30, None, 40, 50]))
    (line,) = layout.lines
    assert [len(run) for run in line.runs] == [2, 2]
    assert line.alone == (line.points[3],)


def test_the_running_step_is_open_and_led_to_by_dots_in_front_only() -> None:
    layout = laid_out(data([10, 20, 30], [5, 5, 5], running=True, muted=1))
    now, before = layout.lines
    assert now.open == now.points[-1]
    assert now.running == (now.points[1], now.points[2])
    assert len(now.runs[0]) == 2
    assert before.open is None
    assert len(before.runs[0]) == 3


def test_names_stand_at_the_ends_where_there_is_room_else_below() -> None:
    shown = data([1, 2], [2, 3], [3, 4])
    wide, narrow = laid_out(shown, 600), laid_out(shown, 300)
    assert [end.label.text for end in wide.ends] == ["Boutique 0", "Boutique 1", "Boutique 2"]
    assert wide.legend == ()
    assert narrow.ends == ()
    assert [item.entry.name for item in narrow.legend] == ["Boutique 0", "Boutique 1", "Boutique 2"]


def test_the_period_before_is_named_below_with_the_line_it_belongs_to() -> None:
    layout = laid_out(data([1, 2], [2, 3], muted=1))
    assert layout.ends == ()
    assert [item.entry.name for item in layout.legend] == ["Boutique 0", "Boutique 1"]


def test_ten_lines_have_ten_styles_and_eleven_are_refused() -> None:
    layout = laid_out(data(*([at, at + 1] for at in range(10))))
    assert [line.style for line in layout.lines] == list(range(10))
    with pytest.raises(ValueError, match="11 lines"):
        data(*([at] for at in range(11)))
    with pytest.raises(ValueError, match="number of steps"):
        LinesData((Series(1, "a", (1,)),), steps(2), Grain.DAY, CDF)


def test_one_step_stands_in_the_middle() -> None:
    layout = laid_out(data([50]))
    assert layout.lines[0].alone[0].x == layout.plot.x + layout.plot.width / 2
    assert layout.hit(layout.plot.x, layout.plot.y) == Mark(MarkKind.POINT, 0, 0)


def test_negative_amounts_lie_below_zero() -> None:
    layout = laid_out(data([-10, 10]))
    low, high = layout.lines[0].points
    assert isinstance(low, Point)
    assert isinstance(high, Point)
    assert high.y < layout.zero < low.y


def test_the_keyboard_goes_through_steps_and_lines_over_gaps() -> None:
    layout = laid_out(data([10, None, 30], [20, 20, 20]))
    begin = layout.moved(None, Move.FIRST)
    assert begin == Mark(MarkKind.POINT, 0, 2)
    back = layout.moved(begin, Move.LEFT)
    assert back == Mark(MarkKind.POINT, 0, 0)
    assert layout.moved(back, Move.UP) == Mark(MarkKind.POINT, 1, 0)
    assert layout.moved(back, Move.DOWN) == back
    assert layout.moved(back, Move.LAST) == begin
    assert layout.moved(begin, Move.PAGE_UP) == back
    assert laid_out(data([None, None])).moved(None, Move.FIRST) is None
