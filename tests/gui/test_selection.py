"""What is selected is found again by id, wherever it went."""

from array import array

import pytest

from desktop_admin.gui.models.columns import Cell, Column
from desktop_admin.gui.widgets.column_layout import Yielding, left_out
from desktop_admin.gui.widgets.selection import RUNS, IdSet, Places, Remembered, locate
from desktop_admin.gui.widgets.table_view import fitted


def test_rows_are_found_by_their_ids() -> None:
    remembered = Remembered(array("q", [30, 10]), current=10, top=20)
    found = locate([20, 30, 10, 40], remembered)
    assert found == Places([(1, 2)], current=2, top=0)


def test_what_is_gone_is_left_out() -> None:
    assert locate([5], Remembered(array("q", [9]), current=9, top=9)) == Places([], None, None)


def test_what_came_since_is_not_selected() -> None:
    everything = Remembered(array("q", [1, 2, 3]), current=2)
    assert locate([9, 1, 2, 3], everything).runs == [(1, 3)]
    assert locate([], everything).runs == []


def test_a_selection_in_too_many_pieces_says_that_it_is_not_whole() -> None:
    every_other = Remembered(array("q", range(0, 4 * RUNS, 2)))
    found = locate(range(4 * RUNS), every_other)
    assert len(found.runs) == RUNS
    assert not found.whole


@pytest.mark.parametrize("ids", [[5, 7, 6], [5, 5_000_000_000], [-3, 4], []])
def test_a_set_of_ids_knows_its_own(ids: list[int]) -> None:
    found = IdSet(array("q", ids))
    assert all(id_ in found for id_ in ids)
    assert not any(id_ in found for id_ in (0, 8, -4, 10_000_000_000))


def test_neighbours_become_one_run() -> None:
    remembered = Remembered(array("q", [1, 2, 3, 7, 9, 10]))
    assert locate(range(12), remembered).runs == [(1, 3), (7, 7), (9, 10)]


def test_columns_share_what_is_left_and_what_is_missing() -> None:
    figure, name = column("figure"), column("name", stretch=1, keep=0.75)
    assert fitted([100, 100], [figure, name], 260) == [100, 160]
    assert fitted([100, 100], [figure, name], 180) == [100, 80]
    assert fitted([100, 100], [figure, name], 50) == [100, 75]
    assert fitted([100], [figure], 300) == [100]


def test_columns_give_way_in_order_until_the_rest_has_room() -> None:
    columns = [column("amount"), column("name", stretch=1, keep=0.7), column("payment")]
    widths = {"amount": 100, "name": 100, "payment": 80}
    order = [Yielding(("payment", "name"))]
    assert left_out(order, columns, widths, 250) == frozenset()
    assert left_out(order, columns, widths, 240) == {"payment"}
    assert left_out(order, columns, widths, 150) == {"payment", "name"}
    assert left_out([Yielding(("name", "no such"))], columns, widths, 50) == {"name"}
    # Something goes before a name yields at all, more where the name keeps what it may.
    order = [Yielding(("payment",), {"name": 1.0}), Yielding(("amount",))]
    assert left_out(order, columns, widths, 279) == {"payment"}
    assert left_out(order, columns, widths, 170) == {"payment"}
    assert left_out(order, columns, widths, 169) == {"payment", "amount"}


def column(key: str, *, stretch: int = 0, keep: float = 0.5) -> Column[object]:
    return Column(key, key, lambda _: Cell(""), "", stretch=stretch, keep=keep)
