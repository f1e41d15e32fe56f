"""The models under Qt's own tester: rows in memory, and pages of a long vector."""

import threading
from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop_admin.gui.jobs import Jobs
from desktop_admin.gui.models.columns import (
    WAITING,
    Cell,
    Column,
    Role,
    Row,
    Table,
    text_cell,
    write_rows,
)
from desktop_admin.gui.models.pages import HELD, PAGE, Pages
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.models.sales import SalesModel
from desktop_admin.sources.base import Busy, Report

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NAMES = ["Caisse 10", "Caisse 2", "Élise <b>", "Dépôt"]
COLUMNS: list[Column[int]] = [
    Column("name", "Nom", lambda n: text_cell(NAMES[n]), "Caisse 10", lambda n: NAMES[n]),
    Column("n", "N", lambda n: Cell(str(n), unit="CDF"), "0", lambda n: -n, right=True),
]
TABLE = Table(COLUMNS, lambda n: n + 100, lambda n: "orphan" if n == 2 else "")


@pytest.fixture
def rows(qtbot: QtBot) -> RowsModel:
    model = RowsModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.show(COLUMNS, write_rows(TABLE, range(len(NAMES)), in_memory=True))
    return model


def column(model: RowsModel | SalesModel, place: int = 0) -> list[str]:
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_a_cell_answers_by_role(rows: RowsModel) -> None:
    index = rows.index(2, 1)
    assert index.data() == "2 CDF"
    assert index.data(Role.ID) == 102
    assert index.data(Role.TINT) == "orphan"
    assert index.data(Role.UNIT) == "CDF"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "N"
    assert rows.headerData(1, Qt.Orientation.Vertical) is None


def test_rows_are_sorted_here_and_persistent_indexes_follow(rows: RowsModel) -> None:
    held = QPersistentModelIndex(rows.index(0, 0))
    rows.sort(0, Qt.SortOrder.AscendingOrder)
    assert column(rows) == ["Caisse 2", "Caisse 10", "Dépôt", "Élise <b>"]
    assert held.row() == 1
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert column(rows)[0] == "Caisse 10"
    assert held.row() == 0


def test_every_word_of_the_filter_must_occur(rows: RowsModel) -> None:
    rows.filter("caisse 10")
    assert column(rows) == ["Caisse 10"]
    rows.filter("elise")
    assert column(rows) == ["Élise <b>"]
    rows.filter("")
    assert rows.rowCount() == rows.total == 4
    assert rows.places([103, 999]) == {103: 3}
    assert rows.rowCount(rows.index(0, 0)) == 0


def test_an_index_that_is_none_has_no_data(rows: RowsModel) -> None:
    assert rows.data(QModelIndex()) is None
    rows.sort(99)


class Reader:
    """Reads pages of numbered rows; waits for `gate`, and fails when told to."""

    def __init__(self) -> None:
        self.pages: list[Sequence[int]] = []
        self.gate: threading.Event | None = None
        self.fails = False

    def __call__(self, ids: Sequence[int], _: Report) -> Sequence[Row]:
        self.pages.append(list(ids))
        if self.gate is not None:
            self.gate.wait(5)
        if self.fails:
            raise Busy("locked")
        return [Row(id_, (Cell(f"row {id_}"), Cell(""))) for id_ in ids]


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def sales(qtbot: QtBot, jobs: Jobs) -> SalesModel:
    model = SalesModel(jobs, COLUMNS)
    QAbstractItemModelTester(model, FATAL, model)
    return model


def test_a_page_comes_when_it_is_looked_at(qtbot: QtBot, jobs: Jobs) -> None:
    # Without Qt's tester, which goes through all rows of a model one by one.
    sales = SalesModel(jobs, COLUMNS)
    reader = Reader()
    sales.show(array("q", range(1_000_000)), reader)
    assert sales.rowCount() == 1_000_000
    assert sales.cell_at(900_000, 0) == (WAITING, "")
    with qtbot.waitSignal(sales.dataChanged):
        pass
    assert sales.index(900_000, 0).data() == "row 900000"
    assert sales.index(900_000, 0).data(Role.ID) == 900_000
    assert list(sales.ids_between(5, 7)) == [5, 6, 7]
    assert all(len(page) == PAGE for page in reader.pages)


def test_a_stale_page_is_dropped(qtbot: QtBot, jobs: Jobs, sales: SalesModel) -> None:
    old = Reader()
    old.gate = threading.Event()
    sales.show(array("q", range(10)), old)
    sales.cell_at(0, 0)
    qtbot.waitUntil(lambda: bool(old.pages))
    sales.show(array("q", range(50, 60)), Reader())
    sales.cell_at(0, 0)
    old.gate.set()
    qtbot.waitUntil(lambda: sales.cell_at(0, 0)[0] is not WAITING)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert sales.index(0, 0).data() == "row 50"


def test_a_page_that_fails_is_not_asked_for_again_by_painting(
    qtbot: QtBot, jobs: Jobs, sales: SalesModel
) -> None:
    reader = Reader()
    reader.fails = True
    sales.show(array("q", range(10)), reader)
    with qtbot.waitSignal(sales.failed):
        sales.cell_at(0, 0)
    sales.cell_at(0, 0)
    qtbot.wait(20)
    assert len(reader.pages) == 1
    assert not jobs.busy


def test_what_was_wanted_last_is_fetched_first_and_little_waits() -> None:
    pages = Pages()
    assert [pages.want(page) for page in range(10)] == [True] * 10
    assert [pages.next(), pages.next(), pages.next()] == [9, 8, None]
    pages.arrived(0, 9, ())
    assert [pages.next(), pages.next()] == [7, None]
    pages.arrived(0, 8, ())
    pages.arrived(0, 7, ())
    assert [pages.next(), pages.next()] == [6, None]
    assert not pages.want(6)
    assert not pages.want(9)


def test_few_pages_are_held() -> None:
    pages = Pages()
    for page in range(100):
        pages.want(page)
        assert pages.next() == page
        pages.arrived(0, page, [Row(page, ())])
    assert pages.held() == HELD
    assert pages.row(0) is None
    assert pages.row(99 * PAGE) == Row(99, ())
    pages.clear()
    assert not pages.arrived(0, 99, ())
    assert not pages.failed(0, 99)
