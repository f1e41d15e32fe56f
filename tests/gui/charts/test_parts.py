"""Parts of a whole, the hours of a week, and legends, laid out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.gui.charts.data import HeatData, Part, SharesData
from desktop_admin.gui.charts.geometry import Mark, MarkKind, Move
from desktop_admin.gui.charts.heat_layout import STEPS, HeatLayout, bounds, step_of
from desktop_admin.gui.charts.heat_layout import height_needed as heat_height
from desktop_admin.gui.charts.heat_layout import lay_out as heat
from desktop_admin.gui.charts.legend import Entry, Look, flowing, one_line
from desktop_admin.gui.charts.shares_layout import SharesLayout, entries, height_needed, names_width
from desktop_admin.gui.charts.shares_layout import lay_out as shares
from tests.gui.charts.plain import CDF, FRENCH, WORDS, Even

VALUES = st.lists(st.integers(-(10**9), 10**12), min_size=1, max_size=9)


def parts(values: list[int]) -> SharesData:
    return SharesData(tuple(Part(at, f"Mode {at}", one) for at, one in enumerate(values)), CDF)


def laid_out(values: list[int], width: float = 900) -> SharesLayout:
    data = parts(values)
    return shares(data, width, height_needed(data, width, Even(), FRENCH), Even(), FRENCH)


@given(VALUES, st.floats(280, 1500))
def test_pieces_lie_side_by_side_within_the_bar_and_names_within_the_chart(
    values: list[int], width: float
) -> None:
    layout = laid_out(values, width)
    pieces = [one.rect for one in layout.segments if one.rect]
    assert len(pieces) == sum(value > 0 for value in values)
    for one in pieces:
        assert one.width >= 2.9
        assert layout.bar.x - 0.01 <= one.x
        assert one.right <= layout.bar.right + 0.01
    assert all(a.right < b.x for a, b in pairwise(pieces))
    items = [one.item.rect for one in layout.segments]
    assert all(not a.overlaps(b) for a, b in pairwise(items))
    assert all(one.x >= 0 and one.right <= width + 0.01 for one in items)
    height = height_needed(parts(values), width, Even(), FRENCH)
    assert all(one.bottom <= height + 0.01 for one in items)


@given(VALUES, st.floats(280, 1500))
def test_every_part_is_met_in_the_bar_and_by_its_name(values: list[int], width: float) -> None:
    layout = laid_out(values, width)
    for one in layout.segments:
        mark = Mark(MarkKind.PART, one.part.key)
        name = one.item.labels[0].rect
        assert layout.hit(name.x + 1, name.middle) == mark
        if one.rect:
            assert layout.hit(one.rect.x + one.rect.width / 2, one.rect.middle) == mark
        assert layout.rect(mark) is not None


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=9).filter(any))
def test_percents_of_parts_add_up_to_a_hundred(values: list[int]) -> None:
    texts = [one.figure for one in entries(parts(values), FRENCH)]
    tenths = [int(text.split("\u00a0")[0].replace(",", "")) for text in texts]
    assert sum(tenths) == 1_000


def test_the_shares_of_the_drawing_are_told_as_in_it() -> None:
    texts = [one.figure for one in entries(parts([592, 291, 68, 49]), FRENCH)]
    assert texts == ["59,2\u00a0%", "29,1\u00a0%", "6,8\u00a0%", "4,9\u00a0%"]
    assert [one.figure for one in entries(parts([1, 1, 1]), FRENCH)] == [
        "33,4\u00a0%",
        "33,3\u00a0%",
        "33,3\u00a0%",
    ]


def test_a_loss_has_no_share_but_its_amount() -> None:
    found = entries(parts([100, -5_000, 300]), FRENCH)
    assert [one.figure for one in found] == ["25,0\u00a0%", "\u221250", "75,0\u00a0%"]
    assert found[1].look is Look.LOSS
    assert laid_out([100, -5_000, 300]).segments[1].rect is None


def test_bars_of_two_wholes_can_be_made_as_long_as_each_other() -> None:
    one, other = parts([3, 2]), parts([1, 2, 3, 4])
    names = max(names_width(data, Even(), FRENCH) for data in (one, other))
    bars = [shares(data, 1200, 40, Even(), FRENCH, names).bar for data in (one, other)]
    assert bars[0] == bars[1]


def test_the_keyboard_goes_from_part_to_part() -> None:
    layout = laid_out([3, 2, 1])
    first = layout.moved(None, Move.FIRST)
    assert first == Mark(MarkKind.PART, 0)
    assert layout.moved(first, Move.RIGHT) == Mark(MarkKind.PART, 1)
    assert layout.moved(first, Move.LEFT) == first
    assert layout.moved(first, Move.LAST) == Mark(MarkKind.PART, 2)


@given(st.lists(st.integers(-(10**6), 10**13), max_size=168))
def test_steps_of_colour_rise_with_the_amounts(values: list[int]) -> None:
    limits = bounds(values)
    assert list(limits) == sorted(set(limits))
    for value in values:
        step = step_of(value, limits)
        assert (step > 0) == (value > 0)
        assert step <= STEPS
        if 0 < step < STEPS:
            assert value <= limits[step - 1]
    ordered = [step_of(value, limits) for value in sorted(values)]
    assert ordered == sorted(ordered)


def test_one_hour_far_above_the_others_leaves_them_their_colours() -> None:
    usual = [100 * at for at in range(1, 101)]
    assert {step_of(value, bounds([*usual, 10**9])) for value in usual} >= {1, 2, 3}


def week(values: dict[int, int], width: float = 700, height: float = 260) -> HeatLayout:
    return heat(HeatData(values, CDF), width, height, Even(), FRENCH, WORDS)


@given(
    st.dictionaries(st.integers(0, 167), st.integers(-(10**6), 10**12)),
    st.floats(280, 1600),
    st.floats(0, 500),
)
def test_the_hours_of_a_week_stay_apart_and_within_and_are_met(
    values: dict[int, int], width: float, more: float
) -> None:
    height = heat_height(HeatData(values, CDF), width, 20, Even(), FRENCH, WORDS) + more
    layout = week(values, width, height)
    assert len(layout.cells) == 168
    for one in layout.cells:
        assert one.rect.right <= width
        assert one.rect.bottom <= height
        mark = Mark(MarkKind.HOUR, one.hour)
        assert layout.hit(one.rect.x + one.rect.width / 2, one.rect.middle) == mark
        assert layout.rect(mark) == one.rect
        assert bool(one.text) == bool(values.get(one.hour))
    assert all(a.rect.right < b.rect.x for a, b in pairwise(layout.cells[:24]))
    assert all(item.rect.bottom <= height for item in layout.legend)


def test_monday_stands_first_and_wide_cells_tell_their_amounts() -> None:
    layout = week({0: 500_000_00, 30: 1_200_000_00}, 1400)
    assert layout.heads[0].text == "lun."
    assert not layout.by_step
    assert layout.cells[30].text == "1,2M"
    narrow = week({0: 500_000_00, 30: 1_200_000_00}, 500)
    assert narrow.by_step
    assert narrow.cells[30].text == "5"


def test_the_keyboard_goes_through_hours_and_days() -> None:
    layout = week({})
    assert layout.moved(None, Move.FIRST) == Mark(MarkKind.HOUR, 0)
    at = Mark(MarkKind.HOUR, 30)
    for move, hour in {
        Move.LEFT: 29,
        Move.RIGHT: 31,
        Move.UP: 6,
        Move.DOWN: 54,
        Move.FIRST: 24,
        Move.LAST: 47,
        Move.PAGE_UP: 6,
        Move.PAGE_DOWN: 150,
    }.items():
        assert layout.moved(at, move) == Mark(MarkKind.HOUR, hour)
    assert layout.moved(Mark(MarkKind.HOUR, 0), Move.LEFT) == Mark(MarkKind.HOUR, 0)
    assert layout.hit(-5, -5) is None


@given(st.lists(st.text("abcdefg ", max_size=40), max_size=12), st.floats(60, 1200))
def test_a_legend_takes_as_many_lines_as_it_needs(names: list[str], width: float) -> None:
    entries_ = [Entry(name, Look.LINE, at % 10, "12 %") for at, name in enumerate(names)]
    items, height = flowing(entries_, 5, 7, width, Even())
    for item in items:
        assert item.rect.x >= 5
        assert item.rect.right <= 5 + max(width, 60) + 0.01
        assert item.rect.bottom <= 7 + height
    for at, item in enumerate(items):
        assert not any(item.rect.overlaps(other.rect) for other in items[:at])
    if names and one_line(entries_, Even()) <= width:
        assert len({item.rect.y for item in items}) == 1
