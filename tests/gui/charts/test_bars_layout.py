"""Bars, laid out: nothing leaves its place, and everything can be met."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.gui.charts.bars_layout import ROW, BarsLayout, height_needed, lay_out
from desktop_admin.gui.charts.data import Bar, BarsData
from desktop_admin.gui.charts.geometry import Mark, MarkKind, Move
from tests.gui.charts.plain import CDF, FRENCH, Even

AMOUNTS = st.integers(-(10**14), 10**14)
BARS = st.lists(
    st.builds(
        Bar,
        key=st.none(),
        name=st.text("abcdefghij ", max_size=60),
        value=AMOUNTS,
        hatched=st.just(0) | AMOUNTS,
        before=st.none() | AMOUNTS,
        note=st.just("") | st.just("à décider (69 ventes)"),
        orphan=st.booleans(),
    ),
    max_size=40,
)


def numbered(bars: list[Bar]) -> BarsData:
    made = [
        Bar(at, one.name, one.value, one.hatched, one.before, one.note, one.orphan)
        for at, one in enumerate(bars)
    ]
    return BarsData(tuple(made), CDF)


def laid_out(data: BarsData, width: float = 540, height: float = 360) -> BarsLayout:
    return lay_out(data, width, height, Even(), FRENCH)


@given(BARS, st.floats(300, 1600), st.floats(100, 900))
def test_bars_and_their_figures_never_leave_the_chart(
    bars: list[Bar], width: float, height: float
) -> None:
    layout = laid_out(numbered(bars), width, height)
    for row in layout.rows:
        assert row.strip.height >= ROW
        assert row.name.rect.right <= layout.plot.x
        for _, rect in row.shapes:
            assert layout.plot.x - 0.01 <= rect.x
            assert rect.right <= layout.plot.right + 0.01
            assert row.strip.y <= rect.y
            assert rect.bottom <= row.strip.bottom
            assert rect.width >= 2
        for one in row.figures:
            assert one.rect.right <= width
            assert all(rect.right <= one.rect.x for _, rect in row.shapes)
    for before, after in pairwise(layout.grid):
        assert not before[1].rect.overlaps(after[1].rect)
    assert all(layout.plot.x - 0.01 <= x <= layout.plot.right + 0.01 for x, _ in layout.grid)


@given(BARS, st.floats(300, 1600))
def test_every_shape_is_met_where_it_is_seen(bars: list[Bar], width: float) -> None:
    layout = laid_out(numbered(bars), width)
    for row in layout.rows:
        front = row.shapes[-1:]
        for kind, rect in front:
            mark = Mark(kind, row.bar.key)
            assert layout.hit(rect.x + rect.width / 2, rect.middle) == mark
            assert layout.rect(mark) == rect
        assert all(layout.rect(mark) is not None for mark in row.marks())
        met = layout.hit(2, row.strip.middle)
        assert met is not None
        assert met.key == row.bar.key


@given(BARS, st.floats(300, 1600), st.floats(-50, 1700), st.floats(-50, 1200))
def test_what_is_met_holds_the_point_or_stands_in_its_row(
    bars: list[Bar], width: float, x: float, y: float
) -> None:
    layout = laid_out(numbered(bars), width)
    mark = layout.hit(x, y)
    holding = [
        Mark(kind, row.bar.key)
        for row in layout.rows
        for kind, rect in row.shapes
        if rect.holds(x, y)
    ]
    if holding:
        assert mark in holding
    if mark is not None:
        row = layout.row(mark)
        assert row is not None
        assert row.strip.holds(x, y)


def test_the_period_before_is_met_above_and_below_its_bar() -> None:
    layout = laid_out(BarsData((Bar(7, "Kin", 1_000, before=1_000),), CDF))
    (_, before), (_, value) = layout.rows[0].shapes
    assert before.y < value.y
    middle = value.x + value.width / 2
    assert layout.hit(middle, before.y + 1) == Mark(MarkKind.BEFORE, 7)
    assert layout.hit(middle, value.y + 1) == Mark(MarkKind.VALUE, 7)


def test_bars_are_as_long_as_their_values() -> None:
    layout = laid_out(
        BarsData((Bar(1, "a", 40_000), Bar(2, "b", 10_000), Bar(3, "c", -20_000)), CDF)
    )
    wide = [row.shapes[0][1] for row in layout.rows]
    assert abs(wide[0].width - 4 * wide[1].width) < 0.01
    assert abs(wide[0].width - 2 * wide[2].width) < 0.01
    assert wide[0].x == wide[1].x == layout.zero
    assert wide[2].right == layout.zero


def test_one_a_thousand_times_the_others_leaves_them_visible_with_their_figures() -> None:
    bars = (Bar(0, "Kin", 10**13), *(Bar(at, "x", 10**10 - at) for at in range(1, 6)))
    layout = laid_out(BarsData(bars, CDF))
    assert all(row.shapes[0][1].width >= 2 for row in layout.rows)
    assert [row.figures[0].text.replace("\u00a0", " ") for row in layout.rows[:2]] == [
        "100 Md",
        "100,0 M",
    ]


def test_what_could_be_attributed_stands_at_the_end_of_what_is() -> None:
    layout = laid_out(BarsData((Bar(1, "a", 30_000, 10_000),), CDF))
    (_, value), (kind, hatched) = layout.rows[0].shapes
    assert kind is MarkKind.HATCHED
    assert hatched.x == value.right
    assert [one.text for one in layout.rows[0].figures] == ["300", "+100"]


def test_two_hundred_boutiques_need_their_height_and_long_names_are_cut() -> None:
    name = "Boutique du grand marché de la commune de la Gombe, avenue du Commerce"
    data = BarsData(tuple(Bar(at, f"{name} {at}", 1_000 + at) for at in range(200)), CDF)
    height = height_needed(data)
    assert height > 200 * ROW
    layout = laid_out(data, 540, height)
    assert layout.rows[-1].strip.bottom <= height
    assert all(row.name.text.endswith("…") for row in layout.rows)
    assert all(row.name.rect.right < layout.plot.x for row in layout.rows)


def test_the_keyboard_reaches_every_mark_and_stays_within() -> None:
    data = BarsData((Bar(1, "a", 30, 10, 20), Bar(2, "b", 5), Bar(3, "c", 0)), CDF)
    layout = laid_out(data)
    first = layout.moved(None, Move.FIRST)
    assert first == Mark(MarkKind.VALUE, 1)
    assert layout.moved(first, Move.LEFT) == first
    hatched = layout.moved(first, Move.RIGHT)
    assert hatched == Mark(MarkKind.HATCHED, 1)
    before = layout.moved(hatched, Move.RIGHT)
    assert before == Mark(MarkKind.BEFORE, 1)
    assert layout.moved(before, Move.RIGHT) == before
    assert layout.moved(before, Move.DOWN) == Mark(MarkKind.VALUE, 2)
    assert layout.moved(first, Move.LAST) == Mark(MarkKind.VALUE, 3)
    assert layout.moved(first, Move.PAGE_DOWN) == Mark(MarkKind.VALUE, 3)
    assert layout.moved(first, Move.UP) == first
    assert layout.rect(Mark(MarkKind.VALUE, 3)) is not None
    assert laid_out(BarsData((), CDF)).moved(None, Move.FIRST) is None
