"""The small chart, as numbers."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.gui.assignment.bars import lay_out, month_bounds, month_starts, top_of
from desktop_admin.gui.assignment.terminal_table import gives_way
from desktop_admin.gui.assignment.tree_cells import name_below
from desktop_admin.gui.assignment.tree_delegate import LEAST_OF_A_NOTE, note_width
from desktop_admin.gui.assignment.tree_view import NAME_WIDTH, hidden_places
from desktop_admin.gui.models.columns import WAITING, Cell, Column, Row
from desktop_admin.gui.widgets.column_layout import left_out, measured


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


def test_names_are_read_before_amounts_are() -> None:
    keys = ["state", "terminal", "serial", "boutique", "activity", "orphans", "version"]
    keys.append("revenue_CDF")
    names = ("terminal", "boutique")
    widths = {key: 200 if key in names else 100 for key in keys}
    columns: list[Column[object]] = [
        Column(key, key, lambda _: WAITING, "", stretch=int(key in names), keep=0.6) for key in keys
    ]

    def hidden(room: int) -> frozenset[str]:
        return left_out(gives_way(keys), columns, widths, room)

    assert hidden(920) == frozenset()
    assert hidden(919) == {"revenue_CDF"}
    assert hidden(819) == {"revenue_CDF", "version"}
    assert hidden(672) == {"revenue_CDF", "version"}
    assert hidden(671) == {"revenue_CDF", "version", "activity"}
    # Then names yield a little, before they lose what stands beside them.
    assert hidden(540) == {"revenue_CDF", "version", "activity"}
    assert hidden(539) == {"revenue_CDF", "version", "activity", "serial"}
    assert hidden(100) == {"revenue_CDF", "version", "activity", "serial", "boutique"}


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    def row(number: int, name: str, amount: str) -> Row:
        return Row(number, (Cell(name), Cell(amount, unit="USD"), WAITING))

    columns: list[Column[object]] = [
        Column("name", "Name", lambda _: WAITING, "short", stretch=1),
        Column("amount", "Amount", lambda _: WAITING, "0,00 USD"),
        Column("count", "Count", lambda _: WAITING, "000"),
    ]
    rows = [row(number, "x" * number, "1 000,00") for number in range(1, 41)]
    name, amount, count = measured(columns, rows)
    # One name may be twice as long as all others.
    assert name.sample == "x" * 30
    assert amount.sample == "1 000,00 USD"
    # Letters are not equally wide: a date is wider than more letters of a sentence.
    days = [row(n, "Élise", f"il y a {n} h") for n in range(10, 24)]
    days += [row(n, "Élise", f"il y a {n} j") for n in range(1, 7)]
    days.append(row(1, "Élise", "24/12/2026"))
    assert "24/12/2026 USD" in measured(columns, days)[1].sample.split("\n")
    # In a font where all letters are alike, more of them are wider.
    serial = replace(columns[1], fixed_width_font=True)
    assert measured([columns[0], serial], days[:-1])[1].sample.startswith("il y a 2")
    # What is still being counted is as wide as it is thought to be.
    assert count.sample == "000"
    assert [one.sample for one in measured(columns, [])] == ["short", "0,00 USD", "000"]


def test_amounts_of_boutiques_go_before_their_names() -> None:
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 290) == set()
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 289) == {4}
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 209) == {1, 4}
    assert hidden_places([0, 50, 60, 100, 80], NAME_WIDTH + 159) == {1, 3, 4}


def test_a_note_yields_to_the_name_beside_it() -> None:
    assert note_width(180, 200) == 180
    assert note_width(180, 120) == 120
    assert note_width(180, LEAST_OF_A_NOTE - 1) == 0
    assert note_width(20, 20) == 20
    assert note_width(180, -50) == 0


def test_a_name_is_shortened_at_whole_words_only() -> None:
    assert name_below("Boma Électro Bandal caisse 1", "Boma Électro Bandal") == "caisse 1"
    assert name_below("KIN CENTRE: 2", "Kin Centre") == "2"
    assert name_below("Limete2", "Limete") == "Limete2"
    assert name_below("Limete", "Limete") == "Limete"
    assert name_below("Caisse 1", "Limete") == "Caisse 1"
