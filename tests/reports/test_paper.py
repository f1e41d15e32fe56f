"""How tables are laid out on pages."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.reports.paper import (
    SMALLEST,
    Band,
    Width,
    count_pages,
    laid,
    shared,
    shrunk,
    wrapped,
)

BODY = 100.0
bands = st.builds(
    Band,
    title=st.sampled_from([0.0, 12.0]),
    head=st.sampled_from([5.0, 8.0]),
    rows=st.integers(1, 400),
    row=st.sampled_from([4.0, 7.5, 30.0]),
    tail=st.integers(0, 3),
    heights=st.none(),
    gap=st.sampled_from([0.0, 6.0]),
)


@given(st.lists(bands, min_size=1, max_size=4), st.sampled_from([0.0, 40.0, 95.0]))
def test_every_row_stands_once_in_order_within_its_page(made: list[Band], first: float) -> None:
    pages, ends = 0, 0.0
    reached = [0] * len(made)
    tails = [0] * len(made)
    for stretch in laid(made, first, BODY):
        band = made[stretch.band]
        assert stretch.page in (pages, pages + 1)
        if stretch.page == pages:
            assert stretch.top >= ends - 1e-6
        pages = stretch.page
        assert stretch.start == reached[stretch.band]
        assert stretch.title is (stretch.start == 0 and reached[stretch.band] == 0)
        reached[stretch.band] = stretch.stop
        tails[stretch.band] += stretch.tail
        lines = stretch.stop - stretch.start + (band.tail if stretch.tail else 0)
        ends = stretch.top + (band.title if stretch.title else 0) + band.head + lines * band.row
        alone = stretch.stop - stretch.start <= 1 or stretch.start == stretch.stop
        assert ends <= BODY + 1e-6 or alone
    assert reached == [band.rows for band in made]
    assert tails == [1] * len(made)
    assert count_pages(made, first, BODY) == pages + 1


def test_a_million_rows_are_counted_without_reading_one() -> None:
    band = Band(0, 10, 1_000_000, 9)
    assert count_pages([band], 0, BODY) == 100_000


def test_rows_of_different_heights_fill_pages_as_they_come() -> None:
    band = Band(0, 0, 4, 0, 0, (60, 30, 30, 60))
    assert [(one.page, one.start, one.stop) for one in laid([band], 0, BODY)] == [
        (0, 0, 2),
        (1, 2, 4),
    ]


widths = st.builds(
    lambda least, more, stretches: Width(least + more, least, stretches),
    st.floats(1, 200),
    st.floats(0, 200),
    st.booleans(),
)


@given(st.lists(widths, min_size=1, max_size=12), st.floats(50, 1_500))
def test_columns_share_the_room_and_none_gets_less_than_it_needs_while_there_is_some(
    columns: list[Width], room: float
) -> None:
    found = shared(columns, room)
    assert sum(found) <= room + 1e-6
    if sum(column.least for column in columns) <= room:
        assert all(
            width >= column.least - 1e-6 for width, column in zip(found, columns, strict=True)
        )
    if any(column.stretches for column in columns):
        assert abs(sum(found) - room) < 1e-6
    assert SMALLEST <= shrunk(columns, room) <= 1


def test_text_is_broken_between_words_and_within_one_that_is_too_long() -> None:
    def cut(text: str) -> str:
        return text if len(text) <= 10 else f"{text[:9]}…"

    def broken(text: str, lines: int) -> list[str]:
        return wrapped(text, 10, lines, len, cut)

    assert broken("", 2) == []
    assert broken("un deux trois quatre", 3) == ["un deux", "trois", "quatre"]
    assert broken("un deux trois quatre", 2) == ["un deux", "trois qua…"]
    assert broken("VB205-20261121184512710", 3) == ["VB205-2026", "1121184512", "710"]
    assert broken("VB205-20261121184512710", 1) == ["VB205-202…"]


@given(st.text(alphabet="ab -", max_size=60), st.integers(1, 5))
def test_what_is_broken_loses_nothing_but_spaces_and_what_is_cut(text: str, lines: int) -> None:
    found = wrapped(text, 10, lines, len, lambda rest: rest)
    assert len(found) <= lines
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= 10 for line in found[: lines - 1])
