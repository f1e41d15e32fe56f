"""What is selected is found again by id, wherever it went."""

from array import array

from desktop_admin.gui.widgets.selection import Places, Remembered, locate, runs
from desktop_admin.gui.widgets.table_view import fitted


def test_rows_are_found_by_their_ids() -> None:
    remembered = Remembered(array("q", [30, 10]), current=10, top=20)
    found = locate([20, 30, 10, 40], remembered, 4)
    assert found == Places([(1, 2)], current=2, top=0)


def test_what_is_gone_is_left_out() -> None:
    assert locate([5], Remembered(array("q", [9]), current=9, top=9), 1) == Places([], None, None)


def test_everything_stays_everything() -> None:
    assert locate([1, 2, 3], Remembered(everything=True, current=2), 3).runs == [(0, 2)]
    assert locate([], Remembered(everything=True), 0).runs == []


def test_neighbours_become_one_run() -> None:
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]


def test_columns_share_what_is_left_and_what_is_missing() -> None:
    assert fitted([100, 100], [0, 1], 260) == [100, 160]
    assert fitted([100, 100], [0, 1], 180) == [100, 80]
    assert fitted([100, 100], [0, 1], 50) == [100, 60]
    assert fitted([100], [0], 300) == [100]
